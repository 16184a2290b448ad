// sumi: the command line. Only this file knows CLI11.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>

#include "base/errors.h"
#include "base/number.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/bundle_commands.h"
#include "cli/backup_commands.h"
#include "cli/commands.h"
#include "cli/config_commands.h"
#include "cli/errors.h"
#include "cli/work_commands.h"
#include "cli/member_commands.h"
#include "cli/find_commands.h"
#include "cli/programme_commands.h"
#include "cli/registry_commands.h"
#include "cli/remote.h"
#include "cli/serve_commands.h"
#include "cli/claim_commands.h"
#include "cli/law_commands.h"
#include "cli/paper_commands.h"
#include "cli/support_commands.h"
#include "cli/transfer_commands.h"
#include "cli/forest_commands.h"
#include "cli/identity_commands.h"
#include "cli/journal_commands.h"
#include "cli/witness_commands.h"

namespace {

using sumi::Error;
using sumi::cli::Context;
namespace errors = sumi::cli::errors;

// Ends the reading of the arguments with an error of ours.
struct Refused {
  Error error;
};

// What was typed, short enough for a message.
std::string shown(const std::string& word) {
  constexpr std::size_t shown_max = 80;
  if (word.size() <= shown_max) return word;
  std::size_t end = shown_max;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return word.substr(0, end) + "…";
}

struct Program {
  CLI::App app{"sumi 炭: the ledger of carbon. J-クレジットの一トンを、計測から主張まで。", "sumi"};
  Context context;
  std::function<int()> chosen;
  // Options of the subcommands.
  sumi::cli::InitOptions init;
  sumi::cli::ServeOptions serving;
  sumi::cli::RestoreArguments restore;
  sumi::cli::EligibleArguments eligible;
  sumi::cli::BulkTransferArguments bulk;
  std::string law_register = "j-credit";
  sumi::cli::ProgrammeArguments programme;
  sumi::cli::FindArguments find;
  std::string body;
  sumi::cli::WitnessArguments witness;
  sumi::cli::StandArguments stands;
  sumi::cli::ExportArguments exported;
  sumi::cli::BundleReplayArguments bundle;
  std::string purpose = "monitoring", rule = "per_tonne";
  bool names = false, as_programme = false;
  sumi::cli::PaperArguments paper;
  sumi::cli::SearchArguments query;
  std::string ground = "other";
  std::string file, name = "sumi", login, output, public_key, key, on, as_known, adopted, methodology, plan, data, period, trace, directory, programme_key;
  std::uint64_t number = 0, count = 20, account = 0, to = 0;
  std::uint64_t work_project = 0, work_report = 0;
  sumi::cli::RecalculateOptions recalculation;
  std::string by;
  bool dry_run = false, csv = false;
  bool party = false, full = false, fast = false, low_confidence = false;
  std::vector<std::string> words;
  std::map<const CLI::App*, std::string> examples;

  // A number from 1 on, full-width digits among them.
  static CLI::Option* add_number(CLI::App* sub, const char* name, std::uint64_t& to, const char* what) {
    const auto read = [name, &to](const std::string& text) {
      const auto parsed = sumi::Integer::parse(sumi::to_half_width(text));
      const auto value = parsed ? parsed->to_u64() : std::nullopt;
      if (!value || *value == 0) throw Refused{sumi::make_error(errors::number_syntax, {{"text", shown(text)}}, {name})};
      to = *value;
    };
    return sub->add_option_function<std::string>(name, read, what)->type_name("N");
  }

  CLI::App* add(CLI::App* parent, const char* command, const char* what, const std::string& example, const std::function<int()>& run) {
    auto* sub = parent->add_subcommand(command, what);
    sub->footer("\n例 / Example:\n  " + example + "\n共通のオプション(--store, --json など)は sumi --help / common options: sumi --help");
    examples[sub] = example.substr(0, example.find('\n'));
    sub->fallthrough();
    if (run) sub->callback([this, run] { chosen = run; });
    else sub->require_subcommand(1);
    return sub;
  }

  void describe() {
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", "この説明を示す / show this help");
    app.set_version_flag("--version", "sumi " + std::string(sumi::version()), "版を示す / show the version");
    app.footer(
        "\n終了コード / Exit codes: 0 done, 1 refused by a rule, 2 bad input or usage, 3 store damaged, 4 busy\n"
        "例 / Examples:\n  sumi rules explain EN-S-001\n  sumi project new EN-S-001 -o plan.toml && sumi project check plan.toml\n"
        "  sumi keys new log.key && sumi --store demo --signing-key log.key init --operator 事務局\n  sumi play examples/boiler/journey.scn\n"
        "  sumi --server https://sumi.example.jp --token-file token holdings\n"
        "--server で使えるもの / over a server (docs/remote.md): do, transfer bulk, erase, status, organisations, person list, holdings, statistics, receipt, journal show | checkpoint,\n"
        "  rules list | show, registry search | open-data | receipt | notice | certificate ..., project list | due | members | follow-up | admit | sample fix | sample draw | package | accept");
    app.add_option("--store", context.store, "台帳のフォルダー / folder of the store")->envname("SUMI_STORE");
    app.add_option("--rulebook", context.rulebook, "規則集のフォルダー / folder of the rulebook")->envname("SUMI_RULEBOOK");
    app.add_option("--signing-key", context.signing_key, "台帳の署名鍵 / the log's signing key")->envname("SUMI_SIGNING_KEY");
    app.add_option("--server", context.server, "台帳の代わりに、このサーバーのAPIで行う / ask this server's API in the place of a store")->envname("SUMI_SERVER");
    app.add_option("--token-file", context.token_file, "サーバーのAPIトークンのファイル(なければ SUMI_TOKEN) / file of the server's API token; without it: SUMI_TOKEN");
    app.add_option("--ca", context.authority, "信頼する証明書のファイル(既定はこの機械のもの) / certificates to trust instead of the machine's");
    app.add_option("--as", context.as, "利用者として行う(デモ・研修の台帳だけ) / act as this user, demo and training stores only");
    app.add_option("--for", context.on_behalf, "事業者の番号として行う / act on behalf of this organisation");
    app.add_flag("--json", context.json, "JSON で出力 / print JSON");
    app.add_option_function<std::string>(
           "--language", [this](const std::string& l) { context.language = l == "en" ? sumi::Language::en : sumi::Language::ja; }, "ja (既定) / en")
        ->check(CLI::IsMember({"ja", "en"}))
        ->envname("SUMI_LANGUAGE");
    describe_store();
    describe_server();
    describe_demo();
    describe_config();
    describe_rules();
    describe_project();
    describe_scheme();
    describe_registry();
    describe_claim();
  }

