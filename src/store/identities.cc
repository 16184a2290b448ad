#include "store/identities.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/sha256.h"
#include "store/mails.h"

namespace sumi::store {
namespace {

// "a, b, c" of a row's columns, and how many.
struct Columns {
  std::string names;
  int count = 0;
  template <class T> void operator()(Part, const char* name, const T&) {
    names += (count == 0 ? "" : ", ") + std::string(name);
    ++count;
  }
};
template <class Row>
const Columns& columns_of() {
  static const auto columns = [] {
    Columns c;
    const Row row;
    Row::fields(row, c);
    return c;
  }();
  return columns;
}

struct Binder {
  Statement& statement;
  int index = 0;
  template <class T> void operator()(Part, const char*, const T& v) {
    ++index;
    if constexpr (std::is_same_v<T, std::string>) statement.bind(index, std::string_view(v));
    else if constexpr (std::is_same_v<T, Bytes>) statement.bind(index, BytesView(v));
    else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) statement.bind(index, BytesView(v.bytes));
    else if constexpr (std::is_same_v<T, Instant>) statement.bind(index, v.ms);
    else if constexpr (is_number<T>::value) statement.bind(index, static_cast<std::int64_t>(v.value));
    else statement.bind(index, static_cast<std::int64_t>(v));
  }
};
// A value that does not fit its field is left as it begins: the checksum finds it.
struct Reader {
  const Statement& statement;
  int index = -1;
  template <class T> void operator()(Part, const char*, T& v) {
    ++index;
    if constexpr (std::is_same_v<T, std::string>) {
      v = statement.text(index);
    } else if constexpr (std::is_same_v<T, Bytes>) {
      const auto blob = statement.blob(index);
      v.assign(blob.begin(), blob.end());
    } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
      const auto blob = statement.blob(index);
      if (blob.size() == v.bytes.size()) std::copy(blob.begin(), blob.end(), v.bytes.begin());
    } else if constexpr (std::is_same_v<T, Instant>) {
      v.ms = statement.integer(index);
    } else if constexpr (is_number<T>::value) {
      v.value = static_cast<std::uint64_t>(statement.integer(index));
    } else if constexpr (std::is_same_v<T, bool>) {
      v = statement.integer(index) != 0;
    } else {
      v = static_cast<T>(statement.integer(index));
    }
  }
};

// First 8 bytes of SHA-256 over the table's name and every column.
template <class Row>
Bytes checksum_of(const Row& row) {
  ByteWriter w;
  w.string(Row::table);
  encode_value(w, row);
  const auto hash = sha256(BytesView(w.bytes()));
  return {hash.bytes.begin(), hash.bytes.begin() + 8};
}

template <class Row>
Row read_row(const Statement& statement) {
  Row row;
  Reader reader{statement};
  Row::fields(row, reader);
  return row;
}

void bind_value(Statement& statement, int index, const Identities::Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) statement.bind(index, *n);
  else if (const auto* text = std::get_if<std::string>(&value)) statement.bind(index, std::string_view(*text));
  else statement.bind(index, std::get<BytesView>(value));
}

template <class Row>
Result<std::vector<Row>> rows_of(Statement& select) {
  std::vector<Row> out;
  for (;;) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return out;
    out.push_back(read_row<Row>(select));
  }
}

template <class Row>
Result<void> check_table(Database& database, std::vector<std::string>& findings) {
  const auto& columns = columns_of<Row>();
  auto select = database.prepare("SELECT " + columns.names + ", checksum FROM " + Row::table);
  for (std::size_t place = 1;; ++place) {
    SUMI_TRY(const bool there, select.step());
    if (!there) return {};
    const auto expected = checksum_of(read_row<Row>(select));
    const auto stands = select.blob(columns.count);
    if (!std::equal(expected.begin(), expected.end(), stands.begin(), stands.end())) {
      findings.push_back(std::string("the row of ") + Row::table + " at place " + std::to_string(place) + " has been altered");
    }
  }
}

}  // namespace

