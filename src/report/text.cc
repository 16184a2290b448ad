#include <algorithm>

#include "base/text.h"
#include "report/lines.h"
#include "report/render.h"
#include "report/words.h"

namespace sumi::report {

namespace {

constexpr std::size_t page_columns = 80;
// Labels wider than this are wrapped, so that half of the line is left for what they label.
constexpr std::size_t label_columns_most = 36;
// A column of text is not made narrower than this to fit a table into the page.
constexpr std::size_t column_least = 8;

class Writer {
 public:
  explicit Writer(Languages languages) : languages_(languages) {}

  void blank() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }
  void rule(char c) { out_ += std::string(page_columns, c) + '\n'; }
  void line(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    out_ += text + '\n';
  }
  // Every version of it, each line moved to its place.
  void put(const Words& words, Align align, std::string_view indent = {}) {
    for (const std::string& version : versions(words, languages_)) {
      for (const std::string& text : wrap(version, page_columns - indent.size())) {
        const std::size_t room = page_columns - std::min(page_columns, display_width(text));
        const std::size_t before = align == Align::left ? indent.size() : align == Align::right ? room : room / 2;
        line(std::string(before, ' ') + text);
      }
    }
  }
  void field(const std::string& label, const std::string& value, std::size_t label_columns) {
    const auto left = wrap(label, label_columns);
    const auto right = wrap(value, page_columns - label_columns - 2);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      line(pad_right(i < left.size() ? left[i] : "", label_columns) + "  " + (i < right.size() ? right[i] : ""));
    }
  }
  void fields(const std::vector<Field>& fields) {
    std::size_t columns = 0;
    for (const Field& f : fields) columns = std::max(columns, display_width(shown_line(joined(f.label, languages_))));
    for (const Field& f : fields) field(joined(f.label, languages_), joined(f.value.text, languages_), std::min(columns, label_columns_most));
  }
  void table(const Table& table);
  void section(const Section& section);

  [[nodiscard]] Languages languages() const { return languages_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void row(const std::vector<std::string>& cells, const Table& table, const std::vector<std::size_t>& widths);

  Languages languages_;
  std::string out_;
};

using Cells = std::vector<std::string>;

Cells cells_of(const std::vector<Value>& row, Languages languages) {
  Cells out;
  for (const Value& value : row) out.push_back(shown_line(joined(value.text, languages)));
  return out;
}

// A heading in two languages stands on two lines: it would else be wider than what it heads.
Cells headings_of(const Table& table, Languages languages) {
  Cells out;
  for (const Column& column : table.columns) {
    std::string text;
    for (const std::string& version : versions(column.heading, languages)) text += (text.empty() ? "" : "\n") + shown_line(version);
    out.push_back(text);
  }
  return out;
}

void widen(std::vector<std::size_t>& widths, const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const std::string& text : wrap(cells[i], std::string::npos)) widths[i] = std::max(widths[i], display_width(text));
  }
}

// Takes from the widest column of text until the table fits, or until none can give.
void fit(std::vector<std::size_t>& widths, const Table& table) {
  while (true) {
    std::size_t sum = 2 * (widths.size() - 1);
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      sum += widths[i];
      if (table.columns[i].align == Align::right || widths[i] <= column_least) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (sum <= page_columns || widest == widths.size()) return;
    --widths[widest];
  }
}

void Writer::row(const Cells& cells, const Table& table, const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(wrap(cells[i], widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = k < lines[i].size() ? lines[i][k] : "";
      if (i != 0) text += "  ";
      text += table.columns[i].align == Align::right ? pad_left(cell, widths[i]) : pad_right(cell, widths[i]);
    }
    line(std::move(text));
  }
}

void Writer::table(const Table& table) {
  blank();
  if (!empty(table.caption)) line(shown_line(joined(table.caption, languages_)));
  const Cells headings = headings_of(table, languages_);
  std::vector<std::size_t> widths(table.columns.size(), 1);
  widen(widths, headings);
  for (const auto& values : table.rows) widen(widths, cells_of(values, languages_));
  if (!table.total.empty()) widen(widths, cells_of(table.total, languages_));
  fit(widths, table);
  row(headings, table, widths);
  Cells rules;
  for (const std::size_t width : widths) rules.emplace_back(width, '-');
  row(rules, table, widths);
  for (const auto& values : table.rows) row(cells_of(values, languages_), table, widths);
  if (table.rows.empty()) put(table.nothing, Align::left);
  if (table.total.empty()) return;
  row(rules, table, widths);
  row(cells_of(table.total, languages_), table, widths);
}

void Writer::section(const Section& section) {
  blank();
  if (!empty(section.heading)) {
    line("■ " + shown_line(joined(section.heading, languages_)));
    rule('-');
  }
  for (const Words& paragraph : section.paragraphs) put(paragraph, Align::left);
  if (!section.paragraphs.empty() && !section.fields.empty()) blank();
  fields(section.fields);
  for (const Table& each : section.tables) table(each);
}

void put_head(Writer& out, const Document& document) {
  if (!empty(document.mark)) out.line("*** " + shown_line(joined(document.mark, out.languages())) + " ***");
  if (!document.number.empty()) out.put({"番号: " + document.number, "No. " + document.number}, Align::right);
  out.put(day(document.issued_on).text, Align::right);
  out.blank();
  if (!empty(document.addressee)) out.put(document.addressee, Align::left);
  out.blank();
  if (!empty(document.issuer)) out.put(document.issuer, Align::right);
  for (const Words& line : document.issuer_lines) out.put(line, Align::right);
  out.blank();
  out.put(document.title, Align::center);
  out.rule('=');
}

void put_verification(Writer& out, const Verification& verification) {
  out.blank();
  out.line("■ " + joined({"検証", "Verification"}, out.languages()));
  out.rule('-');
  out.put(verification.says, Align::left);
  out.fields(verification.fields);
  out.blank();
  out.put({verification.code, {}}, Align::left);
}

}  // namespace

std::string to_text(const Document& document, Languages languages) {
  check_shape(document);
  Writer out(languages);
  put_head(out, document);
  for (const Words& paragraph : document.paragraphs) {
    out.blank();
    out.put(paragraph, Align::left);
  }
  for (const Section& section : document.sections) out.section(section);
  if (!document.notes.empty()) out.blank();
  for (const Words& note : document.notes) {
    for (const std::string& version : versions(note, languages)) {
      // The mark of a note stands once, its lines beside it.
      const auto lines = wrap(version, page_columns - 3);
      for (std::size_t i = 0; i < lines.size(); ++i) out.line((i == 0 ? "※ " : "   ") + lines[i]);
    }
  }
  if (document.verification) put_verification(out, *document.verification);
  return out.take();
}

}  // namespace sumi::report
