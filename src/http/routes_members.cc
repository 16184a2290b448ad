// Members of programmes, shares of the income, help that was applied for, and the forms as papers.
#include <algorithm>

#include "base/text.h"
#include "http/api.h"
#include "http/job_desk.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/routes_proponent.h"
#include "project/names.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/case_view.h"
#include "service/form_papers.h"
#include "service/member_desk.h"
#include "service/plan_desk.h"
#include "service/projects.h"

namespace sumi::http {

using service::Page;
using service::PageQuery;

namespace {

struct MembersQuery {
  ProjectNumber project;
  PageQuery page;
  std::string text, status, list, sort, format;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "text", s.text);
    v(Part::open, "status", s.status);
    v(Part::open, "list", s.list);
    v(Part::open, "sort", s.sort);
    v(Part::open, "format", s.format);
  }
};
struct ProjectOnly {
  ProjectNumber project;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "project", s.project); }
};
struct MemberQuery {
  ProjectNumber project;
  std::uint64_t member = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "member", s.member);
  }
};
struct MatchesView {
  std::vector<service::MemberMatchView> items;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "items", s.items); }
};
struct ChangeTaken {
  SequenceNumber entry;
  bool repeated = false;
  std::uint64_t matches = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "matches", s.matches);
  }
};
struct PaperQuery {
  ProjectNumber project;
  std::uint32_t report = 0;
  std::string language;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "language", s.language);
  }
};
struct PlanPaperQuery {
  ProjectNumber project;
  std::string language;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "language", s.language);
  }
};
struct DraftPaperQuery {
  store::DraftNumber draft;
  std::string language;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "draft", s.draft);
    v(Part::open, "language", s.language);
  }
};
struct SupportRowView {
  ProjectNumber project;
  std::string title;
  project::SupportKind kind = project::SupportKind::plan_writing;
  project::BodyKind body = project::BodyKind::small_company;
  Date applied_on;
  bool decided = false, approved = false;
  std::string ground;
  std::optional<Date> decided_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "title", s.title);
    v(Part::open, "kind", s.kind);
    v(Part::open, "body", s.body);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "decided", s.decided);
    v(Part::open, "approved", s.approved);
    v(Part::open, "ground", s.ground);
    v(Part::open, "decided_on", s.decided_on);
  }
};
struct SupportView {
  std::vector<SupportRowView> items;
  std::vector<service::WordChoice> kinds, bodies;  // that may be applied for
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "items", s.items);
    v(Part::open, "kinds", s.kinds);
    v(Part::open, "bodies", s.bodies);
  }
};

// Rows before the page; a cursor is their number.
Result<std::size_t> place_of(const std::string& cursor) {
  std::size_t place = 0;
  for (const char c : cursor) {
    if (c < '0' || c > '9' || place > 10'000'000) return fail(errors::cursor_syntax, {{"text", cursor.substr(0, 80)}});
    place = place * 10 + static_cast<std::size_t>(c - '0');
  }
  return place;
}

wire::ListFile members_file(const std::vector<service::MemberView>& members, Language language) {
  const bool ja = language == Language::ja;
  wire::ListFile file;
  file.sheet = ja ? "会員" : "members";
  file.head = ja ? std::vector<std::string>{"会員番号", "登録簿の番号", "氏名又は名称", "住所", "入会申込日", "開始日", "対象期間", "区分", "状態", "終了日"}
                 : std::vector<std::string>{"member", "register", "name", "address", "applied_on", "start", "period", "list", "status", "ended_on"};
  for (const auto& m : members) {
    file.rows.push_back({m.own, std::to_string(m.member), m.name, m.address, m.applied_on.to_string(), m.start.to_string(), m.period.to_string(), m.list, std::string(project::name_of(m.status)),
        m.ended_on ? m.ended_on->to_string() : ""});
  }
  return file;
}

