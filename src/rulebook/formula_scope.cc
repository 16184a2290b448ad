// What formulas may name, and what is known of it before anything runs: units with variables, conditions on fixed choices.
#include <algorithm>

#include "rulebook/formula_code.h"

namespace sumi::rulebook {

const TableColumn* TableShape::column(std::string_view column_name) const {
  const auto it = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& c) { return c.name == column_name; });
  return it == columns.end() ? nullptr : &*it;
}

std::map<std::string, Unit, std::less<>> variable_units(const Scope& scope) {
  std::map<std::string, Unit, std::less<>> units;
  for (std::size_t i = 0; i < scope.unit_variables.size(); ++i) {
    units.emplace(scope.unit_variables[i].symbol, variable_unit(static_cast<unsigned>(i), scope.unit_variables[i].symbol));
  }
  return units;
}

namespace {

bool name_character(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool names_variable(std::string_view text, const std::map<std::string, Unit, std::less<>>& variables) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && name_character(text[end])) ++end;
    if (variables.contains(text.substr(i, end - i))) return true;
    i = end + (end == i ? 1 : 0);
  }
  return false;
}

}  // namespace

Result<Unit> parse_unit_with(std::string_view text, const std::map<std::string, Unit, std::less<>>& variables) {
  if (!names_variable(text, variables)) return parse_unit(text);
  Unit unit;
  bool divide = false;
  for (std::size_t start = 0;;) {
    const std::size_t end = std::min(text.find_first_of("*/", start), text.size());
    const std::string_view factor_text = text.substr(start, end - start);
    const auto variable = variables.find(factor_text);
    if (variable != variables.end()) {
      unit = divide ? unit / variable->second : unit * variable->second;
    } else if (factor_text != "1" || start != 0) {
      SUMI_TRY(const Unit factor, parse_unit(factor_text));
      unit = divide ? unit / factor : unit * factor;
    }
    if (end == text.size()) return unit;
    divide = text[end] == '/';
    start = end + 1;
  }
}

std::optional<std::string> static_text(const Syntax& node, const SymbolTable& symbols) {
  if (node.kind == Syntax::Kind::text) return node.text;
  if (node.kind != Syntax::Kind::name) return std::nullopt;
  const auto it = symbols.find(node.text);
  return it == symbols.end() ? std::nullopt : it->second->constant;
}

std::optional<bool> static_truth(const Syntax& node, const SymbolTable& symbols) {
  switch (node.kind) {
    case Syntax::Kind::truth: return node.flag;
    case Syntax::Kind::negation: {
      const auto inner = static_truth(node.items[0], symbols);
      return inner ? std::optional(!*inner) : std::nullopt;
    }
    case Syntax::Kind::compare: {
      if (node.operators[0] != "==" && node.operators[0] != "!=") return std::nullopt;
      const auto a = static_text(node.items[0], symbols), b = static_text(node.items[1], symbols);
      return a && b ? std::optional((*a == *b) == (node.operators[0] == "==")) : std::nullopt;
    }
    case Syntax::Kind::all_of:
    case Syntax::Kind::any_of: {
      const bool deciding = node.kind == Syntax::Kind::any_of;
      bool all_known = true;
      for (const Syntax& item : node.items) {
        const auto truth = static_truth(item, symbols);
        if (truth == deciding) return deciding;
        all_known = all_known && truth.has_value();
      }
      return all_known ? std::optional(!deciding) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

Result<bool> decide_condition(const FormulaText& condition, const std::map<std::string, std::string, std::less<>>& choices) {
  SUMI_TRY(const Syntax tree, parse_formula(condition.text, condition.place));
  std::vector<Symbol> symbols;
  symbols.reserve(choices.size());
  SymbolTable by_name;
  for (const auto& [name, value] : choices) {
    symbols.push_back({name, ValueKind::text, {}, true, {}, value});
    by_name.emplace(name, &symbols.back());
  }
  const auto truth = static_truth(tree, by_name);
  if (truth) return *truth;
  return fail(errors::formula_kind,
              {{"expected", "a condition on choices made before"}, {"expected_ja", "先に決まる選択肢だけによる条件"}, {"found", "something else"}, {"found_ja", "それ以外の式"}},
              place_at(condition.text, condition.place, tree.offset));
}

}  // namespace sumi::rulebook
