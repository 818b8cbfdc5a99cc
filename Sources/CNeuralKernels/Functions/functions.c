// Functions of plain numbers, and the way back through them.
#include "functions.h"

#include "LearningKernels.h"
#include "parallel.h"

typedef struct {
  hb_function function;
  float parameter;
  const float *source, *result, *gradient;
  float *target;
  bool accumulates;
} application;

INLINE void apply_one(const application *job, hb_function function, long begin, long end) {
  const float *restrict from = job->source;
  float *restrict to = job->target;
  const float parameter = job->parameter;
  for (long index = begin; index < end; index++)
    to[index] = value_of(function, parameter, from[index]);
}

EVERY_PROCESSOR static void apply(const void *context, long begin, long end) {
  const application *job = context;
#define APPLY(function) apply_one(job, function, begin, end)
  FOR_FUNCTIONS(job->function, APPLY);
}

void hb_apply(
    hb_function function, float parameter, const float *source, float *target, size_t count) {
  application job = {
      .function = function, .parameter = parameter, .source = source, .target = target};
  hb_parallel((long)count, apply, &job);
}

INLINE void return_one(const application *job, hb_function function, long begin, long end) {
  for (long index = begin; index < end; index++) {
    const float x = function == HB_SWISH ? job->source[index] : 0;
    const float result = function == HB_SWISH ? 0 : job->result[index];
    float value = job->gradient[index] * derivative_of(function, job->parameter, x, result);
    job->target[index] = job->accumulates ? job->target[index] + value : value;
  }
}

EVERY_PROCESSOR static void apply_back(const void *context, long begin, long end) {
  const application *job = context;
#define RETURN(function) return_one(job, function, begin, end)
  FOR_FUNCTIONS(job->function, RETURN);
}

void hb_apply_back(
    hb_function function, float parameter, const float *source, const float *result,
    const float *gradient, float *target, size_t count, bool accumulates) {
  application job = {function, parameter, source, result, gradient, target, accumulates};
  hb_parallel((long)count, apply_back, &job);
}

EVERY_PROCESSOR static void hand(const void *context, long begin, long end) {
  const application *job = context;
  for (long index = begin; index < end; index++)
    job->target[index] = job->gradient[index] + (job->accumulates ? job->target[index] : 0);
}

void hb_hand_back_plain(const float *source, float *target, size_t count, bool accumulates) {
  application job = {.gradient = source, .target = target, .accumulates = accumulates};
  hb_parallel((long)count, hand, &job);
}
