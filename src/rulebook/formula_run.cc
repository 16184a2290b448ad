// Running a compiled program. Exact arithmetic on bare rationals; units were settled when it was compiled.
#include <algorithm>

#include "base/limits.h"
#include "rulebook/formula_code.h"

namespace sumi::rulebook {

const std::vector<Program::Formula>& Program::formulas() const { return code_->formulas; }
const std::vector<ProgramInput>& Program::inputs() const { return code_->inputs; }
const std::vector<std::string>& Program::text_inputs() const { return code_->text_inputs; }
const std::vector<std::string>& Program::row_lists() const { return code_->row_lists; }
std::optional<std::size_t> Program::formula_index(std::string_view symbol) const {
  const auto& list = code_->formulas;
  const auto it = std::find_if(list.begin(), list.end(), [&](const Formula& f) { return f.symbol == symbol; });
  return it == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - list.begin()));
}

namespace {

constexpr std::string_view rounding_names[] = {"floor", "ceiling", "truncate", "half_even", "half_up"};
constexpr std::string_view significant_names[] = {"floor_significant", "ceiling_significant", "truncate_significant", "half_even_significant",
                                                  "half_up_significant"};
static_assert(static_cast<int>(Rounding::floor) == 0 && static_cast<int>(Rounding::ceiling) == 1 && static_cast<int>(Rounding::truncate) == 2 &&
              static_cast<int>(Rounding::half_even) == 3 && static_cast<int>(Rounding::half_up) == 4);

class Runner {
 public:
  Runner(const Program::Code& code, const RunInputs& inputs, Workspace& workspace, std::vector<StepRecord>* trace)
      : code_(code), inputs_(inputs), stack_(workspace.stack), results_(workspace.results), rows_(workspace.loop_rows), trace_(trace) {
    stack_.clear();
    results_.resize(code.formulas.size());
    rows_.assign(code.loop_count, 0);
  }

  Result<void> run() {
    std::size_t position = 0;
    for (unsigned steps = 0; position < code_.instructions.size(); ++steps) {
      if (steps == limits::formula_steps_max) {
        return fail(errors::formula_too_many_steps, {{"limit", std::to_string(limits::formula_steps_max)}}, place());
      }
      const Instruction& at = code_.instructions[position++];
      switch (at.op) {
        case Op::push_input: {
          const auto& value = inputs_.values[at.a];
          if (!value) return fail(errors::input_missing, {{"name", code_.inputs[at.a].name}, {"slot", std::to_string(at.a)}}, place());
          stack_.push_back(*value);
          break;
        }
        case Op::push_row: {
          const auto& column = inputs_.columns[at.a];
          const std::size_t row = rows_[static_cast<std::size_t>(at.b)];
          if (row >= column.size()) return fail(errors::input_missing, {{"name", code_.inputs[at.a].name}, {"slot", std::to_string(at.a)}}, place());
          stack_.push_back(column[row]);
          break;
        }
        case Op::jump: position = at.a; break;
        case Op::jump_if_false:
          if (!take_condition()) position = at.a;
          break;
        case Op::jump_keep_true:
        case Op::jump_keep_false:
          if ((stack_.back().number.sign() != 0) == (at.op == Op::jump_keep_true)) {
            position = at.a;
          } else {
            branch_approximate_ = branch_approximate_ || stack_.back().approximate;
            stack_.pop_back();
          }
          break;
        case Op::loop_begin:
          stack_.emplace_back();
          rows_[static_cast<std::size_t>(at.b)] = 0;
          if (inputs_.row_counts[at.a] != 0) ++position;
          break;
        case Op::loop_next: {
          binary([](const Rational& a, const Rational& b) { return a + b; });
          if (++rows_[static_cast<std::size_t>(at.b)] == inputs_.row_counts[at.a]) ++position;
          break;
        }
        case Op::store: store(at.a); break;
        default: calculate(at); break;
      }
    }
    return {};
  }

  [[nodiscard]] const std::string& formula_name() const { return code_.formulas[std::min(formula_, code_.formulas.size() - 1)].symbol; }
  [[nodiscard]] Place place() const { return code_.formulas[std::min(formula_, code_.formulas.size() - 1)].place; }

 private:
  bool take_condition() {
    const bool truth = stack_.back().number.sign() != 0;
    branch_approximate_ = branch_approximate_ || stack_.back().approximate;
    stack_.pop_back();
    return truth;
  }

