// Gradients of a convolution's weights by Winograd's filtering: the transforms of source and gradient
// are multiplied tile by tile, summed over the tiles, and transformed back to the kernel's taps.
#include <string.h>

#include "WinogradLearning.h"
#include "parallel.h"
#include "winograd_tiles.h"

#if defined(__x86_64__)
#include "winograd_adjoint.h"
#include "winograd_reading.h"

// Floats between two points' sums of one block of inputs by four of columns; a little more than
// they take, so that the points do not fall into the same cache lines.
enum { SUMS = LANES * 4 * LANES + LANES };
// Where each part of the tiles has sums of its own, how many sets of sums there are.
enum { SLOTS = 8 };

typedef struct {
  // Of the layer where its filter is 3 by 3; of its way back where it is transposed: then the
  // gradient's tiles are those of six, and the source's those of five.
  tiling tiles;
  bool transposed;
  int height, width;  // of the layer's source
  int input_blocks, output_blocks, column_blocks, taps;
  // Blocks of columns multiplied together: 4, 2 or 1.
  int together;
  long first;
  int count;
  bool adds;
  const float *source, *gradient;
  const hb_adjust *adjust;
  // [point][block of inputs][tile][lane] and [point][columns together][tile][…].
  float *rows, *columns;
  float *weights, *bias;
} learning;

// Work item: one tile, all channels of source and gradient.
WIDE static void tiles_of_both(const void *context, long begin, long end) {
  const learning *job = context;
  const tiling *tiles = &job->tiles;
  const hb_adjust none = {.slope = 1};
  const size_t row_stride = point_stride(job->count, job->input_blocks);
  const size_t column_stride = point_stride(job->count, job->column_blocks);
  const int together = job->together;
  for (long item = begin; item < end; item++) {
    tile at = tile_at(tiles, job->first + item);
    for (int block = 0; block < job->input_blocks; block++) {
      __m512 d[POINTS];
      float *to = job->rows + ((size_t)block * job->count + item) * LANES;
      if (job->transposed) {
        read_adjusted(
            5, job->source, at.image, job->input_blocks, block, job->height, job->width,
            target_lattice(tiles, &at, 0), job->adjust, d);
        store_spread(5, d, to, row_stride);
      } else {
        read_adjusted(
            6, job->source, at.image, job->input_blocks, block, job->height, job->width,
            source_lattice(tiles, &at, 0), job->adjust, d);
        store_transform(d, to, row_stride);
      }
    }
    for (int block = 0; block < job->column_blocks; block++) {
      __m512 d[POINTS];
      float *to = job->columns +
                  (((size_t)(block / together) * job->count + item) * together +
                   block % together) * LANES;
      int output = block % job->output_blocks;
      if (job->transposed) {
        read_adjusted(
            6, job->gradient, at.image, job->output_blocks, output, 2 * job->height,
            2 * job->width, source_lattice(tiles, &at, block / job->output_blocks), &none, d);
        store_transform(d, to, column_stride);
      } else {
        read_adjusted(
            4, job->gradient, at.image, job->output_blocks, output, job->height, job->width,
            target_lattice(tiles, &at, 0), &none, d);
        store_spread(4, d, to, column_stride);
      }
    }
  }
}

INLINE void keep(const learning *job, size_t place, __m512 value) {
  float *to = job->weights + place;
  if (job->adds) value = _mm512_add_ps(value, _mm512_loadu_ps(to));
  _mm512_storeu_ps(to, value);
}

// One input's 36 sums for one block of columns to its taps.
INLINE void write_taps(const learning *job, const float *sums, int input, int column_block) {
  const size_t outputs = (size_t)job->output_blocks * LANES;
  const size_t tap = (size_t)job->input_blocks * LANES * outputs;
  const int output = column_block % job->output_blocks, phase = column_block / job->output_blocks;
  const size_t place = (size_t)input * outputs + (size_t)output * LANES;
  __m512 u[POINTS], rows[3 * 6], taps[9];
  for (int point = 0; point < POINTS; point++)
    u[point] = _mm512_load_ps(sums + (size_t)point * SUMS);
  if (job->transposed) {
    for (int x = 0; x < 6; x++) taps2(rows + x, 6, u + x, 6);
    for (int y = 0; y < 2; y++) taps2(taps + 2 * y, 1, rows + 6 * y, 1);
    for (int y = 0; y < 2; y++)
      for (int x = 0; x < 2; x++)
        keep(
            job, place + (size_t)(strided_tap(phase / 2, y) * 4 + strided_tap(phase % 2, x)) * tap,
            taps[2 * y + x]);
    return;
  }
  for (int x = 0; x < 6; x++) taps3(rows + x, 6, u + x, 6);
  for (int y = 0; y < 3; y++) taps3(taps + 3 * y, 1, rows + 6 * y, 1);
  for (int k = 0; k < 9; k++) keep(job, place + k * tap, taps[k]);
}

