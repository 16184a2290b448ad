// The public pages' views on the furnished ledger (testing.h): one project in 東京都墨田区, 70 t of FY2026 and 6 t of FY2027 certified and issued to its proponent on
// one day in May 2027. Every figure below is counted from those by hand.
#include <gtest/gtest.h>

#include "project/names.h"
#include "registry/names.h"
#include "service/open_data_files.h"
#include "service/papers.h"
#include "service/project_page.h"
#include "service/rulebook_view.h"
#include "service/scheme_view.h"
#include "service/testing.h"
#include "wire/json_text.h"

namespace sumi::service {
namespace {

using namespace testing;

template <class T> std::string json(const T& value) {
  std::string out;
  wire::append_json(out, value);
  return out;
}

// 9 of the 70 t of FY2026 are retired by the holder.
struct Retired : House {
  RetirementNumber retirement;
  SequenceNumber executed;
  Retired() {
    const auto asked = value_of(ledger->submit(testing::retirement(who, 9)));
    retirement = std::get<registry::RetirementRequested>(asked.outcomes.at(0)).retirement;
    executed = value_of(ledger->submit(request(who.tanaka, who.first, registry::ExecuteRetirement{retirement}))).first;
  }
};

const SchemeLine* line(const std::vector<SchemeLine>& lines, const std::string& key) {
  for (const auto& l : lines) {
    if (l.key == key) return &l;
  }
  return nullptr;
}

TEST(SchemeView, counts_projects_tonnes_and_uses) {
  const Retired house;
  const auto view = value_of(scheme_view(*house.ledger));
  EXPECT_EQ(view.total.projects, 1U);
  EXPECT_EQ(view.total.certifications, 1U);
  EXPECT_EQ(view.total.certified->value, "76");
  EXPECT_EQ(view.total.issued->value, "76");
  EXPECT_EQ(view.total.held->value, "67");
  EXPECT_EQ(view.total.used->value, "9");
  EXPECT_EQ(view.entry, house.ledger->last());
  ASSERT_EQ(view.units.size(), 1U);
  EXPECT_EQ(view.units[0].retired.value, "9");
  EXPECT_EQ(view.units[0].retired.unit, "t-CO2");
  const auto* old_vintage = line(view.by_vintage, "FY2026");
  const auto* young = line(view.by_vintage, "FY2027");
  ASSERT_TRUE(old_vintage != nullptr && young != nullptr);
  EXPECT_EQ(old_vintage->certified->value, "70");
  EXPECT_EQ(old_vintage->held->value, "61");
  EXPECT_EQ(old_vintage->used->value, "9");
  EXPECT_EQ(young->held->value, "6");
  EXPECT_EQ(young->used->value, "0");
  EXPECT_FALSE(young->projects.has_value());
  // Certified, issued and retired in May 2027: fiscal 2027, from 1 April.
  const auto* year = line(view.by_year, "FY2027");
  ASSERT_NE(year, nullptr);
  EXPECT_EQ(year->certified->value, "76");
  EXPECT_EQ(year->issued->value, "76");
  EXPECT_EQ(year->used->value, "9");
  EXPECT_EQ(year->title.ja, "2027年度");
  const auto* type = line(view.by_type, "normal");
  ASSERT_NE(type, nullptr);
  EXPECT_EQ(type->held->value, "67");
  EXPECT_EQ(line(view.by_methodology, "EN-S-001")->used->value, "9");
  ASSERT_EQ(view.uses.size(), 1U);
  EXPECT_EQ(view.uses[0].used.value, "9");
  EXPECT_FALSE(view.target.has_value());  // this small rulebook has no targets
}

TEST(SchemeView, as_known_on_a_day_is_a_replay) {
  Retired house;
  const auto now = value_of(scheme_view(*house.ledger));
  house.clock.set(at("2027-06-20"));
  value_of(house.ledger->submit(retirement(house.who, 5)));
  // The request of June holds 5 t back; at the end of May nothing of it was known.
  EXPECT_EQ(value_of(scheme_view(*house.ledger)).units[0].waiting.value, "5");
  const auto then = value_of(scheme_view(*house.ledger, day("2027-05-31")));
  EXPECT_EQ(then.units[0].waiting.value, "0");
  EXPECT_EQ(json(then.units), json(now.units));
  EXPECT_EQ(refusal(scheme_view(*house.ledger, day("2020-01-01"))), "service.store_younger");
}

TEST(ProjectPage, says_where_the_tonnes_are_and_not_whose_they_are) {
  const Retired house;
  value_of(house.ledger->submit(transfer(house.who, 11)));
  PublicIndex index;
  const auto page = value_of(project_page(*house.ledger, index, house.who.project));
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->project.title, "ボイラーの更新");
  ASSERT_EQ(page->batches.size(), 2U);
  EXPECT_EQ(page->batches[0].issued.value, "70");
  EXPECT_EQ(page->batches[0].held.value, "61");
  EXPECT_EQ(page->batches[0].used.value, "9");
  EXPECT_EQ(page->batches[1].held.value, "6");
  ASSERT_EQ(page->years.size(), 2U);
  EXPECT_EQ(page->years[1].expected.value, "76");
  EXPECT_EQ(page->years[1].certified->value, "6");
  ASSERT_EQ(page->certifications.size(), 1U);
  EXPECT_EQ(page->certifications[0].lines[0].baseline, "70.9");
  ASSERT_EQ(page->retirements.size(), 1U);
  EXPECT_EQ(page->retirements[0].user, "墨田ボイラー工業株式会社");
  EXPECT_EQ(page->retirements[0].used.value, "9");
  // plan, validation, data, trace, verification: the hashes that the journal holds.
  ASSERT_EQ(page->documents.size(), 5U);
  EXPECT_EQ(page->documents[0].hash, sha256(std::string_view("plan")));
  EXPECT_EQ(page->documents[4].hash, sha256(std::string_view("verification")));
  // Who bought 11 t is nobody's business here.
  EXPECT_EQ(json(*page).find("北上製紙"), std::string::npos);
  std::vector<std::string> acts;
  for (const auto& entry : page->history) acts.push_back(entry.command);
  const std::vector<std::string> expected{"DraftProject", "SubmitForValidation", "RecordValidation", "ApplyForRegistration", "DecideRegistration", "SubmitReport", "RecordVerification", "ApplyForCertification", "DecideCertification", "Issue", "Issue"};
  EXPECT_EQ(acts, expected);
  EXPECT_FALSE(value_of(project_page(*house.ledger, index, ProjectNumber{99})).has_value());
}

TEST(ProjectPage, a_case_before_its_registration_is_not_public) {
  const House house;
  auto head = plan_head(house.who);
  head.title = "未登録";
  const auto draft = take(*house.ledger, house.who.tanaka, house.who.first, project::DraftProject{head}).project;
  PublicIndex index;
  EXPECT_FALSE(value_of(project_page(*house.ledger, index, draft)).has_value());
}

TEST(BatchPage, sums_of_one_batch) {
  const Retired house;
  PublicIndex index;
  const auto page = value_of(batch_page(*house.ledger, index, house.who.old_batch));
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->batch.used.value, "9");
  EXPECT_EQ(page->retirements.size(), 1U);
  EXPECT_FALSE(value_of(batch_page(*house.ledger, index, BatchNumber{99})).has_value());
}

