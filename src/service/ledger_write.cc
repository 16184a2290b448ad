// The writer: who decides, who makes durable, and who is answered when. See ledger.h for what it promises.
#include <sodium.h>

#include <algorithm>

#include "base/limits.h"
#include "journal/seal.h"
#include "scheme/sealed.h"
#include "service/errors.h"
#include "service/ledger_parts.h"
#include "service/rules.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

// Requests that wait before the next batch is begun while the last one becomes durable: with them, deciding takes as long as a sync.
constexpr std::size_t early_batch = 512;

// The sealed fields of a command that is to be changed, by path, each with its place among them.
using SealedFields = std::map<std::string, std::pair<Sealed*, std::uint32_t>, std::less<>>;
SealedFields sealed_fields_of(scheme::AnyCommand& command) {
  SealedFields out;
  scheme::for_each_sealed(command, [&](std::string path, std::uint32_t index, Sealed& v) { out.emplace(std::move(path), std::pair{&v, index}); });
  return out;
}

template <class T>
T random_id() {
  T id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return id;
}

}  // namespace

Result<Accepted> Ledger::submit(Request request) {
  Waiting mine{std::move(request), {}, false, {}};
  std::unique_lock lock(queue_mutex_);
  queue_.push_back(&mine);
  work(lock, [&] { return mine.done; });
  return *std::move(mine.answer);
}

void Ledger::submit_async(Request request, Answer then) {
  auto waiting = std::make_unique<Waiting>(std::move(request), std::nullopt, false, std::move(then));
  const std::lock_guard lock(queue_mutex_);
  queue_.push_back(waiting.release());
  if (workers_.empty()) {
    for (unsigned i = 0; i < 2; ++i) {
      workers_.emplace_back([this] {
        std::unique_lock worker(queue_mutex_);
        work(worker, [&] { return ending_ && queue_.empty() && !staged_ && !deciding_; });
      });
    }
  }
  // Whoever sleeps is woken when there is something to do, not for every request.
  if (may_decide() || queue_.size() == 1) queue_changed_.notify_all();
}

// Requests are decided once nobody decides and nothing decided waits. While a batch becomes durable the next one is begun only if many wait: a few are
// better off in one batch than in two that take turns. And whoever was just answered may be back in a moment.
bool Ledger::may_decide() const {
  if (deciding_ || staged_ || turns_waiting_ != 0 || snapshot_due_ || queue_.empty()) return false;
  if (committing_) return queue_.size() >= early_batch;
  return queue_.size() >= expected_ || Stopwatch::now() >= gather_until_;
}

// A thread's part in the work until `enough`: it decides, makes durable, or waits for whoever does.
void Ledger::work(std::unique_lock<std::mutex>& lock, const std::function<bool()>& enough) {
  for (;;) {
    if (snapshot_due_ && !deciding_ && !committing_ && !staged_) {
      deciding_ = committing_ = true;
      lock.unlock();
      write_snapshot();
      lock.lock();
      deciding_ = committing_ = snapshot_due_ = false;
      queue_changed_.notify_all();
    } else if (enough()) {
      // Whatever there is still to do, another one must know of.
      if (staged_ || !queue_.empty()) queue_changed_.notify_all();
      return;
    } else if (staged_ && !committing_) {
      const auto batch = std::move(staged_);
      committing_ = true;
      if (may_decide()) queue_changed_.notify_all();
      lock.unlock();
      const auto start = Stopwatch::now();
      commit(*batch);
      const auto taken = Stopwatch::now() - start;
      lock.lock();
      committing_ = false;
      expected_ = std::min(batch->requests.size() + queue_.size(), early_batch);
      gather_until_ = Stopwatch::now() + std::min<Stopwatch::duration>(taken / 4, std::chrono::microseconds(100));
      answer(*batch, lock);
    } else if (may_decide()) {
      std::vector<Waiting*> batch(queue_.begin(), queue_.end());
      queue_.clear();
      deciding_ = true;
      const bool alone = !committing_;
      lock.unlock();
      auto decided = decide(std::move(batch), alone);
      lock.lock();
      deciding_ = false;
      staged_ = std::move(decided);
      // Where somebody else makes the batch before durable, this thread or that one goes on with it then.
    } else if (!queue_.empty() && !deciding_ && !committing_ && !staged_ && turns_waiting_ == 0) {
      queue_changed_.wait_until(lock, gather_until_);
    } else {
      queue_changed_.wait(lock);
    }
  }
}

