// What stands in people.db of those who sign in (sql/people/0003.sql): one described row type per table, and a hand that reads and writes them.
//
// It shares the connection of store::People, since the file is locked for one connection; and its lock, so each call is one step for everybody. Every row has a
// checksum over all its columns, which `sumi check` looks at. No rule of signing in is here: src/service/identity.h has them.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/describe.h"
#include "base/id.h"
#include "base/result.h"
#include "store/drafts.h"
#include "store/sqlite.h"

namespace sumi::store {

using SessionId = Number<struct SessionTag>;  // random, below 2^48
using ApiTokenId = Number<struct ApiTokenTag>;
using InvitationId = Number<struct InvitationTag>;
using LostAuthenticatorId = Number<struct LostAuthenticatorTag>;

// The fields are the table's columns, in their order, without `checksum`. An Instant of 0 = not.
struct ContactRow {
  static constexpr const char* table = "contacts";
  PersonId person;
  std::string email;
  std::uint8_t language = 0;  // of sumi::Language
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "email", s.email);
    v(Part::party, "language", s.language);
  }
};
struct CredentialRow {
  static constexpr const char* table = "credentials";
  PersonId person;
  std::string hash;
  Instant changed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "hash", s.hash);
    v(Part::party, "changed_ms", s.changed);
  }
};
struct AuthenticatorRow {
  static constexpr const char* table = "authenticators";
  PersonId person;
  bool pending = false;
  Bytes secret;  // sealed
  Instant made;
  std::int64_t last_step = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "pending", s.pending);
    v(Part::party, "secret", s.secret);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "last_step", s.last_step);
  }
};
struct RecoveryCodeRow {
  static constexpr const char* table = "recovery_codes";
  PersonId person;
  Hash hash;
  Instant used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::party, "hash", s.hash);
    v(Part::party, "used_ms", s.used);
  }
};
struct SessionRow {
  static constexpr const char* table = "sessions";
  SessionId id;
  Hash hash;
  PersonId person;
  Instant made, last_seen, until, second_factor;
  std::string agent;
  Instant revoked;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "hash", s.hash);
    v(Part::party, "person", s.person);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "last_seen_ms", s.last_seen);
    v(Part::party, "until_ms", s.until);
    v(Part::party, "second_factor_ms", s.second_factor);
    v(Part::party, "agent", s.agent);
    v(Part::party, "revoked_ms", s.revoked);
  }
};
struct DeviceRow {
  static constexpr const char* table = "devices";
  Hash hash;
  PersonId person;
  Instant made, last_used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "hash", s.hash);
    v(Part::party, "person", s.person);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "last_used_ms", s.last_used);
  }
};
struct ApiTokenRow {
  static constexpr const char* table = "api_tokens";
  ApiTokenId id;
  Hash hash;
  PersonId person;
  OrganisationNumber organisation;
  std::string name;
  std::string scopes;
  Instant made, until, last_used, revoked;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "hash", s.hash);
    v(Part::party, "person", s.person);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "name", s.name);
    v(Part::party, "scopes", s.scopes);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "until_ms", s.until);
    v(Part::party, "last_used_ms", s.last_used);
    v(Part::party, "revoked_ms", s.revoked);
  }
};
struct InvitationRow {
  static constexpr const char* table = "invitations";
  InvitationId id;
  Hash hash;
  std::string email;
  OrganisationNumber organisation;
  std::string roles;
  PersonId inviter;
  Instant made, until, used;
  PersonId person;
  Instant granted, revoked;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "hash", s.hash);
    v(Part::party, "email", s.email);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "roles", s.roles);
    v(Part::party, "inviter", s.inviter);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "until_ms", s.until);
    v(Part::party, "used_ms", s.used);
    v(Part::party, "person", s.person);
    v(Part::party, "granted_ms", s.granted);
    v(Part::party, "revoked_ms", s.revoked);
  }
};
enum class ResetKind : std::uint8_t { by_mail = 1, by_administrator = 2, first_start = 3 };
struct PasswordResetRow {
  static constexpr const char* table = "password_resets";
  Hash hash;
  PersonId person;
  ResetKind kind = ResetKind::by_mail;
  Instant made, until, used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "hash", s.hash);
    v(Part::party, "person", s.person);
    v(Part::party, "kind", s.kind);
    v(Part::party, "made_ms", s.made);
    v(Part::party, "until_ms", s.until);
    v(Part::party, "used_ms", s.used);
  }
};
struct LostAuthenticatorRow {
  static constexpr const char* table = "lost_authenticators";
  LostAuthenticatorId id;
  PersonId person, asked_by;
  Instant asked, until;
  PersonId decided_by;
  Instant decided;
  bool approved = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "person", s.person);
    v(Part::party, "asked_by", s.asked_by);
    v(Part::party, "asked_ms", s.asked);
    v(Part::party, "until_ms", s.until);
    v(Part::party, "decided_by", s.decided_by);
    v(Part::party, "decided_ms", s.decided);
    v(Part::party, "approved", s.approved);
  }
};
struct SignInCounterRow {
  static constexpr const char* table = "sign_in_counters";
  Hash key;
  std::uint64_t failures = 0;
  Instant last_failure, last_success;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "key", s.key);
    v(Part::party, "failures", s.failures);
    v(Part::party, "last_failure_ms", s.last_failure);
    v(Part::party, "last_success_ms", s.last_success);
  }
};

