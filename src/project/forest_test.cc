// A forest from its stands to certified tonnes, and what its terms refuse where a scenario cannot ask.
//
// Figures by Python's fractions from the rulebook's table of species; stands and volumes are invented.
#include <gtest/gtest.h>

#include "project/calculate.h"
#include "project/due.h"
#include "project/errors.h"
#include "project/stands.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::checked;

const std::vector<std::string> species{"スギ", "ヒノキ"};
constexpr std::string_view stands_csv =
    "林分,地番,樹種,地位,面積,実測,林齢,齢級,基準年度\n"
    "1-い,字山田123-1,スギ,2,12.5,有,34,,FY2026\n"
    "2-ろ,字川上7,ヒノキ,1,4.25,無,18,,FY2026\n";
constexpr std::string_view yield_csv =
    "樹種,地位,齢級,材積\n"
    "スギ,2,7,350\nスギ,2,8,395\nスギ,2,9,434\n"
    "ヒノキ,1,4,125\nヒノキ,1,5,168\nヒノキ,1,6,208\n";

// The boiler's plan with another activity: everything that no methodology asks about stays.
std::string forest_plan(const std::string& more) {
  std::string text(testing::boiler_plan);
  text = text.substr(0, text.find("[[activities.conditions]]"));
  text = testing::with(text, "EN-S-001", "FO-001");
  text = testing::with(text, "2019-04-10", "2026-03-10");
  text = testing::with(text, "2019-05-01", "2026-05-01");
  text = testing::with(text, "first_monitorable_day = \"2019-04-01\"", "first_monitorable_day = \"2026-04-01\"\nstart = \"2026-04-01\"");
  text += R"(
[[activities.conditions]]
id = "1"
met = true
evidence = "認定書.pdf"
[[activities.conditions]]
id = "2_artificial"
met = true
evidence = "施業履歴.pdf"
[[activities.conditions]]
id = "3"
met = true
[[activities.conditions]]
id = "4"
met = true
[[activities.choices]]
name = "forest"
value = "artificial"
)";
  return text + more;
}

template <class T>
T get(Result<T> r) {
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}

std::string rows() {
  const auto stands = get(read_stands(stands_csv, "stands.csv", species));
  return get(stand_plan_rows(stands, get(read_yield_table(yield_csv, "yield.csv", species)), FiscalYear{2026}, Interpolation::none));
}
std::string data(FiscalYear first, FiscalYear last) {
  const auto stands = get(read_stands(stands_csv, "stands.csv", species));
  return get(stand_data(stands, get(read_yield_table(yield_csv, "yield.csv", species)), first, last, Interpolation::none));
}

// FY2026: cedar at 34 (class 7 to 8, +45), cypress at 18 (class 4 to 5, +43; expansion factor of the young).
// FY2028: cedar at 36 (class 8 to 9, +39), cypress at 20 (+43). FY2027 as FY2026 but for ages 35 and 19.
TEST(Forest, FromStandsToTonnes) {
  const CheckedPlan plan = checked(forest_plan(rows()));
  const auto set = get(read_data_set(data(FiscalYear{2026}, FiscalYear{2028}), "data.csv", plan, Period::parse("2026-04-01..2029-03-31").value(), testing::real_rulebook()));
  const auto result = get(calculate(plan, set, testing::real_rulebook()));
  ASSERT_EQ(result.vintages.size(), 3u);
  EXPECT_EQ(result.vintages[0].project_tCO2.to_string(), "-145.735652106");
  EXPECT_EQ(result.vintages[1].project_tCO2.to_string(), "-145.735652106");
  EXPECT_EQ(result.vintages[2].project_tCO2.to_string(), "-133.547997231");
  EXPECT_EQ(result.vintages[0].reduction_t, 145u);
  EXPECT_EQ(result.vintages[2].reduction_t, 133u);
  EXPECT_TRUE(result.vintages[0].flags.reconstructed);
}

// The plan's own expected values, for whole years and for the months of the first one.
TEST(Forest, ExpectedValuesCountTheDaysOfTheYear) {
  const CheckedPlan plan = checked(forest_plan(rows()));
  const auto expected = get(expected_reductions(plan, testing::real_rulebook(), FiscalYear{2026}, {}));
  ASSERT_EQ(expected.years.size(), 8u);
  EXPECT_EQ(expected.years[0].project_tCO2.to_string(), "-145.735652106");
  const CheckedPlan later = checked(testing::with(forest_plan(rows()), "start = \"2026-04-01\"", "start = \"2026-07-02\""));
  const auto part = get(expected_reductions(later, testing::real_rulebook(), FiscalYear{2026}, {}));
  EXPECT_EQ(part.years[0].project_tCO2.to_string(), "-19892916512469/182500000000");  // 273 of 365 days
}

