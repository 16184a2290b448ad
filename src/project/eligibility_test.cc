// Payback, two-year rule and crediting period against printed cases, and each rule's answers on a whole plan.
#include "project/eligibility.h"

#include <gtest/gtest.h>

#include <random>

#include "base/test_support.h"
#include "project/template.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::boiler_plan;
using testing::checked;
using testing::real_rulebook;
using testing::with;

Date day(const char* text) { return Date::parse(text).value(); }
PartialDate partial(const char* text) { return PartialDate::parse(text).value(); }
Rational number(const char* text) { return Rational::parse(text).value(); }

// The answer to a rule, with the finding that decides it.
struct Asked {
  Answer answer;
  RuleFinding finding;
};
Asked ask(const std::string& toml, const std::string& rule, const PlanOptions& options = {}) {
  const Eligibility e = check_eligibility(checked(toml, options), real_rulebook(), options);
  Asked asked{Answer::no_rule_data, {}};
  for (const RuleAnswer& a : e.answers()) {
    if (a.rule == rule) asked.answer = a.answer;
  }
  for (const RuleFinding& f : e.findings) {
    if (f.rule == rule && f.answer == asked.answer) {
      asked.finding = f;
      break;
    }
  }
  return asked;
}
PlanOptions applied(const char* date) {
  PlanOptions o;
  o.application = day(date);
  return o;
}
std::string started(const char* date) { return with(std::string(boiler_plan), "start_date = \"2017-05-02\"", std::string("start_date = \"") + date + "\""); }

// J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01: (10,000 - 5,000) / (1,000 - 300) thousand yen = 7.142857... years, additional.
TEST(Payback, explanatory_paper_2023_01) {
  const Payback p = payback(number("10000000"), number("5000000"), number("1000000"), number("300000"));
  ASSERT_TRUE(p.years);
  EXPECT_EQ(p.years->to_string(), "50/7");
  EXPECT_EQ(p.shown(), "7.14");
  EXPECT_TRUE(p.passes(Rational(3)));
  const Asked a = ask(std::string(boiler_plan), "R5");
  EXPECT_EQ(a.answer, Answer::met);
  EXPECT_NE(a.finding.reason_en.find("7.14 years: (10,000,000 - 5,000,000) / 700,000 = 7.14; 3 or more"), std::string::npos) << a.finding.reason_en;
}

// Printed paybacks of registered projects, each additional: boiler 6.8 (J-クレジット プロジェクト計画書別紙, boiler); heat pump 62.9, lighting 16.4,
// solar 46.7 (プロジェクト計画書(別紙), an airport).
TEST(Payback, printed_plan_annexes) {
  for (const char* years : {"6.8", "62.9", "16.4", "46.7"}) {
    const Payback p = payback(number(years) * Rational(700), Rational(0), Rational(1000), Rational(300));
    EXPECT_EQ(*p.years, number(years));
    EXPECT_EQ(p.shown(), std::string(years) + "0");
    EXPECT_TRUE(p.passes(Rational(3)));
  }
}

TEST(Payback, is_compared_exactly_and_a_saving_of_nothing_passes) {
  // 2,099,999 / 700,000 = 2.9999986, which rounds to 3.00 and does not pass.
  const Payback just_below = payback(number("2099999"), number("0"), number("1000000"), number("300000"));
  EXPECT_EQ(just_below.shown(), "3.00");
  EXPECT_FALSE(just_below.passes(Rational(3)));
  EXPECT_TRUE(payback(number("2100000"), number("0"), number("1000000"), number("300000")).passes(Rational(3)));
  for (const char* after : {"1000000", "1000001"}) {
    const Payback p = payback(number("1"), number("0"), number("1000000"), after == std::string("1000000") ? number("1000000") : number("1000001"));
    EXPECT_FALSE(p.years);
    EXPECT_TRUE(p.passes(Rational(3)));
  }
}

