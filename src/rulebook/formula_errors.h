// The refusals of formulas (200-229), of methodology packs (230-239) and of calculations by them (240-259). Part of the room's list.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::rulebook {

namespace errors {

extern const ErrorDef formula_too_long, formula_character, formula_syntax, formula_number, formula_too_deep, formula_unit_text, formula_name_unknown,
    formula_function_unknown, formula_arguments, formula_rows, formula_kind, formula_places, formula_power, formula_table_unknown,
    formula_column_unknown, formula_table_keys, formula_unit_variable, formula_unit_mismatch, formula_division_unrounded, formula_name_twice,
    formula_recursion, formula_too_many_steps, formula_arithmetic, input_missing;

extern const ErrorDef methodology_reference, methodology_variants,
    methodology_example;

extern const ErrorDef choice_missing, choice_value, input_unknown, input_unit, input_range, input_class, input_value_year, input_twice,
    methodology_check_failed, incidental_choice, trace_syntax, trace_differs;

// What only an author is told (rulebook/authoring.h).
extern const ErrorDef methodology_unused, methodology_example_missing, methodology_option_unknown, methodology_basis, methodology_name,
    methodology_bound, methodology_result, methodology_text_same;

}  // namespace errors

[[nodiscard]] std::span<const ErrorDef* const> formula_errors();

}  // namespace sumi::rulebook
