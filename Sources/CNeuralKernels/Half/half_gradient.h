// What the parts of the gradient of a convolution's weights share.
//
// The gradient of a tap is a sum over pixels: the result's gradient, transposed, by the source's
// pixels that the tap reads. Bands of rows of the result are laid out for it, and every pair of
// blocks, of outputs and of inputs, meets band after band.
#ifndef HB_HALF_GRADIENT_H
#define HB_HALF_GRADIENT_H

#include "half_gather.h"
#include "half_multiplier.h"
#include "half_runs.h"

typedef struct {
  const hb_half_convolution *shape;
  half_geometry geometry;
  // The source's reading, and the gradient's, which has an axis of one tap for rows and columns.
  half_reading source, gradient;
  half_axis plain;
  const half_multiplier *multiplier;
  int rows_of_band, bands_of_image, bands, taps;
  // Runs of a band's pixels in the source's copy.
  half_runs runs;
  // Pixels copied of a band of a block: of the source, and of the gradient.
  size_t source_pixels, gradient_pixels;
  // Whether columns are paired from the first pixel on only, or once more from the second on.
  int parities;
  // Bytes of a band of a block: of the columns of one parity, of all columns, and of the rows.
  size_t parity, columns, rows;
  half_step *steps;
  const hb_weights_view *weights;
  // [band][output_blocks · 32], and what becomes of them.
  float *bias_parts, *bias;
} half_learning;

// Everything that does not depend on memory.
half_learning half_learning_of(const hb_half_convolution *shape, int rows_of_band);

// Lays out a band of a block of the source, or of the result's gradient.
void half_copy_columns(
    const half_learning *job, long band, int block, char *pixels, char *columns);
void half_copy_rows(const half_learning *job, long band, int block, char *pixels, char *rows);

// Bytes of pixels that copying needs on the way.
size_t half_pixels_of_band(const half_learning *job);

// One pair of blocks meets one band: sums are [tap][32 outputs][32 inputs].
void half_learn_pair(
    const half_learning *job, const char *rows, const char *columns, bool adds, float *sums);

// Stores all taps' sums of one pair of blocks, which are those of so many parts, `stride` floats
// apart.
void half_store_gradient(
    const half_learning *job, int output_block, int input_block, const float *sums, int parts,
    size_t stride);

// Work item: a block of outputs.
void half_store_bias(const void *context, long begin, long end);

#endif
