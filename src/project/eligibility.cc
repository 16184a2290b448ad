#include "project/eligibility.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/text.h"
#include "project/eligibility_rules.h"

namespace sumi::project {

namespace {

constexpr std::string_view rules_table = "jcredit-scheme/rules";

std::string title_and_date(const rulebook::Rulebook& rulebook, const std::string& id) {
  const rulebook::Source* source = rulebook.source(id);
  if (source == nullptr) return id;
  return source->published.empty() ? source->title : source->title + " (" + source->published + ")";
}

// R1: the place is what the plan says; the verifier sees it.
void rule_in_japan(const RuleContext& context) {
  if (context.plan.plan.programme) {
    context.add("R1", "", Answer::declared, "日本国内で実施されることを、運営・管理者が会員ごとに確かめます: " + context.plan.plan.programme->checks.in_japan,
                "The operator checks for each member that it lies in Japan: " + context.plan.plan.programme->checks.in_japan, std::string(programme_rules)).path = "programme.checks.in_japan";
    return;
  }
  for (std::size_t i = 0; i < context.plan.plan.activities.size(); ++i) {
    const PlanActivity& a = context.plan.plan.activities[i];
    const bool japan = a.place.country == "JP";
    RuleFinding& f = context.add("R1", a.name, japan ? Answer::met : Answer::not_met,
                                 japan ? "実施場所(" + a.place.prefecture + a.place.municipality + ")は日本国内です。" : "実施場所が日本国内ではありません(" + a.place.country + ")。",
                                 japan ? "The place (" + a.place.prefecture + a.place.municipality + ") lies in Japan." : "The place does not lie in Japan (" + a.place.country + ").",
                                 std::string(explanatory));
    f.path = "activities[" + std::to_string(i) + "].place.country";
    if (japan) continue;
    f.remedy_ja = "日本国内で実施する活動だけを含めてください。";
    f.remedy_en = "Include activities in Japan only.";
  }
}

// New equipment that an earlier piece has the maker, model and serial number of.
std::vector<const PlanEquipment*> equipment_twice(const Plan& plan) {
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  std::vector<const PlanEquipment*> twice;
  for (const PlanActivity& a : plan.activities) {
    for (const PlanEquipment& e : a.equipment_after) {
      if (!trim(e.serial_number).empty() && !seen.insert({trim(e.maker), trim(e.model), trim(e.serial_number)}).second) twice.push_back(&e);
    }
  }
  return twice;
}

// R4
void rule_registered_once(const RuleContext& context) {
  const PlanOtherMatters& m = context.plan.plan.other_matters;
  if (m.registered_in_this_scheme || m.registered_elsewhere) {
    const std::string where_ja = m.registered_in_this_scheme ? "J-クレジット制度の他のプロジェクト" : "類似制度(" + m.similar_scheme + ")";
    const std::string where_en = m.registered_in_this_scheme ? "another project of this scheme" : "a similar scheme (" + m.similar_scheme + ")";
    RuleFinding& f = context.add("R4", "", Answer::not_met, "同じ削減活動が" + where_ja + "に登録されています。", "The same activity is registered in " + where_en + ".",
                                 std::string(explanatory));
    f.remedy_ja = "他の登録を取り消すか、その活動を除いてください。";
    f.remedy_en = "Withdraw the other registration, or leave the activity out.";
    f.path = m.registered_in_this_scheme ? "other_matters.registered_in_this_scheme" : "other_matters.registered_elsewhere";
    return;
  }
  for (const PlanEquipment* twice : equipment_twice(context.plan.plan)) {
    RuleFinding& f = context.add("R4", "", Answer::not_met, "導入設備「" + twice->model + "」(機器製造番号" + twice->serial_number + ")が二度書かれています。",
                                 "The equipment \"" + twice->model + "\" (serial number " + twice->serial_number + ") stands twice.", std::string(explanatory));
    f.remedy_ja = "一台の設備は一つの活動に一度だけ書いてください。";
    f.remedy_en = "Give each piece of equipment once, in one activity.";
    f.path = "activities";
  }
  if (!context.findings.empty() && context.findings.back().rule == "R4") return;
  context.add("R4", "", Answer::declared, "他に登録していないと申告されています。", "The proponent declares that the activity is registered nowhere else.", std::string(explanatory));
}

// R7
void rule_third_party(const RuleContext& context, bool validated) {
  if (validated) {
    context.add("R7", "", Answer::met, "審査機関の妥当性確認を受けています。", "A verifier has validated the plan.", std::string(explanatory));
    return;
  }
  RuleFinding& f = context.add("R7", "", Answer::not_yet_knowable, "審査機関の妥当性確認をまだ受けていません。", "No verifier has validated the plan yet.", std::string(explanatory));
  f.remedy_ja = "登録の申請までに、審査機関の妥当性確認を受けてください。";
  f.remedy_en = "Have the plan validated before applying for registration.";
}

// R8 and R10: asked where the methodology asks for it.
void rule_permanence(const RuleContext& context) {
  for (const CheckedActivity& a : context.plan.activities) {
    const std::string source = context.titles(a.methodology->sources());
    if (!a.methodology->exceptions().permanence_required) {
      context.add("R8", a.name, Answer::met, "この方法論に永続性担保の要件はありません。", "The methodology asks for no permanence.", source);
    } else if (!trim(context.plan.plan.other_matters.permanence).empty()) {
      context.add("R8", a.name, Answer::declared, "永続性担保の措置が申告されています。", "Permanence is declared.", source);
    } else {
      RuleFinding& f = context.add("R8", a.name, Answer::not_yet_knowable, "永続性担保の措置が書かれていません。", "Nothing is said of permanence.", source);
      f.remedy_ja = "永続性担保の措置を書いてください。";
      f.remedy_en = "Say how permanence is kept.";
      f.path = "other_matters.permanence";
    }
  }
}

// R9
void rule_seller_claims_nothing(const RuleContext& context) {
  if (!trim(context.plan.plan.project.credit_income_claim).empty()) {
    context.add("R9", "", Answer::declared, "譲渡したクレジットの削減分を自らの削減として主張しないと申告されています。",
                "The proponent declares not to claim reductions whose credits are sold.", std::string(explanatory));
    return;
  }
  RuleFinding& f = context.add("R9", "", Answer::not_yet_knowable, "譲渡したクレジットの削減分を主張しないことの記載がありません。",
                               "Nothing says that reductions whose credits are sold are not claimed.", std::string(explanatory));
  f.remedy_ja = "クレジットを譲渡した削減分を自らの削減として主張しない旨を書いてください。";
  f.remedy_en = "State that reductions whose credits are sold are not claimed as the proponent's own.";
  f.path = "project.credit_income_claim";
}

void rule_registration_criterion(const RuleContext& context) {
  for (const CheckedActivity& a : context.plan.activities) {
    const rulebook::Exceptions& e = a.methodology->exceptions();
    const std::string source = context.titles(a.methodology->sources());
    if (e.registration_criterion_known == "none") {
      context.add("R10", a.name, Answer::met, "この方法論にプロジェクト登録基準はありません。", "The methodology has no criterion for registration.", source);
    } else if (e.registration_criterion_known != "stated") {
      RuleFinding& f = context.add("R10", a.name, Answer::no_rule_data, "この方法論のプロジェクト登録基準の有無と内容が、規則集にありません。",
                                   "The rulebook does not say whether the methodology has a criterion for registration.", source);
      f.remedy_ja = "方法論の最新の本文で、プロジェクト登録基準を確かめてください。";
      f.remedy_en = "Look it up in the methodology's newest text.";
    } else if (!trim(context.plan.plan.other_matters.registration_criterion).empty()) {
      context.add("R10", a.name, Answer::declared, "プロジェクト登録基準: " + e.registration_criterion.ja, "Criterion for registration: " + e.registration_criterion.en, source);
    } else {
      RuleFinding& f = context.add("R10", a.name, Answer::not_yet_knowable, "プロジェクト登録基準への適合が書かれていません: " + e.registration_criterion.ja,
                                   "Nothing is said of the criterion for registration: " + e.registration_criterion.en, source);
      f.remedy_ja = "プロジェクト登録基準にどのように適合するかを書いてください。";
      f.remedy_en = "Say how the criterion is met.";
      f.path = "other_matters.registration_criterion";
    }
  }
}

int worse(Answer answer) {
  switch (answer) {
    case Answer::not_met: return 4;
    case Answer::no_rule_data: return 3;
    case Answer::not_yet_knowable: return 2;
    case Answer::declared: return 1;
    case Answer::met: return 0;
  }
  return 4;
}

}  // namespace

rulebook::CalculationOptions RuleContext::calculation() const {
  rulebook::CalculationOptions c;
  const std::optional<Date> day = plan.application ? plan.application : plan.crediting_period ? std::optional(plan.crediting_period->first) : std::nullopt;
  if (day) c.fiscal_year = FiscalYear::of(*day);
  c.as_known = options.as_known;
  c.allow_low_confidence = options.allow_low_confidence;
  if (plan.crediting_period) {
    c.project_start = plan.crediting_period->first;
    c.period = Period{plan.crediting_period->first, plan.crediting_period->first};
  }
  return c;
}

std::string RuleContext::titles(const std::vector<std::string>& ids) const {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : "; ") + title_and_date(rulebook, id);
  return out;
}

