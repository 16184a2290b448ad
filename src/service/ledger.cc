#include "service/ledger.h"

#include <sodium.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/seal.h"
#include "rulebook/methodology.h"
#include "scheme/sealed.h"
#include "service/errors.h"
#include "service/rules.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
using Stopwatch = std::chrono::steady_clock;

std::uint64_t ns_since(Stopwatch::time_point start) {
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(Stopwatch::now() - start).count());
}

class SystemClock final : public Clock {
 public:
  Instant now() const override {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
  }
};

// The sealed fields of a command that is to be changed, by path, each with its place among them.
using SealedFields = std::map<std::string, std::pair<Sealed*, std::uint32_t>, std::less<>>;
SealedFields sealed_fields_of(scheme::AnyCommand& command) {
  SealedFields out;
  scheme::for_each_sealed(command, [&](std::string path, std::uint32_t index, Sealed& v) { out.emplace(std::move(path), std::pair{&v, index}); });
  return out;
}

std::vector<Hash> sealed_in(const scheme::AnyCommand& command) {
  std::vector<Hash> commitments;
  scheme::for_each_sealed(command, [&](const std::string&, std::uint32_t, const Sealed& v) {
    if (v) commitments.push_back(v.commitment);
  });
  return commitments;
}

template <class T>
T random_id() {
  T id;
  randombytes_buf(id.bytes.data(), id.bytes.size());
  return id;
}

Act act_of(const journal::EntryHeader& h) { return {h.time, h.business_date, h.actor, h.on_behalf_of, h.adoption}; }

Result<Record> decode_record(SequenceNumber number, const journal::EntryView& view) {
  Record record;
  record.sequence = number;
  record.header = view.header;
  try {
    if (!scheme::decode_bodies(view.header.type, view.header.version, view.public_body, view.party_body, record.command, record.outcome)) {
      return fail(errors::entry_unknown_type,
          {{"entry", std::to_string(number.value)}, {"type", std::to_string(view.header.type)}, {"version", std::to_string(view.header.version)}});
    }
  } catch (const CodecError& e) {
    return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
  }
  return record;
}

// Applies records to a state as they were written: groups are remembered whole under their idempotency key.
class Replayer {
 public:
  explicit Replayer(scheme::State& state) : state_(state) {}
  void apply(const Record& record) {
    state_.apply(record.command, record.outcome, act_of(record.header));
    group_.push_back(record.command);
    const bool last = record.header.group_count == 0 || record.header.group_index + 1 == record.header.group_count;
    if (!last) return;
    if (!record.header.key.is_nil()) {
      const SequenceNumber first{record.sequence.value + 1 - group_.size()};
      state_.remember({record.header.on_behalf_of, record.header.key}, scheme::fingerprint_of(group_, record.header.actor), first, static_cast<std::uint32_t>(group_.size()));
    }
    group_.clear();
  }

 private:
  scheme::State& state_;
  std::vector<scheme::AnyCommand> group_;
};

std::string authority_name(std::string_view key) {
  if (key == "jcredit") return "J-クレジット制度管理者(経済産業省・環境省・農林水産省)";
  if (key == "moe") return "環境省";
  if (key == "meti-moe") return "温室効果ガス排出量算定・報告・公表制度(経済産業省・環境省)";
  return std::string(key);
}

}  // namespace

const Clock& system_clock() {
  static const SystemClock clock;
  return clock;
}

struct Ledger::Waiting {
  Request request;
  std::optional<Result<Accepted>> answer;
  bool done = false;  // under queue_mutex_; the answer is then there and nobody else's business
};

namespace {
// The state is ahead of the journal for good.
struct Broken {
  Error error;
};
}  // namespace

Ledger::Ledger(std::string folder, const LedgerOptions& options) : folder_(std::move(folder)), options_(options) {
  if (options_.clock == nullptr) options_.clock = &system_clock();
}
Ledger::~Ledger() = default;

