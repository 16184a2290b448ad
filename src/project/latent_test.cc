// Lists of equipment against the rules and against estimates worked by hand.
#include "project/latent.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "project/member_list.h"

namespace sumi::project {
namespace {

const rulebook::Rulebook& book() {
  static const rulebook::Rulebook rulebook = [] {
    auto loaded = rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook");
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return *loaded;
  }();
  return rulebook;
}
const FindRules& rules() {
  static const FindRules read = [] {
    auto r = read_find_rules(book());
    if (!r) throw std::runtime_error(describe_error(r.error(), Language::en));
    return *std::move(r);
  }();
  return read;
}
ListMap map_of(std::string_view toml) {
  const auto tree = parse_toml(toml, "map.toml");
  if (!tree) throw std::runtime_error(describe_error(tree.error(), Language::en));
  auto map = read_list_map(*tree, rules());
  if (!map) throw std::runtime_error(describe_error(map.error(), Language::en));
  return *std::move(map);
}
// 0.434 kgCO2/kWh: FY2021, J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004, 2024-02-08). Fuel factors: モニタリング・算定規程, FY2013.
constexpr std::string_view map_text = R"toml(
fuel_factors_of = "FY2013"
[columns]
name = "名称"
owner = "区分"
prefecture = "都道府県"
address = "住所"
equipment = "設備"
start = "稼働開始"
investment = { header = "投資", unit = "千円" }
subsidy = { header = "補助", unit = "千円" }
saving = { header = "削減額", unit = "千円" }
legal_duty = "義務"
registered = "登録"
subsidy_name = "補助金名"
%s
[assumptions]
CEF_el = { value = "0.434 kgCO2/kWh", year = "FY2021" }
)toml";

// A line that passes, as (header, cell), with `more` columns or other cells.
using Cells = std::vector<std::pair<std::string, std::string>>;
FoundLine judge(const std::string& columns, const Cells& more, Date application = *Date::parse("2026-12-01"), const std::vector<FindProgramme>& programmes = {}, const FindPrices& prices = {}) {
  Cells cells{{"名称", "架空株式会社"}, {"区分", "法人"}, {"都道府県", "東京都"}, {"住所", "東京都架空市1"}, {"設備", "LED照明"}, {"稼働開始", "2026-01-10"}, {"投資", "10,000"}, {"補助", "5,000"},
      {"削減額", "700"}, {"義務", "無"}, {"登録", "なし"}, {"補助金名", "架空補助金"}};
  for (const auto& [header, cell] : more) {
    const auto it = std::ranges::find(cells, header, &std::pair<std::string, std::string>::first);
    if (it == cells.end()) cells.emplace_back(header, cell);
    else it->second = cell;
  }
  std::string text(map_text);
  text.replace(text.find("%s"), 2, columns);
  std::vector<std::string> header;
  ListLine line{2, {}, {}, std::nullopt};
  for (const auto& [h, c] : cells) header.push_back(h), line.cells.push_back(c);
  FindOptions options;
  options.application = application;
  options.prices = prices;
  const auto report = find_latent(book(), rules(), map_of(text), "list.csv", header, {line}, programmes, options);
  if (!report) throw std::runtime_error(describe_error(report.error(), Language::en));
  return report->lines.at(0);
}
constexpr std::string_view kwh_columns = "kwh_before = { header = \"前\", unit = \"kWh\" }\nkwh_after = { header = \"後\", unit = \"kWh\" }";
const Cells kwh{{"前", "50,000"}, {"後", "20000"}};
Cells kwh_and(Cells more) {
  Cells all = kwh;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}
FoundLine lighting(Cells more, Date application = *Date::parse("2026-12-01"), const std::vector<FindProgramme>& programmes = {}) { return judge(std::string(kwh_columns), kwh_and(std::move(more)), application, programmes); }
Answer answer(const FoundLine& line, std::string_view rule) {
  const auto it = std::ranges::find(line.findings, rule, &RuleFinding::rule);
  if (it == line.findings.end()) throw std::runtime_error("no finding of " + std::string(rule));
  return it->answer;
}
std::string tonnes(const FoundLine& line) { return line.tonnes ? line.tonnes->to_string() : "none"; }

// J-クレジット制度について (制度説明資料), 2023-01: application 2019-05-01, started 2017-05-02, 2017-05-01, in fiscal 2018.
TEST(Latent, TwoYearRuleOfTheExplanatoryPaper) {
  const Date application = *Date::parse("2019-05-01");
  EXPECT_EQ(answer(lighting({{"稼働開始", "2017-05-02"}}, application), "R2"), Answer::met);
  EXPECT_EQ(answer(lighting({{"稼働開始", "2017-05-01"}}, application), "R2"), Answer::not_met);
  EXPECT_EQ(answer(lighting({{"稼働開始", "2018年度"}}, application), "R2"), Answer::met);
  // By hand: the month may lie on both sides, the month before may not.
  EXPECT_EQ(answer(lighting({{"稼働開始", "2017年5月"}}, application), "R2"), Answer::not_yet_knowable);
  EXPECT_EQ(answer(lighting({{"稼働開始", "2017年4月"}}, application), "R2"), Answer::not_met);
  EXPECT_EQ(lighting({{"稼働開始", "2017年5月"}}, application).verdict, FindVerdict::open);
  EXPECT_EQ(lighting({{"稼働開始", "2017年4月"}}, application).verdict, FindVerdict::not_possible);
}

// The same paper: (10,000 - 5,000) / (1,000 - 300) thousand yen = 7.14 years. By hand: 5,000 / 1,667 is below 3.
TEST(Latent, PaybackOfTheExplanatoryPaper) {
  const FoundLine passes = lighting({});
  EXPECT_EQ(answer(passes, "R5"), Answer::met);
  EXPECT_NE(std::ranges::find(passes.findings, "R5", &RuleFinding::rule)->reason_en.find("7.14"), std::string::npos);
  EXPECT_EQ(answer(lighting({{"削減額", "1,667"}}), "R5"), Answer::not_met);
  EXPECT_EQ(answer(lighting({{"削減額", "0"}}), "R5"), Answer::met);  // no saving: additional without division
  EXPECT_EQ(answer(lighting({{"削減額", ""}}), "R5"), Answer::not_yet_knowable);
  EXPECT_EQ(lighting({{"削減額", ""}}).needed.front(), "saving");
  EXPECT_EQ(answer(lighting({{"義務", "有"}}), "R5"), Answer::not_met);
}

TEST(Latent, RegisteredOnceAndInJapan) {
  EXPECT_EQ(answer(lighting({{"登録", "登録済"}}), "R4"), Answer::not_met);
  EXPECT_EQ(answer(lighting({{"都道府県", ""}, {"住所", "千葉県架空市"}}), "R1"), Answer::met);
  EXPECT_EQ(answer(lighting({{"都道府県", ""}, {"住所", "架空市"}}), "R1"), Answer::not_yet_knowable);
}

// By hand: (50,000 - 20,000) kWh x 0.000434 = 13.02 t.
TEST(Latent, EstimatesByHand) {
  EXPECT_EQ(tonnes(lighting({})), "13.02");
  // A重油 12,000 L = 12 kL x 38.9 GJ/kL x 0.0708 t/GJ = 33.04944; 30,000 kWh x 0.000434 = 13.02.
  const std::string fuel = "fuel_before = \"燃料\"\nfuel_use_before = { header = \"量\", unit = \"L\" }\nkwh_after = { header = \"後\", unit = \"千kWh\" }";
  EXPECT_EQ(tonnes(judge(fuel, {{"設備", "ヒートポンプ給湯機"}, {"燃料", "Ａ重油"}, {"量", "12,000"}, {"後", "30"}})), "20.02944");
  // 10 kL x 36.5 x 0.0686 = 25.039; x 0.8 / 0.95 = 21.0854736842..., the ratio at 12 places: 0.842105263158.
  const std::string ratio = "fuel_before = \"燃料\"\nfuel_use_before = { header = \"量\", unit = \"kL\" }\nefficiency_before = \"旧\"\nefficiency_after = \"新\"";
  const FoundLine boiler = judge(ratio, {{"設備", "蒸気ボイラー"}, {"燃料", "灯油"}, {"量", "10"}, {"旧", "80%"}, {"新", "0.95"}});
  EXPECT_EQ(*boiler.tonnes, *Rational::parse("25.039") * (Rational(1) - *Rational::parse("0.842105263158")));
  EXPECT_EQ(boiler.methodology, "EN-S-001");
  // 4 kW of luminaires less 1 kW, 3,000 h: 100 x (40 - 10) W x 3,000 h = 9,000 kWh x 0.000434 = 3.906.
  const std::string lamps = "watt_before = { header = \"旧W\", unit = \"W\" }\nwatt_after = { header = \"新W\", unit = \"W\" }\nhours = { header = \"時間\", unit = \"h\" }\ncount = \"台数\"";
  EXPECT_EQ(tonnes(judge(lamps, {{"旧W", "40"}, {"新W", "10"}, {"時間", "3000"}, {"台数", "100"}})), "3.906");
  // 4,000 kWh made, 1,000 sold: 3,000 x 0.000434 = 1.302.
  EXPECT_EQ(tonnes(judge("generation = { header = \"発電\", unit = \"kWh\" }\nsold = { header = \"売電\", unit = \"kWh\" }", {{"設備", "太陽光発電"}, {"発電", "4000"}, {"売電", "1000"}})), "1.302");
  // Biochar of wood, 1 t: 0.77 x 0.80 x 44/12 = 847/375.
  EXPECT_EQ(tonnes(judge("char_mass = { header = \"t\", unit = \"t\" }\ncarbon_fraction = \"Fc\"\npermanence = \"Fperm\"", {{"設備", "バイオ炭"}, {"t", "1"}, {"Fc", "77%"}, {"Fperm", "0.80"}})), "847/375");
}

TEST(Latent, AMissingFigureIsAskedForAndNeverGuessed) {
  const FoundLine line = lighting({{"後", ""}});
  EXPECT_EQ(line.verdict, FindVerdict::open);
  EXPECT_FALSE(line.tonnes);
  EXPECT_NE(std::ranges::find(line.needed, "kwh_after"), line.needed.end());
  // A capacity alone gives no generation: its yield is declared, or it is not estimated.
  const FoundLine solar = judge("capacity = { header = \"kW\", unit = \"kW\" }", {{"設備", "太陽光発電設備"}, {"kW", "5"}});
  EXPECT_FALSE(solar.tonnes);
  EXPECT_EQ(solar.verdict, FindVerdict::open);
  // FY2021 has two fuels only.
  EXPECT_EQ(judge("kwh_after = { header = \"後\", unit = \"kWh\" }", {{"後", "1"}}).verdict, FindVerdict::open);
}

constexpr std::string_view fuel_columns =
    "kwh_before = { header = \"前\", unit = \"kWh\" }\nkwh_after = { header = \"後\", unit = \"kWh\" }\nfuel_before = \"燃料\"\nfuel_use_before = { header = \"燃料量\", unit = \"\" }\n";

// 0.434 kgCO2/kWh: (50,000 - 20,000) x 0.000434 = 13.02; (60,000 - 20,000) x 0.000434 = 17.36.
TEST(Latent, ElectricityIsNoFuelButMayStandInItsPlace) {
  const auto led = judge(std::string(fuel_columns), {{"前", "50,000"}, {"後", "20000"}, {"燃料", "電気"}, {"燃料量", ""}});
  EXPECT_TRUE(led.errors.empty());
  EXPECT_EQ(tonnes(led), "13.02");
  const auto pump = judge(std::string(fuel_columns), {{"設備", "空冷ヒートポンプ"}, {"前", ""}, {"後", "20,000"}, {"燃料", "電力"}, {"燃料量", "60 MWh"}});
  EXPECT_TRUE(pump.errors.empty());
  EXPECT_EQ(tonnes(pump), "17.36");
  // A boiler is estimated by its fuel: what the list itself says is the only way left.
  const auto boiler = judge(std::string(fuel_columns), {{"設備", "ボイラー"}, {"前", ""}, {"後", "20,000"}, {"燃料", "電気"}, {"燃料量", "60 MWh"}});
  EXPECT_TRUE(boiler.errors.empty());
  EXPECT_EQ(boiler.verdict, FindVerdict::open);
  EXPECT_EQ(boiler.needed, (std::vector<std::string>{"co2_stated"}));
}

// City gas has its factor by m3N (モニタリング・算定規程, FY2013): 12,000 m3N x 44.0 GJ / 1,000 m3N x 0.0517 - 20,000 x 0.000434 = 27.2976 - 8.68 = 18.6176.
TEST(Latent, GasInCubicMetresAsksForItsConditionWhereFuelMatters) {
  const auto led = judge(std::string(fuel_columns), {{"前", "50,000"}, {"後", "20000"}, {"燃料", "都市ガス"}, {"燃料量", "12,000 ㎥"}});
  EXPECT_TRUE(led.errors.empty());
  EXPECT_EQ(tonnes(led), "13.02");
  const Cells pump{{"設備", "空冷ヒートポンプ"}, {"前", ""}, {"後", "20,000"}, {"燃料", "都市ガス"}, {"燃料量", "12,000 m3"}};
  const auto open = judge(std::string(fuel_columns), pump);
  EXPECT_TRUE(open.errors.empty());
  EXPECT_EQ(open.verdict, FindVerdict::open);
  EXPECT_EQ(open.needed, (std::vector<std::string>{"fuel_use_before"}));
  const auto asked = std::ranges::find(open.findings, "fuel_use_before", &RuleFinding::path);
  ASSERT_NE(asked, open.findings.end());
  EXPECT_NE(asked->reason_en.find("m3N or m3SATP"), std::string::npos) << asked->reason_en;
  Cells stated = pump;
  stated.back().second = "12,000 m3N";
  EXPECT_EQ(tonnes(judge(std::string(fuel_columns), stated)), "18.6176");
  // No volume at all is no question of its condition.
  stated.back().second = "12,000 kg";
  EXPECT_EQ(judge(std::string(fuel_columns), stated).verdict, FindVerdict::unreadable);
}

TEST(Latent, WhatItIs) {
  const auto kind = [](std::string_view name) {
    const auto kinds = rules().kinds_of(name);
    return kinds.size() == 1 ? kinds[0]->kind : std::to_string(kinds.size());
  };
  EXPECT_EQ(kind("高効率ボイラ"), "boiler");
  EXPECT_EQ(kind("木質チップボイラー"), "wood_biomass");
  EXPECT_EQ(kind("電気自動車用急速充電設備"), "charger");
  EXPECT_EQ(kind("ＥＶ"), "vehicle");
  EXPECT_EQ(kind("燃料電池自動車"), "fuel_cell_vehicle");
  EXPECT_EQ(kind("家庭用燃料電池"), "cogeneration");
  EXPECT_EQ(kind("太陽熱利用設備"), "renewable_heat");
  EXPECT_EQ(kind("ﾋｰﾄﾎﾟﾝﾌﾟ給湯機"), "heat_pump");
  EXPECT_EQ(kind("省エネ設備一式"), "0");
  EXPECT_EQ(judge(std::string(kwh_columns), kwh_and({{"設備", "定置用蓄電池"}})).verdict, FindVerdict::not_possible);
}

TEST(Latent, WrongCellsAreNamedWithTheirPlace) {
  const auto wrong = [](const char* column, const char* text) {
    const FoundLine line = lighting({{column, text}});
    EXPECT_EQ(line.verdict, FindVerdict::unreadable) << text;
    return line.errors.empty() ? std::string("none") : std::string(line.errors[0].def->name) + ":" + std::to_string(line.errors[0].place.line) + ":" + std::to_string(line.errors[0].place.column);
  };
  EXPECT_EQ(wrong("稼働開始", "来年春"), "find_cell_date:2:6");
  EXPECT_EQ(wrong("投資", "百万"), "find_cell_number:2:7");
  EXPECT_EQ(wrong("投資", "-5"), "find_cell_negative:2:7");
  EXPECT_EQ(wrong("後", "30 L"), "find_cell_unit:2:14");
  EXPECT_EQ(wrong("義務", "たぶん"), "find_cell_word:2:10");
  EXPECT_EQ(wrong("補助", "10,001"), "find_subsidy_above:2:8");
  const FoundLine solid = judge("permanence = \"Fperm\"", {{"Fperm", "65"}});
  ASSERT_EQ(solid.errors.size(), 1U);
  EXPECT_EQ(solid.errors[0].def->name, "find_cell_range");
}

TEST(Latent, WhatAStoreHasIsNotTakenTwice) {
  FindOptions options;
  options.application = *Date::parse("2026-12-01");
  options.registered = [](const MemberRow& row) -> std::optional<RegisteredHit> {
    if (!row.equipment.empty()) return RegisteredHit{7, row.equipment[0] == "SN1"};
    return std::nullopt;
  };
  const ListMap map = map_of("[columns]\nequipment = \"a\"\nstart = \"b\"\nserial = \"c\"\n");
  const auto report = find_latent(book(), rules(), map, "l.csv", {"a", "b", "c"}, {{2, {"LED", "2026-01-01", "SN1"}, {}, std::nullopt}, {3, {"LED", "2026-01-01", "SN2"}, {}, std::nullopt},
      {4, {"LED", "2026-01-01", ""}, {}, std::nullopt}}, {}, options);
  ASSERT_TRUE(report);
  EXPECT_EQ(answer(report->lines[0], "R4"), Answer::not_met);
  EXPECT_EQ(answer(report->lines[1], "R4"), Answer::not_yet_knowable);
  EXPECT_EQ(answer(report->lines[2], "R4"), Answer::declared);
}

TEST(Latent, TheSameEquipmentTwiceInAList) {
  const ListMap map = map_of("[columns]\nequipment = \"a\"\nstart = \"b\"\nname = \"c\"\naddress = \"d\"\n");
  FindOptions options;
  options.application = *Date::parse("2026-12-01");
  const auto line = [](std::uint32_t n, const char* address) { return ListLine{n, {"LED", "2026-01-01", "架空", address}, {}, std::nullopt}; };
  const auto report = find_latent(book(), rules(), map, "l.csv", {"a", "b", "c", "d"}, {line(2, "東京都架空市本町一丁目2番3号"), line(3, "東京都架空市本町１－２－３"), line(4, "東京都架空市本町1-2-4")}, {}, options);
  ASSERT_TRUE(report);
  EXPECT_EQ(answer(report->lines[1], "R4"), Answer::not_met);
  EXPECT_EQ(answer(report->lines[2], "R4"), Answer::declared);
}

// ---- Which way ----

FindProgramme programme(std::string attributes, std::vector<std::string> prefectures, std::string subsidy = "") {
  FindProgramme p;
  p.title = "P";
  p.operator_name = "架空組合";
  p.methodologies = {"EN-S-006"};
  p.prefectures = std::move(prefectures);
  p.attributes = std::move(attributes);
  p.subsidy = std::move(subsidy);
  return p;
}

TEST(Latent, ProgrammesAreJoinedByMethodologyAreaAndAttribute) {
  const Date on = *Date::parse("2026-12-01");
  EXPECT_EQ(lighting({}, on, {programme("e", {"東京都"}, "架空 補助金")}).verdict, FindVerdict::join);
  EXPECT_EQ(lighting({}, on, {programme("e", {"全国"}, "架空補助金")}).programmes.at(0).attribute, 'e');
  EXPECT_EQ(lighting({}, on, {programme("e", {"千葉県"}, "架空補助金")}).verdict, FindVerdict::together);
  EXPECT_EQ(lighting({}, on, {programme("e", {"東京都"}, "別の補助金")}).programmes.size(), 0U);
  EXPECT_EQ(lighting({}, on, {programme("a", {"東京都"})}).programmes.size(), 0U);  // a company is no household
  // b: which association it belongs to is not in the list.
  const FoundLine open = lighting({}, on, {programme("b", {"東京都"})});
  ASSERT_EQ(open.programmes.size(), 1U);
  EXPECT_EQ(open.programmes[0].answer, Answer::not_yet_knowable);
  EXPECT_EQ(open.programmes[0].needed, std::vector<std::string>{"member_of"});
  FindProgramme closed = programme("e", {"東京都"}, "架空補助金");
  closed.until = *Date::parse("2026-11-30");
  EXPECT_EQ(lighting({}, on, {closed}).verdict, FindVerdict::together);
}

// 100 t a year is where the scheme helps a project of its own (2020-06 data book): 230,415 kWh x 0.000434 = 100.00011 t; 230,414 x 0.000434 = 99.999676 t.
TEST(Latent, AloneOrTogether) {
  EXPECT_EQ(lighting({{"前", "230415"}, {"後", "0"}}).verdict, FindVerdict::own);
  const FoundLine below = lighting({{"前", "230414"}, {"後", "0"}});
  EXPECT_EQ(below.verdict, FindVerdict::together);
  EXPECT_EQ(below.own, Answer::met);
  EXPECT_EQ(below.attribute, "e");
  EXPECT_EQ(lighting({{"補助金名", ""}}).verdict, FindVerdict::own);          // nothing in common with others
  EXPECT_EQ(lighting({{"前", "22000"}}).own, Answer::not_met);                // 0.868 t is floored to 0
  EXPECT_EQ(lighting({{"区分", "個人"}}).own, Answer::not_met);               // legal entities and municipalities only
  EXPECT_EQ(lighting({{"前", "10000"}, {"後", "20000"}}).verdict, FindVerdict::not_possible);  // emissions rise
}

TEST(Latent, PricesArePublishedOrGiven) {
  const auto published = find_prices(book(), rules(), *Date::parse("2026-12-01"), {});
  ASSERT_TRUE(published);
  // 2,000 yen: average of 省エネ on the market, 2023-10-11 to 2025-03-31. Before that span was over nothing was known of it.
  EXPECT_EQ(published->at("省エネ").yen_per_t, Rational(2000));
  EXPECT_FALSE(find_prices(book(), rules(), *Date::parse("2024-12-01"), {})->contains("省エネ"));
  const auto given = find_prices(book(), rules(), *Date::parse("2026-12-01"), {"省エネ=１，５００"});
  EXPECT_EQ(given->at("省エネ").yen_per_t, Rational(1500));
  EXPECT_EQ(judge(std::string(kwh_columns), kwh, *Date::parse("2026-12-01"), {}, *given).yen->to_string(), "19530");  // 13.02 x 1,500
  EXPECT_EQ(find_prices(book(), rules(), *Date::parse("2026-12-01"), {"高い"}).error().def->name, "find_price");
  EXPECT_FALSE(lighting({}).yen);
}

// ---- The map, and what comes out ----

TEST(Latent, TheMapIsGuessedFromTheHeaders) {
  const ListSample sample{"list.csv", "", {{1, {"令和7年度一覧", "", "", ""}}, {3, {"設備名", "稼働開始年月", "総事業費（千円）", "メモ"}}, {4, {"何か", "2025年5月", "1", ""}}}};
  const auto text = guess_list_map(sample, rules(), book());
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("header_line = 3"), std::string::npos);
  EXPECT_NE(text->find("equipment = \"設備名\""), std::string::npos);
  EXPECT_NE(text->find("start = \"稼働開始年月\""), std::string::npos);
  EXPECT_NE(text->find("# ? = \"メモ\""), std::string::npos);
  EXPECT_NE(text->find("# \"何か\" = \"\""), std::string::npos);
  const ListMap map = map_of(*text);
  EXPECT_EQ(map.header_line, 3U);
  EXPECT_EQ(map.column("investment")->unit->scale, Rational(1000));
  EXPECT_FALSE(map.application);
  EXPECT_EQ(guess_list_map({"x.csv", "", {{1, {"a", "b"}}}}, rules(), book()).error().def->name, "find_no_header");
}

