// The numbered list of report's refusals: why a paper cannot be drawn.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::report::errors {

extern const ErrorDef font_missing, glyph_missing, text_too_long, table_too_long, code_too_long, not_written;

[[nodiscard]] std::span<const ErrorDef* const> report_errors();

}  // namespace sumi::report::errors
