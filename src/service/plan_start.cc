#include "service/plan_start.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "project/calculate.h"
#include "project/errors.h"
#include "project/latent.h"
#include "project/latent_rules.h"
#include "rulebook/methodology.h"
#include "service/errors.h"
#include "service/plan_start_parts.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using project::Answer;

Bilingual both(const rulebook::BothLanguages& words) { return {words.ja, words.en}; }

std::vector<WordChoice> methodologies_of(const rulebook::Rulebook& book) {
  std::vector<WordChoice> out;
  for (const auto& [number, m] : book.methodologies()) out.push_back({number, {number + " " + m->title().ja, number + " " + m->title().en}});
  return out;
}

std::string market_category(const rulebook::Rulebook& book, const std::string& methodology) {
  const auto* table = book.table("jcredit-methodologies/methodologies");
  if (table == nullptr) return {};
  for (const auto& row : book.rows(table->name)) {
    if (row.key.front() == methodology) return cell_text(*table, row, "market_category");
  }
  return {};
}

Result<std::optional<PriceView>> price_of(const rulebook::Rulebook& book, const std::string& methodology, Date today, const std::string& own, const Rational& tonnes) {
  project::FindRules rules;
  rules.kinds.emplace_back().market_category = market_category(book, methodology);
  std::vector<std::string> given;
  if (!own.empty()) given.push_back(own);
  SUMI_TRY(const auto prices, project::find_prices(book, rules, today, given));
  const auto any = prices.find("");
  const auto found = any != prices.end() ? any : prices.find(rules.kinds.front().market_category);
  if (found == prices.end()) return std::nullopt;
  const Decimal yen = round_places(tonnes * found->second.yen_per_t, 0, Rounding::floor);
  return PriceView{{found->second.yen_per_t.to_string(), "JPY"}, {yen.to_string(), "JPY"}, rules.kinds.front().market_category, {found->second.basis_ja, found->second.basis_en}};
}

std::string shown(const Rational& tonnes) { return round_places(tonnes, 3, Rounding::half_even).to_string(); }

// A rule whose question has not been answered is open, whatever an empty field would say.
void leave_open(StartView& view, const StartBuilder& builder) {
  const bool amounts_open = builder.open(QuestionGroup::amounts) || builder.open(QuestionGroup::methodology);
  for (auto& f : view.findings) {
    const bool unanswered = std::any_of(view.questions.begin(), view.questions.end(), [&](const Question& q) { return !q.answered && q.rule == f.rule; });
    const bool by_formula = amounts_open && builder.rests_on_amounts(f);
    const bool by_empty_field = unanswered && (f.rule == "R4" || f.rule == "R1" || f.rule == "R9");
    if (!by_formula && !by_empty_field) continue;
    f.answer = Answer::not_yet_knowable;
    f.remedy_ja = by_formula ? "量の質問に答えると判定します。" : "この質問にまだ答えていません。";
    f.remedy_en = by_formula ? "Known once the questions about amounts are answered." : "This question has not been answered yet.";
  }
}

// Expected reductions under the newest fiscal year, the application's or one before, whose factors the rulebook has.
std::optional<project::ExpectedResult> expected_of(const project::CheckedPlan& plan, const rulebook::Rulebook& book, std::optional<Error>& why) {
  const FiscalYear first = FiscalYear::of(plan.crediting_period->first);
  for (FiscalYear year = first; first.number - year.number <= limits::years_back_max; --year.number) {
    auto result = project::expected_reductions(plan, book, year);
    if (result) return *std::move(result);
    if (!why) why = std::move(result).error();
  }
  return std::nullopt;
}

void add_figures(StartView& view, const project::ExpectedResult& expected, const Period& period) {
  view.values_of = expected.values_of;
  view.total = Amount{std::to_string(expected.total_t), "t-CO2"};
  for (const auto& year : expected.years) {
    view.years.push_back({year.fiscal_year, {shown(year.baseline_tCO2), "t-CO2"}, {shown(year.project_tCO2), "t-CO2"}, {std::to_string(year.reduction_t), "t-CO2"}});
    const bool whole = period.first <= year.fiscal_year.first() && year.fiscal_year.last() <= period.last;
    if (whole && !view.per_year) view.per_year = view.years.back().reduction;
  }
}

}  // namespace

