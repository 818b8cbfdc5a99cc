// Sums of blocked images, and corrections of their frames.
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *to;
  void *target;
  const void *source;
  size_t phase_stride, batch_stride;
  int step;
  bool accumulates;
  hb_epilogue epilogue;
} interleaving;

// Work item: one row of one block of the target.
INLINE void interleave_rows(
    const interleaving *job, long begin, long end, const int B, const bool half) {
  const hb_epilogue epilogue = job->epilogue;
  const hb_stack *to = job->to;
  const int step = job->step, width = to->width / step, height = to->height / step;
  for (long item = begin; item < end; item++) {
    int row = (int)(item % to->height), block = (int)(item / to->height % to->blocks);
    int image = (int)(item / to->height / to->blocks);
    size_t target = ((size_t)image * to->blocks + block) * image_size(to) +
                    (size_t)row * to->width * B;
    for (int first = 0; first < step; first++) {
      size_t source = (size_t)(row % step * step + first) * job->phase_stride +
                      (size_t)image * job->batch_stride +
                      ((size_t)block * height + (size_t)(row / step)) * width * B;
      PIXEL_BY_PIXEL
      for (int pixel = 0; pixel < width; pixel++) {
        float lanes[MOST_LANES], held[MOST_LANES];
        size_t place = target + ((size_t)pixel * step + first) * B;
        load(lanes, job->source, source + (size_t)pixel * B, B, half);
        if (job->accumulates) {
          load(held, job->target, place, B, half);
          for (int lane = 0; lane < B; lane++) lanes[lane] += held[lane];
        }
        for (int lane = 0; lane < B; lane++) lanes[lane] = finish(lanes[lane], epilogue);
        store(lanes, job->target, place, B, half);
      }
    }
  }
}

EVERY_PROCESSOR static void interleave(const void *context, long begin, long end) {
  const interleaving *job = context;
  FOR_LANES(job->to, interleave_rows(job, begin, end, B, half));
}

void hb_interleave(
    const hb_stack *to, void *target, const void *source, size_t phase_stride, size_t batch_stride,
    int step, bool accumulates, hb_epilogue epilogue) {
  interleaving job = {
      to, target, source, phase_stride, batch_stride, step, accumulates, epilogue};
  hb_parallel((long)to->batch * to->blocks * to->height, interleave, &job);
}

typedef struct {
  const hb_stack *stack;
  void *memory;
  const uint8_t *rows, *columns;
  int column_classes;
  const float *table;
} correction;

// Work item: one row of one block.
INLINE void correct_rows(
    const correction *job, long begin, long end, const int B, const bool half) {
  const hb_stack *stack = job->stack;
  const size_t channels = (size_t)stack->blocks * B;
  for (long item = begin; item < end; item++) {
    int row = (int)(item % stack->height), block = (int)(item / stack->height % stack->blocks);
    size_t start = (size_t)(item / stack->height) * image_size(stack) +
                   (size_t)row * stack->width * B;
    PIXEL_BY_PIXEL
    for (int column = 0; column < stack->width; column++) {
      int class = job->rows[row] * job->column_classes + job->columns[column];
      if (class == 0) continue;
      float lanes[MOST_LANES];
      load(lanes, job->memory, start + (size_t)column * B, B, half);
      const float *added = job->table + (size_t)class * channels + (size_t)block * B;
      for (int lane = 0; lane < B; lane++) lanes[lane] += added[lane];
      store(lanes, job->memory, start + (size_t)column * B, B, half);
    }
  }
}

EVERY_PROCESSOR static void correct(const void *context, long begin, long end) {
  const correction *job = context;
  FOR_LANES(job->stack, correct_rows(job, begin, end, B, half));
}

void hb_correct_frame(
    const hb_stack *stack, void *memory, const uint8_t *rows, const uint8_t *columns,
    int column_classes, const float *table) {
  correction job = {stack, memory, rows, columns, column_classes, table};
  hb_parallel((long)stack->batch * stack->blocks * stack->height, correct, &job);
}

typedef struct {
  const hb_stack *stack;
  const void *first, *second;
  void *target;
  hb_epilogue epilogue;
} addition;

// Work item: one block of one image.
INLINE void add_images(const addition *job, long begin, long end, const int B, const bool half) {
  const hb_epilogue epilogue = job->epilogue;
  size_t size = image_size(job->stack);
  PIXEL_BY_PIXEL
  for (size_t place = (size_t)begin * size; place < (size_t)end * size; place += B) {
    float lanes[MOST_LANES], more[MOST_LANES];
    load(lanes, job->first, place, B, half);
    load(more, job->second, place, B, half);
    for (int lane = 0; lane < B; lane++)
      lanes[lane] = finish(lanes[lane] + more[lane], epilogue);
    store(lanes, job->target, place, B, half);
  }
}

EVERY_PROCESSOR static void add(const void *context, long begin, long end) {
  const addition *job = context;
  FOR_LANES(job->stack, add_images(job, begin, end, B, half));
}

void hb_add(
    const hb_stack *stack, const void *first, const void *second, void *target,
    hb_epilogue epilogue) {
  addition job = {stack, first, second, target, epilogue};
  hb_parallel((long)stack->batch * stack->blocks, add, &job);
}

void hb_add_vectors(
    const float *base, const float *vectors, float *target, int batch, int channels, int padded) {
  for (int image = 0; image < batch; image++) {
    for (int channel = 0; channel < padded; channel++)
      target[image * padded + channel] =
          channel < channels ? base[channel] + vectors[image * channels + channel] : 0;
  }
}
