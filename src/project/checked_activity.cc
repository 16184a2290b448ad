// One activity of a plan against its methodology.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/plan_checker.h"

namespace sumi::project {

namespace {

using rulebook::Given;
using rulebook::InputRow;
using rulebook::InputValue;
using rulebook::Methodology;
using rulebook::Origin;
using rulebook::Parameter;
using rulebook::ParameterKind;

template <class T, class M>
std::vector<std::string> names_of(const std::vector<T>& list, M member) {
  std::vector<std::string> names;
  for (const T& t : list) names.push_back(t.*member);
  return names;
}

class ActivityChecker {
 public:
  ActivityChecker(PlanChecker& checker, const PlanActivity& plan, std::string_view path, FiscalYear year)
      : c_(checker), plan_(plan), path_(path), tables_(checker.rulebook()) {
    calculation_.fiscal_year = year;
    calculation_.as_known = checker.options().as_known;
    calculation_.allow_low_confidence = checker.options().allow_low_confidence;
  }

  CheckedActivity check() {
    out_.name = plan_.name;
    out_.new_installation = plan_.baseline == BaselineChoice::new_installation;
    if (plan_.baseline == BaselineChoice::both) c_.note(errors::plan_baseline_both, field("baseline"));
    check_sections(c_, plan_, path_, out_);
    if (!find_methodology()) return std::move(out_);
    conditions();
    if (choices()) {
      rows();
      parameters();
      monitoring();
    }
    instruments();
    methods();
    incidental();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string field(std::string_view name) const { return below(path_, name); }
  [[nodiscard]] const Methodology& methodology() const { return *out_.methodology; }

  bool find_methodology() {
    const bool named = c_.need(field("methodology"), plan_.methodology);
    c_.need(field("methodology_version"), plan_.methodology_version);
    if (!named) return false;
    std::vector<std::string> known;
    for (const auto& [number, m] : c_.rulebook().methodologies()) {
      if (number == plan_.methodology) out_.methodology = m;
      known.push_back(number);
    }
    if (!out_.methodology) {
      c_.note(errors::plan_methodology_unknown, field("methodology"), {{"methodology", plan_.methodology}, {"known", joined_names(known)}});
      return false;
    }
    if (!plan_.methodology_version.empty() && plan_.methodology_version != methodology().version()) {
      c_.note(errors::plan_methodology_version, field("methodology_version"), {{"given", plan_.methodology_version}, {"known", methodology().version()}});
    }
    return true;
  }

  void conditions() {
    std::vector<std::string> known = names_of(methodology().conditions(), &rulebook::Condition::id);
    for (std::string& id : names_of(methodology().new_installation_cases(), &rulebook::Condition::id)) known.push_back(std::move(id));
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < plan_.conditions.size(); ++i) {
      const PlanCondition& condition = plan_.conditions[i];
      const std::string at = below(at_index(field("conditions"), i), "id");
      if (condition_of_exemption(condition.id)) {
        if (!seen.insert(condition.id).second) c_.note(errors::plan_condition_twice, at, {{"name", condition.id}});
      } else if (std::ranges::find(known, condition.id) == known.end()) {
        c_.note(errors::plan_condition_unknown, at, {{"name", condition.id}, {"known", joined_names(known)}});
      } else if (!seen.insert(condition.id).second) {
        c_.note(errors::plan_condition_twice, at, {{"name", condition.id}});
      } else {
        InputValue value{condition.met, Origin::declared, "", {}, condition.evidence};
        out_.inputs.values.emplace_back(condition.id, std::move(value));
      }
    }
  }

