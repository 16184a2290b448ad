// The parts of latent.cc: reading a line's cells, and estimating. Not for other rooms.
#pragma once

#include <set>

#include "project/latent.h"

namespace sumi::project {

// A column's number -> field, or empty.
struct ListColumns {
  std::vector<std::string> fields;
  std::vector<std::string> headers;
  std::map<std::string, std::size_t, std::less<>> column_of;
};

// What a line gives, parsed.
struct LineValues {
  std::map<std::string, Rational, std::less<>> numbers;    // in the field's unit; of fuels in the table's unit a year
  std::map<std::string, std::string, std::less<>> words;   // yes/no, owner, prefecture, fuel
  std::map<std::string, PartialDate, std::less<>> dates;
  std::set<std::string, std::less<>> without_condition;    // amounts of gas in m3 that say neither m3N nor m3SATP
  [[nodiscard]] bool has(std::string_view field) const { return numbers.contains(field) || words.contains(field) || dates.contains(field); }
  [[nodiscard]] std::string word(std::string_view field) const {
    const auto it = words.find(field);
    return it == words.end() ? std::string() : it->second;
  }
};

class LineReader {
 public:
  LineReader(const FindRules& rules, const ListMap& map, const ListColumns& columns, std::string file_name, const rulebook::Rulebook& book);
  // Texts go to out.values, what is wrong to out.errors.
  LineValues read(const ListLine& line, FoundLine& out) const;
  // The unit of a fuel's use ("kL"), for the year of the map; nothing where the table does not have it.
  [[nodiscard]] std::optional<Unit> fuel_unit(const std::string& fuel) const;
  [[nodiscard]] Place place(const FoundLine& line, std::string_view field) const;

 private:
  void one(const ListField& field, const std::string& text, FoundLine& out, LineValues& values) const;
  void number(const ListField& field, const std::string& text, FoundLine& out, LineValues& values) const;
  [[nodiscard]] std::optional<Unit> unit_of(const ListField& field, const LineValues& values) const;

  const FindRules& rules_;
  const ListMap& map_;
  const ListColumns& columns_;
  std::string file_;
  std::map<std::string, Unit, std::less<>> fuel_units_;
  std::map<std::string, Unit, std::less<>> units_;  // of number fields without a fuel
};

// The first estimate of the kind for which the line has everything. Where none can be made, `needed` says what the first ones lack.
struct Estimated {
  const Estimate* estimate = nullptr;
  Rational baseline, project;  // tCO2 a year
  std::vector<std::string> needed;
  std::optional<Error> error;  // a factor is not at hand, or the arithmetic fails
};
[[nodiscard]] Estimated estimate_line(const EquipmentKind& kind, const LineValues& values, const FindRules& rules, const ListMap& map, const LineReader& reader,
                                      const rulebook::TableSource& tables);

}  // namespace sumi::project
