// The inside of a prepared calculation: only prepared*.cc include it.
#pragma once

#include "rulebook/methodology_record.h"
#include "rulebook/prepared.h"

namespace sumi::rulebook {

struct Prepared::Body {
  static constexpr std::size_t no_row = static_cast<std::size_t>(-1);
  struct Open {
    bool amount = false;
    Rational factor;  // from the runs' unit to the formulas'
    std::optional<Rational> minimum, maximum;
  };
  // Where an open value stands.
  struct Binding {
    std::size_t section, slot, row, open;
  };
  Methodology keep_alive{nullptr};
  const Methodology::Data* data = nullptr;
  detail::Record record;
  std::vector<Open> open;
  std::vector<Binding> bindings;
  CalculationFlags flags;
  std::string rounding_rule, shared_lines;
  std::vector<IncidentalFigure> incidental;
  bool uses_period = false;
  bool additive = false;
  bool checks_amounts = false;
};

namespace detail {

// What a section's program is given, with the values that the record holds.
[[nodiscard]] RunInputs run_inputs(const Record& record, const Section& section);
// Prepared::additive(), found by running the formulas on what is known of each value.
[[nodiscard]] bool is_additive(const Prepared::Body& body);
[[nodiscard]] bool checks_amounts(const Prepared::Body& body);

}  // namespace detail

}  // namespace sumi::rulebook
