// The calculation done again here, step by step, the own result beside the reported one.
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from "@carbon/react";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { PeriodText, VintageText } from "../../parts/Amounts";
import { Figure } from "../../parts/Figure";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { StepFormulas } from "../../parts/StepFormulas";
import { fiscalYearText, grouped } from "../../parts/values";
import type { CalculationBeside, Replay } from "./model";
import { texts } from "./texts";

function Same({ same }: { same: boolean }) {
  const t = useTexts(texts);
  return <Tag type={same ? "green" : "red"}>{same ? t("same") : t("different")}</Tag>;
}

export function Replayed({ project, report }: { project: number; report: number }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data, error, isPending, refetch } = useGet<Replay>(`/verifier/reviews/${project}/reports/${report}/replay`);
  if (isPending) return <Loading text={t("replaying")} />;
  if (!data) return <ProblemNotice problem={error} again={() => void refetch()} />;
  return (
    <>
      <section className="s-section">
        <h2>{t("replayTitle")}</h2>
        <p className="s-prose" role="status">
          {data.same ? t("replaySame") : t("replayDiffers")}
        </p>
        {data.differences.map((one) => (
          <div key={one.code + one.text.ja} className="s-notice">
            <strong>{say(one.text, language)}</strong>
            {one.remedy.ja && <p>{say(one.remedy, language)}</p>}
          </div>
        ))}
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("figures")}>
          <Table size="lg" aria-label={t("figures")}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("methodology")}</TableHeader>
                <TableHeader>{t("vintage")}</TableHeader>
                <TableHeader className="s-end">{t("reportedFigure")}</TableHeader>
                <TableHeader className="s-end">{t("ownFigure")}</TableHeader>
                <TableHeader>{t("compared")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.figures.map((line) => (
                <TableRow key={line.methodology + line.vintage}>
                  <TableCell data-label={t("methodology")}>{line.methodology}</TableCell>
                  <TableCell data-label={t("vintage")}>{fiscalYearText(line.vintage, language)}</TableCell>
                  <TableCell data-label={t("reportedFigure")} className="s-end">
                    {line.reduction.value ? (
                      <Figure
                        amount={line.reduction}
                        from={{ text: t("lineFrom"), parts: [{ name: t("baseline"), value: `${line.baseline.value} t-CO₂` }, { name: t("projectEmissions"), value: `${line.project.value} t-CO₂` }] }}
                      />
                    ) : (
                      "-"
                    )}
                  </TableCell>
                  <TableCell data-label={t("ownFigure")} className="s-end">
                    {line.own_reduction.value ? (
                      <Figure
                        amount={line.own_reduction}
                        from={{
                          text: t("lineFrom"),
                          parts: [
                            { name: t("baseline"), value: `${line.own_baseline.value} t-CO₂` },
                            { name: t("projectEmissions"), value: `${line.own_project.value} t-CO₂` },
                          ],
                        }}
                      />
                    ) : (
                      "-"
                    )}
                  </TableCell>
                  <TableCell data-label={t("compared")}>
                    <Same same={line.same} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
        <dl className="s-values">
          <dt>{t("traceReported")}</dt>
          <dd>
            <code className="s-code">{data.reported ?? "-"}</code>
          </dd>
          <dt>{t("traceOwn")}</dt>
          <dd>
            <code className="s-code">{data.own ?? "-"}</code>
          </dd>
        </dl>
      </section>
      <section className="s-section">
        <h2>{t("stepsTitle")}</h2>
        {data.calculations.length === 0 && <p>{t("stepsNone")}</p>}
        {data.calculations.map((one) => (
          <Calculation key={`${one.activity} ${one.methodology} ${one.vintage} ${one.period}`} one={one} />
        ))}
      </section>
    </>
  );
}

function Calculation({ one }: { one: CalculationBeside }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const same = one.steps.every((step) => step.same) && one.inputs.every((input) => input.same);
  return (
    <details className="s-operation">
      <summary>
        <Same same={same} /> {one.activity} {one.methodology} <VintageText vintage={one.vintage} /> <PeriodText period={one.period} />
      </summary>
      <div className="s-stack s-operation-body">
        <h3>{t("inputs")}</h3>
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("inputs")}>
          <Table size="sm" aria-label={t("inputs")}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("symbol")}</TableHeader>
                <TableHeader>{t("meaning")}</TableHeader>
                <TableHeader className="s-end">{t("reportedFigure")}</TableHeader>
                <TableHeader className="s-end">{t("ownFigure")}</TableHeader>
                <TableHeader>{t("unit")}</TableHeader>
                <TableHeader>{t("origin")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {one.inputs.map(({ input, own, same: equal }) => (
                <TableRow key={`${input.symbol} ${input.row}`}>
                  <TableCell data-label={t("symbol")}>
                    {input.symbol} {input.row}
                  </TableCell>
                  <TableCell data-label={t("meaning")}>{say(input.definition, language)}</TableCell>
                  <TableCell data-label={t("reportedFigure")} className="s-end">
                    {grouped(input.value)}
                  </TableCell>
                  <TableCell data-label={t("ownFigure")} className={equal ? "s-end" : "s-end s-error-text"}>
                    {grouped(own) || "-"}
                  </TableCell>
                  <TableCell data-label={t("unit")}>{input.unit}</TableCell>
                  <TableCell data-label={t("origin")}>
                    {input.table_row || input.source || input.origin}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
        <h3>{t("steps")}</h3>
        <ol className="s-list">
          {one.steps.map(({ step, own, same: equal }) => (
            <li key={step.symbol}>
              <strong>{step.symbol}</strong> {say(step.title, language)}
              <StepFormulas methodology={one.methodology} symbol={step.symbol} formulas={step.formulas} />
              <div>
                {t("reportedFigure")}: <span className="s-number">{grouped(step.value)}</span> {step.unit} · {t("ownFigure")}:{" "}
                <span className={equal ? "s-number" : "s-number s-error-text"}>
                  {grouped(own) || "-"} {step.unit}
                </span>{" "}
                <Same same={equal} />
                {step.approximate && <Tag type="gray">{t("approximate")}</Tag>}
                {!step.official && <Tag type="gray">{t("reconstructed")}</Tag>}
              </div>
              {step.sources && <p className="s-source">{step.sources}</p>}
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
