// Bringing in a registry that already runs, before this store's own work begins. Data only.
//
// Blocks of serials and what was used of them are registry::OpenBatch and registry::OpenRetirement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/commands.h"
#include "registry/commands.h"
#include "scheme/no_outcome.h"

namespace sumi::scheme {

struct ProjectOpened {
  ProjectNumber project;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
  }
};
// type 130. A project as another registry has it.
struct OpenProject {
  using Outcome = ProjectOpened;
  std::string list;  // of the registry that is brought in: jcredit_normal, kokunai_programme ...
  std::string number;  // there: 12, KC0003
  project::ProjectType type;
  std::string title;
  std::vector<OrganisationNumber> proponents;
  std::string place;
  std::string region;
  std::vector<project::MethodologyUse> methodologies;  // without a pack
  Date applied_on;
  std::uint32_t round = 0;
  std::optional<Date> period_start;
  std::optional<Date> period_end;
  std::string expected_t;  // as printed, until FY2050
  bool cancelled = false;  // the registration was withdrawn before the opening
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "number", s.number);
    v(Part::open, "type", s.type);
    v(Part::open, "title", s.title);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "place", s.place);
    v(Part::open, "region", s.region);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "round", s.round);
    v(Part::open, "period_start", s.period_start);
    v(Part::open, "period_end", s.period_end);
    v(Part::open, "expected_t", s.expected_t);
    v(Part::open, "cancelled", s.cancelled);
  }
};
struct OpenedLine {
  std::string methodology;
  FiscalYear vintage;
  std::uint64_t tonnes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "tonnes", s.tonnes);
  }
};
struct CertificationOpened {
  CertificationNumber certification;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
  }
};
// type 131.
struct OpenCertification {
  using Outcome = CertificationOpened;
  ProjectNumber project;
  std::string number;  // there
  Date certified_on;
  std::uint32_t round = 0;
  std::string programme_code;
  std::string credit_type;
  std::vector<OpenedLine> lines;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "number", s.number);
    v(Part::open, "certified_on", s.certified_on);
    v(Part::open, "round", s.round);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "lines", s.lines);
  }
};
struct ControlTotal {
  std::string name;
  std::uint64_t value = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "value", s.value);
  }
};
// type 132. After it nothing is opened any more. Refused unless every control total is what the state sums to.
struct CloseOpening {
  using Outcome = NoOutcome;
  std::vector<ControlTotal> controls;
  std::string source_title;
  Date source_date;
  std::string source_address;
  std::uint64_t refused_rows = 0;
  Hash report;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "controls", s.controls);
    v(Part::open, "source_title", s.source_title);
    v(Part::open, "source_date", s.source_date);
    v(Part::open, "source_address", s.source_address);
    v(Part::open, "refused_rows", s.refused_rows);
    v(Part::open, "report", s.report);
  }
};

}  // namespace sumi::scheme
