// Serials of other programmes: the rows that registers published, each form's parts, and random serials against a generator that knows the answer.
#include "registry/serials.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "base/test_support.h"
#include "registry/errors.h"
#include "rulebook/pack.h"
#include "rulebook/rulebook.h"

namespace sumi::registry {
namespace {

const std::vector<SerialGrammar>& grammars() {
  static const auto all = [] {
    std::vector<rulebook::Pack> packs;
    packs.push_back(*rulebook::Pack::read("rulebook/packs/serial-grammars"));
    packs.push_back(*rulebook::Pack::read("rulebook/packs/sources"));
    return *serial_grammars_of(*rulebook::Rulebook::from_packs(std::move(packs)));
  }();
  return all;
}
ParsedSerial parse(std::string_view programme, std::string_view text) { return parse_serial(grammars(), programme, text); }

std::string part(const ParsedSerial& serial, std::string_view name) { return std::string(serial.part(name).value_or("(none)")); }

struct PublishedRow {
  std::string programme, serial;
  std::uint64_t quantity = 0;
};
// CarbonPlan, OffsetsDB, 2024 (testdata/README.md). No cell but a quantity holds a comma or a quotation mark.
std::vector<PublishedRow> published_rows() {
  std::vector<PublishedRow> out;
  std::istringstream lines(test::read_bytes("src/registry/testdata/offsetsdb_serials.csv"));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    const auto a = line.find(','), b = line.find(',', a + 1);
    std::string quantity = line.substr(b + 1);
    std::erase_if(quantity, [](char c) { return c == ',' || c == '"'; });
    out.push_back({line.substr(0, a), line.substr(a + 1, b - a - 1), std::stoull(quantity)});
  }
  return out;
}

TEST(SerialRows, EveryPublishedRowIsReadAndItsQuantityIsThatOfItsNumbers) {
  std::map<std::string, int> read;
  for (const auto& row : published_rows()) {
    const auto serial = parse(row.programme, row.serial);
    ASSERT_FALSE(serial.opaque()) << row.serial;
    EXPECT_EQ(*serial.quantity(), row.quantity) << row.serial;
    EXPECT_EQ(print_serial(serial), row.serial);
    ++read[serial.grammar];
  }
  // The counts that were taken of these rows when they were collected: Verra 200/200, Gold Standard 197/200 in the new form and the other 3 in the old, CAR 150/150.
  EXPECT_EQ(read, (std::map<std::string, int>{{"verra_vcu", 200}, {"gold_standard", 197}, {"gold_standard_cer", 3}, {"car", 150}}));
}

// What the origin key rests on: a batch of these three registers never has two sets of the other parts.
TEST(SerialRows, ABatchHasOneSetOfParts) {
  std::map<std::string, std::set<std::string>> parts;
  for (const auto& row : published_rows()) {
    const auto serial = parse(row.programme, row.serial);
    if (serial.grammar == "gold_standard_cer") continue;
    std::string all;
    for (const auto& p : serial.parts) all += p.name + "=" + p.text + ";";
    parts[serial.origin].insert(all);
  }
  EXPECT_EQ(parts.size(), 115U + 140U + 103U);  // batches, counted by a script over the same rows
  for (const auto& [origin, sets] : parts) EXPECT_EQ(sets.size(), 1U) << origin;
}

// The retirements of Gold Standard are parts of blocks that were issued: the index over origins must see them as the same units.
TEST(SerialRows, ARetirementLiesWithinItsIssue) {
  const auto issued = parse("gold_standard", "GS1-1-KE-GS11603-16-2025-30256-1-5485"), retired = parse("gold_standard", "GS1-1-KE-GS11603-16-2025-30256-110-5463");
  EXPECT_EQ(issued.origin, retired.origin);
  EXPECT_EQ(print_range(issued, retired.first, retired.last), "GS1-1-KE-GS11603-16-2025-30256-110-5463");
}

TEST(SerialForms, Verra) {
  const auto s = parse("verra", "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1");
  EXPECT_EQ(s.grammar, "verra_vcu");
  EXPECT_EQ(s.origin, "verra/19385");
  EXPECT_EQ(s.first, 941467007U);
  EXPECT_EQ(s.last, 941467431U);
  EXPECT_EQ(s.quantity(), 425U);  // the row's quantity
  EXPECT_EQ(part(s, "verifier"), "1507");
  EXPECT_EQ(part(s, "country"), "ET");
  EXPECT_EQ(part(s, "scope"), "14");
  EXPECT_EQ(part(s, "project"), "1340");
  ASSERT_TRUE(serial_vintage(s));
  EXPECT_EQ(serial_vintage(s)->first.to_string(), "2020-01-01");
  EXPECT_EQ(serial_vintage(s)->second.to_string(), "2020-12-31");
  EXPECT_EQ(print_range(s, 941467100, 941467100), "19385-941467100-941467100-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1");
}

// The block that opens the page of Cloverly, "registry serial number range of a batch": 100 units with zeros in front of every number.
TEST(SerialForms, LeadingZerosStay) {
  const std::string text = "0001-000001-000100-VCS-VCU-003-VER-US-0003-01012020-31122020-1";
  const auto scope_missing = parse("verra", text);
  EXPECT_TRUE(scope_missing.opaque());  // that page's example lacks a part: kept as it is
  const auto s = parse("verra", "0001-000001-000100-VCS-VCU-003-VER-US-1-0003-01012020-31122020-1");
  EXPECT_EQ(s.quantity(), 100U);
  EXPECT_EQ(s.origin, "verra/1");
  EXPECT_EQ(print_range(s, 7, 42), "0001-000007-000042-VCS-VCU-003-VER-US-1-0003-01012020-31122020-1");
}

TEST(SerialForms, KyotoUnitsHaveOneOriginInEveryRegister) {
  const std::string text = "RW-5-1463953-2-2-0-7014 - RW-5-1467609-2-2-0-7014";
  const auto gold = parse("gold_standard", text), cdm = parse("cdm", text);
  EXPECT_EQ(gold.grammar, "gold_standard_cer");
  EXPECT_EQ(cdm.grammar, "cdm_cer");
  EXPECT_EQ(gold.origin, cdm.origin);
  EXPECT_EQ(gold.origin, "kyoto/RW/2");
  EXPECT_EQ(gold.quantity(), 3657U);  // the row's quantity
  EXPECT_EQ(part(gold, "project"), "7014");
  EXPECT_EQ(print_range(gold, 1463953, 1463953), "RW-5-1463953-2-2-0-7014 - RW-5-1463953-2-2-0-7014");
  // Two serials that are not one block.
  EXPECT_TRUE(parse("cdm", "RW-5-1463953-2-2-0-7014 - RW-5-1467609-2-2-0-7015").opaque());
  EXPECT_TRUE(parse("cdm", "RW-5-1467609-2-2-0-7014 - RW-5-1463953-2-2-0-7014").opaque());
}

TEST(SerialForms, TheOthers) {
  const auto acr = parse("acr", "ACR-FR-1129-2025-2917-30932 to 35143");
  EXPECT_EQ(acr.origin, "acr/1129/2025/2917");
  EXPECT_EQ(acr.quantity(), 4212U);  // 35143 - 30932 + 1
  EXPECT_EQ(parse("acr", "ACR-US-192-2010-203-1-5000").quantity(), 5000U);
  const auto car = parse("car", "CAR-ROC-US-2056-129-2283-WV-2025-8969-1 to 260294");
  EXPECT_EQ(car.quantity(), 260294U);
  EXPECT_EQ(part(car, "unit_type"), "ROC");
  EXPECT_EQ(part(car, "state"), "WV");
  const auto art = parse("art", "ART-GY-102-2021-11-2759599 to 2760598");
  EXPECT_EQ(art.quantity(), 1000U);
  EXPECT_EQ(serial_vintage(art)->first.to_string(), "2021-01-01");
  const auto cercarbono = parse("cercarbono", "CDC_1_1_1_321_14_1_2009 1 to 62740");
  EXPECT_EQ(cercarbono.quantity(), 62740U);
  EXPECT_EQ(part(cercarbono, "vintage"), "2009");
  EXPECT_TRUE(parse("cercarbono", "CDC_1_1_1_321_14_1_2009").opaque());  // without numbers
}

TEST(SerialForms, WithoutAProgrammeTheFormTells) {
  EXPECT_EQ(parse("", "ART-GY-102-2021-11-2759599 to 2760598").programme, "art");
  EXPECT_EQ(parse("", "RW-5-1463953-2-2-0-7014 - RW-5-1467609-2-2-0-7014").programme, "cdm");
  EXPECT_TRUE(parse("verra", "ART-GY-102-2021-11-2759599 to 2760598").opaque());
}

TEST(SerialForms, BlanksSeparatorsAndCaseStay) {
  const std::string text = " \xE3\x80\x80" "acr-fr-01129-2025-2917-1\t to \xC2\xA0" "5,000 ";
  const auto s = parse("acr", text);
  ASSERT_FALSE(s.opaque());
  EXPECT_EQ(s.origin, "acr/1129/2025/2917");
  EXPECT_EQ(s.quantity(), 5000U);
  EXPECT_EQ(print_serial(s), text);
  EXPECT_EQ(print_range(s, 999, 1000), " \xE3\x80\x80" "acr-fr-01129-2025-2917-999\t to \xC2\xA0" "1,000 ");
  EXPECT_EQ(print_range(s, 1000, 5000), " \xE3\x80\x80" "acr-fr-01129-2025-2917-1,000\t to \xC2\xA0" "5,000 ");
  for (const char* wrong : {"ACR-FR-1129-2025-2917-1 to 50,00", "ACR-FR-1129-2025-2917-1 to 5000,000", "ACR-FR-1129-2025-2917-1 to ,500", "ACR-FR-1129-2025-2917-1 to 5,000,",
           "ACR-FR-1129-2025-2917-1 to 1,000000", "ACR-FR-1129-2025-2917-1to 5000", "ACR-FR-1129-25-2917-1 to 5000", "ACR-FR-1129-2025-2917-1 to 5000 t", "ACR-FR--2025-2917-1 to 5000"}) {
    EXPECT_TRUE(parse("acr", wrong).opaque()) << wrong;
    EXPECT_EQ(print_serial(parse("acr", wrong)), wrong);
  }
}

TEST(SerialForms, NumbersEndBelowTwoToTheSixtyFour) {
  const auto most = parse("acr", "ACR-FR-1-2025-1-1 to 18446744073709551614");  // 2^64 - 2: an interval's end is one more
  EXPECT_EQ(most.quantity(), 18446744073709551614ULL);
  EXPECT_TRUE(parse("acr", "ACR-FR-1-2025-1-1 to 18446744073709551615").opaque());
  EXPECT_TRUE(parse("acr", "ACR-FR-1-2025-1-1 to 18446744073709551616").opaque());
  EXPECT_TRUE(parse("acr", "ACR-FR-1-2025-1-1 to 99999999999999999999999999").opaque());
  EXPECT_TRUE(parse("acr", "ACR-FR-1-2025-1-2 to 1").opaque());
  EXPECT_TRUE(parse("acr", "ACR-FR-1-2025-1-0 to 1").opaque());
}

TEST(SerialForms, ADayMustBeInTheCalendar) {
  EXPECT_FALSE(parse("verra", "1-1-2-VCS-VCU-1-VER-ET-14-1340-29022024-31122024-1").opaque());
  EXPECT_TRUE(parse("verra", "1-1-2-VCS-VCU-1-VER-ET-14-1340-29022023-31122023-1").opaque());
  const auto reversed = parse("verra", "1-1-2-VCS-VCU-1-VER-ET-14-1340-31122024-01012024-1");
  EXPECT_FALSE(reversed.opaque());
  EXPECT_FALSE(serial_vintage(reversed));
}

TEST(OpaqueSerials, AreKeptVerbatim) {
  const std::string text = "  証書 第00123号 (1,000 kWh) ";
  auto s = parse("green_power_certificate", text);
  EXPECT_TRUE(s.opaque());
  EXPECT_FALSE(s.quantity());
  EXPECT_EQ(print_serial(s), text);
  EXPECT_EQ(s.programme, "green_power_certificate");
  EXPECT_FALSE(serial_vintage(s));
  s.last = 1000;  // what its importer says
  EXPECT_EQ(print_range(s, 1, 1000), text);
  EXPECT_EQ(print_range(s, 11, 20), text + " [11-20]");
  EXPECT_FALSE(print_range(s, 1, 1001));
  // The same certificate in other blanks and widths is the same block; another programme's or another number is not.
  EXPECT_EQ(s.origin, parse("green_power_certificate", "証書\t第００１２３号 （１,０００ kWh）").origin);
  EXPECT_NE(s.origin, parse("nonfossil_certificate", text).origin);
  EXPECT_NE(s.origin, parse("green_power_certificate", "証書 第00124号 (1,000 kWh)").origin);
  EXPECT_TRUE(parse("verra", "").opaque());
}

TEST(SerialRanges, LieWithinTheBlock) {
  const auto s = parse("car", "CAR-1-US-1335-31-983-KS-2025-9205-1 to 5000");
  EXPECT_EQ(print_range(s, 2, 5000), "CAR-1-US-1335-31-983-KS-2025-9205-2 to 5000");
  EXPECT_FALSE(print_range(s, 0, 5));
  EXPECT_FALSE(print_range(s, 5, 4));
  EXPECT_FALSE(print_range(s, 5000, 5001));
}

TEST(SerialTemplates, WhatIsWrongIsNamed) {
  const std::pair<const char*, const char*> wrong[] = {
      {"{first} to {last", "without '}'"},
      {"A} {first} to {last}", "without '{'"},
      {"{first}-{batch:digits}", "once each"},
      {"{first}-{last}-{first}", "once each"},
      {"{first}{last}", "nothing parts"},
      {"{batch:digits}{first}-{last}", "nothing parts"},
      {"{batch:digits}0{first}-{last}", "would take"},
      {"{batch:word}A-{first}-{last}", "would take"},
      {"{first},{last}", "would take"},
      {"{batch:number}-{first}-{last}", "no class number"},
      {"{Batch:digits}-{first}-{last}", "of a-z"},
      {"{batch}-{first}-{last}", "not named before"},
      {"{batch:digits}-{batch:digits}-{first}-{last}", "named twice"},
      {"{first:digits}-{last}", "has no class"},
      {"{first}  {last}", "two blanks"},
      {"第{first}-{last}", "ASCII"},
      {"{project:digits}-{first}-{last}", "identity names batch"},
  };
  for (const auto& [pattern, what] : wrong) {
    const auto grammar = compile_serial_grammar("p", "key", "p", {"batch"}, pattern);
    ASSERT_FALSE(grammar) << pattern;
    EXPECT_EQ(grammar.error().def, &errors::serial_grammar_broken);
    EXPECT_NE(sentence(grammar.error(), Language::en).find(what), std::string::npos) << sentence(grammar.error(), Language::en);
  }
  EXPECT_FALSE(compile_serial_grammar("p", "key", "opaque", {}, "{first}-{last}"));
  EXPECT_FALSE(compile_serial_grammar("p", "key", "", {}, "{first}-{last}"));
  EXPECT_TRUE(compile_serial_grammar("p", "key", "p", {"batch"}, "{batch:word}_{first} - {last}"));
}

// Random serials of every form. The generator writes the text and knows what it wrote: who the units belong to (without leading zeros, in capitals) and their
// numbers.
struct Written {
  std::string programme, text, origin;
  std::uint64_t first = 0, last = 0;
};
class Writer {
 public:
  explicit Writer(std::uint64_t seed, bool narrow) : random_(seed), narrow_(narrow) {}

