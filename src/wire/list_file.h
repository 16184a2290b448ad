// A list as a file that an office program opens: CSV (UTF-8 with its mark, CRLF) or a workbook of one sheet (XLSX: ECMA-376, Office Open XML); and files packed
// into one ZIP. Equal lists give equal bytes: no time of day is written.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sumi::wire {

struct ListFile {
  std::string sheet;               // at most 31 characters of a sheet's name count; what Excel refuses in one is left out
  std::vector<std::string> head;
  std::vector<bool> number;        // per column: its cells are numbers where they read as one; empty: none is
  std::vector<std::vector<std::string>> rows;
};

// What would be taken for a formula is text (base/spreadsheet.h).
[[nodiscard]] std::string list_csv(const ListFile& list);
// A number of more than 15 digits stays text: Excel would change it. A workbook has at most 1,048,576 rows, the head among them; what is above them is left out
// and a last line says so.
[[nodiscard]] std::string list_xlsx(const ListFile& list);

// Names with '/' between folders, in the order given. std::runtime_error where there is no memory.
[[nodiscard]] std::string make_zip(std::span<const std::pair<std::string, std::string>> files);

}  // namespace sumi::wire
