#include "service/statistics.h"

#include "base/number.h"
#include "service/errors.h"
#include "service/rules.h"

namespace sumi::service {

scheme::StatisticsRules statistics_rules(const rulebook::Rulebook& rulebook) {
  scheme::StatisticsRules rules;
  if (const auto* table = rulebook.table("jcredit-methodologies/methodologies")) {
    for (const auto& row : rulebook.rows(table->name)) rules.sectors[row.key.front()] = cell_text(*table, row, "sector");
  }
  if (const auto* table = rulebook.table("codes/prefectures")) {
    for (const auto& row : rulebook.rows(table->name)) rules.prefectures.push_back(cell_text(*table, row, "name_ja"));
  }
  if (const auto* table = rulebook.table("national-targets/targets")) {
    for (const auto& row : rulebook.rows(table->name)) {
      if (row.key.front() != "jcredit_certified") continue;
      const auto values = rulebook.values(table->name, row.key, "value");
      if (!values || values->empty() || !values->back().is_quantity()) continue;
      const auto unit = parse_unit("tCO2");
      const auto tonnes = unit ? convert(values->back().quantity(), *unit) : Result<Quantity>(Unexpected(unit.error()));
      if (tonnes) rules.target_t = round_integer(tonnes->value, Rounding::floor).to_u64().value_or(0);
      rules.target_year = FiscalYear{row.first.value_or(0)};
    }
  }
  return rules;
}

Result<scheme::Statistics> statistics(const Ledger& ledger, std::optional<Date> as_known) {
  SUMI_TRY(const auto rulebook, ledger.rulebook(as_known));
  const auto rules = statistics_rules(*rulebook);
  if (!as_known) {
    scheme::Statistics out;
    SUMI_CHECK(ledger.read([&](const scheme::State& state) { out = scheme::statistics(state, rules, state.now().date_in_japan()); }));
    return out;
  }
  SequenceNumber last;
  SUMI_CHECK(ledger.records({1}, [&](const Record& record) -> Result<void> {
    if (record.header.time.date_in_japan() <= *as_known) last = record.sequence;
    return {};
  }));
  if (!last) return fail(errors::store_younger, {{"date", as_known->to_string()}});
  SUMI_TRY(const auto state, ledger.state_at(last));
  return scheme::statistics(state, rules, *as_known);
}

}  // namespace sumi::service
