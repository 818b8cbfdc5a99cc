// Copies of pixels, adjusting on the way.
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
    for (int pixel = 0; pixel < to->width; pixel++) {
      float lanes[16];
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
