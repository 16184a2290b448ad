// From formulas to a program: names become slots, units become factors, conditions on fixed choices disappear.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "rulebook/formula.h"
#include "rulebook/formula_code.h"
#include "rulebook/formula_parse.h"

namespace sumi::rulebook {

namespace {

constexpr int dimension_exponent_max = 60;
// A formula of rows is copied to where it is used; the longest methodology needs some hundreds of instructions.
constexpr std::size_t instructions_max = 50'000;
constexpr std::string_view row_index = "i";  // what a formula of rows calls its row

struct Typed {
  ValueKind kind = ValueKind::number;
  Unit unit;
  bool data = false;
};

struct Function {
  std::string_view name;
  std::string_view form;
  Op op;
};
constexpr Function functions[] = {
    {"if", "if(condition, a, b)", Op::jump},     {"min", "min(a, b, ...)", Op::minimum},   {"max", "max(a, b, ...)", Op::maximum},
    {"abs", "abs(a)", Op::absolute},             {"ln", "ln(a)", Op::ln},                  {"exp", "exp(a)", Op::exp},
    {"sqrt", "sqrt(a)", Op::sqrt},               {"root", "root(a, degree)", Op::root},
};
constexpr std::string_view known_functions =
    "if, min, max, abs, ln, exp, sqrt, root, sum, lookup, floor, ceiling, truncate, half_even, half_up, and each of these with _significant";

std::optional<std::pair<Rounding, bool>> rounding_function(std::string_view name) {
  constexpr std::string_view suffix = "_significant";
  const bool significant = name.ends_with(suffix);
  if (significant) name.remove_suffix(suffix.size());
  for (const Rounding r : {Rounding::floor, Rounding::ceiling, Rounding::truncate, Rounding::half_even, Rounding::half_up}) {
    if (name == name_of(r)) return std::pair(r, significant);
  }
  return std::nullopt;
}

std::string shown(const Unit& unit) { return unit.dimensionless() ? (unit.text.empty() ? "1" : unit.text) : unit.text; }

std::pair<std::string_view, std::string_view> kind_words(ValueKind kind) {
  switch (kind) {
    case ValueKind::number: return {"数値", "a number"};
    case ValueKind::truth: return {"条件", "a condition"};
    case ValueKind::text: break;
  }
  return {"文字列", "a text"};
}

class Compiler {
 public:
  Compiler(const Scope& scope, std::span<const FormulaText> formulas) : scope_(scope), formulas_(formulas), variables_(variable_units(scope)) {}

  Result<std::shared_ptr<const Program::Code>> compile(std::span<const std::string> roots) {
    SUMI_CHECK(collect_names());
    std::optional<Error> wrong;  // with those of the other formulas behind it, so that an author sees all of them
    const auto keep = [&](Error error) {
      if (wrong) wrong->also.push_back(std::move(error));
      else wrong = std::move(error);
    };
    ParsedFormulas own;
    ParsedFormulas& parsed = scope_.parsed != nullptr ? *scope_.parsed : own;
    for (const FormulaText& f : formulas_) {
      auto tree = parsed.tree(f.text, f.place);
      if (!tree) keep(std::move(tree).error());
      else trees_.push_back(*std::move(tree));
    }
    if (wrong) return fail(*std::move(wrong));
    SUMI_TRY(const std::vector<std::size_t> order, evaluation_order(roots));
    for (const std::size_t i : order) {
      auto compiled = compile_formula(i);
      if (compiled) continue;
      keep(std::move(compiled).error());
      assume(formulas_[i]);
    }
    if (wrong) return fail(*std::move(wrong));
    return std::make_shared<const Program::Code>(std::move(code_));
  }

 private:
  [[nodiscard]] Place at(std::size_t offset) const { return place_at(formulas_[current_].text, formulas_[current_].place, offset); }
  [[nodiscard]] std::string source_of(const Syntax& node) const {
    return formulas_[current_].text.substr(node.offset, node.end > node.offset ? node.end - node.offset : 0);
  }

  Result<void> collect_names() {
    for (const Symbol& s : scope_.symbols) symbols_.emplace(s.name, &s);
    for (std::size_t i = 0; i < formulas_.size(); ++i) {
      const std::string& name = formulas_[i].symbol;
      if (symbols_.contains(name) || !formula_of_.emplace(name, i).second) {
        return fail(errors::formula_name_twice, {{"name", name}}, formulas_[i].place);
      }
    }
    return {};
  }

