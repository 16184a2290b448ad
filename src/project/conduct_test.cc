// The scheme's work where a scenario cannot go: enumerators that no word stands for, the table of deadlines, which version of a plan is in force.
#include "project/conduct.h"

#include <gtest/gtest.h>

#include <set>

#include "project/cases.h"
#include "project/errors.h"

namespace sumi::project {
namespace {

Date day(const char* text) { return Date::parse(text).value(); }
Hash hash(std::uint8_t n) {
  Hash h;
  h.bytes[0] = n;
  return h;
}
PersonId person(std::uint8_t n) {
  PersonId p;
  p.bytes[0] = n;
  return p;
}

struct Strangers final : Relations {
  bool exists(OrganisationNumber o) const override { return static_cast<bool>(o); }
  bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
  bool belongs(PersonId, OrganisationNumber) const override { return false; }
};
const Strangers strangers;

Act act(const char* date, OrganisationNumber organisation, std::uint8_t who = 1) {
  Act a;
  a.business_date = day(date);
  a.time = {std::int64_t{a.business_date.days()} * 86'400'000};
  a.actor = person(who);
  a.on_behalf_of = organisation;
  return a;
}

constexpr ProjectNumber p1{1};
constexpr OrganisationNumber maker{1}, verifier{2};

PlanHead head(std::uint8_t plan, const char* period = "2026-05-01..2034-04-30") {
  PlanHead h;
  h.title = "t";
  h.proponents = {maker};
  h.place = "p";
  h.methodologies = {{"EN-S-001", "1.0", hash(50)}};
  h.crediting_period = Period::parse(period).value();
  h.plan = hash(plan);
  return h;
}

Cases registered() {
  Cases cases;
  ProjectRow row;
  row.stage = ProjectStage::registered;
  row.version = 1;
  cases.projects.put(p1, row);
  PlanVersionRow plan;
  plan.head = head(1);
  plan.verifier = verifier;
  plan.approved = true;
  plan.in_force_from = day("2026-06-01");
  cases.plans.put({p1, 1}, plan);
  return cases;
}

template <class T> const ErrorDef* refusal(const Result<T>& result) { return result ? nullptr : result.error().def; }

TEST(Conduct, KindsAreOfTheirLists) {
  Cases cases = registered();
  for (const int kind : {0, 9, 77}) {
    ProposeChange change;
    change.project = p1;
    change.kind = static_cast<ChangeKind>(kind);
    change.head = head(2);
    change.document = hash(9);
    EXPECT_EQ(refusal(decide(cases, change, act("2026-07-01", maker), strangers, {})), &errors::change_kind_unknown) << kind;
    HoldProject hold;
    hold.project = p1;
    hold.kind = static_cast<HoldKind>(kind);
    hold.set = true;
    hold.from = day("2026-07-01");
    hold.document = hash(9);
    EXPECT_EQ(refusal(decide(cases, hold, act("2026-07-01", {3}), strangers, {})), &errors::hold_kind_unknown) << kind;
    PutOnDocket item;
    item.round = 60;
    item.kind = static_cast<DocketKind>(kind);
    item.project = p1;
    RoundRow round;
    round.members = {person(1)};
    cases.conduct.rounds.put(60, round);
    EXPECT_EQ(refusal(decide(cases, item, act("2026-07-01", {3}), strangers, {})), &errors::docket_subject) << kind;
  }
  cases.projects.update(p1, [](ProjectRow& row) { row.stage = ProjectStage::in_validation; });
  for (const int kind : {0, 4, 77}) {
    RaiseFinding finding;
    finding.project = p1;
    finding.kind = static_cast<FindingKind>(kind);
    finding.document = hash(9);
    EXPECT_EQ(refusal(decide(cases, finding, act("2026-07-01", verifier), strangers, {})), &errors::finding_kind_unknown) << kind;
  }
}

// A rulebook without the kinds of change: every change is validated anew and cuts the reports; and nothing is extended.
TEST(Conduct, WithoutRulesTheStrictestHolds) {
  const Cases cases = registered();
  ProposeChange change;
  change.project = p1;
  change.kind = ChangeKind::proponent;
  change.head = head(2);
  change.head.proponents = {{5}};
  change.document = hash(9);
  const auto proposed = decide(cases, change, act("2026-07-01", maker), strangers, {});
  ASSERT_TRUE(proposed);
  EXPECT_TRUE(proposed->needs_validation);
  EXPECT_TRUE(proposed->cuts_period);
  change.kind = ChangeKind::extension;
  change.head = head(2, "2034-05-01..2034-05-31");
  EXPECT_EQ(refusal(decide(cases, change, act("2026-07-01", maker), strangers, {})), &errors::extension_length);
}

TEST(Deadlines, PassAfterTheirDayAndInTheirOrder) {
  Cases cases;
  EXPECT_FALSE(next_deadline(cases));
  const DeadlineKey late{day("2026-04-20"), DeadlineKind::permanence, p1, 3};
  const DeadlineKey early{day("2026-04-10"), DeadlineKind::comment, {}, 7};
  add_deadline(cases, late);
  add_deadline(cases, early);
  EXPECT_EQ(next_deadline(cases), day("2026-04-10"));
  EXPECT_TRUE(passed_deadlines(cases, day("2026-04-10"), 10).empty());
  EXPECT_EQ(passed_deadlines(cases, day("2026-04-11"), 10), std::vector{early});
  EXPECT_EQ(passed_deadlines(cases, day("2026-05-01"), 10), (std::vector{early, late}));
  EXPECT_EQ(passed_deadlines(cases, day("2026-05-01"), 1), std::vector{early});
  drop_deadline(cases, early);
  drop_deadline(cases, early);
  EXPECT_EQ(next_deadline(cases), day("2026-04-20"));
}

TEST(Deadlines, HaveWordsThatAreReadBack) {
  for (const auto kind : {DeadlineKind::correction, DeadlineKind::permanence, DeadlineKind::comment}) EXPECT_EQ(deadline_kind(word_of(kind)), kind);
  EXPECT_FALSE(deadline_kind("birthday"));
}

// The first version counts from the beginning, a later one from its day, and one that was refused never.
TEST(PlansInForce, ByDay) {
  Cases cases = registered();
  const auto add = [&](std::uint32_t version, std::uint8_t plan, const char* from, bool approved) {
    PlanVersionRow row;
    row.head = head(plan);
    row.approved = approved;
    row.in_force_from = day(from);
    cases.plans.put({p1, version}, row);
    cases.projects.update(p1, [&](ProjectRow& p) { p.version = version; });
  };
  add(2, 2, "2027-01-10", true);
  add(3, 3, "2027-02-01", false);
  add(4, 4, "2034-05-01", true);
  add(5, 5, "2028-01-01", true);
  const auto plan = [&](const char* date) { return cases.plan_on(p1, day(date))->head.plan; };
  EXPECT_EQ(plan("2020-01-01"), hash(1));
  EXPECT_EQ(plan("2027-01-09"), hash(1));
  EXPECT_EQ(plan("2027-01-10"), hash(2));
  EXPECT_EQ(plan("2027-12-31"), hash(2));
  EXPECT_EQ(plan("2028-01-01"), hash(5));
  EXPECT_EQ(plan("2034-04-30"), hash(5));
  EXPECT_EQ(plan("2034-05-01"), hash(4));
  EXPECT_EQ(cases.plan_on({9}, day("2027-01-01")), nullptr);
}

TEST(ConductErrors, HaveNumbersOfTheirRange) {
  std::set<std::uint16_t> numbers;
  for (const ErrorDef* def : errors::project_errors()) {
    if (def->number >= 400 && def->number < 480) EXPECT_TRUE(numbers.insert(def->number).second) << def->name;
  }
  EXPECT_GE(numbers.size(), 62U);  // those of errors_conduct.cc when the list was begun; numbers are never given up
}

}  // namespace
}  // namespace sumi::project