// ---- opening ----

Result<std::unique_ptr<Ledger>> Ledger::create(const std::string& folder, const CreateOptions& create, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::error_code failed;
  SUMI_CHECK(store::make_folder(folder));
  if (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)) return fail(store::errors::store_exists, {{"path", folder}});
  std::unique_ptr<Ledger> ledger(new Ledger(folder, options));
  SUMI_TRY(auto lock, store::StoreLock::take(folder));
  ledger->lock_.emplace(std::move(lock));
  SUMI_TRY(ledger->journal_, store::open_sqlite_journal(folder + "/journal.db", store::Opening::create, options.vfs));
  SUMI_TRY(ledger->people_, store::open_sqlite_people(folder + "/people.db", store::Opening::create, options.vfs));
  SUMI_CHECK(ledger->found(create));
  return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& folder, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::error_code ignored;
  if (!fs::exists(folder + "/journal.db", ignored)) return fail(store::errors::store_missing, {{"path", folder}});
  std::unique_ptr<Ledger> ledger(new Ledger(folder, options));
  SUMI_TRY(auto lock, store::StoreLock::take(folder));
  ledger->lock_.emplace(std::move(lock));
  SUMI_TRY(ledger->journal_, store::open_sqlite_journal(folder + "/journal.db", store::Opening::existing, options.vfs));
  SUMI_TRY(ledger->people_, store::open_sqlite_people(folder + "/people.db", store::Opening::existing, options.vfs));
  SUMI_CHECK(ledger->replay());
  if (!ledger->state_.meta().open) return fail(store::errors::journal_empty, {{"path", folder}});
  // What a crash left: members whose erasure is in the journal and not yet in people.db.
  std::vector<project::MemberRef> erased;
  for (const auto& [ref, row] : ledger->state_.cases().members.rows) {
    if (row.erased) erased.push_back(ref);
  }
  SUMI_CHECK(ledger->erase_members(erased));
  return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::in_memory(const CreateOptions& create, const LedgerOptions& options) {
  if (sodium_init() < 0) return fail(errors::invariant_broken, {{"reason", "no random generator"}});
  std::unique_ptr<Ledger> ledger(new Ledger({}, options));
  ledger->journal_ = store::memory_journal();
  ledger->people_ = store::memory_people();
  SUMI_CHECK(ledger->found(create));
  return ledger;
}

// Snapshot, then tail: the snapshot's edge must be the head that the journal itself has at that place, and everything after it is verified as it is read.
Result<void> Ledger::replay() {
  SUMI_TRY(const auto last, journal_->last());
  SequenceNumber done;
  if (auto snapshot = store::newest_snapshot(folder_ + "/snapshots", last)) {
    SUMI_TRY(const auto segment, journal_->at_or_after(snapshot->sequence));
    const bool fits = segment && segment->last() == snapshot->sequence && segment->head == snapshot->edge.head();
    auto state = fits ? scheme::State::load(snapshot->state) : Result<scheme::State>(fail(store::errors::snapshot_altered, {{"path", folder_}}));
    if (state) {
      state_ = *std::move(state);
      edge_ = snapshot->edge;
      done = snapshot->sequence;
    }
  }
  Replayer replayer(state_);
  SUMI_CHECK(journal_->read({done.value + 1}, [&](const journal::Segment& segment) -> Result<void> {
    SUMI_CHECK(journal::verify_segment(segment, edge_));
    return journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
      SUMI_TRY(const auto record, decode_record(number, view));
      // Bytes that hold and yet lead nowhere: somebody wrote them who is not this program.
      try {
        replayer.apply(record);
      } catch (const std::exception& e) {
        return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
      }
      return {};
    });
  }));
  if (edge_.size() != last.value) {
    return fail(store::errors::database_unreadable, {{"path", folder_ + "/journal.db"}, {"reason", "entries are missing before entry " + std::to_string(last.value)}});
  }
  applied_ = durable_ = last;
  since_snapshot_ = last.value - done.value;
  return {};
}