  // Under which the scheme's list spares this methodology the additionality test: R5 asks for it, no formula does.
  [[nodiscard]] bool condition_of_exemption(const std::string& id) const {
    const auto* table = c_.rulebook().table("jcredit-scheme/exemptions");
    if (table == nullptr || id.empty()) return false;
    const auto column = std::ranges::find(table->columns, "condition_id", &rulebook::ColumnInfo::name);
    if (column == table->columns.end()) return false;
    const auto index = static_cast<std::size_t>(column - table->columns.begin());
    return std::ranges::any_of(c_.rulebook().rows(table->name), [&](const rulebook::Row& row) {
      const auto* text = row.cells[index] ? std::get_if<std::string>(&*row.cells[index]) : nullptr;
      return row.key.front() == methodology().number() && text != nullptr && *text == id;
    });
  }

  // True where the methodology's variant is known.
  bool choices() {
    std::vector<std::string> known = names_of(methodology().choices(), &rulebook::Choice::name);
    for (std::string& name : names_of(methodology().unit_variables(), &rulebook::UnitVariable::symbol)) known.push_back(std::move(name));
    bool good = true;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < plan_.choices.size(); ++i) {
      const PlanChoice& choice = plan_.choices[i];
      const std::string at = at_index(field("choices"), i);
      const auto it = std::ranges::find(methodology().choices(), choice.name, &rulebook::Choice::name);
      if (std::ranges::find(known, choice.name) == known.end() || !seen.insert(choice.name).second) {
        c_.note(errors::plan_choice_unknown, below(at, "name"), {{"name", choice.name}, {"known", joined_names(known)}});
        good = false;
        continue;
      }
      if (it != methodology().choices().end() && !it->options.empty() &&
          std::ranges::find(it->options, choice.value, &rulebook::Choice::Option::value) == it->options.end()) {
        c_.note(errors::plan_choice, below(at, "value"),
                {{"name", choice.name}, {"value", choice.value}, {"known", joined_names(names_of(it->options, &rulebook::Choice::Option::value))}});
        good = false;
        continue;
      }
      out_.inputs.values.emplace_back(choice.name, InputValue{choice.value, Origin::plan, "", {}, ""});
    }
    return good && find_variant();
  }

  bool find_variant() {
    Result<std::vector<std::size_t>> indices = rulebook::parameters_for(methodology(), out_.inputs);
    if (!indices) {
      c_.note(std::move(indices).error(), field("choices"));
      return false;
    }
    indices_ = *std::move(indices);
    return true;
  }

  [[nodiscard]] const Parameter* parameter(std::string_view symbol) const {
    for (const std::size_t i : indices_) {
      if (methodology().parameters()[i].symbol == symbol) return &methodology().parameters()[i];
    }
    return nullptr;
  }
  [[nodiscard]] std::string known_parameters(std::optional<Given> given) const {
    std::vector<std::string> names;
    for (const std::size_t i : indices_) {
      const Parameter& p = methodology().parameters()[i];
      if (!given || p.given == *given) names.push_back(p.symbol);
    }
    return joined_names(names);
  }

  void rows() {
    for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
      const PlanRow& row = plan_.rows[i];
      const std::string at = at_index(field("rows"), i);
      const auto& lists = methodology().row_lists();
      if (std::ranges::find(lists, row.list, &rulebook::RowList::name) == lists.end()) {
        c_.note(errors::plan_list_unknown, below(at, "list"), {{"name", row.list}, {"known", joined_names(names_of(lists, &rulebook::RowList::name))}});
        continue;
      }
      if (!c_.need(below(at, "label"), row.label)) continue;
      std::vector<InputRow>& list = list_of(row.list);
      if (std::ranges::find(list, row.label, &InputRow::label) != list.end()) {
        c_.note(errors::plan_row_twice, below(at, "label"), {{"name", row.label}});
        continue;
      }
      list.push_back({row.label, {}});
    }
    for (const std::size_t i : indices_) {
      const std::string& name = methodology().parameters()[i].rows;
      const auto it = std::ranges::find(methodology().row_lists(), name, &rulebook::RowList::name);
      if (name.empty() || it == methodology().row_lists().end()) continue;
      const bool exists = std::ranges::find(out_.inputs.rows, name, &std::pair<std::string, std::vector<InputRow>>::first) != out_.inputs.rows.end();
      if ((exists ? list_of(name).size() : 0) < it->minimum) {
        c_.note(errors::plan_rows_too_few, field("rows"), {{"name", name}, {"minimum", std::to_string(it->minimum)}});
        list_of(name);
        break;
      }
    }
  }

