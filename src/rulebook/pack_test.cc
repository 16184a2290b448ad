// Packs: archive, hash, manifest, and broken packs, each refused with its file, line and reason.
#include "rulebook/pack.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/sha256.h"
#include "rulebook/errors.h"
#include "rulebook/formula_errors.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {
namespace {

constexpr std::string_view pack_toml = R"(format = 1

[pack]
kind = "data"
family = "small"
edition = "2026-01"
authority = "sumi"
title = { ja = "小さな表", en = "A small table" }

[[table]]
name = "factors"
file = "factors.csv"
title = { ja = "係数", en = "Factors" }
key = ["fuel"]
validity = { kind = "fiscal_year", from = "from", to = "to", axes = { activity = 0, report = 1 } }
published = "published"
corrected = "corrected"
columns = [
  { name = "unit", kind = "text", choices = ["kL", "t"], title = { ja = "単位", en = "Unit" } },
  { name = "gcv", kind = "number", unit = "GJ_HHV/{unit}", title = { ja = "発熱量", en = "Heating value" } },
]

[[table]]
name = "sources"
file = "sources.csv"
role = "sources"
title = { ja = "出典", en = "Sources" }
key = ["source_id"]
)";
constexpr std::string_view factors_csv = R"(fuel,unit,gcv,from,to,published,corrected,source_id,confidence
oil,kL,36.5,2006,2012,2006-04-01,,s1,high
oil,kL,36.7,2013,2022,2013-04-01,2014-02-01,s1,high
oil,kL,36.8,2013,2022,2014-02-01,,s1;s2,med
coal,t,26.1,2013,,,,s2,low
)";
constexpr std::string_view sources_csv = R"(source_id,basis,title,publisher,published,updated,address,seen_via,note
s1,official,First,,,,,,
s2,secondary,Second,,,,,,
)";

std::vector<PackFile> small_files() {
  return {{"pack.toml", std::string(pack_toml)}, {"factors.csv", std::string(factors_csv)}, {"sources.csv", std::string(sources_csv)}};
}

Result<Rulebook> load(std::vector<PackFile> files) {
  SUMI_TRY(Pack pack, Pack::from_files(std::move(files), "small"));
  std::vector<Pack> packs;
  packs.push_back(std::move(pack));
  return Rulebook::from_packs(std::move(packs));
}

TEST(SmallPack, IsGood) {
  const Result<Rulebook> book = load(small_files());
  ASSERT_TRUE(book) << describe_error(book.error(), Language::en);
  EXPECT_EQ(book->rows("small/factors").size(), 4u);
}

// The bytes of an archive by hand, its hash by sha256sum.
TEST(Archive, HasTheDocumentedBytes) {
  const std::string head =
      "format = 1\n[pack]\nkind = \"methodology\"\nfamily = \"X\"\nedition = \"1\"\nauthority = \"sumi\"\ntitle = { ja = \"x\", en = \"x\" }\n";
  ASSERT_EQ(head.size(), 116u);
  const Result<Pack> pack = Pack::from_files({{"pack.toml", head}, {"a/b.md", "hello\n"}}, "X");
  ASSERT_TRUE(pack) << describe_error(pack.error(), Language::en);
  const std::string expected =
      std::string("sumi pack 1\n") + "\x02" + "\x06" + "a/b.md" + "\x06" + "hello\n" + "\x09" + "pack.toml" + "\x74" + head;
  const Bytes archive = pack->archive();
  EXPECT_EQ(std::string(archive.begin(), archive.end()), expected);
  EXPECT_EQ(pack->hash(), sha256(expected));
  EXPECT_EQ(pack->hash().to_hex(), "eba8d2b3795c750d0acb8c6ca738e4340dc809e4e0fb600c6062cdc616ea3e62");
}

