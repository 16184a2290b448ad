import { Button, RadioButton, RadioButtonGroup, Select, SelectItem, TextInput } from "@carbon/react";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Term } from "../../../parts/Term";
import { yearText } from "../parts";
import type { EndUse, Purpose } from "../model";
import type { Draft } from "./draft";
import { texts } from "./texts";
import { kindWord, needWord } from "./words";

const KINDS = ["retirement", "state_target", "cancellation"] as const;
const TERMS = { retirement: "retirement", state_target: "state_retirement", cancellation: "cancellation" } as const;

export function PurposeStep({ draft, change, purposes, next }: { draft: Draft; change: (part: Partial<Draft>) => void; purposes: readonly Purpose[]; next: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const fit = purposes.filter((one) => one.end_uses.includes(draft.end_use));
  const first = purposes.find((one) => one.purpose === draft.uses[0]?.purpose);
  const ready = draft.uses.every((use) => {
    const purpose = purposes.find((one) => one.purpose === use.purpose);
    return purpose !== undefined && (!purpose.fiscal_year_needed || use.fiscal_year !== "");
  });
  const set = (i: number, part: Partial<Draft["uses"][number]>) => change({ uses: draft.uses.map((use, n) => (n === i ? { ...use, ...part } : use)) });
  const term = TERMS[draft.end_use as keyof typeof TERMS] ?? "retirement";
  return (
    <form
      className="s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) next();
      }}
    >
      <RadioButtonGroup
        legendText={t("kind")}
        name="end-use"
        orientation="vertical"
        valueSelected={draft.end_use}
        onChange={(value) => change({ end_use: value as EndUse, uses: [{ purpose: "", fiscal_year: "", report: "" }] })}
      >
        {KINDS.map((kind) => (
          <RadioButton key={kind} id={`end-use-${kind}`} value={kind} labelText={kindWord(t, kind)} />
        ))}
      </RadioButtonGroup>
      <p>
        <Term word={term} />
      </p>
      <RadioButtonGroup
        legendText={t("purpose")}
        name="purpose"
        orientation="vertical"
        valueSelected={draft.uses[0]?.purpose ?? ""}
        onChange={(value) => {
          const purpose = purposes.find((one) => one.purpose === value);
          const year = purpose?.years_bound ? (purpose.years[purpose.years.length - 1] ?? "") : "";
          change({ uses: [{ purpose: String(value), fiscal_year: year, report: draft.uses[0]?.report ?? "" }] });
        }}
      >
        {fit.map((purpose) => (
          <RadioButton key={purpose.purpose} id={`purpose-${purpose.purpose}`} value={purpose.purpose} labelText={say(purpose.title, language)} />
        ))}
      </RadioButtonGroup>
      {first && <About purpose={first} />}
      {first &&
        draft.uses.map((use, i) => {
          const purpose = purposes.find((one) => one.purpose === use.purpose) ?? first;
          return (
            <fieldset key={i} className="cds--fieldset s-narrow s-stack">
              <legend className="cds--label">{t("reportNumber", { number: i + 1 })}</legend>
              {i > 0 && (
                <Select id={`purpose-of-${i}`} labelText={t("purpose")} value={use.purpose} onChange={(event) => set(i, { purpose: event.target.value })}>
                  {fit
                    .filter((one) => one.scope === first.scope)
                    .map((one) => (
                      <SelectItem key={one.purpose} value={one.purpose} text={say(one.title, language)} />
                    ))}
                </Select>
              )}
              <Select id={`year-${i}`} labelText={t("year")} helperText={purpose.years_bound ? t("yearBound") : undefined} value={use.fiscal_year} onChange={(event) => set(i, { fiscal_year: event.target.value })}>
                <SelectItem value="" text={t("yearNone")} disabled={purpose.fiscal_year_needed} />
                {purpose.years.map((year) => (
                  <SelectItem key={year} value={year} text={yearText(year, language)} />
                ))}
              </Select>
              <TextInput id={`report-${i}`} labelText={t("report")} value={use.report} onChange={(event) => set(i, { report: event.target.value })} />
              {i > 0 && (
                <Button size="sm" kind="ghost" onClick={() => change({ uses: draft.uses.filter((_use, n) => n !== i) })}>
                  {t("dropReport", { number: i + 1 })}
                </Button>
              )}
            </fieldset>
          );
        })}
      <div className="s-row">
        <Button type="submit" size="md" disabled={!ready}>
          {t("next")}
        </Button>
        {first && (
          <Button size="md" kind="ghost" onClick={() => change({ uses: [...draft.uses, { purpose: first.purpose, fiscal_year: draft.uses[0]?.fiscal_year ?? "", report: "" }] })}>
            {t("anotherReport")}
          </Button>
        )}
      </div>
    </form>
  );
}

function About({ purpose }: { purpose: Purpose }) {
  const t = useTexts(texts);
  return (
    <div className="s-notice s-notice-info">
      {purpose.needs.length > 0 && (
        <p>
          {t("needs")}: {purpose.needs.map((need) => needWord(t, need)).join(", ")}
        </p>
      )}
      {!purpose.judged && <p>{t("notJudged")}</p>}
      <p className="s-source">
        {t("source")}: {purpose.sources.map((one) => [one.title, one.publisher, one.published].filter(Boolean).join(", ")).join("; ")}
      </p>
    </div>
  );
}
