#include "cli/paper_commands.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "outbound/errors.h"
#include "report/render.h"
#include "service/authority.h"
#include "service/errors.h"
#include "service/papers.h"
#include "service/public_view.h"
#include "wire/table_text.h"

namespace sumi::cli {

namespace {

// Whether that person acts for one of these organisations, audits, or runs the registry. Roles that are lent count while they are.
bool may_see(const scheme::State& state, PersonId person, std::initializer_list<OrganisationNumber> organisations) {
  const auto belongs = [&](OrganisationNumber of) { return std::find(organisations.begin(), organisations.end(), of) != organisations.end(); };
  for (const auto& [key, grant] : state.grants()) {
    if (key.person != person) continue;
    const bool runs = key.role == scheme::Role::auditor || key.role == scheme::Role::secretariat || key.role == scheme::Role::administrator;
    if (runs || belongs(key.organisation)) return true;
  }
  const auto today = state.now().date_in_japan();
  for (const auto organisation : organisations) {
    for (const auto role : {scheme::Role::account_manager, scheme::Role::approver}) {
      if (state.delegation_of(person, organisation, role, today) != 0) return true;
    }
  }
  return false;
}

// Holdings, prices and costs are for the account's own persons, the auditor, and who runs the registry. That there is none is told by whoever looks it up.
Result<void> check_owner(const Context& context, service::Ledger& ledger, AccountNumber account) {
  if (context.as.empty()) return {};
  SUMI_TRY(const auto actor, actor_of(context, ledger));
  bool allowed = true;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.registry().accounts().find(account)) allowed = may_see(state, actor.person, {row->organisation});
  }));
  if (!allowed) return fail(service::errors::paper_of_another, {{"account", std::to_string(account.value)}});
  return {};
}

// A notice and its certificates open what is sealed (what is offset, titles): for the holder and the user, and those above.
Result<void> check_user(const Context& context, service::Ledger& ledger, RetirementNumber retirement) {
  if (context.as.empty()) return {};
  SUMI_TRY(const auto actor, actor_of(context, ledger));
  AccountNumber account;
  bool allowed = true;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* row = state.registry().retirements().find(retirement);
    if (row == nullptr) return;
    account = row->account;
    allowed = may_see(state, actor.person, {state.registry().accounts().at(account).organisation, row->user});
  }));
  if (!allowed) return fail(service::errors::paper_of_another, {{"account", std::to_string(account.value)}});
  return {};
}

Result<report::Document> paper_of(const Context& context, service::Ledger& ledger, const PaperArguments& a) {
  SUMI_TRY(const auto on, day_of("--on", a.on));
  if (a.what == "notice" || a.what == "certificates") {
    SUMI_CHECK(check_user(context, ledger, {a.number}));
    return a.what == "notice" ? service::retirement_notice(ledger, {a.number}) : service::certificate_list(ledger, {a.number});
  }
  if (a.what == "totals") return service::public_totals(ledger, on);
  if (a.what == "area") return service::area_view(ledger, a.area);
  if (a.what == "article6") {
    std::optional<std::uint32_t> year;
    if (!a.year.empty()) {
      const auto parsed = Integer::parse(to_half_width(a.year));
      const auto value = parsed ? parsed->to_u64() : std::nullopt;
      if (!value || *value > 9999) return fail(errors::number_syntax, {{"text", a.year}}, {"--year"});
      year = static_cast<std::uint32_t>(*value);
    }
    return service::article6_view(ledger, a.party, year);
  }
  SUMI_CHECK(check_owner(context, ledger, {a.number}));
  if (a.what == "certificate") return service::balance_certificate(ledger, {a.number}, on);
  if (a.what == "history") return service::account_history(ledger, {a.number});
  SUMI_TRY(const auto year, FiscalYear::parse(a.year));
  return service::yearly_statement(ledger, {a.number}, year);
}

Result<service::ByWhom> by_whom(const Context& context, service::Ledger& ledger) {
  SUMI_TRY(const auto actor, actor_of(context, ledger));
  return service::ByWhom{actor.person, actor.on_behalf_of, std::nullopt};
}

}  // namespace

