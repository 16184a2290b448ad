// Who did a step, for whom, when. All zero: not done yet.
#pragma once

#include "base/act.h"
#include "base/describe.h"

namespace sumi::project {

struct Step {
  PersonId person;
  OrganisationNumber organisation;
  Date on;
  bool done = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "person", s.person);
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "on", s.on);
    v(Part::open, "done", s.done);
  }
};
[[nodiscard]] inline Step step_of(const Act& act) { return {act.actor, act.on_behalf_of, act.business_date, true}; }

}  // namespace sumi::project