Result<SchemeValue> scheme_value(const rulebook::Rulebook& rulebook, std::string_view key, std::string_view column, Date on, const PlanOptions& options) {
  rulebook::Query query;
  query.table = std::string(rules_table);
  query.key = {std::string(key)};
  query.column = std::string(column);
  query.on = on;
  query.as_known = options.as_known;
  query.allow_low_confidence = options.allow_low_confidence;
  SUMI_TRY(rulebook::Value value, rulebook.look_up(query));
  std::string source;
  for (const std::string& id : value.provenance.sources) source += (source.empty() ? "" : "; ") + title_and_date(rulebook, id);
  return SchemeValue{std::move(value), std::move(source)};
}

std::string yen_text(const Rational& yen) { return group_digits(round_places(yen, 0, Rounding::half_up).to_string()); }

Answer later_than(const PartialDate& day, Date limit) {
  if (day.earliest > limit) return Answer::met;
  if (day.latest <= limit) return Answer::not_met;
  return Answer::not_yet_knowable;
}

Date two_year_limit(Date application, int years) { return application.plus_years(-years); }

Period crediting_period(Date application, Date first_monitorable_day, int years) {
  const Date start = std::max(application, first_monitorable_day);
  return {start, start.plus_years(years).plus_days(-1)};
}

