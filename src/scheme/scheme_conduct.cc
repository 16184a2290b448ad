// What the scheme's work needs of more than one room: clerical corrections, deadlines that pass, successions, obligations settled by cancellations.
#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "project/errors.h"
#include "scheme/scheme.h"

namespace sumi::scheme {

namespace {

std::string number_text(std::uint64_t n) { return std::to_string(n); }

// Which use of a cancellation mends which cause: the keys of jcredit-registry/purposes.
std::string_view purpose_for(project::ObligationCause cause) {
  switch (cause) {
    case project::ObligationCause::over_issuance: return "error_correction";
    case project::ObligationCause::double_registration: return "double_registration";
    case project::ObligationCause::reversal: return "reversal";
  }
  return {};
}

// One entry tells so many; each takes less than forty bytes.
constexpr std::size_t deadlines_per_entry = limits::lapses_per_entry_max / 4;

}  // namespace

// ---- clerical corrections ----

// A plan's title and place, an organisation's reading: nothing that is counted, and no name in law (that is RenameOrganisation).
Result<NoOutcome> State::decide_here(const CorrectEntry& c, const Act&, const Rules& rules) const {
  if (!c.ground.empty() && !rules.committee_grounds.contains(c.ground)) {
    std::string known;
    for (const auto& key : rules.committee_grounds) known += (known.empty() ? "" : ", ") + key;
    return fail(errors::committee_ground_unknown, {{"ground", c.ground}, {"known", known}});
  }
  if (!c.entry) return fail(errors::correction_entry_missing);
  const std::string* stands = nullptr;
  if (c.project && !c.organisation) {
    const auto* plan = cases_.current_plan(c.project);
    if (plan == nullptr) return fail(project::errors::project_unknown, {{"project", number_text(c.project.value)}});
    if (c.field == "title") stands = &plan->head.title;
    if (c.field == "place") stands = &plan->head.place;
  } else if (c.organisation && !c.project) {
    const auto* row = organisations_.find(c.organisation);
    if (row == nullptr) return fail(errors::organisation_unknown, {{"organisation", number_text(c.organisation.value)}});
    if (c.field == "name_kana") stands = &row->name_kana;
  }
  if (stands == nullptr) return fail(errors::correction_field, {{"field", c.field}});
  if (c.wrong != *stands) return fail(errors::correction_wrong, {{"field", c.field}, {"stands", *stands}, {"wrong", c.wrong}});
  if (trim(c.right).empty() || c.right == c.wrong) return fail(errors::correction_empty);
  if (c.ground.empty()) return fail(errors::correction_ground);
  if (c.document.is_zero()) return fail(errors::document_hash_missing);
  return NoOutcome{};
}

void State::apply_here(const CorrectEntry& c, const NoOutcome&, const Act&) {
  if (c.organisation) {
    organisations_.update(c.organisation, [&](OrganisationRow& row) { row.name_kana = c.right; });
    return;
  }
  cases_.plans.update({c.project, cases_.projects.at(c.project).version}, [&](project::PlanVersionRow& row) {
    if (c.field == "title") row.head.title = c.right;
    else row.head.place = c.right;
  });
}

// ---- deadlines ----

Result<DeadlinesPassed> State::decide_here(const PassDeadlines&, const Act& act, const Rules&) const {
  DeadlinesPassed out;
  for (const auto& key : project::passed_deadlines(cases_, act.time.date_in_japan(), deadlines_per_entry)) {
    out.passed.push_back({key.project, key.number, std::string(project::word_of(key.kind)), key.last_day});
  }
  if (out.passed.empty()) return fail(errors::nothing_due, {{"time", act.time.to_string()}});
  return out;
}

void State::apply_here(const PassDeadlines&, const DeadlinesPassed& outcome, const Act& act) {
  for (const DeadlinePassed& passed : outcome.passed) {
    const auto kind = project::deadline_kind(passed.what);
    if (!kind) throw std::logic_error("a deadline of an unknown kind has passed");
    project::pass_deadline(cases_, {passed.deadline, *kind, passed.project, passed.report}, act);
  }
}

// ---- succession ----

Result<NoOutcome> State::decide_here(const RecordSuccession& c, const Act& act, const Rules&) const {
  for (const auto organisation : {c.organisation, c.successor}) {
    if (!exists(organisation)) return fail(errors::organisation_unknown, {{"organisation", number_text(organisation.value)}});
  }
  if (c.document.is_zero()) return fail(errors::document_hash_missing);
  if (c.organisation == c.successor) return fail(errors::succession_same);
  if (c.kind < SuccessionKind::merger || c.kind > SuccessionKind::insolvency) {
    return fail(errors::succession_kind_unknown, {{"kind", number_text(static_cast<unsigned>(c.kind))}});
  }
  if (c.on > act.business_date) return fail(errors::succession_in_future, {{"on", c.on.to_string()}, {"date", act.business_date.to_string()}});
  if (cases_.conduct.successions.find({c.successor, c.organisation}) != nullptr) {
    return fail(errors::succession_twice, {{"organisation", number_text(c.organisation.value)}, {"successor", number_text(c.successor.value)}});
  }
  return NoOutcome{};
}

void State::apply_here(const RecordSuccession& c, const NoOutcome&, const Act& act) {
  cases_.conduct.successions.put({c.successor, c.organisation}, {static_cast<std::uint8_t>(c.kind), c.on, c.document, project::step_of(act)});
  project::replace_proponent(cases_, c.organisation, c.successor);
}

// ---- obligations ----

Result<project::NoOutcome> State::decide_here(const project::SettleObligation& c, const Act&, const Rules&) const {
  const auto& obligations = cases_.conduct.obligations;
  const std::string obligation = number_text(c.obligation);
  const std::string retirement = number_text(c.retirement.value);
  const auto* row = obligations.find(c.obligation);
  if (row == nullptr) return fail(errors::obligation_unknown, {{"obligation", obligation}});
  if (row->settled_by) return fail(errors::obligation_settled, {{"obligation", obligation}});
  const auto* use = registry_.retirements().find(c.retirement);
  const bool cancelled = use != nullptr && use->status == registry::RetirementStatus::confirmed && use->end_use == registry::EndUse::cancellation;
  const bool tonnes = cancelled && std::all_of(use->ranges.begin(), use->ranges.end(), [&](const registry::SerialRange& range) {
    return registry_.batches().at(range.batch).attributes.unit_kind == registry::UnitKind::tco2;
  });
  if (!tonnes) return fail(errors::cancellation_missing, {{"retirement", retirement}});
  const auto needed = purpose_for(row->cause);
  if (use->purpose != needed) return fail(errors::cancellation_purpose, {{"retirement", retirement}, {"purpose", use->purpose}, {"needed", std::string(needed)}});
  std::uint64_t left = use->amount();
  for (const auto& [number, other] : obligations) {
    if (other.settled_by == c.retirement) left -= other.tonnes;
  }
  if (left < row->tonnes) return fail(errors::cancellation_too_small, {{"retirement", retirement}, {"left", number_text(left)}, {"tonnes", number_text(row->tonnes)}});
  // What was cancelled before mended something else.
  if (use->decided < row->recorded_on) {
    return fail(errors::cancellation_before, {{"retirement", retirement}, {"date", use->decided.to_string()}, {"since", row->recorded_on.to_string()}});
  }
  return project::NoOutcome{};
}

void State::apply_here(const project::SettleObligation& c, const project::NoOutcome&, const Act&) {
  cases_.conduct.obligations.update(c.obligation, [&](project::ObligationRow& row) { row.settled_by = c.retirement; });
}

// Who is said to be present sits on the committee, for whichever organisation.
Result<void> State::check_committee_members(const std::vector<PersonId>& members) const {
  for (const PersonId person : members) {
    bool sits = person.is_nil();  // told by the room's own list
    for (auto it = grants_.lower_bound({person, {}, Role{}}); it != grants_.end() && it->first.person == person; ++it) {
      sits = sits || it->first.role == Role::committee;
    }
    if (!sits) return fail(errors::member_not_of_committee, {{"person", person.to_hex()}});
  }
  return {};
}

}  // namespace sumi::scheme