  // Which formulas a tree uses, branches aside that fixed choices close.
  void used_formulas(const Syntax& node, std::vector<std::size_t>& out) const {
    if (node.kind == Syntax::Kind::name || node.kind == Syntax::Kind::row_name) {
      const auto it = formula_of_.find(node.text);
      if (it != formula_of_.end()) out.push_back(it->second);
      return;
    }
    if (node.kind == Syntax::Kind::call && node.text == "if" && node.items.size() == 3) {
      if (const auto truth = static_truth(node.items[0], symbols_)) return used_formulas(node.items[*truth ? 1 : 2], out);
    }
    if (static_truth(node, symbols_)) return;
    for (const Syntax& item : node.items) used_formulas(item, out);
  }

  Result<std::vector<std::size_t>> evaluation_order(std::span<const std::string> roots) {
    enum class State : std::uint8_t { fresh, open, done };
    struct Frame {
      std::size_t formula;
      std::vector<std::size_t> uses;
      std::size_t next = 0;
    };
    std::vector<State> state(formulas_.size(), State::fresh);
    std::vector<std::size_t> order, starts;
    for (const std::string& root : roots) {
      const auto it = formula_of_.find(root);
      if (it == formula_of_.end()) return fail(errors::formula_name_unknown, {{"name", root}, {"nearest", ""}});
      starts.push_back(it->second);
    }
    for (std::size_t i = 0; roots.empty() && i < formulas_.size(); ++i) starts.push_back(i);
    std::vector<Frame> stack;
    const auto open = [&](std::size_t i) {
      state[i] = State::open;
      stack.push_back({i, {}, 0});
      used_formulas(*trees_[i], stack.back().uses);
    };
    for (const std::size_t start : starts) {
      if (state[start] == State::fresh) open(start);
      while (!stack.empty()) {
        Frame& top = stack.back();
        if (top.next == top.uses.size()) {
          state[top.formula] = State::done;
          order.push_back(top.formula);
          stack.pop_back();
          continue;
        }
        const std::size_t used = top.uses[top.next++];
        if (state[used] == State::open) {
          std::string path;
          bool inside = false;
          for (const Frame& frame : stack) {
            inside = inside || frame.formula == used;
            if (inside) path += formulas_[frame.formula].symbol + " -> ";
          }
          return fail(errors::formula_recursion, {{"path", path + formulas_[used].symbol}}, formulas_[top.formula].place);
        }
        if (state[used] == State::fresh) open(used);
      }
    }
    return order;
  }

  Result<void> compile_formula(std::size_t index) {
    current_ = index;
    const FormulaText& f = formulas_[index];
    if (!f.rows.empty()) return check_row_formula(index);
    Program::Formula out{f.symbol, {}, f.unit, ValueKind::number, f.text, f.place};
    SUMI_TRY(const Typed type, expression(*trees_[index], false));
    if (f.unit == "truth") {
      out.kind = ValueKind::truth;
      SUMI_CHECK(need(type, ValueKind::truth, *trees_[index]));
    } else {
      SUMI_CHECK(need(type, ValueKind::number, *trees_[index]));
      auto unit = parse_unit_with(f.unit, variables_);
      if (!unit) return fail(errors::formula_unit_text, {{"unit", f.unit}}, f.place);
      out.unit = *std::move(unit);
      SUMI_CHECK(convert_top(type.unit, out.unit, trees_[index]->offset, "式「" + f.symbol + "」と結果", "the formula " + f.symbol + " and its result"));
    }
    emit(Op::store, static_cast<std::uint32_t>(code_.formulas.size()));
    slot_of_formula_.emplace(f.symbol, std::pair(code_.formulas.size(), Typed{out.kind, out.unit, type.data}));
    code_.formulas.push_back(std::move(out));
    return {};
  }

  // After a formula that is wrong, the others are read as if it were what it says to be.
  void assume(const FormulaText& f) {
    loops_.clear();
    open_loops_ = 0;
    if (!f.rows.empty()) return;
    auto unit = parse_unit_with(f.unit, variables_);
    const ValueKind kind = f.unit == "truth" ? ValueKind::truth : ValueKind::number;
    slot_of_formula_.emplace(f.symbol, std::pair(code_.formulas.size(), Typed{kind, unit ? *std::move(unit) : Unit{}, true}));
  }

