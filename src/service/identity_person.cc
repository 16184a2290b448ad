// A person's password, authenticator, recovery codes, address; what an administrator does with them; the first start and the demo.
#include <sodium.h>

#include <algorithm>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "service/identity_demo.h"
#include "service/identity_parts.h"
#include "service/totp.h"

namespace sumi::service {
namespace {

constexpr PersonId nobody{};

bool email_like(std::string_view text) {
  const auto at = text.find('@');
  if (text.empty() || text.size() > limits::email_bytes_max || at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) return false;
  const auto domain = text.substr(at + 1);
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 127 && c != ',' && c != ';' && c != '<' && c != '>' && c != '"' && c != '(' && c != ')' && c != '\\'; });
  return plain && valid_utf8(text) && domain.find('.') != std::string_view::npos && domain.front() != '.' && domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

Unexpected not_administrator() { return fail(errors::administrator_needed, {{"right_ja", "管理者"}, {"right_en", "the administrator"}}); }

}  // namespace

bool email_form(std::string_view text) { return email_like(text); }

// ---- rights asked here ----

Result<void> Identity::sensitive(const Signed& who) {
  if (who.token) return fail(errors::session_only);
  if (!who.second_factor) return fail(errors::second_factor_missing);
  return {};
}

Result<bool> Identity::is_administrator(PersonId person) const {
  bool is = false;
  SUMI_CHECK(parts_->ledger.read([&](const scheme::State& state) { is = state.has_role(person, {}, scheme::Role::administrator); }));
  return is;
}

Result<store::Person> Identity::Parts::known_person(PersonId person) const {
  SUMI_TRY(const auto found, people().person_by_id(person));
  if (!found) return fail(errors::not_here, {{"what_ja", "利用者"}, {"what_en", "user"}, {"number", person.to_hex()}});
  return *found;
}

// ---- passwords ----

Result<void> Identity::Parts::set_password(PersonId person, const std::string& hash) { return rows.put(store::CredentialRow{person, hash, now()}); }

Result<void> Identity::Parts::forget_devices(PersonId person) { return rows.remove<store::DeviceRow>("person", Identities::value(person)); }

Result<std::string> Identity::Parts::make_reset(PersonId person, store::ResetKind kind, std::int64_t lasts_ms) {
  auto token = kind == store::ResetKind::first_start ? random_code(20) : random_token();
  const auto at = now();
  SUMI_CHECK(rows.put(store::PasswordResetRow{hash_of_link(token), person, kind, at, Instant{at.ms + lasts_ms}, {}}));
  return token;
}

Result<void> Identity::Parts::void_resets(PersonId person) { return rows.remove<store::PasswordResetRow>("person", Identities::value(person)); }

Result<void> Identity::change_password(const Signed& who, const std::string& old_password, const std::string& new_password) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(who.person)));
  // Within a session: counted like a code, so that who sits at a stranger's desk cannot try for long.
  SignIn in;
  in.login = who.login;
  in.peer = "session " + std::to_string(who.session.value);
  SUMI_TRY(const auto tried, p.begin_try(in, std::nullopt));
  if (tried.wait_ms > 0) return fail(errors::sign_in_wait, {{"seconds", std::to_string((tried.wait_ms + 999) / 1000)}});
  const auto right = p.hasher.verify(credential ? credential->hash : std::string(), old_password);
  if (!right) {
    SUMI_CHECK(p.withdrawn(tried));
    return fail(right.error());
  }
  if (!*right) {
    SUMI_CHECK(p.log(SecurityKind::sign_in_failed, who.person));
    return fail(errors::sign_in_wrong);
  }
  SUMI_CHECK(p.succeeded(tried));
  SUMI_CHECK(check_password(new_password, who.login, who.name));
  SUMI_TRY(const auto hash, p.hasher.hash(new_password));
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_CHECK(p.set_password(who.person, hash));
    SUMI_CHECK(p.void_resets(who.person));
    SUMI_CHECK(p.forget_devices(who.person));
    return p.log(SecurityKind::password_changed, who.person);
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(who.person, who.session));
  SUMI_CHECK(p.end_tokens(who.person, {}));
  SUMI_TRY(const auto to, contact(who.person));
  p.mail({IdentityMail::Kind::password_changed, to.email, who.name, to.language, {}, {}}, false);
  return {};
}

