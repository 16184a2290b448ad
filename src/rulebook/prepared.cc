#include "rulebook/prepared.h"

#include <algorithm>
#include <set>

#include "rulebook/methodology_record.h"
#include "rulebook/prepared_body.h"

namespace sumi::rulebook {

namespace {

using detail::Record;
using detail::Section;

// A bound of the methodology in the open value's unit.
Result<std::optional<Rational>> bound_of(const std::string& text, const detail::Setup& setup, const Unit& slot, const Unit& unit) {
  if (text.empty()) return std::optional<Rational>();
  const std::size_t blank = text.find(' ');
  SUMI_TRY(Rational number, Rational::parse(text.substr(0, blank)));
  Quantity bound{std::move(number), slot};
  if (blank != std::string::npos) {
    SUMI_TRY(bound.unit, parse_unit_with(detail::fill_choices(text.substr(blank + 1), setup.choices), setup.units));
  }
  SUMI_TRY(Quantity converted, convert(bound, unit));
  return std::optional(std::move(converted.value));
}

void put(Inputs& inputs, const OpenValue& open, InputValue value) {
  if (open.row.empty()) {
    std::erase_if(inputs.values, [&](const NamedInput& n) { return n.first == open.symbol; });
    inputs.values.emplace_back(open.symbol, std::move(value));
    return;
  }
  auto list = std::ranges::find(inputs.rows, open.list, &std::pair<std::string, std::vector<InputRow>>::first);
  if (list == inputs.rows.end()) list = inputs.rows.insert(inputs.rows.end(), {open.list, {}});
  auto row = std::ranges::find(list->second, open.row, &InputRow::label);
  if (row == list->second.end()) row = list->second.insert(list->second.end(), {open.row, {}});
  std::erase_if(row->values, [&](const NamedInput& n) { return n.first == open.symbol; });
  row->values.emplace_back(open.symbol, std::move(value));
}

class Preparation {
 public:
  Preparation(const Methodology& methodology, Inputs plan, std::span<const OpenValue> open, const CalculationOptions& options, const TableSource& tables)
      : methodology_(methodology), data_(methodology.data()), plan_(std::move(plan)), open_(open), options_(options), tables_(tables) {}

  Result<std::shared_ptr<const Prepared::Body>> make() {
    for (const OpenValue& open : open_) place(open, Rational(1));
    SUMI_TRY(const detail::Setup setup, detail::set_up(data_, plan_, monitored_, options_, tables_));
    for (const OpenValue& open : open_) SUMI_CHECK(limit(open, setup));
    // The whole calculation once, by its own way, on possible values: it writes the trace whose shared lines are kept.
    SUMI_TRY(const Calculation once, calculate(methodology_, plan_, monitored_, options_, tables_));
    body_->data = &data_;
    body_->keep_alive = methodology_;
    body_->flags = once.flags;
    body_->flags.approximate = false;
    body_->rounding_rule = once.rounding_rule;
    body_->incidental = once.incidental;
    keep_lines(once.trace.text);
    SUMI_TRY(body_->record, detail::read_trace(data_, once.trace.text));
    body_->record.variant = setup.variant;
    for (std::size_t i = 0; i < body_->record.sections.size(); ++i) open_section(i);
    body_->additive = detail::is_additive(*body_);
    body_->checks_amounts = detail::checks_amounts(*body_);
    return std::shared_ptr<const Prepared::Body>(std::move(body_));
  }

 private:
  void place(const OpenValue& open, Rational sample) {
    InputValue value = open.described;
    value.value = Quantity{std::move(sample), open.unit};
    put(open.monitored ? monitored_ : plan_, open, std::move(value));
  }

  Result<void> limit(const OpenValue& open, const detail::Setup& setup) {
    const Parameter* p = data_.parameter(open.symbol);
    const auto unit_text = setup.variant->units.find(open.symbol);
    if (p == nullptr || unit_text == setup.variant->units.end()) return fail(errors::input_unknown, {{"name", open.symbol}, {"nearest", ""}});
    SUMI_TRY(const Unit slot, parse_unit_with(unit_text->second, setup.units));
    auto factor = convert({Rational(1), open.unit}, slot);
    if (!factor) return fail(errors::input_unit, {{"name", open.symbol}, {"value", open.unit.text}, {"unit", slot.text}});
    SUMI_TRY(auto minimum, bound_of(p->minimum, setup, slot, open.unit));
    SUMI_TRY(auto maximum, bound_of(p->maximum, setup, slot, open.unit));
    Rational sample(1);
    if (minimum && sample < *minimum) sample = *minimum;
    if (maximum && *maximum < sample) sample = *maximum;
    if (!(sample == Rational(1))) place(open, sample);
    body_->open.push_back({open.amount, std::move(factor->value), std::move(minimum), std::move(maximum)});
    return {};
  }

