import { FileUploaderButton } from "@carbon/react";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Chart } from "../../../parts/Chart";
import { Figure } from "../../../parts/Figure";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Term } from "../../../parts/Term";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { amountText, dateText, fiscalYearText, grouped, periodText } from "../../../parts/values";
import { originTexts } from "../../../parts/originTexts";
import type { ProjectPage } from "../api";
import { Batches, History, PlainTable, Retirements, Vintage } from "./tables";
import { texts } from "./texts";

export default function Project() {
  const { project } = useParams();
  const { data, error, isPending, refetch } = useGet<ProjectPage>(`/projects/${project}/public`);
  const t = useTexts(texts);
  return (
    <>
      {!data && <PageHead title={t("project")} />}
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && <Shown data={data} />}
    </>
  );
}

function Shown({ data }: { data: ProjectPage }) {
  const t = useTexts(texts);
  const head = data.project;
  return (
    <>
      <PageHead
        title={head.title}
        lead={head.official_number ? t("lead", { number: String(head.official_number), place: head.place }) : t("leadOpened", { place: head.place })}
      />
      <Overview data={data} />
      <section className="s-section">
        <h2>{t("certifications")}</h2>
        {data.certifications.length === 0 ? <p className="s-prose">{t("noCertifications")}</p> : <Certifications data={data} />}
      </section>
      <section className="s-section">
        <h2>{t("batches")}</h2>
        <p className="s-prose">{data.batches.length === 0 ? t("noBatches") : t("batchesText")}</p>
        {data.batches.length > 0 && <Batches batches={data.batches} />}
      </section>
      <section className="s-section">
        <h2>{t("retirements")}</h2>
        {data.retirements.length === 0 ? <p className="s-prose">{t("noRetirements")}</p> : <Retirements retirements={data.retirements} />}
      </section>
      <Documents data={data} />
      <section className="s-section">
        <h2>{t("history")}</h2>
        <p className="s-prose">{data.history.length === 0 ? t("noHistory") : t("historyText")}</p>
        {data.history.length > 0 && <History history={data.history} />}
      </section>
      <NextStep
        text={t("nextText")}
        steps={[
          { action: t("toCheck"), to: "/check-receipt" },
          { action: t("toList"), to: "/projects" },
        ]}
      />
    </>
  );
}

function Overview({ data }: { data: ProjectPage }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const head = data.project;
  return (
    <section className="s-section">
      <h2>{t("overview")}</h2>
      <div className="s-two">
        <dl className="s-values">
          <dt>{t("proponents")}</dt>
          <dd>{head.proponents.map((one) => one.name).join(", ")}</dd>
          <dt>{t("place")}</dt>
          <dd>{head.place}</dd>
          <dt>{t("type")}</dt>
          <dd>
            <Term word={head.type === "programme" ? "programme_project" : "normal_project"}>{t(head.type)}</Term>
          </dd>
          <dt>
            <Term word="methodology">{t("methodologies")}</Term>
          </dt>
          <dd>
            {data.methodologies.map((one) => (
              <div key={one.number}>
                <Link to={`/rulebook/methodologies/${one.number}`}>{`${one.number} ${say(one.title, language)}`}</Link>
              </div>
            ))}
          </dd>
          <dt>
            <Term word="crediting_period">{t("creditingPeriod")}</Term>
          </dt>
          <dd>{periodText(head.crediting_period, language)}</dd>
          <dt>{t("registeredOn")}</dt>
          <dd>
            <DateText date={head.registered_on} />
          </dd>
          <dt>{t("expectedTotal")}</dt>
          <dd>
            <Figure
              amount={head.expected}
              name={t("expectedTotal")}
              from={{
                text: t("expectedFrom"),
                parts: data.years.map((one) => ({ name: yearText(one.fiscal_year, language), value: amountText(one.expected.value, one.expected.unit, language) })),
                source: t("journalSource"),
              }}
            />
          </dd>
          <dt>
            <Term word="certification">{t("certified")}</Term>
          </dt>
          <dd>
            <Figure
              amount={head.certified}
              name={t("certified")}
              from={{
                text: t("certifiedFrom"),
                parts: data.certifications.map((one) => ({
                  name: t("certificationNo", { number: String(one.certification) }),
                  value: amountText(one.certified.value, one.certified.unit, language),
                })),
                source: t("journalSource"),
              }}
            />
          </dd>
        </dl>
        <Chart
          title={t("byYear")}
          categoryName={t("year")}
          categories={data.years.map((one) => yearText(one.fiscal_year, language))}
          series={[
            { name: t("expected"), values: data.years.map((one) => one.expected.value) },
            { name: t("certified"), values: data.years.map((one) => one.certified?.value ?? null) },
          ]}
          unit="t-CO2"
          kind="columns"
        />
      </div>
    </section>
  );
}

