// What formulas need of the rulebook's tables, and nothing more: the shape of a table (to check units at load) and one look-up.
// The rulebook implements it; a test may implement it over three lines of its own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/unit.h"

namespace sumi::rulebook {

struct TableColumn {
  std::string name;
  bool text = false;
  // The unit of every value of the column; "{unit}" in it stands for the text that the row has in its column `unit`
  // ("GJ_HHV/{unit}": per kL for one fuel, per t for another). Empty: dimensionless.
  std::string unit;
};

struct TableShape {
  std::string name;
  std::vector<std::string> keys;  // how many keys a look-up gives, and what they are; the fiscal year is none of them
  std::vector<TableColumn> columns;
  [[nodiscard]] const TableColumn* column(std::string_view column_name) const;
};

// Where a value comes from. Texts, as they are shown and kept in a trace.
struct CellSource {
  std::string row;         // the row of the table: its keys and validity ("都市ガス, FY2013")
  std::string source;      // ids of the table of sources
  std::string confidence;  // "high", "medium" or "low"
  std::string pack;        // the pack and its version or hash
  std::string published;   // the publication date as the rulebook has it; may be empty
};

struct TableCell {
  std::string text;   // of a text column
  Quantity quantity;  // of any other, in the row's own unit
  CellSource source;
};

struct TableQuestion {
  std::string_view table;
  std::string_view column;
  std::span<const std::string> keys;
  FiscalYear fiscal_year;        // whose value
  std::optional<Date> as_known;  // only what was published by this day; empty: everything
  bool allow_low_confidence = false;
};

class TableSource {
 public:
  TableSource() = default;
  TableSource(const TableSource&) = delete;
  TableSource& operator=(const TableSource&) = delete;
  virtual ~TableSource() = default;
  [[nodiscard]] virtual std::optional<TableShape> shape(std::string_view table) const = 0;
  // A missing value is refused with its reason; never the nearest year's instead.
  [[nodiscard]] virtual Result<TableCell> look_up(const TableQuestion& question) const = 0;
};

}  // namespace sumi::rulebook
