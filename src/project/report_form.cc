#include "project/report_form.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/sampling.h"

namespace sumi::project {

namespace {

// What one series measured in all.
struct Measured {
  Rational sum, weighted;
  std::int64_t days = 0;
  std::optional<Period> period;
  std::uint64_t readings = 0;
  std::vector<std::string> evidence;
  std::set<std::string> notes;
};

Measured measured(const DataSet& data, const std::string& activity, const std::string& symbol, const std::string& row) {
  Measured out;
  for (const DataValue& v : data.values) {
    if (v.activity != activity || v.symbol != symbol || (!row.empty() && v.row != row)) continue;
    out.sum += v.value;
    out.weighted += v.value * Rational(static_cast<std::int64_t>(v.period.day_count()));
    out.days += v.period.day_count();
    if (!out.period) out.period = v.period;
    out.period->first = std::min(out.period->first, v.period.first);
    out.period->last = std::max(out.period->last, v.period.last);
    ++out.readings;
    if (!v.evidence.empty() && std::ranges::find(out.evidence, v.evidence) == out.evidence.end()) out.evidence.push_back(v.evidence);
    if (!v.note.empty()) out.notes.insert(v.note);
  }
  return out;
}

std::string joined(const std::set<std::string>& words, const char* between) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

class Former {
 public:
  Former(const CheckedPlan& plan, const DataSet& data, const CalculationResult& result, const rulebook::Rulebook& rulebook)
      : plan_(plan), data_(data), result_(result), rulebook_(rulebook) {}

  ReportForm form() {
    copied();
    for (std::size_t i = 0; i < plan_.activities.size(); ++i) activity(plan_.activities[i], plan_.plan.activities[i]);
    incidental();
    years();
    sampling();
    return std::move(out_);
  }

 private:
  void copied() {
    out_.form = plan_.plan.form;
    out_.cover = plan_.plan.cover;
    out_.project = plan_.plan.project;
    out_.scope = plan_.plan.scope;
    out_.proponents = plan_.plan.proponents;
    out_.period = data_.period;
    out_.crediting_period = *plan_.crediting_period;
    out_.data_management = plan_.plan.data_management;
    out_.other_matters = plan_.plan.other_matters;
    if (plan_.retention_years && plan_.retention_years->is_integer()) {
      const auto years = plan_.retention_years->numerator().to_i64();
      constexpr std::int64_t years_max = 1000;
      if (years && *years <= years_max) out_.keep_until = plan_.crediting_period->last.plus_years(static_cast<int>(*years));
    }
  }

  // A row of the plan that names no row of its list stands for all of them: one report row for each series.
  std::vector<const MonitoredSeries*> series_of(const CheckedActivity& activity, const PlanMonitoring& row) const {
    std::vector<const MonitoredSeries*> out;
    for (const MonitoredSeries& s : activity.series) {
      if (s.symbol == row.symbol && (row.row.empty() || s.row == row.row)) out.push_back(&s);
    }
    return out;
  }

  void activity(const CheckedActivity& a, const PlanActivity& written) {
    for (const PlanMonitoring& row : written.monitoring) {
      for (const MonitoredSeries* s : series_of(a, row)) value_row(a, row, *s);
    }
    for (const PlanMonitoring& row : written.coefficients) {
      const auto series = series_of(a, row);
      for (const MonitoredSeries* s : series) coefficient_row(a, written, row, s);
      if (!series.empty()) continue;
      // Given once in the plan, for each row of the list where the monitoring row stands for all of them.
      std::size_t given = 0;
      for (const PlanParameter& p : written.parameters) {
        if (p.symbol != row.symbol || (!row.row.empty() && p.row != row.row)) continue;
        PlanMonitoring one = row;
        one.row = p.row;
        coefficient_row(a, written, one, nullptr);
        ++given;
      }
      if (given == 0) coefficient_row(a, written, row, nullptr);
    }
    for (const PlanInstrument& instrument : written.instruments) {
      ReportInstrumentRow out{a.name, instrument.symbol, instrument.instrument, instrument.serial_number, instrument.point, instrument.verification_expires, instrument.calibration, {}};
      const Measured m = measured(data_, a.name, instrument.symbol, "");
      const auto expires = Date::parse(instrument.verification_expires);
      if (instrument.kind == InstrumentKind::specified_meter && expires && m.period) out.valid_to_the_end = m.period->last <= *expires;
      out_.instruments.push_back(std::move(out));
    }
  }

