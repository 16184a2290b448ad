// Bodies that accompany companies: whom they accompany and how far each case is, the help that was applied for, projects that were never certified, an area's credits.
#include "http/routes_audit.h"
#include "http/paper.h"
#include "report/render.h"
#include "service/public_view.h"
#include "service/support_view.h"

namespace sumi::http {

namespace {

using service::Page;
using service::PageQuery;

struct ListQuery {
  PageQuery page;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
  }
};
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

Result<Page<service::AccompaniedCompany>> companies(const Call& call, const ListQuery& query) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  const auto leads = service::lead_times(*book);
  std::vector<service::AccompaniedCompany> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::companies_of(state, call.person(), call.office.clock.now().date_in_japan(), leads); }));
  return service::page_of(std::move(all), query.page, [](const auto& c) { return std::to_string(c.organisation.number.value); });
}

Result<Page<service::HelpLine>> helps(const Call& call, const ListQuery& query) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::vector<service::HelpLine> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::helps_seen(state, *book, call.person(), call.caller.actor, call.office.clock.now().date_in_japan()); }));
  return service::page_of(std::move(all), query.page, [](const auto& h) { return std::to_string(h.project.value) + "/" + std::to_string(static_cast<unsigned>(h.kind)); });
}

Result<Page<service::FollowUpLine>> follow_ups(const Call& call, const ListQuery& query) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  std::vector<service::FollowUpLine> all;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::follow_ups_seen(state, *book, call.person(), call.caller.actor, call.office.clock.now().date_in_japan()); }));
  return service::page_of(std::move(all), query.page, [](const auto& f) { return std::to_string(f.project.value); });
}

}  // namespace

void add_support_routes(Routes& routes) {
  routes.get<ListQuery, Page<service::AccompaniedCompany>>("/api/v1/support/companies", {"支援先の企業とその案件", "Companies that one accompanies, and their cases"}, "support", Right::support_companies, companies);
  routes.get<ListQuery, Page<service::HelpLine>>("/api/v1/support/applications", {"支援の申請", "Applications for help"}, "support", Right::support_companies, helps);
  routes.get<ListQuery, Page<service::FollowUpLine>>("/api/v1/support/follow-ups", {"認証を受けていない案件のフォローアップ", "Projects that were never certified"}, "support", Right::support_companies, follow_ups);
  routes.get<Nothing, service::SupportChoices>("/api/v1/support/choices", {"フォローアップの選択肢", "What a follow-up chooses from"}, "support", Right::support_companies,
      [](const Call& call, const Nothing&) -> Result<service::SupportChoices> {
        SUMI_TRY(const auto book, call.ledger().rulebook());
        return service::support_choices(*book);
      });
  routes.get<AreaQuery, AreaPaper>("/api/v1/support/area", {"地域で創られ使われたクレジット", "Credits made and used in an area"}, "support", Right::signed_in, area);
  routes.file<AreaQuery>("/api/v1/support/area.pdf", {"地域で創られ使われたクレジット(PDF)", "Credits made and used in an area, as PDF"}, "support", Right::signed_in, "application/pdf",
      [](const Call& call, const AreaQuery& query) -> Result<FileAnswer> {
        SUMI_TRY(const auto paper, service::area_view(call.ledger(), query.area));
        SUMI_TRY(auto pdf, paper_pdf(call, paper, call.language == Language::en ? report::Languages::en : report::Languages::ja));
        return FileAnswer{std::move(pdf), "application/pdf", "sumi-area.pdf"};
      });
}

}  // namespace sumi::http
