// What the check of a draft says: what must be mended, with the way to each field, the rules, and the reductions that its figures give.
import { Button } from "@carbon/react";
import type { Problem } from "../../api/problem";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { DraftCheck, FieldFinding, YearFigures } from "./api";
import { Rules } from "./Rules";
import { texts } from "./planTexts";
import { YearTable } from "./YearTable";

interface Props {
  check: DraftCheck | undefined;
  problem: Problem | null;
  goTo: (path: string) => void;
  copyYears: (years: readonly YearFigures[]) => void;
}

export function CheckPanel({ check, problem, goTo, copyYears }: Props) {
  const t = useTexts(texts);
  if (problem) return <ProblemNotice problem={problem} />;
  if (!check) return <Loading text={t("checking")} />;
  const refuses = check.findings.filter((f) => f.weight === "refuses");
  const remarks = check.findings.filter((f) => f.weight === "remark");
  return (
    <aside className="s-stack s-check" aria-label={t("check")}>
      <h2>{t("check")}</h2>
      <p className={check.complete ? "s-notice s-notice-good" : "s-notice"} role="status">
        {check.complete ? t("complete") : t("incomplete", { count: Math.max(1, refuses.length) })}
      </p>
      <FindingList findings={refuses} goTo={goTo} />
      {remarks.length > 0 && (
        <details>
          <summary>{t("remarks", { count: remarks.length })}</summary>
          <FindingList findings={remarks} goTo={goTo} />
        </details>
      )}
      {check.years.length > 0 && (
        <details>
          <summary>{t("years")}</summary>
          <YearTable years={check.years} />
          <Button size="sm" kind="tertiary" onClick={() => copyYears(check.years)}>
            {t("copyYears")}
          </Button>
        </details>
      )}
      <h3>{t("rulesTitle")}</h3>
      {check.rules.length > 0 ? <Rules findings={check.rules} /> : <p>{t("rulesLater")}</p>}
    </aside>
  );
}

export function FindingList({ findings, goTo }: { findings: readonly FieldFinding[]; goTo?: (path: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <ul className="s-plain s-stack-small">
      {findings.map((f, i) => (
        <li key={`${f.path}${f.code}${i}`} className="s-rule">
          <p>
            {say(f.title, language) && <strong>{say(f.title, language)} </strong>}
            {say(f.text, language)}
          </p>
          {say(f.remedy, language) && <p className="s-source">{say(f.remedy, language)}</p>}
          {goTo && f.path && (
            <Button size="sm" kind="ghost" onClick={() => goTo(f.path)}>
              {t("goTo")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
