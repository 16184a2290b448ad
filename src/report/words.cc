#include "report/words.h"

#include <set>
#include <stdexcept>

namespace sumi::report {

namespace {

// The printers' mark for a character that is not there. U+FFFD says the same, and the fonts of the papers lack it.
constexpr std::string_view replacement = "〓";
constexpr char32_t replacement_code = 0xFFFD;

// Marks that turn the direction of writing could make a paper read otherwise than it is stored; line and paragraph separators would break its lines.
bool acts(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

void check_key(const std::string& key, std::set<std::string>& keys) {
  if (key.empty()) throw std::logic_error("a key of a document is empty");
  if (!keys.insert(key).second) throw std::logic_error("the key " + key + " stands twice in one list of a document");
}

void check_fields(const std::vector<Field>& fields) {
  std::set<std::string> keys;
  for (const Field& field : fields) check_key(field.key, keys);
}

void check_table(const Table& table) {
  std::set<std::string> keys;
  for (const Column& column : table.columns) check_key(column.key, keys);
  if (table.columns.empty()) throw std::logic_error("a table of a document has columns");
  for (const auto& row : table.rows) {
    if (row.size() != table.columns.size()) throw std::logic_error("a row has as many values as its table has columns");
  }
  if (!table.total.empty() && table.total.size() != table.columns.size()) throw std::logic_error("a total has as many values as its table has columns");
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U; };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, text.substr(offset, 1)};
  const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
  const Character bad{replacement_code, text.substr(offset, 1)};
  if (length == 0) return bad;
  char32_t code = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return bad;
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool too_long = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  if (too_long || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return bad;
  return {code, text.substr(offset, length)};
}

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    i += c.bytes.size();
    if (c.code == '\r') {
      if (i == text.size() || text[i] != '\n') out += '\n';
    } else if (c.code == '\t') {
      out += ' ';
    } else if (c.code != '\n' && (acts(c.code) || c.code == replacement_code)) {
      out += replacement;
    } else {
      out += c.bytes;
    }
  }
  return out;
}

std::string shown_line(std::string_view text) {
  std::string out = shown(text);
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return out;
}

std::vector<std::string> versions(const Words& words, Languages languages) {
  const bool same = words.en.empty() || words.en == words.ja;
  if (languages == Languages::ja || same) return {words.ja};
  if (languages == Languages::en || words.ja.empty()) return {words.en};
  return {words.ja, words.en};
}

std::string joined(const Words& words, Languages languages) {
  std::string out;
  for (const std::string& version : versions(words, languages)) {
    if (!out.empty()) out += " / ";
    out += version;
  }
  return out;
}

bool empty(const Words& words) { return words.ja.empty() && words.en.empty(); }

void check_shape(const Document& document) {
  std::set<std::string> sections;
  std::set<std::string> tables;
  for (const Section& section : document.sections) {
    check_key(section.key, sections);
    check_fields(section.fields);
    tables.clear();
    for (const Table& table : section.tables) {
      check_key(table.key, tables);
      check_table(table);
    }
  }
  if (document.verification) check_fields(document.verification->fields);
}

}  // namespace sumi::report
