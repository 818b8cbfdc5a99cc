// Learned weights to the 36 matrices of Winograd's products, in every step of learning.
#include "WinogradLearning.h"
#include "parallel.h"
#include "winograd_tiles.h"

#if defined(__x86_64__)
#include "winograd_lanes.h"
#include "winograd_transpose.h"

typedef struct {
  tiling tiles;
  const float *weights;
  float *transformed;
} packing;

// Where the 36 matrices keep the factors of a row for a block of columns, and how far they are apart.
INLINE float *place(const packing *job, int row, int column_block) {
  const tiling *tiles = &job->tiles;
  const size_t width = (size_t)tiles->together * LANES;
  return job->transformed +
         ((size_t)(column_block / tiles->together) * tiles->inner_blocks * LANES + row) * width +
         column_block % tiles->together * LANES;
}

INLINE size_t apart(const packing *job) {
  return (size_t)job->tiles.inner_blocks * job->tiles.column_blocks * LANES * LANES;
}

// Values of a kernel of three, as a polynomial, at 0, 1, −1, 2, −2 and infinity; scaled as Lavin and
// Gray do.
INLINE void kernel3(__m512 *to, int step, __m512 a, __m512 b, __m512 c) {
  const __m512 sixth = _mm512_set1_ps(-1.f / 6), twelfth = _mm512_set1_ps(1.f / 12);
  const __m512 twentyfourth = _mm512_set1_ps(1.f / 24);
  __m512 even = _mm512_mul_ps(sixth, _mm512_add_ps(a, c)), odd = _mm512_mul_ps(sixth, b);
  __m512 wide = _mm512_mul_ps(twentyfourth, _mm512_fmadd_ps(_mm512_set1_ps(4), c, a));
  __m512 twice = _mm512_mul_ps(twelfth, b);
  to[0] = _mm512_mul_ps(_mm512_set1_ps(.25f), a);
  to[step] = _mm512_add_ps(even, odd);
  to[2 * step] = _mm512_sub_ps(even, odd);
  to[3 * step] = _mm512_add_ps(wide, twice);
  to[4 * step] = _mm512_sub_ps(wide, twice);
  to[5 * step] = c;
}

// The same of a kernel of two.
INLINE void kernel2(__m512 *to, int step, __m512 a, __m512 b) {
  const __m512 sixth = _mm512_set1_ps(-1.f / 6), twelfth = _mm512_set1_ps(1.f / 12);
  __m512 even = _mm512_mul_ps(sixth, a), odd = _mm512_mul_ps(sixth, b);
  __m512 wide = _mm512_mul_ps(_mm512_set1_ps(1.f / 24), a), twice = _mm512_mul_ps(twelfth, b);
  to[0] = _mm512_mul_ps(_mm512_set1_ps(.25f), a);
  to[step] = _mm512_add_ps(even, odd);
  to[2 * step] = _mm512_sub_ps(even, odd);
  to[3 * step] = _mm512_add_ps(wide, twice);
  to[4 * step] = _mm512_sub_ps(wide, twice);
  to[5 * step] = b;
}

// Nine taps of sixteen kernels.
INLINE void store3(const __m512 taps[9], float *to, size_t stride) {
  __m512 rows[6 * 3];
  for (int x = 0; x < 3; x++) kernel3(rows + x, 3, taps[x], taps[3 + x], taps[6 + x]);
  for (int y = 0; y < 6; y++) {
    __m512 v[6];
    kernel3(v, 1, rows[3 * y], rows[3 * y + 1], rows[3 * y + 2]);
    for (int x = 0; x < 6; x++) _mm512_store_ps(to + (6 * y + x) * stride, v[x]);
  }
}

