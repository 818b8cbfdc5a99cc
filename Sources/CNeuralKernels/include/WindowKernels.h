// What looks at windows of pixels, channel by channel, in blocked memory: depthwise convolutions,
// pools, and changes of size; each with its way back.
#ifndef HB_WINDOW_KERNELS_H
#define HB_WINDOW_KERNELS_H

#include "BlockedKernels.h"

/// Windows that begin `pad_top` rows above and `pad_left` columns left of the picture, `stride`
/// pixels apart, of pixels `dilation` apart. How many there are, the target's size says.
typedef struct {
  int kernel_height, kernel_width, stride, dilation, pad_top, pad_left;
} hb_window;

/// Each channel convolved by itself; beyond the picture are zeros, also where `adjust` shifts.
///
/// `weights` is [kernel height][kernel width][blocks·B], `bias` [blocks·B] or NULL.
void hb_depthwise(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_window *window,
    const float *weights, const float *bias, hb_epilogue epilogue, const hb_stack *to,
    void *target);

/// The gradient of hb_depthwise's adjusted source; `from` is the gradient's stack.
void hb_depthwise_back(
    const hb_stack *from, const void *gradient, const hb_window *window, const float *weights,
    const hb_stack *to, void *target, bool accumulates);

/// The gradient of hb_depthwise's weights, in their order; `to` is the gradient's stack.
void hb_depthwise_learn(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_window *window,
    const hb_stack *to, const void *gradient, float *weight_gradient);

typedef enum {
  HB_POOL_MAXIMUM,
  /// Divided by the pixels inside the picture.
  HB_POOL_AVERAGE,
  /// Divided by the pixels inside the padded picture, where the padding counts as zeros.
  HB_POOL_AVERAGE_WITH_PADDING
} hb_pool;

/// A pool's windows; every one must hold a pixel of the picture.
typedef struct {
  hb_window window;
  /// The picture's size with its padding, over whose end a last window may hang.
  int padded_height, padded_width;
} hb_pool_window;

void hb_pool_windows(
    hb_pool kind, const hb_stack *from, const void *source, const hb_adjust *adjust,
    const hb_pool_window *windows, const hb_stack *to, void *target);

/// The gradient of hb_pool_windows' adjusted source; `from` is the gradient's stack. Of a maximum
/// the first of the largest pixels receives; averages need no `source` nor `adjust`.
void hb_pool_windows_back(
    hb_pool kind, const hb_stack *from, const void *gradient, const hb_pool_window *windows,
    const hb_stack *to, const void *source, const hb_adjust *adjust, void *target,
    bool accumulates);

typedef enum {
  /// Half-pixel centres, edges repeated (PyTorch's align_corners=False).
  HB_RESIZE_BILINEAR,
  /// The pixel at or before (PyTorch's "nearest").
  HB_RESIZE_NEAREST,
  /// The outermost pixels' centres on each other (align_corners=True).
  HB_RESIZE_BILINEAR_CORNERS
} hb_resize_kind;

/// From any size to any other.
void hb_resize(
    hb_resize_kind kind, const hb_stack *from, const void *source, const hb_adjust *adjust,
    const hb_stack *to, void *target);

/// The adjoint of hb_resize; `from` is the gradient's stack.
void hb_resize_back(
    hb_resize_kind kind, const hb_stack *from, const void *gradient, const hb_stack *to,
    void *target, bool accumulates);

#endif
