#include "registry/serials.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "registry/errors.h"
#include "rulebook/rulebook.h"

namespace sumi::registry {
namespace {

using Kind = SerialElement::Kind;
using Grouping = NumberStyle::Grouping;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

std::string upper_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), upper);
  return out;
}

bool takes(SerialClass part_class, char c) {
  switch (part_class) {
    case SerialClass::letters: return is_letter(c);
    case SerialClass::word: return is_digit(c) || is_letter(c);
    default: return is_digit(c);
  }
}

// Length in bytes of the blanks at the beginning of `text`.
std::size_t blanks_at(std::string_view text) {
  static constexpr std::string_view all[] = {" ", "\t", "\xC2\xA0", "\xE3\x80\x80"};
  std::size_t length = 0;
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : all) {
      if (!text.substr(length).starts_with(blank)) continue;
      length += blank.size();
      found = true;
    }
  }
  return length;
}

// A template, read from left to right.
class Compiler {
 public:
  explicit Compiler(std::string_view pattern) : rest_(pattern) {}

  // What is wrong; empty where nothing is.
  std::string compile(SerialGrammar& out) {
    while (!rest_.empty()) {
      std::string wrong = rest_.front() == '{' ? field(out) : literal(out);
      if (!wrong.empty()) return wrong;
    }
    return whole(out);
  }

 private:
  static bool names(const SerialGrammar& grammar, std::string_view name) {
    return std::ranges::any_of(grammar.elements, [&](const SerialElement& e) { return e.kind == Kind::part && e.text == name; });
  }
  static std::size_t count(const SerialGrammar& grammar, Kind kind) { return static_cast<std::size_t>(std::ranges::count(grammar.elements, kind, &SerialElement::kind)); }

  std::string literal(SerialGrammar& out) {
    if (rest_.front() == ' ') {
      rest_.remove_prefix(1);
      out.elements.push_back({Kind::blank, "", {}});
      return {};
    }
    const auto end = std::min(rest_.find_first_of("{ "), rest_.size());
    const auto text = rest_.substr(0, end);
    if (text.find('}') != std::string_view::npos) return "'}' without '{'";
    if (std::ranges::any_of(text, [](char c) { return c < 0x21 || c > 0x7E; })) return "a sign outside of ASCII";
    out.elements.push_back({Kind::literal, std::string(text), {}});
    rest_.remove_prefix(end);
    return {};
  }

  std::string field(SerialGrammar& out) {
    const auto end = rest_.find('}');
    if (end == std::string_view::npos) return "'{' without '}'";
    const auto inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    const auto colon = inside.find(':');
    const std::string name(inside.substr(0, colon));
    if (name.empty() || !std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; })) return "a part's name is of a-z and _";
    if (name == "first" || name == "last") {
      if (colon != std::string_view::npos) return name + " has no class";
      out.elements.push_back({name == "first" ? Kind::first : Kind::last, name, {}});
      return {};
    }
    if (colon == std::string_view::npos) {
      if (!names(out, name)) return "{" + name + "} is not named before";
      out.elements.push_back({Kind::again, name, {}});
      return {};
    }
    static constexpr std::pair<std::string_view, SerialClass> classes[] = {{"digits", SerialClass::digits},
        {"letters", SerialClass::letters}, {"word", SerialClass::word}, {"year", SerialClass::year}, {"ddmmyyyy", SerialClass::ddmmyyyy}};
    const auto* found = std::ranges::find(classes, inside.substr(colon + 1), &std::pair<std::string_view, SerialClass>::first);
    if (found == std::end(classes)) return "there is no class " + std::string(inside.substr(colon + 1));
    if (names(out, name)) return name + " is named twice";
    out.elements.push_back({Kind::part, name, found->second});
    return {};
  }

  // Every part must end where it can be seen to end.
  static std::string whole(const SerialGrammar& grammar) {
    if (grammar.origin.empty() || grammar.origin == "opaque" || grammar.origin.find('/') != std::string::npos) return "origin is a word of its own, and not \"opaque\"";
    if (count(grammar, Kind::first) != 1 || count(grammar, Kind::last) != 1) return "{first} and {last} stand once each";
    for (std::size_t i = 0; i + 1 < grammar.elements.size(); ++i) {
      const auto& e = grammar.elements[i];
      const auto& next = grammar.elements[i + 1];
      if (e.kind == Kind::blank && next.kind == Kind::blank) return "two blanks in a row: one stands for any number";
      const bool number = e.kind == Kind::first || e.kind == Kind::last;
      if (e.kind != Kind::part && !number) continue;
      if (next.kind != Kind::literal && next.kind != Kind::blank) return "nothing parts {" + e.text + "} from what follows";
      if (next.kind == Kind::blank) continue;
      const char c = next.text.front();
      if (number ? is_digit(c) || c == ',' : takes(e.part_class, c)) return "{" + e.text + "} would take the sign that ends it";
    }
    for (const auto& name : grammar.identity) {
      if (!names(grammar, name)) return "identity names " + name + ", which is no part";
    }
    return {};
  }

  std::string_view rest_;
};

