#include "project/latent_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {
namespace {

using rulebook::BothLanguages;
using rulebook::Row;

// A table's cells by name.
class Table {
 public:
  Table(const rulebook::Rulebook& book, std::string name) : book_(book), name_(std::move(name)), info_(book.table(name_)) {}
  [[nodiscard]] bool stands() const { return info_ != nullptr; }
  [[nodiscard]] std::span<const Row> rows() const { return book_.rows(name_); }
  [[nodiscard]] std::string text(const Row& row, std::string_view column) const {
    const auto* c = info_->column(column);
    if (c == nullptr) return {};
    const auto& cell = row.cells[static_cast<std::size_t>(c - info_->columns.data())];
    const auto* value = cell ? std::get_if<std::string>(&*cell) : nullptr;
    return value == nullptr ? std::string() : *value;
  }
  [[nodiscard]] std::optional<Quantity> quantity(const Row& row, std::string_view column) const {
    const auto* c = info_->column(column);
    if (c == nullptr) return std::nullopt;
    const auto& cell = row.cells[static_cast<std::size_t>(c - info_->columns.data())];
    const auto* value = cell ? std::get_if<Quantity>(&*cell) : nullptr;
    return value == nullptr ? std::nullopt : std::optional(*value);
  }
  [[nodiscard]] BothLanguages both(const Row& row, const std::string& stem) const { return {text(row, stem + "_ja"), text(row, stem + "_en")}; }

