// How many input channels oneDNN 2.6 sums at once in a 1 by 1 convolution: by the rules of its
// jit_avx512_common_1x1_conv_kernel.
#ifndef HB_POINTWISE_ORDER_H
#define HB_POINTWISE_ORDER_H

#include "PointwiseConvolution.h"

// Pixels that its kernel has in registers.
static inline int onednn_pixels_at_once(long pixels, int height, int least, int most) {
  for (int step = most; step >= least; step--)
    if ((height >= 14 ? height : pixels) % step == 0) return step;
  int best = pixels < most ? (int)pixels : most;
  int left = (int)(pixels % most);
  for (int step = most; step >= least; step--) {
    if (pixels % step == 0) return step;
    if (pixels % step <= left) continue;
    best = step;
    left = (int)(pixels % step);
  }
  return best;
}

// It takes fewer channels at once where too many of their pixels, `apart` blocks from each other,
// would fall into the same lines of a cache of 16 ways with 64 KB each.
static inline int onednn_spared_by_cache(long apart, int inputs, int pixels_at_once) {
  const long way = 64 * 1024 / 64, most_hits = 7;
  if (apart * inputs <= way * 16 * most_hits) return inputs;
  int spared = inputs;
  for (int start = 0; start < pixels_at_once; start++) {
    long hits = 0;
    for (long place = start; place < apart * (inputs / 16); place += way) {
      if (place % apart >= pixels_at_once || ++hits < most_hits) continue;
      long blocks = (place + way) / apart, fewer = 16 * (blocks > 1 ? blocks : 1);
      if (fewer < spared) spared = (int)fewer;
      break;
    }
  }
  return spared;
}

static inline int onednn_inputs_at_once(const hb_pointwise *shape) {
  const int outputs = shape->output_blocks * 16, inputs = (shape->inputs + 15) / 16 * 16;
  const bool is_middling = shape->height > 10 && shape->height < 28;
  const bool has_few_registers = is_middling && outputs > 128 && outputs < 256;
  const long pixels = (long)shape->height * shape->width;
  const int pixels_at_once = onednn_pixels_at_once(
      pixels, shape->height, has_few_registers ? 5 : 6, has_few_registers ? 6 : 9);
  const int most = is_middling && outputs <= 256 ? 80 : shape->height > 10 ? 512 : 256;
  return onednn_spared_by_cache(pixels, inputs < most ? inputs : most, pixels_at_once);
}

#endif