// The opening entries, one batch: the store, its operator, the authorities, the rule packs.
Result<void> Ledger::found(const CreateOptions& create) {
  given_rulebook_ = create.rulebook;
  SUMI_TRY(const auto admin, people_->add_person(create.administrator, create.administrator_name.empty() ? create.administrator : create.administrator_name));
  std::vector<Request> requests;
  const auto ask = [&](OrganisationNumber on_behalf_of, scheme::AnyCommand command) {
    Request r;
    r.commands.push_back(std::move(command));
    r.actor = admin.id;
    r.on_behalf_of = on_behalf_of;
    // The opening itself may be dated on any store: there is nothing before it.
    r.time = create.kind == scheme::StoreKind::production ? std::nullopt : create.time;
    requests.push_back(std::move(r));
  };
  Hash log_key;
  log_key.bytes = create.log_key.bytes;
  ask({}, scheme::OpenStore{create.store ? *create.store : random_id<Id128>(), create.kind, log_key, create.operator_name});
  ask({}, scheme::RegisterOrganisation{create.operator_corporate_number, create.operator_name, "", {}, {}});
  const OrganisationNumber operator_number{1};
  ask({}, scheme::Grant{admin.id, operator_number, scheme::Role::secretariat});
  std::map<std::string, OrganisationNumber> authorities;
  if (create.rulebook) {
    std::uint64_t next = 2;
    for (const auto& pack : create.rulebook->packs()) {
      const auto& authority = pack.head().authority;
      if (authorities.contains(authority)) continue;
      if (authority == "sumi") {
        authorities[authority] = operator_number;
      } else {
        authorities[authority] = {next++};
        ask({}, scheme::RegisterOrganisation{"", authority_name(authority), "", {}, {}});
      }
      ask({}, scheme::Grant{admin.id, authorities[authority], scheme::Role::ministry});
    }
    const auto manifest = manifest_steps(create.rulebook->packs());
    std::size_t i = 0;
    for (const auto& pack : create.rulebook->packs()) {
      SUMI_CHECK(keep_pack(pack));
      const auto time = create.time && create.kind != scheme::StoreKind::production ? *create.time : options_.clock->now();
      ask(authorities[pack.head().authority], scheme::AdoptRulebook{pack.family(), pack.head().edition, pack.hash(), manifest[i++], time.date_in_japan()});
    }
  }
  auto answers = submit_all(std::move(requests));
  for (auto& answer : answers) {
    if (!answer) return fail(std::move(answer).error());
  }
  return {};
}

// ---- writing ----

Result<Accepted> Ledger::submit(Request request) {
  Waiting mine{std::move(request), {}};
  std::unique_lock lock(queue_mutex_);
  queue_.push_back(&mine);
  queue_changed_.wait(lock, [&] { return mine.done || !writing_; });
  // Whoever wrote before may have served this request too. Else this thread writes, for all that came while the last batch became durable.
  if (!mine.done) {
    std::vector<Waiting*> batch(queue_.begin(), queue_.end());
    queue_.clear();
    writing_ = true;
    lock.unlock();
    {
      const std::lock_guard writer(writer_mutex_);
      write_batch(batch);
    }
    lock.lock();
    writing_ = false;
    for (auto* w : batch) w->done = true;
    queue_changed_.notify_all();
  }
  return *std::move(mine.answer);
}

