// Whether the results of a sum of amounts are the sum of their results: the formulas are run once on what is known of each value instead of on values.
#include <algorithm>
#include <array>

#include "base/limits.h"
#include "rulebook/formula_code.h"
#include "rulebook/prepared_body.h"

namespace sumi::rulebook::detail {

RunInputs run_inputs(const Record& record, const Section& section) {
  RunInputs inputs;
  const Program& program = *section.program;
  inputs.values.resize(program.inputs().size());
  inputs.columns.resize(program.inputs().size());
  for (std::size_t slot = 0; slot < program.inputs().size(); ++slot) {
    if (section.inputs[slot]) inputs.values[slot] = RunValue{section.inputs[slot]->value, false};
    for (const RecordedInput& cell : section.columns[slot]) inputs.columns[slot].push_back({cell.value, false});
  }
  for (const auto& labels : section.row_labels) inputs.row_counts.push_back(labels.size());
  for (const std::string& name : program.text_inputs()) {
    const auto it = std::ranges::find(record.choices, name, &std::pair<std::string, std::string>::first);
    inputs.texts.push_back(it == record.choices.end() ? "" : it->second);
  }
  return inputs;
}

namespace {

// What is known of a value: it does not depend on an amount (and may be known itself), it is a sum of amounts times such values, or neither.
struct Known {
  enum class Form : std::uint8_t { fixed, linear, other };
  Form form = Form::fixed;
  std::optional<Rational> value;  // of a fixed one
  [[nodiscard]] bool fixed() const { return form == Form::fixed; }
  [[nodiscard]] bool zero() const { return fixed() && value && value->sign() == 0; }
  // A linear value, or 0, which is one.
  [[nodiscard]] bool linear() const { return form == Form::linear || zero(); }
};
constexpr Known::Form fixed = Known::Form::fixed, linear = Known::Form::linear, other = Known::Form::other;

class Walk {
 public:
  Walk(const Program& program, const Program::Code& code, const RunInputs& inputs, std::vector<Known> values, std::vector<std::vector<Known>> columns)
      : program_(program), code_(code), inputs_(inputs), values_(std::move(values)), columns_(std::move(columns)), rows_(code.loop_count, 0), results_(code.formulas.size()) {}

  // False where it cannot be told, as where a branch depends on a value that is not known.
  bool walk() {
    std::size_t position = 0;
    for (unsigned steps = 0; position < code_.instructions.size(); ++steps) {
      if (steps == limits::formula_steps_max) return false;
      const Instruction& at = code_.instructions[position++];
      switch (at.op) {
        case Op::push_input: stack_.push_back(values_[at.a]); break;
        case Op::push_row: {
          const std::size_t row = rows_[static_cast<std::size_t>(at.b)];
          if (row >= columns_[at.a].size()) return false;
          stack_.push_back(columns_[at.a][row]);
          break;
        }
        case Op::jump: position = at.a; break;
        case Op::jump_if_false: {
          const Known condition = take();
          if (!condition.fixed() || !condition.value) return false;
          if (condition.value->sign() == 0) position = at.a;
          break;
        }
        case Op::jump_keep_true:
        case Op::jump_keep_false:
          if (!stack_.back().fixed() || !stack_.back().value) return false;
          if ((stack_.back().value->sign() != 0) == (at.op == Op::jump_keep_true)) position = at.a;
          else stack_.pop_back();
          break;
        case Op::loop_begin:
          stack_.push_back({fixed, Rational(0)});
          rows_[static_cast<std::size_t>(at.b)] = 0;
          if (inputs_.row_counts[at.a] != 0) ++position;
          break;
        case Op::loop_next: {
          const Known b = take(), a = take();
          stack_.push_back(sum(a, b, false));
          if (++rows_[static_cast<std::size_t>(at.b)] == inputs_.row_counts[at.a]) ++position;
          break;
        }
        case Op::store: results_[at.a] = take(); break;
        default: calculate(at); break;
      }
    }
    return true;
  }
  [[nodiscard]] const Known& last() const { return results_[code_.formulas.size() - 1]; }
  [[nodiscard]] const Known& result(std::string_view name) const { return results_[*program_.formula_index(name)]; }

 private:
  Known take() {
    Known k = std::move(stack_.back());
    stack_.pop_back();
    return k;
  }
  static Known sum(const Known& a, const Known& b, bool minus) {
    if (a.fixed() && b.fixed()) {
      if (!a.value || !b.value) return {};
      return {fixed, minus ? *a.value - *b.value : *a.value + *b.value};
    }
    return {a.linear() && b.linear() ? linear : other, {}};
  }
  static Known product(const Known& a, const Known& b) {
    if (a.fixed() && b.fixed()) {
      if (!a.value || !b.value) return {};
      return {fixed, *a.value * *b.value};
    }
    if (a.form == linear && b.fixed()) return a;
    if (b.form == linear && a.fixed()) return b;
    return {other, {}};
  }
  static Known quotient(const Known& a, const Known& b) {
    if (!b.fixed()) return {other, {}};
    if (!a.fixed()) return a;
    if (!a.value || !b.value || b.value->sign() == 0) return {};
    return {fixed, *a.value / *b.value};
  }
  // What stays fixed where all it is made of is fixed, and is not linear otherwise.
  template <class F>
  Known made_of_two(F f) {
    const Known b = take(), a = take();
    if (!a.fixed() || !b.fixed()) return {other, {}};
    if (!a.value || !b.value) return {};
    return {fixed, f(*a.value, *b.value)};
  }
  Known made_of_one() {
    const Known a = take();
    return {a.fixed() ? fixed : other, {}};
  }
  [[nodiscard]] const std::string& text(std::uint32_t slot) const {
    return (slot & literal_flag) != 0 ? code_.literals[slot & ~literal_flag] : inputs_.texts[slot];
  }

