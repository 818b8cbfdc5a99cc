// Every number by itself: normalizations, epilogues, and the way back through them.
#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack;
  const void *source, *other;
  const hb_adjust *adjust;
  const float *p, *q, *r;
  void *target;
  hb_epilogue epilogue;
  float slope;
  bool accumulates;
} pointwise;

// Work item of all loops here: one row of one block of one image.
static long rows_of(const hb_stack *stack) {
  return (long)stack->batch * stack->blocks * stack->height;
}

#define DEFINE_LOOP(name, body)                                             \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) { \
    const pointwise *job = context;                                         \
    FOR_LANES(job->stack, body(job, begin, end, B, half));                  \
  }

INLINE void settle_rows(
    const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_epilogue epilogue = job->epilogue;
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    long block = item / stack->height;
    lane_adjust adjust =
        adjust_of_block(job->adjust, block / stack->blocks, (int)(block % stack->blocks), B);
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[MOST_LANES];
      load(lanes, job->source, place, B, half);
      apply_adjust(lanes, &adjust, B);
      for (int lane = 0; lane < B; lane++) lanes[lane] = finish(lanes[lane], epilogue);
      store(lanes, job->target, place, B, half);
    }
  }
}
DEFINE_LOOP(settle, settle_rows)

void hb_settle(
    const hb_stack *stack, const void *source, const hb_adjust *adjust, void *target,
    hb_epilogue epilogue) {
  pointwise job = {.stack = stack, .source = source, .adjust = adjust, .target = target,
                   .epilogue = epilogue};
  hb_parallel(rows_of(stack), settle, &job);
}

INLINE void add_vector_rows(
    const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_epilogue epilogue = job->epilogue;
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    float added[MOST_LANES];
    load(added, job->source, (size_t)(item / stack->height) * B, B, half);
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[MOST_LANES];
      load(lanes, job->target, place, B, half);
      for (int lane = 0; lane < B; lane++)
        lanes[lane] = finish(lanes[lane] + added[lane], epilogue);
      store(lanes, job->target, place, B, half);
    }
  }
}
DEFINE_LOOP(add_vectors, add_vector_rows)

void hb_add_to_pixels(
    const hb_stack *stack, const void *vectors, void *target, hb_epilogue epilogue) {
  pointwise job = {.stack = stack, .source = vectors, .target = target, .epilogue = epilogue};
  hb_parallel(rows_of(stack), add_vectors, &job);
}

INLINE void gate_rows(const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_epilogue epilogue = job->epilogue;
  const size_t row = (size_t)job->stack->width * B;
  PIXEL_BY_PIXEL
  for (size_t place = (size_t)begin * row; place < (size_t)end * row; place += B) {
    float result[MOST_LANES], lanes[MOST_LANES];
    load(result, job->source, place, B, half);
    load(lanes, job->target, place, B, half);
    for (int lane = 0; lane < B; lane++) {
      const float passing = result[lane] < epilogue.ceiling ? 1 : 0;
      lanes[lane] *= result[lane] > 0 ? passing : epilogue.slope;
    }
    store(lanes, job->target, place, B, half);
  }
}
DEFINE_LOOP(gate, gate_rows)

void hb_gate(const hb_stack *stack, const void *result, void *gradient, hb_epilogue epilogue) {
  pointwise job = {.stack = stack, .source = result, .target = gradient, .epilogue = epilogue};
  hb_parallel(rows_of(stack), gate, &job);
}

INLINE void normalize_rows(
    const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    const int first = (int)(item / stack->height % stack->blocks) * B;
    float p[MOST_LANES], q[MOST_LANES], r[MOST_LANES];
    memcpy(p, job->p + first, B * sizeof(float));
    memcpy(q, job->q + first, B * sizeof(float));
    memcpy(r, job->r + first, B * sizeof(float));
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float gradient[MOST_LANES], input[MOST_LANES], held[MOST_LANES] = {0};
      load(gradient, job->source, place, B, half);
      load(input, job->other, place, B, half);
      if (job->accumulates) load(held, job->target, place, B, half);
      for (int lane = 0; lane < B; lane++) {
        float value = p[lane] * gradient[lane] + (q[lane] * input[lane] + r[lane]);
        held[lane] += input[lane] > 0 ? value : value * job->slope;
      }
      store(held, job->target, place, B, half);
    }
  }
}
DEFINE_LOOP(normalize, normalize_rows)

void hb_normalize_back(
    const hb_stack *stack, const void *gradient, const void *input, const float *p, const float *q,
    const float *r, float slope, bool accumulates, void *target) {
  pointwise job = {.stack = stack, .source = gradient, .other = input, .p = p, .q = q, .r = r,
                   .target = target, .slope = slope, .accumulates = accumulates};
  hb_parallel(rows_of(stack), normalize, &job);
}
