#include "service/report_desk.h"

#include <algorithm>
#include <array>

#include "base/csv.h"
#include "base/text.h"
#include "project/calculate.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/programme_report.h"
#include "service/projects.h"
#include "wire/sheet.h"
#include "wire/xlsx.h"

namespace sumi::service {

namespace {

constexpr const char* data_name = "data";

std::string shown(const Rational& tonnes) { return round_places(tonnes, 3, Rounding::half_even).to_string(); }

Amount total_of(const std::vector<project::ReductionLine>& lines) {
  std::uint64_t total = 0;
  for (const auto& line : lines) total += line.er;
  return amount_of(total);
}

std::vector<Bilingual> flags_of(const project::ReductionLine& line) {
  std::vector<Bilingual> out;
  if (line.reconstructed) out.push_back({"再構成した式を含みます(公式の本文は手元にありません)。", "Uses a reconstructed formula: the official text is not at hand."});
  if (line.approximate) out.push_back({"近似値を含みます。", "Holds an approximate value."});
  if (line.low_confidence) out.push_back({"信頼度の低い値を含みます。", "Uses a value of low confidence."});
  if (!line.declared.empty()) {
    std::string symbols;
    for (const auto& s : line.declared) symbols += (symbols.empty() ? "" : ", ") + s;
    out.push_back({"申告による値: " + symbols, "Declared values: " + symbols});
  }
  return out;
}

std::vector<LineView> lines_of(const std::vector<project::ReductionLine>& lines) {
  std::vector<LineView> out;
  for (const auto& line : lines) {
    const auto tonnes = [](const std::string& exact) {
      const auto value = Rational::parse(exact);
      return Amount{value ? shown(*value) : exact, "t-CO2"};
    };
    out.push_back({line.methodology, line.vintage, tonnes(line.em_bl), tonnes(line.em_pj), amount_of(line.er),
        {"差の小数点以下を、方法論と年度ごとに一度だけ切り捨てます。", "The difference is rounded down once per methodology and year."}, flags_of(line)});
  }
  return out;
}

// The data as they are read, before anything is kept.
struct Read {
  project::DataSet data;
  project::CalculationResult calculation;
  std::shared_ptr<const rulebook::Rulebook> rulebook;
  Hash plan;
};

Result<Read> read_and_calculate(Ledger& ledger, const ReportAsked& asked) {
  SUMI_TRY(auto rules, plan_of_report(ledger, asked.project, asked.period));
  SUMI_TRY(const auto csv, csv_of(asked.data, data_name));
  Read out;
  SUMI_TRY(out.data, project::read_data_set(csv, data_name, rules.plan, asked.period, *rules.rulebook));
  SUMI_TRY(out.calculation, project::calculate(rules.plan, out.data, *rules.rulebook));
  out.rulebook = rules.rulebook;
  out.plan = rules.plan.hash;
  return out;
}

Result<bool> is_programme(const Ledger& ledger, ProjectNumber project) {
  bool programme = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.cases().project(project)) programme = row->type == project::ProjectType::programme;
  }));
  return programme;
}

// Of a programme: the list lies in the organisation's evidence.
Result<ReportDraft> programme_draft(Ledger& ledger, const ReportAsked& asked, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  SUMI_TRY(const auto bytes, ledger.get_evidence(asked.organisation, asked.members));
  SUMI_TRY(const auto members, csv_of(bytes, "members"));
  SUMI_TRY(const auto data, csv_of(asked.data, data_name));
  return prepare_programme_report(ledger, asked.project, members, "members", data, data_name, asked.period, asked.organisation, progress);
}

std::vector<Hash> missing_evidence(const Ledger& ledger, OrganisationNumber organisation, const project::DataSet& data) {
  std::vector<Hash> out;
  for (const Hash& hash : cited_evidence(data)) {
    if (!ledger.get_evidence(organisation, hash)) out.push_back(hash);
  }
  return out;
}

Result<void> keep(Ledger& ledger, OrganisationNumber owner, const std::string& bytes) {
  SUMI_TRY([[maybe_unused]] const auto own, ledger.put_evidence(owner, bytes));
  SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, bytes));
  return {};
}

