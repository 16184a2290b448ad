#include "service/round_view.h"

#include <algorithm>
#include <map>

#include "project/conduct.h"
#include "service/rules.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

using project::DocketKind;
using scheme::Role;

project::DocketSubject subject_of(const project::DocketRow& row) { return {row.kind, row.project, row.report, row.change, row.proposal}; }

std::string command_of(DocketKind kind) {
  switch (kind) {
    case DocketKind::registration: return "DecideRegistration";
    case DocketKind::certification: return "DecideCertification";
    case DocketKind::change:
    case DocketKind::extension: return "DecideChange";
    case DocketKind::appeal: return "DecideAppeal";
    case DocketKind::methodology: return "DecideMethodology";
  }
  return {};
}

RoundHead head_of(const scheme::State& state, std::uint32_t number, const project::RoundRow& row) {
  RoundHead head{number, row.held_on, row.quorum, row.open, {}, row.minutes, row.items, 0};
  if (!row.open) head.closed_on = row.closed_on;
  const auto& docket = state.cases().conduct.docket;
  for (auto it = docket.lower_bound({number, 0}); it != docket.end() && it->first.round == number; ++it) head.undecided += it->second.decided ? 0U : 1U;
  return head;
}

std::vector<WaitingMatter> waiting_matters(const scheme::State& state, const LeadTimes& leads) {
  std::vector<WaitingMatter> out;
  for (const Task& task : all_tasks(state, state.now().date_in_japan(), leads)) {
    // A store that has never opened a round decides without a docket: there the decisions themselves wait, and a first round takes them.
    const bool decision = state.cases().conduct.rounds.empty() && (task.kind == TaskKind::registration_decision || task.kind == TaskKind::certification_decision || task.kind == TaskKind::change_decision ||
                                                                   task.kind == TaskKind::appeal_decision || task.kind == TaskKind::methodology_decision);
    if (task.kind != TaskKind::docket && !decision) continue;
    WaitingMatter m;
    m.project = task.project;
    m.title = task.about;
    m.since = task.since;
    m.due = task.due;
    m.overdue = task.overdue;
    const auto number = static_cast<std::uint32_t>(task.number);
    switch (task.subject) {
      case SubjectKind::report: m.kind = DocketKind::certification, m.report = number; break;
      case SubjectKind::change: {
        const auto* change = state.cases().conduct.changes.find({task.project, number});
        m.kind = change != nullptr && change->kind == project::ChangeKind::extension ? DocketKind::extension : DocketKind::change;
        m.change = number;
        break;
      }
      case SubjectKind::appeal: m.kind = DocketKind::appeal, m.change = number; break;
      case SubjectKind::methodology_proposal: m.kind = DocketKind::methodology, m.proposal = number; break;
      default: m.kind = DocketKind::registration; break;
    }
    m.kind_words = words_of(m.kind);
    out.push_back(std::move(m));
  }
  return out;
}

std::uint64_t sum_of(const std::vector<project::ReductionLine>& lines) {
  std::uint64_t sum = 0;
  for (const auto& line : lines) sum += line.er;
  return sum;
}

void add_plan(const scheme::State& state, const project::PlanHead& head, DocketItemView& item) {
  item.title = head.title;
  for (const auto number : head.proponents) item.proponents.push_back(brief_of(state, number));
  for (const auto& use : head.methodologies) item.methodologies.push_back(use.number + " Ver." + use.version);
}
void add_paper(DocketItemView& item, const Hash& hash, Bilingual what, Date on, std::uint32_t report) {
  if (!hash.is_zero()) item.papers.push_back({hash, std::move(what), on, report});
}

void add_registration(const scheme::State& state, DocketItemView& item) {
  const auto* plan = state.cases().current_plan(item.project);
  if (plan == nullptr) return;
  add_plan(state, plan->head, item);
  if (plan->verifier) item.verifier = brief_of(state, plan->verifier);
  item.period = plan->head.crediting_period;
  std::uint64_t expected = 0;
  for (const auto& year : plan->head.expected) expected += year.tonnes;
  item.amount = amount_of(expected);
  item.answers = plan->answers;
  item.ground = plan->ground;
  item.official_number = state.cases().project(item.project)->official_number;
  add_paper(item, plan->head.plan, {"プロジェクト計画書", "Project plan"}, plan->drafted.on, 0);
  add_paper(item, plan->statement, {"妥当性確認報告書", "Validation statement"}, plan->validated.on, 0);
}

