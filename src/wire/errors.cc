#include "wire/errors.h"

#include <array>

namespace sumi::wire::errors {

// Placeholders: {path} where in the value ("equipment_after[0].start"), {key}, {text} what was read, {known} the
// words that would do, {hint_*} the nearest of them.
const ErrorDef json_too_large{"wire", 1, "json_too_large", ErrorKind::bad_input,
    "JSONが大きすぎます。{limit}バイトまでです。", "The JSON text is too large: at most {limit} bytes.", "",
    "分けて送ってください。", "Send it in parts."};
const ErrorDef json_syntax{"wire", 2, "json_syntax", ErrorKind::bad_input,
    "JSONとして読めません({reason})。", "This is not JSON: {reason}.", "",
    "示された箇所の書き方を直してください。", "Mend the place that is named."};
const ErrorDef json_too_deep{"wire", 3, "json_too_deep", ErrorKind::bad_input,
    "JSONの入れ子が深すぎます。{limit}段までです。", "The JSON text nests too deeply: at most {limit} levels.", "",
    "入れ子を浅くしてください。", "Nest less deeply."};
const ErrorDef json_key_twice{"wire", 4, "json_key_twice", ErrorKind::bad_input,
    "項目「{key}」が二度書かれています。", "The key \"{key}\" stands twice.", "",
    "どちらか一つにしてください。", "Keep one of the two."};
const ErrorDef unknown_key{"wire", 5, "unknown_key", ErrorKind::bad_input,
    "項目「{path}」はありません。", "There is no field \"{path}\".", "",
    "{hint_ja}使える項目: {known}", "{hint_en}The fields are: {known}"};
const ErrorDef wrong_type{"wire", 6, "wrong_type", ErrorKind::bad_input,
    "項目「{path}」には{expected_ja}を書きます({actual_ja}が書かれています)。", "The field \"{path}\" takes {expected_en}, not {actual_en}.", "",
    "{expected_ja}に直してください。", "Write {expected_en}."};
const ErrorDef integer_range{"wire", 7, "integer_range", ErrorKind::bad_input,
    "項目「{path}」の値 {text} は、{low}から{high}までの整数ではありません。",
    "The value {text} of the field \"{path}\" is not a whole number from {low} to {high}.", "",
    "範囲内の整数を書いてください。", "Write a whole number in this range."};
const ErrorDef unknown_word{"wire", 8, "unknown_word", ErrorKind::bad_input,
    "項目「{path}」に「{text}」という値は使えません。", "The field \"{path}\" cannot be \"{text}\".", "",
    "{hint_ja}使える値: {known}", "{hint_en}The values are: {known}"};
const ErrorDef hex_digits{"wire", 9, "hex_digits", ErrorKind::bad_input,
    "項目「{path}」は16進数{digits}桁で書きます。", "The field \"{path}\" takes {digits} hexadecimal digits.", "",
    "値を写し間違えていないか確かめてください。", "Check whether it was copied whole."};
const ErrorDef value_syntax{"wire", 10, "value_syntax", ErrorKind::bad_input,
    "項目「{path}」: {reason_ja}", "The field \"{path}\": {reason_en}", "", "{remedy_ja}", "{remedy_en}"};
const ErrorDef control_character{"wire", 11, "control_character", ErrorKind::bad_input,
    "項目「{path}」に、改行とタブ以外の制御文字が入っています。",
    "The field \"{path}\" holds a control character other than a line break or a tab.", "",
    "制御文字を取り除いてください。", "Take the control character out."};
const ErrorDef unknown_name{"wire", 12, "unknown_name", ErrorKind::bad_input,
    "項目「{path}」の「{text}」という名前は知られていません。", "The name \"{text}\" in the field \"{path}\" is not known.", "",
    "番号で書くか、先に名前を決めてください。", "Write the number, or give the name first."};
const ErrorDef not_writable{"wire", 13, "not_writable", ErrorKind::bad_input,
    "この値はTOMLに書けません({reason})。", "This value cannot be written as TOML: {reason}.", "",
    "JSONで書き出してください。", "Write it as JSON."};

const ErrorDef xlsx_protected{"wire", 14, "xlsx_protected", ErrorKind::bad_input,
    "このファイルは、パスワードで保護されているか、古い形式(.xls)です。", "This workbook is protected by a password, or in the old format (.xls).", "",
    "Excelで開き、パスワードを外してから「Excelブック(.xlsx)」か「CSV UTF-8」で保存してください。", "Open it in Excel, take the password off and save it as .xlsx or as CSV UTF-8."};
const ErrorDef xlsx_damaged{"wire", 15, "xlsx_damaged", ErrorKind::bad_input,
    "Excelブックとして読めません(部品「{part}」)。", "This cannot be read as an Excel workbook (part \"{part}\").", "",
    "Excelで開いて保存し直すか、「CSV UTF-8」で保存してください。", "Open it in Excel and save it again, or save it as CSV UTF-8."};
const ErrorDef xlsx_too_large{"wire", 16, "xlsx_too_large", ErrorKind::bad_input,
    "Excelブックが大きすぎます({what_ja}: {limit}まで)。", "The workbook is too large: at most {limit} {what_en}.", "",
    "使わないシートや列を除くか、「CSV UTF-8」で保存してください。", "Remove sheets and columns that are not needed, or save it as CSV UTF-8."};
const ErrorDef xlsx_sheet_unknown{"wire", 17, "xlsx_sheet_unknown", ErrorKind::bad_input,
    "シート「{sheet}」はありません。", "There is no sheet \"{sheet}\".", "", "あるシート: {known}", "The sheets are: {known}"};

std::span<const ErrorDef* const> wire_errors() {
  static constexpr std::array all{&json_too_large, &json_syntax, &json_too_deep, &json_key_twice, &unknown_key, &wrong_type,
      &integer_range, &unknown_word, &hex_digits, &value_syntax, &control_character, &unknown_name, &not_writable, &xlsx_protected, &xlsx_damaged, &xlsx_too_large,
      &xlsx_sheet_unknown};
  return all;
}

}  // namespace sumi::wire::errors
