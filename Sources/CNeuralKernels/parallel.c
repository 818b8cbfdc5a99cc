#include "parallel.h"

#include <stdatomic.h>

#include "BlockedKernels.h"

// libgomp's published entry points: what a compiler emits for "#pragma omp parallel". Calling them
// keeps the package free of compiler switches, and the threads are those that oneDNN uses.
extern void GOMP_parallel(void (*function)(void *), void *data, unsigned threads, unsigned flags);
extern int omp_get_thread_num(void);
extern int omp_get_max_threads(void);
extern void omp_set_num_threads(int);

typedef struct {
  long count, chunk;
  hb_body body;
  const void *context;
  atomic_long next;
} loop;

// Threads take chunks as they get to them, so that one that is held up holds up little.
static void part(void *data) {
  loop *all = data;
  for (;;) {
    long begin = atomic_fetch_add_explicit(&all->next, all->chunk, memory_order_relaxed);
    if (begin >= all->count) return;
    long end = begin + all->chunk;
    all->body(all->context, begin, end < all->count ? end : all->count);
  }
}

void hb_parallel(long count, hb_body body, const void *context) {
  long threads = omp_get_max_threads();
  if (threads == 1 || count == 1) {
    body(context, 0, count);
    return;
  }
  long chunk = count / (threads * 8);
  loop all = {.count = count, .chunk = chunk > 0 ? chunk : 1, .body = body, .context = context};
  GOMP_parallel(part, &all, 0, 0);
}

int hb_thread_index(void) { return omp_get_thread_num(); }

void hb_set_threads(int count) { omp_set_num_threads(count > 0 ? count : 1); }
