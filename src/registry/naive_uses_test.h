// The rules of retirement, certificates, sites, the buffer and expiry, said a second time (naive_test.h).
#pragma once

#include "registry/naive_transfers_test.h"

namespace sumi::registry::naive {

// ---- asking for a retirement ----

inline bool known(EndUse use) { return use == EndUse::retirement || use == EndUse::state_target || use == EndUse::cancellation; }

template <class C>
void judge_retirement(const Book& b, const C& c, const World& in, Wrongs& w) {
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  w.add(!in.relations->exists(c.user), errors::organisation_unknown);
  judge_actor(b, c.account, in, &AgentRow::retires, w);
  if (a != nullptr) {
    w.add(!Book::stands(*a), errors::account_not_open);
    w.add(a->kind != AccountKind::holding, errors::account_kind_wrong);
  }
  w.add(!b.system(c.end_use), errors::system_account_missing);
  b.judge_selection(c.account, c.selection, in, w);
  judge_not_suspended(b, c.account, w);
}
inline void judge_purpose(const std::string& key, EndUse use, FiscalYear year, const World& in, Wrongs& w) {
  const auto it = in.rules->purposes.find(key);
  w.add(it == in.rules->purposes.end() || !known(use), errors::purpose_unknown);
  if (it == in.rules->purposes.end()) return;
  w.add(!it->second.end_uses.contains(use), errors::purpose_not_for_this_use);
  w.add(it->second.fiscal_year_needed && year.number == 0, errors::fiscal_year_missing);
}
inline RetirementRequested ask_for(Book& b, const RetirementRow& asked, const Selection& selection, const World& in) {
  RetirementRequested out;
  out.retirement = {b.retirements.size() + 1};
  out.ranges = b.chosen(asked.account, selection, in.today());
  auto row = asked;
  row.ranges = out.ranges;
  row.status = RetirementStatus::requested;
  row.requested_by = in.act.actor;
  row.requested_at = in.act.time;
  row.lapses_at = {in.act.time.ms + std::int64_t{14} * 86'400'000};  // a request lapses after 14 days (decision 13)
  b.retirements[out.retirement] = row;
  b.give(out.ranges, {asked.account, BlockStatus::escrowed, EscrowReason::retirement, out.retirement});
  return out;
}

inline void judge(const Book& b, const RequestRetirement& c, const World& in, Wrongs& w) {
  judge_purpose(c.purpose, c.end_use, c.fiscal_year, in, w);
  judge_retirement(b, c, in, w);
}
inline RetirementRequested happen(Book& b, const RequestRetirement& c, const World& in) {
  RetirementRow row;
  row.account = c.account, row.end_use = c.end_use, row.purpose = c.purpose, row.user = c.user, row.fiscal_year = c.fiscal_year, row.note = c.note;
  return ask_for(b, row, c.selection, in);
}

// April to March; what is completed from April to June may count for the year before as well.
inline bool serves(FiscalYear year, Date completed) {
  const int own = completed.month() >= 4 ? completed.year() : completed.year() - 1;
  return year.number == own || (completed.month() >= 4 && completed.month() <= 6 && year.number == own - 1);
}
inline void judge_years(const std::vector<Use>& uses, const World& in, Wrongs& w) {
  for (const auto& u : uses) {
    const auto it = in.rules->purposes.find(u.purpose);
    const bool asked = it != in.rules->purposes.end() && it->second.june_end && u.fiscal_year.number != 0;
    w.add(asked && !serves(u.fiscal_year, in.today()), errors::fiscal_year_not_served);
  }
}
inline bool authorised(const Book& b, const Serial& s, Date on) {
  return std::any_of(b.authorisations.begin(), b.authorisations.end(), [&](const auto& a) {
    const auto& row = a.second;
    return row.ndc && row.authorised_on <= on && (!row.withdrawn_on || on < *row.withdrawn_on) && Book::contains(serials(row.ranges), s);
  });
}

// The place rewarded is not where a unit was made, and towards a state's contribution goes only what was authorised for it: when it is asked for, and when it is done.
inline void judge_units_of_use(const Book& b, const std::vector<SerialRange>& ranges, EndUse end_use, const Hash& place_key, std::uint32_t key_version, const World& in, Wrongs& w) {
  for (const auto& s : b.each(ranges)) {
    const auto& a = b.batches.at(s.first).attributes;
    for (const auto& [key, site] : b.sites) {
      if (key.project != a.project || place_key.is_zero()) continue;
      w.add(site.key_version != key_version, errors::place_key_version);
      w.add(site.key_version == key_version && site.key == place_key, errors::place_same);
    }
    const bool jcm = end_use == EndUse::state_target && a.crediting_programme == "JCM";
    w.add(jcm && !authorised(b, s, in.today()), errors::not_authorised_ndc);
  }
}

inline void judge(const Book& b, const ApplyRetirement& c, const World& in, Wrongs& w) {
  w.add(c.uses.empty(), errors::uses_missing);
  w.add(c.uses.size() > 16, errors::uses_too_many);  // more would not fit a notice's page
  std::set<std::string> scopes;
  for (const auto& u : c.uses) {
    judge_purpose(u.purpose, c.end_use, u.fiscal_year, in, w);
    const auto it = in.rules->purposes.find(u.purpose);
    if (it == in.rules->purposes.end()) continue;
    scopes.insert(it->second.scope);
    w.add(it->second.object_needed && (c.offset == OffsetKind::none || !c.offset_object), errors::offset_missing);
    const bool somewhere = c.offset == OffsetKind::event || c.offset == OffsetKind::service || c.offset == OffsetKind::organisation;
    w.add(it->second.place_rule && somewhere && c.place_key.is_zero(), errors::place_missing);
  }
  w.add(scopes.size() > 1, errors::scopes_mixed);
  judge_retirement(b, c, in, w);
  w.add(b.account(c.account) != nullptr && c.user != b.account(c.account)->organisation && c.consent.is_zero(), errors::consent_missing);
  judge_years(c.uses, in, w);
  // Nothing that depends on the units is told where they could not be had.
  for (const auto* def : {&errors::selection_missing, &errors::range_outside_batch, &errors::batch_unknown, &errors::insufficient_units, &errors::account_unknown}) {
    if (w.has(*def)) return;
  }
  judge_units_of_use(b, b.chosen(c.account, c.selection, in.today()), c.end_use, c.place_key, c.key_version, in, w);
}
inline RetirementRequested happen(Book& b, const ApplyRetirement& c, const World& in) {
  RetirementRow row;
  row.account = c.account, row.end_use = c.end_use, row.purpose = c.uses.front().purpose, row.user = c.user, row.fiscal_year = c.uses.front().fiscal_year, row.note = c.note;
  const auto out = ask_for(b, row, c.selection, in);
  b.uses[out.retirement] = {c.uses, c.consent, c.offset, c.offset_object, c.place, c.place_key, c.key_version};
  return out;
}

// ---- confirming, withdrawing ----

inline void judge_confirm(const Book& b, RetirementNumber number, const World& in, Wrongs& w) {
  const auto it = b.retirements.find(number);
  w.add(it == b.retirements.end(), errors::retirement_unknown);
  if (it == b.retirements.end()) return;
  const auto& r = it->second;
  const auto& a = b.accounts.at(r.account);
  judge_actor(b, r.account, in, &AgentRow::retires, w);
  w.add((a.second_person || b.second_asked(r.account, Book::count(r.ranges))) && r.requested_by == in.act.actor, errors::second_person_needed);
  w.add(r.status != RetirementStatus::requested, errors::retirement_not_open);
  w.add(!b.system(r.end_use), errors::system_account_missing);
  for (const auto& s : b.each(r.ranges)) {
    w.add(b.suspended(s, in.today()), errors::units_suspended);
    w.add(in.act.business_date < b.batches.at(s.first).issued_on, errors::date_before_units);
  }
  judge_not_suspended(b, r.account, w);
}
inline void confirm(Book& b, RetirementNumber number, const World& in) {
  auto& r = b.retirements.at(number);
  r.status = RetirementStatus::confirmed;
  r.decided = in.act.business_date;
  r.user_name = in.user_name;
  b.give(r.ranges, {b.system(r.end_use), BlockStatus::used, EscrowReason::none, number});
}
inline std::vector<PublicRange> open_ranges(const std::vector<SerialRange>& ranges) {
  std::vector<PublicRange> out;
  for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
  return out;
}

// What was asked for by type 53 is confirmed by type 56 and not by 42, and the other way round.
inline void judge(const Book& b, const ConfirmRetirement& c, const World& in, Wrongs& w) {
  w.add(b.uses.contains(c.retirement), errors::use_execute);
  judge_confirm(b, c.retirement, in, w);
}
inline Retired happen(Book& b, const ConfirmRetirement& c, const World& in) {
  confirm(b, c.retirement, in);
  const auto& r = b.retirements.at(c.retirement);
  return {r.end_use, open_ranges(r.ranges), Book::count(r.ranges), r.purpose, r.fiscal_year, r.user, in.user_name, in.corporate_number, r.user != b.accounts.at(r.account).organisation};
}
inline void judge(const Book& b, const ExecuteRetirement& c, const World& in, Wrongs& w) {
  judge_confirm(b, c.retirement, in, w);
  const auto it = b.uses.find(c.retirement);
  w.add(b.retirements.contains(c.retirement) && it == b.uses.end(), errors::use_missing);
  if (it == b.uses.end()) return;
  judge_years(it->second.uses, in, w);
  const auto& r = b.retirements.at(c.retirement);
  judge_units_of_use(b, r.ranges, r.end_use, it->second.place_key, it->second.key_version, in, w);
}
inline RetirementExecuted happen(Book& b, const ExecuteRetirement& c, const World& in) {
  confirm(b, c.retirement, in);
  const auto& r = b.retirements.at(c.retirement);
  const auto& u = b.uses.at(c.retirement);
  RetirementExecuted out{r.end_use, open_ranges(r.ranges), Book::count(r.ranges), {}, u.offset, r.user, in.user_name, in.corporate_number, r.user != b.accounts.at(r.account).organisation};
  for (const auto& use : u.uses) out.uses.push_back({use.purpose, use.fiscal_year, use.report});
  return out;
}

inline void set_free(Book& b, RetirementNumber number, RetirementStatus status, Date on) {
  auto& r = b.retirements.at(number);
  r.status = status;
  r.decided = on;
  b.give(r.ranges, {r.account});
}
inline void judge(const Book& b, const WithdrawRetirement& c, const World& in, Wrongs& w) {
  const auto it = b.retirements.find(c.retirement);
  w.add(it == b.retirements.end(), errors::retirement_unknown);
  if (it == b.retirements.end()) return;
  judge_actor(b, it->second.account, in, &AgentRow::retires, w);
  w.add(it->second.status != RetirementStatus::requested, errors::retirement_not_open);
}
inline Nothing happen(Book& b, const WithdrawRetirement& c, const World& in) {
  set_free(b, c.retirement, RetirementStatus::withdrawn, in.act.business_date);
  return {};
}

// ---- what was used without a request ----

// A retirement that is written down as done.
inline RetirementOpened write_down(Book& b, RetirementRow row, Date decided, const World& in) {
  const RetirementNumber number{b.retirements.size() + 1};
  row.status = RetirementStatus::confirmed;
  row.requested_by = in.act.actor;
  row.requested_at = row.lapses_at = in.act.time;
  row.decided = decided;
  row.user_name = in.user_name;
  b.give(row.ranges, {b.system(row.end_use), BlockStatus::used, EscrowReason::none, number});
  b.retirements[number] = row;
  return {number};
}

inline void judge(const Book& b, const OpenRetirement& c, const World& in, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  b.judge_form(ranges, w);
  for (const auto& r : ranges) w.add(r.first == 0, errors::range_empty);
  const auto it = in.rules->purposes.find(c.purpose);
  w.add(it == in.rules->purposes.end(), errors::purpose_unknown);
  w.add(it != in.rules->purposes.end() && !it->second.end_uses.contains(c.end_use), errors::purpose_not_for_this_use);
  const auto* a = b.account(c.account);
  w.add(a == nullptr, errors::account_unknown);
  w.add(a != nullptr && !Book::stands(*a), errors::account_not_open);
  w.add(c.user && !in.relations->exists(c.user), errors::organisation_unknown);
  w.add(!b.system(c.end_use), errors::system_account_missing);
  w.add(c.used_on > in.act.business_date, errors::opened_in_future);
  b.judge_units(c.account, ranges, c.used_on, c.used_on, w);
}
inline RetirementOpened happen(Book& b, const OpenRetirement& c, const World& in) {
  RetirementRow row;
  row.account = c.account, row.end_use = c.end_use, row.ranges = serials(c.ranges), row.purpose = c.purpose, row.user = c.user, row.fiscal_year = c.fiscal_year;
  return write_down(b, row, c.used_on, in);
}

inline void judge(const Book& b, const DrawBuffer& c, const World& in, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  b.judge_form(ranges, w);
  const auto buffer = b.system(AccountKind::buffer);
  w.add(!buffer || !b.system(AccountKind::retirement), errors::system_account_missing);
  b.judge_units(buffer, ranges, in.today(), in.act.business_date, w);
  w.add(!in.need, errors::reversal_unknown);
  if (!in.need) return;
  w.add(in.need->drawn, errors::buffer_drawn);
  w.add(!in.need->drawn && in.need->tonnes == 0, errors::buffer_not_asked);
  w.add(Book::count(ranges) != in.need->tonnes, errors::buffer_draw_amount);
}
inline RetirementOpened happen(Book& b, const DrawBuffer& c, const World& in) {
  RetirementRow row;
  row.account = b.system(AccountKind::buffer), row.ranges = serials(c.ranges), row.purpose = "forest_buffer", row.user = in.act.on_behalf_of;
  return write_down(b, row, in.act.business_date, in);
}

inline void judge(const Book& b, const ExpireUnits& c, const World& in, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  b.judge_form(ranges, w);
  b.judge_place(ranges, w);
  const auto rule = in.rules->expiries.find(c.rule);
  const bool there = rule != in.rules->expiries.end();
  w.add(!there, errors::expiry_unknown);
  for (const auto& s : b.each(ranges)) {
    w.add(b.units.at(s).status == BlockStatus::used, errors::units_elsewhere);
    w.add(b.units.at(s).status == BlockStatus::escrowed, errors::units_in_escrow);
    w.add(there && b.batches.at(s.first).attributes.programme_code != rule->second.programme_code, errors::expiry_other_programme);
  }
  w.add(there && in.act.business_date <= rule->second.last_day, errors::expiry_not_yet);
  w.add(!b.system(AccountKind::expiry), errors::expiry_account_missing);
}
inline Nothing happen(Book& b, const ExpireUnits& c, const World&) {
  b.give(serials(c.ranges), {b.system(AccountKind::expiry), BlockStatus::used});
  return {};
}

inline void judge(const Book& b, const ReleaseBuffer& c, const World&, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  b.judge_form(ranges, w);
  b.judge_place(ranges, w);
  const auto* to = b.account(c.to);
  w.add(to == nullptr, errors::account_unknown);
  w.add(to != nullptr && !Book::stands(*to), errors::account_not_open);
  w.add(to != nullptr && to->kind != AccountKind::holding, errors::account_kind_wrong);
  for (const auto& s : b.each(ranges)) {
    const auto& u = b.units.at(s);
    const bool free = u.status == BlockStatus::held && b.accounts.at(u.account).kind == AccountKind::buffer;
    w.add(!free || b.batches.at(s.first).attributes.project != c.project, errors::buffer_elsewhere);
  }
}
inline Nothing happen(Book& b, const ReleaseBuffer& c, const World&) {
  b.give(serials(c.ranges), {c.to});
  return {};
}

// ---- certificates and sites ----

inline void judge(const Book& b, const DivideRetirement& c, const World& in, Wrongs& w) {
  const auto it = b.retirements.find(c.retirement);
  w.add(it == b.retirements.end(), errors::retirement_unknown);
  Integer grams, count;
  bool empty = c.parts.empty();
  for (const auto& p : c.parts) {
    empty = empty || p.count == 0 || p.grams == 0;
    grams += Integer::from_u64(p.count) * Integer::from_u64(p.grams);
    count += Integer::from_u64(p.count);
  }
  w.add(empty, errors::parts_empty);
  w.add(c.parts.size() > limits::certificate_parts_max || count > Integer::from_u64(limits::certificates_per_command_max), errors::parts_too_many);
  if (it == b.retirements.end()) return;
  const auto& r = it->second;
  w.add(r.user != in.act.on_behalf_of && !b.may(r.account, in, &AgentRow::retires), errors::not_the_holder);
  w.add(r.status != RetirementStatus::confirmed, errors::retirement_not_confirmed);
  w.add(b.batches.at(r.ranges.front().batch.value).attributes.unit_kind != UnitKind::tco2, errors::parts_kind);
  for (const auto& [first, row] : b.certificates) {
    if (row.retirement == c.retirement) grams += Integer::from_u64(row.grams);
  }
  w.add(grams > Integer::from_u64(Book::count(r.ranges)) * Integer::from_u64(1'000'000), errors::divided_too_much);
}
inline RetirementDivided happen(Book& b, const DivideRetirement& c, const World& in) {
  RetirementDivided out{1, 0, 0};
  for (const auto& [first, row] : b.certificates) out.first += row.count;
  for (const auto& p : c.parts) {
    out.count += p.count;
    out.grams += p.count * p.grams;
  }
  b.certificates[out.first] = {c.retirement, c.parts, out.count, out.grams, in.act.business_date, c.titles};
  return out;
}

inline void judge(const Book&, const RecordSite& c, const World&, Wrongs& w) { w.add(c.site.is_nil() || c.key.is_zero() || !c.address, errors::site_empty); }
inline Nothing happen(Book& b, const RecordSite& c, const World&) {
  b.sites[{c.project, c.site}] = {c.key, c.key_version, c.address};
  return {};
}

}  // namespace sumi::registry::naive