void add_certification(const scheme::State& state, DocketItemView& item) {
  const auto* report = state.cases().report(item.project, item.report);
  const auto* plan = state.cases().plan_of_report(item.project, item.report);
  if (plan == nullptr) plan = state.cases().current_plan(item.project);
  if (report == nullptr || plan == nullptr) return;
  add_plan(state, plan->head, item);
  if (report->verifier) item.verifier = brief_of(state, report->verifier);
  item.period = report->period;
  item.lines = report->lines;
  item.amount = amount_of(sum_of(report->lines));
  item.ground = report->ground;
  item.certification = report->certification;
  add_paper(item, report->plan, {"プロジェクト計画書", "Project plan"}, plan->drafted.on, 0);
  add_paper(item, report->data_set, {"モニタリングデータ", "Monitoring data"}, report->submitted.on, item.report);
  add_paper(item, report->trace, {"計算の記録", "Trace of the calculation"}, report->submitted.on, item.report);
  add_paper(item, report->statement, {"検証報告書", "Verification statement"}, report->verified.on, item.report);
}

void add_change(const scheme::State& state, DocketItemView& item) {
  const auto* change = state.cases().conduct.changes.find({item.project, item.change});
  if (change == nullptr) return;
  add_plan(state, change->head, item);
  if (change->verifier) item.verifier = brief_of(state, change->verifier);
  item.period = change->head.crediting_period;
  item.ground = change->ground;
  add_paper(item, change->document, {"計画変更届", "Notice of the change"}, change->proposed.on, 0);
  add_paper(item, change->head.plan, {"変更後の計画書", "Plan as changed"}, change->proposed.on, 0);
  add_paper(item, change->statement, {"妥当性確認報告書", "Validation statement"}, change->validated.on, 0);
}

void add_appeal(const scheme::State& state, DocketItemView& item) {
  const auto* appeal = state.cases().conduct.appeals.find({item.project, item.change});
  const auto* plan = state.cases().current_plan(item.project);
  if (appeal == nullptr || plan == nullptr) return;
  add_plan(state, plan->head, item);
  item.ground = appeal->ground;
  add_paper(item, appeal->document, {"異議申立書", "The appeal"}, appeal->lodged.on, appeal->report);
}

void add_methodology(const scheme::State& state, DocketItemView& item) {
  const auto* proposal = state.proposals().find(item.proposal);
  if (proposal == nullptr) return;
  item.title = proposal->title_ja;
  if (!proposal->number.empty()) item.methodologies.push_back(proposal->number);
  if (proposal->proposed.organisation) item.proponents.push_back(brief_of(state, proposal->proposed.organisation));
  item.ground = proposal->ground;
  add_paper(item, proposal->document, {"方法論の案", "The proposal"}, proposal->proposed.on, 0);
  add_paper(item, proposal->opinion, {"審査意見", "Opinion of the review"}, proposal->reviewed.on, 0);
  add_paper(item, proposal->draft, {"意見募集の案", "Draft laid open for comment"}, proposal->reviewed.on, 0);
  add_paper(item, proposal->answers, {"意見と回答", "Comments and answers"}, proposal->last_step_on, 0);
}

void count_findings(const scheme::State& state, DocketItemView& item) {
  if (item.kind == DocketKind::methodology || item.kind == DocketKind::appeal) return;
  const auto& rows = state.cases().conduct.findings;
  for (auto it = rows.lower_bound({item.project, 0}); it != rows.end() && it->first.project == item.project; ++it) {
    if (it->second.report != item.report || it->second.change != item.change) continue;
    ++item.findings;
    if (it->second.stage != project::FindingStage::settled && it->second.kind != project::FindingKind::observation) ++item.findings_open;
  }
}

DocketItemView item_of(const scheme::State& state, const project::RoundRow& round, const project::DocketKey& key, const project::DocketRow& row, const Actor& actor) {
  DocketItemView item;
  item.item = key.item;
  item.document_number = row.document_number;
  item.kind = row.kind;
  item.kind_words = words_of(row.kind);
  item.command = command_of(row.kind);
  item.project = row.project;
  item.report = row.report;
  item.change = row.change;
  item.proposal = row.proposal;
  switch (row.kind) {
    case DocketKind::registration: add_registration(state, item); break;
    case DocketKind::certification: add_certification(state, item); break;
    case DocketKind::change:
    case DocketKind::extension: add_change(state, item); break;
    case DocketKind::appeal: add_appeal(state, item); break;
    case DocketKind::methodology: add_methodology(state, item); break;
  }
  count_findings(state, item);
  for (const auto& recusal : row.recused) item.recused.push_back({recusal.person.to_hex(), {}, recusal.ground, {}});
  item.remaining = static_cast<std::uint32_t>(std::ranges::count_if(round.members, [&](PersonId m) {
    return std::ranges::none_of(row.recused, [&](const auto& r) { return r.person == m; });
  }));
  item.quorum_holds = item.remaining >= round.quorum;
  item.decided = row.decided;
  item.approved = row.approved;
  if (row.decided) item.decided_on = row.decided_on;
  if (!row.decided || row.approved) item.ground.clear();
  item.carried = row.carried;
  if (row.decided || !round.open || !actor.has(Role::committee)) return item;
  Act act;
  act.time = state.now();
  act.business_date = state.now().date_in_japan();
  act.actor = actor.person;
  act.on_behalf_of = actor.organisation;
  const auto checked = project::check_docket(state.cases(), subject_of(row), key.round, act);
  item.may_decide = checked.has_value();
  if (!checked) item.why_not = finding_of(checked.error(), FindingWeight::refuses);
  return item;
}

