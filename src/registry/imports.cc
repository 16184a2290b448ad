// Units of other crediting programmes under their own serials, expiry of credits carried over, and what leaves the buffer when permanence is over.
#include <algorithm>

#include "base/limits.h"
#include "base/number.h"
#include "base/text.h"
#include "registry/checks.h"
#include "registry/registry.h"
#include "registry/serials.h"
#include "registry/words.h"

namespace sumi::registry {

namespace {

std::string text_of(std::uint64_t n) { return std::to_string(n); }
std::string text_of(const PublicRange& r) { return "batch " + text_of(r.batch.value) + ": " + text_of(r.first) + "-" + text_of(r.end == 0 ? 0 : r.end - 1); }

std::string joined(const auto& rows) {
  std::string out;
  for (const auto& [key, row] : rows) out += (out.empty() ? "" : ", ") + key;
  return out;
}

// "Gold Standard" -> "gold_standard", as the table of grammars names programmes.
std::string grammar_key(std::string_view programme) {
  std::string key;
  for (const char c : programme) key += c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return key;
}

// By the programme's own grammar; else by any, and with full-width signs and dashes made plain: a block that somebody else's grammar knows is that block,
// whoever brings it under whatever name.
ParsedSerial parsed_anyhow(const std::vector<SerialGrammar>& grammars, const std::string& programme, const std::string& serial) {
  const auto key = grammar_key(trim(to_half_width(programme)));
  auto parsed = parse_serial(grammars, key, serial);
  if (!parsed.opaque()) return parsed;
  auto plain = to_half_width(serial);
  for (const auto* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u30fc"}) {
    const std::string sign = dash;
    for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) plain.replace(at, sign.size(), "-");
  }
  auto any = parse_serial(grammars, "", plain);
  return any.opaque() ? parsed : any;
}

// The block with the same text under whatever name: nobody knows of which programme it is. Cost: the opaque blocks that came in.
std::optional<BatchNumber> opaque_of(const Imports& imports, const std::string& serial) {
  const std::string beginning = "opaque/";
  const auto text = parse_serial({}, "", serial).origin;
  for (auto it = imports.by_origin.lower_bound({beginning, {}}); it != imports.by_origin.end() && it->first.first.starts_with(beginning); ++it) {
    if (parse_serial({}, "", imports.imports.at(it->first.second).serial).origin == text) return it->first.second;
  }
  return std::nullopt;
}

}  // namespace

Result<void> Registry::check_public_ranges(const std::vector<PublicRange>& ranges) const {
  if (ranges.empty()) return fail(errors::selection_missing);
  for (const auto& r : ranges) {
    if (r.first >= r.end) return fail(errors::range_empty, {{"range", text_of(r)}});
  }
  if (ranges.size() > limits::ranges_per_command_max) {
    return too_many_ranges(ranges.size());
  }
  for (const auto& r : ranges) {
    if (batches_.find(r.batch) == nullptr) return fail(errors::batch_unknown, {{"batch", text_of(r.batch.value)}});
  }
  for (const auto& r : ranges) {
    const auto& batch = batches_.at(r.batch);
    if (r.first < batch.first || r.end > batch.end) {
      return fail(errors::range_outside_batch, {{"range", text_of(r)}, {"batch", text_of(r.batch.value)}, {"serials", text_of(PublicRange{r.batch, batch.first, batch.end})}});
    }
  }
  auto sorted = ranges;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return std::pair(a.batch, a.first) < std::pair(b.batch, b.first); });
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i - 1].batch == sorted[i].batch && sorted[i].first < sorted[i - 1].end) return fail(errors::ranges_overlap, {{"range", text_of(sorted[i])}});
  }
  return {};
}

// ---- units of other programmes ----

