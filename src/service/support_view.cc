#include "service/support_view.h"

#include <algorithm>
#include <set>

#include "service/rules.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

std::vector<KeyWords> words_in(const rulebook::Rulebook& book, std::string_view table) {
  std::vector<KeyWords> out;
  const auto* info = book.table(table);
  if (info == nullptr) return out;
  for (const auto& row : book.rows(table)) {
    if (!out.empty() && out.back().key == row.key.front()) out.pop_back();  // a later row of the same key says it anew
    out.push_back({row.key.front(), {cell_text(*info, row, "text_ja"), cell_text(*info, row, "text_en")}});
  }
  return out;
}
// The key itself where the rulebook does not have it.
Bilingual in_words(const rulebook::Rulebook& book, std::string_view table, const std::string& key) {
  for (auto& known : words_in(book, table)) {
    if (known.key == key) return std::move(known.words);
  }
  return {key, key};
}

// The organisations that lent this person the role of a supporter.
struct Lent {
  OrganisationNumber organisation;
  std::uint64_t delegation = 0;
  scheme::DelegationRow row;
};
std::vector<Lent> lent_to(const scheme::State& state, PersonId person, Date today) {
  std::vector<Lent> out;
  for (const auto& [number, row] : state.authority().delegations) {
    if (row.person != person || row.role != scheme::Role::supporter) continue;
    if (state.delegation_of(person, row.organisation, row.role, today) == number) out.push_back({row.organisation, number, row});
  }
  std::sort(out.begin(), out.end(), [](const Lent& a, const Lent& b) { return a.organisation < b.organisation; });
  return out;
}

std::set<ProjectNumber> lent_projects(const scheme::State& state, PersonId person, Date today) {
  std::set<ProjectNumber> out;
  for (const auto& lent : lent_to(state, person, today)) {
    const auto projects = projects_of(state, lent.organisation);
    out.insert(projects.begin(), projects.end());
  }
  return out;
}

std::string title_of_project(const scheme::State& state, ProjectNumber project) {
  const auto view = project_view(state, project);
  return view ? view->title : std::string();
}

}  // namespace

std::vector<ProjectNumber> projects_of(const scheme::State& state, OrganisationNumber organisation) {
  std::vector<ProjectNumber> out;
  for (const auto& [number, row] : state.cases().projects) {
    const auto* plan = state.cases().current_plan(number);
    if (plan != nullptr && std::ranges::find(plan->head.proponents, organisation) != plan->head.proponents.end()) out.push_back(number);
  }
  return out;
}

std::vector<AccompaniedCompany> companies_of(const scheme::State& state, PersonId person, Date today, const LeadTimes& leads) {
  std::vector<AccompaniedCompany> out;
  for (const auto& lent : lent_to(state, person, today)) {
    AccompaniedCompany company;
    company.organisation = brief_of(state, lent.organisation);
    company.delegation = lent.delegation;
    company.from = lent.row.from;
    company.until = lent.row.until;
    for (const auto project : projects_of(state, lent.organisation)) {
      auto view = project_view(state, project);
      const Bilingual stage{std::string(project::title_of(view->stage, Language::ja)), std::string(project::title_of(view->stage, Language::en))};
      company.cases.push_back({*std::move(view), stage, waiting_for(state, project, today, leads)});
    }
    out.push_back(std::move(company));
  }
  return out;
}

std::vector<HelpLine> helps_seen(const scheme::State& state, const rulebook::Rulebook& book, PersonId person, const Actor& actor, Date today) {
  const auto own = lent_projects(state, person, today);
  std::vector<HelpLine> out;
  for (const auto& [key, row] : state.cases().support.helps) {
    if (!own.contains(key.project) && !may_see(state, actor, key.project)) continue;
    HelpLine line;
    line.project = key.project;
    line.title = title_of_project(state, key.project);
    line.kind = key.kind;
    line.kind_words = in_words(book, "jcredit-support/kinds", wire::word_of(key.kind));
    line.body = row.body;
    line.body_words = in_words(book, "jcredit-support/bodies", wire::word_of(row.body));
    line.tonnes_per_year = row.tonnes_per_year;
    for (const auto o : row.operators) line.operators.push_back(brief_of(state, o));
    line.methodologies = row.methodologies;
    line.applied_on = row.applied_on;
    line.decided = row.decided;
    line.approved = row.approved;
    line.ground = row.ground;
    if (row.decided) line.decided_on = row.decided_on;
    out.push_back(std::move(line));
  }
  std::stable_sort(out.begin(), out.end(), [](const HelpLine& a, const HelpLine& b) { return b.applied_on < a.applied_on; });
  return out;
}

std::vector<FollowUpLine> follow_ups_seen(const scheme::State& state, const rulebook::Rulebook& book, PersonId person, const Actor& actor, Date today) {
  const auto own = lent_projects(state, person, today);
  std::vector<FollowUpLine> out;
  for (const auto& p : project::never_certified(state.cases())) {
    if (!own.contains(p.project) && !may_see(state, actor, p.project)) continue;
    FollowUpLine line;
    line.project = p.project;
    line.official_number = p.official_number;
    line.title = p.title;
    if (auto view = project_view(state, p.project)) line.proponents = std::move(view->proponents);
    line.registered_on = p.registered_on;
    line.days = static_cast<std::uint64_t>(std::max(today.days() - p.registered_on.days(), 0));
    line.follow_ups = p.follow_ups;
    if (p.last) {
      line.reason = in_words(book, "jcredit-support/reasons", p.last->reason);
      line.next_step = in_words(book, "jcredit-support/next_steps", p.last->next_step);
      line.next_on = p.last->next_on;
      line.overdue = p.last->next_on < today;
    }
    out.push_back(std::move(line));
  }
  return out;
}

SupportChoices support_choices(const rulebook::Rulebook& book) { return {words_in(book, "jcredit-support/reasons"), words_in(book, "jcredit-support/next_steps")}; }

}  // namespace sumi::service
