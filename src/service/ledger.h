// The ledger: one writer over a journal, and the state it leads to.
//
// Threads submit; one of them becomes the writer for the moment, takes everything that waits, decides and applies each in turn, appends one segment
// in one durable transaction, and only then answers them all. Where many wait, the next batch is decided while the last one becomes durable; it is
// appended after it, in order. A read sees the state as it is and is answered once the journal has reached what it saw, so nothing is shown before
// it is durable. If an append fails the ledger is broken: nobody whose batch was not durable is answered anything but that.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "journal/checkpoint.h"
#include "journal/receipt.h"
#include "journal/seal.h"
#include "rulebook/rulebook.h"
#include "scheme/scheme.h"
#include "store/files.h"
#include "store/journal_store.h"
#include "store/people.h"

namespace sumi::service {

// Where time comes from. Only the service looks at a clock.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};
const Clock& system_clock();

// The text of a Sealed field of a command: "note" of the command with that index.
struct SealedText {
  std::size_t command = 0;
  std::string field;
  std::string text;
};

struct Request {
  std::vector<scheme::AnyCommand> commands;  // more than one: a group, all or none
  PersonId actor;
  OrganisationNumber on_behalf_of;
  IdempotencyKey key;                 // nil: not remembered (the ledger makes one where something is sealed)
  std::optional<Date> business_date;  // default: the day in Japan
  std::optional<Instant> time;        // only on demo and training stores; default: the clock, or the state's now if that is later
  std::vector<SealedText> sealed;
};

struct Accepted {
  SequenceNumber first;
  std::uint32_t count = 0;
  std::vector<scheme::AnyOutcome> outcomes;
  bool repeated = false;  // the same request was accepted before: this is its receipt
};

// One accepted command as the journal has it.
struct Record {
  SequenceNumber sequence;
  journal::EntryHeader header;
  scheme::AnyCommand command;
  scheme::AnyOutcome outcome;
};

struct LedgerOptions {
  const char* vfs = nullptr;              // for fault injection
  const Clock* clock = nullptr;           // default: system_clock()
  std::uint64_t snapshot_every = 100'000; // entries; 0 = never
};

struct CreateOptions {
  scheme::StoreKind kind = scheme::StoreKind::demo;
  std::string operator_name;              // legal name of who runs the store
  std::string operator_corporate_number;  // may be empty
  std::string administrator = "admin";    // login
  std::string administrator_name;
  journal::PublicKey log_key;
  std::shared_ptr<const rulebook::Rulebook> rulebook;  // its packs are adopted first
  std::optional<Instant> time;
  std::optional<Id128> store;             // for reproducible examples; default: random
};

// Stages of the writer in nanoseconds, summed; for ./dev bench ledger.
struct StageTimes {
  std::uint64_t seal_ns = 0, decide_ns = 0, encode_ns = 0, append_ns = 0;
  std::uint64_t entries = 0, batches = 0, bytes = 0;
};

class Ledger {
 public:
  // An empty or missing folder becomes a store. store.store_exists.
  static Result<std::unique_ptr<Ledger>> create(const std::string& folder, const CreateOptions& create, const LedgerOptions& options = {});
  static Result<std::unique_ptr<Ledger>> open(const std::string& folder, const LedgerOptions& options = {});
  // Nothing on disk, for scenarios.
  static Result<std::unique_ptr<Ledger>> in_memory(const CreateOptions& create, const LedgerOptions& options = {});
  ~Ledger();

  // Thread-safe. Durable when it returns.
  Result<Accepted> submit(Request request);
  // The same without a thread that waits: `then` is called with the answer once it is durable, by a thread of the ledger. It may submit again this way,
  // must not wait for the ledger otherwise, and throws nothing. The ledger's end waits for all answers.
  using Answer = std::function<void(Result<Accepted>)>;
  void submit_async(Request request, Answer then);
  // Several requests in one batch, each accepted or refused on its own; one answer for each, in order.
  std::vector<Result<Accepted>> submit_all(std::vector<Request> requests);
  // Writes an advance_time entry if something is due at that moment; the answer says whether.
  Result<bool> advance_time(std::optional<Instant> time = std::nullopt);

  // Calls f with the state and returns once what it saw is durable.
  Result<void> read(const std::function<void(const scheme::State&)>& f) const;

