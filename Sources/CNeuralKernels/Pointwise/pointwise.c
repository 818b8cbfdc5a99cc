// Convolutions of 1 by 1: matrix products of blocked pixels and packed weights.
#include "PointwiseConvolution.h"

#include <string.h>

#include "parallel.h"
#include "pointwise_order.h"

int hb_pointwise_inputs_at_once(const hb_pointwise *shape) { return onednn_inputs_at_once(shape); }

#if defined(__x86_64__)
#include "pointwise_tile.h"

// Blocks of outputs go in pairs, and of an odd number the last three together; all in threes where
// there are few inputs, so that these are read less often.
enum { PAIR = 2, FEW_INPUTS = 32 };

static int together(const hb_pointwise *shape) {
  return shape->inputs <= FEW_INPUTS && shape->output_blocks % 3 == 0 ? 3 : PAIR;
}

static int group_count(const hb_pointwise *shape) {
  return shape->output_blocks == 1 ? 1 : shape->output_blocks / together(shape);
}

static int blocks_of_group(const hb_pointwise *shape, int group) {
  const int first = group * together(shape);
  return group < group_count(shape) - 1 ? together(shape) : shape->output_blocks - first;
}

static int whole_quads(int inputs) { return (inputs + QUAD - 1) / QUAD * QUAD; }

typedef void (*tile_body)(const tile_shape *shape, const tile *at);

#define DEFINE_TILE(pixels, blocks)                                                             \
  WIDE static void tile_##pixels##_##blocks(const tile_shape *shape, const tile *at) {          \
    convolve_tile(pixels, blocks, shape, at);                                                   \
  }
#define UP_TO_9(what, blocks)                                                                   \
  what(1, blocks) what(2, blocks) what(3, blocks) what(4, blocks) what(5, blocks)               \
  what(6, blocks) what(7, blocks) what(8, blocks) what(9, blocks)
#define UP_TO_14(what, blocks)                                                                  \
  UP_TO_9(what, blocks) what(10, blocks) what(11, blocks) what(12, blocks) what(13, blocks)     \
  what(14, blocks)
UP_TO_14(DEFINE_TILE, 1)
UP_TO_14(DEFINE_TILE, 2)
UP_TO_9(DEFINE_TILE, 3)

// By blocks and pixels.
#define TILE_NAME(pixels, blocks) tile_##pixels##_##blocks,
static const tile_body bodies[MOST_BLOCKS + 1][MOST_PIXELS + 1] = {
    [1] = {NULL, UP_TO_14(TILE_NAME, 1)},
    [2] = {NULL, UP_TO_14(TILE_NAME, 2)},
    [3] = {NULL, UP_TO_9(TILE_NAME, 3)}};

// Pixels together: as many as there are registers for.
static int most_pixels(int blocks) { return blocks == 3 ? 9 : MOST_PIXELS; }

typedef struct {
  const hb_pointwise *shape;
  tile_shape tiles;
  const float *source, *weights, *bias;
  float *target;
  // An image is cut into panels of pixels, each of which stays in the second-level cache while the
  // groups of outputs pass.
  size_t panels, panel;
} convolving;

