// Only for plan_start*.cc: questions out of a methodology, and the plan that their answers make.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rulebook/methodology.h"
#include "service/limits.h"
#include "service/plan_start.h"

namespace sumi::service {

class StartBuilder {
 public:
  // project.plan_methodology_unknown.
  static Result<StartBuilder> make(const rulebook::Rulebook& book, Date today, const StartAsked& asked);

  [[nodiscard]] const rulebook::Methodology& methodology() const { return *m_; }
  [[nodiscard]] const std::vector<Question>& questions() const { return questions_; }
  // Some question of that group waits for its answer.
  [[nodiscard]] bool open(QuestionGroup group) const;
  // The answer to that rule follows from amounts (a condition that is a formula).
  [[nodiscard]] bool rests_on_amounts(const project::RuleFinding& finding) const;
  // Puts what is wrong with the trial plan to the questions whose fields it names.
  void take_problems(const Error& error);
  // With stand-ins for what nobody has answered yet, so that the rest can be asked: only for judging.
  [[nodiscard]] project::Plan trial() const { return plan(true, false); }
  // Without them.
  [[nodiscard]] project::Plan draft(bool programme) const { return plan(false, programme); }

 private:
  StartBuilder(const rulebook::Rulebook& book, Date today, const rulebook::Methodology& m) : book_(&book), m_(&m), today_(today) {}
  void find_year();
  void make_choices();
  Result<void> find_parameters();
  void ask_place_and_dates();
  void ask_choices();
  void ask_conditions();
  void ask_amounts();
  void ask_money();
  void ask_others();
  Question& ask(Question question, const std::string& standing = {});
  [[nodiscard]] std::string given(const std::string& id) const;
  [[nodiscard]] std::string answer(const std::string& id, const std::string& otherwise = {}) const;
  [[nodiscard]] bool says(const std::string& id, const char* word) const { return answer(id) == word; }
  [[nodiscard]] bool renewal() const { return answer("baseline", "renewal") == "renewal"; }
  [[nodiscard]] std::vector<WordChoice> options_of(const rulebook::Choice& choice) const;
  [[nodiscard]] std::string standing_value(const rulebook::Choice& choice) const;
  [[nodiscard]] std::string unit_of(const rulebook::Parameter& parameter) const;
  [[nodiscard]] bool only_incidental(const rulebook::Parameter& parameter) const;
  [[nodiscard]] bool asked_for(const rulebook::Parameter& parameter) const;
  [[nodiscard]] static std::string stand_in(const rulebook::Parameter& parameter);

  [[nodiscard]] project::Plan plan(bool trial, bool programme) const;
  void fill_head(project::Plan& plan, bool trial, bool programme) const;
  void fill_activity(project::PlanActivity& activity, bool trial) const;
  void fill_conditions(project::PlanActivity& activity, bool trial) const;
  void fill_equipment(project::PlanActivity& activity, bool trial) const;
  void fill_money(project::PlanActivity& activity) const;
  void fill_amounts(project::PlanActivity& activity, bool trial) const;
  void fill_monitoring(project::PlanActivity& activity, const rulebook::Parameter& p, const std::string& row, bool trial) const;

  const rulebook::Rulebook* book_;
  const rulebook::Methodology* m_;
  Date today_;
  FiscalYear year_{2024};  // whose table values give the units: the newest one that every table of the methodology reaches
  std::map<std::string, std::string> given_;
  rulebook::Inputs inputs_;
  std::vector<std::size_t> indices_;  // of the parameters that these choices need
  std::vector<Question> questions_;
};

}  // namespace sumi::service
