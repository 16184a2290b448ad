// The rulebook as everybody may read it: packs and tables, methodologies with their formulas as trees that a page can draw, values with their history and source.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/list.h"
#include "rulebook/methodology.h"
#include "service/ledger.h"
#include "service/view.h"

namespace sumi::service {

struct MethodologyLine {
  std::string number;
  Bilingual title;
  Bilingual sector;
  std::string status;    // active, abolished, announced, proposed; "" where only a pack knows it
  std::string edition;   // of the pack that has its formulas; "": none yet
  bool reconstructed = false;  // some formula does not come from the official text
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "title", s.title);
    v(Part::open, "sector", s.sector);
    v(Part::open, "status", s.status);
    v(Part::open, "edition", s.edition);
    v(Part::open, "reconstructed", s.reconstructed);
  }
};
[[nodiscard]] std::vector<MethodologyLine> methodology_lines(const rulebook::Rulebook& book);

// A node of a formula's tree; `items` are the numbers of its parts in the list, which stand before it. The last node is the whole.
struct FormulaNode {
  std::string kind;   // number, text, truth, name, row_name, sum, product, negative, power, compare, and, or, not, call, row_sum, lookup
  std::string text;   // the number as written, the name, the function, the list of rows, the column looked up
  std::string index;  // of rows; the unit of a number
  std::int32_t exponent = 0;
  std::vector<std::string> operators;
  std::vector<std::uint32_t> items;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "text", s.text);
    v(Part::open, "index", s.index);
    v(Part::open, "exponent", s.exponent);
    v(Part::open, "operators", s.operators);
    v(Part::open, "items", s.items);
  }
};
// Empty where the text is no formula.
[[nodiscard]] std::vector<FormulaNode> formula_nodes(std::string_view text);

struct FormulaView {
  std::string symbol;
  std::string unit;
  std::string rows;   // the list whose rows each have one
  std::string text;
  std::vector<FormulaNode> nodes;
  Bilingual title;
  bool official = false;  // else reconstructed: the official text is not at hand
  std::string when;
  std::vector<std::string> sources;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "unit", s.unit);
    v(Part::open, "rows", s.rows);
    v(Part::open, "text", s.text);
    v(Part::open, "nodes", s.nodes);
    v(Part::open, "title", s.title);
    v(Part::open, "official", s.official);
    v(Part::open, "when", s.when);
    v(Part::open, "sources", s.sources);
  }
};
struct ChoiceOption {
  std::string value;
  Bilingual title;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "value", s.value);
    v(Part::open, "title", s.title);
  }
};
struct ChoiceView {
  std::string name;
  Bilingual title;
  std::vector<ChoiceOption> options;
  std::string table, default_value, same_as, when;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "title", s.title);
    v(Part::open, "options", s.options);
    v(Part::open, "table", s.table);
    v(Part::open, "default_value", s.default_value);
    v(Part::open, "same_as", s.same_as);
    v(Part::open, "when", s.when);
  }
};
struct ParameterView {
  std::string symbol;
  Bilingual definition;
  std::string unit, table;
  std::string kind;   // activity, coefficient, fact
  std::string given;  // plan, monitored
  std::string rows;
  std::vector<std::string> classes;
  Bilingual frequency, method;
  std::string default_lookup, minimum, maximum, when;
  bool needs_value_year = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit);
    v(Part::open, "table", s.table);
    v(Part::open, "kind", s.kind);
    v(Part::open, "given", s.given);
    v(Part::open, "rows", s.rows);
    v(Part::open, "classes", s.classes);
    v(Part::open, "frequency", s.frequency);
    v(Part::open, "method", s.method);
    v(Part::open, "default_lookup", s.default_lookup);
    v(Part::open, "minimum", s.minimum);
    v(Part::open, "maximum", s.maximum);
    v(Part::open, "when", s.when);
    v(Part::open, "needs_value_year", s.needs_value_year);
  }
};
struct ConditionView {
  std::string id;
  Bilingual text;
  std::string how;      // declared, formula, evidence
  std::string formula;
  std::vector<FormulaNode> nodes;
  Bilingual evidence;
  bool official = false;
  std::string when;
  std::vector<std::string> sources;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "text", s.text);
    v(Part::open, "how", s.how);
    v(Part::open, "formula", s.formula);
    v(Part::open, "nodes", s.nodes);
    v(Part::open, "evidence", s.evidence);
    v(Part::open, "official", s.official);
    v(Part::open, "when", s.when);
    v(Part::open, "sources", s.sources);
  }
};
struct MethodologyExceptions {
  bool two_year_rule_exempt = false, has_certification_period = true, permanence_required = false, additionality_test_required = true;
  std::string registration_criterion_known;  // none, stated, no_rule_data
  Bilingual registration_criterion;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "two_year_rule_exempt", s.two_year_rule_exempt);
    v(Part::open, "has_certification_period", s.has_certification_period);
    v(Part::open, "permanence_required", s.permanence_required);
    v(Part::open, "additionality_test_required", s.additionality_test_required);
    v(Part::open, "registration_criterion_known", s.registration_criterion_known);
    v(Part::open, "registration_criterion", s.registration_criterion);
  }
};
struct MethodologyView {
  MethodologyLine line;
  std::optional<Date> valid_from, valid_to, published;
  bool removal = false, nature = false;
  Bilingual note, baseline, rounding;
  std::vector<ChoiceView> choices;
  std::vector<ParameterView> parameters;
  std::vector<FormulaView> formulas;
  std::vector<ConditionView> conditions, new_installation_cases;
  std::vector<FormulaView> incidental;
  std::optional<MethodologyExceptions> exceptions;
  std::vector<rulebook::SourceLine> sources;
  Hash pack_hash;
  Bilingual explained;   // the whole as plain text, as `sumi rules explain` prints it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "line", s.line);
    v(Part::open, "valid_from", s.valid_from);
    v(Part::open, "valid_to", s.valid_to);
    v(Part::open, "published", s.published);
    v(Part::open, "removal", s.removal);
    v(Part::open, "nature", s.nature);
    v(Part::open, "note", s.note);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "rounding", s.rounding);
    v(Part::open, "choices", s.choices);
    v(Part::open, "parameters", s.parameters);
    v(Part::open, "formulas", s.formulas);
    v(Part::open, "conditions", s.conditions);
    v(Part::open, "new_installation_cases", s.new_installation_cases);
    v(Part::open, "incidental", s.incidental);
    v(Part::open, "exceptions", s.exceptions);
    v(Part::open, "sources", s.sources);
    v(Part::open, "pack_hash", s.pack_hash);
    v(Part::open, "explained", s.explained);
  }
};
// Nothing: neither the list nor a pack has it. One that only the list has comes without formulas.
[[nodiscard]] std::optional<MethodologyView> methodology_view(const rulebook::Rulebook& book, const std::string& number);

struct RulebookView {
  rulebook::RulesList rules;
  std::vector<MethodologyLine> methodologies;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rules", s.rules);
    v(Part::open, "methodologies", s.methodologies);
  }
};
[[nodiscard]] RulebookView rulebook_view(const rulebook::Rulebook& book);

}  // namespace sumi::service