// The numbers stand in stores: never reused.
enum class SecurityKind : std::uint8_t {
  signed_in = 1,
  sign_in_failed = 2,       // unknown login or wrong password
  code_failed = 3,          // the password was right
  sign_in_slowed = 4,       // not even looked at: too soon after a failure
  recovery_code_used = 5,
  second_factor_passed = 6,
  signed_out = 7,
  session_revoked = 8,
  password_changed = 9,
  password_reset_asked = 10,
  password_reset_given = 11,  // by an administrator
  password_set_by_link = 12,
  first_start_code = 13,
  authenticator_enrolled = 14,
  recovery_codes_made = 15,
  authenticator_reset_asked = 16,
  authenticator_reset_approved = 17,
  authenticator_reset_refused = 18,
  token_made = 19,
  token_revoked = 20,
  invited = 21,
  invitation_accepted = 22,
  invitation_revoked = 23,
  roles_granted = 24,
  handed_over = 25,
  shut_out = 26,
  contact_changed = 27,
};
[[nodiscard]] std::string_view word_of(SecurityKind kind);

struct SecurityRow {
  static constexpr const char* table = "identity_log";
  std::uint64_t id = 0;
  Instant time;
  SecurityKind kind = SecurityKind::signed_in;
  PersonId person, actor;
  std::string detail;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "time_ms", s.time);
    v(Part::party, "kind", s.kind);
    v(Part::party, "person", s.person);
    v(Part::party, "actor", s.actor);
    v(Part::party, "detail", s.detail);
  }
};
// A refused attempt to retire or to decide, as People::log_refusal() wrote it.
struct RefusalRow {
  std::uint64_t id = 0;
  Instant time;
  PersonId actor;
  OrganisationNumber organisation;
  std::string command, refusal;
};

class Identities {
 public:
  // Both are People's and outlive it.
  Identities(Database& database, std::recursive_mutex& mutex) : database_(database), mutex_(mutex) {}

  // All that f writes, or nothing where it fails; nobody else reads or writes meanwhile. Not within itself.
  Result<void> together(const std::function<Result<void>()>& f);

  using Value = std::variant<std::int64_t, std::string, BytesView>;
  static Value value(const Id128& id) { return BytesView(id.bytes); }
  static Value value(const Hash& hash) { return BytesView(hash.bytes); }
  static Value value(const std::string& text) { return text; }
  template <class Tag> static Value value(Number<Tag> n) { return static_cast<std::int64_t>(n.value); }

  // The row takes the place of one with the same key. Durable when it returns (in together(): when that does).
  template <class Row> Result<void> put(const Row& row);
  template <class Row> Result<std::vector<Row>> all();
  // Rows whose column has that value; columns are names out of the table's description, never somebody's text.
  template <class Row> Result<std::vector<Row>> by(const char* column, const Value& value);
  template <class Row> Result<std::optional<Row>> one(const char* column, const Value& value);
  template <class Row> Result<void> remove(const char* column, const Value& value);
  // Rows whose column is a number below that.
  template <class Row> Result<void> remove_below(const char* column, std::int64_t value);
  // One more than the greatest `id`.
  template <class Row> Result<std::uint64_t> next_id();

  // The oldest go beyond limits::security_log_entries_max. `row.id` is given here.
  Result<void> log(SecurityRow row);
  // Newest first, below `before` (0 = from the newest).
  Result<std::vector<SecurityRow>> security_log(std::uint64_t before, std::size_t limit);
  Result<std::vector<RefusalRow>> refusals(std::uint64_t before, std::size_t limit);

  // Of plans, in the same file.
  [[nodiscard]] Drafts drafts() { return {database_, mutex_}; }

  // Every row against its checksum; one sentence per finding.
  Result<std::vector<std::string>> check();

 private:
  Database& database_;
  std::recursive_mutex& mutex_;
};

}  // namespace sumi::store
