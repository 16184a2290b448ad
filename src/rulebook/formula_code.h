// The compiled form: one stack machine for numbers. Only compiler and runner know it.
#pragma once

#include "rulebook/formula.h"
#include "rulebook/formula_parse.h"

namespace sumi::rulebook {

enum class Op : std::uint8_t {
  push_constant, push_input, push_row, push_result,
  add, subtract, multiply, divide, multiply_constant, negate, power, absolute, minimum, maximum,
  equal, unequal, less, less_equal, greater, greater_equal, text_equal, text_unequal, logical_not,
  jump, jump_if_false,                // to a; the latter takes its condition off
  jump_keep_true, jump_keep_false,    // to a keeping the value, or takes it off and goes on
  round_places, round_significant,    // a = Rounding, b = digits
  ln, exp, sqrt, root,                // a = degree
  loop_begin,                         // a = list, b = loop: pushes 0 and skips the next instruction unless the list is empty
  loop_next,                          // a = list, b = loop: adds, and skips the next instruction behind the last row
  store,                              // a = formula
};

using SymbolTable = std::map<std::string, const Symbol*, std::less<>>;
// A literal, or what a fixed choice is.
[[nodiscard]] std::optional<std::string> static_text(const Syntax& node, const SymbolTable& symbols);
// The value of a condition that fixed choices decide.
[[nodiscard]] std::optional<bool> static_truth(const Syntax& node, const SymbolTable& symbols);

using UnitTable = std::map<std::string, Unit, std::less<>>;
// A look-up as a slot: its keys and the unit that its values have.
[[nodiscard]] Result<ProgramInput> lookup_input(const Syntax& node, const Scope& scope, const SymbolTable& symbols, const UnitTable& variables,
                                                const FormulaText& formula);
[[nodiscard]] Unexpected unknown_name(const Syntax& node, const SymbolTable& symbols, Place place);

// A text operand's slot with this bit is a literal.
inline constexpr std::uint32_t literal_flag = 0x4000'0000;

struct Instruction {
  Op op;
  std::uint32_t a;
  std::int32_t b;
};

struct Program::Code {
  std::vector<Formula> formulas;
  std::vector<ProgramInput> inputs;
  std::vector<std::string> text_inputs;
  std::vector<std::string> literals;
  std::vector<std::string> row_lists;
  std::vector<Rational> constants;
  std::vector<Instruction> instructions;
  std::size_t loop_count = 0;
};

}  // namespace sumi::rulebook
