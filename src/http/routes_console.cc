// What `sumi --server` reads that no page needs: the store's figures in short, holdings block by block, statistics, what is owed, entries whole, and the public papers.
#include <algorithm>

#include "base/limits.h"
#include "http/api.h"
#include "http/paper.h"
#include "scheme/statistics.h"
#include "service/console_view.h"
#include "service/public_view.h"
#include "service/statistics.h"

namespace sumi::http {

void add_console_routes(Routes& routes);

namespace {

using service::Page;
using service::PageQuery;

struct HeldQuery {
  PageQuery page;
  AccountNumber account;  // 0: every account that one may see
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "account", s.account);
  }
};
struct StatisticsQuery {
  std::optional<Date> as_known;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "as_known", s.as_known); }
};
struct DueQuery {
  PageQuery page;
  std::optional<Date> on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "on", s.on);
  }
};
struct RecordsQuery {
  SequenceNumber from;       // 0: the last ones
  std::uint32_t count = 20;  // at most 500
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "from", s.from);
    v(Part::open, "count", s.count);
  }
};
struct RecordsView {
  std::vector<service::JournalRecord> items;
  SequenceNumber last;  // of the journal
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "items", s.items);
    v(Part::party, "last", s.last);
  }
};

enum class PublicPaper : std::uint8_t { totals = 1, area = 2, article6 = 3 };
std::span<const std::pair<std::string_view, PublicPaper>> enum_names(PublicPaper) {
  static constexpr std::pair<std::string_view, PublicPaper> all[] = {{"totals", PublicPaper::totals}, {"area", PublicPaper::area}, {"article6", PublicPaper::article6}};
  return all;
}
enum class PublicFormat : std::uint8_t { pdf = 1, text = 2, json = 3 };
std::span<const std::pair<std::string_view, PublicFormat>> enum_names(PublicFormat) {
  static constexpr std::pair<std::string_view, PublicFormat> all[] = {{"pdf", PublicFormat::pdf}, {"text", PublicFormat::text}, {"json", PublicFormat::json}};
  return all;
}
struct PublicPaperQuery {
  PublicPaper paper = PublicPaper::totals;
  PublicFormat format = PublicFormat::pdf;
  std::string language;
  std::optional<Date> on;             // of totals
  std::string area;                   // of an area
  std::string party;                  // of Article 6
  std::optional<std::uint32_t> year;  // of Article 6
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "paper", s.paper);
    v(Part::open, "format", s.format);
    v(Part::open, "language", s.language);
    v(Part::open, "on", s.on);
    v(Part::open, "area", s.area);
    v(Part::open, "party", s.party);
    v(Part::open, "year", s.year);
  }
};

Result<report::Document> document_of(const Call& call, const PublicPaperQuery& query) {
  if (query.paper == PublicPaper::totals) return service::public_totals(call.ledger(), query.on);
  if (query.paper == PublicPaper::area) return service::area_view(call.ledger(), query.area);
  return service::article6_view(call.ledger(), query.party, query.year);
}

Result<FileAnswer> public_paper(const Call& call, const PublicPaperQuery& query) {
  SUMI_TRY(const auto document, document_of(call, query));
  const std::string name = "sumi-" + wire::word_of(query.paper);
  const auto languages = query.language == "both" ? report::Languages::both : call.language == Language::ja ? report::Languages::ja : report::Languages::en;
  if (query.format == PublicFormat::json) return FileAnswer{report::to_json(document), "application/json", name + ".json"};
  if (query.format == PublicFormat::text) return FileAnswer{report::to_text(document, languages), "text/plain; charset=utf-8", name + ".txt"};
  SUMI_TRY(auto pdf, paper_pdf(call, document, languages));
  return FileAnswer{std::move(pdf), "application/pdf", name + ".pdf"};
}

Result<Page<service::HeldBlock>> holdings(const Call& call, const HeldQuery& query) {
  const auto sees = [&](const scheme::State& state, AccountNumber account) { return service::may_see(state, call.caller.actor, account); };
  SUMI_TRY(auto all, service::held_blocks(call.ledger(), query.account, sees));
  return service::page_of(std::move(all), query.page, [](const service::HeldBlock& b) { return std::to_string(b.batch.value) + "-" + std::to_string(b.first); });
}

Result<Page<service::DueLine>> dues(const Call& call, const DueQuery& query) {
  const auto sees = [&](const scheme::State& state, ProjectNumber project) { return service::may_see(state, call.caller.actor, project); };
  SUMI_TRY(auto all, service::due_lines(call.ledger(), query.on, sees));
  return service::page_of(std::move(all), query.page, [](const service::DueLine& d) { return d.what + std::to_string(d.project.value) + "-" + std::to_string(d.number); });
}

Result<RecordsView> records(const Call& call, const RecordsQuery& query) {
  constexpr std::uint32_t at_most = 500;
  RecordsView view;
  view.last = call.ledger().last();
  SUMI_TRY(view.items, service::journal_records(call.ledger(), query.from, std::min(query.count, at_most)));
  return view;
}

}  // namespace

void add_console_routes(Routes& routes) {
  routes.get<Nothing, service::StoreStatus>("/api/v1/status", {"台帳の概要", "The store in short"}, "about", Right::signed_in,
      [](const Call& call, const Nothing&) { return service::store_status(call.ledger()); });
  routes.get<HeldQuery, Page<service::HeldBlock>>("/api/v1/holdings", {"保有クレジット(シリアル番号の範囲ごと)", "Who holds which serials, range by range"}, "registry", Right::see_accounts, holdings);
  routes.get<StatisticsQuery, scheme::Statistics>("/api/v1/statistics", {"制度の統計", "Figures of the scheme as a whole"}, "public", Right::everyone,
      [](const Call& call, const StatisticsQuery& query) { return service::statistics(call.ledger(), query.as_known); });
  routes.get<DueQuery, Page<service::DueLine>>("/api/v1/dues", {"案件に残る手続とその期限", "What projects owe, and by when"}, "projects", Right::see_cases, dues);
  routes.get<RecordsQuery, RecordsView>("/api/v1/audit/records", {"台帳の記帳の全体", "Entries whole: as asked for, and as they came out"}, "audit", Right::audit, records);
  routes.file<PublicPaperQuery>("/api/v1/papers/{paper}", {"公開の書面(総量、地域、第6条)", "Public papers: totals, an area, Article 6"}, "public", Right::everyone, "application/pdf", public_paper);
}

}  // namespace sumi::http
