// Convolutions, parted among threads.
#include "half_convolution.h"
#include "half_runs.h"
#include "parallel.h"

static size_t round_up(size_t bytes) { return (bytes + HALF_PIXEL - 1) / HALF_PIXEL * HALF_PIXEL; }

// Whether the source's pixels already lie as gathered ones would.
static bool can_stay(const hb_half_convolution *shape) {
  return shape->kernel_height == 1 && shape->kernel_width == 1 && shape->stride == 1 &&
         shape->pad_top == 0 && shape->pad_left == 0 && shape->width == shape->out_width &&
         shape->height == shape->out_height && shape->width % TILE_ROWS == 0;
}

static half_partition partition_of(const half_convolving *job, bool in_place, int threads) {
  const size_t far = 512 << 10, cached = 640 << 10;
  const hb_half_convolution *shape = job->shape;
  const int length = job->geometry.rows.length, margin = span_of(&job->geometry.rows);
  half_partition parts = {.in_place = in_place};
  parts.shared = in_place || (shape->output_blocks > 1 && hb_half_weights(shape) > far);
  const size_t row = (size_t)shape->input_blocks * half_planes(&job->reading) *
                     job->reading.pitch * HALF_PIXEL;
  int rows = at_least((int)(cached / row) - margin, at_least(margin, 1));
  parts.bands = parts_of(length, rows);
  if (threads > 1) {
    const int items = shape->batch * (parts.shared ? shape->output_blocks : 1);
    const int wanted = parts_of(4 * threads, items);
    const int most = parts_of(length, 2 * margin + 1);
    parts.bands = at_least(parts.bands, at_most(wanted, most));
  }
  parts.rows = parts_of(length, parts.bands);
  parts.bands = parts_of(length, parts.rows);
  return parts;
}

static float *own_sums(const half_convolving *job) {
  return job->sums + (size_t)hb_thread_index() * job->patches;
}

// Work item: a band of an image, all blocks of the target.
static void convolve_alone(const void *context, long begin, long end) {
  const half_convolving *job = context;
  char *band = job->gathered + (size_t)hb_thread_index() * job->whole;
  job->multiplier->begin();
  for (long item = begin; item < end; item++) {
    const int image = (int)(item / job->parts.bands);
    const int first = (int)(item % job->parts.bands) * job->parts.rows;
    for (int block = 0; block < job->shape->input_blocks; block++)
      hb_half_gather(
          &job->reading, image, block, first + job->geometry.rows.least,
          job->parts.rows + span_of(&job->geometry.rows), band + block * job->block);
    for (int block = 0; block < job->shape->output_blocks; block++)
      half_convolve_block(job, image, block, first, band, own_sums(job));
  }
  job->multiplier->end();
}

// Work item: a block of an image.
static void gather_all(const void *context, long begin, long end) {
  const half_convolving *job = context;
  for (long item = begin; item < end; item++) {
    const half_axis *rows = &job->geometry.rows;
    const int blocks = job->shape->input_blocks;
    hb_half_gather(
        &job->reading, (int)(item / blocks), (int)(item % blocks), rows->least,
        rows->length + span_of(rows), job->gathered + item * job->block);
  }
}

// Work item: a band of an image, one block of the target.
static void convolve_shared(const void *context, long begin, long end) {
  const half_convolving *job = context;
  const hb_half_convolution *shape = job->shape;
  const long bands = (long)shape->batch * job->parts.bands, outputs = shape->output_blocks;
  const size_t row = (size_t)job->reading.pitch * HALF_PIXEL;
  // What is smaller changes from item to item.
  const bool weights_stay =
      hb_half_weights(shape) / outputs > job->block / job->geometry.rows.length *
                                             job->parts.rows * shape->input_blocks;
  job->multiplier->begin();
  for (long item = begin; item < end; item++) {
    const long band = weights_stay ? item % bands : item / outputs;
    const long output = weights_stay ? item / bands : item % outputs;
    const int image = (int)(band / job->parts.bands);
    const int first = (int)(band % job->parts.bands) * job->parts.rows;
    half_convolve_block(
        job, image, (int)output, first, job->gathered + image * job->whole + first * row,
        own_sums(job));
  }
  job->multiplier->end();
}

// A job and, where `scratch` is given, where its memory is; returns how much it takes.
static size_t prepare(half_convolving *job, bool in_place, int threads, char *scratch) {
  const hb_half_convolution *shape = job->shape;
  job->geometry = half_geometry_of(shape);
  const half_axis *rows = &job->geometry.rows, *columns = &job->geometry.columns;
  job->reading.blocks = shape->input_blocks;
  job->reading.height = shape->height;
  job->reading.width = shape->width;
  job->reading.rows = rows;
  job->reading.columns = columns;
  job->reading.pitch = columns->length + span_of(columns);
  job->parts = partition_of(job, in_place, threads);
  const int kept_rows = (job->parts.shared ? rows->length : job->parts.rows) + span_of(rows);
  job->plane = (size_t)kept_rows * job->reading.pitch * HALF_PIXEL;
  job->block = job->plane * half_planes(&job->reading);
  job->whole = job->block * shape->input_blocks;
  const half_runs runs =
      half_runs_of(job->parts.rows, columns->length, job->reading.pitch, TILE_ROWS);
  job->patches = (size_t)(runs.count + 1) / 2 * PATCH;
  const size_t steps = round_up(
      (size_t)shape->input_blocks * shape->kernel_height * shape->kernel_width * sizeof(half_step));
  const size_t sums = threads * job->patches * sizeof(float);
  if (scratch) {
    job->steps = (half_step *)scratch;
    job->sums = (float *)(scratch + steps);
    job->gathered = scratch + steps + sums;
  }
  // A last run reads behind the end.
  const size_t behind = TILE_ROWS * HALF_PIXEL;
  return steps + sums + (job->parts.shared ? shape->batch : threads) * job->whole + behind;
}

size_t hb_half_scratch(const hb_half_convolution *shape, int threads) {
  half_convolving job = {.shape = shape};
  size_t bytes = prepare(&job, false, threads, NULL);
  if (!can_stay(shape)) return bytes;
  size_t in_place = prepare(&job, true, threads, NULL);
  return bytes > in_place ? bytes : in_place;
}

void hb_half_convolve(
    const hb_half_convolution *shape, const void *source, const hb_adjust *adjust,
    const void *packed, const float *bias, const void *gate, void *target, int threads,
    void *scratch) {
  half_convolving job = {
      .shape = shape, .multiplier = hb_half_multiplier(), .packed = packed, .bias = bias,
      .gate = gate, .target = target};
  job.reading.numbers = source;
  job.reading.adjust = adjust && !is_identity(adjust) ? adjust : NULL;
  prepare(&job, can_stay(shape) && !job.reading.adjust, threads, scratch);
  half_find_steps(&job);
  if (!job.parts.shared) {
    hb_parallel((long)shape->batch * job.parts.bands, convolve_alone, &job);
    return;
  }
  if (job.parts.in_place) {
    // Read only.
    job.gathered = (char *)source;
  } else {
    hb_parallel((long)shape->batch * shape->input_blocks, gather_all, &job);
  }
  hb_parallel((long)shape->batch * job.parts.bands * shape->output_blocks, convolve_shared, &job);
}
