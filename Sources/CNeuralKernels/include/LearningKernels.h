// What learning does between its convolutions: normalization by a batch's own statistics, and the
// way back through sums, products and copies.
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

/// The gradient of hb_product's second factor where that is a vector: for each image and channel
/// the sum over its pixels of gradient·first.
void hb_product_back_second_vector(
    const hb_stack *stack, const void *gradient, const void *first, void *vectors);

/// target = finished(adjusted source).
void hb_settle(
    const hb_stack *stack, const void *source, const hb_adjust *adjust, void *target,
    hb_epilogue epilogue);

/// target += vector of the image and block, at every pixel; then finished.
void hb_add_to_pixels(
    const hb_stack *stack, const void *vectors, void *target, hb_epilogue epilogue);

/// The way back through an epilogue, by its result: the gradient stays where the result is positive
/// and below the ceiling, becomes `slope` times itself where it is not positive, else 0.
void hb_gate(const hb_stack *stack, const void *result, void *gradient, hb_epilogue epilogue);

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

/// target = source, or target += source.
void hb_hand_back(const hb_stack *stack, const void *source, void *target, bool accumulates);

/// The same for plain numbers.
void hb_hand_back_plain(const float *source, float *target, size_t count, bool accumulates);

#endif
