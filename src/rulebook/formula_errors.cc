#include "rulebook/formula_errors.h"

namespace sumi::rulebook {

namespace {
constexpr std::string_view room = "rulebook";
constexpr std::string_view design = "decision 11 of the design: every division by data names its rounding";
using enum ErrorKind;
}  // namespace

namespace errors {

const ErrorDef formula_too_long{room, 200, "formula_too_long", bad_input, "計算式が長すぎます（{bytes}バイト、上限{limit}バイト）。",
                                "the formula is too long ({bytes} bytes, at most {limit}).", "", "途中の量に名前を付け、複数の式に分けてください。",
                                "Name an intermediate quantity and split the formula."};
const ErrorDef formula_character{room, 201, "formula_character", bad_input, "計算式に使えない文字「{found}」があります。",
                                 "the character '{found}' cannot stand in a formula.", "", "半角の英数字と演算記号で書いてください。",
                                 "Write names, numbers and operators in ASCII."};
const ErrorDef formula_syntax{room, 202, "formula_syntax", bad_input, "ここには{expected_ja}が必要ですが、「{found}」があります。",
                              "{expected} is expected here, found '{found}'.", "", "その位置の書き方を確かめてください。",
        "Look at what stands there: a bracket, an operator or a quotation mark may lack."};
const ErrorDef formula_number{room, 203, "formula_number", bad_input, "数値「{text}」を読み取れません。", "'{text}' is not a number.", "",
                              "12や0.0036のように書いてください（指数表記は使えません）。", "Write it as 12 or 0.0036, without an exponent."};
const ErrorDef formula_too_deep{room, 204, "formula_too_deep", bad_input, "計算式の入れ子が深すぎます（上限{limit}段）。",
                                "the formula is nested too deeply (at most {limit} levels).", "", "途中の量に名前を付け、複数の式に分けてください。",
                                "Name an intermediate quantity and split the formula."};
const ErrorDef formula_unit_text{room, 205, "formula_unit_text", bad_input, "単位「{unit}」を読み取れません。", "the unit '{unit}' cannot be read.", "",
                                 "GJ/kWhやtCO2のように書いてください。", "Write a unit such as GJ/kWh or tCO2, or declare it as a unit variable."};
const ErrorDef formula_name_unknown{room, 206, "formula_name_unknown", bad_input, "「{name}」は定義されていません。", "'{name}' is not defined.", "",
                                    "方法論のパラメータ、選択肢又は式として定義するか、つづりを確かめてください。",
                                    "Define it as a parameter, choice or formula of the methodology, or check its spelling{nearest}."};
const ErrorDef formula_function_unknown{room, 207, "formula_function_unknown", bad_input, "関数「{name}」はありません。",
                                        "there is no function '{name}'.", "", "使える関数: {known}", "Functions: {known}."};
const ErrorDef formula_arguments{room, 208, "formula_arguments", bad_input, "{function}の引数が正しくありません（正しい形: {form}）。",
                                 "the arguments of {function} do not fit; its form is {form}.", "", "示した形に合わせて書いてください。",
        "Write it in that form."};
const ErrorDef formula_rows{room, 209, "formula_rows", bad_input, "「{name}」の行の指定が正しくありません（{reason_ja}）。", "'{name}' and its rows do not fit: {reason}.", "",
                            "sum(i in 一覧名: ...)の中でx[i]と書いてください。", "Write x[i] inside sum(i in LIST: ...), for an x that this list has."};
const ErrorDef formula_kind{room, 210, "formula_kind", bad_input, "{expected_ja}が必要な所に{found_ja}があります。", "{expected} is needed here, this is {found}.", "",
                            "数値と条件、文字列を取り違えていないか確かめてください。",
        "Compare numbers to make a condition; texts are only compared."};
const ErrorDef formula_places{room, 211, "formula_places", bad_input, "{function}の桁数は{form_ja}の整数で指定してください。",
                              "{function} needs its digits as a whole number {form}, written out.", "", "0から9までの数字で桁数を書いてください。",
        "Write the digits as a plain number, as in half_even(a / b, 12)."};
const ErrorDef formula_power{room, 212, "formula_power", bad_input, "べき指数は絶対値{limit}以下の整数で書いてください。",
                             "an exponent is a whole number of at most {limit} in size, written out.", "", "平方根などにはrootを使ってください。",
                             "Use root(x, n) for roots."};
const ErrorDef formula_table_unknown{room, 213, "formula_table_unknown", bad_input, "表「{table}」は規則集にありません。",
                                     "the rulebook has no table '{table}'.", "", "表の名前を sumi rules list で確かめてください。",
        "sumi rules list shows the names of the tables."};
const ErrorDef formula_column_unknown{room, 214, "formula_column_unknown", bad_input, "表「{table}」に列「{column}」はありません。",
                                      "the table '{table}' has no column '{column}' that a formula can use.", "", "使える列: {known}", "Columns: {known}."};
const ErrorDef formula_table_keys{room, 215, "formula_table_keys", bad_input, "表「{table}」の検索キーが正しくありません（必要なキー: {keys}）。",
                                  "the table '{table}' is looked up by: {keys}.", "", "キーは文字列か選択肢の名前で書いてください。",
                                  "Give each key as a text or the name of a choice."};
const ErrorDef formula_unit_variable{room, 216, "formula_unit_variable", bad_input, "「{lookup}」の単位は行ごとに異なりますが、単位変数が宣言されていません。",
                                     "the unit of {lookup} differs from row to row, and no unit variable is declared for this key.", "",
                                     "同じ表とキーの単位変数を宣言してください。", "Declare a unit variable for the same table, key and column."};
const ErrorDef formula_unit_mismatch{room, 217, "formula_unit_mismatch", bad_input, "{what_ja}の単位が合いません（「{left}」と「{right}」）。",
                                     "the units of {what} do not fit: '{left}' and '{right}'.", "", "{remedy_ja}", "{remedy}"};
const ErrorDef formula_division_unrounded{room, 218, "formula_division_unrounded", bad_input,
                                          "計画・会員・伝票の値「{divisor}」による除算に丸めの指定がありません。",
                                          "this divides by data ({divisor}) without naming a rounding.", design,
                                          "half_even(a / b, 12)のように、除算を丸め関数の直接の引数にしてください。",
                                          "Make the division the direct argument of a rounding: half_even(a / b, 12)."};
const ErrorDef formula_name_twice{room, 219, "formula_name_twice", bad_input, "「{name}」が二重に定義されています。", "'{name}' is defined twice.", "", "一方の名前を変えるか、取り除いてください。",
        "Give one of them another name, or take it out."};
const ErrorDef formula_recursion{room, 220, "formula_recursion", bad_input, "計算式が循環しています（{path}）。", "the formulas go in a circle: {path}.", "",
                                 "式は自分自身を直接にも間接にも使えません。", "A formula cannot use itself, directly or through others."};
const ErrorDef formula_too_many_steps{room, 221, "formula_too_many_steps", bad_input, "計算のステップ数が上限{limit}を超えました。",
                                      "the calculation needs more than {limit} steps.", "", "行数の多い一覧を分けて計算してください。",
                                      "Split long lists of rows."};
const ErrorDef formula_arithmetic{room, 222, "formula_arithmetic", bad_input, "式「{formula}」を計算できません（{reason_ja}）。",
                                  "the formula '{formula}' cannot be calculated: {reason}", "", "入力値を確かめてください。", "Check the values it uses."};
const ErrorDef input_missing{room, 223, "input_missing", bad_input, "「{name}」の値がありません（{reason_ja}）。", "there is no value for {name}: {reason}", "",
                             "値、単位及び根拠を宣言パラメータとして計画に記載してください。",
                             "Give it in the plan as a declared parameter, with unit and evidence."};

const ErrorDef methodology_reference{room, 233, "methodology_reference", bad_input, "「{key}」が指す「{name}」はこの方法論にありません。",
                                     "{key} names '{name}', which this methodology does not have.", "", "名前のつづりを確かめるか、その名前のものを定義してください。",
        "Check its spelling, or define what it names."};
const ErrorDef methodology_variants{room, 234, "methodology_variants", bad_input, "選択肢の組合せが多すぎます（上限{limit}）。",
                                    "the choices make more than {limit} variants.", "", "選択肢を減らすか、whenで組合せを絞ってください。",
                                    "Drop a choice or narrow the combinations by `when`."};
const ErrorDef methodology_example{room, 235, "methodology_example", bad_input, "計算例「{name}」の{figure}が一致しません（パックの値{expected}、計算結果{found}）。",
                                   "the worked example '{name}' does not hold: {figure} is {expected} in the pack, {found} by its formulas.", "",
                                   "式又は計算例を訂正してください。", "Correct the formulas or the example."};

const ErrorDef choice_missing{room, 240, "choice_missing", bad_input, "「{name}」の選択がありません。", "the plan does not choose '{name}'.", "",
                              "選べる値: {known}", "Possible: {known}."};
const ErrorDef choice_value{room, 241, "choice_value", bad_input, "「{name}」に「{value}」は選べません。", "'{value}' cannot be chosen for '{name}'.", "",
                            "選べる値: {known}", "Possible: {known}."};
const ErrorDef input_unknown{room, 242, "input_unknown", bad_input, "「{name}」はこの計画で使う方法論の項目ではありません。",
                             "'{name}' is nothing that this methodology asks for with these choices.", "", "つづりを確かめるか、項目を削除してください。",
                             "Check the spelling{nearest}, or leave it out."};
const ErrorDef input_unit{room, 243, "input_unit", bad_input, "「{name}」の値「{value}」の単位が「{unit}」に換算できません。",
                          "{name} is given as {value}, which does not convert to {unit}.", "", "{unit}又はこれに換算できる単位で記載してください。",
                          "Give it in {unit} or a unit that converts to it."};
const ErrorDef input_range{room, 244, "input_range", bad_input, "「{name}」の値{value}は範囲外です（{range}）。", "{name} is {value}, outside of {range}.", "",
                           "値と単位を確かめてください。", "Check value and unit."};
const ErrorDef input_class{room, 245, "input_class", bad_input, "「{name}」にモニタリング分類「{class}」は使えません。",
                           "the monitoring class '{class}' is not allowed for {name}.", "", "使える分類: {known}", "Allowed: {known}."};
const ErrorDef input_value_year{room, 246, "input_value_year", bad_input, "宣言された「{name}」が何年度の値か記載されていません。",
                                "the declared {name} does not say of which year its value is.", "", "値の年度を記載してください（例: FY2021）。",
                                "State the year of the value (FY2021)."};
const ErrorDef input_twice{room, 247, "input_twice", bad_input, "「{name}」が二度与えられています。", "{name} is given twice.", "",
                           "計画又はモニタリング実績のどちらか一方に記載してください。", "Give it once, in the plan or in the monitored data."};
const ErrorDef methodology_check_failed{room, 248, "methodology_check_failed", bad_input, "{ja}", "{en}", "", "", ""};
const ErrorDef incidental_choice{room, 249, "incidental_choice", bad_input, "付随的な排出活動「{name}」の扱い「{value}」は使えません。",
                                 "the incidental source '{name}' cannot be treated as '{value}'.", "", "使える扱い: {known}", "Possible: {known}."};
const ErrorDef trace_syntax{room, 250, "trace_syntax", damaged, "計算過程の記録の{line}行目を読み取れません。", "line {line} of the trace cannot be read.", "", "", ""};
const ErrorDef trace_differs{room, 251, "trace_differs", damaged, "計算過程の記録の{line}行目が再計算と一致しません（記録「{recorded}」、再計算「{computed}」）。",
                             "line {line} of the trace does not hold: recorded '{recorded}', computed again '{computed}'.", "", "", ""};

const ErrorDef methodology_unused{room, 252, "methodology_unused", bad_input, "{kind_ja}「{name}」は、どの式、条件、単位にも使われていません。",
                                  "the {kind} '{name}' is used by no formula, condition or unit.", "", "使うか、取り除いてください。", "Use it, or take it out."};
const ErrorDef methodology_example_missing{room, 253, "methodology_example_missing", bad_input, "計算例がありません。", "there is no worked example.", "",
                                           "[[example]] に、入力と、本プログラムの外で計算した結果を書いてください。",
                                           "Write an [[example]]: inputs, and figures found outside of this program."};
const ErrorDef methodology_option_unknown{room, 254, "methodology_option_unknown", bad_input, "選択肢「{name}」に「{value}」はありません。",
                                          "the choice '{name}' has no '{value}'.", "", "使える値: {known}", "Use one of {known}."};
const ErrorDef methodology_basis{room, 255, "methodology_basis", bad_input, "basis = \"official\" ですが、挙げた出典に公式文書又はその写しがありません（{sources}）。",
                                 "it says basis = \"official\", but none of its sources is an official text or a copy of one: {sources}.", "",
                                 "公式文書の出典を挙げるか、basis = \"reconstructed\" としてください。", "Name the official text, or write basis = \"reconstructed\"."};
const ErrorDef methodology_name{room, 256, "methodology_name", bad_input, "「{name}」は名前に使えません（{reason_ja}）。", "'{name}' cannot be a name: {reason}.", "",
                                "英字で始まる半角の英数字と下線の名前にしてください。", "Begin with a letter; use ASCII letters, digits and '_', and no word of the language."};
const ErrorDef methodology_bound{room, 257, "methodology_bound", bad_input, "「{text}」は {key} に使えません（{reason_ja}）。", "'{text}' cannot be the {key}: {reason}.", "",
                                 "数値、又は数値と単位で、最小が最大を超えないように書いてください。", "Write a number, or a number with a unit, the minimum not above the maximum."};
const ErrorDef methodology_result{room, 258, "methodology_result", bad_input, "結果となる式「{name}」の単位は tCO2 ですが、「{unit}」と書かれています。",
                                  "the result '{name}' is counted in tCO2, but its unit is '{unit}'.", "", "式の単位を tCO2 としてください。換算は自動で行われます。",
                                  "Give the formula the unit tCO2; what converts is converted."};
const ErrorDef methodology_text_same{room, 259, "methodology_text_same", bad_input, "{key}の英文が和文のままです。", "the English text of {key} is the Japanese one.", "",
                                     "英文を書いてください。", "Write it in English."};

}  // namespace errors

std::span<const ErrorDef* const> formula_errors() {
  using namespace errors;
  static const ErrorDef* const list[] = {
      &formula_too_long,   &formula_character,     &formula_syntax,        &formula_number,       &formula_too_deep,
      &formula_unit_text,  &formula_name_unknown,  &formula_function_unknown, &formula_arguments, &formula_rows,
      &formula_kind,       &formula_places,        &formula_power,         &formula_table_unknown, &formula_column_unknown,
      &formula_table_keys, &formula_unit_variable, &formula_unit_mismatch, &formula_division_unrounded, &formula_name_twice,
      &formula_recursion,  &formula_too_many_steps, &formula_arithmetic,   &input_missing,        
      &methodology_reference, &methodology_variants, &methodology_example,
      &choice_missing,     &choice_value,          &input_unknown,         &input_unit,           &input_range,
      &input_class,        &input_value_year,      &input_twice,           &methodology_check_failed, &incidental_choice,
      &trace_syntax,       &trace_differs,         &methodology_unused,    &methodology_example_missing, &methodology_option_unknown,
      &methodology_basis,  &methodology_name,      &methodology_bound,     &methodology_result,   &methodology_text_same};
  return list;
}

}  // namespace sumi::rulebook
