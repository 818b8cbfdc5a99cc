// Every number by itself: normalizations, rectifiers, and the way back through them.
#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack;
  const void *source, *other;
  const hb_adjust *adjust;
  const float *p, *q, *r;
  void *target;
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
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    long block = item / stack->height;
    lane_adjust adjust =
        adjust_of_block(job->adjust, block / stack->blocks, (int)(block % stack->blocks), B);
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[16];
      load(lanes, job->source, place, B, half);
      apply_adjust(lanes, &adjust, B);
      for (int lane = 0; lane < B; lane++) lanes[lane] = rectify(lanes[lane], job->slope);
      store(lanes, job->target, place, B, half);
    }
  }
}
DEFINE_LOOP(settle, settle_rows)

void hb_settle(
    const hb_stack *stack, const void *source, const hb_adjust *adjust, void *target, float slope) {
  pointwise job = {.stack = stack, .source = source, .adjust = adjust, .target = target,
                   .slope = slope};
  hb_parallel(rows_of(stack), settle, &job);
}

INLINE void add_vector_rows(
    const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    float added[16];
    load(added, job->source, (size_t)(item / stack->height) * B, B, half);
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[16];
      load(lanes, job->target, place, B, half);
      for (int lane = 0; lane < B; lane++)
        lanes[lane] = rectify(lanes[lane] + added[lane], job->slope);
      store(lanes, job->target, place, B, half);
    }
  }
}
DEFINE_LOOP(add_vectors, add_vector_rows)

void hb_add_to_pixels(const hb_stack *stack, const void *vectors, void *target, float slope) {
  pointwise job = {.stack = stack, .source = vectors, .target = target, .slope = slope};
  hb_parallel(rows_of(stack), add_vectors, &job);
}

INLINE void gate_rows(const pointwise *job, long begin, long end, const int B, const bool half) {
  const size_t row = (size_t)job->stack->width * B;
  for (size_t place = (size_t)begin * row; place < (size_t)end * row; place += B) {
    float result[16], lanes[16];
    load(result, job->source, place, B, half);
    load(lanes, job->target, place, B, half);
    for (int lane = 0; lane < B; lane++) lanes[lane] *= result[lane] > 0 ? 1 : job->slope;
    store(lanes, job->target, place, B, half);
  }
}
DEFINE_LOOP(gate, gate_rows)

void hb_gate(const hb_stack *stack, const void *result, void *gradient, float slope) {
  pointwise job = {.stack = stack, .source = result, .target = gradient, .slope = slope};
  hb_parallel(rows_of(stack), gate, &job);
}

INLINE void normalize_rows(
    const pointwise *job, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    const int first = (int)(item / stack->height % stack->blocks) * B;
    float p[16], q[16], r[16];
    memcpy(p, job->p + first, B * sizeof(float));
    memcpy(q, job->q + first, B * sizeof(float));
    memcpy(r, job->r + first, B * sizeof(float));
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float gradient[16], input[16], held[16] = {0};
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

INLINE void hand_rows(const pointwise *job, long begin, long end, const int B, const bool half) {
  const size_t row = (size_t)job->stack->width * B;
  for (size_t place = (size_t)begin * row; place < (size_t)end * row; place += B) {
    float lanes[16], held[16];
    load(lanes, job->source, place, B, half);
    if (job->accumulates) {
      load(held, job->target, place, B, half);
      for (int lane = 0; lane < B; lane++) lanes[lane] += held[lane];
    }
    store(lanes, job->target, place, B, half);
  }
}
DEFINE_LOOP(hand, hand_rows)

void hb_hand_back(const hb_stack *stack, const void *source, void *target, bool accumulates) {
  pointwise job = {.stack = stack, .source = source, .target = target,
                   .accumulates = accumulates};
  hb_parallel(rows_of(stack), hand, &job);
}
