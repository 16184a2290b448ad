// What members share, and formulas that are bound to it.
#include <algorithm>
#include <set>

#include "project/calculation_parts.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/programme_parts.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

bool given_as_text(const rulebook::Methodology& methodology, std::string_view symbol) {
  if (std::ranges::find(methodology.choices(), symbol, &rulebook::Choice::name) != methodology.choices().end()) return true;
  if (std::ranges::find(methodology.unit_variables(), symbol, &rulebook::UnitVariable::symbol) != methodology.unit_variables().end()) return true;
  const auto p = std::ranges::find(methodology.parameters(), symbol, &rulebook::Parameter::symbol);
  return p != methodology.parameters().end() && p->unit == "truth";
}

namespace {

Error listed_value(const ProgrammeMember& m, const std::string& symbol, const std::string& text, const std::string& ja, const std::string& en) {
  return make_error(errors::member_listed_value, {{"member", m.number}, {"symbol", symbol}, {"text", text}, {"reason_ja", ja}, {"reason_en", en}}, m.place);
}

// The list as far as the plan has to say something about it.
class ListChecker {
 public:
  explicit ListChecker(const MemberDataReader& reader) : reader_(reader), own_(reader.activities().size()) {}

  Result<void> check() {
    for (std::uint32_t i = 0; i < reader_.members().size(); ++i) check(i);
    if (findings_.shown.empty()) return {};
    Error first = std::move(findings_.shown.front());
    first.also.assign(std::make_move_iterator(findings_.shown.begin() + 1), std::make_move_iterator(findings_.shown.end()));
    return fail(std::move(first));
  }
  // The symbols that some member has a value of its own for, by activity.
  [[nodiscard]] const std::vector<std::string>& own(std::size_t activity) const { return own_[activity]; }

 private:
  void find(Error error) { add_finding(findings_, reader_.findings_max(), std::move(error)); }

  void check(std::uint32_t i) {
    const ProgrammeMember& m = reader_.members()[i];
    const std::int32_t a = reader_.activity_of(i);
    if (a < 0) {
      std::string known;
      for (const auto& activity : reader_.activities()) known += (known.empty() ? "" : ", ") + activity.activity->name;
      find(make_error(errors::member_listed_activity, {{"member", m.number}, {"name", m.activity}, {"known", known}}, m.place));
      return;
    }
    const auto same = reader_.index().distinct() ? std::span<const std::uint32_t>() : reader_.index().find(m.number);
    if (same.size() > 1) {
      for (const std::uint32_t other : same) {
        if (other >= i || reader_.members()[other].activity != m.activity) continue;
        find(make_error(errors::member_listed_twice, {{"member", m.number}, {"name", m.activity}}, m.place));
        break;
      }
    }
    if (!m.values.empty()) check_values(m, static_cast<std::size_t>(a));
  }

  void check_values(const ProgrammeMember& m, std::size_t activity) {
    const auto& shared = *reader_.activities()[activity].activity;
    auto& own = own_[activity];
    for (const auto& [symbol, text] : m.values) {
      if (std::ranges::find(own, symbol) != own.end() || given_as_text(*shared.methodology, symbol)) continue;
      const auto& parameters = shared.methodology->parameters();
      const auto p = std::ranges::find(parameters, symbol, &rulebook::Parameter::symbol);
      if (p == parameters.end() || !p->rows.empty() || p->kind == rulebook::ParameterKind::fact) {
        find(listed_value(m, symbol, text, "方法論の項目ではありません", "the methodology has no such parameter."));
      } else if (std::ranges::find(shared.series, symbol, &MonitoredSeries::symbol) != shared.series.end()) {
        find(listed_value(m, symbol, text, "モニタリングする項目です", "it is monitored."));
      } else {
        own.push_back(symbol);
      }
    }
  }

  const MemberDataReader& reader_;
  std::vector<std::vector<std::string>> own_;
  FindingList findings_;
};

rulebook::InputValue described_series(const MonitoredSeries& s) { return monitored_value(s, Rational(0), s.planned_class, {}); }

}  // namespace

Result<Programme> Programme::make(const MemberDataReader& reader, const rulebook::Rulebook& rulebook, const PlanOptions& options) {
  ListChecker list(reader);
  SUMI_CHECK(list.check());
  Programme p;
  p.reader_ = &reader;
  p.rulebook_ = &rulebook;
  p.options_ = options;
  const Period& report = reader.report();
  for (FiscalYear year = FiscalYear::of(report.first); year <= FiscalYear::of(report.last); ++year.number) {
    p.years_.emplace_back(year, Period{std::max(report.first, year.first()), std::min(report.last, year.last())});
  }
  for (std::size_t a = 0; a < reader.activities().size(); ++a) {
    SUMI_TRY(auto shared, p.share(a, list.own(a)));
    p.activities_.push_back(std::move(shared));
  }
  return p;
}

