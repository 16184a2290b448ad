// What somebody who is signed in, or nobody, must not reach by a request that is well formed: another's documents by their public hash, another day than today's, the room for
// bodies. Over real connections.
#include <gtest/gtest.h>

#include "base/sha256.h"
#include "http/api.h"
#include "http/testing.h"
#include "service/citing.h"
#include "service/identity_testing.h"
#include "wire/json.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using service::testing::value_of;
using testing::Client;

struct Shop {
  explicit Shop(scheme::StoreKind kind = scheme::StoreKind::demo) : desk(kind) {}
  Desk desk;
  Api api{office(), {}};
  std::unique_ptr<Server> server = testing::started(api, quick());
  std::string fields;
  int keys = 0;

  static ServerOptions quick() {
    auto options = testing::local();
    options.body_time = std::chrono::milliseconds(300);
    return options;
  }
  Office office() {
    Office o{*desk.house.ledger, *desk.identity, desk.house.clock};
    o.background = [](const std::function<void()>& work) {
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
  std::string command(const std::string& name, const std::string& body, const std::string& query = "") {
    Client client(server->port());
    const auto digits = std::to_string(100 + ++keys);
    client.send("POST /api/v1/commands/" + name + query + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "Idempotency-Key: 9f2c1e4a-7b3d-4c58-a1f0-5e6d7c8b9" + digits +
                "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const auto answer = client.receive();
    const auto tree = wire::parse_json(answer.body, "answer");
    const auto* code = tree ? tree->find("code") : nullptr;
    return std::to_string(answer.status) + (code != nullptr ? " " + code->text : "");
  }
};

TEST(Trust, ADocumentIsCitedByWhoeverFiledItOnly) {
  Shop shop;
  auto& ledger = *shop.desk.house.ledger;
  const auto& who = shop.desk.who;
  // Another's plan, as it lies: in its owner's folder and in the scheme's. Its hash is public.
  const std::string plan = "the plan of another company";
  const Hash hash = value_of(ledger.put_evidence(who.second, plan));
  value_of(ledger.put_evidence({}, plan));
  shop.enter(who.tanaka, "tanaka");
  const auto draft = [&](const Hash& of) {
    return shop.command("DraftProject", R"({"head":{"title":"x","type":"normal","proponents":[)" + std::to_string(who.first.value) + R"(],"plan":")" + of.to_hex() + R"("}})");
  };
  EXPECT_EQ(draft(hash), "409 service.document_missing");
  // The same bytes filed by oneself are one's own; a rule may still refuse what is in them, and the scheme's folder has them.
  const Hash own = value_of(ledger.put_evidence(who.first, "my own plan"));
  EXPECT_FALSE(ledger.get_evidence({}, own));
  EXPECT_NE(draft(own), "409 service.document_missing");
  EXPECT_EQ(value_of(ledger.get_evidence({}, own)), "my own plan");
  // One's own plan that cites another's paper shows nothing of it either.
  const Hash citing = value_of(ledger.put_evidence(who.first, "evidence = \"sha256:" + hash.to_hex() + "\""));
  EXPECT_EQ(draft(citing), "409 service.document_missing");
}

// By hand, from the descriptions: what the giver of the command files, and nothing of what the other side filed.
TEST(Trust, WhichDocumentsACommandCites) {
  const auto fields = [](const scheme::AnyCommand& command) {
    std::string out;
    for (const auto& d : service::cited_documents(command)) out += d.field + (d.text ? "* " : " ");
    return out;
  };
  const Hash h = sha256(std::string_view("a"));
  project::DraftProject draft;
  draft.head.plan = h;
  draft.head.methodologies.emplace_back().pack = h;
  EXPECT_EQ(fields(draft), "head.plan* ");
  project::SubmitReport report;
  report.plan = report.data_set = report.trace = h;
  EXPECT_EQ(fields(report), "data_set* trace ");
  project::RecordValidation validation;
  validation.plan = validation.statement = h;
  EXPECT_EQ(fields(validation), "statement ");
  project::RecordVerification verification;
  verification.trace = verification.statement = h;
  EXPECT_EQ(fields(verification), "statement ");
  project::RaiseFinding finding;
  EXPECT_EQ(fields(finding), "") << "no paper";
  finding.document = h;
  EXPECT_EQ(fields(finding), "document ");
  registry::FileAccountDocuments papers;
  papers.documents = {h, h};
  EXPECT_EQ(fields(papers), "documents documents ");
  registry::ApplyRetirement retirement;
  retirement.consent = retirement.place_key = h;
  EXPECT_EQ(fields(retirement), "consent ");
}

TEST(Trust, TheDayOfAnActIsTodayExceptForWhoEntersWhatCameOnPaper) {
  const auto told = [](scheme::StoreKind kind, scheme::Role role, std::optional<Date> day, bool today = false) {
    Shop shop(kind);
    const Request request;
    Caller caller;
    caller.actor.roles = {role};
    const Call call{request, shop.office(), nullptr, caller, Language::en, {}};
    if (today) day = shop.desk.house.clock.now().date_in_japan();
    const auto may = may_date(call, day);
    return may ? std::string("may") : qualified_name(*may.error().def);
  };
  using enum scheme::StoreKind;
  using enum scheme::Role;
  const auto past = value_of(Date::parse("2022-03-31"));
  EXPECT_EQ(told(production, account_manager, past), "http.day_not_yours");
  EXPECT_EQ(told(production, proponent, past), "http.day_not_yours");
  EXPECT_EQ(told(production, verifier, past), "http.day_not_yours");
  EXPECT_EQ(told(production, account_manager, std::nullopt), "may");
  EXPECT_EQ(told(production, account_manager, std::nullopt, true), "may");
  for (const auto role : {secretariat, committee, administrator}) EXPECT_EQ(told(production, role, past), "may");
  EXPECT_EQ(told(demo, proponent, past), "may") << "where a life of years is walked in an hour";
  EXPECT_EQ(told(training, proponent, past), "may");
}

// The scope "read" reads, also where a reading is asked by POST; whoever may give a command may write drafts and documents.
TEST(Trust, WhatATokenMayDoBesideCommands) {
  Shop shop;
  const auto& who = shop.desk.who;
  shop.desk.password(who.tanaka, service::testing::rfc_secret);
  shop.desk.later(30'000);
  const auto in = value_of(shop.desk.identity->sign_in(shop.desk.form("tanaka", service::testing::good_password, shop.desk.code())));
  const auto until = Instant{shop.desk.house.clock.now().ms + 86'400'000};
  const auto ask = [&](std::vector<std::string> scopes, const std::string& line, const std::string& body) {
    const auto token = value_of(shop.desk.identity->make_token(*in.asker, "t", who.first, scopes, until));
    Client client(shop.server->port());
    client.send(line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token.text + "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    const auto answer = client.receive();
    const auto tree = wire::parse_json(answer.body, "answer");
    const auto* code = tree ? tree->find("code") : nullptr;
    return std::to_string(answer.status) + (code != nullptr ? " " + code->text : "");
  };
  const std::string drafts = "POST /api/v1/proponent/drafts", eligible = "POST /api/v1/accounts/" + std::to_string(who.first_account.value) + "/retirements/eligibility";
  EXPECT_EQ(ask({"read"}, drafts, R"({"plan":{}})"), "403 service.scope_missing");
  EXPECT_EQ(ask({"read", "DraftProject"}, drafts, R"({"plan":{}})"), "200");
  EXPECT_EQ(ask({"EndOffer"}, eligible, "{}"), "403 service.scope_missing");
  EXPECT_NE(ask({"read"}, eligible, "{}"), "403 service.scope_missing");
}

TEST(Trust, WhoIsNotSignedInFillsNoRoomForBodies) {
  Shop shop;
  const auto begin = [&](const std::string& more, std::size_t length) {
    Client client(shop.server->port());
    client.send("POST /api/v1/proponent/evidence HTTP/1.1\r\nHost: localhost\r\n" + more + "Content-Type: application/octet-stream\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n");
    return client.receive().status;
  };
  EXPECT_EQ(begin("", 1 << 20), 413U);
  EXPECT_EQ(begin("Authorization: Bearer nothing\r\n", 1 << 20), 413U);
  EXPECT_EQ(begin("Cookie: sumi_session=nothing\r\n", 1 << 20), 413U);
  shop.enter(shop.desk.who.tanaka, "tanaka");
  // Taken, and ended when nothing comes for as long as the first piece may take: what came fast buys no silence.
  Client client(shop.server->port());
  client.send("POST /api/v1/proponent/evidence HTTP/1.1\r\nHost: localhost\r\n" + shop.fields + "Content-Type: application/octet-stream\r\nContent-Length: 8000000\r\n\r\n");
  client.send(std::string(4'000'000, 'x'));
  const auto from = std::chrono::steady_clock::now();
  client.receive();
  EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(8)) << "4 MB at 8 kB/s would have bought eight minutes";
}

}  // namespace
}  // namespace sumi::http