// Four taps of sixteen kernels.
INLINE void store2(const __m512 taps[4], float *to, size_t stride) {
  __m512 rows[6 * 2];
  for (int x = 0; x < 2; x++) kernel2(rows + x, 2, taps[x], taps[2 + x]);
  for (int y = 0; y < 6; y++) {
    __m512 v[6];
    kernel2(v, 1, rows[2 * y], rows[2 * y + 1]);
    for (int x = 0; x < 6; x++) _mm512_store_ps(to + (6 * y + x) * stride, v[x]);
  }
}

// The four taps of a phase.
INLINE void gather2(
    int (*tap)(int phase, int index), int phase, const __m512 *all, __m512 *four) {
  for (int y = 0; y < 2; y++)
    for (int x = 0; x < 2; x++)
      four[2 * y + x] = all[tap(phase / 2, y) * 4 + tap(phase % 2, x)];
}

// Work item: one input channel of the layer.
WIDE static void pack_forward(const void *context, long begin, long end) {
  const packing *job = context;
  const hb_winograd *shape = job->tiles.shape;
  const size_t outputs = (size_t)shape->output_blocks * LANES;
  const size_t tap = (size_t)shape->input_blocks * LANES * outputs;
  for (long input = begin; input < end; input++) {
    for (int block = 0; block < shape->output_blocks; block++) {
      const float *from = job->weights + (size_t)input * outputs + (size_t)block * LANES;
      if (shape->filter == HB_FILTER_3) {
        __m512 taps[9];
        for (int k = 0; k < 9; k++) taps[k] = _mm512_load_ps(from + k * tap);
        store3(taps, place(job, (int)input, block), apart(job));
        continue;
      }
      __m512 taps[16], four[4];
      for (int k = 0; k < 16; k++) taps[k] = _mm512_load_ps(from + k * tap);
      for (int phase = 0; phase < 4; phase++) {
        gather2(transposed_tap, phase, taps, four);
        store2(four, place(job, (int)input, phase * shape->output_blocks + block), apart(job));
      }
    }
  }
}

// Work item: one block of the layer's outputs by one block of its inputs.
WIDE static void pack_backward(const void *context, long begin, long end) {
  const packing *job = context;
  const hb_winograd *back = job->tiles.shape;
  const size_t outputs = (size_t)back->input_blocks * LANES;
  const size_t tap = outputs * back->output_blocks * LANES;
  const bool three = back->filter == HB_FILTER_3;
  const int count = three ? 9 : 16;
  // [output][tap], inputs in the lanes.
  __m512 all[LANES * 16];
  for (long item = begin; item < end; item++) {
    int input = (int)(item % back->output_blocks), output = (int)(item / back->output_blocks);
    for (int k = 0; k < count; k++)
      transpose(
          job->weights + k * tap + (size_t)input * LANES * outputs + (size_t)output * LANES,
          outputs, all + (three ? 8 - k : k), count);
    for (int lane = 0; lane < LANES; lane++) {
      const __m512 *taps = all + lane * count;
      if (three) {
        store3(taps, place(job, output * LANES + lane, input), apart(job));
        continue;
      }
      for (int phase = 0; phase < 4; phase++) {
        __m512 four[4];
        gather2(strided_tap, phase, taps, four);
        int row = (phase * back->input_blocks + output) * LANES + lane;
        store2(four, place(job, row, input), apart(job));
      }
    }
  }
}

void hb_winograd_pack_forward(
    const hb_winograd *shape, const float *weights, float *transformed) {
  packing job = {tiling_of(shape), weights, transformed};
  hb_parallel((long)shape->input_blocks * LANES, pack_forward, &job);
}

void hb_winograd_pack_backward(const hb_winograd *back, const float *weights, float *transformed) {
  packing job = {tiling_of(back), weights, transformed};
  hb_parallel((long)back->input_blocks * back->output_blocks, pack_backward, &job);
}

#else

void hb_winograd_pack_forward(
    const hb_winograd *shape, const float *weights, float *transformed) {}
void hb_winograd_pack_backward(const hb_winograd *back, const float *weights, float *transformed) {
}

#endif
