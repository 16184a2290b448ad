#include "service/public_view.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/number.h"
#include "base/text.h"
#include "registry/serials.h"
#include "service/errors.h"
#include "service/papers.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using report::Align;
using report::Document;
using report::Words;

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string unit_of(registry::UnitKind kind) { return kind == registry::UnitKind::kwh ? "kWh" : kind == registry::UnitKind::gj ? "GJ" : kind == registry::UnitKind::allowance ? "t-CO2 (allowance)" : "t-CO2"; }

void take_out(std::string& text, std::string_view word) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.erase(at, word.size());
}

Result<scheme::State> state_of(const Ledger& ledger, std::optional<Date> day) {
  if (day) {
    SUMI_TRY(const auto entry, last_entry_of(ledger, *day));
    return ledger.state_at(entry);
  }
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  return state;
}

Document paper(const scheme::State& state, std::string kind, Words title, Date on) {
  Document d;
  d.kind = std::move(kind);
  d.title = std::move(title);
  if (state.meta().kind != scheme::StoreKind::production) d.mark = {"見本", "SAMPLE"};
  d.issued_on = on;
  d.issuer = {state.meta().operator_name, {}};
  return d;
}

const project::PlanVersionRow* plan_of(const scheme::State& state, ProjectNumber project) { return state.cases().current_plan(project); }

// What a serial means: batch and number.
std::optional<std::pair<BatchNumber, std::uint64_t>> find_serial(const rulebook::Rulebook& book, const scheme::State& state, const std::string& text) {
  const auto half = trim(to_half_width(text));
  const auto& batches = state.registry().batches();
  if (const auto colon = half.find(':'); colon != std::string::npos) {
    std::uint64_t batch = 0, serial = 0;
    const auto* begin = half.data() + (half.starts_with('B') ? 1 : 0);
    const auto a = std::from_chars(begin, half.data() + colon, batch);
    const auto b = std::from_chars(half.data() + colon + 1, half.data() + half.size(), serial);
    const bool whole = a.ec == std::errc{} && a.ptr == half.data() + colon && b.ec == std::errc{} && b.ptr == half.data() + half.size();
    const auto* row = whole ? batches.find({batch}) : nullptr;
    if (row != nullptr && serial >= row->first && serial < row->end) return std::pair{BatchNumber{batch}, serial};
  }
  if (const auto grammars = registry::serial_grammars_of(book)) {
    const auto parsed = registry::parse_serial(*grammars, "", text);
    const auto& by_origin = state.registry().imports().by_origin;
    for (auto it = by_origin.lower_bound({parsed.origin, {}}); it != by_origin.end() && it->first.first == parsed.origin; ++it) {
      const auto& row = batches.at(it->first.second);
      if (parsed.opaque() || (parsed.first < row.end && row.first <= parsed.last)) return std::pair{it->first.second, std::max(parsed.first, row.first)};
    }
  }
  // Our own print of a part of some batch: the same but for its two numbers.
  for (const auto& [batch, row] : batches) {
    if (state.registry().imports().imports.find(batch) != nullptr) continue;
    const auto whole = printed_serial(book, state, batch, row.first, row.end);
    const auto numbers = text_of(row.first) + "-" + text_of(row.end - 1);
    const auto at = whole.rfind(numbers);
    if (at == std::string::npos || half.size() < at || half.compare(0, at, whole, 0, at) != 0) continue;
    std::uint64_t serial = 0;
    const auto read = std::from_chars(half.data() + at, half.data() + half.size(), serial);
    if (read.ec == std::errc{} && serial >= row.first && serial < row.end) return std::pair{batch, serial};
  }
  return std::nullopt;
}

bool within(const PublicQuery& query, Date date) { return (!query.from || date >= *query.from) && (!query.to || date <= *query.to); }

// Whether one of the texts holds the words that were asked for.
bool names_fit(const std::string& asked, std::initializer_list<std::string> texts) {
  if (asked.empty()) return true;
  const auto folded = folded_name(asked);
  return std::any_of(texts.begin(), texts.end(), [&](const auto& t) { return !folded.empty() && folded_name(t).find(folded) != std::string::npos; });
}

