// Functions of every number of blocked images, and the way back through them.
#include "functions.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack;
  int channels;
  hb_function function;
  float parameter;
  const void *source;
  const hb_adjust *adjust;
  const void *result, *gradient;
  void *target;
  bool accumulates;
} activation;

// Work item of both loops: one row of one block.
static long rows_of(const hb_stack *stack) {
  return (long)stack->batch * stack->blocks * stack->height;
}

INLINE void activate_rows(
    const activation *job, const hb_function function, long begin, long end, const int B,
    const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    const long image = item / stack->height / stack->blocks;
    const int block = (int)(item / stack->height % stack->blocks);
    const lane_adjust adjust = adjust_of_block(job->adjust, image, block, B);
    const int kept = lanes_kept(job->channels, block, B);
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[MOST_LANES];
      load(lanes, job->source, place, B, half);
      apply_adjust(lanes, &adjust, B);
      for (int lane = 0; lane < B; lane++) {
        const float value = value_of(function, job->parameter, lanes[lane]);
        lanes[lane] = lane < kept ? value : 0;
      }
      store(lanes, job->target, place, B, half);
    }
  }
}

EVERY_PROCESSOR static void activate(const void *context, long begin, long end) {
  const activation *job = context;
#define ACTIVATE(function) \
  FOR_LANES(job->stack, activate_rows(job, function, begin, end, B, half))
  FOR_FUNCTIONS(job->function, ACTIVATE);
}

void hb_activate(
    const hb_stack *stack, int channels, hb_function function, float parameter, const void *source,
    const hb_adjust *adjust, void *target) {
  activation job = {
      .stack = stack, .channels = channels, .function = function, .parameter = parameter,
      .source = source, .adjust = adjust, .target = target};
  hb_parallel(rows_of(stack), activate, &job);
}

INLINE void return_rows(
    const activation *job, const hb_function function, long begin, long end, const int B,
    const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    const long image = item / stack->height / stack->blocks;
    const int block = (int)(item / stack->height % stack->blocks);
    const lane_adjust adjust = adjust_of_block(job->adjust, image, block, B);
    const int kept = lanes_kept(job->channels, block, B);
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float x[MOST_LANES] = {0}, result[MOST_LANES] = {0};
      float gradient[MOST_LANES], lanes[MOST_LANES] = {0};
      if (function == HB_SWISH) {
        load(x, job->source, place, B, half);
        apply_adjust(x, &adjust, B);
      } else {
        load(result, job->result, place, B, half);
      }
      load(gradient, job->gradient, place, B, half);
      if (job->accumulates) load(lanes, job->target, place, B, half);
      for (int lane = 0; lane < B; lane++) {
        const float slope = derivative_of(function, job->parameter, x[lane], result[lane]);
        lanes[lane] = lane < kept ? lanes[lane] + gradient[lane] * slope : 0;
      }
      store(lanes, job->target, place, B, half);
    }
  }
}

EVERY_PROCESSOR static void activate_back(const void *context, long begin, long end) {
  const activation *job = context;
#define RETURN(function) FOR_LANES(job->stack, return_rows(job, function, begin, end, B, half))
  FOR_FUNCTIONS(job->function, RETURN);
}

void hb_activate_back(
    const hb_stack *stack, int channels, hb_function function, float parameter, const void *source,
    const hb_adjust *adjust, const void *result, const void *gradient, void *target,
    bool accumulates) {
  activation job = {stack,  channels, function, parameter, source,
                    adjust, result,   gradient, target,    accumulates};
  hb_parallel(rows_of(stack), activate_back, &job);
}