  void describe_server() {
    auto* sub = add(&app, "serve",
        "サーバーを始める: ページとAPI。止めるまで動く / start the server: the page and the API, until it is stopped",
        "sumi serve --store var/store/demo --demo\n  sumi serve --config sumi.toml", [this] { return run_serve(context, serving); });
    sub->add_option("--config", serving.config, "設定ファイル(sumi config show --defaults で雛形) / configuration file");
    sub->add_option("--address", serving.address, "待ち受けるIPアドレス。既定 127.0.0.1、それ以外はTLSが要る / IP address to listen on; off loopback TLS is demanded");
    sub->add_option_function<std::uint16_t>("--port", [this](const std::uint16_t& port) { serving.port = port; }, "ポート。既定 8080、0 は空いているもの / port; 0: a free one");
    sub->add_option("--web", serving.web, "ページのフォルダー / folder of the page");
    sub->add_option("--base-url", serving.base_url, "メールと書面に書くアドレス / address that mails and papers name");
    sub->add_flag_callback("--demo", [this] { serving.demo = "demo"; }, "台帳がなければ、例の物語と利用者の入ったデモの台帳を作る / make a demo store with the examples' story if there is none");
    sub->add_flag_callback("--training", [this] { serving.demo = "training"; }, "同じく、どのページにも印の付く研修の台帳 / the same as a training store, marked on every page");
  }

  void describe_demo() {
    auto* demo = add(&app, "demo", "デモ・研修の台帳のログイン / sign-ins of a demo or training store", "sumi --store demo demo code tanaka", {});
    auto* sub = add(demo, "code", "確認コードを示す(サーバーが動いていてもよい) / the user's present code, while a server runs, too", "sumi --store demo demo code tanaka",
        [this] { return run_demo_code(context, login); });
    sub->add_option("login", login, "利用者名 / login")->required();
    auto* identity = add(&app, "identity", "ログインできなくなった人のために、この機械で行うこと / what is done on this machine for who cannot sign in", "sumi --store demo identity replace-authenticator admin", {});
    sub = add(identity, "replace-authenticator", "管理者が足りないとき、失くした認証アプリを無効にして初回コードを示す(サーバーを止めて行う) / where there are too few administrators: end a lost authenticator and print a first code, with the server stopped",
        "sumi --store demo identity replace-authenticator admin", [this] { return run_identity_replace(context, login); });
    sub->add_option("LOGIN", login, "利用者名 / login")->required();
    add(demo, "logins", "利用者名とパスワードの一覧 / every login with its password", "sumi --store demo demo logins", [this] { return run_demo_logins(context); });
  }

  void describe_store() {
    auto* sub = add(&app, "init", "台帳を作る / make a store", "sumi --store demo --signing-key log.key init --operator J-クレジット制度事務局", [this] { return run_init(context, init); });
    sub->add_option("--operator", init.operator_name, "運営者の名称 / legal name of who runs the store")->required();
    sub->add_option("--corporate-number", init.corporate_number, "運営者の法人番号 / its corporate number");
    sub->add_option("--kind", init.kind, "demo (既定), training, production")->check(CLI::IsMember({"demo", "training", "production"}));
    sub->add_option("--admin", init.administrator, "管理者の利用者名 / login of the administrator");
    sub->add_option("--time", init.time, "演習の始まりの日(デモ・研修の台帳だけ) 2024-04-01 / the day it begins, demo and training stores only");

    sub = add(&app, "backup",
        "台帳の控えを新しいフォルダーに取る。台帳を開いている別のプログラムがあれば 4 (使用中) で終わる: 控えはそのプログラムが取る / back the store up into a new folder. "
        "Ends with 4 (busy) while another program has the store open: only that program can make a backup then, without stopping its work",
        "sumi --store demo backup /backups/demo-2026-11-22", [this] { return run_backup(context, directory); });
    sub->add_option("folder", directory, "控えのフォルダー(新しいもの) / new folder of the backup")->required();
    sub = add(&app, "restore", "控えから、新しいフォルダーに台帳を戻す / make a store of a backup, in a new folder",
        "sumi restore /backups/demo-2026-11-22 demo2\n  sumi restore /backups/demo-2026-11-22 demo2 --until 1200 --abandon published.checkpoint --erasures-from demo",
        [this] { return run_restore(context, restore); });
    sub->add_option("backup", restore.backup, "控えのフォルダー / folder of the backup")->required();
    sub->add_option("folder", restore.store, "新しい台帳のフォルダー / folder of the new store")->required();
    sub->add_option("--until", restore.until, "最後に残す記帳の番号、または時刻 2026-11-22T09:00:00.000Z / the last entry that is kept, or the last moment");
    sub->add_option("--erasures-from", restore.erasures_from, "控えの後に行われた消去を、この台帳に従ってやり直す / erase again what was erased in this newer store");
    auto* abandon = sub->add_option("--abandon", restore.abandon, "捨てる、公表済みのチェックポイントのファイル。新しい期が始まる / file of the published checkpoint that is abandoned: a new epoch begins");
    sub->add_option("--ground", restore.ground, "新しい期の理由(規則集の語、既定 other) / ground of the new epoch, a key of the rulebook")->needs(abandon);
    sub->add_flag("--never-published", restore.never_published, "捨てる記帳をだれにも示していない / nobody was ever shown what is dropped")->excludes(abandon);

    auto* keys = add(&app, "keys", "署名鍵 / signing keys", "sumi keys new log.key", {});
    sub = add(keys, "new", "新しい鍵を作る / make a new key", "sumi keys new log.key --name sumi.example.jp", [this] { return run_keys_new(context, file, name); });
    sub->add_option("file", file, "鍵のファイル(権限 0600)")->required();
    sub->add_option("--name", name, "鍵の名前 / name of the key");
    sub = add(keys, "show", "公開鍵と指紋を示す / show public key and fingerprint", "sumi keys show log.key", [this] { return run_keys_show(context, file); });
    sub->add_option("file", file)->required();

    sub = add(keys, "rotate", "台帳の鍵を新しい鍵に改める / hand the log over to a new key", "sumi --store demo --signing-key log.key keys rotate log2.key", [this] { return run_keys_rotate(context, file); });
    sub->add_option("file", file, "新しい鍵のファイル / file of the new key")->required();

    auto* person = add(&app, "person", "利用者 / users of the store", "sumi --store demo person list", {});
    sub = add(person, "add", "利用者を加える / add a user", "sumi --store demo person add tanaka 田中", [this] { return run_person_add(context, login, name); });
    sub->add_option("login", login, "利用者名(英数字) / login")->required();
    sub->add_option("name", name, "氏名 / the person's name")->required();
    add(person, "list", "利用者の一覧 / list the users", "sumi --store demo person list", [this] { return run_person_list(context); });

    add(&app, "status", "台帳の概要 / the store in short", "sumi --store demo status --json", [this] { return run_status(context); });
    add(&app, "organisations", "事業者の番号(--for で使う) / organisations and their numbers, as --for takes them", "sumi --store demo organisations --json", [this] { return run_organisations(context); });
    sub = add(&app, "holdings", "保有クレジット / who holds which serials", "sumi --store demo holdings --account 6", [this] { return run_holdings(context, account); });
    add_number(sub, "--account", account, "この口座だけ / only this account");
    sub = add(&app, "check", "台帳の検査 / check everything that must hold", "sumi --store demo check --full", [this] { return run_check(context, full); });
    sub->add_flag("--full", full, "認証を根拠資料から計算し直す / also calculate every certification again from its evidence");

    sub = add(&app, "receipt", "受領証を作る、検証する / make or verify a receipt", "sumi --store demo --signing-key log.key receipt 42 -o receipt.txt\n  sumi receipt verify receipt.txt", {});
    sub->require_subcommand(0, 1);
    add_number(sub, "entry", number, "記帳の番号 / number of the entry");
    sub->add_flag("--party", party, "当事者向け: 当事者の項目も開く / for a party: opens the party's part too");
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    auto* receipt = sub;
    receipt->callback([this, receipt] {
      if (receipt->get_subcommands().empty()) {
        if (number == 0) throw CLI::RequiredError("entry");  // not given
        chosen = [this] { return run_receipt(context, number, party, output); };
      }
    });
    sub = add(receipt, "verify", "受領証を検証する(台帳は要らない) / verify, without a store", "sumi receipt verify receipt.txt --public-key FINGERPRINT",
        [this] { return run_receipt_verify(context, file, public_key); });
    sub->add_option("file", file)->required();
    sub->add_option("--public-key", public_key, "別の経路で受け取った公開鍵か指紋 / key or fingerprint that came another way");

    auto* journal = add(&app, "journal", "台帳の記帳 / the journal's entries", "sumi --store demo journal show --from 1 --count 5", {});
    sub = add(journal, "show", "記帳を示す / show entries", "sumi --store demo journal show --from 1 --count 5", [this] { return run_journal_show(context, number, count); });
    add_number(sub, "--from", number, "始めの番号(既定は末尾) / first entry; default: the last ones");
    add_number(sub, "--count", count, "件数(既定 20) / how many, default 20");
    sub = add(journal, "replay", "始めから再生した状態 / the state replayed from the start", "sumi --store demo journal replay --to 40\n  sumi journal replay BUNDLE --sections",
        [this] { return bundle.folder.empty() ? run_journal_replay(context, to, bundle.sections) : run_bundle_replay(context, bundle); });
    sub->add_option("bundle", bundle.folder, "書き出された一式のフォルダー。台帳は要らない / folder of an exported bundle, without its store");
    sub->add_flag("--sections", bundle.sections, "状態の表ごとの行数、バイト数、ハッシュ / rows, bytes and hash of each table of the state");
    sub->add_flag("--decide", bundle.decide, "一式の規則集で判断し直す / decide each command of the bundle again with its packs")->needs("bundle");
    sub->add_option("--public-key", bundle.public_key, "別の経路で受け取った公開鍵か指紋 / key or fingerprint that came another way")->needs("bundle");
    add_number(sub, "--to", to, "この記帳まで / up to this entry")->excludes("bundle");
    sub = add(journal, "export", "一式を書き出す(公開用、監査用) / write a bundle, public or the auditor's",
        "sumi --store demo --signing-key log.key journal export OUT --public\n  sumi --store demo --signing-key log.key journal export OUT --auditor --without-sealed",
        [this] { return run_journal_export(context, exported); });
    sub->add_option("folder", exported.folder, "作られるフォルダー / the folder that is made")->required();
    auto* kind = sub->add_option_group("kind");
    kind->add_flag("--public", exported.open, "公開用: 誰でも記帳の包含と保存則を確かめられる / for everyone: inclusion and conservation");
    auto* auditor = kind->add_flag("--auditor", exported.auditor, "監査用: 状態を再生できる / the auditor's: replays the state");
    kind->require_option(1);
    sub->add_flag("--without-sealed", exported.without_sealed, "封をした値を含めない / withhold the sealed values")->needs(auditor);
    describe_proofs(journal);
    add(&app, "snapshot", "状態の写しを書く / write a snapshot", "sumi --store demo snapshot", [this] { return run_snapshot(context); });

    sub = add(&app, "do", "台帳に申請する / one command against the store", "sumi --store demo --as tanaka --for 4 do 'transfer 6 7 10'", [this] { return run_do(context, words); });
    sub->add_option("line", words, "シナリオの行 / lines of the scenario language (docs/scenario.md)")->required();
    sub = add(&app, "play", "シナリオを演じる。--store を付けるとその台帳に残る / play a scenario; with --store it stays in that store",
        "sumi play examples/boiler/journey.scn\n  sumi --store demo --signing-key log.key play story.scn", [this] { return run_play(context, file, !fast); });
    sub->add_option("file", file, "シナリオ(docs/scenario.md) / the scenario, see docs/scenario.md")->required();
    sub->add_flag("--fast", fast, "各行の後の検査を省く / skip the check after every line");
  }

