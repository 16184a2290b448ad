#include "service/case_view.h"

#include <algorithm>

#include "rulebook/methodology.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using project::FindingKind;
using project::FindingStage;

Bilingual words(project::ProjectStage stage) { return {std::string(project::title_of(stage, Language::ja)), std::string(project::title_of(stage, Language::en))}; }
Bilingual words(project::ReportStage stage) { return {std::string(project::title_of(stage, Language::ja)), std::string(project::title_of(stage, Language::en))}; }
Bilingual words(FindingKind kind) {
  switch (kind) {
    case FindingKind::corrective: return {"是正の指摘", "Corrective action"};
    case FindingKind::clarification: return {"説明の求め", "Clarification"};
    case FindingKind::observation: return {"所見", "Observation"};
  }
  return {};
}
Bilingual words(FindingStage stage) {
  switch (stage) {
    case FindingStage::raised: return {"回答待ち", "An answer is awaited"};
    case FindingStage::answered: return {"回答済み・審査機関の確認待ち", "Answered; the verifier looks at it"};
    case FindingStage::again: return {"再回答待ち", "Another answer is awaited"};
    case FindingStage::settled: return {"解決済み", "Settled"};
  }
  return {};
}

class TimelineBuilder {
 public:
  explicit TimelineBuilder(const scheme::State& state) : state_(state) {}
  void add(const project::Step& step, const char* what, const char* ja, const char* en, std::uint32_t report, std::uint32_t version) {
    if (!step.done) return;
    steps_.push_back({step.on, what, {ja, en}, brief_of(state_, step.organisation), report, version});
  }
  std::vector<CaseStep> take() {
    // Steps of one day stay in the order of the way; the whole is turned over.
    std::ranges::stable_sort(steps_, {}, &CaseStep::on);
    std::ranges::reverse(steps_);
    return std::move(steps_);
  }

 private:
  const scheme::State& state_;
  std::vector<CaseStep> steps_;
};

void add_plans(const scheme::State& state, ProjectNumber number, TimelineBuilder& timeline, CaseView& view) {
  const auto& plans = state.cases().plans;
  for (auto it = plans.lower_bound({number, 0}); it != plans.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    const std::uint32_t v = it->first.version;
    timeline.add(row.drafted, "drafted", "計画書を提出しました", "The plan was handed in", 0, v);
    timeline.add(row.submitted, "submitted", "妥当性確認を依頼しました", "Validation was asked for", 0, v);
    timeline.add(row.validated, "validated", row.valid ? "妥当性確認の結果: 適合" : "妥当性確認の結果: 不適合", row.valid ? "Validated" : "Not validated", 0, v);
    timeline.add(row.applied, "applied", "プロジェクト登録を申請しました", "Registration was applied for", 0, v);
    timeline.add(row.decided, "registered", row.approved ? "認証委員会が登録を承認しました" : "登録は承認されませんでした", row.approved ? "The committee registered it" : "The registration was refused", 0, v);
    view.papers.push_back({row.head.plan, {"プロジェクト計画書 第" + std::to_string(v) + "版", "Project plan, version " + std::to_string(v)}, row.drafted.on, 0});
    if (!row.statement.is_zero()) view.papers.push_back({row.statement, {"妥当性確認報告書", "Validation statement"}, row.validated.on, 0});
    view.version = v;
    view.answers = row.answers;
  }
}

void add_reports(const scheme::State& state, ProjectNumber number, TimelineBuilder& timeline, CaseView& view) {
  const auto& reports = state.cases().reports;
  for (auto it = reports.lower_bound({number, 0}); it != reports.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    const std::uint32_t r = it->first.report;
    const bool refused = row.stage == project::ReportStage::not_verified;
    timeline.add(row.submitted, "report_submitted", "モニタリング報告書を提出しました", "The monitoring report was submitted", r, 0);
    timeline.add(row.verified, "verified", refused ? "検証の結果: 不適合" : "検証の結果: 適合", refused ? "Not verified" : "Verified", r, 0);
    timeline.add(row.applied, "certification_applied", "認証を申請しました", "Certification was applied for", r, 0);
    const bool certified = static_cast<bool>(row.certification);
    timeline.add(row.decided, "certified", certified ? "認証されました" : "認証は承認されませんでした", certified ? "Certified" : "The certification was refused", r, 0);
    std::uint64_t total = 0;
    for (const auto& line : row.lines) total += line.er;
    view.reports.push_back({r, row.period, row.stage, words(row.stage), row.lines, amount_of(total), row.submitted.on, row.certification, row.ground});
    view.papers.push_back({row.data_set, {"モニタリングデータ", "Monitoring data"}, row.submitted.on, r});
    view.papers.push_back({row.trace, {"計算の記録", "Trace of the calculation"}, row.submitted.on, r});
    if (!row.statement.is_zero()) view.papers.push_back({row.statement, {"検証報告書", "Verification statement"}, row.verified.on, r});
  }
}

