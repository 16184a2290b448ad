// The numbered list of scenario's refusals: what a script can be wrong in (1-29), and what a played line can show (30-49).
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::scenario::errors {

extern const ErrorDef script_too_large, script_encoding, text_not_closed, bracket_not_closed, unexpected, too_deep, verb_unknown, argument_count,
    key_unknown, key_twice, result_syntax, refusal_unknown, name_syntax, part_twice, part_unknown, case_twice, include_depth, case_in_include,
    group_nesting, value_unknown, name_unknown, name_taken, nothing_to_name, command_unknown, row_unknown, field_unknown, steps_exhausted,
    given_store, no_calculation, refused_instead, accepted_instead, refused_otherwise, not_repeated, differs, invariant, refusal_changed_state, opened_already;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::scenario::errors
