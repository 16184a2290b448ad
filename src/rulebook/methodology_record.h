// A calculation before it runs: everything that its formulas read, each with its origin. A trace is the record with the results written
// behind it; reading a trace gives the record back. So a replay runs the very same code as the first calculation.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/methodology_data.h"

namespace sumi::rulebook::detail {

struct RecordedInput {
  Rational value;           // in `unit`
  std::string unit;         // concrete, as text; "truth" for a yes or no
  std::string origin;       // monitored, plan, declared, default, lookup, calendar, calculated
  std::string given;        // as the plan or the table wrote it
  std::string monitoring_class;
  std::string value_year;
  std::string source;
  std::string confidence;
  std::string row;
  std::string pack;
  std::string published;
};

struct Section {
  std::string kind;  // check, main, incidental, by_ratio
  std::string id;
  const Program* program = nullptr;
  std::vector<std::optional<RecordedInput>> inputs;       // by slot
  std::vector<std::vector<RecordedInput>> columns;        // by slot
  std::vector<std::vector<std::string>> row_labels;       // by list of the program
  std::vector<std::optional<Error>> missing;              // by slot: why there is no value; not part of a trace
};

struct Record {
  FiscalYear fiscal_year;
  std::string as_known, project_start, period;
  std::vector<std::pair<std::string, std::string>> choices;     // fixed ones first, then keys of tables
  std::vector<std::pair<std::string, std::string>> units;       // unit variable -> unit
  std::vector<std::pair<std::string, std::string>> incidental;  // source -> its choice
  std::vector<Section> sections;
  const Variant* variant = nullptr;
};

using Units = std::map<std::string, Unit, std::less<>>;

// What a plan and its choices come to, before any formula is asked.
struct Setup {
  const Variant* variant = nullptr;
  std::vector<std::pair<std::string, std::string>> choices;  // all
  Units units;
  std::vector<std::pair<std::string, std::string>> unit_texts;
};
[[nodiscard]] Result<Setup> set_up(const Methodology::Data& data, const Inputs& plan, const Inputs& monitored, const CalculationOptions& options,
                                   const TableSource& tables);
// Only the choices, with defaults filled in.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> choose(const Methodology::Data& data, const Inputs& plan);
// The variant of these choices; keys of tables among them are passed over.
[[nodiscard]] const Variant* variant_of(const Methodology::Data& data, const std::vector<std::pair<std::string, std::string>>& choices);

struct Binding {
  const Methodology::Data& data;
  const Setup& setup;
  const Inputs& plan;
  const Inputs& monitored;
  const CalculationOptions& options;
  const TableSource& tables;
};
// Gives every slot of a program its value, or the reason why it has none. Values that are wrong are refused at once.
[[nodiscard]] Result<Section> bind(const Binding& binding, std::string kind, std::string id, const Program& program);

struct SectionRun {
  RunInputs inputs;
  Workspace workspace;
  std::vector<StepRecord> steps;
};
[[nodiscard]] Result<SectionRun> run_section(const Record& record, const Section& section);

[[nodiscard]] Result<Calculation> execute(const Methodology::Data& data, Record record);
[[nodiscard]] Result<Record> read_trace(const Methodology::Data& data, std::string_view text);

}  // namespace sumi::rulebook::detail
