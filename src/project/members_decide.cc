// Deciding about members and matches. Every function refuses in the order of the room's numbered list and changes nothing.
#include <algorithm>
#include <functional>
#include <set>

#include "base/limits.h"
#include "project/cases_check.h"
#include "project/errors.h"
#include "project/member_keys.h"
#include "project/members_check.h"
#include "project/members_match.h"
#include "project/names.h"
#include "project/words.h"

namespace sumi::project {

Result<const ProjectRow*> find_programme(const Cases& cases, ProjectNumber number, std::initializer_list<ProjectStage> stages) {
  const ProjectRow* row = cases.project(number);
  if (row == nullptr) return fail(errors::project_unknown, {{"project", std::to_string(number.value)}});
  if (std::ranges::find(stages, row->stage) == stages.end()) {
    std::string ja;
    std::string en;
    for (const ProjectStage s : stages) {
      ja += (ja.empty() ? "" : "、") + std::string(title_of(s, Language::ja));
      en += (en.empty() ? "" : ", ") + std::string(title_of(s, Language::en));
    }
    return fail(errors::project_stage, {{"stage_ja", std::string(title_of(row->stage, Language::ja))}, {"stage_en", std::string(title_of(row->stage, Language::en))},
                                           {"needed_ja", ja}, {"needed_en", en}});
  }
  return row;
}

Result<void> need_programme(const ProjectRow& row, ProjectNumber number) {
  if (row.type != ProjectType::programme) return fail(errors::not_a_programme, {{"project", std::to_string(number.value)}});
  return {};
}

bool ends_membership(const ChangeMember& change) {
  switch (change.kind) {
    case MemberChangeKind::leave:
    case MemberChangeKind::programme_transfer:
    case MemberChangeKind::consent_ended: return true;
    case MemberChangeKind::move_house: return !change.address;
    default: return false;
  }
}

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }

std::string joined(const std::set<std::string, std::less<>>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? "-" : out;
}

Result<void> check_normaliser(std::uint32_t version) {
  if (version == 0 || version > normaliser_version) {
    return fail(errors::normaliser_unknown, {{"version", text_of(version)}, {"known", "1 - " + text_of(normaliser_version)}});
  }
  return {};
}

bool keys_readable(const std::vector<MemberKey>& keys) {
  std::set<std::pair<MemberKeyKind, Hash>> seen;
  return std::ranges::all_of(keys, [&](const MemberKey& k) { return !name_of(k.kind).empty() && !k.key.is_zero() && seen.emplace(k.kind, k.key).second; });
}

// What an admission is checked against.
struct Admission {
  const AdmitMembers& command;
  const PlanVersionRow& plan;
  const Act& act;
  const ProgrammeRules& rules;
};
using MemberCheck = Result<void> (*)(const Admission&, const MemberEntry&, const std::string& member);

