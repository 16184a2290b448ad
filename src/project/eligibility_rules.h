// The rules one by one, as eligibility.cc strings them together. Only for eligibility*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "project/eligibility.h"

namespace sumi::project {

// What every rule is asked about.
struct RuleContext {
  const CheckedPlan& plan;
  const rulebook::Rulebook& rulebook;
  const PlanOptions& options;
  std::vector<RuleFinding>& findings;

  RuleFinding& add(std::string rule, std::string activity, Answer answer, std::string reason_ja, std::string reason_en, std::string source) const {
    return findings.emplace_back(
        RuleFinding{std::move(rule), std::move(activity), answer, std::move(reason_ja), std::move(reason_en), std::move(source), {}, {}, {}});
  }
  // "no rule data", with the rulebook's own reason.
  RuleFinding& no_data(std::string rule, std::string activity, const Error& error) const {
    return add(std::move(rule), std::move(activity), Answer::no_rule_data, sentence(error, Language::ja), sentence(error, Language::en), "");
  }
  [[nodiscard]] rulebook::CalculationOptions calculation() const;
  // "title (date); title (date)" of ids of the table of sources.
  [[nodiscard]] std::string titles(const std::vector<std::string>& ids) const;
};

// The scheme's explanatory paper, for what every proponent is told.
inline constexpr std::string_view explanatory = "J-クレジット制度について (制度説明資料) (2023-01)";

inline constexpr std::string_view programme_rules = "J-クレジット制度 実施規程（プロジェクト実施者向け）2.2.9 (登録済みの計画書 2024-02-08、2024-05-09 の引用)";

void rule_two_years(const RuleContext& context);         // R2
void rule_crediting_period(const RuleContext& context);  // R3
void rule_additionality(const RuleContext& context);     // R5
void rule_methodology(const RuleContext& context);       // R6
void rule_new_installation(const RuleContext& context);  // R11

// 1/8 yen are no use to a reader: whole yen, rounded half up, with separators.
[[nodiscard]] std::string yen_text(const Rational& yen);

}  // namespace sumi::project
