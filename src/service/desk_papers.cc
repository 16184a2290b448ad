#include "service/desk_papers.h"

#include <algorithm>

#include "project/names.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/form_papers.h"
#include "service/papers.h"

namespace sumi::service {

namespace {

using project::DocketKind;
using report::Align;
using report::Document;
using report::Value;
using report::Words;

Words words(const Bilingual& text) { return {text.ja, text.en}; }
Value tonnes(const Amount& amount) { return report::quantity(amount.value, amount.unit); }

// What every paper of the scheme begins with.
Document begin(const scheme::State& state, std::string kind, Words title, std::string number) {
  Document d;
  d.kind = std::move(kind);
  d.title = std::move(title);
  d.number = std::move(number);
  if (state.meta().kind != scheme::StoreKind::production) d.mark = {"見本", "SAMPLE"};
  d.issued_on = state.now().date_in_japan();
  d.issuer = {state.meta().operator_name, {}};
  return d;
}

std::string names_of(const std::vector<OrganisationBrief>& organisations) {
  std::string out;
  for (const auto& o : organisations) out += (out.empty() ? "" : "、") + o.name;
  return out;
}

report::Table line_table(const std::vector<project::ReductionLine>& lines) {
  report::Table t;
  t.key = "lines";
  t.caption = {"排出削減量・吸収量", "Reductions and removals"};
  t.columns = {{"methodology", {"方法論", "Methodology"}}, {"vintage", {"年度", "Fiscal year"}}, {"tonnes", {"数量", "Quantity"}, Align::right}};
  std::uint64_t sum = 0;
  for (const auto& line : lines) {
    sum += line.er;
    t.rows.push_back({line.methodology, line.vintage.to_string(), tonnes(amount_of(line.er))});
  }
  t.total = {Words{"合計", "Total"}, "", tonnes(amount_of(sum))};
  return t;
}

// ---- the verifier's statement ----

report::Table figure_table(const std::vector<FigureBeside>& figures) {
  report::Table t;
  t.key = "figures";
  t.caption = {"報告された数量と、審査機関が計算し直した数量", "Figures as reported, and as calculated again"};
  t.columns = {{"methodology", {"方法論", "Methodology"}}, {"vintage", {"年度", "Fiscal year"}}, {"reported", {"報告", "Reported"}, Align::right}, {"own", {"再計算", "Calculated again"}, Align::right},
      {"same", {"一致", "Same"}, Align::center}};
  for (const auto& f : figures) {
    t.rows.push_back({f.methodology, f.vintage.to_string(), f.reduction.value.empty() ? Value("-") : tonnes(f.reduction), f.own_reduction.value.empty() ? Value("-") : tonnes(f.own_reduction),
        f.same ? Words{"はい", "yes"} : Words{"いいえ", "no"}});
  }
  return t;
}

report::Table finding_table(const std::vector<CaseFinding>& findings) {
  report::Table t;
  t.key = "findings";
  t.caption = {"指摘とその解決", "Findings and how they were settled"};
  t.columns = {{"number", {"番号", "Number"}}, {"kind", {"種類", "Kind"}}, {"raised_on", {"指摘日", "Raised on"}}, {"stage", {"状況", "State"}}, {"text", {"指摘の内容", "Finding"}}};
  for (const auto& f : findings) {
    t.rows.push_back({std::to_string(f.finding), words(f.kind_words), f.remarks.empty() ? Value("-") : report::short_day(f.remarks.front().on), words(f.stage_words),
        f.remarks.empty() || f.remarks.front().text.empty() ? Value("-") : Value(f.remarks.front().text)});
  }
  return t;
}

report::Section basis_of(const ReviewView& review) {
  report::Section s;
  s.key = "basis";
  s.heading = {"確認の対象", "What was looked at"};
  s.fields.push_back({"plan", {"計画書(SHA-256)", "Plan (SHA-256)"}, review.plan.to_hex()});
  if (!review.data_set.is_zero()) s.fields.push_back({"data_set", {"モニタリングデータ(SHA-256)", "Monitoring data (SHA-256)"}, review.data_set.to_hex()});
  if (!review.trace.is_zero()) s.fields.push_back({"trace", {"計算の記録(SHA-256)", "Trace of the calculation (SHA-256)"}, review.trace.to_hex()});
  for (const auto& visit : review.visits) {
    s.fields.push_back({"visit_" + std::to_string(visit.visit), visit.remote ? Words{"遠隔での確認", "Remote visit"} : Words{"現地での確認", "Site visit"}, report::day(visit.visited_on)});
  }
  for (const auto& sample : review.samples) {
    if (sample.drawn) s.fields.push_back({"sample_" + std::to_string(sample.list), {"標本(抽出の種)", "Sample (seed)"}, std::to_string(sample.sample.size()) + " / " + std::to_string(sample.population) + " (" + sample.seed.to_hex() + ")"});
  }
  return s;
}

// ---- letters ----

struct LetterWords {
  Words title;
  Words body;
};
LetterWords words_of_letter(const DocketItemView& item) {
  const bool yes = item.approved;
  switch (item.kind) {
    case DocketKind::registration:
      return yes ? LetterWords{{"プロジェクト登録通知書", "Notice of registration"}, {"申請のありました下記のプロジェクトについて、認証委員会の審議を経て登録しましたので通知します。", "The project below was registered after the committee's deliberation."}}
                 : LetterWords{{"プロジェクト登録不承認通知書", "Notice of refusal of registration"}, {"申請のありました下記のプロジェクトについて、認証委員会の審議の結果、下記の理由により登録しないこととしましたので通知します。", "After the committee's deliberation the project below was not registered, for the reason given."}};
    case DocketKind::certification:
      return yes ? LetterWords{{"クレジット認証通知書", "Notice of certification"}, {"申請のありました下記の排出削減量・吸収量について、認証委員会の審議を経て認証しましたので通知します。", "The reductions and removals below were certified after the committee's deliberation."}}
                 : LetterWords{{"クレジット認証不承認通知書", "Notice of refusal of certification"}, {"申請のありました下記の排出削減量・吸収量について、認証委員会の審議の結果、下記の理由により認証しないこととしましたので通知します。", "After the committee's deliberation the reductions and removals below were not certified, for the reason given."}};
    case DocketKind::change:
    case DocketKind::extension:
      return yes ? LetterWords{{"計画変更承認通知書", "Notice of approval of a change"}, {"届出のありました下記の計画の変更を承認しましたので通知します。", "The change of the plan below was approved."}}
                 : LetterWords{{"計画変更不承認通知書", "Notice of refusal of a change"}, {"届出のありました下記の計画の変更は、下記の理由により承認しないこととしましたので通知します。", "The change of the plan below was not approved, for the reason given."}};
    case DocketKind::appeal:
      return yes ? LetterWords{{"異議申立てに対する決定通知書", "Notice of a decision on an appeal"}, {"異議の申立てを認め、再び審議することとしましたので通知します。", "The appeal was granted; the case stands before the committee again."}}
                 : LetterWords{{"異議申立てに対する決定通知書", "Notice of a decision on an appeal"}, {"異議の申立ては、下記の理由により認めないこととしましたので通知します。", "The appeal was not granted, for the reason given."}};
    case DocketKind::methodology:
      return yes ? LetterWords{{"方法論承認通知書", "Notice of approval of a methodology"}, {"提案のありました下記の方法論を承認しましたので通知します。", "The methodology below was approved."}}
                 : LetterWords{{"方法論不承認通知書", "Notice of refusal of a methodology"}, {"提案のありました下記の方法論は、下記の理由により承認しないこととしましたので通知します。", "The methodology below was not approved, for the reason given."}};
  }
  return {};
}

std::string official_text(const DocketItemView& item) { return item.official_number == 0 ? "-" : std::to_string(item.official_number); }

report::Section matter_of(const DocketItemView& item) {
  report::Section s;
  s.key = "matter";
  s.heading = {"記", "Particulars"};
  s.fields.push_back({"title", {"件名", "Title"}, item.title});
  s.fields.push_back({"proponents", {"実施者", "Proponents"}, names_of(item.proponents)});
  if (item.kind == DocketKind::registration && item.approved) s.fields.push_back({"official_number", {"登録番号", "Registered number"}, official_text(item)});
  if (item.certification) s.fields.push_back({"certification", {"認証番号", "Certification"}, std::to_string(item.certification.value)});
  if (item.period) {
    const Words label = item.kind == DocketKind::certification ? Words{"対象期間", "Period"} : Words{"認証対象期間", "Crediting period"};
    s.fields.push_back({"period", label, item.period->to_string()});
  }
  for (std::size_t i = 0; i < item.methodologies.size(); ++i) s.fields.push_back({"methodology_" + std::to_string(i + 1), {"方法論", "Methodology"}, item.methodologies[i]});
  if (item.decided_on) s.fields.push_back({"decided_on", {"決定の日", "Decided on"}, report::day(*item.decided_on)});
  if (!item.approved) s.fields.push_back({"ground", {"理由", "Reason"}, Value(words(item.ground_words))});
  if (!item.lines.empty()) s.tables.push_back(line_table(item.lines));
  return s;
}

Error no_round(std::uint32_t round) { return make_error(errors::round_of_paper_unknown, {{"round", std::to_string(round)}}); }

// Nobody is signed in who asks: what may be decided is no part of a paper.
Result<RoundView> round_of(const Ledger& ledger, std::uint32_t round) {
  SUMI_TRY(auto view, round_view(ledger, Actor{}, round, {}));
  if (!view) return fail(no_round(round));
  return *std::move(view);
}

report::Table attendance(const RoundView& round) {
  report::Table t;
  t.key = "members";
  t.caption = {"出席した委員", "Members present"};
  t.columns = {{"name", {"氏名", "Name"}}};
  for (const auto& m : round.members) t.rows.push_back({m.name});
  return t;
}

report::Table decisions_of(const RoundView& round) {
  report::Table t;
  t.key = "docket";
  t.caption = {"議題と決定", "Docket and decisions"};
  t.columns = {{"number", {"番号", "Number"}}, {"kind", {"種類", "Kind"}}, {"title", {"件名", "Title"}}, {"amount", {"数量", "Quantity"}, Align::right}, {"decision", {"決定", "Decision"}},
      {"ground", {"理由", "Reason"}}, {"recused", {"除斥", "Recused"}}};
  for (const auto& item : round.docket) {
    Words decision{"次回へ", "carried on"};
    if (item.decided) decision = item.approved ? Words{"承認", "approved"} : Words{"不承認", "refused"};
    std::string recused;
    for (const auto& m : item.recused) recused += (recused.empty() ? "" : "、") + m.name + " (" + m.ground_words.ja + ")";
    t.rows.push_back({item.document_number, words(item.kind_words), item.title, item.amount ? tonnes(*item.amount) : Value("-"), decision, item.ground.empty() ? Value("-") : Value(words(item.ground_words)),
        recused.empty() ? Value("-") : Value(recused)});
  }
  return t;
}

// The addressee of a project's letters: its proponents.
Words addressee_of(const std::vector<OrganisationBrief>& proponents) {
  const std::string names = names_of(proponents);
  return {names + " 御中", names};
}

}  // namespace

Result<Document> statement_paper(const Ledger& ledger, const Actor& actor, const StatementAsked& asked, const LeadTimes& leads) {
  SUMI_TRY(const auto review, review_view(ledger, actor, {asked.project, asked.report, asked.change}, leads));
  if (!review || !review->readable) return fail(errors::report_not_known, {{"project", std::to_string(asked.project.value)}, {"report", std::to_string(asked.report)}});
  const bool verification = asked.report != 0;
  Document d;
  std::string verifier;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    verifier = brief_of(state, actor.organisation).name;
    const Words title = verification ? Words{"検証報告書", "Verification statement"} : Words{"妥当性確認報告書", "Validation statement"};
    const std::string number = std::to_string(asked.project.value) + (verification ? "-" + std::to_string(asked.report) : "") + (asked.change != 0 ? "-C" + std::to_string(asked.change) : "");
    d = begin(state, verification ? "verification_statement" : "validation_statement", title, number);
    d.addressee = addressee_of(review->review.proponents);
    d.issuer = {verifier, {}};
    if (asked.dated) d.issued_on = *asked.dated;
  }));
  if (!asked.signatory.empty()) d.issuer_lines.push_back({asked.signatory, {}});
  if (asked.positive) {
    d.paragraphs.push_back(verification ? Words{"下記の報告書を検証し、重要な誤りがないことを合理的な水準で確認しました。", "We verified the report below and found with reasonable assurance no material error in it."}
                                        : Words{"下記の計画書を確認し、制度の要件に適合していることを確認しました。", "We validated the plan below and found that it conforms to the scheme's requirements."});
  } else {
    d.paragraphs.push_back(verification ? Words{"下記の報告書を検証した結果、適合とは認められませんでした。", "We verified the report below and could not find it conforming."}
                                        : Words{"下記の計画書を確認した結果、制度の要件に適合しているとは認められませんでした。", "We validated the plan below and could not find it conforming to the scheme's requirements."});
  }
  report::Section subject;
  subject.key = "subject";
  subject.heading = {"対象", "Subject"};
  subject.fields.push_back({"title", {"プロジェクト", "Project"}, review->review.title});
  subject.fields.push_back({"proponents", {"実施者", "Proponents"}, names_of(review->review.proponents)});
  subject.fields.push_back({"kind", {"確認の種類", "Kind"}, words(review->review.kind_words)});
  if (review->review.period) subject.fields.push_back({"period", {"対象期間", "Period"}, review->review.period->to_string()});
  subject.fields.push_back({"result", {"結果", "Result"}, asked.positive ? Words{"適合", "positive"} : Words{"不適合", "negative"}});
  d.sections.push_back(std::move(subject));
  d.sections.push_back(basis_of(*review));
  if (verification) {
    SUMI_TRY(const auto replay, replay_view(ledger, asked.project, asked.report));
    report::Section figures;
    figures.key = "figures";
    figures.heading = {"数量", "Figures"};
    figures.tables.push_back(figure_table(replay.figures));
    d.sections.push_back(std::move(figures));
  }
  report::Section findings;
  findings.key = "findings";
  findings.heading = {"指摘", "Findings"};
  findings.tables.push_back(finding_table(review->findings));
  d.sections.push_back(std::move(findings));
  if (!asked.conclusion.empty()) {
    report::Section conclusion;
    conclusion.key = "conclusion";
    conclusion.heading = {"結論", "Conclusion"};
    conclusion.paragraphs.push_back({asked.conclusion, {}});
    d.sections.push_back(std::move(conclusion));
  }
  return d;
}