  std::vector<InputRow>& list_of(const std::string& name) {
    for (auto& [list, rows] : out_.inputs.rows) {
      if (list == name) return rows;
    }
    return out_.inputs.rows.emplace_back(name, std::vector<InputRow>{}).second;
  }

  // The row that a symbol of a list is given for; nullptr after a note.
  InputRow* row_named(const Parameter& p, const std::string& label, const std::string& at) {
    std::vector<InputRow>& list = list_of(p.rows);
    const auto it = std::ranges::find(list, label, &InputRow::label);
    if (it != list.end()) return &*it;
    c_.note(errors::plan_row_unknown, below(at, "row"), {{"name", label}, {"known", joined_names(names_of(list, &InputRow::label))}});
    return nullptr;
  }

  // The unit of "the fuel" is nowhere said: the monitoring row that counts in it says it. A missing row is a finding of its own.
  void ask_unit(const std::string& variable) {
    for (std::size_t i = 0; i < plan_.monitoring.size(); ++i) {
      const Parameter* p = parameter(plan_.monitoring[i].symbol);
      if (p == nullptr || p->unit != variable || !asked_.insert(variable).second) continue;
      c_.note(errors::plan_missing, below(at_index(field("monitoring"), i), "unit"));
    }
  }

  std::optional<Unit> unit_of(const Parameter& p, const std::string& at) {
    Result<Unit> unit = rulebook::parameter_unit(methodology(), p.symbol, out_.inputs, calculation_, tables_);
    if (unit) return *std::move(unit);
    for (const rulebook::UnitVariable& variable : methodology().unit_variables()) {
      if (!formula_names(p.unit, variable.symbol)) continue;
      ask_unit(variable.symbol);
      return std::nullopt;
    }
    c_.note(std::move(unit).error(), at);
    return std::nullopt;
  }

  // Class, evidence and whose word it is. False after a note that makes the value useless.
  bool check_standing(const Parameter& p, const PlanParameter& given, const std::string& at, InputValue& value) {
    if (!given.monitoring_class.empty()) {
      std::vector<std::string> known = p.classes;
      std::erase(known, "III");  // a default is not given, it is looked up
      if (std::ranges::find(known, given.monitoring_class) == known.end()) {
        c_.note(errors::plan_class, below(at, "monitoring_class"), {{"given", given.monitoring_class}, {"symbol", p.symbol}, {"known", joined_names(known)}});
        return false;
      }
      value.monitoring_class = given.monitoring_class;
    } else {
      value.origin = Origin::declared;
      if (trim(given.declared_by).empty()) c_.note(errors::plan_declared_by, below(at, "declared_by"), {{"symbol", p.symbol}});
    }
    if (trim(given.evidence).empty()) c_.note(errors::plan_evidence_missing, below(at, "evidence"), {{"symbol", p.symbol}});
    value.source = given.evidence;
    if (!trim(given.declared_by).empty()) value.source += (value.source.empty() ? "" : "; ") + given.declared_by;
    value.value_year = c_.fiscal_year(below(at, "value_year"), given.value_year);
    if (p.needs_value_year && value.origin == Origin::declared && trim(given.value_year).empty()) {
      c_.note(errors::plan_value_year, below(at, "value_year"), {{"symbol", p.symbol}});
    }
    return true;
  }

  // A text that is the key of a table must be one of its keys.
  bool known_key(const Parameter& p, const std::string& text, const std::string& at) {
    if (p.table.empty()) return true;
    std::vector<std::string> known;
    for (const rulebook::Row& row : c_.rulebook().rows(p.table)) {
      if (row.key.empty() || std::ranges::find(known, row.key.front()) != known.end()) continue;
      if (row.key.front() == text) return true;
      known.push_back(row.key.front());
    }
    c_.note(errors::plan_value, at, {{"text", text}, {"expected", joined_names(known)}});
    return false;
  }

