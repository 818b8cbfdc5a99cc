#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "codec_shared.h"

// A block of 8×8 pixels takes one bit at least: 512 pixels a byte. Four times that leaves room for
// arithmetic coding.
#define MAX_PIXELS_PER_BYTE 2048u
// Passes over the picture that a progressive file may ask for: real ones need about a dozen.
#define MAX_SCANS 500
#define MIN_SCAN_LIMIT 64
#define SCAN_PIXELS 4000000000u
// Samples of a progressive file, all of which are held at two bytes each before any is final: 40
// megapixels in colour.
#define MAX_PROGRESSIVE_SAMPLES 120000000u
#define START_OF_SCAN 0xDA

// Everything that must survive a longjmp, so that no local variable has to.
typedef struct {
  struct jpeg_error_mgr errors;
  struct jpeg_decompress_struct info;
  jmp_buf jump;
  ci_status status;
  ci_reason *reason;
} jpeg_work;

static void fail(jpeg_work *work, ci_status status, const char *text) {
  work->status = status;
  ci_explain(work->reason, text);
  longjmp(work->jump, 1);
}

static ci_status status_of(int code) {
  switch (code) {
    case JERR_OUT_OF_MEMORY:
      return ci_exhausted;
    case JERR_IMAGE_TOO_BIG:
      return ci_oversized;
    case JERR_BAD_PRECISION:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_SOF_UNSUPPORTED:
    case JERR_NOT_COMPILED:
      return ci_unsupported;
    default:
      return ci_damaged;
  }
}

static void on_error(j_common_ptr info) {
  jpeg_work *work = info->client_data;
  char text[JMSG_LENGTH_MAX];
  work->errors.format_message(info, text);
  fail(work, status_of(work->errors.msg_code), text);
}

static void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  switch (info->err->msg_code) {
    // Harmless, and seen in sound photographs.
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_ADOBE_XFORM:
    case JWRN_JFIF_MAJOR:
      return;
    case JWRN_JPEG_EOF:
      fail(info->client_data, ci_damaged, "the file ends early");
      return;
    default:
      on_error(info);
  }
}

// Walks over the markers, so that a file that is cut short, or that asks for very many passes over
// the picture, is refused before any work.
static void check_markers(jpeg_work *work, const uint8_t *file, size_t length, uint64_t max_scans) {
  size_t position = 2;
  uint64_t scans = 0;
  for (;;) {
    if (position >= length) break;
    const uint8_t *mark = memchr(file + position, 0xFF, length - position);
    if (mark == NULL || mark + 1 == file + length) break;
    position = (size_t)(mark - file) + 1;
    uint8_t code = file[position];
    if (code == JPEG_EOI) return;
    if (code == 0xFF) continue;
    position += 1;
    // No segment follows: a stuffed byte of the data, a restart, a start, or a private marker.
    if (code <= 0x01 || (code >= JPEG_RST0 && code <= JPEG_RST0 + 8)) continue;
    if (code == START_OF_SCAN && ++scans > max_scans) {
      fail(work, ci_damaged, "it asks for too many passes over the picture");
    }
    if (length - position < 2) break;
    position += (size_t)file[position] << 8 | file[position + 1];
  }
  fail(work, ci_damaged, "the file ends early");
}

// The passes allowed over a picture: the fewer, the larger it is.
static uint64_t scan_limit(ci_size size) {
  uint64_t scans = SCAN_PIXELS / ((uint64_t)size.width * size.height);
  return scans > MAX_SCANS ? MAX_SCANS : scans < MIN_SCAN_LIMIT ? MIN_SCAN_LIMIT : scans;
}

static void begin(jpeg_work *work, const uint8_t *file, size_t length) {
  jpeg_create_decompress(&work->info);
  work->info.client_data = work;
  jpeg_mem_src(&work->info, file, length);
  jpeg_read_header(&work->info, TRUE);
}

