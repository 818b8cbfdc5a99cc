// Samples of a picture at points, and the way back.
#include "Windows/bilinear.h"
#include "parallel.h"
#include "points.h"

// The pixels of an axis around a place, 0…1 of the axis.
INLINE neighbours neighbours_of_place(int size, float place) {
  const double pixel = (double)place * size - 0.5;
  // Within what an int holds; not a number becomes the beginning.
  const double inside = pixel > 0 ? pixel < size ? pixel : size : 0, below = floor(inside);
  const axis whole = {.from = size};
  return neighbours_at(&whole, (int)below, (float)(inside - below));
}

typedef struct {
  const hb_points *points;
  // Samples, and the picture.
  const hb_stack *samples, *picture;
  const void *source;
  const hb_adjust *adjust;
  void *target;
  bool accumulates;
} sampling;

// Work item: one block of one image.
INLINE void sample_blocks(
    const sampling *job, long begin, long end, const int B, const bool half) {
  const hb_stack *picture = job->picture;
  for (long item = begin; item < end; item++) {
    const long image = item / picture->blocks;
    const lane_adjust adjust =
        adjust_of_block(job->adjust, image, (int)(item % picture->blocks), B);
    const float *rows = channel_of_points(job->points, image, POINT_ROW);
    const float *columns = channel_of_points(job->points, image, POINT_COLUMN);
    for (int point = 0; point < job->points->count; point++) {
      float lanes[MOST_LANES] = {0};
      if (is_there(job->points, image, point))
        mix(lanes, picture, job->source, (size_t)item * image_size(picture),
            neighbours_of_place(picture->height, rows[point]),
            neighbours_of_place(picture->width, columns[point]), &adjust, B, half);
      store(
          lanes, job->target, (size_t)item * image_size(job->samples) + (size_t)point * B, B,
          half);
    }
  }
}

EVERY_PROCESSOR static void sample(const void *context, long begin, long end) {
  const sampling *job = context;
  FOR_LANES(job->picture, sample_blocks(job, begin, end, B, half));
}

void hb_sample(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_points *points,
    const hb_stack *to, void *target) {
  sampling job = {points, to, from, source, adjust, target, false};
  hb_parallel((long)from->batch * from->blocks, sample, &job);
}

// Work item: one block of one image.
INLINE void return_blocks(
    const sampling *job, long begin, long end, const int B, const bool half) {
  const hb_stack *picture = job->picture;
  float *room = make_plane(picture, half);
  for (long item = begin; item < end; item++) {
    const long image = item / picture->blocks;
    float *plane = open_plane(room, picture, job->target, item, job->accumulates, B, half);
    const float *rows = channel_of_points(job->points, image, POINT_ROW);
    const float *columns = channel_of_points(job->points, image, POINT_COLUMN);
    for (int point = 0; point < job->points->count; point++) {
      if (!is_there(job->points, image, point)) continue;
      float lanes[MOST_LANES];
      load(
          lanes, job->source, (size_t)item * image_size(job->samples) + (size_t)point * B, B,
          half);
      give_four(
          plane, picture->width, neighbours_of_place(picture->height, rows[point]),
          neighbours_of_place(picture->width, columns[point]), lanes, B);
    }
    close_plane(plane, picture, job->target, item, B, half);
  }
  free(room);
}

EVERY_PROCESSOR static void sample_back(const void *context, long begin, long end) {
  const sampling *job = context;
  FOR_LANES(job->picture, return_blocks(job, begin, end, B, half));
}

void hb_sample_back(
    const hb_stack *from, const void *gradient, const hb_points *points, const hb_stack *to,
    void *target, bool accumulates) {
  sampling job = {points, from, to, gradient, NULL, target, accumulates};
  hb_parallel((long)to->batch * to->blocks, sample_back, &job);
}
