// Loops on several threads of our own, and the count of those that oneDNN has.
#ifndef HB_PARALLEL_H
#define HB_PARALLEL_H

// One body, compiled for each kind of processor and chosen when the program starts.
#define EVERY_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))

typedef void (*hb_body)(const void *context, long begin, long end);

// Calls `body` for parts of 0..<count, several parts a thread. A loop inside a loop, and one that
// begins while another thread's is under way, runs on the calling thread alone.
void hb_parallel(long count, hb_body body, const void *context);

// The calling thread's number among those of the loop it runs in, from 0.
int hb_thread_index(void);

// What hb_set_threads said last to the calling thread; 1 before.
int hb_threads(void);

// How many threads oneDNN has in the calling thread's calls, for a while: hb_set_threads says it anew.
void hb_openmp_set_threads(int count);

#endif
