// Changes of a registered plan: what each kind may change, what is validated anew, from when the new version counts.
#include <algorithm>

#include "project/cases_check.h"
#include "project/conduct_check.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/words.h"

namespace sumi::project {

namespace {

constexpr Words words_of(ChangeStage stage) {
  constexpr std::array<Words, 5> table{{{"proposed", "申出済み", "proposed"}, {"validated", "妥当性確認済み", "validated"}, {"not_validated", "妥当性を確認できない", "not validated"},
      {"approved", "承認済み", "approved"}, {"refused", "不承認", "refused"}}};
  return word_at(table, stage);
}


bool same_methodologies(const PlanHead& a, const PlanHead& b) {
  return std::ranges::equal(a.methodologies, b.methodologies, [](const MethodologyUse& x, const MethodologyUse& y) {
    // What a unit is (removal, nature) follows the methodology: no change of something else moves it.
    return x.number == y.number && x.version == y.version && x.pack == y.pack && x.removal == y.removal && x.nature == y.nature;
  });
}
bool same_numbers(const PlanHead& a, const PlanHead& b) {
  return std::ranges::equal(a.methodologies, b.methodologies, [](const MethodologyUse& x, const MethodologyUse& y) { return x.number == y.number; });
}

// One kind, one thing changed: whoever reads the register knows what became different.
Result<void> check_extent(ChangeKind kind, const PlanHead& now, const PlanHead& then) {
  // A programme's period follows its members.
  const bool moves = kind == ChangeKind::extension || now.type == ProjectType::programme;
  if (!moves && !(then.crediting_period == now.crediting_period)) {
    return fail(errors::change_period, {{"given", then.crediting_period.to_string()}, {"current", now.crediting_period.to_string()}});
  }
  const bool of_proponents = kind == ChangeKind::proponent || kind == ChangeKind::merger;
  if (of_proponents == (then.proponents == now.proponents)) return fail(errors::change_proponents, {{"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
  const bool versions = kind == ChangeKind::methodology_version || kind == ChangeKind::extension;
  const bool methodologies_fit = kind == ChangeKind::other ? true
                                 : kind == ChangeKind::methodology_version ? same_numbers(now, then) && !same_methodologies(now, then)
                                 : versions ? same_numbers(now, then)
                                            : same_methodologies(now, then);
  if (!methodologies_fit) return fail(errors::change_methodologies, {{"kind_ja", std::string(words_of(kind).ja)}, {"kind", std::string(words_of(kind).en)}});
  if (kind == ChangeKind::member_terms && now.type != ProjectType::programme) return fail(errors::change_not_programme);
  return {};
}

// From the beginning of the first registered plan.
Date first_day(const Cases& cases, ProjectNumber project) {
  for (auto it = cases.plans.lower_bound({project, 0}); it != cases.plans.end() && it->first.project == project; ++it) {
    if (it->second.approved) return it->second.head.crediting_period.first;
  }
  return cases.current_plan(project)->head.crediting_period.first;
}

std::uint32_t extensions_of(const Cases& cases, ProjectNumber project) {
  std::uint32_t n = 0;
  const auto& rows = cases.conduct.changes;
  for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
    if (it->second.kind == ChangeKind::extension && it->second.stage == ChangeStage::approved) ++n;
  }
  return n;
}

// A new plan for the days after the present period: baseline and methodology begin anew.
Result<void> check_extension(const Cases& cases, ProjectNumber project, const PlanHead& now, const PlanHead& then, const ProjectRules& rules) {
  const Date start = now.crediting_period.last.plus_days(1);
  if (then.crediting_period.first != start) {
    return fail(errors::extension_start, {{"given", then.crediting_period.first.to_string()}, {"needed", start.to_string()}});
  }
  const Date last = first_day(cases, project).plus_years(static_cast<int>(rules.crediting_years_max)).plus_days(-1);
  if (then.crediting_period.last > last) return fail(errors::extension_length, {{"years", number_text(rules.crediting_years_max)}, {"last", last.to_string()}});
  if (extensions_of(cases, project) >= rules.extensions_max) return fail(errors::extension_twice, {{"limit", number_text(rules.extensions_max)}});
  for (const MethodologyUse& use : then.methodologies) {
    const auto newest = rules.newest_versions.find(use.number);
    if (newest == rules.newest_versions.end() || newest->second == use.version) continue;
    return fail(errors::extension_version, {{"methodology", use.number}, {"given", use.version}, {"newest", newest->second}});
  }
  return {};
}

const ChangeRow* open_change(const Cases& cases, ProjectNumber project, std::uint32_t& number) {
  const auto& rows = cases.conduct.changes;
  for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
    if (it->second.stage != ChangeStage::proposed && it->second.stage != ChangeStage::validated) continue;
    number = it->first.change;
    return &it->second;
  }
  return nullptr;
}

bool rule_of(const std::map<ChangeKind, bool>& rules, ChangeKind kind) {
  const auto it = rules.find(kind);
  return it == rules.end() || it->second;
}

std::uint32_t last_change(const Cases& cases, ProjectNumber project) {
  return last_of(cases.conduct.changes, ChangeKey{project, 0}, ChangeKey{{project.value + 1}, 0}, &ChangeKey::change);
}

std::vector<OrganisationNumber> parties(const PlanHead& now, const PlanHead& then) {
  std::vector<OrganisationNumber> all = now.proponents;
  all.insert(all.end(), then.proponents.begin(), then.proponents.end());
  return all;
}

}  // namespace

Result<const ChangeRow*> find_change(const Cases& cases, ProjectNumber project, std::uint32_t change) {
  const ChangeRow* row = cases.conduct.changes.find({project, change});
  if (row == nullptr) return fail(errors::change_unknown, {{"project", number_text(project.value)}, {"change", number_text(change)}});
  return row;
}

Result<void> need_change_stage(const ChangeRow& change, std::initializer_list<ChangeStage> allowed) {
  if (std::ranges::find(allowed, change.stage) != allowed.end()) return {};
  JoinedWords needed;
  for (const ChangeStage stage : allowed) needed.add(words_of(stage));
  return fail(errors::change_stage, {{"stage_ja", std::string(words_of(change.stage).ja)}, {"stage", std::string(words_of(change.stage).en)}, {"needed_ja", needed.ja}, {"needed", needed.en}});
}

Result<ChangeProposed> decide(const Cases& cases, const ProposeChange& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered}));
  const PlanHead& now = found.plan->head;
  SUMI_CHECK(check_exists(relations, c.head.proponents));
  SUMI_CHECK(check_proponent(act, now));
  SUMI_CHECK(check_date(act, found.row->last_step_on));
  if (!name_of(c.head.type).empty() && c.head.type != found.row->type) return fail(errors::type_changed);
  SUMI_CHECK(check_head(c.head));
  SUMI_CHECK(check_hash("document", c.document));
  if (c.head.plan == now.plan) return fail(errors::plan_unchanged);
  SUMI_CHECK(check_not_held(cases, c.project));
  std::uint32_t other = 0;
  if (open_change(cases, c.project, other) != nullptr) return fail(errors::change_open, {{"change", number_text(other)}});
  if (name_of(c.kind).empty()) return fail(errors::change_kind_unknown, {{"kind", number_text(static_cast<unsigned>(c.kind))}});
  SUMI_CHECK(check_extent(c.kind, now, c.head));
  if (c.kind == ChangeKind::extension) SUMI_CHECK(check_extension(cases, c.project, now, c.head, rules));
  return ChangeProposed{last_change(cases, c.project) + 1, rule_of(rules.change_needs_validation, c.kind), rule_of(rules.change_cuts_period, c.kind)};
}

