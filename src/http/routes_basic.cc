// What every user of the server begins with: whether it is well, what store it is, who may do what, organisations, projects, accounts.
#include <algorithm>

#include "base/version.h"
#include "http/list_route.h"
#include "http/metrics.h"
#include "http/queries.h"
#include "project/names.h"
#include "registry/names.h"
#include "registry/words.h"
#include "scheme/names.h"
#include "service/account_view.h"
#include "service/opened_view.h"
#include "service/organisations_view.h"
#include "service/papers.h"
#include "service/public_view.h"
#include "wire/commands.h"

namespace sumi::http {

void add_console_routes(Routes& routes);

namespace {

using service::PageQuery;

struct Health {
  std::string status;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "status", s.status); }
};

struct StoreView {
  std::string operator_name;
  scheme::StoreKind kind = scheme::StoreKind::demo;
  Id128 store;
  Instant now;               // of the store: a demo's own time may stand still
  SequenceNumber entries;
  Hash tree_head;
  Hash log_key;              // Ed25519 public key of the log; its fingerprint is in /api/v1/journal/key
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "operator_name", s.operator_name);
    v(Part::open, "kind", s.kind);
    v(Part::open, "store", s.store);
    v(Part::open, "now", s.now);
    v(Part::open, "entries", s.entries);
    v(Part::open, "tree_head", s.tree_head);
    v(Part::open, "log_key", s.log_key);
  }
};

struct RightView {
  std::string key;
  service::Bilingual words;
  std::vector<scheme::Role> roles;
  bool second_factor = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "words", s.words);
    v(Part::open, "roles", s.roles);
    v(Part::open, "second_factor", s.second_factor);
  }
};
struct CommandRight {
  std::string command;
  std::vector<scheme::Role> roles;
  bool second_factor = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "command", s.command);
    v(Part::open, "roles", s.roles);
    v(Part::open, "second_factor", s.second_factor);
  }
};
struct RightsView {
  std::vector<RightView> rights;
  std::vector<CommandRight> commands;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rights", s.rights);
    v(Part::open, "commands", s.commands);
  }
};

struct AccountsQuery {
  PageQuery page;
  std::string text;  // in the name
  std::string format, sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "text", s.text);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
  }
};
struct OrganisationsQuery {
  PageQuery page;
  std::string text;  // in the name, its reading or the corporate number
  std::string format, sort;
  bool same_corporate_number = false;  // only those whose number another has
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "text", s.text);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
    v(Part::open, "same_corporate_number", s.same_corporate_number);
  }
};
struct ProjectsQuery {
  PageQuery page;
  std::string format;       // json (default), csv, xlsx
  std::string text;         // in title, place and proponents' names
  std::string methodology;  // EN-S-001
  std::string prefecture;   // the beginning of the place
  std::string type;         // normal, programme
  std::string stage;        // "" = registered ones
  OrganisationNumber proponent;
  std::string sort;         // number (default), -number, title, -registered_on, -certified
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "text", s.text);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "prefecture", s.prefecture);
    v(Part::open, "type", s.type);
    v(Part::open, "stage", s.stage);
    v(Part::open, "proponent", s.proponent);
    v(Part::open, "sort", s.sort);
  }
};
struct AccountQuery {
  AccountNumber account;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "account", s.account); }
};
Result<StoreView> store_view(const Call& call, const Nothing&) {
  StoreView view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto& meta = state.meta();
    view.operator_name = meta.operator_name;
    view.kind = meta.kind;
    view.store = meta.store;
    view.now = meta.now;
    const auto keys = service::log_keys_of(state);
    view.log_key = keys.empty() ? meta.log_key : keys.back();
  }));
  SUMI_TRY(const auto head, call.ledger().head());
  view.entries = SequenceNumber{head.size};
  view.tree_head = head.root;
  return view;
}

Result<RightsView> rights_view(const Call&, const Nothing&) {
  RightsView view;
  for (const auto& row : service::rights()) view.rights.push_back({std::string(row.key), {std::string(row.ja), std::string(row.en)}, row.roles, row.second_factor});
  for (const auto name : wire::command_names()) {
    view.commands.push_back({std::string(name), service::roles_for_command(name), service::Identity::needs_second_factor(name)});
  }
  return view;
}

Result<std::vector<service::OrganisationView>> organisations(const Call& call, const OrganisationsQuery& query) {
  std::vector<service::OrganisationView> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::organisations_of(state, query.text, query.same_corporate_number); }));
  return all;
}

bool fits(const service::ProjectView& view, const ProjectsQuery& query, const std::string& wanted) {
  if (query.stage.empty() ? view.stage != project::ProjectStage::registered && view.official_number == 0 && !view.registered_on : wire::word_of(view.stage) != query.stage) return false;
  if (!query.methodology.empty() && std::find(view.methodologies.begin(), view.methodologies.end(), query.methodology) == view.methodologies.end()) return false;
  if (!query.prefecture.empty() && !view.place.starts_with(query.prefecture)) return false;
  if (!query.type.empty() && wire::word_of(view.type) != query.type) return false;
  if (query.proponent && std::none_of(view.proponents.begin(), view.proponents.end(), [&](const auto& p) { return p.number == query.proponent; })) return false;
  if (wanted.empty()) return true;
  std::string text = view.title + " " + view.place;
  for (const auto& p : view.proponents) text += " " + p.name;
  return service::folded_name(text).find(wanted) != std::string::npos;
}

