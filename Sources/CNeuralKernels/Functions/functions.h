// Functions of one number and their derivatives, without calls, so that loops use vectors.
#ifndef HB_FUNCTIONS_H
#define HB_FUNCTIONS_H

#include <math.h>

#include "FunctionKernels.h"
#include "lanes.h"

// eˣ to about a unit in the last place: 2ⁿ times a polynomial on ±ln 2 / 2 (Cephes' coefficients).
INLINE float exponential(float x) {
  x = x < -87 ? -87 : x > 88 ? 88 : x;
  float n = floorf(x * 1.44269504f + 0.5f);
  float r = x - n * 0.693359375f + n * 2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1;
  int32_t bits = ((int32_t)n + 127) << 23;
  float scale;
  memcpy(&scale, &bits, sizeof scale);
  return p * scale;
}

// Near 0 by the odd series, whose relative error stays small; elsewhere by eˣ.
INLINE float hyperbolic_tangent(float x) {
  float size = fabsf(x), square = x * x;
  float far = 1 - 2 / (exponential(2 * size) + 1);
  float p = -5.70498872745e-3f;
  p = p * square + 2.06390887954e-2f;
  p = p * square - 5.37397155531e-2f;
  p = p * square + 1.33314422036e-1f;
  p = p * square - 3.33332819422e-1f;
  float near = size + size * square * p;
  return copysignf(size < 0.625f ? near : far, x);
}

INLINE float sigmoid(float x) { return 1 / (1 + exponential(-x)); }

INLINE float value_of(hb_function function, float parameter, float x) {
  switch (function) {
    case HB_TANH: return hyperbolic_tangent(x);
    case HB_SIGMOID: return sigmoid(x);
    case HB_SCALE: return x * parameter;
    case HB_RELU: return rectify(x, parameter);
    case HB_RELU6: return finish(x, (hb_epilogue){0, 6});
    case HB_SWISH: return x * sigmoid(x);
  }
}

// At x, where the function's value is `result`.
INLINE float derivative_of(hb_function function, float parameter, float x, float result) {
  switch (function) {
    case HB_TANH: return 1 - result * result;
    case HB_SIGMOID: return result * (1 - result);
    case HB_SCALE: return parameter;
    case HB_RELU: return result > 0 ? 1 : parameter;
    case HB_RELU6: return result > 0 && result < 6 ? 1 : 0;
    case HB_SWISH: {
      float share = sigmoid(x);
      return share + x * share * (1 - share);
    }
  }
}

// Specializes a body for each function.
#define FOR_FUNCTIONS(function, call)             \
  do {                                            \
    switch (function) {                           \
      case HB_TANH: call(HB_TANH); break;         \
      case HB_SIGMOID: call(HB_SIGMOID); break;   \
      case HB_SCALE: call(HB_SCALE); break;       \
      case HB_RELU: call(HB_RELU); break;   \
      case HB_RELU6: call(HB_RELU6); break; \
      case HB_SWISH: call(HB_SWISH); break;       \
    }                                             \
  } while (0)

#endif
