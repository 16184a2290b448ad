// The auditor's views on the furnished ledger (testing.h): 70 t of FY2026 and 6 t of FY2027, issued to the first holder on one day. Figures are counted by hand from that.
#include "service/audit_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include <unistd.h>

#include "service/administration.h"
#include "service/jobs.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;

// 9 t leave for the second holder, and of those left 4 t are retired.
struct Moved : House {
  JournalIndex index;
  SequenceNumber transfer, asked, executed;
  RetirementNumber retirement;
  Moved() {
    transfer = value_of(ledger->submit(testing::transfer(who, 9))).first;
    const auto accepted = value_of(ledger->submit(testing::retirement(who, 4)));
    asked = accepted.first;
    retirement = std::get<registry::RetirementRequested>(accepted.outcomes.at(0)).retirement;
    executed = value_of(ledger->submit(request(who.tanaka, who.first, registry::ExecuteRetirement{retirement}))).first;
  }
  JournalFound find(const JournalFilter& filter, bool newest = true, SequenceNumber after = {}, std::size_t limit = 500) { return value_of(index.find(*ledger, filter, newest, after, limit)); }
};

TEST(JournalIndex, ListsAllAndByOrderAndPage) {
  Moved house;
  const auto all = house.find({});
  EXPECT_EQ(all.total, house.ledger->last().value);
  EXPECT_EQ(all.entries.front(), house.ledger->last());
  const auto oldest = house.find({}, false, {}, 3);
  ASSERT_EQ(oldest.entries.size(), 3U);
  EXPECT_EQ(oldest.entries.back(), SequenceNumber{3});
  EXPECT_TRUE(oldest.more);
  const auto next = house.find({}, false, oldest.entries.back(), 2);
  EXPECT_EQ(next.entries, (std::vector<SequenceNumber>{{4}, {5}}));
  EXPECT_EQ(next.total, all.total);
}

TEST(JournalIndex, FiltersByActPersonOrganisationAndDay) {
  Moved house;
  JournalFilter filter;
  filter.command = "Transfer";
  EXPECT_EQ(house.find(filter).entries, std::vector<SequenceNumber>{house.transfer});
  filter.person = house.who.chair;
  EXPECT_TRUE(house.find(filter).entries.empty());
  filter = {};
  filter.person = house.who.tanaka;
  filter.organisation = house.who.first;
  const auto tanaka = house.find(filter).entries;
  EXPECT_NE(std::find(tanaka.begin(), tanaka.end(), house.executed), tanaka.end());
  filter.organisation = house.who.committee;
  EXPECT_TRUE(house.find(filter).entries.empty());
  filter = {};
  filter.to = day("1999-12-31");
  EXPECT_EQ(house.find(filter).total, 0U);
  filter = {};
  filter.command = "Teleport";
  EXPECT_EQ(house.find(filter).total, 0U);
}

TEST(JournalIndex, WhatFollowsFromAnEntryConcernsTheSameProjectAndAccount) {
  Moved house;
  JournalFilter of_account;
  of_account.account = house.who.first_account;
  const auto first = house.find(of_account).entries;
  // The second step names the retirement alone; it is the account's all the same.
  EXPECT_NE(std::find(first.begin(), first.end(), house.executed), first.end());
  EXPECT_NE(std::find(first.begin(), first.end(), house.transfer), first.end());
  of_account.account = house.who.second_account;
  const auto second = house.find(of_account).entries;
  EXPECT_NE(std::find(second.begin(), second.end(), house.transfer), second.end());
  EXPECT_EQ(std::find(second.begin(), second.end(), house.executed), second.end());
  // The units came from the project.
  JournalFilter of_project;
  of_project.project = house.who.project;
  const auto project = house.find(of_project).entries;
  EXPECT_NE(std::find(project.begin(), project.end(), house.transfer), project.end());
  of_project.project = {99};
  EXPECT_TRUE(house.find(of_project).entries.empty());
}

TEST(JournalIndex, GoesOnWithWhatWasWrittenSince) {
  Moved house;
  const auto before = house.find({}).total;
  value_of(house.ledger->submit(testing::transfer(house.who, 1)));
  EXPECT_EQ(house.find({}).total, before + 1);
}

