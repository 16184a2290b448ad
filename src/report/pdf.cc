#include <algorithm>

#include "base/text.h"
#include "report/errors.h"
#include "report/flow.h"
#include "report/lines.h"
#include "report/words.h"

namespace sumi::report {

namespace {

// A QR code of more bytes has squares that a telephone no longer tells apart on paper of this size.
constexpr std::size_t code_bytes_most = 1000;
// Some 2,500 pages. A longer history is for programs: JSON has no such bound.
constexpr std::size_t rows_most = 100'000;

constexpr Style body{.serif = true, .size = 10.5, .line_spacing = 2};
constexpr Style label{.size = 9};
constexpr Style small{.size = 8, .gray = 0.15};
constexpr double label_share = 0.32;
constexpr double column_least = 44;
constexpr std::size_t rigid_letters_most = 14;
// Wider than any page: how wide such a cell would like to be is not asked.
constexpr std::size_t measured_columns_most = 300;

void check_limits(const Document& document) {
  std::size_t rows = 0;
  for (const Section& section : document.sections) {
    for (const Table& table : section.tables) rows += table.rows.size();
  }
  if (rows > rows_most) throw Stop{make_error(errors::table_too_long, {{"rows", std::to_string(rows)}, {"limit", std::to_string(rows_most)}})};
  const std::size_t code = document.verification ? document.verification->code.size() : 0;
  if (code > code_bytes_most) throw Stop{make_error(errors::code_too_long, {{"bytes", std::to_string(code)}, {"limit", std::to_string(code_bytes_most)}})};
}

void draw_top(Flow& flow, const Document& document) {
  const Style right{.serif = true, .size = 10, .align = Align::right};
  const auto one_line = [&](const Words& words) { return Words{joined(words, flow.languages()), {}}; };
  if (!document.number.empty()) flow.text({joined({"番号", "No."}, flow.languages()) + " " + document.number, {}}, right, 2);
  flow.text(one_line(day(document.issued_on).text), right, 14);
  if (!empty(document.addressee)) flow.text(document.addressee, {.serif = true, .size = 12.5}, 10, margin_left, content_width * 0.7);
  if (!empty(document.issuer)) flow.text(document.issuer, {.serif = true, .size = 11.5, .align = Align::right}, 1, margin_left + content_width * 0.3, content_width * 0.7);
  for (const Words& line : document.issuer_lines) flow.text(one_line(line), {.serif = true, .size = 9, .align = Align::right}, 0);
  flow.space(14);
  flow.text(document.title, {.serif = true, .bold = true, .size = 18, .letter_spacing = 3, .align = Align::center}, 14);
}

void draw_fields(Flow& flow, const std::vector<Field>& fields) {
  if (fields.empty()) return;
  Grid grid(flow, {content_width * label_share, content_width * (1 - label_share)});
  for (const Field& field : fields) {
    grid.row({{stacked(field.label, flow.languages()), label, 0.95}, {stacked(field.value.text, flow.languages()), {.size = 10}}});
  }
  flow.space(8);
}

std::string cell_text(const Value& value, Languages languages) { return joined(value.text, languages); }

// How wide a column would like to be: its widest cell, and its heading.
struct Wish {
  double cells = 0;
  double heading = 0;
  double least = 0;  // no narrower, so that its words stay whole
};

// The longest word of a text that should stay whole: a day, a number, a short word in Latin letters. A longer one may be broken.
std::string rigid_word(const std::string& text) {
  std::string longest;
  std::string word;
  for (const char c : text + ' ') {
    if (c > ' ' && c < 0x7F) {
      word += c;
      continue;
    }
    if (word.size() > longest.size() && word.size() <= rigid_letters_most) longest = word;
    word.clear();
  }
  return longest;
}

// The cells that are widest on a terminal are set to be measured; the last point makes up for letters of uneven width.
Wish wish_of(Flow& flow, const Table& table, std::size_t column, double size) {
  std::vector<std::pair<std::size_t, std::string>> widest;
  const auto offer = [&](const Value& value) {
    std::string text = shown(cell_text(value, flow.languages()));
    if (text.size() > measured_columns_most) text = wrap(text, measured_columns_most).front();
    const std::size_t width = display_width(text);
    if (widest.size() == 4 && width <= widest.back().first) return;
    widest.emplace_back(width, std::move(text));
    std::stable_sort(widest.begin(), widest.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (widest.size() > 4) widest.pop_back();
  };
  for (const auto& row : table.rows) offer(row[column]);
  Setting set(flow.paper());
  Wish wish;
  const auto keep = [&](const std::string& text, bool bold) {
    set.set(rigid_word(text), {.bold = bold, .size = size}, 0);
    wish.least = std::max(wish.least, set.width() + 2 * Grid::pad + 1);
  };
  for (const auto& [width, text] : widest) {
    keep(text, false);
    set.set(text, {.size = size}, 0);
    wish.cells = std::max(wish.cells, set.width());
  }
  keep(stacked(table.columns[column].heading, flow.languages()), true);
  if (!table.total.empty()) {
    set.set(cell_text(table.total[column], flow.languages()), {.bold = true, .size = size}, 0);
    wish.cells = std::max(wish.cells, set.width());
  }
  set.set(stacked(table.columns[column].heading, flow.languages()), {.bold = true, .size = size}, 0);
  wish.heading = set.width() + 2 * Grid::pad + 1;
  wish.cells += 2 * Grid::pad + 1;
  return wish;
}

double sum_of(const std::vector<double>& widths) {
  double sum = 0;
  for (const double width : widths) sum += width;
  return sum;
}

// Columns of text give way evenly from the widest down, as far as their words stay whole; where that is not enough, all columns do.
void shrink(std::vector<double>& widths, const std::vector<double>& least, const Table& table) {
  while (sum_of(widths) > content_width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (table.columns[i].align == Align::right || widths[i] <= least[i]) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) break;
    widths[widest] = std::max(least[widest], std::min(widths[widest] * 0.95, widths[widest] - 1));
  }
  const double over = sum_of(widths) / content_width;
  for (double& width : widths) width = over > 1 ? width / over : width;
}

// Room that is left goes to the columns of text, or to all where there are none.
void widen(std::vector<double>& widths, const Table& table) {
  const double room = content_width - sum_of(widths);
  double texts = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) texts += table.columns[i].align == Align::left ? widths[i] : 0;
  const double whole = sum_of(widths);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (texts == 0) {
      widths[i] += room * widths[i] / whole;
    } else if (table.columns[i].align == Align::left) {
      widths[i] += room * widths[i] / texts;
    }
  }
}

