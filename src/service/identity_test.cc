// Signing in, sessions and their ends, and a lockout that locks nobody else out. Times are calculated by hand from identity_limits.h; the clock is the test's.
#include "service/identity.h"

#include <atomic>
#include <set>
#include <thread>

#include "base/test_support.h"
#include "service/identity_testing.h"
#include "store/identities.h"

namespace sumi::service {
namespace {

using namespace testing;
using limits::hour_ms;
using limits::minute_ms;

// The seconds of service.sign_in_wait; 0 = another answer.
int wait_of(const Result<SignedIn>& answer) {
  if (answer || refusal(answer) != "service.sign_in_wait") return 0;
  return std::stoi(answer.error().args.at(0).second);
}

TEST(SignIn, a_session_and_who_it_is) {
  Desk d;
  d.password(d.who.tanaka);
  const auto in = value_of(d.identity->sign_in(d.form("tanaka")));
  EXPECT_FALSE(in.second_factor_needed);
  EXPECT_EQ(in.token.size(), 43u);
  const auto who = value_of(d.identity->authenticate(in.token));
  EXPECT_EQ(who->person, d.who.tanaka);
  EXPECT_EQ(who->login, "tanaka");
  EXPECT_EQ(who->name, "田中一郎");
  EXPECT_FALSE(who->second_factor);
  EXPECT_FALSE(who->enrolled);
  EXPECT_EQ(who->csrf.size(), 64u);
  const auto again = value_of(d.identity->sign_in(d.form("tanaka")));
  EXPECT_NE(again.token, in.token);
  EXPECT_NE(again.asker->csrf, who->csrf);
  EXPECT_NE(again.asker->session, who->session);
  EXPECT_EQ(value_of(d.identity->sessions(*who)).size(), 2u);
  EXPECT_EQ(value_of(d.identity->sessions(*who)).front().agent, "Firefox");
  value_of(d.identity->sign_out(*who));
  EXPECT_EQ(refusal(d.identity->authenticate(in.token)), "service.session_unknown");
  EXPECT_TRUE(d.identity->authenticate(again.token));
  for (const std::string token : {"", "x", "sumi_", "0123456789012345678901234567890123456789012"}) EXPECT_EQ(refusal(d.identity->authenticate(token)), "service.session_unknown");
}

// Wrong password, unknown login, a person without a password: one answer.
TEST(SignIn, nobody_learns_who_is_there) {
  Desk d;
  d.password(d.who.tanaka);
  const auto wrong = d.identity->sign_in(d.form("tanaka", "a wrong password", "", "192.0.2.1"));
  const auto unknown = d.identity->sign_in(d.form("nobody", "a wrong password", "", "192.0.2.2"));
  const auto without = d.identity->sign_in(d.form("suzuki", "a wrong password", "", "192.0.2.3"));
  EXPECT_EQ(refusal(wrong), "service.sign_in_wrong");
  EXPECT_EQ(refusal(unknown), "service.sign_in_wrong");
  EXPECT_EQ(refusal(without), "service.sign_in_wrong");
  EXPECT_EQ(describe_error(wrong.error(), Language::en), describe_error(unknown.error(), Language::en));
  // Each is counted, so the second try waits alike.
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", "a wrong password", "", "192.0.2.1"))), 1);
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("nobody", "a wrong password", "", "192.0.2.2"))), 1);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form(std::string(100, 'x')))), "service.sign_in_wrong");
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", std::string(5000, 'x'), "", "192.0.2.9"))), "service.sign_in_wrong");
}

// 30 minutes at rest, 12 hours in any case.
TEST(Session, ends_at_rest_and_in_any_case) {
  Desk d;
  d.password(d.who.tanaka);
  const auto resting = value_of(d.identity->sign_in(d.form("tanaka"))).token;
  const auto busy = value_of(d.identity->sign_in(d.form("tanaka"))).token;
  d.later(30 * minute_ms - 1);
  EXPECT_TRUE(d.identity->authenticate(busy));
  EXPECT_EQ(d.identity->sessions_live(), 2u);
  d.later(1);
  EXPECT_EQ(refusal(d.identity->authenticate(resting)), "service.session_unknown");
  EXPECT_EQ(d.identity->sessions_live(), 1u);
  std::int64_t passed = 30 * minute_ms;
  for (; passed + 20 * minute_ms < 12 * hour_ms; passed += 20 * minute_ms) {
    d.later(20 * minute_ms);
    ASSERT_TRUE(d.identity->authenticate(busy)) << passed;
  }
  d.later(12 * hour_ms - passed - 1);
  EXPECT_TRUE(d.identity->authenticate(busy));
  d.later(1);
  EXPECT_EQ(refusal(d.identity->authenticate(busy)), "service.session_unknown");
}

