// Methodologies as data: what a pack says, and calculating by it.
//
// A methodology pack is pack.toml and methodology.toml. The reader checks it whole: unknown keys, references, the units of every formula in
// every variant (each combination of choices that the plan can make), rounding of divisions by data (decision 11), and its worked
// examples, which are computed outside of this program. No methodology has code of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "rulebook/formula.h"

namespace sumi::rulebook {

class Pack;
class Rulebook;

struct BothLanguages {
  std::string ja;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
};

// How far a text or a formula rests on the official text.
enum class Basis : std::uint8_t { official, reconstructed };

// A choice that the plan makes once. Fixed values: each combination is a variant with formulas of its own. Otherwise the value is a key
// of a table ("which fuel").
struct Choice {
  struct Option {
    std::string value;
    BothLanguages title;
  };
  std::string name;
  BothLanguages title;
  std::vector<Option> options;  // empty: a key of `table`
  std::string table;
  std::string default_value;    // empty: the plan must say
  std::string same_as;          // by default what this choice has
  std::string when;             // condition on earlier choices; elsewhere the choice does not exist
};

enum class ParameterKind : std::uint8_t { activity, coefficient, fact };  // a fact serves conditions and cases only
enum class Given : std::uint8_t { plan, monitored };

struct Parameter {
  std::string symbol;
  BothLanguages definition;
  // May name unit variables and, in braces, choices: "GJ/GJ_{basis_BL}". "truth" for a yes or no; "text" for a fact in words, which
  // can be the key of `table` in the default of a parameter of the same rows ("which species grows in this stand").
  std::string unit;
  std::string table;    // of a text: the table whose (first) key it is; empty: any text
  ParameterKind kind = ParameterKind::activity;
  Given given = Given::plan;
  std::string rows;     // the list whose rows each have one
  // Monitoring classes that are allowed: A slips and bills, B measured, C estimate; coefficients I measured, II third party, III default.
  std::vector<std::string> classes;
  BothLanguages frequency;
  BothLanguages method;        // how it is found; may be empty
  std::string default_lookup;  // a look-up; empty: no default, the plan declares the value with evidence
  bool needs_value_year = false;  // a declared value names the year it is of
  std::string minimum, maximum;   // quantities; empty: unbounded
  std::string when;
  Place place;                    // of its default
};

struct NamedFormula {
  std::string symbol;
  std::string unit;
  std::string text;
  BothLanguages title;
  Basis basis = Basis::reconstructed;
  std::vector<std::string> sources;  // ids of the table of sources
  std::string when;
  Place place;
  std::string rows = {};  // the list whose rows each have one; empty: a single value
};

enum class HowChecked : std::uint8_t { declared, formula, evidence };

// An applicability condition, or a case in which a renewal counts as a new installation.
struct Condition {
  std::string id;
  BothLanguages text;
  HowChecked how = HowChecked::declared;
  std::string formula;         // how == formula: true = met (the case holds)
  BothLanguages evidence;      // what shows it
  Basis basis = Basis::reconstructed;
  std::vector<std::string> sources;
  std::string when;
  Place place;
};

enum class Side : std::uint8_t { baseline, project };

struct IncidentalSource {
  std::string id;
  BothLanguages title;
  Side side = Side::project;
  NamedFormula emission;  // tCO2
  std::string when;
};

// The rule of the three choices: thresholds and how a ratio becomes an emission are formulas and look-ups of the pack.
struct IncidentalRule {
  std::string must_calculate_from;  // ratio from which a source must be calculated, a formula: '1/100'
  std::string unmonitored_below;    // all sources without monitoring together stay below it
  NamedFormula by_ratio;            // emission of a source that is not monitored, of `ratio` and `ER_calculated`
};

struct Exceptions {
  bool two_year_rule_exempt = false;
  bool has_certification_period = true;
  bool permanence_required = false;          // forest
  bool starts_before_application = false;    // R3: the crediting period may begin before the application
  BothLanguages registration_criterion;      // R10; empty: none known
  std::string registration_criterion_known;  // "none", "stated", "no_rule_data"
  // The additionality test: required unless a case of this dated list holds.
  struct AdditionalityExemption {
    std::string id;
    BothLanguages text;
    std::optional<Date> from, to;
    bool no_rule_data = false;  // the text of the list of these days is not at hand
    std::vector<std::string> sources;
  };
  bool additionality_test_required = true;
  std::vector<AdditionalityExemption> exemptions;
};

struct RowList {
  std::string name;
  BothLanguages title;
  std::size_t minimum = 1;
  std::string when;
};

// A condition on the inputs of a period ("one period lies in one phase"); a calculation whose inputs break it is refused.
struct InputCheck {
  BothLanguages text;
  std::string formula;
  std::string when;
  Place place;
};

struct Example {
  std::string name;
  std::string source;  // how its figures were found
};

// ---- Inputs of a calculation ----

enum class Origin : std::uint8_t { monitored, plan, declared };

struct InputValue {
  std::variant<Quantity, std::string, bool> value;
  Origin origin = Origin::plan;
  std::string monitoring_class;            // "A", "B", "C", "I", "II" or empty
  std::optional<FiscalYear> value_year;    // the year the value is of, where it is one of a yearly series
  std::string source;                      // evidence: shown and kept in the trace
};
using NamedInput = std::pair<std::string, InputValue>;

struct InputRow {
  std::string label;  // "hall, LED 40 W": shown and kept in the trace
  std::vector<NamedInput> values;
};

// Choices, parameters, unit variables that the plan states itself (as text), answers to declared conditions (true/false by id), and per
// incidental source its choice as text, "incidental.ID" = "calculate" | "by_ratio" | "leave_out", and "incidental.ID.ratio". A source
// that is not named does not occur.
struct Inputs {
  std::vector<NamedInput> values;
  std::vector<std::pair<std::string, std::vector<InputRow>>> rows;
  [[nodiscard]] const InputValue* find(std::string_view name) const;
};

struct CalculationOptions {
  FiscalYear fiscal_year;                 // of the reduction, whose table values hold
  std::optional<Date> as_known;
  bool allow_low_confidence = false;
  std::optional<Date> project_start;      // for months_elapsed: whole months from it to the period's first and last day
  std::optional<Period> period;
  // For period_years, which turns yearly rates into amounts of the period. Empty: days of the period over days of its fiscal year.
  std::optional<Rational> period_years;
};

struct CalculationFlags {
  bool reconstructed = false;   // a formula that is not from the official text
  bool approximate = false;     // ln, exp, sqrt or root
  bool low_confidence = false;  // a table value of confidence "low"
  std::vector<std::string> declared;  // symbols whose value is declared, sorted
};

struct IncidentalFigure {
  std::string id;
  Side side = Side::project;
  std::string choice;   // calculate, by_ratio, leave_out, none
  Rational emission_tCO2;
};

// The canonical text of a calculation: every choice, parameter with value, unit and source, every step with its exact result. The same inputs
// give the same bytes. Lines of tab-separated fields; see methodology_trace.cc for the format.
struct Trace {
  std::string text;
  [[nodiscard]] Hash hash() const;
};

struct Calculation {
  Rational baseline_tCO2;  // EM_BL: main and incidental, exact
  Rational project_tCO2;   // EM_PJ
  Rational main_baseline_tCO2, main_project_tCO2;
  std::vector<IncidentalFigure> incidental;
  CalculationFlags flags;
  std::string rounding_rule;  // "certified_floor": applied by the caller, once per methodology and vintage
  Trace trace;
};

enum class Answer : std::uint8_t { met, not_met, declared, not_yet_knowable, no_rule_data };

struct ConditionAnswer {
  std::string id;
  Answer answer = Answer::not_yet_knowable;
  Basis basis = Basis::reconstructed;
  std::string missing;  // not_yet_knowable: what is asked for
};

struct IncidentalFinding {
  std::string id;             // of the source; "*" for all sources without monitoring together
  Rational ratio;
  bool acceptable = true;
  bool no_ratio = false;      // the reduction is not positive, so there is no ratio
};

class Methodology {
 public:
  struct Data;
  explicit Methodology(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

  [[nodiscard]] const std::string& number() const;   // "EN-S-001"
  [[nodiscard]] const std::string& version() const;
  [[nodiscard]] const BothLanguages& title() const;
  [[nodiscard]] const BothLanguages& sector() const;
  [[nodiscard]] std::optional<Date> valid_from() const;
  [[nodiscard]] std::optional<Date> valid_to() const;
  [[nodiscard]] const std::string& credit_type() const;  // code letters' key in the code tables: "ER"
  [[nodiscard]] bool removal() const;                    // else reduction
  [[nodiscard]] bool nature() const;                     // nature-based, else technology-based
  [[nodiscard]] const std::vector<std::string>& sources() const;  // ids of the table of sources
  [[nodiscard]] const BothLanguages& baseline() const;            // renewal or new installation, in words
  [[nodiscard]] const std::string& rounding_rule() const;
  [[nodiscard]] const Hash& pack_hash() const;
  [[nodiscard]] const Exceptions& exceptions() const;
  [[nodiscard]] const std::vector<Choice>& choices() const;
  [[nodiscard]] const std::vector<UnitVariable>& unit_variables() const;
  [[nodiscard]] const std::vector<RowList>& row_lists() const;
  [[nodiscard]] const std::vector<Parameter>& parameters() const;
  [[nodiscard]] const std::vector<NamedFormula>& formulas() const;
  [[nodiscard]] const std::vector<Condition>& conditions() const;
  [[nodiscard]] const std::vector<Condition>& new_installation_cases() const;  // a renewal in one of them counts as new
  [[nodiscard]] const std::vector<IncidentalSource>& incidental_sources() const;
  [[nodiscard]] const std::vector<Example>& examples() const;
  [[nodiscard]] std::string main_monitored_symbol() const;  // 主要排出量の算定に用いる活動量

  [[nodiscard]] const Data& data() const { return *data_; }

 private:
  std::shared_ptr<const Data> data_;
};

// Reads and checks one pack. Errors of one reading come together (Error::also) in the order of their places.
[[nodiscard]] Result<std::shared_ptr<const Methodology>> read_methodology(const Pack& pack, const Rulebook& rulebook);
// The same over any table source, without examples that need a rulebook's data: `text` is methodology.toml.
[[nodiscard]] Result<std::shared_ptr<const Methodology>> read_methodology_text(std::string_view text, const std::string& file_name, const Hash& pack_hash,
                                                                                const TableSource& tables);

// The rulebook as formulas see it. Keeps a reference.
class RulebookTables final : public TableSource {
 public:
  explicit RulebookTables(const Rulebook& rulebook) : rulebook_(rulebook) {}
  [[nodiscard]] std::optional<TableShape> shape(std::string_view table) const override;
  [[nodiscard]] Result<TableCell> look_up(const TableQuestion& question) const override;

