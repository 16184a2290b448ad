// The verifier's desk: reviews with their papers, the calculation done again, what changed, the statement, and the offline package down and its return up.
#include <algorithm>

#include "base/limits.h"
#include "http/api.h"
#include "http/job_desk.h"
#include "http/list_route.h"
#include "http/queries.h"
#include "http/routes_desk.h"
#include "http/routes_proponent.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/desk_papers.h"
#include "service/form_papers.h"
#include "service/package.h"
#include "service/review_view.h"

namespace sumi::http {

using service::Page;
using service::PageQuery;
using service::ReviewRow;

Result<service::LeadTimes> desk_leads(const Call& call) {
  SUMI_TRY(const auto rulebook, call.ledger().rulebook());
  return service::lead_times(*rulebook);
}

FileAnswer desk_document(std::string bytes, const Hash& hash) {
  // Never run by a browser: what is no PDF is only saved.
  const bool pdf = bytes.starts_with("%PDF-");
  return {std::move(bytes), pdf ? "application/pdf" : "application/octet-stream", hash.to_hex() + (pdf ? ".pdf" : ".bin")};
}

Result<KeptDocument> keep_document(const Call& call, std::string_view body) {
  if (body.empty()) return fail(service::errors::evidence_empty);
  const std::string bytes(body);
  SUMI_TRY(const auto hash, call.ledger().put_evidence(call.organisation(), bytes));
  SUMI_TRY([[maybe_unused]] const auto schemes, call.ledger().put_evidence({}, bytes));
  return KeptDocument{hash, bytes.size()};
}

namespace {

struct ReviewsQuery {
  PageQuery page;
  std::string format, sort;
  std::optional<bool> open;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "open", s.open);
  }
};
struct ReviewQuery {
  ProjectNumber project;
  std::uint32_t report = 0, change = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "change", s.change);
  }
};
struct DocumentQuery {
  ProjectNumber project;
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "hash", s.hash);
  }
};
struct StatementMade {
  Hash statement;
  Hash plan;    // what RecordValidation and ValidateChange name
  Hash trace;   // what RecordVerification names: of the calculation done again
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "statement", s.statement);
    v(Part::open, "plan", s.plan);
    v(Part::open, "trace", s.trace);
  }
};
struct ReturnTaken {
  SequenceNumber entry;
  bool repeated = false;
  ProjectNumber project;
  std::uint32_t report = 0;
  bool positive = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "positive", s.positive);
  }
};

Unexpected no_review(ProjectNumber project) {
  return fail(errors::not_found, {{"what_ja", "審査する案件" + std::to_string(project.value)}, {"what_en", "review of project " + std::to_string(project.value)}});
}

Result<void> must_review(const Call& call, ProjectNumber project) {
  SUMI_TRY(const auto leads, desk_leads(call));
  bool may = false;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { may = service::may_review(state, call.caller.actor, project, state.now().date_in_japan(), leads); }));
  if (!may) return no_review(project);
  return {};
}

Result<std::vector<ReviewRow>> reviews(const Call& call, const ReviewsQuery& query) {
  SUMI_TRY(const auto leads, desk_leads(call));
  std::vector<ReviewRow> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::reviews_of(state, call.caller.actor, state.now().date_in_japan(), leads); }));
  if (query.open) std::erase_if(all, [&](const ReviewRow& r) { return r.open != *query.open; });
  return all;
}

Result<service::ReviewView> review(const Call& call, const ReviewQuery& query) {
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(auto view, service::review_view(call.ledger(), call.caller.actor, {query.project, query.report, query.change}, leads));
  if (!view) return no_review(query.project);
  return *std::move(view);
}

Result<service::ReplayView> replay(const Call& call, const ReportQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  return service::replay_view(call.ledger(), query.project, query.report);
}

Result<service::ChangesView> changes(const Call& call, const ReviewQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  return service::changes_view(call.ledger(), {query.project, query.report, query.change});
}

