// Refusals of a plan, 1-49. {path} is the field, counted from 0 in lists.
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view form = "J-クレジット プロジェクト計画書の様式 (登録済みの計画書, 2014-01〜2024-05)";
constexpr std::string_view explanatory = "J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01";
constexpr ErrorKind bad = ErrorKind::bad_input;
}  // namespace

const ErrorDef plan_missing{"project", 1, "plan_missing", bad, "「{path}」がありません。", "\"{path}\" is missing.", form,
    "「{path}」を書いてください。", "Give \"{path}\"."};
const ErrorDef plan_form_family{"project", 2, "plan_form_family", bad, "「{path}」: 様式「{family}」の計画書はまだ扱えません。",
    "\"{path}\": plans of the form \"{family}\" are not read here.", form, "通常型(normal)又はプログラム型(programme)の様式で書いてください。", "Use the form of the normal or of the programme type."};
const ErrorDef plan_value{"project", 3, "plan_value", bad, "「{path}」の「{text}」は読めません。", "\"{path}\": \"{text}\" cannot be read.", "",
    "{expected}を書いてください。", "Give {expected}."};
const ErrorDef plan_unit{"project", 4, "plan_unit", bad, "「{path}」の単位「{from}」は「{to}」に換算できません。",
    "\"{path}\": the unit \"{from}\" does not convert to \"{to}\".", "", "{to}で書いてください。", "Give it in {to}."};
const ErrorDef plan_number{"project", 5, "plan_number", bad, "「{path}」の「{text}」は量として読めません。", "\"{path}\": \"{text}\" is not a quantity.", "",
    "「0.96」「10000 thousand_yen」のように、数と単位を書いてください。単位は{unit}です。", "Write a number and a unit, as in \"10000 thousand_yen\"; the unit here is {unit}."};
const ErrorDef plan_date{"project", 6, "plan_date", bad, "「{path}」の「{text}」は日付として読めません。", "\"{path}\": \"{text}\" is not a date.", "",
    "2019-05-01、令和元年5月1日、設備の日付は2017年5月や2017年度とも書けます。", "Write 2019-05-01 or 令和元年5月1日; of equipment also 2017年5月 or 2017年度."};
const ErrorDef plan_corporate_number{"project", 7, "plan_corporate_number", bad, "「{path}」の法人番号「{text}」が正しくありません。",
    "\"{path}\": \"{text}\" is no corporate number, or its check digit is wrong.", "法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条",
    "13桁の法人番号を確かめてください。", "Check its 13 digits."};
const ErrorDef plan_postal_code{"project", 8, "plan_postal_code", bad, "「{path}」の郵便番号「{text}」は7桁の数字ではありません。",
    "\"{path}\": the postal code \"{text}\" has not 7 digits.", form, "100-8931 のように書いてください。", "Write it as 100-8931."};
const ErrorDef plan_name_twice{"project", 9, "plan_name_twice", bad, "「{path}」の名前「{name}」が二度あります。", "\"{path}\": the name \"{name}\" stands twice.", "",
    "活動ごとに違う名前を付けてください。", "Give each activity a name of its own."};
const ErrorDef plan_too_long{"project", 10, "plan_too_long", bad, "「{path}」が長すぎます。{limit}バイトまでです。", "\"{path}\" is too long: at most {limit} bytes.", "",
    "短くしてください。", "Shorten it."};
const ErrorDef plan_no_activity{"project", 11, "plan_no_activity", bad, "計画書に活動(方法論を適用する設備や場所)がありません。",
    "The plan has no activity: no methodology is applied anywhere.", form, "[[activities]] を一つ以上書いてください。", "Write at least one [[activities]]."};
const ErrorDef plan_no_proponent{"project", 12, "plan_no_proponent", bad, "プロジェクト実施者がありません。", "The plan has no proponent.", form,
    "[[proponents]] に代表実施者から順に書いてください。", "Write [[proponents]], the representative first."};
const ErrorDef plan_methodology_unknown{"project", 13, "plan_methodology_unknown", bad, "「{path}」の方法論「{methodology}」は、規則集にありません。",
    "\"{path}\": the rulebook has no methodology \"{methodology}\".", "", "使える方法論: {known}", "It has: {known}"};