// A row is written in any case, of nobody where there is no such person: the answer comes after the same work.
Result<void> Identity::ask_password_reset(const std::string& login_or_email, const std::string& peer) {
  auto& p = *parts_;
  const auto at = p.now();
  const auto text = trim(login_or_email);
  const auto key = p.counter_of("resets of", peer);
  bool too_many = false;
  std::vector<std::pair<IdentityMail, PersonId>> out;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(auto count, p.rows.one<store::SignInCounterRow>("key", Identities::value(key)));
    if (!count || at.ms - count->last_success.ms >= limits::hour_ms) count = store::SignInCounterRow{key, 0, at, at};  // last_success: when the hour began
    too_many = ++count->failures > limits::resets_of_peer_max;
    count->last_failure = at;
    SUMI_CHECK(p.rows.put(*count));
    if (too_many) return {};
    std::vector<PersonId> persons;
    const auto by_login = p.people().person(text);
    if (by_login) persons.push_back(by_login->id);
    SUMI_TRY(const auto contacts, p.rows.by<store::ContactRow>("email", Identities::value(text)));
    for (const auto& row : contacts) {
      if (!row.email.empty() && std::find(persons.begin(), persons.end(), row.person) == persons.end()) persons.push_back(row.person);
    }
    if (persons.empty()) persons.push_back(nobody);
    for (const auto& id : persons) {
      SUMI_TRY(const auto person, p.people().person_by_id(id));
      SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(id)));
      SUMI_TRY(const auto to, p.rows.one<store::ContactRow>("person", Identities::value(id)));
      SUMI_TRY(const auto earlier, p.rows.by<store::PasswordResetRow>("person", Identities::value(id)));
      const bool again = std::any_of(earlier.begin(), earlier.end(), [&](const auto& row) { return row.kind == store::ResetKind::by_mail && at.ms - row.made.ms < limits::reset_again_ms; });
      const bool sends = person && credential && to && !to->email.empty() && !again;
      SUMI_TRY(const auto token, p.make_reset(sends ? id : nobody, store::ResetKind::by_mail, p.options.reset_link_ms));
      SUMI_CHECK(p.log(SecurityKind::password_reset_asked, id));
      if (sends) out.push_back({{IdentityMail::Kind::password_reset, to->email, person->name, to->language == 1 ? Language::en : Language::ja, token, Instant{at.ms + p.options.reset_link_ms}}, id});
    }
    return {};
  }));
  if (too_many) return fail(errors::sign_in_wait, {{"seconds", std::to_string(limits::hour_ms / 1000)}});
  for (auto& [mail, id] : out) p.mail(std::move(mail), true);
  return {};
}

Result<std::string> Identity::reset_password_of(const Signed& administrator, PersonId person) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(administrator));
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return not_administrator();
  SUMI_TRY(const auto known, p.known_person(person));
  std::string token;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_CHECK(p.rows.remove<store::CredentialRow>("person", Identities::value(person)));
    SUMI_CHECK(p.void_resets(person));
    SUMI_CHECK(p.forget_devices(person));
    SUMI_TRY(token, p.make_reset(person, store::ResetKind::by_administrator, limits::given_link_ms));
    return p.log(SecurityKind::password_reset_given, person, administrator.person);
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(person));
  SUMI_CHECK(p.end_tokens(person, {}));
  SUMI_TRY(const auto to, contact(person));
  p.mail({IdentityMail::Kind::password_reset, to.email, known.name, to.language, token, Instant{p.now().ms + limits::given_link_ms}}, false);
  return token;
}

Result<std::string> Identity::login_of_reset(const std::string& token) const {
  SUMI_TRY(const auto row, parts_->rows.one<store::PasswordResetRow>("hash", Identities::value(hash_of_link(token))));
  if (!row || row->used.ms != 0 || row->until <= parts_->now() || row->person == nobody) return fail(errors::link_unknown);
  SUMI_TRY(const auto person, parts_->people().person_by_id(row->person));
  if (!person) return fail(errors::link_unknown);
  return person->login;
}

Result<void> Identity::reset_password(const std::string& token, const std::string& new_password) {
  auto& p = *parts_;
  SUMI_TRY(const auto login, login_of_reset(token));
  SUMI_TRY(const auto person, p.people().person(login));
  SUMI_CHECK(check_password(new_password, person.login, person.name));
  SUMI_TRY(const auto hash, p.hasher.hash(new_password));
  const auto link = hash_of_link(token);
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(const auto row, p.rows.one<store::PasswordResetRow>("hash", Identities::value(link)));
    if (!row || row->used.ms != 0 || row->person != person.id) return fail(errors::link_unknown);
    SUMI_CHECK(p.void_resets(person.id));
    SUMI_CHECK(p.set_password(person.id, hash));
    SUMI_CHECK(p.forget_devices(person.id));
    return p.log(SecurityKind::password_set_by_link, person.id);
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(person.id));
  // Whoever had the old password may have made a key of their own.
  SUMI_CHECK(p.end_tokens(person.id, {}));
  SUMI_TRY(const auto to, contact(person.id));
  p.mail({IdentityMail::Kind::password_changed, to.email, person.name, to.language, {}, {}}, false);
  return {};
}

