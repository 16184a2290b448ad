// The numbered list of wire's refusals: what foreign JSON, TOML and values in them can be wrong in.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::wire::errors {

extern const ErrorDef json_too_large, json_syntax, json_too_deep, json_key_twice, unknown_key, wrong_type, integer_range, unknown_word,
    hex_digits, value_syntax, control_character, unknown_name, not_writable, xlsx_protected, xlsx_damaged, xlsx_too_large, xlsx_sheet_unknown;

[[nodiscard]] std::span<const ErrorDef* const> wire_errors();

}  // namespace sumi::wire::errors
