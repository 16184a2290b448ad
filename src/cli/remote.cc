#include "cli/remote.h"

#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <iostream>
#include <thread>
#include <utility>

#include "base/errors.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "claim/errors.h"
#include "cli/errors.h"
#include "http/errors.h"
#include "http/transport_errors.h"
#include "journal/errors.h"
#include "outbound/errors.h"
#include "project/errors.h"
#include "registry/errors.h"
#include "report/errors.h"
#include "rulebook/errors.h"
#include "rulebook/formula_errors.h"
#include "scheme/errors.h"
#include "service/errors.h"
#include "store/errors.h"
#include "wire/errors.h"
#include "wire/json.h"

namespace sumi::cli {

namespace {

// The refusals that a server can answer with.
const ErrorDef* known_def(std::string_view code) {
  const std::array lists{sumi::errors::base_errors(), wire::errors::wire_errors(), rulebook::rulebook_errors(), rulebook::formula_errors(), scheme::errors::list(),
      registry::errors::list(), claim::errors::list(), project::errors::project_errors(), journal::errors::journal_errors(), store::errors::list(), report::errors::report_errors(),
      outbound::errors::list(), service::errors::list(), http::errors::http_errors(), http::errors::transport_errors()};
  for (const auto list : lists) {
    for (const ErrorDef* def : list) {
      if (qualified_name(*def) == code) return def;
    }
  }
  return nullptr;
}

ErrorKind kind_of(long status) {
  if (status == 429 || status == 503) return ErrorKind::busy;
  if (status >= 500) return ErrorKind::damaged;
  return status == 401 || status == 403 || status == 409 || status == 412 ? ErrorKind::refused : ErrorKind::bad_input;
}

// Names and sources point into texts that stand as long as the program: an error's definition is a constant everywhere else.
std::string_view kept(std::string text) {
  static std::deque<std::string> texts;
  return texts.emplace_back(std::move(text));
}

// The server's sentences are filled already: they stand as the arguments of a definition with its number, name and kind. A finding has them as ja and en, or within text and remedy.
Error error_of(const Tree& told, long status) {
  static std::deque<ErrorDef> defs;
  const std::string code = text_at(told, "code");
  const auto* known = known_def(code);
  ErrorDef def{};
  if (known != nullptr) def = *known;
  if (known == nullptr) {
    const auto dot = code.find('.');
    def.room = kept(code.substr(0, dot));
    def.name = kept(dot == std::string::npos ? "" : code.substr(dot + 1));
    def.number = static_cast<std::uint16_t>(std::strtoul(text_at(told, "number").c_str(), nullptr, 10));
    def.kind = kind_of(status);
  }
  def.ja = "{ja}", def.en = "{en}", def.remedy_ja = "{remedy_ja}", def.remedy_en = "{remedy_en}";
  def.source = kept(text_at(told, "source"));
  Error error{&defs.emplace_back(def), {}, {}, {}};
  const bool nested = told.find("text") != nullptr;
  constexpr std::array<std::array<const char*, 3>, 4> texts{{{"ja", "ja", "text.ja"}, {"en", "en", "text.en"}, {"remedy_ja", "remedy_ja", "remedy.ja"}, {"remedy_en", "remedy_en", "remedy.en"}}};
  for (const auto& [name, flat, deep] : texts) error.args.emplace_back(name, text_at(told, nested ? deep : flat));
  const auto whole = [&](const char* key) { return static_cast<std::uint32_t>(std::strtoul(text_at(told, key).c_str(), nullptr, 10)); };
  error.place = {text_at(told, "path"), whole("line"), whole("column")};
  return error;
}

// A problem document: the first finding, where there are any, is the refusal itself with its place.
Error problem_of(const Tree& problem, long status) {
  Error error = error_of(problem, status);
  const auto* findings = problem.find("errors");
  if (findings == nullptr) return error;
  for (std::size_t i = 0; i < findings->items.size(); ++i) {
    Error one = error_of(findings->items[i], status);
    if (i == 0) error.place = one.place;
    else error.also.push_back(std::move(one));
  }
  return error;
}

Result<std::string> token_of(const Context& context) {
  if (!context.token_file.empty()) {
    SUMI_TRY(const auto text, read_file(context.token_file, limits::toml_file_bytes_max));
    return trim(text);
  }
  const char* token = std::getenv("SUMI_TOKEN");
  return trim(token == nullptr ? "" : token);
}

const std::string base = "/api/v1";

}  // namespace

Error told_error(const Tree& told, const std::string& file) {
  Error error = error_of(told, 422);
  error.place.file = file;
  return error;
}

Result<void> list_refusals(const Tree& told, const std::string& file) {
  std::vector<Error> wrong;
  const auto add = [&](const Tree* findings, std::uint32_t line) {
    for (const Tree& f : findings == nullptr ? std::vector<Tree>{} : findings->items) {
      if (text_at(f, "weight") != "refuses") continue;
      Error error = told_error(f, file);
      if (error.place.line == 0) error.place.line = line;
      wrong.push_back(std::move(error));
    }
  };
  add(told.find("findings"), 0);
  if (const auto* rows = told.find("report")) {
    for (const Tree& row : rows->items) {
      if (text_at(row, "good") == "false") add(row.find("findings"), static_cast<std::uint32_t>(std::strtoul(text_at(row, "line").c_str(), nullptr, 10)));
    }
  }
  if (wrong.empty()) return {};
  Error first = std::move(wrong.front());
  first.also.assign(std::make_move_iterator(wrong.begin() + 1), std::make_move_iterator(wrong.end()));
  return fail(std::move(first));
}

std::string new_key() {
  Id128 id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return id.to_hex();
}

std::string text_at(const Tree& tree, std::string_view path) {
  const auto dot = path.find('.');
  const Tree* found = tree.find(path.substr(0, dot));
  if (found == nullptr) return {};
  return dot == std::string_view::npos ? found->text : text_at(*found, path.substr(dot + 1));
}

std::string words_at(const Context& context, const Tree& tree, std::string_view path) {
  return text_at(tree, std::string(path) + (path.empty() ? "" : ".") + (context.language == Language::ja ? "ja" : "en"));
}

Result<Remote> Remote::open(const Context& context) {
  outbound::ApiServer server;
  server.url = context.server;
  server.authority = context.authority;
  if (!context.authority.empty()) {
    if (const auto there = read_file(context.authority, limits::toml_file_bytes_max); !there) return fail(there.error());
  }
  SUMI_TRY(server.token, token_of(context));
  SUMI_TRY(auto client, outbound::ApiClient::make(std::move(server)));
  Remote remote(std::move(client));
  remote.quiet_ = context.json || ::isatty(STDERR_FILENO) == 0;
  remote.headers_.emplace_back("Accept-Language", context.language == Language::ja ? "ja" : "en");
  if (!context.on_behalf.empty()) {
    const auto number = Integer::parse(to_half_width(context.on_behalf));
    const auto value = number ? number->to_u64() : std::nullopt;
    if (!value || *value == 0) return fail(errors::number_syntax, {{"text", context.on_behalf}}, {"--for"});
    remote.headers_.emplace_back("Sumi-Organisation", std::to_string(*value));
  }
  return remote;
}

// `accepted`: the type that the answer must be of; "" = any.
Result<std::string> Remote::send(outbound::ApiRequest request, std::string_view accepted) {
  request.path = base + request.path;
  request.headers.insert(request.headers.end(), headers_.begin(), headers_.end());
  SUMI_TRY(auto answer, client_.send(request));
  const auto strange = [&] {
    return fail(outbound::errors::api_answer, {{"host", host()}, {"what", std::to_string(answer.status) + " " + (answer.content_type.empty() ? "-" : answer.content_type.substr(0, 60))}});
  };
  if (answer.status >= 200 && answer.status < 300) {
    const bool none = answer.status == 204 || answer.body.empty();
    if (!none && !accepted.empty() && answer.content_type != accepted) return strange();
    return std::move(answer.body);
  }
  if (answer.content_type != "application/problem+json") return strange();
  const auto problem = wire::parse_json(answer.body, "");
  if (!problem || text_at(*problem, "code").empty()) return strange();
  return fail(problem_of(*problem, answer.status));
}

Result<Tree> Remote::tree_of(Result<std::string> answer) const {
  if (!answer) return fail(std::move(answer).error());
  if (answer->empty()) return Tree{};
  auto tree = wire::parse_json(*answer, "");
  if (!tree) return fail(strange("JSON"));
  return tree;
}

Error Remote::strange(const std::string& what) const { return make_error(outbound::errors::api_answer, {{"host", host()}, {"what", what}}); }

Result<Tree> Remote::get(const std::string& path) {
  outbound::ApiRequest request;
  request.path = path;
  return tree_of(send(std::move(request), "application/json"));
}

Result<std::vector<Tree>> Remote::list(const std::string& path) {
  std::vector<Tree> all;
  const std::string first = path + (path.find('?') == std::string::npos ? "?" : "&") + "limit=500";
  std::string next;
  do {
    SUMI_TRY(Tree page, get(next.empty() ? first : first + "&cursor=" + outbound::url_text(next)));
    const auto items = std::find_if(page.members.begin(), page.members.end(), [](const auto& m) { return m.first == "items"; });
    if (items == page.members.end()) return fail(strange(path));
    std::move(items->second.items.begin(), items->second.items.end(), std::back_inserter(all));
    const auto following = text_at(page, "next");
    if (!following.empty() && following == next) return fail(strange(path));
    next = following;
  } while (!next.empty());
  return all;
}

Result<std::string> Remote::file(const std::string& path) {
  outbound::ApiRequest request;
  request.path = path;
  return send(std::move(request), "");
}

Result<Tree> Remote::post(const std::string& path, const Tree& body, std::vector<std::pair<std::string, std::string>> headers) {
  headers.emplace_back("Idempotency-Key", new_key());
  outbound::ApiRequest request{"POST", path, "application/json", wire::to_json(body, false), std::move(headers), true};
  return tree_of(send(std::move(request), "application/json"));
}

Result<Tree> Remote::post_keyed(const std::string& path, const Tree& body, const std::string& key) {
  outbound::ApiRequest request{"POST", path, "application/json", wire::to_json(body, false), {{"Idempotency-Key", key}}, true};
  return tree_of(send(std::move(request), "application/json"));
}

Result<Tree> Remote::upload(const std::string& path, std::string_view type, std::string bytes) {
  outbound::ApiRequest request{"POST", path, std::string(type), std::move(bytes), {{"Idempotency-Key", new_key()}}, true};
  return tree_of(send(std::move(request), "application/json"));
}

Result<Tree> Remote::upload_and_wait(const std::string& path, std::string_view type, const std::string& bytes, const std::string& field) {
  SUMI_TRY(const Tree job, done_job({"POST", path, std::string(type), bytes, {{"Idempotency-Key", new_key()}}, true}));
  const auto* answer = job.find(field);
  if (answer == nullptr) return fail(strange(field));
  return *answer;
}

Result<std::string> Remote::made_file(const std::string& path) {
  SUMI_TRY(const Tree job, done_job({"POST", path, "", "", {{"Idempotency-Key", new_key()}}, true}));
  const auto made = text_at(job, "result");
  if (!made.starts_with(base)) return fail(strange("result"));
  return file(made.substr(base.size()));
}

Result<Tree> Remote::done_job(const outbound::ApiRequest& begin) {
  constexpr int times_max = 3;
  Tree job;
  for (int i = 0; i < times_max; ++i) {
    SUMI_TRY(const Tree begun, tree_of(send(begin, "application/json")));
    SUMI_TRY(job, waited_for(text_at(begun, "id")));
    if (text_at(job, "state") == "done") return job;
    if (const auto* problem = job.find("problem")) return fail(problem_of(*problem, static_cast<long>(std::strtol(text_at(*problem, "status").c_str(), nullptr, 10))));
    if (text_at(job, "cut_off") != "true") break;
  }
  return fail(strange(text_at(job, "en")));
}

Result<Tree> Remote::waited_for(const std::string& id) {
  using namespace std::chrono_literals;
  if (id.empty()) return fail(strange("id"));
  std::string told;
  // Small work is over at once; large work is asked for once a second.
  for (std::chrono::milliseconds wait = 20ms;; wait = std::min<std::chrono::milliseconds>(wait * 2, 1000ms)) {
    SUMI_TRY(const Tree job, get("/own/jobs/" + outbound::url_text(id)));
    const auto state = text_at(job, "state"), total = text_at(job, "total");
    const bool open = state == "waiting" || state == "running";
    if (!open && state != "done" && state != "failed") return fail(strange("state"));
    if (!quiet_ && state == "running" && !total.empty()) {
      const auto line = group_digits(text_at(job, "done")) + " / " + group_digits(total);
      if (std::exchange(told, line) != line) std::cerr << "\r" << line << std::flush;
    }
    if (!open) {
      if (!told.empty()) std::cerr << "\n";
      return job;
    }
    std::this_thread::sleep_for(wait);
  }
}

Result<void> note_rulebook(const Context& context, const rulebook::Rulebook& book) {
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const Tree served, remote.get("/rulebook"));
  if (text_at(served, "rules.manifest") == book.manifest().to_hex()) return {};
  std::cerr << context.say("! サーバーは別の規則集を採用しています。ここでの計算は、この機械の規則集によります。\n", "! the server has adopted another rulebook; what is calculated here goes by this machine's\n");
  return {};
}

