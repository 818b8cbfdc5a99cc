// The way back to whole pictures: what is added to a pixel several times is added up in float.
#ifndef HB_PLANES_H
#define HB_PLANES_H

#include <stdlib.h>

#include "lanes.h"

// Room for one block of one image of `stack`, where it has no floats of its own.
INLINE float *make_plane(const hb_stack *stack, const bool half) {
  if (!half) return NULL;
  float *plane = malloc(image_size(stack) * sizeof(float));
  if (!plane) abort();
  return plane;
}

// What is added to, for block `item` of all images' blocks: zeros, or what the target holds.
INLINE float *open_plane(
    float *room, const hb_stack *stack, void *target, long item, bool accumulates, const int B,
    const bool half) {
  const size_t size = image_size(stack), start = (size_t)item * size;
  float *plane = half ? room : (float *)target + start;
  if (!accumulates) {
    memset(plane, 0, size * sizeof(float));
  } else if (half) {
    for (size_t place = 0; place < size; place += B)
      load(plane + place, target, start + place, B, half);
  }
  return plane;
}

INLINE void close_plane(
    const float *plane, const hb_stack *stack, void *target, long item, const int B,
    const bool half) {
  if (!half) return;
  const size_t size = image_size(stack);
  for (size_t place = 0; place < size; place += B)
    store(plane + place, target, (size_t)item * size + place, B, half);
}

// Adds to one pixel.
INLINE void give(float *pixel, const float *lanes, float factor, const int B) {
  for (int lane = 0; lane < B; lane++) pixel[lane] += factor * lanes[lane];
}

#endif
