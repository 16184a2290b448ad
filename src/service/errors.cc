#include "service/errors.h"

#include <array>

namespace sumi::service::errors {

const ErrorDef ledger_broken{"service", 1, "ledger_broken", ErrorKind::damaged, "台帳への書き込みに失敗したため、受付を止めました: {reason}", "writing to the journal failed, nothing more is accepted: {reason}", "",
    "原因を除いてから開き直し、同じキーで送り直します。", "remove the cause, open the store again and send the request again under the same key"};
const ErrorDef invariant_broken{"service", 2, "invariant_broken", ErrorKind::damaged, "台帳の不変条件が破れたため、受付を止めました: {reason}", "an invariant of the ledger is broken, nothing more is accepted: {reason}", "",
    "sumi check を実行し、結果を添えて報告します。", "run sumi check and report what it says"};
const ErrorDef time_not_allowed{"service", 3, "time_not_allowed", ErrorKind::refused, "本番の台帳では時刻を指定できません。", "a production store takes the time from the clock only", "", "時刻の指定を除きます。", "leave the time out"};
const ErrorDef sealed_field_unknown{"service", 4, "sealed_field_unknown", ErrorKind::bad_input, "封をする項目 {field} はありません。", "there is no sealed field {field}", "", "", ""};
const ErrorDef sealed_too_long{"service", 5, "sealed_too_long", ErrorKind::bad_input, "項目 {field} は {limit} バイトまでです。", "{field} takes at most {limit} bytes", "", "短くします。", "shorten it"};
const ErrorDef sealed_without_text{"service", 6, "sealed_without_text", ErrorKind::bad_input, "封をする項目に、本文ではなくハッシュが渡されました。", "a sealed field was given as a hash instead of its text", "",
    "本文を渡します。", "give the text"};
const ErrorDef entry_unknown_type{"service", 7, "entry_unknown_type", ErrorKind::damaged, "記帳 {entry} の種類 {type} 版 {version} を、このプログラムは知りません。", "entry {entry} has type {type} version {version}, which this program does not know", "",
    "より新しいプログラムで開きます。", "open the store with a newer program"};
const ErrorDef entry_undecodable{"service", 8, "entry_undecodable", ErrorKind::damaged, "記帳 {entry} の中身を読めません: {reason}", "entry {entry} cannot be decoded: {reason}", "", "控えから戻します。", "restore the store from a backup"};
const ErrorDef entry_missing{"service", 9, "entry_missing", ErrorKind::bad_input, "記帳 {entry} はありません(最後は {last})。", "there is no entry {entry}, the last is {last}", "", "", ""};
const ErrorDef nothing_to_prove{"service", 10, "nothing_to_prove", ErrorKind::bad_input, "台帳はまだ空です。", "the journal is empty", "", "", ""};
const ErrorDef log_key_wrong{"service", 11, "log_key_wrong", ErrorKind::refused, "この署名鍵は台帳のものではありません(台帳の鍵 {expected})。", "this signing key is not the ledger's (whose key is {expected})", "", "sumi init で使った鍵を --signing-key で指定します。",
    "name the key that sumi init used with --signing-key"};
const ErrorDef as_not_allowed{"service", 12, "as_not_allowed", ErrorKind::refused, "本番の台帳では --as を使えません。", "--as works on demo and training stores only", "", "サーバーに自分の資格で接続します。", "speak to a server with your own credentials"};
const ErrorDef document_missing{"service", 13, "document_missing", ErrorKind::refused, "書類 {what} (ハッシュ {hash}) が台帳の根拠資料にありません。", "the document {what} (hash {hash}) is not in the store's evidence", "", "先に書類を登録します。", "hand the document in first"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&ledger_broken, &invariant_broken, &time_not_allowed, &sealed_field_unknown, &sealed_too_long, &sealed_without_text, &entry_unknown_type, &entry_undecodable, &entry_missing,
      &nothing_to_prove, &log_key_wrong, &as_not_allowed, &document_missing};
  return all;
}

}  // namespace sumi::service::errors
