#include "report/paper.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "report/errors.h"
#include "report/words.h"

namespace sumi::report {

namespace {

// A paragraph of this length fills three pages; an owner's note on a field is far shorter (limits::sealed_value_bytes_max is the longest text of a command).
constexpr std::size_t text_bytes_most = 16 * 1024;
// A Japanese paragraph has no spaces: this is longer than any that a reader gets through.
constexpr std::size_t word_letters_most = 2000;

template <auto Function> struct Free {
  template <class T> void operator()(T* what) const { Function(what); }
};
template <class T> using GObjectPtr = std::unique_ptr<T, Free<g_object_unref>>;

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }
int units(double length) { return static_cast<int>(std::lround(length * PANGO_SCALE)); }

// Fontconfig answers every question with some font; the paper asks whether the family itself is there.
void require_family(PangoFontMap* map, const std::string& family) {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(map, &families, &count);
  const std::unique_ptr<PangoFontFamily*, Free<g_free>> owner(families);
  for (int i = 0; i < count; ++i) {
    if (family == pango_font_family_get_name(families[i])) return;
  }
  throw Stop{make_error(errors::font_missing, {{"family", shown_line(family)}})};
}

// The sink, and whether it took everything: Cairo forgets a failure of its last writes.
struct Outlet {
  const Sink* sink = nullptr;
  bool full = false;
};

cairo_status_t write_to(void* outlet, const unsigned char* data, unsigned length) {
  auto& to = *static_cast<Outlet*>(outlet);
  to.full = to.full || !(*to.sink)({reinterpret_cast<const char*>(data), length});
  return to.full ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

void name_document(cairo_surface_t* surface, const Document& document, Languages languages) {
  const auto name = [&](cairo_pdf_metadata_t what, const std::string& text) { cairo_pdf_surface_set_metadata(surface, what, shown_line(text).c_str()); };
  name(CAIRO_PDF_METADATA_TITLE, joined(document.title, languages));
  name(CAIRO_PDF_METADATA_AUTHOR, joined(document.issuer, languages));
  name(CAIRO_PDF_METADATA_SUBJECT, document.number);
  name(CAIRO_PDF_METADATA_CREATOR, "sumi");
  const std::string day = document.issued_on.to_string() + "T00:00:00+09:00";
  name(CAIRO_PDF_METADATA_CREATE_DATE, day);
  name(CAIRO_PDF_METADATA_MOD_DATE, day);
}

}  // namespace

struct Paper::Tools {
  GObjectPtr<PangoFontMap> map{pango_cairo_font_map_new()};
  GObjectPtr<PangoContext> context{pango_font_map_create_context(map.get())};
  Fonts fonts;
  Outlet outlet;
  std::unique_ptr<cairo_surface_t, Free<cairo_surface_destroy>> surface;
  std::unique_ptr<cairo_t, Free<cairo_destroy>> cairo;
};

struct Setting::Layout {
  GObjectPtr<PangoLayout> pango;
};

Paper::Paper(const Document& document, Languages languages, const Fonts& fonts, const Sink* sink) : tools_(std::make_unique<Tools>()) {
  Tools& t = *tools_;
  t.fonts = fonts;
  t.outlet.sink = sink;
  require_family(t.map.get(), fonts.serif);
  require_family(t.map.get(), fonts.sans);
  // Han characters in their Japanese forms, and lengths that do not depend on any screen.
  pango_context_set_language(t.context.get(), pango_language_from_string("ja"));
  pango_context_set_round_glyph_positions(t.context.get(), FALSE);
  pango_cairo_context_set_resolution(t.context.get(), 72);
  const std::unique_ptr<cairo_font_options_t, Free<cairo_font_options_destroy>> options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(t.context.get(), options.get());
  if (sink == nullptr) return;
  t.surface.reset(cairo_pdf_surface_create_for_stream(&write_to, &t.outlet, page_width, page_height));
  cairo_pdf_surface_restrict_to_version(t.surface.get(), CAIRO_PDF_VERSION_1_5);
  name_document(t.surface.get(), document, languages);
  t.cairo.reset(cairo_create(t.surface.get()));
}

Paper::~Paper() = default;

void Paper::end_page() {
  if (tools_->cairo) cairo_show_page(tools_->cairo.get());
}

void Paper::finish() {
  if (!tools_->cairo) return;
  cairo_surface_finish(tools_->surface.get());
  auto status = cairo_surface_status(tools_->surface.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_status(tools_->cairo.get());
  if (tools_->outlet.full) status = CAIRO_STATUS_WRITE_ERROR;
  if (status != CAIRO_STATUS_SUCCESS) throw Stop{make_error(errors::not_written, {{"reason", cairo_status_to_string(status)}})};
}

void Paper::line(double x1, double y1, double x2, double y2, double thickness, double gray) {
  cairo_t* cairo = tools_->cairo.get();
  if (cairo == nullptr) return;
  cairo_set_source_rgb(cairo, gray, gray, gray);
  cairo_set_line_width(cairo, thickness);
  cairo_move_to(cairo, x1, y1);
  cairo_line_to(cairo, x2, y2);
  cairo_stroke(cairo);
}

void Paper::fill(double x, double y, double width, double height, double gray) {
  cairo_t* cairo = tools_->cairo.get();
  if (cairo == nullptr) return;
  cairo_set_source_rgb(cairo, gray, gray, gray);
  cairo_rectangle(cairo, x, y, width, height);
  cairo_fill(cairo);
}

void Paper::squares(const QrSquares& code, double x, double y, double module) {
  cairo_t* cairo = tools_->cairo.get();
  if (cairo == nullptr) return;
  cairo_set_source_rgb(cairo, 0, 0, 0);
  for (std::size_t row = 0; row < code.side; ++row) {
    for (std::size_t column = 0; column < code.side; ++column) {
      // Neighbours in a row are one rectangle: no hairlines between them.
      std::size_t run = 0;
      while (column + run < code.side && code.dark[row * code.side + column + run]) ++run;
      if (run == 0) continue;
      cairo_rectangle(cairo, x + static_cast<double>(column) * module, y + static_cast<double>(row) * module, static_cast<double>(run) * module, module);
      column += run;
    }
  }
  cairo_fill(cairo);
}

void Paper::across(std::string_view text) {
  Setting setting(*this);
  const Style style{.bold = true, .size = 60, .gray = 0.91};
  setting.set(shown_line(text), style, 0);
  cairo_t* cairo = tools_->cairo.get();
  if (cairo == nullptr) return;
  const double scale = std::min(1.6, 0.8 * std::hypot(page_width, page_height) / std::max(1.0, setting.width()));
  cairo_save(cairo);
  cairo_translate(cairo, page_width / 2, page_height / 2);
  cairo_rotate(cairo, -std::atan2(page_height, page_width));
  cairo_scale(cairo, scale, scale);
  setting.draw(-setting.width() / 2, -setting.height() / 2);
  cairo_restore(cairo);
}

Setting::Setting(Paper& paper) : paper_(paper), layout_(std::make_unique<Layout>()) { layout_->pango.reset(pango_layout_new(paper.tools_->context.get())); }
Setting::~Setting() = default;
Setting::Setting(Setting&&) noexcept = default;

namespace {

using AttributesPtr = std::unique_ptr<PangoAttrList, Free<pango_attr_list_unref>>;
using FontPtr = std::unique_ptr<PangoFontDescription, Free<pango_font_description_free>>;

// No other font steps in for a character that this one lacks, and nothing is hyphenated: a serial with a hyphen more is another serial.
AttributesPtr attributes(const Style& style) {
  AttributesPtr list(pango_attr_list_new());
  pango_attr_list_insert(list.get(), pango_attr_fallback_new(FALSE));
  pango_attr_list_insert(list.get(), pango_attr_insert_hyphens_new(FALSE));
  if (style.letter_spacing != 0) pango_attr_list_insert(list.get(), pango_attr_letter_spacing_new(units(style.letter_spacing)));
  return list;
}

// The first character of the layout that its font cannot draw.
char32_t unknown_character(PangoLayout* layout) {
  const std::unique_ptr<PangoLayoutIter, Free<pango_layout_iter_free>> at(pango_layout_get_iter(layout));
  do {
    const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(at.get());
    if (run == nullptr) continue;
    for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
      const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
    }
  } while (pango_layout_iter_next_run(at.get()) != FALSE);
  return 0xFFFD;
}

std::string utf8(char32_t code) {
  char bytes[6];
  return {bytes, static_cast<std::size_t>(g_unichar_to_utf8(code, bytes))};
}

PangoAlignment alignment(Align align) { return align == Align::left ? PANGO_ALIGN_LEFT : align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER; }

// Pango takes a time that grows with the square of a word's length. A word longer than any of a language is cut here, which it would be anyway.
std::string cut_words(std::string text) {
  std::size_t run = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte <= ' ') run = 0;
    if ((byte & 0xC0U) != 0x80U && ++run > word_letters_most) {
      text.insert(i, 1, '\n');
      run = 0;
    }
  }
  return text;
}

}  // namespace