std::span<const std::pair<std::string_view, QuestionKind>> enum_names(QuestionKind) {
  static constexpr std::array names{std::pair{std::string_view("yes_no"), QuestionKind::yes_no}, std::pair{std::string_view("day"), QuestionKind::day},
      std::pair{std::string_view("partial_day"), QuestionKind::partial_day}, std::pair{std::string_view("choice"), QuestionKind::choice},
      std::pair{std::string_view("quantity"), QuestionKind::quantity}, std::pair{std::string_view("money"), QuestionKind::money}, std::pair{std::string_view("text"), QuestionKind::text}};
  return names;
}
std::span<const std::pair<std::string_view, QuestionGroup>> enum_names(QuestionGroup) {
  static constexpr std::array names{std::pair{std::string_view("place"), QuestionGroup::place}, std::pair{std::string_view("dates"), QuestionGroup::dates},
      std::pair{std::string_view("methodology"), QuestionGroup::methodology}, std::pair{std::string_view("conditions"), QuestionGroup::conditions},
      std::pair{std::string_view("amounts"), QuestionGroup::amounts}, std::pair{std::string_view("cost"), QuestionGroup::cost}, std::pair{std::string_view("others"), QuestionGroup::others}};
  return names;
}

Result<StartView> start_view(const rulebook::Rulebook& book, Date today, const StartAsked& asked) {
  StartView view;
  view.methodologies = methodologies_of(book);
  if (asked.methodology.empty()) return view;
  SUMI_TRY(auto builder, StartBuilder::make(book, today, asked));
  view.methodology = asked.methodology;
  view.title = both(builder.methodology().title());
  const auto checked = project::check_plan(builder.trial(), book);
  if (!checked) builder.take_problems(checked.error());
  view.questions = builder.questions();
  const auto waits = std::ranges::find_if(view.questions, [](const Question& q) { return !q.answered || q.problem; });
  if (waits != view.questions.end()) view.next = waits->id;
  if (!checked) {
    view.figures_missing = Bilingual{"読めない答えがあります: " + sentence(checked.error(), Language::ja), "An answer cannot be read: " + sentence(checked.error(), Language::en)};
    return view;
  }
  auto eligibility = project::check_eligibility(*checked, book);
  view.findings = std::move(eligibility.findings);
  leave_open(view, builder);
  eligibility.findings = view.findings;
  view.answers = eligibility.answers();
  view.against = std::any_of(view.answers.begin(), view.answers.end(), [](const auto& a) { return a.answer == Answer::not_met; });
  view.crediting_period = checked->crediting_period;
  if (builder.open(QuestionGroup::amounts) || builder.open(QuestionGroup::methodology)) {
    view.figures_missing = Bilingual{"量の質問にすべて答えると、削減量の見込みを計算します。", "The expected reduction is calculated once all questions about amounts are answered."};
    return view;
  }
  if (!checked->crediting_period) {
    view.figures_missing = Bilingual{"モニタリングが可能となる日を答えると、認証対象期間が決まり、計算できます。", "The crediting period, and with it the figures, follow from the first day of monitoring."};
    return view;
  }
  std::optional<Error> why;
  const auto expected = expected_of(*checked, book, why);
  if (!expected) {
    view.figures_missing = Bilingual{sentence(*why, Language::ja), sentence(*why, Language::en)};
    return view;
  }
  add_figures(view, *expected, *checked->crediting_period);
  if (view.per_year) {
    const auto tonnes = Rational::parse(view.per_year->value);
    if (tonnes) {
      SUMI_TRY(view.price, price_of(book, asked.methodology, today, asked.price_yen_per_t, *tonnes));
    }
  }
  return view;
}

Result<project::Plan> plan_of_start(const rulebook::Rulebook& book, Date today, const StartAsked& asked, bool programme) {
  SUMI_TRY(const auto builder, StartBuilder::make(book, today, asked));
  return builder.draft(programme);
}

}  // namespace sumi::service
