#include "project/stands.h"

#include <algorithm>
#include <array>

#include "base/csv.h"
#include "base/limits.h"
#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

struct ColumnName {
  std::string_view name;
  std::string_view japanese;
  bool needed;
};

std::string joined(std::span<const std::string> names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : ", ") + n;
  return out.empty() ? "-" : out;
}

// One CSV file by named columns; what is wrong is collected.
template <std::size_t N>
class Lines {
 public:
  Lines(const std::array<ColumnName, N>& columns, std::string file) : columns_(columns), file_(std::move(file)) {}

  // False after an error that makes rows meaningless.
  Result<CsvTable> open(std::string_view utf8) {
    SUMI_TRY(CsvTable table, read_csv(utf8, file_, true));
    std::vector<std::string> known;
    for (const ColumnName& c : columns_) known.push_back(std::string(c.name) + " (" + std::string(c.japanese) + ")");
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      const std::string name = trim(table.header[i]);
      const auto it = std::ranges::find_if(columns_, [&](const ColumnName& c) { return c.name == name || c.japanese == name; });
      const auto k = static_cast<std::size_t>(it - columns_.begin());
      if (it == columns_.end() || at_[k]) {
        note(errors::stands_header_unknown, table.header_line, static_cast<std::uint32_t>(i + 1), {{"column", name}, {"known", joined(known)}});
      } else {
        at_[k] = i;
      }
    }
    for (std::size_t k = 0; k < N; ++k) {
      if (columns_[k].needed && !at_[k]) note(errors::stands_header_missing, table.header_line, 0, {{"column", name_of(k)}});
    }
    if (table.rows.empty()) note(errors::stands_empty, table.header_line, 0);
    if (!good()) return fail(take());
    return table;
  }

  void turn_to(const CsvTable::Row& row) { row_ = &row; }
  [[nodiscard]] bool has(std::size_t column) const { return at_[column].has_value(); }
  [[nodiscard]] std::string name_of(std::size_t column) const {
    return std::string(columns_[column].name) + " (" + std::string(columns_[column].japanese) + ")";
  }
  [[nodiscard]] std::string text(std::size_t column) const { return at_[column] ? trim(row_->fields[*at_[column]]) : std::string(); }
  [[nodiscard]] Place place(std::size_t column) const {
    return {file_, row_->line, at_[column] ? static_cast<std::uint32_t>(*at_[column] + 1) : 0};
  }
  void refuse(const ErrorDef& def, std::size_t column, ErrorArgs args = {}) { note(def, row_->line, place(column).column, args); }
  bool need(std::size_t column) {
    if (!text(column).empty()) return true;
    refuse(errors::stands_missing, column, {{"column", name_of(column)}});
    return false;
  }
  // A number that is not negative.
  std::optional<Rational> number(std::size_t column) {
    if (!need(column)) return std::nullopt;
    std::string plain = to_half_width(text(column));
    std::erase(plain, ',');
    const auto value = Decimal::parse(plain);
    if (value && value->sign() >= 0) return Rational(*value);
    refuse(errors::stands_number, column, {{"text", text(column)}, {"column", name_of(column)}});
    return std::nullopt;
  }
  std::optional<std::int32_t> whole(std::size_t column, std::int32_t least) {
    const std::string plain = to_half_width(text(column));
    const bool digits = !plain.empty() && plain.size() <= 4 && std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
    const std::int32_t value = digits ? std::stoi(plain) : -1;
    if (value >= least) return value;
    refuse(errors::stands_number, column, {{"text", text(column)}, {"column", name_of(column)}});
    return std::nullopt;
  }
  bool species(std::size_t column, std::span<const std::string> known) {
    if (!need(column)) return false;
    if (std::ranges::find(known, text(column)) != known.end()) return true;
    refuse(errors::stands_species, column, {{"name", text(column)}, {"known", joined(known)}});
    return false;
  }

  void note(const ErrorDef& def, std::uint32_t line, std::uint32_t column, ErrorArgs args = {}) {
    if (errors_.size() < limits::findings_max) errors_.push_back(make_error(def, args, {file_, line, column}));
  }
  [[nodiscard]] bool good() const { return errors_.empty(); }
  [[nodiscard]] Error take() {
    std::ranges::stable_sort(errors_, {}, [](const Error& e) { return std::pair(e.place.line, e.place.column); });
    Error first = std::move(errors_.front());
    for (std::size_t i = 1; i < errors_.size(); ++i) first.also.push_back(std::move(errors_[i]));
    return first;
  }

 private:
  const std::array<ColumnName, N>& columns_;
  std::string file_;
  std::array<std::optional<std::size_t>, N> at_;
  const CsvTable::Row* row_ = nullptr;
  std::vector<Error> errors_;
};

