// Which pixels a change of size mixes.
#ifndef HB_INTERPOLATION_H
#define HB_INTERPOLATION_H

#include <math.h>

#include "WindowKernels.h"
#include "lanes.h"

// One axis of a change of size. `factor` is that of a whole enlargement, else 0.
typedef struct {
  hb_resize_kind kind;
  int from, to, factor;
} axis;

INLINE axis axis_of(hb_resize_kind kind, int from, int to) {
  return (axis){kind, from, to, to % from == 0 ? to / from : 0};
}

// The two source pixels of a target pixel, and the weight of the second.
typedef struct {
  int first, second;
  float weight;
} neighbours;

INLINE neighbours nearest_of(const axis *axis, int pixel) {
  // In float, as PyTorch rounds it.
  int index = (int)((float)pixel * ((float)axis->from / (float)axis->to));
  index = index < axis->from ? index : axis->from - 1;
  return (neighbours){index, index, 0};
}

INLINE neighbours neighbours_at(const axis *axis, int below, float weight) {
  const int last = axis->from - 1;
  const int first = below < 0 ? 0 : below < last ? below : last;
  return (neighbours){first, below + 1 < last ? below + 1 : last, weight};
}

INLINE neighbours neighbours_of(const axis *axis, int pixel) {
  if (axis->kind == HB_RESIZE_NEAREST) return nearest_of(axis, pixel);
  if (axis->kind == HB_RESIZE_BILINEAR && axis->factor > 0) {
    float place = ((float)pixel + 0.5f) / (float)axis->factor - 0.5f, below = floorf(place);
    return neighbours_at(axis, (int)below, place - below);
  }
  double place = 0;
  if (axis->kind == HB_RESIZE_BILINEAR)
    place = (pixel + 0.5) * axis->from / axis->to - 0.5;
  else if (axis->to > 1)
    place = (double)pixel * (axis->from - 1) / (axis->to - 1);
  double below = floor(place);
  return neighbours_at(axis, (int)below, (float)(place - below));
}

#endif
