// Writing a bundle, and its files' names.
#include "service/bundle.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "base/errors.h"
#include "base/sha256.h"
#include "journal/seal.h"
#include "scheme/sealed.h"
#include "service/errors.h"
#include "store/errors.h"
#include "store/files.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;

// One file of the bundle: what is written is hashed, and synced before it counts as written.
class OutFile {
 public:
  explicit OutFile(std::string path) : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)) {
    if (file_ < 0) failed_ = errno;
  }
  ~OutFile() {
    if (file_ >= 0) ::close(file_);
  }
  OutFile(const OutFile&) = delete;
  OutFile& operator=(const OutFile&) = delete;

  void write(BytesView bytes) {
    hash_.update(bytes);
    bytes_ += bytes.size();
    waiting_.insert(waiting_.end(), bytes.begin(), bytes.end());
    if (waiting_.size() >= chunk) drain();
  }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  [[nodiscard]] Result<BundleFile> finish(std::string name) {
    drain();
    if (failed_ == 0 && ::fsync(file_) != 0) failed_ = errno;
    if (file_ >= 0 && ::close(file_) != 0 && failed_ == 0) failed_ = errno;
    file_ = -1;
    if (failed_ != 0) return fail(sumi::errors::file_unwritable, {{"file", path_}, {"reason", std::strerror(failed_)}});
    return BundleFile{std::move(name), bytes_, hash_.finish()};
  }

 private:
  static constexpr std::size_t chunk = 1 << 20;
  void drain() {
    std::size_t done = 0;
    while (failed_ == 0 && done < waiting_.size()) {
      const auto n = ::write(file_, waiting_.data() + done, waiting_.size() - done);
      if (n < 0 && errno != EINTR) failed_ = errno;
      if (n > 0) done += static_cast<std::size_t>(n);
    }
    waiting_.clear();
  }
  std::string path_;
  int file_;
  int failed_ = 0;
  std::uint64_t bytes_ = 0;
  Bytes waiting_;
  Sha256 hash_;
};

