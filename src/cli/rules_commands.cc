// rules: the rulebook, shipped or as a store has adopted it.
#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "rulebook/authoring.h"
#include "rulebook/errors.h"
#include "rulebook/list.h"
#include "rulebook/methodology.h"
#include "service/rules.h"

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

namespace {

// A text of the list of methodologies; low confidence is shown as every other, since the row says so.
std::string listed_text(const rulebook::Rulebook& book, const std::string& number, const char* column) {
  const auto value = book.look_up({"jcredit-methodologies/methodologies", {number}, column, {}, "", {}, true});
  return value ? value->to_string() : std::string();
}
std::string status_word(const Context& context, const std::string& status) {
  if (status == "active") return context.say("有効", "in force");
  if (status == "abolished") return context.say("廃止", "abolished");
  if (status == "announced") return context.say("制定(番号は未確認)", "established, number not at hand");
  if (status == "proposed") return context.say("策定の検討", "proposed");
  return status;
}
std::string sector_text(const Context& context, const std::string& ja) { return context.language == Language::ja ? ja : rulebook::sector_in_english(ja); }
std::string no_formulas(const Context& context) { return context.say("算定式は未収録", "formulas not yet available"); }

struct MethodologyLine {
  std::string number, title, sector, status, formulas;  // formulas: edition of the pack; empty: none
  bool reconstructed = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "title", s.title);
    v(Part::open, "sector", s.sector);
    v(Part::open, "status", s.status);
    v(Part::open, "formulas", s.formulas);
    v(Part::open, "reconstructed", s.reconstructed);
  }
};
struct MethodologyList {
  std::vector<MethodologyLine> methodologies;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "methodologies", s.methodologies); }
};

// Every methodology that the list or a pack has.
MethodologyList list_methodologies(const Context& context, const rulebook::Rulebook& book) {
  MethodologyList list;
  const char* title = context.language == Language::ja ? "title_ja" : "title_en";
  for (const auto& row : book.rows("jcredit-methodologies/methodologies")) {
    const std::string& number = row.key.front();
    list.methodologies.push_back({number, listed_text(book, number, title), sector_text(context, listed_text(book, number, "sector")), listed_text(book, number, "status"), "", false});
  }
  for (const auto& [number, methodology] : book.methodologies()) {
    auto line = std::ranges::find(list.methodologies, number, &MethodologyLine::number);
    if (line == list.methodologies.end()) {
      list.methodologies.push_back({number, methodology->title().in(context.language), methodology->sector().in(context.language), "", "", false});
      line = std::prev(list.methodologies.end());
    }
    line->formulas = methodology->version();
    line->reconstructed = std::ranges::any_of(methodology->formulas(), [](const auto& f) { return f.basis == rulebook::Basis::reconstructed; });
  }
  return list;
}

}  // namespace

namespace {

// A server's own list, else the rulebook's at hand.
Result<rulebook::RulesList> list_of(const Context& context, const rulebook::Rulebook& book) {
  if (!context.remote()) return rulebook::list_rules(book);
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const Tree served, remote.get("/rulebook"));
  const auto* rules = served.find("rules");
  return wire::from_tree<rulebook::RulesList>(rules == nullptr ? Tree{} : *rules);
}

Result<rulebook::RulesShow> values_of(const Context& context, const std::string& key, const std::optional<Date>& on, const std::optional<Date>& as_known, const std::string& adopted) {
  if (!context.remote()) {
    SUMI_TRY(const auto book, context.rulebook_for(adopted));
    return rulebook::show_rules(*book, key, on, as_known);
  }
  SUMI_TRY(const auto day, day_of("--adopted", adopted));
  SUMI_TRY(auto remote, Remote::open(context));
  std::string path = "/rulebook/values?name=" + outbound::url_text(key);
  for (const auto& [name, given] : {std::pair{"on", on}, std::pair{"as_known", as_known}, std::pair{"adopted", day}}) {
    if (given) path += std::string("&") + name + "=" + given->to_string();
  }
  return remote.get_as<rulebook::RulesShow>(path);
}

}  // namespace

