// Latent credits: what of a list of equipment could become credits, alone or together, or not and why.
//
// For each line: what it is (kind, methodology), the rules of registration that a list can answer (R1 place, R2 two-year rule with partial dates, R4 not
// registered twice, R5 legal duty and payback, R6 a methodology covers it), the registered programmes it could join (methodology, area, common attribute
// of 実施規程 2.2.9), an estimate of the yearly reduction, and what it would earn at a published or a given price. Nothing is guessed: where a figure is
// missing the line says which column is needed. An estimate is no calculation by a methodology, and certifies nothing.
//
// What a line is told first: join (a registered programme takes it), own (a project of its own), together (with others of the list), open (a column is
// missing), not_possible (a rule says no), unreadable (the line has to be corrected).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "project/eligibility.h"
#include "project/latent_map.h"
#include "project/member_list.h"

namespace sumi::project {

enum class FindVerdict : std::uint8_t { join = 1, own = 2, together = 3, open = 4, not_possible = 5, unreadable = 6 };
[[nodiscard]] std::string_view name_of(FindVerdict verdict);
[[nodiscard]] std::string_view title_of(FindVerdict verdict, Language language);

// A line as it was read.
struct ListLine {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
  std::vector<std::size_t> error_cells;  // columns in which Excel shows an error
  std::optional<Error> unreadable;       // the line could not be split into cells
};

// A registered programme that takes members.
struct FindProgramme {
  std::string number;
  std::string title;
  std::string operator_name;
  std::vector<std::string> methodologies;
  std::vector<std::string> prefectures;  // empty: not said; "全国": everywhere
  std::string attributes;                // letters a to f; empty: not said
  std::string subsidy;                   // of attribute e
  std::optional<Date> until;             // last day on which it takes members
};
// A CSV with a header row: number, title, operator, methodologies (joined by ;), prefectures (;), attributes, subsidy, until; Japanese names stand in the
// source. Errors: base.csv_*, project.find_programme.
[[nodiscard]] Result<std::vector<FindProgramme>> read_programmes(std::string_view utf8, const std::string& file_name, const FindRules& rules);

struct ProgrammeChance {
  std::size_t programme = 0;
  Answer answer = Answer::not_yet_knowable;  // met, or not_yet_knowable where the list or the programme does not say
  char attribute = 0;                        // by which it joins
  std::vector<std::string> needed;           // fields that would tell
};

struct FindPrice {
  Rational yen_per_t;
  std::string basis_ja, basis_en;  // where it comes from: a past value, or given by whoever asks
};
using FindPrices = std::map<std::string, FindPrice, std::less<>>;  // by category of the market
// The newest published price of each category that was known on `on`. `given`: "2000", or "省エネ=2000"; they come first. Error: project.find_price.
[[nodiscard]] Result<FindPrices> find_prices(const rulebook::Rulebook& rulebook, const FindRules& rules, Date on, const std::vector<std::string>& given);

struct FoundLine {
  std::uint32_t line = 0;
  std::map<std::string, std::string, std::less<>> values;  // by field, as written
  std::string prefecture;   // of the column, or the address begins with it
  std::string kind;         // empty: not told
  std::string methodology;
  FindVerdict verdict = FindVerdict::open;
  Answer own = Answer::not_yet_knowable;  // could be a project of its own
  std::vector<ProgrammeChance> programmes;
  std::string attribute;         // by which it could go together with others: "e"
  std::string attribute_detail;  // the subsidy's name, the operator's name
  std::vector<RuleFinding> findings;
  std::vector<Error> errors;
  std::vector<std::string> needed;  // fields that the list lacks, in the order of asking
  std::string estimate;             // method; empty: none could be made
  std::string ground;
  std::optional<Rational> tonnes;   // a year, exact
  std::optional<Rational> yen;      // a year, at the category's price
  [[nodiscard]] std::string value(std::string_view field) const;
};

// A member of a registered programme that has a key of the line: the same equipment, or only the same place.
struct RegisteredHit {
  std::uint64_t project = 0;
  bool equipment = false;
};
struct FindOptions {
  Date application;
  std::string operator_name;  // of a programme to be: attributes b and c are asked for it; may be empty
  FindPrices prices;
  std::function<std::optional<RegisteredHit>(const MemberRow&)> registered;  // of a store's members, by their keys; may be empty
  std::function<void(std::size_t)> progress;                                 // lines done; may be empty
};
struct FindReport {
  std::vector<FoundLine> lines;
  std::map<FindVerdict, std::size_t> counts;
  std::map<FindVerdict, Rational> tonnes;  // of lines with an estimate
  std::map<FindVerdict, Rational> yen;
  std::size_t without_price = 0;     // lines with an estimate of a category without a price
  Rational tonnes_without_price;
};
// Errors: project.find_column_unknown (the map names a header that the list does not have), find_no_application and what the rulebook refuses.
[[nodiscard]] Result<FindReport> find_latent(const rulebook::Rulebook& rulebook, const FindRules& rules, const ListMap& map, const std::string& file_name,
                                             const std::vector<std::string>& header, const std::vector<ListLine>& lines,
                                             const std::vector<FindProgramme>& programmes, const FindOptions& options);

// Lines that can go into one application: those told together, by methodology and common attribute.
struct FindGroup {
  std::string methodology;
  std::string attribute;
  std::string detail;
  std::vector<std::size_t> lines;  // indices into FindReport::lines
  Rational tonnes;
};
[[nodiscard]] std::vector<FindGroup> groups_of(const FindReport& report);
// The list of reductions (project/member_list.h) and the plan's head of one group. What the list does not know is left empty for the operator to write.
[[nodiscard]] std::string members_csv(const FindReport& report, const FindGroup& group, const rulebook::Rulebook& rulebook, Date application);
[[nodiscard]] Plan programme_draft(const FindReport& report, const FindGroup& group, const rulebook::Rulebook& rulebook, const FindRules& rules, Date application,
                                   const std::string& operator_name);
// One line for each line of the list, with every answer.
[[nodiscard]] std::string report_csv(const FindReport& report, const FindRules& rules, const std::vector<FindProgramme>& programmes, Language language);

}  // namespace sumi::project
