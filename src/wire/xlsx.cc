#include "wire/xlsx.h"

#include <zip.h>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "base/date.h"
#include "base/number.h"
#include "wire/errors.h"

namespace sumi::wire {
namespace {

// 100,000 lines of 30 short cells are 100 MB of XML and 12 MB of archive. A bomb of a few kB unpacks to more than any of these.
constexpr std::size_t archive_bytes_max = std::size_t{64} << 20;
constexpr std::size_t part_bytes_max = std::size_t{192} << 20;
constexpr std::size_t parts_max = 2000;
constexpr std::size_t rows_max = 200'000;
constexpr std::size_t columns_max = 1024;
constexpr std::size_t cells_max = 4'000'000;
constexpr std::size_t text_bytes_max = std::size_t{256} << 20;  // of all cells together: one shared text may stand in each
constexpr int significant_digits = 15;                          // what Excel shows of a number

struct ZipClose {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Zip = std::unique_ptr<zip_t, ZipClose>;

class Workbook {
 public:
  Workbook(Zip archive, std::string file_name) : archive_(std::move(archive)), file_(std::move(file_name)) {}

  [[nodiscard]] Unexpected damaged(const std::string& part) const { return fail(errors::xlsx_damaged, {{"part", part}}, {file_, 0, 0}); }
  [[nodiscard]] Unexpected too_large(const std::string& what_ja, const std::string& what_en, std::size_t limit) const {
    return fail(errors::xlsx_too_large, {{"what_ja", what_ja}, {"what_en", what_en}, {"limit", std::to_string(limit)}}, {file_, 0, 0});
  }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] bool has(const std::string& part) const { return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0; }

  // A part as XML. `document` keeps no pointer into `bytes`.
  Result<void> load(const std::string& part, pugi::xml_document& document) const {
    const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return damaged(part);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) return damaged(part);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) return fail(errors::xlsx_protected, {}, {file_, 0, 0});
    if (stat.size > part_bytes_max) return too_large("部品" + part + "のバイト数", "bytes of the part " + part, part_bytes_max);
    std::string bytes(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0);
    if (file == nullptr) return damaged(part);
    const zip_int64_t got = bytes.empty() ? 0 : zip_fread(file, bytes.data(), bytes.size());
    char beyond = 0;
    const bool more = zip_fread(file, &beyond, 1) > 0;  // the archive's head lied about the size
    const bool closed = zip_fclose(file) == 0;          // checks the CRC
    if (got < 0 || static_cast<std::size_t>(got) != bytes.size() || more || !closed) return damaged(part);
    if (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos) return damaged(part);
    if (!document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) return damaged(part);
    return {};
  }

 private:
  Zip archive_;
  std::string file_;
};

Result<Workbook> open(BytesView bytes, const std::string& file_name) {
  if (bytes.size() > archive_bytes_max) {
    return fail(errors::xlsx_too_large, {{"what_ja", "ファイルのバイト数"}, {"what_en", "bytes of the file"}, {"limit", std::to_string(archive_bytes_max)}}, {file_name, 0, 0});
  }
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) return fail(errors::xlsx_damaged, {{"part", "zip"}}, {file_name, 0, 0});
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return fail(errors::xlsx_damaged, {{"part", "zip"}}, {file_name, 0, 0});
  }
  Workbook book{Zip(archive), file_name};
  if (zip_get_num_entries(archive, 0) > static_cast<zip_int64_t>(parts_max)) return book.too_large("部品の数", "parts", parts_max);
  return book;
}

