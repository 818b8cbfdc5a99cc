#include "CColorimetry.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

static const double kToXYZ[3][3] = {
    {0.412453, 0.357580, 0.180423}, {0.212671, 0.715160, 0.072169}, {0.019334, 0.119193, 0.950227}};

// The inverse of kToXYZ, each entry to the last bit as LAPACK's LU decomposition (hence NumPy and
// scikit-image) rounds it. Another inverse, right to an ulp, moves a PSNR by 0.01 dB.
static const double kToRGB[3][3] = {
    {0x1.9ec817b82c15bp+1, -0x1.8982c30361d2fp+0, -0x1.fe804e830daedp-2},
    {-0x1.f0422f4f71583p-1, 0x1.e040e17805a68p+0, 0x1.546d1830bb26bp-5},
    {0x1.c7db75e6f908ap-5, -0x1.a1e06cda87a6ap-3, 0x1.0eabf031d3561p+0}};

static const double kWhiteX = 0.95047, kWhiteZ = 1.08883;

INLINE double dot(const double row[3], double x, double y, double z) {
  return fma(row[2], z, fma(row[1], y, row[0] * x));
}

INLINE double positive(double value) { return value > 0 ? value : 0; }

// y³ as an unevaluated sum: the nearest double, and what it misses.
INLINE double cube_parts(double y, double *missed) {
  double square = y * y, squareMissed = fma(y, y, -square);
  double cube = square * y;
  *missed = fma(square, y, -cube) + squareMissed * y;
  return cube;
}

INLINE double cube(double y) {
  double missed, nearest = cube_parts(y, &missed);
  return nearest + missed;
}

// The cube root of a positive double, rounded once: a third of the exponent as a first guess, two
// steps of Halley, and one of Newton on the exact remainder.
INLINE double cube_root(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  bits = bits / 3 + UINT64_C(0x2A9F7893782DA1CE);
  double y;
  memcpy(&y, &bits, sizeof y);
  for (int step = 0; step < 2; step++) {
    double third = y * y * y;
    y = y * (third + 2 * x) / (2 * third + x);
  }
  double missed, nearest = cube_parts(y, &missed);
  return y + ((x - nearest) - missed) / (3 * y * y);
}

INLINE double response(double stimulus) {
  return stimulus > 0.008856 ? cube_root(stimulus) : 7.787 * stimulus + 16.0 / 116;
}

INLINE double stimulus(double response) {
  return response > 0.2068966 ? cube(response) : (response - 16.0 / 116) / 7.787;
}

INLINE void measure(size_t count, const double *linear, double *lightness, double *a, double *b) {
  for (size_t i = 0; i < count; i++, linear += 3) {
    double fx = response(dot(kToXYZ[0], linear[0], linear[1], linear[2]) / kWhiteX);
    double fy = response(dot(kToXYZ[1], linear[0], linear[1], linear[2]));
    double fz = response(dot(kToXYZ[2], linear[0], linear[1], linear[2]) / kWhiteZ);
    lightness[i] = 116 * fy - 16;
    a[i] = 500 * (fx - fy);
    b[i] = 200 * (fy - fz);
  }
}

INLINE void render(size_t count, const double *lightness, const double *a, const double *b,
                   double *linear) {
  for (size_t i = 0; i < count; i++, linear += 3) {
    double fy = (lightness[i] + 16) / 116;
    double x = stimulus(fy + a[i] / 500) * kWhiteX;
    double y = stimulus(fy);
    double z = stimulus(positive(fy - b[i] / 200)) * kWhiteZ;
    for (int channel = 0; channel < 3; channel++) {
      linear[channel] = positive(dot(kToRGB[channel], x, y, z));
    }
  }
}

// The same code twice: with the processor's fused multiply-add, and with the library's, which gives
// the same bits slowly.
#if defined(__x86_64__)
#define FUSED __attribute__((target("avx2,fma")))
FUSED static void measure_fused(size_t count, const double *linear, double *lightness, double *a,
                                double *b) {
  measure(count, linear, lightness, a, b);
}

FUSED static void render_fused(size_t count, const double *lightness, const double *a,
                               const double *b, double *linear) {
  render(count, lightness, a, b, linear);
}

static int has_fused(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#else
#define measure_fused measure
#define render_fused render
static int has_fused(void) { return 0; }
#endif

void cc_lab_from_linear(size_t count, const double *linear, double *lightness, double *a, double *b) {
  if (has_fused()) {
    measure_fused(count, linear, lightness, a, b);
  } else {
    measure(count, linear, lightness, a, b);
  }
}

void cc_linear_from_lab(size_t count, const double *lightness, const double *a, const double *b,
                        double *linear) {
  if (has_fused()) {
    render_fused(count, lightness, a, b, linear);
  } else {
    render(count, lightness, a, b, linear);
  }
}