enum StandColumn : std::size_t { label, parcel, species, site_class, area, area_measured, age, age_class, fiscal_year, evidence };
constexpr std::array<ColumnName, 10> stand_columns{{{"label", "林分", true}, {"parcel", "地番", true}, {"species", "樹種", true}, {"site_class", "地位", true},
    {"area", "面積", true}, {"area_measured", "実測", true}, {"age", "林齢", false}, {"age_class", "齢級", false}, {"fiscal_year", "基準年度", true},
    {"evidence", "根拠資料", false}}};

enum YieldColumn : std::size_t { of_species, of_site_class, of_age, of_age_class, of_volume };
constexpr std::array<ColumnName, 5> yield_columns{{{"species", "樹種", true}, {"site_class", "地位", true}, {"age", "林齢", false}, {"age_class", "齢級", false},
    {"volume", "材積", true}}};

std::optional<bool> truth_of(const std::string& text) {
  for (const std::string_view yes : {"yes", "true", "有", "はい"}) {
    if (text == yes) return true;
  }
  for (const std::string_view no : {"no", "false", "無", "いいえ"}) {
    if (text == no) return false;
  }
  return std::nullopt;
}

std::optional<Stand> read_stand(Lines<10>& in, std::span<const std::string> known) {
  Stand s;
  bool good = true;
  for (const std::size_t column : {label, parcel, site_class, fiscal_year, area_measured}) good = in.need(column) && good;
  good = in.species(species, known) && good;
  s.label = in.text(label);
  s.parcel = in.text(parcel);
  s.species = in.text(species);
  s.site_class = in.text(site_class);
  s.evidence = in.text(evidence);
  s.place = in.place(label);
  const auto hectares = in.number(area);
  if (hectares) s.area_ha = *hectares;
  const auto measured = truth_of(in.text(area_measured));
  if (!measured && !in.text(area_measured).empty()) in.refuse(errors::stands_truth, area_measured, {{"text", in.text(area_measured)}});
  s.area_measured = measured.value_or(false);
  const auto year = FiscalYear::parse(in.text(fiscal_year));
  if (!year && !in.text(fiscal_year).empty()) {
    in.refuse(errors::stands_number, fiscal_year, {{"text", in.text(fiscal_year)}, {"column", in.name_of(fiscal_year)}});
  }
  if (year) s.fiscal_year = *year;
  if (in.text(age).empty() == in.text(age_class).empty()) {
    in.refuse(errors::stands_age, age);
    return std::nullopt;
  }
  if (!in.text(age).empty()) s.age = in.whole(age, 0);
  if (!in.text(age_class).empty()) s.age_class = in.whole(age_class, 1);
  if (!good || !hectares || !measured || !year || (!s.age && !s.age_class)) return std::nullopt;
  return s;
}

}  // namespace

Result<std::vector<Stand>> read_stands(std::string_view utf8, std::string file, std::span<const std::string> known) {
  Lines in(stand_columns, std::move(file));
  SUMI_TRY(const CsvTable table, in.open(utf8));
  std::vector<Stand> stands;
  std::map<std::string, std::uint32_t> lines;
  for (const CsvTable::Row& row : table.rows) {
    in.turn_to(row);
    auto stand = read_stand(in, known);
    const auto [first, is_new] = lines.emplace(in.text(label), row.line);
    if (!is_new && !in.text(label).empty()) in.refuse(errors::stands_label_twice, label, {{"label", in.text(label)}, {"line", std::to_string(first->second)}});
    if (stand) stands.push_back(*std::move(stand));
  }
  if (!in.good()) return fail(in.take());
  return stands;
}

Result<YieldTable> read_yield_table(std::string_view utf8, std::string file, std::span<const std::string> known) {
  Lines in(yield_columns, file);
  SUMI_TRY(const CsvTable table, in.open(utf8));
  YieldTable out;
  out.file = std::move(file);
  if (in.has(of_age) == in.has(of_age_class)) {
    in.note(errors::yield_key, table.header_line, 0);
    return fail(in.take());
  }
  out.by_class = in.has(of_age_class);
  const std::size_t key = out.by_class ? of_age_class : of_age;
  for (const CsvTable::Row& row : table.rows) {
    in.turn_to(row);
    const bool named = in.species(of_species, known);
    const bool sited = in.need(of_site_class);
    const auto years = in.need(key) ? in.whole(key, out.by_class ? 1 : 0) : std::nullopt;
    const auto volume = in.number(of_volume);
    if (!named || !sited || !years || !volume) continue;
    auto& list = out.volumes[{in.text(of_species), in.text(of_site_class)}];
    const auto at = std::ranges::lower_bound(list, *years, {}, &YieldTable::Volume::age);
    if (at != list.end() && at->age == *years) {
      in.refuse(errors::yield_twice, key, {{"species", in.text(of_species)}, {"site_class", in.text(of_site_class)}, {"age", in.text(key)}, {"line", std::to_string(at->line)}});
      continue;
    }
    list.insert(at, {*years, *volume, row.line});
  }
  for (const auto& [name, list] : out.volumes) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (!(list[i].m3_per_ha < list[i - 1].m3_per_ha)) continue;
      in.note(errors::yield_falls, list[i].line, 0, {{"species", name.first}, {"site_class", name.second}, {"line", std::to_string(list[i - 1].line)}});
    }
  }
  if (!in.good()) return fail(in.take());
  return out;
}

