// R6: the methodology applies; R11: a renewal that counts as a new installation.
#include <algorithm>

#include "base/text.h"
#include "project/eligibility_rules.h"

namespace sumi::project {

namespace {

Answer answer_of(rulebook::Answer answer) {
  switch (answer) {
    case rulebook::Answer::met: return Answer::met;
    case rulebook::Answer::not_met: return Answer::not_met;
    case rulebook::Answer::declared: return Answer::declared;
    case rulebook::Answer::not_yet_knowable: return Answer::not_yet_knowable;
    case rulebook::Answer::no_rule_data: return Answer::no_rule_data;
  }
  return Answer::no_rule_data;
}

const rulebook::Condition* named(const std::vector<rulebook::Condition>& list, const std::string& id) {
  const auto it = std::ranges::find(list, id, &rulebook::Condition::id);
  return it == list.end() ? nullptr : &*it;
}

void judge_condition(const RuleContext& context, const CheckedActivity& a, const rulebook::ConditionAnswer& given, const std::string& path) {
  const rulebook::Condition* condition = named(a.methodology->conditions(), given.id);
  if (condition == nullptr) return;
  RuleFinding& f = context.add("R6", a.name, answer_of(given.answer), "適用条件" + given.id + ": " + condition->text.ja, "Condition " + given.id + ": " + condition->text.en,
                               context.titles(condition->sources));
  f.path = path;
  if (given.answer == rulebook::Answer::not_met) {
    f.remedy_ja = "この条件に適合する設備・燃料・使い方とするか、別の方法論を選んでください。";
    f.remedy_en = "Meet the condition by equipment, fuel or use, or choose another methodology.";
  } else if (given.answer == rulebook::Answer::not_yet_knowable || given.answer == rulebook::Answer::no_rule_data) {
    f.remedy_ja = "「" + given.missing + "」を計画書に書いてください。";
    f.remedy_en = "Give \"" + given.missing + "\" in the plan.";
  }
}

void judge_validity(const RuleContext& context, const CheckedActivity& a, const std::string& path) {
  const auto from = a.methodology->valid_from(), to = a.methodology->valid_to();
  if (!context.plan.application) return;
  const Date on = *context.plan.application;
  if ((!from || *from <= on) && (!to || on <= *to)) return;
  RuleFinding& f = context.add("R6", a.name, Answer::not_met, "方法論" + a.methodology->number() + "のこの版は、" + on.to_string() + "には使えません。",
                               "This version of methodology " + a.methodology->number() + " is not valid on " + on.to_string() + ".", context.titles(a.methodology->sources()));
  f.remedy_ja = "その日に有効な版を使ってください。";
  f.remedy_en = "Use the version that is valid on that day.";
  f.path = path;
}

}  // namespace

void rule_methodology(const RuleContext& context) {
  const rulebook::RulebookTables tables(context.rulebook);
  for (std::size_t i = 0; i < context.plan.activities.size(); ++i) {
    const CheckedActivity& a = context.plan.activities[i];
    const std::string path = "activities[" + std::to_string(i) + "]";
    judge_validity(context, a, path + ".methodology_version");
    const auto answers = rulebook::check_conditions(*a.methodology, a.inputs, context.calculation(), tables);
    if (!answers) {
      RuleFinding& f = context.add("R6", a.name, Answer::not_yet_knowable, sentence(answers.error(), Language::ja), sentence(answers.error(), Language::en),
                                   context.titles(a.methodology->sources()));
      f.path = path + ".parameters";
      continue;
    }
    if (answers->empty()) context.add("R6", a.name, Answer::met, "この方法論に適用条件はありません。", "The methodology has no conditions.", context.titles(a.methodology->sources()));
    for (const rulebook::ConditionAnswer& answer : *answers) judge_condition(context, a, answer, path + ".conditions");
  }
}

namespace {

// Exact years from one day to another: whole years, and the days after them as a part of the year they begin.
Rational years_between(Date from, Date to) {
  int years = to.year() - from.year();
  if (from.plus_years(years) > to) --years;
  const Date last = from.plus_years(years);
  const Date next = from.plus_years(years + 1);
  return Rational(years) + Rational(Integer(to.days() - last.days()), Integer(next.days() - last.days()));
}

// Facts that section 8 of the form holds already, under the names that the methodologies share for them.
class EquipmentFacts {
 public:
  explicit EquipmentFacts(const CheckedActivity& activity) : a_(activity) {}

  // A partial introduction date gives two ages: the least and the largest that it may mean.
  [[nodiscard]] rulebook::Inputs inputs(bool oldest) const {
    rulebook::Inputs inputs = a_.inputs;
    if (a_.before.size() == 1) {
      const CheckedEquipment& old = a_.before[0];
      if (old.statutory_life_years) put(inputs, "statutory_life_BL", {*old.statutory_life_years, *parse_unit("year")});
      if (old.capacity) put(inputs, "capacity_BL", *old.capacity);
      if (old.introduction && !a_.after.empty() && a_.after[0].start) {
        const Date from = oldest ? old.introduction->earliest : old.introduction->latest;
        const Date to = oldest ? a_.after[0].start->latest : a_.after[0].start->earliest;
        if (from <= to) put(inputs, "age_BL", {years_between(from, to), *parse_unit("year")});
      }
    }
    if (a_.after.size() == 1 && a_.after[0].capacity) put(inputs, "capacity_PJ", *a_.after[0].capacity);
    return inputs;
  }

