#include "http/transport_errors.h"

#include <array>

namespace sumi::http::errors {

const ErrorDef request_syntax{"http", 30, "request_syntax", ErrorKind::bad_input,
    "HTTPの要求として読めません({reason})。", "This cannot be read as a request of HTTP ({reason}).", "RFC 9112, June 2022",
    "HTTP/1.1の要求を送ります。", "Send a request of HTTP/1.1."};
const ErrorDef header_too_large{"http", 31, "header_too_large", ErrorKind::bad_input,
    "要求のヘッダーが大きすぎます({limit}まで)。", "The header of the request is too large: at most {limit}.", "RFC 6585, April 2012, section 5",
    "クッキーを消してから、もう一度開きます。", "Remove the cookies of this page and open it again."};
const ErrorDef target_too_long{"http", 32, "target_too_long", ErrorKind::bad_input,
    "アドレスが長すぎます({limit}バイトまで)。", "The address is too long: at most {limit} bytes.", "RFC 9110, June 2022, section 15.5.15",
    "絞り込みの条件を減らします。", "Use fewer filters."};
const ErrorDef body_too_large{"http", 33, "body_too_large", ErrorKind::bad_input,
    "送られた内容が大きすぎます(ここでは{limit}バイトまで)。", "What was sent is too large: at most {limit} bytes here.", "RFC 9110, June 2022, section 15.5.14",
    "ファイルを分けるか、小さくして送ります。", "Divide the file, or make it smaller."};
const ErrorDef expectation_unknown{"http", 34, "expectation_unknown", ErrorKind::bad_input,
    "ヘッダー Expect の「{text}」には応じられません。", "The expectation \"{text}\" cannot be met.", "RFC 9110, June 2022, section 10.1.1",
    "使えるのは 100-continue だけです。", "Only 100-continue is known."};
const ErrorDef request_too_slow{"http", 35, "request_too_slow", ErrorKind::busy,
    "要求が時間内に届きませんでした。", "The request did not arrive in time.", "RFC 9110, June 2022, section 15.5.9",
    "回線を確かめて、送り直します。", "Look at the line and send again."};
const ErrorDef too_many_connections{"http", 36, "too_many_connections", ErrorKind::busy,
    "接続が多すぎます({limit}まで)。", "There are too many connections: at most {limit}.", "",
    "使っていない接続を閉じるか、少し待ちます。", "Close connections that are not used, or wait a little."};
const ErrorDef bodies_too_many{"http", 37, "bodies_too_many", ErrorKind::busy,
    "いま同時に送られている内容が多すぎます。", "Too much is being sent at the moment.", "",
    "少し待ってから送り直します。", "Wait a moment and send again."};
const ErrorDef answer_missing{"http", 38, "answer_missing", ErrorKind::damaged,
    "プログラムの誤りで、この要求に答えられませんでした。", "A fault of the program kept this request from being answered.", "",
    "時刻を添えて管理者に知らせます。申請は、同じ Idempotency-Key で送り直せば二重になりません。",
    "Tell the administrator, with the time. A command sent again with the same Idempotency-Key has its effect once."};
const ErrorDef answer_late{"http", 39, "answer_late", ErrorKind::busy,
    "{seconds}秒のうちに答えられませんでした。", "There was no answer within {seconds} seconds.", "",
    "少し待ってから送り直します。申請は、同じ Idempotency-Key で送り直せば二重になりません。",
    "Wait a moment and send again. A command sent again with the same Idempotency-Key has its effect once."};

const ErrorDef address_unreadable{"http", 40, "address_unreadable", ErrorKind::bad_input,
    "待ち受けのアドレス「{text}」を読めません。", "The address to listen on, \"{text}\", cannot be read.", "",
    "IPアドレスを書きます。例: 127.0.0.1、::1、0.0.0.0", "Write an IP address, for example 127.0.0.1, ::1 or 0.0.0.0."};
const ErrorDef tls_needed{"http", 41, "tls_needed", ErrorKind::bad_input,
    "「{address}」は他の機械からも届くアドレスなので、証明書と鍵なしでは待ち受けません。", "\"{address}\" can be reached from other machines; without a certificate and a key nothing listens there.", "",
    "証明書と鍵のファイル(PEM)を指定するか、127.0.0.1 で待ち受けます。", "Name the files of a certificate and its key (PEM), or listen on 127.0.0.1."};
const ErrorDef tls_unusable{"http", 42, "tls_unusable", ErrorKind::bad_input,
    "証明書または鍵「{file}」を使えません({reason})。", "The certificate or key \"{file}\" cannot be used: {reason}.", "",
    "PEM形式の証明書(中間証明書を続けたもの)と、それに合う鍵を、読める権限で置きます。", "Put a certificate in PEM form (with those between it and the root behind it) and the key that fits it where the program may read them."};
const ErrorDef cannot_listen{"http", 43, "cannot_listen", ErrorKind::busy,
    "{address} のポート {port} で待ち受けられません({reason})。", "Cannot listen on {address}, port {port}: {reason}.", "",
    "ほかのプログラムが使っていないポートを選びます。", "Choose a port that no other program uses."};
const ErrorDef setting_out_of_range{"http", 44, "setting_out_of_range", ErrorKind::bad_input,
    "設定 {name} の値 {value} は範囲外です({range})。", "The setting {name} is {value}, which is out of range ({range}).", "",
    "範囲の中の値にします。", "Choose a value within the range."};
const ErrorDef page_unreadable{"http", 45, "page_unreadable", ErrorKind::bad_input,
    "ページのフォルダー「{folder}」を読めません({reason})。", "The folder of the page, \"{folder}\", cannot be read: {reason}.", "",
    "index.html のあるフォルダーを指定します。", "Name the folder that holds index.html."};
const ErrorDef page_too_large{"http", 46, "page_too_large", ErrorKind::bad_input,
    "ページのフォルダーの「{file}」で、大きさか数の上限を超えます({limit}まで)。", "The folder of the page grows too large at \"{file}\": at most {limit}.", "",
    "ページのファイルだけを置きます。", "Keep only the page's own files there."};
const ErrorDef log_unwritable{"http", 47, "log_unwritable", ErrorKind::bad_input,
    "アクセスログ「{file}」に書けません({reason})。", "The access log \"{file}\" cannot be written: {reason}.", "",
    "フォルダーと権限を確かめます。", "See whether the folder is there and may be written to."};

unsigned transport_status_of(const ErrorDef& def) {
  static constexpr std::array<unsigned, 10> of_number{400, 431, 414, 413, 417, 408, 429, 503, 500, 503};
  if (def.room != "http" || def.number < 30 || def.number >= 40) return 0;
  return of_number[def.number - 30U];
}

std::span<const ErrorDef* const> transport_errors() {
  static constexpr std::array all{&request_syntax, &header_too_large, &target_too_long, &body_too_large, &expectation_unknown, &request_too_slow, &too_many_connections,
      &bodies_too_many, &answer_missing, &answer_late, &address_unreadable, &tls_needed, &tls_unusable, &cannot_listen, &setting_out_of_range, &page_unreadable, &page_too_large,
      &log_unwritable};
  return all;
}

}  // namespace sumi::http::errors
