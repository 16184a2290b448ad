#include "store/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/file.h"
#include "base/sha256.h"
#include "store/errors.h"

namespace sumi::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view snapshot_magic = "sumi snapshot 1\n";

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// A number; anything else there is a temporary file that a crash left behind.
bool is_snapshot_name(std::string_view name) {
  return !name.empty() && name.size() < 20 && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

BytesView view(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::optional<Snapshot> parse_snapshot(std::string_view text) {
  if (text.size() < snapshot_magic.size() + 32 || !text.starts_with(snapshot_magic)) return std::nullopt;
  const auto body = text.substr(0, text.size() - 32);
  const Hash hash = sha256(body);
  if (!std::equal(hash.bytes.begin(), hash.bytes.end(), view(text).end() - 32)) return std::nullopt;
  try {
    ByteReader r(view(body.substr(snapshot_magic.size())));
    Snapshot s;
    s.sequence.value = r.varint();
    ByteReader edge(r.blob());
    auto read = journal::TreeEdge::decode(edge);
    if (!read) return std::nullopt;
    s.edge = *std::move(read);
    const auto state = r.blob();
    s.state.assign(state.begin(), state.end());
    r.expect_end();
    return s.edge.size() == s.sequence.value ? std::optional(std::move(s)) : std::nullopt;
  } catch (const CodecError&) {
    return std::nullopt;
  }
}

int sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  return failed;
}

}  // namespace

Result<void> make_folder(const std::string& folder) {
  std::error_code failed;
  fs::path path(folder);
  if (!path.has_filename()) path = path.parent_path();
  std::vector<fs::path> missing;
  for (auto p = path; !p.empty() && !fs::exists(p, failed); p = p.parent_path()) missing.push_back(p);
  for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
    if (!fs::create_directory(*it, failed) && failed) return fail(errors::database_unwritable, {{"path", it->string()}, {"reason", failed.message()}});
    if (const int e = sync_folder(it->parent_path()); e != 0) return fail(errors::database_unwritable, {{"path", it->string()}, {"reason", std::generic_category().message(e)}});
  }
  return {};
}

Result<StoreLock> StoreLock::take(const std::string& folder) {
  const int descriptor = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0 && errno == ENOENT) return fail(errors::store_missing, {{"path", folder}});
  if (descriptor < 0) return fail(errors::database_unwritable, {{"path", folder + "/lock"}, {"reason", std::generic_category().message(errno)}});
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor);
    return fail(errors::store_locked, {{"path", folder}});
  }
  return StoreLock(descriptor);
}
StoreLock::StoreLock(StoreLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
StoreLock::~StoreLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Hash> ContentFiles::put(std::string_view bytes) const {
  const Hash hash = sha256(bytes);
  if (has(hash)) return hash;
  SUMI_CHECK(make_folder(folder_));
  SUMI_CHECK(write_file_atomic(folder_ + "/" + hash.to_hex(), bytes));
  return hash;
}

Result<std::string> ContentFiles::get(const Hash& hash) const {
  const auto path = folder_ + "/" + hash.to_hex();
  if (!has(hash)) return fail(errors::evidence_missing, {{"hash", hash.to_hex()}});
  SUMI_TRY(auto bytes, read_file(path));
  if (sha256(bytes) != hash) return fail(errors::evidence_altered, {{"path", path}});
  return bytes;
}

bool ContentFiles::has(const Hash& hash) const {
  std::error_code ignored;
  return fs::is_regular_file(folder_ + "/" + hash.to_hex(), ignored);
}

std::vector<std::string> ContentFiles::check() const {
  std::vector<std::string> findings;
  for (const auto& name : names_in(folder_)) {
    const auto hash = Hash::from_hex(name);
    if (!hash) continue;  // a temporary file that a crash left behind
    if (const auto bytes = get(*hash); !bytes) findings.push_back(sentence(bytes.error(), Language::en));
  }
  return findings;
}

Result<void> write_snapshot(const std::string& folder, const Snapshot& snapshot) {
  ByteWriter w;
  w.raw(view(snapshot_magic));
  w.varint(snapshot.sequence.value);
  ByteWriter edge;
  snapshot.edge.encode(edge);
  w.blob(edge.bytes());
  w.blob(snapshot.state);
  const Hash hash = sha256(BytesView(w.bytes()));
  w.raw(hash.bytes);
  SUMI_CHECK(make_folder(folder));
  std::error_code ignored;
  const auto& bytes = w.bytes();
  SUMI_CHECK(write_file_atomic(folder + "/" + std::to_string(snapshot.sequence.value), {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  // Two are enough: the newest, and the one before in case the newest does not hold.
  std::vector<std::uint64_t> numbers;
  for (const auto& name : names_in(folder)) {
    if (is_snapshot_name(name)) numbers.push_back(std::stoull(name));
  }
  std::sort(numbers.rbegin(), numbers.rend());
  for (std::size_t i = 2; i < numbers.size(); ++i) fs::remove(folder + "/" + std::to_string(numbers[i]), ignored);
  return {};
}

std::optional<Snapshot> newest_snapshot(const std::string& folder, SequenceNumber last, std::vector<std::string>* damaged) {
  std::optional<Snapshot> newest;
  for (const auto& name : names_in(folder)) {
    if (!is_snapshot_name(name)) continue;
    const auto text = read_file(folder + "/" + name);
    auto snapshot = text ? parse_snapshot(*text) : std::nullopt;
    if (!snapshot && damaged != nullptr) damaged->push_back(sentence(make_error(errors::snapshot_altered, {{"path", folder + "/" + name}}), Language::en));
    if (snapshot && snapshot->sequence <= last && (!newest || snapshot->sequence > newest->sequence)) newest = std::move(snapshot);
  }
  return newest;
}

std::vector<std::string> check_snapshots(const std::string& folder) {
  std::vector<std::string> findings;
  for (const auto& name : names_in(folder)) {
    if (!is_snapshot_name(name)) continue;
    const auto text = read_file(folder + "/" + name);
    if (!text || !parse_snapshot(*text)) findings.push_back(sentence(make_error(errors::snapshot_altered, {{"path", folder + "/" + name}}), Language::en));
  }
  return findings;
}

}  // namespace sumi::store
