// The account holder's reads: what an account holds and why, its record and movements, its papers, its documents.
#include <algorithm>
#include <array>

#include "base/words.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "http/api.h"
#include "http/list_route.h"
#include "http/routes_holder.h"
#include "registry/names.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/account_record.h"
#include "service/holdings.h"
#include "service/papers.h"
#include "service/retiring.h"

namespace sumi::http {

Unexpected no_account(AccountNumber account) {
  return fail(errors::not_found, {{"what_ja", "口座" + std::to_string(account.value)}, {"what_en", "account " + std::to_string(account.value)}});
}

Result<void> check_seen(const Call& call, AccountNumber account) {
  bool seen = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { seen = service::may_see(state, call.caller.actor, account); }));
  if (!seen) return no_account(account);
  return {};
}

namespace {

using service::HoldingLine;
using service::MovementView;

struct HoldingsQuery : HolderList {
  AccountNumber account;
  service::HoldingFilter filter;
  template <class Self, class V> static void fields(Self& s, V& v) {
    HolderList::fields(s, v);
    v(Part::open, "account", s.account);
    service::HoldingFilter::fields(s.filter, v);
  }
};
struct SumsQuery {
  AccountNumber account;
  service::HoldingGroup by = service::HoldingGroup::kind;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "by", s.by);
  }
};
struct Sums {
  std::vector<service::HoldingSum> items;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "items", s.items); }
};
struct MovementsQuery : HolderList {
  AccountNumber account;
  service::MovementFilter filter;
  template <class Self, class V> static void fields(Self& s, V& v) {
    HolderList::fields(s, v);
    v(Part::open, "account", s.account);
    service::MovementFilter::fields(s.filter, v);
  }
};

Result<std::vector<HoldingLine>> lines_of(const Call& call, AccountNumber account) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::optional<std::vector<HoldingLine>> lines;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    if (service::may_see(state, call.caller.actor, account)) lines = service::holdings_of(state, *book, account);
  }));
  if (!lines) return no_account(account);
  return *std::move(lines);
}

Result<std::vector<HoldingLine>> holdings(const Call& call, const HoldingsQuery& query) {
  SUMI_TRY(auto lines, lines_of(call, query.account));
  std::erase_if(lines, [&](const HoldingLine& line) { return !service::fits(line, query.filter); });
  service::sort_holdings(lines, query.sort);
  return lines;
}

Result<Sums> sums(const Call& call, const SumsQuery& query) {
  SUMI_TRY(const auto lines, lines_of(call, query.account));
  return Sums{service::sums_of(lines, query.by)};
}

Result<service::AccountRecord> record(const Call& call, const AccountOnly& query) {
  SUMI_CHECK(check_seen(call, query.account));
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::optional<service::AccountRecord> out;
  const Instant now = call.office.clock.now();
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { out = service::account_record(state, *book, call.caller.actor, now, query.account); }));
  if (!out) return no_account(query.account);
  return *std::move(out);
}

Result<std::vector<MovementView>> movements(const Call& call, const MovementsQuery& query) {
  SUMI_CHECK(check_seen(call, query.account));
  SUMI_TRY(auto all, service::movements_of(call.ledger(), query.account, query.filter));
  service::sort_movements(all, query.sort);
  return all;
}

std::string said(const service::Bilingual& words, Language language) { return language == Language::ja ? words.ja : words.en; }
std::string marks_text(const HoldingLine& line, Language language) {
  std::string out;
  for (const auto& mark : line.marks) out += (out.empty() ? "" : "; ") + said(mark.words, language) + (mark.detail.empty() ? "" : " (" + mark.detail + ")");
  return out;
}

std::string state_text(const HoldingLine& line, Language language) {
  constexpr std::array<Words, 3> table{{{"free", "使えるもの", "free"}, {"waits_retirement", "無効化等の申請で手続中", "waits in a retirement"}, {"waits_offer", "移転の申込みで手続中", "waits in an offer"}}};
  return said(word_at(table, line.state), language);
}

