#include "service/project_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "service/papers.h"
#include "service/retiring.h"
#include "service/scheme_view.h"

namespace sumi::service {

namespace {

std::optional<OrganisationBrief> brief_or_none(const scheme::State& state, OrganisationNumber number) {
  if (!number) return std::nullopt;
  return brief_of(state, number);
}

BatchView batch_view(const rulebook::Rulebook& book, const scheme::State& state, BatchNumber number) {
  const auto& row = state.registry().batches().at(number);
  const auto& t = state.registry().totals().at(number);
  const auto& a = row.attributes;
  const auto amount = [&](std::uint64_t n) { return amount_of(n, a.unit_kind); };
  const auto* plan = a.project ? state.cases().current_plan(a.project) : nullptr;
  BatchView view;
  view.batch = number;
  view.project = a.project;
  if (plan != nullptr) view.project_title = plan->head.title;
  view.certification = a.certification;
  view.serials = printed_serial(book, state, number, row.first, row.end);
  view.crediting_programme = a.crediting_programme;
  view.credit_type = a.credit_type;
  view.methodology = a.methodology;
  view.vintage = a.vintage;
  view.place = a.place;
  view.issued_on = row.issued_on;
  view.issued = amount(t.in());
  view.held = amount(t.held);
  view.waiting = amount(t.escrowed);
  view.buffer = amount(t.buffer);
  view.used = amount(t.retired + t.retired_for_state + t.cancelled);
  view.expired = amount(t.expired);
  view.exported = amount(t.exported);
  return view;
}

// Completed retirements, each with how many units of these batches it used.
Result<std::vector<RetirementBrief>> retirements_from(const Ledger& ledger, PublicIndex& index, const std::set<BatchNumber>& batches) {
  std::set<RetirementNumber> numbers;
  for (const auto batch : batches) {
    SUMI_TRY(const auto found, index.retirements_of(ledger, batch));
    numbers.insert(found.begin(), found.end());
  }
  std::vector<RetirementBrief> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto number : numbers) {
      const auto& row = state.registry().retirements().at(number);
      std::uint64_t units = 0;
      auto kind = registry::UnitKind::tco2;
      for (const auto& range : row.ranges) {
        if (!batches.contains(range.batch)) continue;
        units += range.count();
        kind = state.registry().batches().at(range.batch).attributes.unit_kind;
      }
      out.push_back({number, row.end_use, row.user_name, row.decided, amount_of(units, kind)});
    }
  }));
  return out;
}

void add_plans(const scheme::State& state, ProjectNumber number, ProjectPage& page) {
  const auto& cases = state.cases();
  for (auto it = cases.plans.lower_bound({number, 0}); it != cases.plans.end() && it->first.project == number; ++it) {
    if (!it->second.approved) continue;
    const auto version = std::to_string(it->first.version);
    // A project that was brought in from another register has no paper of its plan here.
    if (!it->second.head.plan.is_zero()) page.documents.push_back({"plan", version, it->second.drafted.on, it->second.head.plan});
    if (!it->second.statement.is_zero()) page.documents.push_back({"validation", version, it->second.validated.on, it->second.statement});
  }
}

void add_certification(const scheme::State& state, CertificationNumber number, const project::CertificationRow& row, ProjectPage& page) {
  CertificationView view;
  view.certification = number;
  view.report = row.report;
  view.certified_on = row.certified_on;
  view.round = row.round;
  const auto* report = state.cases().report(row.project, row.report);
  if (report != nullptr) {
    view.period = report->period;
    view.verifier = brief_or_none(state, report->verifier);
    const auto name = std::to_string(row.report);
    page.documents.push_back({"data_set", name, report->submitted.on, report->data_set});
    page.documents.push_back({"trace", name, report->submitted.on, report->trace});
    if (!report->statement.is_zero()) page.documents.push_back({"verification", name, report->verified.on, report->statement});
  }
  std::uint64_t sum = 0;
  for (const auto& line : row.lines) {
    sum += line.tonnes;
    CertifiedView certified;
    certified.methodology = line.methodology;
    certified.vintage = line.vintage;
    certified.certified = amount_of(line.tonnes);
    if (report != nullptr) {
      const auto found = std::find_if(report->lines.begin(), report->lines.end(), [&](const auto& l) { return l.methodology == line.methodology && l.vintage == line.vintage; });
      if (found != report->lines.end()) {
        certified.baseline = found->em_bl, certified.project = found->em_pj;
        certified.reconstructed = found->reconstructed, certified.approximate = found->approximate, certified.low_confidence = found->low_confidence;
        certified.declared = found->declared;
      }
    }
    view.lines.push_back(std::move(certified));
  }
  view.certified = amount_of(sum);
  page.certifications.push_back(std::move(view));
}

void add_years(const project::PlanHead& head, const ProjectPage& so_far, std::vector<ExpectedYear>& years) {
  std::map<FiscalYear, std::pair<std::uint64_t, std::optional<std::uint64_t>>> all;
  for (const auto& year : head.expected) all[year.fiscal_year].first += year.tonnes;
  for (const auto& certification : so_far.certifications) {
    for (const auto& line : certification.lines) {
      auto& certified = all[line.vintage].second;
      certified = certified.value_or(0) + std::stoull(line.certified.value);
    }
  }
  for (const auto& [year, figures] : all) {
    years.push_back({year, amount_of(figures.first), figures.second ? std::optional(amount_of(*figures.second)) : std::nullopt});
  }
}

}  // namespace

