// The committee's rounds: who is there, what stands on the docket, who steps back, what is decided and what is carried on.
#include <algorithm>
#include <set>

#include "project/cases_check.h"
#include "project/conduct_check.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/words.h"

namespace sumi::project {

namespace {

DocketSubject subject_of(const DocketRow& row) { return {row.kind, row.project, row.report, row.change, row.proposal}; }
DocketSubject subject_of(const PutOnDocket& c) { return {c.kind, c.project, c.report, c.change, c.proposal}; }

bool same(const DocketSubject& a, const DocketSubject& b) {
  return a.kind == b.kind && a.project == b.project && a.report == b.report && a.change == b.change && a.proposal == b.proposal;
}

std::string document_number(std::uint32_t round, std::uint32_t item) { return number_text(round) + "-" + number_text(item); }

Result<const RoundRow*> find_open_round(const Cases& cases, std::uint32_t round) {
  const RoundRow* row = cases.conduct.rounds.find(round);
  if (row == nullptr) return fail(errors::round_unknown, {{"round", number_text(round)}});
  if (!row->open) return fail(errors::round_closed, {{"round", number_text(round)}});
  return row;
}

Result<const RoundRow*> find_round_of_day(const Cases& cases, std::uint32_t round, const Act& act) {
  SUMI_TRY(const RoundRow* row, find_open_round(cases, round));
  if (act.business_date < row->held_on) {
    return fail(errors::decision_before_round, {{"date", act.business_date.to_string()}, {"round", number_text(round)}, {"held_on", row->held_on.to_string()}});
  }
  return row;
}

// The item of a matter on the docket of a round; nullptr where it is not there.
const std::pair<const DocketKey, DocketRow>* find_item(const Cases& cases, std::uint32_t round, const DocketSubject& subject) {
  const std::pair<const DocketKey, DocketRow>* found = nullptr;
  const auto& docket = cases.conduct.docket;
  for (auto it = docket.lower_bound({round, 0}); it != docket.end() && it->first.round == round; ++it) {
    // A case that was refused and came again within the same round stands there twice: the later one counts.
    if (same(subject_of(it->second), subject)) found = &*it;
  }
  return found;
}

bool present(const RoundRow& round, PersonId person) { return std::ranges::find(round.members, person) != round.members.end(); }

const RecusalRow* recusal_of(const DocketRow& item, PersonId person) {
  const auto it = std::ranges::find_if(item.recused, [&](const RecusalRow& r) { return r.person == person; });
  return it == item.recused.end() ? nullptr : &*it;
}

// Which numbers the kind takes: those, and no other.
Result<void> check_shape(const DocketSubject& s) {
  const bool registration = s.kind == DocketKind::registration && s.project && s.report == 0 && s.change == 0 && s.proposal == 0;
  const bool certification = s.kind == DocketKind::certification && s.project && s.report != 0 && s.change == 0 && s.proposal == 0;
  const bool of_change = s.kind == DocketKind::change || s.kind == DocketKind::extension || s.kind == DocketKind::appeal;
  const bool change = of_change && s.project && s.change != 0 && s.report == 0 && s.proposal == 0;
  const bool methodology = s.kind == DocketKind::methodology && !s.project && s.report == 0 && s.change == 0 && s.proposal != 0;
  if (registration || certification || change || methodology) return {};
  return fail(errors::docket_subject, {{"kind_ja", std::string(words_of(s.kind).ja)}, {"kind", std::string(words_of(s.kind).en)}});
}

// Whether the case is where the committee can decide it.
Result<void> check_case_waits(const Cases& cases, const DocketSubject& s) {
  if (s.kind == DocketKind::methodology) return {};
  if (s.kind == DocketKind::certification) {
    SUMI_TRY([[maybe_unused]] const ReportCase found, find_report(cases, s.project, s.report, ReportStage::applied));
    return {};
  }
  SUMI_TRY(const ProjectCase found, find_project(cases, s.project));
  if (s.kind == DocketKind::registration) return need_stage(*found.row, {ProjectStage::applied});
  return {};
}
Result<void> check_matter_waits(const Cases& cases, const DocketSubject& s) {
  if (s.kind == DocketKind::change || s.kind == DocketKind::extension) {
    SUMI_TRY(const ChangeRow* change, find_change(cases, s.project, s.change));
    if ((change->kind == ChangeKind::extension) != (s.kind == DocketKind::extension)) {
      return fail(errors::docket_subject, {{"kind_ja", std::string(words_of(s.kind).ja)}, {"kind", std::string(words_of(s.kind).en)}});
    }
    return need_change_stage(*change, {change->needs_validation ? ChangeStage::validated : ChangeStage::proposed});
  }
  if (s.kind == DocketKind::appeal) {
    SUMI_TRY([[maybe_unused]] const AppealRow* appeal, find_open_appeal(cases, s.project, s.change));
  }
  return {};
}

}  // namespace

Result<void> check_round(const Cases& cases, std::uint32_t round, const Act& act) {
  if (cases.conduct.rounds.empty()) return {};
  SUMI_TRY(const RoundRow* row, find_round_of_day(cases, round, act));
  if (!present(*row, act.actor)) return fail(errors::not_present, {{"round", number_text(round)}});
  return {};
}

Result<void> check_docket(const Cases& cases, const DocketSubject& subject, std::uint32_t round, const Act& act) {
  if (cases.conduct.rounds.empty()) return {};
  SUMI_TRY(const RoundRow* row, find_round_of_day(cases, round, act));
  const auto* item = find_item(cases, round, subject);
  if (item == nullptr) return fail(errors::not_on_docket, {{"round", number_text(round)}});
  if (item->second.decided) return fail(errors::docket_decided, {{"round", number_text(round)}, {"item", number_text(item->first.item)}});
  if (!present(*row, act.actor)) return fail(errors::not_present, {{"round", number_text(round)}});
  if (const auto* recusal = recusal_of(item->second, act.actor)) {
    return fail(errors::decider_recused, {{"item", number_text(item->first.item)}, {"ground", recusal->ground}});
  }
  // Those who stepped back in an earlier round need not be here.
  const auto remaining = static_cast<std::size_t>(std::ranges::count_if(row->members, [&](PersonId m) { return recusal_of(item->second, m) == nullptr; }));
  if (remaining < row->quorum) {
    return fail(errors::quorum_lost, {{"item", number_text(item->first.item)}, {"present", number_text(remaining)}, {"quorum", number_text(row->quorum)}});
  }
  return {};
}

void mark_decided(Cases& cases, const DocketSubject& subject, std::uint32_t round, bool approved, const Act& act) {
  const auto* item = find_item(cases, round, subject);
  if (item == nullptr) return;
  cases.conduct.docket.update(item->first, [&](DocketRow& row) {
    row.decided = true;
    row.approved = approved;
    row.decided_on = act.business_date;
  });
}

Result<RoundOpened> decide(const Cases& cases, const OpenRound& c, const Act& act, const Relations&, const ProjectRules&) {
  if (c.round == 0) return fail(errors::round_missing);
  if (c.held_on > act.business_date) {
    return fail(errors::day_in_future, {{"field", "held_on"}, {"day", c.held_on.to_string()}, {"date", act.business_date.to_string()}});
  }
  const auto& rounds = cases.conduct.rounds;
  if (rounds.find(c.round) != nullptr) return fail(errors::round_exists, {{"round", number_text(c.round)}});
  if (!rounds.empty() && c.round < std::prev(rounds.end())->first) return fail(errors::round_order, {{"last", number_text(std::prev(rounds.end())->first)}});
  const std::set<PersonId> members(c.members.begin(), c.members.end());
  if (members.empty() || members.size() != c.members.size() || members.contains(PersonId{})) return fail(errors::round_members);
  if (c.quorum == 0 || c.quorum > members.size()) {
    return fail(errors::round_quorum, {{"present", number_text(members.size())}, {"quorum", number_text(c.quorum)}});
  }
  RoundOpened out;
  for (const auto& [key, row] : cases.conduct.docket) {
    if (!row.carried || row.carried_to != 0 || !check_case_waits(cases, subject_of(row)) || !check_matter_waits(cases, subject_of(row))) continue;
    const auto item = static_cast<std::uint32_t>(out.carried.size() + 1);
    out.carried.push_back({item, document_number(c.round, item), key.round, key.item});
  }
  return out;
}

Result<DocketItem> decide(const Cases& cases, const PutOnDocket& c, const Act&, const Relations&, const ProjectRules&) {
  const DocketSubject subject = subject_of(c);
  SUMI_CHECK(check_case_waits(cases, subject));
  SUMI_TRY(const RoundRow* round, find_open_round(cases, c.round));
  for (const auto& [key, row] : cases.conduct.docket) {
    if (row.decided || row.carried || !same(subject_of(row), subject)) continue;
    return fail(errors::docket_twice, {{"round", number_text(key.round)}, {"item", number_text(key.item)}});
  }
  SUMI_CHECK(check_shape(subject));
  SUMI_CHECK(check_matter_waits(cases, subject));
  return DocketItem{round->items + 1, document_number(c.round, round->items + 1)};
}

Result<NoOutcome> decide(const Cases& cases, const Recuse& c, const Act&, const Relations&, const ProjectRules& rules) {
  if (c.ground.empty()) return fail(errors::ground_missing);
  SUMI_CHECK(check_ground_key(c.ground, rules));
  SUMI_TRY(const RoundRow* round, find_open_round(cases, c.round));
  const DocketRow* item = cases.conduct.docket.find({c.round, c.item});
  if (item == nullptr) return fail(errors::docket_item_unknown, {{"round", number_text(c.round)}, {"item", number_text(c.item)}});
  if (item->decided) return fail(errors::docket_decided, {{"round", number_text(c.round)}, {"item", number_text(c.item)}});
  if (!present(*round, c.person)) return fail(errors::not_present, {{"round", number_text(c.round)}});
  if (recusal_of(*item, c.person) != nullptr) return fail(errors::recused_twice, {{"item", number_text(c.item)}});
  return NoOutcome{};
}

Result<RoundClosed> decide(const Cases& cases, const CloseRound& c, const Act&, const Relations&, const ProjectRules&) {
  SUMI_CHECK(check_hash("minutes", c.minutes));
  SUMI_TRY([[maybe_unused]] const RoundRow* round, find_open_round(cases, c.round));
  RoundClosed out;
  const auto& docket = cases.conduct.docket;
  for (auto it = docket.lower_bound({c.round, 0}); it != docket.end() && it->first.round == c.round; ++it) {
    if (!it->second.decided) out.carried.push_back(it->first.item);
  }
  return out;
}

void apply(Cases& cases, const OpenRound& c, const RoundOpened& outcome, const Act&) {
  RoundRow row;
  row.held_on = c.held_on;
  row.quorum = c.quorum;
  row.members = c.members;
  row.items = static_cast<std::uint32_t>(outcome.carried.size());
  cases.conduct.rounds.put(c.round, std::move(row));
  for (const CarriedItem& carried : outcome.carried) {
    const DocketKey from{carried.from_round, carried.from_item};
    DocketRow item = cases.conduct.docket.at(from);
    cases.conduct.docket.update(from, [&](DocketRow& r) { r.carried_to = c.round; });
    // Whoever stepped back from the matter has stepped back from it in this round too.
    item.carried = false;
    item.document_number = carried.document_number;
    cases.conduct.docket.put({c.round, carried.item}, std::move(item));
  }
}

void apply(Cases& cases, const PutOnDocket& c, const DocketItem& outcome, const Act&) {
  cases.conduct.rounds.update(c.round, [&](RoundRow& row) { row.items = outcome.item; });
  DocketRow row;
  row.kind = c.kind;
  row.project = c.project;
  row.report = c.report;
  row.change = c.change;
  row.proposal = c.proposal;
  row.document_number = outcome.document_number;
  // Put on by hand: it is no longer waiting to be carried.
  for (const auto& [key, other] : cases.conduct.docket) {
    if (!other.carried || other.carried_to != 0 || !same(subject_of(other), subject_of(c))) continue;
    const DocketKey from = key;
    row.recused = other.recused;
    cases.conduct.docket.update(from, [&](DocketRow& r) { r.carried_to = c.round; });
    break;
  }
  cases.conduct.docket.put({c.round, outcome.item}, std::move(row));
}

void apply(Cases& cases, const Recuse& c, const NoOutcome&, const Act&) {
  cases.conduct.docket.update({c.round, c.item}, [&](DocketRow& row) { row.recused.push_back({c.person, c.ground}); });
}

void apply(Cases& cases, const CloseRound& c, const RoundClosed& outcome, const Act& act) {
  cases.conduct.rounds.update(c.round, [&](RoundRow& row) {
    row.open = false;
    row.minutes = c.minutes;
    row.closed_on = act.business_date;
  });
  for (const std::uint32_t item : outcome.carried) cases.conduct.docket.update({c.round, item}, [](DocketRow& row) { row.carried = true; });
}

}  // namespace sumi::project
