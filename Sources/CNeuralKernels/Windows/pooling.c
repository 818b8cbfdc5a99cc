// The maximum or the average of windows.
#include <math.h>

#include "parallel.h"
#include "windows.h"

typedef struct {
  hb_pool kind;
  const hb_stack *from, *to;
  const void *source;
  const hb_adjust *adjust;
  const hb_pool_window *windows;
  void *target;
} pooling;

// Work item: one row of one block of the target.
INLINE void pool_rows(
    const pooling *job, const bool is_maximum, long begin, long end, const int B,
    const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const hb_window *window = &job->windows->window;
  for (long item = begin; item < end; item++) {
    const long image = item / to->height;
    const int first_row = (int)(item % to->height) * window->stride - window->pad_top;
    const lane_adjust adjust = adjust_of_block(
        job->adjust, image / to->blocks, (int)(image % to->blocks), B);
    const size_t source = (size_t)image * image_size(from);
    int top, bottom, left, right;
    taps_inside(
        first_row, window->kernel_height, window->dilation, from->height, &top, &bottom);
    PIXEL_BY_PIXEL
    for (int column = 0; column < to->width; column++) {
      const int first_column = column * window->stride - window->pad_left;
      taps_inside(
          first_column, window->kernel_width, window->dilation, from->width, &left, &right);
      float pooled[MOST_LANES], lanes[MOST_LANES];
      for (int lane = 0; lane < B; lane++) pooled[lane] = is_maximum ? -INFINITY : 0;
      for (int y = top; y < bottom; y++) {
        const long row = (long)(first_row + y * window->dilation) * from->width + first_column;
        PIXEL_BY_PIXEL
        for (int x = left; x < right; x++) {
          const size_t pixel = (size_t)(row + x * window->dilation);
          load(lanes, job->source, source + pixel * B, B, half);
          apply_adjust(lanes, &adjust, B);
          for (int lane = 0; lane < B; lane++) {
            if (is_maximum) {
              pooled[lane] = lanes[lane] > pooled[lane] ? lanes[lane] : pooled[lane];
            } else {
              pooled[lane] += lanes[lane];
            }
          }
        }
      }
      if (!is_maximum) {
        const float count = (float)pixels_averaged(
            job->kind, job->windows, (int)(item % to->height), column,
            (bottom - top) * (right - left));
        for (int lane = 0; lane < B; lane++) pooled[lane] /= count;
      }
      store(pooled, job->target, ((size_t)item * to->width + column) * B, B, half);
    }
  }
}

#define DEFINE_LOOP(name, is_maximum)                                                  \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {        \
    const pooling *job = context;                                                      \
    FOR_LANES(job->from, pool_rows(job, is_maximum, begin, end, B, half));             \
  }
DEFINE_LOOP(maximum, true)
DEFINE_LOOP(average, false)

void hb_pool_windows(
    hb_pool kind, const hb_stack *from, const void *source, const hb_adjust *adjust,
    const hb_pool_window *windows, const hb_stack *to, void *target) {
  pooling job = {kind, from, to, source, adjust, windows, target};
  hb_parallel(
      (long)to->batch * to->blocks * to->height, kind == HB_POOL_MAXIMUM ? maximum : average,
      &job);
}
