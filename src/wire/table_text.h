// Lists as tables of text, for a terminal: columns as wide as their widest cell, East Asian wide characters counted as two, numbers to the right.
//
//   organisation  name                        held
//   ------------  --------------------------  -----
//              1  墨田ボイラー工業株式会社    1,234
#pragma once

#include <span>
#include <string>
#include <vector>

#include "wire/tree_codec.h"

namespace sumi::wire {

class TextTable {
 public:
  explicit TextTable(std::vector<std::string> headings);
  // As many cells as there are headings. A column of numbers (digits, sign, point, separators) is aligned to the right.
  void add(std::vector<std::string> cells);
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] bool empty() const { return rows_.empty(); }

 private:
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;
};

// A tree in one cell: text as it is, a list with ", ", a table as "a=1 b=2".
[[nodiscard]] std::string cell_text(const Tree& tree);

namespace detail {
struct FieldNames {
  std::vector<std::string> names;
  template <class T> void operator()(Part, const char* name, const T&) { names.emplace_back(name); }
};
}  // namespace detail

// A list of described structs: one column per field, named after it; `headings` replace the names where given (as many as fields).
template <Described T> [[nodiscard]] std::string table_text(std::span<const T> rows, std::vector<std::string> headings = {}) {
  detail::FieldNames fields;
  const T empty{};
  T::fields(empty, fields);
  TextTable table(headings.empty() ? fields.names : std::move(headings));
  for (const T& row : rows) {
    const Tree tree = to_tree(row);
    std::vector<std::string> cells;
    for (const auto& name : fields.names) {
      const Tree* member = tree.find(name);
      cells.push_back(member == nullptr ? std::string() : cell_text(*member));
    }
    table.add(std::move(cells));
  }
  return table.to_string();
}

}  // namespace sumi::wire
