// rules: the rulebook, shipped or as a store has adopted it.
#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "rulebook/errors.h"
#include "rulebook/list.h"
#include "rulebook/methodology.h"

namespace sumi::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view with = ", ") {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? std::string() : std::string(with)) + w;
  return out;
}

void print_row(const Context& context, const rulebook::RowLine& row) {
  print((row.applies ? "* " : "  ") + row.table + "  " + joined(row.key, " / ") + "  ");
  print(row.valid_from.empty() && row.valid_to.empty() ? context.say("常に", "always") : row.valid_from + " .. " + row.valid_to);
  print("\n");
  for (const auto& cell : row.cells) {
    print("      " + pad_right(cell.column, 22) + cell.value + (cell.unit.empty() ? "" : " " + cell.unit) + "\n");
  }
  std::string published = row.published ? row.published->to_string() : "-";
  if (row.published_assumed) published += context.say(" (公表日は不明。有効期間の始めとみなす)", " (date not known; the start of its validity stands for it)");
  print("      " + pad_right(context.say("公表", "published"), 22) + published + "\n");
  if (row.corrected_on) print("      " + pad_right(context.say("訂正", "corrected"), 22) + row.corrected_on->to_string() + context.say(" に置き換えられた", " replaced on that day") + "\n");
  print("      " + pad_right(context.say("信頼度・出典", "confidence, source"), 22) + row.confidence + "  " + joined(row.sources) + "\n");
  if (!row.note.empty()) print("      " + pad_right(context.say("注", "note"), 22) + row.note + "\n");
}

}  // namespace

int run_rules_check(const Context& context, const std::string& directory) {
  return guarded(context, [&]() -> Result<void> {
    Context with = context;
    if (!directory.empty()) with.rulebook = directory;
    SUMI_TRY(const auto book, with.shipped_rulebook());
    const auto list = rulebook::list_rules(*book);
    std::uint64_t rows = 0;
    for (const auto& t : list.tables) rows += t.rows;
    if (context.json) {
      print_json_of(list);
      return {};
    }
    print(context.say("問題は見つかりませんでした: ", "all packs hold: ") + std::to_string(list.packs.size()) + context.say(" 冊、", " packs, ") + std::to_string(list.tables.size()) +
          context.say(" 表、", " tables, ") + group_digits(std::to_string(rows)) + context.say(" 行、方法論 ", " rows, methodologies ") + joined(list.methodologies) + "\n" +
          context.say("目録 ", "manifest ") + list.manifest.to_hex() + "\n");
    return {};
  });
}

int run_rules_list(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.rulebook_for());
    const auto list = rulebook::list_rules(*book);
    if (context.json) {
      print_json_of(list);
      return {};
    }
    wire::TextTable packs({context.say("冊", "pack"), context.say("版", "edition"), context.say("権限", "authority"), context.say("表題", "title"), "SHA-256"});
    for (const auto& p : list.packs) packs.add({p.family, p.edition, p.authority, context.language == Language::ja ? p.title_ja : p.title_en, p.hash.to_hex().substr(0, 16)});
    print(packs.to_string() + "\n");
    wire::TextTable tables({context.say("表", "table"), context.say("行", "rows"), context.say("キー", "keys"), context.say("列", "columns")});
    for (const auto& t : list.tables) tables.add({t.name, std::to_string(t.rows), joined(t.keys), joined(t.columns)});
    print(tables.to_string() + "\n" + context.say("目録 ", "manifest ") + list.manifest.to_hex() + "\n");
    return {};
  });
}

