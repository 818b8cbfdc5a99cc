// The way back through what changes an image's size.
#include <math.h>

#include "LearningKernels.h"
#include "enlargement.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  // Of the gradient, and of the target.
  const hb_stack *from, *to;
  const void *gradient, *input;
  const hb_adjust *adjust;
  void *target;
  int factor;
  bool accumulates;
} resampling_back;

// Adds to one pixel of the target.
INLINE void give(
    const resampling_back *job, size_t place, const float *lanes, float factor, const int B,
    const bool half) {
  float held[16];
  load(held, job->target, place, B, half);
  for (int lane = 0; lane < B; lane++) held[lane] += factor * lanes[lane];
  store(held, job->target, place, B, half);
}

INLINE void clear(const resampling_back *job, size_t start, size_t count, const bool half) {
  size_t size = half ? sizeof(uint16_t) : sizeof(float);
  if (!job->accumulates) memset((char *)job->target + start * size, 0, count * size);
}

// Work item of all loops here: one block of one image.
#define DEFINE_LOOP(name, body)                                             \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) { \
    const resampling_back *job = context;                                   \
    FOR_LANES(job->to, body(job, begin, end, B, half));                     \
  }

INLINE void subsample_images(
    const resampling_back *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    const size_t target = (size_t)item * image_size(to), source = (size_t)item * image_size(from);
    clear(job, target, image_size(to), half);
    for (int row = 0; row < from->height; row++) {
      for (int column = 0; column < from->width; column++) {
        float lanes[16];
        load(lanes, job->gradient, source + ((size_t)row * from->width + column) * B, B, half);
        size_t place = ((size_t)row * to->width + column) * job->factor;
        give(job, target + place * B, lanes, 1, B, half);
      }
    }
  }
}
DEFINE_LOOP(subsample_back, subsample_images)

void hb_subsample_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, void *target, int step,
    bool accumulates) {
  resampling_back job = {from, to, gradient, NULL, NULL, target, step, accumulates};
  hb_parallel((long)to->batch * to->blocks, subsample_back, &job);
}

INLINE void enlarge_images(
    const resampling_back *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    const size_t target = (size_t)item * image_size(to), source = (size_t)item * image_size(from);
    clear(job, target, image_size(to), half);
    for (int row = 0; row < from->height; row++) {
      int top, bottom;
      float down;
      neighbours(row, job->factor, to->height, &top, &bottom, &down);
      for (int column = 0; column < from->width; column++) {
        int left, right;
        float across, lanes[16];
        neighbours(column, job->factor, to->width, &left, &right, &across);
        load(lanes, job->gradient, source + ((size_t)row * from->width + column) * B, B, half);
        const size_t upper = target + (size_t)top * to->width * B;
        const size_t lower = target + (size_t)bottom * to->width * B;
        give(job, upper + (size_t)left * B, lanes, (1 - down) * (1 - across), B, half);
        give(job, upper + (size_t)right * B, lanes, (1 - down) * across, B, half);
        give(job, lower + (size_t)left * B, lanes, down * (1 - across), B, half);
        give(job, lower + (size_t)right * B, lanes, down * across, B, half);
      }
    }
  }
}
DEFINE_LOOP(enlarge_back, enlarge_images)

void hb_enlarge_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, void *target, int factor,
    bool accumulates) {
  resampling_back job = {from, to, gradient, NULL, NULL, target, factor, accumulates};
  hb_parallel((long)to->batch * to->blocks, enlarge_back, &job);
}

INLINE void pool_images(
    const resampling_back *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const int size = job->factor;
  for (long item = begin; item < end; item++) {
    const size_t target = (size_t)item * image_size(to), source = (size_t)item * image_size(from);
    lane_adjust adjust =
        adjust_of_block(job->adjust, item / to->blocks, (int)(item % to->blocks), B);
    clear(job, target, image_size(to), half);
    for (long pixel = 0; pixel < (long)from->height * from->width; pixel++) {
      const long row = pixel / from->width * size, column = pixel % from->width * size;
      float best[16], lanes[16], given[16];
      int winner[16] = {0};
      for (int place = 0; place < size * size; place++) {
        size_t offset = (size_t)((row + place / size) * to->width + column + place % size) * B;
        load(lanes, job->input, target + offset, B, half);
        apply_adjust(lanes, &adjust, B);
        for (int lane = 0; lane < B; lane++) {
          if (place == 0 || lanes[lane] > best[lane]) {
            best[lane] = lanes[lane];
            winner[lane] = place;
          }
        }
      }
      load(given, job->gradient, source + (size_t)pixel * B, B, half);
      for (int place = 0; place < size * size; place++) {
        size_t offset = (size_t)((row + place / size) * to->width + column + place % size) * B;
        for (int lane = 0; lane < B; lane++) lanes[lane] = winner[lane] == place ? given[lane] : 0;
        give(job, target + offset, lanes, 1, B, half);
      }
    }
  }
}
DEFINE_LOOP(pool_back, pool_images)

void hb_maximum_pool_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, const void *input,
    const hb_adjust *adjust, void *target, int size, bool accumulates) {
  resampling_back job = {from, to, gradient, input, adjust, target, size, accumulates};
  hb_parallel((long)to->batch * to->blocks, pool_back, &job);
}
