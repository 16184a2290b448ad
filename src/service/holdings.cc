#include "service/holdings.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/number.h"
#include "registry/names.h"
#include "service/papers.h"
#include "service/public_view.h"
#include "wire/tree_codec.h"

namespace sumi::service {

using registry::SerialRange;

std::span<const std::pair<std::string_view, MarkKind>> enum_names(MarkKind) {
  static constexpr std::pair<std::string_view, MarkKind> all[] = {{"dispute", MarkKind::dispute}, {"seizure", MarkKind::seizure}, {"trust", MarkKind::trust}, {"suspended", MarkKind::suspended},
      {"corresponding_adjustment", MarkKind::corresponding_adjustment}, {"eligible", MarkKind::eligible}, {"authorised", MarkKind::authorised}, {"first_transferred", MarkKind::first_transferred},
      {"adjustment", MarkKind::adjustment}};
  return all;
}
std::span<const std::pair<std::string_view, HoldingState>> enum_names(HoldingState) {
  static constexpr std::pair<std::string_view, HoldingState> all[] = {
      {"free", HoldingState::free}, {"waits_retirement", HoldingState::waits_retirement}, {"waits_offer", HoldingState::waits_offer}};
  return all;
}
std::span<const std::pair<std::string_view, HoldingGroup>> enum_names(HoldingGroup) {
  static constexpr std::pair<std::string_view, HoldingGroup> all[] = {
      {"kind", HoldingGroup::kind}, {"project", HoldingGroup::project}, {"vintage", HoldingGroup::vintage}, {"methodology", HoldingGroup::methodology}};
  return all;
}

namespace {

Bilingual words_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::dispute: return {"係争中(処分できません)", "in dispute (cannot be disposed of)"};
    case MarkKind::seizure: return {"差押え(処分できません)", "seized (cannot be disposed of)"};
    case MarkKind::trust: return {"信託財産として記録", "recorded as held in trust"};
    case MarkKind::suspended: return {"取扱い停止中", "suspended"};
    case MarkKind::corresponding_adjustment: return {"相当調整済み", "correspondingly adjusted"};
    case MarkKind::eligible: return {"この制度で使える", "eligible for this scheme"};
    case MarkKind::authorised: return {"6条の承認", "authorised under Article 6"};
    case MarkKind::first_transferred: return {"最初の国際移転が済み", "first international transfer made"};
    case MarkKind::adjustment: return {"相当調整の記録", "record of a corresponding adjustment"};
  }
  return {};
}

struct Marked {
  std::uint64_t first = 0, end = 0;
  UnitMark mark;
  bool set = true;  // a label that was taken off takes the earlier one of its kind and detail away
};

// Everything that lies on serials of a batch on that day, in the order in which it was set.
class Marks {
 public:
  Marks(const scheme::State& state, Date on) : registry_(state.registry()), on_(on) { article6(); }

  const std::vector<Marked>& of(BatchNumber batch) {
    const auto [it, fresh] = batches_.try_emplace(batch);
    if (!fresh) return it->second;
    auto& out = it->second;
    labels(batch, out);
    restrictions(batch, out);
    if (const auto found = article6_.find(batch); found != article6_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
    return out;
  }

 private:
  void labels(BatchNumber batch, std::vector<Marked>& out) const {
    const auto& labels = registry_.labels();
    for (auto it = labels.lower_bound({batch, 0}); it != labels.end() && it->first.batch == batch; ++it) {
      const auto& row = it->second;
      if (row.from > on_) continue;
      const auto kind = row.kind == registry::LabelKind::suspended ? MarkKind::suspended : row.kind == registry::LabelKind::eligible ? MarkKind::eligible : MarkKind::corresponding_adjustment;
      out.push_back({row.first, row.end, {kind, words_of(kind), row.detail, row.from, kind == MarkKind::suspended, 0}, row.set});
    }
  }
  // Trusts are not in the registry's index of what blocks, so all restrictions are looked at, once.
  void restrictions(BatchNumber batch, std::vector<Marked>& out) const {
    for (const auto& [number, row] : registry_.offers().restrictions) {
      if (on_ < row.from || (row.lifted_from && *row.lifted_from <= on_)) continue;
      const auto kind = row.kind == registry::RestrictionKind::dispute ? MarkKind::dispute : row.kind == registry::RestrictionKind::seizure ? MarkKind::seizure : MarkKind::trust;
      for (const auto& r : row.ranges) {
        if (r.batch == batch) out.push_back({r.first, r.end, {kind, words_of(kind), row.ground, row.from, kind != MarkKind::trust, number.value}, true});
      }
    }
  }
  void article6() {
    const auto& rows = registry_.article6();
    const auto add = [&](const std::vector<registry::PublicRange>& ranges, MarkKind kind, std::string detail, Date from, AuthorisationNumber number) {
      for (const auto& r : ranges) article6_[r.batch].push_back({r.first, r.end, {kind, words_of(kind), detail, from, false, number.value}, true});
    };
    for (const auto& [number, row] : rows.authorisations) {
      if (row.authorised_on > on_ || (row.withdrawn_on && *row.withdrawn_on <= on_)) continue;
      std::string uses = row.host;
      if (row.ndc) uses += " NDC";
      if (row.international) uses += " " + (row.scheme.empty() ? std::string("international") : row.scheme);
      if (row.other) uses += " other";
      add(row.ranges, MarkKind::authorised, uses, row.authorised_on, number);
    }
    for (const auto& [key, row] : rows.first_transfers) {
      if (row.on <= on_) add(row.ranges, MarkKind::first_transferred, row.acquiring, row.on, key.authorisation);
    }
    for (const auto& [key, row] : rows.adjustments) {
      if (row.on <= on_) add(row.ranges, MarkKind::adjustment, key.party + " " + std::to_string(key.year) + " " + wire::word_of(row.status), row.on, row.authorisation);
    }
  }

  const registry::Registry& registry_;
  Date on_;
  std::map<BatchNumber, std::vector<Marked>> batches_, article6_;
};

class Lines {
 public:
  Lines(const scheme::State& state, const rulebook::Rulebook& book) : state_(state), book_(book), marks_(state, state.now().date_in_japan()) {}

