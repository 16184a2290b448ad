#include "service/papers.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "registry/errors.h"
#include "registry/serials.h"
#include "service/account_record.h"
#include "service/errors.h"
#include "service/retiring.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using report::Align;
using report::Document;
using report::Value;
using report::Words;

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string unit_of(registry::UnitKind kind) {
  switch (kind) {
    case registry::UnitKind::tco2: return "t-CO2";
    case registry::UnitKind::kwh: return "kWh";
    case registry::UnitKind::gj: return "GJ";
    case registry::UnitKind::allowance: return "t-CO2 (allowance)";
  }
  return "?";
}
Value units(std::uint64_t n, registry::UnitKind kind = registry::UnitKind::tco2) { return report::quantity(text_of(n), unit_of(kind)); }
Words word_of(registry::EndUse use) {
  if (use == registry::EndUse::retirement) return {"無効化", "retirement"};
  if (use == registry::EndUse::state_target) return {"償却", "retirement for a state target"};
  return {"取消", "cancellation"};
}
Words word_of(registry::OffsetKind kind) {
  switch (kind) {
    case registry::OffsetKind::none: return {"-", "-"};
    case registry::OffsetKind::product: return {"製品", "product"};
    case registry::OffsetKind::service: return {"サービス", "service"};
    case registry::OffsetKind::event: return {"催し", "event"};
    case registry::OffsetKind::organisation: return {"組織", "organisation"};
  }
  return {"-", "-"};
}
Words word_of(Move move) {
  const auto words = words_of(move);
  return {words.ja, words.en};
}

// A purpose as the rulebook calls it.
Words purpose_words(const rulebook::Rulebook& book, const std::string& key) {
  const auto title = purpose_title(book, key);
  return {title.ja, title.en};
}

// What every paper of a store begins with.
Document paper(const scheme::State& state, std::string kind, Words title, Date issued_on) {
  Document d;
  d.kind = std::move(kind);
  d.title = std::move(title);
  if (state.meta().kind != scheme::StoreKind::production) d.mark = {"見本", "SAMPLE"};
  d.issued_on = issued_on;
  d.issuer = {state.meta().operator_name, {}};
  return d;
}

report::Verification verification(const EntryCode& code) {
  report::Verification v;
  v.code = code.to_text();
  v.says = {"この符号は台帳のエントリとその受領証を指します。「sumi registry receipt 符号」で受領証を作り、「sumi-verify」で確かめられます。",
      "This code leads to an entry of the ledger and its receipt: make it with \"sumi registry receipt CODE\", check it with sumi-verify."};
  v.fields = {{"origin", {"台帳", "Ledger"}, code.origin}, {"entry", {"エントリ", "Entry"}, text_of(code.entry.value)}, {"leaf", {"ハッシュ(先頭16桁)", "Hash (first 16 digits)"}, code.leaf}};
  return v;
}

report::Table serial_table(const rulebook::Rulebook& book, const scheme::State& state, const std::vector<registry::SerialRange>& ranges) {
  report::Table t;
  t.key = "units";
  t.caption = {"対象のクレジット", "Units"};
  t.columns = {{"serial", {"シリアル番号", "Serial numbers"}}, {"type", {"種別", "Type"}}, {"methodology", {"方法論", "Methodology"}}, {"vintage", {"年度", "Vintage"}}, {"units", {"数量", "Quantity"}, Align::right}};
  std::uint64_t sum = 0;
  auto kind = registry::UnitKind::tco2;
  for (const auto& r : ranges) {
    const auto& a = state.registry().batches().at(r.batch).attributes;
    kind = a.unit_kind;
    sum += r.count();
    t.rows.push_back({printed_serial(book, state, r.batch, r.first, r.end), a.programme_code.empty() ? a.credit_type : a.programme_code + " " + a.credit_type, a.methodology.empty() ? "-" : a.methodology,
        a.vintage.to_string(), units(r.count(), a.unit_kind)});
  }
  t.total = {Words{"合計", "Total"}, "", "", "", units(sum, kind)};
  return t;
}

}  // namespace

