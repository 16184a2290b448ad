#include "project/monitoring.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/csv.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/names.h"

namespace sumi::project {

namespace {

enum Column : std::size_t { activity_column, parameter_column, row_column, period_column, value_column, unit_column, class_column, evidence_column, note_column };
struct ColumnName {
  std::string_view name;
  std::string_view japanese;
  bool needed;
};
constexpr std::array<ColumnName, 9> columns{{{"activity", "活動", false}, {"parameter", "記号", true}, {"row", "行", false}, {"period", "期間", true},
    {"value", "値", true}, {"unit", "単位", true}, {"class", "分類", false}, {"evidence", "根拠資料", false}, {"note", "備考", false}}};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : ", ") + n;
  return out.empty() ? "-" : out;
}

// Days of `whole` that no period covers, month by month: "2026-05", or "2026-05-11..2026-05-20" where a part is missing.
std::string missing_months(const Period& whole, const std::vector<Period>& sorted) {
  std::vector<std::string> names;
  Date day = whole.first;
  const auto gap = [&](Date last) {
    while (day <= last) {
      const Date first_of_month = Date::from_ymd(day.year(), day.month(), 1).value();
      Date next = first_of_month.plus_days(31);
      next = Date::from_ymd(next.year(), next.month(), 1).value();
      const Date end = std::min(last, next.plus_days(-1));
      const bool full = day == first_of_month && end == next.plus_days(-1);
      names.push_back(full ? first_of_month.to_string().substr(0, 7) : Period{day, end}.to_string());
      day = end.plus_days(1);
    }
  };
  for (const Period& p : sorted) {
    if (day < p.first) gap(p.first.plus_days(-1));
    day = std::max(day, p.last.plus_days(1));
  }
  gap(whole.last);
  return names.empty() ? std::string() : joined(names);
}

class DataReader {
 public:
  DataReader(const CheckedPlan& plan, const Period& period, const rulebook::Rulebook& rulebook, const PlanOptions& options, std::string file)
      : plan_(plan), period_(period), rulebook_(rulebook), options_(options), file_(std::move(file)) {}

  Result<DataSet> read(std::string_view utf8) {
    SUMI_TRY(const CsvTable table, read_csv(utf8, file_, true));
    if (!find_columns(table)) return fail(take());
    if (table.rows.empty()) note(errors::data_empty, 1, 0);
    if (table.rows.size() > limits::data_values_max) {
      note(errors::data_too_many, table.rows.back().line, 0, {{"limit", std::to_string(limits::data_values_max)}});
      return fail(take());
    }
    if (plan_.crediting_period && !plan_.crediting_period->contains(period_)) {
      note(errors::data_report_outside, 0, 0, {{"report", period_.to_string()}, {"crediting", plan_.crediting_period->to_string()}});
    }
    for (const CsvTable::Row& row : table.rows) read_row(row);
    std::ranges::stable_sort(out_.values, [](const DataValue& a, const DataValue& b) {
      return std::tie(a.activity, a.symbol, a.row, a.period.first, a.period.last) < std::tie(b.activity, b.symbol, b.row, b.period.first, b.period.last);
    });
    check_series();
    if (!errors_.empty()) return fail(take());
    out_.period = period_;
    write_canonical();
    return std::move(out_);
  }

 private:
  void note(const ErrorDef& def, std::uint32_t line, std::uint32_t column, ErrorArgs args = {}) {
    if (errors_.size() < limits::findings_max) errors_.push_back(make_error(def, args, {file_, line, column}));
  }
  Error take() {
    std::ranges::stable_sort(errors_, [](const Error& a, const Error& b) {
      return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
    });
    Error first = std::move(errors_.front());
    for (std::size_t i = 1; i < errors_.size(); ++i) first.also.push_back(std::move(errors_[i]));
    return first;
  }

