// What everybody may see: the scheme at a glance, projects, batches, retirements, search, codes of papers, receipts, open data. Nothing here says who holds what.
#include <algorithm>
#include <array>

#include "http/days.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/queries.h"
#include "project/names.h"
#include "registry/names.h"
#include "registry/words.h"
#include "scheme/names.h"
#include "service/cached.h"
#include "service/events.h"
#include "service/open_data_files.h"
#include "service/papers.h"
#include "service/permissions.h"
#include "service/project_page.h"
#include "service/public_view.h"
#include "service/retiring.h"
#include "service/scheme_view.h"

namespace sumi::http {

namespace {

using service::Page;
using service::PageQuery;

// What the routes of this file keep between requests.
struct PublicDesk {
  service::PerEntry<service::SchemeView> scheme;
  service::PerEntry<service::OpenDataFiles> open_data{limits::open_data_kept};
  service::PublicIndex index;
  Days<service::SchemeView> days{limits::days_kept};
};
using Desk = std::shared_ptr<PublicDesk>;

template <class T> Result<T> found(std::optional<T> value, const char* ja, const char* en, const std::string& number) {
  if (!value) return fail(errors::not_found, {{"what_ja", ja + number}, {"what_en", std::string(en) + " " + number}});
  return *std::move(value);
}

struct SchemeQuery {
  std::optional<Date> as_known;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "as_known", s.as_known); }
};
Result<service::SchemeView> scheme(const Desk& desk, const Call& call, const SchemeQuery& query) {
  if (!query.as_known) {
    SUMI_TRY(const auto view, desk->scheme.get(call.ledger(), [&] { return service::scheme_view(call.ledger()); }));
    return *view;
  }
  SUMI_TRY(const auto last, service::last_entry_of(call.ledger(), *query.as_known));
  SUMI_TRY(const auto view, desk->days.get(*query.as_known, last, [&] { return service::scheme_view(call.ledger(), query.as_known); }));
  return *view;
}

struct BatchQuery {
  BatchNumber batch;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "batch", s.batch); }
};
struct CodeQuery {
  std::string code;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "code", s.code); }
};
struct SearchQuery {
  PageQuery page;
  std::string format;
  std::string text;        // in titles, places, names, purposes
  std::string serial;      // "3:120", a printed serial, or another programme's
  ProjectNumber project;
  std::string user;        // a name in any spelling, or a corporate number
  std::string purpose;
  std::optional<Date> from, to;
  std::string kind;        // project, batch, retirement, organisation; "": all
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "text", s.text);
    v(Part::open, "serial", s.serial);
    v(Part::open, "project", s.project);
    v(Part::open, "user", s.user);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "from", s.from);
    v(Part::open, "to", s.to);
    v(Part::open, "kind", s.kind);
  }
};
Result<std::vector<service::PublicHit>> hits(const Call& call, const SearchQuery& query) {
  service::PublicQuery asked;
  asked.text = query.text, asked.serial = query.serial, asked.user = query.user, asked.purpose = query.purpose;
  if (query.project) asked.project = query.project;
  asked.from = query.from, asked.to = query.to;
  SUMI_TRY(auto all, service::search(call.ledger(), asked));
  if (!query.kind.empty()) std::erase_if(all, [&](const auto& hit) { return hit.kind != query.kind; });
  return all;
}

std::string hit_kind(std::string_view kind, Language language) {
  constexpr std::array<Words, 4> table{{{"project", "案件", "Project"}, {"batch", "発行ロット", "Batch"}, {"retirement", "無効化等", "Retirement"}, {"organisation", "事業者", "Organisation"}}};
  const auto found = std::ranges::find(table, kind, &Words::key);
  return found == table.end() ? std::string(kind) : said(*found, language);
}

struct RetirementsQuery {
  PageQuery page;
  std::string format;
  std::string text;     // in the user's name
  std::string purpose;
  std::string sort;     // -date (default), date, used, -used
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "text", s.text);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "sort", s.sort);
  }
};
struct RetirementLine {
  RetirementNumber retirement;
  registry::EndUse end_use = registry::EndUse::retirement;
  Date completed_on;
  std::string user;
  std::vector<std::string> purposes;
  std::vector<service::Bilingual> purpose_words;  // as the rulebook calls them
  service::Amount used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "completed_on", s.completed_on);
    v(Part::open, "user", s.user);
    v(Part::open, "purposes", s.purposes);
    v(Part::open, "purpose_words", s.purpose_words);
    v(Part::open, "used", s.used);
  }
};
Result<std::vector<RetirementLine>> retirements(const Call& call, const RetirementsQuery& query) {
  std::vector<RetirementLine> all;
  SUMI_TRY(const auto book, call.ledger().rulebook());
  const std::string wanted = service::folded_name(query.text);
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto& registry = state.registry();
    for (const auto& [number, row] : registry.retirements()) {
      if (row.status != registry::RetirementStatus::confirmed || row.ranges.empty()) continue;
      RetirementLine line{number, row.end_use, row.decided, row.user_name, {row.purpose}, {}, service::amount_of(row.amount(), registry.batches().at(row.ranges.front().batch).attributes.unit_kind)};
      if (const auto* use = registry.uses().uses.find(number)) {
        line.purposes.clear();
        for (const auto& u : use->uses) line.purposes.push_back(u.purpose);
      }
      if (!wanted.empty() && service::folded_name(line.user).find(wanted) == std::string::npos) continue;
      if (!query.purpose.empty() && std::find(line.purposes.begin(), line.purposes.end(), query.purpose) == line.purposes.end()) continue;
      for (const auto& purpose : line.purposes) line.purpose_words.push_back(service::purpose_title(*book, purpose));
      all.push_back(std::move(line));
    }
  }));
  std::string_view by = query.sort.empty() ? std::string_view("-date") : std::string_view(query.sort);
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "used") return std::stoull(x.used.value) < std::stoull(y.used.value);
    return std::pair(x.completed_on, x.retirement) < std::pair(y.completed_on, y.retirement);
  });
  return all;
}

