#include "service/desk_view.h"

#include <algorithm>
#include <set>

#include "project/permanence.h"
#include "registry/buffer.h"
#include "service/documents.h"
#include "service/projects.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using registry::AccountKind;
using registry::AccountStatus;

// The items of a completeness check, in the order in which a reader goes through an application.
class Checklist {
 public:
  explicit Checklist(CompletenessView& view) : view_(view) {}
  void add(const char* key, const char* ja, const char* en, bool done, Bilingual detail = {}, bool needed = true) { view_.items.push_back({key, {ja, en}, done, needed, std::move(detail)}); }
  void rule(const char* key, const char* ja, const char* en, const Result<void>& checked) {
    Bilingual detail;
    if (!checked) detail = {sentence(checked.error(), Language::ja), sentence(checked.error(), Language::en)};
    add(key, ja, en, checked.has_value(), std::move(detail));
  }

 private:
  CompletenessView& view_;
};

std::string count_text(std::size_t n) { return std::to_string(n); }

bool at_hand(const Ledger& ledger, const Hash& hash) { return !hash.is_zero() && ledger.get_evidence({}, hash).has_value(); }

// What the registers say of the application, taken in one look.
struct Standing {
  project::ProjectRow project;
  project::PlanVersionRow plan;
  std::optional<project::ReportRow> report;
  Result<void> held, verifier, findings, returns, matches, counting, overdue, withdrawn;
  std::size_t visits = 0, observations = 0, numberless = 0;
  std::vector<std::string> numberless_names;
};

void look(const scheme::State& state, ProjectNumber number, std::uint32_t report, const scheme::Rules& rules, Standing& s) {
  const auto& cases = state.cases();
  s.held = project::check_not_held(cases, number);
  s.returns = project::check_no_return(cases, number, report);
  const project::ReviewKey review{number, report, 0};
  s.findings = project::check_findings_settled(cases, review);
  const auto& step = report == 0 ? s.plan.validated : s.report->verified;
  Act act;
  act.time = state.now();
  act.business_date = step.done ? step.on : state.now().date_in_japan();
  act.actor = step.person;
  act.on_behalf_of = step.organisation;
  const OrganisationNumber verifier = report == 0 ? s.plan.verifier : s.report->verifier;
  const auto* used = report == 0 ? &s.plan : cases.plan_of_report(number, report);
  s.verifier = project::check_verifier(cases, review, verifier, used != nullptr ? used->head.methodologies : s.plan.head.methodologies, act, rules.project);
  if (report != 0) {
    s.matches = project::check_matches_decided(cases, number);
    s.counting = project::check_still_counting(cases, number, report);
    s.overdue = project::check_no_overdue(cases, number, state.now().date_in_japan());
    s.withdrawn = project::check_not_withdrawn(cases, number, s.report->period);
  }
  const auto& visits = cases.conduct.visits;
  for (auto it = visits.lower_bound({number, 0}); it != visits.end() && it->first.project == number; ++it) s.visits += it->second.report == report && it->second.change == 0 ? 1U : 0U;
  const auto& findings = cases.conduct.findings;
  for (auto it = findings.lower_bound({number, 0}); it != findings.end() && it->first.project == number; ++it) {
    s.observations += it->second.report == report && it->second.change == 0 && it->second.kind == project::FindingKind::observation ? 1U : 0U;
  }
  for (const auto proponent : s.plan.head.proponents) {
    const auto* row = state.organisations().find(proponent);
    if (row != nullptr && row->corporate_number.empty()) s.numberless_names.push_back(row->name_on(state.now().date_in_japan()));
  }
}

