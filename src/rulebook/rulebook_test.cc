// The shipped rulebook against its publications. Counts and sums were taken from the publications' tables with Python's decimal module, and
// are compared with what was loaded.
#include "rulebook/rulebook.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>

#include "rulebook/errors.h"

namespace sumi::rulebook {
namespace {

const Rulebook& book() {
  static const Rulebook rulebook = [] {
    Result<Rulebook> loaded = Rulebook::load(SUMI_SOURCE_DIR "/rulebook");
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return *loaded;
  }();
  return rulebook;
}

Date day(std::string_view text) { return *Date::parse(text); }
FiscalYear fiscal(int number) { return FiscalYear{number}; }
Rational number(std::string_view text) { return *Rational::parse(text); }

Result<Value> ask(std::string table, std::vector<std::string> key, std::string column, AppliesTo on = {},
                  std::optional<Date> as_known = {}) {
  return book().look_up({std::move(table), std::move(key), std::move(column), on, "", as_known, false});
}

std::string shown(const Result<Value>& value) { return value ? value->to_string() : describe_error(value.error(), Language::en); }
std::string refusal(const Result<Value>& value) { return value ? "a value: " + value->to_string() : std::string(value.error().def->name); }

struct Sum {
  std::size_t count = 0;
  Rational total;
};
Sum sum(std::string_view table, std::string_view column, const std::function<bool(const Row&)>& which = {}) {
  const TableInfo& info = *book().table(table);
  const auto index = static_cast<std::size_t>(info.column(column) - info.columns.data());
  Sum result;
  for (const Row& row : book().rows(table)) {
    if ((which && !which(row)) || !row.cells[index]) continue;
    ++result.count;
    result.total += std::get<Quantity>(*row.cells[index]).value;
  }
  return result;
}
void expect_sum(const Sum& actual, std::size_t count, std::string_view total) {
  EXPECT_EQ(actual.count, count);
  EXPECT_EQ(actual.total.to_string(), number(total).to_string());
}
std::map<std::string, int> count_by(std::string_view table, std::string_view column, std::optional<int> year = {}) {
  const TableInfo& info = *book().table(table);
  const auto index = static_cast<std::size_t>(info.column(column) - info.columns.data());
  std::map<std::string, int> counts;
  for (const Row& row : book().rows(table)) {
    if (!year || row.first == *year) ++counts[row.cells[index] ? std::get<std::string>(*row.cells[index]) : std::string()];
  }
  return counts;
}

// 算定省令 (平成18年経済産業省・環境省令第3号) 別表第一: editions of 2006, before 2023, and as amended 2023-12-12; with city gas and heat.
TEST(ShippedData, FuelsOfTheReportingScheme) {
  EXPECT_EQ(book().rows("shk-fuels/factors").size(), 88u);
  expect_sum(sum("shk-fuels/factors", "gcv"), 84, "2803.85");
  expect_sum(sum("shk-fuels/factors", "carbon"), 84, "1.7173");
  expect_sum(sum("shk-fuels/factors", "co2"), 88, "197.5198");
  const auto from = [](int year) { return [year](const Row& row) { return row.first == year; }; };
  expect_sum(sum("shk-fuels/factors", "gcv", from(2006)), 24, "826.72");
  expect_sum(sum("shk-fuels/factors", "gcv", from(2009)), 24, "824.42");
  expect_sum(sum("shk-fuels/factors", "gcv", from(2023)), 36, "1152.71");
  expect_sum(sum("shk-fuels/factors", "co2", from(2023)), 38, "82.7706");
}

// The ministries' list prints gcv x carbon x 44/12 at three significant figures: 35 fuels of FY2023, and city gas.
TEST(ShippedData, EveryPrintedFactorOfFiscal2023IsTheProduct) {
  int compared = 0;
  for (const Row& row : book().rows("shk-fuels/factors")) {
    if (row.first != 2023 || !row.cells[3]) continue;
    const Rational product = std::get<Quantity>(*row.cells[3]).value * std::get<Quantity>(*row.cells[4]).value * number("44/12");
    EXPECT_EQ(Rational(round_significant(product, 3, Rounding::half_up)), std::get<Quantity>(*row.cells[5]).value) << row.key[0];
    ++compared;
  }
  EXPECT_EQ(compared, 36);
  const Rational gas = ask("shk-fuels/factors", {"city_gas"}, "gcv", fiscal(2023))->quantity().value *
                       ask("shk-fuels/factors", {"city_gas"}, "carbon", fiscal(2023))->quantity().value;
  EXPECT_EQ(gas * number("44/12"), number("154/75"));  // 2.05333..., printed 2.05
  EXPECT_EQ(shown(ask("shk-fuels/factors", {"city_gas"}, "co2", fiscal(2023))), "2.05 tCO2/thousand_m3SATP");
  EXPECT_EQ(shown(ask("shk-fuels/factors", {"city_gas"}, "gcv", fiscal(2022))), "44.8 GJ_HHV/thousand_m3N");
}

// J-クレジット制度運営委員会「制度文書改定案 新旧対照表」, values of FY2013; two of FY2021 from a plan of 2024-02-08.
TEST(ShippedData, FuelsOfTheScheme) {
  const auto fy2013 = [](const Row& row) { return row.first == 2013; };
  expect_sum(sum("jcredit-fuels/factors", "gcv", fy2013), 21, "774.1");
  expect_sum(sum("jcredit-fuels/factors", "co2", fy2013), 21, "1.5459");
  expect_sum(sum("jcredit-fuels/factors", "lhv_over_hhv", fy2013), 21, "20.05");
  EXPECT_EQ(book().rows("jcredit-fuels/factors").size(), 23u);
  EXPECT_EQ(shown(ask("jcredit-fuels/factors", {"kerosene"}, "co2", fiscal(2021))), "0.0686 tCO2/GJ_HHV");
  EXPECT_EQ(refusal(ask("jcredit-fuels/factors", {"heavy_oil_a"}, "co2", fiscal(2021))), "no_rule_data");
}

// 地球温暖化対策の推進に関する法律施行令 (平成11年政令第143号) 第4条, text in force 2025-04-01, and the two sets before.
TEST(ShippedData, GlobalWarmingPotentials) {
  const auto from = [](int year) { return [year](const Row& row) { return row.first == year; }; };
  expect_sum(sum("shk-gwp/gwp", "gwp", from(2006)), 24, "110432");
  expect_sum(sum("shk-gwp/gwp", "gwp", from(2015)), 33, "177710");
  expect_sum(sum("shk-gwp/gwp", "gwp", from(2023)), 33, "160161");
  EXPECT_EQ(book().table("shk-gwp/gwp")->key_count, 33u);
  for (const auto& [year, expected] : std::map<int, std::string>{{2014, "21"}, {2015, "25"}, {2022, "25"}, {2023, "28"}, {2040, "28"}}) {
    EXPECT_EQ(shown(ask("shk-gwp/gwp", {"CH4"}, "gwp", fiscal(year))), expected + " tCO2e/t") << year;
  }
  EXPECT_EQ(refusal(ask("shk-gwp/gwp", {"NF3"}, "gwp", fiscal(2014))), "no_rule_data");
  EXPECT_EQ(shown(ask("shk-gwp/sets", {"shk"}, "set", fiscal(2023))), "AR5");
}

// 電気事業者別排出係数 令和6年度実績 (環境省・経済産業省, 2026-01-09, updated 2026-06-04): 511 retailers, 1,283 rows, 10 grid operators,
// national average and substitute; with 45 older rows.
TEST(ShippedData, Electricity) {
  constexpr std::string_view table = "shk-electricity/factors";
  EXPECT_EQ(book().rows(table).size(), 1340u);
  expect_sum(sum(table, "basic"), 1327, "0.394383");
  expect_sum(sum(table, "adjusted"), 1337, "0.396938");
  expect_sum(sum(table, "unadjusted"), 2, "0.000756");
  expect_sum(sum(table, "coverage"), 1163, "108883.45");
  const auto fy2024 = [](const Row& row) { return row.first == 2024; };
  expect_sum(sum(table, "basic", fy2024), 1295, "0.378738");
  expect_sum(sum(table, "adjusted", fy2024), 1295, "0.37758");
  using Counts = std::map<std::string, int>;
  EXPECT_EQ(count_by(table, "row_kind"), (Counts{{"menu", 565},
                                                 {"single", 294},
                                                 {"whole_reference", 243},
                                                 {"residual", 216},
                                                 {"grid_operator", 10},
                                                 {"substitute", 8},
                                                 {"national_average", 4}}));
  EXPECT_EQ(count_by(table, "row_kind", 2024), (Counts{{"menu", 564},
                                                       {"single", 272},
                                                       {"whole_reference", 239},
                                                       {"residual", 208},
                                                       {"grid_operator", 10},
                                                       {"substitute", 1},
                                                       {"national_average", 1}}));
}

// J-クレジット制度運営委員会 資料2「制度文書の改定」 (FY2009-2013), and a plan of 2024-02-08 (FY2021).
TEST(ShippedData, ElectricityOfTheScheme) {
  EXPECT_EQ(book().rows("jcredit-electricity/grid").size(), 6u);
  expect_sum(sum("jcredit-electricity/grid", "all_source"), 4, "1.967");
  expect_sum(sum("jcredit-electricity/grid", "marginal"), 2, "1.064");
}

TEST(ShippedData, MethodologiesAndCodes) {
  using Counts = std::map<std::string, int>;
  EXPECT_EQ(book().rows("jcredit-methodologies/methodologies").size(), 81u);  // 75 numbers, and six without
  EXPECT_EQ(count_by("jcredit-methodologies/methodologies", "status"), (Counts{{"active", 73}, {"abolished", 2}, {"announced", 3}, {"proposed", 3}}));
  EXPECT_EQ(count_by("jcredit-methodologies/methodologies", "sector"),
            (Counts{{"省エネルギー等", 46}, {"再生可能エネルギー", 11}, {"農業", 7}, {"工業プロセス", 6}, {"廃棄物", 4}, {"森林", 3}, {"", 4}}));
  EXPECT_EQ(book().rows("codes/credit").size(), 12u);
  EXPECT_EQ(book().rows("codes/eegs").size(), 35u);
  EXPECT_EQ(shown(ask("codes/eegs", {"0100100000"}, "")), "灯油");
  EXPECT_EQ(shown(ask("codes/serial", {"printed_serial"}, "official")), "no");
  // EN-S-023: a doubtful title has the confidence "low".
  EXPECT_EQ(refusal(ask("jcredit-methodologies/methodologies", {"EN-S-023"}, "title_ja")), "low_confidence");
  const Result<Value> allowed = book().look_up({"jcredit-methodologies/methodologies", {"EN-S-023"}, "title_ja", {}, "", {}, true});
  ASSERT_TRUE(allowed);
  EXPECT_EQ(allowed->provenance.confidence, Confidence::low);
}

// Counts and sums by Python's csv and fractions over the publication's rows.
TEST(ShippedData, MarketAndRevisions) {
  EXPECT_EQ(book().rows("jcredit-market/auctions").size(), 25u);
  expect_sum(sum("jcredit-market/auctions", "price_average"), 10, "22282");
  expect_sum(sum("jcredit-market/auctions", "sold"), 3, "297614");
  EXPECT_EQ(book().rows("jcredit-market/price_points").size(), 23u);
  expect_sum(sum("jcredit-market/price_points", "price"), 13, "80939");
  // RIM 1797351: weighted average of 2023-10-11 to 2025-03-31, 再エネ(電力) 4,257 yen.
  EXPECT_EQ(shown(ask("jcredit-market/price_points", {"market", "再エネ(電力)", "average", "2023-10-11..2025-03-31"}, "price", day("2024-06-01"))), "4257 yen/tCO2");
  EXPECT_EQ(refusal(ask("jcredit-market/auctions", {"9", "省エネ他"}, "price_average", day("2020-06-15"))), "low_confidence");
  // The scheme's page of revisions has 74 entries from 2016-09-28 to 2026-04-20.
  EXPECT_EQ(book().rows("jcredit-revisions/history").size(), 74u);
  int of_solar = 0;
  for (const Row& row : book().rows("jcredit-revisions/history")) {
    EXPECT_EQ(row.first, row.last);
    if (row.key[0].find("EN-R-002") != std::string::npos) ++of_solar;
  }
  EXPECT_EQ(of_solar, 6);
}

TEST(ShippedData, NoValueIsAGapAndEverySourceIsUsed) {
  std::map<std::string, int> uses;
  for (const TableInfo& info : book().tables()) {
    for (const Row& row : book().rows(info.name)) {
      for (const std::string& id : row.sources) ++uses[id];
      for (const auto& cell : row.cells) {
        if (!cell || !std::holds_alternative<std::string>(*cell)) continue;
        EXPECT_FALSE(std::get<std::string>(*cell).starts_with("not found")) << info.name << ":" << row.place.line;
      }
    }
  }
  // A methodology names its sources in its own text.
  for (const Pack& pack : book().packs()) {
    if (pack.head().kind != PackKind::methodology) continue;
    for (const Source& source : book().sources()) {
      for (const PackFile& file : pack.files()) uses[source.id] += file.text.find(source.id) != std::string::npos ? 1 : 0;
    }
  }
  for (const Source& source : book().sources()) EXPECT_GT(uses[source.id], 0) << source.id;
  EXPECT_EQ(uses.size(), book().sources().size());
}

TEST(LookUp, ElectricityByYearOfSupplyCalculationAndReport) {
  const std::vector<std::string> residual{"A0269", "メニューM(残差)"};  // 東京電力エナジーパートナー(株)
  EXPECT_EQ(shown(ask("shk-electricity/factors", residual, "basic", fiscal(2024))), "0.000452 tCO2/kWh");
  EXPECT_EQ(shown(ask("shk-electricity/factors", {"NATIONAL_AVG", ""}, "basic", fiscal(2024))), "0.000423 tCO2/kWh");
  Query query{"shk-electricity/factors", residual, "adjusted", fiscal(2025), "calculation", {}, false};
  EXPECT_EQ(shown(book().look_up(query)), "0.000452 tCO2/kWh");
  query.axis = "report";
  EXPECT_EQ(refusal(book().look_up(query)), "no_rule_data");
  query.on = day("2027-03-31");  // fiscal 2026
  EXPECT_EQ(shown(book().look_up(query)), "0.000452 tCO2/kWh");
  query.as_known = day("2026-01-08");
  EXPECT_EQ(refusal(book().look_up(query)), "not_yet_published");
  query.axis = "vintage";
  EXPECT_EQ(refusal(book().look_up(query)), "axis_unknown");
}

// 四国電力, notice of 2023-06-01 on the FY2021 factors: 0.000485 corrected to 0.000484, menu C 0.000533 to 0.000532.
TEST(LookUp, ACorrectionCountsFromItsPublication) {
  const std::vector<std::string> whole{"A0274", ""};
  const std::vector<std::string> menu_c{"A0274", "メニューC(残差)"};
  const Result<Value> before = ask("shk-electricity/factors", whole, "basic", fiscal(2021), day("2023-05-31"));
  EXPECT_EQ(shown(before), "0.000485 tCO2/kWh");
  ASSERT_TRUE(before);
  EXPECT_EQ(before->provenance.corrected_on, day("2023-06-01"));
  EXPECT_TRUE(before->provenance.published_assumed);
  EXPECT_EQ(shown(ask("shk-electricity/factors", whole, "basic", fiscal(2021), day("2023-06-01"))), "0.000484 tCO2/kWh");
  EXPECT_EQ(shown(ask("shk-electricity/factors", whole, "basic", fiscal(2021))), "0.000484 tCO2/kWh");
  EXPECT_EQ(shown(ask("shk-electricity/factors", menu_c, "adjusted", fiscal(2021), day("2023-05-31"))), "0.000533 tCO2/kWh");
  EXPECT_EQ(shown(ask("shk-electricity/factors", menu_c, "adjusted", fiscal(2021), day("2023-06-01"))), "0.000532 tCO2/kWh");
  const Result<std::vector<Value>> both = book().values("shk-electricity/factors", whole, "basic");
  ASSERT_TRUE(both);
  ASSERT_EQ(both->size(), 2u);
  EXPECT_EQ((*both)[0].to_string(), "0.000485 tCO2/kWh");
  EXPECT_EQ((*both)[1].to_string(), "0.000484 tCO2/kWh");
}

TEST(LookUp, TheNearestYearIsNeverTaken) {
  const Result<Value> missing = ask("jcredit-electricity/grid", {"japan"}, "all_source", fiscal(2016));
  ASSERT_EQ(refusal(missing), "no_rule_data");
  const std::string text = describe_error(missing.error(), Language::en);
  EXPECT_NE(text.find("FY2011, FY2012, FY2013, FY2021"), std::string::npos) << text;
  EXPECT_NE(text.find("FY2016"), std::string::npos) << text;
  // The marginal factor has other years than the all-source one, though they share rows.
  const Result<Value> marginal = ask("jcredit-electricity/grid", {"japan"}, "marginal", fiscal(2013));
  ASSERT_EQ(refusal(marginal), "no_rule_data");
  EXPECT_NE(describe_error(marginal.error(), Language::en).find("FY2009, FY2010"), std::string::npos);
}

TEST(LookUp, RefusalsInTheirOrder) {
  EXPECT_EQ(refusal(ask("no/table", {"x", "y"}, "z")), "table_unknown");
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"x", "y"}, "z")), "column_unknown");
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"x", "y"}, "")), "column_unknown");  // more than one value column
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"x", "y"}, "gcv")), "key_count");
  const Result<Value> typing_error = ask("shk-fuels/factors", {"kerosine"}, "gcv");
  EXPECT_EQ(refusal(typing_error), "key_unknown");
  EXPECT_NE(describe_error(typing_error.error(), Language::en).find("kerosene"), std::string::npos);
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"kerosene"}, "gcv")), "year_needed");
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"kerosene"}, "gcv", fiscal(2005))), "no_rule_data");
  EXPECT_EQ(refusal(ask("shk-fuels/factors", {"kerosene"}, "gcv", fiscal(2023), day("2023-12-11"))),
            "not_yet_published");  // amended 2023-12-12
  EXPECT_EQ(refusal(ask("shk-electricity/factors", {"A0269", ""}, "adjusted", fiscal(2022))), "low_confidence");
}