TEST(Payback, the_remedy_is_the_largest_subsidy_that_passes) {
  const std::string less = with(std::string(boiler_plan), "subsidy = \"5000 thousand_yen\"", "subsidy = \"7901 thousand_yen\"");
  const Asked a = ask(less, "R5");
  EXPECT_EQ(a.answer, Answer::not_met);
  EXPECT_EQ(a.finding.remedy_en, "A subsidy of 7,900,000 yen or less would pass.");
  EXPECT_EQ(a.finding.remedy_ja, "補助金が7,900,000円以下であれば適合します。");
  EXPECT_EQ(ask(with(std::string(boiler_plan), "subsidy = \"5000 thousand_yen\"", "subsidy = \"7900 thousand_yen\""), "R5").answer, Answer::met);
  const Asked small = ask(with(with(std::string(boiler_plan), "investment = \"10000 thousand_yen\"", "investment = \"2000 thousand_yen\""),
                               "subsidy = \"5000 thousand_yen\"", "subsidy = \"0 yen\""), "R5");
  EXPECT_EQ(small.finding.remedy_en, "An investment of 2,100,000 yen or more, subsidies taken off, would pass.");
}

TEST(Additionality, its_other_answers) {
  const std::string rising = with(std::string(boiler_plan), "running_cost_after = \"300 thousand_yen/year\"", "running_cost_after = \"1001 thousand_yen/year\"");
  EXPECT_EQ(ask(rising, "R5").answer, Answer::met);
  EXPECT_NE(ask(rising, "R5").finding.reason_en.find("-1,000 yen"), std::string::npos);
  EXPECT_EQ(ask(with(std::string(boiler_plan), "evidence = \"見積書.pdf\"\n", ""), "R5").answer, Answer::declared);
  const Asked incomplete = ask(with(std::string(boiler_plan), "subsidy = \"5000 thousand_yen\"\n", ""), "R5");
  EXPECT_EQ(incomplete.answer, Answer::not_yet_knowable);
  EXPECT_EQ(incomplete.finding.path, "activities[0].additionality.subsidy");
  EXPECT_EQ(ask(with(std::string(boiler_plan), "[[activities]]\n", "[other_matters]\nlegal_duty = true\n[[activities]]\n"), "R5").answer, Answer::not_met);
  EXPECT_EQ(ask(with(std::string(boiler_plan), "[activities.additionality]\n", "[activities.additionality]\nexemption = \"positive_list\"\n"), "R5").answer, Answer::not_met);
}

// The list of about 2014 spares EN-R-002 and EN-S-007 the test 「家庭部門に限る」 (運営委員会資料, expydoc 7988366); here its row is written for the boiler, since
// the plan of these tests is one. Dated 2018, within the list's validity.
TEST(Additionality, a_conditional_exemption_is_declared_with_evidence_and_never_met_silently) {
  std::vector<rulebook::Pack> packs;
  for (const rulebook::Pack& pack : real_rulebook().packs()) {
    if (pack.family() != "jcredit-scheme") {
      packs.push_back(pack);
      continue;
    }
    std::vector<rulebook::PackFile> files = pack.files();
    for (rulebook::PackFile& file : files) {
      if (file.path == "exemptions.csv") file.text = with(file.text, "EN-R-002,positive_list", "EN-S-001,positive_list");
    }
    auto changed = rulebook::Pack::from_files(std::move(files), "changed");
    ASSERT_TRUE(changed);
    packs.push_back(*std::move(changed));
  }
  const auto book = rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology);
  ASSERT_TRUE(book) << describe_error(book.error(), Language::en);
  const auto asked = [&](const std::string& conditions) {
    std::string text = with(std::string(boiler_plan), "[activities.additionality]\n", "[activities.additionality]\nexemption = \"positive_list\"\n");
    if (!conditions.empty()) text = with(text, "[activities.additionality]\n", conditions + "[activities.additionality]\n");
    PlaceMap places;
    const PlanOptions options = applied("2018-06-01");
    const auto plan = check_plan(testing::plan_of(text, places), *book, options, &places);
    if (!plan) throw std::runtime_error(describe_error(plan.error(), Language::en));
    const auto answers = check_eligibility(*plan, *book, options);
    for (const RuleFinding& f : answers.findings) {
      if (f.rule == "R5") return f;
    }
    throw std::runtime_error("no R5");
  };
  const std::string condition = "[[activities.conditions]]\nid = \"households_only\"\nmet = true\n";
  EXPECT_EQ(asked("").answer, Answer::not_yet_knowable);
  EXPECT_NE(asked("").remedy_en.find("households_only"), std::string::npos);
  EXPECT_NE(asked("").reason_ja.find("家庭部門に限る"), std::string::npos);
  EXPECT_EQ(asked(condition).answer, Answer::not_yet_knowable) << "claimed without evidence";
  EXPECT_EQ(asked(condition + "evidence = \"住民票.pdf\"\n").answer, Answer::declared);
  EXPECT_EQ(asked("[[activities.conditions]]\nid = \"households_only\"\nmet = false\nevidence = \"登記簿.pdf\"\n").answer, Answer::not_met);
}

