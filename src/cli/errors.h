// The command line's own refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::cli::errors {

extern const ErrorDef plan_not_supported;
extern const ErrorDef usage, rulebook_missing, store_not_named, key_not_named, checks_failed, plan_not_eligible, file_stands, case_failed;
extern const ErrorDef option_unknown, command_unknown, command_missing, argument_missing, argument_extra, argument_value, number_syntax, login_syntax, methodology_no_formulas, for_missing,
    methodology_unknown, entry_past_end, nothing_asked, pack_not_found, server_local_only, server_and_store, server_as, server_state, server_group, four_eyes_possible, demo_other_kind;

extern const ErrorDef seed_unreadable, sample_differs;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::cli::errors