// A page with its names; or all of them as a file.
Result<Response> members(const Call& call) {
  SUMI_TRY(const auto query, Routes::read_query<MembersQuery>(call));
  SUMI_CHECK(must_see(call, query.project));
  SUMI_TRY(const auto numbers, service::members_asked(call.ledger(), {query.project, query.text, query.status, query.list, query.sort}));
  if (!query.format.empty() && query.format != "json") {
    SUMI_TRY(const auto all, service::member_views(call.ledger(), query.project, numbers, 0, numbers.size()));
    return list_answer(members_file(all, call.language), {"会員", "members"}, query.format, call.language);
  }
  SUMI_TRY(const auto from, place_of(query.page.cursor));
  const std::size_t limit = std::clamp<std::size_t>(query.page.limit, 1, 500);
  Page<service::MemberView> page;
  SUMI_TRY(page.items, service::member_views(call.ledger(), query.project, numbers, from, limit));
  page.total = static_cast<std::uint32_t>(numbers.size());
  if (from + limit < numbers.size()) page.next = std::to_string(from + limit);
  return Routes::json_response(page);
}

service::Bilingual list_words(const service::ListReport& report) {
  const auto count = [](std::uint64_t n) { return group_digits(std::to_string(n)); };
  const auto wrong = static_cast<std::uint64_t>(std::ranges::count_if(report.report, [](const auto& row) { return !row.good; }));
  if (report.repeated) return {"この名簿は登録済みです(" + count(report.taken) + "人)。", "This list was taken before (" + count(report.taken) + " members)."};
  if (report.taken != 0) return {count(report.taken) + "人の会員を登録しました。", count(report.taken) + " members were taken."};
  if (wrong != 0) return {"直すところのある行があります。何も登録していません。", "Some rows must be mended. Nothing was taken."};
  if (!report.findings.empty()) return {"名簿に直すところがあります。何も登録していません。", "The list must be mended. Nothing was taken."};
  return {count(report.rows) + "行のすべてを登録できます。まだ何も登録していません。", "All " + count(report.rows) + " rows are good. Nothing was taken yet."};
}

Result<JobView> list_of(JobDesk& jobs, const Call& call, const ProjectOnly& query, std::string_view body, bool take) {
  SUMI_CHECK(must_be_proponent(call, query.project));
  if (take) SUMI_CHECK(service::Identity::may_command(call.who(), "AdmitMembers", call.organisation()));
  const auto number = std::to_string(query.project.value);
  DeskWork work;
  work.kind = take ? "member_list" : "member_check";
  work.title = take ? service::Bilingual{"会員名簿の登録(案件" + number + ")", "Members of project " + number} : service::Bilingual{"会員名簿の確認(案件" + number + ")", "Check of a list of members of project " + number};
  work.project = query.project;
  work.act = number;
  auto& ledger = call.ledger();
  return jobs.begin(call, work,
      [&ledger, asked = service::ListAsked{query.project, std::string(body), call.person(), call.organisation(), take}](const service::Jobs::Progress& progress) -> Result<service::JobResult> {
        SUMI_TRY(const auto report, service::member_list(ledger, asked, progress));
        return job_answer(report, list_words(report));
      },
      body.size());
}

Result<ChangeTaken> change(const Call& call, const MemberQuery& query, const service::MemberChange& in) {
  SUMI_CHECK(must_be_proponent(call, query.project));
  SUMI_CHECK(service::Identity::may_command(call.who(), "ChangeMember", call.organisation()));
  SUMI_TRY(auto request, service::member_change(call.ledger(), query.project, query.member, in));
  SUMI_TRY(request.key, upload_key(call, "ChangeMember " + std::to_string(query.project.value) + " " + std::to_string(query.member)));
  request.actor = call.person();
  request.on_behalf_of = call.organisation();
  SUMI_TRY(const auto accepted, call.ledger().submit(std::move(request)));
  return ChangeTaken{accepted.first, accepted.repeated, std::get<project::MemberChanged>(accepted.outcomes.at(0)).matches.size()};
}

