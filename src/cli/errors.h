// The command line's own refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::cli::errors {

extern const ErrorDef usage, rulebook_missing, store_not_named, key_not_named, checks_failed, plan_not_eligible, file_stands, case_failed;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::cli::errors
