// What the search in a list of equipment refuses of the rulebook, the map and a cell. Places are counted by hand.
#include <gtest/gtest.h>

#include "project/errors.h"
#include "project/latent.h"

namespace sumi::project {
namespace {

template <class T>
T get(Result<T> r) {
  if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
  return *std::move(r);
}
const rulebook::Rulebook& book() {
  static const rulebook::Rulebook rulebook = get(rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook"));
  return rulebook;
}
const FindRules& rules() {
  static const FindRules read = get(read_find_rules(book()));
  return read;
}
Result<FindReport> find(const std::string& map_text, const std::vector<std::string>& header, const ListLine& line) {
  SUMI_TRY(const auto tree, parse_toml(map_text, "map.toml"));
  SUMI_TRY(const auto map, read_list_map(tree, rules()));
  FindOptions options;
  options.application = *Date::parse("2026-12-01");
  return find_latent(book(), rules(), map, "list.csv", header, {line}, {}, options);
}
std::string told(const Error& e) {
  for (const auto language : {Language::ja, Language::en}) EXPECT_EQ(describe_error(e, language).find("…"), std::string::npos) << describe_error(e, language);
  return std::string(e.def->name) + ":" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
}

TEST(FindRefusals, ARulebookThatKnowsNoFields) {
  const auto sources = get(rulebook::Pack::read(SUMI_SOURCE_DIR "/rulebook/packs/sources"));
  const auto none = read_find_rules(get(rulebook::Rulebook::from_packs({sources})));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def, &errors::find_pack);
  EXPECT_NE(describe_error(none.error(), Language::en).find("sumi-find/fields"), std::string::npos);
}

TEST(FindRefusals, CellsOfASpreadsheet) {
  const std::string map = "[columns]\nequipment = \"設備\"\nstart = \"開始\"\ncorporate_number = \"番号\"\n";
  const std::vector<std::string> header{"設備", "開始", "番号"};
  const auto errors_of = [&](std::vector<std::string> cells, std::vector<std::size_t> error_cells) {
    const FindReport report = get(find(map, header, {7, std::move(cells), std::move(error_cells), std::nullopt}));
    std::string all;
    for (const Error& e : report.lines.at(0).errors) all += told(e) + " ";
    return all;
  };
  EXPECT_EQ(errors_of({"LED照明", "2026-01-10", "2990000000015"}, {}), "");
  EXPECT_EQ(errors_of({"LED照明", "#REF!", "2990000000015"}, {1}), "find_cell_error:7:2 ");
  EXPECT_EQ(errors_of({"LED照明", "2026-01-10", "1990000000015"}, {}), "find_cell_corporate_number:7:3 ");  // another check digit
}

// Fuels are estimated with the factors of the year that the map names, and of no other.
TEST(FindRefusals, AFuelWithoutItsYear) {
  const std::string map = "[columns]\nequipment = \"設備\"\nstart = \"開始\"\nfuel_before = \"燃料\"\nfuel_use_before = { header = \"量\", unit = \"L\" }\nkwh_after = { header = \"後\", unit = \"kWh\" }\n"
                          "[assumptions]\nCEF_el = { value = \"0.434 kgCO2/kWh\", year = \"FY2021\" }\n";
  const std::vector<std::string> header{"設備", "開始", "燃料", "量", "後"};
  const ListLine line{2, {"ヒートポンプ給湯機", "2026-01-10", "Ａ重油", "12,000", "30"}, {}, std::nullopt};
  EXPECT_TRUE(get(find("fuel_factors_of = \"FY2013\"\n" + map, header, line)).lines.at(0).tonnes);
  const FindReport without = get(find(map, header, line));
  EXPECT_FALSE(without.lines.at(0).tonnes);
  EXPECT_EQ(without.lines.at(0).verdict, FindVerdict::unreadable);
  ASSERT_EQ(without.lines.at(0).errors.size(), 1u);
  EXPECT_EQ(told(without.lines.at(0).errors[0]), "find_fuel_year:2:4");  // the amount whose unit is that of the fuel's factor
}

}  // namespace
}  // namespace sumi::project
