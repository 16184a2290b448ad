#include "project/programme_calculate.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/calculation_parts.h"
#include "project/errors.h"
#include "project/programme_parts.h"
#include "project/programme_trace.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

namespace {

// The stages of one file: its rows in pieces, then its members in pieces, then the sums.
class ProgrammeCalculation {
 public:
  ProgrammeCalculation(const Programme& programme, const ProgrammeOptions& options, bool only_check)
      : programme_(programme), reader_(programme.reader()), options_(options), only_check_(only_check) {}

  Result<void> run() {
    SUMI_CHECK(read());
    stage("members");
    const std::size_t members = reader_.members().size();
    const std::size_t tasks = std::clamp<std::size_t>(members, 1, limits::member_pieces_max);
    counted_.resize(tasks);
    spread(tasks, [&](std::size_t i) {
      counted_[i] = count_members(programme_, rows_, static_cast<std::uint32_t>(members * i / tasks), static_cast<std::uint32_t>(members * (i + 1) / tasks), only_check_, options_.keep_traces);
    });
    stage("sums");
    for (CountedMembers& c : counted_) {
      take_findings(c.findings, 0);
      counts_.accepted_rows -= std::min(counts_.accepted_rows, c.bad_rows);
      counts_.values -= std::min(counts_.values, c.bad_values);
      counts_.left_out += c.left_out.values;
      counts_.members_counted += c.members.size();
    }
    order_findings();
    return {};
  }

  [[nodiscard]] const MemberDataCounts& counts() const { return counts_; }
  FindingList take_list() { return std::move(findings_); }
  [[nodiscard]] bool refused() const { return !findings_.counts.empty(); }

  Error take_error() {
    Error first = std::move(findings_.shown.front());
    first.also.assign(std::make_move_iterator(findings_.shown.begin() + 1), std::make_move_iterator(findings_.shown.end()));
    const std::uint64_t shown = first.also.size() + 1, total = findings_.total();
    if (shown < total) {
      first.also.push_back(make_error(errors::member_findings_more, {{"count", std::to_string(total - shown)}, {"shown", std::to_string(shown)}}, {reader_.file(), 0, 0}));
    }
    return first;
  }

  Result<ProgrammeResult> result() {
    ProgrammeResult out;
    CalculationResult& total = out.total;
    total.period = reader_.report();
    total.plan = reader_.plan().hash;
    total.data_set = data_hash_;
    total.manifest = programme_.rulebook().manifest();
    sum_up(total);
    note_findings(total);
    SUMI_CHECK(complete(reader_.plan(), programme_.rulebook(), options_.plan, total));
    out.counts = counts_;
    out.members.reserve(counts_.members_counted);
    for (CountedMembers& c : counted_) {
      out.members.insert(out.members.end(), c.members.begin(), c.members.end());
      out.trace_bytes += c.text_bytes;
      out.trace_texts.push_back(std::move(c.text));
    }
    total.trace = write_programme_trace(programme_, out, counted_, options_);
    total.trace_hash = sha256(total.trace);
    return out;
  }

 private:
  void stage(std::string_view name) const {
    if (options_.stage) options_.stage(name);
  }
  void spread(std::size_t count, const std::function<void(std::size_t)>& task) const {
    if (options_.spread) {
      options_.spread(count, task);
      return;
    }
    for (std::size_t i = 0; i < count; ++i) task(i);
  }

