#include "project/cases_check.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/number.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

Result<ProjectCase> find_project(const Cases& cases, ProjectNumber number) {
  const ProjectRow* row = cases.project(number);
  if (row == nullptr) return fail(errors::project_unknown, {{"project", number_text(number.value)}});
  return ProjectCase{row, cases.current_plan(number)};
}

Result<void> need_stage(const ProjectRow& row, std::initializer_list<ProjectStage> allowed) {
  if (std::ranges::find(allowed, row.stage) != allowed.end()) return {};
  std::string needed_ja;
  std::string needed_en;
  for (const ProjectStage s : allowed) {
    needed_ja += (needed_ja.empty() ? "" : "、") + std::string(title_of(s, Language::ja));
    needed_en += (needed_en.empty() ? "" : ", ") + std::string(title_of(s, Language::en));
  }
  return fail(errors::project_stage, {{"stage_ja", std::string(title_of(row.stage, Language::ja))}, {"stage_en", std::string(title_of(row.stage, Language::en))},
                                         {"needed_ja", needed_ja}, {"needed_en", needed_en}});
}

Result<ReportCase> find_report(const Cases& cases, ProjectNumber project, std::uint32_t report, ReportStage needed) {
  SUMI_TRY(const ProjectCase found, find_project(cases, project));
  const ReportRow* row = cases.report(project, report);
  if (row == nullptr) return fail(errors::report_unknown, {{"project", number_text(project.value)}, {"report", number_text(report)}});
  if (row->stage != needed) {
    return fail(errors::report_stage,
        {{"stage_ja", std::string(title_of(row->stage, Language::ja))}, {"stage_en", std::string(title_of(row->stage, Language::en))},
            {"needed_ja", std::string(title_of(needed, Language::ja))}, {"needed_en", std::string(title_of(needed, Language::en))}});
  }
  return ReportCase{found, row};
}

Result<void> check_exists(const Relations& relations, const std::vector<OrganisationNumber>& organisations) {
  for (const OrganisationNumber o : organisations) {
    if (!o || !relations.exists(o)) return fail(errors::organisation_unknown, {{"organisation", number_text(o.value)}});
  }
  return {};
}

Result<void> check_committee(std::uint32_t round, bool approved, const std::string& ground) {
  if (round == 0) return fail(errors::round_missing);
  if (!approved && ground.empty()) return fail(errors::ground_missing);
  return {};
}

// What is missing is told before what is too long: that is their order in the list.
Result<void> check_texts(const std::vector<NamedText>& texts) {
  for (const NamedText& t : texts) {
    if (t.needed && trim(t.text).empty()) return fail(errors::text_missing, {{"field", std::string(t.field)}});
  }
  for (const NamedText& t : texts) {
    if (t.text.size() > limits::name_bytes_max) {
      return fail(errors::text_too_long, {{"field", std::string(t.field)}, {"limit", std::to_string(limits::name_bytes_max)}});
    }
  }
  return {};
}

Result<void> check_hash(std::string_view field, const Hash& hash) {
  if (hash.is_zero()) return fail(errors::hash_missing, {{"field", std::string(field)}});
  return {};
}

Result<void> check_date(const Act& act, Date previous) {
  if (act.business_date < previous) {
    return fail(errors::date_before_step, {{"date", act.business_date.to_string()}, {"previous", previous.to_string()}});
  }
  return {};
}

Result<void> check_proponent(const Act& act, const PlanHead& head) {
  if (std::ranges::find(head.proponents, act.on_behalf_of) == head.proponents.end()) {
    return fail(errors::not_a_proponent, {{"organisation", std::to_string(act.on_behalf_of.value)}});
  }
  return {};
}

Result<void> check_four_eyes(const Act& act, std::initializer_list<Hand> hands) {
  for (const Hand& hand : hands) {
    if (hand.step->done && hand.step->person == act.actor) {
      return fail(errors::same_person, {{"step_ja", std::string(hand.ja)}, {"step_en", std::string(hand.en)}});
    }
  }
  return {};
}

Result<void> check_unrelated(const ErrorDef& def, OrganisationNumber organisation, const std::vector<OrganisationNumber>& proponents,
                             const Relations& relations) {
  for (const OrganisationNumber p : proponents) {
    if (organisation && relations.related(organisation, p)) {
      return fail(def, {{"organisation", std::to_string(organisation.value)}, {"other", std::to_string(p.value)}});
    }
  }
  return {};
}

Result<void> check_independent(const Act& act, const std::vector<OrganisationNumber>& parties, const Relations& relations) {
  for (const OrganisationNumber party : parties) {
    if (relations.belongs(act.actor, party)) return fail(errors::person_of_a_party, {{"organisation", std::to_string(party.value)}});
  }
  return {};
}

namespace {

// Years inside the crediting period, each once and in order.
Result<void> check_expected(const PlanHead& head) {
  const FiscalYear first = FiscalYear::of(head.crediting_period.first);
  const FiscalYear last = FiscalYear::of(head.crediting_period.last);
  const FiscalYear* previous = nullptr;
  for (const ExpectedReduction& e : head.expected) {
    if (e.fiscal_year < first || last < e.fiscal_year || (previous != nullptr && !(*previous < e.fiscal_year))) {
      return fail(errors::expected_year, {{"year", e.fiscal_year.to_string()}, {"period", head.crediting_period.to_string()}});
    }
    previous = &e.fiscal_year;
  }
  return {};
}

}  // namespace

