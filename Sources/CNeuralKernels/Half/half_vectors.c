// Products of bfloat16 matrices in vectors, for processors without matrix units.
#include "half_multiplier.h"

typedef float floats16 __attribute__((vector_size(64)));
typedef uint32_t pairs16 __attribute__((vector_size(64)));

enum { ROWS_TOGETHER = 8 };

INLINE float even(uint32_t pair) { return half_to_float((uint16_t)pair); }
INLINE float odd(uint32_t pair) { return half_to_float((uint16_t)(pair >> 16)); }

// A few rows by one tile of columns.
INLINE void multiply_rows(
    const half_product *product, const char *rows, const char *columns, float *sums) {
  floats16 sum[ROWS_TOGETHER];
  for (int row = 0; row < ROWS_TOGETHER; row++) {
    sum[row] = (floats16){0};
    if (product->adds) memcpy(&sum[row], sums + row * HALF_BLOCK, sizeof sum[row]);
  }
  for (long at = 0; at < product->count; at++) {
    const char *left = rows + product->steps[at].rows;
    const char *right = columns + product->steps[at].columns;
    for (int k = 0; k < HALF_BLOCK / 2; k++) {
      pairs16 pairs;
      memcpy(&pairs, right + k * product->column_stride, sizeof pairs);
      floats16 evens = (floats16)(pairs << 16), odds = (floats16)(pairs & 0xFFFF0000u);
#pragma clang loop unroll(full)
      for (int row = 0; row < ROWS_TOGETHER; row++) {
        uint32_t pair;
        memcpy(&pair, left + row * HALF_PIXEL + k * sizeof pair, sizeof pair);
        sum[row] += even(pair) * evens;
        sum[row] += odd(pair) * odds;
      }
    }
  }
  for (int row = 0; row < ROWS_TOGETHER; row++)
    memcpy(sums + row * HALF_BLOCK, &sum[row], sizeof sum[row]);
}

EVERY_PROCESSOR static void multiply(const half_product *product, float *sums) {
  const char *tiles[2] = {product->first_rows, product->second_rows};
  for (int tile = 0; tile < 2 && tiles[tile]; tile++)
    for (int row = 0; row < TILE_ROWS; row += ROWS_TOGETHER)
      for (int half = 0; half < 2; half++)
        multiply_rows(
            product, tiles[tile] + row * HALF_PIXEL,
            product->columns + half * product->column_tile,
            sums + (tile * TILE_ROWS + row) * HALF_BLOCK + half * HALF_BLOCK / 2);
}

INLINE void narrow(const float *lanes, uint16_t *to) { store(lanes, to, 0, HALF_BLOCK, true); }

EVERY_PROCESSOR static void finish_all(
    const half_finish *how, const float *sums, size_t place, int pixels) {
  finish_pixels(how, sums, place, pixels, narrow);
}

static void nothing(void) {}

const half_multiplier hb_half_in_vectors = {nothing, multiply, finish_all, nothing};
