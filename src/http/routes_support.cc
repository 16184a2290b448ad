// Bodies that accompany companies: whom they accompany and how far each case is, the help that was applied for, projects that were never certified, an area's credits.
#include "http/queries.h"
#include "http/routes_audit.h"
#include "http/list_route.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/public_view.h"
#include "service/support_view.h"

namespace sumi::http {

namespace {

using service::PageQuery;

struct AreaQuery {
  std::string area;  // 東京都, 東京都墨田区
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "area", s.area); }
};

// The paper's words and tables for a page.
struct AreaRow {
  std::vector<service::Bilingual> cells;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "cells", s.cells); }
};
struct AreaTable {
  service::Bilingual caption;
  std::vector<service::Bilingual> head;
  std::vector<AreaRow> rows;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "caption", s.caption);
    v(Part::open, "head", s.head);
    v(Part::open, "rows", s.rows);
  }
};
struct AreaFact {
  service::Bilingual label, value;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "label", s.label);
    v(Part::open, "value", s.value);
  }
};
struct AreaPaper {
  service::Bilingual title;
  std::vector<service::Bilingual> paragraphs, notes;
  std::vector<AreaFact> facts;
  std::vector<AreaTable> tables;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "title", s.title);
    v(Part::open, "paragraphs", s.paragraphs);
    v(Part::open, "notes", s.notes);
    v(Part::open, "facts", s.facts);
    v(Part::open, "tables", s.tables);
  }
};
service::Bilingual both(const report::Words& words) { return {words.ja, words.en.empty() ? words.ja : words.en}; }

Result<AreaPaper> area(const Call& call, const AreaQuery& query) {
  SUMI_TRY(const auto paper, service::area_view(call.ledger(), query.area));
  AreaPaper out;
  out.title = both(paper.title);
  for (const auto& p : paper.paragraphs) out.paragraphs.push_back(both(p));
  for (const auto& n : paper.notes) out.notes.push_back(both(n));
  for (const auto& section : paper.sections) {
    for (const auto& p : section.paragraphs) out.paragraphs.push_back(both(p));
    for (const auto& f : section.fields) out.facts.push_back({both(f.label), both(f.value.text)});
    for (const auto& t : section.tables) {
      auto& table = out.tables.emplace_back();
      table.caption = both(t.caption.ja.empty() ? section.heading : t.caption);
      for (const auto& column : t.columns) table.head.push_back(both(column.heading));
      auto rows = t.rows;
      if (!t.total.empty()) rows.push_back(t.total);
      for (const auto& row : rows) {
        auto& to = table.rows.emplace_back();
        for (const auto& cell : row) to.cells.push_back(both(cell.text));
      }
    }
  }
  return out;
}

Result<std::vector<service::AccompaniedCompany>> companies(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  const auto leads = service::lead_times(*book);
  std::vector<service::AccompaniedCompany> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::companies_of(state, call.person(), call.office.clock.now().date_in_japan(), leads); }));
  return all;
}

Result<std::vector<service::HelpLine>> helps(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::vector<service::HelpLine> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::helps_seen(state, *book, call.person(), call.caller.actor, call.office.clock.now().date_in_japan()); }));
  return all;
}

Result<std::vector<service::FollowUpLine>> follow_ups(const Call& call, const ListQuery&) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::vector<service::FollowUpLine> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::follow_ups_seen(state, *book, call.person(), call.caller.actor, call.office.clock.now().date_in_japan()); }));
  return all;
}

const std::string& in(const service::Bilingual& words, Language language) { return language == Language::ja ? words.ja : words.en; }
std::string names_of(const std::vector<service::OrganisationBrief>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ";") + one.name;
  return out;
}