// Digits with or without thousand separators. Nothing where it is not a number, or above 2^64 - 2: an interval's end must fit, too.
std::optional<std::uint64_t> number_at(std::string_view text, NumberStyle& style) {
  std::uint64_t value = 0;
  std::uint32_t digits = 0;
  bool separated = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') {
      if (i == 0 || (text.size() - i) % 4 != 0) return std::nullopt;
      separated = true;
      continue;
    }
    if (separated && text.size() - i > 3 && (text.size() - i) % 4 == 0) return std::nullopt;  // a separator is missing here
    const auto digit = static_cast<std::uint64_t>(text[i] - '0');
    if (value > (std::numeric_limits<std::uint64_t>::max() - 1 - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  if (separated && text.find(',') > 3) return std::nullopt;
  style.digits = digits > 1 && text.front() == '0' ? digits : 0;
  if (digits > 3) style.grouping = separated ? Grouping::grouped : Grouping::plain;
  return value;
}

std::string number_in(std::uint64_t value, const NumberStyle& style) {
  std::string digits = std::to_string(value);
  if (digits.size() < style.digits) digits.insert(0, style.digits - digits.size(), '0');
  if (style.grouping != Grouping::grouped) return digits;
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::optional<Date> day_in(std::string_view text) {
  constexpr std::size_t length = 8;
  if (text.size() != length || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  const auto day = Date::from_ymd(number(4, 4), number(2, 2), number(0, 2));
  return day ? std::optional(*day) : std::nullopt;
}

bool fits(SerialClass part_class, std::string_view text) {
  constexpr std::size_t year_digits = 4;
  if (text.empty()) return false;
  if (part_class == SerialClass::year) return text.size() == year_digits && text != "0000";
  if (part_class == SerialClass::ddmmyyyy) return day_in(text).has_value();
  return true;
}

class Reader {
 public:
  Reader(const SerialGrammar& grammar, std::string_view text) : grammar_(grammar), rest_(text) {}

  bool read(ParsedSerial& out) {
    add_text(out, blanks_at(rest_));
    for (const auto& element : grammar_.elements) {
      if (!read_element(element, out)) return false;
    }
    add_text(out, blanks_at(rest_));
    if (!rest_.empty() || out.first == 0 || out.last < out.first) return false;
    out.grammar = grammar_.key;
    out.programme = grammar_.programme;
    out.origin = origin(out);
    even_out(out);
    return true;
  }

 private:
  void add_text(ParsedSerial& out, std::size_t length) {
    if (length == 0) return;
    if (out.pieces.empty() || out.pieces.back().kind != ParsedSerial::Piece::Kind::text) out.pieces.push_back({});
    out.pieces.back().text += rest_.substr(0, length);
    rest_.remove_prefix(length);
  }

  bool read_element(const SerialElement& element, ParsedSerial& out) {
    switch (element.kind) {
      case Kind::blank: {
        const auto length = blanks_at(rest_);
        add_text(out, length);
        return length > 0;
      }
      case Kind::literal: {
        const auto& text = element.text;
        if (upper_case(rest_.substr(0, text.size())) != upper_case(text)) return false;
        add_text(out, text.size());
        return true;
      }
      case Kind::again: {
        const auto before = *out.part(element.text);
        const auto length = before.size();
        if (!rest_.starts_with(before)) return false;
        add_text(out, length);
        return true;
      }
      case Kind::part: {
        const auto length = length_of([&](char c) { return takes(element.part_class, c); });
        if (!fits(element.part_class, rest_.substr(0, length))) return false;
        out.parts.push_back({element.text, std::string(rest_.substr(0, length))});
        add_text(out, length);
        return true;
      }
      default: return read_number(element.kind, out);
    }
  }

  bool read_number(Kind kind, ParsedSerial& out) {
    const auto length = length_of([](char c) { return is_digit(c) || c == ','; });
    ParsedSerial::Piece piece{kind == Kind::first ? ParsedSerial::Piece::Kind::first : ParsedSerial::Piece::Kind::last, "", {}};
    const auto value = number_at(rest_.substr(0, length), piece.style);
    if (!value) return false;
    (kind == Kind::first ? out.first : out.last) = *value;
    out.pieces.push_back(std::move(piece));
    rest_.remove_prefix(length);
    return true;
  }

  template <class F> [[nodiscard]] std::size_t length_of(F takes_it) const { return static_cast<std::size_t>(std::ranges::find_if_not(rest_, takes_it) - rest_.begin()); }

  [[nodiscard]] std::string origin(const ParsedSerial& serial) const {
    std::string out = grammar_.origin;
    for (const auto& name : grammar_.identity) {
      auto text = upper_case(*serial.part(name));
      const bool number = std::ranges::all_of(text, is_digit);
      if (number) text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));
      out += "/" + text;
    }
    return out;
  }

  // "1 to 5,000": the 1 is too short to show separators, the other number shows them.
  static void even_out(ParsedSerial& serial) {
    Grouping known = Grouping::either;
    for (const auto& piece : serial.pieces) known = std::max(known, piece.style.grouping);
    for (auto& piece : serial.pieces) {
      if (piece.style.grouping == Grouping::either) piece.style.grouping = known;
    }
  }

  const SerialGrammar& grammar_;
  std::string_view rest_;
};

// One spelling of what is no serial: blanks around gone, blanks within single, half-width, capital letters.
std::string evened(std::string_view text) {
  std::string even;
  for (std::string_view rest = text; !rest.empty();) {
    if (const auto blanks = blanks_at(rest); blanks > 0) {
      rest.remove_prefix(blanks);
      if (!even.empty() && !rest.empty()) even += ' ';
      continue;
    }
    even += rest.front();
    rest.remove_prefix(1);
  }
  return upper_case(valid_utf8(even) ? to_half_width(even) : even);
}

std::string printed(const ParsedSerial& serial, std::uint64_t first, std::uint64_t last) {
  std::string out;
  for (const auto& piece : serial.pieces) {
    if (piece.kind == ParsedSerial::Piece::Kind::text) out += piece.text;
    else out += number_in(piece.kind == ParsedSerial::Piece::Kind::first ? first : last, piece.style);
  }
  return out;
}

}  // namespace

