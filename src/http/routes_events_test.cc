// Streams and inboxes over a real connection.
#include <gtest/gtest.h>

#include "http/api.h"
#include "http/testing.h"
#include "service/events.h"
#include "service/identity_testing.h"
#include "wire/json.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using service::testing::take;
using service::testing::value_of;
using testing::Client;

struct Shop {
  Desk desk;
  service::Feed feed{*desk.house.ledger, desk.house.clock, {}};
  Api api{office(), {}};
  std::unique_ptr<Server> server = testing::started(api);

  Office office() {
    Office o{*desk.house.ledger, *desk.identity, desk.house.clock};
    o.feed = &feed;
    o.background = [](const std::function<void()>& work) {
      work();
      return true;
    };
    return o;
  }
  ~Shop() { feed.stop(); }
  std::string cookie(PersonId person, const std::string& login) {
    desk.password(person);
    return "Cookie: sumi_session=" + value_of(desk.identity->sign_in(desk.form(login))).token + "\r\n";
  }
  void offer() {
    registry::OfferTransfer o;
    o.from = desk.who.first_account;
    o.to = desk.who.second_account;
    o.selection.pick = registry::Pick{3, "", {}, {}};
    o.acceptance = true;
    o.expires_on = service::testing::day("2027-06-30");
    take(*desk.house.ledger, desk.who.tanaka, desk.who.first, o);
  }
};
std::string get(const std::string& target, const std::string& fields = "") { return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n"; }

TEST(EventRoutes, AnybodyIsToldTheJournalsPublicPartAndGoesOnWhereTheyWere) {
  Shop shop;
  const auto last = shop.desk.house.ledger->last().value;
  Client client(shop.server->port());
  client.send(get("/api/v1/events", "Last-Event-ID: " + std::to_string(last - 1) + "\r\n"));
  const auto head = client.receive_until("id: " + std::to_string(last) + "\nevent: entry\ndata: {");
  EXPECT_NE(head.find("200 OK"), std::string::npos) << head;
  EXPECT_NE(head.find("text/event-stream"), std::string::npos);
  EXPECT_NE(head.find("no-store"), std::string::npos);
  EXPECT_EQ(head.find("id: " + std::to_string(last - 1) + "\n"), std::string::npos);
  shop.offer();
  const auto told = client.receive_until("id: " + std::to_string(last + 1) + "\nevent: entry\ndata: {");
  EXPECT_NE(told, "");
  EXPECT_NE(client.receive_until("\"type\":\"OfferTransfer\""), "");
}

TEST(EventRoutes, WhatCannotBeAskedIsRefusedBeforeTheStreamBegins) {
  Shop shop;
  Client client(shop.server->port());
  client.send(get("/api/v1/events?type=Teleport"));
  auto answer = client.receive();
  EXPECT_EQ(answer.status, 422U);
  EXPECT_NE(answer.body.find("service.events_type_unknown"), std::string::npos) << answer.body;
  client.send(get("/api/v1/events", "Last-Event-ID: 99999\r\n"));
  answer = client.receive();
  EXPECT_EQ(answer.status, 422U);
  EXPECT_NE(answer.body.find("service.events_after_last"), std::string::npos) << answer.body;
  for (const char* own : {"/api/v1/inbox", "/api/v1/inbox/events", "/api/v1/inbox/calendar.ics", "/api/v1/projects/1/tasks"}) {
    client.send(get(own));
    EXPECT_EQ(client.receive().status, 401U) << own;
  }
}

TEST(EventRoutes, AFilterByTypeLetsOnlyThatThrough) {
  Shop shop;
  Client client(shop.server->port());
  client.send(get("/api/v1/events?type=DecideRegistration&after=0"));
  const auto told = client.receive_until("\"type\":\"DecideRegistration\"");
  EXPECT_NE(told, "");
  EXPECT_EQ(told.find("\"type\":\"DraftProject\""), std::string::npos);
}

TEST(EventRoutes, TheInboxIsOnesOwn) {
  Shop shop;
  shop.offer();
  const auto& who = shop.desk.who;
  const auto kato = shop.cookie(who.kato, "kato"), tanaka = shop.cookie(who.tanaka, "tanaka");
  Client client(shop.server->port());
  client.send(get("/api/v1/inbox", kato));
  auto answer = client.receive();
  ASSERT_EQ(answer.status, 200U) << answer.body;
  const auto own = value_of(wire::parse_json(answer.body, "inbox"));
  ASSERT_EQ(own.find("items")->items.size(), 1U) << answer.body;
  const auto& task = own.find("items")->items.front();
  EXPECT_EQ(task.find("kind")->text, "offer_to_accept");
  EXPECT_EQ(task.find("due")->text, "2027-06-30");
  EXPECT_EQ(task.find("page")->text, "/offers/1");
  client.send(get("/api/v1/inbox?overdue=true", kato));
  EXPECT_NE(client.receive().body.find("\"total\":0"), std::string::npos);
  client.send(get("/api/v1/inbox", tanaka));
  EXPECT_EQ(client.receive().body.find("offer_to_accept"), std::string::npos);
  client.send(get("/api/v1/inbox/calendar.ics?language=en", kato));
  answer = client.receive();
  EXPECT_EQ(answer.status, 200U);
  EXPECT_TRUE(answer.body.starts_with("BEGIN:VCALENDAR\r\n"));
  EXPECT_NE(answer.body.find("DTSTART;VALUE=DATE:20270630\r\n"), std::string::npos);
  // A case's tasks are for whoever may see the case.
  client.send(get("/api/v1/projects/1/tasks", tanaka));
  EXPECT_NE(client.receive().body.find("report_next"), std::string::npos);
  client.send(get("/api/v1/projects/1/tasks", kato));
  EXPECT_EQ(client.receive().status, 404U);
}

TEST(EventRoutes, TheInboxTellsWhenItChanges) {
  Shop shop;
  Client client(shop.server->port());
  client.send(get("/api/v1/inbox/events", shop.cookie(shop.desk.who.kato, "kato")));
  EXPECT_NE(client.receive_until("event: inbox\ndata: {\"tasks\":0,\"overdue\":0}\n\n"), "");
  shop.offer();
  EXPECT_NE(client.receive_until("event: inbox\ndata: {\"tasks\":1,\"overdue\":0}\n\n"), "");
}

}  // namespace
}  // namespace sumi::http
