// Winograd's filtering on vectors: transforms along one axis, and the products between them.
#ifndef HB_WINOGRAD_LANES_H
#define HB_WINOGRAD_LANES_H

#include <immintrin.h>

#include "winograd_tiles.h"

#define WIDE __attribute__((target("avx512f")))
#define INLINE static inline __attribute__((always_inline, target("avx512f")))

INLINE __m512 rectified(__m512 value, __m512 slope) {
  __mmask16 negative = _mm512_cmp_ps_mask(value, _mm512_setzero_ps(), _CMP_LT_OQ);
  return _mm512_mask_mul_ps(value, negative, value, slope);
}

// A gradient behind a rectifier: `slope` times where the rectifier's result was not positive.
INLINE __m512 gated(__m512 value, __m512 result, __m512 slope) {
  __mmask16 closed = _mm512_cmp_ps_mask(result, _mm512_setzero_ps(), _CMP_LE_OQ);
  return _mm512_mask_mul_ps(value, closed, value, slope);
}

// Six numbers along one axis to their transform: Bᵀ of Lavin and Gray, points 0, 1, −1, 2, −2, ∞.
INLINE void forward(
    __m512 *to, int step, __m512 a, __m512 b, __m512 c, __m512 d, __m512 e, __m512 f) {
  const __m512 four = _mm512_set1_ps(4), five = _mm512_set1_ps(5), two = _mm512_set1_ps(2);
  __m512 p = _mm512_fnmadd_ps(four, c, e), q = _mm512_fnmadd_ps(four, b, d);
  __m512 r = _mm512_sub_ps(e, c), s = _mm512_mul_ps(two, _mm512_sub_ps(d, b));
  to[0] = _mm512_fmadd_ps(four, a, _mm512_fnmadd_ps(five, c, e));
  to[step] = _mm512_add_ps(p, q);
  to[2 * step] = _mm512_sub_ps(p, q);
  to[3 * step] = _mm512_add_ps(r, s);
  to[4 * step] = _mm512_sub_ps(r, s);
  to[5 * step] = _mm512_fmadd_ps(four, b, _mm512_fnmadd_ps(five, d, f));
}

// Six products along one axis back to four results: Aᵀ of Lavin and Gray.
INLINE void back4(__m512 *to, const __m512 *m, int step) {
  const __m512 two = _mm512_set1_ps(2), four = _mm512_set1_ps(4), eight = _mm512_set1_ps(8);
  __m512 p = _mm512_add_ps(m[step], m[2 * step]), q = _mm512_sub_ps(m[step], m[2 * step]);
  __m512 r = _mm512_add_ps(m[3 * step], m[4 * step]), s = _mm512_sub_ps(m[3 * step], m[4 * step]);
  to[0] = _mm512_add_ps(_mm512_add_ps(m[0], p), r);
  to[1] = _mm512_fmadd_ps(two, s, q);
  to[2] = _mm512_fmadd_ps(four, r, p);
  to[3] = _mm512_add_ps(_mm512_fmadd_ps(eight, s, q), m[5 * step]);
}

// The same to five results of a kernel of two.
INLINE void back5(__m512 *to, const __m512 *m, int step) {
  const __m512 two = _mm512_set1_ps(2), four = _mm512_set1_ps(4), eight = _mm512_set1_ps(8),
               sixteen = _mm512_set1_ps(16);
  __m512 p = _mm512_add_ps(m[step], m[2 * step]), q = _mm512_sub_ps(m[step], m[2 * step]);
  __m512 r = _mm512_add_ps(m[3 * step], m[4 * step]), s = _mm512_sub_ps(m[3 * step], m[4 * step]);
  to[0] = _mm512_add_ps(_mm512_add_ps(m[0], p), r);
  to[1] = _mm512_fmadd_ps(two, s, q);
  to[2] = _mm512_fmadd_ps(four, r, p);
  to[3] = _mm512_fmadd_ps(eight, s, q);
  to[4] = _mm512_add_ps(_mm512_fmadd_ps(sixteen, r, p), m[5 * step]);
}

// `rows` tiles by `vectors` blocks of columns: sums over all inputs stay in registers.
INLINE void product(
    const int rows, const int vectors, const float *v, size_t inputs, const float *u, float *m) {
  __m512 sums[12][4];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++) sums[row][column] = _mm512_setzero_ps();
#pragma clang loop unroll_count(2)
  for (size_t input = 0; input < inputs; input++) {
    __m512 weights[4];
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++)
      weights[column] = _mm512_load_ps(u + input * vectors * LANES + column * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      __m512 value = _mm512_set1_ps(v[row * inputs + input]);
#pragma clang loop unroll(full)
      for (int column = 0; column < vectors; column++)
        sums[row][column] = _mm512_fmadd_ps(value, weights[column], sums[row][column]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++)
#pragma clang loop unroll(full)
    for (int column = 0; column < vectors; column++)
      _mm512_store_ps(m + (row * vectors + column) * LANES, sums[row][column]);
}

#endif
