// The two methodology packs as they are shipped, and packs with one thing wrong.
//
// Expected figures are computed by Python's fractions or by hand beside each case; factors are those of the rulebook's own tables.
#include "rulebook/methodology.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "rulebook/errors.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {
namespace {

std::string read_text(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const Rulebook& shipped() {
  static const Rulebook rulebook = [] {
    auto loaded = Rulebook::load(SUMI_SOURCE_DIR "/rulebook", read_methodology);
    if (!loaded) ADD_FAILURE() << describe_error(loaded.error(), Language::en);
    return loaded ? *loaded : Rulebook{};
  }();
  return rulebook;
}

const RulebookTables& tables() {
  static const RulebookTables all(shipped());
  return all;
}

const Methodology& methodology(std::string_view number) { return *shipped().methodology(number); }

InputValue value(std::string_view text, Origin origin = Origin::plan) {
  InputValue v;
  v.origin = origin;
  v.source = "test";
  if (auto quantity = parse_quantity(text)) {
    v.value = *quantity;
  } else if (text == "true" || text == "false") {
    v.value = text == "true";
  } else {
    v.value = std::string(text);
  }
  return v;
}

using Texts = std::vector<std::pair<std::string, std::string>>;

Inputs inputs(const Texts& values, Origin origin = Origin::plan) {
  Inputs out;
  for (const auto& [name, text] : values) out.values.emplace_back(name, value(text, origin));
  return out;
}

CalculationOptions year(int fiscal_year) {
  CalculationOptions options;
  options.fiscal_year = FiscalYear{fiscal_year};
  return options;
}

Rational exact(std::string_view text) { return *Rational::parse(text); }

std::string shown(const Error& error) { return describe_error(error, Language::en); }

// A boiler plan with city gas for heavy oil A; tests change single values of it.
Texts boiler_plan() {
  return {{"fuel_BL", "heavy_oil_a"}, {"fuel_PJ", "city_gas"}, {"basis_BL", "LHV"}, {"basis_PJ", "LHV"}, {"eps_PJ", "0.95 GJ/GJ_LHV"}, {"eps_BL", "0.85 GJ/GJ_LHV"}};
}
Texts with(Texts texts, const std::string& name, const std::string& text) {
  for (auto& [n, t] : texts) {
    if (n == name) {
      t = text;
      return texts;
    }
  }
  texts.emplace_back(name, text);
  return texts;
}
Texts without(Texts texts, const std::string& name) {
  std::erase_if(texts, [&](const auto& pair) { return pair.first == name; });
  return texts;
}

Result<Calculation> boiler(const Texts& plan, const Texts& monitored, const CalculationOptions& options = year(2013)) {
  return calculate(methodology("EN-S-001"), inputs(plan), inputs(monitored, Origin::monitored), options, tables());
}

TEST(Boiler, LhvEfficiencies) {
  const auto r = boiler(boiler_plan(), {{"F_PJ", "120000 m3N"}});
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("395.8136470588235544"));
  EXPECT_EQ(r->project_tCO2, exact("272.976"));
  EXPECT_EQ(r->rounding_rule, "certified_floor");
  EXPECT_TRUE(r->flags.reconstructed);
  EXPECT_FALSE(r->flags.approximate);
  EXPECT_TRUE(r->flags.declared.empty());
}

// 120 x 44 x 0.855 = 4514.4; / 0.8075: the same heat and the same baseline, given by HHV efficiencies.
TEST(Boiler, HhvEfficienciesGiveTheSame) {
  auto plan = with(with(boiler_plan(), "basis_BL", "HHV"), "basis_PJ", "HHV");
  plan = with(with(plan, "eps_PJ", "0.855 GJ/GJ_HHV"), "eps_BL", "0.8075 GJ/GJ_HHV");
  const auto r = boiler(plan, {{"F_PJ", "120 thousand_m3N"}});
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("395.8136470588235544"));
}

TEST(Boiler, LhvEfficiencyWhereHhvIsChosenIsRefused) {
  const auto r = boiler(with(boiler_plan(), "basis_PJ", "HHV"), {{"F_PJ", "120 thousand_m3N"}});
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "input_unit") << shown(r.error());
}

