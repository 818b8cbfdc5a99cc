// Sixteen by sixteen numbers with rows and columns exchanged.
#ifndef HB_WINOGRAD_TRANSPOSE_H
#define HB_WINOGRAD_TRANSPOSE_H

#include "winograd_lanes.h"

// Reads rows `stride` floats apart; writes vector c of the result to to[c·step].
INLINE void transpose(const float *from, size_t stride, __m512 *to, int step) {
  __m512 a[16], b[16];
  for (int row = 0; row < 16; row++) a[row] = _mm512_load_ps(from + row * stride);
  for (int row = 0; row < 16; row += 2) {
    b[row] = _mm512_unpacklo_ps(a[row], a[row + 1]);
    b[row + 1] = _mm512_unpackhi_ps(a[row], a[row + 1]);
  }
  // Of each four rows: columns 0, 1, 2, 3 of every group of four.
  for (int four = 0; four < 16; four += 4) {
    for (int half = 0; half < 2; half++) {
      __m512d low = _mm512_castps_pd(b[four + half]), high = _mm512_castps_pd(b[four + 2 + half]);
      a[four + 2 * half] = _mm512_castpd_ps(_mm512_unpacklo_pd(low, high));
      a[four + 2 * half + 1] = _mm512_castpd_ps(_mm512_unpackhi_pd(low, high));
    }
  }
  for (int column = 0; column < 4; column++) {
    __m512 r0 = a[column], r1 = a[4 + column], r2 = a[8 + column], r3 = a[12 + column];
    __m512 even01 = _mm512_shuffle_f32x4(r0, r1, 0x88), odd01 = _mm512_shuffle_f32x4(r0, r1, 0xDD);
    __m512 even23 = _mm512_shuffle_f32x4(r2, r3, 0x88), odd23 = _mm512_shuffle_f32x4(r2, r3, 0xDD);
    to[column * step] = _mm512_shuffle_f32x4(even01, even23, 0x88);
    to[(4 + column) * step] = _mm512_shuffle_f32x4(odd01, odd23, 0x88);
    to[(8 + column) * step] = _mm512_shuffle_f32x4(even01, even23, 0xDD);
    to[(12 + column) * step] = _mm512_shuffle_f32x4(odd01, odd23, 0xDD);
  }
}

#endif
