// Reading a bundle without its store.
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/errors.h"
#include "base/file.h"
#include "base/sha256.h"
#include "journal/seal.h"
#include "rulebook/methodology.h"
#include "scheme/sealed.h"
#include "service/bundle.h"
#include "service/errors.h"
#include "service/known_differences.h"
#include "service/rules.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

BytesView view_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }
std::string text_of(std::uint64_t n) { return std::to_string(n); }

Unexpected unreadable(const std::string& file, const std::string& reason) { return fail(errors::bundle_unreadable, {{"file", file}, {"reason", reason}}); }

// A path of the manifest stays within the folder.
bool plain_path(const std::string& path) {
  if (path.empty() || path.front() == '/') return false;
  for (const auto& part : std::filesystem::path(path)) {
    if (part == ".." || part == ".") return false;
  }
  return true;
}

// The packs of the bundle as rules, by adoption.
class PackRules {
 public:
  void add(const Hash& hash, rulebook::Pack pack) { packs_.emplace(hash, std::move(pack)); }
  Result<const scheme::Rules*> rules(const scheme::State& state, std::uint32_t adoption) {
    if (const auto it = rules_.find(adoption); it != rules_.end()) return &it->second;
    std::map<std::string, Hash> in_force;
    for (const auto& [number, row] : state.adoptions()) {
      if (number <= adoption) in_force[row.family] = row.pack;
    }
    std::vector<rulebook::Pack> packs;
    for (const auto& [family, hash] : in_force) {
      const auto it = packs_.find(hash);
      if (it == packs_.end()) return fail(errors::bundle_incomplete, {{"file", bundle::pack_file(hash)}});
      packs.push_back(it->second);
    }
    SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology));
    SUMI_TRY(auto rules, rules_from(book));
    return &(rules_[adoption] = std::move(rules));
  }
  [[nodiscard]] bool has(const Hash& hash) const { return packs_.contains(hash); }

 private:
  std::map<Hash, rulebook::Pack> packs_;
  std::map<std::uint32_t, scheme::Rules> rules_;
};

class Reader {
 public:
  Reader(const std::string& folder, const ReplayOptions& options, const BundleProgress& progress) : folder_(folder), options_(options), progress_(progress) {}

  Result<BundleReplay> run() {
    SUMI_CHECK(read_manifest());
    SUMI_CHECK(read_checkpoint());
    auditor_ = out_.manifest.kind == "auditor";
    if (auditor_) out_.state.emplace();
    SUMI_CHECK(read_packs());
    if (auditor_) SUMI_CHECK(read_sealed());
    SUMI_CHECK(read_entries());
    if (auditor_) SUMI_CHECK(check_against_state());
    return std::move(out_);
  }

 private:
  Result<std::string> read_named(const std::string& name, std::size_t bytes_max = limits::input_file_bytes_max) const {
    auto bytes = read_file(folder_ + "/" + name, bytes_max);
    if (!bytes && bytes.error().def == &sumi::errors::file_missing) return fail(errors::bundle_incomplete, {{"file", name}});
    return bytes;
  }

  Result<void> read_manifest() {
    SUMI_TRY(const auto text, read_named(bundle::manifest_file, limits::json_bytes_max));
    SUMI_TRY(const auto line, read_named(bundle::manifest_hash_file));
    if (line != sha256(text).to_hex() + "  " + bundle::manifest_file + "\n") {
      return fail(errors::bundle_altered, {{"file", std::string(bundle::manifest_file) + " / " + bundle::manifest_hash_file}});
    }
    SUMI_TRY(const auto tree, wire::parse_json(text, bundle::manifest_file));
    SUMI_TRY(out_.manifest, wire::from_tree<BundleManifest>(tree));
    const auto& m = out_.manifest;
    if (m.format != bundle::format) return unreadable(bundle::manifest_file, "its format is \"" + m.format + "\"");
    const bool known = (m.kind == "public" && m.sealed == "none") || (m.kind == "auditor" && (m.sealed == "included" || m.sealed == "withheld"));
    if (!known) return unreadable(bundle::manifest_file, "its kind is \"" + m.kind + "\", sealed \"" + m.sealed + "\"");
    for (std::size_t i = 0; i < m.files.size(); ++i) {
      if (!plain_path(m.files[i].path)) return unreadable(bundle::manifest_file, "a path leads out of the bundle: " + m.files[i].path);
      if (i != 0 && m.files[i].path <= m.files[i - 1].path) return unreadable(bundle::manifest_file, "its files are not in the order of their paths");
    }
    return {};
  }