// Work item: one group of outputs of one panel of one image. The weights of the next are fetched
// meanwhile.
static void convolve(const void *context, long begin, long end) {
  const convolving *job = context;
  const hb_pointwise *shape = job->shape;
  const int groups = group_count(shape);
  const size_t pixels = (size_t)shape->height * shape->width;
  const size_t input_blocks = (size_t)(shape->inputs + LANES - 1) / LANES;
  for (long item = begin; item < end; item++) {
    const int group = (int)(item % groups), next = (int)((item + 1) % groups);
    const int blocks = blocks_of_group(shape, group);
    const size_t first = item / groups % job->panels * job->panel;
    const size_t image = item / groups / job->panels;
    const size_t left = pixels - first, count = left < job->panel ? left : job->panel;
    const size_t steps = (count + most_pixels(blocks) - 1) / most_pixels(blocks);
    const size_t group_size = (size_t)job->tiles.inputs * together(shape) * LANES;
    const size_t first_block = (size_t)group * together(shape);
    // A single pixel passes by its weights as fast as they come, and would only be held up.
    const bool is_ahead = item + 1 < end && count > 1;
    const int lines = is_ahead ? LANES * blocks_of_group(shape, next) : 0;
    tile at = {
        .weights = job->weights + group * group_size,
        .bias = job->bias ? job->bias + first_block * LANES : NULL,
        .lines_ahead = (int)((lines + steps - 1) / steps)};
    const float *source = job->source + (image * input_blocks * pixels + first) * LANES;
    float *target =
        job->target + ((image * shape->output_blocks + first_block) * pixels + first) * LANES;
    // Balanced: no step has two pixels more than another.
    for (size_t step = 0, from = 0, to; step < steps; step++, from = to) {
      to = (step + 1) * count / steps;
      at.source = source + from * LANES;
      at.target = target + from * LANES;
      at.next_source = source + (step + 1 < steps ? to : 0) * LANES;
      at.ahead = job->weights + next * group_size + step * at.lines_ahead * input_blocks * LANES;
      bodies[blocks][to - from](&job->tiles, &at);
    }
  }
}

void hb_pointwise_run(
    const hb_pointwise *shape, const float *source, const float *packed, const float *bias,
    float *target) {
  const size_t pixels = (size_t)shape->height * shape->width, kept = 64 * 1024;
  const int groups = group_count(shape), inputs = whole_quads(shape->inputs);
  const long shares = 8L * hb_threads();
  // Panels of what the cache keeps, and enough of them for the threads.
  size_t panels = (pixels * inputs + kept - 1) / kept;
  const long wanted = hb_threads() == 1 ? 1 : shares / ((long)shape->batch * groups);
  if (panels < (size_t)wanted) panels = (size_t)wanted;
  size_t panel = (pixels + panels - 1) / panels;
  panel = (panel + MOST_PIXELS - 1) / MOST_PIXELS * MOST_PIXELS;
  convolving job = {
      .shape = shape,
      .tiles = {inputs, shape->inputs_at_once ? shape->inputs_at_once : inputs, pixels * LANES,
                shape->accumulates, shape->epilogue},
      .source = source, .weights = packed, .bias = bias, .target = target,
      .panels = (pixels + panel - 1) / panel, .panel = panel};
  hb_parallel((long)(shape->batch * job.panels * groups), convolve, &job);
}

size_t hb_pointwise_weights(const hb_pointwise *shape) {
  return (size_t)whole_quads(shape->inputs) * shape->output_blocks * LANES;
}

void hb_pointwise_pack(const hb_pointwise *shape, const float *weights, float *packed) {
  const int inputs = whole_quads(shape->inputs);
  const int padded = (shape->inputs + LANES - 1) / LANES * LANES;
  for (int group = 0; group < group_count(shape); group++) {
    const int outputs = blocks_of_group(shape, group) * LANES;
    const float *from = weights + (size_t)group * together(shape) * LANES * padded;
    for (int input = 0; input < inputs; input++, packed += outputs)
      for (int output = 0; output < outputs; output++)
        packed[output] = input < shape->inputs ? from[(size_t)output * padded + input] : 0;
  }
}

bool hb_pointwise_available(void) { return __builtin_cpu_supports("avx512f"); }

#else

bool hb_pointwise_available(void) { return false; }
size_t hb_pointwise_weights(const hb_pointwise *shape) { return 0; }
void hb_pointwise_pack(const hb_pointwise *shape, const float *weights, float *packed) {}
void hb_pointwise_run(
    const hb_pointwise *shape, const float *source, const float *packed, const float *bias,
    float *target) {}

#endif
