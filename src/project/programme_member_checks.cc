// Order, gaps and range of a member's values, and what it has of its own in the list.
#include <algorithm>

#include "project/errors.h"
#include "project/programme_counter.h"

namespace sumi::project {
namespace {

std::string month_name(Date first) { return first.to_string().substr(0, std::string_view("2026-04").size()); }
Date month_after(Date day) {
  const Date next = Date::from_ymd(day.year(), day.month(), 1)->plus_days(31);
  return *Date::from_ymd(next.year(), next.month(), 1);
}

}  // namespace

std::string short_text(const Period& p) {
  return p.first.day() == 1 && p.last.plus_days(1) == month_after(p.first) ? month_name(p.first) : p.to_string();
}

namespace {

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

}  // namespace

void MemberCounter::sort_values(std::uint32_t index) {
  values_.assign(rows_.values.begin() + static_cast<std::ptrdiff_t>(rows_.begin[index]), rows_.values.begin() + static_cast<std::ptrdiff_t>(rows_.begin[index + 1]));
  const auto less = [](const MemberValue* a, const MemberValue* b) {
    if (a->series != b->series) return a->series < b->series;
    if (a->first != b->first) return a->first < b->first;
    return a->last < b->last;
  };
  if (!std::ranges::is_sorted(values_, less)) std::ranges::stable_sort(values_, less);
  runs_.assign(shared_->activity->series.size(), ValueRun{});
  for (std::size_t i = 0; i < values_.size();) {
    std::size_t end = i + 1;
    while (end < values_.size() && values_[end]->series == values_[i]->series) ++end;
    runs_[values_[i]->series] = {values_.data() + i, values_.data() + end};
    i = end;
  }
}

void MemberCounter::check_order() {
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

void MemberCounter::leave_out(bool counts) {
  left_.clear();
  for (ValueRun& run : runs_) {
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

void MemberCounter::check_gaps() {
  for (std::size_t s = 0; s < runs_.size(); ++s) {
    Date day = own_.first;
    for (const auto* it = runs_[s].begin; it != runs_[s].end && (*it)->first <= day.days(); ++it) day = std::max(day, Date::from_days((*it)->last).plus_days(1));
    if (day <= own_.last) tell_gaps(s);
  }
}

void MemberCounter::tell_gaps(std::size_t s) {
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

void MemberCounter::check_amounts() {
  periods_ = ValueRun{};
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

bool MemberCounter::read_own_values() {
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

bool MemberCounter::read_own(const OwnParameter& own, const std::string& text) {
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

void MemberCounter::refuse_own(const std::string& name, const std::string& text, const std::string& ja, const std::string& en) {
  refuse(make_error(errors::member_listed_value, {{"member", member_->number}, {"symbol", name}, {"text", text}, {"reason_ja", ja}, {"reason_en", en}}, member_->place));
}

void MemberCounter::check_range(const rulebook::Prepared& prepared) {
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

}  // namespace sumi::project
