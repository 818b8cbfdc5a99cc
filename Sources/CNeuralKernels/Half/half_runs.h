// Runs of pixels that are multiplied together: they cover rows of pixels, which lie `pitch` apart.
//
// A run may go on behind the end of its row, where what it finds does not count. Either every row
// has runs of its own, or runs go on from row to row, whichever takes fewer of them.
#ifndef HB_HALF_RUNS_H
#define HB_HALF_RUNS_H

#include <stdbool.h>

typedef struct {
  int rows, width, pitch;
  // Pixels of a run.
  int length;
  bool by_rows;
  int count;
} half_runs;

static inline half_runs half_runs_of(int rows, int width, int pitch, int length) {
  half_runs runs = {.rows = rows, .width = width, .pitch = pitch, .length = length};
  const int by_rows = rows * ((width + length - 1) / length);
  const int through = ((rows - 1) * pitch + width + length - 1) / length;
  runs.by_rows = by_rows <= through;
  runs.count = runs.by_rows ? by_rows : through;
  return runs;
}

// Where a run begins, in pixels.
static inline int half_run_start(const half_runs *runs, int run) {
  if (!runs->by_rows) return run * runs->length;
  const int each = (runs->width + runs->length - 1) / runs->length;
  return run / each * runs->pitch + run % each * runs->length;
}

// The pixels of a run that lie together in one row and count: from pixel `first` of the run on.
typedef struct {
  int first, count, row, column;
} half_stretch;

// The stretch that begins at pixel `first` of the run or, where that does not count, behind it. There
// is none left where its count is 0.
static inline half_stretch half_stretch_from(const half_runs *runs, int run, int first) {
  const int start = half_run_start(runs, run);
  while (first < runs->length) {
    half_stretch stretch = {first, 0, (start + first) / runs->pitch, (start + first) % runs->pitch};
    if (stretch.row >= runs->rows) break;
    // A run of a row of its own ends with it.
    if (runs->by_rows && first > 0) break;
    const int left = runs->length - first, counting = runs->width - stretch.column;
    stretch.count = counting < left ? counting : left;
    if (stretch.count > 0) return stretch;
    first += runs->pitch - stretch.column;
  }
  return (half_stretch){0};
}

#endif
