#include "cli/support_commands.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "project/names.h"
#include "project/support.h"
#include "project/support_check.h"
#include "service/projects.h"

namespace sumi::cli {
namespace {

// A reason or a step in words; the key where the rulebook does not have it.
std::string in_words(const rulebook::Rulebook& book, const char* table, const std::string& key, Language language) {
  const auto text = book.look_up({table, {key}, language == Language::ja ? "text_ja" : "text_en", {}, "", std::nullopt, false});
  return text ? text->text() : key;
}

}  // namespace

int run_project_support(const Context& context, const std::string& plan, const std::string& on, const std::string& body) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto toml, read_file(plan, limits::toml_file_bytes_max));
    SUMI_TRY(const auto book, context.rulebook_for());
    project::PlanOptions options;
    SUMI_TRY(options.application, day_of("--on", on));
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan, *book, options));
    project::SupportQuestion question;
    question.on = options.application;
    if (!body.empty()) question.body = project::value_named<project::BodyKind>(body);
    std::unique_ptr<service::Ledger> ledger;
    if (!context.store.empty()) {
      SUMI_TRY(ledger, context.open());
      question.had_before = [&](project::SupportKind kind, const std::string& methodology) {
        bool had = false;
        [[maybe_unused]] const auto read = ledger->read([&](const scheme::State& state) {
          std::vector<OrganisationNumber> operators;
          for (const auto& [number, row] : state.organisations()) {
            const bool named = std::ranges::any_of(check.plan.plan.proponents, [&](const project::PlanParty& p) {
              const auto digits = parse_corporate_number(p.corporate_number);
              return digits && !row.corporate_number.empty() && row.corporate_number == *digits;
            });
            if (named) operators.push_back(number);
          }
          had = project::supported_before(state.cases(), kind, operators, {methodology}, state).has_value();
        });
        return had;
      };
    }
    const auto findings = project::check_support(check.plan, *book, question);
    const bool refused = std::ranges::any_of(findings, [](const auto& f) { return f.answer == project::Answer::not_met; });
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("plan", Tree::make_string(plan));
      t.add("supported", Tree::make_boolean(!refused));
      t.add("conditions", wire::to_tree(findings));
      print_json(t);
    } else {
      print(check.plan.plan.project.name + "\n\n");
      for (const auto& f : findings) {
        print(pad_right(f.rule, 4) + pad_right(std::string(project::title_of(f.answer, context.language)), 18) + (context.language == Language::ja ? f.reason_ja : f.reason_en) + "\n");
        const auto& remedy = context.language == Language::ja ? f.remedy_ja : f.remedy_en;
        if (!remedy.empty()) print("      " + context.say("改善策: ", "remedy: ") + remedy + "\n");
        if (!f.source.empty()) print("      " + context.say("根拠: ", "source: ") + f.source + "\n");
      }
    }
    if (refused) return fail(errors::plan_not_supported);
    return {};
  });
}

namespace {

wire::TextTable follow_up_table(const Context& context) {
  return wire::TextTable({context.say("番号", "number"), context.say("登録番号", "official"), context.say("名称", "title"), context.say("登録日", "registered"), context.say("日数", "days"),
      context.say("理由", "reason"), context.say("次の手順", "next step"), context.say("期日", "on")});
}

Result<void> follow_up_served(const Context& context) {
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const auto lines, remote.list("/support/follow-ups"));
  if (context.json) {
    Tree list = Tree::make_array();
    list.items = lines;
    print_json(list);
    return {};
  }
  if (lines.empty()) {
    print(context.say("登録後に一度も認証を受けていないプロジェクトはありません。\n", "Every registered project has been certified.\n"));
    return {};
  }
  auto table = follow_up_table(context);
  for (const Tree& p : lines) {
    const std::string next = text_at(p, "next_on");
    const auto words = [&](const char* key, const std::string& none) { return p.find(key) == nullptr ? none : words_at(context, p, key); };
    table.add({text_at(p, "project"), text_at(p, "official_number"), text_at(p, "title"), text_at(p, "registered_on"), text_at(p, "days"), words("reason", context.say("(記録なし)", "(none recorded)")),
        words("next_step", "-"), next.empty() ? "-" : next + (text_at(p, "overdue") == "true" ? context.say(" (過ぎています)", " (past)") : "")});
  }
  print(table.to_string());
  return {};
}

}  // namespace

int run_project_follow_up(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    if (context.remote()) return follow_up_served(context);
    SUMI_TRY(const auto book, context.rulebook_for());  // before the store is held: it opens the store itself
    SUMI_TRY(const auto ledger, context.open());
    std::vector<project::NeverCertified> projects;
    Date today;
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      projects = project::never_certified(state.cases());
      today = state.now().date_in_japan();
    }));
    if (context.json) {
      Tree list = Tree::make_array();
      for (const auto& p : projects) {
        Tree t = Tree::make_table();
        t.add("project", Tree::make_number(std::to_string(p.project.value)));
        t.add("official_number", Tree::make_number(std::to_string(p.official_number)));
        t.add("title", Tree::make_string(p.title));
        t.add("registered_on", Tree::make_string(p.registered_on.to_string()));
        t.add("days", Tree::make_number(std::to_string(today.days() - p.registered_on.days())));
        t.add("follow_ups", Tree::make_number(std::to_string(p.follow_ups)));
        if (p.last) t.add("last", wire::to_tree(*p.last));
        list.items.push_back(std::move(t));
      }
      print_json(list);
      return {};
    }
    if (projects.empty()) {
      print(context.say("登録後に一度も認証を受けていないプロジェクトはありません。\n", "Every registered project has been certified.\n"));
      return {};
    }
    auto table = follow_up_table(context);
    for (const auto& p : projects) {
      const std::string late = p.last && p.last->next_on < today ? context.say(" (過ぎています)", " (past)") : "";
      table.add({std::to_string(p.project.value), std::to_string(p.official_number), p.title, p.registered_on.to_string(), std::to_string(today.days() - p.registered_on.days()),
          p.last ? in_words(*book, "jcredit-support/reasons", p.last->reason, context.language) : context.say("(記録なし)", "(none recorded)"),
          p.last ? in_words(*book, "jcredit-support/next_steps", p.last->next_step, context.language) : "-", p.last ? p.last->next_on.to_string() + late : "-"});
    }
    print(table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
