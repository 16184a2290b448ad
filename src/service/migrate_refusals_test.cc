// What is refused of, or remarked on, an opening's files, each with its line and column. The lists here are small and invented, their places counted by hand.
#include <gtest/gtest.h>

#include <map>

#include "service/errors.h"
#include "service/migrate.h"
#include "service/testing.h"

namespace sumi::service {
namespace {

using namespace testing;
using Files = std::map<std::string, std::string>;

// Two projects, one certification of 100 t, its serials with one holder, ten of them used.
Files good() {
  return {
      {"migrate.toml", "[source]\ntitle = \"t\"\ndate = \"2024-06-05\"\naddress = \"a\"\n[lists]\nn = \"normal\"\n"
                       "[[projects]]\nfile = \"p.csv\"\nlist = \"list\"\nnumber = \"no\"\napplied_on = \"applied\"\nimplementer = \"who\"\ncorporate_number = \"id\"\ntitle = \"title\"\nplace = \"place\"\n"
                       "methodology = \"m\"\nmethodology_version = \"v\"\nperiod_start = \"start\"\nperiod_end = \"end\"\n"
                       "[certifications]\nfile = \"c.csv\"\n[blocks]\nfile = \"b.csv\"\n[retirements]\nfile = \"r.csv\"\n"
                       "[controls]\nprojects = 2\nprojects_cancelled = 0\ncertifications = 1\ncertified_t = 100\nopened_t = 100\nheld_t = 90\nbuffer_t = 0\nretired_t = 10\nretired_for_state_t = 0\ncancelled_t = 0\n"},
      {"p.csv", "list,no,applied,who,id,title,place,m,v,start,end\n"
                "n,1,2014-01-01,甲社,8700110005901,更新,東京都,EN-S-001,1.0,2014-01-01,2021-03-31\n"
                "n,2,2014-02-01,乙社,,更新,東京都,EN-S-001,1.0,2014-02-01,2021-03-31\n"},
      {"c.csv", "list,number,certification,certified_on,round,programme_code,credit_type,methodology,vintage,tonnes\nn,1,001,2016-01-01,0,JC,ER,EN-S-001,FY2014,100\n"},
      {"b.csv", "list,number,certification,methodology,vintage,first,last,issued_on,holder,holder_corporate_number,account\nn,1,001,EN-S-001,FY2014,1,100,2016-02-01,甲社,,holding\n"},
      {"r.csv", "list,number,certification,methodology,vintage,first,last,holder,end_use,purpose,user,user_corporate_number,fiscal_year,used_on\n"
                "n,1,001,EN-S-001,FY2014,1,10,甲社,retirement,carbon_offset,,,,2017-01-01\n"},
  };
}
Result<OpeningModel> read(const Files& files) {
  return read_opening([&](const std::string& name) -> Result<std::string> {
    const auto it = files.find(name);
    if (it == files.end()) throw std::runtime_error("no such file: " + name);
    return it->second;
  });
}
// With `from` of a file written as `to`.
Files with(const char* file, const std::string& from, const std::string& to) {
  Files files = good();
  std::string& text = files.at(file);
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("not found: " + from);
  text.replace(at, from.size(), to);
  return files;
}
// "name file:line:column"
std::string told(const Error& e) {
  for (const auto language : {Language::ja, Language::en}) EXPECT_EQ(describe_error(e, language).find("…"), std::string::npos) << describe_error(e, language);
  return std::string(e.def->name) + " " + e.place.file + ":" + std::to_string(e.place.line) + ":" + std::to_string(e.place.column);
}
std::string refused(const Files& files) {
  const auto model = read(files);
  if (!model) return told(model.error());
  return model->refused.empty() ? "" : told(model->refused.front());
}
std::string remarked(const Files& files) {
  const auto model = value_of(read(files));
  std::string all;
  for (const Error& e : model.remarks) all += (all.empty() ? "" : " ") + told(e);
  return all;
}

TEST(MigrateRefusals, TheGoodFilesHaveNone) {
  const auto model = value_of(read(good()));
  for (const auto& e : model.refused) ADD_FAILURE() << describe_error(e, Language::en);
  EXPECT_EQ(remarked(good()), "");
}

TEST(MigrateRefusals, AColumnThatIsNotThere) {
  EXPECT_EQ(refused(with("p.csv", "who,id", "wer,id")), "migrate_column_missing p.csv:1:0");
  EXPECT_EQ(refused(with("r.csv", "end_use", "use")), "migrate_column_missing r.csv:1:0");
}

TEST(MigrateRefusals, MoreThanWasCertified) {
  Files files = with("b.csv", "甲社,,holding\n", "甲社,,holding\nn,1,001,EN-S-001,FY2014,101,101,2016-02-01,甲社,,holding\n");
  EXPECT_EQ(refused(files), "migrate_line_exceeded b.csv:3:7");
}

TEST(MigrateRefusals, UnitsThatAnotherHolds) {
  EXPECT_EQ(refused(with("r.csv", "1,10,甲社", "1,10,乙社")), "migrate_units_elsewhere r.csv:2:6");
  EXPECT_EQ(refused(with("r.csv", "1,10,甲社", "91,101,甲社")), "migrate_units_elsewhere r.csv:2:6");
}

TEST(MigrateRemarks, NamesAndNumbersThatDiffer) {
  EXPECT_EQ(remarked(with("p.csv", "乙社,,", "乙社,8700110005901,")), "migrate_names_of_number p.csv:3:4");
  EXPECT_EQ(remarked(with("p.csv", "乙社,,", "甲社,7990000000002,")), "migrate_numbers_of_name p.csv:3:4");
}

TEST(MigrateRemarks, PeriodsThatAreOdd) {
  EXPECT_EQ(remarked(with("p.csv", "2014-02-01,2021-03-31", "2014-02-01,")), "migrate_no_period_end p.csv:3:11");
  EXPECT_TRUE(remarked(with("p.csv", "2014-02-01,2021-03-31", "2014-01-31,2021-03-31")).starts_with("migrate_start_before_application p.csv:3:"));
}

}  // namespace
}  // namespace sumi::service
