// May this project be registered? The rules R1 to R11, each with one of five answers, its reason, its source and the smallest change that would pass.
//
//   R1 in Japan                         R7 validated by a third party
//   R2 two-year rule                    R8 permanence (where the methodology asks for it)
//   R3 crediting period                 R9 who sells the credits no longer claims the reduction
//   R4 not registered twice             R10 the methodology's criterion for registration
//   R5 additionality                    R11 a renewal that counts as a new installation
//   R6 the methodology applies
//
// Thresholds (2, 3, 8 and 16 years) are values of the rulebook's table jcredit-scheme/rules on the day of the application; exceptions are
// fields of the methodology. Where the table has no value for that day the answer is "no rule data".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/checked_plan.h"

namespace sumi::project {

// One answer about one thing: a rule may have several (for each activity, each piece of equipment).
struct RuleFinding {
  std::string rule;       // "R2"
  std::string activity;   // empty: the project
  Answer answer = Answer::no_rule_data;
  std::string reason_ja;
  std::string reason_en;
  std::string source;     // title and date of the publication
  std::string remedy_ja;  // the smallest change that would pass; empty where nothing is to be done
  std::string remedy_en;
  std::string path;       // the plan's field in question
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rule", s.rule);
    v(Part::open, "activity", s.activity);
    v(Part::open, "answer", s.answer);
    v(Part::open, "reason_ja", s.reason_ja);
    v(Part::open, "reason_en", s.reason_en);
    v(Part::open, "source", s.source);
    v(Part::open, "remedy_ja", s.remedy_ja);
    v(Part::open, "remedy_en", s.remedy_en);
    v(Part::open, "path", s.path);
  }
};
struct Eligibility {
  std::optional<Date> application;  // the day the rules were asked for
  std::vector<RuleFinding> findings;  // by rule, then as in the plan
  // One answer per rule, R1 to R11: the worst of its findings (not_met, no_rule_data, not_yet_knowable, declared, met).
  [[nodiscard]] std::vector<RuleAnswer> answers() const;
};

// `validated`: a validation with a positive result stands (R7).
[[nodiscard]] Eligibility check_eligibility(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const PlanOptions& options = {},
                                            bool validated = false);

// A threshold of jcredit-scheme/rules on a day, with the publication it comes from.
struct SchemeValue {
  rulebook::Value value;
  std::string source;  // "title (date)"
};
[[nodiscard]] Result<SchemeValue> scheme_value(const rulebook::Rulebook& rulebook, std::string_view key, std::string_view column, Date on,
                                               const PlanOptions& options = {});

// ---- The comparisons themselves ----

// Does every possible day pass, none, or some? met: earliest > limit; not_met: latest <= limit; else not_yet_knowable.
[[nodiscard]] Answer later_than(const PartialDate& day, Date limit);
// R2: the day after which the equipment must have started (application minus `years`; a day that does not exist becomes the month's last).
[[nodiscard]] Date two_year_limit(Date application, int years);
// R3: from the later of application and first monitorable day to the eve of the anniversary.
[[nodiscard]] Period crediting_period(Date application, Date first_monitorable_day, int years);

// 認証対象期間 of a programme in years as its form prints them: days / 365.25, one decimal, half up ("27.2").
[[nodiscard]] std::string programme_years(const Period& period);

struct Payback {
  Rational saving_yen_per_year;   // running cost before - after
  std::optional<Rational> years;  // (investment - subsidy) / saving, exact; empty where the saving is not positive
  [[nodiscard]] bool passes(const Rational& years_min) const { return !years || *years >= years_min; }
  // Two places, half up, trailing zeros kept: "7.14".
  [[nodiscard]] std::string shown() const;
};
[[nodiscard]] Payback payback(const Rational& investment_yen, const Rational& subsidy_yen, const Rational& running_cost_before_yen,
                              const Rational& running_cost_after_yen);

}  // namespace sumi::project
