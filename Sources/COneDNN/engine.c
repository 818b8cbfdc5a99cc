// oneDNN's engine, what it runs on, and memory for it.
#define _GNU_SOURCE
#include "engine.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

// One engine for the process; a stream for every bound call.
static dnnl_engine_t engine;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) {
  if (dnnl_engine_create(&engine, dnnl_cpu, 0) != dnnl_success) engine = NULL;
}

dnnl_engine_t hb_engine(void) {
  pthread_once(&once, start);
  return engine;
}

int hb_channel_block(void) {
  // The codes are sets of bits: one instruction set holds another when it has all of its bits.
  int isa = (int)dnnl_get_effective_cpu_isa(), wide = (int)dnnl_cpu_isa_avx512_core;
  return (isa & wide) == wide ? 16 : 8;
}

const char *hb_instruction_set(void) {
  switch (dnnl_get_effective_cpu_isa()) {
    case dnnl_cpu_isa_sse41: return "sse41";
    case dnnl_cpu_isa_avx: return "avx";
    case dnnl_cpu_isa_avx2: return "avx2";
    case dnnl_cpu_isa_avx2_vnni: return "avx2_vnni";
    case dnnl_cpu_isa_avx512_core: return "avx512_core";
    case dnnl_cpu_isa_avx512_core_vnni: return "avx512_core_vnni";
    case dnnl_cpu_isa_avx512_core_bf16: return "avx512_core_bf16";
    case dnnl_cpu_isa_avx512_core_amx: return "avx512_core_amx";
    default: return "unknown";
  }
}

bool hb_native_bfloat16(void) {
  dnnl_cpu_isa_t isa = dnnl_get_effective_cpu_isa();
  return isa == dnnl_cpu_isa_avx512_core_bf16 || isa == dnnl_cpu_isa_avx512_core_amx;
}

const char *hb_onednn_version(void) {
  static char text[48];
  const dnnl_version_t *version = dnnl_version();
  snprintf(text, sizeof text, "%d.%d.%d", version->major, version->minor, version->patch);
  return text;
}

bool hb_lay_out(const hb_convolution_spec *spec, hb_layouts *made) {
  const dnnl_format_tag_t blocked = hb_channel_block() == 16 ? dnnl_nChw16c : dnnl_nChw8c;
  int spread_h = (spec->kernel_height - 1) * spec->dilation + 1;
  int spread_w = (spec->kernel_width - 1) * spec->dilation + 1;
  int height = (spec->height + spec->pad_top + spec->pad_bottom - spread_h) / spec->stride + 1;
  int width = (spec->width + spec->pad_left + spec->pad_right - spread_w) / spec->stride + 1;
  dnnl_dims_t source = {spec->batch, spec->inputs, spec->height, spec->width};
  dnnl_dims_t weights = {spec->outputs, spec->inputs, spec->kernel_height, spec->kernel_width};
  dnnl_dims_t bias = {spec->outputs};
  dnnl_dims_t destination = {spec->batch, spec->outputs, height, width};
  const int pairs[4][2] = {{spec->stride, spec->stride},
                           {spec->dilation - 1, spec->dilation - 1},
                           {spec->pad_top, spec->pad_left},
                           {spec->pad_bottom, spec->pad_right}};
  dnnl_dim_t *where[4] = {made->strides, made->dilates, made->before, made->after};
  for (int pair = 0; pair < 4; pair++)
    for (int axis = 0; axis < 2; axis++) where[pair][axis] = pairs[pair][axis];
  return dnnl_memory_desc_init_by_tag(&made->source, 4, source, dnnl_f32, blocked) == dnnl_success &&
         dnnl_memory_desc_init_by_tag(&made->weights, 4, weights, dnnl_f32, dnnl_format_tag_any) ==
             dnnl_success &&
         dnnl_memory_desc_init_by_tag(&made->bias, 1, bias, dnnl_f32, dnnl_a) == dnnl_success &&
         dnnl_memory_desc_init_by_tag(&made->destination, 4, destination, dnnl_f32, blocked) ==
             dnnl_success;
}

// Large memory comes in large pages where the system has them.
void *hb_allocate(size_t bytes) {
  const size_t large = (size_t)1 << 21;
  size_t alignment = bytes >= large ? large : 64;
  size_t rounded = bytes ? (bytes + alignment - 1) / alignment * alignment : alignment;
  void *memory = aligned_alloc(alignment, rounded);
  if (memory && alignment == large) madvise(memory, rounded, MADV_HUGEPAGE);
  return memory;
}
