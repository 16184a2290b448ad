// The rules of Article 6, said a second time (naive_test.h).
#pragma once

#include "registry/naive_test.h"

namespace sumi::registry::naive {

inline void judge_country(const std::string& code, Wrongs& w) {
  bool letters = code.size() == 2;
  for (const char c : code) letters = letters && c >= 'A' && c <= 'Z';
  w.add(!letters, errors::country_code);
}
inline void judge_ranges(const Book& b, const std::vector<PublicRange>& ranges, Wrongs& w) {
  b.judge_form(serials(ranges), w);
  b.judge_place(serials(ranges), w);
}

inline void judge(const Book& b, const AuthoriseUnits& c, const World& in, Wrongs& w) {
  judge_ranges(b, c.ranges, w);
  w.add(c.letter.is_zero(), errors::documents_missing);
  w.add(!c.ndc && !c.international && !c.other, errors::authorisation_purpose);
  judge_country(c.host, w);
  for (const auto& p : c.parties) judge_country(p, w);
  w.add(c.authorised_on > in.act.business_date, errors::article6_date);
  for (const auto& s : b.each(serials(c.ranges))) {
    for (const auto& [number, a] : b.authorisations) w.add(!a.withdrawn_on && Book::contains(serials(a.ranges), s), errors::already_authorised);
  }
  w.add(c.international && c.scheme.empty(), errors::authorisation_scheme);
}
inline Authorised happen(Book& b, const AuthoriseUnits& c, const World&) {
  const AuthorisationNumber number{b.authorisations.size() + 1};
  b.authorisations[number] = {c.ranges, c.host, c.parties, c.ndc, c.international, c.other, c.scheme, c.first_transfer, c.letter, c.authorised_on, {}};
  return {number};
}

inline bool transferred(const Book& b, AuthorisationNumber number, const Serial& s) {
  return std::any_of(b.first_transfers.begin(), b.first_transfers.end(), [&](const auto& t) { return t.first.authorisation == number && Book::contains(serials(t.second.ranges), s); });
}
inline void judge_standing(const Book& b, AuthorisationNumber number, Date on, const World& in, Wrongs& w) {
  w.add(on > in.act.business_date, errors::article6_date);
  const auto it = b.authorisations.find(number);
  w.add(it == b.authorisations.end(), errors::authorisation_unknown);
  if (it == b.authorisations.end()) return;
  w.add(it->second.withdrawn_on.has_value(), errors::authorisation_withdrawn);
  w.add(on < it->second.authorised_on, errors::article6_date);
}

inline void judge(const Book& b, const WithdrawAuthorisation& c, const World& in, Wrongs& w) {
  w.add(c.document.is_zero(), errors::documents_missing);
  judge_standing(b, c.authorisation, c.on, in, w);
  for (const auto& [key, row] : b.first_transfers) w.add(key.authorisation == c.authorisation, errors::first_transfer_stands);
}
inline Nothing happen(Book& b, const WithdrawAuthorisation& c, const World&) {
  b.authorisations.at(c.authorisation).withdrawn_on = c.on;
  return {};
}

inline void judge(const Book& b, const RecordFirstTransfer& c, const World& in, Wrongs& w) {
  judge_ranges(b, c.ranges, w);
  w.add(c.document.is_zero(), errors::documents_missing);
  judge_country(c.acquiring, w);
  judge_standing(b, c.authorisation, c.on, in, w);
  const auto it = b.authorisations.find(c.authorisation);
  if (it == b.authorisations.end()) return;
  const auto& parties = it->second.parties;
  w.add(!parties.empty() && std::count(parties.begin(), parties.end(), c.acquiring) == 0, errors::party_not_authorised);
  for (const auto& s : b.each(serials(c.ranges))) {
    w.add(!Book::contains(serials(it->second.ranges), s), errors::range_not_authorised);
    w.add(transferred(b, c.authorisation, s), errors::first_transfer_twice);
  }
}
inline Nothing happen(Book& b, const RecordFirstTransfer& c, const World&) {
  std::uint32_t before = 0;
  for (const auto& [key, row] : b.first_transfers) before += key.authorisation == c.authorisation ? 1u : 0u;
  b.first_transfers[{c.authorisation, before + 1}] = {c.ranges, c.acquiring, c.on, c.document};
  return {};
}

inline void judge(const Book& b, const RecordAdjustment& c, const World& in, Wrongs& w) {
  judge_ranges(b, c.ranges, w);
  w.add(c.document.is_zero(), errors::documents_missing);
  judge_country(c.party, w);
  w.add(c.on > in.act.business_date, errors::article6_date);
  w.add(static_cast<int>(c.status) < 1 || static_cast<int>(c.status) > 3, errors::adjustment_status_unknown);
  w.add(c.year < 2021 || static_cast<int>(c.year) > in.act.business_date.year(), errors::adjustment_year);  // the Paris Agreement's accounts begin in 2021
  const auto it = b.authorisations.find(c.authorisation);
  w.add(it == b.authorisations.end(), errors::authorisation_unknown);
  if (it == b.authorisations.end()) return;
  // Decision 2/CMA.3, annex, paragraph 8: the party that authorised adds; a party that uses the units subtracts, and the authorisation says which may.
  const auto& a = it->second;
  w.add(c.adds && c.party != a.host, errors::adjustment_not_host);
  w.add(!c.adds && c.party == a.host, errors::adjustment_by_host);
  w.add(!c.adds && c.party != a.host && !a.parties.empty() && std::count(a.parties.begin(), a.parties.end(), c.party) == 0, errors::party_not_authorised);
  for (const auto& s : b.each(serials(c.ranges))) {
    w.add(!Book::contains(serials(it->second.ranges), s), errors::range_not_authorised);
    if (c.status != AdjustmentStatus::applied) continue;
    w.add(!transferred(b, c.authorisation, s), errors::adjustment_before_transfer);
    for (const auto& [key, row] : b.adjustments) {
      w.add(key.party == c.party && row.status == AdjustmentStatus::applied && row.adds == c.adds && Book::contains(serials(row.ranges), s), errors::adjusted_twice);
    }
  }
}
inline Nothing happen(Book& b, const RecordAdjustment& c, const World&) {
  std::uint32_t before = 0;
  for (const auto& [key, row] : b.adjustments) before += key.party == c.party && key.year == c.year ? 1u : 0u;
  b.adjustments[{c.party, c.year, before + 1}] = {c.authorisation, c.ranges, c.status, c.adds, c.on, c.document};
  return {};
}

}  // namespace sumi::registry::naive
