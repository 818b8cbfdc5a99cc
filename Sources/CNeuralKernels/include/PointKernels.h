// What looks at single points of a picture: samples there, and cells that read what points say.
// Each has its way back. Points that are not there cost nothing.
#ifndef HB_POINT_KERNELS_H
#define HB_POINT_KERNELS_H

#include "BlockedKernels.h"

/// A list of `count` points for each image, plain [batch][channels][count]: the row and the
/// column as parts of the picture's sides, 0…1; two values; and a flag, at least ½ where the point
/// is there. Where there are fewer than five channels all points are there.
typedef struct {
  const float *numbers;
  int channels, count;
} hb_points;

/// Bilinear samples of the adjusted source: half-pixel centres, edges repeated (PyTorch's
/// grid_sample with align_corners=False, padding_mode="border"). `to` has a pixel a point, in
/// order; those of points that are not there become zeros.
void hb_sample(
    const hb_stack *from, const void *source, const hb_adjust *adjust, const hb_points *points,
    const hb_stack *to, void *target);

/// The gradient of hb_sample's adjusted source; `from` is the gradient's stack.
void hb_sample_back(
    const hb_stack *from, const void *gradient, const hb_points *points, const hb_stack *to,
    void *target, bool accumulates);

/// Cells of pictures that read points with several heads; all memory is plain.
///
/// A head has `size` channels of queries [batch][heads·size][height·width] and of keys
/// [batch][heads·size][points]. The weight of a point at a cell is the softmax, over all points
/// that are there and a null, of query·key/√size − 10·softplus(distance of the head)·d², where d
/// is how far the cell's centre is from the point, in parts of the picture's sides; the null's
/// logit is given, [batch][heads][height·width].
typedef struct {
  int batch, heads, size, height, width;
  hb_points points;
} hb_point_attention;

/// Bytes of working memory for a call on so many threads, there or back.
size_t hb_point_attention_scratch(const hb_point_attention *, int threads);
size_t hb_point_attention_back_scratch(const hb_point_attention *, int threads);

/// Each head's three channels, [batch][3·heads][height·width]: both values of the points by
/// their weights, and the sum of those. `distance` is [heads].
void hb_attend_points(
    const hb_point_attention *, const float *queries, const float *keys, const float *null,
    const float *distance, float *target, void *scratch);

/// Where a gradient goes, or is added; `start` is NULL where it is not wanted.
typedef struct {
  float *start;
  bool accumulates;
} hb_contribution;

/// The way back through hb_attend_points. `distance_gradient` may be NULL and is overwritten.
void hb_attend_points_back(
    const hb_point_attention *, const float *queries, const float *keys, const float *null,
    const float *distance, const float *gradient, hb_contribution query_gradient,
    hb_contribution key_gradient, hb_contribution null_gradient, float *distance_gradient, void *scratch);

#endif
