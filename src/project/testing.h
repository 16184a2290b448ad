// For this room's tests: plans written as TOML, and the rulebook of this repository.
#pragma once

#include <stdexcept>
#include <string>

#include "base/tree.h"
#include "project/checked_plan.h"
#include "project/names.h"
#include "project/plan.h"

namespace sumi::project::testing {

// Reads a tree through the plan's own description. Strict and small: an unknown key or another kind throws.
class TreeFiller {
 public:
  TreeFiller(const Tree& tree, PlaceMap& places, std::string path) : tree_(tree), places_(places), path_(std::move(path)) {}
  template <class T>
  void operator()(Part, const char* key, T& v) {
    ++known_;
    const Tree* child = tree_.find(key);
    if (child == nullptr) return;
    ++found_;
    fill(*child, path_.empty() ? key : path_ + "." + key, v);
  }
  void finish() const {
    if (found_ != tree_.members.size()) throw std::runtime_error("a key of \"" + path_ + "\" is not known");
  }

 private:
  template <class T>
  void fill(const Tree& tree, const std::string& path, T& v) {
    places_[path] = tree.place;
    if constexpr (std::is_same_v<T, std::string>) {
      if (tree.kind != Tree::Kind::string) throw std::runtime_error(path + " is not a text");
      v = tree.text;
    } else if constexpr (std::is_same_v<T, bool>) {
      v = tree.text == "true";
    } else if constexpr (std::is_enum_v<T>) {
      const auto value = value_named<T>(tree.text);
      if (!value) throw std::runtime_error(path + ": no such word: " + tree.text);
      v = *value;
    } else if constexpr (std::unsigned_integral<T>) {
      v = static_cast<T>(std::stoull(tree.text));
    } else if constexpr (is_optional<T>::value) {
      fill(tree, path, v.emplace());
    } else if constexpr (is_vector<T>::value) {
      for (std::size_t i = 0; i < tree.items.size(); ++i) fill(tree.items[i], path + "[" + std::to_string(i) + "]", v.emplace_back());
    } else {
      TreeFiller below(tree, places_, path);
      T::fields(v, below);
      below.finish();
    }
  }
  const Tree& tree_;
  PlaceMap& places_;
  std::string path_;
  std::size_t known_ = 0, found_ = 0;
};

inline Plan plan_of(std::string_view toml, PlaceMap& places, const std::string& file = "plan.toml") {
  auto tree = parse_toml(toml, file);
  if (!tree) throw std::runtime_error(describe_error(tree.error(), Language::en));
  Plan plan;
  places[""] = tree->place;
  places[""].file = file;
  TreeFiller filler(*tree, places, "");
  Plan::fields(plan, filler);
  filler.finish();
  return plan;
}

// `text` with the one place of `from` written as `to`.
inline std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) throw std::runtime_error("not once in the text: " + std::string(from));
  return text.replace(at, from.size(), to);
}

// A boiler whose fuel, factors and efficiencies are all in the plan. The money is that of the scheme's explanatory paper of 2023-01:
// (10,000 - 5,000) / (1,000 - 300) thousand yen. Application 2019-05-01, started 2017-05-02. Everything else is invented.
inline constexpr std::string_view boiler_plan = R"toml(
[form]
family = "normal"
version = "4.0"
[cover]
validation_application_date = "2019-04-10"
registration_application_date = "2019-05-01"
plan_version = "1.0.0"
[project]
name = "工場におけるボイラーの更新プロジェクト"
credit_income_claim = "譲渡した削減分を主張しない。"
[[proponents]]
name = "例食品株式会社"
corporate_number = "8700110005901"
[crediting_period]
first_monitorable_day = "2019-04-01"
[data_management]
responsible = "工場長"
monitoring = "設備課長"
retention = "2 year"
[[activities]]
name = "B1"
methodology = "EN-S-001"
methodology_version = "2026-06"
baseline = "renewal"
[activities.place]
site = "佐渡工場"
prefecture = "新潟県"
municipality = "佐渡市"
[[activities.conditions]]
id = "2"
met = true
[[activities.conditions]]
id = "old_specification_unavailable"
met = false
[[activities.conditions]]
id = "new_capability"
met = false
[[activities.equipment_before]]
name = "旧ボイラー"
capacity = "2 t/h"
introduction_date = "2000年度"
statutory_life = "15 year"
[[activities.equipment_after]]
name = "新ボイラー"
capacity = "3 t/h"
start_date = "2017-05-02"
[activities.additionality]
investment = "10000 thousand_yen"
subsidy = "5000 thousand_yen"
running_cost_before = "1000 thousand_yen/year"
running_cost_after = "300 thousand_yen/year"
evidence = "見積書.pdf"
[[activities.choices]]
name = "fuel_BL"
value = "heavy_oil_a"
[[activities.choices]]
name = "fuel_PJ"
value = "city_gas"
[[activities.choices]]
name = "basis_BL"
value = "HHV"
[[activities.choices]]
name = "basis_PJ"
value = "HHV"
[[activities.parameters]]
symbol = "old_cannot_be_used"
value = "false"
[[activities.parameters]]
symbol = "HV_PJ"
value = "45 GJ_HHV/thousand_m3N"
monitoring_class = "II"
evidence = "ガス会社の通知.pdf"
[[activities.parameters]]
symbol = "CEF_PJ"
value = "0.05 tCO2/GJ_HHV"
value_year = "FY2018"
evidence = "公表値.pdf"
declared_by = "例食品株式会社 設備課長"
[[activities.parameters]]
symbol = "CEF_BL"
value = "0.07 tCO2/GJ_HHV"
monitoring_class = "II"
evidence = "公表値.pdf"
[[activities.parameters]]
symbol = "eps_PJ"
value = "0.9 GJ/GJ_HHV"
monitoring_class = "I"
evidence = "カタログ.pdf"
[[activities.parameters]]
symbol = "eps_BL"
value = "0.8 GJ/GJ_HHV"
monitoring_class = "I"
evidence = "検査記録.pdf"
[[activities.incidental]]
id = "auxiliary_electricity"
emission = "0.3 tCO2/year"
choice = "leave_out"
grounds = "試算.xlsx"
[[activities.monitoring]]
symbol = "F_PJ"
unit = "thousand_m3N"
monitoring_class = "A"
expected = "36 thousand_m3N/year"
[[activities.expected]]
fiscal_year = "FY2019"
baseline = "240.2 tCO2"
project = "163.3 tCO2"
reduction_t = 76
)toml";

inline CheckedPlan checked(std::string_view toml, const PlanOptions& options = {});

inline const rulebook::Rulebook& real_rulebook() {
  static const rulebook::Rulebook book = [] {
    auto loaded = rulebook::Rulebook::load(std::string(SUMI_SOURCE_DIR) + "/rulebook", rulebook::read_methodology);
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return *std::move(loaded);
  }();
  return book;
}

inline CheckedPlan checked(std::string_view toml, const PlanOptions& options) {
  PlaceMap places;
  auto plan = check_plan(plan_of(toml, places), real_rulebook(), options, &places);
  if (!plan) throw std::runtime_error(describe_error(plan.error(), Language::en));
  return *std::move(plan);
}
// The names of everything that a check finds, in order; empty where it passes.
inline std::string refusals(std::string_view toml) {
  PlaceMap places;
  const auto plan = check_plan(plan_of(toml, places), real_rulebook(), {}, &places);
  if (plan) return "";
  std::string out(plan.error().def->name);
  for (const Error& e : plan.error().also) out += " " + std::string(e.def->name);
  return out;
}

}  // namespace sumi::project::testing