  void add(const SerialRange& range, HoldingState how = HoldingState::free, RetirementNumber retirement = {}, OfferNumber offer = {}) {
    std::set<std::uint64_t> cuts{range.first, range.end};
    const auto& all = marks_.of(range.batch);
    for (const auto& m : all) {
      if (m.first < range.end && range.first < m.end) cuts.insert({std::max(m.first, range.first), std::min(m.end, range.end)});
    }
    for (auto it = cuts.begin(); std::next(it) != cuts.end(); ++it) {
      HoldingLine line = plain({range.batch, *it, *std::next(it)});
      for (const auto& m : all) {
        if (m.first > line.range.first || m.end < line.range.end) continue;
        std::erase_if(line.marks, [&](const UnitMark& known) { return known.kind == m.mark.kind && known.detail == m.mark.detail && known.number == m.mark.number; });
        if (m.set) line.marks.push_back(m.mark);
      }
      line.state = how;
      line.retirement = retirement;
      line.offer = offer;
      // What a cut parted for nothing is put together again: a label that was set and taken off.
      if (!lines.empty() && joins(lines.back(), line)) {
        lines.back() = joined(lines.back(), line);
        continue;
      }
      lines.push_back(std::move(line));
    }
  }

  std::vector<HoldingLine> lines;

 private:
  HoldingLine plain(const SerialRange& range) const {
    const auto& batch = state_.registry().batches().at(range.batch);
    HoldingLine line;
    line.id = std::to_string(range.batch.value) + ":" + std::to_string(range.first);
    line.units_of = holding_view(state_, range);
    line.range = range;
    line.serials = printed_serial(book_, state_, range.batch, range.first, range.end);
    line.programme_code = batch.attributes.programme_code;
    line.place = batch.attributes.place;
    line.unit_kind = batch.attributes.unit_kind;
    line.certification = batch.attributes.certification;
    line.issued_on = batch.issued_on;
    if (const auto* row = state_.registry().imports().imports.find(range.batch)) line.import = ImportView{row->serial, batch.attributes.crediting_programme, row->document};
    return line;
  }
  static bool joins(const HoldingLine& a, const HoldingLine& b) {
    return a.range.batch == b.range.batch && a.range.end == b.range.first && a.state == b.state && a.retirement == b.retirement && a.offer == b.offer && a.marks == b.marks;
  }
  HoldingLine joined(const HoldingLine& a, const HoldingLine& b) const {
    HoldingLine line = plain({a.range.batch, a.range.first, b.range.end});
    line.marks = a.marks;
    line.state = a.state;
    line.retirement = a.retirement;
    line.offer = a.offer;
    return line;
  }

  const scheme::State& state_;
  const rulebook::Rulebook& book_;
  Marks marks_;
};

std::uint64_t units_in(const HoldingLine& line) { return line.range.count(); }

}  // namespace

bool HoldingLine::blocked() const {
  return std::any_of(marks.begin(), marks.end(), [](const UnitMark& m) { return m.blocks; });
}

