// The proponent's pages: can this become a project, drafts of plans, handing in, own cases, monitoring, evidence.
#include <algorithm>

#include "base/sha256.h"
#include "http/api.h"
#include "http/job_desk.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/routes_proponent.h"
#include "http/queries.h"
#include "service/plan_desk.h"
#include "service/projects.h"
#include "service/report_desk.h"

namespace sumi::http {

Result<void> must_see(const Call& call, ProjectNumber project) {
  bool seen = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { seen = service::may_see(state, call.caller.actor, project); }));
  if (seen) return {};
  return fail(errors::not_found, {{"what_ja", "案件" + std::to_string(project.value)}, {"what_en", "project " + std::to_string(project.value)}});
}

Result<void> must_be_proponent(const Call& call, ProjectNumber project) {
  bool own = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { own = service::is_proponent(state, project, call.organisation()); }));
  if (own) return {};
  return fail(errors::not_found, {{"what_ja", "案件" + std::to_string(project.value)}, {"what_en", "project " + std::to_string(project.value)}});
}

Result<Date> today_of(const Call& call) {
  Date today;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { today = state.now().date_in_japan(); }));
  return today;
}

Result<IdempotencyKey> upload_key(const Call& call, std::string_view act) {
  const auto text = call.request.header("idempotency-key");
  if (text.empty()) return fail(errors::key_missing);
  const Hash hash = sha256(std::string(act) + "\n" + std::string(text) + "\n" + sha256(call.request.body).to_hex());
  IdempotencyKey key;
  std::copy_n(hash.bytes.begin(), key.bytes.size(), key.bytes.begin());
  return key;
}

namespace {

using service::PageQuery;
using service::PlanDesk;
using store::DraftNumber;

struct DraftQuery {
  DraftNumber draft;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "draft", s.draft); }
};
struct DraftVersionQuery {
  DraftNumber draft;
  std::uint32_t version = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "draft", s.draft);
    v(Part::open, "version", s.version);
  }
};
struct CompareQuery {
  DraftNumber draft;
  std::uint32_t before = 0, after = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "draft", s.draft);
    v(Part::open, "before", s.before);
    v(Part::open, "after", s.after);
  }
};
// The beginning of a draft: the wizard's answers, a project's filed plan, or a plan as it is (an import).
struct NewDraft {
  std::optional<service::StartAsked> start;
  bool programme = false;
  ProjectNumber project;
  std::optional<Tree> plan;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "start", s.start);
    v(Part::open, "programme", s.programme);
    v(Part::open, "project", s.project);
    v(Part::open, "plan", s.plan);
  }
};
struct SavedPlan {
  Tree plan;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "plan", s.plan); }
};
struct RestoreVersion {
  std::uint32_t version = 0;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "version", s.version); }
};
struct HandIn {
  ProjectNumber project;              // 0: a new one
  std::optional<Date> business_date;  // handed in on paper before; default: today
  std::optional<service::PlanChange> change;  // of a registered project: a change of its plan, which is proposed
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "business_date", s.business_date);
    v(Part::open, "change", s.change);
  }
};
struct FormQuery {
  bool programme = false;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "programme", s.programme); }
};
struct ApplicationQuery {
  ProjectNumber project;
  std::optional<Date> on;  // of the application; default: today
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "on", s.on);
  }
};
struct PeriodQuery {
  ProjectNumber project;
  std::optional<Period> period;  // "2026-04-01..2027-03-31"
  Hash members;                  // of a programme
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "period", s.period);
    v(Part::open, "members", s.members);
  }
};
struct EvidenceQuery {
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "hash", s.hash); }
};
struct EvidenceView {
  Hash hash;
  std::uint64_t bytes = 0;
  std::string cited;  // as data and plans cite it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "hash", s.hash);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "cited", s.cited);
  }
};
struct VersionsView {
  std::vector<service::DraftVersionView> items;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "items", s.items); }
};
struct DifferencesView {
  std::vector<service::PlanDifference> items;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "items", s.items); }
};
struct ApplicationView {
  Date on;
  std::vector<project::RuleFinding> findings;
  std::vector<project::RuleAnswer> answers;  // what ApplyForRegistration carries
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "on", s.on);
    v(Part::open, "findings", s.findings);
    v(Part::open, "answers", s.answers);
  }
};

