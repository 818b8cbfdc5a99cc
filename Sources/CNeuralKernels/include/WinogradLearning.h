// What learning needs of Winograd's filtering: weights transformed in every step, and gradients.
//
// Learned weights are kept as [kernel row][kernel column][inputs][outputs] in padded channels, for a
// transposed convolution too; here "inputs" and "outputs" are the layer's, whatever runs backward.
#ifndef HB_WINOGRAD_LEARNING_H
#define HB_WINOGRAD_LEARNING_H

#include "Winograd.h"

/// Transforms learned weights for the layer itself (3 by 3, or transposed 4 by 4).
void hb_winograd_pack_forward(
    const hb_winograd *shape, const float *weights, float *transformed);

/// Transforms learned weights for the layer's way back, the gradient of its inputs.
///
/// `back` is the shape of that way: from the layer's outputs to its inputs, 3 by 3 where the layer
/// is, strided 4 by 4 where the layer is transposed.
void hb_winograd_pack_backward(const hb_winograd *back, const float *weights, float *transformed);

/// Bytes of working memory that hb_winograd_gradient needs.
size_t hb_winograd_gradient_scratch(const hb_winograd *shape, int threads);

/// The gradients of a layer's weights and, where not NULL, of its bias (3 by 3 only).
///
/// `shape` is the layer's, `source` its input before what `adjust` says, `gradient` that of its
/// result. The sums have the same order whatever the number of threads.
void hb_winograd_gradient(
    const hb_winograd *shape, const float *source, const hb_adjust *adjust,
    const float *gradient, float *weight_gradient, float *bias_gradient, int threads,
    void *scratch);

#endif
