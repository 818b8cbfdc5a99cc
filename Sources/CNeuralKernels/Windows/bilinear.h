// A number between four pixels of blocked memory, and the way back to them.
#ifndef HB_BILINEAR_H
#define HB_BILINEAR_H

#include "interpolation.h"
#include "planes.h"

// One block between four pixels of the image whose block begins at `start`.
INLINE void mix(
    float *lanes, const hb_stack *from, const void *source, size_t start, neighbours rows,
    neighbours columns, const lane_adjust *adjust, const int B, const bool half) {
  const size_t upper = start + (size_t)rows.first * from->width * B;
  const size_t lower = start + (size_t)rows.second * from->width * B;
  float corners[4][MOST_LANES];
  load(corners[0], source, upper + (size_t)columns.first * B, B, half);
  load(corners[1], source, upper + (size_t)columns.second * B, B, half);
  load(corners[2], source, lower + (size_t)columns.first * B, B, half);
  load(corners[3], source, lower + (size_t)columns.second * B, B, half);
  for (int corner = 0; corner < 4; corner++) apply_adjust(corners[corner], adjust, B);
  for (int lane = 0; lane < B; lane++) {
    float above = corners[0][lane] + columns.weight * (corners[1][lane] - corners[0][lane]);
    float below = corners[2][lane] + columns.weight * (corners[3][lane] - corners[2][lane]);
    lanes[lane] = above + rows.weight * (below - above);
  }
}

// Adds one block to the four pixels of a plane `width` pixels wide that it was mixed of.
INLINE void give_four(
    float *plane, int width, neighbours rows, neighbours columns, const float *lanes,
    const int B) {
  float *upper = plane + (size_t)rows.first * width * B;
  float *lower = plane + (size_t)rows.second * width * B;
  const size_t left = (size_t)columns.first * B, right = (size_t)columns.second * B;
  give(upper + left, lanes, (1 - rows.weight) * (1 - columns.weight), B);
  give(upper + right, lanes, (1 - rows.weight) * columns.weight, B);
  give(lower + left, lanes, rows.weight * (1 - columns.weight), B);
  give(lower + right, lanes, rows.weight * columns.weight, B);
}

#endif