// Each on its own, and each only now: the batch is durable, or broken.
void Ledger::answer(Staged& batch, std::unique_lock<std::mutex>& lock) {
  std::vector<Waiting*> asynchronous;
  for (auto* w : batch.requests) {
    if (w->then) {
      asynchronous.push_back(w);
    } else {
      w->done = true;
    }
  }
  queue_changed_.notify_all();
  if (asynchronous.empty()) return;
  lock.unlock();
  for (auto* w : asynchronous) {
    const std::unique_ptr<Waiting> owned(w);
    owned->then(*std::move(owned->answer));
  }
  lock.lock();
}

// Both parts of the writer's work for one thread: nothing is on its way while it is held.
void Ledger::WriterTurn::lock() {
  std::unique_lock lock(ledger_.queue_mutex_);
  ++ledger_.turns_waiting_;
  ledger_.queue_changed_.wait(lock, [&] { return !ledger_.deciding_ && !ledger_.committing_ && !ledger_.staged_; });
  --ledger_.turns_waiting_;
  ledger_.deciding_ = ledger_.committing_ = ledger_.exclusive_ = true;
}
void Ledger::WriterTurn::unlock() {
  const std::lock_guard lock(ledger_.queue_mutex_);
  ledger_.deciding_ = ledger_.committing_ = ledger_.exclusive_ = false;
  ledger_.queue_changed_.notify_all();
}

std::vector<Result<Accepted>> Ledger::submit_all(std::vector<Request> requests) {
  std::vector<Waiting> waiting;
  waiting.reserve(requests.size());
  for (auto& r : requests) waiting.push_back({std::move(r), {}, false, {}});
  std::vector<Waiting*> batch;
  for (auto& w : waiting) batch.push_back(&w);
  {
    const std::lock_guard writer(writer_mutex_);
    commit(*decide(std::move(batch), true));
    if (snapshot_due_) write_snapshot();
    snapshot_due_ = false;
  }
  std::vector<Result<Accepted>> answers;
  for (auto& w : waiting) answers.push_back(*std::move(w.answer));
  return answers;
}

Result<bool> Ledger::advance_time(std::optional<Instant> time) {
  const std::lock_guard writer(writer_mutex_);
  const std::lock_guard state(state_mutex_);
  if (time && state_.meta().kind == scheme::StoreKind::production) return fail(errors::time_not_allowed);
  SUMI_CHECK(sound());
  journal::SegmentBuilder builder(edge_);
  pending_.clear();
  const auto before = applied_;
  try {
    SUMI_CHECK(advance_due(time ? *time : std::max(options_.clock->now(), state_.now()), builder));
    flush(builder);
  } catch (const Broken& e) {
    return fail(break_down(e.error));
  } catch (const std::exception& e) {
    return fail(break_down(make_error(errors::invariant_broken, {{"reason", e.what()}})));
  }
  return applied_ != before;
}

namespace {
// What an earlier segment of this batch made durable is answered alike: whoever asks again under the same key gets the receipt.
void answer_all(const auto& requests, const Error& error) {
  for (auto* w : requests) {
    if (!w->answer || *w->answer) w->answer = Result<Accepted>(fail(error));
  }
}
}  // namespace

