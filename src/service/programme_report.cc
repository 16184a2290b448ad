#include "service/programme_report.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/csv.h"
#include "base/sha256.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/member_list.h"
#include "project/members.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/programme.h"
#include "service/rules.h"

namespace sumi::service {
namespace {

constexpr std::string_view trace_begin = "sumi programme trace\t";

std::string write_roll(const std::vector<project::ProgrammeMember>& members) {
  std::string out = "member,activity,period,symbol,value\n";
  const auto line = [&](const project::ProgrammeMember& m, const std::string& symbol, const std::string& value) {
    out += csv_field(m.number) + "," + csv_field(m.activity) + "," + m.own.to_string() + "," + csv_field(symbol) + "," + csv_field(value) + "\n";
  };
  for (const auto& m : members) {
    if (m.values.empty()) line(m, "", "");
    for (const auto& [symbol, value] : m.values) line(m, symbol, value);
  }
  return out;
}

Result<std::vector<project::ProgrammeMember>> read_roll(const std::string& text) {
  SUMI_TRY(const auto table, read_csv(text, "roll"));
  std::vector<project::ProgrammeMember> out;
  for (const auto& row : table.rows) {
    const auto& f = row.fields;
    constexpr std::size_t columns = 5;
    if (f.size() != columns) return fail(errors::document_missing, {{"what", "roll"}, {"hash", sha256(text).to_hex()}}, {"roll", row.line, 0});
    SUMI_TRY(const auto own, Period::parse(f[2]));
    const bool same = !out.empty() && out.back().number == f[0] && out.back().activity == f[1] && out.back().own == own;
    if (!same) out.push_back({f[0], f[1], own, {}, {"roll", row.line, 0}});
    if (!f[3].empty()) out.back().values.emplace_back(f[3], f[4]);
  }
  return out;
}

// By the operator's own number; a number may have been given again after its member left, so the periods may be several.
struct Registered {
  std::vector<Period> counts;
  bool excluded = false;
};
Result<std::map<std::string, Registered>> registered_members(const Ledger& ledger, ProjectNumber project) {
  std::map<std::string, Registered> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& rows = state.cases().members.rows;
    for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
      auto& one = out[it->second.entry.number];
      one.excluded = one.excluded || it->second.status == project::MemberStatus::excluded;
      if (const auto counts = it->second.counts_in()) one.counts.push_back(*counts);
    }
  }));
  return out;
}

// The list's members within what the register says of them.
Result<std::vector<project::ProgrammeMember>> as_registered_members(const Ledger& ledger, ProjectNumber project, std::vector<project::ProgrammeMember> members) {
  SUMI_TRY(const auto registered, registered_members(ledger, project));
  std::vector<project::ProgrammeMember> out;
  std::vector<Error> errors;
  for (auto& m : members) {
    const auto found = registered.find(m.number);
    if (found == registered.end() || found->second.counts.empty()) {
      const bool excluded = found != registered.end() && found->second.excluded;
      if (found == registered.end() || excluded) errors.push_back(make_error(excluded ? errors::report_member_excluded : errors::report_member_unknown, {{"member", m.number}}, m.place));
      continue;  // it left before it counted
    }
    for (const Period& counts : found->second.counts) {
      if (!counts.overlaps(m.own)) continue;
      auto one = m;
      one.own = {std::max(counts.first, m.own.first), std::min(counts.last, m.own.last)};
      out.push_back(std::move(one));
    }
  }
  if (errors.empty()) return out;
  Error first = std::move(errors.front());
  first.also.assign(std::make_move_iterator(errors.begin() + 1), std::make_move_iterator(errors.end()));
  return fail(std::move(first));
}

