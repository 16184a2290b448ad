// play and do: the scenario language against fresh ledgers in memory, or against a store.
#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote_world.h"
#include "scenario/ledger_world.h"
#include "scenario/play.h"
#include "service/errors.h"

namespace sumi::cli {
namespace {

std::string folder_of(const std::string& file) {
  const auto folder = std::filesystem::path(file).parent_path().string();
  return folder.empty() ? "" : folder + "/";
}

Tree tree_of(const scenario::CaseResult& result, Language language) {
  Tree t = Tree::make_table();
  t.add("name", Tree::make_string(result.name));
  t.add("passed", Tree::make_boolean(result.passed()));
  t.add("commands", Tree::make_number(std::to_string(result.commands)));
  if (!result.state_hash.is_zero()) t.add("state_hash", Tree::make_string(result.state_hash.to_hex()));
  if (result.failure) t.add("failure", Tree::make_string(describe_error(*result.failure, language)));
  auto& said = t.add("said", Tree::make_array());
  for (const auto& line : result.said) said.items.push_back(Tree::make_string(line));
  return t;
}

// Who acts: the one that --as names, else the administrator. A scenario makes whoever it names known; an option names only who is.
Result<void> choose_actor(const Context& context, service::Ledger& ledger, scenario::PlayOptions& options) {
  if (context.as.empty() && context.on_behalf.empty() && ledger.people().person("admin")) return {};
  SUMI_TRY(const auto actor, actor_of(context, ledger));
  options.person = actor.person;
  options.organisation = actor.on_behalf_of;
  return {};
}

// What the rule said, in place of what the scenario expected: whoever asks for one thing expects nothing else.
Error refusal_itself(const Error& error) {
  if (error.also.empty() || error.def->room != "scenario" || error.def->kind != ErrorKind::refused) return error;
  Error refusal = error.also.front();
  if (refusal.place.line == 0) refusal.place = error.place;
  return refusal;
}

// On a production store the command line is the administrator's console: it speaks for nobody else and sets no clock.
bool speaks_for_others(const scenario::Script& script) {
  return std::any_of(script.prologue.lines.begin(), script.prologue.lines.end(), [](const scenario::Line& line) {
    return !line.person.empty() || line.verb == "as" || line.verb == "person" || line.verb == "at" || line.verb == "advance";
  });
}

void print_story(const Context& context, const scenario::CaseResult& result, const std::string& end) {
  if (context.json) {
    print_json(tree_of(result, context.language));
    return;
  }
  for (const auto& line : result.said) print(line + "\n");
  if (!result.failure) print(context.say("受け付けた申請 ", "accepted commands: ") + std::to_string(result.commands) + context.say(" 件、", ", ") + end + "\n");
}

// The lines of `do` over a server, for the token's owner.
int do_on_server(const Context& context, const scenario::Script& script) {
  return guarded(context, [&]() -> Result<void> {
    if (speaks_for_others(script)) return fail(errors::server_as);
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const Tree session, remote.get("/session"));
    scenario::PlayOptions options;
    options.verify_each_step = false;
    options.person = PersonId{Id128::from_hex(text_at(session, "person.id")).value_or(Id128{})};
    // For whom, where a command names it: the organisation that --for gives, or the only one that the token's owner has.
    std::string organisation = to_half_width(context.on_behalf);
    const auto* own = session.find("organisations");
    if (organisation.empty() && own != nullptr && own->items.size() == 1) organisation = text_at(own->items[0], "id");
    if (const auto number = Integer::parse(organisation)) options.organisation = {number->to_u64().value_or(0)};
    const auto world = remote_world(remote);
    SUMI_TRY(const auto result, scenario::play_given(script, *world, options));
    const auto last = std::to_string(world->last_entry());
    print_story(context, result, context.say("最後の記帳 ", "last entry ") + last);
    if (result.failure) return fail(refusal_itself(*result.failure));
    return {};
  });
}

// A story has times and persons of its own, so it plays on demo and training stores; `console` lines go to every store.
int play_on_store(const Context& context, const scenario::Script& script, const std::string& folder, bool console) {
  const auto ledger = context.open();
  if (!ledger) return report(ledger.error(), context);
  scheme::StoreKind kind{};
  if (auto read = (*ledger)->read([&](const scheme::State& state) { kind = state.meta().kind; }); !read) return report(read.error(), context);
  if (kind == scheme::StoreKind::production && (!console || !context.as.empty() || speaks_for_others(script))) return report(make_error(service::errors::as_not_allowed), context);
  const auto world = scenario::ledger_world(**ledger);
  scenario::PlayOptions options;
  options.folder = folder;
  options.verify_each_step = false;
  if (const auto chosen = choose_actor(context, **ledger, options); !chosen) return report(chosen.error(), context);
  const auto result = scenario::play_given(script, *world, options);
  if (!result) return report(result.error(), context);
  print_story(context, *result, context.say("状態 ", "state ") + result->state_hash.to_hex().substr(0, 16) + "...");
  return result->failure ? report(refusal_itself(*result->failure), context) : 0;
}

}  // namespace

int run_play(const Context& context, const std::string& file, bool verify) {
  const auto text = read_file(file, limits::scenario_file_bytes_max);
  if (!text) return report(text.error(), context);
  const auto folder = folder_of(file);
  const auto script = scenario::parse_script(*text, file, [&](const std::string& name) { return read_file(folder + name, limits::scenario_file_bytes_max); });
  if (!script) return report(script.error(), context);
  if (!context.store.empty()) return play_on_store(context, *script, folder, false);
  const auto book = context.shipped_rulebook();
  if (!book) return report(book.error(), context);
  scenario::PlayOptions options;
  options.folder = folder;
  options.verify_each_step = verify;
  const auto result = scenario::play(*script, scenario::memory_ledger_maker(*book), options);
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("passed", Tree::make_number(std::to_string(result.passed)));
    t.add("failed", Tree::make_number(std::to_string(result.failed)));
    auto& cases = t.add("cases", Tree::make_array());
    for (const auto& c : result.cases) cases.items.push_back(tree_of(c, context.language));
    print_json(t);
  } else {
    for (const auto& c : result.cases) {
      for (const auto& line : c.said) print(line + "\n");
    }
    print(scenario::report_text(result, context.language));
  }
  return result.failed == 0 ? 0 : static_cast<int>(errors::case_failed.kind);
}

int run_do(const Context& context, const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += word + "\n";
  if (trim(text).empty()) return report(make_error(errors::nothing_asked), context);
  const auto script = scenario::parse_script(text, "sumi do");
  if (!script) return report(script.error(), context);
  return context.remote() ? do_on_server(context, *script) : play_on_store(context, *script, "", true);
}

}  // namespace sumi::cli
