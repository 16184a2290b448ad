// One thing wrong at a time in a small pack that holds: each slip is named, at its line, with a remedy in both languages.
//
// The pack is invented: an electric heater for an oil-fired one. Its example by hand: 1000 kWh = 3.6 GJ; 3.6 / 0.8 = 4.5 GJ; x 0.0686 = 0.3087 t
// (kerosene, FY2013); 1000 x 0.000570 = 0.57 t.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "rulebook/authoring.h"
#include "rulebook/errors.h"

namespace sumi::rulebook {
namespace {

constexpr std::string_view good_pack = R"toml([methodology]
number = "EN-T-001"
version = "1"
title = { ja = "電気ヒーターの導入", en = "Electric heaters" }
sector = { ja = "省エネルギー等", en = "Energy saving" }
credit_type = "ER"
effect = "reduction"
valid_from = "2013-04-01"
valid_to = "2031-03-31"
sources = ["recalled-jcredit-methodology-formulas"]
baseline = { ja = "既存の加熱器。", en = "The old heater." }
rounding_rule = "certified_floor"
rounding = { ja = "一度だけ切り捨てる。", en = "Floored once." }

[exceptions]
registration_criterion_known = "none"
[[exceptions.exemption]]
id = "households"
text = { ja = "家庭部門に限る。", en = "Households only." }
from = "2020-04-01"
to = "2021-03-31"
sources = ["jcredit-committee-paper-7988366"]

[[choice]]
name = "monitoring"
title = { ja = "求め方", en = "How it is found" }
default = "metered"
[[choice.option]]
value = "metered"
title = { ja = "計量", en = "metered" }
[[choice.option]]
value = "rated"
title = { ja = "定格", en = "rated" }

[[choice]]
name = "estimate"
title = { ja = "追加の求め方", en = "How the rest is found" }
same_as = "monitoring"
[[choice.option]]
value = "metered"
title = { ja = "計量", en = "metered" }
[[choice.option]]
value = "rated"
title = { ja = "定格", en = "rated" }

[[choice]]
name = "fuel_BL"
title = { ja = "燃料", en = "Fuel" }
table = "jcredit-fuels/factors"

[[unit_variable]]
symbol = "U_BL"
choice = "fuel_BL"
column = "unit"

[[rows]]
name = "heaters"
title = { ja = "一覧", en = "List" }
when = 'monitoring == "rated"'

[[parameter]]
symbol = "EL_PJ"
definition = { ja = "電力使用量", en = "Electricity" }
unit = "kWh"
kind = "activity"
classes = ["A", "B"]
minimum = "0"
when = 'monitoring == "metered"'

[[parameter]]
symbol = "W"
definition = { ja = "定格", en = "Rated power" }
unit = "kW"
kind = "coefficient"
rows = "heaters"
classes = ["I"]
when = 'monitoring == "rated"'

[[parameter]]
symbol = "h"
definition = { ja = "時間", en = "Hours" }
unit = "h"
kind = "activity"
rows = "heaters"
classes = ["B"]
when = 'monitoring == "rated"'

[[parameter]]
symbol = "eps_BL"
definition = { ja = "既存の効率", en = "Old efficiency" }
unit = "GJ/GJ_HHV"
kind = "coefficient"
classes = ["I"]
minimum = "0.01"
maximum = "1.2"

[[parameter]]
symbol = "CEF_BL"
definition = { ja = "燃料の係数", en = "Factor of the fuel" }
unit = "tCO2/GJ_HHV"
kind = "coefficient"
classes = ["III"]
default = 'lookup("jcredit-fuels/factors", fuel_BL).co2'

[[parameter]]
symbol = "HV_BL"
definition = { ja = "単位発熱量", en = "Calorific value" }
unit = "GJ_HHV/U_BL"
kind = "coefficient"
classes = ["III"]
default = 'lookup("jcredit-fuels/factors", fuel_BL).gcv'

[[parameter]]
symbol = "F_old"
definition = { ja = "既存の燃料使用量", en = "Fuel of the old heater" }
unit = "U_BL"
kind = "fact"

[[parameter]]
symbol = "CEF"
definition = { ja = "電力の係数", en = "Factor of electricity" }
unit = "tCO2/kWh"
kind = "coefficient"
classes = ["III"]
default = 'lookup("jcredit-electricity/grid", "japan").all_source'

[[parameter]]
symbol = "EL_fan"
definition = { ja = "送風機の電力", en = "Electricity of the fan" }
unit = "kWh"
kind = "activity"
classes = ["C"]

[[formula]]
symbol = "EL"
unit = "kWh"
formula = 'if(monitoring == "rated", sum(i in heaters: W[i] * h[i]), EL_PJ)'
title = { ja = "電力", en = "Electricity" }
sources = ["recalled-jcredit-methodology-formulas"]

[[formula]]
symbol = "Q"
unit = "GJ"
formula = 'EL * if(estimate == "rated", 1, 1)'
title = { ja = "熱量", en = "Heat" }
sources = ["recalled-jcredit-methodology-formulas"]

[[formula]]
symbol = "BL"
unit = "tCO2"
formula = 'half_even(Q / eps_BL, 12) * CEF_BL'
title = { ja = "ベースライン", en = "Baseline" }
basis = "reconstructed"
sources = ["recalled-jcredit-methodology-formulas"]

[[formula]]
symbol = "PJ"
unit = "tCO2"
formula = 'EL * CEF'
title = { ja = "実施後", en = "Project" }
sources = ["recalled-jcredit-methodology-formulas"]

[results]
baseline = "BL"
project = "PJ"
main_activity = "EL_PJ"

[[condition]]
id = "1"
text = { ja = "既存の加熱器を使っていたこと。", en = "The old heater was in use." }
check = "formula"
formula = 'F_old * HV_BL > 0 [GJ_HHV]'
sources = ["recalled-jcredit-methodology-formulas"]

[[condition]]
id = "2"
text = { ja = "自家消費すること。", en = "Used on the site." }
check = "evidence"
evidence = { ja = "配管図", en = "plan of the pipes" }
sources = ["recalled-jcredit-methodology-formulas"]

[[incidental]]
id = "fan"
title = { ja = "送風機", en = "Fan" }
side = "project"
formula = 'EL_fan * CEF'
sources = ["recalled-jcredit-methodology-formulas"]

[incidental_rule]
text = { ja = "影響度による。", en = "By the ratio." }
must_calculate_from = 'lookup("jcredit-scheme/rules", "incidental.must_calculate_from").value [1]'
unmonitored_below = 'lookup("jcredit-scheme/rules", "incidental.unmonitored_total_below").value [1]'
by_ratio = 'ratio * max(ER_calculated, 0 [tCO2])'
sources = ["jcredit-plan-ag-004-faeger-2024"]

[[example]]
name = "kerosene"
source = "by hand"
fiscal_year = "FY2013"
values = { fuel_BL = "kerosene", EL_PJ = "1000 kWh", eps_BL = "0.8 GJ/GJ_HHV" }
expected = { Q = "3.6", EM_BL = "0.3087", EM_PJ = "0.57" }
)toml";

constexpr std::string_view good_head = R"toml(format = 1
[pack]
kind = "methodology"
family = "EN-T-001"
edition = "1"
authority = "jcredit"
title = { ja = "電気ヒーターの導入", en = "Electric heaters" }
)toml";