std::string printed_serial(const rulebook::Rulebook& rulebook, const scheme::State& state, BatchNumber batch, std::uint64_t first, std::uint64_t end) {
  const auto& a = state.registry().batches().at(batch).attributes;
  if (const auto* import = state.registry().imports().imports.find(batch)) {
    if (const auto grammars = registry::serial_grammars_of(rulebook)) {
      auto parsed = registry::parse_serial(*grammars, "", import->serial);
      if (parsed.opaque()) parsed.last = state.registry().batches().at(batch).end - 1;
      if (const auto text = registry::print_range(parsed, first, end - 1)) return *text;
    }
    return import->serial;
  }
  std::string text = "{programme_code}-{credit_type}-{project_type}-{project}-{certification}-{vintage}-{first}-{last}";
  rulebook::Query query;
  query.table = "codes/serial";
  query.key = {"printed_serial"};
  query.column = "template";
  if (const auto found = rulebook.look_up(query)) text = found->text();
  const auto* project = state.cases().project(a.project);
  const bool programme = project != nullptr && project->type == project::ProjectType::programme;
  const std::pair<std::string_view, std::string> parts[] = {
      {"{programme_code}", a.programme_code},
      {"{credit_type}", a.credit_type},
      {"{project_type}", programme ? "P" : "N"},
      {"{project}", text_of(project != nullptr ? project->official_number : a.project.value)},
      {"{certification}", text_of(a.certification.value)},
      {"{methodology}", a.methodology},
      {"{vintage}", std::to_string(a.vintage.number)},
      {"{batch}", text_of(batch.value)},
      {"{first}", text_of(first)},
      {"{last}", text_of(end - 1)},
  };
  for (const auto& [name, value] : parts) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) text.replace(at, name.size(), value);
  }
  return text;
}

// ---- codes ----

std::string EntryCode::to_text() const { return origin + "#" + text_of(entry.value) + ":" + leaf; }

std::string EntryCode::to_path() const { return "/r/" + origin + "/" + text_of(entry.value) + "/" + leaf; }

void lead_to_page(report::Document& document, std::string_view base_url) {
  if (!document.verification || base_url.empty()) return;
  if (const auto code = EntryCode::parse(document.verification->code)) document.verification->code = std::string(base_url) + code->to_path();
}

namespace {

// ".../r/sumi-demo/<store>/<entry>/<leaf>" as "sumi-demo/<store>#<entry>:<leaf>"; what is no such address stays.
std::string plain_code(std::string text) {
  const auto at = text.rfind("/r/sumi");
  if (at == std::string::npos) return text;
  text.erase(0, at + 3);
  const auto leaf = text.rfind('/');
  const auto entry = leaf == std::string::npos || leaf == 0 ? std::string::npos : text.rfind('/', leaf - 1);
  if (entry == std::string::npos) return text;
  text[leaf] = ':';
  text[entry] = '#';
  return text;
}

}  // namespace

Result<EntryCode> EntryCode::parse(std::string_view text) {
  EntryCode code;
  const auto half = plain_code(std::string(trim(to_half_width(text))));
  const auto hash = half.rfind('#'), colon = half.rfind(':');
  constexpr std::size_t digits = 16;
  const bool shaped = hash != std::string::npos && colon != std::string::npos && hash < colon && half.size() - colon - 1 == digits;
  if (shaped) {
    code.origin = half.substr(0, hash);
    code.leaf = half.substr(colon + 1);
    const auto* end = half.data() + colon;
    const auto read = std::from_chars(half.data() + hash + 1, end, code.entry.value);
    if (read.ec == std::errc{} && read.ptr == end && code.entry && journal::Origin::parse(code.origin)) return code;
  }
  return fail(errors::paper_code_syntax, {{"text", std::string(text)}});
}

Result<EntryCode> code_of(const Ledger& ledger, SequenceNumber entry) {
  EntryCode code;
  code.entry = entry;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { code.origin = journal::Origin{static_cast<journal::StoreKind>(state.meta().kind), state.meta().store}.to_text(); }));
  constexpr std::size_t digits = 16;
  // One segment holds it; the refusal ends the reading there, whatever it found.
  const auto missing = [&] { return fail(errors::entry_missing, {{"entry", text_of(entry.value)}, {"last", text_of(ledger.last().value)}}); };
  if (!entry || entry > ledger.last()) return missing();
  const auto read = ledger.segments(entry, [&](const journal::Segment& segment) -> Result<void> {
    SUMI_CHECK(journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
      if (number == entry) code.leaf = view.leaf_hash().to_hex().substr(0, digits);
      return {};
    }));
    return missing();
  });
  if (code.leaf.empty()) return read ? Result<EntryCode>(missing()) : Result<EntryCode>(Unexpected(read.error()));
  return code;
}

