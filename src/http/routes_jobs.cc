// Jobs: one's own with their results, and the list that the auditor and the administrator see.
#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"
#include "base/words.h"
#include "http/api.h"
#include "http/job_desk.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/routes_proponent.h"
#include "http/routes_transfers.h"
#include "service/limits.h"
#include "service/member_desk.h"
#include "service/report_desk.h"

namespace sumi::http {
namespace fs = std::filesystem;

namespace {

using service::JobRow;
using service::JobState;
using service::Page;
using service::PageQuery;
using Desk = std::shared_ptr<JobDesk>;

struct JobQuery {
  std::uint64_t job = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "job", s.job); }
};
struct JobsQuery {
  PageQuery page;
  std::string format, sort;
  std::string kind;   // check, backup, bundle ...
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "kind", s.kind);
  }
};
struct OwnJobsQuery {
  PageQuery page;
  std::string format, sort;
  std::string kind;
  std::optional<bool> open;       // true: that wait or run
  ProjectNumber project;          // 0: of all
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "kind", s.kind);
    v(Part::open, "open", s.open);
    v(Part::open, "project", s.project);
  }
};
// A job with what it gave: one of these by its kind, when it is done; `problem` where it was refused.
struct OwnJob : JobView {
  std::optional<Tree> problem;                            // a problem document (RFC 9457)
  std::optional<service::ListReport> member_list;         // member_check, member_list
  std::optional<BulkView> transfers;                      // transfer_check, transfers
  std::optional<service::ReportCheck> monitoring_check;
  std::optional<service::ReportHandedIn> monitoring;
  template <class Self, class V> static void fields(Self& s, V& v) {
    JobView::fields(s, v);
    v(Part::open, "problem", s.problem);
    v(Part::open, "member_list", s.member_list);
    v(Part::open, "transfers", s.transfers);
    v(Part::open, "monitoring_check", s.monitoring_check);
    v(Part::open, "monitoring", s.monitoring);
  }
};

// The field of OwnJob in which the answer of such a work stands.
std::string_view answer_field(std::string_view kind) {
  if (kind == "member_check" || kind == "member_list") return "member_list";
  if (kind == "transfer_check" || kind == "transfers") return "transfers";
  if (kind == "monitoring_check" || kind == "monitoring") return kind;
  return {};
}

bool open_still(const JobRow& row) { return row.state == JobState::waiting || row.state == JobState::running; }
bool sees_all_jobs(const Call& call) { return service::allowed(Right::audit, call.caller.actor, true); }

// A desk's work is its organisation's as much as its person's.
bool is_own(const Call& call, const JobRow& row) { return row.by == call.person() && (!row.desk || row.organisation == call.organisation()); }

Unexpected no_job(std::uint64_t number) { return fail(errors::not_found, {{"what_ja", "処理" + std::to_string(number)}, {"what_en", "job " + std::to_string(number)}}); }

Result<JobRow> own_job(const Desk& desk, const Call& call, std::uint64_t number) {
  const auto row = desk->jobs(call).find(number);
  if (!row || !is_own(call, *row)) return no_job(number);
  // A token that may only write sees what it began itself.
  const auto& token = call.who().token;
  if (token && row->token != token->id.value && !service::Identity::may_read(call.who())) return no_job(number);
  return *row;
}

// Whether what it gave may still be seen.
bool shown(const Desk& desk, const Call& call, const JobRow& row) {
  const auto* guard = desk->guard_of(row.kind);
  return guard == nullptr || (*guard)(call, row);
}

// The answer was written by the description of its type when the work ended: it is put in as it stands.
Result<Response> own_job_answer(const Desk& desk, const Call& call, const JobQuery& query) {
  SUMI_TRY(const auto row, own_job(desk, call, query.job));
  const bool refused = row.state == JobState::failed;
  const std::string_view field = refused ? "problem" : answer_field(row.kind);
  OwnJob view;
  static_cast<JobView&>(view) = job_view(row);
  Response response = Routes::json_response(view);
  if (!row.desk || open_still(row) || row.cut_off || field.empty()) return response;
  if (!shown(desk, call, row)) return no_job(query.job);
  const auto kept = desk->jobs(call).kept(query.job);
  if (!kept) return response;
  response.body.pop_back();  // the object's end
  response.body.append(",\"").append(field).append("\":").append(*kept).append("}");
  return response;
}

