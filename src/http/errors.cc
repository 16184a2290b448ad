#include "http/errors.h"

#include <algorithm>
#include <array>

namespace sumi::http::errors {

const ErrorDef route_unknown{"http", 1, "route_unknown", ErrorKind::bad_input, "「{path}」というアドレスはありません。", "There is nothing at \"{path}\".", "",
    "使えるアドレスは /api/v1/openapi.json にあります。", "What there is stands in /api/v1/openapi.json."};
const ErrorDef method_wrong{"http", 2, "method_wrong", ErrorKind::bad_input, "「{path}」では {method} は使えません。", "\"{path}\" does not take {method}.", "",
    "使える方法: {known}", "It takes {known}."};
const ErrorDef not_signed_in{"http", 3, "not_signed_in", ErrorKind::refused, "ログインしていません。", "Nobody is signed in.", "",
    "ログインするか、APIトークンを Authorization: Bearer で送ります。", "Sign in, or send an API token as Authorization: Bearer."};
const ErrorDef csrf_missing{"http", 4, "csrf_missing", ErrorKind::refused, "このページから送られたことを確かめられません。", "It cannot be seen that this came from the page itself.", "",
    "GET /api/v1/session の csrf をヘッダー Sumi-CSRF で送ります。ページを開き直すと直ります。", "Send the csrf of GET /api/v1/session as header Sumi-CSRF; opening the page again mends it."};
const ErrorDef not_allowed{"http", 5, "not_allowed", ErrorKind::refused, "この操作には {roles_ja} の権限が必要です。", "This needs the role {roles}.", "",
    "事業者を選び直すか、管理者に権限の付与を求めます。", "Choose another organisation, or ask the administrator to grant it."};
const ErrorDef organisation_not_yours{"http", 6, "organisation_not_yours", ErrorKind::refused, "事業者{organisation}として行う権限がありません。", "You hold no role for organisation {organisation}.", "",
    "ヘッダー Sumi-Organisation に、ご自身の事業者の番号を書きます。", "Name one of your own organisations in the header Sumi-Organisation."};
const ErrorDef key_missing{"http", 7, "key_missing", ErrorKind::bad_input, "ヘッダー Idempotency-Key がありません。", "The header Idempotency-Key is missing.", "",
    "申請ごとに新しいUUIDを作り、送り直すときは同じものを送ります。", "Make a new UUID for each request, and send the same one when you send it again."};
const ErrorDef key_syntax{"http", 8, "key_syntax", ErrorKind::bad_input, "Idempotency-Key「{text}」はUUIDでも16進32桁でもありません。", "The Idempotency-Key \"{text}\" is neither a UUID nor 32 hexadecimal digits.", "",
    "例: 9f2c1e4a-7b3d-4c58-a1f0-5e6d7c8b9a01", "Example: 9f2c1e4a-7b3d-4c58-a1f0-5e6d7c8b9a01"};
const ErrorDef body_type{"http", 9, "body_type", ErrorKind::bad_input, "本文の種類「{text}」は受け取れません。", "A body of type \"{text}\" is not taken here.", "",
    "受け取れる種類: {known}", "It takes {known}."};
const ErrorDef not_found{"http", 10, "not_found", ErrorKind::bad_input, "{what_ja}は見つかりません。", "There is no {what_en}.", "",
    "番号を確かめます。見る権限がないものも、ないものとして答えます。", "See whether the number is right; what you may not see is answered as if it were not there."};
const ErrorDef etag_stale{"http", 11, "etag_stale", ErrorKind::refused, "別の人が先に書き換えました。", "Somebody else changed it in the meantime.", "",
    "新しい版を読み、違いを確かめてから送り直します。", "Read the new version, look at the difference, and send again."};
const ErrorDef etag_missing{"http", 12, "etag_missing", ErrorKind::bad_input, "ヘッダー If-Match がありません。", "The header If-Match is missing.", "",
    "読んだときの ETag を If-Match で送ります。", "Send the ETag of what you read as If-Match."};
const ErrorDef cursor_syntax{"http", 13, "cursor_syntax", ErrorKind::bad_input, "続きの印「{text}」を読めません。", "The cursor \"{text}\" cannot be read.", "",
    "前の答えの next をそのまま送ります。", "Send the next of the last answer as it was."};
const ErrorDef second_factor_needed{"http", 14, "second_factor_needed", ErrorKind::refused, "この操作には二段階認証が必要です。", "This needs the second factor.", "",
    "認証アプリの6桁の番号を入れます。まだなら、設定で登録します。", "Enter the six digits of your authenticator; if you have none yet, add one in your settings."};
// 15 was given once: a scope that a token lacks is refused by service.scope_missing.
const ErrorDef query_syntax{"http", 16, "query_syntax", ErrorKind::bad_input, "アドレスの「?」の後を読めません({text})。", "What stands behind the \"?\" cannot be read ({text}).", "",
    "名前=値 を & でつなぎ、特別な文字は %XX で書きます。", "Write name=value, joined by &, with special characters as %XX."};
const ErrorDef command_unknown{"http", 17, "command_unknown", ErrorKind::bad_input, "「{text}」という申請はありません。", "There is no command \"{text}\".", "",
    "{near_ja}申請の一覧は /api/v1/openapi.json にあります。", "{near_en}The commands stand in /api/v1/openapi.json."};
const ErrorDef command_of_time{"http", 18, "command_of_time", ErrorKind::refused, "「{text}」は時刻が来たときに台帳が自分で書きます。", "\"{text}\" is written by the ledger itself when its time has come.", "",
    "何も送る必要はありません。", "Nothing needs to be sent."};
const ErrorDef too_busy{"http", 19, "too_busy", ErrorKind::busy, "いま混み合っています。", "Too much is asked at the moment.", "", "少し待ってから送り直します。", "Wait a moment and send again."};
const ErrorDef too_many_requests{"http", 20, "too_many_requests", ErrorKind::busy, "要求が多すぎます(一分間に{limit}件まで)。", "There are too many requests: at most {limit} a minute.", "RFC 6585, April 2012, section 4",
    "{seconds}秒待ってから送り直します。", "Wait {seconds} seconds and send again."};

const ErrorDef day_not_yours{"http", 21, "day_not_yours", ErrorKind::refused, "{day} の日付で行うことはできません。", "This cannot be done with the date {day}.", "",
    "きょうの日付で行います。書面で受け付けた日や委員会の日で記録するのは事務局です。", "It is done with today's date. What reached the scheme on paper, or was decided in a meeting, is entered with its day by the secretariat."};

const ErrorDef backups_not_set{"http", 24, "backups_not_set", ErrorKind::refused, "控えを置くフォルダが決まっていません。", "No folder for backups is set.", "",
    "設定ファイルの store.backups にフォルダを書き、サーバーを起動し直します。", "Name one as store.backups in the configuration file and start the server again."};
const ErrorDef pack_file{"http", 25, "pack_file", ErrorKind::bad_input, "規則パックとして読めません。", "This cannot be read as a rule pack.", "",
    "pack.toml のあるフォルダをZIPにしたものを送ります(16 MB、500ファイルまで)。", "Send a ZIP of a folder with a pack.toml, of at most 16 MB and 500 files."};
const ErrorDef job_file{"http", 26, "job_file", ErrorKind::refused, "ファイル「{name}」を作れないか、渡せません。", "The file \"{name}\" cannot be made or handed out.", "",
    "512 MBを超える束は sumi journal export で作ります。ディスクの空きも確かめます。", "A bundle of more than 512 MB is made by sumi journal export; also see whether the disk is full."};

const ErrorDef jobs_too_many{"http", 27, "jobs_too_many", ErrorKind::busy, "待っている処理が多すぎます(一人{limit}件、全員のファイルを合わせて256 MBまで)。", "Too much work waits: at most {limit} of one person, and files of 256 MB of all.", "",
    "「自分の処理」で終わったものを確かめてから、送り直します。", "See under \"Your work\" what has ended, then send it again."};

unsigned status_of(const Error& error) {
  if (error.def == nullptr) return 500;
  struct Special {
    const ErrorDef* def;
    unsigned status;
  };
  static constexpr std::array special{Special{&route_unknown, 404}, Special{&method_wrong, 405}, Special{&not_signed_in, 401}, Special{&csrf_missing, 403}, Special{&not_allowed, 403},
      Special{&organisation_not_yours, 403}, Special{&body_type, 415}, Special{&not_found, 404}, Special{&etag_stale, 412}, Special{&etag_missing, 428},
      Special{&second_factor_needed, 403}, Special{&day_not_yours, 403}, Special{&command_unknown, 404}, Special{&too_many_requests, 429}, Special{&jobs_too_many, 429}};
  const auto found = std::find_if(special.begin(), special.end(), [&](const Special& s) { return s.def == error.def; });
  if (found != special.end()) return found->status;
  const ErrorDef& def = *error.def;
  if (def.room == "scheme" && def.name == "role_missing") return 403;
  if (def.room == "service") {
    // Signing in and what one may.
    constexpr std::array<std::string_view, 2> nobody{"sign_in_wrong", "session_unknown"};
    constexpr std::array<std::string_view, 8> forbidden{"second_factor_missing", "session_only", "scope_missing", "organisation_of_token", "administrator_needed", "organisation_foreign", "invitation_right", "four_eyes_same"};
    if (std::find(nobody.begin(), nobody.end(), def.name) != nobody.end()) return 401;
    if (std::find(forbidden.begin(), forbidden.end(), def.name) != forbidden.end()) return 403;
    if (def.name == "not_here" || def.name == "link_unknown") return 404;
    if (def.name == "sign_in_wait") return 429;
  }
  if (def.room == "wire" && (def.name == "json_syntax" || def.name == "json_too_deep" || def.name == "json_key_twice")) return 400;
  if (def.room == "wire" && def.name == "json_too_large") return 413;
  switch (def.kind) {
    case ErrorKind::refused: return 409;
    case ErrorKind::bad_input: return 422;
    case ErrorKind::damaged: return 500;
    case ErrorKind::busy: return 503;
  }
  return 500;
}

std::span<const ErrorDef* const> http_errors() {
  static constexpr std::array all{&route_unknown, &method_wrong, &not_signed_in, &csrf_missing, &not_allowed, &organisation_not_yours, &key_missing, &key_syntax, &body_type,
      &not_found, &etag_stale, &etag_missing, &cursor_syntax, &second_factor_needed, &query_syntax, &command_unknown, &command_of_time, &day_not_yours, &too_busy, &too_many_requests, &backups_not_set, &pack_file, &job_file, &jobs_too_many};
  return all;
}

}  // namespace sumi::http::errors
