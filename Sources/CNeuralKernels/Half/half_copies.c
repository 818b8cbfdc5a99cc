#include "half_copies.h"

#include "half_multiplier.h"
#include "half_transpose.h"

INLINE void pair_pixels(const uint16_t *pixels, uint32_t *pair) {
  for (int lane = 0; lane < HALF_BLOCK; lane++)
    pair[lane] = pixels[lane] | (uint32_t)pixels[HALF_BLOCK + lane] << 16;
}

EVERY_PROCESSOR void hb_half_pair(const void *pixels, size_t pairs, void *columns) {
  const uint16_t *from = pixels;
  uint32_t *to = columns;
  for (size_t pair = 0; pair < pairs; pair++)
    pair_pixels(from + pair * 2 * HALF_BLOCK, to + pair * HALF_BLOCK);
}

EVERY_PROCESSOR void hb_half_turn(const void *pixels, size_t runs, void *rows) {
  const uint16_t *from = pixels;
  char *to = rows;
  for (size_t run = 0; run < runs; run++, from += HALF_BLOCK * HALF_BLOCK, to += 2 * HALF_TILE) {
    _Alignas(64) uint32_t pairs[HALF_BLOCK / 2][HALF_BLOCK];
    for (int pair = 0; pair < HALF_BLOCK / 2; pair++)
      pair_pixels(from + pair * 2 * HALF_BLOCK, pairs[pair]);
    for (int half = 0; half < 2; half++)
      transpose_words(
          pairs[0] + half * HALF_BLOCK / 2, sizeof pairs[0], to + half * HALF_TILE, HALF_PIXEL);
  }
}

// In two steps, which is more exact.
EVERY_PROCESSOR void hb_half_sum(const void *pixels, size_t runs, float *sum) {
  const uint16_t *from = pixels;
  for (int lane = 0; lane < HALF_BLOCK; lane++) sum[lane] = 0;
  for (size_t run = 0; run < runs; run++) {
    float part[HALF_BLOCK] = {0};
    for (int pixel = 0; pixel < HALF_BLOCK; pixel++, from += HALF_BLOCK)
      for (int lane = 0; lane < HALF_BLOCK; lane++) part[lane] += half_to_float(from[lane]);
    for (int lane = 0; lane < HALF_BLOCK; lane++) sum[lane] += part[lane];
  }
}