PlanDesk desk_of(const Call& call) { return {call.ledger(), call.person(), call.organisation()}; }

void tag_with(const Call& call, const service::DraftView& draft) { call.headers.emplace_back("etag", "\"" + std::to_string(draft.version) + "\""); }

// The version that If-Match names.
Result<std::uint32_t> version_of(const Call& call) {
  const auto text = call.request.header("if-match");
  if (text.empty()) return fail(errors::etag_missing);
  std::uint32_t version = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9' && version < 100'000'000) version = version * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return version;
}

template <class T>
Result<T> stale_as_412(Result<T> result) {
  if (!result && qualified_name(*result.error().def) == "service.draft_stale") return fail(errors::etag_stale);
  return result;
}

Result<service::DraftView> new_draft(const Call& call, const Nothing&, const NewDraft& in) {
  const Instant now = call.office.clock.now();
  if (in.project) {
    SUMI_CHECK(must_be_proponent(call, in.project));
    return desk_of(call).make_of(in.project, now);
  }
  if (in.plan) return desk_of(call).make(*in.plan, now);
  return desk_of(call).make_from(in.start.value_or(service::StartAsked{}), in.programme, now);
}

Result<service::DraftView> get_draft(const Call& call, const DraftQuery& query) {
  SUMI_TRY(auto draft, desk_of(call).draft(query.draft));
  tag_with(call, draft);
  return draft;
}

Result<service::DraftView> save_draft(const Call& call, const DraftQuery& query, const SavedPlan& in) {
  SUMI_TRY(const auto from, version_of(call));
  SUMI_TRY(auto draft, stale_as_412(desk_of(call).save(query.draft, from, in.plan, call.office.clock.now())));
  tag_with(call, draft);
  return draft;
}

Result<service::DraftView> restore_draft(const Call& call, const DraftQuery& query, const RestoreVersion& in) {
  SUMI_TRY(const auto from, version_of(call));
  SUMI_TRY(auto draft, stale_as_412(desk_of(call).restore(query.draft, from, in.version, call.office.clock.now())));
  tag_with(call, draft);
  return draft;
}

Result<service::HandedIn> hand_in(const Call& call, const DraftQuery& query, const HandIn& in) {
  SUMI_TRY(const auto from, version_of(call));
  SUMI_CHECK(service::Identity::may_command(call.who(), in.change ? "ProposeChange" : in.project ? "RevisePlan" : "DraftProject", call.organisation()));
  SUMI_CHECK(may_date(call, in.business_date));
  return stale_as_412(desk_of(call).hand_in(query.draft, from, in.project, in.business_date, in.change));
}

Result<std::vector<service::CaseRow>> cases(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  const auto leads = service::lead_times(*book);
  std::vector<service::CaseRow> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::cases_of(state, call.organisation(), leads); }));
  return all;
}

Result<service::CaseView> one_case(const Call& call, const ProjectQuery& query) {
  SUMI_CHECK(must_see(call, query.project));
  SUMI_TRY(const auto book, call.ledger().rulebook());
  SUMI_TRY(auto view, service::case_view(call.ledger(), query.project, call.organisation(), service::lead_times(*book)));
  if (!view) return fail(errors::not_found, {{"what_ja", "案件"}, {"what_en", "project"}});
  view->certification = service::certification_codes(*book, view->head.project.methodologies);
  return *std::move(view);
}

Result<ApplicationView> application(const Call& call, const ApplicationQuery& query) {
  SUMI_CHECK(must_be_proponent(call, query.project));
  SUMI_TRY(const auto today, today_of(call));
  ApplicationView view;
  view.on = query.on.value_or(today);
  SUMI_TRY(const auto eligibility, service::registration_answers(call.ledger(), query.project, view.on));
  view.findings = eligibility.findings;
  view.answers = eligibility.answers();
  return view;
}

Result<service::ReportAsked> asked_of(const Call& call, const PeriodQuery& query, std::string_view body) {
  SUMI_CHECK(must_be_proponent(call, query.project));
  if (!query.period) return fail(errors::query_syntax, {{"text", "period"}});
  return service::ReportAsked{query.project, *query.period, std::string(body), query.members, call.person(), call.organisation()};
}