void add_documents(const Ledger& ledger, const Hash& paper, Checklist& list, const char* key, const char* ja, const char* en) {
  const bool there = at_hand(ledger, paper);
  list.add(key, ja, en, there, there ? Bilingual{"ハッシュ " + paper.to_hex().substr(0, 16), "hash " + paper.to_hex().substr(0, 16)} : Bilingual{"制度の資料庫にありません。", "It is not in the scheme's evidence."});
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// R7 is what the state itself knows, R10 the committee judges.
std::vector<std::string> rules_against(const std::vector<project::RuleAnswer>& answers) {
  std::vector<std::string> out;
  for (const auto& answer : answers) {
    if (answer.answer != project::Answer::met && answer.answer != project::Answer::declared && answer.rule != "R7" && answer.rule != "R10") out.push_back(answer.rule);
  }
  return out;
}

void check_registration(const Ledger& ledger, ProjectNumber number, const Standing& s, Checklist& list) {
  list.add("applied", "登録の申請が出ている", "Registration was applied for", s.plan.applied.done, s.plan.applied.done ? Bilingual{s.plan.applied.on.to_string(), s.plan.applied.on.to_string()} : Bilingual{});
  add_documents(ledger, s.plan.head.plan, list, "plan_document", "プロジェクト計画書がある", "The project plan is at hand");
  add_documents(ledger, s.plan.statement, list, "validation_statement", "妥当性確認報告書がある", "The validation statement is at hand");
  list.add("validated", "妥当性確認の結果が適合である", "The validation is positive", s.plan.validated.done && s.plan.valid);
  list.rule("verifier", "審査機関の登録と利害関係の申告が足りている", "The validator is accredited for the sectors and declared its interests", s.verifier);
  list.rule("findings", "是正の指摘と説明の求めがすべて解決している", "Corrective findings and clarifications are settled", s.findings);
  const auto against = rules_against(s.plan.answers);
  list.add("rules", "登録要件R1からR11の答えがそろい、満たさないものがない", "The rules R1 to R11 are answered and none is against it", s.plan.answers.size() >= 11 && against.empty(),
      against.empty() ? Bilingual{count_text(s.plan.answers.size()) + "件の答え", count_text(s.plan.answers.size()) + " answers"} : Bilingual{"満たさない: " + joined(against), "against: " + joined(against)});
  if (s.plan.applied.done) {
    // The answers again, from the plan that is filed: whoever applied gave the same.
    const auto again = registration_answers(ledger, number, s.plan.applied.on);
    bool same = again.has_value();
    if (again) {
      const auto answers = again->answers();
      for (const auto& given : s.plan.answers) {
        const auto found = std::ranges::find(answers, given.rule, &project::RuleAnswer::rule);
        same = same && (given.rule == "R7" || (found != answers.end() && found->answer == given.answer));
      }
    }
    list.add("answers_again", "計画書から求め直した答えが申請と同じである", "Asked again from the plan, the rules answer the same", same,
        again ? Bilingual{} : Bilingual{sentence(again.error(), Language::ja), sentence(again.error(), Language::en)});
  }
  list.rule("not_returned", "補正の回答待ちではない", "No return waits for its answer", s.returns);
  list.rule("not_held", "手続が止められていない", "The project is not held", s.held);
  list.add("corporate_numbers", "実施者の法人番号が登録されている", "The proponents' corporate numbers are registered", s.numberless_names.empty(), {joined(s.numberless_names), joined(s.numberless_names)}, false);
  list.add("visit", "現地審査の記録がある", "A site visit is recorded", s.visits != 0, {count_text(s.visits) + "件", count_text(s.visits)}, false);
}

void check_certification(const Ledger& ledger, ProjectNumber number, std::uint32_t report, const Standing& s, Checklist& list) {
  const auto& row = *s.report;
  list.add("applied", "認証の申請が出ている", "Certification was applied for", row.applied.done, row.applied.done ? Bilingual{row.applied.on.to_string(), row.applied.on.to_string()} : Bilingual{});
  list.add("programme_code", "制度記号とクレジット種別が記されている", "Programme code and credit type are stated", !row.programme_code.empty() && !row.credit_type.empty(), {row.programme_code + " " + row.credit_type, row.programme_code + " " + row.credit_type});
  add_documents(ledger, row.plan, list, "plan_document", "報告の基になる計画書がある", "The plan behind the report is at hand");
  add_documents(ledger, row.data_set, list, "data_set", "モニタリングデータがある", "The monitoring data are at hand");
  add_documents(ledger, row.trace, list, "trace", "計算の記録がある", "The trace of the calculation is at hand");
  add_documents(ledger, row.statement, list, "verification_statement", "検証報告書がある", "The verification statement is at hand");
  const bool positive = row.verified.done && row.stage != project::ReportStage::not_verified;
  list.add("verified", "検証の結果が適合である", "The verification is positive", positive);
  list.rule("verifier", "審査機関の登録と利害関係の申告が足りている", "The verifier is accredited for the sectors and declared its interests", s.verifier);
  list.rule("findings", "是正の指摘と説明の求めがすべて解決している", "Corrective findings and clarifications are settled", s.findings);
  if (const auto replay = replay_view(ledger, number, report)) {
    list.add("replay", "事務局で計算をやり直した結果が報告と同じである", "Calculated again here, it gives what was reported", replay->same, replay->differences.empty() ? Bilingual{} : replay->differences.front().text);
  }
  std::size_t cited = 0, missing = 0;
  if (const auto text = document(ledger, row.data_set, "data set")) {
    for (const Hash& hash : hashes_in(*text)) {
      ++cited;
      missing += at_hand(ledger, hash) ? 0U : 1U;
    }
  }
  list.add("evidence", "データが引く根拠資料がそろっている", "The evidence that the data cite is at hand", missing == 0,
      {count_text(cited) + "件のうち" + count_text(missing) + "件がありません", count_text(missing) + " of " + count_text(cited) + " missing"}, false);
  list.rule("matches", "会員の重複の疑いが判断されている", "Possible double registrations of members are decided", s.matches);
  list.rule("counting", "報告の後に会員の期間が変わっていない", "No member lost days of the period after the report", s.counting);
  list.rule("obligations", "期限を過ぎた買戻しの義務がない", "No obligation to buy back is overdue", s.overdue);
  list.rule("withdrawn", "取下げの日より後の期間を含まない", "No day after a withdrawal is in the period", s.withdrawn);
  list.rule("not_returned", "補正の回答待ちではない", "No return waits for its answer", s.returns);
  list.rule("not_held", "手続が止められていない", "The project is not held", s.held);
  list.add("visit", "現地審査の記録がある", "A site visit is recorded", s.visits != 0, {count_text(s.visits) + "件", count_text(s.visits)}, false);
}

std::vector<IssueAccount> accounts_for(const scheme::State& state, const std::vector<OrganisationNumber>& proponents) {
  std::vector<IssueAccount> out;
  for (const auto& [number, row] : state.registry().accounts()) {
    if (row.kind != AccountKind::holding || row.status != AccountStatus::open) continue;
    const bool own = std::ranges::find(proponents, row.organisation) != proponents.end();
    out.push_back({number, brief_of(state, row.organisation), row.department, own});
  }
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.proponent && !b.proponent; });
  return out;
}

