// Winograd's minimal filtering: tiles in, 36 matrix products, tiles out.
#include "winograd_tiles.h"

#include <string.h>

#include "parallel.h"

#if defined(__x86_64__)
#include "winograd_reading.h"

typedef struct {
  tiling tiles;
  // The tiles and the groups of columns that are filtered now.
  long first;
  int count, first_group, groups;
  const float *source, *weights, *bias, *gate;
  const hb_adjust *adjust;
  float *target;
  // [point][tile][input channel], and [point][group][tile][columns together].
  float *transformed, *products;
} filtering;

// Work item: one tile, all channels.
WIDE static void tiles_in(const void *context, long begin, long end) {
  const filtering *job = context;
  const hb_winograd *shape = job->tiles.shape;
  const int blocks = job->tiles.inner_blocks;
  const size_t stride = point_stride(job->count, blocks);
  for (long item = begin; item < end; item++) {
    tile at = tile_at(&job->tiles, job->first + item);
    for (int block = 0; block < blocks; block++) {
      __m512 d[POINTS];
      read_adjusted(
          6, job->source, at.image, shape->input_blocks, block % shape->input_blocks,
          shape->height, shape->width,
          source_lattice(&job->tiles, &at, block / shape->input_blocks), job->adjust, d);
      store_transform(d, job->transformed + ((size_t)item * blocks + block) * LANES, stride);
    }
  }
}

// All tiles at one point by one group of columns. `most` tiles go together, then the rest.
INLINE void products(
    const int most, const int vectors, const filtering *job, int point, int group) {
  const size_t inputs = (size_t)job->tiles.inner_blocks * LANES, width = (size_t)vectors * LANES;
  const size_t groups = (size_t)job->tiles.column_blocks / vectors;
  const float *v = job->transformed + point * point_stride(job->count, job->tiles.inner_blocks);
  const float *u =
      job->weights + ((size_t)point * groups + job->first_group + group) * inputs * width;
  float *m = job->products + point * point_stride(job->count, job->groups * vectors) +
             (size_t)group * job->count * width;
  int row = 0;
  for (; row + most <= job->count; row += most)
    product(most, vectors, v + row * inputs, inputs, u, m + row * width);
  for (; row + 2 <= job->count; row += 2)
    product(2, vectors, v + row * inputs, inputs, u, m + row * width);
  for (; row < job->count; row++)
    product(1, vectors, v + row * inputs, inputs, u, m + row * width);
}

// Work item: one point and one group of columns.
WIDE static void multiply(const void *context, long begin, long end) {
  const filtering *job = context;
  for (long item = begin; item < end; item++) {
    int point = (int)(item / job->groups), group = (int)(item % job->groups);
    switch (job->tiles.together) {
      case 4: products(6, 4, job, point, group); break;
      case 2: products(12, 2, job, point, group); break;
      default: products(12, 1, job, point, group); break;
    }
  }
}

// One tile of one block of columns: transforms back and stores what lies inside the result.
INLINE void write_tile(
    const filtering *job, const tile *at, int item, int column_block, const int outputs) {
  const hb_winograd *shape = job->tiles.shape;
  const int together = job->tiles.together;
  const size_t stride = point_stride(job->count, job->groups * together);
  const int group = column_block / together - job->first_group;
  const float *from =
      job->products +
      (((size_t)group * job->count + item) * together + column_block % together) * LANES;
  __m512 m[POINTS], rows[5 * 6], result[5];
  for (int point = 0; point < POINTS; point++) m[point] = _mm512_load_ps(from + point * stride);
  // Along columns first: rows[x·outputs + y].
  for (int x = 0; x < 6; x++) {
    if (outputs == 5) {
      back5(rows + x * 5, m + x, 6);
    } else {
      back4(rows + x * 4, m + x, 6);
    }
  }
  const int block = column_block % shape->output_blocks;
  const int height = target_length(shape, shape->height);
  const int width = target_length(shape, shape->width);
  const lattice place = target_lattice(&job->tiles, at, column_block / shape->output_blocks);
  const size_t image = ((size_t)at->image * shape->output_blocks + block) * height * width;
  const __m512 slope = _mm512_set1_ps(shape->epilogue.slope);
  const __m512 ceiling = _mm512_set1_ps(shape->epilogue.ceiling);
  __m512 bias = _mm512_setzero_ps();
  if (job->bias) bias = _mm512_loadu_ps(job->bias + block * LANES);
  for (int y = 0; y < outputs; y++) {
    int row = place.row + y * place.step;
    if (row < 0 || row >= height) continue;
    if (outputs == 5) {
      back5(result, rows + y, 5);
    } else {
      back4(result, rows + y, 4);
    }
    for (int x = 0; x < outputs; x++) {
      int column = place.column + x * place.step;
      if (column < 0 || column >= width) continue;
      size_t offset = (image + (size_t)row * width + column) * LANES;
      float *to = job->target + offset;
      __m512 value = _mm512_add_ps(result[x], bias);
      if (shape->accumulates) value = _mm512_add_ps(value, _mm512_loadu_ps(to));
      value = job->gate ? gated(value, _mm512_loadu_ps(job->gate + offset), slope)
                        : rectified(value, slope);
      // In this order what is not a number stays one.
      _mm512_storeu_ps(to, _mm512_min_ps(ceiling, value));
    }
  }
}