Result<NoOutcome> decide(const Cases& cases, const ValidateChange& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered}));
  const ChangeRow* row = cases.conduct.changes.find({c.project, c.change});
  if (row != nullptr) {
    const auto all = parties(found.plan->head, row->head);
    SUMI_CHECK(check_unrelated(errors::verifier_related, act.on_behalf_of, all, relations));
    SUMI_CHECK(check_four_eyes(act, {{&row->proposed, "計画変更の届出", "proposing the change"}}));
    SUMI_CHECK(check_independent(act, all, relations));
    SUMI_CHECK(check_date(act, row->proposed.on));
  }
  SUMI_CHECK(check_hash("statement", c.statement));
  if (row != nullptr && c.plan != row->head.plan) {
    return fail(errors::plan_not_current, {{"given", c.plan.to_hex()}, {"current", row->head.plan.to_hex()}});
  }
  const ReviewKey review{c.project, 0, c.change};
  if (row != nullptr) SUMI_CHECK(check_verifier(cases, review, act.on_behalf_of, row->head.methodologies, act, rules));
  if (c.positive) SUMI_CHECK(check_findings_settled(cases, review));
  SUMI_TRY(const ChangeRow* change, find_change(cases, c.project, c.change));
  SUMI_CHECK(need_change_stage(*change, {ChangeStage::proposed}));
  if (!change->needs_validation) return fail(errors::change_unvalidated_kind, {{"kind_ja", std::string(words_of(change->kind).ja)}, {"kind", std::string(words_of(change->kind).en)}});
  return NoOutcome{};
}