TEST(RetirementPage, the_code_of_a_paper_leads_to_it) {
  const Retired house;
  PublicIndex index;
  const auto page = value_of(retirement_page(*house.ledger, index, house.retirement));
  ASSERT_TRUE(page.has_value());
  EXPECT_EQ(page->used.value, "9");
  EXPECT_EQ(page->user, "墨田ボイラー工業株式会社");
  EXPECT_EQ(page->entry, house.executed);
  ASSERT_EQ(page->uses.size(), 1U);
  EXPECT_EQ(page->uses[0].purpose, "own_retirement");
  ASSERT_EQ(page->units.size(), 1U);
  EXPECT_EQ(page->units[0].used.value, "9");
  const auto notice = value_of(retirement_notice(*house.ledger, house.retirement));
  EXPECT_EQ(page->code, notice.verification->code);
  // The same code, as it was printed before, as a path, and as the address that a camera reads.
  for (const auto& text : {page->code, page->path, "https://sumi.example.jp" + page->path, "http://localhost:8080" + page->path}) {
    const auto view = value_of(code_view(*house.ledger, index, text));
    EXPECT_EQ(view.retirement, house.retirement) << text;
    EXPECT_EQ(view.entry, house.executed);
    EXPECT_EQ(view.line.command, "ExecuteRetirement");
  }
  auto paper = notice;
  lead_to_page(paper, "https://sumi.example.jp");
  EXPECT_EQ(paper.verification->code, "https://sumi.example.jp" + page->path);
  EXPECT_TRUE(page->path.starts_with("/r/sumi-demo/")) << page->path;
  auto wrong = page->code;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  EXPECT_EQ(refusal(code_view(*house.ledger, index, wrong)), "service.paper_code_foreign");
  EXPECT_EQ(refusal(code_view(*house.ledger, index, "/r/sumi-demo/x")), "service.paper_code_syntax");
}

