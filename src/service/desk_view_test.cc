// The desks of the verifier, the secretariat and the committee.
#include "service/desk_view.h"

#include <gtest/gtest.h>

#include "base/sha256.h"
#include "report/render.h"
#include "service/desk_papers.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::day;
using testing::House;
using testing::refusal;
using testing::take;
using testing::value_of;

Hash some(const char* text) { return sha256(std::string_view(text)); }

Actor actor(const House& house, PersonId person, OrganisationNumber organisation) {
  Actor out;
  value_of(house.ledger->read([&](const scheme::State& state) { out = actor_for(state, person, organisation, state.now().date_in_japan()); }));
  return out;
}
std::vector<ReviewRow> reviews(const House& house, const Actor& who) {
  std::vector<ReviewRow> out;
  value_of(house.ledger->read([&](const scheme::State& state) { out = reviews_of(state, who, state.now().date_in_japan(), {{TaskKind::validation, 60}}); }));
  return out;
}
ProjectNumber new_project(House& house) {
  auto head = testing::plan_head(house.who);
  head.title = "ヒートポンプの導入";
  const auto project = take(*house.ledger, house.who.tanaka, house.who.first, project::DraftProject{head}).project;
  take(*house.ledger, house.who.tanaka, house.who.first, project::SubmitForValidation{project, house.who.verifier});
  return project;
}
void validate_and_apply(House& house, ProjectNumber project) {
  take(*house.ledger, house.who.mori, house.who.verifier, project::RecordValidation{project, true, testing::plan_head(house.who).plan, some("validation")});
  std::vector<project::RuleAnswer> answers;
  for (int i = 1; i <= 11; ++i) answers.push_back({"R" + std::to_string(i), project::Answer::met});
  take(*house.ledger, house.who.tanaka, house.who.first, project::ApplyForRegistration{project, answers});
}

// ---- The verifier ----

TEST(Reviews, WhatWaitsStandsBeforeWhatWasGiven) {
  House house;
  const auto mori = actor(house, house.who.mori, house.who.verifier);
  const auto given = reviews(house, mori);
  ASSERT_EQ(given.size(), 2U);  // the house's validation and its verification
  EXPECT_FALSE(given[0].open);
  EXPECT_FALSE(given[1].open);
  const auto project = new_project(house);
  const auto rows = reviews(house, mori);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].key, "validation/" + std::to_string(project.value));
  EXPECT_TRUE(rows[0].open);
  EXPECT_EQ(rows[0].due, day("2027-07-19"));  // 2027-05-20 and 60 days
  EXPECT_EQ(rows[0].title, "ヒートポンプの導入");
}

TEST(Reviews, AFindingKeepsAPositiveStatementBackUntilItIsSettled) {
  House house;
  const auto project = new_project(house);
  const auto mori = actor(house, house.who.mori, house.who.verifier);
  EXPECT_TRUE(value_of(review_view(*house.ledger, mori, {project, 0, 0}, {}))->positive_allowed);
  auto raise = testing::request(house.who.mori, house.who.verifier, project::RaiseFinding{project, 0, 0, project::FindingKind::corrective, some("finding"), {}});
  raise.sealed.push_back({0, "text", "仕様書がありません"});
  value_of(house.ledger->submit(std::move(raise)));
  const auto view = value_of(review_view(*house.ledger, mori, {project, 0, 0}, {}));
  EXPECT_FALSE(view->positive_allowed);
  ASSERT_EQ(view->obstacles.size(), 1U);
  EXPECT_EQ(view->obstacles[0].code, "project.findings_open");
  ASSERT_EQ(view->findings.size(), 1U);
  EXPECT_EQ(view->findings[0].remarks.at(0).text, "仕様書がありません");
  EXPECT_EQ(view->review.findings, 1U);
}

// Reckoned by hand.
TEST(Reviews, ChangesAreSaidInPercent) {
  EXPECT_EQ(change_percent("100", "112.5"), "+12.5");
  EXPECT_EQ(change_percent("3", "2"), "-33.3");
  EXPECT_EQ(change_percent("80", "80"), "0.0");
  EXPECT_EQ(change_percent("0", "5"), "");
  EXPECT_EQ(change_percent("many", "5"), "");
}

TEST(Reviews, WhatOneCalculationLacksIsNotTheSame) {
  CalculationView reported{"ボイラー", "EN-S-001", "2026", "2026-05", {}, {}};
  reported.inputs.push_back({"F_PJ", "", {}, "10", "kL", "monitored", "A", "", "", ""});
  reported.steps.push_back({"E_PJ", {}, {}, "391", "GJ", false, true, ""});
  reported.steps.push_back({"EM_PJ", {}, {}, "27", "t-CO2", false, true, ""});
  CalculationView own = reported;
  own.steps[0].value = "392";
  own.steps.pop_back();
  const auto both = beside({reported}, {own});
  ASSERT_EQ(both.size(), 1U);
  EXPECT_TRUE(both[0].inputs.at(0).same);
  EXPECT_FALSE(both[0].steps.at(0).same);
  EXPECT_EQ(both[0].steps.at(0).own, "392");
  EXPECT_FALSE(both[0].steps.at(1).same);
  EXPECT_EQ(both[0].steps.at(1).own, "");
  EXPECT_FALSE(beside({reported}, {}).at(0).inputs.at(0).same);
}

