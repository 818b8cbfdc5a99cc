// What learning does between its convolutions: normalization by a batch's own statistics, and the way
// back through everything else.
//
// Sums over pixels are taken in double precision and in an order of their own, so that results do not
// depend on the number of threads.
#ifndef HB_LEARNING_KERNELS_H
#define HB_LEARNING_KERNELS_H

#include "BlockedKernels.h"

/// For each channel the sum over all pixels of all images of x and of x·y; `sums` is
/// [2][blocks·B]. y is x itself where NULL.
void hb_channel_sums(const hb_stack *stack, const void *x, const void *y, double *sums);

/// For each image and channel the sum over its pixels; `sums` is [batch][1 pixel][blocks·B] blocked.
void hb_pixel_sums(const hb_stack *stack, const void *x, const hb_stack *to, void *sums);

/// target = rectified(adjusted source): negative results become `slope` times themselves.
void hb_settle(
    const hb_stack *stack, const void *source, const hb_adjust *adjust, void *target, float slope);

/// target += vector of the image and block, at every pixel; then rectified.
void hb_add_to_pixels(const hb_stack *stack, const void *vectors, void *target, float slope);

/// Where a rectifier's result is not positive, its gradient becomes `slope` times itself.
void hb_gate(const hb_stack *stack, const void *result, void *gradient, float slope);

/// The gradient of a normalization's input: target = p·gradient + q·input + r by channel, added to
/// the target where `accumulates`, and times `slope` where the input is not positive (1: everywhere
/// alike).
void hb_normalize_back(
    const hb_stack *stack, const void *gradient, const void *input, const float *p, const float *q,
    const float *r, float slope, bool accumulates, void *target);

/// The adjoint of hb_subsample: the target's every step-th pixel receives, others get nothing (zero
/// where not `accumulates`).
void hb_subsample_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, void *target, int step,
    bool accumulates);

/// The adjoint of hb_enlarge.
void hb_enlarge_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, void *target, int factor,
    bool accumulates);

/// The way back through hb_maximum_pool: the first of the largest pixels receives.
void hb_maximum_pool_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, const void *input,
    const hb_adjust *adjust, void *target, int size, bool accumulates);

/// The way back through hb_apply, by its result: target = gradient times the derivative.
void hb_apply_back(
    hb_function function, float parameter, const float *result, const float *gradient,
    float *target, size_t count, bool accumulates);

/// The way back through hb_softmax, by its result.
void hb_softmax_back(
    const float *result, const float *gradient, float *target, int batch, int channels,
    size_t pixels, bool accumulates);

/// target = source, or target += source.
void hb_hand_back(const hb_stack *stack, const void *source, void *target, bool accumulates);

/// The same for plain numbers.
void hb_hand_back_plain(const float *source, float *target, size_t count, bool accumulates);

#endif