// 30 kL kerosene LHV: 30 x 36.5 = 1095 GJ; x 0.92 x 0.950 = 957.03 GJ heat; baseline heavy oil C, 0.80 HHV: 957.03 / 0.80 = 1196.2875; x 0.0741.
TEST(Boiler, LitresAndMixedBases) {
  auto plan = with(with(boiler_plan(), "fuel_PJ", "kerosene"), "fuel_BL", "heavy_oil_c");
  plan = with(with(with(plan, "basis_BL", "HHV"), "eps_BL", "0.80 GJ/GJ_HHV"), "eps_PJ", "0.92 GJ/GJ_LHV");
  const auto r = boiler(plan, {{"F_PJ", "30000 L"}});
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("88.64490375"));
  EXPECT_EQ(r->project_tCO2, exact("75.117"));
}

TEST(Boiler, ElectricByEnergy) {
  const auto r = boiler({{"boiler_PJ", "electric"}, {"fuel_BL", "kerosene"}, {"basis_BL", "HHV"}, {"eps_BL", "0.80 GJ/GJ_HHV"}, {"eps_PJ_electric", "0.98 GJ/GJ"}},
                        {{"EL_PJ", "100000 kWh"}});
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("30.2526"));
  EXPECT_EQ(r->project_tCO2, exact("57"));
}

// 150 t x 2,560 kJ/kg = 384 GJ; / 0.80 = 480; x 0.0708 = 33.984. Fuel: 10 x 44 x 0.0517 = 22.748.
TEST(Boiler, MeasuredSteam) {
  auto plan = with(with(with(boiler_plan(), "heat", "steam"), "basis_BL", "HHV"), "eps_BL", "0.80 GJ/GJ_HHV");
  const auto r = boiler(plan, {{"F_PJ", "10 thousand_m3N"}, {"F_heat", "150 t"}, {"enthalpy_difference", "2560 kJ/kg"}});
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("33.984"));
  EXPECT_EQ(r->project_tCO2, exact("22.748"));
}

// A year without data: nothing is taken from another year; declared values with their year make it calculable.
TEST(Boiler, YearWithoutDataNeedsDeclaredValues) {
  const auto refused = boiler(boiler_plan(), {{"F_PJ", "120 thousand_m3N"}}, year(2024));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def->name, "input_missing") << shown(refused.error());
  Inputs plan = inputs(boiler_plan());
  for (const auto& [name, text] : Texts{{"HV_PJ", "45 GJ_HHV/thousand_m3N"}, {"CEF_PJ", "0.0502 tCO2/GJ_HHV"}, {"ratio_PJ", "0.902 GJ_LHV/GJ_HHV"},
                                        {"CEF_BL", "0.0709 tCO2/GJ_HHV"}, {"ratio_BL", "0.95 GJ_LHV/GJ_HHV"}}) {
    plan.values.emplace_back(name, value(text, Origin::declared));
  }
  const Inputs monitored = inputs({{"F_PJ", "120 thousand_m3N"}}, Origin::monitored);
  const auto no_year = calculate(methodology("EN-S-001"), plan, monitored, year(2024), tables());
  ASSERT_FALSE(no_year);
  EXPECT_EQ(no_year.error().def->name, "input_value_year");
  for (auto& [name, v] : plan.values) {
    if (v.origin == Origin::declared) v.value_year = FiscalYear{2023};
  }
  const auto r = calculate(methodology("EN-S-001"), plan, monitored, year(2024), tables());
  ASSERT_TRUE(r) << shown(r.error());
  // 120 x 45 x 0.0502
  EXPECT_EQ(r->project_tCO2, exact("271.08"));
  EXPECT_EQ(r->flags.declared, (std::vector<std::string>{"CEF_BL", "CEF_PJ", "HV_PJ", "ratio_BL", "ratio_PJ"}));
}