Result<std::optional<std::string>> Identity::first_start_code() {
  auto& p = *parts_;
  std::vector<PersonId> administrators;
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::administrator && !key.organisation) administrators.push_back(key.person);
    }
  }));
  for (const auto& id : administrators) {
    SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(id)));
    if (credential) return std::nullopt;
  }
  if (administrators.empty()) return std::nullopt;
  std::string code;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    for (const auto& id : administrators) SUMI_CHECK(p.void_resets(id));
    SUMI_TRY(code, p.make_reset(administrators.front(), store::ResetKind::first_start, limits::first_start_ms));
    return p.log(SecurityKind::first_start_code, administrators.front());
  }));
  return code;
}

// ---- authenticator ----

Result<Enrolment> Identity::enrol(const Signed& who) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  if (who.enrolled && !who.second_factor) return fail(errors::second_factor_missing);
  Bytes secret(20);  // RFC 4226 4, R6: 160 bits
  randombytes_buf(secret.data(), secret.size());
  SUMI_CHECK(p.rows.put(store::AuthenticatorRow{who.person, true, p.seal(secret), p.now(), 0}));
  std::string issuer = "sumi";
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    if (!state.meta().operator_name.empty()) issuer += " " + state.meta().operator_name;
  }));
  return Enrolment{to_base32(secret), otpauth_uri(issuer, who.login, secret)};
}

namespace {

// Ten new ones in the place of the old ones; within together().
Result<std::vector<std::string>> replace_codes(Identities& rows, PersonId person) {
  SUMI_CHECK(rows.remove<store::RecoveryCodeRow>("person", Identities::value(person)));
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < limits::recovery_codes; ++i) {
    codes.push_back(random_code(16));
    SUMI_CHECK(rows.put(store::RecoveryCodeRow{person, sha256(to_base32(*from_base32(codes.back()))), {}}));
  }
  return codes;
}

}  // namespace

Result<Identity::Enrolled> Identity::confirm_enrolment(const Signed& who, const std::string& code) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  Enrolled out;
  bool replaced = false;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(auto row, p.authenticator(who.person, true));
    if (!row) return fail(errors::enrolment_missing);
    // What stands now, not what the session knew: another session may have set one up meanwhile.
    SUMI_TRY(const auto earlier, p.authenticator(who.person));
    replaced = earlier.has_value();
    if (replaced && !who.second_factor) return fail(errors::second_factor_missing);
    SUMI_TRY(const auto secret, p.unseal(row->secret));
    const auto step = step_of_code(secret, trim(to_half_width(code)), p.now(), row->last_step);
    if (!step) return fail(errors::code_wrong);
    SUMI_CHECK(p.rows.remove<store::AuthenticatorRow>("person", Identities::value(who.person)));
    row->pending = false;
    row->made = p.now();
    row->last_step = *step;
    SUMI_CHECK(p.rows.put(*row));
    SUMI_TRY(out.recovery_codes, replace_codes(p.rows, who.person));
    return p.log(SecurityKind::authenticator_enrolled, who.person);
  }));
  SUMI_TRY(out.session, p.rotate(who));
  SUMI_CHECK(p.refresh(who.person));
  if (replaced) {
    SUMI_TRY(const auto to, contact(who.person));
    p.mail({IdentityMail::Kind::authenticator_replaced, to.email, who.name, to.language, {}, {}}, false);
  }
  return out;
}

Result<std::vector<std::string>> Identity::new_recovery_codes(const Signed& who) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(who));
  std::vector<std::string> codes;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(codes, replace_codes(p.rows, who.person));
    return p.log(SecurityKind::recovery_codes_made, who.person);
  }));
  return codes;
}

Result<std::uint64_t> Identity::recovery_codes_left(PersonId person) const {
  SUMI_TRY(const auto codes, parts_->rows.by<store::RecoveryCodeRow>("person", Identities::value(person)));
  return static_cast<std::uint64_t>(std::count_if(codes.begin(), codes.end(), [](const auto& c) { return c.used.ms == 0; }));
}