TEST(LookUp, RulesOfTheSchemeByDay) {
  constexpr auto rules = "jcredit-scheme/rules";
  EXPECT_EQ(shown(ask(rules, {"two_year_rule.years"}, "value", day("2019-05-01"))), "2 year");
  EXPECT_EQ(refusal(ask(rules, {"two_year_rule.years"}, "value", day("2017-09-30"))), "no_rule_data");
  EXPECT_EQ(shown(ask(rules, {"two_year_rule.start_from"}, "date", day("2017-09-30"))), "2013-04-01");
  EXPECT_EQ(refusal(ask(rules, {"two_year_rule.years"}, "value", fiscal(2017))), "day_needed");  // it changes on 2017-10-01
  EXPECT_EQ(shown(ask(rules, {"two_year_rule.years"}, "value", fiscal(2018))), "2 year");
  EXPECT_EQ(shown(ask(rules, {"crediting_period.years"}, "value", day("2020-01-01"))), "8 year");
  EXPECT_EQ(shown(ask(rules, {"crediting_period.years_max"}, "value", day("2020-01-01"))), "16 year");
  EXPECT_EQ(shown(ask(rules, {"payback.years_min"}, "value", day("2020-01-01"))), "3 year");
  EXPECT_EQ(shown(ask(rules, {"incidental.must_calculate_from"}, "value", day("2024-01-01"))), "1 %");
  EXPECT_EQ(shown(ask(rules, {"incidental.unmonitored_total_below"}, "value", day("2024-01-01"))), "5 %");
  EXPECT_EQ(shown(ask(rules, {"data_retention.years"}, "value", day("2024-01-01"))), "2 year");
  EXPECT_EQ(shown(ask(rules, {"certification.rounding"}, "choice", day("2024-01-01"))), "floor");
  EXPECT_EQ(shown(ask(rules, {"programme.activity_cap"}, "value", day("2017-09-30"))), "500 tCO2/year");
  EXPECT_EQ(refusal(ask(rules, {"programme.activity_cap"}, "value", day("2017-10-01"))), "no_rule_data");
  EXPECT_EQ(shown(ask("jcredit-scheme/exemptions", {"EN-R-002"}, "condition_ja", day("2019-02-28"))), "家庭部門に限る");
  EXPECT_EQ(refusal(ask("jcredit-scheme/exemptions", {"EN-R-002"}, "ground", day("2019-03-01"))), "no_rule_data");
}

