#include "base/unit_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace sumi {

namespace {

using enum BaseDimension;

struct Name {
  std::string_view name;
  BaseDimension dimension;
  std::int64_t scale;  // in the base unit: J, g, mL, m3N, m3SATP, m, m2, yen, h, month, person, piece
};

constexpr std::int64_t kilo = 1000;
constexpr std::int64_t mega = kilo * kilo;
constexpr std::int64_t giga = mega * kilo;
constexpr std::int64_t tera = giga * kilo;
constexpr std::int64_t peta = tera * kilo;
constexpr std::int64_t watt_hour = 3600;

constexpr std::array energy_names{
    Name{"J", energy, 1},
    Name{"kJ", energy, kilo},
    Name{"MJ", energy, mega},
    Name{"GJ", energy, giga},
    Name{"TJ", energy, tera},
    Name{"PJ", energy, peta},
    Name{"Wh", energy, watt_hour},
    Name{"kWh", energy, watt_hour* kilo},
    Name{"MWh", energy, watt_hour* mega},
    Name{"GWh", energy, watt_hour* giga},
};

constexpr std::array<std::pair<std::string_view, BaseDimension>, 3> energy_suffixes{
    {{"_HHV", energy_hhv}, {"_LHV", energy_lhv}, {"_primary", energy_primary}}};

constexpr std::array plain_names{
    Name{"g", mass, 1},         Name{"kg", mass, kilo},        Name{"t", mass, mega},
    Name{"kt", mass, giga},     Name{"Mt", mass, tera},        Name{"gCO2", co2, 1},
    Name{"kgCO2", co2, kilo},   Name{"tCO2", co2, mega},       Name{"ktCO2", co2, giga},
    Name{"MtCO2", co2, tera},   Name{"gCO2e", co2e, 1},        Name{"kgCO2e", co2e, kilo},
    Name{"tCO2e", co2e, mega},  Name{"ktCO2e", co2e, giga},    Name{"MtCO2e", co2e, tera},
    Name{"gC", carbon, 1},      Name{"kgC", carbon, kilo},     Name{"tC", carbon, mega},
    Name{"mL", volume, 1},      Name{"L", volume, kilo},       Name{"kL", volume, mega},
    Name{"m3", volume, mega},   Name{"m3N", volume_normal, 1}, Name{"m3SATP", volume_satp, 1},
    Name{"m2", area, 1},        Name{"a", area, 100},          Name{"ha", area, 10'000},
    Name{"km2", area, mega},    Name{"m", length, 1},          Name{"km", length, kilo},
    Name{"h", time, 1},         Name{"day", time, 24},         Name{"month", calendar, 1},
    Name{"year", calendar, 12}, Name{"yen", money, 1},         Name{"person", person, 1},
    Name{"piece", piece, 1},
};

// Two dimensions in one name.
struct CompoundName {
  std::string_view name;
  BaseDimension first;
  BaseDimension second;
  std::int8_t second_exponent;
  std::int64_t scale;
};
constexpr std::array compound_names{
    CompoundName{"t-km", mass, length, 1, mega* kilo},     CompoundName{"kg-km", mass, length, 1, kilo* kilo},
    CompoundName{"person-day", person, time, 1, 24},       CompoundName{"person-km", person, length, 1, kilo},
    CompoundName{"W", energy, time, -1, watt_hour},        CompoundName{"kW", energy, time, -1, watt_hour* kilo},
    CompoundName{"MW", energy, time, -1, watt_hour* mega},
};

using TextPair = std::pair<std::string_view, std::string_view>;

constexpr auto spellings = std::to_array<TextPair>({
    {"tkm", "t-km"},        {"トンキロ", "t-km"},   {"Nm3", "m3N"},
    {"m3_N", "m3N"},        {"m3_SATP", "m3SATP"},  {"l", "L"},
    {"kl", "kL"},           {"ml", "mL"},           {"リットル", "L"},
    {"キロリットル", "kL"}, {"立方メートル", "m3"}, {"平方メートル", "m2"},
    {"トン", "t"},          {"キログラム", "kg"},   {"グラム", "g"},
    {"ヘクタール", "ha"},   {"アール", "a"},        {"メートル", "m"},
    {"キロメートル", "km"}, {"円", "yen"},          {"JPY", "yen"},
    {"人", "person"},       {"人日", "person-day"}, {"人キロ", "person-km"},
    {"人km", "person-km"},  {"台", "piece"},        {"個", "piece"},
    {"本", "piece"},        {"件", "piece"},        {"時間", "h"},
    {"hour", "h"},          {"日", "day"},          {"日間", "day"},
    {"か月", "month"},      {"ヶ月", "month"},      {"カ月", "month"},
    {"月", "month"},        {"年", "year"},         {"年度", "year"},
    {"d", "day"},           {"y", "year"},          {"yr", "year"},
});

struct ScaleWord {
  std::string_view word;
  std::string_view japanese;
  std::int64_t factor;
};
// 百万 stands before 万, ten_thousand_ has another beginning than thousand_.
constexpr std::array scale_words{ScaleWord{"hundred_million_", "億", 100'000'000}, ScaleWord{"million_", "百万", 1'000'000},
                                 ScaleWord{"ten_thousand_", "万", 10'000}, ScaleWord{"thousand_", "千", 1000}};

// After to_half_width, in this order.
constexpr auto substitutions = std::to_array<TextPair>({
    {"㎥", "m3"},
    {"㎡", "m2"},
    {"㎢", "km2"},
    {"㎏", "kg"},
    {"㎞", "km"},
    {"㎘", "kL"},
    {"㎖", "mL"},
    {"㍑", "L"},
    {"㌧", "t"},
    {"㌶", "ha"},
    {"㌃", "a"},
    {"㌫", "%"},
    {"㎾", "kW"},
    {"㎿", "MW"},
    {"ℓ", "L"},
    {"²", "2"},
    {"³", "3"},
    {"₂", "2"},
    {"㌘", "g"},
    {"㌔", "k"},
    {"㎝", "cm"},
    {"−", "-"},
    {"‐", "-"},
    {"‑", "-"},
    {"‒", "-"},
    {"–", "-"},
    {"—", "-"},
    {"―", "-"},
    {"─", "-"},
    {"·", "*"},
    {"・", "*"},
    {"⋅", "*"},
    {"×", "*"},
    {"∙", "*"},
    {"÷", "/"},
    {"⁄", "/"},
    {"∕", "/"},
    {"(HHV)", "_HHV"},
    {"(LHV)", "_LHV"},
    {"(高位)", "_HHV"},
    {"(低位)", "_LHV"},
    {"(高位発熱量)", "_HHV"},
    {"(低位発熱量)", "_LHV"},
    {"(一次)", "_primary"},
    {"(一次エネルギー)", "_primary"},
});

Unit make_unit(std::string text, std::initializer_list<std::pair<BaseDimension, std::int8_t>> parts, std::int64_t scale) {
  Unit unit;
  for (const auto& [dimension, exponent] : parts) unit.dimension.exponent[static_cast<std::size_t>(dimension)] = exponent;
  unit.scale = scale;
  unit.text = std::move(text);
  return unit;
}

// t-CO2, kg-CO2eq, t-C: one form without hyphen, and e for eq.
std::string gas_spelling(std::string_view name) {
  std::string out(name);
  const std::size_t gas = out.find("-C");
  if (gas != std::string::npos && gas != 0) out.erase(gas, 1);
  for (const std::string_view ending : {"CO2eq", "CO2-eq", "CO2-e"}) {
    if (out.ends_with(ending)) {
      out.resize(out.size() - ending.size());
      return out + "CO2e";
    }
  }
  return out;
}

std::optional<Unit> find_energy(std::string_view name) {
  BaseDimension dimension = energy;
  std::string_view stem = name;
  for (const auto& [suffix, kept_apart] : energy_suffixes) {
    if (!name.ends_with(suffix)) continue;
    dimension = kept_apart;
    stem.remove_suffix(suffix.size());
  }
  const auto* found = std::ranges::find(energy_names, stem, &Name::name);
  if (found == energy_names.end()) return std::nullopt;
  return make_unit(std::string(name), {{dimension, 1}}, found->scale);
}

std::optional<Unit> find_exact(std::string_view written) {
  if (written == "%") {
    Unit percent = make_unit("%", {}, 1);
    percent.scale = Rational(Integer(1), Integer(100));
    return percent;
  }
  const auto* spelling = std::ranges::find(spellings, written, [](const auto& pair) { return pair.first; });
  const std::string name = gas_spelling(spelling != spellings.end() ? spelling->second : written);
  if (const auto* found = std::ranges::find(plain_names, name, &Name::name); found != plain_names.end()) {
    return make_unit(name, {{found->dimension, 1}}, found->scale);
  }
  if (const auto* found = std::ranges::find(compound_names, name, &CompoundName::name); found != compound_names.end()) {
    return make_unit(name, {{found->first, 1}, {found->second, found->second_exponent}}, found->scale);
  }
  return find_energy(name);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The long vowel sign of kana stands for a hyphen where someone typed it between letters: tーCO2.
void mend_long_vowel_sign(std::string& text) {
  constexpr std::string_view sign = "ー";
  for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1)) {
    const std::size_t after = at + sign.size();
    if (at != 0 && ascii_letter(text[at - 1]) && after < text.size() && ascii_letter(text[after])) text.replace(at, sign.size(), "-");
  }
}

struct Kind {
  std::string_view ja;
  std::string_view en;
};
constexpr std::array<Kind, dimension_count> kinds{{
    {"エネルギー", "energy"},
    {"高位発熱量基準のエネルギー", "energy by higher heating value"},
    {"低位発熱量基準のエネルギー", "energy by lower heating value"},
    {"一次エネルギー", "primary energy"},
    {"質量", "mass"},
    {"長さ", "length"},
    {"体積", "volume"},
    {"標準状態(0℃・1気圧)の体積", "normal volume"},
    {"25℃・1バールの体積", "SATP volume"},
    {"面積", "area"},
    {"金額", "money"},
    {"時間", "time"},
    {"人数", "persons"},
    {"CO2の量", "CO2"},
    {"CO2換算の量", "CO2 equivalent"},
    {"炭素の量", "carbon"},
    {"数", "pieces"},
    {"年月", "months and years"},
    {"計画が定める単位", "a unit that the plan chooses"},
    {"計画が定める単位", "a unit that the plan chooses"},
    {"計画が定める単位", "a unit that the plan chooses"},
    {"計画が定める単位", "a unit that the plan chooses"},
}};
static_assert(!kinds.back().ja.empty());

// Joined lawfully by something that a document states, in this order of looking.
struct Bridge {
  BaseDimension one;
  BaseDimension other;
  std::string_view ja;
  std::string_view en;
};
constexpr std::array bridges{
    Bridge{co2, co2e, "tCO2とtCO2eは、名前と版を示した地球温暖化係数(GWP)によってだけ結ばれます。",
           "tCO2 and tCO2e are joined only by a named GWP set."},
    Bridge{energy_hhv, energy_lhv, "高位発熱量と低位発熱量は、その燃料について示された比によってだけ結ばれます。",
           "HHV and LHV are joined only by the fuel's stated ratio."},
    Bridge{volume_normal, volume_satp,
           "m3Nとm3SATPは、算定・報告・公表制度の基準変更による1.1060(298.15/273.15×101.325/100)によって結ばれます。",
           "m3N and m3SATP are joined by 1.1060 of the SHK revision: 298.15/273.15 x 101.325/100."},
    Bridge{carbon, co2, "炭素とCO2は、44/12 tCO2/tCによって結ばれます。", "Carbon and CO2 are joined by 44/12 tCO2/tC."},
    Bridge{volume, volume_normal, "測った体積は、温度と圧力によって標準状態に直してください。",
           "A measured volume becomes a normal one by its temperature and pressure."},
    Bridge{volume, volume_satp, "測った体積は、温度と圧力によって25℃・1バールの体積に直してください。",
           "A measured volume becomes an SATP one by its temperature and pressure."},
    Bridge{energy, energy_primary, "電気などのエネルギーと一次エネルギーは、定められた一次エネルギー換算係数によってだけ結ばれます。",
           "Energy and primary energy are joined only by a stated conversion factor."},
    Bridge{energy, energy_hhv, "燃料の熱量は高位か低位かを示してください。燃料以外の熱量とは、機器の効率によって結ばれます。",
           "Heat of a fuel is by HHV or LHV; it is joined to other energy by the equipment's efficiency."},
    Bridge{energy, energy_lhv, "燃料の熱量は高位か低位かを示してください。燃料以外の熱量とは、機器の効率によって結ばれます。",
           "Heat of a fuel is by HHV or LHV; it is joined to other energy by the equipment's efficiency."},
    Bridge{mass, co2, "物の質量とCO2の量は、排出係数によって結ばれます。", "A mass becomes CO2 by an emission factor."},
    Bridge{mass, co2e, "物の質量とCO2換算の量は、排出係数と地球温暖化係数によって結ばれます。",
           "A mass becomes CO2 equivalent by an emission factor and a GWP."},
    Bridge{mass, carbon, "物の質量と炭素の量は、炭素含有率によって結ばれます。", "A mass becomes carbon by its carbon content."},
    Bridge{mass, volume, "質量と体積は、その物の密度によって結ばれます。", "Mass and volume are joined by the substance's density."},
    Bridge{time, calendar, "月と年の日数は一定ではありません。日数か時間数を示してください。",
           "Months and years have no fixed number of days: state the days or hours."},
};

// The dimensions that differ, as "energy and mass".
std::string kinds_of(const Dimension& d, bool ja) {
  std::string out;
  for (std::size_t i = 0; i < dimension_count; ++i) {
    if (d.exponent[i] == 0) continue;
    if (!out.empty()) out += ja ? "、" : ", ";
    out += ja ? kinds[i].ja : kinds[i].en;
    if (d.exponent[i] != 1) out += "^" + std::to_string(d.exponent[i]);
  }
  return out.empty() ? (ja ? "無次元の数" : "a plain number") : out;
}

}  // namespace

std::string normal_unit_text(std::string_view text) {
  std::string out = to_half_width(text);
  for (const auto& [from, to] : substitutions) replace_all(out, from, to);
  mend_long_vowel_sign(out);
  return trim(out);
}

std::optional<Unit> unit_by_name(std::string_view name) {
  if (auto unit = find_exact(name)) return unit;
  for (const ScaleWord& word : scale_words) {
    for (const std::string_view spelling : {word.word, word.japanese}) {
      if (!name.starts_with(spelling)) continue;
      auto unit = find_exact(name.substr(spelling.size()));
      if (!unit) continue;
      unit->scale *= Rational(word.factor);
      unit->text.insert(0, word.word);
      return unit;
    }
  }
  return std::nullopt;
}

std::string_view scale_word_of(const Rational& factor) {
  const auto* found = std::ranges::find_if(scale_words, [&](const ScaleWord& word) { return Rational(word.factor) == factor; });
  return found == scale_words.end() ? std::string_view() : found->word;
}

MismatchReason mismatch_reason(const Dimension& from, const Dimension& to) {
  // The one pair by which they differ: +n of one, -n of the other.
  std::array<std::size_t, 2> differing{};
  std::size_t count = 0;
  for (std::size_t i = 0; i < dimension_count; ++i) {
    if (from.exponent[i] == to.exponent[i]) continue;
    if (count < 2) differing[count] = i;
    ++count;
  }
  const auto difference = [&](std::size_t i) { return from.exponent[i] - to.exponent[i]; };
  if (count == 2 && difference(differing[0]) == -difference(differing[1])) {
    for (const Bridge& bridge : bridges) {
      const auto one = static_cast<std::size_t>(bridge.one);
      const auto other = static_cast<std::size_t>(bridge.other);
      if (std::minmax(one, other) == std::minmax(differing[0], differing[1])) return {std::string(bridge.ja), std::string(bridge.en)};
    }
  }
  return {"量の種類が違います(" + kinds_of(from, true) + " と " + kinds_of(to, true) + ")。",
          "They measure different things: " + kinds_of(from, false) + " and " + kinds_of(to, false) + "."};
}

}  // namespace sumi
