#include "cli/forest_commands.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "project/stands.h"
#include "service/console_view.h"

namespace sumi::cli {

namespace {

Result<std::string> text_of_file(const std::string& path) {
  SUMI_TRY(const auto bytes, read_file(path));
  SUMI_TRY(auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, path));
  return std::move(decoded.utf8);
}

Result<FiscalYear> year_of(const char* option, const std::string& text) {
  auto year = FiscalYear::parse(text);
  if (!year) return fail(std::move(year).error().at({option}));
  return *year;
}

std::vector<std::string> species_of(const rulebook::Rulebook& book) {
  std::vector<std::string> names;
  for (const auto& row : book.rows("jcredit-forest/species")) names.push_back(row.key.front());
  return names;
}

}  // namespace

int run_project_stands(const Context& context, const StandArguments& a) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto stand_text, text_of_file(a.stands));
    SUMI_TRY(const auto yield_text, text_of_file(a.yield));
    SUMI_TRY(const auto book, context.rulebook_for());
    SUMI_TRY(const FiscalYear first, year_of("--year", a.year));
    FiscalYear last = first;
    if (!a.to.empty()) {
      SUMI_TRY(last, year_of("--to", a.to));
    }
    const auto species = species_of(*book);
    SUMI_TRY(const auto stands, project::read_stands(stand_text, a.stands, species));
    SUMI_TRY(const auto table, project::read_yield_table(yield_text, a.yield, species));
    const auto how = a.interpolation == "linear" ? project::Interpolation::linear : project::Interpolation::none;
    SUMI_TRY(const auto text, a.data ? project::stand_data(stands, table, first, last, how) : project::stand_plan_rows(stands, table, first, how));
    if (!a.output.empty()) SUMI_CHECK(write_output(a.output, text));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("stands", Tree::make_number(std::to_string(stands.size())));
      t.add("fiscal_year", Tree::make_string(first.to_string()));
      if (a.output.empty()) t.add(a.data ? "data" : "plan_rows", Tree::make_string(text));
      else t.add("file", Tree::make_string(a.output));
      print_json(t);
    } else if (a.output.empty()) {
      print(text);
    } else {
      print(context.say("林分 ", "stands: ") + std::to_string(stands.size()) + " -> " + a.output + "\n");
    }
    return {};
  });
}

namespace {

Result<std::vector<service::DueLine>> due_lines_of(const Context& context, const std::optional<Date>& on) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    return remote.list_as<service::DueLine>("/dues" + (on ? "?on=" + on->to_string() : ""));
  }
  SUMI_TRY(const auto ledger, context.open());
  return service::due_lines(*ledger, on, nullptr);
}

}  // namespace

int run_project_due(const Context& context, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto given, day_of("--on", on));
    SUMI_TRY(const auto lines, due_lines_of(context, given));
    Tree list = Tree::make_array();
    wire::TextTable table({context.say("期日", "by"), "", context.say("番号", "project"), context.say("名称", "title"), context.say("すること", "what"), context.say("番号", "number"), "t-CO2"});
    for (const auto& line : lines) {
      table.add({line.by ? line.by->to_string() : "-", line.late ? context.say("超過", "LATE") : "", std::to_string(line.project.value), line.title,
          context.language == Language::ja ? line.words.ja : line.words.en, std::to_string(line.number), line.tonnes == 0 ? "" : group_digits(std::to_string(line.tonnes))});
      Tree t = Tree::make_table();
      t.add("what", Tree::make_string(line.what));
      t.add("project", Tree::make_number(std::to_string(line.project.value)));
      t.add("number", Tree::make_number(std::to_string(line.number)));
      if (line.from) t.add("from", Tree::make_string(line.from->to_string()));
      if (line.by) t.add("by", Tree::make_string(line.by->to_string()));
      t.add("late", Tree::make_boolean(line.late));
      if (line.tonnes != 0) t.add("tonnes", Tree::make_number(std::to_string(line.tonnes)));
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else print(lines.empty() ? context.say("期日のあるものはありません。\n", "nothing is owed\n") : table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
