// A real ledger as the world of a scenario: journal, receipts, evidence, and the flow from plans and monitoring data.
#pragma once

#include "scenario/world.h"
#include "service/ledger.h"

namespace sumi::scenario {

// Over a ledger that somebody else opened; it must outlive the world. Only demo and training ledgers take the scenario's times.
[[nodiscard]] std::unique_ptr<World> ledger_world(service::Ledger& ledger);
// A fresh one in memory, with this rulebook adopted first.
[[nodiscard]] WorldMaker memory_ledger_maker(std::shared_ptr<const rulebook::Rulebook> rulebook);

}  // namespace sumi::scenario
