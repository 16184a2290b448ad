#include "service/review_view.h"

#include <algorithm>
#include <map>

#include "project/sampling.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/projects.h"
#include "service/review_parts.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using project::ReviewKey;
using scheme::Role;

Bilingual kind_of(const ReviewKey& review) {
  if (review.report != 0) return {"検証(報告書 第" + std::to_string(review.report) + "号)", "Verification of report " + std::to_string(review.report)};
  if (review.change != 0) return {"計画変更の妥当性確認(変更 第" + std::to_string(review.change) + "号)", "Validation of change " + std::to_string(review.change)};
  return {"妥当性確認(計画書)", "Validation of the plan"};
}
std::string key_of(const ReviewKey& review) {
  const std::string project = std::to_string(review.project.value);
  if (review.report != 0) return "verification/" + project + "/" + std::to_string(review.report);
  if (review.change != 0) return "change/" + project + "/" + std::to_string(review.change);
  return "validation/" + project;
}

std::uint32_t findings_open(const scheme::State& state, const ReviewKey& review) {
  std::uint32_t count = 0;
  const auto& rows = state.cases().conduct.findings;
  for (auto it = rows.lower_bound({review.project, 0}); it != rows.end() && it->first.project == review.project; ++it) {
    count += it->second.report == review.report && it->second.change == review.change && it->second.stage != project::FindingStage::settled ? 1U : 0U;
  }
  return count;
}

ReviewRow base_row(const scheme::State& state, const Actor& actor, const ReviewKey& review) {
  ReviewRow row;
  row.key = key_of(review);
  row.project = review.project;
  row.report = review.report;
  row.change = review.change;
  row.kind_words = kind_of(review);
  if (const auto* plan = state.cases().current_plan(review.project)) {
    row.title = plan->head.title;
    for (const auto number : plan->head.proponents) row.proponents.push_back(brief_of(state, number));
  }
  if (const auto* report = review.report == 0 ? nullptr : state.cases().report(review.project, review.report)) row.period = report->period;
  row.declared = state.cases().conduct.interests.find({review, actor.organisation}) != nullptr;
  row.findings = findings_open(state, review);
  return row;
}

std::optional<ReviewKey> review_of(const Task& task) {
  switch (task.kind) {
    case TaskKind::validation: return ReviewKey{task.project, 0, 0};
    case TaskKind::verification: return ReviewKey{task.project, static_cast<std::uint32_t>(task.number), 0};
    case TaskKind::change_validation: return ReviewKey{task.project, 0, static_cast<std::uint32_t>(task.number)};
    default: return std::nullopt;
  }
}

// A statement that this body has given.
struct Given {
  ReviewKey review;
  Date on;
  bool positive = false;
};
std::vector<Given> given_by(const scheme::State& state, OrganisationNumber verifier) {
  std::vector<Given> out;
  const auto& cases = state.cases();
  for (const auto& [key, row] : cases.plans) {
    if (row.verifier == verifier && row.validated.done && row.change == 0) out.push_back({{key.project, 0, 0}, row.validated.on, row.valid});
  }
  for (const auto& [key, row] : cases.reports) {
    if (row.verifier == verifier && row.verified.done) out.push_back({{key.project, key.report, 0}, row.verified.on, row.stage != project::ReportStage::not_verified});
  }
  for (const auto& [key, row] : cases.conduct.changes) {
    if (row.verifier == verifier && row.validated.done) out.push_back({{key.project, 0, key.change}, row.validated.on, row.stage != project::ChangeStage::not_validated});
  }
  return out;
}

void add_visits(const scheme::State& state, const ReviewKey& review, ReviewView& view) {
  const auto& rows = state.cases().conduct.visits;
  for (auto it = rows.lower_bound({review.project, 0}); it != rows.end() && it->first.project == review.project; ++it) {
    const auto& row = it->second;
    if (row.report == review.report && row.change == review.change) view.visits.push_back({it->first.visit, row.visited_on, row.remote, row.record, row.members});
  }
}

void add_samples(const scheme::State& state, const ReviewKey& review, OrganisationNumber own, ReviewView& view) {
  const auto& lists = state.cases().members.lists;
  for (auto it = lists.lower_bound({review.project, 0}); it != lists.end() && it->first.project == review.project; ++it) {
    if (view.review.period && !it->second.period.overlaps(*view.review.period)) continue;
    view.samples.push_back(sample_view(state, review.project, it->first.list, it->second, own));
  }
}