TEST(Session, one_s_own_are_listed_and_ended) {
  Desk d;
  d.password(d.who.tanaka);
  d.password(d.who.kato);
  const auto here = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto there = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto third = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto kato = value_of(d.identity->sign_in(d.form("kato")));
  EXPECT_EQ(refusal(d.identity->revoke_session(*here.asker, kato.asker->session)), "service.not_here");
  value_of(d.identity->revoke_session(*here.asker, there.asker->session));
  EXPECT_EQ(refusal(d.identity->revoke_session(*here.asker, there.asker->session)), "service.not_here");
  EXPECT_EQ(refusal(d.identity->authenticate(there.token)), "service.session_unknown");
  EXPECT_EQ(value_of(d.identity->revoke_other_sessions(*here.asker)), 1u);
  EXPECT_EQ(refusal(d.identity->authenticate(third.token)), "service.session_unknown");
  EXPECT_TRUE(d.identity->authenticate(here.token));
  EXPECT_TRUE(d.identity->authenticate(kato.token));
  // 21 browsers: the one that was seen longest ago is signed out.
  for (int i = 0; i < 20; ++i) {
    d.later(1000);
    value_of(d.identity->sign_in(d.form("tanaka")));
  }
  EXPECT_EQ(refusal(d.identity->authenticate(here.token)), "service.session_unknown");
  EXPECT_EQ(value_of(d.identity->sessions(*here.asker)).size(), 20u);
}

// ---- the second factor ----

TEST(SecondFactor, is_asked_where_there_is_one_and_a_code_serves_once) {
  Desk d;
  d.password(d.who.tanaka, rfc_secret);
  EXPECT_TRUE(value_of(d.identity->sign_in(d.form("tanaka"))).second_factor_needed);
  EXPECT_EQ(value_of(d.identity->sign_in(d.form("tanaka"))).token, "");
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", "a wrong password", d.code()))), "service.sign_in_wrong");
  d.later(1000);
  const auto used = d.code();
  const auto in = value_of(d.identity->sign_in(d.form("tanaka", good_password, used)));
  EXPECT_TRUE(in.asker->second_factor);
  EXPECT_EQ(in.asker->second_factor_at, d.house.clock.now());
  EXPECT_TRUE(in.asker->enrolled);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", good_password, used, "192.0.2.7"))), "service.sign_in_wrong");
  d.later(30'000);
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", good_password, d.code(), "192.0.2.8")));
}

// In two steps, as the page does it: the password is not sent again.
TEST(SecondFactor, the_second_step_alone) {
  Desk d;
  d.password(d.who.tanaka, rfc_secret);
  const auto pending = value_of(d.identity->sign_in(d.form("tanaka"))).pending;
  EXPECT_EQ(refusal(d.identity->authenticate(pending)), "service.session_unknown");
  EXPECT_EQ(refusal(d.identity->finish_sign_in("x", d.code())), "service.session_unknown");
  EXPECT_EQ(refusal(d.identity->finish_sign_in(pending, "abc")), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->finish_sign_in(pending, d.code())), 1) << "counted like a wrong password";
  d.later(1000);
  const auto in = value_of(d.identity->finish_sign_in(pending, d.code()));
  EXPECT_TRUE(d.identity->authenticate(in.token));
  EXPECT_TRUE(in.asker->second_factor);
  EXPECT_EQ(refusal(d.identity->finish_sign_in(pending, d.code())), "service.session_unknown") << "once";
  // Five minutes; five codes; and no longer than the password is the same.
  const auto late = value_of(d.identity->sign_in(d.form("tanaka"))).pending;
  d.later(5 * minute_ms);
  EXPECT_EQ(refusal(d.identity->finish_sign_in(late, d.code())), "service.session_unknown");
  const auto guessed = value_of(d.identity->sign_in(d.form("tanaka"))).pending;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(refusal(d.identity->finish_sign_in(guessed, "abc")), "service.sign_in_wrong");
    d.later(20'000);
  }
  EXPECT_EQ(refusal(d.identity->finish_sign_in(guessed, d.code())), "service.session_unknown");
  const auto before = value_of(d.identity->sign_in(d.form("tanaka"))).pending;
  d.later(1);
  d.password(d.who.tanaka, rfc_secret);
  EXPECT_EQ(refusal(d.identity->finish_sign_in(before, d.code())), "service.session_unknown");
}

