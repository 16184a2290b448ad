// Refusals of monitoring data (50-79) and of calculations (80-99), and the findings (150-).
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view form = "J-クレジット プロジェクト計画書の様式 (登録済みの計画書, 2014-01〜2024-05): モニタリング計画";
constexpr std::string_view plans = "J-クレジット プロジェクト計画書 (登録済みの計画書), 2014-01〜2024-05: 排出削減量の切捨て";
constexpr ErrorKind bad = ErrorKind::bad_input;
constexpr ErrorKind refused = ErrorKind::refused;
}  // namespace

const ErrorDef data_header_missing{"project", 50, "data_header_missing", bad, "見出し「{column}」がありません。", "There is no column \"{column}\".", "",
    "一行目に 記号,期間,値,単位 (又は parameter,period,value,unit)と書いてください。", "Begin with parameter,period,value,unit (in Japanese 記号,期間,値,単位)."};
const ErrorDef data_header_unknown{"project", 51, "data_header_unknown", bad, "見出し「{column}」は使えません。", "The column \"{column}\" is not known.", "",
    "使える見出し: {known_ja}(英語では {known})", "Use: {known}"};
const ErrorDef data_too_many{"project", 52, "data_too_many", bad, "行が多すぎます。{limit}行までです。", "There are too many rows: at most {limit}.", "",
    "報告書の期間を分けてください。", "Split the period of the report."};
const ErrorDef data_empty{"project", 53, "data_empty", bad, "データの行がありません。", "There are no data.", "", "モニタリングデータを書いてください。", "Give the monitoring data."};
const ErrorDef data_missing{"project", 54, "data_missing", bad, "「{column}」が空です。", "\"{column}\" is empty.", "", "「{column}」を書いてください。", "Give \"{column}\"."};
const ErrorDef data_activity_unknown{"project", 55, "data_activity_unknown", bad, "活動「{name}」は計画書にありません。", "The plan has no activity \"{name}\".", "",
    "計画書の活動: {known}", "It has: {known}"};
const ErrorDef data_parameter_unknown{"project", 56, "data_parameter_unknown", bad, "「{symbol}」はモニタリング計画の項目ではありません。",
    "\"{symbol}\" is no row of the monitoring plan.", form, "モニタリング計画の項目: {known}", "It has: {known}"};
const ErrorDef data_row_unknown{"project", 57, "data_row_unknown", bad, "「{symbol}」に行「{name}」はありません。", "\"{symbol}\" has no row \"{name}\".", "",
    "使える行: {known}", "It has: {known}"};
const ErrorDef data_period{"project", 58, "data_period", bad, "「{text}」は期間として読めません。", "\"{text}\" is not a period.", "",
    "2026-04、2026-04-01..2026-04-30、2026年4月 のように書いてください。", "Write 2026-04, 2026-04-01..2026-04-30 or 2026年4月."};
const ErrorDef data_number{"project", 59, "data_number", bad, "「{text}」は数として読めません。{hint_ja}", "\"{text}\" is not a number.{hint_en}", "",
    "数字と小数点だけで書いてください。空欄にはせず、測れなかった月は理由とともに推計値(分類C)を書きます。",
    "Write digits and a decimal point only; a month that was not measured gets an estimate (class C) with its reason."};
const ErrorDef data_negative{"project", 60, "data_negative", bad, "「{symbol}」の値{value}は負です。", "The value {value} of \"{symbol}\" is negative.", "",
    "0以上の値を書いてください。", "Give 0 or more."};
const ErrorDef data_unit{"project", 61, "data_unit", bad, "「{symbol}」の単位「{from}」は「{to}」に換算できません。", "\"{symbol}\": the unit \"{from}\" does not convert to \"{to}\".", "",
    "{to}に換算できる単位で書いてください。", "Give it in a unit that converts to {to}."};
const ErrorDef data_class{"project", 62, "data_class", bad, "「{symbol}」に分類「{given}」は使えません。", "The class \"{given}\" is not for \"{symbol}\".", form,
    "使える分類: {known}", "Use one of: {known}"};
const ErrorDef data_class_unplanned{"project", 63, "data_class_unplanned", refused, "「{symbol}」は計画書では分類{planned}です。分類{given}にするには計画の変更が必要です。",
    "\"{symbol}\" is planned as class {planned}; class {given} is a change of the plan.", form, "計画書のとおり分類{planned}で測るか、計画変更を届け出てください。",
    "Measure it as planned, or have the plan changed."};
const ErrorDef data_evidence_hash{"project", 64, "data_evidence_hash", bad, "根拠資料のハッシュ値「{text}」が正しくありません。", "The hash \"{text}\" of the evidence is wrong in form.", "",
    "sha256: に続けて64桁の16進数を書くか、ファイル名を書いてください。", "Write sha256: and 64 hexadecimal digits, or a file name."};