  // What others check the journal by, and the witness that does (docs/proofs.md).
  void describe_proofs(CLI::App* journal) {
    auto* sub = add(journal, "checkpoint", "署名したチェックポイント / the signed checkpoint", "sumi --store demo --signing-key log.key journal checkpoint -o checkpoint.txt", [this] { return run_journal_checkpoint(context, output); });
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(journal, "prove", "記帳が台帳にある証明 / proof that an entry is in the journal", "sumi --store demo --signing-key log.key journal prove 42 -o entry-42.tlog-proof", [this] { return run_journal_prove(context, number, output); });
    add_number(sub, "entry", number, "記帳の番号 / number of the entry")->required();
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(journal, "consistency", "先の件数の台帳の続きである証明 / proof that the journal continues a smaller one", "sumi --store demo --signing-key log.key journal consistency 40 -o consistency.txt",
        [this] { return run_journal_consistency(context, key, to, output); });
    sub->add_option("old", key, "先のチェックポイントの件数。0: 最初のもの / entries of the older checkpoint; 0: none yet")->required();
    add_number(sub, "new", to, "新しい件数(既定はすべて) / entries of the newer one, default all");
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(journal, "tiles", "タイルと公開の記帳をフォルダーに書く(続きから) / write tiles and public entries into a folder, going on where it ended", "sumi --store demo --signing-key log.key journal tiles OUT",
        [this] { return run_journal_tiles(context, directory); });
    sub->add_option("folder", directory, "フォルダー / the folder")->required();

    auto* parent = add(&app, "witness", "証人: 台帳が続いていることを確かめて署名する / a witness: checks that a journal continues, and signs", "sumi --signing-key witness.key witness cosign consistency.txt --state witness.state", {});
    const auto with_state = [this](CLI::App* of) { of->add_option("--state", witness.state, "証人の記録のファイル / file of what it has seen")->required(); };
    sub = add(parent, "trust", "台帳とその公開鍵を加える / add a journal and its public key", "sumi witness trust sumi-demo/0123456789abcdef0123456789abcdef 'NAME+KEYID+BASE64' --state witness.state", [this] { return run_witness_trust(context, witness); });
    sub->add_option("origin", witness.origin, "台帳の識別子 / origin of the journal")->required();
    sub->add_option("key", witness.key, "別の経路で受け取った公開鍵 / its public key, which came another way")->required();
    sub->add_flag("--replace", witness.replace, "知っている鍵を替える / in the place of the key it knows");
    with_state(sub);
    sub = add(parent, "cosign", "続きの証明を確かめて署名する / check a proof of consistency and sign its checkpoint",
        "sumi --signing-key witness.key witness cosign consistency.txt --state witness.state -o cosigned.txt", [this] { return run_witness_cosign(context, witness); });
    sub->add_option("proof", witness.proof, "sumi journal consistency の証明 / what sumi journal consistency wrote")->required();
    sub->add_option("--epoch", witness.epoch, "復元の後: 新しい区切りの記帳の証明 / after a restore: proof of the entry that begins the epoch");
    sub->add_option("-o,--output", witness.output, "署名を加えたチェックポイント / the checkpoint with the signature");
    with_state(sub);
    sub = add(parent, "list", "見た台帳の一覧 / journals and what was seen of them", "sumi witness list --state witness.state", [this] { return run_witness_list(context, witness); });
    with_state(sub);
    add(parent, "key", "証人の公開鍵 / the witness's public key", "sumi --signing-key witness.key witness key", [this] { return run_witness_key(context); });
  }

