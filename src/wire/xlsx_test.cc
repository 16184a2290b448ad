// Workbooks made here part by part, as ECMA-376 part 1 (Office Open XML) describes them.
#include "wire/xlsx.h"

#include <gtest/gtest.h>
#include <zip.h>

#include "wire/sheet.h"

namespace sumi::wire {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string archive_of(const Parts& parts) {
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts) zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  if (zip_close(archive) != 0 || zip_source_open(memory) != 0) throw std::runtime_error("the archive cannot be made");
  zip_stat_t stat;
  zip_source_stat(memory, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

Parts parts_with(const std::string& rows, const std::string& workbook_head = "") {
  return {{"xl/workbook.xml", "<workbook>" + workbook_head + "<sheets><sheet name=\"隠\" state=\"hidden\" r:id=\"r2\"/><sheet name=\"一覧\" r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<R><R Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><R Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/></R>"},
      {"xl/sharedStrings.xml", "<sst><si><t>照明</t><rPh sb=\"0\" eb=\"2\"><t>ショウメイ</t></rPh></si><si><r><t>高効率</t></r><r><t xml:space=\"preserve\"> 空調</t></r></si></sst>"},
      {"xl/styles.xml", "<s><numFmts><n numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><n numFmtId=\"171\" formatCode=\"#,##0&quot;円&quot;\"/><n numFmtId=\"172\" formatCode=\"[h]:mm\"/>"
                        "</numFmts><cellXfs><x numFmtId=\"0\"/><x numFmtId=\"14\"/><x numFmtId=\"55\"/><x numFmtId=\"170\"/><x numFmtId=\"171\"/><x numFmtId=\"172\"/></cellXfs></s>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>"}};
}

Result<Sheet> read(const std::string& bytes, std::string_view sheet = {}) { return read_xlsx({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, "list.xlsx", sheet); }
Result<Sheet> read(const Parts& parts, std::string_view sheet = {}) { return read(archive_of(parts), sheet); }
std::string cell(const std::string& attributes, const std::string& value) { return "<row r=\"3\"><c r=\"B3\" " + attributes + "><v>" + value + "</v></c></row>"; }
std::string text_of(const std::string& rows, const std::string& workbook_head = "") {
  const auto sheet = read(parts_with(rows, workbook_head));
  if (!sheet) return std::string(sheet.error().def->name);
  return sheet->rows.at(0).cells.at(1).text;
}
std::string refusal(const Parts& parts, std::string_view sheet = {}) {
  const auto read_sheet = read(parts, sheet);
  return read_sheet ? "read" : std::string(read_sheet.error().def->name);
}

TEST(Xlsx, TextsComeWithoutTheirFurigana) {
  EXPECT_EQ(text_of(cell("t=\"s\"", "0")), "照明");
  EXPECT_EQ(text_of(cell("t=\"s\"", "1")), "高効率 空調");
  EXPECT_EQ(text_of("<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>直接</t></is></c></row>"), "直接");
  EXPECT_EQ(text_of("<row r=\"3\"><c r=\"B3\" t=\"str\"><f>A1&amp;\"x\"</f><v>式の値</v></c></row>"), "式の値");
  EXPECT_EQ(text_of(cell("t=\"s\"", "2")), "xlsx_damaged");
}

// 0.1 + 0.2 is stored as 0.30000000000000004; Excel shows 15 digits.
TEST(Xlsx, NumbersAreWhatExcelShows) {
  EXPECT_EQ(text_of(cell("", "0.30000000000000004")), "0.3");
  EXPECT_EQ(text_of(cell("", "1.2345000000000001E-2")), "0.012345");
  EXPECT_EQ(text_of(cell("", "6000000")), "6000000");
  EXPECT_EQ(text_of(cell("", "-12.50")), "-12.5");
  EXPECT_EQ(text_of(cell("", "1E+21")), "1000000000000000000000");
  EXPECT_EQ(text_of(cell("", "0")), "0");
  EXPECT_EQ(text_of(cell("s=\"4\"", "1234567")), "1234567");
  EXPECT_EQ(text_of(cell("", "abc")), "xlsx_damaged");
}

// 45778 is 2025-05-01: 45658 is 2025-01-01, and 120 days pass until 1 May.
TEST(Xlsx, DatesAreAsExactAsTheirFormat) {
  EXPECT_EQ(text_of(cell("s=\"1\"", "45778")), "2025-05-01");
  EXPECT_EQ(text_of(cell("s=\"2\"", "45778")), "2025年5月");
  EXPECT_EQ(text_of(cell("s=\"3\"", "45778")), "2025年5月");
  EXPECT_EQ(text_of(cell("s=\"1\"", "45778.75")), "2025-05-01");
  EXPECT_EQ(text_of(cell("s=\"5\"", "1.5")), "1.5");  // hours are no day
  EXPECT_EQ(text_of(cell("s=\"1\"", "1")), "1900-01-01");
  EXPECT_EQ(text_of(cell("s=\"1\"", "60")), "60");  // 1900-02-29 never was
  EXPECT_EQ(text_of(cell("s=\"1\"", "61")), "1900-03-01");
  EXPECT_EQ(text_of(cell("s=\"1\"", "44316"), "<workbookPr date1904=\"1\"/>"), "2025-05-01");  // 1,462 days less
}

TEST(Xlsx, RowsKeepTheirNumbersAndPlaces) {
  const auto sheet = read(parts_with("<row r=\"2\"><c r=\"A2\"/></row><row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"AB5\" t=\"e\"><v>#N/A</v></c></row>"));
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->name, "一覧");
  ASSERT_EQ(sheet->rows.size(), 1U);
  EXPECT_EQ(sheet->rows[0].line, 5U);
  ASSERT_EQ(sheet->rows[0].cells.size(), 28U);
  EXPECT_EQ(sheet->rows[0].cells[27].text, "#N/A");
  EXPECT_TRUE(sheet->rows[0].cells[27].error);
  EXPECT_EQ(column_letters(27), "AB");
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(701), "ZZ");
}

TEST(Xlsx, SheetsAreChosenByName) {
  const auto hidden = read(parts_with(""), "隠");
  ASSERT_TRUE(hidden);
  EXPECT_EQ(hidden->rows.at(0).cells.at(0).text, "7");
  EXPECT_EQ(refusal(parts_with(""), "ない"), "xlsx_sheet_unknown");
}

TEST(Xlsx, HostileWorkbooksAreRefused) {
  Parts entity = parts_with("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>");
  entity[4].second = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + entity[4].second;
  EXPECT_EQ(refusal(entity), "xlsx_damaged");
  Parts outside = parts_with("");
  outside[1].second = "<R><R Id=\"r1\" Target=\"../../worksheets/sheet1.xml\"/></R>";
  EXPECT_EQ(refusal(outside), "xlsx_damaged");
  Parts external = parts_with("");
  external[1].second = "<R><R Id=\"r1\" TargetMode=\"External\" Target=\"worksheets/sheet1.xml\"/></R>";
  EXPECT_EQ(refusal(external), "xlsx_damaged");
  EXPECT_EQ(refusal(parts_with("<row r=\"2\"/><row r=\"1\"/>")), "xlsx_damaged");
  EXPECT_EQ(refusal(parts_with("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")), "xlsx_damaged");
  // A bomb: 200 MB of spaces, which zip to 200 kB.
  Parts bomb = parts_with("");
  bomb[4].second = std::string(std::size_t{200} << 20, ' ');
  EXPECT_EQ(refusal(bomb), "xlsx_too_large");
  const std::string old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  EXPECT_EQ(read(old).error().def->name, "xlsx_protected");
  std::string cut = archive_of(parts_with(""));
  cut.resize(cut.size() / 2);
  EXPECT_EQ(read(cut).error().def->name, "xlsx_damaged");
}

// ---- Lines of CSV: a broken one takes no other with it. ----

SheetLines lines_of(std::string_view text) {
  auto lines = read_sheet_lines({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, "list.csv");
  if (!lines) throw std::runtime_error(describe_error(lines.error(), Language::en));
  return *std::move(lines);
}

TEST(SheetLines, BrokenLinesAreToldAndTheOthersRead) {
  const auto lines = lines_of("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,\"open\r\n3,c\"d\r\n4,e\r\n");
  ASSERT_EQ(lines.lines.size(), 5U);
  EXPECT_EQ(lines.lines[1].line, 2U);
  EXPECT_EQ(lines.lines[1].cells[1], "x\r\ny");
  EXPECT_EQ(lines.lines[2].line, 5U);
  ASSERT_TRUE(lines.lines[2].broken);
  EXPECT_EQ(lines.lines[2].broken->place.line, 5U);
  EXPECT_EQ(lines.lines[3].line, 6U);
  ASSERT_TRUE(lines.lines[3].broken);
  EXPECT_EQ(lines.lines[4].line, 7U);
  EXPECT_EQ(lines.lines[4].cells[1], "e");
}

TEST(SheetLines, JapaneseExcelWritesCp932) {
  const auto lines = lines_of("\x90\xDD\x94\xF5,\x83{\x83" "C\x83\x89\x81[\r\n");  // 設備,ボイラー
  ASSERT_EQ(lines.lines.size(), 1U);
  EXPECT_EQ(lines.lines[0].cells, (std::vector<std::string>{"設備", "ボイラー"}));
  EXPECT_FALSE(lines.workbook);
}

}  // namespace
}  // namespace sumi::wire
