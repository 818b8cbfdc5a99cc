// Pixels of a block copied to where a convolution's taps find them: adjusted, with zeros around
// them, and apart in planes of every stride-th pixel.
#ifndef HB_HALF_GATHER_H
#define HB_HALF_GATHER_H

#include "half_geometry.h"

typedef struct {
  const void *numbers;
  // NULL: none.
  const hb_adjust *adjust;
  int blocks, height, width;
  const half_axis *rows, *columns;
  // Pixels of a plane's row.
  int pitch;
} half_reading;

// Copies so many rows of every plane, from row `first` on, which may lie outside: [plane][row]
// [column from columns->least on][32].
void hb_half_gather(
    const half_reading *from, int image, int block, int first, int count, void *copy);

static inline int half_planes(const half_reading *from) {
  return from->rows->planes * from->columns->planes;
}

#endif
