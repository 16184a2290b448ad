#include "service/account_view.h"

#include <algorithm>

#include "service/opened_view.h"

namespace sumi::service {

OrganisationBrief brief_of(const scheme::State& state, OrganisationNumber number) {
  const auto* row = state.organisations().find(number);
  return {number, row == nullptr ? std::string() : row->name_on(state.now().date_in_japan())};
}

HoldingView holding_view(const scheme::State& state, const registry::SerialRange& range) {
  const auto& batch = state.registry().batches().at(range.batch);
  const auto& a = batch.attributes;
  const auto* plan = a.project ? state.cases().current_plan(a.project) : nullptr;
  return {range.batch, a.project, plan == nullptr ? std::string() : plan->head.title, a.methodology, a.vintage, a.crediting_programme, a.credit_type, range.first, range.end - 1,
      amount_of(range.count(), a.unit_kind)};
}

std::optional<AccountView> account_view(const scheme::State& state, AccountNumber number) {
  const auto& registry = state.registry();
  const auto* row = registry.accounts().find(number);
  if (row == nullptr) return std::nullopt;
  AccountView view{number, brief_of(state, row->organisation), row->kind, row->status, row->department, row->second_person, {}, {}, {}};
  if (const auto* control = registry.account_book().controls.find(number)) {
    view.second_person = control->second_person;
    if (control->second_person && control->above != 0) view.second_person_above = amount_of(control->above);
  }
  for (const auto kind : {registry::UnitKind::tco2, registry::UnitKind::kwh, registry::UnitKind::gj, registry::UnitKind::allowance}) {
    const auto balance = registry.balance(number, kind);
    if (kind != registry::UnitKind::tco2 && balance.held + balance.escrowed + balance.used == 0) continue;
    view.balances.push_back({kind, amount_of(balance.held, kind), amount_of(balance.escrowed, kind), amount_of(balance.used, kind)});
  }
  constexpr std::size_t shown = 3;
  for (const auto& range : registry.free_ranges(number)) {
    if (view.oldest.size() == shown) break;
    view.oldest.push_back(holding_view(state, range));
  }
  return view;
}

OpenedByProject opened_by_project(const scheme::State& state) {
  OpenedByProject all;
  for (const auto& [certification, row] : state.opened_certifications()) all.emplace_back(state.cases().certifications.at(certification).project, certification);
  std::ranges::sort(all);
  return all;
}

std::optional<ProjectView> project_view(const scheme::State& state, ProjectNumber number) {
  // Of a project that began here nothing was brought in, and nothing is looked for.
  return project_view(state, number, state.opened_projects().find(number) == nullptr ? OpenedByProject{} : opened_by_project(state));
}

std::optional<ProjectView> project_view(const scheme::State& state, ProjectNumber number, const OpenedByProject& opened) {
  const auto& cases = state.cases();
  const auto* row = cases.project(number);
  const auto* plan = cases.current_plan(number);
  if (row == nullptr || plan == nullptr) return std::nullopt;
  const auto& head = plan->head;
  ProjectView view;
  view.project = number;
  view.official_number = row->official_number;
  view.type = row->type;
  view.stage = row->stage;
  view.title = head.title;
  view.place = head.place;
  for (const auto proponent : head.proponents) view.proponents.push_back(brief_of(state, proponent));
  for (const auto& use : head.methodologies) view.methodologies.push_back(use.number);
  if (head.crediting_period.first <= head.crediting_period.last) view.crediting_period = head.crediting_period;
  for (auto it = cases.plans.lower_bound({number, 0}); it != cases.plans.end() && it->first.project == number; ++it) {
    if (!it->second.approved || !it->second.decided.done) continue;
    view.registered_on = it->second.decided.on;
    break;
  }
  std::uint64_t expected = 0, certified = 0;
  for (const auto& year : head.expected) expected += year.tonnes;
  const auto add = [&](CertificationNumber of) {
    const auto* certification = cases.certification(of);
    if (certification == nullptr) return;
    std::uint64_t tonnes = 0;
    for (const auto& line : certification->lines) tonnes += line.tonnes;
    certified += tonnes;
    view.certifications.push_back({of, certification->certified_on, certification->round, amount_of(tonnes)});
  };
  for (const auto& [project, certification] : std::ranges::equal_range(opened, number, {}, &OpenedByProject::value_type::first)) add(certification);
  for (auto it = cases.reports.lower_bound({number, 0}); it != cases.reports.end() && it->first.project == number; ++it) add(it->second.certification);
  view.expected = amount_of(expected);
  view.certified = amount_of(certified);
  return view;
}

}  // namespace sumi::service