Result<Document> reviewed_plan_paper(const Ledger& ledger, const Actor& actor, const project::ReviewKey& review, const LeadTimes& leads) {
  SUMI_TRY(const auto view, review_view(ledger, actor, review, leads));
  if (!view || !view->readable) return fail(errors::report_not_known, {{"project", std::to_string(review.project.value)}, {"report", std::to_string(review.report)}});
  SUMI_TRY(const auto text, document(ledger, view->plan, "plan"));
  SUMI_TRY(const auto plan, plan_from(text, view->plan));
  SUMI_TRY(const auto head, paper_head(ledger, review.project));
  return plan_paper(plan, head);
}

Result<Document> decision_letter(const Ledger& ledger, std::uint32_t round, std::uint32_t item) {
  SUMI_TRY(const auto view, round_of(ledger, round));
  const auto found = std::ranges::find(view.docket, item, &DocketItemView::item);
  if (found == view.docket.end()) return fail(no_round(round));
  if (!found->decided) return fail(errors::letter_not_decided, {{"number", found->document_number}});
  const auto letter = words_of_letter(*found);
  Document d;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { d = begin(state, "decision_letter", letter.title, found->document_number); }));
  d.issued_on = *found->decided_on;
  d.addressee = addressee_of(found->proponents);
  d.paragraphs.push_back(letter.body);
  d.sections.push_back(matter_of(*found));
  if (!found->approved && (found->kind == DocketKind::registration || found->kind == DocketKind::certification)) {
    d.notes.push_back({"この決定に異議があるときは、制度の定める期間内に異議を申し立てることができます。", "An appeal against this decision may be lodged within the time that the scheme sets."});
  }
  return d;
}

