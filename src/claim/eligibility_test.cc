// Expected answers are those of the published rows, named at each test (rulebook/packs/credit-eligibility, with its sources).
#include "claim/eligibility.h"

#include <gtest/gtest.h>

namespace sumi::claim {
namespace {

const EligibilityRules& rules() {
  static const EligibilityRules all = [] {
    const auto book = rulebook::Rulebook::load(SUMI_SOURCE_DIR "/rulebook");
    EXPECT_TRUE(book) << describe_error(book.error(), Language::en);
    return book ? EligibilityRules::from(*book) : EligibilityRules{};
  }();
  return all;
}

Date day(const char* text) { return *Date::parse(text); }
Period year(int number) { return {FiscalYear{number}.first(), FiscalYear{number}.last()}; }

// A J-Credit of energy saving, made by others in FY2024.
UnitFacts saving() {
  UnitFacts f;
  f.crediting_programme = "J-Credit";
  f.programme_code = "JC";
  f.credit_type = "ER";
  f.methodology = "EN-S-001";
  f.vintage = year(2024);
  f.own_made = OwnMade::others;
  return f;
}
UnitFacts jcredit(const char* methodology, const char* code = "JC", const char* type = "ER") {
  auto f = saving();
  f.methodology = methodology;
  f.programme_code = code;
  f.credit_type = type;
  return f;
}
UnitFacts of(const char* programme, int vintage) {
  UnitFacts f;
  f.crediting_programme = programme;
  f.vintage = year(vintage);
  f.own_made = OwnMade::others;
  return f;
}
Judgement ask(const UnitFacts& facts, const char* scheme, const char* on, int emissions = 0, const char* use = "") {
  return judge(facts, {{scheme}, use, day(on), {emissions}}, rules());
}
Verdict verdict(const UnitFacts& facts, const char* scheme, const char* on, int emissions = 0, const char* use = "") {
  return ask(facts, scheme, on, emissions, use).verdict;
}

TEST(Eligibility, EveryRowOfThePublicationsIsThere) {
  EXPECT_EQ(rules().schemes.size(), 79U);  // rows of scheme_eligibility, counted in the data set itself
  EXPECT_EQ(rules().uses.size(), 41U);     // eight uses times five columns, and the forest of the Keidanren plan before and from 2022
  EXPECT_EQ(rules().scheme_keys().size(), 25U);
  for (const auto& row : rules().schemes) {
    EXPECT_FALSE(row.sources.empty()) << row.scheme << row.credit;
    EXPECT_EQ(row.condition_ja.empty(), row.condition_en.empty()) << row.scheme << row.credit;
    for (const auto& programme : row.programmes) EXPECT_FALSE(rules().programme_of(programme).empty()) << programme << " is in no row of the table of programmes";
  }
}

// カーボン・クレジット・レポート 2022-06 and 報告命令 art. 1 ("units of others"), 2026-02.
TEST(Eligibility, ReportingSchemeTakesWhatOthersMade) {
  EXPECT_EQ(verdict(saving(), "shk_adjusted", "2026-05-01", 2025), Verdict::met);
  auto own = saving();
  own.own_made = OwnMade::own;
  const auto refused = ask(own, "shk_adjusted", "2026-05-01", 2025);
  EXPECT_EQ(refused.verdict, Verdict::not_met);
  ASSERT_EQ(refused.rows.size(), 1U);
  EXPECT_EQ(refused.rows[0]->credit, "J-クレジット(自ら創出・森林以外)");
  for (const auto unknown : {OwnMade::unknown, OwnMade::partly}) {
    auto facts = saving();
    facts.own_made = unknown;
    const auto open = ask(facts, "shk_adjusted", "2026-05-01", 2025);
    EXPECT_EQ(open.verdict, Verdict::not_yet_knowable);
    EXPECT_TRUE(open.points.contains(Point::maker));
  }
}

// Announced 2025: own forest credits count from the activity of FY2026 on; until then they do not. The year of the emissions decides, not the day.
TEST(Eligibility, AnAnnouncedRuleIsNeverAYes) {
  auto own = jcredit("FO-001", "JC", "FM");
  own.own_made = OwnMade::own;
  EXPECT_EQ(verdict(own, "shk_adjusted", "2026-06-30", 2025), Verdict::not_met);
  const auto planned = ask(own, "shk_adjusted", "2026-06-30", 2026);
  EXPECT_EQ(planned.verdict, Verdict::not_yet_knowable);
  EXPECT_TRUE(planned.points.contains(Point::not_in_force));
  EXPECT_EQ(verdict(own, "shk_adjusted", "2026-03-31"), Verdict::not_met);           // no year stated: the day
  EXPECT_EQ(verdict(own, "shk_adjusted", "2026-04-01"), Verdict::not_yet_knowable);
}

// The reporting scheme: voluntary credits of other countries are never usable; 国内クレジット and J-VER are, under their Japanese names too.
TEST(Eligibility, ReportingSchemeOtherProgrammes) {
  for (const char* name : {"Verra", "VCS", "Gold Standard", "CAR", "climate action reserve", "Cercarbono"}) EXPECT_EQ(verdict(of(name, 2022), "shk_adjusted", "2026-05-01"), Verdict::not_met) << name;
  for (const char* name : {"国内クレジット", "Domestic Credit", "J-VER"}) EXPECT_EQ(verdict(of(name, 2012), "shk_adjusted", "2026-05-01"), Verdict::met) << name;
  EXPECT_EQ(verdict(of("Somebody's programme", 2022), "shk_adjusted", "2026-05-01"), Verdict::no_rule_data);
  auto nameless = of("", 2022);
  EXPECT_EQ(verdict(nameless, "shk_adjusted", "2026-05-01"), Verdict::not_yet_knowable);
}

// A certificate in kWh is another kind of unit: the row of 非化石証書 means it, the row of J-Credits never does.
TEST(Eligibility, KindsOfUnitsNeverMix) {
  auto certificate = of("非化石証書", 2024);
  certificate.unit_kind = registry::UnitKind::kwh;
  EXPECT_EQ(verdict(certificate, "shk_adjusted", "2026-05-01", 2025), Verdict::met);
  certificate.unit_kind = registry::UnitKind::tco2;
  EXPECT_EQ(verdict(certificate, "shk_adjusted", "2026-05-01", 2025), Verdict::no_rule_data);
  EXPECT_EQ(verdict(certificate, "shk_base", "2024-03-31"), Verdict::no_rule_data);  // basic emissions: from 2024-04-01
}

// Basic emissions take power from renewables from FY2024 on; biomass may be power or heat (EN-R-001), so one row may mean it and neither says no.
TEST(Eligibility, ClassOfAMethodology) {
  EXPECT_EQ(verdict(jcredit("EN-R-002"), "shk_base", "2025-05-01", 2024), Verdict::met);
  EXPECT_EQ(verdict(jcredit("EN-R-003"), "shk_base", "2025-05-01", 2024), Verdict::met);
  EXPECT_EQ(verdict(jcredit("EN-S-001"), "shk_base", "2025-05-01", 2024), Verdict::no_rule_data);
  const auto biomass = ask(jcredit("EN-R-001"), "re100", "2026-05-01");
  EXPECT_EQ(biomass.verdict, Verdict::not_yet_knowable);
  EXPECT_EQ(biomass.points, std::set<Point>{Point::methodology_class});
  EXPECT_EQ(rules().classes_of(jcredit("FO-003")), Words{"forest"});
  EXPECT_EQ(rules().classes_of(jcredit("", "JC", "FM")), Words{"forest"});
  EXPECT_EQ(rules().classes_of(jcredit("AG-005")), Words{"agriculture"});
  EXPECT_TRUE(rules().classes_of(jcredit("", "JC", "ER")).empty());
}

// 2026 guidelines of GX-ETS: J-Credit and JCM only, together 10 % of the actual emissions, from FY2026; JCM only reductions from 2021-01-01.
TEST(Eligibility, GxEts) {
  const auto good = ask(saving(), "gx_ets_phase2", "2027-09-01", 2026);
  EXPECT_EQ(good.verdict, Verdict::met);
  EXPECT_EQ(good.rows[0]->limit_en, "10% (together with JCM) (actual emissions (実排出量) of each fiscal year, before the deduction)");
  EXPECT_EQ(verdict(saving(), "gx_ets_phase2", "2026-09-01", 2025), Verdict::no_rule_data);  // FY2025 is phase 1
  EXPECT_EQ(verdict(saving(), "gx_ets_phase1", "2026-09-01", 2025), Verdict::met);
  EXPECT_EQ(verdict(of("Verra", 2024), "gx_ets_phase2", "2027-09-01", 2026), Verdict::not_met);
  EXPECT_EQ(verdict(of("国内クレジット", 2012), "gx_ets_phase2", "2027-09-01", 2026), Verdict::not_met);
  auto jcm = of("JCM", 2022);
  EXPECT_EQ(verdict(jcm, "gx_ets_phase2", "2027-09-01", 2026), Verdict::not_yet_knowable);
  jcm.authorised = true;
  EXPECT_EQ(verdict(jcm, "gx_ets_phase2", "2027-09-01", 2026), Verdict::conditional);
  jcm.adjusted = true;
  EXPECT_EQ(verdict(jcm, "gx_ets_phase2", "2027-09-01", 2026), Verdict::met);
  jcm.vintage = year(2020);  // April 2020 to March 2021 straddles 2021-01-01
  EXPECT_EQ(verdict(jcm, "gx_ets_phase2", "2027-09-01", 2026), Verdict::not_yet_knowable);
  jcm.vintage = year(2019);
  EXPECT_EQ(verdict(jcm, "gx_ets_phase2", "2027-09-01", 2026), Verdict::not_met);
}

// The page 制度記号・クレジット種別: JCL with ERL usable, JC with ER not, FM usable (from 2021).
TEST(Eligibility, KeidanrenPlan) {
  const auto usable = ask(jcredit("EN-S-001", "JCL", "ERL"), "keidanren", "2026-05-01", 2025, "keidanren");
  EXPECT_EQ(usable.verdict, Verdict::conditional);  // only what non-participants made: nothing in the ledger says that
  EXPECT_EQ(verdict(jcredit("EN-S-001"), "keidanren", "2026-05-01", 2025, "keidanren"), Verdict::not_met);
  EXPECT_EQ(verdict(jcredit("FO-001", "JC", "FM"), "keidanren", "2026-05-01", 2025, "keidanren"), Verdict::met);
}

// The page on uses: × is printed as text; a circle is an image that was read from context.
TEST(Eligibility, TableOfUses) {
  EXPECT_EQ(verdict(jcredit("EN-R-002"), "re100", "2026-05-01", 2025, "re100"), Verdict::met);  // the dated row
  for (const char* methodology : {"EN-R-003", "EN-S-001", "FO-001", "IN-001", "AG-004", "WA-002"}) EXPECT_EQ(verdict(jcredit(methodology), "re100", "2026-05-01", 2025, "re100"), Verdict::not_met) << methodology;
  EXPECT_EQ(verdict(jcredit("FO-001"), "sbt", "2026-05-01", 2025, "sbt"), Verdict::not_met);
  EXPECT_EQ(verdict(jcredit("EN-S-001"), "cdp", "2026-05-01", 2025, "cdp"), Verdict::conditional);  // × with note 4: only C11.2
  EXPECT_EQ(verdict(jcredit("EN-R-002"), "energy_law_joint_saving", "2026-05-01", 2025, "energy_law_joint_saving"), Verdict::not_met);
  EXPECT_EQ(verdict(jcredit("EN-S-004"), "energy_law_joint_saving", "2026-05-01", 2025, "energy_law_joint_saving"), Verdict::met);
  const auto offset = ask(jcredit("FO-001"), "", "2026-05-01", 0, "carbon_offset");
  EXPECT_EQ(offset.verdict, Verdict::conditional);
  EXPECT_EQ(offset.points, std::set<Point>{Point::confidence});
  EXPECT_EQ(verdict(of("Verra", 2022), "", "2026-05-01", 0, "carbon_offset"), Verdict::no_rule_data);  // the table is of J-Credits
}

// CORSIA: pilot phase of the report's table 9; first phase of the programmes' own pages; J-Credit refused in 2022 and 2023.
TEST(Eligibility, Corsia) {
  EXPECT_EQ(verdict(saving(), "corsia_first", "2025-06-01"), Verdict::not_met);
  auto verra = of("Verra", 2022);
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::not_yet_knowable);
  verra.authorised = true;  // for a national contribution: "one for NDC use is none"
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::not_yet_knowable);
  verra.authorised_international = true;
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::conditional);
  verra.adjusted = true;
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::conditional);  // the exclusions must be shown
  verra.eligible_for = {"corsia_first"};
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::met);
  verra.vintage = year(2019);
  EXPECT_EQ(verdict(verra, "corsia_first", "2025-06-01"), Verdict::not_met);
  EXPECT_EQ(verdict(verra, "corsia_pilot", "2023-06-01"), Verdict::conditional);  // reductions 2016 to 2020
  verra.vintage = year(2021);
  EXPECT_EQ(verdict(verra, "corsia_pilot", "2023-06-01"), Verdict::not_met);
  EXPECT_EQ(verdict(of("ACR", 2021), "corsia_pilot", "2023-06-01"), Verdict::not_yet_knowable);  // to 2023, adjusted for 2021 on
  EXPECT_EQ(verdict(of("ACR", 2018), "corsia_pilot", "2023-06-01"), Verdict::conditional);
  auto isometric = of("Isometric", 2024);
  isometric.adjusted = isometric.authorised_international = true;
  isometric.eligible_for = {"corsia_first"};
  EXPECT_EQ(ask(isometric, "corsia_first", "2026-03-31").rows[0]->allowed, Allowed::conditional);
  EXPECT_EQ(ask(isometric, "corsia_first", "2026-04-01").rows[0]->allowed, Allowed::yes);
}