static void prepare(jpeg_work *work, ci_reason *reason) {
  memset(work, 0, sizeof *work);
  work->reason = reason;
  work->info.err = jpeg_std_error(&work->errors);
  work->info.client_data = work;
  work->errors.error_exit = on_error;
  work->errors.emit_message = on_message;
}

ci_status ci_jpeg_header(const uint8_t *file, size_t length, ci_size *size, ci_reason *reason) {
  jpeg_work work;
  volatile uint64_t samples = 0;
  prepare(&work, reason);
  if (setjmp(work.jump) == 0) {
    begin(&work, file, length);
    work.status = ci_ok;
    samples = jpeg_has_multiple_scans(&work.info)
                  ? (uint64_t)work.info.image_width * work.info.image_height * work.info.num_components
                  : 0;
  }
  size->width = work.info.image_width;
  size->height = work.info.image_height;
  jpeg_destroy_decompress(&work.info);
  if (work.status != ci_ok) return work.status;

  ci_status status = ci_check_size(*size, reason);
  if (status != ci_ok) return status;
  if ((uint64_t)size->width * size->height > (uint64_t)length * MAX_PIXELS_PER_BYTE) {
    ci_explain(reason, "it is too short for the size its header gives");
    return ci_damaged;
  }
  return samples > MAX_PROGRESSIVE_SAMPLES ? ci_oversized : ci_ok;
}

// Rounded a × b / 255.
static uint32_t scaled(uint32_t a, uint32_t b) { return (a * b + 127) / 255; }

// Adobe's inverted CMYK, which is how every CMYK file is taken, to RGB.
static void convert_row(const uint8_t *cmyk, uint8_t *rgb, uint32_t width) {
  for (uint32_t x = 0; x < width; x++, cmyk += 4, rgb += 3) {
    uint32_t light = cmyk[3];
    for (int channel = 0; channel < 3; channel++) {
      rgb[channel] = (uint8_t)(light - scaled(255u - cmyk[channel], light));
    }
  }
}

static void choose_output(jpeg_work *work) {
  switch (work->info.jpeg_color_space) {
    case JCS_GRAYSCALE:
    case JCS_YCbCr:
    case JCS_RGB:
      work->info.out_color_space = JCS_RGB;
      return;
    case JCS_CMYK:
    case JCS_YCCK:
      work->info.out_color_space = JCS_CMYK;
      return;
    default:
      fail(work, ci_unsupported, "its colours are of an unknown kind");
  }
}

static void decode(jpeg_work *work, ci_size size, uint8_t *pixels) {
  struct jpeg_decompress_struct *info = &work->info;
  choose_output(work);
  jpeg_start_decompress(info);
  if (info->output_width != size.width || info->output_height != size.height) {
    fail(work, ci_damaged, "it has two headers");
  }

  size_t stride = (size_t)size.width * 3;
  JSAMPARRAY cmyk = NULL;
  if (info->out_color_space == JCS_CMYK) {
    cmyk = info->mem->alloc_sarray((j_common_ptr)info, JPOOL_IMAGE, size.width * 4, 1);
  }
  while (info->output_scanline < info->output_height) {
    JSAMPROW row = pixels + info->output_scanline * stride;
    jpeg_read_scanlines(info, cmyk != NULL ? cmyk : &row, 1);
    if (cmyk != NULL) convert_row(cmyk[0], row, size.width);
  }
  jpeg_finish_decompress(info);
}

ci_status ci_jpeg_decode(const uint8_t *file, size_t length, ci_size size, uint8_t *pixels,
                         ci_reason *reason) {
  jpeg_work work;
  prepare(&work, reason);
  if (setjmp(work.jump) == 0) {
    check_markers(&work, file, length, scan_limit(size));
    begin(&work, file, length);
    decode(&work, size, pixels);
    work.status = ci_ok;
  }
  jpeg_destroy_decompress(&work.info);
  return work.status;
}

#define CI_TEXT(x) #x
#define CI_EXPANDED(x) CI_TEXT(x)

const char *ci_jpeg_version(void) { return CI_EXPANDED(LIBJPEG_TURBO_VERSION); }
