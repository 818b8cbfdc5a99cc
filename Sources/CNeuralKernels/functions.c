// Functions of plain numbers.
#include <math.h>

#include "lanes.h"
#include "parallel.h"

// eˣ to about a unit in the last place: 2ⁿ times a polynomial on ±ln 2 / 2 (Cephes' coefficients),
// without calls, so that loops over it use vectors.
INLINE float exponential(float x) {
  x = x < -87 ? -87 : x > 88 ? 88 : x;
  float n = floorf(x * 1.44269504f + 0.5f);
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1;
  int32_t bits = ((int32_t)n + 127) << 23;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

// Near 0 by the odd series, whose relative error stays small; elsewhere by eˣ.
INLINE float hyperbolic_tangent(float x) {
  float size = fabsf(x), square = x * x;
  float far = 1 - 2 / (exponential(2 * size) + 1);
  float p = -5.70498872745e-3f;
  p = p * square + 2.06390887954e-2f;
  p = p * square - 5.37397155531e-2f;
  p = p * square + 1.33314422036e-1f;
  p = p * square - 3.33332819422e-1f;
  float near = size + size * square * p;
  return copysignf(size < 0.625f ? near : far, x);
}

typedef struct {
  hb_function function;
  float parameter;
  const float *source;
  float *target;
} application;

EVERY_PROCESSOR static void apply(const void *context, long begin, long end) {
  const application *job = context;
  const float *restrict from = job->source;
  float *restrict to = job->target;
  float parameter = job->parameter;
  switch (job->function) {
    case HB_TANH:
      for (long index = begin; index < end; index++) to[index] = hyperbolic_tangent(from[index]);
      break;
    case HB_SIGMOID:
      for (long index = begin; index < end; index++)
        to[index] = 1 / (1 + exponential(-from[index]));
      break;
    case HB_SCALE:
      for (long index = begin; index < end; index++) to[index] = from[index] * parameter;
      break;
    case HB_RECTIFY:
      for (long index = begin; index < end; index++) to[index] = rectify(from[index], parameter);
      break;
  }
}

void hb_apply(
    hb_function function, float parameter, const float *source, float *target, size_t count) {
  application job = {function, parameter, source, target};
  hb_parallel((long)count, apply, &job);
}

typedef struct {
  const float *source;
  float *target;
  int channels;
  size_t pixels;
} normalization;

enum { TOGETHER = 64 };

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void soften(const void *context, long begin, long end) {
  const normalization *job = context;
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
  normalization job = {source, target, channels, pixels};
  hb_parallel((long)batch * (long)((pixels + TOGETHER - 1) / TOGETHER), soften, &job);
}