bool organisation_fits(const scheme::OrganisationRow& row, const std::string& asked) {
  if (row.corporate_number == to_half_width(asked)) return true;
  if (names_fit(asked, {row.name_kana})) return true;
  return std::any_of(row.names.begin(), row.names.end(), [&](const auto& name) { return names_fit(asked, {name.name}); });
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string text = to_hiragana(nfkc(name));
  // NFKC writes ㈱ as (株) and ㍿ as 株式会社.
  for (const auto* word : {"株式会社", "有限会社", "合同会社", "合名会社", "合資会社", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "特定非営利活動法人", "(株)", "(有)", "(合)", "(一社)", "(一財)", "(公社)", "(公財)",
           "かぶしきがいしゃ", "かぶしきかいしゃ", "ゆうげんがいしゃ", " ", "\u3000", "・", "-", "‐", "－", "―", "\u2212", "'", ".", ","}) {
    take_out(text, word);
  }
  for (auto& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

namespace {

// Of the rulebook, or one of an earlier edition for which something was used. A slip would else look as if nothing was used for it.
Result<void> check_purpose(const rulebook::Rulebook& book, const Ledger& ledger, const std::string& purpose) {
  if (purpose.empty()) return {};
  std::set<std::string> known;
  for (const auto& row : book.rows("jcredit-registry/purposes")) known.insert(row.key.front());
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.registry().retirements()) known.insert(row.purpose);
    for (const auto& [number, row] : state.registry().uses().uses) {
      for (const auto& use : row.uses) known.insert(use.purpose);
    }
  }));
  known.erase("");
  if (known.contains(purpose)) return {};
  std::string all;
  for (const auto& one : known) all += (all.empty() ? "" : ", ") + one;
  return fail(errors::search_purpose, {{"purpose", purpose}, {"known", all}});
}

}  // namespace

Result<std::vector<PublicHit>> search(const Ledger& ledger, const PublicQuery& query) {
  const bool asked = !query.text.empty() || !query.serial.empty() || query.project || !query.user.empty() || !query.purpose.empty() || query.from || query.to;
  if (!asked) return fail(errors::search_empty);
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_CHECK(check_purpose(*book, ledger, query.purpose));
  std::vector<PublicHit> hits;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    std::optional<std::pair<BatchNumber, std::uint64_t>> serial;
    if (!query.serial.empty()) {
      serial = find_serial(*book, state, query.serial);
      if (!serial) return;
    }
    const bool only_uses = !query.purpose.empty() || !query.user.empty();
    const auto of_serial = [&](BatchNumber batch, std::uint64_t first, std::uint64_t end) { return !serial || (serial->first == batch && serial->second >= first && serial->second < end); };
    const auto serial_project = serial ? state.registry().batches().at(serial->first).attributes.project : ProjectNumber{};
    for (const auto& [number, row] : state.cases().projects) {
      const auto* plan = plan_of(state, number);
      if (only_uses || plan == nullptr || !is_registered(state, number)) continue;
      if (query.project && *query.project != number) continue;
      if (serial && serial_project != number) continue;
      if ((query.from || query.to) && !within(query, row.last_step_on)) continue;
      std::string proponents;
      bool fits = names_fit(query.text, {plan->head.title, plan->head.place});
      for (const auto organisation : plan->head.proponents) {
        const auto& o = state.organisations().at(organisation);
        proponents += (proponents.empty() ? "" : ", ") + o.names.back().name;
        fits = fits || organisation_fits(o, query.text);
      }
      if (!fits) continue;
      hits.push_back({"project", number.value, plan->head.title, proponents + " / " + plan->head.place, row.last_step_on.to_string(), 0});
    }
    for (const auto& [number, row] : state.registry().batches()) {
      if (only_uses || !of_serial(number, row.first, row.end)) continue;
      const auto& a = row.attributes;
      if (query.project && a.project != *query.project) continue;
      if (!within(query, row.issued_on) || !names_fit(query.text, {a.crediting_programme, a.credit_type, a.methodology, a.place})) continue;
      hits.push_back({"batch", number.value, printed_serial(*book, state, number, row.first, row.end), a.crediting_programme + " " + a.vintage.to_string() + " " + a.place, row.issued_on.to_string(), row.end - row.first});
    }
    for (const auto& [number, row] : state.registry().retirements()) {
      if (row.status != registry::RetirementStatus::confirmed || !within(query, row.decided)) continue;
      const auto in_range = [&](const auto& r) { return of_serial(r.batch, r.first, r.end); };
      const auto of_project = [&](const auto& r) { return !query.project || state.registry().batches().at(r.batch).attributes.project == *query.project; };
      if (std::none_of(row.ranges.begin(), row.ranges.end(), in_range) || std::none_of(row.ranges.begin(), row.ranges.end(), of_project)) continue;
      std::string purposes = row.purpose;
      bool purpose_fits = query.purpose.empty() || query.purpose == row.purpose;
      if (const auto* use = state.registry().uses().uses.find(number)) {
        purposes.clear();
        for (const auto& u : use->uses) {
          purposes += (purposes.empty() ? "" : ", ") + u.purpose;
          purpose_fits = purpose_fits || u.purpose == query.purpose;
        }
      }
      const auto* user = state.organisations().find(row.user);  // what was brought in may name none
      const auto user_fits = [&](const std::string& name) { return names_fit(name, {row.user_name}) || (user != nullptr && organisation_fits(*user, name)); };
      if (!purpose_fits || !user_fits(query.user) || (!names_fit(query.text, {purposes}) && !user_fits(query.text))) continue;
      hits.push_back({"retirement", number.value, row.user_name, purposes, row.decided.to_string(), row.amount()});
    }
    if (query.serial.empty() && !query.project && query.purpose.empty() && !query.from && !query.to) {
      for (const auto& [number, row] : state.organisations()) {
        const auto& name = query.user.empty() ? query.text : query.user;
        if (organisation_fits(row, name)) hits.push_back({"organisation", number.value, row.names.back().name, row.corporate_number, row.names.back().from.to_string(), 0});
      }
    }
  }));
  return hits;
}

