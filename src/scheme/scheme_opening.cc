// Bringing in a registry that already runs: its projects, certifications, serial blocks and uses, closed by control totals.
//
// Rows of the cases' tables are written as the other registry has them; nothing of the steps that led to them is made up. A project's plan is not at
// hand: its head has no hash, and the first change (計画変更) that is approved brings the plan.
#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "base/text.h"
#include "project/cases_check.h"
#include "project/errors.h"
#include "scheme/scheme.h"

namespace sumi::scheme {
namespace {

std::string line_name(const std::string& methodology, FiscalYear vintage) { return methodology + " " + vintage.to_string(); }

// "12" of the series of normal or programme projects; 0 for numbers of an older scheme (KC0003).
std::uint64_t official_number(const OpenProject& c) {
  std::uint64_t n = 0;
  const auto* end = c.number.data() + c.number.size();
  const auto [stop, error] = std::from_chars(c.number.data(), end, n);
  return error == std::errc{} && stop == end ? n : 0;
}

// The line of a certification that a block of serials is of.
std::optional<std::size_t> line_of(const project::CertificationRow& certification, const registry::BatchAttributes& a) {
  if (a.programme_code != certification.programme_code || a.credit_type != certification.credit_type || a.project != certification.project) return std::nullopt;
  for (std::size_t i = 0; i < certification.lines.size(); ++i) {
    if (certification.lines[i].methodology == a.methodology && certification.lines[i].vintage == a.vintage) return i;
  }
  return std::nullopt;
}

}  // namespace

// Before the store's own work: once its own projects run, their numbers and those brought in could not be told apart.
Result<void> State::check_opening() const {
  if (const auto* closed = opening()) return fail(errors::opening_closed, {{"date", closed->closed_at.date_in_japan().to_string()}});
  for (const auto& [number, row] : cases_.projects) {
    if (opened_projects_.find(number) == nullptr) return fail(errors::opening_too_late, {{"project", std::to_string(number.value)}});
    break;  // numbers count up: a store's own project before the opening would be the first
  }
  return {};
}

Result<ProjectOpened> State::decide_here(const OpenProject& c, const Act& act, const Rules&) const {
  SUMI_CHECK(check_opening());
  SUMI_CHECK(project::check_texts({{"list", c.list}, {"number", c.number}, {"title", c.title}, {"place", c.place}}));
  if (const auto* there = by_list_number_.find({c.list, c.number})) {
    return fail(errors::opened_project_exists, {{"list", c.list}, {"number", c.number}, {"project", std::to_string(there->value)}});
  }
  for (const auto proponent : c.proponents) {
    if (!exists(proponent)) return fail(errors::organisation_unknown, {{"organisation", std::to_string(proponent.value)}});
  }
  if (c.type != project::ProjectType::normal && c.type != project::ProjectType::programme) {
    return fail(project::errors::type_unknown, {{"type", std::to_string(static_cast<unsigned>(c.type))}});
  }
  if (c.methodologies.empty()) return fail(project::errors::no_methodology);
  for (std::size_t i = 0; i < c.methodologies.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (c.methodologies[i].number == c.methodologies[k].number) return fail(project::errors::methodology_twice, {{"methodology", c.methodologies[i].number}});
    }
  }
  if (c.period_start && c.period_end && *c.period_end < *c.period_start) return fail(project::errors::crediting_period_order);
  if (c.applied_on > act.business_date) {
    return fail(registry::errors::opened_in_future, {{"date", c.applied_on.to_string()}, {"today", act.business_date.to_string()}});
  }
  const auto* last = cases_.counters.find(project::Counter::project);
  return ProjectOpened{ProjectNumber{last == nullptr ? 1 : *last + 1}};
}

void State::apply_here(const OpenProject& c, const ProjectOpened& outcome, const Act& act) {
  const auto number = outcome.project;
  project::ProjectRow row;
  row.type = c.type;
  row.stage = c.cancelled ? project::ProjectStage::withdrawn : project::ProjectStage::registered;
  row.version = 1;
  row.official_number = official_number(c);
  row.last_step_on = c.applied_on;
  cases_.projects.put(number, row);
  project::PlanVersionRow plan;
  plan.head.title = c.title;
  plan.head.type = c.type;
  plan.head.proponents = c.proponents;
  plan.head.place = c.place;
  plan.head.methodologies = c.methodologies;
  // Where the other registry names no day, the day of the application stands; opened_projects() says what was known.
  plan.head.crediting_period = {c.period_start.value_or(c.applied_on), c.period_end.value_or(c.period_start.value_or(c.applied_on))};
  const project::Step plan_applied{act.actor, act.on_behalf_of, c.applied_on, true};
  plan.applied = plan_applied;
  plan.round = c.round;
  plan.approved = true;
  cases_.plans.put({number, 1}, std::move(plan));
  // Nothing of it is certified here, whatever its days.
  if (c.cancelled) cases_.conduct.withdrawals.put(number, {{}, c.applied_on, {}, plan_applied, project::ProjectStage::registered});
  cases_.counters.update(project::Counter::project, [&](std::uint64_t& n) { n = number.value; });
  if (row.official_number != 0) {
    const auto series = c.type == project::ProjectType::normal ? project::Counter::official_normal : project::Counter::official_programme;
    cases_.counters.update(series, [&](std::uint64_t& n) { n = std::max(n, row.official_number); });
  }
  opened_projects_.put(number, {c.list, c.number, c.region, c.applied_on, c.round, c.period_start, c.period_end, c.expected_t, c.cancelled});
  by_list_number_.put({c.list, c.number}, number);
}

