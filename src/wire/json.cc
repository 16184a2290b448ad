#include "wire/json.h"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse_options.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "wire/errors.h"
#include "wire/json_text.h"

namespace sumi::wire {

namespace {

namespace json = boost::json;
using error_code = json::error_code;

// Follows the parser through the text, token by token: the parser checks the grammar and unescapes, but does not say where it is. It only
// ever steps over tokens that the parser has already accepted.
class TokenPlaces {
 public:
  TokenPlaces(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  // The place of the next token that is a value, a key or a bracket.
  Place next() {
    while (offset_ < text_.size() && is_between(text_[offset_])) step();
    const Place place{file_, line_, column_};
    if (offset_ == text_.size()) return place;
    const char c = text_[offset_];
    step();
    if (c == '"') {
      skip_string();
    } else if (c != '{' && c != '[' && c != '}' && c != ']') {
      while (offset_ < text_.size() && !is_between(text_[offset_]) && text_[offset_] != '}' && text_[offset_] != ']') step();
    }
    return place;
  }
  // The place of a byte at or after the current token.
  Place at(std::size_t offset) {
    while (offset_ < offset && offset_ < text_.size()) step();
    return {file_, line_, column_};
  }

 private:
  static bool is_between(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':'; }
  void step() {
    const auto c = static_cast<unsigned char>(text_[offset_++]);
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if (offset_ == text_.size() || (static_cast<unsigned char>(text_[offset_]) & 0xC0) != 0x80) {
      ++column_;
    }
  }
  void skip_string() {
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      step();
      if (c == '"') return;
      if (c == '\\' && offset_ < text_.size()) step();
    }
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t offset_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

// Builds the tree from the parser's events. `open_` are the containers around the next value.
struct TreeBuilder {
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  TreeBuilder(std::string_view text, const std::string& file) : places(text, file) {}

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return open(Tree::Kind::table); }
  bool on_array_begin(error_code&) { return open(Tree::Kind::array); }
  bool on_array_end(std::size_t, error_code&) { return close(); }
  bool on_object_end(std::size_t, error_code& error) {
    if (const auto twice = key_twice(containers.back().value)) {
      failure = make_error(errors::json_key_twice, {{"key", *twice}}, containers.back().value.place);
      error = json::error::exception;
      return false;
    }
    return close();
  }
  bool on_key_part(json::string_view part, std::size_t, error_code&) { return gather(part); }
  bool on_key(json::string_view part, std::size_t, error_code&) {
    gather(part);
    places.next();
    containers.back().key = std::move(gathered);
    gathered.clear();
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, error_code&) { return gather(part); }
  bool on_string(json::string_view part, std::size_t, error_code&) { return scalar(Tree::Kind::string, part); }
  bool on_number_part(json::string_view part, error_code&) { return gather(part); }
  bool on_int64(std::int64_t, json::string_view part, error_code&) { return scalar(Tree::Kind::number, part); }
  bool on_uint64(std::uint64_t, json::string_view part, error_code&) { return scalar(Tree::Kind::number, part); }
  bool on_double(double, json::string_view part, error_code&) { return scalar(Tree::Kind::number, part); }
  bool on_bool(bool v, error_code&) { return scalar(Tree::Kind::boolean, v ? "true" : "false"); }
  bool on_null(error_code&) { return scalar(Tree::Kind::null, {}); }
  bool on_comment_part(json::string_view, error_code&) { return true; }
  bool on_comment(json::string_view, error_code&) { return true; }

  struct Container {
    Tree value;
    std::string key;  // of the next member
  };
  TokenPlaces places;
  std::vector<Container> containers;
  Tree root;
  std::string gathered;
  std::optional<Error> failure;

 private:
  bool gather(json::string_view part) {
    gathered.append(part.data(), part.size());
    return true;
  }
  bool scalar(Tree::Kind kind, json::string_view part) {
    gather(part);
    Tree value{kind, std::move(gathered), {}, {}, places.next()};
    gathered.clear();
    put(std::move(value));
    return true;
  }
  bool open(Tree::Kind kind) {
    containers.push_back({Tree{kind, {}, {}, {}, places.next()}, {}});
    return true;
  }
  bool close() {
    places.next();
    Tree value = std::move(containers.back().value);
    containers.pop_back();
    put(std::move(value));
    return true;
  }
  void put(Tree value) {
    if (containers.empty()) {
      root = std::move(value);
      return;
    }
    Container& around = containers.back();
    if (around.value.kind == Tree::Kind::array) around.value.items.push_back(std::move(value));
    else around.value.add(std::move(around.key), std::move(value));
  }
  static std::optional<std::string> key_twice(const Tree& table) {
    std::vector<std::string_view> keys;
    for (const auto& member : table.members) keys.emplace_back(member.first);
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice == keys.end()) return std::nullopt;
    return std::string(*twice);
  }
};

bool is_json_number(std::string_view s) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t begin = i;
    while (i < s.size() && s[i] >= '0' && s[i] <= '9') ++i;
    return i - begin;
  };
  if (i < s.size() && s[i] == '-') ++i;
  const std::size_t whole_begin = i;
  if (digits() == 0 || (i - whole_begin > 1 && s[whole_begin] == '0')) return false;
  if (i < s.size() && s[i] == '.') {
    ++i;
    if (digits() == 0) return false;
  }
  if (i < s.size() && (s[i] == 'e' || s[i] == 'E')) {
    ++i;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    if (digits() == 0) return false;
  }
  return i == s.size();
}

