// Convolutions whose weights are learned: forward, back to the input, back to the weights.
//
// Weights and their gradients are float32 [kernel row][kernel column][inputs][outputs] in padded
// channels. A transposed convolution is run as the convolution of which it is the adjoint, so its
// weights are [kernel row][kernel column][outputs][inputs] of that.
#ifndef HB_LEARNING_CONVOLUTION_H
#define HB_LEARNING_CONVOLUTION_H

#include <stdbool.h>
#include <stddef.h>

/// One convolution in all directions; for one thread at a time.
typedef struct hb_learning_convolution hb_learning_convolution;

/// Prepares a convolution; `spec`'s slope and accumulation do not count. NULL where oneDNN refuses,
/// or memory is short.
hb_learning_convolution *hb_learning_convolution_create(
    const hb_convolution_spec *spec, bool is_adjoint_of_transposed);

void hb_learning_convolution_destroy(hb_learning_convolution *convolution);

/// Bytes of working memory that each run below needs, on a 64-byte boundary.
size_t hb_learning_convolution_scratch(const hb_learning_convolution *convolution);

/// target = source convolved, plus the bias. False when oneDNN refuses, here and below.
bool hb_learning_convolution_forward(
    hb_learning_convolution *convolution, const void *source, const float *weights,
    const float *bias, void *target, void *scratch);

/// source_gradient = what the source owes the target's gradient.
bool hb_learning_convolution_back(
    hb_learning_convolution *convolution, const void *target_gradient, const float *weights,
    void *source_gradient, void *scratch);

/// The gradient of the weights, which is overwritten.
bool hb_learning_convolution_learn(
    hb_learning_convolution *convolution, const void *source, const void *target_gradient,
    float *weight_gradient, void *scratch);

#endif
