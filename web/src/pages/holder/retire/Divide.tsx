import { Button, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { DateText } from "../../../parts/Amounts";
import { Figure } from "../../../parts/Figure";
import { amountText, grouped } from "../../../parts/values";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { isZero, Reason, Values } from "../parts";
import type { OwnRetirement } from "../model";
import { half } from "../transfer/PickUnits";
import { texts } from "./texts";

interface Part {
  title: string;
  count: string;
  grams: string;
}
const one_part: Part = { title: "", count: "", grams: "" };
const whole = (text: string) => (/^[1-9]\d*$/.test(half(text)) ? BigInt(half(text)) : undefined);

// Into certificates in whole grams: 950 gifts of one retirement. What there is to divide the server says, and it refuses more.
export function Divide({ one }: { one: OwnRetirement }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [parts, setParts] = useState<readonly Part[]>([one_part]);
  const dividing = useCommand<Record<string, unknown>>("DivideRetirement");
  const set = (i: number, part: Partial<Part>) => setParts(parts.map((before, n) => (n === i ? { ...before, ...part } : before)));
  const numbers = parts.map((part) => ({ count: whole(part.count), grams: whole(part.grams) }));
  const ready = numbers.every((part) => part.count !== undefined && part.grams !== undefined);
  const count = numbers.reduce((sum, part) => sum + (part.count ?? 0n), 0n);
  const grams = numbers.reduce((sum, part) => sum + (part.count ?? 0n) * (part.grams ?? 0n), 0n);
  const send = () =>
    dividing.mutate(
      { retirement: one.retirement, parts: numbers.map((part) => ({ count: String(part.count), grams: String(part.grams) })), titles: parts.map((part) => part.title.replace(/\n/g, " ") || "-").join("\n") },
      { onSuccess: () => setParts([one_part]) },
    );
  return (
    <section className="s-section s-stack" aria-labelledby="divide">
      <h2 id="divide">{t("divide")}</h2>
      <p className="s-prose">{t("divideText")}</p>
      <Values
        rows={[
          [t("divided"), <Figure key="divided" amount={one.divided} from={{ text: t("dividedSum"), parts: one.certificates.map((part) => ({ name: numbersOf(part), value: amountText(part.each.value, part.each.unit, language) })) }} />],
          [t("left"), <Figure key="left" amount={one.left} from={{ text: t("dividedFrom") }} />],
        ]}
      />
      {one.certificates.length > 0 && <Certificates one={one} />}
      {!isZero(one.left) && !one.divide.allowed && <Reason why={one.divide.why_not} />}
      {one.divide.allowed && (
        <form
          className="s-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) send();
          }}
        >
          {parts.map((part, i) => (
            <fieldset key={i} className="cds--fieldset">
              <legend className="cds--label">{t("partKind", { number: i + 1 })}</legend>
              <div className="s-row">
                <TextInput id={`part-title-${i}`} labelText={t("partTitle")} value={part.title} onChange={(event) => set(i, { title: event.target.value })} />
                <TextInput id={`part-count-${i}`} labelText={t("partCount")} inputMode="numeric" value={part.count} onChange={(event) => set(i, { count: event.target.value })} />
                <TextInput id={`part-grams-${i}`} labelText={t("partGrams")} inputMode="numeric" value={part.grams} onChange={(event) => set(i, { grams: event.target.value })} />
                {parts.length > 1 && (
                  <Button size="sm" kind="ghost" onClick={() => setParts(parts.filter((_part, n) => n !== i))}>
                    {t("dropPart", { number: i + 1 })}
                  </Button>
                )}
              </div>
            </fieldset>
          ))}
          <p aria-live="polite">{t("partsTotal", { count: grouped(String(count)), grams: grouped(String(grams)) })}</p>
          <ProblemNotice problem={dividing.error} again={send} />
          <div className="s-row">
            <Button type="submit" size="md" disabled={!ready || dividing.isPending}>
              {t("makeCertificates")}
            </Button>
            <Button size="md" kind="ghost" onClick={() => setParts([...parts, one_part])}>
              {t("addPart")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

const numbersOf = (part: OwnRetirement["certificates"][number]) => (part.first === part.last ? String(part.first) : `${part.first}-${part.last}`);

function Certificates({ one }: { one: OwnRetirement }) {
  const t = useTexts(texts);
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("certificates")}>
      <table className="cds--data-table" aria-label={t("certificates")}>
        <thead>
          <tr>
            <th scope="col">{t("numbers")}</th>
            <th scope="col">{t("partTitle")}</th>
            <th scope="col" className="s-end">
              {t("partCount")}
            </th>
            <th scope="col" className="s-end">
              {t("partGrams")}
            </th>
            <th scope="col">{t("issuedOn")}</th>
          </tr>
        </thead>
        <tbody>
          {one.certificates.map((part) => (
            <tr key={String(part.first)}>
              <td data-label={t("numbers")}>{numbersOf(part)}</td>
              <td data-label={t("partTitle")}>{part.title || "-"}</td>
              <td className="s-end" data-label={t("partCount")}>
                {grouped(String(part.count))}
              </td>
              <td className="s-end" data-label={t("partGrams")}>
                <Figure amount={part.each} from={{ text: t("eachFrom"), parts: [{ name: t("numbers"), value: numbersOf(part) }] }} />
              </td>
              <td data-label={t("issuedOn")}>
                <DateText date={part.issued_on} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