Result<void> check_hashes(const Admission&, const MemberEntry& m, const std::string&) { return check_hash("evidence", m.evidence); }
Result<void> check_needed(const Admission&, const MemberEntry& m, const std::string& member) {
  if (!m.name) return fail(errors::member_needs, {{"member", member}, {"field", "name"}});
  if (!m.address) return fail(errors::member_needs, {{"member", member}, {"field", "address"}});
  return {};
}
Result<void> check_words(const Admission&, const MemberEntry& m, const std::string& member) {
  for (const auto& [field, text] : {std::pair{"number", &m.number}, {"list", &m.list}, {"consent", &m.consent}}) {
    if (text->size() > limits::member_word_bytes_max) {
      return fail(errors::member_word_too_long, {{"member", member}, {"field", field}, {"limit", text_of(limits::member_word_bytes_max)}});
    }
  }
  return {};
}
Result<void> check_key_count(const Admission&, const MemberEntry& m, const std::string& member) {
  if (m.keys.empty() || m.keys.size() > limits::member_keys_max) return fail(errors::member_keys_count, {{"member", member}, {"limit", text_of(limits::member_keys_max)}});
  return {};
}
Result<void> check_keys(const Admission&, const MemberEntry& m, const std::string& member) {
  if (!keys_readable(m.keys)) return fail(errors::member_key_invalid, {{"member", member}});
  return {};
}
Result<void> check_consent(const Admission& a, const MemberEntry& m, const std::string& member) {
  if (!a.rules.consents.contains(m.consent)) return fail(errors::consent_unknown, {{"member", member}, {"consent", m.consent}, {"known", joined(a.rules.consents)}});
  return {};
}
Result<void> check_rule_data(const Admission& a, const MemberEntry&, const std::string&) {
  if (!a.rules.two_year_years) return fail(errors::rule_data_missing, {{"key", "programme.two_year_rule.years"}});
  if (!a.rules.member_years_max) return fail(errors::rule_data_missing, {{"key", "programme.member_period.years_max"}});
  return {};
}
Result<void> check_applied(const Admission& a, const MemberEntry& m, const std::string& member) {
  if (m.applied_on <= a.act.business_date) return {};
  return fail(errors::member_applied_in_future, {{"member", member}, {"applied", m.applied_on.to_string()}, {"date", a.act.business_date.to_string()}});
}
// Later than the day two years before the application; members of a predecessor's programme are exempt.
Result<void> check_two_years(const Admission& a, const MemberEntry& m, const std::string& member) {
  if (a.rules.predecessor_until && m.applied_on <= *a.rules.predecessor_until) return {};
  const Date limit = m.applied_on.plus_years(-*a.rules.two_year_years);
  if (m.start > limit) return {};
  return fail(errors::member_two_years,
      {{"member", member}, {"start", m.start.to_string()}, {"applied", m.applied_on.to_string()}, {"earliest", limit.plus_days(1).to_string()}});
}
Result<void> check_order(const Admission&, const MemberEntry& m, const std::string& member) {
  if (m.period.last < m.period.first) return fail(errors::member_period_order, {{"member", member}});
  return {};
}
Result<void> check_early(const Admission&, const MemberEntry& m, const std::string& member) {
  const Date earliest = std::max(m.applied_on, m.start);
  if (m.period.first >= earliest) return {};
  return fail(errors::member_period_early, {{"member", member}, {"first", m.period.first.to_string()}, {"earliest", earliest.to_string()}});
}
Result<void> check_long(const Admission& a, const MemberEntry& m, const std::string& member) {
  const Date last = m.period.first.plus_years(*a.rules.member_years_max).plus_days(-1);
  if (m.period.last <= last) return {};
  return fail(errors::member_period_long, {{"member", member}, {"years", std::to_string(*a.rules.member_years_max)}, {"last", last.to_string()}});
}
Result<void> check_horizon(const Admission& a, const MemberEntry& m, const std::string& member) {
  if (a.plan.head.crediting_period.contains(m.period)) return {};
  return fail(errors::member_period_outside, {{"member", member}, {"period", m.period.to_string()}, {"crediting_period", a.plan.head.crediting_period.to_string()}});
}
Result<void> check_consent_end(const Admission&, const MemberEntry& m, const std::string& member) {
  if (m.consent_until >= m.period.last) return {};
  return fail(errors::member_consent_short, {{"member", member}, {"until", m.consent_until.to_string()}, {"last", m.period.last.to_string()}});
}

// In the order of their numbers; each is asked of all members before the next, so that the lowest number is found first.
constexpr std::initializer_list<MemberCheck> member_checks{check_hashes, check_needed, check_words, check_key_count, check_keys, check_consent, check_rule_data,
    check_applied, check_two_years, check_order, check_early, check_long, check_horizon, check_consent_end};

std::uint64_t last_member(const Cases& cases, ProjectNumber project) {
  const MemberCounts* counts = cases.members.counts.find(project);
  return counts == nullptr ? 0 : counts->members;
}
std::uint64_t last_match(const Cases& cases, ProjectNumber project) {
  const MemberCounts* counts = cases.members.counts.find(project);
  return counts == nullptr ? 0 : counts->matches;
}

