// The programme's trace, and the replay of one member's. programme_calculate.h has the format of both.
#include "project/programme_trace.h"

#include <algorithm>

#include "base/csv.h"
#include "project/calculation_parts.h"
#include "project/errors.h"
#include "rulebook/rulebook.h"

namespace sumi::project {

std::string write_programme_trace(const Programme& programme, const ProgrammeResult& result, const std::vector<CountedMembers>& counted, const ProgrammeOptions& options) {
  TraceText out;
  const auto line = [&](std::string_view name, std::string_view value) {
    out.add(name);
    out.add('\t');
    out.add_escaped(value);
    out.add('\n');
  };
  line("sumi programme trace", "1");
  line("plan", result.total.plan.to_hex());
  line("members", options.member_list.to_hex());
  line("data", result.total.data_set.to_hex());
  line("rulebook", result.total.manifest.to_hex());
  line("period", result.total.period.to_string());
  line("known", options.plan.as_known ? options.plan.as_known->to_string() : "");
  line("low_confidence", options.plan.allow_low_confidence ? "allowed" : "refused");
  std::map<BoundFormulas::SharedKey, std::string> shared;
  for (const CountedMembers& c : counted) shared.insert(c.shared.begin(), c.shared.end());
  for (const auto& [key, lines] : shared) {
    const auto& [activity, year, own] = key;
    out.add("shared\t");
    out.add_escaped(programme.activities()[activity].activity->activity->name);
    out.add('\t');
    out.add(year.to_string());
    out.add('\t');
    out.add_escaped(own);
    out.add('\t');
    out.add_decimal(std::ranges::count(lines, '\n'), 0);
    out.add('\n');
    out.add(lines);
  }
  std::size_t size = out.size();
  for (const CountedMembers& c : counted) size += c.index.size();
  std::string text;
  constexpr std::size_t room_for_sums = 4096;
  text.reserve(size + room_for_sums);
  text = out.from(0);
  for (const CountedMembers& c : counted) text += c.index;
  for (const VintageResult& v : result.total.vintages) write_vintage(text, v);
  return text;
}

namespace {

std::optional<std::string> unescaped(std::string_view field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      out += field[i];
      continue;
    }
    if (++i == field.size()) return std::nullopt;
    const char c = field[i];
    if (c != 't' && c != 'n' && c != '\\') return std::nullopt;
    out += c == 't' ? '\t' : c == 'n' ? '\n' : '\\';
  }
  return out;
}

std::vector<std::string_view> cut(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// A member's trace read back as the rows it came from.
class TraceReader {
 public:
  Result<void> read(std::string_view trace) {
    data = "member,activity,parameter,period,value,unit,class,evidence\n";
    const auto lines = cut(trace, '\n');
    if (lines.size() < 3 || lines[0] != "sumi member trace\t1") return bad(lines[0]);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      fields_.clear();
      for (const std::string_view field : cut(lines[i], '\t')) {
        auto text = unescaped(field);
        if (!text) return bad(lines[i]);
        fields_.push_back(*std::move(text));
      }
      if (!read_line()) return bad(lines[i]);
    }
    if (number.empty()) return bad(lines[1]);
    return {};
  }
  std::string number, activity, data;

 private:
  static Unexpected bad(std::string_view line) { return fail(errors::member_trace_head, {{"text", std::string(line)}}); }
  bool read_line() {
    const std::string& kind = fields_[0];
    const std::size_t n = fields_.size();
    if (kind == "member" && n == 4) {
      number = fields_[1];
      activity = fields_[2];
      return true;
    }
    if (kind == "series" && n == 4) {
      series_ = fields_;
      evidence_.clear();
      return true;
    }
    if (!kind.empty() && kind[0] >= '0' && kind[0] <= '9' && n >= 2 && n <= 4 && !series_.empty()) {
      if (n > 2) evidence_ = fields_[2];
      // As it was written: "0.45 MWh".
      const std::size_t blank = n == 4 ? fields_[3].find(' ') : std::string::npos;
      if (n == 4 && blank == std::string::npos) return false;
      add(series_[1], kind, n == 4 ? fields_[3].substr(0, blank) : fields_[1], n == 4 ? fields_[3].substr(blank + 1) : series_[2], series_[3], evidence_);
      return true;
    }
    if (kind == "left" && n == 5) {
      add(fields_[1], fields_[2], fields_[3], fields_[4], "", "");
      return true;
    }
    return kind.empty() || kind == "own" || kind == "part" || kind == "sum" || kind == "result";
  }
  void add(const std::string& symbol, const std::string& period, const std::string& value, const std::string& unit, const std::string& monitoring_class, const std::string& evidence) {
    bool first = true;
    for (const std::string& field : {number, activity, symbol, period, value, unit, monitoring_class, evidence}) {
      if (!first) data += ',';
      // A line that begins with '#' would be a comment.
      data += csv_field(field);
      first = false;
    }
    data += '\n';
  }
  std::vector<std::string> fields_, series_;
  std::string evidence_;
};

}  // namespace

Result<void> replay_member(std::string_view trace, const CheckedPlan& plan, const std::vector<ProgrammeMember>& members, const Period& report,
                           const rulebook::Rulebook& rulebook, const PlanOptions& options) {
  TraceReader read;
  SUMI_CHECK(read.read(trace));
  const auto lines = cut(trace, '\n');
  std::string recalculated;
  for (const ProgrammeMember& m : members) {
    if (m.number != read.number || m.activity != read.activity) continue;
    ProgrammeOptions o;
    o.plan = options;
    SUMI_TRY(const ProgrammeResult again, calculate_programme(plan, {m}, read.data, "trace", report, rulebook, o));
    if (again.members.empty()) continue;
    if (again.members[0].text == trace) return {};
    recalculated = again.members[0].text;
    break;
  }
  const auto expected = cut(recalculated, '\n');
  for (std::size_t i = 0; i < std::max(lines.size(), expected.size()); ++i) {
    const std::string_view a = i < lines.size() ? lines[i] : std::string_view{}, b = i < expected.size() ? expected[i] : std::string_view{};
    if (a != b) return fail(errors::member_trace_differs, {{"line", std::to_string(i + 1)}, {"given", std::string(a)}, {"expected", std::string(b)}});
  }
  return fail(errors::member_trace_differs, {{"line", "0"}, {"given", ""}, {"expected", ""}});
}

}  // namespace sumi::project
