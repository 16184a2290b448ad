// Member by member: order, gaps and range of the values, the formulas, the trace.
#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/programme_parts.h"

namespace sumi::project {

MemberRows gather(std::vector<DataPiece> pieces, std::uint32_t first_line, std::size_t members, const Spread& spread) {
  MemberRows rows;
  rows.pieces = std::move(pieces);
  rows.begin.assign(members + 1, 0);
  std::vector<std::size_t> base{0};  // of each piece's values
  std::uint32_t line = first_line;
  bool in_order = true;
  std::uint32_t last = 0;
  for (const DataPiece& piece : rows.pieces) {
    rows.line_base.push_back(line);
    line += piece.lines;
    base.push_back(base.back() + piece.values.size());
    if (!piece.values.empty()) {
      in_order = in_order && piece.in_order && last <= piece.values.front().member;
      last = piece.values.back().member;
    }
    for (const auto& u : piece.unreadable) rows.unreadable[u.member].push_back(u);
    for (const std::uint32_t m : piece.unplaced) ++rows.unplaced[m];
  }
  rows.values.resize(base.back());
  if (in_order) {
    // As most files are: every value stands where it belongs, and each piece can say where its members end.
    spread(rows.pieces.size(), [&](std::size_t i) {
      std::size_t at = base[i];
      const auto& values = rows.pieces[i].values;
      for (std::size_t k = 0; k < values.size(); ++k) {
        rows.values[at++] = &values[k];
        if (k + 1 < values.size() && values[k + 1].member != values[k].member) rows.begin[values[k].member + 1] = at;
      }
    });
    // The last member of a piece may go on in the next one: it is told here, by one hand.
    for (std::size_t i = 0; i < rows.pieces.size(); ++i) {
      if (!rows.pieces[i].values.empty()) {
        auto& end = rows.begin[rows.pieces[i].values.back().member + 1];
        end = std::max<std::uint64_t>(end, base[i + 1]);
      }
    }
    for (std::size_t m = 1; m <= members; ++m) rows.begin[m] = std::max(rows.begin[m], rows.begin[m - 1]);
    return rows;
  }
  for (const DataPiece& piece : rows.pieces) {
    for (const MemberValue& v : piece.values) ++rows.begin[v.member];
  }
  std::uint64_t sum = 0;
  for (std::uint64_t& count : rows.begin) {
    const std::uint64_t mine = count;
    count = sum;
    sum += mine;
  }
  for (const DataPiece& piece : rows.pieces) {
    for (const MemberValue& v : piece.values) rows.values[rows.begin[v.member]++] = &v;
  }
  // Each begin has moved to its end.
  for (std::size_t m = members; m > 0; --m) rows.begin[m] = rows.begin[m - 1];
  rows.begin[0] = 0;
  return rows;
}

namespace {

// A run of a member's values of one series, in order of time.
struct Run {
  const MemberValue* const* begin = nullptr;
  const MemberValue* const* end = nullptr;
  [[nodiscard]] bool empty() const { return begin == end; }
};

Period period_of(const MemberValue& v) { return {Date::from_days(v.first), Date::from_days(v.last)}; }

std::string month_name(Date first) { return first.to_string().substr(0, std::string_view("2026-04").size()); }
Date month_after(Date day) {
  const Date next = Date::from_ymd(day.year(), day.month(), 1)->plus_days(31);
  return *Date::from_ymd(next.year(), next.month(), 1);
}
// "2026-04" for a whole month.
std::string short_text(const Period& p) {
  return p.first.day() == 1 && p.last.plus_days(1) == month_after(p.first) ? month_name(p.first) : p.to_string();
}

// Days of `whole` that no period covers, month by month, and how many such pieces there are.
std::pair<std::string, std::size_t> missing_in(const Period& whole, const std::vector<Period>& sorted) {
  std::string names;
  std::size_t count = 0;
  Date day = whole.first;
  const auto gap = [&](Date last) {
    while (day <= last) {
      const Period piece{day, std::min(last, month_after(day).plus_days(-1))};
      names += (names.empty() ? "" : ", ") + short_text(piece);
      ++count;
      day = piece.last.plus_days(1);
    }
  };
  for (const Period& p : sorted) {
    if (whole.last < p.first) break;
    if (day < p.first) gap(p.first.plus_days(-1));
    day = std::max(day, p.last.plus_days(1));
  }
  gap(whole.last);
  return {std::move(names), count};
}

class Counter {
 public:
  Counter(const Programme& programme, const MemberRows& rows, bool only_check, bool keep_traces)
      : programme_(programme), reader_(programme.reader()), rows_(rows), only_check_(only_check), keep_traces_(keep_traces), formulas_(programme), period_texts_(period_texts_kept) {}

