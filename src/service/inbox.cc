#include "service/inbox.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/number.h"
#include "service/inbox_parts.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

struct KindRow {
  TaskKind kind;
  std::string_view word, ja, en;
};
constexpr std::array kinds{
    KindRow{TaskKind::plan_to_submit, "plan_to_submit", "計画書を仕上げ、妥当性確認に出す", "finish the plan and submit it for validation"},
    KindRow{TaskKind::plan_to_revise, "plan_to_revise", "計画書を直す(又は不服を申し立てる)", "revise the plan, or appeal"},
    KindRow{TaskKind::forest_terms, "forest_terms", "森林のバッファーと永続性の条件を定める", "set the forest's terms of buffer and permanence"},
    KindRow{TaskKind::validation, "validation", "計画書の妥当性確認", "validate the plan"},
    KindRow{TaskKind::finding_to_answer, "finding_to_answer", "審査機関の指摘に答える", "answer the verifier's finding"},
    KindRow{TaskKind::finding_to_close, "finding_to_close", "指摘への回答を確かめる", "judge the answer to the finding"},
    KindRow{TaskKind::registration_application, "registration_application", "プロジェクトの登録を申請する", "apply for registration"},
    KindRow{TaskKind::return_to_answer, "return_to_answer", "補正の求めに答える", "answer the return for correction"},
    KindRow{TaskKind::docket, "docket", "内容を確かめ、認証委員会の議題に載せる", "check for completeness and put on the committee's docket"},
    KindRow{TaskKind::registration_decision, "registration_decision", "プロジェクトの登録を決める", "decide the registration"},
    KindRow{TaskKind::report_next, "report_next", "モニタリングを行い、報告書を出す", "monitor and submit the report"},
    KindRow{TaskKind::report_again, "report_again", "報告書を出し直す(又は不服を申し立てる)", "submit the report again, or appeal"},
    KindRow{TaskKind::verification, "verification", "モニタリング報告書の検証", "verify the monitoring report"},
    KindRow{TaskKind::certification_application, "certification_application", "クレジットの認証を申請する", "apply for certification"},
    KindRow{TaskKind::certification_decision, "certification_decision", "クレジットの認証を決める", "decide the certification"},
    KindRow{TaskKind::issue, "issue", "認証されたクレジットを発行する", "issue the certified credits"},
    KindRow{TaskKind::change_validation, "change_validation", "計画変更の妥当性確認", "validate the change of the plan"},
    KindRow{TaskKind::change_decision, "change_decision", "計画変更の承認を決める", "decide the change of the plan"},
    KindRow{TaskKind::appeal_decision, "appeal_decision", "不服の申立てを決める", "decide the appeal"},
    KindRow{TaskKind::hold, "hold", "手続の停止を見直す", "see whether the hold still stands"},
    KindRow{TaskKind::permanence_report, "permanence_report", "森林の永続性を報告する", "report on the forest's permanence"},
    KindRow{TaskKind::reversal_to_record, "reversal_to_record", "吸収量の消失を記録する", "record the reversal"},
    KindRow{TaskKind::buffer_draw, "buffer_draw", "消失をバッファーから補う", "cover the reversal from the buffer"},
    KindRow{TaskKind::obligation_to_fulfil, "obligation_to_fulfil", "過大な分のクレジットを取得し、取り消す", "buy back and cancel the credits"},
    KindRow{TaskKind::obligation_to_settle, "obligation_to_settle", "取消しを確かめ、補填を済みとする", "confirm that the credits were cancelled"},
    KindRow{TaskKind::support_decision, "support_decision", "支援の申請を決める", "decide the application for support"},
    KindRow{TaskKind::follow_up, "follow_up", "認証に至らないプロジェクトに様子を尋ねる", "follow up the project that was never certified"},
    KindRow{TaskKind::match_decision, "match_decision", "会員の重複の疑いを判断する", "decide whether the members are the same"},
    KindRow{TaskKind::sample_to_draw, "sample_to_draw", "会員の標本を抽出する", "draw the sample of members"},
    KindRow{TaskKind::round_to_close, "round_to_close", "認証委員会を終え、議事録を残す", "close the committee's round with its minutes"},
    KindRow{TaskKind::methodology_review, "methodology_review", "方法論の案を審査する", "review the proposed methodology"},
    KindRow{TaskKind::comment_to_open, "comment_to_open", "方法論の案を意見公募に付す", "lay the methodology open for comment"},
    KindRow{TaskKind::comment_to_close, "comment_to_close", "意見公募を終え、意見に答える", "close the comment and answer what came in"},
    KindRow{TaskKind::methodology_decision, "methodology_decision", "方法論の採否を決める", "decide the methodology"},
    KindRow{TaskKind::methodology_adoption, "methodology_adoption", "承認された方法論を施行する", "adopt the approved methodology"},
    KindRow{TaskKind::account_documents, "account_documents", "口座の申請書類を出す", "file the account's documents"},
    KindRow{TaskKind::account_decision, "account_decision", "口座の開設を決める", "decide the application for an account"},
    KindRow{TaskKind::account_suspended, "account_suspended", "口座の停止を見直す", "see whether the account's suspension still stands"},
    KindRow{TaskKind::account_succession, "account_succession", "口座を承継者に引き継ぐ", "hand the account over to the successor"},
    KindRow{TaskKind::offer_second, "offer_second", "移転を二人目として確認する", "confirm the transfer as second person"},
    KindRow{TaskKind::offer_to_accept, "offer_to_accept", "移転の申込みに答える", "accept or decline the offered transfer"},
    KindRow{TaskKind::units_return, "units_return", "誤って受け取ったクレジットの返還に答える", "answer the request to give units back"},
    KindRow{TaskKind::retirement_to_confirm, "retirement_to_confirm", "無効化を確認する(確定すると戻せない)", "confirm the retirement, which cannot be undone"},
    KindRow{TaskKind::opening_to_close, "opening_to_close", "移行した記録を照合し、開始を締める", "compare what was brought in and close the opening"},
};
static_assert(kinds.size() == static_cast<std::size_t>(TaskKind::opening_to_close));

