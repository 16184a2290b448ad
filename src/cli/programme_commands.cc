// project calculate-members: a programme's members from their files to certified tonnes, any member's trace, and its replay.
#include "cli/programme_commands.h"

#include <unistd.h>

#include <cstdio>

#include "base/csv.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "project/errors.h"
#include "project/programme_calculate.h"
#include "service/programme.h"
#include "service/projects.h"

namespace sumi::cli {
namespace {

// Everything that the three files say.
struct Programme {
  std::shared_ptr<const rulebook::Rulebook> book;
  service::PlanCheck check;
  project::MemberList list;
  std::vector<project::ProgrammeMember> members;
  Period period;
  project::ProgrammeOptions options;
};

Result<std::string> text_of(const std::string& path) {
  SUMI_TRY(const auto bytes, read_file(path));
  SUMI_TRY(auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, path));
  return std::move(decoded.utf8);
}

// Long work says where it is, to a person only.
std::function<void(std::string_view)> progress(const Context& context) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [&context](std::string_view stage) {
    const bool reading = stage == "reading", members = stage == "members";
    const auto text = reading ? context.say("データを読んでいます…", "reading the data...")
                              : members ? context.say("会員ごとに計算しています…", "calculating members...") : context.say("合計しています…", "summing up...");
    std::fprintf(stderr, "%s\n", text.c_str());
  };
}

Result<Programme> read_programme(const Context& context, const ProgrammeArguments& a) {
  Programme p;
  SUMI_TRY(const auto toml, read_file(a.plan, limits::toml_file_bytes_max));
  SUMI_TRY(p.book, context.rulebook_for());
  p.options.plan.allow_low_confidence = a.low_confidence;
  SUMI_TRY(p.check, service::check_plan_text(toml, a.plan, *p.book, p.options.plan));
  SUMI_TRY(const auto members, text_of(a.members));
  SUMI_TRY(p.list, project::read_member_list(members, a.members));
  p.members = project::programme_members(p.list, p.check.plan);
  p.options.member_list = p.list.hash;
  p.options.spread = service::spread_over(service::programme_threads());
  p.options.stage = progress(context);
  auto period = Period::parse(a.period);
  if (!period) return fail(std::move(period).error().at({"--period"}));
  p.period = *period;
  return p;
}

Tree findings_tree(const project::Findings& findings, Language language) {
  Tree list = Tree::make_array();
  for (const auto& f : findings) {
    Tree t = Tree::make_table();
    t.add("finding", Tree::make_string(qualified_name(*f.def)));
    t.add("message", Tree::make_string(sentence(f, language)));
    if (f.place.line != 0) t.add("line", Tree::make_number(std::to_string(f.place.line)));
    list.items.push_back(std::move(t));
  }
  return list;
}

Tree counts_tree(const project::MemberDataCounts& counts) {
  Tree t = Tree::make_table();
  t.add("rows", Tree::make_number(std::to_string(counts.rows)));
  t.add("accepted_rows", Tree::make_number(std::to_string(counts.accepted_rows)));
  t.add("values", Tree::make_number(std::to_string(counts.values)));
  t.add("left_out", Tree::make_number(std::to_string(counts.left_out)));
  t.add("members_counted", Tree::make_number(std::to_string(counts.members_counted)));
  return t;
}

void print_counts(const Context& context, const project::MemberDataCounts& c) {
  print(context.say("行 ", "rows ") + group_digits(std::to_string(c.rows)) + context.say("、うち問題のない行 ", ", good ") + group_digits(std::to_string(c.accepted_rows)) +
        context.say("、会員の期間外の値 ", ", values outside of members' periods ") + group_digits(std::to_string(c.left_out)) + "\n");
}

void print_totals(const Context& context, const project::ProgrammeResult& result, const project::Findings& of_plan) {
  wire::TextTable table({context.say("方法論", "methodology"), context.say("年度", "vintage"), "EM_BL t-CO2", "EM_PJ t-CO2", "ER t-CO2", context.say("端数", "rounding")});
  std::uint64_t total = 0;
  for (const auto& v : result.total.vintages) {
    table.add({v.methodology, v.vintage.to_string(), round_places(v.baseline_tCO2, 3, Rounding::half_even).to_string(),
        round_places(v.project_tCO2, 3, Rounding::half_even).to_string(), std::to_string(v.reduction_t), v.rounding_rule});
    total += v.reduction_t;
  }
  print(table.to_string());
  print(context.say("合計 ", "total ") + group_digits(std::to_string(total)) + " t-CO2, " + context.say("会員 ", "members ") +
        group_digits(std::to_string(result.counts.members_counted)) + "\n");
  print_counts(context, result.counts);
  for (const auto& v : result.total.vintages) {
    std::string flags;
    const auto add = [&](bool is, const char* ja, const char* en) {
      if (is) flags += (flags.empty() ? "" : "; ") + context.say(ja, en);
    };
    add(v.flags.reconstructed, "再構成した式を含む(公式の本文は手元にない)", "uses a reconstructed formula (the official text is not at hand)");
    add(v.flags.approximate, "近似値を含む", "approximate");
    add(v.flags.low_confidence, "信頼度の低い値を含む", "uses a value of low confidence");
    for (const auto& symbol : v.flags.declared) add(true, ("申告値: " + symbol).c_str(), ("declared: " + symbol).c_str());
    print(v.methodology + " " + v.vintage.to_string() + context.say(" の注記: ", " flags: ") + (flags.empty() ? context.say("なし", "none") : flags) + "\n");
  }
  print(context.say("計算の記録 ", "trace ") + result.total.trace_hash.to_hex() + "\n");
  for (const auto* findings : {&of_plan, &result.total.findings}) {
    for (const auto& f : *findings) print(context.say("  指摘: ", "  note: ") + describe_error(f, context.language) + "\n");
  }
}