  CountedMembers count(std::uint32_t first, std::uint32_t last) {
    constexpr std::size_t bytes_of_a_value = 24, bytes_of_a_member = 280;
    if (keep_traces_) text_.reserve((rows_.begin[last] - rows_.begin[first]) * bytes_of_a_value + (last - first) * bytes_of_a_member);
    out_.members.reserve(last - first);
    ends_.reserve(last - first);
    for (std::uint32_t m = first; m < last; ++m) count(m);
    point_into_text();
    out_.index = index_text_.copy();
    out_.shared = formulas_.shared();
    return std::move(out_);
  }

 private:
  // ---- One member ----

  void count(std::uint32_t index) {
    member_ = &reader_.members()[index];
    activity_ = static_cast<std::size_t>(reader_.activity_of(index));
    shared_ = &programme_.activities()[activity_];
    index_ = index;
    bad_ = false;
    bad_lines_.clear();
    const Period& report = reader_.report();
    const bool counts = member_->own.overlaps(report);
    if (counts) own_ = {std::max(member_->own.first, report.first), std::min(member_->own.last, report.last)};
    sort_values(index);
    check_order();
    leave_out(counts);
    if (counts) {
      check_gaps();
      check_amounts();
    } else if (out_.left_out.outside++ == 0) {
      out_.left_out.first_outside = index;
    }
    if (!bad_lines_.empty()) {
      std::ranges::sort(bad_lines_);
      out_.bad_values += bad_lines_.size();
      out_.bad_rows += static_cast<std::uint64_t>(std::unique(bad_lines_.begin(), bad_lines_.end()) - bad_lines_.begin());
    }
    if (!counts || !read_own_values() || bad_) return;
    calculate();
  }

  // Where the traces stand is known when the last one is written.
  void point_into_text() {
    if (!keep_traces_) return;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      out_.members[i].text = text_.from(begin).substr(0, ends_[i] - begin);
      begin = ends_[i];
    }
    out_.text_bytes = text_.size();
    out_.text = text_.take();
  }

  void refuse(Error error) {
    bad_ = true;
    add_finding(out_.findings, reader_.findings_max(), std::move(error));
  }
  [[nodiscard]] Place place(const MemberValue& v, std::size_t column) const { return {reader_.file(), rows_.line(v), static_cast<std::uint32_t>(column)}; }
  [[nodiscard]] const std::string& symbol(std::size_t series) const { return shared_->activity->series[series].name; }
  [[nodiscard]] bool amount(std::size_t series) const { return shared_->open[series].amount; }
  // A value that is wrong beside the others: its row is no good row.
  void refuse_value(const ErrorDef& def, const MemberValue& v, ErrorArgs args) {
    bad_lines_.push_back(rows_.line(v));
    refuse(make_error(def, args, place(v, v.column + std::size_t{1})));
  }

  // Files are in order of time mostly, and where there is one series nothing has to be done.
  void sort_values(std::uint32_t index) {
    values_.assign(rows_.values.begin() + static_cast<std::ptrdiff_t>(rows_.begin[index]), rows_.values.begin() + static_cast<std::ptrdiff_t>(rows_.begin[index + 1]));
    const auto less = [](const MemberValue* a, const MemberValue* b) {
      if (a->series != b->series) return a->series < b->series;
      if (a->first != b->first) return a->first < b->first;
      return a->last < b->last;
    };
    if (!std::ranges::is_sorted(values_, less)) std::ranges::stable_sort(values_, less);
    runs_.assign(shared_->activity->series.size(), Run{});
    for (std::size_t i = 0; i < values_.size();) {
      std::size_t end = i + 1;
      while (end < values_.size() && values_[end]->series == values_[i]->series) ++end;
      runs_[values_[i]->series] = {values_.data() + i, values_.data() + end};
      i = end;
    }
  }

