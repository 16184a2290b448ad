// Article 6: which units a party authorised for what, their first transfer, and the adjustment of each party's account.
#include <algorithm>
#include <array>

#include "base/limits.h"
#include "registry/registry.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string text_of(const PublicRange& r) { return "batch " + text_of(r.batch.value) + ": " + text_of(r.first) + "-" + text_of(r.end == 0 ? 0 : r.end - 1); }

Result<void> check_country(const std::string& code) {
  const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !letter(code[0]) || !letter(code[1])) return fail(errors::country_code, {{"code", code}});
  return {};
}
Result<void> check_not_after(Date date, Date limit) {
  if (date > limit) return fail(errors::article6_date, {{"date", date.to_string()}, {"limit", limit.to_string()}, {"side", "after"}});
  return {};
}
Result<void> check_not_before(Date date, Date limit) {
  if (date < limit) return fail(errors::article6_date, {{"date", date.to_string()}, {"limit", limit.to_string()}, {"side", "before"}});
  return {};
}

bool overlap(const PublicRange& a, const PublicRange& b) { return a.batch == b.batch && a.first < b.end && b.first < a.end; }
bool overlaps(const PublicRange& r, const std::vector<PublicRange>& others) {
  return std::any_of(others.begin(), others.end(), [&](const auto& o) { return overlap(r, o); });
}
// Whether every serial of r is in one of them; they do not overlap among themselves.
bool covered(const PublicRange& r, const std::vector<PublicRange>& by) {
  std::uint64_t sum = 0;
  for (const auto& b : by) {
    if (overlap(r, b)) sum += std::min(r.end, b.end) - std::max(r.first, b.first);
  }
  return sum == r.end - r.first;
}

// An authorisation that names no party is for any.
Result<void> check_party(const AuthorisationRow& row, AuthorisationNumber number, const std::string& party) {
  if (row.parties.empty() || std::find(row.parties.begin(), row.parties.end(), party) != row.parties.end()) return {};
  std::string known;
  for (const auto& one : row.parties) known += (known.empty() ? "" : ", ") + one;
  return fail(errors::party_not_authorised, {{"authorisation", text_of(number.value)}, {"party", party}, {"known", known}});
}

// What is adjusted was transferred first, and each party adjusts for a unit once.
Result<void> check_applied(const Article6& book, const RecordAdjustment& c) {
  std::vector<PublicRange> transferred;
  const auto& transfers = book.first_transfers;
  for (auto it = transfers.lower_bound({c.authorisation, 0}); it != transfers.end() && it->first.authorisation == c.authorisation; ++it) {
    transferred.insert(transferred.end(), it->second.ranges.begin(), it->second.ranges.end());
  }
  for (const auto& r : c.ranges) {
    if (!covered(r, transferred)) return fail(errors::adjustment_before_transfer, {{"range", text_of(r)}});
  }
  for (const auto& [key, other] : book.adjustments) {
    if (key.party != c.party || other.status != AdjustmentStatus::applied || other.adds != c.adds) continue;
    for (const auto& r : c.ranges) {
      if (overlaps(r, other.ranges)) return fail(errors::adjusted_twice, {{"range", text_of(r)}, {"party", c.party}});
    }
  }
  return {};
}

}  // namespace

Result<const AuthorisationRow*> Registry::standing_authorisation(AuthorisationNumber number) const {
  const auto* row = article6_.authorisations.find(number);
  if (row == nullptr) return fail(errors::authorisation_unknown, {{"authorisation", text_of(number.value)}});
  if (row->withdrawn_on) return fail(errors::authorisation_withdrawn, {{"authorisation", text_of(number.value)}, {"date", row->withdrawn_on->to_string()}});
  return row;
}

bool Registry::authorised(const SerialRange& range, Date on, bool AuthorisationRow::* purpose) const {
  std::vector<PublicRange> standing;
  for (const auto& [number, row] : article6_.authorisations) {
    if (row.authorised_on > on || (row.withdrawn_on && *row.withdrawn_on <= on) || !(row.*purpose)) continue;
    standing.insert(standing.end(), row.ranges.begin(), row.ranges.end());
  }
  return covered({range.batch, range.first, range.end}, standing);
}

Result<Authorised> Registry::decide(const AuthoriseUnits& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(check_public_ranges(c.ranges));
  if (c.letter.is_zero()) return fail(errors::documents_missing);
  if (!c.ndc && !c.international && !c.other) return fail(errors::authorisation_purpose);
  SUMI_CHECK(check_country(c.host));
  for (const auto& party : c.parties) SUMI_CHECK(check_country(party));
  SUMI_CHECK(check_not_after(c.authorised_on, act.business_date));
  for (const auto& [number, row] : article6_.authorisations) {
    if (row.withdrawn_on) continue;
    for (const auto& r : c.ranges) {
      if (overlaps(r, row.ranges)) return fail(errors::already_authorised, {{"range", text_of(r)}, {"authorisation", text_of(number.value)}});
    }
  }
  if (c.international && c.scheme.empty()) return fail(errors::authorisation_scheme);
  return Authorised{{article6_.authorisations.size() + 1}};  // rows are never taken out
}

