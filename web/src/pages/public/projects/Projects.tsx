import { Link, useSearchParams } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { prefectures } from "../../../map/prefectures";
import { DataTable, type Column } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { originTexts } from "../../../parts/originTexts";
import { Words } from "../../../parts/Term";
import type { Project } from "../api";
import { texts } from "./texts";

export default function Projects() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const [asked] = useSearchParams();
  const list = useCursorList<Project>("/projects", { filters: { prefecture: asked.get("prefecture") ?? undefined, methodology: asked.get("methodology") ?? undefined } });
  const columns: Column<Project>[] = [
    { id: "number", name: t("number"), sort: "number", cell: (one) => one.official_number || one.project },
    { id: "title", name: t("title"), sort: "title", cell: (one) => <Link to={`/projects/${one.project}`}>{one.title}</Link> },
    { id: "type", name: t("type"), cell: (one) => t(one.type) },
    { id: "proponents", name: t("proponents"), cell: (one) => one.proponents.map((each) => each.name).join(", ") },
    { id: "place", name: t("place"), cell: (one) => one.place },
    {
      id: "methodologies",
      name: t("methodologies"),
      cell: (one) => one.methodologies.map((number) => <Link key={number} to={`/rulebook/methodologies/${number}`}>{`${number} `}</Link>),
    },
    { id: "registered_on", name: t("registeredOn"), sort: "registered_on", cell: (one) => <DateText date={one.registered_on} /> },
    { id: "certified", name: t("certified"), sort: "certified", end: true, cell: (one) => <Tonnes amount={one.certified} from={{ text: o("certifiedOfProject"), to: { path: `/projects/${one.project}`, name: one.title } }} /> },
  ];
  return (
    <>
      <PageHead title={t("projects")} lead={t("projectsLead")} />
      <Words words={["normal_project", "programme_project", "crediting_programme"]} />
      <DataTable
        name={t("projects")}
        list={list}
        columns={columns}
        keyOf={(one) => one.project}
        filters={[
          { id: "text", name: t("words"), kind: "text" },
          { id: "methodology", name: t("methodologyNumber"), kind: "text" },
          { id: "prefecture", name: t("prefecture"), kind: "choice", options: prefectures.map((one) => ({ value: one.ja, name: say(one, language) })) },
          {
            id: "type",
            name: t("type"),
            kind: "choice",
            options: [
              { value: "normal", name: t("normal") },
              { value: "programme", name: t("programme") },
            ],
          },
        ]}
        empty={{ title: t("noProjects"), text: t("noProjectsText") }}
      />
      <NextStep
        text={t("listNext")}
        steps={[
          { action: t("toSearch"), to: "/search" },
          { action: t("toOpenData"), to: "/open-data" },
        ]}
      />
    </>
  );
}