  void describe_rules() {
    auto* rules = add(&app, "rules", "規則集 / the rulebook", "sumi rules list", {});
    auto* sub = add(rules, "check", "規則集の検査 / check packs whole", "sumi rules check rulebook", [this] { return run_rules_check(context, directory); });
    sub->add_option("directory", directory, "規則集か、1冊のパックのフォルダー / a rulebook, or one pack");
    sub = add(rules, "new", "方法論のパックのひな形 / skeleton of a methodology's pack", "sumi rules new EN-S-030 --folder rulebook/methodology", [this] { return run_rules_new(context, methodology, directory); });
    sub->add_option("methodology", methodology, "方法論の番号 / its number")->required();
    sub->add_option("--folder", directory, "この下に番号のフォルダーを作る / where the folder of that number is made");
    sub = add(rules, "diff", "版の違い / differences of editions", "sumi rules diff rulebook/packs/shk-gwp new/shk-gwp\n  sumi --store demo rules diff EN-S-001 new/EN-S-001", [this] { return run_rules_diff(context, key, adopted); });
    sub->add_option("before", key, "パックか規則集のフォルダー、台帳の規則、規則@日付 / folder, family of the store, FAMILY@DAY")->required();
    sub->add_option("after", adopted, "同じ。--store とフォルダーなら、登録済みプロジェクトへの影響も / the same; with --store a folder is also held against its projects")->required();
    sub = add(rules, "list", "規則集の一覧 / packs and tables", "sumi rules list methodologies", [this] { return run_rules_list(context, key); });
    sub->add_option("what", key, "methodologies: 方法論の一覧 / every methodology, with or without formulas")->check(CLI::IsMember({"methodologies"}));
    sub = add(rules, "show", "値と出典 / values with validity, source, publication", "sumi rules show 'shk-electricity/factors' --on 2025-04-01", [this] { return run_rules_show(context, key, on, as_known, adopted); });
    sub->add_option("key", key, "表、または表とキー / table, or table and key")->required();
    sub->add_option("--on", on, "適用日 / the day it applies to");
    sub->add_option("--as-known", as_known, "この日までに公表されたもの / published by that day");
    sub->add_option("--adopted", adopted, "この日までにこの台帳が採用したもの / adopted by this store by that day");
    sub = add(rules, "explain", "方法論を読む / a methodology as a page", "sumi rules explain EN-S-001", [this] { return run_rules_explain(context, methodology); });
    sub->add_option("methodology", methodology, "方法論の番号、又はパックのフォルダー / number of a methodology, or folder of a pack")->required();
    sub = add(rules, "adopt", "新しい版を採用する / adopt a pack", "sumi --store demo rules adopt rulebook/packs/shk-gwp", [this] { return run_rules_adopt(context, directory); });
    sub->add_option("directory", directory, "パックのフォルダー / folder of the pack")->required();
  }

  // Bringing in a registry, and the figures of the scheme as a whole.
  void describe_scheme() {
    auto* sub = add(&app, "migrate", "既に動いている登録簿を移行する / bring in a registry that already runs", "sumi migrate examples/migrate/data --dry-run\n  sumi --store new --signing-key log.key migrate data --report report.txt",
        [this] { return run_migrate(context, directory, dry_run, output); });
    sub->add_option("folder", directory, "migrate.toml とCSVのフォルダー / folder with migrate.toml and its CSV files")->required();
    sub->add_flag("--dry-run", dry_run, "読んで照合するだけ(台帳は要らない) / only read and reconcile, without a store");
    sub->add_option("--report", output, "報告を書き出すファイル / file to write the report to");
    sub = add(&app, "statistics", "制度の統計 / figures of the scheme as a whole", "sumi --store demo statistics --as-known 2026-03-31 --by methodology\n  sumi --store demo statistics --csv",
        [this] { return run_statistics(context, as_known, by, csv); });
    sub->add_option("--as-known", as_known, "この日に知られていたもの / as known on that day");
    sub->add_option("--by", by, "type, methodology, sector, prefecture, vintage, year, cumulative, use")
        ->check(CLI::IsMember({"type", "methodology", "sector", "prefecture", "vintage", "year", "cumulative", "use"}));
    sub->add_flag("--csv", csv, "CSV で出力 / print CSV");
  }

  // What the registry says of units.
  void describe_registry() {
    auto* registry = add(&app, "registry", "登録簿 / the registry", "sumi registry serial 'ART-GY-102-2021-11-2759599 to 2760598'", {});
    auto* sub = add(registry, "serial", "他制度のシリアル番号を読む / read a serial of another programme", "sumi registry serial 'ART-GY-102-2021-11-2759599 to 2760598' --range 2759600-2759700",
        [this] { return run_registry_serial(context, key, programme_key, period); });
    sub->add_option("serial", key, "シリアル番号(引用符で囲む) / the serial, quoted")->required();
    sub->add_option("--programme", programme_key, "制度。一覧は sumi rules show serial-grammars/programmes / its programme; that command lists them");
    sub->add_option("--range", period, "この一部を同じ書式で示す FIRST-LAST / print this part in the same form");
    describe_law(registry);
    describe_papers(registry);
    describe_transfer();
  }

