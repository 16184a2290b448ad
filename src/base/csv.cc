#include "base/csv.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/errors.h"
#include "base/limits.h"

namespace sumi {

namespace {

// What ends a field without quotes, or may not stand in it.
constexpr std::array<bool, 256> stops_field = [] {
  std::array<bool, 256> stops{};
  for (const char c : {',', '"', '\n', '\r'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}();

// CRLF, LF and CR: the bytes of the line end at `offset`, 0 where there is none.
std::size_t line_end_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  if (text[offset] == '\n') return 1;
  if (text[offset] != '\r') return 0;
  return offset + 1 < text.size() && text[offset + 1] == '\n' ? 2 : 1;
}

std::uint32_t line_ends_in(std::string_view text) {
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t end = line_end_at(text, i); end != 0) {
      ++n;
      i += end - 1;
    }
  }
  return n;
}

}  // namespace

struct CsvReader::Cursor {
  std::size_t offset = 0;
  std::uint32_t line = 1;
};

CsvReader::CsvReader(std::string_view text, std::string file_name) : text_(text), file_name_(std::move(file_name)) {}

// The column counts characters, as editors do; it is looked for only when something is wrong.
Place CsvReader::place_of(std::size_t offset, std::uint32_t line) const {
  std::size_t start = offset;
  while (start > 0 && text_[start - 1] != '\n' && text_[start - 1] != '\r') --start;
  std::uint32_t column = 1;
  for (std::size_t i = start; i < offset; ++i) {
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
  }
  return {file_name_, line, column};
}

Result<void> CsvReader::bare_field(Cursor& at, CsvRecord& record) {
  const std::size_t start = at.offset;
  std::size_t i = start;
  while (i < text_.size() && !stops_field[static_cast<unsigned char>(text_[i])]) ++i;
  if (i - start > limits::csv_field_bytes_max) {
    return fail(errors::csv_field_too_long, {{"limit", std::to_string(limits::csv_field_bytes_max)}}, place_of(start, at.line));
  }
  if (i < text_.size() && text_[i] == '"') return fail(errors::csv_quote, {}, place_of(i, at.line));
  record.fields.push_back(text_.substr(start, i - start));
  at.offset = i;
  return {};
}

// `at` stands on the opening quotation mark. The field keeps its doubled marks until the whole record is known.
Result<void> CsvReader::quoted_field(Cursor& at, CsvRecord& record) {
  const std::size_t start = at.offset + 1;
  bool doubled = false;
  std::size_t i = start;
  for (;;) {
    i = text_.find('"', i);
    const std::size_t end = std::min(i, text_.size());
    if (end - start > limits::csv_field_bytes_max) {
      return fail(errors::csv_field_too_long, {{"limit", std::to_string(limits::csv_field_bytes_max)}}, place_of(at.offset, at.line));
    }
    if (i == std::string_view::npos) return fail(errors::csv_quote, {}, place_of(at.offset, at.line));
    if (i + 1 == text_.size() || text_[i + 1] != '"') break;
    doubled = true;
    i += 2;
  }
  const std::string_view value = text_.substr(start, i - start);
  if (doubled) doubled_.push_back(static_cast<std::uint32_t>(record.fields.size()));
  record.fields.push_back(value);
  at.line += line_ends_in(value);
  at.offset = i + 1;
  const bool ends = at.offset == text_.size() || text_[at.offset] == ',' || line_end_at(text_, at.offset) != 0;
  if (!ends) return fail(errors::csv_quote, {}, place_of(at.offset, at.line));
  return {};
}

// One buffer for the whole record, sized before anything points into it.
void CsvReader::unescape(CsvRecord& record) {
  if (doubled_.empty()) return;
  std::size_t size = 0;
  for (const std::uint32_t f : doubled_) size += record.fields[f].size();
  unescaped_.clear();
  unescaped_.reserve(size);
  for (const std::uint32_t f : doubled_) {
    const std::size_t start = unescaped_.size();
    const std::string_view raw = record.fields[f];
    for (std::size_t i = 0; i < raw.size(); ++i) {
      unescaped_ += raw[i];
      if (raw[i] == '"') ++i;
    }
    record.fields[f] = std::string_view(unescaped_).substr(start);
  }
}

Result<bool> CsvReader::next(CsvRecord& record) {
  record.fields.clear();
  record.line = line_;
  doubled_.clear();
  if (offset_ == text_.size()) return false;
  Cursor at{offset_, line_};
  for (;;) {
    if (record.fields.size() == limits::csv_columns_max) {
      return fail(errors::csv_too_many_columns, {{"limit", std::to_string(limits::csv_columns_max)}}, place_of(at.offset, at.line));
    }
    const bool quoted = at.offset < text_.size() && text_[at.offset] == '"';
    SUMI_CHECK(quoted ? quoted_field(at, record) : bare_field(at, record));
    if (at.offset == text_.size() || text_[at.offset] != ',') break;
    ++at.offset;
  }
  if (const std::size_t end = line_end_at(text_, at.offset); end != 0) {
    at.offset += end;
    ++at.line;
  }
  unescape(record);
  offset_ = at.offset;
  line_ = at.line;
  return true;
}

void CsvReader::skip_blank_lines(bool comments) {
  while (offset_ < text_.size()) {
    std::size_t i = offset_;
    if (comments && text_[i] == '#') i = std::min(text_.find_first_of("\r\n", i), text_.size());
    const std::size_t end = line_end_at(text_, i);
    if (end == 0 && i == offset_) return;
    offset_ = i + end;
    if (end != 0) ++line_;
  }
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

namespace {

Result<void> check_header(const CsvTable& table, std::uint32_t line) {
  std::unordered_set<std::string_view> seen;
  for (const std::string& name : table.header) {
    if (!seen.insert(name).second) return fail(errors::csv_header_twice, {{"column", name}}, {table.file_name, line, 0});
  }
  return {};
}

}  // namespace

Result<CsvTable> read_csv(std::string_view text, std::string file_name, bool comments) {
  CsvReader reader(text, std::move(file_name));
  CsvTable table;
  table.file_name = reader.file_name();
  CsvRecord record;
  reader.skip_blank_lines(comments);
  SUMI_TRY(const bool has_header, reader.next(record));
  if (!has_header) return fail(errors::csv_empty, {}, {table.file_name, 1, 0});
  table.header.assign(record.fields.begin(), record.fields.end());
  table.header_line = record.line;
  SUMI_CHECK(check_header(table, record.line));
  for (;;) {
    reader.skip_blank_lines(comments);
    SUMI_TRY(const bool more, reader.next(record));
    if (!more) return table;
    if (record.fields.size() != table.header.size()) {
      return fail(errors::csv_columns,
                  {{"actual", std::to_string(record.fields.size())}, {"expected", std::to_string(table.header.size())}},
                  {table.file_name, record.line, 0});
    }
    table.rows.push_back({record.line, {record.fields.begin(), record.fields.end()}});
  }
}

std::string csv_field(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos && !value.starts_with('#')) return std::string(value);
  std::string out = "\"";
  for (const char c : value) {
    out += c;
    if (c == '"') out += '"';
  }
  out += '"';
  return out;
}

}  // namespace sumi
