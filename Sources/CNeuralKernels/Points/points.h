// Which points are there, and where.
#ifndef HB_POINTS_H
#define HB_POINTS_H

#include "PointKernels.h"
#include "lanes.h"

enum { POINT_ROW, POINT_COLUMN, POINT_FIRST, POINT_SECOND, POINT_FLAG };

// One channel of an image's points.
INLINE const float *channel_of_points(const hb_points *points, long image, int channel) {
  return points->numbers + ((size_t)image * points->channels + channel) * points->count;
}

INLINE bool is_there(const hb_points *points, long image, int point) {
  return points->channels <= POINT_FLAG ||
         channel_of_points(points, image, POINT_FLAG)[point] >= 0.5f;
}

#endif
