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
  // Matrices' columns in blocks: the outputs, four times for the transposed filter.
  int column_blocks;
  // Columns of one product in blocks: 4, 2 or 1.
  int together;
} tiling;

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
  int image, row, column;  // of the tile's upper left source pixel, which may lie outside
  int phase_row, phase_column;  // of a dilated filter
  int tile_row, tile_column;
} tile;

static inline tiling tiling_of(const hb_winograd *shape) {
  tiling made = {.shape = shape};
  bool transposed = shape->filter == HB_FILTER_TRANSPOSED_4;
  made.outputs = transposed ? 5 : 4;
  // Odd rows of a transposed result lie one tile row behind the even ones.
  int height = transposed ? shape->height + 1 : (shape->height + shape->dilation - 1) / shape->dilation;
  int width = transposed ? shape->width + 1 : (shape->width + shape->dilation - 1) / shape->dilation;
  made.down = (height + made.outputs - 1) / made.outputs;
  made.across = (width + made.outputs - 1) / made.outputs;
  made.count = (long)shape->batch * shape->dilation * shape->dilation * made.down * made.across;
  made.column_blocks = shape->output_blocks * (transposed ? 4 : 1);
  made.together = made.column_blocks % 4 == 0 ? 4 : made.column_blocks % 2 == 0 ? 2 : 1;
  return made;
}

static inline size_t weight_count(const tiling *tiles) {
  return (size_t)POINTS * tiles->shape->input_blocks * LANES * tiles->column_blocks * LANES;
}

// Where the weights are small, few tiles at a time keep everything in the second-level cache of a
// core. Where they are large, many tiles use each weight that was fetched often; these stages pass
// through the last-level cache, which all cores share. (Both limits by measuring.)
static inline partition partition_of(const tiling *tiles, int threads) {
  const long few = 24, many = 256;
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
  made.row = made.phase_row + dilation * (made.tile_row * tiles->outputs - 1);
  made.column = made.phase_column + dilation * (made.tile_column * tiles->outputs - 1);
  return made;
}

#endif
