// The rules of transfers, offers, returns, corrections, restrictions and labels, said a second time (naive_test.h).
#pragma once

#include "registry/naive_test.h"

namespace sumi::registry::naive {

inline void judge_two_accounts(const Book& b, AccountNumber from, AccountNumber to, Wrongs& w) {
  for (const auto number : {from, to}) {
    const auto* a = b.account(number);
    w.add(a == nullptr, errors::account_unknown);
    w.add(a != nullptr && !Book::stands(*a), errors::account_not_open);
    w.add(a != nullptr && a->kind != AccountKind::holding, errors::account_kind_wrong);
  }
  w.add(from == to, errors::same_account);
}
inline void judge_actor(const Book& b, AccountNumber account, const World& in, bool AgentRow::* scope, Wrongs& w) {
  w.add(b.account(account) != nullptr && !b.may(account, in, scope), errors::not_the_holder);
}
inline void judge_not_suspended(const Book& b, AccountNumber account, Wrongs& w) {
  w.add(b.account(account) != nullptr && b.account(account)->status == AccountStatus::suspended, errors::account_suspended);
}
inline std::uint64_t amount_of(const Selection& s) { return s.pick ? s.pick->amount : Book::count(s.ranges); }

// ---- transfers and offers ----

template <class C>
void judge_leaving(const Book& b, const C& c, const World& in, Wrongs& w) {
  b.judge_price(c.price_yen_per_t, w);
  judge_two_accounts(b, c.from, c.to, w);
  judge_actor(b, c.from, in, &AgentRow::transfers, w);
  b.judge_selection(c.from, c.selection, in, w);
  judge_not_suspended(b, c.from, w);
}
inline void judge(const Book& b, const Transfer& c, const World& in, Wrongs& w) {
  judge_leaving(b, c, in, w);
  w.add(b.second_asked(c.from, amount_of(c.selection)), errors::second_person_for_transfer);
}
inline Moved happen(Book& b, const Transfer& c, const World& in) {
  auto ranges = b.chosen(c.from, c.selection, in.today());
  b.give(ranges, {c.to});
  return {ranges};
}

inline void judge(const Book& b, const OfferTransfer& c, const World& in, Wrongs& w) {
  judge_leaving(b, c, in, w);
  w.add(c.expires_on < in.today(), errors::offer_expiry_past);
  w.add(c.expires_on.days() - in.today().days() > 90, errors::offer_expiry_far);
  w.add(c.agreed_on && *c.agreed_on > in.act.business_date, errors::agreed_in_future);
}
inline TransferOffered happen(Book& b, const OfferTransfer& c, const World& in) {
  TransferOffered out;
  out.offer = {b.offers.size() + 1};
  out.ranges = b.chosen(c.from, c.selection, in.today());
  out.waits_for_second = b.second_asked(c.from, amount_of(c.selection));
  out.moved = !c.acceptance && !out.waits_for_second;
  OfferRow row{c.from, c.to, out.ranges, c.price_yen_per_t, c.agreed_on, c.acceptance, c.expires_on, OfferStatus::offered, in.act.actor, in.act.business_date, {}, c.note};
  if (out.waits_for_second) row.status = OfferStatus::waits_for_second;
  if (out.moved) {
    row.status = OfferStatus::moved;
    row.decided = in.act.business_date;
    b.give(out.ranges, {c.to});
  } else {
    b.give(out.ranges, {c.from, BlockStatus::escrowed, EscrowReason::offer, {}});
  }
  b.offers[out.offer] = row;
  return out;
}

// An offer that is over is refused with that: its units are no matter of it any more.
inline bool judge_offer_waits(const OfferRow& o, bool second, bool offered, const World& in, Wrongs& w) {
  const bool fits = (second && o.status == OfferStatus::waits_for_second) || (offered && o.status == OfferStatus::offered);
  const bool over = !fits || in.today() > o.expires_on;
  w.add(over, errors::offer_not_open);
  return !over;
}
inline void judge_offer_moves(const Book& b, const OfferRow& o, const World& in, Wrongs& w) {
  w.add(!Book::stands(b.accounts.at(o.to)), errors::account_not_open);
  for (const auto& s : b.each(o.ranges)) {
    w.add(b.suspended(s, in.today()), errors::units_suspended);
    w.add(in.act.business_date < b.batches.at(s.first).issued_on, errors::date_before_units);
  }
  judge_not_suspended(b, o.from, w);
}
inline void end_offer(Book& b, OfferNumber number, OfferStatus status, Date on) {
  auto& o = b.offers.at(number);
  b.give(o.ranges, {status == OfferStatus::moved ? o.to : o.from});
  o.status = status;
  o.decided = on;
}

inline void judge(const Book& b, const ConfirmOffer& c, const World& in, Wrongs& w) {
  const auto it = b.offers.find(c.offer);
  w.add(it == b.offers.end(), errors::offer_unknown);
  if (it == b.offers.end()) return;
  judge_actor(b, it->second.from, in, &AgentRow::transfers, w);
  w.add(it->second.offered_by == in.act.actor, errors::second_person_needed);
  if (judge_offer_waits(it->second, true, false, in, w)) judge_offer_moves(b, it->second, in, w);
}
inline OfferConfirmed happen(Book& b, const ConfirmOffer& c, const World& in) {
  OfferConfirmed out;
  auto& o = b.offers.at(c.offer);
  if (o.acceptance) {
    o.status = OfferStatus::offered;
    return out;
  }
  out.moved = true;
  out.ranges = o.ranges;
  end_offer(b, c.offer, OfferStatus::moved, in.act.business_date);
  return out;
}

inline void judge(const Book& b, const AcceptOffer& c, const World& in, Wrongs& w) {
  const auto it = b.offers.find(c.offer);
  w.add(it == b.offers.end(), errors::offer_unknown);
  if (it == b.offers.end()) return;
  judge_actor(b, it->second.to, in, &AgentRow::transfers, w);
  if (judge_offer_waits(it->second, false, true, in, w)) judge_offer_moves(b, it->second, in, w);
}
inline Moved happen(Book& b, const AcceptOffer& c, const World& in) {
  end_offer(b, c.offer, OfferStatus::moved, in.act.business_date);
  return {b.offers.at(c.offer).ranges};
}

// The transferor may withdraw it as long as it is open, the transferee may decline what was offered to it.
inline void judge(const Book& b, const EndOffer& c, const World& in, Wrongs& w) {
  const auto it = b.offers.find(c.offer);
  w.add(it == b.offers.end(), errors::offer_unknown);
  if (it == b.offers.end()) return;
  const bool giver = b.may(it->second.from, in, &AgentRow::transfers);
  const bool taker = b.may(it->second.to, in, &AgentRow::transfers);
  w.add(!giver && !taker, errors::not_the_holder);
  judge_offer_waits(it->second, giver, true, in, w);
}
inline Nothing happen(Book& b, const EndOffer& c, const World& in) {
  const bool giver = b.may(b.offers.at(c.offer).from, in, &AgentRow::transfers);
  end_offer(b, c.offer, giver ? OfferStatus::withdrawn : OfferStatus::declined, in.act.business_date);
  return {};
}

// ---- returns and corrections ----

inline void judge(const Book& b, const AskReturn& c, const World& in, Wrongs& w) {
  b.judge_form(c.ranges, w);
  judge_two_accounts(b, c.from, c.to, w);
  judge_actor(b, c.to, in, &AgentRow::transfers, w);
  b.judge_place(c.ranges, w);
  w.add(c.entry.value == 0, errors::entry_not_named);
}
inline ReturnAsked happen(Book& b, const AskReturn& c, const World& in) {
  const ReturnNumber number{b.returns.size() + 1};
  b.returns[number] = {c.entry, c.from, c.to, c.ranges, ReturnStatus::asked, in.act.business_date, {}, c.note};
  return {number};
}

inline void judge(const Book& b, const DecideReturn& c, const World& in, Wrongs& w) {
  const auto it = b.returns.find(c.number);
  w.add(it == b.returns.end(), errors::return_unknown);
  if (it == b.returns.end()) return;
  const auto& r = it->second;
  judge_actor(b, r.from, in, &AgentRow::transfers, w);
  w.add(r.status != ReturnStatus::asked, errors::return_not_open);
  if (!c.consents || r.status != ReturnStatus::asked) return;  // nothing moves
  judge_two_accounts(b, r.from, r.to, w);
  b.judge_units(r.from, r.ranges, in.today(), in.act.business_date, w);
  judge_not_suspended(b, r.from, w);
  w.add(b.second_asked(r.from, Book::count(r.ranges)), errors::second_person_for_transfer);
}
inline Moved happen(Book& b, const DecideReturn& c, const World& in) {
  auto& r = b.returns.at(c.number);
  r.status = c.consents ? ReturnStatus::returned : ReturnStatus::refused;
  r.decided = in.act.business_date;
  if (!c.consents) return {};
  auto ranges = r.ranges;
  std::sort(ranges.begin(), ranges.end());
  b.give(ranges, {r.to});
  return {ranges};
}

inline void judge(const Book& b, const CorrectRecord& c, const World& in, Wrongs& w) {
  b.judge_form(c.ranges, w);
  judge_two_accounts(b, c.from, c.to, w);
  b.judge_units(c.from, c.ranges, in.today(), in.act.business_date, w);
  w.add(c.entry.value == 0, errors::entry_not_named);
  w.add(c.consultation.is_zero(), errors::consultation_missing);
  w.add(c.consulted_on > in.act.business_date, errors::consultation_in_future);
  for (const auto number : {c.from, c.to}) w.add(b.account(number) != nullptr && in.relations->belongs(in.act.actor, b.account(number)->organisation), errors::correction_by_party);
}
inline Nothing happen(Book& b, const CorrectRecord& c, const World&) {
  b.give(c.ranges, {c.to});
  return {};
}

// ---- restrictions and labels ----

inline void judge(const Book& b, const RestrictUnits& c, const World& in, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  const auto us = in.act.on_behalf_of;
  const bool trust = c.kind == RestrictionKind::trust;
  b.judge_form(ranges, w);
  w.add(c.settlor && !in.relations->exists(c.settlor), errors::organisation_unknown);
  w.add(c.trustee && !in.relations->exists(c.trustee), errors::organisation_unknown);
  w.add(!in.secretariat && !(trust && (us == c.settlor || us == c.trustee)), errors::not_the_holder);
  b.judge_place(ranges, w);
  w.add(static_cast<int>(c.kind) < 1 || static_cast<int>(c.kind) > 3, errors::restriction_kind_unknown);
  w.add(c.order.is_zero() || (!trust && c.ground.empty()), errors::restriction_paper_missing);
  const int parties = (c.settlor ? 1 : 0) + (c.trustee ? 1 : 0) + (c.terms ? 1 : 0);
  w.add(parties != (trust ? 3 : 0), errors::trust_parties);
  w.add(c.from < in.today(), errors::restriction_in_past);
  const bool told_nothing = !in.secretariat && us != c.trustee;  // a settlor is not told what another holds
  for (const auto& s : b.each(ranges)) {
    const auto& u = b.units.at(s);
    const bool used = u.status == BlockStatus::used;
    const bool elsewhere = trust && b.accounts.at(u.account).organisation != c.trustee;
    w.add(told_nothing && (used || elsewhere), errors::trust_without_transfer);
    w.add(!told_nothing && used, errors::restricted_units_used);
    w.add(!told_nothing && elsewhere, errors::trust_not_with_trustee);
  }
}
inline Restricted happen(Book& b, const RestrictUnits& c, const World&) {
  const RestrictionNumber number{b.restrictions.size() + 1};
  b.restrictions[number] = {c.ranges, c.kind, c.ground, c.order, c.from, c.settlor, c.trustee, c.terms, {}, {}};
  return {number};
}

inline void judge(const Book& b, const LiftRestriction& c, const World& in, Wrongs& w) {
  const auto it = b.restrictions.find(c.restriction);
  w.add(it == b.restrictions.end(), errors::restriction_unknown);
  w.add(c.document.is_zero(), errors::restriction_paper_missing);
  w.add(c.from < in.today(), errors::restriction_in_past);
  w.add(it != b.restrictions.end() && it->second.lifted_from.has_value(), errors::restriction_lifted);
}
inline Nothing happen(Book& b, const LiftRestriction& c, const World&) {
  b.restrictions.at(c.restriction).lifted_from = c.from;
  b.restrictions.at(c.restriction).document = c.document;
  return {};
}

inline void judge(const Book& b, const SetLabel& c, const World&, Wrongs& w) {
  const auto ranges = serials(c.ranges);
  b.judge_form(ranges, w);
  w.add(static_cast<int>(c.kind) < 1 || static_cast<int>(c.kind) > 3, errors::label_kind_unknown);
  for (const auto& r : ranges) w.add(b.batches.contains(r.batch.value) && !b.inside(r), errors::range_outside_batch);
}
inline Nothing happen(Book& b, const SetLabel& c, const World&) {
  for (const auto& r : c.ranges) b.labels.push_back({r.batch, {r.first, r.end, c.kind, c.detail, c.from, c.set}});
  return {};
}

}  // namespace sumi::registry::naive
