// Sums along a row of plain numbers, in double and in an order of their own: as many side by side
// as vectors want, then in pairs.
#ifndef HB_ROW_SUMS_H
#define HB_ROW_SUMS_H

#include <math.h>

#include "lanes.h"

enum { SUMS = 16 };

INLINE double folded(double *sums) {
  for (int width = SUMS / 2; width > 0; width /= 2)
    for (int lane = 0; lane < width; lane++) sums[lane] += sums[lane + width];
  return sums[0];
}

INLINE double sum_of_products(const float *first, const float *second, size_t count) {
  double sums[SUMS] = {0};
  const size_t whole = count / SUMS * SUMS;
  for (size_t start = 0; start < whole; start += SUMS)
    for (int lane = 0; lane < SUMS; lane++)
      sums[lane] += (double)first[start + lane] * (double)second[start + lane];
  for (size_t index = whole; index < count; index++)
    sums[index - whole] += (double)first[index] * (double)second[index];
  return folded(sums);
}

INLINE double sum_of(const float *row, size_t count) {
  double sums[SUMS] = {0};
  const size_t whole = count / SUMS * SUMS;
  for (size_t start = 0; start < whole; start += SUMS)
    for (int lane = 0; lane < SUMS; lane++) sums[lane] += (double)row[start + lane];
  for (size_t index = whole; index < count; index++) sums[index - whole] += (double)row[index];
  return folded(sums);
}

INLINE float greatest_of(const float *row, size_t count) {
  float greatest[SUMS];
  for (int lane = 0; lane < SUMS; lane++) greatest[lane] = -INFINITY;
  const size_t whole = count / SUMS * SUMS;
  for (size_t start = 0; start < whole; start += SUMS)
    for (int lane = 0; lane < SUMS; lane++)
      greatest[lane] = row[start + lane] > greatest[lane] ? row[start + lane] : greatest[lane];
  float result = -INFINITY;
  for (size_t index = whole; index < count; index++)
    result = row[index] > result ? row[index] : result;
  for (int lane = 0; lane < SUMS; lane++)
    result = greatest[lane] > result ? greatest[lane] : result;
  return result;
}

#endif
