// project: a template, the rules R1 to R11 for a plan, a calculation without a store, the list of a store's projects.
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "project/calculate.h"
#include "project/eligibility.h"
#include "project/names.h"
#include "project/template.h"
#include "rulebook/formula_errors.h"
#include "service/account_view.h"
#include "service/projects.h"

namespace sumi::cli {
namespace {

std::string answer_text(const Context& context, project::Answer answer) {
  switch (answer) {
    case project::Answer::met: return context.say("適合", "met");
    case project::Answer::not_met: return context.say("不適合", "NOT MET");
    case project::Answer::declared: return context.say("申告による", "declared");
    case project::Answer::not_yet_knowable: return context.say("まだ判断できない", "not yet knowable");
    case project::Answer::no_rule_data: return context.say("規則の資料なし", "no rule data");
  }
  return "?";
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

void print_findings(const Context& context, const project::Findings& findings) {
  for (const auto& f : findings) print(context.say("  指摘: ", "  note: ") + describe_error(f, context.language) + "\n");
}

// What a reader of a figure must know of it: never left out.
Tree flags_tree(const rulebook::CalculationFlags& flags) {
  Tree t = Tree::make_table();
  t.add("reconstructed", Tree::make_boolean(flags.reconstructed));
  t.add("approximate", Tree::make_boolean(flags.approximate));
  t.add("low_confidence", Tree::make_boolean(flags.low_confidence));
  auto& declared = t.add("declared", Tree::make_array());
  for (const auto& symbol : flags.declared) declared.items.push_back(Tree::make_string(symbol));
  return t;
}

std::string flags_text(const Context& context, const rulebook::CalculationFlags& flags) {
  std::vector<std::string> parts;
  if (flags.reconstructed) parts.push_back(context.say("再構成した式を含む(公式の本文は手元にない)", "uses a reconstructed formula (the official text is not at hand)"));
  if (flags.approximate) parts.push_back(context.say("近似値を含む", "approximate"));
  if (flags.low_confidence) parts.push_back(context.say("信頼度の低い値を含む", "uses a value of low confidence"));
  if (!flags.declared.empty()) {
    std::string symbols;
    for (const auto& s : flags.declared) symbols += (symbols.empty() ? "" : ", ") + s;
    parts.push_back(context.say("申告値: ", "declared: ") + symbols);
  }
  std::string out;
  for (const auto& p : parts) out += (out.empty() ? "" : "; ") + p;
  return out.empty() ? context.say("なし", "none") : out;
}

}  // namespace

int run_project_new(const Context& context, const std::string& methodology, const std::string& output, bool programme) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.rulebook_for());
    if (book->methodology(methodology) == nullptr) {
      std::string known;
      for (const auto& [number, pointer] : book->methodologies()) known += (known.empty() ? "" : ", ") + number;
      const bool listed = book->has_key("jcredit-methodologies/methodologies", std::vector<std::string>{methodology});
      return fail(listed ? errors::methodology_no_formulas : errors::methodology_unknown, {{"text", methodology}, {"known", known}});
    }
    SUMI_TRY(const auto text, project::plan_template(*book, methodology, programme));
    if (output.empty() && !context.json) {
      print(text);
      return {};
    }
    std::error_code ignored;
    if (!output.empty()) {
      if (std::filesystem::exists(std::filesystem::symlink_status(output, ignored))) return fail(errors::file_stands, {{"path", output}});
      SUMI_CHECK(write_file_atomic(output, text));
    }
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("methodology", Tree::make_string(methodology));
      if (output.empty()) t.add("plan", Tree::make_string(text));
      else t.add("file", Tree::make_string(output));
      print_json(t);
      return {};
    }
    print(context.say("ひな形を書きました: ", "wrote ") + output + "\n" + context.say("次: sumi project check ", "next: sumi project check ") + output + "\n");
    return {};
  });
}

