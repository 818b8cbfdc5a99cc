// Loops on oneDNN's own threads, so that both never compete for the processor.
#ifndef HB_PARALLEL_H
#define HB_PARALLEL_H

typedef void (*hb_body)(const void *context, long begin, long end);

// Calls `body` for parts of 0..<count, several parts a thread.
void hb_parallel(long count, hb_body body, const void *context);

// The calling thread's number among those of the loop it runs in, from 0.
int hb_thread_index(void);

#endif