  CLI::App* add_paper(CLI::App* registry, const char* name, const char* what, const char* example) {
    auto* sub = add(registry, name, what, example, [this, name] {
      paper.what = name;
      return run_paper(context, paper);
    });
    sub->add_option("--format", paper.format, "text (既定), json, pdf")->check(CLI::IsMember({"text", "json", "pdf"}));
    sub->add_option("--out", paper.output, "書き出すファイル / file to write");
    return sub;
  }
  void describe_papers(CLI::App* registry) {
    auto* sub = add_paper(registry, "notice", "無効化通知書 / notice of a retirement", "sumi --store demo registry notice 1 --format pdf --out notice.pdf");
    add_number(sub, "retirement", paper.number, "無効化等の番号 / number of the retirement")->required();
    sub = add_paper(registry, "certificates", "無効化を分けた証書の一覧 / the certificates of a retirement", "sumi --store demo registry certificates 1");
    add_number(sub, "retirement", paper.number, "無効化等の番号 / number of the retirement")->required();
    sub = add_paper(registry, "certificate", "残高証明書 / certificate of an account's balance", "sumi --store demo --as tanaka registry certificate 1 --on 2027-03-31");
    add_number(sub, "account", paper.number, "口座番号 / account")->required();
    sub->add_option("--on", paper.on, "基準日(既定は今) / as of the end of that day; default: now");
    sub = add_paper(registry, "history", "口座の取引履歴(価格と取得原価、本人と監査人だけ) / history of an account with prices and cost, for its holder and the auditor", "sumi --store demo --as tanaka registry history 1");
    add_number(sub, "account", paper.number, "口座番号 / account")->required();
    sub = add_paper(registry, "statement", "口座の年間報告書(本人と監査人だけ) / yearly statement of an account", "sumi --store demo --as tanaka registry statement 1 --year FY2027");
    add_number(sub, "account", paper.number, "口座番号 / account")->required();
    sub->add_option("--year", paper.year, "年度 / fiscal year")->required();
    sub = add_paper(registry, "totals", "クレジットの総量(公開) / totals per batch and class of account, public", "sumi --store demo registry totals --on 2027-03-31");
    sub->add_option("--on", paper.on, "その日の終わりに知られていたもの / as known at the end of that day");
    sub = add_paper(registry, "area", "地域で創出・利用されたクレジット / credits made and used in an area", "sumi --store demo registry area 東京都墨田区");
    sub->add_option("area", paper.area, "都道府県、又は都道府県と市区町村 / prefecture, or prefecture and municipality")->required();
    sub = add_paper(registry, "article6", "パリ協定第6条の記録 / Article 6 by party and year", "sumi --store demo registry article6 --party JP --year 2027");
    sub->add_option("--party", paper.party, "国(ISO 3166の2文字) / party");
    sub->add_option("--year", paper.year, "暦年 / calendar year");
    sub = add(registry, "search", "公開の検索: プロジェクト、シリアル番号、無効化、法人 / public search", "sumi --store demo registry search 墨田ボイラー\n  sumi --store demo registry search --serial 1:15\n  sumi --store demo registry search --user '(株)北上製紙' --from 2027-04-01",
        [this] { return run_search(context, query); });
    sub->add_option("text", query.text, "名称、場所など / a name, a place ...");
    sub->add_option("--serial", query.serial, "シリアル番号(BATCH:SERIAL、印字されたもの、他制度のもの) / a serial");
    add_number(sub, "--project", query.project, "プロジェクトの番号 / project");
    sub->add_option("--user", query.user, "クレジット利用者の名称か法人番号 / user of credits");
    sub->add_option("--purpose", query.purpose, "用途(規則集の語) / key of a purpose");
    sub->add_option("--from", query.from, "この日から / from that day");
    sub->add_option("--to", query.to, "この日まで / to that day");
    sub = add(registry, "open-data", "公開データ(CSV, JSON, ハッシュの目録)を書き出す / write open data", "sumi --store demo registry open-data open-data-2027-03", [this] { return run_open_data(context, file, dry_run); });
    sub->add_option("folder", file, "新しいフォルダ / a new folder")->required();
    sub->add_flag("--check", dry_run, "書き出さず、あるものを台帳と比べる / write nothing; compare the one that stands with the ledger");
    sub = add(registry, "receipt", "通知書や証明書の符号から受領証を作る / the receipt that a paper's code leads to", "sumi --store demo --signing-key log.key registry receipt 'sumi-demo/0123...#120:0123456789abcdef' --out receipt.json",
        [this] { return run_code_receipt(context, key, output); });
    sub->add_option("code", key, "符号(QRコードの文字) / the code")->required();
    sub->add_option("--out", output, "書き出すファイル / file to write");
    add(&app, "rekey", "会員と場所の照合鍵を新しい秘密で作り直す / make the keys that compare members and places anew", "sumi --store demo rekey", [this] { return run_rekey(context); });
    sub = add(&app, "erase", "封印された値を消去する(証明は残る) / erase a sealed value; every proof stays", "sumi --store demo --as tanaka --for 4 erase 0123... --ground other", [this] { return run_erase(context, key, ground); });
    sub->add_option("commitment", key, "封印のハッシュ / its commitment")->required();
    sub->add_option("--ground", ground, "理由(規則集の語、既定 other) / ground, a key of the rulebook");
  }

  void describe_transfer() {
    auto* transfer = add(&app, "transfer", "移転 / transfers", "sumi --store demo --as tanaka --for 4 transfer bulk list.csv --dry-run", {});
    auto* sub = add(transfer, "bulk", "一覧(CSV, XLSX)の移転を全部か無かで記帳する。列: from, to, amount か serials, credit_type, project, price, agreed_on, note / the transfers of a list, all or none",
        "sumi --store demo --as tanaka --for 4 transfer bulk list.csv --report done.csv", [this] { return run_transfer_bulk(context, bulk); });
    sub->add_option("file", bulk.file, "一覧 / the list")->required();
    sub->add_option("--report", bulk.report, "行ごとの結果を書くCSV / CSV with the result of every line");
    sub->add_flag("--dry-run", bulk.dry_run, "確かめるだけで記帳しない / judge only, enter nothing");
    sub->add_option("--expires", bulk.expires, "二人目の確認を待つ行の期限 / last day of lines that wait for a second person");
    sub->add_option("--on", bulk.on, "行為の日(既定は今日) / business date; default: today");
    sub->add_option("--again", bulk.again, "同じファイルをもう一度記帳するための名前 / a name, to enter the same file once more");
  }

  // The law of a register, and what a unit may be used for.
  void describe_law(CLI::App* registry) {
    auto* sub = add(registry, "law", "登録簿の規則と条文、この台帳での扱い / rules of a register, their articles, and what this ledger does", "sumi registry law --register jcm transfer_effect",
        [this] { return run_registry_law(context, law_register, key, on); });
    sub->add_option("rule", key, "規則の一つ(既定はすべて) / one rule; default: all");
    sub->add_option("--register", law_register, "j-credit (既定), jcm, gx-ets")->check(CLI::IsMember({"j-credit", "jcm", "gx-ets"}));
    sub->add_option("--on", on, "この日に適用されるもの / as of that day");
    sub = add(registry, "fees", "登録簿の手数料 / fees of a register", "sumi registry fees --register jcm", [this] { return run_registry_fees(context, law_register, on); });
    sub->add_option("--register", law_register, "j-credit (既定), jcm, gx-ets")->check(CLI::IsMember({"j-credit", "jcm", "gx-ets"}));
    sub->add_option("--on", on, "この日に適用されるもの / as of that day");
  }
  void describe_claim() {
    auto* claim = add(&app, "claim", "クレジットの主張 / what may be claimed with a credit", "sumi --store demo claim eligible 1:1-100 --for re100", {});
    auto* sub = add(claim, "eligible", "どのクレジットが用途に使えるか、なぜか / which units may serve a purpose, which not, and why",
        "sumi --store demo claim eligible 1:1-100 --for shk_adjusted_emissions --user 4 --year FY2025\n  sumi --store demo claim eligible 6 --all", [this] { return run_claim_eligible(context, eligible); });
    sub->add_option("units", eligible.units, "発行単位:始め-終わり、印字されたシリアル番号、又は口座番号 / BATCH:FIRST-LAST, serials as printed, or an account")->required();
    auto* purpose = sub->add_option("--for", eligible.purpose, "用途か制度(sumi rules show jcredit-registry/purposes, credit-eligibility/schemes) / purpose or scheme; those tables list them");
    auto* all = sub->add_flag("--all", eligible.all, "すべての用途と制度 / every purpose and scheme");
    purpose->excludes(all);
    add_number(sub, "--user", eligible.user, "クレジット利用者の事業者番号(既定は指定した口座の保有者) / who uses them; default: the holder of the account named");
    sub->add_option("--on", eligible.on, "使う日 / day of the use");
    sub->add_option("--year", eligible.year, "対象とする排出の年度 / fiscal year of the emissions");
  }

