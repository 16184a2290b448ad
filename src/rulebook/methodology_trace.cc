// Traces: a calculation as canonical text, and back.
//
// Lines end with \n; fields are parted by tabs; in a field \t, \n and \\ stand for tab, line feed and backslash. In this order:
//
//   sumi trace         1
//   methodology        number  version  hash of the pack
//   year               FY2013
//   known              day or empty                 (--as-known)
//   start, period      day; days                    (empty where not given)
//   choice             name  value                  (each)
//   unit               variable  unit               (each)
//   treatment          source  choice               (each incidental source)
//   section            kind  id                     (check, main, incidental, by_ratio), each followed by
//     input            name  value  unit  origin  given  class  year of the value  source  confidence  row  pack  published
//     row              list  index  label
//     cell             index  the twelve fields of an input
//     function         formula  name  places  before  after
//     step             formula  value  unit  approximate or empty
//   result             main_baseline, main_project, EM_BL, EM_PJ  value  tCO2
//   incidental         source  side  choice  value
//   flag               reconstructed, approximate, low_confidence, or declared with the symbol
//   rounding           name of the rule that the caller applies to EM_BL - EM_PJ
//
// Values are exact: a decimal where it ends, else a fraction.
#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "rulebook/methodology_record.h"

namespace sumi::rulebook {

Hash Trace::hash() const { return sha256(text); }

namespace detail {

namespace {

std::string escaped(std::string_view field) {
  std::string out;
  for (const char c : field) {
    if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      out += field[i];
      continue;
    }
    if (++i == field.size()) return std::nullopt;
    if (field[i] == 't') {
      out += '\t';
    } else if (field[i] == 'n') {
      out += '\n';
    } else if (field[i] == '\\') {
      out += '\\';
    } else {
      return std::nullopt;
    }
  }
  return out;
}

class Writer {
 public:
  void line(std::initializer_list<std::string_view> fields) {
    bool first = true;
    for (const auto field : fields) {
      if (!first) text_ += '\t';
      first = false;
      text_ += escaped(field);
    }
    text_ += '\n';
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void write_head(const Methodology::Data& data, const Record& record, Writer& out) {
  out.line({"sumi trace", "1"});
  out.line({"methodology", data.number, data.version, data.pack_hash.to_hex()});
  out.line({"year", record.fiscal_year.to_string()});
  out.line({"known", record.as_known});
  out.line({"start", record.project_start});
  out.line({"period", record.period});
  for (const auto& [name, value] : record.choices) out.line({"choice", name, value});
  for (const auto& [name, unit] : record.units) out.line({"unit", name, unit});
  for (const auto& [name, choice] : record.incidental) out.line({"treatment", name, choice});
}

void write_section(const Section& section, const SectionRun& run, const Units& units, Writer& out) {
  const auto& inputs = section.program->inputs();
  out.line({"section", section.kind, section.id});
  for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
    if (!section.inputs[slot]) continue;
    const RecordedInput& r = *section.inputs[slot];
    out.line({"input", inputs[slot].name, r.value.to_string(), r.unit, r.origin, r.given, r.monitoring_class, r.value_year, r.source, r.confidence, r.row,
              r.pack, r.published});
  }
  for (std::size_t list = 0; list < section.row_labels.size(); ++list) {
    for (std::size_t i = 0; i < section.row_labels[list].size(); ++i) {
      out.line({"row", section.program->row_lists()[list], std::to_string(i), section.row_labels[list][i]});
    }
  }
  for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
    for (std::size_t i = 0; i < section.columns[slot].size(); ++i) {
      const RecordedInput& r = section.columns[slot][i];
      out.line({"cell", std::to_string(i), inputs[slot].name, r.value.to_string(), r.unit, r.origin, r.given, r.monitoring_class, r.value_year, r.source,
                r.confidence, r.row, r.pack, r.published});
    }
  }
  for (const StepRecord& step : run.steps) {
    const auto& formula = section.program->formulas()[step.formula];
    if (!step.function.empty()) {
      out.line({"function", formula.symbol, step.function, std::to_string(step.argument), step.before.number.to_string(), step.result.number.to_string()});
      continue;
    }
    const auto unit = formula.kind == ValueKind::truth ? Result<Unit>(Unit{{}, 1, "truth"}) : parse_unit_with(formula.unit_text, units);
    out.line({"step", formula.symbol, step.result.number.to_string(), unit ? unit->text : formula.unit_text, step.result.approximate ? "approximate" : ""});
  }
}

// Which formulas of a run rest on the official text, and what else must be said of the result.
class Flags {
 public:
  explicit Flags(const Methodology::Data& data) : data_(data) {}
  void see(const Section& section, const SectionRun& run) {
    for (const auto& formula : section.program->formulas()) {
      const auto it = std::ranges::find(data_.formulas, formula.symbol, &NamedFormula::symbol);
      if (it != data_.formulas.end() && it->basis == Basis::reconstructed) flags_.reconstructed = true;
    }
    for (const auto& result : run.workspace.results) flags_.approximate = flags_.approximate || result.approximate;
    const auto& inputs = section.program->inputs();
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
      if (section.inputs[slot]) see(inputs[slot].name, *section.inputs[slot]);
      for (const RecordedInput& cell : section.columns[slot]) see(inputs[slot].name, cell);
    }
  }
  void see_basis(Basis basis) { flags_.reconstructed = flags_.reconstructed || basis == Basis::reconstructed; }
  [[nodiscard]] CalculationFlags take() {
    flags_.declared.assign(declared_.begin(), declared_.end());
    return std::move(flags_);
  }