 private:
  const Rulebook& rulebook_;
};

// One period of one plan (or member). `plan` holds what the plan says once, `monitored` what the period gave; a name stands in one of them.
[[nodiscard]] Result<Calculation> calculate(const Methodology& methodology, const Inputs& plan, const Inputs& monitored,
                                            const CalculationOptions& options, const TableSource& tables);

// Runs the formulas again on the parameters that the trace holds and compares byte for byte (rulebook.trace_differs names the first line).
// Nothing but the trace and the methodology is needed: no tables, no plan.
[[nodiscard]] Result<Calculation> replay(const Methodology& methodology, std::string_view trace);

// Which parameters a plan with these choices has to give, in the pack's order (indices into parameters()).
[[nodiscard]] Result<std::vector<std::size_t>> parameters_for(const Methodology& methodology, const Inputs& plan);
// The concrete unit of a parameter for these choices ("kL" for F_PJ where the fuel is kerosene).
[[nodiscard]] Result<Unit> parameter_unit(const Methodology& methodology, std::string_view symbol, const Inputs& plan, const CalculationOptions& options,
                                          const TableSource& tables);

// Each condition of the plan's variant. Declared and evidence conditions rest on the answer in `plan` (true: declared; false: not met).
[[nodiscard]] Result<std::vector<ConditionAnswer>> check_conditions(const Methodology& methodology, const Inputs& plan,
                                                                    const CalculationOptions& options, const TableSource& tables);
// Each case in which a renewal counts as new: met = the case holds.
[[nodiscard]] Result<std::vector<ConditionAnswer>> check_new_installation_cases(const Methodology& methodology, const Inputs& plan,
                                                                                const CalculationOptions& options, const TableSource& tables);
// The 1 % and 5 % rule on the figures of a plan: ratio = emission / floored reduction.
[[nodiscard]] Result<std::vector<IncidentalFinding>> check_incidental(const Methodology& methodology, std::span<const IncidentalFigure> sources,
                                                                      const Integer& reduction_tCO2, const CalculationOptions& options,
                                                                      const TableSource& tables);

// A page that a proponent can read: conditions, baseline, parameters, formulas with their basis, rounding, sources.
[[nodiscard]] std::string explain(const Methodology& methodology, Language language);

}  // namespace sumi::rulebook
