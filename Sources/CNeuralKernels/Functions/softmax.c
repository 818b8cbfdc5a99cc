// Softmax over the channels of each pixel, or over the numbers of each row, and the way back.
#include "functions.h"
#include "parallel.h"
#include "row_sums.h"

typedef struct {
  const float *source;
  float *target;
  int channels;
  size_t pixels;
} softening;

enum { TOGETHER = 64 };

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void soften(const void *context, long begin, long end) {
  const softening *job = context;
  const size_t pixels = job->pixels, parts = (pixels + TOGETHER - 1) / TOGETHER;
  for (long item = begin; item < end; item++) {
    size_t first = (size_t)item % parts * TOGETHER;
    int count = (int)(pixels - first < TOGETHER ? pixels - first : TOGETHER);
    size_t start = (size_t)item / parts * pixels * (size_t)job->channels + first;
    float greatest[TOGETHER], sums[TOGETHER];
    for (int pixel = 0; pixel < count; pixel++) {
      greatest[pixel] = -INFINITY;
      sums[pixel] = 0;
    }
    for (int channel = 0; channel < job->channels; channel++) {
      const float *from = job->source + start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++)
        greatest[pixel] = from[pixel] > greatest[pixel] ? from[pixel] : greatest[pixel];
    }
    for (int channel = 0; channel < job->channels; channel++) {
      const float *from = job->source + start + (size_t)channel * pixels;
      float *to = job->target + start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++) {
        float value = exponential(from[pixel] - greatest[pixel]);
        to[pixel] = value;
        sums[pixel] += value;
      }
    }
    for (int channel = 0; channel < job->channels; channel++) {
      float *to = job->target + start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++) to[pixel] /= sums[pixel];
    }
  }
}

void hb_softmax(const float *source, float *target, int batch, int channels, size_t pixels) {
  softening job = {source, target, channels, pixels};
  hb_parallel((long)batch * (long)((pixels + TOGETHER - 1) / TOGETHER), soften, &job);
}

typedef struct {
  const float *result, *gradient;
  float *target;
  bool accumulates;
  int channels;
  size_t pixels;
} softening_back;

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void softmax_back(const void *context, long begin, long end) {
  const softening_back *job = context;
  const size_t pixels = job->pixels, parts = (pixels + TOGETHER - 1) / TOGETHER;
  for (long item = begin; item < end; item++) {
    size_t first = (size_t)item % parts * TOGETHER;
    int count = (int)(pixels - first < TOGETHER ? pixels - first : TOGETHER);
    size_t start = (size_t)item / parts * pixels * (size_t)job->channels + first;
    float mean[TOGETHER] = {0};
    for (int channel = 0; channel < job->channels; channel++) {
      const size_t row = start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++)
        mean[pixel] += job->result[row + pixel] * job->gradient[row + pixel];
    }
    for (int channel = 0; channel < job->channels; channel++) {
      const size_t row = start + (size_t)channel * pixels;
      for (int pixel = 0; pixel < count; pixel++) {
        size_t place = row + pixel;
        float value = job->result[place] * (job->gradient[place] - mean[pixel]);
        job->target[place] = job->accumulates ? job->target[place] + value : value;
      }
    }
  }
}

void hb_softmax_back(
    const float *result, const float *gradient, float *target, int batch, int channels,
    size_t pixels, bool accumulates) {
  softening_back job = {result, gradient, target, accumulates, channels, pixels};
  hb_parallel((long)batch * (long)((pixels + TOGETHER - 1) / TOGETHER), softmax_back, &job);
}

// Work item: one row.
EVERY_PROCESSOR static void soften_rows(const void *context, long begin, long end) {
  const softening *job = context;
  const size_t pixels = job->pixels;
  for (long row = begin; row < end; row++) {
    const float *from = job->source + (size_t)row * pixels;
    float *to = job->target + (size_t)row * pixels;
    const float greatest = greatest_of(from, pixels);
    for (size_t pixel = 0; pixel < pixels; pixel++) to[pixel] = exponential(from[pixel] - greatest);
    const float sum = (float)sum_of(to, pixels);
    for (size_t pixel = 0; pixel < pixels; pixel++) to[pixel] /= sum;
  }
}

void hb_softmax_rows(const float *source, float *target, long rows, size_t pixels) {
  softening job = {source, target, 0, pixels};
  hb_parallel(rows, soften_rows, &job);
}

// Work item: one row.
EVERY_PROCESSOR static void soften_rows_back(const void *context, long begin, long end) {
  const softening_back *job = context;
  const size_t pixels = job->pixels;
  for (long row = begin; row < end; row++) {
    const float *result = job->result + (size_t)row * pixels;
    const float *gradient = job->gradient + (size_t)row * pixels;
    float *to = job->target + (size_t)row * pixels;
    const float mean = (float)sum_of_products(result, gradient, pixels);
    for (size_t pixel = 0; pixel < pixels; pixel++) {
      const float value = result[pixel] * (gradient[pixel] - mean);
      to[pixel] = job->accumulates ? to[pixel] + value : value;
    }
  }
}

void hb_softmax_rows_back(
    const float *result, const float *gradient, float *target, long rows, size_t pixels,
    bool accumulates) {
  softening_back job = {result, gradient, target, accumulates, 0, pixels};
  hb_parallel(rows, soften_rows_back, &job);
}
