// Sixteen by sixteen words of 32 bits with rows and columns exchanged.
#ifndef HB_HALF_TRANSPOSE_H
#define HB_HALF_TRANSPOSE_H

#include "lanes.h"

typedef uint32_t words16 __attribute__((vector_size(64)));

// Rows lie so many bytes apart, in the source and in the result.
INLINE void transpose_words(const void *from, size_t from_stride, void *to, size_t to_stride) {
  words16 rows[16], mixed[16];
  for (int row = 0; row < 16; row++)
    memcpy(&rows[row], (const char *)from + row * from_stride, sizeof rows[row]);
  // Four times like shuffling cards: each row with the one eight behind it.
  for (int time = 0; time < 4; time++) {
    for (int row = 0; row < 8; row++) {
      words16 a = rows[row], b = rows[row + 8];
      mixed[2 * row] = __builtin_shufflevector(
          a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      mixed[2 * row + 1] = __builtin_shufflevector(
          a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    memcpy(rows, mixed, sizeof rows);
  }
  for (int row = 0; row < 16; row++)
    memcpy((char *)to + row * to_stride, &rows[row], sizeof rows[row]);
}

#endif