namespace {

// The volumes of one stand in one year.
class StandReader {
 public:
  StandReader(const Stand& stand, const YieldTable& table, FiscalYear year, Interpolation how) : stand_(stand), table_(table), year_(year), how_(how) {}

  Result<StandYear> read() {
    const auto found = table_.volumes.find({stand_.species, stand_.site_class});
    if (found == table_.volumes.end()) {
      std::string known;
      for (const auto& [key, list] : table_.volumes) {
        if (key.first == stand_.species) known += (known.empty() ? "" : ", ") + key.second;
      }
      return fail(errors::yield_unknown, {{"species", stand_.species}, {"site_class", stand_.site_class}, {"file", table_.file}, {"known", known.empty() ? "-" : known}},
                  stand_.place);
    }
    list_ = &found->second;
    SUMI_CHECK(age());
    SUMI_TRY(out_.volume, volume(table_.by_class ? class_ : out_.age));
    SUMI_TRY(out_.volume_5_years_later, volume(table_.by_class ? class_ + 1 : out_.age + 5));
    return std::move(out_);
  }

 private:
  Result<void> age() {
    if (stand_.age) {
      const std::int32_t then = *stand_.age + (year_.number - stand_.fiscal_year.number);
      if (then < 0) return fail(errors::stands_not_planted, {{"label", stand_.label}, {"year", year_.to_string()}}, stand_.place);
      out_.age = then;
      class_ = std::max((then + 4) / 5, 1);
      return {};
    }
    if (year_ != stand_.fiscal_year) {
      return fail(errors::stands_class_year, {{"label", stand_.label}, {"year", year_.to_string()}, {"own", stand_.fiscal_year.to_string()}}, stand_.place);
    }
    if (!table_.by_class) return fail(errors::stands_class_by_age, {{"label", stand_.label}, {"file", table_.file}}, stand_.place);
    class_ = *stand_.age_class;
    out_.age = class_ * 5;
    return {};
  }

  void cite(const std::string& lines, bool between) {
    const std::string note = table_.file + ":" + lines + (between ? " (直線補間 / linear)" : "");
    if (out_.evidence != note) out_.evidence += (out_.evidence.empty() ? "" : ", ") + note;
  }

  Result<Rational> volume(std::int32_t wanted) {
    const auto at = std::ranges::lower_bound(*list_, wanted, {}, &YieldTable::Volume::age);
    if (at != list_->end() && at->age == wanted) {
      cite(std::to_string(at->line), false);
      return at->m3_per_ha;
    }
    const ErrorDef& refusal = at == list_->begin() || at == list_->end() ? errors::yield_age_outside : errors::yield_age_missing;
    if (&refusal == &errors::yield_age_outside || table_.by_class || how_ == Interpolation::none) {
      return fail(refusal,
                  {{"label", stand_.label}, {"species", stand_.species}, {"site_class", stand_.site_class}, {"file", table_.file}, {"age", std::to_string(wanted)},
                   {"what", table_.by_class ? "age class" : "age"}, {"what_ja", table_.by_class ? "齢級" : "林齢"},
                   {"first", std::to_string(list_->front().age)}, {"last", std::to_string(list_->back().age)}},
                  stand_.place);
    }
    const auto& low = *std::prev(at);
    const Rational share(Integer(wanted - low.age), Integer(at->age - low.age));
    cite(std::to_string(low.line) + "-" + std::to_string(at->line), true);
    return Rational(round_places(low.m3_per_ha + (at->m3_per_ha - low.m3_per_ha) * share, 6, Rounding::half_even));
  }

