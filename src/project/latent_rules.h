// How lists of equipment are read: the pack sumi-find with its words looked up and its estimates compiled once.
//
// A list is kept by a subsidy office or a bank for other purposes, so everything about its language is data: headers, words for yes and no, names of
// equipment. The pack holds no value of the scheme; factors are looked up where the scheme's packs have them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rulebook/formula.h"
#include "rulebook/methodology.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

enum class FieldKind : std::uint8_t { text, number, date, yes_no, owner, prefecture, fuel };

// Something that a list may say of a line.
struct ListField {
  std::string field;  // "kwh_before"
  rulebook::BothLanguages title;
  FieldKind kind = FieldKind::text;
  std::string unit;                 // of numbers: "kWh/year"; "{fuel_before}/year": of that fuel
  std::optional<Rational> maximum;  // in that unit
};
// One way to estimate the yearly reduction: two formulas, EM_BL and EM_PJ in tCO2/year.
struct Estimate {
  std::string method;
  rulebook::BothLanguages title;
  std::vector<std::string> needs;  // fields
  std::vector<std::string> same;   // fields that must be equal where they are given
  // "measured": use before and after; "main_only": main emissions only; "declared": rests on a declared value; "stated": as the list says.
  std::string ground;
  std::vector<std::string> assumptions;  // declared values that it needs
  rulebook::Program program;
};
struct EquipmentKind {
  std::string kind;
  rulebook::BothLanguages title;
  std::string methodology;  // empty: the list of methodologies has none for it
  rulebook::BothLanguages methodology_title;
  bool abolished = false;
  std::string market_category;
  rulebook::BothLanguages monitored;
  std::vector<std::size_t> estimates;  // in order of preference; indices into FindRules::estimates
};
// A value that whoever reads the list declares. `proposal`: the newest that the rulebook has, with its year.
struct AssumptionField {
  std::string assumption;
  rulebook::BothLanguages title;
  Unit unit;
  std::optional<Quantity> proposal;
  std::optional<FiscalYear> proposal_year;
};
struct KindWord {
  std::string word;  // in the form of plain()
  int rank = 0;
  std::size_t kind = 0;
};

struct FindRules {
  std::vector<ListField> fields;  // in the pack's order
  std::vector<std::pair<std::string, std::string>> headers;  // words of a header in the form of plain_header(), field
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> words;  // by list: word in the form of plain() -> value
  std::vector<EquipmentKind> kinds;
  std::vector<KindWord> kind_words;
  std::vector<Estimate> estimates;
  std::vector<AssumptionField> assumptions;
  std::vector<rulebook::UnitVariable> unit_variables;

  [[nodiscard]] const ListField* field(std::string_view name) const;
  [[nodiscard]] const EquipmentKind* kind(std::string_view name) const;
  [[nodiscard]] const AssumptionField* assumption(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> word(std::string_view list, std::string_view text) const;
  // The kinds whose words the name holds: of the highest rank, then of the longest word. More than one: the name does not tell.
  [[nodiscard]] std::vector<const EquipmentKind*> kinds_of(std::string_view equipment) const;
};

// Errors: those of the rulebook's look-ups and of its formulas; project.find_pack where the pack contradicts itself.
[[nodiscard]] Result<FindRules> read_find_rules(const rulebook::Rulebook& rulebook);

// How words are compared: NFKC, no spaces, ASCII in lower case.
[[nodiscard]] std::string plain(std::string_view text);
// The same for a header, without a unit in brackets and without の.
[[nodiscard]] std::string plain_header(std::string_view header);
// The unit in a header's brackets ("総事業費(万円)"); empty where there is none that is known.
[[nodiscard]] std::string unit_of_header(std::string_view header);
// `unit` as it was written, or with "/year" or "/piece" behind it, whichever the field's unit takes. Nothing: it takes none of them.
[[nodiscard]] std::optional<Unit> unit_for(std::string_view unit, const Unit& field_unit);

}  // namespace sumi::project
