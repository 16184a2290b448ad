// The auditor: the journal as a readable history, the state of a day, checks of everything, the bundle.
#include "http/routes_audit.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/file.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/queries.h"
#include "registry/names.h"
#include "registry/words.h"
#include "service/bundle.h"
#include "store/files.h"
#include "wire/archive.h"

namespace sumi::http {
namespace fs = std::filesystem;

namespace {

using service::Page;
using service::PageQuery;
using Desk = std::shared_ptr<AuditDesk>;

struct JournalQuery {
  PageQuery page;             // the cursor is the number of the last entry that was shown
  std::string format;         // json (default), csv, xlsx
  std::string command;        // "Transfer"
  std::string person;         // a login, or a person's id; "system": what time wrote
  OrganisationNumber organisation;
  ProjectNumber project;
  AccountNumber account;
  std::optional<Date> from, to;
  std::string sort;           // -entry (default), entry
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "command", s.command);
    v(Part::open, "person", s.person);
    v(Part::open, "organisation", s.organisation);
    v(Part::open, "project", s.project);
    v(Part::open, "account", s.account);
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
    v(Part::open, "sort", s.sort);
  }
};
struct DayQuery {
  Date day;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "day", s.day); }
};
struct DayListQuery {
  PageQuery page;
  std::string format;
  Date day;
  std::string sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "day", s.day);
  }
};
struct CheckBody {
  bool full = false;  // also calculates every certification again from its evidence
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "full", s.full); }
};
struct BundleBody {
  bool sealed = true;  // with the sealed values
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "sealed", s.sealed); }
};

// The person of a filter. Nothing: nobody is called so.
Result<std::optional<PersonId>> person_named(const Call& call, const std::string& text) {
  if (text == "system") return std::optional(PersonId{});
  if (const auto id = Id128::from_hex(text)) {
    PersonId person;
    person.bytes = id->bytes;
    return std::optional(person);
  }
  SUMI_TRY(const auto persons, call.ledger().people().persons());
  for (const auto& p : persons) {
    if (p.login == text) return std::optional(p.id);
  }
  return std::optional<PersonId>{};
}

Result<service::JournalFound> found_entries(const Desk& desk, const Call& call, const JournalQuery& query, SequenceNumber after, std::size_t limit) {
  service::JournalFilter filter;
  filter.command = query.command;
  filter.organisation = query.organisation;
  filter.project = query.project;
  filter.account = query.account;
  filter.from = query.from;
  filter.to = query.to;
  if (!query.person.empty()) {
    SUMI_TRY(filter.person, person_named(call, query.person));
    if (!filter.person) return service::JournalFound{};
  }
  return desk->index.find(call.ledger(), filter, query.sort != "entry", after, limit);
}

Result<Page<service::JournalLine>> journal_page(const Desk& desk, const Call& call, const JournalQuery& query) {
  SequenceNumber after;
  const auto& cursor = query.page.cursor;
  if (!cursor.empty() && std::from_chars(cursor.data(), cursor.data() + cursor.size(), after.value).ptr != cursor.data() + cursor.size()) {
    return fail(errors::cursor_syntax, {{"text", cursor.substr(0, 40)}});
  }
  const std::size_t limit = std::min<std::size_t>(std::max<std::uint32_t>(query.page.limit, 1), 500);
  SUMI_TRY(const auto found, found_entries(desk, call, query, after, limit));
  Page<service::JournalLine> page;
  SUMI_TRY(page.items, service::journal_lines(call.ledger(), desk->index, found.entries));
  page.total = found.total;
  if (found.more) page.next = std::to_string(found.entries.back().value);
  return page;
}

template <class T> std::string numbers(const std::vector<T>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ";") + std::to_string(one.value);
  return out;
}

Result<Response> journal_file(const Desk& desk, const Call& call, const JournalQuery& query) {
  SUMI_TRY(const auto found, found_entries(desk, call, query, {}, limits::journal_list_max));
  SUMI_TRY(const auto lines, service::journal_lines(call.ledger(), desk->index, found.entries));
  wire::ListFile list;
  const bool ja = call.language == Language::ja;
  list.sheet = ja ? "台帳の記録" : "journal";
  list.head = ja ? std::vector<std::string>{"エントリ", "記録した時刻", "行為の日", "行為", "ログイン名", "氏名", "事業者番号", "事業者", "委任", "採用番号", "案件", "口座"}
                 : std::vector<std::string>{"entry", "time", "date", "act", "login", "name", "organisation", "organisation name", "delegation", "adoption", "projects", "accounts"};
  list.number = {true, false, false, false, false, false, true, false, true, true, false, false};
  for (const auto& l : lines) {
    list.rows.push_back({std::to_string(l.entry.value), l.time.to_string(), l.date.to_string(), l.command, l.actor ? l.actor->login : "", l.actor ? l.actor->name : "",
        l.organisation ? std::to_string(l.organisation->number.value) : "", l.organisation ? l.organisation->name : "", l.delegation == 0 ? "" : std::to_string(l.delegation),
        std::to_string(l.adoption), numbers(l.projects), numbers(l.accounts)});
  }
  return list_answer(list, {"台帳の記録", "journal"}, query.format, call.language);
}

