// The sections that stand once in a plan.
#include "project/checked_plan.h"

#include "project/checked_programme.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.h"
#include "base/text.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/plan_checker.h"

namespace sumi::project {

const CheckedActivity* CheckedPlan::activity(std::string_view name) const {
  const auto it = std::ranges::find(activities, name, &CheckedActivity::name);
  return it == activities.end() ? nullptr : &*it;
}

namespace {

void check_party(PlanChecker& checker, const PlanParty& party, const std::string& path) {
  checker.need(below(path, "name"), party.name);
  if (!trim(party.corporate_number).empty() && !parse_corporate_number(party.corporate_number)) {
    checker.note(errors::plan_corporate_number, below(path, "corporate_number"), {{"text", party.corporate_number}});
  }
  std::string digits = to_half_width(party.postal_code);
  std::erase(digits, '-');
  digits = trim(digits);
  const bool seven = digits.size() == 7 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
  if (!digits.empty() && !seven) checker.note(errors::plan_postal_code, below(path, "postal_code"), {{"text", party.postal_code}});
}

void check_parties(PlanChecker& checker, const Plan& plan) {
  if (plan.proponents.empty()) checker.note(errors::plan_no_proponent, "proponents");
  for (std::size_t i = 0; i < plan.proponents.size(); ++i) check_party(checker, plan.proponents[i], at_index("proponents", i));
  for (std::size_t i = 0; i < plan.credit_holders.size(); ++i) check_party(checker, plan.credit_holders[i], at_index("credit_holders", i));
}

void check_form(PlanChecker& checker, const Plan& plan) {
  if (plan.form.family != FormFamily::normal && plan.form.family != FormFamily::programme) checker.note(errors::plan_form_family, "form.family", {{"family", std::string(name_of(plan.form.family))}});
  checker.need("form.version", plan.form.version);
  if (checker.need("project.name", plan.project.name) && plan.project.name.size() > limits::name_bytes_max) {
    checker.note(errors::plan_too_long, "project.name", {{"limit", std::to_string(limits::name_bytes_max)}});
  }
}

// R3 is asked here only for what the plan leaves open; the rule itself judges what the plan says.
void find_crediting_period(PlanChecker& checker, CheckedPlan& checked) {
  const PlanCreditingPeriod& written = checked.plan.crediting_period;
  checked.first_monitorable_day = checker.date("crediting_period.first_monitorable_day", written.first_monitorable_day);
  std::optional<Date> start = checker.date("crediting_period.start", written.start);
  std::optional<Date> end = checker.date("crediting_period.end", written.end);
  if (!start && checked.application && checked.first_monitorable_day) start = std::max(*checked.application, *checked.first_monitorable_day);
  if (start && !end) {
    const std::string_view key = written.extended ? "crediting_period.years_max" : "crediting_period.years";
    const auto years = scheme_value(checker.rulebook(), key, "value", checked.application.value_or(*start), checker.options());
    if (years && years->value.is_quantity()) {
      const auto whole = round_integer(years->value.quantity().value, Rounding::floor).to_i64();
      if (whole) end = start->plus_years(static_cast<int>(*whole)).plus_days(-1);
    }
  }
  if (!start || !end) return;
  if (*end < *start) {
    checker.note(errors::plan_period, "crediting_period.end", {{"start", start->to_string()}, {"end", end->to_string()}});
    return;
  }
  checked.crediting_period = Period{*start, *end};
}

void check_data_management(PlanChecker& checker, CheckedPlan& checked) {
  const PlanDataManagement& d = checked.plan.data_management;
  if (!trim(d.responsible).empty() && trim(d.responsible) == trim(d.monitoring)) checker.remark(errors::finding_two_people, "data_management.monitoring");
  checked.retention_years = checker.not_negative("data_management.retention", d.retention, unit_named("year"), false);
  if (!checked.retention_years || !checked.application) return;
  const auto needed = scheme_value(checker.rulebook(), "data_retention.years", "value", *checked.application, checker.options());
  if (needed && *checked.retention_years < needed->value.quantity().value) {
    checker.remark(errors::finding_retention, "data_management.retention",
                   {{"given", checked.retention_years->to_string()}, {"needed", needed->value.quantity().value.to_string()}});
  }
}

void check_other_matters(PlanChecker& checker, const PlanOtherMatters& m) {
  if (m.reduction_at_risk) checker.need("other_matters.risk", m.risk);
  if (m.registered_elsewhere) checker.need("other_matters.similar_scheme", m.similar_scheme);
  if (!trim(m.similar_scheme_period).empty() && !Period::parse(m.similar_scheme_period)) {
    checker.note(errors::plan_value, "other_matters.similar_scheme_period", {{"text", m.similar_scheme_period}, {"expected", "2020-04-01..2028-03-31"}});
  }
}

void check_names(PlanChecker& checker, const Plan& plan) {
  if (plan.activities.empty()) checker.note(errors::plan_no_activity, "activities");
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < plan.activities.size(); ++i) {
    const std::string path = below(at_index("activities", i), "name");
    const std::string& name = plan.activities[i].name;
    if (checker.need(path, name) && !names.insert(name).second) checker.note(errors::plan_name_twice, path, {{"name", name}});
  }
}

// Years of the plan outside of its own period.
void check_expected_years(PlanChecker& checker, const CheckedPlan& checked) {
  if (!checked.crediting_period) return;
  const FiscalYear first = FiscalYear::of(checked.crediting_period->first), last = FiscalYear::of(checked.crediting_period->last);
  for (std::size_t i = 0; i < checked.activities.size(); ++i) {
    for (const CheckedExpected& e : checked.activities[i].expected) {
      if (first <= e.fiscal_year && e.fiscal_year <= last) continue;
      checker.note(errors::plan_expected_outside, below(at_index("activities", i), "expected"),
                   {{"year", e.fiscal_year.to_string()}, {"period", checked.crediting_period->to_string()}});
    }
  }
}

std::string place_text(const PlanPlace& place) { return place.prefecture + place.municipality; }

}  // namespace

