// What only the programme type's plan says. Only for checked_plan.cc.
#pragma once

#include "project/plan_checker.h"

namespace sumi::project {

// Form family and section [programme] agree; for a programme: attribute, members by year, lists, sources, sampling, combination of methodologies and the
// horizon of its period. After the crediting period and the activities have been checked.
void check_programme(PlanChecker& checker, CheckedPlan& checked);

}  // namespace sumi::project
