// Gradients of a convolution's weights and bias.
#include "half_gradient.h"
#include "parallel.h"

// Where bands have sums of their own, how many sets of sums there are.
enum { SLOTS = 8 };

// How the work is parted.
typedef struct {
  // Where there are few channels, parts of the bands have sums of their own, and every thread takes
  // whole parts, whose copies stay in its cache; else bands are copied for all, and threads share
  // the pairs of blocks.
  bool alone;
  // Then these blocks go together. Results do not depend on it.
  int outputs, inputs;
} partition;

typedef struct {
  half_learning learning;
  partition parts;
  // Floats of the sums of a pair of blocks.
  size_t pair;
  // One for each thread, slot, or band.
  char *pixels, *copies;
  float *sums;
} gradient_job;

static size_t round_up(size_t bytes) { return (bytes + HALF_PIXEL - 1) / HALF_PIXEL * HALF_PIXEL; }

// Blocks that go together share their copies; their sums should stay in the cache, and every thread
// should have work.
static partition partition_of(const hb_half_convolution *shape, int threads) {
  const size_t few = 1100 << 10, cached = 640 << 10;
  const size_t pair = (size_t)shape->kernel_height * shape->kernel_width * PATCH * sizeof(float);
  const long outputs = shape->output_blocks, inputs = shape->input_blocks;
  if (outputs * inputs * pair <= few) return (partition){true, outputs, inputs};
  const half_learning one = half_learning_of(shape, 1);
  long together = at_least(cached / pair, 1);
  if (threads > 1) together = at_most(together, at_least(outputs * inputs / (3 * threads), 1));
  partition best = {false, 1, 1};
  double least = 0;
  for (int input = 1; input <= at_most(inputs, together); input++) {
    const int output = at_most(outputs, together / input);
    const double read = (double)one.rows / input + (double)one.columns / output;
    if (input > 1 && read >= least) continue;
    least = read;
    best = (partition){false, output, input};
  }
  return best;
}

// The same for all numbers of threads: sums have the order of the bands.
static int rows_of_band(const hb_half_convolution *shape) {
  const size_t cached = 640 << 10;
  const partition parts = partition_of(shape, 1);
  const half_learning one = half_learning_of(shape, 1);
  const int margin = span_of(&one.geometry.rows);
  const size_t row =
      (size_t)parts.inputs * one.columns / (1 + margin) + (size_t)parts.outputs * one.rows;
  int rows = at_least((int)(cached / row) - margin, at_least(margin, 1));
  int bands = parts_of(shape->out_height, rows);
  if (parts.alone) {
    const int wanted = parts_of(2 * SLOTS, shape->batch);
    const int most = parts_of(shape->out_height, 2 * margin + 1);
    bands = at_least(bands, at_most(wanted, most));
  }
  return parts_of(shape->out_height, bands);
}

// Bytes of the copies of all blocks of a band: rows, then columns.
static size_t copies_of_band(const half_learning *job) {
  return job->shape->output_blocks * job->rows + job->shape->input_blocks * job->columns;
}

static void copy_block(const gradient_job *job, long band, int block, char *pixels, char *copies) {
  const half_learning *learning = &job->learning;
  const int outputs = learning->shape->output_blocks;
  if (block < outputs) {
    half_copy_rows(learning, band, block, pixels, copies + block * learning->rows);
  } else {
    half_copy_columns(
        learning, band, block - outputs, pixels,
        copies + outputs * learning->rows + (block - outputs) * learning->columns);
  }
}

static void learn_block(
    const gradient_job *job, const char *copies, int output, int input, bool adds, float *sums) {
  const half_learning *learning = &job->learning;
  half_learn_pair(
      learning, copies + output * learning->rows,
      copies + learning->shape->output_blocks * learning->rows + input * learning->columns, adds,
      sums);
}

// Work item: one slot, a part of the bands.
static void learn_alone(const void *context, long begin, long end) {
  const gradient_job *job = context;
  const half_learning *learning = &job->learning;
  const hb_half_convolution *shape = learning->shape;
  const int pairs = shape->output_blocks * shape->input_blocks;
  char *pixels = job->pixels + hb_thread_index() * half_pixels_of_band(learning);
  char *copies = job->copies + hb_thread_index() * copies_of_band(learning);
  learning->multiplier->begin();
  for (long slot = begin; slot < end; slot++) {
    float *sums = job->sums + slot * pairs * job->pair;
    const long first = slot * learning->bands / SLOTS, last = (slot + 1) * learning->bands / SLOTS;
    if (first == last) memset(sums, 0, pairs * job->pair * sizeof(float));
    for (long band = first; band < last; band++) {
      for (int block = 0; block < shape->output_blocks + shape->input_blocks; block++)
        copy_block(job, band, block, pixels, copies);
      for (int pair = 0; pair < pairs; pair++)
        learn_block(
            job, copies, pair / shape->input_blocks, pair % shape->input_blocks, band > first,
            sums + pair * job->pair);
    }
  }
  learning->multiplier->end();
}

// Work item: a pair of blocks.
static void add_slots(const void *context, long begin, long end) {
  const gradient_job *job = context;
  const int inputs = job->learning.shape->input_blocks;
  const size_t slot = job->pair * inputs * job->learning.shape->output_blocks;
  for (long pair = begin; pair < end; pair++)
    half_store_gradient(
        &job->learning, (int)(pair / inputs), (int)(pair % inputs), job->sums + pair * job->pair,
        SLOTS, slot);
}

