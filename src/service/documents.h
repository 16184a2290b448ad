// Documents as they lie in the evidence: read back, and what they cite. Only for this room.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "project/monitoring.h"
#include "service/ledger.h"

namespace sumi::service {

// The inverse of project::plan_bytes(). `hash` is for the refusal (service.document_missing).
Result<project::Plan> plan_from(const std::string& bytes, const Hash& hash);
// From the scheme's own evidence. service.document_missing; `what` is for the refusal.
Result<std::string> document(const Ledger& ledger, const Hash& hash, const char* what);
// The rulebook that a trace says it was calculated with; zero where it does not say so.
[[nodiscard]] Hash manifest_of(std::string_view trace);
// The bills and photographs that data cite by their hash.
[[nodiscard]] std::set<Hash> cited_evidence(const project::DataSet& data);
// The same of any text that writes them as "sha256:" and 64 digits.
[[nodiscard]] std::set<Hash> hashes_in(std::string_view text);

}  // namespace sumi::service
