#include "cli/serve_commands.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

#include "base/file.h"
#include "base/sha256.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "http/access_log.h"
#include "http/api.h"
#include "http/limits.h"
#include "http/metrics.h"
#include "http/server.h"
#include "http/static_files.h"
#include "http/workers.h"
#include "scheme/names.h"
#include "service/config.h"
#include "service/events.h"
#include "service/identity.h"
#include "service/mail.h"
#include "service/totp.h"

namespace sumi::cli {

namespace fs = std::filesystem;

namespace {

// Time writes what is due (a request lapses, a deadline passes), once a second.
class Ticking {
 public:
  explicit Ticking(service::Ledger& ledger) : ledger_(ledger), thread_([this] { run(); }) {}
  ~Ticking() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }
  Ticking(const Ticking&) = delete;
  Ticking& operator=(const Ticking&) = delete;

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
      lock.unlock();
      // A refusal here is a ledger that is broken; whoever asks next is told so.
      static_cast<void>(ledger_.advance_time());
      lock.lock();
      changed_.wait_for(lock, std::chrono::seconds(1), [this] { return ending_; });
    }
  }
  service::Ledger& ledger_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::thread thread_;
};

Result<service::Config> config_of(const ServeOptions& options, Context& context) {
  service::Config config;
  if (!options.config.empty()) {
    SUMI_TRY(config, service::load_config(options.config));
  }
  if (!options.address.empty()) config.server.address = options.address;
  if (options.port) config.server.port = *options.port;
  if (!options.base_url.empty()) config.server.base_url = options.base_url;
  if (!options.web.empty()) config.server.web = options.web;
  if (context.store.empty()) context.store = config.store.folder;
  if (context.signing_key.empty()) context.signing_key = config.store.signing_key;
  if (context.rulebook.empty()) context.rulebook = config.store.rulebook;
  if (context.store.empty()) return fail(errors::store_not_named);
  config.store.folder = context.store;
  SUMI_CHECK(service::check_config(config));
  return config;
}

// The folder of the page: as set, or the one that the build puts beside the program's tree.
std::string web_folder(const service::Config& config, const Context& context) {
  if (!config.server.web.empty()) return config.server.web;
  std::error_code ignored;
  const fs::path program = fs::weakly_canonical(context.program, ignored);
  for (const auto& place : {program.parent_path() / "web", program.parent_path().parent_path() / "web", program.parent_path().parent_path() / "share" / "sumi" / "web"}) {
    if (fs::exists(place / "index.html", ignored)) return place.string();
  }
  return {};
}

// Everybody's on a demo store.
constexpr std::string_view demo_password = "sumi-demo-2026";

// Everybody of the story can sign in; the second factor's secret follows from the login, so that a demo is the same wherever it is made.
Result<void> make_demo_logins(const service::Ledger& ledger, service::Identity& identity) {
  SUMI_TRY(const auto persons, ledger.people().persons());
  for (const auto& person : persons) {
    const Hash hash = sha256("sumi demo " + person.login);
    SUMI_CHECK(identity.make_demo_login(person.id, std::string(demo_password), service::to_base32(BytesView(hash.bytes.data(), 20))));
  }
  return {};
}

// A demo or training store with the examples' story, made beside its place and moved there whole, so that an interrupted start leaves none.
Result<bool> make_demo(const ServeOptions& options, Context& context) {
  std::error_code ignored;
  if (fs::exists(context.store, ignored)) return false;
  SUMI_TRY(const std::string rulebook, context.rulebook_folder());
  const fs::path story = fs::path(rulebook).parent_path() / "examples" / "demo" / "story.inc";
  if (!fs::exists(story, ignored)) return fail(errors::usage, {{"what", "--demo: " + story.string()}});
  if (context.signing_key.empty()) context.signing_key = context.store + ".key";
  if (!fs::exists(context.signing_key, ignored)) {
    if (const auto folder = fs::path(context.signing_key).parent_path(); !folder.empty()) fs::create_directories(folder, ignored);
    SUMI_TRY(const auto key, journal::SigningKey::generate("demo.sumi.example.jp"));
    SUMI_CHECK(key.save(context.signing_key));
  }
  Context making = context;
  making.store = context.store + ".making";
  making.json = false;
  fs::remove_all(making.store, ignored);
  if (const auto folder = fs::path(making.store).parent_path(); !folder.empty()) fs::create_directories(folder, ignored);
  print(context.say("例の物語から台帳を作ります: ", "making a store out of the examples' story: ") + context.store + "\n");
  InitOptions init;
  init.kind = options.demo;
  init.operator_name = options.demo == "training" ? "J-クレジット制度事務局(研修)" : "J-クレジット制度事務局(演習)";
  init.time = "2024-04-01";
  if (run_init(making, init) != 0 || run_play(making, story.string(), false) != 0) return fail(errors::case_failed, {{"text", story.string()}});
  {
    SUMI_TRY(const auto ledger, making.open());
    SUMI_TRY(const auto identity, service::Identity::open(*ledger, service::system_clock()));
    SUMI_CHECK(make_demo_logins(*ledger, *identity));
  }
  fs::rename(making.store, context.store, ignored);
  return true;
}

