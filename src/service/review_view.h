// The verifier's desk: what there is to validate or verify, each case with what keeps a positive statement from being recorded, the calculation done again beside
// the proponent's, what changed since the version and the period before, the sample drawn again from its seed.
//
// Who may look: the body that the case names; where no body is named, one that has declared itself free of conflict; and, on a store that keeps no accreditations, any
// that is no party (as the inbox has it). Before a declaration a body sees of such a case only its head.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/eligibility.h"
#include "service/case_view.h"
#include "service/report_desk.h"

namespace sumi::service {

// One thing to look at: a plan (report and change 0), a report, a change of a plan.
struct ReviewRow {
  std::string key;  // "validation/3", "verification/3/1", "change/3/2"
  ProjectNumber project;
  std::uint32_t report = 0;
  std::uint32_t change = 0;
  Bilingual kind_words;
  std::string title;
  std::vector<OrganisationBrief> proponents;
  std::optional<Period> period;  // of a report
  bool open = false;             // waits for this body
  bool declared = false;         // this body declared its interests
  Date since;
  std::optional<Date> due;
  bool overdue = false;
  std::uint32_t findings = 0;    // that are not settled
  Bilingual state_words;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
    v(Part::open, "kind_words", s.kind_words);
    v(Part::open, "title", s.title);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "period", s.period);
    v(Part::open, "open", s.open);
    v(Part::open, "declared", s.declared);
    v(Part::open, "since", s.since);
    v(Part::open, "due", s.due);
    v(Part::open, "overdue", s.overdue);
    v(Part::open, "findings", s.findings);
    v(Part::open, "state_words", s.state_words);
  }
};
// What waits for the body and what it has done, what waits first.
[[nodiscard]] std::vector<ReviewRow> reviews_of(const scheme::State& state, const Actor& actor, Date today, const LeadTimes& leads);
// Whether the body may read that case's papers.
[[nodiscard]] bool may_review(const scheme::State& state, const Actor& actor, ProjectNumber project, Date today, const LeadTimes& leads);

struct AccreditationView {
  OrganisationBrief verifier;
  std::uint32_t number = 0;
  std::string standard;
  std::vector<std::string> scopes;
  Date valid_from, valid_to;
  Hash certificate;
  bool valid = false;  // today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "verifier", s.verifier);
    v(Part::open, "number", s.number);
    v(Part::open, "standard", s.standard);
    v(Part::open, "scopes", s.scopes);
    v(Part::open, "valid_from", s.valid_from);
    v(Part::open, "valid_to", s.valid_to);
    v(Part::open, "certificate", s.certificate);
    v(Part::open, "valid", s.valid);
  }
};
// Of one body, or of all (0); by body, the newest first.
[[nodiscard]] std::vector<AccreditationView> accreditations_of(const scheme::State& state, OrganisationNumber verifier);

struct InterestView {
  bool free_of_conflict = false;
  Date declared_on;
  Hash declaration;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "free_of_conflict", s.free_of_conflict);
    v(Part::open, "declared_on", s.declared_on);
    v(Part::open, "declaration", s.declaration);
  }
};
struct VisitView {
  std::uint32_t visit = 0;
  Date visited_on;
  bool remote = false;
  Hash record;
  std::vector<std::uint64_t> members;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "visit", s.visit);
    v(Part::open, "visited_on", s.visited_on);
    v(Part::open, "remote", s.remote);
    v(Part::open, "record", s.record);
    v(Part::open, "members", s.members);
  }
};
// A sample of a programme's members. Drawn again here from the published seed and the fixed list.
struct SampleView {
  std::uint32_t list = 0;
  Period period;
  project::SamplePurpose purpose = project::SamplePurpose::monitoring;
  OrganisationBrief by;
  Date fixed_on;
  std::uint64_t population = 0;
  Hash seed_commitment;
  bool drawn = false;
  Hash seed;
  std::vector<project::Stratum> strata;
  std::vector<std::uint64_t> sample;
  bool seed_fits = false;     // SHA-256(0x05, seed) is the commitment
  bool drawn_again = false;   // seed, fixed list and strata give the same members
  bool own = false;           // it is this body's to draw
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "period", s.period);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "by", s.by);
    v(Part::open, "fixed_on", s.fixed_on);
    v(Part::open, "population", s.population);
    v(Part::open, "seed_commitment", s.seed_commitment);
    v(Part::open, "drawn", s.drawn);
    v(Part::open, "seed", s.seed);
    v(Part::open, "strata", s.strata);
    v(Part::open, "sample", s.sample);
    v(Part::open, "seed_fits", s.seed_fits);
    v(Part::open, "drawn_again", s.drawn_again);
    v(Part::open, "own", s.own);
  }
};
[[nodiscard]] SampleView sample_view(const scheme::State& state, ProjectNumber project, std::uint32_t list, const project::FixedListRow& row, OrganisationNumber own);

