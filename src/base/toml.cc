// TOML through toml++, which reads every float into a double and every integer into 64 bits. So a scan of our own comes first: it knows
// just enough of TOML to tell keys, strings, comments and values apart, keeps each decimal number's literal with its place, and hands
// toml++ a copy in which the number is a 0 followed by blanks. Lines and columns stay the same, so each 0 finds its literal again. The same
// scan bounds the nesting: toml++ would build, and free by recursion, as many tables as a key has dots.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/errors.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/tree.h"

// toml++ asserts some things that only hold for good input, and an assertion that is assumed would be worse: a failed one is caught below.
#undef NDEBUG
namespace {
struct TomlAssertion {};
[[noreturn]] void toml_assertion_failed() { throw TomlAssertion{}; }
}  // namespace
#define TOML_ASSERT(expression) ((expression) ? static_cast<void>(0) : toml_assertion_failed())
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#include <toml++/toml.h>

namespace sumi {

namespace {

struct Literal {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string text;  // without underscores
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// One or more digits, with single underscores between them; they are added to `out`.
bool take_digits(std::string_view& rest, std::string& out) {
  if (rest.empty() || !is_digit(rest[0])) return false;
  std::size_t i = 0;
  while (i < rest.size()) {
    if (rest[i] == '_' && i + 1 < rest.size() && is_digit(rest[i + 1])) ++i;
    if (!is_digit(rest[i])) break;
    out += rest[i++];
  }
  rest.remove_prefix(i);
  return true;
}

bool take_sign(std::string_view& rest, std::string& out) {
  if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) return false;
  out += rest[0];
  rest.remove_prefix(1);
  return true;
}

// A decimal integer or a float of TOML 1.0, without its underscores; anything else is left to toml++.
std::optional<std::string> number_literal(std::string_view word) {
  std::string out;
  take_sign(word, out);
  const std::size_t first = out.size();
  if (!take_digits(word, out)) return std::nullopt;
  if (out[first] == '0' && out.size() > first + 1) return std::nullopt;
  if (word.starts_with('.')) {
    out += '.';
    word.remove_prefix(1);
    if (!take_digits(word, out)) return std::nullopt;
  }
  if (word.starts_with('e') || word.starts_with('E')) {
    out += 'e';
    word.remove_prefix(1);
    take_sign(word, out);
    if (!take_digits(word, out)) return std::nullopt;
  }
  if (!word.empty()) return std::nullopt;
  return out;
}

// What cannot be TOML ends the scan: toml++ stops there too and says why.
class Scan {
 public:
  Scan(std::string_view text, const std::string& file_name) : text_(text), file_name_(file_name), masked_(text) {}

  Result<void> run() {
    while (at_ < text_.size() && !broken_) {
      if (text_[at_] == '#') {
        skip_comment();
      } else if (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r') {
        step();
      } else if (text_[at_] == '\n') {
        end_line();
      } else if (expect_ == Expect::key) {
        key_character();
      } else if (expect_ == Expect::value) {
        value();
      } else {
        after_value();
      }
      if (no_key_) {
        return fail(errors::toml_syntax, {{"reason", "見出しの [ の後に名前がありません / a header needs a key after its ["}},
                    {file_name_, line_, column_});
      }
      if (too_deep_) {
        return fail(errors::toml_too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, {file_name_, line_, column_});
      }
    }
    return {};
  }

  [[nodiscard]] const std::string& masked() const { return masked_; }
  [[nodiscard]] const std::vector<Literal>& literals() const { return literals_; }

 private:
  enum class Expect : std::uint8_t { key, value, after };

  void step() {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
      ++column_;
    }
    ++at_;
  }
  void step(std::size_t n) {
    for (std::size_t end = at_ + n; at_ < end;) step();
  }

  void skip_comment() {
    while (at_ < text_.size() && text_[at_] != '\n') step();
  }

  void end_line() {
    step();
    if (brackets_.empty()) {
      if (expect_ == Expect::value) broken_ = true;
      expect_ = Expect::key;
      dots_ = 0;
    } else if (brackets_.back() == '{') {
      broken_ = true;
    }
  }

