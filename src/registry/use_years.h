// Which fiscal years a retirement may serve (無効化の時期の定め: J-クレジット制度 無効化の手続, japancredit.go.jp case/law).
#pragma once

#include <vector>

#include "registry/registry.h"

namespace sumi::registry {

// Of a purpose with the June rule: the fiscal year in which it is completed, and, from April to June, the one before as well, oldest first. Empty: the purpose leaves the year free.
[[nodiscard]] std::vector<FiscalYear> years_served(const RegistryRules::Purpose& purpose, Date completed);

}  // namespace sumi::registry
