// Weights rounded and laid out for the multiplier: [block of outputs][row phase][column phase]
// [block of inputs][row tap][column tap][half of the outputs][16 pairs of inputs][16][2].
#include "half_geometry.h"
#include "half_multiplier.h"
#include "half_transpose.h"
#include "parallel.h"

typedef struct {
  const hb_half_convolution *shape;
  const hb_weights_view *weights;
  half_geometry geometry;
  uint32_t *packed;
} packing;

enum { TILE_PAIRS = HALF_TILE / sizeof(uint32_t), LINE = HALF_BLOCK / 2 };

INLINE uint32_t pair_of(float even, float odd) {
  return float_to_half(even) | (uint32_t)float_to_half(odd) << 16;
}

// Two tiles, where all channels are in memory, along what lies together there.
INLINE void pack_whole(
    const float *from, const long output_stride, const long input_stride, uint32_t *to) {
  if (output_stride == 1) {
    for (int pair = 0; pair < LINE; pair++) {
      const float *even = from + 2 * pair * input_stride, *odd = even + input_stride;
      for (int half = 0; half < 2; half++)
        for (int output = 0; output < LINE; output++)
          to[half * TILE_PAIRS + pair * LINE + output] =
              pair_of(even[half * LINE + output], odd[half * LINE + output]);
    }
    return;
  }
  for (int half = 0; half < 2; half++) {
    _Alignas(64) uint32_t pairs[LINE][LINE];
    for (int output = 0; output < LINE; output++) {
      const float *line = from + (half * LINE + output) * output_stride;
      for (int pair = 0; pair < LINE; pair++)
        pairs[output][pair] =
            pair_of(line[2 * pair * input_stride], line[(2 * pair + 1) * input_stride]);
    }
    transpose_words(pairs, sizeof pairs[0], to + half * TILE_PAIRS, sizeof pairs[0]);
  }
}

INLINE float weight_at(
    const hb_weights_view *weights, const float *from, int outputs, int inputs, int output,
    int input) {
  if (output >= outputs || input >= inputs) return 0;
  return from[output * weights->output_stride + input * weights->input_stride];
}

INLINE void pack_tap(
    const packing *job, int output_block, int input_block, int row, int column, uint32_t *to) {
  const hb_weights_view *weights = job->weights;
  const int outputs = weights->outputs - output_block * HALF_BLOCK;
  const int inputs = weights->inputs - input_block * HALF_BLOCK;
  const float *from = weights->start + output_block * HALF_BLOCK * weights->output_stride +
                      input_block * HALF_BLOCK * weights->input_stride + row * weights->row_stride +
                      column * weights->column_stride;
  if (outputs >= HALF_BLOCK && inputs >= HALF_BLOCK) {
    if (weights->output_stride == 1) {
      pack_whole(from, 1, weights->input_stride, to);
    } else if (weights->input_stride == 1) {
      pack_whole(from, weights->output_stride, 1, to);
    } else {
      pack_whole(from, weights->output_stride, weights->input_stride, to);
    }
    return;
  }
  for (int pair = 0; pair < LINE; pair++)
    for (int output = 0; output < HALF_BLOCK; output++)
      to[output / LINE * TILE_PAIRS + pair * LINE + output % LINE] = pair_of(
          weight_at(weights, from, outputs, inputs, output, 2 * pair),
          weight_at(weights, from, outputs, inputs, output, 2 * pair + 1));
}

// Work item: a block of outputs by a block of inputs.
EVERY_PROCESSOR static void pack(const void *context, long begin, long end) {
  const packing *job = context;
  const half_axis *rows = &job->geometry.rows, *columns = &job->geometry.columns;
  const int blocks = job->shape->input_blocks;
  for (long item = begin; item < end; item++) {
    const int output_block = (int)(item / blocks), input_block = (int)(item % blocks);
    // Taps, counted in pairs of tiles.
    size_t place = (size_t)output_block * blocks * job->shape->kernel_height *
                   job->shape->kernel_width;
    for (int phase = 0; phase < rows->target_step * columns->target_step; phase++) {
      const int row_phase = phase / columns->target_step;
      const int column_phase = phase % columns->target_step;
      const int row_taps = taps_of(rows, row_phase), column_taps = taps_of(columns, column_phase);
      const half_tap *row_tap = rows->taps + rows->first[row_phase];
      const half_tap *column_tap = columns->taps + columns->first[column_phase];
      const int taps = row_taps * column_taps;
      for (int tap = 0; tap < taps; tap++)
        pack_tap(
            job, output_block, input_block, row_tap[tap / column_taps].kernel,
            column_tap[tap % column_taps].kernel,
            job->packed + (place + (size_t)input_block * taps + tap) * 2 * TILE_PAIRS);
      place += (size_t)blocks * taps;
    }
  }
}

size_t hb_half_weights(const hb_half_convolution *shape) {
  return (size_t)shape->output_blocks * shape->input_blocks * shape->kernel_height *
         shape->kernel_width * 2 * HALF_TILE;
}

void hb_half_pack(const hb_half_convolution *shape, const hb_weights_view *weights, void *packed) {
  packing job = {shape, weights, half_geometry_of(shape), packed};
  hb_parallel((long)shape->output_blocks * shape->input_blocks, pack, &job);
}