  // A character of a key, or of a header at the start of a line.
  void key_character() {
    const char c = text_[at_];
    if (c == '"' || c == '\'') return string();
    if (c == '[' && brackets_.empty()) return header();
    if (c == '=') {
      expect_ = Expect::value;
      dots_ = 0;
    } else if (c == '.') {
      too_deep_ = ++dots_ > limits::nesting_depth_max;
      if (too_deep_) return;
    } else if (c == '}' && !brackets_.empty()) {
      return close('{');
    } else if (!brackets_.empty() && (c == '{' || c == '[' || c == ']')) {
      broken_ = true;
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
    no_key_ = c != '"' && c != '\'' && c != ']' && (!is_word(c) || c == '.' || c == ':' || c == '+');
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
    std::size_t end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    if (end == at_) {
      broken_ = true;
      return;
    }
    keep_number(text_.substr(at_, end - at_));
    step(end - at_);
    expect_ = Expect::after;
  }

  static bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '+' || c == '-' || c == '.' || c == ':';
  }

  void keep_number(std::string_view word) {
    auto literal = number_literal(word);
    if (!literal) return;
    literals_.push_back({line_, column_, std::move(*literal)});
    std::fill_n(masked_.begin() + static_cast<std::ptrdiff_t>(at_), word.size(), ' ');
    masked_[at_] = '0';
  }

  void after_value() {
    const char c = text_[at_];
    if (c == ']') return close('[');
    if (c == '}') return close('{');
    if (c == ',' && !brackets_.empty()) {
      expect_ = brackets_.back() == '[' ? Expect::value : Expect::key;
      dots_ = 0;
    }
    // Other characters are the time after a date ("1979-05-27 07:32:00") or an error.
    step();
  }

  void close(char opening) {
    if (brackets_.empty() || brackets_.back() != opening) {
      broken_ = true;
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
    // An empty string is two quotes that no third follows. A key never spans lines.
    if (multi_line && expect_ == Expect::key) {
      broken_ = true;
      return;
    }
    step(multi_line ? 3 : 1);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        step();
        // A backslash before a line end is a line end still.
        if (at_ < text_.size() && text_[at_] != '\n') step();
      } else if (c == quote && !multi_line) {
        return step();
      } else if (c == quote && text_.substr(at_).starts_with(three)) {
        // Up to two quotes may stand before the closing three.
        std::size_t n = 3;
        while (n < 5 && at_ + n < text_.size() && text_[at_ + n] == quote) ++n;
        return step(n);
      } else if (c == '\n' && !multi_line) {
        broken_ = true;
        return;
      } else {
        step();
      }
    }
  }

  std::string_view text_;
  const std::string& file_name_;
  std::string masked_;
  std::vector<Literal> literals_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  Expect expect_ = Expect::key;
  std::string brackets_;
  unsigned dots_ = 0;
  bool broken_ = false;
  bool too_deep_ = false;
  bool no_key_ = false;
};

std::string iso(const toml::date& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }

std::string iso(const toml::time& t) {
  std::string out = fmt::format("{:02}:{:02}:{:02}", t.hour, t.minute, t.second);
  if (t.nanosecond == 0) return out;
  out += fmt::format(".{:09}", t.nanosecond);
  out.erase(out.find_last_not_of('0') + 1);
  return out;
}

