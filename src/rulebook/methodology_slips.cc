// The slips of an author that no compiler of formulas sees: names, options, bounds, sources, texts. Each is found at its own line.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rulebook/authoring.h"
#include "rulebook/errors.h"
#include "rulebook/slips.h"
#include "rulebook/tree_fields.h"

namespace sumi::rulebook {

namespace detail {

std::vector<const Tree*> tables_of(const Tree& root, std::string_view section) {
  std::vector<const Tree*> tables;
  const Tree* list = root.find(section);
  if (list == nullptr || !list->is_array()) return tables;
  for (const Tree& item : list->items) {
    if (item.is_table()) tables.push_back(&item);
  }
  return tables;
}

std::string text_at(const Tree& table, std::string_view key) {
  const Tree* value = table.find(key);
  return value != nullptr && value->kind == Tree::Kind::string ? value->text : std::string();
}

std::vector<FormulaValue> formula_values(const Tree& root) {
  constexpr std::pair<std::string_view, std::string_view> where[] = {
      {"choice", "when"},     {"rows", "when"},         {"parameter", "when"},        {"parameter", "default"},    {"formula", "when"},
      {"formula", "formula"}, {"condition", "when"},    {"condition", "formula"},     {"new_installation_case", "when"},
      {"new_installation_case", "formula"},             {"check", "when"},            {"check", "formula"},        {"incidental", "when"},
      {"incidental", "formula"}};
  std::vector<FormulaValue> values;
  const auto add = [&](const Tree& holder, std::string_view section, std::string_view key) {
    const Tree* value = holder.find(key);
    if (value != nullptr && value->kind == Tree::Kind::string && !value->text.empty()) values.push_back({&holder, std::string(section), std::string(key), value});
  };
  for (const auto& [section, key] : where) {
    for (const Tree* table : tables_of(root, section)) add(*table, section, key);
  }
  if (const Tree* rule = root.find("incidental_rule"); rule != nullptr && rule->is_table()) {
    for (const char* key : {"must_calculate_from", "unmonitored_below", "by_ratio"}) add(*rule, "incidental_rule", key);
  }
  return values;
}

namespace {

bool name_form(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && letter(name[0]) && std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

constexpr std::string_view reserved[] = {fiscal_year_name, months_elapsed_name, months_elapsed_last_name, period_years_name, ratio_name, calculated_name,
                                         "EM_BL", "EM_PJ", "ER", "and", "or", "not", "true", "false", "if", "in", "i", "sum", "lookup", "min", "max", "abs", "ln",
                                         "exp", "sqrt", "root"};

class Text {
 public:
  Text(const Tree& root, const TextPlaces& places, const Pack& pack, const Rulebook& rulebook, Slips& slips)
      : root_(root), places_(places), pack_(pack), rulebook_(rulebook), slips_(slips) {}

  void find() {
    head();
    names();
    choices();
    parameters();
    results();
    basis();
    conditions_on_choices();
    below(root_, "methodology.toml");
  }

 private:
  void add(const ErrorDef& def, ErrorArgs args, const Place& place) { slips_.push_back(make_error(def, args, place)); }
  void wrong(const Tree& table, std::string_view key, const std::string& text, std::string ja, std::string en) {
    const Tree* value = table.find(key);
    add(errors::pack_value, {{"key", std::string(key)}, {"text", text}, {"expected_ja", std::move(ja)}, {"expected_en", std::move(en)}}, value == nullptr ? table.place : value->place);
  }

  void head() {
    const Tree* head = root_.find("methodology");
    if (head == nullptr || !head->is_table()) return;
    const std::string number = text_at(*head, "number"), type = text_at(*head, "credit_type"), rule = text_at(*head, "rounding_rule");
    if (!number.empty() && number != pack_.family()) {
      wrong(*head, "number", number, "pack.toml の family(" + pack_.family() + ")と同じ番号を書いてください。", "Write the family of pack.toml, " + pack_.family() + ".");
    }
    if (!type.empty() && rulebook_.table("codes/credit") != nullptr && !rulebook_.has_key("codes/credit", std::vector<std::string>{"credit_type", type})) {
      wrong(*head, "credit_type", type, "表 codes/credit にあるクレジット種別を書いてください。", "Write a credit_type of the table codes/credit.");
    }
    if (!rule.empty() && rule != "certified_floor") wrong(*head, "rounding_rule", rule, "certified_floor と書いてください。", "Write certified_floor.");
    span(*head, "valid_from", "valid_to");
    for (const PackFile& file : pack_.files()) {
      if (file.path == "pack.toml" || file.path == "methodology.toml" || file.path.ends_with(".md")) continue;
      add(errors::file_unused, {{"path", file.path}}, {pack_.shown_path(file.path), 0, 0});
    }
  }
  void span(const Tree& table, std::string_view from, std::string_view to) {
    const auto first = Date::parse(text_at(table, from)), last = Date::parse(text_at(table, to));
    if (first && last && *last < *first) {
      add(errors::validity_reversed, {{"from", first->to_string()}, {"to", last->to_string()}}, table.find(to)->place);
    }
  }

  // ---- Names ----

  void names() {
    std::set<std::string, std::less<>> all, units;
    const auto take = [&](std::string_view section, std::string_view key, std::set<std::string, std::less<>>& seen, bool of_language) {
      for (const Tree* table : tables_of(root_, section)) {
        const std::string name = text_at(*table, key);
        if (name.empty()) continue;
        const Place& place = table->find(key)->place;
        if (of_language && (!name_form(name) || std::ranges::find(reserved, name) != std::end(reserved))) {
          const bool form = !name_form(name);
          add(errors::methodology_name,
              {{"name", name}, {"reason", form ? "it is no name of the formula language" : "the language has it already"}, {"reason_ja", form ? "式の名前の形ではありません" : "式の言語の語です"}}, place);
        }
        if (!seen.insert(name).second) add(errors::formula_name_twice, {{"name", name}}, place);
      }
    };
    take("choice", "name", all, true);
    take("rows", "name", all, true);
    take("parameter", "symbol", all, true);
    take("formula", "symbol", all, true);
    take("condition", "id", all, false);
    take("new_installation_case", "id", all, false);
    take("unit_variable", "symbol", units, true);
    std::set<std::string, std::less<>> sources, examples;
    take("incidental", "id", sources, true);
    take("example", "name", examples, false);
    if (const Tree* exceptions = root_.find("exceptions"); exceptions != nullptr && exceptions->is_table()) {
      // An exemption may stand several times, once for each span of its list.
      for (const Tree* table : tables_of(*exceptions, "exemption")) {
        span(*table, "from", "to");
      }
    }
  }

  // ---- Choices ----

  // The values of a choice; none for a choice of a table's keys.
  [[nodiscard]] static std::vector<std::string> options_of(const Tree& choice) {
    std::vector<std::string> values;
    for (const Tree* option : tables_of(choice, "option")) values.push_back(text_at(*option, "value"));
    return values;
  }
  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& w : words) out += (out.empty() ? "" : ", ") + w;
    return out;
  }
  void option(const std::string& choice, const std::vector<std::string>& options, const std::string& value, const Place& place) {
    if (options.empty() || value.empty() || std::ranges::find(options, value) != options.end()) return;
    add(errors::methodology_option_unknown, {{"name", choice}, {"value", value}, {"known", joined(options)}}, place);
  }

