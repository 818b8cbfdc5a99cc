// Convolutions to a few channels, which oneDNN's blocks would mostly fill with zeros.
#include "parallel.h"
#include "vectors.h"

enum { MOST = 4, PAIR = 2 };

typedef struct {
  const hb_stack *stack;
  const void *source;
  float *target;
  int few;
  const float *weights, *bias;
  float slope;
} last_job;

// A vector of a block, as floats.
INLINE void load16(lanes16 *made, const void *memory, size_t index, const bool half) {
  if (half) {
    uint16_t halves __attribute__((vector_size(32)));
    memcpy(&halves, (const uint16_t *)memory + index, sizeof halves);
    *made = (lanes16)(__builtin_convertvector(halves, lanes16_mask) << 16);
  } else {
    memcpy(made, (const float *)memory + index, sizeof *made);
  }
}

INLINE void load8(lanes8 *made, const void *memory, size_t index, const bool half) {
  memcpy(made, (const float *)memory + index, sizeof *made);
}

// The sum of all lanes, half by half.
INLINE float sum8(const lanes8 *all) {
  typedef float lanes4 __attribute__((vector_size(16)));
  lanes4 four = __builtin_shufflevector(*all, *all, 0, 1, 2, 3) +
                __builtin_shufflevector(*all, *all, 4, 5, 6, 7);
  return (four[0] + four[2]) + (four[1] + four[3]);
}

INLINE float sum16(const lanes16 *all) {
  lanes8 eight = __builtin_shufflevector(*all, *all, 0, 1, 2, 3, 4, 5, 6, 7) +
                 __builtin_shufflevector(*all, *all, 8, 9, 10, 11, 12, 13, 14, 15);
  return sum8(&eight);
}

// One pixel, whose first block is at `index` of the source.
#define DEFINE_PRODUCTS(vector, name, load, sum)                                            \
  INLINE void name(                                                                         \
      const last_job *job, size_t index, float *results, const int few, const int B,        \
      const bool half) {                                                                    \
    const hb_stack *from = job->stack;                                                      \
    vector sums[MOST][PAIR] = {{{0}}};                                                      \
    for (int block = 0; block < from->blocks; block++, index += image_size(from)) {         \
      for (int part = 0; part < B / VECTOR_OF(B); part++) {                                 \
        const int channel = block * B + part * VECTOR_OF(B);                                \
        vector value, factor;                                                               \
        load(&value, job->source, index + part * VECTOR_OF(B), half);                       \
        value = RECTIFIED(vector, value, job->slope);                                       \
        for (int output = 0; output < few; output++) {                                      \
          memcpy(                                                                           \
              &factor, job->weights + (size_t)output * from->blocks * B + channel,          \
              sizeof factor);                                                               \
          sums[output][part] += value * factor;                                             \
        }                                                                                   \
      }                                                                                     \
    }                                                                                       \
    for (int output = 0; output < few; output++) {                                          \
      vector all = sums[output][0];                                                         \
      if (half) all += sums[output][1];                                                     \
      results[output] = sum(&all) + job->bias[output];                                      \
    }                                                                                       \
  }
DEFINE_PRODUCTS(lanes16, products16, load16, sum16)
DEFINE_PRODUCTS(lanes8, products8, load8, sum8)

// Work item: one row of one image.
INLINE void last_rows(
    const last_job *job, long begin, long end, const int few, const int B, const bool half) {
  const hb_stack *from = job->stack;
  const size_t pixels = (size_t)from->height * from->width;
  for (long item = begin; item < end; item++) {
    const size_t image = (size_t)(item / from->height);
    const size_t row = (size_t)(item % from->height) * from->width;
    for (size_t pixel = row; pixel < row + from->width; pixel++) {
      const size_t index = image * from->blocks * image_size(from) + pixel * B;
      float results[MOST];
      if (B == 8) {
        products8(job, index, results, few, B, half);
      } else {
        products16(job, index, results, few, B, half);
      }
      for (int output = 0; output < few; output++)
        job->target[(image * few + output) * pixels + pixel] = results[output];
    }
  }
}

EVERY_PROCESSOR static void last(const void *context, long begin, long end) {
  const last_job *job = context;
  switch (job->few) {
    case 1: FOR_LANES(job->stack, last_rows(job, begin, end, 1, B, half)); break;
    case 2: FOR_LANES(job->stack, last_rows(job, begin, end, 2, B, half)); break;
    case 3: FOR_LANES(job->stack, last_rows(job, begin, end, 3, B, half)); break;
    case 4: FOR_LANES(job->stack, last_rows(job, begin, end, 4, B, half)); break;
  }
}

void hb_last_convolution(
    const hb_stack *from, const void *source, float *target, int outputs, const float *weights,
    const float *bias, float slope) {
  last_job job = {from, source, target, outputs, weights, bias, slope};
  hb_parallel((long)from->batch * from->height, last, &job);
}