 private:
  // Only what this methodology and variant ask for, and the plan does not give itself.
  void put(rulebook::Inputs& inputs, std::string_view symbol, Quantity value) const {
    if (inputs.find(symbol) != nullptr) return;
    const auto wanted = rulebook::parameters_for(*a_.methodology, a_.inputs);
    if (!wanted) return;
    for (const std::size_t i : *wanted) {
      const rulebook::Parameter& p = a_.methodology->parameters()[i];
      if (p.symbol != symbol || p.kind != rulebook::ParameterKind::fact || !p.rows.empty()) continue;
      inputs.values.emplace_back(std::string(symbol), rulebook::InputValue{std::move(value), rulebook::Origin::plan, "", {}, ""});
      return;
    }
  }
  const CheckedActivity& a_;
};

// One case: met or declared = it holds. Where the two ages disagree, nobody knows yet.
rulebook::ConditionAnswer joined(const rulebook::ConditionAnswer& youngest, const rulebook::ConditionAnswer& oldest) {
  if (youngest.answer == oldest.answer) return youngest;
  rulebook::ConditionAnswer both = youngest;
  both.answer = rulebook::Answer::not_yet_knowable;
  both.missing = "equipment_before.introduction_date";
  return both;
}

void judge_case(const RuleContext& context, const CheckedActivity& a, const rulebook::ConditionAnswer& given, const std::string& path, Answer& whole) {
  const rulebook::Condition* condition = named(a.methodology->new_installation_cases(), given.id);
  if (condition == nullptr) return;
  const bool holds = given.answer == rulebook::Answer::met || given.answer == rulebook::Answer::declared;
  if (holds) {
    RuleFinding& f = context.add("R11", a.name, Answer::not_met, "更新が新設として扱われる場合にあたります: " + condition->text.ja,
                                 "The renewal counts as a new installation: " + condition->text.en, context.titles(condition->sources));
    f.remedy_ja = "新設(new)として、標準的な設備をベースラインにしてください。";
    f.remedy_en = "Plan it as a new installation, with standard equipment as the baseline.";
    f.path = path + ".baseline";
    whole = Answer::not_met;
    return;
  }
  if (given.answer == rulebook::Answer::not_met) {
    // That a case does not hold is the proponent's word where no formula says so.
    if (condition->how != rulebook::HowChecked::formula && whole == Answer::met) whole = Answer::declared;
    return;
  }
  const bool no_data = given.answer == rulebook::Answer::no_rule_data;
  RuleFinding& f = context.add("R11", a.name, no_data ? Answer::no_rule_data : Answer::not_yet_knowable, "次の場合にあたるかどうか、まだ判断できません: " + condition->text.ja,
                               "It is not yet knowable whether this holds: " + condition->text.en, context.titles(condition->sources));
  f.remedy_ja = "「" + given.missing + "」を計画書に書いてください。";
  f.remedy_en = "Give \"" + given.missing + "\" in the plan.";
  f.path = path + ".conditions";
  whole = f.answer;
}

}  // namespace

void rule_new_installation(const RuleContext& context) {
  const rulebook::RulebookTables tables(context.rulebook);
  for (std::size_t i = 0; i < context.plan.activities.size(); ++i) {
    const CheckedActivity& a = context.plan.activities[i];
    const std::string path = "activities[" + std::to_string(i) + "]";
    const std::string source = context.titles(a.methodology->sources());
    if (a.new_installation && trim(context.plan.plan.activities[i].standard_equipment).empty()) {
      RuleFinding& f = context.add("R11", a.name, Answer::not_yet_knowable, "新設の計画ですが、ベースラインとする標準的な設備が書かれていません。",
                                   "Planned as a new installation, but the standard equipment of its baseline is not described.", source);
      f.remedy_ja = "標準的な設備と、それが標準的である根拠を書いてください。";
      f.remedy_en = "Describe the standard equipment, and why it is standard.";
      f.path = path + ".standard_equipment";
      continue;
    }
    if (a.new_installation) {
      context.add("R11", a.name, Answer::met, "新設として、標準的な設備をベースラインとします。", "Planned as a new installation: the baseline is standard equipment.", source).path = path + ".baseline";
      continue;
    }
    const EquipmentFacts facts(a);
    const auto youngest = rulebook::check_new_installation_cases(*a.methodology, facts.inputs(false), context.calculation(), tables);
    const auto oldest = rulebook::check_new_installation_cases(*a.methodology, facts.inputs(true), context.calculation(), tables);
    if (!youngest || !oldest || youngest->size() != oldest->size()) {
      const Error& error = youngest ? oldest.error() : youngest.error();
      context.add("R11", a.name, Answer::not_yet_knowable, sentence(error, Language::ja), sentence(error, Language::en), source).path = path + ".parameters";
      continue;
    }
    Answer whole = Answer::met;
    for (std::size_t k = 0; k < youngest->size(); ++k) judge_case(context, a, joined((*youngest)[k], (*oldest)[k]), path, whole);
    if (whole != Answer::met && whole != Answer::declared) continue;
    context.add("R11", a.name, whole, "更新として、既存の設備をベースラインとします。", "A renewal: the baseline is the existing equipment.", source).path = path + ".baseline";
  }
}

}  // namespace sumi::project
