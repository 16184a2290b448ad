// A list of members through the service onto a ledger: what scenarios, which know no files and no store, cannot show.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "project/member_keys.h"
#include "scenario/ledger_world.h"
#include "scenario/play.h"
#include "service/members.h"
#include "store/sqlite.h"

namespace sumi::scenario {
namespace {

namespace fs = std::filesystem;

template <class T>
T value_of(Result<T> r) {
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}
void done(const Result<void>& r) {
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
}

std::shared_ptr<const rulebook::Rulebook> the_rulebook() {
  static const auto rulebook = std::make_shared<const rulebook::Rulebook>(value_of(rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook")));
  return rulebook;
}

// A store with the registered programme P1 of the scenarios' organisation O1, whose person is tanaka.
class MembersOnAStore : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("sumi_members_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    service::CreateOptions create;
    create.operator_name = "シナリオ";
    create.rulebook = the_rulebook();
    create.time = value_of(Instant::parse("2026-04-01"));
    ledger_ = value_of(service::Ledger::create((folder_ / "store").string(), create));
    const std::string scenarios = SUMI_SOURCE_DIR "/tests/scenarios/";
    const std::string text = value_of(read_file(scenarios + "members.scn"));
    // The story up to the first case, then the registered programme.
    auto story = text.substr(0, text.find("\ncase "));
    story.insert(story.find("\npart "), "\nuse programme\n");
    const auto script = value_of(parse_script(story, "members.scn", [&](const std::string& name) -> Result<std::string> {
      // A given ledger stands already: without the line that opens one.
      SUMI_TRY(auto included, read_file(scenarios + name));
      const auto at = included.find("\nstore ");
      included.replace(at, included.find('\n', at + 1) - at, "\n");
      return included;
    }));
    play_on(script);
    request_.project = {1};
    request_.actor = value_of(ledger_->people().person("tanaka")).id;
    done(ledger_->read([&](const scheme::State& state) {
      request_.on_behalf_of = state.cases().current_plan({1})->head.proponents.front();
    }));
    request_.time = value_of(Instant::parse("2026-07-01"));
    request_.folder = folder_.string();
    std::ofstream(folder_ / "届.pdf") << "a form";
  }
  void TearDown() override {
    ledger_.reset();
    fs::remove_all(folder_);
  }
  void play_on(const Script& script) {
    const auto world = ledger_world(*ledger_);
    PlayOptions options;
    options.verify_each_step = false;
    const auto played = value_of(play_given(script, *world, options));
    if (played.failure) throw std::runtime_error(describe_error(*played.failure, Language::en));
  }
  void play(const std::string& lines) { play_on(value_of(parse_script("person admin tanaka secretary\nat 2026-07-02\n" + lines, "lines"))); }

  static std::string list(std::size_t from, std::size_t count) {
    std::string csv = "member,name,address,applied_on,start,period,list,consent,consent_until,evidence,meter\n";
    for (std::size_t i = from; i < from + count; ++i) {
      const auto n = std::to_string(i);
      csv += n + ",会員" + n + ",津山市山北" + n + "番地,2026-06-01,2026-06-10,2026-06-10..2034-06-09,home,programme_terms,2034-06-09,届.pdf,MTR-" + std::to_string(1000 + i) + "\n";
    }
    return csv;
  }
  Result<service::AdmittedList> admit(const std::string& csv) {
    const auto members = project::read_member_list(csv, "members.csv", 8);
    if (!members) return fail(members.error());
    return service::admit_members(*ledger_, *members, request_);
  }

  fs::path folder_;
  std::unique_ptr<service::Ledger> ledger_;
  service::AdmitMembersRequest request_;
};

TEST_F(MembersOnAStore, a_list_goes_in_as_entries_and_again_as_nothing) {
  const std::size_t count = 2 * limits::members_per_entry_max + 5;
  const auto admitted = value_of(admit(list(1, count)));
  EXPECT_EQ(admitted.members.size(), count);
  EXPECT_EQ(admitted.entries, 3u);
  EXPECT_FALSE(admitted.repeated);
  EXPECT_TRUE(admitted.matches.empty());
  EXPECT_EQ(admitted.members.back().own, std::to_string(count));
  EXPECT_EQ(admitted.members.back().member, count);
  const auto last = ledger_->last();
  const auto again = value_of(admit(list(1, count)));
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.members.size(), count);
  EXPECT_EQ(ledger_->last(), last);
  // Everything opens, names among them, and no name stands in the journal.
  const auto report = value_of(ledger_->check(false));
  EXPECT_TRUE(report.findings.empty()) << report.findings.front();
  EXPECT_EQ(report.sealed, 2 * count);
  project::RegisteredMember row;
  done(ledger_->read([&](const scheme::State& state) { row = state.cases().members.rows.at({{1}, 7}); }));
  EXPECT_EQ(value_of(service::member_names(*ledger_, row)).name, "会員7");
  EXPECT_EQ(value_of(service::member_names(*ledger_, row)).address, "津山市山北7番地");
  const std::string journal = value_of(read_file((folder_ / "store/journal.db").string()));
  EXPECT_EQ(journal.find("会員7"), std::string::npos);
  EXPECT_EQ(journal.find("津山市山北7番地"), std::string::npos);
  // The form is the operator's evidence.
  EXPECT_TRUE(ledger_->get_evidence(request_.on_behalf_of, row.entry.evidence));
}

TEST_F(MembersOnAStore, another_spelling_is_found) {
  value_of(admit(list(1, 3)));
  const auto admitted = value_of(admit("member,name,address,applied_on,start,period,list,consent,consent_until,evidence\n"
                                       "A,別人,岡山県津山市大字山北２,2026-06-01,2026-06-10,2026-06-10..2034-06-09,home,programme_terms,2034-06-09,届.pdf\n"));
  ASSERT_EQ(admitted.matches.size(), 1u);
  EXPECT_EQ(admitted.matches[0].other_member, 2u);
  EXPECT_EQ(admitted.matches[0].kind, project::MemberKeyKind::address);
}

TEST_F(MembersOnAStore, one_bad_row_and_nothing_is_taken) {
  std::string csv = list(1, 200);
  csv += "201,a,津山市山北9999,2026-06-01,2024-06-01,2026-06-10..2034-06-09,home,programme_terms,2034-06-09,届.pdf,\n";
  csv += "202,b,津山市山北9998,2026-06-01,2024年6月,2026-06-10..2034-06-09,home,programme_terms,2034-06-09,届.pdf,\n";
  csv += "203,c,津山市山北9997,2026-06-01,2026-06-10,2026-06-10..2034-06-09,home,anything,2034-06-09,届.pdf,\n";
  const auto before = ledger_->last();
  auto refused = admit(csv);
  ASSERT_FALSE(refused);
  // A start that is known to the month is told first: it needs no ledger.
  EXPECT_EQ(refused.error().def->name, "member_value");
  EXPECT_EQ(refused.error().place.line, 203u);
  csv.replace(csv.find("2024年6月"), std::string("2024年6月").size(), "2024年7月");
  refused = admit(csv);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def->name, "member_two_years");
  EXPECT_EQ(refused.error().place.line, 202u);
  ASSERT_EQ(refused.error().also.size(), 1u);
  EXPECT_EQ(refused.error().also[0].def->name, "consent_unknown");
  EXPECT_EQ(refused.error().also[0].place.line, 204u);
  EXPECT_EQ(ledger_->last(), before);
  done(ledger_->read([](const scheme::State& state) { EXPECT_TRUE(state.cases().members.rows.empty()); }));
}

TEST_F(MembersOnAStore, who_has_joined_does_not_join_again) {
  value_of(admit(list(1, 3)));
  const auto refused = admit(list(3, 2));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def->name, "member_number_taken");
  EXPECT_EQ(refused.error().place.line, 2u);
}