std::optional<std::string_view> ParsedSerial::part(std::string_view name) const {
  const auto found = std::ranges::find(parts, name, &SerialPart::name);
  return found == parts.end() ? std::nullopt : std::optional<std::string_view>(found->text);
}

Result<SerialGrammar> compile_serial_grammar(std::string programme, std::string key, std::string origin, std::vector<std::string> identity, std::string_view pattern) {
  SerialGrammar out{std::move(programme), std::move(key), std::move(origin), std::move(identity), {}};
  const auto wrong = Compiler(pattern).compile(out);
  if (!wrong.empty()) return fail(errors::serial_grammar_broken, {{"key", out.key}, {"pattern", std::string(pattern)}, {"what", wrong}});
  return out;
}

Result<std::vector<SerialGrammar>> serial_grammars_of(const rulebook::Rulebook& rulebook) {
  std::vector<SerialGrammar> out;
  const auto* table = rulebook.table("serial-grammars/grammars");
  if (table == nullptr) return out;
  for (const auto& row : rulebook.rows(table->name)) {
    const auto text = [&](std::string_view column) -> std::string {
      const auto* info = table->column(column);
      if (info == nullptr) return {};
      const auto& cell = row.cells[static_cast<std::size_t>(info - table->columns.data())];
      const auto* value = cell ? std::get_if<std::string>(&*cell) : nullptr;
      return value != nullptr ? *value : std::string();
    };
    std::vector<std::string> identity;
    for (std::string words = text("identity"); !words.empty();) {
      const auto end = std::min(words.find(' '), words.size());
      if (end > 0) identity.push_back(words.substr(0, end));
      words.erase(0, end + 1);
    }
    auto grammar = compile_serial_grammar(text("programme"), row.key.front(), text("origin"), std::move(identity), text("pattern"));
    if (!grammar) return fail(std::move(grammar.error()).at(row.place));
    out.push_back(*std::move(grammar));
  }
  return out;
}

ParsedSerial parse_serial(const std::vector<SerialGrammar>& grammars, std::string_view programme, std::string_view text) {
  for (const auto& grammar : grammars) {
    if (!programme.empty() && grammar.programme != programme) continue;
    ParsedSerial out;
    if (Reader(grammar, text).read(out)) return out;
  }
  ParsedSerial out;
  out.programme = programme;
  out.origin = "opaque/" + evened(programme) + "/" + evened(text);
  out.pieces.push_back({ParsedSerial::Piece::Kind::text, std::string(text), {}});
  return out;
}

std::string print_serial(const ParsedSerial& serial) { return printed(serial, serial.first, serial.last); }

std::optional<std::string> print_range(const ParsedSerial& serial, std::uint64_t first, std::uint64_t last) {
  const bool endless = serial.opaque() && serial.last == 0;
  if (first > last || first < serial.first || (last > serial.last && !endless)) return std::nullopt;
  auto out = printed(serial, first, last);
  const bool whole = first == serial.first && last == serial.last;
  if (serial.opaque() && !whole) out += " [" + std::to_string(first) + "-" + std::to_string(last) + "]";
  return out;
}

std::optional<std::pair<Date, Date>> serial_vintage(const ParsedSerial& serial) {
  const auto start = serial.part("vintage_start"), end = serial.part("vintage_end"), year = serial.part("vintage");
  if (start && end) {
    const auto from = day_in(*start), to = day_in(*end);
    if (from && to && *from <= *to) return std::pair(*from, *to);
    return std::nullopt;
  }
  constexpr std::size_t year_digits = 4;
  if (!year || year->size() != year_digits || !std::ranges::all_of(*year, is_digit)) return std::nullopt;
  const auto from = day_in("0101" + std::string(*year)), to = day_in("3112" + std::string(*year));
  return from && to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

}  // namespace sumi::registry
