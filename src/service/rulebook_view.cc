#include "service/rulebook_view.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "rulebook/authoring.h"
#include "rulebook/formula_parse.h"
#include "rulebook/methodology_data.h"
#include "service/rules.h"
#include "service/scheme_view.h"

namespace sumi::service {

namespace {

using rulebook::Syntax;

Bilingual both(const rulebook::BothLanguages& text) { return {text.ja, text.en}; }

std::string_view kind_word(Syntax::Kind kind) {
  using Kind = Syntax::Kind;
  switch (kind) {
    case Kind::number: return "number";
    case Kind::text: return "text";
    case Kind::truth: return "truth";
    case Kind::name: return "name";
    case Kind::row_name: return "row_name";
    case Kind::sum_of: return "sum";
    case Kind::product_of: return "product";
    case Kind::negative: return "negative";
    case Kind::power: return "power";
    case Kind::compare: return "compare";
    case Kind::all_of: return "and";
    case Kind::any_of: return "or";
    case Kind::negation: return "not";
    case Kind::call: return "call";
    case Kind::row_sum: return "row_sum";
    case Kind::lookup: return "lookup";
  }
  return "?";
}

std::uint32_t add_node(std::string_view whole, const Syntax& syntax, std::vector<FormulaNode>& nodes) {
  FormulaNode node;
  node.kind = kind_word(syntax.kind);
  for (const auto& item : syntax.items) node.items.push_back(add_node(whole, item, nodes));
  if (syntax.kind == Syntax::Kind::number) {
    // As its author wrote it, without its unit.
    const auto written = whole.substr(syntax.offset, syntax.end - syntax.offset);
    node.text = trim(written.substr(0, written.find('[')));
    node.index = syntax.text;
  } else if (syntax.kind == Syntax::Kind::truth) {
    node.text = syntax.flag ? "true" : "false";
  } else {
    node.text = syntax.text;
    node.index = syntax.index;
  }
  node.exponent = syntax.exponent;
  node.operators = syntax.operators;
  nodes.push_back(std::move(node));
  return static_cast<std::uint32_t>(nodes.size() - 1);
}

FormulaView formula_view(const rulebook::NamedFormula& f) {
  return {f.symbol, f.unit, f.rows, f.text, formula_nodes(f.text), both(f.title), f.basis == rulebook::Basis::official, f.when, f.sources};
}

std::vector<ConditionView> condition_views(const std::vector<rulebook::Condition>& list) {
  std::vector<ConditionView> out;
  for (const auto& c : list) {
    const char* how = c.how == rulebook::HowChecked::declared ? "declared" : c.how == rulebook::HowChecked::formula ? "formula" : "evidence";
    out.push_back({c.id, both(c.text), how, c.formula, c.formula.empty() ? std::vector<FormulaNode>{} : formula_nodes(c.formula), both(c.evidence), c.basis == rulebook::Basis::official, c.when, c.sources});
  }
  return out;
}

ParameterView parameter_view(const rulebook::Parameter& p) {
  ParameterView view;
  view.symbol = p.symbol;
  view.definition = both(p.definition);
  view.unit = p.unit, view.table = p.table;
  view.kind = p.kind == rulebook::ParameterKind::activity ? "activity" : p.kind == rulebook::ParameterKind::coefficient ? "coefficient" : "fact";
  view.given = p.given == rulebook::Given::plan ? "plan" : "monitored";
  view.rows = p.rows;
  view.classes = p.classes;
  view.frequency = both(p.frequency), view.method = both(p.method);
  view.default_lookup = p.default_lookup, view.minimum = p.minimum, view.maximum = p.maximum, view.when = p.when;
  view.needs_value_year = p.needs_value_year;
  return view;
}

void add_source(const rulebook::Rulebook& book, const std::string& id, std::set<std::string>& known, std::vector<rulebook::SourceLine>& out) {
  if (!known.insert(id).second) return;
  const auto* s = book.source(id);
  if (s == nullptr) out.push_back({id, "", id, "", "", "", "", ""});
  else out.push_back({s->id, s->basis, s->title, s->publisher, s->published, s->updated, s->address, s->note});
}

void fill_from(const rulebook::Rulebook& book, const rulebook::Methodology& m, MethodologyView& view) {
  const auto& data = m.data();
  view.valid_from = data.valid_from, view.valid_to = data.valid_to, view.published = data.published;
  view.removal = data.removal, view.nature = data.nature;
  view.note = both(data.note), view.baseline = both(data.baseline), view.rounding = both(data.rounding);
  for (const auto& c : data.choices) {
    ChoiceView choice{c.name, both(c.title), {}, c.table, c.default_value, c.same_as, c.when};
    for (const auto& option : c.options) choice.options.push_back({option.value, both(option.title)});
    view.choices.push_back(std::move(choice));
  }
  for (const auto& p : data.parameters) view.parameters.push_back(parameter_view(p));
  for (const auto& f : data.formulas) view.formulas.push_back(formula_view(f));
  view.conditions = condition_views(data.conditions);
  view.new_installation_cases = condition_views(data.cases);
  for (const auto& source : data.incidental) {
    auto formula = formula_view(source.emission);
    formula.title = both(source.title);
    formula.when = source.when;
    view.incidental.push_back(std::move(formula));
  }
  const auto& e = data.exceptions;
  view.exceptions = MethodologyExceptions{e.two_year_rule_exempt, e.has_certification_period, e.permanence_required, e.additionality_test_required, e.registration_criterion_known, both(e.registration_criterion)};
  view.pack_hash = m.pack_hash();
  view.explained = {rulebook::explain(m, Language::ja), rulebook::explain(m, Language::en)};
  std::set<std::string> known;
  for (const auto& id : data.sources) add_source(book, id, known, view.sources);
  for (const auto& f : data.formulas) {
    for (const auto& id : f.sources) add_source(book, id, known, view.sources);
  }
  for (const auto& c : data.conditions) {
    for (const auto& id : c.sources) add_source(book, id, known, view.sources);
  }
}

}  // namespace

std::vector<FormulaNode> formula_nodes(std::string_view text) {
  const auto syntax = rulebook::parse_formula(text, {});
  if (!syntax) return {};
  std::vector<FormulaNode> nodes;
  add_node(text, *syntax, nodes);
  return nodes;
}

std::vector<MethodologyLine> methodology_lines(const rulebook::Rulebook& book) {
  std::vector<MethodologyLine> lines;
  if (const auto* table = book.table("jcredit-methodologies/methodologies")) {
    for (const auto& row : book.rows(table->name)) {
      const auto sector = cell_text(*table, row, "sector");
      lines.push_back({row.key.front(), {cell_text(*table, row, "title_ja"), cell_text(*table, row, "title_en")}, {sector, rulebook::sector_in_english(sector)}, cell_text(*table, row, "status"), "", false});
    }
  }
  for (const auto& [number, methodology] : book.methodologies()) {
    auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.number == number; });
    if (line == lines.end()) line = lines.insert(lines.end(), {number, both(methodology->title()), both(methodology->sector()), "", "", false});
    line->edition = methodology->version();
    const auto& formulas = methodology->formulas();
    line->reconstructed = std::any_of(formulas.begin(), formulas.end(), [](const auto& f) { return f.basis == rulebook::Basis::reconstructed; });
  }
  return lines;
}

std::optional<MethodologyView> methodology_view(const rulebook::Rulebook& book, const std::string& number) {
  const auto lines = methodology_lines(book);
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.number == number; });
  if (line == lines.end()) return std::nullopt;
  MethodologyView view;
  view.line = *line;
  if (const auto* methodology = book.methodology(number)) {
    fill_from(book, *methodology, view);
    return view;
  }
  std::set<std::string> known;
  const auto* table = book.table("jcredit-methodologies/methodologies");
  for (const auto& row : book.rows(table->name)) {
    if (row.key.front() != number) continue;
    view.note = {row.note, row.note};
    for (const auto& id : row.sources) add_source(book, id, known, view.sources);
  }
  return view;
}

RulebookView rulebook_view(const rulebook::Rulebook& book) { return {rulebook::list_rules(book), methodology_lines(book)}; }

}  // namespace sumi::service
