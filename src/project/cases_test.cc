// The steps of a project: the whole way, every refusal with its precedence, and that deciding changes nothing.
#include "project/cases.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>

#include "base/limits.h"
#include "project/errors.h"

namespace sumi::project {
namespace {

Date day(const char* text) { return Date::parse(text).value(); }
PersonId person(std::uint8_t n) {
  PersonId p;
  p.bytes[0] = n;
  return p;
}
Hash hash(std::uint8_t n) {
  Hash h;
  h.bytes[0] = n;
  return h;
}

constexpr OrganisationNumber proponent{1}, verifier{2}, committee{3}, sister{4}, other{5};
constexpr std::uint8_t writer = 10, submitter = 11, auditor = 12, member = 13;

// Organisations 1 to 5 exist; 1 and 4 are one legal family.
struct FakeRelations final : Relations {
  bool exists(OrganisationNumber o) const override { return o.value >= 1 && o.value <= 5; }
  bool related(OrganisationNumber a, OrganisationNumber b) const override {
    const auto family = [](OrganisationNumber o) { return o == sister ? proponent : o; };
    return family(a) == family(b);
  }
  // Person 14 works for the proponent and for the verifier at once.
  bool belongs(PersonId p, OrganisationNumber o) const override { return p == person(14) && (o == proponent || o == verifier); }
};

Act act(const char* date, std::uint8_t who, OrganisationNumber organisation) {
  Act a;
  a.business_date = day(date);
  a.actor = person(who);
  a.on_behalf_of = organisation;
  return a;
}

PlanHead boiler_head(std::uint8_t plan = 1) {
  PlanHead h;
  h.title = "ボイラー更新プロジェクト";
  h.proponents = {proponent};
  h.place = "新潟県佐渡市";
  h.methodologies = {{"EN-S-001", "1.0", hash(50), true}, {"EN-S-006", "1.0", hash(51), true}};
  h.crediting_period = {day("2019-05-01"), day("2027-04-30")};
  h.expected = {{FiscalYear{2019}, 70}, {FiscalYear{2020}, 76}};
  h.plan = hash(plan);
  return h;
}

std::vector<RuleAnswer> good_answers() {
  std::vector<RuleAnswer> a;
  for (int i = 1; i <= 11; ++i) a.push_back({"R" + std::to_string(i), Answer::met});
  a[6].answer = Answer::not_yet_knowable;  // R7 before the state is asked
  a[8].answer = Answer::declared;
  a[9].answer = Answer::no_rule_data;  // R10
  return a;
}

SubmitReport good_report(const char* period = "2019-05-01..2020-04-30") {
  SubmitReport r;
  r.project = {1};
  r.period = Period::parse(period).value();
  r.plan = hash(1);
  r.data_set = hash(60);
  r.trace = hash(61);
  // EM_BL 240.2, EM_PJ 163.3: J-クレジット プロジェクト計画書別紙 (ボイラー); 94.6, 54.6: プロジェクト計画書(別紙), an airport's lighting.
  r.lines = {{"EN-S-001", FiscalYear{2019}, "240.2", "163.3", 76}, {"EN-S-006", FiscalYear{2019}, "94.6", "54.6", 40}, {"EN-S-001", FiscalYear{2020}, "3/2", "2", 0}};
  return r;
}

// A state that takes commands, and the names of all refusals that any test has met.
std::set<std::string>& met() {
  static std::set<std::string> names;
  return names;
}

struct House {
  Cases cases;
  FakeRelations relations;