void add_buffer(const scheme::State& state, CertificationNumber number, const project::CertificationRow& row, IssueView& view) {
  view.buffer = amount_of(0);
  const auto* plan = state.cases().current_plan(row.project);
  if (plan == nullptr || !project::is_forest(plan->head)) return;
  const auto* terms = state.cases().permanence.forests.find(row.project);
  if (terms == nullptr) return;
  const auto rate = Rational::parse(terms->buffer_rate);
  std::uint64_t certified = 0;
  for (const auto& line : row.lines) certified += line.tonnes;
  const std::uint64_t wanted = rate ? registry::buffer_units(*rate, certified) : 0;
  const std::uint64_t given = state.registry().buffered(number);
  for (const auto& [account, one] : state.registry().accounts()) {
    if (one.kind == AccountKind::buffer && one.status == AccountStatus::open) view.buffer_account = account;
  }
  view.buffer = amount_of(wanted > given ? wanted - given : 0);
}

// The rows of a table by key, with their words in the columns NAME_ja and NAME_en.
std::vector<GroundChoice> choices_of(const rulebook::Rulebook& book, std::string_view name, const std::string& column) {
  std::vector<GroundChoice> out;
  const auto* table = book.table(name);
  if (table == nullptr) return out;
  for (const auto& row : book.rows(table->name)) out.push_back({row.key.front(), {cell_text(*table, row, column + "_ja"), cell_text(*table, row, column + "_en")}});
  return out;
}

bool has_role(const scheme::State& state, OrganisationNumber organisation, scheme::Role role) {
  return std::ranges::any_of(state.grants(), [&](const auto& grant) { return grant.first.organisation == organisation && grant.first.role == role; });
}

}  // namespace

Result<std::optional<CompletenessView>> completeness_view(const Ledger& ledger, ProjectNumber project, std::uint32_t report, const LeadTimes& leads) {
  SUMI_TRY(auto whole, case_view(ledger, project, {}, leads));
  if (!whole) return std::optional<CompletenessView>();
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*book));
  Standing standing;
  bool known = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* plan = state.cases().current_plan(project);
    const auto* row = state.cases().project(project);
    if (plan == nullptr || row == nullptr) return;
    standing.project = *row;
    standing.plan = *plan;
    if (report != 0) {
      const auto* found = state.cases().report(project, report);
      if (found == nullptr) return;
      standing.report = *found;
    }
    known = true;
    look(state, project, report, rules, standing);
  }));
  if (!known) return std::optional<CompletenessView>();
  std::optional<CompletenessView> view(std::in_place);
  view->head = std::move(whole->head);
  view->report = report;
  Checklist list(*view);
  if (report == 0) {
    view->applied = standing.project.stage == project::ProjectStage::applied;
    if (standing.plan.applied.done) view->applied_on = standing.plan.applied.on;
    check_registration(ledger, project, standing, list);
  } else {
    view->applied = standing.report->stage == project::ReportStage::applied;
    if (standing.report->applied.done) view->applied_on = standing.report->applied.on;
    check_certification(ledger, project, report, standing, list);
  }
  view->complete = std::ranges::all_of(view->items, [](const CompletenessItem& i) { return i.done || !i.needed; });
  for (auto& one : whole->returns) {
    if (one.report == report) view->returns.push_back(std::move(one));
  }
  for (auto& paper : whole->papers) {
    if (paper.report == 0 || paper.report == report) view->papers.push_back(std::move(paper));
  }
  view->grounds = committee_grounds(*book);
  return view;
}