Result<Document> return_paper(const Ledger& ledger, const ReturnAsked& asked) {
  SUMI_TRY(const auto whole, case_view(ledger, asked.project, {}, {}));
  if (!whole) return fail(errors::report_not_known, {{"project", std::to_string(asked.project.value)}, {"report", std::to_string(asked.report)}});
  SUMI_TRY(const auto book, ledger.rulebook());
  const auto count = std::ranges::count(whole->returns, asked.report, &CaseReturn::report) + 1;
  Document d;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    d = begin(state, "return_letter", {"申請書類の補正について(依頼)", "Request to correct an application"},
        "R-" + std::to_string(asked.project.value) + "-" + std::to_string(asked.report) + "-" + std::to_string(count));
  }));
  d.addressee = addressee_of(whole->head.project.proponents);
  d.paragraphs.push_back({"申請のありました下記の件について、補正をお願いします。期限までに回答がないときは、申請はなかったものとなります。", "Please correct the application below. Without an answer by the last day the application lapses."});
  report::Section s;
  s.key = "matter";
  s.heading = {"記", "Particulars"};
  s.fields.push_back({"title", {"件名", "Title"}, whole->head.project.title});
  s.fields.push_back({"application", {"申請", "Application"}, asked.report == 0 ? Words{"プロジェクトの登録", "Registration"} : Words{"クレジットの認証(報告書 第" + std::to_string(asked.report) + "号)", "Certification of report " + std::to_string(asked.report)}});
  s.fields.push_back({"ground", {"理由", "Reason"}, Value(words(ground_words(*book, asked.ground)))});
  s.fields.push_back({"deadline", {"回答の期限", "Last day for the answer"}, report::day(asked.deadline)});
  if (!asked.text.empty()) s.paragraphs.push_back({asked.text, {}});
  d.sections.push_back(std::move(s));
  return d;
}

