#include "wire/sheet.h"

#include <algorithm>

#include "base/csv.h"
#include "base/text.h"
#include "wire/errors.h"
#include "wire/xlsx.h"

namespace sumi::wire {
namespace {

constexpr std::size_t lines_max = 200'000;  // as many as a sheet may have here

// The start of the line behind the one at `offset`.
std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find_first_of("\r\n", offset);
  if (end == std::string_view::npos) return text.size();
  return text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1;
}

bool blank(const std::vector<std::string>& cells) {
  return std::ranges::all_of(cells, [](const std::string& c) { return trim(c).empty(); });
}

Result<SheetLines> from_csv(BytesView bytes, const std::string& file_name) {
  SUMI_TRY(const auto decoded, decode_text(bytes, file_name));
  const std::string_view text = decoded.utf8;
  SheetLines out;
  std::size_t offset = 0;    // where the present reader begins
  std::uint32_t before = 0;  // lines above it
  while (offset < text.size()) {
    CsvReader reader(text.substr(offset), file_name);
    CsvRecord record;
    for (;;) {
      auto more = reader.next(record);
      if (out.lines.size() > lines_max) return fail(errors::xlsx_too_large, {{"what_ja", "行の数"}, {"what_en", "rows"}, {"limit", std::to_string(lines_max)}}, {file_name, 0, 0});
      SheetLine line;
      line.line = before + record.line;
      if (!more) {
        // A quotation mark that is never closed takes all that follows with it: skip its first line only, and go on behind it.
        line.broken = std::move(more).error();
        if (line.broken->place.line != record.line) line.broken->place = {file_name, record.line, 0};
        line.broken->place.line += before;
        out.lines.push_back(std::move(line));
        for (std::uint32_t n = 0; n < record.line; ++n) offset = next_line(text, offset);
        before += record.line;
        break;
      }
      if (!*more) return out;
      line.cells.assign(record.fields.begin(), record.fields.end());
      if (!blank(line.cells)) out.lines.push_back(std::move(line));
    }
  }
  return out;
}

}  // namespace

Result<SheetLines> read_sheet_lines(BytesView bytes, const std::string& file_name, std::string_view sheet) {
  const bool compound = bytes.size() >= 4 && bytes[0] == 0xD0 && bytes[1] == 0xCF;
  if (!looks_like_zip(bytes) && !compound) return from_csv(bytes, file_name);
  SUMI_TRY(const Sheet read, read_xlsx(bytes, file_name, sheet));
  SheetLines out{read.name, true, {}};
  for (const SheetRow& row : read.rows) {
    SheetLine line;
    line.line = row.line;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      line.cells.push_back(row.cells[i].text);
      if (row.cells[i].error) line.error_cells.push_back(i);
    }
    if (!blank(line.cells)) out.lines.push_back(std::move(line));
  }
  return out;
}

}  // namespace sumi::wire