DeskWork report_work(const PeriodQuery& query, bool submit) {
  const auto number = std::to_string(query.project.value);
  DeskWork work;
  work.kind = submit ? "monitoring" : "monitoring_check";
  work.title = submit ? service::Bilingual{"モニタリング報告書の提出(案件" + number + ")", "Monitoring report of project " + number}
                      : service::Bilingual{"モニタリングデータの確認(案件" + number + ")", "Check of monitoring data of project " + number};
  work.project = query.project;
  work.act = number + " " + query.period->to_string() + " " + query.members.to_hex();
  return work;
}

Result<JobView> check_data(JobDesk& jobs, const Call& call, const PeriodQuery& query, std::string_view body) {
  SUMI_TRY(auto asked, asked_of(call, query, body));
  auto& ledger = call.ledger();
  return jobs.begin(call, report_work(query, false),
      [&ledger, asked = std::move(asked)](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
        SUMI_TRY(const auto check, service::check_report(ledger, asked, progress));
        return job_answer(check, check.complete ? service::Bilingual{"提出できます。削減量は " + check.total.value + " t-CO2 です。", "It can be handed in: " + check.total.value + " t-CO2."}
                                                : service::Bilingual{"直すところがあります。", "Something must be mended."});
      },
      body.size());
}

Result<JobView> submit_data(JobDesk& jobs, const Call& call, const PeriodQuery& query, std::string_view body) {
  SUMI_TRY(auto asked, asked_of(call, query, body));
  SUMI_CHECK(service::Identity::may_command(call.who(), "SubmitReport", call.organisation()));
  SUMI_TRY(const auto key, upload_key(call, "SubmitReport " + std::to_string(query.project.value) + " " + query.period->to_string() + " " + query.members.to_hex()));
  auto& ledger = call.ledger();
  return jobs.begin(call, report_work(query, true),
      [&ledger, asked = std::move(asked), key](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
        SUMI_TRY(const auto done, service::hand_in_report(ledger, asked, key, progress));
        const auto report = std::to_string(done.report);
        return job_answer(done, {"報告書" + report + "を提出しました(" + done.total.value + " t-CO2)。", "Report " + report + " was handed in (" + done.total.value + " t-CO2)."});
      },
      body.size());
}

Result<FileAnswer> data_template(const Call& call, const PeriodQuery& query) {
  SUMI_CHECK(must_see(call, query.project));
  if (!query.period) return fail(errors::query_syntax, {{"text", "period"}});
  SUMI_TRY(auto text, service::monitoring_template(call.ledger(), query.project, *query.period));
  // With a byte order mark: Excel reads it as UTF-8.
  return FileAnswer{"\xEF\xBB\xBF" + std::move(text), "text/csv; charset=utf-8", "monitoring-" + query.period->to_string() + ".csv"};
}

Result<EvidenceView> put_evidence(const Call& call, const Nothing&, std::string_view body) {
  SUMI_CHECK(service::Identity::may_command(call.who(), "SubmitReport", call.organisation()));
  SUMI_TRY(const auto hash, service::keep_evidence(call.ledger(), call.organisation(), std::string(body)));
  return EvidenceView{hash, body.size(), "sha256:" + hash.to_hex()};
}

// One's own organisation's: never opened by the browser, only saved.
Result<FileAnswer> get_evidence(const Call& call, const EvidenceQuery& query) {
  auto bytes = call.ledger().get_evidence(call.organisation(), query.hash);
  if (!bytes) return fail(errors::not_found, {{"what_ja", "資料" + query.hash.to_hex()}, {"what_en", "document " + query.hash.to_hex()}});
  return FileAnswer{*std::move(bytes), "application/octet-stream", query.hash.to_hex() + ".bin"};
}