Result<SequenceNumber> entry_of(const Ledger& ledger, const EntryCode& code) {
  SUMI_TRY(const auto own, code_of(ledger, code.entry));
  if (own.origin != code.origin || own.leaf != code.leaf) return fail(errors::paper_code_foreign, {{"code", code.to_text()}});
  return code.entry;
}

bool is_registered(const scheme::State& state, ProjectNumber number) {
  const auto* project = state.cases().project(number);
  return project != nullptr && (project->official_number != 0 || state.opened_projects().find(number) != nullptr);
}

Date paper_day(const scheme::State& state) {
  const auto now = state.meta().kind == scheme::StoreKind::production ? std::max(state.now(), system_clock().now()) : state.now();
  return now.date_in_japan();
}

std::string user_number(const scheme::State& state, OrganisationNumber user) {
  const auto* row = state.organisations().find(user);
  return row == nullptr ? std::string() : row->corporate_number;
}

Result<SequenceNumber> last_entry_of(const Ledger& ledger, Date day) {
  SequenceNumber last;
  Date today;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { today = std::max(state.now(), system_clock().now()).date_in_japan(); }));
  if (day > today) return fail(errors::day_in_future, {{"date", day.to_string()}, {"today", today.to_string()}});
  SUMI_CHECK(ledger.records({1}, [&](const Record& record) -> Result<void> {
    if (record.header.time.date_in_japan() <= day) last = record.sequence;
    return {};
  }));
  if (!last) return fail(errors::store_younger, {{"date", day.to_string()}});
  return last;
}

// ---- retirement ----

namespace {

struct Retirement {
  registry::RetirementRow row;
  std::optional<registry::UseRow> use;
  SequenceNumber entry;  // that confirmed it
  Date on;
};

Result<Retirement> retired(const Ledger& ledger, const scheme::State& state, RetirementNumber number) {
  const auto* row = state.registry().retirements().find(number);
  if (row == nullptr) return fail(registry::errors::retirement_unknown, {{"retirement", text_of(number.value)}});
  if (row->status != registry::RetirementStatus::confirmed) return fail(errors::paper_not_retired, {{"retirement", text_of(number.value)}});
  Retirement out{*row, std::nullopt, {}, row->decided};
  if (const auto* use = state.registry().uses().uses.find(number)) out.use = *use;
  SUMI_CHECK(ledger.records({1}, [&](const Record& record) -> Result<void> {
    const auto* confirmed = std::get_if<registry::ConfirmRetirement>(&record.command);
    const auto* executed = std::get_if<registry::ExecuteRetirement>(&record.command);
    const auto* opened = std::get_if<registry::RetirementOpened>(&record.outcome);
    if ((confirmed != nullptr && confirmed->retirement == number) || (executed != nullptr && executed->retirement == number) || (opened != nullptr && opened->retirement == number)) {
      out.entry = record.sequence;
    }
    return {};
  }));
  return out;
}

// A retirement that was brought in may name no user.
void address_to_user(Document& d, const registry::RetirementRow& row) {
  if (!row.user_name.empty()) d.addressee = {row.user_name + " 御中", row.user_name};
}

}  // namespace