std::vector<HoldingLine> holdings_of(const scheme::State& state, const rulebook::Rulebook& book, AccountNumber account) {
  Lines out(state, book);
  const auto& registry = state.registry();
  for (const auto& range : registry.free_ranges(account)) out.add(range);
  // What waits: open requests and open offers are known by their last day.
  for (const auto number : registry.due({std::numeric_limits<std::int64_t>::max()})) {
    const auto& row = registry.retirements().at(number);
    if (row.account != account) continue;
    for (const auto& range : row.ranges) out.add(range, HoldingState::waits_retirement, number, {});
  }
  for (const auto& [due, none] : registry.offers().due) {
    const auto& row = registry.offers().offers.at(due.second);
    if (row.from != account) continue;
    for (const auto& range : row.ranges) out.add(range, HoldingState::waits_offer, {}, due.second);
  }
  return std::move(out.lines);
}

std::vector<HoldingLine> lines_of(const scheme::State& state, const rulebook::Rulebook& book, const std::vector<SerialRange>& ranges) {
  Lines out(state, book);
  for (const auto& range : ranges) out.add(range);
  return std::move(out.lines);
}

bool fits(const HoldingLine& line, const HoldingFilter& filter) {
  const auto& of = line.units_of;
  const auto is = [](const std::string& wanted, const std::string& value) { return wanted.empty() || wanted == value; };
  if (!is(filter.unit_kind, wire::word_of(line.unit_kind)) || !is(filter.crediting_programme, of.crediting_programme) || !is(filter.credit_type, of.credit_type)) return false;
  if (!is(filter.methodology, of.methodology) || !is(filter.state, wire::word_of(line.state))) return false;
  if (filter.project && filter.project != of.project) return false;
  if (filter.batch && filter.batch != of.batch) return false;
  if (filter.vintage.number != 0 && filter.vintage != of.vintage) return false;
  if (filter.marked == "yes" && line.marks.empty()) return false;
  if (!filter.serial.empty()) {
    const auto parsed = Integer::parse(filter.serial);
    const auto serial = parsed ? parsed->to_u64() : std::nullopt;
    if (!serial || *serial < line.range.first || *serial >= line.range.end) return false;
  }
  if (filter.text.empty()) return true;
  return folded_name(of.project_title + " " + line.place + " " + of.methodology + " " + line.serials).find(folded_name(filter.text)) != std::string::npos;
}

void sort_holdings(std::vector<HoldingLine>& lines, std::string_view by) {
  if (by.empty()) return;
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  std::stable_sort(lines.begin(), lines.end(), [&](const HoldingLine& a, const HoldingLine& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "vintage") return x.units_of.vintage < y.units_of.vintage;
    if (by == "project") return x.units_of.project < y.units_of.project;
    if (by == "methodology") return x.units_of.methodology < y.units_of.methodology;
    if (by == "issued_on") return x.issued_on < y.issued_on;
    if (by == "units") return units_in(x) < units_in(y);
    if (by == "serials") return x.range < y.range;
    return false;
  });
}

std::vector<HoldingSum> sums_of(const std::vector<HoldingLine>& lines, HoldingGroup by) {
  struct Sum {
    HoldingSum view;
    std::uint64_t free = 0, waiting = 0, blocked = 0;
  };
  std::map<std::pair<std::string, registry::UnitKind>, Sum> sums;
  for (const auto& line : lines) {
    const auto& of = line.units_of;
    std::string key, order;
    Bilingual words;
    switch (by) {
      case HoldingGroup::kind:
        key = order = of.credit_type;
        words = {of.crediting_programme + " " + of.credit_type, of.crediting_programme + " " + of.credit_type};
        break;
      case HoldingGroup::project:
        key = std::to_string(of.project.value);
        order = std::string(20 - std::min<std::size_t>(key.size(), 20), '0') + key;
        words = of.project_title.empty() ? Bilingual{"案件のない単位", "units without a project"} : Bilingual{of.project_title, of.project_title};
        break;
      case HoldingGroup::vintage:
        key = order = of.vintage.to_string();
        words = {std::to_string(of.vintage.number) + "年度", of.vintage.to_string()};
        break;
      case HoldingGroup::methodology:
        key = order = of.methodology;
        words = of.methodology.empty() ? Bilingual{"方法論の記録なし", "no methodology recorded"} : Bilingual{of.methodology, of.methodology};
        break;
    }
    auto& sum = sums[{order, line.unit_kind}];
    sum.view.key = key;
    sum.view.words = words;
    sum.view.unit_kind = line.unit_kind;
    ++sum.view.lines;
    (line.state == HoldingState::free ? sum.free : sum.waiting) += units_in(line);
    if (line.state == HoldingState::free && line.blocked()) sum.blocked += units_in(line);
  }
  std::vector<HoldingSum> out;
  for (auto& [key, sum] : sums) {
    sum.view.free = amount_of(sum.free, sum.view.unit_kind);
    sum.view.waiting = amount_of(sum.waiting, sum.view.unit_kind);
    sum.view.blocked = amount_of(sum.blocked, sum.view.unit_kind);
    out.push_back(std::move(sum.view));
  }
  return out;
}

}  // namespace sumi::service
