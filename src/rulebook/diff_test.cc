// Two editions side by side: what an official would mark in the margin, and nothing else.
#include "rulebook/diff.h"

#include <gtest/gtest.h>

#include "rulebook/rulebook.h"

namespace sumi::rulebook {
namespace {

constexpr std::string_view head = R"toml(format = 1
[pack]
kind = "data"
family = "fuels"
edition = "EDITION"
authority = "sumi"
title = { ja = "燃料", en = "Fuels" }
[[table]]
name = "factors"
file = "factors.csv"
title = { ja = "係数", en = "Factors" }
key = ["fuel"]
validity = { kind = "fiscal_year", from = "fy", to = "fy", axes = { actual = 0 } }
columns = [{ name = "co2", kind = "number", unit = "tCO2/GJ_HHV", title = { ja = "係数", en = "CO2" } }]
)toml";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}
Pack data_pack(const std::string& edition, const std::string& csv) {
  return *Pack::from_files({{"pack.toml", replaced(std::string(head), "EDITION", edition)}, {"factors.csv", csv}}, "fuels " + edition);
}
Pack shipped(const std::string& folder) { return *Pack::read(SUMI_SOURCE_DIR "/rulebook/" + folder); }
Pack changed(const Pack& pack, const std::string& file, std::string_view from, std::string_view to) {
  std::vector<PackFile> files = pack.files();
  for (PackFile& f : files) {
    if (f.path == file) f.text = replaced(f.text, from, to);
  }
  return *Pack::from_files(std::move(files), "changed");
}

TEST(Diff, RowsCellByCell) {
  const Pack before = data_pack("1", "fuel,fy,co2,source_id,confidence\nkerosene,2013,0.0686,a,high\nkerosene,2021,0.0686,a,high\npeat,2013,0.1,a,low\n");
  const Pack after = data_pack("2", "fuel,fy,co2,source_id,confidence\nkerosene,2013,0.0686,a,high\nkerosene,2021,0.0687,b,high\nkerosene,2022,0.0688,b,high\n");
  EXPECT_EQ(to_text(diff_packs(before, after), Language::en),
            "== fuels  1 -> 2\n"
            "  pack  +0 -0 ~1\n"
            "        edition  1 -> 2\n"
            "  table factors  +1 -1 ~1\n"
            "    ~ kerosene 2021\n"
            "        co2        0.0686 -> 0.0687\n"
            "        source_id  a -> b\n"
            "    + kerosene 2022\n"
            "        co2         0.0688\n"
            "        source_id   b\n"
            "        confidence  high\n"
            "    - peat 2013\n"
            "        co2         0.1\n"
            "        source_id   a\n"
            "        confidence  low\n");
}

// A row that was corrected stands twice, with the corrected value behind: the second is compared with the second.
TEST(Diff, RowsOfOneKeyInTheirOrder) {
  const Pack before = data_pack("1", "fuel,fy,co2,source_id,confidence\nk,2021,1,a,high\n");
  const Pack after = data_pack("1", "fuel,fy,co2,source_id,confidence\nk,2021,1,a,high\nk,2021,2,a,high\n");
  const PackDiff diff = diff_packs(before, after);
  ASSERT_EQ(diff.sections.size(), 1u);
  ASSERT_EQ(diff.sections[0].things.size(), 1u);
  EXPECT_EQ(diff.sections[0].things[0].change, Change::added);
}

TEST(Diff, AMethodologysParts) {
  const Pack before = shipped("methodology/EN-S-001");
  Pack after = changed(before, "methodology.toml", "half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL", "half_even(Q_PJ / eps_BL_HHV, 6) * CEF_BL");
  after = changed(after, "methodology.toml", "two_year_rule_exempt = false", "two_year_rule_exempt = true");
  after = changed(after, "methodology.toml", "[[condition]]\nid = \"2\"", "[[condition]]\nid = \"3\"");
  const std::string text = to_text(diff_packs(before, after), Language::ja);
  EXPECT_NE(text.find("  exceptions  +0 -0 ~1\n        two_year_rule_exempt  false -> true\n"), std::string::npos) << text;
  EXPECT_NE(text.find("    ~ EM_BL_M\n        formula  half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL -> half_even(Q_PJ / eps_BL_HHV, 6) * CEF_BL\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  condition  +1 -1 ~0\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("eps_PJ_HHV"), std::string::npos) << "what is the same is not shown";
}

TEST(Diff, WordingOnlyAndNothing) {
  const Pack pack = shipped("methodology/EN-S-006");
  EXPECT_NE(to_text(diff_packs(pack, pack), Language::en).find("no difference"), std::string::npos);
  const Pack commented = changed(pack, "methodology.toml", "# ---- Parameters ----", "# ---- The parameters ----");
  const PackDiff diff = diff_packs(pack, commented);
  EXPECT_TRUE(diff.sections.empty());
  EXPECT_NE(to_text(diff, Language::en).find("only comments"), std::string::npos);
}

TEST(Diff, WholeRulebooks) {
  const std::vector<Pack> before{shipped("packs/shk-gwp"), shipped("packs/codes")};
  const std::vector<Pack> after{shipped("packs/codes"), shipped("methodology/EN-S-006")};
  const auto diffs = diff_rulebooks(before, after);
  ASSERT_EQ(diffs.size(), 2u);
  EXPECT_EQ(diffs[0].family, "EN-S-006");
  EXPECT_EQ(diffs[0].before, "");
  EXPECT_EQ(diffs[1].family, "shk-gwp");
  EXPECT_EQ(diffs[1].after, "");
  EXPECT_EQ(to_tree(diffs[1]).find("family")->text, "shk-gwp");
}

}  // namespace
}  // namespace sumi::rulebook