Result<Document> public_totals(const Ledger& ledger, std::optional<Date> day) {
  SUMI_TRY(const auto state, state_of(ledger, day));
  SUMI_TRY(const auto book, ledger.rulebook(day));
  const auto on = day ? *day : paper_day(state);
  auto d = paper(state, "public_totals", {"クレジットの総量", "Totals of the registry"}, on);
  report::Table t;
  t.key = "batches";
  t.caption = {"発行単位ごと(" + on.to_string() + " 現在)", "Per batch, as known on " + on.to_string()};
  t.columns = {{"batch", {"番号", "No."}, Align::right}, {"serials", {"シリアル番号", "Serial numbers"}}, {"vintage", {"年度", "Vintage"}}, {"in", {"発行等", "In"}, Align::right}, {"held", {"保有", "Held"}, Align::right},
      {"escrowed", {"手続中", "Set aside"}, Align::right}, {"buffer", {"バッファー", "Buffer"}, Align::right}, {"retired", {"無効化", "Retired"}, Align::right}, {"retired_for_state", {"償却", "For a state"}, Align::right},
      {"cancelled", {"取消", "Cancelled"}, Align::right}, {"expired", {"失効", "Expired"}, Align::right}};
  std::map<registry::UnitKind, registry::BatchTotals> sums;
  const auto cells = [](const registry::BatchTotals& b) {
    std::vector<report::Value> out;
    for (const auto n : {b.in(), b.held, b.escrowed, b.buffer, b.retired, b.retired_for_state, b.cancelled, b.expired}) out.push_back(report::quantity(text_of(n)));
    return out;
  };
  for (const auto& [batch, totals] : state.registry().totals()) {
    const auto& row = state.registry().batches().at(batch);
    std::vector<report::Value> line{text_of(batch.value), printed_serial(*book, state, batch, row.first, row.end), row.attributes.vintage.to_string()};
    for (auto& cell : cells(totals)) line.push_back(std::move(cell));
    t.rows.push_back(std::move(line));
    auto& s = sums[row.attributes.unit_kind];
    s.opened += totals.opened, s.issued += totals.issued, s.imported += totals.imported, s.held += totals.held, s.escrowed += totals.escrowed, s.buffer += totals.buffer, s.retired += totals.retired,
        s.retired_for_state += totals.retired_for_state, s.cancelled += totals.cancelled, s.expired += totals.expired, s.exported += totals.exported;
  }
  report::Table kinds;
  kinds.key = "kinds";
  kinds.caption = {"単位の種類ごとの合計(種類の違う単位は合計しない)", "By kind of unit (kinds never add)"};
  kinds.columns = {{"kind", {"単位", "Unit"}}};
  kinds.columns.insert(kinds.columns.end(), t.columns.begin() + 3, t.columns.end());
  for (const auto& [kind, s] : sums) {
    std::vector<report::Value> line{unit_of(kind)};
    for (auto& cell : cells(s)) line.push_back(std::move(cell));
    kinds.rows.push_back(std::move(line));
  }
  // Per class of account, t-CO2 only: the kinds above say the rest.
  std::map<registry::AccountKind, std::pair<std::uint64_t, std::uint64_t>> classes;  // accounts, units
  for (const auto& [number, row] : state.registry().accounts()) {
    if (row.status == registry::AccountStatus::open || row.status == registry::AccountStatus::suspended) ++classes[row.kind].first;
    const auto b = state.registry().balance(number);
    classes[row.kind].second += b.held + b.escrowed + b.used;
  }
  report::Table accounts;
  accounts.key = "account_classes";
  accounts.caption = {"口座の区分ごと(t-CO2)", "Per class of account (t-CO2)"};
  accounts.columns = {{"class", {"区分", "Class"}}, {"accounts", {"口座数", "Accounts"}, Align::right}, {"units", {"数量", "Quantity"}, Align::right}};
  const auto class_word = [](registry::AccountKind kind) -> Words {
    switch (kind) {
      case registry::AccountKind::holding: return {"保有口座", "holding"};
      case registry::AccountKind::buffer: return {"バッファー管理口座", "buffer"};
      case registry::AccountKind::retirement: return {"無効化口座", "retirement"};
      case registry::AccountKind::cancellation: return {"取消口座", "cancellation"};
      case registry::AccountKind::government: return {"政府保有口座", "government"};
      case registry::AccountKind::expiry: return {"失効口座", "expiry"};
    }
    return {"?", "?"};
  };
  for (const auto& [kind, sum] : classes) accounts.rows.push_back({class_word(kind), report::quantity(text_of(sum.first)), report::quantity(text_of(sum.second))});
  report::Section section;
  section.key = "totals";
  section.tables = {std::move(kinds), std::move(accounts), std::move(t)};
  d.sections.push_back(std::move(section));
  d.notes = {{"口座ごとの保有量は保有者と監査人だけに示す。", "Holdings per account are for their holder and the auditor."}};
  return d;
}

