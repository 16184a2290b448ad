#include "service/plan_desk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/file.h"
#include "base/sha256.h"
#include "service/form_papers.h"
#include "service/plan_form.h"
#include "service/projects.h"
#include "service/report_desk.h"
#include "service/testing.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

using testing::House;
using testing::value_of;

const rulebook::Rulebook& whole_rulebook() {
  static const auto book = value_of(rulebook::Rulebook::load("rulebook", rulebook::read_methodology));
  return book;
}

// ---- The form ----

TEST(PlanForm, EveryFieldAndEveryChoiceHasWordsInBothLanguages) {
  std::size_t fields = 0;
  const std::function<void(const std::vector<FormField>&)> look = [&](const std::vector<FormField>& all) {
    for (const auto& f : all) {
      ++fields;
      EXPECT_FALSE(f.title.ja.empty()) << f.path;
      EXPECT_FALSE(f.title.en.empty()) << f.path;
      for (const auto& o : f.options) {
        EXPECT_FALSE(o.title.ja.empty()) << f.path << " " << o.value;
        EXPECT_FALSE(o.title.en.empty()) << f.path << " " << o.value;
      }
      look(f.parts);
    }
  };
  look(plan_fields());
  // Counted by hand in project/plan.h: what the description has, with its groups and lists.
  EXPECT_GT(fields, 180U);
}

// What is given elsewhere: the form's own kind, the number that the secretariat gives.
TEST(PlanForm, EveryFieldOfThePlanStandsInTheFormOnce) {
  std::vector<std::string> shown;
  const std::function<void(const std::vector<FormField>&)> collect = [&](const std::vector<FormField>& all) {
    for (const auto& f : all) {
      if (f.parts.empty()) shown.push_back(f.path);
      collect(f.parts);
    }
  };
  for (const auto& section : plan_form(true).sections) collect(section.parts);
  std::vector<std::string> every;
  const auto shown_now = std::move(shown);
  shown.clear();
  collect(plan_fields());
  every = shown;
  for (const auto& path : every) {
    if (path.starts_with("form.") || path == "project.number") continue;
    EXPECT_EQ(std::ranges::count(shown_now, path), 1) << path;
  }
  for (const auto& section : plan_form(false).sections) {
    for (const auto& f : section.parts) EXPECT_FALSE(f.path.starts_with("programme")) << f.path;
  }
}

// ---- Can this become a project? ----

std::vector<GivenAnswer> boiler_answers() {
  // The boiler of examples/boiler: its plan, one answer for each question.
  return {{"in_japan", "yes"}, {"application", "2024-07-01"}, {"baseline", "renewal"}, {"start", "2024-03-15"}, {"first_monitorable_day", "2024-08-01"}, {"before_introduction", "1999-04-15"},
      {"before_life", "15"}, {"before_capacity", "0.5 t/h"}, {"after_capacity", "0.5 t/h"}, {"choice:fuel_BL", "heavy_oil_a"}, {"choice:fuel_PJ", "city_gas"}, {"choice:basis_BL", "LHV"}, {"choice:basis_PJ", "LHV"}, {"condition:2", "yes"},
      {"condition:old_specification_unavailable", "no"}, {"condition:new_capability", "no"}, {"parameter:eps_PJ", "0.96"}, {"parameter:eps_BL", "0.77"}, {"parameter:old_cannot_be_used", "no"},
      {"expected:F_PJ", "7.5"}, {"investment", "10,000,000"}, {"subsidy", "5000000"}, {"cost_before", "1000000"}, {"cost_after", "300000"}, {"registered_here", "no"}, {"registered_elsewhere", "no"},
      {"legal_duty", "no"}, {"claim", "yes"}, {"exemption", "none"}};
}

StartView ask(std::vector<GivenAnswer> answers, const std::string& price = {}) {
  return value_of(start_view(whole_rulebook(), *Date::parse("2024-06-01"), {"EN-S-001", std::move(answers), price}));
}

