// One's own work by the API itself: begun by a list of transfers, found again by its owner and by nobody else. Account 1 of the first organisation holds 70 units, account 2 is
// the second's (service/testing.h).
#include <gtest/gtest.h>

#include <atomic>

#include "http/api.h"
#include "http/errors.h"
#include "http/job_desk.h"
#include "http/testing.h"
#include "service/identity_testing.h"
#include "service/limits.h"
#include "wire/json.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using service::testing::value_of;
using testing::Client;

const std::string good = "from,to,amount\n1,2,10\n1,2,5\n";
const std::string wrong = "from,to,amount\n1,2,10\n1,2,0\n";

struct Shop {
  Desk desk;
  Api api{office(), {}};
  std::unique_ptr<Server> server = testing::started(api);
  std::string fields;  // of whoever is signed in

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
  testing::Answer ask(const std::string& line, const std::string& more = "", const std::string& body = "") {
    Client client(server->port());
    const auto content = body.empty() ? std::string() : "Content-Type: text/csv\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    client.send(line + " HTTP/1.1\r\nHost: localhost\r\n" + fields + more + content + "\r\n" + body);
    return client.receive();
  }
  testing::Answer get(const std::string& path) { return ask("GET /api/v1" + path); }
  testing::Answer list(const std::string& body, int key, bool enter = true) {
    std::string digits = std::to_string(key);
    digits.insert(0, 32 - digits.size(), '0');
    return ask(std::string("POST /api/v1/transfers/bulk?enter=") + (enter ? "true" : "false"), "Idempotency-Key: " + digits + "\r\n", body);
  }
};

Tree tree(const testing::Answer& answer) {
  const auto parsed = wire::parse_json(answer.body, "answer");
  return parsed ? *parsed : Tree{};
}
std::string at(const Tree& tree, std::string_view path) {
  const auto dot = path.find('.');
  const Tree* found = tree.find(path.substr(0, dot));
  if (found == nullptr) return "-";
  return dot == std::string_view::npos ? found->text : at(*found, path.substr(dot + 1));
}
// "404 http.not_found"
std::string told(const testing::Answer& answer) { return std::to_string(answer.status) + " " + at(tree(answer), "code"); }

Tree ended(Shop& shop, const std::string& id) {
  Tree job;
  EXPECT_TRUE(testing::eventually([&] {
    job = tree(shop.get("/own/jobs/" + id));
    return at(job, "state") == "done" || at(job, "state") == "failed";
  }));
  return job;
}

TEST(JobsRoutes, AListOfTransfersIsBegunAndItsResultIsFoundAgain) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto begun = tree(shop.list(good, 1));
  const auto id = at(begun, "id");
  EXPECT_EQ(at(begun, "kind"), "transfers");
  const auto job = ended(shop, id);
  EXPECT_EQ(at(job, "state"), "done") << at(job, "en");
  EXPECT_EQ(at(job, "transfers.entered"), "true");
  EXPECT_EQ(at(job, "transfers.lines_in_all"), "2");
  EXPECT_EQ(at(job, "transfers.units"), "15");
  EXPECT_EQ(at(job, "total"), "2");
  EXPECT_EQ(shop.desk.house.balance(shop.desk.who.second_account).held, 15U);
  // The same request again is the same job; with a key of its own it is the same list, which is entered once.
  EXPECT_EQ(at(tree(shop.list(good, 1)), "id"), id);
  const auto other = at(tree(shop.list(good, 2)), "id");
  EXPECT_NE(other, id);
  EXPECT_EQ(at(ended(shop, other), "transfers.repeated"), "true");
  EXPECT_EQ(shop.desk.house.balance(shop.desk.who.second_account).held, 15U);
  // The newest first, and by what it is.
  const auto all = tree(shop.get("/own/jobs"));
  ASSERT_EQ(all.find("items")->items.size(), 2U);
  EXPECT_EQ(at(all.find("items")->items[0], "id"), other);
  EXPECT_EQ(at(tree(shop.get("/own/jobs?kind=member_list")), "total"), "0");
  EXPECT_EQ(at(tree(shop.get("/own/jobs?open=true")), "total"), "0");
  EXPECT_EQ(at(tree(shop.get("/own/jobs?open=false&kind=transfers")), "total"), "2");
}

TEST(JobsRoutes, WhatIsRefusedTellsEachLineOrTheWholeProblem) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto lines = ended(shop, at(tree(shop.list(wrong, 1)), "id"));
  EXPECT_EQ(at(lines, "state"), "done");
  EXPECT_EQ(at(lines, "transfers.entered"), "false");
  EXPECT_EQ(at(lines, "transfers.refused"), "1");
  const auto whole = ended(shop, at(tree(shop.list("from,amount\n1,2\n", 2)), "id"));
  EXPECT_EQ(at(whole, "state"), "failed");
  EXPECT_EQ(at(whole, "problem.code"), "service.bulk_column_missing");
  EXPECT_EQ(at(whole, "problem.status"), "422");
  EXPECT_EQ(at(whole, "transfers"), "-");
  EXPECT_EQ(at(whole, "cut_off"), "false");
}

