// The tables of the pack "credit-eligibility" as rows to judge by.
#include <algorithm>

#include "claim/eligibility.h"

namespace sumi::claim {
namespace {

// One row with its columns by name; "" where a cell is empty or the table has no such column.
struct Cells {
  const rulebook::TableInfo& table;
  const rulebook::Row& row;
  [[nodiscard]] const std::variant<Quantity, std::string, Date>* cell(std::string_view column) const {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].name == column && row.cells[i]) return &*row.cells[i];
    }
    return nullptr;
  }
  [[nodiscard]] std::string text(std::string_view column) const {
    const auto* found = cell(column);
    const auto* words = found != nullptr ? std::get_if<std::string>(found) : nullptr;
    return words != nullptr ? *words : std::string();
  }
  [[nodiscard]] std::optional<Date> day(std::string_view column) const {
    const auto* found = cell(column);
    const auto* date = found != nullptr ? std::get_if<Date>(found) : nullptr;
    return date != nullptr ? std::optional(*date) : std::nullopt;
  }
};

Words split(std::string_view text) {
  Words out;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    if (end != 0) out.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Allowed allowed_of(std::string_view word) {
  if (word == "Y") return Allowed::yes;
  if (word == "planned") return Allowed::planned;
  return word == "N" ? Allowed::no : Allowed::conditional;
}

std::string joined(const std::string& limit, const std::string& base) { return base.empty() || limit.empty() ? limit : limit + " (" + base + ")"; }

void put_days(EligibilityRow& out, const rulebook::Row& row) {
  if (row.first) out.from = Date::from_days(*row.first);
  if (row.last) out.to = Date::from_days(*row.last);
  out.sources = row.sources;
  out.confidence = row.confidence;
}

// "*", "not A;B", "@group" or "A;B".
void put_programmes(EligibilityRow& out, const std::string& text, const std::map<std::string, Words>& groups) {
  constexpr std::string_view all_but = "not ";
  if (text == "*") return;
  if (text.starts_with('@')) {
    const auto it = groups.find(text.substr(1));
    out.programmes = it != groups.end() ? it->second : Words{text};
    return;
  }
  out.all_but = text.starts_with(all_but);
  out.programmes = split(out.all_but ? std::string_view(text).substr(all_but.size()) : std::string_view(text));
}

EligibilityRow scheme_row(const Cells& cells, const std::map<std::string, Words>& groups) {
  EligibilityRow out;
  out.scheme = cells.row.key[0];
  out.credit = cells.row.key[1];
  out.scheme_ja = cells.text("scheme_ja");
  out.scheme_en = cells.text("scheme_en");
  out.allowed = allowed_of(cells.text("eligible"));
  out.limit_ja = joined(cells.text("limit_ja"), cells.text("limit_base_ja"));
  out.limit_en = joined(cells.text("quantity_limit"), cells.text("limit_base"));
  out.condition_ja = cells.text("condition_ja");
  out.condition_en = cells.text("condition");
  out.vintage_from = cells.day("vintage_from");
  out.vintage_to = cells.day("vintage_to");
  put_days(out, cells.row);
  out.by_emissions_year = cells.text("year_of") == "emissions";
  put_programmes(out, cells.text("programmes"), groups);
  out.codes = split(cells.text("codes"));
  out.types = split(cells.text("types"));
  out.classes = split(cells.text("classes"));
  out.unit_kinds = split(cells.text("unit_kinds"));
  const auto own = cells.text("own_made");
  if (own == "own") out.own_made = OwnMade::own;
  if (own == "others") out.own_made = OwnMade::others;
  const auto adjustment = cells.text("adjustment");
  out.adjustment = adjustment == "yes" || adjustment == "from_2021";
  if (adjustment == "from_2021") out.adjustment_from = *Date::from_ymd(2021, 1, 1);
  out.international = cells.text("jurisdiction") == "ICAO";
  out.declare = cells.text("declare") == "yes";
  return out;
}

EligibilityRow use_row(const Cells& cells) {
  EligibilityRow out;
  out.scheme = cells.row.key[0];
  out.credit = cells.row.key[1];
  out.scheme_ja = cells.text("use_ja");
  out.scheme_en = cells.text("use_en");
  out.allowed = allowed_of(cells.text("eligible"));
  out.condition_ja = cells.text("condition_ja");
  out.condition_en = cells.text("condition");
  put_days(out, cells.row);
  out.programmes = {"J-Credit"};
  out.unit_kinds = {"tco2"};
  out.classes = split(cells.text("classes"));
  out.declare = cells.text("declare") == "yes";
  return out;
}

}  // namespace

EligibilityRules EligibilityRules::from(const rulebook::Rulebook& rulebook) {
  EligibilityRules out;
  std::map<std::string, Words> groups;
  if (const auto* table = rulebook.table("credit-eligibility/programmes")) {
    for (const auto& row : rulebook.rows(table->name)) {
      const Cells cells{*table, row};
      const auto& name = row.key.front();
      groups[cells.text("group")].insert(name);
      out.programme_names[small(name)] = name;
      for (const auto& alias : split(cells.text("aliases"))) out.programme_names[small(alias)] = name;
      if (auto classes = split(cells.text("classes")); !classes.empty()) out.programme_classes[name] = std::move(classes);
    }
  }
  if (const auto* table = rulebook.table("credit-eligibility/classes")) {
    for (const auto& row : rulebook.rows(table->name)) out.classes[row.key.front()] = split(Cells{*table, row}.text("classes"));
  }
  if (const auto* table = rulebook.table("credit-eligibility/schemes")) {
    for (const auto& row : rulebook.rows(table->name)) out.schemes.push_back(scheme_row({*table, row}, groups));
  }
  if (const auto* table = rulebook.table("credit-eligibility/jcredit_uses")) {
    for (const auto& row : rulebook.rows(table->name)) out.uses.push_back(use_row({*table, row}));
  }
  return out;
}

std::set<std::string> EligibilityRules::scheme_keys() const {
  std::set<std::string> out;
  for (const auto& row : schemes) out.insert(row.scheme);
  return out;
}

std::string EligibilityRules::programme_of(std::string_view name) const {
  const auto it = programme_names.find(small(name));
  return it != programme_names.end() ? it->second : std::string();
}

Words EligibilityRules::classes_of(const UnitFacts& facts) const {
  if (const auto it = programme_classes.find(programme_of(facts.crediting_programme)); it != programme_classes.end()) return it->second;
  // The longest beginning of the number that the table has.
  const Words* found = nullptr;
  std::size_t longest = 0;
  for (const auto& [beginning, words] : classes) {
    if (beginning.size() <= longest || !facts.methodology.starts_with(beginning)) continue;
    longest = beginning.size();
    found = &words;
  }
  if (found != nullptr) return *found;
  if (facts.credit_type == "FM") return {"forest"};
  return {};
}

}  // namespace sumi::claim