TEST(Boiler, RefusedInputs) {
  struct Case {
    const char* what;
    Texts plan;
    Texts monitored;
    const char* refusal;
  };
  const Texts good{{"F_PJ", "120 thousand_m3N"}};
  const Case cases[] = {
      {"litres of gas", boiler_plan(), {{"F_PJ", "120 L"}}, "input_unit"},
      {"energy for volume", boiler_plan(), {{"F_PJ", "120 GJ"}}, "input_unit"},
      {"SATP for normal cubic metres", boiler_plan(), {{"F_PJ", "120 thousand_m3SATP"}}, "input_unit"},
      {"a bare number", boiler_plan(), {{"F_PJ", "120"}}, "input_unit"},
      {"negative use", boiler_plan(), {{"F_PJ", "-1 m3N"}}, "input_range"},
      {"efficiency in per cent", with(boiler_plan(), "eps_PJ", "95 GJ/GJ_LHV"), good, "input_range"},
      {"no basis", without(boiler_plan(), "basis_BL"), good, "choice_missing"},
      {"unknown choice", with(boiler_plan(), "basis_BL", "GCV"), good, "choice_value"},
      {"no efficiency", without(boiler_plan(), "eps_BL"), good, "input_missing"},
      {"unknown fuel", with(boiler_plan(), "fuel_BL", "peat"), good, "input_missing"},
      {"no fuel use", boiler_plan(), {}, "input_missing"},
      {"misspelt", with(boiler_plan(), "eps_bl", "0.9 GJ/GJ_LHV"), good, "input_unknown"},
      {"electricity of a fuel boiler", boiler_plan(), {{"F_PJ", "1 m3N"}, {"EL_PJ", "5 kWh"}}, "input_unknown"},
      {"given twice", boiler_plan(), {{"F_PJ", "1 m3N"}, {"eps_PJ", "0.9 GJ/GJ_LHV"}}, "input_twice"},
      {"treatment of a source", with(boiler_plan(), "incidental.auxiliary_electricity", "ignore"), good, "incidental_choice"},
      {"ratio missing", with(boiler_plan(), "incidental.auxiliary_electricity", "by_ratio"), good, "input_missing"},
  };
  for (const Case& c : cases) {
    const auto r = boiler(c.plan, c.monitored);
    ASSERT_FALSE(r) << c.what;
    EXPECT_EQ(r.error().def->name, c.refusal) << c.what << "\n" << shown(r.error());
  }
}

TEST(Boiler, MonitoringClassIsHeld) {
  Inputs monitored = inputs({{"F_PJ", "120 thousand_m3N"}}, Origin::monitored);
  monitored.values[0].second.monitoring_class = "A";
  EXPECT_TRUE(calculate(methodology("EN-S-001"), inputs(boiler_plan()), monitored, year(2013), tables()));
  monitored.values[0].second.monitoring_class = "C";
  const auto r = calculate(methodology("EN-S-001"), inputs(boiler_plan()), monitored, year(2013), tables());
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "input_class");
}

// 2,000 kWh x 0.000570 = 1.14; by the ratio: 2 % of (395.8136470588235544 - 272.976) = 2.456752941176471088.
TEST(Boiler, IncidentalEmissions) {
  const auto calculated = boiler(with(boiler_plan(), "incidental.auxiliary_electricity", "calculate"), {{"F_PJ", "120 thousand_m3N"}, {"EL_auxiliary", "2000 kWh"}});
  ASSERT_TRUE(calculated) << shown(calculated.error());
  EXPECT_EQ(calculated->project_tCO2, exact("274.116"));
  EXPECT_EQ(calculated->main_project_tCO2, exact("272.976"));
  const auto plan = with(with(boiler_plan(), "incidental.auxiliary_electricity", "by_ratio"), "incidental.auxiliary_electricity.ratio", "2 %");
  const auto by_ratio = boiler(plan, {{"F_PJ", "120 thousand_m3N"}});
  ASSERT_TRUE(by_ratio) << shown(by_ratio.error());
  EXPECT_EQ(by_ratio->project_tCO2, exact("275.432752941176471088"));
  const auto again = replay(methodology("EN-S-001"), by_ratio->trace.text);
  ASSERT_TRUE(again) << shown(again.error());
  EXPECT_EQ(again->project_tCO2, by_ratio->project_tCO2);
}

// 1 % and 5 % are the scheme's; ratio = emission / floored reduction.
TEST(Boiler, IncidentalRule) {
  const auto findings = [](const char* emission, const char* choice) {
    const IncidentalFigure figure{"auxiliary_electricity", Side::project, choice, exact(emission)};
    return *check_incidental(methodology("EN-S-001"), std::span(&figure, 1), Integer(100), year(2024), tables());
  };
  EXPECT_TRUE(findings("0.99", "leave_out")[0].acceptable);
  EXPECT_FALSE(findings("1", "leave_out")[0].acceptable);
  EXPECT_TRUE(findings("1", "by_ratio")[0].acceptable);
  EXPECT_TRUE(findings("4.99", "by_ratio")[1].acceptable);
  EXPECT_FALSE(findings("5", "by_ratio")[1].acceptable);
  EXPECT_TRUE(findings("50", "calculate")[1].acceptable);
  EXPECT_EQ(findings("1", "by_ratio")[0].ratio, exact("0.01"));
}

