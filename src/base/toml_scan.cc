#include "base/toml_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "base/errors.h"
#include "base/limits.h"

namespace sumi {

namespace {

bool not_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_digit(c) || is_letter(c) || c == '_' || c == '+' || c == '-' || c == '.' || c == ':'; }

// Takes the parts of a scalar from the front of its word.
class Word {
 public:
  explicit Word(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] const std::string& taken() const { return taken_; }

  // One of `characters`; it is kept as `as`, or as it is.
  bool take(std::string_view characters, char as = 0) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) return false;
    taken_ += as == 0 ? rest_[0] : as;
    rest_.remove_prefix(1);
    return true;
  }
  // One or more digits, with single underscores between them, which are not kept.
  bool take_digits() {
    if (rest_.empty() || !is_digit(rest_[0])) return false;
    while (!rest_.empty()) {
      if (rest_[0] == '_' && rest_.size() > 1 && is_digit(rest_[1])) rest_.remove_prefix(1);
      if (!is_digit(rest_[0])) break;
      taken_ += rest_[0];
      rest_.remove_prefix(1);
    }
    return true;
  }
  // Exactly n digits whose value is from `low` to `high`; -1 where there are none.
  int take_number(std::size_t n, int low, int high) {
    if (rest_.size() < n || !std::all_of(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(n), is_digit)) return -1;
    int value = 0;
    for (const char c : rest_.substr(0, n)) value = value * 10 + (c - '0');
    taken_ += rest_.substr(0, n);
    rest_.remove_prefix(n);
    return value < low || value > high ? -1 : value;
  }

 private:
  std::string_view rest_;
  std::string taken_;
};

std::optional<std::string> decimal_number(std::string_view text) {
  Word word(text);
  word.take("+-");
  const std::size_t first = word.taken().size();
  if (!word.take_digits()) return std::nullopt;
  if (word.taken()[first] == '0' && word.taken().size() > first + 1) return std::nullopt;
  if (word.take(".") && !word.take_digits()) return std::nullopt;
  if (word.take("eE", 'e')) {
    word.take("+-");
    if (!word.take_digits()) return std::nullopt;
  }
  if (!word.at_end()) return std::nullopt;
  return word.taken();
}

std::optional<std::string> based_integer(std::string_view text) {
  unsigned base = 0;
  if (text.starts_with("0x")) base = 16;
  if (text.starts_with("0o")) base = 8;
  if (text.starts_with("0b")) base = 2;
  if (base == 0) return std::nullopt;
  text.remove_prefix(2);
  std::uint64_t value = 0;
  bool after_digit = false;
  for (const char c : text) {
    if (c == '_' && after_digit) {
      after_digit = false;
      continue;
    }
    unsigned digit = 16;
    if (is_digit(c)) digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') digit = static_cast<unsigned>(c - 'A' + 10);
    if (digit >= base || value > (std::numeric_limits<std::uint64_t>::max() - digit) / base) return std::nullopt;
    value = value * base + digit;
    after_digit = true;
  }
  if (!after_digit) return std::nullopt;
  return std::to_string(value);
}

