#include "report/flow.h"

#include <algorithm>

#include "report/words.h"

namespace sumi::report {

namespace {

constexpr double head_y = 32;
constexpr double foot_y = page_height - 46;
constexpr double line_gray = 0.55;
constexpr double cell_above = 1.5;
constexpr double head_height_most = 200;

}  // namespace

Style second(Style style) {
  style.size *= 0.87;
  style.gray = 0.3;
  style.letter_spacing = 0;
  return style;
}

std::string stacked(const Words& words, Languages languages) {
  std::string out;
  for (const std::string& version : versions(words, languages)) out += (out.empty() ? "" : "\n") + version;
  return out;
}

Flow::Flow(Paper& paper, const Document& document, Languages languages, std::size_t pages)
    : paper_(paper), document_(document), languages_(languages), pages_(pages) {
  begin_page();
}

void Flow::begin_page() {
  ++page_;
  y_ = margin_top;
  fresh_ = true;
  if (!empty(document_.mark)) paper_.across(joined(document_.mark, languages_));
  if (page_ == 1) return;
  // Which paper a loose sheet belongs to: one line of its title, and its number.
  Setting set(paper_);
  set.set(shown_line(joined(document_.title, languages_)), {.size = 8, .gray = 0.3}, content_width * 0.6);
  set.draw(margin_left, head_y, 0, 1);
  set.set(shown_line(document_.number), {.size = 8, .gray = 0.3, .align = Align::right}, content_width * 0.35);
  set.draw(margin_left + content_width * 0.65, head_y, 0, 1);
  paper_.line(margin_left, head_y + 15, margin_left + content_width, head_y + 15, 0.5, line_gray);
}

void Flow::end_page() {
  Setting set(paper_);
  set.set(std::to_string(page_) + " / " + std::to_string(pages_), {.size = 8, .gray = 0.3, .align = Align::center}, content_width);
  set.draw(margin_left, foot_y);
  paper_.end_page();
}

void Flow::next_page() {
  end_page();
  begin_page();
}

std::size_t Flow::finish() {
  end_page();
  return page_;
}

void Flow::ensure(double height) {
  if (height > left() && !fresh_) next_page();
}

void Flow::setting(const Setting& set, double x) {
  const auto& lines = set.lines();
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first;
    while (end < lines.size() && lines[end].bottom - lines[first].top <= left()) ++end;
    if (end == first && !fresh_) {
      next_page();
      continue;
    }
    end = std::max(end, first + 1);
    set.draw(x, y_, first, end);
    move(lines[end - 1].bottom - lines[first].top);
    first = end;
  }
}

void Flow::text(const Words& words, const Style& style, double after, double x, double width) {
  Setting set(paper_);
  bool again = false;
  for (const std::string& version : versions(words, languages_)) {
    set.set(version, again ? second(style) : style, width);
    setting(set, x);
    again = true;
  }
  space(after);
}

Grid::Grid(Flow& flow, std::vector<double> widths) : flow_(flow), widths_(std::move(widths)) {}

void Grid::set(Row& row, const std::vector<Cell>& cells) {
  while (row.settings.size() < cells.size()) row.settings.emplace_back(flow_.paper());
  row.cells = cells;
  for (std::size_t i = 0; i < cells.size(); ++i) row.settings[i].set(cells[i].text, cells[i].style, widths_[i] - 2 * pad);
}

double Grid::height_of(const Row& row) {
  double height = 0;
  for (const Setting& setting : row.settings) height = std::max(height, setting.height());
  return height + 2 * cell_above;
}

void Grid::head(const std::vector<Cell>& cells) {
  set(head_, cells);
  // A head never stands alone at a page's foot, and one that leaves no room for rows is not repeated.
  const double height = height_of(head_);
  flow_.ensure(height + 40);
  draw(head_);
  repeats_head_ = height <= head_height_most;
}

void Grid::row(const std::vector<Cell>& cells) {
  set(row_, cells);
  const double height = height_of(row_);
  if (height > flow_.left() && height <= page_height - margin_top - margin_bottom - head_height_most) turn_page();
  draw(row_);
}

void Grid::turn_page() {
  flow_.next_page();
  if (repeats_head_) draw(head_);
}

void Grid::draw(const Row& row) {
  std::vector<std::size_t> from(row.cells.size(), 0);
  while (true) {
    draw_part(row, from);
    bool done = true;
    for (std::size_t i = 0; i < from.size(); ++i) done = done && from[i] == row.settings[i].lines().size();
    if (done) return;
    turn_page();
  }
}

void Grid::draw_part(const Row& row, std::vector<std::size_t>& from) {
  const double room = flow_.left() - 2 * cell_above;
  std::vector<std::size_t> end = from;
  double height = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto& lines = row.settings[i].lines();
    while (end[i] < lines.size() && lines[end[i]].bottom - lines[from[i]].top <= room) ++end[i];
    if (end[i] > from[i]) height = std::max(height, lines[end[i] - 1].bottom - lines[from[i]].top);
  }
  if (height == 0) return;
  frame(row.cells, height + 2 * cell_above);
  double x = margin_left;
  for (std::size_t i = 0; i < from.size(); ++i) {
    row.settings[i].draw(x + pad, flow_.y() + cell_above, from[i], end[i]);
    x += widths_[i];
  }
  flow_.move(height + 2 * cell_above);
  from = end;
}

void Grid::frame(const std::vector<Cell>& cells, double height) {
  Paper& paper = flow_.paper();
  const double top = flow_.y();
  double x = margin_left;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].shade < 1) paper.fill(x, top, widths_[i], height, cells[i].shade);
    x += widths_[i];
  }
  paper.line(margin_left, top, x, top, 0.5, line_gray);
  paper.line(margin_left, top + height, x, top + height, 0.5, line_gray);
  x = margin_left;
  paper.line(x, top, x, top + height, 0.5, line_gray);
  for (const double width : widths_) {
    x += width;
    paper.line(x, top, x, top + height, 0.5, line_gray);
  }
}

}  // namespace sumi::report