// J-クレジット制度について, 2023-01: application 2019-05-01; started 2017-05-02 / 2017-05-01 / in fiscal 2018: met / not met / met.
TEST(TwoYearRule, explanatory_paper_2023_01) {
  EXPECT_EQ(ask(started("2017-05-02"), "R2").answer, Answer::met);
  EXPECT_EQ(ask(started("2018年度"), "R2").answer, Answer::met);
  const Asked late = ask(started("2017-05-01"), "R2");
  EXPECT_EQ(late.answer, Answer::not_met);
  EXPECT_EQ(late.finding.remedy_en, "Apply by 2019-04-30, or show that the equipment started on 2017-05-02 or later.");
  EXPECT_EQ(late.finding.remedy_ja, "2019-04-30までに申請するか、稼働開始日が2017-05-02以後であることを示してください。");
  EXPECT_NE(late.finding.source.find("J-クレジット制度について"), std::string::npos);
  EXPECT_EQ(late.finding.path, "activities[0].equipment_after[0].start_date");
  EXPECT_EQ(ask(started("2017-05-01"), "R2", applied("2019-04-30")).answer, Answer::met);
}

// Worked by hand from the rule: partial dates are ranges, and 29 February counts back to 28 February.
TEST(TwoYearRule, partial_dates_and_leap_days) {
  EXPECT_EQ(ask(started("2017年5月"), "R2").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(started("2017年4月"), "R2").answer, Answer::not_met);
  EXPECT_EQ(ask(started("2017年度"), "R2").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(started(""), "R2").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(started("2018-02-28"), "R2", applied("2020-02-29")).answer, Answer::not_met);
  EXPECT_EQ(ask(started("2018-03-01"), "R2", applied("2020-02-29")).answer, Answer::met);
  EXPECT_EQ(later_than(partial("2017年5月"), day("2017-05-01")), Answer::not_yet_knowable);
  EXPECT_EQ(later_than(partial("2017年5月"), day("2017-04-30")), Answer::met);
  EXPECT_EQ(later_than(partial("2017年5月"), day("2017-05-31")), Answer::not_met);
}

// Before 2017-10-01 another rule held: equipment that started on or after 2013-04-01.
TEST(TwoYearRule, before_october_2017_the_first_day_was_fixed) {
  EXPECT_EQ(ask(started("2013-04-01"), "R2", applied("2017-09-30")).answer, Answer::met);
  EXPECT_EQ(ask(started("2013-03-31"), "R2", applied("2017-09-30")).answer, Answer::not_met);
  EXPECT_EQ(ask(started("2013-04-01"), "R2", applied("2017-10-01")).answer, Answer::not_met);
  EXPECT_EQ(ask(started("2013-04-01"), "R2", applied("2013-03-31")).answer, Answer::no_rule_data);
}

TEST(TwoYearRule, without_an_application_date_nothing_is_known) {
  const Asked a = ask(with(std::string(boiler_plan), "registration_application_date = \"2019-05-01\"\n", ""), "R2");
  EXPECT_EQ(a.answer, Answer::not_yet_knowable);
  EXPECT_EQ(a.finding.path, "cover.registration_application_date");
}

