// From a pack's [[table]] and its CSV file to checked rows. Only rulebook.cc uses it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "rulebook/rulebook.h"
#include "rulebook/tree_fields.h"

namespace sumi::rulebook {

// A value column as pack.toml declares it.
struct ColumnSpec {
  ColumnInfo info;
  bool may_be_empty = false;
  std::vector<std::string> choices;  // empty: any text
};

struct TableSpec {
  TableInfo info;
  std::string file;
  bool sources = false;  // role = "sources": the rows are sources, not values
  std::vector<std::string> key_may_be_empty;
  bool open_start = false;  // the beginning of a validity may be unknown
  bool gaps = false;        // years or days may lack between two values
  std::string from, to;     // names of columns; the same one where each row holds for one year or day
  std::string source, confidence;
  std::string published, corrected, note;  // empty: the table has none
  std::vector<ColumnSpec> columns;
  Place place;
};

// Finds every [[table]] of a data pack; what is wrong goes to `findings`.
[[nodiscard]] std::vector<TableSpec> read_table_specs(const Pack& pack, Findings& findings);

// The rows of a value table, in the order of the file. Rows with a finding are left out.
[[nodiscard]] std::vector<Row> read_rows(const Pack& pack, const TableSpec& spec, Findings& findings);
[[nodiscard]] std::vector<Source> read_sources(const Pack& pack, const TableSpec& spec, Findings& findings);

// Validity against validity: doubles, overlaps, gaps, corrections. `shown_file` names the file in findings.
void check_validities(const TableSpec& spec, const std::vector<Row>& rows, const std::string& shown_file, Findings& findings);

// "FY2023", "2017-10-01"; empty for none.
[[nodiscard]] std::string show_bound(ValidityKind kind, std::optional<std::int32_t> bound);
// "FY2013", "FY2009..FY2022", "2017-10-01..", "..2023-09-30", "always".
[[nodiscard]] std::string show_validity(ValidityKind kind, const Row& row);
// "A0274 / メニューC(残差)"
[[nodiscard]] std::string show_key(std::span<const std::string> key);
// Those of the names that differ least from a mistyped one, joined; empty where none is near.
[[nodiscard]] std::string nearest_names(std::string_view wanted, const std::set<std::string>& names);

}  // namespace sumi::rulebook
