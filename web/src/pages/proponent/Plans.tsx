import { Link } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { DateText } from "../../parts/Amounts";
import type { Draft } from "./api";
import { texts } from "./texts";

export default function Plans() {
  const t = useTexts(texts);
  const list = useCursorList<Draft>("/proponent/drafts");
  return (
    <>
      <PageHead title={t("draftsTitle")} lead={t("draftsLead")} />
      <DataTable
        name={t("draftsTitle")}
        list={list}
        keyOf={(d) => d.draft}
        columns={[
          { id: "title", name: t("title"), sort: "title", cell: (d) => <Link to={`/plans/${d.draft}`}>{d.title || t("untitled")}</Link> },
          { id: "methodology", name: t("methodology"), sort: "methodology", cell: (d) => d.methodology },
          { id: "changed", name: t("changed"), sort: "changed", cell: (d) => <DateText date={d.changed} /> },
          { id: "version", name: t("version"), sort: "version", cell: (d) => d.version, end: true },
          {
            id: "handed",
            name: t("handedIn"),
            cell: (d) => (d.project ? <Link to={`/cases/${d.project}`}>{t("handedInAs", { project: d.project, version: d.handed_in })}</Link> : t("notYet")),
          },
        ]}
        empty={{ title: t("draftNone"), text: t("draftNoneText") }}
      />
      <NextStep text={t("draftNoneText")} steps={[{ action: t("startProject"), to: "/plans/start" }]} />
    </>
  );
}