Result<FileAnswer> document(const Call& call, const DocumentQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  SUMI_TRY(const bool cited, service::cited_by_case(call.ledger(), query.project, query.hash));
  auto bytes = cited ? call.ledger().get_evidence({}, query.hash) : Result<std::string>(fail(errors::not_found));
  if (!bytes) return fail(errors::not_found, {{"what_ja", "資料" + query.hash.to_hex()}, {"what_en", "document " + query.hash.to_hex()}});
  return desk_document(*std::move(bytes), query.hash);
}

// The plan and the report as people read them.
Result<FileAnswer> plan_pdf(const Call& call, const ReviewQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(const auto paper, service::reviewed_plan_paper(call.ledger(), call.caller.actor, {query.project, query.report, query.change}, leads));
  return pdf_answer(call, paper, "plan-" + std::to_string(query.project.value));
}
Result<FileAnswer> report_pdf(const Call& call, const ReportQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  SUMI_TRY(const auto paper, service::report_paper_of(call.ledger(), query.project, query.report));
  SUMI_TRY(const auto head, service::paper_head(call.ledger(), query.project));
  return pdf_answer(call, service::report_paper(paper, head), "report-" + std::to_string(query.project.value) + "-" + std::to_string(query.report));
}

Result<KeptDocument> put_document(const Call& call, const Nothing&, std::string_view body) { return keep_document(call, body); }

std::string statement_name(const service::StatementAsked& asked) {
  return (asked.report != 0 ? "verification-" : "validation-") + std::to_string(asked.project.value) + (asked.report != 0 ? "-" + std::to_string(asked.report) : "");
}

// The statement as it would be filed: nothing is kept.
Result<FileAnswer> statement_draft(const Call& call, const service::StatementAsked& asked) {
  SUMI_CHECK(must_review(call, asked.project));
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(const auto paper, service::statement_paper(call.ledger(), call.caller.actor, asked, leads));
  return pdf_answer(call, paper, statement_name(asked));
}

// The statement filed, with the hashes that the command which records it names. The verifier's own replay is done here.
Result<StatementMade> statement(const Call& call, const Nothing&, const service::StatementAsked& asked) {
  SUMI_CHECK(must_review(call, asked.project));
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(const auto view, service::review_view(call.ledger(), call.caller.actor, {asked.project, asked.report, asked.change}, leads));
  if (!view) return no_review(asked.project);
  SUMI_TRY(const auto paper, service::statement_paper(call.ledger(), call.caller.actor, asked, leads));
  SUMI_TRY(const auto bytes, paper_pdf(call, paper, report::Languages::both));
  SUMI_TRY(const auto kept, keep_document(call, bytes));
  StatementMade made{kept.hash, view->plan, {}};
  if (asked.report != 0) {
    SUMI_TRY(const auto replayed, service::replay_view(call.ledger(), asked.project, asked.report));
    made.trace = replayed.own;
  }
  return made;
}

Result<JobView> package(JobDesk& jobs, const Call& call, const ReportQuery& query) {
  SUMI_CHECK(must_review(call, query.project));
  const auto project = std::to_string(query.project.value), report = std::to_string(query.report);
  DeskWork work;
  work.kind = "package";
  work.title = {"オフライン審査の資料一式(案件" + project + "、報告" + report + ")", "Offline package of project " + project + ", report " + report};
  work.project = query.project;
  work.report = query.report;
  work.act = project + " " + report;
  auto& ledger = call.ledger();
  return jobs.begin(call, work, [&ledger, query, name = "sumi-" + project + "-" + report + ".package"](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
    service::JobResult result;
    SUMI_TRY(result.kept, service::make_package(ledger, query.project, query.report, progress));
    result.name = name;
    result.text = {"資料一式ができました。", "The package was made."};
    return result;
  });
}

Result<ReturnTaken> take_return(const Call& call, const Nothing&, std::string_view body) {
  SUMI_CHECK(service::Identity::may_command(call.who(), "RecordVerification", call.organisation()));
  const std::string text(body);
  SUMI_TRY(const auto read, service::read_return(text, "return"));
  SUMI_CHECK(must_review(call, read.project));
  SUMI_TRY(const auto accepted, service::accept_return(call.ledger(), text, "return", call.person(), call.organisation()));
  return ReturnTaken{accepted.first, accepted.repeated, read.project, read.report, read.positive};
}

}  // namespace