const KindRow& row_of(TaskKind kind) { return kinds.at(static_cast<std::size_t>(kind) - 1); }

// A whole number out of the scheme's rules, as it stands now.
std::optional<std::int32_t> days_of(const rulebook::Rulebook& rulebook, const std::string& key) {
  constexpr std::uint64_t days_max = 3660;
  const std::vector<std::string> keys{key};
  const auto values = rulebook.values("jcredit-scheme/rules", keys, "value");
  if (!values || values->empty() || !values->back().is_quantity()) return std::nullopt;
  const auto whole = round_integer(values->back().quantity().value, Rounding::floor).to_u64();
  return whole && *whole <= days_max ? std::optional(static_cast<std::int32_t>(*whole)) : std::nullopt;
}

// Of every command by its name, made once: an inbox asks for each of its tasks.
const std::vector<scheme::Role>& roles_of_name(const std::string& command) {
  static const auto all = [] {
    std::map<std::string, std::vector<scheme::Role>, std::less<>> out;
#define SUMI_ROLES_OF(number_, version_, Struct)                                 \
  {                                                                              \
    using namespace scheme;                                                      \
    out.emplace(command_name<Struct>(), scheme::roles_of(AnyCommand(Struct{}))); \
  }
    SUMI_COMMANDS(SUMI_ROLES_OF)
#undef SUMI_ROLES_OF
    return out;
  }();
  return all.at(command);
}

bool contains(const auto& list, const auto& value) { return std::find(list.begin(), list.end(), value) != list.end(); }

}  // namespace

std::span<const std::pair<std::string_view, TaskKind>> enum_names(TaskKind) {
  static const auto all = [] {
    std::array<std::pair<std::string_view, TaskKind>, kinds.size()> out;
    for (std::size_t i = 0; i < kinds.size(); ++i) out[i] = {kinds[i].word, kinds[i].kind};
    return out;
  }();
  return all;
}

std::span<const std::pair<std::string_view, SubjectKind>> enum_names(SubjectKind) {
  static constexpr std::pair<std::string_view, SubjectKind> all[] = {{"project", SubjectKind::project}, {"report", SubjectKind::report}, {"certification", SubjectKind::certification},
      {"finding", SubjectKind::finding}, {"change", SubjectKind::change}, {"appeal", SubjectKind::appeal}, {"support", SubjectKind::support}, {"member_match", SubjectKind::member_match},
      {"sample", SubjectKind::sample}, {"reversal", SubjectKind::reversal}, {"obligation", SubjectKind::obligation}, {"round", SubjectKind::round},
      {"methodology_proposal", SubjectKind::methodology_proposal}, {"account", SubjectKind::account}, {"offer", SubjectKind::offer}, {"units_return", SubjectKind::units_return},
      {"retirement", SubjectKind::retirement}, {"opening", SubjectKind::opening}};
  return all;
}

std::string_view title_of(TaskKind kind, Language language) { return language == Language::ja ? row_of(kind).ja : row_of(kind).en; }

LeadTimes lead_times(const rulebook::Rulebook& rulebook) {
  LeadTimes out;
  if (rulebook.table("jcredit-scheme/rules") == nullptr) return out;
  for (const auto& row : rulebook.rows("jcredit-scheme/rules")) {
    const std::string& key = row.key.front();
    if (!key.starts_with("lead_time.")) continue;
    const auto days = days_of(rulebook, key);
    for (const auto& k : kinds) {
      if (k.word == std::string_view(key).substr(10) && days) out[k.kind] = *days;
    }
  }
  return out;
}