Answer answer(const std::vector<ConditionAnswer>& answers, std::string_view id) {
  for (const auto& a : answers) {
    if (a.id == id) return a.answer;
  }
  ADD_FAILURE() << "no answer to " << id;
  return Answer::no_rule_data;
}

TEST(Boiler, Conditions) {
  const auto check = [](const Texts& plan) {
    auto r = check_conditions(methodology("EN-S-001"), inputs(plan), year(2013), tables());
    EXPECT_TRUE(r) << (r ? "" : shown(r.error()));
    return *r;
  };
  EXPECT_EQ(answer(check(boiler_plan()), "1"), Answer::met);
  EXPECT_EQ(answer(check(boiler_plan()), "2"), Answer::not_yet_knowable);
  EXPECT_EQ(answer(check(with(boiler_plan(), "2", "true")), "2"), Answer::declared);
  EXPECT_EQ(answer(check(with(boiler_plan(), "2", "false")), "2"), Answer::not_met);
  // 0.85 x 0.9 = 0.765 < 0.85 x 0.95, but gas has less carbon than oil; oil for oil has not.
  EXPECT_EQ(answer(check(with(boiler_plan(), "eps_PJ", "0.85 GJ/GJ_LHV")), "1"), Answer::met);
  const auto oil = with(with(boiler_plan(), "fuel_PJ", "heavy_oil_a"), "eps_PJ", "0.85 GJ/GJ_LHV");
  EXPECT_EQ(answer(check(oil), "1"), Answer::not_met);
  EXPECT_EQ(answer(check(with(oil, "eps_PJ", "0.86 GJ/GJ_LHV")), "1"), Answer::met);
  EXPECT_EQ(answer(check(without(boiler_plan(), "eps_BL")), "1"), Answer::not_yet_knowable);
}

TEST(Boiler, CasesOfNewInstallation) {
  const auto check = [](const Texts& more) {
    Texts plan = boiler_plan();
    plan.insert(plan.end(), more.begin(), more.end());
    auto r = check_new_installation_cases(methodology("EN-S-001"), inputs(plan), year(2024), tables());
    EXPECT_TRUE(r) << (r ? "" : shown(r.error()));
    return *r;
  };
  const Texts age{{"age_BL", "30 year"}, {"statutory_life_BL", "15 year"}, {"old_cannot_be_used", "false"}};
  EXPECT_EQ(answer(check(age), "old_beyond_use"), Answer::not_met);
  EXPECT_EQ(answer(check(with(age, "age_BL", "361 month")), "old_beyond_use"), Answer::met);
  EXPECT_EQ(answer(check(with(age, "old_cannot_be_used", "true")), "old_beyond_use"), Answer::met);
  EXPECT_EQ(answer(check({}), "old_beyond_use"), Answer::not_yet_knowable);
  EXPECT_EQ(answer(check({{"capacity_BL", "2 t/h"}, {"capacity_PJ", "3 t/h"}}), "larger_capacity"), Answer::not_met);
  EXPECT_EQ(answer(check({{"capacity_BL", "2000 kg/h"}, {"capacity_PJ", "3.001 t/h"}}), "larger_capacity"), Answer::met);
  EXPECT_EQ(answer(check({{"new_capability", "true"}}), "new_capability"), Answer::declared);
}

TEST(Boiler, UnitsAndParametersForAPlan) {
  const auto& m = methodology("EN-S-001");
  const auto unit = parameter_unit(m, "F_PJ", inputs(boiler_plan()), year(2013), tables());
  ASSERT_TRUE(unit) << shown(unit.error());
  EXPECT_EQ(unit->text, "thousand_m3N");
  const auto list = parameters_for(m, inputs(boiler_plan()));
  ASSERT_TRUE(list);
  std::vector<std::string> symbols;
  for (const auto i : *list) symbols.push_back(m.parameters()[i].symbol);
  EXPECT_NE(std::find(symbols.begin(), symbols.end(), "ratio_PJ"), symbols.end());
  EXPECT_EQ(std::find(symbols.begin(), symbols.end(), "EL_PJ"), symbols.end());
}

// ---- Lighting ----

std::vector<InputRow> lamps() {
  const auto row = [](const char* label, const char* w_pj, const char* w_bl, const char* n, const char* h) {
    return InputRow{label, {{"W_PJ", value(w_pj)}, {"W_BL", value(w_bl)}, {"N", value(n)}, {"h", value(h, Origin::monitored)}}};
  };
  return {row("hall", "40 W/piece", "86 W/piece", "100 piece", "3000 h"), row("office", "20 W/piece", "45 W/piece", "50 piece", "2500 h")};
}