TEST_F(MembersOnAStore, erased_from_people_and_provable_still) {
  value_of(admit(list(1, 2)));
  project::RegisteredMember row;
  done(ledger_->read([&](const scheme::State& state) { row = state.cases().members.rows.at({{1}, 1}); }));
  play("as tanaka for " + std::to_string(request_.on_behalf_of.value) +
       "\non 2026-07-01\ndo ChangeMember project=1 member=1 kind=correction on=2026-07-01 name=\"新しい名\" evidence=sha:e\n"
       "do ChangeMember project=1 member=1 kind=leave on=2026-07-01 evidence=sha:e\ndo EraseMember project=1 member=1\n");
  done(ledger_->read([&](const scheme::State& state) { row = state.cases().members.rows.at({{1}, 1}); }));
  EXPECT_TRUE(row.erased);
  EXPECT_EQ(project::sealed_of(row).size(), 3u);  // the former name too
  EXPECT_EQ(value_of(service::member_names(*ledger_, row)).name, "");
  const auto report = value_of(ledger_->check(false));
  EXPECT_TRUE(report.findings.empty()) << report.findings.front();
  EXPECT_EQ(report.erased, 3u);
  ledger_.reset();
  const std::string people = value_of(read_file((folder_ / "store/people.db").string()));
  for (const char* text : {"会員1", "津山市山北1番地", "新しい名"}) EXPECT_EQ(people.find(text), std::string::npos) << text;
  EXPECT_NE(people.find("会員2"), std::string::npos);
}

TEST_F(MembersOnAStore, a_lost_secret_is_told_and_never_replaced) {
  value_of(admit(list(1, 1)));
  const auto secret = value_of(service::key_secrets(*ledger_));
  EXPECT_EQ(value_of(service::key_secrets(*ledger_)), secret);
  EXPECT_FALSE(ledger_->people().put_secret("member keys", secret.chain.front())) << "a secret is made once";
  ledger_.reset();
  const std::string people = (folder_ / "store/people.db").string();
  {
    auto database = value_of(store::Database::open(people, "people", store::Opening::existing));
    done(database.execute("DELETE FROM secrets"));
  }
  ledger_ = value_of(service::Ledger::open((folder_ / "store").string()));
  const auto refused = admit(list(2, 1));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def->name, "member_secret_missing");
}

}  // namespace
}  // namespace sumi::scenario
