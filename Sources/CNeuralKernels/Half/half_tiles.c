// Products of bfloat16 matrices by the processor's matrix units (AMX).
#define _GNU_SOURCE
#include "half_multiplier.h"

static _Thread_local bool avoids_tiles;

void hb_half_avoid_tiles(bool avoids) { avoids_tiles = avoids; }

const half_multiplier *hb_half_multiplier(void) {
  bool in_tiles = hb_tiles_available() && !avoids_tiles;
  return in_tiles ? &hb_half_in_tiles : &hb_half_in_vectors;
}

#if defined(__x86_64__) && defined(__linux__)
#include <cpuid.h>
#include <immintrin.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#define TILED __attribute__((target("amx-tile,amx-bf16,avx512f,avx512bw,avx512vl,avx512bf16")))

static bool has_units;

// Linux keeps the tiles' registers for those who have asked.
static void ask(void) {
  enum { REQUEST_PERMISSION = 0x1023, TILE_DATA = 18, TILES = 1 << 24, TILES_OF_HALVES = 1 << 22 };
  unsigned a, b, c, d, more;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return;
  if ((d & TILES) == 0 || (d & TILES_OF_HALVES) == 0) return;
  if (!__get_cpuid_count(7, 1, &more, &b, &c, &d)) return;
  const unsigned vectors_of_halves = 1 << 5;
  if ((more & vectors_of_halves) == 0 || !__builtin_cpu_supports("avx512bw")) return;
  has_units = syscall(SYS_arch_prctl, REQUEST_PERMISSION, TILE_DATA) == 0;
}

bool hb_tiles_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, ask);
  return has_units;
}

// Eight tiles of 16 rows of 64 bytes: four of sums, two of rows, two of columns.
TILED static void begin(void) {
  struct {
    uint8_t palette, start_row, reserved[14];
    uint16_t row_bytes[16];
    uint8_t rows[16];
  } layout = {.palette = 1};
  for (int tile = 0; tile < 8; tile++) {
    layout.row_bytes[tile] = HALF_PIXEL;
    layout.rows[tile] = TILE_ROWS;
  }
  _tile_loadconfig(&layout);
}

TILED static void end(void) { _tile_release(); }

enum {
  SUMS_STRIDE = HALF_BLOCK * sizeof(float),
  SECOND_COLUMNS = HALF_BLOCK / 2,
  SECOND_ROWS = TILE_ROWS * HALF_BLOCK
};

TILED static void multiply_one(const half_product *product, float *sums) {
  const size_t stride = product->column_stride;
  if (product->adds) {
    _tile_loadd(0, sums, SUMS_STRIDE);
    _tile_loadd(1, sums + SECOND_COLUMNS, SUMS_STRIDE);
  } else {
    _tile_zero(0);
    _tile_zero(1);
  }
  for (long at = 0; at < product->count; at++) {
    const half_step step = product->steps[at];
    const char *columns = product->columns + step.columns;
    _tile_loadd(4, product->first_rows + step.rows, HALF_PIXEL);
    _tile_loadd(6, columns, stride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(7, columns + product->column_tile, stride);
    _tile_dpbf16ps(1, 4, 7);
  }
  _tile_stored(0, sums, SUMS_STRIDE);
  _tile_stored(1, sums + SECOND_COLUMNS, SUMS_STRIDE);
}

TILED static void multiply(const half_product *product, float *sums) {
  if (!product->second_rows) {
    multiply_one(product, sums);
    return;
  }
  const size_t stride = product->column_stride;
  if (product->adds) {
    _tile_loadd(0, sums, SUMS_STRIDE);
    _tile_loadd(1, sums + SECOND_COLUMNS, SUMS_STRIDE);
    _tile_loadd(2, sums + SECOND_ROWS, SUMS_STRIDE);
    _tile_loadd(3, sums + SECOND_ROWS + SECOND_COLUMNS, SUMS_STRIDE);
  } else {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  }
  for (long at = 0; at < product->count; at++) {
    const half_step step = product->steps[at];
    const char *columns = product->columns + step.columns;
    _tile_loadd(4, product->first_rows + step.rows, HALF_PIXEL);
    _tile_loadd(6, columns, stride);
    _tile_dpbf16ps(0, 4, 6);
    _tile_loadd(7, columns + product->column_tile, stride);
    _tile_dpbf16ps(1, 4, 7);
    _tile_loadd(5, product->second_rows + step.rows, HALF_PIXEL);
    _tile_dpbf16ps(2, 5, 6);
    _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, sums, SUMS_STRIDE);
  _tile_stored(1, sums + SECOND_COLUMNS, SUMS_STRIDE);
  _tile_stored(2, sums + SECOND_ROWS, SUMS_STRIDE);
  _tile_stored(3, sums + SECOND_ROWS + SECOND_COLUMNS, SUMS_STRIDE);
}

TILED static inline void narrow(const float *lanes, uint16_t *to) {
  __m512bh halves = _mm512_cvtne2ps_pbh(_mm512_loadu_ps(lanes + 16), _mm512_loadu_ps(lanes));
  memcpy(to, &halves, sizeof halves);
}

TILED static void finish_all(
    const half_finish *how, const float *sums, size_t place, int pixels) {
  finish_pixels(how, sums, place, pixels, narrow);
}

const half_multiplier hb_half_in_tiles = {begin, multiply, finish_all, end};

#else

bool hb_tiles_available(void) { return false; }
const half_multiplier hb_half_in_tiles = {0};

#endif
