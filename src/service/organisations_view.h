// The organisations as a list, and which of them have one corporate number: a finding to be looked at, not a verdict. Two may be one entity that was registered
// twice, or one of the numbers was typed wrongly.
#pragma once

#include "scheme/scheme.h"
#include "service/view.h"

namespace sumi::service {

struct OrganisationView {
  OrganisationNumber organisation;
  std::string name;  // of today
  std::string corporate_number;
  std::vector<OrganisationNumber> same_corporate_number;  // the others, by number
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "name", s.name);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "same_corporate_number", s.same_corporate_number);
  }
};

// By number. `text`: in a name, its reading or the corporate number, in any spelling; "": all. `doubled`: only those whose corporate number another has.
[[nodiscard]] std::vector<OrganisationView> organisations_of(const scheme::State& state, const std::string& text, bool doubled);

}  // namespace sumi::service