Result<const RegisteredMember*> find_member(const Cases& cases, ProjectNumber project, std::uint64_t member) {
  const RegisteredMember* row = cases.members.rows.find({project, member});
  if (row == nullptr) return fail(errors::no_such_member, {{"project", text_of(project.value)}, {"member", text_of(member)}});
  return row;
}

Result<void> need_active(const RegisteredMember& row, std::uint64_t member) {
  if (row.status == MemberStatus::active) return {};
  const bool left = row.status == MemberStatus::left;
  return fail(errors::member_not_active, {{"member", text_of(member)}, {"status_ja", left ? "退会" : "重複のため除外"}, {"status_en", left ? "left" : "left out as a duplicate"}});
}

}  // namespace

Result<MembersAdmitted> decide(const Cases& cases, const AdmitMembers& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectRow* row, find_programme(cases, c.project, {ProjectStage::applied, ProjectStage::registered}));
  const PlanVersionRow& plan = *cases.current_plan(c.project);
  SUMI_CHECK(check_proponent(act, plan.head));
  SUMI_CHECK(check_date(act, plan.applied.on));
  const Admission admission{c, plan, act, rules.programme};
  const auto ask_all = [&](MemberCheck check) -> Result<void> {
    for (std::size_t i = 0; i < c.members.size(); ++i) SUMI_CHECK(check(admission, c.members[i], text_of(i + 1)));
    return {};
  };
  SUMI_CHECK(ask_all(check_hashes));
  SUMI_CHECK(need_programme(*row, c.project));
  SUMI_CHECK(check_normaliser(c.normaliser));
  if (c.members.empty()) return fail(errors::members_missing);
  if (c.members.size() > limits::members_per_entry_max) return fail(errors::members_too_many, {{"limit", text_of(limits::members_per_entry_max)}});
  for (const MemberCheck check : member_checks) SUMI_CHECK(ask_all(check));
  MembersAdmitted out;
  out.count = static_cast<std::uint32_t>(c.members.size());
  out.first = last_member(cases, c.project) + 1;
  Matcher matcher(cases, last_match(cases, c.project));
  for (std::size_t i = 0; i < c.members.size(); ++i) SUMI_CHECK(matcher.look({{c.project, out.first + i}, &c.members[i].keys, c.members[i].period}));
  out.matches = matcher.take();
  SUMI_CHECK(check_not_held(cases, c.project));
  return out;
}