project::Answer answer_to(const StartView& view, const std::string& rule) {
  for (const auto& a : view.answers) {
    if (a.rule == rule) return a.answer;
  }
  throw std::runtime_error("no answer to " + rule);
}

TEST(PlanStart, WithoutAMethodologyThereAreOnlyThoseToChooseFrom) {
  const auto view = value_of(start_view(whole_rulebook(), *Date::parse("2024-06-01"), {}));
  EXPECT_EQ(view.methodologies.size(), whole_rulebook().methodologies().size());
  EXPECT_TRUE(view.questions.empty());
  const auto unknown = start_view(whole_rulebook(), *Date::parse("2024-06-01"), {"EN-S-999", {}, ""});
  EXPECT_EQ(testing::refusal(unknown), "project.plan_methodology_unknown");
}

TEST(PlanStart, WhatNobodyHasAnsweredIsOpenAndNeverAYes) {
  const auto view = ask({});
  EXPECT_FALSE(view.next.empty());
  EXPECT_FALSE(view.total);
  EXPECT_TRUE(view.figures_missing);
  EXPECT_FALSE(view.against);
  for (const char* rule : {"R1", "R2", "R3", "R4", "R5", "R9"}) EXPECT_EQ(answer_to(view, rule), project::Answer::not_yet_knowable) << rule;
}

// By hand (examples/boiler/README.md): 7.5 x 44.0 = 330 GJ; x 0.900 x 0.96 = 285.12; / (0.77 x 0.950) = 389.774...; x 0.0708 = 27.596...; minus 330 x 0.0517 = 17.061:
// 10.535... t in a whole year, 10 certified. (10,000 - 5,000) / 700 = 7.14 years (the explanatory paper of 2023-01): more than three, so additional.
TEST(PlanStart, TheBoilerOfTheExplanatoryPaperMayBecomeAProject) {
  const auto view = ask(boiler_answers());
  for (const auto& q : view.questions) EXPECT_TRUE(q.answered && !q.problem) << q.id << (q.problem ? q.problem->en : "");
  EXPECT_EQ(view.next, "");
  EXPECT_FALSE(view.against);
  EXPECT_EQ(answer_to(view, "R2"), project::Answer::met);
  // Without evidence named the amounts are declared; the payback is that of the paper.
  EXPECT_EQ(answer_to(view, "R5"), project::Answer::declared);
  EXPECT_TRUE(std::ranges::any_of(view.findings, [](const auto& f) { return f.path == "activities[0].additionality" && f.answer == project::Answer::declared && f.reason_en.find("7.14") != std::string::npos; }));
  ASSERT_TRUE(view.crediting_period);
  EXPECT_EQ(view.crediting_period->to_string(), "2024-08-01..2032-07-31");
  ASSERT_TRUE(view.per_year) << (view.figures_missing ? view.figures_missing->en : "");
  EXPECT_EQ(view.per_year->value, "10");
  EXPECT_EQ(view.values_of, FiscalYear{2013});
  // FY2024 has 243 of its 365 days: 10.535 x 243 / 365 = 7.01.
  EXPECT_EQ(view.years.front().fiscal_year, FiscalYear{2024});
  EXPECT_EQ(view.years.front().reduction.value, "7");
}

// Category 省エネ: the exchange's weighted average from 2023-10-11 to 2025-03-31 was 2,000 yen (RIM, 2025): known from its last day on.
TEST(PlanStart, AYearsTonnesAtThePublishedPriceOrOnesOwn) {
  const auto own = ask(boiler_answers(), "3,500");
  ASSERT_TRUE(own.price);
  EXPECT_EQ(own.price->yen_per_year.value, "35000");
  const auto later = value_of(start_view(whole_rulebook(), *Date::parse("2026-06-01"), {"EN-S-001", boiler_answers(), ""}));
  ASSERT_TRUE(later.price);
  EXPECT_EQ(later.price->category, "省エネ");
  EXPECT_EQ(later.price->yen_per_t.value, "2000");
  EXPECT_EQ(later.price->yen_per_year.value, "20000");
  EXPECT_NE(later.price->basis.ja.find("2023-10-11..2025-03-31"), std::string::npos);
}

