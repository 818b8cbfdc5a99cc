// Kernels to the 36 matrices of Winograd's products.
#include "parallel.h"
#include "winograd_tiles.h"

// Values of the kernel's polynomial at 0, 1, −1, 2, −2 and infinity, divided as Lavin and Gray do.
static const double kThree[6][3] = {{1. / 4, 0, 0},
                                    {-1. / 6, -1. / 6, -1. / 6},
                                    {-1. / 6, 1. / 6, -1. / 6},
                                    {1. / 24, 1. / 12, 1. / 6},
                                    {1. / 24, -1. / 12, 1. / 6},
                                    {0, 0, 1}};
static const double kTwo[6][2] = {
    {1. / 4, 0}, {-1. / 6, -1. / 6}, {-1. / 6, 1. / 6}, {1. / 24, 1. / 12}, {1. / 24, -1. / 12}, {0, 1}};

typedef struct {
  tiling tiles;
  const float *weights;
  float *transformed;
} transformation;

// Where the matrices keep the factor of an input for a column: [point][columns together][input][…].
static size_t place(const tiling *tiles, int point, int column, int input) {
  int width = tiles->together * LANES, inputs = tiles->shape->input_blocks * LANES;
  int groups = tiles->column_blocks / tiles->together;
  return (((size_t)point * groups + column / width) * inputs + input) * width + column % width;
}

static void three(const transformation *job, int output, int input) {
  const tiling *tiles = &job->tiles;
  const float *kernel =
      job->weights + ((size_t)output * tiles->shape->input_blocks * LANES + input) * 9;
  double rows[6][3];
  for (int i = 0; i < 6; i++)
    for (int x = 0; x < 3; x++)
      rows[i][x] = kThree[i][0] * kernel[x] + kThree[i][1] * kernel[3 + x] +
                   kThree[i][2] * kernel[6 + x];
  for (int i = 0; i < 6; i++)
    for (int j = 0; j < 6; j++)
      job->transformed[place(tiles, i * 6 + j, output, input)] =
          (float)(rows[i][0] * kThree[j][0] + rows[i][1] * kThree[j][1] + rows[i][2] * kThree[j][2]);
}

static void transposed(const transformation *job, int output, int input) {
  const tiling *tiles = &job->tiles;
  const int outputs = tiles->shape->output_blocks * LANES;
  const float *kernel = job->weights + ((size_t)input * outputs + output) * 16;
  for (int phase = 0; phase < 4; phase++) {
    const int top = transposed_tap(phase / 2, 0) * 4, bottom = transposed_tap(phase / 2, 1) * 4;
    for (int i = 0; i < 6; i++) {
      double row[2];
      for (int x = 0; x < 2; x++)
        row[x] = kTwo[i][0] * kernel[top + transposed_tap(phase % 2, x)] +
                 kTwo[i][1] * kernel[bottom + transposed_tap(phase % 2, x)];
      for (int j = 0; j < 6; j++)
        job->transformed[place(tiles, i * 6 + j, phase * outputs + output, input)] =
            (float)(row[0] * kTwo[j][0] + row[1] * kTwo[j][1]);
    }
  }
}

// Work item: one input channel, so that threads write to different cache lines.
static void transform(const void *context, long begin, long end) {
  const transformation *job = context;
  const hb_winograd *shape = job->tiles.shape;
  for (long input = begin; input < end; input++) {
    for (int output = 0; output < shape->output_blocks * LANES; output++) {
      if (shape->filter == HB_FILTER_3) {
        three(job, output, (int)input);
      } else {
        transposed(job, output, (int)input);
      }
    }
  }
}

size_t hb_winograd_weights(const hb_winograd *shape) {
  tiling tiles = tiling_of(shape);
  return weight_count(&tiles);
}

void hb_winograd_transform(const hb_winograd *shape, const float *weights, float *transformed) {
  transformation job = {tiling_of(shape), weights, transformed};
  hb_parallel((long)shape->input_blocks * LANES, transform, &job);
}