// The public receipt of an entry: its public bytes, and proof that it is in the journal.
Result<FileAnswer> receipt(const Call& call, const EntryQuery& query) {
  if (call.office.key == nullptr) return fail(errors::not_found, {{"what_ja", "このサーバーに設定された署名鍵"}, {"what_en", "signing key on this server"}});
  SUMI_TRY(const auto receipt, call.ledger().receipt(query.entry, journal::ReceiptKind::open, *call.office.key));
  SUMI_TRY(const auto project, service::unregistered_case(call.ledger(), query.entry));
  if (project) {
    bool may = false;
    SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { may = call.caller.signed_in && service::may_see(state, call.caller.actor, project); }));
    if (!may) return fail(errors::not_found, {{"what_ja", "公開された記録"}, {"what_en", "public entry"}});
  }
  return FileAnswer{receipt.to_text(), "text/plain; charset=utf-8", "sumi-receipt-" + std::to_string(query.entry.value) + ".txt"};
}
Result<FileAnswer> checkpoint(const Call& call, const Nothing&) {
  if (call.office.key == nullptr) return fail(errors::not_found, {{"what_ja", "このサーバーに設定された署名鍵"}, {"what_en", "signing key on this server"}});
  SUMI_TRY(const auto checkpoint, call.ledger().checkpoint(*call.office.key));
  return FileAnswer{checkpoint.to_text(), "text/plain; charset=utf-8", ""};
}

struct KeyView {
  std::string key;       // NAME+KEYID+BASE64
  Hash fingerprint;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "fingerprint", s.fingerprint);
  }
};
Result<KeyView> log_key(const Call& call, const Nothing&) {
  if (call.office.key == nullptr) return fail(errors::not_found, {{"what_ja", "このサーバーに設定された署名鍵"}, {"what_en", "signing key on this server"}});
  const auto& key = call.office.key->public_key();
  return KeyView{key.to_text(), key.fingerprint()};
}

struct FileQuery {
  std::string name;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "name", s.name); }
};
struct OpenDataFile {
  std::string name;
  std::uint64_t bytes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "bytes", s.bytes);
  }
};
struct OpenDataView {
  SequenceNumber entry;
  std::vector<OpenDataFile> files;
  std::uint64_t zip_bytes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "files", s.files);
    v(Part::open, "zip_bytes", s.zip_bytes);
  }
};
Result<std::shared_ptr<const service::OpenDataFiles>> open_data(const Desk& desk, const Call& call) {
  return desk->open_data.get(call.ledger(), [&] { return service::open_data_files(call.ledger()); });
}
// The same for everybody: it leaves from where it stands, and nobody's request copies it.
Result<FileAnswer> open_data_file(const Desk& desk, const Call& call, const FileQuery& query) {
  SUMI_TRY(const auto data, open_data(desk, call));
  if (query.name == "all.zip") return FileAnswer{{}, "application/zip", "sumi-open-data.zip", std::shared_ptr<const std::string>(data, &data->zip)};
  for (const auto& [name, text] : data->files) {
    if (name == query.name) return FileAnswer{{}, name.ends_with(".csv") ? "text/csv; charset=utf-8" : "application/json", name, std::shared_ptr<const std::string>(data, &text)};
  }
  return fail(errors::not_found, {{"what_ja", "公開データのファイル"}, {"what_en", "such file of open data"}});
}

void add_journal_routes(Routes& routes) {
  routes.file<EntryQuery>("/api/v1/receipts/{entry}", {"公開の受領証", "The public receipt of an entry"}, "journal", Right::everyone, "text/plain; charset=utf-8", receipt);
  routes.file<Nothing>("/api/v1/journal/checkpoint", {"署名された台帳の頭", "The signed head of the journal"}, "journal", Right::everyone, "text/plain; charset=utf-8", checkpoint);
  routes.get<Nothing, KeyView>("/api/v1/journal/key", {"受領証に署名する公開鍵", "The public key that signs receipts"}, "journal", Right::everyone, log_key);
}

}  // namespace

