// The way back through cells that read points: the weights are computed again.
#include "parallel.h"
#include "point_attention.h"

typedef struct {
  point_attention there;
  const float *gradient;
  hb_contribution queries, keys, null;
  // Of each head of each image: what goes to the negative of its falloff.
  double *nearness;
} attention_back;

// What a room has behind the tile's memory.
typedef struct {
  // A tile's queries, [CELLS][channels]; the gradient of the keys, [points][channels].
  float *turned, *keys;
} back_room;

static size_t back_room_size(const hb_point_attention *shape) {
  const size_t points = in_whole((size_t)shape->points.count, LANES);
  return in_whole((size_t)shape->size, CELLS) * (CELLS + points);
}

INLINE back_room back_room_of(const point_attention *job, float *room) {
  float *turned = room + CELLS * (job->channels + 1 + job->stride);
  return (back_room){turned, turned + CELLS * job->channels};
}

// Makes gradients by the logits of all weights, those of points times the queries' factor.
//
// Returns what goes to the negative of the head's falloff.
INLINE double slope(const attention_back *job, const cell_tile *tile, const weight_sums *sums) {
  const point_attention *there = &job->there;
  const size_t cells = cells_of(there->shape);
  const float factor = 1 / sqrtf((float)there->shape->size);
  wide above[3], near = {0};
  read_rows(
      (float *)above, job->gradient + 3 * tile->head_of_all * cells + tile->first, 3, cells,
      tile->count);
  lanes16 *row = (lanes16 *)tile->weights;
  wide share, mean;
  EACH_PART {
    share[part] = 1 / sums->all[part];
    mean[part] = (above[0][part] * sums->first[part] + above[1][part] * sums->second[part] +
                  above[2][part] * sums->points[part]) *
                 share[part];
    row[part] *= -mean[part] * share[part];
  }
  for (int point = 0; point < tile->points->count; point++) {
    row += PARTS;
    wide distances;
    measure(distances, tile, point);
    EACH_PART {
      const lanes16 given = above[0][part] * tile->points->first[point] +
                            above[1][part] * tile->points->second[point] + above[2][part];
      const lanes16 value = row[part] * share[part] * (given - mean[part]);
      near[part] += value * distances[part];
      row[part] = value * factor;
    }
  }
  // Points that fill up a quad.
  const size_t count = (size_t)tile->points->count, whole = in_whole(count, QUAD);
  memset(tile->weights + (1 + count) * CELLS, 0, (whole - count) * CELLS * sizeof(float));
  double sum = 0;
  for (int cell = 0; cell < CELLS; cell++) sum += (double)near[cell / LANES][cell % LANES];
  return sum;
}

INLINE void return_queries(const attention_back *job, const cell_tile *tile) {
  const point_attention *there = &job->there;
  const size_t cells = cells_of(there->shape);
  const int size = there->shape->size;
  float *target = job->queries.start + tile->head_of_all * (size_t)size * cells + tile->first;
  for (int channel = 0; channel < size; channel += QUAD) {
    wide sums[QUAD] = {0};
    // Rows of keys beyond the head's channels are read and dropped.
    add_products(
        sums, tile->keys + (size_t)channel * there->stride, there->stride, 1,
        tile->weights + CELLS, CELLS, tile->points->count);
    write_rows(
        (const float *)sums, target + (size_t)channel * cells,
        size - channel < QUAD ? size - channel : QUAD, cells, tile->count,
        job->queries.accumulates);
  }
}

INLINE void add_keys(const attention_back *job, const cell_tile *tile, const back_room *room) {
  const size_t channels = job->there.channels;
  const int size = job->there.shape->size;
  for (int cell = 0; cell < CELLS; cell++)
    for (int channel = 0; channel < size; channel++)
      room->turned[(size_t)cell * channels + (size_t)channel] =
          tile->queries[channel * CELLS + cell];
  for (int point = 0; point < tile->points->count; point += QUAD) {
    for (size_t channel = 0; channel < (size_t)size; channel += CELLS) {
      wide sums[QUAD];
      float *target = room->keys + (size_t)point * channels + channel;
      EACH_OF_QUAD memcpy(sums[one], target + (size_t)one * channels, sizeof(wide));
      add_products(
          sums, tile->weights + (1 + point) * CELLS, CELLS, 1, room->turned + channel, channels,
          CELLS);
      EACH_OF_QUAD memcpy(target + (size_t)one * channels, sums[one], sizeof(wide));
    }
  }
}

