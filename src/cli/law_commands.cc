#include "cli/law_commands.h"

#include <algorithm>
#include <span>

#include "cli/errors.h"
#include "service/rules.h"

namespace sumi::cli {
namespace {

using rulebook::Row;
using rulebook::TableInfo;

Tree text(std::string_view value) { return Tree::make_string(std::string(value)); }

// The register as the tables name it.
std::string register_of(const std::string& which) {
  if (which == "jcm") return "JCM";
  return which == "gx-ets" ? "GX-ETS" : "J-Credit";
}

std::string span_of(const Row& row) {
  const auto day = [](const std::optional<std::int32_t>& days) { return days ? Date::from_days(*days).to_string() : std::string(); };
  return row.first || row.last ? day(row.first) + ".." + day(row.last) : std::string();
}

bool holds(const Row& row, const std::optional<Date>& on) { return !on || ((!row.first || *row.first <= on->days()) && (!row.last || on->days() <= *row.last)); }

std::string sources_of(const Row& row) {
  std::string out;
  for (const auto& source : row.sources) out += (out.empty() ? "" : ";") + source;
  return out;
}

std::string standing_of(const Context& context, std::string_view word) {
  if (word == "law") return context.say("法令", "statute");
  if (word == "own") return context.say("この登録簿の規則", "a rule of this register");
  if (word == "model") return context.say("JCMの口座簿の法に準ずる", "after the law of the JCM register");
  return context.say("推定", "inferred");
}

struct Law {
  std::shared_ptr<const rulebook::Rulebook> book;
  const TableInfo* table = nullptr;
  std::vector<const Row*> rows;
};
// Rows of a table of the pack for one register.
Result<Law> law_of(const Context& context, const std::string& name, const std::string& which, const std::string& on) {
  Law law;
  SUMI_TRY(const auto day, day_of("--on", on));
  SUMI_TRY(law.book, context.data_rulebook());
  law.table = law.book->table(name);
  if (law.table == nullptr) return fail(errors::pack_not_found, {{"text", "register-law"}, {"known", "sumi rules adopt rulebook/packs/register-law"}});
  for (const auto& row : law.book->rows(name)) {
    if (row.key.front() == register_of(which) && holds(row, day)) law.rows.push_back(&row);
  }
  return law;
}

void add_provenance(Tree& t, const Row& row) {
  t.add("valid", text(span_of(row)));
  auto& sources = t.add("sources", Tree::make_array());
  for (const auto& source : row.sources) sources.items.push_back(text(source));
  t.add("confidence", text(rulebook::name_of(row.confidence)));
}

void print_rule(const Context& context, const TableInfo& table, const Row& row) {
  const auto cell = [&](std::string_view column) { return service::cell_text(table, row, column); };
  const bool ja = context.language == Language::ja;
  print(row.key[1] + ": " + cell(ja ? "value_ja" : "value") + "\n");
  const auto line = [&](const char* what_ja, const char* what_en, const std::string& value) {
    if (!value.empty()) print("  " + context.say(what_ja, what_en) + value + "\n");
  };
  const auto standing = cell("standing");
  const bool model = standing == "model" || standing == "inferred";
  if (model) line("条文(JCMの口座簿の法): ", "article of the law of the JCM register: ", cell("article"));
  else line("条文: ", "article: ", cell("article"));
  line("この台帳では: ", "this ledger: ", cell(ja ? "ledger_ja" : "ledger"));
  line("適用: ", "valid: ", span_of(row));
  line("根拠: ", "standing: ", standing_of(context, standing) + " (" + sources_of(row) + context.say("、信頼度 ", ", confidence ") + std::string(rulebook::name_of(row.confidence)) + ")");
}

// What a reader needs to know before the rules of a register that has no text at hand.
std::string head(const Context& context, const std::string& which) {
  if (which == "jcm") return context.say("国際協力排出削減量口座簿の法(地球温暖化対策の推進に関する法律 第47条-第57条の5)\n\n", "The law of the JCM register (Act on Promotion of Global Warming Countermeasures, articles 47 to 57-5)\n\n");
  if (which == "gx-ets") return context.say("GX-ETSの排出枠の登録簿。法(GX推進法 第45条)の本文は手元になく、すべて推定です。\n\n", "The allowance register of GX-ETS. Its law (GX推進法 article 45) is not at hand: everything here is inferred.\n\n");
  return context.say("J-クレジット登録簿。約款が手元にない事項は、国際協力排出削減量口座簿の法に準じます。\n\n", "The J-Credit registry. Where its terms are not at hand, the law of the JCM register is the model.\n\n");
}

}  // namespace

int run_registry_law(const Context& context, const std::string& which, const std::string& rule, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto law, law_of(context, "register-law/rules", which, on));
    Tree list = Tree::make_array();
    std::string known;
    bool found = false;
    for (const auto* row : law.rows) {
      if (known.find(row->key[1]) == std::string::npos) known += (known.empty() ? "" : ", ") + row->key[1];
      if (!rule.empty() && row->key[1] != rule) continue;
      if (!found && !context.json && rule.empty()) print(head(context, which));
      found = true;
      if (!context.json) {
        print_rule(context, *law.table, *row);
        continue;
      }
      Tree t = Tree::make_table();
      t.add("register", text(row->key[0]));
      t.add("rule", text(row->key[1]));
      for (const auto& column : law.table->columns) t.add(column.name, text(service::cell_text(*law.table, *row, column.name)));
      add_provenance(t, *row);
      list.items.push_back(std::move(t));
    }
    if (!found && !rule.empty()) return fail(errors::argument_value, {{"name", "rule"}, {"text", rule}, {"known", known}});
    if (context.json) print_json(list);
    return {};
  });
}

int run_registry_fees(const Context& context, const std::string& which, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto law, law_of(context, "register-law/fees", which, on));
    const bool ja = context.language == Language::ja;
    wire::TextTable table({context.say("手数料", "fee"), context.say("円", "yen"), context.say("単位", "per"), context.say("条文", "article"), context.say("免除", "waived"), context.say("出典", "sources")});
    Tree list = Tree::make_array();
    for (const auto* row : law.rows) {
      const auto cell = [&](std::string_view column) { return service::cell_text(*law.table, *row, column); };
      const auto amount = static_cast<std::size_t>(law.table->column("amount") - law.table->columns.data());
      const auto yen = round_integer(std::get<Quantity>(*row->cells[amount]).value, Rounding::half_even).to_string();
      table.add({cell(ja ? "title_ja" : "title_en"), yen, cell(ja ? "per_ja" : "per"), cell("article"), cell(ja ? "waiver_ja" : "waiver"), sources_of(*row)});
      Tree t = Tree::make_table();
      t.add("register", text(row->key[0]));
      t.add("fee", text(row->key[1]));
      t.add("yen", Tree::make_number(yen));
      for (const char* column : {"per", "title_ja", "title_en", "article", "waiver", "waiver_ja"}) t.add(column, text(cell(column)));
      add_provenance(t, *row);
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else if (table.empty()) print(context.say("この登録簿の手数料は知られていません(規則なし)。\n", "no fee of this register is known (no rule data)\n"));
    else print(table.to_string());
    return {};
  });
}

}  // namespace sumi::cli