  void value_row(const CheckedActivity& a, const PlanMonitoring& row, const MonitoredSeries& s) {
    const Measured m = measured(data_, a.name, s.symbol, s.row);
    ReportValueRow out;
    out.activity = a.name;
    out.symbol = s.symbol;
    out.row = s.row;
    out.definition = row.definition;
    out.unit = s.unit.text;
    out.planned_class = name_of(s.planned_class);
    out.description = row.description;
    out.frequency = row.frequency;
    out.expected = row.expected;
    out.readings = m.readings;
    out.evidence = m.evidence;
    out.remark = joined(m.notes, "; ");
    if (m.period) {
      out.period = *m.period;
      out.value = (s.divisible ? m.sum : m.weighted / Rational(m.days)).to_string();
    }
    out_.values.push_back(std::move(out));
  }

  void coefficient_row(const CheckedActivity& a, const PlanActivity& written, const PlanMonitoring& row, const MonitoredSeries* s) {
    ReportCoefficientRow out;
    out.activity = a.name;
    out.symbol = row.symbol;
    out.row = s != nullptr ? s->row : row.row;
    out.definition = row.definition;
    out.unit = s != nullptr ? s->unit.text : row.unit;
    out.coefficient_class = name_of(row.monitoring_class);
    out.edition = row.edition;
    out.grounds = row.grounds;
    const Measured m = measured(data_, a.name, row.symbol, out.row);
    if (m.period) {
      out.value = (m.weighted / Rational(m.days)).to_string();
      out.from_data = true;
    } else {
      // Given once in the plan: its text, with its unit.
      const auto given = std::ranges::find_if(written.parameters, [&](const PlanParameter& p) { return p.symbol == row.symbol && p.row == out.row; });
      if (given != written.parameters.end()) out.value = given->value;
    }
    out_.coefficients.push_back(std::move(out));
  }

  void incidental() {
    const auto limit = scheme_value(rulebook_, "incidental.must_calculate_from", "value", data_.period.last);
    for (const IncidentalResult& r : result_.incidental) {
      const CheckedActivity* a = plan_.activity(r.activity);
      if (a == nullptr) continue;
      const auto source = std::ranges::find(a->incidental, r.id, &CheckedIncidental::id);
      if (source == a->incidental.end()) continue;
      ReportIncidentalRow out;
      out.activity = r.activity;
      out.source = source->title;
      out.choice = name_of(source->choice);
      out.planned_emission = source->emission_tCO2_per_year ? source->emission_tCO2_per_year->to_string() : "";
      out.vintage = r.vintage;
      out.emission_tCO2 = r.emission_tCO2.to_string();
      if (r.ratio) {
        const Rational percent = *r.ratio * Rational(100);
        out.ratio_percent = round_places(percent, 2, Rounding::half_up).to_string();
        const auto from = limit ? convert(limit->value.quantity(), Unit{}) : Result<Quantity>(Quantity{});
        out.must_calculate = limit && from && *r.ratio >= from->value && source->choice != IncidentalChoice::calculate;
      }
      out_.incidental.push_back(std::move(out));
    }
  }

  void years() {
    for (const VintageResult& v : result_.vintages) {
      ReportYearRow out;
      out.methodology = v.methodology;
      out.vintage = v.vintage;
      out.baseline_tCO2 = round_places(v.baseline_tCO2, 1, Rounding::half_up).to_string();
      out.project_tCO2 = round_places(v.project_tCO2, 1, Rounding::half_up).to_string();
      out.reduction_t = v.reduction_t;
      for (const CheckedActivity& a : plan_.activities) {
        if (a.methodology->number() != v.methodology) continue;
        for (const CheckedExpected& e : a.expected) out.planned_t += e.fiscal_year == v.vintage ? e.reduction_t : 0;
      }
      out_.years.push_back(std::move(out));
    }
  }

  void sampling() {
    if (!plan_.plan.programme || !plan_.plan.programme->sampling.used) return;
    const PlanSampling& s = plan_.plan.programme->sampling;
    ReportSampling out;
    out.population = s.population_size;
    out.drawn = s.sample_size;
    const auto value = [&](std::string_view key) -> std::optional<Rational> {
      const auto found = scheme_value(rulebook_, key, "value", data_.period.last);
      return found ? std::optional(found->value.quantity().value) : std::nullopt;
    };
    const auto needed = sample_size(s.population_size, {value("sampling.k"), value("sampling.interval"), value("sampling.variance")});
    if (needed) out.needed = *needed;
    out.points = {s.method, s.purpose, s.data, s.population, s.grounds, s.formula, s.quality, s.schedule};
    out_.sampling = std::move(out);
  }