TEST(Latent, SlipsInTheMapAreRefused) {
  const auto refusal = [](std::string_view toml) {
    const auto tree = parse_toml(toml, "map.toml");
    const auto map = read_list_map(*tree, rules());
    return map ? std::string("read") : std::string(map.error().def->name);
  };
  const std::string good = "[columns]\nequipment = \"a\"\nstart = \"b\"\n";
  EXPECT_EQ(refusal(good), "read");
  EXPECT_EQ(refusal("[columns]\nequipment = \"a\"\n"), "find_map_short");
  EXPECT_EQ(refusal(good + "colour = \"c\"\n"), "find_map_key");
  EXPECT_EQ(refusal(good + "investment = { header = \"c\", unit = \"kWh\" }\n"), "find_map_value");
  EXPECT_EQ(refusal("application = \"soon\"\n" + good), "find_map_value");
  EXPECT_EQ(refusal(good + "[kinds]\n\"x\" = \"rocket\"\n"), "find_map_key");
  EXPECT_EQ(refusal(good + "[assumptions]\nCEF_el = \"0.4 kg\"\n"), "find_map_value");
  ListMap map = map_of(good);
  FindOptions options;
  EXPECT_EQ(find_latent(book(), rules(), map, "l.csv", {"a", "c"}, {}, {}, options).error().def->name, "find_column_unknown");
}

