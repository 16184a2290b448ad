// From a plan's texts to values: quantities in the units that the methodology asks for, dates, corporate numbers, the methodology itself.
//
// Everything that is wrong is found in one reading (Error::also), each with the field's path and, where the reader of the file gave them, its
// line. What is merely missing for a rule (a start date, the application date) is no error here: the rule answers "not yet knowable".
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/unit.h"
#include "project/commands.h"
#include "project/plan.h"
#include "rulebook/methodology.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

// Path of a field ("activities[0].expected[1].baseline") -> where it stands in the file. A path that is missing takes its parent's place.
using PlaceMap = std::map<std::string, Place, std::less<>>;

// Remarks that do not refuse: each is an Error of the room's list with place and remedy.
using Findings = std::vector<Error>;

struct PlanOptions {
  std::optional<Date> as_known;       // rulebook values published by that day only
  bool allow_low_confidence = false;
  std::optional<Date> application;    // instead of the plan's application date
};

struct CheckedEquipment {
  std::optional<PartialDate> introduction;
  std::optional<PartialDate> start;
  std::optional<Quantity> capacity;
  std::optional<Quantity> efficiency;
  std::optional<Rational> statutory_life_years;
};
// Money in yen, running costs in yen per year.
struct CheckedAdditionality {
  std::optional<Rational> investment_yen;
  std::optional<Rational> subsidy_yen;
  std::optional<Rational> running_cost_before_yen;
  std::optional<Rational> running_cost_after_yen;
};
// A monitored parameter of one activity, and of one row where it belongs to a list.
struct MonitoredSeries {
  std::string symbol;
  std::string list;  // of the methodology; empty: a single value
  std::string row;   // label
  Unit unit;
  // An amount of a period, so that a part of the period has a part of it. False for coefficients and for rates ("kWh/day").
  bool divisible = false;
  std::vector<std::string> classes;         // that the methodology allows; empty = any
  MonitoringClass planned_class = MonitoringClass::a;
  std::optional<Quantity> expected;         // per year where divisible
  std::optional<Rational> plausible_factor;
  std::string path;                         // of the plan's monitoring row
};
struct CheckedExpected {
  FiscalYear fiscal_year;
  Rational baseline_tCO2;
  Rational project_tCO2;
  std::uint64_t reduction_t = 0;
};
struct CheckedIncidental {
  std::string id;
  std::string title;
  EmissionSide side = EmissionSide::project;
  IncidentalChoice choice = IncidentalChoice::calculate;
  std::optional<Rational> emission_tCO2_per_year;
  std::size_t index = 0;  // in the plan's list
};
struct CheckedActivity {
  std::string name;
  std::shared_ptr<const rulebook::Methodology> methodology;
  bool new_installation = false;  // as the plan chooses; R11 says whether it may
  rulebook::Inputs inputs;        // what the plan says once
  std::vector<MonitoredSeries> series;
  std::vector<CheckedEquipment> before, after;
  CheckedAdditionality additionality;
  std::vector<CheckedExpected> expected;  // by fiscal year
  std::vector<CheckedIncidental> incidental;
};
struct CheckedPlan {
  Plan plan;
  Hash hash;  // plan_hash(plan)
  std::optional<Date> application;  // registration application date
  std::optional<Date> first_monitorable_day;
  // As the plan writes it, or by R3 where it is silent; empty as long as neither is possible.
  std::optional<Period> crediting_period;
  std::optional<Rational> retention_years;
  std::vector<CheckedActivity> activities;  // as in the plan
  Findings findings;

  [[nodiscard]] const CheckedActivity* activity(std::string_view name) const;
};

// Errors: project.plan_* (see errors.h), also base.unit_mismatch and others of the values, all with path and place.
[[nodiscard]] Result<CheckedPlan> check_plan(Plan plan, const rulebook::Rulebook& rulebook, const PlanOptions& options = {},
                                             const PlaceMap* places = nullptr);

// What the scheme's journal shows of a plan. `proponents` are the organisations in the plan's order. Refused where the plan has no crediting period yet.
[[nodiscard]] Result<PlanHead> plan_head(const CheckedPlan& plan, const std::vector<OrganisationNumber>& proponents);

}  // namespace sumi::project