function yearText(year: string | undefined, language: "ja" | "en"): string {
  return year ? fiscalYearText(year, language) : "-";
}

function Certifications({ data }: { data: ProjectPage }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  return (
    <div className="s-stack">
      {data.certifications.map((one) => (
        <div key={one.certification}>
          <h3 className="s-sub">{t("certificationNo", { number: String(one.certification) })}</h3>
          <p className="s-source">
            {[
              `${t("certifiedOn")}: ${dateText(one.certified_on, language)}`,
              one.period && `${t("period")}: ${periodText(one.period, language)}`,
              one.round ? t("roundText", { round: String(one.round) }) : "",
              one.verifier && `${t("verifier")}: ${one.verifier.name}`,
            ]
              .filter(Boolean)
              .join(" / ")}
          </p>
          <PlainTable
            name={t("certificationNo", { number: String(one.certification) })}
            head={[
              { name: t("methodology") },
              { name: t("vintage") },
              { name: t("baseline"), end: true },
              { name: t("projectEmissions"), end: true },
              { name: t("certified"), end: true },
              { name: t("remarks") },
            ]}
            rows={one.lines.map((line) => ({
              key: `${line.methodology}${line.vintage}`,
              cells: [
                <Link to={`/rulebook/methodologies/${line.methodology}`}>{line.methodology}</Link>,
                <Vintage year={line.vintage} />,
                line.baseline ? <Exact text={line.baseline} /> : "-",
                line.project ? <Exact text={line.project} /> : "-",
                <Tonnes
                  amount={line.certified}
                  from={{
                    text: o("lineCertified"),
                    parts: [
                      { name: t("baseline"), value: <Tonnes amount={line.baseline} /> },
                      { name: t("projectEmissions"), value: <Tonnes amount={line.project} /> },
                    ],
                    to: { path: `/rulebook/methodologies/${line.methodology}`, name: line.methodology },
                  }}
                />,
                <Remarks line={line} />,
              ],
            }))}
          />
        </div>
      ))}
    </div>
  );
}

// An exact amount is a decimal or a fraction of any length: what does not fit is read in full by its title.
function Exact({ text }: { text: string }) {
  const short = /^(-?\d+\.\d{3})\d+$/.exec(text);
  const shown = short ? `${grouped(short[1]!)}…` : grouped(text);
  return (
    <span className="s-number" title={text}>
      {shown.length > 24 ? `${shown.slice(0, 24)}…` : shown}
    </span>
  );
}

function Remarks({ line }: { line: ProjectPage["certifications"][number]["lines"][number] }) {
  const t = useTexts(texts);
  const all = [
    line.reconstructed && t("reconstructed"),
    line.approximate && t("approximate"),
    line.low_confidence && t("lowConfidence"),
    line.declared.length > 0 && t("declared", { symbols: line.declared.join(", ") }),
  ].filter((one): one is string => Boolean(one));
  return all.length === 0 ? <>-</> : <span>{all.join(" / ")}</span>;
}

function Documents({ data }: { data: ProjectPage }) {
  const t = useTexts(texts);
  const [found, setFound] = useState<{ hash: string; name?: string }>();
  if (data.documents.length === 0) return null;
  const compare = async (file: File) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const same = data.documents.find((one) => one.hash === hash);
    setFound({ hash, name: same && t(same.kind, { of: same.of }) });
  };
  return (
    <section className="s-section">
      <h2>{t("documents")}</h2>
      <p className="s-prose">{t("documentsText")}</p>
      <PlainTable
        name={t("documents")}
        head={[{ name: t("document") }, { name: t("date") }, { name: t("hash") }]}
        rows={data.documents.map((one) => ({
          key: `${one.kind}${one.of}`,
          cells: [t(one.kind, { of: one.of }), <DateText date={one.date} />, <code className="s-code">{one.hash ?? "-"}</code>],
        }))}
      />
      <div className="s-narrow s-no-print">
        <h3 className="s-sub">{t("compare")}</h3>
        <p className="s-source">{t("compareText")}</p>
        <FileUploaderButton
          labelText={t("compareChoose")}
          buttonKind="tertiary"
          size="md"
          disableLabelChanges
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void compare(file);
          }}
        />
        {found && (
          <div className={found.name ? "s-notice s-notice-good s-after" : "s-notice s-after"} role="status">
            {found.name ? t("compareSame", { name: found.name }) : t("compareOther", { hash: found.hash.slice(0, 16) })}
          </div>
        )}
      </div>
    </section>
  );
}
