#include "service/mail.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <thread>

#include "base/file.h"
#include "outbound/testing.h"
#include "service/testing.h"
#include "store/identities.h"

namespace sumi::service {
namespace {

using outbound::testing::SmtpServer;
using testing::at;
using testing::day;
using testing::House;
using testing::take;
using testing::value_of;

MailOptions options_for(std::uint16_t port) {
  MailOptions o;
  o.enabled = true;
  o.server.host = "127.0.0.1";
  o.server.port = port;
  o.server.security = outbound::Security::none;
  o.server.timeout = std::chrono::seconds(5);
  o.from = "sumi@example.jp";
  o.from_name = "J-クレジット登録簿";
  o.administrator = "admin@example.jp";
  o.base_url = "https://sumi.example.jp";
  return o;
}
void contact(House& house, PersonId person, const std::string& email, Language language = Language::ja) {
  auto* rows = value_of(house.ledger->people().identities());
  value_of(rows->put(store::ContactRow{person, email, static_cast<std::uint8_t>(language)}));
}
std::unique_ptr<MailRoom> room_of(House& house, const MailOptions& options) { return value_of(MailRoom::open(*house.ledger, house.clock, options)); }
std::vector<std::string> addresses(const MailRoom& room) {
  std::vector<std::string> out;
  for (const auto& row : room.waiting()) out.push_back(std::to_string(row.kind) + " " + row.address);
  std::sort(out.begin(), out.end());
  return out;
}
MailValues link() {
  MailValues v;
  v.link = "https://sumi.example.jp/x";
  v.about = "北上製紙株式会社";
  v.until_moment = at("2027-05-27");
  return v;
}
std::string line(MailKind kind, const std::string& address) { return std::to_string(static_cast<int>(kind)) + " " + address; }

TEST(Mail, EachTextIsThereInBothLanguagesSaysWhyByWhichSystemAndOfWhichKind) {
  MailValues v = link();
  v.system = "試験登録簿";
  v.number = "12";
  v.until = day("2027-06-30");
  v.lines = {{"計画書の妥当性確認", "validate the plan"}};
  v.reason = "outbound.mail_refused";
  for (const auto& [word, kind] : enum_names(MailKind{})) {
    std::set<std::string> texts;
    for (const auto language : {Language::ja, Language::en}) {
      v.store = scheme::StoreKind::production;
      const auto real = mail_text(kind, language, v);
      EXPECT_FALSE(real.subject.empty()) << word;
      EXPECT_NE(real.text.find(v.system), std::string::npos) << word;
      EXPECT_NE(real.text.find(v.link), std::string::npos) << word;
      EXPECT_NE(real.text.find(language == Language::ja ? "ため、" : "because "), std::string::npos) << word;
      EXPECT_EQ(real.text.find("デモ"), std::string::npos);
      v.store = scheme::StoreKind::demo;
      const auto demo = mail_text(kind, language, v);
      EXPECT_TRUE(demo.subject.starts_with(language == Language::ja ? "【デモ】" : "[DEMO] ")) << word;
      v.store = scheme::StoreKind::training;
      EXPECT_TRUE(mail_text(kind, language, v).subject.starts_with(language == Language::ja ? "【研修】" : "[TRAINING] ")) << word;
      texts.insert(real.text);
    }
    EXPECT_EQ(texts.size(), 2U) << word << " is not translated";
  }
}

TEST(Mail, WhatIsQueuedArrivesOnce) {
  House house;
  const SmtpServer server;
  const auto room = room_of(house, options_for(server.port()));
  value_of(room->queue(MailKind::invitation, "kato@example.co.jp", Language::ja, link()));
  EXPECT_EQ(room->send_due(), 1U);
  EXPECT_EQ(room->send_due(), 0U);
  ASSERT_EQ(server.mails().size(), 1U);
  EXPECT_EQ(server.mails()[0].subject(), "【デモ】利用者登録のご案内");
  EXPECT_NE(server.mails()[0].text().find("https://sumi.example.jp/x"), std::string::npos);
  EXPECT_NE(server.mails()[0].text().find("2027-05-27 00:00"), std::string::npos) << server.mails()[0].text();
  EXPECT_TRUE(room->waiting().empty());
  EXPECT_EQ(room->counts().sent, 1U);
}

// Whoever is invited has chosen no language yet: the registry's own. The link of an approved reset goes to the person, since who approved it does not see it.
TEST(Mail, WhatTheSignInWantsToldHasItsLinkAndLanguage) {
  House house;
  const SmtpServer server;
  auto options = options_for(server.port());
  options.language = Language::en;
  const auto room = room_of(house, options);
  using Kind = IdentityMail::Kind;
  room->tell({Kind::invitation, "new@example.jp", {}, Language::ja, "tokentoken", at("2027-05-27")});
  room->tell({Kind::authenticator_replaced, "kato@example.jp", "加藤", Language::ja, "resettoken", at("2027-05-27")});
  room->tell({Kind::authenticator_replaced, "mori@example.jp", "森", Language::ja, {}, {}});
  room->tell({Kind::contact_changed, "old@example.jp", "田中", Language::ja, {}, {}});
  EXPECT_EQ(room->send_due(), 4U);
  const auto mails = server.mails();
  ASSERT_EQ(mails.size(), 4U);
  const auto to = [&](std::string_view address) {
    const auto found = std::ranges::find_if(mails, [&](const auto& mail) { return mail.data.find("To: " + std::string(address)) != std::string::npos; });
    return found == mails.end() ? std::string() : found->subject() + "\n" + found->text();
  };
  EXPECT_NE(to("new@example.jp").find("[DEMO] Your invitation"), std::string::npos) << to("new@example.jp");
  EXPECT_NE(to("new@example.jp").find("https://sumi.example.jp/invitation/tokentoken"), std::string::npos);
  EXPECT_NE(to("kato@example.jp").find("https://sumi.example.jp/reset/resettoken"), std::string::npos) << to("kato@example.jp");
  EXPECT_NE(to("kato@example.jp").find("2027-05-27 00:00"), std::string::npos);
  EXPECT_NE(to("mori@example.jp").find("https://sumi.example.jp/account"), std::string::npos);
  EXPECT_NE(to("old@example.jp").find("お知らせの宛先が変わりました"), std::string::npos) << to("old@example.jp");
}

TEST(Mail, ABusyServerIsTriedAgainWithGrowingDelay) {
  House house;
  SmtpServer server([](const std::string& verb, const std::string&) { return verb == "RCPT" ? "450 busy" : ""; });
  const auto room = room_of(house, options_for(server.port()));
  value_of(room->queue(MailKind::password_reset, "kato@example.co.jp", Language::en, link()));
  const auto start = house.clock.now();
  // 1, 5, 15, 60 and then 240 minutes: tried at 0, 1, 6, 21, 81, 321, 561.
  int tries = 0;
  std::vector<int> tried_at;
  for (int minute = 0; minute <= 600; ++minute) {
    house.clock.set(Instant{start.ms + minute * std::int64_t{60'000}});
    room->send_due();
    if (server.connections() != tries) {
      tries = server.connections();
      tried_at.push_back(minute);
    }
  }
  EXPECT_EQ(tried_at, (std::vector<int>{0, 1, 6, 21, 81, 321, 561}));
  ASSERT_EQ(room->waiting().size(), 1U);
  EXPECT_EQ(room->waiting()[0].last_error, "outbound.mail_deferred");
  server.set({});
  house.clock.set(Instant{start.ms + 801 * std::int64_t{60'000}});
  EXPECT_EQ(room->send_due(), 1U);
  EXPECT_EQ(server.mails().size(), 1U);
}

TEST(Mail, WhatIsRefusedForGoodIsGivenUpAtOnceAndTold) {
  House house;
  SmtpServer server([](const std::string& verb, const std::string& l) { return verb == "RCPT" && l.find("gone@") != std::string::npos ? "550 no such user" : ""; });
  const auto room = room_of(house, options_for(server.port()));
  value_of(room->queue(MailKind::new_device, "gone@example.co.jp", Language::ja, link()));
  EXPECT_EQ(room->send_due(), 0U);
  EXPECT_EQ(addresses(*room), std::vector<std::string>{line(MailKind::given_up, "admin@example.jp")});
  EXPECT_EQ(room->send_due(), 1U);
  ASSERT_EQ(server.mails().size(), 1U);
  EXPECT_EQ(server.mails()[0].to, "<admin@example.jp>");
  EXPECT_NE(server.mails()[0].text().find("outbound.mail_refused"), std::string::npos);
  EXPECT_EQ(server.mails()[0].text().find("gone@"), std::string::npos) << "the address is nobody else's";
  EXPECT_EQ(room->counts().given_up, 1U);
}

TEST(Mail, WhatIsUndeliveredForDaysIsGivenUpAndANoticeOfThatIsNotTold) {
  House house;
  SmtpServer server([](const std::string& verb, const std::string&) { return verb == "CONNECT" ? "drop" : ""; });
  const auto room = room_of(house, options_for(server.port()));
  value_of(room->queue(MailKind::new_device, "kato@example.co.jp", Language::ja, link()));
  const auto start = house.clock.now();
  room->send_due();
  EXPECT_EQ(room->waiting().at(0).last_error, "outbound.mail_unreachable");
  house.clock.set(Instant{start.ms + std::int64_t{4} * 86'400'000 - 1});
  room->send_due();
  EXPECT_EQ(room->waiting().size(), 1U);
  house.clock.set(Instant{start.ms + std::int64_t{5} * 86'400'000});
  room->send_due();
  EXPECT_EQ(addresses(*room), std::vector<std::string>{line(MailKind::given_up, "admin@example.jp")});
  house.clock.set(Instant{start.ms + std::int64_t{10} * 86'400'000});
  room->send_due();
  EXPECT_TRUE(room->waiting().empty());
}

TEST(Mail, OffNothingIsQueuedAndWhatWaitedStays) {
  House house;
  const SmtpServer server;
  auto options = options_for(server.port());
  {
    const auto room = room_of(house, options);
    value_of(room->queue(MailKind::new_device, "kato@example.co.jp", Language::ja, link()));
  }
  options.enabled = false;
  const auto off = room_of(house, options);
  value_of(off->queue(MailKind::new_device, "mori@example.co.jp", Language::ja, link()));
  off->start();
  EXPECT_EQ(off->send_due(), 0U);
  EXPECT_EQ(addresses(*off), std::vector<std::string>{line(MailKind::new_device, "kato@example.co.jp")});
  EXPECT_EQ(server.connections(), 0);
}

TEST(Mail, AnAddressThatCannotBeIsRefusedWhenItIsQueued) {
  House house;
  const auto room = room_of(house, options_for(1));
  const auto queued = room->queue(MailKind::invitation, "kato@example.co.jp\r\nRCPT TO:<eve@example.com>", Language::ja, link());
  EXPECT_EQ(testing::refusal(queued), "outbound.mail_address");
  EXPECT_TRUE(room->waiting().empty());
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "sumi-mail-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST(Mail, TheQueueSurvivesARestartBetweenQueueingAndSending) {
  const Folder folder;
  testing::StandingClock clock{at("2027-05-20")};
  LedgerOptions ledger_options;
  ledger_options.clock = &clock;
  SmtpServer server;
  {
    const auto ledger = value_of(Ledger::create(folder.path() + "/store", testing::create_options(), ledger_options));
    const auto room = value_of(MailRoom::open(*ledger, clock, options_for(server.port())));
    value_of(room->queue(MailKind::invitation, "kato@example.co.jp", Language::ja, link()));
    value_of(room->queue(MailKind::invitation, "mori@example.co.jp", Language::en, link()));
    // The machine stops after the server's yes, and before anybody knows of it.
    server.set([](const std::string& verb, const std::string&) { return verb == "BODY" ? "taken, then drop" : ""; });
    room->send_due();
  }
  ASSERT_EQ(server.mails().size(), 2U);
  server.set({});
  const auto ledger = value_of(Ledger::open(folder.path() + "/store", ledger_options));
  const auto room = value_of(MailRoom::open(*ledger, clock, options_for(server.port())));
  EXPECT_EQ(addresses(*room), (std::vector<std::string>{line(MailKind::invitation, "kato@example.co.jp"), line(MailKind::invitation, "mori@example.co.jp")}));
  clock.set(at("2027-05-21"));
  EXPECT_EQ(room->send_due(), 2U);
  const auto mails = server.mails();
  ASSERT_EQ(mails.size(), 4U);
  // Sent twice rather than not at all; the Message-ID says that it is one mail.
  EXPECT_EQ(mails[0].field("Message-ID"), mails[2].field("Message-ID"));
  EXPECT_EQ(mails[1].field("Message-ID"), mails[3].field("Message-ID"));
  EXPECT_NE(mails[0].field("Message-ID"), mails[1].field("Message-ID"));
  EXPECT_EQ(mails[0].data, mails[2].data);
  EXPECT_TRUE(value_of(ledger->people().check()).empty());
}

TEST(Mail, WhoIsConcernedByADecisionAnOfferOrARetirementIsToldAndNobodyElse) {
  House house;
  auto& who = house.who;
  const SmtpServer server;
  contact(house, who.tanaka, "tanaka@example.co.jp");
  contact(house, who.suzuki, "suzuki@example.co.jp");
  contact(house, who.kato, "kato@example.co.jp", Language::en);
  contact(house, who.mori, "mori@example.co.jp");
  const auto room = room_of(house, options_for(server.port()));
  // 2027-05-20 in Japan, just after midnight: no digest yet. What was before is nobody's news.
  value_of(room->follow());
  EXPECT_TRUE(room->waiting().empty());

  registry::OfferTransfer offer;
  offer.from = who.first_account;
  offer.to = who.second_account;
  offer.selection.pick = registry::Pick{3, "", {}, {}};
  offer.acceptance = true;
  offer.expires_on = day("2027-06-30");
  take(*house.ledger, who.tanaka, who.first, offer);
  take(*house.ledger, who.tanaka, who.first, registry::SetAccountControl{who.first_account, true, 5});
  value_of(house.ledger->submit(testing::retirement(who, 10)));
  take(*house.ledger, who.tanaka, who.first, project::SubmitReport{[&] {
         project::SubmitReport report;
         report.project = who.project;
         report.period = {day("2027-05-01"), day("2027-05-19")};
         report.plan = testing::plan_head(who).plan;
         report.data_set = sha256(std::string_view("data 2"));
         report.trace = sha256(std::string_view("trace 2"));
         report.lines = {{"EN-S-001", FiscalYear{2027}, "5", "0", 5}};
         return report;
       }()});
  take(*house.ledger, who.mori, who.verifier, project::RecordVerification{who.project, 2, who.verifier, true, sha256(std::string_view("trace 2")), sha256(std::string_view("v"))});
  take(*house.ledger, who.tanaka, who.first, project::ApplyForCertification{who.project, 2, "JC", "ER"});
  take(*house.ledger, who.chair, who.committee, project::DecideCertification{who.project, 2, 66, true, ""});
  value_of(room->follow());
  value_of(room->follow());
  EXPECT_EQ(addresses(*room), (std::vector<std::string>{line(MailKind::retirement_asked, "suzuki@example.co.jp"), line(MailKind::certification_decided, "tanaka@example.co.jp"),
                                  line(MailKind::transfer_offered, "kato@example.co.jp")}));
  EXPECT_EQ(room->send_due(), 3U);
  for (const auto& mail : server.mails()) {
    if (mail.to == "<kato@example.co.jp>") {
      EXPECT_EQ(mail.subject(), "[DEMO] A transfer is offered");
      EXPECT_NE(mail.text().find("https://sumi.example.jp/offers/1\r\n"), std::string::npos);
      EXPECT_NE(mail.text().find("2027-06-30"), std::string::npos);
    }
    // No person's name, and no address but the addressee's.
    for (const char* name : {"田中", "鈴木", "加藤", "森三郎"}) EXPECT_EQ(mail.text().find(name), std::string::npos) << mail.text();
    EXPECT_EQ(mail.text().find("@example.co.jp"), std::string::npos);
  }
}

TEST(Mail, OnceADayFromEightEverybodyIsToldWhatWaits) {
  House house;
  auto& who = house.who;
  const SmtpServer server;
  contact(house, who.tanaka, "tanaka@example.co.jp");
  contact(house, who.mori, "mori@example.co.jp");
  const auto room = room_of(house, options_for(server.port()));
  house.clock.set(at("2027-05-20T22:59:59.999Z"));  // 07:59 on the 21st in Japan
  value_of(room->follow());
  EXPECT_TRUE(room->waiting().empty());
  house.clock.set(at("2027-05-20T23:00:00.000Z"));
  value_of(room->follow());
  value_of(room->follow());
  // tanaka's project waits for its next report; nothing waits for mori.
  EXPECT_EQ(addresses(*room), std::vector<std::string>{line(MailKind::waits, "tanaka@example.co.jp")});
  room->send_due();
  EXPECT_NE(server.mails().back().text().find("・モニタリングを行い、報告書を出す: ボイラーの更新"), std::string::npos) << server.mails().back().text();
  house.clock.set(at("2027-05-21T23:30:00.000Z"));
  value_of(room->follow());
  EXPECT_EQ(room->waiting().size(), 1U);
}

TEST(Mail, TheThreadSendsAndStopsInTheMiddleOfAMail) {
  House house;
  SmtpServer server;
  const auto room = room_of(house, options_for(server.port()));
  room->start();
  value_of(room->queue(MailKind::invitation, "kato@example.co.jp", Language::ja, link()));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (server.mails().empty() && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(server.mails().size(), 1U);
  std::atomic<bool> waits = false;
  server.set([&](const std::string& verb, const std::string&) {
    if (verb == "MAIL") {
      waits = true;
      std::this_thread::sleep_for(std::chrono::milliseconds(3000));
    }
    return std::string();
  });
  value_of(room->queue(MailKind::invitation, "mori@example.co.jp", Language::ja, link()));
  while (!waits && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const auto start = std::chrono::steady_clock::now();
  room->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(2500));
  EXPECT_EQ(room->waiting().size(), 1U) << "it was not the server's word";
}

TEST(Mail, ThePasswordIsTheFirstLineOfItsFile) {
  const Folder folder;
  Config config;
  config.mail.enabled = true;
  config.mail.password_file = folder.path() + "/password";
  value_of(write_file_atomic(config.mail.password_file, "geheim \nsecond line\n", 0600));
  EXPECT_EQ(value_of(mail_options(config)).server.password, "geheim ");
  EXPECT_EQ(value_of(mail_options(config)).base_url, "http://localhost:8080");
}

}  // namespace
}  // namespace sumi::service