Result<CertificationOpened> State::decide_here(const OpenCertification& c, const Act& act, const Rules&) const {
  SUMI_CHECK(check_opening());
  SUMI_CHECK(project::check_texts({{"number", c.number}, {"programme_code", c.programme_code}, {"credit_type", c.credit_type}}));
  if (opened_projects_.find(c.project) == nullptr) return fail(project::errors::project_unknown, {{"project", std::to_string(c.project.value)}});
  if (by_certification_number_.find({c.project.value, c.number}) != nullptr) {
    return fail(errors::opened_certification_exists, {{"project", std::to_string(c.project.value)}, {"number", c.number}});
  }
  if (c.lines.empty()) return fail(project::errors::lines_missing);
  const auto& head = cases_.current_plan(c.project)->head;
  for (std::size_t i = 0; i < c.lines.size(); ++i) {
    const auto& line = c.lines[i];
    const bool known = std::any_of(head.methodologies.begin(), head.methodologies.end(), [&](const auto& use) { return use.number == line.methodology; });
    if (!known) return fail(project::errors::line_methodology, {{"methodology", line.methodology}});
    if (line.tonnes == 0) return fail(registry::errors::amount_zero);
    if (line.tonnes >= limits::certified_tonnes_max) return fail(project::errors::tonnes_too_many, {{"limit", std::to_string(limits::certified_tonnes_max)}});
    for (std::size_t k = 0; k < i; ++k) {
      if (c.lines[k].methodology == line.methodology && c.lines[k].vintage == line.vintage) {
        return fail(project::errors::line_twice, {{"line", line_name(line.methodology, line.vintage)}});
      }
    }
  }
  if (c.certified_on > act.business_date) {
    return fail(registry::errors::opened_in_future, {{"date", c.certified_on.to_string()}, {"today", act.business_date.to_string()}});
  }
  const auto* last = cases_.counters.find(project::Counter::certification);
  return CertificationOpened{CertificationNumber{last == nullptr ? 1 : *last + 1}};
}

void State::apply_here(const OpenCertification& c, const CertificationOpened& outcome, const Act&) {
  const auto& head = cases_.current_plan(c.project)->head;
  project::CertificationRow row;
  row.project = c.project;
  row.round = c.round;
  row.certified_on = c.certified_on;
  row.programme_code = c.programme_code;
  row.credit_type = c.credit_type;
  row.place = head.place;
  row.proponents = head.proponents;
  // Their serials come as blocks: nothing of them is issued here.
  for (const auto& line : c.lines) row.lines.push_back({line.methodology, line.vintage, line.tonnes, true});
  cases_.certifications.put(outcome.certification, std::move(row));
  cases_.counters.update(project::Counter::certification, [&](std::uint64_t& n) { n = outcome.certification.value; });
  opened_certifications_.put(outcome.certification, {c.number, {}, std::vector<std::uint64_t>(c.lines.size())});
  by_certification_number_.put({c.project.value, c.number}, outcome.certification);
}

Result<registry::BatchOpened> State::decide_here(const registry::OpenBatch& c, const Act& act, const Rules&) const {
  SUMI_CHECK(check_opening());
  SUMI_TRY(const auto opened, registry_.decide(c, act, *this));
  const auto& a = c.attributes;
  const auto* row = opened_certifications_.find(a.certification);
  if (row == nullptr) return fail(registry::errors::certification_unknown, {{"certification", std::to_string(a.certification.value)}});
  const auto& certification = cases_.certifications.at(a.certification);
  const auto number = std::to_string(a.certification.value);
  const auto line = line_of(certification, a);
  if (!line) return fail(errors::opened_line_unknown, {{"certification", number}, {"line", line_name(a.methodology, a.vintage)}});
  const auto left = certification.lines[*line].tonnes - row->opened_t[*line];
  if (c.end - c.first > left) {
    return fail(errors::opened_line_exceeded, {{"certification", number}, {"line", line_name(a.methodology, a.vintage)},
                                                  {"certified", std::to_string(certification.lines[*line].tonnes)}, {"opened", std::to_string(row->opened_t[*line] + (c.end - c.first))}});
  }
  for (const auto& r : row->batches) {
    const bool same = registry_.batches().at(r.batch).attributes.methodology == a.methodology && registry_.batches().at(r.batch).attributes.vintage == a.vintage;
    if (same && r.first < c.end && c.first < r.end) {
      return fail(errors::opened_serials_twice, {{"certification", number}, {"range", std::to_string(c.first) + "-" + std::to_string(c.end - 1)}, {"batch", std::to_string(r.batch.value)}});
    }
  }
  if (c.issued_on < certification.certified_on) {
    return fail(registry::errors::date_before_certification, {{"date", c.issued_on.to_string()}, {"since", certification.certified_on.to_string()}});
  }
  return opened;
}

