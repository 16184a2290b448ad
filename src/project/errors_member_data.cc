// Refusals and findings of members' monitoring data and of a programme's calculation (200-239).
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr std::string_view form = "J-クレジット プロジェクト計画書の様式 (登録済みの計画書, 2014-01〜2024-05): モニタリング計画";
constexpr std::string_view own_period = "J-クレジット プロジェクト計画書 (プログラム型, 登録済みの計画書, 2024-02・2024-05): 削減活動ごとの認証対象期間";
constexpr ErrorKind bad = ErrorKind::bad_input;
constexpr ErrorKind refused = ErrorKind::refused;
}  // namespace

const ErrorDef member_header_missing{"project", 200, "member_header_missing", bad, "見出し「{column}」がありません。", "There is no column \"{column}\".", "",
    "見出しは member,parameter,period,value,unit(会員,記号,期間,値,単位)、又は member,period と記号ごとの列にしてください。",
    "Give the columns member,parameter,period,value,unit, or member,period and one column per symbol."};
const ErrorDef member_header_unknown{"project", 201, "member_header_unknown", bad, "見出し「{column}」は使えません。", "The column \"{column}\" is not known.", "",
    "使える見出し: {known}", "Use: {known}"};
const ErrorDef member_header_twice{"project", 202, "member_header_twice", bad, "見出し「{column}」が二度あります。", "The column \"{column}\" is there twice.", "",
    "一方を消してください。", "Remove one."};
const ErrorDef member_header_both{"project", 203, "member_header_both", bad, "見出し「{column}」と、記号の列「{symbol}」は一緒に使えません。",
    "The column \"{column}\" does not go with the symbol's column \"{symbol}\".", "", "一行に一つの値とするか、記号ごとの列とするか、どちらかにしてください。",
    "Write either one value per row or one column per symbol."};
const ErrorDef member_rows_too_many{"project", 204, "member_rows_too_many", bad, "行が多すぎます。{limit}行までです。", "There are too many rows: at most {limit}.", "",
    "報告書の期間を分けてください。", "Split the period of the report."};
const ErrorDef member_data_empty{"project", 205, "member_data_empty", bad, "データの行がありません。", "There are no data.", "", "会員のモニタリングデータを書いてください。",
    "Give the members' monitoring data."};
const ErrorDef member_row_columns{"project", 206, "member_row_columns", bad, "この行には{actual}列ありますが、見出しは{expected}列です。",
    "This row has {actual} fields, the header has {expected}.", "", "列の数を合わせ、コンマを含む値は引用符で囲んでください。",
    "Add or remove fields; a field that holds a comma needs quotation marks."};
const ErrorDef member_row_quote{"project", 207, "member_row_quote", bad, "引用符(\")の使い方が正しくありません。", "A quotation mark is misplaced or not closed on its line.", "",
    "値全体を引用符で囲み、中の引用符は二つ重ね、一件は一行に書いてください。", "Enclose the whole field, double a mark within it, and keep a row on one line."};
const ErrorDef member_row_encoding{"project", 208, "member_row_encoding", bad, "文字コードが正しくないバイトがあります。", "The row has bytes that are not UTF-8.", "",
    "ファイル全体をUTF-8(又は全体をcp932)で保存し直してください。", "Save the whole file as UTF-8 (or all of it as cp932)."};
const ErrorDef member_row_control{"project", 209, "member_row_control", bad, "制御文字が含まれています。", "The row has a control character.", "", "その文字を消してください。",
    "Remove it."};
const ErrorDef member_field_missing{"project", 210, "member_field_missing", bad, "「{column}」が空です。", "\"{column}\" is empty.", "",
    "「{column}」を書いてください。測れなかった月は理由とともに推計値(分類C)を書きます。", "Give \"{column}\"; a month that was not measured gets an estimate (class C) with its reason."};
const ErrorDef member_unknown{"project", 211, "member_unknown", bad, "会員「{member}」は会員一覧にありません。", "There is no member \"{member}\" in the list.", "",
    "会員番号を確かめるか、会員一覧に加えてください。", "Check the number, or add the member to the list."};
const ErrorDef member_activity_unknown{"project", 212, "member_activity_unknown", bad, "会員「{member}」は活動「{name}」に参加していません。",
    "The member \"{member}\" does not take part in the activity \"{name}\".", "", "この会員の活動: {known}", "It takes part in: {known}"};
