// Collects the findings of one reading of a plan, and parses its texts. Only for checked_*.cc.
#pragma once

#include <string>
#include <string_view>

#include "project/checked_plan.h"

namespace sumi::project {

class PlanChecker {
 public:
  PlanChecker(const rulebook::Rulebook& rulebook, const PlanOptions& options, const PlaceMap* places);

  [[nodiscard]] const rulebook::Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] const PlanOptions& options() const { return options_; }

  void note(const ErrorDef& def, std::string_view path, ErrorArgs args = {});
  void note(Error error, std::string_view path);
  void remark(const ErrorDef& def, std::string_view path, ErrorArgs args = {});  // does not refuse
  [[nodiscard]] bool clean() const { return errors_.empty(); }
  // The first error with the others behind it, in the order of the file.
  [[nodiscard]] Error take();
  [[nodiscard]] Findings take_remarks() { return std::move(remarks_); }

  // Each gives nothing for an empty text, and notes what it cannot read.
  bool need(std::string_view path, std::string_view text);
  std::optional<Date> date(std::string_view path, std::string_view text);
  std::optional<PartialDate> partial_date(std::string_view path, std::string_view text);
  std::optional<Quantity> any_quantity(std::string_view path, std::string_view text, std::string_view unit_hint);
  std::optional<Quantity> quantity(std::string_view path, std::string_view text, const Unit& unit);
  // In `unit` per year; "per year" may be left out in the text.
  std::optional<Quantity> per_year(std::string_view path, std::string_view text, const Unit& unit);
  std::optional<Rational> not_negative(std::string_view path, std::string_view text, const Unit& unit, bool yearly);
  std::optional<FiscalYear> fiscal_year(std::string_view path, std::string_view text);

 private:
  [[nodiscard]] Place place_of(std::string_view path) const;
  const rulebook::Rulebook& rulebook_;
  const PlanOptions& options_;
  const PlaceMap* places_;
  std::vector<Error> errors_;
  Findings remarks_;
};

// "activities[0]" + "name" and so on.
[[nodiscard]] std::string below(std::string_view path, std::string_view field);
[[nodiscard]] std::string at_index(std::string_view path, std::size_t index);
[[nodiscard]] std::string joined_names(const std::vector<std::string>& names);
[[nodiscard]] Unit unit_named(std::string_view text);  // of a unit that the program itself writes

// Whether a formula's text names the symbol.
[[nodiscard]] bool formula_names(std::string_view text, std::string_view symbol);

// Place, equipment, money, expected reductions.
void check_sections(PlanChecker& checker, const PlanActivity& activity, std::string_view path, CheckedActivity& out);
// One activity whole: its sections, methodology, inputs, monitoring. `year` is whose table values give the units.
[[nodiscard]] CheckedActivity check_activity(PlanChecker& checker, const PlanActivity& activity, std::string_view path, FiscalYear year);

}  // namespace sumi::project
