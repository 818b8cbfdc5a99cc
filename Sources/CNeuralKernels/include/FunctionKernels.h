// Functions of single numbers, in plain or blocked memory, and normalizations of plain numbers
// along an axis; each with its way back.
#ifndef HB_FUNCTION_KERNELS_H
#define HB_FUNCTION_KERNELS_H

#include "BlockedKernels.h"

/// HB_SCALE multiplies by the parameter, HB_RELU negative numbers only; HB_RELU6 keeps within
/// 0…6; HB_SWISH is x times its sigmoid.
typedef enum { HB_TANH, HB_SIGMOID, HB_SCALE, HB_RELU, HB_RELU6, HB_SWISH } hb_function;

/// Of plain numbers, in place or not.
void hb_apply(
    hb_function function, float parameter, const float *source, float *target, size_t count);

/// The way back through hb_apply: target = gradient times the derivative. Only HB_SWISH needs the
/// source, and it does not need the result.
void hb_apply_back(
    hb_function function, float parameter, const float *source, const float *result,
    const float *gradient, float *target, size_t count, bool accumulates);

/// Of the adjusted source; channels beyond `channels` become 0.
void hb_activate(
    const hb_stack *stack, int channels, hb_function function, float parameter, const void *source,
    const hb_adjust *adjust, void *target);

/// The gradient of hb_activate's adjusted source.
void hb_activate_back(
    const hb_stack *stack, int channels, hb_function function, float parameter, const void *source,
    const hb_adjust *adjust, const void *result, const void *gradient, void *target,
    bool accumulates);

/// Softmax over the channels of plain images.
void hb_softmax(const float *source, float *target, int batch, int channels, size_t pixels);

/// The way back through hb_softmax, by its result.
void hb_softmax_back(
    const float *result, const float *gradient, float *target, int batch, int channels,
    size_t pixels, bool accumulates);

/// Softmax over the `pixels` numbers of each row.
void hb_softmax_rows(const float *source, float *target, long rows, size_t pixels);

/// The way back through hb_softmax_rows, by its result.
void hb_softmax_rows_back(
    const float *result, const float *gradient, float *target, long rows, size_t pixels,
    bool accumulates);

/// Normalizes the channels of each pixel of plain images to mean 0 and variance 1, then times
/// `weight` plus `bias` of the channel. `means` and `precisions` (one over the root of variance
/// plus epsilon) are [batch][pixels], for the way back.
void hb_layer_norm(
    const float *source, float *target, float *means, float *precisions, int batch, int channels,
    size_t pixels, const float *weight, const float *bias, double epsilon);

/// The way back through hb_layer_norm. `target`, `weight_gradient` and `bias_gradient` may be NULL
/// where they are not wanted; the latter two are overwritten.
void hb_layer_norm_back(
    const float *source, const float *means, const float *precisions, int batch, int channels,
    size_t pixels, const float *weight, const float *gradient, float *target, bool accumulates,
    float *weight_gradient, float *bias_gradient);

#endif