TEST(Lighting, RatedPower) {
  Inputs plan;
  plan.rows.emplace_back("lamps", lamps());
  const auto r = calculate(methodology("EN-S-006"), plan, {}, year(2013), tables());
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("17.91225"));
  EXPECT_EQ(r->project_tCO2, exact("8.265"));
  const auto again = replay(methodology("EN-S-006"), r->trace.text);
  EXPECT_TRUE(again) << shown(again.error());
}

TEST(Lighting, RowsOfPlanAndPeriodMeetByLabel) {
  Inputs plan, monitored;
  plan.rows.emplace_back("lamps", lamps());
  monitored.rows.emplace_back("lamps", lamps());
  for (auto& row : plan.rows[0].second) row.values.pop_back();
  for (auto& row : monitored.rows[0].second) row.values.erase(row.values.begin(), row.values.begin() + 3);
  const auto r = calculate(methodology("EN-S-006"), plan, monitored, year(2013), tables());
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->baseline_tCO2, exact("17.91225"));
  monitored.rows[0].second.pop_back();
  const auto gap = calculate(methodology("EN-S-006"), plan, monitored, year(2013), tables());
  ASSERT_FALSE(gap);
  EXPECT_EQ(gap.error().def->name, "input_missing");
  const auto none = calculate(methodology("EN-S-006"), {}, {}, year(2013), tables());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def->name, "input_missing");
}

// Published example of the transition rule: 887 kWh x 0.540 / 0.5135 / 0.487 = 478.98 / 455.4745 / 431.969 kgCO2
// (制度文書の改定, J-クレジット制度運営委員会 資料2). Each side has its setting.
TEST(Lighting, TransitionOfElectricityFactor) {
  const auto run = [](const char* side_pj, const char* period) {
    Inputs plan = inputs({{"monitoring", "metered"}, {"electricity_BL", "transition"}, {"electricity_PJ", side_pj}});
    for (const auto& [name, text] : Texts{{"CEF_marginal", "0.540 kgCO2/kWh"}, {"CEF_all_source", "0.487 kgCO2/kWh"}}) {
      plan.values.emplace_back(name, value(text, Origin::declared));
      plan.values.back().second.value_year = FiscalYear{2012};
    }
    auto rows = lamps();
    for (auto& row : rows) row.values.pop_back();
    plan.rows.emplace_back("lamps", std::move(rows));
    CalculationOptions options = year(2015);
    options.project_start = *Date::from_ymd(2015, 4, 10);
    options.period = *Period::parse(period);
    return calculate(methodology("EN-S-006"), plan, inputs({{"EL_metered", "887 kWh"}}, Origin::monitored), options, tables());
  };
  EXPECT_EQ(run("transition", "2015-05-01..2015-05-31")->project_tCO2, exact("0.47898"));
  EXPECT_EQ(run("transition", "2016-04-10..2016-05-31")->project_tCO2, exact("0.4554745"));
  EXPECT_EQ(run("transition", "2017-10-10..2018-03-31")->project_tCO2, exact("0.431969"));
  EXPECT_EQ(run("transition_reversed", "2015-05-01..2015-05-31")->project_tCO2, exact("0.431969"));
  // 887 x 10.85 / 5 = 1924.79 kWh x 0.540
  EXPECT_EQ(run("transition_reversed", "2015-05-01..2015-05-31")->baseline_tCO2, exact("1.0393866"));
  const auto crossing = run("transition", "2016-04-01..2016-04-30");
  ASSERT_FALSE(crossing);
  EXPECT_EQ(crossing.error().def->name, "methodology_check_failed");
}

// Where the marginal factor is below the all-source one, that takes its place (FY2013: 0.570).
TEST(Lighting, MarginalBelowAllSource) {
  Inputs plan = inputs({{"electricity_BL", "transition"}});
  plan.values.emplace_back("CEF_marginal", value("0.540 kgCO2/kWh", Origin::declared));
  plan.values.back().second.value_year = FiscalYear{2010};
  plan.rows.emplace_back("lamps", lamps());
  CalculationOptions options = year(2013);
  options.project_start = *Date::from_ymd(2013, 4, 1);
  options.period = *Period::parse("2013-04-01..2014-03-31");
  const auto r = calculate(methodology("EN-S-006"), plan, {}, options, tables());
  ASSERT_TRUE(r) << shown(r.error());
  EXPECT_EQ(r->project_tCO2, exact("8.265"));
  EXPECT_EQ(r->flags.declared, std::vector<std::string>{"CEF_marginal"});
}

