// A ledger that is only its state: no journal, no receipts, no files. It decides and applies as the writer does, which is what the scenarios
// of registry, scheme and project are about. Ids and salts come from names, so that the same scenario gives the same state hash everywhere.
#pragma once

#include <map>

#include "scenario/world.h"

namespace sumi::scenario {

class MemoryWorld final : public World {
 public:
  static Result<std::unique_ptr<World>> make(const Beginning& beginning, const scheme::Rules& rules);

  Result<Accepted> submit(const Submission& submission) override;
  Result<void> advance(Instant time) override;
  Result<void> look(const std::function<void(const scheme::State&)>& f) override;
  Result<PersonId> person(const std::string& login) override;

 private:
  explicit MemoryWorld(const scheme::Rules& rules) : rules_(rules) {}
  void name_places(std::vector<scheme::AnyCommand>& commands, const std::vector<SealedText>& sealed) const;
  Result<Accepted> play(const std::vector<scheme::AnyCommand>& commands, const Act& act);

  scheme::State state_;
  scheme::Rules rules_;
  std::uint64_t entries_ = 0;
  std::map<scheme::KeyRef, std::vector<scheme::AnyOutcome>> answers_;
};

}  // namespace sumi::scenario