Task& TaskCollector::add(TaskKind kind, SubjectKind subject, ProjectNumber project, std::uint64_t number, Date since, const char* command) {
  Task& t = tasks_.emplace_back();
  t.kind = kind;
  t.ja = title_of(kind, Language::ja);
  t.en = title_of(kind, Language::en);
  t.subject = subject;
  t.project = project;
  t.number = number;
  t.commands = {command};
  t.since = since;
  t.key = std::string(row_of(kind).word) + (project ? "/" + std::to_string(project.value) : "") + (number != 0 ? "/" + std::to_string(number) : "");
  return t;
}

std::string TaskCollector::name_of(OrganisationNumber number) const {
  const auto* row = state_.organisations().find(number);
  return row == nullptr ? std::string() : row->name_on(today_);
}

namespace {

// What the secretariat does by one form beside the task itself (web/src/pages/inbox).
bool done_in_inbox(TaskKind kind) {
  switch (kind) {
    case TaskKind::support_decision:
    case TaskKind::obligation_to_settle:
    case TaskKind::account_suspended:
    case TaskKind::account_succession:
    case TaskKind::follow_up: return true;
    default: return false;
  }
}

// The page on which the addressee does it: until here a task of a project leads to the project's public page.
std::string page_for(const Task& t) {
  if (t.role == scheme::Role::secretariat && done_in_inbox(t.kind)) return "/inbox?task=" + t.key;
  const std::string open = "/projects/" + std::to_string(t.project.value);
  if (t.role == scheme::Role::secretariat && t.kind == TaskKind::account_decision) return "/secretariat/accounts";
  if (!t.project || !t.page.starts_with(open)) return t.page;
  const std::string number = "/" + std::to_string(t.project.value);
  const std::string_view below = std::string_view(t.page).substr(open.size());
  const auto is = [&](std::string_view part) { return below.starts_with(part); };
  switch (t.role) {
    case scheme::Role::proponent:
    case scheme::Role::programme_operator:
      if (t.kind == TaskKind::report_next || t.kind == TaskKind::report_again) return "/cases" + number + "/monitoring";
      if (t.kind == TaskKind::registration_application) return "/cases" + number + "/application";
      break;
    case scheme::Role::verifier: return "/verification" + number + (is("/reports/") || is("/changes/") ? std::string(below) : "");
    case scheme::Role::secretariat:
      if (t.kind == TaskKind::issue) return "/secretariat/issues";
      if (t.kind == TaskKind::docket) return t.subject == SubjectKind::project || t.subject == SubjectKind::report ? "/secretariat/cases" + number + std::string(below) : "/rounds";
      break;
    case scheme::Role::committee: return "/rounds";
    case scheme::Role::account_manager: return "/accounts";
    default: break;
  }
  return t.kind == TaskKind::match_decision ? "/cases" + number + "/matches" : "/cases" + number;
}

}  // namespace

std::vector<Task> TaskCollector::take() {
  for (Task& t : tasks_) {
    t.page = page_for(t);
    if (const auto lead = leads_.find(t.kind); !t.due && lead != leads_.end()) t.due = t.since.plus_days(lead->second);
    t.overdue = t.due && *t.due < today_;
  }
  std::ranges::sort(tasks_, {}, [](const Task& t) { return std::tuple(!t.due, t.due.value_or(Date()), t.since, t.key); });
  return std::move(tasks_);
}

std::vector<Task> all_tasks(const scheme::State& state, Date today, const LeadTimes& leads) {
  TaskCollector collector(state, today, leads);
  collector.cases();
  collector.registry();
  collector.scheme();
  return collector.take();
}

std::vector<Task> waiting_for(const scheme::State& state, ProjectNumber project, Date today, const LeadTimes& leads) {
  TaskCollector collector(state, today, leads);
  collector.project(project);
  return collector.take();
}

bool is_for(const scheme::State& state, const Task& task, const Actor& actor) {
  if (contains(task.except, actor.person) || (!task.only.empty() && !contains(task.only, actor.person))) return false;
  if (!task.organisations.empty() && !contains(task.organisations, actor.organisation)) return false;
  const auto& roles = roles_of_name(task.commands.front());
  const bool role = std::any_of(roles.begin(), roles.end(), [&](scheme::Role r) {
    // The console acts as the secretariat wherever that may act (State::holds).
    return actor.has(r) || (r == scheme::Role::secretariat && actor.has(scheme::Role::administrator));
  });
  return role && std::none_of(task.parties.begin(), task.parties.end(), [&](OrganisationNumber party) { return state.related(party, actor.organisation); });
}

std::vector<Task> inbox(const scheme::State& state, const Actor& actor, Date today, const LeadTimes& leads) {
  auto tasks = all_tasks(state, today, leads);
  std::erase_if(tasks, [&](const Task& t) { return !is_for(state, t, actor); });
  return tasks;
}

}  // namespace sumi::service