namespace {

// An address as it is compared with an area: one width, no spaces, without a postal code in front.
std::string plain_address(std::string_view address) {
  auto text = nfkc(address);
  for (const auto* sign : {" ", "\u3000", "〒"}) take_out(text, sign);
  const auto digits = text.find_first_not_of("0123456789-");
  return digits == std::string::npos ? std::string() : text.substr(digits);
}

// Down to a municipality and no further: who may ask for a block could find out, one question at a time, an address that is sealed.
bool names_an_area(std::string_view text) {
  const auto ends = [](std::string_view t, std::initializer_list<std::string_view> signs) { return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return t.ends_with(sign); }); };
  // Names of prefectures have three or four characters, three bytes each: 京都府, 神奈川県.
  for (const std::size_t length : {std::size_t{9}, std::size_t{12}}) {
    if (text.size() < length || !ends(text.substr(0, length), {"都", "道", "府", "県"})) continue;
    const auto rest = text.substr(length);
    if (rest.empty() || (rest.find_first_of("0123456789") == std::string_view::npos && ends(rest, {"市", "区", "町", "村", "郡"}))) return true;
  }
  return false;
}

}  // namespace

Result<Document> area_view(const Ledger& ledger, const std::string& area) {
  const auto asked = plain_address(area);
  if (!names_an_area(asked)) return fail(errors::area_syntax, {{"text", area}});
  SUMI_TRY(const auto state, state_of(ledger, std::nullopt));
  auto d = paper(state, "area", {asked + " のクレジット", "Credits of " + asked}, paper_day(state));
  // From its beginning: 京都府 is not part of 東京都府中市.
  const auto here = [&](const std::string& address) { return plain_address(address).starts_with(asked); };
  const auto value_of = [&](const Sealed& sealed) -> std::string {
    if (!sealed) return {};
    const auto value = ledger.people().sealed(sealed.commitment);
    return value && *value ? std::string((*value)->value.begin(), (*value)->value.end()) : std::string();
  };
  struct Sums {
    std::uint64_t made = 0, used = 0;
  };
  std::map<std::pair<FiscalYear, std::string>, Sums> lines;  // year, kind
  std::uint64_t projects = 0, unknown = 0;
  for (const auto& [number, row] : state.cases().projects) {
    const auto* plan = plan_of(state, number);
    if (plan != nullptr && is_registered(state, number) && here(plan->head.place)) ++projects;
  }
  for (const auto& [batch, row] : state.registry().batches()) {
    const auto& a = row.attributes;
    if (a.unit_kind == registry::UnitKind::tco2 && here(a.place)) lines[{FiscalYear::of(row.issued_on), a.crediting_programme + " " + a.credit_type}].made += row.end - row.first;
  }
  std::map<OrganisationNumber, std::string> addresses;
  for (const auto& [account, documents] : state.registry().account_book().documents) {
    const auto address = value_of(documents.address);
    if (!address.empty()) addresses[state.registry().accounts().at(account).organisation] = address;
  }
  for (const auto& [number, row] : state.registry().retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    const auto* use = state.registry().uses().uses.find(number);
    const auto place = use != nullptr ? value_of(use->place) : std::string();
    const auto address = addresses.find(row.user);
    const bool known = !place.empty() || address != addresses.end();
    const bool used_here = known && here(place.empty() ? address->second : place);
    for (const auto& r : row.ranges) {
      const auto& a = state.registry().batches().at(r.batch).attributes;
      if (a.unit_kind != registry::UnitKind::tco2) continue;
      if (!known) unknown += r.count();
      if (used_here) lines[{FiscalYear::of(row.decided), a.crediting_programme + " " + a.credit_type}].used += r.count();
    }
  }
  report::Table t;
  t.key = "years";
  t.caption = {"年度・種別ごと(t-CO2)", "By fiscal year and kind (t-CO2)"};
  t.columns = {{"year", {"年度", "Year"}}, {"type", {"種別", "Kind"}}, {"made", {"創出 (t-CO2)", "Made (t-CO2)"}, Align::right}, {"used", {"利用 (t-CO2)", "Used (t-CO2)"}, Align::right}, {"surplus", {"差 (t-CO2)", "Made less used (t-CO2)"}, Align::right}};
  Sums sum;
  const auto difference = [](const Sums& s) { return (Integer::from_u64(s.made) - Integer::from_u64(s.used)).to_string(); };
  for (const auto& [key, s] : lines) {
    t.rows.push_back({key.first.to_string(), key.second, report::quantity(text_of(s.made)), report::quantity(text_of(s.used)), report::quantity(difference(s))});
    sum.made += s.made;
    sum.used += s.used;
  }
  if (!t.rows.empty()) t.total = {Words{"合計", "Total"}, "", report::quantity(text_of(sum.made)), report::quantity(text_of(sum.used)), report::quantity(difference(sum))};
  report::Section section;
  section.key = "area";
  section.fields = {{"projects", {"登録プロジェクト", "Registered projects"}, report::quantity(text_of(projects))}, {"made", {"創出(供給)", "Made here (supply)"}, report::quantity(text_of(sum.made), "t-CO2")},
      {"used", {"利用(需要)", "Used here (demand)"}, report::quantity(text_of(sum.used), "t-CO2")}, {"unknown", {"場所の分からない利用(全国)", "Used, place not known (whole registry)"}, report::quantity(text_of(unknown), "t-CO2")}};
  section.tables.push_back(std::move(t));
  d.sections.push_back(std::move(section));
  d.notes = {{"創出はプロジェクトの実施場所、利用はオフセットの場所、なければ利用者の口座書類の住所による。所在地は市区町村まで集計し、住所は示さない。",
      "Made: by the project's place. Used: by the place that was offset, else by the address of the user's account documents. Addresses are counted, never shown."}};
  return d;
}

