// A list as somebody keeps it, CSV or XLSX, as lines of text: titles above the headers and broken lines included, since a list that is not ours is taken
// as it is. A line that cannot be split is told by itself, and the lines behind it are read on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/result.h"

namespace sumi::wire {

struct SheetLine {
  std::uint32_t line = 0;                // of the file or the sheet, from 1
  std::vector<std::string> cells;
  std::vector<std::size_t> error_cells;  // columns with an error of Excel (#N/A)
  std::optional<Error> broken;           // base.csv_*: the line is skipped to the next line end
};
struct SheetLines {
  std::string sheet;  // of a workbook
  bool workbook = false;
  std::vector<SheetLine> lines;  // blank ones left out
};

// A workbook is told by its first bytes. CSV: UTF-8, UTF-16 with BOM or cp932. Errors: those of read_xlsx, base.text_encoding; wire.xlsx_too_large for more
// lines than a list may have.
[[nodiscard]] Result<SheetLines> read_sheet_lines(BytesView bytes, const std::string& file_name, std::string_view sheet = {});

}  // namespace sumi::wire