std::uint64_t tonnes(const service::Amount& amount) { return std::stoull(amount.value); }

void sort_projects(std::vector<service::ProjectView>& all, std::string_view by) {
  const bool down = by.starts_with('-');
  if (down) by.remove_prefix(1);
  std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    const auto& x = down ? b : a;
    const auto& y = down ? a : b;
    if (by == "title") return x.title < y.title;
    if (by == "registered_on") return x.registered_on < y.registered_on;
    if (by == "certified") return tonnes(x.certified) < tonnes(y.certified);
    return x.project < y.project;
  });
}

Result<std::vector<service::ProjectView>> projects(const Call& call, const ProjectsQuery& query) {
  std::vector<service::ProjectView> all;
  const std::string wanted = service::folded_name(query.text);
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto opened = service::opened_by_project(state);
    for (const auto& [number, row] : state.cases().projects) {
      // Before registration a case is its parties' own.
      if (!service::is_registered(state, number) && !service::may_see(state, call.caller.actor, number)) continue;
      if (auto view = service::project_view(state, number, opened); view && fits(*view, query, wanted)) all.push_back(*std::move(view));
    }
  }));
  sort_projects(all, query.sort);
  return all;
}

void add_project_list(Routes& routes) {
  const auto joined = [](const auto& items, auto text) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ";") + std::string(text(item));
    return out;
  };
  using P = service::ProjectView;
  add_list<ProjectsQuery, P>(routes, "/api/v1/projects", {"案件の一覧", "Projects"}, "projects", Right::everyone, {"プロジェクト", "projects"},
      {{"番号", "Number", [](const P& p, Language) { return std::to_string(p.project.value); }}, {"登録番号", "Registered number", [](const P& p, Language) { return p.official_number == 0 ? std::string() : std::to_string(p.official_number); }},
          {"型", "Type", [](const P& p, Language l) { return std::string(p.type == project::ProjectType::programme ? (l == Language::ja ? "プログラム型" : "programme") : (l == Language::ja ? "通常型" : "normal")); }},
          {"名称", "Title", [](const P& p, Language) { return p.title; }}, {"実施者", "Proponents", [joined](const P& p, Language) { return joined(p.proponents, [](const auto& o) { return o.name; }); }},
          {"場所", "Place", [](const P& p, Language) { return p.place; }}, {"方法論", "Methodologies", [joined](const P& p, Language) { return joined(p.methodologies, [](const auto& m) { return m; }); }},
          {"認証対象期間の開始", "Crediting period from", [](const P& p, Language) { return p.crediting_period ? p.crediting_period->first.to_string() : std::string(); }},
          {"認証対象期間の終了", "Crediting period to", [](const P& p, Language) { return p.crediting_period ? p.crediting_period->last.to_string() : std::string(); }},
          {"登録日", "Registered on", [](const P& p, Language) { return p.registered_on ? p.registered_on->to_string() : std::string(); }},
          {"見込量(t-CO2)", "Expected (t-CO2)", [](const P& p, Language) { return p.expected.value; }, true}, {"認証量(t-CO2)", "Certified (t-CO2)", [](const P& p, Language) { return p.certified.value; }, true}},
      projects, [](const P& p) { return std::to_string(p.project.value); });
}

Result<service::ProjectView> project(const Call& call, const ProjectQuery& query) {
  std::optional<service::ProjectView> view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    if (service::is_registered(state, query.project) || service::may_see(state, call.caller.actor, query.project)) view = service::project_view(state, query.project);
  }));
  if (!view) return fail(errors::not_found, {{"what_ja", "案件" + std::to_string(query.project.value)}, {"what_en", "project " + std::to_string(query.project.value)}});
  return *std::move(view);
}

Result<service::AccountView> account(const Call& call, const AccountQuery& query) {
  std::optional<service::AccountView> view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    if (service::may_see(state, call.caller.actor, query.account)) view = service::account_view(state, query.account);
  }));
  if (!view) return fail(errors::not_found, {{"what_ja", "口座" + std::to_string(query.account.value)}, {"what_en", "account " + std::to_string(query.account.value)}});
  return *std::move(view);
}

Result<std::vector<service::AccountView>> accounts(const Call& call, const AccountsQuery& query) {
  std::vector<service::AccountView> all;
  const std::string wanted = service::folded_name(query.text);
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.registry().accounts()) {
      if (!service::may_see(state, call.caller.actor, number)) continue;
      auto view = service::account_view(state, number);
      if (!wanted.empty() && service::folded_name(view->holder.name + " " + view->department).find(wanted) == std::string::npos) continue;
      all.push_back(*std::move(view));
    }
  }));
  return all;
}

