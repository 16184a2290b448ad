// What a scenario is played against: a ledger in memory, or a store.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scheme/scheme.h"

namespace sumi::scenario {

// The text of a sealed field of the command with that index.
struct SealedText {
  std::size_t command = 0;
  std::string field;
  std::string text;
};
struct Submission {
  std::vector<scheme::AnyCommand> commands;  // more than one: a group, all or none
  std::vector<SealedText> sealed;            // the fields of the commands are empty; the world seals and fills them
  PersonId actor;
  OrganisationNumber on_behalf_of;
  IdempotencyKey key;  // nil: none was given
  Date business_date;
  Instant time;
};
struct Accepted {
  std::vector<scheme::AnyOutcome> outcomes;  // one for each command
  bool repeated = false;                     // the same request was accepted before; these are its outcomes
};

class World {
 public:
  virtual ~World() = default;
  [[nodiscard]] virtual Result<Accepted> submit(const Submission& submission) = 0;
  // Does what is due at that time (advance_time), if anything is.
  [[nodiscard]] virtual Result<void> advance(Instant time) = 0;
  // Calls f with the state as it is now.
  [[nodiscard]] virtual Result<void> look(const std::function<void(const scheme::State&)>& f) = 0;
  // The person with that login; made known if there is none. "admin" is who opened the store.
  [[nodiscard]] virtual Result<PersonId> person(const std::string& login) = 0;

  // What a line asks of the state besides: out of look(), unless the world does not hold the state itself.
  [[nodiscard]] virtual Result<Instant> now();
  struct Standing {
    std::vector<std::string> findings;  // of State::check()
    Hash state_hash;                    // zero where nobody knows it
  };
  [[nodiscard]] virtual Result<Standing> standing();
  // Of the project's current plan, or of the trace of one of its reports; nothing where there is none.
  [[nodiscard]] virtual Result<std::optional<Hash>> plan_hash(ProjectNumber project);
  [[nodiscard]] virtual Result<std::optional<Hash>> trace_hash(ProjectNumber project, std::uint32_t report);
  // Whether that retirement waits as old stores asked for one, without its uses.
  [[nodiscard]] virtual Result<bool> asked_without_uses(RetirementNumber retirement);

  // The flow from files (decision 9: figures are calculated before the command). A world that cannot calculate keeps these: they refuse with
  // scenario.no_calculation. Paths are as resolved against the scenario's folder.
  [[nodiscard]] virtual Result<project::PlanHead> plan_head(const std::string& plan_file, const std::vector<OrganisationNumber>& proponents);
  [[nodiscard]] virtual Result<std::vector<project::RuleAnswer>> rule_answers(ProjectNumber project, Date application_date);
  // `members_file`: of a programme's report; empty otherwise.
  [[nodiscard]] virtual Result<project::SubmitReport> report(ProjectNumber project, Period period, const std::string& data_file, const std::string& members_file);
  // The entries by which the members of a list join, with what is to be sealed; the documents that the list names are kept for that organisation.
  struct Admission {
    std::vector<scheme::AnyCommand> commands;
    std::vector<SealedText> sealed;
  };
  [[nodiscard]] virtual Result<Admission> admission(ProjectNumber project, const std::string& list_file, OrganisationNumber on_behalf_of);
  // What the verifier's own replay of the report's trace gives.
  [[nodiscard]] virtual Result<Hash> replayed_trace(ProjectNumber project, std::uint32_t report);
};

// How a fresh ledger begins. Without a kind it is not opened: only OpenStore can be the first command.
struct Beginning {
  std::optional<scheme::StoreKind> kind = scheme::StoreKind::demo;
  Instant time;
};
using WorldMaker = std::function<Result<std::unique_ptr<World>>(const Beginning&)>;

}  // namespace sumi::scenario