// Names without their namespace prefix: some programs write <x:row>.
std::string_view local_name(const char* name) {
  const std::string_view text(name);
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}
bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }
pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const auto& c : node.children()) {
    if (is(c, name)) return c;
  }
  return {};
}
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const auto& a : node.attributes()) {
    if (local_name(a.name()) == name) return a.value();
  }
  return {};
}
std::optional<std::uint32_t> whole(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// The text of <si> or <is>: runs joined, furigana (<rPh>) left out.
std::string rich_text(const pugi::xml_node& node) {
  std::string out;
  for (const auto& c : node.children()) {
    if (is(c, "t")) out += c.text().get();
    if (is(c, "r")) out += child(c, "t").text().get();
  }
  return out;
}

// ---- Number formats ----

enum class Shown : std::uint8_t { number, day, month, year, other_time };

// What of a date a format shows. Letters in quotes, brackets and behind a backslash are no part of it; m behind h or before s are minutes.
Shown shown_by(std::string_view format) {
  bool y = false, m = false, d = false, h = false, s = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == ';') break;  // negative numbers have a part of their own
    if (c == '"') {
      i = format.find('"', i + 1);
      if (i == std::string_view::npos) break;
    } else if (c == '[') {
      const std::size_t end = format.find(']', i);
      if (end == std::string_view::npos) break;
      const char first = i + 1 < end ? format[i + 1] : ' ';
      if (first == 'h' || first == 'H' || first == 'm' || first == 's') h = true;  // elapsed time
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      const char l = static_cast<char>(c | 0x20);
      if (l == 'y' || l == 'e' || l == 'g') y = y || !(l == 'e' && i + 1 < format.size() && (format[i + 1] == '+' || format[i + 1] == '-'));
      if (l == 'd') d = true;
      if (l == 'h') h = true;
      if (l == 's') s = true;
      if (l == 'm') m = true;
    }
  }
  if (y && (d || (h && m))) return Shown::day;
  if (y && m) return Shown::month;
  if (y) return Shown::year;
  if (d && m) return Shown::day;  // 5月10日: the year is in the value
  return h || s || d || m ? Shown::other_time : Shown::number;
}

// ECMA-376 part 1, 18.8.30: the built-in formats, with those of a Japanese Excel (27 to 36 and 50 to 58).
std::optional<Shown> built_in(std::uint32_t id) {
  static const std::map<std::uint32_t, Shown> dates{{14, Shown::day}, {15, Shown::day}, {16, Shown::day}, {17, Shown::month}, {22, Shown::day}, {27, Shown::day}, {28, Shown::day},
      {29, Shown::day}, {30, Shown::day}, {31, Shown::day}, {34, Shown::month}, {35, Shown::day}, {36, Shown::day}, {50, Shown::day}, {51, Shown::day}, {52, Shown::month},
      {53, Shown::day}, {54, Shown::day}, {55, Shown::month}, {56, Shown::day}, {57, Shown::day}, {58, Shown::day}};
  static const std::set<std::uint32_t> times{18, 19, 20, 21, 32, 33, 45, 46, 47};
  if (const auto it = dates.find(id); it != dates.end()) return it->second;
  if (times.contains(id)) return Shown::other_time;
  if (id < 164) return Shown::number;
  return std::nullopt;
}

struct Styles {
  std::vector<Shown> cell_formats;
  [[nodiscard]] Shown of(std::string_view style) const {
    const auto i = whole(style);
    return i && *i < cell_formats.size() ? cell_formats[*i] : Shown::number;
  }
};

Result<Styles> read_styles(const Workbook& book) {
  Styles styles;
  const std::string part = "xl/styles.xml";
  if (!book.has(part)) return styles;
  pugi::xml_document document;
  SUMI_CHECK(book.load(part, document));
  const pugi::xml_node root = document.document_element();
  std::map<std::uint32_t, Shown> own;
  for (const auto& f : child(root, "numFmts").children()) {
    if (const auto id = whole(attribute(f, "numFmtId"))) own.insert_or_assign(*id, shown_by(attribute(f, "formatCode")));
  }
  for (const auto& xf : child(root, "cellXfs").children()) {
    const auto id = whole(attribute(xf, "numFmtId"));
    Shown shown = Shown::number;
    if (id) {
      const auto it = own.find(*id);
      shown = it != own.end() ? it->second : built_in(*id).value_or(Shown::number);
    }
    styles.cell_formats.push_back(shown);
  }
  return styles;
}

// ---- Numbers ----

