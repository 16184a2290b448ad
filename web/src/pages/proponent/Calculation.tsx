// A calculation step by step: the values with their origin, then every formula with its result.
import { Tag, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Tonnes, VintageText } from "../../parts/Amounts";
import { Figure } from "../../parts/Figure";
import { originTexts } from "../../parts/originTexts";
import { StepFormulas } from "../../parts/StepFormulas";
import type { CalculationView, LineView } from "./api";
import { periodText, vintageText } from "../../parts/values";
import { texts } from "./monitoringTexts";

const origins = ["monitored", "plan", "declared", "table"] as const;
type Origin = (typeof origins)[number];

export function Lines({ lines }: { lines: readonly LineView[] }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("reduction")}>
      <Table size="md" aria-label={t("reduction")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("methodology")}</TableHeader>
            <TableHeader>{t("vintage")}</TableHeader>
            <TableHeader className="s-end">{t("baseline")}</TableHeader>
            <TableHeader className="s-end">{t("project")}</TableHeader>
            <TableHeader className="s-end">{t("reduction")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line) => (
            <TableRow key={line.methodology + line.vintage}>
              <TableCell data-label={t("methodology")}>{line.methodology}</TableCell>
              <TableCell data-label={t("vintage")}>
                <VintageText vintage={line.vintage} />
              </TableCell>
              <TableCell data-label={t("baseline")} className="s-end">
                <Tonnes amount={line.baseline} name={t("baseline")} from={{ text: o("emissionLine") }} />
              </TableCell>
              <TableCell data-label={t("project")} className="s-end">
                <Tonnes amount={line.project} name={t("project")} from={{ text: o("emissionLine") }} />
              </TableCell>
              <TableCell data-label={t("reduction")} className="s-end">
                <Figure
                  amount={line.reduction}
                  from={{
                    text: say(line.rounding, language),
                    parts: [
                      { name: t("baseline"), value: <Tonnes amount={line.baseline} /> },
                      { name: t("project"), value: <Tonnes amount={line.project} /> },
                      ...line.flags.map((flag, i) => ({ name: `${i + 1}`, value: say(flag, language) })),
                    ],
                  }}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

export function Calculations({ all }: { all: readonly CalculationView[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("steps")}</h2>
      {all.map((one, i) => (
        <details key={`${one.activity}${one.period}`} open={i === 0} className="s-form-row">
          <summary>{t("calculation", { activity: one.activity, period: periodText(one.period, language), vintage: vintageText(one.vintage, language) })}</summary>
          <Inputs one={one} />
          <StepList one={one} />
        </details>
      ))}
    </section>
  );
}

function Inputs({ one }: { one: CalculationView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const origin = (word: string) => (origins.includes(word as Origin) ? t(word as Origin) : t("table"));
  return (
    <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("inputs")}>
      <Table size="sm" aria-label={t("inputs")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("symbol")}</TableHeader>
            <TableHeader>{t("definition")}</TableHeader>
            <TableHeader className="s-end">{t("value")}</TableHeader>
            <TableHeader>{t("origin")}</TableHeader>
            <TableHeader>{t("source")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {one.inputs.map((input) => (
            <TableRow key={input.symbol + input.row}>
              <TableCell data-label={t("symbol")}>
                {input.symbol} {input.row}
              </TableCell>
              <TableCell data-label={t("definition")}>{say(input.definition, language) || "-"}</TableCell>
              <TableCell data-label={t("value")} className="s-end">
                {input.value} {input.unit}
              </TableCell>
              <TableCell data-label={t("origin")}>
                {origin(input.origin)} {input.monitoring_class}
              </TableCell>
              <TableCell data-label={t("source")}>
                <span className="s-hash">{[input.source, input.table_row].filter(Boolean).join(" ") || "-"}</span>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function StepList({ one }: { one: CalculationView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <ol className="s-stack-small s-steps">
      {one.steps.map((step, i) => (
        <li key={step.symbol + i} className="s-rule">
          <p>
            <strong>{step.symbol}</strong> {say(step.title, language)} <Tag size="sm">{t(step.official ? "official" : "reconstructed")}</Tag>
            {step.approximate && <Tag size="sm">{t("approximate")}</Tag>}
          </p>
          <StepFormulas methodology={one.methodology} symbol={step.symbol} formulas={step.formulas} />
          <p className="s-number">
            = {step.value} {step.unit}
          </p>
          {step.sources && <p className="s-source">{step.sources}</p>}
        </li>
      ))}
    </ol>
  );
}
