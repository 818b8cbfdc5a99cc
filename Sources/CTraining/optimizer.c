#include <math.h>
#include <stdbool.h>

#include "CTraining.h"
#include "parallel.h"
#include "sums.h"

// Sums that run side by side, as many as the longest vector has lanes.
enum { LANES = 16 };

typedef struct {
  const float *values;
  size_t count;
  double *partial;
} squares;

EVERY_PROCESSOR static void sum_squares(const void *context, long begin, long end) {
  const squares *job = context;
  for (long part = begin; part < end; part++) {
    const size_t first = (size_t)part * PART, last = end_of_part((size_t)part, job->count);
    const float *values = job->values + first;
    const size_t count = last - first;
    double lanes[LANES] = {0};
    size_t index = 0;
    for (; index + LANES <= count; index += LANES)
      for (int lane = 0; lane < LANES; lane++) {
        double value = values[index + (size_t)lane];
        lanes[lane] += value * value;
      }
    for (; index < count; index++) lanes[0] += (double)values[index] * values[index];
    job->partial[part] = total(lanes, LANES);
  }
}

double ht_squared_norm(const float *values, size_t count) {
  const size_t parts = parts_of(count);
  double *partial = malloc((parts + 1) * sizeof *partial);
  if (!partial) return NAN;
  squares job = {values, count, partial};
  if (parts) hb_parallel((long)parts, sum_squares, &job);
  double sum = total(partial, parts);
  free(partial);
  return sum;
}

typedef struct {
  const ht_adamw *step;
  const float *factors, *gradient;
  float *first, *second, *weights, *average;
  size_t count;
} adamw;

// Numbers from..<to. `scaled` is known where this is inlined.
static inline __attribute__((always_inline)) void step_range(
    const adamw *job, size_t from, size_t to, bool scaled) {
  const ht_adamw step = *job->step;
  const float *restrict gradient = job->gradient, *restrict factors = job->factors;
  float *restrict first = job->first, *restrict second = job->second;
  float *restrict weights = job->weights, *restrict average = job->average;
  const float inverse = 1 / step.second_scale;
  const bool copies = step.fresh == 1;
  for (size_t index = from; index < to; index++) {
    float g = gradient[index] * step.gradient_scale;
    float m = first[index] + (1 - step.beta1) * (g - first[index]);
    float v = step.beta2 * second[index] + (1 - step.beta2) * (g * g);
    float kept = scaled ? 1 - factors[index] * (1 - step.kept) : step.kept;
    float size = scaled ? factors[index] * step.step_size : step.step_size;
    float w = weights[index] * kept;
    w -= size * m / (__builtin_elementwise_sqrt(v) * inverse + step.epsilon);
    first[index] = m;
    second[index] = v;
    weights[index] = w;
    average[index] = copies ? w : average[index] + step.fresh * (w - average[index]);
  }
}

EVERY_PROCESSOR static void step_part(const void *context, long begin, long end) {
  const adamw *job = context;
  const size_t from = (size_t)begin * PART, to = end_of_part((size_t)end - 1, job->count);
  if (job->factors)
    step_range(job, from, to, true);
  else
    step_range(job, from, to, false);
}

void ht_adamw_step(
    const ht_adamw *step, const float *factors, const float *gradient, float *first,
    float *second, float *weights, float *average, size_t count) {
  adamw job = {step, factors, gradient, first, second, weights, average, count};
  if (count) hb_parallel((long)parts_of(count), step_part, &job);
}

typedef struct {
  const float *values;
  float *average;
  size_t count;
  float fresh;
} averaging;

EVERY_PROCESSOR static void average_part(const void *context, long begin, long end) {
  const averaging *job = context;
  const float *restrict values = job->values;
  float *restrict average = job->average;
  const float fresh = job->fresh;
  const bool copies = fresh == 1;
  const size_t to = end_of_part((size_t)end - 1, job->count);
  for (size_t index = (size_t)begin * PART; index < to; index++)
    average[index] = copies ? values[index] : average[index] + fresh * (values[index] - average[index]);
}

void ht_average(const float *values, float *average, size_t count, float fresh) {
  averaging job = {values, average, count, fresh};
  if (count) hb_parallel((long)parts_of(count), average_part, &job);
}