TEST(Archive, LoadsToTheSamePackAndHash) {
  const Result<Pack> pack = Pack::from_files(small_files(), "small");
  ASSERT_TRUE(pack);
  const Bytes archive = pack->archive();
  const Result<Pack> again = Pack::from_archive(archive, "store");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->hash(), pack->hash());
  EXPECT_EQ(again->archive(), archive);
  std::vector<Pack> packs{*again};
  const Result<Rulebook> book = Rulebook::from_packs(packs);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->manifest_text(), "small 2026-01 " + pack->hash().to_hex() + "\n");
  EXPECT_EQ(book->manifest(), sha256(book->manifest_text()));
}

TEST(Archive, EveryCutAndEveryChangedByteIsNoticed) {
  const Bytes archive = Pack::from_files(small_files(), "small")->archive();
  const Hash hash = sha256(archive);
  for (std::size_t length = 0; length < archive.size(); length += 7) {
    EXPECT_FALSE(Pack::from_archive(BytesView(archive).first(length), "cut")) << length;
  }
  for (std::size_t i = 0; i < archive.size(); i += 3) {
    Bytes changed = archive;
    changed[i] ^= 1;
    const Result<Pack> pack = Pack::from_archive(changed, "changed");
    if (pack) {
      EXPECT_NE(pack->hash(), hash) << i;
    }
  }
  Bytes longer = archive;
  longer.push_back(0);
  const Result<Pack> refused = Pack::from_archive(longer, "longer");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().def, &errors::pack_archive);
  EXPECT_EQ(refused.error().place.file, "longer");
}

TEST(Archive, ADirectoryGivesTheSameHash) {
  namespace fs = std::filesystem;
  const fs::path directory =
      fs::temp_directory_path() /
      ("sumi_pack_test_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "_" + std::to_string(getpid()));
  fs::create_directories(directory);
  for (const PackFile& file : small_files()) std::ofstream(directory / file.path, std::ios::binary) << file.text;
  std::ofstream(directory / ".hidden") << "not part of the pack";
  const Result<Pack> pack = Pack::read(directory.string());
  fs::remove_all(directory);
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->hash(), Pack::from_files(small_files(), "small")->hash());
  EXPECT_EQ(pack->files().size(), 3u);
}

TEST(LowConfidence, IsRefusedUnlessAllowed) {
  const Result<Rulebook> book = load(small_files());
  ASSERT_TRUE(book);
  Query query{"small/factors", {"coal"}, "gcv", FiscalYear{2020}, "", {}, false};
  ASSERT_FALSE(book->look_up(query));
  EXPECT_EQ(book->look_up(query).error().def, &errors::low_confidence);
  query.allow_low_confidence = true;
  ASSERT_TRUE(book->look_up(query));
  EXPECT_EQ(book->look_up(query)->to_string(), "26.1 GJ_HHV/t");
  // No date of publication is known: the first day of its validity stands for it.
  EXPECT_EQ(book->look_up(query)->provenance.published, FiscalYear{2013}.first());
  query.as_known = *Date::parse("2013-03-31");
  EXPECT_EQ(book->look_up(query).error().def, &errors::not_yet_published);
}

struct Broken {
  const char* file;
  const char* from;
  const char* to;
  std::string_view error;  // its name
  std::uint32_t line;
};