// A double as Excel writes it ("1.2345000000000001E-2"), with the 15 digits that it shows. Nothing where it is no number.
std::optional<Rational> number_of(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  auto mantissa = Decimal::parse(text.substr(0, e));
  if (!mantissa || text.size() > 64) return std::nullopt;
  Rational value(*mantissa);
  if (e != std::string_view::npos) {
    std::string_view exponent = text.substr(e + 1);
    const bool minus = !exponent.empty() && exponent.front() == '-';
    if (!exponent.empty() && (minus || exponent.front() == '+')) exponent.remove_prefix(1);
    const auto n = whole(exponent);
    if (!n || *n > 308) return std::nullopt;
    const Rational scale(Integer::pow10(*n));
    value = minus ? value / scale : value * scale;
  }
  return value;
}

std::string number_text(const Rational& value) {
  std::string text = round_significant(value, significant_digits, Rounding::half_even).to_string();
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

// The day of a serial number; nothing where it is none. In the 1900 system 60 is a 29 February that never was.
std::optional<std::string> date_text(const Rational& serial, Shown shown, bool since_1904) {
  const auto days = round_integer(serial, Rounding::floor).to_i64();
  if (!days || *days < (since_1904 ? 0 : 1) || *days > 2'958'465) return std::nullopt;
  if (!since_1904 && *days == 60) return std::nullopt;
  const Date base = since_1904 ? *Date::from_ymd(1904, 1, 1) : *Date::from_ymd(1899, 12, *days < 60 ? 31 : 30);
  const Date day = base.plus_days(static_cast<std::int32_t>(*days));
  if (shown == Shown::year) return std::to_string(day.year()) + "年";
  if (shown == Shown::month) return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月";
  return day.to_string();
}

// ---- Workbook ----

struct SheetPart {
  std::string name;
  std::string part;
  bool hidden = false;
};
struct Head {
  std::vector<SheetPart> sheets;
  bool since_1904 = false;
};

// "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml", as seen from xl/. Nothing that leaves the archive.
std::optional<std::string> part_of(std::string_view target) {
  if (target.empty() || target.find("..") != std::string_view::npos || target.find(':') != std::string_view::npos) return std::nullopt;
  return target.front() == '/' ? std::string(target.substr(1)) : "xl/" + std::string(target);
}

Result<Head> read_head(const Workbook& book) {
  pugi::xml_document relations, workbook;
  SUMI_CHECK(book.load("xl/workbook.xml", workbook));
  SUMI_CHECK(book.load("xl/_rels/workbook.xml.rels", relations));
  std::map<std::string, std::string, std::less<>> targets;
  for (const auto& r : relations.document_element().children()) {
    if (attribute(r, "TargetMode") == "External") continue;
    if (const auto part = part_of(attribute(r, "Target"))) targets.emplace(attribute(r, "Id"), *part);
  }
  Head head;
  const pugi::xml_node root = workbook.document_element();
  const std::string_view date1904 = attribute(child(root, "workbookPr"), "date1904");
  head.since_1904 = date1904 == "1" || date1904 == "true";
  for (const auto& s : child(root, "sheets").children()) {
    // Two attributes are called id: sheetId is another name, r:id this one.
    const auto target = targets.find(attribute(s, "id"));
    if (target == targets.end() || target->second.find("worksheets") == std::string::npos) continue;
    const std::string_view state = attribute(s, "state");
    head.sheets.push_back({std::string(attribute(s, "name")), target->second, state == "hidden" || state == "veryHidden"});
  }
  if (head.sheets.empty()) return book.damaged("xl/workbook.xml");
  return head;
}

Result<std::vector<std::string>> read_shared(const Workbook& book) {
  std::vector<std::string> shared;
  const std::string part = "xl/sharedStrings.xml";
  if (!book.has(part)) return shared;
  pugi::xml_document document;
  SUMI_CHECK(book.load(part, document));
  for (const auto& si : document.document_element().children()) {
    if (is(si, "si")) shared.push_back(rich_text(si));
  }
  return shared;
}

// "AB12" -> 27; nothing where it is no reference.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0, i = 0;
  for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z'; ++i) {
    column = column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
    if (column > 16384) return std::nullopt;
  }
  if (i == 0) return std::nullopt;
  return column - 1;
}

struct Reader {
  const Workbook& book;
  const std::vector<std::string>& shared;
  const Styles& styles;
  bool since_1904 = false;
  std::size_t cells = 0, bytes = 0;