  std::optional<InputValue> read_value(const Parameter& p, const PlanParameter& given, const std::string& at) {
    InputValue value;
    const std::string at_value = below(at, "value");
    if (!c_.need(at_value, given.value)) return std::nullopt;
    if (p.unit == "truth") {
      const std::string word = trim(given.value);
      if (word != "true" && word != "false") {
        c_.note(errors::plan_value, at_value, {{"text", given.value}, {"expected", "true / false"}});
        return std::nullopt;
      }
      value.value = word == "true";
    } else if (p.unit == "text") {
      if (!known_key(p, trim(given.value), at_value)) return std::nullopt;
      value.value = trim(given.value);
    } else {
      // Whether the unit fits is asked when all values are there: the unit of "the fuel" may come from one of them.
      const std::optional<Quantity> written = c_.any_quantity(at_value, given.value, p.unit);
      if (!written) return std::nullopt;
      value.value = *written;
    }
    if (p.kind == ParameterKind::fact) {
      value.source = given.evidence;
      return value;
    }
    if (!check_standing(p, given, at, value)) return std::nullopt;
    return value;
  }

  void parameters() {
    for (std::size_t i = 0; i < plan_.parameters.size(); ++i) {
      const PlanParameter& given = plan_.parameters[i];
      const std::string at = at_index(field("parameters"), i);
      const Parameter* p = parameter(given.symbol);
      if (p == nullptr) {
        c_.note(errors::plan_parameter_unknown, below(at, "symbol"), {{"symbol", given.symbol}, {"known", known_parameters(Given::plan)}});
        continue;
      }
      if (p->given == Given::monitored && p->kind == ParameterKind::activity) {
        c_.note(errors::plan_parameter_monitored, below(at, "symbol"), {{"symbol", given.symbol}});
        continue;
      }
      if (!written_.emplace(given.symbol, given.row).second) {
        c_.note(errors::plan_parameter_twice, below(at, "symbol"), {{"symbol", given.symbol}});
        continue;
      }
      InputRow* row = p->rows.empty() ? nullptr : row_named(*p, given.row, at);
      if (!p->rows.empty() && row == nullptr) continue;
      std::optional<InputValue> value = read_value(*p, given, at);
      if (!value) continue;
      given_.emplace(given.symbol, given.row);
      (row == nullptr ? out_.inputs.values : row->values).emplace_back(given.symbol, *std::move(value));
    }
    state_unit_variables();
    check_units();
    for (const std::size_t i : indices_) need_parameter(methodology().parameters()[i]);
  }

  // "The unit of the fuel" where neither the plan's choices nor the rulebook's table of the year say it: the monitoring row does.
  void state_unit_variables() {
    // Of the choices alone: what the plan writes in a unit comes before what the unit of a declared value lets one guess.
    rulebook::Inputs choices;
    for (const auto& value : out_.inputs.values) {
      if (std::holds_alternative<std::string>(value.second.value)) choices.values.push_back(value);
    }
    for (const rulebook::UnitVariable& variable : methodology().unit_variables()) {
      if (out_.inputs.find(variable.symbol) != nullptr) continue;
      for (const std::size_t i : indices_) {
        const Parameter& p = methodology().parameters()[i];
        if (p.unit != variable.symbol || rulebook::parameter_unit(methodology(), p.symbol, choices, calculation_, tables_)) continue;
        const auto row = std::ranges::find(plan_.monitoring, p.symbol, &PlanMonitoring::symbol);
        if (row == plan_.monitoring.end() || trim(row->unit).empty() || !parse_unit(row->unit)) continue;
        out_.inputs.values.emplace_back(variable.symbol, InputValue{row->unit, Origin::plan, "", {}, ""});
        break;
      }
    }
  }

