// Pixels laid out as the operands of products that are summed over pixels.
#ifndef HB_HALF_COPIES_H
#define HB_HALF_COPIES_H

#include <stddef.h>

// Pixels of a block as columns: [pair of pixels][32 channels][2], so many pairs.
void hb_half_pair(const void *pixels, size_t pairs, void *columns);

// Runs of 32 pixels of a block as rows: [run][32 channels][32 pixels].
void hb_half_turn(const void *pixels, size_t runs, void *rows);

// The sum of the pixels of so many runs, channel by channel.
void hb_half_sum(const void *pixels, size_t runs, float *sum);

#endif
