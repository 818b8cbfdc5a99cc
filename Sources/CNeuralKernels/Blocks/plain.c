// Between blocked and plain memory.
#include "lanes.h"
#include "parallel.h"

typedef struct {
  const hb_stack *stack;
  const void *source;
  void *target;
  int channels;
  const hb_adjust *adjust;
} packing;

// Work item: one block of one image.
INLINE void unpack_blocks(const packing *job, long begin, long end, const int B, const bool half) {
  const hb_stack *from = job->stack;
  const size_t pixels = (size_t)from->height * from->width;
  float *target = job->target;
  for (long item = begin; item < end; item++) {
    int block = (int)(item % from->blocks), image = (int)(item / from->blocks);
    lane_adjust adjust = adjust_of_block(job->adjust, image, block, B);
    int kept = lanes_kept(job->channels, block, B);
    float *planes = target + ((size_t)image * job->channels + (size_t)block * B) * pixels;
    for (size_t pixel = 0; pixel < pixels; pixel++) {
      float lanes[MOST_LANES];
      load(lanes, job->source, (size_t)item * image_size(from) + pixel * B, B, half);
      apply_adjust(lanes, &adjust, B);
      for (int lane = 0; lane < kept; lane++) planes[(size_t)lane * pixels + pixel] = lanes[lane];
    }
  }
}

EVERY_PROCESSOR static void unpack(const void *context, long begin, long end) {
  const packing *job = context;
  FOR_LANES(job->stack, unpack_blocks(job, begin, end, B, half));
}

void hb_unpack(
    const hb_stack *from, const void *source, float *target, int channels,
    const hb_adjust *adjust) {
  packing job = {from, source, target, channels, adjust};
  hb_parallel((long)from->batch * from->blocks, unpack, &job);
}

// Work item: one block of one image.
INLINE void pack_blocks(const packing *job, long begin, long end, const int B, const bool half) {
  const hb_stack *to = job->stack;
  const size_t pixels = (size_t)to->height * to->width;
  const float *source = job->source;
  for (long item = begin; item < end; item++) {
    int block = (int)(item % to->blocks), image = (int)(item / to->blocks);
    lane_adjust adjust = adjust_of_block(job->adjust, image, block, B);
    int kept = lanes_kept(job->channels, block, B);
    const float *planes = source + ((size_t)image * job->channels + (size_t)block * B) * pixels;
    for (size_t pixel = 0; pixel < pixels; pixel++) {
      float lanes[MOST_LANES] = {0};
      for (int lane = 0; lane < kept; lane++) lanes[lane] = planes[(size_t)lane * pixels + pixel];
      apply_adjust(lanes, &adjust, B);
      for (int lane = kept; lane < B; lane++) lanes[lane] = 0;
      store(lanes, job->target, (size_t)item * image_size(to) + pixel * B, B, half);
    }
  }
}

EVERY_PROCESSOR static void pack(const void *context, long begin, long end) {
  const packing *job = context;
  FOR_LANES(job->stack, pack_blocks(job, begin, end, B, half));
}

void hb_pack(
    const hb_stack *to, const float *source, void *target, int channels,
    const hb_adjust *adjust) {
  packing job = {to, source, target, channels, adjust};
  hb_parallel((long)to->batch * to->blocks, pack, &job);
}
