// Any bytes as CSV: the reader never fails otherwise than by a refusal, fields lie where they may, and what was read, written again and
// read again, is the same.
#include <cstdint>
#include <cstdlib>

#include "base/csv.h"
#include "base/limits.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string written(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    // A lone empty field needs its quotes, or its line would be blank.
    if (row.size() == 1 && row[0].empty()) text += "\"\"";
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + sumi::csv_field(row[i]);
    text += "\r\n";
  }
  return text;
}

// Stops at the first refusal; its place must lie within the text.
std::vector<std::vector<std::string>> read(std::string_view text, bool must_hold) {
  std::vector<std::vector<std::string>> rows;
  sumi::CsvReader reader(text, "fuzz.csv");
  sumi::CsvRecord record;
  std::uint32_t line_before = 0;
  for (;;) {
    const auto more = reader.next(record);
    if (!more) {
      require(!must_hold && more.error().def != nullptr && more.error().place.line >= 1 && more.error().place.column >= 1);
      require(more.error().place.line <= text.size() + 1);
      return rows;
    }
    if (!*more) return rows;
    require(record.line > line_before && !record.fields.empty() && record.fields.size() <= sumi::limits::csv_columns_max);
    line_before = record.line;
    for (const auto field : record.fields) require(field.size() <= sumi::limits::csv_field_bytes_max);
    rows.emplace_back(record.fields.begin(), record.fields.end());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto rows = read(text, false);
  require(read(written(rows), true) == rows);
  for (const bool comments : {false, true}) {
    const auto table = sumi::read_csv(text, "fuzz.csv", comments);
    if (!table) {
      require(table.error().def != nullptr);
      continue;
    }
    std::vector<std::vector<std::string>> all{table->header};
    std::uint32_t line_before = 0;
    for (const auto& row : table->rows) {
      require(row.fields.size() == table->header.size() && row.line > line_before);
      line_before = row.line;
      all.push_back(row.fields);
    }
    const auto again = sumi::read_csv(written(all), "again.csv", comments);
    require(again.has_value() && again->header == table->header && again->rows.size() == table->rows.size());
    for (std::size_t i = 0; i < again->rows.size(); ++i) require(again->rows[i].fields == table->rows[i].fields);
  }
  return 0;
}