// Findings with the commitments of their texts, which are read once the state is let go.
using SealedTexts = std::vector<std::vector<Sealed>>;
void add_findings(const scheme::State& state, ProjectNumber number, CaseView& view, SealedTexts& texts) {
  const auto& findings = state.cases().conduct.findings;
  for (auto it = findings.lower_bound({number, 0}); it != findings.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    const bool waits = row.stage == FindingStage::raised || row.stage == FindingStage::again;
    CaseFinding finding{it->first.finding, row.report, row.change, row.kind, row.stage, words(row.kind), words(row.stage), waits, brief_of(state, row.verifier), {}};
    auto& sealed = texts.emplace_back();
    for (const auto& remark : row.remarks) {
      finding.remarks.push_back({remark.step.on, brief_of(state, remark.step.organisation), {}, remark.document, remark.settled});
      sealed.push_back(remark.text);
    }
    view.findings.push_back(std::move(finding));
  }
  const auto& returns = state.cases().conduct.returns;
  for (auto it = returns.lower_bound({number, 0, 0}); it != returns.end() && it->first.project == number; ++it) {
    const auto& row = it->second;
    view.returns.push_back({it->first.report, row.ground, row.deadline, row.stage, row.document, row.answer});
  }
}

void add_way(project::ProjectStage stage, CaseView& view) {
  using project::ProjectStage;
  static constexpr const char* way[] = {"drafted", "submitted", "validated", "applied", "registered"};
  std::size_t done = 1;
  switch (stage) {
    case ProjectStage::drafted: done = 1; break;
    case ProjectStage::in_validation:
    case ProjectStage::not_validated: done = 2; break;
    case ProjectStage::validated: done = 3; break;
    case ProjectStage::applied:
    case ProjectStage::registration_refused: done = 4; break;
    case ProjectStage::registered:
    case ProjectStage::withdrawn: done = 5; break;
  }
  for (std::size_t i = 0; i < std::size(way); ++i) (i < done ? view.steps_done : view.steps_ahead).emplace_back(way[i]);
}

std::vector<OrganisationBrief> verifiers_for(const scheme::State& state, ProjectNumber project) {
  std::vector<OrganisationBrief> out;
  const auto* plan = state.cases().current_plan(project);
  for (const auto& [key, row] : state.grants()) {
    if (key.role != scheme::Role::verifier) continue;
    const bool own = std::ranges::any_of(plan->head.proponents, [&](OrganisationNumber p) { return p == key.organisation || state.related(p, key.organisation); });
    const bool known = std::ranges::any_of(out, [&](const OrganisationBrief& o) { return o.number == key.organisation; });
    if (!own && !known) out.push_back(brief_of(state, key.organisation));
  }
  return out;
}

CaseRow row_of(const scheme::State& state, ProjectNumber number, const LeadTimes& leads) {
  CaseRow row;
  if (auto view = project_view(state, number)) row.project = *std::move(view);
  row.stage_words = words(row.project.stage);
  row.waiting = waiting_for(state, number, state.now().date_in_japan(), leads);
  return row;
}

}  // namespace

CertificationCodes certification_codes(const rulebook::Rulebook& rulebook, const std::vector<std::string>& methodologies) {
  CertificationCodes codes;
  const auto* table = rulebook.table("codes/credit");
  if (table == nullptr) return codes;
  for (const auto& row : rulebook.rows(table->name)) {
    if (row.key.size() < 2) continue;
    const WordChoice choice{row.key[1], {cell_text(*table, row, "meaning_ja"), cell_text(*table, row, "meaning_en")}};
    if (row.key[0] == "programme") codes.programme_codes.push_back(choice);
    if (row.key[0] == "credit_type") codes.credit_types.push_back(choice);
  }
  if (methodologies.empty()) return codes;
  const auto* m = rulebook.methodology(methodologies.front());
  if (m == nullptr) return codes;
  std::ranges::stable_partition(codes.credit_types, [&](const WordChoice& c) { return c.value.starts_with(m->credit_type()); });
  return codes;
}

bool is_proponent(const scheme::State& state, ProjectNumber project, OrganisationNumber organisation) {
  const auto* plan = state.cases().current_plan(project);
  return plan != nullptr && std::ranges::find(plan->head.proponents, organisation) != plan->head.proponents.end();
}

std::vector<CaseRow> cases_of(const scheme::State& state, OrganisationNumber organisation, const LeadTimes& leads) {
  std::vector<CaseRow> out;
  for (const auto& [number, row] : state.cases().projects) {
    if (is_proponent(state, number, organisation)) out.push_back(row_of(state, number, leads));
  }
  std::ranges::reverse(out);
  return out;
}

Result<std::optional<CaseView>> case_view(const Ledger& ledger, ProjectNumber project, OrganisationNumber organisation, const LeadTimes& leads) {
  std::optional<CaseView> view;
  SealedTexts texts;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.cases().project(project);
    if (row == nullptr || state.cases().current_plan(project) == nullptr) return;
    view.emplace();
    view->head = row_of(state, project, leads);
    view->proponent = is_proponent(state, project, organisation);
    TimelineBuilder timeline(state);
    add_plans(state, project, timeline, *view);
    add_reports(state, project, timeline, *view);
    add_findings(state, project, *view, texts);
    view->timeline = timeline.take();
    add_way(row->stage, *view);
    view->verifiers = verifiers_for(state, project);
  }));
  if (!view) return view;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t k = 0; k < texts[i].size(); ++k) {
      SUMI_TRY(view->findings[i].remarks[k].text, unsealed(ledger, texts[i][k]));
    }
  }
  return view;
}

}  // namespace sumi::service
