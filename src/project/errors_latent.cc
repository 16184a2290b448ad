// Lists of equipment 350-369, support and follow-up 370-389.
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr auto refused = ErrorKind::refused;
constexpr auto bad = ErrorKind::bad_input;
constexpr std::string_view support_page = "Ｊ－クレジット制度ホームページ: 申請の支援 (2021年度)";
}  // namespace

const ErrorDef find_pack{"project", 350, "find_pack", bad, "規則集の設備一覧の読み方(sumi-find)が合っていません: {what}", "The pack on lists of equipment (sumi-find) contradicts itself: {what}", "",
    "sumi rules check で規則集を検査してください。", "Check the rulebook with sumi rules check."};
const ErrorDef find_map_key{"project", 351, "find_map_key", bad, "対応表に「{key}」という項目はありません。", "The map has no entry \"{key}\".", "",
    "つづりを確かめてください。使えるもの: {known}", "Check the spelling. Known are: {known}"};
const ErrorDef find_map_value{"project", 352, "find_map_value", bad, "対応表の「{key}」に「{text}」は使えません。", "\"{key}\" of the map cannot be \"{text}\".", "",
    "{example} のように書いてください。", "Write it like {example}."};
const ErrorDef find_map_short{"project", 353, "find_map_short", bad, "対応表に「{title_ja}」({field})の列がありません。これがないと、どの行も判断できません。",
    "The map has no column for \"{title_en}\" ({field}); without it no line can be judged.", "", "[columns] に {field} = \"列名\" を加えてください。", "Add {field} = \"header\" to [columns]."};
const ErrorDef find_no_header{"project", 354, "find_no_header", bad, "一覧の初めの20行に、列名の行が見つかりません。", "No line with headers was found among the first 20 of the list.", "",
    "列名(設備名、稼働開始日など)のある行を付けてください。", "Give the list a line with headers, such as 設備名 and 稼働開始日."};
const ErrorDef find_column_unknown{"project", 355, "find_column_unknown", bad, "対応表の列「{column}」({field})が、一覧にありません。", "The column \"{column}\" ({field}) of the map is not in the list.", "",
    "対応表の列名か header_line を直してください。一覧の列: {known}", "Correct the header or header_line in the map. The list has: {known}"};
const ErrorDef find_no_application{"project", 356, "find_no_application", bad, "申請予定日が分かりません。2年前の要件は、その日から数えます。", "The planned day of the application is not given; the two-year rule counts from it.",
    "", "--on 2026-12-01 か、対応表の application に書いてください。", "Give --on 2026-12-01, or application in the map."};
const ErrorDef find_row_columns{"project", 357, "find_row_columns", bad, "この行の列数({count})が、列名の行({expected})と違います。", "This line has {count} columns, the line with the headers {expected}.", "",
    "コンマを含む値を引用符で囲んでください。", "Put values with commas into quotation marks."};
const ErrorDef find_cell_date{"project", 358, "find_cell_date", bad, "「{column}」の「{text}」は日付として読めません。", "\"{column}\": \"{text}\" cannot be read as a date.", "",
    "2025-05-10、2025年5月、2025年度、令和7年5月10日 のように書いてください。", "Write 2025-05-10, 2025年5月 or 2025年度."};
const ErrorDef find_cell_number{"project", 359, "find_cell_number", bad, "「{column}」の「{text}」は数として読めません。", "\"{column}\": \"{text}\" cannot be read as a number.", "",
    "数字だけか、単位を付けて(12,000 kWh)書いてください。", "Write digits, or a number with its unit."};
const ErrorDef find_cell_unit{"project", 360, "find_cell_unit", bad, "「{column}」の「{text}」の単位が、ここで使う単位({unit})になりません。", "\"{column}\": the unit of \"{text}\" does not become {unit}.", "",
    "{unit}に換算できる単位を、対応表の unit か、値の後に書いてください。列の意味が違うときは、対応表の項目を直します。", "Give a unit that converts to {unit}, in the map or behind the value; or map the column to another field."};
const ErrorDef find_cell_word{"project", 361, "find_cell_word", bad, "「{column}」の「{text}」の意味が分かりません。", "\"{column}\": the meaning of \"{text}\" is not known.", "",
    "使える語: {known} など。列の意味が違うときは、対応表でその列の項目を直すか、消します。", "Known words are: {known} and others. If the column means something else, correct or remove it in the map."};
const ErrorDef find_cell_error{"project", 362, "find_cell_error", bad, "「{column}」のセルが、Excelの誤り「{text}」になっています。", "\"{column}\": the cell shows the Excel error {text}.", "",
    "Excelで式を直して保存し直してください。", "Mend the formula in Excel and save again."};
const ErrorDef find_cell_negative{"project", 363, "find_cell_negative", bad, "「{column}」の「{text}」は負の数です。", "\"{column}\": \"{text}\" is negative.", "", "0以上の数を書いてください。", "Give 0 or more."};
const ErrorDef find_cell_range{"project", 364, "find_cell_range", bad, "「{column}」の「{text}」は大きすぎます({maximum}まで)。", "\"{column}\": \"{text}\" is more than {maximum}.", "",
    "割合は0から1か、%を付けて書いてください。", "Give a share from 0 to 1, or with %."};
