#include "scenario/errors.h"

#include <array>

namespace sumi::scenario::errors {

// Placeholders: {text} what stands there, {expected}, {actual}, {name}, {known}, {limit}.
const ErrorDef script_too_large{"scenario", 1, "script_too_large", ErrorKind::bad_input, "シナリオが大きすぎます。{limit}バイトまでです。",
    "The scenario is too large: at most {limit} bytes.", "", "ファイルを分けてください。", "Split the file."};
const ErrorDef script_encoding{"scenario", 2, "script_encoding", ErrorKind::bad_input, "シナリオがUTF-8ではありません。", "The scenario is not UTF-8.", "",
    "UTF-8で保存し直してください。", "Save the file again as UTF-8."};
const ErrorDef text_not_closed{"scenario", 3, "text_not_closed", ErrorKind::bad_input, "引用符(\")が閉じていません。", "A quotation mark is not closed.", "",
    "同じ行の中で \" を閉じてください。", "Close it on the same line."};
const ErrorDef bracket_not_closed{"scenario", 4, "bracket_not_closed", ErrorKind::bad_input, "括弧「{text}」が閉じていません。", "The bracket {text} is not closed.", "",
    "対応する閉じ括弧を書いてください。", "Write the bracket that closes it."};
const ErrorDef unexpected{"scenario", 5, "unexpected", ErrorKind::bad_input, "ここに「{text}」は置けません。{expected_ja}を書きます。",
    "\"{text}\" cannot stand here; {expected_en} is expected.", "", "docs/scenario.md の文法を見てください。", "See the grammar in docs/scenario.md."};
const ErrorDef too_deep{"scenario", 6, "too_deep", ErrorKind::bad_input, "入れ子が深すぎます。{limit}段までです。", "The nesting is too deep: at most {limit} levels.", "",
    "入れ子を浅くしてください。", "Nest less deeply."};
const ErrorDef verb_unknown{"scenario", 7, "verb_unknown", ErrorKind::bad_input, "「{text}」という命令はありません。", "There is no statement \"{text}\".", "",
    "{hint_ja}命令の一覧は docs/scenario.md にあります。", "{hint_en}They are listed in docs/scenario.md."};
const ErrorDef argument_count{"scenario", 8, "argument_count", ErrorKind::bad_input, "「{text}」の書き方が違います。", "\"{text}\" has too few or too many arguments.", "",
    "書き方: {usage}", "It is written: {usage}"};
const ErrorDef key_unknown{"scenario", 9, "key_unknown", ErrorKind::bad_input, "「{text}」に「{key}=」はありません。", "\"{text}\" has no \"{key}=\".", "",
    "書き方: {usage}", "It is written: {usage}"};
const ErrorDef key_twice{"scenario", 10, "key_twice", ErrorKind::bad_input, "「{key}=」が二度書かれています。", "\"{key}=\" stands twice.", "",
    "どちらか一つにしてください。", "Keep one of the two."};
const ErrorDef result_syntax{"scenario", 11, "result_syntax", ErrorKind::bad_input, "「->」の後には ok、repeated、refused のどれかを書きます。",
    "After \"->\" stands ok, repeated or refused.", "", "例: -> refused registry.insufficient_units", "For example: -> refused registry.insufficient_units"};
const ErrorDef refusal_unknown{"scenario", 12, "refusal_unknown", ErrorKind::bad_input, "「{text}」という拒否はありません。", "There is no refusal \"{text}\".", "",
    "{hint_ja}部屋の名前から、registry.insufficient_units のように書きます。", "{hint_en}Write it with its room, as in registry.insufficient_units."};
const ErrorDef name_syntax{"scenario", 13, "name_syntax", ErrorKind::bad_input, "「{text}」は名前に使えません。", "\"{text}\" cannot be a name.", "",
    "英字で始め、英数字と _ だけで書いてください。", "Begin with a letter; use letters, digits and _ only."};
const ErrorDef part_twice{"scenario", 14, "part_twice", ErrorKind::bad_input, "部分「{name}」が二度あります。", "The part \"{name}\" stands twice.", "",
    "別の名前にしてください。", "Give it another name."};
const ErrorDef part_unknown{"scenario", 15, "part_unknown", ErrorKind::bad_input, "部分「{name}」はありません。", "There is no part \"{name}\".", "",
    "part {name} で始まる部分を書いてください。", "Write a block that begins with: part {name}"};
const ErrorDef case_twice{"scenario", 16, "case_twice", ErrorKind::bad_input, "ケース「{name}」が二度あります。", "The case \"{name}\" stands twice.", "",
    "別の名前にしてください。", "Give it another name."};
const ErrorDef include_depth{"scenario", 17, "include_depth", ErrorKind::bad_input, "include が深すぎるか、輪になっています。", "The includes nest too deeply, or in a circle.", "",
    "include を減らしてください。", "Include fewer files."};
const ErrorDef case_in_include{"scenario", 18, "case_in_include", ErrorKind::bad_input, "include されるファイルに case は置けません。",
    "A file that is included holds no cases.", "", "case は元のファイルに書いてください。", "Write the cases into the including file."};
const ErrorDef group_nesting{"scenario", 19, "group_nesting", ErrorKind::bad_input, "group と end の対応が取れていないか、group の中に置けない命令です。",
    "group and end do not match, or this statement cannot stand within a group.", "", "group の中には台帳への申請だけを書き、end で閉じてください。",
    "Write only commands between group and end."};
const ErrorDef value_unknown{"scenario", 20, "value_unknown", ErrorKind::bad_input, "値「${name}」は決められていません。", "The value \"${name}\" is not set.", "",
    "先に value {name} = で値を決めてください。", "Set it first: value {name} = VALUE"};
const ErrorDef name_unknown{"scenario", 21, "name_unknown", ErrorKind::bad_input, "{kind}の名前「{text}」は知られていません。", "There is no {kind} called \"{text}\".", "",
    "先に名前を決めるか、番号で書いてください。", "Give the name first, or write the number."};
const ErrorDef name_taken{"scenario", 22, "name_taken", ErrorKind::bad_input, "名前「{text}」は既に使われています。", "The name \"{text}\" is taken.", "",
    "別の名前にしてください。", "Choose another name."};
const ErrorDef nothing_to_name{"scenario", 23, "nothing_to_name", ErrorKind::bad_input, "「{text}」と名付ける番号が結果にありません。",
    "The outcome gives no number that \"{text}\" could name.", "", "名前を付けずに書いてください。", "Write it without a name."};
const ErrorDef command_unknown{"scenario", 24, "command_unknown", ErrorKind::bad_input, "「{text}」という申請はありません。", "There is no command \"{text}\".", "",
    "{hint_ja}使えるもの: {known}", "{hint_en}The commands are: {known}"};
const ErrorDef row_unknown{"scenario", 25, "row_unknown", ErrorKind::bad_input, "台帳に {text} はありません。", "The ledger holds no {text}.", "", "", ""};
const ErrorDef field_unknown{"scenario", 26, "field_unknown", ErrorKind::bad_input, "{text} に項目「{path}」はありません。", "{text} has no field \"{path}\".", "",
    "ある項目: {known}", "It has: {known}"};
const ErrorDef steps_exhausted{"scenario", 27, "steps_exhausted", ErrorKind::busy, "行が多すぎます。一つのケースで{limit}行までです。",
    "Too many lines are played: at most {limit} per case.", "", "ケースを分けてください。", "Split the case."};
const ErrorDef given_store{"scenario", 28, "given_store", ErrorKind::bad_input, "既存の台帳に対しては、store と case は使えません。",
    "Against a given ledger a scenario cannot have store or case.", "", "新しい台帳で実行してください。", "Play it against a fresh ledger."};
const ErrorDef no_calculation{"scenario", 29, "no_calculation", ErrorKind::bad_input, "この台帳では計画書やモニタリングデータのファイルを扱えません。",
    "This ledger does not take plans and monitoring data from files.", "", "do で申請をそのまま書いてください。", "Write the command itself with do."};
const ErrorDef refused_instead{"scenario", 30, "refused_instead", ErrorKind::refused, "受け付けられるはずでしたが、{actual} で拒否されました: {sentence_ja}",
    "It should have been accepted, but was refused: {actual}: {sentence_en}", "", "", ""};
const ErrorDef accepted_instead{"scenario", 31, "accepted_instead", ErrorKind::refused, "{expected} で拒否されるはずでしたが、受け付けられました。",
    "It should have been refused with {expected}, but was accepted.", "", "", ""};
const ErrorDef refused_otherwise{"scenario", 32, "refused_otherwise", ErrorKind::refused, "{expected} で拒否されるはずでしたが、{actual} で拒否されました: {sentence_ja}",
    "It should have been refused with {expected}, but was with {actual}: {sentence_en}", "", "", ""};
const ErrorDef not_repeated{"scenario", 33, "not_repeated", ErrorKind::refused, "{expected} のはずでしたが、{actual} でした。", "It should have been {expected}, but was {actual}.", "", "", ""};
const ErrorDef differs{"scenario", 34, "differs", ErrorKind::refused, "{what} は {expected} のはずですが、{actual} です。", "{what} should be {expected}, but is {actual}.", "", "", ""};
const ErrorDef invariant{"scenario", 35, "invariant", ErrorKind::damaged, "台帳の整合が崩れています: {text}", "The ledger does not hold together: {text}", "", "", ""};
const ErrorDef refusal_changed_state{"scenario", 36, "refusal_changed_state", ErrorKind::damaged, "拒否された申請が台帳の状態を変えました。",
    "A refused command changed the state.", "", "", ""};
const ErrorDef opened_already{"scenario", 37, "opened_already", ErrorKind::bad_input, "この台帳は開かれた状態で始まるため、store none は使えません。",
    "This ledger begins opened; store none is not for it.", "", "store demo と書いてください。", "Write store demo."};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&script_too_large, &script_encoding, &text_not_closed, &bracket_not_closed, &unexpected, &too_deep, &verb_unknown,
      &argument_count, &key_unknown, &key_twice, &result_syntax, &refusal_unknown, &name_syntax, &part_twice, &part_unknown, &case_twice, &include_depth,
      &case_in_include, &group_nesting, &value_unknown, &name_unknown, &name_taken, &nothing_to_name, &command_unknown, &row_unknown, &field_unknown,
      &steps_exhausted, &given_store, &no_calculation, &refused_instead, &accepted_instead, &refused_otherwise, &not_repeated, &differs, &invariant,
      &refusal_changed_state, &opened_already};
  return all;
}

}  // namespace sumi::scenario::errors
