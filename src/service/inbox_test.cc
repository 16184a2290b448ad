#include "service/inbox.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::at;
using testing::day;
using testing::House;
using testing::take;
using testing::value_of;

std::vector<std::string> keys(const std::vector<Task>& tasks) {
  std::vector<std::string> out;
  for (const auto& t : tasks) out.push_back(t.key);
  std::sort(out.begin(), out.end());
  return out;
}
std::vector<Task> inbox_of(const House& house, PersonId person, OrganisationNumber organisation, const char* today, const LeadTimes& leads = {}) {
  std::vector<Task> out;
  value_of(house.ledger->read([&](const scheme::State& state) { out = inbox(state, actor_for(state, person, organisation, day(today)), day(today), leads); }));
  return out;
}
using Keys = std::vector<std::string>;

TEST(Inbox, APlanGoesFromHandToHand) {
  House house;
  const auto& who = house.who;
  auto head = testing::plan_head(who);
  head.title = "照明の更新";
  head.plan = sha256(std::string_view("another plan"));
  const auto project = take(*house.ledger, who.tanaka, who.first, project::DraftProject{head}).project;
  const std::string p = "/" + std::to_string(project.value);
  const auto tasks = [&](PersonId person, OrganisationNumber organisation) {
    auto all = inbox_of(house, person, organisation, "2027-05-20");
    std::erase_if(all, [&](const Task& t) { return t.project != project; });
    return all;
  };
  EXPECT_EQ(keys(tasks(who.tanaka, who.first)), Keys{"plan_to_submit" + p});
  EXPECT_EQ(tasks(who.tanaka, who.first).front().about, "照明の更新");
  EXPECT_EQ(tasks(who.tanaka, who.first).front().page, "/cases" + p);
  EXPECT_TRUE(tasks(who.kato, who.second).empty());
  take(*house.ledger, who.tanaka, who.first, project::SubmitForValidation{project, who.verifier});
  EXPECT_TRUE(tasks(who.tanaka, who.first).empty());
  EXPECT_EQ(keys(tasks(who.mori, who.verifier)), Keys{"validation" + p});
  EXPECT_EQ(tasks(who.mori, who.verifier).front().page, "/verification" + p);
  take(*house.ledger, who.mori, who.verifier, project::RaiseFinding{project, 0, 0, project::FindingKind::corrective, sha256(std::string_view("finding")), {}});
  EXPECT_EQ(keys(tasks(who.tanaka, who.first)), Keys{"finding_to_answer" + p + "/1"});
  take(*house.ledger, who.tanaka, who.first, project::AnswerFinding{project, 1, sha256(std::string_view("answer")), {}});
  EXPECT_TRUE(tasks(who.tanaka, who.first).empty());
  EXPECT_EQ(keys(tasks(who.mori, who.verifier)), (Keys{"finding_to_close" + p + "/1", "validation" + p}));
  // Held: the secretariat has it; a verifier's work goes on (project_cases: RecordValidation asks for no hold), a proponent's stands still.
  take(*house.ledger, who.admin, who.secretariat, project::HoldProject{project, project::HoldKind::dispute, true, day("2027-05-20"), sha256(std::string_view("order"))});
  EXPECT_EQ(keys(tasks(who.mori, who.verifier)), (Keys{"finding_to_close" + p + "/1", "validation" + p}));
  EXPECT_EQ(keys(tasks(who.admin, who.secretariat)), Keys{"hold" + p});
  take(*house.ledger, who.mori, who.verifier, project::CloseFinding{project, 1, false, sha256(std::string_view("again")), {}});
  EXPECT_TRUE(tasks(who.tanaka, who.first).empty());
}

TEST(Inbox, ARetirementWaitsForTheSecondPersonAndNotForTheFirst) {
  House house;
  const auto& who = house.who;
  take(*house.ledger, who.tanaka, who.first, registry::SetAccountControl{who.first_account, true, 5});
  const auto accepted = value_of(house.ledger->submit(testing::retirement(who, 10)));
  const auto number = std::get<registry::RetirementRequested>(accepted.outcomes.at(0)).retirement;
  const std::string key = "retirement_to_confirm/" + std::to_string(number.value);
  const auto has = [&](PersonId person, OrganisationNumber organisation) {
    const auto k = keys(inbox_of(house, person, organisation, "2027-05-20"));
    return std::find(k.begin(), k.end(), key) != k.end();
  };
  EXPECT_FALSE(has(who.tanaka, who.first));
  EXPECT_TRUE(has(who.suzuki, who.first));
  EXPECT_FALSE(has(who.kato, who.second));
  const auto tasks = inbox_of(house, who.suzuki, who.first, "2027-05-20");
  const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const Task& t) { return t.key == key; });
  ASSERT_NE(task, tasks.end());
  // A request lapses 14 days after it was made (2027-05-20, at the clock's time): on 2027-06-03.
  EXPECT_EQ(task->due, day("2027-06-03"));
  EXPECT_TRUE(task->deadline);
  EXPECT_FALSE(task->overdue);
  EXPECT_EQ(task->commands, (std::vector<std::string>{"ExecuteRetirement", "WithdrawRetirement"}));
}

