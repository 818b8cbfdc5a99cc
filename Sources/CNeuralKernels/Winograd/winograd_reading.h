// Tiles of pixels from blocked memory, adjusted on the way.
#ifndef HB_WINOGRAD_READING_H
#define HB_WINOGRAD_READING_H

#include "winograd_lanes.h"

// `size` by `size` pixels of one block of one image; zeros outside. `plain` says that nothing is
// adjusted.
INLINE void read_pixels(
    const int size, const float *image, int height, int width, lattice at, bool plain,
    __m512 slope, __m512 scale, __m512 shift, __m512 *d) {
  const int reach = (size - 1) * at.step;
  const bool inside = at.row >= 0 && at.column >= 0 && at.row + reach < height &&
                      at.column + reach < width;
  for (int y = 0; y < size; y++) {
    int row = at.row + y * at.step;
    const float *line = image + (ptrdiff_t)row * width * LANES;
    // The tiles beyond the next one: the processor does not guess short rows by itself.
    for (int x = 2; x < size; x++)
      _mm_prefetch(
          (const char *)(line + (ptrdiff_t)(at.column + (x + 8) * at.step) * LANES), _MM_HINT_T0);
    for (int x = 0; x < size; x++) {
      int column = at.column + x * at.step;
      __m512 value = _mm512_setzero_ps();
      if (inside || (row >= 0 && row < height && column >= 0 && column < width)) {
        value = _mm512_loadu_ps(line + (ptrdiff_t)column * LANES);
        if (!plain) value = _mm512_fmadd_ps(rectified(value, slope), scale, shift);
      }
      d[y * size + x] = value;
    }
  }
}

// The same with an adjustment; `block` counts blocks of channels.
INLINE void read_adjusted(
    const int size, const float *source, int image, int blocks, int block, int height, int width,
    lattice at, const hb_adjust *adjust, __m512 *d) {
  __m512 scale = _mm512_set1_ps(1), shift = _mm512_setzero_ps();
  if (adjust->scale) scale = _mm512_loadu_ps(adjust->scale + block * LANES);
  if (adjust->shift)
    shift = _mm512_loadu_ps(adjust->shift + (size_t)image * adjust->shift_stride + block * LANES);
  read_pixels(
      size, source + ((size_t)image * blocks + block) * height * width * LANES, height, width, at,
      adjust->slope == 1 && !adjust->scale && !adjust->shift, _mm512_set1_ps(adjust->slope),
      scale, shift, d);
}

// Six by six pixels to their transform, stored `stride` floats apart.
INLINE void store_transform(const __m512 d[POINTS], float *to, size_t stride) {
  __m512 rows[POINTS];
  for (int x = 0; x < 6; x++)
    forward(rows + x, 6, d[x], d[6 + x], d[12 + x], d[18 + x], d[24 + x], d[30 + x]);
  for (int y = 0; y < 6; y++) {
    const __m512 *r = rows + 6 * y;
    __m512 v[6];
    forward(v, 1, r[0], r[1], r[2], r[3], r[4], r[5]);
    for (int x = 0; x < 6; x++) _mm512_store_ps(to + (6 * y + x) * stride, v[x]);
  }
}

#endif
