// Loops on oneDNN's own threads, so that both never compete for the processor.
#ifndef HB_PARALLEL_H
#define HB_PARALLEL_H

// One body, compiled for each kind of processor and chosen when the program starts.
#define EVERY_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))

typedef void (*hb_body)(const void *context, long begin, long end);

// Calls `body` for parts of 0..<count, several parts a thread.
void hb_parallel(long count, hb_body body, const void *context);

// The calling thread's number among those of the loop it runs in, from 0.
int hb_thread_index(void);

#endif