namespace {

// What a kind of change must bring, and what it may not.
Result<void> check_change_fields(const ChangeMember& c) {
  const auto needs = [&](bool given, const char* field) -> Result<void> {
    if (!given) return fail(errors::member_change_needs, {{"kind_ja", std::string(words_of(c.kind).ja)}, {"kind", std::string(words_of(c.kind).en)}, {"field", field}});
    return {};
  };
  const auto idle = [&](bool given, const char* field) -> Result<void> {
    if (given) return fail(errors::member_change_idle, {{"kind_ja", std::string(words_of(c.kind).ja)}, {"kind", std::string(words_of(c.kind).en)}, {"field", field}});
    return {};
  };
  using Kind = MemberChangeKind;
  const bool new_owner = c.kind == Kind::owner_change || c.kind == Kind::inheritance;
  if (new_owner) SUMI_CHECK(needs(static_cast<bool>(c.name), "name"));
  if (c.kind == Kind::equipment) SUMI_CHECK(needs(!c.keys.empty(), "keys"));
  if (c.kind == Kind::move_house && c.address) SUMI_CHECK(needs(!c.keys.empty(), "keys"));
  if (c.kind == Kind::programme_transfer) SUMI_CHECK(needs(static_cast<bool>(c.to_project), "to_project"));
  if (c.kind == Kind::correction) SUMI_CHECK(needs(c.name || c.address || !c.keys.empty(), "name / address / keys"));
  if (c.kind != Kind::programme_transfer) SUMI_CHECK(idle(static_cast<bool>(c.to_project), "to_project"));
  if (ends_membership(c)) {
    SUMI_CHECK(idle(static_cast<bool>(c.name), "name"));
    SUMI_CHECK(idle(static_cast<bool>(c.address), "address"));
    SUMI_CHECK(idle(!c.keys.empty(), "keys"));
  }
  if (c.kind == Kind::equipment) SUMI_CHECK(idle(static_cast<bool>(c.name), "name"));
  if (c.keys.empty()) SUMI_CHECK(idle(c.normaliser != 0, "normaliser"));
  return {};
}

std::set<std::string_view> methodologies_of(const Cases& cases, ProjectNumber project) {
  std::set<std::string_view> out;
  for (const MethodologyUse& use : cases.current_plan(project)->head.methodologies) out.insert(use.number);
  return out;
}

Result<void> check_transfer(const Cases& cases, const ChangeMember& c, const ProgrammeRules& rules) {
  if (!rules.transfer_from) return fail(errors::rule_data_missing, {{"key", "programme.member_transfer.from"}});
  if (c.on < *rules.transfer_from) return fail(errors::transfer_too_early, {{"from", rules.transfer_from->to_string()}, {"on", c.on.to_string()}});
  const ProjectRow* to = cases.project(c.to_project);
  const bool open = to != nullptr && to->type == ProjectType::programme && (to->stage == ProjectStage::applied || to->stage == ProjectStage::registered);
  if (!open || c.to_project == c.project) return fail(errors::transfer_target, {{"project", text_of(c.to_project.value)}});
  if (methodologies_of(cases, c.project) != methodologies_of(cases, c.to_project)) return fail(errors::transfer_methodology, {{"project", text_of(c.to_project.value)}});
  return {};
}

}  // namespace

Result<MemberChanged> decide(const Cases& cases, const ChangeMember& c, const Act& act, const Relations&, const ProjectRules& rules) {
  SUMI_TRY(const ProjectRow* row, find_programme(cases, c.project, {ProjectStage::applied, ProjectStage::registered}));
  const PlanVersionRow& plan = *cases.current_plan(c.project);
  SUMI_CHECK(check_proponent(act, plan.head));
  SUMI_CHECK(check_date(act, plan.applied.on));
  SUMI_CHECK(check_hash("evidence", c.evidence));
  SUMI_CHECK(need_programme(*row, c.project));
  if (!c.keys.empty()) SUMI_CHECK(check_normaliser(c.normaliser));
  if (c.keys.size() > limits::member_keys_max) return fail(errors::member_keys_count, {{"member", text_of(c.member)}, {"limit", text_of(limits::member_keys_max)}});
  if (!keys_readable(c.keys)) return fail(errors::member_key_invalid, {{"member", text_of(c.member)}});
  SUMI_TRY(const RegisteredMember* member, find_member(cases, c.project, c.member));
  SUMI_CHECK(need_active(*member, c.member));
  if (name_of(c.kind).empty()) return fail(errors::member_change_unknown);
  if (c.on < member->entry.applied_on || c.on > act.business_date) {
    return fail(errors::member_change_date, {{"on", c.on.to_string()}, {"applied", member->entry.applied_on.to_string()}, {"date", act.business_date.to_string()}});
  }
  SUMI_CHECK(check_change_fields(c));
  if (c.kind == MemberChangeKind::programme_transfer) SUMI_CHECK(check_transfer(cases, c, rules.programme));
  SUMI_CHECK(check_not_held(cases, c.project));
  if (c.keys.empty()) return MemberChanged{};
  Matcher matcher(cases, last_match(cases, c.project));
  // Whom it matched before, it need not match again.
  auto found = matcher.look({{c.project, c.member}, &c.keys, member->counts_in()});
  if (!found) return fail(std::move(found).error());
  MemberChanged out;
  std::uint64_t next = last_match(cases, c.project);
  for (MemberMatch match : matcher.take()) {
    if (known_match(cases, c.project, match)) continue;
    match.match = ++next;
    out.matches.push_back(match);
  }
  return out;
}