  template <class F>
  void binary(F f) {
    RunValue& a = stack_[stack_.size() - 2];
    const RunValue& b = stack_.back();
    a.number = f(a.number, b.number);
    a.approximate = a.approximate || b.approximate;
    stack_.pop_back();
  }
  template <class F>
  void comparison(F f) {
    binary([f](const Rational& a, const Rational& b) { return Rational(f(a <=> b) ? 1 : 0); });
  }
  template <class F>
  void function(std::string_view name, int argument, bool approximate, F f) {
    RunValue& top = stack_.back();
    Rational result(f(top.number));
    if (trace_ != nullptr) {
      trace_->push_back({static_cast<std::uint32_t>(formula_), name, argument, top, {result, top.approximate || approximate}});
    }
    top.number = std::move(result);
    top.approximate = top.approximate || approximate;
  }

  [[nodiscard]] const std::string& text(std::uint32_t slot) const {
    return (slot & literal_flag) != 0 ? code_.literals[slot & ~literal_flag] : inputs_.texts[slot];
  }

  void store(std::uint32_t formula) {
    results_[formula] = std::move(stack_.back());
    results_[formula].approximate = results_[formula].approximate || branch_approximate_;
    stack_.pop_back();
    if (trace_ != nullptr) trace_->push_back({formula, {}, 0, {}, results_[formula]});
    formula_ = formula + 1;
  }

  void calculate(const Instruction& at) {
    switch (at.op) {
      case Op::push_constant: stack_.push_back({code_.constants[at.a], false}); break;
      case Op::push_result: stack_.push_back(results_[at.a]); break;
      case Op::add: binary([](const Rational& a, const Rational& b) { return a + b; }); break;
      case Op::subtract: binary([](const Rational& a, const Rational& b) { return a - b; }); break;
      case Op::multiply: binary([](const Rational& a, const Rational& b) { return a * b; }); break;
      case Op::divide: binary([](const Rational& a, const Rational& b) { return a / b; }); break;
      case Op::multiply_constant: stack_.back().number *= code_.constants[at.a]; break;
      case Op::negate: stack_.back().number = -stack_.back().number; break;
      case Op::power: stack_.back().number = pow(stack_.back().number, at.b); break;
      case Op::absolute:
        if (stack_.back().number.sign() < 0) stack_.back().number = -stack_.back().number;
        break;
      case Op::minimum: binary([](const Rational& a, const Rational& b) { return b < a ? b : a; }); break;
      case Op::maximum: binary([](const Rational& a, const Rational& b) { return a < b ? b : a; }); break;
      case Op::equal: comparison([](auto o) { return o == 0; }); break;
      case Op::unequal: comparison([](auto o) { return o != 0; }); break;
      case Op::less: comparison([](auto o) { return o < 0; }); break;
      case Op::less_equal: comparison([](auto o) { return o <= 0; }); break;
      case Op::greater: comparison([](auto o) { return o > 0; }); break;
      case Op::greater_equal: comparison([](auto o) { return o >= 0; }); break;
      case Op::text_equal:
      case Op::text_unequal:
        stack_.push_back({Rational((text(at.a) == text(static_cast<std::uint32_t>(at.b))) == (at.op == Op::text_equal) ? 1 : 0), false});
        break;
      case Op::logical_not: stack_.back().number = Rational(stack_.back().number.sign() == 0 ? 1 : 0); break;
      case Op::round_places:
        function(rounding_names[at.a], at.b, false, [&](const Rational& v) { return round_places(v, at.b, static_cast<Rounding>(at.a)); });
        break;
      case Op::round_significant:
        function(significant_names[at.a], at.b, false, [&](const Rational& v) { return round_significant(v, at.b, static_cast<Rounding>(at.a)); });
        break;
      case Op::ln: function("ln", 0, true, [](const Rational& v) { return ln(v); }); break;
      case Op::exp: function("exp", 0, true, [](const Rational& v) { return exp(v); }); break;
      case Op::sqrt: function("sqrt", 0, true, [](const Rational& v) { return sqrt(v); }); break;
      case Op::root: function("root", static_cast<int>(at.a), true, [&](const Rational& v) { return root(v, at.a); }); break;
      default: break;  // run() has the others
    }
  }

  const Program::Code& code_;
  const RunInputs& inputs_;
  std::vector<RunValue>& stack_;
  std::vector<RunValue>& results_;
  std::vector<std::size_t>& rows_;
  std::vector<StepRecord>* trace_;
  std::size_t formula_ = 0;
  bool branch_approximate_ = false;
};

}  // namespace

Result<void> Program::run(const RunInputs& inputs, Workspace& workspace, std::vector<StepRecord>* trace) const {
  Runner runner(*code_, inputs, workspace, trace);
  try {
    return runner.run();
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic,
                {{"formula", runner.formula_name()}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}}, runner.place());
  }
}

}  // namespace sumi::rulebook
