// Refusals of stands and yield tables (300-319) and of permanence (320-349).
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr ErrorKind bad = ErrorKind::bad_input;
constexpr ErrorKind refused = ErrorKind::refused;
constexpr std::string_view permanence = "Ｊ－クレジット制度について (制度説明資料), 2023-01: 永続性の確保 (認証対象期間の終了後10年間の報告)";
constexpr std::string_view rate_sheet = "J-クレジット 試算 (spreadsheet), 2026-01-13: バッファー 3 %から10 %; 佐賀県, 県有林J-VERの販売が完了しました, 2024-01-09";
constexpr std::string_view fo_001 = "J-クレジット制度 方法論 FO-001 森林経営活動 (本文は手元にない): 収穫予想表による成長量";
}  // namespace

const ErrorDef stands_header_missing{"project", 300, "stands_header_missing", bad, "見出し「{column}」がありません。", "There is no column \"{column}\".", "",
    "一行目に「{column}」の見出しを書き、各行に値を書いてください。", "Name the column \"{column}\" in the first line and fill it in each row."};
const ErrorDef stands_header_unknown{"project", 301, "stands_header_unknown", bad, "見出し「{column}」は使えないか、二度書かれています。",
    "The column \"{column}\" is not known, or is there twice.", "", "使える見出し: {known}", "Use: {known}"};
const ErrorDef stands_empty{"project", 302, "stands_empty", bad, "データの行がありません。", "There are no rows.", "", "一行に一つずつ書いてください。", "Give one row each."};
const ErrorDef stands_missing{"project", 303, "stands_missing", bad, "「{column}」が空です。", "\"{column}\" is empty.", "", "「{column}」を書いてください。", "Give \"{column}\"."};
const ErrorDef stands_number{"project", 304, "stands_number", bad, "「{text}」は「{column}」の数として読めません。", "\"{text}\" is no number for \"{column}\".", "",
    "0以上の数を書いてください（林齢と齢級は整数、基準年度は FY2024）。", "Give a number of 0 or more (whole for age and age class; FY2024 for the fiscal year)."};
const ErrorDef stands_truth{"project", 305, "stands_truth", bad, "「{text}」は実測の有無として読めません。", "\"{text}\" does not say whether the area was measured.", "",
    "有 又は 無 を書いてください。", "Write yes or no."};
const ErrorDef stands_species{"project", 306, "stands_species", bad, "樹種「{name}」は規則集の表にありません。", "The rulebook's table has no species \"{name}\".", "",
    "使える樹種: {known}", "Use: {known}"};
const ErrorDef stands_label_twice{"project", 307, "stands_label_twice", bad, "林分「{label}」は{line}行目にもあります。", "The stand \"{label}\" is in line {line} too.", "",
    "林分ごとに異なる名前を付けてください。", "Give each stand a name of its own."};
const ErrorDef stands_age{"project", 308, "stands_age", bad, "林齢と齢級のどちらか一方が必要です。", "Either the age or the age class is needed, not both.", "",
    "森林簿の林齢（なければ齢級）を書いてください。", "Give the age of the forest register, or where it has none the age class."};
const ErrorDef stands_not_planted{"project", 309, "stands_not_planted", bad, "林分「{label}」は{year}にはまだ植栽されていません。",
    "The stand \"{label}\" was not yet planted in {year}.", "", "植栽後の年度を指定してください。", "Ask for a year after the planting."};
const ErrorDef stands_class_year{"project", 310, "stands_class_year", bad, "林分「{label}」は{own}の齢級しか分からず、{year}の材積を求められません。",
    "Of the stand \"{label}\" only the age class of {own} is known: its volume in {year} cannot be told.", fo_001, "林齢を書いてください。", "Give its age."};
const ErrorDef stands_class_by_age{"project", 311, "stands_class_by_age", bad, "林分「{label}」は齢級しか分かりませんが、「{file}」は林齢ごとの表です。",
    "Of the stand \"{label}\" only the age class is known, and \"{file}\" is a table by age.", fo_001, "林齢を書くか、齢級ごとの収穫予想表を使ってください。",
    "Give its age, or use a yield table by age class."};
const ErrorDef stands_too_many{"project", 312, "stands_too_many", bad, "{count}の林分の行は{bytes}バイトで、計画書の上限{limit}バイトに収まりません。",
    "The rows of {count} stands take {bytes} bytes; a plan has at most {limit}.", "", "林分を複数の計画に分けてください。", "Divide the stands among several plans."};