void add_drafts(Routes& routes) {
  const std::string base = "/api/v1/proponent/drafts";
  using D = service::DraftView;
  add_list<ListQuery, D>(routes, base, {"計画書の下書きの一覧", "Drafts of plans"}, "proponent", Right::plan_projects, {"計画書の下書き", "drafts"},
      {{"下書き", "Draft", [](const D& d, Language) { return std::to_string(d.draft.value); }, true, "number"}, {"名称", "Title", [](const D& d, Language) { return d.title; }, false, "title"},
          {"方法論", "Methodology", [](const D& d, Language) { return d.methodology; }, false, "methodology"}, {"版", "Version", [](const D& d, Language) { return std::to_string(d.version); }, true, "version"},
          {"提出した案件", "Handed in for", [](const D& d, Language) { return d.project ? std::to_string(d.project.value) : std::string(); }, true, "project"},
          {"更新", "Changed", [](const D& d, Language) { return d.changed.to_string(); }, false, "changed"}},
      [](const Call& call, const ListQuery&) { return desk_of(call).list(); }, [](const D& d) { return std::to_string(d.draft.value); });
  routes.post<Nothing, NewDraft, service::DraftView>(base, {"下書きを始める", "Begins a draft"}, "proponent", Right::plan_projects, new_draft);
  routes.get<DraftQuery, service::DraftView>(base + "/{draft}", {"下書き", "A draft"}, "proponent", Right::plan_projects, get_draft);
  routes.put<DraftQuery, SavedPlan, service::DraftView>(base + "/{draft}", {"下書きを保存する(If-Match)", "Saves a draft (If-Match)"}, "proponent", Right::plan_projects, save_draft);
  routes.remove<DraftQuery, Nothing>(base + "/{draft}", {"下書きを消す", "Removes a draft"}, "proponent", Right::plan_projects,
      [](const Call& call, const DraftQuery& query) { return desk_of(call).remove(query.draft); });
  routes.get<DraftQuery, VersionsView>(base + "/{draft}/versions", {"下書きの版", "Versions of a draft"}, "proponent", Right::plan_projects,
      [](const Call& call, const DraftQuery& query) -> Result<VersionsView> {
        SUMI_TRY(auto items, desk_of(call).versions(query.draft));
        return VersionsView{std::move(items)};
      });
  routes.get<CompareQuery, DifferencesView>(base + "/{draft}/differences", {"二つの版の違い", "What differs between two versions"}, "proponent", Right::plan_projects,
      [](const Call& call, const CompareQuery& query) -> Result<DifferencesView> {
        SUMI_TRY(auto items, desk_of(call).compare(query.draft, query.before, query.after));
        return DifferencesView{std::move(items)};
      });
  routes.post<DraftQuery, RestoreVersion, service::DraftView>(base + "/{draft}/restore", {"以前の版に戻す(If-Match)", "An earlier version again (If-Match)"}, "proponent", Right::plan_projects, restore_draft);
  routes.get<DraftQuery, service::DraftCheck>(base + "/{draft}/check", {"下書きを確認する", "Checks a draft"}, "proponent", Right::plan_projects,
      [](const Call& call, const DraftQuery& query) { return desk_of(call).check(query.draft); });
  routes.post<DraftQuery, HandIn, service::HandedIn>(base + "/{draft}/hand-in", {"計画書を提出する(If-Match)", "Hands a plan in (If-Match)"}, "proponent", Right::plan_projects, hand_in);
  routes.want_key();
}