  [[nodiscard]] const BundleFile* file(const std::string& name) const {
    const auto it = std::find_if(out_.manifest.files.begin(), out_.manifest.files.end(), [&](const auto& f) { return f.path == name; });
    return it == out_.manifest.files.end() ? nullptr : &*it;
  }
  // The bytes of a file, as the manifest has them.
  [[nodiscard]] Result<std::string> bytes_of(const std::string& name) const {
    const auto* known = file(name);
    if (known == nullptr) return fail(errors::bundle_incomplete, {{"file", name}});
    auto bytes = read_named(name, known->bytes);
    if (!bytes && bytes.error().def == &sumi::errors::file_too_large) return fail(errors::bundle_altered, {{"file", name}});
    if (!bytes) return bytes;
    if (bytes->size() != known->bytes || sha256(*bytes) != known->sha256) return fail(errors::bundle_altered, {{"file", name}});
    return bytes;
  }

  Result<void> read_checkpoint() {
    SUMI_TRY(const auto text, bytes_of(bundle::checkpoint_file));
    SUMI_TRY(const auto checkpoint, journal::Checkpoint::parse(text, bundle::checkpoint_file));
    SUMI_TRY(out_.key, journal::PublicKey::parse(out_.manifest.public_key));
    if (options_.pin && out_.key.fingerprint() != *options_.pin) return fail(errors::bundle_key, {{"fingerprint", out_.key.fingerprint().to_hex()}, {"expected", options_.pin->to_hex()}});
    SUMI_CHECK(journal::verify_checkpoint(checkpoint, out_.key));
    const auto& m = out_.manifest;
    if (m.origin != checkpoint.origin.to_text() || m.entries != checkpoint.head.size || m.root != checkpoint.head.root) {
      return unreadable(bundle::manifest_file, "origin, number of entries or root is not the checkpoint's");
    }
    origin_ = checkpoint.origin;
    // Only described here, never needed: but what is in the bundle is whole.
    SUMI_TRY([[maybe_unused]] const auto schema, bytes_of(bundle::schema_file));
    return {};
  }

  Result<void> read_packs() {
    for (const auto& f : out_.manifest.files) {
      if (!f.path.starts_with("packs/")) continue;
      SUMI_TRY(const auto bytes, bytes_of(f.path));
      SUMI_TRY(auto pack, rulebook::Pack::from_archive(view_of(bytes), f.path));
      if (f.path != bundle::pack_file(pack.hash())) return fail(errors::bundle_altered, {{"file", f.path}});
      rules_.add(pack.hash(), std::move(pack));
    }
    return {};
  }

  Result<void> read_sealed() {
    if (out_.manifest.sealed != "included") return {};
    SUMI_TRY(const auto bytes, bytes_of(bundle::sealed_file));
    ByteReader r(view_of(bytes));
    try {
      while (!r.at_end()) {
        Hash commitment;
        journal::Salt salt{};
        const auto c = r.raw(commitment.bytes.size());
        std::copy(c.begin(), c.end(), commitment.bytes.begin());
        const auto s = r.raw(salt.size());
        std::copy(s.begin(), s.end(), salt.begin());
        if (journal::seal(salt, r.blob()) != commitment || !sealed_.insert(commitment).second) return fail(errors::bundle_altered, {{"file", bundle::sealed_file}});
      }
    } catch (const CodecError& e) {
      return unreadable(bundle::sealed_file, e.what());
    }
    if (sealed_.size() != out_.manifest.sealed_values) return unreadable(bundle::sealed_file, "it does not hold as many values as the manifest says");
    return {};
  }

