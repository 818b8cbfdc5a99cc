// Rows of one block, adjusted, as floats and with the window's padding: the last few, in a ring, so
// that neighbouring windows share them and need no care for borders.
#ifndef HB_PADDED_ROWS_H
#define HB_PADDED_ROWS_H

#include <stdlib.h>

#include "WindowKernels.h"
#include "lanes.h"

typedef struct {
  const hb_stack *stack;
  const void *source;
  const hb_adjust *adjust;
  const hb_window *window;
  // The block whose rows are here, and its adjustment.
  long block;
  lane_adjust block_adjust;
  int slots;
  // Numbers of a row, and how many pixels of the picture it has.
  size_t length;
  int columns;
  // A row of zeros, then the slots.
  float *memory;
  // The source's row in each slot; -1: none.
  int *held;
  // The rows of the window asked for last.
  const float **window_rows;
} padded_rows;

// Rows for `windows` windows side by side, which may reach beyond the picture's end.
INLINE padded_rows make_rows(
    const hb_stack *stack, const void *source, const hb_adjust *adjust, const hb_window *window,
    int windows) {
  int slots = (window->kernel_height - 1) * window->dilation + 1;
  int columns =
      (windows - 1) * window->stride + (window->kernel_width - 1) * window->dilation + 1;
  int room = columns - window->pad_left;
  padded_rows rows = {
      .stack = stack, .source = source, .adjust = adjust, .window = window, .block = -1,
      .slots = slots, .length = (size_t)columns * stack->block,
      .columns = room < stack->width ? room : stack->width};
  // A multiple of 64 bytes, as aligned_alloc wants it.
  size_t bytes = (rows.length * (size_t)(slots + 1) * sizeof(float) + 63) / 64 * 64;
  rows.memory = aligned_alloc(64, bytes);
  rows.held = malloc((size_t)slots * sizeof(int));
  rows.window_rows = malloc((size_t)window->kernel_height * sizeof(float *));
  if (!rows.memory || !rows.held || !rows.window_rows) abort();
  memset(rows.memory, 0, bytes);
  return rows;
}

INLINE void free_rows(padded_rows *rows) {
  free(rows->memory);
  free(rows->held);
  free(rows->window_rows);
}

INLINE void fill_slot(const padded_rows *rows, int row, int slot, const int B, const bool half) {
  const hb_stack *stack = rows->stack;
  float *to = rows->memory + rows->length * (size_t)(slot + 1) +
              (size_t)rows->window->pad_left * B;
  size_t from = (size_t)rows->block * image_size(stack) + (size_t)row * stack->width * B;
  if (!half && is_identity(rows->adjust)) {
    if (rows->columns > 0)
      memcpy(to, (const float *)rows->source + from, (size_t)rows->columns * B * sizeof(float));
    return;
  }
  for (int column = 0; column < rows->columns; column++) {
    float lanes[MOST_LANES];
    load(lanes, rows->source, from + (size_t)column * B, B, half);
    apply_adjust(lanes, &rows->block_adjust, B);
    memcpy(to + (size_t)column * B, lanes, B * sizeof(float));
  }
}

// One row of block `block` (of all images' blocks); zeros where there is none.
INLINE const float *padded_row(
    padded_rows *rows, long block, int row, const int B, const bool half) {
  if (block != rows->block) {
    rows->block = block;
    rows->block_adjust = adjust_of_block(
        rows->adjust, block / rows->stack->blocks, (int)(block % rows->stack->blocks), B);
    for (int slot = 0; slot < rows->slots; slot++) rows->held[slot] = -1;
  }
  if (row < 0 || row >= rows->stack->height) return rows->memory;
  int slot = row % rows->slots;
  if (rows->held[slot] != row) {
    fill_slot(rows, row, slot, B, half);
    rows->held[slot] = row;
  }
  return rows->memory + rows->length * (size_t)(slot + 1);
}

// The rows of the windows of result row `row`.
INLINE const float *const *rows_of_window(
    padded_rows *rows, long block, int row, const int B, const bool half) {
  const hb_window *window = rows->window;
  for (int tap = 0; tap < window->kernel_height; tap++)
    rows->window_rows[tap] = padded_row(
        rows, block, row * window->stride - window->pad_top + tap * window->dilation, B, half);
  return rows->window_rows;
}

#endif
