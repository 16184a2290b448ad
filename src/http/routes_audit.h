// What the routes of the auditor and of the administrator share: the jobs, one index of the journal, packs that were uploaded to be looked at.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/api.h"
#include "http/days.h"
#include "http/job_desk.h"
#include "rulebook/pack.h"
#include "service/audit_view.h"

namespace sumi::http {

class AuditDesk {
 public:
  explicit AuditDesk(std::shared_ptr<JobDesk> jobs) : jobs_(std::move(jobs)) {}
  service::Jobs& jobs(const Call& call) { return jobs_->jobs(call); }
  service::JournalIndex index;
  // The ledger's state at the end of that day. Errors: http.too_busy while another day is being replayed.
  Result<std::shared_ptr<const service::DayState>> day(const Call& call, Date day);
  // Packs that were uploaded and not adopted yet, by hash: in memory only, the last few.
  void keep(rulebook::Pack pack);
  [[nodiscard]] std::vector<rulebook::Pack> uploaded();

 private:
  std::mutex mutex_;
  std::shared_ptr<JobDesk> jobs_;
  Days<service::DayState> days_{limits::states_kept};
  std::vector<rulebook::Pack> packs_;
};

void add_admin_routes(Routes& routes, const std::shared_ptr<AuditDesk>& desk);
void add_support_routes(Routes& routes);

}  // namespace sumi::http
