// A new pack for someone who begins: every section with its explanation and an example that is commented out; what must be filled is empty.
#include "rulebook/authoring.h"

namespace sumi::rulebook {

namespace {

constexpr std::string_view pack_text = R"toml(# {number} の規則パックの見出し。方法論そのものは、隣の methodology.toml に書きます。
# The head of the rule pack {number}. The methodology itself is methodology.toml, beside this file.
format = 1

[pack]
kind = "methodology"
family = "{number}"          # フォルダ名と同じ / the folder's name
edition = "{edition}"        # このパックの版 / edition of this pack
authority = "jcredit"        # 採用できる者: jcredit = 制度の主管省庁 / who may adopt it
title = { ja = "{pack_ja}", en = "{pack_en}" }
# description = { ja = "方法論 Ver.1.0 の本文による。", en = "By the text of Ver.1.0." }  # 何に基づいて書いたか / on what it rests
)toml";

constexpr std::string_view head_text = R"toml(# {number} の方法論。「#」から行末までは説明で、計算には使われません。
# The methodology {number}. What stands behind '#' is explanation.
#
# 空の引用符 "" が、まだ書いていない所です。埋めたら次を実行します: sumi rules check {folder}
# Empty quotes "" are what is still to be filled. Then run:            sumi rules check {folder}
# 読み物として見るには / to read it as a page: sumi rules explain {folder}
# 式の書き方と例は docs/methodology-packs.md にあります / the language of formulas, step by step: docs/methodology-packs.md

[methodology]
number = "{number}"
version = "{edition}"        # 計画書が書く版 / the version that a plan names
title = { ja = "{title_ja}", en = "{title_en}" }
sector = { ja = "{sector_ja}", en = "{sector_en}" }
credit_type = "{type}"            # ER 排出削減, ERL 排出削減(低炭素), FM 森林 ... (sumi rules show codes/credit)
effect = "{effect}"      # reduction 削減 / removal 吸収・除去
sources = []              # 出典の番号 / ids of the table of sources: ["jcredit-en-s-006-v2-1"] (rulebook/packs/sources/sources.csv)
baseline = { ja = "", en = "" }  # ベースラインの考え方(更新と新設) / renewal and new installation, in words
rounding_rule = "certified_floor"
rounding = { ja = "ベースライン排出量とプロジェクト実施後排出量は端数処理をせず、方法論及び排出削減の年度ごとに正確に合計した差を、1 t-CO2未満切捨てで一度だけ整数とする。", en = "Both emissions keep full precision; per methodology and fiscal year their exact difference is floored once to whole tCO2." }
# note = { ja = "方法論の本文は手元になく、公表資料の要旨から再構成した。", en = "Reconstructed from publications; the official text was not at hand." }
# valid_from = "2026-03-04"   # 有効期間が分かるとき / where the validity is known

# ---- 登録要件の特例 / exceptions to the rules of registration ----
[exceptions]
two_year_rule_exempt = false        # 2年ルールの適用除外 / exempt from the two-year rule
certification_period = true         # 認証対象期間がある / has a crediting period
permanence_required = false         # 永続性の担保(森林) / permanence, forests
additionality_test_required = true  # 追加性の評価が必要 / the test is needed
registration_criterion_known = "no_rule_data"  # none なし, stated あり(次の行), no_rule_data 手元にない / not at hand
# registration_criterion = { ja = "効率がトップランナー基準を超えること。", en = "More efficient than the top-runner standard." }
# [[exceptions.exemption]]           # 追加性の評価を要しない場合 / a case that needs no test
# id = "households"
# text = { ja = "家庭部門に限る。", en = "Households only." }
# from = "2026-03-04"
# sources = ["jcredit-committee-paper-7988366"]

# ---- 計画書で選ぶ事項 / what a plan chooses once ----
# 値が決まっているもの / fixed options:
# [[choice]]
# name = "monitoring"
# title = { ja = "電力使用量の求め方", en = "How the electricity is found" }
# default = "metered"
# [[choice.option]]
# value = "metered"
# title = { ja = "計量による", en = "metered" }
# [[choice.option]]
# value = "rated"
# title = { ja = "定格と時間による", en = "rated power and hours" }
#
# 表の行を選ぶもの / a key of a table:
# [[choice]]
# name = "fuel_PJ"
# title = { ja = "プロジェクト実施後の燃料", en = "Fuel of the project" }
# table = "jcredit-fuels/factors"
#
# 選んだ行で単位が変わるとき / where the unit depends on the row that was chosen (L, t, m3N of "the fuel"):
# [[unit_variable]]
# symbol = "U_PJ"
# choice = "fuel_PJ"
# column = "unit"
#
# 設備や圃場のように行が並ぶとき / a list of rows, equipment or fields:
# [[rows]]
# name = "machines"
# title = { ja = "設備の一覧", en = "List of machines" }

)toml";

