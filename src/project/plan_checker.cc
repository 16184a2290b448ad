#include "project/plan_checker.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "base/errors.h"
#include "base/limits.h"
#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {

std::string below(std::string_view path, std::string_view field) {
  std::string out(path);
  if (!out.empty()) out += '.';
  out += field;
  return out;
}
std::string at_index(std::string_view path, std::size_t index) { return std::string(path) + "[" + std::to_string(index) + "]"; }

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out.empty() ? "-" : out;
}

Unit unit_named(std::string_view text) {
  Result<Unit> unit = parse_unit(text);
  if (!unit) throw std::logic_error("a unit of the program itself is not known");
  return *std::move(unit);
}

bool formula_names(std::string_view text, std::string_view symbol) {
  const auto part_of_name = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = text.find(symbol); at != std::string_view::npos; at = text.find(symbol, at + 1)) {
    const std::size_t end = at + symbol.size();
    const bool begins = at == 0 || !part_of_name(text[at - 1]);
    if (begins && (end == text.size() || !part_of_name(text[end]))) return true;
  }
  return false;
}

namespace {
std::string shown(const Unit& unit) { return unit.text.empty() ? "1" : unit.text; }
}  // namespace

PlanChecker::PlanChecker(const rulebook::Rulebook& rulebook, const PlanOptions& options, const PlaceMap* places)
    : rulebook_(rulebook), options_(options), places_(places) {}

Place PlanChecker::place_of(std::string_view path) const {
  if (places_ == nullptr) return {};
  // A field that is not in the file has the place of what it would stand in.
  for (;;) {
    const auto it = places_->find(path);
    if (it != places_->end()) return it->second;
    const std::size_t cut = path.find_last_of(".[");
    if (cut == std::string_view::npos) break;
    path = path.substr(0, cut);
  }
  const auto root = places_->find(std::string_view{});
  return root == places_->end() ? Place{} : root->second;
}

void PlanChecker::note(Error error, std::string_view path) {
  error.place = place_of(path);
  if (errors_.size() < limits::findings_max) errors_.push_back(std::move(error));
}

void PlanChecker::note(const ErrorDef& def, std::string_view path, ErrorArgs args) {
  Error error = make_error(def, args);
  error.args.emplace_back("path", std::string(path));
  note(std::move(error), path);
}

void PlanChecker::remark(const ErrorDef& def, std::string_view path, ErrorArgs args) {
  Error error = make_error(def, args, place_of(path));
  error.args.emplace_back("path", std::string(path));
  if (remarks_.size() < limits::findings_max) remarks_.push_back(std::move(error));
}

Error PlanChecker::take() {
  std::ranges::stable_sort(errors_, [](const Error& a, const Error& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  Error first = std::move(errors_.front());
  for (std::size_t i = 1; i < errors_.size(); ++i) first.also.push_back(std::move(errors_[i]));
  errors_.clear();
  return first;
}

bool PlanChecker::need(std::string_view path, std::string_view text) {
  if (!trim(text).empty()) return true;
  note(errors::plan_missing, path);
  return false;
}

std::optional<Date> PlanChecker::date(std::string_view path, std::string_view text) {
  if (trim(text).empty()) return std::nullopt;
  const Result<Date> day = Date::parse(text);
  if (day) return *day;
  note(errors::plan_date, path, {{"text", std::string(text)}});
  return std::nullopt;
}

std::optional<PartialDate> PlanChecker::partial_date(std::string_view path, std::string_view text) {
  if (trim(text).empty()) return std::nullopt;
  Result<PartialDate> day = PartialDate::parse(text);
  if (day) return *std::move(day);
  note(errors::plan_date, path, {{"text", std::string(text)}});
  return std::nullopt;
}

std::optional<Quantity> PlanChecker::any_quantity(std::string_view path, std::string_view text, std::string_view unit_hint) {
  if (trim(text).empty()) return std::nullopt;
  Result<Quantity> quantity = parse_quantity(text);
  if (quantity) return *std::move(quantity);
  Error error = make_error(errors::plan_number, {{"text", std::string(text)}, {"unit", std::string(unit_hint)}, {"path", std::string(path)}});
  // What is wrong with a unit's name is more than "not a quantity".
  if (quantity.error().def == &sumi::errors::unit_unknown || quantity.error().def == &sumi::errors::unit_syntax) {
    error.also.push_back(std::move(quantity).error());
    error.also.back().place = place_of(path);
  }
  note(std::move(error), path);
  return std::nullopt;
}

std::optional<Quantity> PlanChecker::quantity(std::string_view path, std::string_view text, const Unit& unit) {
  const std::optional<Quantity> written = any_quantity(path, text, shown(unit));
  if (!written) return std::nullopt;
  Result<Quantity> converted = convert(*written, unit);
  if (converted) return *std::move(converted);
  note(errors::plan_unit, path, {{"from", shown(written->unit)}, {"to", shown(unit)}});
  return std::nullopt;
}

std::optional<Quantity> PlanChecker::per_year(std::string_view path, std::string_view text, const Unit& unit) {
  const std::optional<Quantity> written = any_quantity(path, text, shown(unit) + "/year");
  if (!written) return std::nullopt;
  const Unit year = unit_named("year");
  const Quantity whole = convertible(written->unit, unit) ? *written : Quantity{written->value, written->unit * year};
  Result<Quantity> converted = convert(whole, unit);
  if (converted) return *std::move(converted);
  note(errors::plan_unit, path, {{"from", shown(written->unit)}, {"to", shown(unit) + "/year"}});
  return std::nullopt;
}

std::optional<Rational> PlanChecker::not_negative(std::string_view path, std::string_view text, const Unit& unit, bool yearly) {
  const std::optional<Quantity> q = yearly ? per_year(path, text, unit) : quantity(path, text, unit);
  if (!q) return std::nullopt;
  if (q->value.sign() >= 0) return q->value;
  note(errors::plan_negative, path, {{"text", std::string(text)}});
  return std::nullopt;
}

std::optional<FiscalYear> PlanChecker::fiscal_year(std::string_view path, std::string_view text) {
  if (trim(text).empty()) return std::nullopt;
  const Result<FiscalYear> year = FiscalYear::parse(text);
  if (year) return *year;
  note(errors::plan_value, path, {{"text", std::string(text)}, {"expected", "FY2023 / 2023年度"}});
  return std::nullopt;
}

}  // namespace sumi::project
