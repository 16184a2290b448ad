// Applicability conditions, the cases in which a renewal counts as new, and the rule for incidental sources.
#include <algorithm>

#include "rulebook/methodology_record.h"

namespace sumi::rulebook {

namespace {

// A formula over the plan: met or not, or what it lacks.
Result<ConditionAnswer> answer_formula(const detail::Binding& b, const Condition& condition, const Program& program) {
  ConditionAnswer answer{condition.id, Answer::not_yet_knowable, condition.basis, {}};
  detail::Record record;
  record.choices = b.setup.choices;
  auto section = detail::bind(b, "condition", condition.id, program);
  auto run = section ? detail::run_section(record, *section) : Result<detail::SectionRun>(fail(std::move(section).error()));
  if (run) {
    answer.answer = run->workspace.results[program.formulas().size() - 1].number.sign() != 0 ? Answer::met : Answer::not_met;
    return answer;
  }
  const Error& error = run.error();
  if (error.def != &errors::input_missing) return fail(std::move(run).error());
  answer.missing = error.args.front().second;
  // A value that the tables ought to have is no question to the proponent, unless it may be declared instead.
  const bool from_table = answer.missing.starts_with("lookup(");
  answer.answer = from_table ? Answer::no_rule_data : Answer::not_yet_knowable;
  return answer;
}

Result<ConditionAnswer> answer_declared(const detail::Binding& b, const Condition& condition) {
  ConditionAnswer answer{condition.id, Answer::not_yet_knowable, condition.basis, condition.id};
  const InputValue* value = b.plan.find(condition.id);
  if (value == nullptr) return answer;
  const bool* truth = std::get_if<bool>(&value->value);
  if (truth == nullptr) return fail(errors::input_unit, {{"name", condition.id}, {"value", "?"}, {"unit", "true / false"}});
  answer.answer = *truth ? Answer::declared : Answer::not_met;
  answer.missing.clear();
  return answer;
}

using Programs = std::vector<std::pair<std::size_t, Program>>;

Result<std::vector<ConditionAnswer>> answer_all(const Methodology& methodology, const Inputs& plan, const CalculationOptions& options,
                                                const TableSource& tables, const std::vector<Condition>& conditions, Programs Variant::*programs) {
  const Inputs nothing;
  try {
    SUMI_TRY(const detail::Setup setup, detail::set_up(methodology.data(), plan, nothing, options, tables));
    const detail::Binding binding{methodology.data(), setup, plan, nothing, options, tables};
    std::vector<ConditionAnswer> answers;
    for (const auto& [index, program] : setup.variant->*programs) {
      const Condition& condition = conditions[index];
      auto answer = condition.how == HowChecked::formula ? answer_formula(binding, condition, program) : answer_declared(binding, condition);
      if (!answer) return fail(std::move(answer).error());
      answers.push_back(*std::move(answer));
    }
    return answers;
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::formula_arithmetic,
                {{"formula", methodology.number()}, {"reason", std::string(trap.def().en)}, {"reason_ja", std::string(trap.def().ja)}});
  }
}

}  // namespace

Result<std::vector<ConditionAnswer>> check_conditions(const Methodology& methodology, const Inputs& plan, const CalculationOptions& options,
                                                      const TableSource& tables) {
  return answer_all(methodology, plan, options, tables, methodology.conditions(), &Variant::conditions);
}

Result<std::vector<ConditionAnswer>> check_new_installation_cases(const Methodology& methodology, const Inputs& plan, const CalculationOptions& options,
                                                                  const TableSource& tables) {
  return answer_all(methodology, plan, options, tables, methodology.new_installation_cases(), &Variant::cases);
}

Result<std::vector<IncidentalFinding>> check_incidental(const Methodology& methodology, std::span<const IncidentalFigure> sources,
                                                        const Integer& reduction_tCO2, const CalculationOptions& options, const TableSource& tables) {
  std::vector<IncidentalFinding> findings;
  const Methodology::Data& data = methodology.data();
  if (data.incidental.empty()) return findings;
  const Inputs nothing;
  const detail::Setup setup;
  const detail::Binding binding{data, setup, nothing, nothing, options, tables};
  SUMI_TRY(const detail::Section section, detail::bind(binding, "thresholds", "", data.thresholds));
  SUMI_TRY(const detail::SectionRun run, detail::run_section({}, section));
  const Rational& must_calculate_from = run.workspace.results[*data.thresholds.formula_index("must_calculate_from")].number;
  const Rational& unmonitored_below = run.workspace.results[*data.thresholds.formula_index("unmonitored_below")].number;
  IncidentalFinding all{"*", Rational(0), true, reduction_tCO2.sign() <= 0};
  for (const IncidentalFigure& source : sources) {
    if (source.side != Side::project || source.choice == "none") continue;
    IncidentalFinding one{source.id, Rational(0), true, all.no_ratio};
    if (!all.no_ratio) {
      one.ratio = source.emission_tCO2 / Rational(reduction_tCO2);
      one.acceptable = source.choice != "leave_out" || one.ratio < must_calculate_from;
      if (source.choice != "calculate") all.ratio += one.ratio;
    }
    findings.push_back(std::move(one));
  }
  all.acceptable = all.no_ratio || all.ratio < unmonitored_below;
  findings.push_back(std::move(all));
  return findings;
}

}  // namespace sumi::rulebook