TEST(Inbox, AnOfferWaitsForTheTransferee) {
  House house;
  const auto& who = house.who;
  registry::OfferTransfer offer;
  offer.from = who.first_account;
  offer.to = who.second_account;
  offer.selection.pick = registry::Pick{3, "", {}, {}};
  offer.acceptance = true;
  offer.expires_on = day("2027-06-30");
  take(*house.ledger, who.tanaka, who.first, offer);
  const auto of_kato = inbox_of(house, who.kato, who.second, "2027-07-01");
  ASSERT_EQ(keys(of_kato), Keys{"offer_to_accept/1"});
  EXPECT_EQ(of_kato.front().about, "墨田ボイラー工業株式会社");
  EXPECT_EQ(of_kato.front().due, day("2027-06-30"));
  EXPECT_TRUE(of_kato.front().overdue);
  EXPECT_EQ(of_kato.front().commands, (std::vector<std::string>{"AcceptOffer", "EndOffer"}));
}

TEST(Inbox, WhatHasNoDeadlineHasALeadTimeWhereTheRulebookGivesOne) {
  House house;
  const auto& who = house.who;
  const auto account = take(*house.ledger, who.kato, who.second, registry::RequestAccount{who.second, registry::AccountKind::holding, "省エネ課", false}).account;
  const auto key = "account_decision/" + std::to_string(account.value);
  const auto with = [&](const LeadTimes& leads) {
    const auto all = inbox_of(house, who.admin, who.secretariat, "2027-05-20", leads);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Task& t) { return t.key == key; });
    if (found == all.end()) throw std::runtime_error("no task " + key);
    return *found;
  };
  EXPECT_EQ(with({}).due, std::nullopt);
  const auto task = with({{TaskKind::account_decision, 14}});
  EXPECT_EQ(task.due, day("2027-06-03"));
  EXPECT_FALSE(task.deadline);
}

// Read back by a small reader of its own (tests/support/read_calendar.py), which unfolds, unescapes and checks lengths and structure.
TEST(InboxCalendar, IsReadBackByAProgramOfItsOwn) {
  Task a;
  a.key = "return_to_answer/3/1";
  a.kind = TaskKind::return_to_answer;
  a.ja = title_of(a.kind, Language::ja);
  a.en = title_of(a.kind, Language::en);
  a.about = "重油ボイラーから都市ガスボイラーへの更新; \"墨田, 第二\" \\ とても長い名前のプロジェクトで、一行に収まらないもの";
  a.due = day("2028-02-29");
  a.deadline = true;
  a.page = "/projects/3/reports/1";
  Task b = a;
  b.key = "validation/4";
  b.deadline = false;
  b.due = day("2026-12-31");
  Task without_day = a;
  without_day.key = "report_next/5";
  without_day.due.reset();
  Id128 store;
  store.bytes[0] = 0xAB;
  const std::string path = (std::filesystem::temp_directory_path() / ("sumi-inbox-calendar-test." + std::to_string(::getpid()) + ".ics")).string();
  value_of(write_file_atomic(path, inbox_calendar({a, b, without_day}, "https://sumi.example.jp", store, at("2026-11-23T02:03:04.567Z"), Language::ja)));
  FILE* pipe = ::popen(("python3 tests/support/read_calendar.py " + path).c_str(), "r");
  ASSERT_NE(pipe, nullptr);
  std::string out;
  char bytes[512];
  while (std::fgets(bytes, sizeof bytes, pipe) != nullptr) out += bytes;
  EXPECT_EQ(::pclose(pipe), 0) << out;
  ::unlink(path.c_str());
  const std::string store_text = "ab" + std::string(30, '0');
  EXPECT_EQ(out,
            "return_to_answer/3/1@" + store_text + "|20261123T020304Z|20280229|20280301|補正の求めに答える(" + a.about + ")|https://sumi.example.jp/projects/3/reports/1|この日が期限です。\\https://sumi.example.jp/projects/3/reports/1|-P3D\n"
            "validation/4@" + store_text + "|20261123T020304Z|20261231|20270101|補正の求めに答える(" + a.about + ")|https://sumi.example.jp/projects/3/reports/1|この日までに行うのが目安です。\\https://sumi.example.jp/projects/3/reports/1|-P3D\n");
}

}  // namespace
}  // namespace sumi::service
