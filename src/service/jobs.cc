#include "service/jobs.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "service/backup.h"
#include "service/limits.h"
#include "store/files.h"
#include "wire/json.h"
#include "wire/json_text.h"

namespace sumi::service {
namespace fs = std::filesystem;

namespace {

// Finished jobs that are kept: a check each week for four years. Older ones go, with their files.
constexpr std::size_t house_kept = 200;
// Where nothing is begun, too, a week's end is seen within the hour.
constexpr std::chrono::hours forget_every{1};
// A file of one: findings are at most limits::findings_max sentences.
constexpr std::size_t row_bytes_max = std::size_t{1} << 20;
// What a desk's work left: a package with the evidence of a report.
constexpr std::size_t kept_bytes_max = std::size_t{512} << 20;

Bilingual words_of(const Error& error) { return {describe_error(error, Language::ja), describe_error(error, Language::en)}; }

std::string_view stem_number(const std::string& name) {
  const auto dot = name.find('.');
  return std::string_view(name).substr(0, dot);
}

bool over(const JobRow& row) { return row.state == JobState::done || row.state == JobState::failed; }

// A list or a file of transfers is known by its content: what a broken run had entered is found again and nothing is entered twice.
Bilingual cut_off_words(bool desk) {
  if (!desk) return {"サーバーが止まったため、途中で終わりました。もう一度始めてください。", "The server stopped before it was done. Begin it again."};
  return {"サーバーが止まったため、途中で終わりました。同じファイルや条件で、もう一度始めてください。すでに記録された分は二重には記録されません。",
      "The server stopped before it was done. Begin it again with the same file or the same choice: what was recorded already is not recorded twice."};
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
        row->cut_off = true;
        row->failure = cut_off_words(row->desk);
        fs::remove(path(row->number, ".kept"), failed);  // written, but the row that says so was not
        failed.clear();
        row->ended = clock_.now();
        keep(*row);
      }
      last_ = std::max(last_, row->number);
      rows_[row->number] = *std::move(row);
    }
  }
  forget_old();
  threads_.emplace_back([this] { run(false); });
  for (unsigned i = 0; i < desk_threads; ++i) threads_.emplace_back([this] { run(true); });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
}

std::string Jobs::path(std::uint64_t number, const char* end) const { return folder_ + "/" + std::to_string(number) + end; }

void Jobs::keep(const JobRow& row) {
  if (folder_.empty()) return;
  std::string text;
  wire::append_json(text, row);
  // Where the disk is full the job's end is still told, until the server stops.
  if (store::make_folder(folder_)) static_cast<void>(write_file_atomic(path(row.number), text, 0600));
}

void Jobs::forget(std::map<std::uint64_t, JobRow>::iterator row) {
  if (!folder_.empty()) {
    std::error_code ignored;
    fs::remove(path(row->first), ignored);
    fs::remove(path(row->first, ".kept"), ignored);
    if (!row->second.desk && !row->second.result.file.empty()) fs::remove(folder_ + "/" + row->second.result.file, ignored);
  }
  kept_.erase(row->first);
  rows_.erase(row);
}

void Jobs::forget_old() {
  const Instant now = clock_.now();
  std::size_t house = 0;
  std::map<PersonId, std::size_t> of;
  for (auto it = rows_.end(); it != rows_.begin();) {
    const auto row = --it;  // the newest first
    const bool old = row->second.desk ? ++of[row->second.by] > desk_kept || (row->second.ended && now.ms - row->second.ended->ms > sumi::limits::idempotency_keep_ms) : ++house > house_kept;
    if (!old || !over(row->second)) continue;
    it = std::next(row);
    forget(row);
  }
}

// Under the mutex.
JobRow Jobs::add(JobRow row, Work work, std::size_t bytes) {
  row.number = ++last_;
  row.asked = clock_.now();
  rows_[row.number] = row;
  (row.desk ? desk_ : house_).push_back({row.number, row.by, bytes, std::move(work)});
  if (row.desk) bytes_ += bytes;
  keep(row);
  forget_old();
  changed_.notify_all();
  return row;
}

JobRow Jobs::begin(const std::string& kind, const Bilingual& title, PersonId by, const std::string& login, Work work) {
  const std::lock_guard lock(mutex_);
  for (const auto& [number, r] : rows_) {
    if (r.kind == kind && r.title.en == title.en && !over(r)) return r;
  }
  JobRow row;
  row.kind = kind;
  row.title = title;
  row.by = by;
  row.login = login;
  return add(std::move(row), std::move(work), 0);
}

