// A scenario's world over a real ledger: in memory for tests, or a store on disk for `sumi play --store` and `sumi do`.
#pragma once

#include "scenario/world.h"
#include "service/ledger.h"

namespace sumi::scenario {

// `ledger` outlives the world. Persons that a scenario names are made known to it.
[[nodiscard]] std::unique_ptr<World> ledger_world(service::Ledger& ledger);
// Fresh ledgers in memory, each adopting that rulebook first.
[[nodiscard]] WorldMaker fresh_ledgers(std::shared_ptr<const rulebook::Rulebook> rulebook);

}  // namespace sumi::scenario
