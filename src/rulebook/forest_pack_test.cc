// FO-001 as it is shipped, with the table of species that its rows are looked up in.
//
// Expected figures were computed by Python's fractions from the table's own printed values; areas, ages and volumes are invented.
#include <gtest/gtest.h>

#include "rulebook/errors.h"
#include "rulebook/methodology.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {
namespace {

const Rulebook& shipped() {
  static const Rulebook rulebook = [] {
    auto loaded = Rulebook::load(SUMI_SOURCE_DIR "/rulebook", read_methodology);
    if (!loaded) throw std::runtime_error(describe_error(loaded.error(), Language::en));
    return *loaded;
  }();
  return rulebook;
}
const RulebookTables& tables() {
  static const RulebookTables all(shipped());
  return all;
}
const Methodology& forest() { return *shipped().methodology("FO-001"); }

using Texts = std::vector<std::pair<std::string, std::string>>;

InputValue value(const std::string& text, Origin origin) {
  InputValue v;
  v.origin = origin;
  v.source = "test";
  if (text == "true" || text == "false") {
    v.value = text == "true";
  } else if (auto quantity = parse_quantity(text)) {
    v.value = *quantity;
  } else {
    v.value = text;
  }
  return v;
}
InputRow row(const std::string& label, const Texts& values, Origin origin = Origin::plan) {
  InputRow out{label, {}};
  for (const auto& [name, text] : values) out.values.emplace_back(name, value(text, origin));
  return out;
}
Inputs plan(const Texts& choices, std::vector<InputRow> stands, std::vector<InputRow> cuttings = {}) {
  Inputs inputs;
  for (const auto& [name, text] : choices) inputs.values.emplace_back(name, value(text, Origin::plan));
  inputs.rows.emplace_back("stands", std::move(stands));
  if (!cuttings.empty()) inputs.rows.emplace_back("cuttings", std::move(cuttings));
  return inputs;
}
const Texts artificial{{"forest", "artificial"}};
const Texts by_laser{{"forest", "artificial"}, {"growth", "laser"}};
Texts cedar(const std::string& age, const std::string& measured = "false") {
  return {{"species", "スギ"}, {"area_measured", measured}, {"A", "10 ha"}, {"age", age}, {"V_age", "300 m3/ha"}, {"V_age5", "350 m3/ha"}};
}
CalculationOptions year(int number, const char* period) {
  CalculationOptions options;
  options.fiscal_year = FiscalYear{number};
  options.period = *Period::parse(period);
  return options;
}
const CalculationOptions fy2024 = year(2024, "2024-04-01..2025-03-31");

Result<Calculation> calculated(const Inputs& inputs, const CalculationOptions& options = fy2024) {
  return calculate(forest(), inputs, {}, options, tables());
}
std::string removal(const Result<Calculation>& r) {
  return r ? (r->baseline_tCO2 - r->project_tCO2).to_string() : describe_error(r.error(), Language::en);
}
std::string refusal(const Result<Calculation>& r) { return r ? "a figure" : std::string(r.error().def->name); }
const std::string& argument(const Error& error, std::string_view name) {
  for (const auto& [key, text] : error.args) {
    if (key == name) return text;
  }
  static const std::string none;
  return none;
}

// Counts and column sums by Python's fractions from 日本国温室効果ガスインベントリ報告書, as recalled (32 species; 17 conifers).
TEST(ForestPack, SpeciesAreThoseOfTheInventory) {
  const TableInfo& info = *shipped().table("jcredit-forest/species");
  const auto rows = shipped().rows("jcredit-forest/species");
  ASSERT_EQ(rows.size(), 32u);
  const auto sum = [&](std::string_view column) {
    Rational total;
    const auto index = static_cast<std::size_t>(info.column(column) - info.columns.data());
    for (const Row& r : rows) total += std::get<Quantity>(*r.cells[index]).value;
    return total.to_string();
  };
  EXPECT_EQ(sum("bef_young"), "49.68");
  EXPECT_EQ(sum("bef_old"), "41.31");
  EXPECT_EQ(sum("root_shoot"), "8.22");
  EXPECT_EQ(sum("density"), "14.356");
  EXPECT_EQ(sum("carbon"), "15.87");
}

// The age of 20 has the factor of young stands, 21 that of old ones: 10 x 10 x 0.314 x 1.57 (1.23) x 0.51 x 44/12 x 1.25.
TEST(ForestPack, ExpansionFactorChangesAboveTwenty) {
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("20 year"))}))), "115.234075");
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("21 year"))}))), "90.278925");
}