  [[nodiscard]] SequenceNumber last() const;
  // The same, once it is beyond `after`; or when the time is over, or the ledger is broken. For whoever tells others of new entries: the writer does not wait for it.
  [[nodiscard]] SequenceNumber last_beyond(SequenceNumber after, std::chrono::milliseconds at_most) const;
  Result<journal::TreeHead> head() const;
  Result<Record> record(SequenceNumber number) const;
  Result<void> records(SequenceNumber from, const std::function<Result<void>(const Record&)>& f) const;
  // The stored segments from the one that holds `from` on, as they lie in the store: for whoever hands the journal on.
  Result<void> segments(SequenceNumber from, const std::function<Result<void>(const journal::Segment&)>& f) const { return journal_->read(from, f); }
  // The state as it was after that entry (a replay from the start).
  Result<scheme::State> state_at(SequenceNumber number) const;
  Result<journal::Receipt> receipt(SequenceNumber number, journal::ReceiptKind kind, const journal::SigningKey& key) const;
  Result<journal::Checkpoint> checkpoint(const journal::SigningKey& key) const;
  Result<void> snapshot();

  // The rulebook as this store had adopted it by that day (default: now); its packs come from the store.
  Result<std::shared_ptr<const rulebook::Rulebook>> rulebook(std::optional<Date> adopted = std::nullopt) const;
  // The rulebook with that manifest if it was in force on that day or later, else the one in force at the day's end: with it is calculated again
  // what was calculated for that day.
  Result<std::shared_ptr<const rulebook::Rulebook>> rulebook_of_day(Date day, const Hash& manifest) const;
  // A pack that this store has adopted once, by its hash; store.pack_missing, store.pack_altered.
  Result<rulebook::Pack> pack(const Hash& hash, const std::string& family) const;
  // Adopts a pack: kept by hash first, then the command.
  Result<Accepted> adopt(const rulebook::Pack& pack, PersonId actor, OrganisationNumber authority, std::optional<Instant> time = std::nullopt);

  [[nodiscard]] store::People& people() const { return *people_; }
  // Evidence of an organisation, and (0) the scheme's own.
  [[nodiscard]] store::ContentFiles evidence(OrganisationNumber owner) const;
  Result<Hash> put_evidence(OrganisationNumber owner, const std::string& bytes) const;
  Result<std::string> get_evidence(OrganisationNumber owner, const Hash& hash) const;

  // Everything that must hold. One sentence per finding. `full` also calculates every certification again from its evidence.
  struct CheckReport {
    std::uint64_t entries = 0, certifications = 0, sealed = 0, erased = 0, snapshots = 0;
    Hash state_hash;
    journal::TreeHead head;
    std::vector<std::string> findings;
  };
  using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;
  Result<CheckReport> check(bool full, const Progress& progress = {}) const;

  // Everything into a new folder, while others submit: consistent as of an entry that was durable. backup.h has the form.
  // service.backup_no_folder, backup_part_left, backup_inside_store; store.store_exists.
  struct BackupReport {
    journal::TreeHead head;
    std::uint64_t files = 0, bytes = 0;
  };
  Result<BackupReport> backup(const std::string& folder, const Progress& progress = {}) const;
  // Right after a restore and before anything else is written: NewEpoch, as the administrator. Answers the epoch. Only restore() calls this.
  Result<std::uint32_t> begin_epoch(const journal::TreeHead& abandoned, const std::string& ground);

  // What opening found and passed over: damaged snapshots, and ones that are not of this journal. One sentence each; the ledger holds without them.
  [[nodiscard]] const std::vector<std::string>& opening_remarks() const { return opening_remarks_; }

