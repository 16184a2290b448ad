// Every setting of the configuration file, documented once: what `sumi config show` prints, and docs/sumi.toml is.
#include <array>

#include "service/config.h"
#include "wire/json.h"

namespace sumi::service {

namespace {

struct Section {
  std::string_view name;
  std::string_view ja;
  std::string_view en;
};
constexpr std::array<Section, 6> sections{{
    {"server", "サーバーが待ち受けるところと、配るもの。", "Where the server listens and what it serves."},
    {"store", "台帳のフォルダ、署名鍵、ルールブック。", "The store, the signing key and the rulebook."},
    {"mail", "電子メール(SMTP)。", "E-mail by SMTP."},
    {"session", "ログインと招待の期限。", "How long a sign-in and an invitation hold."},
    {"limits", "運用者が決める上限。", "Limits that an operator may set."},
    {"log", "記録。個人に関する情報は書かない。", "The log. Nothing personal is written to it."},
}};

constexpr std::array all_settings{
    Setting{"language", "言語 (ja、en)。言語を選んでいない人へのメールと、最初に開いた画面に使う。", "The language (ja, en) of mails to people who chose none, and of the page at the first visit.", "\"en\""},
    Setting{"server.address", "待ち受けるIPアドレス。127.0.0.1 はこの機械だけ、0.0.0.0 (IPv6は ::) はすべて。この機械の外から使うときは証明書と鍵が要る。",
            "The IP address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 (:: for IPv6) for all. Off this machine, certificate and key are needed.", "\"0.0.0.0\""},
    Setting{"server.port", "ポート。0 なら空いているものを使い、起動時に表示する。", "The port. 0: a free one, which is printed at the start.", "443"},
    Setting{"server.base_url", "利用者が開くアドレス。メールと書面のリンクに使う。空ならアドレスとポートから作る。",
            "The address that people open: of the links in mails and papers. Empty: from address and port.", "\"https://sumi.example.jp\""},
    Setting{"server.tls_certificate", "TLSの証明書 (PEM。サーバーの証明書を先頭に、中間証明書を続ける)。", "The TLS certificate (PEM: the server's first, then the chain).", "\"/etc/sumi/fullchain.pem\""},
    Setting{"server.tls_key", "TLSの秘密鍵 (PEM)。他の利用者が読めないこと。", "The TLS key (PEM). Nobody else may read it.", "\"/etc/sumi/key.pem\""},
    Setting{"server.web", "画面のフォルダ。空なら、プログラムと共に入ったもの。", "The folder of the page. Empty: the one that came with the program.", "\"/usr/share/sumi/web\""},
    Setting{"server.trusted_proxy", "前に置いたリバースプロキシのIPアドレス。そこからの X-Forwarded-For の最後のアドレスを相手のものとし、X-Forwarded-Proto が https なら暗号化されたものとする。空なら、どちらも見ない。",
            "The IP address of a reverse proxy in front: the last address of its X-Forwarded-For is the other side's, and its X-Forwarded-Proto says whether it came by TLS. Empty: neither is looked at.", "\"127.0.0.1\""},
    Setting{"server.threads", "要求に答えるスレッドの数 (64 まで)。0 なら機械に合わせる (8 まで)。", "Threads that answer requests, at most 64. 0: as many as the machine has, at most 8.", "4"},
    Setting{"store.folder", "台帳のフォルダ (sumi init で作る)。", "The folder of the store, made by sumi init.", "\"/var/lib/sumi/store\""},
    Setting{"store.signing_key", "台帳の署名鍵 (sumi keys new で作る)。台帳のフォルダの外に置き、他の利用者が読めないこと。",
            "The log's signing key, made by sumi keys new. It lies outside of the store, and nobody else may read it.", "\"/var/lib/sumi/log.key\""},
    Setting{"store.rulebook", "ルールブックのフォルダ。空なら、プログラムと共に入ったもの。", "The folder of rule packs. Empty: the one that came with the program.", "\"/usr/share/sumi/rulebook\""},
    Setting{"store.backups", "管理画面から作る控えを置くフォルダ。台帳のフォルダの外に置く。空なら、控えはコマンドでだけ作る。", "The folder of backups that are made from the page. It lies outside of the store. Empty: only the command line makes them.", "\"/var/backups/sumi\""},
    Setting{"mail.enabled", "メールを送るか。false なら何も貯めず、何も送らない。", "Whether mails are sent. false: nothing is queued and nothing is sent.", "true"},
    Setting{"mail.host", "SMTPサーバーの名前かIPアドレス。", "Name or IP address of the SMTP server.", "\"smtp.example.jp\""},
    Setting{"mail.port", "SMTPサーバーのポート (ふつう starttls は 587、tls は 465)。", "Its port: usually 587 for starttls, 465 for tls.", "465"},
    Setting{"mail.security", "暗号化。starttls、tls、none (この機械の中のサーバーに限る)。", "Encryption: starttls, tls, or none (a server on this machine only).", "\"tls\""},
    Setting{"mail.user", "SMTPサーバーのユーザー名。空ならログインしない。", "User of the SMTP server. Empty: no sign-in.", "\"sumi@example.jp\""},
    Setting{"mail.password_file", "パスワードを一行目に書いたファイル。他の利用者が読めないこと。", "A file whose first line is the password. Nobody else may read it.", "\"/etc/sumi/smtp-password\""},
    Setting{"mail.authority", "組織内の認証局の証明書 (PEM)。空なら、この機械が信頼するもの。", "Certificates of an authority of your own (PEM). Empty: those that this machine trusts.", "\"/etc/sumi/ca.pem\""},
    Setting{"mail.from", "差出人のアドレス。", "The sender's address.", "\"sumi@example.jp\""},
    Setting{"mail.from_name", "差出人の名前。", "The sender's name.", "\"J-クレジット登録簿\""},
    Setting{"mail.administrator", "届かなかったメールを知らせる宛先。", "Who is told of mails that could not be delivered.", "\"admin@example.jp\""},
    Setting{"mail.give_up_days", "届かないメールを何日で諦めるか (1 から 30)。", "After how many days a mail is given up, 1 to 30.", "7"},
    Setting{"session.idle_minutes", "操作がないまま何分でサインアウトするか (5 から 1440)。", "Minutes without an action after which one is signed out, 5 to 1440.", "60"},
    Setting{"session.absolute_hours", "ログインから何時間で終わるか (1 から 168)。", "Hours after which a sign-in ends whatever is done, 1 to 168.", "8"},
    Setting{"session.second_factor_minutes", "二つ目の認証が、無効化、決定、管理にそのまま使える時間 (分、1 から 120)。", "Minutes for which a second factor serves for retiring, deciding and administering, 1 to 120.", "15"},
    Setting{"session.reset_minutes", "パスワードを決め直すリンクの期限 (分、10 から 1440)。", "Minutes for which a link to set a new password holds, 10 to 1440.", "30"},
    Setting{"session.invitation_days", "招待のリンクの期限 (日、1 から 30)。", "Days for which an invitation's link holds, 1 to 30.", "7"},
    Setting{"limits.connections", "同時に開く接続の数 (16 から 65536)。", "Connections open at the same time, 16 to 65536.", "16384"},
    Setting{"limits.connections_per_address", "そのうち一つのIPアドレスからの数。", "Of them, those of one IP address.", "64"},
    Setting{"limits.event_streams", "そのうちイベントを待つ接続の数。", "Of them, those that wait for events.", "4096"},
    Setting{"limits.requests_per_minute", "一人の利用者、一つのトークン、又は(ログインのない)一つのアドレスが一分間に送れるAPIの要求の数。画面のファイルは数えない。0 なら何も数えない。", "Requests a minute to the API of one person or token, or of one address without. The page's files are not counted. 0: nothing is.", "600"},
    Setting{"limits.upload_megabytes", "一つの書類の大きさ (MB、1 から 64)。", "Size of one document in MB, 1 to 64.", "32"},
    Setting{"limits.stop_seconds", "止めるとき、受け付けた要求を待つ時間 (秒、1 から 300)。", "Seconds for which a stop waits for what was accepted, 1 to 300.", "60"},
    Setting{"log.file", "記録のファイル。空なら標準エラー出力 (systemd が保存する)。", "The log's file. Empty: standard error, which systemd keeps.", "\"/var/log/sumi/sumi.log\""},
    Setting{"log.access", "要求ごとに一行を書くか。", "Whether one line is written per request.", "false"},
};

std::string scalar_text(const Tree& value) { return value.kind == Tree::Kind::string ? wire::json_string(value.text) : value.text; }

std::string setting_text(const Setting& setting, std::string_view key, const Tree& value) {
  return "# " + std::string(setting.ja) + "\n# " + std::string(setting.en) + "\n" + "# 例 / example: " + std::string(key) + " = " + std::string(setting.example) + "\n" + std::string(key) +
         " = " + scalar_text(value) + "\n\n";
}

}  // namespace

std::span<const Setting> settings() { return all_settings; }

std::string config_text(const Config& config) {
  std::string out =
      "# sumi の設定。書かない項目は、ここに示す既定の値になる。/ で始まらないパスは、このファイルのフォルダから数える。\n"
      "# Configuration of sumi. A setting that is left out has the default shown here. A path that does not begin with / starts at the folder of this file.\n"
      "# sumi config check FILE で確かめる。/ Check it with: sumi config check FILE\n\n";
  const Tree tree = wire::to_tree(config);
  for (const Setting& s : all_settings) {
    if (s.name.find('.') == std::string_view::npos) out += setting_text(s, s.name, *tree.find(s.name));
  }
  for (const Section& section : sections) {
    out += "# " + std::string(section.ja) + "\n# " + std::string(section.en) + "\n[" + std::string(section.name) + "]\n\n";
    const Tree& values = *tree.find(section.name);
    for (const Setting& s : all_settings) {
      const auto dot = s.name.find('.');
      if (dot != std::string_view::npos && s.name.substr(0, dot) == section.name) out += setting_text(s, s.name.substr(dot + 1), *values.find(s.name.substr(dot + 1)));
    }
  }
  out.pop_back();
  return out;
}

}  // namespace sumi::service