// The bias owes what the gradient's pixels sum to, which is their tile's share at the point (1, 1).
INLINE void add_bias(const learning *job, int group, int column) {
  const int together = job->together, block = group * together + column;
  const float *from = job->columns + 7 * point_stride(job->count, job->column_blocks) +
                      ((size_t)group * job->count * together + column) * LANES;
  __m512 sum = _mm512_setzero_ps();
  for (int item = 0; item < job->count; item++)
    sum = _mm512_add_ps(sum, _mm512_load_ps(from + (size_t)item * together * LANES));
  float *to = job->bias + (size_t)block * LANES;
  if (job->adds) sum = _mm512_add_ps(sum, _mm512_loadu_ps(to));
  _mm512_storeu_ps(to, sum);
}

// A block of inputs by a group of columns, at all points.
INLINE void learn_block(
    const int together, const learning *job, int input_block, int group, float *sums) {
  const int vectors = together < PAIR ? 1 : PAIR;
  for (int point = 0; point < POINTS; point++) {
    const float *rows =
        job->rows + point * point_stride(job->count, job->input_blocks) +
        (size_t)input_block * job->count * LANES;
    const float *columns =
        job->columns + point * point_stride(job->count, job->column_blocks) +
        (size_t)group * together * job->count * LANES;
    for (int column = 0; column < together; column += PAIR)
      for (int row = 0; row < LANES; row += EIGHT)
        outer_products(
            vectors, together, rows + row, columns + column * LANES, job->count,
            sums + (size_t)point * SUMS + (row * together + column) * LANES);
  }
  for (int row = 0; row < LANES; row++)
    for (int column = 0; column < together; column++)
      write_taps(
          job, sums + (row * together + column) * LANES, input_block * LANES + row,
          group * together + column);
}

// Work item: a block of inputs by a group of columns.
WIDE static void learn(const void *context, long begin, long end) {
  const learning *job = context;
  const int groups = job->column_blocks / job->together;
  _Alignas(64) float sums[POINTS * SUMS];
  for (long item = begin; item < end; item++) {
    int input_block = (int)(item / groups), group = (int)(item % groups);
    switch (job->together) {
      case 4: learn_block(4, job, input_block, group, sums); break;
      case 2: learn_block(2, job, input_block, group, sums); break;
      default: learn_block(1, job, input_block, group, sums); break;
    }
    if (input_block == 0 && job->bias)
      for (int column = 0; column < job->together; column++) add_bias(job, group, column);
  }
}

typedef void (*looping)(long count, hb_body body, const void *context);

static void on_this_thread(long count, hb_body body, const void *context) {
  body(context, 0, count);
}

// How the work is parted: where there are many tiles of few channels, parts of tiles have their own
// sums, and every thread takes whole parts, which stay in its cache; else all threads share each
// part.
typedef struct {
  int most;
  bool alone;
} parting;

static size_t part_floats(const learning *job, int most) {
  return POINTS *
         (point_stride(most, job->input_blocks) + point_stride(most, job->column_blocks));
}

static parting parting_of(const learning *job) {
  const long many = 96, cached = 600000;
  const long bytes = (long)(part_floats(job, 1) * sizeof(float)), few = cached / bytes;
  parting made;
  made.alone = few >= 20 && job->tiles.count >= 2 * few * SLOTS;
  long most = made.alone ? few : many, parts = (job->tiles.count + most - 1) / most;
  made.most = (int)((job->tiles.count + parts - 1) / parts);
  return made;
}

static size_t weight_floats(const learning *job) {
  return (size_t)job->taps * job->input_blocks * job->output_blocks * LANES * LANES;
}

static size_t slot_floats(const learning *job) {
  return weight_floats(job) + (size_t)job->output_blocks * LANES;
}

static void learn_part(const learning *all, int most, long first, float *scratch, looping loop) {
  learning job = *all;
  long left = job.tiles.count - first;
  job.first = first;
  job.count = (int)(left < most ? left : most);
  job.rows = scratch;
  job.columns = scratch + POINTS * point_stride(job.count, job.input_blocks);
  loop(job.count, tiles_of_both, &job);
  loop((long)job.input_blocks * (job.column_blocks / job.together), learn, &job);
}

