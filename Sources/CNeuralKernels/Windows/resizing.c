// Pictures at another size.
#include "bilinear.h"
#include "parallel.h"

typedef struct {
  hb_resize_kind kind;
  const hb_stack *from, *to;
  const void *source;
  const hb_adjust *adjust;
  void *target;
} resizing;

// Work item: one row of one block of the target.
INLINE void resize_rows(
    const resizing *job, const bool is_nearest, long begin, long end, const int B,
    const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const axis down = axis_of(job->kind, from->height, to->height);
  const axis across = axis_of(job->kind, from->width, to->width);
  for (long item = begin; item < end; item++) {
    const long image = item / to->height;
    const size_t source = (size_t)image * image_size(from);
    const neighbours rows = neighbours_of(&down, (int)(item % to->height));
    const lane_adjust adjust = adjust_of_block(
        job->adjust, image / to->blocks, (int)(image % to->blocks), B);
    for (int column = 0; column < to->width; column++) {
      const neighbours columns = neighbours_of(&across, column);
      float lanes[MOST_LANES];
      if (is_nearest) {
        const size_t pixel = (size_t)rows.first * from->width + columns.first;
        load(lanes, job->source, source + pixel * B, B, half);
        apply_adjust(lanes, &adjust, B);
      } else {
        mix(lanes, from, job->source, source, rows, columns, &adjust, B, half);
      }
      store(lanes, job->target, ((size_t)item * to->width + column) * B, B, half);
    }
  }
}

#define DEFINE_LOOP(name, is_nearest)                                                  \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {        \
    const resizing *job = context;                                                     \
    FOR_LANES(job->from, resize_rows(job, is_nearest, begin, end, B, half));           \
  }
DEFINE_LOOP(nearest, true)
DEFINE_LOOP(bilinear, false)

void hb_resize(
    hb_resize_kind kind, const hb_stack *from, const void *source, const hb_adjust *adjust,
    const hb_stack *to, void *target) {
  resizing job = {kind, from, to, source, adjust, target};
  hb_parallel(
      (long)to->batch * to->blocks * to->height, kind == HB_RESIZE_NEAREST ? nearest : bilinear,
      &job);
}
