#include "wire/tree_codec.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/limits.h"
#include "wire/errors.h"

namespace sumi::wire {

namespace {

struct KindNames {
  const char* ja;
  const char* en;
};

KindNames kind_names(Tree::Kind kind) {
  switch (kind) {
    case Tree::Kind::null: return {"null", "null"};
    case Tree::Kind::boolean: return {"真偽値", "true or false"};
    case Tree::Kind::number: return {"数", "a number"};
    case Tree::Kind::string: return {"文字列", "a text"};
    case Tree::Kind::table: return {"表", "a table"};
    case Tree::Kind::array: return {"並び", "a list"};
  }
  return {"?", "?"};
}

std::string join(const std::vector<std::string_view>& words) {
  std::string out;
  for (const auto word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

// Filled where a known word is near, else empty.
std::pair<std::string, std::string> hint(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string near(nearest(word, known));
  if (near.empty()) return {};
  return {"「" + near + "」の書き間違いではありませんか。", "Did you mean \"" + near + "\"? "};
}

// Optimal string alignment: a swap of neighbours counts one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

// Text that is shown in a message: long input is cut on a character's edge.
std::string shown(std::string_view text) {
  constexpr std::size_t shown_bytes_max = 80;
  if (text.size() <= shown_bytes_max) return std::string(text);
  std::size_t end = shown_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\t' && c != '\r') || u == 0x7F;
  });
}

template <class I> bool whole_number(std::string_view text, I& v) {
  if (text.starts_with('+') && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t word_bytes_max = 64;  // the cost grows with the square
  if (word.size() > word_bytes_max) return {};
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const auto candidate : candidates) {
    const std::size_t d = distance(word, candidate);
    if (d < best_distance && d < candidate.size()) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

Place place_of(const PlaceMap& places, std::string_view path) {
  for (;;) {
    if (const auto it = places.find(path); it != places.end()) return it->second;
    if (path.empty()) return {};
    const auto cut = path.find_last_of(".[");
    path = cut == std::string_view::npos ? std::string_view{} : path.substr(0, cut);
  }
}

namespace detail {

bool TreeReader::full() const { return findings_.size() >= limits::findings_max; }

void TreeReader::note(Error finding) {
  if (!full()) findings_.push_back(std::move(finding));
}

Error TreeReader::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
      [](const Error& a, const Error& b) { return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column); });
  Error first = std::move(findings_.front());
  for (std::size_t i = 1; i < findings_.size(); ++i) first.also.push_back(std::move(findings_[i]));
  findings_.clear();
  return first;
}

void TreeReader::enter(std::string_view key) {
  path_lengths_.push_back(path_.size());
  if (!path_.empty()) path_ += '.';
  path_ += key;
}
void TreeReader::enter(std::size_t index) {
  path_lengths_.push_back(path_.size());
  path_ += '[' + std::to_string(index) + ']';
}
void TreeReader::leave() {
  path_.resize(path_lengths_.back());
  path_lengths_.pop_back();
}
void TreeReader::remember(const Tree& tree) {
  if (how_.places != nullptr) how_.places->try_emplace(path_, tree.place);
}

bool TreeReader::scalar(const Tree& tree) const {
  return tree.kind == Tree::Kind::string || tree.kind == Tree::Kind::number || tree.kind == Tree::Kind::boolean;
}

void TreeReader::wrong_type(const Tree& tree, const char* expected_ja, const char* expected_en) {
  const auto actual = kind_names(tree.kind);
  note(make_error(errors::wrong_type,
      {{"path", path_}, {"expected_ja", expected_ja}, {"expected_en", expected_en}, {"actual_ja", actual.ja}, {"actual_en", actual.en}},
      tree.place));
}

bool TreeReader::read_bool(const Tree& tree, bool& v) {
  const bool fits = tree.kind == Tree::Kind::boolean || (how_.bare_words && scalar(tree) && (tree.text == "true" || tree.text == "false"));
  if (!fits) {
    wrong_type(tree, "true か false", "true or false");
    return false;
  }
  v = tree.text == "true";
  return true;
}

bool TreeReader::read_signed(const Tree& tree, std::int64_t low, std::int64_t high, std::int64_t& v) {
  const bool wide = high == std::numeric_limits<std::int64_t>::max();
  if (tree.kind != Tree::Kind::number && !((wide || how_.bare_words) && tree.kind == Tree::Kind::string)) {
    wrong_type(tree, "整数", "a whole number");
    return false;
  }
  if (whole_number(tree.text, v) && v >= low && v <= high) return true;
  note(make_error(errors::integer_range,
      {{"path", path_}, {"text", shown(tree.text)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}}, tree.place));
  return false;
}

bool TreeReader::read_unsigned(const Tree& tree, std::uint64_t high, std::uint64_t& v) {
  const bool wide = high == std::numeric_limits<std::uint64_t>::max();
  if (tree.kind != Tree::Kind::number && !((wide || how_.bare_words) && tree.kind == Tree::Kind::string)) {
    wrong_type(tree, "整数", "a whole number");
    return false;
  }
  if (whole_number(tree.text, v) && v <= high) return true;
  note(make_error(errors::integer_range, {{"path", path_}, {"text", shown(tree.text)}, {"low", "0"}, {"high", std::to_string(high)}}, tree.place));
  return false;
}

bool TreeReader::read_string(const Tree& tree, std::string& v) {
  if (tree.kind != Tree::Kind::string && !(how_.bare_words && scalar(tree))) {
    wrong_type(tree, "文字列", "a text");
    return false;
  }
  if (has_control_character(tree.text)) {
    note(make_error(errors::control_character, {{"path", path_}}, tree.place));
    return false;
  }
  v = tree.text;
  return true;
}

bool TreeReader::text_of(const Tree& tree, std::string& v) {
  if (tree.kind == Tree::Kind::number) {
    v = tree.text;
    return true;
  }
  return read_string(tree, v);
}

bool TreeReader::read_word(const Tree& tree, const std::vector<std::string_view>& words, std::size_t& index) {
  if (tree.kind != Tree::Kind::string) {
    wrong_type(tree, "決められた語の一つ", "one of the words that are set for it");
    return false;
  }
  const auto it = std::find(words.begin(), words.end(), tree.text);
  if (it != words.end()) {
    index = static_cast<std::size_t>(it - words.begin());
    return true;
  }
  const auto [hint_ja, hint_en] = hint(tree.text, words);
  note(make_error(errors::unknown_word,
      {{"path", path_}, {"text", shown(tree.text)}, {"hint_ja", hint_ja}, {"hint_en", hint_en}, {"known", join(words)}}, tree.place));
  return false;
}

bool TreeReader::read_number(const Tree& tree, std::string_view kind, std::uint64_t& v) {
  if (how_.names != nullptr && tree.kind == Tree::Kind::string) {
    if (const auto known = how_.names->number(kind, tree.text)) {
      v = *known;
      return true;
    }
    if (!whole_number(tree.text, v)) {
      note(make_error(errors::unknown_name, {{"path", path_}, {"text", shown(tree.text)}}, tree.place));
      return false;
    }
  }
  return read_unsigned(tree, std::numeric_limits<std::uint64_t>::max(), v);
}

bool TreeReader::read_id(const Tree& tree, Id128& v) {
  std::string text;
  if (!read_string(tree, text)) return false;
  if (how_.names != nullptr) {
    if (const auto known = how_.names->id(text)) {
      v.bytes = known->bytes;
      return true;
    }
  }
  if (const auto id = Id128::from_hex(text)) {
    v.bytes = id->bytes;
    return true;
  }
  note(make_error(errors::hex_digits, {{"path", path_}, {"digits", "32"}}, tree.place));
  return false;
}

bool TreeReader::read_hash(const Tree& tree, Hash& v) {
  std::string text;
  if (!read_string(tree, text)) return false;
  if (how_.names != nullptr) {
    if (const auto known = how_.names->hash(text)) {
      v = *known;
      return true;
    }
  }
  if (const auto hash = Hash::from_hex(text)) {
    v = *hash;
    return true;
  }
  note(make_error(errors::hex_digits, {{"path", path_}, {"digits", "64"}}, tree.place));
  return false;
}

bool TreeReader::read_sealed(const Tree& tree, Sealed& v) {
  std::string text;
  if (how_.names != nullptr && tree.kind == Tree::Kind::string) {
    if (!read_string(tree, text)) return false;
    if (const auto known = how_.names->sealed(text)) {
      v = *known;
      return true;
    }
  }
  return read_hash(tree, v.commitment);
}

void TreeReader::value_refused(const Tree& tree, Error reason) {
  std::string remedy_ja, remedy_en;
  if (reason.def != nullptr) {
    remedy_ja = reason.def->remedy_ja;
    remedy_en = reason.def->remedy_en;
  }
  note(make_error(errors::value_syntax,
      {{"path", path_}, {"reason_ja", sentence(reason, Language::ja)}, {"reason_en", sentence(reason, Language::en)},
          {"remedy_ja", std::move(remedy_ja)}, {"remedy_en", std::move(remedy_en)}},
      tree.place));
}

bool TreeReader::expect_table(const Tree& tree) {
  if (tree.is_table()) return true;
  wrong_type(tree, "表", "a table");
  return false;
}
bool TreeReader::expect_array(const Tree& tree) {
  if (tree.is_array()) return true;
  wrong_type(tree, "並び", "a list");
  return false;
}

void TreeReader::check_keys(const Tree& tree, const std::vector<std::string_view>& known) {
  for (const auto& [key, value] : tree.members) {
    if (full()) return;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const auto [hint_ja, hint_en] = hint(key, known);
    enter(shown(key));
    note(make_error(errors::unknown_key,
        {{"path", path_}, {"hint_ja", hint_ja}, {"hint_en", hint_en}, {"known", join(known)}}, value.place));
    leave();
  }
}

}  // namespace detail

}  // namespace sumi::wire