  void check_units() {
    for (std::size_t i = 0; i < plan_.parameters.size(); ++i) {
      const PlanParameter& given = plan_.parameters[i];
      const Parameter* p = parameter(given.symbol);
      if (p == nullptr || p->unit == "truth" || p->unit == "text" || !given_.contains({given.symbol, given.row})) continue;
      const std::string at = below(at_index(field("parameters"), i), "value");
      const std::optional<Unit> unit = unit_of(*p, at);
      if (!unit) continue;
      const std::optional<Quantity> value = c_.quantity(at, given.value, *unit);
      if (value) check_range(*p, *value, given.value, at);
    }
  }

  // A bound is a number in the parameter's unit, or has a unit of its own.
  void check_range(const Parameter& p, const Quantity& value, const std::string& written, const std::string& at) {
    const auto bound = [&](const std::string& text) -> std::optional<Rational> {
      const auto q = parse_quantity(text);
      if (text.empty() || !q) return std::nullopt;
      if (q->unit.text.empty()) return q->value;
      const auto converted = convert(*q, value.unit);
      return converted ? std::optional(converted->value) : std::nullopt;
    };
    const auto low = bound(p.minimum), high = bound(p.maximum);
    if ((low && value.value < *low) || (high && *high < value.value)) {
      c_.note(errors::plan_parameter_range, at, {{"value", written}, {"range", p.minimum + " .. " + p.maximum}});
    }
  }

  void need_parameter(const Parameter& p) {
    const bool key = p.unit == "text" && !p.table.empty();  // without it nothing can be looked up
    if (!key && (p.given != Given::plan || p.kind == ParameterKind::fact || !p.default_lookup.empty() || serves_nothing(p))) return;
    const auto missing = [&](const std::string& symbol) {
      c_.note(errors::plan_parameter_missing, field("parameters"), {{"symbol", symbol}, {"definition", p.definition.ja}, {"unit", p.unit}});
    };
    if (p.rows.empty()) {
      if (!written_.contains({p.symbol, ""})) missing(p.symbol);
      return;
    }
    for (const InputRow& row : list_of(p.rows)) {
      if (!written_.contains({p.symbol, row.label})) missing(p.symbol + " (" + row.label + ")");
    }
  }

  // ---- Section 11 ----

  void monitoring() {
    for (const bool activity : {true, false}) {
      const auto& list = activity ? plan_.monitoring : plan_.coefficients;
      const std::string name = field(activity ? "monitoring" : "coefficients");
      for (std::size_t i = 0; i < list.size(); ++i) monitoring_row(list[i], at_index(name, i));
    }
    for (const std::size_t i : indices_) need_monitoring(methodology().parameters()[i]);
    std::ranges::stable_sort(out_.series, [](const MonitoredSeries& a, const MonitoredSeries& b) { return std::tie(a.symbol, a.row) < std::tie(b.symbol, b.row); });
  }

  void monitoring_row(const PlanMonitoring& row, const std::string& at) {
    const Parameter* p = parameter(row.symbol);
    if (p == nullptr) {
      c_.note(errors::plan_monitoring_unknown, below(at, "symbol"), {{"symbol", row.symbol}, {"known", known_parameters(Given::monitored)}});
      return;
    }
    std::vector<std::string> labels{row.row};
    if (!p->rows.empty() && row.row.empty()) labels = names_of(list_of(p->rows), &InputRow::label);
    if (!p->rows.empty() && !row.row.empty() && row_named(*p, row.row, at) == nullptr) return;
    for (const std::string& label : labels) {
      if (planned_.emplace(row.symbol, label).second) continue;
      c_.note(errors::plan_monitoring_twice, below(at, "symbol"), {{"symbol", label.empty() ? row.symbol : row.symbol + " (" + label + ")"}});
      return;
    }
    std::vector<std::string> known = p->classes;
    if (!p->default_lookup.empty() && std::ranges::find(known, "III") == known.end()) known.emplace_back("III");
    const std::string planned(name_of(row.monitoring_class));
    if (!p->classes.empty() && std::ranges::find(known, planned) == known.end()) {
      c_.note(errors::plan_class, below(at, "monitoring_class"), {{"given", planned}, {"symbol", row.symbol}, {"known", joined_names(known)}});
      return;
    }
    if (!trim(row.unit).empty()) c_.any_quantity(below(at, "unit"), "1 " + row.unit, p->unit);
    // What the plan gives, and what is looked up, is described here but not monitored.
    const bool monitored = p->given == Given::monitored && row.monitoring_class != MonitoringClass::iii && !given_.contains({row.symbol, row.row});
    if (!monitored) return;
    for (const std::string& label : labels) add_series(*p, row, label, at);
  }