std::vector<ListColumn<HoldingLine>> holding_columns() {
  return {{"シリアル番号", "Serials", [](const HoldingLine& l, Language) { return l.serials; }}, {"数量", "Units", [](const HoldingLine& l, Language) { return l.units_of.units.value; }, true},
      {"単位", "Unit", [](const HoldingLine& l, Language) { return l.units_of.units.unit; }}, {"制度", "Programme", [](const HoldingLine& l, Language) { return l.units_of.crediting_programme; }},
      {"種別", "Type", [](const HoldingLine& l, Language) { return l.units_of.credit_type; }}, {"案件番号", "Project", [](const HoldingLine& l, Language) { return l.units_of.project ? std::to_string(l.units_of.project.value) : ""; }, true},
      {"案件", "Project title", [](const HoldingLine& l, Language) { return l.units_of.project_title; }}, {"方法論", "Methodology", [](const HoldingLine& l, Language) { return l.units_of.methodology; }},
      {"実施年度", "Vintage", [](const HoldingLine& l, Language) { return l.units_of.vintage.to_string(); }}, {"場所", "Place", [](const HoldingLine& l, Language) { return l.place; }},
      {"認証番号", "Certification", [](const HoldingLine& l, Language) { return l.certification ? std::to_string(l.certification.value) : ""; }, true},
      {"発行日", "Issued on", [](const HoldingLine& l, Language) { return l.issued_on.to_string(); }}, {"状態", "State", state_text},
      {"記録", "Marks", marks_text}};
}

std::vector<ListColumn<MovementView>> movement_columns() {
  const auto price = [](const std::optional<service::Amount>& amount) { return amount ? amount->value : std::string(); };
  return {{"エントリ", "Entry", [](const MovementView& m, Language) { return std::to_string(m.entry.value); }, true}, {"日", "Date", [](const MovementView& m, Language) { return m.date.to_string(); }},
      {"内容", "Movement", [](const MovementView& m, Language language) { return said(m.words, language); }}, {"制度", "Programme", [](const MovementView& m, Language) { return m.crediting_programme; }},
      {"種別", "Type", [](const MovementView& m, Language) { return m.credit_type; }}, {"受", "In", [](const MovementView& m, Language) { return m.in ? m.units.value : ""; }, true},
      {"払", "Out", [](const MovementView& m, Language) { return m.in ? "" : m.units.value; }, true}, {"残高", "Balance", [](const MovementView& m, Language) { return m.balance.value; }, true},
      {"単位", "Unit", [](const MovementView& m, Language) { return m.units.unit; }}, {"相手口座", "Other account", [](const MovementView& m, Language) { return m.other ? std::to_string(m.other.value) : ""; }, true},
      {"相手", "Other party", [](const MovementView& m, Language) { return m.other_holder; }}, {"単価(円)", "Price (yen a unit)", [price](const MovementView& m, Language) { return price(m.price); }, true},
      {"契約日", "Agreed on", [](const MovementView& m, Language) { return m.agreed_on ? m.agreed_on->to_string() : ""; }}, {"原価(円)", "Cost (yen)", [](const MovementView& m, Language) { return m.cost.value; }, true}};
}

// ---- papers ----

