// What the two halves of the convolutions that learn share.
#ifndef HB_ONEDNN_LEARNING_H
#define HB_ONEDNN_LEARNING_H

#include "engine.h"

enum { FORWARD, BACK, LEARN, DIRECTIONS };
// Arguments of a direction, and parts of a batch.
enum { MOST = 4, SLOTS = 16 };

// One primitive, and the copy between our weights and its own.
typedef struct {
  dnnl_primitive_desc_t description;
  dnnl_primitive_t primitive;
  // The weights first; bytes from one run's memory to the next's, 0 where all have the same.
  int arguments[MOST], count;
  size_t strides[MOST];
  // For each slot the arguments' memories, then the working memory.
  dnnl_memory_t memories[SLOTS][MOST + 1];
  // Weights as the primitive has them, and ours, whose address changes.
  dnnl_memory_t packed, plain;
  dnnl_primitive_t reorder;
  // Bytes of the weights, and of working memory, in whole cache lines.
  size_t packed_bytes, working_bytes;
} direction;

// A batch is worked on in slots, each on one thread, each its images one after the other: so that no
// thread waits inside oneDNN for another, and nothing depends on the number of threads. Where there
// are more threads than images, the whole batch is one image in one slot, with oneDNN's threads.
struct hb_learning_convolution {
  int images, slots;
  dnnl_stream_t streams[SLOTS];
  direction directions[DIRECTIONS];
  // Packed weights of the ways forward and back.
  void *weights[DIRECTIONS];
};

// Bytes of a slot's working memory: oneDNN's, the most of all directions.
size_t hb_learning_working_bytes(const hb_learning_convolution *convolution);

#endif
