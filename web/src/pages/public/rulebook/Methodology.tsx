import { Button } from "@carbon/react";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Term } from "../../../parts/Term";
import { DateText, PeriodText } from "../../../parts/Amounts";
import type { Condition, FormulaView, Methodology as Data } from "../api";
import { PlainTable } from "../projects/tables";
import { conditionText } from "../../../parts/condition";
import { Formula } from "../../../parts/Formula";
import { statusText } from "./Rulebook";
import { Sources } from "./Sources";
import { texts } from "./texts";

export default function Methodology() {
  const t = useTexts(texts);
  const { number } = useParams();
  const { data, error, isPending, refetch } = useGet<Data>(`/rulebook/methodologies/${encodeURIComponent(number ?? "")}`);
  return (
    <>
      {!data && <PageHead title={`${t("methodology")} ${number}`} />}
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && <Shown data={data} />}
    </>
  );
}

function Shown({ data }: { data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { line } = data;
  const has = line.edition !== "";
  return (
    <>
      <PageHead
        title={`${line.number} ${say(line.title, language) || t("noTitle")}`}
        lead={[say(line.sector, language), has && t(data.removal ? "removal" : "reduction"), has && t(data.nature ? "nature" : "technology"), statusText(t, line.status)].filter(Boolean).join(" / ")}
      />
      <About data={data} />
      {has && (
        <>
          <section className="s-section">
            <h2>{t("formulas")}</h2>
            <Formulas formulas={data.formulas} data={data} />
          </section>
          {data.incidental.length > 0 && (
            <section className="s-section">
              <h2>{t("incidental")}</h2>
              <Formulas formulas={data.incidental} data={data} />
            </section>
          )}
          <Conditions title={t("conditions")} list={data.conditions} data={data} />
          <Choices data={data} />
          <Parameters data={data} />
          {data.new_installation_cases.length > 0 && <Conditions title={t("cases")} list={data.new_installation_cases} data={data} />}
          <Exceptions data={data} />
          <Whole text={say(data.explained, language)} />
        </>
      )}
      <Sources sources={data.sources} />
      <NextStep
        text={t("methodologyNext")}
        steps={[
          { action: t("toProjects"), to: `/projects?methodology=${line.number}` },
          { action: t("toRulebook"), to: "/rulebook" },
        ]}
      />
    </>
  );
}

function About({ data }: { data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("about")}</h2>
      {!data.line.edition && <p className="s-prose">{t("noPack")}</p>}
      <dl className="s-values">
        {data.line.edition && (
          <>
            <dt>{t("formulas")}</dt>
            <dd>{[t("edition", { edition: data.line.edition }), data.line.reconstructed && t("reconstructed")].filter(Boolean).join(", ")}</dd>
          </>
        )}
        {(data.valid_from || data.valid_to) && (
          <>
            <dt>{t("valid")}</dt>
            <dd>
              <PeriodText period={`${data.valid_from ?? ""}..${data.valid_to ?? ""}`} />
            </dd>
          </>
        )}
        {data.published && (
          <>
            <dt>{t("published")}</dt>
            <dd>
              <DateText date={data.published} />
            </dd>
          </>
        )}
        {say(data.baseline, language) && (
          <>
            <dt>
              <Term word="baseline">{t("baseline")}</Term>
            </dt>
            <dd>{say(data.baseline, language)}</dd>
          </>
        )}
        {say(data.rounding, language) && (
          <>
            <dt>{t("rounding")}</dt>
            <dd>{say(data.rounding, language)}</dd>
          </>
        )}
        {say(data.note, language) && (
          <>
            <dt>{t("note")}</dt>
            <dd>{say(data.note, language)}</dd>
          </>
        )}
        {data.pack_hash && (
          <>
            <dt>{t("packHash")}</dt>
            <dd>
              <code className="s-code">{data.pack_hash}</code>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Formulas({ formulas, data }: { formulas: readonly FormulaView[]; data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <div className="s-stack">
      {formulas.map((one, i) => (
        <div key={`${one.symbol}${i}`} className="s-drawn-block">
          <h3>{say(one.title, language)}</h3>
          <Formula name={one.symbol} rows={one.rows} unit={one.unit} text={one.text} nodes={one.nodes} />
          <p className="s-source">
            {[t(one.official ? "official" : "reconstructed"), one.rows && t("perRow", { rows: one.rows }), one.when && t("where", { when: conditionText(one.when, data.choices, language) })].filter(Boolean).join(" / ")}
          </p>
        </div>
      ))}
    </div>
  );
}

function Conditions({ title, list, data }: { title: string; list: readonly Condition[]; data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{title}</h2>
      <ol className="s-conditions">
        {list.map((one, i) => (
          <li key={one.id}>
            <p className="s-prose">{`(${i + 1}) ${say(one.text, language)}`}</p>
            {one.formula && <Formula text={one.formula} nodes={one.nodes} />}
            <p className="s-source">
              {[
                t(`how_${one.how}`),
                t(one.official ? "official" : "reconstructed"),
                say(one.evidence, language) && t("evidence", { text: say(one.evidence, language) }),
                one.when && t("where", { when: conditionText(one.when, data.choices, language) }),
              ]
                .filter(Boolean)
                .join(" / ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Choices({ data }: { data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (data.choices.length === 0) return null;
  return (
    <section className="s-section">
      <h2>{t("choices")}</h2>
      <dl className="s-values">
        {data.choices.map((one) => [
          <dt key={`${one.name}-name`}>{say(one.title, language)}</dt>,
          <dd key={one.name}>
            {one.table ? (
              <Link to={`/rulebook/values?name=${encodeURIComponent(one.table)}`}>{t("tableKey", { table: one.table })}</Link>
            ) : (
              one.options.map((option) => say(option.title, language)).join(" / ")
            )}
            {one.default_value && <span className="s-secondary">{` ${t("byDefault", { value: say(one.options.find((option) => option.value === one.default_value)?.title, language) || one.default_value })}`}</span>}
          </dd>,
        ])}
      </dl>
    </section>
  );
}

function Parameters({ data }: { data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("parameters")}</h2>
      <PlainTable
        name={t("parameters")}
        head={[{ name: t("symbol") }, { name: t("definition") }, { name: t("unit") }, { name: t("given") }]}
        rows={data.parameters.map((one) => ({
          key: one.symbol,
          cells: [
            <code className="s-code">{one.symbol}</code>,
            <>
              {say(one.definition, language)}
              {say(one.method, language) && <span className="s-source s-block">{say(one.method, language)}</span>}
            </>,
            one.unit,
            [
              t(`kind_${one.kind}`),
              t(`given_${one.given}`),
              one.classes.length > 0 && t("classes", { classes: one.classes.join("/") }),
              one.default_lookup && t("defaultValue", { table: /lookup\("([^"]+)"/.exec(one.default_lookup)?.[1] ?? one.default_lookup }),
              one.minimum && one.maximum && t("range", { from: one.minimum, to: one.maximum }),
              one.minimum && !one.maximum && t("atLeast", { from: one.minimum }),
              !one.minimum && one.maximum && t("atMost", { to: one.maximum }),
              one.rows && t("perRow", { rows: one.rows }),
              one.when && t("where", { when: conditionText(one.when, data.choices, language) }),
            ]
              .filter(Boolean)
              .join(" / "),
          ],
        }))}
      />
    </section>
  );
}

function Exceptions({ data }: { data: Data }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const e = data.exceptions;
  if (!e) return null;
  const told = (yes: boolean) => t(yes ? "yes" : "no");
  return (
    <section className="s-section">
      <h2>{t("exceptions")}</h2>
      <dl className="s-values">
        <dt>
          <Term word="two_year_rule">{t("twoYears")}</Term>
        </dt>
        <dd>{told(e.two_year_rule_exempt)}</dd>
        <dt>
          <Term word="crediting_period">{t("hasPeriod")}</Term>
        </dt>
        <dd>{told(e.has_certification_period)}</dd>
        <dt>
          <Term word="permanence">{t("permanence")}</Term>
        </dt>
        <dd>{told(e.permanence_required)}</dd>
        <dt>
          <Term word="additionality">{t("additionality")}</Term>
        </dt>
        <dd>{told(e.additionality_test_required)}</dd>
        <dt>{t("criterion")}</dt>
        <dd>{e.registration_criterion_known === "stated" ? say(e.registration_criterion, language) : t(`criterion_${e.registration_criterion_known}`)}</dd>
      </dl>
    </section>
  );
}

function Whole({ text }: { text: string }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <section className="s-section">
      <h2>{t("whole")}</h2>
      <Button size="sm" kind="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? "hideWhole" : "showWhole")}
      </Button>
      {open && (
        <pre className="s-scroll s-pre" tabIndex={0} aria-label={t("whole")}>
          {text}
        </pre>
      )}
    </section>
  );
}
