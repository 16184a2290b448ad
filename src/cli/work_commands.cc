#include "cli/work_commands.h"

#include <algorithm>

#include "base/file.h"
#include "base/limits.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/text.h"
#include "cli/remote.h"
#include "project/names.h"
#include "service/errors.h"
#include "service/package.h"
#include "service/retention.h"
#include "service/rules.h"

namespace sumi::cli {
namespace {

std::string number_text(std::uint64_t n) { return std::to_string(n); }

Tree lines_tree(const std::vector<service::ClaimedLine>& lines) { return wire::to_tree(lines); }

void print_recalculation(const Context& context, const service::Recalculation& r) {
  print(r.statement.title + "\n");
  print(context.say("プロジェクト ", "project ") + number_text(r.statement.project.value) + context.say("、報告書 ", ", report ") + number_text(r.statement.report) + ", " +
        r.statement.period.to_string() + "\n");
  print(context.say("ハッシュの合う文書 ", "documents whose hashes hold: ") + number_text(r.documents) + "\n");
  for (const auto& hash : r.statement.evidence_missing) print(context.say("  一式に入っていない根拠資料 ", "  evidence that is not in the package: ") + hash + "\n");
  if (r.calculation) print(context.say("計算の記録は一字一句同じです ", "the trace is the same byte for byte: ") + r.calculation->trace_hash.to_hex() + "\n");
  wire::TextTable table({context.say("方法論", "methodology"), context.say("年度", "vintage"), context.say("報告 t-CO2", "claimed t-CO2")});
  for (const auto& line : r.statement.claimed) table.add({line.methodology, line.vintage.to_string(), number_text(line.tonnes)});
  print(table.to_string());
  if (!r.own.empty()) {
    print(context.say("審査機関の数値との差 ", "difference from the verifier's own figures: ") + round_places(r.difference * Rational(100), 2, Rounding::half_even).to_string() +
          context.say(" % (重要性の基準 ", " % (material from ") + r.materiality_percent.to_string() + context.say(" %)\n", " % on)\n"));
  }
  if (r.positive) print(context.say("結果: 適合\n", "result: positive\n"));
  else print(context.say("結果: 不適合 - ", "result: negative - ") + r.reason + "\n");
}

Tree recalculation_tree(const service::Recalculation& r) {
  Tree t = Tree::make_table();
  t.add("result", Tree::make_string(r.positive ? "positive" : "negative"));
  if (!r.reason.empty()) t.add("reason", Tree::make_string(r.reason));
  t.add("package", Tree::make_string(r.package.to_hex()));
  t.add("documents", Tree::make_number(number_text(r.documents)));
  if (r.calculation) t.add("trace", Tree::make_string(r.calculation->trace_hash.to_hex()));
  t.add("materiality_percent", Tree::make_string(r.materiality_percent.to_string()));
  if (!r.own.empty()) {
    t.add("own", lines_tree(r.own));
    t.add("difference", Tree::make_string(r.difference.to_string()));
  }
  t.add("statement", wire::to_tree(r.statement));
  return t;
}

// Key and both sentences of a ground; nothing where none was given.
std::optional<Tree> ground_tree(const rulebook::Rulebook& book, const std::string& ground) {
  if (ground.empty()) return std::nullopt;
  Tree t = Tree::make_table();
  t.add("key", Tree::make_string(ground));
  const std::vector<std::string> key{ground};
  for (const char* column : {"title_ja", "title_en"}) {
    const auto values = book.values("jcredit-registry/committee_grounds", key, column);
    if (values && !values->empty()) t.add(column, Tree::make_string(values->back().text()));
  }
  return t;
}

// What one decision of the committee, or a return before it, says to the applicant.
struct Letter {
  std::string kind;      // registration, certification
  std::string decision;  // approved, refused, returned, lapsed, pending, not_applied
  std::string ground;
  std::uint32_t round = 0;
  std::string document_number;
  std::optional<Date> held_on, applied_on, decided_on, deadline;
};

Letter letter_of(const scheme::State& state, ProjectNumber project, std::uint32_t report) {
  const auto& cases = state.cases();
  const auto& work = cases.conduct;
  Letter letter;
  letter.kind = report == 0 ? "registration" : "certification";
  const auto* plan = cases.current_plan(project);
  const auto* row = cases.report(project, report);
  // A registration is decided on the version that applied for it.
  if (row == nullptr && plan->change != 0) plan = cases.plan_on(project, plan->head.crediting_period.first);
  const project::Step& applied = row != nullptr ? row->applied : plan->applied;
  const project::Step& decided = row != nullptr ? row->decided : plan->decided;
  const bool refused = row != nullptr ? row->stage == project::ReportStage::certification_refused : cases.project(project)->stage == project::ProjectStage::registration_refused;
  const bool approved = row != nullptr ? static_cast<bool>(row->certification) : plan->approved;
  if (applied.done) letter.applied_on = applied.on;
  if (decided.done && (approved || refused)) {
    letter.decided_on = decided.on;
    letter.decision = approved ? "approved" : "refused";
    letter.ground = row != nullptr ? row->ground : plan->ground;
    letter.round = row != nullptr ? row->round : plan->round;
  } else {
    letter.decision = applied.done ? "pending" : "not_applied";
  }
  const project::ReturnRow* last = nullptr;
  for (auto it = work.returns.lower_bound({project, report, 0}); it != work.returns.end() && it->first.project == project && it->first.report == report; ++it) last = &it->second;
  if (last != nullptr && letter.decision == "pending" && last->stage != project::ReturnStage::answered) {
    letter.decision = last->stage == project::ReturnStage::open ? "returned" : "lapsed";
    letter.ground = last->ground;
    letter.deadline = last->deadline;
  }
  for (const auto& [key, item] : work.docket) {
    const auto kind = report == 0 ? project::DocketKind::registration : project::DocketKind::certification;
    if (item.kind != kind || item.project != project || item.report != report || item.carried) continue;
    if (letter.round != 0 && key.round != letter.round) continue;
    letter.document_number = item.document_number;
    letter.round = key.round;
    letter.held_on = work.rounds.at(key.round).held_on;
  }
  return letter;
}

void add_day(Tree& t, const char* name, const std::optional<Date>& day) {
  if (day) t.add(name, Tree::make_string(day->to_string()));
}

Tree addressee_tree(const scheme::State& state, const project::PlanHead& head, Date day) {
  Tree list = Tree::make_array();
  for (const auto number : head.proponents) {
    const auto& organisation = state.organisations().at(number);
    Tree t = Tree::make_table();
    t.add("organisation", Tree::make_number(number_text(number.value)));
    t.add("name", Tree::make_string(organisation.name_on(day)));
    if (!organisation.corporate_number.empty()) t.add("corporate_number", Tree::make_string(organisation.corporate_number));
    t.add("representative", Tree::make_boolean(number == head.proponents.front()));
    list.items.push_back(std::move(t));
  }
  return list;
}

Tree letter_tree(const scheme::State& state, const rulebook::Rulebook& book, ProjectNumber project, std::uint32_t report) {
  const auto& cases = state.cases();
  const Letter letter = letter_of(state, project, report);
  const auto& row = *cases.project(project);
  const auto& head = cases.current_plan(project)->head;
  Tree t = Tree::make_table();
  t.add("kind", Tree::make_string(letter.kind));
  if (!letter.document_number.empty()) t.add("document_number", Tree::make_string(letter.document_number));
  if (letter.round != 0) t.add("round", Tree::make_number(number_text(letter.round)));
  t.add("decision", Tree::make_string(letter.decision));
  if (auto ground = ground_tree(book, letter.ground)) t.add("ground", *std::move(ground));
  Tree& dates = t.add("dates", Tree::make_table());
  add_day(dates, "applied_on", letter.applied_on);
  add_day(dates, "held_on", letter.held_on);
  add_day(dates, "decided_on", letter.decided_on);
  add_day(dates, "answer_until", letter.deadline);
  const auto rules = service::rules_from(book);
  if (letter.decision == "refused" && letter.decided_on && rules && rules->project.appeal_days) {
    add_day(dates, "appeal_until", letter.decided_on->plus_days(static_cast<std::int32_t>(*rules->project.appeal_days)));
  }
  t.add("addressee", addressee_tree(state, head, letter.decided_on.value_or(state.now().date_in_japan())));
  Tree& p = t.add("project", Tree::make_table());
  p.add("number", Tree::make_number(number_text(project.value)));
  if (row.official_number != 0) p.add("official_number", Tree::make_number(number_text(row.official_number)));
  p.add("type", Tree::make_string(std::string(project::name_of(row.type))));
  p.add("title", Tree::make_string(head.title));
  p.add("place", Tree::make_string(head.place));
  p.add("crediting_period", Tree::make_string(head.crediting_period.to_string()));
  if (const auto* found = cases.report(project, report)) {
    Tree& r = t.add("report", Tree::make_table());
    r.add("number", Tree::make_number(number_text(report)));
    r.add("period", Tree::make_string(found->period.to_string()));
    if (const auto* certification = cases.certification(found->certification)) {
      r.add("certification", Tree::make_number(number_text(found->certification.value)));
      r.add("lines", wire::to_tree(certification->lines));
    }
  }
  return t;
}

}  // namespace

namespace {

Result<std::string> package_of(const Context& context, std::uint64_t project, std::uint64_t report) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    return remote.made_file("/verifier/reviews/" + number_text(project) + "/reports/" + number_text(report) + "/package");
  }
  SUMI_TRY(const auto ledger, context.open());
  return service::make_package(*ledger, {project}, static_cast<std::uint32_t>(report));
}