  bool find_columns(const CsvTable& table) {
    std::vector<std::string> known, known_ja;
    for (const ColumnName& c : columns) {
      known.emplace_back(c.name);
      known_ja.emplace_back(c.japanese);
    }
    for (std::size_t i = 0; i < table.header.size(); ++i) {
      const std::string name = trim(table.header[i]);
      const auto it = std::ranges::find_if(columns, [&](const ColumnName& c) { return c.name == name || c.japanese == name; });
      const auto k = static_cast<std::size_t>(it - columns.begin());
      if (it == columns.end() || at_[k]) {
        note(errors::data_header_unknown, table.header_line, static_cast<std::uint32_t>(i + 1), {{"column", name}, {"known", joined(known)}, {"known_ja", joined(known_ja)}});
      } else {
        at_[k] = i;
      }
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k].needed && !at_[k]) note(errors::data_header_missing, table.header_line, 0, {{"column", std::string(columns[k].name)}});
    }
    return errors_.empty();
  }

  // ---- One row ----

  std::string text(Column c) const { return at_[c] ? trim(row_->fields[*at_[c]]) : std::string(); }
  void refuse(const ErrorDef& def, Column c, ErrorArgs args = {}) { note(def, row_->line, at_[c] ? static_cast<std::uint32_t>(*at_[c] + 1) : 0, args); }
  bool need(Column c) {
    if (!text(c).empty()) return true;
    refuse(errors::data_missing, c, {{"column", std::string(columns[c].name)}});
    return false;
  }

  const CheckedActivity* find_activity() {
    const std::string name = text(activity_column);
    if (name.empty() && plan_.activities.size() == 1) return &plan_.activities[0];
    if (name.empty() && !need(activity_column)) return nullptr;
    const CheckedActivity* activity = plan_.activity(name);
    if (activity != nullptr) return activity;
    std::vector<std::string> known;
    for (const CheckedActivity& a : plan_.activities) known.push_back(a.name);
    refuse(errors::data_activity_unknown, activity_column, {{"name", name}, {"known", joined(known)}});
    return nullptr;
  }

  const MonitoredSeries* find_series(const CheckedActivity& activity) {
    if (!need(parameter_column)) return nullptr;
    const std::string symbol = text(parameter_column), label = text(row_column);
    std::vector<std::string> symbols, labels;
    for (const MonitoredSeries& s : activity.series) {
      if (s.symbol == symbol && s.row == label) return &s;
      if (s.symbol == symbol) labels.push_back(s.row.empty() ? "-" : s.row);
      if (symbols.empty() || symbols.back() != s.symbol) symbols.push_back(s.symbol);
    }
    if (labels.empty()) {
      refuse(errors::data_parameter_unknown, parameter_column, {{"symbol", symbol}, {"known", joined(symbols)}});
    } else {
      refuse(errors::data_row_unknown, at_[row_column] ? row_column : parameter_column, {{"symbol", symbol}, {"name", label}, {"known", joined(labels)}});
    }
    return nullptr;
  }

  bool read_period(DataValue& v) {
    if (!need(period_column)) return false;
    const auto period = Period::parse(text(period_column));
    if (!period) {
      refuse(errors::data_period, period_column, {{"text", text(period_column)}});
      return false;
    }
    v.period = *period;
    if (!period_.contains(v.period)) refuse(errors::data_outside_report, period_column, {{"period", v.period.to_string()}, {"report", period_.to_string()}});
    if (plan_.crediting_period && !plan_.crediting_period->contains(v.period)) {
      refuse(errors::data_outside_crediting, period_column, {{"period", v.period.to_string()}, {"crediting", plan_.crediting_period->to_string()}});
    }
    return true;
  }

  // "1O0" and "l2" look like numbers to the eye.
  static bool looks_typed(const std::string& half) {
    bool digit = false, look_alike = false;
    for (const char c : half) {
      if (c >= '0' && c <= '9') digit = true;
      else if (c == 'O' || c == 'o' || c == 'l' || c == 'I') look_alike = true;
      else if (c != '.' && c != ',' && c != '-') return false;
    }
    return look_alike && (digit || half.size() > 1);
  }

  bool read_value(DataValue& v, const MonitoredSeries& series) {
    const bool has_value = need(value_column);
    const bool has_unit = series.unit.dimensionless() || need(unit_column);
    if (!has_value) return false;
    const std::string half = trim(to_half_width(text(value_column)));
    const auto number = Decimal::parse(half, true);
    if (!number) {
      const bool typed = looks_typed(half);
      refuse(errors::data_number, value_column,
             {{"text", text(value_column)}, {"hint_ja", typed ? "数字の0や1の代わりに、英字のOやl、Iが入っています。" : ""},
                 {"hint_en", typed ? " It has a letter O, l or I where a digit belongs." : ""}});
      return false;
    }
    if (number->sign() < 0) refuse(errors::data_negative, value_column, {{"symbol", series.symbol}, {"value", half}});
    if (!has_unit) return false;
    const auto unit = parse_unit(text(unit_column));
    if (!unit || !convertible(*unit, series.unit)) {
      refuse(errors::data_unit, unit_column, {{"symbol", series.symbol}, {"from", unit ? unit->text : text(unit_column)}, {"to", series.unit.text.empty() ? "1" : series.unit.text}});
      return false;
    }
    v.written = Quantity{Rational(*number), *unit};
    v.value = convert(v.written, series.unit)->value;
    return true;
  }

  void read_class(DataValue& v, const MonitoredSeries& series) {
    v.monitoring_class = series.planned_class;
    const std::string given = to_half_width(text(class_column));
    if (given.empty()) return;
    const auto value = value_named<MonitoringClass>(given);
    const std::string planned(name_of(series.planned_class));
    if (!value || (!series.classes.empty() && std::ranges::find(series.classes, given) == series.classes.end())) {
      refuse(errors::data_class, class_column, {{"symbol", series.symbol}, {"given", given}, {"known", series.classes.empty() ? "A, B, C, I, II" : joined(series.classes)}});
    } else if (*value != series.planned_class) {
      refuse(errors::data_class_unplanned, class_column, {{"symbol", series.symbol}, {"given", given}, {"planned", planned}});
    } else {
      v.monitoring_class = *value;
    }
  }

  void read_evidence(DataValue& v) {
    v.evidence = text(evidence_column);
    constexpr std::string_view prefix = "sha256:";
    if (v.evidence.starts_with(prefix)) {
      const auto hash = Hash::from_hex(std::string_view(v.evidence).substr(prefix.size()));
      if (!hash) {
        refuse(errors::data_evidence_hash, evidence_column, {{"text", v.evidence}});
      } else {
        v.evidence = std::string(prefix) + hash->to_hex();
      }
    }
    if (v.evidence.empty()) remark(errors::finding_no_evidence, v, {});
  }

  void remark(const ErrorDef& def, const DataValue& v, std::initializer_list<std::pair<std::string, std::string>> more) {
    if (out_.findings.size() >= limits::findings_max) return;
    Error e = make_error(def, more, v.place);
    e.args.emplace_back("symbol", v.row.empty() ? v.symbol : v.symbol + " (" + v.row + ")");
    e.args.emplace_back("period", v.period.to_string());
    out_.findings.push_back(std::move(e));
  }

  void read_row(const CsvTable::Row& row) {
    row_ = &row;
    DataValue v;
    v.place = {file_, row.line, 0};
    const CheckedActivity* activity = find_activity();
    const MonitoredSeries* series = activity == nullptr ? nullptr : find_series(*activity);
    const bool has_period = read_period(v);
    if (series == nullptr) return;
    v.activity = activity->name;
    v.symbol = series->symbol;
    v.row = series->row;
    v.note = text(note_column);
    read_class(v, *series);
    const bool has_value = read_value(v, *series);
    if (has_period) read_evidence(v);
    if (!has_period) return;
    check_instrument(*activity, v);
    // A value that cannot be read still stands for its period: its month is not missing too.
    if (has_value) out_.values.push_back(std::move(v));
    else unreadable_[{v.activity, v.symbol, v.row}].push_back(v.period);
  }

  void check_instrument(const CheckedActivity& activity, const DataValue& v) {
    if (v.monitoring_class != MonitoringClass::b) return;
    const PlanActivity& written = plan_.plan.activities[static_cast<std::size_t>(&activity - plan_.activities.data())];
    const PlanInstrument* expired = nullptr;
    for (const PlanInstrument& instrument : written.instruments) {
      if (instrument.symbol != v.symbol) continue;
      if (instrument.kind == InstrumentKind::other_meter) return;
      const auto until = Date::parse(instrument.verification_expires);
      if (until && *until >= v.period.last) return;  // one that still holds is enough
      expired = &instrument;
    }
    if (expired == nullptr) return;
    refuse(errors::data_instrument_expired, period_column,
           {{"symbol", v.symbol}, {"instrument", expired->instrument.empty() ? expired->serial_number : expired->instrument},
               {"expires", expired->verification_expires}, {"period", v.period.to_string()}});
  }

  // ---- Whole series ----

  void check_series() {
    for (const CheckedActivity& activity : plan_.activities) {
      for (const MonitoredSeries& series : activity.series) {
        const auto [first, last] = range(activity.name, series);
        check_order(first, last);
        check_gaps(activity, series, first, last);
        check_plausible(series, first, last);
      }
    }
  }

  using Iterator = std::vector<DataValue>::const_iterator;
  [[nodiscard]] std::pair<Iterator, Iterator> range(const std::string& activity, const MonitoredSeries& series) const {
    const auto key = [](const DataValue& v) { return std::tie(v.activity, v.symbol, v.row); };
    const auto wanted = std::tie(activity, series.symbol, series.row);
    const auto first = std::partition_point(out_.values.begin(), out_.values.end(), [&](const DataValue& v) { return key(v) < wanted; });
    const auto last = std::partition_point(first, out_.values.end(), [&](const DataValue& v) { return key(v) == wanted; });
    return {first, last};
  }

  void check_order(Iterator first, Iterator last) {
    const std::uint32_t column = static_cast<std::uint32_t>(*at_[period_column] + 1);
    const DataValue* reach = nullptr;  // the value that reaches furthest so far
    for (auto it = first; it != last; ++it) {
      if (reach != nullptr && it->period == reach->period) {
        note(errors::data_duplicate, it->place.line, column, {{"symbol", it->symbol}, {"period", it->period.to_string()}, {"line", std::to_string(reach->place.line)}});
      } else if (reach != nullptr && it->period.first <= reach->period.last) {
        note(errors::data_overlap, it->place.line, column, {{"symbol", it->symbol}, {"period", it->period.to_string()}, {"line", std::to_string(reach->place.line)},
                                                               {"other", reach->period.to_string()}});
      }
      if (reach == nullptr || reach->period.last < it->period.last) reach = &*it;
    }
  }

  void check_gaps(const CheckedActivity& activity, const MonitoredSeries& series, Iterator first, Iterator last) {
    const std::string symbol = series.row.empty() ? series.symbol : series.symbol + " (" + series.row + ")";
    std::vector<Period> periods;
    for (auto it = first; it != last; ++it) periods.push_back(it->period);
    const auto unreadable = unreadable_.find({activity.name, series.symbol, series.row});
    if (unreadable != unreadable_.end()) periods.insert(periods.end(), unreadable->second.begin(), unreadable->second.end());
    if (periods.empty()) {
      note(errors::data_no_series, 0, 0, {{"symbol", symbol}});
      return;
    }
    std::ranges::sort(periods, {}, &Period::first);
    const std::string missing = missing_months(period_, periods);
    if (!missing.empty()) note(errors::data_gap, first == last ? 0 : first->place.line, 0, {{"symbol", symbol}, {"missing", missing}});
  }

  [[nodiscard]] std::optional<Rational> plausible_factor(const MonitoredSeries& series) const {
    if (series.plausible_factor) return series.plausible_factor;
    const auto general = scheme_value(rulebook_, "monitoring.plausibility_factor", "value", period_.last, options_);
    if (general && general->value.is_quantity()) return general->value.quantity().value;
    return std::nullopt;
  }

  // Amounts are compared per day, everything else as it stands; with the plan's expected value, else with the median of the series.
  void check_plausible(const MonitoredSeries& series, Iterator first, Iterator last) {
    const std::optional<Rational> factor = plausible_factor(series);
    if (!factor) return;
    const auto measure = [&](const DataValue& v) { return series.divisible ? v.value / Rational(v.period.day_count()) : v.value; };
    std::vector<Rational> all;
    for (auto it = first; it != last; ++it) all.push_back(measure(*it));
    constexpr std::size_t enough_for_a_median = 3;
    if (!series.expected && all.size() < enough_for_a_median) return;
    std::ranges::sort(all);
    for (auto it = first; it != last; ++it) {
      const FiscalYear year = FiscalYear::of(it->period.first);
      const Rational days(Period{year.first(), year.last()}.day_count());
      const Rational reference = !series.expected ? all[all.size() / 2] : series.divisible ? series.expected->value / days : series.expected->value;
      const Rational value = measure(*it);
      if (reference * *factor >= value && value * *factor >= reference) continue;
      const Rational shown = series.divisible ? reference * Rational(it->period.day_count()) : reference;
      remark(errors::finding_implausible, *it,
             {{"value", to_string(it->written)}, {"reference_ja", series.expected ? "想定値" : "中央値"}, {"reference_en", series.expected ? "the expected" : "the median"},
                 {"expected", round_significant(shown, 4, Rounding::half_up).to_string() + " " + series.unit.text}, {"factor", factor->to_string()}});
    }
  }

  void write_canonical() {
    std::string& text = out_.canonical;
    text = "activity,parameter,row,period,value,unit,class,evidence,note\n";
    for (const DataValue& v : out_.values) {
      // A line that begins with '#' would be a comment.
      text += v.activity.starts_with('#') && csv_field(v.activity).front() == '#' ? "\"" + v.activity + "\"" : csv_field(v.activity);
      for (const std::string& field : {v.symbol, v.row, v.period.to_string(), v.written.value.to_string(), v.written.unit.text,
                                       std::string(name_of(v.monitoring_class)), v.evidence, v.note}) {
        text += ',' + csv_field(field);
      }
      text += '\n';
    }
    out_.hash = sha256(text);
  }

  const CheckedPlan& plan_;
  const Period& period_;
  const rulebook::Rulebook& rulebook_;
  const PlanOptions& options_;
  std::string file_;
  std::array<std::optional<std::size_t>, columns.size()> at_{};
  const CsvTable::Row* row_ = nullptr;
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<Period>> unreadable_;
  std::vector<Error> errors_;
  DataSet out_;
};

}  // namespace

