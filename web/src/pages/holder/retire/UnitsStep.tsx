import { Button, Tag } from "@carbon/react";
import { useGet } from "../../../api/queries";
import type { Problem } from "../../../api/problem";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Tonnes } from "../../../parts/Amounts";
import { Loading } from "../../../parts/Loading";
import { originTexts } from "../../../parts/originTexts";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { amountText } from "../../../parts/values";
import { LineFigure, Marks, Reason, Values } from "../parts";
import type { EligibleLine, EligibleUnits, Purpose, Rule, Sum } from "../model";
import { isPicked, PickUnits } from "../transfer/PickUnits";
import type { Draft } from "./draft";
import { texts } from "./texts";

const COLOURS = { yes: "green", conditional: "teal", not_known: "gray", no: "red", not_free: "purple" } as const;

interface Props {
  account: string;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  purposes: readonly Purpose[];
  answer: EligibleUnits | undefined;
  problem: Problem | null;
  busy: boolean;
  next: () => void;
  back: () => void;
}

export function UnitsStep({ account, draft, change, purposes, answer, problem, busy, next, back }: Props) {
  const o = useTexts(originTexts);
  const of = (...kinds: EligibleLine["eligible"][]) => ({
    text: o("eligibleUnits"),
    parts: (answer?.lines ?? []).filter((one) => kinds.includes(one.eligible)).map((one) => ({ name: one.line.serials, value: <Tonnes amount={one.line.units} /> })),
  });
  const t = useTexts(texts);
  const { language } = useLanguage();
  const types = useGet<{ items: Sum[] }>(`/accounts/${account}/holdings/sums`, { by: "kind" });
  const projects = useGet<{ items: Sum[] }>(`/accounts/${account}/holdings/sums`, { by: "project" });
  const may = (answer?.lines ?? []).filter((one) => one.eligible !== "no" && one.eligible !== "not_free").map((one) => one.line);
  return (
    <form
      className="s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isPicked(draft.picked)) next();
      }}
    >
      <ProblemNotice problem={problem} />
      {!answer && !problem && <Loading />}
      {answer && (
        <>
          <Reason why={answer.draft} />
          <h3>{t("eligible")}</h3>
          <p className="s-prose">{t("eligibleLead")}</p>
          <Values
            rows={[
              [t("may"), <Tonnes key="may" amount={answer.may} name={t("may")} from={of("yes")} />],
              [t("conditional"), <Tonnes key="conditional" amount={answer.conditional} name={t("conditional")} from={of("conditional", "not_known")} />],
              [t("mayNot"), <Tonnes key="no" amount={answer.may_not} name={t("mayNot")} from={of("no")} />],
              [t("waiting"), <Tonnes key="waiting" amount={answer.waiting} name={t("waiting")} from={of("not_free")} />],
            ]}
          />
          {answer.lines.length === 0 && <p>{t("nothingHeld")}</p>}
          {answer.lines.length > 0 && <Table lines={answer.lines} purposes={purposes} />}
          {answer.lines_in_all > answer.lines.length && <p className="s-source">{t("moreLines", { shown: answer.lines.length, all: answer.lines_in_all })}</p>}
          <h3>{t("choose")}</h3>
          <PickUnits
            picked={draft.picked}
            change={(picked) => change({ picked })}
            lines={may}
            types={types.data?.items ?? []}
            projects={projects.data?.items ?? []}
            help={t("free", { units: amountText(answer.may.value, answer.may.unit, language) })}
          />
        </>
      )}
      <div className="s-row">
        <Button type="submit" size="md" disabled={busy || !isPicked(draft.picked) || !answer}>
          {t("look")}
        </Button>
        <Button size="md" kind="ghost" onClick={back}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}

function Table({ lines, purposes }: { lines: readonly EligibleLine[]; purposes: readonly Purpose[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("eligible")}>
      <table className="cds--data-table" aria-label={t("eligible")}>
        <thead>
          <tr>
            <th scope="col">{t("serialNumbers")}</th>
            <th scope="col" className="s-end">
              {t("units")}
            </th>
            <th scope="col">{t("answer")}</th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => (
            <tr key={one.line.id + one.line.state}>
              <td data-label={t("serialNumbers")}>
                {one.line.serials} <Marks marks={one.line.marks} />
              </td>
              <td data-label={t("units")} className="s-end">
                <LineFigure line={one.line} />
              </td>
              <td data-label={t("answer")}>
                <Tag type={COLOURS[one.eligible]} size="sm">
                  {say(one.words, language)}
                </Tag>
              </td>
              <td data-label={t("why")}>
                {one.why_not && (
                  <p>
                    {say(one.why_not, language)} {say({ ja: one.why_not.remedy_ja, en: one.why_not.remedy_en }, language)}
                  </p>
                )}
                {one.rules.map((rule) => (
                  <Ruled key={rule.purpose} rule={rule} purposes={purposes} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// A rule as it decided: condition, limit, where it was published.
export function Ruled({ rule, purposes }: { rule: Rule; purposes: readonly Purpose[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const purpose = purposes.find((one) => one.purpose === rule.purpose);
  const condition = say(rule.condition, language);
  const limit = say(rule.limit, language);
  return (
    <details>
      <summary>
        {purpose ? say(purpose.title, language) : rule.purpose}: {say(rule.verdict_words, language)}
      </summary>
      <p>{say(rule.reason, language)}</p>
      {condition && (
        <p>
          {t("condition")}: {condition}
        </p>
      )}
      {limit && (
        <p>
          {t("limit")}: {limit}
        </p>
      )}
      {rule.sources.length > 0 && (
        <p className="s-source">
          {t("source")}: {rule.sources.map((one) => [one.title, one.published].filter(Boolean).join(", ")).join("; ")}
        </p>
      )}
    </details>
  );
}
