// Convolutions of 1 by 1 and stride 1 on blocked memory, for processors with AVX-512.
//
// A result is its bias, plus the products of the input channels in their order, each multiplied and
// added in one step. That is oneDNN 2.6's order too, but of many channels it takes some at a time:
// later ones are summed from zero, and their sum is added to what came before.
#ifndef HB_POINTWISE_CONVOLUTION_H
#define HB_POINTWISE_CONVOLUTION_H

#include <stdbool.h>
#include <stddef.h>

#include "BlockedKernels.h"

/// A convolution: float32, blocks of 16 channels.
typedef struct {
  int batch;
  /// Channels of the source that count: those of its last block behind them are taken for zeros.
  int inputs;
  int output_blocks;
  int height, width;
  /// How many input channels go into one sum, a multiple of 16; 0: all.
  int inputs_at_once;
  /// The result is added to what the target holds.
  bool accumulates;
  /// What becomes of the results.
  hb_epilogue epilogue;
} hb_pointwise;

/// True where the processor has what is needed.
bool hb_pointwise_available(void);

/// The `inputs_at_once` with which results are bit for bit those of oneDNN 2.6 on at most eight
/// threads an image.
int hb_pointwise_inputs_at_once(const hb_pointwise *shape);

/// How many floats the packed weights take.
size_t hb_pointwise_weights(const hb_pointwise *shape);

/// Packs weights, [outputs][inputs] in padded channels.
void hb_pointwise_pack(const hb_pointwise *shape, const float *weights, float *packed);

/// Convolves, on the threads that hb_set_threads said; results do not depend on their number. All
/// memory begins on 64-byte boundaries. NULL bias: zeros.
void hb_pointwise_run(
    const hb_pointwise *shape, const float *source, const float *packed, const float *bias,
    float *target);

#endif
