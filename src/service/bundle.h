// The two bundles of `sumi journal export`: a folder from which somebody without the store proves what the journal says. Format: docs/journal-bundle.md.
//
// The public one holds every entry's public bytes and the commitment to its party bytes: all leaf data. From it a stranger calculates the signed root
// (so every entry is proved to be in the tree) and sums what came into each batch and what was used up. The auditor's holds the stored entries whole and
// replays the state to the same state hash; sealed values are in it, unless they are withheld. Both hold the rule packs that the store ever adopted and a
// description of every entry's and every table's fields, written by the program's own field lists (bundle_schema.cc).
//
// An export is written beside its place and moved there when it is whole. Equal stores, keys and options give equal bytes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.h"
#include "base/tree.h"
#include "service/ledger.h"

namespace sumi::service {

enum class BundleKind : std::uint8_t { open = 1, auditor = 2 };  // "public", "auditor"

// (done, of): entries.
using BundleProgress = std::function<void(std::uint64_t, std::uint64_t)>;

// A file of entries ends with the first entry that brings it to this size: small enough to be read whole, and to be fetched again when one is damaged.
inline constexpr std::uint64_t bundle_entries_file_bytes = 64ULL << 20;

struct BundleOptions {
  BundleKind kind = BundleKind::open;
  bool sealed = true;  // of the auditor's: with the sealed values
  std::uint64_t entries_file_bytes = bundle_entries_file_bytes;
};

struct BundleFile {
  std::string path;  // within the folder, with '/'
  std::uint64_t bytes = 0;
  Hash sha256;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "path", s.path);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "sha256", s.sha256);
  }
};
// manifest.json
struct BundleManifest {
  std::string format;      // "sumi journal bundle 1"
  std::string kind;        // public, auditor
  std::string origin;      // of the checkpoint
  std::uint64_t entries = 0;
  Hash root;
  std::string public_key;  // that signed the checkpoint, as a C2SP verifier key
  std::string sealed;      // none (public), included, withheld
  std::uint64_t sealed_values = 0;   // that lie in sealed.bin
  std::uint64_t sealed_missing = 0;  // commitments of entries without a value in it: erased, or withheld
  std::vector<BundleFile> files;     // every other file but manifest.sha256, in the order of their paths' bytes
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "format", s.format);
    v(Part::open, "kind", s.kind);
    v(Part::open, "origin", s.origin);
    v(Part::open, "entries", s.entries);
    v(Part::open, "root", s.root);
    v(Part::open, "public_key", s.public_key);
    v(Part::open, "sealed", s.sealed);
    v(Part::open, "sealed_values", s.sealed_values);
    v(Part::open, "sealed_missing", s.sealed_missing);
    v(Part::open, "files", s.files);
  }
};

// `folder` must not stand yet: service.bundle_stands. Other errors: service.log_key_wrong, base.file_unwritable, the store's.
Result<BundleManifest> export_bundle(const Ledger& ledger, const std::string& folder, const BundleOptions& options, const journal::SigningKey& key, const BundleProgress& progress = {});

// A table of the state: its part of the dump.
struct StateSection {
  std::string name;  // "registry.blocks"; the first is "version", one byte
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  Hash sha256;
};
// In the order of the dump: the dump is their bytes one after the other.
[[nodiscard]] std::vector<StateSection> state_sections(const scheme::State& state);
// SHA-256 of the same bytes, one section in memory at a time; equals State::state_hash().
[[nodiscard]] Hash hash_of_sections(const scheme::State& state);

struct BundleReplay {
  BundleManifest manifest;
  journal::PublicKey key;
  std::optional<scheme::State> state;  // of the auditor's
  std::uint64_t opened = 0;            // sealed values that open their commitment
  std::uint64_t decided = 0;           // entries that were decided again
};
struct ReplayOptions {
  bool decide = false;       // decide each command of the auditor's bundle again with the packs in it
  std::optional<Hash> pin;   // fingerprint of the log's key that came another way
};
// Reads a bundle without its store: every file against the manifest, the entries against the signed root, packs and sealed values against their hashes, and
// (the auditor's) the state. service.bundle_unreadable, bundle_incomplete, bundle_altered (they name the file), bundle_root, bundle_key, bundle_decision;
// journal.checkpoint_*; entry_unknown_type, entry_undecodable.
Result<BundleReplay> replay_bundle(const std::string& folder, const ReplayOptions& options, const BundleProgress& progress = {});

// schema.json: every entry type's fields and every table's key and row.
[[nodiscard]] Tree bundle_schema();

namespace bundle {
// Names of the files. entries/000000000001.bin begins with entry 1.
inline constexpr const char* format = "sumi journal bundle 1";
inline constexpr const char* manifest_file = "manifest.json";
inline constexpr const char* manifest_hash_file = "manifest.sha256";
inline constexpr const char* checkpoint_file = "checkpoint.txt";
inline constexpr const char* schema_file = "schema.json";
inline constexpr const char* sealed_file = "sealed.bin";
[[nodiscard]] std::string entries_file(SequenceNumber first);
[[nodiscard]] std::string pack_file(const Hash& hash);
}  // namespace bundle

}  // namespace sumi::service