Result<Document> retirement_notice(const Ledger& ledger, RetirementNumber number) {
  SUMI_TRY(const auto book, ledger.rulebook());
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  SUMI_TRY(const auto it, retired(ledger, state, number));
  auto d = paper(state, "retirement_notice", {"無効化通知書", "Notice of retirement"}, it.on);
  if (it.row.end_use != registry::EndUse::retirement) d.title = {word_of(it.row.end_use).ja + "通知書", "Notice of " + word_of(it.row.end_use).en};
  d.number = text_of(number.value);
  address_to_user(d, it.row);
  d.paragraphs = {{"下記のクレジットについて、記録のとおり" + word_of(it.row.end_use).ja + "したことを通知します。この記録は取り消し、変更又は追加することができません。",
      "The units below were used up by " + word_of(it.row.end_use).en + " as recorded. The record cannot be undone, changed or added to."}};
  const auto& holder = state.organisations().at(state.registry().accounts().at(it.row.account).organisation);
  const auto corporate_number = user_number(state, it.row.user);
  const auto name = it.row.user_name.empty() ? std::string("-") : it.row.user_name;
  report::Section what;
  what.key = "retirement";
  what.heading = {"記録", "Record"};
  what.fields = {{"end_use", {"区分", "Kind"}, word_of(it.row.end_use)}, {"completed_on", {"完了日", "Completed on"}, report::day(it.on)},
      {"user", {"クレジット利用法人", "User"}, name}, {"user_corporate_number", {"法人番号", "Corporate number"}, corporate_number.empty() ? "-" : corporate_number},
      {"holder", {"口座保有者", "Account holder"}, holder.name_on(it.on)}, {"by_proxy", {"代理による申請", "By proxy"}, it.row.user != state.registry().accounts().at(it.row.account).organisation ? Words{"はい", "yes"} : Words{"いいえ", "no"}}};
  if (it.use && it.use->offset != registry::OffsetKind::none) {
    SUMI_TRY(const auto object, unsealed(ledger, it.use->offset_object));
    what.fields.push_back({"offset", {"オフセットの対象", "Offset"}, word_of(it.use->offset)});
    if (!object.empty()) what.fields.push_back({"offset_object", {"対象の内容", "What is offset"}, object});
  }
  report::Table uses;
  uses.key = "uses";
  uses.caption = {"用途", "Uses"};
  uses.columns = {{"purpose", {"用途", "Purpose"}}, {"fiscal_year", {"対象年度", "Fiscal year"}}, {"report", {"報告", "Report"}}};
  const auto add_use = [&](const std::string& purpose, FiscalYear year, const std::string& text) {
    Value purpose_value = purpose_words(*book, purpose);
    purpose_value.plain = purpose;
    uses.rows.push_back({purpose_value, year.number == 0 ? "-" : year.to_string(), text.empty() ? "-" : text});
  };
  if (it.use) {
    for (const auto& use : it.use->uses) add_use(use.purpose, use.fiscal_year, use.report);
  } else {
    add_use(it.row.purpose, it.row.fiscal_year, "");
  }
  what.tables = {std::move(uses), serial_table(*book, state, it.row.ranges)};
  d.sections.push_back(std::move(what));
  d.notes = {{"シリアル番号の書式は本プログラムのものです(J-クレジットの公式の桁構成は公表されていません)。", "The serials' form is this program's own: the official digit grammar of J-Credits is not public."}};
  SUMI_TRY(const auto code, code_of(ledger, it.entry));
  d.verification = verification(code);
  return d;
}