TEST(PlanStart, ADayTooEarlyAndAPaybackTooShortAreSaidWithTheRemedy) {
  auto answers = boiler_answers();
  for (auto& a : answers) {
    if (a.id == "start") a.value = "2022-06-30";       // two years and a day before
    if (a.id == "subsidy") a.value = "8500000";        // 1,500 / 700 = 2.14 years
  }
  const auto view = ask(std::move(answers));
  EXPECT_TRUE(view.against);
  EXPECT_EQ(answer_to(view, "R2"), project::Answer::not_met);
  EXPECT_EQ(answer_to(view, "R5"), project::Answer::not_met);
  for (const auto& f : view.findings) {
    if (f.answer == project::Answer::not_met) EXPECT_FALSE(f.remedy_ja.empty()) << f.rule;
  }
}

TEST(PlanStart, AnAnswerThatCannotBeReadIsToldAtItsQuestion) {
  auto answers = boiler_answers();
  for (auto& a : answers) {
    if (a.id == "parameter:eps_BL") a.value = "7.7";  // above the methodology's bound of 1.2
  }
  const auto view = ask(std::move(answers));
  const auto q = std::ranges::find(view.questions, "parameter:eps_BL", &Question::id);
  ASSERT_NE(q, view.questions.end());
  EXPECT_TRUE(q->problem);
  EXPECT_EQ(view.next, "parameter:eps_BL");
  EXPECT_FALSE(view.total);
}

// Every methodology that has formulas can be asked about, and none of its questions is without words.
TEST(PlanStart, EveryMethodologyHasItsQuestions) {
  for (const auto& [choice, methodology] : whole_rulebook().methodologies()) {
    const auto view = value_of(start_view(whole_rulebook(), *Date::parse("2026-06-01"), {choice, {}, ""}));
    EXPECT_GE(view.questions.size(), 8U) << choice;
    for (const auto& q : view.questions) {
      EXPECT_FALSE(q.text.ja.empty()) << choice << " " << q.id;
      EXPECT_FALSE(q.text.en.empty()) << choice << " " << q.id;
      if (q.kind == QuestionKind::choice) EXPECT_FALSE(q.options.empty()) << choice << " " << q.id;
    }
    // Without an answer nothing is against it, and nothing but the questions is missing.
    EXPECT_FALSE(view.against) << choice;
    EXPECT_EQ(view.answers.size(), 11U) << choice << " " << (view.figures_missing ? view.figures_missing->en : "");
  }
}

// ---- Drafts ----

struct Desk : ::testing::Test {
  House house;
  PlanDesk desk{*house.ledger, house.who.tanaka, house.who.first};
  PlanDesk other{*house.ledger, house.who.kato, house.who.second};
  Instant now = testing::at("2027-05-20");

  static Tree boiler() {
    const auto toml = value_of(read_file("examples/boiler/plan.toml", 1 << 20));
    return value_of(parse_toml(toml, "plan.toml"));
  }
  static void rename(Tree& plan, const std::string& name) {
    for (auto& [key, value] : plan.members) {
      if (key != "project") continue;
      for (auto& [inner, text] : value.members) {
        if (inner == "name") text.text = name;
      }
    }
  }
};

