// migrate and statistics: a registry that is brought in, and the figures of the scheme as a whole.
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "base/spreadsheet.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "project/names.h"
#include "rulebook/authoring.h"
#include "service/errors.h"
#include "service/migrate.h"
#include "service/statistics.h"

namespace sumi::cli {
namespace {

std::string count_text(std::uint64_t n) { return group_digits(std::to_string(n)); }

// A line that is written over itself on a terminal, and nowhere else.
std::function<void(std::uint64_t, std::uint64_t)> progress_line(const Context& context) {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [&context](std::uint64_t done, std::uint64_t of) {
    std::cerr << "\r" << context.say("記帳 ", "entries ") << count_text(done) << " / " << count_text(of) << (done >= of ? "\n" : "") << std::flush;
  };
}

// What the rulebook calls the keys of the figures, in the language that is asked for.
struct Names {
  std::map<std::string, std::string, std::less<>> prefectures, purposes;
};

void take_names(const rulebook::Rulebook& book, const char* table, const char* from, const char* to, std::map<std::string, std::string, std::less<>>& names) {
  const auto text = [&](const rulebook::Row& row, const char* column) {
    const auto values = book.values(table, row.key, column);
    return values && !values->empty() ? values->back().text() : std::string();
  };
  for (const auto& row : book.rows(table)) names[from == nullptr ? row.key.front() : text(row, from)] = text(row, to);
}

Names names_of(const Context& context, const rulebook::Rulebook& book) {
  Names names;
  take_names(book, "codes/prefectures", "name_ja", context.say("name_ja", "name_en").c_str(), names.prefectures);
  take_names(book, "jcredit-registry/purposes", nullptr, context.say("title_ja", "title_en").c_str(), names.purposes);
  return names;
}

// What a line of a listing is called. A methodology that is no key of the rulebook's list has no sector; a place may name no prefecture.
std::string line_name(const Context& context, const Names& names, std::string_view listing, const std::string& key) {
  if (listing == "type") return key == "programme" ? context.say("プログラム型", "programme") : context.say("通常型", "normal");
  if (listing == "sector") {
    if (key == "?") return context.say("旧制度・その他", "older schemes, other");
    const std::string english = context.language == Language::en ? rulebook::sector_in_english(key) : std::string();
    return english.empty() ? key : english;
  }
  if (listing == "prefecture") {
    if (key == "?") return context.say("記載なし", "not stated");
    if (key == "several") return context.say("複数", "several");
    const auto name = names.prefectures.find(key);
    return name == names.prefectures.end() ? key : name->second;
  }
  return key;
}

std::string end_use_name(const Context& context, const std::string& end_use) {
  if (end_use == "retirement") return context.say("無効化", "retirement");
  if (end_use == "state_target") return context.say("償却", "retirement for a state target");
  return end_use == "cancellation" ? context.say("取消", "cancellation") : end_use;
}

void print_uses(const Context& context, const Names& names, const std::vector<scheme::UseLine>& lines) {
  wire::TextTable table({context.say("使い方", "use"), context.say("用途", "purpose"), context.say("件数", "count"), "t-CO2"});
  for (const auto& l : lines) {
    const auto purpose = names.purposes.find(l.purpose);
    table.add({end_use_name(context, l.end_use), purpose == names.purposes.end() ? l.purpose : purpose->second, count_text(l.uses), count_text(l.tonnes)});
  }
  print(table.to_string() + "\n");
}

struct Listing {
  const char* name;
  const char* ja;
  const char* en;
  const std::vector<scheme::StatisticsLine>* lines;
};

void print_lines(const Context& context, const Names& names, const Listing& listing) {
  wire::TextTable table({context.say(listing.ja, listing.en), context.say("プロジェクト", "projects"), context.say("認証回数", "certifications"),
                         context.say("認証量 t-CO2", "certified t-CO2")});
  for (const auto& l : *listing.lines) {
    table.add({line_name(context, names, listing.name, l.key), count_text(l.projects), count_text(l.certifications), count_text(l.certified_t)});
  }
  print(table.to_string() + "\n");
}

std::vector<Listing> listings(const scheme::Statistics& s) {
  return {{"type", "種類", "type", &s.by_type}, {"methodology", "方法論", "methodology", &s.by_methodology}, {"sector", "分野", "sector", &s.by_sector},
      {"prefecture", "都道府県", "prefecture", &s.by_prefecture}, {"vintage", "削減の年度", "vintage", &s.by_vintage}, {"year", "登録・認証の年度", "year", &s.by_year},
      {"cumulative", "累計", "cumulative", &s.cumulative}};
}

void print_csv(const scheme::Statistics& s, const std::string& by) {
  std::string out = "table,key,projects,certifications,certified_t,uses,used_t\n";
  const auto add = [&](const std::string& table, const scheme::StatisticsLine& l) {
    out += table + "," + spreadsheet_field(l.key) + "," + std::to_string(l.projects) + "," + std::to_string(l.certifications) + "," + std::to_string(l.certified_t) + ",,\n";
  };
  if (by.empty()) add("total", s.total);
  for (const auto& listing : listings(s)) {
    if (!by.empty() && by != listing.name) continue;
    for (const auto& l : *listing.lines) add(listing.name, l);
  }
  if (by.empty() || by == "use") {
    for (const auto& l : s.uses) out += "use," + spreadsheet_field(l.end_use + ":" + l.purpose) + ",,,," + std::to_string(l.uses) + "," + std::to_string(l.tonnes) + "\n";
  }
  print(out);
}

}  // namespace

int run_migrate(const Context& context, const std::string& folder, bool dry_run, const std::string& report_file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto model, service::read_opening([&](const std::string& name) { return read_file((std::filesystem::path(folder) / name).string()); }));
    const auto report = service::opening_report(model, context.language);
    if (!report_file.empty()) SUMI_CHECK(write_output(report_file, report));
    if (dry_run || !model.refused.empty()) {
      if (!context.json) print(report);
      if (context.json) {
        Tree t = Tree::make_table();
        t.add("rows", Tree::make_number(std::to_string(model.rows)));
        t.add("refused", Tree::make_number(std::to_string(model.refused.size())));
        t.add("remarks", Tree::make_number(std::to_string(model.remarks.size())));
        t.add("controls", wire::to_tree(model.computed));
        print_json(t);
      }
      if (model.refused.empty()) return {};
      return fail(service::errors::migrate_not_reconciled, {{"count", std::to_string(model.refused.size())}});
    }
    SUMI_TRY(const auto key, context.key());
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto actor, actor_of(context, *ledger));
    SUMI_TRY(const auto done, service::enter_opening(*ledger, model, actor.person, actor.on_behalf_of, progress_line(context)));
    SUMI_TRY(const auto checkpoint, ledger->checkpoint(key));
    const auto closing = (std::filesystem::path(context.store) / "opening.checkpoint").string();
    SUMI_CHECK(write_output(closing, checkpoint.to_text()));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("projects", Tree::make_number(std::to_string(done.projects)));
      t.add("certifications", Tree::make_number(std::to_string(done.certifications)));
      t.add("entries", Tree::make_number(std::to_string(done.entries)));
      t.add("report", Tree::make_string(done.report.to_hex()));
      t.add("controls", wire::to_tree(model.computed));
      t.add("checkpoint", Tree::make_string(closing));
      print_json(t);
      return {};
    }
    print(context.say("移行しました: ", "brought in: ") + context.say("プロジェクト ", "projects ") + count_text(done.projects) + context.say("、認証 ", ", certifications ") +
          count_text(done.certifications) + context.say("、ロット ", ", batches ") + count_text(done.batches) + context.say("、使用 ", ", uses ") + count_text(done.uses) +
          context.say("、記帳 ", ", entries ") + count_text(done.entries) + "\n");
    for (const auto& t : model.computed) print("  " + pad_right(t.name, 22) + pad_left(count_text(t.value), 14) + "  =\n");
    print(context.say("注意 ", "remarks ") + count_text(model.remarks.size()) + context.say(" 件は報告にあります。", " stand in the report. ") + context.say("署名した移行完了の控え ", "Signed checkpoint of the opening ") + closing + "\n");
    return {};
  });
}

