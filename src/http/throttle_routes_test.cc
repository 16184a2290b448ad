// limits.requests_per_minute over real connections: at 5 a minute, five come at once and the sixth is told to wait for 60 s / 5.
#include <gtest/gtest.h>

#include "http/api.h"
#include "http/testing.h"
#include "service/config.h"
#include "service/identity_testing.h"
#include "wire/json.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using service::testing::value_of;
using testing::Client;

struct Shop {
  Desk desk;
  service::Config config = five();
  Api api{office(), [](const Request& request) { return request.path == "/" ? std::optional(testing::text("page")) : std::nullopt; }};
  std::unique_ptr<Server> server = testing::started(api, options());

  static service::Config five() {
    service::Config config;
    config.limits.requests_per_minute = 5;
    config.limits.upload_megabytes = 1;
    return config;
  }
  static ServerOptions options() {
    auto options = testing::local();
    options.trusted_proxy = "127.0.0.1";
    return options;
  }
  Office office() {
    Office o{*desk.house.ledger, *desk.identity, desk.house.clock};
    o.config = &config;
    o.background = [](const std::function<void()>& work) {
      work();
      return true;
    };
    return o;
  }
  testing::Answer get(const std::string& path, const std::string& fields = "") {
    Client client(server->port());
    return client.get(path, fields);
  }
  // The field of a session.
  std::string enter(PersonId person, const std::string& login) {
    desk.password(person, service::testing::rfc_secret);
    desk.later(30'000);
    return "Cookie: sumi_session=" + value_of(desk.identity->sign_in(desk.form(login, service::testing::good_password, desk.code()))).token + "\r\n";
  }
  // How many of ten are answered other than 429.
  int taken(const std::string& path, const std::string& fields = "") {
    int count = 0;
    for (int i = 0; i < 10; ++i) count += get(path, fields).status == 429 ? 0 : 1;
    return count;
  }
};

TEST(RequestsPerMinute, TheSixthIsToldToWait) {
  Shop shop;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(shop.get("/api/v1/store").status, 200U);
  const auto refused = shop.get("/api/v1/store");
  EXPECT_EQ(refused.status, 429U);
  EXPECT_EQ(refused.header("content-type"), "application/problem+json");
  EXPECT_EQ(refused.header("retry-after"), "12");
  const auto problem = value_of(wire::parse_json(refused.body, "answer"));
  EXPECT_EQ(problem.find("code")->text, "http.too_many_requests");
  EXPECT_EQ(problem.find("number")->text, "20");
  EXPECT_EQ(problem.find("remedy_en")->text, "Wait 12 seconds and send again.");
  // What is no route of the API counts, too, and what is no token is its sender's.
  EXPECT_EQ(shop.get("/api/v1/nothing").status, 429U);
  EXPECT_EQ(shop.get("/api/v1/store", "Authorization: Bearer nothing\r\n").status, 429U);
}

TEST(RequestsPerMinute, PageAndHealthAreNotCountedAndSigningInStaysOpen) {
  Shop shop;
  EXPECT_EQ(shop.taken("/"), 10);
  EXPECT_EQ(shop.taken("/healthz"), 10);
  EXPECT_EQ(shop.taken("/readyz"), 10);
  EXPECT_EQ(shop.taken("/api/v1/store"), 5);
  EXPECT_EQ(shop.taken("/api/v1/session"), 5) << "of its own";
}

TEST(RequestsPerMinute, EachPersonAndEachAddressHasTheirOwn) {
  Shop shop;
  const auto enter = [&](PersonId person, const std::string& login) { return shop.enter(person, login); };
  const auto tanaka = enter(shop.desk.who.tanaka, "tanaka"), again = enter(shop.desk.who.tanaka, "tanaka"), kato = enter(shop.desk.who.kato, "kato");
  EXPECT_EQ(shop.taken("/api/v1/store"), 5);
  EXPECT_EQ(shop.taken("/api/v1/store", tanaka), 5);
  EXPECT_EQ(shop.taken("/api/v1/store", again), 0) << "the same person in another browser";
  EXPECT_EQ(shop.taken("/api/v1/store", kato), 5) << "at the same address";
  // Behind the proxy that the configuration names.
  EXPECT_EQ(shop.taken("/api/v1/store", "X-Forwarded-For: 192.0.2.1\r\n"), 5);
  EXPECT_EQ(shop.taken("/api/v1/store", "X-Forwarded-For: 192.0.2.1, 192.0.2.2\r\n"), 5);
  EXPECT_EQ(shop.taken("/api/v1/store", "X-Forwarded-For: 192.0.2.2\r\n"), 0);
  EXPECT_EQ(shop.taken("/api/v1/store", "Cookie: sumi_session=" + std::string(43, 'x') + "\r\n"), 0) << "a session that is none is its sender's";
}

// limits.upload_megabytes: 1 here. A longer one is refused by its length, before it is read.
TEST(Uploads, AreAsLargeAsTheConfigurationSays) {
  Shop shop;
  const auto session = shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto ask = [&](std::size_t bytes) {
    Client client(shop.server->port());
    client.send("POST /api/v1/proponent/evidence HTTP/1.1\r\nHost: localhost\r\n" + session + "Content-Type: application/octet-stream\r\nExpect: 100-continue\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n");
    return client.receive().status;
  };
  EXPECT_EQ(ask((1U << 20U) + 1), 413U);
  EXPECT_EQ(ask(1U << 20U), 100U);
}

}  // namespace
}  // namespace sumi::http
