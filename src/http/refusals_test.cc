// What a request is refused for before any rule is asked, over a real connection: the code and the status of each. The statuses are RFC 9110's (401, 403, 404, 409,
// 415, 422, 503), RFC 6585's (428) and RFC 9110 13.1.1's (412 of If-Match).
#include <gtest/gtest.h>

#include "http/api.h"
#include "http/testing.h"
#include "service/identity_testing.h"
#include "wire/json.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using service::testing::value_of;
using testing::Client;

const char* const key_field = "Idempotency-Key: 9f2c1e4a-7b3d-4c58-a1f0-5e6d7c8b9a01\r\n";

struct Shop {
  Desk desk;
  bool full = false;  // no thread takes more work
  Api api{office(), {}};
  std::unique_ptr<Server> server = testing::started(api);
  std::string fields;  // of whoever is signed in

  Office office() {
    Office o{*desk.house.ledger, *desk.identity, desk.house.clock};
    o.background = [this](const std::function<void()>& work) {
      if (full) return false;
      work();
      return true;
    };
    return o;
  }
  void enter(PersonId person, const std::string& login) {
    desk.password(person, service::testing::rfc_secret);
    desk.later(30'000);
    const auto in = value_of(desk.identity->sign_in(desk.form(login, service::testing::good_password, desk.code())));
    fields = "Cookie: sumi_session=" + in.token + "\r\nSumi-CSRF: " + in.asker->csrf + "\r\n";
  }
  testing::Answer ask(const std::string& line, const std::string& more = "", const std::string& body = "", const std::string& type = "application/json") {
    Client client(server->port());
    const auto content = body.empty() ? std::string() : "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    client.send(line + " HTTP/1.1\r\nHost: localhost\r\n" + fields + more + content + "\r\n" + body);
    return client.receive();
  }
};

// "409 http.command_of_time"
std::string told(const testing::Answer& answer) {
  const auto body = wire::parse_json(answer.body, "answer");
  const auto* code = body ? body->find("code") : nullptr;
  return std::to_string(answer.status) + " " + (code != nullptr ? code->text : answer.body);
}

TEST(HttpRefusals, WhoIsNotSignedInOrHasNotTheRight) {
  Shop shop;
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts")), "401 http.not_signed_in");
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts", "Authorization: Bearer nothing\r\n")), "401 http.not_signed_in");
  shop.enter(shop.desk.who.tanaka, "tanaka");
  EXPECT_EQ(told(shop.ask("GET /api/v1/audit/journal")), "403 http.not_allowed");
  // The roles in the words of the scheme, not by their keys.
  EXPECT_NE(shop.ask("GET /api/v1/audit/journal").body.find("この操作には 監査人 / 管理者 の権限が必要です。"), std::string::npos);
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts/999")), "404 http.not_found");
}

TEST(HttpRefusals, Commands) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const std::string transfer = "POST /api/v1/commands/Transfer";
  EXPECT_EQ(told(shop.ask(transfer, "", "{}")), "422 http.key_missing");
  EXPECT_EQ(told(shop.ask(transfer, "Idempotency-Key: 12\r\n", "{}")), "422 http.key_syntax");
  EXPECT_EQ(told(shop.ask(transfer, "Idempotency-Key: 00000000-0000-0000-0000-000000000000\r\n", "{}")), "422 http.key_syntax");
  EXPECT_EQ(told(shop.ask(transfer, key_field, "a=b", "application/x-www-form-urlencoded")), "415 http.body_type");
  const auto group = [&](const std::string& name) { return told(shop.ask("POST /api/v1/commands", key_field, R"({"commands":[{"name":")" + name + R"(","body":{}}]})")); };
  EXPECT_EQ(group("Transfre"), "404 http.command_unknown");
  for (const char* own : {"OpenStore", "AdvanceTime", "PassDeadlines", "LapseOffers", "NewEpoch"}) EXPECT_EQ(group(own), "409 http.command_of_time") << own;
}

