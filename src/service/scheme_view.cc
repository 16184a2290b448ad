#include "service/scheme_view.h"

#include <algorithm>
#include <map>

#include "rulebook/authoring.h"
#include "rulebook/methodology.h"
#include "service/papers.h"
#include "service/retiring.h"
#include "service/rules.h"
#include "service/statistics.h"

namespace sumi::service {

namespace {

using registry::BatchTotals;
using registry::UnitKind;

std::string row_text(const rulebook::Rulebook& book, std::string_view table, const std::string& key, std::string_view column) {
  const auto* info = book.table(table);
  if (info == nullptr) return {};
  for (const auto& row : book.rows(table)) {
    if (row.key.front() == key) return cell_text(*info, row, column);
  }
  return {};
}

Bilingual named(std::string ja, std::string en, const std::string& key) {
  if (ja.empty() && en.empty()) return {key, key};
  if (en.empty()) en = ja;
  if (ja.empty()) ja = en;
  return {std::move(ja), std::move(en)};
}

Bilingual type_title(const std::string& key) {
  if (key == "programme") return {"プログラム型", "Programme"};
  if (key == "normal") return {"通常型", "Normal"};
  return {"この台帳にプロジェクトのないもの", "Without a project in this ledger"};
}
Bilingual sector_title(const std::string& key) {
  if (key == "?") return {"不明", "Not known"};
  return named(key, rulebook::sector_in_english(key), key);
}
Bilingual prefecture_title(const rulebook::Rulebook& book, const std::string& key) {
  if (key == "several") return {"複数の都道府県", "Several prefectures"};
  if (key == "?") return {"記載なし", "Not stated"};
  if (const auto* info = book.table("codes/prefectures")) {
    for (const auto& row : book.rows(info->name)) {
      if (cell_text(*info, row, "name_ja") == key) return named(key, cell_text(*info, row, "name_en"), key);
    }
  }
  return {key, key};
}
// "FY2024"
Bilingual year_title(const std::string& key) {
  return key.starts_with("FY") ? Bilingual{key.substr(2) + "年度", key} : Bilingual{key, key};
}

void add(BatchTotals& to, const BatchTotals& t) {
  to.opened += t.opened, to.issued += t.issued, to.imported += t.imported, to.held += t.held, to.escrowed += t.escrowed, to.buffer += t.buffer, to.retired += t.retired;
  to.retired_for_state += t.retired_for_state, to.cancelled += t.cancelled, to.expired += t.expired, to.exported += t.exported;
}
std::uint64_t used(const BatchTotals& t) { return t.retired + t.retired_for_state + t.cancelled; }

// The registry's sums of t-CO2 by what the lists are told by; the other kinds of unit only as a whole.
struct Units {
  std::map<UnitKind, BatchTotals> kinds;
  std::map<std::string, BatchTotals> type, methodology, vintage;
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> year;  // issued, used
};

Units units_of(const scheme::State& state) {
  Units out;
  out.kinds[UnitKind::tco2];
  const auto& registry = state.registry();
  for (const auto& [number, t] : registry.totals()) {
    const auto& batch = registry.batches().at(number);
    const auto& a = batch.attributes;
    add(out.kinds[a.unit_kind], t);
    if (a.unit_kind != UnitKind::tco2) continue;
    const auto* project = a.project ? state.cases().project(a.project) : nullptr;
    add(out.type[project == nullptr ? "" : project->type == project::ProjectType::programme ? "programme" : "normal"], t);
    add(out.methodology[a.methodology.empty() ? "?" : a.methodology], t);
    add(out.vintage[a.vintage.to_string()], t);
    out.year[FiscalYear::of(batch.issued_on).to_string()].first += t.in();
  }
  for (const auto& [number, row] : registry.retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    for (const auto& range : row.ranges) {
      if (registry.batches().at(range.batch).attributes.unit_kind == UnitKind::tco2) out.year[FiscalYear::of(row.decided).to_string()].second += range.count();
    }
  }
  return out;
}

SchemeLine line_of(const scheme::StatisticsLine& s, Bilingual title) {
  SchemeLine line;
  line.key = s.key;
  line.title = std::move(title);
  line.projects = s.projects;
  line.certifications = s.certifications;
  line.certified = amount_of(s.certified_t);
  return line;
}

// Lines of the scheme's statistics, and the registry's sums to the same keys; a key that only one of them knows has its line too.
template <class Title>
std::vector<SchemeLine> joined(const std::vector<scheme::StatisticsLine>& lines, const std::map<std::string, BatchTotals>& sums, Title title) {
  std::map<std::string, SchemeLine> all;
  for (const auto& s : lines) all[s.key] = line_of(s, title(s.key));
  for (const auto& [key, t] : sums) {
    auto& line = all[key];
    if (line.key.empty()) line.key = key, line.title = title(key);
    line.issued = amount_of(t.in());
    line.held = amount_of(t.held + t.escrowed + t.buffer);
    line.used = amount_of(used(t));
  }
  std::vector<SchemeLine> out;
  for (auto& [key, line] : all) out.push_back(std::move(line));
  return out;
}

SchemeUnits units_line(UnitKind kind, const BatchTotals& t) {
  const auto amount = [&](std::uint64_t n) { return amount_of(n, kind); };
  return {kind, amount(t.in()), amount(t.held), amount(t.escrowed), amount(t.buffer), amount(t.retired), amount(t.retired_for_state), amount(t.cancelled), amount(t.expired), amount(t.exported)};
}

std::string target_source(const rulebook::Rulebook& book) {
  for (const auto& row : book.rows("national-targets/targets")) {
    if (row.key.front() != "jcredit_certified") continue;
    std::string out;
    for (const auto& id : row.sources) {
      const auto* source = book.source(id);
      if (source != nullptr) out += (out.empty() ? "" : "; ") + source->title + (source->published.empty() ? "" : " (" + source->published + ")");
    }
    return out;
  }
  return {};
}

SchemeView view_of(const rulebook::Rulebook& book, const scheme::Statistics& s, const Units& units) {
  SchemeView view;
  view.as_known = s.as_known;
  view.total = line_of(s.total, {"合計", "Total"});
  const auto& tonnes = units.kinds.at(UnitKind::tco2);
  view.total.issued = amount_of(tonnes.in());
  view.total.held = amount_of(tonnes.held + tonnes.escrowed + tonnes.buffer);
  view.total.used = amount_of(used(tonnes));
  view.withdrawn = s.withdrawn;
  view.never_certified = s.never_certified;
  for (const auto& [kind, t] : units.kinds) view.units.push_back(units_line(kind, t));
  const std::map<std::string, BatchTotals> none;
  view.by_type = joined(s.by_type, units.type, type_title);
  view.by_methodology = joined(s.by_methodology, units.methodology, [&](const std::string& key) { return methodology_title(book, key); });
  view.by_sector = joined(s.by_sector, none, sector_title);
  view.by_prefecture = joined(s.by_prefecture, none, [&](const std::string& key) { return prefecture_title(book, key); });
  view.by_vintage = joined(s.by_vintage, units.vintage, year_title);
  for (auto& line : view.by_vintage) line.projects.reset();
  view.by_year = joined(s.by_year, none, year_title);
  for (const auto& [key, sums] : units.year) {
    auto it = std::find_if(view.by_year.begin(), view.by_year.end(), [&](const auto& line) { return line.key >= key; });
    if (it == view.by_year.end() || it->key != key) {
      it = view.by_year.insert(it, SchemeLine{});
      it->key = key, it->title = year_title(key);
      it->projects = 0, it->certifications = 0, it->certified = amount_of(0);
    }
    it->issued = amount_of(sums.first);
    it->used = amount_of(sums.second);
  }
  view.cumulative = joined(s.cumulative, none, year_title);
  for (const auto& u : s.uses) {
    registry::EndUse end_use = registry::EndUse::retirement;
    for (const auto& [word, value] : registry::enum_names(registry::EndUse{})) {
      if (word == u.end_use) end_use = value;
    }
    view.uses.push_back({end_use, u.purpose, purpose_title(book, u.purpose), u.uses, amount_of(u.tonnes)});
  }
  if (s.target_t != 0) view.target = SchemeTarget{amount_of(s.target_t), s.target_year, amount_of(s.left_t), s.needed_t_per_year, target_source(book)};
  return view;
}

}  // namespace

Bilingual methodology_title(const rulebook::Rulebook& book, const std::string& number) {
  constexpr std::string_view table = "jcredit-methodologies/methodologies";
  auto ja = row_text(book, table, number, "title_ja"), en = row_text(book, table, number, "title_en");
  if (const auto* methodology = book.methodology(number); methodology != nullptr && ja.empty()) ja = methodology->title().ja, en = methodology->title().en;
  if (number == "?") return {"不明", "Not known"};
  return named(std::move(ja), std::move(en), number);
}

Result<SchemeView> scheme_view(const Ledger& ledger, std::optional<Date> as_known) {
  SUMI_TRY(const auto book, ledger.rulebook(as_known));
  const auto rules = statistics_rules(*book);
  scheme::Statistics figures;
  Units units;
  SequenceNumber entry;
  if (as_known) {
    SUMI_TRY(const auto last, last_entry_of(ledger, *as_known));
    SUMI_TRY(const auto state, ledger.state_at(last));
    figures = scheme::statistics(state, rules, *as_known);
    units = units_of(state);
    entry = last;
  } else {
    entry = ledger.last();
    SUMI_CHECK(ledger.read([&](const scheme::State& state) {
      figures = scheme::statistics(state, rules, state.now().date_in_japan());
      units = units_of(state);
    }));
  }
  auto view = view_of(*book, figures, units);
  view.entry = entry;
  return view;
}

}  // namespace sumi::service