void add_cases(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  const std::string base = "/api/v1/proponent/cases";
  using C = service::CaseRow;
  add_list<ListQuery, C>(routes, base, {"自分の案件の一覧", "One's own cases"}, "proponent", Right::plan_projects, {"案件", "cases"},
      {{"案件", "Case", [](const C& c, Language) { return std::to_string(c.project.project.value); }, true, "number"}, {"名称", "Title", [](const C& c, Language) { return c.project.title; }, false, "title"},
          {"段階", "Stage", [](const C& c, Language l) { return l == Language::ja ? c.stage_words.ja : c.stage_words.en; }, false, "stage"},
          {"見込量(t-CO2)", "Expected (t-CO2)", [](const C& c, Language) { return c.project.expected.value; }, true, "expected"},
          {"認証量(t-CO2)", "Certified (t-CO2)", [](const C& c, Language) { return c.project.certified.value; }, true, "certified"},
          {"待っている仕事", "What waits",
              [](const C& c, Language l) {
                std::string out;
                for (const auto& task : c.waiting) out += (out.empty() ? "" : ";") + (l == Language::ja ? task.ja : task.en);
                return out;
              }},
          {"次の期日", "Next due day",
              [](const C& c, Language) {
                for (const auto& task : c.waiting) {
                  if (task.due) return task.due->to_string();
                }
                return std::string();
              },
              false, "due"}},
      cases, [](const C& c) { return std::to_string(c.project.project.value); });
  routes.get<ProjectQuery, service::CaseView>(base + "/{project}", {"案件の経過・指摘・資料", "A case: what happened, findings, papers"}, "proponent", Right::see_cases, one_case);
  routes.get<ApplicationQuery, ApplicationView>(base + "/{project}/application", {"登録申請の要件の答え", "The rules' answers for the application"}, "proponent", Right::plan_projects, application);
  routes.get<ProjectQuery, service::MonitoringView>(base + "/{project}/monitoring", {"モニタリングの状況", "Monitoring: what was reported and what is due"}, "proponent", Right::see_cases,
      [](const Call& call, const ProjectQuery& query) -> Result<service::MonitoringView> {
        SUMI_CHECK(must_see(call, query.project));
        return service::monitoring_view(call.ledger(), query.project);
      });
  routes.file<PeriodQuery>(base + "/{project}/monitoring/template", {"モニタリングデータの空の表", "An empty table for monitoring data"}, "proponent", Right::see_cases, "text/csv; charset=utf-8", data_template);
  const auto own_case = [](const Call& call, const service::JobRow& row) { return must_be_proponent(call, row.project); };
  for (const char* kind : {"monitoring_check", "monitoring"}) jobs->guard(kind, own_case);
  routes.upload<PeriodQuery, JobView>(base + "/{project}/monitoring/check", {"モニタリングデータを確認し始める", "Begins to check monitoring data"}, "proponent", Right::plan_projects, "text/csv",
      ::sumi::limits::evidence_file_bytes_max, [jobs](const Call& call, const PeriodQuery& query, std::string_view body) { return check_data(*jobs, call, query, body); });
  routes.reads();
  routes.want_key();
  routes.upload<PeriodQuery, JobView>(base + "/{project}/monitoring/submit", {"モニタリング報告書を提出し始める", "Begins to submit a monitoring report"}, "proponent", Right::plan_projects, "text/csv",
      ::sumi::limits::evidence_file_bytes_max, [jobs](const Call& call, const PeriodQuery& query, std::string_view body) { return submit_data(*jobs, call, query, body); });
  routes.want_key();
  routes.get<ReportQuery, service::ReportView>(base + "/{project}/reports/{report}", {"報告書と計算の過程", "A report and its calculation"}, "proponent", Right::see_cases,
      [](const Call& call, const ReportQuery& query) -> Result<service::ReportView> {
        SUMI_CHECK(must_see(call, query.project));
        return service::report_view(call.ledger(), query.project, query.report);
      });
}

}  // namespace

void add_proponent_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  routes.post<Nothing, service::StartAsked, service::StartView>("/api/v1/proponent/eligibility", {"プロジェクトにできるか", "Can this become a project?"}, "proponent", Right::everyone,
      [](const Call& call, const Nothing&, const service::StartAsked& asked) -> Result<service::StartView> {
        SUMI_TRY(const auto book, call.ledger().rulebook());
        SUMI_TRY(const auto today, today_of(call));
        return service::start_view(*book, today, asked);
      });
  routes.get<FormQuery, service::PlanFormView>("/api/v1/proponent/plan-form", {"計画書の様式", "The plan's form"}, "proponent", Right::everyone,
      [](const Call&, const FormQuery& query) -> Result<service::PlanFormView> { return service::plan_form(query.programme); });
  add_drafts(routes);
  add_cases(routes, jobs);
  routes.upload<Nothing, EvidenceView>("/api/v1/proponent/evidence", {"根拠資料を預ける", "Keeps evidence"}, "proponent", Right::plan_projects, "application/octet-stream",
      ::sumi::limits::evidence_file_bytes_max, put_evidence);
  routes.file<EvidenceQuery>("/api/v1/proponent/evidence/{hash}", {"預けた根拠資料", "Evidence that was kept"}, "proponent", Right::see_cases, "application/octet-stream", get_evidence);
}

}  // namespace sumi::http