TEST(RetirementPage, only_completed_ones) {
  const House house;
  const auto asked = value_of(house.ledger->submit(retirement(house.who, 9)));
  const auto number = std::get<registry::RetirementRequested>(asked.outcomes.at(0)).retirement;
  PublicIndex index;
  EXPECT_FALSE(value_of(retirement_page(*house.ledger, index, number)).has_value());
}

TEST(PublicIndex, follows_what_comes_later) {
  const House house;
  PublicIndex index;
  const auto before = value_of(index.of_project(*house.ledger, house.who.project)).size();
  take(*house.ledger, house.who.tanaka, house.who.first, project::DraftProject{plan_head(house.who)});
  EXPECT_EQ(value_of(index.of_project(*house.ledger, house.who.project)).size(), before);
  EXPECT_EQ(value_of(index.of_project(*house.ledger, ProjectNumber{2})).size(), 1U);
}

// reader of APPNOTE is not ours: the hash of each file in the manifest is compared with the file.
TEST(OpenDataFiles, are_those_of_the_manifest) {
  const Retired house;
  const auto data = value_of(open_data_files(*house.ledger));
  ASSERT_EQ(data.files.size(), 13U);  // six tables as CSV and JSON, and the manifest
  EXPECT_EQ(data.files.back().first, "manifest.json");
  EXPECT_EQ(data.entry, house.ledger->last());
  for (const auto& [name, text] : data.files) {
    if (name != "manifest.json") {
      EXPECT_NE(data.files.back().second.find(sha256(text).to_hex()), std::string::npos) << name;
    }
    EXPECT_NE(data.zip.find("sumi-open-data/" + name), std::string::npos);
  }
}

// half_even(Q / eps, 12) * CEF, worked out by hand.
TEST(FormulaNodes, are_the_tree_of_the_formula) {
  const auto nodes = formula_nodes("half_even(Q_PJ / eps_BL, 12) * CEF_BL");
  ASSERT_EQ(nodes.size(), 7U);
  EXPECT_EQ(nodes[0].text, "Q_PJ");
  EXPECT_EQ(nodes[1].text, "eps_BL");
  EXPECT_EQ(nodes[2].kind, "product");
  EXPECT_EQ(nodes[2].items, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(nodes[2].operators.back(), "/");
  EXPECT_EQ(nodes[3].kind, "number");
  EXPECT_EQ(nodes[3].text, "12");
  EXPECT_EQ(nodes[4].kind, "call");
  EXPECT_EQ(nodes[4].text, "half_even");
  EXPECT_EQ(nodes[4].items, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(nodes[6].kind, "product");
  EXPECT_EQ(nodes[6].items, (std::vector<std::uint32_t>{4, 5}));
  EXPECT_TRUE(formula_nodes("1 +").empty());
  const auto number = formula_nodes("0.0036 [GJ/kWh]");
  ASSERT_EQ(number.size(), 1U);
  EXPECT_EQ(number[0].text, "0.0036");
  EXPECT_EQ(number[0].index, "GJ/kWh");
}

// rulebook/methodology/EN-S-001 and the list of methodologies.
TEST(RulebookView, a_methodology_with_its_formulas) {
  const auto book = value_of(rulebook::Rulebook::load("rulebook", rulebook::read_methodology));
  const auto view = methodology_view(book, "EN-S-001");
  ASSERT_TRUE(view.has_value());
  EXPECT_FALSE(view->line.edition.empty());
  EXPECT_FALSE(view->removal);
  ASSERT_FALSE(view->formulas.empty());
  for (const auto& formula : view->formulas) EXPECT_FALSE(formula.nodes.empty()) << formula.symbol;
  EXPECT_FALSE(view->conditions.empty());
  EXPECT_NE(view->explained.ja.find("EN-S-001"), std::string::npos);
  for (const auto& source : view->sources) EXPECT_FALSE(source.title.empty());
  EXPECT_TRUE(methodology_view(book, "FO-001")->removal);
  EXPECT_FALSE(methodology_view(book, "XX-S-999").has_value());
  const auto whole = rulebook_view(book);
  EXPECT_EQ(whole.methodologies.size(), methodology_lines(book).size());
  // 15 Mt in fiscal 2030 (cabinet decision of 22 October 2021).
  const auto rules = whole.rules.tables;
  EXPECT_TRUE(std::any_of(rules.begin(), rules.end(), [](const auto& t) { return t.name == "national-targets/targets"; }));
}

}  // namespace
}  // namespace sumi::service