void print_totals_as_json(const Context& context, const project::ProgrammeResult& result, const project::Findings& of_plan) {
  Tree t = Tree::make_table();
  t.add("period", Tree::make_string(result.total.period.to_string()));
  t.add("plan", Tree::make_string(result.total.plan.to_hex()));
  t.add("data_set", Tree::make_string(result.total.data_set.to_hex()));
  t.add("manifest", Tree::make_string(result.total.manifest.to_hex()));
  t.add("trace", Tree::make_string(result.total.trace_hash.to_hex()));
  t.add("counts", counts_tree(result.counts));
  t.add("lines", wire::to_tree(result.total.lines));
  project::Findings findings = of_plan;
  findings.insert(findings.end(), result.total.findings.begin(), result.total.findings.end());
  t.add("findings", findings_tree(findings, context.language));
  print_json(t);
}

Result<void> replay(const Context& context, const ProgrammeArguments& a, const Programme& p) {
  SUMI_TRY(const auto trace, read_file(a.replay));
  SUMI_CHECK(project::replay_member(trace, p.check.plan, p.members, p.period, *p.book, p.options.plan));
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("equal", Tree::make_boolean(true));
    print_json(t);
  } else {
    print(context.say("再計算は記録と一致しました。", "The recalculation gives the trace byte for byte.") + "\n");
  }
  return {};
}

Result<void> only_check(const Context& context, const ProgrammeArguments& a, const Programme& p, std::string_view text) {
  SUMI_TRY(auto check, project::check_member_data(p.check.plan, p.members, text, a.data, p.period, *p.book, p.options));
  if (context.json) {
    Tree t = counts_tree(check.counts);
    t.add("findings_total", Tree::make_number(std::to_string(check.findings.total())));
    t.add("findings", findings_tree(check.findings.shown, context.language));
    print_json(t);
  } else {
    print_counts(context, check.counts);
    print(context.say("指摘 ", "findings ") + group_digits(std::to_string(check.findings.total())) + "\n");
  }
  if (check.findings.total() == 0) return {};
  auto& shown = check.findings.shown;
  Error error = std::move(shown.front());
  error.also.assign(std::make_move_iterator(shown.begin() + 1), std::make_move_iterator(shown.end()));
  return fail(std::move(error));
}

// member,tonnes: each member's EM_BL - EM_PJ over all vintages, exact, from the last field of its trace's lines "result".
Result<std::string> tonnes_of_members(const project::ProgrammeResult& result, const std::vector<project::ProgrammeMember>& members) {
  constexpr std::string_view key = "\nresult\t";
  std::vector<std::pair<std::string, Rational>> sums;  // a member of several activities stands together in the list
  for (const auto& trace : result.members) {
    const std::string& number = members[trace.member].number;
    if (sums.empty() || sums.back().first != number) sums.emplace_back(number, Rational(0));
    for (auto at = trace.text.find(key); at != std::string_view::npos; at = trace.text.find(key, at + 1)) {
      const auto line = trace.text.substr(at + 1, trace.text.find('\n', at + 1) - at - 1);
      SUMI_TRY(const auto tonnes, Rational::parse(line.substr(line.rfind('\t') + 1)));
      sums.back().second = sums.back().second + tonnes;
    }
  }
  std::string csv = "member,tonnes\n";
  for (const auto& [number, tonnes] : sums) csv += csv_field(number) + "," + tonnes.to_string() + "\n";
  return csv;
}

}  // namespace

int run_project_calculate_members(const Context& context, const ProgrammeArguments& a) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(Programme p, read_programme(context, a));
    if (!a.replay.empty()) return replay(context, a, p);
    SUMI_TRY(const auto file, service::MemberDataFile::open(a.data, p.options.spread));
    if (a.only_check) return only_check(context, a, p, file.text());
    p.options.keep_traces = !a.member.empty() || !a.tonnes.empty();
    SUMI_TRY(const auto result, project::calculate_programme(p.check.plan, p.members, file.text(), a.data, p.period, *p.book, p.options));
    if (!a.trace.empty()) SUMI_CHECK(write_output(a.trace, result.total.trace));
    if (!a.tonnes.empty()) {
      SUMI_TRY(const auto csv, tonnes_of_members(result, p.members));
      SUMI_CHECK(write_output(a.tonnes, csv));
    }
    if (!a.member.empty()) {
      const auto* trace = project::trace_of(result, p.members, a.member, a.activity);
      if (trace == nullptr) return fail(project::errors::member_unknown, {{"member", a.member}}, {a.members, 0, 0});
      print(trace->text);
      return {};
    }
    if (context.json) print_totals_as_json(context, result, p.check.plan.findings);
    else print_totals(context, result, p.check.plan.findings);
    return {};
  });
}

}  // namespace sumi::cli
