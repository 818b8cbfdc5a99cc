// Normalization over the channels of each pixel of plain images, and the way back.
#include <math.h>

#include "FunctionKernels.h"
#include "parallel.h"
#include "row_sums.h"

typedef struct {
  const float *source;
  float *target, *means, *precisions;
  int batch, channels;
  size_t pixels;
  const float *weight, *bias;
  double epsilon;
} normalization;

enum { TOGETHER = 64 };

static long parts_of(size_t pixels) { return (long)((pixels + TOGETHER - 1) / TOGETHER); }

// Mean and precision of `count` pixels from `start` on, channels `pixels` apart.
INLINE void measure(
    const normalization *job, size_t start, int count, float *means, float *precisions) {
  double sums[TOGETHER] = {0}, squares[TOGETHER] = {0};
  for (int channel = 0; channel < job->channels; channel++) {
    const float *from = job->source + start + (size_t)channel * job->pixels;
    for (int pixel = 0; pixel < count; pixel++) sums[pixel] += (double)from[pixel];
  }
  for (int pixel = 0; pixel < count; pixel++) sums[pixel] /= job->channels;
  for (int channel = 0; channel < job->channels; channel++) {
    const float *from = job->source + start + (size_t)channel * job->pixels;
    for (int pixel = 0; pixel < count; pixel++) {
      const double difference = (double)from[pixel] - sums[pixel];
      squares[pixel] += difference * difference;
    }
  }
  for (int pixel = 0; pixel < count; pixel++) {
    means[pixel] = (float)sums[pixel];
    precisions[pixel] = (float)(1 / sqrt(squares[pixel] / job->channels + job->epsilon));
  }
}

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void normalize(const void *context, long begin, long end) {
  const normalization *job = context;
  const size_t pixels = job->pixels;
  const long parts = parts_of(pixels);
  for (long item = begin; item < end; item++) {
    const size_t image = (size_t)(item / parts), first = (size_t)(item % parts) * TOGETHER;
    const size_t start = image * pixels * (size_t)job->channels + first;
    const int count = (int)(pixels - first < TOGETHER ? pixels - first : TOGETHER);
    float *means = job->means + image * pixels + first;
    float *precisions = job->precisions + image * pixels + first;
    measure(job, start, count, means, precisions);
    for (int channel = 0; channel < job->channels; channel++) {
      const float weight = job->weight[channel], bias = job->bias[channel];
      const float *from = job->source + start + (size_t)channel * pixels;
      float *to = job->target + start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++)
        to[pixel] = (from[pixel] - means[pixel]) * precisions[pixel] * weight + bias;
    }
  }
}

void hb_layer_norm(
    const float *source, float *target, float *means, float *precisions, int batch, int channels,
    size_t pixels, const float *weight, const float *bias, double epsilon) {
  normalization job = {source,   target, means,  precisions, batch,
                       channels, pixels, weight, bias,       epsilon};
  hb_parallel((long)batch * parts_of(pixels), normalize, &job);
}

typedef struct {
  const float *source, *means, *precisions;
  int batch, channels;
  size_t pixels;
  const float *weight, *gradient;
  float *target;
  bool accumulates;
  float *weight_gradient, *bias_gradient;
} normalization_back;

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void normalize_back(const void *context, long begin, long end) {
  const normalization_back *job = context;
  const size_t pixels = job->pixels;
  const long parts = parts_of(pixels);
  for (long item = begin; item < end; item++) {
    const size_t image = (size_t)(item / parts), first = (size_t)(item % parts) * TOGETHER;
    const size_t start = image * pixels * (size_t)job->channels + first;
    const int count = (int)(pixels - first < TOGETHER ? pixels - first : TOGETHER);
    const float *means = job->means + image * pixels + first;
    const float *precisions = job->precisions + image * pixels + first;
    // Of the gradient before the weights, and of its product with the normalized numbers.
    double sums[TOGETHER] = {0}, products[TOGETHER] = {0};
    for (int channel = 0; channel < job->channels; channel++) {
      const size_t row = start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++) {
        const float given = job->gradient[row + pixel] * job->weight[channel];
        const float normal = (job->source[row + pixel] - means[pixel]) * precisions[pixel];
        sums[pixel] += (double)given;
        products[pixel] += (double)given * (double)normal;
      }
    }
    float mean[TOGETHER], slope[TOGETHER];
    for (int pixel = 0; pixel < count; pixel++) {
      mean[pixel] = (float)(sums[pixel] / job->channels);
      slope[pixel] = (float)(products[pixel] / job->channels);
    }
    for (int channel = 0; channel < job->channels; channel++) {
      const size_t row = start + (size_t)channel * pixels;
      float *to = job->target + row;
      for (int pixel = 0; pixel < count; pixel++) {
        const float given = job->gradient[row + pixel] * job->weight[channel];
        const float normal = (job->source[row + pixel] - means[pixel]) * precisions[pixel];
        const float value = (given - mean[pixel] - normal * slope[pixel]) * precisions[pixel];
        to[pixel] = job->accumulates ? to[pixel] + value : value;
      }
    }
  }
}

// Work item: one channel, all images in order.
EVERY_PROCESSOR static void learn(const void *context, long begin, long end) {
  const normalization_back *job = context;
  const size_t pixels = job->pixels;
  for (long channel = begin; channel < end; channel++) {
    double weight = 0, bias = 0;
    for (size_t image = 0; image < (size_t)job->batch; image++) {
      const size_t row = (image * (size_t)job->channels + (size_t)channel) * pixels;
      for (size_t first = 0; first < pixels; first += TOGETHER) {
        const size_t count = pixels - first < TOGETHER ? pixels - first : TOGETHER;
        const float *from = job->source + row + first, *gradient = job->gradient + row + first;
        const float *means = job->means + image * pixels + first;
        const float *precisions = job->precisions + image * pixels + first;
        float normal[TOGETHER];
        for (size_t pixel = 0; pixel < count; pixel++)
          normal[pixel] = (from[pixel] - means[pixel]) * precisions[pixel];
        weight += sum_of_products(gradient, normal, count);
        bias += sum_of(gradient, count);
      }
    }
    if (job->weight_gradient) job->weight_gradient[channel] = (float)weight;
    if (job->bias_gradient) job->bias_gradient[channel] = (float)bias;
  }
}

void hb_layer_norm_back(
    const float *source, const float *means, const float *precisions, int batch, int channels,
    size_t pixels, const float *weight, const float *gradient, float *target, bool accumulates,
    float *weight_gradient, float *bias_gradient) {
  normalization_back job = {
      source,   means,  precisions,  batch,           channels,     pixels, weight,
      gradient, target, accumulates, weight_gradient, bias_gradient};
  if (target) hb_parallel((long)batch * parts_of(pixels), normalize_back, &job);
  if (weight_gradient || bias_gradient) hb_parallel(channels, learn, &job);
}