const Rulebook& book() {
  static const Rulebook rulebook = [] {
    auto loaded = Rulebook::load(SUMI_SOURCE_DIR "/rulebook", {});
    if (!loaded) ADD_FAILURE() << describe_error(loaded.error(), Language::en);
    return loaded ? *loaded : Rulebook{};
  }();
  return rulebook;
}

Result<std::shared_ptr<const Methodology>> checked(std::string text, std::vector<PackFile> more = {}) {
  more.push_back({"pack.toml", std::string(good_head)});
  more.push_back({"methodology.toml", std::move(text)});
  SUMI_TRY(const Pack pack, Pack::from_files(std::move(more), "EN-T-001"));
  return check_methodology(pack, book());
}

std::string changed(std::string_view from, std::string_view to) {
  std::string text(good_pack);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(text.find(from, at + 1), std::string::npos) << "twice: " << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

// The line on which `marker` first stands.
std::uint32_t line_of(const std::string& text, std::string_view marker) {
  const std::size_t at = text.find(marker);
  EXPECT_NE(at, std::string::npos) << marker;
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size())), '\n'));
}

TEST(Slips, ThePackWithoutOne) {
  const auto good = checked(std::string(good_pack));
  EXPECT_TRUE(good) << describe_error(good.error(), Language::en);
}