Result<Document> certificate_list(const Ledger& ledger, RetirementNumber number) {
  SUMI_TRY(const auto book, ledger.rulebook());
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  SUMI_TRY(const auto it, retired(ledger, state, number));
  auto d = paper(state, "offset_certificates", {"カーボン・オフセット証書", "Offset certificates"}, it.on);
  d.number = text_of(number.value);
  address_to_user(d, it.row);
  d.paragraphs = {{"無効化 " + text_of(number.value) + " を、次のとおり証書に分けました。証書の合計は無効化した量を超えません。",
      "Retirement " + text_of(number.value) + " was divided into these certificates; they never sum to more than was retired."}};
  report::Table t;
  t.key = "certificates";
  t.caption = {"証書", "Certificates"};
  t.columns = {{"numbers", {"番号", "Numbers"}}, {"title", {"対象", "For"}}, {"count", {"枚数", "Count"}, Align::right}, {"grams", {"1枚当たり (g)", "Grams each"}, Align::right}, {"total", {"計 (g)", "Grams"}, Align::right}};
  std::uint64_t count = 0;
  for (const auto& [first, row] : state.registry().uses().certificates) {
    if (row.retirement != number) continue;
    SUMI_TRY(const auto titles, unsealed(ledger, row.titles));
    auto next = first;
    std::size_t line = 0;
    for (const auto& part : row.parts) {
      const auto end = titles.find('\n', line);
      const auto title = line < titles.size() ? titles.substr(line, end == std::string::npos ? std::string::npos : end - line) : std::string("-");
      line = end == std::string::npos ? titles.size() : end + 1;
      t.rows.push_back({text_of(next) + (part.count > 1 ? "-" + text_of(next + part.count - 1) : ""), title, report::quantity(text_of(part.count)), report::quantity(text_of(part.grams)),
          report::quantity(text_of(part.count * part.grams))});
      next += part.count;
      count += part.count;
    }
  }
  if (t.rows.empty()) return fail(errors::paper_no_certificates, {{"retirement", text_of(number.value)}});
  const auto* grams = state.registry().uses().divided_grams.find(number);
  t.total = {Words{"合計", "Total"}, "", report::quantity(text_of(count)), "", report::quantity(text_of(grams == nullptr ? 0 : *grams))};
  report::Section section;
  section.key = "division";
  section.fields = {{"retired", {"無効化した量", "Retired"}, units(it.row.amount())}, {"divided", {"証書にした量", "Divided"}, report::quantity(text_of(grams == nullptr ? 0 : *grams), "g")}};
  section.tables = {std::move(t), serial_table(*book, state, it.row.ranges)};
  d.sections.push_back(std::move(section));
  SUMI_TRY(const auto code, code_of(ledger, it.entry));
  d.verification = verification(code);
  return d;
}

// ---- accounts ----

namespace {

Result<const registry::AccountRow*> account_in(const scheme::State& state, AccountNumber account) {
  const auto* row = state.registry().accounts().find(account);
  if (row == nullptr) return fail(registry::errors::account_unknown, {{"account", text_of(account.value)}});
  return row;
}

void address_to_holder(Document& d, const scheme::State& state, AccountNumber account, Date on) {
  const auto& row = state.registry().accounts().at(account);
  const auto& holder = state.organisations().at(row.organisation).name_on(on);
  d.addressee = {holder + " 御中", holder};
  d.number = text_of(account.value);
}

std::vector<report::Field> account_fields(const scheme::State& state, AccountNumber account, Date on) {
  const auto& row = state.registry().accounts().at(account);
  const auto& holder = state.organisations().at(row.organisation);
  return {{"account", {"口座番号", "Account"}, text_of(account.value)}, {"holder", {"口座保有者", "Holder"}, holder.name_on(on)},
      {"corporate_number", {"法人番号", "Corporate number"}, holder.corporate_number.empty() ? "-" : holder.corporate_number}, {"department", {"部署", "Department"}, row.department.empty() ? "-" : row.department}};
}

}  // namespace