// One change each; the line is that of the change, or of the row that no longer fits.
const Broken broken_packs[] = {
    {"pack.toml", "format = 1", "format = 2", "pack_format", 1},
    {"pack.toml", "format = 1", "format = ", "toml_syntax", 1},
    {"pack.toml", "kind = \"data\"", "kind = \"dataset\"", "pack_value", 4},
    {"pack.toml", "family = \"small\"", "famly = \"small\"", "pack_key_missing", 3},
    {"pack.toml", "authority = \"sumi\"", "authority = \"sumi\"\nowner = \"me\"", "pack_key_unknown", 8},
    {"pack.toml", "edition = \"2026-01\"", "edition = \"2026/01\"", "pack_value", 6},
    {"pack.toml", "title = { ja = \"小さな表\", en = \"A small table\" }", "title = \"A small table\"", "pack_value", 8},
    {"pack.toml", "file = \"factors.csv\"", "file = \"factor.csv\"", "pack_file_missing", 10},
    {"pack.toml", "name = \"sources\"\n", "name = \"factors\"\n", "table_name_twice", 23},
    {"pack.toml", "role = \"sources\"", "role = \"source\"", "pack_value", 26},
    {"pack.toml", "kind = \"fiscal_year\"", "kind = \"year\"", "pack_value", 15},
    {"pack.toml", "axes = { activity = 0, report = 1 }", "axes = { activity = 1 }", "pack_value", 15},
    {"pack.toml", "unit = \"GJ_HHV/{unit}\"", "unit = \"GJ_XHV/kL\"", "cell_unit", 20},
    {"pack.toml", "unit = \"GJ_HHV/{unit}\"", "unit = \"GJ_HHV/{units}\"", "pack_value", 10},
    {"pack.toml", "corrected = \"corrected\"", "corrected = \"published\"", "column_name_twice", 10},
    {"pack.toml", "kind = \"number\"", "kind = \"float\"", "pack_value", 20},
    {"factors.csv", "fuel,unit,gcv", "fuel,units,gcv", "csv_column_missing", 1},
    {"factors.csv", "oil,kL,36.5,2006", "oil,kL,36.5,2006,7", "csv_columns", 2},
    {"factors.csv", "oil,kL,36.5", "oil,kL,\"36.5", "csv_quote", 2},
    {"factors.csv", "coal,t,26.1", ",t,26.1", "cell_empty", 5},
    {"factors.csv", "36.5", "3.65e1", "cell_number", 2},
    {"factors.csv", "36.5", "36,5", "csv_columns", 2},
    {"factors.csv", "26.1", "約26.1", "cell_number", 5},
    {"factors.csv", "26.1", "", "cell_empty", 5},
    {"factors.csv", "coal,t,", "coal,barrel,", "cell_choice", 5},
    {"factors.csv", ",2013,,,,s2", ",13,,,,s2", "cell_year", 5},
    {"factors.csv", ",2013,,,,s2", ",,,,,s2", "validity_missing", 5},
    {"factors.csv", ",2006,2012,", ",2006,2005,", "validity_reversed", 2},
    {"factors.csv", ",2006,2012,2006-04-01", ",2006,2012,2006-02-30", "cell_date", 2},
    {"factors.csv", ",2006,2012,", ",2006,2013,", "validity_overlap", 4},
    {"factors.csv", ",2006,2012,", ",2006,2010,", "validity_gap", 4},
    {"factors.csv", "2013-04-01,2014-02-01,s1,high", "2013-04-01,,s1,high", "row_twice", 4},
    {"factors.csv", "2013-04-01,2014-02-01,", "2013-04-01,2014-02-02,", "correction_nowhere", 3},
    {"factors.csv", "2013-04-01,2014-02-01,", "2015-04-01,2014-02-01,", "correction_order", 3},
    {"factors.csv", "s1;s2", "s1;s3", "source_unknown", 4},
    {"factors.csv", "s2,low", ",low", "source_missing", 5},
    {"factors.csv", "s2,low", "s2,lowest", "cell_confidence", 5},
    {"sources.csv", "s2,secondary", "s2,hearsay", "cell_choice", 3},
    {"sources.csv", "s2,secondary", "s1,secondary", "source_twice", 0},
    {"sources.csv", "Second", "", "cell_empty", 3},
};