const ErrorDef data_outside_report{"project", 65, "data_outside_report", refused, "期間{period}が、報告書の期間({report})の外に出ています。",
    "The period {period} leaves the report's period ({report}).", "", "報告書の期間の分だけを書いてください。", "Give the part within the report's period only."};
const ErrorDef data_outside_crediting{"project", 66, "data_outside_crediting", refused, "期間{period}が、認証対象期間({crediting})の外に出ています。",
    "The period {period} leaves the crediting period ({crediting}).", "J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01: 認証対象期間",
    "認証対象期間の中のデータだけを書いてください。", "Give data of the crediting period only."};
const ErrorDef data_report_outside{"project", 67, "data_report_outside", refused, "報告書の期間({report})が、認証対象期間({crediting})の外に出ています。",
    "The report's period ({report}) leaves the crediting period ({crediting}).", "J-クレジット制度について (経済産業省・環境省・農林水産省), 2023-01: 認証対象期間",
    "報告書の期間を認証対象期間の中にしてください。", "Keep the report within the crediting period."};
const ErrorDef data_duplicate{"project", 68, "data_duplicate", bad, "「{symbol}」の{period}が二度あります({line}行目にもあります)。",
    "\"{symbol}\" has {period} twice (also in line {line}).", "", "一方を消すか、合算した値を一行に書いてください。", "Remove one, or write their sum once."};
const ErrorDef data_overlap{"project", 69, "data_overlap", bad, "「{symbol}」の{period}が、{line}行目の{other}と重なっています。",
    "\"{symbol}\": {period} overlaps {other} of line {line}.", "", "期間が重ならないように書いてください。", "Let the periods not overlap."};
const ErrorDef data_gap{"project", 70, "data_gap", refused, "「{symbol}」のデータに欠けがあります: {missing}。", "\"{symbol}\" has a gap: {missing}.", form,
    "欠けている期間の値を書いてください。", "Give the values of the missing time."};
const ErrorDef data_no_series{"project", 71, "data_no_series", refused, "「{symbol}」のデータが一つもありません。", "There are no data for \"{symbol}\".", form,
    "報告書の期間の値を書いてください。", "Give its values for the report's period."};
const ErrorDef data_instrument_expired{"project", 72, "data_instrument_expired", refused, "「{symbol}」の計量器({instrument})の検定は{expires}までです。{period}の測定には使えません。",
    "The verification of {instrument} for \"{symbol}\" ended on {expires}: it does not serve for {period}.", form,
    "検定の有効期限内の計量器を使うか、その期間を分類Cの推計値としてください。", "Use an instrument whose verification holds, or estimate that time (class C)."};

const ErrorDef periods_differ{"project", 80, "periods_differ", refused, "活動「{activity}」: 「{symbol}」の期間{period}が、「{other}」の期間の区切りと合いません。",
    "Activity \"{activity}\": the period {period} of \"{symbol}\" does not match those of \"{other}\".", "",
    "同じ期間ごとに値を書いてください。", "Give both by the same periods."};
const ErrorDef coefficient_missing{"project", 81, "coefficient_missing", refused, "活動「{activity}」: {period}の「{symbol}」がありません。",
    "Activity \"{activity}\": \"{symbol}\" has no value for {period}.", "", "その期間の値を書いてください。", "Give a value for that time."};
const ErrorDef calculation_arithmetic{"project", 82, "calculation_arithmetic", bad, "合計の計算ができません({reason})。", "The sums cannot be made: {reason}.", "",
    "入力の値を確かめてください。", "Check the input."};
const ErrorDef certified_too_large{"project", 83, "certified_too_large", bad, "{methodology} {vintage}の排出削減量が大きすぎます。{limit} t未満です。",
    "The reduction of {methodology} {vintage} is too large: less than {limit} t.", "", "値と単位を確かめてください。", "Check values and units."};
const ErrorDef rounding_unknown{"project", 84, "rounding_unknown", refused, "方法論{methodology}の端数処理「{rule}」は知られていません。",
    "The rounding \"{rule}\" of methodology {methodology} is not known.", plans, "規則集を確かめてください。", "Check the rulebook."};
const ErrorDef trace_head{"project", 85, "trace_head", bad, "計算記録の始めの行が読めません: {text}", "The head of the trace cannot be read: {text}", "",
    "計算記録をそのまま使ってください。", "Use the trace as it was written."};
const ErrorDef trace_differs{"project", 86, "trace_differs", refused, "再計算の記録が、{line}行目から違います。記録「{given}」、再計算「{expected}」。",
    "The recalculation differs from line {line} on: the trace has \"{given}\", the recalculation \"{expected}\".", "",
    "同じ計画書・データ・規則集で計算したかを確かめてください。", "Check that plan, data and rulebook are the same."};
