// What is public of a company: its registered projects and what was used for it. Named by its corporate number, or by its name where it has none.
import { Link, useParams } from "react-router-dom";
import { useCursorList, useGet } from "../../../api/queries";
import type { ListAnswer } from "../../../api/contract";
import { useTexts } from "../../../i18n/language";
import { DateText } from "../../../parts/Amounts";
import { DataTable } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import type { Hit } from "../api";
import { HitFigure, useHitDetail } from "./Search";
import { texts } from "./texts";

export default function Company() {
  const t = useTexts(texts);
  const { company = "" } = useParams();
  const detail = useHitDetail();
  const { data, error, refetch } = useGet<ListAnswer<Hit>>("/search", { user: company, kind: "organisation" });
  const found = data?.items.find((one) => one.detail === company) ?? data?.items.find((one) => one.title === company) ?? data?.items[0];
  const projects = useCursorList<Hit>(`/search?${new URLSearchParams({ text: company, kind: "project" }).toString()}`);
  const retirements = useCursorList<Hit>(`/search?${new URLSearchParams({ user: company, kind: "retirement" }).toString()}`);
  const title = found?.title ?? t("companyTitle");
  return (
    <>
      <PageHead title={title} lead={found?.detail ? t("companyLead", { number: found.detail }) : t("companyLeadPlain")} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      <NextStep text={data && !found ? t("companyUnknown") : t("companyNext")} steps={[{ action: t("toOtherCompany"), to: "/search" }]} />
      <section className="s-section">
        <h2>{t("companyProjects")}</h2>
        <DataTable
          name={t("companyProjects")}
          list={projects}
          keyOf={(hit) => hit.number}
          columns={[
            { id: "title", name: t("title"), cell: (hit) => <Link to={`/projects/${hit.number}`}>{hit.title}</Link> },
            { id: "detail", name: t("detail"), cell: (hit) => hit.detail },
            { id: "date", name: t("date"), cell: (hit) => <DateText date={hit.date} /> },
          ]}
          empty={{ title: t("companyNoProjects"), text: t("companyNoProjectsText") }}
        />
      </section>
      <section className="s-section">
        <h2>{t("companyRetirements")}</h2>
        <DataTable
          name={t("companyRetirements")}
          list={retirements}
          keyOf={(hit) => hit.number}
          columns={[
            { id: "number", name: t("hit_retirement"), cell: (hit) => <Link to={`/retirements/${hit.number}`}>{hit.number}</Link> },
            { id: "detail", name: t("detail"), cell: detail },
            { id: "date", name: t("date"), cell: (hit) => <DateText date={hit.date} /> },
            { id: "units", name: t("quantity"), end: true, cell: (hit) => <HitFigure hit={hit} /> },
          ]}
          empty={{ title: t("companyNoRetirements"), text: t("companyNoRetirementsText") }}
        />
      </section>
    </>
  );
}
