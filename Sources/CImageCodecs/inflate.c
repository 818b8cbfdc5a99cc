#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "codec_shared.h"

// How many bytes the output begins with room for; it doubles when it is full.
#define FIRST_CAPACITY 4096u

// Makes room behind what is there; 0 where there is none to be had.
static int grow(z_stream *stream, ci_bytes *out, size_t *capacity, size_t limit) {
  size_t wanted = *capacity == 0 ? FIRST_CAPACITY : 2 * *capacity;
  if (wanted > limit) wanted = limit;
  if (wanted == *capacity) return 0;
  uint8_t *grown = realloc(out->bytes, wanted);
  if (grown == NULL) return 0;
  out->bytes = grown;
  stream->next_out = grown + out->length;
  stream->avail_out = (uInt)(wanted - out->length);
  *capacity = wanted;
  return 1;
}

ci_status ci_inflate(const uint8_t *bytes, size_t length, size_t limit, ci_bytes *out) {
  *out = (ci_bytes){NULL, 0};
  if (length > UINT32_MAX || limit > UINT32_MAX) return ci_oversized;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit(&stream) != Z_OK) return ci_exhausted;
  stream.next_in = (z_const Bytef *)bytes;
  stream.avail_in = (uInt)length;
  size_t capacity = 0;
  ci_status status = ci_damaged;
  for (;;) {
    if (stream.avail_out == 0 && !grow(&stream, out, &capacity, limit)) {
      status = stream.avail_in == 0 ? ci_damaged : ci_oversized;
      break;
    }
    int code = inflate(&stream, Z_NO_FLUSH);
    out->length = stream.total_out;
    if (code == Z_STREAM_END) {
      status = ci_ok;
      break;
    }
    // The stream is wrong, or ends before its end.
    if (code != Z_OK || (stream.avail_in == 0 && stream.avail_out != 0)) break;
  }
  inflateEnd(&stream);
  if (status != ci_ok) ci_bytes_free(out);
  return status;
}