 private:
  void see(const std::string& name, const RecordedInput& input) {
    if (input.origin == "declared") declared_.insert(name);
    if (input.confidence == "low") flags_.low_confidence = true;
  }
  const Methodology::Data& data_;
  CalculationFlags flags_;
  std::set<std::string> declared_;
};

const IncidentalSource& source_of(const Methodology::Data& data, const std::string& id) {
  return *std::ranges::find(data.incidental, id, &IncidentalSource::id);
}

}  // namespace

Result<SectionRun> run_section(const Record& record, const Section& section) {
  SectionRun run;
  const Program& program = *section.program;
  run.inputs.values.resize(program.inputs().size());
  run.inputs.columns.resize(program.inputs().size());
  for (std::size_t slot = 0; slot < program.inputs().size(); ++slot) {
    if (section.inputs[slot]) run.inputs.values[slot] = RunValue{section.inputs[slot]->value, false};
    for (const RecordedInput& cell : section.columns[slot]) run.inputs.columns[slot].push_back({cell.value, false});
  }
  for (const auto& labels : section.row_labels) run.inputs.row_counts.push_back(labels.size());
  for (const std::string& name : program.text_inputs()) {
    const auto it = std::ranges::find(record.choices, name, &std::pair<std::string, std::string>::first);
    run.inputs.texts.push_back(it == record.choices.end() ? "" : it->second);
  }
  auto done = program.run(run.inputs, run.workspace, &run.steps);
  if (done) return run;
  Error error = std::move(done).error();
  if (error.def == &errors::input_missing) {
    const auto slot = static_cast<std::size_t>(std::stoul(error.args.back().second));
    if (slot < section.missing.size() && section.missing[slot]) error = *section.missing[slot];
  }
  return fail(std::move(error));
}

namespace {

// Runs the sections of a record in their order.
class Execution {
 public:
  Execution(const Methodology::Data& data, Record& record) : data_(data), record_(record), flags_(data) {
    for (const auto& [name, text] : record.units) {
      if (auto unit = parse_unit(text)) units_.emplace(name, *std::move(unit));
    }
  }

  Result<Calculation> run() {
    Calculation& result = result_;
    write_head(data_, record_, out_);
    for (const auto& [id, choice] : record_.incidental) {
      result.incidental.push_back({id, source_of(data_, id).side, choice, {}});
    }
    for (Section& section : record_.sections) SUMI_CHECK(run_one(section));
    result.baseline_tCO2 = total(Side::baseline);
    result.project_tCO2 = total(Side::project);
    result.rounding_rule = data_.rounding_rule;
    result.flags = flags_.take();
    write_results();
    result.trace.text = out_.take();
    return std::move(result_);
  }

