// What a convolution's taps read and write, for rows and columns alike.
//
// Strided convolutions read planes of every stride-th pixel, and write one phase, the whole target;
// transposed ones read the whole source, one plane, and write phases of every stride-th pixel.
// Either way, pixel t of a phase is a sum of pixels t + shift of planes.
#ifndef HB_HALF_GEOMETRY_H
#define HB_HALF_GEOMETRY_H

#include "HalfConvolution.h"

typedef struct {
  int kernel, plane, shift;
} half_tap;

typedef struct {
  int source_step, target_step;
  // The planes read: pixel i of a plane is pixel i · source_step + its residue of the source.
  int planes, residues[HB_MOST_TAPS];
  // The taps of phase p are those from first[p] to first[p + 1].
  int first[HB_MOST_TAPS + 1];
  half_tap taps[HB_MOST_TAPS];
  // Of all shifts.
  int least, most;
  // The longest phase.
  int length;
} half_axis;

static inline int at_least(int value, int limit) { return value > limit ? value : limit; }
static inline int at_most(int value, int limit) { return value < limit ? value : limit; }
static inline int parts_of(int count, int each) { return (count + each - 1) / each; }

static inline int remainder_of(int value, int divisor) {
  int rest = value % divisor;
  return rest < 0 ? rest + divisor : rest;
}

static inline int plane_of(half_axis *axis, int residue) {
  for (int plane = 0; plane < axis->planes; plane++)
    if (axis->residues[plane] == residue) return plane;
  axis->residues[axis->planes] = residue;
  return axis->planes++;
}

static inline half_axis half_axis_of(
    const hb_half_convolution *shape, int kernel, int pad, int out_length) {
  const int stride = shape->stride;
  half_axis axis = {.source_step = shape->is_transposed ? 1 : stride,
                    .target_step = shape->is_transposed ? stride : 1};
  axis.length = parts_of(out_length, axis.target_step);
  int count = 0;
  for (int phase = 0; phase < axis.target_step; phase++) {
    axis.first[phase] = count;
    for (int k = 0; k < kernel; k++) {
      int offset = k * shape->dilation - pad;
      if (shape->is_transposed) offset = phase - offset;
      int residue = remainder_of(offset, stride);
      if (shape->is_transposed && residue != 0) continue;
      half_tap tap = {k, plane_of(&axis, residue), (offset - residue) / stride};
      if (count == 0 || tap.shift < axis.least) axis.least = tap.shift;
      if (count == 0 || tap.shift > axis.most) axis.most = tap.shift;
      axis.taps[count++] = tap;
    }
  }
  axis.first[axis.target_step] = count;
  return axis;
}

// How many rows or columns more than it writes a phase reads.
static inline int span_of(const half_axis *axis) { return axis->most - axis->least; }

static inline int taps_of(const half_axis *axis, int phase) {
  return axis->first[phase + 1] - axis->first[phase];
}

typedef struct {
  half_axis rows, columns;
} half_geometry;

static inline half_geometry half_geometry_of(const hb_half_convolution *shape) {
  return (half_geometry){
      half_axis_of(shape, shape->kernel_height, shape->pad_top, shape->out_height),
      half_axis_of(shape, shape->kernel_width, shape->pad_left, shape->out_width)};
}

#endif
