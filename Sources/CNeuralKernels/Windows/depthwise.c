// Convolutions of each channel by itself.
#include "padded_rows.h"
#include "parallel.h"
#include "vectors.h"

typedef struct {
  const hb_stack *from, *to;
  const void *source;
  const hb_adjust *adjust;
  const hb_window *window;
  const float *weights, *bias;
  hb_epilogue epilogue;
  void *target;
} depthwise_job;

// Results side by side that stay in registers.
enum { PIXELS = 8 };

// PIXELS results of one vector of channels, from column `first` of the padded rows. The kernel's
// sizes are constants where they are common ones.
#define DEFINE_WINDOWS(vector, name)                                                          \
  INLINE void name(                                                                           \
      float *results, const float *const *rows, size_t first, const depthwise_job *job,       \
      const hb_window window, const float *weights, size_t channels, const float *bias,       \
      const int B) {                                                                          \
    vector sums[PIXELS], weight = {0};                                                        \
    if (bias) memcpy(&weight, bias, sizeof weight);                                           \
    for (int pixel = 0; pixel < PIXELS; pixel++) sums[pixel] = weight;                        \
    for (int y = 0; y < window.kernel_height; y++) {                                          \
      const float *row = rows[y] + first;                                                     \
      for (int x = 0; x < window.kernel_width; x++) {                                         \
        memcpy(                                                                               \
            &weight, weights + (size_t)(y * window.kernel_width + x) * channels,              \
            sizeof weight);                                                                   \
        for (int pixel = 0; pixel < PIXELS; pixel++) {                                        \
          vector value;                                                                       \
          memcpy(                                                                             \
              &value, row + (pixel * window.stride + x * window.dilation) * B, sizeof value); \
          sums[pixel] += value * weight;                                                      \
        }                                                                                     \
      }                                                                                       \
    }                                                                                         \
    for (int pixel = 0; pixel < PIXELS; pixel++) {                                            \
      vector result = RECTIFIED(vector, sums[pixel], job->epilogue.slope);                    \
      result = CAPPED(vector, result, job->epilogue.ceiling);                                 \
      memcpy(results + pixel * B, &result, sizeof result);                                    \
    }                                                                                         \
  }
DEFINE_WINDOWS(lanes16, windows16)
DEFINE_WINDOWS(lanes8, windows8)

// Work item: one row of one block of the target.
INLINE void filter_rows(
    const depthwise_job *job, const hb_window window, long begin, long end, const int B,
    const bool half) {
  const hb_stack *to = job->to;
  const size_t channels = (size_t)to->blocks * B;
  padded_rows rows = make_rows(
      job->from, job->source, job->adjust, job->window, to->width < PIXELS ? PIXELS : to->width);
  for (long item = begin; item < end; item++) {
    const long image = item / to->height;
    const size_t block = (size_t)(image % to->blocks) * B;
    const float *const *window_rows =
        rows_of_window(&rows, image, (int)(item % to->height), B, half);
    for (int next = 0; next < to->width; next += PIXELS) {
      // The last ones again rather than fewer.
      const int last = to->width - PIXELS, column = next > last && last > 0 ? last : next;
      const int kept = to->width < PIXELS ? to->width : PIXELS;
      const size_t place = ((size_t)item * to->width + column) * B;
      const bool is_direct = !half && kept == PIXELS;
      float results[PIXELS * MOST_LANES];
      float *made = is_direct ? (float *)job->target + place : results;
      for (int part = 0; part < B; part += VECTOR_OF(B)) {
        const float *weights = job->weights + block + part;
        const float *bias = job->bias ? job->bias + block + part : NULL;
        const size_t first = (size_t)column * window.stride * B + part;
        if (B == 8) {
          windows8(made, window_rows, first, job, window, weights, channels, bias, B);
        } else {
          windows16(made + part, window_rows, first, job, window, weights, channels, bias, B);
        }
      }
      if (is_direct) continue;
      for (int pixel = 0; pixel < kept; pixel++)
        store(results + pixel * B, job->target, place + (size_t)pixel * B, B, half);
    }
  }
  free_rows(&rows);
}

#define DEFINE_LOOP(name, window)                                                 \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {   \
    const depthwise_job *job = context;                                           \
    FOR_LANES(job->to, filter_rows(job, window, begin, end, B, half));            \
  }
#define SQUARE(size, step) ((hb_window){size, size, step, 1, 0, 0})
DEFINE_LOOP(filter_3, SQUARE(3, 1))
DEFINE_LOOP(filter_3_strided, SQUARE(3, 2))
DEFINE_LOOP(filter_5, SQUARE(5, 1))
DEFINE_LOOP(filter_5_strided, SQUARE(5, 2))
DEFINE_LOOP(filter_any, *job->window)

static hb_body body_for(const hb_window *window) {
  const int size = window->kernel_height;
  if (window->kernel_width != size || window->dilation != 1 || window->stride > 2)
    return filter_any;
  if (size == 3) return window->stride == 1 ? filter_3 : filter_3_strided;
  if (size == 5) return window->stride == 1 ? filter_5 : filter_5_strided;
  return filter_any;
}

void hb_depthwise(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_window *window,
    const float *weights, const float *bias, hb_epilogue epilogue, const hb_stack *to,
    void *target) {
  depthwise_job job = {from, to, source, adjust, window, weights, bias, epilogue, target};
  hb_parallel((long)to->batch * to->blocks * to->height, body_for(window), &job);
}
