#include "outbound/errors.h"

#include <array>

namespace sumi::outbound::errors {

const ErrorDef mail_address{"outbound", 1, "mail_address", ErrorKind::bad_input,
    "「{text}」はメールアドレスとして使えません。", "\"{text}\" cannot be used as a mail address", "RFC 5321 4.1.2, 4.5.3.1",
    "name@example.jp の形で、半角254文字までで書きます。", "write it as name@example.jp, in ASCII, at most 254 characters"};
const ErrorDef mail_header{"outbound", 2, "mail_header", ErrorKind::bad_input,
    "メールの {field} に改行などの制御文字か、使えない文字があります。", "the mail's {field} holds a line break, another control character or one that may not stand there", "RFC 5322 2.2",
    "一行の文字だけにします。", "take it out"};
const ErrorDef mail_text{"outbound", 3, "mail_text", ErrorKind::bad_input,
    "メールの {field} が UTF-8 でないか、制御文字を含みます。", "the mail's {field} is not UTF-8, or holds control characters", "RFC 2046 4.1",
    "文字を直します。", "mend the text"};
const ErrorDef mail_too_long{"outbound", 4, "mail_too_long", ErrorKind::bad_input,
    "メールの {field} が長すぎます({bytes}バイト、{limit}バイトまで)。", "the mail's {field} is too long: {bytes} bytes, at most {limit}", "",
    "短くするか、リンクだけを送ります。", "shorten it, or send the link alone"};
const ErrorDef mail_unencrypted{"outbound", 5, "mail_unencrypted", ErrorKind::refused,
    "メールサーバー {host} はこの機械の外にあるため、暗号化なしでは送りません。", "the mail server {host} is not on this machine: nothing is sent to it without encryption", "",
    "security を starttls か tls にします。", "set security to starttls or tls"};
const ErrorDef mail_host{"outbound", 6, "mail_host", ErrorKind::bad_input,
    "「{host}」はメールサーバーの名前でもIPアドレスでもありません。", "\"{host}\" is neither a name nor an address of a mail server", "",
    "smtp.example.jp の形か、IPアドレスで書きます。", "write it as smtp.example.jp, or as an IP address"};
const ErrorDef mail_unreachable{"outbound", 7, "mail_unreachable", ErrorKind::busy,
    "メールサーバー {host} に接続できないか、途中で切れました({reason})。", "the mail server {host} cannot be reached, or the connection ended: {reason}", "",
    "サーバーの名前とポート、ネットワークを確かめます。後でまた送ります。", "check the server's name and port and the network; it is tried again later"};
const ErrorDef mail_certificate{"outbound", 8, "mail_certificate", ErrorKind::busy,
    "メールサーバー {host} の証明書を信頼できません({reason})。", "the certificate of the mail server {host} is not trusted: {reason}", "",
    "サーバーの名前を確かめ、組織内の認証局なら authority にその証明書を指定します。", "check the server's name; name the certificate of an authority of your own as authority"};
const ErrorDef mail_no_encryption{"outbound", 9, "mail_no_encryption", ErrorKind::busy,
    "メールサーバー {host} との暗号化を始められません({reason})。", "no encrypted connection to the mail server {host} could be made: {reason}", "",
    "ポートと security(starttls か tls)の組を確かめます。", "check that port and security (starttls or tls) go together"};
const ErrorDef mail_sign_in{"outbound", 10, "mail_sign_in", ErrorKind::busy,
    "メールサーバー {host} がユーザー名とパスワードを受け付けません。", "the mail server {host} does not take user and password", "",
    "user と password_file を直します。後でまた送ります。", "mend user and password_file; it is tried again later"};
const ErrorDef mail_deferred{"outbound", 11, "mail_deferred", ErrorKind::busy,
    "メールサーバー {host} が今は受け付けません(応答 {code})。", "the mail server {host} does not take it at the moment (reply {code})", "RFC 5321 4.2.1",
    "後でまた送ります。", "it is tried again later"};
const ErrorDef mail_refused{"outbound", 12, "mail_refused", ErrorKind::refused,
    "メールサーバー {host} がこのメールを断りました(応答 {code})。", "the mail server {host} refuses this mail (reply {code})", "RFC 5321 4.2.1",
    "宛先のアドレスを確かめます。", "check the address"};

// Another sumi that the command line speaks to.
const ErrorDef api_address{"outbound", 20, "api_address", ErrorKind::bad_input,
    "「{text}」はサーバーのアドレスとして読めません。", "\"{text}\" cannot be read as the address of a server", "",
    "https://sumi.example.jp の形で書きます。利用者名、「?」、「#」は付けません。", "write it as https://sumi.example.jp, without a user name, \"?\" or \"#\""};
const ErrorDef api_unencrypted{"outbound", 21, "api_unencrypted", ErrorKind::refused,
    "{host} はこの機械の外にあるため、暗号化なし(http)ではトークンを送りません。", "{host} is not on this machine: no token goes there without encryption (http)", "",
    "https:// で始まるアドレスを使います。組織内の認証局なら --ca でその証明書を指定します。", "use its https:// address; name the certificate of an authority of your own by --ca"};
const ErrorDef api_token{"outbound", 22, "api_token", ErrorKind::bad_input,
    "トークンに使えない文字があるか、長すぎます。", "the token holds characters that no token has, or is too long", "",
    "設定のページで作られたトークンだけを、一行に入れます。", "give nothing but the token that the settings page made, on one line"};
const ErrorDef api_unreachable{"outbound", 23, "api_unreachable", ErrorKind::busy,
    "サーバー {host} に接続できません({reason})。何も送られていません。", "the server {host} cannot be reached: {reason}. Nothing was sent", "",
    "アドレスとポート、ネットワーク、サーバーが動いているかを確かめます。", "check its address and port, the network, and that it runs"};
const ErrorDef api_broken{"outbound", 24, "api_broken", ErrorKind::busy,
    "サーバー {host} との接続が途中で切れ、答えが届きませんでした({reason})。送った申請が受け付けられたかは分かりません。", "the connection to the server {host} broke before its answer came: {reason}. Whether what was sent is entered is not known", "",
    "サーバーに戻ってから、口座や記帳を見て確かめ、なければもう一度送ります。", "once it is back, look whether it is entered, and send it again if it is not"};
const ErrorDef api_certificate{"outbound", 25, "api_certificate", ErrorKind::bad_input,
    "サーバー {host} の証明書を信頼できません({reason})。何も送られていません。", "the certificate of the server {host} is not trusted: {reason}. Nothing was sent", "",
    "アドレスを確かめます。組織内の認証局なら --ca でその証明書を指定します。", "check the address; name the certificate of an authority of your own by --ca"};
const ErrorDef api_too_large{"outbound", 26, "api_too_large", ErrorKind::bad_input,
    "サーバー {host} の答えが {limit} MB を超えます。", "the answer of the server {host} is longer than {limit} MB", "",
    "範囲を絞るか、ページから取り出します。", "ask for less, or take it from the page"};
const ErrorDef api_answer{"outbound", 27, "api_answer", ErrorKind::bad_input,
    "サーバー {host} の答えは sumi の API のものではありません({what})。", "what the server {host} answers is not of sumi's API ({what})", "",
    "アドレスと、間にあるプロキシを確かめます。版が違えば、サーバーと同じ版を使います。", "check the address and any proxy between; where the versions differ, use the server's own"};

std::span<const ErrorDef* const> list() {
  static constexpr std::array all{&mail_address, &mail_header, &mail_text, &mail_too_long, &mail_unencrypted, &mail_host, &mail_unreachable, &mail_certificate, &mail_no_encryption,
      &mail_sign_in, &mail_deferred, &mail_refused,
      &api_address, &api_unencrypted, &api_token, &api_unreachable, &api_broken, &api_certificate, &api_too_large, &api_answer};
  return all;
}

}  // namespace sumi::outbound::errors
