// Products of blocked images with images, with vectors, with a factor.
#include "LearningKernels.h"
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack;
  const void *first, *second;
  float factor;
  void *target;
  bool accumulates;
} product;

// Where a factor comes from: another image, a vector for all of an image's pixels, or one number;
// or a vector's product with that number is spread over all pixels.
typedef enum { BY_IMAGE, BY_VECTOR, BY_NUMBER, SPREAD } factors;

// Work item: one row of one block.
INLINE void multiply_rows(
    const product *job, const factors kind, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  const size_t row = (size_t)stack->width * B;
  for (long item = begin; item < end; item++) {
    const size_t vector = (size_t)(item / stack->height) * B;
    float first[MOST_LANES], second[MOST_LANES];
    if (kind == BY_VECTOR) load(second, job->second, vector, B, half);
    if (kind == SPREAD) load(first, job->first, vector, B, half);
    if (kind == BY_NUMBER || kind == SPREAD)
      for (int lane = 0; lane < B; lane++) second[lane] = job->factor;
    PIXEL_BY_PIXEL
    for (size_t place = (size_t)item * row; place < (size_t)(item + 1) * row; place += B) {
      float lanes[MOST_LANES], held[MOST_LANES];
      if (kind != SPREAD) load(first, job->first, place, B, half);
      if (kind == BY_IMAGE) load(second, job->second, place, B, half);
      for (int lane = 0; lane < B; lane++) lanes[lane] = first[lane] * second[lane];
      if (job->accumulates) {
        load(held, job->target, place, B, half);
        for (int lane = 0; lane < B; lane++) lanes[lane] += held[lane];
      }
      store(lanes, job->target, place, B, half);
    }
  }
}

#define DEFINE_LOOP(name, kind)                                                    \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {    \
    const product *job = context;                                                  \
    FOR_LANES(job->stack, multiply_rows(job, kind, begin, end, B, half));          \
  }
DEFINE_LOOP(by_image, BY_IMAGE)
DEFINE_LOOP(by_vector, BY_VECTOR)
DEFINE_LOOP(by_number, BY_NUMBER)
DEFINE_LOOP(spread, SPREAD)

static void multiply(const product *job, hb_body body) {
  const hb_stack *stack = job->stack;
  hb_parallel((long)stack->batch * stack->blocks * stack->height, body, job);
}

void hb_product(
    const hb_stack *stack, const void *first, const void *second, bool second_is_vector,
    void *target, bool accumulates) {
  product job = {stack, first, second, 1, target, accumulates};
  multiply(&job, second_is_vector ? by_vector : by_image);
}

void hb_scale_stack(
    const hb_stack *stack, const void *source, float factor, void *target, bool accumulates) {
  product job = {stack, source, NULL, factor, target, accumulates};
  multiply(&job, by_number);
}

void hb_spread(
    const hb_stack *stack, const void *vectors, float factor, void *target, bool accumulates) {
  product job = {stack, vectors, NULL, factor, target, accumulates};
  multiply(&job, spread);
}

void hb_hand_back(const hb_stack *stack, const void *source, void *target, bool accumulates) {
  hb_scale_stack(stack, source, 1, target, accumulates);
}
