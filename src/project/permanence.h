// Forests after their certification: buffer terms, yearly reports, reversals.
//
// A forest is a project one of whose methodologies removes CO2 by nature (PlanHead). Its terms are set before it applies for registration; where they are missing still, before the first
// issue. The years of
// permanence count from the end of the crediting period of the plan in force: year n lasts from its anniversary to the next eve, and its report comes
// within the months that the terms declare. A report that did not come in time is noted by time (deadlines.h), and until it comes nobody takes a step
// of the project (check_permanence). Sources: Ｊ－クレジット制度について (制度説明資料), 2023-01 (ten years); 環境省 J-VER, 2017-03-09 (buffer).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "base/act.h"
#include "base/result.h"
#include "base/table.h"
#include "project/permanence_commands.h"
#include "project/project_rules.h"

namespace sumi::project {

struct Cases;

struct ForestRow {
  std::string buffer_rate;  // a share of 1, as declared
  std::uint32_t permanence_years = 0;
  std::uint32_t report_months = 0;
  Date set_on;
  std::uint32_t reversals = 0;  // how many were recorded
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "buffer_rate", s.buffer_rate);
    v(Part::open, "permanence_years", s.permanence_years);
    v(Part::open, "report_months", s.report_months);
    v(Part::open, "set_on", s.set_on);
    v(Part::open, "reversals", s.reversals);
  }
};
struct PermanenceKey {
  ProjectNumber project;
  std::uint32_t year = 0;
  friend auto operator<=>(const PermanenceKey&, const PermanenceKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "year", s.year);
  }
};
struct PermanenceReportRow {
  bool kept = false;
  Hash document;
  Date reported_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kept", s.kept);
    v(Part::open, "document", s.document);
    v(Part::open, "reported_on", s.reported_on);
  }
};
// A report that did not come in time; the row goes when it comes.
struct MissedReportRow {
  Date last_day;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "last_day", s.last_day); }
};
struct ReversalKey {
  ProjectNumber project;
  std::uint32_t reversal = 0;
  friend auto operator<=>(const ReversalKey&, const ReversalKey&) = default;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "reversal", s.reversal);
  }
};
struct ReversalRow {
  ReversalKind kind = ReversalKind::natural_disturbance;
  Date happened_on;
  Date recorded_on;
  std::uint64_t tonnes = 0;
  std::uint64_t from_buffer = 0;  // less than tonnes where the buffer holds no more: what nobody covers
  std::uint64_t obligation = 0;   // of conduct.h; 0: none
  RetirementNumber drawn;         // by which the buffer covered it; 0: not yet
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "happened_on", s.happened_on);
    v(Part::open, "recorded_on", s.recorded_on);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "from_buffer", s.from_buffer);
    v(Part::open, "obligation", s.obligation);
    v(Part::open, "drawn", s.drawn);
    v(Part::open, "document", s.document);
  }
};

struct Permanence {
  Table<ProjectNumber, ForestRow> forests;
  Table<PermanenceKey, PermanenceReportRow> reports;
  Table<PermanenceKey, MissedReportRow> missed;
  Table<ReversalKey, ReversalRow> reversals;

  // Every table, in the order of the dump.
  template <class Self, class F> static void each(Self& self, F&& f) {
    f("permanence.forests", self.forests), f("permanence.reports", self.reports), f("permanence.missed", self.missed), f("permanence.reversals", self.reversals);
  }
};

// One year after the crediting period.
struct PermanenceYear {
  std::uint32_t year = 0;
  Period period;
  Date last_day;  // for its report
  bool reported = false;
  bool kept = false;
};

[[nodiscard]] bool is_forest(const PlanHead& head);
// In their order; empty for a project without forest terms.
[[nodiscard]] std::vector<PermanenceYear> permanence_years(const Cases& cases, ProjectNumber project);
// Refuses while a yearly report is missing (permanence_report_missing). Asked of every step of the project but that report itself.
[[nodiscard]] Result<void> check_permanence(const Cases& cases, ProjectNumber project);
// Tonnes certified to the project, less those of the reversals that are recorded.
[[nodiscard]] std::uint64_t certified_and_kept(const Cases& cases, ProjectNumber project);
// What the buffer has promised to reversals and not yet given.
[[nodiscard]] std::uint64_t promised_by_buffer(const Cases& cases);

// Puts the deadlines of the reports that have not come, by the plan in force and the terms; those that passed before `today` are left out. Called where
// terms are set, a project is registered, or a change gives it another crediting period.
void plan_permanence(Cases& cases, ProjectNumber project, Date today);
// Of pass_deadline: the report of that year did not come.
void miss_permanence(Cases& cases, ProjectNumber project, std::uint32_t year, Date last_day);

[[nodiscard]] Result<NoOutcome> decide(const Cases&, const SetForestTerms&, const Act&, const Relations&, const ProjectRules&);
[[nodiscard]] Result<NoOutcome> decide(const Cases&, const ReportPermanence&, const Act&, const Relations&, const ProjectRules&);
// `buffer_free`: units that lie in the buffer. `by_secretariat`: then it need not be a proponent.
[[nodiscard]] Result<ReversalRecorded> decide(const Cases&, const RecordReversal&, const Act&, bool by_secretariat, std::uint64_t buffer_free);

void apply(Cases&, const SetForestTerms&, const NoOutcome&, const Act&);
void apply(Cases&, const ReportPermanence&, const NoOutcome&, const Act&);
void apply(Cases&, const RecordReversal&, const ReversalRecorded&, const Act&);
// The buffer has covered it.
void mark_drawn(Cases& cases, ProjectNumber project, std::uint32_t reversal, RetirementNumber by);

}  // namespace sumi::project
