// registry law and registry fees: the law of a register as the rulebook has it, and what this ledger does about it.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

// `which`: jcm, j-credit or gx-ets; "" = j-credit. `rule`: one rule; "" = all. `on`: as of that day; "" = every span.
int run_registry_law(const Context&, const std::string& which, const std::string& rule, const std::string& on);
int run_registry_fees(const Context&, const std::string& which, const std::string& on);

}  // namespace sumi::cli