struct Slip {
  const char* what;
  const char* from;
  const char* to;
  const char* error;
  const char* at;  // stands on the line that is named
};

const Slip slips[] = {
    // ---- Keys, texts, kinds ----
    {"unknown key", "minimum = \"0\"\nwhen", "minimun = \"0\"\nwhen", "pack_key_unknown", "minimun"},
    {"unknown section", "[results]", "[notes]\nx = 1\n[results]", "pack_key_unknown", "[notes]"},
    {"missing key", "rounding_rule = \"certified_floor\"\n", "", "pack_key_missing", "[methodology]"},
    {"missing section", "[results]\nbaseline = \"BL\"\nproject = \"PJ\"\nmain_activity = \"EL_PJ\"\n", "", "pack_key_missing", "[methodology]"},
    {"missing text in English", "{ ja = \"熱量\", en = \"Heat\" }", "{ ja = \"熱量\" }", "pack_key_missing", "ja = \"熱量\""},
    {"missing text in Japanese", "{ ja = \"熱量\", en = \"Heat\" }", "{ en = \"Heat\" }", "pack_key_missing", "en = \"Heat\""},
    {"empty text", "{ ja = \"熱量\", en = \"Heat\" }", "{ ja = \"熱量\", en = \"\" }", "pack_text_empty", "ja = \"熱量\""},
    {"English left in Japanese", "en = \"Heat\" }", "en = \"熱量\" }", "methodology_text_same", "ja = \"熱量\""},
    {"condition without text", "text = { ja = \"自家消費すること。\", en = \"Used on the site.\" }\n", "", "pack_key_missing", "[[condition]]\nid = \"2\""},
    {"evidence without words", "evidence = { ja = \"配管図\", en = \"plan of the pipes\" }\n", "", "pack_key_missing", "[[condition]]\nid = \"2\""},
    {"a number for a text", "version = \"1\"", "version = 1", "pack_value", "version = 1"},
    {"a text for a flag", "[exceptions]\n", "[exceptions]\npermanence_required = \"no\"\n", "pack_value", "permanence_required"},
    {"unknown kind", "kind = \"fact\"", "kind = \"fakt\"", "pack_value", "fakt"},
    {"class that the kind does not have", "classes = [\"A\", \"B\"]", "classes = [\"A\", \"II\"]", "pack_value", "\"II\""},
    {"unknown way of checking", "check = \"evidence\"", "check = \"belief\"", "pack_value", "belief"},
    {"effect misspelt", "effect = \"reduction\"", "effect = \"reduktion\"", "pack_value", "reduktion"},
    {"no TOML", "[[rows]]", "[[rows]", "toml_syntax", "[[rows]"},
    // ---- The head ----
    {"number of another pack", "number = \"EN-T-001\"", "number = \"EN-T-002\"", "pack_value", "EN-T-002"},
    {"unknown credit type", "credit_type = \"ER\"", "credit_type = \"EX\"", "pack_value", "\"EX\""},
    {"unknown rounding rule", "rounding_rule = \"certified_floor\"", "rounding_rule = \"round_up\"", "pack_value", "round_up"},
    {"validity that ends first", "valid_to = \"2031-03-31\"", "valid_to = \"2012-03-31\"", "validity_reversed", "2012-03-31"},
    {"exemption that ends first", "to = \"2021-03-31\"", "to = \"2019-03-31\"", "validity_reversed", "2019-03-31"},
    {"no day", "valid_from = \"2013-04-01\"", "valid_from = \"2013-04-31\"", "pack_value", "2013-04-31"},
    // ---- Sources ----
    {"unknown source of the pack", "sources = [\"recalled-jcredit-methodology-formulas\"]\nbaseline = { ja", "sources = [\"nowhere\"]\nbaseline = { ja", "source_unknown", "nowhere"},
    {"unknown source of an exemption", "jcredit-committee-paper-7988366", "jcredit-committee-paper-1", "source_unknown", "jcredit-committee-paper-1"},
    {"unknown source of the rule", "jcredit-plan-ag-004-faeger-2024", "the internet", "source_unknown", "the internet"},
    {"no source", "sources = [\"jcredit-committee-paper-7988366\"]", "sources = []", "source_missing", "sources = []"},
    {"official without an official source", "basis = \"reconstructed\"", "basis = \"official\"", "methodology_basis", "basis = \"official\""},
    // ---- Names ----
    {"duplicate parameter", "symbol = \"EL_fan\"", "symbol = \"F_old\"", "formula_name_twice", "symbol = \"F_old\"\ndefinition = { ja = \"送風機"},
    {"formula named like a parameter", "symbol = \"Q\"", "symbol = \"W\"", "formula_name_twice", "symbol = \"W\"\nunit = \"GJ\""},
    {"duplicate condition", "id = \"2\"", "id = \"1\"", "formula_name_twice", "id = \"1\"\ntext = { ja = \"自家"},
    {"duplicate option", "[[choice.option]]\nvalue = \"rated\"\ntitle = { ja = \"定格\", en = \"rated\" }\n\n[[choice]]\nname = \"estimate\"",
     "[[choice.option]]\nvalue = \"metered\"\ntitle = { ja = \"定格\", en = \"twice\" }\n\n[[choice]]\nname = \"estimate\"", "formula_name_twice", "value = \"metered\"\ntitle = { ja = \"定格\", en = \"twice\""},
    {"a name that no formula can write", "symbol = \"Q\"", "symbol = \"熱\"", "methodology_name", "symbol = \"熱\""},
    {"a word of the language as a name", "symbol = \"Q\"", "symbol = \"fiscal_year\"", "methodology_name", "symbol = \"fiscal_year\""},
    // ---- Choices ----
    {"choice without option", "table = \"jcredit-fuels/factors\"\n", "", "pack_value", "[[choice]]\nname = \"fuel_BL\""},
    {"choice of an unknown table", "table = \"jcredit-fuels/factors\"", "table = \"fuels\"", "formula_table_unknown", "table = \"fuels\""},
    {"default that is no option", "default = \"metered\"", "default = \"measured\"", "methodology_option_unknown", "default = \"measured\""},
    {"same as a choice with other options", "same_as = \"monitoring\"", "same_as = \"fuel_BL\"", "pack_value", "same_as = \"fuel_BL\""},
    {"condition on an unknown option", "when = 'monitoring == \"rated\"'\n\n[[parameter]]\nsymbol = \"EL_PJ\"", "when = 'monitoring == \"rate\"'\n\n[[parameter]]\nsymbol = \"EL_PJ\"",
     "methodology_option_unknown", "\"rate\""},
    {"formula with an unknown option", "if(monitoring == \"rated\"", "if(monitoring == \"rates\"", "methodology_option_unknown", "\"rates\""},
    {"condition on what no choice decides", "when = 'monitoring == \"metered\"'", "when = 'CEF == \"metered\"'", "methodology_reference", "'CEF =="},
    {"unit variable of no choice", "choice = \"fuel_BL\"", "choice = \"fuel\"", "pack_value", "choice = \"fuel\""},
    // ---- Units and formulas ----
    {"unknown unit", "unit = \"U_BL\"", "unit = \"U_XX\"", "formula_unit_text", "[[parameter]]\nsymbol = \"F_old\""},
    {"unit that does not fit", "'EL * CEF'", "'EL * CEF_BL'", "formula_unit_mismatch", "'EL * CEF_BL'"},
    {"sum of unlike things", "'EL * CEF'", "'EL + CEF'", "formula_unit_mismatch", "'EL + CEF'"},
    {"unrounded division", "half_even(Q / eps_BL, 12) * CEF_BL", "Q / eps_BL * CEF_BL", "formula_division_unrounded", "'Q / eps_BL"},
    {"unknown name", "'EL * CEF'", "'EL * CEE'", "formula_name_unknown", "'EL * CEE'"},
    {"unknown function", "half_even(", "half_evn(", "formula_function_unknown", "half_evn("},
    {"bracket left open", "'EL * CEF'", "'(EL * CEF'", "formula_syntax", "'(EL * CEF'"},
    {"formulas in a circle", "'EL * if(estimate == \"rated\", 1, 1)'", "'EL * if(estimate == \"rated\", 1, 1) * (BL / BL)'", "formula_recursion", "formula = 'half_even"},
    {"number that is none", "'EL * CEF'", "'EL * 1e3'", "formula_number", "1e3"},
    {"a condition that is a number", "'F_old * HV_BL > 0 [GJ_HHV]'", "'F_old * HV_BL'", "formula_kind", "'F_old * HV_BL'"},
    {"unknown column", "fuel_BL).gcv", "fuel_BL).hhv", "formula_column_unknown", ".hhv"},
    {"key that the table does not have", "\"japan\").all_source", "\"nippon\").all_source", "key_unknown", "\"nippon\""},
    {"result that is no tonne", "symbol = \"PJ\"\nunit = \"tCO2\"", "symbol = \"PJ\"\nunit = \"kgCO2\"", "methodology_result", "unit = \"kgCO2\""},
    {"result that no formula gives", "project = \"PJ\"", "project = \"PX\"", "methodology_reference", "project = \"PX\""},
    {"unknown list", "rows = \"heaters\"\nclasses = [\"I\"]", "rows = \"heater\"\nclasses = [\"I\"]", "methodology_reference", "rows = \"heater\"\n"},
    // ---- Parameters ----
    {"bound that is no number", "minimum = \"0.01\"", "minimum = \"1 %%\"", "methodology_bound", "1 %%"},
    {"maximum below minimum", "maximum = \"1.2\"", "maximum = \"0.001\"", "methodology_bound", "maximum = \"0.001\""},
    {"default without its class", "classes = [\"III\"]\ndefault = 'lookup(\"jcredit-electricity/grid\"", "classes = [\"II\"]\ndefault = 'lookup(\"jcredit-electricity/grid\"", "pack_value",
     "classes = [\"II\"]\ndefault"},
    // ---- What nothing uses ----
    {"unused parameter", "'EL_fan * CEF'", "'EL * CEF'", "methodology_unused", "symbol = \"EL_fan\""},
    {"unused formula", "'half_even(Q / eps_BL, 12) * CEF_BL'", "'half_even(EL * if(estimate == \"rated\", 1, 1) / eps_BL, 12) * CEF_BL'", "methodology_unused", "symbol = \"Q\""},
    {"unused choice", "'EL * if(estimate == \"rated\", 1, 1)'", "'EL'", "methodology_unused", "name = \"estimate\""},
    {"unused unit variable", "[[rows]]", "[[unit_variable]]\nsymbol = \"U_2\"\nchoice = \"fuel_BL\"\ncolumn = \"unit\"\n[[rows]]", "methodology_unused", "symbol = \"U_2\""},
    // ---- Incidental sources and examples ----
    {"source without the rule", "[incidental_rule]", "[incidental_rules]", "pack_key_missing", "[methodology]"},
    {"missing example", "[[example]]\nname = \"kerosene\"\nsource = \"by hand\"\nfiscal_year = \"FY2013\"\nvalues = { fuel_BL = \"kerosene\", EL_PJ = \"1000 kWh\", eps_BL = \"0.8 GJ/GJ_HHV\" }\nexpected = { Q = \"3.6\", EM_BL = \"0.3087\", EM_PJ = \"0.57\" }\n",
     "", "methodology_example_missing", "[methodology]"},
    {"example that expects nothing", "expected = { Q = \"3.6\", EM_BL = \"0.3087\", EM_PJ = \"0.57\" }", "expected = {}", "methodology_example_missing", "expected = {}"},
    {"example figure that does not come out", "EM_BL = \"0.3087\"", "EM_BL = \"0.3078\"", "methodology_example", "0.3078"},
    {"example of an unknown figure", "Q = \"3.6\"", "QQ = \"3.6\"", "methodology_example", "QQ"},
    {"example that cannot be calculated", "EL_PJ = \"1000 kWh\"", "EL_PJ = \"1000 kL\"", "input_unit", "[[example]]"},
    {"example without an input", ", eps_BL = \"0.8 GJ/GJ_HHV\" }", " }", "input_missing", "[[example]]"},
    {"example of no year", "fiscal_year = \"FY2013\"", "fiscal_year = \"last year\"", "pack_value", "last year"},
};