TEST(SecondFactor, setting_one_up_goes_on_under_a_new_token) {
  Desk d;
  d.password(d.who.tanaka);
  const auto in = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto beside = value_of(d.identity->sign_in(d.form("tanaka")));
  EXPECT_EQ(refusal(d.identity->confirm_enrolment(*in.asker, "123456")), "service.enrolment_missing");
  EXPECT_EQ(refusal(d.identity->pass_second_factor(*in.asker, "123456")), "service.authenticator_missing");
  const auto begun = value_of(d.identity->enrol(*in.asker));
  EXPECT_EQ(begun.secret.size(), 32u);  // 160 bits
  EXPECT_NE(begun.uri.find("secret=" + begun.secret), std::string::npos);
  const auto secret = *from_base32(begun.secret);
  const auto right = one_time_code(secret, totp_step(d.house.clock.now()));
  const std::string wrong = right == "000000" ? "000001" : "000000";
  EXPECT_EQ(refusal(d.identity->confirm_enrolment(*in.asker, wrong)), "service.code_wrong");
  EXPECT_FALSE(value_of(d.identity->sign_in(d.form("tanaka"))).second_factor_needed) << "only begun";
  const auto done = value_of(d.identity->confirm_enrolment(*in.asker, right));
  EXPECT_EQ(done.recovery_codes.size(), 10u);
  EXPECT_EQ(std::set(done.recovery_codes.begin(), done.recovery_codes.end()).size(), 10u);
  EXPECT_EQ(refusal(d.identity->authenticate(in.token)), "service.session_unknown");
  const auto now = value_of(d.identity->authenticate(done.session.token));
  EXPECT_TRUE(now->second_factor);
  EXPECT_EQ(now->session, in.asker->session);
  EXPECT_NE(now->csrf, in.asker->csrf);
  // The other browser of the same person has not passed it: it must, before it sets up another.
  const auto other = value_of(d.identity->authenticate(beside.token));
  EXPECT_TRUE(other->enrolled);
  EXPECT_FALSE(other->second_factor);
  EXPECT_EQ(refusal(d.identity->enrol(*other)), "service.second_factor_missing");
  EXPECT_EQ(refusal(d.identity->new_recovery_codes(*other)), "service.second_factor_missing");
  EXPECT_EQ(refusal(d.identity->pass_second_factor(*other, right)), "service.code_wrong") << "used when it was set up";
  d.later(30'000);
  const auto passed = value_of(d.identity->pass_second_factor(*other, one_time_code(secret, totp_step(d.house.clock.now()))));
  EXPECT_TRUE(passed.asker->second_factor);
  EXPECT_EQ(refusal(d.identity->authenticate(beside.token)), "service.session_unknown");
  EXPECT_TRUE(d.identity->authenticate(passed.token));
}

// Who holds a stolen session has ten tries, slower and slower.
TEST(SecondFactor, a_session_does_not_guess_for_long) {
  Desk d;
  d.password(d.who.tanaka);
  const auto in = value_of(d.identity->sign_in(d.form("tanaka")));
  d.password(d.who.tanaka, rfc_secret);
  const auto who = value_of(d.identity->authenticate(in.token));
  int wrong = 0, waits = 0;
  while (d.identity->authenticate(in.token) && wrong + waits < 100) {
    const auto answer = d.identity->pass_second_factor(*who, "abc");
    ASSERT_FALSE(answer);
    if (const int seconds = wait_of(answer)) {
      ++waits;
      d.later(seconds * 1000);
    } else {
      ++wrong;
    }
  }
  EXPECT_EQ(wrong, 10);
  EXPECT_EQ(waits, 7);  // before the fourth and each later one
}

TEST(RecoveryCode, serves_once_even_if_two_come_at_once) {
  Desk d;
  d.password(d.who.tanaka);
  const auto in = value_of(d.identity->sign_in(d.form("tanaka")));
  const auto begun = value_of(d.identity->enrol(*in.asker));
  const auto codes = value_of(d.identity->confirm_enrolment(*in.asker, one_time_code(*from_base32(begun.secret), totp_step(d.house.clock.now())))).recovery_codes;
  std::uint64_t left = 10;
  for (const auto& code : codes) {
    std::atomic<int> accepted = 0, refused = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
      threads.emplace_back([&, t] {
        const auto answer = d.identity->sign_in(d.form("tanaka", good_password, code, "192.0.2." + std::to_string(20 + t)));
        if (answer && answer->asker) ++accepted;
        if (refusal(answer) == "service.sign_in_wrong") ++refused;
      });
    }
    for (auto& t : threads) t.join();
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(refused, 1);
    EXPECT_EQ(value_of(d.identity->recovery_codes_left(d.who.tanaka)), --left);
    d.later(hour_ms);
  }
  EXPECT_EQ(d.count("recovery_code_used"), 10u);
}

