// The secretariat's desk: what is late, whether an application is complete, accreditations, issues, accounts, letters of returns.
#include "base/limits.h"
#include "http/api.h"
#include "http/queries.h"
#include "http/task_list.h"
#include "http/routes_desk.h"
#include "project/names.h"
#include "registry/names.h"
#include "http/paper.h"
#include "report/render.h"
#include "scheme/names.h"
#include "service/config.h"
#include "service/desk_papers.h"
#include "service/desk_view.h"
#include "wire/tree_codec.h"

namespace sumi::http {

namespace {

using service::PageQuery;
using service::Task;

struct TasksQuery {
  PageQuery page;
  std::string format;
  std::optional<service::TaskKind> kind;
  std::optional<bool> overdue;
  std::optional<scheme::Role> role;
  std::string text, sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "kind", s.kind);
    v(Part::open, "overdue", s.overdue);
    v(Part::open, "role", s.role);
    v(Part::open, "text", s.text);
  }
};
struct AccountsQuery {
  PageQuery page;
  std::string format, sort;
  registry::AccountStatus status = registry::AccountStatus::requested;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "status", s.status);
  }
};
struct ApplicationQuery {
  ProjectNumber project;
  std::uint32_t report = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
  }
};
struct ReturnQuery {
  ProjectNumber project;
  std::uint32_t report = 0, number = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
    v(Part::open, "number", s.number);
  }
};

// Everybody's tasks: the secretariat sees what is late wherever it lies.
Result<std::vector<Task>> tasks(const Call& call, const TasksQuery& query) {
  SUMI_TRY(const auto leads, desk_leads(call));
  std::vector<Task> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::all_tasks(state, state.now().date_in_japan(), leads); }));
  std::erase_if(all, [&](const Task& t) {
    return (query.kind && t.kind != *query.kind) || (query.overdue && t.overdue != *query.overdue) || (query.role && t.role != *query.role) ||
           (!query.text.empty() && t.about.find(query.text) == std::string::npos);
  });
  return all;
}

Result<service::CompletenessView> completeness(const Call& call, const ApplicationQuery& query) {
  SUMI_TRY(const auto leads, desk_leads(call));
  SUMI_TRY(auto view, service::completeness_view(call.ledger(), query.project, query.report, leads));
  if (!view) return fail(service::errors::report_not_known, {{"project", std::to_string(query.project.value)}, {"report", std::to_string(query.report)}});
  return *std::move(view);
}

Result<std::vector<service::AccreditationView>> accreditations(const Call& call, const ListQuery&) {
  std::vector<service::AccreditationView> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::accreditations_of(state, {}); }));
  return all;
}

Result<std::vector<service::IssueView>> issues(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto leads, desk_leads(call));
  std::vector<service::IssueView> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::issues_of(state, leads); }));
  return all;
}

Result<std::vector<service::AccountDeskRow>> accounts(const Call& call, const AccountsQuery& query) { return service::accounts_desk(call.ledger(), query.status); }

Result<FileAnswer> return_letter(const Call& call, const ReturnQuery& query) {
  SUMI_TRY(const auto paper, service::return_letter(call.ledger(), query.project, query.report, query.number));
  return pdf_answer(call, paper, "letter-" + paper.number);
}

// The letter of a return, filed so that ReturnForCorrection may name it.
Result<KeptDocument> file_return(const Call& call, const Nothing&, const service::ReturnAsked& asked) {
  SUMI_TRY(const auto paper, service::return_paper(call.ledger(), asked));
  SUMI_TRY(const auto bytes, paper_pdf(call, paper, report::Languages::both));
  return keep_document(call, bytes);
}

// The listed tasks with a due day, whoever they wait for.
Result<FileAnswer> tasks_calendar(const Call& call, const TasksQuery& query) {
  SUMI_TRY(const auto all, tasks(call, query));
  Id128 store;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { store = state.meta().store; }));
  const service::Config defaults;
  const auto base = service::base_url_of(call.office.config != nullptr ? *call.office.config : defaults);
  return FileAnswer{service::inbox_calendar(all, base, store, call.office.clock.now(), call.language), "text/calendar; charset=utf-8", "sumi-deadlines.ics"};
}

std::string day_or_nothing(const std::optional<Date>& day) { return day ? day->to_string() : std::string(); }

}  // namespace