void add_lists(Routes& routes) {
  const Right right = Right::support_companies;
  using C = service::AccompaniedCompany;
  add_list<ListQuery, C>(routes, "/api/v1/support/companies", {"支援先の企業とその案件", "Companies that one accompanies, and their cases"}, "support", right, {"支援先", "companies"},
      {{"事業者", "Company", [](const C& c, Language) { return c.organisation.name; }, false, "name"}, {"案件の数", "Cases", [](const C& c, Language) { return std::to_string(c.cases.size()); }, true, "cases"},
          {"案件", "Projects",
              [](const C& c, Language l) {
                std::string out;
                for (const auto& one : c.cases) out += (out.empty() ? "" : ";") + one.project.title + " (" + in(one.stage, l) + ")";
                return out;
              }},
          {"から", "From", [](const C& c, Language) { return c.from.to_string(); }, false, "from"}, {"まで", "Until", [](const C& c, Language) { return c.until.to_string(); }, false, "until"}},
      companies, [](const C& c) { return std::to_string(c.organisation.number.value); });
  using H = service::HelpLine;
  add_list<ListQuery, H>(routes, "/api/v1/support/applications", {"支援の申請", "Applications for help"}, "support", right, {"支援の申請", "applications"},
      {{"案件", "Project", [](const H& h, Language) { return std::to_string(h.project.value); }, true}, {"名称", "Title", [](const H& h, Language) { return h.title; }, false, "title"},
          {"支援の種類", "Kind of help", [](const H& h, Language l) { return in(h.kind_words, l); }, false, "kind"}, {"申請者の区分", "Kind of body", [](const H& h, Language l) { return in(h.body_words, l); }, false, "body"},
          {"見込量(t-CO2/年)", "Expected (t-CO2 a year)", [](const H& h, Language) { return std::to_string(h.tonnes_per_year); }, true, "tonnes_per_year"},
          {"実施者", "Operators", [](const H& h, Language) { return names_of(h.operators); }}, {"申請日", "Applied on", [](const H& h, Language) { return h.applied_on.to_string(); }, false, "applied_on"},
          {"結果", "Outcome",
              [](const H& h, Language l) {
                const bool ja = l == Language::ja;
                if (!h.decided) return std::string(ja ? "審査中" : "waiting");
                return std::string(h.approved ? (ja ? "承認" : "approved") : (ja ? "不承認" : "refused"));
              },
              false, "outcome"},
          {"決定日", "Decided on", [](const H& h, Language) { return h.decided_on ? h.decided_on->to_string() : std::string(); }, false, "decided_on"}},
      helps, [](const H& h) { return std::to_string(h.project.value) + "/" + std::to_string(static_cast<unsigned>(h.kind)); });
  using F = service::FollowUpLine;
  add_list<ListQuery, F>(routes, "/api/v1/support/follow-ups", {"認証を受けていない案件のフォローアップ", "Projects that were never certified"}, "support", right, {"フォローアップ", "follow-ups"},
      {{"案件", "Project", [](const F& f, Language) { return std::to_string(f.project.value); }, true}, {"名称", "Title", [](const F& f, Language) { return f.title; }, false, "title"},
          {"実施者", "Proponents", [](const F& f, Language) { return names_of(f.proponents); }, false, "proponents"},
          {"登録日", "Registered on", [](const F& f, Language) { return f.registered_on.to_string(); }, false, "registered_on"},
          {"登録からの日数", "Days since then", [](const F& f, Language) { return std::to_string(f.days); }, true, "days"},
          {"フォローアップの回数", "Follow-ups", [](const F& f, Language) { return std::to_string(f.follow_ups); }, true, "follow_ups"},
          {"理由", "Reason", [](const F& f, Language l) { return f.reason ? in(*f.reason, l) : std::string(); }}, {"次の手立て", "Next step", [](const F& f, Language l) { return f.next_step ? in(*f.next_step, l) : std::string(); }},
          {"次回", "Next on", [](const F& f, Language) { return f.next_on ? f.next_on->to_string() : std::string(); }, false, "next_on"}},
      follow_ups, [](const F& f) { return std::to_string(f.project.value); });
}

}  // namespace

void add_support_routes(Routes& routes) {
  add_lists(routes);
  routes.get<Nothing, service::SupportChoices>("/api/v1/support/choices", {"フォローアップの選択肢", "What a follow-up chooses from"}, "support", Right::support_companies,
      [](const Call& call, const Nothing&) -> Result<service::SupportChoices> {
        SUMI_TRY(const auto book, call.ledger().rulebook());
        return service::support_choices(*book);
      });
  routes.get<AreaQuery, AreaPaper>("/api/v1/support/area", {"地域で創られ使われたクレジット", "Credits made and used in an area"}, "support", Right::signed_in, area);
  routes.file<AreaQuery>("/api/v1/support/area.pdf", {"地域で創られ使われたクレジット(PDF)", "Credits made and used in an area, as PDF"}, "support", Right::signed_in, "application/pdf",
      [](const Call& call, const AreaQuery& query) -> Result<FileAnswer> {
        SUMI_TRY(const auto paper, service::area_view(call.ledger(), query.area));
        return pdf_answer(call, paper, "sumi-area");
      });
}

}  // namespace sumi::http
