// Convolutions with weights that change: oneDNN's three directions, and its weights' layout and ours.
#include <stdlib.h>

#include "engine.h"

enum { FORWARD, BACK, LEARN, DIRECTIONS };
enum { MOST = 4 };

// One primitive, its memories, and the copy between our weights and its own.
typedef struct {
  dnnl_primitive_desc_t description;
  dnnl_primitive_t primitive;
  dnnl_memory_t memories[MOST];
  int arguments[MOST], count;
  // Weights as the primitive has them, and ours, whose address changes.
  void *packed;
  dnnl_memory_t packed_memory, plain_memory;
  dnnl_primitive_t reorder;
} direction;

struct hb_learning_convolution {
  dnnl_stream_t stream;
  direction directions[DIRECTIONS];
};

static bool add(direction *to, int argument, const dnnl_memory_desc_t *layout) {
  to->arguments[to->count] = argument;
  return dnnl_memory_create(&to->memories[to->count++], layout, hb_engine(), NULL) ==
         dnnl_success;
}

// The weights' place in a direction: memory of its own, and a way to or from ours.
static bool add_weights(
    direction *to, int argument, const dnnl_memory_desc_t *packed,
    const dnnl_memory_desc_t *plain, bool inward) {
  dnnl_primitive_desc_t copying = NULL;
  to->packed = hb_allocate(dnnl_memory_desc_get_size(packed));
  bool good = to->packed && add(to, argument, packed) &&
              dnnl_memory_set_data_handle(to->memories[to->count - 1], to->packed) ==
                  dnnl_success &&
              dnnl_memory_create(&to->plain_memory, plain, hb_engine(), NULL) == dnnl_success &&
              dnnl_reorder_primitive_desc_create(
                  &copying, inward ? plain : packed, hb_engine(), inward ? packed : plain,
                  hb_engine(), NULL) == dnnl_success &&
              dnnl_primitive_create(&to->reorder, copying) == dnnl_success;
  if (copying) dnnl_primitive_desc_destroy(copying);
  to->packed_memory = to->memories[to->count - 1];
  return good;
}

static const dnnl_memory_desc_t *chosen(const direction *of, dnnl_query_t what, int index) {
  return dnnl_primitive_desc_query_md(of->description, what, index);
}

static bool prepare(
    hb_learning_convolution *made, const hb_layouts *laid, const dnnl_memory_desc_t *plain) {
  const dnnl_alg_kind_t direct = dnnl_convolution_direct;
  dnnl_convolution_desc_t said[DIRECTIONS];
  hb_layouts learned = *laid;
  // The weights' gradient is float32 whatever the activations are.
  learned.weights.data_type = dnnl_f32;
  bool good =
      dnnl_dilated_convolution_forward_desc_init(
          &said[FORWARD], dnnl_forward_training, direct, &laid->source, &laid->weights,
          &laid->bias, &laid->destination, laid->strides, laid->dilates, laid->before,
          laid->after) == dnnl_success &&
      dnnl_dilated_convolution_backward_data_desc_init(
          &said[BACK], direct, &laid->source, &laid->weights, &laid->destination, laid->strides,
          laid->dilates, laid->before, laid->after) == dnnl_success &&
      dnnl_dilated_convolution_backward_weights_desc_init(
          &said[LEARN], direct, &laid->source, &learned.weights, NULL, &laid->destination,
          laid->strides, laid->dilates, laid->before, laid->after) == dnnl_success;
  for (int way = 0; good && way < DIRECTIONS; way++) {
    direction *to = &made->directions[way];
    const_dnnl_primitive_desc_t hint = way == FORWARD ? NULL : made->directions[0].description;
    good = dnnl_primitive_desc_create(&to->description, &said[way], NULL, hb_engine(), hint) ==
               dnnl_success &&
           dnnl_primitive_create(&to->primitive, to->description) == dnnl_success;
  }
  if (!good) return false;
  direction *forward = &made->directions[FORWARD], *back = &made->directions[BACK];
  direction *learn = &made->directions[LEARN];
  // Weights first: the order of the addresses that `run` is given.
  return add_weights(
             forward, DNNL_ARG_WEIGHTS, chosen(forward, dnnl_query_weights_md, 0), plain, true) &&
         add(forward, DNNL_ARG_SRC, &laid->source) && add(forward, DNNL_ARG_BIAS, &laid->bias) &&
         add(forward, DNNL_ARG_DST, &laid->destination) &&
         add_weights(back, DNNL_ARG_WEIGHTS, chosen(back, dnnl_query_weights_md, 0), plain, true) &&
         add(back, DNNL_ARG_DIFF_DST, &laid->destination) &&
         add(back, DNNL_ARG_DIFF_SRC, &laid->source) &&
         add_weights(
             learn, DNNL_ARG_DIFF_WEIGHTS, chosen(learn, dnnl_query_diff_weights_md, 0), plain,
             false) &&
         add(learn, DNNL_ARG_SRC, &laid->source) &&
         add(learn, DNNL_ARG_DIFF_DST, &laid->destination);
}

