import { Button } from "@carbon/react";
import type { Problem } from "../../../api/problem";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Figure } from "../../../parts/Figure";
import { amountText, dateText } from "../../../parts/values";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Lines, Values, yearText } from "../parts";
import type { Account, Purpose, RetirePreview } from "../model";
import type { Draft } from "./draft";
import { Ruled } from "./UnitsStep";
import { texts } from "./texts";
import { kindWord, offsetWord } from "./words";

interface Props {
  account: Account;
  draft: Draft;
  purposes: readonly Purpose[];
  preview: RetirePreview;
  problem: Problem | null;
  busy: boolean;
  apply: () => void;
  back: () => void;
}

export function CheckStep({ account, draft, purposes, preview, problem, busy, apply, back }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const uses = draft.uses.map((use) => {
    const purpose = purposes.find((one) => one.purpose === use.purpose);
    return [purpose ? say(purpose.title, language) : use.purpose, use.fiscal_year && yearText(use.fiscal_year, language), use.report].filter(Boolean).join(" / ");
  });
  const conditions = preview.lines.flatMap((one) => one.rules.filter((rule) => rule.verdict !== "met").map((rule) => ({ id: one.line.id + rule.purpose, rule })));
  return (
    <div className="s-stack">
      <Values
        rows={[
          [t("kind"), kindWord(t, preview.end_use)],
          [t("account"), `${account.account} ${account.holder.name}`],
          [t("user"), preview.user_corporate_number ? `${preview.user.name} (${preview.user_corporate_number})` : preview.user.name],
          preview.by_proxy && [t("proxy"), t("yes")],
          [t("uses"), uses.join("; ")],
          draft.offset !== "none" && [t("offset"), `${offsetWord(t, draft.offset)}: ${draft.offset_object}`],
          draft.place !== "" && [t("place"), draft.place],
          [t("units"), <Figure key="units" amount={preview.units} from={{ text: t("unitsFrom"), parts: preview.lines.map((one) => ({ name: one.line.serials, value: amountText(one.line.units.value, one.line.units.unit, language) })) }} />],
          [
            t("then"),
            <>
              <p>{t("thenWait", { date: dateText(preview.lapses_at, language) })}</p>
              <p>{preview.needs_second ? t("thenSecond") : t("thenComplete")}</p>
            </>,
          ],
        ]}
      />
      <Lines lines={preview.lines.map((one) => one.line)} name={t("serials")} />
      {conditions.length > 0 && (
        <section>
          <h3>{t("conditionsToKeep")}</h3>
          {conditions.map((one) => (
            <Ruled key={one.id} rule={one.rule} purposes={purposes} />
          ))}
        </section>
      )}
      <ProblemNotice problem={problem} again={apply} />
      <div className="s-row">
        <Button size="md" disabled={busy} onClick={apply}>
          {t("apply")}
        </Button>
        <Button size="md" kind="ghost" onClick={back}>
          {t("back")}
        </Button>
      </div>
    </div>
  );
}