const ErrorDef member_activity_open{"project", 213, "member_activity_open", bad, "「{symbol}」がどの活動の値か分かりません。", "It is not clear to which activity \"{symbol}\" belongs.", "",
    "列 activity(活動)に次のどれかを書いてください: {known}", "Name it in the column activity: {known}"};
const ErrorDef member_parameter_unknown{"project", 214, "member_parameter_unknown", bad, "「{symbol}」はこの会員のモニタリング項目ではありません。",
    "\"{symbol}\" is not monitored for this member.", form, "この会員の項目: {known}", "Monitored are: {known}"};
const ErrorDef member_period{"project", 215, "member_period", bad, "「{text}」は期間として読めません。", "\"{text}\" is not a period.", "",
    "2026-04、2026-04-01..2026-04-30、2026年4月 のように書いてください。", "Write 2026-04, 2026-04-01..2026-04-30 or 2026年4月."};
const ErrorDef member_number{"project", 216, "member_number", bad, "「{text}」は数として読めません。{hint_ja}", "\"{text}\" is not a number.{hint_en}", "",
    "数字と小数点だけで書いてください。", "Write digits and a decimal point only."};
const ErrorDef member_negative{"project", 217, "member_negative", bad, "「{symbol}」の値{value}は負です。", "The value {value} of \"{symbol}\" is negative.", "",
    "0以上の値を書いてください。", "Give 0 or more."};
const ErrorDef member_unit{"project", 218, "member_unit", bad, "「{symbol}」の単位「{from}」は「{to}」に換算できません。", "\"{symbol}\": the unit \"{from}\" does not convert to \"{to}\".", "",
    "{to}に換算できる単位で書いてください。", "Give it in a unit that converts to {to}."};
const ErrorDef member_class{"project", 219, "member_class", bad, "「{symbol}」に分類「{given}」は使えません。", "The class \"{given}\" is not for \"{symbol}\".", form,
    "使える分類: {known}", "Use one of: {known}"};
const ErrorDef member_class_unplanned{"project", 220, "member_class_unplanned", refused, "「{symbol}」は計画書では分類{planned}です。分類{given}にするには計画の変更が必要です。",
    "\"{symbol}\" is planned as class {planned}; class {given} is a change of the plan.", form, "計画書のとおり分類{planned}で測るか、計画変更を届け出てください。",
    "Measure it as planned, or have the plan changed."};
const ErrorDef member_evidence_hash{"project", 221, "member_evidence_hash", bad, "根拠資料のハッシュ値「{text}」が正しくありません。", "The hash \"{text}\" of the evidence is wrong in form.", "",
    "sha256: に続けて64桁の16進数を書くか、ファイル名を書いてください。", "Write sha256: and 64 hexadecimal digits, or a file name."};
const ErrorDef member_outside_report{"project", 222, "member_outside_report", refused, "期間{period}が、報告書の期間({report})の外に出ています。",
    "The period {period} leaves the report's period ({report}).", "", "報告書の期間の分だけを書いてください。", "Give the part within the report's period only."};
const ErrorDef member_range{"project", 223, "member_range", bad, "「{symbol}」の値{value}は、方法論の範囲({range})の外です。", "The value {value} of \"{symbol}\" is outside of the methodology's range ({range}).",
    "", "値と単位を確かめてください。", "Check value and unit."};
const ErrorDef member_duplicate{"project", 224, "member_duplicate", bad, "会員「{member}」の「{symbol}」の{period}が二度あります({line}行目にもあります)。",
    "Member \"{member}\": \"{symbol}\" has {period} twice (also in line {line}).", "", "一方を消すか、合算した値を一行に書いてください。", "Remove one, or write their sum once."};
const ErrorDef member_overlap{"project", 225, "member_overlap", bad, "会員「{member}」の「{symbol}」の{period}が、{line}行目の{other}と重なっています。",
    "Member \"{member}\": {period} of \"{symbol}\" overlaps {other} of line {line}.", "", "期間が重ならないように書いてください。", "Let the periods not overlap."};
const ErrorDef member_gap{"project", 226, "member_gap", refused, "会員「{member}」の「{symbol}」のデータに欠けがあります: {missing}。", "Member \"{member}\": \"{symbol}\" has a gap: {missing}.",
    form, "欠けている期間の値を書くか、会員一覧の期間を直してください。", "Give the values of the missing time, or mend the member's period in the list."};
