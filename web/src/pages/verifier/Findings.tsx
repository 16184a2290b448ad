// Findings by severity, each with its dialogue until it is closed.
import { Button, Tag } from "@carbon/react";
import { useState } from "react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { CommandForm } from "../../parts/CommandForm";
import { EmptyState } from "../../parts/DataTable";
import type { CaseFinding } from "../proponent/api";
import type { Review } from "./model";
import { texts } from "./texts";

const KEEP = "/verifier/documents";
const WEIGHT: Record<string, number> = { corrective: 0, clarification: 1, observation: 2 };

export function Findings({ data }: { data: Review }) {
  const t = useTexts(texts);
  const [raising, setRaising] = useState(false);
  const { project, report, change, open } = data.review;
  const sorted = [...data.findings].sort((a, b) => Number(a.stage === "settled") - Number(b.stage === "settled") || (WEIGHT[a.kind] ?? 3) - (WEIGHT[b.kind] ?? 3) || a.finding - b.finding);
  return (
    <section className="s-section s-stack">
      <h2>{t("findings")}</h2>
      {sorted.length === 0 && <EmptyState empty={{ title: t("findingsNone"), text: t("findingsNoneText") }} />}
      {sorted.map((finding) => (
        <Finding key={finding.finding} project={project} finding={finding} open={open} />
      ))}
      {open && !raising && (
        <Button size="md" kind="tertiary" onClick={() => setRaising(true)}>
          {t("raise")}
        </Button>
      )}
      {open && raising && (
        <CommandForm
          command="RaiseFinding"
          fixed={{ project, report, change }}
          fields={[
            {
              id: "kind",
              name: t("severity"),
              kind: "choice",
              options: [
                { value: "corrective", name: t("corrective") },
                { value: "clarification", name: t("clarification") },
                { value: "observation", name: t("observation") },
              ],
            },
            { id: "text", name: t("findingText"), kind: "long" },
            { id: "document", name: t("attachment"), kind: "document", keep: KEEP, optional: true, text: "text" },
          ]}
          submit={t("raise")}
          onDone={() => setRaising(false)}
        />
      )}
    </section>
  );
}

function Finding({ project, finding, open }: { project: number; finding: CaseFinding; open: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <article className="s-rule" aria-label={t("findingNumber", { number: finding.finding })}>
      <div className="s-row">
        <Tag type={finding.kind === "corrective" ? "red" : finding.kind === "clarification" ? "blue" : "gray"}>{say(finding.kind_words, language)}</Tag>
        <strong>{t("findingNumber", { number: finding.finding })}</strong>
        <Tag type={finding.stage === "settled" ? "green" : "gray"}>{say(finding.stage_words, language)}</Tag>
      </div>
      <ol className="s-list">
        {finding.remarks.map((remark, i) => (
          <li key={`${remark.on}${i}`}>
            <span className="s-secondary">
              <DateText date={remark.on} /> {remark.by.name}
            </span>
            <p>{remark.text || (remark.document ? t("inDocument") : t("erased"))}</p>
          </li>
        ))}
      </ol>
      {open && finding.stage === "answered" && (
        <CommandForm
          command="CloseFinding"
          fixed={{ project, finding: finding.finding }}
          fields={[
            { id: "settled", name: t("closeQuestion"), kind: "yes_no", yes: t("settled"), no: t("again") },
            { id: "text", name: t("closeText"), kind: "long" },
            { id: "document", name: t("attachment"), kind: "document", keep: KEEP, optional: true, text: "text" },
          ]}
          submit={t("close")}
        />
      )}
      {open && finding.answer_waits && <p className="s-source">{t("waitsForAnswer")}</p>}
    </article>
  );
}
