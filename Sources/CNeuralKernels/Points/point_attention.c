// Cells that read points.
#include "point_attention.h"

#include "parallel.h"

// Points in whole blocks, so that every row of them begins at a vector.
static size_t stride_of(const hb_point_attention *shape) {
  return in_whole((size_t)shape->points.count, LANES);
}

static size_t channels_of(const hb_point_attention *shape) {
  return in_whole((size_t)shape->size, CELLS);
}

// Floats for the points of one image.
static size_t points_size(const hb_point_attention *shape) {
  return stride_of(shape) * (5 + (size_t)shape->heads * channels_of(shape));
}

// Floats for a tile's queries and weights.
static size_t tile_size(const hb_point_attention *shape) {
  return CELLS * (channels_of(shape) + 1 + stride_of(shape));
}

static size_t table_bytes(const hb_point_attention *shape) {
  return in_whole((size_t)shape->batch * sizeof(present_points), LANES * sizeof(float));
}

size_t hb_point_attention_bytes(const hb_point_attention *shape, int threads, size_t more) {
  const size_t floats = in_whole((size_t)shape->heads, LANES) +
                        (size_t)shape->batch * points_size(shape) +
                        (size_t)threads * (tile_size(shape) + more);
  return table_bytes(shape) + floats * sizeof(float);
}

// Work item: one image. Gathers its points that are there.
EVERY_PROCESSOR static void gather(const void *context, long begin, long end) {
  const point_attention *job = context;
  const hb_points *points = &job->shape->points;
  for (long image = begin; image < end; image++) {
    present_points *present = &job->present[image];
    int count = 0;
    for (int point = 0; point < points->count; point++)
      if (is_there(points, image, point)) present->places[count++] = point;
    present->count = count;
    const int whole = (int)in_whole((size_t)count, QUAD);
    float *const rows[] = {present->rows, present->columns, present->first, present->second};
    for (int channel = POINT_ROW; channel <= POINT_SECOND; channel++) {
      const float *from = channel_of_points(points, image, channel);
      for (int point = 0; point < whole; point++)
        rows[channel][point] = point < count ? from[present->places[point]] : 0;
    }
    const size_t size = (size_t)job->shape->size;
    for (size_t head = 0; head < (size_t)job->shape->heads; head++) {
      for (size_t channel = 0; channel < size; channel++) {
        float *to = present->keys + (head * job->channels + channel) * job->stride;
        const size_t row = ((size_t)image * job->shape->heads + head) * size + channel;
        const float *from = job->keys + row * (size_t)points->count;
        for (int point = 0; point < whole; point++)
          to[point] = point < count ? from[present->places[point]] : 0;
      }
    }
  }
}

point_attention hb_open_point_attention(
    const hb_point_attention *shape, const float *queries, const float *keys, const float *null,
    const float *distance, void *scratch, size_t more) {
  point_attention job = {
      .shape = shape,
      .queries = queries,
      .keys = keys,
      .null = null,
      .channels = channels_of(shape),
      .stride = stride_of(shape),
      .present = scratch,
      .room_size = tile_size(shape) + more};
  job.falloffs = (float *)((char *)scratch + table_bytes(shape));
  for (int head = 0; head < shape->heads; head++) {
    // 10·softplus.
    const double x = (double)distance[head];
    job.falloffs[head] = (float)(10 * ((x > 0 ? x : 0) + log1p(exp(-fabs(x)))));
  }
  float *room = job.falloffs + in_whole((size_t)shape->heads, LANES);
  for (int image = 0; image < shape->batch; image++, room += points_size(shape))
    job.present[image] = (present_points){
        .places = (int *)room,
        .rows = room + job.stride,
        .columns = room + 2 * job.stride,
        .first = room + 3 * job.stride,
        .second = room + 4 * job.stride,
        .keys = room + 5 * job.stride};
  job.rooms = room;
  hb_parallel(shape->batch, gather, &job);
  return job;
}

static size_t tiles_of(const hb_point_attention *shape) {
  return (cells_of(shape) + CELLS - 1) / CELLS;
}

// Work item: one tile of one head of one image.
EVERY_PROCESSOR static void attend(const void *context, long begin, long end) {
  const point_attention *job = context;
  const size_t cells = cells_of(job->shape), tiles = tiles_of(job->shape);
  float *room = job->rooms + (size_t)hb_thread_index() * job->room_size;
  for (size_t item = (size_t)begin; item < (size_t)end; item++) {
    const cell_tile tile = tile_of(job, item / tiles, item % tiles * CELLS, room);
    weight_sums sums;
    weigh(&sums, job, &tile);
    wide results[3];
    EACH_PART {
      results[0][part] = sums.first[part] / sums.all[part];
      results[1][part] = sums.second[part] / sums.all[part];
      results[2][part] = sums.points[part] / sums.all[part];
    }
    write_rows(
        (const float *)results, job->target + 3 * tile.head_of_all * cells + tile.first, 3, cells,
        tile.count, false);
  }
}

size_t hb_point_attention_scratch(const hb_point_attention *shape, int threads) {
  return hb_point_attention_bytes(shape, threads, 0);
}

void hb_attend_points(
    const hb_point_attention *shape, const float *queries, const float *keys, const float *null,
    const float *distance, float *target, void *scratch) {
  point_attention job =
      hb_open_point_attention(shape, queries, keys, null, distance, scratch, 0);
  job.target = target;
  hb_parallel((long)shape->batch * shape->heads * (long)tiles_of(shape), attend, &job);
}