// Work item: one tile, all columns of the groups.
WIDE static void tiles_out(const void *context, long begin, long end) {
  const filtering *job = context;
  const int together = job->tiles.together, first = job->first_group * together;
  for (long item = begin; item < end; item++) {
    tile at = tile_at(&job->tiles, job->first + item);
    for (int block = first; block < first + job->groups * together; block++) {
      if (job->tiles.outputs == 5) {
        write_tile(job, &at, (int)item, block, 5);
      } else {
        write_tile(job, &at, (int)item, block, 4);
      }
    }
  }
}

bool hb_winograd_available(void) { return __builtin_cpu_supports("avx512f"); }

#else

typedef struct {
  tiling tiles;
  long first;
  int count, first_group, groups;
  const float *source, *weights, *bias, *gate;
  const hb_adjust *adjust;
  float *target, *transformed, *products;
} filtering;

static void tiles_in(const void *context, long begin, long end) {}
static void multiply(const void *context, long begin, long end) {}
static void tiles_out(const void *context, long begin, long end) {}
bool hb_winograd_available(void) { return false; }

#endif

// Floats of working memory for one part.
static size_t part_size(const tiling *tiles, const partition *parts) {
  int columns = parts->groups * tiles->together;
  return POINTS *
         (point_stride(parts->most, tiles->inner_blocks) + point_stride(parts->most, columns));
}

size_t hb_winograd_scratch(const hb_winograd *shape, int threads) {
  tiling tiles = tiling_of(shape);
  partition parts = partition_of(&tiles, threads);
  return part_size(&tiles, &parts) * (parts.alone ? threads : 1) * sizeof(float);
}

typedef void (*looping)(long count, hb_body body, const void *context);

static void on_this_thread(long count, hb_body body, const void *context) {
  body(context, 0, count);
}

// The part that begins at tile `first`, through all stages.
static void filter_part(
    const filtering *all, const partition *parts, long first, float *scratch, looping loop) {
  filtering job = *all;
  long left = job.tiles.count - first;
  job.first = first;
  job.count = (int)(left < parts->most ? left : parts->most);
  job.transformed = scratch;
  job.products = scratch + POINTS * point_stride(job.count, job.tiles.inner_blocks);
  const int groups = job.tiles.column_blocks / job.tiles.together;
  loop(job.count, tiles_in, &job);
  for (job.first_group = 0; job.first_group < groups; job.first_group += parts->groups) {
    int left_groups = groups - job.first_group;
    job.groups = left_groups < parts->groups ? left_groups : parts->groups;
    loop((long)POINTS * job.groups, multiply, &job);
    loop(job.count, tiles_out, &job);
  }
}

typedef struct {
  filtering job;
  partition parts;
  float *scratch;
} filtering_alone;

// Work item: one part.
static void filter_alone(const void *context, long begin, long end) {
  const filtering_alone *all = context;
  float *scratch =
      all->scratch + part_size(&all->job.tiles, &all->parts) * (size_t)hb_thread_index();
  for (long part = begin; part < end; part++)
    filter_part(&all->job, &all->parts, part * all->parts.most, scratch, on_this_thread);
}

void hb_winograd_run(
    const hb_winograd *shape, const float *source, const hb_adjust *adjust,
    const float *transformed, const float *bias, const float *gate, float *target, int threads,
    void *scratch) {
  filtering job = {
      .tiles = tiling_of(shape), .source = source, .weights = transformed, .bias = bias,
      .gate = gate, .adjust = adjust, .target = target};
  partition parts = partition_of(&job.tiles, threads);
  if (parts.alone) {
    filtering_alone all = {job, parts, scratch};
    hb_parallel((job.tiles.count + parts.most - 1) / parts.most, filter_alone, &all);
    return;
  }
  for (long first = 0; first < job.tiles.count; first += parts.most)
    filter_part(&job, &parts, first, scratch, hb_parallel);
}
