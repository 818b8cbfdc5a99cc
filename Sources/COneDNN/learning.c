// Convolutions with weights that change: oneDNN's three directions, and its weights' layout and ours.
#include "learning.h"

#include <stdlib.h>

#include "parallel.h"

static size_t lines(size_t bytes) { return (bytes + 63) / 64 * 64; }

// Adds an argument to every slot, without an address yet.
static bool add(
    const hb_learning_convolution *all, direction *to, int argument,
    const dnnl_memory_desc_t *layout, bool is_shared) {
  int place = to->count++;
  to->arguments[place] = argument;
  to->strides[place] = is_shared ? 0 : dnnl_memory_desc_get_size(layout);
  for (int slot = 0; slot < all->slots; slot++)
    if (dnnl_memory_create(&to->memories[slot][place], layout, hb_engine(), NULL) != dnnl_success)
      return false;
  return true;
}

// The weights' place in a direction, and a way to or from ours.
static bool add_weights(
    hb_learning_convolution *all, int way, int argument, const dnnl_memory_desc_t *plain) {
  direction *to = &all->directions[way];
  const bool inward = way != LEARN;
  const dnnl_memory_desc_t *packed = dnnl_primitive_desc_query_md(
      to->description, inward ? dnnl_query_weights_md : dnnl_query_diff_weights_md, 0);
  dnnl_primitive_desc_t copying = NULL;
  to->packed_bytes = lines(dnnl_memory_desc_get_size(packed));
  if (inward && !(all->weights[way] = hb_allocate(to->packed_bytes))) return false;
  bool good =
      add(all, to, argument, packed, true) &&
      dnnl_memory_create(&to->packed, packed, hb_engine(), all->weights[way]) == dnnl_success &&
      dnnl_memory_create(&to->plain, plain, hb_engine(), NULL) == dnnl_success &&
      dnnl_reorder_primitive_desc_create(
          &copying, inward ? plain : packed, hb_engine(), inward ? packed : plain, hb_engine(),
          NULL) == dnnl_success &&
      dnnl_primitive_create(&to->reorder, copying) == dnnl_success;
  if (copying) dnnl_primitive_desc_destroy(copying);
  return good;
}

static bool add_working_memory(const hb_learning_convolution *all, direction *to) {
  const dnnl_memory_desc_t *layout =
      dnnl_primitive_desc_query_md(to->description, dnnl_query_scratchpad_md, 0);
  to->working_bytes = lines(dnnl_memory_desc_get_size(layout));
  for (int slot = 0; slot < all->slots; slot++)
    if (dnnl_memory_create(&to->memories[slot][MOST], layout, hb_engine(), NULL) != dnnl_success)
      return false;
  return true;
}

// The primitives of all directions. The working memory is ours: oneDNN's own is for one thread.
static bool choose(hb_learning_convolution *made, const hb_layouts *laid) {
  const dnnl_alg_kind_t direct = dnnl_convolution_direct;
  dnnl_convolution_desc_t said[DIRECTIONS];
  dnnl_primitive_attr_t settings = NULL;
  bool good =
      dnnl_primitive_attr_create(&settings) == dnnl_success &&
      dnnl_primitive_attr_set_scratchpad_mode(settings, dnnl_scratchpad_mode_user) ==
          dnnl_success &&
      dnnl_dilated_convolution_forward_desc_init(
          &said[FORWARD], dnnl_forward_training, direct, &laid->source, &laid->weights,
          &laid->bias, &laid->destination, laid->strides, laid->dilates, laid->before,
          laid->after) == dnnl_success &&
      dnnl_dilated_convolution_backward_data_desc_init(
          &said[BACK], direct, &laid->source, &laid->weights, &laid->destination, laid->strides,
          laid->dilates, laid->before, laid->after) == dnnl_success &&
      dnnl_dilated_convolution_backward_weights_desc_init(
          &said[LEARN], direct, &laid->source, &laid->weights, NULL, &laid->destination,
          laid->strides, laid->dilates, laid->before, laid->after) == dnnl_success;
  for (int way = 0; good && way < DIRECTIONS; way++) {
    direction *to = &made->directions[way];
    const_dnnl_primitive_desc_t hint = way == FORWARD ? NULL : made->directions[0].description;
    good = dnnl_primitive_desc_create(
               &to->description, &said[way], settings, hb_engine(), hint) == dnnl_success &&
           dnnl_primitive_create(&to->primitive, to->description) == dnnl_success &&
           add_working_memory(made, to);
  }
  if (settings) dnnl_primitive_attr_destroy(settings);
  return good;
}