 private:
  const rulebook::Rulebook& book_;
  std::string name_;
  const rulebook::TableInfo* info_;
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Unexpected contradiction(std::string what) { return fail(errors::find_pack, {{"what", std::move(what)}}); }

constexpr std::array<std::pair<std::string_view, FieldKind>, 7> field_kinds{{{"text", FieldKind::text}, {"number", FieldKind::number}, {"date", FieldKind::date},
    {"yes_no", FieldKind::yes_no}, {"owner", FieldKind::owner}, {"prefecture", FieldKind::prefecture}, {"fuel", FieldKind::fuel}}};

Result<void> read_fields(FindRules& rules, const rulebook::Rulebook& book) {
  const Table table(book, "sumi-find/fields");
  if (!table.stands()) return fail(errors::find_pack, {{"what", "sumi-find/fields"}});
  for (const Row& row : table.rows()) {
    ListField field{row.key[0], table.both(row, "title"), FieldKind::text, table.text(row, "unit"), std::nullopt};
    const std::string kind = table.text(row, "kind");
    for (const auto& [name, value] : field_kinds) {
      if (name == kind) field.kind = value;
    }
    if (const std::string maximum = table.text(row, "maximum"); !maximum.empty()) {
      SUMI_TRY(field.maximum, Rational::parse(maximum));
    }
    rules.fields.push_back(std::move(field));
  }
  const Table headers(book, "sumi-find/headers");
  for (const Row& row : headers.rows()) {
    const std::string field = headers.text(row, "field");
    if (rules.field(field) == nullptr) return contradiction("headers: " + field);
    rules.headers.emplace_back(plain_header(row.key[0]), field);
  }
  const Table words(book, "sumi-find/words");
  for (const Row& row : words.rows()) rules.words[row.key[0]].insert_or_assign(plain(row.key[1]), words.text(row, "value"));
  return {};
}

// "{fuel_before}/year" -> "U_fuel_before/year".
std::string with_variables(std::string_view unit) {
  std::string out;
  for (const char c : unit) {
    if (c == '{') out += "U_";
    else if (c != '}') out += c;
  }
  return out;
}

Result<rulebook::Scope> scope_of(const FindRules& rules, const rulebook::TableSource& tables) {
  rulebook::Scope scope;
  scope.tables = &tables;
  scope.unit_variables = rules.unit_variables;
  const auto variables = rulebook::variable_units(scope);
  for (const ListField& f : rules.fields) {
    rulebook::Symbol symbol;
    symbol.name = f.field;
    if (f.kind == FieldKind::fuel) symbol.kind = rulebook::ValueKind::text;
    else if (f.kind != FieldKind::number) continue;
    else {
      SUMI_TRY(symbol.unit, rulebook::parse_unit_with(with_variables(f.unit), variables));
    }
    scope.symbols.push_back(std::move(symbol));
  }
  for (const AssumptionField& a : rules.assumptions) {
    rulebook::Symbol symbol;
    symbol.name = a.assumption;
    symbol.unit = a.unit;
    scope.symbols.push_back(std::move(symbol));
  }
  return scope;
}

// The newest value that the rulebook has for a declared one, with its year.
void propose(AssumptionField& a, const rulebook::Rulebook& book, const std::string& table, const std::string& key, const std::string& column) {
  if (table.empty()) return;
  const std::array<std::string, 1> keys{key};
  const auto values = book.values(table, keys, column);
  if (!values || values->empty() || !values->back().is_quantity()) return;
  const auto converted = convert(values->back().quantity(), a.unit);
  const auto year = FiscalYear::parse(values->back().provenance.valid_from);
  if (!converted || !year) return;
  a.proposal = values->back().quantity();
  a.proposal_year = *year;
}

Result<void> read_estimates(FindRules& rules, const rulebook::Rulebook& book) {
  const Table assumptions(book, "sumi-find/assumptions");
  for (const Row& row : assumptions.rows()) {
    AssumptionField a{row.key[0], assumptions.both(row, "title"), {}, std::nullopt, std::nullopt};
    SUMI_TRY(a.unit, parse_unit(assumptions.text(row, "unit")));
    propose(a, book, assumptions.text(row, "table"), assumptions.text(row, "key"), assumptions.text(row, "column"));
    rules.assumptions.push_back(std::move(a));
  }
  for (const ListField& f : rules.fields) {
    if (f.kind == FieldKind::fuel) rules.unit_variables.push_back({"U_" + f.field, "jcredit-fuels/factors", f.field, "unit"});
  }
  const rulebook::RulebookTables tables(book);
  SUMI_TRY(const auto scope, scope_of(rules, tables));
  const Table methods(book, "sumi-find/methods");
  for (const Row& row : methods.rows()) {
    Estimate e{row.key[0], methods.both(row, "title"), split(methods.text(row, "needs")), split(methods.text(row, "same")), methods.text(row, "ground"), {}, {}};
    for (const auto* list : {&e.needs, &e.same}) {
      for (const auto& field : *list) {
        if (rules.field(field) == nullptr) return contradiction("methods: " + field);
      }
    }
    const std::array<rulebook::FormulaText, 2> formulas{{{"EM_BL", "tCO2/year", methods.text(row, "baseline"), row.place}, {"EM_PJ", "tCO2/year", methods.text(row, "project"), row.place}}};
    SUMI_TRY(e.program, rulebook::compile(scope, formulas));
    for (const auto& input : e.program.inputs()) {
      if (input.kind == rulebook::ProgramInput::Kind::symbol && rules.assumption(input.name) != nullptr) e.assumptions.push_back(input.name);
    }
    rules.estimates.push_back(std::move(e));
  }
  return {};
}

Result<void> read_kinds(FindRules& rules, const rulebook::Rulebook& book) {
  const Table kinds(book, "sumi-find/kinds"), list(book, "jcredit-methodologies/methodologies"), words(book, "sumi-find/kind_words"), methods(book, "sumi-find/kind_methods");
  for (const Row& row : kinds.rows()) {
    EquipmentKind kind{row.key[0], kinds.both(row, "title"), kinds.text(row, "methodology"), {}, false, "", kinds.both(row, "monitored"), {}};
    if (!kind.methodology.empty()) {
      const auto it = std::ranges::find_if(list.rows(), [&](const Row& m) { return m.key[0] == kind.methodology; });
      if (it == list.rows().end()) return contradiction("kinds: " + kind.methodology);
      kind.methodology_title = list.both(*it, "title");
      kind.abolished = list.text(*it, "status") == "abolished";
      kind.market_category = list.text(*it, "market_category");
    }
    rules.kinds.push_back(std::move(kind));
  }
  const auto index_of = [&](const std::string& name) { return static_cast<std::size_t>(std::ranges::find(rules.kinds, name, &EquipmentKind::kind) - rules.kinds.begin()); };
  for (const Row& row : words.rows()) {
    const std::size_t kind = index_of(row.key[0]);
    const auto rank = words.quantity(row, "rank");
    if (kind == rules.kinds.size() || !rank) return contradiction("kind_words: " + row.key[0]);
    rules.kind_words.push_back({plain(row.key[1]), static_cast<int>(round_integer(rank->value, Rounding::floor).to_i64().value_or(0)), kind});
  }
  for (const Row& row : methods.rows()) {  // in the order of their steps, as the file has them
    const std::size_t kind = index_of(row.key[0]);
    const auto estimate = std::ranges::find(rules.estimates, methods.text(row, "method"), &Estimate::method);
    if (kind == rules.kinds.size() || estimate == rules.estimates.end()) return contradiction("kind_methods: " + row.key[0]);
    rules.kinds[kind].estimates.push_back(static_cast<std::size_t>(estimate - rules.estimates.begin()));
  }
  return {};
}

// Where a unit in brackets begins and ends in a header in NFKC; npos where there is none.
std::pair<std::size_t, std::size_t> brackets(std::string_view header) {
  for (std::size_t end = header.size(); end-- > 0;) {
    if (header[end] != ')' && header[end] != ']') continue;
    const std::size_t begin = header.rfind(header[end] == ')' ? '(' : '[', end);
    if (begin == std::string_view::npos) continue;
    return {begin, end};
  }
  return {std::string_view::npos, std::string_view::npos};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : nfkc(text)) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

std::string unit_of_header(std::string_view header) {
  const std::string text = nfkc(header);
  const auto [begin, end] = brackets(text);
  if (begin == std::string::npos) return {};
  std::string unit = trim(std::string_view(text).substr(begin + 1, end - begin - 1));
  for (const std::string_view lead : {"単位:", "単位"}) {
    if (unit.starts_with(lead)) unit = trim(unit.substr(lead.size()));
  }
  replace_all(unit, "/年", "/year");
  replace_all(unit, "t-CO2", "tCO2");
  const auto parsed = parse_unit(unit);
  return parsed ? parsed->text : std::string();
}

std::string plain_header(std::string_view header) {
  std::string text = nfkc(header);
  if (!unit_of_header(header).empty()) {
    const auto [begin, end] = brackets(text);
    text.erase(begin, end - begin + 1);
  }
  text = plain(text);
  for (const std::string_view mark : {"の", "・", "(", ")", "[", "]", "/", "※", "_"}) replace_all(text, mark, "");
  return text;
}

std::optional<Unit> unit_for(std::string_view unit, const Unit& field_unit) {
  for (const std::string_view tail : {"", "/year", "/piece"}) {
    const auto parsed = parse_unit(std::string(unit) + std::string(tail));
    if (parsed && convertible(*parsed, field_unit)) return *parsed;
  }
  return std::nullopt;
}

const ListField* FindRules::field(std::string_view name) const {
  const auto it = std::ranges::find(fields, name, &ListField::field);
  return it == fields.end() ? nullptr : &*it;
}
const EquipmentKind* FindRules::kind(std::string_view name) const {
  const auto it = std::ranges::find(kinds, name, &EquipmentKind::kind);
  return it == kinds.end() ? nullptr : &*it;
}
const AssumptionField* FindRules::assumption(std::string_view name) const {
  const auto it = std::ranges::find(assumptions, name, &AssumptionField::assumption);
  return it == assumptions.end() ? nullptr : &*it;
}
std::optional<std::string> FindRules::word(std::string_view list, std::string_view text) const {
  const auto of = words.find(list);
  if (of == words.end()) return std::nullopt;
  const auto it = of->second.find(plain(text));
  return it == of->second.end() ? std::nullopt : std::optional(it->second);
}

std::vector<const EquipmentKind*> FindRules::kinds_of(std::string_view equipment) const {
  const std::string name = plain(equipment);
  int rank = 0;
  std::size_t length = 0;
  std::vector<std::size_t> found;
  for (const KindWord& w : kind_words) {
    if (name.find(w.word) == std::string::npos) continue;
    if (w.rank < rank || (w.rank == rank && w.word.size() < length)) continue;
    if (w.rank > rank || w.word.size() > length) found.clear();
    rank = w.rank;
    length = w.word.size();
    if (std::ranges::find(found, w.kind) == found.end()) found.push_back(w.kind);
  }
  std::vector<const EquipmentKind*> out;
  for (const std::size_t i : found) out.push_back(&kinds[i]);
  return out;
}

Result<FindRules> read_find_rules(const rulebook::Rulebook& rulebook) {
  FindRules rules;
  SUMI_CHECK(read_fields(rules, rulebook));
  SUMI_CHECK(read_estimates(rules, rulebook));
  SUMI_CHECK(read_kinds(rules, rulebook));
  return rules;
}

}  // namespace sumi::project
