import { Button, Tile } from "@carbon/react";
import type { ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router-dom";
import type { Amount } from "../../api/contract";
import { useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { PrefectureMap } from "../../map/PrefectureMap";
import { Chart } from "../../parts/Chart";
import { EmptyState } from "../../parts/DataTable";
import { DayField } from "../../parts/DayField";
import { Figure, type Origin } from "../../parts/Figure";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Term } from "../../parts/Term";
import { amountText, dateText, fiscalYearText } from "../../parts/values";

import { ownPage } from "../../work";
import type { Scheme, SchemeLine } from "./api";
import { texts } from "./texts";

const BARS_MAX = 12;
// Where less than this part of the target is certified its line leaves the columns flat: then they are drawn once more without it.
const MARK_PART = 20;

export default function Home() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const own = ownPage(session);
  const [asked, setAsked] = useSearchParams();
  const day = asked.get("on") ?? "";
  const { data, error, isPending, refetch } = useGet<Scheme>("/scheme", day ? { as_known: day } : undefined);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="s-filters">
        <DayField id="scheme-on" label={t("onDay")} value={day} change={(value) => setAsked(value ? { on: value } : {}, { replace: true })} help={t("onDayHelp")} />
        {day && (
          <Button size="md" kind="tertiary" onClick={() => setAsked({}, { replace: true })}>
            {t("onToday")}
          </Button>
        )}
      </div>
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && number(data.total.projects) === 0 && <EmptyState empty={{ title: t("empty"), text: t("emptyText") }} />}
      {data && number(data.total.projects) > 0 && <Figures data={data} />}
      {session && !session.person ? (
        <NextStep
          text={t("nextText")}
          steps={[
            { action: t("nextAction"), to: "/sign-in" },
            { action: t("nextProjects"), to: "/projects" },
            { action: t("nextCheck"), to: "/check-receipt" },
          ]}
        />
      ) : (
        <NextStep
          text={t("nextSigned")}
          steps={[
            ...(own ? [{ action: say(own, language), to: own.path }] : []),
            { action: t("nextProjects"), to: "/projects" },
            { action: t("nextCheck"), to: "/check-receipt" },
          ]}
        />
      )}
      <section className="s-section s-prose">
        <h2>{t("words")}</h2>
        <p>
          {t("wordsText1")}
          <Term word="certification" />
          {t("wordsText2")}
          <Term word="serial_number" />
          {t("wordsText3")}
          <Term word="retirement" />
          {t("wordsText4")}
        </p>
      </section>
    </>
  );
}

function number(value: number | string | undefined): number {
  return Number(value ?? 0);
}