// Tokyo's list of credit types has no J-Credit; Saitama takes forest J-Credits only.
TEST(Eligibility, Prefectures) {
  EXPECT_EQ(verdict(saving(), "tokyo", "2026-05-01"), Verdict::not_met);
  EXPECT_EQ(verdict(jcredit("FO-001", "JC", "FM"), "saitama", "2026-05-01"), Verdict::met);
  EXPECT_EQ(verdict(saving(), "saitama", "2026-05-01"), Verdict::no_rule_data);
  auto sme = of("東京都 C&T", 2023);
  sme.credit_type = "都内中小クレジット";
  EXPECT_EQ(verdict(sme, "tokyo", "2026-05-01"), Verdict::met);
  EXPECT_EQ(verdict(of("東京都 C&T", 2023), "tokyo", "2026-05-01"), Verdict::not_yet_knowable);
}

// A limit by time: California 8 % to 2020, 4 % to 2025, 6 % from 2026. A low-confidence row is conditional.
TEST(Eligibility, ALimitHoldsInItsTime) {
  const auto arb = of("California ARB", 2018);
  EXPECT_EQ(ask(arb, "california", "2020-12-31").rows[0]->limit_en, "8% (compliance obligation)");
  EXPECT_EQ(ask(arb, "california", "2021-01-01").rows[0]->limit_en, "4% (compliance obligation)");
  EXPECT_EQ(ask(arb, "california", "2026-01-01").rows[0]->limit_en, "6% (compliance obligation)");
  EXPECT_EQ(verdict(arb, "california", "2031-01-01"), Verdict::no_rule_data);
  EXPECT_EQ(ask(of("CDM", 2019), "korea_phase3", "2025-06-01").points, std::set<Point>{Point::condition});  // that it was developed by a Korean
  EXPECT_EQ(ask(of("KOC", 2025), "korea_phase4", "2026-06-01").points, std::set<Point>{Point::confidence});
  EXPECT_EQ(verdict(of("Verra", 2022), "eu_ets", "2026-06-01"), Verdict::not_met);
}