Result<BatchImported> Registry::decide(const ImportUnits& c, const Act& act, const Relations& relations, const RegistryRules& rules) const {
  for (const auto& a : c.allocations) {
    if (a.amount == 0) return fail(errors::amount_zero);
  }
  if (c.first == 0 || c.end <= c.first) return fail(errors::range_empty, {{"range", text_of(c.first) + "-" + text_of(c.end)}});
  if (c.allocations.size() > limits::ranges_per_command_max) {
    return too_many_ranges(c.allocations.size());
  }
  for (const auto& a : c.allocations) {
    if (accounts_.find(a.account) == nullptr) return fail(errors::account_unknown, {{"account", text_of(a.account.value)}});
  }
  for (const auto& maker : c.attributes.makers) {
    if (!relations.exists(maker.organisation)) return fail(errors::organisation_unknown, {{"organisation", text_of(maker.organisation.value)}});
  }
  for (const auto& a : c.allocations) SUMI_CHECK(open_account(a.account));
  for (const auto& a : c.allocations) {
    if (accounts_.at(a.account).kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(a.account.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  }
  Integer sum;
  for (const auto& a : c.allocations) sum += Integer::from_u64(a.amount);
  if (sum != Integer::from_u64(c.end - c.first)) return fail(errors::allocation_sum, {{"sum", sum.to_string()}, {"amount", text_of(c.end - c.first)}});
  if (c.issued_on > act.business_date) return fail(errors::opened_in_future, {{"date", c.issued_on.to_string()}, {"today", act.business_date.to_string()}});
  if (c.document.is_zero()) return fail(errors::documents_missing);
  const auto programme = grammar_key(trim(to_half_width(c.attributes.crediting_programme)));
  if (programme.empty() || programme == "j-credit" || c.attributes.project || c.attributes.certification) {
    return fail(errors::import_programme, {{"programme", c.attributes.crediting_programme}});
  }
  if (c.serial.empty()) return fail(errors::import_serial_missing);
  const auto parsed = parsed_anyhow(rules.serial_grammars, c.attributes.crediting_programme, c.serial);
  const auto first = parsed.opaque() ? 1 : parsed.first;
  const bool same = c.first == first && (parsed.opaque() || c.end - 1 == parsed.last);
  if (!same) {
    const auto there = parsed.opaque() ? std::string("1-") : text_of(parsed.first) + "-" + text_of(parsed.last);
    return fail(errors::import_numbers_differ, {{"serial", there}, {"given", text_of(c.first) + "-" + text_of(c.end - 1)}});
  }
  const auto kind = c.attributes.unit_kind;
  if (kind != UnitKind::tco2 && kind != UnitKind::kwh && kind != UnitKind::gj) return fail(errors::import_kind, {{"kind", text_of(static_cast<std::uint64_t>(kind))}});
  for (auto it = imports_.by_origin.lower_bound({parsed.origin, {}}); it != imports_.by_origin.end() && it->first.first == parsed.origin; ++it) {
    const auto& batch = batches_.at(it->first.second);
    // Of an opaque block nobody knows where its units lie: the same text is the same block.
    if (parsed.opaque() || (c.first < batch.end && batch.first < c.end)) {
      return fail(errors::already_imported, {{"serial", c.serial}, {"batch", text_of(it->first.second.value)}});
    }
  }
  if (const auto same = parsed.opaque() ? opaque_of(imports_, c.serial) : std::nullopt) return fail(errors::already_imported, {{"serial", c.serial}, {"batch", text_of(same->value)}});
  if (c.end - c.first > limits::import_units_max) {
    return fail(errors::import_too_many, {{"limit", text_of(limits::import_units_max)}, {"count", text_of(c.end - c.first)}});
  }
  // A grammar knows whose units it writes, whatever name they are brought under; else it is the name.
  const auto counted = rules.other_programmes.find(parsed.opaque() ? programme : parsed.programme);
  if (counted != rules.other_programmes.end() && counted->second != kind) {
    return fail(errors::import_kind_differs, {{"programme", counted->first}, {"expected", std::string(words_of(counted->second).en)}, {"given", std::string(words_of(kind).en)}});
  }
  return BatchImported{{counters().batch.value + 1}, parsed.grammar, parsed.origin};
}

void Registry::apply(const ImportUnits& c, const BatchImported& outcome, const Act&) {
  BatchTotals totals;
  totals.imported = c.end - c.first;
  put_batch(outcome.batch, {c.attributes, c.first, c.end, c.issued_on}, totals, c.allocations);
  imports_.imports.put(outcome.batch, {c.serial, outcome.grammar, outcome.origin, c.document});
  imports_.by_origin.put({outcome.origin, outcome.batch}, {});
}

// ---- expiry ----

Result<Nothing> Registry::decide(const ExpireUnits& c, const Act& act, const Relations&, const RegistryRules& rules) const {
  SUMI_CHECK(check_public_ranges(c.ranges));
  for (const auto& r : c.ranges) {
    for (auto serial = r.first; serial < r.end;) {
      const auto* block = block_at(r.batch, serial).second;
      if (block->status == BlockStatus::used) return fail(errors::units_elsewhere, {{"range", text_of(r)}, {"account", text_of(block->account.value)}});
      serial = block->end;
    }
  }
  for (const auto& r : c.ranges) {
    for (auto serial = r.first; serial < r.end;) {
      const auto* block = block_at(r.batch, serial).second;
      if (block->status == BlockStatus::escrowed) return fail(errors::units_in_escrow, {{"range", text_of(r)}, {"reason", "request"}});
      serial = block->end;
    }
  }
  const auto rule = rules.expiries.find(c.rule);
  if (rule == rules.expiries.end()) return fail(errors::expiry_unknown, {{"rule", c.rule}, {"known", joined(rules.expiries)}});
  for (const auto& r : c.ranges) {
    const auto& code = batches_.at(r.batch).attributes.programme_code;
    if (code != rule->second.programme_code) {
      return fail(errors::expiry_other_programme, {{"range", text_of(r)}, {"code", code}, {"rule", c.rule}, {"expected", rule->second.programme_code}});
    }
  }
  if (act.business_date <= rule->second.last_day) return fail(errors::expiry_not_yet, {{"rule", c.rule}, {"last_day", rule->second.last_day.to_string()}});
  if (!account_of(AccountKind::expiry)) return fail(errors::expiry_account_missing);
  return Nothing{};
}

void Registry::apply(const ExpireUnits& c, const Nothing&, const Act&) {
  BlockRow row;
  row.account = account_of(AccountKind::expiry);
  row.status = BlockStatus::used;
  for (const auto& r : c.ranges) assign({r.batch, r.first, r.end}, row);
}

// ---- the buffer, when permanence is over ----

// That it is over is asked by the scheme.
Result<Nothing> Registry::decide(const ReleaseBuffer& c, const Act&, const Relations&, const RegistryRules&) const {
  SUMI_CHECK(check_public_ranges(c.ranges));
  SUMI_TRY(const auto* to, open_account(c.to));
  if (to->kind != AccountKind::holding) return fail(errors::account_kind_wrong, {{"account", text_of(c.to.value)}, {"kind_ja", "制度の口座"}, {"kind", "account of the scheme"}});
  for (const auto& r : c.ranges) {
    bool there = batches_.at(r.batch).attributes.project == c.project;
    for (auto serial = r.first; there && serial < r.end;) {
      const auto* block = block_at(r.batch, serial).second;
      there = block->status == BlockStatus::held && accounts_.at(block->account).kind == AccountKind::buffer;
      serial = block->end;
    }
    if (!there) return fail(errors::buffer_elsewhere, {{"range", text_of(r)}, {"project", text_of(c.project.value)}});
  }
  return Nothing{};
}

void Registry::apply(const ReleaseBuffer& c, const Nothing&, const Act&) {
  BlockRow row;
  row.account = c.to;
  for (const auto& r : c.ranges) assign({r.batch, r.first, r.end}, row);
}

}  // namespace sumi::registry
