// Work that takes longer than a request may: a check of everything, a backup, a bundle of the journal. One after the other, on a thread of its own; each tells how
// far it is, may be left and found again, and keeps its result, also over a restart (DIR/jobs/NUMBER.json beside the store's files; no backup holds it).
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "service/ledger.h"
#include "service/view.h"

namespace sumi::service {

enum class JobState : std::uint8_t { waiting = 1, running = 2, done = 3, failed = 4 };
inline std::span<const std::pair<std::string_view, JobState>> enum_names(JobState) {
  static constexpr std::pair<std::string_view, JobState> all[] = {{"waiting", JobState::waiting}, {"running", JobState::running}, {"done", JobState::done}, {"failed", JobState::failed}};
  return all;
}

// What a check found. It says nothing of what was written after `entries`.
struct CheckResult {
  bool full = false;
  std::uint64_t entries = 0, certifications = 0, sealed = 0, erased = 0, snapshots = 0;
  Hash state_hash, tree_head;
  std::vector<std::string> findings;  // empty: everything holds
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "full", s.full);
    v(Part::open, "entries", s.entries);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "sealed", s.sealed);
    v(Part::open, "erased", s.erased);
    v(Part::open, "snapshots", s.snapshots);
    v(Part::open, "state_hash", s.state_hash);
    v(Part::open, "tree_head", s.tree_head);
    v(Part::open, "findings", s.findings);
  }
};
// What a job leaves behind.
struct JobResult {
  Bilingual text;       // in one sentence
  std::string file;     // a file in the jobs' folder; "": none
  std::string name;     // under which it is saved
  std::optional<CheckResult> check;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "text", s.text);
    v(Part::open, "file", s.file);
    v(Part::open, "name", s.name);
    v(Part::open, "check", s.check);
  }
};
struct JobRow {
  std::uint64_t number = 0;
  std::string kind;      // check, backup, bundle
  Bilingual title;
  PersonId by;
  std::string login;
  JobState state = JobState::waiting;
  std::uint64_t done = 0, total = 0;
  Instant asked;
  std::optional<Instant> begun, ended;
  Bilingual failure;     // of a failed one
  JobResult result;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "number", s.number);
    v(Part::party, "kind", s.kind);
    v(Part::party, "title", s.title);
    v(Part::party, "by", s.by);
    v(Part::party, "login", s.login);
    v(Part::party, "state", s.state);
    v(Part::party, "done", s.done);
    v(Part::party, "total", s.total);
    v(Part::party, "asked", s.asked);
    v(Part::party, "begun", s.begun);
    v(Part::party, "ended", s.ended);
    v(Part::party, "failure", s.failure);
    v(Part::party, "result", s.result);
  }
};

class Jobs {
 public:
  using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;
  using Work = std::function<Result<JobResult>(const Progress&, const std::string& folder)>;

  // `folder`: where rows and files are kept; "": in memory only. A job that a stop cut off is told as failed.
  Jobs(std::string folder, const Clock& clock);
  ~Jobs();  // the running one is broken off at its next word of progress
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Where one of the same kind and title waits or runs already, that one is answered. The last 200 are kept.
  JobRow begin(const std::string& kind, const Bilingual& title, PersonId by, const std::string& login, Work work);
  [[nodiscard]] std::optional<JobRow> find(std::uint64_t number) const;
  [[nodiscard]] std::vector<JobRow> all() const;  // the newest first
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  struct Stopped {};
  void run();
  void finish(JobRow row);
  void keep(const JobRow& row);
  void forget_old();
  [[nodiscard]] std::string path(std::uint64_t number) const;

  const std::string folder_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, JobRow> rows_;
  std::deque<std::pair<std::uint64_t, Work>> waiting_;
  std::uint64_t last_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

// The works themselves.
[[nodiscard]] Jobs::Work check_work(const Ledger& ledger, bool full);
// Into `folder`/NAME, which must not stand yet.
[[nodiscard]] Jobs::Work backup_work(const Ledger& ledger, const std::string& folder, const std::string& name);

}  // namespace sumi::service
