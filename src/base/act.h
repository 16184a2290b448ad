// The circumstances of a command: who acts, for whom, when, under which rules. They come in with the command, so deciding needs no clock.
#pragma once

#include "base/date.h"
#include "base/id.h"

namespace sumi {

struct Act {
  Instant time;                     // never before the state's now
  Date business_date;               // of the act itself (an application date, a settlement date)
  PersonId actor;
  OrganisationNumber on_behalf_of;  // 0 = for the store itself
  std::uint32_t adoption = 0;       // number of the rulebook adoption in force
};

// What a room needs to know of organisations without knowing the scheme: are two of them one legal family (the same corporate number, or
// parent and child)? Four eyes and verifiers' independence rest on it (decision 12).
class Relations {
 public:
  virtual ~Relations() = default;
  [[nodiscard]] virtual bool exists(OrganisationNumber organisation) const = 0;
  [[nodiscard]] virtual bool related(OrganisationNumber a, OrganisationNumber b) const = 0;
  // Does this person act for that organisation or its family, in any role?
  [[nodiscard]] virtual bool belongs(PersonId person, OrganisationNumber organisation) const = 0;
};

}  // namespace sumi
