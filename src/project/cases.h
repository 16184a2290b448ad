// Projects, their plans' versions, reports and certifications as tables of the state, and the pure functions that decide and apply.
//
// decide() refuses by the numbered list of errors.h, lowest number first; apply() only writes what the outcome says and cannot fail. What a person may
// do at all (roles) is the scheme's matter; here stand the steps, their order and dates, and the four eyes: person and legal entity (decision 12).
//
// The way: drafted -> in_validation -> validated -> applied -> registered. A negative validation or a refusal in the committee ends in
// not_validated or registration_refused; RevisePlan begins again with a new version. A report: submitted -> verified -> applied -> certified -> issued;
// not_verified and certification_refused end it, and a new report may cover the period. A return that is not answered in time undoes the application
// (applied -> validated, applied -> verified); an appeal that is granted brings a refused case back to applied; withdrawn ends everything but what concerns
// days before it.
//
// An answer not_met refuses the application for registration, and so do not_yet_knowable and no_rule_data, with two exceptions:
// R7 (validated), which the state itself knows, and R10, whose criteria the committee judges even where their text is not in the rulebook.
// "declared" passes: the validator has looked at it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/commands.h"
#include "project/conduct.h"
#include "project/members.h"
#include "project/permanence.h"
#include "project/step.h"
#include "project/support.h"

namespace sumi::project {

struct ProjectRow {
  ProjectType type = ProjectType::normal;
  ProjectStage stage = ProjectStage::drafted;
  std::uint32_t version = 0;          // of the plan, counted from 1
  std::uint64_t official_number = 0;  // with the type: two series
  std::uint32_t reports = 0;          // how many were submitted
  Date last_step_on;                  // steps up to registration; no later step may be dated before it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "type", s.type);
    v(Part::open, "stage", s.stage);
    v(Part::open, "version", s.version);
    v(Part::open, "official_number", s.official_number);
    v(Part::open, "reports", s.reports);
    v(Part::open, "last_step_on", s.last_step_on);
  }
};
struct PlanKey {
  ProjectNumber project;
  std::uint32_t version = 0;
  friend auto operator<=>(const PlanKey&, const PlanKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "version", s.version);
  }
};
// One version of a plan and what happened to it.
struct PlanVersionRow {
  PlanHead head;
  Step drafted;
  Step submitted;
  OrganisationNumber verifier;  // chosen for the validation
  Step validated;
  bool valid = false;           // result of the validation
  Hash statement;
  Step applied;
  std::vector<RuleAnswer> answers;
  Step decided;
  std::uint32_t round = 0;
  bool approved = false;
  std::string ground;
  // Of an approved version: from which day on it counts (the first one counts from the beginning), and whether a report may run over that day.
  Date in_force_from;
  bool cuts_period = false;
  std::uint32_t change = 0;  // that made it; 0: the registration
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "head", s.head);
    v(Part::open, "drafted", s.drafted);
    v(Part::open, "submitted", s.submitted);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "validated", s.validated);
    v(Part::open, "valid", s.valid);
    v(Part::open, "statement", s.statement);
    v(Part::open, "applied", s.applied);
    v(Part::open, "answers", s.answers);
    v(Part::open, "decided", s.decided);
    v(Part::open, "round", s.round);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
    v(Part::open, "in_force_from", s.in_force_from);
    v(Part::open, "cuts_period", s.cuts_period);
    v(Part::open, "change", s.change);
  }
};
struct ReportKey {
  ProjectNumber project;
  std::uint32_t report = 0;
  friend auto operator<=>(const ReportKey&, const ReportKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
  }
};
struct ReportRow {
  ReportStage stage = ReportStage::submitted;
  Period period;
  Hash plan;
  Hash data_set;
  Hash trace;
  std::vector<ReductionLine> lines;
  Step submitted;
  Step verified;
  OrganisationNumber verifier;
  Hash statement;
  Step applied;
  std::string programme_code;
  std::string credit_type;
  Step decided;
  std::uint32_t round = 0;
  std::string ground;
  CertificationNumber certification;
  Date last_step_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "stage", s.stage);
    v(Part::open, "period", s.period);
    v(Part::open, "plan", s.plan);
    v(Part::open, "data_set", s.data_set);
    v(Part::open, "trace", s.trace);
    v(Part::open, "lines", s.lines);
    v(Part::open, "submitted", s.submitted);
    v(Part::open, "verified", s.verified);
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "statement", s.statement);
    v(Part::open, "applied", s.applied);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "decided", s.decided);
    v(Part::open, "round", s.round);
    v(Part::open, "ground", s.ground);
    v(Part::open, "certification", s.certification);
    v(Part::open, "last_step_on", s.last_step_on);
  }
};
// An amount that may be issued once.
struct CertifiedLine {
  std::string methodology;
  FiscalYear vintage;
  std::uint64_t tonnes = 0;
  bool issued = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "issued", s.issued);
  }
};
struct CertificationRow {
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t round = 0;
  Date certified_on;
  std::string programme_code;
  std::string credit_type;
  std::string place;                           // of the project, as registered
  std::vector<OrganisationNumber> proponents;  // who made the reductions, as registered
  std::vector<CertifiedLine> lines;            // only those above 0 t
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "round", s.round);
    v(Part::open, "certified_on", s.certified_on);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "place", s.place);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "lines", s.lines);
  }
};

