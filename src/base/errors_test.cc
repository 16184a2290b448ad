#include "base/errors.h"

#include <gtest/gtest.h>

#include <set>

namespace sumi {
namespace {

std::set<std::string> placeholders_of(std::string_view text) {
  std::set<std::string> out;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::string name(text.substr(open + 1, text.find('}', open) - open - 1));
    // Reasons are given in both languages.
    if (name.ends_with("_ja") || name.ends_with("_en")) name.resize(name.size() - 3);
    out.insert(name);
  }
  return out;
}

TEST(Errors, TheListIsNumberedWithoutGapsAndTellsEverythingTwice) {
  std::uint16_t number = 0;
  std::set<std::string_view> names;
  for (const ErrorDef* def : errors::base_errors()) {
    EXPECT_EQ(def->number, ++number);
    EXPECT_EQ(def->room, "base");
    EXPECT_TRUE(names.insert(def->name).second) << def->name;
    EXPECT_FALSE(def->ja.empty() || def->en.empty() || def->remedy_ja.empty() || def->remedy_en.empty()) << def->name;
    EXPECT_EQ(placeholders_of(def->ja), placeholders_of(def->en)) << def->name;
  }
  EXPECT_EQ(number, 30);
}

TEST(Errors, AMessageNamesPlaceReasonAndRemedy) {
  Error error = make_error(errors::csv_columns, {{"actual", "3"}, {"expected", "4"}}, {"meter.csv", 12, 0});
  EXPECT_EQ(
      describe_error(error, Language::en),
      "meter.csv:12: This row has 3 fields, the header has 4. (base.csv_columns)\n  Add or remove fields; a field that holds a comma needs quotation marks.");
  EXPECT_EQ(sentence(error, Language::ja), "この行には3列ありますが、見出しは4列です。");
  error.also.push_back(make_error(errors::corporate_number_check, {{"text", "1234567890123"}}, {"meter.csv", 13, 5}));
  const std::string both = describe_error(error, Language::ja);
  EXPECT_NE(both.find("\nmeter.csv:13:5: 法人番号「1234567890123」の検査用数字が合いません。 (base.corporate_number_check)"),
            std::string::npos)
      << both;
  EXPECT_NE(both.find("\n  根拠: 法人番号の指定等に関する省令"), std::string::npos) << both;
}

TEST(Errors, AnArgumentIsNeverReadAsAPattern) {
  const Error error = make_error(errors::number_syntax, {{"text", "{text} {limit}"}});
  EXPECT_EQ(sentence(error, Language::en), "\"{text} {limit}\" is not a number.");
  // What nobody filled is shown as such.
  EXPECT_EQ(sentence(make_error(errors::number_too_long), Language::en), "The number is too long: at most … characters.");
}

}  // namespace
}  // namespace sumi
