#include "wire/list_file.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

#include "base/number.h"
#include "base/spreadsheet.h"
#include "base/text.h"
#include "wire/xlsx.h"

namespace sumi::wire {

namespace {

constexpr std::size_t workbook_rows_max = 1'048'576;
constexpr std::size_t number_digits_max = 15;

// What XML 1.0 cannot hold is left out.
std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

bool plain_number(std::string_view text) {
  if (text.empty() || !Decimal::parse(text, false)) return false;
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool shaped = std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
  // A code such as 0123 is no number.
  const auto first = text.find_first_of("0123456789");
  const bool code = text.size() > first + 1 && text[first] == '0' && text[first + 1] != '.';
  return shaped && !code && static_cast<std::size_t>(digits) <= number_digits_max;
}

void add_cell(std::string& out, std::size_t column, std::size_t row, std::string_view text, bool number, bool head) {
  if (text.empty()) return;
  out += "<c r=\"" + column_letters(column) + std::to_string(row) + "\"";
  if (head) out += " s=\"1\"";
  if (number && plain_number(text)) {
    out += "><v>" + std::string(text) + "</v></c>";
  } else {
    out += " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(text) + "</t></is></c>";
  }
}

std::string sheet_name(std::string_view wanted) {
  std::string out;
  std::size_t characters = 0;
  for (const char c : wanted) {
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) continue;
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && ++characters > 31) break;
    out += c;
  }
  return out.empty() ? "list" : out;
}

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006";

std::string sheet_xml(const ListFile& list) {
  std::string out(xml_head);
  out.append("<worksheet xmlns=\"").append(main_space).append("\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
  for (std::size_t i = 0; i < list.head.size(); ++i) {
    std::size_t width = display_width(list.head[i]);
    for (std::size_t r = 0; r < std::min<std::size_t>(list.rows.size(), 200); ++r) width = std::max(width, i < list.rows[r].size() ? display_width(list.rows[r][i]) : 0);
    const auto column = std::to_string(i + 1);
    out += "<col min=\"" + column + "\" max=\"" + column + "\" width=\"" + std::to_string(std::clamp<std::size_t>(width + 2, 8, 60)) + "\" customWidth=\"1\"/>";
  }
  out += "</cols><sheetData><row r=\"1\">";
  for (std::size_t i = 0; i < list.head.size(); ++i) add_cell(out, i, 1, list.head[i], false, true);
  out += "</row>";
  const bool whole = list.rows.size() < workbook_rows_max;
  const std::size_t rows = whole ? list.rows.size() : workbook_rows_max - 2;
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t line = r + 2;
    out += "<row r=\"" + std::to_string(line) + "\">";
    for (std::size_t i = 0; i < list.rows[r].size(); ++i) add_cell(out, i, line, list.rows[r][i], i < list.number.size() && list.number[i], false);
    out += "</row>";
  }
  if (!whole) {
    out += "<row r=\"" + std::to_string(workbook_rows_max) + "\">";
    add_cell(out, 0, workbook_rows_max, "以下省略(全" + std::to_string(list.rows.size()) + "行) / cut off: " + std::to_string(list.rows.size()) + " rows in all", false, false);
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

struct ZipSource {
  zip_source_t* source = nullptr;
  ~ZipSource() {
    if (source != nullptr) zip_source_free(source);
  }
};

}  // namespace

std::string list_csv(const ListFile& list) {
  std::string out(spreadsheet_mark);
  const auto line = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + spreadsheet_field(cells[i]);
    out += "\r\n";
  };
  line(list.head);
  for (const auto& row : list.rows) line(row);
  return out;
}

std::string list_xlsx(const ListFile& list) {
  const std::string head(xml_head), space(main_space), relation(relations), pack(package);
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const std::vector<std::pair<std::string, std::string>> parts{
      {"[Content_Types].xml", head + "<Types xmlns=\"" + pack + "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                              "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                              "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + type + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/></Types>"},
      {"_rels/.rels", head + "<Relationships xmlns=\"" + pack + "/relationships\"><Relationship Id=\"rId1\" Type=\"" + relation + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", head + "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + relation + "\"><sheets><sheet name=\"" + xml_text(sheet_name(list.sheet)) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"" + pack + "/relationships\"><Relationship Id=\"rId1\" Type=\"" + relation + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                     "<Relationship Id=\"rId2\" Type=\"" + relation + "/styles\" Target=\"styles.xml\"/></Relationships>"},
      {"xl/styles.xml", head + "<styleSheet xmlns=\"" + space + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                        "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                        "<cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", sheet_xml(list)}};
  return make_zip(parts);
}

std::string make_zip(std::span<const std::pair<std::string, std::string>> files) {
  const auto failed = [] { return std::runtime_error("a ZIP could not be made"); };
  ZipSource memory{zip_source_buffer_create(nullptr, 0, 0, nullptr)};
  if (memory.source == nullptr) throw failed();
  zip_t* archive = zip_open_from_source(memory.source, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw failed();
  zip_source_keep(memory.source);  // the archive frees its share when it is closed
  for (const auto& [name, text] : files) {
    zip_source_t* part = zip_source_buffer(archive, text.data(), text.size(), 0);
    const auto index = part == nullptr ? -1 : zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    constexpr zip_uint16_t first_of_1980 = (1U << 5) | 1U;  // the format's first day
    if (index < 0 || zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_of_1980, 0) != 0) {
      if (index < 0 && part != nullptr) zip_source_free(part);
      zip_discard(archive);
      throw failed();
    }
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    throw failed();
  }
  if (zip_source_open(memory.source) != 0) throw failed();
  std::string out;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(memory.source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) out.resize(stat.size);
  const auto got = zip_source_read(memory.source, out.data(), out.size());
  zip_source_close(memory.source);
  if (got < 0 || static_cast<std::size_t>(got) != out.size() || out.empty()) throw failed();
  return out;
}

}  // namespace sumi::wire
