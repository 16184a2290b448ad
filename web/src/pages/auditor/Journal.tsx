import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { Words } from "../../parts/Term";
import type { Line } from "./api";
import { texts } from "./texts";
import { actWord, acts } from "./words";

const FILTERS = ["command", "person", "organisation", "project", "account", "from", "to"];

export function Who({ line }: { line: Line }) {
  const t = useTexts(texts);
  if (!line.actor) return <span>{t("system")}</span>;
  return <span>{line.actor.name || line.actor.login || t("unknownPerson")}</span>;
}

export function Concerns({ line }: { line: Line }) {
  const t = useTexts(texts);
  if (line.projects.length + line.accounts.length === 0) return <>-</>;
  return (
    <span className="s-row">
      {line.projects.map((number) => (
        <Link key={`p${number}`} to={`/audit?project=${number}`}>
          {t("project", { number: String(number) })}
        </Link>
      ))}
      {line.accounts.map((number) => (
        <Link key={`a${number}`} to={`/audit?account=${number}`}>
          {t("account", { number: String(number) })}
        </Link>
      ))}
    </span>
  );
}

export default function Journal() {
  const [search] = useSearchParams();
  // Another address is another list.
  return <JournalList key={search.toString()} search={search} />;
}

function JournalList({ search }: { search: URLSearchParams }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const filters = Object.fromEntries(FILTERS.map((name) => [name, search.get(name) ?? undefined]));
  const list = useCursorList<Line>("/audit/journal", { sort: "-entry", filters });
  return (
    <>
      <PageHead title={t("journalTitle")} lead={t("journalLead")} />
      <Words words={["receipt", "issuance", "retirement"]} />
      <NextStep
        text={t("journalNext")}
        steps={[
          { action: t("toDay"), onClick: () => navigate("/audit/day") },
          { action: t("toChecks"), to: "/audit/checks" },
        ]}
      />
      <DataTable
        name={t("journalTitle")}
        list={list}
        keyOf={(line) => line.entry}
        filters={[
          { id: "command", name: t("filterAct"), kind: "choice", options: acts(language) },
          { id: "person", name: t("filterPerson"), kind: "text" },
          { id: "organisation", name: t("filterOrganisation"), kind: "text" },
          { id: "project", name: t("filterProject"), kind: "text" },
          { id: "account", name: t("filterAccount"), kind: "text" },
          { id: "from", name: t("filterFrom"), kind: "day" },
          { id: "to", name: t("filterTo"), kind: "day" },
        ]}
        columns={[
          { id: "entry", name: t("entry"), cell: (line) => <Link to={`/audit/journal/${line.entry}`}>{line.entry}</Link>, sort: "entry" },
          { id: "time", name: t("time"), cell: (line) => <DateText date={line.time} /> },
          { id: "act", name: t("act"), cell: (line) => <Link to={`/audit/journal/${line.entry}`}>{actWord(line.command, language)}</Link> },
          { id: "who", name: t("who"), cell: (line) => <Who line={line} /> },
          { id: "organisation", name: t("organisation"), cell: (line) => line.organisation?.name ?? t("operator") },
          { id: "concerns", name: t("concerns"), cell: (line) => <Concerns line={line} /> },
        ]}
        empty={{ title: t("noEntries"), text: t("noEntriesText") }}
      />
    </>
  );
}