  template <class C>
  std::string refusal(const C& command, const Act& a) {
    const Bytes before = dump();
    const auto outcome = decide(std::as_const(cases), command, a, relations);
    EXPECT_EQ(before, dump()) << "deciding changed the state";
    if (outcome) return "";
    std::string name(outcome.error().def->name);
    met().insert(name);
    EXPECT_FALSE(sentence(outcome.error(), Language::ja).empty());
    EXPECT_EQ(describe_error(outcome.error(), Language::ja).find("…"), std::string::npos) << describe_error(outcome.error(), Language::ja);
    EXPECT_EQ(describe_error(outcome.error(), Language::en).find("…"), std::string::npos) << describe_error(outcome.error(), Language::en);
    return name;
  }
  // Decides, applies inside of a group, takes it back, sees that nothing remains, and applies for good.
  template <class C>
  typename C::Outcome take(const C& command, const Act& a) {
    const auto outcome = decide(std::as_const(cases), command, a, relations);
    if (!outcome) {
      ADD_FAILURE() << describe_error(outcome.error(), Language::en);
      return {};
    }
    const Bytes before = dump();
    cases.begin_group();
    apply(cases, command, *outcome, a);
    EXPECT_NE(before, dump());
    cases.undo_group();
    EXPECT_EQ(before, dump());
    cases.begin_group();
    apply(cases, command, *outcome, a);
    cases.keep_group();
    return *outcome;
  }
  [[nodiscard]] Bytes dump() const {
    ByteWriter w;
    cases.dump(w);
    return w.take();
  }
  [[nodiscard]] ProjectStage stage() const { return cases.project({1})->stage; }
  [[nodiscard]] ReportStage report_stage(std::uint32_t n = 1) const { return cases.report({1}, n)->stage; }

  void draft() { take(DraftProject{boiler_head()}, act("2019-03-01", writer, proponent)); }
  void submit() {
    draft();
    take(SubmitForValidation{{1}, verifier}, act("2019-03-05", submitter, proponent));
  }
  void validate() {
    submit();
    take(RecordValidation{{1}, true, hash(1), hash(40)}, act("2019-04-10", auditor, verifier));
  }
  void apply_for_registration() {
    validate();
    take(ApplyForRegistration{{1}, good_answers()}, act("2019-05-01", submitter, proponent));
  }
  void register_project() {
    apply_for_registration();
    take(DecideRegistration{{1}, 33, true, ""}, act("2019-06-20", member, committee));
  }
  void report() {
    register_project();
    take(good_report(), act("2020-06-01", submitter, proponent));
  }
  void verify() {
    report();
    take(RecordVerification{{1}, 1, verifier, true, hash(61), hash(41)}, act("2020-07-01", auditor, verifier));
  }
  void apply_for_certification() {
    verify();
    take(ApplyForCertification{{1}, 1, "JC", "ER"}, act("2020-07-10", submitter, proponent));
  }
  void certify() {
    apply_for_certification();
    take(DecideCertification{{1}, 1, 40, true, ""}, act("2020-09-01", member, committee));
  }
};

TEST(Cases, the_whole_way_from_draft_to_issue) {
  House h;
  h.certify();
  EXPECT_EQ(h.stage(), ProjectStage::registered);
  EXPECT_EQ(h.cases.project({1})->official_number, 1u);
  EXPECT_EQ(h.cases.project_by_official_number(ProjectType::normal, 1), ProjectNumber{1});
  EXPECT_EQ(h.cases.project_by_official_number(ProjectType::programme, 1), ProjectNumber{});
  const CertificationRow* row = h.cases.certification({1});
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->programme_code, "JC");
  EXPECT_EQ(row->place, "新潟県佐渡市");
  EXPECT_EQ(row->proponents, std::vector{proponent});
  ASSERT_EQ(row->lines.size(), 2u);  // the vintage of 0 t gives nothing to issue
  EXPECT_EQ(row->lines[0].tonnes, 76u);
  EXPECT_EQ(row->lines[1].tonnes, 40u);
  EXPECT_EQ(h.cases.line({1}, "EN-S-001", FiscalYear{2020}), nullptr);

