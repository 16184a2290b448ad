// Work that takes longer than a request may. Each tells how far it is, may be left and found again, and keeps its result, also over a restart (DIR/jobs/NUMBER.json and
// NUMBER.kept beside the store's files; no backup holds them).
//
// Of the house: a check of everything, a backup, a bundle of the journal, one after the other. Of a desk: what somebody began for an organisation (a list of members, transfers
// from a file, monitoring data, the verifier's package). Those run beside the house's, desk_threads at a time and one at a time of each person, so that nobody's list keeps
// everybody waiting. What a desk's work left goes a week after it ended: that is how long the same request is known as the same (limits::idempotency_keep_ms), and
// a list's findings may quote what it said of people.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
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
  // Of a desk's work: its answer (JSON), the problem document of its refusal, or a file. Kept apart from the row.
  std::string kept;
  bool refused = false;  // `text` says why; the job is told as failed
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "text", s.text);
    v(Part::open, "file", s.file);
    v(Part::open, "name", s.name);
    v(Part::open, "check", s.check);
  }
};
struct JobRow {
  std::uint64_t number = 0;
  std::string kind;      // check, backup, bundle; of a desk: member_check, member_list, transfer_check, transfers, monitoring_check, monitoring, package
  Bilingual title;
  PersonId by;
  std::string login;
  JobState state = JobState::waiting;
  std::uint64_t done = 0, total = 0;
  Instant asked;
  std::optional<Instant> begun, ended;
  Bilingual failure;     // of a failed one
  bool cut_off = false;  // failed because the server stopped
  JobResult result;
  // Of a desk's work only.
  bool desk = false;
  OrganisationNumber organisation;
  ProjectNumber project;
  std::uint32_t report = 0;
  Hash key;              // of the request: the same one again finds this job
  std::uint64_t token = 0;  // with which it was begun; 0: in a session
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
    v(Part::party, "cut_off", s.cut_off);
    v(Part::party, "result", s.result);
    v(Part::party, "desk", s.desk);
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "project", s.project);
    v(Part::party, "report", s.report);
    v(Part::party, "key", s.key);
    v(Part::party, "token", s.token);
  }
};

// Who begins a desk's work, for whom, and what of.
struct DeskJob {
  std::string kind;
  Bilingual title;
  PersonId by;
  std::string login;
  OrganisationNumber organisation;
  ProjectNumber project;
  std::uint32_t report = 0;
  Hash key;
  std::uint64_t token = 0;
  std::size_t bytes = 0;  // that it holds in memory until it has ended
};

class Jobs {
 public:
  // Desks' works at a time: two cores are the smallest machine that this is meant for.
  static constexpr unsigned desk_threads = 2;
  // Works that one person's desk keeps; older ones go before their week is over.
  static constexpr std::size_t desk_kept = 50;

  using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;
  using Work = std::function<Result<JobResult>(const Progress&, const std::string& folder)>;

  // `folder`: where rows and files are kept; "": in memory only. A job that a stop cut off is told as failed.
  Jobs(std::string folder, const Clock& clock);
  ~Jobs();  // the running one is broken off at its next word of progress
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Where one of the same kind and title waits or runs already, that one is answered. The last 200 are kept.
  JobRow begin(const std::string& kind, const Bilingual& title, PersonId by, const std::string& login, Work work);
  // The one that was begun with the same key by the same person for the same organisation is answered, however it ended; one that a stop cut off is begun anew, and what it had
  // written is found again by the keys under which it was written. nullopt: limits::jobs_open_max or jobs_open_bytes_max would be passed.
  std::optional<JobRow> begin(const DeskJob& asked, Work work);
  // What a desk's work left; nullopt where it left nothing, or its time is over.
  [[nodiscard]] std::optional<std::string> kept(std::uint64_t number) const;
  [[nodiscard]] std::optional<JobRow> find(std::uint64_t number) const;
  [[nodiscard]] std::vector<JobRow> all() const;  // the newest first
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  struct Stopped {};
  struct Waiting {
    std::uint64_t number = 0;
    PersonId by;
    std::size_t bytes = 0;
    Work work;
  };
  void run(bool desk);
  [[nodiscard]] std::optional<Waiting> next(bool desk);
  JobRow work_off(const Waiting& one, JobRow row);
  void finish(JobRow row);
  void keep(const JobRow& row);
  void forget(std::map<std::uint64_t, JobRow>::iterator row);
  void forget_old();
  JobRow add(JobRow row, Work work, std::size_t bytes);
  [[nodiscard]] std::string path(std::uint64_t number, const char* end = ".json") const;

  const std::string folder_;
  const Clock& clock_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, JobRow> rows_;
  std::map<std::uint64_t, std::string> kept_;  // without a folder
  std::deque<Waiting> house_, desk_;
  std::set<PersonId> busy_;  // whose desk's work runs
  std::size_t bytes_ = 0;    // that desks' works hold
  std::uint64_t last_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

// The works themselves.
[[nodiscard]] Jobs::Work check_work(const Ledger& ledger, bool full);
// Into `folder`/NAME, which must not stand yet.
[[nodiscard]] Jobs::Work backup_work(const Ledger& ledger, const std::string& folder, const std::string& name);

}  // namespace sumi::service
