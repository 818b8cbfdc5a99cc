// What the two halves of this module share: oneDNN's engine and how a convolution is laid out.
#ifndef HB_ONEDNN_ENGINE_H
#define HB_ONEDNN_ENGINE_H

#include <oneapi/dnnl/dnnl.h>

#include "COneDNN.h"

// The process's engine; NULL where oneDNN has none.
dnnl_engine_t hb_engine(void);

// A convolution's memories and how it moves over them.
typedef struct {
  dnnl_memory_desc_t source, weights, bias, destination;
  dnnl_dims_t strides, dilates, before, after;
} hb_layouts;

// Activations in blocks, weights as oneDNN likes. False where it cannot be said.
bool hb_lay_out(const hb_convolution_spec *spec, hb_layouts *made);

// Memory on a cache line's boundary, in large pages where it is large; NULL when it is short.
void *hb_allocate(size_t bytes);

#endif