  // A formula of rows leaves no code of its own; here it is only checked, so that its slips are found at its own place.
  Result<void> check_row_formula(std::size_t index) {
    const FormulaText& f = formulas_[index];
    if (std::ranges::find(scope_.row_lists, f.rows) == scope_.row_lists.end()) return no_such_list(f.rows, f.place);
    const Program::Code code = code_;
    const auto slots = input_slots_;
    const auto type = row_formula(index, 0);
    code_ = code;
    input_slots_ = slots;
    if (!type) return fail(type.error());
    return {};
  }
  // Its code for the row at which loop `number` stands. Where it is used, the loops around are out of its sight.
  Result<Typed> row_formula(std::size_t index, std::uint32_t number) {
    const FormulaText& f = formulas_[index];
    if (code_.instructions.size() > instructions_max) {
      return fail(errors::formula_too_many_steps, {{"limit", std::to_string(instructions_max)}}, f.place);
    }
    const std::size_t outer_formula = current_;
    const std::vector<Loop> outer_loops = std::exchange(loops_, {{std::string(row_index), f.rows, number}});
    const std::uint32_t outer_count = std::exchange(open_loops_, std::max(open_loops_, number + 1));
    current_ = index;
    auto type = row_expression(f, *trees_[index]);
    current_ = outer_formula;
    loops_ = outer_loops;
    open_loops_ = outer_count;
    return type;
  }
  Result<Typed> row_expression(const FormulaText& f, const Syntax& tree) {
    SUMI_TRY(Typed type, expression(tree, false));
    if (f.unit == "truth") {
      SUMI_CHECK(need(type, ValueKind::truth, tree));
      return type;
    }
    SUMI_CHECK(need(type, ValueKind::number, tree));
    auto unit = parse_unit_with(f.unit, variables_);
    if (!unit) return fail(errors::formula_unit_text, {{"unit", f.unit}}, f.place);
    SUMI_CHECK(convert_top(type.unit, *unit, tree.offset, "式「" + f.symbol + "」と結果", "the formula " + f.symbol + " and its result"));
    type.unit = *std::move(unit);
    return type;
  }
  static Unexpected no_such_list(const std::string& list, Place place) {
    return fail(errors::formula_rows, {{"name", list}, {"reason", "there is no such list"}, {"reason_ja", "その一覧はありません"}}, std::move(place));
  }
  [[nodiscard]] Unexpected per_row(const std::string& name, const std::string& rows, std::size_t offset) const {
    return fail(errors::formula_rows, {{"name", name}, {"reason", "it has a value per row of " + rows}, {"reason_ja", "「" + rows + "」の行ごとに値があります"}},
                at(offset));
  }

  std::size_t emit(Op op, std::uint32_t a = 0, std::int32_t b = 0) {
    code_.instructions.push_back({op, a, b});
    return code_.instructions.size() - 1;
  }
  void land(std::size_t jump) { code_.instructions[jump].a = static_cast<std::uint32_t>(code_.instructions.size()); }
  std::uint32_t constant(Rational value) {
    code_.constants.push_back(std::move(value));
    return static_cast<std::uint32_t>(code_.constants.size() - 1);
  }

