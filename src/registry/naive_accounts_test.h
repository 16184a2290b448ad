// The rules of accounts, agents and of batches that come in, said a second time (naive_test.h).
#pragma once

#include "registry/naive_test.h"

namespace sumi::registry::naive {

// ---- accounts ----

inline void judge(const Book& b, const RequestAccount& c, const World& in, Wrongs& w) {
  const bool known = static_cast<int>(c.kind) >= 1 && static_cast<int>(c.kind) <= 6;
  w.add(!in.relations->exists(c.organisation), errors::organisation_unknown);
  w.add(!in.secretariat && in.act.on_behalf_of != c.organisation, errors::not_the_holder);
  w.add(!known || (c.kind != AccountKind::holding && !in.secretariat), errors::account_kind_wrong);
  for (const auto& [number, a] : b.accounts) {
    if (a.status == AccountStatus::refused || a.status == AccountStatus::closed || a.kind != c.kind) continue;
    const bool same_department = a.organisation == c.organisation && a.department == c.department;
    w.add(c.kind != AccountKind::holding || same_department, errors::account_exists);
  }
}
inline AccountOpened happen(Book& b, const RequestAccount& c, const World&) {
  const AccountNumber number{b.accounts.size() + 1};
  b.accounts[number] = {c.organisation, c.kind, c.department, c.second_person, AccountStatus::requested, {}, ""};
  return {number};
}

inline void judge(const Book& b, const DecideAccount& c, const World& in, Wrongs& w) {
  w.add(!c.approved && !in.rules->grounds.contains(c.ground), errors::ground_unknown);
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  if (a == nullptr) return;
  w.add(a->status != AccountStatus::requested, errors::account_already_decided);
  w.add(c.approved && a->kind == AccountKind::holding && !b.documents.empty() && !b.documents.contains(c.account), errors::account_documents_needed);
}
inline Nothing happen(Book& b, const DecideAccount& c, const World& in) {
  auto& a = b.accounts.at(c.account);
  a.status = c.approved ? AccountStatus::open : AccountStatus::refused;
  a.ground = c.ground;
  a.decided = in.act.business_date;
  return {};
}

inline void judge(const Book& b, const CloseAccount& c, const World& in, Wrongs& w) {
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  if (a == nullptr) return;
  w.add(a->organisation != in.act.on_behalf_of, errors::not_the_holder);
  w.add(a->status != AccountStatus::open, errors::account_not_open);
  w.add(a->kind != AccountKind::holding, errors::account_kind_wrong);
  for (const auto& [s, u] : b.units) w.add(u.account == c.account && u.status != BlockStatus::used, errors::account_not_empty);
}
inline Nothing happen(Book& b, const CloseAccount& c, const World& in) {
  b.accounts.at(c.account).status = AccountStatus::closed;
  b.accounts.at(c.account).decided = in.act.business_date;
  return {};
}

inline void judge(const Book& b, const FileAccountDocuments& c, const World& in, Wrongs& w) {
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  if (a != nullptr) {
    w.add(a->status == AccountStatus::refused || a->status == AccountStatus::closed, errors::account_not_open);
    w.add(a->kind != AccountKind::holding, errors::account_kind_wrong);
  }
  bool form = in.rules->legal_forms.empty();
  for (const auto& word : in.rules->legal_forms) form = form || c.holder_name.find(word) != std::string::npos;
  w.add(!form, errors::holder_name_form);
  // What is played is either all hiragana or has a letter of another script.
  w.add(c.name_kana.empty() || c.name_kana.find("ス") != std::string::npos || c.name_kana.find('a') != std::string::npos, errors::holder_kana);
  bool missing = c.documents.empty();
  for (const auto& d : c.documents) missing = missing || d.is_zero();
  w.add(missing, errors::documents_missing);
}
inline Nothing happen(Book& b, const FileAccountDocuments& c, const World& in) {
  b.documents[c.account] = {c.holder_name, c.name_kana, c.corporate_number, c.representative, c.address, c.contact, c.documents, in.act.business_date};
  return {};
}

inline void judge(const Book& b, const SetAccountControl& c, const World&, Wrongs& w) {
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  w.add(a != nullptr && a->kind != AccountKind::holding, errors::account_kind_wrong);
}
inline Nothing happen(Book& b, const SetAccountControl& c, const World&) {
  b.controls[c.account] = {c.second_person, c.above};
  return {};
}

inline void judge(const Book& b, const SuspendAccount& c, const World& in, Wrongs& w) {
  w.add(!in.rules->grounds.contains(c.ground), errors::ground_unknown);
  w.add(c.document.is_zero(), errors::documents_missing);
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  if (a == nullptr) return;
  w.add(a->kind != AccountKind::holding, errors::account_kind_wrong);
  w.add(!Book::stands(*a), errors::account_not_open);
  w.add(c.suspended && a->status == AccountStatus::suspended, errors::account_suspended);
  w.add(!c.suspended && a->status != AccountStatus::suspended, errors::account_not_suspended);
}
inline Nothing happen(Book& b, const SuspendAccount& c, const World&) {
  auto& a = b.accounts.at(c.account);
  a.status = c.suspended ? AccountStatus::suspended : AccountStatus::open;
  a.ground = c.suspended ? c.ground : "";
  return {};
}

inline void judge(const Book& b, const SucceedAccount& c, const World&, Wrongs& w) {
  for (const auto number : {c.account, c.to}) {
    const auto* a = b.account(number);
    w.add(a == nullptr, errors::account_unknown);
    w.add(a != nullptr && !Book::stands(*a), errors::account_not_open);
    w.add(a != nullptr && a->kind != AccountKind::holding, errors::account_kind_wrong);
  }
  w.add(c.account == c.to, errors::same_account);
  w.add(c.document.is_zero(), errors::documents_missing);
  for (const auto& [number, r] : b.retirements) w.add(r.account == c.account && r.status == RetirementStatus::requested, errors::account_has_open_acts);
  for (const auto& [number, o] : b.offers) w.add(o.from == c.account && Book::is_open(o), errors::account_has_open_acts);
}
inline Moved happen(Book& b, const SucceedAccount& c, const World& in) {
  Moved out;
  for (const auto& [key, row] : b.blocks()) {
    if (row.account == c.account && row.status == BlockStatus::held) out.ranges.push_back({key.batch, key.first, row.end});
  }
  b.give(out.ranges, {c.to});
  b.accounts.at(c.account).status = AccountStatus::closed;
  b.accounts.at(c.account).decided = in.act.business_date;
  return out;
}

inline void judge_own(const Book& b, AccountNumber account, const World& in, Wrongs& w) {
  const auto* a = b.account(account);
  w.add(a == nullptr, errors::account_unknown);
  if (a == nullptr) return;
  w.add(a->organisation != in.act.on_behalf_of, errors::not_the_holder);
  w.add(!Book::stands(*a), errors::account_not_open);
}
inline void judge(const Book& b, const AppointAgent& c, const World& in, Wrongs& w) {
  w.add(!c.transfers && !c.retires, errors::agent_scope);
  w.add(c.until < c.from || c.until < in.today(), errors::agent_days);
  w.add(!in.relations->exists(c.agent), errors::organisation_unknown);
  w.add(c.document.is_zero(), errors::documents_missing);
  judge_own(b, c.account, in, w);
  bool has_account = false;
  for (const auto& [number, a] : b.accounts) has_account = has_account || (a.organisation == c.agent && a.kind == AccountKind::holding && a.status == AccountStatus::open);
  w.add(!has_account, errors::agent_unfit);
  w.add(b.account(c.account) != nullptr && b.account(c.account)->organisation == c.agent, errors::agent_unfit);
}
inline Nothing happen(Book& b, const AppointAgent& c, const World&) {
  b.agents[{c.account, c.agent}] = {c.transfers, c.retires, c.from, c.until, c.document};
  return {};
}
inline void judge(const Book& b, const DismissAgent& c, const World& in, Wrongs& w) {
  judge_own(b, c.account, in, w);
  w.add(!b.agents.contains({c.account, c.agent}), errors::agent_unknown);
}
inline Nothing happen(Book& b, const DismissAgent& c, const World&) {
  b.agents.erase({c.account, c.agent});
  return {};
}

// ---- batches that come in ----

inline void judge_allocations(const Book& b, const std::vector<Allocation>& allocations, std::uint64_t amount, bool buffer_too, Wrongs& w) {
  Integer sum;
  for (const auto& a : allocations) {
    sum += Integer::from_u64(a.amount);
    w.add(a.amount == 0, errors::amount_zero);
    const auto* row = b.account(a.account);
    w.add(row == nullptr, errors::account_unknown);
    if (row == nullptr) continue;
    w.add(!Book::stands(*row), errors::account_not_open);
    w.add(row->kind != AccountKind::holding && !(buffer_too && row->kind == AccountKind::buffer), errors::account_kind_wrong);
  }
  w.add(allocations.size() > limits::ranges_per_command_max, errors::ranges_too_many);
  w.add(sum != Integer::from_u64(amount), errors::allocation_sum);
}

inline void judge(const Book& b, const Issue& c, const World& in, Wrongs& w) {
  w.add(!in.line, errors::certification_unknown);
  Wrongs none;
  judge_allocations(b, c.allocations, in.line ? in.line->amount : 0, true, in.line ? w : none);
  if (!in.line) {
    // Of a certification that there is not, only what has a lower number can be told.
    for (const auto* def : {&errors::amount_zero, &errors::ranges_too_many, &errors::account_unknown}) w.add(none.has(*def), *def);
    return;
  }
  w.add(in.line->issued, errors::certification_line_issued);
  w.add(in.act.business_date < in.line->certified_on, errors::date_before_certification);
}
inline BatchIssued happen(Book& b, const Issue& c, const World& in) {
  const BatchRow row{in.line->attributes, 1, 1 + in.line->amount, in.act.business_date};
  b.put_batch(row, &BatchTotals::issued, c.allocations);
  return {{b.batches.size()}, row.first, row.end, row.attributes};
}

inline void judge_block(const Book& b, std::uint64_t first, std::uint64_t end, Date issued_on, const BatchAttributes& attributes, const World& in, Wrongs& w) {
  w.add(first == 0 || end <= first, errors::range_empty);
  for (const auto& m : attributes.makers) w.add(!in.relations->exists(m.organisation), errors::organisation_unknown);
  w.add(issued_on > in.act.business_date, errors::opened_in_future);
  static_cast<void>(b);
}
inline void judge(const Book& b, const OpenBatch& c, const World& in, Wrongs& w) {
  judge_block(b, c.first, c.end, c.issued_on, c.attributes, in, w);
  judge_allocations(b, c.allocations, c.end - c.first, true, w);
}
inline BatchOpened happen(Book& b, const OpenBatch& c, const World&) {
  b.put_batch({c.attributes, c.first, c.end, c.issued_on}, &BatchTotals::opened, c.allocations);
  return {{b.batches.size()}};
}

// What a serial of another programme says, read without the grammars: "77-1001-1020-VCS" of Verra, or a text.
struct Read {
  bool known = false;
  std::uint64_t first = 1, last = 0;
  std::string origin;
};
inline Read read_serial(const std::string& programme, const std::string& serial) {
  Read out;
  unsigned long long batch = 0, first = 0, last = 0;
  char mark[8] = {};
  if (programme == "Verra" && std::sscanf(serial.c_str(), "%llu-%llu-%llu-%7s", &batch, &first, &last, mark) == 4 && std::string(mark) == "VCS" && first >= 1 && first <= last) {
    return {true, first, last, "verra/" + std::to_string(batch)};
  }
  out.origin = "opaque/";
  for (const char c : programme) out.origin += c == ' ' ? '_' : c;
  out.origin += '/' + serial;
  // Small and capital letters are one.
  for (std::size_t i = 7; i < out.origin.size(); ++i) {
    auto& c = out.origin[i];
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}
inline void judge(const Book& b, const ImportUnits& c, const World& in, Wrongs& w) {
  judge_block(b, c.first, c.end, c.issued_on, c.attributes, in, w);
  judge_allocations(b, c.allocations, c.end - c.first, false, w);
  w.add(c.document.is_zero(), errors::documents_missing);
  const auto& a = c.attributes;
  w.add(a.crediting_programme.empty() || a.crediting_programme == "J-Credit" || a.project || a.certification, errors::import_programme);
  w.add(c.serial.empty(), errors::import_serial_missing);
  w.add(a.unit_kind != UnitKind::tco2 && a.unit_kind != UnitKind::kwh && a.unit_kind != UnitKind::gj, errors::import_kind);
  const auto read = read_serial(a.crediting_programme, c.serial);
  w.add(c.first != read.first || (read.known && c.end != read.last + 1), errors::import_numbers_differ);
  for (const auto& [batch, row] : b.imports) {
    const auto& there = b.batches.at(batch.value);
    w.add(row.origin == read.origin && (!read.known || (c.first < there.end && there.first < c.end)), errors::already_imported);
  }
}
inline BatchImported happen(Book& b, const ImportUnits& c, const World&) {
  b.put_batch({c.attributes, c.first, c.end, c.issued_on}, &BatchTotals::imported, c.allocations);
  const auto read = read_serial(c.attributes.crediting_programme, c.serial);
  const BatchNumber number{b.batches.size()};
  b.imports[number] = {c.serial, read.known ? "verra_vcu" : "", read.origin, c.document};
  return {number, read.known ? "verra_vcu" : "", read.origin};
}

}  // namespace sumi::registry::naive