TEST_F(Desk, EveryVersionIsKeptAndAnotherOrganisationSeesNone) {
  const auto made = value_of(desk.make(boiler(), now));
  EXPECT_EQ(made.version, 1U);
  EXPECT_EQ(made.methodology, "EN-S-001");
  Tree changed = boiler();
  rename(changed, "名前を変えた計画");
  const auto saved = value_of(desk.save(made.draft, 1, changed, now));
  EXPECT_EQ(saved.version, 2U);
  EXPECT_EQ(saved.title, "名前を変えた計画");
  // The same again is no new version.
  EXPECT_EQ(value_of(desk.save(made.draft, 2, changed, now)).version, 2U);
  // Who began from version 1 is told.
  EXPECT_EQ(testing::refusal(desk.save(made.draft, 1, boiler(), now)), "service.draft_stale");
  const auto differences = value_of(desk.compare(made.draft, 1, 2));
  ASSERT_EQ(differences.size(), 1U);
  EXPECT_EQ(differences[0].path, "project.name");
  EXPECT_EQ(differences[0].before, "惣菜工場における重油ボイラーから都市ガスボイラーへの更新");
  EXPECT_EQ(differences[0].after, "名前を変えた計画");
  EXPECT_EQ(differences[0].title.ja, "プロジェクト名");
  const auto back = value_of(desk.restore(made.draft, 2, 1, now));
  EXPECT_EQ(back.version, 3U);
  EXPECT_EQ(back.title, made.title);
  const auto versions = value_of(desk.versions(made.draft));
  ASSERT_EQ(versions.size(), 3U);
  EXPECT_EQ(versions[0].version, 3U);
  EXPECT_EQ(versions[0].restored, 1U);
  EXPECT_EQ(versions[0].editor, "田中一郎");
  EXPECT_EQ(testing::refusal(desk.compare(made.draft, 1, 9)), "service.draft_version_missing");
  EXPECT_EQ(testing::refusal(other.draft(made.draft)), "service.draft_missing");
  EXPECT_EQ(testing::refusal(other.save(made.draft, 3, changed, now)), "service.draft_missing");
  EXPECT_EQ(testing::refusal(other.versions(made.draft)), "service.draft_missing");
  EXPECT_TRUE(value_of(other.list()).empty());
  value_of(desk.remove(made.draft));
  EXPECT_TRUE(value_of(desk.list()).empty());
}

TEST_F(Desk, AKeyThatAPlanDoesNotHaveIsRefused) {
  Tree plan = boiler();
  plan.add("colour", Tree::make_string("blue"));
  EXPECT_NE(testing::refusal(desk.make(plan, now)), "");
}

// A ledger with the whole rulebook, for what asks the methodologies.
struct FullDesk : ::testing::Test {
  testing::StandingClock clock{testing::at("2024-07-01")};
  std::unique_ptr<Ledger> ledger;
  testing::Inhabitants who;
  Instant now = testing::at("2024-07-01");

  FullDesk() {
    LedgerOptions options;
    options.clock = &clock;
    auto create = testing::create_options();
    create.rulebook = std::make_shared<const rulebook::Rulebook>(whole_rulebook());
    ledger = value_of(Ledger::in_memory(create, options));
    who = testing::settle(*ledger);
  }
  // The example's plan with the proponent of this house.
  static Tree plan() {
    Tree tree = Desk::boiler();
    for (auto& [key, value] : tree.members) {
      if (key != "proponents") continue;
      for (auto& [inner, text] : value.items.front().members) {
        if (inner == "name") text.text = "墨田ボイラー工業株式会社";
        if (inner == "corporate_number") text.text.clear();
      }
    }
    return tree;
  }
  PlanDesk desk() { return {*ledger, who.tanaka, who.first}; }
};

