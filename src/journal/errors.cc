#include "journal/errors.h"

#include <array>

namespace sumi::journal::errors {

namespace {
constexpr std::string_view rfc6962 = "RFC 6962 (2013-06) 2.1";
constexpr std::string_view signed_note = "C2SP signed-note, tlog-checkpoint";
constexpr std::string_view proof_formats = "C2SP tlog-proof, tlog-witness";
constexpr std::string_view cosignature = "C2SP tlog-cosignature, tlog-witness";
constexpr std::string_view tiles = "C2SP tlog-tiles";
}  // namespace

// Placeholders: {field}, {value}, {limit}, {origin}, {offset}, {reason}, {expected}, {actual}, {file}, {sequence}, {index}, {size}; {reason_ja} and
// {reason_en} where people can act on the reason, {reason} in English only where it speaks of bytes to whoever mends a program.
const ErrorDef entry_header{"journal", 1, "entry_header", ErrorKind::bad_input,
    "記帳の見出し項目「{field}」の値 {value} は範囲外です。", "The header field \"{field}\" of the entry is out of range: {value}.", "",
    "見出しを作る側の値を確かめてください。", "Check the value where the header is made."};
const ErrorDef entry_too_large{"journal", 2, "entry_too_large", ErrorKind::bad_input,
    "記帳が{actual}バイトあります。1件は{limit}バイトまでです。", "The entry has {actual} bytes; one entry may have at most {limit}.", "",
    "申請を分けるか、長い文章は添付書類にしてください。", "Split the command, or put long texts into an attached document."};
const ErrorDef entry_bytes{"journal", 3, "entry_bytes", ErrorKind::damaged,
    "記帳を読めません(先頭から{offset}バイト目)。", "The entry cannot be read at byte {offset}: {reason}.", "",
    "台帳または受領証が壊れています。バックアップから戻すか、受領証を取り直してください。",
    "The journal or the receipt is damaged: restore a backup, or ask for the receipt again."};
const ErrorDef tree_edge_bytes{"journal", 10, "tree_edge_bytes", ErrorKind::damaged,
    "木の右端の記録を読めません({offset}バイト目)。", "The tree's edge cannot be read at byte {offset}: {reason}.", rfc6962,
    "スナップショットを捨てて、台帳から作り直してください。", "Discard the snapshot and rebuild it from the journal."};
const ErrorDef proof_range{"journal", 11, "proof_range", ErrorKind::bad_input,
    "{index}番目の記帳は、{size}件の木にはありません。", "A tree of {size} entries has no entry {index}.", rfc6962,
    "記帳番号を確かめるか、新しいチェックポイントを待ってください。", "Check the entry number, or wait for a newer checkpoint."};
const ErrorDef segment_bytes{"journal", 20, "segment_bytes", ErrorKind::damaged,
    "セグメントを読めません({offset}バイト目)。", "The segment cannot be read at byte {offset}: {reason}.", "",
    "台帳が壊れています。バックアップから戻してください。", "The journal is damaged: restore a backup."};
const ErrorDef segment_gap{"journal", 21, "segment_gap", ErrorKind::damaged,
    "記帳番号{expected}が来るところに、番号{actual}からのセグメントがあります。",
    "A segment that begins with entry {actual} stands where entry {expected} is due.", "",
    "台帳の行が欠けているか、重なっています。バックアップから戻してください。", "A row of the journal is missing or there twice: restore a backup."};
const ErrorDef segment_count{"journal", 22, "segment_count", ErrorKind::damaged,
    "記帳番号{sequence}からのセグメントは{expected}件のはずですが、{actual}件あります。",
    "The segment that begins with entry {sequence} says {expected} entries and holds {actual}.", "",
    "台帳が壊れています。バックアップから戻してください。", "The journal is damaged: restore a backup."};
const ErrorDef segment_group{"journal", 23, "segment_group", ErrorKind::damaged,
    "記帳番号{sequence}で、まとめて行うべき記帳の組が欠けています。", "At entry {sequence} a group of entries is not whole.", "",
    "台帳が壊れています。バックアップから戻してください。", "The journal is damaged: restore a backup."};
const ErrorDef segment_root{"journal", 24, "segment_root", ErrorKind::damaged,
    "記帳番号{sequence}までのハッシュが合いません(記録 {expected}、計算 {actual})。",
    "The root after entry {sequence} does not match: recorded {expected}, calculated {actual}.", rfc6962,
    "台帳が書き換えられたか壊れています。バックアップから戻してください。", "The journal was altered or is damaged: restore a backup."};
const ErrorDef segment_full{"journal", 25, "segment_full", ErrorKind::busy,
    "1回の書込みの上限({limit})に達しました。", "The batch has reached its limit ({limit}).", "",
    "この回を書き込んでから続けてください。", "Write this batch, then go on."};
const ErrorDef key_name{"journal", 30, "key_name", ErrorKind::bad_input,
    "「{value}」は鍵の名前になりません。", "\"{value}\" cannot be the name of a key.", signed_note,
    "空白と「+」を含まない{limit}バイトまでの名前にしてください(例: registry.example.jp)。",
    "Use a name without spaces and \"+\", at most {limit} bytes, such as registry.example.jp."};
const ErrorDef public_key_syntax{"journal", 31, "public_key_syntax", ErrorKind::bad_input,
    "公開鍵として読めません({reason_ja})。", "This is not a public key: {reason_en}.", signed_note,
    "「名前+8桁+base64」の形の公開鍵か、64桁の指紋を渡してください。", "Give a public key of the form NAME+KEYID+BASE64, or a fingerprint of 64 digits."};
const ErrorDef key_file_missing{"journal", 32, "key_file_missing", ErrorKind::bad_input,
    "鍵ファイル「{file}」がありません。", "There is no key file \"{file}\".", "",
    "場所を確かめるか、sumi keys new で作ってください。", "Check the path, or make a key with sumi keys new."};
const ErrorDef key_file_unreadable{"journal", 33, "key_file_unreadable", ErrorKind::bad_input,
    "鍵ファイル「{file}」を読めません({reason})。", "The key file \"{file}\" cannot be read: {reason}.", "",
    "通常のファイルであることと、読取りの権限を確かめてください。", "Check that it is a regular file and that you may read it."};
const ErrorDef key_file_permissions{"journal", 34, "key_file_permissions", ErrorKind::bad_input,
    "鍵ファイル「{file}」を所有者以外も読み書きできます(モード{value})。", "Others than its owner may use the key file \"{file}\" (mode {value}).", "",
    "chmod 600 {file} を実行してください。他人が読んだおそれがあれば、新しい鍵にしてください。",
    "Run chmod 600 {file}. If somebody else may have read it, make a new key."};
const ErrorDef key_file_syntax{"journal", 35, "key_file_syntax", ErrorKind::bad_input,
    "署名鍵のファイルとして読めません({reason_ja})。", "This is not a signing key file: {reason_en}.", "",
    "ファイルが途中で切れていないか確かめ、控えから戻してください。", "Check that the file is not cut off, and restore it from its copy."};
const ErrorDef key_file_exists{"journal", 36, "key_file_exists", ErrorKind::bad_input,
    "「{file}」はすでにあります。鍵は上書きしません。", "\"{file}\" exists already; a key is never written over.", "",
    "別の名前にするか、要らないことを確かめてから元のファイルを移してください。", "Choose another name, or move the old file away once you are sure."};
const ErrorDef key_file_unwritable{"journal", 37, "key_file_unwritable", ErrorKind::bad_input,
    "鍵ファイル「{file}」を書けません({reason})。", "The key file \"{file}\" cannot be written: {reason}.", "",
    "フォルダーがあることと、書込みの権限・空き容量を確かめてください。", "Check that the folder exists, that you may write there, and that there is space."};
const ErrorDef checkpoint_syntax{"journal", 40, "checkpoint_syntax", ErrorKind::bad_input,
    "チェックポイントとして読めません({reason_ja})。", "This is not a checkpoint: {reason_en}.", signed_note,
    "署名された文をそのまま、改行も変えずに渡してください。", "Pass the signed text on as it is, line ends included."};
const ErrorDef checkpoint_key{"journal", 41, "checkpoint_key", ErrorKind::damaged,
    "チェックポイントに、鍵「{expected}」による署名が一つだけあるはずですが、{actual}個あります。",
    "The checkpoint should carry exactly one signature by \"{expected}\"; it has {actual}.", signed_note,
    "受領証を取り直してください。", "Ask for the receipt again."};
const ErrorDef checkpoint_signature{"journal", 42, "checkpoint_signature", ErrorKind::damaged,
    "チェックポイントの署名が成り立ちません(鍵「{expected}」)。", "The signature of the checkpoint by \"{expected}\" does not hold.", signed_note,
    "書き換えられたおそれがあります。発行者から取り直してください。", "It may have been altered: ask the issuer for it again."};
const ErrorDef receipt_too_large{"journal", 50, "receipt_too_large", ErrorKind::bad_input,
    "受領証が大きすぎます。{limit}バイトまでです。", "The receipt is too large: at most {limit} bytes.", "",
    "受領証のファイルであることを確かめてください。", "Check that the file is a receipt."};
const ErrorDef receipt_version{"journal", 51, "receipt_version", ErrorKind::bad_input,
    "1行目が「{expected}」ではありません。", "The first line is not \"{expected}\".", "",
    "受領証のファイルであることを確かめるか、新しい版の sumi-verify を使ってください。", "Check that the file is a receipt, or use a newer sumi-verify."};
const ErrorDef receipt_syntax{"journal", 52, "receipt_syntax", ErrorKind::bad_input,
    "受領証として読めません({reason_ja})。", "The receipt cannot be read: {reason_en}.", "",
    "編集や文字コードの変換をしていない、元のファイルを使ってください。", "Use the original file, neither edited nor converted."};
const ErrorDef receipt_key_pinned{"journal", 60, "receipt_key_pinned", ErrorKind::damaged,
    "受領証の鍵の指紋は {actual} ですが、指定された指紋は {expected} です。",
    "The receipt is signed by a key with fingerprint {actual}, not by {expected}.", signed_note,
    "指定した鍵が発行者のものか確かめてください。そうであれば、この受領証は偽物です。",
    "Check that the key you gave is the issuer's. If it is, this receipt is forged."};
const ErrorDef receipt_inclusion{"journal", 61, "receipt_inclusion", ErrorKind::damaged,
    "記帳番号{sequence}の内容は、署名された{size}件の台帳に含まれていません。",
    "These contents are not entry {sequence} of the signed journal of {size} entries.", rfc6962,
    "内容か証明が書き換えられています。発行者から取り直してください。", "Contents or proof were altered: ask the issuer for the receipt again."};
const ErrorDef receipt_opening{"journal", 62, "receipt_opening", ErrorKind::damaged,
    "開示された値は、記帳の封印と合いません({reason_ja})。", "The opened value does not match what the entry sealed: {reason_en}.", "",
    "値が書き換えられています。発行者から取り直してください。", "The value was altered: ask the issuer for the receipt again."};

const ErrorDef proof_syntax{"journal", 70, "proof_syntax", ErrorKind::bad_input,
    "証明のファイルとして読めません({reason_ja})。", "This is not a proof: {reason_en}.", proof_formats,
    "編集や文字コードの変換をしていない、元のファイルを使ってください。", "Use the original file, neither edited nor converted."};
const ErrorDef proof_data{"journal", 71, "proof_data", ErrorKind::bad_input,
    "この証明には記帳の内容(extra の行)がありません。", "This proof does not carry the entry itself (a line \"extra\").", proof_formats,
    "sumi journal prove が書いた証明を使ってください。", "Use a proof that sumi journal prove wrote."};
const ErrorDef proof_inclusion{"journal", 72, "proof_inclusion", ErrorKind::damaged,
    "この内容は、署名された{size}件の台帳の{sequence}件目ではありません。", "These contents are not entry {sequence} of the signed journal of {size} entries.", rfc6962,
    "内容か証明が書き換えられています。発行者から取り直してください。", "Contents or proof were altered: ask the issuer for them again."};
const ErrorDef proof_origin{"journal", 73, "proof_origin", ErrorKind::damaged,
    "別の台帳のチェックポイントです({expected} ではなく {actual})。", "The checkpoint is of another journal: {actual}, not {expected}.", signed_note,
    "同じ台帳のチェックポイントを使ってください。", "Use checkpoints of the same journal."};
const ErrorDef proof_size{"journal", 74, "proof_size", ErrorKind::bad_input,
    "証明は{actual}件の台帳からですが、古いチェックポイントは{expected}件です。", "The proof begins at {actual} entries, the older checkpoint has {expected}.", proof_formats,
    "古いチェックポイントの件数からの証明を、sumi journal consistency {expected} で作ってもらってください。",
    "Ask for a proof from that size: sumi journal consistency {expected}."};
const ErrorDef proof_consistency{"journal", 75, "proof_consistency", ErrorKind::damaged,
    "{size}件の台帳が、先の{expected}件の台帳の続きであることは示されていません。", "It is not shown that the journal of {size} entries continues the one of {expected}.", rfc6962,
    "証明を取り直しても同じなら、二つのチェックポイントを公表してください。台帳が分かれているおそれがあります。",
    "Ask for the proof again; if it stays so, publish both checkpoints: the journal may have forked."};
const ErrorDef fork_unproven{"journal", 76, "fork_unproven", ErrorKind::damaged,
    "二つのチェックポイントが両立しないことは、この記録からは示されません。", "This file does not show that its two checkpoints contradict each other.", rfc6962,
    "証人が書いた元のファイルであることを確かめてください。", "Check that it is the file that the witness wrote."};
const ErrorDef witness_key{"journal", 80, "witness_key", ErrorKind::bad_input,
    "証人の公開鍵として読めません({reason_ja})。", "This is not a witness's public key: {reason_en}.", cosignature,
    "「名前+8桁+base64」の形の公開鍵を渡してください。", "Give a public key of the form NAME+KEYID+BASE64."};
const ErrorDef witness_state{"journal", 81, "witness_state", ErrorKind::damaged,
    "証人の記録として読めません({reason_ja})。", "This is not what a witness keeps: {reason_en}.", "",
    "控えから戻してください。新しく始めると、見たことを忘れた証人になります。", "Restore it from its copy; a new one would be a witness that has forgotten."};
const ErrorDef witness_origin{"journal", 82, "witness_origin", ErrorKind::bad_input,
    "台帳 {actual} の鍵を、この証人は知りません。", "This witness knows no key of the journal {actual}.", "",
    "発行者から別の方法で受け取った公開鍵を sumi witness trust で加えてください。", "Add the key that came from its issuer another way: sumi witness trust."};
const ErrorDef witness_smaller{"journal", 83, "witness_smaller", ErrorKind::refused,
    "この証人は{expected}件まで見ています。{actual}件のチェックポイントには署名しません。", "This witness has seen {expected} entries and does not sign a checkpoint of {actual}.", cosignature,
    "新しいチェックポイントを渡すか、復元後なら新しい区切りの証明(--epoch)を添えてください。",
    "Give a newer checkpoint or, after a restore, the proof of the new epoch (--epoch)."};
const ErrorDef witness_old_size{"journal", 84, "witness_old_size", ErrorKind::refused,
    "この証人は{expected}件まで見ています。証明は{actual}件からです。", "This witness has seen {expected} entries; the proof begins at {actual}.", cosignature,
    "sumi journal consistency {expected} で作った証明を渡してください。", "Give the proof that sumi journal consistency {expected} makes."};
const ErrorDef witness_fork{"journal", 85, "witness_fork", ErrorKind::damaged,
    "台帳 {origin} が分かれています。{size}件までのルートハッシュが、先に署名された {expected} ではなく {actual} です。",
    "The journal {origin} has forked: the root of its first {size} entries was signed as {expected} and is now {actual}.", rfc6962,
    "二つのチェックポイントを {file} に残しました。公表し、発行者に説明を求めてください。", "Both checkpoints are kept in {file}: publish them, and ask the issuer for an explanation."};
const ErrorDef witness_inconsistent{"journal", 86, "witness_inconsistent", ErrorKind::damaged,
    "台帳 {origin} の{size}件のチェックポイントは、先に見た{expected}件の続きとは示されていません。",
    "The checkpoint of {size} entries of the journal {origin} is not shown to continue the {expected} entries seen before.", rfc6962,
    "二つのチェックポイントを {file} に残しました。証明を取り直しても同じなら、公表してください。",
    "Both checkpoints are kept in {file}: ask for the proof again, and publish them if it stays so."};
const ErrorDef witness_epoch{"journal", 87, "witness_epoch", ErrorKind::damaged,
    "新しい区切りの証明が成り立ちません({reason_ja})。", "The proof of a new epoch does not hold: {reason_en}.", "",
    "復元の後の最初の記帳の証明と、残した件数からの証明を渡してください。", "Give the proof of the first entry after the restore, and the consistency proof from the entries kept."};
const ErrorDef witness_known{"journal", 88, "witness_known", ErrorKind::bad_input,
    "台帳 {origin} には別の鍵「{expected}」を知っています。", "This witness knows another key of the journal {origin}: {expected}.", "",
    "発行者が鍵を替えたことを別の方法で確かめてから、--replace を付けてください。", "Make sure by another way that the issuer changed its key, then add --replace."};
const ErrorDef tile_damaged{"journal", 90, "tile_damaged", ErrorKind::damaged,
    "タイル「{file}」がないか、壊れています。", "The tile \"{file}\" is missing or damaged.", tiles,
    "新しいフォルダーに書き直してください。", "Write the tiles into a new folder."};
const ErrorDef tiles_other{"journal", 91, "tiles_other", ErrorKind::damaged,
    "フォルダーにあるタイルは、この台帳のものではありません({file})。", "The tiles in the folder are not of this journal ({file}).", tiles,
    "新しいフォルダーに書き直してください。復元の前のタイルは証拠なので消さないでください。",
    "Write into a new folder; keep tiles from before a restore, they are evidence."};

std::span<const ErrorDef* const> journal_errors() {
  static constexpr std::array list{&entry_header, &entry_too_large, &entry_bytes, &tree_edge_bytes, &proof_range, &segment_bytes, &segment_gap,
      &segment_count, &segment_group, &segment_root, &segment_full, &key_name, &public_key_syntax, &key_file_missing, &key_file_unreadable,
      &key_file_permissions, &key_file_syntax, &key_file_exists, &key_file_unwritable, &checkpoint_syntax, &checkpoint_key, &checkpoint_signature,
      &receipt_too_large, &receipt_version, &receipt_syntax, &receipt_key_pinned, &receipt_inclusion, &receipt_opening,
      &proof_syntax, &proof_data, &proof_inclusion, &proof_origin, &proof_size, &proof_consistency, &fork_unproven,
      &witness_key, &witness_state, &witness_origin, &witness_smaller, &witness_old_size, &witness_fork, &witness_inconsistent, &witness_epoch, &witness_known,
      &tile_damaged, &tiles_other};
  return list;
}

}  // namespace sumi::journal::errors