struct Shape {
  double size = 9;
  std::vector<double> widths;
};

// 9 or 8 points where no cell is broken then; else the largest type in which words stay whole; else the smallest.
Shape shape_of(Flow& flow, const Table& table) {
  Shape shape;
  std::optional<Shape> whole_words;
  for (const double size : {9.0, 8.0, 7.0, 6.0}) {
    shape = {size, {}};
    std::vector<double> headed;
    std::vector<double> least;
    std::vector<double> narrow;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Wish wish = wish_of(flow, table, i, size);
      shape.widths.push_back(std::max(wish.cells, wish.least));
      headed.push_back(std::max(wish.cells, wish.heading));
      least.push_back(std::min(shape.widths.back(), std::max(wish.least, column_least)));
      narrow.push_back(table.columns[i].align == Align::right ? shape.widths.back() : least.back());
    }
    if (sum_of(headed) <= content_width) shape.widths = headed;
    const bool fits = sum_of(shape.widths) <= content_width;
    shrink(shape.widths, least, table);
    widen(shape.widths, table);
    if (fits && size >= 8) return shape;
    if (!whole_words && sum_of(narrow) <= content_width) whole_words = shape;
  }
  return whole_words.value_or(shape);
}

void draw_table(Flow& flow, const Table& table) {
  if (!empty(table.caption)) {
    flow.ensure(70);
    flow.text({joined(table.caption, flow.languages()), {}}, {.bold = true, .size = 9}, 2);
  }
  const Shape shape = shape_of(flow, table);
  Grid grid(flow, shape.widths);
  std::vector<Grid::Cell> cells;
  for (const Column& column : table.columns) {
    cells.push_back({stacked(column.heading, flow.languages()), {.bold = true, .size = shape.size, .align = Align::center}, 0.92});
  }
  grid.head(cells);
  const auto row = [&](const std::vector<Value>& values, bool bold) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Style style{.bold = bold, .size = shape.size, .align = table.columns[i].align};
      cells[i] = {cell_text(values[i], flow.languages()), style, bold ? 0.97 : 1.0};
    }
    grid.row(cells);
  };
  for (const auto& values : table.rows) row(values, false);
  if (table.rows.empty()) {
    Grid single(flow, {sum_of(shape.widths)});
    single.row({{joined(table.nothing, flow.languages()), {.size = shape.size, .align = Align::center}}});
  }
  if (!table.total.empty()) row(table.total, true);
  flow.space(10);
}

