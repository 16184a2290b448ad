// The store's folder: its lock, evidence by content hash, adopted rule packs by hash, snapshots.
//
//   journal.db   people.db   lock
//   evidence/<organisation number>/<sha256>     evidence/scheme/<sha256>: what a certification cites, kept for the retention period
//   packs/<sha256>                              canonical archives of adopted packs
//   snapshots/<sequence number>                 disposable; rebuilt by replay
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "base/id.h"
#include "base/result.h"
#include "journal/merkle.h"

namespace sumi::store {

// The folder and those above it that are missing, each durable when this returns. store.database_unwritable.
Result<void> make_folder(const std::string& folder);

// Held as long as the object lives; freed by the kernel when the process ends in whatever way.
class StoreLock {
 public:
  static Result<StoreLock> take(const std::string& folder);  // store.store_locked (busy)
  StoreLock(StoreLock&& other) noexcept;
  StoreLock& operator=(StoreLock&&) = delete;
  StoreLock(const StoreLock&) = delete;
  ~StoreLock();

 private:
  explicit StoreLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Files named by the SHA-256 of their content; durable when put() returns. Putting what stands is nothing.
class ContentFiles {
 public:
  explicit ContentFiles(std::string folder) : folder_(std::move(folder)) {}
  Result<Hash> put(std::string_view bytes) const;
  // store.evidence_missing, store.evidence_altered
  Result<std::string> get(const Hash& hash) const;
  [[nodiscard]] bool has(const Hash& hash) const;
  // Every file read and hashed again; one sentence per finding.
  [[nodiscard]] std::vector<std::string> check() const;

 private:
  std::string folder_;
};

// A snapshot: state dump and tree edge at a sequence number.
//   "sumi snapshot 1\n" | varint sequence | varint length, tree edge | varint length, state | 32 bytes SHA-256 of all before it
struct Snapshot {
  SequenceNumber sequence;
  journal::TreeEdge edge;
  Bytes state;
};
Result<void> write_snapshot(const std::string& folder, const Snapshot& snapshot);
// The newest that is whole and not after `last`; damaged ones are passed over, since a snapshot is disposable, and named in `damaged` (as check_snapshots does).
std::optional<Snapshot> newest_snapshot(const std::string& folder, SequenceNumber last, std::vector<std::string>* damaged = nullptr);
// store.snapshot_altered for each that does not hold.
[[nodiscard]] std::vector<std::string> check_snapshots(const std::string& folder);

}  // namespace sumi::store