  // The value on top of the stack from one unit of a dimension to another.
  Result<void> convert_top(const Unit& from, const Unit& to, std::size_t offset, const std::string& what_ja, const std::string& what_en) {
    if (from.dimension != to.dimension) return unit_mismatch(from, to, offset, what_ja, what_en);
    if (!(from.scale == to.scale)) emit(Op::multiply_constant, constant(from.scale / to.scale));
    return {};
  }
  [[nodiscard]] Unexpected unit_mismatch(const Unit& left, const Unit& right, std::size_t offset, const std::string& what_ja, const std::string& what_en) const {
    const auto has = [&](BaseDimension d) {
      const auto i = static_cast<std::size_t>(d);
      return left.dimension.exponent[i] != right.dimension.exponent[i];
    };
    std::string ja = "途中の量の単位を確かめてください。", en = "Check the units of the quantities it is made of.";
    if (has(BaseDimension::energy_hhv) && has(BaseDimension::energy_lhv)) {
      ja = "高位発熱量と低位発熱量は、その燃料の比率（GJ_LHV/GJ_HHV）で明示的に換算してください。";
      en = "Join higher and lower heating value by the fuel's own ratio (GJ_LHV/GJ_HHV).";
    } else if (has(BaseDimension::co2) && has(BaseDimension::co2e)) {
      ja = "t-CO2とt-CO2eは、地球温暖化係数（tCO2e/tCO2）を明示して換算してください。";
      en = "Join tCO2 and tCO2e by a named GWP (tCO2e/tCO2).";
    }
    return fail(errors::formula_unit_mismatch,
                {{"what", what_en}, {"what_ja", what_ja}, {"left", shown(left)}, {"right", shown(right)}, {"remedy", en}, {"remedy_ja", ja}}, at(offset));
  }
  Result<void> need(const Typed& type, ValueKind kind, const Syntax& node) const {
    if (type.kind == kind) return {};
    const auto wanted = kind_words(kind), found = kind_words(type.kind);
    return fail(errors::formula_kind,
                {{"expected", std::string(wanted.second)}, {"expected_ja", std::string(wanted.first)}, {"found", std::string(found.second)},
                 {"found_ja", std::string(found.first)}},
                at(node.offset));
  }
  Result<Typed> number(const Syntax& node, bool rounded = false) {
    SUMI_TRY(Typed type, expression(node, rounded));
    SUMI_CHECK(need(type, ValueKind::number, node));
    return type;
  }

  // `rounded`: the node is the direct argument of a rounding (decision 11).
  Result<Typed> expression(const Syntax& node, bool rounded) {
    switch (node.kind) {
      case Syntax::Kind::number: return literal(node);
      case Syntax::Kind::truth: return fixed_truth(node.flag);
      case Syntax::Kind::text: return Typed{ValueKind::text, {}, false};
      case Syntax::Kind::name: return name(node);
      case Syntax::Kind::row_name: return row_name(node);
      case Syntax::Kind::sum_of: return sum_of(node);
      case Syntax::Kind::product_of: return product_of(node, rounded);
      case Syntax::Kind::negative: {
        SUMI_TRY(const Typed type, number(node.items[0]));
        emit(Op::negate);
        return type;
      }
      case Syntax::Kind::power: return power_of(node, rounded);
      case Syntax::Kind::compare: return compare(node);
      case Syntax::Kind::all_of:
      case Syntax::Kind::any_of: return connect(node);
      case Syntax::Kind::negation: {
        if (const auto truth = static_truth(node, symbols_)) return fixed_truth(*truth);
        SUMI_TRY(const Typed type, expression(node.items[0], false));
        SUMI_CHECK(need(type, ValueKind::truth, node.items[0]));
        emit(Op::logical_not);
        return type;
      }
      case Syntax::Kind::call: return call(node);
      case Syntax::Kind::row_sum: return row_sum(node);
      case Syntax::Kind::lookup: return lookup(node);
    }
    return Typed{};
  }

  // Exponents of a dimension are 8 bits wide; twice this bound still fits.
  Result<void> bounded(const Unit& unit, std::size_t offset) const {
    for (const auto e : unit.dimension.exponent) {
      if (std::abs(e) > dimension_exponent_max) return fail(errors::formula_power, {{"limit", std::to_string(dimension_exponent_max)}}, at(offset));
    }
    return {};
  }

  Result<Typed> literal(const Syntax& node) {
    Typed type;
    if (!node.text.empty()) {
      auto unit = parse_unit_with(node.text, variables_);
      if (!unit) return fail(errors::formula_unit_text, {{"unit", node.text}}, at(node.offset));
      type.unit = *std::move(unit);
      SUMI_CHECK(bounded(type.unit, node.offset));
    }
    emit(Op::push_constant, constant(node.number));
    return type;
  }
  Result<Typed> fixed_truth(bool value) {
    emit(Op::push_constant, constant(Rational(value ? 1 : 0)));
    return Typed{ValueKind::truth, {}, false};
  }

  [[nodiscard]] Unexpected unknown(const Syntax& node) const { return unknown_name(node, symbols_, at(node.offset)); }