namespace {

// What belongs to the machine of the store, and what stands in its place on a server.
struct Local {
  std::string_view command, ja, en;
};
constexpr std::string_view on_page_ja = "サーバーでは管理のページで行います。", on_page_en = "On a server it is done on the administration page.";
constexpr std::array local_only{
    Local{"sumi init", "", ""}, Local{"sumi serve", "", ""}, Local{"sumi restore", "", ""}, Local{"sumi migrate", "", ""}, Local{"sumi snapshot", "", ""}, Local{"sumi rekey", "", ""},
    Local{"sumi demo code", "", ""}, Local{"sumi demo logins", "", ""}, Local{"sumi keys rotate", "", ""}, Local{"sumi backup", on_page_ja, on_page_en},
    Local{"sumi person add", "サーバーでは人を招待します(利用者のページ)。", "On a server people are invited, on the page of its people."},
    Local{"sumi check", "サーバーでは監査のページで検査を始めます。", "On a server a check is begun on the audit page."},
    Local{"sumi rules adopt", on_page_ja, on_page_en},
    Local{"sumi claim eligible", "サーバーでは無効化の手続のページが、使えるクレジットと理由を示します。", "On a server the page of the retirement shows which credits may serve, and why not."},
    Local{"sumi project letter", "サーバーでは事務局のページから通知書(PDF)を取り出します。", "On a server the letters are papers of the secretariat's pages."},
    Local{"sumi journal export", "サーバーでは監査のページで束を作ります。", "On a server a bundle is made on the audit page."},
    Local{"sumi project support", "--server を付けなければ、計画書だけで判定します。", "Without --server it judges by the plan alone."},
    Local{"sumi project find", "--server を付けず、登録済みプログラムを --programmes で渡します。", "Leave --server out, and name the registered programmes by --programmes."},
    Local{"sumi play", "物語は時刻と利用者を自分で決めるため、手元の台帳で演じます。一行ずつは sumi do で送れます。", "A story sets its own times and people, so it plays on a store of your own; single lines go by sumi do."},
};

}  // namespace

Result<void> settle_place(Context& context, bool server_typed, bool store_typed) {
  if (!context.server.empty() && !context.store.empty()) {
    if (server_typed == store_typed) return fail(errors::server_and_store);
    (server_typed ? context.store : context.server).clear();
  }
  if (!context.remote()) return {};
  if (!context.as.empty()) return fail(errors::server_as);
  for (const Local& local : local_only) {
    if (local.command == context.command) return fail(errors::server_local_only, {{"command", context.command}, {"why_ja", std::string(local.ja)}, {"why_en", std::string(local.en)}});
  }
  return {};
}

}  // namespace sumi::cli