Result<service::ShareView> shares(const Call& call, const ProjectOnly& query, const service::ShareAsked& in) {
  SUMI_CHECK(must_be_proponent(call, query.project));
  return service::share_view(call.ledger(), query.project, in);
}

service::WordChoice choice(std::string_view value, const char* ja, const char* en) { return {std::string(value), {ja, en}}; }

Result<SupportView> support(const Call& call, const Nothing&) {
  SupportView view;
  using project::BodyKind;
  using project::SupportKind;
  view.kinds = {choice(project::name_of(SupportKind::plan_writing), "計画書作成支援", "Help with writing the plan"),
      choice(project::name_of(SupportKind::validation_cost), "妥当性確認費用の支援", "Cost of the validation"), choice(project::name_of(SupportKind::verification_cost), "検証費用の支援", "Cost of the verification")};
  view.bodies = {choice(project::name_of(BodyKind::small_company), "中小企業者", "Small company"), choice(project::name_of(BodyKind::local_government), "地方公共団体", "Local government"),
      choice(project::name_of(BodyKind::public_interest), "公益法人等", "Body of public interest"), choice(project::name_of(BodyKind::other), "その他", "Other")};
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    for (const auto& [key, row] : state.cases().support.helps) {
      if (!service::is_proponent(state, key.project, call.organisation())) continue;
      const auto* plan = state.cases().current_plan(key.project);
      view.items.push_back({key.project, plan->head.title, key.kind, row.body, row.applied_on, row.decided, row.approved, row.ground, row.decided ? std::optional(row.decided_on) : std::nullopt});
    }
  }));
  return view;
}

constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<project::Plan> filed(const Call& call, ProjectNumber project) {
  SUMI_CHECK(must_see(call, project));
  SUMI_TRY(const auto book, call.ledger().rulebook());
  SUMI_TRY(auto plan, service::filed_plan(call.ledger(), project, *book));
  return std::move(plan.plan);
}

void add_papers(Routes& routes) {
  const std::string base = "/api/v1/proponent/cases/{project}";
  routes.file<PlanPaperQuery>(base + "/plan.pdf", {"プロジェクト計画書(PDF)", "The plan as a paper"}, "proponent", Right::see_cases, "application/pdf", [](const Call& call, const PlanPaperQuery& query) -> Result<FileAnswer> {
    SUMI_TRY(const auto plan, filed(call, query.project));
    SUMI_TRY(const auto head, service::paper_head(call.ledger(), query.project));
    return pdf_answer(call, service::plan_paper(plan, head), "plan-" + std::to_string(query.project.value));
  });
  routes.file<PlanPaperQuery>(base + "/plan.xlsx", {"プロジェクト計画書(XLSX)", "The plan as a workbook"}, "proponent", Right::see_cases, xlsx_type, [](const Call& call, const PlanPaperQuery& query) -> Result<FileAnswer> {
    SUMI_TRY(const auto plan, filed(call, query.project));
    return FileAnswer{wire::list_xlsx(service::plan_sheet(plan, call.language)), xlsx_type, "plan-" + std::to_string(query.project.value) + ".xlsx"};
  });
  routes.file<PaperQuery>(base + "/reports/{report}/report.pdf", {"モニタリング報告書(PDF)", "The report as a paper"}, "proponent", Right::see_cases, "application/pdf", [](const Call& call, const PaperQuery& query) -> Result<FileAnswer> {
    SUMI_CHECK(must_see(call, query.project));
    SUMI_TRY(const auto paper, service::report_paper_of(call.ledger(), query.project, query.report));
    SUMI_TRY(const auto head, service::paper_head(call.ledger(), query.project));
    return pdf_answer(call, service::report_paper(paper, head), "report-" + std::to_string(query.project.value) + "-" + std::to_string(query.report));
  });
  const auto draft = [](const Call& call, store::DraftNumber number) { return service::PlanDesk(call.ledger(), call.person(), call.organisation()).plan(number); };
  routes.file<DraftPaperQuery>("/api/v1/proponent/drafts/{draft}/plan.pdf", {"下書きの計画書(PDF)", "A draft as a paper"}, "proponent", Right::plan_projects, "application/pdf",
      [draft](const Call& call, const DraftPaperQuery& query) -> Result<FileAnswer> {
        SUMI_TRY(const auto plan, draft(call, query.draft));
        SUMI_TRY(const auto head, service::paper_head(call.ledger(), {}));
        return pdf_answer(call, service::plan_paper(plan, head), "draft-" + std::to_string(query.draft.value));
      });
  routes.file<DraftPaperQuery>("/api/v1/proponent/drafts/{draft}/plan.xlsx", {"下書きの計画書(XLSX)", "A draft as a workbook"}, "proponent", Right::plan_projects, xlsx_type,
      [draft](const Call& call, const DraftPaperQuery& query) -> Result<FileAnswer> {
        SUMI_TRY(const auto plan, draft(call, query.draft));
        return FileAnswer{wire::list_xlsx(service::plan_sheet(plan, call.language)), xlsx_type, "draft-" + std::to_string(query.draft.value) + ".xlsx"};
      });
}

}  // namespace

