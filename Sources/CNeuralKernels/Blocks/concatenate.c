// Copies of channels from one blocked stack to any place of another.
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *from, *to;
  const void *source;
  void *target;
  int from_channel, to_channel, count;
  const hb_adjust *adjust;
  bool accumulates;
} channel_copy;

// One block of the target: its lanes begin..<end receive, from `shift` lanes further on in the
// source block and the next.
typedef struct {
  long image;
  int block, begin, end, source_block, shift;
} passage;

INLINE passage passage_of(const channel_copy *job, long image, int block, const int B) {
  const int first = job->to_channel - block * B, last = first + job->count;
  // The source channel that would come to the block's first lane; a block lower, to be positive.
  const int channel = job->from_channel - first + B;
  return (passage){image,
                   block,
                   first > 0 ? first : 0,
                   last < B ? last : B,
                   channel / B - 1,
                   channel % B};
}

// Both source blocks of one pixel, one behind the other; zeros where there is none.
INLINE void load_both(
    float *lanes, const channel_copy *job, const passage *passage, const lane_adjust *adjusts,
    size_t pixel, const int B, const bool half) {
  const hb_stack *from = job->from;
  for (int part = 0; part < 2; part++) {
    const int block = passage->source_block + part;
    float *to = lanes + part * B;
    if (block < 0 || block >= from->blocks || (part == 1 && passage->shift == 0)) {
      memset(to, 0, B * sizeof(float));
      continue;
    }
    const size_t image = (size_t)passage->image * from->blocks + block;
    load(to, job->source, image * image_size(from) + pixel * B, B, half);
    apply_adjust(to, &adjusts[part], B);
  }
}

INLINE void copy_row(
    const channel_copy *job, const passage *passage, const lane_adjust *adjusts, int row,
    const int B, const bool half) {
  const hb_stack *to = job->to;
  const size_t image = (size_t)passage->image * to->blocks + passage->block;
  const bool is_whole = passage->begin == 0 && passage->end == B;
  PIXEL_BY_PIXEL
  for (int column = 0; column < to->width; column++) {
    const size_t pixel = (size_t)row * to->width + column;
    const size_t place = image * image_size(to) + pixel * B;
    float both[2 * MOST_LANES], moved[MOST_LANES], lanes[MOST_LANES] = {0};
    load_both(both, job, passage, adjusts, pixel, B, half);
    memcpy(moved, both + passage->shift, B * sizeof(float));
    if (!is_whole || job->accumulates) load(lanes, job->target, place, B, half);
    for (int lane = 0; lane < B; lane++) {
      const float received = job->accumulates ? lanes[lane] + moved[lane] : moved[lane];
      lanes[lane] = lane >= passage->begin && lane < passage->end ? received : lanes[lane];
    }
    store(lanes, job->target, place, B, half);
  }
}

// Work item: one row of one of the target's blocks that receive.
INLINE void copy_rows(
    const channel_copy *job, long begin, long end, const int B, const bool half) {
  const int first = job->to_channel / B;
  const int blocks = (job->to_channel + job->count - 1) / B - first + 1;
  for (long item = begin; item < end; item++) {
    const long image = item / job->to->height / blocks;
    const passage passage =
        passage_of(job, image, first + (int)(item / job->to->height % blocks), B);
    lane_adjust adjusts[2];
    for (int part = 0; part < 2; part++) {
      const int block = passage.source_block + part;
      if (block >= 0 && block < job->from->blocks)
        adjusts[part] = adjust_of_block(job->adjust, image, block, B);
    }
    copy_row(job, &passage, adjusts, (int)(item % job->to->height), B, half);
  }
}

EVERY_PROCESSOR static void copy(const void *context, long begin, long end) {
  const channel_copy *job = context;
  FOR_LANES(job->to, copy_rows(job, begin, end, B, half));
}

void hb_copy_channels(
    const hb_stack *from, const void *source, int from_channel, const hb_stack *to, void *target,
    int to_channel, int count, const hb_adjust *adjust, bool accumulates) {
  if (count <= 0) return;
  channel_copy job = {from,       to,    source, target,     from_channel,
                      to_channel, count, adjust, accumulates};
  const int blocks = (to_channel + count - 1) / to->block - to_channel / to->block + 1;
  hb_parallel((long)to->batch * blocks * to->height, copy, &job);
}