  static constexpr const char* data_columns =
      "モニタリングデータ CSV。見出し: 記号,期間,値,単位,分類,根拠資料 / monitoring data with the columns parameter,period,value,unit,class,evidence";

  void describe_register(CLI::App* project) {
    auto* sub = add(project, "admit", "会員名簿を受け付ける / admit the members of a list", "sumi --store demo --as tanaka --for 4 project admit 1 members.csv", [this] { return run_project_admit(context, number, file, on); });
    add_number(sub, "project", number, "プロジェクトの番号 / number of the project")->required();
    sub->add_option("list", file, "会員名簿 CSV。見出し: 会員番号,氏名又は名称,住所,入会申込日,開始日,対象期間,区分,設備番号,計器番号,同意の範囲,同意の終わり,根拠資料 / list of members with the columns "
                    "member,name,address,applied_on,start,period,list,equipment,meter,consent,consent_until,evidence")->required();
    sub->add_option("--on", on, "手続の日 / day of the admission");
    sub = add(project, "members", "会員の一覧 / members with their status and open matches", "sumi --store demo project members 1", [this] { return run_project_members(context, number, names); });
    add_number(sub, "project", number, "プロジェクトの番号 / number of the project")->required();
    sub->add_flag("--names", names, "封をした氏名と住所も示す / also show the sealed names and addresses");
    auto* sample = add(project, "sample", "標本 / samples of members", "sumi project sample size 168", {});
    sub = add(sample, "size", "必要な標本数 / size by the scheme's formula", "sumi project sample size 168", [this] { return run_sample_size(context, count); });
    add_number(sub, "population", count, "母集団の数 / size of the population")->required();
    sub = add(sample, "fix", "名簿を確定し、種を約束する / fix the list and commit to a seed", "sumi --store demo project sample fix 1 2026-04-01..2027-03-31 --seed-file seed.txt",
        [this] { return run_sample_fix(context, number, period, purpose, file, on); });
    add_number(sub, "project", number, "プロジェクトの番号 / number of the project")->required();
    sub->add_option("period", period, "報告の期間 / period of the report")->required();
    sub->add_option("--seed-file", file, "種を書くファイル(権限 0600) / file for the seed, mode 0600")->required();
    sub->add_option("--purpose", purpose, "monitoring (既定) / verification")->check(CLI::IsMember({"monitoring", "verification"}));
    sub->add_option("--on", on, "手続の日 / day of the act");
    sub = add(sample, "draw", "種を公表して抽出する / publish the seed and draw", "sumi --store demo project sample draw 1 1 --seed-file seed.txt", [this] { return run_sample_draw(context, number, account, file, words, on); });
    add_number(sub, "project", number, "プロジェクトの番号 / number of the project")->required();
    add_number(sub, "list", account, "確定した名簿の番号 / number of the fixed list")->required();
    sub->add_option("--seed-file", file, "fix が書いたファイル / file that `fix` wrote")->required();
    sub->add_option("--stratum", words, "層と数 home=12(全会員は =49) / stratum and size");
    sub->add_option("--on", on, "手続の日 / day of the act");
    sub = add(sample, "replay", "抽出し直して確かめる / draw again and compare", "sumi --store demo project sample replay 1 1", [this] { return run_sample_replay(context, number, account, file); });
    sub->add_option("--seed-file", file, "公表された種のファイル(既定は台帳の種) / file with the published seed; default: the register's");
    add_number(sub, "project", number, "プロジェクトの番号 / number of the project")->required();
    add_number(sub, "list", account, "確定した名簿の番号 / number of the fixed list")->required();
    sub = add(project, "share", "クレジット収益の配分 / share income among members, to the yen", "sumi project share tonnes.csv --yen 1234567 --rule per_tonne -o shares.csv", [this] { return run_project_share(context, file, count, rule, output); });
    sub->add_option("file", file, "member と tonnes (定額は yen) の CSV / CSV of member and tonnes, or yen")->required();
    add_number(sub, "--yen", count, "配分する額(円) / whole yen to share")->required();
    sub->add_option("--rule", rule, "per_tonne (既定) 削減量、equal 均等、fixed 定額 / by tonnes, equally, fixed amounts")->check(CLI::IsMember({"per_tonne", "equal", "fixed"}));
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(project, "report-form", "モニタリング報告書の様式に実績値を入れる / the report's form with actual values", "sumi project report-form plan.toml data.csv --period 2026-04-01..2027-03-31",
        [this] { return run_project_report_form(context, plan, data, period, output); });
    sub->add_option("plan", plan, "計画書 / the plan")->required();
    sub->add_option("data", data, data_columns)->required();
    sub->add_option("--period", period, "モニタリング期間 / monitoring period")->required();
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
  }