  [[nodiscard]] bool is_open(std::string_view name) const {
    return std::ranges::any_of(open_, [&](const OpenValue& o) { return o.symbol == name; });
  }

  // Lines of what all runs share: an input that is open, and what is computed, are left out.
  void keep_lines(std::string_view trace) {
    static constexpr std::string_view kept[] = {"methodology", "year", "known", "start", "choice", "unit", "treatment", "section", "row", "input", "cell"};
    while (!trace.empty()) {
      const std::size_t end = std::min(trace.find('\n'), trace.size());
      const std::string_view line = trace.substr(0, end);
      trace.remove_prefix(std::min(end + 1, trace.size()));
      const std::string_view kind = line.substr(0, line.find('\t'));
      if (std::ranges::find(kept, kind) == std::end(kept)) continue;
      if (kind == "input" || kind == "cell") {
        std::string_view rest = line.substr(kind.size() + 1);
        if (kind == "cell") rest.remove_prefix(std::min(rest.find('\t') + 1, rest.size()));
        const std::string_view name = rest.substr(0, rest.find('\t'));
        if (is_open(name) || name == detail::calculated_name) continue;
      }
      body_->shared_lines += line;
      body_->shared_lines += '\n';
    }
  }

  void open_section(std::size_t index) {
    Section& section = body_->record.sections[index];
    const auto& inputs = section.program->inputs();
    for (std::size_t slot = 0; slot < inputs.size(); ++slot) {
      const std::string& name = inputs[slot].name;
      if (name == detail::months_elapsed_name || name == detail::months_elapsed_last_name) body_->uses_period = true;
      for (std::size_t o = 0; o < open_.size(); ++o) {
        if (open_[o].symbol != name) continue;
        if (inputs[slot].kind == ProgramInput::Kind::symbol && open_[o].row.empty()) body_->bindings.push_back({index, slot, Prepared::Body::no_row, o});
        if (inputs[slot].kind == ProgramInput::Kind::row_column) bind_row(section, index, slot, o);
      }
    }
  }
  void bind_row(const Section& section, std::size_t index, std::size_t slot, std::size_t o) {
    const auto& lists = section.program->row_lists();
    const auto list = std::ranges::find(lists, open_[o].list);
    if (list == lists.end()) return;
    const auto& labels = section.row_labels[static_cast<std::size_t>(list - lists.begin())];
    const auto row = std::ranges::find(labels, open_[o].row);
    if (row != labels.end()) body_->bindings.push_back({index, slot, static_cast<std::size_t>(row - labels.begin()), o});
  }

