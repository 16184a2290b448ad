// Any bytes as monitoring data: read whole or refused with a place, and what is read has a canonical form that reads back to itself.
#include <cstdlib>
#include <string_view>

#include "project/monitoring.h"

namespace {

using namespace sumi;
using namespace sumi::project;

MonitoredSeries series(std::string symbol, std::string row, const char* unit, bool divisible) {
  MonitoredSeries s;
  s.symbol = std::move(symbol);
  s.row = std::move(row);
  s.list = s.row.empty() ? "" : "lamps";
  s.unit = *parse_unit(unit);
  s.divisible = divisible;
  s.classes = {"A", "B", "C"};
  s.expected = Quantity{Rational(36), s.unit};
  s.plausible_factor = Rational(3);
  return s;
}

// Two activities and an instrument; no methodology is needed to read data.
const CheckedPlan& plan() {
  static const CheckedPlan made = [] {
    CheckedPlan p;
    p.crediting_period = *Period::parse("2019-05-01..2027-04-30");
    p.activities.resize(2);
    p.activities[0].name = "B1";
    p.activities[0].series = {series("F_PJ", "", "thousand_m3N", true)};
    p.activities[1].name = "L1";
    p.activities[1].series = {series("h", "hall", "h", true), series("h", "office", "h", true)};
    p.plan.activities.resize(2);
    PlanInstrument meter;
    meter.symbol = "h";
    meter.verification_expires = "2020-12-31";
    p.plan.activities[1].instruments = {meter};
    return p;
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Result<rulebook::Rulebook> book = rulebook::Rulebook::from_packs({});
  if (!book) std::abort();
  const Period period = *Period::parse("2020-04");
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto set = read_data_set(text, "data.csv", plan(), period, *book);
  if (!set) {
    if (set.error().def == nullptr || describe_error(set.error(), Language::ja).empty()) std::abort();
    return 0;
  }
  const auto again = read_data_set(set->canonical, "data.csv", plan(), period, *book);
  if (!again || again->canonical != set->canonical || again->hash != set->hash) std::abort();
  return 0;
}