  const Stand& stand_;
  const YieldTable& table_;
  FiscalYear year_;
  Interpolation how_;
  const std::vector<YieldTable::Volume>* list_ = nullptr;
  std::int32_t class_ = 0;
  StandYear out_;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// What a stand's four monitored coefficients are in a year.
struct Coefficient {
  const char* symbol;
  const char* definition;
  const char* unit;
  const char* monitoring_class;
  std::string value;
  std::string evidence;
};
std::array<Coefficient, 4> coefficients(const Stand& stand, const StandYear& year) {
  const std::string own = stand.evidence;
  return {{{"A", "林分の面積", "ha", stand.area_measured ? "I" : "II", stand.area_ha.to_string(), own},
      {"age", "当該年度の林齢", "year", "II", std::to_string(year.age), own},
      {"V_age", "林齢における1 ha当たりの幹材積", "m3/ha", "II", year.volume.to_string(), year.evidence},
      {"V_age5", "林齢+5年における1 ha当たりの幹材積", "m3/ha", "II", year.volume_5_years_later.to_string(), year.evidence}}};
}

}  // namespace

Result<std::vector<StandYear>> stands_in(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear year, Interpolation how) {
  std::vector<StandYear> out;
  std::vector<Error> found;
  for (const Stand& stand : stands) {
    auto one = StandReader(stand, table, year, how).read();
    if (one) {
      out.push_back(*std::move(one));
    } else if (found.size() < limits::findings_max) {
      found.push_back(std::move(one).error());
    }
  }
  if (found.empty()) return out;
  Error first = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) first.also.push_back(std::move(found[i]));
  return fail(std::move(first));
}

Result<std::string> stand_plan_rows(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear year, Interpolation how) {
  SUMI_TRY(const auto years, stands_in(stands, table, year, how));
  std::string rows, facts, monitoring;
  const auto line = [](std::string& out, const char* key, std::string_view value) { out += std::string(key) + " = " + quoted(value) + "\n"; };
  for (std::size_t i = 0; i < stands.size(); ++i) {
    const Stand& s = stands[i];
    rows += "[[activities.rows]]\n";
    line(rows, "list", "stands");
    line(rows, "label", s.label);
    for (const auto& [symbol, value] : std::initializer_list<std::pair<const char*, std::string>>{
             {"species", s.species}, {"parcel", s.parcel}, {"site_class", s.site_class}, {"area_measured", s.area_measured ? "true" : "false"}}) {
      facts += "[[activities.parameters]]\n";
      line(facts, "symbol", symbol);
      line(facts, "row", s.label);
      line(facts, "value", value);
    }
    for (const Coefficient& c : coefficients(s, years[i])) {
      monitoring += "[[activities.coefficients]]\n";
      line(monitoring, "symbol", c.symbol);
      line(monitoring, "row", s.label);
      line(monitoring, "definition", c.definition);
      line(monitoring, "unit", c.unit);
      line(monitoring, "monitoring_class", c.monitoring_class);
      line(monitoring, "expected", c.value + " " + c.unit);
      line(monitoring, "grounds", c.evidence);
    }
  }
  // 12.3: how the area was measured, where any was.
  std::string surveys;
  for (const Stand& s : stands) {
    if (s.area_measured) surveys += (surveys.empty() ? "" : "、") + s.label + ": " + (s.evidence.empty() ? "実測" : s.evidence);
  }
  if (!surveys.empty()) {
    monitoring += "[[activities.measurements]]\n";
    line(monitoring, "symbol", "A");
    line(monitoring, "definition", "林分の面積");
    line(monitoring, "method", "実測による(" + surveys + ")");
  }
  std::string out = "# " + year.to_string() + ", " + table.file + "\n" + rows + facts + monitoring;
  if (out.size() > limits::toml_file_bytes_max) {
    return fail(errors::stands_too_many, {{"count", std::to_string(stands.size())}, {"bytes", std::to_string(out.size())}, {"limit", std::to_string(limits::toml_file_bytes_max)}});
  }
  return out;
}

Result<std::string> stand_data(const std::vector<Stand>& stands, const YieldTable& table, FiscalYear first, FiscalYear last, Interpolation how) {
  std::string out = "parameter,row,period,value,unit,class,evidence\n";
  for (FiscalYear year = first; year <= last; ++year.number) {
    SUMI_TRY(const auto years, stands_in(stands, table, year, how));
    for (std::size_t i = 0; i < stands.size(); ++i) {
      for (const Coefficient& c : coefficients(stands[i], years[i])) {
        out += std::string(c.symbol) + "," + csv_field(stands[i].label) + "," + year.to_string() + "," + c.value + "," + c.unit + "," + c.monitoring_class + "," +
               csv_field(c.evidence) + "\n";
      }
    }
  }
  return out;
}

}  // namespace sumi::project