 private:
  Result<void> run_one(Section& section) {
    if (section.kind == "by_ratio") give_calculated(section);
    SUMI_TRY(const SectionRun run, run_section(record_, section));
    const auto value = [&](std::size_t formula) { return run.workspace.results[formula].number; };
    if (section.kind == "check") {
      if (value(section.program->formulas().size() - 1).sign() == 0) return check_failed(section);
    } else if (section.kind == "main") {
      result_.main_baseline_tCO2 = value(*section.program->formula_index(data_.baseline_result));
      result_.main_project_tCO2 = value(*section.program->formula_index(data_.project_result));
    } else {
      auto figure = std::ranges::find(result_.incidental, section.id, &IncidentalFigure::id);
      if (figure != result_.incidental.end()) figure->emission_tCO2 = value(section.program->formulas().size() - 1);
      flags_.see_basis(section.kind == "by_ratio" ? data_.incidental_rule.by_ratio.basis : source_of(data_, section.id).emission.basis);
    }
    flags_.see(section, run);
    write_section(section, run, units_, out_);
    return {};
  }
  [[nodiscard]] Unexpected check_failed(const Section& section) const {
    const std::size_t index = static_cast<std::size_t>(std::stoul(section.id)) - 1;
    const InputCheck& check = data_.checks[index];
    return fail(errors::methodology_check_failed, {{"ja", check.text.ja}, {"en", check.text.en}}, check.place);
  }
  // What is known before any source is taken by its ratio.
  void give_calculated(Section& section) const {
    for (std::size_t slot = 0; slot < section.program->inputs().size(); ++slot) {
      if (section.program->inputs()[slot].name != calculated_name) continue;
      RecordedInput recorded;
      recorded.value = total(Side::baseline, true) - total(Side::project, true);
      recorded.unit = "tCO2";
      recorded.origin = "calculated";
      section.inputs[slot] = std::move(recorded);
    }
  }
  [[nodiscard]] Rational total(Side side, bool only_calculated = false) const {
    Rational sum = side == Side::baseline ? result_.main_baseline_tCO2 : result_.main_project_tCO2;
    for (const IncidentalFigure& figure : result_.incidental) {
      if (figure.side == side && (!only_calculated || figure.choice == "calculate")) sum += figure.emission_tCO2;
    }
    return sum;
  }
  void write_results() {
    const auto value = [&](std::string_view name, const Rational& v) { out_.line({"result", name, v.to_string(), "tCO2"}); };
    value("main_baseline", result_.main_baseline_tCO2);
    value("main_project", result_.main_project_tCO2);
    for (const IncidentalFigure& f : result_.incidental) {
      out_.line({"incidental", f.id, f.side == Side::baseline ? "baseline" : "project", f.choice, f.emission_tCO2.to_string()});
    }
    value("EM_BL", result_.baseline_tCO2);
    value("EM_PJ", result_.project_tCO2);
    if (result_.flags.reconstructed) out_.line({"flag", "reconstructed"});
    if (result_.flags.approximate) out_.line({"flag", "approximate"});
    if (result_.flags.low_confidence) out_.line({"flag", "low_confidence"});
    for (const std::string& symbol : result_.flags.declared) out_.line({"flag", "declared", symbol});
    out_.line({"rounding", data_.rounding_rule});
  }

  const Methodology::Data& data_;
  Record& record_;
  Flags flags_;
  Units units_;
  Writer out_;
  Calculation result_;
};

}  // namespace