const ErrorDef yield_key{"project", 313, "yield_key", bad, "収穫予想表には林齢と齢級のどちらか一方の見出しが必要です。",
    "A yield table has either a column age or a column age_class.", "", "どちらか一方の見出しにしてください。", "Keep one of the two columns."};
const ErrorDef yield_twice{"project", 314, "yield_twice", bad, "{species}・地位{site_class}・{age}の材積は{line}行目にもあります。",
    "The volume of {species}, site class {site_class}, {age} stands in line {line} too.", "", "どちらか一方を削除してください。", "Delete one of the two."};
const ErrorDef yield_falls{"project", 315, "yield_falls", bad, "{species}・地位{site_class}の材積が、若い林齢の{line}行目より小さくなっています。",
    "The volume of {species}, site class {site_class} is below that of the younger age in line {line}.", "", "表の値を確かめてください。", "Check the table's values."};
const ErrorDef yield_unknown{"project", 316, "yield_unknown", bad, "「{file}」に{species}・地位{site_class}の材積がありません。",
    "\"{file}\" has no volumes of {species}, site class {site_class}.", fo_001, "この樹種の地位: {known}。収穫予想表に加えるか、地位を直してください。",
    "Site classes of this species: {known}. Add the volumes or correct the site class."};
const ErrorDef yield_age_missing{"project", 317, "yield_age_missing", bad, "林分「{label}」: 「{file}」に{species}・地位{site_class}の{what_ja}{age}の材積がありません。",
    "Stand \"{label}\": \"{file}\" has no volume of {species}, site class {site_class} at {what} {age}.", fo_001,
    "その{what_ja}の材積を加えるか、林齢の表では --interpolation linear で前後の値の直線補間を指定してください。",
    "Add the volume of that {what}; or, in a table by age, ask for the straight line between its neighbours by --interpolation linear."};
const ErrorDef yield_age_outside{"project", 318, "yield_age_outside", bad,
    "林分「{label}」: 「{file}」の{species}・地位{site_class}は{what_ja}{first}から{last}までで、{age}の材積がありません。表の外の値は推定しません。",
    "Stand \"{label}\": \"{file}\" has {species}, site class {site_class} from {what} {first} to {last}, not {age}; nothing is taken beyond a table.", fo_001,
    "{what_ja}{age}までの収穫予想表を使うか、成長量を計測して宣言してください（growth = \"laser\"）。",
    "Use a table that reaches {what} {age}, or declare a measured growth (growth = \"laser\")."};

const ErrorDef finding_removal_not_positive{"project", 319, "finding_removal_not_positive", refused,
    "{methodology}: 期間の累計の吸収量が正ではありません（{tonnes} t-CO2）。", "{methodology}: the removal of the whole period is not positive ({tonnes} tCO2).",
    "kankyo-business.jp news 006808 (2014): FO-001の改定 (認証対象期間の累計の吸収量は正であること)", "主伐と成長量を確かめ、失われた認証量があれば消失を記録してください。",
    "Check cuttings and growth; where certified tonnes were undone, record a reversal."};
const ErrorDef forest_terms_missing{"project", 320, "forest_terms_missing", refused, "プロジェクト {project} に森林の条件（バッファーの割合と永続性の年数）が定められていません。",
    "Project {project} has no forest terms (buffer rate and years of permanence).", permanence, "森林のプロジェクトであれば、SetForestTerms で定めてください。",
    "If it is a forest, set them by SetForestTerms."};
const ErrorDef not_a_forest{"project", 321, "not_a_forest", refused, "プロジェクト {project} の方法論に、自然による吸収のものがありません。",
    "None of the methodologies of project {project} removes CO2 by nature.", permanence, "", ""};
const ErrorDef forest_rules_missing{"project", 322, "forest_rules_missing", refused, "規則集にバッファーの割合の範囲と永続性の年数がありません。",
    "The rulebook has no range of buffer rates and no years of permanence.", "", "forest_buffer.rate_min、forest_buffer.rate_max、forest.permanence_years を持つ規則集を採択してください。",
    "Adopt a rulebook with forest_buffer.rate_min, forest_buffer.rate_max and forest.permanence_years."};