TEST_F(FullDesk, ACheckTellsEveryFindingAtItsPlace) {
  Tree tree = plan();
  for (auto& [key, value] : tree.members) {
    if (key == "activities") {
      for (auto& [inner, field] : value.items.front().members) {
        if (inner == "methodology_version") field.text = "1.0";
        if (inner == "additionality") {
          for (auto& [cost, text] : field.members) {
            if (cost == "subsidy") text.text = "many yen";
          }
        }
      }
    }
  }
  const auto draft = value_of(desk().make(tree, now));
  const auto check = value_of(desk().check(draft.draft));
  EXPECT_FALSE(check.complete);
  const auto at = [&](const char* path) { return std::ranges::any_of(check.findings, [&](const auto& f) { return f.path == path && f.weight == FindingWeight::refuses; }); };
  EXPECT_TRUE(at("activities[0].methodology_version"));
  EXPECT_TRUE(at("activities[0].additionality.subsidy"));
  for (const auto& f : check.findings) {
    if (f.path == "activities[0].additionality.subsidy") EXPECT_EQ(f.title.ja, "補助金額(ないときは 0 yen)");
  }
}

TEST_F(FullDesk, HandedInTwiceIsFiledOnceAndReadBack) {
  const auto draft = value_of(desk().make(plan(), now));
  const auto check = value_of(desk().check(draft.draft));
  ASSERT_TRUE(check.complete) << (check.findings.empty() ? "" : check.findings.front().text.en);
  ASSERT_FALSE(check.years.empty());
  EXPECT_EQ(check.years[1].reduction.value, "10");  // FY2025, as above
  const auto first = value_of(desk().hand_in(draft.draft, 1, {}));
  const auto again = value_of(desk().hand_in(draft.draft, 1, {}));
  EXPECT_EQ(first.project, again.project);
  EXPECT_EQ(first.entry, again.entry);
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(testing::refusal(desk().hand_in(draft.draft, 7, {})), "service.draft_stale");
  const auto filed = value_of(filed_plan(*ledger, first.project, whole_rulebook()));
  EXPECT_TRUE(plan_differences(filed.plan, value_of(desk().plan(draft.draft))).empty());
  const auto cases = value_of(case_view(*ledger, first.project, who.first, {}));
  ASSERT_TRUE(cases);
  EXPECT_TRUE(cases->proponent);
  EXPECT_EQ(cases->timeline.front().what, "drafted");
  EXPECT_EQ(cases->steps_ahead.front(), "submitted");
  // A draft of what is filed begins where the project is.
  EXPECT_EQ(value_of(desk().make_of(first.project, now)).project, first.project);
  // What was handed in on paper before stands at the day of the paper; no day after today is taken.
  const Date before = now.date_in_japan().plus_days(-30);
  const auto earlier = value_of(desk().hand_in(draft.draft, 1, {}, before));
  EXPECT_NE(earlier.project, first.project);
  EXPECT_EQ(value_of(case_view(*ledger, earlier.project, who.first, {}))->timeline.front().on, before);
  EXPECT_EQ(testing::refusal(desk().hand_in(draft.draft, 1, {}, now.date_in_japan().plus_days(2))), "scheme.business_date_in_future");
}

TEST_F(FullDesk, ADraftOutOfAnswersHasTheWriterAsProponentAndNoStandIns) {
  const auto draft = value_of(desk().make_from({"EN-S-001", boiler_answers(), ""}, false, now));
  const auto plan = value_of(desk().plan(draft.draft));
  EXPECT_EQ(plan.proponents.front().name, "墨田ボイラー工業株式会社");
  EXPECT_EQ(plan.activities.front().additionality.investment, "10000000 yen");
  EXPECT_EQ(plan.activities.front().equipment_after.front().start_date, "2024-03-15");
  EXPECT_EQ(wire::to_json(wire::to_tree(plan), false).find("未回答"), std::string::npos);
}