// `alone`: no batch is on its way, so the tree's edge is the one before this batch.
std::unique_ptr<Ledger::Staged> Ledger::decide(std::vector<Waiting*> batch, bool alone) {
  const std::lock_guard state_lock(state_mutex_);
  auto staged = std::make_unique<Staged>(alone ? journal::SegmentBuilder(edge_) : journal::SegmentBuilder(applied_));
  staged->requests = std::move(batch);
  pending_.clear();
  to_erase_.clear();
  values_to_erase_.clear();
  if (const auto holds = sound(); !holds) {
    answer_all(staged->requests, holds.error());
    return staged;
  }
  std::optional<Error> broken;
  try {
    for (auto* w : staged->requests) w->answer = handle(w->request, staged->builder);
    staged->to_erase = erasures();
  } catch (const Broken& e) {
    broken = e.error;
  } catch (const std::exception& e) {
    broken = make_error(errors::invariant_broken, {{"reason", e.what()}});
  }
  if (broken) {
    answer_all(staged->requests, break_down(*broken));
    return staged;
  }
  applied_ = staged->builder.last();
  staged->sealed = std::move(pending_);
  pending_.clear();
  return staged;
}

void Ledger::commit(Staged& batch) {
  if (const auto holds = sound(); !holds) return answer_all(batch.requests, holds.error());
  try {
    append(batch.builder, batch.sealed, batch.to_erase);
  } catch (const Broken& e) {
    answer_all(batch.requests, break_down(e.error));
  } catch (const std::exception& e) {
    answer_all(batch.requests, break_down(make_error(errors::invariant_broken, {{"reason", e.what()}})));
  }
}

// By whoever holds both parts of the work. A snapshot is a convenience: failing to write one, even for want of memory, changes nothing.
void Ledger::write_snapshot() {
  if (folder_.empty() || !sound()) return;
  since_snapshot_ = 0;
  try {
    std::unique_lock lock(state_mutex_);
    const store::Snapshot snapshot{applied_, edge_, state_.dump()};
    lock.unlock();  // whoever reads does not wait for the file
    static_cast<void>(store::write_snapshot(folder_ + "/snapshots", snapshot));
  } catch (const std::exception&) {
    since_snapshot_ = options_.snapshot_every / 2;  // tried again sooner
  }
}

Result<void> Ledger::snapshot() {
  const std::lock_guard writer(writer_mutex_);
  const std::lock_guard lock(state_mutex_);
  SUMI_CHECK(sound());
  if (folder_.empty()) return {};
  SUMI_CHECK(store::write_snapshot(folder_ + "/snapshots", {applied_, edge_, state_.dump()}));
  since_snapshot_ = 0;
  return {};
}

Result<void> Ledger::sound() const {
  const std::lock_guard lock(durable_mutex_);
  if (broken_) return fail(*broken_);
  return {};
}

// From here on nobody is answered anything but this.
Error Ledger::break_down(Error error) {
  const std::lock_guard lock(durable_mutex_);
  if (!broken_) broken_ = std::move(error);
  durable_changed_.notify_all();
  return *broken_;
}

// In the midst of deciding: what was decided so far becomes durable now, after the batch that is on its way.
void Ledger::flush(journal::SegmentBuilder& builder) {
  if (builder.empty()) return;
  if (!exclusive_) {
    std::unique_lock lock(queue_mutex_);
    queue_changed_.wait(lock, [&] { return !committing_; });
    committing_ = true;
  }
  const auto done = [&] {
    if (exclusive_) return;
    const std::lock_guard lock(queue_mutex_);
    committing_ = false;
    queue_changed_.notify_all();
  };
  try {
    // If the batch on its way failed, nothing may follow it.
    if (const auto holds = sound(); !holds) throw Broken{holds.error()};
    append(builder, pending_, erasures());
  } catch (...) {
    done();
    throw;
  }
  done();
  pending_.clear();
  to_erase_.clear();
  values_to_erase_.clear();
  applied_ = builder.last();
}

