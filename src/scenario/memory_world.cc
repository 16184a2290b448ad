#include "scenario/memory_world.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/member_keys.h"
#include "scenario/commands.h"
#include "scenario/errors.h"

namespace sumi::scenario {

Result<Instant> World::now() {
  Instant now;
  SUMI_CHECK(look([&](const scheme::State& state) { now = state.now(); }));
  return now;
}
Result<World::Standing> World::standing() {
  Standing standing;
  SUMI_CHECK(look([&](const scheme::State& state) { standing = {state.check(), state.state_hash()}; }));
  return standing;
}
Result<std::optional<Hash>> World::plan_hash(ProjectNumber project) {
  std::optional<Hash> found;
  SUMI_CHECK(look([&](const scheme::State& state) {
    if (const auto* row = state.cases().current_plan(project)) found = row->head.plan;
  }));
  return found;
}
Result<std::optional<Hash>> World::trace_hash(ProjectNumber project, std::uint32_t report) {
  std::optional<Hash> found;
  SUMI_CHECK(look([&](const scheme::State& state) {
    if (const auto* row = state.cases().report(project, report)) found = row->trace;
  }));
  return found;
}
Result<bool> World::asked_without_uses(RetirementNumber retirement) {
  bool old = false;
  SUMI_CHECK(look([&](const scheme::State& state) {
    const auto& registry = state.registry();
    old = registry.retirements().find(retirement) != nullptr && registry.uses().uses.find(retirement) == nullptr;
  }));
  return old;
}

Result<project::PlanHead> World::plan_head(const std::string&, const std::vector<OrganisationNumber>&) { return fail(errors::no_calculation); }
Result<std::vector<project::RuleAnswer>> World::rule_answers(ProjectNumber, Date) { return fail(errors::no_calculation); }
Result<project::SubmitReport> World::report(ProjectNumber, Period, const std::string&, const std::string&) { return fail(errors::no_calculation); }
Result<World::Admission> World::admission(ProjectNumber, const std::string&, OrganisationNumber) { return fail(errors::no_calculation); }
Result<Hash> World::replayed_trace(ProjectNumber, std::uint32_t) { return fail(errors::no_calculation); }

namespace {

template <class Id> Id id_of(const std::string& text) {
  const Hash hash = sha256(text);
  Id id;
  std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

}  // namespace

Result<std::unique_ptr<World>> MemoryWorld::make(const Beginning& beginning, const scheme::Rules& rules) {
  std::unique_ptr<MemoryWorld> world(new MemoryWorld(rules));
  if (!beginning.kind) return std::unique_ptr<World>(std::move(world));
  scheme::OpenStore open;
  open.store = id_of<Id128>("store");
  open.kind = *beginning.kind;
  open.log_key = sha256(std::string_view("log key"));
  open.operator_name = "シナリオ";
  Act act;
  act.time = beginning.time;
  act.business_date = act.time.date_in_japan();
  act.actor = id_of<PersonId>("person admin");
  SUMI_TRY([[maybe_unused]] const Accepted opened, world->play({open}, act));
  return std::unique_ptr<World>(std::move(world));
}

Result<PersonId> MemoryWorld::person(const std::string& login) { return id_of<PersonId>("person " + login); }

Result<void> MemoryWorld::look(const std::function<void(const scheme::State&)>& f) {
  f(state_);
  return {};
}

Result<void> MemoryWorld::advance(Instant time) {
  for (;;) {
    const auto due = state_.next_due();
    if (!due || *due > time || time < state_.now()) return {};
    Act act;
    act.time = time;
    act.business_date = time.date_in_japan();
    act.adoption = state_.meta().adoption;
    SUMI_TRY([[maybe_unused]] const Accepted advanced, play({state_.due_command(time)}, act));
  }
}

// All or none.
Result<Accepted> MemoryWorld::play(const std::vector<scheme::AnyCommand>& commands, const Act& act) {
  if (commands.empty() || commands.size() > limits::batch_entries_max) {
    return fail(scheme::errors::group_size, {{"limit", std::to_string(limits::batch_entries_max)}});
  }
  Accepted accepted;
  state_.begin_group();
  const auto refuse = [this](Error error) {
    state_.undo_group();
    return fail(std::move(error));
  };
  for (const auto& command : commands) {
    // As the ledger does: what is only read any more is not taken in.
    if (const auto use = scheme::replaced_by(command); !use.empty()) {
      return refuse(make_error(scheme::errors::command_replaced, {{"name", std::string(scheme::name_of(command))}, {"use", std::string(use)}}));
    }
    auto outcome = state_.decide(command, act, rules_);
    if (!outcome) return refuse(std::move(outcome).error());
    state_.apply(command, *outcome, act);
    accepted.outcomes.push_back(*std::move(outcome));
  }
  if (auto whole = state_.check_group(commands, act.on_behalf_of); !whole) return refuse(std::move(whole).error());
  state_.keep_group();
  entries_ += commands.size();
  return accepted;
}

// As service::name_places does, without a secret: the key of a place comes from its address.
void MemoryWorld::name_places(std::vector<scheme::AnyCommand>& commands, const std::vector<SealedText>& sealed) const {
  for (const auto& text : sealed) {
    const auto words = project::key_text(project::MemberKeyKind::address, text.text);
    if (!words) continue;
    const auto key = sha256("key " + *words);
    auto& command = commands.at(text.command);
    if (auto* use = std::get_if<registry::ApplyRetirement>(&command); use != nullptr && text.field == "place" && use->place_key.is_zero()) {
      use->place_key = key, use->key_version = state_.key_version();
    }
    if (auto* site = std::get_if<registry::RecordSite>(&command); site != nullptr && text.field == "address" && site->key.is_zero()) {
      site->key = key, site->key_version = state_.key_version();
    }
  }
}

Result<Accepted> MemoryWorld::submit(const Submission& submission) {
  Act act;
  act.time = submission.time;
  act.business_date = submission.business_date;
  act.actor = submission.actor;
  act.on_behalf_of = submission.on_behalf_of;
  act.adoption = state_.meta().adoption;
  auto commands = submission.commands;
  for (const auto& text : submission.sealed) {
    if (text.text.empty()) continue;  // as the ledger does: nothing is sealed
    set_sealed(commands.at(text.command), text.field, Sealed{sha256("sealed " + text.field + ' ' + text.text)});
  }
  name_places(commands, submission.sealed);
  const scheme::KeyRef ref{act.on_behalf_of, submission.key};
  const Hash fingerprint = scheme::fingerprint_of(commands, act.actor);
  if (!submission.key.is_nil()) {
    SUMI_TRY(const auto seen, state_.seen(ref, fingerprint));
    if (seen) return Accepted{answers_.at(ref), true};
  }
  SUMI_CHECK(advance(act.time));
  const SequenceNumber first{entries_ + 1};
  SUMI_TRY(Accepted accepted, play(commands, act));
  if (!submission.key.is_nil()) {
    state_.remember(ref, fingerprint, first, static_cast<std::uint32_t>(commands.size()));
    answers_[ref] = accepted.outcomes;
  }
  return accepted;
}

}  // namespace sumi::scenario
