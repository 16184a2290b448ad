// The rulebook: every value that a ministry can change, with its validity, source, confidence and date of publication.
//
// Packs are read once, checked whole and never changed. A value is asked for by table, key, column and the fiscal year or day to which it
// applies; the nearest year is never taken. Beside the year of validity there is a date of knowledge (`as_known`): only what was published
// on or before that day counts, and a correction counts from its own publication.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/number.h"
#include "base/result.h"
#include "base/unit.h"
#include "rulebook/pack.h"

namespace sumi::rulebook {

class Methodology;  // rulebook/methodology.h
class Findings;

// Rates the value, not the kind of source. A low one is usable only where the user says so.
enum class Confidence : std::uint8_t { high, med, low };
[[nodiscard]] std::string_view name_of(Confidence);

enum class ColumnKind : std::uint8_t { number, text, date };
struct ColumnInfo {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  // Of a number: "tCO2/kWh", or with the name of a text column in braces, "GJ_HHV/{unit}", where each row has its own unit.
  std::string unit_pattern;
  std::optional<Unit> unit;  // where the pattern has no braces
  std::string title_ja;
  std::string title_en;
};

enum class ValidityKind : std::uint8_t { always, fiscal_year, day };
struct TableInfo {
  std::string name;    // "shk-fuels/factors": family of the pack / name in the pack
  std::string family;  // "shk-fuels"
  std::string title_ja;
  std::string title_en;
  ValidityKind validity = ValidityKind::always;
  // Fiscal-year tables: the names under which a year may be given and how far each lies after the first: actual 0, calculation 1, report 2.
  std::vector<std::pair<std::string, int>> axes;
  std::vector<std::string> keys;  // names of the key columns, in order
  std::vector<ColumnInfo> columns;
  std::size_t row_count = 0;
  std::size_t key_count = 0;
  [[nodiscard]] const ColumnInfo* column(std::string_view column_name) const;
};

// Where a value comes from: what a trace, a receipt and `sumi rules show` print beside it.
struct Provenance {
  std::string table;    // "shk-fuels/factors"
  std::string edition;  // of the pack
  Hash pack_hash;
  std::vector<std::string> key;  // in the order of TableInfo::keys
  std::string column;
  std::string valid_from;            // "FY2023" or a day; empty = no beginning is known
  std::string valid_to;              // empty = still valid
  std::vector<std::string> sources;  // ids of the table of sources
  Confidence confidence = Confidence::high;
  std::optional<Date> published;     // empty with `published_assumed`: as long as anybody knows
  bool published_assumed = false;    // no publication date is known; the start of the validity stands for it
  std::optional<Date> corrected_on;  // this value was replaced on that day
  Place place;                       // file and line in the pack
};

struct Value {
  std::variant<Quantity, std::string, Date> value;
  Provenance provenance;
  [[nodiscard]] const Quantity& quantity() const { return std::get<Quantity>(value); }  // column of kind number
  [[nodiscard]] const std::string& text() const { return std::get<std::string>(value); }
  [[nodiscard]] Date date() const { return std::get<Date>(value); }
  [[nodiscard]] bool is_quantity() const { return std::holds_alternative<Quantity>(value); }
  [[nodiscard]] std::string to_string() const;  // "0.000452 tCO2/kWh"
};

// One line of a table with its parsed cells.
struct Row {
  std::vector<std::string> key;
  std::vector<std::optional<std::variant<Quantity, std::string, Date>>> cells;  // in the order of TableInfo::columns; empty = not published
  std::optional<std::int32_t> first;  // fiscal year or day (days since 1970) from which it holds; empty = no beginning is known
  std::optional<std::int32_t> last;   // empty = still valid
  std::vector<std::string> sources;
  Confidence confidence = Confidence::high;
  std::optional<Date> published;
  bool published_assumed = false;
  std::optional<Date> corrected_on;
  std::string note;
  Place place;
};

// A row of a table of sources.
struct Source {
  std::string id;
  std::string basis;  // official, scheme_copy, secondary, statute_recalled, derived, sumi
  std::string title;
  std::string publisher;
  std::string published;  // as far as known: year, month or day
  std::string updated;
  std::string address;
  std::string seen_via;
  std::string note;
};

// To what the value is applied. A fiscal-year table takes a day (the fiscal year around it); a day table takes a fiscal year only if
// one value holds on all its days.
using AppliesTo = std::variant<std::monostate, FiscalYear, Date>;

struct Query {
  std::string table;             // "shk-electricity/factors"
  std::vector<std::string> key;  // one text per key column
  std::string column;            // may be empty where the table has one value column only
  AppliesTo on;                  // needed unless the table's values hold always
  std::string axis;              // name of the year, "calculation"; empty = the table's first
  std::optional<Date> as_known;  // empty = everything that is in the packs
  bool allow_low_confidence = false;
};

class Rulebook {
 public:
  // Reads one methodology pack against the data; called once for each, after all data packs hold.
  using MethodologyReader = std::function<Result<std::shared_ptr<const Methodology>>(const Pack&, const Rulebook&)>;

  // Reads `directory`/packs/*/ and `directory`/methodology/*/. Without a reader the methodology packs are kept and hashed but not read.
  // Up to limits::rulebook_errors_max findings come together, in Error::also.
  static Result<Rulebook> load(const std::string& directory, const MethodologyReader& reader = {});
  // From packs at hand, adopted ones for example. No family may come twice.
  static Result<Rulebook> from_packs(std::vector<Pack> packs, const MethodologyReader& reader = {});

  // Refusals in order of precedence: table_unknown, column_unknown, axis_unknown, key_count, key_unknown (with the nearest keys),
  // year_needed, no_rule_data (names the years at hand), day_needed (the value changes within the fiscal year), not_yet_published,
  // low_confidence.
  [[nodiscard]] Result<Value> look_up(const Query& query) const;
  // Every value of a key and column, oldest validity first, a corrected one before its correction.
  [[nodiscard]] Result<std::vector<Value>> values(std::string_view table, std::span<const std::string> key, std::string_view column) const;
  // Whether the key stands in the table in any year.
  [[nodiscard]] bool has_key(std::string_view table, std::span<const std::string> key) const;

  [[nodiscard]] const std::vector<TableInfo>& tables() const;  // by name
  [[nodiscard]] const TableInfo* table(std::string_view name) const;
  [[nodiscard]] std::span<const Row> rows(std::string_view table) const;  // in the order of the file; empty for an unknown table
  [[nodiscard]] const std::vector<Source>& sources() const;               // by id
  [[nodiscard]] const Source* source(std::string_view id) const;

  [[nodiscard]] const std::vector<Pack>& packs() const;  // by family; data and methodology packs
  [[nodiscard]] const Pack* pack(std::string_view family) const;
  // By number; empty without a reader.
  [[nodiscard]] const std::vector<std::pair<std::string, std::shared_ptr<const Methodology>>>& methodologies() const;
  [[nodiscard]] const Methodology* methodology(std::string_view number) const;

  // The sorted lines "family edition hash\n" of all packs, and SHA-256 of them.
  [[nodiscard]] const std::string& manifest_text() const;
  [[nodiscard]] const Hash& manifest() const;

  struct Data;  // rulebook_data.h

 private:
  static Result<Rulebook> build(std::vector<Pack> packs, Findings findings, const MethodologyReader& reader);
  std::shared_ptr<const Data> data_;  // shared by copies
};

}  // namespace sumi::rulebook