// ---- Traces ----

TEST(Trace, SameInputsSameBytesAndReplay) {
  const Texts monitored{{"F_PJ", "120 thousand_m3N"}};
  const auto a = boiler(boiler_plan(), monitored), b = boiler(boiler_plan(), monitored);
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->trace.text, b->trace.text);
  const auto again = replay(methodology("EN-S-001"), a->trace.text);
  ASSERT_TRUE(again) << shown(again.error());
  EXPECT_EQ(again->baseline_tCO2, a->baseline_tCO2);
  EXPECT_EQ(again->trace.hash(), a->trace.hash());
  EXPECT_NE(a->trace.text.find("half_even\t12\t"), std::string::npos);
  EXPECT_NE(a->trace.text.find("input\tHV_PJ\t44\tGJ_HHV/thousand_m3N\tdefault"), std::string::npos) << a->trace.text;
}

// The text with its n-th line written as `line`.
std::string with_line(const std::string& text, unsigned n, const std::string& line) {
  std::size_t at = 0;
  for (unsigned i = 1; i < n; ++i) at = text.find('\n', at) + 1;
  return text.substr(0, at) + line + text.substr(text.find('\n', at));
}

// A changed byte is found wherever it stands in what follows from the inputs; in the inputs only what is said of them (a source, a label) can
// change without the figures changing, and the trace's hash in the certification finds that.
TEST(Trace, EveryChangedByteIsFound) {
  const auto a = boiler(boiler_plan(), {{"F_PJ", "120 thousand_m3N"}});
  ASSERT_TRUE(a);
  for (std::size_t i = 0; i < a->trace.text.size(); ++i) {
    std::string changed = a->trace.text;
    changed[i] = changed[i] == '7' ? '8' : '7';
    const auto r = replay(methodology("EN-S-001"), changed);
    if (!r) continue;
    const std::size_t start = i == 0 ? 0 : changed.rfind('\n', i - 1) + 1;
    const std::string kind = changed.substr(start, changed.find('\t', start) - start);
    const bool said = kind == "input" || kind == "choice" || kind == "unit" || kind == "known" || kind == "start" || kind == "period" || kind == "year";
    EXPECT_TRUE(said) << changed.substr(start, changed.find('\n', start) - start);
    EXPECT_EQ(r->baseline_tCO2, a->baseline_tCO2);
    EXPECT_EQ(r->project_tCO2, a->project_tCO2);
  }
  std::string tampered = a->trace.text;
  tampered.replace(tampered.find("input\tF_PJ\t120"), 14, "input\tF_PJ\t121");
  const auto r = replay(methodology("EN-S-001"), tampered);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().def->name, "trace_differs");
  const auto empty = replay(methodology("EN-S-001"), "");
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().def->name, "trace_syntax");
  const auto odd = replay(methodology("EN-S-001"), with_line(a->trace.text, 3, "remark"));
  ASSERT_FALSE(odd);
  EXPECT_EQ(odd.error().def->name, "trace_syntax");
  EXPECT_EQ(odd.error().args.at(0).second, "3");
  EXPECT_FALSE(replay(methodology("EN-S-006"), a->trace.text));
}

TEST(Trace, TwoThreadsShareAMethodology) {
  const auto expected = boiler(boiler_plan(), {{"F_PJ", "120 thousand_m3N"}})->trace.text;
  const auto work = [&](bool& good) {
    for (int i = 0; i < 50; ++i) good = good && boiler(boiler_plan(), {{"F_PJ", "120 thousand_m3N"}})->trace.text == expected;
  };
  bool first = true, second = true;
  std::thread other(work, std::ref(first));
  work(second);
  other.join();
  EXPECT_TRUE(first && second);
}

TEST(Explain, ShowsBasisAndRounding) {
  for (const char* number : {"EN-S-001", "EN-S-006"}) {
    const std::string en = explain(methodology(number), Language::en), ja = explain(methodology(number), Language::ja);
    EXPECT_NE(en.find("reconstructed"), std::string::npos);
    EXPECT_NE(en.find("certified_floor"), std::string::npos);
    EXPECT_NE(ja.find("再構成"), std::string::npos);
    EXPECT_NE(ja.find("適用条件"), std::string::npos);
  }
}