int run_rules_list(const Context& context, const std::string& what) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.rulebook_for());
    if (what == "methodologies") {
      const auto all = list_methodologies(context, *book);
      if (context.json) {
        print_json_of(all);
        return {};
      }
      wire::TextTable table({context.say("番号", "number"), context.say("名称", "title"), context.say("分野", "sector"), context.say("状態", "state"), context.say("算定式", "formulas")});
      for (const auto& m : all.methodologies) {
        const std::string formulas = m.formulas.empty() ? no_formulas(context) : m.formulas + (m.reconstructed ? context.say(" 再構成", " reconstructed") : "");
        table.add({m.number, m.title.empty() ? context.say("(名称は未確認)", "(title not at hand)") : m.title, m.sector, status_word(context, m.status), formulas});
      }
      print(table.to_string());
      return {};
    }
    SUMI_TRY(const auto list, list_of(context, *book));
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
    if (!adopted.empty() && context.store.empty() && !context.remote()) return fail(errors::store_not_named);
    SUMI_TRY(const auto shown, values_of(context, key, day, known, adopted));
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
          (context.store.empty() && !context.remote() ? context.say("同梱の規則集(台帳なし)", "the shipped rulebook, no store") : adopted.empty() ? context.say("現在", "now") : adopted) + "\n");
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
    Tree t = Tree::make_table();
    t.add("methodology", Tree::make_string(number));
    t.add("formulas", Tree::make_boolean(false));
    t.add("text", Tree::make_string(no_formulas(context)));
    t.add("listed", wire::to_tree(shown));
    print_json(t);
    return {};
  }
  const auto cell = [&](const char* column) { return listed_text(book, number, column); };
  const std::string title = cell(context.language == Language::ja ? "title_ja" : "title_en");
  print(number + " " + (title.empty() ? context.say("(名称は未確認)", "(title not at hand)") : title) + "\n\n");
  const auto line = [&](const char* ja, const char* en, const std::string& text) {
    if (!text.empty()) print("  " + pad_right(context.say(ja, en), 12) + text + "\n");
  };
  line("分野", "sector", sector_text(context, cell("sector")));
  line("状態", "state", status_word(context, cell("status")));
  line("制定日", "established", cell("established"));
  line("対象", "key words", cell("keywords"));
  line("売買区分", "market", cell("market_category"));
  const auto& row = shown.rows.front();
  line("信頼度", "confidence", row.confidence);
  line("注", "note", row.note);
  for (const auto& revision : book.rows("jcredit-revisions/history")) {
    const auto* concerns = revision.cells.front() ? std::get_if<std::string>(&*revision.cells.front()) : nullptr;
    if (concerns == nullptr || (";" + *concerns + ";").find(";" + number + ";") == std::string::npos) continue;
    line("改定", "revised", Date::from_days(*revision.first).to_string() + "  " + revision.key.back() + (revision.note.empty() ? "" : " (" + revision.note + ")"));
  }
  for (const auto& s : shown.sources) line("出典", "source", s.title + (s.published.empty() ? "" : ", " + s.published));
  print("\n" + no_formulas(context) + context.say("。計画書の検査と計算はできません。パックの書き方: docs/methodology-packs.md",
                                                 ". Plans cannot be checked or calculated under it. How a pack is written: docs/methodology-packs.md") + "\n");
  return {};
}

}  // namespace

int run_rules_explain(const Context& context, const std::string& number) {
  return guarded(context, [&]() -> Result<void> {
    std::shared_ptr<const rulebook::Methodology> methodology;
    std::error_code ignored;
    if (std::filesystem::is_regular_file(number + "/pack.toml", ignored)) {
      SUMI_TRY(const auto read, read_among_others(context, number));
      if (!read.methodology) return fail(errors::methodology_unknown, {{"text", number}, {"known", ""}});
      methodology = read.methodology;
    } else {
      SUMI_TRY(const auto book, context.rulebook_for());
      const auto& all = book->methodologies();
      const auto found = std::ranges::find(all, number, [](const auto& m) -> const std::string& { return m.first; });
      if (found == all.end()) return listed_only(context, *book, number);
      methodology = found->second;
    }
    const auto text = rulebook::explain(*methodology, context.language);
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("methodology", Tree::make_string(methodology->number()));
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
    SUMI_CHECK(service::rules_from(whole));
    if (pack.head().kind == rulebook::PackKind::methodology) {
      auto checked = rulebook::check_methodology(pack, whole);
      if (!checked) return fail(std::move(checked).error());
    }
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
