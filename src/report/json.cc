// The JSON of a document, written as it goes: its order is the order of document.h.
#include "report/render.h"
#include "report/words.h"

namespace sumi::report {

namespace {

std::string quoted(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    i += c.bytes.size();
    if (c.code == '"' || c.code == '\\') {
      out += '\\';
      out += static_cast<char>(c.code);
    } else if (c.code == '\n') {
      out += "\\n";
    } else if (c.code < 0x20 || c.code == 0x7F) {
      out += "\\u00";
      out += digits[c.code >> 4U];
      out += digits[c.code & 0xFU];
    } else if (c.code == 0xFFFD) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c.bytes;
    }
  }
  return out + '"';
}

std::string json(const Words& words) {
  if (words.en.empty() || words.en == words.ja) return quoted(words.ja);
  return "{\"ja\": " + quoted(words.ja) + ", \"en\": " + quoted(words.en) + '}';
}

std::string json(const Value& value) {
  if (value.plain.empty()) return json(value.text);
  if (value.unit.empty()) return quoted(value.plain);
  return "{\"value\": " + quoted(value.plain) + ", \"unit\": " + quoted(value.unit) + '}';
}

std::string json(const Field& field) { return "{\"key\": " + quoted(field.key) + ", \"label\": " + json(field.label) + ", \"value\": " + json(field.value) + '}'; }

std::string json(const Column& column) { return "{\"key\": " + quoted(column.key) + ", \"heading\": " + json(column.heading) + '}'; }

// Items one per line; an empty list is [].
template <class T, class Write> std::string list(const std::vector<T>& items, const std::string& indent, Write write) {
  if (items.empty()) return "[]";
  std::string out = "[";
  for (const T& item : items) {
    out += out.size() == 1 ? "\n" : ",\n";
    out += indent + "  " + write(item);
  }
  return out + '\n' + indent + ']';
}
template <class T> std::string list(const std::vector<T>& items, const std::string& indent) {
  return list(items, indent, [](const T& item) { return json(item); });
}

std::string row_json(const Table& table, const std::vector<Value>& row) {
  std::string out = "{";
  for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ", ") + quoted(table.columns[i].key) + ": " + json(row[i]);
  return out + '}';
}

std::string table_json(const Table& table, const std::string& indent) {
  const std::string inner = indent + "  ";
  std::string out = "{\n";
  out += inner + "\"key\": " + quoted(table.key) + ",\n";
  out += inner + "\"caption\": " + json(table.caption) + ",\n";
  out += inner + "\"columns\": " + list(table.columns, inner) + ",\n";
  out += inner + "\"rows\": " + list(table.rows, inner, [&](const auto& row) { return row_json(table, row); }) + ",\n";
  out += inner + "\"total\": " + (table.total.empty() ? "null" : row_json(table, table.total)) + '\n';
  return out + indent + '}';
}

std::string section_json(const Section& section, const std::string& indent) {
  const std::string inner = indent + "  ";
  std::string out = "{\n";
  out += inner + "\"key\": " + quoted(section.key) + ",\n";
  out += inner + "\"heading\": " + json(section.heading) + ",\n";
  out += inner + "\"paragraphs\": " + list(section.paragraphs, inner) + ",\n";
  out += inner + "\"fields\": " + list(section.fields, inner) + ",\n";
  out += inner + "\"tables\": " + list(section.tables, inner, [&](const Table& table) { return table_json(table, inner + "  "); }) + '\n';
  return out + indent + '}';
}

std::string verification_json(const Verification& verification) {
  std::string out = "{\n    \"code\": " + quoted(verification.code) + ",\n";
  out += "    \"says\": " + json(verification.says) + ",\n";
  out += "    \"fields\": " + list(verification.fields, "    ") + '\n';
  return out + "  }";
}

}  // namespace

std::string to_json(const Document& document) {
  check_shape(document);
  std::string out = "{\n";
  const auto member = [&](const char* key, const std::string& value) {
    if (out.size() > 2) out += ",\n";
    out += std::string("  \"") + key + "\": " + value;
  };
  member("format", quoted("sumi-document/1"));
  member("kind", quoted(document.kind));
  member("title", json(document.title));
  member("mark", json(document.mark));
  member("number", quoted(document.number));
  member("issued_on", quoted(document.issued_on.to_string()));
  member("addressee", json(document.addressee));
  member("issuer", json(document.issuer));
  member("issuer_lines", list(document.issuer_lines, "  "));
  member("paragraphs", list(document.paragraphs, "  "));
  member("sections", list(document.sections, "  ", [](const Section& section) { return section_json(section, "    "); }));
  member("notes", list(document.notes, "  "));
  member("verification", document.verification ? verification_json(*document.verification) : "null");
  return out + "\n}\n";
}

}  // namespace sumi::report