  mark_issued(h.cases, {1}, "EN-S-001", FiscalYear{2019});
  EXPECT_EQ(h.report_stage(), ReportStage::certified);
  EXPECT_THROW(mark_issued(h.cases, {1}, "EN-S-001", FiscalYear{2019}), std::logic_error);
  EXPECT_THROW(mark_issued(h.cases, {1}, "EN-S-002", FiscalYear{2019}), std::logic_error);
  mark_issued(h.cases, {1}, "EN-S-006", FiscalYear{2019});
  EXPECT_EQ(h.report_stage(), ReportStage::issued);
  EXPECT_TRUE(h.cases.line({1}, "EN-S-006", FiscalYear{2019})->issued);
}

TEST(Cases, every_step_records_who_and_when) {
  House h;
  h.certify();
  const PlanVersionRow& plan = *h.cases.current_plan({1});
  EXPECT_EQ(plan.drafted.person, person(writer));
  EXPECT_EQ(plan.submitted.organisation, proponent);
  EXPECT_EQ(plan.validated.on, day("2019-04-10"));
  EXPECT_EQ(plan.statement, hash(40));
  EXPECT_EQ(plan.applied.on, day("2019-05-01"));
  EXPECT_EQ(plan.decided.organisation, committee);
  EXPECT_EQ(plan.round, 33u);
  const ReportRow& report = *h.cases.report({1}, 1);
  EXPECT_EQ(report.submitted.person, person(submitter));
  EXPECT_EQ(report.verified.person, person(auditor));
  EXPECT_EQ(report.decided.on, day("2020-09-01"));
  EXPECT_EQ(report.certification, CertificationNumber{1});
}

TEST(Cases, a_dump_is_read_back_byte_for_byte) {
  House h;
  h.certify();
  const Bytes bytes = h.dump();
  Cases again;
  ByteReader r(bytes);
  again.load(r);
  r.expect_end();
  ByteWriter w;
  again.dump(w);
  EXPECT_EQ(w.bytes(), bytes);
}

TEST(Cases, normal_and_programme_projects_have_two_series_of_numbers) {
  House h;
  h.register_project();
  const auto through = [&](ProjectType type, std::uint64_t number, std::uint8_t plan) {
    PlanHead head = boiler_head(plan);
    head.type = type;
    EXPECT_EQ(h.take(DraftProject{head}, act("2019-03-01", writer, proponent)).project.value, number);
    h.take(SubmitForValidation{{number}, verifier}, act("2019-03-05", submitter, proponent));
    h.take(RecordValidation{{number}, true, hash(plan), hash(40)}, act("2019-04-10", auditor, verifier));
    h.take(ApplyForRegistration{{number}, good_answers()}, act("2019-05-01", submitter, proponent));
    return h.take(DecideRegistration{{number}, 33, true, ""}, act("2019-06-20", member, committee)).official_number;
  };
  EXPECT_EQ(through(ProjectType::programme, 2, 2), 1u);
  EXPECT_EQ(through(ProjectType::normal, 3, 3), 2u);
  EXPECT_EQ(through(ProjectType::programme, 4, 4), 2u);
}

TEST(Cases, after_a_refusal_a_new_version_begins_again) {
  House h;
  h.submit();
  h.take(RecordValidation{{1}, false, hash(1), hash(40)}, act("2019-04-10", auditor, verifier));
  EXPECT_EQ(h.stage(), ProjectStage::not_validated);
  EXPECT_EQ(h.refusal(ApplyForRegistration{{1}, good_answers()}, act("2019-05-01", submitter, proponent)), "project_stage");
  h.take(RevisePlan{{1}, boiler_head(2)}, act("2019-04-20", writer, proponent));
  EXPECT_EQ(h.stage(), ProjectStage::drafted);
  EXPECT_EQ(h.cases.project({1})->version, 2u);
  h.take(SubmitForValidation{{1}, verifier}, act("2019-04-21", submitter, proponent));
  // The validation is of the version at hand, not of the one before.
  EXPECT_EQ(h.refusal(RecordValidation{{1}, true, hash(1), hash(42)}, act("2019-04-25", auditor, verifier)), "plan_not_current");
  h.take(RecordValidation{{1}, true, hash(2), hash(42)}, act("2019-04-25", auditor, verifier));
  h.take(ApplyForRegistration{{1}, good_answers()}, act("2019-05-01", submitter, proponent));
  h.take(DecideRegistration{{1}, 33, false, "追加性の説明が足りない"}, act("2019-06-20", member, committee));
  EXPECT_EQ(h.stage(), ProjectStage::registration_refused);
  EXPECT_EQ(h.cases.project({1})->official_number, 0u);
  h.take(RevisePlan{{1}, boiler_head(3)}, act("2019-07-01", writer, proponent));
  EXPECT_EQ(h.cases.current_plan({1})->head.plan, hash(3));
  // What happened to the versions before stays readable.
  EXPECT_EQ(h.cases.plans.at({{1}, 2}).ground, "追加性の説明が足りない");
  EXPECT_FALSE(h.cases.plans.at({{1}, 1}).valid);
}

TEST(Cases, a_report_that_failed_leaves_its_period_free) {
  House h;
  h.report();
  h.take(RecordVerification{{1}, 1, verifier, false, {}, hash(41)}, act("2020-07-01", auditor, verifier));
  EXPECT_EQ(h.report_stage(), ReportStage::not_verified);
  EXPECT_EQ(h.take(good_report(), act("2020-08-01", submitter, proponent)).report, 2u);
  h.take(RecordVerification{{1}, 2, verifier, true, hash(61), hash(41)}, act("2020-09-01", auditor, verifier));
  h.take(ApplyForCertification{{1}, 2, "JC", "ER"}, act("2020-09-10", submitter, proponent));
  h.take(DecideCertification{{1}, 2, 41, false, "根拠資料の不足"}, act("2020-10-01", member, committee));
  EXPECT_EQ(h.report_stage(2), ReportStage::certification_refused);
  EXPECT_EQ(h.cases.certification({1}), nullptr);
  EXPECT_EQ(h.refusal(good_report(), act("2020-10-02", submitter, proponent)), "");
}

TEST(Cases, two_reports_under_way_cannot_both_be_certified_for_one_period) {
  House h;
  h.verify();
  h.take(good_report("2020-03-01..2020-04-30"), act("2020-07-05", submitter, proponent));
  h.take(ApplyForCertification{{1}, 1, "JC", "ER"}, act("2020-07-10", submitter, proponent));
  h.take(RecordVerification{{1}, 2, verifier, true, hash(61), hash(41)}, act("2020-07-20", auditor, verifier));
  h.take(ApplyForCertification{{1}, 2, "JC", "ER"}, act("2020-07-21", submitter, proponent));
  h.take(DecideCertification{{1}, 1, 40, true, ""}, act("2020-09-01", member, committee));
  EXPECT_EQ(h.refusal(DecideCertification{{1}, 2, 40, true, ""}, act("2020-09-01", member, committee)), "period_overlaps");
  EXPECT_EQ(h.refusal(DecideCertification{{1}, 2, 40, false, "期間の重複"}, act("2020-09-01", member, committee)), "");
}

TEST(CasesRefusals, drafting_and_revising) {
  House h;
  const Act a = act("2019-03-01", writer, proponent);
  const auto draft = [&](const std::function<void(PlanHead&)>& change) {
    PlanHead head = boiler_head();
    change(head);
    return h.refusal(DraftProject{head}, a);
  };
  EXPECT_EQ(draft([](PlanHead&) {}), "");
  EXPECT_EQ(draft([](PlanHead& p) { p.proponents = {proponent, {9}}; }), "organisation_unknown");
  EXPECT_EQ(draft([](PlanHead& p) { p.proponents = {other}; }), "not_a_proponent");
  EXPECT_EQ(draft([](PlanHead& p) { p.type = static_cast<ProjectType>(7); }), "type_unknown");
  EXPECT_EQ(draft([](PlanHead& p) { p.title = " "; }), "text_missing");
  EXPECT_EQ(draft([](PlanHead& p) { p.place = std::string(limits::name_bytes_max + 1, 'x'); }), "text_too_long");
  EXPECT_EQ(draft([](PlanHead& p) { p.methodologies[1].version = ""; }), "text_missing");
  EXPECT_EQ(draft([](PlanHead& p) { p.proponents = {}; }), "no_proponent");
  EXPECT_EQ(draft([](PlanHead& p) { p.proponents = {proponent, other, proponent}; }), "proponent_twice");
  EXPECT_EQ(draft([](PlanHead& p) { p.methodologies = {}; }), "no_methodology");
  EXPECT_EQ(draft([](PlanHead& p) { p.methodologies[1].number = "EN-S-001"; }), "methodology_twice");
  EXPECT_EQ(draft([](PlanHead& p) { std::swap(p.crediting_period.first, p.crediting_period.last); }), "crediting_period_order");
  EXPECT_EQ(draft([](PlanHead& p) { p.expected[1].fiscal_year = {2019}; }), "expected_year");
  EXPECT_EQ(draft([](PlanHead& p) { p.expected[1].fiscal_year = {2028}; }), "expected_year");
  EXPECT_EQ(draft([](PlanHead& p) { p.plan = {}; }), "hash_missing");
  EXPECT_EQ(draft([](PlanHead& p) { p.methodologies[0].pack = {}; }), "hash_missing");
  // Precedence: the lowest number of all that is wrong.
  EXPECT_EQ(draft([](PlanHead& p) { p.plan = {}, p.title = "", p.place = std::string(limits::name_bytes_max + 1, 'x'); }), "text_missing");
  EXPECT_EQ(draft([](PlanHead& p) { p.methodologies = {}, p.proponents = {proponent, proponent}; }), "proponent_twice");

  EXPECT_EQ(h.refusal(RevisePlan{{1}, boiler_head(2)}, a), "project_unknown");
  h.draft();
  EXPECT_EQ(h.refusal(RevisePlan{{1}, boiler_head(2)}, act("2019-02-28", writer, proponent)), "date_before_step");
  EXPECT_EQ(h.refusal(RevisePlan{{1}, boiler_head(2)}, act("2019-03-02", writer, other)), "not_a_proponent");
  PlanHead programme = boiler_head(2);
  programme.type = ProjectType::programme;
  EXPECT_EQ(h.refusal(RevisePlan{{1}, programme}, act("2019-03-02", writer, proponent)), "type_changed");
  EXPECT_EQ(h.refusal(RevisePlan{{1}, boiler_head(1)}, act("2019-03-02", writer, proponent)), "plan_unchanged");
}

TEST(CasesRefusals, validation) {
  House h;
  h.draft();
  const Act submit = act("2019-03-05", submitter, proponent);
  EXPECT_EQ(h.refusal(SubmitForValidation{{2}, verifier}, submit), "project_unknown");
  EXPECT_EQ(h.refusal(SubmitForValidation{{1}, {0}}, submit), "organisation_unknown");
  EXPECT_EQ(h.refusal(SubmitForValidation{{1}, verifier}, act("2019-03-05", submitter, verifier)), "not_a_proponent");
  EXPECT_EQ(h.refusal(SubmitForValidation{{1}, sister}, submit), "verifier_related");
  EXPECT_EQ(h.refusal(SubmitForValidation{{1}, verifier}, act("2019-02-05", submitter, proponent)), "date_before_step");
  h.take(SubmitForValidation{{1}, verifier}, submit);
  EXPECT_EQ(h.refusal(SubmitForValidation{{1}, verifier}, submit), "project_stage");

  const RecordValidation good{{1}, true, hash(1), hash(40)};
  EXPECT_EQ(h.refusal(good, act("2019-04-10", auditor, other)), "not_the_verifier");
  EXPECT_EQ(h.refusal(good, act("2019-04-10", 14, verifier)), "person_of_a_party");
  EXPECT_EQ(h.refusal(good, act("2019-04-10", writer, verifier)), "same_person");
  EXPECT_EQ(h.refusal(good, act("2019-04-10", submitter, verifier)), "same_person");
  EXPECT_EQ(h.refusal(good, act("2019-03-04", auditor, verifier)), "date_before_step");
  EXPECT_EQ(h.refusal(RecordValidation{{1}, true, hash(1), {}}, act("2019-04-10", auditor, verifier)), "hash_missing");
  EXPECT_EQ(h.refusal(RecordValidation{{1}, true, hash(9), hash(40)}, act("2019-04-10", auditor, verifier)), "plan_not_current");
}

TEST(CasesRefusals, applying_for_registration) {
  House h;
  h.validate();
  const Act a = act("2019-05-01", submitter, proponent);
  const auto with = [&](std::size_t rule, Answer answer) {
    std::vector<RuleAnswer> answers = good_answers();
    answers[rule - 1].answer = answer;
    return h.refusal(ApplyForRegistration{{1}, answers}, a);
  };
  for (std::size_t rule = 1; rule <= 11; ++rule) {
    EXPECT_EQ(with(rule, Answer::met), "");
    EXPECT_EQ(with(rule, Answer::declared), "");
    EXPECT_EQ(with(rule, Answer::not_met), "rule_not_met");
    EXPECT_EQ(with(rule, Answer::not_yet_knowable), rule == 7 ? "" : "rule_open");
    EXPECT_EQ(with(rule, Answer::no_rule_data), rule == 7 || rule == 10 ? "" : "rule_open");
    EXPECT_EQ(with(rule, static_cast<Answer>(9)), "answers_incomplete");
  }
  std::vector<RuleAnswer> answers = good_answers();
  answers.pop_back();
  EXPECT_EQ(h.refusal(ApplyForRegistration{{1}, answers}, a), "answers_incomplete");
  answers = good_answers();
  answers.push_back({"R1", Answer::met});
  EXPECT_EQ(h.refusal(ApplyForRegistration{{1}, answers}, a), "answers_incomplete");
  answers = good_answers();
  answers.push_back({"R12", Answer::met});
  EXPECT_EQ(h.refusal(ApplyForRegistration{{1}, answers}, a), "answers_incomplete");
  // not_met is told before what is open.
  answers = good_answers();
  answers[0].answer = Answer::no_rule_data;
  answers[4].answer = Answer::not_met;
  const auto refused = decide(h.cases, ApplyForRegistration{{1}, answers}, a, h.relations);
  EXPECT_EQ(sentence(refused.error(), Language::en), "Rule R5 is not met.");
  EXPECT_EQ(h.refusal(ApplyForRegistration{{1}, good_answers()}, act("2019-04-01", submitter, proponent)), "date_before_step");
}

TEST(CasesRefusals, committee_on_registration) {
  House h;
  h.apply_for_registration();
  const DecideRegistration yes{{1}, 33, true, ""};
  EXPECT_EQ(h.refusal(RevisePlan{{1}, boiler_head(2)}, act("2019-05-02", writer, proponent)), "project_stage");
  EXPECT_EQ(h.refusal(yes, act("2019-06-20", member, sister)), "decider_related");
  EXPECT_EQ(h.refusal(yes, act("2019-06-20", member, verifier)), "decider_related");
  for (const std::uint8_t who : {writer, submitter, auditor}) EXPECT_EQ(h.refusal(yes, act("2019-06-20", who, committee)), "same_person");
  EXPECT_EQ(h.refusal(yes, act("2019-04-30", member, committee)), "date_before_step");
  EXPECT_EQ(h.refusal(DecideRegistration{{1}, 0, true, ""}, act("2019-06-20", member, committee)), "round_missing");
  EXPECT_EQ(h.refusal(DecideRegistration{{1}, 33, false, ""}, act("2019-06-20", member, committee)), "ground_missing");
  EXPECT_EQ(h.refusal(DecideRegistration{{1}, 33, false, std::string(1100, 'x')}, act("2019-06-20", member, committee)), "text_too_long");
}

TEST(CasesRefusals, reports) {
  House h;
  h.register_project();
  const Act a = act("2020-06-01", submitter, proponent);
  const auto report = [&](const std::function<void(SubmitReport&)>& change) {
    SubmitReport r = good_report();
    change(r);
    return h.refusal(r, a);
  };
  EXPECT_EQ(report([](SubmitReport&) {}), "");
  EXPECT_EQ(report([](SubmitReport& r) { r.data_set = {}; }), "hash_missing");
  EXPECT_EQ(report([](SubmitReport& r) { r.trace = {}; }), "hash_missing");
  EXPECT_EQ(report([](SubmitReport& r) { r.plan = hash(2); }), "plan_not_registered");
  EXPECT_EQ(report([](SubmitReport& r) { std::swap(r.period.first, r.period.last); }), "period_order");
  EXPECT_EQ(report([](SubmitReport& r) { r.period.first = day("2019-04-30"); }), "period_outside");
  EXPECT_EQ(report([](SubmitReport& r) { r.period.last = day("2027-05-01"); }), "period_outside");
  EXPECT_EQ(report([](SubmitReport& r) { r.period.last = day("2020-06-01"); }), "period_not_over");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines = {}; }), "lines_missing");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[1].methodology = "EN-S-002"; }), "line_methodology");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[1].vintage = {2021}; }), "line_vintage");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[1].vintage = {2018}; }), "line_vintage");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[1] = r.lines[0]; }), "line_twice");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[0].em_bl = "240,2"; }), "line_amount");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[0].em_pj = ""; }), "line_amount");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[0].er = 77; }), "line_reduction");
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[1].er = 39; }), "line_reduction");  // EM_BL rounded down and EM_PJ up first
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[2].er = 1; }), "line_reduction");   // 1.5 - 2 is negative: 0
  EXPECT_EQ(report([](SubmitReport& r) { r.lines = {{"EN-S-001", {2019}, "1000000000000", "0", 1000000000000}}; }), "tonnes_too_many");
  // Precedence inside of the lines goes by the list, not by the line.
  EXPECT_EQ(report([](SubmitReport& r) { r.lines[0].er = 1, r.lines[2].vintage = {2030}; }), "line_vintage");
  EXPECT_EQ(h.refusal(good_report(), act("2020-06-01", submitter, other)), "not_a_proponent");
  SubmitReport unknown = good_report();
  unknown.project = {7};
  EXPECT_EQ(h.refusal(unknown, a), "project_unknown");
}