// Sealed values first, then the segment; then it is durable and may be told. Throws Broken: the state is then ahead of the journal for good.
void Ledger::append(journal::SegmentBuilder& builder, const std::vector<store::SealedValue>& sealed, const std::vector<Hash>& to_erase) {
  if (builder.empty()) return;
  const auto start = Stopwatch::now();
  builder.stand_on(edge_);
  std::vector<Hash> leaves(builder.leaves().begin(), builder.leaves().end());
  const auto segment = builder.finish();
  times_.encode_ns += ns_since(start);
  const auto append_start = Stopwatch::now();
  auto done = people_->put_sealed(sealed);
  if (done) done = journal_->append(segment);
  times_.append_ns += ns_since(append_start);
  if (!done) throw Broken{make_error(errors::ledger_broken, {{"reason", sentence(done.error(), Language::en)}})};
  // The journal says it; if the erasing fails now, it is done when the store is opened again, and `sumi check` tells.
  static_cast<void>(erase_sealed(to_erase));
  times_.entries += segment.count;
  times_.batches += 1;
  times_.bytes += segment.entries.size();
  {
    const std::lock_guard lock(tree_mutex_);
    edge_ = builder.edge();
    if (tree_) {
      for (const auto& leaf : leaves) tree_->append(leaf);
    }
  }
  since_snapshot_ += segment.count;
  if (options_.snapshot_every != 0 && since_snapshot_ >= options_.snapshot_every && !folder_.empty()) snapshot_due_ = true;
  const std::lock_guard lock(durable_mutex_);
  durable_ = segment.last();
  durable_changed_.notify_all();
}

std::vector<Hash> Ledger::erasures() const {
  auto all = sealed_of(to_erase_);
  all.insert(all.end(), values_to_erase_.begin(), values_to_erase_.end());
  return all;
}

std::vector<Hash> Ledger::sealed_of(const std::vector<project::MemberRef>& members) const {
  std::vector<Hash> commitments;
  for (const auto& ref : members) {
    const auto* row = state_.cases().members.rows.find(ref);
    if (row == nullptr) continue;
    for (const auto& sealed : project::sealed_of(*row)) commitments.push_back(sealed.commitment);
  }
  return commitments;
}

Result<void> Ledger::erase_sealed(const std::vector<Hash>& commitments) {
  for (const auto& commitment : commitments) {
    // A value that is gone is an error here, and no reason to write anything.
    const auto stands = people_->sealed(commitment);
    if (stands && *stands) SUMI_CHECK(people_->erase_sealed(commitment));
  }
  return {};
}

Result<void> Ledger::seal(Request& request) {
  // Every commitment must open: a client cannot bring one whose value was never here.
  for (const auto& command : request.commands) {
    if (!sealed_in(command).empty()) return fail(errors::sealed_without_text);
  }
  if (!request.sealed.empty() && request.key.is_nil()) request.key = random_id<IdempotencyKey>();
  std::vector<SealedFields> fields;
  if (!request.sealed.empty()) {
    for (auto& command : request.commands) fields.push_back(sealed_fields_of(command));
  }
  const auto pending_before = pending_.size();  // of other requests of this batch; of this one each field comes once
  for (const auto& text : request.sealed) {
    if (text.text.empty()) continue;
    if (text.text.size() > limits::sealed_value_bytes_max) return fail(errors::sealed_too_long, {{"field", text.field}, {"limit", std::to_string(limits::sealed_value_bytes_max)}});
    const SealedFields* of_command = text.command < fields.size() ? &fields[text.command] : nullptr;
    const auto found = of_command == nullptr ? SealedFields::const_iterator{} : of_command->find(text.field);
    if (of_command == nullptr || found == of_command->end()) return fail(errors::sealed_field_unknown, {{"field", text.field}});
    const auto [sealed_field, index] = found->second;
    store::SealedValue value;
    value.organisation = request.on_behalf_of;
    value.request = request.key;
    value.field = static_cast<std::uint32_t>(text.command) * limits::sealed_fields_max + index;
    value.value.assign(text.text.begin(), text.text.end());
    // A retry of the same text takes the salt of the first try, so that the same request has the same commitment.
    SUMI_TRY(const auto earlier, people_->salt_of(value.organisation, value.request, value.field, value.value));
    const auto same = [&](const store::SealedValue& v) {
      return v.organisation == value.organisation && v.request == value.request && v.field == value.field && v.value == value.value;
    };
    const auto others_end = pending_.begin() + static_cast<std::ptrdiff_t>(pending_before);
    const auto waiting = std::find_if(pending_.begin(), others_end, same);
    value.salt = earlier ? *earlier : waiting != others_end ? waiting->salt : salts_.next();
    value.commitment = journal::seal(value.salt, value.value);
    sealed_field->commitment = value.commitment;
    pending_.push_back(std::move(value));
  }
  return {};
}