// The sample as seed, fixed list and strata give it.
std::vector<std::uint64_t> draw_again(const scheme::State& state, ProjectNumber project, const project::FixedListRow& row) {
  // The size of a monitoring sample without strata is the formula's: what was drawn tells it.
  if (row.strata.empty()) return project::draw_sample(row.seed, row.members, row.sample.size());
  std::vector<std::uint64_t> out;
  for (const auto& stratum : row.strata) {
    std::vector<std::uint64_t> population;
    for (const std::uint64_t member : row.members) {
      const auto* found = state.cases().members.rows.find({project, member});
      if (stratum.list.empty() || (found != nullptr && found->entry.list == stratum.list)) population.push_back(member);
    }
    const auto drawn = project::draw_sample(row.seed, population, stratum.size);
    out.insert(out.end(), drawn.begin(), drawn.end());
  }
  std::ranges::sort(out);
  return out;
}

// What a statement names, and which methodologies it is about.
struct Subject {
  Hash plan, data_set, trace;
  std::uint32_t version = 0;
  std::vector<project::MethodologyUse> methodologies;
};
std::optional<Subject> subject_of(const scheme::State& state, const ReviewKey& review) {
  const auto& cases = state.cases();
  const auto* plan = cases.current_plan(review.project);
  const auto* project = cases.project(review.project);
  if (plan == nullptr || project == nullptr) return std::nullopt;
  Subject out{plan->head.plan, {}, {}, project->version, plan->head.methodologies};
  if (review.report != 0) {
    const auto* report = cases.report(review.project, review.report);
    if (report == nullptr) return std::nullopt;
    out.plan = report->plan;
    out.data_set = report->data_set;
    out.trace = report->trace;
    if (const auto* used = cases.plan_of_report(review.project, review.report)) out.methodologies = used->head.methodologies;
  } else if (review.change != 0) {
    const auto* change = cases.conduct.changes.find({review.project, review.change});
    if (change == nullptr) return std::nullopt;
    out.plan = change->head.plan;
    out.methodologies = change->head.methodologies;
  }
  return out;
}

void add_obstacles(const scheme::State& state, const Actor& actor, const ReviewKey& review, const Subject& subject, const scheme::Rules& rules, ReviewView& view) {
  Act act;
  act.time = state.now();
  act.business_date = state.now().date_in_japan();
  act.actor = actor.person;
  act.on_behalf_of = actor.organisation;
  const auto note = [&](const Result<void>& checked) {
    if (!checked) view.obstacles.push_back(finding_of(checked.error(), FindingWeight::refuses));
  };
  note(project::check_not_held(state.cases(), review.project));
  note(project::check_verifier(state.cases(), review, actor.organisation, subject.methodologies, act, rules.project));
  note(project::check_findings_settled(state.cases(), review));
}

std::string place_of(const project::DataValue& value) {
  return value.symbol + (value.row.empty() ? "" : " " + value.row) + " " + value.period.to_string();
}

void add_evidence(const Ledger& ledger, const std::map<Hash, std::vector<std::string>>& cited, ReviewView& view) {
  for (const auto& [hash, places] : cited) {
    const auto bytes = ledger.get_evidence({}, hash);
    view.evidence.push_back({hash, places, bytes.has_value(), bytes ? bytes->size() : 0});
  }
}

// The evidence that a plan cites: every hash in its texts, with the field where it stands.
void cite_plan(const Ledger& ledger, const Hash& plan, std::map<Hash, std::vector<std::string>>& cited) {
  const auto text = ledger.get_evidence({}, plan);
  if (!text) return;
  for (const Hash& hash : hashes_in(*text)) cited[hash].emplace_back("計画書 / plan");
}

void add_values(const Ledger& ledger, const ReviewKey& review, ReviewView& view, std::map<Hash, std::vector<std::string>>& cited) {
  const auto loaded = load_report(ledger, review.project, review.report);
  if (!loaded || !loaded->data) return;
  for (const auto& value : loaded->data->values) {
    DataValueView v{value.symbol, value.row, value.activity, value.period, value.written.value.to_string(), value.written.unit.text, value.evidence, hash_cited(value.evidence), false};
    if (!v.hash.is_zero()) {
      v.at_hand = ledger.get_evidence({}, v.hash).has_value();
      cited[v.hash].push_back(place_of(value));
    }
    view.values.push_back(std::move(v));
  }
}

}  // namespace