// The named last day of application is the last: one day later no longer passes.
TEST(TwoYearRule, the_remedy_is_the_smallest_change) {
  const char* seed = std::getenv("SUMI_SEED");
  const unsigned first = seed != nullptr ? static_cast<unsigned>(std::strtoul(seed, nullptr, 10)) : std::random_device{}();
  SCOPED_TRACE("SUMI_SEED=" + std::to_string(first));
  std::mt19937 random(first);
  for (int i = 0; i < 200; ++i) {
    const Date start = Date::from_days(17600 + static_cast<std::int32_t>(random() % 2000));  // 2018-03 on
    const Date application = start.plus_years(2).plus_days(static_cast<std::int32_t>(random() % 40));
    const RuleFinding f = ask(started(start.to_string().c_str()), "R2", applied(application.to_string().c_str())).finding;
    if (f.answer == Answer::met) {
      EXPECT_TRUE(start > application.plus_years(-2));
      continue;
    }
    ASSERT_EQ(f.answer, Answer::not_met);
    const Date by = day(f.remedy_en.substr(9, 10).c_str());
    EXPECT_TRUE(start > by.plus_years(-2)) << f.remedy_en;
    EXPECT_FALSE(start > by.plus_days(1).plus_years(-2)) << f.remedy_en;
  }
}

// AG-004 has no crediting period: activities of 「登録申請の2年前の日以降」 count, compared as equipment is (J-クレジット プロジェクト計画書, 株式会社フェイガー,
// 2024-02-08). Application 2021-05-10: from 2019-05-11 on. The equipment may be older, and need not be there.
TEST(TwoYearRule, without_a_crediting_period_the_activities_count) {
  const auto text = plan_template(real_rulebook(), "AG-004");
  ASSERT_TRUE(text);
  const auto from = [&](const char* start) { return with(*text, "start = \"\"", std::string("start = \"") + start + "\""); };
  EXPECT_EQ(ask(*text, "R2").answer, Answer::met);
  EXPECT_EQ(ask(from("2019-05-11"), "R2").answer, Answer::met);
  const Asked early = ask(from("2019-05-10"), "R2");
  EXPECT_EQ(early.answer, Answer::not_met);
  EXPECT_EQ(early.finding.remedy_en, "Let the period start on 2019-05-11 or later.");
  EXPECT_EQ(early.finding.path, "crediting_period.start");
  EXPECT_EQ(ask(with(*text, "start_date = \"2021-04-15\"", "start_date = \"2005-04-15\""), "R2").answer, Answer::met);
  const std::string no_day = with(*text, "first_monitorable_day = \"2021-06-01\"", "first_monitorable_day = \"\"");
  EXPECT_EQ(ask(no_day, "R2").answer, Answer::not_yet_knowable);
}

// J-クレジット制度について, 2023-01: the period starts on the later of application and first monitorable day, has 8 years, at most 16, and ends on
// the eve of the anniversary.
TEST(CreditingPeriod, explanatory_paper_2023_01) {
  EXPECT_EQ(crediting_period(day("2019-05-01"), day("2019-04-01"), 8).to_string(), "2019-05-01..2027-04-30");
  EXPECT_EQ(crediting_period(day("2019-05-01"), day("2019-07-15"), 8).to_string(), "2019-07-15..2027-07-14");
  EXPECT_EQ(crediting_period(day("2020-02-29"), day("2020-02-29"), 8).to_string(), "2020-02-29..2028-02-28");
  EXPECT_EQ(checked(boiler_plan).crediting_period->to_string(), "2019-05-01..2027-04-30");
  const auto with_period = [](const char* lines) { return with(std::string(boiler_plan), "first_monitorable_day = \"2019-04-01\"\n", std::string("first_monitorable_day = \"2019-04-01\"\n") + lines); };
  EXPECT_EQ(ask(with_period(""), "R3").answer, Answer::met);
  EXPECT_EQ(ask(with_period("end = \"2027-05-01\"\n"), "R3").answer, Answer::not_met);
  EXPECT_EQ(ask(with_period("start = \"2019-04-30\"\n"), "R3").finding.remedy_en, "Let it start on 2019-05-01.");
  EXPECT_EQ(checked(with_period("extended = true\n")).crediting_period->to_string(), "2019-05-01..2035-04-30");
  EXPECT_EQ(ask(with_period("extended = true\nend = \"2035-05-01\"\n"), "R3").answer, Answer::not_met);
  EXPECT_EQ(ask(with_period("extended = true\nend = \"2035-04-30\"\n"), "R3").answer, Answer::met);
  EXPECT_EQ(ask(with(std::string(boiler_plan), "first_monitorable_day = \"2019-04-01\"\n", ""), "R3").answer, Answer::not_yet_knowable);
}