const ErrorDef find_cell_corporate_number{"project", 365, "find_cell_corporate_number", bad, "法人番号「{text}」は、13桁の検査に合いません。", "The corporate number \"{text}\" does not pass the check of its 13 digits.", "",
    "国税庁の法人番号公表サイトで確かめてください。個人の場合は空欄にします。", "Look it up on the National Tax Agency's site; leave it empty for a person."};
const ErrorDef find_subsidy_above{"project", 366, "find_subsidy_above", bad, "補助金({subsidy}円)が総事業費({investment}円)を超えています。", "The subsidy ({subsidy} yen) is more than the investment ({investment} yen).", "",
    "二つの金額と単位(円、千円)を確かめてください。", "Check both amounts and their units."};
const ErrorDef find_programme{"project", 367, "find_programme", bad, "プログラムの一覧の「{column}」の「{text}」は使えません。", "The list of programmes: \"{column}\" cannot be \"{text}\".", "",
    "{example} のように書いてください。", "Write it like {example}."};
const ErrorDef find_price{"project", 368, "find_price", bad, "価格「{text}」は読めません。", "The price \"{text}\" cannot be read.", "", "--price 2000 か --price 省エネ=2000 のように、円/t-CO2で書いてください。",
    "Give yen per tCO2: --price 2000, or --price 省エネ=2000."};
const ErrorDef find_fuel_year{"project", 369, "find_fuel_year", bad, "燃料の排出係数の年度が、対応表に書かれていません。", "The map does not say whose year's fuel factors are taken.", "",
    "対応表に fuel_factors_of = \"FY2013\" のように書いてください。", "Write fuel_factors_of = \"FY2013\" in the map."};

const ErrorDef support_no_rule_data{"project", 371, "support_no_rule_data", refused, "この日の支援の条件が、規則集にありません。", "The rulebook has no conditions of the support for this day.", "",
    "支援の条件を含む規則集(jcredit-support)を採用してください。", "Adopt a rulebook with the conditions (jcredit-support)."};
const ErrorDef support_body{"project", 372, "support_body", refused, "「{body}」は支援の対象ではありません。", "A body of the kind \"{body}\" is not supported.", support_page,
    "中小企業、地方公共団体又は公益法人が対象です。", "Small companies, local governments and public-interest bodies are."};
const ErrorDef support_below_minimum{"project", 373, "support_below_minimum", refused, "年平均の排出削減見込量{tonnes} t-CO2は、支援の下限{minimum} t-CO2に足りません。",
    "An expected mean reduction of {tonnes} tCO2 a year is below the minimum of the support, {minimum} tCO2.", "2020-06 data book", "他の事業者の活動とまとめるプログラム型を検討してください。",
    "Consider a programme together with others."};
const ErrorDef support_expected_differs{"project", 374, "support_expected_differs", refused, "申請の見込量{tonnes} t-CO2が、計画書の年平均({planned} t-CO2)を上回っています。",
    "The {tonnes} tCO2 a year of the application are more than the plan's mean, {planned} tCO2.", "", "計画書の見込量に合わせてください。", "Take the plan's figure."};
const ErrorDef support_once{"project", 375, "support_once", refused, "事業者{organisation}は、方法論{methodology}について既にこの支援を受けています(プロジェクト{project})。",
    "Organisation {organisation} has had this support for methodology {methodology} already (project {project}).", support_page, "一つの事業者につき方法論ごとに1回です。", "It is given once per operator and methodology."};
const ErrorDef support_applied{"project", 376, "support_applied", refused, "この支援は既に申請されています。", "This support has been applied for already.", "", "決定を待ってください。", "Wait for the decision."};
const ErrorDef support_not_applied{"project", 377, "support_not_applied", refused, "決定を待つ支援の申請がありません。", "No application for this support waits for a decision.", "", "先に支援を申請してください。", "Apply first."};
const ErrorDef support_ground{"project", 378, "support_ground", bad, "支援を断る根拠「{ground}」が規則集にありません。", "The ground \"{ground}\" of refusing the support is not in the rulebook.", "",
    "使える根拠: {known}", "Known grounds: {known}"};
const ErrorDef follow_up_certified{"project", 381, "follow_up_certified", refused, "プロジェクト{project}は認証を受けたことがあります。", "Project {project} has been certified.", "",
    "認証に至っていないプロジェクトだけを追跡します。", "Only projects that were never certified are followed up."};
const ErrorDef follow_up_reason{"project", 382, "follow_up_reason", bad, "理由「{reason}」は規則集にありません。", "The reason \"{reason}\" is not in the rulebook.", "", "使える理由: {known}", "Known reasons: {known}"};
const ErrorDef follow_up_step{"project", 383, "follow_up_step", bad, "次の手順「{step}」は規則集にありません。", "The next step \"{step}\" is not in the rulebook.", "", "使える手順: {known}", "Known steps: {known}"};
const ErrorDef follow_up_date{"project", 384, "follow_up_date", bad, "次の期日{date}が、この手続の日付{today}より前です。", "The next date {date} lies before the day of this step, {today}.", "",
    "{today}以後の日付にしてください。", "Give {today} or later."};

}  // namespace sumi::project::errors
