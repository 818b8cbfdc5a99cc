// The most multiplications and additions this machine can do: nothing but independent ones, in
// registers.
#include "lanes.h"
#include "parallel.h"

enum { CHAINS = 12, ROUNDS = 4096 };

// The results are stored where the compiler cannot see that nobody reads them.
static volatile float seen;

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx512f"))) static void wide(long rounds) {
  __m512 sums[CHAINS], factor = _mm512_set1_ps(0.999f), term = _mm512_set1_ps(0.001f);
  for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm512_set1_ps((float)chain);
  for (long round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
    for (int chain = 0; chain < CHAINS; chain++)
      sums[chain] = _mm512_fmadd_ps(sums[chain], factor, term);
  }
  for (int chain = 1; chain < CHAINS; chain++) sums[0] = _mm512_add_ps(sums[0], sums[chain]);
  seen = _mm512_reduce_add_ps(sums[0]);
}

__attribute__((target("avx2,fma"))) static void narrow(long rounds) {
  __m256 sums[CHAINS], factor = _mm256_set1_ps(0.999f), term = _mm256_set1_ps(0.001f);
  for (int chain = 0; chain < CHAINS; chain++) sums[chain] = _mm256_set1_ps((float)chain);
  for (long round = 0; round < 2 * rounds; round++) {
#pragma clang loop unroll(full)
    for (int chain = 0; chain < CHAINS; chain++)
      sums[chain] = _mm256_fmadd_ps(sums[chain], factor, term);
  }
  for (int chain = 1; chain < CHAINS; chain++) sums[0] = _mm256_add_ps(sums[0], sums[chain]);
  seen = _mm256_cvtss_f32(sums[0]);
}

static void multiply_and_add(const void *context, long begin, long end) {
  (void)context;
  long rounds = (end - begin) * ROUNDS;
  if (__builtin_cpu_supports("avx512f")) {
    wide(rounds);
  } else if (__builtin_cpu_supports("fma")) {
    narrow(rounds);
  }
}

#else
static void multiply_and_add(const void *context, long begin, long end) {
  (void)context, (void)begin, (void)end;
}
#endif

double hb_multiply_and_add(long items) {
  hb_parallel(items, multiply_and_add, NULL);
  return 2.0 * CHAINS * 16 * ROUNDS * (double)items;
}
