// What a network does between its convolutions: moving, adding, multiplying, a few small layers.
//
// "Blocked" memory is [batch][channels/B][height][width][B], float32 with B 8 or 16, or bfloat16
// ("half" below) with B 32; "plain" memory is float32 [batch][channels][height][width].
#ifndef HB_NEURAL_KERNELS_H
#define HB_NEURAL_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many threads the calling thread's kernels and oneDNN calls use from now on.
void hb_set_threads(int count);

/// What becomes of every number on its way: first negative ones times `slope`, then times `scale`
/// plus `shift` of its channel. NULL scale: ones. NULL shift: zeros. Image n's shifts begin at
/// n·shift_stride: 0 where all images have the same.
typedef struct {
  float slope;
  const float *scale, *shift;
  size_t shift_stride;
} hb_adjust;

/// What becomes of a result before it is stored: negative ones times `slope`, then at most
/// `ceiling` (INFINITY: no limit).
typedef struct {
  float slope, ceiling;
} hb_epilogue;

/// The size of one blocked image stack.
typedef struct {
  int batch, blocks, height, width, block;
  bool bfloat16;
} hb_stack;

/// Keeps every step-th pixel of every step-th row, from the first.
void hb_subsample(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int step,
    const hb_adjust *adjust);
/// The step² phases of a transposed convolution, interleaved: target pixel (y·step+r, x·step+s) is
/// pixel (y, x) of phase r·step+s, whose memory starts `phase_stride` numbers after the one before,
/// and whose images are `batch_stride` apart.
void hb_interleave(
    const hb_stack *to, void *target, const void *source, size_t phase_stride, size_t batch_stride,
    int step, bool accumulates, hb_epilogue epilogue);

/// Copies `count` channels from `from_channel` on to `to_channel` and those behind it of another
/// stack, or adds them there; the target's other channels stay as they are.
void hb_copy_channels(
    const hb_stack *from, const void *source, int from_channel, const hb_stack *to, void *target,
    int to_channel, int count, const hb_adjust *adjust, bool accumulates);

/// Adds a correction at every pixel whose row or column is not of class 0, the interior's.
///
/// `rows` [height] and `columns` [width] give classes; `table` is
/// [row classes][column classes][blocks·B].
void hb_correct_frame(
    const hb_stack *stack, void *memory, const uint8_t *rows, const uint8_t *columns,
    int column_classes, const float *table);

/// target = finished(first + second), all alike.
void hb_add(
    const hb_stack *stack, const void *first, const void *second, void *target,
    hb_epilogue epilogue);

/// target = first·second, or target += that. The second is of the first's size, or a vector
/// [batch][1 pixel][blocks·B] for all pixels of an image.
void hb_product(
    const hb_stack *stack, const void *first, const void *second, bool second_is_vector,
    void *target, bool accumulates);

/// target = source·factor, or target += that.
void hb_scale_stack(
    const hb_stack *stack, const void *source, float factor, void *target, bool accumulates);

/// Every pixel = vector·factor of its image, [batch][1 pixel][blocks·B], or plus that.
void hb_spread(
    const hb_stack *stack, const void *vectors, float factor, void *target, bool accumulates);

/// Blocked to plain: the first `channels` channels.
void hb_unpack(
    const hb_stack *from, const void *source, float *target, int channels, const hb_adjust *adjust);
/// Plain to blocked; channels beyond `channels` become 0.
void hb_pack(
    const hb_stack *to, const float *source, void *target, int channels, const hb_adjust *adjust);

/// A 3 by 3 convolution of at most 4 plain channels. Stride: 1 or 2; zeros beyond the picture,
/// which begins `pad_top` rows and `pad_left` columns (0 or 1) into the first window.
///
/// `weights` is [3][3][inputs][blocks·B].
void hb_first_convolution(
    const hb_stack *to, const float *source, int source_height, int source_width, void *target,
    int inputs, int stride, int pad_top, int pad_left, const float *weights, const float *bias,
    hb_epilogue epilogue);

/// A 1 by 1 convolution to at most 4 plain channels; `weights` is [outputs][blocks·B]. Negative
/// inputs count `slope` times.
void hb_last_convolution(
    const hb_stack *from, const void *source, float *target, int outputs, const float *weights,
    const float *bias, float slope);

/// For each image: target = base + vector, and zeros where channels are padded. `base` is
/// [padded], `vectors` [batch][channels], `target` [batch][padded].
void hb_add_vectors(
    const float *base, const float *vectors, float *target, int batch, int channels, int padded);

/// Multiplies and adds in registers, for measuring the machine's peak: `items` times so and so many
/// operations, which are returned.
double hb_multiply_and_add(long items);

#endif
