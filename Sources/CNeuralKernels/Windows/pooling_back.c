// The way back through the maximum or the average of windows.
#include "parallel.h"
#include "planes.h"
#include "windows.h"

typedef struct {
  hb_pool kind;
  // Of the gradient, and of the source and target.
  const hb_stack *from, *to;
  const void *gradient, *source;
  const hb_adjust *adjust;
  const hb_pool_window *windows;
  void *target;
  bool accumulates;
} pooling_back;

// The part of a window inside the picture.
typedef struct {
  int first_row, first_column, dilation, top, bottom, left, right;
} part;

INLINE size_t pixel_of(const part *part, const hb_stack *stack, int y, int x) {
  const size_t row = (size_t)(part->first_row + y * part->dilation);
  return row * stack->width + (size_t)(part->first_column + x * part->dilation);
}

// Gives each lane's gradient to the first of the window's largest pixels.
INLINE void give_to_largest(
    float *plane, const pooling_back *job, const part *part, size_t source,
    const lane_adjust *adjust, const float *given, const int B, const bool half) {
  float best[MOST_LANES], lanes[MOST_LANES];
  int32_t winner[MOST_LANES] = {0};
  bool is_first = true;
  for (int y = part->top; y < part->bottom; y++) {
    for (int x = part->left; x < part->right; x++) {
      const size_t pixel = pixel_of(part, job->to, y, x);
      load(lanes, job->source, source + pixel * B, B, half);
      apply_adjust(lanes, adjust, B);
      for (int lane = 0; lane < B; lane++) {
        const bool wins = is_first || lanes[lane] > best[lane];
        best[lane] = wins ? lanes[lane] : best[lane];
        winner[lane] = wins ? (int32_t)pixel : winner[lane];
      }
      is_first = false;
    }
  }
  for (int lane = 0; lane < B; lane++) plane[(size_t)winner[lane] * B + lane] += given[lane];
}

// Work item: one block of one image.
INLINE void return_images(
    const pooling_back *job, const bool is_maximum, long begin, long end, const int B,
    const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const hb_window *window = &job->windows->window;
  float *room = make_plane(to, half);
  for (long item = begin; item < end; item++) {
    float *plane = open_plane(room, to, job->target, item, job->accumulates, B, half);
    lane_adjust adjust;
    if (is_maximum)
      adjust = adjust_of_block(job->adjust, item / to->blocks, (int)(item % to->blocks), B);
    for (int row = 0; row < from->height; row++) {
      part part = {
          .first_row = row * window->stride - window->pad_top, .dilation = window->dilation};
      taps_inside(
          part.first_row, window->kernel_height, window->dilation, to->height, &part.top,
          &part.bottom);
      for (int column = 0; column < from->width; column++) {
        part.first_column = column * window->stride - window->pad_left;
        taps_inside(
            part.first_column, window->kernel_width, window->dilation, to->width, &part.left,
            &part.right);
        float given[MOST_LANES];
        const size_t pixel = (size_t)row * from->width + column;
        load(given, job->gradient, (size_t)item * image_size(from) + pixel * B, B, half);
        if (is_maximum) {
          give_to_largest(
              plane, job, &part, (size_t)item * image_size(to), &adjust, given, B, half);
          continue;
        }
        const int inside = (part.bottom - part.top) * (part.right - part.left);
        const float share =
            1 / (float)pixels_averaged(job->kind, job->windows, row, column, inside);
        for (int y = part.top; y < part.bottom; y++)
          for (int x = part.left; x < part.right; x++)
            give(plane + pixel_of(&part, to, y, x) * B, given, share, B);
      }
    }
    close_plane(plane, to, job->target, item, B, half);
  }
  free(room);
}

#define DEFINE_LOOP(name, is_maximum)                                                  \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {        \
    const pooling_back *job = context;                                                 \
    FOR_LANES(job->to, return_images(job, is_maximum, begin, end, B, half));           \
  }
DEFINE_LOOP(maximum_back, true)
DEFINE_LOOP(average_back, false)

void hb_pool_windows_back(
    hb_pool kind, const hb_stack *from, const void *gradient, const hb_pool_window *windows,
    const hb_stack *to, const void *source, const hb_adjust *adjust, void *target,
    bool accumulates) {
  pooling_back job = {kind, from, to, gradient, source, adjust, windows, target, accumulates};
  hb_parallel(
      (long)to->batch * to->blocks, kind == HB_POOL_MAXIMUM ? maximum_back : average_back, &job);
}
