// What anybody may see: a search over projects, serials, retirements and legal entities, totals as known on any day, an area's credits, Article 6 by party and
// year, and a dump of open data. Holdings are for their owner and the auditor: nothing here says who holds what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/document.h"
#include "service/ledger.h"

namespace sumi::service {

// A name in the form in which names are compared: width, kana, old forms of 株式会社 and the like, spaces and signs make no difference.
// "㈱スミダ ボイラー", "スミダボイラー株式会社" and "すみだぼいらー" are one.
[[nodiscard]] std::string folded_name(std::string_view name);

// Every filter that is given must fit; at least one is needed (service.search_empty).
struct PublicQuery {
  std::string text;     // in names, titles, places, purposes
  std::string serial;   // "3:120", a printed serial, or another programme's
  std::optional<ProjectNumber> project;
  std::string user;     // a name in any spelling, or a corporate number
  std::string purpose;  // key of the rulebook's purposes
  std::optional<Date> from, to;  // of the act: registration, issue, retirement
};
struct PublicHit {
  std::string kind;     // project, batch, retirement, organisation
  std::uint64_t number = 0;
  std::string title;
  std::string detail;
  std::string date;     // ISO; "" where there is none
  std::uint64_t units = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "number", s.number);
    v(Part::open, "title", s.title);
    v(Part::open, "detail", s.detail);
    v(Part::open, "date", s.date);
    v(Part::open, "units", s.units);
  }
};
// Projects by number, then batches, retirements and organisations.
Result<std::vector<PublicHit>> search(const Ledger& ledger, const PublicQuery& query);

// The sums of conservation per batch, and per class of account (口座簿運営省令 第16条: quantity per class, never per holder). As known at the end of that day.
Result<report::Document> public_totals(const Ledger& ledger, std::optional<Date> day);

// Credits made in an area (by the place of their project) and used there (by the user's address as its account's documents give it, or by the place that was
// offset), by kind and fiscal year. `area` is a beginning of an address: a prefecture, or prefecture and municipality (service.area_syntax). What was erased counts as not known.
Result<report::Document> area_view(const Ledger& ledger, const std::string& area);

// Authorisations, first transfers, uses and adjustments with the columns of the UNFCCC's agreed electronic format; one party and year, or all.
Result<report::Document> article6_view(const Ledger& ledger, const std::string& party, std::optional<std::uint32_t> year);

// projects, certifications, batches, retirements, retired_units and organisations as CSV and JSON, and manifest.json with the hash of each file, entry and tree head, and
// the control totals. The files are read back, summed and compared with the state before they are given their name: service.open_data_differs. The folder must
// not stand: service.open_data_stands.
struct OpenData {
  std::uint64_t files = 0, rows = 0;
  SequenceNumber entry;
};
Result<OpenData> write_open_data(const Ledger& ledger, const std::string& folder);
// Whether a dump says what the ledger says now.
Result<void> check_open_data(const Ledger& ledger, const std::string& folder);

}  // namespace sumi::service