TEST(Slips, EachIsNamedAtItsLineWithARemedy) {
  for (const Slip& slip : slips) {
    const std::string text = changed(slip.from, slip.to);
    const auto result = checked(text);
    ASSERT_FALSE(result) << slip.what;
    std::vector<Error> found{result.error()};
    found.insert(found.end(), result.error().also.begin(), result.error().also.end());
    const std::uint32_t line = line_of(text, slip.at);
    bool named = false;
    for (const Error& e : found) named = named || (e.def->name == slip.error && e.place.line == line);
    EXPECT_TRUE(named) << slip.what << ": wanted " << slip.error << " on line " << line << "\n" << describe_error(result.error(), Language::en);
    for (const Error& e : found) {
      EXPECT_EQ(e.place.file, "EN-T-001/methodology.toml") << slip.what;
      for (const Language language : {Language::ja, Language::en}) {
        EXPECT_EQ(describe_error(e, language).find("…"), std::string::npos) << "a gap in: " << describe_error(e, language);
      }
      EXPECT_FALSE(e.def->remedy_en.empty() && std::string_view(e.def->name) != "toml_syntax") << slip.what << ": " << e.def->name << " has no remedy";
    }
  }
  EXPECT_GE(std::size(slips), 60u);
}

// Two formulas with a slip each, an unknown source and a reversed bound: an author sees them together, in the order of their lines.
TEST(Slips, SeveralComeTogether) {
  std::string text = changed("'EL * CEF'", "'EL * CEE'");
  const auto put = [&](std::string_view from, std::string_view to) { text.replace(text.find(from), from.size(), to); };
  put("half_even(Q / eps_BL, 12)", "(Q / eps_BL)");
  put("maximum = \"1.2\"", "maximum = \"0.001\"");
  put("jcredit-plan-ag-004-faeger-2024", "nowhere");
  const auto result = checked(text);
  ASSERT_FALSE(result);
  std::vector<std::string> names{std::string(result.error().def->name)};
  std::uint32_t line = result.error().place.line;
  for (const Error& e : result.error().also) {
    names.emplace_back(e.def->name);
    EXPECT_LE(line, e.place.line);
    line = e.place.line;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"methodology_bound", "formula_division_unrounded", "formula_name_unknown", "source_unknown"}))
      << describe_error(result.error(), Language::en);
}

