// What a session or a token may, tokens of programs, invitations.
#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "scheme/errors.h"
#include "scheme/names.h"
#include "scheme/words.h"
#include "service/identity_parts.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

using scheme::Role;

bool is_authority(Role role) { return role == Role::administrator || role == Role::secretariat || role == Role::committee || role == Role::ministry; }

// Rights are handed on by these, to a person, a firm or a key.
template <class C>
constexpr bool hands_on = std::is_same_v<C, scheme::Delegate> || std::is_same_v<C, scheme::RegisterKey> || std::is_same_v<C, registry::AppointAgent> || std::is_same_v<C, registry::SetAccountControl>;

bool sensitive_type(const scheme::AnyCommand& command) {
  if (scheme::is_watched(command)) return true;
  if (std::visit([](const auto& c) { return hands_on<std::decay_t<decltype(c)>>; }, command)) return true;
  const auto& roles = scheme::roles_of(command);
  return !roles.empty() && std::all_of(roles.begin(), roles.end(), is_authority);
}

template <std::size_t... Type>
std::map<std::string, bool, std::less<>> sensitive_names(std::index_sequence<Type...>) {
  std::map<std::string, bool, std::less<>> out;
  const auto add = [&](const scheme::AnyCommand& command) { out.emplace(std::string(scheme::name_of(command)), sensitive_type(command)); };
  (add(scheme::AnyCommand(std::in_place_index<Type>)), ...);
  return out;
}
const std::map<std::string, bool, std::less<>>& commands_by_name() {
  static const auto names = sensitive_names(std::make_index_sequence<std::variant_size_v<scheme::AnyCommand>>{});
  return names;
}

std::string text_of(std::uint64_t n) { return std::to_string(n); }

std::string text_of_roles(const std::vector<Role>& roles) {
  std::string out;
  for (const auto role : roles) out += (out.empty() ? "" : " ") + text_of(static_cast<std::uint64_t>(role));
  return out;
}
std::vector<Role> roles_of_text(const std::string& text) {
  std::vector<Role> out;
  std::uint64_t n = 0;
  for (const char c : text + " ") {
    if (c == ' ') {
      if (n != 0) out.push_back(static_cast<Role>(n));
      n = 0;
    } else {
      n = n * 10 + static_cast<std::uint64_t>(c - '0');
    }
  }
  return out;
}

Result<void> check_login(const std::string& login) {
  const bool plain = std::all_of(login.begin(), login.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; });
  if (login.empty() || login.size() > ::sumi::limits::login_bytes_max || !plain) return fail(errors::login_form, {{"text", login}, {"limit", text_of(::sumi::limits::login_bytes_max)}});
  return {};
}

Unexpected no_invitation(InvitationId id) { return fail(errors::not_here, {{"what_ja", "招待"}, {"what_en", "invitation"}, {"number", text_of(id.value)}}); }

}  // namespace

// ---- what one may ----

bool Identity::needs_second_factor(const scheme::AnyCommand& command) { return sensitive_type(command); }
bool Identity::needs_second_factor(std::string_view command) {
  const auto found = commands_by_name().find(command);
  return found == commands_by_name().end() || found->second;
}

Result<void> Identity::may_command(const Signed& who, std::string_view command, OrganisationNumber on_behalf_of) {
  const bool sensitive = needs_second_factor(command);
  if (!who.token) return sensitive && !who.second_factor ? Result<void>(fail(errors::second_factor_missing)) : Result<void>();
  if (who.token->organisation != on_behalf_of) return fail(errors::organisation_of_token, {{"organisation", text_of(who.token->organisation.value)}});
  const auto& scopes = who.token->scopes;
  const auto has = [&](std::string_view scope) { return std::find(scopes.begin(), scopes.end(), scope) != scopes.end(); };
  if (has(command) || (!sensitive && has("commands"))) return {};
  return fail(errors::scope_missing, {{"scope", std::string(command)}});
}

Result<void> Identity::may_read(const Signed& who) {
  if (!who.token) return {};
  const auto& scopes = who.token->scopes;
  if (std::find(scopes.begin(), scopes.end(), "read") != scopes.end()) return {};
  return fail(errors::scope_missing, {{"scope", "read"}});
}

Result<void> Identity::may_write(const Signed& who) {
  if (!who.token) return {};
  const auto& scopes = who.token->scopes;
  if (std::any_of(scopes.begin(), scopes.end(), [](const std::string& scope) { return scope != "read"; })) return {};
  return fail(errors::scope_missing, {{"scope", "commands"}});
}