std::vector<Result<Accepted>> Ledger::submit_all(std::vector<Request> requests) {
  std::vector<Waiting> waiting;
  waiting.reserve(requests.size());
  for (auto& r : requests) waiting.push_back({std::move(r), {}});
  std::vector<Waiting*> batch;
  for (auto& w : waiting) batch.push_back(&w);
  const std::lock_guard writer(writer_mutex_);
  write_batch(batch);
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

void Ledger::write_batch(std::vector<Waiting*>& batch) {
  const std::lock_guard state_lock(state_mutex_);
  pending_.clear();
  // What an earlier segment of this batch made durable is answered alike: whoever asks again under the same key gets the receipt.
  const auto answer_all = [&](const Error& error) {
    for (auto* w : batch) {
      if (!w->answer || *w->answer) w->answer = Result<Accepted>(fail(error));
    }
  };
  if (const auto holds = sound(); !holds) return answer_all(holds.error());
  journal::SegmentBuilder builder(edge_);
  std::optional<Error> broken;
  try {
    for (auto* w : batch) w->answer = handle(w->request, builder);
    flush(builder);
  } catch (const Broken& e) {
    broken = e.error;
  } catch (const std::exception& e) {
    broken = make_error(errors::invariant_broken, {{"reason", e.what()}});
  }
  if (broken) return answer_all(break_down(*broken));
  if (options_.snapshot_every != 0 && since_snapshot_ >= options_.snapshot_every && !folder_.empty()) {
    // A snapshot is a convenience: failing to write one, even for want of memory, changes nothing and keeps nobody waiting.
    since_snapshot_ = 0;
    try {
      static_cast<void>(store::write_snapshot(folder_ + "/snapshots", {applied_, edge_, state_.dump()}));
    } catch (const std::exception&) {
      since_snapshot_ = options_.snapshot_every / 2;  // tried again sooner
    }
  }
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

// Sealed values first, then the segment; then it is durable and may be told. Throws Broken: the state is then ahead of the journal for good.
void Ledger::flush(journal::SegmentBuilder& builder) {
  if (builder.empty()) return;
  const auto start = Stopwatch::now();
  std::vector<Hash> leaves(builder.leaves().begin(), builder.leaves().end());
  const auto segment = builder.finish();
  times_.encode_ns += ns_since(start);
  const auto append_start = Stopwatch::now();
  auto done = people_->put_sealed(pending_);
  if (done) done = journal_->append(segment);
  times_.append_ns += ns_since(append_start);
  if (!done) throw Broken{make_error(errors::ledger_broken, {{"reason", sentence(done.error(), Language::en)}})};
  pending_.clear();
  // The journal says it; if the erasing fails now, it is done when the store is opened again, and `sumi check` tells.
  static_cast<void>(erase_members(to_erase_));
  to_erase_.clear();
  times_.entries += segment.count;
  times_.batches += 1;
  times_.bytes += segment.entries.size();
  edge_ = builder.edge();
  if (tree_) {
    for (const auto& leaf : leaves) tree_->append(leaf);
  }
  since_snapshot_ += segment.count;
  applied_ = segment.last();
  const std::lock_guard lock(durable_mutex_);
  durable_ = applied_;
  durable_changed_.notify_all();
}

Result<void> Ledger::erase_members(const std::vector<project::MemberRef>& members) {
  for (const auto& ref : members) {
    const auto* row = state_.cases().members.rows.find(ref);
    if (row == nullptr) continue;
    for (const auto& sealed : project::sealed_of(*row)) {
      // A value that is gone is an error here, and no reason to write anything.
      const auto stands = people_->sealed(sealed.commitment);
      if (stands && *stands) SUMI_CHECK(people_->erase_sealed(sealed.commitment));
    }
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
  if (auto sealed = seal(request); !sealed) return refuse(sealed.error());
  times_.seal_ns += ns_since(seal_start);

  const auto decide_start = Stopwatch::now();
  if (request.time && state_.meta().open && state_.meta().kind == scheme::StoreKind::production) return refuse(make_error(errors::time_not_allowed));
  const Instant time = request.time ? *request.time : std::max(options_.clock->now(), state_.now());
  if (state_.meta().open) {
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
      if ((*seen)->first > applied_) flush(builder);
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
  state_.begin_group();
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    const auto& command = request.commands[i];
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
    state_.apply(command, *outcome, act);
    const auto bodies = scheme::encode_bodies(command, *outcome);
    journal::EntryHeader h;
    h.type = scheme::type_of(command);
    h.version = scheme::version_of(command);
    h.time = act.time;
    h.business_date = act.business_date;
    h.actor = act.actor;
    h.on_behalf_of = act.on_behalf_of;
    h.key = request.key;
    h.adoption = act.adoption;
    if (request.commands.size() > 1) {
      h.group_index = static_cast<std::uint16_t>(i);
      h.group_count = static_cast<std::uint16_t>(request.commands.size());
    }
    h.organisation_is_party = scheme::organisation_is_party(command);
    const auto number = builder.append(h, bodies.open, bodies.party, salts_.next());
    if (!number) return undo(number.error());
    if (i == 0) accepted.first = *number;
    accepted.outcomes.push_back(*std::move(outcome));
  }
  if (auto whole = state_.check_group(request.commands, request.on_behalf_of); !whole) return undo(whole.error());
  if (!request.key.is_nil()) state_.remember(ref, fingerprint, accepted.first, accepted.count);
  state_.keep_group();
  for (const auto& command : request.commands) {
    if (const auto* erased = std::get_if<project::EraseMember>(&command)) to_erase_.push_back({erased->project, erased->member});
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

// ---- reading ----

Result<void> Ledger::read(const std::function<void(const scheme::State&)>& f) const {
  SequenceNumber seen;
  {
    const std::lock_guard lock(state_mutex_);
    SUMI_CHECK(sound());
    f(state_);
    seen = applied_;
  }
  std::unique_lock lock(durable_mutex_);
  durable_changed_.wait(lock, [&] { return broken_ || durable_ >= seen; });
  if (durable_ < seen) return fail(*broken_);
  return {};
}

SequenceNumber Ledger::last() const {
  const std::lock_guard lock(durable_mutex_);
  return durable_;
}

Result<journal::TreeHead> Ledger::head() const {
  const std::lock_guard lock(state_mutex_);
  SUMI_CHECK(sound());
  return edge_.head();
}

Result<Record> Ledger::record(SequenceNumber number) const {
  std::optional<Record> found;
  if (number && number <= last()) {
    SUMI_TRY(const auto segment, journal_->at_or_after(number));
    if (segment) {
      SUMI_CHECK(journal::for_each_entry(*segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
        if (n != number) return {};
        SUMI_TRY(found, decode_record(n, view));
        return {};
      }));
    }
  }
  if (!found) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(last().value)}});
  return *std::move(found);
}

Result<void> Ledger::records(SequenceNumber from, const std::function<Result<void>(const Record&)>& f) const {
  return journal_->read(from, [&](const journal::Segment& segment) {
    return journal::for_each_entry(segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
      if (n < from) return {};
      SUMI_TRY(const auto record, decode_record(n, view));
      return f(record);
    });
  });
}

