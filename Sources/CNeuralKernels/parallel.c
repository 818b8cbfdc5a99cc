#include "parallel.h"

#include "BlockedKernels.h"

// libgomp's published entry points: what a compiler emits for "#pragma omp parallel". Calling them
// keeps the package free of compiler switches, and the threads are those that oneDNN uses.
extern void GOMP_parallel(void (*function)(void *), void *data, unsigned threads, unsigned flags);
extern int omp_get_thread_num(void);
extern int omp_get_num_threads(void);
extern int omp_get_max_threads(void);
extern void omp_set_num_threads(int);

typedef struct {
  long count;
  hb_body body;
  const void *context;
} loop;

static void part(void *data) {
  const loop *all = data;
  long threads = omp_get_num_threads(), thread = omp_get_thread_num();
  long begin = all->count * thread / threads, end = all->count * (thread + 1) / threads;
  if (begin < end) all->body(all->context, begin, end);
}

void hb_parallel(long count, hb_body body, const void *context) {
  if (omp_get_max_threads() == 1) {
    body(context, 0, count);
    return;
  }
  loop all = {count, body, context};
  GOMP_parallel(part, &all, 0, 0);
}

int hb_thread_index(void) { return omp_get_thread_num(); }

void hb_set_threads(int count) { omp_set_num_threads(count > 0 ? count : 1); }
