// Convolutions of bfloat16 numbers: products of bfloat16, sums in float32, results rounded.
//
// They run on the processor's matrix units (AMX) where it has them, and in vectors elsewhere.
// Memory is blocked by 32 channels: one pixel of one block is 64 bytes, a row of the units' tiles.
// Working memory and packed weights begin at multiples of 64 bytes.
#ifndef HB_HALF_CONVOLUTION_H
#define HB_HALF_CONVOLUTION_H

#include <stdbool.h>
#include <stddef.h>

#include "BlockedKernels.h"

/// The longest kernel and the longest stride.
enum { HB_MOST_TAPS = 16 };

/// A convolution, or its adjoint.
typedef struct {
  int batch, input_blocks, output_blocks;
  /// Of the source and of the target.
  int height, width, out_height, out_width;
  int kernel_height, kernel_width, stride, dilation, pad_top, pad_left;
  /// Whether the kernel's tap k joins source row i and target row i·stride + k·dilation − pad_top
  /// (a transposed convolution, and every convolution's way back), and not source row
  /// t·stride + k·dilation − pad_top and target row t; columns alike.
  bool is_transposed;
  /// The result is added to what the target holds, before the epilogue.
  bool accumulates;
  hb_epilogue epilogue;
} hb_half_convolution;

/// Where float32 weights, or their gradients, lie: strides are counted in numbers.
///
/// "Outputs" are the channels of the convolution's target. Those beyond `outputs` and `inputs` are
/// not in memory: weights there are zero.
typedef struct {
  float *start;
  long output_stride, input_stride, row_stride, column_stride;
  int outputs, inputs;
} hb_weights_view;

/// True where the processor has matrix units for bfloat16 and the system lets us use them.
bool hb_tiles_available(void);

/// From now on, whether the calling thread's convolutions run as on a processor without matrix units.
void hb_half_avoid_tiles(bool avoids);

/// Bytes of the packed weights.
size_t hb_half_weights(const hb_half_convolution *shape);

/// Rounds and packs weights.
void hb_half_pack(const hb_half_convolution *shape, const hb_weights_view *weights, void *packed);

/// Bytes of working memory that a run on so many threads needs.
size_t hb_half_scratch(const hb_half_convolution *shape, int threads);

/// Convolves, on the threads that hb_set_threads said, which must be `threads`.
///
/// What `adjust` says happens to the source's numbers first; padding is zero after that. NULL bias:
/// zeros. Where `gate` is given, bfloat16 numbers laid out as the target's, the epilogue goes by
/// them: results pass where the gate is above zero and below the ceiling, are multiplied by the
/// slope where it is not above zero, and vanish where it has reached the ceiling.
void hb_half_convolve(
    const hb_half_convolution *shape, const void *source, const hb_adjust *adjust,
    const void *packed, const float *bias, const void *gate, void *target, int threads,
    void *scratch);

/// Bytes of working memory that hb_half_gradient needs.
size_t hb_half_gradient_scratch(const hb_half_convolution *shape, int threads);

/// The gradients of a convolution's weights and, where not NULL, of its bias
/// [output_blocks · 32], from its source and the gradient of its result.
///
/// `shape` is not transposed: those of a transposed convolution are its way back's, with source and
/// gradient exchanged. The sums have the same order whatever the number of threads.
void hb_half_gradient(
    const hb_half_convolution *shape, const void *source, const hb_adjust *source_adjust,
    const void *gradient, const hb_adjust *gradient_adjust, const hb_weights_view *weights,
    float *bias, int threads, void *scratch);

#endif