Payback payback(const Rational& investment_yen, const Rational& subsidy_yen, const Rational& running_cost_before_yen, const Rational& running_cost_after_yen) {
  Payback p;
  p.saving_yen_per_year = running_cost_before_yen - running_cost_after_yen;
  if (p.saving_yen_per_year.sign() > 0) p.years = (investment_yen - subsidy_yen) / p.saving_yen_per_year;
  return p;
}

std::string Payback::shown() const { return years ? round_places(*years, 2, Rounding::half_up).to_string() : std::string(); }

std::vector<RuleAnswer> Eligibility::answers() const {
  static constexpr std::array<std::string_view, 11> rules{"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11"};
  std::vector<RuleAnswer> out;
  for (const std::string_view rule : rules) {
    RuleAnswer answer{std::string(rule), Answer::no_rule_data};
    bool first = true;
    for (const RuleFinding& f : findings) {
      if (f.rule != rule) continue;
      if (first || worse(f.answer) > worse(answer.answer)) answer.answer = f.answer;
      first = false;
    }
    out.push_back(std::move(answer));
  }
  return out;
}

Eligibility check_eligibility(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const PlanOptions& options, bool validated) {
  Eligibility e;
  e.application = plan.application;
  const RuleContext context{plan, rulebook, options, e.findings};
  rule_in_japan(context);
  rule_two_years(context);
  rule_crediting_period(context);
  rule_registered_once(context);
  rule_additionality(context);
  rule_methodology(context);
  rule_third_party(context, validated);
  rule_permanence(context);
  rule_seller_claims_nothing(context);
  rule_registration_criterion(context);
  rule_new_installation(context);
  return e;
}

}  // namespace sumi::project