  [[nodiscard]] const StageTimes& stage_times() const { return times_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  struct Waiting;
  struct Staged;
  // The writer's work whole, as a lock: while it is held no other batch is on its way.
  class WriterTurn {
   public:
    explicit WriterTurn(Ledger& ledger) : ledger_(ledger) {}
    void lock();
    void unlock();

   private:
    Ledger& ledger_;
  };
  Ledger(std::string folder, const LedgerOptions& options);
  static Result<std::unique_ptr<Ledger>> open_whole(const std::string& folder, const LedgerOptions& options);
  Result<void> replay();
  Result<void> replay_after(SequenceNumber done);
  Result<void> found(const CreateOptions& create);
  [[nodiscard]] bool may_decide() const;
  void work(std::unique_lock<std::mutex>& lock, const std::function<bool()>& enough);
  std::unique_ptr<Staged> decide(std::vector<Waiting*> batch, bool alone);
  void commit(Staged& batch);
  void append(journal::SegmentBuilder& builder, const std::vector<store::SealedValue>& sealed, const std::vector<Hash>& to_erase);
  void answer(Staged& batch, std::unique_lock<std::mutex>& lock);
  void write_snapshot();
  Result<Accepted> handle(Request& request, journal::SegmentBuilder& builder);
  Result<Accepted> repeat(const scheme::KeyRow& row) const;
  Result<void> seal(Request& request);
  Result<void> advance_due(Instant time, journal::SegmentBuilder& builder);
  // The sealed values of members that were erased, and out of people.db with them; what is gone already is passed over.
  [[nodiscard]] std::vector<Hash> sealed_of(const std::vector<project::MemberRef>& members) const;
  Result<void> erase_sealed(const std::vector<Hash>& commitments);
  void make_room(journal::SegmentBuilder& builder, std::size_t entries);
  void flush(journal::SegmentBuilder& builder);
  Result<void> sound() const;
  Error break_down(Error error);
  void log_refusal(const Request& request, const Error& error);
  Result<const scheme::Rules*> rules_for(std::uint32_t adoption) const;
  static std::vector<Hash> manifest_steps(const std::vector<rulebook::Pack>& packs);
  Result<void> keep_pack(const rulebook::Pack& pack) const;
  Result<std::shared_ptr<const rulebook::Rulebook>> rulebook_of(std::uint32_t adoption) const;
  Result<void> check_certifications(CheckReport& report) const;
  Result<BackupReport> backup_into(const std::string& part, const Progress& progress) const;
  // A NewEpoch says what the journal says, and stands alone at the place of a restore's first entry.
  [[nodiscard]] Result<void> check_epoch(const Request& request, const journal::SegmentBuilder& builder) const;
  // authority.cc: a rotation's signature and place, whose an erased value is. `last`: the entry before.
  [[nodiscard]] Result<void> check_authority(const Request& request, SequenceNumber last) const;
  // Every commitment that is erased once the batch is durable.
  [[nodiscard]] std::vector<Hash> erasures() const;

  std::string folder_;  // empty: in memory
  LedgerOptions options_;
  std::optional<store::StoreLock> lock_;
  std::unique_ptr<store::JournalStore> journal_;
  std::unique_ptr<store::People> people_;
  scheme::State state_;
  journal::TreeEdge edge_;
  mutable std::optional<journal::MerkleTree> tree_;  // built when the first proof is asked for
  std::uint64_t since_snapshot_ = 0;
  journal::SaltSource salts_;
  std::vector<store::SealedValue> pending_;  // of accepted requests that wait for their segment; durable before it is
  std::vector<Hash> values_to_erase_;  // single ones
  std::vector<project::MemberRef> to_erase_;  // whose sealed values go once the segment that says so is durable
  bool beginning_epoch_ = false;  // under writer_mutex_: set by begin_epoch() alone
  std::vector<std::string> opening_remarks_;
  ByteWriter open_body_, party_body_;  // of the entry that is being written
  StageTimes times_;
  mutable std::map<OrganisationNumber, std::map<Hash, std::string>> memory_evidence_;
  mutable std::map<Hash, std::string> memory_packs_;

  // Taken in this order, where more than one is: writer, state, tree, and queue or durable last.
  mutable std::mutex state_mutex_;      // state_, applied_
  mutable std::mutex tree_mutex_;       // edge_, tree_; changed only by the thread that makes durable
  mutable WriterTurn writer_mutex_{*this};
  mutable std::mutex queue_mutex_;      // all up to workers_
  std::condition_variable queue_changed_;
  std::deque<Waiting*> queue_;
  std::unique_ptr<Staged> staged_;      // decided, and waits to be made durable
  bool deciding_ = false;               // a thread decides
  bool committing_ = false;             // a thread makes durable
  bool exclusive_ = false;              // one thread does both (WriterTurn)
  bool ending_ = false;
  std::size_t turns_waiting_ = 0;
  std::size_t expected_ = 1;            // requests that may be back soon after the last batch was answered
  std::chrono::steady_clock::time_point gather_until_;
  std::vector<std::thread> workers_;    // of submit_async()
  std::atomic<bool> snapshot_due_ = false;
  mutable std::mutex durable_mutex_;
  mutable std::condition_variable durable_changed_;
  SequenceNumber applied_;              // under state_mutex_
  SequenceNumber durable_;              // under durable_mutex_
  std::optional<Error> broken_;         // under durable_mutex_

  mutable std::mutex rules_mutex_;
  mutable std::map<std::uint32_t, scheme::Rules> rules_;
  mutable std::map<Hash, std::shared_ptr<const rulebook::Rulebook>> rulebooks_;  // by manifest
  std::shared_ptr<const rulebook::Rulebook> given_rulebook_;
};

// The public keys that this log has signed with, the present one last.
[[nodiscard]] std::vector<Hash> log_keys_of(const scheme::State& state);

}  // namespace sumi::service
