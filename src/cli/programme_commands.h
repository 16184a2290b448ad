// The subcommand for a programme's members.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct ProgrammeArguments {
  std::string plan, members, data, period;
  std::string member, activity;  // whose trace is printed
  std::string trace;             // the programme's trace is written there
  std::string tonnes;            // each member's tonnes are written there, as `project share` reads them
  std::string replay;            // a member's trace that is calculated again instead of anything else
  bool only_check = false;
  bool low_confidence = false;   // values of confidence "low" may be used; what used one says so
};
// From members and their monitoring data to certified tonnes, without a store.
int run_project_calculate_members(const Context&, const ProgrammeArguments&);

}  // namespace sumi::cli
