// Work that goes on behind a request: what a route begins, and where its result is found again.
//
// A route that begins work answers at once with the job (JobView); GET /own/jobs/{job} tells how far it is and, when it is done, what it gave. A desk's work belongs to the person
// who began it and to the organisation for which it was begun: nobody else sees its result, and neither does that person once the right to the case or the page is gone.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "http/route.h"
#include "service/jobs.h"

namespace sumi::http {

// A job as the page shows it (web/src/parts/LongWork.tsx).
struct JobView {
  std::string id, kind;
  service::JobState state = service::JobState::waiting;
  std::uint64_t done = 0;
  std::optional<std::uint64_t> total;   // absent until it is known
  std::string ja, en;                   // what it is, or how it ended
  service::Bilingual title;
  std::string login;                    // who asked for it
  Instant asked;
  std::optional<Instant> ended;
  bool cut_off = false;                 // by a stop of the server: to be begun again
  ProjectNumber project;                // of a desk's work: the case, and the report
  std::uint32_t report = 0;
  std::string result;                   // address of its file; "" where it has none
  std::optional<service::CheckResult> check;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "kind", s.kind);
    v(Part::open, "state", s.state);
    v(Part::open, "done", s.done);
    v(Part::open, "total", s.total);
    v(Part::open, "ja", s.ja);
    v(Part::open, "en", s.en);
    v(Part::open, "title", s.title);
    v(Part::open, "login", s.login);
    v(Part::open, "asked", s.asked);
    v(Part::open, "ended", s.ended);
    v(Part::open, "cut_off", s.cut_off);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "result", s.result);
    v(Part::open, "check", s.check);
  }
};
[[nodiscard]] JobView job_view(const service::JobRow& row);

// What a route asks for.
struct DeskWork {
  std::string kind;          // service::JobRow
  service::Bilingual title;
  ProjectNumber project;
  std::uint32_t report = 0;
  std::string act;           // what the Idempotency-Key stands for, beside the body: "AdmitMembers 7"
};

class JobDesk {
 public:
  // Whether the caller may still see what a work of that kind gave; an error is answered as not found.
  using Guard = std::function<Result<void>(const Call&, const service::JobRow&)>;

  // Begun with the first call: the routes are made before there is a store.
  service::Jobs& jobs(const Call& call);
  void guard(const std::string& kind, Guard guard) { guards_[kind] = std::move(guard); }
  [[nodiscard]] const Guard* guard_of(const std::string& kind) const {
    const auto it = guards_.find(kind);
    return it == guards_.end() ? nullptr : &it->second;
  }
  // The same key with the same body is the same job. http.key_missing, jobs_too_many. `work` holds copies of what it needs of the call: it outlives it. `bytes`: their size.
  Result<JobView> begin(const Call& call, const DeskWork& asked, std::function<Result<service::JobResult>(const service::Jobs::Progress&)> work, std::size_t bytes = 0);

 private:
  std::mutex mutex_;
  std::unique_ptr<service::Jobs> jobs_;
  std::map<std::string, Guard> guards_;  // filled with the routes
};

// The answer of a desk's work, and in one sentence what became of it.
template <class Out> [[nodiscard]] service::JobResult job_answer(const Out& out, service::Bilingual text) {
  service::JobResult result;
  wire::append_json(result.kept, out);
  result.text = std::move(text);
  return result;
}

}  // namespace sumi::http