// kankyo-business.jp 006808 on the revision of 2014: a measured area counts 0.9.
TEST(ForestPack, MeasuredAreaCountsNineTenths) {
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("21 year", "true"))}))), "81.2510325");
}

TEST(ForestPack, APartOfAYearCountsItsDays) {
  // 365 days, of which 92.
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("21 year"))}), year(2024, "2024-04-01..2024-07-01"))), "83056611/3650000");
  CalculationOptions without;
  without.fiscal_year = FiscalYear{2024};
  const auto r = calculated(plan(artificial, {row("1", cedar("21 year"))}), without);
  EXPECT_EQ(refusal(r), "input_missing");
  const auto two = calculated(plan(artificial, {row("1", cedar("21 year"))}), year(2024, "2024-04-01..2025-04-01"));
  EXPECT_EQ(refusal(two), "input_missing");
}

// A row may have its own density; the others keep the table's, and the trace says which is which.
TEST(ForestPack, ARowsOwnCoefficientGoesBeforeTheTable) {
  Texts own = cedar("21 year");
  own.emplace_back("D", "0.3 t/m3");
  const auto r = calculated(plan(artificial, {row("own", own), row("table", cedar("21 year"))}));
  EXPECT_EQ(removal(r), "176.532675");  // 90.278925 x (1 + 0.3 / 0.314)
  ASSERT_TRUE(r);
  EXPECT_NE(r->trace.text.find("cell\t0\tD\t0.3\tt/m3\tplan"), std::string::npos);
  EXPECT_NE(r->trace.text.find("cell\t1\tD\t0.314\tt/m3\tdefault\t0.314 t/m3\t\t\tnir-and-jcredit-forest-rule;morimieru-estimate-co2-himi\thigh\tjcredit-forest/species スギ density"),
            std::string::npos)
      << r->trace.text;
  const auto again = replay(forest(), r->trace.text);
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_EQ(again->project_tCO2, r->project_tCO2);
}

TEST(ForestPack, ASpeciesThatTheTableDoesNotHaveIsRefusedWithItsRow) {
  Texts unknown = cedar("21 year");
  unknown[0].second = "メタセコイア";
  const auto r = calculated(plan(artificial, {row("1", cedar("21 year")), row("2", unknown)}));
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "input_missing");
  EXPECT_NE(argument(r.error(), "name").find("(2)"), std::string::npos) << argument(r.error(), "name");
  Texts none = cedar("21 year");
  none.erase(none.begin());
  const auto without = calculated(plan(artificial, {row("1", none)}));
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().def->name, "input_missing");
}

// Half of the emission of the cutting is relieved: 10 ha of stands less 0.5 x 1 x 350 x 0.314 x 1.23 x 1.25 x 0.51 x 44/12.
TEST(ForestPack, ACuttingIsAnEmission) {
  const auto cut = [](const char* relief) {
    return row("c", {{"species_cut", "スギ"}, {"A_cut", "1 ha"}, {"age_cut", "50 year"}, {"V_cut", "350 m3/ha"}, {"relief", relief}});
  };
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("21 year"))}, {cut("0")}))), "-225.6973125");
  EXPECT_EQ(removal(calculated(plan(artificial, {row("1", cedar("21 year"))}, {cut("0.5")}))), "-67.70919375");
  EXPECT_EQ(refusal(calculated(plan(artificial, {row("1", cedar("21 year"))}, {cut("1.01")}))), "input_range");
}

TEST(ForestPack, GrowthByLaser) {
  const auto r = calculated(plan(by_laser, {row("1", {{"species", "カラマツ"}, {"area_measured", "false"}, {"A", "30 ha"}, {"age", "40 year"}, {"dV_measured", "-0.5 m3/ha/year"}})}));
  EXPECT_EQ(removal(r), "-16.8113187");  // 30 x -0.5 x 0.404 x 1.15 x 0.51 x 44/12 x 1.29
  // A yield table's volumes are nothing that this choice asks for.
  EXPECT_EQ(refusal(calculated(plan(by_laser, {row("1", cedar("21 year"))}))), "input_missing");
}