  const Methodology& methodology_;
  const Methodology::Data& data_;
  Inputs plan_, monitored_;
  std::span<const OpenValue> open_;
  const CalculationOptions& options_;
  const TableSource& tables_;
  std::shared_ptr<Prepared::Body> body_ = std::make_shared<Prepared::Body>();
};

}  // namespace

Result<Prepared> Prepared::make(const Methodology& methodology, const Inputs& plan, std::span<const OpenValue> open, const CalculationOptions& options,
                                const TableSource& tables) {
  Prepared prepared;
  try {
    SUMI_TRY(prepared.body_, Preparation(methodology, plan, open, options, tables).make());
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", methodology.number()}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
  return prepared;
}

bool Prepared::additive() const { return body_->additive; }
bool Prepared::checks_amounts() const { return body_->checks_amounts; }
bool Prepared::uses_period() const { return body_->uses_period; }
const std::optional<Rational>& Prepared::minimum(std::size_t open) const { return body_->open[open].minimum; }
const std::optional<Rational>& Prepared::maximum(std::size_t open) const { return body_->open[open].maximum; }
const CalculationFlags& Prepared::flags() const { return body_->flags; }
const std::string& Prepared::rounding_rule() const { return body_->rounding_rule; }
const std::vector<IncidentalFigure>& Prepared::incidental() const { return body_->incidental; }
const std::string& Prepared::shared_lines() const { return body_->shared_lines; }

// ---- Running ----

struct PreparedRun::Hands {
  std::vector<RunInputs> inputs;  // by section
  std::vector<Workspace> workspaces;
  PreparedResult result;
  std::vector<PreparedResult> rates;  // of one unit of each amount
};

PreparedRun::PreparedRun(const Prepared& prepared) : prepared_(prepared), hands_(std::make_unique<Hands>()) {
  const Record& record = prepared_.body_->record;
  hands_->workspaces.resize(record.sections.size());
  for (const Section& section : record.sections) hands_->inputs.push_back(detail::run_inputs(record, section));
}
PreparedRun::~PreparedRun() = default;
PreparedRun::PreparedRun(PreparedRun&&) noexcept = default;

void PreparedRun::set(std::size_t open, const Rational& value) {
  const Prepared::Body& body = *prepared_.body_;
  for (const auto& b : body.bindings) {
    if (b.open != open) continue;
    RunInputs& inputs = hands_->inputs[b.section];
    RunValue& target = b.row == Prepared::Body::no_row ? *inputs.values[b.slot] : inputs.columns[b.slot][b.row];
    target.number = value;
    const Rational& factor = body.open[open].factor;
    if (!(factor == Rational(1))) target.number *= factor;
  }
}

namespace {

Rational total(const Prepared::Body& body, const PreparedResult& result, Side side, Rational main, bool only_calculated) {
  for (std::size_t i = 0; i < body.incidental.size(); ++i) {
    const IncidentalFigure& f = body.incidental[i];
    if (f.side == side && (!only_calculated || f.choice == "calculate")) main += result.incidental[i];
  }
  return main;
}

}  // namespace

Result<const PreparedResult*> PreparedRun::run_amounts(std::span<const Rational> amounts) {
  auto& rates = hands_->rates;
  for (std::size_t i = rates.size(); i < amounts.size(); ++i) {
    for (std::size_t other = 0; other < amounts.size(); ++other) set(other, Rational(other == i ? 1 : 0));
    SUMI_TRY(const PreparedResult* rate, run_unchecked());
    rates.push_back(*rate);
  }
  PreparedResult& result = hands_->result;
  result = {};
  result.incidental.resize(prepared_.body_->incidental.size());
  const auto add = [](Rational& sum, const Rational& rate, const Rational& amount) {
    if (rate.sign() != 0) sum = sum.sign() == 0 ? rate * amount : sum + rate * amount;
  };
  try {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      add(result.baseline_tCO2, rates[i].baseline_tCO2, amounts[i]);
      add(result.project_tCO2, rates[i].project_tCO2, amounts[i]);
      for (std::size_t k = 0; k < result.incidental.size(); ++k) add(result.incidental[k], rates[i].incidental[k], amounts[i]);
      result.approximate = result.approximate || rates[i].approximate;
    }
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", "EM_BL - EM_PJ"}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
  return &result;
}

Result<void> PreparedRun::run_checks() {
  const Prepared::Body& body = *prepared_.body_;
  for (std::size_t i = 0; i < body.record.sections.size(); ++i) {
    const Section& section = body.record.sections[i];
    if (section.kind != "check") continue;
    SUMI_CHECK(section.program->run(hands_->inputs[i], hands_->workspaces[i]));
    if (hands_->workspaces[i].results[section.program->formulas().size() - 1].number.sign() != 0) continue;
    const InputCheck& check = body.data->checks[static_cast<std::size_t>(std::stoul(section.id)) - 1];
    return fail(errors::methodology_check_failed, {{"ja", check.text.ja}, {"en", check.text.en}}, check.place);
  }
  return {};
}

Result<const PreparedResult*> PreparedRun::run() {
  SUMI_CHECK(run_checks());
  return run_unchecked();
}

Result<const PreparedResult*> PreparedRun::run_unchecked() {
  const Prepared::Body& body = *prepared_.body_;
  PreparedResult& result = hands_->result;
  result.incidental.assign(body.incidental.size(), Rational());
  result.approximate = false;
  Rational baseline, project;
  try {
    for (std::size_t i = 0; i < body.record.sections.size(); ++i) {
      const Section& section = body.record.sections[i];
      if (section.kind == "check") continue;
      RunInputs& inputs = hands_->inputs[i];
      Workspace& workspace = hands_->workspaces[i];
      if (section.kind == "by_ratio") {
        const auto& slots = section.program->inputs();
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
          if (slots[slot].name != detail::calculated_name) continue;
          inputs.values[slot] = RunValue{total(body, result, Side::baseline, baseline, true) - total(body, result, Side::project, project, true), false};
        }
      }
      SUMI_CHECK(section.program->run(inputs, workspace));
      for (const RunValue& v : workspace.results) result.approximate = result.approximate || v.approximate;
      const Rational& last = workspace.results[section.program->formulas().size() - 1].number;
      if (section.kind == "main") {
        baseline = workspace.results[*section.program->formula_index(body.data->baseline_result)].number;
        project = workspace.results[*section.program->formula_index(body.data->project_result)].number;
      } else {
        const auto figure = std::ranges::find(body.incidental, section.id, &IncidentalFigure::id);
        if (figure != body.incidental.end()) result.incidental[static_cast<std::size_t>(figure - body.incidental.begin())] = last;
      }
    }
    result.baseline_tCO2 = total(body, result, Side::baseline, std::move(baseline), false);
    result.project_tCO2 = total(body, result, Side::project, std::move(project), false);
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic, {{"formula", "EM_BL - EM_PJ"}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
  return &result;
}

}  // namespace sumi::rulebook