// The entry that records the verification.
Result<std::string> take_return(const Context& context, const std::string& text, const std::string& file) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const Tree taken, remote.upload("/verifier/returns", "text/plain", text));
    return text_at(taken, "entry");
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(const auto actor, actor_of(context, *ledger));
  SUMI_TRY(const auto accepted, service::accept_return(*ledger, text, file, actor.person, actor.on_behalf_of));
  return number_text(accepted.first.value);
}

}  // namespace

int run_project_package(const Context& context, std::uint64_t project, std::uint64_t report, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto package, package_of(context, project, report));
    SUMI_CHECK(write_output(output, package));
    const auto hash = sha256(package).to_hex();
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("file", Tree::make_string(output));
      t.add("package", Tree::make_string(hash));
      t.add("bytes", Tree::make_number(number_text(package.size())));
      print_json(t);
    } else {
      print(context.say("検証用の一式を書きました: ", "wrote ") + output + " (" + group_digits(number_text(package.size())) + " bytes)\nSHA-256 " + hash + "\n" +
            context.say("審査機関での確認: ", "at the verifier's: ") + "sumi project recalculate " + output + "\n");
    }
    return {};
  });
}

int run_project_recalculate(const Context& context, const RecalculateOptions& options) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto package, read_file(options.package));
    std::string figures;
    if (!options.figures.empty()) {
      SUMI_TRY(figures, read_file(options.figures, limits::toml_file_bytes_max));
    }
    SUMI_TRY(const auto result, service::recalculate(package, options.package, figures));
    if (!options.sign.empty()) {
      SUMI_TRY(const auto key, journal::SigningKey::load(options.sign));
      SUMI_CHECK(write_output(options.output, service::make_return(result, {options.verifier}, key)));
    }
    if (context.json) {
      print_json(recalculation_tree(result));
    } else {
      print_recalculation(context, result);
      if (!options.sign.empty()) print(context.say("署名した回答: ", "signed return: ") + options.output + "\n");
    }
    return {};
  });
}

