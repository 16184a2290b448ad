// The numbered list of base's refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::errors {

extern const ErrorDef number_syntax, number_too_long, unit_syntax, unit_unknown, unit_mismatch, date_syntax, date_range, fiscal_year_syntax,
    period_syntax, instant_syntax, corporate_number_digits, corporate_number_check, text_encoding, toml_syntax, toml_too_large, toml_too_deep,
    csv_quote, csv_field_too_long, csv_too_many_columns, csv_columns, csv_header_twice, csv_empty, arithmetic_limit, division_by_zero, arithmetic_domain,
    file_missing, file_unreadable, file_unwritable, file_too_large, invariant_broken;

[[nodiscard]] std::span<const ErrorDef* const> base_errors();

}  // namespace sumi::errors
