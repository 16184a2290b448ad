// What leaves and enters an account: previews, offers, returns, lists of transfers, retirements. The commands themselves stand under /api/v1/commands.
#include <algorithm>

#include "base/limits.h"
#include "http/api.h"
#include "http/list_route.h"
#include "http/job_desk.h"
#include "http/queries.h"
#include "http/routes_holder.h"
#include "http/routes_transfers.h"
#include "registry/names.h"
#include "service/bulk_transfer.h"
#include "service/identity.h"
#include "service/retiring.h"
#include "service/rules.h"
#include "service/transfers_view.h"

namespace sumi::http {

namespace {

using service::OfferView;
using service::OwnRetirement;
using service::ReturnView;

Instant now_of(const Call& call) { return call.office.clock.now(); }
std::string text_of(std::uint64_t n) { return std::to_string(n); }
template <class E> std::string word(E e) { return wire::word_of(e); }


// ---- transfers ----

Result<service::TransferPreview> preview_transfer(const Call& call, const AccountOnly& query, const service::TransferDraft& draft) {
  SUMI_CHECK(check_seen(call, query.account));
  SUMI_TRY(const auto book, call.ledger().rulebook());
  SUMI_TRY(const auto rules, service::rules_from(*book));
  std::optional<Result<service::TransferPreview>> out;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    out = service::preview_transfer(state, *book, rules, service::act_of(state, call.caller.actor, now_of(call)), query.account, draft);
  }));
  return *std::move(out);
}

struct TransfersQuery : HolderList {
  service::TransferFilter filter;
  template <class Self, class V> static void fields(Self& s, V& v) {
    HolderList::fields(s, v);
    service::TransferFilter::fields(s.filter, v);
  }
};
struct OfferQuery {
  OfferNumber offer;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "offer", s.offer); }
};
struct ReturnQuery {
  ReturnNumber number;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "number", s.number); }
};

Result<std::vector<OfferView>> offers(const Call& call, const TransfersQuery& query) {
  SUMI_TRY(auto all, service::offers_of(call.ledger(), call.caller.actor, now_of(call), query.filter));
  service::sort_offers(all, query.sort);
  return all;
}
Result<OfferView> offer(const Call& call, const OfferQuery& query) {
  SUMI_TRY(auto found, service::offer_view(call.ledger(), call.caller.actor, now_of(call), query.offer));
  if (!found) return fail(errors::not_found, {{"what_ja", "移転の申込み" + text_of(query.offer.value)}, {"what_en", "offer " + text_of(query.offer.value)}});
  return *std::move(found);
}
Result<std::vector<ReturnView>> returns(const Call& call, const TransfersQuery& query) { return service::returns_of(call.ledger(), call.caller.actor, now_of(call), query.filter); }
Result<ReturnView> one_return(const Call& call, const ReturnQuery& query) {
  SUMI_TRY(auto found, service::return_view(call.ledger(), call.caller.actor, now_of(call), query.number));
  if (!found) return fail(errors::not_found, {{"what_ja", "返還の求め" + text_of(query.number.value)}, {"what_en", "return " + text_of(query.number.value)}});
  return *std::move(found);
}

template <class Lines> std::string serials_of(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) out += (out.empty() ? "" : " ") + line.serials;
  return out;
}

