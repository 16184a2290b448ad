import { Link, useSearchParams } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { roleWord } from "../auditor/words";
import type { Person } from "./api";
import { texts } from "./texts";

export default function People() {
  const [search] = useSearchParams();
  return <PeopleList key={search.get("organisation") ?? ""} organisation={search.get("organisation") ?? undefined} />;
}

function PeopleList({ organisation }: { organisation: string | undefined }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<Person>("/people", { filters: { organisation } });
  return (
    <>
      <PageHead title={t("peopleTitle")} lead={t("peopleLead")} />
      <NextStep
        text={t("peopleNext")}
        steps={[
          { action: t("toInvite"), to: "/administration/invitations" },
          { action: t("toRights"), to: "/administration/rights" },
        ]}
      />
      <DataTable
        name={t("peopleTitle")}
        list={list}
        keyOf={(one) => one.person}
        filters={[
          { id: "text", name: t("searchPeople"), kind: "text" },
          { id: "organisation", name: t("organisationNumber"), kind: "text" },
        ]}
        columns={[
          { id: "name", name: t("personName"), sort: "name", cell: (one) => <Link to={`/administration/people/${encodeURIComponent(one.login)}`}>{one.name || one.login}</Link> },
          { id: "login", name: t("login"), sort: "login", cell: (one) => one.login },
          { id: "email", name: t("email"), sort: "email", cell: (one) => one.email || "-" },
          {
            id: "roles",
            name: t("roles"),
            cell: (one) => (
              <ul className="s-plain">
                {one.roles.map((role) => (
                  <li key={`${role.organisation}${role.role}`}>{`${role.organisation_name}: ${roleWord(role.role, language)}`}</li>
                ))}
              </ul>
            ),
          },
        ]}
        empty={{ title: t("noPeople"), text: t("noPeopleText") }}
      />
    </>
  );
}
