#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "codec_shared.h"

// How many bytes the file's buffer begins with; it doubles when it is full.
#define FIRST_CAPACITY 65536u

// Everything that must survive a longjmp, so that no local variable has to. The destination comes
// with it, since libjpeg's own loses track of its buffer when memory runs out.
typedef struct {
  struct jpeg_error_mgr errors;
  struct jpeg_destination_mgr destination;
  struct jpeg_compress_struct info;
  jmp_buf jump;
  ci_status status;
  ci_bytes out;
  size_t capacity;
} jpeg_writing;

static void fail(jpeg_writing *work, ci_status status) {
  work->status = status;
  longjmp(work->jump, 1);
}

static void on_error(j_common_ptr info) {
  int code = info->err->msg_code;
  fail(info->client_data, code == JERR_IMAGE_TOO_BIG ? ci_oversized : ci_exhausted);
}

static void on_message(j_common_ptr info, int level) {
  (void)info;
  (void)level;
}

static void grow(jpeg_writing *work) {
  size_t capacity = work->capacity == 0 ? FIRST_CAPACITY : 2 * work->capacity;
  uint8_t *grown = realloc(work->out.bytes, capacity);
  if (grown == NULL) fail(work, ci_exhausted);
  work->out.bytes = grown;
  work->destination.next_output_byte = grown + work->capacity;
  work->destination.free_in_buffer = capacity - work->capacity;
  work->capacity = capacity;
}

static void begin_output(j_compress_ptr info) { grow(info->client_data); }

static boolean on_full(j_compress_ptr info) {
  // The library calls this with the whole buffer written, whatever the count says.
  grow(info->client_data);
  return TRUE;
}

static void end_output(j_compress_ptr info) {
  jpeg_writing *work = info->client_data;
  work->out.length = work->capacity - work->destination.free_in_buffer;
}

static void encode(jpeg_writing *work, const uint8_t *samples, ci_size size, int quality) {
  struct jpeg_compress_struct *info = &work->info;
  info->dest = &work->destination;
  info->image_width = size.width;
  info->image_height = size.height;
  info->input_components = 3;
  info->in_color_space = JCS_RGB;
  jpeg_set_defaults(info);
  jpeg_set_quality(info, quality, TRUE);
  info->dct_method = JDCT_ISLOW;
  info->optimize_coding = TRUE;
  for (int component = 0; component < info->num_components; component++) {
    info->comp_info[component].h_samp_factor = 1;
    info->comp_info[component].v_samp_factor = 1;
  }
  jpeg_start_compress(info, TRUE);
  size_t stride = (size_t)size.width * 3;
  while (info->next_scanline < info->image_height) {
    // libjpeg reads the row and does not change it.
    JSAMPROW row = (JSAMPROW)(samples + info->next_scanline * stride);
    jpeg_write_scanlines(info, &row, 1);
  }
  jpeg_finish_compress(info);
}

ci_status ci_jpeg_encode(const uint8_t *samples, ci_size size, int quality, ci_bytes *out) {
  jpeg_writing work;
  memset(&work, 0, sizeof work);
  work.info.err = jpeg_std_error(&work.errors);
  work.info.client_data = &work;
  work.errors.error_exit = on_error;
  work.errors.emit_message = on_message;
  work.destination.init_destination = begin_output;
  work.destination.empty_output_buffer = on_full;
  work.destination.term_destination = end_output;
  if (setjmp(work.jump) == 0) {
    jpeg_create_compress(&work.info);
    encode(&work, samples, size, quality);
    work.status = ci_ok;
  }
  jpeg_destroy_compress(&work.info);
  if (work.status != ci_ok) ci_bytes_free(&work.out);
  *out = work.out;
  return work.status;
}
