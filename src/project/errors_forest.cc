// Refusals of stands and yield tables (300-319) and of permanence (320-349).
#include "project/errors.h"

namespace sumi::project::errors {

namespace {
constexpr ErrorKind bad = ErrorKind::bad_input;
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

}  // namespace sumi::project::errors
