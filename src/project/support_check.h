// Would the scheme help with this plan? Each condition of the support with one of the five answers, before anybody applies.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "project/eligibility.h"
#include "project/support_commands.h"

namespace sumi::project {

struct SupportQuestion {
  std::optional<Date> on;        // day of the application for support; empty: the plan's application for registration
  std::optional<BodyKind> body;  // what the representative is; empty: not said
  // Whether the plan's operators have had this kind of help for that methodology; empty function: no store was asked.
  std::function<bool(SupportKind, const std::string&)> had_before;
};
// Findings S1 (mean reduction), S2 (kind of body), S3 (once per operator and methodology, for each kind of help), S4 (typical cost of each kind of help).
[[nodiscard]] std::vector<RuleFinding> check_support(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const SupportQuestion& question);

}  // namespace sumi::project