void Setting::set(std::string_view text, const Style& style, double width) {
  if (text.size() > text_bytes_most) {
    throw Stop{make_error(errors::text_too_long, {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(text_bytes_most)}})};
  }
  style_ = style;
  PangoLayout* pango = layout_->pango.get();
  const std::string safe = cut_words(shown(text));
  const std::string& family = style.serif ? paper_.tools_->fonts.serif : paper_.tools_->fonts.sans;
  const FontPtr font(pango_font_description_new());
  pango_font_description_set_family(font.get(), family.c_str());
  pango_font_description_set_absolute_size(font.get(), units(style.size));
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(pango, font.get());
  pango_layout_set_attributes(pango, attributes(style).get());
  pango_layout_set_auto_dir(pango, FALSE);
  pango_layout_set_alignment(pango, alignment(style.align));
  pango_layout_set_wrap(pango, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(pango, width > 0 ? units(width) : -1);
  pango_layout_set_spacing(pango, units(style.line_spacing));
  pango_layout_set_text(pango, safe.data(), static_cast<int>(safe.size()));
  if (pango_layout_get_unknown_glyphs_count(pango) != 0) {
    const char32_t code = unknown_character(pango);
    throw Stop{make_error(errors::glyph_missing, {{"family", shown_line(family)}, {"text", utf8(code)}, {"code", fmt::format("U+{:04X}", static_cast<unsigned>(code))}})};
  }
  lines_.clear();
  const std::unique_ptr<PangoLayoutIter, Free<pango_layout_iter_free>> at(pango_layout_get_iter(pango));
  do {
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at.get(), nullptr, &box);
    lines_.push_back({points(box.y), points(pango_layout_iter_get_baseline(at.get())), points(box.y + box.height)});
  } while (pango_layout_iter_next_line(at.get()) != FALSE);
}

double Setting::width() const {
  int width = 0;
  pango_layout_get_size(layout_->pango.get(), &width, nullptr);
  return points(width);
}

double Setting::height() const { return lines_.empty() ? 0 : lines_.back().bottom - lines_.front().top; }

void Setting::draw(double x, double y, std::size_t first, std::size_t end) const {
  cairo_t* cairo = paper_.tools_->cairo.get();
  if (cairo == nullptr || first >= end) return;
  cairo_set_source_rgb(cairo, style_.gray, style_.gray, style_.gray);
  if (first == 0 && end == lines_.size()) {
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout_->pango.get());
    return;
  }
  const std::unique_ptr<PangoLayoutIter, Free<pango_layout_iter_free>> at(pango_layout_get_iter(layout_->pango.get()));
  for (std::size_t i = 0; i < end; ++i) {
    if (i >= first) {
      PangoRectangle box;
      pango_layout_iter_get_line_extents(at.get(), nullptr, &box);
      cairo_move_to(cairo, x + points(box.x), y + lines_[i].baseline - lines_[first].top);
      pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(at.get()));
    }
    pango_layout_iter_next_line(at.get());
  }
}

}  // namespace sumi::report
