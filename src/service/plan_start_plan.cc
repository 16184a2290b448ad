// The plan that the answers make.
#include <algorithm>

#include "service/plan_start_parts.h"

namespace sumi::service {

namespace {

using project::EmissionSide;
using project::IncidentalChoice;
using project::MonitoringClass;
using project::PlanActivity;
using rulebook::Given;
using rulebook::Parameter;
using rulebook::ParameterKind;

// What a trial plan has where nobody has answered; it is never shown and never filed.
constexpr const char* open_text = "(未回答)";

std::string digits(std::string text) {
  std::erase(text, ',');
  return text;
}
std::string with_unit(const std::string& number, const std::string& unit) { return unit.empty() ? number : number + " " + unit; }
std::string row_label(const std::string& list) { return list.empty() ? std::string() : "行1"; }

MonitoringClass class_of(const std::string& word) { return project::value_named<MonitoringClass>(word).value_or(MonitoringClass::a); }

}  // namespace

std::string StartBuilder::stand_in(const Parameter& p) {
  if (p.unit == "truth") return "false";
  const bool baseline = p.symbol.ends_with("_BL");
  const auto most = Rational::parse(p.maximum.substr(0, p.maximum.find(' ')));
  if (p.maximum.empty() || !most) return baseline ? "80" : "40";
  return (*most * Rational(Integer(baseline ? 4 : 2), Integer(10))).to_string();
}

project::Plan StartBuilder::plan(bool trial, bool programme) const {
  project::Plan plan;
  fill_head(plan, trial, programme);
  fill_activity(plan.activities.emplace_back(), trial);
  return plan;
}

void StartBuilder::fill_head(project::Plan& plan, bool trial, bool programme) const {
  plan.form = {programme ? project::FormFamily::programme : project::FormFamily::normal, "4.0"};
  plan.cover.registration_application_date = answer("application", today_.to_string());
  plan.cover.plan_version = "1.0.0";
  plan.crediting_period.first_monitorable_day = given("first_monitorable_day");
  plan.other_matters.registered_in_this_scheme = says("registered_here", "yes");
  plan.other_matters.registered_elsewhere = says("registered_elsewhere", "yes");
  plan.other_matters.legal_duty = says("legal_duty", "yes");
  plan.other_matters.permanence = given("permanence");
  plan.other_matters.registration_criterion = given("criterion");
  if (says("claim", "yes")) plan.project.credit_income_claim = "譲渡したクレジットに係る削減分を、自らの削減として主張しない。";
  plan.scope.target = m_->title().ja;
  if (programme) plan.programme.emplace();
  plan.data_management.retention = "2 year";
  if (!trial) return plan.proponents.resize(1);
  plan.project.name = open_text;
  plan.proponents.emplace_back().name = open_text;
  if (plan.other_matters.registered_elsewhere) plan.other_matters.similar_scheme = open_text;
}

void StartBuilder::fill_activity(PlanActivity& a, bool trial) const {
  a.name = "A1";
  a.methodology = m_->number();
  a.methodology_version = m_->version();
  a.methodology_title = m_->title().ja;
  a.monitored_item = m_->main_monitored_symbol();
  a.baseline = renewal() ? project::BaselineChoice::renewal : project::BaselineChoice::new_installation;
  a.standard_equipment = given("standard_equipment");
  a.baseline_emission_idea = m_->baseline().ja;
  if (says("in_japan", "no")) a.place.country = "ZZ";
  if (trial) a.place.prefecture = a.place.municipality = open_text;
  for (const auto& [name, value] : inputs_.values) a.choices.push_back({name, std::get<std::string>(value.value)});
  for (const auto& list : m_->row_lists()) {
    const bool needed = std::ranges::any_of(indices_, [&](std::size_t i) { return m_->parameters()[i].rows == list.name; });
    if (!needed) continue;
    for (std::size_t i = 0; i < std::max<std::size_t>(list.minimum, 1); ++i) a.rows.push_back({list.name, "行" + std::to_string(i + 1)});
  }
  fill_conditions(a, trial);
  fill_equipment(a, trial);
  fill_money(a);
  fill_amounts(a, trial);
  for (const auto& s : m_->incidental_sources()) {
    const EmissionSide side = s.side == rulebook::Side::baseline ? EmissionSide::baseline : EmissionSide::project;
    a.incidental.push_back({s.id, s.title.ja, side, "CO2", trial ? "0 tCO2/year" : "", IncidentalChoice::leave_out, trial ? open_text : ""});
  }
}

// A trial plan has only the conditions that were answered; a draft has all of them, to be filled.
void StartBuilder::fill_conditions(PlanActivity& a, bool trial) const {
  for (const Question& q : questions_) {
    constexpr std::string_view prefix = "condition:";
    if (!q.id.starts_with(prefix) || (trial && !q.answered)) continue;
    a.conditions.push_back({q.id.substr(prefix.size()), q.answer == "yes", trial ? open_text : "", trial ? open_text : ""});
  }
}

void StartBuilder::fill_equipment(PlanActivity& a, bool trial) const {
  auto& after = a.equipment_after.emplace_back();
  after.name = trial ? open_text : "";
  after.start_date = given("start");
  after.capacity = given("after_capacity");
  if (!renewal()) return;
  auto& before = a.equipment_before.emplace_back();
  before.name = trial ? open_text : "";
  before.introduction_date = given("before_introduction");
  before.capacity = given("before_capacity");
  if (const auto life = given("before_life"); !life.empty()) before.statutory_life = digits(life) + " year";
}

void StartBuilder::fill_money(PlanActivity& a) const {
  auto& m = a.additionality;
  if (const auto exemption = given("exemption"); exemption != "none") m.exemption = exemption;
  const auto yen = [&](const char* id, const char* unit) {
    const std::string text = given(id);
    return text.empty() ? std::string() : digits(text) + " " + unit;
  };
  m.investment = yen("investment", "yen");
  m.subsidy = yen("subsidy", "yen");
  m.running_cost_before = yen("cost_before", "yen/year");
  m.running_cost_after = yen("cost_after", "yen/year");
}

void StartBuilder::fill_amounts(PlanActivity& a, bool trial) const {
  for (const std::size_t i : indices_) {
    const Parameter& p = m_->parameters()[i];
    if (!asked_for(p)) continue;
    // Each row of the list has one; the answer is the first row's.
    std::vector<std::string> labels;
    for (const auto& row : a.rows) {
      if (row.list == p.rows) labels.push_back(row.label);
    }
    if (labels.empty()) labels.push_back(row_label(p.rows));
    for (const auto& row : labels) {
      if (p.given == Given::monitored) {
        fill_monitoring(a, p, row, trial);
        continue;
      }
      std::string value = given("parameter:" + p.symbol);
      if (p.unit == "truth") value = value == "yes" ? "true" : value == "no" || trial ? "false" : "";
      else if (p.unit == "text") value = !value.empty() || !trial ? value : [&] {
        const auto rows = book_->rows(p.table);
        return rows.empty() || rows.front().key.empty() ? std::string() : rows.front().key.front();
      }();
      else if (!value.empty()) value = with_unit(digits(value), unit_of(p));
      else if (trial) value = with_unit(stand_in(p), unit_of(p));
      project::PlanParameter given_here{p.symbol, row, value, "", "", "", ""};
      if (p.kind != ParameterKind::fact) {
        for (const auto& c : p.classes) {
          if (c == "II" || (given_here.monitoring_class.empty() && c != "III")) given_here.monitoring_class = c;
        }
        if (trial) {
          given_here.evidence = open_text;
          given_here.declared_by = given_here.monitoring_class.empty() ? open_text : "";
          if (p.needs_value_year) given_here.value_year = year_.to_string();
        }
      }
      a.parameters.push_back(std::move(given_here));
    }
  }
}

void StartBuilder::fill_monitoring(PlanActivity& a, const Parameter& p, const std::string& row, bool trial) const {
  project::PlanMonitoring m;
  m.symbol = p.symbol;
  m.row = row;
  m.definition = p.definition.ja;
  m.unit = unit_of(p);
  m.monitoring_class = class_of(p.classes.empty() ? "A" : p.classes.front());
  m.description = p.method.ja;
  m.frequency = p.frequency.ja;
  m.grounds = trial ? open_text : "";
  if (const std::string value = given("expected:" + p.symbol); !value.empty()) m.expected = with_unit(digits(value), m.unit);
  else if (trial) m.expected = with_unit(stand_in(p), m.unit);
  if (m.monitoring_class == MonitoringClass::b && std::ranges::none_of(a.instruments, [&](const auto& i) { return i.symbol == p.symbol; })) {
    a.instruments.push_back({p.symbol, project::InstrumentKind::other_meter, trial ? open_text : "", "", "1", "", trial ? open_text : ""});
  }
  const auto described = [&](std::vector<project::PlanMethod>& list) {
    if (std::ranges::none_of(list, [&](const auto& d) { return d.symbol == p.symbol; })) list.push_back({p.symbol, p.definition.ja, trial ? open_text : "", ""});
  };
  if (m.monitoring_class == MonitoringClass::c) described(a.estimates);
  if (m.monitoring_class == MonitoringClass::i) described(a.measurements);
  (p.kind == ParameterKind::activity ? a.monitoring : a.coefficients).push_back(std::move(m));
}

}  // namespace sumi::service