namespace {

// What the plan's own expected values give by the methodology; nothing where they do not suffice for a calculation. A value that neither the plan nor the
// rulebook has for that year would stop every report, so it joins the findings.
std::optional<project::ExpectedResult> expected_of(const project::CheckedPlan& plan, const rulebook::Rulebook& book, const project::PlanOptions& options, project::Findings& findings) {
  // A programme's sections 8 to 12 are those of one member as the example, section 4.1 is the sum of all.
  if (!plan.crediting_period || plan.plan.programme) return std::nullopt;
  auto result = project::expected_reductions(plan, book, FiscalYear::of(plan.crediting_period->first), options);
  if (result) return *std::move(result);
  if (result.error().def == &rulebook::errors::input_missing) findings.push_back(std::move(result).error());
  return std::nullopt;
}

// The plan's yearly figures beside those, where they differ.
void print_expected(const Context& context, const project::CheckedPlan& plan, const project::ExpectedResult& calculated) {
  std::map<FiscalYear, std::uint64_t> written, found;
  for (const auto& activity : plan.activities) {
    for (const auto& year : activity.expected) written[year.fiscal_year] += year.reduction_t;
  }
  for (const auto& year : calculated.years) found[year.fiscal_year] += year.reduction_t;
  for (const auto& [year, tonnes] : written) {
    if (found[year] == tonnes) continue;
    print(context.say("  指摘: ", "  note: ") + year.to_string() + context.say(" の排出削減見込量は計画書では ", ": the plan expects ") + std::to_string(tonnes) +
          context.say(" t-CO2、想定値から計算すると ", " t-CO2, its expected values give ") + std::to_string(found[year]) + " t-CO2\n");
  }
}

}  // namespace

int run_project_check(const Context& context, const std::string& plan, const std::string& on, bool low_confidence) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto toml, read_file(plan, limits::toml_file_bytes_max));
    SUMI_TRY(const auto book, context.rulebook_for());
    project::PlanOptions options;
    options.allow_low_confidence = low_confidence;
    SUMI_TRY(options.application, day_of("--on", on));
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan, *book, options));
    project::Findings findings = check.plan.findings;
    const auto expected = expected_of(check.plan, *book, options, findings);
    const auto answers = check.eligibility.answers();
    const bool refused = std::any_of(answers.begin(), answers.end(), [](const auto& a) { return a.answer == project::Answer::not_met; });
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("plan", Tree::make_string(plan));
      t.add("plan_hash", Tree::make_string(check.plan.hash.to_hex()));
      if (check.eligibility.application) t.add("application", Tree::make_string(check.eligibility.application->to_string()));
      if (check.plan.crediting_period) t.add("crediting_period", Tree::make_string(check.plan.crediting_period->to_string()));
      t.add("eligible", Tree::make_boolean(!refused));
      t.add("answers", wire::to_tree(answers));
      t.add("rules", wire::to_tree(check.eligibility.findings));
      t.add("findings", findings_tree(findings, context.language));
      if (expected) {
        auto& years = t.add("expected_by_calculation", Tree::make_array());
        for (const auto& year : expected->years) {
          Tree y = Tree::make_table();
          y.add("methodology", Tree::make_string(year.methodology));
          y.add("fiscal_year", Tree::make_string(year.fiscal_year.to_string()));
          y.add("tonnes", Tree::make_number(std::to_string(year.reduction_t)));
          years.items.push_back(std::move(y));
        }
      }
      t.add("document", wire::to_tree(check.plan.plan));
      print_json(t);
    } else {
      print(check.plan.plan.project.name + "\n");
      if (check.eligibility.application) print(context.say("登録申請日 ", "application ") + check.eligibility.application->to_string() + "\n");
      if (check.plan.crediting_period) print(context.say("認証対象期間 ", "crediting period ") + check.plan.crediting_period->to_string() + "\n");
      print("\n");
      for (const auto& f : check.eligibility.findings) {
        print(pad_right(f.rule, 4) + pad_right(answer_text(context, f.answer), 18) + (context.language == Language::ja ? f.reason_ja : f.reason_en) + "\n");
        const auto& remedy = context.language == Language::ja ? f.remedy_ja : f.remedy_en;
        if (!remedy.empty()) print("      " + context.say("改善策: ", "remedy: ") + remedy + "\n");
        if (!f.source.empty()) print("      " + context.say("根拠: ", "source: ") + f.source + "\n");
      }
      print_findings(context, findings);
      if (expected) print_expected(context, check.plan, *expected);
      if (!refused) print("\n" + context.say("登録を妨げる不適合はありません。", "Nothing here is against registration.") + "\n");
    }
    if (refused) return fail(errors::plan_not_eligible);
    return {};
  });
}