Result<project::ProgrammeResult> calculate(const project::CheckedPlan& plan, const std::vector<project::ProgrammeMember>& members, const Hash& roll, std::string_view csv, const std::string& file,
                                           const Period& period, const rulebook::Rulebook& rulebook, bool low_confidence, const std::function<void(std::uint64_t, std::uint64_t)>& progress = {}) {
  project::ProgrammeOptions options;
  options.plan.allow_low_confidence = low_confidence;
  options.member_list = roll;
  // The file is read in pieces, then the members are calculated in pieces: what is told are members.
  bool counting = false;
  std::uint64_t before = 0, last = 0;
  if (progress) {
    options.stage = [&](std::string_view name) {
      counting = name == "members";
      before = last;
    };
  }
  std::mutex mutex;
  options.spread = spread_over(programme_threads(), [&](std::uint64_t done, std::uint64_t given) {
    if (!progress) return;
    const std::lock_guard lock(mutex);
    last = std::max(last, done);
    progress(counting ? members.size() * (last - before) / (given - before) : 0, members.size());
  });
  options.keep_traces = false;
  return project::calculate_programme(plan, members, csv, file, period, rulebook, options);
}

// The value of a line of a trace's head.
std::string_view head_line(std::string_view trace, std::string_view name) {
  const std::string key = "\n" + std::string(name) + "\t";
  const auto at = trace.find(key);
  if (at == std::string_view::npos) return {};
  const auto begin = at + key.size();
  return trace.substr(begin, trace.find('\n', begin) - begin);
}

}  // namespace

bool is_programme_trace(std::string_view trace) { return trace.starts_with(trace_begin); }
Hash roll_of(std::string_view trace) { return Hash::from_hex(head_line(trace, "members")).value_or(Hash{}); }

Result<ReportDraft> prepare_programme_report(Ledger& ledger, ProjectNumber project, const std::string& members, const std::string& members_file, const std::string& csv, const std::string& csv_file,
                                             const Period& period, OrganisationNumber owner, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  SUMI_TRY(const auto rules, plan_of_report(ledger, project, period));
  SUMI_TRY(const auto scheme_rules, rules_from(*rules.rulebook));
  SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(members.data()), members.size()}, members_file));
  SUMI_TRY(const auto list, project::read_member_list(decoded.utf8, members_file, scheme_rules.project.programme.member_years_max));
  SUMI_TRY(const auto counting, as_registered_members(ledger, project, project::programme_members(list, rules.plan)));
  const std::string roll = write_roll(counting);
  SUMI_TRY(const auto data, MemberDataFile::of(csv, csv_file));
  SUMI_TRY(auto result, calculate(rules.plan, counting, sha256(roll), data.text(), csv_file, period, *rules.rulebook, false, progress));
  for (const auto& bytes : {roll, std::string(data.text()), result.total.trace}) {
    SUMI_TRY([[maybe_unused]] const auto own, ledger.put_evidence(owner, bytes));
    SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, bytes));
  }
  ReportDraft draft;
  draft.calculation = std::move(result.total);
  draft.command.project = project;
  draft.command.period = period;
  draft.command.plan = rules.plan.hash;
  draft.command.data_set = sha256(data.text());
  draft.command.trace = draft.calculation.trace_hash;
  draft.command.lines = draft.calculation.lines;
  return draft;
}

Result<project::CalculationResult> replay_programme(const project::CheckedPlan& plan, const std::string& roll, const std::string& csv, const std::string& trace, const Period& period,
                                                    const rulebook::Rulebook& rulebook) {
  SUMI_TRY(const auto members, read_roll(roll));
  SUMI_TRY(auto result, calculate(plan, members, sha256(roll), csv, "data set", period, rulebook, head_line(trace, "low_confidence") == "allowed"));
  const std::string& again = result.total.trace;
  if (again == trace) return std::move(result.total);
  const auto differs = std::ranges::mismatch(trace, again);
  const auto line = std::count(trace.begin(), differs.in1, '\n') + 1;
  const auto line_of = [](const std::string& text, std::string::const_iterator at) {
    const auto begin = std::find(std::make_reverse_iterator(at), text.rend(), '\n').base();
    return std::string(begin, std::find(at, text.end(), '\n'));
  };
  return fail(project::errors::trace_differs, {{"line", std::to_string(line)}, {"given", line_of(trace, differs.in1)}, {"expected", line_of(again, differs.in2)}});
}

}  // namespace sumi::service