Result<NoOutcome> decide(const Cases& cases, const DecideChange& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectCase found, find_project(cases, c.project));
  SUMI_CHECK(need_stage(*found.row, {ProjectStage::registered}));
  const ChangeRow* row = cases.conduct.changes.find({c.project, c.change});
  if (row != nullptr) {
    const auto all = parties(found.plan->head, row->head);
    if (c.approved) SUMI_CHECK(check_unrelated(errors::verifier_related, row->verifier, all, relations));
    SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, all, relations));
    if (row->verifier) SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, {row->verifier}, relations));
    SUMI_CHECK(check_four_eyes(act, {{&row->proposed, "計画変更の届出", "proposing the change"}, {&row->validated, "妥当性確認", "the validation"}}));
    SUMI_CHECK(check_independent(act, all, relations));
    if (row->verifier) SUMI_CHECK(check_independent(act, {row->verifier}, relations));
    SUMI_CHECK(check_date(act, row->validated.done ? row->validated.on : row->proposed.on));
  }
  SUMI_CHECK(check_committee(c.round, c.approved, c.ground));
  SUMI_CHECK(check_not_held(cases, c.project));
  SUMI_CHECK(check_ground_key(c.ground, rules));
  if (row != nullptr) {
    const bool extension = row->kind == ChangeKind::extension;
    SUMI_CHECK(check_docket(cases, {extension ? DocketKind::extension : DocketKind::change, c.project, 0, c.change, 0}, c.round, act));
  }
  SUMI_TRY(const ChangeRow* change, find_change(cases, c.project, c.change));
  SUMI_CHECK(need_change_stage(*change, {change->needs_validation ? ChangeStage::validated : ChangeStage::proposed}));
  return NoOutcome{};
}

void apply(Cases& cases, const ProposeChange& c, const ChangeProposed& outcome, const Act& act) {
  ChangeRow row;
  row.kind = c.kind;
  row.head = c.head;
  row.document = c.document;
  row.proposed = step_of(act);
  row.needs_validation = outcome.needs_validation;
  row.cuts_period = outcome.cuts_period;
  cases.conduct.changes.put({c.project, outcome.change}, std::move(row));
}

void apply(Cases& cases, const ValidateChange& c, const NoOutcome&, const Act& act) {
  cases.conduct.changes.update({c.project, c.change}, [&](ChangeRow& row) {
    row.stage = c.positive ? ChangeStage::validated : ChangeStage::not_validated;
    row.verifier = act.on_behalf_of;
    row.validated = step_of(act);
    row.statement = c.statement;
  });
}

void apply(Cases& cases, const DecideChange& c, const NoOutcome&, const Act& act) {
  const ChangeKey key{c.project, c.change};
  const std::uint32_t version = c.approved ? cases.projects.at(c.project).version + 1 : 0;
  cases.conduct.changes.update(key, [&](ChangeRow& row) {
    row.stage = c.approved ? ChangeStage::approved : ChangeStage::refused;
    row.decided = step_of(act);
    row.round = c.round;
    row.ground = c.ground;
    row.version = version;
  });
  const ChangeRow& change = cases.conduct.changes.at(key);
  const bool extension = change.kind == ChangeKind::extension;
  mark_decided(cases, {extension ? DocketKind::extension : DocketKind::change, c.project, 0, c.change, 0}, c.round, c.approved, act);
  if (!c.approved) return;
  PlanVersionRow row;
  row.head = change.head;
  row.drafted = change.proposed;
  row.submitted = change.proposed;
  row.verifier = change.verifier;
  row.validated = change.validated;
  row.valid = change.needs_validation;
  row.statement = change.statement;
  row.decided = step_of(act);
  row.round = c.round;
  row.approved = true;
  row.ground = c.ground;
  // An extension counts from its own first day, and so does whatever is changed about it before that day has come.
  row.in_force_from = extension ? row.head.crediting_period.first : std::max(act.business_date, row.head.crediting_period.first);
  row.cuts_period = change.cuts_period || extension;
  row.change = c.change;
  cases.plans.put({c.project, version}, std::move(row));
  cases.projects.update(c.project, [&](ProjectRow& project) {
    project.version = version;
    project.last_step_on = act.business_date;
  });
  plan_permanence(cases, c.project, act.time.date_in_japan());
}

}  // namespace sumi::project