// Names beside the numbers of persons.
class Names {
 public:
  explicit Names(const Ledger& ledger) : ledger_(ledger) {}
  Result<std::string> of(const std::string& hex) {
    if (const auto known = names_.find(hex); known != names_.end()) return known->second;
    PersonId id;
    if (const auto parsed = Id128::from_hex(hex)) static_cast<Id128&>(id) = *parsed;
    SUMI_TRY(const auto person, ledger_.people().person_by_id(id));
    return names_[hex] = !person ? std::string() : person->name.empty() ? person->login : person->name;
  }
  Result<void> fill(std::vector<MemberOfRound>& members) {
    for (auto& member : members) {
      SUMI_TRY(member.name, of(member.person));
    }
    return {};
  }

 private:
  const Ledger& ledger_;
  std::map<std::string, std::string> names_;
};

}  // namespace

Bilingual words_of(DocketKind kind) {
  switch (kind) {
    case DocketKind::registration: return {"プロジェクトの登録", "Registration of a project"};
    case DocketKind::certification: return {"クレジットの認証", "Certification of credits"};
    case DocketKind::change: return {"計画の変更", "Change of a plan"};
    case DocketKind::extension: return {"認証対象期間の延長", "Extension of a crediting period"};
    case DocketKind::appeal: return {"異議の申立て", "Appeal"};
    case DocketKind::methodology: return {"方法論", "Methodology"};
  }
  return {};
}

std::vector<GroundChoice> committee_grounds(const rulebook::Rulebook& rulebook) {
  std::vector<GroundChoice> out;
  const auto* table = rulebook.table("jcredit-registry/committee_grounds");
  if (table == nullptr) return out;
  for (const auto& row : rulebook.rows(table->name)) out.push_back({row.key.front(), {cell_text(*table, row, "title_ja"), cell_text(*table, row, "title_en")}});
  return out;
}

Bilingual ground_words(const rulebook::Rulebook& rulebook, const std::string& ground) {
  if (ground.empty()) return {};
  for (auto& choice : committee_grounds(rulebook)) {
    if (choice.value == ground) return choice.title;
  }
  return {ground, ground};
}

Result<RoundsView> rounds_view(const Ledger& ledger, const LeadTimes& leads) {
  RoundsView view;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.cases().conduct.rounds) view.items.push_back(head_of(state, number, row));
    std::ranges::reverse(view.items);
    std::uint32_t last = view.items.empty() ? 0 : view.items.front().round;
    // Decisions that were brought in, or taken before the first docket, name their rounds too.
    for (const auto& [key, row] : state.cases().plans) last = std::max(last, row.round);
    for (const auto& [key, row] : state.cases().reports) last = std::max(last, row.round);
    view.next_round = last + 1;
    for (const auto& [key, row] : state.grants()) {
      if (key.role == Role::committee) view.committee.push_back({key.person.to_hex(), {}, {}, {}});
    }
    view.waiting = waiting_matters(state, leads);
  }));
  Names names(ledger);
  SUMI_CHECK(names.fill(view.committee));
  return view;
}

Result<std::optional<RoundView>> round_view(const Ledger& ledger, const Actor& actor, std::uint32_t round, const LeadTimes& leads) {
  std::optional<RoundView> view;
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.cases().conduct.rounds.find(round);
    if (row == nullptr) return;
    view.emplace();
    view->head = head_of(state, round, *row);
    for (const PersonId person : row->members) view->members.push_back({person.to_hex(), {}, {}, {}});
    const auto& docket = state.cases().conduct.docket;
    for (auto it = docket.lower_bound({round, 0}); it != docket.end() && it->first.round == round; ++it) view->docket.push_back(item_of(state, *row, it->first, it->second, actor));
    if (row->open) view->waiting = waiting_matters(state, leads);
  }));
  if (!view) return view;
  Names names(ledger);
  SUMI_CHECK(names.fill(view->members));
  for (auto& item : view->docket) {
    SUMI_CHECK(names.fill(item.recused));
    for (auto& member : item.recused) member.ground_words = ground_words(*book, member.ground);
    item.ground_words = ground_words(*book, item.ground);
  }
  view->grounds = committee_grounds(*book);
  view->committee = actor.has(Role::committee);
  view->secretariat = actor.has(Role::secretariat);
  view->me = actor.person.to_hex();
  return view;
}

}  // namespace sumi::service