enum class Counter : std::uint8_t { project = 1, certification = 2, official_normal = 3, official_programme = 4 };

struct Cases {
  Table<ProjectNumber, ProjectRow> projects;
  Table<PlanKey, PlanVersionRow> plans;
  Table<ReportKey, ReportRow> reports;
  Table<CertificationNumber, CertificationRow> certifications;
  Table<Counter, std::uint64_t> counters;  // the last number given
  Members members;
  Conduct conduct;
  Permanence permanence;
  Support support;

  // f(name, table) for every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) {
    f("projects", self.projects), f("plans", self.plans), f("reports", self.reports), f("certifications", self.certifications), f("counters", self.counters);
    Members::each(self.members, f);
    Conduct::each(self.conduct, f);
    Permanence::each(self.permanence, f);
    Support::each(self.support, f);
  }

  void begin_group();
  void keep_group();
  void undo_group();
  void dump(ByteWriter& w) const;
  void load(ByteReader& r);

  // nullptr where there is none.
  [[nodiscard]] const ProjectRow* project(ProjectNumber number) const { return projects.find(number); }
  [[nodiscard]] const PlanVersionRow* current_plan(ProjectNumber number) const;
  // The approved version in force on that day: of those whose day has come the latest, the first one from the beginning; nullptr where none is approved.
  [[nodiscard]] const PlanVersionRow* plan_on(ProjectNumber number, Date day) const;
  // The version under which that report was calculated.
  [[nodiscard]] const PlanVersionRow* plan_of_report(ProjectNumber number, std::uint32_t report) const;
  [[nodiscard]] const ReportRow* report(ProjectNumber number, std::uint32_t report) const { return reports.find({number, report}); }
  [[nodiscard]] const CertificationRow* certification(CertificationNumber number) const { return certifications.find(number); }
  // The line that the registry issues; nullptr where the certification has none.
  [[nodiscard]] const CertifiedLine* line(CertificationNumber number, std::string_view methodology, FiscalYear vintage) const;
  // 0: none of that type has this number.
  [[nodiscard]] ProjectNumber project_by_official_number(ProjectType type, std::uint64_t number) const;
};

[[nodiscard]] Result<ProjectDrafted> decide(const Cases&, const DraftProject&, const Act&, const Relations&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RevisePlan&, const Act&, const Relations&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const SubmitForValidation&, const Act&, const Relations&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordValidation&, const Act&, const Relations&, const ProjectRules& = {});
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ApplyForRegistration&, const Act&, const Relations&);
[[nodiscard]] Result<RegistrationDecided> decide(const Cases&, const DecideRegistration&, const Act&, const Relations&);
[[nodiscard]] Result<ReportSubmitted> decide(const Cases&, const SubmitReport&, const Act&, const Relations&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const RecordVerification&, const Act&, const Relations&, const ProjectRules& = {});
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ApplyForCertification&, const Act&, const Relations&);
[[nodiscard]] Result<CertificationDecided> decide(const Cases&, const DecideCertification&, const Act&, const Relations&);

void apply(Cases&, const DraftProject&, const ProjectDrafted&, const Act&);
void apply(Cases&, const RevisePlan&, const NoOutcome&, const Act&);
void apply(Cases&, const SubmitForValidation&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordValidation&, const NoOutcome&, const Act&);
void apply(Cases&, const ApplyForRegistration&, const NoOutcome&, const Act&);
void apply(Cases&, const DecideRegistration&, const RegistrationDecided&, const Act&);
void apply(Cases&, const SubmitReport&, const ReportSubmitted&, const Act&);
void apply(Cases&, const RecordVerification&, const NoOutcome&, const Act&);
void apply(Cases&, const ApplyForCertification&, const NoOutcome&, const Act&);
void apply(Cases&, const DecideCertification&, const CertificationDecided&, const Act&);

// The registry issued this line; with the last line the report's stage becomes `issued`. The caller has seen that the line stands and is not issued.
void mark_issued(Cases& cases, CertificationNumber certification, std::string_view methodology, FiscalYear vintage);

}  // namespace sumi::project