// The paper's sections stand in the form's order.
TEST_F(FullDesk, ThePaperFollowsTheForm) {
  const auto draft = value_of(desk().make(plan(), now));
  const auto paper = plan_paper(value_of(desk().plan(draft.draft)), value_of(paper_head(*ledger, {})));
  EXPECT_EQ(paper.mark.ja, "見本");
  std::vector<std::string> headings;
  for (const auto& s : paper.sections) headings.push_back(s.heading.ja);
  const auto place = [&](const char* heading) { return std::ranges::find(headings, heading) - headings.begin(); };
  EXPECT_LT(place("1.1 プロジェクト実施者"), place("2.3 方法論の適用条件への適合"));
  EXPECT_LT(place("2.3 方法論の適用条件への適合"), place("6 データ管理"));
  EXPECT_LT(place("6 データ管理"), place("9 追加性の評価"));
  EXPECT_LT(static_cast<std::size_t>(place("9 追加性の評価")), headings.size());
  const auto sheet = plan_sheet(value_of(desk().plan(draft.draft)), Language::ja);
  EXPECT_TRUE(std::ranges::any_of(sheet.rows, [](const auto& row) { return row[1] == "設備投資額" && row[2] == "10000 thousand_yen"; }));
}

// ---- Monitoring ----

TEST(Monitoring, SpansTellWhatWasReportedAndWhatWaits) {
  const auto period = [](const char* text) { return *Period::parse(text); };
  const auto spans = spans_of(period("2024-08-01..2032-07-31"), {{period("2025-04-01..2026-03-31"), 2}, {period("2024-08-01..2025-01-31"), 1}}, *Date::parse("2026-06-01"));
  ASSERT_EQ(spans.size(), 5U);
  EXPECT_EQ(spans[0].report, 1U);
  EXPECT_EQ(spans[1].state, SpanState::gap);
  EXPECT_EQ(spans[1].period.to_string(), "2025-02-01..2025-03-31");
  EXPECT_EQ(spans[2].report, 2U);
  EXPECT_EQ(spans[3].state, SpanState::open);
  EXPECT_EQ(spans[3].period.to_string(), "2026-04-01..2026-05-31");
  EXPECT_EQ(spans[4].state, SpanState::ahead);
  EXPECT_EQ(spans[4].period.to_string(), "2026-06-01..2032-07-31");
  // Before it begins everything is ahead.
  const auto early = spans_of(period("2024-08-01..2032-07-31"), {}, *Date::parse("2024-07-01"));
  ASSERT_EQ(early.size(), 1U);
  EXPECT_EQ(early[0].state, SpanState::ahead);
}