  Result<void> read() {
    stage("reading");
    SUMI_TRY(const MemberDataLayout layout, reader_.layout());
    // A small file is not cut: a piece costs some tables.
    constexpr std::size_t bytes_of_a_piece = std::size_t{1} << 16;
    const auto pieces = reader_.pieces(layout, std::clamp<std::size_t>(reader_.text().size() / bytes_of_a_piece, 1, limits::member_pieces_max));
    std::vector<DataPiece> read(pieces.size());
    spread(pieces.size() + 1, [&](std::size_t i) {
      if (i == 0) data_hash_ = sha256(reader_.text());
      else read[i - 1] = reader_.read(layout, pieces[i - 1], static_cast<std::uint8_t>(i - 1));
    });
    std::uint32_t line = layout.body_line;
    std::uint64_t bad = 0, values = 0;
    for (DataPiece& piece : read) {
      take_findings(piece.findings, line);
      line += piece.lines;
      counts_.rows += piece.rows;
      bad += piece.bad_rows;
      values += piece.values.size();
      without_evidence_ += piece.without_evidence;
    }
    if (counts_.rows == 0) return fail(errors::member_data_empty, {}, {reader_.file(), 1, 0});
    if (values > limits::member_values_max) {
      return fail(errors::member_rows_too_many, {{"limit", std::to_string(limits::member_values_max)}}, {reader_.file(), line - 1, 0});
    }
    counts_.accepted_rows = counts_.rows - bad;
    counts_.values = values;
    rows_ = gather(std::move(read), layout.body_line, reader_.members().size(), [this](std::size_t count, const auto& task) { spread(count, task); });
    return {};
  }

  void take_findings(FindingList& from, std::uint32_t line) {
    for (const auto& [number, count] : from.counts) findings_.counts[number] += count;
    for (Error& e : from.shown) {
      e.place.line += line;
      findings_.shown.push_back(std::move(e));
    }
    from.shown.clear();
  }
  // By line; what has no line (members without data) stands at the end, in the order of the list.
  void order_findings() {
    const auto line = [](const Error& e) { return e.place.line == 0 ? ~std::uint32_t{0} : e.place.line; };
    std::ranges::stable_sort(findings_.shown, [&](const Error& a, const Error& b) { return line(a) != line(b) ? line(a) < line(b) : a.place.column < b.place.column; });
    if (findings_.shown.size() > options_.findings_max) findings_.shown.resize(options_.findings_max);
  }

  // One row per activity and vintage.
  void sum_up(CalculationResult& total) {
    std::map<std::pair<std::size_t, std::size_t>, YearSums> sums;
    for (CountedMembers& c : counted_) {
      for (auto& [key, s] : c.sums) {
        const auto [at, is_new] = sums.try_emplace(key, std::move(s));
        if (is_new) continue;
        at->second.baseline.add(s.baseline);
        at->second.project.add(s.project);
        for (std::size_t i = 0; i < s.incidental.size(); ++i) at->second.incidental[i].add(s.incidental[i]);
        merge_flags(at->second.flags, s.flags);
      }
    }
    for (auto& [key, s] : sums) {
      const CheckedActivity& activity = *programme_.activities()[key.first].activity->activity;
      PeriodResult p{activity.name, activity.methodology->number(), programme_.years()[key.second].first, programme_.years()[key.second].second, false, {}};
      p.calculation.baseline_tCO2 = s.baseline.total();
      p.calculation.project_tCO2 = s.project.total();
      p.calculation.flags = std::move(s.flags);
      p.calculation.rounding_rule = std::move(s.rounding_rule);
      p.calculation.incidental = std::move(s.figures);
      for (std::size_t i = 0; i < p.calculation.incidental.size(); ++i) p.calculation.incidental[i].emission_tCO2 = s.incidental[i].total();
      total.periods.push_back(std::move(p));
    }
  }