  void add_series(const Parameter& p, const PlanMonitoring& row, const std::string& label, const std::string& at) {
    const std::optional<Unit> unit = unit_of(p, below(at, "symbol"));
    if (!unit) return;
    MonitoredSeries s;
    s.symbol = p.symbol;
    s.list = p.rows;
    s.row = label;
    s.unit = *unit;
    // Activity data are amounts of their period unless they are "per time".
    s.divisible = p.kind == ParameterKind::activity && unit->dimension.exponent[static_cast<std::size_t>(BaseDimension::time)] >= 0;
    s.classes = p.classes;
    s.planned_class = row.monitoring_class;
    s.path = at;
    // An expected value may be a word ("4時間排除"): then it is no figure to compare with.
    if (!trim(row.expected).empty() && parse_quantity(row.expected)) {
      s.expected = s.divisible ? c_.per_year(below(at, "expected"), row.expected, *unit) : c_.quantity(below(at, "expected"), row.expected, *unit);
    } else if (!trim(row.expected).empty() && (row.expected.front() >= '0' && row.expected.front() <= '9')) {
      c_.any_quantity(below(at, "expected"), row.expected, unit->text);
    }
    if (!trim(row.unit).empty()) {
      if (const auto own = parse_unit(row.unit); own && !convertible(*own, *unit)) {
        c_.note(errors::plan_unit, below(at, "unit"), {{"from", own->text}, {"to", unit->text}});
      }
    }
    s.plausible_factor = c_.not_negative(below(at, "plausible_factor"), row.plausible_factor, Unit{}, false);
    if (s.plausible_factor && *s.plausible_factor <= Rational(1)) {
      c_.note(errors::plan_value, below(at, "plausible_factor"), {{"text", row.plausible_factor}, {"expected", "> 1"}});
    }
    out_.series.push_back(std::move(s));
  }

  // What only incidental sources need is monitored where one of them is calculated.
  [[nodiscard]] bool serves_nothing(const Parameter& p) const {
    bool incidental = false;
    for (const rulebook::IncidentalSource& source : methodology().incidental_sources()) {
      if (!formula_names(source.emission.text, p.symbol)) continue;
      incidental = true;
      const auto it = std::ranges::find(plan_.incidental, source.id, &PlanIncidental::id);
      if (it != plan_.incidental.end() && it->choice == IncidentalChoice::calculate) return false;
    }
    return incidental && std::ranges::none_of(methodology().formulas(), [&](const rulebook::NamedFormula& f) { return formula_names(f.text, p.symbol); });
  }

  void need_monitoring(const Parameter& p) {
    if (p.given != Given::monitored || p.kind == ParameterKind::fact || !p.default_lookup.empty() || serves_nothing(p)) return;
    std::vector<std::string> labels{""};
    if (!p.rows.empty()) labels = names_of(list_of(p.rows), &InputRow::label);
    for (const std::string& label : labels) {
      if (planned_.contains({p.symbol, label}) || given_.contains({p.symbol, label})) continue;
      c_.note(errors::plan_monitoring_missing, field("monitoring"),
              {{"symbol", label.empty() ? p.symbol : p.symbol + " (" + label + ")"}, {"definition", p.definition.ja}});
    }
  }