Result<service::EntryView> entry(const Desk& desk, const Call& call, const EntryQuery& query) {
  SUMI_TRY(auto view, service::entry_view(call.ledger(), desk->index, query.entry));
  if (!view) return fail(errors::not_found, {{"what_ja", "エントリ" + std::to_string(query.entry.value)}, {"what_en", "entry " + std::to_string(query.entry.value)}});
  return *std::move(view);
}

// With the party's part and its salt: who has it can read the whole entry and prove it.
Result<FileAnswer> party_receipt(const Call& call, const EntryQuery& query) {
  if (call.office.key == nullptr) return fail(errors::not_found, {{"what_ja", "このサーバーに設定された署名鍵"}, {"what_en", "signing key on this server"}});
  SUMI_TRY(const auto receipt, call.ledger().receipt(query.entry, journal::ReceiptKind::party, *call.office.key));
  return FileAnswer{receipt.to_text(), "text/plain; charset=utf-8", "sumi-receipt-" + std::to_string(query.entry.value) + "-party.txt"};
}

service::JobRow begin_check(const Desk& desk, const Call& call, bool full) {
  return desk->jobs(call).begin("check", full ? service::Bilingual{"台帳の検査(認証量の再計算を含む)", "Check of everything, certifications calculated again"} : service::Bilingual{"台帳の検査", "Check of the journal and the state"},
      call.person(), call.who().login, service::check_work(call.ledger(), full));
}

// The bundle is written into the jobs' folder, packed, and its folder goes again.
service::Jobs::Work bundle_work(const Call& call, bool sealed) {
  const auto& ledger = call.ledger();
  const auto* key = call.office.key;
  return [&ledger, key, sealed](const service::Jobs::Progress& progress, const std::string& folder) -> Result<service::JobResult> {
    std::error_code ignored;
    const bool memory = folder.empty();
    const std::string place = memory ? (fs::temp_directory_path() / "sumi-jobs").string() : folder;
    SUMI_CHECK(store::make_folder(place));
    const std::string name = "journal-" + std::to_string(ledger.last().value) + (sealed ? "" : "-without-sealed");
    const std::string made = place + "/" + name + ".making", archive = place + "/" + name + ".zip";
    fs::remove_all(made, ignored);
    fs::remove(archive, ignored);
    struct Away {
      std::string folder;
      ~Away() {
        std::error_code nothing;
        fs::remove_all(folder, nothing);
      }
    } const away{made};
    service::BundleOptions options;
    options.kind = service::BundleKind::auditor;
    options.sealed = sealed;
    SUMI_TRY(const auto manifest, service::export_bundle(ledger, made, options, *key, progress));
    std::vector<std::string> files{service::bundle::manifest_file, service::bundle::manifest_hash_file};
    for (const auto& file : manifest.files) files.push_back(file.path);
    if (!wire::zip_files(made, files, archive)) return fail(errors::job_file, {{"name", name + ".zip"}});
    service::JobResult result;
    result.file = name + ".zip";
    result.name = "sumi-" + name + ".zip";
    result.text = {"エントリ " + std::to_string(manifest.entries) + "件の束を作りました。", "The bundle of " + std::to_string(manifest.entries) + " entries was made."};
    return result;
  };
}