  void describe_project() {
    auto* project = add(&app, "project", "プロジェクト / projects", "sumi project new EN-S-001", {});
    auto* sub = add(project, "new", "計画書のひな形 / a commented plan", "sumi project new EN-S-001 -o plan.toml", [this] { return run_project_new(context, methodology, output, as_programme); });
    sub->add_option("methodology", methodology, "方法論の番号。一覧は sumi rules list methodologies / its number; that command lists them")->required();
    sub->add_flag("--programme", as_programme, "プログラム型の様式 / the form of the programme type");
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(project, "check", "登録の要件 R1-R11 / the rules of registration", "sumi project check plan.toml --on 2026-04-01", [this] { return run_project_check(context, plan, on, low_confidence); });
    sub->add_option("plan", plan, "計画書 / the plan")->required();
    sub->add_option("--on", on, "登録申請日 / day of the application");
    sub->add_flag("--allow-low-confidence", low_confidence, "信頼度の低い値も使う / also use values of low confidence");
    sub = add(project, "data", "モニタリングデータの表のひな形 / an empty table of monitoring data", "sumi project data plan.toml --period 2026-04-01..2027-03-31 -o data.csv",
        [this] { return run_project_data(context, plan, period, output); });
    sub->add_option("plan", plan, "計画書 / the plan")->required();
    sub->add_option("--period", period, "モニタリング期間 / monitoring period")->required();
    sub->add_option("-o,--output", output, "書き出すファイル / file to write");
    sub = add(project, "calculate", "排出削減量の計算 / calculate reductions", "sumi project calculate plan.toml data.csv --period 2026-04-01..2027-03-31",
        [this] { return run_project_calculate(context, plan, data, period, trace, low_confidence); });
    sub->add_option("plan", plan, "計画書 / the plan")->required();
    sub->add_option("data", data, data_columns)->required();
    sub->add_option("--period", period, "モニタリング期間 / monitoring period")->required();
    sub->add_option("--trace", trace, "計算の記録を書き出す / write the trace");
    sub->add_flag("--allow-low-confidence", low_confidence, "信頼度の低い値も使い、結果に示す / also use values of low confidence, and say so");
    describe_members(project);
    describe_find(project);
    sub = add(project, "support", "計画書作成と審査費用の支援を受けられるか / would the scheme help with this plan", "sumi project support plan.toml --body small_company", [this] { return run_project_support(context, plan, on, body); });
    sub->add_option("plan", plan, "計画書 / the plan")->required();
    sub->add_option("--on", on, "支援の申請日 / day of the application for support");
    sub->add_option("--body", body, "small_company, local_government, public_interest, other")->check(CLI::IsMember({"small_company", "local_government", "public_interest", "other"}));
    add(project, "follow-up", "登録後に認証のないプロジェクト / registered and never certified", "sumi --store demo project follow-up", [this] { return run_project_follow_up(context); });
    describe_forest(project);
    describe_work(project);
    describe_register(project);
    add(project, "list", "台帳のプロジェクト / projects of the store", "sumi --store demo project list", [this] { return run_project_list(context); });
  }

  void describe_forest(CLI::App* project) {
    auto* sub = add(project, "stands", "林分と収穫予想表から、計画書の行とモニタリングデータ / rows of a forest's plan from stands and yield table",
        "sumi project stands stands.csv --yield yield.csv --year FY2024\n  sumi project stands stands.csv --yield yield.csv --year FY2024 --to FY2027 --data -o data.csv", [this] { return run_project_stands(context, stands); });
    sub->add_option("stands", stands.stands, "林分の一覧 CSV / the stands")->required();
    sub->add_option("--yield", stands.yield, "収穫予想表 CSV / the yield table")->required();
    sub->add_option("--year", stands.year, "年度 / fiscal year")->required();
    auto* data_flag = sub->add_flag("--data", stands.data, "モニタリングデータを書く / write monitoring data");
    sub->add_option("--to", stands.to, "データの最後の年度 / last year of the data")->needs(data_flag);
    sub->add_option("--interpolation", stands.interpolation, "表にない林齢: none 拒否、linear 直線補間 / ages between those of the table")->check(CLI::IsMember({"none", "linear"}));
    sub->add_option("-o,--out", stands.output, "書き出すファイル / file to write");
    sub = add(project, "due", "期日のあるもの(報告、補正、補填) / what the store's projects still owe, and by when", "sumi --store demo project due --on 2035-08-01", [this] { return run_project_due(context, on); });
    sub->add_option("--on", on, "この日で見る / as of that day");
  }

  void describe_members(CLI::App* project) {
    auto* sub = add(project, "calculate-members", "プログラム型の会員ごとの計算 / calculate a programme's members",
        "sumi project calculate-members plan.toml members.csv data.csv --period FY2026", [this] { return run_project_calculate_members(context, programme); });
    sub->add_option("plan", programme.plan)->required();
    sub->add_option("members", programme.members, "会員一覧(CSV) / list of members")->required();
    sub->add_option("data", programme.data, "会員のモニタリングデータ(CSV) / the members' monitoring data")->required();
    sub->add_option("--period", programme.period, "モニタリング期間 / monitoring period")->required();
    sub->add_option("--member", programme.member, "この会員の計算の記録を表示 / print this member's trace");
    sub->add_option("--activity", programme.activity, "会員が複数の活動に参加する場合 / of a member with several activities");
    sub->add_option("--trace", programme.trace, "全体の計算の記録を書き出す / write the programme's trace");
    sub->add_option("--tonnes", programme.tonnes, "会員ごとの削減量を書き出す(share が読む形) / write each member's tonnes, as `share` reads them");
    sub->add_option("--replay", programme.replay, "会員の計算の記録を計算し直す / calculate a member's trace again");
    sub->add_flag("--check", programme.only_check, "データの確認だけを行う / only check the data");
    sub->add_flag("--allow-low-confidence", programme.low_confidence, "信頼度の低い値も使い、結果に示す / also use values of low confidence, and say so");
  }

  void describe_work(CLI::App* project) {
    auto* sub = add(project, "package", "審査機関のための一式(台帳なしで再計算できる) / all that a verifier needs without the store",
        "sumi --store demo project package 1 1 --out report-1.sumi", [this] { return run_project_package(context, work_project, work_report, output); });
    sub->add_option("project", work_project, "プロジェクトの番号 / project")->required();
    sub->add_option("report", work_report, "報告書の番号 / report")->required();
    sub->add_option("--out", output, "書き出すファイル / file to write")->required();
    sub = add(project, "recalculate", "一式を再計算し、署名した回答を作る / calculate a package again, sign a return",
        "sumi project recalculate report-1.sumi --figures own.csv --sign verifier.key --verifier 3 --out return.txt", [this] { return run_project_recalculate(context, recalculation); });
    sub->add_option("package", recalculation.package, "一式 / the package")->required();
    sub->add_option("--figures", recalculation.figures, "審査機関自身の数値 CSV(methodology,vintage,tonnes) / the verifier's own figures");
    auto* sign = sub->add_option("--sign", recalculation.sign, "審査機関の鍵 / the verifier's key");
    auto* verifier = sub->add_option("--verifier", recalculation.verifier, "審査機関の事業者番号 / the verifier's organisation");
    auto* out = sub->add_option("--out", recalculation.output, "署名した回答 / the signed return");
    sign->needs(verifier)->needs(out);
    out->needs(sign);
    sub = add(project, "accept", "署名した回答を確かめ、検証として記録する / check a signed return and record the verification",
        "sumi --store demo --as mori --for 3 project accept return.txt", [this] { return run_project_accept(context, file); });
    sub->add_option("return", file, "回答 / the return")->required();
    sub = add(project, "retention", "根拠資料の保存期限 / until when evidence must be kept", "sumi --store demo project retention --on 2037-05-01", [this] { return run_project_retention(context, on); });
    sub->add_option("--on", on, "この日で見る / as of that day");
    sub = add(project, "letter", "通知の内容を JSON で / the data of a letter as JSON", "sumi --store demo project letter 1 --report 1", [this] { return run_project_letter(context, work_project, work_report); });
    sub->add_option("project", work_project, "プロジェクトの番号 / project")->required();
    add_number(sub, "--report", work_report, "報告書の番号(なければ登録) / report; without one: the registration");
  }

