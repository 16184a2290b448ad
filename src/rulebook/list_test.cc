#include "rulebook/list.h"

#include <gtest/gtest.h>

#include "base/codec.h"
#include "rulebook/errors.h"

namespace sumi::rulebook {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = *Rulebook::load(SUMI_SOURCE_DIR "/rulebook");
  return rulebook;
}

TEST(ListRules, NamesEveryPackAndTable) {
  const RulesList list = list_rules(book());
  EXPECT_EQ(list.manifest, book().manifest());
  EXPECT_EQ(list.packs.size(), book().packs().size());
  EXPECT_EQ(list.tables.size(), book().tables().size());
  const auto electricity = std::ranges::find(list.packs, "shk-electricity", &PackLine::family);
  ASSERT_NE(electricity, list.packs.end());
  EXPECT_EQ(electricity->rows, 1340u);
  EXPECT_EQ(electricity->tables, 1u);
  EXPECT_EQ(electricity->files, 2u);
  const auto fuels = std::ranges::find(list.tables, "shk-fuels/factors", &TableLine::name);
  ASSERT_NE(fuels, list.tables.end());
  EXPECT_EQ(fuels->axes, (std::vector<std::string>{"activity", "report"}));
  EXPECT_EQ(fuels->columns[3], "gcv [GJ_HHV/{unit}]");
}

// 四国電力, notice of 2023-06-01: a corrected value stays beside its correction.
TEST(ShowRules, AKeyWithAllItsValues) {
  const Date on = *Date::parse("2021-07-01");
  const Result<RulesShow> show = show_rules(book(), "shk-electricity/factors A0274", on);
  ASSERT_TRUE(show);
  std::vector<std::string> seen;
  for (const RowLine& row : show->rows) {
    if (row.valid_from == "FY2021" && row.key[1].empty())
      seen.push_back(row.cells[2].value + (row.applies ? " applies" : "") +
                     (row.corrected_on ? " corrected " + row.corrected_on->to_string() : ""));
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"0.000485 corrected 2023-06-01", "0.000484 applies"}));
  EXPECT_FALSE(show->sources.empty());

  const Result<RulesShow> before = show_rules(book(), "shk-electricity/factors A0274", on, Date::parse("2023-05-31").value());
  ASSERT_TRUE(before);
  std::vector<std::string> known;
  for (const RowLine& row : before->rows) {
    if (row.applies && row.key[1].empty()) known.push_back(row.cells[2].value);
  }
  EXPECT_EQ(known, std::vector<std::string>{"0.000485"});
}

TEST(ShowRules, AKeyAloneIsFoundInEveryTable) {
  const Result<RulesShow> show = show_rules(book(), "kerosene", *Date::parse("2021-07-01"));
  ASSERT_TRUE(show);
  std::vector<std::string> applying;
  for (const RowLine& row : show->rows) {
    if (row.applies) applying.push_back(row.table + " " + row.valid_from);
  }
  EXPECT_EQ(applying, (std::vector<std::string>{"jcredit-fuels/factors FY2021", "shk-fuels/factors FY2009"}));
  const Result<RulesShow> rule = show_rules(book(), "two_year_rule.years");
  ASSERT_TRUE(rule);
  ASSERT_EQ(rule->rows.size(), 1u);
  EXPECT_EQ(rule->rows[0].cells[0].value, "2");
  EXPECT_EQ(rule->rows[0].cells[0].unit, "year");
}

TEST(ShowRules, RefusesWithTheNearestKeys) {
  const Result<RulesShow> none = show_rules(book(), "shk-fuels/factors kerosine");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def, &errors::key_unknown);
  EXPECT_NE(describe_error(none.error(), Language::ja).find("kerosene"), std::string::npos);
  EXPECT_EQ(show_rules(book(), "no such thing").error().def, &errors::key_unknown);
  EXPECT_EQ(show_rules(book(), "").error().def, &errors::key_unknown);
}

TEST(Described, EncodesAndDecodes) {
  const RulesList list = list_rules(book());
  ByteWriter writer;
  encode_value(writer, list);
  ByteReader reader(writer.bytes());
  RulesList again;
  decode_value(reader, again);
  reader.expect_end();
  EXPECT_EQ(again.packs.size(), list.packs.size());
  EXPECT_EQ(again.manifest, list.manifest);
}

}  // namespace
}  // namespace sumi::rulebook