// A whole number that a double holds exactly together with its neighbours.
bool is_safe_number(std::string_view s) {
  constexpr std::string_view largest = "9007199254740991";
  if (s.find_first_of(".eE") != std::string_view::npos) return true;
  if (s.starts_with('-')) s.remove_prefix(1);
  return s.size() < largest.size() || (s.size() == largest.size() && s <= largest);
}

void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  const auto u = static_cast<unsigned char>(c);
  if (u >= 0x20 && u != 0x7F) {
    out += c;
    return;
  }
  constexpr char digits[] = "0123456789abcdef";
  out += "\\u00";
  out += digits[u >> 4];
  out += digits[u & 15];
}

void write(std::string& out, const Tree& tree, bool pretty, std::size_t level);

template <class List, class WriteOne>
void write_list(std::string& out, const List& list, char open, char close, bool pretty, std::size_t level, WriteOne write_one) {
  out += open;
  bool first = true;
  for (const auto& element : list) {
    if (!first) out += ',';
    first = false;
    if (pretty) out.append(1, '\n').append(2 * (level + 1), ' ');
    write_one(element);
  }
  if (pretty && !first) out.append(1, '\n').append(2 * level, ' ');
  out += close;
}

void write(std::string& out, const Tree& tree, bool pretty, std::size_t level) {
  switch (tree.kind) {
    case Tree::Kind::null: out += "null"; return;
    case Tree::Kind::boolean: out += tree.text == "true" ? "true" : "false"; return;
    case Tree::Kind::number:
      out += is_json_number(tree.text) && is_safe_number(tree.text) ? tree.text : json_string(tree.text);
      return;
    case Tree::Kind::string: out += json_string(tree.text); return;
    case Tree::Kind::array:
      write_list(out, tree.items, '[', ']', pretty, level, [&](const Tree& item) { write(out, item, pretty, level + 1); });
      return;
    case Tree::Kind::table:
      write_list(out, tree.members, '{', '}', pretty, level, [&](const auto& member) {
        out += json_string(member.first);
        out += pretty ? ": " : ":";
        write(out, member.second, pretty, level + 1);
      });
      return;
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  // Most texts are plain ASCII and are taken whole.
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    out += text;
    out += '"';
    return;
  }
  const bool valid = valid_utf8(text);
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto u = static_cast<unsigned char>(text[i]);
    const bool plain = u >= 0x20 && u != 0x7F && text[i] != '"' && text[i] != '\\' && (valid || u < 0x80);
    if (plain) continue;
    out.append(text, done, i - done);
    if (u >= 0x80) out += "\xEF\xBF\xBD";
    else append_escaped(out, text[i]);
    done = i + 1;
  }
  out.append(text, done);
  out += '"';
}

std::string to_json(const Tree& tree, bool pretty) {
  std::string out;
  write(out, tree, pretty, 0);
  if (pretty) out += '\n';
  return out;
}

Result<Tree> parse_json(std::string_view text, std::string file_name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > limits::json_bytes_max) {
    return fail(errors::json_too_large, {{"limit", std::to_string(limits::json_bytes_max)}}, {std::move(file_name), 0, 0});
  }
  json::parse_options options;
  options.max_depth = limits::nesting_depth_max;
  json::basic_parser<TreeBuilder> parser(options, text, file_name);
  error_code error;
  std::size_t used = parser.write_some(false, text.data(), text.size(), error);
  if (!error && used < text.size()) error = json::error::extra_data;
  TreeBuilder& built = parser.handler();
  if (!error) return std::move(built.root);
  if (built.failure) return fail(*std::move(built.failure));
  Place place = built.places.at(used);
  if (error == json::error::too_deep) {
    return fail(errors::json_too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, std::move(place));
  }
  return fail(errors::json_syntax, {{"reason", error.message()}}, std::move(place));
}

}  // namespace sumi::wire