  Written any() {
    const std::uint64_t form = below(8);
    Written w;
    first_ = 1 + (narrow_ ? below(20) : below(UINT64_C(1) << below(63)));
    last_ = first_ + (narrow_ ? below(8) : below(UINT64_C(1) << below(62)));
    separators_ = below(3) == 0;
    w.first = first_, w.last = last_;
    const std::string to = blank() + word("to") + blank();
    switch (form) {
      case 0: {
        const auto batch = digits();
        w = {"verra", batch.text + "-" + number(first_) + "-" + number(last_) + word("-VCS-VCU-") + digits().text + word("-VER-") + letters().text + "-" + digits().text + "-" + digits().text +
                          "-01012020-31122020-" + digits().text, "verra/" + batch.plain, first_, last_};
        break;
      }
      case 1: {
        const auto head = word("GS1-") + digits().text + "-" + letters().text + word("-GS") + digits().text + "-" + digits().text + "-" + year() + "-";
        const auto batch = digits();
        w = {"gold_standard", head + batch.text + "-" + number(first_) + "-" + number(last_), "gold_standard/" + batch.plain, first_, last_};
        break;
      }
      case 2: {
        const auto party = letters(), type = digits(), period = digits(), tail = digits();
        const std::string end = "-" + period.text + "-" + tail.text + "-0-" + tail.text;
        w = {below(2) == 0 ? "cdm" : "gold_standard", party.text + "-" + type.text + "-" + number(first_) + end + blank() + "-" + blank() + party.text + "-" + type.text + "-" + number(last_) + end,
            "kyoto/" + party.plain + "/" + period.plain, first_, last_};
        break;
      }
      case 3:
      case 4: {
        const bool acr = form == 3;
        const auto country = letters(), project = digits(), batch = digits();
        const auto when = year();
        const std::string between = acr && below(4) == 0 ? "-" : to;
        w = {acr ? "acr" : "art", word(acr ? "ACR-" : "ART-") + country.text + "-" + project.text + "-" + when + "-" + batch.text + "-" + number(first_) + between + number(last_),
            (acr ? "acr/" : "art/") + project.plain + "/" + when + "/" + batch.plain, first_, last_};
        break;
      }
      case 5:
      case 6: {
        const auto batch = digits();
        w = {"car", word("CAR-") + (below(3) == 0 ? word("ROC") : digits().text) + "-" + letters().text + "-" + digits().text + "-" + digits().text + "-" + digits().text + "-" + letters().text + "-" +
                        year() + "-" + batch.text + "-" + number(first_) + to + number(last_), "car/" + batch.plain, first_, last_};
        break;
      }
      default: {
        std::string text = word("CDC"), origin = "cercarbono";
        for (int i = 0; i < 6; ++i) {
          const auto d = digits();
          text += "_" + d.text;
          origin += "/" + d.plain;
        }
        const auto when = year();
        w = {"cercarbono", text + "_" + when + blank() + number(first_) + to + number(last_), origin + "/" + when, first_, last_};
      }
    }
    if (below(4) == 0) w.text = blank() + w.text;
    if (below(4) == 0) w.text += blank();
    return w;
  }
  std::uint64_t below(std::uint64_t n) { return n == 0 ? 0 : std::uniform_int_distribution<std::uint64_t>(0, n - 1)(random_); }

