#include <math.h>

#include "CTraining.h"
#include "parallel.h"
#include "sums.h"

typedef struct {
  const float *prediction, *truth;
  float *gradient;
  size_t count;
  float delta, scale;
  double *partial;
} huber;

EVERY_PROCESSOR static void huber_part(const void *context, long begin, long end) {
  const huber *job = context;
  const float delta = job->delta, scale = job->scale;
  for (long part = begin; part < end; part++) {
    const size_t to = end_of_part((size_t)part, job->count);
    double sum = 0;
    for (size_t row = (size_t)part * PART; row < to; row += 64) {
      const size_t stop = row + 64 < to ? row + 64 : to;
      float losses[64];
      for (size_t index = row; index < stop; index++) {
        float difference = job->prediction[index] - job->truth[index];
        float size = fabsf(difference);
        float slope = size <= delta ? difference : copysignf(delta, difference);
        losses[index - row] =
            size <= delta ? 0.5f * difference * difference : delta * (size - 0.5f * delta);
        job->gradient[index] = scale * slope;
      }
      for (size_t index = row; index < stop; index++) sum += losses[index - row];
    }
    job->partial[part] = sum;
  }
}

double ht_huber(
    const float *prediction, const float *truth, float *gradient, size_t count, float delta,
    float scale) {
  const size_t parts = parts_of(count);
  double *partial = malloc((parts + 1) * sizeof *partial);
  if (!partial) return NAN;
  huber job = {prediction, truth, gradient, count, delta, scale, partial};
  if (parts) hb_parallel((long)parts, huber_part, &job);
  double sum = total(partial, parts);
  free(partial);
  return sum;
}

typedef struct {
  const float *more;
  float *sum;
  size_t count;
} addition;

EVERY_PROCESSOR static void add_part(const void *context, long begin, long end) {
  const addition *job = context;
  const float *restrict more = job->more;
  float *restrict sum = job->sum;
  const size_t to = end_of_part((size_t)end - 1, job->count);
  for (size_t index = (size_t)begin * PART; index < to; index++) sum[index] += more[index];
}

void ht_add(const float *more, float *sum, size_t count) {
  addition job = {more, sum, count};
  if (count) hb_parallel((long)parts_of(count), add_part, &job);
}

typedef struct {
  const float *prediction, *truth;
  float *gradient;
  size_t count, pixels;
  float floor, scale;
  double *partial;
} log_error;

// Work item: one picture.
EVERY_PROCESSOR static void log_error_part(const void *context, long begin, long end) {
  const log_error *job = context;
  for (long picture = begin; picture < end; picture++) {
    const size_t from = (size_t)picture * job->count, to = from + job->count;
    double sum = 0;
    for (size_t row = from; row < to; row += 64) {
      const size_t stop = row + 64 < to ? row + 64 : to;
      float squares[64];
      for (size_t index = row; index < stop; index++) {
        float difference = job->prediction[index] - job->truth[index];
        job->gradient[index] = difference;
        squares[index - row] = difference * difference;
      }
      for (size_t index = row; index < stop; index++) sum += squares[index - row];
    }
    const double error = sum / (double)job->pixels + job->floor;
    const float slope = (float)(job->scale * 20 / (M_LN10 * error * (double)job->pixels));
    for (size_t index = from; index < to; index++) job->gradient[index] *= slope;
    job->partial[picture] = 10 * log10(error);
  }
}

double ht_log_error(
    const float *prediction, const float *truth, float *gradient, size_t pictures, size_t count,
    size_t pixels, float floor, float scale) {
  double *partial = malloc((pictures + 1) * sizeof *partial);
  if (!partial) return NAN;
  log_error job = {prediction, truth, gradient, count, pixels, floor, scale, partial};
  if (pictures) hb_parallel((long)pictures, log_error_part, &job);
  double sum = total(partial, pictures);
  free(partial);
  return sum;
}

// Places of one picture that are worked on together.
enum { TOGETHER = 64 };

typedef struct {
  const float *logits;
  float *gradient;
  const int32_t *bins;
  const float *weights;
  int channels, nearest;
  size_t places;
  float scale;
  double *partial;
} entropy;

// Work item: up to TOGETHER places of one picture.
//
// With the greatest logit z and its probability p, the logarithm of the softmax's divisor is
// z − log p, and p is never small.
EVERY_PROCESSOR static void entropy_part(const void *context, long begin, long end) {
  const entropy *job = context;
  const size_t places = job->places, parts = (places + TOGETHER - 1) / TOGETHER;
  const size_t nearest = (size_t)job->nearest;
  for (long item = begin; item < end; item++) {
    const size_t picture = (size_t)item / parts, first = (size_t)item % parts * TOGETHER;
    const size_t count = places - first < TOGETHER ? places - first : TOGETHER;
    const size_t start = picture * places * (size_t)job->channels + first;
    float greatest[TOGETHER], likeliest[TOGETHER];
    for (size_t place = 0; place < count; place++) {
      greatest[place] = -INFINITY;
      likeliest[place] = 0;
    }
    for (int channel = 0; channel < job->channels; channel++) {
      const float *logits = job->logits + start + (size_t)channel * places;
      float *gradient = job->gradient + start + (size_t)channel * places;
      for (size_t place = 0; place < count; place++) {
        float z = logits[place], p = gradient[place];
        greatest[place] = z > greatest[place] ? z : greatest[place];
        likeliest[place] = p > likeliest[place] ? p : likeliest[place];
        gradient[place] = job->scale * p;
      }
    }
    double sum = 0;
    for (size_t place = 0; place < count; place++) {
      const size_t target = (picture * places + first + place) * nearest;
      const double divisor = greatest[place] - log(likeliest[place]);
      for (size_t index = target; index < target + nearest; index++) {
        const size_t at = start + (size_t)job->bins[index] * places + place;
        sum += job->weights[index] * (divisor - job->logits[at]);
        job->gradient[at] -= job->scale * job->weights[index];
      }
    }
    job->partial[item] = sum;
  }
}

double ht_cross_entropy(
    const float *logits, float *gradient, const int32_t *bins, const float *weights, int batch,
    int channels, size_t places, int nearest, float scale) {
  const size_t items = (size_t)batch * ((places + TOGETHER - 1) / TOGETHER);
  double *partial = malloc((items + 1) * sizeof *partial);
  if (!partial) return NAN;
  entropy job = {logits, gradient, bins, weights, channels, nearest, places, scale, partial};
  if (items) hb_parallel((long)items, entropy_part, &job);
  double sum = total(partial, items);
  free(partial);
  return sum;
}
