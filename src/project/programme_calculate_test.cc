// Expected sums: the ordinary calculation, member by member, and hand calculations that stand beside them. Factor 0.000434 tCO2/kWh.
#include "project/programme_calculate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "project/errors.h"
#include "project/monitoring.h"
#include "project/programme_testing.h"

namespace sumi::project {
namespace {

using namespace testing;

Period report() { return *Period::parse("FY2026"); }
const CheckedPlan& solar() {
  static const CheckedPlan plan = checked(solar_plan());
  return plan;
}
ProgrammeMember member(std::string number, std::string_view own = "2026-04-01..2034-03-31", std::string activity = "PV") {
  return {std::move(number), std::move(activity), *Period::parse(own), {}, {"members.csv", 0, 0}};
}
std::string solar_row(const std::string& number, const std::string& period, const std::string& value) { return number + ",EL_self," + period + "," + value + ",kWh,B,m.csv\n"; }
constexpr std::string_view header = "member,parameter,period,value,unit,class,evidence\n";

std::string year_of(const std::string& number, const std::string& value) {
  std::string text;
  for (const auto& month : months_of(2026)) text += solar_row(number, month, value);
  return text;
}
Result<ProgrammeResult> run(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const std::string& text, const ProgrammeOptions& options = {}) {
  return calculate_programme(plan, members, text, "data.csv", report(), real_rulebook(), options);
}
std::string told(const Error& error) {
  std::string out = std::string(error.def->name) + ":" + std::to_string(error.place.line);
  for (const Error& e : error.also) out += " " + std::string(e.def->name) + ":" + std::to_string(e.place.line);
  return out;
}
std::string describe(const Result<ProgrammeResult>& r) { return r ? "" : describe_error(r.error(), Language::en); }

TEST(ProgrammeCalculate, SumsMembersExactlyAndFloorsOnce) {
  const std::vector<ProgrammeMember> members{member("1"), member("2")};
  const auto r = run(solar(), members, std::string(header) + year_of("1", "312.5") + year_of("2", "\"1,000.25\""));
  ASSERT_TRUE(r) << describe(r);
  // 12 x (312.5 + 1000.25) = 15753 kWh x 0.000434 = 6.836802 t
  ASSERT_EQ(r->total.vintages.size(), 1U);
  EXPECT_EQ(r->total.vintages[0].baseline_tCO2.to_string(), "6.836802");
  EXPECT_EQ(r->total.vintages[0].project_tCO2.to_string(), "0");
  EXPECT_EQ(r->total.lines[0].er, 6U);
  EXPECT_EQ(r->counts.rows, 24U);
  EXPECT_EQ(r->counts.accepted_rows, 24U);
  EXPECT_EQ(r->counts.members_counted, 2U);
  EXPECT_TRUE(r->total.vintages[0].flags.reconstructed);
  EXPECT_EQ(r->total.vintages[0].flags.declared, std::vector<std::string>{"CEF_all_source"});
}

TEST(ProgrammeCalculate, WritesATraceOfEachMemberThatReplaysAlone) {
  const std::vector<ProgrammeMember> members{member("1"), member("会員\t2", "2026-06-15..2034-03-31")};
  std::string text(header);
  text += year_of("1", "312.50");
  for (const auto& month : months_of(2026)) {
    if (month > "2026-05") text += "\"会員\t2\",EL_self," + month + ",0.25,MWh,,\n";
  }
  ProgrammeOptions options;
  options.plan.allow_low_confidence = true;
  const auto r = run(solar(), members, text, options);
  ASSERT_TRUE(r) << describe(r);
  const auto* first = trace_of(*r, members, "1");
  ASSERT_NE(first, nullptr);
  const std::string expected_end = "\n2027-03\t312.5\nsum\tFY2026\tEL_self\t3750\nresult\tFY2026\t1.6275\t0\t1.6275\n";
  EXPECT_TRUE(first->text.ends_with(expected_end)) << first->text;
  EXPECT_TRUE(first->text.starts_with("sumi member trace\t1\nmember\t1\tPV\t2026-04-01..2034-03-31\nseries\tEL_self\tkWh\tB\n2026-04\t312.5\tm.csv\n2026-05\t312.5\n")) << first->text;
  const auto* second = trace_of(*r, members, "会員\t2");
  ASSERT_NE(second, nullptr);
  // June lies across the joining; July to March are 9 x 250 kWh = 2250 x 0.000434 = 0.9765.
  EXPECT_NE(second->text.find("series\tEL_self\tkWh\tB\n2026-07\t250\t\t0.25 MWh\n"), std::string_view::npos) << second->text;
  EXPECT_NE(second->text.find("left\tEL_self\t2026-06\t0.25\tMWh\n"), std::string_view::npos) << second->text;
  EXPECT_TRUE(second->text.ends_with("sum\tFY2026\tEL_self\t2250\nresult\tFY2026\t0.9765\t0\t0.9765\n")) << second->text;
  EXPECT_EQ(r->counts.left_out, 1U);
  ASSERT_EQ(r->total.findings.size(), 2U);
  EXPECT_EQ(r->total.findings[0].def, &errors::finding_member_left_out);
  EXPECT_EQ(r->total.findings[0].place.line, 14U);
  EXPECT_EQ(r->total.findings[1].def, &errors::finding_member_evidence);
  for (const auto& m : r->members) {
    const auto again = replay_member(m.text, solar(), members, report(), real_rulebook(), options.plan);
    EXPECT_TRUE(again) << describe_error(again.error(), Language::en);
    EXPECT_NE(r->total.trace.find(m.hash.to_hex()), std::string::npos);
  }
  // Another figure anywhere is found, by its line.
  std::string forged(first->text);
  forged.replace(forged.find("312.5"), 5, "412.5");
  const auto again = replay_member(forged, solar(), members, report(), real_rulebook(), options.plan);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().def, &errors::member_trace_differs);
  EXPECT_EQ(again.error().args[0].second, "16");
}

TEST(ProgrammeCalculate, ReadsTheWideFormAndJapaneseHeadings) {
  const std::vector<ProgrammeMember> members{member("1"), member("2")};
  std::string text = "会員,期間,EL_self [MWh],備考\r\n";
  for (const char* number : {"1", "２"}) {
    for (const auto& month : months_of(2026)) text += std::string(number) + "," + month + ",0.1,\r\n";
  }
  const auto r = run(solar(), members, text);
  ASSERT_TRUE(r) << describe(r);
  // 24 x 100 kWh x 0.000434
  EXPECT_EQ(r->total.vintages[0].baseline_tCO2.to_string(), "1.0416");
  const auto none = run(solar(), members, "会員,期間,値,EL_self\n1,2026-04,1,1\n");
  ASSERT_FALSE(none);
  EXPECT_EQ(told(none.error()), "member_header_both:1");
}

TEST(ProgrammeCalculate, AMembersOwnValueTakesThePlacesOfThePlans) {
  std::vector<ProgrammeMember> members{member("1"), member("2"), member("3")};
  members[1].values = {{"CEF_all_source", "0.5 kgCO2/kWh"}};
  members[2].values = {{"CEF_all_source", "0.25 kgCO2/kWh"}};
  const auto r = run(solar(), members, std::string(header) + year_of("1", "100") + year_of("2", "100") + year_of("3", "100"));
  ASSERT_TRUE(r) << describe(r);
  // 1200 kWh x (0.434 + 0.5 + 0.25) kg = 1420.8 kg
  EXPECT_EQ(r->total.vintages[0].baseline_tCO2.to_string(), "1.4208");
  EXPECT_NE(trace_of(*r, members, "2")->text.find("own\tCEF_all_source\t0.5 kgCO2/kWh\n"), std::string_view::npos);
  members[2].values = {{"CEF_all_source", "0.25 kg"}, {"nothing", "1"}};
  const auto bad = run(solar(), members, std::string(header) + year_of("1", "100"));
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().def, &errors::member_listed_value);
}