// Whoever has no second factor is told that there is no such command, not that they need one for it.
TEST(HttpRefusals, AnUnknownCommandOfAGroupIsUnknownFirst) {
  Shop shop;
  shop.desk.password(shop.desk.who.tanaka);
  const auto in = value_of(shop.desk.identity->sign_in(shop.desk.form("tanaka")));
  shop.fields = "Cookie: sumi_session=" + in.token + "\r\nSumi-CSRF: " + in.asker->csrf + "\r\n";
  const auto group = [&](const std::string& name) { return told(shop.ask("POST /api/v1/commands", key_field, R"({"commands":[{"name":")" + name + R"(","body":{}}]})")); };
  EXPECT_EQ(group("Transfre"), "404 http.command_unknown");
  EXPECT_EQ(group("ApplyRetirement"), "403 service.second_factor_missing");
}

TEST(HttpRefusals, WhateverEntersSomethingWantsAKey) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  EXPECT_EQ(told(shop.ask("POST /api/v1/proponent/drafts/1/hand-in", "If-Match: \"1\"\r\n", "{}")), "422 http.key_missing");
  EXPECT_EQ(told(shop.ask("POST /api/v1/proponent/cases/1/monitoring/submit?period=2026-04-01..2027-03-31", "", "a,b", "text/csv")), "422 http.key_missing");
  EXPECT_EQ(told(shop.ask("POST /api/v1/transfers/bulk", "", "a,b", "text/csv")), "422 http.key_missing");
}

// A link to a file carries no header.
TEST(HttpRefusals, ForWhomOneReadsMayStandInTheAddress) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto own = std::to_string(shop.desk.who.first.value), other = std::to_string(shop.desk.who.second.value);
  EXPECT_EQ(shop.ask("GET /api/v1/accounts?acting_for=" + own).status, 200U);
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts?limit=5&acting_for=" + other)), "403 http.organisation_not_yours");
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts?acting_for=x")), "403 http.organisation_not_yours");
  EXPECT_EQ(shop.ask("GET /api/v1/accounts?acting_for=" + other, "Sumi-Organisation: " + own + "\r\n").status, 200U) << "the header goes before";
  EXPECT_EQ(told(shop.ask("POST /api/v1/commands/Transfer?acting_for=" + own, key_field, "{}")), "422 wire.unknown_key") << "reads only";
}

TEST(HttpRefusals, WhatStandsBehindTheQuestionMark) {
  Shop shop;
  EXPECT_EQ(told(shop.ask("GET /api/v1/projects?limit=%zz")), "422 http.query_syntax");
  shop.enter(shop.desk.who.tanaka, "tanaka");
  EXPECT_EQ(told(shop.ask("GET /api/v1/proponent/cases/1/members?cursor=x")), "422 http.cursor_syntax");
}

TEST(HttpRefusals, ADraftThatSomebodyElseSavedIsNotOverwritten) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto made = shop.ask("POST /api/v1/proponent/drafts", "", R"({"plan":{}})");
  ASSERT_EQ(made.status, 200U) << made.body;
  const auto view = value_of(wire::parse_json(made.body, "draft"));
  ASSERT_NE(view.find("draft"), nullptr) << made.body;
  const auto save = "PUT /api/v1/proponent/drafts/" + view.find("draft")->text;
  EXPECT_EQ(told(shop.ask(save, "", R"({"plan":{}})")), "428 http.etag_missing");
  const auto tag = "If-Match: \"" + view.find("version")->text + "\"\r\n";
  const auto saved = shop.ask(save, tag, R"({"plan":{"project":{"name":"first"}}})");
  EXPECT_EQ(saved.status, 200U) << saved.body;
  EXPECT_EQ(told(shop.ask(save, tag, R"({"plan":{"project":{"name":"second"}}})")), "412 http.etag_stale");
}

TEST(HttpRefusals, WhereTooMuchWaitsTheRequestIsSentAway) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  shop.full = true;
  EXPECT_EQ(told(shop.ask("GET /api/v1/accounts")), "503 http.too_busy");
}

}  // namespace
}  // namespace sumi::http