Result<Document> return_letter(const Ledger& ledger, ProjectNumber project, std::uint32_t report, std::uint32_t number) {
  std::optional<project::ReturnRow> row;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* found = state.cases().conduct.returns.find({project, report, number})) row = *found;
  }));
  if (!row) return fail(errors::return_of_paper_unknown, {{"project", std::to_string(project.value)}, {"number", std::to_string(number)}});
  SUMI_TRY(auto d, return_paper(ledger, {project, report, row->ground, row->deadline, {}}));
  d.number = "R-" + std::to_string(project.value) + "-" + std::to_string(report) + "-" + std::to_string(number);
  d.issued_on = row->returned.on;
  return d;
}

Result<Document> minutes_paper(const Ledger& ledger, std::uint32_t round, const std::string& remarks) {
  SUMI_TRY(const auto view, round_of(ledger, round));
  Document d;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    d = begin(state, "minutes", {"認証委員会 第" + std::to_string(round) + "回 議事録", "Minutes of round " + std::to_string(round) + " of the committee"}, std::to_string(round) + "-0");
  }));
  if (view.head.closed_on) d.issued_on = *view.head.closed_on;
  report::Section head;
  head.key = "round";
  head.heading = {"開催", "The round"};
  head.fields.push_back({"held_on", {"開催日", "Held on"}, report::day(view.head.held_on)});
  head.fields.push_back({"quorum", {"定足数", "Quorum"}, std::to_string(view.head.quorum)});
  head.tables.push_back(attendance(view));
  d.sections.push_back(std::move(head));
  report::Section docket;
  docket.key = "docket";
  docket.heading = {"審議", "Deliberation"};
  docket.tables.push_back(decisions_of(view));
  d.sections.push_back(std::move(docket));
  if (!remarks.empty()) {
    report::Section other;
    other.key = "remarks";
    other.heading = {"その他", "Other matters"};
    other.paragraphs.push_back({remarks, {}});
    d.sections.push_back(std::move(other));
  }
  return d;
}

}  // namespace sumi::service