// ---- lockout ----

// 1, 2, 4, 8 s ... up to 15 minutes, from the peer's own last failure.
TEST(Lockout, a_peer_that_fails_waits_longer_and_longer) {
  Desk d;
  d.password(d.who.tanaka);
  value_of(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1")));  // a known peer: only its own failures count
  for (const int seconds : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
    ASSERT_EQ(refusal(d.identity->sign_in(d.form("tanaka", "a wrong password", "", "198.51.100.1"))), "service.sign_in_wrong");
    ASSERT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1"))), seconds) << "the right password waits, too";
    d.later(seconds * 1000 - 1);
    ASSERT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1"))), 1);
    d.later(1);
  }
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1")));
  // It begins anew.
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", "a wrong password", "", "198.51.100.1"))), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1"))), 1);
}

// Two hundred strangers fail as tanaka. Tanaka gets in from home, from a new place at the first try, and from the strangers' own address with a device that is known.
TEST(Lockout, cannot_be_used_to_lock_others_out) {
  Desk d;
  d.password(d.who.tanaka);
  const auto home = value_of(d.identity->sign_in(d.form("tanaka", good_password, "", "203.0.113.1")));
  EXPECT_EQ(home.device.size(), 43u);
  for (int i = 0; i < 200; ++i) {
    for (int j = 0; j < 2; ++j) {  // the second comes too soon and is not looked at
      static_cast<void>(d.identity->sign_in(d.form("tanaka", "a wrong password", "", "198.51.100." + std::to_string(i))));
    }
  }
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", good_password, "", "203.0.113.1"))) << "the peer that is known";
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", good_password, "", "203.0.113.77"))) << "a new place, first try";
  auto beside = d.form("tanaka", good_password, "", "198.51.100.7");
  EXPECT_EQ(wait_of(d.identity->sign_in(beside)), 3600) << "200 failures: 2^190 s, at most an hour";
  beside.device = home.device;
  const auto known = value_of(d.identity->sign_in(beside));
  EXPECT_EQ(known.device, "") << "it is known already";
  // The device's own failures count for it alone.
  beside.password = "a wrong password";
  EXPECT_EQ(refusal(d.identity->sign_in(beside)), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->sign_in(beside)), 1);
  // Of another person it is no device: kato's first try at that address is looked at, and counted as a stranger's.
  d.password(d.who.kato);
  auto kato = beside;
  kato.login = "kato";
  EXPECT_EQ(refusal(d.identity->sign_in(kato)), "service.sign_in_wrong");
  EXPECT_EQ(d.count("sign_in_slowed"), 202u);
}