  Result<Typed> name(const Syntax& node) {
    if (const auto it = slot_of_formula_.find(node.text); it != slot_of_formula_.end()) {
      emit(Op::push_result, static_cast<std::uint32_t>(it->second.first));
      return it->second.second;
    }
    if (const auto formula = formula_of_.find(node.text); formula != formula_of_.end()) {
      return per_row(node.text, formulas_[formula->second].rows, node.offset);
    }
    const auto it = symbols_.find(node.text);
    if (it == symbols_.end()) return unknown(node);
    const Symbol& symbol = *it->second;
    if (!symbol.rows.empty()) return per_row(node.text, symbol.rows, node.offset);
    if (symbol.kind == ValueKind::text) return Typed{ValueKind::text, {}, symbol.data};
    emit(Op::push_input, input({ProgramInput::Kind::symbol, symbol.kind, symbol.name, symbol.unit, symbol.unit.text, {}, {}, {}, {}}));
    return Typed{symbol.kind, symbol.unit, symbol.data};
  }

  std::uint32_t input(ProgramInput wanted) {
    const auto found = input_slots_.find(wanted.name);
    if (found != input_slots_.end()) return found->second;
    const auto slot = static_cast<std::uint32_t>(code_.inputs.size());
    input_slots_.emplace(wanted.name, slot);
    code_.inputs.push_back(std::move(wanted));
    return slot;
  }

  Result<Typed> row_name(const Syntax& node) {
    const auto formula = formula_of_.find(node.text);
    const auto it = symbols_.find(node.text);
    if (formula == formula_of_.end() && it == symbols_.end()) return unknown(node);
    const std::string& rows = formula != formula_of_.end() ? formulas_[formula->second].rows : it->second->rows;
    const auto loop = std::find_if(loops_.rbegin(), loops_.rend(), [&](const Loop& l) { return l.index == node.index; });
    if (loop == loops_.rend() || rows != loop->list) {
      const bool no_loop = loop == loops_.rend();
      return fail(errors::formula_rows,
                  {{"name", node.text},
                   {"reason", no_loop ? "no sum has a row '" + node.index + "' here" : "'" + node.index + "' is a row of " + loop->list},
                   {"reason_ja", no_loop ? "行「" + node.index + "」のsumがありません" : "「" + node.index + "」は「" + loop->list + "」の行です"}},
                  at(node.offset));
    }
    if (formula != formula_of_.end()) return row_formula(formula->second, loop->number);
    const Symbol& symbol = *it->second;
    if (symbol.kind == ValueKind::text) {
      return fail(errors::formula_rows,
                  {{"name", node.text},
                   {"reason", "it is a text: it can only be a key in the default of a parameter of the same rows"},
                   {"reason_ja", "文字列なので、同じ行のパラメータのデフォルト値のキーにだけ使えます"}},
                  at(node.offset));
    }
    const auto slot = input({ProgramInput::Kind::row_column, symbol.kind, symbol.name, symbol.unit, symbol.unit.text, symbol.rows, {}, {}, {}});
    emit(Op::push_row, slot, static_cast<std::int32_t>(loop->number));
    return Typed{symbol.kind, symbol.unit, symbol.data};
  }

  Result<Typed> sum_of(const Syntax& node) {
    SUMI_TRY(Typed type, number(node.items[0]));
    for (std::size_t i = 1; i < node.items.size(); ++i) {
      SUMI_TRY(const Typed next, number(node.items[i]));
      const bool plus = node.operators[i] == "+";
      SUMI_CHECK(convert_top(next.unit, type.unit, node.operator_offsets[i], plus ? "和" : "差", plus ? "a sum" : "a difference"));
      emit(plus ? Op::add : Op::subtract);
      type.data = type.data || next.data;
    }
    return type;
  }

  Result<Typed> product_of(const Syntax& node, bool rounded) {
    SUMI_TRY(Typed type, number(node.items[0]));
    for (std::size_t i = 1; i < node.items.size(); ++i) {
      SUMI_TRY(const Typed next, number(node.items[i]));
      const bool divide = node.operators[i] == "/";
      if (divide && next.data && !(rounded && i + 1 == node.items.size())) return unrounded(node.items[i], node.operator_offsets[i]);
      emit(divide ? Op::divide : Op::multiply);
      type.unit = divide ? type.unit / next.unit : type.unit * next.unit;
      SUMI_CHECK(bounded(type.unit, node.operator_offsets[i]));
      type.data = type.data || next.data;
    }
    if (type.unit.dimensionless()) SUMI_CHECK(make_plain(type, node.offset));
    return type;
  }
  // A ratio such as kWh/MJ or a value in % becomes the bare number that it is.
  Result<void> make_plain(Typed& type, std::size_t offset) {
    SUMI_CHECK(convert_top(type.unit, Unit{}, offset, "", ""));
    type.unit = Unit{};
    return {};
  }
  [[nodiscard]] Unexpected unrounded(const Syntax& divisor, std::size_t offset) const {
    return fail(errors::formula_division_unrounded, {{"divisor", source_of(divisor)}}, at(offset));
  }

