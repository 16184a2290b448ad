#include "wire/table_text.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace sumi::wire {

namespace {

bool looks_like_number(std::string_view cell) {
  return cell.empty() || (cell.find_first_of("0123456789") != std::string_view::npos &&
                             cell.find_first_not_of("0123456789.,+-") == std::string_view::npos);
}

// A dash within is a date or a serial, not a number.
bool is_number_cell(std::string_view cell) { return looks_like_number(cell) && cell.find('-', 1) == std::string_view::npos; }

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

TextTable::TextTable(std::vector<std::string> headings) : headings_(std::move(headings)) {}

void TextTable::add(std::vector<std::string> cells) {
  if (cells.size() != headings_.size()) throw std::logic_error("a row has as many cells as the table has headings");
  for (auto& cell : cells) cell = one_line(std::move(cell));
  rows_.push_back(std::move(cells));
}

std::string TextTable::to_string() const {
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  for (std::size_t column = 0; column < headings_.size(); ++column) {
    std::size_t width = display_width(headings_[column]);
    bool numbers = !rows_.empty();
    for (const auto& row : rows_) {
      width = std::max(width, display_width(row[column]));
      numbers = numbers && is_number_cell(row[column]);
    }
    widths.push_back(width);
    right.push_back(numbers);
  }
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column != 0) text += "  ";
      text += right[column] ? pad_left(cells[column], widths[column]) : pad_right(cells[column], widths[column]);
    }
    while (text.ends_with(' ')) text.pop_back();
    out += text + '\n';
  };
  line(headings_);
  std::vector<std::string> rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  line(rule);
  for (const auto& row : rows_) line(row);
  return out;
}

std::string cell_text(const Tree& tree) {
  std::string out;
  if (tree.is_array()) {
    for (const Tree& item : tree.items) {
      if (!out.empty()) out += ", ";
      out += cell_text(item);
    }
    return out;
  }
  if (tree.is_table()) {
    for (const auto& [key, value] : tree.members) {
      if (!out.empty()) out += ' ';
      out += key + '=' + cell_text(value);
    }
    return out;
  }
  return tree.text;
}

}  // namespace sumi::wire