function Figures({ data }: { data: Scheme }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const asKnown = t("asKnown", { date: dateText(data.as_known, language) });
  const source = `${t("scheme")}, ${asKnown}`;
  const told = (amount: Amount | undefined) => (amount ? amountText(amount.value, amount.unit, language) : "-");
  const tonnes = data.units.find((one) => one.unit_kind === "tco2");
  const types = data.by_type.filter((line) => number(line.projects) > 0);
  const parts = (lines: readonly SchemeLine[]) => lines.filter((line) => line.certified).map((line) => ({ name: say(line.title, language), value: told(line.certified) }));
  return (
    <>
      <p className="s-source s-before-cards">{asKnown}</p>
      <div className="s-cards s-cards-wide">
        <Card
          name={t("registered")}
          amount={{ value: String(data.total.projects), unit: t("projectUnit") }}
          from={{
            text: t("registeredFrom"),
            parts: [
              { name: t("neverCertified"), value: String(data.never_certified) },
              { name: t("withdrawn"), value: String(data.withdrawn) },
            ],
            source,
            to: { path: "/projects", name: t("nextProjects") },
          }}
        />
        <Card
          name={t("certifications")}
          amount={{ value: String(data.total.certifications), unit: t("timesUnit") }}
          from={{ text: t("certificationsFrom"), source }}
        />
        <Card name={t("certified")} amount={data.total.certified!} from={{ text: t("certifiedFrom"), parts: parts(data.by_vintage), source }} />
        {tonnes && (
          <>
            <Card
              name={t("held")}
              amount={data.total.held!}
              from={{
                text: t("heldFrom"),
                parts: [
                  { name: t("units"), value: told(tonnes.issued) },
                  { name: t("inAccounts"), value: told(tonnes.held) },
                  { name: t("waiting"), value: told(tonnes.waiting) },
                  { name: t("buffer"), value: told(tonnes.buffer) },
                  { name: t("used"), value: told(data.total.used) },
                  { name: t("expired"), value: told(tonnes.expired) },
                ],
                source,
              }}
            />
            <Card
              name={t("used")}
              amount={data.total.used!}
              from={{
                text: t("usedFrom"),
                parts: [
                  { name: t("retired"), value: told(tonnes.retired) },
                  { name: t("retiredForState"), value: told(tonnes.retired_for_state) },
                  { name: t("cancelled"), value: told(tonnes.cancelled) },
                ],
                source,
                to: { path: "/retirements", name: t("toRetirements") },
              }}
            />
          </>
        )}
      </div>
      <Path data={data} />
      <div className="s-two s-section">
        <Chart
          title={t("perYear")}
          categoryName={t("year")}
          categories={data.by_year.map((line) => say(line.title, language))}
          series={[
            { name: t("certified"), values: data.by_year.map((line) => line.certified?.value ?? null) },
            { name: t("issued"), values: data.by_year.map((line) => line.issued?.value ?? null) },
            { name: t("used"), values: data.by_year.map((line) => line.used?.value ?? null) },
          ]}
          unit="t-CO2"
          kind="columns"
        />
        <Chart
          title={t("byVintage")}
          categoryName={t("vintage")}
          categories={data.by_vintage.map((line) => say(line.title, language))}
          series={[
            { name: t("held"), values: data.by_vintage.map((line) => line.held?.value ?? null) },
            { name: t("used"), values: data.by_vintage.map((line) => line.used?.value ?? null) },
          ]}
          unit="t-CO2"
          kind="stacked"
        />
      </div>
      <div className="s-two s-section">
        <Chart
          title={t("byMethodology")}
          categoryName={t("methodology")}
          categories={largest(data).map((line) => line.key === "?" ? say(line.title, language) : `${line.key} ${say(line.title, language)}`)}
          series={[{ name: t("certified"), values: largest(data).map((line) => line.certified?.value ?? "0") }]}
          unit="t-CO2"
          kind="bars"
        />
        <Prefectures data={data} />
      </div>
      <Several data={data} />
      <div className="s-two s-section">
        <Chart
          title={t("byType")}
          categoryName={t("type")}
          categories={types.map((line) => say(line.title, language))}
          series={[{ name: t("registered"), values: types.map((line) => String(line.projects ?? 0)) }]}
          unit={t("projectUnit")}
          kind="bars"
        />
        <Chart
          title={t("uses")}
          categoryName={t("purpose")}
          categories={data.uses.map((one) => say(one.title, language))}
          series={[{ name: t("used"), values: data.uses.map((one) => one.used.value) }]}
          unit="t-CO2"
          kind="bars"
        />
      </div>
    </>
  );
}

// How far the certified tonnes have come, and the line of the target.
function Path({ data }: { data: Scheme }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { target } = data;
  const told = (value: string) => amountText(value, "t-CO2", language);
  const year = target ? fiscalYearText(target.year, language) : "";
  const small = target !== undefined && number(data.total.certified?.value) * MARK_PART < number(target.target.value);
  const chart = {
    categoryName: t("year"),
    categories: data.cumulative.map((line) => say(line.title, language)),
    series: [{ name: t("certified"), values: data.cumulative.map((line) => line.certified?.value ?? null) }],
    unit: "t-CO2",
    kind: "columns",
  } as const;
  const mark = target && { name: t("target", { year }), value: number(target.target.value) };
  return (
    <section className="s-section">
      <div className={small ? "s-two" : undefined}>
        {small && <Chart {...chart} title={t("byYear")} />}
        <Chart {...chart} title={target ? t("path", { year }) : t("byYear")} mark={mark} />
      </div>
      {target && number(target.left.value) > 0 && (
        <p className="s-prose">{t("targetText", { year, target: told(target.target.value), left: told(target.left.value), needed: told(target.needed_per_year) })}</p>
      )}
      {target && <p className="s-source">{t("targetSource", { source: target.source })}</p>}
    </section>
  );
}

function Prefectures({ data }: { data: Scheme }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <PrefectureMap
      title={t("byPrefecture")}
      unit="t-CO2"
      values={new Map(data.by_prefecture.filter((line) => line.key !== "several" && line.key !== "?").map((line) => [line.key, line.certified?.value ?? "0"]))}
      select={(prefecture) => navigate(`/projects?prefecture=${encodeURIComponent(prefecture.ja)}`)}
    />
  );
}

function largest(data: Scheme) {
  return data.by_methodology.filter((line) => number(line.certified?.value) > 0).sort((a, b) => number(b.certified?.value) - number(a.certified?.value)).slice(0, BARS_MAX);
}

function Several({ data }: { data: Scheme }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const line = data.by_prefecture.find((one) => one.key === "several");
  return line?.certified ? <p className="s-source">{t("several", { tonnes: amountText(line.certified.value, line.certified.unit, language) })}</p> : null;
}

function Card({ name, amount, from }: { name: ReactNode & string; amount: Amount; from: Origin }) {
  return (
    <Tile>
      {name}
      <span className="s-tile-number">
        <Figure name={name} amount={amount} from={from} />
      </span>
    </Tile>
  );
}