// By hand: serials 1-100, a label on 11-20 and an authorisation's label of a scheme on 16-30 cut it into 1-10, 11-15, 16-20, 21-30 and 31-100.
TEST(Eligibility, ARangeIsCutWhereALabelBeginsOrEnds) {
  registry::Registry registry;
  Act act;
  act.time = *Instant::parse("2026-05-01");
  act.business_date = day("2026-05-01");
  registry.apply(registry::RequestAccount{{7}, registry::AccountKind::holding, "", false}, registry::AccountOpened{{1}}, act);
  registry::OpenBatch batch;
  batch.attributes.crediting_programme = "Verra";
  batch.attributes.vintage = {2022};
  batch.attributes.makers = {{{3}, {}, 1}, {{4}, {}, 1}};
  batch.first = 1;
  batch.end = 101;
  batch.issued_on = day("2024-01-01");
  batch.allocations = {{{1}, 100}};
  registry.apply(batch, registry::BatchOpened{{1}}, act);
  registry.apply(registry::SetLabel{{{{1}, 11, 21}}, registry::LabelKind::corresponding_adjustment, "", day("2026-01-01"), true}, {}, act);
  registry.apply(registry::SetLabel{{{{1}, 16, 31}}, registry::LabelKind::eligible, "corsia_first", day("2026-02-01"), true}, {}, act);
  const auto pieces = pieces_of(registry, {{1}, 1, 101}, {3}, day("2026-05-01"));
  ASSERT_EQ(pieces.size(), 5U);
  const std::uint64_t firsts[] = {1, 11, 16, 21, 31};
  const bool adjusted[] = {false, true, true, false, false}, named[] = {false, false, true, true, false};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(pieces[i].range.first, firsts[i]);
    EXPECT_EQ(pieces[i].facts.adjusted, adjusted[i]);
    EXPECT_EQ(pieces[i].facts.eligible_for.contains("corsia_first"), named[i]);
    EXPECT_EQ(pieces[i].facts.own_made, OwnMade::partly);
  }
  EXPECT_EQ(pieces_of(registry, {{1}, 1, 101}, {9}, day("2026-01-15")).size(), 3U);  // the second label begins in February
  EXPECT_EQ(pieces_of(registry, {{1}, 12, 15}, {9}, day("2026-05-01"))[0].facts.own_made, OwnMade::others);
  // Never usable under the reporting scheme; for CORSIA no authorisation is recorded, which is no refusal.
  const auto refused = check_units(registry, {{{1}, 1, 101}}, "shk_adjusted_emissions", {{"shk_adjusted"}, "", day("2026-05-01"), {2025}}, {9}, rules());
  ASSERT_FALSE(refused);
  EXPECT_EQ(qualified_name(*refused.error().def), "claim.not_eligible");
  EXPECT_TRUE(check_units(registry, {{{1}, 1, 101}}, "corsia", {{"corsia_first"}, "", day("2026-05-01"), {}}, {9}, rules()));
}

TEST(Eligibility, AReasonNamesConditionAndSource) {
  auto own = saving();
  own.own_made = OwnMade::own;
  const auto judgement = ask(own, "shk_adjusted", "2026-05-01", 2025);
  EXPECT_EQ(reason(judgement, Language::en),
      "this scheme does not take them; Adjusted emissions of the reporting scheme (SHK), J-クレジット(自ら創出・森林以外); a certified reduction is one by others (報告命令 1); source shk-reporting-order-2026-02, confidence med");
  EXPECT_EQ(reason(judgement, Language::ja),
      "この制度では使えない。SHK 調整後排出量・J-クレジット(自ら創出・森林以外)。国内認証排出削減量は他者の削減に限る(報告命令1)。出典 shk-reporting-order-2026-02、信頼度 med");
  EXPECT_EQ(reason({}, Language::en), "no rule is at hand");
}

}  // namespace
}  // namespace sumi::claim