namespace {

Result<std::string> own_paper(const Context& context, const PaperArguments& arguments, const std::string& format) {
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(const auto document, paper_of(context, *ledger, arguments));
  const auto languages = context.language == Language::ja ? report::Languages::ja : report::Languages::en;
  if (format == "pdf") return report::to_pdf(document, languages);
  return format == "json" ? report::to_json(document) : report::to_text(document, languages);
}

// Its address in the API, and what that is asked for.
Result<std::string> served_paper(const Context& context, const PaperArguments& a, const std::string& format) {
  SUMI_TRY(const auto on, day_of("--on", a.on));
  const auto number = std::to_string(a.number);
  std::string path = "/papers/" + a.what;
  if (a.what == "notice" || a.what == "certificates") path = "/retirement-requests/" + number + "/papers/" + a.what;
  if (a.what == "certificate") path = "/accounts/" + number + "/papers/balance";
  if (a.what == "history") path = "/accounts/" + number + "/papers/history";
  if (a.what == "statement") path = "/accounts/" + number + "/papers/year";
  path += "?format=" + format + "&language=" + (context.language == Language::ja ? "ja" : "en");
  if (on) path += "&on=" + on->to_string();
  for (const auto& [name, text] : {std::pair{"area", &a.area}, std::pair{"party", &a.party}, std::pair{"year", &a.year}}) {
    if (!text->empty()) path += std::string("&") + name + "=" + outbound::url_text(to_half_width(*text));
  }
  SUMI_TRY(auto remote, Remote::open(context));
  return remote.file(path);
}

Result<std::vector<service::PublicHit>> hits_of(const Context& context, const SearchArguments& a) {
  service::PublicQuery query;
  query.text = a.text;
  query.serial = a.serial;
  query.user = a.user;
  query.purpose = a.purpose;
  if (a.project != 0) query.project = ProjectNumber{a.project};
  SUMI_TRY(query.from, day_of("--from", a.from));
  SUMI_TRY(query.to, day_of("--to", a.to));
  if (!context.remote()) {
    SUMI_TRY(const auto ledger, context.open());
    return service::search(*ledger, query);
  }
  std::string path = "/search?text=" + outbound::url_text(a.text);
  for (const auto& [name, text] : {std::pair{"serial", &a.serial}, std::pair{"user", &a.user}, std::pair{"purpose", &a.purpose}}) {
    if (!text->empty()) path += std::string("&") + name + "=" + outbound::url_text(*text);
  }
  if (query.project) path += "&project=" + std::to_string(a.project);
  if (query.from) path += "&from=" + query.from->to_string();
  if (query.to) path += "&to=" + query.to->to_string();
  SUMI_TRY(auto remote, Remote::open(context));
  return remote.list_as<service::PublicHit>(path);
}

// The files of a server's open data, into a new folder.
Result<void> fetch_open_data(const Context& context, const std::string& folder) {
  std::error_code failed;
  if (std::filesystem::exists(std::filesystem::symlink_status(folder, failed))) return fail(service::errors::open_data_stands, {{"path", folder}});
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const Tree view, remote.get("/open-data"));
  const auto* files = view.find("files");
  std::vector<std::pair<std::string, std::string>> all;
  for (const Tree& f : files == nullptr ? std::vector<Tree>{} : files->items) {
    const auto name = text_at(f, "name");
    // A server's word is no path of ours.
    if (name.empty() || name.find('/') != std::string::npos || name.starts_with('.')) return fail(outbound::errors::api_answer, {{"host", remote.host()}, {"what", "open-data"}});
    SUMI_TRY(auto text, remote.file("/open-data/" + outbound::url_text(name)));
    all.emplace_back(name, std::move(text));
  }
  std::filesystem::create_directories(folder, failed);
  for (const auto& [name, text] : all) SUMI_CHECK(write_file_atomic((std::filesystem::path(folder) / name).string(), text));
  const auto count = std::to_string(all.size()), entry = text_at(view, "entry");
  print(context.say(folder + ": " + count + " ファイル(エントリ " + entry + " まで)。\n", folder + ": " + count + " files, up to entry " + entry + ".\n"));
  return {};
}

}  // namespace

int run_paper(const Context& context, const PaperArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    const std::string format = context.json ? "json" : arguments.format;
    if (format == "pdf" && arguments.output.empty()) return fail(errors::argument_value, {{"name", "--out"}, {"text", ""}, {"known", "FILE.pdf"}});
    SUMI_TRY(const auto text, context.remote() ? served_paper(context, arguments, format) : own_paper(context, arguments, format));
    if (arguments.output.empty()) {
      print(text);
      return {};
    }
    SUMI_CHECK(write_output(arguments.output, text));
    print(arguments.output + "\n");
    return {};
  });
}