// One address that tries many logins: 50 are an office, beyond that each try waits.
TEST(Lockout, one_peer_and_many_logins) {
  Desk d;
  d.password(d.who.tanaka);
  for (int i = 0; i < 51; ++i) EXPECT_EQ(refusal(d.identity->sign_in(d.form("login" + std::to_string(i), "a wrong password", "", "198.51.100.1"))), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.1"))), 2);
  EXPECT_TRUE(d.identity->sign_in(d.form("tanaka", good_password, "", "198.51.100.2")));
}

// A thousand at once are one try: it is counted before the password is looked at.
TEST(Lockout, many_at_once_are_one_try) {
  Desk d;
  d.password(d.who.tanaka);
  std::atomic<int> tried = 0, waited = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      const auto answer = d.identity->sign_in(d.form("tanaka", "a wrong password"));
      if (refusal(answer) == "service.sign_in_wrong") ++tried;
      if (wait_of(answer) > 0) ++waited;
    });
  }
  for (auto& t : threads) t.join();
  EXPECT_EQ(tried, 1);
  EXPECT_EQ(waited, 7);
}

// Wrong codes after a right password come from who stole it: all strangers wait together, the known device does not.
TEST(Lockout, codes_are_not_guessed_from_many_places) {
  Desk d;
  d.password(d.who.tanaka, rfc_secret);
  const auto known = value_of(d.identity->sign_in(d.form("tanaka", good_password, d.code())));
  for (int i = 0; i < 6; ++i) EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", good_password, "abc", "198.51.100." + std::to_string(i)))), "service.sign_in_wrong") << i;
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "abc", "198.51.100.99"))), 2);
  d.later(2000);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", good_password, "abc", "198.51.100.98"))), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka", good_password, "abc", "198.51.100.97"))), 4);
  d.later(30'000 - 2000);
  auto own = d.form("tanaka", good_password, d.code(), "198.51.100.97");
  own.device = known.device;
  EXPECT_TRUE(d.identity->sign_in(own));
}

// A failure is forgotten a day after the last.
TEST(Lockout, is_forgotten_after_a_day) {
  Desk d;
  d.password(d.who.tanaka);
  for (int i = 0; i < 12; ++i) {
    static_cast<void>(d.identity->sign_in(d.form("tanaka", "a wrong password")));
    d.later(hour_ms);
  }
  d.later(24 * hour_ms);
  EXPECT_EQ(refusal(d.identity->sign_in(d.form("tanaka", "a wrong password"))), "service.sign_in_wrong");
  EXPECT_EQ(wait_of(d.identity->sign_in(d.form("tanaka"))), 1);
}

// ---- the file ----

struct Filed {
  test::TemporaryFolder folder;
  StandingClock clock{at("2027-05-20")};
  LedgerOptions options;
  std::unique_ptr<Ledger> ledger;
  std::unique_ptr<Identity> identity;
  Inhabitants who;
  Filed() {
    options.clock = &clock;
    ledger = value_of(Ledger::create(folder.file("store"), create_options(), options));
    who = furnish(*ledger);
    identity = value_of(Identity::open(*ledger, clock, quick()));
  }
  void restart() {
    identity.reset();
    ledger.reset();
    ledger = value_of(Ledger::open(folder.file("store"), options));
    identity = value_of(Identity::open(*ledger, clock, quick()));
  }
};

TEST(Restart, sessions_tokens_and_failures_are_still_there) {
  Filed f;
  value_of(f.identity->make_demo_login(f.who.tanaka, good_password, rfc_secret));
  SignIn in;
  in.login = "tanaka";
  in.password = good_password;
  in.peer = "192.0.2.55";
  in.code = value_of(f.identity->demo_code("tanaka"));
  const auto stays = value_of(f.identity->sign_in(in));
  const auto token = value_of(f.identity->make_token(*stays.asker, "夜間の取込", f.who.first, {"read"}, {f.clock.now().ms + hour_ms}));
  in.password = "a wrong password";
  in.peer = "192.0.2.66";
  EXPECT_EQ(refusal(f.identity->sign_in(in)), "service.sign_in_wrong");
  // Seen after 20 minutes, and written behind; 25 minutes after that it is within its 30.
  f.clock.set({f.clock.now().ms + 20 * minute_ms});
  EXPECT_TRUE(f.identity->authenticate(stays.token));
  value_of(f.identity->flush());
  f.restart();
  EXPECT_EQ(wait_of(f.identity->sign_in(in)), 0) << "20 minutes have passed";
  f.clock.set({f.clock.now().ms + 25 * minute_ms});
  const auto who = value_of(f.identity->authenticate(stays.token));
  EXPECT_EQ(who->csrf, stays.asker->csrf);
  EXPECT_TRUE(who->second_factor);
  EXPECT_EQ(value_of(f.identity->authenticate_token(token.text))->token->name, "夜間の取込");
  value_of(f.identity->sign_out(*who));
  f.restart();
  EXPECT_EQ(refusal(f.identity->authenticate(stays.token)), "service.session_unknown");
  EXPECT_TRUE(f.identity->authenticate_token(token.text));
  EXPECT_TRUE(value_of(f.ledger->check(false)).findings.empty());
  // Neither an address nor a token nor a password stands in the file.
  f.identity.reset();
  f.ledger.reset();
  const auto bytes = test::read_bytes(f.folder.file("store") + "/people.db") + (std::filesystem::exists(f.folder.file("store") + "/people.db-wal") ? test::read_bytes(f.folder.file("store") + "/people.db-wal") : "");
  for (const std::string& secret : {std::string("192.0.2.55"), stays.token, token.text, std::string(good_password), std::string("12345678901234567890"), stays.device}) EXPECT_EQ(bytes.find(secret), std::string::npos) << secret;
  EXPECT_NE(bytes.find("$argon2id$"), std::string::npos);
}