 private:
  struct Both {
    std::string text, plain;
  };
  Both digits() {
    const auto value = std::to_string(below(narrow_ ? 3 : 100000));
    return {(below(5) == 0 ? std::string(1 + below(3), '0') : std::string()) + value, value};
  }
  Both letters() {
    std::string upper;
    for (int i = 0; i < 2; ++i) upper += static_cast<char>('A' + below(narrow_ ? 2 : 26));
    return {word(upper), upper};
  }
  std::string year() { return std::to_string(narrow_ ? 2020 + below(2) : 1990 + below(60)); }
  std::string word(std::string text) {
    if (below(5) == 0) std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
  }
  std::string blank() {
    static const char* const all[] = {" ", " ", " ", "  ", "\t", "\xC2\xA0", "\xE3\x80\x80"};
    return all[below(std::size(all))];
  }
  std::string number(std::uint64_t value) {
    std::string text = (below(6) == 0 ? std::string(1 + below(4), '0') : std::string()) + std::to_string(value);
    if (!separators_) return text;
    std::string grouped;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && (text.size() - i) % 3 == 0) grouped += ',';
      grouped += text[i];
    }
    return grouped;
  }

  std::mt19937_64 random_;
  bool narrow_;
  bool separators_ = false;
  std::uint64_t first_ = 0, last_ = 0;
};