std::string_view word_of(SecurityKind kind) {
  static constexpr std::string_view words[] = {"?", "signed_in", "sign_in_failed", "code_failed", "sign_in_slowed", "recovery_code_used", "second_factor_passed", "signed_out", "session_revoked",
      "password_changed", "password_reset_asked", "password_reset_given", "password_set_by_link", "first_start_code", "authenticator_enrolled", "recovery_codes_made", "authenticator_reset_asked",
      "authenticator_reset_approved", "authenticator_reset_refused", "token_made", "token_revoked", "invited", "invitation_accepted", "invitation_revoked", "roles_granted", "handed_over", "shut_out",
      "contact_changed"};
  const auto i = static_cast<std::size_t>(kind);
  return i < std::size(words) ? words[i] : words[0];
}

Result<void> Identities::together(const std::function<Result<void>()>& f) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(database_.execute("BEGIN IMMEDIATE"));
  auto done = f();
  if (done) done = database_.execute("COMMIT");
  if (!done) static_cast<void>(database_.execute("ROLLBACK"));
  return done;
}

template <class Row>
Result<void> Identities::put(const Row& row) {
  const std::lock_guard lock(mutex_);
  const auto& columns = columns_of<Row>();
  std::string places;
  for (int i = 1; i <= columns.count + 1; ++i) places += (i == 1 ? "?" : ", ?") + std::to_string(i);
  auto insert = database_.prepare("INSERT OR REPLACE INTO " + std::string(Row::table) + "(" + columns.names + ", checksum) VALUES (" + places + ")");
  Binder binder{insert};
  Row::fields(row, binder);
  insert.bind(columns.count + 1, BytesView(checksum_of(row)));
  return insert.run();
}

template <class Row>
Result<std::vector<Row>> Identities::all() {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare("SELECT " + columns_of<Row>().names + " FROM " + Row::table);
  return rows_of<Row>(select);
}

template <class Row>
Result<std::vector<Row>> Identities::by(const char* column, const Value& value) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare("SELECT " + columns_of<Row>().names + " FROM " + Row::table + " WHERE " + column + " = ?1");
  bind_value(select, 1, value);
  return rows_of<Row>(select);
}

template <class Row>
Result<std::optional<Row>> Identities::one(const char* column, const Value& value) {
  SUMI_TRY(auto rows, by<Row>(column, value));
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

template <class Row>
Result<void> Identities::remove(const char* column, const Value& value) {
  const std::lock_guard lock(mutex_);
  auto erase = database_.prepare("DELETE FROM " + std::string(Row::table) + " WHERE " + column + " = ?1");
  bind_value(erase, 1, value);
  return erase.run();
}

template <class Row>
Result<void> Identities::remove_below(const char* column, std::int64_t value) {
  const std::lock_guard lock(mutex_);
  auto erase = database_.prepare("DELETE FROM " + std::string(Row::table) + " WHERE " + column + " < ?1");
  erase.bind(1, value);
  return erase.run();
}

template <class Row>
Result<std::uint64_t> Identities::next_id() {
  const std::lock_guard lock(mutex_);
  auto newest = database_.prepare("SELECT coalesce(max(id), 0) + 1 FROM " + std::string(Row::table));
  SUMI_TRY(const bool row, newest.step());
  return row ? static_cast<std::uint64_t>(newest.integer(0)) : 1;
}

Result<void> Identities::log(SecurityRow row) {
  const std::lock_guard lock(mutex_);
  SUMI_TRY(row.id, next_id<SecurityRow>());
  SUMI_CHECK(put(row));
  if (row.id <= limits::security_log_entries_max) return {};
  return remove_below<SecurityRow>("id", static_cast<std::int64_t>(row.id - limits::security_log_entries_max) + 1);
}

Result<std::vector<SecurityRow>> Identities::security_log(std::uint64_t before, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare("SELECT " + columns_of<SecurityRow>().names + " FROM identity_log WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2");
  select.bind(1, static_cast<std::int64_t>(before)).bind(2, static_cast<std::int64_t>(limit));
  return rows_of<SecurityRow>(select);
}

Result<std::vector<RefusalRow>> Identities::refusals(std::uint64_t before, std::size_t limit) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare("SELECT id, time_ms, actor, organisation, command, refusal FROM security_log WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2");
  select.bind(1, static_cast<std::int64_t>(before)).bind(2, static_cast<std::int64_t>(limit));
  std::vector<RefusalRow> out;
  for (;;) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return out;
    RefusalRow r;
    r.id = static_cast<std::uint64_t>(select.integer(0));
    r.time.ms = select.integer(1);
    const auto actor = select.blob(2);
    if (actor.size() == r.actor.bytes.size()) std::copy(actor.begin(), actor.end(), r.actor.bytes.begin());
    r.organisation.value = static_cast<std::uint64_t>(select.integer(3));
    r.command = select.text(4);
    r.refusal = select.text(5);
    out.push_back(std::move(r));
  }
}