namespace {

// What was issued of the project's certifications, in tonnes.
std::uint64_t issued_tonnes(const Cases& cases, ProjectNumber project) {
  std::uint64_t sum = 0;
  for (const auto& [number, row] : cases.certifications) {
    if (row.project != project) continue;
    for (const CertifiedLine& line : row.lines) sum += line.issued ? line.tonnes : 0;
  }
  return sum;
}

}  // namespace

bool known_match(const Cases& cases, ProjectNumber project, const MemberMatch& match) {
  const auto& matches = cases.members.matches;
  for (auto it = matches.lower_bound({project, 0}); it != matches.end() && it->first.project == project; ++it) {
    const MemberMatch& m = it->second.match;
    if (m.member == match.member && m.other_project == match.other_project && m.other_member == match.other_member && m.kind == match.kind) return true;
  }
  return false;
}

Result<MatchDecided> decide(const Cases& cases, const DecideMatch& c, const Act& act, const Relations& relations, const ProjectRules& rules) {
  SUMI_TRY(const ProjectRow* row, find_programme(cases, c.project, {ProjectStage::applied, ProjectStage::registered}));
  const PlanVersionRow& plan = *cases.current_plan(c.project);
  SUMI_CHECK(check_unrelated(errors::decider_related, act.on_behalf_of, plan.head.proponents, relations));
  SUMI_CHECK(check_independent(act, plan.head.proponents, relations));
  SUMI_CHECK(check_date(act, plan.applied.on));
  SUMI_CHECK(need_programme(*row, c.project));
  const MatchRow* match = cases.members.matches.find({c.project, c.match});
  const RegisteredMember* member = match == nullptr ? nullptr : cases.members.rows.find({c.project, match->match.member});
  if (member != nullptr && !match->decision && c.decision == MatchDecision::duplicate && member->status == MemberStatus::excluded) SUMI_CHECK(need_active(*member, match->match.member));
  if (member == nullptr) return fail(errors::match_unknown, {{"project", text_of(c.project.value)}, {"match", text_of(c.match)}});
  if (match->decision) return fail(errors::match_decided, {{"match", text_of(c.match)}});
  if (name_of(c.decision).empty()) return fail(errors::match_decision_unknown);
  if (!rules.grounds.contains(c.ground)) return fail(errors::match_ground_unknown, {{"ground", c.ground}, {"known", joined(rules.grounds)}});
  const std::uint64_t issued = issued_tonnes(cases, c.project);
  if (c.tonnes > issued || (c.decision == MatchDecision::distinct && c.tonnes != 0)) {
    return fail(errors::match_tonnes, {{"tonnes", text_of(c.tonnes)}, {"issued", text_of(issued)}});
  }
  MatchDecided out;
  if (c.decision == MatchDecision::distinct) return out;
  out.excluded = match->match.member;
  if (c.tonnes > 0) out.obligation = next_obligation(cases);
  return out;
}

Result<NoOutcome> decide(const Cases& cases, const EraseMember& c, const Act& act, const Relations&, const ProjectRules&) {
  const ProjectRow* row = cases.project(c.project);
  if (row == nullptr) return fail(errors::project_unknown, {{"project", text_of(c.project.value)}});
  SUMI_CHECK(check_proponent(act, cases.current_plan(c.project)->head));
  SUMI_CHECK(need_programme(*row, c.project));
  SUMI_TRY(const RegisteredMember* member, find_member(cases, c.project, c.member));
  if (member->status == MemberStatus::active) return fail(errors::member_still_active, {{"member", text_of(c.member)}});
  if (member->erased) return fail(errors::member_erased, {{"member", text_of(c.member)}});
  return NoOutcome{};
}

}  // namespace sumi::project
