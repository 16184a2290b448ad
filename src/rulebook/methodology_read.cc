// methodology.toml -> Methodology::Data. What a pack may say, key by key.
#include <algorithm>

#include "rulebook/errors.h"
#include "rulebook/methodology_data.h"
#include "rulebook/pack.h"
#include "rulebook/rulebook.h"
#include "rulebook/text_places.h"
#include "rulebook/tree_fields.h"

namespace sumi::rulebook {

namespace {

class Reader {
 public:
  Reader(const Tree& root, std::string_view text, Methodology::Data& data) : root_(root), places_(text), data_(data) {}

  Result<void> read() {
    TreeFields top(root_, "methodology.toml", findings_);
    if (const Tree* head = table(top, "methodology", true)) read_head(*head);
    if (const Tree* exceptions = table(top, "exceptions", true)) read_exceptions(*exceptions);
    each(top, "choice", [&](const Tree& t) { read_choice(t); });
    each(top, "unit_variable", [&](const Tree& t) { read_unit_variable(t); });
    each(top, "rows", [&](const Tree& t) { read_rows(t); });
    each(top, "parameter", [&](const Tree& t) { read_parameter(t); });
    each(top, "formula", [&](const Tree& t) { data_.formulas.push_back(read_formula(t, "[[formula]]")); });
    if (const Tree* results = table(top, "results", true)) read_results(*results);
    each(top, "condition", [&](const Tree& t) { data_.conditions.push_back(read_condition(t, "[[condition]]")); });
    each(top, "new_installation_case", [&](const Tree& t) { data_.cases.push_back(read_condition(t, "[[new_installation_case]]")); });
    each(top, "check", [&](const Tree& t) { read_check(t); });
    each(top, "incidental", [&](const Tree& t) { read_incidental(t); });
    if (const Tree* rule = table(top, "incidental_rule", !data_.incidental.empty())) read_incidental_rule(*rule);
    each(top, "example", [&](const Tree& t) { read_example(t); });
    top.expect_no_others();
    if (findings_.empty()) check_references();
    if (!findings_.empty()) return fail(findings_.take());
    return {};
  }

 private:
  const Tree* table(TreeFields& fields, std::string_view key, bool needed) {
    const Tree* tree = fields.tree(key);
    if (tree == nullptr) {
      if (needed) fields.missing(key);
      return nullptr;
    }
    if (tree->is_table()) return tree;
    fields.wrong(key, tree->text, "[" + std::string(key) + "] の表として書いてください。", "Write it as a table [" + std::string(key) + "].");
    return nullptr;
  }
  template <class F>
  void each(TreeFields& fields, std::string_view key, F read_one) {
    const Tree* list = fields.tree(key);
    if (list == nullptr) return;
    if (!list->is_array() || !std::ranges::all_of(list->items, [](const Tree& t) { return t.is_table(); })) {
      fields.wrong(key, list->text, "[[" + std::string(key) + "]] の表の並びとして書いてください。", "Write it as tables [[" + std::string(key) + "]].");
      return;
    }
    for (const Tree& item : list->items) read_one(item);
  }
  BothLanguages both(TreeFields& fields, std::string_view key, bool needed = true) {
    BothLanguages text;
    fields.both_languages(key, text.ja, text.en, needed);
    return text;
  }
  std::string choice_of(TreeFields& fields, std::string_view key, std::string fallback, std::initializer_list<std::string_view> known) {
    std::string value = fields.text_or(key, std::move(fallback));
    if (std::ranges::find(known, value) == known.end()) {
      std::string list;
      for (const auto k : known) list += (list.empty() ? "" : ", ") + std::string(k);
      fields.wrong(key, value, "次のいずれかを書いてください: " + list, "Use one of " + list + ".");
    }
    return value;
  }
  std::optional<Date> date(TreeFields& fields, std::string_view key) {
    const std::string text = fields.text_or(key, "");
    if (text.empty()) return std::nullopt;
    auto parsed = Date::parse(text);
    if (parsed) return *parsed;
    fields.wrong(key, text, "2026-02-20 のように書いてください。", "Write it as 2026-02-20.");
    return std::nullopt;
  }
  [[nodiscard]] Place text_place(const Tree& t, std::string_view key) const {
    const Tree* value = t.find(key);
    return value == nullptr ? t.place : places_.of(*value);
  }
  Basis basis(TreeFields& fields) {
    return choice_of(fields, "basis", "reconstructed", {"official", "reconstructed"}) == "official" ? Basis::official : Basis::reconstructed;
  }