void State::apply_here(const registry::OpenBatch& c, const registry::BatchOpened& outcome, const Act& act) {
  registry_.apply(c, outcome, act);
  const auto line = *line_of(cases_.certifications.at(c.attributes.certification), c.attributes);
  opened_certifications_.update(c.attributes.certification, [&](OpenedCertificationRow& row) {
    row.batches.push_back({outcome.batch, c.first, c.end});
    row.opened_t[line] += c.end - c.first;
  });
}

Result<registry::RetirementOpened> State::decide_here(const registry::OpenRetirement& c, const Act& act, const Rules& rules) const {
  SUMI_CHECK(check_opening());
  return registry_.decide(c, act, *this, rules.registry);
}

void State::apply_here(const registry::OpenRetirement& c, const registry::RetirementOpened& outcome, const Act& act) {
  registry_.apply(c, outcome, act, c.user ? organisations_.at(c.user).name_on(c.used_on) : std::string());
}

// What was brought in, summed from the state. The first three come from the tables of projects and certifications, the others from the blocks.
std::vector<ControlTotal> State::control_totals() const {
  std::vector<ControlTotal> out{{"projects", opened_projects_.size()}, {"projects_cancelled", 0}, {"certifications", opened_certifications_.size()}, {"certified_t", 0}};
  for (const auto& [number, row] : opened_projects_) out[1].value += row.cancelled ? 1 : 0;
  for (const auto& [number, row] : opened_certifications_) {
    for (const auto& line : cases_.certifications.at(number).lines) out[3].value += line.tonnes;
  }
  registry::BatchTotals sum;
  for (const auto& [number, t] : registry_.totals()) {
    sum.opened += t.opened, sum.held += t.held, sum.buffer += t.buffer;
    sum.retired += t.retired, sum.retired_for_state += t.retired_for_state, sum.cancelled += t.cancelled;
  }
  for (const auto& [name, value] : {std::pair{"opened_t", sum.opened}, {"held_t", sum.held}, {"buffer_t", sum.buffer}, {"retired_t", sum.retired},
           {"retired_for_state_t", sum.retired_for_state}, {"cancelled_t", sum.cancelled}}) {
    out.push_back({name, value});
  }
  return out;
}

Result<NoOutcome> State::decide_here(const CloseOpening& c, const Act&, const Rules&) const {
  SUMI_CHECK(check_opening());
  SUMI_CHECK(project::check_texts({{"source_title", c.source_title}, {"source_address", c.source_address}}));
  SUMI_CHECK(project::check_hash("report", c.report));
  const auto totals = control_totals();
  std::string known;
  for (const auto& t : totals) known += (known.empty() ? "" : ", ") + t.name;
  for (const auto& given : c.controls) {
    const bool is_known = std::any_of(totals.begin(), totals.end(), [&](const auto& t) { return t.name == given.name; });
    if (!is_known) return fail(errors::control_unknown, {{"name", given.name}, {"known", known}});
  }
  for (const auto& t : totals) {
    const auto count = std::count_if(c.controls.begin(), c.controls.end(), [&](const auto& given) { return given.name == t.name; });
    if (count != 1) return fail(errors::control_missing, {{"name", t.name}});
  }
  for (const auto& t : totals) {
    const auto given = std::find_if(c.controls.begin(), c.controls.end(), [&](const auto& g) { return g.name == t.name; })->value;
    if (given == t.value) continue;
    const auto difference = given > t.value ? "-" + std::to_string(given - t.value) : "+" + std::to_string(t.value - given);
    return fail(errors::control_differs, {{"name", t.name}, {"given", std::to_string(given)}, {"state", std::to_string(t.value)}, {"difference", difference}});
  }
  return NoOutcome{};
}

void State::apply_here(const CloseOpening& c, const NoOutcome&, const Act& act) {
  opening_.put(0, {act.time, c.controls, c.source_title, c.source_date, c.source_address, c.refused_rows, c.report});
}

}  // namespace sumi::scheme
