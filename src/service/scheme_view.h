// The scheme at a glance, for everybody: how many projects and certifications, how many tonnes were certified, are held, were used, by year, methodology and type,
// and how far it is to the target. Sums only: nothing here says who holds what.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/names.h"
#include "service/ledger.h"
#include "service/view.h"

namespace sumi::service {

// One line of a list of figures. What a list does not tell by its key is absent ("projects are not told by vintage").
struct SchemeLine {
  std::string key;
  Bilingual title;
  std::optional<std::uint64_t> projects;
  std::optional<std::uint64_t> certifications;
  std::optional<Amount> certified;
  std::optional<Amount> issued;   // came into the registry
  std::optional<Amount> held;     // in accounts, waiting, or in the buffer
  std::optional<Amount> used;     // retired, used for a state's target, cancelled
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "title", s.title);
    v(Part::open, "projects", s.projects);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "certified", s.certified);
    v(Part::open, "issued", s.issued);
    v(Part::open, "held", s.held);
    v(Part::open, "used", s.used);
  }
};
struct SchemeUse {
  registry::EndUse end_use = registry::EndUse::retirement;
  std::string purpose;
  Bilingual title;
  std::uint64_t uses = 0;
  Amount used;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "title", s.title);
    v(Part::open, "uses", s.uses);
    v(Part::open, "used", s.used);
  }
};
// What must hold of one kind of unit: issued = held + waiting + buffer + retired + retired_for_state + cancelled + expired + exported.
struct SchemeUnits {
  registry::UnitKind unit_kind = registry::UnitKind::tco2;
  Amount issued, held, waiting, buffer, retired, retired_for_state, cancelled, expired, exported;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "issued", s.issued);
    v(Part::open, "held", s.held);
    v(Part::open, "waiting", s.waiting);
    v(Part::open, "buffer", s.buffer);
    v(Part::open, "retired", s.retired);
    v(Part::open, "retired_for_state", s.retired_for_state);
    v(Part::open, "cancelled", s.cancelled);
    v(Part::open, "expired", s.expired);
    v(Part::open, "exported", s.exported);
  }
};
struct SchemeTarget {
  Amount target;
  FiscalYear year;
  Amount left;            // 0 where it is reached
  std::string needed_per_year;  // t-CO2, to one place
  std::string source;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "target", s.target);
    v(Part::open, "year", s.year);
    v(Part::open, "left", s.left);
    v(Part::open, "needed_per_year", s.needed_per_year);
    v(Part::open, "source", s.source);
  }
};
struct SchemeView {
  Date as_known;
  SequenceNumber entry;            // the last one that is surely counted in
  SchemeLine total;
  std::uint64_t withdrawn = 0;
  std::uint64_t never_certified = 0;
  std::vector<SchemeUnits> units;  // kinds never add
  std::vector<SchemeLine> by_type, by_methodology, by_sector, by_prefecture, by_vintage, by_year, cumulative;
  std::vector<SchemeUse> uses;
  std::optional<SchemeTarget> target;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "as_known", s.as_known);
    v(Part::open, "entry", s.entry);
    v(Part::open, "total", s.total);
    v(Part::open, "withdrawn", s.withdrawn);
    v(Part::open, "never_certified", s.never_certified);
    v(Part::open, "units", s.units);
    v(Part::open, "by_type", s.by_type);
    v(Part::open, "by_methodology", s.by_methodology);
    v(Part::open, "by_sector", s.by_sector);
    v(Part::open, "by_prefecture", s.by_prefecture);
    v(Part::open, "by_vintage", s.by_vintage);
    v(Part::open, "by_year", s.by_year);
    v(Part::open, "cumulative", s.cumulative);
    v(Part::open, "uses", s.uses);
    v(Part::open, "target", s.target);
  }
};
// As it is now, or as known at the end of a day, which replays the journal up to there. service.store_younger, service.day_in_future.
Result<SchemeView> scheme_view(const Ledger& ledger, std::optional<Date> as_known = std::nullopt);

// "EN-S-001" as the rulebook calls it; empty where it does not know it.
[[nodiscard]] Bilingual methodology_title(const rulebook::Rulebook& book, const std::string& number);

}  // namespace sumi::service
