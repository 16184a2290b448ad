// Whether somebody may do something now, and why not: the decision itself is asked, so that a page never says other than the ledger.
#pragma once

#include <optional>
#include <string>

#include "base/act.h"
#include "service/permissions.h"
#include "service/view.h"

namespace sumi::service {

// A refusal as a page shows it.
struct WhyNot {
  std::string code;  // "registry.second_person_needed"
  std::string ja, en;
  std::string remedy_ja, remedy_en;
  std::string source;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "code", s.code);
    v(Part::open, "ja", s.ja);
    v(Part::open, "en", s.en);
    v(Part::open, "remedy_ja", s.remedy_ja);
    v(Part::open, "remedy_en", s.remedy_en);
    v(Part::open, "source", s.source);
  }
};
[[nodiscard]] WhyNot why_not(const Error& error);

struct MayView {
  bool allowed = false;
  std::optional<WhyNot> why_not;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "allowed", s.allowed);
    v(Part::open, "why_not", s.why_not);
  }
};

// The act that a command of that actor would be: as the ledger makes it, at the later of the clock and the state's own time.
[[nodiscard]] Act act_of(const scheme::State& state, const Actor& actor, Instant clock);
[[nodiscard]] MayView may(const scheme::State& state, const scheme::AnyCommand& command, const Act& act, const scheme::Rules& rules);

}  // namespace sumi::service
