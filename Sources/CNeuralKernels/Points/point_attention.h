// What cells that read points share there and back: a tile of cells of one head, and the weights
// of the points at them.
#ifndef HB_POINT_ATTENTION_H
#define HB_POINT_ATTENTION_H

#include "Functions/functions.h"
#include "points.h"
#include "vectors.h"

// Cells at once; points or channels at once.
enum { CELLS = 32, QUAD = 4, LANES = 16, PARTS = CELLS / LANES };
typedef lanes16 wide[PARTS];

#define EACH_PART _Pragma("clang loop unroll(full)") for (int part = 0; part < PARTS; part++)
#define EACH_OF_QUAD _Pragma("clang loop unroll(full)") for (int one = 0; one < QUAD; one++)

// The points of one image that are there, side by side; zeros follow to a whole quad.
typedef struct {
  int count;
  // Their places among all.
  int *places;
  float *rows, *columns, *first, *second;
  // [heads][channels][stride]
  float *keys;
} present_points;

// One call's job.
typedef struct {
  const hb_point_attention *shape;
  const float *queries, *keys, *null;
  float *target;
  // A key's channels in whole tiles; how many points there can be, in whole blocks.
  size_t channels, stride;
  // What a head's squared distances are multiplied by.
  float *falloffs;
  present_points *present;
  // One for each thread.
  float *rooms;
  size_t room_size;
} point_attention;

// Tells how working memory is parted and gathers the points that are there; `more` floats a room
// besides the tile's.
point_attention hb_open_point_attention(
    const hb_point_attention *, const float *queries, const float *keys, const float *null,
    const float *distance, void *scratch, size_t more);
size_t hb_point_attention_bytes(const hb_point_attention *, int threads, size_t more);

INLINE size_t in_whole(size_t count, size_t unit) { return (count + unit - 1) / unit * unit; }

INLINE size_t cells_of(const hb_point_attention *shape) {
  return (size_t)shape->height * (size_t)shape->width;
}

// Up to CELLS cells of one head of one image.
typedef struct {
  // The head's number among those of all images.
  size_t head_of_all;
  int head;
  size_t first;
  int count;
  const present_points *points;
  const float *keys;
  // [channels][CELLS], and [1 + points][CELLS] of which the first row is the null's.
  float *queries, *weights;
  // The cells' centres.
  wide y, x;
} cell_tile;

// `rows` rows of a tile from rows of memory `stride` apart; zeros fill up.
INLINE void read_rows(float *to, const float *from, int rows, size_t stride, int count) {
  for (int row = 0; row < rows; row++, to += CELLS, from += stride) {
    memcpy(to, from, (size_t)count * sizeof *to);
    memset(to + count, 0, (size_t)(CELLS - count) * sizeof *to);
  }
}

INLINE void write_rows(
    const float *from, float *to, int rows, size_t stride, int count, bool accumulates) {
  for (int row = 0; row < rows; row++, from += CELLS, to += stride)
    for (int cell = 0; cell < count; cell++)
      to[cell] = from[cell] + (accumulates ? to[cell] : 0);
}

INLINE cell_tile tile_of(
    const point_attention *job, size_t head_of_all, size_t first, float *room) {
  const hb_point_attention *shape = job->shape;
  const size_t cells = cells_of(shape), image = head_of_all / (size_t)shape->heads;
  cell_tile tile = {
      .head_of_all = head_of_all,
      .head = (int)(head_of_all % (size_t)shape->heads),
      .first = first,
      .count = (int)(cells - first < CELLS ? cells - first : CELLS),
      .points = &job->present[image],
      .queries = room,
      .weights = room + job->channels * CELLS};
  tile.keys = tile.points->keys + (size_t)tile.head * job->channels * job->stride;
  read_rows(
      tile.queries, job->queries + head_of_all * (size_t)shape->size * cells + first, shape->size,
      cells, tile.count);
  read_rows(tile.weights, job->null + head_of_all * cells + first, 1, cells, tile.count);
  int row = (int)(first / (size_t)shape->width), column = (int)(first % (size_t)shape->width);
  for (int cell = 0; cell < CELLS; cell++) {
    tile.y[cell / LANES][cell % LANES] = ((float)row + 0.5f) / (float)shape->height;
    tile.x[cell / LANES][cell % LANES] = ((float)column + 0.5f) / (float)shape->width;
    if (++column == shape->width) column = 0, row++;
  }
  return tile;
}

// The squared distances of a point from all cells.
INLINE void measure(wide distances, const cell_tile *tile, int point) {
  EACH_PART {
    const lanes16 down = tile->y[part] - tile->points->rows[point];
    const lanes16 across = tile->x[part] - tile->points->columns[point];
    distances[part] = down * down + across * across;
  }
}

// sums += Σ factor·row of numbers over `steps` rows; the four sums' factors are `apart` floats
// from each other, those of two steps `factor_step`.
INLINE void add_products(
    wide sums[QUAD], const float *factors, size_t apart, size_t factor_step,
    const float *numbers, size_t number_step, int steps) {
  for (int step = 0; step < steps; step++, factors += factor_step, numbers += number_step) {
    EACH_PART {
      const lanes16 values = *(const lanes16 *)(numbers + part * LANES);
      EACH_OF_QUAD sums[one][part] += values * factors[(size_t)one * apart];
    }
  }
}

// Sums over the points of one head at each cell: of all weights with the null's, of the points'
// alone, and of theirs times each value. Weights are still to be divided by the first.
typedef struct {
  wide all, points, first, second;
} weight_sums;

// Logits of the null and all points, in the weights' place.
INLINE void score(const point_attention *job, const cell_tile *tile) {
  const float factor = 1 / sqrtf((float)job->shape->size), falloff = job->falloffs[tile->head];
  for (int point = 0; point < tile->points->count; point += QUAD) {
    wide sums[QUAD] = {0};
    add_products(
        sums, tile->keys + point, 1, job->stride, tile->queries, CELLS, job->shape->size);
    EACH_OF_QUAD {
      wide distances;
      measure(distances, tile, point + one);
      lanes16 *row = (lanes16 *)(tile->weights + (1 + point + one) * CELLS);
      EACH_PART row[part] = sums[one][part] * factor - falloff * distances[part];
    }
  }
}

// The weights before they are divided, and their sums.
INLINE void weigh(weight_sums *sums, const point_attention *job, const cell_tile *tile) {
  score(job, tile);
  const present_points *points = tile->points;
  const int rows = 1 + points->count;
  float *weights = tile->weights;
  lanes16 *const null = (lanes16 *)weights;
  wide greatest;
  EACH_PART {
    greatest[part] = null[part];
    for (int row = 1; row < rows; row++) {
      const lanes16 logit = null[row * PARTS + part];
      greatest[part] = SELECTED(lanes16, logit > greatest[part], logit, greatest[part]);
    }
    for (int row = 0; row < rows; row++) null[row * PARTS + part] -= greatest[part];
  }
  for (int place = 0; place < rows * CELLS; place++) weights[place] = exponential(weights[place]);
  *sums = (weight_sums){0};
  EACH_PART {
    for (int point = 0; point < points->count; point++) {
      const lanes16 weight = null[(1 + point) * PARTS + part];
      sums->points[part] += weight;
      sums->first[part] += weight * points->first[point];
      sums->second[part] += weight * points->second[point];
    }
    sums->all[part] = sums->points[part] + null[part];
  }
}

#endif
