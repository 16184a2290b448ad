// Any text as a formula: it is refused with a place inside the text, or it compiles, runs within the limits, and runs the same again.
#include <cstdint>
#include <cstdlib>

#include "base/limits.h"
#include "rulebook/formula.h"

namespace {

using namespace sumi;
using namespace sumi::rulebook;

void require(bool holds) {
  if (!holds) std::abort();
}

class OneTable final : public TableSource {
 public:
  [[nodiscard]] std::optional<TableShape> shape(std::string_view table) const override {
    if (table != "fuels") return std::nullopt;
    return TableShape{"fuels", {"fuel"}, {{"unit", true, ""}, {"hhv", false, "GJ_HHV/{unit}"}, {"co2", false, "tCO2/GJ_HHV"}}};
  }
  [[nodiscard]] Result<TableCell> look_up(const TableQuestion&) const override { return fail(errors::input_missing); }
};

Scope make_scope() {
  static const OneTable table;
  Scope scope;
  scope.tables = &table;
  scope.unit_variables = {{"U", "fuels", "fuel", "unit"}};
  scope.row_lists = {"lamps"};
  const auto variables = variable_units(scope);
  const auto number = [&](const char* name, const char* unit, const char* rows) {
    scope.symbols.push_back({name, ValueKind::number, *parse_unit_with(unit, variables), true, rows, std::nullopt});
  };
  number("a", "1", "");
  number("b", "1", "");
  number("E", "kWh", "");
  number("Q", "GJ", "");
  number("F", "U", "");
  number("W", "W", "lamps");
  number("h", "h", "lamps");
  scope.symbols.push_back({"yes", ValueKind::truth, {}, true, "", std::nullopt});
  scope.symbols.push_back({"fuel", ValueKind::text, {}, true, "", std::nullopt});
  scope.symbols.push_back({"kind", ValueKind::text, {}, true, "", "steam"});
  return scope;
}

void run(const Program& program) {
  RunInputs in;
  for (const ProgramInput& input : program.inputs()) {
    in.values.emplace_back(input.kind == ProgramInput::Kind::symbol ? std::optional(RunValue{Rational(7, 3), false}) : std::nullopt);
    in.columns.emplace_back(input.kind == ProgramInput::Kind::row_column ? std::vector<RunValue>(3, RunValue{Rational(5, 2), false}) : std::vector<RunValue>());
  }
  in.row_counts.assign(program.row_lists().size(), 3);
  in.texts.assign(program.text_inputs().size(), "oil");
  Workspace first, second;
  std::vector<StepRecord> steps;
  const auto a = program.run(in, first), b = program.run(in, second, &steps);
  require(a.has_value() == b.has_value());
  if (!a) {
    require(a.error().def == b.error().def);
    return;
  }
  require(!steps.empty() && first.results.back().number == second.results.back().number && first.stack.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Scope scope = make_scope();
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const char* unit : {"1", "truth", "GJ"}) {
    const FormulaText formula{"result", unit, text, {"fuzz", 1, 1}};
    const auto program = compile(scope, std::span(&formula, 1));
    if (program) {
      run(*program);
      continue;
    }
    const Error& e = program.error();
    require(e.def != nullptr && e.place.line <= size + 1 && e.place.column <= size + 1 && !describe_error(e, Language::ja).empty());
  }
  return 0;
}
