import { Button, Tag, TextInput } from "@carbon/react";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { readable, type Language } from "../../../i18n/texts";
import { Loading } from "../../../parts/Loading";
import { PageHead } from "../../../parts/PageHead";
import { NextStep } from "../../../parts/NextStep";
import { Paged } from "../../../parts/Paged";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { DateText } from "../../../parts/Amounts";
import { DayField } from "../../../parts/DayField";
import { dateText, grouped } from "../../../parts/values";
import type { SourceLine, ValueRow, Values as Answer } from "../api";
import { PlainTable } from "../projects/tables";
import { Sources } from "./Sources";
import { texts } from "./texts";

export default function Values() {
  const t = useTexts(texts);
  const [asked, setAsked] = useSearchParams();
  const name = asked.get("name") ?? "";
  const on = asked.get("on") ?? "";
  const [typed, setTyped] = useState(name);
  const [day, setDay] = useState(on);
  const { data, error, isFetching } = useGet<Answer>(name ? "/rulebook/values" : undefined, { name, on });
  return (
    <>
      <PageHead title={t("values")} lead={t("valuesLead")} />
      <form
        className="s-narrow s-stack s-no-print"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(day ? { name: typed.trim(), on: day } : { name: typed.trim() });
        }}
      >
        <TextInput id="values-name" labelText={t("valuesName")} helperText={t("valuesHelp")} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <DayField id="values-on" label={t("on")} value={day} change={setDay} />
        <Button type="submit">{t("show")}</Button>
      </form>
      <ProblemNotice problem={error} />
      {isFetching && !data && <Loading />}
      {data && (
        <section className="s-section">
          <Paged key={`${name} ${on}`} rows={data.rows}>
            {(rows) => <Rows name={name} rows={rows} sources={data.sources} marked={on !== ""} />}
          </Paged>
          <Sources sources={data.sources} />
        </section>
      )}
      <NextStep text={t("next")} steps={[{ action: t("toRulebook"), to: "/rulebook" }]} />
    </>
  );
}

// A column that stands in both languages is shown in one.
function cellsOf(row: ValueRow, language: Language) {
  const other = language === "ja" ? /_en$/ : /_ja$/;
  return row.cells.filter((cell) => !other.test(cell.column)).map((cell) => ({ ...cell, column: cell.column.replace(/_(ja|en)$/, "") }));
}

function Rows({ name, rows, sources, marked }: { name: string; rows: readonly ValueRow[]; sources: readonly SourceLine[]; marked: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const titleOf = (id: string) => sources.find((one) => one.id === id)?.title ?? id;
  return (
    <PlainTable
      name={t("values")}
      head={[{ name: t("key") }, { name: t("value") }, { name: t("validity") }, { name: t("published") }, { name: t("confidence") }, { name: t("source") }]}
      rows={rows.map((one, i) => ({
        key: i,
        cells: [
          <>
            {one.key.join(" / ")}
            {one.table !== name && <span className="s-source s-block">{one.table}</span>}
            {marked && one.applies && <Tag type="green">{t("applies")}</Tag>}
          </>,
          <dl className="s-cells">
            {cellsOf(one, language).map((cell) => [
              <dt key={`${cell.column}-name`}>{cell.column}</dt>,
              <dd key={cell.column} className="s-number">
                {cell.unit ? `${grouped(cell.value)} ${cell.unit}` : cell.value}
              </dd>,
            ])}
          </dl>,
          <span className="s-number">
            <Validity row={one} />
          </span>,
          <>
            <DateText date={one.published} />
            {one.published_assumed && <span className="s-source s-block">{t("assumed")}</span>}
            {one.corrected_on && <Tag type="red">{t("corrected", { date: dateText(one.corrected_on, language) })}</Tag>}
          </>,
          one.confidence === "high" || one.confidence === "med" || one.confidence === "low" ? t(`confidence_${one.confidence}`) : one.confidence,
          <>
            {one.sources.map(titleOf).join(" / ")}
            {one.note && <span className="s-source s-block">{one.note}</span>}
          </>,
        ],
      }))}
    />
  );
}

function Validity({ row }: { row: ValueRow }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [from, to] = [readable(row.valid_from, language), readable(row.valid_to, language)];
  if (from && to) return <>{t("until", { from, to })}</>;
  if (from) return <>{t("from", { from })}</>;
  if (to) return <>{t("upTo", { to })}</>;
  return <>{t("always")}</>;
}
