// How an image is cut into tiles, and the memory between the stages.
#ifndef HB_WINOGRAD_TILES_H
#define HB_WINOGRAD_TILES_H

#include "Winograd.h"

enum {
  POINTS = 36,
  // Channels of a block, and of the columns of a matrix product.
  LANES = 16
};

typedef struct {
  const hb_winograd *shape;
  // Tiles a row and a column of one phase, and in all.
  int across, down;
  long count;
  // Results of a tile along one axis.
  int outputs;
  // Rows of the weights' matrices in blocks: the inputs, four times for the strided filter.
  int inner_blocks;
  // Matrices' columns in blocks: the outputs, four times for the transposed filter.
  int column_blocks;
  // Columns of one product in blocks: 4, 2 or 1.
  int together;
} tiling;

// Floats between the numbers of two points: a cache line more than they take, so that a tile's 36
// numbers do not fall into the same few places of the cache.
static inline size_t point_stride(int tiles, int blocks) {
  return ((size_t)tiles * blocks + 1) * LANES;
}

// How the work is parted.
typedef struct {
  // Tiles filtered together.
  int most;
  // Groups of columns multiplied and transformed back together.
  int groups;
  // Every thread filters parts of its own, from beginning to end; else all threads share each stage.
  bool alone;
} partition;

typedef struct {
  int image;
  int phase_row, phase_column;  // of a dilated filter
  int tile_row, tile_column;
} tile;

// Pixels of an image, `step` apart in rows and columns; the first may lie outside.
typedef struct {
  int row, column, step;
} lattice;

static inline tiling tiling_of(const hb_winograd *shape) {
  tiling made = {.shape = shape};
  bool transposed = shape->filter == HB_FILTER_TRANSPOSED_4;
  bool strided = shape->filter == HB_FILTER_STRIDED_4;
  made.outputs = transposed || strided ? 5 : 4;
  // Odd rows of a transposed result lie one tile row behind the even ones; a strided one is half as
  // large as its source.
  int apart = strided ? 2 : shape->dilation;
  int height = transposed ? shape->height + 1 : (shape->height + apart - 1) / apart;
  int width = transposed ? shape->width + 1 : (shape->width + apart - 1) / apart;
  made.inner_blocks = shape->input_blocks * (strided ? 4 : 1);
  made.down = (height + made.outputs - 1) / made.outputs;
  made.across = (width + made.outputs - 1) / made.outputs;
  made.count = (long)shape->batch * shape->dilation * shape->dilation * made.down * made.across;
  made.column_blocks = shape->output_blocks * (transposed ? 4 : 1);
  made.together = made.column_blocks % 4 == 0 ? 4 : made.column_blocks % 2 == 0 ? 2 : 1;
  return made;
}

static inline size_t weight_count(const tiling *tiles) {
  return (size_t)POINTS * tiles->inner_blocks * LANES * tiles->column_blocks * LANES;
}

// Where the weights are small, few tiles at a time keep everything in the second-level cache of a
// core. Where they are large, many tiles use each weight that was fetched often; these stages pass
// through the last-level cache, which all cores share. (Both limits by measuring.)
static inline partition partition_of(const tiling *tiles, int threads) {
  const long few = 36, many = 256;
  partition made;
  made.alone = weight_count(tiles) * sizeof(float) < 2500000 && tiles->count >= 2 * few * threads;
  long most = made.alone ? few : many, parts = (tiles->count + most - 1) / most;
  made.most = made.alone ? (int)few : (int)((tiles->count + parts - 1) / parts);
  int groups = tiles->column_blocks / tiles->together;
  made.groups = made.alone ? (groups < 2 ? groups : 2) : (groups < 8 ? groups : 8);
  return made;
}

static inline tile tile_at(const tiling *tiles, long index) {
  const int dilation = tiles->shape->dilation;
  tile made;
  made.tile_column = (int)(index % tiles->across);
  made.tile_row = (int)(index / tiles->across % tiles->down);
  long rest = index / tiles->across / tiles->down;
  made.phase_column = (int)(rest % dilation);
  made.phase_row = (int)(rest / dilation % dilation);
  made.image = (int)(rest / dilation / dilation);
  return made;
}

// Where the six by six pixels of a tile lie in the source; `phase` counts a strided filter's.
static inline lattice source_lattice(const tiling *tiles, const tile *at, int phase) {
  if (tiles->shape->filter == HB_FILTER_STRIDED_4) {
    // Odd phases begin a row (column) early.
    return (lattice){
        2 * (at->tile_row * 5 - phase / 2) + phase / 2,
        2 * (at->tile_column * 5 - phase % 2) + phase % 2, 2};
  }
  const int dilation = tiles->shape->dilation;
  return (lattice){
      at->phase_row + dilation * (at->tile_row * tiles->outputs - 1),
      at->phase_column + dilation * (at->tile_column * tiles->outputs - 1), dilation};
}

// Where the results of a tile lie in the target; `phase` counts a transposed filter's.
static inline lattice target_lattice(const tiling *tiles, const tile *at, int phase) {
  const int row = at->tile_row * tiles->outputs, column = at->tile_column * tiles->outputs;
  switch (tiles->shape->filter) {
    case HB_FILTER_TRANSPOSED_4:
      // Odd phases lag a row (column): they gather from the pixel itself, not the one before.
      return (lattice){
          2 * (row - phase / 2) + phase / 2, 2 * (column - phase % 2) + phase % 2, 2};
    case HB_FILTER_STRIDED_4: return (lattice){row, column, 1};
    default: {
      const int dilation = tiles->shape->dilation;
      return (lattice){
          at->phase_row + dilation * row, at->phase_column + dilation * column, dilation};
    }
  }
}

// The rows (columns) of a 4 by 4 kernel that a phase uses, first and second: a transposed filter's
// phase 0 gathers by 3 and 1 and its phase 1 by 2 and 0; a strided one's by 1 and 3, and 0 and 2.
static inline int transposed_tap(int phase, int index) { return (phase ? 2 : 3) - 2 * index; }
static inline int strided_tap(int phase, int index) { return (phase ? 0 : 1) + 2 * index; }

// A target's length, of its source's.
static inline int target_length(const hb_winograd *shape, int length) {
  switch (shape->filter) {
    case HB_FILTER_TRANSPOSED_4: return 2 * length;
    case HB_FILTER_STRIDED_4: return length / 2;
    default: return length;
  }
}

#endif