// What a proponent looks for on the page: every section, options by their titles, lists, checks, examples with their figures.
TEST(Explain, HasEverySection) {
  const std::string boiler_page = explain(methodology("EN-S-001"), Language::en), lamps_page = explain(methodology("EN-S-006"), Language::ja);
  for (const char* section : {"What the plan chooses", "Lists and units", "Applicability conditions", "Baseline", "Cases in which a renewal", "Parameters", "Formulas",
                              "Checks of the inputs", "Incidental emissions", "Exceptions", "Worked examples", "Rounding", "Sources"}) {
    EXPECT_NE(boiler_page.find(std::string("== ") + section), std::string::npos) << section;
  }
  EXPECT_NE(boiler_page.find("(where boiler_PJ: fuel boiler and basis_PJ: lower heating value)"), std::string::npos) << boiler_page;
  EXPECT_NE(boiler_page.find("range: 0.01 .. 1.2"), std::string::npos);
  EXPECT_NE(boiler_page.find("range: 0 or more"), std::string::npos);
  EXPECT_NE(boiler_page.find("result: E_PJ = 5280, Q_PJ = 4514.4, EM_BL = 395.8136470588235544, EM_PJ = 272.976"), std::string::npos);
  EXPECT_NE(lamps_page.find("lamps[1]: W_PJ = 40 W/piece, W_BL = 86 W/piece"), std::string::npos) << lamps_page;
  EXPECT_NE(lamps_page.find("（条件: monitoringが「消費電力と点灯時間による」）"), std::string::npos) << lamps_page;
}

// ---- Broken packs ----

Error broken(const std::string& number, const std::string& from, const std::string& to) {
  std::string text = read_text(SUMI_SOURCE_DIR "/rulebook/methodology/" + number + "/methodology.toml");
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  const auto r = read_methodology_text(text, "methodology.toml", Hash{}, tables());
  EXPECT_FALSE(r) << "accepted with " << to;
  return r ? Error{} : r.error();
}
// The line and column at which `text` first stands in the file, counted from 1 in characters.
std::pair<unsigned, unsigned> place_of(const std::string& number, const std::string& text, std::size_t offset) {
  const std::string all = read_text(SUMI_SOURCE_DIR "/rulebook/methodology/" + number + "/methodology.toml");
  const std::size_t at = all.find(text) + offset;
  unsigned line = 1, column = 1;
  for (std::size_t i = 0; i < at; ++i) {
    if (all[i] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(all[i]) & 0xC0) != 0x80) {
      ++column;
    }
  }
  return {line, column};
}