// A store that stood already: the demo's people and their passwords are told of a demo only.
Result<void> check_demo_kind(const service::Ledger& ledger, const Context& context, const ServeOptions& options) {
  auto kind = scheme::StoreKind::production;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { kind = state.meta().kind; }));
  constexpr std::array<Words, 3> table{{{"production", "本番", "production"}, {"demo", "デモ", "demo"}, {"training", "研修", "training"}}};
  const auto words = word_at(table, kind);
  if (words.key == options.demo) return {};
  return fail(errors::demo_other_kind, {{"store", context.store}, {"kind_ja", std::string(words.ja)}, {"kind", std::string(words.en)}, {"asked", "--" + options.demo}});
}

void print_demo_logins(const Context& context, service::Ledger& ledger) {
  const auto persons = ledger.people().persons();
  if (!persons) return;
  // The line as it can be typed in another terminal of the same folder.
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  const std::string code = (program.empty() ? "sumi" : fs::proximate(program, ignored).string()) + " --store " + context.store + " demo code ";
  print(context.say("\nデモの利用者 (パスワードは全員 ", "\ndemo logins (password of all: ") + std::string(demo_password) +
        context.say("、確認コードは別の画面で ", "; the code, in another terminal: ") + code + context.say("利用者)\n", "LOGIN)\n"));
  static_cast<void>(ledger.read([&](const scheme::State& state) {
    for (const auto& person : *persons) {
      std::string line = "  " + person.login;
      line.append(line.size() < 14 ? 14 - line.size() : 1, ' ');
      bool any = false;
      for (const auto& [key, row] : state.grants()) {
        if (key.person != person.id) continue;
        const auto* organisation = state.organisations().find(key.organisation);
        line += (any ? ", " : "") + (organisation == nullptr ? std::string("-") : organisation->name_on(state.now().date_in_japan())) + " " + wire::word_of(key.role);
        any = true;
      }
      if (any) print(line + "\n");
    }
  }));
}

void wait_for_signal() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  int which = 0;
  sigwait(&signals, &which);
}

void block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  // A connection that went away is told by write itself.
  std::signal(SIGPIPE, SIG_IGN);
}

http::ServerOptions server_options(const service::Config& config) {
  http::ServerOptions options;
  options.address = config.server.address;
  options.port = config.server.port;
  options.certificate_file = config.server.tls_certificate;
  options.key_file = config.server.tls_key;
  options.trusted_proxy = config.server.trusted_proxy;
  options.threads = config.server.threads != 0 ? config.server.threads : std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  options.connections_max = config.limits.connections;
  options.connections_per_peer_max = config.limits.connections_per_address;
  options.stop_time = std::chrono::seconds(config.limits.stop_seconds);
  return options;
}

