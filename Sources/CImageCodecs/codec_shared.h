// What the two codecs share; not part of the module.
#ifndef CIMAGECODECS_CODEC_SHARED_H
#define CIMAGECODECS_CODEC_SHARED_H

#include "CImageCodecs.h"

/// Writes a reason.
void ci_explain(ci_reason *reason, const char *text);

/// Checks a size against CI_MAX_SIDE and CI_MAX_PIXELS.
ci_status ci_check_size(ci_size size, ci_reason *reason);

#endif