int run_rules_show(const Context& context, const std::string& key, const std::string& on, const std::string& as_known, const std::string& adopted) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto day, day_of("--on", on));
    SUMI_TRY(const auto known, day_of("--as-known", as_known));
    if (!adopted.empty() && context.store.empty()) return fail(errors::store_not_named);
    SUMI_TRY(const auto book, context.rulebook_for(adopted));
    SUMI_TRY(const auto shown, rulebook::show_rules(*book, key, day, known));
    if (context.json) {
      print_json_of(shown);
      return {};
    }
    for (const auto& row : shown.rows) print_row(context, row);
    print("\n");
    for (const auto& s : shown.sources) {
      print(s.id + ": " + s.title + (s.publisher.empty() ? "" : ", " + s.publisher) + (s.published.empty() ? "" : ", " + s.published) + (s.address.empty() ? "" : "  " + s.address) + "\n");
    }
    // Two dates answer "what was known": publication, and adoption by this system.
    print(context.say("知識の日: ", "as known: ") + (known ? known->to_string() : context.say("規則集にあるすべて", "everything in the packs")) + context.say("  採用の日: ", "  adopted: ") +
          (context.store.empty() ? context.say("同梱の規則集(台帳なし)", "the shipped rulebook, no store") : adopted.empty() ? context.say("現在", "now") : adopted) + "\n");
    return {};
  });
}

namespace {

// A methodology of the list whose formulas no pack has: what is known of it, and that this is all.
Result<void> listed_only(const Context& context, const rulebook::Rulebook& book, const std::string& number) {
  const std::vector<std::string> key{number};
  if (!book.has_key("jcredit-methodologies/methodologies", key)) return fail(errors::methodology_unknown, {{"text", number}, {"known", joined(rulebook::list_rules(book).methodologies)}});
  SUMI_TRY(const auto shown, rulebook::show_rules(book, "jcredit-methodologies/methodologies/" + number));
  if (context.json) {
    print_json_of(shown);
    return {};
  }
  for (const auto& row : shown.rows) print_row(context, row);
  print(context.say("この方法論は一覧にありますが、計算式は規則集にありません。計算式のある方法論: ", "This methodology is listed, but the rulebook has no formulas of it. It has those of: ") +
        joined(rulebook::list_rules(book).methodologies) + "\n");
  return {};
}

}  // namespace

int run_rules_explain(const Context& context, const std::string& number) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.rulebook_for());
    const auto* methodology = book->methodology(number);
    if (methodology == nullptr) {
      return listed_only(context, *book, number);
    }
    const auto text = rulebook::explain(*methodology, context.language);
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("methodology", Tree::make_string(number));
      t.add("text", Tree::make_string(text));
      print_json(t);
    } else {
      print(text);
    }
    return {};
  });
}

int run_rules_adopt(const Context& context, const std::string& directory) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto pack, rulebook::Pack::read(directory));
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto current, ledger->rulebook());
    // The new pack must hold together with all others before it is adopted.
    std::vector<rulebook::Pack> packs;
    for (const auto& p : current->packs()) {
      if (p.family() != pack.family()) packs.push_back(p);
    }
    packs.push_back(pack);
    SUMI_TRY(const auto whole, rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology));
    SUMI_TRY(auto actor, actor_of(context, *ledger));
    if (!actor.on_behalf_of) {
      // The console adopts for whoever adopted this family, or another pack of the same authority, before; else for the first authority for which its
      // administrator holds the ministry's role.
      SUMI_CHECK(ledger->read([&](const scheme::State& state) {
        for (const auto& p : current->packs()) {
          if (p.head().authority != pack.head().authority) continue;
          for (const auto& [number, row] : state.adoptions()) {
            if (row.family == p.family()) actor.on_behalf_of = row.authority;
          }
        }
        for (const auto& [key, row] : state.grants()) {
          if (key.person == actor.person && key.role == scheme::Role::ministry && !actor.on_behalf_of) actor.on_behalf_of = key.organisation;
        }
      }));
    }
    SUMI_TRY(const auto accepted, ledger->adopt(pack, actor.person, actor.on_behalf_of));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("family", Tree::make_string(pack.family()));
      t.add("edition", Tree::make_string(pack.head().edition));
      t.add("hash", Tree::make_string(pack.hash().to_hex()));
      t.add("manifest", Tree::make_string(whole.manifest().to_hex()));
      t.add("entry", Tree::make_number(std::to_string(accepted.first.value)));
      print_json(t);
    } else {
      print(context.say("採用しました: ", "adopted ") + pack.family() + " " + pack.head().edition + context.say(" (記帳 ", " (entry ") + std::to_string(accepted.first.value) + ")\n");
    }
    return {};
  });
}

}  // namespace sumi::cli