// The same programme through calculate(), member by member.
Rational ordinary_sum(const CheckedPlan& plan, const std::vector<std::pair<std::string, std::string>>& files, const Period& period, Rational& project) {
  Rational baseline;
  for (const auto& [number, text] : files) {
    const auto set = read_data_set(text, number, plan, period, real_rulebook());
    if (!set) throw std::runtime_error(describe_error(set.error(), Language::en));
    const auto result = calculate(plan, *set, real_rulebook());
    if (!result) throw std::runtime_error(describe_error(result.error(), Language::en));
    for (const auto& v : result->vintages) {
      baseline += v.baseline_tCO2;
      project += v.project_tCO2;
    }
  }
  return baseline;
}

TEST(ProgrammeCalculate, TwentyMembersGiveWhatTheOrdinaryCalculationGives) {
  SeededNumbers numbers(20);
  std::vector<ProgrammeMember> members;
  std::vector<std::pair<std::string, std::string>> files;
  std::string text(header);
  for (int i = 1; i <= 20; ++i) {
    const std::string number = "M-" + std::to_string(i);
    members.push_back(member(number));
    std::string own = "parameter,period,value,unit,class\n";
    for (const auto& month : months_of(2026)) {
      const std::string value = std::to_string(numbers.below(1000)) + "." + std::to_string(numbers.below(1000)), unit = numbers.below(4) == 0 ? "MJ" : "kWh";
      text += number + ",EL_self," + month + "," + value + "," + unit + ",B,m.csv\n";
      own += "EL_self," + month + "," + value + "," + unit + ",B\n";
    }
    files.emplace_back(number, own);
  }
  const auto r = run(solar(), members, text);
  ASSERT_TRUE(r) << describe(r);
  Rational project;
  const Rational baseline = ordinary_sum(solar(), files, report(), project);
  EXPECT_EQ(r->total.vintages[0].baseline_tCO2.to_string(), baseline.to_string());
  EXPECT_EQ(r->total.vintages[0].project_tCO2.to_string(), project.to_string());
}

