// From data to tonnes: printed plans, hand calculations, exactness, splitting by fiscal year, the trace and its replay.
#include "project/calculate.h"

#include <gtest/gtest.h>

#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::boiler_plan;
using testing::checked;
using testing::real_rulebook;
using testing::with;

Rational number(const char* text) { return Rational::parse(text).value(); }
std::uint64_t tonnes(const char* baseline, const char* project) { return certified_floor(number(baseline), number(project)).value(); }

DataSet data(const CheckedPlan& plan, const std::string& csv, const char* period) {
  auto set = read_data_set(csv, "data.csv", plan, Period::parse(period).value(), real_rulebook());
  if (!set) throw std::runtime_error(describe_error(set.error(), Language::en));
  return *std::move(set);
}
CalculationResult calculated(const CheckedPlan& plan, const std::string& csv, const char* period) {
  auto result = calculate(plan, data(plan, csv, period), real_rulebook());
  if (!result) throw std::runtime_error(describe_error(result.error(), Language::en));
  return *std::move(result);
}
const std::string header = "parameter,period,value,unit,class,evidence\n";

// J-クレジット プロジェクト計画書別紙 (boiler; implementer and date not stated): 240.2, 163.3 -> 76.9, printed 76; payback printed 6.8.
TEST(CertifiedFloor, boiler_plan_annex) {
  EXPECT_EQ((number("240.2") - number("163.3")).to_string(), "76.9");
  EXPECT_EQ(tonnes("240.2", "163.3"), 76u);
}

// J-クレジット プロジェクト計画書(別紙), an airport, three methodologies: 35, 40, 21, together 96.
TEST(CertifiedFloor, airport_plan_annex) {
  EXPECT_EQ(tonnes("92.4", "56.9"), 35u);
  EXPECT_EQ(tonnes("94.6", "54.6"), 40u);  // 39 if EM_BL is rounded down and EM_PJ up first
  EXPECT_EQ(tonnes("21.5", "0.0"), 21u);
  EXPECT_EQ(tonnes("92.4", "56.9") + tonnes("94.6", "54.6") + tonnes("21.5", "0.0"), 96u);
  EXPECT_EQ(tonnes("208.5", "111.5"), 97u);  // the floor of the sum, which is not what is certified
}

TEST(CertifiedFloor, negative_is_nothing_and_too_much_is_refused) {
  EXPECT_EQ(tonnes("1", "1.0000001"), 0u);
  EXPECT_EQ(tonnes("1", "1000"), 0u);
  EXPECT_EQ(tonnes("1.9999999999999999999999", "1"), 0u);
  EXPECT_FALSE(certified_floor(number("1000000000000"), Rational(0)));
}

