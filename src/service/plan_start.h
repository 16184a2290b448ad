// "Can this become a project?": a question at a time, out of a methodology's pack, with the rules R1 to R11 answered as far as the answers reach, the reduction that
// the plan's own figures give and what it would have earned at the last published price of its kind.
//
// Every question stands for one place in the plan: its answers make a plan, and that plan is asked by the same functions that a filed one is. What has not been
// answered is left open and never taken for a yes: the figures wait until everything that they need was given.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "project/eligibility.h"
#include "project/names.h"
#include "rulebook/rulebook.h"
#include "service/plan_form.h"
#include "service/view.h"

namespace sumi::service {

struct GivenAnswer {
  std::string id;
  std::string value;  // yes_no: "yes", "no"; a day "2026-05-10"; a quantity or money: its number alone
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "value", s.value);
  }
};
struct StartAsked {
  std::string methodology;  // "" = only the methodologies to choose from
  std::vector<GivenAnswer> answers;
  std::string price_yen_per_t;  // one's own; "" = the last published one
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "answers", s.answers);
    v(Part::open, "price_yen_per_t", s.price_yen_per_t);
  }
};

enum class QuestionKind : std::uint8_t { yes_no = 1, day, partial_day, choice, quantity, money, text };
[[nodiscard]] std::span<const std::pair<std::string_view, QuestionKind>> enum_names(QuestionKind);
enum class QuestionGroup : std::uint8_t { place = 1, dates, methodology, conditions, amounts, cost, others };
[[nodiscard]] std::span<const std::pair<std::string_view, QuestionGroup>> enum_names(QuestionGroup);

struct Question {
  std::string id;
  QuestionGroup group = QuestionGroup::place;
  QuestionKind kind = QuestionKind::text;
  Bilingual text;
  Bilingual help;
  std::string unit;   // of a quantity
  std::string rule;   // that it serves: "R2"; "" = the amounts
  std::vector<WordChoice> options;
  std::string answer;           // as given, or the value that stands without one
  bool answered = false;
  std::optional<Bilingual> problem;  // why the answer cannot be read
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "group", s.group);
    v(Part::open, "kind", s.kind);
    v(Part::open, "text", s.text);
    v(Part::open, "help", s.help);
    v(Part::open, "unit", s.unit);
    v(Part::open, "rule", s.rule);
    v(Part::open, "options", s.options);
    v(Part::open, "answer", s.answer);
    v(Part::open, "answered", s.answered);
    v(Part::open, "problem", s.problem);
  }
  std::string path;  // of the plan; not described: findings are told by their question
};
struct YearView {
  FiscalYear fiscal_year;
  Amount baseline;   // t-CO2, exact to three decimals for showing
  Amount project;
  Amount reduction;  // floored
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "project", s.project);
    v(Part::open, "reduction", s.reduction);
  }
};
struct PriceView {
  Amount yen_per_t;
  Amount yen_per_year;  // whole yen, rounded down
  std::string category; // of the market
  Bilingual basis;      // which price it is, of when and where it was published; or that it was given
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "yen_per_t", s.yen_per_t);
    v(Part::open, "yen_per_year", s.yen_per_year);
    v(Part::open, "category", s.category);
    v(Part::open, "basis", s.basis);
  }
};
struct StartView {
  std::string methodology;
  Bilingual title;
  std::vector<WordChoice> methodologies;  // those that have formulas here
  std::vector<Question> questions;
  std::string next;                       // id of the first question that waits; "" = all are answered
  std::vector<project::RuleFinding> findings;
  std::vector<project::RuleAnswer> answers;
  bool against = false;                   // a rule is not met
  std::optional<Period> crediting_period;
  std::vector<YearView> years;
  std::optional<Amount> per_year;         // of the first whole fiscal year
  std::optional<Amount> total;
  FiscalYear values_of;                   // whose factors were used
  std::optional<PriceView> price;
  std::optional<Bilingual> figures_missing;  // why there are none yet
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "title", s.title);
    v(Part::open, "methodologies", s.methodologies);
    v(Part::open, "questions", s.questions);
    v(Part::open, "next", s.next);
    v(Part::open, "findings", s.findings);
    v(Part::open, "answers", s.answers);
    v(Part::open, "against", s.against);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "years", s.years);
    v(Part::open, "per_year", s.per_year);
    v(Part::open, "total", s.total);
    v(Part::open, "values_of", s.values_of);
    v(Part::open, "price", s.price);
    v(Part::open, "figures_missing", s.figures_missing);
  }
};
// Errors: project.plan_methodology_unknown, project.find_price.
[[nodiscard]] Result<StartView> start_view(const rulebook::Rulebook& rulebook, Date today, const StartAsked& asked);
// The same answers as the beginning of a plan: everything else of the form is empty and waits to be written. `programme`: the programme type.
[[nodiscard]] Result<project::Plan> plan_of_start(const rulebook::Rulebook& rulebook, Date today, const StartAsked& asked, bool programme);

}  // namespace sumi::service
