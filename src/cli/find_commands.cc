#include "cli/find_commands.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include "base/file.h"
#include "base/spreadsheet.h"
#include "base/text.h"
#include "cli/errors.h"
#include "project/errors.h"
#include "project/latent.h"
#include "project/names.h"
#include "service/members.h"
#include "service/projects.h"
#include "wire/sheet.h"
#include "wire/toml_writer.h"

namespace sumi::cli {
namespace {

BytesView bytes_of(const std::string& text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

Result<void> write_new(const std::string& path, std::string_view text) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) return fail(errors::file_stands, {{"path", path}});
  return write_file_atomic(path, text);
}

Result<void> make_map(const Context& context, const FindArguments& arguments, const wire::SheetLines& sheet, const project::FindRules& rules, const rulebook::Rulebook& book) {
  project::ListSample sample{arguments.list, sheet.workbook ? sheet.sheet : "", {}};
  for (const auto& line : sheet.lines) {
    if (!line.broken) sample.lines.emplace_back(line.line, line.cells);
  }
  SUMI_TRY(const auto text, project::guess_list_map(sample, rules, book));
  const std::string path = arguments.output.empty() ? "MAP.toml" : arguments.output;
  SUMI_CHECK(write_new(path, text));
  print(context.say("列の対応表を書きました: ", "wrote the map of the columns: ") + path + "\n" +
        context.say("推測したものです。開いて確かめ、直してから、次のように使います:\n", "These are guesses. Open it, correct it, then:\n") + "  sumi project find " + arguments.list + " --columns " + path + "\n");
  return {};
}

// What the filed plan says of area and attribute; a programme that was brought in without its plan leaves them open.
void take_plan(project::FindProgramme& programme, const project::Plan& plan, const project::FindRules& rules) {
  if (plan.programme) programme.attributes = plan.programme->attribute;
  for (const auto& activity : plan.activities) {
    if (programme.subsidy.empty()) programme.subsidy = activity.additionality.subsidy_name;
  }
  const std::string area = project::plain(plan.scope.area);
  if (area.find("全国") != std::string::npos || area.find("日本国内") != std::string::npos) programme.prefectures = {"全国"};
  if (!programme.prefectures.empty()) return;
  const auto words = rules.words.find("prefecture");
  for (const auto& [word, prefecture] : words->second) {
    if (word == project::plain(prefecture) && area.find(word) != std::string::npos) programme.prefectures.push_back(prefecture);
  }
}

// The keys of a store's members, for lines that stand there already.
struct MemberKeys {
  service::KeySecrets secret;
  std::map<std::pair<project::MemberKeyKind, Hash>, std::uint64_t> projects;
};
Result<std::shared_ptr<MemberKeys>> member_keys(const Context& context) {
  auto keys = std::make_shared<MemberKeys>();
  SUMI_TRY(const auto ledger, context.open());
  SUMI_CHECK(ledger->read([&](const scheme::State& state) {
    for (const auto& [holder, held] : state.cases().members.holders) keys->projects.emplace(std::pair(holder.kind, holder.key), holder.member.project.value);
  }));
  if (keys->projects.empty()) return keys;
  SUMI_TRY(keys->secret, service::key_secrets(*ledger));
  return keys;
}
std::optional<project::RegisteredHit> hit_of(const MemberKeys& keys, const project::MemberRow& row) {
  std::optional<project::RegisteredHit> hit;
  for (const auto& key : service::keys_of(keys.secret, row)) {
    const auto it = keys.projects.find({key.kind, key.key});
    if (it == keys.projects.end()) continue;
    const bool equipment = key.kind == project::MemberKeyKind::equipment;
    if (!hit || equipment) hit = project::RegisteredHit{it->second, equipment};
  }
  return hit;
}

// Registered programmes of a store.
Result<std::vector<project::FindProgramme>> programmes_of_store(const Context& context, const rulebook::Rulebook& book, const project::FindRules& rules) {
  std::vector<project::FindProgramme> programmes;
  std::vector<ProjectNumber> numbers;
  SUMI_TRY(const auto ledger, context.open());
  SUMI_CHECK(ledger->read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.cases().projects) {
      if (row.type != project::ProjectType::programme || row.stage != project::ProjectStage::registered) continue;
      const auto* plan = state.cases().current_plan(number);
      if (plan == nullptr) continue;
      project::FindProgramme p;
      p.number = std::to_string(row.official_number);
      p.title = plan->head.title;
      if (!plan->head.proponents.empty()) {
        if (const auto* o = state.organisations().find(plan->head.proponents[0]); o != nullptr && !o->names.empty()) p.operator_name = o->names.back().name;
      }
      for (const auto& m : plan->head.methodologies) p.methodologies.push_back(m.number);
      p.until = plan->head.crediting_period.last;
      programmes.push_back(std::move(p));
      numbers.push_back(number);
    }
  }));
  for (std::size_t i = 0; i < programmes.size(); ++i) {
    if (const auto plan = service::filed_plan(*ledger, numbers[i], book)) take_plan(programmes[i], plan->plan, rules);
  }
  return programmes;
}