TEST(CasesRefusals, verification) {
  House h;
  h.report();
  const RecordVerification good{{1}, 1, verifier, true, hash(61), hash(41)};
  const Act a = act("2020-07-01", auditor, verifier);
  EXPECT_EQ(h.refusal(RecordVerification{{1}, 2, verifier, true, hash(61), hash(41)}, a), "report_unknown");
  EXPECT_EQ(h.refusal(RecordVerification{{1}, 1, {8}, true, hash(61), hash(41)}, act("2020-07-01", auditor, {8})), "organisation_unknown");
  EXPECT_EQ(h.refusal(good, act("2020-07-01", auditor, other)), "not_the_verifier");
  EXPECT_EQ(h.refusal(RecordVerification{{1}, 1, sister, true, hash(61), hash(41)}, act("2020-07-01", auditor, sister)), "verifier_related");
  EXPECT_EQ(h.refusal(good, act("2020-07-01", submitter, verifier)), "same_person");
  EXPECT_EQ(h.refusal(good, act("2020-07-01", writer, verifier)), "same_person");
  EXPECT_EQ(h.refusal(good, act("2020-05-31", auditor, verifier)), "date_before_step");
  EXPECT_EQ(h.refusal(RecordVerification{{1}, 1, verifier, true, hash(61), {}}, a), "hash_missing");
  EXPECT_EQ(h.refusal(RecordVerification{{1}, 1, verifier, true, hash(62), hash(41)}, a), "trace_not_equal");
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 1, "JC", "ER"}, act("2020-07-10", submitter, proponent)), "report_stage");
}

