// The configuration file and what the server tells people: 150-179.
#include "service/errors.h"

namespace sumi::service::errors {

const ErrorDef config_range{"service", 150, "config_range", ErrorKind::bad_input, "{name} は {low} から {high} までの数です({value} とあります)。", "{name} is a number from {low} to {high}; it is {value}", "",
    "範囲の中の値にします。", "choose a value within it"};
const ErrorDef config_needed{"service", 151, "config_needed", ErrorKind::bad_input, "{name} がありません({why} に必要です)。", "{name} is missing; {why} needs it", "", "{name} を書きます(sumi config show --defaults に例があります)。",
    "set {name}; sumi config show --defaults has an example"};
const ErrorDef config_address{"service", 152, "config_address", ErrorKind::bad_input, "{name} の「{text}」はIPアドレスではありません。", "{name}: \"{text}\" is no IP address", "", "127.0.0.1、0.0.0.0、:: のように書きます。", "write it as 127.0.0.1, 0.0.0.0 or ::"};
const ErrorDef config_url{"service", 153, "config_url", ErrorKind::bad_input, "{name} の「{text}」は https://sumi.example.jp の形ではありません。", "{name}: \"{text}\" is not of the form https://sumi.example.jp", "", "末尾の / とパスを除き、https:// から書きます。",
    "begin with https:// and leave out path and final slash"};
const ErrorDef config_url_plain{"service", 154, "config_url_plain", ErrorKind::bad_input, "{name} の「{text}」は暗号化されません。ログインの情報が読まれるおそれがあります。", "{name}: \"{text}\" is not encrypted, and sign-ins could be read", "", "https:// で始めます。", "begin with https://"};
const ErrorDef config_tls_needed{"service", 155, "config_tls_needed", ErrorKind::bad_input, "{address} で待ち受けるには、証明書と鍵が要ります。", "to listen on {address}, certificate and key are needed", "", "tls_certificate と tls_key を書くか、address を 127.0.0.1 にします。",
    "set tls_certificate and tls_key, or address to 127.0.0.1"};
const ErrorDef config_mail_address{"service", 156, "config_mail_address", ErrorKind::bad_input, "{name} の「{text}」はメールアドレスではありません。", "{name}: \"{text}\" is no mail address", "", "name@example.jp の形で書きます。", "write it as name@example.jp"};
const ErrorDef config_mail_plain{"service", 157, "config_mail_plain", ErrorKind::bad_input, "メールサーバー {host} はこの機械の外にあるため、security = \"none\" では使えません。", "the mail server {host} is not on this machine: it cannot be used with security = \"none\"", "", "starttls か tls にします。",
    "choose starttls or tls"};
const ErrorDef config_idle_over{"service", 158, "config_idle_over", ErrorKind::bad_input, "{name} が session.absolute_hours ({hours} 時間)を超えています。", "{name} is longer than session.absolute_hours, {hours} hours", "", "短くします。", "shorten it"};
const ErrorDef config_file_missing{"service", 159, "config_file_missing", ErrorKind::bad_input, "{name} のファイル {path} がありません。", "{name}: there is no file {path}", "", "パスを直すか、ファイルを置きます。", "mend the path, or put the file there"};
const ErrorDef config_file_unreadable{"service", 160, "config_file_unreadable", ErrorKind::bad_input, "{name} のファイル {path} を読む権限がありません。", "{name}: the file {path} may not be read", "", "サーバーを動かす利用者に読む権限を与えます。",
    "let the user who runs the server read it"};
const ErrorDef config_file_open{"service", 161, "config_file_open", ErrorKind::bad_input, "{name} のファイル {path} を他の利用者が読めます。", "{name}: others may read the file {path}", "", "chmod 600 {path}", "chmod 600 {path}"};
const ErrorDef config_folder_missing{"service", 162, "config_folder_missing", ErrorKind::bad_input, "{name} のフォルダ {path} がありません。", "{name}: there is no folder {path}", "", "パスを直すか、フォルダを作ります(台帳は sumi init で)。", "mend the path, or make the folder; a store is made by sumi init"};
const ErrorDef config_key_inside{"service", 163, "config_key_inside", ErrorKind::bad_input, "{name} の {path} が台帳のフォルダの中にあります。控えと共に鍵が写されてしまいます。", "{name}: {path} lies in the store's folder, and would be copied with every backup", "", "鍵を台帳の外に移します。",
    "move the key out of the store"};

const ErrorDef events_after_last{"service", 170, "events_after_last", ErrorKind::bad_input, "記帳 {entry} はまだありません(最後は {last})。", "there is no entry {entry} yet; the last is {last}", "", "Last-Event-ID を除くか、その値以下にします。", "leave out Last-Event-ID, or give that number or a lower one"};
const ErrorDef events_type_unknown{"service", 171, "events_type_unknown", ErrorKind::bad_input, "「{text}」という種類の記帳はありません。", "there is no type of entry \"{text}\"", "", "Transfer のように、コマンドの名前で書きます。", "write the command's name, as in Transfer"};
const ErrorDef events_too_many{"service", 172, "events_too_many", ErrorKind::busy, "イベントを待つ接続が上限({limit})に達しています。", "as many as {limit} connections wait for events already", "", "しばらくしてから、もう一度つなぎます。", "connect again in a while"};

}  // namespace sumi::service::errors
