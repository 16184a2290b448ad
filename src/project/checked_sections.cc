// The sections of an activity that no methodology is asked about: place, equipment, money, expected reductions.
#include "base/text.h"
#include "project/errors.h"
#include "project/plan_checker.h"

namespace sumi::project {

namespace {

class SectionChecker {
 public:
  SectionChecker(PlanChecker& checker, const PlanActivity& plan, std::string_view path, CheckedActivity& out)
      : checker_(checker), plan_(plan), path_(path), out_(out) {}

  void check() {
    place();
    equipment();
    additionality();
    expected();
  }

 private:
  [[nodiscard]] std::string field(std::string_view name) const { return below(path_, name); }

  void place() {
    const std::string path = field("place");
    if (plan_.place.country != "JP") return;  // R1 answers it
    checker_.need(below(path, "prefecture"), plan_.place.prefecture);
    checker_.need(below(path, "municipality"), plan_.place.municipality);
  }

  void equipment() {
    const Unit year = unit_named("year");
    const auto read = [&](const std::vector<PlanEquipment>& list, std::string_view name, std::vector<CheckedEquipment>& out) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string at = at_index(field(name), i);
        CheckedEquipment e;
        e.introduction = checker_.partial_date(below(at, "introduction_date"), list[i].introduction_date);
        e.start = checker_.partial_date(below(at, "start_date"), list[i].start_date);
        e.capacity = checker_.any_quantity(below(at, "capacity"), list[i].capacity, "t/h");
        e.efficiency = checker_.any_quantity(below(at, "efficiency"), list[i].efficiency, "GJ/GJ_LHV");
        e.statutory_life_years = checker_.not_negative(below(at, "statutory_life"), list[i].statutory_life, year, false);
        out.push_back(std::move(e));
      }
    };
    read(plan_.equipment_before, "equipment_before", out_.before);
    read(plan_.equipment_after, "equipment_after", out_.after);
  }

  // Use x price of each item, in yen per year; nothing where an item is not complete.
  std::optional<Rational> cost_sum(bool before) {
    Rational sum;
    for (std::size_t i = 0; i < plan_.additionality.costs.size(); ++i) {
      const PlanRunningCost& item = plan_.additionality.costs[i];
      const std::string at = at_index(field("additionality.costs"), i);
      const auto use = checker_.any_quantity(below(at, before ? "use_before" : "use_after"), before ? item.use_before : item.use_after, "m3N/year");
      const auto price = checker_.any_quantity(below(at, before ? "unit_price_before" : "unit_price_after"),
                                         before ? item.unit_price_before : item.unit_price_after, "yen/m3N");
      if (!use || !price) return std::nullopt;
      Quantity product{use->value * price->value, use->unit * price->unit};
      const Unit yen = unit_named("yen");
      if (!convertible(product.unit, yen)) product.unit = product.unit * unit_named("year");
      const auto converted = convert(product, yen);
      if (!converted) {
        checker_.note(errors::plan_unit, below(at, before ? "unit_price_before" : "unit_price_after"), {{"from", product.unit.text}, {"to", "yen/year"}});
        return std::nullopt;
      }
      sum += converted->value;
    }
    return sum;
  }

  void additionality() {
    const PlanAdditionality& a = plan_.additionality;
    const std::string path = field("additionality");
    const Unit yen = unit_named("yen");
    CheckedAdditionality& out = out_.additionality;
    out.investment_yen = checker_.not_negative(below(path, "investment"), a.investment, yen, false);
    out.subsidy_yen = checker_.not_negative(below(path, "subsidy"), a.subsidy, yen, false);
    out.running_cost_before_yen = checker_.not_negative(below(path, "running_cost_before"), a.running_cost_before, yen, true);
    out.running_cost_after_yen = checker_.not_negative(below(path, "running_cost_after"), a.running_cost_after, yen, true);
    if (out.investment_yen && out.subsidy_yen && *out.investment_yen < *out.subsidy_yen) {
      checker_.note(errors::plan_subsidy_above, below(path, "subsidy"), {{"subsidy", out.subsidy_yen->to_string()}, {"investment", out.investment_yen->to_string()}});
    }
    const auto level_before = checker_.any_quantity(below(path, "activity_level_before"), a.activity_level_before, "t/year");
    const auto level_after = checker_.any_quantity(below(path, "activity_level_after"), a.activity_level_after, "t/year");
    if (level_before && level_after) {
      const auto same = convert(*level_after, level_before->unit);
      if (!same || same->value != level_before->value) {
        checker_.note(errors::plan_activity_level, below(path, "activity_level_after"), {{"before", to_string(*level_before)}, {"after", to_string(*level_after)}});
      }
    }
    if (a.costs.empty()) return;
    for (const bool before : {true, false}) {
      const auto sum = cost_sum(before);
      std::optional<Rational>& total = before ? out.running_cost_before_yen : out.running_cost_after_yen;
      if (!sum) continue;
      if (total && *total != *sum) {
        checker_.note(errors::plan_running_cost_sum, below(path, before ? "running_cost_before" : "running_cost_after"),
                {{"given", total->to_string()}, {"sum", sum->to_string()}});
      }
      total = sum;
    }
  }

  void expected() {
    const Unit tonne = unit_named("tCO2");
    std::optional<FiscalYear> previous;
    for (std::size_t i = 0; i < plan_.expected.size(); ++i) {
      const PlanExpected& e = plan_.expected[i];
      const std::string at = at_index(field("expected"), i);
      checker_.need(below(at, "fiscal_year"), e.fiscal_year);
      const auto year = checker_.fiscal_year(below(at, "fiscal_year"), e.fiscal_year);
      const auto baseline = checker_.quantity(below(at, "baseline"), e.baseline, tonne);
      const auto project = checker_.quantity(below(at, "project"), e.project, tonne);
      if (!year || !baseline || !project) continue;
      if (previous && !(*previous < *year)) checker_.note(errors::plan_expected_order, below(at, "fiscal_year"), {{"year", year->to_string()}});
      previous = year;
      const Integer floored = round_integer(baseline->value - project->value, Rounding::floor);
      const Integer reduction = floored.sign() < 0 ? Integer(0) : floored;
      if (Integer::from_u64(e.reduction_t) != reduction) {
        checker_.note(errors::plan_expected_floor, below(at, "reduction_t"), {{"given", std::to_string(e.reduction_t)}, {"baseline", baseline->value.to_string()},
                                                                           {"project", project->value.to_string()}, {"expected", reduction.to_string()}});
      }
      out_.expected.push_back({*year, baseline->value, project->value, e.reduction_t});
    }
  }

  PlanChecker& checker_;
  const PlanActivity& plan_;
  std::string path_;
  CheckedActivity& out_;
};

}  // namespace

void check_sections(PlanChecker& checker, const PlanActivity& activity, std::string_view path, CheckedActivity& out) {
  SectionChecker(checker, activity, path, out).check();
}

}  // namespace sumi::project