int run_project_data(const Context& context, const std::string& plan, const std::string& period, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto toml, read_file(plan, limits::toml_file_bytes_max));
    SUMI_TRY(const auto book, context.rulebook_for());
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan, *book, {}));
    auto parsed = Period::parse(period);
    if (!parsed) return fail(std::move(parsed).error().at({"--period"}));
    const std::string text = project::data_set_template(check.plan, *parsed);
    std::error_code ignored;
    if (!output.empty()) {  // a table that somebody has filled in is never written over
      if (std::filesystem::exists(std::filesystem::symlink_status(output, ignored))) return fail(errors::file_stands, {{"path", output}});
      SUMI_CHECK(write_file_atomic(output, text));
    }
    if (context.json) {
      Tree t = Tree::make_table();
      if (output.empty()) t.add("data", Tree::make_string(text));
      else t.add("file", Tree::make_string(output));
      print_json(t);
      return {};
    }
    if (output.empty()) print(text);
    else print(context.say("データの表を書きました: ", "wrote ") + output + "\n");
    return {};
  });
}

int run_project_calculate(const Context& context, const std::string& plan, const std::string& data, const std::string& period, const std::string& trace, bool low_confidence) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto toml, read_file(plan, limits::toml_file_bytes_max));
    SUMI_TRY(const auto csv, read_file(data));
    SUMI_TRY(const auto book, context.rulebook_for());
    project::PlanOptions options;
    options.allow_low_confidence = low_confidence;
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan, *book, options));
    SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(csv.data()), csv.size()}, data));
    auto parsed = Period::parse(period);
    if (!parsed) return fail(std::move(parsed).error().at({"--period"}));
    const auto report_period = *parsed;
    SUMI_TRY(const auto set, project::read_data_set(decoded.utf8, data, check.plan, report_period, *book, options));
    SUMI_TRY(const auto result, project::calculate(check.plan, set, *book, options));
    if (!trace.empty()) SUMI_CHECK(write_output(trace, result.trace));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("period", Tree::make_string(result.period.to_string()));
      t.add("plan", Tree::make_string(result.plan.to_hex()));
      t.add("data_set", Tree::make_string(result.data_set.to_hex()));
      t.add("manifest", Tree::make_string(result.manifest.to_hex()));
      t.add("trace", Tree::make_string(result.trace_hash.to_hex()));
      t.add("lines", wire::to_tree(result.lines));
      auto& flags = t.add("flags", Tree::make_array());
      for (const auto& v : result.vintages) {
        Tree one = flags_tree(v.flags);
        one.add("methodology", Tree::make_string(v.methodology));
        one.add("vintage", Tree::make_string(v.vintage.to_string()));
        one.add("rounding_rule", Tree::make_string(v.rounding_rule));
        flags.items.push_back(std::move(one));
      }
      project::Findings findings = check.plan.findings;
      findings.insert(findings.end(), set.findings.begin(), set.findings.end());
      findings.insert(findings.end(), result.findings.begin(), result.findings.end());
      t.add("findings", findings_tree(findings, context.language));
      print_json(t);
      return {};
    }
    wire::TextTable table({context.say("方法論", "methodology"), context.say("年度", "vintage"), "EM_BL t-CO2", "EM_PJ t-CO2", "ER t-CO2", context.say("端数", "rounding")});
    std::uint64_t total = 0;
    for (const auto& v : result.vintages) {
      table.add({v.methodology, v.vintage.to_string(), round_places(v.baseline_tCO2, 3, Rounding::half_even).to_string(), round_places(v.project_tCO2, 3, Rounding::half_even).to_string(),
          std::to_string(v.reduction_t), v.rounding_rule});
      total += v.reduction_t;
    }
    print(table.to_string());
    print(context.say("合計 ", "total ") + group_digits(std::to_string(total)) + " t-CO2\n");
    for (const auto& v : result.vintages) print(v.vintage.to_string() + context.say(" の注記: ", " flags: ") + flags_text(context, v.flags) + "\n");
    print(context.say("計算の記録 ", "trace ") + result.trace_hash.to_hex() + (trace.empty() ? "" : " -> " + trace) + "\n");
    print_findings(context, check.plan.findings);
    print_findings(context, set.findings);
    print_findings(context, result.findings);
    return {};
  });
}

