// What a credit may be used for: one unit's facts against the rows of the rulebook's pack "credit-eligibility".
//
// Pure. A row of schemes.csv keeps the words of its publication and says in its own columns which units it means; a row answers "this unit",
// "not this unit" or "not known" where a fact is missing (whether the user made it, whether a biomass project's credit is power or heat).
//
// How an answer is found, in this order:
//   1. a row that means this unit and says no                                   not_met
//   2. the best of the rows that mean it and say yes: outside of the row's time of reductions not_met; that time straddled, or a
//      corresponding adjustment asked for and neither applied nor authorised not_yet_knowable; authorised and not yet applied, something to be
//      shown, a "conditional" or a value of low confidence conditional; else met. A row that says no and may mean the unit makes a yes not_yet_knowable.
//   3. a row of a rule that is announced and not in force                       not_yet_knowable, never a yes
//   4. only rows that may mean it                                               not_yet_knowable, with the facts that are missing
//   5. a J-Credit that no dated row means: the table of uses of the scheme's page, read alike (its circles are of low confidence)
//   6. nothing                                                                  no_rule_data: never read as yes or no
// A no of low confidence refuses nobody: it is conditional. A label "eligible" on the units that names the scheme counts as what was to be shown.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "claim/errors.h"
#include "registry/registry.h"
#include "rulebook/rulebook.h"

namespace sumi::claim {

enum class Verdict : std::uint8_t { met = 1, conditional = 2, not_yet_knowable = 3, no_rule_data = 4, not_met = 5 };
enum class OwnMade : std::uint8_t { unknown = 0, own = 1, partly = 2, others = 3 };  // by the one who uses it
enum class Allowed : std::uint8_t { yes = 1, no = 2, planned = 3, conditional = 4 };
// A fact that was missing, or what stands against the unit.
enum class Point : std::uint8_t { programme = 1, code = 2, credit_type = 3, methodology_class = 4, maker = 5, vintage = 6, adjustment = 7, condition = 8, confidence = 9, not_in_force = 10, excluded = 11 };

struct UnitFacts {
  std::string crediting_programme;  // "J-Credit", "Verra"; "" = not known
  std::string programme_code;       // 制度記号
  std::string credit_type;          // クレジット種別
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  std::string methodology;          // EN-S-001
  std::optional<Period> vintage;    // when the reductions were made, as far as the ledger knows: a fiscal year
  OwnMade own_made = OwnMade::unknown;
  bool adjusted = false;                  // a label says so, or the ledger of adjustments has it as applied
  bool authorised = false;                // by the host, in force on the day
  bool authorised_international = false;  // and for international mitigation
  std::set<std::string> eligible_for;   // schemes that labels name
};

// Words that a row asks for; empty = any.
using Words = std::set<std::string>;
struct EligibilityRow {
  std::string scheme, credit;        // keys of the row
  std::string scheme_ja, scheme_en;
  Allowed allowed = Allowed::yes;
  std::string limit_ja, limit_en;    // limit of the quantity and what it is of; "" = none is stated
  std::string condition_ja, condition_en;
  std::optional<Date> vintage_from, vintage_to;
  std::optional<Date> from, to;      // when the row holds
  bool by_emissions_year = false;    // it holds by the year of the emissions, else by the day of the use
  Words programmes;                  // names of the table of programmes
  bool all_but = false;              // every programme but those
  Words codes, types, classes, unit_kinds;
  std::optional<OwnMade> own_made;   // own or others
  bool adjustment = false;           // with a corresponding adjustment
  bool international = false;        // a scheme of ICAO: an authorisation for a national contribution is none
  std::optional<Date> adjustment_from;  // only of reductions from that day on
  bool declare = false;              // the condition holds something that the ledger does not know
  std::vector<std::string> sources;
  rulebook::Confidence confidence = rulebook::Confidence::high;
};

struct EligibilityRules {
  std::vector<EligibilityRow> schemes;
  std::vector<EligibilityRow> uses;                                // scheme = the use
  std::map<std::string, std::string, std::less<>> programme_names; // every name and alias, in small letters, to the programme
  std::map<std::string, Words, std::less<>> programme_classes;     // where a programme's units are of one class
  std::map<std::string, Words, std::less<>> classes;               // by the beginning of a methodology's number
  // The tables of the pack; empty where the rulebook does not have it.
  [[nodiscard]] static EligibilityRules from(const rulebook::Rulebook& rulebook);
  [[nodiscard]] bool empty() const { return schemes.empty() && uses.empty(); }
  [[nodiscard]] std::set<std::string> scheme_keys() const;
  [[nodiscard]] std::string programme_of(std::string_view name) const;  // "" = not known
  // The classes it may be of; empty = not known.
  [[nodiscard]] Words classes_of(const UnitFacts& facts) const;
};

struct Question {
  Words schemes;       // keys; a purpose may name several, its day tells which holds
  std::string use;     // of the table of uses; "" = none
  Date on;             // day of the use
  FiscalYear year;     // of the emissions it is used for; 0 = not stated
};

struct Judgement {
  Verdict verdict = Verdict::no_rule_data;
  std::vector<const EligibilityRow*> rows;  // that decided; they live as long as the rules
  std::set<Point> points;                   // why it is not met
};

[[nodiscard]] Judgement judge(const UnitFacts& facts, const Question& question, const EligibilityRules& rules);

// The facts of serials as they stand on that day; a range is cut where a label begins or ends. The batch must be there.
struct Piece {
  registry::SerialRange range;
  UnitFacts facts;
};
[[nodiscard]] std::vector<Piece> pieces_of(const registry::Registry& registry, const registry::SerialRange& range, OrganisationNumber user, Date on);

// The question that a purpose of the rulebook asks.
[[nodiscard]] Question question_of(const registry::RegistryRules::Purpose& purpose, Date on, FiscalYear year);
// Refuses with claim.not_eligible the first units that may not serve the purpose; what is only conditional or not known passes.
Result<void> check_units(const registry::Registry& registry, const std::vector<registry::SerialRange>& ranges, const std::string& purpose,
    const Question& question, OrganisationNumber user, const EligibilityRules& rules);

// In words: the points, then condition, limit and where from.
[[nodiscard]] std::string reason(const Judgement& judgement, Language language);
[[nodiscard]] std::string_view word_of(Verdict verdict, Language language);
[[nodiscard]] std::string_view name_of(Verdict verdict);  // "not_met"
[[nodiscard]] std::string_view name_of(Point point);

}  // namespace sumi::claim
