// The way back through a change of size.
#include "bilinear.h"
#include "parallel.h"

typedef struct {
  hb_resize_kind kind;
  // Of the gradient, and of the target.
  const hb_stack *from, *to;
  const void *gradient;
  void *target;
  bool accumulates;
} resizing_back;

// Work item: one block of one image.
INLINE void return_images(
    const resizing_back *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const axis down = axis_of(job->kind, to->height, from->height);
  const axis across = axis_of(job->kind, to->width, from->width);
  float *room = make_plane(to, half);
  for (long item = begin; item < end; item++) {
    float *plane = open_plane(room, to, job->target, item, job->accumulates, B, half);
    for (int row = 0; row < from->height; row++) {
      const neighbours rows = neighbours_of(&down, row);
      for (int column = 0; column < from->width; column++) {
        const neighbours columns = neighbours_of(&across, column);
        float lanes[MOST_LANES];
        const size_t pixel = (size_t)row * from->width + column;
        load(lanes, job->gradient, (size_t)item * image_size(from) + pixel * B, B, half);
        if (job->kind == HB_RESIZE_NEAREST) {
          const size_t place = (size_t)rows.first * to->width + columns.first;
          give(plane + place * B, lanes, 1, B);
        } else {
          give_four(plane, to->width, rows, columns, lanes, B);
        }
      }
    }
    close_plane(plane, to, job->target, item, B, half);
  }
  free(room);
}

EVERY_PROCESSOR static void resize_back(const void *context, long begin, long end) {
  const resizing_back *job = context;
  FOR_LANES(job->to, return_images(job, begin, end, B, half));
}

void hb_resize_back(
    hb_resize_kind kind, const hb_stack *from, const void *gradient, const hb_stack *to,
    void *target, bool accumulates) {
  resizing_back job = {kind, from, to, gradient, target, accumulates};
  hb_parallel((long)to->batch * to->blocks, resize_back, &job);
}