namespace {

using ProjectTable = wire::TextTable;
ProjectTable project_table(const Context& context) {
  return ProjectTable({context.say("番号", "number"), context.say("登録番号", "official"), context.say("段階", "stage"), context.say("名称", "title"), context.say("方法論", "methodology"), context.say("認証対象期間", "crediting period"), context.say("認証 t-CO2", "certified t-CO2")});
}

// Those that the token's owner may see, asked stage by stage: without one the API lists what is registered.
Result<void> list_served(const Context& context) {
  SUMI_TRY(auto remote, Remote::open(context));
  std::map<std::uint64_t, service::ProjectView> all;
  for (const auto& [word, stage] : enum_names(project::ProjectStage{})) {
    SUMI_TRY(const auto of_stage, remote.list_as<service::ProjectView>("/projects?stage=" + std::string(word)));
    for (const auto& p : of_stage) all.emplace(p.project.value, p);
  }
  ProjectTable table = project_table(context);
  Tree list = Tree::make_array();
  for (const auto& [number, p] : all) {
    std::string methodologies;
    for (const auto& m : p.methodologies) methodologies += (methodologies.empty() ? "" : ", ") + m;
    table.add({std::to_string(number), p.official_number == 0 ? std::string("-") : std::to_string(p.official_number), std::string(project::title_of(p.stage, context.language)), p.title, methodologies,
        p.crediting_period ? p.crediting_period->to_string() : "", group_digits(p.certified.value)});
    list.items.push_back(wire::to_tree(p));
  }
  if (context.json) print_json(list);
  else print(list.items.empty() ? context.say("プロジェクトはありません。\n", "no projects\n") : table.to_string());
  return {};
}

}  // namespace

int run_project_list(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    if (context.remote()) return list_served(context);
    SUMI_TRY(const auto ledger, context.open());
    ProjectTable table = project_table(context);
    Tree list = Tree::make_array();
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      const auto& cases = state.cases();
      for (const auto& [number, row] : cases.projects) {
        const auto* plan = cases.current_plan(number);
        if (plan == nullptr) continue;
        std::string methodologies;
        for (const auto& m : plan->head.methodologies) methodologies += (methodologies.empty() ? "" : ", ") + m.number;
        std::uint64_t certified = 0;
        for (const auto& [c, certification] : cases.certifications) {
          if (certification.project != number) continue;
          for (const auto& line : certification.lines) certified += line.tonnes;
        }
        table.add({std::to_string(number.value), row.official_number == 0 ? std::string("-") : std::to_string(row.official_number), std::string(project::title_of(row.stage, context.language)), plan->head.title, methodologies, plan->head.crediting_period.to_string(), group_digits(std::to_string(certified))});
        Tree t = wire::to_tree(row);
        t.add("number", Tree::make_number(std::to_string(number.value)));
        t.add("certified_tco2", Tree::make_number(std::to_string(certified)));
        t.add("head", wire::to_tree(plan->head));
        list.items.push_back(std::move(t));
      }
    }));
    if (context.json) print_json(list);
    else print(list.items.empty() ? context.say("プロジェクトはありません。\n", "no projects\n") : table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
