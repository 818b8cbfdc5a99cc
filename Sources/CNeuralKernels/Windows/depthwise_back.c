// The way back through convolutions of each channel by itself.
#include "padded_rows.h"
#include "parallel.h"
#include "vectors.h"
#include "windows.h"

typedef struct {
  // Of the gradient, and of the target.
  const hb_stack *from, *to;
  const void *gradient;
  const hb_window *window;
  const float *weights;
  void *target;
  bool accumulates;
} depthwise_back_job;

// Adds to a row of the target what one row of the gradient gives it by one row of weights.
INLINE void add_row(
    float *sums, const depthwise_back_job *job, size_t gradient, const float *weights,
    const int B, const bool half) {
  const hb_window *window = job->window;
  const size_t channels = (size_t)job->from->blocks * B;
  for (int column = 0; column < job->from->width; column++) {
    const int first = column * window->stride - window->pad_left;
    int begin, end;
    float given[MOST_LANES];
    taps_inside(first, window->kernel_width, window->dilation, job->to->width, &begin, &end);
    load(given, job->gradient, gradient + (size_t)column * B, B, half);
    for (int tap = begin; tap < end; tap++) {
      float *sum = sums + (size_t)(first + tap * window->dilation) * B;
      const float *weight = weights + (size_t)tap * channels;
      for (int lane = 0; lane < B; lane++) sum[lane] += given[lane] * weight[lane];
    }
  }
}

// Work item: one row of one block of the target.
INLINE void return_rows(
    const depthwise_back_job *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->from, *to = job->to;
  const hb_window *window = job->window;
  const size_t row_size = (size_t)to->width * B;
  float *sums = malloc(row_size * sizeof(float));
  if (!sums) abort();
  for (long item = begin; item < end; item++) {
    const long image = item / to->height;
    const int row = (int)(item % to->height);
    for (size_t place = 0; place < row_size; place += B) {
      if (job->accumulates) {
        load(sums + place, job->target, (size_t)item * row_size + place, B, half);
      } else {
        memset(sums + place, 0, B * sizeof(float));
      }
    }
    for (int tap = 0; tap < window->kernel_height; tap++) {
      const int place = row + window->pad_top - tap * window->dilation;
      if (place < 0 || place % window->stride || place / window->stride >= from->height) continue;
      add_row(
          sums, job,
          (size_t)image * image_size(from) + (size_t)(place / window->stride) * from->width * B,
          job->weights + (size_t)(image % to->blocks) * B +
              (size_t)tap * window->kernel_width * to->blocks * B,
          B, half);
    }
    for (size_t place = 0; place < row_size; place += B)
      store(sums + place, job->target, (size_t)item * row_size + place, B, half);
  }
  free(sums);
}

EVERY_PROCESSOR static void give_back(const void *context, long begin, long end) {
  const depthwise_back_job *job = context;
  FOR_LANES(job->to, return_rows(job, begin, end, B, half));
}

void hb_depthwise_back(
    const hb_stack *from, const void *gradient, const hb_window *window, const float *weights,
    const hb_stack *to, void *target, bool accumulates) {
  depthwise_back_job job = {from, to, gradient, window, weights, target, accumulates};
  hb_parallel((long)to->batch * to->blocks * to->height, give_back, &job);
}

typedef struct {
  const hb_stack *from, *to;
  const void *source;
  const hb_adjust *adjust;
  const hb_window *window;
  const void *gradient;
  float *weight_gradient;
} depthwise_learning;

// Sums over a row of gradient·source for one row of taps, in the order of columns.
#define DEFINE_SUMS(vector, name)                                                      \
  INLINE void name(                                                                    \
      double *totals, const float *gradient, const float *source, int columns,         \
      const hb_window *window, const int B) {                                          \
    for (int tap = 0; tap < window->kernel_width; tap++) {                             \
      vector sum = {0}, given, value;                                                  \
      for (int column = 0; column < columns; column++) {                               \
        memcpy(&given, gradient + (size_t)column * B, sizeof given);                   \
        memcpy(                                                                        \
            &value, source + ((size_t)column * window->stride +                        \
                              (size_t)tap * window->dilation) * B, sizeof value);      \
        sum += given * value;                                                          \
      }                                                                                \
      for (int lane = 0; lane < VECTOR_OF(B); lane++)                                  \
        totals[tap * B + lane] += (double)sum[lane];                                   \
    }                                                                                  \
  }
DEFINE_SUMS(lanes16, sums16)
DEFINE_SUMS(lanes8, sums8)

// Work item: one row of taps of one block of channels; all images in order.
INLINE void learn_taps(
    const depthwise_learning *job, long begin, long end, const int B, const bool half) {
  const hb_stack *to = job->to;
  const hb_window *window = job->window;
  const size_t count = (size_t)window->kernel_width * B, channels = (size_t)to->blocks * B;
  padded_rows rows = make_rows(job->from, job->source, job->adjust, window, to->width);
  double *totals = malloc(count * sizeof(double));
  float *given = malloc((size_t)to->width * B * sizeof(float));
  if (!totals || !given) abort();
  for (long item = begin; item < end; item++) {
    const int tap = (int)(item % window->kernel_height);
    const int block = (int)(item / window->kernel_height);
    memset(totals, 0, count * sizeof(double));
    for (long line = 0; line < (long)to->batch * to->height; line++) {
      const long image = line / to->height * to->blocks + block;
      const int row = (int)(line % to->height);
      const size_t place = (size_t)image * image_size(to) + (size_t)row * to->width * B;
      const float *source = padded_row(
          &rows, image, row * window->stride - window->pad_top + tap * window->dilation, B, half);
      for (int column = 0; column < to->width; column++)
        load(given + (size_t)column * B, job->gradient, place + (size_t)column * B, B, half);
      if (B == 8) {
        sums8(totals, given, source, to->width, window, B);
        continue;
      }
      for (int part = 0; part < B; part += 16)
        sums16(totals + part, given + part, source + part, to->width, window, B);
    }
    float *gradient =
        job->weight_gradient + (size_t)tap * window->kernel_width * channels + (size_t)block * B;
    for (int x = 0; x < window->kernel_width; x++)
      for (int lane = 0; lane < B; lane++)
        gradient[(size_t)x * channels + lane] = (float)totals[x * B + lane];
  }
  free(given);
  free(totals);
  free_rows(&rows);
}

EVERY_PROCESSOR static void learn(const void *context, long begin, long end) {
  const depthwise_learning *job = context;
  FOR_LANES(job->to, learn_taps(job, begin, end, B, half));
}

void hb_depthwise_learn(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_window *window,
    const hb_stack *to, const void *gradient, float *weight_gradient) {
  depthwise_learning job = {from, to, source, adjust, window, gradient, weight_gradient};
  hb_parallel((long)to->blocks * window->kernel_height, learn, &job);
}
