// 100,000 rows with more than forty kinds of errors among good ones: every bad row is told with its line, its column, a reason and a remedy, and no good row is lost.
// What is wrong is known from how the file is made, not from reading it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/test_support.h"
#include "project/errors.h"
#include "project/programme_testing.h"

namespace sumi::project {
namespace {

using namespace testing;

struct BadKind {
  const char* name;
  const ErrorDef* def;
  std::uint32_t column;  // 0: the whole row
  // member, activity, parameter, period, value, unit, class, evidence of a good row; to be spoilt.
  void (*spoil)(std::vector<std::string>& f);
  bool raw = false;  // the last step writes the line as it stands in f[0]
};

std::string joined(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& f : fields) line += (&f == fields.data() ? "" : ",") + f;
  return line;
}

template <std::size_t I>
void empty(std::vector<std::string>& f) {
  f[I].clear();
}
using F = std::vector<std::string>&;

const std::vector<BadKind>& kinds() {
  static const std::vector<BadKind> list{
      {"a field too few", &errors::member_row_columns, 0, [](F f) { f.pop_back(); }},
      {"a field too many", &errors::member_row_columns, 0, [](F f) { f.emplace_back("x"); }},
      {"thousands without quotes", &errors::member_row_columns, 0, [](F f) { f[4] = "1,234"; }},
      {"one field only", &errors::member_row_columns, 0, [](F f) { f = {"total"}; }},
      {"a quote that is not closed", &errors::member_row_quote, 8, [](F f) { f[7] = "\"m.csv"; }},
      {"a quote not closed at the front", &errors::member_row_quote, 1, [](F f) { f[0] = "\"" + f[0]; }},
      {"a quote within a field", &errors::member_row_quote, 8, [](F f) { f[7] = "m\".csv"; }},
      {"text behind a quote", &errors::member_row_quote, 8, [](F f) { f[7] = "\"m\".csv"; }},
      {"a byte that is no UTF-8", &errors::member_row_encoding, 0, [](F f) { f[7] = "m\xFF.csv"; }},
      {"half a character", &errors::member_row_encoding, 0, [](F f) { f[7] = "\xE4\xBC"; }},
      {"a zero byte", &errors::member_row_control, 0, [](F f) { f[7] = std::string("m\0.csv", 6); }},
      {"a control character", &errors::member_row_control, 0, [](F f) { f[4] += '\x07'; }},
      {"no member", &errors::member_field_missing, 1, empty<0>},
      {"a member of nobody", &errors::member_unknown, 1, [](F f) { f[0] = "M-99999999"; }},
      {"a letter in the member", &errors::member_unknown, 1, [](F f) { f[0] += "O"; }},
      {"a name for a number", &errors::member_unknown, 1, [](F f) { f[0] = "佐渡太郎"; }},
      {"an activity of nobody", &errors::member_activity_unknown, 2, [](F f) { f[1] = "EV"; }},
      {"no parameter", &errors::member_field_missing, 3, empty<2>},
      {"a parameter of nothing", &errors::member_parameter_unknown, 3, [](F f) { f[2] = "EL_other"; }},
      {"a parameter in small letters", &errors::member_parameter_unknown, 3, [](F f) { f[2] = "el_self"; }},
      {"no period", &errors::member_field_missing, 4, empty<3>},
      {"a thirteenth month", &errors::member_period, 4, [](F f) { f[3] = "2026-13"; }},
      {"a word for a month", &errors::member_period, 4, [](F f) { f[3] = "April"; }},
      {"a day that does not exist", &errors::member_period, 4, [](F f) { f[3] = "2027-02-01..2027-02-30"; }},
      {"a period that ends before it begins", &errors::member_period, 4, [](F f) { f[3] = "2026-05-31..2026-05-01"; }},
      {"a month before the report", &errors::member_outside_report, 4, [](F f) { f[3] = "2026-03"; }},
      {"a month after the report", &errors::member_outside_report, 4, [](F f) { f[3] = "2027-04"; }},
      {"a period that leaves the report", &errors::member_outside_report, 4, [](F f) { f[3] = "2027-03-15..2027-04-15"; }},
      {"no value", &errors::member_field_missing, 5, empty<4>},
      {"a blank value", &errors::member_field_missing, 5, [](F f) { f[4] = " 　 "; }},
      {"a letter O in the value", &errors::member_number, 5, [](F f) { f[4] = "1O0"; }},
      {"a letter l in the value", &errors::member_number, 5, [](F f) { f[4] = "l2"; }},
      {"an exponent", &errors::member_number, 5, [](F f) { f[4] = "1e3"; }},
      {"a word for a value", &errors::member_number, 5, [](F f) { f[4] = "故障"; }},
      {"two decimal points", &errors::member_number, 5, [](F f) { f[4] = "1.2.3"; }},
      {"thousands in the wrong place", &errors::member_number, 5, [](F f) { f[4] = "\"12,34\""; }},
      {"the unit in the value", &errors::member_number, 5, [](F f) { f[4] = "12 kWh"; }},
      {"no number", &errors::member_number, 5, [](F f) { f[4] = "NaN"; }},
      {"a spreadsheet's error", &errors::member_number, 5, [](F f) { f[4] = "#REF!"; }},
      {"a negative value", &errors::member_negative, 5, [](F f) { f[4] = "-5"; }},
      {"a negative value in full width", &errors::member_negative, 5, [](F f) { f[4] = "－５"; }},
      {"no unit", &errors::member_field_missing, 6, empty<5>},
      {"a unit of nothing", &errors::member_unit, 6, [](F f) { f[5] = "kWhh"; }},
      {"a unit of mass", &errors::member_unit, 6, [](F f) { f[5] = "t"; }},
      {"a unit of power", &errors::member_unit, 6, [](F f) { f[5] = "kW"; }},
      {"a class of nothing", &errors::member_class, 7, [](F f) { f[6] = "Z"; }},
      {"a class of coefficients", &errors::member_class, 7, [](F f) { f[6] = "II"; }},
      {"a class that is not planned", &errors::member_class_unplanned, 7, [](F f) { f[6] = "A"; }},
      {"a hash that is too short", &errors::member_evidence_hash, 8, [](F f) { f[7] = "sha256:abc"; }},
      {"a hash that is none", &errors::member_evidence_hash, 8, [](F f) { f[7] = "sha256:" + std::string(64, 'g'); }},
  };
  return list;
}

// A good row in one of the ways in which people write.
std::vector<std::string> good_row(const std::string& number, const std::string& month, SeededNumbers& numbers) {
  std::vector<std::string> f{number, "", "EL_self", month, std::to_string(numbers.below(900)) + "." + std::to_string(numbers.below(1000)), "kWh", "B", "m.csv"};
  switch (numbers.below(16)) {
    case 0: f[4] = "\"1,234.5\""; break;
    case 1: f[4] = "１２３．５"; break;
    case 2: f[3] = month.substr(0, 4) + "年" + std::to_string(std::stoi(month.substr(5))) + "月"; break;
    case 3: f[5] = "MJ"; break;
    case 4: f[7] = "\"検針票, \"\"原本\"\".pdf\""; break;
    case 5: f[6].clear(); break;
    case 6: f[0] = " " + number + " "; break;
    case 7: f[1] = "PV"; break;
    case 8: f[7] = "sha256:" + std::string(64, 'A'); break;
    case 9: f[6] = "Ｂ"; break;
    case 10: f[4] = "0.00000000000000000000012345"; break;
    case 11: f[4] = "9913807777777777775"; break;  // more than 64 bits take
    default: break;
  }
  return f;
}

struct Line {
  std::string text;
  const BadKind* bad = nullptr;
  std::size_t member = 0;
  std::size_t month = 0;
  bool twice = false, overlap = false;
};

struct Hostile {
  std::string text = "member,activity,parameter,period,value,unit,class,evidence\n";
  std::vector<ProgrammeMember> members;
  std::uint64_t good = 0;
  std::multiset<std::tuple<std::uint32_t, std::uint32_t, std::string>> expected;  // line, column, name
  std::map<std::string, int> kinds;
};

Hostile make(std::uint64_t seed, std::size_t rows) {
  Hostile h;
  SeededNumbers numbers(seed);
  const auto months = months_of(2026);
  const std::size_t count = rows * 95 / 100 / months.size();
  std::vector<Line> lines;
  std::set<std::size_t> with_gap, without_data;
  for (std::size_t m = 0; m < count; ++m) {
    const std::string number = "M-" + std::to_string(m);
    h.members.push_back({number, "PV", *Period::parse("2026-04-01..2034-03-31"), {}, {"members.csv", static_cast<std::uint32_t>(m + 2), 0}});
    const std::uint64_t fate = numbers.below(400);
    if (fate == 0) without_data.insert(m);
    else if (fate < 3) with_gap.insert(m);
    for (std::size_t k = 0; k < months.size(); ++k) {
      if (fate == 0 || (fate < 3 && (k == 4 || k == 5))) continue;
      lines.push_back({joined(good_row(number, months[k], numbers)), nullptr, m, k});
      ++h.good;
    }
  }
  // Bad rows are more rows, somewhere in the file.
  std::vector<Line> bad;
  for (std::size_t i = 0; lines.size() + bad.size() < rows; ++i) {
    std::size_t m = numbers.below(count);
    while (with_gap.contains(m) || without_data.contains(m)) m = numbers.below(count);
    const std::size_t k = numbers.below(months.size());
    std::vector<std::string> f{"M-" + std::to_string(m), "", "EL_self", months[k], "5", "kWh", "B", "m.csv"};
    const std::size_t kind = i % (kinds().size() + 2);
    Line line{"", nullptr, m, k};
    if (kind < kinds().size()) {
      line.bad = &kinds()[kind];
      line.bad->spoil(f);
      ++h.kinds[line.bad->name];
    } else if (kind == kinds().size()) {
      line.twice = true;
      ++h.kinds["a row again"];
    } else {
      line.overlap = true;
      f[3] = months[k] + "-10.." + months[k] + "-20";
      ++h.kinds["a period within another"];
    }
    line.text = joined(f);
    bad.push_back(std::move(line));
  }
  // One after the other into the good ones, each at a place of its own.
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < bad.size(); ++i) places.push_back(numbers.below(lines.size() + 1));
  std::ranges::sort(places);
  std::vector<Line> all;
  std::size_t next = 0;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    while (next < bad.size() && places[next] == i) all.push_back(std::move(bad[next++]));
    if (i < lines.size()) all.push_back(std::move(lines[i]));
  }
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint32_t>> same;      // lines that give the same month
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::uint32_t>> overlaps;  // and those within it
  std::map<std::size_t, std::uint32_t> first;                                          // line of a member's first row
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto line = static_cast<std::uint32_t>(i + 2);
    const Line& l = all[i];
    h.text += l.text;
    h.text += numbers.below(10) == 0 ? "\r\n" : "\n";
    if (l.bad != nullptr) h.expected.insert({line, l.bad->column, std::string(l.bad->def->name)});
    else if (l.overlap) overlaps[{l.member, l.month}].push_back(line);
    else same[{l.member, l.month}].push_back(line);
    if (l.bad == nullptr && !l.twice && !l.overlap && !first.contains(l.member)) first[l.member] = line;
  }
  // Of rows that say the same, the first in the file stands.
  for (const auto& [key, where] : same) {
    for (std::size_t i = 1; i < where.size(); ++i) h.expected.insert({where[i], 5, "member_duplicate"});
  }
  for (const auto& [key, where] : overlaps) {
    // Two that lie within the same month overlap it both.
    h.expected.insert({where[0], 5, "member_overlap"});
    for (std::size_t i = 1; i < where.size(); ++i) h.expected.insert({where[i], 5, "member_overlap"});
  }
  for (const std::size_t m : with_gap) h.expected.insert({first[m], 0, "member_gap"});
  for (std::size_t i = 0; i < without_data.size(); ++i) h.expected.insert({0, 0, "member_no_data"});
  h.kinds["a gap"] = static_cast<int>(with_gap.size());
  h.kinds["no data"] = static_cast<int>(without_data.size());
  return h;
}

