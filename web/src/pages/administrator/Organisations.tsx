import { Button, Form, TextInput } from "@carbon/react";
import { useState, type FormEvent } from "react";
import { Link } from "react-router-dom";
import { useCommand, useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { CorporateNumber, SameNumber, type Numbered } from "../../parts/CorporateNumber";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { texts } from "./texts";

export default function Organisations() {
  const t = useTexts(texts);
  const list = useCursorList<Numbered>("/organisations");
  return (
    <>
      <PageHead title={t("organisationsTitle")} lead={t("organisationsLead")} />
      <NextStep text={t("organisationsNext")} steps={[{ action: t("toInvite"), to: "/administration/invitations" }]} />
      <DataTable
        name={t("organisationsTitle")}
        list={list}
        keyOf={(one) => one.organisation}
        filters={[
          { id: "text", name: t("search"), kind: "text" },
          { id: "same_corporate_number", name: t("sameNumber"), kind: "choice", options: [{ value: "true", name: t("sameNumberOnly") }] },
        ]}
        columns={[
          { id: "number", name: t("number"), sort: "number", cell: (one) => one.organisation },
          { id: "name", name: t("name"), sort: "name", cell: (one) => <Link to={`/administration/organisations/${one.organisation}`}>{one.name}</Link> },
          { id: "corporate", name: t("corporateNumber"), sort: "corporate_number", cell: (one) => <CorporateNumber of={one} /> },
        ]}
        empty={{ title: t("noOrganisations"), text: t("noOrganisationsText") }}
      />
      <section className="s-section">
        <h2>{t("register")}</h2>
        <Register />
      </section>
    </>
  );
}

function Register() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [name, setName] = useState("");
  const [kana, setKana] = useState("");
  const [corporate, setCorporate] = useState("");
  const register = useCommand<{ name: string; name_kana: string; corporate_number: string }>("RegisterOrganisation");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate({ name, name_kana: kana, corporate_number: corporate });
  };
  const wrong = (field: string) => say(register.error?.field(field), language);
  return (
    <Form className="s-narrow s-stack" onSubmit={submit}>
      <TextInput id="organisation-name" labelText={t("name")} value={name} invalid={!!wrong("name")} invalidText={wrong("name")} onChange={(event) => setName(event.target.value)} />
      <TextInput id="organisation-kana" labelText={t("nameKana")} value={kana} invalid={!!wrong("name_kana")} invalidText={wrong("name_kana")} onChange={(event) => setKana(event.target.value)} />
      <TextInput
        id="organisation-corporate"
        labelText={t("corporateNumber")}
        helperText={t("corporateHelp")}
        inputMode="numeric"
        value={corporate}
        invalid={!!wrong("corporate_number")}
        invalidText={wrong("corporate_number")}
        onChange={(event) => setCorporate(event.target.value)}
      />
      <Button type="submit" size="md" disabled={!name || register.isPending}>
        {t("register")}
      </Button>
      <ProblemNotice problem={register.error} />
      {register.data && <p role="status">{t("done", { entry: register.data.entry })}</p>}
      {register.data && <SameNumber organisation={Number(register.data.outcomes[0]?.organisation)} />}
    </Form>
  );
}
