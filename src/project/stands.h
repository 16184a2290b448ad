// Stands of a forest and yield tables: from the two lists that a forester keeps to the rows of a plan and the data of its periods (FO-001).
//
// stands.csv, a header row and one row per stand; columns in any order by these names (or the Japanese ones in parentheses):
//   label (林分)            unique: the row's name in plan and data
//   parcel (地番)           cadastral number
//   species (樹種)          a key of the rulebook's table of species
//   site_class (地位)       as the yield table has it
//   area (面積)             hectares
//   area_measured (実測)    yes/no, 有/無, true/false: the measured area of planting, tending or thinning (it counts 0.9)
//   age (林齢)              whole years; either this or
//   age_class (齢級)        classes of five years: class n holds the ages 5n-4 to 5n
//   fiscal_year (基準年度)  in which the age or the class holds
//   evidence (根拠資料)     may be left out
//
// yield_table.csv: species (樹種), site_class (地位), volume (材積, m3/ha), and age (林齢) or age_class (齢級).
//
// By age class, a stand's volume is that of its class and the one five years later that of the next class: nothing is interpolated. A stand
// known by its class alone holds for its own fiscal year only, for nobody knows when it enters the next. By age, volumes of ages that the table
// does not have are refused, or taken on the straight line between the two nearest ages of the table where the caller asks for it (half_even
// to 6 places; the evidence of the value says so). Beyond the first and the last age of a table nothing is ever taken: growth there is declared.
//
// Everything wrong in a file is reported at once, with line, column and remedy; nothing is half taken. Errors: project.stands_*, project.yield_*.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/number.h"
#include "base/result.h"

namespace sumi::project {

struct Stand {
  std::string label, parcel, species, site_class, evidence;
  Rational area_ha;
  bool area_measured = false;
  std::optional<std::int32_t> age;        // in `fiscal_year`; else
  std::optional<std::int32_t> age_class;
  FiscalYear fiscal_year;
  Place place;
};

struct YieldTable {
  struct Volume {
    std::int32_t age = 0;  // or the class
    Rational m3_per_ha;
    std::uint32_t line = 0;
  };
  std::string file;
  bool by_class = false;
  std::map<std::pair<std::string, std::string>, std::vector<Volume>> volumes;  // by species and site class; ages ascend
};

enum class Interpolation : std::uint8_t { none, linear };

// What a stand is in one fiscal year. `age` of a stand that is known by its class is the class's last (5n): it serves the choice between the
// expansion factors of young (20 and below) and old stands, which is the same for the whole class.
struct StandYear {
  std::int32_t age = 0;
  Rational volume, volume_5_years_later;  // m3/ha
  std::string evidence;                   // which lines of the table, and how
};

// `species`: the keys that the rulebook knows.
[[nodiscard]] Result<std::vector<Stand>> read_stands(std::string_view utf8, std::string file, std::span<const std::string> species);
[[nodiscard]] Result<YieldTable> read_yield_table(std::string_view utf8, std::string file, std::span<const std::string> species);
// In the order of the stands.
[[nodiscard]] Result<std::vector<StandYear>> stands_in(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear year, Interpolation how);

// TOML to put into a plan's activity: its rows, their facts, and the monitoring plan with that year's values as expected ones. Refused where it
// would not fit into a plan (project.stands_too_many).
[[nodiscard]] Result<std::string> stand_plan_rows(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear year, Interpolation how);
// Monitoring data (project/monitoring.h) of the years from `first` to `last`, one period per fiscal year.
[[nodiscard]] Result<std::string> stand_data(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear first, FiscalYear last,
                                             Interpolation how);

}  // namespace sumi::project