bool take_date(Word& word) {
  const int year = word.take_number(4, 0, 9999);
  if (year < 0 || !word.take("-")) return false;
  const int month = word.take_number(2, 1, 12);
  if (month < 0 || !word.take("-")) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int days = month == 2 ? (leap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
  return word.take_number(2, 1, days) >= 0;
}

bool take_time(Word& word) {
  if (word.take_number(2, 0, 23) < 0 || !word.take(":")) return false;
  if (word.take_number(2, 0, 59) < 0 || !word.take(":")) return false;
  if (word.take_number(2, 0, 59) < 0) return false;
  if (!word.take(".")) return true;
  if (!word.take("0123456789")) return false;
  while (word.take("0123456789")) {}
  return true;
}

std::optional<std::string> date_or_time(std::string_view text) {
  Word word(text);
  const bool dated = text.size() > 4 && text[4] == '-';
  if (dated) {
    if (!take_date(word)) return std::nullopt;
    if (word.at_end()) return word.taken();
    if (!word.take("Tt ", 'T')) return std::nullopt;
  }
  if (!take_time(word)) return std::nullopt;
  if (dated && !word.at_end() && !word.take("Zz", 'Z')) {
    if (!word.take("+-") || word.take_number(2, 0, 23) < 0 || !word.take(":") || word.take_number(2, 0, 59) < 0) return std::nullopt;
  }
  if (!word.at_end()) return std::nullopt;
  return word.taken();
}

// Follows keys, values, strings, comments and brackets. What cannot be TOML ends the scan.
class Scanner {
 public:
  Scanner(std::string_view text, const std::string& file_name) : text_(text), file_name_(file_name) { scan_.masked = text; }

  Result<TomlScan> run() {
    while (at_ < text_.size() && !scan_.broken) {
      one();
      if (!mistake_.empty()) return fail(errors::toml_syntax, {{"reason", mistake_}}, {file_name_, scan_.line, scan_.column});
      if (too_deep_) {
        return fail(errors::toml_too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, {file_name_, scan_.line, scan_.column});
      }
    }
    // Nothing behind a mistake reaches the parser.
    if (scan_.broken) scan_.masked.resize(std::min(at_ + 1, text_.size()));
    return std::move(scan_);
  }

 private:
  enum class Expect : std::uint8_t { key, value, after };

  void one() {
    const char c = text_[at_];
    if (not_ascii(c)) {
      // Most of all a full-width blank, sign or quotation mark.
      mistake_ = "引用符の外に全角などの文字があります / a character that is not ASCII stands outside of quotation marks";
    } else if (c == '#') {
      while (at_ < text_.size() && text_[at_] != '\n') step();
    } else if (c == ' ' || c == '\t' || c == '\r') {
      step();
    } else if (c == '\n') {
      end_line();
    } else if (expect_ == Expect::key) {
      key_character();
    } else if (expect_ == Expect::value) {
      value();
    } else {
      after_value();
    }
  }

  void step() {
    if (text_[at_] == '\n') {
      ++scan_.line;
      scan_.column = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
      ++scan_.column;
    }
    ++at_;
  }
  void step(std::size_t n) {
    for (const std::size_t end = at_ + n; at_ < end;) step();
  }

  // A line end within an array is a blank; a missing value or an open inline table is a mistake there.
  void end_line() {
    if (!brackets_.empty() ? brackets_.back() == '{' : expect_ == Expect::value) {
      scan_.broken = true;
      return;
    }
    step();
    if (!brackets_.empty()) return;
    expect_ = Expect::key;
    dots_ = 0;
  }

  void key_character() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return string();
    if (c == '[' && brackets_.empty()) return header();
    if (c == '}' && !brackets_.empty()) return close('{');
    if (c == '=') {
      expect_ = Expect::value;
      dots_ = 0;
    } else if (c == '.') {
      // toml++ would build, and free by recursion, as many tables as a key has dots.
      too_deep_ = ++dots_ > limits::nesting_depth_max;
      if (too_deep_) return;
    } else if (!brackets_.empty() && (c == '{' || c == '[' || c == ']')) {
      scan_.broken = true;
      return;
    }
    step();
  }

  // toml++ takes it for granted that a key follows.
  void header() {
    for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] == '['; ++i) {
      step();
      while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) step();
    }
    if (at_ == text_.size()) return;
    const char c = text_[at_];
    const bool key = c == '"' || c == '\'' || c == '_' || c == '-' || is_digit(c) || is_letter(c);
    if (!key && c != ']') mistake_ = "見出しの [ の後に名前がありません / a header needs a key after its [";
  }

  void value() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') {
      expect_ = Expect::after;
      return string();
    }
    if (c == '[' || c == '{') {
      too_deep_ = brackets_.size() >= limits::nesting_depth_max;
      if (too_deep_) return;
      brackets_ += c;
      if (c == '{') expect_ = Expect::key;
      dots_ = 0;
      return step();
    }
    if (c == ']') return close('[');
    scalar();
  }

  void scalar() {
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    // "1979-05-27 07:32:00": one blank may stand for the T.
    if (end - at_ == 10 && text_[at_ + 4] == '-' && text_.size() > end + 3 && text_[end] == ' ' && is_digit(text_[end + 1]) &&
        is_digit(text_[end + 2]) && text_[end + 3] == ':') {
      ++end;
      while (end < text_.size() && is_word(text_[end])) ++end;
    }
    const std::string_view word = text_.substr(at_, end - at_);
    if (word.empty()) {
      scan_.broken = true;
      return;
    }
    TomlScalar found = toml_scalar(word);
    if (found.kind == Tree::Kind::null) return refuse_word(word);
    found.line = scan_.line;
    found.column = scan_.column;
    scan_.scalars.push_back(std::move(found));
    std::fill_n(scan_.masked.begin() + static_cast<std::ptrdiff_t>(at_), word.size(), ' ');
    scan_.masked[at_] = '0';
    step(word.size());
    expect_ = Expect::after;
  }

  void refuse_word(std::string_view word) {
    if (word.ends_with("inf") || word.ends_with("nan")) {
      mistake_ = "infとnanは数として使えません / inf and nan are not numbers here";
      return;
    }
    const std::string shown(word.substr(0, 40));
    mistake_ =
        fmt::format("「{0}」は値として読めません(文字列は引用符で囲みます) / {0} is not a value; a string needs quotation marks", shown);
  }

  void after_value() {
    const char c = text_[at_];
    if (c == ']') return close('[');
    if (c == '}') return close('{');
    if (c != ',' || brackets_.empty()) {
      scan_.broken = true;
      return;
    }
    expect_ = brackets_.back() == '[' ? Expect::value : Expect::key;
    dots_ = 0;
    step();
  }

  void close(char opening) {
    if (brackets_.empty() || brackets_.back() != opening) {
      scan_.broken = true;
      return;
    }
    brackets_.pop_back();
    expect_ = Expect::after;
    step();
  }

  void string() {
    const char quote = text_[at_];
    const std::string three(3, quote);
    const bool multi_line = text_.substr(at_).starts_with(three);
    // A key never spans lines.
    if (multi_line && expect_ == Expect::key) {
      mistake_ = "複数行の文字列は名前に使えません / a key is never a string of several lines";
      return;
    }
    step(multi_line ? 3 : 1);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        if (!escape()) return;
      } else if (c == quote && !multi_line) {
        return step();
      } else if (c == quote && text_.substr(at_).starts_with(three)) {
        // Up to two quotes may stand before the closing three.
        std::size_t n = 3;
        while (n < 5 && at_ + n < text_.size() && text_[at_ + n] == quote) ++n;
        return step(n);
      } else if (c == '\n' && !multi_line) {
        scan_.broken = true;
        return;
      } else {
        step();
      }
    }
  }

  bool escape() {
    step();
    if (at_ < text_.size() && not_ascii(text_[at_])) {
      mistake_ = "文字列の中の \\ の使い方が正しくありません / no escape of a string is written so";
      return false;
    }
    // A backslash before a line end is a line end still.
    if (at_ < text_.size() && text_[at_] != '\n') step();
    return true;
  }

  std::string_view text_;
  const std::string& file_name_;
  TomlScan scan_;
  std::size_t at_ = 0;
  Expect expect_ = Expect::key;
  std::string brackets_;  // those that are open
  unsigned dots_ = 0;     // of the key that is being read
  bool too_deep_ = false;
  std::string mistake_;
};

}  // namespace

TomlScalar toml_scalar(std::string_view word) {
  if (word == "true" || word == "false") return {0, 0, Tree::Kind::boolean, std::string(word)};
  if (auto number = decimal_number(word)) return {0, 0, Tree::Kind::number, std::move(*number)};
  if (auto number = based_integer(word)) return {0, 0, Tree::Kind::number, std::move(*number)};
  if (auto iso = date_or_time(word)) return {0, 0, Tree::Kind::string, std::move(*iso)};
  return {0, 0, Tree::Kind::null, {}};
}

Result<TomlScan> scan_toml(std::string_view text, const std::string& file_name) { return Scanner(text, file_name).run(); }

}  // namespace sumi
