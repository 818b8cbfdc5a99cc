// Winograd's minimal filtering on blocked memory, for processors with AVX-512.
//
// Lavin and Gray 2016, "Fast Algorithms for Convolutional Neural Networks", arXiv:1509.09308: tiles
// of 6 by 6 pixels are transformed, multiplied channel by channel with transformed kernels (36 matrix
// products), and transformed back to 4 by 4 results of a 3 by 3 kernel (a quarter of the
// multiplications), or to 5 by 5 results of a 2 by 2 kernel (36 hundredths): a transposed
// convolution of 4 by 4 and stride 2 is four of the latter, which share their transformed tiles.
#ifndef HB_WINOGRAD_H
#define HB_WINOGRAD_H

#include <stdbool.h>
#include <stddef.h>

#include "BlockedKernels.h"

/// What is filtered.
typedef enum {
  /// 3 by 3, stride 1, zero padding equal to the dilation.
  HB_FILTER_3,
  /// Transposed, 4 by 4, stride 2, padding 1: twice the size.
  HB_FILTER_TRANSPOSED_4,
  /// 4 by 4, stride 2, padding 1: half the size. The adjoint of the transposed one.
  HB_FILTER_STRIDED_4
} hb_filter;

/// A convolution: float32, blocks of 16 channels.
typedef struct {
  hb_filter filter;
  int batch, input_blocks, output_blocks;
  /// Of the source.
  int height, width;
  /// Pixels between the taps of the kernel (3 by 3 only; else 1).
  int dilation;
  /// The result is added to what the target holds.
  bool accumulates;
  /// What becomes of the results.
  hb_epilogue epilogue;
} hb_winograd;

/// True where the processor has what is needed.
bool hb_winograd_available(void);

/// How many floats the transformed weights take.
size_t hb_winograd_weights(const hb_winograd *shape);

/// Transforms weights: [outputs][inputs][3][3], or [inputs][outputs][4][4] for the transposed one,
/// in padded channels.
void hb_winograd_transform(const hb_winograd *shape, const float *weights, float *transformed);

/// Bytes of working memory that a run on so many threads needs.
size_t hb_winograd_scratch(const hb_winograd *shape, int threads);

/// Filters, on the threads that hb_set_threads said, which must be `threads`.
///
/// What `adjust` says happens to the source's numbers first; padding is zero after that. NULL bias:
/// zeros. Where `gate` is given, the epilogue's slope goes by its numbers, which are laid out as the target's:
/// what a gradient passes on its way back through a rectifier whose results they are.
void hb_winograd_run(
    const hb_winograd *shape, const float *source, const hb_adjust *adjust,
    const float *transformed, const float *bias, const float *gate, float *target, int threads,
    void *scratch);

#endif