TEST(Eligibility, every_rule_has_one_answer) {
  const Eligibility e = check_eligibility(checked(boiler_plan), real_rulebook(), {}, true);
  std::string shown;
  for (const RuleAnswer& a : e.answers()) shown += a.rule + " " + std::string(name_of(a.answer)) + "\n";
  EXPECT_EQ(shown,
            "R1 met\nR2 met\nR3 met\nR4 declared\nR5 met\nR6 declared\nR7 met\nR8 met\nR9 declared\nR10 no_rule_data\nR11 declared\n");
  for (const RuleFinding& f : e.findings) {
    EXPECT_FALSE(f.reason_ja.empty() || f.reason_en.empty()) << f.rule;
    EXPECT_EQ(f.remedy_ja.empty(), f.remedy_en.empty()) << f.rule;
    EXPECT_FALSE(f.source.empty()) << f.rule;
  }
}

TEST(Eligibility, declared_rules_and_the_place) {
  const std::string plan(boiler_plan);
  EXPECT_EQ(ask(plan, "R7").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(with(plan, "site = \"佐渡工場\"", "site = \"Plant\"\ncountry = \"TH\""), "R1").answer, Answer::not_met);
  EXPECT_EQ(ask(with(plan, "credit_income_claim = \"譲渡した削減分を主張しない。\"\n", ""), "R9").answer, Answer::not_yet_knowable);
  const std::string elsewhere = with(plan, "[[activities]]\n", "[other_matters]\nregistered_elsewhere = true\nsimilar_scheme = \"グリーン電力証書\"\n[[activities]]\n");
  EXPECT_EQ(ask(elsewhere, "R4").answer, Answer::not_met);
  EXPECT_NE(ask(elsewhere, "R4").finding.reason_ja.find("グリーン電力証書"), std::string::npos);
  EXPECT_EQ(ask(with(plan, "[[activities]]\n", "[other_matters]\nregistered_in_this_scheme = true\n[[activities]]\n"), "R4").answer, Answer::not_met);
}

// One boiler is credited once, also within one plan.
TEST(Eligibility, equipment_stands_once) {
  const std::string plan(boiler_plan);
  const auto two = [&](const char* second) {
    const std::string one = with(plan, "name = \"新ボイラー\"", "name = \"新ボイラー\"\nmodel = \"GX\"\nserial_number = \"7\"");
    return with(one, "[activities.additionality]", std::string("[[activities.equipment_after]]\nname = \"二台目\"\nmodel = \"GX\"\nstart_date = \"2017-05-02\"\nserial_number = \"") +
                                                       second + "\"\n[activities.additionality]");
  };
  EXPECT_EQ(ask(two("8"), "R4").answer, Answer::declared);
  EXPECT_EQ(ask(two(""), "R4").answer, Answer::declared);
  EXPECT_EQ(ask(two("7"), "R4").answer, Answer::not_met);
}