Result<std::vector<std::string>> Identities::check() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> findings;
  SUMI_CHECK(check_table<ContactRow>(database_, findings));
  SUMI_CHECK(check_table<CredentialRow>(database_, findings));
  SUMI_CHECK(check_table<AuthenticatorRow>(database_, findings));
  SUMI_CHECK(check_table<RecoveryCodeRow>(database_, findings));
  SUMI_CHECK(check_table<SessionRow>(database_, findings));
  SUMI_CHECK(check_table<DeviceRow>(database_, findings));
  SUMI_CHECK(check_table<ApiTokenRow>(database_, findings));
  SUMI_CHECK(check_table<InvitationRow>(database_, findings));
  SUMI_CHECK(check_table<PasswordResetRow>(database_, findings));
  SUMI_CHECK(check_table<LostAuthenticatorRow>(database_, findings));
  SUMI_CHECK(check_table<SignInCounterRow>(database_, findings));
  SUMI_CHECK(check_table<SecurityRow>(database_, findings));
  SUMI_CHECK(check_table<MailRow>(database_, findings));
  SUMI_CHECK(check_table<MailMarkRow>(database_, findings));
  SUMI_CHECK(drafts().check(findings));
  return findings;
}

// What the service asks of each.
#define SUMI_ROW(Row)                                                                       \
  template Result<void> Identities::put(const Row&);                                        \
  template Result<std::vector<Row>> Identities::all();                                      \
  template Result<std::vector<Row>> Identities::by(const char*, const Value&);              \
  template Result<std::optional<Row>> Identities::one(const char*, const Value&);           \
  template Result<void> Identities::remove<Row>(const char*, const Value&);                 \
  template Result<void> Identities::remove_below<Row>(const char*, std::int64_t);
SUMI_ROW(ContactRow)
SUMI_ROW(CredentialRow)
SUMI_ROW(AuthenticatorRow)
SUMI_ROW(RecoveryCodeRow)
SUMI_ROW(SessionRow)
SUMI_ROW(DeviceRow)
SUMI_ROW(ApiTokenRow)
SUMI_ROW(InvitationRow)
SUMI_ROW(PasswordResetRow)
SUMI_ROW(LostAuthenticatorRow)
SUMI_ROW(SignInCounterRow)
SUMI_ROW(SecurityRow)
SUMI_ROW(MailRow)
SUMI_ROW(MailMarkRow)
#undef SUMI_ROW
template Result<std::uint64_t> Identities::next_id<ApiTokenRow>();
template Result<std::uint64_t> Identities::next_id<InvitationRow>();
template Result<std::uint64_t> Identities::next_id<MailRow>();
template Result<std::uint64_t> Identities::next_id<LostAuthenticatorRow>();

}  // namespace sumi::store