// One entry for what is due, or more where it does not fit into one.
Result<void> Ledger::advance_due(Instant time, journal::SegmentBuilder& builder) {
  for (;;) {
    const auto due = state_.next_due();
    if (!due || *due > time || time < state_.now()) return {};
    make_room(builder, 1);
    const scheme::AnyCommand command = state_.due_command(time);
    const Act act{time, time.date_in_japan(), {}, {}, state_.meta().adoption};
    SUMI_TRY(const auto outcome, state_.decide(command, act, {}));
    const auto bodies = scheme::encode_bodies(command, outcome);
    journal::EntryHeader h;
    h.type = scheme::type_of(command);
    h.version = scheme::version_of(command);
    h.time = act.time;
    h.business_date = act.business_date;
    h.adoption = act.adoption;
    SUMI_TRY([[maybe_unused]] const auto number, builder.append(h, bodies.open, bodies.party, salts_.next()));
    state_.apply(command, outcome, act);
  }
}

// Writes what has been collected if `entries` more might not fit.
void Ledger::make_room(journal::SegmentBuilder& builder, std::size_t entries) {
  if (builder.entry_count() + entries > limits::batch_entries_max || builder.byte_count() > limits::batch_bytes_max / 2) flush(builder);
}

Result<Accepted> Ledger::handle(Request& request, journal::SegmentBuilder& builder) {
  // First, so that no sealed value of this request becomes durable before the request is accepted. One more: for what is due.
  make_room(builder, request.commands.size() + 1);
  const auto seal_start = Stopwatch::now();
  const auto sealed_before = pending_.size();
  const auto drop_sealed = [&] { pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(std::min(sealed_before, pending_.size())), pending_.end()); };
  const auto refuse = [&](Error error) -> Result<Accepted> {
    drop_sealed();
    log_refusal(request, error);
    return fail(std::move(error));
  };
  if (request.commands.empty() || request.commands.size() > limits::batch_entries_max / 2) {
    return refuse(make_error(scheme::errors::group_size, {{"limit", std::to_string(limits::batch_entries_max / 2)}}));
  }
  if (auto epoch = check_epoch(request, builder); !epoch) return refuse(epoch.error());
  if (auto authority = check_authority(request, builder.last()); !authority) return refuse(authority.error());
  if (auto sealed = seal(request); !sealed) return refuse(sealed.error());
  times_.seal_ns += ns_since(seal_start);

  const auto decide_start = Stopwatch::now();
  if (request.time && state_.meta().open && state_.meta().kind == scheme::StoreKind::production) return refuse(make_error(errors::time_not_allowed));
  const Instant time = request.time ? *request.time : std::max(options_.clock->now(), state_.now());
  // An epoch begins with NewEpoch itself, which is what a witness looks for: what fell due meanwhile comes after it.
  if (state_.meta().open && !beginning_epoch_) {
    if (auto advanced = advance_due(time, builder); !advanced) return refuse(advanced.error());
  }
  const scheme::KeyRef ref{request.on_behalf_of, request.key};
  Hash fingerprint;
  if (!request.key.is_nil()) {
    fingerprint = scheme::fingerprint_of(request.commands, request.actor);
    const auto seen = state_.seen(ref, fingerprint);
    if (!seen) return refuse(seen.error());
    if (*seen) {
      drop_sealed();
      if ((*seen)->first > last()) {
        // It stands in this batch, or in the one that is on its way: with nothing of this one to write there is still that one to wait for.
        if (!builder.empty()) {
          flush(builder);
        } else if (!exclusive_) {
          std::unique_lock lock(queue_mutex_);
          queue_changed_.wait(lock, [&] { return !committing_; });
        }
      }
      return repeat(**seen);
    }
  }
  make_room(builder, request.commands.size());

  const auto entries_before = builder.entry_count();
  const auto undo = [&](Error error) -> Result<Accepted> {
    state_.undo_group();
    builder.roll_back_to(entries_before);
    return refuse(std::move(error));
  };
  Accepted accepted;
  accepted.count = static_cast<std::uint32_t>(request.commands.size());
  accepted.outcomes.reserve(request.commands.size());
  state_.begin_group();
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    const auto& command = request.commands[i];
    if (const auto use = scheme::replaced_by(command); !use.empty()) {
      return undo(make_error(scheme::errors::command_replaced, {{"name", std::string(scheme::name_of(command))}, {"use", std::string(use)}}));
    }
    const Act act{time, request.business_date ? *request.business_date : time.date_in_japan(), request.actor, request.on_behalf_of, state_.meta().adoption};
    static const scheme::Rules none;
    const scheme::Rules* rules = &none;
    if (needs_rules(command)) {
      auto found = rules_for(act.adoption);
      if (!found) return undo(found.error());
      rules = *found;
    }
    auto outcome = state_.decide(command, act, *rules);
    if (!outcome) return undo(outcome.error());
    const auto delegation = state_.authority().delegations.empty() ? 0 : state_.delegation_used(command, act);
    state_.apply(command, *outcome, act);
    open_body_.clear();
    party_body_.clear();
    scheme::encode_bodies(command, *outcome, open_body_, party_body_);
    journal::EntryHeader h;
    h.type = scheme::type_of(command);
    h.version = scheme::version_of(command);
    h.time = act.time;
    h.business_date = act.business_date;
    h.actor = act.actor;
    h.on_behalf_of = act.on_behalf_of;
    h.delegation = delegation;
    h.key = request.key;
    h.adoption = act.adoption;
    if (request.commands.size() > 1) {
      h.group_index = static_cast<std::uint16_t>(i);
      h.group_count = static_cast<std::uint16_t>(request.commands.size());
    }
    h.organisation_is_party = scheme::organisation_is_party(command);
    const auto number = builder.append(h, open_body_.bytes(), party_body_.bytes(), salts_.next());
    if (!number) return undo(number.error());
    if (i == 0) accepted.first = *number;
    accepted.outcomes.push_back(*std::move(outcome));
  }
  if (auto whole = state_.check_group(request.commands, request.on_behalf_of); !whole) return undo(whole.error());
  if (!request.key.is_nil()) state_.remember(ref, fingerprint, accepted.first, accepted.count);
  state_.keep_group();
  for (const auto& command : request.commands) {
    if (const auto* erased = std::get_if<project::EraseMember>(&command)) to_erase_.push_back({erased->project, erased->member});
    if (const auto* erased = std::get_if<scheme::EraseSealed>(&command)) values_to_erase_.push_back(erased->commitment);
  }
  times_.decide_ns += ns_since(decide_start);
  return accepted;
}

Result<Accepted> Ledger::repeat(const scheme::KeyRow& row) const {
  Accepted accepted;
  accepted.first = row.first;
  accepted.count = row.count;
  accepted.repeated = true;
  for (std::uint32_t i = 0; i < row.count; ++i) {
    SUMI_TRY(auto found, record({row.first.value + i}));
    accepted.outcomes.push_back(std::move(found.outcome));
  }
  return accepted;
}

// Only attempts to use up credits or to decide are kept, and only so many: the log is for watching, not for proof.
void Ledger::log_refusal(const Request& request, const Error& error) {
  for (const auto& command : request.commands) {
    if (!scheme::is_watched(command)) continue;
    static_cast<void>(people_->log_refusal(options_.clock->now(), request.actor, request.on_behalf_of, std::string(scheme::name_of(command)), qualified_name(*error.def)));
    return;
  }
}

}  // namespace sumi::service