Result<LostAuthenticatorId> Identity::ask_authenticator_reset(const Signed& administrator, PersonId person) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(administrator));
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return not_administrator();
  SUMI_TRY([[maybe_unused]] const auto known, p.known_person(person));
  if (administrator.person == person) return fail(errors::four_eyes_same);
  store::LostAuthenticatorRow row;
  const auto at = p.now();
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(const auto earlier, p.rows.by<store::LostAuthenticatorRow>("person", Identities::value(person)));
    for (const auto& e : earlier) {
      if (e.decided.ms == 0 && e.until > at) return fail(errors::lost_request_open);
    }
    SUMI_TRY(row.id.value, p.rows.next_id<store::LostAuthenticatorRow>());
    row.person = person;
    row.asked_by = administrator.person;
    row.asked = at;
    row.until.ms = at.ms + limits::lost_request_ms;
    SUMI_CHECK(p.rows.put(row));
    return p.log(SecurityKind::authenticator_reset_asked, person, administrator.person);
  }));
  return row.id;
}

namespace {

// Open, and of a person that neither asked nor is meant; within together().
Result<store::LostAuthenticatorRow> open_request(Identities& rows, LostAuthenticatorId id, Instant at) {
  SUMI_TRY(const auto row, rows.one<store::LostAuthenticatorRow>("id", Identities::value(id)));
  if (!row || row->decided.ms != 0 || row->until <= at) return fail(errors::not_here, {{"what_ja", "承認を待つ再設定の依頼"}, {"what_en", "request that waits for approval"}, {"number", std::to_string(id.value)}});
  return *row;
}

// Of the store, besides that person; nobody where the ledger cannot be read.
std::vector<PersonId> other_administrators(const Ledger& ledger, PersonId person) {
  std::vector<PersonId> out;
  static_cast<void>(ledger.read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::administrator && !key.organisation && key.person != person) out.push_back(key.person);
    }
  }));
  return out;
}

// Authenticator, recovery codes and password; within together().
Result<void> forget_factors(Identities& rows, PersonId person) {
  SUMI_CHECK(rows.remove<store::AuthenticatorRow>("person", Identities::value(person)));
  SUMI_CHECK(rows.remove<store::RecoveryCodeRow>("person", Identities::value(person)));
  return rows.remove<store::CredentialRow>("person", Identities::value(person));
}

}  // namespace

Result<bool> Identity::four_eyes_possible(PersonId person) const {
  auto& p = *parts_;
  int ready = 0;
  for (const auto& id : other_administrators(p.ledger, person)) {
    SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(id)));
    SUMI_TRY(const auto second, p.authenticator(id));
    ready += credential && second ? 1 : 0;
  }
  return ready >= 2;
}

Result<std::string> Identity::replace_authenticator_at_terminal(PersonId person) {
  auto& p = *parts_;
  SUMI_TRY([[maybe_unused]] const auto known, p.known_person(person));
  // The only administrator: the next start of the server finds nobody with a password and prints a code of its own.
  SUMI_TRY(bool alone, is_administrator(person));
  for (const auto& id : other_administrators(p.ledger, person)) {
    SUMI_TRY(const auto credential, p.rows.one<store::CredentialRow>("person", Identities::value(id)));
    alone = alone && !credential;
  }
  std::string code;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_CHECK(forget_factors(p.rows, person));
    SUMI_CHECK(p.void_resets(person));
    SUMI_CHECK(p.forget_devices(person));
    if (!alone) {
      SUMI_TRY(code, p.make_reset(person, store::ResetKind::first_start, limits::first_start_ms));
    }
    return p.log(SecurityKind::authenticator_reset_approved, person, {}, "terminal");
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(person));
  SUMI_CHECK(p.end_tokens(person, {}));
  return code;
}

Result<std::string> Identity::approve_authenticator_reset(const Signed& administrator, LostAuthenticatorId request) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(administrator));
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return not_administrator();
  store::LostAuthenticatorRow row;
  std::string token;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(row, open_request(p.rows, request, p.now()));
    if (row.asked_by == administrator.person || row.person == administrator.person) return fail(errors::four_eyes_same);
    row.decided_by = administrator.person;
    row.decided = p.now();
    row.approved = true;
    SUMI_CHECK(p.rows.put(row));
    SUMI_CHECK(forget_factors(p.rows, row.person));
    SUMI_CHECK(p.void_resets(row.person));
    SUMI_CHECK(p.forget_devices(row.person));
    SUMI_TRY(token, p.make_reset(row.person, store::ResetKind::by_administrator, limits::given_link_ms));
    return p.log(SecurityKind::authenticator_reset_approved, row.person, administrator.person);
  }));
  SUMI_TRY([[maybe_unused]] const auto ended, p.end_sessions(row.person));
  SUMI_CHECK(p.end_tokens(row.person, {}));
  SUMI_TRY(const auto known, p.known_person(row.person));
  SUMI_TRY(const auto to, contact(row.person));
  p.mail({IdentityMail::Kind::authenticator_replaced, to.email, known.name, to.language, token, Instant{p.now().ms + limits::given_link_ms}}, false);
  return token;
}