Result<void> serve(Context context, const ServeOptions& options) {
  SUMI_TRY(auto config, config_of(options, context));
  // What the administrator may adopt: the packs that the page offers.
  if (const auto folder = context.rulebook_folder()) config.store.rulebook = *folder;
  block_signals();
  bool made = false;
  if (!options.demo.empty()) {
    SUMI_TRY(made, make_demo(options, context));
    std::error_code ignored;
    if (context.signing_key.empty() && fs::exists(context.store + ".key", ignored)) context.signing_key = context.store + ".key";
  }
  std::optional<journal::SigningKey> key;
  if (!context.signing_key.empty()) {
    SUMI_TRY(auto loaded, context.key());
    key.emplace(std::move(loaded));
  }
  SUMI_TRY(const auto ledger, context.open());
  if (!options.demo.empty()) SUMI_CHECK(check_demo_kind(*ledger, context, options));
  for (const auto& remark : ledger->opening_remarks()) std::cerr << remark << "\n";
  SUMI_TRY(const auto rulebook, ledger->rulebook());
  const auto leads = service::lead_times(*rulebook);
  SUMI_TRY(auto mail_options, service::mail_options(config));
  SUMI_TRY(const auto mail, service::MailRoom::open(*ledger, service::system_clock(), std::move(mail_options), leads));
  service::IdentityOptions identity_options;
  identity_options.session_idle_ms = std::int64_t{config.session.idle_minutes} * 60'000;
  identity_options.session_whole_ms = std::int64_t{config.session.absolute_hours} * 3'600'000;
  identity_options.second_factor_ms = std::int64_t{config.session.second_factor_minutes} * 60'000;
  identity_options.reset_link_ms = std::int64_t{config.session.reset_minutes} * 60'000;
  identity_options.invitation_ms = std::int64_t{config.session.invitation_days} * 86'400'000;
  identity_options.mail = [&mail](const service::IdentityMail& m) { mail->tell(m); };
  SUMI_TRY(const auto identity, service::Identity::open(*ledger, service::system_clock(), std::move(identity_options)));
  service::FeedOptions feed_options;
  feed_options.listeners_max = config.limits.event_streams;
  service::Feed feed(*ledger, service::system_clock(), leads, feed_options);
  http::Workers workers(http::limits::background_threads, http::limits::background_waiting_max);
  http::Workers hashers(http::limits::hashing_threads, http::limits::hashing_waiting_max);
  http::Metrics metrics;
  metrics.add(http::Metrics::Kind::counter, "sumi_journal_entries", "Entries of the journal.", [&] { return ledger->last().value; });
  metrics.add(http::Metrics::Kind::gauge, "sumi_sessions", "Sessions that are open.", [&] { return static_cast<std::uint64_t>(identity->sessions_live()); });

  std::optional<http::StaticFiles> files;
  if (const auto folder = web_folder(config, context); !folder.empty()) {
    SUMI_TRY(auto loaded, http::StaticFiles::load(folder));
    files.emplace(std::move(loaded));
  }
  http::Office office{*ledger, *identity, service::system_clock()};
  office.config = &config;
  office.feed = &feed;
  office.mail = mail.get();
  office.key = key ? &*key : nullptr;
  office.metrics = &metrics;
  office.background = [&workers](std::function<void()> work) { return workers.run(std::move(work)); };
  office.hashing = [&hashers](std::function<void()> work) { return hashers.run(std::move(work)); };
  http::Api api(std::move(office), [&files](const http::Request& request) -> std::optional<http::Response> {
    if (!files) return std::nullopt;
    return files->answer(request);
  });

  auto server_settings = server_options(config);
  server_settings.observers.push_back(&metrics);
  std::unique_ptr<http::AccessLog> log;
  if (config.log.access) {
    SUMI_TRY(log, http::AccessLog::open(config.log.file));
    server_settings.observers.push_back(log.get());
  }
  SUMI_TRY(const auto server, http::Server::start(server_settings, api));
  metrics.add_server(*server);
  config.server.port = server->port();
  mail->start();
  {
    const Ticking ticking(*ledger);
    print(context.say("開いています: ", "listening: ") + service::base_url_of(config) + "\n");
    if (!files) print(context.say("ページのファイルがありません(APIだけです)。./dev web で作ります。\n", "the page's files are not there (API only); ./dev web makes them\n"));
    if (made || !options.demo.empty()) print_demo_logins(context, *ledger);
    SUMI_TRY(const auto code, identity->first_start_code());
    if (code) print(context.say("管理者の初回コード(一度だけ使えます): ", "the administrator's first code, for once: ") + *code + "\n" + context.say("  次で設定します: ", "  set the password at: ") + service::base_url_of(config) + "/reset/" + *code + "\n");
    print(context.say("止めるには Ctrl-C\n", "Ctrl-C stops it\n"));
    std::cout.flush();
    wait_for_signal();
    print(context.say("受け付けた要求を終えて止まります\n", "stopping: what was accepted is finished\n"));
    std::cout.flush();
  }
  server->stop();
  feed.stop();
  mail->stop();
  return {};
}

}  // namespace

int run_serve(const Context& context, const ServeOptions& options) {
  return guarded(context, [&] { return serve(context, options); });
}

}  // namespace sumi::cli