const ErrorDef plan_methodology_version{"project", 14, "plan_methodology_version", bad, "「{path}」の方法論の版「{given}」は、規則集の版「{known}」と違います。",
    "\"{path}\": version \"{given}\" of the methodology is not the rulebook's, \"{known}\".", "", "版「{known}」で計画書を作るか、その版を含む規則集を使ってください。",
    "Plan under version \"{known}\", or use a rulebook that has yours."};
const ErrorDef plan_baseline_both{"project", 15, "plan_baseline_both", bad, "「{path}」: 更新と新設の双方を含む場合は、更新の活動と新設の活動に分けて書きます。",
    "\"{path}\": where both renewal and new installation occur, write one activity for each.", form,
    "[[activities]] を二つに分け、一方を renewal、他方を new としてください。", "Split it into two [[activities]], one renewal and one new."};
const ErrorDef plan_choice{"project", 16, "plan_choice", bad, "「{path}」: 方法論の選択「{name}」の値「{value}」は使えません。",
    "\"{path}\": \"{value}\" is no value of the choice \"{name}\".", "", "使える値: {known}", "Use one of: {known}"};
const ErrorDef plan_choice_unknown{"project", 17, "plan_choice_unknown", bad, "「{path}」: 方法論に選択「{name}」はありません。",
    "\"{path}\": the methodology has no choice \"{name}\".", "", "使える選択: {known}", "It has: {known}"};
const ErrorDef plan_list_unknown{"project", 18, "plan_list_unknown", bad, "「{path}」: 方法論に表「{name}」はありません。",
    "\"{path}\": the methodology has no list \"{name}\".", "", "使える表: {known}", "It has: {known}"};
const ErrorDef plan_row_twice{"project", 19, "plan_row_twice", bad, "「{path}」: 行「{name}」が二度あります。", "\"{path}\": the row \"{name}\" stands twice.", "",
    "行ごとに違う名前を付けてください。", "Give each row a name of its own."};
const ErrorDef plan_row_unknown{"project", 20, "plan_row_unknown", bad, "「{path}」: 行「{name}」はありません。", "\"{path}\": there is no row \"{name}\".", "",
    "使える行: {known}", "There are: {known}"};
const ErrorDef plan_rows_too_few{"project", 21, "plan_rows_too_few", bad, "「{path}」: 表「{name}」には{minimum}行以上が必要です。",
    "\"{path}\": the list \"{name}\" needs at least {minimum} rows.", "", "[[activities.rows]] に行を書いてください。", "Write them as [[activities.rows]]."};
const ErrorDef plan_parameter_unknown{"project", 22, "plan_parameter_unknown", bad, "「{path}」: 方法論にパラメータ「{symbol}」はないか、この選択では使いません。",
    "\"{path}\": the methodology has no parameter \"{symbol}\", or not with these choices.", "", "使えるもの: {known}", "It has: {known}"};
const ErrorDef plan_parameter_twice{"project", 23, "plan_parameter_twice", bad, "「{path}」: パラメータ「{symbol}」が二度あります。",
    "\"{path}\": the parameter \"{symbol}\" stands twice.", "", "一度だけ書いてください。", "Give it once."};
const ErrorDef plan_parameter_missing{"project", 24, "plan_parameter_missing", bad, "「{path}」: パラメータ「{symbol}」({definition})がありません。",
    "\"{path}\": the parameter \"{symbol}\" ({definition}) is missing.", "", "値・単位({unit})・根拠と、誰の申告かを書いてください。規則集に値はありません。",
    "Give value, unit ({unit}), evidence and who declares it: the rulebook has no value for it."};
const ErrorDef plan_parameter_monitored{"project", 25, "plan_parameter_monitored", bad, "「{path}」: 「{symbol}」はモニタリングで測る項目です。計画書には想定値だけを書きます。",
    "\"{path}\": \"{symbol}\" is monitored; the plan gives only its expected value.", form, "[[activities.monitoring]] の expected に書いてください。",
    "Write it as `expected` of [[activities.monitoring]]."};
