#include "service/jobs.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/file.h"
#include "service/backup.h"
#include "store/files.h"
#include "wire/json.h"
#include "wire/json_text.h"

namespace sumi::service {
namespace fs = std::filesystem;

namespace {

// Finished jobs that are kept: a check each week for four years. Older ones go, with their files.
constexpr std::size_t kept = 200;
// A file of one: findings are at most limits::findings_max sentences.
constexpr std::size_t row_bytes_max = std::size_t{1} << 20;

Bilingual words_of(const Error& error) { return {describe_error(error, Language::ja), describe_error(error, Language::en)}; }

std::string_view stem_number(const std::string& name) {
  const auto dot = name.find('.');
  return std::string_view(name).substr(0, dot);
}

}  // namespace

Jobs::Jobs(std::string folder, const Clock& clock) : folder_(std::move(folder)), clock_(clock) {
  std::error_code failed;
  if (!folder_.empty()) {
    for (fs::directory_iterator it(folder_, failed), end; !failed && it != end; it.increment(failed)) {
      const auto name = it->path().filename().string();
      if (!name.ends_with(".json")) continue;
      const auto text = read_file(it->path().string(), row_bytes_max);
      if (!text) continue;
      const auto tree = wire::parse_json(*text, name);
      if (!tree) continue;
      auto row = wire::from_tree<JobRow>(*tree);
      if (!row || std::to_string(row->number) != stem_number(name)) continue;  // not ours, or damaged: nothing depends on it
      if (row->state == JobState::waiting || row->state == JobState::running) {
        row->state = JobState::failed;
        row->failure = {"サーバーが止まったため、途中で終わりました。もう一度始めてください。", "The server stopped before it was done. Begin it again."};
        keep(*row);
      }
      last_ = std::max(last_, row->number);
      rows_[row->number] = *std::move(row);
    }
  }
  thread_ = std::thread([this] { run(); });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::string Jobs::path(std::uint64_t number) const { return folder_ + "/" + std::to_string(number) + ".json"; }

void Jobs::keep(const JobRow& row) {
  if (folder_.empty()) return;
  std::string text;
  wire::append_json(text, row);
  // Where the disk is full the job's end is still told, until the server stops.
  if (store::make_folder(folder_)) static_cast<void>(write_file_atomic(path(row.number), text, 0600));
}

void Jobs::forget_old() {
  while (rows_.size() > kept) {
    const auto it = std::find_if(rows_.begin(), rows_.end(), [](const auto& r) { return r.second.state == JobState::done || r.second.state == JobState::failed; });
    if (it == rows_.end()) return;
    if (!folder_.empty()) {
      std::error_code ignored;
      fs::remove(path(it->first), ignored);
      if (!it->second.result.file.empty()) fs::remove(folder_ + "/" + it->second.result.file, ignored);
    }
    rows_.erase(it);
  }
}

JobRow Jobs::begin(const std::string& kind, const Bilingual& title, PersonId by, const std::string& login, Work work) {
  JobRow row;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [number, r] : rows_) {
      if (r.kind == kind && r.title.en == title.en && (r.state == JobState::waiting || r.state == JobState::running)) return r;
    }
    row.number = ++last_;
    row.kind = kind;
    row.title = title;
    row.by = by;
    row.login = login;
    row.asked = clock_.now();
    rows_[row.number] = row;
    waiting_.emplace_back(row.number, std::move(work));
    keep(row);
    forget_old();
  }
  changed_.notify_all();
  return row;
}

std::optional<JobRow> Jobs::find(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  const auto it = rows_.find(number);
  return it == rows_.end() ? std::nullopt : std::optional(it->second);
}

std::vector<JobRow> Jobs::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<JobRow> out;
  for (auto it = rows_.rbegin(); it != rows_.rend(); ++it) out.push_back(it->second);
  return out;
}

void Jobs::finish(JobRow row) {
  const std::lock_guard lock(mutex_);
  row.ended = clock_.now();
  const auto& now = rows_[row.number];
  row.done = row.state == JobState::done ? std::max(now.done, now.total) : now.done;
  row.total = now.total;
  keep(row);
  rows_[row.number] = std::move(row);
}

void Jobs::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto [number, work] = std::move(waiting_.front());
    waiting_.pop_front();
    auto& shown = rows_[number];
    shown.state = JobState::running;
    shown.begun = clock_.now();
    JobRow row = shown;
    lock.unlock();
    row.state = JobState::failed;
    try {
      auto result = work(
          [this, number = number](std::uint64_t done, std::uint64_t of) {
            const std::lock_guard guard(mutex_);
            if (stopping_) throw Stopped{};
            rows_[number].done = done;
            rows_[number].total = of;
          },
          folder_);
      if (result) row.state = JobState::done, row.result = *std::move(result);
      else row.failure = words_of(result.error());
    } catch (const Stopped&) {
      row.failure = {"サーバーが止まったため、途中で終わりました。もう一度始めてください。", "The server stopped before it was done. Begin it again."};
    } catch (const std::exception& thrown) {
      row.failure = {std::string("思わぬ失敗で終わりました: ") + thrown.what(), std::string("It ended by an unexpected failure: ") + thrown.what()};
    }
    finish(std::move(row));
    lock.lock();
  }
}

Jobs::Work check_work(const Ledger& ledger, bool full) {
  return [&ledger, full](const Jobs::Progress& progress, const std::string&) -> Result<JobResult> {
    SUMI_TRY(const auto report, ledger.check(full, progress));
    JobResult result;
    result.check = CheckResult{full, report.entries, report.certifications, report.sealed, report.erased, report.snapshots, report.state_hash, report.head.root, report.findings};
    const auto count = std::to_string(report.findings.size()), entries = std::to_string(report.entries);
    if (report.findings.empty()) result.text = {entries + "件のエントリを検査しました。すべて成り立っています。", entries + " entries were checked. Everything holds."};
    else result.text = {entries + "件のエントリを検査し、" + count + "件の異常が見つかりました。", entries + " entries were checked; " + count + (report.findings.size() == 1 ? " finding." : " findings.")};
    return result;
  };
}

Jobs::Work backup_work(const Ledger& ledger, const std::string& folder, const std::string& name) {
  return [&ledger, folder, name](const Jobs::Progress& progress, const std::string&) -> Result<JobResult> {
    SUMI_CHECK(store::make_folder(folder));
    SUMI_TRY(const auto report, ledger.backup(folder + "/" + name, progress));
    JobResult result;
    result.text = {"控え「" + name + "」を作りました。エントリ " + std::to_string(report.head.size) + "件、ファイル " + std::to_string(report.files) + "個、" + std::to_string(report.bytes) + "バイト。",
        "The backup \"" + name + "\" was made: " + std::to_string(report.head.size) + " entries, " + std::to_string(report.files) + " files, " + std::to_string(report.bytes) + " bytes."};
    return result;
  };
}

}  // namespace sumi::service