// By hand: F 36 thousand m3N x 45 GJ = 1,620 GJ; heat 1,620 x 0.9 = 1,458 GJ; / 0.8 = 1,822.5 GJ; x 0.07 = 127.575 t. Project 1,620 x 0.05 = 81 t.
TEST(Calculate, a_boiler_by_hand) {
  const CheckedPlan plan = checked(boiler_plan);
  const CalculationResult r = calculated(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,bills.pdf\n", "FY2020");
  ASSERT_EQ(r.lines.size(), 1u);
  EXPECT_EQ(r.lines[0].methodology, "EN-S-001");
  EXPECT_EQ(r.lines[0].vintage, FiscalYear{2020});
  EXPECT_EQ(r.lines[0].em_bl, "127.575");
  EXPECT_EQ(r.lines[0].em_pj, "81");
  EXPECT_EQ(r.lines[0].er, 46u);
  EXPECT_EQ(r.vintages[0].rounding_rule, "certified_floor");
  EXPECT_TRUE(r.vintages[0].flags.reconstructed);
  EXPECT_EQ(r.vintages[0].flags.declared, std::vector<std::string>{"CEF_PJ"});
  for (const char* shown : {"certified_floor", "\tdeclared\tCEF_PJ\n", "bills.pdf", "公表値.pdf; 例食品株式会社 設備課長", "reconstructed"}) {
    EXPECT_NE(r.trace.find(shown), std::string::npos) << shown;
  }
}

// Twelve months give the same sums as the year: nothing is rounded in between but the division that the methodology names.
TEST(Calculate, months_add_up_to_the_year) {
  const CheckedPlan plan = checked(boiler_plan);
  std::string csv = header;
  for (int m = 0; m < 12; ++m) {
    const int month = (m + 3) % 12 + 1, year = m < 9 ? 2020 : 2021;
    csv += "F_PJ," + std::to_string(year) + "-" + (month < 10 ? "0" : "") + std::to_string(month) + "," + std::to_string(m) + ".25,thousand_m3N,A,b.pdf\n";
  }
  const CalculationResult r = calculated(plan, csv, "FY2020");  // 0 + 1 + ... + 11 + 12 x 0.25 = 69
  EXPECT_EQ(r.periods.size(), 12u);
  ASSERT_EQ(r.lines.size(), 1u);
  EXPECT_EQ(r.lines[0].em_pj, "155.25");       // 69 x 45 x 0.05
  EXPECT_EQ(r.lines[0].em_bl, "244.51875");    // 69 x 45 x 0.9 / 0.8 x 0.07
  EXPECT_EQ(r.lines[0].er, 89u);
}

// A bill from 2020-03-22 to 2020-04-20 has 10 days in FY2019 and 20 in FY2020: a third and two thirds, exactly.
TEST(Calculate, a_period_across_31_march_is_split_by_days) {
  const CheckedPlan plan = checked(boiler_plan);
  const CalculationResult r = calculated(plan, header + "F_PJ,2020-03-22..2020-04-20,100,thousand_m3N,A,b.pdf\n", "2020-03-22..2020-04-20");
  ASSERT_EQ(r.lines.size(), 2u);
  EXPECT_EQ(r.lines[0].vintage, FiscalYear{2019});
  EXPECT_EQ(r.lines[0].em_pj, "75");   // 100/3 x 45 x 0.05
  EXPECT_EQ(r.lines[1].em_pj, "150");  // 200/3 x 45 x 0.05
  ASSERT_FALSE(r.findings.empty());
  EXPECT_EQ(r.findings[0].def->name, "finding_split_period");
  EXPECT_NE(r.trace.find("2020-03-22..2020-03-31\tsplit"), std::string::npos);
}

TEST(Calculate, a_negative_vintage_certifies_nothing_and_is_a_finding) {
  const std::string worse = with(std::string(boiler_plan), "value = \"0.05 tCO2/GJ_HHV\"", "value = \"0.09 tCO2/GJ_HHV\"");
  const CheckedPlan plan = checked(worse);
  const CalculationResult r = calculated(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  EXPECT_EQ(r.lines[0].er, 0u);
  EXPECT_TRUE(r.vintages[0].negative);
  ASSERT_FALSE(r.findings.empty());
  EXPECT_NE(sentence(r.findings[0], Language::en).find("negative (-18.225 t)"), std::string::npos) << sentence(r.findings[0], Language::en);
}

// Two boilers under one methodology: their sum is floored once. 46.575 x 2 = 93.15 -> 93, not 46 + 46.
TEST(Calculate, one_floor_per_methodology_and_vintage) {
  const std::string one(boiler_plan);
  const std::size_t at = one.find("[[activities]]");
  const CheckedPlan plan = checked(one + with(one.substr(at), "name = \"B1\"", "name = \"B2\""));
  const CalculationResult r = calculated(plan, "activity," + header + "B1,F_PJ,FY2020,36,thousand_m3N,A,b.pdf\nB2,F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  ASSERT_EQ(r.lines.size(), 1u);
  EXPECT_EQ(r.lines[0].em_bl, "255.15");
  EXPECT_EQ(r.lines[0].er, 93u);
}

TEST(Calculate, incidental_sources_by_the_three_choices) {
  // ER 46 t. Left out: 0.3 t/year is 0.65 % and may be; 0.46 t is 1 % and may not.
  const std::string csv = header + "F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n";
  EXPECT_TRUE(calculated(checked(boiler_plan), csv, "FY2020").findings.empty());
  const CalculationResult too_much = calculated(checked(with(std::string(boiler_plan), "0.3 tCO2/year", "0.46 tCO2/year")), csv, "FY2020");
  ASSERT_EQ(too_much.findings.size(), 1u);
  EXPECT_EQ(too_much.findings[0].def->name, "finding_incidental_must_calculate");
  EXPECT_NE(sentence(too_much.findings[0], Language::en).find("1.00 %"), std::string::npos);
  // By the ratio: 0.76 t of the plan's 76 t is 1 %; of 46.575 t calculated that is 0.46575 t.
  const std::string by_ratio = with(with(std::string(boiler_plan), "0.3 tCO2/year", "0.76 tCO2/year"), "choice = \"leave_out\"", "choice = \"by_ratio\"");
  const CalculationResult r = calculated(checked(by_ratio), csv, "FY2020");
  EXPECT_EQ(r.lines[0].em_pj, "81.46575");
  EXPECT_EQ(r.lines[0].er, 46u);
  ASSERT_EQ(r.incidental.size(), 1u);
  EXPECT_EQ(r.incidental[0].emission_tCO2.to_string(), "0.46575");
  // All without monitoring reach 5 %: 3.8 of 76 t.
  const std::string five = with(by_ratio, "0.76 tCO2/year", "3.8 tCO2/year");
  const CalculationResult many = calculated(checked(five), csv, "FY2020");
  ASSERT_EQ(many.findings.size(), 1u);
  EXPECT_EQ(many.findings[0].def->name, "finding_incidental_unmonitored");
  // Calculated: 2,000 kWh x 0.0005 t (declared) = 1 t.
  std::string monitored = with(std::string(boiler_plan), "choice = \"leave_out\"", "choice = \"calculate\"");
  monitored = with(monitored, "[[activities.expected]]", "[[activities.monitoring]]\nsymbol = \"EL_auxiliary\"\nunit = \"kWh\"\nmonitoring_class = \"A\"\n[[activities.expected]]");
  monitored = with(monitored, "[[activities.incidental]]", "[[activities.parameters]]\nsymbol = \"CEF_all_source\"\nvalue = \"0.5 kgCO2/kWh\"\nmonitoring_class = \"II\"\nevidence = \"x\"\n[[activities.incidental]]");
  const CalculationResult c = calculated(checked(monitored), csv + "EL_auxiliary,FY2020,2,MWh,A,b.pdf\n", "FY2020");
  EXPECT_EQ(c.lines[0].em_pj, "82");
}

// ER 46 t. A source of the plan's own, left out, counts: 0.46 t is 1 %. By the ratio, 3.8 t of the plan's 76 t are 5 % of each activity's 46.575 t:
// 2.32875 t, which two activities of a methodology emit together: 4.6575 t of 88 t. Each alone, of the 88 t, would be 2.65 %.
TEST(Calculate, incidental_sources_that_the_methodology_does_not_name_and_of_two_activities) {
  const std::string csv = "activity," + header + "B1,F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n";
  const std::string one(boiler_plan);
  const auto own = [&](const char* emission) {
    return with(one, "[[activities.monitoring]]", std::string("[[activities.incidental]]\nactivity = \"輸送\"\nemission = \"") + emission +
                                                      " tCO2/year\"\nchoice = \"leave_out\"\ngrounds = \"試算.xlsx\"\n[[activities.monitoring]]");
  };
  EXPECT_TRUE(calculated(checked(own("0.45")), csv, "FY2020").findings.empty());
  const CalculationResult r = calculated(checked(own("0.46")), csv, "FY2020");
  ASSERT_EQ(r.findings.size(), 1u);
  EXPECT_EQ(r.findings[0].def->name, "finding_incidental_must_calculate");
  EXPECT_NE(sentence(r.findings[0], Language::ja).find("輸送"), std::string::npos);
  const auto two = [&](const char* emission) {
    const std::string by_ratio = with(with(one, "0.3 tCO2/year", std::string(emission) + " tCO2/year"), "choice = \"leave_out\"", "choice = \"by_ratio\"");
    return calculated(checked(by_ratio + with(by_ratio.substr(by_ratio.find("[[activities]]")), "name = \"B1\"", "name = \"B2\"")),
                      csv + "B2,F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  };
  EXPECT_TRUE(two("1.5").findings.empty());
  const CalculationResult many = two("3.8");
  EXPECT_EQ(many.lines[0].er, 88u);  // 93.15 - 2 x 2.32875 = 88.4925
  ASSERT_EQ(many.findings.size(), 1u);
  EXPECT_EQ(many.findings[0].def->name, "finding_incidental_unmonitored");
  EXPECT_NE(sentence(many.findings[0], Language::en).find("5.29 %"), std::string::npos) << sentence(many.findings[0], Language::en);  // 4.6575 / 88
}

TEST(Calculate, what_fits_together_is_refused_where_it_does_not) {
  std::string monitored = with(std::string(boiler_plan), "choice = \"leave_out\"", "choice = \"calculate\"");
  monitored = with(monitored, "[[activities.expected]]", "[[activities.monitoring]]\nsymbol = \"EL_auxiliary\"\nunit = \"kWh\"\nmonitoring_class = \"A\"\n[[activities.expected]]");
  const CheckedPlan plan = checked(monitored);
  const DataSet set = data(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,b\nEL_auxiliary,2020-04-01..2020-09-30,1,MWh,A,b\nEL_auxiliary,2020-10-01..2021-03-31,1,MWh,A,b\n", "FY2020");
  const auto r = calculate(plan, set, real_rulebook());
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "periods_differ");
  EXPECT_EQ(describe_error(r.error(), Language::en).find("…"), std::string::npos);
}

TEST(Calculate, a_factor_of_another_year_is_never_taken) {
  // Without the plan's own factors: the rulebook has them for FY2013 and, of some fuels, FY2021.
  std::string silent = std::string(boiler_plan);
  silent = with(silent, "[[activities.parameters]]\nsymbol = \"CEF_BL\"\nvalue = \"0.07 tCO2/GJ_HHV\"\nmonitoring_class = \"II\"\nevidence = \"公表値.pdf\"\n", "");
  const CheckedPlan plan = checked(silent);
  const auto r = calculate(plan, data(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,b\n", "FY2020"), real_rulebook());
  ASSERT_FALSE(r);
  EXPECT_NE(describe_error(r.error(), Language::en).find("CEF_BL"), std::string::npos) << describe_error(r.error(), Language::en);
}

TEST(Trace, is_the_same_bytes_each_time_and_replays) {
  const CheckedPlan plan = checked(boiler_plan);
  const DataSet set = data(plan, header + "F_PJ,2020-03-22..2020-04-20,100,thousand_m3N,A,b.pdf\n", "2020-03-22..2020-04-20");
  const auto first = calculate(plan, set, real_rulebook());
  const auto second = calculate(checked(boiler_plan), set, real_rulebook());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->trace, second->trace);
  const auto again = replay(first->trace, plan, set, real_rulebook());
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_EQ(again->trace_hash, first->trace_hash);
  EXPECT_EQ(again->lines[0].er, first->lines[0].er);
}

TEST(Trace, one_changed_byte_is_found) {
  const CheckedPlan plan = checked(boiler_plan);
  const DataSet set = data(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  const std::string trace = calculate(plan, set, real_rulebook())->trace;
  std::size_t line = 1;
  for (std::size_t i = 0; i < trace.size(); ++i) {
    std::string changed = trace;
    changed[i] = changed[i] == '0' ? '1' : '0';
    const auto r = replay(changed, plan, set, real_rulebook());
    ASSERT_FALSE(r) << i;
    EXPECT_TRUE(r.error().def->name == "trace_differs" || r.error().def->name == "trace_head") << r.error().def->name;
    if (r.error().def->name == "trace_differs" && trace[i] != '\n') {
      EXPECT_NE(sentence(r.error(), Language::en).find("line " + std::to_string(line) + " "), std::string::npos) << sentence(r.error(), Language::en);
    }
    if (trace[i] == '\n') ++line;
  }
  EXPECT_FALSE(replay(trace + "x\n", plan, set, real_rulebook()));
  EXPECT_FALSE(replay(trace.substr(0, trace.size() - 1), plan, set, real_rulebook()));
  EXPECT_FALSE(replay("", plan, set, real_rulebook()));
}

TEST(Trace, other_data_do_not_replay) {
  const CheckedPlan plan = checked(boiler_plan);
  const DataSet set = data(plan, header + "F_PJ,FY2020,36,thousand_m3N,A,b.pdf\n", "FY2020");
  const DataSet other = data(plan, header + "F_PJ,FY2020,37,thousand_m3N,A,b.pdf\n", "FY2020");
  const auto r = replay(calculate(plan, set, real_rulebook())->trace, plan, other, real_rulebook());
  ASSERT_FALSE(r);
  EXPECT_NE(sentence(r.error(), Language::en).find("line 3 "), std::string::npos) << sentence(r.error(), Language::en);  // the data's hash
}

// The kind of 5,300.5 printed 5,297 (J-クレジット プロジェクト計画書, 津山市, EN-R-002, 2014-01): each year is floored, then they are added.
TEST(Expected, each_year_is_floored_then_added) {
  const CheckedPlan plan = checked(boiler_plan);
  const auto r = expected_reductions(plan, real_rulebook(), FiscalYear{2019});
  ASSERT_TRUE(r) << describe_error(r.error(), Language::en);
  // 2019-05-01..2027-04-30: FY2019 has 336 of 366 days, 2020 to 2026 are whole, FY2027 has 30 of 366. 46.575 x 336/366 = 42.757..., x 30/366 = 3.817...
  ASSERT_EQ(r->years.size(), 9u);
  EXPECT_EQ(r->years[0].reduction_t, 42u);
  EXPECT_EQ(r->years[0].project_tCO2.to_string(), "4536/61");  // 81 x 336/366
  for (std::size_t i = 1; i < 8; ++i) EXPECT_EQ(r->years[i].reduction_t, 46u);
  EXPECT_EQ(r->years[8].reduction_t, 3u);
  EXPECT_EQ(r->total_t, 42u + 7 * 46 + 3);  // 367; the floor of the whole would be 372
  ASSERT_EQ(r->findings.size(), 2u);
  EXPECT_EQ(r->findings[0].def->name, "finding_values_of_year");
  EXPECT_EQ(r->findings[1].def->name, "finding_expected_differs");  // the plan's 76 t are those of the printed annex
}

TEST(Expected, needs_expected_values) {
  const auto r = expected_reductions(checked(with(std::string(boiler_plan), "expected = \"36 thousand_m3N/year\"\n", "")), real_rulebook(), FiscalYear{2019});
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "expected_missing");
}

}  // namespace
}  // namespace sumi::project