// Work item: a band of a block of gradient or source.
static void copy_all(const void *context, long begin, long end) {
  const gradient_job *job = context;
  const int blocks = job->learning.shape->output_blocks + job->learning.shape->input_blocks;
  char *pixels = job->pixels + hb_thread_index() * half_pixels_of_band(&job->learning);
  for (long item = begin; item < end; item++)
    copy_block(
        job, item / blocks, (int)(item % blocks), pixels,
        job->copies + item / blocks * copies_of_band(&job->learning));
}

// Work item: a few blocks of outputs by a few of inputs, all bands.
static void learn_shared(const void *context, long begin, long end) {
  const gradient_job *job = context;
  const half_learning *learning = &job->learning;
  const hb_half_convolution *shape = learning->shape;
  const int across = parts_of(shape->input_blocks, job->parts.inputs);
  float *sums =
      job->sums + hb_thread_index() * job->pair * job->parts.outputs * job->parts.inputs;
  learning->multiplier->begin();
  for (long item = begin; item < end; item++) {
    const int first_output = (int)(item / across) * job->parts.outputs;
    const int first_input = (int)(item % across) * job->parts.inputs;
    const int outputs = at_most(job->parts.outputs, shape->output_blocks - first_output);
    const int inputs = at_most(job->parts.inputs, shape->input_blocks - first_input);
    for (long band = 0; band < learning->bands; band++)
      for (int pair = 0; pair < outputs * inputs; pair++)
        learn_block(
            job, job->copies + band * copies_of_band(learning), first_output + pair / inputs,
            first_input + pair % inputs, band > 0, sums + pair * job->pair);
    for (int pair = 0; pair < outputs * inputs; pair++)
      half_store_gradient(
          learning, first_output + pair / inputs, first_input + pair % inputs,
          sums + pair * job->pair, 1, 0);
  }
  learning->multiplier->end();
}

// A job and, where `scratch` is given, where its memory is; returns how much it takes.
static size_t prepare(
    gradient_job *job, const hb_half_convolution *shape, int threads, char *scratch) {
  job->learning = half_learning_of(shape, rows_of_band(shape));
  job->parts = partition_of(shape, threads);
  const half_learning *learning = &job->learning;
  job->pair = (size_t)learning->taps * PATCH;
  const size_t steps = round_up(learning->runs.count * sizeof(half_step));
  const size_t bias = (size_t)learning->bands * shape->output_blocks * HALF_BLOCK * sizeof(float);
  const size_t sums = job->pair * job->parts.outputs * job->parts.inputs * sizeof(float) *
                      (job->parts.alone ? SLOTS : threads);
  const size_t pixels = half_pixels_of_band(learning) * threads;
  const size_t copies = copies_of_band(learning) * (job->parts.alone ? threads : learning->bands);
  if (scratch) {
    job->learning.steps = (half_step *)scratch;
    job->learning.bias_parts = (float *)(scratch + steps);
    job->sums = (float *)(scratch + steps + bias);
    job->pixels = scratch + steps + bias + sums;
    job->copies = job->pixels + pixels;
  }
  return steps + bias + sums + pixels + copies;
}

size_t hb_half_gradient_scratch(const hb_half_convolution *shape, int threads) {
  gradient_job job = {0};
  return prepare(&job, shape, threads, NULL);
}

void hb_half_gradient(
    const hb_half_convolution *shape, const void *source, const hb_adjust *source_adjust,
    const void *gradient, const hb_adjust *gradient_adjust, const hb_weights_view *weights,
    float *bias, int threads, void *scratch) {
  gradient_job job;
  prepare(&job, shape, threads, scratch);
  half_learning *learning = &job.learning;
  learning->multiplier = hb_half_multiplier();
  learning->weights = weights;
  learning->bias = bias;
  learning->source.numbers = source;
  learning->source.adjust = source_adjust;
  learning->source.rows = &learning->geometry.rows;
  learning->source.columns = &learning->geometry.columns;
  learning->plain = (half_axis){.source_step = 1, .target_step = 1, .planes = 1};
  learning->gradient.numbers = gradient;
  learning->gradient.adjust = gradient_adjust;
  learning->gradient.rows = &learning->plain;
  learning->gradient.columns = &learning->plain;
  for (int run = 0; run < learning->runs.count; run++)
    learning->steps[run] = (half_step){
        (size_t)run * 2 * HALF_TILE, (size_t)half_run_start(&learning->runs, run) * HALF_PIXEL};
  if (job.parts.alone) {
    hb_parallel(SLOTS, learn_alone, &job);
    hb_parallel((long)shape->output_blocks * shape->input_blocks, add_slots, &job);
  } else {
    const int blocks = shape->output_blocks + shape->input_blocks;
    hb_parallel((long)learning->bands * blocks, copy_all, &job);
    hb_parallel(
        (long)parts_of(shape->output_blocks, job.parts.outputs) *
            parts_of(shape->input_blocks, job.parts.inputs),
        learn_shared, &job);
  }
  if (bias) hb_parallel(shape->output_blocks, half_store_bias, learning);
}
