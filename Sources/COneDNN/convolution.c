// Convolutions with fixed weights, packed once.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"

struct hb_convolution {
  dnnl_primitive_desc_t description;
  dnnl_primitive_t primitive;
  void *weights, *bias;
};

struct hb_convolution_call {
  dnnl_primitive_t primitive;
  dnnl_stream_t stream;
  dnnl_memory_t memories[5];
  dnnl_exec_arg_t arguments[5];
};

static const dnnl_memory_desc_t *layout(
    const_dnnl_primitive_desc_t description, dnnl_query_t what, int index) {
  return dnnl_primitive_desc_query_md(description, what, index);
}

// What oneDNN is to compute, without the weights. False where it cannot be said.
static bool describe(const hb_convolution_spec *spec, dnnl_convolution_desc_t *operation) {
  hb_layouts laid;
  return hb_lay_out(spec, &laid) &&
         dnnl_dilated_convolution_forward_desc_init(
             operation, dnnl_forward_inference, dnnl_convolution_direct, &laid.source,
             &laid.weights, &laid.bias, &laid.destination, laid.strides, laid.dilates, laid.before,
             laid.after) == dnnl_success;
}

static bool append_function(dnnl_post_ops_t to, dnnl_alg_kind_t function, float alpha, float beta) {
  return dnnl_post_ops_append_eltwise(to, 1, function, alpha, beta) == dnnl_success;
}

// What happens to the sums before they are stored.
static dnnl_primitive_attr_t attributes(const hb_convolution_spec *spec) {
  dnnl_primitive_attr_t attributes = NULL;
  dnnl_post_ops_t operations = NULL;
  bool good = dnnl_primitive_attr_create(&attributes) == dnnl_success &&
              dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user) ==
                  dnnl_success &&
              dnnl_post_ops_create(&operations) == dnnl_success;
  if (good && spec->accumulates)
    good = dnnl_post_ops_append_sum(operations, 1) == dnnl_success;
  if (good && spec->slope != 1)
    good = append_function(operations, dnnl_eltwise_relu, spec->slope, 0);
  if (good && isfinite(spec->ceiling))
    good = append_function(operations, dnnl_eltwise_clip, -INFINITY, spec->ceiling);
  good = good && dnnl_primitive_attr_set_post_ops(attributes, operations) == dnnl_success;
  if (operations) dnnl_post_ops_destroy(operations);
  if (good) return attributes;
  if (attributes) dnnl_primitive_attr_destroy(attributes);
  return NULL;
}

// oneDNN's first (and thus, by its authors' measure, fastest) implementation.
static dnnl_primitive_desc_t choose(const hb_convolution_spec *spec) {
  dnnl_convolution_desc_t operation;
  if (!hb_engine() || !describe(spec, &operation)) return NULL;
  dnnl_primitive_attr_t settings = attributes(spec);
  if (!settings) return NULL;
  dnnl_primitive_desc_t chosen = NULL;
  if (dnnl_primitive_desc_create(&chosen, &operation, settings, hb_engine(), NULL) != dnnl_success)
    chosen = NULL;
  dnnl_primitive_attr_destroy(settings);
  return chosen;
}

// Copies `from`, laid out as `plain`, to `to`, laid out as `packed`.
static bool reorder(
    const dnnl_memory_desc_t *plain, const void *from, const dnnl_memory_desc_t *packed, void *to) {
  dnnl_memory_t source = NULL, destination = NULL;
  dnnl_primitive_desc_t description = NULL;
  dnnl_primitive_t primitive = NULL;
  dnnl_stream_t stream = NULL;
  bool good =
      dnnl_memory_create(&source, plain, hb_engine(), (void *)from) == dnnl_success &&
      dnnl_memory_create(&destination, packed, hb_engine(), to) == dnnl_success &&
      dnnl_reorder_primitive_desc_create(
          &description, plain, hb_engine(), packed, hb_engine(), NULL) == dnnl_success &&
      dnnl_primitive_create(&primitive, description) == dnnl_success &&
      dnnl_stream_create(&stream, hb_engine(), dnnl_stream_default_flags) == dnnl_success;
  if (good) {
    dnnl_exec_arg_t arguments[2] = {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, destination}};
    good = dnnl_primitive_execute(primitive, stream, 2, arguments) == dnnl_success &&
           dnnl_stream_wait(stream) == dnnl_success;
  }
  if (stream) dnnl_stream_destroy(stream);
  if (primitive) dnnl_primitive_destroy(primitive);
  if (description) dnnl_primitive_desc_destroy(description);
  if (destination) dnnl_memory_destroy(destination);
  if (source) dnnl_memory_destroy(source);
  return good;
}