  void choices() {
    for (const Tree* choice : tables_of(root_, "choice")) {
      const std::string name = text_at(*choice, "name"), same = text_at(*choice, "same_as"), fallback = text_at(*choice, "default");
      const std::vector<std::string> options = options_of(*choice);
      if (const std::string table = text_at(*choice, "table"); !table.empty() && rulebook_.table(table) == nullptr) {
        add(errors::formula_table_unknown, {{"table", table}}, choice->find("table")->place);
      }
      std::set<std::string> seen;
      for (const Tree* one : tables_of(*choice, "option")) {
        const std::string value = text_at(*one, "value");
        if (!value.empty() && !seen.insert(value).second) add(errors::formula_name_twice, {{"name", value}}, one->find("value")->place);
      }
      if (!fallback.empty()) {
        option(name, options, fallback, choice->find("default")->place);
        const std::string table = text_at(*choice, "table");
        if (!table.empty() && rulebook_.table(table) != nullptr && !rulebook_.has_key(table, std::vector<std::string>{fallback})) {
          add(errors::key_unknown, {{"table", table}, {"key", fallback}, {"known", "-"}}, choice->find("default")->place);
        }
      }
      if (!same.empty()) {
        const auto earlier = choices_.find(same);
        if (earlier == choices_.end() || earlier->second.options != options) {
          wrong(*choice, "same_as", same, "前に書いた、同じ値を持つ選択肢の名前を書いてください。", "Name a choice that stands before and has the same options.");
        }
      }
      if (!name.empty()) choices_.emplace(name, ChoiceOf{options, choices_.size()});
    }
  }