// Four units may vary with a choice; this pack has one.
TEST(Slips, FiveUnitsThatVary) {
  std::string more;
  for (const char* symbol : {"U_2", "U_3", "U_4", "U_5"}) more += std::string("[[unit_variable]]\nsymbol = \"") + symbol + "\"\nchoice = \"fuel_BL\"\ncolumn = \"unit\"\n";
  more += "[[rows]]";
  const auto result = checked(changed("[[rows]]", more.c_str()));
  ASSERT_FALSE(result);
  std::vector<Error> found{result.error()};
  found.insert(found.end(), result.error().also.begin(), result.error().also.end());
  const auto it = std::ranges::find(found, std::string_view("methodology_variants"), [](const Error& e) { return e.def->name; });
  ASSERT_NE(it, found.end()) << describe_error(result.error(), Language::en);
  EXPECT_EQ(it->place.file, "EN-T-001/methodology.toml");
  EXPECT_NE(sentence(*it, Language::en).find("4"), std::string::npos);
}

TEST(Slips, AFileThatNobodyReads) {
  const auto result = checked(std::string(good_pack), {{"table.csv", "a,b\n"}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().def->name, "file_unused");
}

TEST(Slips, ShippedMethodologiesHaveNone) {
  for (const Pack& pack : book().packs()) {
    if (pack.head().kind != PackKind::methodology) continue;
    const auto result = check_methodology(pack, book());
    EXPECT_TRUE(result) << pack.family() << "\n" << (result ? "" : describe_error(result.error(), Language::en));
  }
}

// A skeleton reads, and the answer is what is still to be filled: empty texts and lists of sources, each on its line.
TEST(Skeleton, AsksForWhatIsToBeFilled) {
  for (const char* number : {"EN-S-030", "FO-003", "XX-999"}) {
    const auto pack = Pack::from_files(methodology_skeleton(number, "2026-11", "here", book()), number);
    ASSERT_TRUE(pack) << describe_error(pack.error(), Language::en);
    const auto result = check_methodology(*pack, book());
    ASSERT_FALSE(result);
    std::vector<Error> found{result.error()};
    found.insert(found.end(), result.error().also.begin(), result.error().also.end());
    std::map<std::string, int> kinds;
    for (const Error& e : found) {
      ++kinds[std::string(e.def->name)];
      EXPECT_GT(e.place.line, 1u);
    }
    // An unlisted number has no title and no sector: four texts more.
    const int texts = std::string_view(number) == "XX-999" ? 16 : 12;
    EXPECT_EQ(kinds, (std::map<std::string, int>{{"pack_text_empty", texts}, {"source_missing", 4}})) << describe_error(result.error(), Language::en);
    const std::string& text = *pack->file("methodology.toml");
    EXPECT_NE(text.find(number), std::string::npos);
    EXPECT_EQ(text.find('{' + std::string("number")), std::string::npos);
    EXPECT_EQ(text.find("印刷機の更新") != std::string::npos, std::string_view(number) == "EN-S-030");
    EXPECT_EQ(text.find("effect = \"removal\"") != std::string::npos, std::string_view(number) == "FO-003");
  }
}

// What the skeleton shows behind '#' is no dead letter: uncommented, each example line of a section is read as that section.
TEST(Skeleton, ItsCommentedExamplesAreRead) {
  std::string text = *Pack::from_files(methodology_skeleton("EN-S-030", "2026-11", "here", book()), "x")->file("methodology.toml");
  std::string out;
  bool example = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string line = text.substr(start, end - start);
    start = end + 1;
    if (line.starts_with("# [[")) example = true;
    if (!line.starts_with("# ") || line.starts_with("# [incidental_rule]")) example = false;
    const auto equals = line.find(" = ");
    if (example && (line.starts_with("# [[") || (equals != std::string::npos && line.find(' ', 2) == equals))) line = line.substr(2);
    out += line + "\n";
  }
  const auto pack = Pack::from_files({{"pack.toml", std::string(good_head)}, {"methodology.toml", out}}, "x");
  ASSERT_TRUE(pack);
  const auto result = check_methodology(*pack, book());
  ASSERT_FALSE(result);
  std::vector<Error> found{result.error()};
  found.insert(found.end(), result.error().also.begin(), result.error().also.end());
  for (const Error& e : found) {
    EXPECT_NE(e.def->name, "pack_key_unknown") << describe_error(e, Language::en);
    EXPECT_NE(e.def->name, "toml_syntax") << describe_error(e, Language::en);
    EXPECT_NE(e.def->name, "source_unknown") << describe_error(e, Language::en);
  }
}

}  // namespace
}  // namespace sumi::rulebook
