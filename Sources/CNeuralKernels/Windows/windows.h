// Which parts of a window lie inside a picture.
#ifndef HB_WINDOWS_H
#define HB_WINDOWS_H

#include "WindowKernels.h"
#include "lanes.h"

// Along one axis the taps of a window at `place` that lie inside 0..<size: begin..<end.
INLINE void taps_inside(int place, int kernel, int dilation, int size, int *begin, int *end) {
  *begin = 0;
  *end = kernel;
  // Most are; the divisions below take time.
  if (place >= 0 && place + (kernel - 1) * dilation < size) return;
  int inside = size > place ? (size - place + dilation - 1) / dilation : 0;
  *begin = place < 0 ? (dilation - 1 - place) / dilation : 0;
  *end = inside < kernel ? inside : kernel;
}

// By how many pixels the sum over an average's window is divided; `inside` are the picture's.
INLINE int pixels_averaged(
    hb_pool kind, const hb_pool_window *windows, int row, int column, int inside) {
  if (kind == HB_POOL_AVERAGE) return inside;
  const hb_window *window = &windows->window;
  int begin, bottom, right;
  taps_inside(
      row * window->stride, window->kernel_height, window->dilation, windows->padded_height,
      &begin, &bottom);
  taps_inside(
      column * window->stride, window->kernel_width, window->dilation, windows->padded_width,
      &begin, &right);
  return bottom * right;
}

#endif