void add_member_routes(Routes& routes, const std::shared_ptr<JobDesk>& jobs) {
  const std::string base = "/api/v1/proponent/cases/{project}";
  const auto own_case = [](const Call& call, const service::JobRow& row) { return must_be_proponent(call, row.project); };
  for (const char* kind : {"member_check", "member_list"}) jobs->guard(kind, own_case);
  RouteWords words = routes.begin<MembersQuery>(Method::get, base + "/members", {"会員の一覧", "Members of a programme"}, "proponent", Right::see_cases);
  words.response = wire::schema_of<Page<service::MemberView>>(wire::Direction::written, routes.components());
  routes.raw(std::move(words), [&routes](const std::shared_ptr<Call>& call, Respond respond) { routes.background(call, std::move(respond), members); }, 0);
  routes.get<ProjectOnly, MatchesView>(base + "/matches", {"似ている会員", "Members that look alike"}, "proponent", Right::see_cases, [](const Call& call, const ProjectOnly& query) -> Result<MatchesView> {
    SUMI_CHECK(must_see(call, query.project));
    SUMI_TRY(auto items, service::member_matches(call.ledger(), query.project, call.organisation(), call.caller.actor.has(scheme::Role::secretariat)));
    return MatchesView{std::move(items)};
  });
  routes.upload<ProjectOnly, JobView>(base + "/members/check", {"会員名簿を確認し始める", "Begins to check a list of members"}, "proponent", Right::plan_projects, "text/csv", ::sumi::limits::evidence_file_bytes_max,
      [jobs](const Call& call, const ProjectOnly& query, std::string_view body) { return list_of(*jobs, call, query, body, false); });
  routes.reads();
  routes.want_key();
  routes.upload<ProjectOnly, JobView>(base + "/members/admit", {"会員名簿を登録し始める", "Begins to take a list of members"}, "proponent", Right::plan_projects, "text/csv", ::sumi::limits::evidence_file_bytes_max,
      [jobs](const Call& call, const ProjectOnly& query, std::string_view body) { return list_of(*jobs, call, query, body, true); });
  routes.want_key();
  routes.post<MemberQuery, service::MemberChange, ChangeTaken>(base + "/members/{member}/change", {"会員の変更", "Changes a member"}, "proponent", Right::plan_projects, change);
  routes.want_key();
  routes.post<ProjectOnly, service::ShareAsked, service::ShareView>(base + "/shares", {"クレジット収益の配分", "Shares of the income"}, "proponent", Right::plan_projects, shares);
  routes.reads();
  routes.get<Nothing, SupportView>("/api/v1/proponent/support", {"支援の申請", "Help that was applied for"}, "proponent", Right::plan_projects, support);
  add_papers(routes);
}

}  // namespace sumi::http