std::vector<ReviewRow> reviews_of(const scheme::State& state, const Actor& actor, Date today, const LeadTimes& leads) {
  std::vector<ReviewRow> out;
  for (const Task& task : inbox(state, actor, today, leads)) {
    const auto review = review_of(task);
    if (!review) continue;
    ReviewRow row = base_row(state, actor, *review);
    row.open = true;
    row.since = task.since;
    row.due = task.due;
    row.overdue = task.overdue;
    row.state_words = row.findings == 0 ? Bilingual{"確認中", "In review"} : Bilingual{"指摘あり", "Findings are open"};
    out.push_back(std::move(row));
  }
  auto given = given_by(state, actor.organisation);
  std::ranges::sort(given, std::greater<>{}, &Given::on);
  for (const Given& one : given) {
    const bool again = std::ranges::any_of(out, [&](const ReviewRow& r) { return r.key == key_of(one.review); });  // a plan that came back
    if (again) continue;
    ReviewRow row = base_row(state, actor, one.review);
    row.since = one.on;
    row.state_words = one.positive ? Bilingual{"適合と報告済み", "Positive statement given"} : Bilingual{"不適合と報告済み", "Negative statement given"};
    out.push_back(std::move(row));
  }
  return out;
}

bool may_review(const scheme::State& state, const Actor& actor, ProjectNumber project, Date today, const LeadTimes& leads) {
  if (may_see(state, actor, project)) return true;
  if (!actor.has(Role::verifier) || !actor.organisation) return false;
  const auto& interests = state.cases().conduct.interests;
  for (auto it = interests.lower_bound({{project, 0, 0}, {}}); it != interests.end() && it->first.review.project == project; ++it) {
    if (it->first.verifier == actor.organisation && it->second.free_of_conflict) return true;
  }
  if (!state.cases().conduct.accreditations.empty()) return false;
  const auto tasks = waiting_for(state, project, today, leads);
  return std::ranges::any_of(tasks, [&](const Task& t) { return review_of(t) && is_for(state, t, actor); });
}

std::vector<AccreditationView> accreditations_of(const scheme::State& state, OrganisationNumber verifier) {
  std::vector<AccreditationView> out;
  const Date today = state.now().date_in_japan();
  for (const auto& [key, row] : state.cases().conduct.accreditations) {
    if (verifier && key.verifier != verifier) continue;
    out.push_back({brief_of(state, key.verifier), key.number, row.standard, row.scopes, row.valid_from, row.valid_to, row.certificate, row.valid_from <= today && today <= row.valid_to});
  }
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return std::tuple(a.verifier.number, b.number) < std::tuple(b.verifier.number, a.number); });
  return out;
}

SampleView sample_view(const scheme::State& state, ProjectNumber project, std::uint32_t list, const project::FixedListRow& row, OrganisationNumber own) {
  SampleView v;
  v.list = list;
  v.period = row.period;
  v.purpose = row.purpose;
  v.by = brief_of(state, row.organisation);
  v.fixed_on = row.on;
  v.population = row.members.size();
  v.seed_commitment = row.seed_commitment;
  v.drawn = row.drawn;
  v.own = row.organisation == own && !row.drawn;
  if (!row.drawn) return v;
  v.seed = row.seed;
  v.strata = row.strata;
  v.sample = row.sample;
  v.seed_fits = project::seed_commitment(row.seed) == row.seed_commitment;
  v.drawn_again = draw_again(state, project, row) == row.sample;
  return v;
}