TEST(ForestPack, AShrinkingYieldTableIsRefused) {
  Texts less = cedar("21 year");
  less.back().second = "299 m3/ha";
  EXPECT_EQ(refusal(calculated(plan(artificial, {row("1", less)}))), "methodology_check_failed");
}

TEST(ForestPack, ItsExceptions) {
  const Exceptions& e = forest().exceptions();
  EXPECT_TRUE(e.two_year_rule_exempt);
  EXPECT_TRUE(e.starts_before_application);
  EXPECT_TRUE(e.permanence_required);
  EXPECT_TRUE(forest().removal());
  EXPECT_TRUE(forest().nature());
  EXPECT_EQ(forest().credit_type(), "FM");
  for (const NamedFormula& f : forest().formulas()) EXPECT_EQ(f.basis, Basis::reconstructed) << f.symbol;
}

// Packs with one thing wrong in a row's text.
class TextRows : public ::testing::Test {
 protected:
  static std::string pack(std::string_view parameter, std::string_view formula) {
    return R"([methodology]
number = "X-1"
version = "1"
title = { ja = "x", en = "x" }
sector = { ja = "x", en = "x" }
credit_type = "ER"
sources = []
baseline = { ja = "x", en = "x" }
rounding_rule = "certified_floor"
rounding = { ja = "x", en = "x" }
[exceptions]
[[rows]]
name = "stands"
title = { ja = "x", en = "x" }
[[rows]]
name = "others"
title = { ja = "x", en = "x" }
)" + std::string(parameter) +
           R"(
[[formula]]
symbol = "EM_BL_M"
unit = "1"
formula = ')" + std::string(formula) +
           R"('
title = { ja = "x", en = "x" }
sources = []
[results]
baseline = "EM_BL_M"
project = "EM_BL_M"
main_activity = "R"
)";
  }
  static std::string species(std::string_view more = "table = \"jcredit-forest/species\"\nkind = \"fact\"") {
    return "[[parameter]]\nsymbol = \"species\"\ndefinition = { ja = \"x\", en = \"x\" }\nunit = \"text\"\nrows = \"stands\"\n" + std::string(more) + "\n";
  }
  static std::string ratio(std::string_view rows) {
    return "[[parameter]]\nsymbol = \"R\"\ndefinition = { ja = \"x\", en = \"x\" }\nunit = \"1\"\nkind = \"coefficient\"\nrows = \"" + std::string(rows) +
           "\"\nclasses = [\"III\"]\ndefault = 'lookup(\"jcredit-forest/species\", species).root_shoot'\n";
  }
  static std::string found(const std::string& text) {
    const auto r = read_methodology_text(text, "x.toml", Hash{}, tables());
    return r ? "good" : std::string(r.error().def->name);
  }
};

TEST_F(TextRows, AKeyStandsOnlyInTheDefaultOfItsOwnRows) {
  EXPECT_EQ(found(pack(species() + ratio("stands"), "sum(i in stands: R[i])")), "good");
  EXPECT_EQ(found(pack(species() + ratio("others"), "sum(i in others: R[i])")), "formula_table_keys");
  EXPECT_EQ(found(pack(species() + ratio("stands"), "sum(i in stands: R[i] * species[i])")), "formula_rows");
  EXPECT_EQ(found(pack(species() + ratio("stands"), "lookup(\"jcredit-forest/species\", species).root_shoot")), "formula_table_keys");
}

TEST_F(TextRows, ATextIsAFactAndItsTableExists) {
  EXPECT_EQ(found(pack(species("kind = \"coefficient\"\nclasses = [\"II\"]") + ratio("stands"), "sum(i in stands: R[i])")), "pack_value");
  EXPECT_EQ(found(pack(species("table = \"jcredit-forest/trees\"\nkind = \"fact\"") + ratio("stands"), "sum(i in stands: R[i])")), "formula_table_unknown");
}

}  // namespace
}  // namespace sumi::rulebook