constexpr std::string_view body_text = R"toml(# ---- パラメータ / parameters ----
# kind: activity 活動量(モニタリングする), coefficient 係数, fact 条件の判定だけに使う事実 / a fact serves conditions only
# classes: 活動量は A 伝票, B 計量, C 概算; 係数は I 実測, II 第三者提供値, III デフォルト値
# default がなければ、計画書で根拠を付けて宣言します / without a default, the plan declares the value with its evidence
[[parameter]]
symbol = "EL_PJ"
definition = { ja = "", en = "" }     # 例: プロジェクト実施後の電力使用量
unit = "kWh"
kind = "activity"
classes = ["A", "B"]
frequency = { ja = "対象期間で累計", en = "summed over the period" }
method = { ja = "", en = "" }         # 例: 電力会社の請求書又は電力量計による計量
minimum = "0"

# [[parameter]]
# symbol = "CEF_all_source"
# definition = { ja = "系統電力の全電源係数(受電端)", en = "All-source factor of grid electricity" }
# unit = "tCO2/kWh"
# kind = "coefficient"
# classes = ["II", "III"]
# default = 'lookup("jcredit-electricity/grid", "japan").all_source'
# value_year = true
# minimum = "0"
# when = 'monitoring == "metered"'    # ある選択のときだけ / only with these choices

# ---- 計算式 / formulas ----
# 四則 + - * /, if(条件, a, b), min, max, sum(i in machines: W[i] * h[i]), lookup("表", キー).列
# 計画や伝票の値による除算は、丸めを書きます / a division by data names its rounding: half_even(a / b, 12)
# basis = "official" は公式文書どおりの式だけに書きます / only where it is the official text's; default "reconstructed"
[[formula]]
symbol = "EM_BL_M"
unit = "tCO2"
formula = ''
title = { ja = "ベースライン排出量(主要排出活動)", en = "Baseline emissions, main" }
sources = []

[[formula]]
symbol = "EM_PJ_M"
unit = "tCO2"
formula = ''                          # 例: 'EL_PJ * CEF_all_source'
title = { ja = "プロジェクト実施後排出量(主要排出活動)", en = "Project emissions, main" }
sources = []

[results]
baseline = "EM_BL_M"
project = "EM_PJ_M"
main_activity = "EL_PJ"               # 主要排出量の算定に用いる活動量 / the activity data of the main emission

# ---- 適用条件 / applicability conditions ----
# check: formula 式で判定, declared 申告, evidence 証拠書類(evidence を書く)
[[condition]]
id = "1"
text = { ja = "", en = "" }
check = "declared"
sources = []

# [[condition]]
# id = "2"
# text = { ja = "導入する設備の効率がベースラインの設備より高いこと。", en = "The new equipment is more efficient than the baseline's." }
# check = "formula"
# formula = 'eps_PJ > eps_BL'
# sources = ["recalled-jcredit-methodology-formulas"]

