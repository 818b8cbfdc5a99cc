// Which pixels a bilinear enlargement mixes.
#ifndef HB_ENLARGEMENT_H
#define HB_ENLARGEMENT_H

#include <math.h>

#include "lanes.h"

// The two neighbours of a target pixel along one axis, and the weight of the second.
INLINE void neighbours(int pixel, int factor, int size, int *first, int *second, float *weight) {
  float place = ((float)pixel + 0.5f) / (float)factor - 0.5f;
  float below = floorf(place);
  *weight = place - below;
  int index = (int)below;
  *first = index < 0 ? 0 : index;
  *second = index + 1 < size ? index + 1 : size - 1;
}

#endif
