// Passwords and their links, what administrators do, the first start, tokens, invitations, and leaving.
#include "service/identity.h"

#include <algorithm>

#include "base/test_support.h"
#include "service/identity_demo.h"
#include "service/identity_testing.h"

namespace sumi::service {
namespace {

using namespace testing;
using limits::day_ms;
using limits::hour_ms;
using scheme::Role;

constexpr const char* other_password = "a completely different phrase";

TEST(PasswordChange, ends_other_sessions_and_needs_the_old_one) {
  Desk d;
  d.password(d.who.tanaka);
  value_of(d.identity->set_contact(d.who.tanaka, "tanaka@example.jp", Language::en));
  const auto here = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto there = value_of(d.identity->sign_in(d.form("tanaka")));
  EXPECT_EQ(refusal(d.identity->change_password(*here.asker, "not the old one", other_password)), "service.sign_in_wrong");
  d.later(1000);
  EXPECT_EQ(refusal(d.identity->change_password(*here.asker, good_password, "short")), "service.password_length");
  value_of(d.identity->change_password(*here.asker, good_password, other_password));
  EXPECT_TRUE(d.identity->authenticate(here.token));
  EXPECT_EQ(refusal(d.identity->authenticate(there.token)), "service.session_unknown");
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka"))), "service.sign_in_wrong");
  d.later(1000);
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", other_password)));
  ASSERT_EQ(d.mails.size(), 1u);
  EXPECT_EQ(d.mails[0].kind, IdentityMail::Kind::password_changed);
  EXPECT_EQ(d.mails[0].language, Language::en);
  EXPECT_EQ(value_of(d.identity->authenticate(here.token))->language, Language::en);
}

// Whoever took a session over changes the address first: the one that is left hears of it.
TEST(Contact, the_address_that_is_left_is_told) {
  Desk d;
  d.password(d.who.tanaka);
  value_of(d.identity->set_contact(d.who.tanaka, "tanaka@example.jp", Language::en));
  value_of(d.identity->set_contact(d.who.tanaka, "tanaka@example.jp", Language::ja));
  EXPECT_TRUE(d.mails.empty()) << "the first address, and another language";
  value_of(d.identity->set_contact(d.who.tanaka, "eve@example.com", Language::ja));
  ASSERT_EQ(d.mails.size(), 1u);
  EXPECT_EQ(d.mails[0].kind, IdentityMail::Kind::contact_changed);
  EXPECT_EQ(d.mails[0].address, "tanaka@example.jp");
  EXPECT_TRUE(d.mails[0].token.empty());
  value_of(d.identity->set_contact(d.who.tanaka, "", Language::ja));
  ASSERT_EQ(d.mails.size(), 2u);
  EXPECT_EQ(d.mails[1].address, "eve@example.com");
}

TEST(PasswordReset, by_mail_serves_once_and_for_an_hour) {
  Desk d;
  d.password(d.who.tanaka);
  value_of(d.identity->set_contact(d.who.tanaka, "tanaka@example.jp", Language::ja));
  const auto session = value_of(d.identity->sign_in(d.form("tanaka")));
  value_of(d.identity->ask_password_reset("tanaka@example.jp", "192.0.2.1"));
  value_of(d.identity->ask_password_reset("nobody", "192.0.2.1"));
  value_of(d.identity->ask_password_reset("suzuki", "192.0.2.1"));  // has neither password nor address
  EXPECT_TRUE(d.mails.empty()) << "by the thread that writes behind, so that the time tells nothing";
  value_of(d.identity->flush());
  ASSERT_EQ(d.mails.size(), 1u);
  EXPECT_EQ(d.mails[0].address, "tanaka@example.jp");
  const auto link = d.mails[0].token;
  value_of(d.identity->ask_password_reset("tanaka", "192.0.2.1"));
  value_of(d.identity->flush());
  EXPECT_EQ(d.mails.size(), 1u) << "no second one within a minute";
  EXPECT_EQ(value_of(d.identity->login_of_reset(link)), "tanaka");
  EXPECT_EQ(refusal(d.identity->reset_password(link, "tanaka-tanaka-1")), "service.password_weak");
  value_of(d.identity->reset_password(link, other_password));
  EXPECT_EQ(refusal(d.identity->reset_password(link, other_password)), "service.link_unknown");
  EXPECT_EQ(refusal(d.identity->login_of_reset(link)), "service.link_unknown");
  EXPECT_EQ(refusal(d.identity->authenticate(session.token)), "service.session_unknown");
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", other_password)));
  d.later(2 * limits::minute_ms);
  value_of(d.identity->ask_password_reset("tanaka", "192.0.2.1"));
  value_of(d.identity->flush());
  const auto late = d.mails.back().token;
  d.later(hour_ms);
  EXPECT_EQ(refusal(d.identity->reset_password(late, good_password)), "service.link_unknown");
  for (int i = 0; i < 30; ++i) value_of(d.identity->ask_password_reset("nobody", "192.0.2.9"));
  EXPECT_EQ(refusal(d.identity->ask_password_reset("nobody", "192.0.2.9")), "service.sign_in_wait");
}

// Two threads with one link: one password is set.
TEST(PasswordReset, two_at_once) {
  Desk d;
  d.password(d.who.tanaka);
  const auto admin = d.in(d.who.admin, "admin");
  for (int round = 0; round < 8; ++round) {
    const auto link = value_of(d.identity->reset_password_of(*admin, d.who.tanaka));
    std::atomic<int> set = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) threads.emplace_back([&] { set += d.identity->reset_password(link, other_password) ? 1 : 0; });
    for (auto& t : threads) t.join();
    EXPECT_EQ(set, 1);
  }
}

TEST(Administrator, resets_a_password_and_shuts_out) {
  Desk d;
  const auto tanaka = d.in(d.who.tanaka, "tanaka");
  EXPECT_EQ(refusal(d.identity->reset_password_of(*tanaka, d.who.kato)), "service.administrator_needed");
  const auto admin = d.in(d.who.admin, "admin");
  EXPECT_EQ(refusal(d.identity->reset_password_of(*admin, PersonId{})), "service.not_here");
  const auto link = value_of(d.identity->reset_password_of(*admin, d.who.tanaka));
  EXPECT_EQ(value_of(d.identity->sessions(*tanaka)).size(), 0u);
  d.later(30'000);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", good_password, d.code()))), "service.sign_in_wrong");
  value_of(d.identity->reset_password(link, other_password));
  d.later(30'000);
  const auto in = value_of(d.identity->sign_in(d.form("tanaka", other_password, d.code())));
  EXPECT_TRUE(in.asker->second_factor) << "the authenticator stayed";
  const auto token = value_of(d.identity->make_token(*in.asker, "t", d.who.first, {"read"}, {d.house.clock.now().ms + day_ms}));
  EXPECT_EQ(refusal(d.identity->shut_out(*admin, d.who.admin)), "service.four_eyes_same");
  value_of(d.identity->shut_out(*admin, d.who.tanaka));
  EXPECT_EQ(refusal(d.identity->authenticate(in.token)), "service.session_unknown");
  EXPECT_EQ(refusal(d.identity->authenticate_token(token.text)), "service.session_unknown");
  d.later(hour_ms);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", other_password, d.code()))), "service.sign_in_wrong");
  EXPECT_TRUE(d.has(d.who.tanaka, d.who.first, Role::account_manager));
  const auto log = value_of(d.identity->security_log(0, 1));
  EXPECT_EQ(log.at(0).kind, "sign_in_failed");
  const auto before = value_of(d.identity->security_log(log.at(0).id, 1));
  EXPECT_EQ(before.at(0).kind, "shut_out");
  EXPECT_EQ(before.at(0).login, "tanaka");
  EXPECT_EQ(before.at(0).by, "admin");
}

TEST(LostAuthenticator, takes_two_administrators) {
  Desk d;
  const auto vice_id = d.second_administrator();
  const auto tanaka = d.in(d.who.tanaka, "tanaka");
  const auto admin = d.in(d.who.admin, "admin");
  const auto vice = d.in(vice_id, "vice");
  EXPECT_EQ(refusal(d.identity->ask_authenticator_reset(*tanaka, d.who.kato)), "service.administrator_needed");
  EXPECT_EQ(refusal(d.identity->ask_authenticator_reset(*admin, d.who.admin)), "service.four_eyes_same");
  const auto request = value_of(d.identity->ask_authenticator_reset(*admin, d.who.tanaka));
  EXPECT_EQ(refusal(d.identity->ask_authenticator_reset(*vice, d.who.tanaka)), "service.lost_request_open");
  EXPECT_EQ(value_of(d.identity->lost_authenticators(*vice)).size(), 1u);
  EXPECT_EQ(refusal(d.identity->approve_authenticator_reset(*admin, request)), "service.four_eyes_same");
  EXPECT_EQ(refusal(d.identity->approve_authenticator_reset(*tanaka, request)), "service.administrator_needed");
  EXPECT_EQ(value_of(d.identity->sessions(*tanaka)).size(), 1u) << "nothing has happened yet";
  const auto link = value_of(d.identity->approve_authenticator_reset(*vice, request));
  EXPECT_EQ(refusal(d.identity->approve_authenticator_reset(*vice, request)), "service.not_here");
  EXPECT_TRUE(value_of(d.identity->sessions(*tanaka)).empty());
  value_of(d.identity->reset_password(link, other_password));
  const auto in = value_of(d.identity->sign_in(d.form("tanaka", other_password)));
  EXPECT_FALSE(in.asker->enrolled);
  // Refused, and over after three days.
  const auto second = value_of(d.identity->ask_authenticator_reset(*admin, d.who.kato));
  value_of(d.identity->refuse_authenticator_reset(*vice, second));
  const auto third = value_of(d.identity->ask_authenticator_reset(*admin, d.who.kato));
  d.later(3 * day_ms);
  EXPECT_EQ(refusal(d.identity->approve_authenticator_reset(*vice, third)), "service.not_here");
}

// Where two others cannot be had, whoever runs the machine replaces it.
TEST(LostAuthenticator, at_the_terminal_where_four_eyes_cannot_be_had) {
  Desk d;
  const auto admin = d.in(d.who.admin, "admin");
  EXPECT_FALSE(value_of(d.identity->four_eyes_possible(d.who.admin)));
  EXPECT_FALSE(value_of(d.identity->four_eyes_possible(d.who.tanaka))) << "one administrator cannot be asked and approve";
  const auto vice_id = d.second_administrator();
  EXPECT_FALSE(value_of(d.identity->four_eyes_possible(d.who.tanaka))) << "the second has no authenticator yet";
  const auto vice = d.in(vice_id, "vice");
  EXPECT_TRUE(value_of(d.identity->four_eyes_possible(d.who.tanaka)));
  EXPECT_FALSE(value_of(d.identity->four_eyes_possible(d.who.admin)));
  const auto code = value_of(d.identity->replace_authenticator_at_terminal(d.who.admin));
  EXPECT_TRUE(value_of(d.identity->sessions(*admin)).empty());
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("admin"))), "service.sign_in_wrong") << "the old password is void";
  d.later(day_ms / 2);
  value_of(d.identity->reset_password(code, other_password));
  EXPECT_EQ(refusal(d.identity->reset_password(code, good_password)), "service.link_unknown") << "once";
  const auto in = value_of(d.identity->sign_in(d.form("admin", other_password)));
  EXPECT_FALSE(in.asker->enrolled);
  const auto kinds = d.kinds();
  EXPECT_NE(std::find(kinds.begin(), kinds.end(), "authenticator_reset_approved"), kinds.end());
}