  void read_head(const Tree& t) {
    TreeFields f(t, "[methodology]", findings_);
    data_.number = f.text("number");
    data_.version = f.text("version");
    data_.title = both(f, "title");
    data_.sector = both(f, "sector");
    data_.credit_type = f.text("credit_type");
    data_.removal = choice_of(f, "effect", "reduction", {"reduction", "removal"}) == "removal";
    data_.nature = f.flag_or("nature", false);
    data_.valid_from = date(f, "valid_from");
    data_.valid_to = date(f, "valid_to");
    data_.published = date(f, "published");
    data_.sources = f.texts("sources");
    data_.note = both(f, "note", false);
    data_.baseline = both(f, "baseline");
    data_.rounding_rule = f.text("rounding_rule");
    data_.rounding = both(f, "rounding");
    f.expect_no_others();
  }

  void read_exceptions(const Tree& t) {
    TreeFields f(t, "[exceptions]", findings_);
    Exceptions& e = data_.exceptions;
    e.two_year_rule_exempt = f.flag_or("two_year_rule_exempt", false);
    e.has_certification_period = f.flag_or("certification_period", true);
    e.permanence_required = f.flag_or("permanence_required", false);
    e.starts_before_application = f.flag_or("starts_before_application", false);
    e.registration_criterion_known = choice_of(f, "registration_criterion_known", "no_rule_data", {"none", "stated", "no_rule_data"});
    e.registration_criterion = both(f, "registration_criterion", e.registration_criterion_known == "stated");
    e.additionality_test_required = f.flag_or("additionality_test_required", true);
    each(f, "exemption", [&](const Tree& item) {
      TreeFields x(item, "[[exceptions.exemption]]", findings_);
      Exceptions::AdditionalityExemption one;
      one.id = x.text("id");
      one.text = both(x, "text");
      one.from = date(x, "from");
      one.to = date(x, "to");
      one.no_rule_data = x.flag_or("no_rule_data", false);
      one.sources = x.texts("sources");
      x.expect_no_others();
      e.exemptions.push_back(std::move(one));
    });
    f.expect_no_others();
  }

  void read_choice(const Tree& t) {
    TreeFields f(t, "[[choice]]", findings_);
    Choice c;
    c.name = f.text("name");
    c.title = both(f, "title");
    each(f, "option", [&](const Tree& item) {
      TreeFields x(item, "[[choice.option]]", findings_);
      c.options.push_back({x.text("value"), both(x, "title")});
      x.expect_no_others();
    });
    c.table = f.text_or("table", "");
    if (c.options.empty() == c.table.empty()) f.wrong("table", c.table, "option か table のどちらか一方を書いてください。", "Give either its options or a table.");
    c.default_value = f.text_or("default", "");
    c.same_as = f.text_or("same_as", "");
    c.when = f.text_or("when", "");
    f.expect_no_others();
    data_.choices.push_back(std::move(c));
  }

  void read_unit_variable(const Tree& t) {
    TreeFields f(t, "[[unit_variable]]", findings_);
    UnitVariable v;
    v.symbol = f.text("symbol");
    v.key = f.text_or("choice", "");
    v.column = v.key.empty() ? "" : f.text("column");
    const auto choice = std::ranges::find(data_.choices, v.key, &Choice::name);
    if (!v.key.empty()) {
      if (choice == data_.choices.end() || choice->table.empty()) {
        f.wrong("choice", v.key, "表のキーとなる選択肢の名前を書いてください。", "Name a choice that is a key of a table.");
      } else {
        v.table = choice->table;
      }
    }
    f.expect_no_others();
    data_.unit_variables.push_back(std::move(v));
  }