TEST(ProgrammeCalculate, ThePiecesAndTheOrderOfTasksDoNotMatter) {
  std::vector<ProgrammeMember> members;
  std::string text(header);
  SeededNumbers numbers(7);
  for (int i = 1; i <= 500; ++i) {
    members.push_back(member(std::to_string(i)));
    text += year_of(std::to_string(i), std::to_string(numbers.below(100000)));
  }
  const auto plain = run(solar(), members, text);
  ASSERT_TRUE(plain) << describe(plain);
  ProgrammeOptions backwards;
  backwards.spread = [](std::size_t count, const std::function<void(std::size_t)>& task) {
    while (count > 0) task(--count);
  };
  const auto other = run(solar(), members, text, backwards);
  ASSERT_TRUE(other);
  EXPECT_EQ(plain->total.trace, other->total.trace);
  backwards.keep_traces = false;
  EXPECT_EQ(run(solar(), members, text, backwards)->total.trace_hash, plain->total.trace_hash);
}

TEST(ProgrammeCalculate, TellsEverythingThatIsWrongAtOnce) {
  const std::vector<ProgrammeMember> members{member("1"), member("2"), member("3"), member("4")};
  std::string text(header);
  text += year_of("1", "1");                                  // 2..13
  text += solar_row("1", "2026-04", "1");                     // 14: again
  text += solar_row("9", "2026-04", "1");                     // 15: nobody
  text += solar_row("2", "2026-04-01..2026-09-30", "1O0");    // 16: a letter
  text += solar_row("2", "2026-10-01..2027-01-31", "100");    // 17: then nothing
  text += solar_row("3", "2026-04-01..2027-03-31", "-5");     // 18
  text += "3,EL_self,2026-04-01..2027-03-31,5,t,B,m.csv,9\n";  // 19: a field too many
  const auto r = run(solar(), members, text);
  ASSERT_FALSE(r);
  EXPECT_EQ(told(r.error()), "member_duplicate:14 member_unknown:15 member_number:16 member_gap:17 member_negative:18 member_row_columns:19 member_no_data:0");
  EXPECT_NE(describe_error(r.error(), Language::en).find("Member \"2\": \"EL_self\" has a gap: 2027-02, 2027-03."), std::string::npos);
  const auto check = check_member_data(solar(), members, text, "data.csv", report(), real_rulebook());
  ASSERT_TRUE(check);
  EXPECT_EQ(check->counts.rows, 18U);
  EXPECT_EQ(check->counts.accepted_rows, 13U);  // 12 and line 17
  ProgrammeOptions few;
  few.findings_max = 2;
  const auto short_list = run(solar(), members, text, few);
  EXPECT_EQ(told(short_list.error()), "member_duplicate:14 member_unknown:15 member_findings_more:0");
  EXPECT_EQ(short_list.error().also.back().args[0].second, "5");
}

TEST(ProgrammeCalculate, AnAmountAcrossTheEndOfMarchIsSplitByDays) {
  const auto plan = checked(solar_plan());
  const Period both = *Period::parse("2027-03-01..2027-04-30");
  const auto r = calculate_programme(plan, {member("1")}, std::string(header) + solar_row("1", "2027-03-01..2027-04-30", "61"), "data.csv", both, real_rulebook());
  ASSERT_TRUE(r) << describe(r);
  ASSERT_EQ(r->total.vintages.size(), 2U);
  EXPECT_EQ(r->total.vintages[0].baseline_tCO2.to_string(), "0.013454");  // 31 kWh
  EXPECT_EQ(r->total.vintages[1].baseline_tCO2.to_string(), "0.01302");   // 30 kWh
  EXPECT_TRUE(std::ranges::any_of(r->total.findings, [](const Error& e) { return e.def == &errors::finding_split_period; }));
}

}  // namespace
}  // namespace sumi::project
