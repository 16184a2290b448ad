#include "store/errors.h"

#include <array>

namespace sumi::store::errors {

const ErrorDef store_missing{"store", 1, "store_missing", ErrorKind::bad_input, "{path} に台帳がありません。", "there is no store at {path}", "", "sumi init --store {path} で作ります。", "make one with sumi init --store {path}"};
const ErrorDef store_exists{"store", 2, "store_exists", ErrorKind::bad_input, "{path} には既に何かがあります。", "{path} is not empty", "", "空の場所を指定します。", "name an empty place"};
const ErrorDef store_locked{"store", 3, "store_locked", ErrorKind::busy, "台帳 {path} は別のプログラムが使用中です。", "the store {path} is in use by another program", "", "終わるのを待ってやり直します。", "wait until it ends, then try again"};
const ErrorDef library_too_old{"store", 4, "library_too_old", ErrorKind::damaged, "SQLite {found} は古すぎます({needed} 以降が必要です)。", "SQLite {found} is too old, {needed} or later is needed", "", "", ""};
const ErrorDef database_unreadable{"store", 5, "database_unreadable", ErrorKind::damaged, "{path} を読めません: {reason}", "{path} cannot be read: {reason}", "", "控えから戻し、sumi check で確かめます。", "restore it from a backup and run sumi check"};
const ErrorDef database_unwritable{"store", 6, "database_unwritable", ErrorKind::damaged, "{path} に書けません: {reason}", "{path} cannot be written: {reason}", "", "空き容量と権限を確かめます。", "check free space and permissions"};
const ErrorDef schema_newer{"store", 7, "schema_newer", ErrorKind::damaged, "{path} はこのプログラムより新しい形式({version})です。", "{path} has a newer form ({version}) than this program knows", "", "新しいプログラムで開きます。", "open it with a newer program"};
const ErrorDef journal_empty{"store", 8, "journal_empty", ErrorKind::damaged, "{path} の台帳に最初の記帳がありません。", "the journal of {path} has no first entry", "", "sumi init をやり直します。", "run sumi init again in an empty place"};
const ErrorDef evidence_missing{"store", 10, "evidence_missing", ErrorKind::damaged, "根拠資料 {hash} がありません。", "the evidence {hash} is not there", "", "控えから戻します。", "restore it from a backup"};
const ErrorDef evidence_altered{"store", 11, "evidence_altered", ErrorKind::damaged, "根拠資料 {path} の内容がその名前のハッシュと一致しません。", "the content of {path} does not have the hash that names it", "", "控えから戻します。", "restore it from a backup"};
const ErrorDef pack_missing{"store", 12, "pack_missing", ErrorKind::damaged, "採用済みの規則 {hash} がありません。", "the adopted rule pack {hash} is not there", "", "控えから戻します。", "restore it from a backup"};
const ErrorDef pack_altered{"store", 13, "pack_altered", ErrorKind::damaged, "採用済みの規則 {hash} の内容が変わっています。", "the adopted rule pack {hash} has been altered", "", "控えから戻します。", "restore it from a backup"};
const ErrorDef person_unknown{"store", 14, "person_unknown", ErrorKind::bad_input, "利用者 {login} はいません。", "there is no user {login}", "", "sumi person で登録します。", "register the user with sumi person"};
const ErrorDef login_taken{"store", 15, "login_taken", ErrorKind::refused, "利用者名 {login} は使われています。", "the user name {login} is taken", "", "別の名前にします。", "choose another"};
const ErrorDef sealed_erased{"store", 16, "sealed_erased", ErrorKind::refused, "この値は消去されています。", "this value has been erased", "", "", ""};
const ErrorDef snapshot_altered{"store", 17, "snapshot_altered", ErrorKind::damaged, "状態の写し {path} が壊れています。", "the snapshot {path} is damaged", "", "削除すると、台帳から作り直されます。", "delete it; it is rebuilt from the journal"};

const ErrorDef init_broken_off{"store", 18, "init_broken_off", ErrorKind::damaged, "{path} には、途中で終わった sumi init の残りがあるだけで、最初の記帳がありません。", "{path} holds only what a sumi init that was broken off left: there is no first entry", "",
    "初めから作るなら、{path} の中身をすべて削除して sumi init をやり直します。ここに台帳があったのなら、削除せず、控えから別の場所に戻します。", "to begin anew remove everything in {path} and run sumi init again; if there was a store here before, remove nothing and restore a backup to another place"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&store_missing, &store_exists, &store_locked, &library_too_old, &database_unreadable, &database_unwritable, &schema_newer, &journal_empty,
      &evidence_missing, &evidence_altered, &pack_missing, &pack_altered, &person_unknown, &login_taken, &sealed_erased, &snapshot_altered, &init_broken_off};
  return all;
}

}  // namespace sumi::store::errors
