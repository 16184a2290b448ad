// What an account holds, line by line: one line per run of serials that are alike in everything one can see of them (where they came from, whether they are free or wait,
// which labels and restrictions lie on them). For the account's owner, its agents, the secretariat and the auditor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/rulebook.h"
#include "service/account_view.h"

namespace sumi::service {

// What lies on serials: a restriction of disposal, a label, a record of Article 6.
enum class MarkKind : std::uint8_t { dispute = 1, seizure = 2, trust = 3, suspended = 4, corresponding_adjustment = 5, eligible = 6, authorised = 7, first_transferred = 8, adjustment = 9 };
[[nodiscard]] std::span<const std::pair<std::string_view, MarkKind>> enum_names(MarkKind);
struct UnitMark {
  MarkKind kind = MarkKind::dispute;
  Bilingual words;
  std::string detail;   // the scheme, the host ...
  Date from;
  bool blocks = false;  // the units cannot leave the account
  std::uint64_t number = 0;  // of the restriction or the authorisation; 0 of a label
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kind", s.kind);
    v(Part::open, "words", s.words);
    v(Part::open, "detail", s.detail);
    v(Part::open, "from", s.from);
    v(Part::open, "blocks", s.blocks);
    v(Part::open, "number", s.number);
  }
  friend bool operator==(const UnitMark& a, const UnitMark& b) { return a.kind == b.kind && a.detail == b.detail && a.from == b.from && a.number == b.number; }
};
// A block of another programme's serials.
struct ImportView {
  std::string serial;  // as it came
  std::string programme;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "serial", s.serial);
    v(Part::open, "programme", s.programme);
    v(Part::open, "document", s.document);
  }
};

enum class HoldingState : std::uint8_t { free = 1, waits_retirement = 2, waits_offer = 3 };
[[nodiscard]] std::span<const std::pair<std::string_view, HoldingState>> enum_names(HoldingState);

struct HoldingLine {
  std::string id;       // "7:1": batch and first serial
  HoldingView units_of; // whose reductions these are
  registry::SerialRange range;
  std::string serials;  // as printed
  std::string programme_code, place;
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  CertificationNumber certification;
  Date issued_on;
  HoldingState state = HoldingState::free;
  RetirementNumber retirement;  // that the units wait for
  OfferNumber offer;
  std::vector<UnitMark> marks;
  std::optional<ImportView> import;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    HoldingView::fields(s.units_of, v);
    v(Part::open, "range", s.range);
    v(Part::open, "serials", s.serials);
    v(Part::open, "programme_code", s.programme_code);
    v(Part::open, "place", s.place);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "certification", s.certification);
    v(Part::open, "issued_on", s.issued_on);
    v(Part::open, "state", s.state);
    v(Part::open, "retirement", s.retirement);
    v(Part::open, "offer", s.offer);
    v(Part::open, "marks", s.marks);
    v(Part::open, "import", s.import);
  }
  [[nodiscard]] bool blocked() const;
};

// Every line, in picking order (oldest vintage first, then certification number, then serial), what waits behind what is free.
[[nodiscard]] std::vector<HoldingLine> holdings_of(const scheme::State& state, const rulebook::Rulebook& book, AccountNumber account);
// The lines of given ranges, cut where a mark begins or ends; they are taken to be free.
[[nodiscard]] std::vector<HoldingLine> lines_of(const scheme::State& state, const rulebook::Rulebook& book, const std::vector<registry::SerialRange>& ranges);

struct HoldingFilter {
  std::string text;  // in the project's title, its place, the methodology, the printed serials
  std::string unit_kind, crediting_programme, credit_type, methodology, state;
  ProjectNumber project;
  BatchNumber batch;
  FiscalYear vintage;
  std::string serial;  // one number: the lines that hold it
  std::string marked;  // "yes": only lines on which something lies
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "text", s.text);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "crediting_programme", s.crediting_programme);
    v(Part::open, "credit_type", s.credit_type);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "state", s.state);
    v(Part::open, "project", s.project);
    v(Part::open, "batch", s.batch);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "serial", s.serial);
    v(Part::open, "marked", s.marked);
  }
};
[[nodiscard]] bool fits(const HoldingLine& line, const HoldingFilter& filter);
// "" keeps picking order; vintage, project, methodology, issued_on, units, serials; "-" in front turns it round. Lines that are equal keep their order.
void sort_holdings(std::vector<HoldingLine>& lines, std::string_view by);

enum class HoldingGroup : std::uint8_t { kind = 1, project = 2, vintage = 3, methodology = 4 };
[[nodiscard]] std::span<const std::pair<std::string_view, HoldingGroup>> enum_names(HoldingGroup);
// One sum: kinds of units never add, so a group has one per kind.
struct HoldingSum {
  std::string key;    // what the list is filtered by: a credit type, a project's number, a fiscal year, a methodology
  Bilingual words;
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  Amount free, waiting, blocked;  // blocked: of the free ones
  std::uint32_t lines = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "words", s.words);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "free", s.free);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "blocked", s.blocked);
    v(Part::open, "lines", s.lines);
  }
};
[[nodiscard]] std::vector<HoldingSum> sums_of(const std::vector<HoldingLine>& lines, HoldingGroup by);

}  // namespace sumi::service
