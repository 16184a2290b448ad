import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { Link } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Tonnes } from "../../parts/Amounts";
import { EmptyState, ListFiles, Pager } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { dateText } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import { Waiting } from "../proponent/Cases";
import type { Company } from "./api";
import { texts } from "./texts";

export default function Companies() {
  const t = useTexts(texts);
  const list = useCursorList<Company>("/support/companies");
  return (
    <>
      <PageHead title={t("companiesTitle")} lead={t("companiesLead")} />
      <NextStep
        text={t("companiesNext")}
        steps={[
          { action: t("toStart"), to: "/plans/start" },
          { action: t("toArea"), to: "/support/area" },
        ]}
      />
      <ProblemNotice problem={list.problem} again={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.items.length > 0 && <ListFiles list={list} />}
      {!list.loading && !list.problem && list.items.length === 0 && <EmptyState empty={{ title: t("companiesNone"), text: t("companiesNoneText") }} />}
      {list.items.map((company) => (
        <CompanyCases key={company.delegation} company={company} />
      ))}
      {list.items.length > 0 && <Pager list={list} />}
    </>
  );
}

function CompanyCases({ company }: { company: Company }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { actFor } = useSession();
  return (
    <section className="s-section">
      <h2>{company.organisation.name}</h2>
      <p className="s-source">{t("until", { from: dateText(company.from, language), until: dateText(company.until, language) })}</p>
      {company.cases.length === 0 && <p>{t("noCases")}</p>}
      {company.cases.length > 0 && (
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={company.organisation.name}>
          <Table size="lg" aria-label={company.organisation.name}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("case")}</TableHeader>
                <TableHeader>{t("stage")}</TableHeader>
                <TableHeader>{t("waits")}</TableHeader>
                <TableHeader className="s-end">{t("certified")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {company.cases.map((one) => (
                <TableRow key={one.project.project}>
                  <TableCell data-label={t("case")}>
                    {/* The case is read for the company that lent the role. */}
                    <Link to={`/cases/${one.project.project}`} onClick={() => actFor(company.organisation.number)}>
                      {one.project.title}
                    </Link>
                  </TableCell>
                  <TableCell data-label={t("stage")}>{say(one.stage, language)}</TableCell>
                  <TableCell data-label={t("waits")}>
                    <Waiting tasks={one.waiting} />
                  </TableCell>
                  <TableCell data-label={t("certified")} className="s-end">
                    <Tonnes amount={one.project.certified} from={{ text: o("certifiedOfProject"), to: { path: `/projects/${one.project.project}`, name: one.project.title } }} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}