void add_secretariat_routes(Routes& routes) {
  const std::string base = "/api/v1/secretariat";
  const Right right = Right::run_scheme;
  add_list<TasksQuery, Task>(routes, base + "/tasks", {"すべての待っている仕事と期日", "Everything that waits for anybody, with its due days"}, "secretariat", right, {"期日", "due"}, task_columns(), tasks,
      [](const Task& t) { return t.key; });
  routes.file<TasksQuery>(base + "/tasks/calendar.ics", {"期日のカレンダー(iCalendar)", "The listed due days as a calendar (iCalendar)"}, "secretariat", right, "text/calendar; charset=utf-8", tasks_calendar);
  routes.get<ApplicationQuery, service::CompletenessView>(base + "/cases/{project}/completeness", {"申請がそろっているか", "Whether an application is complete"}, "secretariat", right, completeness);
  using A = service::AccreditationView;
  add_list<ListQuery, A>(routes, base + "/accreditations", {"審査機関の登録", "Accreditations of verifiers"}, "secretariat", right, {"審査機関", "accreditations"},
      {{"審査機関", "Body", [](const A& a, Language) { return a.verifier.name; }, false, "verifier"}, {"規格", "Standard", [](const A& a, Language) { return a.standard; }, false, "standard"},
          {"分野", "Sectors", [](const A& a, Language) {
             std::string out;
             for (const auto& s : a.scopes) out += (out.empty() ? "" : ";") + s;
             return out;
           }},
          {"から", "From", [](const A& a, Language) { return a.valid_from.to_string(); }, false, "valid_from"},
          {"まで", "To", [](const A& a, Language) { return a.valid_to.to_string(); }, false, "valid_to"}},
      accreditations, [](const A& a) { return std::to_string(a.verifier.number.value) + "-" + std::to_string(a.number); });
  using I = service::IssueView;
  add_list<ListQuery, I>(routes, base + "/issues", {"発行を待つ認証", "Certifications that wait for their issue"}, "secretariat", right, {"発行を待つ認証", "issues"},
      {{"認証", "Certification", [](const I& i, Language) { return std::to_string(i.certification.value); }, true, "number"}, {"案件", "Project", [](const I& i, Language) { return std::to_string(i.project.value); }, true, "project"},
          {"名称", "Title", [](const I& i, Language) { return i.title; }, false, "title"}, {"回", "Round", [](const I& i, Language) { return std::to_string(i.round); }, true, "round"},
          {"認証日", "Certified on", [](const I& i, Language) { return i.certified_on.to_string(); }, false, "certified_on"}, {"期日", "Due", [](const I& i, Language) { return day_or_nothing(i.due); }, false, "due"}},
      issues, [](const I& i) { return std::to_string(i.certification.value); });
  using D = service::AccountDeskRow;
  add_list<AccountsQuery, D>(routes, base + "/accounts", {"口座の申請と書類", "Accounts with their papers"}, "secretariat", right, {"口座の申請", "account-requests"},
      {{"口座", "Account", [](const D& d, Language) { return std::to_string(d.account.account.value); }, true, "number"}, {"名義", "Holder", [](const D& d, Language) { return d.account.holder.name; }, false, "holder"},
          {"部署等", "Department", [](const D& d, Language) { return d.account.department; }}, {"書類の名義", "Name on the papers", [](const D& d, Language) { return d.holder_name; }},
          {"法人番号", "Corporate number", [](const D& d, Language) { return d.corporate_number; }}, {"書類の日", "Filed on", [](const D& d, Language) { return day_or_nothing(d.filed_on); }, false, "filed_on"}},
      accounts, [](const D& d) { return std::to_string(d.account.account.value); });
  routes.get<Nothing, service::DeskChoices>(base + "/choices", {"様式の選択肢", "From what the forms choose"}, "secretariat", right, [](const Call& call, const Nothing&) -> Result<service::DeskChoices> {
    SUMI_TRY(const auto leads, desk_leads(call));
    return service::desk_choices(call.ledger(), leads);
  });
  routes.upload<Nothing, KeptDocument>(base + "/documents", {"事務局の資料を預ける", "Keeps a document of the secretariat"}, "secretariat", right, "application/octet-stream",
      ::sumi::limits::evidence_file_bytes_max, [](const Call& call, const Nothing&, std::string_view body) { return keep_document(call, body); });
  routes.post<Nothing, service::ReturnAsked, KeptDocument>(base + "/return-letters", {"補正の依頼文を作って預ける", "Makes and keeps the letter of a return"}, "secretariat", right, file_return);
  routes.file<ReturnQuery>(base + "/cases/{project}/returns/{report}/{number}/letter.pdf", {"補正の依頼文", "The letter of a return"}, "secretariat", right, "application/pdf", return_letter);
}

}  // namespace sumi::http