  // Every comparison of a choice with a word, and every name in a `when`.
  void conditions_on_choices() {
    for (const FormulaValue& v : formula_values(root_)) {
      const Place start = places_.of(*v.value);
      const auto tree = parse_formula(v.value->text, start);
      if (!tree) {
        slips_.push_back(tree.error());
        continue;
      }
      const auto at = [&](const Syntax& node) { return place_at(v.value->text, start, node.offset); };
      walk(*tree, [&](const Syntax& node) {
        if (node.kind == Syntax::Kind::compare && node.items.size() == 2) compare(node, at);
        if (node.kind == Syntax::Kind::lookup) lookup(node, at(node));
      });
      if (v.key == "when") when(v, *tree, at);
    }
  }
  template <class At>
  void compare(const Syntax& node, At at) {
    const Syntax &a = node.items[0], &b = node.items[1];
    const Syntax& name = a.kind == Syntax::Kind::name ? a : b;
    const Syntax& word = a.kind == Syntax::Kind::name ? b : a;
    if (name.kind != Syntax::Kind::name || word.kind != Syntax::Kind::text) return;
    const auto choice = choices_.find(name.text);
    if (choice != choices_.end()) option(name.text, choice->second.options, word.text, at(word));
  }
  // A look-up whose keys are all written out must find a row.
  void lookup(const Syntax& node, Place place) {
    std::vector<std::string> key;
    for (std::size_t i = 1; i < node.items.size(); ++i) {
      if (node.items[i].kind != Syntax::Kind::text) return;
      key.push_back(node.items[i].text);
    }
    const TableInfo* table = node.items.empty() ? nullptr : rulebook_.table(node.items[0].text);
    if (table == nullptr || table->keys.size() != key.size() || rulebook_.has_key(table->name, key)) return;
    Query query{table->name, key, node.text, {}, "", {}, true};
    auto found = rulebook_.look_up(query);
    if (!found && found.error().def == &errors::key_unknown) slips_.push_back(std::move(found).error().at(std::move(place)));
  }
  // Only fixed choices decide where something exists; for a choice itself, those before it.
  template <class At>
  void when(const FormulaValue& v, const Syntax& tree, At at) {
    const auto own = v.section == "choice" ? choices_.find(text_at(*v.holder, "name")) : choices_.end();
    walk(tree, [&](const Syntax& node) {
      if (node.kind == Syntax::Kind::number || node.kind == Syntax::Kind::call || node.kind == Syntax::Kind::lookup || node.kind == Syntax::Kind::row_sum) {
        return add(errors::formula_kind, {{"expected", "a condition on choices made before"}, {"expected_ja", "先に決まる選択肢だけによる条件"}, {"found", "something else"}, {"found_ja", "それ以外の式"}}, at(node));
      }
      if (node.kind != Syntax::Kind::name) return;
      const auto choice = choices_.find(node.text);
      const bool fixed = choice != choices_.end() && !choice->second.options.empty() && (own == choices_.end() || choice->second.index < own->second.index);
      if (!fixed) add(errors::methodology_reference, {{"key", "when"}, {"name", node.text}}, at(node));
    });
  }