// What the configuration sets (session.*), by a clock that stands.
TEST(SessionTimes, are_the_operators) {
  Desk d;
  auto options = testing::quick();
  options.session_idle_ms = 5 * 60'000;
  options.session_whole_ms = 3'600'000;
  options.second_factor_ms = 2 * 60'000;
  options.invitation_ms = 2 * day_ms;
  d.identity = value_of(Identity::open(*d.house.ledger, d.house.clock, options));
  d.password(d.who.admin, testing::rfc_secret);
  d.later(30'000);
  const auto in = value_of(d.identity->sign_in(d.form("admin", good_password, d.code())));
  const auto now = [&] { return value_of(d.identity->authenticate(in.token)); };
  EXPECT_TRUE(now()->second_factor);
  d.later(2 * 60'000 - 1);
  EXPECT_TRUE(now()->second_factor);
  const auto invited = value_of(d.identity->invite(*now(), "new@example.jp", d.who.first, {scheme::Role::account_manager}));
  EXPECT_EQ(invited.until.ms, d.house.clock.now().ms + 2 * day_ms);
  d.later(1);
  EXPECT_FALSE(now()->second_factor) << "asked for again";
  EXPECT_EQ(refusal(Identity::may_command(*now(), "Grant", {})), "service.second_factor_missing");
  d.later(30'000);
  const auto again = value_of(d.identity->pass_second_factor(*now(), d.code()));
  EXPECT_TRUE(value_of(d.identity->authenticate(again.token))->second_factor);
  d.later(5 * 60'000 - 1);
  EXPECT_TRUE(d.identity->authenticate(again.token));
  d.later(5 * 60'000);
  EXPECT_EQ(refusal(d.identity->authenticate(again.token)), "service.session_unknown") << "at rest for five minutes";
}

// The approver may not be the person whose authenticator was lost.
TEST(LostAuthenticator, not_by_the_person_themself) {
  Desk d;
  const auto vice_id = d.second_administrator();
  const auto admin = d.in(d.who.admin, "admin");
  const auto vice = d.in(vice_id, "vice");
  const auto request = value_of(d.identity->ask_authenticator_reset(*admin, vice_id));
  EXPECT_EQ(refusal(d.identity->approve_authenticator_reset(*vice, request)), "service.four_eyes_same");
}

TEST(FirstStart, a_code_sets_the_administrator_s_password_once) {
  Desk d(scheme::StoreKind::production);
  const auto first = *value_of(d.identity->first_start_code());
  const auto code = *value_of(d.identity->first_start_code());
  EXPECT_EQ(code.size(), 24u);
  EXPECT_EQ(refusal(d.identity->reset_password(first, good_password)), "service.link_unknown") << "void since the second";
  std::string typed = code;
  std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(value_of(d.identity->login_of_reset(typed)), "admin");
  value_of(d.identity->reset_password(typed, good_password));
  EXPECT_EQ(refusal(d.identity->reset_password(code, other_password)), "service.link_unknown");
  EXPECT_EQ(value_of(d.identity->first_start_code()), std::nullopt);
  EXPECT_TRUE(d.identity->sign_in(d.form("admin")));
  EXPECT_EQ(refusal(d.identity->make_demo_login(d.who.tanaka, good_password, "")), "service.demo_only");
  EXPECT_EQ(refusal(d.identity->demo_code("admin")), "service.demo_only");
  Desk late(scheme::StoreKind::production);
  const auto over = *value_of(late.identity->first_start_code());
  late.later(day_ms);
  EXPECT_EQ(refusal(late.identity->reset_password(over, good_password)), "service.link_unknown");
}

TEST(Demo, a_code_for_who_has_an_authenticator) {
  Desk d;
  d.password(d.who.tanaka);
  EXPECT_EQ(refusal(d.identity->demo_code("tanaka")), "service.authenticator_missing");
  EXPECT_EQ(refusal(d.identity->demo_code("nobody")), "store.person_unknown");
  d.house.clock.set({1111111111'000 + 700'000'000'000});
  d.password(d.who.tanaka, rfc_secret);
  EXPECT_EQ(value_of(d.identity->demo_code("tanaka")), d.code());
  const test::TemporaryFolder folder;
  EXPECT_TRUE(value_of(demo_logins(folder.path())).empty());
  value_of(note_demo_login(folder.path(), {"tanaka", "one", "AAAA"}));
  value_of(note_demo_login(folder.path(), {"kato", "two words", ""}));
  value_of(note_demo_login(folder.path(), {"tanaka", "three", "BBBB"}));
  const auto all = value_of(demo_logins(folder.path()));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].login + all[0].password + all[0].secret, "katotwo words");
  EXPECT_EQ(all[1].login + all[1].password + all[1].secret, "tanakathreeBBBB");
}

TEST(Contact, an_address_is_one) {
  Desk d;
  for (const char* good : {"tanaka@example.jp", "", "a.b+c@d-e.example", "田中@例え.jp"}) EXPECT_EQ(refusal(d.identity->set_contact(d.who.tanaka, good, Language::ja)), "") << good;
  for (const char* bad : {"tanaka", "@example.jp", "a@b@c.jp", "a b@c.jp", "a@c", "a@.jp", "a@b..jp", "a@b.jp\r\nBcc: x@y.jp", "<a@b.jp>", "a@b.jp,c@d.jp"}) {
    EXPECT_EQ(refusal(d.identity->set_contact(d.who.tanaka, bad, Language::ja)), "service.email_syntax") << bad;
  }
}

// ---- what one may ----

TEST(Rights, which_commands_need_the_second_factor) {
  // The issue: retiring, deciding, administering.
  for (const char* name : {"ApplyRetirement", "RequestRetirement", "ConfirmRetirement", "ExecuteRetirement", "DecideRegistration", "DecideCertification", "DecideAccount", "DecideChange", "DecideAppeal", "DecideMethodology",
           "RecordValidation", "RecordVerification", "Issue", "Grant", "Revoke", "AdoptRulebook", "RegisterOrganisation", "RotateLogKey", "Rekey", "SuspendAccount", "Delegate", "RegisterKey", "AppointAgent"}) {
    EXPECT_TRUE(Identity::needs_second_factor(name)) << name;
  }
  for (const char* name : {"Transfer", "OfferTransfer", "DraftProject", "RevisePlan", "SubmitReport", "AdmitMembers", "RequestAccount", "DeclareInterests", "AnswerFinding", "WithdrawRetirement"}) {
    EXPECT_FALSE(Identity::needs_second_factor(name)) << name;
  }
  EXPECT_TRUE(Identity::needs_second_factor("NoSuchCommand"));
  EXPECT_TRUE(Identity::needs_second_factor(scheme::AnyCommand(scheme::Grant{})));
  EXPECT_FALSE(Identity::needs_second_factor(scheme::AnyCommand(registry::Transfer{})));
}

TEST(Rights, of_a_session_and_of_a_token) {
  Signed session;
  EXPECT_EQ(refusal(Identity::may_command(session, "Transfer", {2})), "");
  EXPECT_EQ(refusal(Identity::may_command(session, "ApplyRetirement", {2})), "service.second_factor_missing");
  session.second_factor = true;
  EXPECT_EQ(refusal(Identity::may_command(session, "ApplyRetirement", {2})), "");
  Signed token;
  token.token = ApiToken{{1}, "t", {2}, {"commands"}, {}, {}, {}, false};
  EXPECT_EQ(refusal(Identity::may_command(token, "Transfer", {2})), "");
  EXPECT_EQ(refusal(Identity::may_command(token, "Transfer", {3})), "service.organisation_of_token");
  EXPECT_EQ(refusal(Identity::may_command(token, "ApplyRetirement", {2})), "service.scope_missing");
  EXPECT_EQ(refusal(Identity::may_read(token)), "service.scope_missing");
  EXPECT_EQ(refusal(Identity::sensitive(token)), "service.session_only");
  token.token->scopes = {"read", "ApplyRetirement"};
  EXPECT_EQ(refusal(Identity::may_command(token, "ApplyRetirement", {2})), "");
  EXPECT_EQ(refusal(Identity::may_command(token, "Transfer", {2})), "service.scope_missing");
  EXPECT_EQ(refusal(Identity::may_read(token)), "");
}

TEST(Token, is_made_used_and_ended) {
  Desk d;
  d.password(d.who.kato);
  const auto weak = value_of(d.identity->sign_in(d.form("kato")));
  const Instant end{d.house.clock.now().ms + day_ms};
  EXPECT_EQ(refusal(d.identity->make_token(*weak.asker, "t", d.who.second, {"read"}, end)), "service.second_factor_missing");
  const auto who = d.in(d.who.tanaka, "tanaka");
  const auto make = [&](const char* name, OrganisationNumber organisation, std::vector<std::string> scopes, Instant until) { return d.identity->make_token(*who, name, organisation, scopes, until); };
  EXPECT_EQ(refusal(make(" ", d.who.first, {"read"}, end)), "service.token_form");
  EXPECT_EQ(refusal(make("t", d.who.first, {"read"}, d.house.clock.now())), "service.token_form");
  EXPECT_EQ(refusal(make("t", d.who.first, {"read"}, {d.house.clock.now().ms + 367 * day_ms})), "service.token_form");
  EXPECT_EQ(refusal(make("t", d.who.first, {"everything"}, end)), "service.scope_unknown");
  EXPECT_EQ(refusal(make("t", d.who.first, {}, end)), "service.scope_unknown");
  EXPECT_EQ(refusal(make("t", d.who.second, {"read"}, end)), "service.organisation_foreign");
  const auto made = value_of(make("夜間", d.who.first, {"read", "Transfer"}, end));
  EXPECT_EQ(made.text.size(), 48u);
  const auto asker = value_of(d.identity->authenticate_token(made.text));
  EXPECT_EQ(asker->person, d.who.tanaka);
  EXPECT_EQ(asker->token->scopes, (std::vector<std::string>{"read", "Transfer"}));
  EXPECT_FALSE(asker->second_factor);
  EXPECT_EQ(refusal(d.identity->enrol(*asker)), "service.session_only");
  EXPECT_EQ(refusal(d.identity->authenticate(made.text)), "service.session_unknown") << "no session";
  EXPECT_EQ(value_of(d.identity->tokens(d.who.tanaka)).at(0).last_used, d.house.clock.now());
  EXPECT_EQ(refusal(d.identity->revoke_token(*weak.asker, made.token.id)), "service.not_here") << "another's";
  const auto second = value_of(make("二つ目", d.who.first, {"read"}, end));
  value_of(d.identity->revoke_token(*who, made.token.id));
  EXPECT_EQ(refusal(d.identity->authenticate_token(made.text)), "service.session_unknown");
  d.later(day_ms - 30'000 * 2);
  EXPECT_TRUE(d.identity->authenticate_token(second.text));
  d.later(30'000 * 2);
  EXPECT_EQ(refusal(d.identity->authenticate_token(second.text)), "service.session_unknown");
  EXPECT_EQ(refusal(d.identity->authenticate_token("sumi_" + std::string(43, 'x'))), "service.session_unknown");
}

// ---- invitations ----

TEST(Invitation, of_the_secretariat_grants_in_its_name) {
  Desk d;
  const auto admin = d.in(d.who.admin, "admin");
  EXPECT_EQ(refusal(d.identity->invite(*admin, "nobody", d.who.first, {Role::proponent})), "service.email_syntax");
  EXPECT_EQ(refusal(d.identity->invite(*admin, "a@example.jp", {99}, {Role::proponent})), "scheme.organisation_unknown");
  EXPECT_EQ(refusal(d.identity->invite(*admin, "a@example.jp", d.who.first, {})), "service.invitation_roles");
  EXPECT_EQ(refusal(d.identity->invite(*admin, "a@example.jp", {}, {Role::proponent})), "service.invitation_roles") << "for the store itself acts its administrator only";
  const auto made = value_of(d.identity->invite(*admin, "yamada@example.jp", d.who.first, {Role::proponent, Role::approver}));
  EXPECT_EQ(d.mails.back().token, made.token);
  EXPECT_EQ(value_of(d.identity->invitation(made.token)).email, "yamada@example.jp");
  const auto accept = [&](const std::string& login, const std::string& name, const std::string& password) { return d.identity->accept_invitation(made.token, login, name, password, Language::en); };
  EXPECT_EQ(refusal(accept("山田", "山田四郎", good_password)), "service.login_form");
  EXPECT_EQ(refusal(accept("yamada", " ", good_password)), "service.person_name");
  EXPECT_EQ(refusal(accept("yamada", "山田四郎", "short")), "service.password_length");
  EXPECT_EQ(refusal(accept("tanaka", "山田四郎", good_password)), "store.login_taken");
  const auto done = value_of(accept("yamada", "山田四郎", good_password));
  EXPECT_TRUE(done.granted);
  EXPECT_TRUE(d.has(done.person, d.who.first, Role::proponent));
  EXPECT_TRUE(d.has(done.person, d.who.first, Role::approver));
  const auto last = value_of(d.house.ledger->record(d.house.ledger->last()));
  EXPECT_EQ(last.header.actor, d.who.admin);
  EXPECT_EQ(refusal(accept("yamada2", "山田四郎", good_password)), "service.link_unknown") << "once";
  const auto in = value_of(d.identity->sign_in(d.form("yamada")));
  EXPECT_EQ(in.asker->language, Language::en);
  EXPECT_EQ(value_of(d.identity->contact(done.person)).email, "yamada@example.jp");
}

// Who has the role but may not grant it offers it; the secretariat grants.
TEST(Invitation, of_a_colleague_waits_for_the_secretariat) {
  Desk d;
  const auto tanaka = d.in(d.who.tanaka, "tanaka");
  EXPECT_EQ(refusal(d.identity->invite(*tanaka, "a@example.jp", d.who.second, {Role::proponent})), "service.invitation_right");
  EXPECT_EQ(refusal(d.identity->invite(*tanaka, "a@example.jp", d.who.first, {Role::administrator})), "service.invitation_roles");
  EXPECT_EQ(refusal(d.identity->invite(*tanaka, "a@example.jp", d.who.first, {Role::auditor})), "service.invitation_roles") << "not a role of tanaka's";
  const auto made = value_of(d.identity->invite(*tanaka, "yamada@example.jp", d.who.first, {Role::proponent}));
  const auto admin = d.in(d.who.admin, "admin");
  EXPECT_EQ(refusal(d.identity->grant_invitation(*admin, made.id)), "service.invitation_waits") << "not accepted yet";
  const auto accepted = value_of(d.identity->accept_invitation(made.token, "yamada", "山田四郎", good_password, Language::ja));
  EXPECT_FALSE(accepted.granted);
  EXPECT_FALSE(d.has(accepted.person, d.who.first, Role::proponent));
  EXPECT_EQ(refusal(d.identity->grant_invitation(*tanaka, made.id)), "service.administrator_needed");
  EXPECT_EQ(value_of(d.identity->invitations(*tanaka)).size(), 1u);
  value_of(d.identity->grant_invitation(*admin, made.id));
  EXPECT_TRUE(d.has(accepted.person, d.who.first, Role::proponent));
  EXPECT_EQ(refusal(d.identity->grant_invitation(*admin, made.id)), "service.invitation_waits");
  EXPECT_EQ(refusal(d.identity->revoke_invitation(*tanaka, made.id)), "service.invitation_waits");
  // Somebody who is there already; taken back; over after 14 days.
  const auto kato = d.in(d.who.kato, "kato");
  const auto second = value_of(d.identity->invite(*admin, "kato@example.jp", d.who.first, {Role::account_manager}));
  EXPECT_TRUE(value_of(d.identity->accept_invitation(*kato, second.token)).granted);
  EXPECT_TRUE(d.has(d.who.kato, d.who.first, Role::account_manager));
  const auto third = value_of(d.identity->invite(*admin, "x@example.jp", d.who.first, {Role::proponent}));
  EXPECT_EQ(refusal(d.identity->revoke_invitation(*kato, third.id)), "service.not_here");
  value_of(d.identity->revoke_invitation(*admin, third.id));
  EXPECT_EQ(refusal(d.identity->invitation(third.token)), "service.link_unknown");
  const auto fourth = value_of(d.identity->invite(*admin, "x@example.jp", d.who.first, {Role::proponent}));
  d.later(14 * day_ms);
  EXPECT_EQ(refusal(d.identity->invitation(fourth.token)), "service.link_unknown");
}

// ---- leaving ----

TEST(Leaving, nobody_is_left_without_what_they_need) {
  Desk d;
  const auto& who = d.who;
  const auto tanaka_in = d.in(who.tanaka, "tanaka");
  const auto token = value_of(d.identity->make_token(*tanaka_in, "t", who.first, {"read"}, {d.house.clock.now().ms + day_ms}));
  const auto admin = d.in(who.admin, "admin");
  const auto list = value_of(d.identity->handover(who.tanaka));
  ASSERT_EQ(list.roles.size(), 2u);  // proponent and account manager of the first organisation, with a registered project and an account
  for (const auto& held : list.roles) {
    EXPECT_TRUE(held.needed);
    EXPECT_TRUE(held.others.empty());
    EXPECT_FALSE(held.why_ja.empty());
  }
  EXPECT_EQ(list.sessions, 1u);
  EXPECT_EQ(list.tokens, 1u);
  const auto leave = [&](PersonId person, std::vector<Successor> successors) { return d.identity->leave(*admin, person, {}, successors); };
  EXPECT_EQ(refusal(d.identity->leave(*tanaka_in, who.suzuki, {}, {})), "service.administrator_needed");
  const auto refused = leave(who.tanaka, {});
  EXPECT_EQ(refusal(refused), "service.handover_incomplete");
  const auto missing = refused.error().args.at(0).second;
  // The words of the roles, as the table of roles has them.
  const auto first = "事業者" + std::to_string(who.first.value);
  EXPECT_EQ(missing, first + "のプロジェクト実施者、" + first + "の口座担当者");
  EXPECT_EQ(refusal(leave(who.tanaka, {{who.first, Role::proponent, who.suzuki}})), "service.handover_incomplete");
  EXPECT_EQ(refusal(leave(who.tanaka, {{who.first, Role::proponent, who.tanaka}})), "service.handover_successor");
  EXPECT_EQ(refusal(leave(who.tanaka, {{who.first, Role::verifier, who.suzuki}})), "service.handover_successor");
  EXPECT_EQ(refusal(leave(who.tanaka, {{who.first, Role::proponent, PersonId{}}})), "service.handover_successor");
  EXPECT_TRUE(d.has(who.tanaka, who.first, Role::proponent)) << "refused: nothing happened";
  EXPECT_TRUE(d.identity->authenticate_token(token.text));
  value_of(leave(who.tanaka, {{who.first, Role::proponent, who.suzuki}, {who.first, Role::account_manager, who.suzuki}}));
  for (const auto role : {Role::proponent, Role::account_manager}) {
    EXPECT_TRUE(d.has(who.suzuki, who.first, role));
    EXPECT_FALSE(d.has(who.tanaka, who.first, role));
  }
  EXPECT_EQ(refusal(d.identity->authenticate_token(token.text)), "service.session_unknown");
  EXPECT_TRUE(value_of(d.identity->sessions(*tanaka_in)).empty());
  d.later(hour_ms);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", good_password, d.code()))), "service.sign_in_wrong");
  EXPECT_TRUE(value_of(d.identity->handover(who.tanaka)).roles.empty());
}

// An account that needs a second person: two must be left, whatever their roles are called.
TEST(Leaving, two_persons_stay_where_two_are_needed) {
  Desk d;
  const auto& who = d.who;
  open_account(*d.house.ledger, who, who.first, registry::AccountKind::holding, true, "二人");
  const auto admin = d.in(who.admin, "admin");
  const auto leave = [&](std::vector<Successor> successors) { return d.identity->leave(*admin, who.suzuki, who.first, successors); };
  EXPECT_EQ(refusal(leave({})), "service.handover_incomplete") << "tanaka alone could not retire";
  EXPECT_EQ(refusal(leave({{who.first, Role::approver, who.tanaka}})), "service.handover_incomplete") << "that is one person";
  EXPECT_EQ(refusal(leave({{who.first, Role::approver, who.kato}})), "");
  EXPECT_TRUE(d.has(who.kato, who.first, Role::approver));
  EXPECT_FALSE(d.has(who.suzuki, who.first, Role::approver));
}

// The only administrator stays; with a second one, the first may go, taking their own roles last.
TEST(Leaving, the_store_keeps_an_administrator) {
  Desk d;
  const auto& who = d.who;
  const auto admin = d.in(who.admin, "admin");
  const auto refused = d.identity->leave(*admin, who.admin, {}, {});
  EXPECT_EQ(refusal(refused), "service.handover_incomplete");
  EXPECT_NE(refused.error().args.at(0).second.find("管理者"), std::string::npos) << refused.error().args.at(0).second;
  std::vector<Successor> all;
  for (const auto& held : value_of(d.identity->handover(who.admin)).roles) all.push_back({held.organisation, held.role, who.mori});
  value_of(d.identity->leave(*admin, who.admin, {}, all));
  EXPECT_TRUE(d.has(who.mori, {}, Role::administrator));
  EXPECT_TRUE(d.has(who.mori, who.secretariat, Role::secretariat));
  EXPECT_FALSE(d.has(who.admin, {}, Role::administrator));
  EXPECT_EQ(d.count("handed_over"), 1u);
  EXPECT_TRUE(d.house.findings().empty());
}

}  // namespace
}  // namespace sumi::service