Result<std::vector<project::FindProgramme>> programmes_for(const Context& context, const FindArguments& arguments, const rulebook::Rulebook& book, const project::FindRules& rules) {
  if (arguments.programmes.empty() && context.store.empty()) return std::vector<project::FindProgramme>();
  if (arguments.programmes.empty()) return programmes_of_store(context, book, rules);
  SUMI_TRY(const auto bytes, read_file(arguments.programmes, limits::toml_file_bytes_max));
  SUMI_TRY(const auto decoded, decode_text(bytes_of(bytes), arguments.programmes));
  return project::read_programmes(decoded.utf8, arguments.programmes, rules);
}

struct Lines {
  std::vector<std::string> header;
  std::vector<project::ListLine> lines;
};

// The lines behind the headers.
Result<Lines> lines_of(const wire::SheetLines& sheet, const project::ListMap& map, const std::string& file) {
  Lines out;
  for (const auto& line : sheet.lines) {
    if (line.line < map.header_line) continue;
    if (line.line == map.header_line) {
      if (line.broken) return fail(*line.broken);
      out.header = line.cells;
      continue;
    }
    project::ListLine one{line.line, line.cells, line.error_cells, line.broken};
    // A sheet's lines end where their last cell is; a CSV's have the columns of its headers.
    if (!sheet.workbook && !one.unreadable && one.cells.size() != out.header.size()) {
      one.unreadable = make_error(project::errors::find_row_columns, {{"count", std::to_string(one.cells.size())}, {"expected", std::to_string(out.header.size())}}, {file, line.line, 0});
    }
    out.lines.push_back(std::move(one));
  }
  if (out.header.empty()) return fail(project::errors::find_map_value, {{"key", "header_line"}, {"text", std::to_string(map.header_line)}, {"example", "1"}}, {file, 0, 0});
  return out;
}

std::string tonnes(const Rational& value) { return group_digits(round_places(value, 1, Rounding::floor).to_string()); }
std::string yen(const Rational& value) { return group_digits(round_places(value, 0, Rounding::floor).to_string()); }

constexpr std::array verdicts{project::FindVerdict::join, project::FindVerdict::own, project::FindVerdict::together, project::FindVerdict::open, project::FindVerdict::not_possible,
    project::FindVerdict::unreadable};

template <class Map>
auto at(const Map& map, project::FindVerdict verdict) {
  const auto it = map.find(verdict);
  return it == map.end() ? typename Map::mapped_type{} : it->second;
}

// What keeps a line back, in a few words, for the table.
std::string short_reason(const project::FoundLine& line, const project::FindRules& rules, const std::vector<project::FindProgramme>& programmes, Language language) {
  if (!line.errors.empty()) return sentence(line.errors[0], language);
  if (line.verdict == project::FindVerdict::join) return programmes[line.programmes[0].programme].title;
  for (const auto answer : {project::Answer::not_met, project::Answer::no_rule_data, project::Answer::not_yet_knowable}) {
    for (const auto& f : line.findings) {
      if (f.answer == answer) return f.rule + ": " + (language == Language::ja ? f.reason_ja : f.reason_en);
    }
  }
  if (line.verdict == project::FindVerdict::together) return line.attribute + (line.attribute_detail.empty() ? "" : " " + line.attribute_detail);
  if (line.verdict == project::FindVerdict::open && !line.needed.empty()) {
    const auto* field = rules.field(line.needed[0]);
    return (language == Language::ja ? "要: " : "needs: ") + (field == nullptr ? line.needed[0] : field->title.in(language));
  }
  return {};
}

void print_lines(const Context& context, const project::FindReport& report, const project::FindRules& rules, const std::vector<project::FindProgramme>& programmes) {
  constexpr std::size_t shown_max = 60;  // the whole list stands in --out
  wire::TextTable table({context.say("行", "line"), context.say("設備", "equipment"), context.say("方法論", "methodology"), context.say("判定", "verdict"), "t-CO2/" + context.say("年", "year"), context.say("理由・内容", "why")});
  std::size_t shown = 0;
  for (const auto& line : report.lines) {
    if (++shown > shown_max) break;
    table.add({std::to_string(line.line), line.value("equipment"), line.methodology, std::string(project::title_of(line.verdict, context.language)), line.tonnes ? tonnes(*line.tonnes) : "", short_reason(line, rules, programmes, context.language)});
  }
  print(table.to_string());
  if (report.lines.size() > shown_max) {
    print(context.say("ほか ", "and ") + std::to_string(report.lines.size() - shown_max) + context.say(" 行(--out FILE.csv で全部)\n", " more lines (all with --out FILE.csv)\n"));
  }
}