int run_project_accept(const Context& context, const std::string& file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto text, read_file(file, limits::toml_file_bytes_max));
    SUMI_TRY(const auto entry, take_return(context, text, file));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("entry", Tree::make_number(entry));
      print_json(t);
    } else {
      print(context.say("検証の結果を記録しました。記帳 ", "the verification is recorded as entry ") + entry + "\n");
    }
    return {};
  });
}

int run_project_retention(const Context& context, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto given, day_of("--on", on));
    Date today;
    SUMI_CHECK(ledger->read([&](const scheme::State& state) { today = state.now().date_in_japan(); }));
    if (given) today = *given;
    SUMI_TRY(const auto documents, service::retained_documents(*ledger));
    wire::TextTable table({"SHA-256", context.say("種類", "kind"), context.say("プロジェクト", "projects"), context.say("保存期限", "keep until"), context.say("手元", "at hand"), context.say("扱い", "now")});
    Tree list = Tree::make_array();
    for (const auto& d : documents) {
      std::string projects;
      for (const auto p : d.projects) projects += (projects.empty() ? "" : ", ") + number_text(p.value);
      const std::string until = d.until ? d.until->to_string() : std::string("-");
      const bool may = d.deletable(today);
      table.add({d.hash.to_hex().substr(0, 16), d.kind.empty() ? context.say("どこからも引用されない", "cited by nothing") : d.kind, projects, until,
          d.at_hand ? context.say("あり", "yes") : context.say("なし", "no"), may ? context.say("削除してよい", "may be deleted") : context.say("保存", "keep")});
      Tree t = Tree::make_table();
      t.add("hash", Tree::make_string(d.hash.to_hex()));
      if (!d.kind.empty()) t.add("kind", Tree::make_string(d.kind));
      Tree& of = t.add("projects", Tree::make_array());
      for (const auto p : d.projects) of.items.push_back(Tree::make_number(number_text(p.value)));
      add_day(t, "until", d.until);
      t.add("at_hand", Tree::make_boolean(d.at_hand));
      t.add("may_be_deleted", Tree::make_boolean(may));
      list.items.push_back(std::move(t));
    }
    if (context.json) {
      print_json(list);
      return {};
    }
    print(context.say("基準日 ", "as of ") + today.to_string() + "\n" + table.to_string());
    print(context.say("何も削除していません。\n", "Nothing was deleted.\n"));
    return {};
  });
}

int run_project_letter(const Context& context, std::uint64_t project, std::uint64_t report) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto book, ledger->rulebook());
    std::optional<Tree> letter;
    const auto number = static_cast<std::uint32_t>(report);
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      const bool known = state.cases().current_plan({project}) != nullptr && (report == 0 || state.cases().report({project}, number) != nullptr);
      if (known) letter = letter_tree(state, *book, {project}, number);
    }));
    if (!letter) return fail(service::errors::report_not_known, {{"project", number_text(project)}, {"report", number_text(report)}});
    print_json(*letter);
    return {};
  });
}

}  // namespace sumi::cli