  void calculate(const Instruction& at) {
    const auto truth = [](bool t) { return Rational(t ? 1 : 0); };
    switch (at.op) {
      case Op::push_constant: stack_.push_back({fixed, code_.constants[at.a]}); break;
      case Op::push_result: stack_.push_back(results_[at.a]); break;
      case Op::add:
      case Op::subtract: {
        const Known b = take(), a = take();
        stack_.push_back(sum(a, b, at.op == Op::subtract));
        break;
      }
      case Op::multiply: {
        const Known b = take(), a = take();
        stack_.push_back(product(a, b));
        break;
      }
      case Op::divide: {
        const Known b = take(), a = take();
        stack_.push_back(quotient(a, b));
        break;
      }
      case Op::multiply_constant: stack_.push_back(product(take(), {fixed, code_.constants[at.a]})); break;
      case Op::negate: stack_.push_back(product(take(), {fixed, Rational(-1)})); break;
      case Op::minimum: stack_.push_back(made_of_two([](const Rational& a, const Rational& b) { return b < a ? b : a; })); break;
      case Op::maximum: stack_.push_back(made_of_two([](const Rational& a, const Rational& b) { return a < b ? b : a; })); break;
      case Op::equal: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(a == b); })); break;
      case Op::unequal: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(!(a == b)); })); break;
      case Op::less: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(a < b); })); break;
      case Op::less_equal: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(!(b < a)); })); break;
      case Op::greater: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(b < a); })); break;
      case Op::greater_equal: stack_.push_back(made_of_two([&](const Rational& a, const Rational& b) { return truth(!(a < b)); })); break;
      case Op::text_equal:
      case Op::text_unequal: stack_.push_back({fixed, truth((text(at.a) == text(static_cast<std::uint32_t>(at.b))) == (at.op == Op::text_equal))}); break;
      case Op::logical_not: {
        const Known a = take();
        stack_.push_back(a.fixed() ? Known{fixed, a.value ? std::optional(truth(a.value->sign() == 0)) : std::nullopt} : Known{other, {}});
        break;
      }
      default: stack_.push_back(made_of_one()); break;  // powers, roundings and approximate functions
    }
  }

  const Program& program_;
  const Program::Code& code_;
  const RunInputs& inputs_;
  std::vector<Known> values_;
  std::vector<std::vector<Known>> columns_;
  std::vector<std::size_t> rows_;
  std::vector<Known> stack_, results_;
};

bool section_is_additive(const Prepared::Body& body, std::size_t index) {
  const Section& section = body.record.sections[index];
  const RunInputs inputs = run_inputs(body.record, section);
  std::vector<Known> values(inputs.values.size());
  std::vector<std::vector<Known>> columns(inputs.columns.size());
  const auto& slots = section.program->inputs();
  for (std::size_t slot = 0; slot < values.size(); ++slot) {
    if (inputs.values[slot]) values[slot] = {fixed, inputs.values[slot]->number};
    if (section.kind == "by_ratio" && slots[slot].name == calculated_name) values[slot] = {linear, {}};
    for (const RunValue& v : inputs.columns[slot]) columns[slot].push_back({fixed, v.number});
  }
  for (const auto& b : body.bindings) {
    if (b.section != index) continue;
    const Known open{body.open[b.open].amount ? linear : fixed, {}};
    (b.row == Prepared::Body::no_row ? values[b.slot] : columns[b.slot][b.row]) = open;
  }
  Walk walk(*section.program, section.program->code(), inputs, std::move(values), std::move(columns));
  if (!walk.walk()) return false;
  if (section.kind == "check") return walk.last().fixed();
  if (section.kind == "main") return walk.result(body.data->baseline_result).linear() && walk.result(body.data->project_result).linear();
  return walk.last().linear();
}

}  // namespace

bool is_additive(const Prepared::Body& body) {
  try {
    for (std::size_t i = 0; i < body.record.sections.size(); ++i) {
      if (body.record.sections[i].kind != "check" && !section_is_additive(body, i)) return false;
    }
    return true;
  } catch (const ArithmeticTrap&) {
    return false;
  }
}

bool checks_amounts(const Prepared::Body& body) {
  try {
    for (std::size_t i = 0; i < body.record.sections.size(); ++i) {
      if (body.record.sections[i].kind == "check" && !section_is_additive(body, i)) return true;
    }
    return false;
  } catch (const ArithmeticTrap&) {
    return true;
  }
}

}  // namespace sumi::rulebook::detail