  void read_rows(const Tree& t) {
    TreeFields f(t, "[[rows]]", findings_);
    RowList list{f.text("name"), both(f, "title"), f.flag_or("may_be_empty", false) ? std::size_t{0} : std::size_t{1}, f.text_or("when", "")};
    f.expect_no_others();
    data_.row_lists.push_back(std::move(list));
  }

  void read_parameter(const Tree& t) {
    TreeFields f(t, "[[parameter]]", findings_);
    Parameter p;
    p.symbol = f.text("symbol");
    p.definition = both(f, "definition");
    p.unit = f.text("unit");
    const std::string kind = choice_of(f, "kind", "", {"activity", "coefficient", "fact"});
    p.kind = kind == "activity" ? ParameterKind::activity : kind == "coefficient" ? ParameterKind::coefficient : ParameterKind::fact;
    p.given = choice_of(f, "given", kind == "activity" ? "monitored" : "plan", {"plan", "monitored"}) == "plan" ? Given::plan : Given::monitored;
    p.rows = f.text_or("rows", "");
    p.table = f.text_or("table", "");
    if (!p.table.empty() && p.unit != "text") f.wrong("table", p.table, "table は unit = \"text\" のパラメータだけに書けます。", "Only a parameter with unit = \"text\" has a table.");
    if (p.unit == "text" && kind != "fact") f.wrong("kind", kind, "unit = \"text\" のパラメータは fact としてください。", "A parameter with unit = \"text\" is a fact.");
    p.classes = p.kind == ParameterKind::fact ? f.texts_or_none("classes") : f.texts("classes");
    for (const std::string& c : p.classes) {
      const bool fits = p.kind == ParameterKind::coefficient ? c == "I" || c == "II" || c == "III" : c == "A" || c == "B" || c == "C";
      if (!fits) f.wrong("classes", c, "活動量は A、B、C、係数は I、II、III です。", "Activity data have A, B, C; coefficients I, II, III.");
    }
    p.frequency = both(f, "frequency", false);
    p.method = both(f, "method", false);
    p.default_lookup = f.text_or("default", "");
    p.needs_value_year = f.flag_or("value_year", false);
    p.minimum = f.text_or("minimum", "");
    p.maximum = f.text_or("maximum", "");
    p.when = f.text_or("when", "");
    f.expect_no_others();
    p.place = text_place(t, "default");
    data_.parameters.push_back(std::move(p));
  }

  NamedFormula read_formula(const Tree& t, const std::string& where) {
    TreeFields f(t, where, findings_);
    NamedFormula n;
    n.symbol = f.text("symbol");
    n.unit = f.text("unit");
    n.text = f.text("formula");
    n.title = both(f, "title");
    n.basis = basis(f);
    n.sources = f.texts("sources");
    n.when = f.text_or("when", "");
    n.rows = f.text_or("rows", "");
    n.place = text_place(t, "formula");
    f.expect_no_others();
    return n;
  }

  void read_results(const Tree& t) {
    TreeFields f(t, "[results]", findings_);
    data_.baseline_result = f.text("baseline");
    data_.project_result = f.text("project");
    data_.main_activity = f.text("main_activity");
    f.expect_no_others();
  }

  Condition read_condition(const Tree& t, const std::string& where) {
    TreeFields f(t, where, findings_);
    Condition c;
    c.id = f.text("id");
    c.text = both(f, "text");
    const std::string how = choice_of(f, "check", "", {"declared", "formula", "evidence"});
    c.how = how == "formula" ? HowChecked::formula : how == "evidence" ? HowChecked::evidence : HowChecked::declared;
    if (c.how == HowChecked::formula) c.formula = f.text("formula");
    c.evidence = both(f, "evidence", c.how == HowChecked::evidence);
    c.basis = basis(f);
    c.sources = f.texts("sources");
    c.when = f.text_or("when", "");
    c.place = text_place(t, "formula");
    f.expect_no_others();
    return c;
  }

  void read_check(const Tree& t) {
    TreeFields f(t, "[[check]]", findings_);
    InputCheck c{both(f, "text"), f.text("formula"), f.text_or("when", ""), text_place(t, "formula")};
    f.expect_no_others();
    data_.checks.push_back(std::move(c));
  }