  void check_order() {
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      const MemberValue* reach = nullptr;  // the value that reaches furthest so far
      for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) {
        const MemberValue& v = **it;
        if (reach != nullptr && v.first == reach->first && v.last == reach->last) {
          // Of two equal ones the later line is the second.
          const bool later = rows_.line(v) > rows_.line(*reach);
          refuse_value(errors::member_duplicate, later ? v : *reach,
                       {{"member", member_->number}, {"symbol", symbol(s)}, {"period", short_text(period_of(v))}, {"line", std::to_string(rows_.line(later ? *reach : v))}});
        } else if (reach != nullptr && v.first <= reach->last) {
          refuse_value(errors::member_overlap, v, {{"member", member_->number}, {"symbol", symbol(s)}, {"period", short_text(period_of(v))},
                                                      {"line", std::to_string(rows_.line(*reach))}, {"other", short_text(period_of(*reach))}});
        }
        if (reach == nullptr || reach->last < v.last) reach = &v;
      }
    }
  }

  // Parts the values that count from those that do not; runs_ then has the former only.
  void leave_out(bool counts) {
    left_.clear();
    for (Run& run : runs_) {
      const auto inside = [&](const MemberValue* v) { return counts && member_->own.first.days() <= v->first && v->last <= member_->own.last.days(); };
      const auto* begin = run.begin;
      while (begin != run.end && !inside(*begin)) left_.push_back(*begin++);
      const auto* end = run.end;
      while (end != begin && !inside(end[-1])) left_.push_back(*--end);
      // One in between that does not lie inside overlaps another and has been refused.
      run = {begin, end};
    }
    if (left_.empty()) return;
    std::ranges::sort(left_, {}, [&](const MemberValue* v) { return rows_.line(*v); });
    LeftOut& l = out_.left_out;
    if (l.values == 0 || rows_.line(*left_.front()) < l.line) {
      l.line = rows_.line(*left_.front());
      l.member = index_;
      l.period = period_of(*left_.front());
    }
    l.values += left_.size();
    ++l.members;
  }

  void check_gaps() {
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      Date day = own_.first;
      for (const auto* it = runs_[s].begin; it != runs_[s].end && (*it)->first <= day.days(); ++it) day = std::max(day, Date::from_days((*it)->last).plus_days(1));
      if (day <= own_.last) tell_gaps(s);
    }
  }
  // With what was left out and what could not be read: both stand for their time.
  void tell_gaps(std::size_t s) {
    std::vector<Period> periods;
    for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) periods.push_back(period_of(**it));
    for (const MemberValue* v : left_) {
      if (v->series == s) periods.push_back(period_of(*v));
    }
    if (const auto unreadable = rows_.unreadable.find(index_); unreadable != rows_.unreadable.end()) {
      for (const auto& u : unreadable->second) {
        if (u.series == s) periods.push_back(u.period);
      }
    }
    std::ranges::sort(periods, {}, &Period::first);
    const auto [names, count] = missing_in(own_, periods);
    // A row whose parameter or period cannot be read may be the one that is missing.
    const auto unplaced = rows_.unplaced.find(index_);
    if (count == 0 || (unplaced != rows_.unplaced.end() && unplaced->second >= count)) return;
    if (periods.empty()) {
      refuse(make_error(errors::member_no_data, {{"member", member_->number}, {"symbol", symbol(s)}, {"period", own_.to_string()}}, {reader_.file(), 0, 0}));
    } else {
      const Place at = runs_[s].empty() ? Place{reader_.file(), 0, 0} : place(**runs_[s].begin, 0);
      refuse(make_error(errors::member_gap, {{"member", member_->number}, {"symbol", symbol(s)}, {"missing", names}}, at));
    }
  }

  // All amounts of a member have the same periods.
  void check_amounts() {
    periods_ = Run{};
    std::size_t first = runs_.size();
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      if (!amount(s)) continue;
      if (first == runs_.size()) {
        first = s;
        periods_ = runs_[s];
        continue;
      }
      const auto *a = runs_[first].begin, *b = runs_[s].begin;
      while (a != runs_[first].end && b != runs_[s].end && (*a)->first == (*b)->first && (*a)->last == (*b)->last) ++a, ++b;
      if (bad_ || (a == runs_[first].end && b == runs_[s].end)) continue;
      const MemberValue& odd = b != runs_[s].end ? **b : **a;
      refuse(make_error(errors::member_periods_differ, {{"member", member_->number}, {"symbol", symbol(s)}, {"period", short_text(period_of(odd))}, {"other", symbol(first)}}, place(odd, 0)));
    }
  }

  // ---- What the member has of its own ----

  bool read_own_values() {
    choices_.clear();
    own_values_.assign(shared_->own.size(), std::nullopt);
    for (const auto& [name, text] : member_->values) {
      const auto own = std::ranges::find(shared_->own, name, &OwnParameter::symbol);
      if (own == shared_->own.end()) {
        choices_.emplace_back(name, text);
      } else if (!read_own(*own, text)) {
        return false;
      }
    }
    std::ranges::sort(choices_);
    for (std::size_t i = 0; i < shared_->own.size(); ++i) {
      if (!own_values_[i]) own_values_[i] = shared_->own[i].shared;
      if (own_values_[i]) continue;
      refuse_own(shared_->own[i].symbol, "", "値がなく、計画書にもありません", "it is missing, and the plan gives none.");
      return false;
    }
    return true;
  }
  bool read_own(const OwnParameter& own, const std::string& text) {
    auto& value = own_values_[static_cast<std::size_t>(&own - shared_->own.data())];
    // "0.2 kWh/month" with the unit of the member before.
    const std::size_t blank = text.find(' ');
    if (blank != std::string::npos && last_unit_.first == &own && text.compare(blank + 1, std::string::npos, last_unit_.second) == 0) {
      if (const auto number = Rational::parse(std::string_view(text).substr(0, blank))) {
        value = *number * last_factor_;
        return true;
      }
    }
    const auto quantity = parse_quantity(text);
    const auto converted = quantity ? convert(*quantity, own.unit) : quantity;
    if (!converted) {
      refuse_own(own.symbol, text, sentence(converted.error(), Language::ja), sentence(converted.error(), Language::en));
      return false;
    }
    value = converted->value;
    if (blank != std::string::npos) {
      last_unit_ = {&own, text.substr(blank + 1)};
      last_factor_ = convert({Rational(1), quantity->unit}, own.unit)->value;
    }
    return true;
  }
  void refuse_own(const std::string& name, const std::string& text, const std::string& ja, const std::string& en) {
    refuse(make_error(errors::member_listed_value, {{"member", member_->number}, {"symbol", name}, {"text", text}, {"reason_ja", ja}, {"reason_en", en}}, member_->place));
  }

  // ---- Calculation ----

  [[nodiscard]] Rational number(const MemberValue& v) const {
    if (v.scale == MemberValue::kept) return rows_.pieces[v.piece].kept[static_cast<std::size_t>(v.mantissa)].value;
    return v.scale == 0 ? Rational(v.mantissa) : Rational(Decimal(Integer(v.mantissa), v.scale));
  }

  // The bounds of a methodology for a monitored value; nothing is negative here.
  void check_range(const rulebook::Prepared& prepared) {
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      const auto &low = prepared.minimum(s), &high = prepared.maximum(s);
      if ((!low || low->sign() <= 0) && !high) continue;
      for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) {
        const Rational value = number(**it);
        if ((low && value < *low) || (high && *high < value)) {
          out_.bad_values += 1;
          out_.bad_rows += 1;
          refuse(make_error(errors::member_range, {{"symbol", symbol(s)}, {"value", value.to_string()},
                                                      {"range", (low ? low->to_string() : "") + " .. " + (high ? high->to_string() : "")}},
                            place(**it, (*it)->column + std::size_t{1})));
        }
      }
    }
    for (std::size_t i = 0; i < own_values_.size(); ++i) {
      const std::size_t open = shared_->own[i].open;
      const auto &low = prepared.minimum(open), &high = prepared.maximum(open);
      if ((low && *own_values_[i] < *low) || (high && *high < *own_values_[i])) {
        refuse_own(shared_->own[i].symbol, own_values_[i]->to_string(), "方法論の範囲の外です", "it is outside of the methodology's range.");
      }
    }
  }

  rulebook::PreparedRun* bound(std::size_t year, const Period& part) {
    auto run = formulas_.get(activity_, choices_, year, part);
    if (run) return *run;
    // What the plan or the rulebook lacks is lacking for every member: it is told once in a piece.
    bad_ = true;
    const std::string reason = sentence(run.error(), Language::en);
    if (std::ranges::find(lacking_, reason) != lacking_.end()) return nullptr;
    lacking_.push_back(reason);
    refuse(make_error(errors::member_calculation, {{"member", member_->number}, {"reason_ja", sentence(run.error(), Language::ja)}, {"reason_en", sentence(run.error(), Language::en)}}));
    return nullptr;
  }
  const rulebook::PreparedResult* ran(const Result<const rulebook::PreparedResult*>& result) {
    if (result) return *result;
    refuse(make_error(errors::member_calculation, {{"member", member_->number}, {"reason_ja", sentence(result.error(), Language::ja)}, {"reason_en", sentence(result.error(), Language::en)}}));
    return nullptr;
  }

  void calculate() {
    const std::size_t begin = text_.size();
    write_inputs();
    for (std::size_t year = 0; year < programme_.years().size() && !bad_; ++year) {
      const Period in_year = programme_.years()[year].second;
      if (!in_year.overlaps(own_)) continue;
      const Period part{std::max(in_year.first, own_.first), std::min(in_year.last, own_.last)};
      rulebook::PreparedRun* run = bound(year, part);
      if (run == nullptr) break;
      check_range(run->prepared());
      if (bad_ || only_check_) continue;
      if (run->prepared().additive() && !run->prepared().uses_period() && constant_coefficients(part)) calculate_year(*run, year, part);
      else calculate_parts(year, part);
    }
    if (bad_ || only_check_) {
      text_.cut(begin);
      return;
    }
    out_.members.push_back({index_, sha256(text_.from(begin)), {}});
    index_text_.add("member\t");
    index_text_.add_escaped(member_->number);
    index_text_.add('\t');
    index_text_.add_escaped(member_->activity);
    index_text_.add('\t');
    index_text_.add(out_.members.back().hash);
    index_text_.add('\n');
    if (keep_traces_) ends_.push_back(text_.size());
    else text_.cut(begin);
  }

  // The value of a coefficient that holds on all days of `part`; nullptr where there is none.
  [[nodiscard]] const MemberValue* coefficient(std::size_t s, const Period& part) const {
    for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) {
      if ((*it)->first <= part.first.days() && part.last.days() <= (*it)->last) return *it;
    }
    return nullptr;
  }
  [[nodiscard]] bool constant_coefficients(const Period& part) const {
    if (shared_->amounts == runs_.size()) return true;
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      if (!amount(s) && coefficient(s, part) == nullptr) return false;
    }
    return true;
  }

  // The share by days of an amount that crosses the end of the year.
  static std::optional<Rational> share_of(const MemberValue& v, const Period& year) {
    const std::int32_t first = std::max(v.first, year.first.days()), last = std::min(v.last, year.last.days());
    if (first > last) return Rational(0);
    if (first == v.first && last == v.last) return std::nullopt;
    return Rational(Integer(last - first + 1), Integer(v.last - v.first + 1));
  }
  void note_split(const MemberValue& v) {
    const std::pair<std::size_t, Period> split{activity_, period_of(v)};
    if (std::ranges::find(out_.split, split) == out_.split.end()) out_.split.push_back(split);
  }

  void set_own_values(rulebook::PreparedRun& run) const {
    for (std::size_t i = 0; i < own_values_.size(); ++i) run.set(shared_->own[i].open, *own_values_[i]);
  }

  // What the methodology asks of each period ("not more is sold than made"), where amounts have a say in it.
  bool check_parts(rulebook::PreparedRun& run, std::size_t year, const Period& in_year) {
    const auto checked = [&](const Place& at) {
      const auto done = run.run_checks();
      if (done) return true;
      refuse(make_error(errors::member_calculation,
                        {{"member", member_->number}, {"reason_ja", sentence(done.error(), Language::ja)}, {"reason_en", sentence(done.error(), Language::en)}}, at));
      return false;
    };
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      if (!amount(s)) run.set(s, number(*coefficient(s, in_year)));
    }
    if (!run.prepared().checks_amounts() || shared_->amounts == 0) return checked({reader_.file(), 0, 0});
    for (std::size_t i = 0; i < static_cast<std::size_t>(periods_.end - periods_.begin); ++i) {
      if (!period_of(*periods_.begin[i]).overlaps(in_year)) continue;
      for (std::size_t s = 0; s < runs_.size(); ++s) {
        if (!amount(s)) continue;
        const MemberValue& v = *runs_[s].begin[i];
        const auto share = share_of(v, programme_.years()[year].second);
        run.set(s, share ? number(v) * *share : number(v));
      }
      if (!checked(place(*periods_.begin[i], 0))) return false;
    }
    return true;
  }

  // Once for the year: the sums of the amounts.
  void calculate_year(rulebook::PreparedRun& run, std::size_t year, const Period& part) {
    set_own_values(run);
    if (!check_parts(run, year, part)) return;
    bool any = shared_->amounts == 0;
    // Where nothing but amounts differs between members, each amount has one rate for all of them.
    const bool shared_rates = shared_->own.empty() && shared_->amounts == runs_.size();
    totals_.resize(runs_.size());
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      if (!amount(s)) {
        run.set(s, number(*coefficient(s, part)));
        continue;
      }
      sum_.clear();
      for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) {
        const MemberValue& v = **it;
        if (v.last < part.first.days() || part.last.days() < v.first) continue;
        any = true;
        if (const auto share = share_of(v, programme_.years()[year].second)) {
          note_split(v);
          sum_.add(number(v) * *share);
        } else if (v.scale == MemberValue::kept) {
          sum_.add(number(v));
        } else {
          sum_.add(v.mantissa, v.scale);
        }
      }
      const Rational total = sum_.total();
      text_.add("sum\t");
      text_.add(year_text(year));
      text_.add('\t');
      text_.add_escaped(symbol(s));
      text_.add('\t');
      text_.add(total);
      text_.add('\n');
      if (shared_rates) totals_[s] = total;
      else run.set(s, total);
    }
    if (!any) return;
    const auto* result = shared_rates ? ran(run.run_amounts(totals_)) : ran(run.run_unchecked());
    if (result == nullptr) return;
    YearSums& sums = sums_of(year, run.prepared());
    add(sums, *result);
    write_result(year, result->baseline_tCO2, result->project_tCO2);
  }

  // Once for each period of the amounts, or for the whole where there are none.
  void calculate_parts(std::size_t year, const Period& in_year) {
    Rational baseline, project;
    bool any = false;
    const auto one = [&](const Period& part, std::size_t i) {
      rulebook::PreparedRun* run = bound(year, part);
      if (run == nullptr) return;
      set_own_values(*run);
      for (std::size_t s = 0; s < runs_.size(); ++s) {
        const MemberValue* v = amount(s) ? runs_[s].begin[i] : coefficient(s, part);
        if (v == nullptr) {
          refuse(make_error(errors::member_coefficient_missing, {{"member", member_->number}, {"symbol", symbol(s)}, {"period", short_text(part)}}, {reader_.file(), 0, 0}));
          return;
        }
        const auto share = amount(s) ? share_of(*v, programme_.years()[year].second) : std::nullopt;
        if (share) note_split(*v);
        run->set(s, share ? number(*v) * *share : number(*v));
      }
      const auto* result = ran(run->run());
      if (result == nullptr) return;
      any = true;
      add(sums_of(year, run->prepared()), *result);
      baseline += result->baseline_tCO2;
      project += result->project_tCO2;
      text_.add("part\t");
      text_.add(year_text(year));
      text_.add('\t');
      add_period(part);
      text_.add('\t');
      text_.add(result->baseline_tCO2);
      text_.add('\t');
      text_.add(result->project_tCO2);
      text_.add('\n');
    };
    if (shared_->amounts == 0) {
      one(in_year, 0);
    } else {
      const auto count = static_cast<std::size_t>(periods_.end - periods_.begin);
      for (std::size_t i = 0; i < count && !bad_; ++i) {
        const Period whole = period_of(*periods_.begin[i]);
        if (!whole.overlaps(in_year)) continue;
        one({std::max(whole.first, in_year.first), std::min(whole.last, in_year.last)}, i);
      }
    }
    if (!bad_ && any) write_result(year, baseline, project);
  }

  YearSums& sums_of(std::size_t year, const rulebook::Prepared& prepared) {
    YearSums& sums = out_.sums[{activity_, year}];
    if (sums.rounding_rule.empty()) {
      sums.rounding_rule = prepared.rounding_rule();
      sums.figures = prepared.incidental();
      sums.incidental.resize(sums.figures.size());
    }
    if (flags_seen_.first != &sums || flags_seen_.second != &prepared.flags()) {
      merge_flags(sums.flags, prepared.flags());
      flags_seen_ = {&sums, &prepared.flags()};
    }
    return sums;
  }
  static void add(YearSums& sums, const rulebook::PreparedResult& result) {
    sums.baseline.add(result.baseline_tCO2);
    sums.project.add(result.project_tCO2);
    for (std::size_t i = 0; i < std::min(result.incidental.size(), sums.incidental.size()); ++i) sums.incidental[i].add(result.incidental[i]);
    sums.flags.approximate = sums.flags.approximate || result.approximate;
  }

  // ---- Trace ----

  std::string_view year_text(std::size_t year) {
    while (year_texts_.size() <= year) year_texts_.push_back(programme_.years()[year_texts_.size()].first.to_string());
    return year_texts_[year];
  }
  // Texts of periods, in room of a fixed size, so that their bytes are copied without a call.
  struct PeriodText {
    Period period;
    std::uint32_t size = 0;
    std::array<char, 24> bytes{};
  };
  const PeriodText& period_text(const Period& p) {
    auto& kept = period_texts_[static_cast<std::size_t>(static_cast<std::uint32_t>(p.first.days()) * 31U + static_cast<std::uint32_t>(p.last.days())) % period_texts_kept];
    if (kept.size == 0 || !(kept.period == p)) {
      const std::string text = short_text(p);
      kept.period = p;
      kept.size = static_cast<std::uint32_t>(text.copy(kept.bytes.data(), kept.bytes.size()));
    }
    return kept;
  }
  void add_period(const Period& p) {
    const PeriodText& text = period_text(p);
    char* const at = text_.room(text.bytes.size());
    std::memcpy(at, text.bytes.data(), text.bytes.size());
    text_.wrote(at + text.size);
  }

  void write_inputs() {
    text_.add("sumi member trace\t1\nmember\t");
    text_.add_escaped(member_->number);
    text_.add('\t');
    text_.add_escaped(member_->activity);
    text_.add('\t');
    add_period(member_->own);
    text_.add('\n');
    for (const auto& [name, text] : member_->values) {
      text_.add("own\t");
      text_.add_escaped(name);
      text_.add('\t');
      text_.add_escaped(text);
      text_.add('\n');
    }
    for (std::size_t s = 0; s < runs_.size(); ++s) {
      text_.add(shared_->series_line[s]);
      evidence_ = {};
      for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) write_value(**it);
    }
    for (const MemberValue* v : left_) write_left(*v);
  }
  void write_number(const MemberValue& v) {
    if (v.scale == MemberValue::kept) text_.add(rows_.pieces[v.piece].kept[static_cast<std::size_t>(v.mantissa)].value);
    else text_.add_decimal(v.mantissa, v.scale);
  }
  void write_value(const MemberValue& v) {
    add_period(period_of(v));
    text_.add('\t');
    write_number(v);
    const DataPiece& piece = rows_.pieces[v.piece];
    const std::string_view evidence = v.evidence_kept ? std::string_view(piece.texts[v.evidence]) : piece.text.substr(v.evidence, v.evidence_size);
    const bool converted = v.scale == MemberValue::kept && !piece.kept[static_cast<std::size_t>(v.mantissa)].written.empty();
    if (converted || !same_text(evidence, evidence_)) {
      text_.add('\t');
      text_.add_escaped(evidence);
      evidence_ = evidence;
    }
    if (converted) {
      text_.add('\t');
      text_.add_escaped(piece.kept[static_cast<std::size_t>(v.mantissa)].written);
    }
    text_.add('\n');
  }
  void write_left(const MemberValue& v) {
    text_.add("left\t");
    text_.add_escaped(symbol(v.series));
    text_.add('\t');
    add_period(period_of(v));
    text_.add('\t');
    // As it was written: it is not counted.
    const std::string_view written = v.scale == MemberValue::kept ? std::string_view(rows_.pieces[v.piece].kept[static_cast<std::size_t>(v.mantissa)].written) : std::string_view();
    if (const std::size_t blank = written.find(' '); blank != std::string_view::npos) {
      text_.add_escaped(written.substr(0, blank));
      text_.add('\t');
      text_.add_escaped(written.substr(blank + 1));
    } else {
      write_number(v);
      text_.add('\t');
      text_.add_escaped(shared_->open[v.series].unit.text);
    }
    text_.add('\n');
  }
  void write_result(std::size_t year, const Rational& baseline, const Rational& project) {
    text_.add("result\t");
    text_.add(year_text(year));
    text_.add('\t');
    text_.add(baseline);
    text_.add('\t');
    text_.add(project);
    text_.add('\t');
    text_.add(project.sign() == 0 ? baseline : baseline - project);
    text_.add('\n');
  }

  const Programme& programme_;
  const MemberDataReader& reader_;
  const MemberRows& rows_;
  bool only_check_, keep_traces_;
  BoundFormulas formulas_;
  CountedMembers out_;
  TraceText text_, index_text_;
  std::vector<std::size_t> ends_;  // of each member's trace

  // The member that is counted.
  const ProgrammeMember* member_ = nullptr;
  std::uint32_t index_ = 0;
  std::size_t activity_ = 0;
  const ActivityShared* shared_ = nullptr;
  Period own_;  // within the report
  bool bad_ = false;
  std::vector<std::uint32_t> bad_lines_;
  std::vector<const MemberValue*> values_, left_;
  std::vector<Run> runs_;  // by series
  Run periods_;
  std::vector<std::pair<std::string, std::string>> choices_;
  std::vector<std::optional<Rational>> own_values_;
  DecimalSum sum_;
  std::vector<std::string> lacking_;  // why formulas could not be bound
  std::vector<Rational> totals_;                                                                           // by series
  std::string_view evidence_;  // of the line before

  std::pair<const OwnParameter*, std::string> last_unit_{nullptr, {}};
  Rational last_factor_;
  std::pair<const YearSums*, const rulebook::CalculationFlags*> flags_seen_{nullptr, nullptr};
  std::vector<std::string> year_texts_;
  static constexpr std::size_t period_texts_kept = 1024;
  std::vector<PeriodText> period_texts_;
};

}  // namespace

CountedMembers count_members(const Programme& programme, const MemberRows& rows, std::uint32_t first, std::uint32_t last, bool only_check, bool keep_traces) {
  return Counter(programme, rows, only_check, keep_traces).count(first, last);
}

}  // namespace sumi::project
