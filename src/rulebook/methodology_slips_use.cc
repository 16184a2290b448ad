// What a pack defines and nothing uses; and its examples, figure by figure.
#include <algorithm>
#include <map>
#include <set>

#include "rulebook/errors.h"
#include "rulebook/slips.h"

namespace sumi::rulebook::detail {

namespace {

using Names = std::set<std::string, std::less<>>;

void names_in(const Syntax& node, Names& names) {
  walk(node, [&](const Syntax& n) {
    if (n.kind == Syntax::Kind::name || n.kind == Syntax::Kind::row_name || n.kind == Syntax::Kind::row_sum) names.insert(n.text);
  });
}

// The words of a unit: its variables, and choices in braces.
void names_in_unit(std::string_view unit, Names& names) {
  const auto part = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  for (std::size_t i = 0; i < unit.size();) {
    std::size_t end = i;
    while (end < unit.size() && part(unit[end])) ++end;
    if (end > i) names.insert(std::string(unit.substr(i, end - i)));
    i = std::max(end, i + 1);
  }
}

class Uses {
 public:
  explicit Uses(const Tree& root) : root_(root) {}

  void find(Slips& slips) {
    gather();
    reach();
    const auto report = [&](std::string_view section, std::string_view key, const char* ja, const char* en) {
      for (const Tree* table : tables_of(root_, section)) {
        const std::string name = text_at(*table, key);
        // A fact in words (a parcel's number) describes its row; no formula needs it.
        if (text_at(*table, "kind") == "fact" && text_at(*table, "unit") == "text") continue;
        if (!used_.contains(name)) slips.push_back(make_error(errors::methodology_unused, {{"kind", en}, {"kind_ja", ja}, {"name", name}}, table->find(key)->place));
      }
    };
    report("choice", "name", "選択肢", "choice");
    report("rows", "name", "一覧", "list");
    report("unit_variable", "symbol", "単位変数", "unit variable");
    report("parameter", "symbol", "パラメータ", "parameter");
    report("formula", "symbol", "式", "formula");
  }

 private:
  // What a formula, a parameter or a unit variable leads to, and what is used in any case.
  void gather() {
    for (const FormulaValue& v : formula_values(root_)) {
      const auto tree = parse_formula(v.value->text, {});
      if (!tree) continue;
      const bool of_its_own = (v.section == "formula" && v.key == "formula") || (v.section == "parameter" && v.key == "default");
      names_in(*tree, of_its_own ? leads_to_[text_at(*v.holder, "symbol")] : used_);
    }
    for (const char* section : {"parameter", "formula"}) {
      for (const Tree* table : tables_of(root_, section)) {
        Names& names = leads_to_[text_at(*table, "symbol")];
        names_in_unit(text_at(*table, "unit"), names);
        if (const std::string rows = text_at(*table, "rows"); !rows.empty()) names.insert(rows);
      }
    }
    for (const Tree* table : tables_of(root_, "unit_variable")) leads_to_[text_at(*table, "symbol")].insert(text_at(*table, "choice"));
    for (const Tree* table : tables_of(root_, "choice")) leads_to_[text_at(*table, "name")].insert(text_at(*table, "same_as"));
    if (const Tree* results = root_.find("results"); results != nullptr && results->is_table()) {
      for (const char* key : {"baseline", "project", "main_activity"}) used_.insert(text_at(*results, key));
    }
  }
  void reach() {
    std::vector<std::string> open(used_.begin(), used_.end());
    while (!open.empty()) {
      const std::string name = open.back();
      open.pop_back();
      for (const std::string& next : leads_to_[name]) {
        if (used_.insert(next).second) open.push_back(next);
      }
    }
  }

  const Tree& root_;
  Names used_;
  std::map<std::string, Names, std::less<>> leads_to_;
};

// A figure of a calculation by its name: EM_BL, EM_PJ, or a formula's symbol; empty where there is none.
std::string figure_of(const Calculation& result, const std::string& name) {
  if (name == "EM_BL") return result.baseline_tCO2.to_string();
  if (name == "EM_PJ") return result.project_tCO2.to_string();
  const std::string marker = "\nstep\t" + name + "\t";
  const std::size_t at = result.trace.text.find(marker);
  if (at == std::string::npos) return {};
  const std::size_t start = at + marker.size();
  return result.trace.text.substr(start, result.trace.text.find('\t', start) - start);
}

}  // namespace

void find_unused(const Tree& root, Slips& slips) { Uses(root).find(slips); }

void find_slips_of_examples(const Methodology& methodology, const Tree& root, const TableSource& tables, Slips& slips) {
  const auto written = tables_of(root, "example");
  if (written.empty()) {
    const Tree* head = root.find("methodology");
    slips.push_back(make_error(errors::methodology_example_missing, {}, head == nullptr ? root.place : head->place));
    return;
  }
  const auto& cases = methodology.data().example_cases;
  for (std::size_t i = 0; i < cases.size() && i < written.size(); ++i) {
    const Tree* expected = written[i]->find("expected");
    const auto differs = [&](const std::string& figure, const std::string& wanted, const std::string& found) {
      const Tree* value = expected == nullptr ? nullptr : expected->find(figure);
      return make_error(errors::methodology_example, {{"name", cases[i].shown.name}, {"figure", figure}, {"expected", wanted}, {"found", found}},
                        value == nullptr ? written[i]->place : value->place);
    };
    if (cases[i].expected.empty()) {
      slips.push_back(make_error(errors::methodology_example_missing, {}, expected == nullptr ? written[i]->place : expected->place));
      continue;
    }
    auto result = calculate(methodology, cases[i].plan, {}, cases[i].options, tables);
    if (!result) {
      Error error = differs("EM_BL", "", "-");
      error.place = written[i]->place;
      slips.push_back(std::move(error));
      Error reason = std::move(result).error().at(written[i]->place);
      reason.also.clear();  // its sentence says why
      slips.push_back(std::move(reason));
      continue;
    }
    for (const auto& [figure, wanted] : cases[i].expected) {
      const std::string found = figure_of(*result, figure);
      const auto a = Rational::parse(wanted), b = Rational::parse(found);
      if (!a || !b || !(*a == *b)) slips.push_back(differs(figure, wanted, found.empty() ? "-" : found));
    }
  }
}

}  // namespace sumi::rulebook::detail