constexpr std::string_view cutting = R"(
[[activities.rows]]
list = "cuttings"
label = "伐1"
[[activities.parameters]]
symbol = "species_cut"
row = "伐1"
value = "スギ"
[[activities.parameters]]
symbol = "age_cut"
row = "伐1"
value = "36 year"
monitoring_class = "II"
evidence = "森林簿"
[[activities.parameters]]
symbol = "V_cut"
row = "伐1"
value = "395 m3/ha"
monitoring_class = "II"
evidence = "収穫予想表"
[[activities.parameters]]
symbol = "relief"
row = "伐1"
value = "0"
monitoring_class = "II"
evidence = "再造林の計画なし"
[[activities.monitoring]]
symbol = "A_cut"
row = "伐1"
unit = "ha"
monitoring_class = "A"
expected = "0.5 ha/year"
)";

// More is cut than grows: no vintage is netted against another, and the whole is told.
TEST(Forest, ACuttingThatOutweighsTheGrowthIsTold) {
  const CheckedPlan plan = checked(forest_plan(rows() + std::string(cutting)));
  const std::string text = data(FiscalYear{2026}, FiscalYear{2027}) + "A_cut,伐1,FY2026,0,ha,A,伐採届\nA_cut,伐1,FY2027,3,ha,A,伐採届\n";
  const auto set = get(read_data_set(text, "data.csv", plan, Period::parse("2026-04-01..2028-03-31").value(), testing::real_rulebook()));
  const auto result = get(calculate(plan, set, testing::real_rulebook()));
  ASSERT_EQ(result.vintages.size(), 2u);
  EXPECT_EQ(result.vintages[1].project_tCO2.to_string(), "924.069609144");  // 3 x 395 x 0.314 x 1.23 x 1.25 x 0.51 x 44/12 less the growth
  EXPECT_EQ(result.vintages[1].reduction_t, 0u);
  std::string names;
  for (const Error& f : result.findings) names += std::string(f.def->name) + " ";
  EXPECT_NE(names.find("finding_negative_vintage"), std::string::npos) << names;
  EXPECT_NE(names.find("finding_removal_not_positive"), std::string::npos) << names;
}

TEST(Forest, ASpeciesThatTheRulebookDoesNotHaveIsRefusedInThePlan) {
  const std::string text = forest_plan(rows());
  const std::size_t at = text.find("value = \"スギ\"");
  std::string other = text;
  other.replace(at, std::string("value = \"スギ\"").size(), "value = \"杉\"");
  EXPECT_EQ(testing::refusals(other), "plan_value");
  other = text;
  const std::size_t row = other.find("[[activities.parameters]]\nsymbol = \"species\"");
  other.erase(row, other.find("[[activities.parameters]]", row + 1) - row);
  EXPECT_EQ(testing::refusals(other), "plan_parameter_missing");
}

// ---- Terms and years ----

class Anyone final : public Relations {
 public:
  [[nodiscard]] bool exists(OrganisationNumber) const override { return true; }
  [[nodiscard]] bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
  [[nodiscard]] bool belongs(PersonId, OrganisationNumber) const override { return false; }
};

Date day(std::string_view text) { return Date::parse(text).value(); }
Act act_on(std::string_view text) {
  Act act;
  act.business_date = day(text);
  act.time = Instant::parse(text).value();
  act.on_behalf_of = OrganisationNumber{1};
  return act;
}

// A registered forest whose crediting period ends on that day, with 10 t certified.
Cases forest_until(std::string_view last) {
  Cases cases;
  PlanHead head;
  head.proponents = {OrganisationNumber{1}};
  head.methodologies = {{"FO-001", "2026-06", {}, true, true, true}};
  head.crediting_period = {day("2026-04-01"), day(last)};
  PlanVersionRow plan;
  plan.head = head;
  plan.approved = true;
  ProjectRow row;
  row.stage = ProjectStage::registered;
  row.version = 1;
  row.official_number = 1;
  row.last_step_on = day("2026-04-01");
  cases.projects.put(ProjectNumber{1}, row);
  cases.plans.put({ProjectNumber{1}, 1}, plan);
  CertificationRow certification;
  certification.project = ProjectNumber{1};
  certification.lines = {{"FO-001", FiscalYear{2026}, 10, true}};
  cases.certifications.put(CertificationNumber{1}, certification);
  return cases;
}

std::string name_of_refusal(const auto& result) { return result ? "good" : std::string(result.error().def->name); }

TEST(Permanence, YearsCountFromTheEveOfTheAnniversary) {
  Cases cases = forest_until("2034-02-28");
  cases.permanence.forests.put(ProjectNumber{1}, {"0.03", 10, 3, {}, 0});
  const auto years = permanence_years(cases, ProjectNumber{1});
  ASSERT_EQ(years.size(), 10u);
  EXPECT_EQ(years[0].period.to_string(), "2034-03-01..2035-02-28");
  EXPECT_EQ(years[1].period.to_string(), "2035-03-01..2036-02-29");
  EXPECT_EQ(years[9].period.to_string(), "2043-03-01..2044-02-29");
  EXPECT_EQ(years[0].last_day.to_string(), "2035-05-28");
  EXPECT_EQ(years[1].last_day.to_string(), "2036-05-29");
  // The last day of a shorter month.
  Cases october = forest_until("2034-11-30");
  october.permanence.forests.put(ProjectNumber{1}, {"0.03", 10, 3, {}, 0});
  EXPECT_EQ(permanence_years(october, ProjectNumber{1})[0].last_day.to_string(), "2036-02-29");
}

