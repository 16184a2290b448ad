#include "service/permissions.h"

#include <algorithm>
#include <set>

#include "scheme/names.h"
#include "service/view.h"
#include "wire/commands.h"

namespace sumi::service {

using scheme::Role;

const std::vector<RightRow>& rights() {
  static const std::vector<RightRow> rows{
      {Right::everyone, "everyone", "公開情報を見る", "see what is public", {}, false},
      {Right::signed_in, "signed_in", "自分の設定と仕事を見る", "see one's own settings and tasks", {}, false},
      {Right::plan_projects, "plan_projects", "計画書・会員・モニタリングを準備する", "prepare plans, members and monitoring data",
          {Role::proponent, Role::programme_operator, Role::supporter}, false},
      {Right::see_cases, "see_cases", "案件の書類を見る", "see a case with its papers",
          {Role::proponent, Role::programme_operator, Role::supporter, Role::verifier, Role::secretariat, Role::committee, Role::auditor, Role::administrator}, false},
      {Right::verify_cases, "verify_cases", "妥当性確認・検証を行う", "validate and verify", {Role::verifier}, false},
      {Right::run_scheme, "run_scheme", "制度の事務を行う", "do the secretariat's work", {Role::secretariat}, false},
      {Right::decide_cases, "decide_cases", "委員会の議案を見て決める", "see the committee's docket and decide", {Role::committee, Role::secretariat}, true},
      {Right::see_accounts, "see_accounts", "口座の残高と記録を見る", "see holdings and movements of accounts",
          {Role::account_manager, Role::approver, Role::agent, Role::secretariat, Role::auditor}, false},
      {Right::move_units, "move_units", "移転と無効化を準備する", "prepare transfers and retirements", {Role::account_manager, Role::approver, Role::agent}, false},
      {Right::support_companies, "support_companies", "支援先の案件を見る", "accompany companies and their cases", {Role::supporter, Role::secretariat}, false},
      {Right::audit, "audit", "台帳の全記録と検査を見る", "see the whole journal and the checks", {Role::auditor, Role::administrator}, true},
      {Right::manage_people, "manage_people", "所属と権限を扱う", "manage memberships and roles", {Role::administrator, Role::secretariat}, true},
      {Right::administer, "administer", "設定・鍵・控えを扱う", "administer settings, keys and backups", {Role::administrator}, true},
      {Right::adopt_rules, "adopt_rules", "規則パックの版を見て採用する", "see editions of rule packs and adopt them", {Role::administrator, Role::ministry}, true},
  };
  return rows;
}

const RightRow& row_of(Right right) {
  const auto& rows = rights();
  return *std::find_if(rows.begin(), rows.end(), [&](const RightRow& r) { return r.right == right; });
}

bool Actor::has(Role role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

Actor actor_for(const scheme::State& state, PersonId person, OrganisationNumber organisation, Date today) {
  Actor actor{person, organisation, {}};
  // Asked on every request: one look over the person's own grants, and at delegations only where there are any.
  std::uint64_t own = 0;
  const auto bit = [](Role role) { return std::uint64_t{1} << static_cast<unsigned>(role); };
  const auto& grants = state.grants();
  for (auto it = grants.lower_bound({person, organisation, Role{}}); it != grants.end() && it->first.person == person && it->first.organisation == organisation; ++it) own |= bit(it->first.role);
  const bool lent = !state.authority().delegations.empty();
  for (const auto& [word, role] : enum_names(Role{})) {
    if ((own & bit(role)) != 0 || (lent && state.delegation_of(person, organisation, role, today) != 0)) actor.roles.push_back(role);
  }
  return actor;
}

std::vector<OrganisationNumber> organisations_of(const scheme::State& state, PersonId person, Date today) {
  std::set<OrganisationNumber> found;
  for (auto it = state.grants().lower_bound({person, {}, Role{}}); it != state.grants().end() && it->first.person == person; ++it) found.insert(it->first.organisation);
  for (const auto& [number, row] : state.authority().delegations) {
    if (row.person == person && state.delegation_of(person, row.organisation, row.role, today) != 0) found.insert(row.organisation);
  }
  return {found.begin(), found.end()};
}

bool allowed(Right right, const Actor& actor, bool signed_in) {
  if (right == Right::everyone) return true;
  if (!signed_in) return false;
  if (right == Right::signed_in) return true;
  const auto& roles = row_of(right).roles;
  return std::any_of(roles.begin(), roles.end(), [&](Role role) { return actor.has(role); });
}

bool may_see(const scheme::State& state, const Actor& actor, ProjectNumber project) {
  if (state.cases().project(project) == nullptr) return false;
  if (actor.has(Role::secretariat) || actor.has(Role::committee) || actor.has(Role::auditor) || actor.has(Role::administrator)) return true;
  if (!actor.organisation || actor.roles.empty()) return false;
  const auto& plans = state.cases().plans;
  for (auto it = plans.lower_bound({project, 0}); it != plans.end() && it->first.project == project; ++it) {
    const auto& row = it->second;
    if (row.verifier == actor.organisation) return true;
    for (const auto proponent : row.head.proponents) {
      if (proponent == actor.organisation) return true;
    }
  }
  const auto& reports = state.cases().reports;
  for (auto it = reports.lower_bound({project, 0}); it != reports.end() && it->first.project == project; ++it) {
    if (it->second.verifier == actor.organisation) return true;
  }
  return false;
}

bool may_see(const scheme::State& state, const Actor& actor, AccountNumber account) {
  const auto* row = state.registry().accounts().find(account);
  if (row == nullptr) return false;
  if (actor.has(Role::secretariat) || actor.has(Role::auditor)) return true;
  if (!actor.organisation || actor.roles.empty()) return false;
  if (!allowed(Right::see_accounts, actor, true)) return false;
  if (row->organisation == actor.organisation) return true;
  const auto* agent = state.registry().account_book().agents.find({account, actor.organisation});
  const Date today = state.now().date_in_japan();
  return agent != nullptr && agent->from <= today && today <= agent->until;
}

std::vector<Role> roles_for_command(std::string_view name) {
  const auto command = wire::command_from_tree(name, Tree::make_table(), wire::Reading{});
  if (!command || !*command) return {};
  auto roles = scheme::roles_of(**command);
  // Who administers may do the secretariat's work (scheme.cc, State::holds).
  const auto has = [&](Role role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
  if (has(Role::secretariat) && !has(Role::administrator)) roles.push_back(Role::administrator);
  return roles;
}

Amount amount_of(std::uint64_t units, registry::UnitKind kind) {
  switch (kind) {
    case registry::UnitKind::tco2: return {std::to_string(units), "t-CO2"};
    case registry::UnitKind::kwh: return {std::to_string(units), "kWh"};
    case registry::UnitKind::gj: return {std::to_string(units), "GJ"};
    case registry::UnitKind::allowance: return {std::to_string(units), "t-CO2 (allowance)"};
  }
  return {std::to_string(units), "?"};
}

}  // namespace sumi::service