// The example's 20 bills: 7 t of FY2024 and 10 t of FY2025 (README, by hand), checked and then handed in, twice with one key.
TEST_F(FullDesk, DataAreCheckedStepByStepAndHandedInOnce) {
  const auto draft = value_of(desk().make(plan(), now));
  const auto project = value_of(desk().hand_in(draft.draft, 1, {})).project;
  testing::take(*ledger, who.tanaka, who.first, project::SubmitForValidation{project, who.verifier});
  Hash hash;
  value_of(ledger->read([&](const scheme::State& state) { hash = state.cases().current_plan(project)->head.plan; }));
  testing::take(*ledger, who.mori, who.verifier, project::RecordValidation{project, true, hash, sha256(std::string_view("statement"))});
  const auto answers = value_of(registration_answers(*ledger, project, *Date::parse("2024-07-01"))).answers();
  testing::take(*ledger, who.tanaka, who.first, project::ApplyForRegistration{project, answers});
  testing::take(*ledger, who.chair, who.committee, project::DecideRegistration{project, 60, true, ""});
  clock.set(testing::at("2026-06-01"));
  ReportAsked asked{project, *Period::parse("2024-08-01..2026-03-31"), value_of(read_file("examples/boiler/data.csv", 1 << 20)), {}, who.tanaka, who.first};
  const auto check = value_of(check_report(*ledger, asked));
  ASSERT_TRUE(check.complete) << (check.findings.empty() ? "" : check.findings.front().text.en);
  ASSERT_EQ(check.lines.size(), 2U);
  EXPECT_EQ(check.lines[0].reduction.value, "7");
  EXPECT_EQ(check.lines[0].baseline.value, "19.821");
  EXPECT_EQ(check.lines[0].project.value, "12.254");
  EXPECT_EQ(check.lines[1].reduction.value, "10");
  EXPECT_EQ(check.total.value, "17");
  EXPECT_EQ(check.evidence_missing.size(), 20U);  // the bills were not uploaded
  // The first step of a month's calculation is the fuel's energy, with its formula.
  ASSERT_FALSE(check.calculations.empty());
  const auto& steps = check.calculations.front().steps;
  const auto energy = std::ranges::find(steps, "E_PJ", &TraceStep::symbol);
  ASSERT_NE(energy, steps.end());
  EXPECT_TRUE(energy->formulas.front().starts_with("F_PJ * HV_PJ")) << energy->formulas.front();
  EXPECT_FALSE(energy->title.ja.empty());
  const auto& inputs = check.calculations.front().inputs;
  const auto fuel = std::ranges::find(inputs, "F_PJ", &TraceInput::symbol);
  ASSERT_NE(fuel, inputs.end());
  EXPECT_EQ(fuel->origin, "monitored");
  EXPECT_NE(fuel->source.find("sha256:"), std::string::npos);

  const auto key = testing::key_of(7, 7);
  const auto first = value_of(hand_in_report(*ledger, asked, key));
  const auto again = value_of(hand_in_report(*ledger, asked, key));
  EXPECT_EQ(first.report, 1U);
  EXPECT_TRUE(again.repeated);
  const auto view = value_of(report_view(*ledger, project, 1));
  EXPECT_EQ(view.report.total.value, "17");
  EXPECT_EQ(view.calculations.size(), check.calculations.size());
  const auto monitoring = value_of(monitoring_view(*ledger, project));
  EXPECT_EQ(monitoring.spans.front().state, SpanState::reported);
  ASSERT_TRUE(monitoring.next);
  EXPECT_EQ(monitoring.next->to_string(), "2026-04-01..2026-05-31");
  EXPECT_EQ(testing::refusal(report_view(*ledger, project, 9)), "service.report_not_known");

  // The printed report: 5,387 + 7,589 m3N of gas in 20 months (README).
  const auto paper = report_paper(value_of(report_paper_of(*ledger, project, 1)), value_of(paper_head(*ledger, project)));
  const auto results = std::ranges::find(paper.sections, "results", &report::Section::key);
  ASSERT_NE(results, paper.sections.end());
  EXPECT_EQ(results->tables.front().rows.front()[4].text.ja, "12976");
}

// A bill that is there is missed no more, and goes to the scheme's own evidence with the report.
TEST_F(FullDesk, EvidenceIsKeptByItsHashForTheOrganisationAlone) {
  const auto hash = value_of(keep_evidence(*ledger, who.first, "a bill"));
  EXPECT_EQ(hash, sha256(std::string_view("a bill")));
  EXPECT_EQ(value_of(ledger->get_evidence(who.first, hash)), "a bill");
  EXPECT_FALSE(ledger->get_evidence(who.second, hash));
  EXPECT_EQ(testing::refusal(keep_evidence(*ledger, who.first, "")), "service.evidence_empty");
}

// A month is left out of the data: nothing is calculated, and the finding names the gap.
TEST_F(FullDesk, AGapInTheDataIsAFindingAndNothingIsKept) {
  const auto draft = value_of(desk().make(plan(), now));
  const auto project = value_of(desk().hand_in(draft.draft, 1, {})).project;
  ReportAsked asked{project, *Period::parse("2024-08-01..2024-10-31"), "parameter,period,value,unit\nF_PJ,2024-08,500,m3N\nF_PJ,2024-10,500,m3N\n", {}, who.tanaka, who.first};
  const auto check = value_of(check_report(*ledger, asked));
  EXPECT_FALSE(check.complete);
  ASSERT_FALSE(check.findings.empty());
  EXPECT_EQ(check.findings.front().weight, FindingWeight::refuses);
  EXPECT_NE(check.findings.front().text.en.find("2024-09"), std::string::npos) << check.findings.front().text.en;
}

}  // namespace
}  // namespace sumi::service