Result<Document> article6_view(const Ledger& ledger, const std::string& asked_party, std::optional<std::uint32_t> year) {
  std::string party = trim(to_half_width(asked_party));
  for (auto& c : party) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  SUMI_TRY(const auto state, state_of(ledger, std::nullopt));
  SUMI_TRY(const auto book, ledger.rulebook());
  const auto& a6 = state.registry().article6();
  auto d = paper(state, "article6", {"パリ協定第6条の記録", "Article 6 records"}, paper_day(state));
  report::Table t;
  t.key = "actions";
  t.caption = {"Actions (UNFCCC agreed electronic format)", {}};
  t.columns = {{"first_id", {"First unique identifier", {}}}, {"metric", {"Metric", {}}}, {"quantity", {"Quantity (t CO2 eq)", {}}, Align::right}, {"first_transferring_party", {"First transferring Party", {}}}, {"vintage", {"Vintage", {}}},
      {"authorization_date", {"Date of authorization", {}}}, {"authorization_id", {"Authorization ID", {}}}, {"purposes", {"Purposes for authorization", {}}}, {"action_date", {"Action date", {}}}, {"action_type", {"Action type", {}}},
      {"transferring_party", {"Transferring Party", {}}}, {"acquiring_party", {"Acquiring Party", {}}}, {"using_entity", {"Using Party or entity", {}}}};
  const auto purposes = [](const registry::AuthorisationRow& row) {
    std::string out;
    const auto add = [&](bool set, const std::string& word) {
      if (set) out += (out.empty() ? "" : ", ") + word;
    };
    add(row.ndc, "NDC");
    add(row.international, "OIMP (" + row.scheme + ")");
    add(row.other, "other");
    return out;
  };
  const auto add = [&](const registry::AuthorisationRow& authorisation, AuthorisationNumber number, const registry::PublicRange& r, Date on, const char* type, const std::string& from, const std::string& to, const std::string& user) {
    const bool fits = (party.empty() || authorisation.host == party || from == party || to == party) && (!year || static_cast<std::uint32_t>(on.year()) == *year);
    if (!fits) return;
    const auto& a = state.registry().batches().at(r.batch).attributes;
    t.rows.push_back({printed_serial(*book, state, r.batch, r.first, r.end), a.unit_kind == registry::UnitKind::tco2 ? "GHG" : unit_of(a.unit_kind), report::quantity(text_of(r.end - r.first)), authorisation.host, std::to_string(a.vintage.number),
        report::short_day(authorisation.authorised_on), text_of(number.value), purposes(authorisation), report::short_day(on), type, from.empty() ? "-" : from, to.empty() ? "-" : to, user.empty() ? "-" : user});
  };
  for (const auto& [number, row] : a6.authorisations) {
    for (const auto& r : row.ranges) add(row, number, r, row.authorised_on, "Authorization", "", "", "");
    if (row.withdrawn_on) {
      for (const auto& r : row.ranges) add(row, number, r, *row.withdrawn_on, "Revocation", "", "", "");
    }
  }
  for (const auto& [key, row] : a6.first_transfers) {
    for (const auto& r : row.ranges) add(a6.authorisations.at(key.authorisation), key.authorisation, r, row.on, "First transfer", a6.authorisations.at(key.authorisation).host, row.acquiring, "");
  }
  // Uses and cancellations of what was authorised: the retirements of those serials.
  for (const auto& [retirement, row] : state.registry().retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    const char* type = row.end_use == registry::EndUse::cancellation ? "Cancellation" : "Use";
    for (const auto& used : row.ranges) {
      for (const auto& [number, authorisation] : a6.authorisations) {
        if (authorisation.withdrawn_on && *authorisation.withdrawn_on <= row.decided) continue;
        for (const auto& r : authorisation.ranges) {
          const registry::PublicRange both{r.batch, std::max(r.first, used.first), std::min(r.end, used.end)};
          if (r.batch == used.batch && both.first < both.end) add(authorisation, number, both, row.decided, type, "", "", row.user_name);
        }
      }
    }
  }
  report::Table ledger_of_parties;
  ledger_of_parties.key = "adjustments";
  ledger_of_parties.caption = {"国・年ごとの相当調整(t-CO2)", "Corresponding adjustments by party and year (t-CO2)"};
  ledger_of_parties.columns = {{"party", {"国", "Party"}}, {"year", {"年", "Year"}}, {"added", {"加算(実施済み)", "Added, applied"}, Align::right}, {"subtracted", {"減算(実施済み)", "Subtracted, applied"}, Align::right},
      {"pending", {"未了", "Pending"}, Align::right}};
  struct Sums {
    std::uint64_t added = 0, subtracted = 0, pending = 0;
  };
  std::map<std::pair<std::string, std::uint32_t>, Sums> sums;
  for (const auto& [key, row] : a6.adjustments) {
    if ((!party.empty() && key.party != party) || (year && key.year != *year)) continue;
    auto& s = sums[{key.party, key.year}];
    std::uint64_t units = 0;
    for (const auto& r : row.ranges) units += r.end - r.first;
    if (row.status == registry::AdjustmentStatus::pending) s.pending += units;
    if (row.status == registry::AdjustmentStatus::applied) (row.adds ? s.added : s.subtracted) += units;
  }
  for (const auto& [key, s] : sums) ledger_of_parties.rows.push_back({key.first, text_of(key.second), report::quantity(text_of(s.added)), report::quantity(text_of(s.subtracted)), report::quantity(text_of(s.pending))});
  report::Section section;
  section.key = "article6";
  section.tables = {std::move(ledger_of_parties), std::move(t)};
  d.sections.push_back(std::move(section));
  return d;
}

}  // namespace sumi::service
