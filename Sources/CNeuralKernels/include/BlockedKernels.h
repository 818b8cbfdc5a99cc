// What a network does between its convolutions: moving, normalizing, adding, a few small layers.
//
// "Blocked" memory is [batch][channels/B][height][width][B], float32 or bfloat16 ("half" below);
// "plain" memory is float32 [batch][channels][height][width]. B is 8 or 16.
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
    int step, bool accumulates, float slope);

/// Adds a correction at every pixel whose row or column is not of class 0, the interior's.
///
/// `rows` [height] and `columns` [width] give classes; `table` is
/// [row classes][column classes][blocks·B].
void hb_correct_frame(
    const hb_stack *stack, void *memory, const uint8_t *rows, const uint8_t *columns,
    int column_classes, const float *table);

/// target = slope(first + second), all alike.
void hb_add(const hb_stack *stack, const void *first, const void *second, void *target, float slope);

/// Bilinear enlargement by a factor, half-pixel centres, edges repeated (align_corners = false).
void hb_enlarge(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int factor,
    const hb_adjust *adjust);

/// Maximum over squares of `size` pixels, `size` apart.
void hb_maximum_pool(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int size,
    const hb_adjust *adjust);

/// Blocked to plain: the first `channels` channels.
void hb_unpack(
    const hb_stack *from, const void *source, float *target, int channels, const hb_adjust *adjust);
/// Plain to blocked; channels beyond `channels` become 0.
void hb_pack(
    const hb_stack *to, const float *source, void *target, int channels, const hb_adjust *adjust);

/// A 3 by 3 convolution (stride 1, zero padding 1) of at most 4 plain channels.
///
/// `weights` is [3][3][inputs][blocks·B].
void hb_first_convolution(
    const hb_stack *to, const float *source, void *target, int inputs, const float *weights,
    const float *bias, float slope);

/// A 1 by 1 convolution to at most 4 plain channels; `weights` is [outputs][blocks·B]. Negative
/// inputs count `slope` times.
void hb_last_convolution(
    const hb_stack *from, const void *source, float *target, int outputs, const float *weights,
    const float *bias, float slope);

/// Functions of plain numbers, in place or not.
typedef enum { HB_TANH, HB_SIGMOID, HB_SCALE, HB_RECTIFY } hb_function;
void hb_apply(
    hb_function function, float parameter, const float *source, float *target, size_t count);

/// Softmax over the channels of plain images.
void hb_softmax(const float *source, float *target, int batch, int channels, size_t pixels);

/// For each image: target = base + vector, and zeros where channels are padded. `base` is
/// [padded], `vectors` [batch][channels], `target` [batch][padded].
void hb_add_vectors(
    const float *base, const float *vectors, float *target, int batch, int channels, int padded);

/// Multiplies and adds in registers, for measuring the machine's peak: `items` times so and so many
/// operations, which are returned.
double hb_multiply_and_add(long items);

#endif
