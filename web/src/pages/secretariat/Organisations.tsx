// Legal entities of the scheme, and how one is registered.
import { useState } from "react";
import { useCursorList } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { CommandForm } from "../../parts/CommandForm";
import { CorporateNumber, SameNumber, type Numbered } from "../../parts/CorporateNumber";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { texts } from "./texts";

export default function Organisations() {
  const t = useTexts(texts);
  const list = useCursorList<Numbered>("/organisations");
  const [made, setMade] = useState<number>();
  return (
    <>
      <PageHead title={t("organisationsTitle")} lead={t("organisationsLead")} />
      <NextStep text={t("organisationsNext")} />
      <DataTable
        name={t("organisationsTitle")}
        list={list}
        keyOf={(one) => one.organisation}
        filters={[{ id: "text", name: t("organisationSearch"), kind: "text" }]}
        columns={[
          { id: "number", name: t("number"), sort: "number", cell: (one) => one.organisation },
          { id: "name", name: t("organisationName"), sort: "name", cell: (one) => one.name },
          { id: "corporate", name: t("corporateNumber"), sort: "corporate_number", cell: (one) => <CorporateNumber of={one} /> },
        ]}
        empty={{ title: t("organisationsNone"), text: t("organisationsNoneText") }}
      />
      <section className="s-section">
        <h2>{t("registerOrganisation")}</h2>
        <CommandForm
          key={made}
          command="RegisterOrganisation"
          fixed={{}}
          fields={[
            { id: "name", name: t("organisationName"), kind: "text" },
            { id: "name_kana", name: t("nameKana"), kind: "text", optional: true },
            { id: "corporate_number", name: t("corporateNumber"), kind: "text", optional: true, help: t("corporateHelp") },
            { id: "parent", name: t("parentNumber"), kind: "number", optional: true },
            { id: "predecessor", name: t("predecessorNumber"), kind: "number", optional: true },
          ]}
          submit={t("registerOrganisation")}
          onDone={(answer) => setMade(Number(answer.outcomes[0]?.organisation ?? answer.entry))}
        />
        {made !== undefined && <p role="status">{t("organisationMade", { number: made })}</p>}
        {made !== undefined && <SameNumber organisation={made} />}
      </section>
    </>
  );
}
