// rules diff: editions side by side, and what a new one would change for a store's projects.
#include <filesystem>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "rulebook/diff.h"
#include "service/revision.h"

namespace sumi::cli {
namespace fs = std::filesystem;

namespace {

// What was named: packs of one side.
struct Side {
  std::vector<rulebook::Pack> packs;
  bool whole = false;  // a whole rulebook
};

// The packs below a rulebook's folder, as they lie there: they need not hold.
Result<Side> read_rulebook(const std::string& folder) {
  Side side;
  side.whole = true;
  for (const char* below : {"packs", "methodology"}) {
    std::error_code failed;
    for (fs::directory_iterator it(folder + "/" + below, failed), end; !failed && it != end; it.increment(failed)) {
      if (!fs::is_regular_file(it->path() / "pack.toml")) continue;
      SUMI_TRY(auto pack, rulebook::Pack::read(it->path().string()));
      side.packs.push_back(std::move(pack));
    }
  }
  return side;
}

// A folder of a pack, a folder of a rulebook, a family ("EN-S-001", "EN-S-001@2026-04-01": as adopted by that day), or "@2026-04-01": all by that day.
Result<Side> read_side(const Context& context, const std::string& name) {
  std::error_code ignored;
  if (fs::is_regular_file(name + "/pack.toml", ignored)) {
    Side side;
    SUMI_TRY(auto pack, rulebook::Pack::read(name));
    side.packs.push_back(std::move(pack));
    return side;
  }
  if (fs::is_directory(name + "/packs", ignored)) return read_rulebook(name);
  const auto at = name.find('@');
  const std::string family = name.substr(0, at), adopted = at == std::string::npos ? "" : name.substr(at + 1);
  if (!adopted.empty() && context.store.empty()) return fail(errors::store_not_named);
  SUMI_TRY(const auto book, context.rulebook_for(adopted));
  Side side;
  side.whole = family.empty();
  for (const auto& pack : book->packs()) {
    if (side.whole || pack.family() == family) side.packs.push_back(pack);
  }
  if (side.packs.empty()) {
    std::string known;
    for (const auto& pack : book->packs()) known += (known.empty() ? "" : ", ") + pack.family();
    return fail(errors::pack_not_found, {{"text", name}, {"known", known}});
  }
  return side;
}

std::string project_name(const Context& context, const service::RevisedProject& p) {
  return (p.programme ? context.say("プログラム型 ", "programme ") : context.say("通常型 ", "normal ")) + std::to_string(p.official_number) + " " + p.title;
}

void print_impact(const Context& context, const std::string& family, const std::vector<service::RevisedProject>& projects) {
  print("\n" + context.say("登録済みのプロジェクトへの影響: ", "registered projects that use ") + family + context.say(" を使うもの ", ": ") + std::to_string(projects.size()) + context.say(" 件", "") + "\n");
  for (const auto& p : projects) {
    std::string used;
    for (const auto& m : p.methodologies) used += (used.empty() ? "" : ", ") + m;
    print("\n  " + project_name(context, p) + "  (" + used + ")\n");
    print("    " + (p.keeps ? context.say("登録時の版を使い続けます。更新・延長のときは最新の版によります。", "keeps the version of its registration; on renewal or extension the newest holds.")
                            : context.say("今後の報告は、採用後の値(各値の有効期間による)で計算します。認証済みの量は変わりません。",
                                          "later reports are calculated with the new values, each within its validity; what is certified stays.")) + "\n");
    if (p.lines.empty()) {
      print("    " + context.say("認証はまだありません。", "nothing is certified yet.") + "\n");
      continue;
    }
    wire::TextTable table({context.say("認証", "certification"), context.say("方法論", "methodology"), context.say("年度", "vintage"), context.say("認証量 t", "certified t"),
                           context.say("新しいパックによる t", "under the new pack t"), context.say("差", "difference")});
    for (const auto& l : p.lines) {
      const auto now = Integer::parse(l.under_new_t);
      const std::string difference = now ? (*now - Integer(static_cast<std::int64_t>(l.certified_t))).to_string() : "";
      table.add({std::to_string(l.certification.value), l.methodology, l.vintage.to_string(), std::to_string(l.certified_t), l.under_new_t.empty() ? "-" : l.under_new_t, difference});
    }
    print(table.to_string());
    const auto& reason = context.language == Language::ja ? p.reason_ja : p.reason_en;
    if (!reason.empty()) print("    " + context.say("計算し直せない理由: ", "not calculated because: ") + reason + "\n");
  }
}

Tree impact_tree(const std::vector<service::RevisedProject>& projects, Language language) {
  Tree all = Tree::make_array();
  for (const auto& p : projects) {
    Tree& t = all.items.emplace_back(Tree::make_table());
    t.add("project", Tree::make_number(std::to_string(p.project.value)));
    t.add("official_number", Tree::make_number(std::to_string(p.official_number)));
    t.add("programme", Tree::make_boolean(p.programme));
    t.add("title", Tree::make_string(p.title));
    Tree& used = t.add("methodologies", Tree::make_array());
    for (const auto& m : p.methodologies) used.items.push_back(Tree::make_string(m));
    t.add("keeps_its_version", Tree::make_boolean(p.keeps));
    Tree& lines = t.add("lines", Tree::make_array());
    for (const auto& l : p.lines) {
      Tree& line = lines.items.emplace_back(Tree::make_table());
      line.add("certification", Tree::make_number(std::to_string(l.certification.value)));
      line.add("methodology", Tree::make_string(l.methodology));
      line.add("vintage", Tree::make_string(l.vintage.to_string()));
      line.add("certified_t", Tree::make_number(std::to_string(l.certified_t)));
      if (!l.under_new_t.empty()) line.add("under_new_t", Tree::make_number(l.under_new_t));
    }
    const auto& reason = language == Language::ja ? p.reason_ja : p.reason_en;
    if (!reason.empty()) t.add("reason", Tree::make_string(reason));
  }
  return all;
}

}  // namespace

int run_rules_diff(const Context& context, const std::string& before, const std::string& after) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto a, read_side(context, before));
    SUMI_TRY(const auto b, read_side(context, after));
    std::vector<rulebook::PackDiff> diffs;
    if (!a.whole && !b.whole) diffs.push_back(rulebook::diff_packs(a.packs.front(), b.packs.front()));
    else diffs = rulebook::diff_rulebooks(a.packs, b.packs);
    // Against a store, a pack of one of its families is asked what it would change there.
    const bool of_store = !context.store.empty() && !b.whole && fs::is_directory(after);
    std::vector<service::RevisedProject> projects;
    if (of_store) {
      SUMI_TRY(const auto ledger, context.open());
      SUMI_TRY(projects, service::revision_impact(*ledger, b.packs.front()));
    }
    if (context.json) {
      Tree t = Tree::make_table();
      Tree& packs = t.add("packs", Tree::make_array());
      for (const auto& diff : diffs) packs.items.push_back(rulebook::to_tree(diff));
      if (of_store) t.add("projects", impact_tree(projects, context.language));
      print_json(t);
      return {};
    }
    for (const auto& diff : diffs) print(rulebook::to_text(diff, context.language));
    if (diffs.empty()) print(context.say("違いはありません。\n", "no difference.\n"));
    if (of_store) print_impact(context, b.packs.front().family(), projects);
    return {};
  });
}

}  // namespace sumi::cli
