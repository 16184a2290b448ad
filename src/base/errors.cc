#include "base/errors.h"

#include <array>

namespace sumi::errors {

namespace {
constexpr std::string_view corporate_number_source = "法人番号の指定等に関する省令 (平成26年財務省令第70号) 第2条";
}  // namespace

// Placeholders that every caller fills where it knows them: {text} what was read, {limit}, {file}, {column}, {expected}, {actual}, {reason}.
const ErrorDef number_syntax{"base", 1, "number_syntax", ErrorKind::bad_input,
    "「{text}」は数として読めません。", "\"{text}\" is not a number.", "",
    "-12.50 のように、符号・数字・小数点だけで書いてください。指数表記は使えません。",
    "Write it with sign, digits and a decimal point only, as in -12.50; exponents are not read."};
const ErrorDef number_too_long{"base", 2, "number_too_long", ErrorKind::bad_input,
    "数が長すぎます。{limit}文字までです。", "The number is too long: at most {limit} characters.", "",
    "桁数を減らしてください。", "Give it with fewer digits."};
const ErrorDef unit_syntax{"base", 3, "unit_syntax", ErrorKind::bad_input,
    "「{text}」は単位として読めません({reason_ja})。", "\"{text}\" is not a unit: {reason_en}.", "",
    "tCO2/GJ_HHV や 1000 m3N のように書いてください。", "Write it as in tCO2/GJ_HHV or 1000 m3N."};
const ErrorDef unit_unknown{"base", 4, "unit_unknown", ErrorKind::bad_input,
    "単位「{name}」は知られていません(「{text}」の中)。", "The unit \"{name}\" in \"{text}\" is not known.", "",
    "kWh、GJ、kL、m3N、t、tCO2 などの単位で書いてください。", "Use a known unit such as kWh, GJ, kL, m3N, t or tCO2."};
const ErrorDef unit_mismatch{"base", 5, "unit_mismatch", ErrorKind::bad_input,
    "単位「{from}」は「{to}」に換算できません。{reason_ja}", "The unit \"{from}\" does not convert to \"{to}\". {reason_en}", "",
    "{to} の値を使うか、換算の根拠となる係数を式に入れてください。",
    "Give the value in {to}, or put the factor that joins the two into the formula."};
const ErrorDef date_syntax{"base", 6, "date_syntax", ErrorKind::bad_input,
    "「{text}」は日付として読めません。", "\"{text}\" is not a date.", "",
    "2026-11-22 または 令和8年11月22日 のように書いてください。", "Write it as 2026-11-22 or 令和8年11月22日."};
const ErrorDef date_range{"base", 7, "date_range", ErrorKind::bad_input,
    "「{text}」という日は暦にないか、扱える範囲(明治元年から9999年まで)の外です。",
    "There is no such day as \"{text}\", or it lies outside of 1868-01-25 to 9999-12-31.", "",
    "日付と元号を確かめてください。", "Check the day and the era."};
const ErrorDef fiscal_year_syntax{"base", 8, "fiscal_year_syntax", ErrorKind::bad_input,
    "「{text}」は年度として読めません。", "\"{text}\" is not a fiscal year.", "",
    "2026年度、令和8年度、FY2026 のように書いてください。", "Write it as FY2026, 2026年度 or 令和8年度."};
const ErrorDef period_syntax{"base", 9, "period_syntax", ErrorKind::bad_input,
    "「{text}」は期間として読めません。", "\"{text}\" is not a period.", "",
    "2026-04-01..2026-04-30、2026-04、FY2026 のように、初日が末日より後にならないように書いてください。",
    "Write it as 2026-04-01..2026-04-30, 2026-04 or FY2026, the first day not after the last."};
const ErrorDef instant_syntax{"base", 10, "instant_syntax", ErrorKind::bad_input,
    "「{text}」は時刻として読めません。", "\"{text}\" is not an instant.", "",
    "2026-11-22T00:00:00.000Z のように協定世界時で書いてください。", "Write it in UTC as 2026-11-22T00:00:00.000Z."};
const ErrorDef corporate_number_digits{"base", 11, "corporate_number_digits", ErrorKind::bad_input,
    "「{text}」は法人番号として読めません。法人番号は13桁の数字です。", "\"{text}\" is not a corporate number, which has 13 digits.",
    corporate_number_source, "13桁の法人番号を確かめてください。", "Check the 13 digits of the corporate number."};
const ErrorDef corporate_number_check{"base", 12, "corporate_number_check", ErrorKind::bad_input,
    "法人番号「{text}」の検査用数字が合いません。", "The check digit of the corporate number \"{text}\" is wrong.",
    corporate_number_source, "書き間違いがないか、国税庁の法人番号公表サイトで確かめてください。",
    "Look for a typing error, and compare with the National Tax Agency's public register."};
const ErrorDef text_encoding{"base", 13, "text_encoding", ErrorKind::bad_input,
    "文字コードが読めません。UTF-8、UTF-16(BOM付き)、Shift_JIS(CP932)のいずれでもない文字があります。",
    "The encoding is not readable: there are bytes that are neither UTF-8 nor UTF-16 with a mark nor Shift_JIS (CP932).", "",
    "UTF-8で保存し直してください。", "Save the file again as UTF-8."};
const ErrorDef toml_syntax{"base", 14, "toml_syntax", ErrorKind::bad_input,
    "TOMLとして読めません: {reason}", "This is not TOML: {reason}", "",
    "示された行の書き方を直してください。", "Mend the line that is named."};
const ErrorDef toml_too_large{"base", 15, "toml_too_large", ErrorKind::bad_input,
    "TOMLファイルが大きすぎます。{limit}バイトまでです。", "The TOML file is too large: at most {limit} bytes.", "",
    "ファイルを分けるか、表はCSVにしてください。", "Split the file, or move its tables to CSV."};
const ErrorDef toml_too_deep{"base", 16, "toml_too_deep", ErrorKind::bad_input,
    "入れ子が深すぎます。{limit}段までです。", "The nesting is too deep: at most {limit} levels.", "",
    "入れ子を浅くしてください。", "Nest less deeply."};
const ErrorDef csv_quote{"base", 17, "csv_quote", ErrorKind::bad_input,
    "引用符(\")が閉じていないか、置けない場所にあります。", "A quotation mark is not closed, or stands where none may.", "",
    "項目全体を \" で囲み、中の \" は \"\" と書いてください。", "Put quotation marks around the whole field, and write one within as \"\"."};
const ErrorDef csv_field_too_long{"base", 18, "csv_field_too_long", ErrorKind::bad_input,
    "項目が長すぎます。{limit}バイトまでです。", "The field is too long: at most {limit} bytes.", "",
    "引用符の閉じ忘れがないか確かめてください。", "Look for a quotation mark that is not closed."};
const ErrorDef csv_too_many_columns{"base", 19, "csv_too_many_columns", ErrorKind::bad_input,
    "列が多すぎます。{limit}列までです。", "There are too many columns: at most {limit}.", "",
    "列を減らしてください。", "Give fewer columns."};
const ErrorDef csv_columns{"base", 20, "csv_columns", ErrorKind::bad_input,
    "この行には{actual}列ありますが、見出しは{expected}列です。", "This row has {actual} fields, the header has {expected}.", "",
    "列の過不足を直してください。項目の中のコンマは引用符で囲みます。",
    "Add or remove fields; a field that holds a comma needs quotation marks."};
const ErrorDef csv_header_twice{"base", 21, "csv_header_twice", ErrorKind::bad_input,
    "見出し「{column}」が二度あります。", "The header \"{column}\" stands twice.", "",
    "列の見出しを一つずつ違う名前にしてください。", "Give each column a name of its own."};
const ErrorDef csv_empty{"base", 22, "csv_empty", ErrorKind::bad_input,
    "見出しの行がありません。", "There is no header row.", "",
    "一行目に列の見出しを書いてください。", "Begin with a row of column names."};
const ErrorDef arithmetic_limit{"base", 23, "arithmetic_limit", ErrorKind::bad_input,
    "計算の途中の数が大きすぎるか、計算の指定が範囲を超えています。", "A number of the calculation grew too large, or one of its settings is out of range.", "",
    "入力の値を確かめ、割り算の後には丸めを指定してください。", "Check the input, and name a rounding after each division."};
const ErrorDef division_by_zero{"base", 24, "division_by_zero", ErrorKind::bad_input,
    "0で割ることはできません。", "A division by zero has no result.", "",
    "割る数が0になる入力を確かめてください。", "Check the input that makes the divisor zero."};
const ErrorDef arithmetic_domain{"base", 25, "arithmetic_domain", ErrorKind::bad_input,
    "対数は正の数、平方根と偶数乗根は0以上の数だけに使えます。",
    "A logarithm needs a positive number, a square root and an even root one that is not negative.", "",
    "入力の符号を確かめてください。", "Check the sign of the input."};
const ErrorDef file_missing{"base", 26, "file_missing", ErrorKind::bad_input,
    "ファイル「{file}」がありません。", "There is no file \"{file}\".", "",
    "ファイル名と置き場所を確かめてください。", "Check its name and place."};
const ErrorDef file_unreadable{"base", 27, "file_unreadable", ErrorKind::bad_input,
    "ファイル「{file}」を読み込めません({reason})。", "The file \"{file}\" cannot be read: {reason}.", "",
    "読み取りの権限を確かめてください。", "Check the permission to read it."};
const ErrorDef file_unwritable{"base", 28, "file_unwritable", ErrorKind::bad_input,
    "ファイル「{file}」に書き込めません({reason})。", "The file \"{file}\" cannot be written: {reason}.", "",
    "書き込みの権限と空き容量を確かめてください。", "Check the permission to write and the space left."};
const ErrorDef file_too_large{"base", 29, "file_too_large", ErrorKind::bad_input,
    "ファイル「{file}」が大きすぎます。{limit}バイトまでです。", "The file \"{file}\" is too large: at most {limit} bytes.", "",
    "ファイルを分けてください。", "Split the file."};
const ErrorDef invariant_broken{"base", 30, "invariant_broken", ErrorKind::damaged,
    "プログラムの前提が破れました: {reason}", "Something that must always hold does not: {reason}", "",
    "何も変更していません。この文面を添えて開発者に知らせてください。", "Nothing was changed. Report it with this message."};

std::span<const ErrorDef* const> base_errors() {
  static constexpr std::array all{&number_syntax, &number_too_long, &unit_syntax, &unit_unknown, &unit_mismatch, &date_syntax, &date_range,
      &fiscal_year_syntax, &period_syntax, &instant_syntax, &corporate_number_digits, &corporate_number_check, &text_encoding, &toml_syntax,
      &toml_too_large, &toml_too_deep, &csv_quote, &csv_field_too_long, &csv_too_many_columns, &csv_columns, &csv_header_twice, &csv_empty,
      &arithmetic_limit, &division_by_zero, &arithmetic_domain, &file_missing, &file_unreadable, &file_unwritable, &file_too_large,
      &invariant_broken};
  return all;
}

}  // namespace sumi::errors