TEST(EntryView, ShowsBothPartsOfAnEntryAndTheRulesOfItsTime) {
  Moved house;
  const auto view = value_of(entry_view(*house.ledger, house.index, house.transfer));
  ASSERT_TRUE(view.has_value());
  EXPECT_EQ(view->line.command, "Transfer");
  ASSERT_TRUE(view->line.actor.has_value());
  EXPECT_EQ(view->line.actor->person, house.who.tanaka);
  ASSERT_TRUE(view->line.organisation.has_value());
  EXPECT_EQ(view->line.organisation->number, house.who.first);
  EXPECT_EQ(view->line.accounts, (std::vector<AccountNumber>{house.who.first_account, house.who.second_account}));
  // From whom and to whom is the parties'.
  EXPECT_EQ(view->public_fields.find("from"), nullptr);
  ASSERT_NE(view->party_fields.find("from"), nullptr);
  EXPECT_EQ(view->party_fields.find("from")->text, std::to_string(house.who.first_account.value));
  ASSERT_TRUE(view->rules.has_value());
  EXPECT_EQ(view->rules->adoption, 2U);  // the small rulebook has two packs
  EXPECT_FALSE(value_of(entry_view(*house.ledger, house.index, {house.ledger->last().value + 1})).has_value());
  EXPECT_FALSE(value_of(entry_view(*house.ledger, house.index, {})).has_value());
}

TEST(DayState, SaysHowTheBatchesStoodAtTheEndOfTheDay) {
  Moved house;
  Date today;
  value_of(house.ledger->read([&](const scheme::State& state) { today = state.now().date_in_japan(); }));
  const auto state = value_of(day_state(*house.ledger, today));
  EXPECT_EQ(state.view.entry, house.ledger->last());
  EXPECT_TRUE(state.view.balanced);
  EXPECT_TRUE(state.view.findings.empty());
  ASSERT_EQ(state.batches.size(), 2U);
  std::uint64_t in = 0, retired = 0;
  for (const auto& b : state.batches) {
    EXPECT_TRUE(b.balanced);
    in += std::stoull(b.came_in.value);
    retired += std::stoull(b.retired.value);
  }
  EXPECT_EQ(in, 76U);      // 70 + 6
  EXPECT_EQ(retired, 4U);
  Hash now;
  value_of(house.ledger->read([&](const scheme::State& s) { now = s.state_hash(); }));
  EXPECT_EQ(state.view.state_hash, now);
  const auto second = std::find_if(state.accounts.begin(), state.accounts.end(), [&](const auto& a) { return a.account == house.who.second_account; });
  ASSERT_NE(second, state.accounts.end());
  EXPECT_EQ(second->balances.front().held.value, "9");
  EXPECT_EQ(refusal(day_state(*house.ledger, day("1999-01-01"))), "service.store_younger");
  EXPECT_EQ(refusal(day_state(*house.ledger, today.plus_days(1))), "service.day_in_future");
}