void print_totals(const Context& context, const project::FindReport& report, const project::FindPrices& prices) {
  wire::TextTable table({context.say("判定", "verdict"), "", context.say("行数", "lines"), "t-CO2/" + context.say("年", "year"), context.say("円/年", "yen a year")});
  for (const auto verdict : verdicts) {
    table.add({std::string(project::name_of(verdict)), std::string(project::title_of(verdict, context.language)), std::to_string(at(report.counts, verdict)), tonnes(at(report.tonnes, verdict)),
        report.yen.contains(verdict) ? yen(at(report.yen, verdict)) : "-"});
  }
  print("\n" + table.to_string());
  for (const auto& [category, price] : prices) {
    print(context.say("価格 ", "price ") + (category.empty() ? context.say("全て", "all") : category) + " " + price.yen_per_t.to_string() + context.say(" 円/t-CO2: ", " yen/tCO2: ") +
          (context.language == Language::ja ? price.basis_ja : price.basis_en) + "\n");
  }
  if (report.without_price != 0) {
    print(context.say("価格のない売買区分: ", "without a price: ") + std::to_string(report.without_price) + context.say(" 行、", " lines, ") + tonnes(report.tonnes_without_price) +
          context.say(" t-CO2/年 (--price で指定できます)\n", " tCO2 a year (give one with --price)\n"));
  }
  print(context.say("見積りは認証の計算ではなく、価格は過去の値か指定された値です。\n", "Estimates are no calculation of a certification; prices are of the past, or as given.\n"));
}

void print_errors(const Context& context, const project::FindReport& report) {
  std::size_t told = 0, all = 0;
  for (const auto& line : report.lines) {
    for (const auto& e : line.errors) {
      if (++all > limits::findings_max) continue;
      if (told++ == 0) print("\n" + context.say("訂正が必要な行:\n", "Lines to correct:\n"));
      print("  " + describe_error(e, context.language) + "\n");
    }
  }
  if (all > told) print(context.say("  ほか ", "  and ") + std::to_string(all - told) + context.say(" 件\n", " more\n"));
}

// Assumptions are no data of the list: whoever reads the figures must know them.
void print_declared(const Context& context, const project::ListMap& map, const project::FindRules& rules) {
  for (const auto& [name, declared] : map.declared) {
    const auto* a = rules.assumption(name);
    print(context.say("申告値 ", "declared ") + (a == nullptr ? name : a->title.in(context.language)) + " " + to_string(declared.value) + (declared.year ? " (" + declared.year->to_string() + ")" : "") + "\n");
  }
  if (map.fuel_factors_of) print(context.say("燃料の排出係数 ", "fuel factors of ") + map.fuel_factors_of->to_string() + "\n");
}

Result<void> write_applications(const Context& context, const FindArguments& arguments, const project::FindReport& report, const rulebook::Rulebook& book, const project::FindRules& rules, Date application) {
  const auto groups = project::groups_of(report);
  const auto tell = [&](const std::string& text) {
    if (!context.json) print(text);
  };
  if (groups.empty()) {
    tell(context.say("まとめて申請できる行がないため、申請の案は作りませんでした。\n", "No lines can go together: no application was prepared.\n"));
    return {};
  }
  std::error_code failed;
  std::size_t n = 0;
  for (const auto& group : groups) {
    const std::string folder = arguments.application + "/" + group.methodology + "-" + group.attribute + "-" + std::to_string(++n);
    if (std::filesystem::exists(folder, failed)) return fail(errors::file_stands, {{"path", folder}});
    std::filesystem::create_directories(folder, failed);
    SUMI_CHECK(write_file_atomic(folder + "/members.csv", project::members_csv(report, group, book, application), 0600));
    SUMI_TRY(const auto toml, wire::to_toml(wire::to_tree(project::programme_draft(report, group, book, rules, application, arguments.operator_name))));
    SUMI_CHECK(write_file_atomic(folder + "/plan.toml", context.say("# 設備一覧から作った計画書の案。空欄は運営・管理者が書く。\n", "# Draft of a plan made from a list of equipment. The operator writes what is empty.\n") + toml));
    tell(context.say("申請の案 ", "application ") + folder + ": " + group.methodology + " (" + group.attribute + (group.detail.empty() ? "" : " " + group.detail) + ") " + std::to_string(group.lines.size()) +
          context.say(" 件、", " members, ") + tonnes(group.tonnes) + context.say(" t-CO2/年\n", " tCO2 a year\n"));
  }
  return {};
}