void Registry::apply(const AuthoriseUnits& c, const Authorised& outcome, const Act&) {
  AuthorisationRow row;
  row.ranges = c.ranges;
  row.host = c.host;
  row.parties = c.parties;
  row.ndc = c.ndc;
  row.international = c.international;
  row.other = c.other;
  row.scheme = c.scheme;
  row.first_transfer = c.first_transfer;
  row.letter = c.letter;
  row.authorised_on = c.authorised_on;
  article6_.authorisations.put(outcome.authorisation, row);
}

Result<Nothing> Registry::decide(const WithdrawAuthorisation& c, const Act& act, const Relations&, const RegistryRules&) const {
  if (c.document.is_zero()) return fail(errors::documents_missing);
  SUMI_TRY(const auto* row, standing_authorisation(c.authorisation));
  SUMI_CHECK(check_not_after(c.on, act.business_date));
  SUMI_CHECK(check_not_before(c.on, row->authorised_on));
  if (article6_.first_transfers.find({c.authorisation, 1}) != nullptr) return fail(errors::first_transfer_stands, {{"authorisation", text_of(c.authorisation.value)}});
  return Nothing{};
}

void Registry::apply(const WithdrawAuthorisation& c, const Nothing&, const Act&) {
  article6_.authorisations.update(c.authorisation, [&](AuthorisationRow& row) { row.withdrawn_on = c.on; });
}

Result<Nothing> Registry::decide(const RecordFirstTransfer& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(check_public_ranges(c.ranges));
  if (c.document.is_zero()) return fail(errors::documents_missing);
  SUMI_CHECK(check_country(c.acquiring));
  SUMI_TRY(const auto* row, standing_authorisation(c.authorisation));
  SUMI_CHECK(check_not_after(c.on, act.business_date));
  SUMI_CHECK(check_not_before(c.on, row->authorised_on));
  for (const auto& r : c.ranges) {
    if (!covered(r, row->ranges)) return fail(errors::range_not_authorised, {{"range", text_of(r)}, {"authorisation", text_of(c.authorisation.value)}});
  }
  SUMI_CHECK(check_party(*row, c.authorisation, c.acquiring));
  const auto& transfers = article6_.first_transfers;
  for (auto it = transfers.lower_bound({c.authorisation, 0}); it != transfers.end() && it->first.authorisation == c.authorisation; ++it) {
    for (const auto& r : c.ranges) {
      if (overlaps(r, it->second.ranges)) return fail(errors::first_transfer_twice, {{"range", text_of(r)}});
    }
  }
  return Nothing{};
}

void Registry::apply(const RecordFirstTransfer& c, const Nothing&, const Act&) {
  std::uint32_t number = 1;
  while (article6_.first_transfers.find({c.authorisation, number}) != nullptr) ++number;
  article6_.first_transfers.put({c.authorisation, number}, {c.ranges, c.acquiring, c.on, c.document});
}

Result<Nothing> Registry::decide(const RecordAdjustment& c, const Act& act, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(check_public_ranges(c.ranges));
  if (c.document.is_zero()) return fail(errors::documents_missing);
  SUMI_CHECK(check_country(c.party));
  constexpr std::uint32_t paris_agreement = 2021;  // the first year that its accounts cover
  const auto this_year = static_cast<std::uint32_t>(act.business_date.year());
  SUMI_CHECK(check_not_after(c.on, act.business_date));
  const auto* row = article6_.authorisations.find(c.authorisation);
  if (row == nullptr) return fail(errors::authorisation_unknown, {{"authorisation", text_of(c.authorisation.value)}});
  for (const auto& r : c.ranges) {
    if (!covered(r, row->ranges)) return fail(errors::range_not_authorised, {{"range", text_of(r)}, {"authorisation", text_of(c.authorisation.value)}});
  }
  if (!c.adds && c.party != row->host) SUMI_CHECK(check_party(*row, c.authorisation, c.party));
  if (c.status < AdjustmentStatus::pending || c.status > AdjustmentStatus::not_required) {
    return fail(errors::adjustment_status_unknown, {{"status", text_of(static_cast<std::uint64_t>(c.status))}});
  }
  if (c.year < paris_agreement || c.year > this_year) return fail(errors::adjustment_year, {{"year", text_of(c.year)}});
  if (c.status == AdjustmentStatus::applied) SUMI_CHECK(check_applied(article6_, c));
  // Decision 2/CMA.3: who authorised the units adds them to its emissions; whoever uses them subtracts, and never both for one unit.
  if (c.adds && c.party != row->host) return fail(errors::adjustment_not_host, {{"authorisation", text_of(c.authorisation.value)}, {"host", row->host}, {"party", c.party}});
  if (!c.adds && c.party == row->host) return fail(errors::adjustment_by_host, {{"authorisation", text_of(c.authorisation.value)}, {"party", c.party}});
  return Nothing{};
}

void Registry::apply(const RecordAdjustment& c, const Nothing&, const Act&) {
  std::uint32_t number = 1;
  while (article6_.adjustments.find({c.party, c.year, number}) != nullptr) ++number;
  article6_.adjustments.put({c.party, c.year, number}, {c.authorisation, c.ranges, c.status, c.adds, c.on, c.document});
}

}  // namespace sumi::registry
