// Decoding and encoding of PNG and JPEG in memory, over libpng, libjpeg-turbo and zlib.
//
// Both libraries report errors by longjmp, which must not cross Swift frames: it begins and ends
// inside these functions. A picture is read in two steps, so that the caller owns the pixels and
// no second copy of them is held: first its header, then its pixels into the caller's memory.
#ifndef CIMAGECODECS_H
#define CIMAGECODECS_H

#include <stddef.h>
#include <stdint.h>

/// The longest side that is decoded, in pixels.
#define CI_MAX_SIDE 65500
/// The most pixels that are decoded.
#define CI_MAX_PIXELS 100000000

/// What became of a call.
typedef enum __attribute__((enum_extensibility(closed))) {
  ci_ok = 0,
  /// The bytes are not a whole, correct picture.
  ci_damaged,
  /// The picture exceeds CI_MAX_SIDE or CI_MAX_PIXELS.
  ci_oversized,
  /// A correct picture of a kind that is not read, such as 12-bit JPEG.
  ci_unsupported,
  /// Memory ran out.
  ci_exhausted
} ci_status;

/// A size in pixels; set once the header could be read, even if the size is refused.
typedef struct {
  uint32_t width;
  uint32_t height;
} ci_size;

/// A block of bytes that `ci_bytes_free` releases.
typedef struct {
  uint8_t *bytes;
  size_t length;
} ci_bytes;

/// A short reason in English, empty if none was given.
typedef struct {
  char text[120];
} ci_reason;

/// Reads the size of a PNG file and checks it against the limits and the length of the file.
ci_status ci_png_header(const uint8_t *file, size_t length, ci_size *size, ci_reason *reason);

/// Decodes a PNG file to 8-bit RGB over white.
///
/// `size` is what `ci_png_header` gave for the same bytes; `pixels` holds height × width × 3 bytes.
/// Nothing but samples is read: what else a file says of its picture is left to the caller.
ci_status ci_png_decode(const uint8_t *file, size_t length, ci_size size, uint8_t *pixels,
                        ci_reason *reason);

/// Reads the size of a JPEG file and checks it against the limits and the length of the file.
ci_status ci_jpeg_header(const uint8_t *file, size_t length, ci_size *size, ci_reason *reason);

/// Decodes a JPEG file to 8-bit RGB; the arguments are those of `ci_png_decode`.
ci_status ci_jpeg_decode(const uint8_t *file, size_t length, ci_size size, uint8_t *pixels,
                         ci_reason *reason);

/// Encodes 8-bit samples as a PNG file: `channels` is 1 (grey) or 3 (RGB).
///
/// The same samples give the same bytes: no time, no text. `out` is freed by the caller.
ci_status ci_png_encode(const uint8_t *samples, ci_size size, int channels, ci_bytes *out);

/// Encodes 8-bit RGB samples as a baseline JPEG file without chroma subsampling.
///
/// `quality` is libjpeg's, 1 to 100. The same samples give the same bytes: no time, no text. `out` is
/// freed by the caller.
ci_status ci_jpeg_encode(const uint8_t *samples, ci_size size, int quality, ci_bytes *out);

/// Inflates a whole zlib stream, as PNG compresses its texts, to at most `limit` bytes.
///
/// Gives ci_damaged for a stream that is wrong or ends early, ci_oversized for one that would give
/// more: no more memory is taken than `limit`. `out` is freed by the caller, and empty unless ci_ok.
ci_status ci_inflate(const uint8_t *bytes, size_t length, size_t limit, ci_bytes *out);

/// Releases a block; an empty block is fine.
void ci_bytes_free(ci_bytes *block);

/// The version of the libpng at hand, such as "1.6.39".
const char *ci_png_version(void);

/// The version of the JPEG library that was compiled against, such as "2.1.5".
const char *ci_jpeg_version(void);

#endif
