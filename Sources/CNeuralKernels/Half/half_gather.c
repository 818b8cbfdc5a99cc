// Copies of the source's pixels for all taps.
#include "half_gather.h"

#include "half_multiplier.h"

// So many pixels, `step` pixels apart in the source.
INLINE void copy_pixels(
    char *to, const char *from, int step, int count, const lane_adjust *adjust) {
  if (!adjust && step == 1) {
    memcpy(to, from, (size_t)count * HALF_PIXEL);
    return;
  }
  for (int pixel = 0; pixel < count; pixel++) {
    char *copy = to + (size_t)pixel * HALF_PIXEL;
    const char *original = from + (size_t)pixel * step * HALF_PIXEL;
    if (adjust) {
      float lanes[HALF_BLOCK];
      load(lanes, original, 0, HALF_BLOCK, true);
      apply_adjust(lanes, adjust, HALF_BLOCK);
      store(lanes, copy, 0, HALF_BLOCK, true);
    } else {
      memcpy(copy, original, HALF_PIXEL);
    }
  }
}

// The first index at which a position that grows by `step` from `start` has reached `end`.
INLINE int index_reaching(int end, int start, int step) {
  return start >= end ? 0 : parts_of(end - start, step);
}

INLINE void gather(
    const half_reading *from, int image, int block, int first, int count, char *to,
    const lane_adjust *adjust) {
  const int row_step = from->rows->source_step, column_step = from->columns->source_step;
  const size_t row_size = (size_t)from->width * HALF_PIXEL;
  const char *block_start = (const char *)from->numbers +
                            ((size_t)image * from->blocks + block) * from->height * row_size;
  for (int plane = 0; plane < half_planes(from); plane++) {
    const int row_residue = from->rows->residues[plane / from->columns->planes];
    const int column_residue = from->columns->residues[plane % from->columns->planes];
    const int start = from->columns->least * column_step + column_residue;
    const int begin = at_most(index_reaching(0, start, column_step), from->pitch);
    const int end = at_most(index_reaching(from->width, start, column_step), from->pitch);
    for (int index = 0; index < count; index++, to += (size_t)from->pitch * HALF_PIXEL) {
      const int row = (first + index) * row_step + row_residue;
      if (row < 0 || row >= from->height || begin >= end) {
        memset(to, 0, (size_t)from->pitch * HALF_PIXEL);
        continue;
      }
      const char *pixels =
          block_start + row * row_size + (size_t)(start + begin * column_step) * HALF_PIXEL;
      memset(to, 0, (size_t)begin * HALF_PIXEL);
      copy_pixels(to + (size_t)begin * HALF_PIXEL, pixels, column_step, end - begin, adjust);
      memset(to + (size_t)end * HALF_PIXEL, 0, (size_t)(from->pitch - end) * HALF_PIXEL);
    }
  }
}

EVERY_PROCESSOR static void gather_adjusted(
    const half_reading *from, int image, int block, int first, int count, void *copy) {
  const lane_adjust adjust = adjust_of_block(from->adjust, image, block, HALF_BLOCK);
  gather(from, image, block, first, count, copy, &adjust);
}

EVERY_PROCESSOR static void gather_plain(
    const half_reading *from, int image, int block, int first, int count, void *copy) {
  gather(from, image, block, first, count, copy, NULL);
}

void hb_half_gather(
    const half_reading *from, int image, int block, int first, int count, void *copy) {
  if (from->adjust && !is_identity(from->adjust)) {
    gather_adjusted(from, image, block, first, count, copy);
  } else {
    gather_plain(from, image, block, first, count, copy);
  }
}