int run_search(const Context& context, const SearchArguments& a) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto hits, hits_of(context, a));
    if (context.json) {
      Tree list = Tree::make_array();
      for (const auto& hit : hits) list.items.push_back(wire::to_tree(hit));
      print_json(list);
      return {};
    }
    if (hits.empty()) {
      print(context.say("見つかりません。\n", "nothing was found\n"));
      return {};
    }
    const auto word = [&](const std::string& kind) {
      if (kind == "project") return context.say("プロジェクト", "project");
      if (kind == "batch") return context.say("発行単位", "batch");
      if (kind == "retirement") return context.say("無効化等", "retirement");
      return context.say("法人", "organisation");
    };
    wire::TextTable table({context.say("種類", "kind"), context.say("番号", "no."), context.say("名称", "title"), context.say("内容", "detail"), context.say("日", "date"), context.say("数量", "units")});
    for (const auto& hit : hits) table.add({word(hit.kind), std::to_string(hit.number), hit.title, hit.detail, hit.date, hit.units == 0 ? "" : group_digits(std::to_string(hit.units))});
    print(table.to_string());
    return {};
  });
}

int run_open_data(const Context& context, const std::string& folder, bool check) {
  return guarded(context, [&]() -> Result<void> {
    if (context.remote() && !check) return fetch_open_data(context, folder);
    SUMI_TRY(const auto ledger, context.open());
    if (check) {
      SUMI_CHECK(service::check_open_data(*ledger, folder));
      print(context.say(folder + ": 台帳の合計と一致します。\n", folder + ": sums to what the ledger holds.\n"));
      return {};
    }
    SUMI_TRY(const auto done, service::write_open_data(*ledger, folder));
    print(context.say(folder + ": " + std::to_string(done.files) + " ファイル、" + std::to_string(done.rows) + " 行(エントリ " + std::to_string(done.entry.value) + " まで)。台帳の合計と一致しました。\n",
        folder + ": " + std::to_string(done.files) + " files, " + std::to_string(done.rows) + " rows, up to entry " + std::to_string(done.entry.value) + ". They sum to what the ledger holds.\n"));
    return {};
  });
}

int run_code_receipt(const Context& context, const std::string& code, const std::string& output) {
  std::uint64_t entry = 0;
  const int looked = guarded(context, [&]() -> Result<void> {
    if (context.remote()) {
      SUMI_TRY(auto remote, Remote::open(context));
      SUMI_TRY(const Tree found, remote.get("/paper-codes?code=" + outbound::url_text(code)));
      entry = std::strtoull(text_at(found, "entry").c_str(), nullptr, 10);
      return {};
    }
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto parsed, service::EntryCode::parse(code));
    SUMI_TRY(const auto found, service::entry_of(*ledger, parsed));
    entry = found.value;
    return {};
  });
  return looked != 0 ? looked : run_receipt(context, entry, false, output);
}

int run_keys_rotate(const Context& context, const std::string& next_key_file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto current, context.key());
    SUMI_TRY(const auto next, journal::SigningKey::load(next_key_file));
    SUMI_TRY(const auto by, by_whom(context, *ledger));
    SUMI_TRY(const auto done, service::rotate_log_key(*ledger, current, next.public_key(), by));
    print(context.say("エントリ " + std::to_string(done.first.value) + ": これからの署名は " + next.public_key().to_text() + "\n", "entry " + std::to_string(done.first.value) + ": from now on signed by " + next.public_key().to_text() + "\n"));
    return {};
  });
}

int run_rekey(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto by, by_whom(context, *ledger));
    SUMI_TRY(const auto keys, service::rekey(*ledger, by));
    print(context.say(std::to_string(keys) + " 件の照合鍵を更新しました。\n", std::to_string(keys) + " keys were made anew.\n"));
    return {};
  });
}

int run_erase(const Context& context, const std::string& commitment, const std::string& ground) {
  return guarded(context, [&]() -> Result<void> {
    const auto hash = Hash::from_hex(commitment);
    if (!hash) return fail(errors::argument_value, {{"name", "COMMITMENT"}, {"text", commitment}, {"known", context.say("16進64桁", "64 hexadecimal digits")}});
    std::string entry;
    if (context.remote()) {
      SUMI_TRY(auto remote, Remote::open(context));
      SUMI_TRY(const Tree done, remote.post("/commands/EraseSealed", wire::to_tree(scheme::EraseSealed{*hash, ground})));
      entry = text_at(done, "entry");
    } else {
      SUMI_TRY(const auto ledger, context.open());
      SUMI_TRY(const auto by, by_whom(context, *ledger));
      SUMI_TRY(const auto done, service::erase_value(*ledger, *hash, ground, by));
      entry = std::to_string(done.first.value);
    }
    print(context.say("消去しました(エントリ " + entry + ")。\n", "erased (entry " + entry + ").\n"));
    return {};
  });
}

}  // namespace sumi::cli
