#include "service/citing.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "service/documents.h"
#include "service/errors.h"

namespace sumi::service {

namespace {

// Hashes that name no document, whatever command they stand in.
constexpr std::array<std::string_view, 18> no_documents{"pack", "manifest", "key", "new_key", "old_key", "public_key", "log_key", "seed", "seed_commitment", "members", "place_key", "commitment",
    "abandoned_root", "kept_root", "signature_r", "signature_s", "minutes", "fingerprint"};

// Documents of the other side: the state compares them with what that side filed.
template <class C> bool of_the_other_side(std::string_view field) {
  if constexpr (std::is_same_v<C, project::RecordValidation> || std::is_same_v<C, project::ValidateChange> || std::is_same_v<C, project::SubmitReport>) return field == "plan";
  if constexpr (std::is_same_v<C, project::RecordVerification>) return field == "trace";
  return false;
}

template <class C> struct Cited {
  std::vector<CitedDocument>& out;
  std::string path = {};

  template <class T> void operator()(Part, const char* name, const T& value) { take(path.empty() ? std::string(name) : path + "." + name, name, value); }

  template <class T> void take(const std::string& at, std::string_view name, const T& value) {
    if constexpr (std::is_same_v<T, Hash>) {
      if (value.is_zero() || of_the_other_side<C>(at) || std::ranges::find(no_documents, name) != no_documents.end()) return;
      out.push_back({at, value, name == "plan" || name == "data_set"});
    } else if constexpr (is_vector<T>::value) {
      for (const auto& one : value) take(at, name, one);
    } else if constexpr (is_optional<T>::value) {
      if (value) take(at, name, *value);
    } else if constexpr (Described<T> && !std::is_same_v<T, Sealed>) {
      Cited inner{out, at};
      T::fields(value, inner);
    }
  }
};

}  // namespace

std::vector<CitedDocument> cited_documents(const scheme::AnyCommand& command) {
  std::vector<CitedDocument> out;
  std::visit(
      [&]<class C>(const C& c) {
        Cited<C> visitor{out};
        C::fields(c, visitor);
      },
      command);
  return out;
}

Result<void> file_cited(const Ledger& ledger, OrganisationNumber giver, std::span<const scheme::AnyCommand> commands) {
  std::set<Hash> own;
  const auto ask = [&](const Hash& hash, const std::string& field) -> Result<std::string> {
    auto bytes = ledger.get_evidence(giver, hash);
    if (!bytes) return fail(errors::document_missing, {{"what", field}, {"hash", hash.to_hex()}});
    own.insert(hash);
    return bytes;
  };
  for (const auto& command : commands) {
    for (const auto& document : cited_documents(command)) {
      SUMI_TRY(const auto bytes, ask(document.hash, document.field));
      if (!document.text) continue;
      for (const Hash& inner : hashes_in(bytes)) {
        // What a plan or data cite may be kept elsewhere than here; only another's is not to be shown through it.
        if (!ledger.get_evidence(giver, inner) && ledger.get_evidence({}, inner)) return fail(errors::document_missing, {{"what", document.field + ": sha256"}, {"hash", inner.to_hex()}});
      }
    }
  }
  for (const Hash& hash : own) {
    SUMI_TRY(const auto bytes, ledger.get_evidence(giver, hash));
    SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, bytes));
  }
  return {};
}

}  // namespace sumi::service