std::vector<ListColumn<OfferView>> offer_columns() {
  return {{"番号", "No.", [](const OfferView& o, Language) { return text_of(o.offer.value); }, true}, {"状態", "Status", [](const OfferView& o, Language) { return word(o.status); }},
      {"申込日", "Offered on", [](const OfferView& o, Language) { return o.offered_on.to_string(); }}, {"移転元口座", "From account", [](const OfferView& o, Language) { return text_of(o.from.account.value); }, true},
      {"移転元", "From", [](const OfferView& o, Language) { return o.from.holder; }}, {"移転先口座", "To account", [](const OfferView& o, Language) { return text_of(o.to.account.value); }, true},
      {"移転先", "To", [](const OfferView& o, Language) { return o.to.holder; }}, {"数量", "Units", [](const OfferView& o, Language) { return o.units.value; }, true},
      {"単位", "Unit", [](const OfferView& o, Language) { return o.units.unit; }}, {"単価(円)", "Price (yen a unit)", [](const OfferView& o, Language) { return o.price_per_unit ? o.price_per_unit->value : ""; }, true},
      {"契約日", "Agreed on", [](const OfferView& o, Language) { return o.agreed_on ? o.agreed_on->to_string() : ""; }}, {"期限", "Expires on", [](const OfferView& o, Language) { return o.expires_on.to_string(); }},
      {"シリアル番号", "Serials", [](const OfferView& o, Language) { return serials_of(o.lines); }}};
}
std::vector<ListColumn<ReturnView>> return_columns() {
  return {{"番号", "No.", [](const ReturnView& r, Language) { return text_of(r.number.value); }, true}, {"状態", "Status", [](const ReturnView& r, Language) { return word(r.status); }},
      {"求めた日", "Asked on", [](const ReturnView& r, Language) { return r.asked.to_string(); }}, {"返す口座", "Gives back", [](const ReturnView& r, Language) { return text_of(r.from.account.value); }, true},
      {"返す者", "Holder", [](const ReturnView& r, Language) { return r.from.holder; }}, {"受ける口座", "Gets back", [](const ReturnView& r, Language) { return text_of(r.to.account.value); }, true},
      {"受ける者", "Asked by", [](const ReturnView& r, Language) { return r.to.holder; }}, {"数量", "Units", [](const ReturnView& r, Language) { return r.units.value; }, true},
      {"シリアル番号", "Serials", [](const ReturnView& r, Language) { return serials_of(r.lines); }}};
}

// ---- a list of transfers ----

struct BulkQuery {
  bool enter = false;              // false: judged, and nothing is entered
  std::optional<Date> expires_on;  // of lines that wait for a second person or the transferee
  std::string again;               // a name, where the same file is meant to be entered once more
  std::string language;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "enter", s.enter);
    v(Part::open, "expires_on", s.expires_on);
    v(Part::open, "again", s.again);
    v(Part::open, "language", s.language);
  }
};
BulkView bulk_view(const service::BulkTransfers& done) {
  BulkView view;
  view.entered = done.entered;
  view.repeated = done.repeated;
  view.fits = done.errors.empty();
  view.lines_in_all = static_cast<std::uint32_t>(done.lines.size());
  for (const auto& l : done.lines) {
    BulkLineView line{l.line, l.result, l.result == "moved" || l.result.starts_with("waits_for_") || l.result == "judged", l.message, l.entry, l.ranges, 0};
    for (const auto& r : l.ranges) line.units += r.count();
    if (line.fits) view.units += line.units;
    else ++view.refused;
    view.lines.push_back(std::move(line));
  }
  for (const auto& error : done.errors) {
    if (error.place.line == 0) view.findings.push_back(service::why_not(error));
  }
  view.report = service::bulk_report(done);
  return view;
}

service::Bilingual bulk_words(const BulkView& view) {
  const auto lines = text_of(view.lines_in_all), refused = text_of(view.refused);
  if (view.repeated) return {"このファイルは記帳済みです(" + lines + "行)。", "This file was entered before (" + lines + " lines)."};
  if (view.entered) return {lines + "行を記帳しました。", lines + " lines were entered."};
  if (view.fits) return {lines + "行のすべてを記帳できます。まだ何も記帳していません。", "All " + lines + " lines fit. Nothing was entered yet."};
  if (view.refused != 0) return {lines + "行のうち" + refused + "行に問題があります。何も記帳していません。", refused + " of " + lines + " lines do not fit. Nothing was entered."};
  return {"一覧に問題があります。何も記帳していません。", "The list does not fit. Nothing was entered."};
}

