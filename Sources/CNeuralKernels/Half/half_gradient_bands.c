// Bands of the source and of the result's gradient, laid out and multiplied.
#include "half_copies.h"
#include "half_gradient.h"

// Runs summed in the units before the next tap, so that they stay in the nearest cache.
enum { RUNS_TOGETHER = 10 };

half_learning half_learning_of(const hb_half_convolution *shape, int rows_of_band) {
  half_learning job = {.shape = shape, .geometry = half_geometry_of(shape)};
  const half_axis *rows = &job.geometry.rows, *columns = &job.geometry.columns;
  job.taps = shape->kernel_height * shape->kernel_width;
  job.rows_of_band = rows_of_band;
  job.bands_of_image = parts_of(shape->out_height, rows_of_band);
  job.bands = shape->batch * job.bands_of_image;
  // Even, so that pairs of pixels are the same pairs in all rows.
  const int pitch = parts_of(columns->length + span_of(columns), 2) * 2;
  job.runs = half_runs_of(rows_of_band, columns->length, pitch, HALF_BLOCK);
  job.source = (half_reading){
      .blocks = shape->input_blocks, .height = shape->height, .width = shape->width,
      .pitch = pitch};
  const size_t copied_rows = rows_of_band + span_of(rows);
  job.source_pixels = rows->planes * columns->planes * copied_rows * pitch;
  job.parities = 1;
  for (int tap = 0; tap < shape->kernel_width; tap++)
    if ((columns->taps[tap].shift - columns->least) % 2 != 0) job.parities = 2;
  // A last run reads behind the end, where the gradient is zero.
  job.parity = (job.source_pixels + HALF_BLOCK) * HALF_PIXEL;
  job.columns = job.parity * job.parities;
  job.gradient = (half_reading){
      .blocks = shape->output_blocks, .height = shape->out_height, .width = shape->out_width,
      .pitch = pitch};
  if (job.runs.by_rows)
    job.gradient.pitch = parts_of(shape->out_width, HALF_BLOCK) * HALF_BLOCK;
  job.gradient_pixels = (size_t)rows_of_band * job.gradient.pitch;
  job.rows = (size_t)job.runs.count * 2 * HALF_TILE;
  return job;
}

size_t half_pixels_of_band(const half_learning *job) {
  const size_t pixels = job->source_pixels > job->gradient_pixels ? job->source_pixels
                                                                  : job->gradient_pixels;
  // Copies go on in zeros until whole runs, and pairs from the second pixel on, are full.
  return (pixels + 2 * HALF_BLOCK) * HALF_PIXEL;
}

void half_copy_columns(
    const half_learning *job, long band, int block, char *pixels, char *columns) {
  const half_axis *rows = &job->geometry.rows;
  const int first = (int)(band % job->bands_of_image) * job->rows_of_band;
  hb_half_gather(
      &job->source, (int)(band / job->bands_of_image), block, first + rows->least,
      job->rows_of_band + span_of(rows), pixels);
  memset(pixels + job->source_pixels * HALF_PIXEL, 0, 2 * HALF_BLOCK * HALF_PIXEL);
  for (int parity = 0; parity < job->parities; parity++)
    hb_half_pair(
        pixels + parity * HALF_PIXEL, (job->source_pixels + HALF_BLOCK) / 2,
        columns + parity * job->parity);
}

void half_copy_rows(const half_learning *job, long band, int block, char *pixels, char *rows) {
  const int first = (int)(band % job->bands_of_image) * job->rows_of_band;
  hb_half_gather(
      &job->gradient, (int)(band / job->bands_of_image), block, first, job->rows_of_band, pixels);
  memset(pixels + job->gradient_pixels * HALF_PIXEL, 0, HALF_BLOCK * HALF_PIXEL);
  hb_half_turn(pixels, job->runs.count, rows);
  if (job->bias)
    hb_half_sum(
        pixels, job->runs.count,
        job->bias_parts + (band * job->shape->output_blocks + block) * HALF_BLOCK);
}

void half_learn_pair(
    const half_learning *job, const char *rows, const char *columns, bool adds, float *sums) {
  const half_axis *down = &job->geometry.rows, *across = &job->geometry.columns;
  const int height = job->shape->kernel_height, width = job->shape->kernel_width;
  const size_t plane = job->source_pixels / (down->planes * across->planes);
  half_product product = {
      .first_rows = rows, .second_rows = rows + HALF_TILE, .column_tile = HALF_PIXEL,
      .column_stride = 2 * HALF_PIXEL};
  const int times = parts_of(job->runs.count, RUNS_TOGETHER);
  for (int time = 0; time < times; time++) {
    const int first = job->runs.count * time / times;
    product.steps = job->steps + first;
    product.count = job->runs.count * (time + 1) / times - first;
    product.adds = adds || first > 0;
    // Column by column, as these read one parity.
    for (int index = 0; index < job->taps; index++) {
      const half_tap *y = &down->taps[index % height];
      const half_tap *x = &across->taps[index / height];
      const size_t pixel = (y->plane * across->planes + x->plane) * plane +
                           (size_t)(y->shift - down->least) * job->source.pitch +
                           (x->shift - across->least);
      product.columns = columns + pixel % 2 * job->parity + pixel / 2 * 2 * HALF_PIXEL;
      const int tap = index % height * width + index / height;
      job->multiplier->multiply(&product, sums + (size_t)tap * PATCH);
    }
  }
}
