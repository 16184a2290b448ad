#include "service/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "base/errors.h"
#include "base/file.h"
#include "base/sha256.h"
#include "base/text.h"
#include "service/backup_files.h"
#include "service/errors.h"
#include "store/copy.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view manifest_title = "sumi backup 1\n";

Unexpected unwritable(const fs::path& path, int e) { return fail(store::errors::database_unwritable, {{"path", path.string()}, {"reason", std::generic_category().message(e)}}); }

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t n = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), n);
  return failed == std::errc{} && end == text.data() + text.size() && std::to_string(n) == text ? std::optional(n) : std::nullopt;
}

// Only what a backup writes: a manifest from elsewhere leads nowhere outside of its folder.
bool plain_path(std::string_view path) {
  const bool letters = std::all_of(path.begin(), path.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '/'; });
  return letters && !path.empty() && path.front() != '/' && path.back() != '/' && path.find("..") == std::string_view::npos && path.find("//") == std::string_view::npos;
}

// The files of a folder in the store, by their names; none where it is missing.
std::vector<std::string> names_in(const std::string& folder, bool folders) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
    if (it->is_directory(ignored) == folders && !it->is_symlink(ignored)) names.push_back(it->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Content files, each compared with its name on the way.
Result<void> copy_content(const std::string& from, const std::string& to) {
  for (const auto& name : names_in(from, false)) {
    const auto hash = Hash::from_hex(name);
    if (!hash) continue;  // a temporary file that a crash left behind
    SUMI_CHECK(store::make_folder(to));
    SUMI_TRY(const auto copied, copy_file(from + "/" + name, to + "/" + name));
    if (copied.hash != *hash) return fail(store::errors::evidence_altered, {{"path", from + "/" + name}});
  }
  return {};
}

// The newest snapshot that is not after `last`; one that went away meanwhile is no loss.
void copy_snapshot(const std::string& from, const std::string& to, SequenceNumber last) {
  std::uint64_t newest = 0;
  for (const auto& name : names_in(from, false)) {
    const auto number = number_of(name);
    if (number && *number <= last.value) newest = std::max(newest, *number);
  }
  if (newest == 0 || !store::make_folder(to)) return;
  const auto name = "/" + std::to_string(newest);
  std::error_code ignored;
  if (!copy_file(from + name, to + name)) fs::remove(to + name, ignored);
}

}  // namespace

Result<CopiedFile> copy_file(const std::string& from, const std::string& to) {
  const int source = ::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (source < 0) return fail(store::errors::database_unreadable, {{"path", from}, {"reason", std::generic_category().message(errno)}});
  const int target = to.empty() ? -1 : ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int failed = !to.empty() && target < 0 ? errno : 0, unread = 0;
  CopiedFile out;
  Sha256 hash;
  std::string buffer(std::size_t{1} << 20, '\0');
  while (failed == 0 && unread == 0) {
    const auto n = ::read(source, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) unread = errno;
    if (n <= 0) break;
    std::string_view bytes(buffer.data(), static_cast<std::size_t>(n));
    hash.update(bytes);
    out.bytes += bytes.size();
    while (target >= 0 && !bytes.empty() && failed == 0) {
      const auto written = ::write(target, bytes.data(), bytes.size());
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
      else if (errno != EINTR) failed = errno;
    }
  }
  ::close(source);
  if (target >= 0 && ::close(target) != 0 && failed == 0) failed = errno;
  if (unread != 0) return fail(store::errors::database_unreadable, {{"path", from}, {"reason", std::generic_category().message(unread)}});
  if (failed != 0) return unwritable(to, failed);
  out.hash = hash.finish();
  return out;
}

Result<std::string> begin_folder(const std::string& folder) {
  std::error_code failed;
  const auto status = fs::symlink_status(folder, failed);
  if (fs::exists(status) && !(fs::is_directory(status) && fs::is_empty(folder, failed))) return fail(store::errors::store_exists, {{"path", folder}});
  const auto part = fs::path(folder).lexically_normal();
  const auto made = (part.has_filename() ? part : part.parent_path()).string() + ".part";
  if (fs::exists(fs::symlink_status(made, failed))) return fail(errors::backup_part_left, {{"path", made}});
  SUMI_CHECK(store::make_folder(made));
  // Names and sealed values are in it: for its owner alone.
  fs::permissions(made, fs::perms::owner_all, failed);
  return made;
}

Result<void> finish_folder(const std::string& part, const std::string& folder) {
  SUMI_CHECK(store::sync_tree(part));
  const auto path = fs::path(folder).lexically_normal();
  return store::rename_durably(part, (path.has_filename() ? path : path.parent_path()).string());
}

std::uint64_t BackupManifest::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& f : files) sum += f.bytes;
  return sum;
}

std::string BackupManifest::to_text() const {
  std::string text(manifest_title);
  text += "origin " + origin.to_text() + "\nentries " + std::to_string(head.size) + "\nroot " + head.root.to_hex() + "\nmade " + made.to_string() + "\n";
  for (const auto& f : files) text += "file " + f.hash.to_hex() + " " + std::to_string(f.bytes) + " " + f.path + "\n";
  return text + "end " + sha256(text).to_hex() + "\n";
}

