#include "support/forgetful_vfs.h"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <random>
#include <vector>

namespace sumi::test {
namespace {

namespace fs = std::filesystem;
using Content = std::vector<unsigned char>;
constexpr std::size_t sector_bytes = 512;

// One change that is not synced yet: bytes at an offset, or a new length.
struct Change {
  std::uint64_t offset = 0;
  Content bytes;
  bool truncation = false;  // then `offset` is the length
};

void make_change(Content& content, const Change& change) {
  if (change.truncation) {
    content.resize(change.offset);
    return;
  }
  if (content.size() < change.offset + change.bytes.size()) content.resize(change.offset + change.bytes.size());
  std::copy(change.bytes.begin(), change.bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

struct Inode {
  Content durable;
  Content current;
  std::vector<Change> changes;  // from durable to current
  bool exists = false;          // now
  bool exists_durably = false;  // the folder's entry is synced
};

}  // namespace

struct ForgetfulVfs::Disk {
  std::mutex mutex;
  std::mt19937_64 random;
  std::string name;
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::map<std::string, std::shared_ptr<Inode>> files;
  std::uint64_t operations = 0;
  std::uint64_t fatal = 0;
  std::uint64_t forgotten = 0;
  bool dead = false;

  std::shared_ptr<Inode> inode(const std::string& path);
  bool changes_something();
  void sync_folder(const std::string& path);
  void go_dark();
};

namespace {

using Disk = ForgetfulVfs::Disk;

struct File {
  sqlite3_file base;
  Disk* disk;
  std::shared_ptr<Inode>* inode;
  std::string* path;  // empty: a temporary file without a name
  bool syncs_folder;  // as SQLite's own file system: a new journal's first sync makes its entry durable
};

File* file_of(sqlite3_file* f) { return reinterpret_cast<File*>(f); }
Disk* disk_of(sqlite3_vfs* v) { return static_cast<Disk*>(v->pAppData); }

void write_real(const std::string& path, const Content& content) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
}

// Some of the sectors of a write.
Change torn(const Change& change, std::mt19937_64& random) {
  Change part = change;
  const auto sectors = (change.bytes.size() + sector_bytes - 1) / sector_bytes;
  part.bytes.resize(std::min(change.bytes.size(), static_cast<std::size_t>(random() % (sectors + 1)) * sector_bytes));
  return part;
}

}  // namespace

std::shared_ptr<Inode> Disk::inode(const std::string& path) {
  auto& found = files[path];
  if (!found) {
    found = std::make_shared<Inode>();
    if (fs::is_regular_file(path)) {
      std::ifstream in(path, std::ios::binary);
      found->durable.assign(std::istreambuf_iterator<char>(in), {});
      found->current = found->durable;
      found->exists = found->exists_durably = true;
    }
  }
  return found;
}

// Counts; false once the power is gone, which may be now.
bool Disk::changes_something() {
  if (dead) return false;
  ++operations;
  if (fatal != 0 && operations >= fatal) go_dark();
  return !dead;
}

void Disk::sync_folder(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  for (auto& [file, node] : files) {
    if (fs::path(file).parent_path() != folder || node->exists == node->exists_durably) continue;
    node->exists_durably = node->exists;
    if (node->exists) {
      write_real(file, node->durable);
    } else {
      fs::remove(file);
      *node = Inode{};
    }
  }
}

void Disk::go_dark() {
  dead = true;
  for (auto& [file, node] : files) {
    // An entry that was not synced is there or not: a new file may be missing, a deleted one may be back.
    bool stays = node->exists_durably;
    if (node->exists != node->exists_durably && random() % 2 == 0) stays = node->exists;
    if (!stays) {
      fs::remove(file);
      continue;
    }
    Content left = node->durable;
    const auto fate = random() % 4;
    const auto prefix = node->changes.empty() ? 0 : random() % (node->changes.size() + 1);
    for (std::size_t i = 0; i < node->changes.size(); ++i) {
      const auto& change = node->changes[i];
      const bool kept = fate == 0 ? false : fate == 1 ? i < prefix : random() % 2 == 0;
      // Fate 3 tears writes; the write at the end of a prefix is the one that was under way.
      const bool tear = !change.truncation && ((fate == 3 && random() % 4 == 0) || (fate == 1 && i == prefix));
      if (tear) make_change(left, torn(change, random));
      else if (kept) make_change(left, change);
      if (tear || !kept) ++forgotten;
    }
    write_real(file, left);
  }
}

namespace {

int close_file(sqlite3_file* f) {
  auto* file = file_of(f);
  delete file->inode;
  delete file->path;
  return SQLITE_OK;
}

int read_file(sqlite3_file* f, void* to, int amount, sqlite3_int64 offset) {
  auto* file = file_of(f);
  const std::lock_guard lock(file->disk->mutex);
  if (file->disk->dead) return SQLITE_IOERR_READ;
  const auto& content = (*file->inode)->current;
  const auto begin = std::min(static_cast<std::size_t>(offset), content.size());
  const auto n = std::min(static_cast<std::size_t>(amount), content.size() - begin);
  std::memcpy(to, content.data() + begin, n);
  if (n == static_cast<std::size_t>(amount)) return SQLITE_OK;
  std::memset(static_cast<unsigned char*>(to) + n, 0, static_cast<std::size_t>(amount) - n);
  return SQLITE_IOERR_SHORT_READ;
}

int change_file(File* file, Change change, int failed) {
  const std::lock_guard lock(file->disk->mutex);
  auto& node = **file->inode;
  // What is under way when the power goes may be on the disk in part.
  if (file->disk->dead) return failed;
  make_change(node.current, change);
  node.changes.push_back(std::move(change));
  return file->disk->changes_something() ? SQLITE_OK : failed;
}
int write_file(sqlite3_file* f, const void* from, int amount, sqlite3_int64 offset) {
  const auto* bytes = static_cast<const unsigned char*>(from);
  return change_file(file_of(f), {static_cast<std::uint64_t>(offset), Content(bytes, bytes + amount), false}, SQLITE_IOERR_WRITE);
}
int truncate_file(sqlite3_file* f, sqlite3_int64 size) { return change_file(file_of(f), {static_cast<std::uint64_t>(size), {}, true}, SQLITE_IOERR_TRUNCATE); }

int sync_file(sqlite3_file* f, int) {
  auto* file = file_of(f);
  const std::lock_guard lock(file->disk->mutex);
  if (!file->disk->changes_something()) return SQLITE_IOERR_FSYNC;
  auto& node = **file->inode;
  node.durable = node.current;
  node.changes.clear();
  if (file->path->empty()) return SQLITE_OK;
  if (node.exists_durably) write_real(*file->path, node.durable);
  if (file->syncs_folder) {
    file->disk->sync_folder(*file->path);
    file->syncs_folder = false;
  }
  return SQLITE_OK;
}

int file_size(sqlite3_file* f, sqlite3_int64* size) {
  auto* file = file_of(f);
  const std::lock_guard lock(file->disk->mutex);
  if (file->disk->dead) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>((*file->inode)->current.size());
  return SQLITE_OK;
}
int lock_file(sqlite3_file* f, int) { return file_of(f)->disk->dead ? SQLITE_IOERR_LOCK : SQLITE_OK; }
int reserved(sqlite3_file*, int* out) {
  *out = 0;
  return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
// What SQLite's own file system says of a disk, and no more.
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// No shared memory: the program opens its databases for itself alone, and SQLite then needs none.
constexpr sqlite3_io_methods methods{1,         close_file, read_file, write_file,   truncate_file, sync_file,       file_size, lock_file, lock_file,
                                     reserved,  file_control, sector_size, characteristics, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

int open_file(sqlite3_vfs* v, sqlite3_filename name, sqlite3_file* f, int flags, int* out_flags) {
  auto* disk = disk_of(v);
  const std::lock_guard lock(disk->mutex);
  auto* file = file_of(f);
  file->base.pMethods = nullptr;
  if (disk->dead) return SQLITE_CANTOPEN;
  auto node = name != nullptr ? disk->inode(name) : std::make_shared<Inode>();
  bool created = false;
  if (!node->exists) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
    created = true;
    node->exists = true;
    // After a deletion that the folder does not know yet, the old bytes are still there to come back.
    node->current.clear();
    if (!node->durable.empty()) node->changes.push_back({0, {}, true});
    if (name != nullptr && !disk->changes_something()) return SQLITE_CANTOPEN;
  }
  file->disk = disk;
  file->inode = new std::shared_ptr<Inode>(std::move(node));
  file->path = new std::string(name != nullptr ? name : "");
  file->syncs_folder = created && (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
  file->base.pMethods = &methods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* v, const char* name, int sync_folder) {
  auto* disk = disk_of(v);
  const std::lock_guard lock(disk->mutex);
  if (disk->dead) return SQLITE_IOERR_DELETE;
  const auto node = disk->inode(name);
  if (!node->exists) return SQLITE_IOERR_DELETE_NOENT;
  node->exists = false;
  if (!disk->changes_something()) return SQLITE_IOERR_DELETE;
  if (sync_folder != 0) {
    disk->sync_folder(name);
  } else if (!node->exists_durably) {
    disk->files.erase(name);
  }
  return SQLITE_OK;
}

int access_file(sqlite3_vfs* v, const char* name, int, int* out) {
  auto* disk = disk_of(v);
  const std::lock_guard lock(disk->mutex);
  if (disk->dead) return SQLITE_IOERR_ACCESS;
  *out = disk->inode(name)->exists ? 1 : 0;
  return SQLITE_OK;
}
int full_path(sqlite3_vfs* v, const char* name, int size, char* out) { return disk_of(v)->real->xFullPathname(disk_of(v)->real, name, size, out); }
int randomness(sqlite3_vfs* v, int size, char* out) { return disk_of(v)->real->xRandomness(disk_of(v)->real, size, out); }
int sleep_us(sqlite3_vfs* v, int us) { return disk_of(v)->real->xSleep(disk_of(v)->real, us); }
int current_time(sqlite3_vfs* v, double* out) { return disk_of(v)->real->xCurrentTime(disk_of(v)->real, out); }
int current_time_64(sqlite3_vfs* v, sqlite3_int64* out) { return disk_of(v)->real->xCurrentTimeInt64(disk_of(v)->real, out); }
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

ForgetfulVfs::ForgetfulVfs(std::uint64_t seed) : disk_(std::make_unique<Disk>()) {
  static std::atomic<unsigned> count{0};
  disk_->random.seed(seed);
  disk_->name = "forgetful-" + std::to_string(++count);
  disk_->real = sqlite3_vfs_find(nullptr);
  auto& v = disk_->vfs;
  v.iVersion = 2;
  v.szOsFile = sizeof(File);
  v.mxPathname = 1024;
  v.zName = disk_->name.c_str();
  v.pAppData = disk_.get();
  v.xOpen = open_file;
  v.xDelete = delete_file;
  v.xAccess = access_file;
  v.xFullPathname = full_path;
  v.xRandomness = randomness;
  v.xSleep = sleep_us;
  v.xCurrentTime = current_time;
  v.xGetLastError = last_error;
  v.xCurrentTimeInt64 = current_time_64;
  if (sqlite3_vfs_register(&v, 0) != SQLITE_OK) throw std::bad_alloc();
}
ForgetfulVfs::~ForgetfulVfs() { sqlite3_vfs_unregister(&disk_->vfs); }

const char* ForgetfulVfs::name() const { return disk_->name.c_str(); }
void ForgetfulVfs::lose_power_at(std::uint64_t operation) {
  const std::lock_guard lock(disk_->mutex);
  disk_->fatal = operation == 0 ? 0 : disk_->operations + operation;
}
std::uint64_t ForgetfulVfs::operations() const {
  const std::lock_guard lock(disk_->mutex);
  return disk_->operations;
}
bool ForgetfulVfs::dead() const {
  const std::lock_guard lock(disk_->mutex);
  return disk_->dead;
}
std::uint64_t ForgetfulVfs::forgotten() const {
  const std::lock_guard lock(disk_->mutex);
  return disk_->forgotten;
}

}  // namespace sumi::test
