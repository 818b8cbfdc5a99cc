#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "codec_shared.h"

// Deflate cannot expand by more than 1032; the slack covers small files.
#define MAX_EXPANSION 1040u
#define EXPANSION_SLACK 4096u

// Everything that must survive a longjmp, so that no local variable has to.
typedef struct {
  jmp_buf jump;
  png_structp png;
  png_infop info;
  const uint8_t *file;
  size_t length;
  size_t position;
  ci_bytes out;
  size_t capacity;
  ci_status status;
  ci_reason *reason;
} png_work;

static void fail(png_work *work, ci_status status, const char *text) {
  work->status = status;
  if (work->reason != NULL) ci_explain(work->reason, text);
  longjmp(work->jump, 1);
}

static void on_error(png_structp png, png_const_charp text) {
  fail(png_get_error_ptr(png), ci_damaged, text);
}

static void on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void read_bytes(png_structp png, png_bytep target, size_t count) {
  png_work *work = png_get_io_ptr(png);
  if (count > work->length - work->position) {
    fail(work, ci_damaged, "the file ends early");
  }
  memcpy(target, work->file + work->position, count);
  work->position += count;
}

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

ci_status ci_png_header(const uint8_t *file, size_t length, ci_size *size, ci_reason *reason) {
  // Signature 8, chunk length 4, chunk name 4, then width, height, bit depth, colour type.
  if (length < 26) {
    ci_explain(reason, "the file ends early");
    return ci_damaged;
  }
  if (memcmp(file + 12, "IHDR", 4) != 0) {
    ci_explain(reason, "it has no header chunk");
    return ci_damaged;
  }
  size->width = big_endian(file + 16);
  size->height = big_endian(file + 20);
  ci_status status = ci_check_size(*size, reason);
  if (status != ci_ok) return status;

  static const uint8_t channels[7] = {1, 0, 3, 1, 2, 0, 4};
  uint8_t depth = file[24], color = file[25];
  uint64_t bits = color < 7 ? (uint64_t)channels[color] * depth : 0;
  uint64_t raw = (size->width * bits + 7) / 8 * size->height;
  if (raw > (uint64_t)length * MAX_EXPANSION + EXPANSION_SLACK) {
    ci_explain(reason, "it is too short for the size its header gives");
    return ci_damaged;
  }
  return ci_ok;
}

// Composites a row of RGBA pixels over white in place, rounding to the nearest 8-bit value.
static void flatten_row(png_structp png, png_row_infop row, png_bytep bytes) {
  (void)png;
  const uint8_t *rgba = bytes;
  uint8_t *rgb = bytes;
  for (png_uint_32 x = 0; x < row->width; x++, rgba += 4, rgb += 3) {
    uint32_t alpha = rgba[3], white = 255 * (255 - alpha);
    for (int channel = 0; channel < 3; channel++) {
      rgb[channel] = (uint8_t)((rgba[channel] * alpha + white + 127) / 255);
    }
  }
}

// Walks over the chunks, so that a file that is cut short is refused before any work.
static void check_chunks(png_work *work) {
  size_t position = 8;
  while (work->length - position >= 12) {
    const uint8_t *chunk = work->file + position;
    size_t length = big_endian(chunk);
    if (length > work->length - position - 12) break;
    if (memcmp(chunk + 4, "IEND", 4) == 0) return;
    position += length + 12;
  }
  fail(work, ci_damaged, "the file ends early");
}

static void decode(png_work *work, ci_size size, uint8_t *pixels) {
  png_structp png = work->png;
  png_infop info = work->info;
  check_chunks(work);
  png_set_read_fn(png, work, read_bytes);
  png_set_user_limits(png, CI_MAX_SIDE, CI_MAX_SIDE);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Skip what does not change the samples, such as colour profiles and texts.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(png, info);
  if (png_get_image_width(png, info) != size.width ||
      png_get_image_height(png, info) != size.height) {
    fail(work, ci_damaged, "it has two headers");
  }

  int has_alpha = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                  png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  if (has_alpha) {
    png_set_read_user_transform_fn(png, flatten_row);
    png_set_user_transform_info(png, NULL, 8, 3);
  }
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  size_t stride = (size_t)size.width * 3;
  if (png_get_rowbytes(png, info) != stride) {
    fail(work, ci_unsupported, "its pixels are of an unknown kind");
  }
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < size.height; y++) png_read_row(png, pixels + y * stride, NULL);
  }
  png_read_end(png, info);
}

ci_status ci_png_decode(const uint8_t *file, size_t length, ci_size size, uint8_t *pixels,
                        ci_reason *reason) {
  png_work work = {.file = file, .length = length, .status = ci_exhausted, .reason = reason};
  if (setjmp(work.jump) == 0) {
    work.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &work, on_error, on_warning);
    if (work.png != NULL) work.info = png_create_info_struct(work.png);
    if (work.info != NULL) {
      decode(&work, size, pixels);
      work.status = ci_ok;
    }
  }
  png_destroy_read_struct(&work.png, &work.info, NULL);
  return work.status;
}

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
  png_work *work = png_get_io_ptr(png);
  if (count > work->capacity - work->out.length) {
    size_t capacity = 2 * work->capacity + count;
    uint8_t *grown = realloc(work->out.bytes, capacity);
    if (grown == NULL) fail(work, ci_exhausted, "");
    work->out.bytes = grown;
    work->capacity = capacity;
  }
  memcpy(work->out.bytes + work->out.length, bytes, count);
  work->out.length += count;
}

static void flush_nothing(png_structp png) { (void)png; }

static void encode(png_work *work, const uint8_t *samples, ci_size size, int channels) {
  png_structp png = work->png;
  png_set_write_fn(png, work, write_bytes, flush_nothing);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, work->info, size.width, size.height, 8,
               channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, work->info);
  size_t stride = (size_t)size.width * (size_t)channels;
  for (uint32_t y = 0; y < size.height; y++) png_write_row(png, samples + y * stride);
  png_write_end(png, work->info);
}

ci_status ci_png_encode(const uint8_t *samples, ci_size size, int channels, ci_bytes *out) {
  png_work work = {.status = ci_exhausted};
  if (setjmp(work.jump) == 0) {
    work.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &work, on_error, on_warning);
    if (work.png != NULL) work.info = png_create_info_struct(work.png);
    if (work.info != NULL) {
      encode(&work, samples, size, channels);
      work.status = ci_ok;
    }
  }
  png_destroy_write_struct(&work.png, &work.info);
  if (work.status != ci_ok) ci_bytes_free(&work.out);
  *out = work.out;
  return work.status;
}

const char *ci_png_version(void) { return png_get_libpng_ver(NULL); }
