import { useState } from "react";
import { Link } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { SearchField } from "../../../parts/SearchField";
import { Term, Words } from "../../../parts/Term";
import { grouped } from "../../../parts/values";
import type { MethodologyLine, Rulebook as Book } from "../api";
import { PlainTable } from "../projects/tables";
import { texts } from "./texts";

export default function Rulebook() {
  const t = useTexts(texts);
  const { data, error, isPending, refetch } = useGet<Book>("/rulebook");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Words words={["methodology", "activity_data", "emission_factor", "gwp", "baseline_and_credit"]} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {isPending && <Loading />}
      {data && (
        <>
          <Methodologies lines={data.methodologies} />
          <Tables book={data} />
          <Packs book={data} />
          <NextStep text={t("next")} steps={[{ action: t("toProjects"), to: "/projects" }]} />
        </>
      )}
    </>
  );
}

type Status = "" | "active" | "abolished" | "announced" | "proposed";
export function statusText(t: ReturnType<typeof useTexts<typeof texts>>, status: string): string {
  return ["", "active", "abolished", "announced", "proposed"].includes(status) ? t(`status_${status as Status}`) : status;
}

function Methodologies({ lines }: { lines: readonly MethodologyLine[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const shown = lines.filter((one) => `${one.number} ${one.title.ja} ${one.title.en} ${one.sector.ja} ${one.sector.en}`.toLowerCase().includes(wanted));
  return (
    <section className="s-section">
      <h2>
        <Term word="methodology">{t("methodologies")}</Term>
      </h2>
      <div className="s-narrow s-no-print">
        <SearchField name={t("filter")} value={typed} change={setTyped} />
      </div>
      {shown.length === 0 && <p role="status">{t("nothing")}</p>}
      {shown.length > 0 && (
        <PlainTable
          name={t("methodologies")}
          head={[{ name: t("number") }, { name: t("name") }, { name: t("sector") }, { name: t("status") }, { name: t("formulas") }]}
          rows={shown.map((one) => ({
            key: one.number,
            cells: [
              <Link to={`/rulebook/methodologies/${one.number}`}>{one.number}</Link>,
              say(one.title, language) || t("noTitle"),
              say(one.sector, language),
              statusText(t, one.status),
              one.edition ? [t("edition", { edition: one.edition }), one.reconstructed && t("reconstructed")].filter(Boolean).join(", ") : t("noFormulas"),
            ],
          }))}
        />
      )}
    </section>
  );
}

function Tables({ book }: { book: Book }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("tables")}</h2>
      <p className="s-prose">{t("tablesText")}</p>
      <PlainTable
        name={t("tables")}
        head={[{ name: t("table") }, { name: t("name") }, { name: t("keys") }, { name: t("rows"), end: true }]}
        rows={book.rules.tables.map((one) => ({
          key: one.name,
          cells: [
            <Link to={`/rulebook/values?name=${encodeURIComponent(one.name)}`}>{one.name}</Link>,
            say({ ja: one.title_ja, en: one.title_en }, language),
            one.keys.join(", "),
            grouped(String(one.rows)),
          ],
        }))}
      />
    </section>
  );
}

function Packs({ book }: { book: Book }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("packs")}</h2>
      <p className="s-prose">{t("packsText")}</p>
      <PlainTable
        name={t("packs")}
        head={[{ name: t("pack") }, { name: t("packEdition") }, { name: t("authority") }, { name: t("packTitle") }, { name: t("packHash") }]}
        rows={book.rules.packs.map((one) => ({
          key: one.family,
          cells: [one.family, one.edition, one.authority, say({ ja: one.title_ja, en: one.title_en }, language), <code className="s-code">{one.hash.slice(0, 16)}</code>],
        }))}
      />
      <p className="s-source">{t("manifest", { hash: book.rules.manifest })}</p>
    </section>
  );
}
