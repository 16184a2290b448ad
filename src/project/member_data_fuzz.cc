// Any bytes as a programme's monitoring data: read or refused with a place, and the same in one piece as in several.
// fuzz: max_len=16384
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "project/programme_calculate.h"

namespace {

using namespace sumi;
using namespace sumi::project;

// No methodology is needed to read data: the plan has series only.
const CheckedPlan& plan() {
  static const CheckedPlan made = [] {
    CheckedPlan p;
    p.crediting_period = *Period::parse("2026-04-01..2034-03-31");
    p.activities.resize(2);
    const auto series = [](std::string symbol, std::string row, const char* unit, bool divisible) {
      MonitoredSeries s;
      s.symbol = std::move(symbol);
      s.row = std::move(row);
      s.list = s.row.empty() ? "" : "lamps";
      s.unit = *parse_unit(unit);
      s.divisible = divisible;
      s.classes = {"A", "B"};
      return s;
    };
    p.activities[0].name = "PV";
    p.activities[0].series = {series("EL", "", "kWh", true)};
    p.activities[1].name = "L";
    p.activities[1].series = {series("h", "hall", "h", true), series("h", "office", "h", true), series("c", "", "kgCO2/kWh", false)};
    return p;
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Period report = *Period::parse("2026-04-01..2026-07-31");
  const std::vector<ProgrammeMember> members{{"1", "PV", *Period::parse("2026-04-01..2034-03-31"), {}, {}},
                                             {"2", "PV", *Period::parse("2026-05-15..2034-03-31"), {}, {}},
                                             {"2", "L", *Period::parse("2026-04-01..2034-03-31"), {}, {}},
                                             {"会", "L", *Period::parse("2026-04-01..2026-06-30"), {}, {}}};
  const MemberIndex index(members);
  const MemberDataReader reader(plan(), members, index, report, text, "data.csv", size + 1);  // every finding: pieces have limits of their own
  const auto layout = reader.layout();
  if (!layout) {
    if (layout.error().def == nullptr || describe_error(layout.error(), Language::ja).empty()) std::abort();
    return 0;
  }
  const auto sum = [&](std::size_t count) {
    std::string all;
    std::uint32_t line = layout->body_line;
    std::uint8_t number = 0;
    for (const std::string_view piece : reader.pieces(*layout, count)) {
      const DataPiece read = reader.read(*layout, piece, number++);
      if (read.bad_rows > read.rows || read.rows > read.lines) std::abort();
      for (const Error& e : read.findings.shown) all += std::string(e.def->name) + std::to_string(e.place.line + line) + sentence(e, Language::en) + "\n";
      for (const MemberValue& v : read.values) {
        all += std::to_string(v.member) + " " + std::to_string(v.series) + " " + std::to_string(v.first) + " " + std::to_string(v.last) + " " + std::to_string(v.line + line) + " ";
        all += v.scale == MemberValue::kept ? read.kept[static_cast<std::size_t>(v.mantissa)].value.to_string() : std::to_string(v.mantissa) + "e" + std::to_string(v.scale);
        all += " " + std::string(v.evidence_kept ? std::string_view(read.texts[v.evidence]) : read.text.substr(v.evidence, v.evidence_size)) + "\n";
      }
      line += read.lines;
    }
    return all;
  };
  // Findings of a piece come before its values: only the lines' own order counts.
  const auto sorted = [](const std::string& all) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      lines.push_back(all.substr(at, end - at));
      at = end + 1;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  if (sorted(sum(1)) != sorted(sum(7))) std::abort();
  return 0;
}