  void read_incidental(const Tree& t) {
    TreeFields f(t, "[[incidental]]", findings_);
    IncidentalSource s;
    s.id = f.text("id");
    s.title = both(f, "title");
    s.side = choice_of(f, "side", "", {"baseline", "project"}) == "baseline" ? Side::baseline : Side::project;
    s.emission = {"emission", "tCO2", f.text("formula"), s.title, basis(f), f.texts("sources"), {}, text_place(t, "formula")};
    s.when = f.text_or("when", "");
    f.expect_no_others();
    data_.incidental.push_back(std::move(s));
  }

  void read_incidental_rule(const Tree& t) {
    TreeFields f(t, "[incidental_rule]", findings_);
    data_.incidental_rule.must_calculate_from = f.text("must_calculate_from");
    data_.incidental_rule.unmonitored_below = f.text("unmonitored_below");
    data_.incidental_rule.by_ratio = {"by_ratio", "tCO2", f.text("by_ratio"), both(f, "text"), basis(f), f.texts("sources"), {}, text_place(t, "by_ratio")};
    f.expect_no_others();
  }

  // Names that refer to each other, where a formula's compiler would not notice.
  void check_references() {
    const auto known = [&](const auto& list, auto member, const std::string& name, const std::string& key) {
      if (name.empty() || std::ranges::find(list, name, member) != list.end()) return;
      findings_.add(make_error(errors::methodology_reference, {{"key", key}, {"name", name}}, root_.place));
    };
    const auto unique = [&](const auto& list, auto member) {
      for (auto it = list.begin(); it != list.end(); ++it) {
        if (std::find_if(list.begin(), it, [&](const auto& other) { return std::invoke(member, other) == std::invoke(member, *it); }) != it) {
          findings_.add(make_error(errors::formula_name_twice, {{"name", std::invoke(member, *it)}}, root_.place));
        }
      }
    };
    for (const Parameter& p : data_.parameters) known(data_.row_lists, &RowList::name, p.rows, "parameter " + p.symbol + ".rows");
    for (const Choice& c : data_.choices) known(data_.choices, &Choice::name, c.same_as, "choice " + c.name + ".same_as");
    std::vector<NamedFormula> results;  // a formula of rows is none
    std::ranges::copy_if(data_.formulas, std::back_inserter(results), [](const NamedFormula& f) { return f.rows.empty(); });
    known(results, &NamedFormula::symbol, data_.baseline_result, "results.baseline");
    known(results, &NamedFormula::symbol, data_.project_result, "results.project");
    for (const NamedFormula& f : data_.formulas) known(data_.row_lists, &RowList::name, f.rows, "formula " + f.symbol + ".rows");
    known(data_.parameters, &Parameter::symbol, data_.main_activity, "results.main_activity");
    unique(data_.choices, &Choice::name);
    unique(data_.conditions, &Condition::id);
    unique(data_.cases, &Condition::id);
    unique(data_.incidental, &IncidentalSource::id);
    if (data_.unit_variables.size() > 4) {
      findings_.add(make_error(errors::methodology_variants, {{"limit", "4"}}, root_.place));
    }
  }

  // ---- Examples ----