const ErrorDef member_no_data{"project", 227, "member_no_data", refused, "会員「{member}」の「{symbol}」のデータが一つもありません。", "Member \"{member}\" has no data for \"{symbol}\".", form,
    "{period}の値を書くか、会員一覧の期間を直してください。", "Give its values for {period}, or mend the member's period in the list."};
const ErrorDef member_periods_differ{"project", 228, "member_periods_differ", refused, "会員「{member}」: 「{symbol}」の期間{period}が、「{other}」の期間の区切りと合いません。",
    "Member \"{member}\": the period {period} of \"{symbol}\" does not match those of \"{other}\".", "", "同じ期間ごとに値を書いてください。", "Give both by the same periods."};
const ErrorDef member_coefficient_missing{"project", 229, "member_coefficient_missing", refused, "会員「{member}」: {period}の「{symbol}」がありません。",
    "Member \"{member}\": \"{symbol}\" has no value for {period}.", "", "その期間の値を書いてください。", "Give a value for that time."};
const ErrorDef member_calculation{"project", 230, "member_calculation", bad, "会員「{member}」の計算ができません({reason_ja})。", "The calculation for member \"{member}\" fails: {reason_en}", "",
    "この会員の値を確かめてください。", "Check the member's values."};
const ErrorDef member_listed_twice{"project", 231, "member_listed_twice", bad, "会員「{member}」が活動「{name}」に二度載っています。",
    "The list has member \"{member}\" twice in the activity \"{name}\".", "", "会員一覧の一方を消してください。", "Remove one from the list of members."};
const ErrorDef member_listed_activity{"project", 232, "member_listed_activity", bad, "会員「{member}」の活動「{name}」は計画書にありません。",
    "The plan has no activity \"{name}\", which the list gives member \"{member}\".", "", "計画書の活動: {known}", "It has: {known}"};
const ErrorDef member_listed_value{"project", 233, "member_listed_value", bad, "会員「{member}」の「{symbol}」の値「{text}」は使えません({reason_ja})。",
    "Member \"{member}\": the value \"{text}\" of \"{symbol}\" cannot be used: {reason_en}", form, "会員一覧の値を直してください。", "Mend the value in the list of members."};
const ErrorDef member_trace_head{"project", 234, "member_trace_head", bad, "会員の計算記録の行が読めません: {text}", "A line of the member's trace cannot be read: {text}", "",
    "計算記録をそのまま使ってください。", "Use the trace as it was written."};
const ErrorDef member_trace_differs{"project", 235, "member_trace_differs", refused, "会員の計算記録が、{line}行目から再計算と違います。記録「{given}」、再計算「{expected}」。",
    "The member's recalculation differs from line {line} on: the trace has \"{given}\", the recalculation \"{expected}\".", "",
    "同じ計画書・会員一覧・規則集で計算したかを確かめてください。", "Check that plan, list of members and rulebook are the same."};
const ErrorDef member_findings_more{"project", 236, "member_findings_more", bad, "ほかに{count}件あります(先に{shown}件を示しました)。", "There are {count} more ({shown} are shown first).", "",
    "示したものを直してから、もう一度読ませてください。", "Mend those that are shown, then read the file again."};
const ErrorDef finding_member_left_out{"project", 237, "finding_member_left_out", refused, "会員{members}者の{count}件は、会員自身の期間の外にあるため算入していません(最初は{line}行目、会員「{member}」、{period})。",
    "{count} values of {members} members are left out: they lie outside of the member's own period (first: line {line}, member \"{member}\", {period}).", own_period,
    "加入・脱退の日をまたぐ期間は、加入中の部分だけを別の行に書けば算入されます。", "Of a period that crosses joining or leaving, give the part within as a row of its own, and it counts."};
const ErrorDef finding_member_evidence{"project", 238, "finding_member_evidence", refused, "根拠資料のない行が{count}件あります。", "{count} rows have no evidence.", form,
    "根拠資料のファイル名、又は sha256: と64桁の16進数を書いてください。", "Give a file name, or sha256: and 64 hexadecimal digits."};
const ErrorDef finding_member_outside{"project", 239, "finding_member_outside", refused, "会員{members}者は、報告書の期間に自身の期間がないため算入していません(最初は会員「{member}」)。",
    "{members} members do not count: their own period does not reach the report's (first: member \"{member}\").", own_period, "", ""};

}  // namespace sumi::project::errors
