import { Button, Form, TextInput } from "@carbon/react";
import { useState, type FormEvent } from "react";
import { Link, useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { DateText } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { OrganisationDesk } from "./api";
import { texts } from "./texts";

export default function Organisation() {
  const t = useTexts(texts);
  const { organisation } = useParams();
  const { data, error, refetch } = useGet<OrganisationDesk>(`/administration/organisations/${organisation}`);
  if (error && !data) return <Missing title={t("organisationsTitle")} problem={error} again={() => void refetch()} back={{ action: t("organisationsTitle"), to: "/administration/organisations" }} />;
  if (!data) return <Loading />;
  const other = (number: number) => <Link to={`/administration/organisations/${number}`}>{number}</Link>;
  return (
    <>
      <PageHead title={data.name} lead={t("organisationLead", { number: String(data.organisation) })} />
      <NextStep text={t("organisationNext")} steps={[{ action: t("toPeople"), to: `/administration/people?organisation=${data.organisation}` }]} />
      <dl className="s-values">
        <dt>{t("corporateNumber")}</dt>
        <dd>{data.corporate_number || "-"}</dd>
        <dt>{t("nameKana")}</dt>
        <dd>{data.name_kana || "-"}</dd>
        {data.parent && <dt>{t("parent")}</dt>}
        {data.parent && <dd>{other(data.parent)}</dd>}
        {data.predecessor && <dt>{t("predecessor")}</dt>}
        {data.predecessor && <dd>{other(data.predecessor)}</dd>}
        <dt>{t("people")}</dt>
        <dd>{data.people}</dd>
        <dt>{t("projects")}</dt>
        <dd>{data.projects}</dd>
        <dt>{t("accounts")}</dt>
        <dd>{data.accounts}</dd>
      </dl>
      <section className="s-section">
        <h2>{t("alike")}</h2>
        {data.alike.length === 0 && <p>{t("alikeNone")}</p>}
        <ul className="s-plain">
          {data.alike.map((one) => (
            <li key={one.number}>
              <Link to={`/administration/organisations/${one.number}`}>{`${one.number} ${one.name}`}</Link>
            </li>
          ))}
        </ul>
      </section>
      <section className="s-section">
        <h2>{t("names")}</h2>
        <ul className="s-plain">
          {data.names.map((one) => (
            <li key={one.from}>
              <DateText date={one.from} /> {one.name}
            </li>
          ))}
        </ul>
        <Rename organisation={data.organisation} />
      </section>
    </>
  );
}

function Rename({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const rename = useCommand<{ organisation: number; name: string; from: string }>("RenameOrganisation");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ organisation, name, from });
  };
  return (
    <Form className="s-narrow s-stack" onSubmit={submit}>
      <TextInput id="rename-name" labelText={t("newName")} value={name} onChange={(event) => setName(event.target.value)} />
      <DayField id="rename-from" label={t("from")} value={from} change={setFrom} />
      <Button type="submit" size="md" kind="tertiary" disabled={!name || !from || rename.isPending}>
        {t("rename")}
      </Button>
      <ProblemNotice problem={rename.error} />
      {rename.data && <p role="status">{t("done", { entry: rename.data.entry })}</p>}
    </Form>
  );
}
