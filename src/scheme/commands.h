// Every command of the scheme, with its type number, version and outcome: the vocabulary of the journal. Data only: it needs base,
// and sumi-verify reads it too.
//
// Type numbers are never reused; a changed field list is a new version. `tests/golden/` keeps an entry of every type and version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "project/commands.h"
#include "registry/commands.h"

namespace sumi::scheme {

enum class StoreKind : std::uint8_t { production = 1, demo = 2, training = 3 };
// What a person may do for an organisation. Four eyes compare persons and legal entities.
enum class Role : std::uint8_t {
  administrator = 1,   // of the store: its console
  secretariat = 2,     // 制度事務局
  committee = 3,       // 認証委員会
  verifier = 4,        // 審査機関
  proponent = 5,       // プロジェクト実施者
  account_manager = 6, // 口座担当者
  approver = 7,        // second person of a retirement
  auditor = 8,
  ministry = 9,        // of the authority of a rule pack family
};

struct NoOutcome {
  template <class Self, class V> static void fields(Self&, V&) {}
};
// type 1: the first entry of a store (decision 7).
struct OpenStore {
  using Outcome = NoOutcome;
  Id128 store;
  StoreKind kind = StoreKind::demo;
  Hash log_key;              // Ed25519 public key of the log
  std::string operator_name; // legal name of who runs the store
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "store", s.store);
    v(Part::open, "kind", s.kind);
    v(Part::open, "log_key", s.log_key);
    v(Part::open, "operator_name", s.operator_name);
  }
};
struct OrganisationRegistered {
  OrganisationNumber organisation;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "organisation", s.organisation); }
};
// type 2. A legal entity's name and number are public; natural persons cannot be registered.
struct RegisterOrganisation {
  using Outcome = OrganisationRegistered;
  std::string corporate_number;  // 13 digits; "" for a foreign entity
  std::string name;
  std::string name_kana;
  OrganisationNumber parent;
  OrganisationNumber predecessor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "name", s.name);
    v(Part::open, "name_kana", s.name_kana);
    v(Part::open, "parent", s.parent);
    v(Part::open, "predecessor", s.predecessor);
  }
};
// type 3: names are dated; the old one stays.
struct RenameOrganisation {
  using Outcome = NoOutcome;
  OrganisationNumber organisation;
  std::string name;
  Date from;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "name", s.name);
    v(Part::open, "from", s.from);
  }
};
// type 4
struct Grant {
  using Outcome = NoOutcome;
  PersonId person;
  OrganisationNumber organisation;
  Role role = Role::auditor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
  }
};
// type 5
struct Revoke {
  using Outcome = NoOutcome;
  PersonId person;
  OrganisationNumber organisation;
  Role role = Role::auditor;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "role", s.role);
  }
};
struct RulebookAdopted {
  std::uint32_t adoption = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "adoption", s.adoption); }
};
// type 6: by the family's own authority (decision 8). The manifest covers all packs in force after it.
struct AdoptRulebook {
  using Outcome = RulebookAdopted;
  std::string family;
  std::string edition;
  Hash pack;
  Hash manifest;
  Date effective;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "edition", s.edition);
    v(Part::open, "pack", s.pack);
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "effective", s.effective);
  }
};
struct TimeAdvanced {
  std::vector<RetirementNumber> lapsed;
  std::uint64_t forgotten_keys = 0;  // idempotency keys whose time is over
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "lapsed", s.lapsed);
    v(Part::party, "forgotten_keys", s.forgotten_keys);
  }
};
// type 7: written only when something is due (decision 3). The header's time is the time it advances to.
struct AdvanceTime {
  using Outcome = TimeAdvanced;
  template <class Self, class V> static void fields(Self&, V&) {}
};
// type 8: a key with which an organisation signs outside (a verifier's statement).
struct RegisterKey {
  using Outcome = NoOutcome;
  OrganisationNumber organisation;
  Hash public_key;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "public_key", s.public_key);
  }
};
// Types 9 to 13 are kept for: delegation, rotation of the log's key, rekey, a new epoch after a restore, a counter-entry.
inline constexpr std::uint16_t reserved_types[] = {9, 10, 11, 12, 13};

// The list: type number, version, struct. It is the only place that joins them.
#define SUMI_COMMANDS(X)                     \
  X(1, 1, OpenStore)                         \
  X(2, 1, RegisterOrganisation)              \
  X(3, 1, RenameOrganisation)                \
  X(4, 1, Grant)                             \
  X(5, 1, Revoke)                            \
  X(6, 1, AdoptRulebook)                     \
  X(7, 1, AdvanceTime)                       \
  X(8, 1, RegisterKey)                       \
  X(20, 1, registry::RequestAccount)         \
  X(21, 1, registry::DecideAccount)          \
  X(22, 1, registry::CloseAccount)           \
  X(30, 1, registry::Issue)                  \
  X(40, 1, registry::Transfer)               \
  X(41, 1, registry::RequestRetirement)      \
  X(42, 1, registry::ConfirmRetirement)      \
  X(43, 1, registry::WithdrawRetirement)     \
  X(44, 1, registry::SetLabel)               \
  X(60, 1, project::DraftProject)            \
  X(61, 1, project::RevisePlan)              \
  X(62, 1, project::SubmitForValidation)     \
  X(63, 1, project::RecordValidation)        \
  X(64, 1, project::ApplyForRegistration)    \
  X(65, 1, project::DecideRegistration)      \
  X(66, 1, project::SubmitReport)            \
  X(67, 1, project::RecordVerification)      \
  X(68, 1, project::ApplyForCertification)   \
  X(69, 1, project::DecideCertification)

template <class C> struct CommandType;
#define SUMI_COMMAND_TYPE(number_, version_, Struct)         \
  template <> struct CommandType<Struct> {                   \
    static constexpr std::uint16_t number = number_;         \
    static constexpr std::uint16_t version = version_;       \
    static constexpr std::string_view name = #Struct;        \
  };
SUMI_COMMANDS(SUMI_COMMAND_TYPE)
#undef SUMI_COMMAND_TYPE

// "Transfer", without its room.
template <class C>
[[nodiscard]] constexpr std::string_view command_name() {
  constexpr std::string_view full = CommandType<C>::name;
  constexpr auto colon = full.rfind(':');
  return colon == std::string_view::npos ? full : full.substr(colon + 1);
}

// Calls f(C{}) for the command of that type and version; false if there is none (an unknown entry refuses to open).
template <class F>
bool with_command_type(std::uint16_t type, std::uint16_t version, F&& f) {
#define SUMI_COMMAND_CASE(number_, version_, Struct) \
  if (type == (number_) && version == (version_)) {  \
    f(Struct{});                                     \
    return true;                                     \
  }
  SUMI_COMMANDS(SUMI_COMMAND_CASE)
#undef SUMI_COMMAND_CASE
  return false;
}

// An entry's bodies: the open (public) fields of command and outcome, and the party fields of command and outcome.
template <class C>
void decode_bodies(C& command, typename C::Outcome& outcome, BytesView open_body, BytesView party_body) {
  ByteReader open(open_body);
  PartDecoder od{open, Part::open};
  C::fields(command, od);
  C::Outcome::fields(outcome, od);
  open.expect_end();
  ByteReader party(party_body);
  PartDecoder pd{party, Part::party};
  C::fields(command, pd);
  C::Outcome::fields(outcome, pd);
  party.expect_end();
}

}  // namespace sumi::scheme
