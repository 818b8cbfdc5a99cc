// Partial sums of parts of fixed size.
#ifndef HB_TRAINING_SUMS_H
#define HB_TRAINING_SUMS_H

#include <stddef.h>
#include <stdlib.h>

// Numbers of one part: small enough for a few parts a thread, large enough for long vectors.
enum { PART = 1 << 14 };

static inline size_t parts_of(size_t count) { return (count + PART - 1) / PART; }

static inline size_t end_of_part(size_t part, size_t count) {
  size_t end = (part + 1) * PART;
  return end < count ? end : count;
}

// The sum in order.
static inline double total(const double *partial, size_t count) {
  double sum = 0;
  for (size_t index = 0; index < count; index++) sum += partial[index];
  return sum;
}

#endif