void draw_heading(Flow& flow, const Words& heading) {
  flow.space(6);
  flow.ensure(90);
  const Style style{.bold = true, .size = 11};
  Setting set(flow.paper());
  set.set(shown_line(joined(heading, flow.languages())), style, content_width);
  flow.setting(set, margin_left);
  flow.space(4);
}

void draw_section(Flow& flow, const Section& section) {
  if (!empty(section.heading)) draw_heading(flow, section.heading);
  for (const Words& paragraph : section.paragraphs) flow.text(paragraph, body, 6);
  draw_fields(flow, section.fields);
  for (const Table& table : section.tables) draw_table(flow, table);
}

void draw_notes(Flow& flow, const std::vector<Words>& notes) {
  if (notes.empty()) return;
  flow.space(4);
  Setting sign(flow.paper());
  for (const Words& note : notes) {
    flow.ensure(14);
    sign.set("※", small, 0);
    sign.draw(margin_left, flow.y());
    flow.text(note, small, 2, margin_left + 14, content_width - 14);
  }
}

// The texts beside the QR code, and the code itself in letters.
std::vector<Setting> verification_texts(Flow& flow, const Verification& verification, double width) {
  std::vector<Setting> out;
  const auto add = [&](const std::string& text, const Style& style) {
    out.emplace_back(flow.paper());
    out.back().set(text, style, width);
  };
  for (const std::string& version : versions(verification.says, flow.languages())) add(version, out.empty() ? small : second(small));
  for (const Field& field : verification.fields) add(joined(field.label, flow.languages()) + ": " + joined(field.value.text, flow.languages()), small);
  add(verification.code, {.size = 7, .gray = 0.15});
  return out;
}

void draw_verification(Flow& flow, const Verification& verification) {
  QrSquares code;
  if (!verification.code.empty()) code = qr_squares(verification.code);
  // About 3.3 cm, and no square smaller than 0.4 mm, which a telephone still reads from paper; four squares around it stay white.
  const double module = std::max(1.15, 94.0 / static_cast<double>(code.side + 8));
  const double side = code.side == 0 ? 0 : module * static_cast<double>(code.side + 8);
  const auto texts = verification_texts(flow, verification, content_width - side - 8);
  double height = 0;
  for (const Setting& set : texts) height += set.height() + 2;
  flow.space(12);
  const double needed = std::max(side, height) + 24;
  flow.ensure(std::min(needed, page_height - margin_top - margin_bottom));
  flow.paper().line(margin_left, flow.y(), margin_left + content_width, flow.y(), 0.8, 0);
  flow.move(4);
  flow.text({joined({"検証", "Verification"}, flow.languages()), {}}, {.bold = true, .size = 9}, 2);
  flow.ensure(side);
  const double top = flow.y();
  flow.paper().squares(code, margin_left + module * 4, top + module * 4, module);
  for (const Setting& set : texts) {
    flow.setting(set, margin_left + side + 8);
    flow.space(2);
  }
  if (flow.y() > top) flow.move(std::max(0.0, top + side - flow.y()));
}

std::size_t draw(Paper& paper, const Document& document, Languages languages, std::size_t pages) {
  Flow flow(paper, document, languages, pages);
  draw_top(flow, document);
  for (const Words& paragraph : document.paragraphs) flow.text(paragraph, body, 6);
  for (const Section& section : document.sections) draw_section(flow, section);
  draw_notes(flow, document.notes);
  if (document.verification) draw_verification(flow, *document.verification);
  return flow.finish();
}

}  // namespace

Result<void> write_pdf(const Document& document, Languages languages, const Sink& sink, const Fonts& fonts) {
  check_shape(document);
  try {
    check_limits(document);
    // Once to count the pages, and once to draw them with their count.
    Paper counted(document, languages, fonts, nullptr);
    const std::size_t pages = draw(counted, document, languages, 0);
    Paper paper(document, languages, fonts, &sink);
    draw(paper, document, languages, pages);
    paper.finish();
  } catch (Stop& stop) {
    return fail(std::move(stop.error));
  }
  return {};
}

Result<std::string> to_pdf(const Document& document, Languages languages, const Fonts& fonts) {
  std::string out;
  SUMI_CHECK(write_pdf(document, languages, [&](std::string_view bytes) { return out.append(bytes), true; }, fonts));
  return out;
}

}  // namespace sumi::report