Result<void> check_head(const PlanHead& head) {
  if (name_of(head.type).empty()) return fail(errors::type_unknown, {{"type", std::to_string(static_cast<unsigned>(head.type))}});
  std::vector<NamedText> texts{{"title", head.title}, {"place", head.place}};
  for (const MethodologyUse& use : head.methodologies) {
    texts.push_back({"methodologies.number", use.number});
    texts.push_back({"methodologies.version", use.version});
  }
  SUMI_CHECK(check_texts(texts));
  if (head.proponents.empty()) return fail(errors::no_proponent);
  std::set<OrganisationNumber> proponents;
  for (const OrganisationNumber p : head.proponents) {
    if (!proponents.insert(p).second) return fail(errors::proponent_twice, {{"organisation", std::to_string(p.value)}});
  }
  if (head.methodologies.empty()) return fail(errors::no_methodology);
  std::set<std::string_view> methodologies;
  for (const MethodologyUse& use : head.methodologies) {
    if (!methodologies.insert(use.number).second) return fail(errors::methodology_twice, {{"methodology", use.number}});
  }
  if (head.crediting_period.last < head.crediting_period.first) return fail(errors::crediting_period_order);
  SUMI_CHECK(check_expected(head));
  for (const MethodologyUse& use : head.methodologies) SUMI_CHECK(check_hash("methodologies.pack", use.pack));
  return check_hash("plan", head.plan);
}

namespace {

std::string where(const ReductionLine& line) { return line.methodology + " " + line.vintage.to_string(); }

Result<Integer> floored_difference(const ReductionLine& line) {
  const Result<Rational> baseline = Rational::parse(line.em_bl);
  if (!baseline) return fail(errors::line_amount, {{"line", where(line)}, {"text", line.em_bl}});
  const Result<Rational> project = Rational::parse(line.em_pj);
  if (!project) return fail(errors::line_amount, {{"line", where(line)}, {"text", line.em_pj}});
  try {
    return round_integer(*baseline - *project, Rounding::floor);
  } catch (const ArithmeticTrap&) {
    return fail(errors::line_amount, {{"line", where(line)}, {"text", line.em_bl + " - " + line.em_pj}});
  }
}

Result<void> check_amounts_readable(const ReductionLine& line) {
  SUMI_TRY([[maybe_unused]] const Integer difference, floored_difference(line));
  return {};
}

// The line's own arithmetic, again: er = floor(em_bl - em_pj), and 0 where that is negative.
Result<void> check_reduction(const ReductionLine& line) {
  SUMI_TRY(const Integer floored, floored_difference(line));
  const Integer expected = floored.sign() < 0 ? Integer(0) : floored;
  if (Integer::from_u64(line.er) != expected) {
    return fail(errors::line_reduction, {{"line", where(line)}, {"given", std::to_string(line.er)}, {"expected", expected.to_string()},
                                            {"em_bl", line.em_bl}, {"em_pj", line.em_pj}});
  }
  return {};
}

}  // namespace

// One pass per kind of refusal, so that the lowest number is found first whatever the order of the lines.
Result<void> check_lines(const SubmitReport& report, const PlanHead& plan) {
  if (report.lines.empty()) return fail(errors::lines_missing);
  for (const ReductionLine& line : report.lines) {
    const bool known = std::ranges::any_of(plan.methodologies, [&](const MethodologyUse& use) { return use.number == line.methodology; });
    if (!known) return fail(errors::line_methodology, {{"methodology", line.methodology}});
  }
  const FiscalYear first = FiscalYear::of(report.period.first);
  const FiscalYear last = FiscalYear::of(report.period.last);
  for (const ReductionLine& line : report.lines) {
    if (line.vintage < first || last < line.vintage) {
      return fail(errors::line_vintage, {{"vintage", line.vintage.to_string()}, {"period", report.period.to_string()}});
    }
  }
  std::set<std::pair<std::string_view, FiscalYear>> seen;
  for (const ReductionLine& line : report.lines) {
    if (!seen.emplace(line.methodology, line.vintage).second) {
      return fail(errors::line_twice, {{"line", line.methodology + " " + line.vintage.to_string()}});
    }
  }
  for (const ReductionLine& line : report.lines) SUMI_CHECK(check_amounts_readable(line));
  std::uint64_t total = 0;
  for (const ReductionLine& line : report.lines) {
    SUMI_CHECK(check_reduction(line));
    total += std::min(line.er, limits::certified_tonnes_max - total);
  }
  if (total == limits::certified_tonnes_max) return fail(errors::tonnes_too_many, {{"limit", std::to_string(limits::certified_tonnes_max)}});
  return {};
}

Result<void> check_no_overlap(const Cases& cases, ProjectNumber project, const Period& period) {
  for (auto it = cases.reports.lower_bound({project, 0}); it != cases.reports.end() && it->first.project == project; ++it) {
    const ReportRow& row = it->second;
    const bool certified = row.stage == ReportStage::certified || row.stage == ReportStage::issued;
    if (certified && row.period.overlaps(period)) {
      return fail(errors::period_overlaps, {{"period", period.to_string()}, {"report", std::to_string(it->first.report)}, {"other", row.period.to_string()}});
    }
  }
  return {};
}

}  // namespace sumi::project