std::optional<JobRow> Jobs::begin(const DeskJob& asked, Work work) {
  const std::lock_guard lock(mutex_);
  std::size_t open = 0;
  for (const auto& [number, r] : rows_) {
    if (!r.desk || r.by != asked.by) continue;
    if (r.organisation == asked.organisation && r.key == asked.key && !r.cut_off) return r;
    open += over(r) ? 0U : 1U;
  }
  if (open >= limits::jobs_open_max || bytes_ + asked.bytes > limits::jobs_open_bytes_max) return std::nullopt;
  JobRow row;
  row.desk = true;
  row.kind = asked.kind;
  row.title = asked.title;
  row.by = asked.by;
  row.login = asked.login;
  row.organisation = asked.organisation;
  row.project = asked.project;
  row.report = asked.report;
  row.key = asked.key;
  row.token = asked.token;
  return add(std::move(row), std::move(work), asked.bytes);
}

std::optional<std::string> Jobs::kept(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  if (!rows_.contains(number)) return std::nullopt;
  if (folder_.empty()) {
    const auto it = kept_.find(number);
    return it == kept_.end() ? std::nullopt : std::optional(it->second);
  }
  auto bytes = read_file(path(number, ".kept"), kept_bytes_max);
  return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
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
  // What it left stands before the row says so.
  std::string left = std::move(row.result.kept);
  row.result.kept.clear();
  const bool written = left.empty() || folder_.empty() || (store::make_folder(folder_) && write_file_atomic(path(row.number, ".kept"), left, 0600));
  const std::lock_guard lock(mutex_);
  if (!left.empty()) {
    if (folder_.empty()) kept_[row.number] = std::move(left);
    if (!written) {
      row.state = JobState::failed;
      row.failure = {"結果をディスクに書けませんでした。記録された内容は、案件や口座のページで確かめられます。", "Its result could not be written to the disk. What was recorded stands on the pages of the case or the account."};
    }
  }
  row.ended = clock_.now();
  const auto& now = rows_[row.number];
  row.done = row.state == JobState::done ? std::max(now.done, now.total) : now.done;
  row.total = now.total;
  keep(row);
  rows_[row.number] = std::move(row);
}

// Under the mutex. Of a desk: the first whose person has none running.
std::optional<Jobs::Waiting> Jobs::next(bool desk) {
  auto& queue = desk ? desk_ : house_;
  const auto it = std::ranges::find_if(queue, [&](const Waiting& w) { return !desk || !busy_.contains(w.by); });
  if (it == queue.end()) return std::nullopt;
  Waiting found = std::move(*it);
  queue.erase(it);
  return found;
}

JobRow Jobs::work_off(const Waiting& one, JobRow row) {
  row.state = JobState::failed;
  try {
    auto result = one.work(
        [this, number = one.number](std::uint64_t done, std::uint64_t of) {
          const std::lock_guard guard(mutex_);
          if (stopping_) throw Stopped{};
          rows_[number].done = done;
          rows_[number].total = of;
        },
        folder_);
    if (!result) {
      row.failure = words_of(result.error());
    } else {
      row.result = *std::move(result);
      if (row.result.refused) row.failure = std::exchange(row.result.text, {});
      else row.state = JobState::done;
    }
  } catch (const Stopped&) {
    row.cut_off = true;
    row.failure = cut_off_words(row.desk);
  } catch (const std::exception& thrown) {
    row.failure = {std::string("思わぬ失敗で終わりました: ") + thrown.what(), std::string("It ended by an unexpected failure: ") + thrown.what()};
  }
  return row;
}

void Jobs::run(bool desk) {
  std::unique_lock lock(mutex_);
  while (true) {
    std::optional<Waiting> one;
    const bool woken = changed_.wait_for(lock, forget_every, [&] { return stopping_ || (one = next(desk)).has_value(); });
    if (stopping_) return;  // what waits is told as cut off by the next start
    if (!woken) {
      forget_old();
      continue;
    }
    if (desk) busy_.insert(one->by);
    auto& shown = rows_[one->number];
    shown.state = JobState::running;
    shown.begun = clock_.now();
    const JobRow row = shown;
    lock.unlock();
    finish(work_off(*one, row));
    one->work = {};  // the file that it held
    lock.lock();
    if (!desk) continue;
    busy_.erase(one->by);
    bytes_ -= one->bytes;
    changed_.notify_all();
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