Result<JobView> bulk(JobDesk& jobs, const Call& call, const BulkQuery& query, std::string_view body) {
  // A list holds both kinds of command: a token names both, a session has passed what they ask for.
  for (const std::string_view name : {"Transfer", "OfferTransfer"}) SUMI_CHECK(service::Identity::may_command(call.who(), name, call.organisation()));
  service::BulkTransferRequest request;
  request.actor = call.person();
  request.on_behalf_of = call.organisation();
  request.expires_on = query.expires_on;
  request.again = query.again;
  request.dry_run = !query.enter;
  DeskWork work;
  work.kind = query.enter ? "transfers" : "transfer_check";
  work.title = query.enter ? service::Bilingual{"一覧による移転", "Transfers from a list"} : service::Bilingual{"移転の一覧の確認", "Check of a list of transfers"};
  work.act = query.again + " " + (query.expires_on ? query.expires_on->to_string() : "");
  auto& ledger = call.ledger();
  return jobs.begin(call, work,
      [&ledger, bytes = std::string(body), request, language = call.language](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
        const BytesView view(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        SUMI_TRY(const auto done, service::transfer_in_bulk(ledger, view, "", request, language, progress));
        const auto answer = bulk_view(done);
        return job_answer(answer, bulk_words(answer));
      },
      body.size());
}

// ---- retirements ----

struct Purposes {
  std::vector<service::PurposeView> items;
  Date today;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "items", s.items);
    v(Part::open, "today", s.today);
  }
};
Result<Purposes> purposes(const Call& call, const Nothing&) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  SUMI_TRY(const auto rules, service::rules_from(*book));
  Purposes out;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { out.today = std::max(now_of(call), state.now()).date_in_japan(); }));
  out.items = service::purposes_of(*book, rules, out.today);
  return out;
}

Result<service::EligibleUnits> judge(const Call& call, const AccountOnly& query, const service::RetireDraft& draft) {
  SUMI_CHECK(check_seen(call, query.account));
  return service::judge_units(call.ledger(), call.caller.actor, now_of(call), query.account, draft);
}
Result<service::RetirePreview> preview_retirement(const Call& call, const AccountOnly& query, const service::RetireDraft& draft) {
  SUMI_CHECK(check_seen(call, query.account));
  return service::preview_retirement(call.ledger(), call.caller.actor, now_of(call), query.account, draft);
}

struct RetirementsQuery : HolderList {
  service::RetirementFilter filter;
  template <class Self, class V> static void fields(Self& s, V& v) {
    HolderList::fields(s, v);
    service::RetirementFilter::fields(s.filter, v);
  }
};
Result<std::vector<OwnRetirement>> retirements(const Call& call, const RetirementsQuery& query) {
  SUMI_TRY(auto all, service::retirements_of(call.ledger(), call.caller.actor, now_of(call), query.filter));
  service::sort_retirements(all, query.sort);
  return all;
}
Result<OwnRetirement> retirement(const Call& call, const RetirementQuery& query) {
  SUMI_TRY(auto found, service::own_retirement(call.ledger(), call.caller.actor, now_of(call), query.retirement));
  const auto number = text_of(query.retirement.value);
  if (!found) return fail(errors::not_found, {{"what_ja", "無効化等の申請" + number}, {"what_en", "retirement " + number}});
  return *std::move(found);
}
std::vector<ListColumn<OwnRetirement>> retirement_columns() {
  const auto titles = [](const OwnRetirement& r, Language language) {
    std::string out;
    for (const auto& use : r.uses) out += (out.empty() ? "" : "; ") + (language == Language::ja ? use.title.ja : use.title.en) + (use.fiscal_year.number == 0 ? "" : " " + use.fiscal_year.to_string());
    return out;
  };
  return {{"番号", "No.", [](const OwnRetirement& r, Language) { return text_of(r.retirement.value); }, true}, {"区分", "Kind", [](const OwnRetirement& r, Language) { return word(r.end_use); }},
      {"状態", "Status", [](const OwnRetirement& r, Language) { return word(r.status); }}, {"申請日", "Asked on", [](const OwnRetirement& r, Language) { return r.requested_at.date_in_japan().to_string(); }},
      {"完了日", "Decided on", [](const OwnRetirement& r, Language) { return r.decided ? r.decided->to_string() : ""; }}, {"口座", "Account", [](const OwnRetirement& r, Language) { return text_of(r.account.account.value); }, true},
      {"利用者", "User", [](const OwnRetirement& r, Language) { return r.user.name; }}, {"数量", "Units", [](const OwnRetirement& r, Language) { return r.units.value; }, true},
      {"単位", "Unit", [](const OwnRetirement& r, Language) { return r.units.unit; }}, {"用途", "Uses", titles}, {"シリアル番号", "Serials", [](const OwnRetirement& r, Language) { return serials_of(r.lines); }}};
}

}  // namespace