BytesView view_of(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

void sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// The folder while it is being written: beside its place, gone again unless it is moved there.
class Making {
 public:
  explicit Making(std::string folder) : folder_(std::move(folder)) {
    std::uint32_t random = 0;
    randombytes_buf(&random, sizeof random);
    path_ = folder_ + ".making-" + std::to_string(random);
  }
  ~Making() {
    std::error_code ignored;
    if (!moved_) fs::remove_all(path_, ignored);
  }
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  Result<void> make() {
    SUMI_CHECK(store::make_folder(path_));
    for (const char* part : {"/entries", "/packs"}) SUMI_CHECK(store::make_folder(path_ + part));
    return {};
  }
  Result<void> move_there() {
    for (const char* part : {"/entries", "/packs", ""}) sync_folder(path_ + part);
    std::error_code failed;
    fs::rename(path_, folder_, failed);  // a folder that came to stand there meanwhile is not replaced unless it is empty
    if (failed) return fail(sumi::errors::file_unwritable, {{"file", folder_}, {"reason", failed.message()}});
    moved_ = true;
    const auto parent = fs::path(folder_).parent_path().string();
    sync_folder(parent.empty() ? "." : parent);
    return {};
  }

 private:
  std::string folder_, path_;
  bool moved_ = false;
};

class Exporter {
 public:
  Exporter(const Ledger& ledger, std::string folder, const BundleOptions& options) : ledger_(ledger), folder_(std::move(folder)), options_(options) {
    manifest_.format = bundle::format;
    manifest_.kind = options.kind == BundleKind::open ? "public" : "auditor";
    manifest_.sealed = options.kind == BundleKind::open ? "none" : options.sealed ? "included" : "withheld";
  }

  Result<BundleManifest> run(const journal::SigningKey& key, const BundleProgress& progress) {
    SUMI_TRY(const auto checkpoint, ledger_.checkpoint(key));
    manifest_.origin = checkpoint.origin.to_text();
    manifest_.entries = checkpoint.head.size;
    manifest_.root = checkpoint.head.root;
    manifest_.public_key = key.public_key().to_text();
    SUMI_CHECK(write_small(bundle::checkpoint_file, checkpoint.to_text()));
    SUMI_CHECK(write_small(bundle::schema_file, wire::to_json(bundle_schema(), true)));
    SUMI_CHECK(write_entries(progress));
    SUMI_CHECK(write_packs());
    std::sort(manifest_.files.begin(), manifest_.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    const auto text = wire::to_json(wire::to_tree(manifest_), true);
    SUMI_CHECK(write_file(bundle::manifest_file, text));
    // As sha256sum writes and reads it.
    SUMI_CHECK(write_file(bundle::manifest_hash_file, sha256(text).to_hex() + "  " + bundle::manifest_file + "\n"));
    return std::move(manifest_);
  }

 private:
  Result<BundleFile> write_file(const std::string& name, std::string_view text) {
    OutFile file(folder_ + "/" + name);
    file.write(view_of(text));
    return file.finish(name);
  }
  Result<void> write_small(const std::string& name, std::string_view text) {
    SUMI_TRY(auto written, write_file(name, text));
    manifest_.files.push_back(std::move(written));
    return {};
  }

  Result<void> write_entries(const BundleProgress& progress) {
    const bool auditor = options_.kind == BundleKind::auditor;
    if (auditor && options_.sealed) sealed_.emplace(folder_ + "/" + bundle::sealed_file);
    std::optional<OutFile> file;
    std::string name;
    const auto end_file = [&]() -> Result<void> {
      if (!file) return {};
      SUMI_TRY(auto written, file->finish(name));
      manifest_.files.push_back(std::move(written));
      file.reset();
      return {};
    };
    ByteWriter w;
    SUMI_CHECK(ledger_.segments({1}, [&](const journal::Segment& segment) -> Result<void> {
      return journal::for_each_entry(segment, [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
        if (number.value > manifest_.entries) return {};  // came after the checkpoint
        if (!file) {
          name = bundle::entries_file(number);
          file.emplace(folder_ + "/" + name);
        }
        w.clear();
        w.blob(view.public_bytes);
        if (auditor) {
          w.raw(view.salt);
          w.blob(view.party_bytes);
          SUMI_CHECK(write_sealed(number, view));
        } else {
          w.raw(journal::party_commitment(view.salt, view.party_bytes).bytes);
        }
        file->write(w.bytes());
        if (file->bytes() >= options_.entries_file_bytes) SUMI_CHECK(end_file());
        if (progress && (number.value % 10'000 == 0 || number.value == manifest_.entries)) progress(number.value, manifest_.entries);
        return {};
      });
    }));
    SUMI_CHECK(end_file());
    if (sealed_) {
      SUMI_TRY(auto written, sealed_->finish(bundle::sealed_file));
      manifest_.files.push_back(std::move(written));
    }
    return {};
  }

  // In the order in which the entries name them first; what is erased is not here any more.
  Result<void> write_sealed(SequenceNumber number, const journal::EntryView& view) {
    scheme::AnyCommand command;
    scheme::AnyOutcome outcome;
    if (!scheme::decode_bodies(view.header.type, view.header.version, view.public_body, view.party_body, command, outcome)) {
      return fail(errors::entry_unknown_type, {{"entry", std::to_string(number.value)}, {"type", std::to_string(view.header.type)}, {"version", std::to_string(view.header.version)}});
    }
    std::vector<Hash> commitments;
    scheme::for_each_sealed(command, [&](const std::string&, std::uint32_t, const Sealed& v) {
      if (v && seen_.insert(v.commitment).second) commitments.push_back(v.commitment);
    });
    for (const auto& commitment : commitments) {
      if (!sealed_) {
        ++manifest_.sealed_missing;
        continue;
      }
      const auto value = ledger_.people().sealed(commitment);
      if (!value && value.error().def != &store::errors::sealed_erased) return fail(value.error());
      if (!value || !*value) {
        ++manifest_.sealed_missing;
        continue;
      }
      ++manifest_.sealed_values;
      ByteWriter w;
      w.raw(commitment.bytes);
      w.raw((*value)->salt);
      w.blob((*value)->value);
      sealed_->write(w.bytes());
    }
    return {};
  }

  Result<void> write_packs() {
    std::map<Hash, std::string> packs;  // with the family
    SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
      for (const auto& [number, row] : state.adoptions()) packs.emplace(row.pack, row.family);
    }));
    for (const auto& [hash, family] : packs) {
      SUMI_TRY(const auto pack, ledger_.pack(hash, family));
      const auto archive = pack.archive();
      SUMI_CHECK(write_small(bundle::pack_file(hash), {reinterpret_cast<const char*>(archive.data()), archive.size()}));
    }
    return {};
  }

  const Ledger& ledger_;
  std::string folder_;
  const BundleOptions& options_;
  BundleManifest manifest_;
  std::optional<OutFile> sealed_;
  std::set<Hash> seen_;
};

}  // namespace

std::string bundle::entries_file(SequenceNumber first) {
  const auto digits = std::to_string(first.value);
  return "entries/" + std::string(digits.size() < 12 ? 12 - digits.size() : 0, '0') + digits + ".bin";
}
std::string bundle::pack_file(const Hash& hash) { return "packs/" + hash.to_hex(); }

Result<BundleManifest> export_bundle(const Ledger& ledger, const std::string& folder, const BundleOptions& options, const journal::SigningKey& key, const BundleProgress& progress) {
  std::string place = folder;
  while (place.size() > 1 && place.back() == '/') place.pop_back();
  std::error_code ignored;
  if (place.empty() || fs::exists(fs::symlink_status(place, ignored))) return fail(errors::bundle_stands, {{"path", folder}});
  Making making(place);
  SUMI_CHECK(making.make());
  Exporter exporter(ledger, making.path(), options);
  SUMI_TRY(auto manifest, exporter.run(key, progress));
  SUMI_CHECK(making.move_there());
  return manifest;
}

std::vector<StateSection> state_sections(const scheme::State& state) {
  const std::uint8_t version = scheme::State{}.dump().front();
  std::vector<StateSection> sections{{"version", 1, 1, sha256(BytesView(&version, 1))}};
  state.each_table([&](const std::string& name, const auto& table) {
    ByteWriter w;
    table.dump(w);
    sections.push_back({name, table.size(), w.size(), sha256(BytesView(w.bytes()))});
  });
  return sections;
}

Hash hash_of_sections(const scheme::State& state) {
  const std::uint8_t version = scheme::State{}.dump().front();
  Sha256 hash;
  hash.update(BytesView(&version, 1));
  state.each_table([&](const std::string&, const auto& table) {
    ByteWriter w;
    table.dump(w);
    hash.update(w.bytes());
  });
  return hash.finish();
}

}  // namespace sumi::service