TEST(CasesRefusals, certification) {
  House h;
  h.verify();
  const Act a = act("2020-07-10", submitter, proponent);
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 1, "", "ER"}, a), "text_missing");
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 1, "JC", " "}, a), "text_missing");
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 1, "JC", "ER"}, act("2020-07-10", submitter, verifier)), "not_a_proponent");
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 1, "JC", "ER"}, act("2020-06-30", submitter, proponent)), "date_before_step");
  h.take(ApplyForCertification{{1}, 1, "JC", "ER"}, a);
  const DecideCertification yes{{1}, 1, 40, true, ""};
  EXPECT_EQ(h.refusal(yes, act("2020-09-01", member, proponent)), "decider_related");
  EXPECT_EQ(h.refusal(yes, act("2020-09-01", member, verifier)), "decider_related");
  for (const std::uint8_t who : {writer, submitter, auditor}) EXPECT_EQ(h.refusal(yes, act("2020-09-01", who, committee)), "same_person");
  EXPECT_EQ(h.refusal(yes, act("2020-07-09", member, committee)), "date_before_step");
  EXPECT_EQ(h.refusal(DecideCertification{{1}, 1, 0, true, ""}, act("2020-09-01", member, committee)), "round_missing");
  EXPECT_EQ(h.refusal(DecideCertification{{1}, 1, 40, false, ""}, act("2020-09-01", member, committee)), "ground_missing");
  h.take(yes, act("2020-09-01", member, committee));
  EXPECT_EQ(h.refusal(yes, act("2020-09-01", member, committee)), "report_stage");
  // A certified period is not reported again, not even one day of it.
  EXPECT_EQ(h.refusal(good_report("2020-04-30..2020-05-31"), act("2020-09-02", submitter, proponent)), "period_overlaps");

  SubmitReport nothing = good_report("2020-05-01..2020-05-31");
  nothing.lines = {{"EN-S-001", {2020}, "1", "2", 0}};
  h.take(nothing, act("2020-09-02", submitter, proponent));
  h.take(RecordVerification{{1}, 2, verifier, true, hash(61), hash(41)}, act("2020-09-03", auditor, verifier));
  EXPECT_EQ(h.refusal(ApplyForCertification{{1}, 2, "JC", "ER"}, act("2020-09-04", submitter, proponent)), "nothing_to_certify");
}

// Runs last in this file: each refusal of the cases has been met above.
TEST(CasesRefusals, zz_every_refusal_of_the_list_is_reached) {
  if (met().empty()) GTEST_SKIP() << "needs the tests before it in the same run";
  for (const ErrorDef* def : errors::project_errors()) {
    if (def->number < 100 || def->number >= 150) continue;
    EXPECT_TRUE(met().contains(std::string(def->name))) << def->name;
  }
}

TEST(ProjectErrors, are_numbered_in_order_and_told_in_both_languages) {
  std::set<std::string_view> names;
  std::uint16_t previous = 0;
  for (const ErrorDef* def : errors::project_errors()) {
    EXPECT_EQ(def->room, "project");
    EXPECT_GT(def->number, previous) << def->name;
    previous = def->number;
    EXPECT_TRUE(names.insert(def->name).second) << def->name;
    EXPECT_FALSE(def->ja.empty() || def->en.empty()) << def->name;
    EXPECT_EQ(def->remedy_ja.empty(), def->remedy_en.empty()) << def->name;
  }
}

}  // namespace
}  // namespace sumi::project
