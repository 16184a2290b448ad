// Plans, members and data of invented programmes, for tests and benchmarks. Figures are made by a small generator of our own with a seed that is printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "project/programme_calculate.h"
#include "project/testing.h"

namespace sumi::project::testing {

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class SeededNumbers {
 public:
  explicit SeededNumbers(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t end) { return next() % end; }

 private:
  std::uint64_t state_;
};

inline constexpr std::string_view plan_begin = R"toml(
[form]
family = "normal"
version = "4.0"
[cover]
validation_application_date = "2025-04-20"
registration_application_date = "2025-05-10"
plan_version = "1.0.0"
[project]
name = "会員の設備を束ねるプログラム"
credit_income_claim = "譲渡した削減分を主張しない。"
[[proponents]]
name = "例食品株式会社"
corporate_number = "8700110005901"
[crediting_period]
first_monitorable_day = "2025-06-01"
[data_management]
responsible = "事務局長"
monitoring = "設備課長"
retention = "2 year"
)toml";

// Roofs whose use on the spot is metered. The factor is declared: 0.434 kgCO2/kWh of FY2021.
inline constexpr std::string_view solar_activity = R"toml(
[[activities]]
name = "PV"
methodology = "EN-R-002"
methodology_version = "2026-06"
baseline = "new"
[activities.place]
site = "会員の住宅"
prefecture = "新潟県"
municipality = "佐渡市"
[[activities.conditions]]
id = "1"
met = true
evidence = "工事完了報告書.pdf"
[[activities.conditions]]
id = "2"
met = true
[[activities.conditions]]
id = "3"
met = true
[[activities.choices]]
name = "monitoring"
value = "metered"
[[activities.choices]]
name = "electricity"
value = "all_source"
[[activities.parameters]]
symbol = "CEF_all_source"
value = "0.434 kgCO2/kWh"
value_year = "FY2021"
evidence = "公表値.pdf"
declared_by = "例食品株式会社 設備課長"
[[activities.incidental]]
id = "auxiliary_electricity"
emission = "0 tCO2/year"
choice = "leave_out"
grounds = "待機電力はない。"
[[activities.monitoring]]
symbol = "EL_self"
unit = "kWh"
monitoring_class = "B"
expected = "4000 kWh/year"
[[activities.instruments]]
symbol = "EL_self"
instrument = "電力量計"
kind = "other_meter"
calibration = "2年ごとに校正する。"
)toml";

inline std::string solar_plan() { return std::string(plan_begin) + std::string(solar_activity); }

inline std::string month_text(unsigned year, unsigned month) { return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month); }
// The twelve months from April of a fiscal year.
inline std::vector<std::string> months_of(unsigned fiscal_year) {
  std::vector<std::string> out;
  for (unsigned m = 4; m <= 15; ++m) out.push_back(month_text(fiscal_year + (m > 12 ? 1 : 0), m > 12 ? m - 12 : m));
  return out;
}

}  // namespace sumi::project::testing