// Commitment and sample by an independent program (Python's hashlib): SHA-256(0x05, 32 bytes of 1); of 1..10 the three with the lowest SHA-256(seed, number).
TEST(Reviews, ASampleIsDrawnAgainFromItsSeed) {
  House house;
  project::FixedListRow row;
  row.members = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  row.seed_commitment = Hash::from_hex("06b34ba4b305a8aba21c1304bc27994de4f5ec2c07ab67a0923b7abeee847729").value();
  row.drawn = true;
  row.seed.bytes.fill(1);
  row.strata = {{"", 3}};
  row.sample = {6, 7, 9};
  value_of(house.ledger->read([&](const scheme::State& state) {
    const auto view = sample_view(state, house.who.project, 1, row, {});
    EXPECT_TRUE(view.seed_fits);
    EXPECT_TRUE(view.drawn_again);
    row.sample = {6, 7, 8};
    EXPECT_FALSE(sample_view(state, house.who.project, 1, row, {}).drawn_again);
    row.seed.bytes[0] = 2;
    EXPECT_FALSE(sample_view(state, house.who.project, 1, row, {}).seed_fits);
  }));
}

// ---- The committee ----

struct Committee : House {
  ProjectNumber second;
  Committee() {
    take(*ledger, who.admin, who.secretariat, scheme::Grant{who.kato, who.committee, scheme::Role::committee});
    second = new_project(*this);
    validate_and_apply(*this, second);
    take(*ledger, who.admin, who.secretariat, project::OpenRound{66, day("2027-05-20"), 2, {who.chair, who.kato}});
  }
  RoundView round(PersonId person, OrganisationNumber organisation) { return *value_of(round_view(*ledger, actor(*this, person, organisation), 66, {})); }
};

TEST(Rounds, ADocketIsFilledDecidedAndWritten) {
  Committee house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  const auto empty = house.round(who.admin, who.secretariat);
  ASSERT_EQ(empty.waiting.size(), 1U);
  EXPECT_EQ(empty.waiting[0].kind, project::DocketKind::registration);
  EXPECT_EQ(empty.waiting[0].project, house.second);
  take(ledger, who.admin, who.secretariat, project::PutOnDocket{66, project::DocketKind::registration, house.second, 0, 0, 0});
  const auto view = house.round(who.chair, who.committee);
  EXPECT_TRUE(view.waiting.empty());
  ASSERT_EQ(view.docket.size(), 1U);
  const auto& item = view.docket[0];
  EXPECT_EQ(item.document_number, "66-1");
  EXPECT_EQ(item.command, "DecideRegistration");
  EXPECT_TRUE(item.may_decide);
  EXPECT_TRUE(item.quorum_holds);
  EXPECT_EQ(item.amount->value, "146");  // 70 and 76 of the plan
  EXPECT_EQ(view.members.size(), 2U);
  EXPECT_EQ(view.members[0].name, "委員長");
  EXPECT_EQ(refusal(decision_letter(ledger, 66, 1)), "service.letter_not_decided");
  EXPECT_EQ(refusal(decision_letter(ledger, 66, 2)), "service.round_of_paper_unknown");
  EXPECT_EQ(refusal(minutes_paper(ledger, 67, "")), "service.round_of_paper_unknown");
  // The secretariat sees the same item and is told nothing of deciding.
  EXPECT_FALSE(house.round(who.admin, who.secretariat).docket[0].may_decide);
  take(ledger, who.chair, who.committee, project::DecideRegistration{house.second, 66, false, "not_additional"});
  const auto letter = value_of(decision_letter(ledger, 66, 1));
  EXPECT_EQ(letter.number, "66-1");
  EXPECT_EQ(letter.title.ja, "プロジェクト登録不承認通知書");
  EXPECT_EQ(letter.addressee.ja, "墨田ボイラー工業株式会社 御中");
  EXPECT_NE(report::to_text(letter, report::Languages::ja).find("追加性が認められない"), std::string::npos);
  const auto minutes = report::to_text(value_of(minutes_paper(ledger, 66, "次回は6月")), report::Languages::ja);
  for (const char* part : {"第66回 議事録", "委員長", "加藤次郎", "66-1", "不承認", "次回は6月"}) EXPECT_NE(minutes.find(part), std::string::npos) << part;
}

TEST(Rounds, WhoSteppedBackIsNotCounted) {
  Committee house;
  auto& ledger = *house.ledger;
  const auto& who = house.who;
  take(ledger, who.admin, who.secretariat, project::PutOnDocket{66, project::DocketKind::registration, house.second, 0, 0, 0});
  take(ledger, who.admin, who.secretariat, project::Recuse{66, 1, who.kato, "conflict_proponent"});
  const auto view = house.round(who.chair, who.committee);
  const auto& item = view.docket.at(0);
  EXPECT_EQ(item.remaining, 1U);
  EXPECT_FALSE(item.quorum_holds);
  EXPECT_FALSE(item.may_decide);
  ASSERT_TRUE(item.why_not);
  EXPECT_EQ(item.why_not->code, "project.quorum_lost");
  ASSERT_EQ(item.recused.size(), 1U);
  EXPECT_EQ(item.recused[0].name, "加藤次郎");
  EXPECT_EQ(item.recused[0].ground_words.ja, "実施者との利害関係");
}

