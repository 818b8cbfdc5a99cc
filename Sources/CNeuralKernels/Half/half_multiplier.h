// Products of bfloat16 matrices, by the processor's matrix units or in vectors.
//
// Rows are tiles of 16 by 32 numbers, 64 bytes from row to row. Columns are pairs of tiles of 16
// pairs of rows by 16 columns: row 2k of the matrix at even places, row 2k + 1 at odd ones.
#ifndef HB_HALF_MULTIPLIER_H
#define HB_HALF_MULTIPLIER_H

#include "HalfConvolution.h"
#include "lanes.h"

enum {
  HALF_BLOCK = 32,
  // Bytes of one pixel of a block, and of one tile.
  HALF_PIXEL = 64,
  HALF_TILE = 1024,
  // Rows of one tile.
  TILE_ROWS = 16,
  // Floats of the sums of two tiles by two: [32 rows][32 columns].
  PATCH = 32 * 32
};

// Where the operands of one of the products that are summed lie, in bytes from their starts.
typedef struct {
  size_t rows, columns;
} half_step;

// Two tiles of rows (or one, and NULL) by two of columns.
typedef struct {
  const char *first_rows, *second_rows, *columns;
  // From the first tile of columns to the second, and between rows of both.
  size_t column_tile, column_stride;
  const half_step *steps;
  long count;
  // The products are added to what the sums hold.
  bool adds;
} half_product;

// What becomes of sums on their way to a block of the target.
typedef struct {
  const float *bias;
  const uint16_t *gate;
  uint16_t *target;
  // Numbers from one pixel to the next.
  size_t step;
  bool accumulates;
  hb_epilogue epilogue;
} half_finish;

typedef struct {
  // Every thread begins before its first product, and ends after its last.
  void (*begin)(void);
  void (*multiply)(const half_product *product, float *sums);
  // The sums of so many pixels, to the target's number `place` and on.
  void (*finish)(const half_finish *how, const float *sums, size_t place, int pixels);
  void (*end)(void);
} half_multiplier;

const half_multiplier *hb_half_multiplier(void);
extern const half_multiplier hb_half_in_vectors;
extern const half_multiplier hb_half_in_tiles;

typedef void (*half_narrowing)(const float *lanes, uint16_t *to);

// What all multipliers do to finish; they differ in how they round a pixel of a block.
INLINE void finish_pixels(
    const half_finish *how, const float *sums, size_t place, int pixels, half_narrowing narrow) {
  const hb_epilogue epilogue = how->epilogue;
  for (int pixel = 0; pixel < pixels; pixel++) {
    float lanes[HALF_BLOCK], held[HALF_BLOCK];
    uint16_t *to = how->target + place + pixel * how->step;
    for (int lane = 0; lane < HALF_BLOCK; lane++)
      lanes[lane] = sums[pixel * HALF_BLOCK + lane] + how->bias[lane];
    if (how->accumulates) {
      load(held, to, 0, HALF_BLOCK, true);
      for (int lane = 0; lane < HALF_BLOCK; lane++) lanes[lane] += held[lane];
    }
    if (how->gate) {
      load(held, how->gate + place + pixel * how->step, 0, HALF_BLOCK, true);
      for (int lane = 0; lane < HALF_BLOCK; lane++) {
        float factor = held[lane] > 0 ? 1 : epilogue.slope;
        lanes[lane] = held[lane] < epilogue.ceiling ? lanes[lane] * factor : 0;
      }
    } else {
      for (int lane = 0; lane < HALF_BLOCK; lane++) lanes[lane] = finish(lanes[lane], epilogue);
    }
    narrow(lanes, to);
  }
}

#endif
