// Numbers in blocked memory, one block ("lanes") at a time.
#ifndef HB_LANES_H
#define HB_LANES_H

#include <stdint.h>
#include <string.h>

#include "BlockedKernels.h"
#include "parallel.h"

#define INLINE static inline __attribute__((always_inline))

// Of the largest block, which is bfloat16's.
enum { MOST_LANES = 32 };

INLINE float half_to_float(uint16_t half) {
  uint32_t bits = (uint32_t)half << 16;
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

// To the nearest, ties to even; what is not a number stays one.
INLINE uint16_t float_to_half(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  uint32_t rounded = bits + 0x7FFF + ((bits >> 16) & 1);
  return value == value ? (uint16_t)(rounded >> 16) : (uint16_t)((bits >> 16) | 0x40);
}

INLINE void load(float *lanes, const void *memory, size_t index, int block, bool half) {
  if (half) {
    const uint16_t *from = (const uint16_t *)memory + index;
    for (int lane = 0; lane < block; lane++) lanes[lane] = half_to_float(from[lane]);
  } else {
    const float *from = (const float *)memory + index;
    for (int lane = 0; lane < block; lane++) lanes[lane] = from[lane];
  }
}

INLINE void store(const float *lanes, void *memory, size_t index, int block, bool half) {
  if (half) {
    uint16_t *to = (uint16_t *)memory + index;
    for (int lane = 0; lane < block; lane++) to[lane] = float_to_half(lanes[lane]);
  } else {
    float *to = (float *)memory + index;
    for (int lane = 0; lane < block; lane++) to[lane] = lanes[lane];
  }
}

INLINE float rectify(float value, float slope) { return value > 0 ? value : value * slope; }

// What is not a number stays one.
INLINE float finish(float value, hb_epilogue epilogue) {
  float rectified = rectify(value, epilogue.slope);
  return rectified > epilogue.ceiling ? epilogue.ceiling : rectified;
}

// Scale and shift of one block, ready for every pixel of it.
typedef struct {
  float slope, scale[MOST_LANES], shift[MOST_LANES];
} lane_adjust;

INLINE lane_adjust adjust_of_block(const hb_adjust *adjust, long image, int index, int block) {
  lane_adjust made = {.slope = adjust->slope};
  const float *shift = adjust->shift ? adjust->shift + (size_t)image * adjust->shift_stride : 0;
  for (int lane = 0; lane < block; lane++) {
    made.scale[lane] = adjust->scale ? adjust->scale[index * block + lane] : 1;
    made.shift[lane] = shift ? shift[index * block + lane] : 0;
  }
  return made;
}

INLINE void apply_adjust(float *lanes, const lane_adjust *adjust, int block) {
  for (int lane = 0; lane < block; lane++)
    lanes[lane] = rectify(lanes[lane], adjust->slope) * adjust->scale[lane] + adjust->shift[lane];
}

INLINE bool is_identity(const hb_adjust *adjust) {
  return adjust->slope == 1 && !adjust->scale && !adjust->shift;
}

// How many lanes of a block hold channels.
INLINE int lanes_kept(int channels, int index, int block) {
  return channels - index * block < block ? channels - index * block : block;
}

// Before a loop over pixels: its blocks are to become vectors, not pixels far from each other.
#define PIXEL_BY_PIXEL _Pragma("clang loop vectorize(disable)")

INLINE size_t image_size(const hb_stack *stack) {
  return (size_t)stack->height * (size_t)stack->width * (size_t)stack->block;
}

// Specializes a body for the block sizes and number types that there are.
#define FOR_LANES(stack, call)          \
  do {                                  \
    if ((stack)->bfloat16) {            \
      enum { B = 32 };                  \
      const bool half = true;           \
      call;                             \
    } else if ((stack)->block == 16) {  \
      enum { B = 16 };                  \
      const bool half = false;          \
      call;                             \
    } else {                            \
      enum { B = 8 };                   \
      const bool half = false;          \
      call;                             \
    }                                   \
  } while (0)

#endif
