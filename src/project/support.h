// Help to small proponents, and follow-up.
//
// A proponent applies for help with its plan, with the cost of the validation (both before the application for registration) or of the verification
// (after the registration); the secretariat decides. Conditions, each with the days on which it holds (pack jcredit-support): the kind of body, the
// expected mean reduction, once per operator and methodology, which is asked for each kind of help by itself, over all projects of the operator's legal
// family. Source: Ｊ－クレジット制度ホームページ, 申請の支援 (2021年度).
// A project that was registered and never certified is followed up by the secretariat: why, and what comes next, as keys of the pack.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/project_rules.h"
#include "project/support_commands.h"

namespace sumi::project {

struct Cases;

struct SupportKey {
  ProjectNumber project;
  SupportKind kind = SupportKind::plan_writing;
  friend auto operator<=>(const SupportKey&, const SupportKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
  }
};
// One help to one project. After a refusal it may be applied for again, and the row begins anew.
struct SupportRow {
  BodyKind body = BodyKind::small_company;
  std::uint64_t tonnes_per_year = 0;
  Hash document;
  std::vector<OrganisationNumber> operators;  // the plan's proponents on that day
  std::vector<std::string> methodologies;     // of the plan on that day
  PersonId applied_by;
  Date applied_on;
  bool decided = false;
  bool approved = false;
  std::string ground;
  Date decided_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "body", s.body);
    v(Part::open, "tonnes_per_year", s.tonnes_per_year);
    v(Part::open, "document", s.document);
    v(Part::open, "operators", s.operators);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::party, "applied_by", s.applied_by);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "decided", s.decided);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
    v(Part::open, "decided_on", s.decided_on);
  }
};
struct FollowUpKey {
  ProjectNumber project;
  std::uint32_t number = 0;  // counts within the project, from 1
  friend auto operator<=>(const FollowUpKey&, const FollowUpKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "number", s.number);
  }
};
struct FollowUpRow {
  std::string reason;
  std::string next_step;
  Date next_on;
  Date recorded_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "reason", s.reason);
    v(Part::open, "next_step", s.next_step);
    v(Part::open, "next_on", s.next_on);
    v(Part::open, "recorded_on", s.recorded_on);
  }
};

struct Support {
  Table<SupportKey, SupportRow> helps;
  Table<FollowUpKey, FollowUpRow> follow_ups;
  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) { f("support.helps", self.helps), f("support.follow_ups", self.follow_ups); }
};

// A registered project that was never certified.
struct NeverCertified {
  ProjectNumber project;
  std::uint64_t official_number = 0;
  std::string title;
  Date registered_on;
  std::uint32_t follow_ups = 0;
  std::optional<FollowUpRow> last;  // the newest follow-up
};
// In the order of their registration, the oldest first.
[[nodiscard]] std::vector<NeverCertified> never_certified(const Cases& cases);
// The newest follow-up's number; 0: none.
[[nodiscard]] std::uint32_t follow_up_count(const Cases& cases, ProjectNumber project);
// The plan's mean over its years, rounded down; nothing where it expects none.
[[nodiscard]] std::optional<std::uint64_t> mean_expected(const PlanHead& head);
// The project for which one of `operators` or its family has had, or waits for, this help with one of `methodologies`; 0: none.
struct SupportBefore {
  ProjectNumber project;
  OrganisationNumber organisation;
  std::string methodology;
};
[[nodiscard]] std::optional<SupportBefore> supported_before(const Cases& cases, SupportKind kind, const std::vector<OrganisationNumber>& operators,
                                                            const std::vector<std::string>& methodologies, const Relations& relations);

[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ApplyForSupport&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const DecideSupport&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordFollowUp&, const Act&, const Relations&, const ProjectRules&);

void apply(Cases&, const ApplyForSupport&, const NoOutcome&, const Act&);
void apply(Cases&, const DecideSupport&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordFollowUp&, const NoOutcome&, const Act&);

}  // namespace sumi::project
