// The numbered list of the rulebook's refusals: packs (1-49) and look-ups (60-79) here, formulas and methodologies (200-259) in
// formula_errors.h.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::rulebook {

namespace errors {

// Reading packs, in the order in which they are found.
extern const ErrorDef pack_path, pack_archive, pack_file_missing, pack_format, pack_key_unknown, pack_key_missing, pack_value,
    pack_family_twice, table_name_twice, column_name_twice, file_unused, csv_column_missing, csv_column_unused, cell_empty, cell_number,
    cell_unit, cell_date, cell_year, cell_choice, cell_confidence, source_missing, source_unknown, source_twice, validity_missing,
    validity_reversed, row_twice, validity_overlap, validity_gap, correction_nowhere, correction_order, pack_text_empty;

// Look-ups, in their order of precedence.
extern const ErrorDef table_unknown, column_unknown, axis_unknown, key_count, key_unknown, year_needed, no_rule_data, day_needed,
    not_yet_published, low_confidence;

}  // namespace errors

[[nodiscard]] std::span<const ErrorDef* const> rulebook_errors();

}  // namespace sumi::rulebook
