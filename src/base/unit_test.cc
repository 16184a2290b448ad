#include "base/unit.h"

#include <gtest/gtest.h>

#include <random>

#include "base/errors.h"
#include "base/test_support.h"

namespace sumi {
namespace {

Unit u(std::string_view text) {
  auto unit = parse_unit(text);
  if (!unit) throw std::runtime_error(describe_error(unit.error(), Language::en));
  return *std::move(unit);
}

// "2.05 tCO2/GJ" in another unit, or the name of the refusal.
std::string converted(std::string_view quantity, std::string_view to) {
  const auto from = parse_quantity(quantity);
  if (!from) return std::string(from.error().def->name);
  const auto result = convert(*from, u(to));
  return result ? to_string(*result) : std::string(result.error().def->name);
}

std::string why_not(std::string_view from, std::string_view to, Language language = Language::en) {
  const auto result = convert(Quantity{1, u(from)}, u(to));
  return result ? "it converts" : sentence(result.error(), language);
}

std::string refusal(std::string_view text) {
  const auto unit = parse_unit(text);
  return unit ? "read as " + unit->text : std::string(unit.error().def->name);
}

bool same(const Unit& a, const Unit& b) { return a.dimension == b.dimension && a.scale == b.scale && a.text == b.text; }

struct Spelling {
  const char* written;
  const char* normal;
};

TEST(Unit, EverySpellingOfTheDocumentsHasOneNormalForm) {
  for (const Spelling& s : std::initializer_list<Spelling>{{"t-CO2", "tCO2"},
                                                           {"ｔ－ＣＯ２", "tCO2"},
                                                           {"t−CO2", "tCO2"},
                                                           {"tーCO2", "tCO2"},
                                                           {"t-CO₂", "tCO2"},
                                                           {"tCO2e", "tCO2e"},
                                                           {"t-CO2e", "tCO2e"},
                                                           {"t-CO2eq", "tCO2e"},
                                                           {"ｔ－ＣＯ２ｅ", "tCO2e"},
                                                           {"kgCO2", "kgCO2"},
                                                           {"kg-CO2", "kgCO2"},
                                                           {"gCO2", "gCO2"},
                                                           {"kWh", "kWh"},
                                                           {"ｋＷｈ", "kWh"},
                                                           {"MWh", "MWh"},
                                                           {"GWh", "GWh"},
                                                           {"Wh", "Wh"},
                                                           {"J", "J"},
                                                           {"kJ", "kJ"},
                                                           {"MJ", "MJ"},
                                                           {"GJ", "GJ"},
                                                           {"TJ", "TJ"},
                                                           {"GJ_HHV", "GJ_HHV"},
                                                           {"MJ_LHV", "MJ_LHV"},
                                                           {"GJ_primary", "GJ_primary"},
                                                           {"kWh_primary", "kWh_primary"},
                                                           {"GJ(HHV)", "GJ_HHV"},
                                                           {"GJ（低位）", "GJ_LHV"},
                                                           {"GJ（一次エネルギー）", "GJ_primary"},
                                                           {"L", "L"},
                                                           {"ℓ", "L"},
                                                           {"リットル", "L"},
                                                           {"ﾘｯﾄﾙ", "L"},
                                                           {"kL", "kL"},
                                                           {"kl", "kL"},
                                                           {"㎘", "kL"},
                                                           {"mL", "mL"},
                                                           {"m3", "m3"},
                                                           {"㎥", "m3"},
                                                           {"m³", "m3"},
                                                           {"m^3", "m3"},
                                                           {"ｍ３", "m3"},
                                                           {"thousand_m3", "thousand_m3"},
                                                           {"千m3", "thousand_m3"},
                                                           {"千㎥", "thousand_m3"},
                                                           {"1000 m3", "thousand_m3"},
                                                           {"1,000㎥", "thousand_m3"},
                                                           {"10^3 m3", "thousand_m3"},
                                                           {"10^6円", "million_yen"},
                                                           {"10^3", "10^3"},
                                                           {"m*m", "m*m"},
                                                           {"t/m/m", "t/m/m"},
                                                           {"m*m*m*m", "m^4"},
                                                           {"(m)^2", "m2"},
                                                           {"km^2", "km2"},
                                                           {"1/m^2", "1/m2"},
                                                           {"m3N", "m3N"},
                                                           {"Nm3", "m3N"},
                                                           {"N㎥", "m3N"},
                                                           {"Ｎｍ３", "m3N"},
                                                           {"thousand_m3N", "thousand_m3N"},
                                                           {"千Nm3", "thousand_m3N"},
                                                           {"1000 m3N", "thousand_m3N"},
                                                           {"m3SATP", "m3SATP"},
                                                           {"thousand_m3SATP", "thousand_m3SATP"},
                                                           {"千m3SATP", "thousand_m3SATP"},
                                                           {"t", "t"},
                                                           {"トン", "t"},
                                                           {"ﾄﾝ", "t"},
                                                           {"㌧", "t"},
                                                           {"kg", "kg"},
                                                           {"㎏", "kg"},
                                                           {"g", "g"},
                                                           {"Mt", "Mt"},
                                                           {"kt", "kt"},
                                                           {"ha", "ha"},
                                                           {"m2", "m2"},
                                                           {"㎡", "m2"},
                                                           {"m^2", "m2"},
                                                           {"a", "a"},
                                                           {"km", "km"},
                                                           {"㎞", "km"},
                                                           {"m", "m"},
                                                           {"t-km", "t-km"},
                                                           {"tkm", "t-km"},
                                                           {"ｔ－ｋｍ", "t-km"},
                                                           {"トンキロ", "t-km"},
                                                           {"person", "person"},
                                                           {"人", "person"},
                                                           {"person-day", "person-day"},
                                                           {"人日", "person-day"},
                                                           {"day", "day"},
                                                           {"日", "day"},
                                                           {"h", "h"},
                                                           {"時間", "h"},
                                                           {"year", "year"},
                                                           {"年", "year"},
                                                           {"month", "month"},
                                                           {"か月", "month"},
                                                           {"yen", "yen"},
                                                           {"円", "yen"},
                                                           {"千円", "thousand_yen"},
                                                           {"thousand_yen", "thousand_yen"},
                                                           {"万円", "ten_thousand_yen"},
                                                           {"百万円", "million_yen"},
                                                           {"million_yen", "million_yen"},
                                                           {"億円", "hundred_million_yen"},
                                                           {"tC", "tC"},
                                                           {"t-C", "tC"},
                                                           {"kgC", "kgC"},
                                                           {"piece", "piece"},
                                                           {"台", "piece"},
                                                           {"個", "piece"},
                                                           {"本", "piece"},
                                                           {"件", "piece"},
                                                           {"千台", "thousand_piece"},
                                                           {"%", "%"},
                                                           {"％", "%"},
                                                           {"1", ""},
                                                           {"", ""},
                                                           {"kW", "kW"},
                                                           {" kWh ", "kWh"},
                                                           {"　GJ　", "GJ"},
                                                           {"tC/GJ", "tC/GJ"},
                                                           {"ｔＣ／ＧＪ", "tC/GJ"},
                                                           {"t-CO2 / kWh", "tCO2/kWh"},
                                                           {"kgCO2/(t-km)", "kgCO2/t-km"},
                                                           {"GJ/千m3", "GJ/thousand_m3"},
                                                           {"人・日", "person*day"},
                                                           {"kWh×年", "kWh*year"},
                                                           {"kWh.h", "kWh*h"},
                                                           {"tCO2/GJ/year", "tCO2/GJ/year"},
                                                           {"tCO2/(GJ*year)", "tCO2/GJ/year"},
                                                           {"kWh/m2^2", "kWh/m2^2"},
                                                           {"t^-1", "1/t"},
                                                           {"1/GJ", "1/GJ"},
                                                           {"GJ*t/GJ", "t"},
                                                           {"12 t", "12 t"},
                                                           {"0.50 t", "0.5 t"},
                                                           {"(12 t)^2", "(12 t)^2"},
                                                           {"12 t^2", "12*t^2"},
                                                           {"tCO2/1000 m3N", "tCO2/thousand_m3N"}}) {
    const auto unit = parse_unit(s.written);
    ASSERT_TRUE(unit) << s.written << ": " << describe_error(unit.error(), Language::en);
    EXPECT_EQ(unit->text, s.normal) << s.written;
    EXPECT_TRUE(same(u(unit->text), *unit)) << s.written << " and its normal form " << unit->text;
  }
}

// By hand: 1 kWh = 3.6 MJ; 1 t = 1,000 kg; 1 kL = 1 m3 (a litre is a cubic decimetre, 3rd CGPM resolution of 1964); 1 ha = 100 a = 10,000
// m2.
TEST(Unit, ConversionsByHand) {
  EXPECT_EQ(converted("1 kWh", "MJ"), "3.6 MJ");
  EXPECT_EQ(converted("1000 kWh", "GJ"), "3.6 GJ");
  EXPECT_EQ(converted("1 GJ", "kWh"), "2500/9 kWh");
  EXPECT_EQ(converted("1 GWh", "TJ"), "3.6 TJ");
  EXPECT_EQ(converted("9.76 MJ_primary/kWh", "GJ_primary/MWh"), "9.76 GJ_primary/MWh");
  EXPECT_EQ(converted("0.423 kgCO2/kWh", "tCO2/MWh"), "0.423 tCO2/MWh");
  EXPECT_EQ(converted("1 Mt", "t"), "1000000 t");
  EXPECT_EQ(converted("2.5 kL", "m3"), "2.5 m3");
  EXPECT_EQ(converted("1 ha", "a"), "100 a");
  EXPECT_EQ(converted("1 km^2", "ha"), "100 ha");
  EXPECT_EQ(converted("3 千m3N", "m3N"), "3000 m3N");
  EXPECT_EQ(converted("1 t-km", "kg*km"), "1000 kg*km");
  EXPECT_EQ(converted("5 t*km", "t-km"), "5 t-km");
  EXPECT_EQ(converted("3 person-day", "人*h"), "72 person*h");
  EXPECT_EQ(converted("1.5 年", "month"), "18 month");
  EXPECT_EQ(converted("12.5 %", "1"), "0.125");
  EXPECT_EQ(converted("250 万円", "百万円"), "2.5 million_yen");
  EXPECT_EQ(converted("100 W*h", "kWh"), "0.1 kWh");
  EXPECT_EQ(converted("40 kW*10 h", "kWh"), "400 kWh");
  EXPECT_EQ(converted("1 tCO2/GJ", "kgCO2/MJ"), "1 kgCO2/MJ");
  EXPECT_EQ(converted("7 台", "piece"), "7 piece");
}

// City gas: 2,000 thousand m3 x 40.0 GJ per thousand m3 x 0.0140 tC/GJ x 44/12 tCO2/tC = 12320/3 tCO2, units and all.
TEST(Unit, AFormulaCarriesItsUnits) {
  const Quantity use = *parse_quantity("2,000 千m3SATP");
  const Quantity heat = *parse_quantity("40.0 GJ_HHV/千m3SATP");
  const Quantity carbon = *parse_quantity("0.0140 tC/GJ_HHV");
  const Quantity to_co2 = *parse_quantity("44/12 tCO2/tC");
  const Quantity result{use.value * heat.value * carbon.value * to_co2.value, use.unit * heat.unit * carbon.unit * to_co2.unit};
  EXPECT_EQ(to_string(result), "12320/3 tCO2");
  EXPECT_EQ(result.unit.dimension, u("tCO2").dimension);
  // The same with litres where cubic metres belong does not come out as CO2.
  EXPECT_FALSE(convertible(u("kL") * heat.unit * carbon.unit * to_co2.unit, u("tCO2")));
}

TEST(Unit, WhatIsKeptApartNeverConverts) {
  const std::vector<const char*> kinds{"tCO2",   "tCO2e", "GJ", "GJ_HHV", "GJ_LHV", "GJ_primary", "t",      "tC",    "m3", "m3N",
                                       "m3SATP", "m",     "m2", "yen",    "h",      "month",      "person", "piece", "1",  "t-km"};
  for (const char* a : kinds) {
    for (const char* b : kinds) {
      EXPECT_EQ(convertible(u(a), u(b)), std::string_view(a) == b) << a << " and " << b;
      const bool below = convertible(u("yen") / u(a), u("yen") / u(b));
      EXPECT_EQ(below, std::string_view(a) == b) << "yen per " << a << " and per " << b;
    }
  }
  EXPECT_EQ(converted("1 kWh", "GJ_HHV"), "unit_mismatch");
  EXPECT_EQ(converted("1 kWh_HHV", "GJ_HHV"), "0.0036 GJ_HHV");
  EXPECT_EQ(converted("1 kL", "m3N"), "unit_mismatch");
}

TEST(Unit, ARefusalNamesBothUnitsAndTheWayToJoinThem) {
  EXPECT_EQ(why_not("t-CO2", "kgCO2e"),
            "The unit \"tCO2\" does not convert to \"kgCO2e\". tCO2 and tCO2e are joined only by a named GWP set.");
  EXPECT_EQ(why_not("GJ_HHV", "GJ_LHV"),
            "The unit \"GJ_HHV\" does not convert to \"GJ_LHV\". HHV and LHV are joined only by the fuel's stated ratio.");
  EXPECT_NE(why_not("m3SATP", "千Nm3").find("by 1.1060 of the SHK revision: 298.15/273.15 x 101.325/100"), std::string::npos);
  EXPECT_NE(why_not("tC", "tCO2").find("44/12"), std::string::npos);
  // Below the line too.
  EXPECT_NE(why_not("tCO2/GJ_LHV", "tCO2/GJ_HHV").find("HHV and LHV"), std::string::npos);
  EXPECT_NE(why_not("year", "day").find("no fixed number of days"), std::string::npos);
  EXPECT_EQ(why_not("yen/t", "1"),
            "The unit \"yen/t\" does not convert to \"1\". They measure different things: mass^-1, money and a plain number.");
  EXPECT_EQ(why_not("tCO2", "tCO2e", Language::ja),
            "単位「tCO2」は「tCO2e」に換算できません。tCO2とtCO2eは、名前と版を示した地球温暖化係数(GWP)によってだけ結ばれます。");
  const auto mismatch = convert(Quantity{1, u("kWh")}, u("tCO2"));
  EXPECT_NE(describe_error(mismatch.error(), Language::en).find("put the factor that joins the two into the formula"), std::string::npos);
}

TEST(Unit, WhatIsNotAUnit) {
  for (const char* bad : {"GJ/",
                          "/GJ",
                          "*",
                          "kWh kWh",
                          "kWh)",
                          "(kWh",
                          "kWh^",
                          "kWh^x",
                          "kWh^1.5",
                          "kWh.5",
                          "t*.5",
                          "kWh^^2",
                          "t--km",
                          "t-",
                          "-t",
                          "kWh//h",
                          "0 t",
                          "1,00 t",
                          "kWh*",
                          "()",
                          "t^65",
                          "t^-65",
                          "((t^64)^64)^64",
                          "t^64*t^64",
                          "t^60*t^5",
                          "1/3^60/7/3^5",
                          "t 1000",
                          "1e3 t",
                          "12 14"}) {
    EXPECT_EQ(refusal(bad) == "unit_syntax" || refusal(bad) == "unit_unknown", true) << bad << ": " << refusal(bad);
  }
  for (const char* unknown :
       {"parsec", "kwh", "KWH", "gj", "tco2", "GJ_hhv", "t-t", "千", "knot", "m4", "thousand_thousand_m3", "千千円", "kW-h"}) {
    EXPECT_EQ(refusal(unknown), "unit_unknown") << unknown;
  }
  EXPECT_EQ(refusal(std::string(300, 't')), "unit_syntax");
  EXPECT_EQ(refusal(std::string(33, '(') + "t" + std::string(33, ')')), "unit_syntax");
  EXPECT_EQ(refusal(std::string(32, '(') + "t" + std::string(32, ')')), "read as t");
  const auto unknown = parse_unit("tCO2/parsec");
  EXPECT_EQ(sentence(unknown.error(), Language::en), "The unit \"parsec\" in \"tCO2/parsec\" is not known.");
  EXPECT_EQ(unknown.error().place.column, 6U);
}

TEST(Unit, Quantities) {
  EXPECT_EQ(to_string(*parse_quantity("2.05 tCO2/thousand_m3SATP")), "2.05 tCO2/thousand_m3SATP");
  EXPECT_EQ(to_string(*parse_quantity("１，２３４．５　ｋＷｈ")), "1234.5 kWh");
  EXPECT_EQ(to_string(*parse_quantity("-3円")), "-3 yen");
  EXPECT_EQ(to_string(*parse_quantity("−3 t")), "-3 t");
  EXPECT_EQ(to_string(*parse_quantity("12台")), "12 piece");
  EXPECT_EQ(to_string(*parse_quantity("1859/15 tCO2")), "1859/15 tCO2");
  EXPECT_EQ(to_string(*parse_quantity("5/h")), "5 1/h");
  EXPECT_EQ(to_string(*parse_quantity("25%")), "25 %");
  EXPECT_EQ(to_string(*parse_quantity("42")), "42");
  EXPECT_EQ(to_string(*parse_quantity("1000 m3N")), "1000 m3N");
  for (const char* bad : {"", "kWh", "1,23 kWh", ".5 kWh", "1.kWh.", "--1 t", "1/0 t", "１２３４，５ t"})
    EXPECT_FALSE(parse_quantity(bad)) << bad;
}

TEST(Unit, AVariableConvertsOnlyToItself) {
  const Unit fuel = variable_unit(0, "unit(fuel)");
  const Unit other = variable_unit(1, "unit(heat)");
  EXPECT_TRUE(convertible(fuel, fuel));
  EXPECT_FALSE(convertible(fuel, other));
  EXPECT_FALSE(convertible(fuel, u("kL")));
  const Unit heating_value = u("GJ_HHV") / fuel;
  EXPECT_EQ(heating_value.text, "GJ_HHV/unit(fuel)");
  EXPECT_EQ((heating_value * fuel).text, "GJ_HHV");
  EXPECT_EQ((heating_value * fuel).dimension, u("GJ_HHV").dimension);
  EXPECT_THROW((void)variable_unit(4, "x"), std::out_of_range);
}

TEST(Unit, ExponentsNeverWrap) {
  const Unit t64 = power(u("g"), 64);
  EXPECT_THROW((void)(t64 * t64), ArithmeticTrap);
  EXPECT_THROW((void)power(t64, 2), ArithmeticTrap);
  EXPECT_THROW((void)power(u("g"), 65), ArithmeticTrap);
  EXPECT_EQ(power(u("kg"), 0).dimension, Dimension{});
  EXPECT_EQ(power(u("kg"), -2).text, "1/kg^2");
}

// Products and quotients of random units: the dimension is that of the parts, the text reads back as the same unit, and a value goes there
// and back.
TEST(Unit, RandomProductsReadBackAsThemselves) {
  std::mt19937_64 random(test::seed());
  const std::vector<const char*> names{"kWh", "GJ_HHV", "tCO2", "kgCO2e", "千円", "t-km", "12 t",        "0.5 kL", "%",
                                       "m2",  "m3N",    "台",   "year",   "h",    "kW",   "1000 m3SATP", "3"};
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 3000; ++round) {
    Unit product;
    for (std::size_t i = pick(5) + 1; i != 0; --i) {
      Unit part = u(names[pick(names.size())]);
      if (pick(4) == 0) part = power(part, static_cast<int>(pick(7)) - 3);
      const Unit before = product;
      product = pick(2) == 0 ? product * part : product / part;
      EXPECT_TRUE(convertible(product / before, part) || convertible(before / product, part) || part.dimensionless());
    }
    const auto again = parse_unit(product.text);
    ASSERT_TRUE(again) << product.text << ": " << describe_error(again.error(), Language::en);
    EXPECT_EQ(again->dimension, product.dimension) << product.text;
    EXPECT_EQ(again->scale, product.scale) << product.text;
    EXPECT_EQ(again->text, product.text);
    const Quantity there{Rational(Integer(static_cast<std::int64_t>(pick(100000))), Integer(7)), product};
    Unit other = product;
    other.scale *= Rational(Integer(3), Integer(1000));
    EXPECT_EQ(convert(*convert(there, other), product)->value, there.value);
  }
}

}  // namespace
}  // namespace sumi