void add_days(Routes& routes, const Desk& desk) {
  using B = service::BatchDay;
  using A = service::AccountView;
  const std::string base = "/api/v1/audit/days/{day}";
  routes.get<DayQuery, service::DayView>(base, {"ある日の終わりの状態", "The state at the end of a day"}, "audit", Right::audit,
      [desk](const Call& call, const DayQuery& query) -> Result<service::DayView> {
        SUMI_TRY(const auto day, desk->day(call, query.day));
        return day->view;
      });
  add_list<DayListQuery, B>(routes, base + "/batches", {"発行ロットごとの保存則", "Conservation per batch"}, "audit", Right::audit, {"発行ロットの収支", "batches"},
      {{"発行ロット", "Batch", [](const B& b, Language) { return std::to_string(b.batch.value); }, true, "batch"}, {"案件", "Project", [](const B& b, Language) { return b.project_title; }, false, "project"},
          {"方法論", "Methodology", [](const B& b, Language) { return b.methodology; }, false, "methodology"}, {"年度", "Vintage", [](const B& b, Language) { return b.vintage.to_string(); }, false, "vintage"},
          {"単位", "Unit", [](const B& b, Language) { return b.came_in.unit; }}, {"発行等", "Came in", [](const B& b, Language) { return b.came_in.value; }, true, "came_in"},
          {"保有", "Held", [](const B& b, Language) { return b.held.value; }, true, "held"}, {"手続中", "Waiting", [](const B& b, Language) { return b.waiting.value; }, true},
          {"バッファー", "Buffer", [](const B& b, Language) { return b.buffer.value; }, true}, {"無効化", "Retired", [](const B& b, Language) { return b.retired.value; }, true, "retired"},
          {"国の目標", "For the state", [](const B& b, Language) { return b.retired_for_state.value; }, true}, {"取消し", "Cancelled", [](const B& b, Language) { return b.cancelled.value; }, true},
          {"失効", "Expired", [](const B& b, Language) { return b.expired.value; }, true}, {"移出", "Exported", [](const B& b, Language) { return b.exported.value; }, true},
          {"一致", "Balanced", [](const B& b, Language l) { return std::string(b.balanced ? (l == Language::ja ? "一致" : "yes") : (l == Language::ja ? "不一致" : "no")); }}},
      [desk](const Call& call, const DayListQuery& query) -> Result<std::vector<B>> {
        SUMI_TRY(const auto day, desk->day(call, query.day));
        return day->batches;
      },
      [](const B& b) { return std::to_string(b.batch.value); });
  add_list<DayListQuery, A>(routes, base + "/accounts", {"ある日の口座の残高", "Balances of accounts on a day"}, "audit", Right::audit, {"口座の残高", "accounts"},
      {{"口座", "Account", [](const A& a, Language) { return std::to_string(a.account.value); }, true, "number"}, {"名義", "Holder", [](const A& a, Language) { return a.holder.name; }, false, "holder"},
          {"種類", "Kind", [](const A& a, Language l) { return said(words_of(a.kind), l); }}, {"状態", "Status", [](const A& a, Language l) { return said(words_of(a.status), l); }},
          {"残高", "Balances",
              [](const A& a, Language) {
                std::string out;
                for (const auto& b : a.balances) out += (out.empty() ? "" : ";") + b.held.value + " " + b.held.unit;
                return out;
              }}},
      [desk](const Call& call, const DayListQuery& query) -> Result<std::vector<A>> {
        SUMI_TRY(const auto day, desk->day(call, query.day));
        return day->accounts;
      },
      [](const A& a) { return std::to_string(a.account.value); });
}

void add_jobs(Routes& routes, const Desk& desk) {
  routes.post<Nothing, CheckBody, JobView>("/api/v1/audit/checks", {"台帳の検査を始める", "Begin a check"}, "audit", Right::audit,
      [desk](const Call& call, const Nothing&, const CheckBody& body) -> Result<JobView> { return job_view(begin_check(desk, call, body.full)); });
  routes.post<Nothing, BundleBody, JobView>("/api/v1/audit/bundles", {"台帳の束を作り始める", "Begin a bundle of the journal"}, "audit", Right::audit,
      [desk](const Call& call, const Nothing&, const BundleBody& body) -> Result<JobView> {
        if (call.office.key == nullptr) return fail(errors::not_found, {{"what_ja", "このサーバーに設定された署名鍵"}, {"what_en", "signing key on this server"}});
        const service::Bilingual title = body.sealed ? service::Bilingual{"台帳の束(封印された値を含む)", "Bundle of the journal with its sealed values"} : service::Bilingual{"台帳の束(封印された値を含まない)", "Bundle of the journal without sealed values"};
        return job_view(desk->jobs(call).begin("bundle", title, call.person(), call.who().login, bundle_work(call, body.sealed)));
      });
}

}  // namespace

Result<std::shared_ptr<const service::DayState>> AuditDesk::day(const Call& call, Date day) {
  return days_.get(day, call.ledger().last(), [&] { return service::day_state(call.ledger(), day); });
}

void add_audit_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  const auto desk = std::make_shared<AuditDesk>(jobs);
  RouteWords words = routes.begin<JournalQuery>(Method::get, "/api/v1/audit/journal", {"台帳の記録の一覧", "The journal, entry by entry"}, "audit", Right::audit);
  words.response = wire::schema_of<Page<service::JournalLine>>(wire::Direction::written, routes.components());
  state_orders(words, {"entry"});
  routes.raw(std::move(words),
      [&routes, desk](const std::shared_ptr<Call>& call, Respond respond) {
        routes.background(call, std::move(respond), [desk](const Call& c) -> Result<Response> {
          SUMI_TRY(const auto query, Routes::read_query<JournalQuery>(c));
          if (!query.sort.empty() && query.sort != "entry" && query.sort != "-entry") return fail(order_unknown(query.sort, {"entry"}));
          if (!query.format.empty() && query.format != "json") return journal_file(desk, c, query);
          SUMI_TRY(const auto page, journal_page(desk, c, query));
          return Routes::json_response(page);
        });
      },
      0);
  routes.get<EntryQuery, service::EntryView>("/api/v1/audit/journal/{entry}", {"台帳の一つの記録", "One entry of the journal"}, "audit", Right::audit,
      [desk](const Call& call, const EntryQuery& query) { return entry(desk, call, query); });
  routes.file<EntryQuery>("/api/v1/audit/journal/{entry}/receipt", {"当事者の受領証", "The parties' receipt of an entry"}, "audit", Right::audit, "text/plain; charset=utf-8", party_receipt);
  add_days(routes, desk);
  add_jobs(routes, desk);
  add_admin_routes(routes, desk);
  add_support_routes(routes);
}

}  // namespace sumi::http