std::vector<HistoryLine> history_of(const scheme::State& state, const std::vector<PublicEntry>& entries) {
  std::vector<HistoryLine> out;
  for (const auto& e : entries) out.push_back({e.entry, e.date, std::string(e.command), brief_or_none(state, e.organisation)});
  return out;
}

Result<std::optional<ProjectPage>> project_page(const Ledger& ledger, PublicIndex& index, ProjectNumber number) {
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto entries, index.of_project(ledger, number));
  std::optional<ProjectPage> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (!is_registered(state, number)) return;
    auto head = project_view(state, number);
    if (!head) return;
    ProjectPage& page = out.emplace();
    page.project = *std::move(head);
    const auto& plan = *state.cases().current_plan(number);
    for (const auto& use : plan.head.methodologies) page.methodologies.push_back({use.number, use.version, methodology_title(*book, use.number)});
    add_plans(state, number, page);
    for (const auto& [certification, row] : state.cases().certifications) {
      if (row.project == number) add_certification(state, certification, row, page);
    }
    add_years(plan.head, page, page.years);
    const auto& batches = state.registry().batches();
    for (const auto& [batch, row] : batches) {
      if (row.attributes.project == number) page.batches.push_back(batch_view(*book, state, batch));
    }
    page.history = history_of(state, entries);
  }));
  if (out) {
    std::set<BatchNumber> numbers;
    for (const auto& batch : out->batches) numbers.insert(batch.batch);
    SUMI_TRY(out->retirements, retirements_from(ledger, index, numbers));
  }
  return out;
}

Result<std::optional<BatchPage>> batch_page(const Ledger& ledger, PublicIndex& index, BatchNumber number) {
  SUMI_TRY(const auto book, ledger.rulebook());
  std::optional<BatchPage> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (state.registry().batches().find(number) != nullptr) out = BatchPage{batch_view(*book, state, number), {}};
  }));
  if (out) {
    SUMI_TRY(out->retirements, retirements_from(ledger, index, {number}));
  }
  return out;
}

namespace {

std::optional<RetirementPage> page_of_state(const rulebook::Rulebook& book, const scheme::State& state, RetirementNumber number) {
  const auto& registry = state.registry();
  const auto* row = registry.retirements().find(number);
  if (row == nullptr || row->status != registry::RetirementStatus::confirmed) return std::nullopt;
  RetirementPage page;
  page.retirement = number;
  page.end_use = row->end_use;
  page.completed_on = row->decided;
  page.user = row->user_name;
  page.user_corporate_number = user_number(state, row->user);
  const auto add_use = [&](const std::string& purpose, FiscalYear year, const std::string& report) { page.uses.push_back({purpose, purpose_title(book, purpose), year, report}); };
  if (const auto* use = registry.uses().uses.find(number)) {
    page.offset = use->offset;
    for (const auto& u : use->uses) add_use(u.purpose, u.fiscal_year, u.report);
  } else {
    add_use(row->purpose, row->fiscal_year, "");
  }
  auto kind = registry::UnitKind::tco2;
  std::uint64_t sum = 0;
  for (const auto& range : row->ranges) {
    const auto& a = registry.batches().at(range.batch).attributes;
    const auto* plan = a.project ? state.cases().current_plan(a.project) : nullptr;
    kind = a.unit_kind;
    sum += range.count();
    page.units.push_back({range.batch, printed_serial(book, state, range.batch, range.first, range.end), a.project, plan == nullptr ? std::string() : plan->head.title, a.place, a.credit_type, a.methodology, a.vintage,
        amount_of(range.count(), a.unit_kind)});
  }
  page.used = amount_of(sum, kind);
  for (const auto& [first, certificates] : registry.uses().certificates) {
    if (certificates.retirement != number) continue;
    auto next = first;
    for (const auto& part : certificates.parts) {
      page.certificates.push_back({next, next + part.count - 1, certificates.issued_on, {std::to_string(part.grams), "g"}});
      next += part.count;
    }
  }
  const auto* grams = registry.uses().divided_grams.find(number);
  page.divided = {std::to_string(grams == nullptr ? 0 : *grams), "g"};
  return page;
}

}  // namespace

Result<std::optional<RetirementPage>> retirement_page(const Ledger& ledger, PublicIndex& index, RetirementNumber number) {
  SUMI_TRY(const auto book, ledger.rulebook());
  std::optional<RetirementPage> page;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { page = page_of_state(*book, state, number); }));
  if (!page) return page;
  SUMI_TRY(const auto entries, index.of_retirement(ledger, number));
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { page->history = history_of(state, entries); }));
  if (!entries.empty()) {
    page->entry = entries.front().entry;
    SUMI_TRY(const auto code, code_of(ledger, page->entry));
    page->code = code.to_text();
    page->path = code.to_path();
  }
  return page;
}

Result<CodeView> code_view(const Ledger& ledger, PublicIndex& index, std::string_view text) {
  SUMI_TRY(const auto code, EntryCode::parse(text));
  SUMI_TRY(const auto entry, entry_of(ledger, code));
  SUMI_TRY(const auto record, ledger.record(entry));
  CodeView view;
  view.entry = entry;
  view.code = code.to_text();
  SUMI_TRY(view.retirement, index.retirement_of(ledger, entry));
  const auto& header = record.header;
  const auto name = std::visit([](const auto& c) { return scheme::command_name<std::decay_t<decltype(c)>>(); }, record.command);
  const PublicEntry line{entry, name, header.business_date, header.organisation_is_party ? OrganisationNumber{} : header.on_behalf_of};
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { view.line = history_of(state, {line}).front(); }));
  return view;
}

}  // namespace sumi::service
