// The scheme's figures as known on a day: a replay of the journal up to that day, and the rulebook's sectors, prefectures and target.
#pragma once

#include "scheme/statistics.h"
#include "service/ledger.h"

namespace sumi::service {

[[nodiscard]] scheme::StatisticsRules statistics_rules(const rulebook::Rulebook& rulebook);
// `as_known`: nothing = now. Errors: service.store_younger where the store is younger than the day.
[[nodiscard]] Result<scheme::Statistics> statistics(const Ledger& ledger, std::optional<Date> as_known);

}  // namespace sumi::service