void add_organisation_list(Routes& routes) {
  using O = service::OrganisationView;
  add_list<OrganisationsQuery, O>(routes, "/api/v1/organisations", {"事業者の一覧", "Organisations"}, "registry", Right::everyone, {"事業者", "organisations"},
      {{"番号", "Number", [](const O& o, Language) { return std::to_string(o.organisation.value); }, true, "number"}, {"名称", "Name", [](const O& o, Language) { return o.name; }, false, "name"},
          {"法人番号", "Corporate number", [](const O& o, Language) { return o.corporate_number; }, false, "corporate_number"},
          {"法人番号が同じ事業者", "Others with this corporate number",
              [](const O& o, Language) {
                std::string out;
                for (const auto other : o.same_corporate_number) out += (out.empty() ? "" : ";") + std::to_string(other.value);
                return out;
              }}},
      organisations, [](const O& o) { return std::to_string(o.organisation.value); });
}

void add_account_list(Routes& routes) {
  using A = service::AccountView;
  add_list<AccountsQuery, A>(routes, "/api/v1/accounts", {"見られる口座の一覧", "Accounts that one may see"}, "registry", Right::see_accounts, {"口座", "accounts"},
      {{"口座", "Account", [](const A& a, Language) { return std::to_string(a.account.value); }, true, "number"}, {"名義", "Holder", [](const A& a, Language) { return a.holder.name; }, false, "holder"},
          {"部署等", "Department", [](const A& a, Language) { return a.department; }, false, "department"}, {"種類", "Kind", [](const A& a, Language l) { return said(words_of(a.kind), l); }, false, "kind"},
          {"状態", "Status", [](const A& a, Language l) { return said(words_of(a.status), l); }, false, "status"},
          {"残高", "Balances",
              [](const A& a, Language) {
                std::string out;
                for (const auto& b : a.balances) out += (out.empty() ? "" : ";") + b.held.value + " " + b.held.unit;
                return out;
              }}},
      accounts, [](const A& a) { return std::to_string(a.account.value); });
}

// The OpenAPI file, made once.
void add_openapi(Routes& routes) {
  RouteWords words = routes.begin<Nothing>(Method::get, "/api/v1/openapi.json", {"このAPIの記述", "The description of this API"}, "about", Right::everyone);
  words.response = Tree::make_table();
  const auto made = std::make_shared<std::once_flag>();
  const auto text = std::make_shared<std::string>();
  routes.raw(std::move(words),
      [&routes, made, text](const std::shared_ptr<Call>&, const Respond& respond) {
        std::call_once(*made, [&] { *text = wire::to_json(routes.openapi(version()), false); });
        Response response;
        response.shared_body = text;
        respond(std::move(response));
      },
      0);
}

// Counts for Prometheus: for this machine only, since they tell how much is going on.
void add_metrics(Routes& routes) {
  RouteWords words = routes.begin<Nothing>(Method::get, "/metrics", {"計測値(Prometheus)", "Metrics for Prometheus"}, "about", Right::everyone);
  words.response_type = Metrics::content_type;
  routes.raw(std::move(words),
      [](const std::shared_ptr<Call>& call, const Respond& respond) {
        const auto peer = call->request.peer;
        const bool here = peer.starts_with("127.") || peer == "::1" || peer.starts_with("::ffff:127.");
        if (!here || call->office.metrics == nullptr) return Routes::answer(*call, respond, fail(errors::route_unknown, {{"path", "/metrics"}}));
        Response response;
        response.content_type = Metrics::content_type;
        response.body = call->office.metrics->text();
        respond(std::move(response));
      },
      0);
}

}  // namespace

void add_basic_routes(Routes& routes) {
  add_openapi(routes);
  add_metrics(routes);
  routes.get<Nothing, Health>("/healthz", {"動いているか", "Whether the server runs"}, "about", Right::everyone, [](const Call&, const Nothing&) -> Result<Health> { return Health{"ok"}; },
      Pace::fast);
  routes.get<Nothing, Health>("/readyz", {"台帳が答えられるか", "Whether the ledger answers"}, "about", Right::everyone,
      [](const Call& call, const Nothing&) -> Result<Health> {
        SUMI_CHECK(call.ledger().read([](const scheme::State&) {}));
        return Health{"ready"};
      });
  routes.get<Nothing, StoreView>("/api/v1/store", {"この台帳", "This store"}, "about", Right::everyone, store_view, Pace::fast);
  routes.get<Nothing, RightsView>("/api/v1/rights", {"役割ごとの権限", "What each role may do"}, "about", Right::everyone, rights_view);
  add_organisation_list(routes);
  add_project_list(routes);
  routes.get<ProjectQuery, service::ProjectView>("/api/v1/projects/{project}", {"案件", "A project"}, "projects", Right::everyone, project, Pace::fast);
  add_account_list(routes);
  routes.get<AccountQuery, service::AccountView>("/api/v1/accounts/{account}", {"口座と残高", "An account and what it holds"}, "registry", Right::see_accounts, account, Pace::fast);
  add_console_routes(routes);
}

}  // namespace sumi::http