// Data set, trace and what the data cite.
Result<project::SubmitReport> keep_all(Ledger& ledger, const ReportAsked& asked, const Read& read) {
  SUMI_CHECK(keep(ledger, asked.organisation, read.data.canonical));
  SUMI_CHECK(keep(ledger, asked.organisation, read.calculation.trace));
  for (const Hash& hash : cited_evidence(read.data)) {
    const auto bytes = ledger.get_evidence(asked.organisation, hash);
    if (!bytes) continue;  // a paper that is kept elsewhere: the check named it
    SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, *bytes));
  }
  project::SubmitReport command;
  command.project = asked.project;
  command.period = asked.period;
  command.plan = read.plan;
  command.data_set = read.data.hash;
  command.trace = read.calculation.trace_hash;
  command.lines = read.calculation.lines;
  return command;
}

}  // namespace

std::span<const std::pair<std::string_view, SpanState>> enum_names(SpanState) {
  static constexpr std::array names{std::pair{std::string_view("reported"), SpanState::reported}, std::pair{std::string_view("gap"), SpanState::gap},
      std::pair{std::string_view("open"), SpanState::open}, std::pair{std::string_view("ahead"), SpanState::ahead}};
  return names;
}

Result<std::string> csv_of(const std::string& bytes, const std::string& file_name) {
  const BytesView view{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  if (!wire::looks_like_zip(view)) {
    SUMI_TRY(auto decoded, decode_text(view, file_name));
    return std::move(decoded.utf8);
  }
  SUMI_TRY(const auto sheet, wire::read_sheet_lines(view, file_name));
  std::string out;
  std::uint32_t line = 1;
  for (const auto& row : sheet.lines) {
    // Blank lines stay, so that a finding names the line of the sheet.
    for (; line < row.line; ++line) out += '\n';
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      std::string cell = row.cells[i];
      std::ranges::replace_if(cell, [](char c) { return c == '\n' || c == '\r'; }, ' ');
      out += (i == 0 ? "" : ",") + csv_field(cell);
    }
    out += '\n';
    ++line;
  }
  return out;
}

Result<Hash> keep_evidence(const Ledger& ledger, OrganisationNumber organisation, const std::string& bytes) {
  if (bytes.empty()) return fail(errors::evidence_empty);
  return ledger.put_evidence(organisation, bytes);
}

std::vector<SpanView> spans_of(const Period& crediting, std::vector<std::pair<Period, std::uint32_t>> reported, Date today) {
  std::ranges::sort(reported, {}, [](const auto& r) { return r.first.first; });
  std::vector<SpanView> out;
  Date next = crediting.first;
  for (const auto& [period, report] : reported) {
    if (next < period.first) out.push_back({{next, period.first.plus_days(-1)}, SpanState::gap, 0, {"報告されていない期間", "Not reported"}});
    out.push_back({period, SpanState::reported, report, {"報告" + std::to_string(report), "Report " + std::to_string(report)}});
    next = std::max(next, period.last.plus_days(1));
  }
  const Date yesterday = today.plus_days(-1);
  if (next <= crediting.last && next <= yesterday) {
    const Date last = std::min(crediting.last, yesterday);
    out.push_back({{next, last}, SpanState::open, 0, {"これから報告する期間", "To be reported"}});
    next = last.plus_days(1);
  }
  if (next <= crediting.last) out.push_back({{next, crediting.last}, SpanState::ahead, 0, {"これからの期間", "Still to come"}});
  return out;
}

namespace {

// The earliest stretch that waits, cut at the end of its fiscal year, which is how vintages are certified.
std::optional<Period> next_period(const std::vector<SpanView>& spans) {
  for (const auto& span : spans) {
    if (span.state != SpanState::open && span.state != SpanState::gap) continue;
    return Period{span.period.first, std::min(span.period.last, FiscalYear::of(span.period.first).last())};
  }
  return std::nullopt;
}

const project::PlanMonitoring* row_of(const project::PlanActivity& activity, const project::MonitoredSeries& series) {
  for (const auto* list : {&activity.monitoring, &activity.coefficients}) {
    for (const auto& row : *list) {
      if (row.symbol == series.symbol && (row.row.empty() || row.row == series.row)) return &row;
    }
  }
  return nullptr;
}

std::vector<SeriesView> series_of(const project::CheckedPlan& plan) {
  std::vector<SeriesView> out;
  for (std::size_t i = 0; i < plan.activities.size(); ++i) {
    for (const auto& s : plan.activities[i].series) {
      const auto* row = row_of(plan.plan.activities[i], s);
      out.push_back({plan.activities[i].name, s.symbol, s.row, row == nullptr ? "" : row->definition, s.unit.text, std::string(project::name_of(s.planned_class)),
          row == nullptr ? "" : row->frequency, row == nullptr ? "" : row->expected, s.divisible});
    }
  }
  return out;
}

}  // namespace

