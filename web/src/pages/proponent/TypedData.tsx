// Monitoring data typed month by month: becomes the same CSV that could have been uploaded.
import { Button, TextInput } from "@carbon/react";
import { useMemo, useState } from "react";
import { useTexts } from "../../i18n/language";
import type { Series } from "./api";
import { csvOf, monthsOf } from "./typed";
import { texts } from "./monitoringTexts";

interface Props {
  series: readonly Series[];
  first: string;
  last: string;
  take: (file: File) => void;
}

export function TypedData({ series, first, last, take }: Props) {
  const t = useTexts(texts);
  const periods = useMemo(() => monthsOf(first, last), [first, last]);
  const [values, setValues] = useState<Record<string, string>>({});
  const [evidence, setEvidence] = useState<Record<string, string>>({});
  const keyOf = (s: Series, period: string) => `${s.activity}|${s.symbol}|${s.row}|${period}`;
  const rows = series.flatMap((s) =>
    (s.divisible ? periods : [`${first}..${last}`]).map((period) => ({
      activity: s.activity,
      parameter: s.symbol,
      row: s.row,
      period,
      value: values[keyOf(s, period)] ?? "",
      unit: s.unit,
      class: s.monitoring_class,
      evidence: evidence[period] ?? "",
    })),
  );
  return (
    <form
      className="s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        take(new File([csvOf(rows)], "typed.csv", { type: "text/csv" }));
      }}
    >
      {[...new Set(rows.map((r) => r.period))].map((period) => (
        <fieldset key={period} className="s-form-group">
          <legend>{period}</legend>
          <div className="s-row">
            {series
              .filter((s) => (s.divisible ? periods.includes(period) : period === `${first}..${last}`))
              .map((s) => (
                <TextInput
                  key={keyOf(s, period)}
                  id={`typed-${keyOf(s, period)}`}
                  inputMode="decimal"
                  labelText={t("valueOf", { month: period, symbol: [s.symbol, s.row].filter(Boolean).join(" "), unit: s.unit })}
                  value={values[keyOf(s, period)] ?? ""}
                  onChange={(event) => setValues((all) => ({ ...all, [keyOf(s, period)]: event.target.value }))}
                />
              ))}
            <TextInput id={`evidence-${period}`} labelText={t("evidenceOf", { month: period })} value={evidence[period] ?? ""} onChange={(event) => setEvidence((all) => ({ ...all, [period]: event.target.value }))} />
          </div>
        </fieldset>
      ))}
      <Button type="submit" size="md">
        {t("checkTyped")}
      </Button>
    </form>
  );
}
