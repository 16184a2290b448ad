// The desk at which monitoring is reported: what was reported and what is missing, data checked before anything is filed, the calculation step by step.
//
// Checking files nothing. Handing in keeps data set, trace and what the data cite in the evidence of the organisation and of the scheme, then gives SubmitReport.
// Data cite evidence by its hash, which was uploaded before (Ledger::put_evidence); no name of a file is ever opened.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "service/case_view.h"
#include "service/plan_desk.h"

namespace sumi::service {

struct SeriesView {
  std::string activity;
  std::string symbol;
  std::string row;
  std::string definition;
  std::string unit;
  std::string monitoring_class;
  std::string frequency;
  std::string expected;   // as the plan has it
  bool divisible = false; // an amount of the period
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity);
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit);
    v(Part::open, "monitoring_class", s.monitoring_class);
    v(Part::open, "frequency", s.frequency);
    v(Part::open, "expected", s.expected);
    v(Part::open, "divisible", s.divisible);
  }
};
// Days of the crediting period: reported (by a report that stands), a gap between reports, open (from the last report until today), and what is still to come.
enum class SpanState : std::uint8_t { reported = 1, gap, open, ahead };
[[nodiscard]] std::span<const std::pair<std::string_view, SpanState>> enum_names(SpanState);
struct SpanView {
  Period period;
  SpanState state = SpanState::ahead;
  std::uint32_t report = 0;
  Bilingual words;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "period", s.period);
    v(Part::open, "state", s.state);
    v(Part::open, "report", s.report);
    v(Part::open, "words", s.words);
  }
};
struct MonitoringView {
  ProjectNumber project;
  bool programme = false;
  std::optional<Period> crediting_period;
  std::vector<SpanView> spans;
  std::optional<Period> next;      // to report: from the first day not reported, at most to the end of its fiscal year, and to yesterday
  std::vector<SeriesView> series;  // what is measured
  std::vector<CaseReport> reports;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "programme", s.programme);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "spans", s.spans);
    v(Part::open, "next", s.next);
    v(Part::open, "series", s.series);
    v(Part::open, "reports", s.reports);
  }
};
// The days of a crediting period by what was reported of them. `reported`: periods of the reports that stand, in any order.
[[nodiscard]] std::vector<SpanView> spans_of(const Period& crediting, std::vector<std::pair<Period, std::uint32_t>> reported, Date today);
[[nodiscard]] Result<MonitoringView> monitoring_view(const Ledger& ledger, ProjectNumber project);
// An empty table for the period, as CSV (project::data_set_template).
[[nodiscard]] Result<std::string> monitoring_template(const Ledger& ledger, ProjectNumber project, const Period& period);

struct LineView {
  std::string methodology;
  FiscalYear vintage;
  Amount baseline, project, reduction;
  Bilingual rounding;
  std::vector<Bilingual> flags;  // what a reader must know of the figure
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "project", s.project);
    v(Part::open, "reduction", s.reduction);
    v(Part::open, "rounding", s.rounding);
    v(Part::open, "flags", s.flags);
  }
};
// One value of a calculation and where it comes from.
struct TraceInput {
  std::string symbol;
  std::string row;
  Bilingual definition;
  std::string value, unit;
  std::string origin;            // monitored, plan, declared, table
  std::string monitoring_class;
  std::string source;            // evidence, or the publication
  std::string table_row;         // of the rulebook
  std::string confidence;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "definition", s.definition);
    v(Part::open, "value", s.value);
    v(Part::open, "unit", s.unit);
    v(Part::open, "origin", s.origin);
    v(Part::open, "monitoring_class", s.monitoring_class);
    v(Part::open, "source", s.source);
    v(Part::open, "table_row", s.table_row);
    v(Part::open, "confidence", s.confidence);
  }
};
struct TraceStep {
  std::string symbol;
  Bilingual title;
  std::vector<std::string> formulas;  // of that symbol in the methodology, each with the condition under which it counts
  std::string value, unit;
  bool approximate = false;
  bool official = false;   // the formula is from the official text
  std::string sources;     // of the formula
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "title", s.title);
    v(Part::open, "formulas", s.formulas);
    v(Part::open, "value", s.value);
    v(Part::open, "unit", s.unit);
    v(Part::open, "approximate", s.approximate);
    v(Part::open, "official", s.official);
    v(Part::open, "sources", s.sources);
  }
};
struct CalculationView {
  std::string activity;
  std::string methodology;
  std::string vintage;
  std::string period;
  std::vector<TraceInput> inputs;
  std::vector<TraceStep> steps;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "activity", s.activity);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "period", s.period);
    v(Part::open, "inputs", s.inputs);
    v(Part::open, "steps", s.steps);
  }
};
// The trace as steps, in its order. A trace that is not of that form (a programme's sums) gives none.
[[nodiscard]] std::vector<CalculationView> calculations_of(std::string_view trace, const rulebook::Rulebook& rulebook);

struct ReportCheck {
  Period period;
  std::vector<FieldFinding> findings;   // what refuses, and what is odd
  bool complete = false;                // it can be handed in
  std::vector<LineView> lines;
  Amount total;
  Hash data_set, trace;
  std::vector<Hash> evidence_missing;   // cited, and not uploaded
  std::vector<CalculationView> calculations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "period", s.period);
    v(Part::open, "findings", s.findings);
    v(Part::open, "complete", s.complete);
    v(Part::open, "lines", s.lines);
    v(Part::open, "total", s.total);
    v(Part::open, "data_set", s.data_set);
    v(Part::open, "trace", s.trace);
    v(Part::open, "evidence_missing", s.evidence_missing);
    v(Part::open, "calculations", s.calculations);
  }
};
struct ReportAsked {
  ProjectNumber project;
  Period period;
  std::string data;      // the file's bytes: CSV or XLSX
  Hash members;          // of a programme: its list of members, uploaded as evidence before; zero = none
  PersonId person;
  OrganisationNumber organisation;
};
// `progress`: of a programme, members that are calculated, of all.
[[nodiscard]] Result<ReportCheck> check_report(Ledger& ledger, const ReportAsked& asked, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});
struct ReportHandedIn {
  std::uint32_t report = 0;
  SequenceNumber entry;
  bool repeated = false;
  Amount total;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "entry", s.entry);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "total", s.total);
  }
};
// `key`: the request's own. Errors: those of the data, of the calculation and of SubmitReport.
[[nodiscard]] Result<ReportHandedIn> hand_in_report(Ledger& ledger, const ReportAsked& asked, IdempotencyKey key, const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

// A report that was submitted, with its steps: read from the scheme's evidence, under the rulebook of its day.
struct ReportView {
  CaseReport report;
  std::vector<LineView> lines;
  std::vector<CalculationView> calculations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "report", s.report);
    v(Part::open, "lines", s.lines);
    v(Part::open, "calculations", s.calculations);
  }
};
// service.report_not_known.
[[nodiscard]] Result<ReportView> report_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report);

// A bill, a photograph: kept with the organisation's documents by its hash, by which data and plans cite it. service.evidence_empty.
[[nodiscard]] Result<Hash> keep_evidence(const Ledger& ledger, OrganisationNumber organisation, const std::string& bytes);

// A list as somebody keeps it, CSV or XLSX, as CSV text whose lines have the numbers that the file's have. Errors: those of wire::read_sheet_lines.
[[nodiscard]] Result<std::string> csv_of(const std::string& bytes, const std::string& file_name);

}  // namespace sumi::service
