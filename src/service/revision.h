// What a new edition of a pack would change for the projects of a store.
//
// A plan keeps the version of a methodology under which it was registered; renewal and extension take the newest. Values of data packs hold by their own
// validity and publication, so a new edition reaches later reports only; what is certified stays as it is. The figures beside each other here say what
// the new pack would have made of the evidence that lies in the store.
#pragma once

#include <string>
#include <vector>

#include "rulebook/pack.h"
#include "service/ledger.h"

namespace sumi::service {

struct RevisedLine {
  CertificationNumber certification;
  std::string methodology;
  FiscalYear vintage;
  std::uint64_t certified_t = 0;
  std::string under_new_t;  // whole tonnes; empty where it could not be calculated
};
struct RevisedProject {
  ProjectNumber project;
  bool programme = false;
  std::uint64_t official_number = 0;
  std::string title;
  std::vector<std::string> methodologies;  // those of its plan that use the family, with the version under which they were registered
  bool keeps = false;                      // the pack is a methodology of its plan: it goes on under the version of its registration
  std::vector<RevisedLine> lines;          // of its certifications
  std::string reason_ja, reason_en;        // why figures under the new pack are missing; empty: none is missing
};

// A rulebook with the methodology packs of a registered plan in the place of those in force: what the plan's periods are calculated with. `base` itself
// where nothing differs, or where the store does not have the plan's pack.
Result<std::shared_ptr<const rulebook::Rulebook>> as_registered(const Ledger& ledger, const project::PlanHead& plan, std::shared_ptr<const rulebook::Rulebook> base);

// Every registered project whose methodologies are the pack's family, or look its tables up. The pack must hold together with the store's others.
Result<std::vector<RevisedProject>> revision_impact(const Ledger& ledger, const rulebook::Pack& pack);

}  // namespace sumi::service