void add_public_routes(Routes& routes) {
  const auto desk = std::make_shared<PublicDesk>();
  routes.get<SchemeQuery, service::SchemeView>("/api/v1/scheme", {"制度の数字", "The scheme at a glance"}, "public", Right::everyone,
      [desk](const Call& call, const SchemeQuery& query) { return scheme(desk, call, query); });
  routes.get<ProjectQuery, service::ProjectPage>("/api/v1/projects/{project}/public", {"案件の公開情報", "What anybody may know of a project"}, "public", Right::everyone,
      [desk](const Call& call, const ProjectQuery& query) -> Result<service::ProjectPage> {
        SUMI_TRY(auto page, service::project_page(call.ledger(), desk->index, query.project));
        return found(std::move(page), "登録されたプロジェクト", "registered project", std::to_string(query.project.value));
      });
  routes.get<BatchQuery, service::BatchPage>("/api/v1/batches/{batch}", {"発行ロットの公開情報", "What anybody may know of a batch"}, "public", Right::everyone,
      [desk](const Call& call, const BatchQuery& query) -> Result<service::BatchPage> {
        SUMI_TRY(auto page, service::batch_page(call.ledger(), desk->index, query.batch));
        return found(std::move(page), "発行ロット", "batch", std::to_string(query.batch.value));
      });
  add_list<RetirementsQuery, RetirementLine>(routes, "/api/v1/retirements", {"無効化等の一覧", "Completed retirements"}, "public", Right::everyone, {"無効化等", "retirements"},
      {{"番号", "Number", [](const auto& r, Language) { return std::to_string(r.retirement.value); }}, {"完了日", "Completed on", [](const auto& r, Language) { return r.completed_on.to_string(); }},
          {"利用者", "User", [](const auto& r, Language) { return r.user; }},
          {"種類", "Kind", [](const auto& r, Language l) { return said(words_of(r.end_use), l); }},
          {"用途", "Purposes", [](const auto& r, Language l) {
            std::string out;
            for (const auto& p : r.purpose_words) out += (out.empty() ? "" : ";") + (l == Language::ja ? p.ja : p.en);
            return out;
          }},
          {"数量", "Quantity", [](const auto& r, Language) { return r.used.value; }, true}, {"単位", "Unit", [](const auto& r, Language) { return r.used.unit; }}},
      retirements, [](const RetirementLine& r) { return std::to_string(r.retirement.value); });
  routes.get<RetirementQuery, service::RetirementPage>("/api/v1/retirements/{retirement}", {"無効化の公開情報", "What anybody may know of a retirement"}, "public", Right::everyone,
      [desk](const Call& call, const RetirementQuery& query) -> Result<service::RetirementPage> {
        SUMI_TRY(auto page, service::retirement_page(call.ledger(), desk->index, query.retirement));
        return found(std::move(page), "完了した無効化", "completed retirement", std::to_string(query.retirement.value));
      });
  routes.get<CodeQuery, service::CodeView>("/api/v1/paper-codes", {"書類の符号が指すエントリ", "The entry that the code on a paper means"}, "public", Right::everyone,
      [desk](const Call& call, const CodeQuery& query) { return service::code_view(call.ledger(), desk->index, query.code); });
  add_list<SearchQuery, service::PublicHit>(routes, "/api/v1/search", {"シリアル番号・案件・事業者・無効化の検索", "Search by serial, project, company, retirement"}, "public", Right::everyone, {"検索結果", "search"},
      {{"種類", "Kind", [](const auto& h, Language l) { return hit_kind(h.kind, l); }}, {"番号", "Number", [](const auto& h, Language) { return std::to_string(h.number); }},
          {"名称", "Title", [](const auto& h, Language) { return h.title; }}, {"内容", "Detail", [](const auto& h, Language) { return h.detail; }},
          {"日付", "Date", [](const auto& h, Language) { return h.date; }}, {"数量", "Quantity", [](const auto& h, Language) { return h.units == 0 ? std::string() : std::to_string(h.units); }, true}},
      hits, [](const service::PublicHit& h) { return h.kind + std::to_string(h.number); });
  add_journal_routes(routes);
  routes.get<Nothing, OpenDataView>("/api/v1/open-data", {"公開データの一覧", "Files of open data"}, "public", Right::everyone, [desk](const Call& call, const Nothing&) -> Result<OpenDataView> {
    SUMI_TRY(const auto data, open_data(desk, call));
    OpenDataView view{data->entry, {}, data->zip.size()};
    for (const auto& [name, text] : data->files) view.files.push_back({name, text.size()});
    return view;
  });
  routes.file<FileQuery>("/api/v1/open-data/{name}", {"公開データのファイル(全体は all.zip)", "A file of open data; all.zip is all of them"}, "public", Right::everyone, "application/octet-stream",
      [desk](const Call& call, const FileQuery& query) { return open_data_file(desk, call, query); });
}

}  // namespace sumi::http
