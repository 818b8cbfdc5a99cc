// What a convolution and its parts share.
#ifndef HB_HALF_CONVOLUTION_PARTS_H
#define HB_HALF_CONVOLUTION_PARTS_H

#include "half_gather.h"
#include "half_multiplier.h"

// How the work is parted. Results do not depend on it.
typedef struct {
  // Rows of a phase that are computed together.
  int rows, bands;
  // The source is gathered once, for all, and not by every work item for itself.
  bool shared;
  // The source needs no gathering.
  bool in_place;
} half_partition;

typedef struct {
  const hb_half_convolution *shape;
  half_geometry geometry;
  half_reading reading;
  half_partition parts;
  const half_multiplier *multiplier;
  const char *packed;
  const float *bias;
  const uint16_t *gate;
  uint16_t *target;
  // Bytes of what is gathered at a time: of a plane, of a block, of all blocks.
  size_t plane, block, whole;
  // Floats of one thread's sums.
  size_t patches;
  // Of all phases, one after the other.
  half_step *steps;
  char *gathered;
  float *sums;
} half_convolving;

// Where the operands of all taps are.
void half_find_steps(const half_convolving *job);

// All phases of one band of one block of the target, whose gathered source begins at `band`.
void half_convolve_block(
    const half_convolving *job, int image, int output_block, int first_row, const char *band,
    float *sums);

#endif
