import { Tile } from "@carbon/react";
import type { ReactNode } from "react";
import type { Amount } from "../../api/contract";
import { useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { PrefectureMap } from "../../map/PrefectureMap";
import { Chart } from "../../parts/Chart";
import { EmptyState } from "../../parts/DataTable";
import { Figure, type Origin } from "../../parts/Figure";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Term } from "../../parts/Term";
import { amountText, dateText, fiscalYearText } from "../../parts/values";
import type { Statistics } from "./statistics";
import { texts } from "./texts";

const BARS_MAX = 12;

export default function Home() {
  const t = useTexts(texts);
  const { session } = useSession();
  const { data, error, isPending, refetch } = useGet<Statistics>("/statistics");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && data.total.projects === 0 && <EmptyState empty={{ title: t("empty"), text: t("emptyText") }} />}
      {data && data.total.projects > 0 && <Figures data={data} />}
      {session && !session.person && <NextStep text={t("nextText")} steps={[{ action: t("nextAction"), to: "/sign-in" }]} />}
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

function Figures({ data }: { data: Statistics }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const source = `${t("scheme")}, ${t("asKnown", { date: dateText(data.as_known, language) })}`;
  const year = String(data.target_year);
  const tonnes = (value: number | string): Amount => ({ value: String(value), unit: "t-CO2" });
  const told = (value: number | string) => amountText(String(value), "t-CO2", language);
  return (
    <>
      <p className="s-source s-before-cards">{t("asKnown", { date: dateText(data.as_known, language) })}</p>
      <div className="s-cards">
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
          }}
        />
        <Card
          name={t("certifications")}
          amount={{ value: String(data.total.certifications), unit: t("timesUnit") }}
          from={{ text: t("certificationsFrom"), source }}
        />
        <Card
          name={t("certified")}
          amount={tonnes(data.total.certified_t)}
          from={{
            text: t("certifiedFrom"),
            parts: data.by_vintage.map((line) => ({ name: fiscalYearText(line.key, language), value: told(line.certified_t) })),
            source,
          }}
        />
        <Card
          name={t("held")}
          amount={tonnes(data.held_t)}
          from={{
            text: t("heldFrom"),
            parts: [
              { name: t("units"), value: told(data.units_t) },
              { name: t("used"), value: told(data.used_t) },
            ],
            source,
          }}
        />
        <Card name={t("used")} amount={tonnes(data.used_t)} from={{ text: t("usedFrom"), source }} />
      </div>
      <section className="s-section">
        <Chart
          title={t("byYear")}
          categoryName={t("year")}
          categories={data.cumulative.map((line) => line.key)}
          series={[{ name: t("certified"), values: data.cumulative.map((line) => line.certified_t) }]}
          unit="t-CO2"
          kind="columns"
          mark={reachable(data) ? { name: t("target", { year: fiscalYearText(year, language) }), value: data.target_t } : undefined}
        />
        {data.target_t > 0 && data.left_t > 0 && (
          <p className="s-prose">{t("targetText", { target: told(data.target_t), left: told(data.left_t), needed: told(data.needed_t_per_year) })}</p>
        )}
      </section>
      <div className="s-two s-section">
        <Chart
          title={t("byMethodology")}
          categoryName={t("methodology")}
          categories={largest(data).map((line) => line.key)}
          series={[{ name: t("certified"), values: largest(data).map((line) => line.certified_t) }]}
          unit="t-CO2"
          kind="bars"
        />
        <PrefectureMap
          title={t("byPrefecture")}
          unit="t-CO2"
          values={new Map(data.by_prefecture.filter((line) => line.key !== "several" && line.key !== "?").map((line) => [line.key, line.certified_t]))}
        />
      </div>
      <Several data={data} />
      <section className="s-section">
        <Chart
          title={t("byType")}
          categoryName={t("type")}
          categories={data.by_type.map((line) => (line.key === "normal" || line.key === "programme" ? t(line.key) : line.key))}
          series={[{ name: t("registered"), values: data.by_type.map((line) => line.projects) }]}
          unit={t("projectUnit")}
          kind="bars"
        />
      </section>
    </>
  );
}

// The target is drawn where the columns can still be told from nothing beside it; the sentence below the chart says it in any case.
function reachable(data: Statistics) {
  return data.target_t > 0 && Number(data.total.certified_t) * 20 >= data.target_t;
}

function largest(data: Statistics) {
  return [...data.by_methodology].sort((a, b) => Number(b.certified_t) - Number(a.certified_t)).slice(0, BARS_MAX);
}

function Several({ data }: { data: Statistics }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const line = data.by_prefecture.find((one) => one.key === "several");
  return line ? <p className="s-source">{t("several", { tonnes: amountText(String(line.certified_t), "t-CO2", language) })}</p> : null;
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

