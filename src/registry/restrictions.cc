// Restrictions of disposal and trusts.
#include <algorithm>

#include "registry/checks.h"
#include "registry/registry.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string text_of(const SerialRange& r) { return "batch " + text_of(r.batch.value) + ": " + text_of(r.first) + "-" + text_of(r.end - 1); }

std::vector<SerialRange> serials(const std::vector<PublicRange>& ranges) {
  std::vector<SerialRange> out;
  for (const auto& r : ranges) out.push_back({r.batch, r.first, r.end});
  return out;
}

Result<void> check_today(Date day, const Act& act) {
  const auto today = act.time.date_in_japan();
  if (day < today) return fail(errors::restriction_in_past, {{"date", day.to_string()}, {"today", today.to_string()}});
  return {};
}

// What is written of it, before any unit is looked at.
Result<void> check_papers(const RestrictUnits& c, const Act& act) {
  if (c.kind < RestrictionKind::dispute || c.kind > RestrictionKind::trust) {
    return fail(errors::restriction_kind_unknown, {{"kind", text_of(static_cast<std::uint64_t>(c.kind))}});
  }
  const bool trust = c.kind == RestrictionKind::trust;
  if (c.order.is_zero()) return fail(errors::restriction_paper_missing, {{"what", "order"}});
  if (!trust && c.ground.empty()) return fail(errors::restriction_paper_missing, {{"what", "ground"}});
  const bool parties = c.settlor && c.trustee && c.terms;
  const bool none = !c.settlor && !c.trustee && !c.terms;
  if (trust ? !parties : !none) return fail(errors::trust_parties);
  return check_today(c.from, act);
}

}  // namespace

std::vector<SerialRange> Registry::restricted(BatchNumber batch, Date on) const {
  std::vector<SerialRange> out;
  for (auto it = offers_.restricted.lower_bound({batch, {}}); it != offers_.restricted.end() && it->first.first == batch; ++it) {
    const auto& row = offers_.restrictions.at(it->first.second);
    if (on < row.from || (row.lifted_from && *row.lifted_from <= on)) continue;
    for (const auto& r : row.ranges) {
      if (r.batch == batch) out.push_back({r.batch, r.first, r.end});
    }
  }
  return out;
}

Result<Restricted> Registry::decide(const RestrictUnits& c, const Act& act, const Relations& relations, bool by_secretariat) const {
  const Selection selection{serials(c.ranges), {}};
  SUMI_CHECK(check_selection(selection));
  for (const auto organisation : {c.settlor, c.trustee}) {
    if (organisation && !relations.exists(organisation)) return fail(errors::organisation_unknown, {{"organisation", text_of(organisation.value)}});
  }
  SUMI_CHECK(check_batches(selection));
  const bool by_party = c.kind == RestrictionKind::trust && (act.on_behalf_of == c.settlor || act.on_behalf_of == c.trustee);
  if (!by_secretariat && !by_party) return fail(errors::not_the_holder, {{"account", "-"}});
  SUMI_CHECK(check_in_batches(selection.ranges));
  SUMI_CHECK(check_papers(c, act));
  // A settlor is not told what another holds.
  const bool by_settlor = !by_secretariat && act.on_behalf_of != c.trustee;
  const auto first_range = [&](const auto& holds) -> const SerialRange* {
    for (const auto& r : selection.ranges) {
      for (auto serial = r.first; serial < r.end;) {
        const auto* block = block_at(r.batch, serial).second;
        if (holds(*block)) return &r;
        serial = block->end;
      }
    }
    return nullptr;
  };
  const auto* used = first_range([](const BlockRow& b) { return b.status == BlockStatus::used; });
  const auto* elsewhere = first_range([&](const BlockRow& b) { return c.kind == RestrictionKind::trust && accounts_.at(b.account).organisation != c.trustee; });
  if (by_settlor && (used != nullptr || elsewhere != nullptr)) return fail(errors::trust_without_transfer);
  if (used != nullptr) return fail(errors::restricted_units_used, {{"range", text_of(*used)}});
  if (elsewhere != nullptr) return fail(errors::trust_not_with_trustee, {{"range", text_of(*elsewhere)}, {"trustee", text_of(c.trustee.value)}});
  return Restricted{{offers_.restrictions.size() + 1}};
}

void Registry::apply(const RestrictUnits& c, const Restricted& outcome, const Act&) {
  RestrictionRow row;
  row.ranges = c.ranges;
  row.kind = c.kind;
  row.ground = c.ground;
  row.order = c.order;
  row.from = c.from;
  row.settlor = c.settlor;
  row.trustee = c.trustee;
  row.terms = c.terms;
  offers_.restrictions.put(outcome.restriction, std::move(row));
  if (c.kind == RestrictionKind::trust) return;
  for (const auto& r : c.ranges) offers_.restricted.put({r.batch, outcome.restriction}, {});
}

Result<Nothing> Registry::decide(const LiftRestriction& c, const Act& act, const Relations&, const RegistryRules&) const {
  const auto* row = offers_.restrictions.find(c.restriction);
  if (row == nullptr) return fail(errors::restriction_unknown, {{"restriction", text_of(c.restriction.value)}});
  if (c.document.is_zero()) return fail(errors::restriction_paper_missing, {{"what", "document"}});
  SUMI_CHECK(check_today(c.from, act));
  if (row->lifted_from) return fail(errors::restriction_lifted, {{"restriction", text_of(c.restriction.value)}, {"date", row->lifted_from->to_string()}});
  return Nothing{};
}

void Registry::apply(const LiftRestriction& c, const Nothing&, const Act&) {
  offers_.restrictions.update(c.restriction, [&](RestrictionRow& row) {
    row.lifted_from = c.from;
    row.document = c.document;
  });
}

}  // namespace sumi::registry