Result<DataSet> read_data_set(std::string_view utf8, std::string file_name, const CheckedPlan& plan, const Period& report_period,
                              const rulebook::Rulebook& rulebook, const PlanOptions& options) {
  try {
    return DataReader(plan, report_period, rulebook, options, std::move(file_name)).read(utf8);
  } catch (const ArithmeticTrap& trap) {  // a figure that no factor of plausibility can be multiplied with
    return fail(errors::calculation_arithmetic, {{"reason", std::string(trap.def().en)}});
  }
}

std::string data_set_template(const CheckedPlan& plan, const Period& report_period) {
  std::string text =
      "# モニタリングデータ / monitoring data\n"
      "# parameter: 記号  period: 期間 (2026-04 又は 2026-04-01..2026-04-30)  value: 値  unit: 単位  class: 分類 (A, B, C, I, II)\n"
      "# evidence: 根拠資料のファイル名、又は sha256: と64桁の16進数\n"
      "activity,parameter,row,period,value,unit,class,evidence,note\n";
  for (const CheckedActivity& a : plan.activities) {
    for (const MonitoredSeries& s : a.series) {
      Date first = report_period.first;
      while (first <= report_period.last) {
        Date next = Date::from_ymd(first.year(), first.month(), 1)->plus_days(31);
        next = Date::from_ymd(next.year(), next.month(), 1).value();
        const Period month{first, std::min(report_period.last, next.plus_days(-1))};
        text += csv_field(a.name) + ',' + s.symbol + ',' + csv_field(s.row) + ',' + month.to_string() + ",," + s.unit.text + ',' +
                std::string(name_of(s.planned_class)) + ",,\n";
        first = next;
      }
    }
  }
  return text;
}

}  // namespace sumi::project