JobRow ended(const Jobs& jobs, std::uint64_t number) {
  for (int i = 0; i < 1000; ++i) {
    const auto row = jobs.find(number);
    if (row && (row->state == JobState::done || row->state == JobState::failed)) return *row;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw std::runtime_error("the job hangs");
}

struct Folder {
  std::string path = ::testing::TempDir() + "sumi_jobs_" + std::to_string(::getpid());
  Folder() { std::filesystem::remove_all(path); }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST(Jobs, ACheckTellsItsResultAndIsFoundAgainAfterARestart) {
  const Folder folder;
  Moved house;
  std::uint64_t number = 0;
  {
    Jobs jobs(folder.path, house.clock);
    number = jobs.begin("check", {"検査", "check"}, house.who.admin, "admin", check_work(*house.ledger, false)).number;
    const auto row = ended(jobs, number);
    EXPECT_EQ(row.state, JobState::done) << row.failure.en;
    ASSERT_TRUE(row.result.check.has_value());
    EXPECT_TRUE(row.result.check->findings.empty());
    EXPECT_EQ(row.result.check->entries, house.ledger->last().value);
  }
  const Jobs again(folder.path, house.clock);
  const auto row = again.find(number);
  ASSERT_TRUE(row.has_value());
  EXPECT_EQ(row->state, JobState::done);
  EXPECT_EQ(row->by, house.who.admin);
  ASSERT_TRUE(row->result.check.has_value());
  EXPECT_EQ(row->result.check->entries, house.ledger->last().value);
}

TEST(Jobs, WhatAStopCutsOffIsToldAsFailed) {
  const Folder folder;
  const House house;
  std::uint64_t number = 0;
  {
    Jobs jobs(folder.path, house.clock);
    number = jobs.begin("check", {"待つ", "waits"}, house.who.admin, "admin", [](const Jobs::Progress& progress, const std::string&) -> Result<JobResult> {
      while (true) {
        progress(1, 2);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
      }
    }).number;
    // The same again is the one that runs.
    EXPECT_EQ(jobs.begin("check", {"待つ", "waits"}, house.who.admin, "admin", {}).number, number);
  }
  const Jobs again(folder.path, house.clock);
  ASSERT_TRUE(again.find(number).has_value());
  EXPECT_EQ(again.find(number)->state, JobState::failed);
  EXPECT_NE(again.find(number)->failure.en, "");
}

TEST(Jobs, AFailureIsToldInWords) {
  const House house;
  Jobs jobs("", house.clock);
  // What is in memory has no files to back up.
  const auto number = jobs.begin("backup", {"控え", "backup"}, house.who.admin, "admin", backup_work(*house.ledger, ::testing::TempDir() + "sumi_no_backup", "one")).number;
  const auto row = ended(jobs, number);
  EXPECT_EQ(row.state, JobState::failed);
  EXPECT_NE(row.failure.ja, "");
}

TEST(Administration, NamesTheEditionInForceBesideWhatIsAtHand) {
  const House house;
  const auto book = value_of(house.ledger->rulebook());
  const auto pack = value_of(rulebook::Pack::read("rulebook/packs/jcredit-registry"));
  const auto other = value_of(rulebook::Pack::read("rulebook/packs/codes"));
  auto files = pack.files();
  for (auto& file : files) {
    if (file.path != "pack.toml") continue;
    const auto at = file.text.find("edition = \"");
    ASSERT_NE(at, std::string::npos);
    file.text.replace(at, file.text.find('\n', at) - at, "edition = \"2099-01\"");
  }
  const auto newer = value_of(rulebook::Pack::from_files(files, "newer"));
  const auto offers = pack_offers(*book, {pack, other}, {newer});
  ASSERT_EQ(offers.size(), 3U);
  EXPECT_TRUE(offers.back().in_force);  // what differs comes first
  EXPECT_EQ(offers.back().hash, pack.hash());
  const auto uploaded = std::find_if(offers.begin(), offers.end(), [](const auto& o) { return o.uploaded; });
  ASSERT_NE(uploaded, offers.end());
  EXPECT_EQ(uploaded->edition, "2099-01");
  EXPECT_EQ(uploaded->hash_in_force, pack.hash());
  const auto unknown = std::find_if(offers.begin(), offers.end(), [](const auto& o) { return o.family == "codes"; });
  ASSERT_NE(unknown, offers.end());
  EXPECT_EQ(unknown->edition_in_force, "");
  const auto change = value_of(pack_change(*house.ledger, newer, *uploaded));
  ASSERT_FALSE(change.sections.empty());
  bool told = false;
  for (const auto& section : change.sections) {
    for (const auto& thing : section.things) {
      for (const auto& field : thing.fields_changed) told = told || field.after.find("2099-01") != std::string::npos;
    }
  }
  EXPECT_TRUE(told);
}

TEST(Administration, TheFirstKeyIsThePresentOne) {
  const House house;
  const auto read = [&](const journal::PublicKey* signs) {
    std::vector<LogKeyLine> keys;
    value_of(house.ledger->read([&](const scheme::State& state) { keys = log_keys_view(state, signs); }));
    return keys;
  };
  const auto keys = read(&log_key().public_key());
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_TRUE(keys[0].present);
  EXPECT_EQ(keys[0].public_key.bytes, log_key().public_key().bytes);
  EXPECT_EQ(keys[0].fingerprint, log_key().public_key().fingerprint());
  EXPECT_FALSE(keys[0].since.has_value());
  // Another key than the journal's has nothing to say of it.
  const auto foreign = value_of(journal::SigningKey::generate("other.example"));
  EXPECT_FALSE(read(&foreign.public_key())[0].fingerprint.has_value());
  EXPECT_FALSE(read(nullptr)[0].fingerprint.has_value());
}

TEST(Administration, AFolderThatIsNotThereHasNoBackups) { EXPECT_TRUE(backups_in("/nonexistent/sumi").empty()); }

}  // namespace
}  // namespace sumi::service
