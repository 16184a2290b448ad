#include "cli/forest_commands.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "project/due.h"
#include "project/stands.h"

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

int run_project_due(const Context& context, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto given, day_of("--on", on));
    SUMI_TRY(const auto ledger, context.open());
    std::vector<project::DueItem> items;
    Date today;
    std::map<ProjectNumber, std::string> titles;
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      items = project::due_items(state.cases());
      today = given.value_or(state.now().date_in_japan());
      for (const auto& item : items) {
        if (const auto* plan = state.cases().current_plan(item.project)) titles[item.project] = plan->head.title;
      }
    }));
    Tree list = Tree::make_array();
    wire::TextTable table({context.say("期日", "by"), "", context.say("番号", "project"), context.say("名称", "title"), context.say("すること", "what"), context.say("番号", "number"), "t-CO2"});
    for (const auto& item : items) {
      const bool late = item.late(today);
      table.add({item.last_day ? item.last_day->to_string() : "-", late ? context.say("超過", "LATE") : "", std::to_string(item.project.value), titles[item.project],
          std::string(project::title_of(item.kind, context.language)), std::to_string(item.number), item.tonnes == 0 ? "" : group_digits(std::to_string(item.tonnes))});
      Tree t = Tree::make_table();
      t.add("what", Tree::make_string(std::string(project::name_of(item.kind))));
      t.add("project", Tree::make_number(std::to_string(item.project.value)));
      t.add("number", Tree::make_number(std::to_string(item.number)));
      if (item.from) t.add("from", Tree::make_string(item.from->to_string()));
      if (item.last_day) t.add("by", Tree::make_string(item.last_day->to_string()));
      t.add("late", Tree::make_boolean(late));
      if (item.tonnes != 0) t.add("tonnes", Tree::make_number(std::to_string(item.tonnes)));
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else print(items.empty() ? context.say("期日のあるものはありません。\n", "nothing is owed\n") : table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