void add_transfer_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  const std::string account = "/api/v1/accounts/{account}";
  const auto may_move = [](const Call& call, const service::JobRow&) -> Result<void> {
    if (service::allowed(Right::move_units, call.caller.actor, true)) return {};
    return fail(errors::not_found);
  };
  for (const char* kind : {"transfer_check", "transfers"}) jobs->guard(kind, may_move);
  routes.post<AccountOnly, service::TransferDraft, service::TransferPreview>(account + "/transfers/preview", {"移転の内容を確かめる(記帳しない)", "What a transfer would take; nothing is entered"}, "registry",
      Right::move_units, preview_transfer);
  routes.reads();
  add_list<TransfersQuery, OfferView>(routes, "/api/v1/offers", {"移転の申込み", "Offers of transfers"}, "registry", Right::see_accounts, {"移転の申込み", "offers"}, offer_columns(), offers,
      [](const OfferView& o) { return text_of(o.offer.value); });
  routes.get<OfferQuery, OfferView>("/api/v1/offers/{offer}", {"移転の申込み一件", "An offer"}, "registry", Right::see_accounts, offer);
  add_list<TransfersQuery, ReturnView>(routes, "/api/v1/returns", {"返還の求め", "Returns that were asked for"}, "registry", Right::see_accounts, {"返還の求め", "returns"}, return_columns(), returns,
      [](const ReturnView& r) { return text_of(r.number.value); });
  routes.get<ReturnQuery, ReturnView>("/api/v1/returns/{number}", {"返還の求め一件", "A return"}, "registry", Right::see_accounts, one_return);
  routes.upload<BulkQuery, JobView>("/api/v1/transfers/bulk", {"移転の一覧を読み始める", "Begins to read a list of transfers"}, "registry", Right::move_units, "text/csv", ::sumi::limits::evidence_file_bytes_max,
      [jobs](const Call& call, const BulkQuery& query, std::string_view body) { return bulk(*jobs, call, query, body); });
  routes.want_key();
  routes.get<Nothing, Purposes>("/api/v1/retirement-purposes", {"無効化等の用途", "Purposes of a retirement"}, "registry", Right::signed_in, purposes);
  routes.post<AccountOnly, service::RetireDraft, service::EligibleUnits>(account + "/retirements/eligibility", {"どのクレジットが使えるか", "Which units may serve, and why others may not"}, "registry",
      Right::see_accounts, judge);
  routes.reads();
  routes.post<AccountOnly, service::RetireDraft, service::RetirePreview>(account + "/retirements/preview", {"無効化等の内容を確かめる(記帳しない)", "What a retirement would take; nothing is entered"}, "registry",
      Right::move_units, preview_retirement);
  routes.reads();
  add_list<RetirementsQuery, OwnRetirement>(routes, "/api/v1/retirement-requests", {"無効化等の申請", "Retirements of one's accounts"}, "registry", Right::see_accounts, {"無効化等の申請", "retirements"}, retirement_columns(), retirements,
      [](const OwnRetirement& r) { return text_of(r.retirement.value); });
  routes.get<RetirementQuery, OwnRetirement>("/api/v1/retirement-requests/{retirement}", {"無効化等の申請一件", "A retirement"}, "registry", Right::see_accounts, retirement);
}

}  // namespace sumi::http
