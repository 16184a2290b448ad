#include "cli/backup_commands.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "service/backup.h"

namespace sumi::cli {
namespace {

std::string count_text(std::uint64_t n) { return group_digits(std::to_string(n)); }
Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

// Counts on a terminal only, and not more than some ten times a second's worth of steps.
service::Ledger::Progress progress_on_terminal() {
  if (::isatty(2) != 1) return {};
  return [last = std::uint64_t{0}](std::uint64_t done, std::uint64_t of) mutable {
    const auto percent = of == 0 ? 100 : done * 100 / of;
    if (percent == last) return;
    last = percent;
    std::cerr << "\r" << percent << " %" << (percent == 100 ? "\r     \r" : "") << std::flush;
  };
}

Result<void> read_until(const std::string& text, service::RestoreOptions& options) {
  if (text.empty()) return {};
  const auto typed = to_half_width(text);
  if (std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    const auto parsed = Integer::parse(typed);
    const auto value = parsed ? parsed->to_u64() : std::nullopt;
    if (!value || *value == 0) return fail(errors::number_syntax, {{"text", text}}, {"--until"});
    options.until_entry = SequenceNumber{*value};
    return {};
  }
  auto time = Instant::parse(typed);
  if (!time) return fail(std::move(time).error().at({"--until"}));
  options.until_time = *time;
  return {};
}

}  // namespace

int run_backup(const Context& context, const std::string& folder) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto made, ledger->backup(folder, progress_on_terminal()));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("backup", Tree::make_string(folder));
      t.add("entries", number(made.head.size));
      t.add("tree_root", Tree::make_string(made.head.root.to_hex()));
      t.add("files", number(made.files));
      t.add("bytes", number(made.bytes));
      print_json(t);
      return {};
    }
    print(context.say("控えを取りました: ", "made the backup ") + folder + "\n");
    print(context.say("  記帳           ", "  entries    ") + count_text(made.head.size) + "\n");
    print(context.say("  ルートハッシュ ", "  tree root  ") + made.head.root.to_hex() + "\n");
    print(context.say("  ファイル       ", "  files      ") + count_text(made.files) + " (" + count_text(made.bytes) + " bytes)\n");
    print(context.say("署名鍵は入っていません。別に保管してください。\n", "The signing key is not in it: keep a copy of it elsewhere.\n"));
    return {};
  });
}

int run_restore(const Context& context, const RestoreArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    service::RestoreOptions options;
    SUMI_CHECK(read_until(arguments.until, options));
    options.erasures_from = arguments.erasures_from;
    options.ground = arguments.ground;
    options.never_published = arguments.never_published;
    if (!arguments.abandon.empty()) {
      SUMI_TRY(options.abandon, read_file(arguments.abandon, limits::receipt_bytes_max));
    }
    SUMI_TRY(const auto done, service::restore(arguments.backup, arguments.store, options, {}, progress_on_terminal()));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("store", Tree::make_string(arguments.store));
      t.add("entries", number(done.head.size));
      t.add("tree_root", Tree::make_string(done.head.root.to_hex()));
      t.add("state_hash", Tree::make_string(done.state_hash.to_hex()));
      t.add("dropped", number(done.backup.size - done.kept.size));
      t.add("erased_again", number(done.erased));
      if (done.epoch != 0) t.add("epoch", number(done.epoch));
      auto& remarks = t.add("remarks", Tree::make_array());
      for (const auto& r : done.remarks) remarks.items.push_back(Tree::make_string(r));
      print_json(t);
      return {};
    }
    print(context.say("台帳を戻しました: ", "restored the store ") + arguments.store + "\n");
    print(context.say("  記帳           ", "  entries      ") + count_text(done.head.size) + "\n");
    print(context.say("  ルートハッシュ ", "  tree root    ") + done.head.root.to_hex() + "\n");
    print(context.say("  状態のハッシュ ", "  state hash   ") + done.state_hash.to_hex() + "\n");
    if (done.backup.size != done.kept.size) print(context.say("  捨てた記帳     ", "  dropped      ") + count_text(done.backup.size - done.kept.size) + "\n");
    if (!arguments.erasures_from.empty()) print(context.say("  消去し直した値 ", "  erased again ") + count_text(done.erased) + "\n");
    if (done.epoch != 0) print(context.say("  新しい期       ", "  new epoch    ") + std::to_string(done.epoch) + "\n");
    for (const auto& r : done.remarks) print("! " + r + "\n");
    return {};
  });
}

}  // namespace sumi::cli