Result<scheme::State> Ledger::state_at(SequenceNumber number) const {
  if (!number || number > last()) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(last().value)}});
  scheme::State state;
  Replayer replayer(state);
  SUMI_CHECK(records({1}, [&](const Record& record) -> Result<void> {
    if (record.sequence <= number) replayer.apply(record);
    return {};
  }));
  return state;
}

Result<journal::Checkpoint> Ledger::checkpoint(const journal::SigningKey& key) const {
  const std::lock_guard lock(state_mutex_);
  SUMI_CHECK(sound());
  const auto& meta = state_.meta();
  if (key.public_key().bytes != meta.log_key.bytes) {
    return fail(errors::log_key_wrong, {{"expected", meta.log_key.to_hex()}});
  }
  return journal::sign_checkpoint({static_cast<journal::StoreKind>(meta.kind), meta.store}, edge_.head(), key);
}

Result<journal::Receipt> Ledger::receipt(SequenceNumber number, journal::ReceiptKind kind, const journal::SigningKey& key) const {
  SUMI_TRY(const auto signed_head, checkpoint(key));
  const std::lock_guard lock(state_mutex_);
  if (!tree_) {
    journal::MerkleTree tree;
    SUMI_CHECK(journal_->read({1}, [&](const journal::Segment& segment) {
      return journal::for_each_entry(segment, [&](SequenceNumber, const journal::EntryView& view) -> Result<void> {
        tree.append(view.leaf_hash());
        return {};
      });
    }));
    tree_ = std::move(tree);
  }
  std::optional<journal::Entry> entry;
  std::vector<Hash> commitments;
  SUMI_TRY(const auto segment, journal_->at_or_after(number));
  if (number && segment) {
    SUMI_CHECK(journal::for_each_entry(*segment, [&](SequenceNumber n, const journal::EntryView& view) -> Result<void> {
      if (n != number) return {};
      entry = view.to_entry();
      SUMI_TRY(const auto record, decode_record(n, view));
      commitments = sealed_in(record.command);
      return {};
    }));
  }
  if (!entry) return fail(errors::entry_missing, {{"entry", std::to_string(number.value)}, {"last", std::to_string(edge_.size())}});
  std::vector<journal::OpenedValue> opened;
  if (kind == journal::ReceiptKind::party) {
    for (const auto& commitment : commitments) {
      const auto value = people_->sealed(commitment);
      // An erased value stays closed; the receipt holds without it.
      if (value && *value) opened.push_back({(*value)->salt, (*value)->value});
    }
  }
  SUMI_TRY(const auto stored, journal::encode_entry(*entry));
  SUMI_TRY(const auto view, journal::decode_entry(stored));
  return journal::make_receipt(kind, number, view, *tree_, signed_head, key.public_key(), std::move(opened));
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

// ---- rules ----

std::vector<Hash> Ledger::manifest_steps(const std::vector<rulebook::Pack>& packs) {
  // What the manifest is after each adoption: the sorted lines of the packs adopted so far.
  std::vector<Hash> steps;
  std::map<std::string, std::string> lines;
  for (const auto& pack : packs) {
    lines[pack.family()] = pack.family() + " " + pack.head().edition + " " + pack.hash().to_hex() + "\n";
    std::string text;
    for (const auto& [family, line] : lines) text += line;
    steps.push_back(sha256(text));
  }
  return steps;
}

Result<void> Ledger::keep_pack(const rulebook::Pack& pack) const {
  const auto archive = pack.archive();
  if (folder_.empty()) {
    memory_packs_[pack.hash()] = std::string(archive.begin(), archive.end());
    return {};
  }
  SUMI_TRY([[maybe_unused]] const auto hash, store::ContentFiles(folder_ + "/packs").put({reinterpret_cast<const char*>(archive.data()), archive.size()}));
  return {};
}

Result<Accepted> Ledger::adopt(const rulebook::Pack& pack, PersonId actor, OrganisationNumber authority, std::optional<Instant> time) {
  SUMI_CHECK(keep_pack(pack));
  Request request;
  request.actor = actor;
  request.on_behalf_of = authority;
  request.time = time;
  Hash manifest;
  SUMI_CHECK(read([&](const scheme::State& state) { manifest = state.manifest_with(pack.family(), pack.head().edition, pack.hash()); }));
  const auto day = (time ? *time : options_.clock->now()).date_in_japan();
  request.commands.push_back(scheme::AdoptRulebook{pack.family(), pack.head().edition, pack.hash(), manifest, day});
  return submit(std::move(request));
}

Result<rulebook::Pack> Ledger::pack(const Hash& hash, const std::string& family) const {
  std::string archive;
  if (folder_.empty()) {
    const auto kept = memory_packs_.find(hash);
    if (kept == memory_packs_.end()) return fail(store::errors::pack_missing, {{"hash", hash.to_hex()}});
    archive = kept->second;
  } else {
    auto kept = store::ContentFiles(folder_ + "/packs").get(hash);
    if (!kept) return fail(kept.error().def == &store::errors::evidence_missing ? store::errors::pack_missing : store::errors::pack_altered, {{"hash", hash.to_hex()}});
    archive = *std::move(kept);
  }
  return rulebook::Pack::from_archive({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()}, family);
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook_of(std::uint32_t adoption) const {
  std::map<std::string, Hash> packs;
  Hash manifest;
  for (const auto& [number, row] : state_.adoptions()) {
    if (number > adoption) break;
    packs[row.family] = row.pack;
    manifest = row.manifest;
  }
  const std::lock_guard lock(rules_mutex_);
  if (given_rulebook_ && given_rulebook_->manifest() == manifest) return given_rulebook_;
  if (const auto it = rulebooks_.find(manifest); it != rulebooks_.end()) return it->second;
  std::vector<rulebook::Pack> loaded;
  for (const auto& [family, hash] : packs) {
    SUMI_TRY(auto kept, pack(hash, family));
    loaded.push_back(std::move(kept));
  }
  SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(loaded), rulebook::read_methodology));
  return rulebooks_[manifest] = std::make_shared<const rulebook::Rulebook>(std::move(book));
}

