// CIE 1976 L*a*b* under D65, 2° observer, with the constants of scikit-image: the arithmetic alone.
//
// An 8-bit picture measured and rendered again lies on the edge of truncation, where the last bit of
// the arithmetic decides over a grey level. So every step is the exact result rounded once, or sums
// with fused multiply-adds in a fixed order: the same bits on every processor, and the bits of NumPy
// (whose matrix products, cubes and cube roots are as exact) in all but a few percent of samples.
#ifndef HINTBENCH_CCOLORIMETRY_H
#define HINTBENCH_CCOLORIMETRY_H

#include <stddef.h>

// Linear sRGB (count × 3, interleaved, 0…1) to L* (0…100), a* and b*.
void cc_lab_from_linear(size_t count, const double *linear, double *lightness, double *a, double *b);

// L*, a* and b* to linear sRGB (count × 3, interleaved), cut at 0 from below, open above;
// not-a-number becomes 0.
void cc_linear_from_lab(size_t count, const double *lightness, const double *a, const double *b,
                        double *linear);

#endif
