// Winograd's filtering backward, on vectors: results to products, sums of products, sums to taps.
#ifndef HB_WINOGRAD_ADJOINT_H
#define HB_WINOGRAD_ADJOINT_H

#include "winograd_lanes.h"

// Rows and vectors of columns whose sums stay in registers.
enum { EIGHT = 8, PAIR = 2 };

// Results along one axis to what they owe the six products: the transpose of `back4`.
INLINE void spread4(__m512 *to, int step, __m512 a, __m512 b, __m512 c, __m512 d) {
  const __m512 two = _mm512_set1_ps(2), four = _mm512_set1_ps(4);
  __m512 even = _mm512_add_ps(a, c), odd = _mm512_add_ps(b, d);
  __m512 wide = _mm512_fmadd_ps(four, c, a), twice = _mm512_mul_ps(two, _mm512_fmadd_ps(four, d, b));
  to[0] = a;
  to[step] = _mm512_add_ps(even, odd);
  to[2 * step] = _mm512_sub_ps(even, odd);
  to[3 * step] = _mm512_add_ps(wide, twice);
  to[4 * step] = _mm512_sub_ps(wide, twice);
  to[5 * step] = d;
}

// The transpose of `back5`.
INLINE void spread5(__m512 *to, int step, __m512 a, __m512 b, __m512 c, __m512 d, __m512 e) {
  const __m512 two = _mm512_set1_ps(2), four = _mm512_set1_ps(4);
  __m512 even = _mm512_add_ps(_mm512_add_ps(a, c), e), odd = _mm512_add_ps(b, d);
  __m512 wide = _mm512_fmadd_ps(four, _mm512_fmadd_ps(four, e, c), a);
  __m512 twice = _mm512_mul_ps(two, _mm512_fmadd_ps(four, d, b));
  to[0] = a;
  to[step] = _mm512_add_ps(even, odd);
  to[2 * step] = _mm512_sub_ps(even, odd);
  to[3 * step] = _mm512_add_ps(wide, twice);
  to[4 * step] = _mm512_sub_ps(wide, twice);
  to[5 * step] = e;
}

// `size` by `size` results to their 36 shares, stored `stride` floats apart.
INLINE void store_spread(const int size, const __m512 *d, float *to, size_t stride) {
  __m512 rows[6 * 5];
  for (int x = 0; x < size; x++) {
    if (size == 5) {
      spread5(rows + x, 5, d[x], d[5 + x], d[10 + x], d[15 + x], d[20 + x]);
    } else {
      spread4(rows + x, 4, d[x], d[4 + x], d[8 + x], d[12 + x]);
    }
  }
  for (int y = 0; y < 6; y++) {
    const __m512 *r = rows + size * y;
    __m512 v[6];
    if (size == 5) {
      spread5(v, 1, r[0], r[1], r[2], r[3], r[4]);
    } else {
      spread4(v, 1, r[0], r[1], r[2], r[3]);
    }
    for (int x = 0; x < 6; x++) _mm512_store_ps(to + (6 * y + x) * stride, v[x]);
  }
}

// Eight inputs by `vectors` of `together` blocks of columns, summed over the tiles.
INLINE void outer_products(
    const int vectors, const int together, const float *rows, const float *columns, int count,
    float *sums) {
  __m512 held[EIGHT][PAIR];
#pragma clang loop unroll(full)
  for (int row = 0; row < EIGHT; row++)
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++) held[row][column] = _mm512_setzero_ps();
  for (int item = 0; item < count; item++) {
    __m512 factors[PAIR];
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++)
      factors[column] = _mm512_load_ps(columns + (item * together + column) * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < EIGHT; row++) {
      __m512 value = _mm512_set1_ps(rows[item * LANES + row]);
#pragma clang loop unroll(full)
      for (int column = 0; column < vectors; column++)
        held[row][column] = _mm512_fmadd_ps(value, factors[column], held[row][column]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < EIGHT; row++)
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++)
      _mm512_store_ps(sums + (row * together + column) * LANES, held[row][column]);
}

// Six sums along one axis to a kernel of three, or of two.
INLINE void taps3(__m512 *to, int step, const __m512 *u, int from) {
  const __m512 sixth = _mm512_set1_ps(1.f / 6), twelfth = _mm512_set1_ps(1.f / 12);
  const __m512 quarter = _mm512_set1_ps(.25f);
  __m512 near = _mm512_mul_ps(sixth, _mm512_add_ps(u[from], u[2 * from]));
  __m512 far = _mm512_mul_ps(sixth, _mm512_add_ps(u[3 * from], u[4 * from]));
  to[0] = _mm512_fmadd_ps(quarter, _mm512_add_ps(u[0], far), _mm512_sub_ps(_mm512_setzero_ps(), near));
  to[step] = _mm512_fmadd_ps(
      sixth, _mm512_sub_ps(u[2 * from], u[from]),
      _mm512_mul_ps(twelfth, _mm512_sub_ps(u[3 * from], u[4 * from])));
  to[2 * step] = _mm512_add_ps(_mm512_sub_ps(far, near), u[5 * from]);
}

INLINE void taps2(__m512 *to, int step, const __m512 *u, int from) {
  const __m512 sixth = _mm512_set1_ps(1.f / 6), twelfth = _mm512_set1_ps(1.f / 12);
  const __m512 quarter = _mm512_set1_ps(.25f);
  __m512 near = _mm512_mul_ps(sixth, _mm512_add_ps(u[from], u[2 * from]));
  __m512 far = _mm512_mul_ps(sixth, _mm512_add_ps(u[3 * from], u[4 * from]));
  to[0] = _mm512_fmadd_ps(quarter, _mm512_add_ps(u[0], far), _mm512_sub_ps(_mm512_setzero_ps(), near));
  to[step] = _mm512_add_ps(
      _mm512_fmadd_ps(
          sixth, _mm512_sub_ps(u[2 * from], u[from]),
          _mm512_mul_ps(twelfth, _mm512_sub_ps(u[3 * from], u[4 * from]))),
      u[5 * from]);
}

#endif
