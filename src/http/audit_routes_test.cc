// The auditor's and the administrator's routes by the API itself: who is let in, what is refused, and that a job's result is found again.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "http/api.h"
#include "http/errors.h"
#include "http/testing.h"
#include "service/config.h"
#include "service/identity_testing.h"
#include "wire/json.h"
#include "wire/list_file.h"

namespace sumi::http {
namespace {

using service::testing::Desk;
using testing::Client;

struct Shop {
  Desk desk;
  service::Config config;
  Api api{office(), {}};
  std::unique_ptr<Server> server = testing::started(api);
  std::string session, csrf;

  Office office() {
    Office o{*desk.house.ledger, *desk.identity, desk.house.clock};
    o.config = &config;
    o.key = &service::testing::log_key();
    o.background = [](const std::function<void()>& work) {
      work();
      return true;
    };
    return o;
  }
  // The store's administrator, the second factor passed.
  void enter() {
    desk.password(desk.who.admin, service::testing::rfc_secret);
    desk.later(30'000);
    const auto in = service::testing::value_of(desk.identity->sign_in(desk.form("admin", service::testing::good_password, desk.code())));
    session = "Cookie: sumi_session=" + in.token + "\r\n";
    csrf = "Sumi-CSRF: " + in.asker->csrf + "\r\n";
  }
  testing::Answer get(const std::string& target) {
    Client client(server->port());
    return client.get(target, session);
  }
  testing::Answer post(const std::string& target, const std::string& body, const std::string& type = "application/json") {
    Client client(server->port());
    client.send("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + session + csrf + "Content-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.receive();
  }
};

TEST(AuditRoutes, NobodyIsLetInWithoutASession) {
  Shop shop;
  for (const char* path : {"/api/v1/audit/journal", "/api/v1/audit/journal/1", "/api/v1/audit/journal/1/receipt", "/api/v1/audit/days/2027-05-20", "/api/v1/jobs", "/api/v1/jobs/1", "/api/v1/jobs/1/file",
           "/api/v1/administration", "/api/v1/administration/packs", "/api/v1/administration/backups", "/api/v1/administration/keys", "/api/v1/administration/mails", "/api/v1/administration/organisations/1",
           "/api/v1/support/companies", "/api/v1/support/area?area=%E6%9D%B1%E4%BA%AC%E9%83%BD"}) {
    EXPECT_EQ(shop.get(path).status, 401U) << path;
  }
}

TEST(AuditRoutes, TheAdministratorReadsTheJournalAndItsReceipts) {
  Shop shop;
  shop.enter();
  const auto list = shop.get("/api/v1/audit/journal?limit=2&sort=entry");
  EXPECT_EQ(list.status, 200U) << list.body;
  EXPECT_NE(list.body.find("\"command\":\"OpenStore\""), std::string::npos) << list.body;
  EXPECT_NE(list.body.find("\"next\":\"2\""), std::string::npos) << list.body;
  EXPECT_EQ(shop.get("/api/v1/audit/journal?cursor=x").status, 422U);
  EXPECT_EQ(shop.get("/api/v1/audit/journal/99999").status, 404U);
  const auto csv = shop.get("/api/v1/audit/journal?format=csv&language=en");
  EXPECT_EQ(csv.status, 200U);
  EXPECT_NE(csv.body.find("OpenStore"), std::string::npos);
  const auto receipt = shop.get("/api/v1/audit/journal/1/receipt");
  EXPECT_EQ(receipt.status, 200U);
  EXPECT_NE(receipt.body.find("kind party"), std::string::npos);
}

TEST(AuditRoutes, ACheckIsBegunAndItsResultFoundAgain) {
  Shop shop;
  shop.enter();
  const auto begun = shop.post("/api/v1/audit/checks", R"({"full":false})");
  ASSERT_EQ(begun.status, 200U) << begun.body;
  EXPECT_TRUE(testing::eventually([&] { return shop.get("/api/v1/jobs/1").body.find("\"state\":\"done\"") != std::string::npos; }));
  EXPECT_NE(shop.get("/api/v1/jobs/1").body.find("\"findings\":[]"), std::string::npos);
  // A check leaves no file, and there is no second job.
  EXPECT_EQ(shop.get("/api/v1/jobs/1/file").status, 404U);
  EXPECT_EQ(shop.get("/api/v1/jobs/2").status, 404U);
}

TEST(AuditRoutes, WithoutAFolderNoBackupIsBegun) {
  Shop shop;
  shop.enter();
  const auto answer = shop.post("/api/v1/administration/backups", "");
  EXPECT_EQ(answer.status, 409U);
  EXPECT_NE(answer.body.find(qualified_name(errors::backups_not_set)), std::string::npos) << answer.body;
}

TEST(AuditRoutes, WhatIsNoPackIsRefused) {
  Shop shop;
  shop.enter();
  const std::string no_pack = wire::make_zip(std::array<std::pair<std::string, std::string>, 1>{{{"readme.txt", "no pack"}}});
  for (const std::string& body : {std::string("not a zip"), no_pack}) {
    const auto answer = shop.post("/api/v1/administration/packs", body, "application/zip");
    EXPECT_EQ(answer.status, 422U);
    EXPECT_NE(answer.body.find(qualified_name(errors::pack_file)), std::string::npos) << answer.body;
  }
  EXPECT_EQ(shop.get("/api/v1/administration/packs/" + std::string(64, '0')).status, 404U);
}

TEST(AuditRoutes, ABundleWhoseFileIsGoneIsSaidToBe) {
  Shop shop;
  shop.enter();
  ASSERT_EQ(shop.post("/api/v1/audit/bundles", R"({"sealed":false})").status, 200U);
  ASSERT_TRUE(testing::eventually([&] { return shop.get("/api/v1/jobs/1").body.find("\"state\":\"done\"") != std::string::npos; })) << shop.get("/api/v1/jobs/1").body;
  const auto file = shop.get("/api/v1/jobs/1/file");
  EXPECT_EQ(file.status, 200U);
  EXPECT_TRUE(file.body.starts_with("PK"));
  std::filesystem::remove_all(std::filesystem::temp_directory_path() / "sumi-jobs");
  const auto gone = shop.get("/api/v1/jobs/1/file");
  EXPECT_EQ(gone.status, 409U);
  EXPECT_NE(gone.body.find(qualified_name(errors::job_file)), std::string::npos) << gone.body;
}

}  // namespace
}  // namespace sumi::http