// Application 2019-05-01, first monitorable day 2019-04-01: equipment that starts later has nothing to monitor when the period begins.
TEST(Eligibility, the_period_does_not_begin_before_the_equipment) {
  EXPECT_EQ(ask(started("2019-05-01"), "R3").answer, Answer::met);
  const Asked early = ask(started("2019-05-02"), "R3");
  EXPECT_EQ(early.answer, Answer::not_met);
  EXPECT_EQ(early.finding.remedy_en, "Let the first monitorable day be 2019-05-02 or later.");
  EXPECT_EQ(ask(started("2019年5月"), "R3").answer, Answer::met);  // may have started on the first
}

// Every answer names where its rule stands, also where nothing can be judged yet.
TEST(Eligibility, every_answer_has_a_source) {
  const std::string plan(boiler_plan);
  const std::string undated = with(plan, "registration_application_date = \"2019-05-01\"\n", "");
  const std::string duty = with(plan, "[[activities]]\n", "[other_matters]\nlegal_duty = true\n[[activities]]\n");
  for (const std::string& text : {undated, duty, with(plan, "first_monitorable_day = \"2019-04-01\"\n", "")}) {
    for (const RuleFinding& f : check_eligibility(checked(text), real_rulebook()).findings) EXPECT_FALSE(f.source.empty()) << f.rule << ": " << f.reason_en;
  }
}

TEST(Eligibility, conditions_of_the_methodology) {
  const std::string plan(boiler_plan);
  EXPECT_EQ(ask(with(plan, "id = \"2\"\nmet = true", "id = \"2\"\nmet = false"), "R6").answer, Answer::not_met);
  EXPECT_EQ(ask(with(plan, "[[activities.conditions]]\nid = \"2\"\nmet = true\n", ""), "R6").answer, Answer::not_yet_knowable);
  // Neither more efficient nor of less carbon.
  const std::string worse = with(with(plan, "value = \"0.9 GJ/GJ_HHV\"", "value = \"0.7 GJ/GJ_HHV\""), "value = \"0.05 tCO2/GJ_HHV\"", "value = \"0.08 tCO2/GJ_HHV\"");
  EXPECT_EQ(ask(worse, "R6").answer, Answer::not_met);
}

// A renewal counts as new where the old boiler is older than twice its statutory life (30 years here), or the new one has more than 1.5 x its capacity.
TEST(Eligibility, a_renewal_that_counts_as_new) {
  const std::string plan(boiler_plan);
  const auto introduced = [&](const char* date) { return with(plan, "introduction_date = \"2000年度\"", std::string("introduction_date = \"") + date + "\""); };
  EXPECT_EQ(ask(introduced("1987-05-02"), "R11").answer, Answer::declared);  // exactly 30 years on 2017-05-02
  EXPECT_EQ(ask(introduced("1987-05-01"), "R11").answer, Answer::not_met);
  EXPECT_EQ(ask(introduced("1987年5月"), "R11").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(introduced("1987年4月"), "R11").answer, Answer::not_met);
  EXPECT_EQ(ask(introduced("1987年6月"), "R11").answer, Answer::declared);
  EXPECT_EQ(ask(introduced(""), "R11").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(with(plan, "capacity = \"3 t/h\"", "capacity = \"3.001 t/h\""), "R11").answer, Answer::not_met);
  EXPECT_EQ(ask(with(plan, "value = \"false\"", "value = \"true\""), "R11").answer, Answer::not_met);
  EXPECT_EQ(ask(with(plan, "id = \"new_capability\"\nmet = false", "id = \"new_capability\"\nmet = true"), "R11").answer, Answer::not_met);
  const std::string as_new = with(with(plan, "value = \"false\"", "value = \"true\""), "baseline = \"renewal\"", "baseline = \"new\"");
  EXPECT_EQ(ask(with(as_new, "[activities.place]", "standard_equipment = \"都市ガス貫流ボイラー 2 t/h\"\n[activities.place]"), "R11").answer, Answer::met);
  EXPECT_EQ(ask(as_new, "R11").answer, Answer::not_yet_knowable);
  EXPECT_EQ(ask(as_new, "R11").finding.path, "activities[0].standard_equipment");
}

}  // namespace
}  // namespace sumi::project
