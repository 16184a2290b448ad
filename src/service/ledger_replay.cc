// Opening: the newest snapshot, then the journal after it, by two threads. One reads, verifies against the tree, hashes and decodes; the other applies.
#include <algorithm>
#include <thread>

#include "service/errors.h"
#include "service/ledger_parts.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

// A record, and where it ends a request with an idempotency key what is remembered of that.
struct Step {
  Record record;
  bool remembered = false;
  Hash fingerprint;
  SequenceNumber first;
  std::uint32_t count = 0;
};
// So many at a time: they stay in the processor's cache on their way from one thread to the other.
constexpr std::size_t steps_at_once = 256;
struct Steps {
  std::vector<Step> steps = std::vector<Step>(steps_at_once);
  std::size_t count = 0;
};

// Groups are remembered whole under their idempotency key.
class Fingerprints {
 public:
  void look_at(Step& step) {
    const auto& h = step.record.header;
    const bool alone = h.group_count == 0;
    const bool last = alone || h.group_index + 1 == h.group_count;
    if (!alone) group_.push_back(step.record.command);
    step.remembered = last && !h.key.is_nil();
    if (step.remembered) {
      const std::span<const scheme::AnyCommand> commands = alone ? std::span(&step.record.command, 1) : std::span<const scheme::AnyCommand>(group_);
      step.fingerprint = scheme::fingerprint_of(commands, h.actor);
      step.count = static_cast<std::uint32_t>(commands.size());
      step.first = {step.record.sequence.value + 1 - commands.size()};
    }
    if (last) group_.clear();
  }

 private:
  std::vector<scheme::AnyCommand> group_;
};

void apply(scheme::State& state, const Step& step) {
  const auto& h = step.record.header;
  state.apply(step.record.command, step.record.outcome, act_of(h));
  if (step.remembered) state.remember({h.on_behalf_of, h.key}, step.fingerprint, step.first, step.count);
}

// A few bundles of steps go round between the two threads.
class Belt {
 public:
  Belt() {
    for (int i = 0; i < 4; ++i) empty_.push_back(std::make_unique<Steps>());
  }
  // For the reader. Nothing = the other one has stopped.
  std::unique_ptr<Steps> take_empty() { return take(empty_, stopped_); }
  void put_full(std::unique_ptr<Steps> steps) { put(full_, std::move(steps)); }
  void end(Result<void> how) {
    const std::lock_guard lock(mutex_);
    how_ = std::move(how);
    ended_ = true;
    changed_.notify_all();
  }
  // For the other one. Nothing = there are no more.
  std::unique_ptr<Steps> take_full() { return take(full_, ended_); }
  void put_empty(std::unique_ptr<Steps> steps) { put(empty_, std::move(steps)); }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  Result<void> how() { return std::move(how_); }

 private:
  std::unique_ptr<Steps> take(std::deque<std::unique_ptr<Steps>>& from, const bool& over) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !from.empty() || over; });
    if (from.empty()) return nullptr;
    auto steps = std::move(from.front());
    from.pop_front();
    return steps;
  }
  void put(std::deque<std::unique_ptr<Steps>>& to, std::unique_ptr<Steps> steps) {
    const std::lock_guard lock(mutex_);
    to.push_back(std::move(steps));
    changed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Steps>> empty_, full_;
  bool ended_ = false, stopped_ = false;
  Result<void> how_;
};

Result<void> read_steps(store::JournalStore& journal, SequenceNumber from, journal::TreeEdge& edge, Belt& belt) {
  Fingerprints fingerprints;
  auto steps = belt.take_empty();
  const auto stopped = fail(errors::entry_undecodable, {{"entry", ""}, {"reason", "stopped"}});
  SUMI_CHECK(journal.read(from, [&](const journal::Segment& segment) -> Result<void> {
    // Whole segments are verified before anything of them is applied.
    SUMI_CHECK(journal::verify_segment(segment, edge));
    return journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
      if (steps == nullptr) return stopped;
      auto& step = steps->steps[steps->count];
      if (auto decoded = decode_record(number, view, step.record); !decoded) {
        belt.put_full(std::move(steps));
        return decoded;
      }
      fingerprints.look_at(step);
      if (++steps->count == steps_at_once) {
        belt.put_full(std::move(steps));
        steps = belt.take_empty();
      }
      return {};
    });
  }));
  if (steps != nullptr) belt.put_full(std::move(steps));
  return {};
}

}  // namespace

// Snapshot, then tail: the snapshot's edge must be the head that the journal itself has at that place, and everything after it is verified as it is read.
Result<void> Ledger::replay() {
  SUMI_TRY(const auto last, journal_->last());
  SequenceNumber done;
  if (auto snapshot = store::newest_snapshot(folder_ + "/snapshots", last, &opening_remarks_)) {
    SUMI_TRY(const auto segment, journal_->at_or_after(snapshot->sequence));
    const bool fits = segment && segment->last() == snapshot->sequence && segment->head == snapshot->edge.head();
    if (!fits) opening_remarks_.push_back("the snapshot at " + std::to_string(snapshot->sequence.value) + " is not of this journal");
    auto state = fits ? scheme::State::load(snapshot->state) : Result<scheme::State>(fail(store::errors::snapshot_altered, {{"path", folder_}}));
    if (state) {
      state_ = *std::move(state);
      edge_ = snapshot->edge;
      done = snapshot->sequence;
    }
  }
  SUMI_CHECK(replay_after(done));
  if (edge_.size() != last.value) {
    return fail(store::errors::database_unreadable, {{"path", folder_ + "/journal.db"}, {"reason", "entries are missing before entry " + std::to_string(last.value)}});
  }
  applied_ = durable_ = last;
  since_snapshot_ = last.value - done.value;
  return {};
}

Result<void> Ledger::replay_after(SequenceNumber done) {
  Belt belt;
  std::thread reader([&] {
    try {
      belt.end(read_steps(*journal_, {done.value + 1}, edge_, belt));
    } catch (const std::exception& e) {
      belt.end(fail(errors::invariant_broken, {{"reason", e.what()}}));
    }
  });
  std::optional<Error> failed;
  while (auto steps = belt.take_full()) {
    for (std::size_t i = 0; i < steps->count && !failed; ++i) {
      // Bytes that hold and yet lead nowhere: somebody wrote them who is not this program.
      try {
        apply(state_, steps->steps[i]);
      } catch (const std::exception& e) {
        failed = make_error(errors::entry_undecodable, {{"entry", std::to_string(steps->steps[i].record.sequence.value)}, {"reason", e.what()}});
      }
    }
    if (failed) {
      belt.stop();
      break;
    }
    steps->count = 0;
    belt.put_empty(std::move(steps));
  }
  reader.join();
  if (failed) return fail(*std::move(failed));
  return belt.how();
}

Result<scheme::State> Ledger::state_at(SequenceNumber number) const {
  if (!number || number > last()) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(last().value)}});
  scheme::State state;
  Fingerprints fingerprints;
  Step step;
  SUMI_CHECK(records({1}, [&](const Record& record) -> Result<void> {
    if (record.sequence > number) return {};
    step.record = record;
    fingerprints.look_at(step);
    apply(state, step);
    return {};
  }));
  return state;
}

}  // namespace sumi::service