const ErrorDef buffer_rate_syntax{"project", 323, "buffer_rate_syntax", bad, "「{rate}」はバッファーの割合として読めません。", "\"{rate}\" is no buffer rate.", "",
    "1に対する割合を書いてください（3 %は0.03）。", "Write a share of 1 (3 % is 0.03)."};
const ErrorDef buffer_rate_range{"project", 324, "buffer_rate_range", refused, "バッファーの割合 {rate} は {least} から {most} の範囲にありません。",
    "The buffer rate {rate} is not between {least} and {most}.", rate_sheet, "{least} から {most} の割合を書いてください。", "Give a rate from {least} to {most}."};
const ErrorDef permanence_years_range{"project", 325, "permanence_years_range", refused, "永続性の年数 {years} は {least} から {most} の範囲にありません。",
    "{years} years of permanence are not between {least} and {most}.", permanence, "{least}年以上にしてください。", "Give {least} or more."};
const ErrorDef permanence_report_months{"project", 326, "permanence_report_months", bad, "報告の期限は、各年の終わりから1か月以上12か月以内です（{months}か月と書かれています）。",
    "A year's report comes within 1 to 12 months after the year ({months} is given).", "", "1から12の月数を宣言してください。", "Declare 1 to 12 months."};
const ErrorDef permanence_year_unknown{"project", 327, "permanence_year_unknown", bad, "永続性の報告は1年目から{years}年目までです（{year}年目と書かれています）。",
    "The years of permanence are 1 to {years}, not {year}.", permanence, "", ""};
const ErrorDef permanence_reported{"project", 328, "permanence_reported", refused, "{year}年目の永続性は既に報告されています。", "Year {year} of permanence was reported already.", "", "", ""};
const ErrorDef permanence_year_not_over{"project", 329, "permanence_year_not_over", refused, "{year}年目（{period}）はまだ終わっていません（報告の日 {date}）。",
    "Year {year} ({period}) is not over on {date}.", permanence, "その年が終わってから報告してください。", "Report when the year is over."};
const ErrorDef permanence_order{"project", 330, "permanence_order", refused, "{year}年目の前に、{missing}年目の報告が必要です。", "Year {missing} is reported before year {year}.", "",
    "{missing}年目から順に報告してください。", "Report year {missing} first."};
const ErrorDef permanence_report_missing{"project", 331, "permanence_report_missing", refused,
    "プロジェクト {project} の{year}年目の永続性の報告が期限（{last_day}）までになく、報告されるまで手続を進められません。",
    "Project {project} has not reported year {year} of permanence by {last_day}: until it does, none of its steps is taken.", permanence,
    "{year}年目の永続性を報告してください。", "Report year {year} of permanence."};
const ErrorDef reversal_kind_unknown{"project", 332, "reversal_kind_unknown", bad, "消失の種類の番号 {kind} は定められていません。", "There is no kind of reversal with the number {kind}.", "",
    "natural_disturbance、unavoidable_conversion、own_act のいずれかを書いてください。", "Use natural_disturbance, unavoidable_conversion or own_act."};
const ErrorDef reversal_date{"project", 333, "reversal_date", refused, "消失の日 {date} は、認証対象期間の初日 {first} から行為の日 {today} までの日ではありません。",
    "The reversal's day {date} does not lie from the crediting period's first day {first} to {today}.", "", "消失が起きた日を書いてください。", "Give the day on which it happened."};
const ErrorDef reversal_after_permanence{"project", 334, "reversal_after_permanence", refused, "消失の日 {date} は、永続性の期間の末日 {last} より後です。",
    "The reversal's day {date} is after the last day of permanence, {last}.", permanence, "", ""};
const ErrorDef reversal_tonnes{"project", 335, "reversal_tonnes", refused, "消失した量 {tonnes} t-CO2 は、1以上、認証され失われていない {certified} t-CO2 以下です。",
    "The reversal is of {tonnes} t: at least 1, at most the {certified} t that are certified and not yet undone.", "", "失われた認証量を書いてください。",
    "Give the certified tonnes that are undone."};
const ErrorDef reversal_due{"project", 336, "reversal_due", bad, "自らの行為による消失には補填の期日が必要です（{today} より後の日。{due} と書かれています）。",
    "What the proponent did, it compensates by a day after {today} ({due} is given).", "", "補填の期日を書いてください。", "Give the day by which it is compensated."};

}  // namespace sumi::project::errors