Result<void> Identity::refuse_authenticator_reset(const Signed& administrator, LostAuthenticatorId request) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(administrator));
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return not_administrator();
  return p.rows.together([&]() -> Result<void> {
    SUMI_TRY(auto row, open_request(p.rows, request, p.now()));
    row.decided_by = administrator.person;
    row.decided = p.now();
    SUMI_CHECK(p.rows.put(row));
    return p.log(SecurityKind::authenticator_reset_refused, row.person, administrator.person);
  });
}

Result<std::vector<LostAuthenticator>> Identity::lost_authenticators(const Signed& administrator) const {
  SUMI_TRY(const bool is, is_administrator(administrator.person));
  if (!is) return not_administrator();
  SUMI_TRY(const auto all, parts_->rows.all<store::LostAuthenticatorRow>());
  std::vector<LostAuthenticator> out;
  for (const auto& row : all) {
    if (row.decided.ms == 0 && row.until > parts_->now()) out.push_back({row.id, row.person, row.asked_by, {}, row.asked, row.until, {}});
  }
  return out;
}

// ---- address and language ----

Result<Identity::Contact> Identity::contact(PersonId person) const {
  SUMI_TRY(const auto row, parts_->rows.one<store::ContactRow>("person", Identities::value(person)));
  return row ? Contact{row->email, row->language == 1 ? Language::en : Language::ja} : Contact{};
}

Result<void> Identity::set_contact(PersonId person, const std::string& email, Language language) {
  auto& p = *parts_;
  SUMI_TRY(const auto known, p.known_person(person));
  const auto address = trim(email);
  if (!address.empty() && !email_like(address)) return fail(errors::email_syntax, {{"text", address}});
  SUMI_TRY(const auto before, contact(person));
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_CHECK(p.rows.put(store::ContactRow{person, address, static_cast<std::uint8_t>(language == Language::en ? 1 : 0)}));
    return before.email == address ? Result<void>{} : p.log(SecurityKind::contact_changed, person);
  }));
  // Told at the address that is left: whoever took the session over cannot take that one.
  if (!before.email.empty() && before.email != address) p.mail({IdentityMail::Kind::contact_changed, before.email, known.name, before.language, {}, {}}, false);
  return p.refresh(person);
}

Result<void> Identity::set_language(const Signed& who, Language language) {
  SUMI_TRY(const auto stands, contact(who.person));
  return set_contact(who.person, stands.email, language);
}

// ---- demo ----

Result<void> Identity::make_demo_login(PersonId person, const std::string& password, const std::string& totp_secret) {
  auto& p = *parts_;
  bool demo = false;
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) { demo = state.meta().kind != scheme::StoreKind::production; }));
  if (!demo) return fail(errors::demo_only);
  SUMI_TRY(const auto known, p.known_person(person));
  SUMI_CHECK(check_password(password, known.login, known.name));
  const auto secret = from_base32(totp_secret);
  if (!secret) return fail(errors::code_wrong);
  SUMI_TRY(const auto hash, p.hasher.hash(password));
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_CHECK(p.set_password(person, hash));
    SUMI_CHECK(p.rows.remove<store::AuthenticatorRow>("person", Identities::value(person)));
    if (!secret->empty()) SUMI_CHECK(p.rows.put(store::AuthenticatorRow{person, false, p.seal(*secret), p.now(), 0}));
    return {};
  }));
  SUMI_CHECK(p.refresh(person));
  return p.ledger.folder().empty() ? Result<void>{} : note_demo_login(p.ledger.folder(), {known.login, password, to_base32(*secret)});
}

Result<std::string> Identity::demo_code(const std::string& login) const {
  auto& p = *parts_;
  bool demo = false;
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) { demo = state.meta().kind != scheme::StoreKind::production; }));
  if (!demo) return fail(errors::demo_only);
  SUMI_TRY(const auto person, p.people().person(login));
  SUMI_TRY(const auto row, p.authenticator(person.id));
  if (!row) return fail(errors::authenticator_missing);
  SUMI_TRY(const auto secret, p.unseal(row->secret));
  return one_time_code(secret, totp_step(p.now()));
}

}  // namespace sumi::service