// Our own layout of the weights, by how far neighbours are apart.
static bool plain_layout(
    const hb_convolution_spec *spec, bool is_adjoint, dnnl_memory_desc_t *made) {
  dnnl_dims_t sizes = {spec->outputs, spec->inputs, spec->kernel_height, spec->kernel_width};
  const dnnl_dim_t tap = (dnnl_dim_t)spec->outputs * spec->inputs;
  dnnl_dims_t strides = {is_adjoint ? spec->inputs : 1, is_adjoint ? 1 : spec->outputs,
                         tap * spec->kernel_width, tap};
  return dnnl_memory_desc_init_by_strides(made, 4, sizes, dnnl_f32, strides) == dnnl_success;
}

hb_learning_convolution *hb_learning_convolution_create(
    const hb_convolution_spec *spec, bool is_adjoint_of_transposed) {
  hb_layouts laid;
  dnnl_memory_desc_t plain;
  hb_learning_convolution *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  if (hb_engine() && hb_lay_out(spec, &laid) &&
      plain_layout(spec, is_adjoint_of_transposed, &plain) &&
      dnnl_stream_create(&made->stream, hb_engine(), dnnl_stream_default_flags) ==
          dnnl_success &&
      prepare(made, &laid, &plain))
    return made;
  hb_learning_convolution_destroy(made);
  return NULL;
}

void hb_learning_convolution_destroy(hb_learning_convolution *convolution) {
  if (!convolution) return;
  for (int way = 0; way < DIRECTIONS; way++) {
    direction *of = &convolution->directions[way];
    for (int index = 0; index < of->count; index++)
      if (of->memories[index]) dnnl_memory_destroy(of->memories[index]);
    if (of->plain_memory) dnnl_memory_destroy(of->plain_memory);
    if (of->reorder) dnnl_primitive_destroy(of->reorder);
    if (of->primitive) dnnl_primitive_destroy(of->primitive);
    if (of->description) dnnl_primitive_desc_destroy(of->description);
    free(of->packed);
  }
  if (convolution->stream) dnnl_stream_destroy(convolution->stream);
  free(convolution);
}

// Copies the weights between our layout and the direction's.
static bool copy(const hb_learning_convolution *all, const direction *of, bool inward) {
  dnnl_exec_arg_t arguments[2] = {
      {DNNL_ARG_FROM, inward ? of->plain_memory : of->packed_memory},
      {DNNL_ARG_TO, inward ? of->packed_memory : of->plain_memory}};
  return dnnl_primitive_execute(of->reorder, all->stream, 2, arguments) == dnnl_success &&
         dnnl_stream_wait(all->stream) == dnnl_success;
}

// Runs a direction on memories at these addresses, ours for the weights first.
static bool run(hb_learning_convolution *all, int way, void *const *addresses) {
  direction *of = &all->directions[way];
  const bool inward = way != LEARN;
  dnnl_exec_arg_t arguments[MOST];
  bool good = dnnl_memory_set_data_handle(of->plain_memory, addresses[0]) == dnnl_success &&
              (!inward || copy(all, of, true));
  for (int index = 0; good && index < of->count; index++) {
    if (index > 0)
      good = dnnl_memory_set_data_handle(of->memories[index], addresses[index]) == dnnl_success;
    arguments[index] = (dnnl_exec_arg_t){of->arguments[index], of->memories[index]};
  }
  return good &&
         dnnl_primitive_execute(of->primitive, all->stream, of->count, arguments) ==
             dnnl_success &&
         dnnl_stream_wait(all->stream) == dnnl_success && (inward || copy(all, of, false));
}

bool hb_learning_convolution_forward(
    hb_learning_convolution *convolution, const void *source, const float *weights,
    const float *bias, void *target) {
  void *addresses[] = {(void *)weights, (void *)source, (void *)bias, target};
  return run(convolution, FORWARD, addresses);
}

bool hb_learning_convolution_back(
    hb_learning_convolution *convolution, const void *target_gradient, const float *weights,
    void *source_gradient) {
  void *addresses[] = {(void *)weights, (void *)target_gradient, source_gradient};
  return run(convolution, BACK, addresses);
}

bool hb_learning_convolution_learn(
    hb_learning_convolution *convolution, const void *source, const void *target_gradient,
    float *weight_gradient) {
  void *addresses[] = {weight_gradient, (void *)source, (void *)target_gradient};
  return run(convolution, LEARN, addresses);
}
