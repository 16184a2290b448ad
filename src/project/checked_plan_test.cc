// Plans: every refusal with the field's path and line, all of them at once; values in the methodology's units.
#include "project/checked_plan.h"

#include <gtest/gtest.h>

#include <set>

#include "base/sha256.h"
#include "project/errors.h"
#include "project/testing.h"

namespace sumi::project {
namespace {

using testing::boiler_plan;
using testing::checked;
using testing::plan_of;
using testing::real_rulebook;
using testing::with;

std::set<std::string>& met() {
  static std::set<std::string> names;
  return names;
}

// "name path" of each finding, in order.
std::string found(const std::string& toml) {
  PlaceMap places;
  const auto plan = check_plan(plan_of(toml, places), real_rulebook(), {}, &places);
  if (plan) return "";
  std::string out;
  const auto add = [&](const Error& e) {
    if (e.def->room == "project") met().insert(std::string(e.def->name));
    std::string path;
    for (const auto& [key, value] : e.args) {
      if (key == "path") path = value;
    }
    EXPECT_EQ(describe_error(e, Language::ja).find("…"), std::string::npos) << describe_error(e, Language::ja);
    EXPECT_EQ(describe_error(e, Language::en).find("…"), std::string::npos) << describe_error(e, Language::en);
    EXPECT_EQ(e.place.file, "plan.toml");
    out += (out.empty() ? "" : "; ") + std::string(e.def->name) + " " + path;
  };
  add(plan.error());
  for (const Error& e : plan.error().also) add(e);
  return out;
}
const std::string plan_text(boiler_plan);
std::string changed(std::string_view from, std::string_view to) { return found(with(plan_text, from, to)); }
// The activity's own tables, put before its expected reductions.
std::string added(const std::string& lines) { return changed("[[activities.expected]]", lines + "\n[[activities.expected]]"); }

TEST(CheckedPlan, holds_the_values_in_the_methodologys_units) {
  const CheckedPlan plan = checked(plan_text);
  ASSERT_EQ(plan.activities.size(), 1u);
  const CheckedActivity& a = plan.activities[0];
  EXPECT_EQ(plan.application->to_string(), "2019-05-01");
  EXPECT_EQ(plan.retention_years->to_string(), "2");
  EXPECT_EQ(a.additionality.investment_yen->to_string(), "10000000");
  EXPECT_EQ(a.additionality.running_cost_after_yen->to_string(), "300000");
  ASSERT_EQ(a.series.size(), 1u);
  EXPECT_EQ(a.series[0].symbol, "F_PJ");
  EXPECT_TRUE(a.series[0].divisible);
  EXPECT_EQ(to_string(*a.series[0].expected), "36 thousand_m3N");
  EXPECT_EQ(a.inputs.find("CEF_PJ")->origin, rulebook::Origin::declared);
  EXPECT_EQ(a.inputs.find("CEF_BL")->origin, rulebook::Origin::plan);
  EXPECT_EQ(a.before[0].introduction->latest.to_string(), "2001-03-31");
  EXPECT_TRUE(plan.findings.empty());
}

TEST(CheckedPlan, its_hash_is_that_of_the_plan_as_handed_in) {
  PlaceMap places;
  const Plan plan = plan_of(plan_text, places);
  EXPECT_EQ(checked(plan_text).hash, plan_hash(plan));
  EXPECT_EQ(plan_hash(plan), sha256(plan_bytes(plan)));
  EXPECT_NE(plan_hash(plan), checked(with(plan_text, "site = \"佐渡工場\"", "site = \"佐渡第二工場\"")).hash);
  // Comments and order of keys are no part of a plan.
  EXPECT_EQ(plan_hash(plan), checked("# a comment\n" + plan_text).hash);
  // The bytes read back.
  const Bytes bytes = plan_bytes(plan);
  EXPECT_EQ(plan_bytes(plan_from_bytes(bytes)), bytes);
  EXPECT_EQ(std::string(bytes.begin(), bytes.begin() + 12), "sumi plan 1\n");
  // What the first edition had no field for makes it one of the second, and only that.
  Plan later = plan;
  later.scope.target = "ボイラー";
  later.attachments.push_back({"試算", "activities[0].incidental", "試算.xlsx"});
  const Bytes second = plan_bytes(later);
  EXPECT_EQ(std::string(second.begin(), second.begin() + 12), "sumi plan 2\n");
  EXPECT_EQ(plan_bytes(plan_from_bytes(second)), second);
  Bytes mixed = bytes;
  mixed[10] = '2';
  EXPECT_THROW(static_cast<void>(plan_from_bytes(mixed)), CodecError);
  EXPECT_THROW(static_cast<void>(plan_from_bytes({})), CodecError);
}

TEST(CheckedPlan, its_head_is_what_the_list_of_projects_shows) {
  const auto head = plan_head(checked(plan_text), {OrganisationNumber{7}});
  ASSERT_TRUE(head);
  EXPECT_EQ(head->title, "工場におけるボイラーの更新プロジェクト");
  EXPECT_EQ(head->place, "新潟県佐渡市");
  EXPECT_EQ(head->crediting_period.to_string(), "2019-05-01..2027-04-30");
  ASSERT_EQ(head->methodologies.size(), 1u);
  EXPECT_TRUE(head->methodologies[0].reconstructed);
  EXPECT_EQ(head->methodologies[0].pack, real_rulebook().methodology("EN-S-001")->pack_hash());
  ASSERT_EQ(head->expected.size(), 1u);
  EXPECT_EQ(head->expected[0].tonnes, 76u);
  const auto none = plan_head(checked(with(plan_text, "first_monitorable_day = \"2019-04-01\"\n", "")), {OrganisationNumber{7}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().def->name, "plan_period_missing");
  met().insert("plan_period_missing");
}

TEST(CheckedPlan, what_is_inferred_of_the_form_is_known) {
  EXPECT_TRUE(is_inferred("activities[0].additionality.investment"));
  EXPECT_TRUE(is_inferred("other_matters.legal_duty"));
  EXPECT_TRUE(is_inferred("activities.monitoring"));
  EXPECT_FALSE(is_inferred("activities[0].methodology"));
  EXPECT_FALSE(is_inferred("activities[0].monitored"));
  EXPECT_FALSE(is_inferred("proponents[0].name"));
  std::string_view previous;
  for (const std::string_view path : inferred_fields()) {
    EXPECT_LT(previous, path);
    previous = path;
  }
}

TEST(CheckedPlan, two_people_and_the_years_of_keeping_are_remarked) {
  const CheckedPlan plan = checked(with(with(plan_text, "monitoring = \"設備課長\"", "monitoring = \"工場長\""), "retention = \"2 year\"", "retention = \"1 year\""));
  ASSERT_EQ(plan.findings.size(), 2u);
  EXPECT_EQ(plan.findings[0].def->name, "finding_two_people");
  EXPECT_EQ(plan.findings[1].def->name, "finding_retention");
  EXPECT_EQ(plan.findings[1].place.file, "plan.toml");
}

TEST(PlanRefusals, general_sections) {
  EXPECT_EQ(changed("family = \"normal\"", "family = \"forest\""), "plan_form_family form.family");
  EXPECT_EQ(changed("version = \"4.0\"", "version = \"\""), "plan_missing form.version");
  EXPECT_EQ(changed("registration_application_date = \"2019-05-01\"", "registration_application_date = \"2019-02-30\""), "plan_date cover.registration_application_date");
  EXPECT_EQ(changed("8700110005901", "8700110005902"), "plan_corporate_number proponents[0].corporate_number");
  EXPECT_EQ(changed("[[proponents]]\n", "[[proponents]]\npostal_code = \"952-00\"\n"), "plan_postal_code proponents[0].postal_code");
  EXPECT_EQ(changed("[[proponents]]\nname = \"例食品株式会社\"\ncorporate_number = \"8700110005901\"\n", ""), "plan_no_proponent proponents");
  EXPECT_EQ(changed("name = \"工場における", "name = \"" + std::string(1100, 'x')), "plan_too_long project.name");
  EXPECT_EQ(changed("first_monitorable_day = \"2019-04-01\"", "start = \"2019-05-01\"\nend = \"2019-04-30\""), "plan_period crediting_period.end");
  EXPECT_EQ(changed("[[activities]]\n", "[other_matters]\nsimilar_scheme_period = \"always\"\n[[activities]]\n"), "plan_value other_matters.similar_scheme_period");
  EXPECT_EQ(changed("retention = \"2 year\"", "retention = \"-2 year\""), "plan_negative data_management.retention");
  EXPECT_EQ(found(plan_text.substr(0, plan_text.find("[[activities]]"))), "plan_no_activity activities");
  EXPECT_EQ(found(plan_text + plan_text.substr(plan_text.find("[[activities]]"))), "plan_name_twice activities[1].name");
}

TEST(PlanRefusals, methodology_choices_and_conditions) {
  EXPECT_EQ(changed("methodology = \"EN-S-001\"", "methodology = \"EN-S-999\""), "plan_methodology_unknown activities[0].methodology");
  EXPECT_EQ(changed("methodology_version = \"2026-06\"", "methodology_version = \"9.9\""), "plan_methodology_version activities[0].methodology_version");
  EXPECT_EQ(changed("baseline = \"renewal\"", "baseline = \"both\""), "plan_baseline_both activities[0].baseline");
  EXPECT_EQ(changed("name = \"basis_BL\"\nvalue = \"HHV\"", "name = \"basis_BL\"\nvalue = \"XHV\""), "plan_choice activities[0].choices[2].value");
  EXPECT_EQ(changed("name = \"basis_BL\"", "name = \"basis_XX\""), "plan_choice_unknown activities[0].choices[2].name");
  EXPECT_EQ(changed("[[activities.choices]]\nname = \"basis_PJ\"\nvalue = \"HHV\"\n", ""), "choice_missing ");
  EXPECT_EQ(changed("id = \"2\"", "id = \"9\""), "plan_condition_unknown activities[0].conditions[0].id");
  EXPECT_EQ(changed("id = \"new_capability\"", "id = \"2\""), "plan_condition_twice activities[0].conditions[2].id");
}

TEST(PlanRefusals, parameters) {
  const auto parameter = [](const std::string& lines) { return added("[[activities.parameters]]\n" + lines); };
  EXPECT_EQ(parameter("symbol = \"XYZ\"\nvalue = \"1\""), "plan_parameter_unknown activities[0].parameters[6].symbol");
  EXPECT_EQ(parameter("symbol = \"eps_BL\"\nvalue = \"1 GJ/GJ_HHV\""), "plan_parameter_twice activities[0].parameters[6].symbol");
  EXPECT_EQ(parameter("symbol = \"F_PJ\"\nvalue = \"1 thousand_m3N\""), "plan_parameter_monitored activities[0].parameters[6].symbol");
  EXPECT_EQ(changed("value = \"0.8 GJ/GJ_HHV\"", "value = \"0.8 GJ/GJ_LHV\""), "plan_unit activities[0].parameters[5].value");
  EXPECT_EQ(changed("value = \"0.8 GJ/GJ_HHV\"", "value = \"80 %\""), "plan_unit activities[0].parameters[5].value");
  EXPECT_EQ(changed("value = \"0.8 GJ/GJ_HHV\"", "value = \"O.8 GJ/GJ_HHV\""), "plan_number activities[0].parameters[5].value");
  EXPECT_EQ(changed("value = \"0.8 GJ/GJ_HHV\"", "value = \"0.8 cubits\""), "plan_number activities[0].parameters[5].value; unit_unknown ");
  EXPECT_EQ(changed("value = \"0.8 GJ/GJ_HHV\"", "value = \"8 GJ/GJ_HHV\""), "plan_parameter_range activities[0].parameters[5].value");
  EXPECT_EQ(changed("value = \"45 GJ_HHV/thousand_m3N\"", "value = \"45 GJ_HHV/kL\""), "plan_unit activities[0].parameters[1].value");
  EXPECT_EQ(changed("value = \"false\"", "value = \"perhaps\""), "plan_value activities[0].parameters[0].value");
  EXPECT_EQ(changed("evidence = \"検査記録.pdf\"\n", ""), "plan_evidence_missing activities[0].parameters[5].evidence");
  EXPECT_EQ(changed("declared_by = \"例食品株式会社 設備課長\"\n", ""), "plan_declared_by activities[0].parameters[2].declared_by");
  EXPECT_EQ(changed("value_year = \"FY2018\"\n", ""), "plan_value_year activities[0].parameters[2].value_year");
  EXPECT_EQ(changed("monitoring_class = \"I\"\nevidence = \"検査記録.pdf\"", "monitoring_class = \"A\"\nevidence = \"検査記録.pdf\""),
            "plan_class activities[0].parameters[5].monitoring_class");
  EXPECT_EQ(changed("[[activities.parameters]]\nsymbol = \"eps_BL\"\nvalue = \"0.8 GJ/GJ_HHV\"\nmonitoring_class = \"I\"\nevidence = \"検査記録.pdf\"\n", ""),
            "plan_parameter_missing activities[0].parameters");
}

TEST(PlanRefusals, monitoring_instruments_and_incidental_sources) {
  EXPECT_EQ(changed("symbol = \"F_PJ\"\nunit", "symbol = \"G_PJ\"\nunit"),
            "plan_monitoring_missing activities[0].monitoring; plan_monitoring_unknown activities[0].monitoring[0].symbol");
  EXPECT_EQ(added("[[activities.monitoring]]\nsymbol = \"F_PJ\""), "plan_monitoring_twice activities[0].monitoring[1].symbol");
  EXPECT_EQ(changed("monitoring_class = \"A\"", "monitoring_class = \"C\""),
            "plan_estimate_missing activities[0].monitoring[0]; plan_class activities[0].monitoring[0].monitoring_class");
  EXPECT_EQ(changed("monitoring_class = \"A\"", "monitoring_class = \"B\""), "plan_instrument_missing activities[0].monitoring[0]");
  EXPECT_EQ(changed("expected = \"36 thousand_m3N/year\"", "expected = \"36 kWh\""), "plan_unit activities[0].monitoring[0].expected");
  EXPECT_EQ(changed("expected = \"36 thousand_m3N/year\"", "expected = \"3x6\""), "plan_number activities[0].monitoring[0].expected; unit_unknown ");
  EXPECT_EQ(changed("expected = \"36 thousand_m3N/year\"", "plausible_factor = \"1\""), "plan_value activities[0].monitoring[0].plausible_factor");
  EXPECT_EQ(added("[[activities.instruments]]\nsymbol = \"XX\"\nkind = \"other_meter\"\ncalibration = \"年1回\""), "plan_instrument_unknown activities[0].instruments[0].symbol");
  EXPECT_EQ(added("[[activities.instruments]]\nsymbol = \"F_PJ\""), "plan_missing activities[0].instruments[0].verification_expires");
  EXPECT_EQ(changed("id = \"auxiliary_electricity\"", "id = \"transport\""),
            "plan_incidental_missing activities[0].incidental; plan_incidental_unknown activities[0].incidental[0].id");
  EXPECT_EQ(added("[[activities.incidental]]\nid = \"auxiliary_electricity\""), "plan_incidental_twice activities[0].incidental[1].id");
  EXPECT_EQ(changed("grounds = \"試算.xlsx\"\n", ""), "plan_missing activities[0].incidental[0].grounds");
  // The declared calorific value says in which unit the fuel is counted.
  EXPECT_EQ(changed("unit = \"thousand_m3N\"\n", ""), "");
}

TEST(CheckedPlan, a_source_that_the_methodology_does_not_name_is_remarked) {
  const CheckedPlan plan = checked(with(plan_text, "[[activities.monitoring]]", "[[activities.incidental]]\nactivity = \"輸送\"\nemission = \"0.1 tCO2/year\"\n"
                                                                                    "choice = \"leave_out\"\ngrounds = \"試算.xlsx\"\n[[activities.monitoring]]"));
  ASSERT_EQ(plan.findings.size(), 1u);
  EXPECT_EQ(plan.findings[0].def->name, "finding_incidental_unnamed");
  // What is to be counted has no formula: it would be missing from the project's emissions.
  EXPECT_EQ(added("[[activities.incidental]]\nactivity = \"輸送\"\nemission = \"30 tCO2/year\""), "plan_incidental_unknown activities[0].incidental[1].id");
}

// By hand, of the plan's 76 t: 0.75 t is 0.99 %, 0.76 t is 1 %; 3.79 t is under 5 %, 3.8 t is 5 %.
TEST(CheckedPlan, incidental_ratios_of_the_plan_itself) {
  const auto remarks = [](const std::string& plan) {
    std::string names;
    for (const Error& e : checked(plan).findings) names += std::string(e.def->name) + " ";
    return names;
  };
  const auto emits = [](const char* emission) { return with(plan_text, "0.3 tCO2/year", std::string(emission) + " tCO2/year"); };
  EXPECT_EQ(remarks(emits("0.75")), "");
  EXPECT_EQ(remarks(emits("0.76")), "finding_incidental_must_calculate ");
  const auto by_ratio = [&](const char* emission) { return with(emits(emission), "choice = \"leave_out\"", "choice = \"by_ratio\""); };
  EXPECT_EQ(remarks(by_ratio("3.79")), "");
  EXPECT_EQ(remarks(by_ratio("3.8")), "finding_incidental_unmonitored ");
}

TEST(PlanRefusals, money_and_expected_reductions) {
  EXPECT_EQ(changed("investment = \"10000 thousand_yen\"", "investment = \"10000 t\""), "plan_unit activities[0].additionality.investment");
  EXPECT_EQ(changed("subsidy = \"5000 thousand_yen\"", "subsidy = \"10001 thousand_yen\""), "plan_subsidy_above activities[0].additionality.subsidy");
  EXPECT_EQ(changed("[activities.additionality]\n", "[activities.additionality]\nactivity_level_before = \"100 t/year\"\nactivity_level_after = \"90 t/year\"\n"),
            "plan_activity_level activities[0].additionality.activity_level_after");
  EXPECT_EQ(changed("[activities.additionality]\n", "[activities.additionality]\nactivity_level_before = \"100 t/year\"\nactivity_level_after = \"100000 kg/year\"\n"), "");
  // 10 kL x 100,000 yen = 1,000,000 yen a year; 10 thousand m3N x 30,000 = 300,000.
  const std::string costs = "[[activities.additionality.costs]]\nitem = \"燃料\"\nuse_before = \"10 kL/year\"\nunit_price_before = \"100000 yen/kL\"\n"
                            "use_after = \"10 thousand_m3N/year\"\nunit_price_after = \"30 yen/m3N\"\n[[activities.choices]]\nname = \"fuel_BL\"";
  EXPECT_EQ(changed("[[activities.choices]]\nname = \"fuel_BL\"", costs), "");
  EXPECT_EQ(changed("[[activities.choices]]\nname = \"fuel_BL\"", with(costs, "30 yen/m3N", "31 yen/m3N")), "plan_running_cost_sum activities[0].additionality.running_cost_after");
  EXPECT_EQ(changed("[[activities.choices]]\nname = \"fuel_BL\"", with(costs, "30 yen/m3N", "30 yen/kg")), "plan_unit activities[0].additionality.costs[0].unit_price_after");
  EXPECT_EQ(changed("reduction_t = 76", "reduction_t = 77"), "plan_expected_floor activities[0].expected[0].reduction_t");
  EXPECT_EQ(found(plan_text + "[[activities.expected]]\nfiscal_year = \"FY2019\"\nbaseline = \"1 tCO2\"\nproject = \"2 tCO2\"\nreduction_t = 0\n"),
            "plan_expected_order activities[0].expected[1].fiscal_year");
  EXPECT_EQ(changed("fiscal_year = \"FY2019\"", "fiscal_year = \"2030年度\""), "plan_expected_outside activities[0].expected");
  EXPECT_EQ(changed("fiscal_year = \"FY2019\"", "fiscal_year = \"soon\""), "plan_value activities[0].expected[0].fiscal_year");
}

// Lighting has a list of rows.
TEST(PlanRefusals, rows) {
  std::string lighting = plan_text.substr(0, plan_text.find("[[activities.choices]]"));
  lighting = with(lighting, "methodology = \"EN-S-001\"", "methodology = \"EN-S-006\"");
  lighting = lighting.erase(lighting.find("[[activities.conditions]]"), lighting.find("[[activities.equipment_before]]") - lighting.find("[[activities.conditions]]"));
  const std::string row = "[[activities.rows]]\nlist = \"lamps\"\nlabel = \"会議室\"\n";
  const auto value = [](const char* symbol, const char* text) {
    return std::string("[[activities.parameters]]\nsymbol = \"") + symbol + "\"\nrow = \"会議室\"\nvalue = \"" + text + "\"\nmonitoring_class = \"" + (symbol[0] == 'N' ? "A" : "I") +
           "\"\nevidence = \"カタログ.pdf\"\n";
  };
  const std::string values = value("W_PJ", "40 W/piece") + value("W_BL", "86 W/piece") + value("N", "100 piece");
  const std::string hours = "[[activities.monitoring]]\nsymbol = \"h\"\nunit = \"h\"\nmonitoring_class = \"C\"\nexpected = \"3000 h\"\n";
  const std::string estimate = "[[activities.estimates]]\nsymbol = \"h\"\nmethod = \"営業日数に営業時間を乗じる\"\n";
  const std::string good = lighting + row + values + hours + estimate;
  EXPECT_EQ(found(good), "");
  EXPECT_EQ(found(with(good, "method = \"営業日数に営業時間を乗じる\"", "method = \" \"")), "plan_estimate_missing activities[0].monitoring[0]");
  EXPECT_EQ(found(with(with(good, "monitoring_class = \"C\"", "monitoring_class = \"I\""), estimate, "")).substr(0, 24), "plan_measurement_missing");
  ASSERT_EQ(checked(good).activities[0].series.size(), 1u);
  EXPECT_EQ(checked(good).activities[0].series[0].row, "会議室");
  EXPECT_EQ(found(with(good, "list = \"lamps\"", "list = \"pumps\"")).substr(0, 48), "plan_rows_too_few activities[0].rows; plan_list_");
  EXPECT_EQ(found(good + row), "plan_row_twice activities[0].rows[1].label");
  EXPECT_EQ(found(lighting + hours + estimate).substr(0, 37), "plan_rows_too_few activities[0].rows");
  EXPECT_EQ(found(with(good, "symbol = \"W_PJ\"\nrow = \"会議室\"", "symbol = \"W_PJ\"\nrow = \"廊下\"")),
            "plan_parameter_missing activities[0].parameters; plan_row_unknown activities[0].parameters[0].row");
}

TEST(PlanRefusals, all_findings_come_together_with_their_lines) {
  std::string toml = with(plan_text, "8700110005901", "123");
  toml = with(toml, "investment = \"10000 thousand_yen\"", "investment = \"much\"");
  toml = with(toml, "value = \"0.8 GJ/GJ_HHV\"", "value = \"0.8 GJ/GJ_LHV\"");
  PlaceMap places;
  const auto plan = check_plan(plan_of(toml, places), real_rulebook(), {}, &places);
  ASSERT_FALSE(plan);
  std::vector<const Error*> all{&plan.error()};
  for (const Error& e : plan.error().also) all.push_back(&e);
  ASSERT_EQ(all.size(), 3u);
  std::string_view text = toml;
  for (std::size_t i = 0; i < 3; ++i) {
    constexpr std::string_view written[] = {"\"123\"", "\"much\"", "\"0.8 GJ/GJ_LHV\""};
    const std::size_t at = text.find(written[i]);
    EXPECT_EQ(all[i]->place.line, 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) << i;
  }
  EXPECT_EQ(sentence(*all[2], Language::ja), "「activities[0].parameters[5].value」の単位「GJ/GJ_LHV」は「GJ/GJ_HHV」に換算できません。");
}

TEST(PlanRefusals, zz_every_refusal_of_the_list_is_reached) {
  if (met().empty()) GTEST_SKIP() << "needs the tests before it in the same run";
  for (const ErrorDef* def : errors::project_errors()) {
    if (def->number >= 50) continue;
    EXPECT_TRUE(met().contains(std::string(def->name))) << def->name;
  }
}

}  // namespace
}  // namespace sumi::project
