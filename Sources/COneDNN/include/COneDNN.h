// Convolutions by oneDNN 2.6, behind a few calls that Swift can make.
//
// Activations are float32 in channel blocks: [batch][channels/B][height][width][B]
// with B = hb_channel_block(); all channel counts are multiples of B.
#ifndef HB_ONEDNN_H
#define HB_ONEDNN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Channels to a block: 16 with AVX-512, else 8.
int hb_channel_block(void);

/// The instruction set oneDNN uses, such as "avx512_core"; "unknown" for one newer than this code.
const char *hb_instruction_set(void);

/// True where the processor multiplies bfloat16 by itself, in vectors at least.
bool hb_native_bfloat16(void);

/// oneDNN's version, such as "2.6.3".
const char *hb_onednn_version(void);

/// One convolution: its shape, and what happens to its sums.
typedef struct {
  int batch, inputs, height, width, outputs;
  int kernel_height, kernel_width, stride, dilation;
  int pad_top, pad_left, pad_bottom, pad_right;
  /// The sums are added to what the destination holds.
  bool accumulates;
  /// Negative sums become `slope` times themselves; 1 leaves them.
  float slope;
  /// Then no result is larger; INFINITY for no limit.
  float ceiling;
} hb_convolution_spec;

/// A convolution with its weights packed; may be used by several threads.
typedef struct hb_convolution hb_convolution;

/// Prepares a convolution.
///
/// `weights` is [outputs][inputs][kernel height][kernel width], `bias` [outputs]. Returns NULL where
/// oneDNN refuses, or memory is short.
hb_convolution *hb_convolution_create(
    const hb_convolution_spec *spec, const float *weights, const float *bias);

void hb_convolution_destroy(hb_convolution *convolution);

/// oneDNN's name of the implementation, such as "jit:avx512_core".
const char *hb_convolution_name(const hb_convolution *convolution);

/// Bytes of working memory that one execution needs.
size_t hb_convolution_scratch(const hb_convolution *convolution);

/// A convolution bound to its memory: for one thread at a time.
typedef struct hb_convolution_call hb_convolution_call;

/// Binds source, destination and scratch, all on 64-byte boundaries; NULL when memory is short.
hb_convolution_call *hb_convolution_bind(
    const hb_convolution *convolution, const void *source, void *destination, void *scratch);

/// Runs; false when oneDNN refuses.
bool hb_convolution_run(hb_convolution_call *call);

void hb_convolution_release(hb_convolution_call *call);

#include "LearningConvolution.h"

#endif
