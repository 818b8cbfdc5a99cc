// Sums over pixels, by channel.
#include <stdlib.h>

#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack, *to;
  const void *x, *y;
  void *sums;
} summing;

// Sums of x and of x·y over one block of one image: rows in float, the whole in double.
INLINE void sum_block(
    const summing *job, long item, double totals[2][MOST_LANES], const int B, const bool half,
    const bool squares) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B, start = (size_t)item * image_size(stack);
  for (int y = 0; y < stack->height; y++) {
    float sums[2][MOST_LANES] = {{0}};
    PIXEL_BY_PIXEL
    for (size_t place = start + (size_t)y * row; place < start + (size_t)(y + 1) * row;
         place += B) {
      float x[MOST_LANES], other[MOST_LANES];
      load(x, job->x, place, B, half);
      if (!squares) load(other, job->y, place, B, half);
      for (int lane = 0; lane < B; lane++) {
        sums[0][lane] += x[lane];
        sums[1][lane] += x[lane] * (squares ? x[lane] : other[lane]);
      }
    }
    for (int lane = 0; lane < B; lane++) {
      totals[0][lane] += (double)sums[0][lane];
      totals[1][lane] += (double)sums[1][lane];
    }
  }
}

// Work item: one block of channels, all images in order.
INLINE void sum_channels(
    const summing *job, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  for (long block = begin; block < end; block++) {
    double totals[2][MOST_LANES] = {{0}};
    for (long image = 0; image < stack->batch; image++) {
      if (job->y) {
        sum_block(job, image * stack->blocks + block, totals, B, half, false);
      } else {
        sum_block(job, image * stack->blocks + block, totals, B, half, true);
      }
    }
    double *to = (double *)job->sums + (size_t)block * B;
    memcpy(to, totals[0], B * sizeof(double));
    memcpy(to + (size_t)stack->blocks * B, totals[1], B * sizeof(double));
  }
}

EVERY_PROCESSOR static void channels(const void *context, long begin, long end) {
  const summing *job = context;
  FOR_LANES(job->stack, sum_channels(job, begin, end, B, half));
}

void hb_channel_sums(const hb_stack *stack, const void *x, const void *y, double *sums) {
  summing job = {stack, NULL, x, y, sums};
  hb_parallel(stack->blocks, channels, &job);
}

// Work item: one block of one image.
INLINE void sum_pixels(const summing *job, long begin, long end, const int B, const bool half) {
  for (long item = begin; item < end; item++) {
    double totals[2][MOST_LANES] = {{0}};
    float sums[MOST_LANES];
    sum_block(job, item, totals, B, half, true);
    for (int lane = 0; lane < B; lane++) sums[lane] = (float)totals[0][lane];
    store(sums, job->sums, (size_t)item * B, B, job->to->bfloat16);
  }
}

EVERY_PROCESSOR static void pixels(const void *context, long begin, long end) {
  const summing *job = context;
  FOR_LANES(job->stack, sum_pixels(job, begin, end, B, half));
}

void hb_pixel_sums(const hb_stack *stack, const void *x, const hb_stack *to, void *sums) {
  summing job = {stack, to, x, NULL, sums};
  hb_parallel((long)stack->batch * stack->blocks, pixels, &job);
}

// Work item: one block of one image.
INLINE void sum_products(const summing *job, long begin, long end, const int B, const bool half) {
  for (long item = begin; item < end; item++) {
    double totals[2][MOST_LANES] = {{0}};
    float sums[MOST_LANES];
    sum_block(job, item, totals, B, half, false);
    for (int lane = 0; lane < B; lane++) sums[lane] = (float)totals[1][lane];
    store(sums, job->sums, (size_t)item * B, B, half);
  }
}

EVERY_PROCESSOR static void products(const void *context, long begin, long end) {
  const summing *job = context;
  FOR_LANES(job->stack, sum_products(job, begin, end, B, half));
}

void hb_product_back_second_vector(
    const hb_stack *stack, const void *gradient, const void *first, void *vectors) {
  summing job = {stack, NULL, gradient, first, vectors};
  hb_parallel((long)stack->batch * stack->blocks, products, &job);
}