std::string iso(const toml::date_time& dt) {
  std::string out = iso(dt.date) + "T" + iso(dt.time);
  if (!dt.offset) return out;
  const int minutes = dt.offset->minutes;
  if (minutes == 0) return out + "Z";
  const int size = std::abs(minutes);
  return out + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

class Conversion {
 public:
  Conversion(const Scan& scan, const std::string& file_name) : literals_(scan.literals()), file_name_(file_name) {}

  Result<Tree> convert(const toml::node& node, const toml::source_position& otherwise, unsigned depth) const {
    const toml::source_position position = node.source().begin.line != 0 ? node.source().begin : otherwise;
    Tree tree;
    tree.place = {file_name_, position.line, position.column};
    if ((node.is_table() || node.is_array()) && depth > limits::nesting_depth_max) {
      return fail(errors::toml_too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, tree.place);
    }
    if (const toml::table* table = node.as_table()) return convert_table(std::move(tree), *table, depth);
    if (const toml::array* array = node.as_array()) {
      tree.kind = Tree::Kind::array;
      tree.items.reserve(array->size());
      for (const toml::node& item : *array) {
        SUMI_TRY(Tree value, convert(item, position, depth + 1));
        tree.items.push_back(std::move(value));
      }
      return tree;
    }
    return convert_scalar(std::move(tree), node);
  }

 private:
  // toml++ keeps a table sorted by name; the keys' places give the written order back.
  Result<Tree> convert_table(Tree tree, const toml::table& table, unsigned depth) const {
    tree.kind = Tree::Kind::table;
    std::vector<std::pair<const toml::key*, const toml::node*>> written;
    written.reserve(table.size());
    for (const auto& [key, value] : table) written.emplace_back(&key, &value);
    std::stable_sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
      const auto& p = a.first->source().begin;
      const auto& q = b.first->source().begin;
      return std::tie(p.line, p.column) < std::tie(q.line, q.column);
    });
    tree.members.reserve(written.size());
    for (const auto& [key, value] : written) {
      SUMI_TRY(Tree member, convert(*value, key->source().begin, depth + 1));
      tree.members.emplace_back(std::string(key->str()), std::move(member));
    }
    return tree;
  }

  Result<Tree> convert_scalar(Tree tree, const toml::node& node) const {
    tree.kind = Tree::Kind::string;
    if (const auto* s = node.as_string()) {
      tree.text = s->get();
    } else if (const auto* b = node.as_boolean()) {
      tree.kind = Tree::Kind::boolean;
      tree.text = b->get() ? "true" : "false";
    } else if (const auto* d = node.as_date()) {
      tree.text = iso(d->get());
    } else if (const auto* t = node.as_time()) {
      tree.text = iso(t->get());
    } else if (const auto* dt = node.as_date_time()) {
      tree.text = iso(dt->get());
    } else {
      tree.kind = Tree::Kind::number;
      if (const Literal* literal = literal_at(tree.place)) {
        tree.text = literal->text;
      } else if (const auto* i = node.as_integer()) {
        tree.text = std::to_string(i->get());  // hexadecimal, octal or binary
      } else {
        return fail(errors::toml_syntax, {{"reason", "infとnanは数として使えません / inf and nan are not numbers here"}}, tree.place);
      }
    }
    return tree;
  }

  [[nodiscard]] const Literal* literal_at(const Place& place) const {
    const auto found = std::lower_bound(literals_.begin(), literals_.end(), place, [](const Literal& l, const Place& p) {
      return std::tie(l.line, l.column) < std::tie(p.line, p.column);
    });
    if (found == literals_.end() || found->line != place.line || found->column != place.column) return nullptr;
    return &*found;
  }

  const std::vector<Literal>& literals_;
  const std::string& file_name_;
};

Unexpected not_utf8(std::string_view text, const std::string& file_name) {
  const BytesView bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  auto decoded = decode_text(bytes, file_name);
  if (!decoded) return fail(std::move(decoded).error());
  const std::string_view name = decoded->encoding == Encoding::cp932 ? "Shift_JIS (CP932)" : "UTF-16";
  return fail(errors::toml_syntax,
              {{"reason", fmt::format("文字コードが{0}です。TOMLはUTF-8で保存してください / the encoding is {0}, TOML is UTF-8", name)}},
              {file_name, 1, 1});
}

}  // namespace

Result<Tree> parse_toml(std::string_view text, std::string file_name) {
  if (text.size() > limits::toml_file_bytes_max) {
    return fail(errors::toml_too_large, {{"limit", std::to_string(limits::toml_file_bytes_max)}}, {std::move(file_name), 0, 0});
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!valid_utf8(text)) return not_utf8(text, file_name);
  Scan scan(text, file_name);
  SUMI_CHECK(scan.run());
  const toml::parse_result parsed = toml::parse(std::string_view(scan.masked()));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    const toml::source_position& position = error.source().begin;
    return fail(errors::toml_syntax, {{"reason", std::string(error.description())}},
                {std::move(file_name), position.line, position.column});
  }
  return Conversion(scan, file_name).convert(parsed.table(), {1, 1}, 0);
}

}  // namespace sumi
