// Serial numbers of other crediting programmes: read, named part by part, and printed back byte for byte.
//
// What a serial looks like is data: one row of the rulebook's table serial-grammars/grammars per form, as a template
//
//   {batch:digits}-{first}-{last}-VCS-VCU-{account:digits}-...
//
//   {name:class}  a part: digits, letters (A-Z), word (letters and digits), year (4 digits), ddmmyyyy (a day)
//   {first} {last}  the first and the last unit of the block, inclusive; digits with or without thousand separators, from 1 to 2^64 - 2
//   {name}        a part that came before, with the same bytes again
//   a blank       one or more blanks (space, tab, no-break space, ideographic space)
//   all else      itself; letters in either case
//
// A part ends where the next literal begins, which the part's class must exclude: so reading never guesses and takes one pass. Blanks around
// the whole, leading zeros, separators and the case of letters are kept as they came. What no template fits is opaque: kept verbatim as one block.
//
// Pure: the grammars come in as an argument (RegistryRules::serial_grammars), read once from the rulebook.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace sumi::rulebook {
class Rulebook;
}

namespace sumi::registry {

enum class SerialClass : std::uint8_t { digits, letters, word, year, ddmmyyyy };

// One element of a template, in order.
struct SerialElement {
  enum class Kind : std::uint8_t { literal, blank, part, again, first, last };
  Kind kind = Kind::literal;
  std::string text;  // of a literal: its bytes; of a part: its name
  SerialClass part_class = SerialClass::digits;
};

// One row of the table, compiled.
struct SerialGrammar {
  std::string programme;  // "verra"
  std::string key;        // "verra_vcu"
  // What begins the origin key. Two grammars that write the same units (a CER in the register of another programme) share it.
  std::string origin;
  std::vector<std::string> identity;  // the parts that tell one numbering of units from another, in the order of the origin key
  std::vector<SerialElement> elements;
};

// registry.serial_grammar_broken, which names key, template and what is wrong with it.
[[nodiscard]] Result<SerialGrammar> compile_serial_grammar(std::string programme, std::string key, std::string origin, std::vector<std::string> identity, std::string_view pattern);
// The table serial-grammars/grammars in the order of its rows; empty where the rulebook does not have it.
[[nodiscard]] Result<std::vector<SerialGrammar>> serial_grammars_of(const rulebook::Rulebook& rulebook);

struct SerialPart {
  std::string name;
  std::string text;  // as it came
};

// How a number was written: what a number of a part of the block will look like.
struct NumberStyle {
  enum class Grouping : std::uint8_t { either, plain, grouped };  // either: too short to tell
  std::uint32_t digits = 0;                                       // 0: no leading zeros; else padded with zeros to so many
  Grouping grouping = Grouping::either;
};

struct ParsedSerial {
  std::string programme;  // as asked; of a serial that was found without one, its grammar's
  std::string grammar;    // key of the grammar; empty = opaque
  // Names the numbering that the block is cut from, in one spelling (no leading zeros, capital letters): two blocks with the same origin and a
  // common number are the same units, whoever brings them. Of an opaque block it stands for the whole text, blanks and widths evened out.
  std::string origin;
  std::vector<SerialPart> parts;
  std::uint64_t first = 1;  // inclusive; of an opaque block the caller's own count from 1
  std::uint64_t last = 0;   // 0 of an opaque block: its quantity is not in the serial
  // The text between the numbers, and how these were written.
  struct Piece {
    enum class Kind : std::uint8_t { text, first, last };
    Kind kind = Kind::text;
    std::string text;
    NumberStyle style;
  };
  std::vector<Piece> pieces;

  [[nodiscard]] bool opaque() const { return grammar.empty(); }
  // Units of the block; nothing where the serial is opaque. Never 0.
  [[nodiscard]] std::optional<std::uint64_t> quantity() const { return opaque() ? std::nullopt : std::optional(last - first + 1); }
  // As it came; nothing where the grammar has no such part.
  [[nodiscard]] std::optional<std::string_view> part(std::string_view name) const;
};

// The first grammar of the programme that fits, in the order of the rows; with an empty programme the first of all. Never fails: what does not fit,
// whose last unit is before the first, whose numbers begin at 0 (no register's here do, and ours holds none) or do not fit u64 is opaque.
[[nodiscard]] ParsedSerial parse_serial(const std::vector<SerialGrammar>& grammars, std::string_view programme, std::string_view text);
// The bytes that were parsed.
[[nodiscard]] std::string print_serial(const ParsedSerial& serial);
// A part of the block in the same grammar and spelling; the whole block gives the bytes that were parsed. Of an opaque block: its text, and behind it
// " [first-last]", which are numbers of ours. Nothing where first > last, or the range is not within the block (an opaque one with last = 0 has no end).
[[nodiscard]] std::optional<std::string> print_range(const ParsedSerial& serial, std::uint64_t first, std::uint64_t last);

// The calendar days of the reduction, inclusive: the parts vintage_start and vintage_end, or the year of the part vintage.
[[nodiscard]] std::optional<std::pair<Date, Date>> serial_vintage(const ParsedSerial& serial);

}  // namespace sumi::registry