  void read_example(const Tree& t) {
    TreeFields f(t, "[[example]]", findings_);
    ExampleCase e;
    e.shown = {f.text("name"), f.text("source")};
    e.place = t.place;
    const std::string year = f.text("fiscal_year");
    if (auto fy = FiscalYear::parse(year)) {
      e.options.fiscal_year = *fy;
    } else {
      f.wrong("fiscal_year", year, "FY2013 のように書いてください。", "Write it as FY2013.");
    }
    e.options.project_start = date(f, "project_start");
    const std::string period = f.text_or("period", "");
    if (!period.empty()) {
      if (auto parsed = Period::parse(period)) {
        e.options.period = *parsed;
      } else {
        f.wrong("period", period, "2013-04-01..2014-03-31 のように書いてください。", "Write it as 2013-04-01..2014-03-31.");
      }
    }
    if (const Tree* values = f.tree("values")) read_values(*values, e.options.fiscal_year, e.plan.values);
    if (const Tree* rows = f.tree("rows")) read_example_rows(*rows, e.options.fiscal_year, e.plan);
    if (const Tree* expected = table(f, "expected", true)) {
      for (const auto& [name, value] : expected->members) e.expected.emplace_back(name, value.text);
    }
    f.expect_no_others();
    data_.examples.push_back(e.shown);
    data_.example_cases.push_back(std::move(e));
  }
  static void read_values(const Tree& t, FiscalYear year, std::vector<NamedInput>& out) {
    for (const auto& [name, value] : t.members) {
      InputValue input;
      input.origin = Origin::declared;
      if (value.kind == Tree::Kind::boolean) {
        input.value = value.text == "true";
      } else if (const auto quantity = parse_quantity(value.text)) {
        input.value = *quantity;
        input.value_year = year;
      } else {
        input.value = value.text;
      }
      out.emplace_back(name, std::move(input));
    }
  }
  static void read_example_rows(const Tree& t, FiscalYear year, Inputs& out) {
    for (const auto& [list, items] : t.members) {
      std::vector<InputRow> rows;
      for (const Tree& item : items.items) {
        InputRow row;
        row.label = "row " + std::to_string(rows.size() + 1);
        read_values(item, year, row.values);
        rows.push_back(std::move(row));
      }
      out.rows.emplace_back(list, std::move(rows));
    }
  }

  const Tree& root_;
  TextPlaces places_;
  Methodology::Data& data_;
  Findings findings_;
};

// Every source id that the pack names, with the title that the rulebook has for it.
Result<void> name_sources(Methodology::Data& data, const Rulebook& rulebook, const std::string& file) {
  std::vector<std::string> ids = data.sources;
  const auto more = [&](const std::vector<std::string>& list) { ids.insert(ids.end(), list.begin(), list.end()); };
  for (const auto& f : data.formulas) more(f.sources);
  for (const auto& c : data.conditions) more(c.sources);
  for (const auto& c : data.cases) more(c.sources);
  for (const auto& s : data.incidental) more(s.emission.sources);
  for (const auto& e : data.exceptions.exemptions) more(e.sources);
  more(data.incidental_rule.by_ratio.sources);
  for (const std::string& id : ids) {
    const Source* source = rulebook.source(id);
    if (source == nullptr) return fail(errors::source_unknown, {{"source", id}}, {file, 0, 0});
    data.source_titles.emplace(id, source->title);
  }
  return {};
}

}  // namespace

namespace detail {

Result<std::shared_ptr<Methodology::Data>> read_data(std::string_view text, const std::string& file_name, const Hash& pack_hash, const TableSource& tables) {
  SUMI_TRY(const Tree root, parse_toml(text, file_name));
  auto data = std::make_shared<Methodology::Data>();
  data->pack_hash = pack_hash;
  data->file_name = file_name;
  Reader reader(root, text, *data);
  SUMI_CHECK(reader.read());
  SUMI_CHECK(build_variants(*data, tables));
  return data;
}

}  // namespace detail

Result<std::shared_ptr<const Methodology>> read_methodology_text(std::string_view text, const std::string& file_name, const Hash& pack_hash,
                                                                 const TableSource& tables) {
  SUMI_TRY(auto data, detail::read_data(text, file_name, pack_hash, tables));
  auto methodology = std::make_shared<const Methodology>(std::move(data));
  SUMI_CHECK(detail::check_examples(*methodology, tables));
  return methodology;
}

Result<std::shared_ptr<const Methodology>> read_methodology(const Pack& pack, const Rulebook& rulebook) {
  const std::string* text = pack.file("methodology.toml");
  if (text == nullptr) return fail(errors::pack_file_missing, {{"path", "methodology.toml"}}, {pack.shown_path("pack.toml"), 0, 0});
  const RulebookTables tables(rulebook);
  SUMI_TRY(auto data, detail::read_data(*text, pack.shown_path("methodology.toml"), pack.hash(), tables));
  SUMI_CHECK(name_sources(*data, rulebook, pack.shown_path("methodology.toml")));
  auto methodology = std::make_shared<const Methodology>(std::move(data));
  SUMI_CHECK(detail::check_examples(*methodology, tables));
  return methodology;
}

}  // namespace sumi::rulebook
