// A real report, the boiler of the examples, through the verifier's desk.
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/sha256.h"
#include "report/render.h"
#include "rulebook/methodology.h"
#include "service/desk_papers.h"
#include "service/desk_view.h"
#include "service/package.h"
#include "service/projects.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using testing::day;
using testing::refusal;
using testing::take;
using testing::value_of;

const rulebook::Rulebook& whole_rulebook() {
  static const auto book = value_of(rulebook::Rulebook::load("rulebook", rulebook::read_methodology));
  return book;
}

struct Boiler : ::testing::Test {
  testing::StandingClock clock{testing::at("2024-07-01")};
  std::unique_ptr<Ledger> ledger;
  testing::Inhabitants who;
  ProjectNumber project;
  project::SubmitReport report;

  Boiler() {
    LedgerOptions options;
    options.clock = &clock;
    auto create = testing::create_options();
    create.rulebook = std::make_shared<const rulebook::Rulebook>(whole_rulebook());
    ledger = value_of(Ledger::in_memory(create, options));
    who = testing::settle(*ledger);
    std::string toml = value_of(read_file("examples/boiler/plan.toml", 1 << 20));
    const auto check = value_of(check_plan_text(toml, "plan.toml", whole_rulebook()));
    const std::string& name = check.plan.plan.proponents.front().name;
    take(*ledger, who.admin, who.secretariat, scheme::RegisterOrganisation{check.plan.plan.proponents.front().corporate_number, name, "", {}, {}});
    auto head = value_of(file_plan(*ledger, check.plan, who.first));
    head.proponents = {who.first};
    project = take(*ledger, who.tanaka, who.first, project::DraftProject{head}).project;
    take(*ledger, who.tanaka, who.first, project::SubmitForValidation{project, who.verifier});
    take(*ledger, who.mori, who.verifier, project::RecordValidation{project, true, head.plan, sha256(std::string_view("statement"))});
    take(*ledger, who.tanaka, who.first, project::ApplyForRegistration{project, value_of(registration_answers(*ledger, project, day("2024-07-01"))).answers()});
    take(*ledger, who.chair, who.committee, project::DecideRegistration{project, 60, true, ""});
    clock.set(testing::at("2026-06-01"));
    report = value_of(prepare_report(*ledger, project, value_of(read_file("examples/boiler/data.csv", 1 << 20)), "data.csv", *Period::parse("2024-08-01..2026-03-31"), who.first)).command;
  }
  Actor verifier() {
    Actor out;
    value_of(ledger->read([&](const scheme::State& state) { out = actor_for(state, who.mori, who.verifier, state.now().date_in_japan()); }));
    return out;
  }
};

// 7 t of FY2024 and 10 t of FY2025: examples/boiler/README, by hand.
TEST_F(Boiler, CalculatedAgainItGivesWhatWasReported) {
  take(*ledger, who.tanaka, who.first, report);
  const auto replay = value_of(replay_view(*ledger, project, 1));
  EXPECT_TRUE(replay.same);
  EXPECT_EQ(replay.own, report.trace);
  ASSERT_EQ(replay.figures.size(), 2U);
  EXPECT_EQ(replay.figures[0].own_reduction.value, "7");
  EXPECT_EQ(replay.figures[1].own_reduction.value, "10");
  EXPECT_TRUE(replay.figures[0].same && replay.figures[1].same);
  ASSERT_FALSE(replay.calculations.empty());
  for (const auto& calculation : replay.calculations) {
    for (const auto& step : calculation.steps) EXPECT_TRUE(step.same) << step.step.symbol;
  }
  const auto view = value_of(review_view(*ledger, verifier(), {project, 1, 0}, {}));
  ASSERT_TRUE(view && view->readable);
  EXPECT_TRUE(view->positive_allowed);
  EXPECT_FALSE(view->values.empty());
  EXPECT_EQ(view->evidence.size(), 20U);  // bills, cited by hash
  const auto changes = value_of(changes_view(*ledger, {project, 1, 0}));
  EXPECT_EQ(changes.before_report, 0U);
  EXPECT_EQ(changes.total->value, "17");
  const auto paper = value_of(statement_paper(*ledger, verifier(), {project, 1, 0, true, "特に指摘はありません", "森三郎"}, {}));
  const auto text = report::to_text(paper, report::Languages::ja);
  for (const char* part : {"検証報告書", "森三郎", "特に指摘はありません", "7 t-CO2", "10 t-CO2"}) EXPECT_NE(text.find(part), std::string::npos) << part;
  const auto plan = report::to_text(value_of(reviewed_plan_paper(*ledger, verifier(), {project, 1, 0}, {})), report::Languages::ja);
  EXPECT_NE(plan.find("惣菜工場における重油ボイラーから都市ガスボイラーへの更新"), std::string::npos);
  EXPECT_EQ(refusal(reviewed_plan_paper(*ledger, verifier(), {project, 9, 0}, {})), "service.report_not_known");
  // The statement's hashes are what the command wants.
  take(*ledger, who.mori, who.verifier, project::RecordVerification{project, 1, who.verifier, true, replay.own, sha256(text)});
  EXPECT_EQ(refusal(replay_view(*ledger, project, 2)), "service.report_not_known");
}