Result<ActivityShared> Programme::share(std::size_t index, const std::vector<std::string>& own_symbols) const {
  ActivityShared shared;
  shared.activity = &reader_->activities()[index];
  const CheckedActivity& activity = *shared.activity->activity;
  for (const auto& s : shared.activity->series) {
    const MonitoredSeries& series = *s.series;
    shared.open.push_back({series.symbol, series.list, series.row, series.unit, true, series.divisible, described_series(series)});
    TraceText line;
    line.add("series\t");
    line.add_escaped(s.name);
    line.add('\t');
    line.add_escaped(series.unit.text);
    line.add('\t');
    line.add(name_of(series.planned_class));
    line.add('\n');
    shared.series_line.push_back(line.copy());
    if (series.divisible) ++shared.amounts;
  }
  const rulebook::RulebookTables tables(*rulebook_);
  for (const std::string& symbol : own_symbols) {
    OwnParameter own{symbol, {}, {}, shared.open.size()};
    rulebook::InputValue described;
    if (const auto* given = activity.inputs.find(symbol)) described = *given;
    const auto unit = rulebook::parameter_unit(*activity.methodology, symbol, activity.inputs, calculation_options(reader_->plan(), options_, years_.front().first, years_.front().second), tables);
    if (!unit) return fail(unit.error());
    own.unit = *unit;
    if (const auto* quantity = std::get_if<Quantity>(&described.value); quantity != nullptr && activity.inputs.find(symbol) != nullptr) {
      SUMI_TRY(const Quantity converted, convert(*quantity, own.unit));
      own.shared = converted.value;
    }
    shared.open.push_back({symbol, {}, {}, own.unit, false, false, std::move(described)});
    shared.own.push_back(std::move(own));
  }
  return shared;
}

// ---- Bound formulas ----

Result<rulebook::Prepared> BoundFormulas::bind(std::size_t index, const Choices& choices, std::size_t year, const Period& part) const {
  const ActivityShared& shared = programme_.activities()[index];
  const CheckedActivity& activity = *shared.activity->activity;
  rulebook::Inputs plan = activity.inputs;
  for (const auto& [symbol, text] : choices) {
    std::erase_if(plan.values, [&](const rulebook::NamedInput& n) { return n.first == symbol; });
    rulebook::InputValue value;
    if (text == "true" || text == "false") value.value = text == "true";
    else value.value = text;
    plan.values.emplace_back(symbol, std::move(value));
  }
  const rulebook::RulebookTables tables(programme_.rulebook());
  return rulebook::Prepared::make(*activity.methodology, plan, shared.open,
                                  calculation_options(programme_.reader().plan(), programme_.options(), programme_.years()[year].first, part), tables);
}

Result<rulebook::PreparedRun*> BoundFormulas::get(std::size_t activity, const Choices& choices, std::size_t year, const Period& part) {
  if (last_ != nullptr && last_key_.activity == activity && last_key_.year == year && last_key_.choices == choices &&
      (!last_->prepared().uses_period() || (last_key_.first == part.first.days() && last_key_.last == part.last.days()))) {
    return last_;
  }
  // Formulas that do not look at the period are bound once per year.
  Key key{activity, year, choices, 0, 0};
  auto found = bound_.find(key);
  if (found == bound_.end() || found->second.prepared().uses_period()) {
    if (found != bound_.end()) {
      key.first = part.first.days();
      key.last = part.last.days();
      found = bound_.find(key);
    }
    if (found == bound_.end()) {
      SUMI_TRY(const rulebook::Prepared prepared, bind(activity, choices, year, part));
      found = bound_.emplace(key, rulebook::PreparedRun(prepared)).first;
      std::string own;
      for (const auto& [symbol, text] : choices) own += (own.empty() ? "" : ";") + symbol + "=" + text;
      if (prepared.uses_period()) own += (own.empty() ? "" : ";") + part.to_string();
      shared_.emplace(SharedKey{activity, programme_.years()[year].first, own}, prepared.shared_lines());
      if (prepared.uses_period() && key.first == 0) return get(activity, choices, year, part);
    }
  }
  last_key_ = found->first;
  last_key_.first = part.first.days();
  last_key_.last = part.last.days();
  last_ = &found->second;
  return last_;
}

void merge_flags(rulebook::CalculationFlags& into, const rulebook::CalculationFlags& from) {
  into.reconstructed = into.reconstructed || from.reconstructed;
  into.approximate = into.approximate || from.approximate;
  into.low_confidence = into.low_confidence || from.low_confidence;
  for (const std::string& symbol : from.declared) {
    if (std::ranges::find(into.declared, symbol) == into.declared.end()) into.declared.push_back(symbol);
  }
  std::ranges::sort(into.declared);
}

}  // namespace sumi::project