std::vector<IssueView> issues_of(const scheme::State& state, const LeadTimes& leads) {
  std::vector<IssueView> out;
  const Date today = state.now().date_in_japan();
  const auto lead = leads.find(TaskKind::issue);
  for (const auto& [number, row] : state.cases().certifications) {
    if (std::ranges::all_of(row.lines, &project::CertifiedLine::issued)) continue;
    if (state.opened_certifications().find(number) != nullptr) continue;  // its units came in with the registry before
    IssueView view;
    view.certification = number;
    view.project = row.project;
    if (const auto* project = state.cases().project(row.project)) view.official_number = project->official_number;
    const auto* plan = state.cases().current_plan(row.project);
    if (plan != nullptr) view.title = plan->head.title;
    view.report = row.report;
    view.round = row.round;
    view.certified_on = row.certified_on;
    if (lead != leads.end()) view.due = row.certified_on.plus_days(lead->second);
    view.overdue = view.due && *view.due < today;
    view.programme_code = row.programme_code;
    view.credit_type = row.credit_type;
    for (std::uint32_t i = 0; i < row.lines.size(); ++i) view.lines.push_back({i, row.lines[i].methodology, row.lines[i].vintage, amount_of(row.lines[i].tonnes), row.lines[i].issued});
    view.accounts = accounts_for(state, row.proponents);
    add_buffer(state, number, row, view);
    if (const auto held = project::check_not_held(state.cases(), row.project); !held) view.obstacle = finding_of(held.error(), FindingWeight::refuses);
    out.push_back(std::move(view));
  }
  std::ranges::stable_sort(out, {}, &IssueView::certified_on);
  return out;
}

Result<std::vector<AccountDeskRow>> accounts_desk(const Ledger& ledger, AccountStatus status) {
  struct Papers {
    registry::DocumentsRow row;
    std::string name, number;
  };
  std::vector<AccountDeskRow> out;
  std::vector<std::optional<Papers>> papers;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const Date today = state.now().date_in_japan();
    for (const auto& [number, row] : state.registry().accounts()) {
      if (row.status != status) continue;
      auto view = account_view(state, number);
      if (!view) continue;
      out.emplace_back().account = *std::move(view);
      auto& paper = papers.emplace_back();
      const auto* filed = state.registry().account_book().documents.find(number);
      const auto* organisation = state.organisations().find(row.organisation);
      if (filed != nullptr && organisation != nullptr) paper = Papers{*filed, organisation->name_on(today), organisation->corporate_number};
    }
  }));
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!papers[i]) continue;
    const auto& row = papers[i]->row;
    auto& view = out[i];
    view.holder_name = row.holder_name;
    view.name_kana = row.name_kana;
    view.corporate_number = row.corporate_number;
    view.documents = row.documents;
    view.filed_on = row.filed;
    view.name_differs = row.holder_name != papers[i]->name;
    view.number_differs = row.corporate_number != papers[i]->number;
    SUMI_TRY(view.representative, unsealed(ledger, row.representative));
    SUMI_TRY(view.address, unsealed(ledger, row.address));
    SUMI_TRY(view.contact, unsealed(ledger, row.contact));
  }
  return out;
}

Result<DeskChoices> desk_choices(const Ledger& ledger, const LeadTimes& leads) {
  DeskChoices out;
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*book));
  out.grounds = committee_grounds(*book);
  out.registry_grounds = choices_of(*book, "jcredit-registry/grounds", "title");
  out.reasons = choices_of(*book, "jcredit-support/reasons", "text");
  out.next_steps = choices_of(*book, "jcredit-support/next_steps", "text");
  for (const auto& [word, kind] : enum_names(project::SupportKind{})) out.support_kinds.push_back({static_cast<std::uint64_t>(kind), kind});
  out.scopes.assign(rules.project.scopes.begin(), rules.project.scopes.end());
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.organisations()) {
      if (has_role(state, number, scheme::Role::verifier)) out.verifiers.push_back(brief_of(state, number));
    }
  }));
  SUMI_TRY(const auto rounds, rounds_view(ledger, leads));
  out.next_round = rounds.next_round;
  for (const auto& head : rounds.items) {
    if (head.open) out.open_rounds.push_back(head);
  }
  return out;
}

}  // namespace sumi::service
