// Pages of A4 and texts on them, over Pango and Cairo. Lengths are points (1/72 inch) from the upper left corner.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/qr.h"
#include "report/render.h"

namespace sumi::report {

inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;

// Thrown within this room and caught by write_pdf: the refusal that ends the drawing.
struct Stop {
  Error error;
};

struct Style {
  bool serif = false;
  bool bold = false;
  double size = 9;
  double gray = 0;           // 0 is black
  double letter_spacing = 0;
  double line_spacing = 0;   // between two lines, beyond the font's own
  Align align = Align::left;
};

struct Line {
  double top = 0;
  double baseline = 0;
  double bottom = 0;
};

class Paper;

// One text set in lines. Its Paper outlives it.
class Setting {
 public:
  explicit Setting(Paper& paper);
  ~Setting();
  Setting(Setting&&) noexcept;
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  Setting& operator=(Setting&&) = delete;

  // Sets it anew; `width` of 0 breaks no line. Throws Stop with report.glyph_missing or report.text_too_long.
  void set(std::string_view text, const Style& style, double width);
  [[nodiscard]] double width() const;
  [[nodiscard]] double height() const;
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  // Draws lines [first, end) with the top of the first at (x, y).
  void draw(double x, double y, std::size_t first, std::size_t end) const;
  void draw(double x, double y) const { draw(x, y, 0, lines_.size()); }

 private:
  struct Layout;
  Paper& paper_;
  std::unique_ptr<Layout> layout_;
  Style style_;
  std::vector<Line> lines_;
};

class Paper {
 public:
  // Without a sink nothing is drawn: everything is measured, and the pages are counted.
  Paper(const Document& document, Languages languages, const Fonts& fonts, const Sink* sink);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  void end_page();
  // Writes the rest. Throws Stop with report.not_written.
  void finish();
  void line(double x1, double y1, double x2, double y2, double thickness, double gray);
  void fill(double x, double y, double width, double height, double gray);
  void squares(const QrSquares& code, double x, double y, double module);
  // Across the page, from its lower left to its upper right, behind what is drawn later.
  void across(std::string_view text);

 private:
  friend class Setting;
  struct Tools;
  std::unique_ptr<Tools> tools_;
};

}  // namespace sumi::report
