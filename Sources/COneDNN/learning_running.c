// Running convolutions that learn: a batch in slots, on our own threads.
#include <stdatomic.h>
#include <string.h>

#include "learning.h"
#include "parallel.h"

size_t hb_learning_working_bytes(const hb_learning_convolution *convolution) {
  size_t most = 0;
  for (int way = 0; way < DIRECTIONS; way++) {
    size_t bytes = convolution->directions[way].working_bytes;
    most = bytes > most ? bytes : most;
  }
  return most;
}

// A slot's gradient, and one image's where a slot has several.
static size_t gradient_bytes(const hb_learning_convolution *all) {
  return all->directions[LEARN].packed_bytes * (all->images > all->slots ? 2 : 1);
}

size_t hb_learning_convolution_scratch(const hb_learning_convolution *convolution) {
  return (size_t)convolution->slots *
         (hb_learning_working_bytes(convolution) + gradient_bytes(convolution));
}

typedef struct {
  hb_learning_convolution *all;
  direction *of;
  // Of each argument; of the weights only where they are packed already.
  char *const *addresses;
  char *working, *gradients;
  atomic_bool *has_failed;
} running;

static bool run_image(const running *job, int slot, long image, void *weights) {
  direction *of = job->of;
  dnnl_memory_t *memories = of->memories[slot];
  dnnl_exec_arg_t arguments[MOST + 1];
  char *working = job->working + (size_t)slot * hb_learning_working_bytes(job->all);
  bool good = dnnl_memory_set_data_handle(memories[MOST], working) == dnnl_success;
  for (int index = 0; good && index < of->count; index++) {
    void *address = index == 0 ? weights : job->addresses[index] + image * of->strides[index];
    good = dnnl_memory_set_data_handle(memories[index], address) == dnnl_success;
    arguments[index] = (dnnl_exec_arg_t){of->arguments[index], memories[index]};
  }
  arguments[of->count] = (dnnl_exec_arg_t){DNNL_ARG_SCRATCHPAD, memories[MOST]};
  return good &&
         dnnl_primitive_execute(
             of->primitive, job->all->streams[slot], of->count + 1, arguments) == dnnl_success &&
         dnnl_stream_wait(job->all->streams[slot]) == dnnl_success;
}

static long first_image(const hb_learning_convolution *all, long slot) {
  return slot * all->images / all->slots;
}

// Work item: one slot of the way forward or back.
static void run_slots(const void *context, long begin, long end) {
  const running *job = context;
  for (long slot = begin; slot < end; slot++) {
    for (long image = first_image(job->all, slot); image < first_image(job->all, slot + 1); image++)
      if (!run_image(job, (int)slot, image, job->addresses[0])) atomic_store(job->has_failed, true);
  }
}

// Work item: one slot's gradient, the sum of its images'.
static void learn_slots(const void *context, long begin, long end) {
  const running *job = context;
  const size_t bytes = job->of->packed_bytes, count = bytes / sizeof(float);
  for (long slot = begin; slot < end; slot++) {
    float *sum = (float *)(job->gradients + (size_t)slot * gradient_bytes(job->all));
    float *own = sum + count;
    const long first = first_image(job->all, slot), last = first_image(job->all, slot + 1);
    for (long image = first; image < last; image++) {
      if (!run_image(job, (int)slot, image, image == first ? sum : own))
        atomic_store(job->has_failed, true);
      if (image > first)
        for (size_t index = 0; index < count; index++) sum[index] += own[index];
    }
  }
}

enum { TOGETHER = 16 };

// Work item: a few numbers of the slots' sum, left in the first slot.
EVERY_PROCESSOR static void add_slots(const void *context, long begin, long end) {
  const running *job = context;
  float *sum = (float *)job->gradients;
  for (int slot = 1; slot < job->all->slots; slot++) {
    const float *own = (const float *)(job->gradients + (size_t)slot * gradient_bytes(job->all));
    for (long index = begin * TOGETHER; index < end * TOGETHER; index++) sum[index] += own[index];
  }
}

// Copies the weights between our layout and the direction's.
static bool copy(hb_learning_convolution *all, direction *of, bool inward) {
  dnnl_exec_arg_t arguments[2] = {{DNNL_ARG_FROM, inward ? of->plain : of->packed},
                                  {DNNL_ARG_TO, inward ? of->packed : of->plain}};
  return dnnl_primitive_execute(of->reorder, all->streams[0], 2, arguments) == dnnl_success &&
         dnnl_stream_wait(all->streams[0]) == dnnl_success;
}

// Runs a direction on memories at these addresses, ours for the weights first.
static bool run(
    hb_learning_convolution *all, int way, const void *const *given, void *scratch) {
  direction *of = &all->directions[way];
  const bool inward = way != LEARN;
  atomic_bool has_failed = false;
  char *addresses[MOST];
  memcpy(addresses, given, sizeof addresses);
  if (inward) addresses[0] = all->weights[way];
  running job = {
      all, of, addresses, scratch,
      (char *)scratch + (size_t)all->slots * hb_learning_working_bytes(all), &has_failed};
  if (all->images > 1) hb_openmp_set_threads(1);
  bool good = dnnl_memory_set_data_handle(of->plain, (void *)given[0]) == dnnl_success &&
              (inward ? copy(all, of, true)
                      : dnnl_memory_set_data_handle(of->packed, job.gradients) == dnnl_success);
  if (good) hb_parallel(all->slots, inward ? run_slots : learn_slots, &job);
  if (good && !inward && all->slots > 1)
    hb_parallel((long)(of->packed_bytes / sizeof(float) / TOGETHER), add_slots, &job);
  good = good && !has_failed && (inward || copy(all, of, false));
  hb_openmp_set_threads(hb_threads());
  return good;
}

bool hb_learning_convolution_forward(
    hb_learning_convolution *convolution, const void *source, const float *weights,
    const float *bias, void *target, void *scratch) {
  const void *addresses[MOST] = {weights, source, bias, target};
  return run(convolution, FORWARD, addresses, scratch);
}

bool hb_learning_convolution_back(
    hb_learning_convolution *convolution, const void *target_gradient, const float *weights,
    void *source_gradient, void *scratch) {
  const void *addresses[MOST] = {weights, target_gradient, source_gradient};
  return run(convolution, BACK, addresses, scratch);
}

bool hb_learning_convolution_learn(
    hb_learning_convolution *convolution, const void *source, const void *target_gradient,
    float *weight_gradient, void *scratch) {
  const void *addresses[MOST] = {weight_gradient, source, target_gradient};
  return run(convolution, LEARN, addresses, scratch);
}