TEST(BrokenPack, RefusedByNameAndPlace) {
  struct Case {
    const char* from;
    const char* to;
    const char* refusal;
    int offset;  // of the error's place within `from`; -1: only a line is asked for
  };
  const Case cases[] = {
      {"'F_PJ * HV_PJ'", "'F_PJ + HV_PJ'", "formula_unit_mismatch", 6},
      {"'F_PJ * HV_PJ'", "'F_PJ * CEF_PJ'", "formula_unit_mismatch", 1},
      {"'F_PJ * HV_PJ'", "'F_PJ * HV_XX'", "formula_name_unknown", 8},
      {"'F_PJ * HV_PJ'", "'F_PJ * HV_PJ)'", "formula_syntax", 13},
      {"'half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "'Q_PJ / eps_BL_HHV * CEF_BL'", "formula_division_unrounded", 6},
      {"'half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "'half_even(Q_PJ / eps_BL_HHV * CEF_BL, 12)'", "formula_division_unrounded", 16},
      {"'half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "'half_evn(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "formula_function_unknown", 1},
      {"'half_even(Q_PJ / eps_BL_HHV, 12) * CEF_BL'", "'half_even(Q_PJ / eps_BL_HHV, EM_BL_M) * CEF_BL'", "formula_recursion", -1},
      {"if(basis_BL == \"LHV\", eps_BL * ratio_BL, eps_BL)'", "eps_BL'", "formula_unit_mismatch", -1},
      {"fuel_PJ).gcv'\n", "fuel_PJ).hhv'\n", "formula_column_unknown", -1},
      {"'lookup(\"jcredit-fuels/factors\", fuel_PJ).gcv'", "'lookup(\"fuels\", fuel_PJ).gcv'", "formula_table_unknown", 8},
      {"'lookup(\"jcredit-fuels/factors\", fuel_PJ).gcv'", "'lookup(\"jcredit-fuels/factors\").gcv'", "formula_table_keys", 1},
      {"'lookup(\"jcredit-fuels/factors\", fuel_PJ).gcv'", "'lookup(\"jcredit-fuels/factors\", fuel_BL).gcv'", "formula_unit_variable", 1},
      {"'lookup(\"jcredit-fuels/factors\", fuel_PJ).gcv'", "'lookup(\"jcredit-fuels/factors\", fuel_PJ).co2'", "formula_unit_mismatch", 1},
      {"unit = \"GJ_HHV/U_PJ\"", "unit = \"GJ_HHV/U_XX\"", "formula_unit_text", -1},
      {"unit = \"GJ/GJ_{basis_BL}\"", "unit = \"GJ/GJ_{basis}\"", "formula_unit_text", -1},
      {"classes = [\"A\", \"B\"]", "classes = [\"A\", \"II\"]", "pack_value", -1},
      {"kind = \"activity\"", "kind = \"action\"", "pack_value", -1},
      {"minimum = \"0\"\nwhen", "minimun = \"0\"\nwhen", "pack_key_unknown", -1},
      {"baseline = \"EM_BL_M\"", "baseline = \"EM_BL_X\"", "methodology_reference", -1},
      {"rounding_rule = \"certified_floor\"\n", "", "pack_key_missing", -1},
      {"check = \"declared\"", "check = \"believed\"", "pack_value", -1},
      {"symbol = \"E_PJ\"", "symbol = \"F_PJ\"", "formula_name_twice", -1},
      {"'eps_PJ_HHV > eps_BL_HHV or CEF_PJ < CEF_BL'", "'eps_PJ_HHV > eps_BL_HHV or CEF_PJ'", "formula_kind", 28},
      {"'eps_PJ_HHV > eps_BL_HHV or CEF_PJ < CEF_BL'", "'eps_PJ_HHV + eps_BL_HHV'", "formula_kind", 1},
      {"'eps_PJ_HHV > eps_BL_HHV or CEF_PJ < CEF_BL'", "'eps_PJ_HHV > CEF_BL'", "formula_unit_mismatch", 12},
      {"'ratio * max(ER_calculated, 0 [tCO2])'", "'ratio * max(ER_calculated, 0)'", "formula_unit_mismatch", 28},
      {"when = 'heat == \"steam\"'", "when = 'F_PJ > 1'", "formula_kind", -1},
      {"EM_PJ = \"272.976\"", "EM_PJ = \"272.977\"", "methodology_example", -1},
      {"F_PJ = \"120 thousand_m3N\"", "F_PJ = \"120 kL\"", "methodology_example", -1},
      {"[[choice.option]]\nvalue = \"fuel\"", "[[choice.option]\nvalue = \"fuel\"", "toml_syntax", -1},
  };
  for (const Case& c : cases) {
    const Error e = broken("EN-S-001", c.from, c.to);
    ASSERT_NE(e.def, nullptr) << c.to;
    EXPECT_EQ(e.def->name, c.refusal) << c.to << "\n" << shown(e);
    EXPECT_FALSE(sentence(e, Language::ja).empty());
    EXPECT_EQ(sentence(e, Language::ja).find("…"), std::string::npos) << sentence(e, Language::ja);
    EXPECT_EQ(sentence(e, Language::en).find("…"), std::string::npos) << sentence(e, Language::en);
    if (c.offset < 0) continue;
    const auto [line, column] = place_of("EN-S-001", c.from, static_cast<std::size_t>(c.offset));
    EXPECT_EQ(e.place.line, line) << c.to << "\n" << shown(e);
    EXPECT_EQ(e.place.column, column) << c.to << "\n" << shown(e);
  }
}

TEST(BrokenPack, PlaceInAFormulaOfSeveralLines) {
  const Error e = broken("EN-S-001", "if(boiler_PJ == \"electric\", EL_PJ * eps_PJ_electric, E_PJ * eps_PJ_HHV))'''", "if(boiler_PJ == \"electric\", EL_PJ * eps_PJ_electric, E_PJ * eps_PX_HHV))'''");
  ASSERT_NE(e.def, nullptr);
  EXPECT_EQ(e.def->name, "formula_name_unknown");
  const auto [line, column] = place_of("EN-S-001", "if(boiler_PJ == \"electric\", EL_PJ * eps_PJ_electric, E_PJ * eps_PJ_HHV))'''", 60);
  EXPECT_EQ(e.place.line, line) << shown(e);
  EXPECT_EQ(e.place.column, column) << shown(e);
}

}  // namespace
}  // namespace sumi::rulebook
