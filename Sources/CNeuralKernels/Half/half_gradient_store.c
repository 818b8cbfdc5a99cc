// Sums of gradients to where weights and bias have theirs.
#include "half_gradient.h"
#include "half_transpose.h"

// One tap's [32 outputs][32 inputs], where all channels are in memory.
INLINE void store_whole(
    const float *patch, float *to, const long output_stride, const long input_stride) {
  enum { LINE = HALF_BLOCK / 2 };
  if (output_stride == 1) {
    for (int output = 0; output < HALF_BLOCK; output += LINE)
      for (int input = 0; input < HALF_BLOCK; input += LINE)
        transpose_words(
            patch + output * HALF_BLOCK + input, HALF_BLOCK * sizeof(float),
            to + output + input * input_stride, input_stride * sizeof(float));
    return;
  }
  for (int output = 0; output < HALF_BLOCK; output++)
    for (int input = 0; input < HALF_BLOCK; input++)
      to[output * output_stride + input * input_stride] = patch[output * HALF_BLOCK + input];
}

INLINE void store_tap(
    const hb_weights_view *weights, int output_block, int input_block, int row, int column,
    const float *patch) {
  const int outputs = lanes_kept(weights->outputs, output_block, HALF_BLOCK);
  const int inputs = lanes_kept(weights->inputs, input_block, HALF_BLOCK);
  float *to = weights->start + output_block * HALF_BLOCK * weights->output_stride +
              input_block * HALF_BLOCK * weights->input_stride + row * weights->row_stride +
              column * weights->column_stride;
  if (outputs == HALF_BLOCK && inputs == HALF_BLOCK) {
    if (weights->output_stride == 1) {
      store_whole(patch, to, 1, weights->input_stride);
    } else if (weights->input_stride == 1) {
      store_whole(patch, to, weights->output_stride, 1);
    } else {
      store_whole(patch, to, weights->output_stride, weights->input_stride);
    }
    return;
  }
  for (int output = 0; output < outputs; output++)
    for (int input = 0; input < inputs; input++)
      to[output * weights->output_stride + input * weights->input_stride] =
          patch[output * HALF_BLOCK + input];
}

EVERY_PROCESSOR void half_store_gradient(
    const half_learning *job, int output_block, int input_block, const float *sums, int parts,
    size_t stride) {
  const int width = job->shape->kernel_width;
  for (int tap = 0; tap < job->taps; tap++) {
    const float *from = sums + (size_t)tap * PATCH;
    _Alignas(64) float patch[PATCH];
    memcpy(patch, from, sizeof patch);
    for (int part = 1; part < parts; part++)
      for (int place = 0; place < PATCH; place++) patch[place] += from[part * stride + place];
    store_tap(job->weights, output_block, input_block, tap / width, tap % width, patch);
  }
}

EVERY_PROCESSOR void half_store_bias(const void *context, long begin, long end) {
  const half_learning *job = context;
  const size_t outputs = (size_t)job->shape->output_blocks * HALF_BLOCK;
  for (size_t output = begin * HALF_BLOCK; output < (size_t)end * HALF_BLOCK; output++) {
    double sum = 0;
    for (long band = 0; band < job->bands; band++) sum += job->bias_parts[band * outputs + output];
    job->bias[output] = (float)sum;
  }
}