const ErrorDef expected_missing{"project", 87, "expected_missing", refused, "活動「{activity}」: 「{symbol}」の想定値がないため、見込量を計算できません。",
    "Activity \"{activity}\": without an expected value of \"{symbol}\" no expected reduction can be calculated.", form,
    "[[activities.monitoring]] の expected に一年分の量を書いてください。", "Give its yearly amount as `expected` of [[activities.monitoring]]."};

const ErrorDef finding_two_people{"project", 150, "finding_two_people", refused, "データ管理責任者とモニタリング担当者が同じです。原則として別の人とします。",
    "The same post is responsible for the data and monitors; in principle these are two people.", form, "", ""};
const ErrorDef finding_retention{"project", 151, "finding_retention", refused, "データの保存期間{given}年が、原則の{needed}年より短くなっています。",
    "The data are kept for {given} years; the principle is {needed} years after the end of the crediting period.", form, "{needed}年以上にしてください。", "Keep them for {needed} years or more."};
const ErrorDef finding_negative_vintage{"project", 152, "finding_negative_vintage", refused, "{methodology} {vintage}の排出削減量は負({difference} t)です。0 tとし、他の年度とは相殺しません。",
    "The reduction of {methodology} {vintage} is negative ({difference} t): it certifies 0 t and is not netted against another year.", plans,
    "理由を報告書に書き、審査機関に説明してください。", "Explain it in the report and to the verifier."};
const ErrorDef finding_split_period{"project", 153, "finding_split_period", refused, "「{symbol}」の期間{period}は年度をまたぐため、日数で按分しました。",
    "The period {period} of \"{symbol}\" crosses 31 March: it was split by days.", "carboncredits.jp: j-credit committee, 2025-09-04", "年度末で区切って測ってください。",
    "Read the meter at the end of the fiscal year."};
const ErrorDef finding_implausible{"project", 154, "finding_implausible", refused, "「{symbol}」{period}の値{value}は、{reference_ja}{expected}の{factor}倍(又はその逆数)を超えて離れています。",
    "\"{symbol}\" {period}: {value} is more than {factor} times above or below {reference_en} {expected}.", "", "読み取りと単位を確かめてください。", "Check the reading and the unit."};
const ErrorDef finding_no_evidence{"project", 155, "finding_no_evidence", refused, "「{symbol}」{period}に根拠資料がありません。", "\"{symbol}\" {period} has no evidence.", form,
    "請求書・納品書・計測記録の名前かハッシュ値を書いてください。", "Name the bill, slip or record, or give its hash."};
const ErrorDef finding_incidental_must_calculate{"project", 156, "finding_incidental_must_calculate", refused,
    "{vintage}の付随的な排出活動「{name}」の影響度は{ratio} %です。省略できる範囲を超えているため、算定が必要です。",
    "{vintage}: the ratio of the incidental source \"{name}\" is {ratio} %, too much to leave it out.", "J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004), 2024-02-08",
    "算定するか、影響度により評価してください。", "Calculate it, or value it by its ratio."};
const ErrorDef finding_incidental_unmonitored{"project", 157, "finding_incidental_unmonitored", refused,
    "{vintage}のモニタリングを行わない付随的な排出活動の影響度は、合計{ratio} %です。上限に達しています。",
    "{vintage}: the ratios of the incidental sources without monitoring add up to {ratio} %, which is too much.", "J-クレジット プロジェクト計画書 (株式会社フェイガー, AG-004), 2024-02-08",
    "影響度の大きいものからモニタリングを行ってください。", "Monitor the largest of them."};
const ErrorDef finding_values_of_year{"project", 158, "finding_values_of_year", refused, "見込量は、すべての年度について{year}の係数で計算しました。",
    "The expected reductions use the values of {year} for every year.", "", "", ""};
const ErrorDef finding_expected_differs{"project", 159, "finding_expected_differs", refused, "{methodology} {year}の見込量{given} tは、想定値からの計算{expected} tと違います。",
    "{methodology} {year}: the plan expects {given} t, its expected values give {expected} t.", "", "想定値か見込量を見直してください。", "Look over the expected values."};
const ErrorDef finding_no_ratio{"project", 160, "finding_no_ratio", refused, "{vintage}は排出削減量がないため、付随的な排出活動「{name}」の影響度を求められません。",
    "{vintage}: without a reduction the incidental source \"{name}\" has no ratio.", "", "", ""};
const ErrorDef finding_incidental_unnamed{"project", 161, "finding_incidental_unnamed", refused, "付随的な排出活動「{name}」は方法論にないため、計算に入りません。",
    "The incidental source \"{name}\" is none of the methodology's: it does not enter the calculation.", "", "方法論の排出活動にあたるなら、その名前(id)を書いてください。",
    "If it is one of the methodology's, give its id."};

}  // namespace sumi::project::errors
