// Blocks of floats as vectors by name: compilers do not find them in loops over arrays.
#ifndef HB_VECTORS_H
#define HB_VECTORS_H

#include "lanes.h"

typedef float lanes16 __attribute__((vector_size(64)));
typedef int32_t lanes16_mask __attribute__((vector_size(64)));
typedef float lanes8 __attribute__((vector_size(32)));
typedef int32_t lanes8_mask __attribute__((vector_size(32)));

// A block of 32 is worked on in two parts.
#define VECTOR_OF(B) ((B) < 16 ? (B) : 16)

#define SELECTED(vector, mask, yes, no) \
  ((vector)(((mask) & (vector##_mask)(yes)) | (~(mask) & (vector##_mask)(no))))

// The two halves of `finish`.
#define RECTIFIED(vector, value, slope) SELECTED(vector, (value) > 0, value, (value) * (slope))
#define CAPPED(vector, value, ceiling) \
  SELECTED(vector, (value) > (ceiling), (vector){0} + (ceiling), value)

#endif