  // ---- Parameters and results ----

  struct Bound {
    Rational number;
    std::string unit;
  };
  std::optional<Bound> bound(const Tree& parameter, const std::string& key) {
    const std::string text = text_at(parameter, key);
    if (text.empty()) return std::nullopt;
    const std::size_t blank = text.find(' ');
    const auto number = Rational::parse(text.substr(0, blank));
    const std::string unit = blank == std::string::npos ? "" : text.substr(blank + 1);
    const bool plain = unit.find('{') == std::string::npos && !names_unit_variable(unit);
    if (number && (unit.empty() || !plain || parse_unit(unit))) return Bound{*number, unit};
    add(errors::methodology_bound, {{"key", key}, {"text", text}, {"reason", "it cannot be read"}, {"reason_ja", "読み取れません"}}, parameter.find(key)->place);
    return std::nullopt;
  }
  [[nodiscard]] bool names_unit_variable(const std::string& unit) const {
    return std::ranges::any_of(tables_of(root_, "unit_variable"), [&](const Tree* t) { return unit.find(text_at(*t, "symbol")) != std::string::npos; });
  }

  void parameters() {
    for (const Tree* p : tables_of(root_, "parameter")) {
      const auto low = bound(*p, "minimum"), high = bound(*p, "maximum");
      if (low && high && low->unit == high->unit && high->number < low->number) {
        add(errors::methodology_bound, {{"key", "maximum"}, {"text", text_at(*p, "maximum")}, {"reason", "it is below the minimum"}, {"reason_ja", "最小を下回ります"}}, p->find("maximum")->place);
      }
      const Tree* classes = p->find("classes");
      const bool third = classes != nullptr && classes->is_array() && std::ranges::any_of(classes->items, [](const Tree& c) { return c.text == "III"; });
      if (!text_at(*p, "default").empty() && text_at(*p, "kind") == "coefficient" && !third) {
        wrong(*p, "classes", "", "デフォルト値があるので、分類に III を加えてください。", "It has a default, so its classes have III.");
      }
    }
  }

  // A value that names something of a section, which has nothing of that name.
  void reference(const Tree& table, std::string_view value, std::string_view section, std::string_view key, const std::string& as) {
    const std::string name = text_at(table, value);
    const auto tables = tables_of(root_, section);
    if (name.empty() || std::ranges::any_of(tables, [&](const Tree* t) { return text_at(*t, key) == name; })) return;
    add(errors::methodology_reference, {{"key", as}, {"name", name}}, table.find(value)->place);
  }

  void results() {
    for (const char* section : {"parameter", "formula"}) {
      for (const Tree* t : tables_of(root_, section)) reference(*t, "rows", "rows", "name", std::string(section) + " " + text_at(*t, "symbol") + ".rows");
    }
    const Tree* results = root_.find("results");
    if (results == nullptr || !results->is_table()) return;
    reference(*results, "baseline", "formula", "symbol", "results.baseline");
    reference(*results, "project", "formula", "symbol", "results.project");
    reference(*results, "main_activity", "parameter", "symbol", "results.main_activity");
    for (const char* key : {"baseline", "project"}) {
      const std::string name = text_at(*results, key);
      for (const Tree* f : tables_of(root_, "formula")) {
        const std::string unit = text_at(*f, "unit");
        if (text_at(*f, "symbol") == name && !unit.empty() && unit != "tCO2" && unit != "tCO2e") {
          add(errors::methodology_result, {{"name", name}, {"unit", unit}}, f->find("unit")->place);
        }
      }
    }
  }