static bool prepare(
    hb_learning_convolution *made, const hb_layouts *laid, const dnnl_memory_desc_t *plain) {
  for (int slot = 0; slot < made->slots; slot++)
    if (dnnl_stream_create(&made->streams[slot], hb_engine(), dnnl_stream_default_flags) !=
        dnnl_success)
      return false;
  if (!choose(made, laid)) return false;
  direction *forward = &made->directions[FORWARD], *back = &made->directions[BACK];
  direction *learn = &made->directions[LEARN];
  // Weights first: the order of the addresses that running is given.
  return add_weights(made, FORWARD, DNNL_ARG_WEIGHTS, plain) &&
         add(made, forward, DNNL_ARG_SRC, &laid->source, false) &&
         add(made, forward, DNNL_ARG_BIAS, &laid->bias, true) &&
         add(made, forward, DNNL_ARG_DST, &laid->destination, false) &&
         add_weights(made, BACK, DNNL_ARG_WEIGHTS, plain) &&
         add(made, back, DNNL_ARG_DIFF_DST, &laid->destination, false) &&
         add(made, back, DNNL_ARG_DIFF_SRC, &laid->source, false) &&
         add_weights(made, LEARN, DNNL_ARG_DIFF_WEIGHTS, plain) &&
         add(made, learn, DNNL_ARG_SRC, &laid->source, false) &&
         add(made, learn, DNNL_ARG_DIFF_DST, &laid->destination, false);
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
  hb_learning_convolution *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  hb_convolution_spec part = *spec;
  if (hb_threads() <= spec->batch) part.batch = 1;
  made->images = spec->batch / part.batch;
  made->slots = made->images < SLOTS ? made->images : SLOTS;
  hb_layouts laid;
  dnnl_memory_desc_t plain;
  // oneDNN's primitives are for as many threads as there are when they are made.
  if (made->images > 1) hb_openmp_set_threads(1);
  bool good = hb_engine() && hb_lay_out(&part, &laid) &&
              plain_layout(spec, is_adjoint_of_transposed, &plain) &&
              prepare(made, &laid, &plain);
  hb_openmp_set_threads(hb_threads());
  if (good) return made;
  hb_learning_convolution_destroy(made);
  return NULL;
}

void hb_learning_convolution_destroy(hb_learning_convolution *convolution) {
  if (!convolution) return;
  for (int way = 0; way < DIRECTIONS; way++) {
    direction *of = &convolution->directions[way];
    for (int slot = 0; slot < convolution->slots; slot++)
      for (int index = 0; index <= MOST; index++)
        if (of->memories[slot][index]) dnnl_memory_destroy(of->memories[slot][index]);
    if (of->packed) dnnl_memory_destroy(of->packed);
    if (of->plain) dnnl_memory_destroy(of->plain);
    if (of->reorder) dnnl_primitive_destroy(of->reorder);
    if (of->primitive) dnnl_primitive_destroy(of->primitive);
    if (of->description) dnnl_primitive_desc_destroy(of->description);
    free(convolution->weights[way]);
  }
  for (int slot = 0; slot < convolution->slots; slot++)
    if (convolution->streams[slot]) dnnl_stream_destroy(convolution->streams[slot]);
  free(convolution);
}
