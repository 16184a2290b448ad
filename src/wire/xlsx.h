// A sheet of an Excel workbook (XLSX: ECMA-376, Office Open XML) as a table of text, as a reader of a list sees it.
//
// Cells become the text that the list's owner meant: shared and inline texts without their furigana, numbers with the 15 digits that Excel shows,
// dates by their number format. A format without a day gives a month ("2017年5月"), one without a month a year, since evidence often knows no more;
// both date systems (1900 and 1904) are read. Formulas give their stored result; merged cells have their value in the first cell, as stored.
//
// A workbook is a foreign file: sizes are bounded before anything is unpacked, no external entity, link or macro is followed or kept, and a part with
// a document type is refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/result.h"

namespace sumi::wire {

struct SheetCell {
  std::string text;   // trimmed of nothing; "" where the cell is empty
  bool error = false; // #N/A, #REF! and the like: `text` is that word
};
struct SheetRow {
  std::uint32_t line = 0;  // of the sheet, from 1, as Excel numbers it
  std::vector<SheetCell> cells;
};
struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  // those that hold a cell with text, in order
};

// Whether the bytes begin as a ZIP archive does: what tells an XLSX from a CSV.
[[nodiscard]] bool looks_like_zip(BytesView bytes);

// `sheet` empty: the first one that is not hidden. Errors: wire.xlsx_protected (a password, or the old .xls), wire.xlsx_damaged (names the part), wire.xlsx_too_large,
// wire.xlsx_sheet_unknown (with the names that there are).
[[nodiscard]] Result<Sheet> read_xlsx(BytesView bytes, const std::string& file_name, std::string_view sheet = {});

// "C" for column 2: how a message names a cell.
[[nodiscard]] std::string column_letters(std::size_t column);

}  // namespace sumi::wire
