#include "rulebook/errors.h"

#include <array>

namespace sumi::rulebook {

namespace {
constexpr std::string_view room = "rulebook";
using enum ErrorKind;
}  // namespace

namespace errors {

const ErrorDef pack_path{room, 1, "pack_path", bad_input, "パックのファイル名「{path}」は使えません。", "The file name \"{path}\" cannot stand in a pack.", "",
    "半角の英数字、ピリオド、下線、ハイフンと / だけで書いてください。", "Use ASCII letters, digits, '.', '_', '-' and '/' only; no part may begin with '.'."};
const ErrorDef pack_archive{room, 2, "pack_archive", bad_input, "パックの書庫が壊れています({reason})。", "The archive of the pack is damaged: {reason}.", "",
    "パックを入手し直してください。", "Get the pack again from where it came."};
const ErrorDef pack_file_missing{room, 3, "pack_file_missing", bad_input, "パックにファイル「{path}」がありません。", "The pack has no file \"{path}\".", "",
    "ファイルを加えるか、pack.toml の記載を直してください。", "Add the file, or mend what pack.toml says."};
const ErrorDef pack_format{room, 4, "pack_format", bad_input, "パックの形式「{text}」には対応していません。", "The pack format \"{text}\" is not known.", "",
    "format = 1 と書くか、新しい版のプログラムを使ってください。", "Write format = 1, or use a newer version of the program."};
const ErrorDef pack_key_unknown{room, 5, "pack_key_unknown", bad_input, "項目「{key}」は使えません({where})。", "There is no key \"{key}\" in {where}.", "",
    "つづりを確かめてください。使える項目: {known}", "Check its spelling; known keys: {known}."};
const ErrorDef pack_key_missing{room, 6, "pack_key_missing", bad_input, "項目「{key}」がありません({where})。", "The key \"{key}\" is missing in {where}.", "",
    "項目「{key}」を加えてください。", "Add the key \"{key}\"."};
const ErrorDef pack_value{room, 7, "pack_value", bad_input, "項目「{key}」の値「{text}」が正しくありません。", "\"{text}\" is no value for \"{key}\".", "",
    "{expected_ja}", "{expected_en}"};
const ErrorDef pack_family_twice{room, 8, "pack_family_twice", bad_input, "パック「{family}」が2つあります({first})。",
    "The pack family \"{family}\" comes twice; the other is {first}.", "", "一方だけを残してください。", "Keep only one of them."};
const ErrorDef table_name_twice{room, 9, "table_name_twice", bad_input, "表「{table}」が2回定義されています。", "The table \"{table}\" is declared twice.", "",
    "表の名前を変えてください。", "Give one of them another name."};
const ErrorDef column_name_twice{room, 10, "column_name_twice", bad_input, "列「{column}」が2回使われています。", "The column \"{column}\" is used twice.", "",
    "列は、キー、値、有効期間、出典などのうち1つにだけ使えます。", "A column serves as one thing only: key, value, validity, source and so on."};
const ErrorDef file_unused{room, 11, "file_unused", bad_input, "ファイル「{path}」はどの表にも使われていません。", "No table uses the file \"{path}\".", "",
    "ファイルを除くか、pack.toml に表を加えてください。", "Take the file out, or declare its table in pack.toml."};
const ErrorDef csv_column_missing{room, 12, "csv_column_missing", bad_input, "列「{column}」がありません。", "The column \"{column}\" is missing.", "",
    "見出し行に列を加えるか、pack.toml の記載を直してください。", "Add it to the header row, or mend what pack.toml says."};
const ErrorDef csv_column_unused{room, 13, "csv_column_unused", bad_input, "列「{column}」は pack.toml に記載がありません。", "The column \"{column}\" is not declared in pack.toml.", "",
    "列を除くか、pack.toml に記載してください。", "Take it out, or declare it."};
const ErrorDef cell_empty{room, 14, "cell_empty", bad_input, "列「{column}」が空欄です。", "The column \"{column}\" is empty.", "",
    "値を書くか、空欄を認める列なら pack.toml に empty = true と書いてください。", "Give a value; where a value may be missing, declare the column with empty = true."};
const ErrorDef cell_number{room, 15, "cell_number", bad_input, "列「{column}」の「{text}」は正確な数ではありません。", "\"{text}\" in column \"{column}\" is not an exact number.", "",
    "0.000452 や 44/12 のように書いてください。指数表記、桁区切り、概数は使えません。", "Write it as in 0.000452 or 44/12, without exponent, separators or tilde."};
const ErrorDef cell_unit{room, 16, "cell_unit", bad_input, "列「{column}」の単位「{text}」は読めません。", "The unit \"{text}\" of column \"{column}\" is not known.", "",
    "kWh、GJ_HHV、kL、thousand_m3N、tCO2 などの単位で書いてください。", "Use known units such as kWh, GJ_HHV, kL, thousand_m3N, tCO2."};
const ErrorDef cell_date{room, 17, "cell_date", bad_input, "列「{column}」の「{text}」は日付ではありません。", "\"{text}\" in column \"{column}\" is not a date.", "",
    "2026-01-09 のように書いてください。有効期間は 2026 や 2026-01 とも書けます。", "Write it as 2026-01-09; a validity may also be 2026 or 2026-01."};
const ErrorDef cell_year{room, 18, "cell_year", bad_input, "列「{column}」の「{text}」は年度ではありません。", "\"{text}\" in column \"{column}\" is not a fiscal year.", "",
    "2024 のように4桁で書いてください。", "Write four digits, as in 2024."};
const ErrorDef cell_choice{room, 19, "cell_choice", bad_input, "列「{column}」の「{text}」は選択肢にありません。", "\"{text}\" is not among the choices of column \"{column}\".", "",
    "次のいずれかを書いてください: {known}", "Use one of {known}."};
const ErrorDef cell_confidence{room, 20, "cell_confidence", bad_input, "信頼度「{text}」は使えません。", "\"{text}\" is not a confidence.", "",
    "high、med、low のいずれかを書いてください。", "Use high, med or low."};
const ErrorDef source_missing{room, 21, "source_missing", bad_input, "出典が書かれていません。", "The row names no source.", "",
    "出典の一覧にある番号を書いてください。", "Name an id of the table of sources."};
const ErrorDef source_unknown{room, 22, "source_unknown", bad_input, "出典「{source}」は一覧にありません。", "The source \"{source}\" is not in the table of sources.", "",
    "出典の一覧(規則集の packs/sources/sources.csv)に加えるか、つづりを確かめてください。", "Add it to the table of sources (packs/sources/sources.csv of the rulebook), or check its spelling."};
const ErrorDef source_twice{room, 23, "source_twice", bad_input, "出典「{source}」が2回あります({first})。", "The source \"{source}\" comes twice; the other is in {first}.", "",
    "一方だけを残してください。", "Keep only one of them."};
const ErrorDef validity_missing{room, 24, "validity_missing", bad_input, "有効期間の始まりがありません。", "The validity has no beginning.", "",
    "始まりを書くか、不明でよい表なら open_start = true と書いてください。", "Give the first year or day; where it may be unknown, declare the table with open_start = true."};
const ErrorDef validity_reversed{room, 25, "validity_reversed", bad_input, "有効期間の終わり「{to}」が始まり「{from}」より前です。", "The validity ends ({to}) before it begins ({from}).", "",
    "始まりと終わりを確かめてください。", "Check both ends."};
const ErrorDef row_twice{room, 26, "row_twice", bad_input, "キー「{key}」の同じ有効期間の行が2つあります({line}行目)。", "The key \"{key}\" has two rows of the same validity; the other is on line {line}.", "",
    "一方を除くか、訂正なら元の行に訂正日を書いてください。", "Take one out; if it is a correction, give the earlier row its date of correction."};
const ErrorDef validity_overlap{room, 27, "validity_overlap", bad_input, "キー「{key}」の有効期間が{line}行目と重なっています({period})。",
    "The validity of key \"{key}\" overlaps line {line} ({period}).", "", "有効期間が重ならないようにしてください。", "Let each year or day have one value only."};
const ErrorDef validity_gap{room, 28, "validity_gap", bad_input, "キー「{key}」の有効期間に空きがあります({period})。", "The validity of key \"{key}\" has a gap: {period}.", "",
    "空いている期間の値を加えるか、値のない期間があってよい表なら gaps = true と書いてください。", "Add the value; where years may lack, declare the table with gaps = true."};
const ErrorDef correction_nowhere{room, 29, "correction_nowhere", bad_input, "訂正日「{date}」に対応する訂正後の行がありません(キー「{key}」)。",
    "No row of key \"{key}\" and the same validity was published on {date}, the date of the correction.", "",
    "訂正後の値を、公表日を{date}として加えてください。", "Add the corrected value with {date} as its date of publication."};
const ErrorDef correction_order{room, 30, "correction_order", bad_input, "訂正日「{date}」が公表日「{published}」より後ではありません。",
    "The correction of {date} is not later than the publication of {published}.", "", "両方の日付を確かめてください。", "Check both dates."};
const ErrorDef pack_text_empty{room, 31, "pack_text_empty", bad_input, "項目「{key}」がまだ空です({where})。", "\"{key}\" is still empty in {where}.", "",
    "内容を書いてください。", "Write its text."};

const ErrorDef table_unknown{room, 60, "table_unknown", bad_input, "表「{table}」は規則集にありません。", "The rulebook has no table \"{table}\".", "",
    "表の名前を確かめてください: {known}", "Check the name of the table: {known}."};
const ErrorDef column_unknown{room, 61, "column_unknown", bad_input, "表「{table}」に列「{column}」はありません。", "The table \"{table}\" has no column \"{column}\".", "",
    "次のいずれかを指定してください: {known}", "Name one of {known}."};
const ErrorDef axis_unknown{room, 62, "axis_unknown", bad_input, "表「{table}」に年度の種類「{axis}」はありません。", "The table \"{table}\" has no year called \"{axis}\".", "",
    "次のいずれかを指定してください: {known}", "Name one of {known}."};
const ErrorDef key_count{room, 63, "key_count", bad_input, "表「{table}」のキーは{expected}個です({actual}個が指定されました)。",
    "The table \"{table}\" takes {expected} key(s), not {actual}.", "", "次の順に指定してください: {known}", "Give them in this order: {known}."};
const ErrorDef key_unknown{room, 64, "key_unknown", bad_input, "表「{table}」に「{key}」はありません。", "The table \"{table}\" has no \"{key}\".", "",
    "近いもの: {known}", "Near to it: {known}."};
const ErrorDef year_needed{room, 65, "year_needed", bad_input, "表「{table}」の値は年度又は日によって異なるため、いつの値かを指定する必要があります。",
    "The values of \"{table}\" change with time: a fiscal year or day is needed.", "", "年度又は日を指定してください。", "Say to which fiscal year or day the value applies."};
const ErrorDef no_rule_data{room, 66, "no_rule_data", refused, "「{key}」の{column}({table})には、{on}の値がありません。",
    "There is no {column} of \"{key}\" in {table} for {on}.", "", "値がある期間: {years_ja}。計画書で値・単位・根拠を申告してください。他の年度の値で代えることはできません。",
    "At hand: {years}. Declare the value with unit and evidence; no other year stands in for it."};
const ErrorDef day_needed{room, 67, "day_needed", refused, "「{key}」の{column}({table})は{on}の途中で変わります。",
    "The {column} of \"{key}\" in {table} does not hold on all days of {on}.", "", "日を指定してください。値の期間: {years_ja}", "Name the day; values at hand: {years}."};
const ErrorDef not_yet_published{room, 68, "not_yet_published", refused, "「{key}」の{column}({table})の{on}の値は、{as_known}の時点では公表されていません。",
    "The {column} of \"{key}\" in {table} for {on} was not yet published on {as_known}.", "", "公表日は{published}です。", "It was published on {published}."};
const ErrorDef low_confidence{room, 69, "low_confidence", refused, "「{key}」の{column}({table}、{on})は信頼度が low の値です。",
    "The {column} of \"{key}\" in {table} for {on} has the confidence \"low\".", "", "出典を確かめたうえで、信頼度の低い値の使用を明示してください。",
    "Check its source, then allow values of low confidence explicitly."};

}  // namespace errors

std::span<const ErrorDef* const> rulebook_errors() {
  using namespace errors;
  static constexpr std::array all{&pack_path, &pack_archive, &pack_file_missing, &pack_format, &pack_key_unknown, &pack_key_missing, &pack_value,
      &pack_family_twice, &table_name_twice, &column_name_twice, &file_unused, &csv_column_missing, &csv_column_unused, &cell_empty, &cell_number, &cell_unit,
      &cell_date, &cell_year, &cell_choice, &cell_confidence, &source_missing, &source_unknown, &source_twice, &validity_missing, &validity_reversed, &row_twice,
      &validity_overlap, &validity_gap, &correction_nowhere, &correction_order, &pack_text_empty, &table_unknown, &column_unknown, &axis_unknown, &key_count, &key_unknown,
      &year_needed, &no_rule_data, &day_needed, &not_yet_published, &low_confidence};
  return all;
}

}  // namespace sumi::rulebook