// One byte of every table: the check names the table.
TEST(Restart, an_altered_row_is_found) {
  const std::pair<const char*, const char*> changes[] = {{"contacts", "email = 'x@example.jp'"}, {"credentials", "changed_ms = changed_ms + 1"}, {"authenticators", "last_step = last_step - 1"},
      {"recovery_codes", "used_ms = used_ms + 1"}, {"sessions", "second_factor_ms = 7"}, {"devices", "last_used_ms = 7"}, {"api_tokens", "scopes = 'commands'"}, {"invitations", "roles = '1'"},
      {"password_resets", "until_ms = until_ms + 1"}, {"lost_authenticators", "approved = 1"}, {"sign_in_counters", "failures = 0"}, {"identity_log", "kind = 7"}};
  Filed f;
  f.identity.reset();  // its last flush would take out rows as old as these
  auto& rows = *value_of(f.ledger->people().identities());
  PersonId p = f.who.tanaka;
  value_of(rows.put(store::ContactRow{p, "tanaka@example.jp", 0}));
  value_of(rows.put(store::CredentialRow{p, "$argon2id$", {1}}));
  value_of(rows.put(store::AuthenticatorRow{p, false, Bytes(10), {1}, 5}));
  value_of(rows.put(store::RecoveryCodeRow{p, {}, {}}));
  value_of(rows.put(store::SessionRow{{5}, {}, p, {1}, {1}, {2}, {}, "Firefox", {}}));
  value_of(rows.put(store::DeviceRow{{}, p, {1}, {1}}));
  value_of(rows.put(store::ApiTokenRow{{1}, {}, p, {2}, "name", "read", {1}, {2}, {}, {}}));
  value_of(rows.put(store::InvitationRow{{1}, {}, "a@example.jp", {2}, "5", p, {1}, {2}, {}, {}, {}, {}}));
  value_of(rows.put(store::PasswordResetRow{{}, p, store::ResetKind::by_mail, {1}, {2}, {}}));
  value_of(rows.put(store::LostAuthenticatorRow{{1}, p, p, {1}, {2}, {}, {}, false}));
  value_of(rows.put(store::SignInCounterRow{{}, 3, {1}, {1}}));
  value_of(rows.log({0, {1}, store::SecurityKind::signed_in, p, {}, "Firefox"}));
  EXPECT_TRUE(value_of(f.ledger->check(false)).findings.empty());
  f.ledger.reset();
  for (const auto& [table, change] : changes) {
    {
      auto db = value_of(store::Database::open(f.folder.file("store") + "/people.db", "people", store::Opening::existing));
      value_of(db.execute((std::string("UPDATE ") + table + " SET " + change).c_str()));
    }
    const auto people = value_of(store::open_sqlite_people(f.folder.file("store") + "/people.db", store::Opening::existing));
    const auto findings = value_of(people->check());
    const std::string named = std::string("the row of ") + table + " ";
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const auto& text) { return text.starts_with(named); })) << table;
  }
}

}  // namespace
}  // namespace sumi::service
