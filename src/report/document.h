// A paper as data: what a notice, a certificate, a statement or a history says, before anybody decides how it looks. render.h lays it out as text, JSON or PDF.
//
// Everything comes in as text that stands as it is printed; nothing is counted, looked up or rounded here. Texts may hold any characters: what a printer or
// a terminal would act on (controls, marks that turn the direction of writing) is shown as 〓.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"

namespace sumi::report {

// One text in two languages. Without `en` it is the same in both: a name, a number.
struct Words {
  std::string ja;
  std::string en;
  friend bool operator==(const Words&, const Words&) = default;
};

// What a field or a cell says. `plain` is what JSON carries in its place, for programs: "1234" for "1,234 t-CO2", "2026-11-22" for a day.
struct Value {
  Words text;
  std::string plain;
  std::string unit;  // of `plain`; JSON names it beside the value

  Value() = default;
  Value(Words words) : text(std::move(words)) {}
  Value(std::string same) : text{std::move(same), {}} {}
  Value(const char* same) : text{same, {}} {}
};
// `exact` is a decimal number in ASCII: "-1234.5", printed with its thousands grouped, with " unit" behind where there is one.
[[nodiscard]] Value quantity(const std::string& exact, const std::string& unit = {});
// Yen: "1,200円", "JPY 1,200".
[[nodiscard]] Value yen(const std::string& exact);
// "2026年11月22日", "22 November 2026".
[[nodiscard]] Value day(Date date);
// "2026-11-22", for a column of a table.
[[nodiscard]] Value short_day(Date date);

struct Field {
  std::string key;  // its name in JSON: ASCII, unique in its list
  Words label;
  Value value;
};

enum class Align : std::uint8_t { left, right, center };

struct Column {
  std::string key;  // its name in JSON: ASCII, unique in its table
  Words heading;
  Align align = Align::left;  // right for what is counted: such a cell is never broken over lines where the paper is wide enough
};

struct Table {
  std::string key;  // its name in JSON
  Words caption;    // may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;  // each as many values as there are columns
  std::vector<Value> total;              // none, or one last row
  Words nothing{"該当なし", "None"};     // printed where there are no rows
};

// Printed in this order: heading, paragraphs, fields, tables.
struct Section {
  std::string key;
  Words heading;
  std::vector<Words> paragraphs;
  std::vector<Field> fields;
  std::vector<Table> tables;
};

// How the reader finds out that the paper is true: the text of the QR code, what it is and how it is checked, and its parts for the eye.
struct Verification {
  std::string code;  // at most 1,000 bytes, ASCII preferred
  Words says;
  std::vector<Field> fields;
};

struct Document {
  std::string kind;  // for JSON: "retirement_notice"
  Words title;
  Words mark;  // across every page, for papers of a demo or training store: 見本 / SAMPLE
  std::string number;
  Date issued_on;
  Words addressee;  // with its honorific: 株式会社一の橋 御中
  Words issuer;
  std::vector<Words> issuer_lines;  // address, contact, 公印省略
  std::vector<Words> paragraphs;
  std::vector<Section> sections;
  std::vector<Words> notes;
  std::optional<Verification> verification;
};

}  // namespace sumi::report