  void instruments() {
    for (std::size_t i = 0; i < plan_.instruments.size(); ++i) {
      const PlanInstrument& instrument = plan_.instruments[i];
      const std::string at = at_index(field("instruments"), i);
      const auto same = [&](const PlanMonitoring& row) { return row.symbol == instrument.symbol; };
      if (std::ranges::none_of(plan_.monitoring, same) && std::ranges::none_of(plan_.coefficients, same)) {
        c_.note(errors::plan_instrument_unknown, below(at, "symbol"), {{"symbol", instrument.symbol}});
      }
      c_.date(below(at, "verification_expires"), instrument.verification_expires);
      if (instrument.kind == InstrumentKind::specified_meter) {
        c_.need(below(at, "verification_expires"), instrument.verification_expires);
      } else {
        c_.need(below(at, "calibration"), instrument.calibration);
      }
    }
    for (std::size_t i = 0; i < plan_.monitoring.size(); ++i) {
      const PlanMonitoring& row = plan_.monitoring[i];
      if (row.monitoring_class != MonitoringClass::b) continue;
      if (std::ranges::find(plan_.instruments, row.symbol, &PlanInstrument::symbol) == plan_.instruments.end()) {
        c_.note(errors::plan_instrument_missing, at_index(field("monitoring"), i), {{"symbol", row.symbol}});
      }
    }
  }

  // A class C row has its method in 12.2, a class I row in 12.3.
  void methods() {
    const auto described = [](const std::vector<PlanMethod>& methods, const PlanMonitoring& row) {
      return std::ranges::any_of(methods, [&](const PlanMethod& m) { return m.symbol == row.symbol && !trim(m.method).empty(); });
    };
    for (const auto& [name, rows] : {std::pair{"monitoring", &plan_.monitoring}, {"coefficients", &plan_.coefficients}}) {
      for (std::size_t i = 0; i < rows->size(); ++i) {
        const PlanMonitoring& row = (*rows)[i];
        const std::string at = at_index(field(name), i);
        if (row.monitoring_class == MonitoringClass::c && !described(plan_.estimates, row)) c_.note(errors::plan_estimate_missing, at, {{"symbol", row.symbol}});
        if (row.monitoring_class == MonitoringClass::i && !described(plan_.measurements, row)) c_.note(errors::plan_measurement_missing, at, {{"symbol", row.symbol}});
      }
    }
  }

  // ---- Section 10.2 ----

  void incidental() {
    const auto& sources = methodology().incidental_sources();
    std::set<std::string_view> seen;
    const Unit tonne = unit_named("tCO2");
    for (std::size_t i = 0; i < plan_.incidental.size(); ++i) {
      const PlanIncidental& given = plan_.incidental[i];
      const std::string at = at_index(field("incidental"), i);
      CheckedIncidental out{given.id, given.activity, given.side, given.choice, {}, i};
      out.emission_tCO2_per_year = c_.not_negative(below(at, "emission"), given.emission, tonne, true);
      if (given.choice != IncidentalChoice::calculate) c_.need(below(at, "grounds"), given.grounds);
      if (given.choice != IncidentalChoice::calculate && given.side == EmissionSide::project) c_.need(below(at, "emission"), given.emission);
      if (given.id.empty()) {
        // No formula counts it. Left out, it is held against the thresholds; what is to be counted would be missing from the project's emissions.
        if (given.choice != IncidentalChoice::leave_out && given.side == EmissionSide::project) {
          c_.note(errors::plan_incidental_unknown, below(at, "id"), {{"name", given.activity}, {"known", joined_names(names_of(sources, &rulebook::IncidentalSource::id))}});
        } else {
          c_.remark(errors::finding_incidental_unnamed, at, {{"name", given.activity}});
        }
        out_.incidental.push_back(std::move(out));
        continue;
      }
      const auto source = std::ranges::find(sources, given.id, &rulebook::IncidentalSource::id);
      if (source == sources.end()) {
        c_.note(errors::plan_incidental_unknown, below(at, "id"), {{"name", given.id}, {"known", joined_names(names_of(sources, &rulebook::IncidentalSource::id))}});
        continue;
      }
      if (!seen.insert(given.id).second) {
        c_.note(errors::plan_incidental_twice, below(at, "id"), {{"name", given.id}});
        continue;
      }
      out.title = source->title.ja;
      out.side = source->side == rulebook::Side::baseline ? EmissionSide::baseline : EmissionSide::project;
      treat(out, at);
      out_.incidental.push_back(std::move(out));
    }
    for (const rulebook::IncidentalSource& source : sources) {
      // A source that exists only under a condition may be passed over: whether it does is the calculation's to say.
      if (!source.when.empty() || seen.contains(source.id)) continue;
      c_.note(errors::plan_incidental_missing, field("incidental"), {{"name", source.id}, {"title", source.title.ja}});
    }
    test_ratios();
  }