// ---- The secretariat ----

TEST(Secretariat, WhatIsMissingFromAnApplicationIsNamed) {
  Committee house;
  const auto view = value_of(completeness_view(*house.ledger, house.second, 0, {}));
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->applied);
  EXPECT_FALSE(view->complete);  // the house's papers are hashes without documents
  const auto item = [&](const char* key) { return *std::ranges::find(view->items, key, &CompletenessItem::key); };
  EXPECT_FALSE(item("plan_document").done);
  EXPECT_TRUE(item("validated").done);
  EXPECT_TRUE(item("rules").done);
  EXPECT_TRUE(item("not_returned").done);
  EXPECT_FALSE(value_of(completeness_view(*house.ledger, {99}, 0, {})).has_value());
  EXPECT_FALSE(value_of(completeness_view(*house.ledger, house.who.project, 7, {})).has_value());

  take(*house.ledger, house.who.admin, house.who.secretariat, project::ReturnForCorrection{house.second, 0, "document_defective", day("2027-06-20"), some("letter")});
  const auto returned = value_of(completeness_view(*house.ledger, house.second, 0, {}));
  ASSERT_EQ(returned->returns.size(), 1U);
  EXPECT_FALSE(std::ranges::find(returned->items, "not_returned", &CompletenessItem::key)->done);
  const auto letter = value_of(return_letter(*house.ledger, house.second, 0, 1));
  EXPECT_EQ(letter.number, "R-" + std::to_string(house.second.value) + "-0-1");
  EXPECT_NE(report::to_text(letter, report::Languages::ja).find("申請書類に不備がある"), std::string::npos);
  EXPECT_EQ(refusal(return_letter(*house.ledger, house.second, 0, 2)), "service.return_of_paper_unknown");
}

TEST(Secretariat, WhatIsCertifiedAndNotIssuedWaitsWithItsAccounts) {
  testing::StandingClock clock{testing::at("2027-05-20")};
  LedgerOptions options;
  options.clock = &clock;
  const auto ledger = value_of(Ledger::in_memory(testing::create_options(), options));
  auto who = testing::settle(*ledger);
  testing::certify(*ledger, who, 70, 6);
  const auto first = testing::open_account(*ledger, who, who.first, registry::AccountKind::holding);
  const auto second = testing::open_account(*ledger, who, who.second, registry::AccountKind::holding);
  std::vector<IssueView> waiting;
  const auto look = [&] { value_of(ledger->read([&](const scheme::State& state) { waiting = issues_of(state, {{TaskKind::issue, 7}}); })); };
  look();
  ASSERT_EQ(waiting.size(), 1U);
  ASSERT_EQ(waiting[0].lines.size(), 2U);
  EXPECT_EQ(waiting[0].lines[0].certified.value, "70");
  EXPECT_EQ(waiting[0].lines[1].certified.value, "6");
  EXPECT_EQ(waiting[0].due, day("2027-05-27"));
  ASSERT_EQ(waiting[0].accounts.size(), 2U);
  EXPECT_EQ(waiting[0].accounts[0].account, first);
  EXPECT_TRUE(waiting[0].accounts[0].proponent);
  EXPECT_EQ(waiting[0].accounts[1].account, second);
  EXPECT_EQ(waiting[0].buffer.value, "0");  // no forest
  Request group = testing::request(who.admin, who.secretariat, registry::Issue{who.certification, 0, {{first, 70}}});
  group.commands.push_back(registry::Issue{who.certification, 1, {{first, 6}}});
  value_of(ledger->submit(std::move(group)));
  look();
  EXPECT_TRUE(waiting.empty());
}

TEST(Secretariat, AnAccountThatWasAskedForStandsWithItsPapers) {
  House house;
  const auto& who = house.who;
  const auto account = take(*house.ledger, who.kato, who.second, registry::RequestAccount{who.second, registry::AccountKind::holding, "製紙部", false}).account;
  auto filing = testing::request(who.kato, who.second, registry::FileAccountDocuments{account, "北上製紙株式会社", "きたかみせいし", "", {}, {}, {}, {some("articles")}});
  filing.sealed = {{0, "representative", "北上五郎"}, {0, "address", "岩手県北上市"}, {0, "contact", "0197"}};
  value_of(house.ledger->submit(std::move(filing)));
  const auto rows = value_of(accounts_desk(*house.ledger, registry::AccountStatus::requested));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].account.account, account);
  EXPECT_EQ(rows[0].representative, "北上五郎");
  EXPECT_EQ(rows[0].address, "岩手県北上市");
  EXPECT_FALSE(rows[0].name_differs);
  EXPECT_EQ(rows[0].documents.size(), 1U);
  EXPECT_EQ(rows[0].filed_on, day("2027-05-20"));
}

}  // namespace
}  // namespace sumi::service