typedef struct {
  learning job;
  int most;
  float *slots, *scratch;
} learning_alone;

// Work item: one slot, every SLOTS-th part.
static void learn_alone(const void *context, long begin, long end) {
  const learning_alone *all = context;
  float *scratch =
      all->scratch + part_floats(&all->job, all->most) * (size_t)hb_thread_index();
  const long parts = (all->job.tiles.count + all->most - 1) / all->most;
  for (long slot = begin; slot < end; slot++) {
    learning job = all->job;
    job.weights = all->slots + (size_t)slot * slot_floats(&job);
    job.bias = job.bias ? job.weights + weight_floats(&job) : NULL;
    job.adds = false;
    for (long part = slot; part < parts; part += SLOTS) {
      learn_part(&job, all->most, part * all->most, scratch, on_this_thread);
      job.adds = true;
    }
  }
}

// Work item: sixteen numbers of the slots' sums.
WIDE static void add_slots(const void *context, long begin, long end) {
  const learning_alone *all = context;
  const size_t size = slot_floats(&all->job), weights = weight_floats(&all->job);
  for (long item = begin; item < end; item++) {
    size_t place = (size_t)item * LANES;
    __m512 sum = _mm512_loadu_ps(all->slots + place);
    for (int slot = 1; slot < SLOTS; slot++)
      sum = _mm512_add_ps(sum, _mm512_loadu_ps(all->slots + slot * size + place));
    if (place < weights) {
      _mm512_storeu_ps(all->job.weights + place, sum);
    } else if (all->job.bias) {
      _mm512_storeu_ps(all->job.bias + (place - weights), sum);
    }
  }
}

static hb_winograd way_back(const hb_winograd *shape) {
  hb_winograd back = *shape;
  back.filter = HB_FILTER_STRIDED_4;
  back.height = 2 * shape->height;
  back.width = 2 * shape->width;
  back.input_blocks = shape->output_blocks;
  back.output_blocks = shape->input_blocks;
  return back;
}

// `shape` must live as long as the result: the layer's, or that of its way back.
static learning learning_of(const hb_winograd *layer, const hb_winograd *shape) {
  learning made = {.tiles = tiling_of(shape)};
  made.transposed = layer->filter == HB_FILTER_TRANSPOSED_4;
  made.height = layer->height;
  made.width = layer->width;
  made.input_blocks = layer->input_blocks;
  made.output_blocks = layer->output_blocks;
  made.column_blocks = layer->output_blocks * (made.transposed ? 4 : 1);
  made.together = made.column_blocks % 4 == 0 ? 4 : made.column_blocks % 2 == 0 ? 2 : 1;
  made.taps = made.transposed ? 16 : 9;
  return made;
}

size_t hb_winograd_gradient_scratch(const hb_winograd *shape, int threads) {
  hb_winograd back = way_back(shape);
  learning job = learning_of(shape, shape->filter == HB_FILTER_3 ? shape : &back);
  parting parts = parting_of(&job);
  size_t floats = part_floats(&job, parts.most) * (parts.alone ? threads : 1);
  return (floats + (parts.alone ? SLOTS * slot_floats(&job) : 0)) * sizeof(float);
}

void hb_winograd_gradient(
    const hb_winograd *shape, const float *source, const hb_adjust *adjust,
    const float *gradient, float *weight_gradient, float *bias_gradient, int threads,
    void *scratch) {
  hb_winograd back = way_back(shape);
  learning job = learning_of(shape, shape->filter == HB_FILTER_3 ? shape : &back);
  job.source = source;
  job.adjust = adjust;
  job.gradient = gradient;
  job.weights = weight_gradient;
  job.bias = bias_gradient;
  parting parts = parting_of(&job);
  if (!parts.alone) {
    for (long first = 0; first < job.tiles.count; first += parts.most) {
      job.adds = first > 0;
      learn_part(&job, parts.most, first, scratch, hb_parallel);
    }
    return;
  }
  float *working = scratch;
  learning_alone all = {
      job, parts.most, working + part_floats(&job, parts.most) * threads, working};
  hb_parallel(SLOTS, learn_alone, &all);
  hb_parallel((long)(slot_floats(&job) / LANES), add_slots, &all);
}

#else

size_t hb_winograd_gradient_scratch(const hb_winograd *shape, int threads) { return 0; }
void hb_winograd_gradient(
    const hb_winograd *shape, const float *source, const hb_adjust *adjust,
    const float *gradient, float *weight_gradient, float *bias_gradient, int threads,
    void *scratch) {}

#endif