// A document that the plan or the data cite by its hash.
struct EvidenceItem {
  Hash hash;
  std::vector<std::string> cited_by;  // of data: symbol, row and days
  bool at_hand = false;
  std::uint64_t bytes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "hash", s.hash);
    v(Part::open, "cited_by", s.cited_by);
    v(Part::open, "at_hand", s.at_hand);
    v(Part::open, "bytes", s.bytes);
  }
};
// A value that was monitored, and the paper that it comes from.
struct DataValueView {
  std::string symbol, row, activity;
  Period period;
  std::string value, unit;
  std::string evidence;  // as the data have it
  Hash hash;             // zero: not cited by hash
  bool at_hand = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "activity", s.activity);
    v(Part::open, "period", s.period);
    v(Part::open, "value", s.value);
    v(Part::open, "unit", s.unit);
    v(Part::open, "evidence", s.evidence);
    v(Part::open, "hash", s.hash);
    v(Part::open, "at_hand", s.at_hand);
  }
};

struct ReviewView {
  ReviewRow review;
  bool readable = false;   // else interests are declared first, and nothing below stands here
  bool declaration_needed = false;
  bool positive_allowed = false;
  CaseRow head;
  std::optional<InterestView> interest;
  std::vector<AccreditationView> accreditations;
  Hash plan, data_set, trace;            // what a statement names
  std::uint32_t version = 0;             // of the plan
  std::vector<FieldFinding> obstacles;   // why a positive statement would be refused now
  std::vector<project::RuleFinding> rules;   // of a plan: R1 to R11 with reasons
  std::vector<CaseFinding> findings;
  std::vector<VisitView> visits;
  std::vector<SampleView> samples;
  std::vector<CasePaper> papers;
  std::vector<EvidenceItem> evidence;
  std::vector<DataValueView> values;     // of a report, with the paper behind each
  std::optional<CaseReport> report;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "review", s.review);
    v(Part::open, "readable", s.readable);
    v(Part::open, "declaration_needed", s.declaration_needed);
    v(Part::open, "positive_allowed", s.positive_allowed);
    v(Part::open, "head", s.head);
    v(Part::open, "interest", s.interest);
    v(Part::open, "accreditations", s.accreditations);
    v(Part::open, "plan", s.plan);
    v(Part::open, "data_set", s.data_set);
    v(Part::open, "trace", s.trace);
    v(Part::open, "version", s.version);
    v(Part::open, "obstacles", s.obstacles);
    v(Part::open, "rules", s.rules);
    v(Part::open, "findings", s.findings);
    v(Part::open, "visits", s.visits);
    v(Part::open, "samples", s.samples);
    v(Part::open, "papers", s.papers);
    v(Part::open, "evidence", s.evidence);
    v(Part::open, "values", s.values);
    v(Part::open, "report", s.report);
  }
};
// Nothing: there is no such review, or the body has nothing to do with it.
[[nodiscard]] Result<std::optional<ReviewView>> review_view(const Ledger& ledger, const Actor& actor, const project::ReviewKey& review, const LeadTimes& leads);

