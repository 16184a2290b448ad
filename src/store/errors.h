// The store's refusals.
#pragma once

#include <span>

#include "base/result.h"

namespace sumi::store::errors {

extern const ErrorDef store_missing, store_exists, store_locked, library_too_old, database_unreadable, database_unwritable, schema_newer, journal_empty,
    evidence_missing, evidence_altered, pack_missing, pack_altered, person_unknown, login_taken, sealed_erased, snapshot_altered, init_broken_off;

[[nodiscard]] std::span<const ErrorDef* const> list();

}  // namespace sumi::store::errors