TEST(BrokenPacks, AreRefusedWithFileLineAndReason) {
  for (const Broken& broken : broken_packs) {
    std::vector<PackFile> files = small_files();
    std::string shown_file;
    for (PackFile& file : files) {
      if (file.path != broken.file) continue;
      const std::size_t at = file.text.find(broken.from);
      ASSERT_NE(at, std::string::npos) << broken.from;
      file.text.replace(at, std::string_view(broken.from).size(), broken.to);
      shown_file = "small/" + file.path;
    }
    const Result<Rulebook> book = load(std::move(files));
    ASSERT_FALSE(book) << broken.from << " -> " << broken.to;
    const Error& error = book.error();
    const std::string text = describe_error(error, Language::en);
    // The change may bring others behind it, but it is the first or among them.
    const Error* found = error.def->name == broken.error ? &error : nullptr;
    for (const Error& also : error.also) {
      if (found == nullptr && also.def->name == broken.error) found = &also;
    }
    ASSERT_NE(found, nullptr) << broken.from << " -> " << broken.to << "\n" << text;
    if (broken.line != 0) {
      EXPECT_EQ(found->place.file, shown_file) << text;
      EXPECT_EQ(found->place.line, broken.line) << text;
    }
    for (const char* place : {"{key}", "{text}", "{column}", "{line}", "{known}", "{where}", "{expected_en}", "{date}", "{period}",
                              "{path}", "{source}", "{from}", "{table}"}) {
      EXPECT_EQ(text.find(place), std::string::npos) << place << " is not filled in: " << text;
    }
    EXPECT_FALSE(describe_error(error, Language::ja).empty());
  }
}

TEST(BrokenPacks, UnusedColumnsFilesAndPaths) {
  std::vector<PackFile> files = small_files();
  files.push_back({"more.csv", "a\n"});
  EXPECT_EQ(load(files).error().def, &errors::file_unused);
  files = small_files();
  files[2].text =
      "source_id,basis,title,publisher,published,updated,address,seen_via,note,colour\ns1,official,First,,,,,,,\ns2,official,Second,,,,,,,\n";
  EXPECT_EQ(load(files).error().def, &errors::csv_column_unused);
  for (const char* path : {"../pack.toml", "/etc/passwd", "a//b", ".hidden", "a/../b", "表.csv", "pack.toml"}) {
    files = small_files();
    files.push_back({path, "x"});
    EXPECT_EQ(load(files).error().def, &errors::pack_path) << path;
  }
  files = small_files();
  files.erase(files.begin());
  EXPECT_EQ(load(files).error().def, &errors::pack_file_missing);
  files = small_files();
  files[1].text += "\xff\n";
  EXPECT_EQ(load(files).error().def->name, "text_encoding");
}

TEST(BrokenPacks, AFamilyComesOnce) {
  const Pack pack = *Pack::from_files(small_files(), "one");
  const Result<Rulebook> book = Rulebook::from_packs({pack, pack});
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().def, &errors::pack_family_twice);
}

TEST(BrokenPacks, TwentyFindingsAtOnceInOrder) {
  std::vector<PackFile> files = small_files();
  files[1].text = "fuel,unit,gcv,from,to,published,corrected,source_id,confidence\n";
  for (int i = 0; i < 30; ++i) files[1].text += "f" + std::to_string(i) + ",kL,x,2006,2012,,,s1,high\n";
  const Result<Rulebook> book = load(files);
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().place.line, 2u);
  ASSERT_EQ(book.error().also.size(), 19u);
  EXPECT_EQ(book.error().also.back().place.line, 21u);
}

TEST(ErrorList, NumbersAndNamesAreUniqueAndSentencesComplete) {
  std::set<int> numbers;
  std::set<std::string_view> names;
  for (const auto list : {rulebook_errors(), formula_errors()}) {
    for (const ErrorDef* def : list) {
      EXPECT_TRUE(numbers.insert(def->number).second) << def->name;
      EXPECT_TRUE(names.insert(def->name).second) << def->name;
      EXPECT_EQ(def->room, "rulebook");
      EXPECT_FALSE(def->ja.empty() || def->en.empty()) << def->name;
    }
  }
}

}  // namespace
}  // namespace sumi::rulebook
