// Forests, where registry and cases meet: the buffer's share of an issue, reversals, and what they take of the buffer.
#include "project/permanence.h"
#include "registry/buffer.h"
#include "scheme/scheme.h"

namespace sumi::scheme {

Result<void> State::check_buffer(CertificationNumber number) const {
  const auto& certification = *cases_.certification(number);
  const auto* terms = cases_.permanence.forests.find(certification.project);
  if (terms == nullptr) {
    if (!project::is_forest(cases_.current_plan(certification.project)->head)) return {};
    return fail(registry::errors::buffer_terms_missing, {{"project", std::to_string(certification.project.value)}});
  }
  std::uint64_t certified = 0;
  for (const auto& line : certification.lines) certified += line.tonnes;
  const auto given = registry_.buffered(number);
  const auto expected = registry::buffer_units(Rational::parse(terms->buffer_rate).value(), certified);
  if (given == expected) return {};
  return fail(registry::errors::buffer_amount, {{"certification", std::to_string(number.value)}, {"expected", std::to_string(expected)},
                                                   {"certified", std::to_string(certified)}, {"rate", terms->buffer_rate}, {"amount", std::to_string(given)}});
}

Result<registry::RetirementOpened> State::decide_here(const registry::DrawBuffer& c, const Act& act, const Rules&) const {
  const auto* reversal = cases_.permanence.reversals.find({c.project, c.reversal});
  if (reversal == nullptr) {
    const Result<registry::BufferNeed> none =
        fail(registry::errors::reversal_unknown, {{"project", std::to_string(c.project.value)}, {"reversal", std::to_string(c.reversal)}});
    return registry_.decide(c, act, none);
  }
  return registry_.decide(c, act, registry::BufferNeed{reversal->from_buffer, static_cast<bool>(reversal->drawn)});
}

void State::apply_here(const registry::DrawBuffer& c, const registry::RetirementOpened& outcome, const Act& act) {
  registry_.apply(c, outcome, act, organisations_.at(act.on_behalf_of).name_on(act.time.date_in_japan()));
  project::mark_drawn(cases_, c.project, c.reversal, outcome.retirement);
}

Result<project::ReversalRecorded> State::decide_here(const project::RecordReversal& c, const Act& act, const Rules&) const {
  return project::decide(cases_, c, act, by_secretariat(act), registry_.buffer_free());
}

void State::apply_here(const project::RecordReversal& c, const project::ReversalRecorded& outcome, const Act& act) {
  project::apply(cases_, c, outcome, act);
}

}  // namespace sumi::scheme