Result<std::optional<OrganisationNumber>> Identity::Parts::appoints_for(PersonId person, Role role) const {
  std::optional<OrganisationNumber> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (state.has_role(person, {}, Role::administrator)) {
      out = OrganisationNumber{};
      return;
    }
    if (role == Role::administrator || role == Role::ministry) return;
    for (auto it = state.grants().lower_bound({person, {}, Role{}}); it != state.grants().end() && it->first.person == person; ++it) {
      if (it->first.role == Role::secretariat) out = it->first.organisation;
    }
  }));
  return out;
}

Result<bool> Identity::may_appoint(PersonId person) const {
  SUMI_TRY(const auto as, parts_->appoints_for(person, Role::auditor));
  return as.has_value();
}

// ---- tokens ----

Result<Identity::MadeToken> Identity::make_token(const Signed& who, const std::string& name, OrganisationNumber organisation, const std::vector<std::string>& scopes, Instant until) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(who));
  const auto called = trim(name);
  const auto at = p.now();
  if (called.empty() || called.size() > limits::api_token_name_bytes_max || !valid_utf8(called)) return fail(errors::token_form, {{"what_ja", "名前"}, {"what_en", "name"}});
  if (until <= at || until.ms - at.ms > limits::api_token_ms_max) return fail(errors::token_form, {{"what_ja", "期限"}, {"what_en", "end"}});
  std::string text;
  for (const auto& scope : scopes) {
    if (scope != "read" && scope != "audit" && scope != "commands" && !commands_by_name().contains(scope)) return fail(errors::scope_unknown, {{"scope", scope}});
    text += (text.empty() ? "" : " ") + scope;
  }
  if (text.empty()) return fail(errors::scope_unknown, {{"scope", ""}});
  bool holds = false;
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    for (auto it = state.grants().lower_bound({who.person, organisation, Role{}}); it != state.grants().end() && it->first.person == who.person && it->first.organisation == organisation; ++it) holds = true;
  }));
  if (!holds) return fail(errors::organisation_foreign, {{"organisation", text_of(organisation.value)}});
  MadeToken out;
  out.text = "sumi_" + random_token();
  store::ApiTokenRow row;
  row.hash = sha256(out.text);
  row.person = who.person;
  row.organisation = organisation;
  row.name = called;
  row.scopes = text;
  row.made = at;
  row.until = until;
  const std::lock_guard change(p.change_mutex);
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(const auto own, p.rows.by<store::ApiTokenRow>("person", Identities::value(who.person)));
    const auto live = std::count_if(own.begin(), own.end(), [&](const auto& t) { return t.revoked.ms == 0 && t.until > at; });
    if (static_cast<std::size_t>(live) >= limits::api_tokens_per_person_max) return fail(errors::token_form, {{"what_ja", "個数"}, {"what_en", "number"}});
    SUMI_TRY(row.id.value, p.rows.next_id<store::ApiTokenRow>());
    SUMI_CHECK(p.rows.put(row));
    return p.log(SecurityKind::token_made, who.person, {}, called);
  }));
  auto live = std::make_shared<Parts::LiveToken>();
  live->row = row;
  SUMI_TRY(live->asker, p.asker_of(row));
  out.token = *live->asker->token;
  const std::unique_lock lock(p.cache_mutex);
  p.tokens[row.hash] = std::move(live);
  return out;
}

Result<std::vector<ApiToken>> Identity::tokens(PersonId person) const {
  SUMI_TRY(const auto rows, parts_->rows.by<store::ApiTokenRow>("person", Identities::value(person)));
  std::vector<ApiToken> out;
  for (const auto& row : rows) {
    SUMI_TRY(const auto asker, parts_->asker_of(row));
    if (asker) out.push_back(*asker->token);
    const std::shared_lock lock(parts_->cache_mutex);
    if (const auto live = parts_->tokens.find(row.hash); asker && live != parts_->tokens.end()) out.back().last_used.ms = live->second->seen_ms;
  }
  return out;
}

Result<void> Identity::revoke_token(const Signed& who, ApiTokenId token) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  const std::lock_guard change(p.change_mutex);
  SUMI_TRY(auto row, p.rows.one<store::ApiTokenRow>("id", Identities::value(token)));
  bool may = row && row->person == who.person;
  if (row && !may && who.second_factor) {
    SUMI_TRY(may, is_administrator(who.person));
  }
  if (!may || row->revoked.ms != 0) return fail(errors::not_here, {{"what_ja", "トークン"}, {"what_en", "token"}, {"number", text_of(token.value)}});
  row->revoked = p.now();
  SUMI_CHECK(p.rows.put(*row));
  {
    const std::unique_lock lock(p.cache_mutex);
    p.tokens.erase(row->hash);
  }
  return p.log(SecurityKind::token_revoked, row->person, row->person == who.person ? PersonId{} : who.person, row->name);
}

// ---- invitations ----

