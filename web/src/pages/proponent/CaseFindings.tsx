// The dialogue with the verifier from the proponent's side, and the secretariat's returns.
import { Button, Tag, TextArea } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { DateText } from "../../parts/Amounts";
import { dateText } from "../../parts/values";
import type { CaseFinding, CaseView, EvidenceKept } from "./api";
import { EvidenceUpload } from "./EvidenceUpload";
import { texts } from "./texts";

export function Findings({ view }: { view: CaseView }) {
  const t = useTexts(texts);
  return (
    <section className="s-section">
      <h2>{t("findings")}</h2>
      {view.findings.length === 0 && <p>{t("findingNone")}</p>}
      <div className="s-stack">
        {view.findings.map((finding) => (
          <Finding key={finding.finding} finding={finding} project={view.head.project.project} mayAnswer={view.proponent} />
        ))}
      </div>
    </section>
  );
}

function Finding({ finding, project, mayAnswer }: { finding: CaseFinding; project: number; mayAnswer: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const [document, setDocument] = useState<EvidenceKept>();
  const answer = useCommand<{ project: number; finding: number; text: string; document?: string }>("AnswerFinding");
  return (
    <article className="s-finding">
      <div className="s-row">
        <h3>{t("findingTitle", { finding: finding.finding, kind: say(finding.kind_words, language) })}</h3>
        <Tag type={finding.stage === "settled" ? "green" : finding.answer_waits ? "red" : "blue"}>{say(finding.stage_words, language)}</Tag>
        {finding.report > 0 && <span className="s-source">{t("reportNumber", { report: finding.report })}</span>}
      </div>
      <ol className="s-plain s-stack-small">
        {finding.remarks.map((remark, i) => (
          <li key={i} className="s-rule">
            <p className="s-source">
              <DateText date={remark.on} /> {remark.by.name}
            </p>
            <p className="s-keep-lines">{remark.text || t("erasedText")}</p>
            {remark.document && <code className="s-hash">{remark.document}</code>}
          </li>
        ))}
      </ol>
      {mayAnswer && finding.answer_waits && !answer.isSuccess && (
        <form
          className="s-stack-small"
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate({ project, finding: finding.finding, text, document: document?.hash });
          }}
        >
          <TextArea id={`answer-${finding.finding}`} labelText={t("answerLabel")} helperText={t("answerHelp")} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
          <EvidenceUpload onKept={setDocument} />
          <Button type="submit" size="md" disabled={!text.trim() || answer.isPending}>
            {t("sendAnswer")}
          </Button>
          <ProblemNotice problem={answer.error} />
        </form>
      )}
      {answer.isSuccess && <p role="status">{t("answerSent")}</p>}
    </article>
  );
}

export function Returns({ view }: { view: CaseView }) {
  const t = useTexts(texts);
  const open = view.returns.filter((r) => r.stage === "open");
  if (open.length === 0) return null;
  return (
    <section className="s-section">
      <h2>{t("returns")}</h2>
      {open.map((one) => (
        <ReturnAnswer key={one.report} one={one} project={view.head.project.project} mayAnswer={view.proponent} />
      ))}
    </section>
  );
}

function ReturnAnswer({ one, project, mayAnswer }: { one: CaseView["returns"][number]; project: number; mayAnswer: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [document, setDocument] = useState<EvidenceKept>();
  const answer = useCommand<{ project: number; report: number; document?: string }>("AnswerReturn");
  return (
    <div className="s-stack-small">
      <p>{t("returnText", { ground: one.ground, deadline: dateText(one.deadline, language) })}</p>
      {mayAnswer && (
        <>
          <p>{t("returnAnswer")}</p>
          <EvidenceUpload onKept={setDocument} />
          <Button size="md" disabled={!document || answer.isPending} onClick={() => answer.mutate({ project, report: one.report, document: document?.hash })}>
            {t("sendAnswer")}
          </Button>
        </>
      )}
      <ProblemNotice problem={answer.error} />
    </div>
  );
}