hb_convolution *hb_convolution_create(
    const hb_convolution_spec *spec, const float *weights, const float *bias) {
  hb_convolution *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->description = choose(spec);
  if (made->description &&
      dnnl_primitive_create(&made->primitive, made->description) == dnnl_success) {
    const dnnl_memory_desc_t *packed = layout(made->description, dnnl_query_weights_md, 0);
    dnnl_memory_desc_t plain;
    dnnl_dims_t sizes = {spec->outputs, spec->inputs, spec->kernel_height, spec->kernel_width};
    made->weights = hb_allocate(dnnl_memory_desc_get_size(packed));
    made->bias = hb_allocate(sizeof(float) * (size_t)spec->outputs);
    if (made->weights && made->bias &&
        dnnl_memory_desc_init_by_tag(&plain, 4, sizes, dnnl_f32, dnnl_oihw) == dnnl_success &&
        reorder(&plain, weights, packed, made->weights)) {
      memcpy(made->bias, bias, sizeof(float) * (size_t)spec->outputs);
      return made;
    }
  }
  hb_convolution_destroy(made);
  return NULL;
}

void hb_convolution_destroy(hb_convolution *convolution) {
  if (!convolution) return;
  if (convolution->primitive) dnnl_primitive_destroy(convolution->primitive);
  if (convolution->description) dnnl_primitive_desc_destroy(convolution->description);
  free(convolution->weights);
  free(convolution->bias);
  free(convolution);
}

const char *hb_convolution_name(const hb_convolution *convolution) {
  const char *name = "";
  dnnl_primitive_desc_query(convolution->description, dnnl_query_impl_info_str, 0, &name);
  return name;
}

size_t hb_convolution_scratch(const hb_convolution *convolution) {
  return dnnl_memory_desc_get_size(
      layout(convolution->description, dnnl_query_scratchpad_md, 0));
}

hb_convolution_call *hb_convolution_bind(
    const hb_convolution *convolution, const void *source, void *destination, void *scratch) {
  hb_convolution_call *call = calloc(1, sizeof *call);
  if (!call) return NULL;
  call->primitive = convolution->primitive;
  dnnl_primitive_desc_t description = convolution->description;
  const struct {
    int argument;
    const dnnl_memory_desc_t *layout;
    void *memory;
  } parts[5] = {
      {DNNL_ARG_SRC, layout(description, dnnl_query_src_md, 0), (void *)source},
      {DNNL_ARG_WEIGHTS, layout(description, dnnl_query_weights_md, 0), convolution->weights},
      {DNNL_ARG_BIAS, layout(description, dnnl_query_weights_md, 1), convolution->bias},
      {DNNL_ARG_DST, layout(description, dnnl_query_dst_md, 0), destination},
      {DNNL_ARG_SCRATCHPAD, layout(description, dnnl_query_scratchpad_md, 0), scratch},
  };
  bool good =
      dnnl_stream_create(&call->stream, hb_engine(), dnnl_stream_default_flags) == dnnl_success;
  for (int part = 0; good && part < 5; part++) {
    good = dnnl_memory_create(
               &call->memories[part], parts[part].layout, hb_engine(), parts[part].memory) ==
           dnnl_success;
    call->arguments[part] = (dnnl_exec_arg_t){parts[part].argument, call->memories[part]};
  }
  if (good) return call;
  hb_convolution_release(call);
  return NULL;
}

bool hb_convolution_run(hb_convolution_call *call) {
  return dnnl_primitive_execute(call->primitive, call->stream, 5, call->arguments) ==
             dnnl_success &&
         dnnl_stream_wait(call->stream) == dnnl_success;
}

void hb_convolution_release(hb_convolution_call *call) {
  if (!call) return;
  for (int part = 0; part < 5; part++) {
    if (call->memories[part]) dnnl_memory_destroy(call->memories[part]);
  }
  if (call->stream) dnnl_stream_destroy(call->stream);
  free(call);
}