enum class PaperFormat : std::uint8_t { pdf = 1, text = 2, json = 3 };
std::span<const std::pair<std::string_view, PaperFormat>> enum_names(PaperFormat) {
  static constexpr std::pair<std::string_view, PaperFormat> all[] = {{"pdf", PaperFormat::pdf}, {"text", PaperFormat::text}, {"json", PaperFormat::json}};
  return all;
}
enum class AccountPaper : std::uint8_t { balance = 1, history = 2, year = 3 };
std::span<const std::pair<std::string_view, AccountPaper>> enum_names(AccountPaper) {
  static constexpr std::pair<std::string_view, AccountPaper> all[] = {{"balance", AccountPaper::balance}, {"history", AccountPaper::history}, {"year", AccountPaper::year}};
  return all;
}
enum class RetirementPaper : std::uint8_t { notice = 1, certificates = 2 };
std::span<const std::pair<std::string_view, RetirementPaper>> enum_names(RetirementPaper) {
  static constexpr std::pair<std::string_view, RetirementPaper> all[] = {{"notice", RetirementPaper::notice}, {"certificates", RetirementPaper::certificates}};
  return all;
}
struct AccountPaperQuery {
  AccountNumber account;
  AccountPaper paper = AccountPaper::balance;
  PaperFormat format = PaperFormat::pdf;
  std::string language;     // ja, en, both
  std::optional<Date> on;   // of a certificate of balance; default: now
  FiscalYear year;          // of a yearly statement
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "paper", s.paper);
    v(Part::open, "format", s.format);
    v(Part::open, "language", s.language);
    v(Part::open, "on", s.on);
    v(Part::open, "year", s.year);
  }
};
struct RetirementPaperQuery {
  RetirementNumber retirement;
  RetirementPaper paper = RetirementPaper::notice;
  PaperFormat format = PaperFormat::pdf;
  std::string language;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "paper", s.paper);
    v(Part::open, "format", s.format);
    v(Part::open, "language", s.language);
  }
};

Result<FileAnswer> printed(const Call& call, const report::Document& document, PaperFormat format, const std::string& language, const std::string& name) {
  if (format == PaperFormat::json) return FileAnswer{report::to_json(document), "application/json", name + ".json"};
  if (format == PaperFormat::text) return FileAnswer{report::to_text(document, languages_of(call, language)), "text/plain; charset=utf-8", name + ".txt"};
  return pdf_answer(call, document, name, language);
}

Result<FileAnswer> account_paper(const Call& call, const AccountPaperQuery& query) {
  SUMI_CHECK(check_seen(call, query.account));
  const auto number = std::to_string(query.account.value);
  const bool ja = call.language == Language::ja;
  if (query.paper == AccountPaper::balance) {
    SUMI_TRY(const auto document, service::balance_certificate(call.ledger(), query.account, query.on));
    return printed(call, document, query.format, query.language, (ja ? "残高証明書-" : "balance-") + number + (query.on ? "-" + query.on->to_string() : ""));
  }
  if (query.paper == AccountPaper::history) {
    SUMI_TRY(const auto document, service::account_history(call.ledger(), query.account));
    return printed(call, document, query.format, query.language, (ja ? "口座記録-" : "history-") + number);
  }
  FiscalYear year = query.year;
  if (year.number == 0) year = FiscalYear::of(call.office.clock.now().date_in_japan());
  SUMI_TRY(const auto document, service::yearly_statement(call.ledger(), query.account, year));
  return printed(call, document, query.format, query.language, (ja ? "年次報告-" : "year-") + number + "-" + year.to_string());
}

Result<FileAnswer> retirement_paper(const Call& call, const RetirementPaperQuery& query) {
  bool seen = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { seen = service::may_see(state, call.caller.actor, query.retirement); }));
  const auto number = std::to_string(query.retirement.value);
  if (!seen) return fail(errors::not_found, {{"what_ja", "無効化等の申請" + number}, {"what_en", "retirement " + number}});
  const bool ja = call.language == Language::ja;
  if (query.paper == RetirementPaper::notice) {
    SUMI_TRY(const auto document, service::retirement_notice(call.ledger(), query.retirement));
    return printed(call, document, query.format, query.language, (ja ? "無効化通知書-" : "retirement-") + number);
  }
  SUMI_TRY(const auto document, service::certificate_list(call.ledger(), query.retirement));
  return printed(call, document, query.format, query.language, (ja ? "証書-" : "certificates-") + number);
}

// ---- documents: the articles of an account, a power of attorney, a user's consent ----

struct DocumentKept {
  Hash hash;
  std::uint64_t bytes = 0;
  std::string type;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "hash", s.hash);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "type", s.type);
  }
};
struct DocumentQuery {
  AccountNumber account;
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "account", s.account);
    v(Part::open, "hash", s.hash);
  }
};

// By the first bytes, whatever its name says; "" = none of those that are taken. PDF 32000-1:2008 7.5.2; ISO/IEC 15948 5.2; ISO/IEC 10918-1 B.1.1.
std::string_view type_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
  if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
  return {};
}