TEST(HostileData, EveryBadRowIsNamedAndNoGoodRowIsLost) {
  const std::uint64_t seed = sumi::test::seed();
  const Hostile h = make(seed, 100'000);
  std::printf("seed %llu: %zu kinds of errors, %zu findings, %llu good rows\n", static_cast<unsigned long long>(seed), h.kinds.size(), h.expected.size(),
              static_cast<unsigned long long>(h.good));
  EXPECT_GE(h.kinds.size(), 40U);
  for (const auto& [name, count] : h.kinds) EXPECT_GT(count, 0) << name;
  const CheckedPlan plan = checked(solar_plan());
  const Period report = *Period::parse("FY2026");
  const auto check = check_member_data(plan, h.members, h.text, "data.csv", report, real_rulebook());
  ASSERT_TRUE(check) << describe_error(check.error(), Language::en);
  EXPECT_EQ(check->counts.rows, 100'000U);
  EXPECT_EQ(check->counts.accepted_rows, h.good);
  EXPECT_EQ(check->counts.values, h.good);
  std::multiset<std::tuple<std::uint32_t, std::uint32_t, std::string>> found;
  for (const Error& e : check->findings.shown) {
    found.insert({e.place.line, e.place.column, std::string(e.def->name)});
    EXPECT_EQ(e.place.file, "data.csv");
    EXPECT_FALSE(sentence(e, Language::ja).empty() || e.def->remedy_ja.empty() || e.def->remedy_en.empty()) << e.def->name;
    EXPECT_EQ(describe_error(e, Language::en).find("…"), std::string::npos) << describe_error(e, Language::en);  // nothing was left unfilled
  }
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>> lost, invented;
  std::ranges::set_difference(h.expected, found, std::back_inserter(lost));
  std::ranges::set_difference(found, h.expected, std::back_inserter(invented));
  const auto show = [](const auto& list) {
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 10); ++i) {
      out += std::to_string(std::get<0>(list[i])) + ":" + std::to_string(std::get<1>(list[i])) + " " + std::get<2>(list[i]) + "\n";
    }
    return out;
  };
  EXPECT_TRUE(lost.empty()) << lost.size() << " lost, as\n" << show(lost);
  EXPECT_TRUE(invented.empty()) << invented.size() << " invented, as\n" << show(invented);
  EXPECT_EQ(check->findings.total(), h.expected.size());
  // Nothing half taken: with one finding there is no result at all.
  const auto result = calculate_programme(plan, h.members, h.text, "data.csv", report, real_rulebook());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().also.size() + 1, h.expected.size());
}

}  // namespace
}  // namespace sumi::project