Result<MonitoringView> monitoring_view(const Ledger& ledger, ProjectNumber project) {
  MonitoringView view;
  view.project = project;
  SUMI_TRY(const auto whole, case_view(ledger, project, {}, {}));
  if (!whole) return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", "0"}});
  view.programme = whole->head.project.type == project::ProjectType::programme;
  view.crediting_period = whole->head.project.crediting_period;
  view.reports = whole->reports;
  Date today;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { today = state.now().date_in_japan(); }));
  if (view.crediting_period) {
    std::vector<std::pair<Period, std::uint32_t>> reported;
    for (const auto& r : view.reports) {
      if (r.stage != project::ReportStage::not_verified && r.stage != project::ReportStage::certification_refused) reported.emplace_back(r.period, r.report);
    }
    view.spans = spans_of(*view.crediting_period, std::move(reported), today);
    view.next = next_period(view.spans);
  }
  SUMI_TRY(const auto rules, plan_of_report(ledger, project, view.next.value_or(Period{today, today})));
  view.series = series_of(rules.plan);
  return view;
}

Result<std::string> monitoring_template(const Ledger& ledger, ProjectNumber project, const Period& period) {
  SUMI_TRY(const auto rules, plan_of_report(ledger, project, period));
  return project::data_set_template(rules.plan, period);
}

Result<ReportCheck> check_report(Ledger& ledger, const ReportAsked& asked, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  ReportCheck check;
  check.period = asked.period;
  check.total = amount_of(0);
  SUMI_TRY(const bool programme, is_programme(ledger, asked.project));
  if (programme) {
    const auto draft = programme_draft(ledger, asked, progress);
    if (!draft) {
      check.findings = findings_of(draft.error());
      return check;
    }
    for (const auto& remark : draft->calculation.findings) check.findings.push_back(finding_of(remark, FindingWeight::remark));
    check.complete = true;
    check.lines = lines_of(draft->command.lines);
    check.total = total_of(draft->command.lines);
    check.data_set = draft->command.data_set;
    check.trace = draft->command.trace;
    return check;
  }
  const auto read = read_and_calculate(ledger, asked);
  if (!read) {
    check.findings = findings_of(read.error());
    return check;
  }
  for (const auto* remarks : {&read->data.findings, &read->calculation.findings}) {
    for (const auto& remark : *remarks) check.findings.push_back(finding_of(remark, FindingWeight::remark));
  }
  check.complete = true;
  check.lines = lines_of(read->calculation.lines);
  check.total = total_of(read->calculation.lines);
  check.data_set = read->data.hash;
  check.trace = read->calculation.trace_hash;
  check.evidence_missing = missing_evidence(ledger, asked.organisation, read->data);
  check.calculations = calculations_of(read->calculation.trace, *read->rulebook);
  return check;
}

Result<ReportHandedIn> hand_in_report(Ledger& ledger, const ReportAsked& asked, IdempotencyKey key, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  SUMI_TRY(const bool programme, is_programme(ledger, asked.project));
  project::SubmitReport command;
  if (programme) {
    SUMI_TRY(auto draft, programme_draft(ledger, asked, progress));
    command = std::move(draft.command);
  } else {
    SUMI_TRY(const auto read, read_and_calculate(ledger, asked));
    SUMI_TRY(command, keep_all(ledger, asked, read));
  }
  Request request;
  request.actor = asked.person;
  request.on_behalf_of = asked.organisation;
  request.key = key;
  const Amount total = total_of(command.lines);
  request.commands.emplace_back(std::move(command));
  SUMI_TRY(const auto accepted, ledger.submit(std::move(request)));
  return ReportHandedIn{std::get<project::ReportSubmitted>(accepted.outcomes.at(0)).report, accepted.first, accepted.repeated, total};
}

Result<ReportView> report_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report) {
  SUMI_TRY(const auto whole, case_view(ledger, project, {}, {}));
  const auto missing = [&] { return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", std::to_string(report)}}); };
  if (!whole) return missing();
  const auto found = std::ranges::find(whole->reports, report, &CaseReport::report);
  if (found == whole->reports.end()) return missing();
  std::optional<project::ReportRow> row;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* r = state.cases().report(project, report)) row = *r;
  }));
  ReportView view{*found, lines_of(row->lines), {}};
  const auto trace = document(ledger, row->trace, "trace");
  if (!trace) return view;  // a report that was brought in has no trace here
  SUMI_TRY(const auto book, rulebook_of_trace(ledger, project, report, row->submitted.on, *trace));
  view.calculations = calculations_of(*trace, *book);
  return view;
}

}  // namespace sumi::service
