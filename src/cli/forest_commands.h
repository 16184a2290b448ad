// project stands, project due.
#pragma once

#include "cli/context.h"

namespace sumi::cli {

struct StandArguments {
  std::string stands, yield;   // CSV files
  std::string year;            // FY2024
  std::string to;              // FY2027: the last year of the data
  std::string interpolation = "none";
  bool data = false;           // monitoring data rather than the plan's rows
  std::string output;
};
int run_project_stands(const Context&, const StandArguments&);
// What the projects of the store still owe, and by when.
int run_project_due(const Context&, const std::string& on);

}  // namespace sumi::cli