const ErrorDef plan_parameter_range{"project", 26, "plan_parameter_range", bad, "「{path}」の値「{value}」が、方法論の範囲({range})の外です。",
    "\"{path}\": {value} lies outside of the methodology's range ({range}).", "", "値と単位を確かめてください。", "Check value and unit."};
const ErrorDef plan_class{"project", 27, "plan_class", bad, "「{path}」の分類「{given}」は、「{symbol}」には使えません。",
    "\"{path}\": the class \"{given}\" is not for \"{symbol}\".", form, "使える分類: {known}", "Use one of: {known}"};
const ErrorDef plan_declared_by{"project", 28, "plan_declared_by", bad, "「{path}」: 「{symbol}」は申告による値です。誰の申告かを書いてください。",
    "\"{path}\": the value of \"{symbol}\" is declared; say who declares it.", "", "declared_by に組織と役職を書くか、実測(I)・第三者提供値(II)の分類を付けてください。",
    "Give `declared_by` (organisation and post), or class I (measured) or II (third party)."};
const ErrorDef plan_evidence_missing{"project", 29, "plan_evidence_missing", bad, "「{path}」: 「{symbol}」の根拠がありません。",
    "\"{path}\": \"{symbol}\" has no evidence.", "", "evidence に文書名を書いてください。", "Name the document in `evidence`."};
const ErrorDef plan_value_year{"project", 30, "plan_value_year", bad, "「{path}」: 「{symbol}」は年度ごとに変わる値です。何年度の値かを書いてください。",
    "\"{path}\": \"{symbol}\" changes from year to year; say which year the value is of.", "", "value_year に FY2023 のように書いてください。", "Give `value_year`, as in FY2023."};
const ErrorDef plan_condition_unknown{"project", 31, "plan_condition_unknown", bad, "「{path}」: 方法論に適用条件「{name}」はありません。",
    "\"{path}\": the methodology has no condition \"{name}\".", "", "適用条件: {known}", "It has: {known}"};
const ErrorDef plan_condition_twice{"project", 32, "plan_condition_twice", bad, "「{path}」: 適用条件「{name}」が二度あります。",
    "\"{path}\": the condition \"{name}\" stands twice.", "", "一度だけ書いてください。", "Give it once."};
const ErrorDef plan_monitoring_missing{"project", 33, "plan_monitoring_missing", bad, "「{path}」: モニタリング項目「{symbol}」({definition})の行がありません。",
    "\"{path}\": the monitoring plan has no row for \"{symbol}\" ({definition}).", form, "[[activities.monitoring]] に行を書いてください。", "Write it in [[activities.monitoring]]."};
const ErrorDef plan_monitoring_unknown{"project", 34, "plan_monitoring_unknown", bad, "「{path}」: 「{symbol}」は、この計画書の選択ではモニタリング項目になりません。",
    "\"{path}\": \"{symbol}\" is nothing that the methodology monitors with the choices of this plan.", "", "この行を消すか、[[activities.choices]] を直してください。モニタリング項目: {known}",
    "Take the row out, or change [[activities.choices]]. It monitors: {known}"};
const ErrorDef plan_monitoring_twice{"project", 35, "plan_monitoring_twice", bad, "「{path}」: モニタリング項目「{symbol}」の行が二度あります。",
    "\"{path}\": the row of \"{symbol}\" stands twice.", "", "一度だけ書いてください。", "Give it once."};
const ErrorDef plan_incidental_unknown{"project", 36, "plan_incidental_unknown", bad, "「{path}」: 方法論に付随的な排出活動「{name}」はありません。",
    "\"{path}\": the methodology has no incidental source \"{name}\".", "", "付随的な排出活動: {known}", "It has: {known}"};
const ErrorDef plan_incidental_twice{"project", 37, "plan_incidental_twice", bad, "「{path}」: 付随的な排出活動「{name}」が二度あります。",
    "\"{path}\": the incidental source \"{name}\" stands twice.", "", "一度だけ書いてください。", "Give it once."};
