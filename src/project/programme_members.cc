// Member by member: what is checked in which order, the formulas, the trace.
#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/programme_counter.h"

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

CountedMembers MemberCounter::count(std::uint32_t first, std::uint32_t last) {
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

void MemberCounter::count(std::uint32_t index) {
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

void MemberCounter::point_into_text() {
  if (!keep_traces_) return;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends_.size(); ++i) {
    out_.members[i].text = text_.from(begin).substr(0, ends_[i] - begin);
    begin = ends_[i];
  }
  out_.text_bytes = text_.size();
  out_.text = text_.take();
}

void MemberCounter::refuse(Error error) {
  bad_ = true;
  add_finding(out_.findings, reader_.findings_max(), std::move(error));
}

void MemberCounter::refuse_value(const ErrorDef& def, const MemberValue& v, ErrorArgs args) {
  bad_lines_.push_back(rows_.line(v));
  refuse(make_error(def, args, place(v, v.column + std::size_t{1})));
}

Rational MemberCounter::number(const MemberValue& v) const {
  if (v.scale == MemberValue::kept) return rows_.pieces[v.piece].kept[static_cast<std::size_t>(v.mantissa)].value;
  return v.scale == 0 ? Rational(v.mantissa) : Rational(Decimal(Integer(v.mantissa), v.scale));
}

rulebook::PreparedRun* MemberCounter::bound(std::size_t year, const Period& part) {
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

const rulebook::PreparedResult* MemberCounter::ran(const Result<const rulebook::PreparedResult*>& result) {
  if (result) return *result;
  refuse(make_error(errors::member_calculation, {{"member", member_->number}, {"reason_ja", sentence(result.error(), Language::ja)}, {"reason_en", sentence(result.error(), Language::en)}}));
  return nullptr;
}

void MemberCounter::calculate() {
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

const MemberValue* MemberCounter::coefficient(std::size_t s, const Period& part) const {
  for (const auto* it = runs_[s].begin; it != runs_[s].end; ++it) {
    if ((*it)->first <= part.first.days() && part.last.days() <= (*it)->last) return *it;
  }
  return nullptr;
}

bool MemberCounter::constant_coefficients(const Period& part) const {
  if (shared_->amounts == runs_.size()) return true;
  for (std::size_t s = 0; s < runs_.size(); ++s) {
    if (!amount(s) && coefficient(s, part) == nullptr) return false;
  }
  return true;
}

std::optional<Rational> MemberCounter::share_of(const MemberValue& v, const Period& year) {
  const std::int32_t first = std::max(v.first, year.first.days()), last = std::min(v.last, year.last.days());
  if (first > last) return Rational(0);
  if (first == v.first && last == v.last) return std::nullopt;
  return Rational(Integer(last - first + 1), Integer(v.last - v.first + 1));
}

void MemberCounter::note_split(const MemberValue& v) {
  const std::pair<std::size_t, Period> split{activity_, period_of(v)};
  if (std::ranges::find(out_.split, split) == out_.split.end()) out_.split.push_back(split);
}

void MemberCounter::set_own_values(rulebook::PreparedRun& run) const {
  for (std::size_t i = 0; i < own_values_.size(); ++i) run.set(shared_->own[i].open, *own_values_[i]);
}

bool MemberCounter::check_parts(rulebook::PreparedRun& run, std::size_t year, const Period& in_year) {
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

void MemberCounter::calculate_year(rulebook::PreparedRun& run, std::size_t year, const Period& part) {
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

void MemberCounter::calculate_parts(std::size_t year, const Period& in_year) {
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

YearSums& MemberCounter::sums_of(std::size_t year, const rulebook::Prepared& prepared) {
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

void MemberCounter::add(YearSums& sums, const rulebook::PreparedResult& result) {
  sums.baseline.add(result.baseline_tCO2);
  sums.project.add(result.project_tCO2);
  for (std::size_t i = 0; i < std::min(result.incidental.size(), sums.incidental.size()); ++i) sums.incidental[i].add(result.incidental[i]);
  sums.flags.approximate = sums.flags.approximate || result.approximate;
}

std::string_view MemberCounter::year_text(std::size_t year) {
  while (year_texts_.size() <= year) year_texts_.push_back(programme_.years()[year_texts_.size()].first.to_string());
  return year_texts_[year];
}

const MemberCounter::PeriodText& MemberCounter::period_text(const Period& p) {
  auto& kept = period_texts_[static_cast<std::size_t>(static_cast<std::uint32_t>(p.first.days()) * 31U + static_cast<std::uint32_t>(p.last.days())) % period_texts_kept];
  if (kept.size == 0 || !(kept.period == p)) {
    const std::string text = short_text(p);
    kept.period = p;
    kept.size = static_cast<std::uint32_t>(text.copy(kept.bytes.data(), kept.bytes.size()));
  }
  return kept;
}

void MemberCounter::add_period(const Period& p) {
  const PeriodText& text = period_text(p);
  char* const at = text_.room(text.bytes.size());
  std::memcpy(at, text.bytes.data(), text.bytes.size());
  text_.wrote(at + text.size);
}

void MemberCounter::write_inputs() {
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

void MemberCounter::write_number(const MemberValue& v) {
  if (v.scale == MemberValue::kept) text_.add(rows_.pieces[v.piece].kept[static_cast<std::size_t>(v.mantissa)].value);
  else text_.add_decimal(v.mantissa, v.scale);
}

void MemberCounter::write_value(const MemberValue& v) {
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

void MemberCounter::write_left(const MemberValue& v) {
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

void MemberCounter::write_result(std::size_t year, const Rational& baseline, const Rational& project) {
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

CountedMembers count_members(const Programme& programme, const MemberRows& rows, std::uint32_t first, std::uint32_t last, bool only_check, bool keep_traces) {
  return MemberCounter(programme, rows, only_check, keep_traces).count(first, last);
}

}  // namespace sumi::project