TEST(Latent, ProgrammesAreReadFromTheirList) {
  const auto read = [](std::string_view text) { return read_programmes(text, "p.csv", rules()); };
  const auto good = read("プログラム名,運営・管理者,方法論,対象地域,活動属性,補助事業名,受付終了日\nP,組合,EN-R-002;EN-S-012,東京;千葉県,a;e,補助金,2027-03-31\n");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->at(0).methodologies, (std::vector<std::string>{"EN-R-002", "EN-S-012"}));
  EXPECT_EQ(good->at(0).prefectures, (std::vector<std::string>{"東京都", "千葉県"}));
  EXPECT_EQ(good->at(0).attributes, "ae");
  EXPECT_EQ(read("title,methodologies,attributes\nP,EN-R-002,d\n").error().place.line, 2U);  // d is void
  EXPECT_EQ(read("title,methodologies,prefectures\nP,EN-R-002,東都\n").error().def->name, "find_programme");
  EXPECT_EQ(read("title\nP\n").error().def->name, "find_programme");
}

TEST(Latent, OneApplicationForMany) {
  FindReport report;
  FoundLine first = lighting({}), second = lighting({{"名称", "別, 株式会社"}, {"住所", "東京都架空市2"}});
  second.line = 3;
  report.lines = {first, second, lighting({{"義務", "有"}})};
  const auto groups = groups_of(report);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].lines, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(groups[0].tonnes.to_string(), "26.04");
  const std::string csv = members_csv(report, groups[0], book(), *Date::parse("2026-12-01"));
  const auto members = read_member_list(csv, "members.csv");
  ASSERT_TRUE(members) << describe_error(members.error(), Language::en);
  ASSERT_EQ(members->members.size(), 2U);
  EXPECT_EQ(members->members[1].name, "別, 株式会社");
  EXPECT_EQ(members->members[0].applied_on, *Date::parse("2026-12-01"));
  EXPECT_EQ(members->members[0].start.earliest, *Date::parse("2026-01-10"));
  EXPECT_EQ(members->members[0].period.to_string(), "2026-12-01..2034-11-30");  // 8 years from the application, which is the later day
  const Plan plan = programme_draft(report, groups[0], book(), rules(), *Date::parse("2026-12-01"), "架空市");
  EXPECT_EQ(plan.form.family, FormFamily::programme);
  EXPECT_EQ(plan.activities.at(0).methodology, "EN-S-006");
  EXPECT_EQ(plan.proponents.at(0).name, "架空市");
  EXPECT_EQ(plan.scope.area, "東京都");
  EXPECT_EQ(plan.programme->attribute, "e");
}

}  // namespace
}  // namespace sumi::project