Result<Document> balance_certificate(const Ledger& ledger, AccountNumber account, std::optional<Date> day) {
  scheme::State state;
  SequenceNumber entry;
  if (day) {
    SUMI_TRY(entry, last_entry_of(ledger, *day));
    SUMI_TRY(state, ledger.state_at(entry));
  }
  // The entry and the state are one moment's: taken again where somebody wrote between.
  while (!day && entry != ledger.last()) {
    entry = ledger.last();
    SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  }
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto* row, account_in(state, account));
  Date today;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { today = paper_day(s); }));
  const auto on = day ? *day : today;
  today = std::max(on, today);
  auto d = paper(state, "balance_certificate", {"残高証明書", "Certificate of balance"}, today);
  address_to_holder(d, state, account, on);
  // A day that is not over may bring more.
  if (on < today) {
    d.paragraphs = {{on.to_string() + " の終わりに、この口座に次のとおり記録されていたことを証明します。", "At the end of " + on.to_string() + " the account recorded what is written below."}};
  } else {
    const auto number = text_of(entry.value);
    d.paragraphs = {{on.to_string() + " 現在(台帳のエントリ " + number + " まで)、この口座に次のとおり記録されていることを証明します。",
        "On " + on.to_string() + ", up to entry " + number + " of the ledger, the account records what is written below."}};
  }
  const auto& reg = state.registry();
  report::Table held = serial_table(*book, state, reg.free_ranges(account));
  held.key = "held";
  held.caption = {"保有", "Held"};
  held.nothing = {"保有するクレジットはありません", "No units are held"};
  if (held.rows.empty()) held.total.clear();
  std::vector<registry::SerialRange> aside, restricted;
  for (const auto& [key, block] : reg.blocks()) {
    if (block.account == account && block.status == registry::BlockStatus::escrowed) aside.push_back({key.batch, key.first, block.end});
  }
  report::Section section;
  section.key = "account";
  section.heading = {"口座", "Account"};
  section.fields = account_fields(state, account, on);
  section.fields.push_back({"as_of", {"基準日", "As of"}, report::day(on)});
  for (const auto kind : {registry::UnitKind::tco2, registry::UnitKind::kwh, registry::UnitKind::gj, registry::UnitKind::allowance}) {
    const auto balance = reg.balance(account, kind);
    if (kind != registry::UnitKind::tco2 && balance.held + balance.escrowed == 0) continue;
    const auto suffix = kind == registry::UnitKind::tco2 ? std::string() : "_" + unit_of(kind);
    section.fields.push_back({"held" + suffix, {"保有量", "Held"}, units(balance.held, kind)});
    section.fields.push_back({"escrowed" + suffix, {"手続中", "Set aside"}, units(balance.escrowed, kind)});
  }
  section.tables.push_back(std::move(held));
  if (!aside.empty()) {
    auto t = serial_table(*book, state, aside);
    t.key = "escrowed";
    t.caption = {"手続中のクレジット", "Units set aside for a request"};
    section.tables.push_back(std::move(t));
  }
  // What restricts disposal, and trusts: 口座簿 records both (法 第49条第2項第4号, 第5号).
  report::Table limits;
  limits.key = "restrictions";
  limits.caption = {"処分の制限・信託", "Restrictions of disposal and trusts"};
  limits.columns = {{"number", {"番号", "Number"}, Align::right}, {"kind", {"種類", "Kind"}}, {"serial", {"シリアル番号", "Serial numbers"}}, {"from", {"始期", "From"}}};
  for (const auto& [number, r] : reg.offers().restrictions) {
    if (r.from > on || (r.lifted_from && *r.lifted_from <= on)) continue;
    const Words kind = r.kind == registry::RestrictionKind::dispute ? Words{"争い", "dispute"} : r.kind == registry::RestrictionKind::seizure ? Words{"差押え", "seizure"} : Words{"信託", "trust"};
    for (const auto& range : r.ranges) {
      for (const auto& [key, block] : reg.blocks()) {
        if (key.batch != range.batch || block.account != account || block.end <= range.first || key.first >= range.end) continue;
        limits.rows.push_back({text_of(number.value), kind, printed_serial(*book, state, key.batch, std::max(key.first, range.first), std::min(block.end, range.end)), report::short_day(r.from)});
      }
    }
  }
  if (!limits.rows.empty()) section.tables.push_back(std::move(limits));
  if (row->status == registry::AccountStatus::suspended) section.paragraphs.push_back({"この口座は利用を停止されています。", "The account is suspended."});
  d.sections.push_back(std::move(section));
  SUMI_TRY(const auto code, code_of(ledger, entry));
  d.verification = verification(code);
  d.verification->says = {"この証明書は、台帳のこのエントリまでの記録に基づきます。", "This certificate says what the ledger recorded up to this entry."};
  return d;
}