Result<Calculation> execute(const Methodology::Data& data, Record record) {
  try {
    return Execution(data, record).run();
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", "EM_BL - EM_PJ"}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
}

// ---- Reading ----

namespace {

class TraceReader {
 public:
  TraceReader(const Methodology::Data& data, std::string_view text) : data_(data), text_(text) {}

  Result<Record> read() {
    while (position_ < text_.size()) {
      const std::size_t end = text_.find('\n', position_);
      if (end == std::string_view::npos || !split(text_.substr(position_, end - position_))) return bad();
      position_ = end + 1;
      ++line_;
      const bool good = read_line();
      if (!good) return bad();
    }
    if (record_.variant == nullptr) return bad();
    return std::move(record_);
  }

 private:
  [[nodiscard]] Unexpected bad() const { return fail(errors::trace_syntax, {{"line", std::to_string(std::max(line_, 1U))}}); }
  bool split(std::string_view line) {
    fields_.clear();
    for (std::size_t start = 0;;) {
      const std::size_t end = std::min(line.find('\t', start), line.size());
      auto field = unescaped(line.substr(start, end - start));
      if (!field) return false;
      fields_.push_back(*std::move(field));
      if (end == line.size()) return true;
      start = end + 1;
    }
  }
  bool read_line() {
    const std::string& kind = fields_[0];
    const std::size_t n = fields_.size();
    // What the calculation writes behind its inputs is compared as a whole later.
    static constexpr std::string_view derived[] = {"function", "step", "result", "incidental", "flag", "rounding", "sumi trace", "methodology"};
    if (std::ranges::find(derived, kind) != std::end(derived)) return true;
    if (kind == "section") return n == 3 && open_section();
    if (kind == "input") return n == 13 && read_input(1, false);
    if (kind == "cell") return n == 14 && read_input(2, true);
    if (kind == "row") return n == 4 && read_row();
    if (!record_.sections.empty()) return false;
    if (kind == "year" && n == 2) {
      const auto year = FiscalYear::parse(fields_[1]);
      if (year) record_.fiscal_year = *year;
      return year.has_value();
    }
    if (n == 2 && (kind == "known" || kind == "start" || kind == "period")) {
      (kind == "known" ? record_.as_known : kind == "start" ? record_.project_start : record_.period) = fields_[1];
      return true;
    }
    if (n != 3) return false;
    if (kind == "choice") {
      record_.choices.emplace_back(fields_[1], fields_[2]);
    } else if (kind == "unit") {
      record_.units.emplace_back(fields_[1], fields_[2]);
    } else if (kind == "treatment") {
      if (std::ranges::find(data_.incidental, fields_[1], &IncidentalSource::id) == data_.incidental.end()) return false;
      record_.incidental.emplace_back(fields_[1], fields_[2]);
    } else {
      return false;
    }
    return true;
  }

  bool open_section() {
    if (record_.variant == nullptr) record_.variant = variant_of(data_, record_.choices);
    if (record_.variant == nullptr) return false;
    const Program* program = program_of(fields_[1], fields_[2]);
    if (program == nullptr || program->empty()) return false;
    Section section{fields_[1], fields_[2], program, {}, {}, {}, {}};
    section.inputs.resize(program->inputs().size());
    section.columns.resize(program->inputs().size());
    section.row_labels.resize(program->row_lists().size());
    record_.sections.push_back(std::move(section));
    return true;
  }
  [[nodiscard]] const Program* program_of(std::string_view kind, std::string_view id) const {
    const Variant& variant = *record_.variant;
    if (kind == "main") return id.empty() ? &variant.main : nullptr;
    if (kind == "by_ratio") {
      const bool known = std::ranges::find(data_.incidental, id, &IncidentalSource::id) != data_.incidental.end();
      return known ? &data_.by_ratio : nullptr;
    }
    for (const auto& [index, program] : variant.checks) {
      if (kind == "check" && id == std::to_string(index + 1)) return &program;
    }
    for (const auto& [index, program] : variant.incidental) {
      if (kind == "incidental" && id == data_.incidental[index].id) return &program;
    }
    return nullptr;
  }

  bool read_input(std::size_t first, bool cell) {
    if (record_.sections.empty()) return false;
    Section& section = record_.sections.back();
    const auto& inputs = section.program->inputs();
    const auto found = std::ranges::find(inputs, fields_[first], &ProgramInput::name);
    auto value = Rational::parse(fields_[first + 1]);
    if (found == inputs.end() || !value || (found->kind == ProgramInput::Kind::row_column) != cell) return false;
    RecordedInput r{*std::move(value),   fields_[first + 2], fields_[first + 3], fields_[first + 4],  fields_[first + 5], fields_[first + 6],
                    fields_[first + 7],  fields_[first + 8], fields_[first + 9], fields_[first + 10], fields_[first + 11]};
    const auto slot = static_cast<std::size_t>(found - inputs.begin());
    if (cell) {
      if (fields_[1] != std::to_string(section.columns[slot].size())) return false;
      section.columns[slot].push_back(std::move(r));
    } else {
      if (section.inputs[slot]) return false;
      section.inputs[slot] = std::move(r);
    }
    return true;
  }
  bool read_row() {
    if (record_.sections.empty()) return false;
    Section& section = record_.sections.back();
    const auto& lists = section.program->row_lists();
    const auto list = std::ranges::find(lists, fields_[1]);
    if (list == lists.end()) return false;
    auto& labels = section.row_labels[static_cast<std::size_t>(list - lists.begin())];
    if (fields_[2] != std::to_string(labels.size())) return false;
    labels.push_back(fields_[3]);
    return true;
  }

  const Methodology::Data& data_;
  std::string_view text_;
  std::size_t position_ = 0;
  unsigned line_ = 0;
  std::vector<std::string> fields_;
  Record record_;
};

}  // namespace

Result<Record> read_trace(const Methodology::Data& data, std::string_view text) { return TraceReader(data, text).read(); }

}  // namespace detail

namespace {

std::string_view line_of(std::string_view text, std::size_t& position) {
  const std::size_t end = std::min(text.find('\n', position), text.size());
  const std::string_view line = text.substr(std::min(position, text.size()), end - std::min(position, text.size()));
  position = end + 1;
  return line;
}

}  // namespace

Result<Calculation> replay(const Methodology& methodology, std::string_view trace) {
  SUMI_TRY(detail::Record record, detail::read_trace(methodology.data(), trace));
  SUMI_TRY(Calculation again, detail::execute(methodology.data(), std::move(record)));
  if (again.trace.text == trace) return again;
  std::size_t a = 0, b = 0;
  for (unsigned line = 1;; ++line) {
    const auto recorded = line_of(trace, a), computed = line_of(again.trace.text, b);
    if (recorded != computed) {
      return fail(errors::trace_differs, {{"line", std::to_string(line)}, {"recorded", std::string(recorded)}, {"computed", std::string(computed)}});
    }
    if (a > trace.size() && b > again.trace.text.size()) break;
  }
  return fail(errors::trace_differs, {{"line", "0"}, {"recorded", ""}, {"computed", ""}});
}

}  // namespace sumi::rulebook