Result<FileAnswer> own_job_file(const Desk& desk, const Call& call, const JobQuery& query) {
  SUMI_TRY(const auto row, own_job(desk, call, query.job));
  const auto none = [] { return fail(errors::not_found, {{"what_ja", "この処理のファイル"}, {"what_en", "file of this job"}}); };
  if (!row.desk || row.result.name.empty() || !shown(desk, call, row)) return none();
  auto kept = desk->jobs(call).kept(query.job);
  if (!kept) return none();
  return FileAnswer{*std::move(kept), "application/octet-stream", row.result.name};
}

// What a bundle holds is the auditor's, also for who began it and has the role no longer.
Result<FileAnswer> bundle_file(const Desk& desk, const Call& call, const JobQuery& query) {
  const auto row = desk->jobs(call).find(query.job);
  if (!row || row->desk) return no_job(query.job);
  if (row->result.file.empty()) return fail(errors::not_found, {{"what_ja", "この処理のファイル"}, {"what_en", "file of this job"}});
  const auto folder = desk->jobs(call).folder();
  const std::string path = (folder.empty() ? (fs::temp_directory_path() / "sumi-jobs").string() : folder) + "/" + row->result.file;
  auto bytes = read_file(path, limits::job_file_bytes_max);
  if (!bytes) return fail(errors::job_file, {{"name", row->result.name}});
  return FileAnswer{*std::move(bytes), "application/zip", row->result.name};
}

std::vector<ListColumn<JobView>> job_columns() {
  using J = JobView;
  return {{"処理", "Job", [](const J& j, Language) { return j.id; }, true, "number"}, {"始めた時刻", "Asked", [](const J& j, Language) { return j.asked.to_string(); }, false, "asked"},
      {"内容", "What", [](const J& j, Language l) { return l == Language::ja ? j.title.ja : j.title.en; }, false, "what"}, {"始めた人", "By", [](const J& j, Language) { return j.login; }, false, "by"},
      {"状態", "State",
          [](const J& j, Language l) {
            constexpr std::array<Words, 4> table{{{"waiting", "待っている", "waiting"}, {"running", "処理中", "running"}, {"done", "終わった", "done"}, {"failed", "完了できなかった", "failed"}}};
            return said(word_at(table, j.state), l);
          },
          false, "state"},
      {"終わった時刻", "Ended", [](const J& j, Language) { return j.ended ? j.ended->to_string() : std::string(); }, false, "ended"},
      {"結果", "Result", [](const J& j, Language l) { return l == Language::ja ? j.ja : j.en; }}};
}

template <class F> std::vector<JobView> listed(const Desk& desk, const Call& call, F takes) {
  std::vector<JobView> all;
  for (const auto& row : desk->jobs(call).all()) {
    if (takes(row)) all.push_back(job_view(row));
  }
  return all;
}

}  // namespace

service::Jobs& JobDesk::jobs(const Call& call) {
  const std::lock_guard lock(mutex_);
  if (!jobs_) {
    const auto& folder = call.ledger().folder();
    jobs_ = std::make_unique<service::Jobs>(folder.empty() ? std::string() : folder + "/jobs", call.office.clock);
  }
  return *jobs_;
}

Result<JobView> JobDesk::begin(const Call& call, const DeskWork& asked, std::function<Result<service::JobResult>(const service::Jobs::Progress&)> work, std::size_t bytes) {
  const auto header = call.request.header("idempotency-key");
  if (header.empty()) return fail(errors::key_missing);
  service::DeskJob job;
  job.kind = asked.kind;
  job.title = asked.title;
  job.by = call.person();
  job.login = call.who().login;
  job.organisation = call.organisation();
  job.project = asked.project;
  job.report = asked.report;
  job.key = sha256(asked.kind + " " + asked.act + "\n" + std::string(header) + "\n" + sha256(call.request.body).to_hex());
  job.token = call.who().token ? call.who().token->id.value : 0;
  job.bytes = bytes;
  // A refusal keeps its whole problem document: what is wrong stands at its line.
  const auto row = jobs(call).begin(job, [work = std::move(work), path = std::string(call.request.path)](const service::Jobs::Progress& progress, const std::string&) -> Result<service::JobResult> {
    auto result = work(progress);
    if (result) return result;
    service::JobResult refused;
    refused.refused = true;
    refused.text = {sentence(result.error(), Language::ja), sentence(result.error(), Language::en)};
    refused.kept = Routes::problem(result.error(), path).body;
    return refused;
  });
  if (!row) return fail(errors::jobs_too_many, {{"limit", std::to_string(service::limits::jobs_open_max)}});
  return job_view(*row);
}

