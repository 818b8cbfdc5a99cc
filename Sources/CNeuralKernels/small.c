// Convolutions of a few channels, which oneDNN's blocks would mostly fill with zeros.
#include "lanes.h"
#include "parallel.h"

enum { PIXELS = 8, SEGMENT = 256, MOST = 4 };

typedef struct {
  const hb_stack *stack;
  const void *source;
  void *target;
  int few;
  const float *weights, *bias;
  float slope;
} small_job;

// Source rows row−1, row and row+1 around `columns` columns from `first`, zeros beyond the border.
INLINE void gather(
    float rows[3][MOST][SEGMENT + 2 + PIXELS], const small_job *job, long image, int row, int first,
    int columns) {
  const int width = job->stack->width, height = job->stack->height;
  const float *source = job->source;
  for (int y = 0; y < 3; y++) {
    for (int input = 0; input < job->few; input++) {
      float *to = rows[y][input];
      memset(to, 0, sizeof rows[y][input]);
      int source_row = row + y - 1;
      if (source_row < 0 || source_row >= height) continue;
      const float *from =
          source + (((size_t)image * job->few + input) * height + source_row) * width;
      int begin = first == 0 ? 0 : first - 1;
      int end = first + columns + 1 < width ? first + columns + 1 : width;
      memcpy(to + (begin - first + 1), from + begin, (size_t)(end - begin) * sizeof(float));
    }
  }
}

typedef float lanes16 __attribute__((vector_size(64)));
typedef float lanes8 __attribute__((vector_size(32)));

// PIXELS pixels of one block: bias plus 9 taps of each input, rectified. Vectors by name: compilers
// do not find them in loops over arrays.
#define DEFINE_TAPS(vector, name)                                                             \
  INLINE void name(                                                                           \
      float *sums, float rows[3][MOST][SEGMENT + 2 + PIXELS], int column, int few,            \
      const float *weights, int channels, const float *bias, float slope) {                   \
    vector held[PIXELS], weight;                                                              \
    memcpy(&weight, bias, sizeof weight);                                                     \
    for (int pixel = 0; pixel < PIXELS; pixel++) held[pixel] = weight;                        \
    for (int tap = 0; tap < 9; tap++) {                                                       \
      for (int input = 0; input < few; input++) {                                             \
        const float *values = &rows[tap / 3][input][column + tap % 3];                        \
        memcpy(&weight, weights + (size_t)(tap * few + input) * channels, sizeof weight);     \
        for (int pixel = 0; pixel < PIXELS; pixel++) held[pixel] += values[pixel] * weight;   \
      }                                                                                       \
    }                                                                                         \
    for (int pixel = 0; pixel < PIXELS; pixel++) {                                            \
      vector kept = __builtin_elementwise_max(held[pixel], (vector){0}) +                     \
                    __builtin_elementwise_min(held[pixel], (vector){0}) * slope;              \
      memcpy(sums + pixel * (int)(sizeof kept / sizeof(float)), &kept, sizeof kept);          \
    }                                                                                         \
  }
DEFINE_TAPS(lanes16, taps16)
DEFINE_TAPS(lanes8, taps8)

// Work item: one row of one image.
INLINE void first_rows(const small_job *job, long begin, long end, const int B, const bool half) {
  const hb_stack *to = job->stack;
  const int width = to->width, height = to->height, channels = to->blocks * B;
  float rows[3][MOST][SEGMENT + 2 + PIXELS], sums[PIXELS * 16];
  for (long item = begin; item < end; item++) {
    int row = (int)(item % height);
    long image = item / height;
    for (int segment = 0; segment < width; segment += SEGMENT) {
      int columns = width - segment < SEGMENT ? width - segment : SEGMENT;
      gather(rows, job, image, row, segment, columns);
      for (int block = 0; block < to->blocks; block++) {
        size_t start = ((size_t)image * to->blocks + block) * image_size(to) +
                       ((size_t)row * width + segment) * B;
        const float *weights = job->weights + block * B, *bias = job->bias + block * B;
        for (int column = 0; column < columns; column += PIXELS) {
          if (B == 16) {
            taps16(sums, rows, column, job->few, weights, channels, bias, job->slope);
          } else {
            taps8(sums, rows, column, job->few, weights, channels, bias, job->slope);
          }
          int kept = columns - column < PIXELS ? columns - column : PIXELS;
          for (int pixel = 0; pixel < kept; pixel++)
            store(
                sums + pixel * B, job->target, start + (size_t)(column + pixel) * B, B, half);
        }
      }
    }
  }
}

EVERY_PROCESSOR static void first(const void *context, long begin, long end) {
  const small_job *job = context;
  FOR_LANES(job->stack, first_rows(job, begin, end, B, half));
}

void hb_first_convolution(
    const hb_stack *to, const float *source, void *target, int inputs, const float *weights,
    const float *bias, float slope) {
  small_job job = {to, source, target, inputs, weights, bias, slope};
  hb_parallel((long)to->batch * to->height, first, &job);
}

// Work item: one row of one image.
INLINE void last_rows(
    const small_job *job, long begin, long end, const int few, const int B, const bool half) {
  const hb_stack *from = job->stack;
  const int channels = from->blocks * B;
  const size_t pixels = (size_t)from->height * from->width;
  float *target = job->target;
  for (long item = begin; item < end; item++) {
    long image = item / from->height, row = item % from->height;
    for (int column = 0; column < from->width; column++) {
      size_t pixel = (size_t)row * from->width + column;
      float sums[MOST][16] = {{0}};
      for (int block = 0; block < from->blocks; block++) {
        float lanes[16];
        load(
            lanes, job->source,
            ((size_t)image * from->blocks + block) * image_size(from) + pixel * B, B, half);
        for (int lane = 0; lane < B; lane++) lanes[lane] = rectify(lanes[lane], job->slope);
        for (int output = 0; output < few; output++) {
          const float *weights = job->weights + (size_t)output * channels + block * B;
          for (int lane = 0; lane < B; lane++) sums[output][lane] += lanes[lane] * weights[lane];
        }
      }
      for (int output = 0; output < few; output++) {
        // In pairs, so that the compiler may use vectors without changing the sum.
        float *sum = sums[output];
        for (int width = B / 2; width > 0; width /= 2)
          for (int lane = 0; lane < width; lane++) sum[lane] += sum[lane + width];
        target[((size_t)image * few + output) * pixels + pixel] = sum[0] + job->bias[output];
      }
    }
  }
}

EVERY_PROCESSOR static void last(const void *context, long begin, long end) {
  const small_job *job = context;
  switch (job->few) {
    case 1: FOR_LANES(job->stack, last_rows(job, begin, end, 1, B, half)); break;
    case 2: FOR_LANES(job->stack, last_rows(job, begin, end, 2, B, half)); break;
    case 3: FOR_LANES(job->stack, last_rows(job, begin, end, 3, B, half)); break;
    case 4: FOR_LANES(job->stack, last_rows(job, begin, end, 4, B, half)); break;
  }
}

void hb_last_convolution(
    const hb_stack *from, const void *source, float *target, int outputs, const float *weights,
    const float *bias, float slope) {
  small_job job = {from, source, target, outputs, weights, bias, slope};
  hb_parallel((long)from->batch * from->height, last, &job);
}