  // What is said to come from the official text names one.
  void basis() {
    for (const char* section : {"formula", "condition", "new_installation_case", "incidental"}) {
      for (const Tree* t : tables_of(root_, section)) {
        const Tree* sources = t->find("sources");
        if (text_at(*t, "basis") != "official" || sources == nullptr || !sources->is_array()) continue;
        std::string named;
        bool official = false;
        for (const Tree& id : sources->items) {
          const Source* source = rulebook_.source(id.text);
          official = official || source == nullptr || source->basis == "official" || source->basis == "scheme_copy";
          named += (named.empty() ? "" : ", ") + id.text;
        }
        if (!official) add(errors::methodology_basis, {{"sources", named}}, t->find("basis")->place);
      }
    }
  }

  // ---- What may stand anywhere ----

  static bool ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }
  void below(const Tree& tree, const std::string& key) {
    for (const Tree& item : tree.items) below(item, key);
    if (!tree.is_table()) return;
    const std::string ja = text_at(tree, "ja"), en = text_at(tree, "en");
    if (!ja.empty() && ja == en && !ascii(ja)) add(errors::methodology_text_same, {{"key", key}}, tree.find("en")->place);
    for (const auto& [name, value] : tree.members) {
      if (name == "sources" && value.is_array()) {
        if (value.items.empty()) add(errors::source_missing, {}, value.place);
        for (const Tree& id : value.items) {
          if (!id.text.empty() && rulebook_.source(id.text) == nullptr) add(errors::source_unknown, {{"source", id.text}}, id.place);
        }
      }
      below(value, name);
    }
  }

  struct ChoiceOf {
    std::vector<std::string> options;
    std::size_t index = 0;
  };
  const Tree& root_;
  const TextPlaces& places_;
  const Pack& pack_;
  const Rulebook& rulebook_;
  Slips& slips_;
  std::map<std::string, ChoiceOf, std::less<>> choices_;
};

}  // namespace

void find_slips_of_text(const Tree& root, const TextPlaces& places, const Pack& pack, const Rulebook& rulebook, Slips& slips) {
  Text(root, places, pack, rulebook, slips).find();
}

}  // namespace detail

namespace {

// What reading said, where it is not the same as what was found more exactly.
void add_readings(const Error& error, detail::Slips& slips) {
  const bool more_exact = !slips.empty();
  Error one = error;
  one.also.clear();
  const bool placeless = one.place.line == 0 || (one.def == &errors::formula_name_twice && one.place.line <= 1);
  const bool known = std::ranges::any_of(slips, [&](const Error& s) {
    const bool here = s.place.line == one.place.line && s.place.column == one.place.column;
    return s.def == one.def && (here || (one.place.line <= 1 && s.args == one.args));
  });
  if (!known && !(placeless && more_exact)) slips.push_back(std::move(one));
  for (const Error& e : error.also) add_readings(e, slips);
}

}  // namespace

Result<std::shared_ptr<const Methodology>> check_methodology(const Pack& pack, const Rulebook& rulebook) {
  const std::string* text = pack.file("methodology.toml");
  if (text == nullptr) return fail(errors::pack_file_missing, {{"path", "methodology.toml"}}, {pack.shown_path("pack.toml"), 0, 0});
  const std::string file = pack.shown_path("methodology.toml");
  SUMI_TRY(const Tree root, parse_toml(*text, file));
  const RulebookTables tables(rulebook);
  detail::Slips slips;
  detail::find_slips_of_text(root, TextPlaces(*text), pack, rulebook, slips);
  auto data = detail::read_data(*text, file, pack.hash(), tables);
  if (data) {
    detail::find_unused(root, slips);
    detail::find_slips_of_examples(Methodology(*data), root, tables, slips);
  } else {
    add_readings(data.error(), slips);
  }
  if (slips.empty()) return read_methodology(pack, rulebook);
  std::ranges::stable_sort(slips, {}, [](const Error& e) { return std::tuple(e.place.file, e.place.line, e.place.column); });
  Findings findings;
  for (Error& slip : slips) findings.add(std::move(slip));
  return fail(findings.take());
}

}  // namespace sumi::rulebook