namespace {

struct Figures {
  scheme::Statistics figures;
  std::shared_ptr<const rulebook::Rulebook> names;  // which names the lines' keys; nullptr where nobody asks
};
Result<Figures> figures_of(const Context& context, const std::optional<Date>& day, bool named) {
  Figures out;
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(out.figures, remote.get_as<scheme::Statistics>("/statistics" + (day ? "?as_known=" + day->to_string() : "")));
    if (named) {
      SUMI_TRY(out.names, context.shipped_rulebook());
    }
    return out;
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(out.figures, service::statistics(*ledger, day));
  SUMI_TRY(out.names, ledger->rulebook(day));
  return out;
}

}  // namespace

int run_statistics(const Context& context, const std::string& as_known, const std::string& by, bool csv) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto day, day_of("--as-known", as_known));
    SUMI_TRY(const auto told, figures_of(context, day, !context.json && !csv));
    const auto& s = told.figures;
    if (context.json) {
      print_json_of(s);
      return {};
    }
    if (csv) {
      print_csv(s, by);
      return {};
    }
    const auto names = names_of(context, *told.names);
    if (by.empty()) {
      const auto line = [&](const char* ja, const char* en, const std::string& value) { print("  " + pad_right(context.say(ja, en), 34) + pad_left(value, 14) + "\n"); };
      print(s.as_known.to_string() + context.say(" 現在の統計\n", ": the scheme in figures\n"));
      line("登録プロジェクト", "registered projects", count_text(s.total.projects));
      line("　うち認証のないもの", "  of them never certified", count_text(s.never_certified));
      line("取下げ・登録取消し", "withdrawn", count_text(s.withdrawn));
      line("認証回数", "certifications", count_text(s.total.certifications));
      line("認証量 t-CO2", "certified t-CO2", count_text(s.total.certified_t));
      line("クレジット t-CO2", "units t-CO2", count_text(s.units_t));
      line("　うち保有", "  of them held", count_text(s.held_t));
      line("　うち使用(無効化・償却・取消)", "  of them used up", count_text(s.used_t));
      if (s.target_t != 0) {
        line((s.target_year.to_string() + " の目標 t-CO2").c_str(), ("target of " + s.target_year.to_string() + " t-CO2").c_str(), count_text(s.target_t));
        line("　残り", "  left", count_text(s.left_t));
        if (!s.needed_t_per_year.empty()) line("　残る年度あたり", "  per fiscal year that is left", group_digits(s.needed_t_per_year));
      }
      print("\n");
    }
    for (const auto& listing : listings(s)) {
      if (by == listing.name || (by.empty() && (std::string_view(listing.name) == "type" || std::string_view(listing.name) == "sector"))) {
        print_lines(context, names, listing);
      }
    }
    if (by.empty() || by == "use") print_uses(context, names, s.uses);
    return {};
  });
}

}  // namespace sumi::cli