# 更新が新設として扱われる場合 / cases in which a renewal counts as new
# [[new_installation_case]]
# id = "old_specification_unavailable"
# text = { ja = "既存設備の仕様等の情報が得られない。", en = "The specification of the old equipment cannot be obtained." }
# check = "declared"
# sources = ["jcredit-document-687830"]

# 入力の検査。成り立たない計算は断られます / a check of the inputs; a calculation that breaks it is refused
# [[check]]
# text = { ja = "使用量が発電量を超えています。", en = "More is used than generated." }
# formula = 'EL_self <= EL_generated'

# 付随的な排出活動。一つでもあれば [incidental_rule] が要ります(EN-S-001 を写せます)
# Incidental sources; with one of them, [incidental_rule] is needed (copy that of EN-S-001)
# [[incidental]]
# id = "transport"
# title = { ja = "燃料の運搬", en = "Transport of the fuel" }
# side = "project"
# formula = 'F_transport * HV_diesel * CEF_diesel'
# sources = ["recalled-jcredit-methodology-formulas"]

# ---- 計算例 / worked examples ----
# 期待値は、本プログラムの外(電卓、表計算、公表された計算例)で求めます。一つ以上必要です。
# Figures are found outside of this program: by hand, a spreadsheet, a published example. One at least.
[[example]]
name = ""
source = ""                           # 期待値をどう求めたか / how the figures were found
fiscal_year = "FY2013"
values = { EL_PJ = "1000 kWh" }
expected = {}                         # 例: { EM_BL = "1.5", EM_PJ = "0.57" }
# rows.machines = [ { W = "1.5 kW", h = "2000 h" } ]
)toml";

std::string filled(std::string text, const std::vector<std::pair<std::string, std::string>>& parts) {
  for (const auto& [name, value] : parts) {
    const std::string braces = "{" + name + "}";
    for (std::size_t at = text.find(braces); at != std::string::npos; at = text.find(braces, at + value.size())) text.replace(at, braces.size(), value);
  }
  return text;
}

struct Listed {
  std::string title_ja, title_en, sector;
};
Listed listed(const std::string& number, const Rulebook& rulebook) {
  Listed found;
  const auto cell = [&](const char* column) {
    const auto value = rulebook.look_up({"jcredit-methodologies/methodologies", {number}, column, {}, "", {}, true});
    return value ? value->text() : std::string();
  };
  found.title_ja = cell("title_ja");
  found.title_en = cell("title_en");
  found.sector = cell("sector");
  return found;
}

}  // namespace

std::string sector_in_english(std::string_view ja) {
  constexpr std::pair<std::string_view, std::string_view> names[] = {{"省エネルギー等", "Energy saving"}, {"再生可能エネルギー", "Renewable energy"},
                                                                     {"工業プロセス", "Industrial processes"}, {"農業", "Agriculture"},
                                                                     {"廃棄物", "Waste"}, {"森林", "Forest"}};
  for (const auto& [name, english] : names) {
    if (name == ja) return std::string(english);
  }
  return {};
}

std::vector<PackFile> methodology_skeleton(const std::string& number, const std::string& edition, const std::string& folder, const Rulebook& rulebook) {
  const Listed known = listed(number, rulebook);
  const bool forest = number.starts_with("FO-");
  const std::vector<std::pair<std::string, std::string>> parts = {{"number", number},         {"edition", edition},
                                                                  {"folder", folder},         {"title_ja", known.title_ja},
                                                                  {"title_en", known.title_en}, {"sector_ja", known.sector},
                                                                  {"sector_en", sector_in_english(known.sector)},
                                                                  {"pack_ja", known.title_ja.empty() ? number : known.title_ja},
                                                                  {"pack_en", known.title_en.empty() ? number : known.title_en},
                                                                  {"type", forest ? "FM" : "ER"}, {"effect", forest ? "removal" : "reduction"}};
  return {{"methodology.toml", filled(std::string(head_text) + std::string(body_text), parts)}, {"pack.toml", filled(std::string(pack_text), parts)}};
}

}  // namespace sumi::rulebook