TEST(RandomSerials, AreReadAndPrintedBackAndTheirSlicesTile) {
  const std::uint64_t seed = test::seed();
  Writer writer(seed, false);
  for (int i = 0; i < 20000; ++i) {
    const auto w = writer.any();
    const auto s = parse(w.programme, w.text);
    ASSERT_FALSE(s.opaque()) << w.text << " seed " << seed;
    ASSERT_EQ(print_serial(s), w.text) << seed;
    ASSERT_EQ(s.origin, w.origin) << w.text << " seed " << seed;
    ASSERT_EQ(s.first, w.first) << w.text << " seed " << seed;
    ASSERT_EQ(s.last, w.last) << w.text << " seed " << seed;
    ASSERT_EQ(*print_range(s, s.first, s.last), w.text) << seed;
    std::uint64_t next = s.first;
    for (bool more = true; more;) {
      const std::uint64_t end = writer.below(3) == 0 ? s.last : next + writer.below(s.last - next + 1);
      const auto slice = parse(w.programme, *print_range(s, next, end));
      ASSERT_EQ(slice.grammar, s.grammar) << w.text << " seed " << seed;
      ASSERT_EQ(slice.origin, s.origin) << w.text << " seed " << seed;
      ASSERT_EQ(slice.first, next) << w.text << " seed " << seed;
      ASSERT_EQ(slice.last, end) << w.text << " seed " << seed;
      ASSERT_EQ(slice.parts.size(), s.parts.size());
      more = end < s.last;
      next = end + 1;
    }
  }
}