const ErrorDef plan_incidental_missing{"project", 38, "plan_incidental_missing", bad, "「{path}」: 付随的な排出活動「{name}」({title})の扱いがありません。",
    "\"{path}\": nothing is said of the incidental source \"{name}\" ({title}).", form,
    "[[activities.incidental]] に、排出量と、算定する・影響度で評価する・省略するのいずれかを書いてください。",
    "Write it in [[activities.incidental]] with its emission and one of calculate, by_ratio, leave_out."};
const ErrorDef plan_instrument_missing{"project", 39, "plan_instrument_missing", bad, "「{path}」: 分類Bの「{symbol}」を測る計量器がありません。",
    "\"{path}\": \"{symbol}\" is of class B, but no instrument is named.", form, "[[activities.instruments]] に計量器を書いてください。", "Write it in [[activities.instruments]]."};
const ErrorDef plan_instrument_unknown{"project", 40, "plan_instrument_unknown", bad, "「{path}」: 「{symbol}」はモニタリング計画の項目ではありません。",
    "\"{path}\": \"{symbol}\" is no row of the monitoring plan.", "", "モニタリング計画の記号を書いてください。", "Use a symbol of the monitoring plan."};
const ErrorDef plan_running_cost_sum{"project", 41, "plan_running_cost_sum", bad, "「{path}」の{given}円は、内訳の合計{sum}円と違います。",
    "\"{path}\": {given} yen is not the sum of the items, {sum} yen.", explanatory, "内訳か合計を直してください。", "Mend the items or the total."};
const ErrorDef plan_activity_level{"project", 42, "plan_activity_level", bad, "「{path}」: ランニングコストは、実施前後で同じ活動量({before}、{after})で比べます。",
    "\"{path}\": running costs are compared at the same level of activity before ({before}) and after ({after}).", explanatory,
    "同じ活動量に直した費用を書いてください。", "Give both costs at one level of activity."};
const ErrorDef plan_subsidy_above{"project", 43, "plan_subsidy_above", bad, "「{path}」: 補助金{subsidy}円が投資額{investment}円を超えています。",
    "\"{path}\": the subsidy of {subsidy} yen is above the investment of {investment} yen.", "", "金額と単位を確かめてください。", "Check amounts and units."};
const ErrorDef plan_expected_order{"project", 44, "plan_expected_order", bad, "「{path}」: 年度{year}が二度あるか、順序が違います。",
    "\"{path}\": {year} stands twice or out of order.", form, "年度の順に一度ずつ書いてください。", "Give each year once, in order."};
const ErrorDef plan_expected_floor{"project", 45, "plan_expected_floor", bad, "「{path}」: {given} tは、{baseline} - {project} の小数点以下を切り捨てた{expected} tと違います。",
    "\"{path}\": {given} t is not {baseline} - {project} rounded down, which is {expected} t.", "J-クレジット プロジェクト計画書(別紙) ボイラー: 240.2 - 163.3 を 76 と印字",
    "{expected} にしてください。", "Write {expected}."};
const ErrorDef plan_expected_outside{"project", 46, "plan_expected_outside", bad, "「{path}」: {year}は認証対象期間({period})の外です。",
    "\"{path}\": {year} lies outside of the crediting period ({period}).", form, "認証対象期間の年度だけを書いてください。", "Give the fiscal years of the period only."};
const ErrorDef plan_period{"project", 47, "plan_period", bad, "「{path}」: 認証対象期間の終わり{end}が始まり{start}より前です。",
    "\"{path}\": the crediting period ends on {end}, before it begins on {start}.", "", "日付を確かめてください。", "Check the dates."};
const ErrorDef plan_period_missing{"project", 48, "plan_period_missing", ErrorKind::refused, "認証対象期間がまだ決まりません。",
    "The crediting period is not known yet.", explanatory, "登録申請日とモニタリング可能となる日を書いてください。", "Give the application date and the first monitorable day."};
const ErrorDef plan_negative{"project", 49, "plan_negative", bad, "「{path}」の「{text}」は負の値です。", "\"{path}\": \"{text}\" is negative.", "",
    "0以上の値を書いてください。", "Give 0 or more."};

}  // namespace sumi::project::errors
