// The trace of a report and its replay.
//
// Lines end with \n, fields are parted by tabs (names are escaped as in the methodology's own trace). In this order:
//
//   sumi report trace  1
//   plan, data         SHA-256
//   rulebook           SHA-256 of the manifest
//   period             days of the report
//   known              day or empty               (as_known)
//   low_confidence     allowed or refused
//   calculation        activity  methodology  vintage  days  whole or split  number of lines that follow
//                      (the methodology's trace, as it stands)
//   incidental         activity  source  vintage  emission  ratio or empty
//   vintage            methodology  vintage  EM_BL  EM_PJ  EM_BL - EM_PJ  rounding rule  ER
//   flag               methodology  vintage  reconstructed, approximate, low_confidence, or declared and the symbol
#include <algorithm>
#include <charconv>

#include "project/calculation_parts.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

constexpr std::string_view magic = "sumi report trace\t1";

std::string escaped(std::string_view field) {
  std::string out;
  for (const char c : field) {
    if (c == '\t') out += "\\t";
    else if (c == '\n') out += "\\n";
    else if (c == '\\') out += "\\\\";
    else out += c;
  }
  return out;
}

void line(std::string& out, std::initializer_list<std::string> fields) {
  bool first = true;
  for (const std::string& f : fields) {
    if (!first) out += '\t';
    first = false;
    out += escaped(f);
  }
  out += '\n';
}

}  // namespace

void write_vintage(std::string& out, const VintageResult& v) {
  const std::string year = v.vintage.to_string();
  line(out, {"vintage", v.methodology, year, v.baseline_tCO2.to_string(), v.project_tCO2.to_string(), (v.baseline_tCO2 - v.project_tCO2).to_string(), v.rounding_rule,
                std::to_string(v.reduction_t)});
  if (v.flags.reconstructed) line(out, {"flag", v.methodology, year, "reconstructed"});
  if (v.flags.approximate) line(out, {"flag", v.methodology, year, "approximate"});
  if (v.flags.low_confidence) line(out, {"flag", v.methodology, year, "low_confidence"});
  for (const std::string& symbol : v.flags.declared) line(out, {"flag", v.methodology, year, "declared", symbol});
}

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> fields_of(std::string_view line_text) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t tab = line_text.find('\t');
    fields.push_back(line_text.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line_text.remove_prefix(tab + 1);
  }
}

Result<PlanOptions> options_of(const std::vector<std::string_view>& lines) {
  PlanOptions options;
  if (lines.empty() || lines[0] != magic) return fail(errors::trace_head, {{"text", lines.empty() ? "" : std::string(lines[0])}});
  for (const std::string_view text : lines) {
    const auto f = fields_of(text);
    if (f.size() == 2 && f[0] == "known" && !f[1].empty()) {
      const auto day = Date::parse(f[1]);
      if (!day) return fail(errors::trace_head, {{"text", std::string(text)}});
      options.as_known = *day;
    }
    if (f.size() == 2 && f[0] == "low_confidence") {
      options.allow_low_confidence = f[1] == "allowed";
      return options;
    }
  }
  return fail(errors::trace_head, {{"text", std::string(lines[0])}});
}

Unexpected differs(std::size_t line_number, std::string_view given, std::string_view expected) {
  return fail(errors::trace_differs, {{"line", std::to_string(line_number)}, {"given", std::string(given)}, {"expected", std::string(expected)}});
}

// Each methodology's own lines, run again from nothing but themselves.
Result<void> replay_calculations(const std::vector<std::string_view>& lines, const rulebook::Rulebook& rulebook) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto f = fields_of(lines[i]);
    if (f.size() != 7 || f[0] != "calculation") continue;
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(f[6].data(), f[6].data() + f[6].size(), count);
    if (error != std::errc() || end != f[6].data() + f[6].size() || count > lines.size() - i - 1) {
      return fail(errors::trace_head, {{"text", std::string(lines[i])}});
    }
    std::string own;
    for (std::size_t k = 1; k <= count; ++k) own += std::string(lines[i + k]) + "\n";
    const rulebook::Methodology* methodology = rulebook.methodology(f[2]);
    if (methodology == nullptr) return fail(errors::plan_methodology_unknown, {{"path", "calculation"}, {"methodology", std::string(f[2])}, {"known", "-"}});
    SUMI_TRY([[maybe_unused]] const rulebook::Calculation again, rulebook::replay(*methodology, own));
    i += count;
  }
  return {};
}

}  // namespace

std::string write_trace(const CalculationResult& result, const PlanOptions& options) {
  std::string out(magic);
  out += '\n';
  line(out, {"plan", result.plan.to_hex()});
  line(out, {"data", result.data_set.to_hex()});
  line(out, {"rulebook", result.manifest.to_hex()});
  line(out, {"period", result.period.to_string()});
  line(out, {"known", options.as_known ? options.as_known->to_string() : ""});
  line(out, {"low_confidence", options.allow_low_confidence ? "allowed" : "refused"});
  for (const PeriodResult& p : result.periods) {
    const std::string& own = p.calculation.trace.text;
    line(out, {"calculation", p.activity, p.methodology, p.vintage.to_string(), p.period.to_string(), p.split ? "split" : "whole",
                  std::to_string(std::ranges::count(own, '\n'))});
    out += own;
  }
  for (const IncidentalResult& i : result.incidental) {
    line(out, {"incidental", i.activity, i.id, i.vintage.to_string(), i.emission_tCO2.to_string(), i.ratio ? i.ratio->to_string() : ""});
  }
  for (const VintageResult& v : result.vintages) write_vintage(out, v);
  return out;
}

Result<CalculationResult> replay(std::string_view trace, const CheckedPlan& plan, const DataSet& data, const rulebook::Rulebook& rulebook) {
  const std::vector<std::string_view> given = lines_of(trace);
  SUMI_TRY(const PlanOptions options, options_of(given));
  SUMI_TRY(CalculationResult again, calculate(plan, data, rulebook, options));
  if (again.trace != trace) {
    const std::vector<std::string_view> expected = lines_of(again.trace);
    for (std::size_t i = 0; i < std::max(given.size(), expected.size()); ++i) {
      const std::string_view a = i < given.size() ? given[i] : std::string_view{}, b = i < expected.size() ? expected[i] : std::string_view{};
      if (a != b || i >= given.size() || i >= expected.size()) return differs(i + 1, a, b);
    }
    return differs(given.size(), "", "\\n");
  }
  SUMI_CHECK(replay_calculations(given, rulebook));
  return again;
}

}  // namespace sumi::project
