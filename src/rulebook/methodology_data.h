// What a methodology pack becomes when it is read. The files methodology_*.cc share it, and service/rulebook_view.cc shows it whole; nobody else
// includes it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/methodology.h"

namespace sumi::rulebook {

// One combination of the fixed choices that exist together, with its compiled formulas.
struct Variant {
  std::vector<std::pair<std::string, std::string>> choices;  // name, value; in the order of the pack
  std::vector<std::size_t> keys;                             // table choices that exist here
  std::vector<std::size_t> parameters;                       // indices that exist here
  std::map<std::string, std::string, std::less<>> units;     // parameter -> unit text, choices filled in, unit variables still named
  std::vector<std::string> row_lists;
  Program main;
  std::map<std::string, Program, std::less<>> defaults;      // parameter -> its look-up
  std::vector<std::pair<std::size_t, Program>> checks, conditions, cases, incidental;  // index into the list of the same name
};

struct ExampleCase {
  Example shown;
  Inputs plan;
  CalculationOptions options;
  std::vector<std::pair<std::string, std::string>> expected;  // formula or result -> exact text
  Place place;
};

struct Methodology::Data {
  std::string number, version, credit_type, rounding_rule;
  BothLanguages title, sector, baseline, note, rounding;
  std::optional<Date> valid_from, valid_to, published;
  bool removal = false;
  bool nature = false;
  std::vector<std::string> sources;
  std::map<std::string, std::string, std::less<>> source_titles;  // of every id that the pack names
  Hash pack_hash;
  std::string file_name;

  Exceptions exceptions;
  std::vector<Choice> choices;
  std::vector<UnitVariable> unit_variables;
  std::vector<RowList> row_lists;
  std::vector<Parameter> parameters;
  std::vector<NamedFormula> formulas;
  std::vector<Condition> conditions, cases;
  std::vector<InputCheck> checks;
  std::vector<IncidentalSource> incidental;
  IncidentalRule incidental_rule;
  std::vector<Example> examples;
  std::vector<ExampleCase> example_cases;
  std::string baseline_result, project_result, main_activity;

  std::vector<Variant> variants;
  Program by_ratio, thresholds;

  [[nodiscard]] const Parameter* parameter(std::string_view symbol) const;
  [[nodiscard]] const Variant* variant(const std::vector<std::pair<std::string, std::string>>& choices_made) const;
};

namespace detail {

// Names that formulas have without a pack's saying so.
inline constexpr std::string_view fiscal_year_name = "fiscal_year";
inline constexpr std::string_view months_elapsed_name = "months_elapsed";
inline constexpr std::string_view months_elapsed_last_name = "months_elapsed_last";
inline constexpr std::string_view period_years_name = "period_years";
inline constexpr std::string_view ratio_name = "ratio";
inline constexpr std::string_view calculated_name = "ER_calculated";

// "GJ/GJ_{basis_BL}" with the choice's value filled in.
[[nodiscard]] std::string fill_choices(std::string text, const std::vector<std::pair<std::string, std::string>>& choices);

// methodology.toml as data with its compiled variants; examples are not looked at.
[[nodiscard]] Result<std::shared_ptr<Methodology::Data>> read_data(std::string_view text, const std::string& file_name, const Hash& pack_hash,
                                                                   const TableSource& tables);

// Compiles every variant. Findings come together.
[[nodiscard]] Result<void> build_variants(Methodology::Data& data, const TableSource& tables);

// Calculates the pack's examples and compares.
[[nodiscard]] Result<void> check_examples(const Methodology& methodology, const TableSource& tables);

}  // namespace detail

}  // namespace sumi::rulebook