  // The plan's own ratios against the thresholds of the rulebook; each report is held against them again with its own reduction.
  void test_ratios() {
    const CheckedExpected* whole = most_expected();
    if (whole == nullptr || whole->reduction_t == 0) return;
    std::vector<rulebook::IncidentalFigure> figures;
    for (const CheckedIncidental& source : out_.incidental) {
      figures.push_back({source.id.empty() ? source.title : source.id, source.side == EmissionSide::baseline ? rulebook::Side::baseline : rulebook::Side::project,
                            std::string(name_of(source.choice)), source.emission_tCO2_per_year.value_or(Rational(0))});
    }
    const auto tested = rulebook::check_incidental(methodology(), figures, Integer::from_u64(whole->reduction_t), calculation_, tables_);
    if (!tested) return;  // without thresholds of that year nothing is asked here; the calculation refuses
    for (const rulebook::IncidentalFinding& f : *tested) {
      if (f.acceptable || f.no_ratio) continue;
      c_.remark(f.id == "*" ? errors::finding_incidental_unmonitored : errors::finding_incidental_must_calculate, field("incidental"),
                {{"vintage", whole->fiscal_year.to_string()}, {"name", f.id}, {"ratio", round_places(f.ratio * Rational(100), 2, Rounding::half_up).to_string()}});
    }
  }

  // The plan's reduction of a whole year, by which ratios are taken: the largest of its years, since the first and the last are parts.
  [[nodiscard]] const CheckedExpected* most_expected() const {
    const auto most = std::ranges::max_element(out_.expected, {}, &CheckedExpected::reduction_t);
    return most == out_.expected.end() ? nullptr : &*most;
  }

  void treat(const CheckedIncidental& source, const std::string& at) {
    const std::string key = "incidental." + source.id;
    out_.inputs.values.emplace_back(key, InputValue{std::string(name_of(source.choice)), Origin::plan, "", {}, ""});
    if (source.choice != IncidentalChoice::by_ratio || !source.emission_tCO2_per_year) return;
    const CheckedExpected* whole = most_expected();
    if (whole == nullptr || whole->reduction_t == 0) {
      c_.note(errors::plan_missing, field("expected"));
      return;
    }
    const Rational ratio = *source.emission_tCO2_per_year / Rational(Integer::from_u64(whole->reduction_t));
    out_.inputs.values.emplace_back(key + ".ratio", InputValue{Quantity{ratio, Unit{}}, Origin::plan, "", {}, below(at, "emission")});
  }

  PlanChecker& c_;
  const PlanActivity& plan_;
  std::string path_;
  rulebook::RulebookTables tables_;
  rulebook::CalculationOptions calculation_;
  CheckedActivity out_;
  std::vector<std::size_t> indices_;  // parameters of this variant
  // Symbol and row of what the plan writes, of what could be read of it, and of the rows of its monitoring plan.
  std::set<std::pair<std::string, std::string>> written_, given_, planned_;
  std::set<std::string> asked_;
};

}  // namespace

CheckedActivity check_activity(PlanChecker& checker, const PlanActivity& activity, std::string_view path, FiscalYear year) {
  return ActivityChecker(checker, activity, path, year).check();
}

}  // namespace sumi::project
