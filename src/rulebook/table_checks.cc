// Rows against rows: each year or day of a key has one value, and a corrected value has its correction.
#include <algorithm>
#include <limits>
#include <map>

#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

// A missing bound lies outside of every year and day.
std::int64_t low(const Row& row) { return row.first ? *row.first : std::numeric_limits<std::int32_t>::min(); }
std::int64_t high(const Row& row) { return row.last ? *row.last : std::numeric_limits<std::int32_t>::max(); }
bool same_span(const Row& a, const Row& b) { return low(a) == low(b) && high(a) == high(b); }

// A corrected row is replaced by one of the same key and validity that was published on the day of the correction.
void check_correction(const Row& row, const std::vector<const Row*>& siblings, const std::string& file, Findings& findings) {
  const Place place{file, row.place.line, 0};
  const std::string date = row.corrected_on->to_string();
  if (row.published && !row.published_assumed && *row.corrected_on <= *row.published) {
    findings.add(make_error(errors::correction_order, {{"date", date}, {"published", row.published->to_string()}}, place));
  }
  const auto replaces = [&](const Row* other) {
    return other != &row && !other->published_assumed && other->published == row.corrected_on && same_span(*other, row);
  };
  if (std::ranges::none_of(siblings, replaces)) {
    findings.add(make_error(errors::correction_nowhere, {{"date", date}, {"key", show_key(row.key)}}, place));
  }
  for (const Row* other : siblings) {
    if (other == &row) break;
    if (other->corrected_on != row.corrected_on || !same_span(*other, row)) continue;
    findings.add(make_error(errors::row_twice, {{"key", show_key(row.key)}, {"line", std::to_string(other->place.line)}}, place));
  }
}

// `current`: the rows of one key that were never corrected, by their beginning.
void check_spans(const TableSpec& spec, const std::vector<const Row*>& current, const std::string& file, Findings& findings) {
  const ValidityKind kind = spec.info.validity;
  const Row* latest = nullptr;  // the row that reaches farthest so far
  for (const Row* row : current) {
    const Place place{file, row->place.line, 0};
    if (latest != nullptr) {
      const std::string line = std::to_string(latest->place.line);
      if (same_span(*latest, *row)) {
        findings.add(make_error(errors::row_twice, {{"key", show_key(row->key)}, {"line", line}}, place));
      } else if (low(*row) <= high(*latest)) {
        const std::string period =
            show_bound(kind, row->first) + ".." + show_bound(kind, high(*row) < high(*latest) ? row->last : latest->last);
        findings.add(make_error(errors::validity_overlap, {{"key", show_key(row->key)}, {"line", line}, {"period", period}}, place));
      } else if (low(*row) > high(*latest) + 1 && !spec.gaps) {
        const std::string period = show_bound(kind, *latest->last + 1) + ".." + show_bound(kind, *row->first - 1);
        findings.add(make_error(errors::validity_gap, {{"key", show_key(row->key)}, {"period", period}}, place));
      }
    }
    if (latest == nullptr || high(*row) > high(*latest)) latest = row;
  }
}

}  // namespace

void check_validities(const TableSpec& spec, const std::vector<Row>& rows, const std::string& shown_file, Findings& findings) {
  std::map<std::vector<std::string>, std::vector<const Row*>> by_key;
  for (const Row& row : rows) by_key[row.key].push_back(&row);
  for (auto& [key, siblings] : by_key) {
    std::vector<const Row*> current;
    for (const Row* row : siblings) {
      if (row->corrected_on)
        check_correction(*row, siblings, shown_file, findings);
      else
        current.push_back(row);
    }
    std::ranges::stable_sort(current, {}, [](const Row* row) { return low(*row); });
    check_spans(spec, current, shown_file, findings);
  }
}

std::string show_bound(ValidityKind kind, std::optional<std::int32_t> bound) {
  if (!bound || kind == ValidityKind::always) return {};
  return kind == ValidityKind::fiscal_year ? FiscalYear{*bound}.to_string() : Date::from_days(*bound).to_string();
}

std::string show_validity(ValidityKind kind, const Row& row) {
  if (!row.first && !row.last) return "always";
  if (row.first == row.last) return show_bound(kind, row.first);
  return show_bound(kind, row.first) + ".." + show_bound(kind, row.last);
}

std::string show_key(std::span<const std::string> key) {
  std::string shown;
  for (const std::string& part : key) {
    if (part.empty()) continue;
    shown += (shown.empty() ? "" : " / ") + part;
  }
  return shown;
}

}  // namespace sumi::rulebook