// Tonnes that the trace does not give stand beside those that it does.
TEST_F(Boiler, ATonneTooManyIsSeen) {
  report.lines[0].em_bl = "20.821308535338274";  // one more than the trace's
  report.lines[0].er = 8;
  take(*ledger, who.tanaka, who.first, report);
  const auto replay = value_of(replay_view(*ledger, project, 1));
  EXPECT_EQ(replay.figures[0].reduction.value, "8");
  EXPECT_EQ(replay.figures[0].own_reduction.value, "7");
  EXPECT_FALSE(replay.figures[0].same);
  EXPECT_TRUE(replay.figures[1].same);
}

// A trace with one digit changed: the own figures stand beside it, and the difference is named.
TEST_F(Boiler, ATraceThatDiffersIsAnAnswerAndNoError) {
  std::string trace = value_of(ledger->get_evidence({}, report.trace));
  const auto at = trace.rfind('7');
  ASSERT_NE(at, std::string::npos);
  trace[at] = '8';
  report.trace = value_of(ledger->put_evidence({}, trace));
  take(*ledger, who.tanaka, who.first, report);
  const auto replay = value_of(replay_view(*ledger, project, 1));
  EXPECT_FALSE(replay.same);
  ASSERT_FALSE(replay.differences.empty());
  EXPECT_NE(replay.own, replay.reported);
  EXPECT_EQ(replay.figures[0].own_reduction.value, "7");
}

// Where no body is named and a register is kept, only who has declared itself free of conflict reads the papers.
TEST_F(Boiler, PapersOpenWithTheDeclaration) {
  take(*ledger, who.tanaka, who.first, report);
  const auto other = take(*ledger, who.admin, who.secretariat, scheme::RegisterOrganisation{"", "関西審査株式会社", "", {}, {}}).organisation;
  const auto ueno = value_of(ledger->people().add_person("ueno", "上野四郎")).id;
  take(*ledger, who.admin, who.secretariat, scheme::Grant{ueno, other, scheme::Role::verifier});
  const Actor body{ueno, other, {scheme::Role::verifier}};
  // No accreditations are kept: any body that is no party may begin.
  EXPECT_TRUE(value_of(review_view(*ledger, body, {project, 1, 0}, {}))->readable);
  // Who is no verifier sees nothing.
  EXPECT_FALSE(value_of(review_view(*ledger, Actor{who.kato, who.second, {scheme::Role::account_manager}}, {project, 1, 0}, {})).has_value());
  take(*ledger, who.admin, who.secretariat, project::RecordAccreditation{other, "ISO 14065", {"省エネルギー等"}, day("2026-01-01"), day("2030-12-31"), sha256(std::string_view("certificate"))});
  const auto shut = value_of(review_view(*ledger, body, {project, 1, 0}, {}));
  ASSERT_TRUE(shut);
  EXPECT_FALSE(shut->readable);
  EXPECT_TRUE(shut->declaration_needed);
  EXPECT_TRUE(shut->plan.is_zero());
  EXPECT_TRUE(shut->papers.empty());
  const Hash declaration = sha256(std::string_view("declaration"));
  take(*ledger, ueno, other, project::DeclareInterests{project, 1, 0, true, declaration});
  const auto opened = value_of(review_view(*ledger, body, {project, 1, 0}, {}));
  EXPECT_TRUE(opened->readable);
  EXPECT_TRUE(opened->positive_allowed);
  EXPECT_EQ(opened->trace, report.trace);
  EXPECT_TRUE(value_of(cited_by_case(*ledger, project, declaration)));
  EXPECT_FALSE(value_of(cited_by_case(*ledger, project, sha256(std::string_view("certificate")))));
  // The validator of the plan is named by the case, yet this review it did not declare.
  const auto named = value_of(review_view(*ledger, verifier(), {project, 1, 0}, {}));
  ASSERT_TRUE(named);
  EXPECT_TRUE(named->readable);
  EXPECT_FALSE(named->positive_allowed);
  const auto list = [&] {
    std::vector<AccreditationView> out;
    value_of(ledger->read([&](const scheme::State& state) { out = accreditations_of(state, {}); }));
    return out;
  }();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_TRUE(list[0].valid);
  EXPECT_EQ(list[0].scopes, std::vector<std::string>{"省エネルギー等"});
}

TEST_F(Boiler, TheChecklistCalculatesAgain) {
  take(*ledger, who.tanaka, who.first, report);
  take(*ledger, who.mori, who.verifier, project::RecordVerification{project, 1, who.verifier, true, report.trace, sha256(std::string_view("verified"))});
  take(*ledger, who.tanaka, who.first, project::ApplyForCertification{project, 1, "JC", "ER"});
  const auto view = value_of(completeness_view(*ledger, project, 1, {}));
  ASSERT_TRUE(view);
  const auto done = [&](const char* key) { return std::ranges::find(view->items, key, &CompletenessItem::key)->done; };
  EXPECT_TRUE(done("replay"));
  EXPECT_TRUE(done("data_set"));
  EXPECT_TRUE(done("trace"));
  EXPECT_FALSE(done("verification_statement"));  // a hash without its document
  EXPECT_FALSE(view->complete);
}

}  // namespace
}  // namespace sumi::service