Result<const scheme::Rules*> Ledger::rules_for(std::uint32_t adoption) const {
  {
    const std::lock_guard lock(rules_mutex_);
    if (const auto it = rules_.find(adoption); it != rules_.end()) return &it->second;
  }
  SUMI_TRY(const auto book, rulebook_of(adoption));
  SUMI_TRY(auto rules, rules_from(*book));
  const std::lock_guard lock(rules_mutex_);
  return &(rules_[adoption] = std::move(rules));
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook(std::optional<Date> adopted) const {
  const std::lock_guard lock(state_mutex_);
  std::uint32_t adoption = state_.meta().adoption;
  if (adopted) {
    adoption = 0;
    for (const auto& [number, row] : state_.adoptions()) {
      if (row.adopted.date_in_japan() <= *adopted) adoption = number;
    }
  }
  return rulebook_of(adoption);
}

Result<std::shared_ptr<const rulebook::Rulebook>> Ledger::rulebook_of_day(Date day, const Hash& manifest) const {
  const std::lock_guard lock(state_mutex_);
  std::uint32_t adoption = 0;
  for (const auto& [number, row] : state_.adoptions()) {
    const bool by_then = row.adopted.date_in_japan() <= day;
    if (by_then || row.manifest == manifest) adoption = number;
    if (row.manifest == manifest && !by_then) break;
    // Named, and not yet replaced when the day began.
    const auto* next = state_.adoptions().find(number + 1);
    if (row.manifest == manifest && (next == nullptr || day <= next->adopted.date_in_japan())) break;
  }
  return rulebook_of(adoption);
}

// ---- evidence ----

store::ContentFiles Ledger::evidence(OrganisationNumber owner) const {
  return store::ContentFiles(folder_ + "/evidence/" + (owner ? std::to_string(owner.value) : std::string("scheme")));
}

Result<Hash> Ledger::put_evidence(OrganisationNumber owner, const std::string& bytes) const {
  if (!folder_.empty()) return evidence(owner).put(bytes);
  const Hash hash = sha256(bytes);
  memory_evidence_[owner][hash] = bytes;
  return hash;
}

Result<std::string> Ledger::get_evidence(OrganisationNumber owner, const Hash& hash) const {
  if (!folder_.empty()) return evidence(owner).get(hash);
  const auto& files = memory_evidence_[owner];
  const auto it = files.find(hash);
  if (it == files.end()) return fail(store::errors::evidence_missing, {{"hash", hash.to_hex()}});
  return it->second;
}

}  // namespace sumi::service
