// project support: would the scheme help with this plan? project follow-up: registered and never certified.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

int run_project_support(const Context&, const std::string& plan, const std::string& on, const std::string& body);
int run_project_follow_up(const Context&);

}  // namespace sumi::cli