  Result<Typed> power_of(const Syntax& node, bool rounded) {
    SUMI_TRY(Typed type, number(node.items[0]));
    if (node.exponent < 0 && type.data && !rounded) return unrounded(node.items[0], node.offset);
    emit(Op::power, 0, node.exponent);
    if (!type.unit.dimensionless() || !(type.unit.scale == Rational(1))) {
      for (const auto e : type.unit.dimension.exponent) {
        if (std::abs(e * node.exponent) > dimension_exponent_max) return fail(errors::formula_power, {{"limit", std::to_string(limits::power_exponent_max)}}, at(node.offset));
      }
      type.unit = power(type.unit, node.exponent);
    }
    return type;
  }

  Result<Typed> compare(const Syntax& node) {
    if (const auto truth = static_truth(node, symbols_)) return fixed_truth(*truth);
    const Syntax &left = node.items[0], &right = node.items[1];
    const std::string& op = node.operators[0];
    const bool equality = op == "==" || op == "!=";
    SUMI_TRY(const Typed a, expression(left, false));
    if (a.kind == ValueKind::text) {
      SUMI_TRY(const Typed b, expression(right, false));
      SUMI_CHECK(need(b, ValueKind::text, right));
      if (!equality) return fail(errors::formula_kind, {{"expected", "a number"}, {"expected_ja", "数値"}, {"found", "a text"}, {"found_ja", "文字列"}}, at(left.offset));
      emit(op == "==" ? Op::text_equal : Op::text_unequal, text_slot(left), static_cast<std::int32_t>(text_slot(right)));
      return Typed{ValueKind::truth, {}, a.data || b.data};
    }
    SUMI_CHECK(need(a, ValueKind::number, left));
    SUMI_TRY(const Typed b, number(right));
    SUMI_CHECK(convert_top(b.unit, a.unit, node.offset, "比較", "a comparison"));
    emit(op == "==" ? Op::equal : op == "!=" ? Op::unequal : op == "<" ? Op::less : op == "<=" ? Op::less_equal : op == ">" ? Op::greater : Op::greater_equal);
    return Typed{ValueKind::truth, {}, a.data || b.data};
  }
  // Texts compared while running: slots of text_inputs(), or literals behind them.
  std::uint32_t text_slot(const Syntax& node) {
    const auto fixed = static_text(node, symbols_);
    auto& list = fixed ? code_.literals : code_.text_inputs;
    const std::string& text = fixed ? *fixed : node.text;
    auto it = std::find(list.begin(), list.end(), text);
    if (it == list.end()) it = list.insert(list.end(), text);
    return static_cast<std::uint32_t>(it - list.begin()) | (fixed ? literal_flag : 0);
  }

  Result<Typed> connect(const Syntax& node) {
    if (const auto truth = static_truth(node, symbols_)) return fixed_truth(*truth);
    const bool any = node.kind == Syntax::Kind::any_of;
    Typed type{ValueKind::truth, {}, false};
    std::vector<std::size_t> jumps;
    for (const Syntax& item : node.items) {
      if (static_truth(item, symbols_)) continue;  // it does not decide, or the whole would be fixed
      SUMI_TRY(const Typed next, expression(item, false));
      SUMI_CHECK(need(next, ValueKind::truth, item));
      type.data = type.data || next.data;
      jumps.push_back(emit(any ? Op::jump_keep_true : Op::jump_keep_false));
    }
    // The last item's value stays; the others are dropped when the next is asked.
    code_.instructions.pop_back();
    jumps.pop_back();
    for (const std::size_t jump : jumps) land(jump);
    return type;
  }

