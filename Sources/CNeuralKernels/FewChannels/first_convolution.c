// Convolutions of a few channels, which oneDNN's blocks would mostly fill with zeros.
#include "parallel.h"
#include "vectors.h"

enum { PIXELS = 8, SEGMENT = 256, MOST = 4, MOST_STRIDE = 2, PAIR = 2 };

typedef struct {
  const hb_stack *to;
  const float *source;
  int source_height, source_width;
  void *target;
  int few, pad_top, pad_left;
  const float *weights, *bias;
  hb_epilogue epilogue;
} first_job;

// What a segment of a row of windows reads.
typedef float window_rows[3][MOST][(SEGMENT + PIXELS) * MOST_STRIDE + 2];

// The three source rows of the windows in `columns` columns from `first` on, zeros beyond borders.
INLINE void gather(
    window_rows rows, const first_job *job, long image, int row, int first, int columns,
    const int stride) {
  const int width = job->source_width, height = job->source_height;
  const int left = first * stride - job->pad_left;
  const int needed = (columns + PIXELS) * stride + 2;
  const int begin = left < 0 ? 0 : left, end = left + needed < width ? left + needed : width;
  for (int y = 0; y < 3; y++) {
    const int source_row = row * stride + y - job->pad_top;
    for (int input = 0; input < job->few; input++) {
      float *to = rows[y][input];
      if (source_row < 0 || source_row >= height || end <= begin) {
        memset(to, 0, (size_t)needed * sizeof(float));
        continue;
      }
      const float *from =
          job->source + (((size_t)image * job->few + input) * height + source_row) * width;
      memset(to, 0, (size_t)(begin - left) * sizeof(float));
      memset(to + (end - left), 0, (size_t)(left + needed - end) * sizeof(float));
      memcpy(to + (begin - left), from + begin, (size_t)(end - begin) * sizeof(float));
    }
  }
}

// PIXELS pixels of one vector, or of two which are `apart` in the results: bias plus 9 taps of each
// input, finished.
#define DEFINE_TAPS(vector, name)                                                           \
  INLINE void name(                                                                         \
      float *results, size_t apart, const int vectors, window_rows rows, int column,        \
      const int stride, const first_job *job, int channel) {                                \
    const int lanes = (int)(sizeof(vector) / sizeof(float)), few = job->few;                \
    const size_t channels = (size_t)job->to->blocks * job->to->block;                       \
    const hb_epilogue epilogue = job->epilogue;                                             \
    vector held[PIXELS][PAIR], factors[PAIR];                                               \
    memcpy(factors, job->bias + channel, vectors * sizeof(vector));                         \
    for (int pixel = 0; pixel < PIXELS; pixel++)                                            \
      for (int part = 0; part < vectors; part++) held[pixel][part] = factors[part];         \
    for (int tap = 0; tap < 9; tap++) {                                                     \
      for (int input = 0; input < few; input++) {                                           \
        const float *values = &rows[tap / 3][input][column * stride + tap % 3];             \
        const float *weights = job->weights + (size_t)(tap * few + input) * channels;       \
        memcpy(factors, weights + channel, vectors * sizeof(vector));                       \
        for (int pixel = 0; pixel < PIXELS; pixel++)                                        \
          for (int part = 0; part < vectors; part++)                                        \
            held[pixel][part] += values[pixel * stride] * factors[part];                    \
      }                                                                                     \
    }                                                                                       \
    for (int pixel = 0; pixel < PIXELS; pixel++) {                                          \
      for (int part = 0; part < vectors; part++) {                                          \
        vector sum = held[pixel][part];                                                     \
        vector kept = __builtin_elementwise_max(sum, (vector){0}) +                         \
                      __builtin_elementwise_min(sum, (vector){0}) * epilogue.slope;         \
        kept = CAPPED(vector, kept, epilogue.ceiling);                                      \
        memcpy(results + part * apart + pixel * lanes, &kept, sizeof kept);                 \
      }                                                                                     \
    }                                                                                       \
  }
DEFINE_TAPS(lanes16, taps16)
DEFINE_TAPS(lanes8, taps8)

// A segment of a row: one vector of channels, or two.
INLINE void first_columns(
    const first_job *job, window_rows rows, long image, int row, int segment, int columns,
    int channel, const int vectors, const int stride, const int B, const bool half) {
  const hb_stack *to = job->to;
  float results[PAIR * PIXELS * 16];
  size_t starts[PAIR];
  for (int part = 0; part < vectors; part++) {
    const int from = channel + part * VECTOR_OF(B);
    starts[part] = ((size_t)image * to->blocks + from / B) * image_size(to) +
                   ((size_t)row * to->width + segment) * B + from % B;
  }
  for (int column = 0; column < columns; column += PIXELS) {
    const int kept = columns - column < PIXELS ? columns - column : PIXELS;
    const bool is_direct = !half && kept == PIXELS;
    float *made = is_direct ? (float *)job->target + starts[0] + (size_t)column * B : results;
    const size_t apart = is_direct ? image_size(to) : PIXELS * VECTOR_OF(B);
    if (B == 8) {
      taps8(made, apart, vectors, rows, column, stride, job, channel);
    } else {
      taps16(made, apart, vectors, rows, column, stride, job, channel);
    }
    if (is_direct) continue;
    for (int part = 0; part < vectors; part++)
      for (int pixel = 0; pixel < kept; pixel++)
        store(
            results + part * apart + pixel * VECTOR_OF(B), job->target,
            starts[part] + (size_t)(column + pixel) * B, VECTOR_OF(B), half);
  }
}

// Work item: one row of one image.
INLINE void first_rows(
    const first_job *job, const int stride, long begin, long end, const int B, const bool half) {
  const hb_stack *to = job->to;
  const int width = to->width, channels = to->blocks * B, pair = PAIR * VECTOR_OF(B);
  window_rows rows;
  for (long item = begin; item < end; item++) {
    const int row = (int)(item % to->height);
    const long image = item / to->height;
    for (int segment = 0; segment < width; segment += SEGMENT) {
      const int columns = width - segment < SEGMENT ? width - segment : SEGMENT;
      gather(rows, job, image, row, segment, columns, stride);
      int channel = 0;
      for (; channel + pair <= channels; channel += pair)
        first_columns(
            job, rows, image, row, segment, columns, channel, PAIR, stride, B, half);
      if (channel < channels)
        first_columns(job, rows, image, row, segment, columns, channel, 1, stride, B, half);
    }
  }
}

#define DEFINE_FIRST(name, stride)                                                 \
  EVERY_PROCESSOR static void name(const void *context, long begin, long end) {    \
    const first_job *job = context;                                                \
    FOR_LANES(job->to, first_rows(job, stride, begin, end, B, half));              \
  }
DEFINE_FIRST(first, 1)
DEFINE_FIRST(first_strided, 2)

void hb_first_convolution(
    const hb_stack *to, const float *source, int source_height, int source_width, void *target,
    int inputs, int stride, int pad_top, int pad_left, const float *weights, const float *bias,
    hb_epilogue epilogue) {
  first_job job = {to,       source,  source_height, source_width, target, inputs, pad_top,
                   pad_left, weights, bias,          epilogue};
  hb_parallel((long)to->batch * to->height, stride == 1 ? first : first_strided, &job);
}