Tree json_of(const project::FindReport& report, const project::FindRules& rules, const std::vector<project::FindProgramme>& programmes, Language language) {
  Tree t = Tree::make_table();
  auto& totals = t.add("totals", Tree::make_array());
  for (const auto verdict : verdicts) {
    Tree one = Tree::make_table();
    one.add("verdict", Tree::make_string(std::string(project::name_of(verdict))));
    one.add("lines", Tree::make_number(std::to_string(at(report.counts, verdict))));
    one.add("tonnes_per_year", Tree::make_string(at(report.tonnes, verdict).to_string()));
    one.add("yen_per_year", Tree::make_string(at(report.yen, verdict).to_string()));
    totals.items.push_back(std::move(one));
  }
  auto& lines = t.add("lines", Tree::make_array());
  for (const auto& line : report.lines) {
    Tree one = Tree::make_table();
    one.add("line", Tree::make_number(std::to_string(line.line)));
    one.add("equipment", Tree::make_string(line.value("equipment")));
    one.add("kind", Tree::make_string(line.kind));
    one.add("methodology", Tree::make_string(line.methodology));
    one.add("verdict", Tree::make_string(std::string(project::name_of(line.verdict))));
    one.add("own_project", Tree::make_string(std::string(project::name_of(line.own))));
    one.add("why", Tree::make_string(short_reason(line, rules, programmes, language)));
    if (line.tonnes) one.add("tonnes_per_year", Tree::make_string(line.tonnes->to_string()));
    if (line.yen) one.add("yen_per_year", Tree::make_string(line.yen->to_string()));
    auto& needed = one.add("needed", Tree::make_array());
    for (const auto& field : line.needed) needed.items.push_back(Tree::make_string(field));
    one.add("rules", wire::to_tree(line.findings));
    auto& wrong = one.add("errors", Tree::make_array());
    for (const auto& e : line.errors) wrong.items.push_back(Tree::make_string(describe_error(e, language)));
    lines.items.push_back(std::move(one));
  }
  return t;
}

}  // namespace

int run_project_find(const Context& context, const FindArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    if (!arguments.make_map && arguments.columns.empty()) {
      return fail(errors::argument_missing, {{"name", "--columns"}, {"example", "sumi project find --make-map " + arguments.list + " -o MAP.toml"}});
    }
    SUMI_TRY(const auto book, context.rulebook_for());
    SUMI_TRY(const auto rules, project::read_find_rules(*book));
    SUMI_TRY(const auto bytes, read_file(arguments.list));
    project::ListMap map;
    if (!arguments.make_map) {
      SUMI_TRY(const auto text, read_file(arguments.columns, limits::toml_file_bytes_max));
      SUMI_TRY(const auto tree, parse_toml(text, arguments.columns));
      SUMI_TRY(map, project::read_list_map(tree, rules));
    }
    SUMI_TRY(const auto sheet, wire::read_sheet_lines(bytes_of(bytes), arguments.list, arguments.sheet.empty() ? map.sheet : arguments.sheet));
    if (arguments.make_map) return make_map(context, arguments, sheet, rules, *book);
    project::FindOptions options;
    SUMI_TRY(const auto on, day_of("--on", arguments.on));
    if (!on && !map.application) return fail(project::errors::find_no_application, {}, {arguments.columns, 0, 0});
    options.application = on ? *on : *map.application;
    options.operator_name = arguments.operator_name;
    SUMI_TRY(options.prices, project::find_prices(*book, rules, options.application, arguments.prices));
    SUMI_TRY(const auto programmes, programmes_for(context, arguments, *book, rules));
    if (!context.store.empty()) {
      SUMI_TRY(const auto keys, member_keys(context));
      if (!keys->projects.empty()) options.registered = [keys](const project::MemberRow& row) { return hit_of(*keys, row); };
    }
    SUMI_TRY(const auto lines, lines_of(sheet, map, arguments.list));
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    if (terminal && !context.json) {
      options.progress = [&](std::size_t done) { std::fprintf(stderr, "\r%zu / %zu", done, lines.lines.size()); };
    }
    SUMI_TRY(const auto report, project::find_latent(*book, rules, map, arguments.list, lines.header, lines.lines, programmes, options));
    if (terminal && !context.json && lines.lines.size() >= 1000) std::fprintf(stderr, "\r%20s\r", "");
    if (!arguments.output.empty()) SUMI_CHECK(write_output(arguments.output, std::string(spreadsheet_mark) + project::report_csv(report, rules, programmes, context.language)));
    if (context.json) print_json(json_of(report, rules, programmes, context.language));
    else {
      print_lines(context, report, rules, programmes);
      print_errors(context, report);
      print_totals(context, report, options.prices);
      print_declared(context, map, rules);
      if (!arguments.output.empty()) print(context.say("全部の行: ", "all lines: ") + arguments.output + "\n");
    }
    if (!arguments.application.empty()) SUMI_CHECK(write_applications(context, arguments, report, *book, rules, options.application));
    return {};
  });
}

}  // namespace sumi::cli