JobView job_view(const JobRow& row) {
  JobView view;
  view.id = std::to_string(row.number);
  view.kind = row.kind;
  view.state = row.state;
  view.done = row.done;
  if (row.total != 0) view.total = row.total;
  const auto& words = row.state == JobState::failed ? row.failure : row.state == JobState::done ? row.result.text : row.title;
  view.ja = words.ja;
  view.en = words.en;
  view.title = row.title;
  view.login = row.login;
  view.asked = row.asked;
  view.ended = row.ended;
  view.cut_off = row.cut_off;
  view.project = row.project;
  view.report = row.report;
  if (row.desk && !row.result.name.empty()) view.result = "/api/v1/own/jobs/" + view.id + "/file";
  if (!row.desk && !row.result.file.empty()) view.result = "/api/v1/jobs/" + view.id + "/file";
  view.check = row.result.check;
  return view;
}

void add_job_routes(Routes& routes, const std::shared_ptr<JobDesk>& desk) {
  const auto key = [](const JobView& job) { return job.id; };
  const auto all = [desk](const Call& call, const JobsQuery& query) -> Result<std::vector<JobView>> {
    return listed(desk, call, [&](const JobRow& row) { return (is_own(call, row) || sees_all_jobs(call)) && (query.kind.empty() || row.kind == query.kind); });
  };
  add_list<JobsQuery, JobView>(routes, "/api/v1/jobs", {"時間のかかる処理の一覧", "Work in progress and done"}, "jobs", Right::signed_in, {"処理", "jobs"}, job_columns(), all, key);
  routes.get<JobQuery, JobView>("/api/v1/jobs/{job}", {"処理の進み具合", "How far a job is"}, "jobs", Right::signed_in, [desk](const Call& call, const JobQuery& query) -> Result<JobView> {
    const auto row = desk->jobs(call).find(query.job);
    if (!row || (!is_own(call, *row) && !sees_all_jobs(call))) return no_job(query.job);
    return job_view(*row);
  });
  routes.file<JobQuery>("/api/v1/jobs/{job}/file", {"台帳の束のファイル", "The file of a bundle of the journal"}, "jobs", Right::audit, "application/zip",
      [desk](const Call& call, const JobQuery& query) { return bundle_file(desk, call, query); });
  add_list<OwnJobsQuery, JobView>(routes, "/api/v1/own/jobs", {"自分の処理の一覧", "One's own work, in progress and done"}, "jobs", Right::signed_in, {"自分の処理", "own-jobs"}, job_columns(),
      [desk](const Call& call, const OwnJobsQuery& query) -> Result<std::vector<JobView>> {
        return listed(desk, call, [&](const JobRow& row) {
          return is_own(call, row) && (query.kind.empty() || row.kind == query.kind) && (!query.project || row.project == query.project) && (!query.open || *query.open == open_still(row));
        });
      },
      key);
  RouteWords words = routes.begin<JobQuery>(Method::get, "/api/v1/own/jobs/{job}", {"自分の処理の進み具合と結果", "How far one's own job is, and what it gave"}, "jobs", Right::signed_in);
  words.response = wire::schema_of<OwnJob>(wire::Direction::written, routes.components());
  routes.raw(std::move(words),
      [&routes, desk](const std::shared_ptr<Call>& call, Respond respond) {
        routes.background(call, std::move(respond), [desk](const Call& c) -> Result<Response> {
          SUMI_TRY(const auto query, Routes::read_query<JobQuery>(c));
          return own_job_answer(desk, c, query);
        });
      },
      0);
  routes.any_token();
  routes.file<JobQuery>("/api/v1/own/jobs/{job}/file", {"自分の処理が作ったファイル", "The file that one's own job made"}, "jobs", Right::signed_in, "application/octet-stream",
      [desk](const Call& call, const JobQuery& query) { return own_job_file(desk, call, query); });
  routes.any_token();
}

}  // namespace sumi::http
