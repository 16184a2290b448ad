// A calculation that is bound once and run many times: for the members of a programme, who share a methodology, its choices and most of its values.
//
// Everything that the plan, the tables and the calendar say stands in its slots already; only the `open` values are set for each run. A run gives
// what calculate() gives for the same values, exactly, without writing a trace: the shared part of the trace is written once, by the preparation.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rulebook/methodology.h"

namespace sumi::rulebook {

// A value that each run sets.
struct OpenValue {
  std::string symbol;
  std::string list, row;   // where it belongs to the row of a list; empty: a single value
  Unit unit;               // in which runs give it
  bool monitored = false;  // else the plan's, of one member
  bool amount = false;     // an amount of a period, whose parts add up to the whole
  // What else calculate() would be given of it; the value is not looked at.
  InputValue described;
};

struct PreparedResult {
  Rational baseline_tCO2, project_tCO2;  // EM_BL, EM_PJ: main and incidental, exact
  std::vector<Rational> incidental;      // in the order of Prepared::incidental()
  bool approximate = false;
};

class Prepared {
 public:
  struct Body;
  // `plan` holds what all runs share. Errors: those of calculate(), with the open values taken as possible ones (1, or a bound of their range).
  [[nodiscard]] static Result<Prepared> make(const Methodology& methodology, const Inputs& plan, std::span<const OpenValue> open, const CalculationOptions& options,
                                             const TableSource& tables);

  // The results of a sum of amounts are the sum of their results: nothing that depends on an amount is rounded, compared, multiplied with
  // another, or has something constant added. The other open values have to be the same for all parts of the sum.
  [[nodiscard]] bool additive() const;
  // A check of the inputs looks at amounts: it is asked of each part of a sum (PreparedRun::run_checks), not of the sum.
  [[nodiscard]] bool checks_amounts() const;
  // The formulas look at the period itself (months since the project's start, its share of the year): another period needs a preparation of its own.
  [[nodiscard]] bool uses_period() const;
  // Of an open value, in its unit; refused by the caller.
  [[nodiscard]] const std::optional<Rational>& minimum(std::size_t open) const;
  [[nodiscard]] const std::optional<Rational>& maximum(std::size_t open) const;
  // As calculate() tells them, without `approximate`, which each run tells.
  [[nodiscard]] const CalculationFlags& flags() const;
  [[nodiscard]] const std::string& rounding_rule() const;
  [[nodiscard]] const std::vector<IncidentalFigure>& incidental() const;  // ids, sides and choices
  // The lines of the methodology's trace that all runs have in common (methodology_trace.cc has their format): choices, units, shared inputs.
  [[nodiscard]] const std::string& shared_lines() const;

 private:
  friend class PreparedRun;
  std::shared_ptr<const Body> body_;
};

// One thread's hands on a prepared calculation.
class PreparedRun {
 public:
  explicit PreparedRun(const Prepared& prepared);
  ~PreparedRun();
  PreparedRun(PreparedRun&&) noexcept;
  PreparedRun(const PreparedRun&) = delete;
  PreparedRun& operator=(const PreparedRun&) = delete;
  PreparedRun& operator=(PreparedRun&&) = delete;
  [[nodiscard]] const Prepared& prepared() const { return prepared_; }
  void set(std::size_t open, const Rational& value);
  // Refusals as of calculate(): methodology_check_failed, formula_arithmetic, input_missing. The result stands until the next run.
  [[nodiscard]] Result<const PreparedResult*> run();
  // Only the checks of the inputs; and everything but them.
  [[nodiscard]] Result<void> run_checks();
  [[nodiscard]] Result<const PreparedResult*> run_unchecked();
  // The same as run_unchecked for an additive calculation whose open values are all amounts: their rates are found once, and each run is their products.
  [[nodiscard]] Result<const PreparedResult*> run_amounts(std::span<const Rational> amounts);

 private:
  struct Hands;
  Prepared prepared_;
  std::unique_ptr<Hands> hands_;
};

}  // namespace sumi::rulebook
