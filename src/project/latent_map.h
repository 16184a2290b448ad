// MAP.toml: which column of a list is what, made once by guessing from the headers, corrected by a person, used again for every list of that kind.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/tree.h"
#include "project/latent_rules.h"

namespace sumi::project {

struct MappedColumn {
  std::string field;
  std::string header;      // as in the list; compared by plain_header()
  std::optional<Unit> unit;  // of numbers without a unit that depends on a fuel
  std::string unit_text;     // of numbers: "kL"; empty: the field's own
};
struct Declared {
  Quantity value;  // in the assumption's unit
  std::optional<FiscalYear> year;
};
struct ListMap {
  std::string sheet;              // of a workbook; empty: the first
  std::uint32_t header_line = 1;  // as the list counts its lines
  std::optional<Date> application;  // of the registration or the membership: R2 counts from it
  std::optional<FiscalYear> fuel_factors_of;  // whose fuel factors are taken
  std::vector<MappedColumn> columns;
  std::map<std::string, std::string, std::less<>> same_for_all;  // field -> what the whole list has in common
  std::map<std::string, std::string, std::less<>> kinds;         // name of equipment in the form of plain() -> kind; "-" = leave out
  std::map<std::string, Declared, std::less<>> declared;

  [[nodiscard]] const MappedColumn* column(std::string_view field) const;
};

// Errors: project.find_map_key (with what is known), find_map_value, each with the place in the file.
[[nodiscard]] Result<ListMap> read_list_map(const Tree& tree, const FindRules& rules);

// What a guess looks at: the list's lines as they are, so that it can also find the header among titles above it.
struct ListSample {
  std::string file_name;
  std::string sheet;
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> lines;  // number and cells
};
struct GuessedHeader {
  std::size_t index = 0;  // into ListSample::lines
  std::vector<std::string> fields;  // per column; "" = not recognised
};
// The line among the first twenty that names the most fields; nothing where none names two.
[[nodiscard]] std::optional<GuessedHeader> guess_header(const ListSample& sample, const FindRules& rules);
// The map as a commented file. Every column stands in it, those not recognised as comments. Error: project.find_no_header.
[[nodiscard]] Result<std::string> guess_list_map(const ListSample& sample, const FindRules& rules, const rulebook::Rulebook& rulebook);

}  // namespace sumi::project
