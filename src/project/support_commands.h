// What the scheme does for small proponents: help with the plan and the audit's cost, and following up projects that never certified. Data only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/commands.h"

namespace sumi::project {

enum class SupportKind : std::uint8_t { plan_writing = 1, validation_cost = 2, verification_cost = 3 };
enum class BodyKind : std::uint8_t { small_company = 1, local_government = 2, public_interest = 3, other = 4 };
// type 120.
struct ApplyForSupport {
  using Outcome = NoOutcome;
  ProjectNumber project;
  SupportKind kind = SupportKind::plan_writing;
  BodyKind body = BodyKind::small_company;
  std::uint64_t tonnes_per_year = 0;  // expected mean reduction
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
    v(Part::open, "body", s.body);
    v(Part::open, "tonnes_per_year", s.tonnes_per_year);
    v(Part::open, "document", s.document);
  }
};
// type 121.
struct DecideSupport {
  using Outcome = NoOutcome;
  ProjectNumber project;
  SupportKind kind = SupportKind::plan_writing;
  bool approved = false;
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
  }
};
// type 122.
struct RecordFollowUp {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::string reason;  // a key of the rulebook: why it was never certified
  std::string next_step;  // a key of the rulebook
  Date next_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "reason", s.reason);
    v(Part::open, "next_step", s.next_step);
    v(Part::open, "next_on", s.next_on);
  }
};

}  // namespace sumi::project