  void describe_config() {
    auto* config = add(&app, "config", "サーバーの設定ファイル / the server's configuration file", "sumi config check sumi.toml", nullptr);
    auto* sub = add(config, "show", "設定を、説明付きの TOML で示す / the settings as a commented TOML file", "sumi config show --defaults > sumi.toml", [this] { return run_config_show(context, file); });
    auto* shown_file = sub->add_option("file", file, "設定ファイル(なければ既定の値) / the file; without one: the defaults");
    sub->add_flag_callback("--defaults", [] {}, "既定の値を示す / show the defaults")->excludes(shown_file);
    sub = add(config, "check", "設定ファイルと、それが指すファイルを確かめる / check the file and what it names", "sumi config check sumi.toml", [this] { return run_config_check(context, file); });
    sub->add_option("file", file, "設定ファイル / the file")->required();
  }

  void describe_find(CLI::App* project) {
    auto* sub = add(project, "find", "設備一覧から、クレジットになり得るものを探す / what of a list of equipment could become credits",
        "sumi project find --make-map list.xlsx -o map.toml\n  sumi project find list.xlsx --columns map.toml --programmes programmes.csv --out result.csv", [this] { return run_project_find(context, find); });
    sub->add_option("list", find.list, "設備一覧 CSV(UTF-8、cp932)か XLSX / the list")->required();
    auto* map = sub->add_flag("--make-map", find.make_map, "列名から対応表を推測して書く(-o、既定 MAP.toml) / guess the columns and write them");
    sub->add_option("--columns", find.columns, "対応表 MAP.toml / the map of the columns")->excludes(map);
    sub->add_option("--sheet", find.sheet, "シート名 / sheet of a workbook");
    sub->add_option("--on", find.on, "申請予定日 / planned day of the application");
    sub->add_option("--programmes", find.programmes, "登録済みプログラムの一覧 CSV(なければ --store のもの) / registered programmes; default: those of --store");
    sub->add_option("--operator", find.operator_name, "新しいプログラムの運営・管理者(属性 b, c) / operator of a new programme");
    sub->add_option("--price", find.prices, "円/t-CO2、または 区分=円 / yen per tCO2, or CATEGORY=yen");
    sub->add_option("-o,--out", find.output, "書き出すファイル / file to write");
    sub->add_option("--application", find.application, "まとめて申請できる行の案を書くフォルダー / folder for the drafts of applications");
  }
};

// The words that were typed, by the last command that was understood.
CLI::App* deepest(CLI::App* app) {
  for (auto below = app->get_subcommands(); !below.empty(); below = app->get_subcommands()) app = below.back();
  return app;
}
std::string typed(const CLI::App* app) { return (app->get_parent() == nullptr ? std::string() : typed(app->get_parent()) + " ") + app->get_name(); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : ", ") + w;
  return out;
}
// An unknown word, with the known one that is nearest to it.
Error unknown(const sumi::ErrorDef& def, const std::string& word, const std::vector<std::string>& known, const CLI::App* app) {
  const std::string near(sumi::wire::nearest(word, {known.begin(), known.end()}));
  return sumi::make_error(def, {{"text", shown(word)}, {"near_ja", near.empty() ? "" : "近いもの: " + near + "。"}, {"near_en", near.empty() ? "" : "near to it: " + near + "; "},
                                   {"command", typed(app)}, {"known", joined(known)}});
}

// CLI11 says what is wrong in English and without a remedy: this says it as every other refusal is said.
Error usage_error(const CLI::ParseError& e, Program& program) {
  auto* app = deepest(&program.app);
  std::vector<std::string> commands, options;
  for (const auto* sub : app->get_subcommands([](CLI::App*) { return true; })) commands.push_back(sub->get_name());
  for (const auto* a = app; a != nullptr; a = a->get_parent()) {
    for (const auto* o : a->get_options()) {
      for (const auto& name : o->get_lnames()) options.push_back("--" + name);
    }
  }
  const std::string example = program.examples.contains(app) ? program.examples[app] : "sumi --help";
  const auto extras = program.app.remaining(true);
  if (!extras.empty()) {
    const std::string& word = extras.front();
    const bool option = word.size() > 1 && word.front() == '-';
    if (option) return unknown(errors::option_unknown, word, options, app);
    if (!commands.empty()) return unknown(errors::command_unknown, word, commands, app);
    return sumi::make_error(errors::argument_extra, {{"text", shown(word)}, {"example", example}});
  }
  const std::string what = e.what();
  if (e.get_name() == "RequiredError") {
    const auto name = what.substr(0, what.find(" is required"));
    if (name == "A subcommand") return sumi::make_error(errors::command_missing, {{"command", typed(app)}, {"known", joined(commands)}});
    return sumi::make_error(errors::argument_missing, {{"name", name}, {"example", example}});
  }
  if (e.get_name() == "ArgumentMismatch") return sumi::make_error(errors::argument_missing, {{"name", what.substr(0, what.find(": "))}, {"example", example}});
  if (const auto in = what.find(" not in {"), colon = what.find(": "); in != std::string::npos && colon < in) {
    return sumi::make_error(errors::argument_value, {{"name", what.substr(0, colon)}, {"text", shown(what.substr(colon + 2, in - colon - 2))}, {"known", what.substr(in + 9, what.rfind('}') - in - 9)}});
  }
  return sumi::make_error(errors::usage, {{"what", what}});
}

// Language and form of an error that is found before all arguments are read.
void look_ahead(Context& context, int argc, char** argv) {
  const char* language = std::getenv("SUMI_LANGUAGE");
  std::string chosen = language == nullptr ? "" : language;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--json") context.json = true;
    if (word == "--language" && i + 1 < argc) chosen = argv[i + 1];
    if (word.starts_with("--language=")) chosen = word.substr(11);
  }
  if (chosen == "en") context.language = sumi::Language::en;
}

int run(Program& program, int argc, char** argv) {
  try {
    program.app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return program.app.exit(e);
    return report(usage_error(e, program), program.context);
  } catch (const Refused& e) {
    return report(e.error, program.context);
  }
  program.context.command = typed(deepest(&program.app));
  const auto given = [&](const char* option) {
    return std::any_of(argv + 1, argv + argc, [&](const char* word) { return word == std::string_view(option) || std::string_view(word).starts_with(std::string(option) + "="); });
  };
  if (const auto settled = settle_place(program.context, given("--server"), given("--store")); !settled) return report(settled.error(), program.context);
  return program.chosen();
}

}  // namespace

int main(int argc, char** argv) {
  Program program;
  program.context.program = argv[0];
  look_ahead(program.context, argc, argv);
  int code = 0;
  try {
    program.describe();
    code = run(program, argc, argv);
  } catch (const std::exception& e) {
    return report(sumi::make_error(sumi::errors::invariant_broken, {{"reason", e.what()}}), program.context);
  }
  // A full disk behind standard output is no success.
  if (!std::cout.flush()) {
    const auto place = program.context.say("標準出力", "standard output");
    const int unwritten = report(sumi::make_error(sumi::errors::file_unwritable, {{"file", place}, {"reason", program.context.say("書込みの失敗", "a write failed")}}), program.context);
    return code == 0 ? unwritten : code;
  }
  return code;
}
