// The refusals of claims. A number is never reused.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::claim::errors {

extern const ErrorDef not_eligible, rules_missing, purpose_unknown, serials_unreadable, some_may_not;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::claim::errors
