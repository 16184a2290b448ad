// Where the next thing goes on the pages of a paper: texts and rows one below the other, a new page where one is full.
#pragma once

#include <string>
#include <vector>

#include "report/paper.h"

namespace sumi::report {

inline constexpr double margin_left = 60;
inline constexpr double margin_right = 60;
inline constexpr double margin_top = 58;
inline constexpr double margin_bottom = 62;
inline constexpr double content_width = page_width - margin_left - margin_right;

class Flow {
 public:
  // `pages` is what the counting pass found; 0 while it counts.
  Flow(Paper& paper, const Document& document, Languages languages, std::size_t pages);

  void next_page();
  // Ends the last page; how many there are.
  std::size_t finish();
  // A new page where less than `height` is left, unless the page is fresh and cannot offer more.
  void ensure(double height);
  void space(double height) { y_ += fresh_ ? 0 : height; }
  // All versions of it, the second a little smaller; lines go on over the page's end.
  void text(const Words& words, const Style& style, double after, double x = margin_left, double width = content_width);
  void setting(const Setting& set, double x);

  [[nodiscard]] double y() const { return y_; }
  [[nodiscard]] double left() const { return page_height - margin_bottom - y_; }
  [[nodiscard]] bool fresh() const { return fresh_; }
  void move(double height) {
    y_ += height;
    if (height > 0) fresh_ = false;
  }
  [[nodiscard]] Paper& paper() { return paper_; }
  [[nodiscard]] Languages languages() const { return languages_; }

 private:
  void begin_page();
  void end_page();

  Paper& paper_;
  const Document& document_;
  Languages languages_;
  std::size_t pages_;
  std::size_t page_ = 0;
  double y_ = 0;
  bool fresh_ = true;
};

// The style of the second language below the first.
[[nodiscard]] Style second(Style style);
// All versions as lines of one text.
[[nodiscard]] std::string stacked(const Words& words, Languages languages);

// Rows of cells between thin lines. A row that does not fit goes to the next page as a whole, under the head again; one that is higher than a page is cut
// between its lines.
class Grid {
 public:
  struct Cell {
    std::string text;
    Style style;
    double shade = 1;  // gray of its ground; 1 is none
  };
  Grid(Flow& flow, std::vector<double> widths);
  // The row that every page of this grid begins with.
  void head(const std::vector<Cell>& cells);
  void row(const std::vector<Cell>& cells);

  static constexpr double pad = 4;

 private:
  struct Row {
    std::vector<Cell> cells;
    std::vector<Setting> settings;
  };
  void set(Row& row, const std::vector<Cell>& cells);
  static double height_of(const Row& row);
  void draw(const Row& row);
  // Draws what fits of each cell from its line `from` on, and moves `from` behind it.
  void draw_part(const Row& row, std::vector<std::size_t>& from);
  void frame(const std::vector<Cell>& cells, double height);
  void turn_page();

  Flow& flow_;
  std::vector<double> widths_;
  Row head_;
  bool repeats_head_ = false;
  Row row_;  // its settings are used again for every row
};

}  // namespace sumi::report