// The calculation done again from plan and data, beside what was reported.
struct FigureBeside {
  std::string methodology;
  FiscalYear vintage;
  Amount baseline, project, reduction;              // as reported
  Amount own_baseline, own_project, own_reduction;  // as calculated here
  bool same = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "project", s.project);
    v(Part::open, "reduction", s.reduction);
    v(Part::open, "own_baseline", s.own_baseline);
    v(Part::open, "own_project", s.own_project);
    v(Part::open, "own_reduction", s.own_reduction);
    v(Part::open, "same", s.same);
  }
};
struct InputBeside {
  TraceInput input;
  std::string own;
  bool same = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "input", s.input);
    v(Part::open, "own", s.own);
    v(Part::open, "same", s.same);
  }
};
struct StepBeside {
  TraceStep step;
  std::string own;
  bool same = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "step", s.step);
    v(Part::open, "own", s.own);
    v(Part::open, "same", s.same);
  }
};
struct CalculationBeside {
  std::string activity, methodology, vintage, period;
  std::vector<InputBeside> inputs;
  std::vector<StepBeside> steps;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "period", s.period);
    v(Part::open, "inputs", s.inputs);
    v(Part::open, "steps", s.steps);
  }
};
struct ReplayView {
  bool same = false;                      // byte for byte
  std::vector<FieldFinding> differences;  // why it is not, or why it could not be calculated
  Hash reported, own;                     // of the traces; own is what RecordVerification carries
  std::vector<FigureBeside> figures;
  std::vector<CalculationBeside> calculations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "same", s.same);
    v(Part::open, "differences", s.differences);
    v(Part::open, "reported", s.reported);
    v(Part::open, "own", s.own);
    v(Part::open, "figures", s.figures);
    v(Part::open, "calculations", s.calculations);
  }
};
// The two put beside each other; what one of them lacks is "" and not the same.
[[nodiscard]] std::vector<CalculationBeside> beside(const std::vector<CalculationView>& reported, const std::vector<CalculationView>& own);
// service.report_not_known. A trace that differs is an answer, not an error.
[[nodiscard]] Result<ReplayView> replay_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report);

// What was monitored now, and in the period before.
struct ValueChange {
  std::string activity, symbol, row;
  Bilingual definition;
  std::string unit;
  std::string before, now;       // "" where it stands in one only; several of a period are added up where they are amounts of it
  std::string change_percent;    // one decimal place; "" where it cannot be said
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity);
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit);
    v(Part::open, "before", s.before);
    v(Part::open, "now", s.now);
    v(Part::open, "change_percent", s.change_percent);
  }
};
struct ChangesView {
  std::uint32_t before_version = 0, version = 0;  // of the plan; before 0: there is none
  std::vector<PlanDifference> plan;
  std::uint32_t before_report = 0, report = 0;
  std::optional<Period> before_period, period;
  std::optional<Amount> before_total, total;
  std::string total_change_percent;   // per day of the two periods
  std::vector<ValueChange> values;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "before_version", s.before_version);
    v(Part::open, "version", s.version);
    v(Part::open, "plan", s.plan);
    v(Part::open, "before_report", s.before_report);
    v(Part::open, "report", s.report);
    v(Part::open, "before_period", s.before_period);
    v(Part::open, "period", s.period);
    v(Part::open, "before_total", s.before_total);
    v(Part::open, "total", s.total);
    v(Part::open, "total_change_percent", s.total_change_percent);
    v(Part::open, "values", s.values);
  }
};
[[nodiscard]] Result<ChangesView> changes_view(const Ledger& ledger, const project::ReviewKey& review);
// (now - before) / before in percent to one place, "" where before is 0 or either is no number.
[[nodiscard]] std::string change_percent(const std::string& before, const std::string& now);

// Whether a hash is one that the case cites: its papers, the evidence behind plan and data, findings, visits, declarations.
[[nodiscard]] Result<bool> cited_by_case(const Ledger& ledger, ProjectNumber project, const Hash& hash);

}  // namespace sumi::service
