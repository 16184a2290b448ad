#include "wire/list_file.h"

#include <gtest/gtest.h>

#include "wire/xlsx.h"

namespace sumi::wire {
namespace {

ListFile list() {
  ListFile l;
  l.sheet = "案件/2026";
  l.head = {"番号", "名称", "t-CO2"};
  l.number = {false, false, true};
  l.rows = {{"007", "<銭湯> & \"湯\"", "1200"}, {"2", "=1+1", "12345678901234567"}};
  return l;
}

BytesView bytes_of(const std::string& text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

// RFC 4180 and OWASP's apostrophe in front of what a spreadsheet would calculate.
TEST(ListFile, csv_is_what_excel_reads) {
  EXPECT_EQ(list_csv(list()), "\xEF\xBB\xBF番号,名称,t-CO2\r\n007,\"<銭湯> & \"\"湯\"\"\",1200\r\n2,'=1+1,12345678901234567\r\n");
}

TEST(ListFile, a_workbook_is_read_back) {
  const auto bytes = list_xlsx(list());
  EXPECT_TRUE(looks_like_zip(bytes_of(bytes)));
  const auto sheet = read_xlsx(bytes_of(bytes), "list.xlsx");
  ASSERT_TRUE(sheet.has_value());
  EXPECT_EQ(sheet->name, "案件2026");
  ASSERT_EQ(sheet->rows.size(), 3U);
  EXPECT_EQ(sheet->rows[0].cells.at(1).text, "名称");
  EXPECT_EQ(sheet->rows[1].cells.at(0).text, "007");
  EXPECT_EQ(sheet->rows[1].cells.at(1).text, "<銭湯> & \"湯\"");
  EXPECT_EQ(sheet->rows[1].cells.at(2).text, "1200");
  EXPECT_EQ(sheet->rows[2].cells.at(1).text, "=1+1");
  EXPECT_EQ(sheet->rows[2].cells.at(2).text, "12345678901234567");
}

TEST(ListFile, equal_lists_are_equal_bytes) { EXPECT_EQ(list_xlsx(list()), list_xlsx(list())); }

TEST(ListFile, a_zip_begins_and_ends_as_the_format_says) {
  const std::vector<std::pair<std::string, std::string>> files{{"a/b.txt", "hello"}, {"c.txt", ""}};
  const auto zip = make_zip(files);
  // APPNOTE 4.3.7 and 4.3.16: a local header first, the end of the central directory (22 bytes, two entries) last.
  EXPECT_EQ(zip.substr(0, 4), "PK\x03\x04");
  ASSERT_GT(zip.size(), 22U);
  EXPECT_EQ(zip.substr(zip.size() - 22, 4), "PK\x05\x06");
  EXPECT_EQ(zip[zip.size() - 12], 2);
}

}  // namespace
}  // namespace sumi::wire
