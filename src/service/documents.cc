#include "service/documents.h"

#include "base/tree.h"
#include "service/errors.h"

namespace sumi::service {

Result<project::Plan> plan_from(const std::string& bytes, const Hash& hash) {
  project::Plan plan;
  try {
    plan = project::plan_from_bytes({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  } catch (const CodecError&) {
    return fail(errors::document_missing, {{"what", "plan"}, {"hash", hash.to_hex()}});
  }
  return plan;
}

Result<std::string> document(const Ledger& ledger, const Hash& hash, const char* what) {
  auto bytes = ledger.get_evidence({}, hash);
  if (!bytes) return fail(errors::document_missing, {{"what", what}, {"hash", hash.to_hex()}});
  return bytes;
}

// The rulebook that a trace says it was calculated with; zero where it does not say so.
Hash manifest_of(std::string_view trace) {
  constexpr std::string_view key = "\nrulebook\t";
  const auto at = trace.find(key);
  if (at == std::string_view::npos) return {};
  const auto begin = at + key.size();
  return Hash::from_hex(trace.substr(begin, trace.find('\n', begin) - begin)).value_or(Hash{});
}

std::set<Hash> cited_evidence(const project::DataSet& data) {
  constexpr std::string_view prefix = "sha256:";
  std::set<Hash> cited;
  for (const auto& value : data.values) {
    if (!value.evidence.starts_with(prefix)) continue;
    if (const auto hash = Hash::from_hex(std::string_view(value.evidence).substr(prefix.size()))) cited.insert(*hash);
  }
  return cited;
}

std::set<Hash> hashes_in(std::string_view text) {
  constexpr std::string_view prefix = "sha256:";
  constexpr std::size_t digits = 64;
  std::set<Hash> cited;
  for (auto at = text.find(prefix); at != std::string_view::npos; at = text.find(prefix, at + 1)) {
    if (const auto hash = Hash::from_hex(text.substr(at + prefix.size(), digits))) cited.insert(*hash);
  }
  return cited;
}

}  // namespace sumi::service
