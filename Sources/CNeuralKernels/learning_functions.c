// The way back through functions of plain numbers.
#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  hb_function function;
  float parameter;
  const float *result, *gradient;
  float *target;
  bool accumulates;
  int channels;
  size_t pixels;
} going_back;

INLINE float derivative(hb_function function, float parameter, float result) {
  switch (function) {
    case HB_TANH: return 1 - result * result;
    case HB_SIGMOID: return result * (1 - result);
    case HB_SCALE: return parameter;
    default: return result > 0 ? 1 : parameter;
  }
}

INLINE void functions(const going_back *job, hb_function function, long begin, long end) {
  for (long index = begin; index < end; index++) {
    float value =
        job->gradient[index] * derivative(function, job->parameter, job->result[index]);
    job->target[index] = job->accumulates ? job->target[index] + value : value;
  }
}

EVERY_PROCESSOR static void apply_back(const void *context, long begin, long end) {
  const going_back *job = context;
  switch (job->function) {
    case HB_TANH: functions(job, HB_TANH, begin, end); break;
    case HB_SIGMOID: functions(job, HB_SIGMOID, begin, end); break;
    case HB_SCALE: functions(job, HB_SCALE, begin, end); break;
    case HB_RECTIFY: functions(job, HB_RECTIFY, begin, end); break;
  }
}

void hb_apply_back(
    hb_function function, float parameter, const float *result, const float *gradient,
    float *target, size_t count, bool accumulates) {
  going_back job = {function, parameter, result, gradient, target, accumulates, 0, 0};
  hb_parallel((long)count, apply_back, &job);
}

enum { TOGETHER = 64 };

// Work item: up to TOGETHER pixels of one image.
EVERY_PROCESSOR static void softmax_back(const void *context, long begin, long end) {
  const going_back *job = context;
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
  going_back job = {HB_SCALE, 1, result, gradient, target, accumulates, channels, pixels};
  hb_parallel((long)batch * (long)((pixels + TOGETHER - 1) / TOGETHER), softmax_back, &job);
}

EVERY_PROCESSOR static void hand(const void *context, long begin, long end) {
  const going_back *job = context;
  for (long index = begin; index < end; index++)
    job->target[index] = job->gradient[index] + (job->accumulates ? job->target[index] : 0);
}

void hb_hand_back_plain(const float *source, float *target, size_t count, bool accumulates) {
  going_back job = {.gradient = source, .target = target, .accumulates = accumulates};
  hb_parallel((long)count, hand, &job);
}
