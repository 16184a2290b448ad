// What the ledger's own files share: a request that waits, a batch that is decided and not durable yet, and how an entry becomes a record.
#pragma once

#include <chrono>

#include "service/ledger.h"

namespace sumi::service {

using Stopwatch = std::chrono::steady_clock;
inline std::uint64_t ns_since(Stopwatch::time_point start) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(Stopwatch::now() - start).count());
}

struct Ledger::Waiting {
  Request request;
  std::optional<Result<Accepted>> answer;
  bool done = false;  // under queue_mutex_; the answer is then there and nobody else's business
  Answer then;        // of submit_async(), which owns this one through the queue; empty where a thread waits in submit()
};

// Decided and applied, not durable.
struct Ledger::Staged {
  explicit Staged(journal::SegmentBuilder b) : builder(std::move(b)) {}
  std::vector<Waiting*> requests;
  journal::SegmentBuilder builder;
  std::vector<store::SealedValue> sealed;
  std::vector<Hash> to_erase;
};

// The state is ahead of the journal for good.
struct Broken {
  Error error;
};

[[nodiscard]] inline Act act_of(const journal::EntryHeader& h) { return {h.time, h.business_date, h.actor, h.on_behalf_of, h.adoption}; }
[[nodiscard]] std::vector<Hash> sealed_in(const scheme::AnyCommand& command);
// service.entry_unknown_type, entry_undecodable
[[nodiscard]] Result<void> decode_record(SequenceNumber number, const journal::EntryView& view, Record& record);
[[nodiscard]] Result<Record> decode_record(SequenceNumber number, const journal::EntryView& view);

}  // namespace sumi::service
