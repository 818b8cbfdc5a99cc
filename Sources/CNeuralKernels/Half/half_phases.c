// Convolutions as sums of products of shifted pixels with the kernel's taps.
#include "half_convolution.h"
#include "half_runs.h"

// Products summed in the units before the sums are set aside, so that their weights stay in the
// nearest cache while they meet all pixels of a band.
enum { STEPS_TOGETHER = 36 };

void half_find_steps(const half_convolving *job) {
  const half_axis *rows = &job->geometry.rows, *columns = &job->geometry.columns;
  size_t index = 0;
  for (int phase = 0; phase < rows->target_step * columns->target_step; phase++) {
    const int row_phase = phase / columns->target_step, column_phase = phase % columns->target_step;
    for (int block = 0; block < job->shape->input_blocks; block++)
      for (int y = rows->first[row_phase]; y < rows->first[row_phase + 1]; y++)
        for (int x = columns->first[column_phase]; x < columns->first[column_phase + 1]; x++) {
          const half_tap *row = rows->taps + y, *column = columns->taps + x;
          const size_t pixel = (size_t)(row->shift - rows->least) * job->reading.pitch +
                               (column->shift - columns->least);
          const size_t plane = (size_t)row->plane * columns->planes + column->plane;
          job->steps[index] = (half_step){
              block * job->block + plane * job->plane + pixel * HALF_PIXEL, index * 2 * HALF_TILE};
          index++;
        }
  }
}

// A phase of one band of one block of the target.
typedef struct {
  int image, output_block, row_phase, column_phase, first_row;
  half_runs runs;
} phase_part;

static void finish_run(
    const half_convolving *job, const phase_part *part, int run, const float *sums) {
  const hb_half_convolution *shape = job->shape;
  static const float zeros[HALF_BLOCK];
  const int step = job->geometry.rows.target_step;
  const half_finish how = {
      job->bias ? job->bias + part->output_block * HALF_BLOCK : zeros, job->gate, job->target,
      (size_t)step * HALF_BLOCK, shape->accumulates, shape->epilogue};
  const size_t image = (size_t)part->image * shape->output_blocks + part->output_block;
  half_stretch stretch = half_stretch_from(&part->runs, run, 0);
  while (stretch.count > 0) {
    const size_t row = (size_t)(part->first_row + stretch.row) * step + part->row_phase;
    const size_t column = (size_t)stretch.column * step + part->column_phase;
    job->multiplier->finish(
        &how, sums + stretch.first * HALF_BLOCK,
        ((image * shape->out_height + row) * shape->out_width + column) * HALF_BLOCK,
        stretch.count);
    stretch = half_stretch_from(&part->runs, run, stretch.first + stretch.count);
  }
}

// The sums of so many products, which begin at `steps`.
static void convolve_phase(
    const half_convolving *job, const phase_part *part, const char *band, const half_step *steps,
    int count, float *sums) {
  const half_runs *runs = &part->runs;
  const int times = at_least(parts_of(count, STEPS_TOGETHER), 1);
  half_product product = {
      .columns = job->packed + hb_half_weights(job->shape) / job->shape->output_blocks *
                                   part->output_block,
      .column_tile = HALF_TILE, .column_stride = HALF_PIXEL};
  for (int time = 0; time < times; time++) {
    const int begin = (int)((long)count * time / times);
    product.steps = steps + begin;
    product.count = (int)((long)count * (time + 1) / times) - begin;
    product.adds = time > 0;
    for (int run = 0; run < runs->count; run += 2) {
      float *patch = sums + (times > 1 ? (size_t)run / 2 * PATCH : 0);
      product.first_rows = band + (size_t)half_run_start(runs, run) * HALF_PIXEL;
      product.second_rows = NULL;
      if (run + 1 < runs->count)
        product.second_rows = band + (size_t)half_run_start(runs, run + 1) * HALF_PIXEL;
      job->multiplier->multiply(&product, patch);
      if (time + 1 < times) continue;
      finish_run(job, part, run, patch);
      if (product.second_rows) finish_run(job, part, run + 1, patch + TILE_ROWS * HALF_BLOCK);
    }
  }
}

void half_convolve_block(
    const half_convolving *job, int image, int output_block, int first_row, const char *band,
    float *sums) {
  const hb_half_convolution *shape = job->shape;
  const half_axis *rows = &job->geometry.rows, *columns = &job->geometry.columns;
  const half_step *steps = job->steps;
  phase_part part = {image, output_block, 0, 0, first_row, {0}};
  for (part.row_phase = 0; part.row_phase < rows->target_step; part.row_phase++) {
    const int length = parts_of(shape->out_height - part.row_phase, rows->target_step);
    for (part.column_phase = 0; part.column_phase < columns->target_step; part.column_phase++) {
      const int width = parts_of(shape->out_width - part.column_phase, columns->target_step);
      const int height = at_most(job->parts.rows, length - first_row);
      const int count = shape->input_blocks * taps_of(rows, part.row_phase) *
                        taps_of(columns, part.column_phase);
      if (height > 0 && width > 0) {
        part.runs = half_runs_of(height, width, job->reading.pitch, TILE_ROWS);
        convolve_phase(job, &part, band, steps, count, sums);
      }
      steps += count;
    }
  }
}
