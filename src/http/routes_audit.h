// What the routes of the auditor and of the administrator share: one row of jobs, one index of the journal, packs that were uploaded to be looked at.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/api.h"
#include "rulebook/pack.h"
#include "service/audit_view.h"
#include "service/jobs.h"

namespace sumi::http {

class AuditDesk {
 public:
  // Begun with the first call: the routes are made before there is a store.
  service::Jobs& jobs(const Call& call);
  service::JournalIndex index;
  // A replay up to the end of that day; the last few are kept. http.too_busy while another day is being replayed.
  Result<std::shared_ptr<const service::DayState>> day(const Call& call, Date day);
  // Packs that were uploaded and not adopted yet, by hash: in memory only, the last few.
  void keep(rulebook::Pack pack);
  [[nodiscard]] std::vector<rulebook::Pack> uploaded();

 private:
  std::mutex mutex_, replay_;
  std::unique_ptr<service::Jobs> jobs_;
  std::vector<std::pair<std::pair<Date, SequenceNumber>, std::shared_ptr<const service::DayState>>> days_;
  std::vector<rulebook::Pack> packs_;
};

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
    v(Part::open, "result", s.result);
    v(Part::open, "check", s.check);
  }
};
[[nodiscard]] JobView job_view(const service::JobRow& row);

void add_admin_routes(Routes& routes, const std::shared_ptr<AuditDesk>& desk);
void add_support_routes(Routes& routes);

}  // namespace sumi::http
