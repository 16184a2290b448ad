// rules new | check: for the authors of packs.
#include <filesystem>

#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "rulebook/authoring.h"
#include "rulebook/errors.h"
#include "rulebook/list.h"
#include "service/rules.h"

namespace sumi::cli {
namespace fs = std::filesystem;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "" : ", ") + w;
  return out;
}

bool is_pack(const std::string& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder + "/pack.toml", ignored);
}

void print_checked(const Context& context, const rulebook::Pack& pack) {
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("family", Tree::make_string(pack.family()));
    t.add("edition", Tree::make_string(pack.head().edition));
    t.add("hash", Tree::make_string(pack.hash().to_hex()));
    print_json(t);
    return;
  }
  print(context.say("問題は見つかりませんでした: ", "the pack holds: ") + pack.family() + " " + pack.head().edition + "  SHA-256 " + pack.hash().to_hex().substr(0, 16) + "\n");
  if (pack.head().kind == rulebook::PackKind::methodology) {
    print(context.say("読み物として見る: sumi rules explain ", "read it as a page: sumi rules explain ") + fs::path(pack.shown_path("pack.toml")).parent_path().string() + "\n");
  }
}

}  // namespace

Result<PackAmongOthers> read_among_others(const Context& context, const std::string& folder) {
  SUMI_TRY(auto pack, rulebook::Pack::read(folder));
  SUMI_TRY(const auto others, context.data_rulebook());
  std::vector<rulebook::Pack> packs;
  for (const auto& p : others->packs()) {
    if (p.family() != pack.family()) packs.push_back(p);
  }
  packs.push_back(pack);
  SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(packs)));
  PackAmongOthers read{std::move(pack), std::move(book), {}};
  if (read.pack.head().kind == rulebook::PackKind::methodology) {
    SUMI_TRY(read.methodology, rulebook::check_methodology(read.pack, read.rulebook));
  }
  return read;
}

int run_rules_check(const Context& context, const std::string& directory) {
  return guarded(context, [&]() -> Result<void> {
    if (is_pack(directory)) {
      SUMI_TRY(const auto read, read_among_others(context, directory));
      SUMI_CHECK(service::rules_from(read.rulebook));
      print_checked(context, read.pack);
      return {};
    }
    Context with = context;
    if (!directory.empty()) with.rulebook = directory;
    SUMI_TRY(const auto folder, with.rulebook_folder());
    SUMI_TRY(const auto book, rulebook::Rulebook::load(folder, rulebook::check_methodology));
    SUMI_CHECK(service::rules_from(book));  // what deciding takes out of the tables
    const auto list = rulebook::list_rules(book);
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

int run_rules_new(const Context& context, const std::string& number, const std::string& folder) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.data_rulebook());
    const std::string home = (folder.empty() ? std::string() : folder + "/") + number;
    const std::string edition = service::system_clock().now().date_in_japan().to_string().substr(0, 7);
    const auto files = rulebook::methodology_skeleton(number, edition, home, *book);
    // A number that no folder and no pack can bear is refused before anything is written.
    SUMI_TRY([[maybe_unused]] const auto pack, rulebook::Pack::from_files(files, home));
    std::error_code failed;
    if (fs::exists(home, failed)) return fail(errors::file_stands, {{"path", home}});
    fs::create_directories(home, failed);
    for (const auto& file : files) SUMI_CHECK(write_file_atomic(home + "/" + file.path, file.text));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("folder", Tree::make_string(home));
      print_json(t);
      return {};
    }
    print(context.say("書きました: ", "written: ") + home + "/methodology.toml, " + home + "/pack.toml\n" +
          context.say("空の引用符 \"\" と [] を埋めてから: sumi rules check ", "fill the empty quotes \"\" and lists [], then: sumi rules check ") + home + "\n");
    return {};
  });
}

}  // namespace sumi::cli