Result<DocumentKept> keep_document(const Call& call, const Nothing&, std::string_view body) {
  const auto type = type_of(body);
  if (type.empty()) return fail(errors::body_type, {{"text", std::string(call.request.header("content-type").substr(0, 80))}, {"known", "PDF, PNG, JPEG"}});
  SUMI_TRY(const auto hash, call.ledger().put_evidence(call.organisation(), std::string(body)));
  return DocumentKept{hash, body.size(), std::string(type)};
}

// A document is reached through the account for which it was filed, by whoever may see that account.
Result<FileAnswer> document(const Call& call, const DocumentQuery& query) {
  SUMI_CHECK(check_seen(call, query.account));
  OrganisationNumber owner;
  bool filed = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto& registry = state.registry();
    owner = registry.accounts().at(query.account).organisation;
    if (const auto* row = registry.account_book().documents.find(query.account)) filed = std::find(row->documents.begin(), row->documents.end(), query.hash) != row->documents.end();
    const auto& agents = registry.account_book().agents;
    for (auto it = agents.lower_bound({query.account, {}}); it != agents.end() && it->first.account == query.account; ++it) filed |= it->second.document == query.hash;
    for (const auto& [number, row] : registry.retirements()) {
      if (row.account != query.account) continue;
      if (const auto* use = registry.uses().uses.find(number)) filed |= use->consent == query.hash;
    }
  }));
  if (!filed || query.hash.is_zero()) return fail(errors::not_found, {{"what_ja", "その書類"}, {"what_en", "such document"}});
  SUMI_TRY(auto bytes, call.ledger().get_evidence(owner, query.hash));
  const auto type = type_of(bytes);
  const std::string_view end = type == "application/pdf" ? ".pdf" : type == "image/png" ? ".png" : ".jpg";
  constexpr std::size_t shown = 12;
  return FileAnswer{std::move(bytes), type.empty() ? "application/octet-stream" : type, query.hash.to_hex().substr(0, shown) + std::string(end)};
}

}  // namespace

void add_holder_routes(Routes& routes) {
  const std::string account = "/api/v1/accounts/{account}";
  add_list<HoldingsQuery, HoldingLine>(routes, account + "/holdings", {"保有残高の明細", "Holdings"}, "registry", Right::see_accounts, {"保有残高", "holdings"}, holding_columns(), holdings,
      [](const HoldingLine& l) { return l.id + wire::word_of(l.state); });
  routes.get<SumsQuery, Sums>(account + "/holdings/sums", {"保有残高の合計", "Holdings summed"}, "registry", Right::see_accounts, sums);
  routes.get<AccountOnly, service::AccountRecord>(account + "/record", {"口座の登録内容", "What is recorded of an account"}, "registry", Right::see_accounts, record);
  add_list<MovementsQuery, MovementView>(routes, account + "/movements", {"口座の移動の記録", "Movements"}, "registry", Right::see_accounts, {"移動の記録", "movements"}, movement_columns(), movements,
      [](const MovementView& m) { return std::to_string(m.entry.value) + m.credit_type + wire::word_of(m.move); });
  routes.file<AccountPaperQuery>(account + "/papers/{paper}", {"口座の証明書・報告書", "Papers of an account"}, "registry", Right::see_accounts, "application/pdf", account_paper);
  routes.file<DocumentQuery>(account + "/documents/{hash}", {"口座の書類", "A document of an account"}, "registry", Right::see_accounts, "application/octet-stream", document);
  routes.upload<Nothing, DocumentKept>("/api/v1/account-documents", {"口座の手続の書類を預ける", "Keeps a document for an account"}, "registry", Right::see_accounts, "application/octet-stream",
      ::sumi::limits::evidence_file_bytes_max, keep_document);
  routes.file<RetirementPaperQuery>("/api/v1/retirement-requests/{retirement}/papers/{paper}", {"無効化通知書・証書", "Notice and certificates"}, "registry", Right::see_accounts, "application/pdf",
      retirement_paper);
}

}  // namespace sumi::http
