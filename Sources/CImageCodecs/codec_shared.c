#include "codec_shared.h"

#include <stdio.h>
#include <stdlib.h>

void ci_explain(ci_reason *reason, const char *text) {
  snprintf(reason->text, sizeof reason->text, "%s", text);
}

void ci_bytes_free(ci_bytes *block) {
  free(block->bytes);
  block->bytes = NULL;
  block->length = 0;
}

ci_status ci_check_size(ci_size size, ci_reason *reason) {
  if (size.width == 0 || size.height == 0) {
    ci_explain(reason, "its header says it has no pixels");
    return ci_damaged;
  }
  if (size.width > CI_MAX_SIDE || size.height > CI_MAX_SIDE ||
      (uint64_t)size.width * size.height > CI_MAX_PIXELS) {
    return ci_oversized;
  }
  return ci_ok;
}