  Result<void> read_entries() {
    std::uint64_t next = 1;
    for (const auto& f : out_.manifest.files) {
      if (!f.path.starts_with("entries/")) continue;
      if (f.path != bundle::entries_file({next})) return fail(errors::bundle_incomplete, {{"file", bundle::entries_file({next})}});
      SUMI_TRY(const auto bytes, bytes_of(f.path));
      ByteReader r(view_of(bytes));
      try {
        while (!r.at_end()) {
          SUMI_CHECK(auditor_ ? auditor_entry(r, {next}) : public_entry(r));
          if (progress_ && next % 10'000 == 0) progress_(next, out_.manifest.entries);
          ++next;
        }
      } catch (const CodecError& e) {
        return unreadable(f.path, e.what());
      }
    }
    if (edge_.size() != out_.manifest.entries || edge_.root() != out_.manifest.root) {
      return fail(errors::bundle_root, {{"entries", text_of(edge_.size())}, {"root", edge_.root().to_hex()}, {"signed", out_.manifest.root.to_hex()}});
    }
    if (progress_) progress_(edge_.size(), edge_.size());
    return {};
  }

  Result<void> public_entry(ByteReader& r) {
    const auto public_bytes = r.blob();
    Hash commitment;
    const auto c = r.raw(commitment.bytes.size());
    std::copy(c.begin(), c.end(), commitment.bytes.begin());
    SUMI_CHECK(journal::decode_public_part(public_bytes));
    edge_.append(journal::entry_leaf_hash(public_bytes, commitment));
    return {};
  }

  Result<void> auditor_entry(ByteReader& r, SequenceNumber number) {
    const auto view = journal::read_entry(r);
    edge_.append(view.leaf_hash());
    scheme::AnyCommand command;
    scheme::AnyOutcome outcome;
    const auto& h = view.header;
    const auto undecodable = [&](const char* reason) { return fail(errors::entry_undecodable, {{"entry", text_of(number.value)}, {"reason", reason}}); };
    try {
      if (!scheme::decode_bodies(h.type, h.version, view.public_body, view.party_body, command, outcome)) {
        return fail(errors::entry_unknown_type, {{"entry", text_of(number.value)}, {"type", text_of(h.type)}, {"version", text_of(h.version)}});
      }
    } catch (const CodecError& e) {
      return undecodable(e.what());
    }
    scheme::for_each_sealed(command, [&](const std::string&, std::uint32_t, const Sealed& v) {
      if (v && named_.insert(v.commitment).second && sealed_.contains(v.commitment)) ++out_.opened;
    });
    const Act act{h.time, h.business_date, h.actor, h.on_behalf_of, h.adoption};
    if (options_.decide) SUMI_CHECK(decide_again(number, h, command, outcome, act));
    try {
      out_.state->apply(command, outcome, act);
    } catch (const std::exception& e) {
      return undecodable(e.what());
    }
    group_.push_back(std::move(command));
    if (h.group_count == 0 || h.group_index + 1 == h.group_count) {
      if (!h.key.is_nil()) {
        out_.state->remember({h.on_behalf_of, h.key}, scheme::fingerprint_of(group_, h.actor), {number.value + 1 - group_.size()}, static_cast<std::uint32_t>(group_.size()));
      }
      group_.clear();
    }
    return {};
  }

  Result<void> decide_again(SequenceNumber number, const journal::EntryHeader& h, const scheme::AnyCommand& command, const scheme::AnyOutcome& outcome, const Act& act) {
    const bool known = std::any_of(known_differences.begin(), known_differences.end(), [&](const KnownDifference& d) { return d.type == h.type && d.version == h.version && h.time.ms < d.before_ms; });
    static const scheme::Rules none;
    const scheme::Rules* rules = &none;
    if (needs_rules(command)) {
      SUMI_TRY(rules, rules_.rules(*out_.state, h.adoption));
    }
    ++out_.decided;
    const auto again = out_.state->decide(command, act, *rules);
    if (known) return {};
    if (!again) return fail(errors::bundle_decision, {{"entry", text_of(number.value)}, {"reason", qualified_name(*again.error().def)}});
    const auto a = scheme::encode_bodies(command, *again), b = scheme::encode_bodies(command, outcome);
    if (a.open != b.open || a.party != b.party) return fail(errors::bundle_decision, {{"entry", text_of(number.value)}, {"reason", "another outcome"}});
    return {};
  }

  // What the manifest says beside the checkpoint, against what the journal says.
  Result<void> check_against_state() {
    const auto& state = *out_.state;
    const auto& m = out_.manifest;
    if (state.meta().log_key.bytes != out_.key.bytes || state.meta().store != origin_.store) {
      return fail(errors::bundle_key, {{"fingerprint", out_.key.fingerprint().to_hex()}, {"expected", "log_key " + state.meta().log_key.to_hex()}});
    }
    if (out_.opened != m.sealed_values || named_.size() != m.sealed_values + m.sealed_missing) return unreadable(bundle::manifest_file, "the entries name another number of sealed values");
    for (const auto& [number, row] : state.adoptions()) {
      if (!rules_.has(row.pack)) return fail(errors::bundle_incomplete, {{"file", bundle::pack_file(row.pack)}});
    }
    return {};
  }

  std::string folder_;
  ReplayOptions options_;
  const BundleProgress& progress_;
  BundleReplay out_;
  journal::Origin origin_;
  bool auditor_ = false;
  PackRules rules_;
  std::set<Hash> sealed_;  // that lie in sealed.bin
  std::set<Hash> named_;   // that entries name
  journal::TreeEdge edge_;
  std::vector<scheme::AnyCommand> group_;
};

}  // namespace

Result<BundleReplay> replay_bundle(const std::string& folder, const ReplayOptions& options, const BundleProgress& progress) { return Reader(folder, options, progress).run(); }

}  // namespace sumi::service
