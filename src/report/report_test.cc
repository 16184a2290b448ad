// Layouts by hand: what stands where in text and JSON, and what a PDF is refused for. What a PDF shows is read back by tests/report/run.
#include <gtest/gtest.h>

#include "base/text.h"
#include "report/errors.h"
#include "report/lines.h"
#include "report/render.h"

namespace sumi::report {
namespace {

Document small_document() {
  Document d;
  d.kind = "balance_certificate";
  d.title = {"残高証明書", "Balance certificate"};
  d.number = "B-1";
  d.issued_on = Date::from_ymd(2026, 11, 22).value();
  d.addressee = {"一の橋株式会社 御中", "Ichinohashi KK"};
  d.issuer = {"登録簿", "Registry"};
  Section section;
  section.key = "held";
  section.heading = {"保有量", "Held"};
  section.fields = {{"day", {"基準日", "As of"}, day(Date::from_ymd(2026, 3, 31).value())}};
  Table table;
  table.key = "batches";
  table.columns = {{"project", {"案件", "Project"}}, {"quantity", {"数量", "Quantity"}, Align::right}};
  table.rows = {{Words{"森林", "Forest"}, quantity("1234567")}, {Words{"ボイラー", "Boiler"}, quantity("-8")}};
  table.total = {Words{"合計", "Total"}, quantity("1234559")};
  section.tables = {table};
  d.sections = {section};
  return d;
}

// Written by hand: 80 columns, a full-width character is two.
TEST(Text, Japanese) {
  const std::string expected = std::string(71, ' ') + "番号: B-1\n" + std::string(66, ' ') +
                               "2026年11月22日\n\n一の橋株式会社 御中\n\n" + std::string(74, ' ') + "登録簿\n\n" + std::string(35, ' ') +
                               "残高証明書\n" + std::string(80, '=') + "\n\n■ 保有量\n" + std::string(80, '-') +
                               "\n基準日  2026年3月31日\n\n"
                               "案件           数量\n"
                               "--------  ---------\n"
                               "森林      1,234,567\n"
                               "ボイラー         -8\n"
                               "--------  ---------\n"
                               "合計      1,234,559\n";
  EXPECT_EQ(to_text(small_document(), Languages::ja), expected);
}

TEST(Text, BothLanguages) {
  const std::string text = to_text(small_document(), Languages::both);
  EXPECT_NE(text.find("基準日 / As of  2026年3月31日 / 31 March 2026\n"), std::string::npos) << text;
  EXPECT_NE(text.find("案件                    数量\nProject             Quantity\n"), std::string::npos) << text;
  EXPECT_NE(to_text(small_document(), Languages::en).find("As of  31 March 2026\n"), std::string::npos);
}

TEST(Text, NothingActsOnATerminal) {
  Document d = small_document();
  d.number = "1\x1b[2J\r\n\x07\xE2\x80\xAE\xff";
  d.sections[0].tables[0].rows[0][0] = "a\x1b\nb";
  const std::string text = to_text(d, Languages::both);
  for (const char c : text) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_TRUE(valid_utf8(text));
  EXPECT_NE(text.find("a〓 b"), std::string::npos);
}

TEST(Wrap, JapaneseRules) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrap("", 10), (Lines{""}));
  EXPECT_EQ(wrap("あいうえお", 4), (Lines{"あい", "うえ", "お"}));
  EXPECT_EQ(wrap("あいうえ。", 8), (Lines{"あいう", "え。"})) << "no line begins with a full stop";
  EXPECT_EQ(wrap("あい「うえ」", 6), (Lines{"あい", "「う", "え」"})) << "no line ends with an opening bracket";
  EXPECT_EQ(wrap("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrap("abcdefghij", 4), (Lines{"abcd", "efgh", "ij"})) << "a word wider than a line";
  EXPECT_EQ(wrap("量 12t", 4), (Lines{"量", "12t"}));
  EXPECT_EQ(wrap("a\nb", 9), (Lines{"a", "b"}));
  EXPECT_EQ(wrap("漢", 1), (Lines{"漢"}));
}

TEST(Text, NoLineIsTooLong) {
  Document d = small_document();
  d.paragraphs = {{std::string(500, 'W') + "漢字かな交じり文、。" + std::string(300, '!'), {}}};
  d.sections[0].fields.push_back({"x", {std::string(200, 'L'), {}}, std::string(900, 'V')});
  d.sections[0].tables[0].rows.push_back({std::string(400, 'x'), "1"});
  const std::string text = to_text(d, Languages::both);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(display_width(text.substr(at, end - at)), 80U);
    at = end + 1;
  }
}

TEST(Json, ByHand) {
  const std::string json = to_json(small_document());
  EXPECT_TRUE(json.starts_with("{\n  \"format\": \"sumi-document/1\",\n  \"kind\": \"balance_certificate\",\n"
                               "  \"title\": {\"ja\": \"残高証明書\", \"en\": \"Balance certificate\"},\n")) << json;
  EXPECT_NE(json.find("            {\"project\": {\"ja\": \"森林\", \"en\": \"Forest\"}, \"quantity\": \"1234567\"},\n"), std::string::npos) << json;
  EXPECT_NE(json.find("\"value\": \"2026-03-31\""), std::string::npos);
  EXPECT_EQ(json, to_json(small_document()));
}

TEST(Shape, WhatNoProgramShouldMake) {
  Document d = small_document();
  d.sections[0].tables[0].rows.push_back({"one"});
  EXPECT_THROW((void)to_text(d, Languages::ja), std::logic_error);
  d = small_document();
  d.sections[0].fields.push_back({"day", {"二度", {}}, "x"});
  EXPECT_THROW((void)to_json(d), std::logic_error);
  d = small_document();
  d.sections[0].tables[0].columns[0].key.clear();
  EXPECT_THROW((void)to_pdf(d, Languages::ja), std::logic_error);
}

TEST(Pdf, SameDocumentSameBytes) {
  const auto first = to_pdf(small_document(), Languages::both);
  ASSERT_TRUE(first) << describe_error(first.error(), Language::en);
  EXPECT_TRUE(first->starts_with("%PDF-1.5"));
  EXPECT_EQ(*first, to_pdf(small_document(), Languages::both).value());
  Document other = small_document();
  other.issued_on = other.issued_on.plus_days(1);
  EXPECT_NE(*first, to_pdf(other, Languages::both).value());
}

const ErrorDef* refusal(const Document& d, const Fonts& fonts = {}) {
  const auto pdf = to_pdf(d, Languages::ja, fonts);
  return pdf ? nullptr : pdf.error().def;
}

TEST(Pdf, Refusals) {
  EXPECT_EQ(refusal(small_document()), nullptr);
  EXPECT_EQ(refusal(small_document(), {"No Such Mincho", "Noto Sans CJK JP"}), &errors::font_missing);
  EXPECT_EQ(refusal(small_document(), {"Noto Serif CJK JP", "No Such Gothic"}), &errors::font_missing);
  Document d = small_document();
  d.addressee = {"😀 御中", {}};
  EXPECT_EQ(refusal(d), &errors::glyph_missing);
  const auto told = to_pdf(d, Languages::ja);
  EXPECT_NE(sentence(told.error(), Language::ja).find("「😀」(U+1F600)"), std::string::npos) << sentence(told.error(), Language::ja);
  d = small_document();
  d.paragraphs = {{std::string(16 * 1024 + 1, 'a'), {}}};
  EXPECT_EQ(refusal(d), &errors::text_too_long);
  d = small_document();
  d.sections[0].tables[0].rows.assign(100'001, {"a", "1"});
  EXPECT_EQ(refusal(d), &errors::table_too_long);
  d = small_document();
  d.verification = Verification{std::string(1001, 'c'), {}, {}};
  EXPECT_EQ(refusal(d), &errors::code_too_long);
  d.verification->code.pop_back();
  EXPECT_EQ(refusal(d), nullptr) << "a code of 1,000 bytes is drawn";
}

TEST(Pdf, ASinkThatIsFull) {
  std::size_t room = 2000;
  const auto written = write_pdf(small_document(), Languages::ja, [&](std::string_view bytes) {
    if (bytes.size() > room) return false;
    room -= bytes.size();
    return true;
  });
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().def, &errors::not_written);
}

}  // namespace
}  // namespace sumi::report
