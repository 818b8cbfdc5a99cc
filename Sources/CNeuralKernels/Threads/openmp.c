#define _GNU_SOURCE
#include "parallel.h"

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

// libgomp's published entry points.
extern void GOMP_parallel(void (*function)(void *), void *data, unsigned threads, unsigned flags);
extern int omp_get_num_procs(void);
extern void omp_set_num_threads(int);

static sem_t is_asleep;

static void nothing(void *unused) {}

static void *sleep_with_a_team(void *unused) {
  GOMP_parallel(nothing, NULL, (unsigned)omp_get_num_procs() + 1, 0);
  sem_post(&is_asleep);
  for (;;) pause();
  return unused;
}

// libgomp's threads wait for each other by spinning for some 20 ms, however many other programs want
// the processor, unless there are more of them than processors: then for a few microseconds (its
// manual on GOMP_SPINCOUNT). So there is a team more, which sleeps. What the user has said about
// waiting is obeyed: libgomp reads it before any code of ours runs.
static void keep_from_spinning(void) {
  if (getenv("GOMP_SPINCOUNT") || getenv("OMP_WAIT_POLICY")) return;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  sem_init(&is_asleep, 0, 0);
  if (pthread_create(&thread, NULL, sleep_with_a_team, NULL) == 0) {
    pthread_setname_np(thread, "hb openmp");
    pthread_detach(thread);
    while (sem_wait(&is_asleep) != 0) continue;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void hb_openmp_set_threads(int count) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  if (count > 1) pthread_once(&once, keep_from_spinning);
  omp_set_num_threads(count);
}