TEST(RandomSerials, ShareAnOriginAndNumbersOnlyWhereTheyAreTheSameUnits) {
  const std::uint64_t seed = test::seed();
  Writer writer(seed, true);
  std::vector<Written> written;
  std::vector<ParsedSerial> read;
  for (int i = 0; i < 1500; ++i) {
    written.push_back(writer.any());
    read.push_back(parse(written.back().programme, written.back().text));
    ASSERT_FALSE(read.back().opaque());
  }
  std::size_t same = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool told = read[i].origin == read[j].origin && read[i].first <= read[j].last && read[j].first <= read[i].last;
      const bool is = written[i].origin == written[j].origin && written[i].first <= written[j].last && written[j].first <= written[i].last;
      ASSERT_EQ(told, is) << written[i].text << " | " << written[j].text << " seed " << seed;
      same += is ? 1 : 0;
    }
  }
  EXPECT_GT(same, 100U);
}

TEST(RandomSerials, OneByteChangedIsReadOrKeptButNeverLost) {
  const std::uint64_t seed = test::seed();
  Writer writer(seed, true);
  for (int i = 0; i < 20000; ++i) {
    auto w = writer.any();
    w.text[writer.below(w.text.size())] = static_cast<char>(writer.below(256));
    for (const auto& programme : {w.programme, std::string()}) {
      const auto s = parse(programme, w.text);
      ASSERT_EQ(print_serial(s), w.text) << seed;
      ASSERT_FALSE(s.origin.empty());
    }
  }
}

}  // namespace
}  // namespace sumi::registry
