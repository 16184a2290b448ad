// R2 and R3: days; R5: money.
#include "project/eligibility_rules.h"

#include <algorithm>

#include "base/text.h"

namespace sumi::project {

namespace {

std::string at_activity(std::size_t i, std::string_view field) { return "activities[" + std::to_string(i) + "]." + std::string(field); }

std::optional<int> whole_years(const rulebook::Value& value) {
  if (!value.is_quantity()) return std::nullopt;
  const auto years = parse_unit("year");
  const auto converted = convert(value.quantity(), *years);
  if (!converted || !converted->value.is_integer()) return std::nullopt;
  const auto n = converted->value.numerator().to_i64();
  return n && *n >= 0 && *n < 1000 ? std::optional(static_cast<int>(*n)) : std::nullopt;
}

void ask_application(const RuleContext& context, const char* rule, const std::string& activity) {
  RuleFinding& f = context.add(rule, activity, Answer::not_yet_knowable, "プロジェクト登録申請日がまだ決まっていません。", "The application date is not known yet.", std::string(explanatory));
  f.remedy_ja = "プロジェクト登録申請日を書くか、日付を指定して確認してください。";
  f.remedy_en = "Give the application date, in the plan or for this check.";
  f.path = "cover.registration_application_date";
}

// The last application day on which a start on `start` still passes. Clamped days make it more than start + years - 1 in a leap year.
Date last_application(Date start, int years) {
  Date day = start.plus_years(years).plus_days(1);
  while (!(start > two_year_limit(day, years))) day = day.plus_days(-1);
  return day;
}

struct StartRule {
  Date limit;           // the start must be later than this day
  std::optional<int> years;
  std::string source;
};

// From 2017-10-01 the two-year rule, before that a fixed first day; both are dated rows of the rulebook.
Result<StartRule> start_rule(const RuleContext& context, Date application) {
  const auto years = scheme_value(context.rulebook, "two_year_rule.years", "value", application, context.options);
  if (years) {
    const auto comparison = scheme_value(context.rulebook, "two_year_rule.comparison", "choice", application, context.options);
    if (!comparison) return fail(comparison.error());
    const std::optional<int> n = whole_years(years->value);
    const bool later = comparison->value.text() == "later_than";
    if (n) return StartRule{later ? two_year_limit(application, *n) : two_year_limit(application, *n).plus_days(-1), n, years->source};
  }
  const auto from = scheme_value(context.rulebook, "two_year_rule.start_from", "date", application, context.options);
  if (from) return StartRule{from->value.date().plus_days(-1), std::nullopt, from->source};
  return fail(years ? from.error() : years.error());
}

void judge_start(const RuleContext& context, std::size_t i, std::size_t k, const StartRule& rule, Date application) {
  const CheckedActivity& a = context.plan.activities[i];
  const PlanEquipment& written = context.plan.plan.activities[i].equipment_after[k];
  const std::string path = at_activity(i, "equipment_after[" + std::to_string(k) + "].start_date");
  const std::string name = written.name.empty() ? written.model : written.name;
  const std::string first = rule.limit.plus_days(1).to_string();
  if (!a.after[k].start) {
    RuleFinding& f = context.add("R2", a.name, Answer::not_yet_knowable, "「" + name + "」の稼働開始日がありません。", "\"" + name + "\" has no start date.", rule.source);
    f.remedy_ja = "稼働開始日と、それを示す書類(完了報告書、契約書など)を書いてください。" + first + "以後であれば適合します。";
    f.remedy_en = "Give the start with its evidence (completion report, contract); " + first + " or later passes.";
    f.path = path;
    return;
  }
  const PartialDate& start = *a.after[k].start;
  const Answer answer = later_than(start, rule.limit);
  const std::string facts_ja = "「" + name + "」の稼働開始は" + start.text + "、登録申請日は" + application.to_string() + "です。";
  const std::string facts_en = "\"" + name + "\" started on " + start.text + ", the application is of " + application.to_string() + ".";
  RuleFinding& f = context.add("R2", a.name, answer, facts_ja + first + "以後の稼働開始が必要です。", facts_en + " It must have started on " + first + " or later.", rule.source);
  f.path = path;
  if (answer == Answer::not_met) {
    f.remedy_ja = "稼働開始日が" + first + "以後であることを示してください。";
    f.remedy_en = "Show that the equipment started on " + first + " or later.";
    if (rule.years) {
      const std::string by = last_application(start.latest, *rule.years).to_string();
      f.remedy_ja = by + "までに申請するか、稼働開始日が" + first + "以後であることを示してください。";
      f.remedy_en = "Apply by " + by + ", or show that the equipment started on " + first + " or later.";
    }
  } else if (answer == Answer::not_yet_knowable) {
    f.remedy_ja = "稼働開始の日まで示してください。" + first + "以後であれば適合し、" + rule.limit.to_string() + "以前であれば適合しません。";
    f.remedy_en = "Give the day: " + first + " or later passes, " + rule.limit.to_string() + " or earlier does not.";
  }
}

// Without a crediting period it is not the equipment that counts but each activity, a spreading of biochar: those from the two years before the application
// on. Nothing before the plan's first day is reported, so that day decides; the kiln and the spreader may be older.
void judge_first_activity(const RuleContext& context, const CheckedActivity& a, const StartRule& rule, Date application) {
  const std::string first = rule.limit.plus_days(1).to_string();
  if (!context.plan.crediting_period) {
    RuleFinding& f = context.add("R2", a.name, Answer::not_yet_knowable, "活動の始まる日が書かれていません。", "The day on which the activity begins is not given.", rule.source);
    f.remedy_ja = "期間の開始日か、モニタリングが可能となる日を書いてください。" + first + "以後であれば適合します。";
    f.remedy_en = "Give the period's start or the first monitorable day; " + first + " or later passes.";
    f.path = "crediting_period.first_monitorable_day";
    return;
  }
  const Date begin = context.plan.crediting_period->first;
  const bool met = begin > rule.limit;
  const std::string facts_ja = "「" + a.name + "」の活動は" + begin.to_string() + "から、登録申請日は" + application.to_string() + "です。";
  const std::string facts_en = "The activity \"" + a.name + "\" counts from " + begin.to_string() + " on, the application is of " + application.to_string() + ".";
  RuleFinding& f = context.add("R2", a.name, met ? Answer::met : Answer::not_met, facts_ja + first + "以後の活動が対象です。", facts_en + " Activities of " + first + " or later count.",
                               rule.source);
  f.path = "crediting_period.start";
  if (met) return;
  f.remedy_ja = "期間の開始日を" + first + "以後にしてください。";
  f.remedy_en = "Let the period start on " + first + " or later.";
}

}  // namespace

std::string programme_years(const Period& period) {
  return round_places(Rational(4 * static_cast<std::int64_t>(period.day_count())) / Rational(1461), 1, Rounding::half_up).to_string();
}

void rule_two_years(const RuleContext& context) {
  if (context.plan.plan.programme) {
    // Counted for each member from its own application, when it joins (members.h).
    context.add("R2", "", Answer::declared, "会員ごとに、入会申込日から数えて確かめます: " + context.plan.plan.programme->checks.two_years,
                "Counted for each member from its own application: " + context.plan.plan.programme->checks.two_years, std::string(programme_rules)).path = "programme.checks.two_years";
    return;
  }
  for (std::size_t i = 0; i < context.plan.activities.size(); ++i) {
    const CheckedActivity& a = context.plan.activities[i];
    if (a.methodology->exceptions().two_year_rule_exempt) {
      context.add("R2", a.name, Answer::met, "この方法論は、2年前の要件の対象外です。", "The methodology is exempt from the two-year rule.", context.titles(a.methodology->sources()));
      continue;
    }
    if (!context.plan.application) {
      ask_application(context, "R2", a.name);
      continue;
    }
    const auto rule = start_rule(context, *context.plan.application);
    if (!rule) {
      context.no_data("R2", a.name, rule.error());
      continue;
    }
    if (!a.methodology->exceptions().has_certification_period) {
      judge_first_activity(context, a, *rule, *context.plan.application);
      continue;
    }
    if (a.after.empty()) {
      RuleFinding& f = context.add("R2", a.name, Answer::not_yet_knowable, "導入する設備が書かれていません。", "The new equipment is not described.", rule->source);
      f.remedy_ja = "導入する設備と稼働開始日を書いてください。";
      f.remedy_en = "Describe the new equipment with its start date.";
      f.path = at_activity(i, "equipment_after");
    }
    for (std::size_t k = 0; k < a.after.size(); ++k) judge_start(context, i, k, *rule, *context.plan.application);
  }
}

namespace {

// The period that the rule gives, against the one the plan states.
void judge_period(const RuleContext& context, const Period& by_rule, int years, bool may_start_before, const std::string& source) {
  const Period& stated = *context.plan.crediting_period;
  const bool before = may_start_before && stated.first < by_rule.first;
  const bool start_wrong = stated.first != by_rule.first && !before;
  // Counted from the stated start where an exception lets it begin earlier.
  const Date end = before ? stated.first.plus_years(years).plus_days(-1) : by_rule.last;
  if (!start_wrong && stated.last <= end) {
    context.add("R3", "", Answer::met, "認証対象期間は" + stated.to_string() + "です。", "The crediting period is " + stated.to_string() + ".", source);
    return;
  }
  RuleFinding& f = context.add("R3", "", Answer::not_met,
                               "認証対象期間(" + stated.to_string() + ")が、申請日とモニタリング可能となる日から求めた期間(" + by_rule.to_string() + ")に合いません。",
                               "The crediting period (" + stated.to_string() + ") is not the one that follows from application and first monitorable day (" +
                                   by_rule.to_string() + ").",
                               source);
  f.path = start_wrong ? "crediting_period.start" : "crediting_period.end";
  f.remedy_ja = start_wrong ? "開始日を" + by_rule.first.to_string() + "にしてください。" : "終了日を" + end.to_string() + "以前にしてください。";
  f.remedy_en = start_wrong ? "Let it start on " + by_rule.first.to_string() + "." : "Let it end on " + end.to_string() + " or earlier.";
}

// Nothing can be monitored before any of the equipment runs.
void judge_first_start(const RuleContext& context, bool may_start_before) {
  std::optional<Date> first;
  for (const CheckedActivity& a : context.plan.activities) {
    for (const CheckedEquipment& e : a.after) {
      if (!e.start) return;
      first = first ? std::min(*first, e.start->earliest) : e.start->earliest;
    }
  }
  const Date begin = context.plan.crediting_period->first;
  if (!first || *first <= begin || may_start_before) return;
  RuleFinding& f = context.add("R3", "", Answer::not_met, "認証対象期間が、設備の稼働開始(" + first->to_string() + ")より前の" + begin.to_string() + "に始まっています。",
                               "The crediting period begins on " + begin.to_string() + ", before any equipment starts (" + first->to_string() + ").", std::string(explanatory));
  f.path = "crediting_period.first_monitorable_day";
  f.remedy_ja = "モニタリングが可能となる日を" + first->to_string() + "以後にしてください。";
  f.remedy_en = "Let the first monitorable day be " + first->to_string() + " or later.";
}

}  // namespace

namespace {

// From the later of application and first monitorable day to the latest end of its members: not bound to eight years, which each member has of its
// own, and cut at the form's last day, which the plan's reading has checked.
void judge_programme_period(const RuleContext& context) {
  const Period& stated = *context.plan.crediting_period;
  const Date first = std::max(*context.plan.application, *context.plan.first_monitorable_day);
  const bool before = std::ranges::any_of(context.plan.activities, [](const CheckedActivity& a) { return a.methodology->exceptions().starts_before_application; });
  if (stated.first >= first || before) {
    context.add("R3", "", Answer::met, "プログラムの認証対象期間は" + stated.to_string() + "(" + programme_years(stated) + "年間)です。会員ごとの期間は入会のときに確かめます。",
                "The programme's period is " + stated.to_string() + " (" + programme_years(stated) + " years). Each member's own is checked when it joins.", std::string(programme_rules));
    return;
  }
  RuleFinding& f = context.add("R3", "", Answer::not_met, "認証対象期間が、申請日とモニタリング可能となる日の遅い方(" + first.to_string() + ")より前の" + stated.first.to_string() + "に始まっています。",
                               "The period begins on " + stated.first.to_string() + ", before the later of application and first monitorable day (" + first.to_string() + ").",
                               std::string(programme_rules));
  f.path = "crediting_period.start";
  f.remedy_ja = "開始日を" + first.to_string() + "以後にしてください。";
  f.remedy_en = "Let it start on " + first.to_string() + " or later.";
}

}  // namespace

void rule_crediting_period(const RuleContext& context) {
  const auto& activities = context.plan.activities;
  const bool has_period = std::ranges::any_of(activities, [](const CheckedActivity& a) { return a.methodology->exceptions().has_certification_period; });
  if (!activities.empty() && !has_period) {
    context.add("R3", "", Answer::met, "この方法論に認証対象期間の定めはありません。", "The methodology has no crediting period.", context.titles(activities[0].methodology->sources()));
    return;
  }
  if (!context.plan.application) {
    ask_application(context, "R3", "");
    return;
  }
  if (!context.plan.first_monitorable_day) {
    RuleFinding& f = context.add("R3", "", Answer::not_yet_knowable, "モニタリングが可能となる日が書かれていません。", "The first monitorable day is not given.", std::string(explanatory));
    f.remedy_ja = "モニタリングが可能となる日を書いてください。";
    f.remedy_en = "Give the first day on which monitoring is possible.";
    f.path = "crediting_period.first_monitorable_day";
    return;
  }
  if (context.plan.plan.programme) return judge_programme_period(context);
  const bool extended = context.plan.plan.crediting_period.extended;
  const auto years = scheme_value(context.rulebook, extended ? "crediting_period.years_max" : "crediting_period.years", "value", *context.plan.application, context.options);
  if (!years) {
    context.no_data("R3", "", years.error());
    return;
  }
  const std::optional<int> n = whole_years(years->value);
  if (!n || !context.plan.crediting_period) {
    context.add("R3", "", Answer::no_rule_data, "認証対象期間の年数が読めません。", "The length of the crediting period cannot be read.", years->source);
    return;
  }
  const bool before = std::ranges::any_of(activities, [](const CheckedActivity& a) { return a.methodology->exceptions().starts_before_application; });
  judge_period(context, crediting_period(*context.plan.application, *context.plan.first_monitorable_day, *n), *n, before, years->source);
  judge_first_start(context, before);
}

namespace {

// A listed exemption may hold only under a condition (家庭部門に限る): the plan answers it among its conditions, with evidence. True where nothing of
// the condition stands in the way; else the finding is written.
bool condition_of_exemption_holds(const RuleContext& context, std::size_t i, const rulebook::Query& listed) {
  const CheckedActivity& a = context.plan.activities[i];
  const auto cell = [&](const char* column) {
    rulebook::Query query = listed;
    query.column = column;
    const auto value = context.rulebook.look_up(query);
    return value ? value->text() : std::string();
  };
  const std::string id = cell("condition_id");
  if (id.empty()) return true;
  const auto& answers = context.plan.plan.activities[i].conditions;
  const auto answer = std::ranges::find(answers, id, &PlanCondition::id);
  const std::string ja = "「" + cell("condition_ja") + "」", en = "\"" + cell("condition_en") + "\"";
  const auto ground = context.rulebook.look_up(listed);
  const std::string source = ground ? context.titles(ground->provenance.sources) : std::string();
  if (answer != answers.end() && answer->met && !trim(answer->evidence).empty()) return true;
  const bool denied = answer != answers.end() && !answer->met;
  RuleFinding& f = context.add("R5", a.name, denied ? Answer::not_met : Answer::not_yet_knowable,
                               denied ? "追加性の評価を省略する条件" + ja + "を満たさないと記載されています。" : "追加性の評価を省略できるのは、条件" + ja + "を満たす場合だけです。計画書で確かめられません。",
                               denied ? "The plan says that it does not meet the condition of the exemption, " + en + "."
                                      : "The exemption holds under the condition " + en + " only, and the plan does not show it.", source);
  f.remedy_ja = denied ? "投資回収年数による評価を行ってください。" : "適用条件に id = \"" + id + "\" を加え、met と根拠資料(evidence)を書いてください。";
  f.remedy_en = denied ? "Make the payback test." : "Add a condition with id = \"" + id + "\", met, and its evidence.";
  f.path = denied ? at_activity(i, "conditions") : at_activity(i, "additionality.exemption");
  return false;
}

// An exemption from the test that the plan claims: of the methodology, else of the scheme's dated list.
void judge_exemption(const RuleContext& context, std::size_t i, const std::string& claimed) {
  const CheckedActivity& a = context.plan.activities[i];
  const Date on = *context.plan.application;
  const std::string path = at_activity(i, "additionality.exemption");
  const rulebook::Query query{"jcredit-scheme/exemptions", {a.methodology->number()}, "ground", on, "", context.options.as_known, context.options.allow_low_confidence};
  const auto listed = context.rulebook.look_up(query);
  if (listed && listed->text() == claimed && !condition_of_exemption_holds(context, i, query)) return;
  for (const auto& e : a.methodology->exceptions().exemptions) {
    if (e.id != claimed || (e.from && on < *e.from) || (e.to && *e.to < on)) continue;
    const Answer answer = e.no_rule_data ? Answer::no_rule_data : Answer::declared;
    const std::string lead_ja = e.no_rule_data ? "この日付の省略規定の本文が手元にありません: " : "追加性の評価は省略できます: ";
    const std::string lead_en = e.no_rule_data ? "The text of the exemption on that day is not at hand: " : "The test is not needed: ";
    context.add("R5", a.name, answer, lead_ja + e.text.ja, lead_en + e.text.en, context.titles(e.sources)).path = path;
    return;
  }
  if (listed && listed->text() == claimed) {
    context.add("R5", a.name, Answer::declared, "追加性の評価を要しない方法論として掲載されています。", "The methodology is on the list of those that need no test.",
                context.titles(listed->provenance.sources)).path = path;
    return;
  }
  if (!listed && context.rulebook.has_key(query.table, query.key)) {
    // The list was revised since; what it says now is not at hand.
    context.no_data("R5", a.name, listed.error()).path = path;
    return;
  }
  RuleFinding& f = context.add("R5", a.name, Answer::not_met, "省略の根拠「" + claimed + "」は、この方法論にはありません。", "The methodology has no exemption \"" + claimed + "\".",
                               context.titles(a.methodology->sources()));
  f.remedy_ja = "投資回収年数による評価を行ってください。";
  f.remedy_en = "Make the payback test.";
  f.path = path;
}

void judge_payback(const RuleContext& context, std::size_t i, const SchemeValue& threshold) {
  const CheckedActivity& a = context.plan.activities[i];
  const CheckedAdditionality& m = a.additionality;
  const PlanAdditionality& written = context.plan.plan.activities[i].additionality;
  const std::string path = at_activity(i, "additionality");
  if (!m.investment_yen || !m.subsidy_yen || !m.running_cost_before_yen || !m.running_cost_after_yen) {
    const char* missing = !m.investment_yen ? "investment" : !m.subsidy_yen ? "subsidy" : !m.running_cost_before_yen ? "running_cost_before" : "running_cost_after";
    RuleFinding& f = context.add("R5", a.name, Answer::not_yet_knowable, "投資回収年数を計算するための金額がそろっていません。", "The amounts for the payback are not complete.", threshold.source);
    f.remedy_ja = "投資額、補助金(なければ 0 yen)、実施前後の年間ランニングコストを書いてください。";
    f.remedy_en = "Give investment, subsidy (0 yen where there is none) and the yearly running costs before and after.";
    f.path = path + "." + missing;
    return;
  }
  const Rational& years_min = threshold.value.quantity().value;
  const Payback p = payback(*m.investment_yen, *m.subsidy_yen, *m.running_cost_before_yen, *m.running_cost_after_yen);
  const Answer pass = trim(written.evidence).empty() ? Answer::declared : Answer::met;
  if (!p.years) {
    context.add("R5", a.name, pass, "年間のランニングコストが下がらない(差" + yen_text(p.saving_yen_per_year) + "円)ため、追加性があります。",
                "Running costs do not fall (difference " + yen_text(p.saving_yen_per_year) + " yen a year): additional.", threshold.source).path = path;
    return;
  }
  const bool passes = p.passes(years_min);
  const std::string shown = "(" + yen_text(*m.investment_yen) + " - " + yen_text(*m.subsidy_yen) + ") / " + yen_text(p.saving_yen_per_year) + " = " + p.shown();
  const std::string needed = years_min.to_string();
  RuleFinding& f = context.add("R5", a.name, passes ? pass : Answer::not_met,
                               "投資回収年数は" + p.shown() + "年(" + shown + ")です。" + needed + "年以上" + (passes ? "のため、追加性があります。" : "が必要です。"),
                               "The payback is " + p.shown() + " years: " + shown + "; " + needed + " or more is " + (passes ? "additional." : "needed."), threshold.source);
  f.path = path;
  if (passes) return;
  const Rational least = years_min * p.saving_yen_per_year;
  const Rational subsidy_most = *m.investment_yen - least;
  const std::string net = yen_text(Rational(round_integer(least, Rounding::ceiling)));
  f.remedy_ja = "補助金を除く投資額が" + net + "円以上であれば適合します。";
  f.remedy_en = "An investment of " + net + " yen or more, subsidies taken off, would pass.";
  if (subsidy_most.sign() >= 0) {
    const std::string most = yen_text(Rational(round_integer(subsidy_most, Rounding::floor)));
    f.remedy_ja = "補助金が" + most + "円以下であれば適合します。";
    f.remedy_en = "A subsidy of " + most + " yen or less would pass.";
  }
}

}  // namespace

void rule_additionality(const RuleContext& context) {
  for (std::size_t i = 0; i < context.plan.activities.size(); ++i) {
    const CheckedActivity& a = context.plan.activities[i];
    if (context.plan.plan.other_matters.legal_duty) {
      RuleFinding& f = context.add("R5", a.name, Answer::not_met, "法令等の義務を果たすための活動には追加性がありません。", "An activity that only fulfils a legal duty is not additional.",
                                   context.titles({"jcredit-plan-ag-004-faeger-2024"}));  // quotes the form, whose section 7.3 asks for it
      f.remedy_ja = "義務を超える部分だけを対象とする計画にしてください。";
      f.remedy_en = "Plan only what goes beyond the duty.";
      f.path = "other_matters.legal_duty";
      continue;
    }
    if (!a.methodology->exceptions().additionality_test_required) {
      context.add("R5", a.name, Answer::met, "この方法論に追加性の評価は不要です。", "The methodology needs no additionality test.", context.titles(a.methodology->sources()));
      continue;
    }
    if (!context.plan.application) {
      ask_application(context, "R5", a.name);
      continue;
    }
    const std::string claimed = trim(context.plan.plan.activities[i].additionality.exemption);
    if (!claimed.empty()) {
      judge_exemption(context, i, claimed);
      continue;
    }
    const auto threshold = scheme_value(context.rulebook, "payback.years_min", "value", *context.plan.application, context.options);
    if (threshold && threshold->value.is_quantity()) {
      judge_payback(context, i, *threshold);
    } else if (!threshold) {
      context.no_data("R5", a.name, threshold.error());
    }
  }
}

}  // namespace sumi::project
