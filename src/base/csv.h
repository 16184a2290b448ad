// RFC 4180 reading for the bulk path, with the line and column of everything.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumi {

// A record's fields point into the reader's own buffers and live until the next call of next().
struct CsvRecord {
  std::uint32_t line = 0;  // of its first character, from 1
  std::vector<std::string_view> fields;
};

class CsvReader {
 public:
  // `text` is UTF-8 and outlives the reader. CRLF, LF and CR end a record; a quoted field may hold all of them and "".
  CsvReader(std::string_view text, std::string file_name);
  // false at the end. Errors: base.csv_quote (an unclosed or misplaced quote), base.csv_field_too_long, base.csv_too_many_columns.
  // After an error the reader stays where it was.
  Result<bool> next(CsvRecord& record);
  // Passes over blank lines and, where `comments`, lines that begin with '#', up to the next record or the end.
  void skip_blank_lines(bool comments);
  [[nodiscard]] const std::string& file_name() const { return file_name_; }

 private:
  std::string_view text_;
  std::string file_name_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  struct Cursor;
  Result<void> quoted_field(Cursor& at, CsvRecord& record);
  Result<void> bare_field(Cursor& at, CsvRecord& record);
  void unescape(CsvRecord& record);
  [[nodiscard]] Place place_of(std::size_t offset, std::uint32_t line) const;
  std::vector<std::uint32_t> doubled_;  // the fields of this record that hold ""
  std::string unescaped_;               // what those fields point into
};

// A whole table with a header row. A row with another number of fields than the header is refused with its line (base.csv_columns); a header
// name twice too. Blank lines and, where `comments`, lines that begin with '#' are passed over.
struct CsvTable {
  std::string file_name;
  std::vector<std::string> header;
  std::uint32_t header_line = 1;
  struct Row {
    std::uint32_t line = 0;
    std::vector<std::string> fields;
  };
  std::vector<Row> rows;
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};
[[nodiscard]] Result<CsvTable> read_csv(std::string_view text, std::string file_name, bool comments = false);

// Quotes only where needed: for a comma, a quotation mark, a line end, or a '#' in front (which read_csv might take for a comment).
[[nodiscard]] std::string csv_field(std::string_view value);

}  // namespace sumi