// J-クレジット制度について (経済産業省・環境省・農林水産省, 2023-01): 2013 1,409 Mt, 2030 -46 %.
TEST(LookUp, NationalTarget) {
  const Result<Value> base = ask("national-targets/targets", {"emissions"}, "value", fiscal(2013));
  const Result<Value> cut = ask("national-targets/targets", {"reduction_from_2013"}, "value", fiscal(2030));
  ASSERT_TRUE(base && cut);
  const Rational tonnes = convert(base->quantity(), *parse_unit("tCO2e"))->value;
  const Rational share = convert(cut->quantity(), *parse_unit("1"))->value;
  EXPECT_EQ(tonnes, Rational(1'409'000'000));
  EXPECT_EQ(tonnes * (Rational(1) - share), Rational(760'860'000));
}

TEST(LookUp, ProvenanceLeadsToTheFile) {
  const Result<Value> value = ask("shk-fuels/factors", {"kerosene"}, "gcv", fiscal(2024));
  ASSERT_TRUE(value);
  const Provenance& p = value->provenance;
  EXPECT_EQ(p.valid_from, "FY2023");
  EXPECT_EQ(p.valid_to, "");
  EXPECT_EQ(p.published, day("2023-12-12"));
  EXPECT_FALSE(p.published_assumed);
  EXPECT_EQ(p.pack_hash, book().pack("shk-fuels")->hash());
  EXPECT_EQ(p.place.file, "shk-fuels/factors.csv");  // the same on every machine
  EXPECT_GT(p.place.line, 1u);
  ASSERT_FALSE(p.sources.empty());
  for (const std::string& id : p.sources) EXPECT_NE(book().source(id), nullptr) << id;
}

TEST(Loading, TakesWellBelowATenthOfASecond) {
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(Rulebook::load(SUMI_SOURCE_DIR "/rulebook"));
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  RecordProperty("load_ms", static_cast<int>(took.count()));
  EXPECT_LT(took.count(), 1000);  // a debug build on a busy machine; a release build needs a tenth of it
}

TEST(Loading, ADirectoryThatIsNotThere) {
  const Result<Rulebook> none = Rulebook::load(SUMI_SOURCE_DIR "/no_such_rulebook");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def->name, "file_missing");
}

}  // namespace
}  // namespace sumi::rulebook
