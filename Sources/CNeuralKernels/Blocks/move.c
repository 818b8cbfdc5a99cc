// Copies of pixels, adjusting on the way, and the way back.
#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *from, *to;
  const void *source;
  void *target;
  int step;
  const hb_adjust *adjust;
} move;

// Work item: one row of one block of `to`.
INLINE void subsample_rows(
    const move *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    long image = item / to->height, row = item % to->height;
    lane_adjust adjust = adjust_of_block(
        job->adjust, image / to->blocks, (int)(image % to->blocks), B);
    size_t source = (size_t)image * image_size(from) + (size_t)row * job->step * from->width * B;
    size_t target = (size_t)image * image_size(to) + (size_t)row * to->width * B;
    PIXEL_BY_PIXEL
    for (int pixel = 0; pixel < to->width; pixel++) {
      float lanes[MOST_LANES];
      load(lanes, job->source, source + (size_t)pixel * job->step * B, B, half);
      apply_adjust(lanes, &adjust, B);
      store(lanes, job->target, target + (size_t)pixel * B, B, half);
    }
  }
}

EVERY_PROCESSOR static void subsample(const void *context, long begin, long end) {
  const move *job = context;
  FOR_LANES(job->from, subsample_rows(job, begin, end, B, half));
}

void hb_subsample(
    const hb_stack *from, const void *source, const hb_stack *to, void *target, int step,
    const hb_adjust *adjust) {
  move job = {from, to, source, target, step, adjust};
  hb_parallel((long)to->batch * to->blocks * to->height, subsample, &job);
}

typedef struct {
  // Of the gradient, and of the target.
  const hb_stack *from, *to;
  const void *gradient;
  void *target;
  int step;
  bool accumulates;
} move_back;

// Work item: one row of one block of `to`.
INLINE void spread_rows(
    const move_back *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  for (long item = begin; item < end; item++) {
    const int row = (int)(item % to->height);
    const bool receives = row % job->step == 0 && row / job->step < from->height;
    const size_t gradient = (size_t)(item / to->height) * image_size(from) +
                            (size_t)(row / job->step) * from->width * B;
    PIXEL_BY_PIXEL
    for (int column = 0; column < to->width; column++) {
      const size_t place = ((size_t)item * to->width + column) * B;
      float lanes[MOST_LANES] = {0}, given[MOST_LANES];
      if (job->accumulates) load(lanes, job->target, place, B, half);
      if (receives && column % job->step == 0 && column / job->step < from->width) {
        load(given, job->gradient, gradient + (size_t)(column / job->step) * B, B, half);
        for (int lane = 0; lane < B; lane++) lanes[lane] += given[lane];
      }
      store(lanes, job->target, place, B, half);
    }
  }
}

EVERY_PROCESSOR static void subsample_back(const void *context, long begin, long end) {
  const move_back *job = context;
  FOR_LANES(job->to, spread_rows(job, begin, end, B, half));
}

void hb_subsample_back(
    const hb_stack *from, const void *gradient, const hb_stack *to, void *target, int step,
    bool accumulates) {
  move_back job = {from, to, gradient, target, step, accumulates};
  hb_parallel((long)to->batch * to->blocks * to->height, subsample_back, &job);
}
