// What scenarios cannot reach of members: commands that no text can write, rulebooks without values, and the tables under undo and dump. Sampling, the list as
// a file, and revenue.
#include "project/members.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/cases.h"
#include "project/errors.h"
#include "project/member_list.h"
#include "project/revenue_share.h"
#include "project/sampling.h"

namespace sumi::project {
namespace {

Date day(const char* text) { return Date::parse(text).value(); }
Hash hash(std::string_view text) { return sha256(text); }

class Strangers final : public Relations {
 public:
  bool exists(OrganisationNumber) const override { return true; }
  bool related(OrganisationNumber a, OrganisationNumber b) const override { return a == b; }
  bool belongs(PersonId, OrganisationNumber) const override { return false; }
};
const Strangers strangers;

ProjectRules full_rules() {
  ProjectRules rules;
  rules.grounds = {"other"};
  rules.programme.consents = {"programme_terms"};
  rules.programme.two_year_years = 2;
  rules.programme.member_years_max = 8;
  rules.programme.transfer_from = day("2024-07-31");
  rules.programme.sampling = {Rational::parse("1.65").value(), Rational::parse("0.2").value(), Rational::parse("0.25").value()};
  return rules;
}

// A registered programme of organisation 1.
Cases programme() {
  Cases cases;
  ProjectRow row;
  row.type = ProjectType::programme;
  row.stage = ProjectStage::registered;
  row.version = 1;
  cases.projects.put({1}, row);
  PlanVersionRow plan;
  plan.head.type = ProjectType::programme;
  plan.head.proponents = {{1}};
  plan.head.crediting_period = {day("2026-05-01"), day("2051-03-31")};
  cases.plans.put({{1}, 1}, plan);
  return cases;
}

MemberEntry member(const std::string& key, const std::string& list = "home") {
  MemberEntry m;
  m.name.commitment = hash("name " + key);
  m.address.commitment = hash("address " + key);
  m.keys = {{MemberKeyKind::address, hash(key)}};
  m.applied_on = day("2026-06-01");
  m.start = day("2026-06-01");
  m.period = {day("2026-06-01"), day("2034-05-31")};
  m.list = list;
  m.consent = "programme_terms";
  m.consent_until = day("2034-05-31");
  m.evidence = hash("evidence");
  return m;
}

Act act(const char* date = "2026-07-01") {
  Act a;
  a.business_date = day(date);
  a.on_behalf_of = {1};
  return a;
}

template <class C>
std::string refusal(const Cases& cases, const C& command, const ProjectRules& rules = full_rules(), const Act& circumstances = act()) {
  const auto outcome = decide(cases, command, circumstances, strangers, rules);
  return outcome ? "" : std::string(outcome.error().def->name);
}
template <class C>
typename C::Outcome done(Cases& cases, const C& command, const ProjectRules& rules = full_rules(), const Act& circumstances = act()) {
  const auto outcome = decide(cases, command, circumstances, strangers, rules);
  if (!outcome) throw std::runtime_error(describe_error(outcome.error(), Language::en));
  apply(cases, command, *outcome, circumstances);
  return *outcome;
}
AdmitMembers admit(std::vector<MemberEntry> members) { return {{1}, 1, std::move(members)}; }

Bytes dumped(const Cases& cases) {
  ByteWriter w;
  cases.dump(w);
  return w.take();
}

TEST(Members, a_period_that_ends_before_it_begins) {
  auto m = member("a");
  m.period = {day("2026-06-10"), day("2026-06-09")};
  EXPECT_EQ(refusal(programme(), admit({m})), "member_period_order");
}

TEST(Members, enumerators_that_nobody_knows) {
  Cases cases = programme();
  done(cases, admit({member("a"), member("a")}));
  EXPECT_EQ(refusal(cases, ChangeMember{{1}, 1, MemberChangeKind{99}, day("2026-07-01"), {}, {}, {}, {}, 0, hash("e")}), "member_change_unknown");
  Act judge = act();
  judge.on_behalf_of = {9};
  EXPECT_EQ(refusal(cases, DecideMatch{{1}, 1, MatchDecision{9}, "other", 0}, full_rules(), judge), "match_decision_unknown");
  EXPECT_EQ(refusal(cases, FixMemberList{{1}, {day("2026-06-01"), day("2027-03-31")}, SamplePurpose{9}, hash("c")}), "sample_purpose_unknown");
}

TEST(Members, what_the_rulebook_lacks_is_never_guessed) {
  const Cases cases = programme();
  for (const char* lacking : {"years", "own", "transfer"}) {
    auto rules = full_rules();
    if (*lacking == 'y') rules.programme.two_year_years.reset();
    if (*lacking == 'o') rules.programme.member_years_max.reset();
    if (*lacking == 't') rules.programme.transfer_from.reset();
    if (*lacking != 't') {
      EXPECT_EQ(refusal(cases, admit({member("a")}), rules), "rule_data_missing") << lacking;
    }
  }
  Cases moved = programme();
  done(moved, admit({member("a")}));
  auto rules = full_rules();
  rules.programme.transfer_from.reset();
  EXPECT_EQ(refusal(moved, ChangeMember{{1}, 1, MemberChangeKind::programme_transfer, day("2026-07-01"), {2}, {}, {}, {}, 0, hash("e")}, rules), "rule_data_missing");
  auto k = full_rules();
  k.programme.sampling.k.reset();
  EXPECT_EQ(sample_size(10, k.programme.sampling).error().def, &errors::rule_data_missing);
}

TEST(Members, samples_are_bounded) {
  Cases cases = programme();
  std::vector<Stratum> strata;
  for (std::size_t i = 0; i <= limits::sample_strata_max; ++i) {
    const auto list = "list" + std::to_string(i);
    done(cases, admit({member(list, list)}));
    strata.push_back({list, 1});
  }
  const Hash seed = hash("seed");
  done(cases, FixMemberList{{1}, {day("2026-06-01"), day("2027-03-31")}, SamplePurpose::monitoring, seed_commitment(seed)});
  EXPECT_EQ(refusal(cases, DrawSample{{1}, 1, seed, strata}), "sample_limit");
}

// The tables come back as they were, with the keys by which members are found.
TEST(Members, undo_and_dump) {
  Cases cases = programme();
  done(cases, admit({member("a"), member("b")}));
  const Bytes before = dumped(cases);
  const std::size_t holders = cases.members.holders.size();
  cases.begin_group();
  done(cases, admit({member("a"), member("c")}));
  done(cases, ChangeMember{{1}, 2, MemberChangeKind::equipment, day("2026-07-01"), {}, {}, {}, {{MemberKeyKind::equipment, hash("x")}}, 1, hash("e")});
  Act judge = act();
  judge.on_behalf_of = {9};
  done(cases, DecideMatch{{1}, 1, MatchDecision::duplicate, "other", 0}, full_rules(), judge);
  EXPECT_NE(dumped(cases), before);
  cases.undo_group();
  EXPECT_EQ(dumped(cases), before);
  EXPECT_EQ(cases.members.holders.size(), holders);

  done(cases, admit({member("a")}));
  const Bytes bytes = dumped(cases);
  ByteReader reader{BytesView(bytes)};
  Cases again;
  again.load(reader);
  EXPECT_EQ(dumped(again), bytes);
  // The index is made anew: the same member is found by both.
  const auto one = decide(cases, admit({member("b")}), act(), strangers, full_rules());
  const auto two = decide(again, admit({member("b")}), act(), strangers, full_rules());
  ASSERT_TRUE(one && two);
  ASSERT_EQ(two->matches.size(), 1u);
  EXPECT_EQ(two->matches[0].other_member, 2u);
  EXPECT_EQ(one->matches.size(), two->matches.size());
}

// ---- samples: 津山市 EN-R-002 プロジェクト計画書 2014-01: 168 members, 49 ----

TEST(Sampling, the_published_sizes) {
  const auto rules = full_rules().programme.sampling;
  EXPECT_EQ(sample_size(168, rules), 49u);
  EXPECT_EQ(sample_size(1008, rules), 64u);
  EXPECT_EQ(sample_size(0, rules), 0u);
  EXPECT_EQ(sample_size(1, rules), 1u);
  // By Python: ceil(N / ((Fraction(2,33))**2 * (N-1) * 4 + 1)).
  EXPECT_EQ(sample_size(2, rules), 2u);
  EXPECT_EQ(sample_size(100, rules), 41u);
  EXPECT_EQ(sample_size(100000, rules), 69u);
  EXPECT_EQ(sample_size(~std::uint64_t{0}, rules), 69u);
}

// By Python's hashlib: sorted(range(1, 11), key=lambda n: sha256(sha256(b"seed").digest() + n.to_bytes(8, "big")).digest()).
TEST(Sampling, anyone_draws_the_same) {
  std::vector<std::uint64_t> population(10);
  std::iota(population.begin(), population.end(), 1U);
  EXPECT_EQ(draw_sample(hash("seed"), population, 4), (std::vector<std::uint64_t>{1, 2, 6, 10}));
  EXPECT_EQ(draw_sample(hash("seed"), population, 10), population);
  EXPECT_NE(draw_sample(hash("seed"), population, 4), draw_sample(hash("another"), population, 4));
  EXPECT_EQ(seed_commitment(hash("seed")).to_hex(), "26b841eb8a7f19cbf573acb49e6df133cc82b22ce8b5ded689509c70b83f72b3");
  EXPECT_EQ(members_hash(population).to_hex(), "532e6907de3ce86fa12dc129973cc1db24e26fc759ffba56555d3d84b26f7a6c");
}

// ---- the list as a file ----

constexpr const char* list_text =
    "# 会員名簿\n会員番号,氏名又は名称,住所,入会申込日,開始日,対象期間,退会日,計器番号,param:EL_a,法人番号\n"
    "1,山田,津山市山北520,2026-06-01,2026年5月,,,M-1；M-2,3.5 kW,\n"
    "2,川田,津山市山北521,令和8年6月1日,2026-06-10,2026-07-01..2034-06-09,2030-04-01,,,\n"
    "3,例商店,津山市山下1,2026-06-01,2026-06-01,2026-06-01..2034-05-31,,,,7000012050002\n";

std::vector<std::string> slips(std::string_view text, std::optional<int> years = 8) {
  const auto list = read_member_list(text, "members.csv", years);
  std::vector<std::string> out;
  if (list) return out;
  const auto one = [&](const Error& e) { out.push_back(std::string(e.def->name) + " " + std::to_string(e.place.line) + ":" + std::to_string(e.place.column)); };
  one(list.error());
  for (const Error& e : list.error().also) one(e);
  return out;
}

TEST(MemberListFile, is_read_in_japanese_and_written_in_one_form) {
  const auto list = read_member_list(list_text, "members.csv", 8);
  ASSERT_TRUE(list) << describe_error(list.error(), Language::en);
  ASSERT_EQ(list->members.size(), 3u);
  EXPECT_EQ(list->members[0].period.to_string(), "2026-06-01..2034-05-31");
  EXPECT_EQ(list->members[0].meters, (std::vector<std::string>{"M-1", "M-2"}));
  EXPECT_EQ(list->members[0].start.text, "2026年5月");
  EXPECT_EQ(list->members[0].parameters, (std::vector<std::pair<std::string, std::string>>{{"EL_a", "3.5 kW"}}));
  EXPECT_EQ(list->members[1].period.to_string(), "2026-07-01..2030-03-31");
  EXPECT_EQ(list->members[1].applied_on, day("2026-06-01"));
  EXPECT_EQ(list->members[2].corporate_number, "7000012050002");
  const auto again = read_member_list(list->canonical, "members.csv", 8);
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_EQ(again->canonical, list->canonical);
  EXPECT_EQ(again->hash, sha256(list->canonical));
}

TEST(MemberListFile, every_slip_is_told_with_its_place) {
  const std::string head = "member,name,address,applied_on,start,period,left_on,corporate_number\n";
  const std::string good = "1,a,b,2026-06-01,2026-06-01,2026-06-01..2034-05-31,,\n";
  using Slips = std::vector<std::string>;
  EXPECT_EQ(slips(head + good), Slips{});
  EXPECT_EQ(slips("member,name\n1,a\n"), (Slips{"member_column_missing 1:0", "member_column_missing 1:0", "member_column_missing 1:0"}));
  EXPECT_EQ(slips("member,name,name,address,applied_on,start,colour\n" "1,a,a,b,2026-06-01,2026-06-01,red\n").size(), 1u) << "the header is refused by the CSV reader or here";
  EXPECT_EQ(slips("member,name,address,applied_on,start,colour\n1,a,b,2026-06-01,2026-06-01,red\n"), Slips{"member_column_unknown 1:6"});
  EXPECT_EQ(slips(head), Slips{"member_rows_missing 1:0"});
  EXPECT_EQ(slips(head + good + good), Slips{"member_twice 3:1"});
  EXPECT_EQ(slips(head + "1,,,2026-06-01,2026-06-01,,,\n2,a,b,soon,2026-06-01,,,\n3,a,b,2026-06-01,x,,,123\n"),
            (Slips{"member_value_missing 2:2", "member_value_missing 2:3", "member_value 3:4", "member_value 4:5", "member_value 4:8"}));
  EXPECT_EQ(slips(head + "1,a,b,2026-06-01,2026-06-01,never,,\n"), Slips{"member_value 2:6"});
  EXPECT_EQ(slips(head + "1,a,b,2026-06-01,2026-06-01,2026-06-01..2034-05-31,2026-06-01,\n"), Slips{"member_row_period 2:7"});
  EXPECT_EQ(slips(head + "1,a,b,2026-06-01,2026-06-01,,,\n", std::nullopt), Slips{"member_value_missing 2:6"});
  EXPECT_EQ(slips(head + "1,a,b,2026-06-01,2026年7月,,,\n"), Slips{"member_value 2:5"});
}

// ---- revenue ----

std::vector<std::uint64_t> yen(const Result<RevenueShares>& shares) {
  std::vector<std::uint64_t> out;
  if (shares) {
    for (const Share& s : shares->members) out.push_back(s.yen);
  }
  return out;
}

TEST(RevenueShare, by_hand) {
  const std::vector<ShareOf> members{{"a", Rational::parse("1.5").value(), 100}, {"b", Rational::parse("1").value(), 200}, {"c", Rational::parse("0.5").value(), 300}};
  // 1000 x 1.5/3 = 500, 333.33, 166.67: the last yen goes to the largest remainder, c.
  EXPECT_EQ(yen(share_revenue(1000, ShareRule::per_tonne, members)), (std::vector<std::uint64_t>{500, 333, 167}));
  EXPECT_EQ(yen(share_revenue(1000, ShareRule::equal, members)), (std::vector<std::uint64_t>{334, 333, 333}));
  const auto fixed = share_revenue(1000, ShareRule::fixed, members);
  EXPECT_EQ(yen(fixed), (std::vector<std::uint64_t>{100, 200, 300}));
  EXPECT_EQ(fixed->operator_yen, 400u);
  EXPECT_EQ(share_revenue(599, ShareRule::fixed, members).error().def, &errors::share_fixed_above);
  EXPECT_EQ(share_revenue(1, ShareRule::equal, {}).error().def, &errors::share_nobody);
  EXPECT_EQ(share_revenue(1, ShareRule::per_tonne, {{"a", Rational(-1), 0}}).error().def, &errors::share_weightless);
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): RapidCheck makes the values
RC_GTEST_PROP(RevenueShare, sums_exactly_and_is_off_by_less_than_a_yen, (std::vector<std::uint32_t> weights, std::uint32_t total)) {
  std::vector<ShareOf> members;
  Rational sum;
  for (const auto w : weights) {
    members.push_back({std::to_string(members.size()), Rational(Integer::from_u64(w)) / Rational(7), 0});
    sum += members.back().tonnes;
  }
  RC_PRE(sum.sign() > 0);
  for (const ShareRule rule : {ShareRule::per_tonne, ShareRule::equal}) {
    const auto shares = share_revenue(total, rule, members);
    RC_ASSERT(shares.has_value());
    std::uint64_t given = shares->operator_yen;
    for (std::size_t i = 0; i < members.size(); ++i) {
      given += shares->members[i].yen;
      const Rational exact = Rational(Integer::from_u64(total)) *
                             (rule == ShareRule::equal ? Rational(1) / Rational(static_cast<std::int64_t>(members.size())) : members[i].tonnes / sum);
      const Rational off = Rational(Integer::from_u64(shares->members[i].yen)) - exact;
      RC_ASSERT(off < Rational(1) && Rational(-1) < off);
    }
    RC_ASSERT(given == std::uint64_t{total});
  }
}

}  // namespace
}  // namespace sumi::project
