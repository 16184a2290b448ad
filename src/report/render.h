// A document laid out: plain text for a terminal or a mail, JSON for programs, PDF for paper. The same document gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/document.h"

namespace sumi::report {

enum class Languages : std::uint8_t { ja, en, both };

// Every function below throws std::logic_error for a document that no program should make: a row with another number of values than its table has
// columns, a key that is empty or stands twice in one list.

// Lines of at most 80 columns (East Asian wide characters count two), wrapped by the Japanese rules of line ends. A table whose columns of numbers alone
// are wider than that is wider. Ends with a line break.
[[nodiscard]] std::string to_text(const Document& document, Languages languages);

// Both languages, members in a fixed order, a row of a table per line. Words are a text, or {"ja", "en"}; a value is its plain form where it has one
// (a number is a text), {"value", "unit"} where it has a unit. "format" names this description: "sumi-document/1".
[[nodiscard]] std::string to_json(const Document& document);

struct Fonts {
  std::string serif = "Noto Serif CJK JP";  // title and running text
  std::string sans = "Noto Sans CJK JP";    // tables, headings, notes
};

// A4 upright, pages numbered, tables broken over pages under a repeated head, text that can be searched and copied, the verification's code as a QR code.
// Its only date is the document's. No character is ever drawn as an empty box or in a font of chance.
// Errors: report.font_missing, report.glyph_missing, report.text_too_long (16 KiB), report.table_too_long (100,000 rows), report.code_too_long.
[[nodiscard]] Result<std::string> to_pdf(const Document& document, Languages languages, const Fonts& fonts = {});

// As to_pdf, bit by bit: `sink` takes the next bytes and says whether it could. Error also: report.not_written where it could not; what was written is then no PDF.
using Sink = std::function<bool(std::string_view)>;
[[nodiscard]] Result<void> write_pdf(const Document& document, Languages languages, const Sink& sink, const Fonts& fonts = {});

}  // namespace sumi::report
