#include "cli/bundle_commands.h"

#include <iostream>

#include "base/text.h"
#include "service/bundle.h"

namespace sumi::cli {

namespace {

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

// A line on standard error now and then, where there is much to do.
service::BundleProgress progress_of(const Context& context) {
  return [&context](std::uint64_t done, std::uint64_t of) {
    constexpr std::uint64_t step = 200'000;
    if (of > step && (done % step == 0 || done == of)) std::cerr << context.say("記帳 ", "entries ") << group_digits(std::to_string(done)) << " / " << group_digits(std::to_string(of)) << std::endl;
  };
}

void print_fields(const Context& context, const Tree& t) {
  if (context.json) {
    print_json(t);
    return;
  }
  for (const auto& [key, value] : t.members) {
    if (!value.is_array() && !value.is_table()) print(pad_right(key, 16) + value.text + "\n");
  }
}

std::string sealed_word(const Context& context, const service::BundleManifest& m) {
  if (m.sealed == "none") return context.say("なし(公開用)", "none, since it is public");
  if (m.sealed == "withheld") return context.say("含まない(", "withheld (") + std::to_string(m.sealed_missing) + ")";
  return std::to_string(m.sealed_values) + context.say(" 件、消去済み ", ", erased ") + std::to_string(m.sealed_missing);
}

}  // namespace

int run_journal_export(const Context& context, const ExportArguments& a) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(const auto ledger, context.open());
    service::BundleOptions options;
    options.kind = a.auditor ? service::BundleKind::auditor : service::BundleKind::open;
    options.sealed = !a.without_sealed;
    SUMI_TRY(const auto m, service::export_bundle(*ledger, a.folder, options, key, progress_of(context)));
    std::uint64_t bytes = 0;
    for (const auto& file : m.files) bytes += file.bytes;
    Tree t = Tree::make_table();
    t.add("folder", Tree::make_string(a.folder));
    t.add("kind", Tree::make_string(m.kind));
    t.add("origin", Tree::make_string(m.origin));
    t.add("entries", number(m.entries));
    t.add("root", Tree::make_string(m.root.to_hex()));
    t.add("fingerprint", Tree::make_string(key.public_key().fingerprint().to_hex()));
    t.add("files", number(m.files.size() + 2));
    t.add("bytes", number(bytes));
    t.add("sealed", Tree::make_string(context.json ? m.sealed : sealed_word(context, m)));
    print_fields(context, t);
    return {};
  });
}

void print_sections(const Context& context, Tree& answer, const scheme::State& state) {
  Tree& list = answer.add("sections", Tree::make_array());
  wire::TextTable table({context.say("表", "section"), context.say("行", "rows"), context.say("バイト", "bytes"), "SHA-256"});
  for (const auto& s : service::state_sections(state)) {
    Tree row = Tree::make_table();
    row.add("name", Tree::make_string(s.name));
    row.add("rows", number(s.rows));
    row.add("bytes", number(s.bytes));
    row.add("sha256", Tree::make_string(s.sha256.to_hex()));
    list.items.push_back(std::move(row));
    table.add({s.name, std::to_string(s.rows), std::to_string(s.bytes), s.sha256.to_hex()});
  }
  if (!context.json) print(table.to_string());
}

int run_bundle_replay(const Context& context, const BundleReplayArguments& a) {
  return guarded(context, [&]() -> Result<void> {
    service::ReplayOptions options;
    options.decide = a.decide;
    if (!a.public_key.empty()) {
      SUMI_TRY(options.pin, journal::parse_pin(a.public_key));
    }
    SUMI_TRY(const auto replayed, service::replay_bundle(a.folder, options, progress_of(context)));
    const auto& m = replayed.manifest;
    Tree t = Tree::make_table();
    t.add("kind", Tree::make_string(m.kind));
    t.add("origin", Tree::make_string(m.origin));
    t.add("entries", number(m.entries));
    t.add("root", Tree::make_string(m.root.to_hex()));
    t.add("fingerprint", Tree::make_string(replayed.key.fingerprint().to_hex()));
    t.add("sealed", Tree::make_string(context.json ? m.sealed : sealed_word(context, m)));
    t.add("sealed_opened", number(replayed.opened));
    t.add("sealed_missing", number(m.sealed_missing));
    if (a.decide) t.add("decided_again", number(replayed.decided));
    if (replayed.state) {
      t.add("now", Tree::make_string(replayed.state->now().to_japan_string()));
      t.add("state_hash", Tree::make_string(service::hash_of_sections(*replayed.state).to_hex()));
    }
    if (!context.json) print_fields(context, t);
    if (a.sections && replayed.state) print_sections(context, t, *replayed.state);
    if (context.json) print_json(t);
    if (!replayed.state && !context.json) {
      print(context.say("公開用の一式です。記帳がすべて署名された根に含まれることを確かめました。状態は当事者の項目がないと再生できません。\n",
          "a public bundle: every entry is in the signed root; the state cannot be replayed without the parties' part\n"));
    }
    return {};
  });
}

}  // namespace sumi::cli