  Result<SheetCell> cell(const pugi::xml_node& node, const std::string& part) {
    const std::string_view type = attribute(node, "t");
    const std::string_view value = child(node, "v").text().get();
    SheetCell out;
    if (type == "inlineStr") {
      out.text = rich_text(child(node, "is"));
    } else if (type == "s") {
      const auto index = whole(value);
      if (!index || *index >= shared.size()) return book.damaged(part);
      out.text = shared[*index];
    } else if (type == "e") {
      out = {std::string(value), true};
    } else if (type == "b") {
      out.text = value == "1" ? "TRUE" : "FALSE";
    } else if (type == "str" || type == "d") {
      out.text = value;
    } else if (!value.empty()) {
      const auto number = number_of(value);
      if (!number) return book.damaged(part);
      const Shown shown = styles.of(attribute(node, "s"));
      std::optional<std::string> date;
      if (shown == Shown::day || shown == Shown::month || shown == Shown::year) date = date_text(*number, shown, since_1904);
      out.text = date ? *date : number_text(*number);
    }
    bytes += out.text.size();
    if (++cells > cells_max) return book.too_large("セルの数", "cells", cells_max);
    if (bytes > text_bytes_max) return book.too_large("文字のバイト数", "bytes of text", text_bytes_max);
    return out;
  }

  Result<std::vector<SheetRow>> rows(const std::string& part) {
    pugi::xml_document document;
    SUMI_CHECK(book.load(part, document));
    std::vector<SheetRow> out;
    std::uint32_t line = 0;
    for (const auto& r : child(document.document_element(), "sheetData").children()) {
      if (!is(r, "row")) continue;
      const auto stated = whole(attribute(r, "r"));
      if (stated && *stated <= line) return book.damaged(part);
      line = stated ? *stated : line + 1;
      SheetRow row{line, {}};
      bool any = false;
      std::size_t next = 0;
      for (const auto& c : r.children()) {
        if (!is(c, "c")) continue;
        const std::string_view reference = attribute(c, "r");
        const auto column = reference.empty() ? std::optional(next) : column_of(reference);
        if (!column || *column < next) return book.damaged(part);
        if (*column >= columns_max) continue;  // stray cells far to the right
        SUMI_TRY(SheetCell value, cell(c, part));
        next = *column + 1;
        if (value.text.empty()) continue;
        any = true;
        row.cells.resize(*column);
        row.cells.push_back(std::move(value));
      }
      if (!any) continue;
      out.push_back(std::move(row));
      if (out.size() > rows_max) return book.too_large("行の数", "rows", rows_max);
    }
    return out;
  }
};

}  // namespace

bool looks_like_zip(BytesView bytes) { return bytes.size() >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4; }

std::string column_letters(std::size_t column) {
  std::string out;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

Result<Sheet> read_xlsx(BytesView bytes, const std::string& file_name, std::string_view sheet) {
  static constexpr std::array<std::uint8_t, 4> compound{0xD0, 0xCF, 0x11, 0xE0};  // the old .xls, or a workbook with a password
  if (bytes.size() >= 4 && std::equal(compound.begin(), compound.end(), bytes.begin())) return fail(errors::xlsx_protected, {}, {file_name, 0, 0});
  SUMI_TRY(const Workbook book, open(bytes, file_name));
  SUMI_TRY(const Head head, read_head(book));
  const SheetPart* chosen = nullptr;
  std::string known;
  for (const SheetPart& s : head.sheets) {
    known += (known.empty() ? "" : ", ") + s.name;
    if (chosen == nullptr && (sheet.empty() ? !s.hidden : s.name == sheet)) chosen = &s;
  }
  if (chosen == nullptr) return fail(errors::xlsx_sheet_unknown, {{"sheet", std::string(sheet)}, {"known", known}}, {file_name, 0, 0});
  SUMI_TRY(const auto shared, read_shared(book));
  SUMI_TRY(const Styles styles, read_styles(book));
  Reader reader{book, shared, styles, head.since_1904};
  SUMI_TRY(auto rows, reader.rows(chosen->part));
  return Sheet{chosen->name, std::move(rows)};
}

}  // namespace sumi::wire