  void note_findings(CalculationResult& total) const {
    LeftOut all;
    std::vector<std::pair<std::size_t, Period>> split;
    for (const CountedMembers& c : counted_) {
      const LeftOut& l = c.left_out;
      if (l.values != 0 && (all.values == 0 || l.line < all.line)) {
        all.line = l.line;
        all.member = l.member;
        all.period = l.period;
      }
      if (l.outside != 0 && all.outside == 0) all.first_outside = l.first_outside;
      all.values += l.values;
      all.members += l.members;
      all.outside += l.outside;
      for (const auto& s : c.split) {
        if (std::ranges::find(split, s) == split.end()) split.push_back(s);
      }
    }
    if (all.values != 0) {
      total.findings.push_back(make_error(errors::finding_member_left_out,
                                          {{"members", std::to_string(all.members)}, {"count", std::to_string(all.values)}, {"line", std::to_string(all.line)},
                                              {"member", reader_.members()[all.member].number}, {"period", all.period.to_string()}},
                                          {reader_.file(), all.line, 0}));
    }
    if (all.outside != 0) {
      total.findings.push_back(make_error(errors::finding_member_outside, {{"members", std::to_string(all.outside)}, {"member", reader_.members()[all.first_outside].number}}));
    }
    if (without_evidence_ != 0) total.findings.push_back(make_error(errors::finding_member_evidence, {{"count", std::to_string(without_evidence_)}}, {reader_.file(), 0, 0}));
    std::ranges::sort(split, [](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : a.second.first < b.second.first; });
    for (const auto& [activity, period] : split) {
      total.findings.push_back(make_error(errors::finding_split_period, {{"symbol", programme_.activities()[activity].activity->activity->name}, {"period", period.to_string()}}));
    }
  }

  const Programme& programme_;
  const MemberDataReader& reader_;
  const ProgrammeOptions& options_;
  bool only_check_;
  Hash data_hash_;
  MemberRows rows_;
  std::vector<CountedMembers> counted_;
  MemberDataCounts counts_;
  FindingList findings_;
  std::uint64_t without_evidence_ = 0;
};

template <class T, class F>
Result<T> with_programme(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, std::string_view text, const std::string& file, const Period& report,
                         const rulebook::Rulebook& rulebook, const ProgrammeOptions& options, bool only_check, F finish) {
  try {
    if (plan.crediting_period && !plan.crediting_period->contains(report)) {
      return fail(errors::data_report_outside, {{"report", report.to_string()}, {"crediting", plan.crediting_period->to_string()}});
    }
    const MemberIndex index(members);
    const MemberDataReader reader(plan, members, index, report, text, file, options.findings_max);
    SUMI_TRY(const Programme programme, Programme::make(reader, rulebook, options.plan));
    ProgrammeCalculation calculation(programme, options, only_check);
    SUMI_CHECK(calculation.run());
    return finish(calculation);
  } catch (const ArithmeticTrap& trap) {
    return fail(errors::calculation_arithmetic, {{"reason", std::string(trap.def().en)}});
  }
}

}  // namespace

std::vector<ProgrammeMember> programme_members(const MemberList& list, const CheckedPlan& plan) {
  std::vector<ProgrammeMember> out;
  out.reserve(list.members.size());
  for (const MemberRow& row : list.members) {
    const bool first = row.activity.empty() && !plan.activities.empty();
    out.push_back({row.member, first ? plan.activities.front().name : row.activity, row.period, row.parameters, row.place});
  }
  return out;
}

Result<ProgrammeResult> calculate_programme(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, std::string_view text, const std::string& file,
                                            const Period& report, const rulebook::Rulebook& rulebook, const ProgrammeOptions& options) {
  return with_programme<ProgrammeResult>(plan, members, text, file, report, rulebook, options, false, [](ProgrammeCalculation& c) -> Result<ProgrammeResult> {
    if (c.refused()) return fail(c.take_error());
    return c.result();
  });
}

Result<MemberDataCheck> check_member_data(const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, std::string_view text, const std::string& file,
                                          const Period& report, const rulebook::Rulebook& rulebook, const ProgrammeOptions& options) {
  return with_programme<MemberDataCheck>(plan, members, text, file, report, rulebook, options, true,
                                         [](ProgrammeCalculation& c) -> Result<MemberDataCheck> { return MemberDataCheck{c.counts(), c.take_list()}; });
}

const MemberTrace* trace_of(const ProgrammeResult& result, const std::vector<ProgrammeMember>& members, std::string_view number, std::string_view activity) {
  const auto it = std::ranges::find_if(result.members, [&](const MemberTrace& t) {
    return members[t.member].number == number && (activity.empty() || members[t.member].activity == activity);
  });
  return it == result.members.end() ? nullptr : &*it;
}

}  // namespace sumi::project
