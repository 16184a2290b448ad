// Deciding and applying a methodology's way (methodology_life.h).
#include <algorithm>

#include "base/text.h"
#include "project/cases_check.h"
#include "project/errors.h"
#include "scheme/names.h"
#include "scheme/scheme.h"
#include "scheme/words.h"

namespace sumi::scheme {

namespace {

std::string number_text(std::uint64_t n) { return std::to_string(n); }

constexpr Words words_of(ProposalStage stage) {
  constexpr std::array<Words, 8> table{{{"proposed", "提案済み", "proposed"}, {"reviewed", "検討済み", "reviewed"}, {"commenting", "意見募集中", "open for comment"},
      {"commented", "意見募集済み", "commented"}, {"approved", "承認済み", "approved"}, {"adopted", "採用済み", "adopted"},
      {"not_taken_up", "不採択", "not taken up"}, {"refused", "不承認", "refused"}}};
  return word_at(table, stage);
}
Unexpected wrong_stage(std::uint32_t proposal, ProposalStage stage, std::initializer_list<ProposalStage> needed) {
  JoinedWords words;
  for (const auto one : needed) words.add(words_of(one));
  return fail(errors::proposal_stage, {{"proposal", number_text(proposal)}, {"stage_ja", std::string(words_of(stage).ja)}, {"stage", std::string(words_of(stage).en)}, {"needed_ja", words.ja}, {"needed", words.en}});
}

bool ended(ProposalStage stage) { return stage == ProposalStage::adopted || stage == ProposalStage::not_taken_up || stage == ProposalStage::refused; }

Unexpected bad_number(const std::string& number, std::string reason_ja, std::string reason) {
  return fail(errors::methodology_number, {{"number", number}, {"reason_ja", std::move(reason_ja)}, {"reason", std::move(reason)}});
}

project::DeadlineKey deadline_of(std::uint32_t proposal, Date last_day) { return {last_day, project::DeadlineKind::comment, {}, proposal}; }
project::DocketSubject subject_of(std::uint32_t proposal) { return {project::DocketKind::methodology, {}, 0, 0, proposal}; }

}  // namespace

// ---- What the parts share ----

bool State::adopted_family(const std::string& family) const {
  return std::ranges::any_of(adoptions_, [&](const auto& a) { return a.second.family == family; });
}

Result<const ProposalRow*> State::find_proposal(std::uint32_t proposal, std::initializer_list<ProposalStage> needed) const {
  const ProposalRow* row = proposals_.find(proposal);
  if (row == nullptr) return fail(errors::proposal_unknown, {{"proposal", number_text(proposal)}});
  if (std::ranges::find(needed, row->stage) != needed.end()) return row;
  return wrong_stage(proposal, row->stage, needed);
}

// Adopted and not abolished: it can be revised, merged into, abolished.
Result<void> State::check_in_force(const std::string& number) const {
  if (!adopted_family(number)) return bad_number(number, "採用されていません", "it is not adopted");
  if (const auto* abolished = abolitions_.find(number)) return fail(errors::methodology_abolished, {{"number", number}, {"from", abolished->from.to_string()}});
  return {};
}

// While a proposal for the number is under way, or decided, only what the committee approved last is adopted.
Result<void> State::check_approved(const AdoptRulebook& c) const {
  const ProposalRow* latest = nullptr;
  for (const auto& [number, row] : proposals_) {
    const bool speaks = row.stage != ProposalStage::not_taken_up && row.stage != ProposalStage::refused;
    if (row.number == c.family && speaks && (row.decided.done || !row.revision)) latest = &row;
  }
  if (latest == nullptr || latest->pack == c.pack) return {};
  return fail(errors::methodology_not_approved, {{"number", c.family}, {"pack", c.pack.to_hex()}, {"approved", latest->pack.is_zero() ? "-" : latest->pack.to_hex()}});
}

// From the day of its abolition nobody begins with a methodology.
Result<void> State::check_not_abolished(const AnyCommand& command, const Act& act) const {
  const project::PlanHead* head = nullptr;
  if (const auto* draft = std::get_if<project::DraftProject>(&command)) head = &draft->head;
  if (const auto* revised = std::get_if<project::RevisePlan>(&command)) head = &revised->head;
  if (const auto* applied = std::get_if<project::ApplyForRegistration>(&command)) {
    if (const auto* plan = cases_.current_plan(applied->project)) head = &plan->head;
  }
  // A registered project keeps its own; no change brings in another, and an extension begins anew.
  const project::PlanVersionRow* kept = nullptr;
  if (const auto* change = std::get_if<project::ProposeChange>(&command)) {
    head = &change->head;
    if (change->kind != project::ChangeKind::extension) kept = cases_.current_plan(change->project);
  }
  if (const auto* decided = std::get_if<project::DecideChange>(&command)) {
    const auto* change = cases_.conduct.changes.find({decided->project, decided->change});
    if (decided->approved && change != nullptr && change->kind == project::ChangeKind::extension) head = &change->head;
  }
  if (head == nullptr) return {};
  for (const auto& use : head->methodologies) {
    if (kept != nullptr && std::ranges::any_of(kept->head.methodologies, [&](const auto& own) { return own.number == use.number; })) continue;
    const auto* abolished = abolitions_.find(use.number);
    if (abolished != nullptr && abolished->from <= act.business_date) {
      return fail(errors::methodology_abolished, {{"number", use.number}, {"from", abolished->from.to_string()}});
    }
  }
  return {};
}

// A matter that a round may take up.
Result<void> State::check_proposal_decidable(std::uint32_t proposal) const {
  SUMI_TRY(const ProposalRow* row, find_proposal(proposal, {ProposalStage::reviewed, ProposalStage::commented}));
  if (row->stage == ProposalStage::reviewed && !row->revision) {
    return wrong_stage(proposal, row->stage, {ProposalStage::commented});
  }
  return {};
}

// An adoption answers the approval that it carries out.
void State::note_adoption(const AdoptRulebook& c, std::uint32_t adoption, const Act& act) {
  std::optional<std::uint32_t> approved;
  for (const auto& [number, row] : proposals_) {
    if (row.number == c.family && row.stage == ProposalStage::approved && row.pack == c.pack) approved = number;
  }
  if (!approved) return;
  proposals_.update(*approved, [&](ProposalRow& row) {
    row.stage = ProposalStage::adopted;
    row.adoption = adoption;
    row.last_step_on = act.business_date;
  });
}

// ---- Proposal ----

Result<MethodologyProposed> State::decide_here(const ProposeMethodology& c, const Act&, const Rules&) const {
  if (trim(c.title_ja).empty() || trim(c.title_en).empty()) return fail(errors::methodology_title_missing);
  if (c.document.is_zero()) return fail(errors::proposal_document_missing, {{"what", "document"}});
  if (c.revision) SUMI_CHECK(check_in_force(c.number));
  if (!c.revision && !c.number.empty() && adopted_family(c.number)) return bad_number(c.number, "既に採用されています。改定として提案します", "it is adopted already; propose a revision");
  for (const auto& [number, row] : proposals_) {
    if (c.number.empty() || row.number != c.number || ended(row.stage)) continue;
    return bad_number(c.number, "提案 " + number_text(number) + " が審議中です", "proposal " + number_text(number) + " is under way");
  }
  return MethodologyProposed{proposals_.empty() ? 1 : std::prev(proposals_.end())->first + 1};
}

void State::apply_here(const ProposeMethodology& c, const MethodologyProposed& outcome, const Act& act) {
  ProposalRow row;
  row.number = c.number;
  row.title_ja = c.title_ja;
  row.title_en = c.title_en;
  row.revision = c.revision;
  row.document = c.document;
  row.proposed = project::step_of(act);
  row.last_step_on = act.business_date;
  proposals_.put(outcome.proposal, std::move(row));
}

// ---- Review and comment ----

Result<NoOutcome> State::decide_here(const ReviewMethodology& c, const Act& act, const Rules&) const {
  SUMI_TRY(const ProposalRow* row, find_proposal(c.proposal, {ProposalStage::proposed}));
  SUMI_CHECK(project::check_four_eyes(act, {{&row->proposed, "方法論の提案", "proposing the methodology"}}));
  SUMI_CHECK(project::check_date(act, row->last_step_on));
  if (c.opinion.is_zero()) return fail(errors::proposal_document_missing, {{"what", "opinion"}});
  return NoOutcome{};
}

void State::apply_here(const ReviewMethodology& c, const NoOutcome&, const Act& act) {
  proposals_.update(c.proposal, [&](ProposalRow& row) {
    row.reviewed = project::step_of(act);
    row.opinion = c.opinion;
    row.stage = c.positive ? ProposalStage::reviewed : ProposalStage::not_taken_up;
    row.last_step_on = act.business_date;
  });
}

Result<NoOutcome> State::decide_here(const OpenComment& c, const Act& act, const Rules&) const {
  SUMI_TRY(const ProposalRow* row, find_proposal(c.proposal, {ProposalStage::reviewed}));
  SUMI_CHECK(project::check_date(act, row->last_step_on));
  if (c.draft.is_zero()) return fail(errors::proposal_document_missing, {{"what", "draft"}});
  if (c.period.first < act.business_date) {
    return fail(errors::comment_period, {{"period", c.period.to_string()}, {"reason_ja", "手続の日より前に始まっています"}, {"reason", "it begins before the day of the act"}});
  }
  return NoOutcome{};
}

void State::apply_here(const OpenComment& c, const NoOutcome&, const Act& act) {
  proposals_.update(c.proposal, [&](ProposalRow& row) {
    row.comment_period = c.period;
    row.draft = c.draft;
    row.stage = ProposalStage::commenting;
    row.last_step_on = act.business_date;
  });
  project::add_deadline(cases_, deadline_of(c.proposal, c.period.last));
}

Result<NoOutcome> State::decide_here(const CloseComment& c, const Act& act, const Rules&) const {
  SUMI_TRY(const ProposalRow* row, find_proposal(c.proposal, {ProposalStage::commenting}));
  if (act.business_date <= row->comment_period->last) {
    return fail(errors::comment_period, {{"period", row->comment_period->to_string()}, {"reason_ja", "まだ終わっていません"}, {"reason", "it is not over yet"}});
  }
  // Nothing was said: then nothing is answered.
  if (c.comments > 0 && c.answers.is_zero()) return fail(errors::proposal_document_missing, {{"what", "answers"}});
  return NoOutcome{};
}

void State::apply_here(const CloseComment& c, const NoOutcome&, const Act& act) {
  const ProposalRow& found = proposals_.at(c.proposal);
  project::drop_deadline(cases_, deadline_of(c.proposal, found.comment_period->last));
  proposals_.update(c.proposal, [&](ProposalRow& row) {
    row.comments = c.comments;
    row.answers = c.answers;
    row.stage = ProposalStage::commented;
    row.last_step_on = act.business_date;
  });
}

// ---- Decision and abolition ----

Result<NoOutcome> State::decide_here(const DecideMethodology& c, const Act& act, const Rules& rules) const {
  SUMI_CHECK(check_proposal_decidable(c.proposal));
  const ProposalRow& row = proposals_.at(c.proposal);
  SUMI_CHECK(project::check_unrelated(project::errors::decider_related, act.on_behalf_of, {row.proposed.organisation}, *this));
  SUMI_CHECK(project::check_four_eyes(act, {{&row.proposed, "方法論の提案", "proposing the methodology"}, {&row.reviewed, "審査", "the review"}}));
  SUMI_CHECK(project::check_date(act, row.last_step_on));
  SUMI_CHECK(project::check_committee(c.round, c.approved, c.ground));
  if (!c.ground.empty() && !rules.committee_grounds.contains(c.ground)) {
    std::string known;
    for (const auto& key : rules.committee_grounds) known += (known.empty() ? "" : ", ") + key;
    return fail(errors::committee_ground_unknown, {{"ground", c.ground}, {"known", known}});
  }
  SUMI_CHECK(project::check_docket(cases_, subject_of(c.proposal), c.round, act));
  if (!c.approved) return NoOutcome{};
  if (c.number.empty()) return bad_number(c.number, "認める方法論には番号が要ります", "an approved methodology has a number");
  if (!row.number.empty() && c.number != row.number) return bad_number(c.number, "提案の番号 " + row.number + " と違います", "the proposal is of " + row.number);
  if (row.number.empty()) {
    if (adopted_family(c.number)) return bad_number(c.number, "既に採用されています", "it is adopted already");
    for (const auto& [number, other] : proposals_) {
      if (number != c.proposal && other.number == c.number && !ended(other.stage)) return bad_number(c.number, "提案 " + number_text(number) + " の番号です", "it is that of proposal " + number_text(number));
    }
  }
  if (c.pack.is_zero()) return fail(errors::proposal_document_missing, {{"what", "pack"}});
  return NoOutcome{};
}

void State::apply_here(const DecideMethodology& c, const NoOutcome&, const Act& act) {
  proposals_.update(c.proposal, [&](ProposalRow& row) {
    row.decided = project::step_of(act);
    row.round = c.round;
    row.ground = c.ground;
    row.stage = c.approved ? ProposalStage::approved : ProposalStage::refused;
    if (c.approved) {
      row.number = c.number;
      row.pack = c.pack;
    }
    row.last_step_on = act.business_date;
  });
  project::mark_decided(cases_, subject_of(c.proposal), c.round, c.approved, act);
}

Result<NoOutcome> State::decide_here(const AbolishMethodology& c, const Act& act, const Rules&) const {
  SUMI_CHECK(check_in_force(c.number));
  if (c.round == 0) return fail(project::errors::round_missing);
  SUMI_CHECK(project::check_round(cases_, c.round, act));
  if (c.from < act.business_date) {
    return fail(errors::abolition_in_past, {{"from", c.from.to_string()}, {"today", act.business_date.to_string()}});
  }
  if (c.merged_into.empty()) return NoOutcome{};
  if (c.merged_into == c.number) return bad_number(c.merged_into, "廃止する方法論そのものです", "it is the one that is abolished");
  SUMI_CHECK(check_in_force(c.merged_into));
  return NoOutcome{};
}

void State::apply_here(const AbolishMethodology& c, const NoOutcome&, const Act& act) {
  abolitions_.put(c.number, {c.from, c.merged_into, c.round, project::step_of(act)});
}

}  // namespace sumi::scheme
