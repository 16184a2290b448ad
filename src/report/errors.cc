#include "report/errors.h"

#include <array>

namespace sumi::report::errors {

const ErrorDef font_missing{"report", 1, "font_missing", ErrorKind::bad_input,
    "フォント「{family}」がこの機械にないため、PDFを作れません。", "The PDF needs the font \"{family}\", which this machine does not have.", "",
    "Debianではパッケージ fonts-noto-cjk を入れます。テキストとJSONは今のままで出せます。", "On Debian, install the package fonts-noto-cjk. Text and JSON need no font."};
const ErrorDef glyph_missing{"report", 2, "glyph_missing", ErrorKind::bad_input,
    "文字「{text}」({code})の字形がフォント「{family}」にないため、PDFに印刷できません。", "The font \"{family}\" has no glyph for \"{text}\" ({code}), so it cannot be printed in a PDF.", "",
    "テキストかJSONで出すか、別の表記を使います。", "Take the text or JSON form, or write it otherwise."};
const ErrorDef text_too_long{"report", 3, "text_too_long", ErrorKind::bad_input,
    "書面の一つの文章が長すぎます({bytes}バイト、{limit}バイトまで)。", "One text of the paper is too long: {bytes} bytes, at most {limit}.", "",
    "文章を分けるか、JSONで出します。", "Divide the text, or take the JSON form."};
const ErrorDef table_too_long{"report", 4, "table_too_long", ErrorKind::bad_input,
    "PDFの表は合わせて{limit}行までです({rows}行あります)。", "The tables of a PDF have at most {limit} rows together; these have {rows}.", "",
    "期間を短くするか、JSONで出します。", "Choose a shorter period, or take the JSON form."};
const ErrorDef code_too_long{"report", 5, "code_too_long", ErrorKind::bad_input,
    "検証コードが長すぎます({bytes}バイト、{limit}バイトまで)。", "The verification code is too long: {bytes} bytes, at most {limit}.", "",
    "短い形のコードにします。", "Use the short form of the code."};
const ErrorDef not_written{"report", 6, "not_written", ErrorKind::bad_input,
    "PDFを書き出せませんでした({reason})。", "The PDF could not be written: {reason}.", "",
    "書き込み先の空きと権限を確かめます。", "See whether the place has room and may be written to."};

std::span<const ErrorDef* const> report_errors() {
  static constexpr std::array all{&font_missing, &glyph_missing, &text_too_long, &table_too_long, &code_too_long, &not_written};
  return all;
}

}  // namespace sumi::report::errors