Result<Invitation> Identity::Parts::view(const store::InvitationRow& row) const {
  return Invitation{row.id, row.email, row.organisation, roles_of_text(row.roles), row.inviter, row.made, row.until, row.used, row.person, row.revoked.ms != 0, row.granted.ms != 0};
}

Result<Identity::MadeInvitation> Identity::invite(const Signed& who, const std::string& email, OrganisationNumber organisation, const std::vector<Role>& roles) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(who));
  const auto address = trim(email);
  if (!email_form(address)) return fail(errors::email_syntax, {{"text", address}});
  bool exists = false, belongs = false;
  JoinedWords refused;
  std::vector<Role> own;
  SUMI_CHECK(p.ledger.read([&](const scheme::State& state) {
    exists = !organisation || state.exists(organisation);
    for (auto it = state.grants().lower_bound({who.person, organisation, Role{}}); it != state.grants().end() && it->first.person == who.person && it->first.organisation == organisation; ++it) own.push_back(it->first.role);
  }));
  if (!exists) return fail(scheme::errors::organisation_unknown, {{"organisation", text_of(organisation.value)}});
  belongs = !own.empty();
  SUMI_TRY(const bool appoints, may_appoint(who.person));
  if (!belongs && !appoints) return fail(errors::invitation_right, {{"organisation", text_of(organisation.value)}});
  for (const auto role : roles) {
    SUMI_TRY(const auto as, p.appoints_for(who.person, role));
    const bool known = words_of(role).key != "?" && (organisation || role == Role::administrator);
    const bool may = as.has_value() || std::find(own.begin(), own.end(), role) != own.end();
    if (!known || !may) refused.add(words_of(role), ", ");
  }
  if (!refused.ja.empty() || roles.empty()) return fail(errors::invitation_roles, {{"roles_ja", refused.ja}, {"roles", refused.en}});
  MadeInvitation out;
  out.token = random_token();
  store::InvitationRow row;
  row.hash = hash_of_link(out.token);
  row.email = address;
  row.organisation = organisation;
  row.roles = text_of_roles(roles);
  row.inviter = who.person;
  row.made = p.now();
  row.until.ms = row.made.ms + p.options.invitation_ms;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(row.id.value, p.rows.next_id<store::InvitationRow>());
    SUMI_CHECK(p.rows.put(row));
    return p.log(SecurityKind::invited, {}, who.person, text_of(organisation.value));
  }));
  out.id = row.id;
  out.until = row.until;
  p.mail({IdentityMail::Kind::invitation, address, {}, who.language, out.token, row.until}, false);
  return out;
}

Result<store::InvitationRow> Identity::Parts::open_invitation(const std::string& token) const {
  SUMI_TRY(const auto row, rows.one<store::InvitationRow>("hash", Identities::value(hash_of_link(token))));
  if (!row || row->used.ms != 0 || row->revoked.ms != 0 || row->until <= now()) return fail(errors::link_unknown);
  return *row;
}

Result<Invitation> Identity::invitation(const std::string& token) const {
  SUMI_TRY(const auto row, parts_->open_invitation(token));
  return parts_->view(row);
}

// One group in the journal: what the person has already is left out.
Result<void> Identity::Parts::grant(PersonId by, const store::InvitationRow& row) {
  Request request;
  request.actor = by;
  bool first = true;
  for (const auto role : roles_of_text(row.roles)) {
    SUMI_TRY(const auto as, appoints_for(by, role));
    if (!as) {
      const auto words = words_of(role == Role::administrator || role == Role::ministry ? Role::administrator : Role::secretariat);
      return fail(scheme::errors::role_missing, {{"role_ja", std::string(words.ja)}, {"role", std::string(words.en)}});
    }
    if (first) request.on_behalf_of = *as;
    first = false;
    bool has = false;
    SUMI_CHECK(ledger.read([&](const scheme::State& state) { has = state.has_role(row.person, row.organisation, role); }));
    if (!has) request.commands.emplace_back(scheme::Grant{row.person, row.organisation, role});
  }
  if (!request.commands.empty()) {
    SUMI_TRY([[maybe_unused]] const auto accepted, ledger.submit(std::move(request)));
  }
  auto granted = row;
  granted.granted = now();
  SUMI_CHECK(rows.put(granted));
  return log(SecurityKind::roles_granted, row.person, by, text_of(row.organisation.value));
}

// Used up already; the roles follow, or wait for the secretariat where the inviter may not grant (any more).
Result<Invitation> Identity::Parts::take_invitation(store::InvitationRow row, PersonId person) {
  row.person = person;
  const auto granted = grant(row.inviter, row);
  if (granted) row.granted = now();
  else if (granted.error().def->room != std::string_view("scheme")) return fail(granted.error());
  return view(row);
}

