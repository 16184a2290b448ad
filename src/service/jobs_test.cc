// Desks' work: whose it is, what a repeat finds, what a stop leaves, and that nobody's keeps the others waiting. The House's clock stands at 2027-05-20.
#include "service/jobs.h"
#include "service/limits.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "base/limits.h"
#include "base/sha256.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

struct Folder {
  std::string path = ::testing::TempDir() + "sumi_desk_jobs_" + std::to_string(::getpid());
  Folder() { std::filesystem::remove_all(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

DeskJob of(PersonId person, const std::string& key, OrganisationNumber organisation = {4}) {
  DeskJob job;
  job.kind = "member_list";
  job.title = {"会員名簿", "Members"};
  job.by = person;
  job.login = "someone";
  job.organisation = organisation;
  job.project = {7};
  job.key = sha256(key);
  return job;
}
Jobs::Work gives(const std::string& answer) {
  return [answer](const Jobs::Progress& progress, const std::string&) -> Result<JobResult> {
    progress(0, 3);
    progress(3, 3);
    JobResult result;
    result.kept = answer;
    result.text = {"済み", "done"};
    return result;
  };
}
// Runs until it is let go, or until the jobs end.
Jobs::Work held(std::atomic<bool>& let_go) {
  return [&let_go](const Jobs::Progress& progress, const std::string&) -> Result<JobResult> {
    while (!let_go) {
      progress(1, 2);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return JobResult{};
  };
}
JobRow until(const Jobs& jobs, std::uint64_t number, JobState state) {
  for (int i = 0; i < 3000; ++i) {
    const auto row = jobs.find(number);
    if (row && row->state == state) return *row;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("the job hangs");
}

TEST(DeskJobs, TheAnswerIsFoundAgainAfterARestartAndByTheSameKey) {
  const Folder folder;
  const House house;
  {
    Jobs jobs(folder.path, house.clock);
    const auto begun = jobs.begin(of(house.who.tanaka, "one"), gives(R"({"rows":3})"));
    ASSERT_TRUE(begun.has_value());
    const auto row = until(jobs, begun->number, JobState::done);
    EXPECT_EQ(row.done, 3U);
    EXPECT_EQ(row.total, 3U);
    EXPECT_EQ(jobs.kept(begun->number), R"({"rows":3})");
    // The work of a repeat is never run: it would give something else.
    EXPECT_EQ(jobs.begin(of(house.who.tanaka, "one"), gives("another"))->number, begun->number);
    EXPECT_NE(jobs.begin(of(house.who.tanaka, "two"), gives("second"))->number, begun->number);
    EXPECT_NE(jobs.begin(of(house.who.tanaka, "one", {5}), gives("for another organisation"))->number, begun->number);
    EXPECT_NE(jobs.begin(of(house.who.admin, "one"), gives("of another person"))->number, begun->number);
  }
  Jobs again(folder.path, house.clock);
  const auto row = again.find(1);
  ASSERT_TRUE(row.has_value());
  EXPECT_TRUE(row->desk);
  EXPECT_EQ(row->by, house.who.tanaka);
  EXPECT_EQ(row->organisation, OrganisationNumber{4});
  EXPECT_EQ(row->project, ProjectNumber{7});
  EXPECT_EQ(again.kept(1), R"({"rows":3})");
  EXPECT_EQ(again.begin(of(house.who.tanaka, "one"), gives("another"))->number, 1U);
  EXPECT_EQ(again.kept(1), R"({"rows":3})");
  // What it says of people is for the owner of the store's files alone.
  EXPECT_EQ(std::filesystem::status(folder.path + "/1.kept").permissions(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(DeskJobs, WhatAStopCutsOffSaysSoAndIsBegunAnewByItsKey) {
  const Folder folder;
  const House house;
  std::atomic<bool> never{false};
  {
    Jobs jobs(folder.path, house.clock);
    const auto running = jobs.begin(of(house.who.tanaka, "runs"), held(never))->number;
    until(jobs, running, JobState::running);
    jobs.begin(of(house.who.tanaka, "waits"), held(never));  // the same person's second
  }
  Jobs again(folder.path, house.clock);
  for (const std::uint64_t number : {1U, 2U}) {
    const auto row = again.find(number);
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(row->state, JobState::failed);
    EXPECT_TRUE(row->cut_off);
    EXPECT_NE(row->failure.en.find("Begin it again"), std::string::npos) << row->failure.en;
    EXPECT_FALSE(again.kept(number).has_value());
  }
  const auto anew = again.begin(of(house.who.tanaka, "runs"), gives("whole"));
  ASSERT_TRUE(anew.has_value());
  EXPECT_EQ(anew->number, 3U);
  until(again, 3, JobState::done);
  EXPECT_EQ(again.kept(3), "whole");
}

TEST(DeskJobs, ARefusalIsToldAsFailedAndKeepsItsProblem) {
  const House house;
  Jobs jobs("", house.clock);
  const auto number = jobs.begin(of(house.who.tanaka, "one"), [](const Jobs::Progress&, const std::string&) -> Result<JobResult> {
    JobResult result;
    result.refused = true;
    result.text = {"列がありません", "a column is missing"};
    result.kept = R"({"code":"service.bulk_column_missing"})";
    return result;
  })->number;
  const auto row = until(jobs, number, JobState::failed);
  EXPECT_EQ(row.failure.en, "a column is missing");
  EXPECT_FALSE(row.cut_off);
  EXPECT_EQ(jobs.kept(number), R"({"code":"service.bulk_column_missing"})");
}

TEST(DeskJobs, NobodysWorkKeepsTheOthersWaiting) {
  const House house;
  Jobs jobs("", house.clock);
  std::atomic<bool> let_go{false};
  const auto check = jobs.begin("check", {"検査", "check"}, house.who.admin, "admin", held(let_go)).number;
  const auto first = jobs.begin(of(house.who.tanaka, "first"), held(let_go))->number;
  const auto second = jobs.begin(of(house.who.tanaka, "second"), gives("second"))->number;
  until(jobs, check, JobState::running);
  until(jobs, first, JobState::running);
  // Beside both; the same person's second one waits meanwhile.
  until(jobs, jobs.begin(of(house.who.admin, "other"), gives("other"))->number, JobState::done);
  EXPECT_EQ(jobs.find(second)->state, JobState::waiting);
  let_go = true;
  until(jobs, second, JobState::done);
}

TEST(DeskJobs, WhatWaitsIsLimitedByPersonAndByBytes) {
  const House house;
  Jobs jobs("", house.clock);
  std::atomic<bool> let_go{false};
  for (std::size_t i = 0; i < limits::jobs_open_max; ++i) ASSERT_TRUE(jobs.begin(of(house.who.tanaka, std::to_string(i)), held(let_go)).has_value());
  EXPECT_FALSE(jobs.begin(of(house.who.tanaka, "one more"), held(let_go)).has_value());
  EXPECT_TRUE(jobs.begin(of(house.who.tanaka, "0"), held(let_go)).has_value()) << "a repeat is no more work";
  auto large = of(house.who.admin, "large");
  large.bytes = limits::jobs_open_bytes_max;
  EXPECT_TRUE(jobs.begin(large, held(let_go)).has_value());
  auto small = of(house.who.admin, "small");
  small.bytes = 1;
  EXPECT_FALSE(jobs.begin(small, held(let_go)).has_value());
  let_go = true;
  for (const auto& row : jobs.all()) until(jobs, row.number, JobState::done);
  // The room is free again as soon as the work has ended; its thread says so a moment after the row does.
  std::optional<JobRow> taken;
  for (int i = 0; i < 1000 && !taken; ++i) {
    taken = jobs.begin(small, gives("small"));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_TRUE(taken.has_value());
}

TEST(DeskJobs, WhatOneLeftGoesAfterAWeekAndTheHousesStays) {
  const Folder folder;
  House house;
  Jobs jobs(folder.path, house.clock);
  const auto check = jobs.begin("check", {"検査", "check"}, house.who.admin, "admin", gives("")).number;
  const auto list = jobs.begin(of(house.who.tanaka, "one"), gives("names"))->number;
  until(jobs, check, JobState::done);
  until(jobs, list, JobState::done);
  house.clock.set({house.clock.now().ms + sumi::limits::idempotency_keep_ms});
  jobs.begin(of(house.who.tanaka, "two"), gives("on the last day"));
  EXPECT_TRUE(jobs.find(list).has_value());
  house.clock.set({house.clock.now().ms + 1});
  jobs.begin(of(house.who.tanaka, "three"), gives("the day after"));
  EXPECT_FALSE(jobs.find(list).has_value());
  EXPECT_FALSE(jobs.kept(list).has_value());
  EXPECT_FALSE(std::filesystem::exists(folder.path + "/" + std::to_string(list) + ".kept"));
  EXPECT_TRUE(jobs.find(check).has_value());
}

TEST(DeskJobs, OneKeepsTheLastFiftyOfAPerson) {
  const House house;
  Jobs jobs("", house.clock);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i <= Jobs::desk_kept; ++i) {
    last = jobs.begin(of(house.who.tanaka, std::to_string(i)), gives("x"))->number;
    until(jobs, last, JobState::done);
  }
  EXPECT_FALSE(jobs.find(1).has_value());
  EXPECT_TRUE(jobs.find(2).has_value());
  EXPECT_TRUE(jobs.find(last).has_value());
}

}  // namespace
}  // namespace sumi::service
