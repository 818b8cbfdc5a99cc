// The innermost loops of a 1 by 1 convolution: a few pixels by a few blocks of outputs, whose sums
// stay in registers.
#ifndef HB_POINTWISE_TILE_H
#define HB_POINTWISE_TILE_H

#include <immintrin.h>

#include "PointwiseConvolution.h"

#define WIDE __attribute__((target("avx512f")))
#define INLINE static inline __attribute__((always_inline, target("avx512f")))

enum {
  LANES = 16,
  // The most pixels and blocks of outputs together; three blocks have fewer pixels.
  MOST_PIXELS = 14,
  MOST_BLOCKS = 3,
  // Input channels are packed, and multiplied, in whole quads.
  QUAD = 4,
  // Of the pixels of a pair of blocks, those whose numbers are fetched for each block anew.
  FETCHED_TWICE = 10
};

// One tile's memory.
typedef struct {
  const float *source, *weights, *bias;
  float *target;
  // The source of the tile that comes next.
  const float *next_source;
  // Weights that come next, to be fetched meanwhile: so many cache lines for a block of inputs.
  const float *ahead;
  int lines_ahead;
} tile;

// What all tiles of a convolution have in common.
typedef struct {
  // Input channels in whole quads, and how many go into one sum.
  int inputs, at_once;
  // Floats between the blocks of source and target.
  size_t block_size;
  bool accumulates;
  hb_epilogue epilogue;
} tile_shape;

#define ALL _Pragma("clang loop unroll(full)")
#define EACH_SUM                                      \
  ALL for (int pixel = 0; pixel < pixels; pixel++)    \
  ALL for (int block = 0; block < blocks; block++)

// An instruction fewer than to fetch the number once for both blocks, but a fetch more: a tenth
// faster, when most pixels do so, where another thread has half of the core. Compilers would share
// the fetch.
INLINE __m512 multiply_fetched(const float *value, __m512 factor, __m512 sum) {
  __asm__("vfmadd231ps %2%{1to16%}, %1, %0" : "+v"(sum) : "v"(factor), "m"(*value));
  return sum;
}

// Four input channels.
INLINE void add_quad(
    const int pixels, const int blocks, const float *source, const float *weights,
    __m512 sums[MOST_PIXELS][MOST_BLOCKS]) {
  ALL for (int input = 0; input < QUAD; input++) {
    __m512 factors[MOST_BLOCKS];
    ALL for (int block = 0; block < blocks; block++)
      factors[block] = _mm512_load_ps(weights + (input * blocks + block) * LANES);
    ALL for (int pixel = 0; pixel < pixels; pixel++) {
      const float *value = source + pixel * LANES + input;
      const bool is_fetched_twice = blocks == 2 && pixel < FETCHED_TWICE;
      ALL for (int block = 0; block < blocks; block++)
        sums[pixel][block] =
            is_fetched_twice
                ? multiply_fetched(value, factors[block], sums[pixel][block])
                : _mm512_fmadd_ps(_mm512_set1_ps(*value), factors[block], sums[pixel][block]);
    }
  }
}

// A block of input channels, or what there is of one.
INLINE void add_block(
    const int pixels, const int blocks, const float *source, const float *weights, int lanes,
    __m512 sums[MOST_PIXELS][MOST_BLOCKS]) {
  // A single block of outputs has little to do in a quad.
  if (blocks == 1 && lanes == LANES) {
    ALL for (int lane = 0; lane < LANES; lane += QUAD)
      add_quad(pixels, blocks, source + lane, weights + lane * blocks * LANES, sums);
  } else {
    for (int lane = 0; lane < lanes; lane += QUAD)
      add_quad(pixels, blocks, source + lane, weights + lane * blocks * LANES, sums);
  }
}

// In this order of operands what is not a number stays one.
INLINE void finish(
    const int pixels, const int blocks, hb_epilogue epilogue,
    __m512 sums[MOST_PIXELS][MOST_BLOCKS]) {
  const __m512 zero = _mm512_setzero_ps(), slope = _mm512_set1_ps(epilogue.slope);
  const __m512 ceiling = _mm512_set1_ps(epilogue.ceiling);
  if (epilogue.slope == 0) {
    EACH_SUM sums[pixel][block] = _mm512_max_ps(zero, sums[pixel][block]);
  } else if (epilogue.slope != 1) {
    EACH_SUM {
      __mmask16 negative = _mm512_cmp_ps_mask(sums[pixel][block], zero, _CMP_LT_OQ);
      sums[pixel][block] =
          _mm512_mask_mul_ps(sums[pixel][block], negative, sums[pixel][block], slope);
    }
  }
  if (epilogue.ceiling < __builtin_inff()) {
    EACH_SUM sums[pixel][block] = _mm512_min_ps(ceiling, sums[pixel][block]);
  }
}

INLINE void convolve_tile(
    const int pixels, const int blocks, const tile_shape *shape, const tile *at) {
  const float *source = at->source, *weights = at->weights, *ahead = at->ahead;
  for (int first = 0; first < shape->inputs; first += shape->at_once) {
    const int left = shape->inputs - first, last = left < shape->at_once ? left : shape->at_once;
    __m512 sums[MOST_PIXELS][MOST_BLOCKS];
    const bool is_biased = first == 0 && at->bias;
    ALL for (int block = 0; block < blocks; block++) {
      __m512 bias = is_biased ? _mm512_load_ps(at->bias + block * LANES) : _mm512_setzero_ps();
      ALL for (int pixel = 0; pixel < pixels; pixel++) sums[pixel][block] = bias;
    }
    for (int input = 0; input < last; input += LANES, source += shape->block_size) {
      for (int line = 0; line < at->lines_ahead; line++, ahead += LANES)
        _mm_prefetch((const char *)ahead, _MM_HINT_T1);
      const bool is_last = first + input + LANES >= shape->inputs;
      const float *next = is_last ? at->next_source : source + shape->block_size;
      ALL for (int pixel = 0; pixel < pixels; pixel++)
        _mm_prefetch((const char *)(next + pixel * LANES), _MM_HINT_T0);
      const int lanes = last - input < LANES ? last - input : LANES;
      add_block(pixels, blocks, source, weights, lanes, sums);
      weights += lanes * blocks * LANES;
    }
    if (first > 0 || shape->accumulates) {
      EACH_SUM sums[pixel][block] = _mm512_add_ps(
          sums[pixel][block],
          _mm512_load_ps(at->target + block * shape->block_size + pixel * LANES));
    }
    if (last == left) finish(pixels, blocks, shape->epilogue, sums);
    EACH_SUM _mm512_store_ps(
        at->target + block * shape->block_size + pixel * LANES, sums[pixel][block]);
  }
}

#endif
