// The service's refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::service::errors {

extern const ErrorDef ledger_broken, invariant_broken, time_not_allowed, sealed_field_unknown, sealed_too_long, sealed_without_text, entry_unknown_type, entry_undecodable, entry_missing, nothing_to_prove,
    log_key_wrong, as_not_allowed, document_missing;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::service::errors