Result<BackupManifest> BackupManifest::parse(std::string_view text, const std::string& file) {
  const auto wrong = [&](const char* ja, const char* en) { return fail(errors::backup_unreadable, {{"file", file}, {"reason_ja", ja}, {"reason_en", en}}); };
  if (!text.starts_with(manifest_title)) return wrong("控えの目録ではありません", "it is no manifest of a backup");
  const auto end = text.rfind("end ");
  if (end == std::string_view::npos || text.substr(end) != "end " + sha256(text.substr(0, end)).to_hex() + "\n") return wrong("途中で切れているか、変えられています", "it is cut off or has been altered");
  BackupManifest m;
  std::vector<std::string_view> lines;
  for (auto rest = text.substr(0, end); !rest.empty();) {
    const auto stop = std::min(rest.find('\n'), rest.size() - 1);
    lines.push_back(rest.substr(0, stop));
    rest.remove_prefix(stop + 1);
  }
  const auto value = [&](std::size_t line, std::string_view key) { return line < lines.size() && lines[line].starts_with(key) ? lines[line].substr(key.size()) : std::string_view{}; };
  const auto origin = journal::Origin::parse(value(1, "origin "));
  const auto entries = number_of(value(2, "entries "));
  const auto root = Hash::from_hex(std::string(value(3, "root ")));
  const auto made = Instant::parse(value(4, "made "));
  if (!origin || !entries || !root || !made) return wrong("先頭の行の形が違います", "its first lines are not of the form");
  m.origin = *origin, m.head = {*entries, *root}, m.made = *made;
  for (std::size_t i = 5; i < lines.size(); ++i) {
    const auto line = value(i, "file ");
    const auto bytes_at = line.find(' '), path_at = bytes_at == std::string_view::npos ? bytes_at : line.find(' ', bytes_at + 1);
    if (path_at == std::string_view::npos) return wrong("ファイルの行の形が違います", "a line of a file is not of the form");
    const auto hash = Hash::from_hex(std::string(line.substr(0, bytes_at)));
    const auto bytes = number_of(line.substr(bytes_at + 1, path_at - bytes_at - 1));
    const auto path = line.substr(path_at + 1);
    if (!hash || !bytes || !plain_path(path)) return wrong("ファイルの行の形が違います", "a line of a file is not of the form");
    m.files.push_back({*hash, *bytes, std::string(path)});
  }
  if (m.to_text() != text) return wrong("行の形が違います", "a line is not of the form");
  return m;
}

Result<Ledger::BackupReport> Ledger::backup(const std::string& folder, const Progress& progress) const {
  if (folder_.empty()) return fail(errors::backup_no_folder);
  SUMI_CHECK(sound());
  std::error_code ignored;
  const auto own = fs::weakly_canonical(folder_, ignored).string() + "/";
  if ((fs::weakly_canonical(folder, ignored).string() + "/").starts_with(own)) return fail(errors::backup_inside_store, {{"path", folder}});
  SUMI_TRY(const auto part, begin_folder(folder));
  auto done = [&]() -> Result<BackupReport> {
    SUMI_TRY(auto report, backup_into(part, progress));
    SUMI_CHECK(finish_folder(part, folder));
    return report;
  }();
  if (!done) fs::remove_all(part, ignored);
  return done;
}

// journal.db first: whatever it says, the others have by then. Nothing is locked for longer than a step of a database's copy.
Result<Ledger::BackupReport> Ledger::backup_into(const std::string& part, const Progress& progress) const {
  BackupReport report;
  SUMI_CHECK(journal_->copy_to(part + "/journal.db", progress));
  SUMI_CHECK(people_->copy_to(part + "/people.db", progress));
  {
    SUMI_TRY(const auto copied, store::open_sqlite_journal(part + "/journal.db", store::Opening::existing));
    SUMI_TRY(const auto last, copied->last());
    SUMI_TRY(const auto segment, copied->at_or_after(last));
    if (!segment) return fail(store::errors::journal_empty, {{"path", folder_}});
    report.head = segment->head;
  }
  SUMI_CHECK(copy_content(folder_ + "/packs", part + "/packs"));
  for (const auto& owner : names_in(folder_ + "/evidence", true)) SUMI_CHECK(copy_content(folder_ + "/evidence/" + owner, part + "/evidence/" + owner));
  // Checkpoints that were signed beside the store (of an opening); nothing else that somebody put there, which might be a key.
  for (const auto& name : names_in(folder_, false)) {
    if (!name.ends_with(".checkpoint") || !plain_path(name)) continue;
    SUMI_TRY([[maybe_unused]] const auto copied, copy_file(folder_ + "/" + name, part + "/" + name));
  }
  copy_snapshot(folder_ + "/snapshots", part + "/snapshots", {report.head.size});

  BackupManifest manifest;
  SUMI_CHECK(read([&](const scheme::State& state) { manifest.origin = {static_cast<journal::StoreKind>(state.meta().kind), state.meta().store}; }));
  manifest.head = report.head;
  manifest.made = options_.clock->now();
  std::error_code failed;
  for (fs::recursive_directory_iterator it(part, failed), end; !failed && it != end; it.increment(failed)) {
    if (!it->is_regular_file(failed)) continue;
    SUMI_TRY(const auto hashed, copy_file(it->path().string(), {}));
    manifest.files.push_back({hashed.hash, hashed.bytes, fs::relative(it->path(), part, failed).string()});
  }
  if (failed) return unwritable(part, failed.value());
  std::sort(manifest.files.begin(), manifest.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  SUMI_CHECK(write_file_atomic(part + "/backup.txt", manifest.to_text(), 0600));
  report.files = manifest.files.size();
  report.bytes = manifest.bytes();
  return report;
}

}  // namespace sumi::service