Result<Document> account_history(const Ledger& ledger, AccountNumber account) {
  SUMI_TRY(const auto history, history_of(ledger, account));
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  const auto today = paper_day(state);
  auto d = paper(state, "account_history", {"口座の取引履歴", "History of the account"}, today);
  address_to_holder(d, state, account, today);
  report::Section section;
  section.key = "account";
  section.fields = account_fields(state, account, today);
  report::Table t;
  t.key = "movements";
  t.caption = {"入出庫", "Movements"};
  t.columns = {{"date", {"日", "Date"}}, {"entry", {"エントリ", "Entry"}, Align::right}, {"move", {"内容", "What"}}, {"other", {"相手口座", "Other account"}, Align::right}, {"type", {"種別", "Type"}},
      {"units", {"数量", "Units"}, Align::right}, {"price", {"単価(円)", "Price (yen)"}, Align::right}, {"cost", {"取得原価(円)", "Cost (yen)"}, Align::right}, {"balance", {"残高", "Balance"}, Align::right}};
  for (const auto& m : history.movements) {
    const auto sign = comes_in(m.move) ? "" : "-";
    t.rows.push_back({report::short_day(m.date), text_of(m.entry.value), word_of(m.move), m.other ? text_of(m.other.value) : "-", m.kind.credit_type, report::quantity(sign + text_of(m.units)),
        m.price ? report::quantity(m.price->to_string()) : Value("-"), report::quantity(round_integer(m.cost, Rounding::half_up).to_string()), report::quantity(text_of(m.balance))});
  }
  section.tables.push_back(std::move(t));
  d.sections.push_back(std::move(section));
  d.notes = {{"取得原価は移動平均法による(単価の記録のない受入れは原価 0)。払出しの原価は円未満四捨五入。", "Cost by the moving average; what came without a price has no cost. Cost of what leaves is rounded half up to yen."},
      {"口座保有者、監査人及び事務局だけに示す記録です。", "For the holder, the auditor and the secretariat only."}};
  return d;
}

Result<Document> yearly_statement(const Ledger& ledger, AccountNumber account, FiscalYear year) {
  SUMI_TRY(const auto history, history_of(ledger, account));
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  const auto today = paper_day(state);
  if (year.first() > today) return fail(errors::day_in_future, {{"date", year.first().to_string()}, {"today", today.to_string()}});
  auto d = paper(state, "yearly_statement", {year.to_string() + " 口座の年間報告書", "Statement of the account for " + year.to_string()}, today);
  address_to_holder(d, state, account, today);
  struct Sums {
    std::uint64_t opening = 0, in = 0, out = 0;
    Rational opening_cost, in_cost, out_cost, proceeds;
  };
  std::map<CreditKind, Sums> sums;
  for (const auto& m : history.movements) {
    const auto of = FiscalYear::of(m.date);
    if (of > year) continue;
    auto& s = sums[m.kind];
    const bool in = comes_in(m.move);
    if (of < year) {
      s.opening = in ? s.opening + m.units : s.opening - m.units;
      s.opening_cost = in ? s.opening_cost + m.cost : s.opening_cost - m.cost;
      continue;
    }
    (in ? s.in : s.out) += m.units;
    auto& cost = in ? s.in_cost : s.out_cost;
    cost = cost + m.cost;
    if (m.move == Move::transfer_out && m.price) s.proceeds = s.proceeds + Rational(*m.price) * Rational(Integer::from_u64(m.units));
  }
  report::Table t;
  t.key = "kinds";
  t.caption = {"種別ごとの残高", "By kind of unit"};
  t.columns = {{"type", {"種別", "Type"}}, {"opening", {"期首", "Opening"}, Align::right}, {"in", {"増", "In"}, Align::right}, {"out", {"減", "Out"}, Align::right}, {"closing", {"期末", "Closing"}, Align::right},
      {"closing_cost", {"期末原価(円)", "Closing cost"}, Align::right}, {"out_cost", {"払出原価(円)", "Cost of what left"}, Align::right}, {"proceeds", {"売却額(円)", "Proceeds"}, Align::right}};
  const auto yen = [](const Rational& value) { return report::quantity(round_integer(value, Rounding::half_up).to_string()); };
  for (const auto& [kind, s] : sums) {
    const auto closing = s.opening + s.in - s.out;
    t.rows.push_back({kind.crediting_programme + " " + kind.credit_type, units(s.opening, kind.unit_kind), units(s.in, kind.unit_kind), units(s.out, kind.unit_kind), units(closing, kind.unit_kind),
        yen(s.opening_cost + s.in_cost - s.out_cost), yen(s.out_cost), yen(s.proceeds)});
  }
  report::Section section;
  section.key = "account";
  section.fields = account_fields(state, account, today);
  section.fields.push_back({"fiscal_year", {"年度", "Fiscal year"}, year.to_string()});
  section.tables.push_back(std::move(t));
  d.sections.push_back(std::move(section));
  d.notes = {{"行為の日による。原価は移動平均法、円未満四捨五入。会計上の扱いは利用者の判断による。", "By the day of the act. Cost by the moving average, rounded half up to yen. How it is booked is the holder's decision."}};
  return d;
}

}  // namespace sumi::service