INLINE void return_keys(
    const attention_back *job, const present_points *points, size_t head_of_all,
    const float *keys) {
  const point_attention *there = &job->there;
  const size_t size = (size_t)there->shape->size, all = (size_t)there->shape->points.count;
  float *target = job->keys.start + head_of_all * size * all;
  if (!job->keys.accumulates) memset(target, 0, size * all * sizeof(float));
  for (int point = 0; point < points->count; point++)
    for (size_t channel = 0; channel < size; channel++)
      target[channel * all + (size_t)points->places[point]] +=
          keys[(size_t)point * there->channels + channel];
}

// Work item: one head of one image, its tiles in order.
EVERY_PROCESSOR static void attend_back(const void *context, long begin, long end) {
  const attention_back *job = context;
  const point_attention *there = &job->there;
  const size_t cells = cells_of(there->shape);
  float *room = there->rooms + (size_t)hb_thread_index() * there->room_size;
  const back_room more = back_room_of(there, room);
  memset(more.turned, 0, CELLS * there->channels * sizeof(float));
  for (size_t head = (size_t)begin; head < (size_t)end; head++) {
    const present_points *points = &there->present[head / (size_t)there->shape->heads];
    const size_t whole = in_whole((size_t)points->count, QUAD);
    memset(more.keys, 0, whole * there->channels * sizeof(float));
    double nearness = 0;
    for (size_t first = 0; first < cells; first += CELLS) {
      const cell_tile tile = tile_of(there, head, first, room);
      weight_sums sums;
      weigh(&sums, there, &tile);
      nearness += slope(job, &tile, &sums);
      if (job->null.start)
        write_rows(
            tile.weights, job->null.start + head * cells + first, 1, cells, tile.count,
            job->null.accumulates);
      if (job->queries.start) return_queries(job, &tile);
      if (job->keys.start) add_keys(job, &tile, &more);
    }
    job->nearness[head] = nearness;
    if (job->keys.start) return_keys(job, points, head, more.keys);
  }
}

// Bytes of the sums of all heads, in whole vectors.
static size_t nearness_bytes(const hb_point_attention *shape) {
  return in_whole((size_t)shape->batch * (size_t)shape->heads * sizeof(double), sizeof(lanes16));
}

size_t hb_point_attention_back_scratch(const hb_point_attention *shape, int threads) {
  return nearness_bytes(shape) +
         hb_point_attention_bytes(shape, threads, back_room_size(shape));
}

void hb_attend_points_back(
    const hb_point_attention *shape, const float *queries, const float *keys, const float *null,
    const float *distance, const float *gradient, hb_contribution query_gradient,
    hb_contribution key_gradient, hb_contribution null_gradient, float *distance_gradient, void *scratch) {
  attention_back job = {
      .there = hb_open_point_attention(
          shape, queries, keys, null, distance, (char *)scratch + nearness_bytes(shape),
          back_room_size(shape)),
      .gradient = gradient,
      .queries = query_gradient,
      .keys = key_gradient,
      .null = null_gradient,
      .nearness = scratch};
  hb_parallel((long)shape->batch * shape->heads, attend_back, &job);
  if (!distance_gradient) return;
  for (int head = 0; head < shape->heads; head++) {
    double sum = 0;
    for (int image = 0; image < shape->batch; image++)
      sum += job.nearness[image * shape->heads + head];
    // The slope of softplus is the sigmoid.
    distance_gradient[head] = (float)(-10 * sum / (1 + exp(-(double)distance[head])));
  }
}