TEST(Permanence, WithoutRulesNoTermsAreSet) {
  Cases cases = forest_until("2034-03-31");
  cases.projects.update(ProjectNumber{1}, [](ProjectRow& row) { row.stage = ProjectStage::drafted; });
  const SetForestTerms terms{ProjectNumber{1}, "0.03", 10, 3};
  ProjectRules rules;
  EXPECT_EQ(name_of_refusal(decide(cases, terms, act_on("2026-05-01"), Anyone(), rules)), "forest_rules_missing");
  rules.forest = ForestRules{Rational(Integer(3), Integer(100)), Rational(Integer(1), Integer(10)), 10};
  EXPECT_EQ(name_of_refusal(decide(cases, terms, act_on("2026-05-01"), Anyone(), rules)), "good");
}

TEST(Permanence, AKindOfReversalThatIsNoneIsRefused) {
  Cases cases = forest_until("2034-03-31");
  cases.permanence.forests.put(ProjectNumber{1}, {"0.03", 10, 3, {}, 0});
  RecordReversal reversal;
  reversal.project = ProjectNumber{1};
  reversal.kind = static_cast<ReversalKind>(9);
  reversal.happened_on = day("2027-01-01");
  reversal.tonnes = 1;
  reversal.document.bytes[0] = 1;
  EXPECT_EQ(name_of_refusal(decide(cases, reversal, act_on("2027-05-01"), false, 5)), "reversal_kind_unknown");
}

std::string due(const Cases& cases) {
  std::string out;
  for (const DueItem& item : due_items(cases)) {
    out += (out.empty() ? "" : "; ") + std::string(name_of(item.kind)) + " " + std::to_string(item.number) + (item.tonnes == 0 ? "" : " " + std::to_string(item.tonnes) + " t") +
           (item.last_day ? " by " + item.last_day->to_string() : "");
  }
  return out;
}

TEST(Permanence, WhatIsDue) {
  Cases cases = forest_until("2034-03-31");
  EXPECT_EQ(due(cases), "");
  cases.permanence.forests.put(ProjectNumber{1}, {"0.03", 10, 3, {}, 0});
  plan_permanence(cases, ProjectNumber{1}, day("2026-05-01"));
  EXPECT_EQ(due(cases), "permanence_report 1 by 2035-06-30");
  EXPECT_EQ(cases.conduct.deadlines.size(), 10u);
  // Two that were missed, and the next.
  const auto passed = passed_deadlines(cases, day("2036-07-01"), 100);
  ASSERT_EQ(passed.size(), 2u);
  for (const DeadlineKey& key : passed) pass_deadline(cases, key, act_on("2036-07-01"));
  EXPECT_EQ(due(cases), "permanence_report 1 by 2035-06-30; permanence_report 2 by 2036-06-30");
  EXPECT_EQ(name_of_refusal(check_permanence(cases, ProjectNumber{1})), "permanence_report_missing");
  const ReportPermanence report{ProjectNumber{1}, 1, false, {}};
  apply(cases, report, NoOutcome{}, act_on("2036-07-01"));
  EXPECT_EQ(due(cases), "permanence_report 2 by 2036-06-30; reversal_record 1");
  // 10 t gone by its own act: what is recorded is to be compensated. 4 t by a storm that found 3 t in the buffer.
  RecordReversal own{ProjectNumber{1}, ReversalKind::own_act, day("2035-01-01"), 5, day("2036-12-31"), {}};
  apply(cases, own, ReversalRecorded{1, 0, 1}, act_on("2036-07-01"));
  RecordReversal storm{ProjectNumber{1}, ReversalKind::natural_disturbance, day("2036-06-01"), 4, {}, {}};
  const auto decided = decide(cases, storm, act_on("2036-07-01"), true, 3);
  EXPECT_EQ(name_of_refusal(decided), "hash_missing");
  storm.document.bytes[0] = 1;
  const auto again = decide(cases, storm, act_on("2036-07-01"), true, 3);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->from_buffer, 3u);
  apply(cases, storm, *again, act_on("2036-07-01"));
  EXPECT_EQ(due(cases), "permanence_report 2 by 2036-06-30; obligation 1 5 t by 2036-12-31; buffer_draw 2 3 t; uncovered 2 1 t");
  EXPECT_EQ(certified_and_kept(cases, ProjectNumber{1}), 1u);
  EXPECT_EQ(promised_by_buffer(cases), 3u);
  mark_drawn(cases, ProjectNumber{1}, 2, RetirementNumber{7});
  EXPECT_EQ(promised_by_buffer(cases), 0u);
}

}  // namespace
}  // namespace sumi::project