Result<Invitation> Identity::accept_invitation(const std::string& token, const std::string& login, const std::string& name, const std::string& password, Language language) {
  auto& p = *parts_;
  SUMI_TRY(const auto offered, p.open_invitation(token));
  const auto called = trim(name);
  SUMI_CHECK(check_login(login));
  if (called.empty() || called.size() > limits::person_name_bytes_max || !valid_utf8(called)) return fail(errors::person_name, {{"limit", text_of(limits::person_name_bytes_max)}});
  SUMI_CHECK(check_password(password, login, called));
  if (p.people().person(login)) return fail(store::errors::login_taken, {{"login", login}});
  SUMI_TRY(const auto hash, p.hasher.hash(password));
  store::InvitationRow row;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(row, p.open_invitation(token));
    SUMI_TRY(const auto person, p.people().add_person(login, called));
    row.used = p.now();
    row.person = person.id;
    SUMI_CHECK(p.rows.put(row));
    SUMI_CHECK(p.set_password(person.id, hash));
    SUMI_CHECK(p.rows.put(store::ContactRow{person.id, offered.email, static_cast<std::uint8_t>(language == Language::en ? 1 : 0)}));
    return p.log(SecurityKind::invitation_accepted, person.id, {}, text_of(row.organisation.value));
  }));
  return p.take_invitation(row, row.person);
}

Result<Invitation> Identity::accept_invitation(const Signed& who, const std::string& token) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  store::InvitationRow row;
  SUMI_CHECK(p.rows.together([&]() -> Result<void> {
    SUMI_TRY(row, p.open_invitation(token));
    row.used = p.now();
    row.person = who.person;
    SUMI_CHECK(p.rows.put(row));
    return p.log(SecurityKind::invitation_accepted, who.person, {}, text_of(row.organisation.value));
  }));
  return p.take_invitation(row, who.person);
}

Result<std::vector<Invitation>> Identity::invitations(const Signed& who) const {
  SUMI_TRY(const bool all, may_appoint(who.person));
  SUMI_TRY(const auto rows, parts_->rows.all<store::InvitationRow>());
  std::vector<Invitation> out;
  for (const auto& row : rows) {
    if (!all && row.inviter != who.person) continue;
    SUMI_TRY(auto one, parts_->view(row));
    out.push_back(std::move(one));
  }
  return out;
}

Result<void> Identity::revoke_invitation(const Signed& who, InvitationId invitation) {
  auto& p = *parts_;
  if (who.token) return fail(errors::session_only);
  SUMI_TRY(const bool appoints, may_appoint(who.person));
  return p.rows.together([&]() -> Result<void> {
    SUMI_TRY(auto row, p.rows.one<store::InvitationRow>("id", Identities::value(invitation)));
    if (!row || row->revoked.ms != 0 || (row->inviter != who.person && !appoints)) return no_invitation(invitation);
    if (row->granted.ms != 0) return fail(errors::invitation_waits);
    row->revoked = p.now();
    SUMI_CHECK(p.rows.put(*row));
    return p.log(SecurityKind::invitation_revoked, row->person, who.person, text_of(row->organisation.value));
  });
}

Result<void> Identity::grant_invitation(const Signed& who, InvitationId invitation) {
  auto& p = *parts_;
  SUMI_CHECK(sensitive(who));
  SUMI_TRY(const bool appoints, may_appoint(who.person));
  if (!appoints) return fail(errors::administrator_needed, {{"right_ja", "事務局または管理者"}, {"right_en", "the secretariat or the administrator"}});
  SUMI_TRY(const auto row, p.rows.one<store::InvitationRow>("id", Identities::value(invitation)));
  if (!row || row->revoked.ms != 0) return no_invitation(invitation);
  if (row->used.ms == 0 || row->granted.ms != 0) return fail(errors::invitation_waits);
  return p.grant(who.person, *row);
}

// ---- watching ----

Result<std::vector<SecurityEvent>> Identity::security_log(std::uint64_t before, std::size_t limit) const {
  SUMI_TRY(const auto rows, parts_->rows.security_log(before, limit));
  const auto login_of = [&](PersonId person) -> Result<std::string> {
    if (person.is_nil()) return std::string();
    SUMI_TRY(const auto known, parts_->people().person_by_id(person));
    return known ? known->login : person.to_hex();
  };
  std::vector<SecurityEvent> out;
  for (const auto& row : rows) {
    SecurityEvent event{row.id, row.time, std::string(store::word_of(row.kind)), {}, {}, row.detail};
    SUMI_TRY(event.login, login_of(row.person));
    SUMI_TRY(event.by, login_of(row.actor));
    out.push_back(std::move(event));
  }
  return out;
}

}  // namespace sumi::service
