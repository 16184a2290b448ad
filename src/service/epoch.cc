// The epoch rule (decision 7): who restores a store to before what was published says so in the journal, and a witness accepts nothing else.
#include "service/errors.h"
#include "service/ledger.h"

namespace sumi::service {

std::vector<Hash> log_keys_of(const scheme::State& state) {
  std::vector<Hash> keys;
  for (const auto& [number, row] : state.authority().log_keys) keys.push_back(row.key);
  keys.push_back(state.meta().log_key);
  return keys;
}

Result<std::uint32_t> Ledger::begin_epoch(const journal::TreeHead& abandoned, const std::string& ground) {
  SUMI_TRY(const auto kept, head());
  scheme::NewEpoch command;
  Request request;
  SUMI_CHECK(read([&](const scheme::State& state) {
    command.epoch = 2;  // the first epoch has no row
    for (const auto& [number, row] : state.authority().epochs) command.epoch = number + 1;
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::administrator) request.actor = key.person, request.on_behalf_of = key.organisation;
    }
  }));
  command.abandoned_size = abandoned.size;
  command.abandoned_root = abandoned.root;
  command.kept_size = kept.size;
  command.kept_root = kept.root;
  command.ground = ground;
  const auto epoch = command.epoch;
  request.commands.push_back(std::move(command));
  {
    const std::lock_guard writer(writer_mutex_);
    beginning_epoch_ = true;
  }
  auto answer = submit(std::move(request));
  {
    const std::lock_guard writer(writer_mutex_);
    beginning_epoch_ = false;
  }
  if (!answer) return fail(answer.error());
  return epoch;
}

Result<void> Ledger::check_epoch(const Request& request, const journal::SegmentBuilder& builder) const {
  for (const auto& command : request.commands) {
    const auto* epoch = std::get_if<scheme::NewEpoch>(&command);
    if (epoch == nullptr) continue;
    const bool first = beginning_epoch_ && request.commands.size() == 1 && builder.empty();
    if (!first || journal::TreeHead{epoch->kept_size, epoch->kept_root} != builder.edge().head()) return fail(errors::epoch_not_after_restore);
  }
  return {};
}

}  // namespace sumi::service
