import { Button, TextInput } from "@carbon/react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { readable } from "../../../i18n/texts";
import { DataTable, EmptyState } from "../../../parts/DataTable";
import { PageHead } from "../../../parts/PageHead";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { originTexts } from "../../../parts/originTexts";
import { useGrounds } from "../../../parts/grounds";
import type { Hit } from "../api";
import { texts } from "./texts";

const FIELDS = ["text", "serial", "user"] as const;

// What is asked stands in the address, so that a result can be sent to somebody and found again.
export default function Search() {
  const t = useTexts(texts);
  const [asked, setAsked] = useSearchParams();
  const [typed, setTyped] = useState<Record<string, string>>(() => Object.fromEntries(FIELDS.map((field) => [field, asked.get(field) ?? ""])));
  const field = (id: (typeof FIELDS)[number], name: string, help: string) => (
    <TextInput id={`search-${id}`} labelText={name} helperText={help} value={typed[id] ?? ""} onChange={(event) => setTyped({ ...typed, [id]: event.target.value })} />
  );
  const query = Object.fromEntries(FIELDS.map((id) => [id, asked.get(id)?.trim() ?? ""]).filter(([, value]) => value));
  const key = JSON.stringify(query);
  return (
    <>
      <PageHead title={t("search")} lead={t("searchLead")} />
      <form
        className="s-narrow s-stack"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(Object.fromEntries(FIELDS.map((id) => [id, typed[id]?.trim() ?? ""]).filter(([, value]) => value)));
        }}
      >
        {field("text", t("searchWords"), t("searchWordsHelp"))}
        {field("serial", t("serial"), t("serialHelp"))}
        {field("user", t("company"), t("companyHelp"))}
        <Button type="submit">{t("searchAsk")}</Button>
      </form>
      <section className="s-section">
        {Object.keys(query).length === 0 ? <EmptyState empty={{ title: t("searchEmpty"), text: t("searchEmptyText") }} /> : <Results key={key} query={query} />}
      </section>
    </>
  );
}

// What a hit says beside its title: of a retirement, what for, in the rulebook's words.
export function useHitDetail(): (hit: Hit) => string {
  const { language } = useLanguage();
  const purposes = useGrounds("jcredit-registry/purposes");
  return (hit) => {
    if (hit.kind !== "retirement") return readable(hit.detail, language);
    return hit.detail.split(", ").map((key) => purposes?.find((one) => one.value === key)?.name ?? key).join(" / ");
  };
}

function addressOf(hit: Hit): string {
  if (hit.kind === "project") return `/projects/${hit.number}`;
  if (hit.kind === "batch") return `/batches/${hit.number}`;
  if (hit.kind === "retirement") return `/retirements/${hit.number}`;
  return `/companies/${encodeURIComponent(hit.detail || hit.title)}`;
}

// The tonnes of a hit, with what they are a sum of and the page that shows it.
export function HitFigure({ hit }: { hit: Hit }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  if (Number(hit.units) === 0) return <>-</>;
  return <Tonnes amount={hit.units} name={hit.title} from={{ text: hit.kind === "retirement" ? o("usedByRetirement") : o("issuedOfBatch"), to: { path: addressOf(hit), name: t("openHit") } }} />;
}

function Results({ query }: { query: Record<string, string> }) {
  const t = useTexts(texts);
  const detail = useHitDetail();
  const list = useCursorList<Hit>(`/search?${new URLSearchParams(query).toString()}`);
  return (
    <DataTable
      name={t("results")}
      list={list}
      keyOf={(hit) => `${hit.kind}${hit.number}`}
      columns={[
        { id: "kind", name: t("kind"), cell: (hit) => t(`hit_${hit.kind}`) },
        { id: "title", name: t("title"), cell: (hit) => <Link to={addressOf(hit)}>{hit.title || hit.number}</Link> },
        { id: "detail", name: t("detail"), cell: detail },
        { id: "date", name: t("date"), cell: (hit) => <DateText date={hit.date} /> },
        { id: "units", name: t("quantity"), end: true, cell: (hit) => <HitFigure hit={hit} /> },
      ]}
      filters={[
        {
          id: "kind",
          name: t("kind"),
          kind: "choice",
          options: (["project", "batch", "retirement", "organisation"] as const).map((value) => ({ value, name: t(`hit_${value}`) })),
        },
      ]}
      empty={{ title: t("nothing"), text: t("nothingText") }}
    />
  );
}
