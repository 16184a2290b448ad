// The figures of the scheme as it publishes them, from the state: as known on any day is a replay up to that day.
//
// A project counts once, a certification counts once, whatever number of methodologies it has; what is told by methodology has a line for each, and
// those lines are never summed to projects or certifications. Tonnes have one methodology and one vintage, so they sum. Source of the forms: Ｊ－クレジット
// 制度事務局, Ｊ－クレジット制度について (2023-01).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "scheme/scheme.h"

namespace sumi::scheme {

struct StatisticsLine {
  std::string key;
  std::uint64_t projects = 0;        // registered, withdrawn ones left out
  std::uint64_t certifications = 0;
  std::uint64_t certified_t = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "projects", s.projects);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "certified_t", s.certified_t);
  }
};
struct UseLine {
  std::string end_use;
  std::string purpose;
  std::uint64_t uses = 0;
  std::uint64_t tonnes = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "end_use", s.end_use);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "uses", s.uses);
    v(Part::open, "tonnes", s.tonnes);
  }
};
struct Statistics {
  Date as_known;
  StatisticsLine total;
  std::uint64_t withdrawn = 0;
  std::uint64_t never_certified = 0;       // registered, without a certification
  std::vector<StatisticsLine> by_type;         // normal, programme
  std::vector<StatisticsLine> by_methodology;  // projects and certifications stand in each line of theirs
  std::vector<StatisticsLine> by_sector;       // the same
  std::vector<StatisticsLine> by_prefecture;   // of the place; "several" where it names more than one, "?" where none
  std::vector<StatisticsLine> by_vintage;      // fiscal year of the reduction; projects are not told by it
  std::vector<StatisticsLine> by_year;         // fiscal year of registration (projects) and of certification
  std::vector<StatisticsLine> cumulative;      // the same, summed up
  std::vector<UseLine> uses;
  std::uint64_t units_t = 0, held_t = 0, used_t = 0;
  // The path to the target: `cumulative` says how far each fiscal year came, these what is left to do.
  std::uint64_t target_t = 0;                  // 0: the rulebook has none
  FiscalYear target_year;
  std::uint64_t left_t = 0;                    // target - certified; 0 where it is reached
  std::string needed_t_per_year;               // to one place, over the fiscal years that are left, the present one among them
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "as_known", s.as_known);
    v(Part::open, "total", s.total);
    v(Part::open, "withdrawn", s.withdrawn);
    v(Part::open, "never_certified", s.never_certified);
    v(Part::open, "by_type", s.by_type);
    v(Part::open, "by_methodology", s.by_methodology);
    v(Part::open, "by_sector", s.by_sector);
    v(Part::open, "by_prefecture", s.by_prefecture);
    v(Part::open, "by_vintage", s.by_vintage);
    v(Part::open, "by_year", s.by_year);
    v(Part::open, "cumulative", s.cumulative);
    v(Part::open, "uses", s.uses);
    v(Part::open, "units_t", s.units_t);
    v(Part::open, "held_t", s.held_t);
    v(Part::open, "used_t", s.used_t);
    v(Part::open, "target_t", s.target_t);
    v(Part::open, "target_year", s.target_year);
    v(Part::open, "left_t", s.left_t);
    v(Part::open, "needed_t_per_year", s.needed_t_per_year);
  }
};

// What the rulebook says and the figures need.
struct StatisticsRules {
  std::map<std::string, std::string, std::less<>> sectors;  // of a methodology's number; one that is not here is "?"
  std::vector<std::string> prefectures;                     // names as places begin with them
  std::uint64_t target_t = 0;
  FiscalYear target_year;
};

[[nodiscard]] Statistics statistics(const State& state, const StatisticsRules& rules, Date as_known);

}  // namespace sumi::scheme