  Result<Typed> call(const Syntax& node) {
    if (const auto rounding = rounding_function(node.text)) return round(node, rounding->first, rounding->second);
    const auto* function = std::find_if(std::begin(functions), std::end(functions), [&](const Function& f) { return f.name == node.text; });
    if (function == std::end(functions)) {
      return fail(errors::formula_function_unknown, {{"name", node.text}, {"known", std::string(known_functions)}}, at(node.offset));
    }
    const std::size_t n = node.items.size();
    switch (function->op) {
      case Op::jump: return n == 3 ? choose(node) : wrong_arguments(node, function->form);
      case Op::minimum:
      case Op::maximum: return n >= 2 ? extreme(node, function->op) : wrong_arguments(node, function->form);
      case Op::absolute: {
        if (n != 1) return wrong_arguments(node, function->form);
        SUMI_TRY(const Typed type, number(node.items[0]));
        emit(Op::absolute);
        return type;
      }
      case Op::root: {
        const auto degree = n == 2 ? whole(node.items[1]) : std::nullopt;
        if (!degree || *degree < 1 || *degree > 64) return wrong_arguments(node, "root(a, degree), degree 1 to 64");
        return approximate(node, Op::root, *degree);
      }
      default: return n == 1 ? approximate(node, function->op, 0) : wrong_arguments(node, function->form);
    }
  }
  [[nodiscard]] Unexpected wrong_arguments(const Syntax& node, std::string_view form) const {
    return fail(errors::formula_arguments, {{"function", node.text}, {"form", std::string(form)}}, at(node.offset));
  }
  [[nodiscard]] static std::optional<int> whole(const Syntax& node) {
    const bool minus = node.kind == Syntax::Kind::negative && node.items[0].kind == Syntax::Kind::number;
    const Syntax& digits = minus ? node.items[0] : node;
    if (digits.kind != Syntax::Kind::number || !digits.text.empty() || !digits.number.is_integer()) return std::nullopt;
    const auto value = digits.number.numerator().to_i64();
    if (!value || *value > 10'000) return std::nullopt;
    return static_cast<int>(minus ? -*value : *value);
  }

  Result<Typed> round(const Syntax& node, Rounding rounding, bool significant) {
    if (node.items.size() != 2) return wrong_arguments(node, node.text + (significant ? "(value, digits)" : "(value, places)"));
    const int limit = static_cast<int>(limits::decimal_scale_max);
    const auto digits = whole(node.items[1]);
    if (!digits || *digits > limit || *digits < (significant ? 1 : -limit)) {
      const std::string from = significant ? "1" : "-" + std::to_string(limit);
      return fail(errors::formula_places,
                  {{"function", node.text}, {"form", "from " + from + " to " + std::to_string(limit)}, {"form_ja", from + "から" + std::to_string(limit) + "まで"}},
                  at(node.items[1].offset));
    }
    SUMI_TRY(Typed type, number(node.items[0], true));
    if (type.unit.dimensionless()) SUMI_CHECK(make_plain(type, node.offset));
    emit(significant ? Op::round_significant : Op::round_places, static_cast<std::uint32_t>(rounding), *digits);
    return type;
  }

  Result<Typed> choose(const Syntax& node) {
    if (const auto truth = static_truth(node.items[0], symbols_)) return expression(node.items[*truth ? 1 : 2], false);
    SUMI_TRY(const Typed condition, expression(node.items[0], false));
    SUMI_CHECK(need(condition, ValueKind::truth, node.items[0]));
    const std::size_t to_second = emit(Op::jump_if_false);
    SUMI_TRY(Typed first, expression(node.items[1], false));
    if (first.kind == ValueKind::text) SUMI_CHECK(need(first, ValueKind::number, node.items[1]));
    const std::size_t to_end = emit(Op::jump);
    land(to_second);
    SUMI_TRY(const Typed second, expression(node.items[2], false));
    SUMI_CHECK(need(second, first.kind, node.items[2]));
    if (first.kind == ValueKind::number) SUMI_CHECK(convert_top(second.unit, first.unit, node.offset, "ifの二つの値", "the two values of if"));
    land(to_end);
    first.data = first.data || second.data || condition.data;
    return first;
  }

  Result<Typed> extreme(const Syntax& node, Op op) {
    SUMI_TRY(Typed type, number(node.items[0]));
    for (std::size_t i = 1; i < node.items.size(); ++i) {
      SUMI_TRY(const Typed next, number(node.items[i]));
      SUMI_CHECK(convert_top(next.unit, type.unit, node.items[i].offset, node.text + "の引数", "the arguments of " + node.text));
      emit(op);
      type.data = type.data || next.data;
    }
    return type;
  }

  Result<Typed> approximate(const Syntax& node, Op op, int degree) {
    SUMI_TRY(const Typed type, number(node.items[0]));
    if (!type.unit.dimensionless()) {
      return fail(errors::formula_unit_mismatch,
                  {{"what", node.text}, {"what_ja", node.text}, {"left", shown(type.unit)}, {"right", "1"},
                   {"remedy", "Divide by a unit first: " + node.text + "(x / 1 [" + shown(type.unit) + "])."},
                   {"remedy_ja", "先に単位で割ってください（" + node.text + "(x / 1 [" + shown(type.unit) + "])）。"}},
                  at(node.items[0].offset));
    }
    SUMI_CHECK(convert_top(type.unit, Unit{}, node.offset, node.text, node.text));
    emit(op, static_cast<std::uint32_t>(degree));
    return Typed{ValueKind::number, {}, type.data};
  }

  Result<Typed> row_sum(const Syntax& node) {
    if (std::ranges::find(scope_.row_lists, node.text) == scope_.row_lists.end()) return no_such_list(node.text, at(node.offset));
    if (std::any_of(loops_.begin(), loops_.end(), [&](const Loop& l) { return l.index == node.index; })) {
      return fail(errors::formula_name_twice, {{"name", node.index}}, at(node.offset));
    }
    auto list = std::find(code_.row_lists.begin(), code_.row_lists.end(), node.text);
    if (list == code_.row_lists.end()) list = code_.row_lists.insert(list, node.text);
    const auto list_index = static_cast<std::uint32_t>(list - code_.row_lists.begin());
    const std::uint32_t number_of_loop = open_loops_++;
    emit(Op::loop_begin, list_index, static_cast<std::int32_t>(number_of_loop));
    const std::size_t over = emit(Op::jump);  // taken where the list is empty
    const std::size_t body = code_.instructions.size();
    loops_.push_back({node.index, node.text, number_of_loop});
    SUMI_TRY(const Typed type, number(node.items[0]));
    loops_.pop_back();
    --open_loops_;
    emit(Op::loop_next, list_index, static_cast<std::int32_t>(number_of_loop));
    emit(Op::jump, static_cast<std::uint32_t>(body));
    land(over);
    code_.loop_count = std::max<std::size_t>(code_.loop_count, number_of_loop + 1);
    return Typed{ValueKind::number, type.unit, true};
  }

  Result<Typed> lookup(const Syntax& node) {
    SUMI_TRY(ProgramInput wanted, lookup_input(node, scope_, symbols_, variables_, formulas_[current_]));
    const Unit unit = wanted.unit;
    emit(Op::push_input, input(std::move(wanted)));
    return Typed{ValueKind::number, unit, false};
  }

  struct Loop {
    std::string index;
    std::string list;
    std::uint32_t number;
  };

  const Scope& scope_;
  std::span<const FormulaText> formulas_;
  std::map<std::string, Unit, std::less<>> variables_;
  SymbolTable symbols_;
  std::map<std::string, std::size_t, std::less<>> formula_of_;
  std::map<std::string, std::pair<std::size_t, Typed>, std::less<>> slot_of_formula_;
  std::map<std::string, std::uint32_t, std::less<>> input_slots_;
  std::vector<std::shared_ptr<const Syntax>> trees_;
  std::vector<Loop> loops_;
  std::uint32_t open_loops_ = 0;  // loops that run around the code that comes next, those out of sight too
  std::size_t current_ = 0;
  Program::Code code_;
};

}  // namespace

Result<Program> compile(const Scope& scope, std::span<const FormulaText> formulas, std::span<const std::string> roots) {
  try {
    SUMI_TRY(auto code, Compiler(scope, formulas).compile(roots));
    Program program;
    program.code_ = std::move(code);
    return program;
  } catch (const ArithmeticTrap& trap) {  // units beyond every number
    return fail(errors::formula_arithmetic, {{"formula", "unit"}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
}

}  // namespace sumi::rulebook
