// What the verbs of a scenario submit: commands by name with their fields, or commands whose figures the world calculates first.
#pragma once

#include <vector>

#include "scenario/bindings.h"
#include "scenario/script.h"

namespace sumi::scenario {

// Who, for whom, when: as the lines before set it.
struct Circumstances {
  Instant now;
  std::optional<Date> on;
  PersonId person;
  OrganisationNumber organisation;
  std::string folder;  // of the scenario, with a slash at its end; files are named from there
  [[nodiscard]] Date business_date() const { return on ? *on : now.date_in_japan(); }
};

struct Step {
  std::string command;
  Tree fields;                                // resolved when the step is submitted, since the step before it may give a name
  std::optional<scheme::AnyCommand> ready{};  // instead of fields
  std::vector<SealedText> sealed{};           // of a ready one
};

[[nodiscard]] Result<std::vector<Step>> steps_of(const Line& line, const Circumstances& circumstances, const Bindings& bindings, World& world);

}  // namespace sumi::scenario