TEST(JobsRoutes, NobodyElseSeesItNorItsResult) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto id = at(tree(shop.list(good, 1)), "id");
  ended(shop, id);
  const auto hidden = [&] {
    EXPECT_EQ(told(shop.get("/own/jobs/" + id)), "404 http.not_found");
    EXPECT_EQ(told(shop.get("/own/jobs/" + id + "/file")), "404 http.not_found");
    EXPECT_EQ(at(tree(shop.get("/own/jobs")), "total"), "0");
  };
  // A colleague of the same organisation, and somebody of another one.
  for (const auto& [person, login] : {std::pair{shop.desk.who.suzuki, "suzuki"}, {shop.desk.who.kato, "kato"}}) {
    shop.enter(person, login);
    hidden();
    EXPECT_EQ(told(shop.get("/jobs/" + id)), "404 http.not_found");
    EXPECT_EQ(at(tree(shop.get("/jobs")), "total"), "0");
  }
  // The administrator's list shows that it ran, and not what it gave.
  shop.enter(shop.desk.who.admin, "admin");
  hidden();
  EXPECT_EQ(at(tree(shop.get("/jobs/" + id)), "login"), "tanaka");
  EXPECT_EQ(shop.get("/jobs/" + id).body.find("\"transfers\":{"), std::string::npos);
  EXPECT_EQ(told(shop.get("/jobs/" + id + "/file")), "404 http.not_found");
  EXPECT_EQ(told(shop.get("/own/jobs/999")), "404 http.not_found");
  shop.fields.clear();
  EXPECT_EQ(told(shop.get("/own/jobs/" + id)), "401 http.not_signed_in");
  EXPECT_EQ(told(shop.get("/own/jobs")), "401 http.not_signed_in");
}

TEST(JobsRoutes, ItsOwnerSeesItNoMoreWithoutTheRight) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto id = at(tree(shop.list(good, 1)), "id");
  ended(shop, id);
  service::testing::take(*shop.desk.house.ledger, shop.desk.who.admin, shop.desk.who.secretariat, scheme::Revoke{shop.desk.who.tanaka, shop.desk.who.first, scheme::Role::account_manager});
  EXPECT_EQ(told(shop.get("/own/jobs/" + id)), "404 http.not_found");
}

TEST(JobsRoutes, ATokenThatMayOnlyWriteSeesWhatItBegan) {
  Shop shop;
  shop.enter(shop.desk.who.tanaka, "tanaka");
  const auto of_session = at(tree(shop.list(good, 1)), "id");
  ended(shop, of_session);
  const auto session = shop.fields;
  const std::string body = R"({"name":"lists","organisation":)" + std::to_string(shop.desk.who.first.value) + R"(,"scopes":["Transfer","OfferTransfer"],"until":"2027-08-01T00:00:00.000Z"})";
  Client client(shop.server->port());
  client.send("POST /api/v1/account/tokens HTTP/1.1\r\nHost: localhost\r\n" + session + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  const auto made = client.receive();
  ASSERT_EQ(made.status, 200U) << made.body;
  shop.fields = "Authorization: Bearer " + at(tree(made), "text") + "\r\n";
  const auto own = at(tree(shop.list(wrong, 2)), "id");
  EXPECT_EQ(at(ended(shop, own), "transfers.refused"), "1");
  EXPECT_EQ(told(shop.get("/own/jobs/" + of_session)), "404 http.not_found");
  EXPECT_EQ(told(shop.get("/own/jobs")), "403 service.scope_missing");
}

TEST(JobsRoutes, WhoSendsTooMuchIsToldToWait) {
  Shop shop;
  const auto in = shop.desk.in(shop.desk.who.suzuki, "suzuki");
  JobDesk desk;
  std::atomic<bool> let_go{false};
  const auto begin = [&](int key) {
    const std::string digits = std::to_string(key);
    Request request;
    request.headers.emplace_back("idempotency-key", digits);
    const Office office = shop.office();
    Caller caller{in, {}};
    caller.actor.person = shop.desk.who.suzuki;
    caller.actor.organisation = shop.desk.who.first;
    const Call call{request, office, nullptr, caller, Language::ja, {}};
    return desk.begin(call, {"transfers", {"移転", "Transfers"}, {}, 0, ""}, [&](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
      while (!let_go) progress(0, 1);
      return service::JobResult{};
    });
  };
  for (std::size_t i = 0; i < service::limits::jobs_open_max; ++i) EXPECT_TRUE(begin(static_cast<int>(i)).has_value());
  const auto refused = begin(1000);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(qualified_name(*refused.error().def), "http.jobs_too_many");
  EXPECT_EQ(errors::status_of(refused.error()), 429U) << "RFC 6585, section 4";
  EXPECT_TRUE(begin(1).has_value()) << "the same request again is no more work";
  let_go = true;
}

}  // namespace
}  // namespace sumi::http
