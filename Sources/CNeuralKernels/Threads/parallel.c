#define _GNU_SOURCE
#include "parallel.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "BlockedKernels.h"

// One crew of threads for the process. It works on one loop at a time; who comes while it is busy
// works alone. Nobody waits for a thread that has not begun: where the processor is shared, a thread
// that gets no time is left out, and one that waits sleeps after a moment, so that the processor is
// free for whoever is waited for.
enum { SPIN_NANOSECONDS = 30000, CHECKS_BETWEEN_LOOKS = 16, MOST_THREADS = 1024 };

// The state of the open loop in one word: whether it is open, how many of the crew are inside, how
// many more may come, and its number.
typedef uint64_t loop_state;
#define OPEN ((loop_state)1)
#define ONE_INSIDE ((loop_state)1 << 1)
#define ONE_SEAT ((loop_state)1 << 16)
static inline uint32_t number_of(loop_state state) { return (uint32_t)(state >> 32); }
static inline int seats_of(loop_state state) { return (int)(state >> 16 & 0xffff); }
static inline int inside_of(loop_state state) { return (int)(state >> 1 & 0x7fff); }

static struct {
  _Alignas(64) _Atomic loop_state state;
  _Alignas(64) atomic_long next;
  // The open loop's own, written by its caller before it opens.
  long count, chunk;
  hb_body body;
  const void *context;
  int seats;
  // A caller has the crew.
  _Alignas(64) atomic_bool is_taken;
  // Sleepers: of the crew until a loop opens, and the caller until all have left.
  pthread_mutex_t lock;
  pthread_cond_t opened, left;
  atomic_int crew_asleep;
  atomic_bool is_caller_asleep;
  int hired;
} crew = {.lock = PTHREAD_MUTEX_INITIALIZER,
          .opened = PTHREAD_COND_INITIALIZER,
          .left = PTHREAD_COND_INITIALIZER};

static _Thread_local int threads = 1;
static _Thread_local int place = 0;
static _Thread_local bool is_inside = false;

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static inline void rest(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

// Chunks as they are got to, so that one who is held up holds up little.
static void take_chunks(void) {
  for (;;) {
    long begin = atomic_fetch_add_explicit(&crew.next, crew.chunk, memory_order_relaxed);
    if (begin >= crew.count) return;
    long end = begin + crew.chunk;
    crew.body(crew.context, begin, end < crew.count ? end : crew.count);
  }
}

static bool is_new(loop_state state, uint32_t seen) {
  return state & OPEN && number_of(state) != seen;
}

// The state with a loop other than the one seen last; asleep until there is one.
static loop_state next_loop(uint32_t seen) {
  loop_state state;
  const int64_t patience = now() + SPIN_NANOSECONDS;
  do {
    for (int check = 0; check < CHECKS_BETWEEN_LOOKS; check++) {
      if (is_new(state = atomic_load(&crew.state), seen)) return state;
      rest();
    }
  } while (now() < patience);
  pthread_mutex_lock(&crew.lock);
  atomic_fetch_add(&crew.crew_asleep, 1);
  while (!is_new(state = atomic_load(&crew.state), seen))
    pthread_cond_wait(&crew.opened, &crew.lock);
  atomic_fetch_sub(&crew.crew_asleep, 1);
  pthread_mutex_unlock(&crew.lock);
  return state;
}

static void leave(void) {
  loop_state before = atomic_fetch_sub(&crew.state, ONE_INSIDE);
  if (before & OPEN || inside_of(before) > 1 || !atomic_load(&crew.is_caller_asleep)) return;
  pthread_mutex_lock(&crew.lock);
  pthread_mutex_unlock(&crew.lock);
  pthread_cond_signal(&crew.left);
}

static void *work(void *nothing) {
  hb_openmp_set_threads(1);
  is_inside = true;
  uint32_t seen = 0;
  for (;;) {
    loop_state state = next_loop(seen);
    seen = number_of(state);
    while (state & OPEN && number_of(state) == seen && seats_of(state) > 0) {
      if (!atomic_compare_exchange_weak(&crew.state, &state, state - ONE_SEAT + ONE_INSIDE))
        continue;
      place = crew.seats - seats_of(state) + 1;
      take_chunks();
      leave();
      break;
    }
  }
  return nothing;
}

// Where no more can be had, there are fewer.
static void hire(int wanted) {
  // Signals are for the program's own threads.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (crew.hired < wanted) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0) break;
    pthread_setname_np(thread, "hb kernels");
    pthread_detach(thread);
    crew.hired++;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void open_loop(void) {
  loop_state before = atomic_load(&crew.state);
  loop_state number = (loop_state)(number_of(before) + 1) << 32;
  atomic_store(&crew.state, number | (loop_state)crew.seats * ONE_SEAT | OPEN);
  int asleep = atomic_load(&crew.crew_asleep);
  if (asleep == 0) return;
  pthread_mutex_lock(&crew.lock);
  pthread_mutex_unlock(&crew.lock);
  for (int call = 0; call < asleep && call < crew.seats; call++)
    pthread_cond_signal(&crew.opened);
}

// No one comes any more; waits until all who came have left.
static void close_loop(void) {
  loop_state state = atomic_fetch_and(&crew.state, ~OPEN);
  if (inside_of(state) == 0) return;
  const int64_t patience = now() + SPIN_NANOSECONDS;
  do {
    for (int check = 0; check < CHECKS_BETWEEN_LOOKS; check++) {
      if (inside_of(atomic_load(&crew.state)) == 0) return;
      rest();
    }
  } while (now() < patience);
  pthread_mutex_lock(&crew.lock);
  atomic_store(&crew.is_caller_asleep, true);
  while (inside_of(atomic_load(&crew.state)) > 0) pthread_cond_wait(&crew.left, &crew.lock);
  atomic_store(&crew.is_caller_asleep, false);
  pthread_mutex_unlock(&crew.lock);
}

void hb_parallel(long count, hb_body body, const void *context) {
  if (threads == 1 || count <= 1 || is_inside || atomic_exchange(&crew.is_taken, true)) {
    body(context, 0, count);
    return;
  }
  hire(threads - 1);
  long chunk = count / ((long)threads * 8);
  crew.count = count;
  crew.chunk = chunk > 0 ? chunk : 1;
  crew.body = body;
  crew.context = context;
  crew.seats = threads - 1;
  atomic_store(&crew.next, 0);
  is_inside = true;
  open_loop();
  take_chunks();
  close_loop();
  is_inside = false;
  atomic_store(&crew.is_taken, false);
}

int hb_thread_index(void) { return place; }

void hb_set_threads(int count) {
  threads = count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : count;
  hb_openmp_set_threads(threads);
}

int hb_threads(void) { return threads; }