  const CheckedPlan& plan_;
  const DataSet& data_;
  const CalculationResult& result_;
  const rulebook::Rulebook& rulebook_;
  ReportForm out_;
};

std::string with_row(const std::string& symbol, const std::string& row) { return row.empty() ? symbol : symbol + " (" + row + ")"; }
std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }
std::string yes_no(bool yes, const char* if_yes, const char* if_no) { return yes ? if_yes : if_no; }

}  // namespace

Result<ReportForm> report_form(const CheckedPlan& plan, const DataSet& data, const CalculationResult& result, const rulebook::Rulebook& rulebook) {
  if (!plan.crediting_period) return fail(errors::plan_period_missing);
  return Former(plan, data, result, rulebook).form();
}

std::string report_form_text(const ReportForm& f) {
  std::string t = "モニタリング報告書 (様式 " + std::string(name_of(f.form.family)) + " Ver." + f.form.version + ")\n";
  t += "プロジェクト名: " + f.project.name + "\nプロジェクト番号: " + or_dash(f.project.number) + "\n";
  for (const PlanParty& p : f.proponents) t += "実施者: " + p.name + "\n";
  t += "モニタリング期間: " + f.period.to_string() + " (認証対象期間 " + f.crediting_period.to_string() + ")\n";
  t += "計画変更 (登録又は前回の認証の後): なし / あり\n";
  t += "\n4.1 排出削減量 (t-CO2)\n";
  for (const ReportYearRow& y : f.years) {
    t += "  " + y.methodology + " " + y.vintage.to_string() + ": ベースライン " + y.baseline_tCO2 + "、実施後 " + y.project_tCO2 + "、削減量 " + std::to_string(y.reduction_t) + " (計画 " +
         std::to_string(y.planned_t) + ")\n";
  }
  if (f.sampling) {
    t += "\n5.2 サンプリング: 母集団 " + std::to_string(f.sampling->population) + "、必要 " + std::to_string(f.sampling->needed) + "、標本 " + std::to_string(f.sampling->drawn) + "\n";
  }
  t += "\n6 データ管理責任者: " + or_dash(f.data_management.responsible) + "、モニタリング担当者: " + or_dash(f.data_management.monitoring) + "、保存期限: " +
       (f.keep_until ? f.keep_until->to_string() : "-") + "\n";
  t += "\n7 削減の持続のおそれ " + yes_no(f.other_matters.reduction_at_risk, "有", "無") + "、類似制度への登録 " + yes_no(f.other_matters.registered_elsewhere, "有", "無") +
       "、法令等の義務 " + yes_no(f.other_matters.legal_duty, "有", "無") + " (計画時の答え。改めて答える)\n";
  t += "\n10.2 付随的な排出活動\n";
  for (const ReportIncidentalRow& i : f.incidental) {
    t += "  " + i.source + " " + i.vintage.to_string() + ": " + i.emission_tCO2 + " t-CO2、影響度 " + (i.ratio_percent.empty() ? "-" : i.ratio_percent + " %") + "、" + i.choice +
         (i.must_calculate ? "  ! 算定しなければならない" : "") + "\n";
  }
  t += "\n11(1) 活動量: 記号 | 定義 | 単位 | 分類 | 概要 | 頻度 | 実績値 | 計測対象期間 | 備考\n";
  for (const ReportValueRow& v : f.values) {
    t += "  " + with_row(v.symbol, v.row) + " | " + or_dash(v.definition) + " | " + or_dash(v.unit) + " | " + or_dash(v.planned_class) + " | " + or_dash(v.description) + " | " + or_dash(v.frequency) + " | " + or_dash(v.value) + " | " +
         (v.readings == 0 ? "-" : v.period.to_string()) + " | " + or_dash(v.remark) + "\n";
  }
  t += "\n11(2) 係数: 記号 | 定義 | 単位 | 分類 | 使用した値 | 版 | 根拠\n";
  for (const ReportCoefficientRow& c : f.coefficients) {
    t += "  " + with_row(c.symbol, c.row) + " | " + or_dash(c.definition) + " | " + or_dash(c.unit) + " | " + c.coefficient_class + " | " + or_dash(c.value) + " | " + or_dash(c.edition) + " | " +
         or_dash(c.grounds) + "\n";
  }
  t += "\n12.1 計量器: 記号 | 種類 | 番号 | モニタリングポイント | 検定の有効期限 / 校正\n";
  for (const ReportInstrumentRow& i : f.instruments) {
    t += "  " + i.symbol + " | " + i.instrument + " | " + or_dash(i.serial_number) + " | " + or_dash(i.point) + " | " + or_dash(i.verification_expires.empty() ? i.calibration : i.verification_expires) +
         (i.valid_to_the_end && !*i.valid_to_the_end ? "  ! 計測の終わりより前に切れている" : "") + "\n";
  }
  return t;
}

}  // namespace sumi::project