Result<CheckedPlan> check_plan(Plan plan, const rulebook::Rulebook& rulebook, const PlanOptions& options, const PlaceMap* places) {
  PlanChecker checker(rulebook, options, places);
  CheckedPlan checked;
  checked.hash = plan_hash(plan);
  checked.plan = std::move(plan);
  check_form(checker, checked.plan);
  checker.date("cover.validation_application_date", checked.plan.cover.validation_application_date);
  checked.application = checker.date("cover.registration_application_date", checked.plan.cover.registration_application_date);
  if (options.application) checked.application = options.application;
  check_parties(checker, checked.plan);
  find_crediting_period(checker, checked);
  check_data_management(checker, checked);
  check_other_matters(checker, checked.plan.other_matters);
  check_names(checker, checked.plan);
  check_programme(checker, checked);
  FiscalYear year{};
  if (checked.crediting_period) year = FiscalYear::of(checked.crediting_period->first);
  for (std::size_t i = 0; i < checked.plan.activities.size(); ++i) {
    checked.activities.push_back(check_activity(checker, checked.plan.activities[i], at_index("activities", i), year));
  }
  // Asked for another day than the plan's own, the period moves and the plan's years need not follow.
  if (!options.application) check_expected_years(checker, checked);
  if (!checker.clean()) return fail(checker.take());
  checked.findings = checker.take_remarks();
  return checked;
}

Result<PlanHead> plan_head(const CheckedPlan& plan, const std::vector<OrganisationNumber>& proponents) {
  if (!plan.crediting_period) return fail(errors::plan_period_missing);
  PlanHead head;
  head.title = plan.plan.project.name;
  head.type = plan.plan.programme ? ProjectType::programme : ProjectType::normal;
  head.proponents = proponents;
  head.crediting_period = *plan.crediting_period;
  head.plan = plan.hash;
  std::map<FiscalYear, std::uint64_t> expected;
  std::set<std::string> places;
  for (std::size_t i = 0; i < plan.activities.size(); ++i) {
    const CheckedActivity& a = plan.activities[i];
    const bool known = std::ranges::any_of(head.methodologies, [&](const MethodologyUse& use) { return use.number == a.methodology->number(); });
    if (!known) {
      const bool reconstructed = std::ranges::any_of(a.methodology->formulas(),
                                                     [](const rulebook::NamedFormula& f) { return f.basis == rulebook::Basis::reconstructed; });
      MethodologyUse use;
      use.number = a.methodology->number();
      use.version = a.methodology->version();
      use.pack = a.methodology->pack_hash();
      use.reconstructed = reconstructed;
      use.removal = a.methodology->removal();
      use.nature = a.methodology->nature();
      head.methodologies.push_back(std::move(use));
    }
    for (const CheckedExpected& e : a.expected) expected[e.fiscal_year] += e.reduction_t;
    const std::string place = plan.plan.programme ? trim(plan.plan.scope.area) : place_text(plan.plan.activities[i].place);
    if (places.insert(place).second) head.place += (head.place.empty() ? "" : "、") + place;
  }
  for (const auto& [year, tonnes] : expected) head.expected.push_back({year, tonnes});
  return head;
}

}  // namespace sumi::project
