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

Result<bool> decide_condition(const FormulaText& condition, const std::map<std::string, std::string, std::less<>>& choices, ParsedFormulas* parsed) {
  ParsedFormulas own;
  SUMI_TRY(const auto tree, (parsed != nullptr ? parsed : &own)->tree(condition.text, condition.place));
  std::vector<Symbol> symbols;
  symbols.reserve(choices.size());
  SymbolTable by_name;
  for (const auto& [name, value] : choices) {
    symbols.push_back({name, ValueKind::text, {}, true, {}, value});
    by_name.emplace(name, &symbols.back());
  }
  const auto truth = static_truth(*tree, by_name);
  if (truth) return *truth;
  return fail(errors::formula_kind,
              {{"expected", "a condition on choices made before"}, {"expected_ja", "先に決まる選択肢だけによる条件"}, {"found", "something else"}, {"found_ja", "それ以外の式"}},
              place_at(condition.text, condition.place, tree->offset));
}

Unexpected unknown_name(const Syntax& node, const SymbolTable& symbols, Place place) {
  const auto alike = [&](std::string_view known) {
    return std::equal(known.begin(), known.end(), node.text.begin(), node.text.end(), [](char a, char b) { return (a | 32) == (b | 32); });
  };
  std::string nearest;
  for (const auto& [known, symbol] : symbols) {
    if (alike(known)) nearest = " ('" + known + "'?)";
  }
  return fail(errors::formula_name_unknown, {{"name", node.text}, {"nearest", nearest}}, std::move(place));
}

namespace {

class LookupReader {
 public:
  LookupReader(const Syntax& node, const Scope& scope, const SymbolTable& symbols, const UnitTable& variables, const FormulaText& formula)
      : node_(node), scope_(scope), symbols_(symbols), variables_(variables), formula_(formula) {}

  Result<ProgramInput> read() {
    if (node_.items.empty() || node_.items[0].kind != Syntax::Kind::text) {
      return fail(errors::formula_arguments, {{"function", "lookup"}, {"form", "lookup(\"table\", key, ...).column"}}, at(node_.offset));
    }
    const std::string& table = node_.items[0].text;
    const auto shape = scope_.tables == nullptr ? std::nullopt : scope_.tables->shape(table);
    if (!shape) return fail(errors::formula_table_unknown, {{"table", table}}, at(node_.items[0].offset));
    const TableColumn* column = shape->column(node_.text);
    if (column == nullptr || column->text) {
      std::string known;
      for (const TableColumn& c : shape->columns) {
        if (!c.text) known += (known.empty() ? "" : ", ") + c.name;
      }
      return fail(errors::formula_column_unknown, {{"table", table}, {"column", node_.text}, {"known", known}}, at(node_.offset));
    }
    wanted_.kind = ProgramInput::Kind::lookup;
    wanted_.table = table;
    wanted_.column = node_.text;
    SUMI_CHECK(keys(*shape));
    wanted_.name = "lookup(\"" + table + "\"";
    for (const auto& key : wanted_.keys) wanted_.name += key.literal ? ", \"" + key.text + "\"" : ", " + key.text;
    wanted_.name += ")." + node_.text + (node_.index.empty() ? "" : " [" + node_.index + "]");
    SUMI_CHECK(unit(*column));
    return std::move(wanted_);
  }

 private:
  [[nodiscard]] Place at(std::size_t offset) const { return place_at(formula_.text, formula_.place, offset); }

  Result<void> keys(const TableShape& shape) {
    const auto refuse = [&](std::size_t offset) {
      std::string list;
      for (const std::string& k : shape.keys) list += (list.empty() ? "" : ", ") + k;
      return fail(errors::formula_table_keys, {{"table", shape.name}, {"keys", list}}, at(offset));
    };
    if (node_.items.size() != shape.keys.size() + 1) return refuse(node_.offset);
    for (std::size_t i = 1; i < node_.items.size(); ++i) {
      const Syntax& key = node_.items[i];
      const auto symbol = key.kind == Syntax::Kind::name ? symbols_.find(key.text) : symbols_.end();
      if (key.kind == Syntax::Kind::name && symbol == symbols_.end()) return unknown_name(key, symbols_, at(key.offset));
      const bool choice = symbol != symbols_.end() && symbol->second->kind == ValueKind::text &&
                          (symbol->second->rows.empty() || symbol->second->rows == scope_.default_rows);
      if (!choice && key.kind != Syntax::Kind::text) return refuse(key.offset);
      const auto fixed = static_text(key, symbols_);
      wanted_.keys.push_back({fixed.has_value(), fixed ? *fixed : key.text});
    }
    return {};
  }

  // "GJ_HHV/{unit}": the text column in braces must have a unit variable for the same key, or the formula says the unit itself.
  Result<void> unit(const TableColumn& column) {
    wanted_.unit_text = node_.index.empty() ? column.unit : node_.index;
    for (std::size_t open; (open = wanted_.unit_text.find('{')) != std::string::npos;) {
      const std::size_t close = wanted_.unit_text.find('}', open);
      const std::string unit_column = wanted_.unit_text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
      const auto variable = std::find_if(scope_.unit_variables.begin(), scope_.unit_variables.end(), [&](const UnitVariable& v) {
        return v.table == wanted_.table && v.column == unit_column && wanted_.keys.size() == 1 && !wanted_.keys[0].literal && v.key == wanted_.keys[0].text;
      });
      if (close == std::string::npos || variable == scope_.unit_variables.end()) {
        return fail(errors::formula_unit_variable, {{"lookup", wanted_.name}}, at(node_.offset));
      }
      wanted_.unit_text.replace(open, close - open + 1, variable->symbol);
    }
    auto unit = parse_unit_with(wanted_.unit_text, variables_);
    if (!unit) return fail(errors::formula_unit_text, {{"unit", wanted_.unit_text}}, at(node_.offset));
    wanted_.unit = *std::move(unit);
    return {};
  }

  const Syntax& node_;
  const Scope& scope_;
  const SymbolTable& symbols_;
  const UnitTable& variables_;
  const FormulaText& formula_;
  ProgramInput wanted_;
};

}  // namespace

Result<ProgramInput> lookup_input(const Syntax& node, const Scope& scope, const SymbolTable& symbols, const UnitTable& variables,
                                  const FormulaText& formula) {
  return LookupReader(node, scope, symbols, variables, formula).read();
}

}  // namespace sumi::rulebook
