// Bilinear enlargement and pooling of blocked images.
#include <math.h>

#include "enlargement.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *from, *to;
  const void *source;
  void *target;
  int factor;
  const hb_adjust *adjust;
} resampling;

// Work item: one row of one block of the target.
INLINE void enlarge_rows(
    const resampling *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    long image = item / to->height;
    int row = (int)(item % to->height), top, bottom;
    float down;
    neighbours(row, job->factor, from->height, &top, &bottom, &down);
    lane_adjust adjust = adjust_of_block(
        job->adjust, image / to->blocks, (int)(image % to->blocks), B);
    size_t source = (size_t)image * image_size(from);
    size_t upper = source + (size_t)top * from->width * B;
    size_t lower = source + (size_t)bottom * from->width * B;
    for (int column = 0; column < to->width; column++) {
      int left, right;
      float across;
      neighbours(column, job->factor, from->width, &left, &right, &across);
      float corners[4][16], lanes[16];
      load(corners[0], job->source, upper + (size_t)left * B, B, half);
      load(corners[1], job->source, upper + (size_t)right * B, B, half);
      load(corners[2], job->source, lower + (size_t)left * B, B, half);
      load(corners[3], job->source, lower + (size_t)right * B, B, half);
      for (int corner = 0; corner < 4; corner++) apply_adjust(corners[corner], &adjust, B);
      for (int lane = 0; lane < B; lane++) {
        float above = corners[0][lane] + across * (corners[1][lane] - corners[0][lane]);
        float below = corners[2][lane] + across * (corners[3][lane] - corners[2][lane]);
        lanes[lane] = above + down * (below - above);
      }
      size_t place = (size_t)image * image_size(to) + ((size_t)row * to->width + column) * B;
      store(lanes, job->target, place, B, half);
    }
  }
}

EVERY_PROCESSOR static void enlarge(const void *context, long begin, long end) {
  const resampling *job = context;
  FOR_LANES(job->from, enlarge_rows(job, begin, end, B, half));
}

void hb_enlarge(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int factor,
    const hb_adjust *adjust) {
  resampling job = {from, to, source, target, factor, adjust};
  hb_parallel((long)to->batch * to->blocks * to->height, enlarge, &job);
}

// Work item: one row of one block of the target.
INLINE void pool_rows(const resampling *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    long image = item / to->height, row = item % to->height;
    lane_adjust adjust = adjust_of_block(
        job->adjust, image / to->blocks, (int)(image % to->blocks), B);
    for (int column = 0; column < to->width; column++) {
      float best[16], lanes[16];
      for (int lane = 0; lane < B; lane++) best[lane] = -INFINITY;
      for (int y = 0; y < job->factor; y++) {
        for (int x = 0; x < job->factor; x++) {
          size_t place = (size_t)image * image_size(from) +
                         ((size_t)(row * job->factor + y) * from->width +
                          (size_t)column * job->factor + x) * B;
          load(lanes, job->source, place, B, half);
          apply_adjust(lanes, &adjust, B);
          for (int lane = 0; lane < B; lane++)
            best[lane] = lanes[lane] > best[lane] ? lanes[lane] : best[lane];
        }
      }
      size_t place = (size_t)image * image_size(to) + ((size_t)row * to->width + column) * B;
      store(best, job->target, place, B, half);
    }
  }
}

EVERY_PROCESSOR static void pool(const void *context, long begin, long end) {
  const resampling *job = context;
  FOR_LANES(job->from, pool_rows(job, begin, end, B, half));
}

void hb_maximum_pool(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int size,
    const hb_adjust *adjust) {
  resampling job = {from, to, source, target, size, adjust};
  hb_parallel((long)to->batch * to->blocks * to->height, pool, &job);
}