Result<std::optional<ReviewView>> review_view(const Ledger& ledger, const Actor& actor, const ReviewKey& review, const LeadTimes& leads) {
  std::optional<ReviewView> view;
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*book));
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const Date today = state.now().date_in_japan();
    const auto subject = subject_of(state, review);
    if (!subject) return;
    const auto rows = reviews_of(state, actor, today, leads);
    const auto mine = std::ranges::find_if(rows, [&](const ReviewRow& r) { return r.project == review.project && r.report == review.report && r.change == review.change; });
    const bool readable = may_review(state, actor, review.project, today, leads);
    if (mine == rows.end() && !readable) return;
    view.emplace();
    view->review = mine != rows.end() ? *mine : base_row(state, actor, review);
    view->readable = readable;
    view->accreditations = accreditations_of(state, actor.organisation);
    const bool register_kept = !state.cases().conduct.accreditations.empty();
    if (const auto* interest = state.cases().conduct.interests.find({review, actor.organisation})) view->interest = InterestView{interest->free_of_conflict, interest->declared.on, interest->declaration};
    view->declaration_needed = view->review.open && register_kept && !view->interest;
    if (!readable) return;
    view->plan = subject->plan;
    view->data_set = subject->data_set;
    view->trace = subject->trace;
    view->version = subject->version;
    if (view->review.open) add_obstacles(state, actor, review, *subject, rules, *view);
    view->positive_allowed = view->review.open && view->obstacles.empty();
    add_visits(state, review, *view);
    add_samples(state, review, actor.organisation, *view);
  }));
  if (!view || !view->readable) return view;
  SUMI_TRY(auto whole, case_view(ledger, review.project, actor.organisation, leads));
  if (!whole) return view;
  view->head = std::move(whole->head);
  for (auto& finding : whole->findings) {
    if (finding.report == review.report && finding.change == review.change) view->findings.push_back(std::move(finding));
  }
  for (auto& paper : whole->papers) {
    if (paper.report == 0 || paper.report == review.report) view->papers.push_back(std::move(paper));
  }
  if (const auto found = std::ranges::find(whole->reports, review.report, &CaseReport::report); review.report != 0 && found != whole->reports.end()) view->report = *found;
  std::map<Hash, std::vector<std::string>> cited;
  cite_plan(ledger, view->plan, cited);
  if (review.report != 0) add_values(ledger, review, *view, cited);
  add_evidence(ledger, cited, *view);
  if (review.report == 0) {
    Date application;
    SUMI_CHECK(ledger.read([&](const scheme::State& state) { application = state.now().date_in_japan(); }));
    if (auto answers = registration_answers(ledger, review.project, application)) view->rules = std::move(answers->findings);
  }
  return view;
}

Result<bool> cited_by_case(const Ledger& ledger, ProjectNumber project, const Hash& hash) {
  std::set<Hash> known;
  std::vector<Hash> plans, data;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& cases = state.cases();
    const auto& conduct = cases.conduct;
    const auto each = [&](const auto& table, auto low, auto f) {
      for (auto it = table.lower_bound(low); it != table.end() && it->first.project == project; ++it) f(it->second);
    };
    each(cases.plans, project::PlanKey{project, 0}, [&](const auto& r) { plans.push_back(r.head.plan), known.insert(r.statement); });
    each(cases.reports, project::ReportKey{project, 0}, [&](const auto& r) { data.push_back(r.data_set), known.insert(r.trace), known.insert(r.statement), plans.push_back(r.plan); });
    each(conduct.changes, project::ChangeKey{project, 0}, [&](const auto& r) { plans.push_back(r.head.plan), known.insert(r.document), known.insert(r.statement); });
    each(conduct.findings, project::FindingKey{project, 0}, [&](const auto& r) {
      for (const auto& remark : r.remarks) known.insert(remark.document);
    });
    each(conduct.visits, project::VisitKey{project, 0}, [&](const auto& r) { known.insert(r.record); });
    each(conduct.returns, project::ReturnKey{project, 0, 0}, [&](const auto& r) { known.insert(r.document), known.insert(r.answer); });
    each(conduct.appeals, project::AppealKey{project, 0}, [&](const auto& r) { known.insert(r.document); });
    for (auto it = conduct.interests.lower_bound({{project, 0, 0}, {}}); it != conduct.interests.end() && it->first.review.project == project; ++it) known.insert(it->second.declaration);
  }));
  known.insert(plans.begin(), plans.end());
  known.insert(data.begin(), data.end());
  if (known.contains(hash)) return true;
  for (const auto* list : {&plans, &data}) {
    for (const Hash& document_hash : *list) {
      const auto text = ledger.get_evidence({}, document_hash);
      if (text && hashes_in(*text).contains(hash)) return true;
    }
  }
  return false;
}

}  // namespace sumi::service