void add_verifier_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  const std::string base = "/api/v1/verifier";
  const Right right = Right::verify_cases;
  using R = ReviewRow;
  add_list<ReviewsQuery, R>(routes, base + "/reviews", {"審査する案件の一覧", "What there is to validate or verify"}, "verifier", right, {"審査", "reviews"},
      {{"種類", "Kind", [](const R& r, Language l) { return l == Language::ja ? r.kind_words.ja : r.kind_words.en; }, false, "kind"}, {"案件", "Project", [](const R& r, Language) { return std::to_string(r.project.value); }, true, "project"},
          {"名称", "Title", [](const R& r, Language) { return r.title; }, false, "title"}, {"状況", "State", [](const R& r, Language l) { return l == Language::ja ? r.state_words.ja : r.state_words.en; }, false, "state"},
          {"から", "Since", [](const R& r, Language) { return r.since.to_string(); }, false, "since"}, {"期日", "Due", [](const R& r, Language) { return r.due ? r.due->to_string() : std::string(); }, false, "due"},
          {"未解決の指摘", "Open findings", [](const R& r, Language) { return std::to_string(r.findings); }, true, "findings"}},
      reviews, [](const R& r) { return r.key; });
  routes.get<ReviewQuery, service::ReviewView>(base + "/reviews/{project}", {"審査する案件の資料と指摘", "A review: papers, evidence, findings, visits, samples"}, "verifier", right, review);
  routes.get<ReviewQuery, service::ChangesView>(base + "/reviews/{project}/changes", {"前の版・前の期間からの違い", "What changed since the version and the period before"}, "verifier", right, changes);
  routes.get<ReportQuery, service::ReplayView>(base + "/reviews/{project}/reports/{report}/replay", {"計算をやり直した結果", "The calculation done again beside the reported one"}, "verifier", right, replay);
  jobs->guard("package", [](const Call& call, const service::JobRow& row) { return must_review(call, row.project); });
  routes.post<ReportQuery, Nothing, JobView>(base + "/reviews/{project}/reports/{report}/package", {"オフライン審査の資料一式を作り始める", "Begins the offline package"}, "verifier", right,
      [jobs](const Call& call, const ReportQuery& query, const Nothing&) { return package(*jobs, call, query); });
  routes.reads();
  routes.want_key();
  routes.file<ReviewQuery>(base + "/reviews/{project}/plan.pdf", {"審査する計画書(PDF)", "The plan under review as a paper"}, "verifier", right, "application/pdf", plan_pdf);
  routes.file<ReportQuery>(base + "/reviews/{project}/reports/{report}/report.pdf", {"審査する報告書(PDF)", "The report under review as a paper"}, "verifier", right, "application/pdf", report_pdf);
  routes.file<DocumentQuery>(base + "/reviews/{project}/documents/{hash}", {"案件の資料", "A document of the case"}, "verifier", right, "application/octet-stream", document);
  routes.upload<Nothing, KeptDocument>(base + "/documents", {"審査の資料を預ける", "Keeps a document of a review"}, "verifier", right, "application/octet-stream", ::sumi::limits::evidence_file_bytes_max, put_document);
  routes.file<service::StatementAsked>(base + "/statement.pdf", {"報告書の下書き", "The statement as it would be filed"}, "verifier", right, "application/pdf", statement_draft);
  routes.post<Nothing, service::StatementAsked, StatementMade>(base + "/statement", {"報告書を作って預ける", "Makes and keeps the statement"}, "verifier", right, statement);
  routes.upload<Nothing, ReturnTaken>(base + "/returns", {"オフライン審査の署名付き結果を登録する", "Takes a signed offline return"}, "verifier", right, "text/plain", 1'000'000, take_return);
  routes.want_key();
}

}  // namespace sumi::http
