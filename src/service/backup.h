// Backups and what is made of them.
//
// A backup is a folder, made by Ledger::backup while others submit:
//
//   backup.txt          the manifest, below
//   journal.db          up to some entry that was durable when it was copied; people.db is copied after it, so every commitment can be opened
//   people.db           persons, sealed values, secrets: as worth keeping to oneself as the store
//   evidence/ packs/    every file, its content compared with its name
//   snapshots/          the newest one that the journal's copy reaches
//   *.checkpoint        what was signed beside the store
//
// A signing key is never in it (decision 14). The manifest, one line each:
//
//   sumi backup 1
//   origin sumi-demo/<32 hex>
//   entries 1234
//   root <64 hex>                     of the tree after the last entry
//   made 2026-11-22T23:05:44.000Z
//   file <sha256> <bytes> <path>      for every file, sorted by path
//   end <sha256>                      of all bytes before this line
//
// It is written into NAME.part, synced and renamed: a folder called NAME is a whole backup. What a broken-off one left is named, never taken away.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/ledger.h"

namespace sumi::service {

struct BackupManifest {
  struct File {
    Hash hash;
    std::uint64_t bytes = 0;
    std::string path;
    friend bool operator==(const File&, const File&) = default;
  };
  journal::Origin origin;
  journal::TreeHead head;
  Instant made;
  std::vector<File> files;
  [[nodiscard]] std::string to_text() const;
  // service.backup_unreadable
  [[nodiscard]] static Result<BackupManifest> parse(std::string_view text, const std::string& file);
  [[nodiscard]] std::uint64_t bytes() const;
};

struct RestoreOptions {
  // The last entry that is kept; or the last moment: what was written at it or before is kept. Nothing: all of the backup.
  std::optional<SequenceNumber> until_entry;
  std::optional<Instant> until_time;
  // A newer store of which people.db or the journal can still be read: what was erased there is erased here.
  std::string erasures_from;
  // The published head that is abandoned, signed by the log's key (text of a checkpoint): begins a new epoch (decision 7).
  std::string abandon;
  std::string ground;
  // The operator's word that nobody was ever told of what is dropped: no new epoch.
  bool never_published = false;
};
struct RestoreReport {
  journal::TreeHead backup;   // what the backup holds
  journal::TreeHead kept;     // what was taken of it
  std::uint64_t erased = 0;   // sealed values that were erased again
  std::uint32_t epoch = 0;    // that was begun; 0 = none
  journal::TreeHead head;     // of the new store
  Hash state_hash;
  std::vector<std::string> remarks;
};

// Only into a folder that is missing or empty; the store appears there whole and checked, or not at all. service.backup_*, restore_*, abandoned_head;
// store.store_exists.
Result<RestoreReport> restore(const std::string& backup, const std::string& folder, const RestoreOptions& options, const LedgerOptions& ledger = {}, const Ledger::Progress& progress = {});

}  // namespace sumi::service
