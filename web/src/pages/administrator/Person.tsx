import { Button, Form, Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useState, type FormEvent } from "react";
import { useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import type { ListAnswer } from "../../api/contract";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { ROLES, roleWord } from "../auditor/words";
import { OrganisationField } from "../../parts/OrganisationField";
import { Access, HandoverForm } from "./PersonAccess";
import type { Person as PersonRow, PersonRole } from "./api";
import { texts } from "./texts";

export default function Person() {
  const t = useTexts(texts);
  const { person: login } = useParams();
  const { session } = useSession();
  const { data, error, refetch } = useGet<ListAnswer<PersonRow>>("/people", { text: login, limit: 500 });
  if (error && !data) return <Missing title={t("peopleTitle")} problem={error} again={() => void refetch()} back={{ action: t("peopleTitle"), to: "/administration/people" }} />;
  if (!data) return <Loading />;
  const person = data.items.find((one) => one.login === login);
  if (!person) {
    return (
      <>
        <PageHead title={t("personUnknown")} />
        <NextStep text={t("personUnknownNext")} steps={[{ action: t("peopleTitle"), to: "/administration/people" }]} />
      </>
    );
  }
  return (
    <>
      <PageHead title={person.name || person.login} lead={t("personLead", { login: person.login })} />
      <NextStep text={t("personNext")} steps={[{ action: t("toRights"), to: "/administration/rights" }]} />
      <section className="s-section">
        <h2>{t("roles")}</h2>
        <Roles person={person} changed={() => void refetch()} />
        <GrantForm person={person.person} changed={() => void refetch()} />
      </section>
      {session?.rights.includes("administer") && <Access person={person.person} />}
      <section className="s-section">
        <h2>{t("handover")}</h2>
        <p className="s-lead">{t("handoverLead")}</p>
        <HandoverForm person={person.person} />
      </section>
    </>
  );
}

function Roles({ person, changed }: { person: PersonRow; changed: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const revoke = useCommand<{ person: string; organisation?: number; role: string }>("Revoke");
  const take = (role: PersonRole) => revoke.mutate({ person: person.person, organisation: role.organisation || undefined, role: role.role }, { onSuccess: changed });
  if (person.roles.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <ProblemNotice problem={revoke.error} />
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("roles")}>
        <Table size="md" aria-label={t("roles")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("organisationsTitle")}</TableHeader>
              <TableHeader>{t("role")}</TableHeader>
              <TableHeader>{t("since")}</TableHeader>
              <TableHeader>{t("act")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {person.roles.map((role) => (
              <TableRow key={`${role.organisation}${role.role}`}>
                <TableCell data-label={t("organisationsTitle")}>{role.organisation_name || t("store")}</TableCell>
                <TableCell data-label={t("role")}>{roleWord(role.role, language)}</TableCell>
                <TableCell data-label={t("since")}>
                  <DateText date={role.since} />
                </TableCell>
                <TableCell data-label={t("act")}>
                  <Button size="sm" kind="danger--ghost" disabled={revoke.isPending} onClick={() => take(role)}>
                    {t("revoke")}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

export function RoleField({ id, value, set }: { id: string; value: string; set: (value: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <Select id={id} labelText={t("role")} value={value} onChange={(event) => set(event.target.value)}>
      <SelectItem value="" text={t("choose")} />
      {ROLES.map((role) => (
        <SelectItem key={role} value={role} text={roleWord(role, language)} />
      ))}
    </Select>
  );
}

function GrantForm({ person, changed }: { person: string; changed: () => void }) {
  const t = useTexts(texts);
  const [organisation, setOrganisation] = useState<number>();
  const [role, setRole] = useState("");
  const grant = useCommand<{ person: string; organisation?: number; role: string }>("Grant");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    grant.mutate({ person, organisation, role }, { onSuccess: changed });
  };
  return (
    <Form className="s-narrow s-stack" onSubmit={submit}>
      <h3>{t("grant")}</h3>
      <OrganisationField id="grant-organisation" label={t("organisationsTitle")} none={t("store")} value={organisation} change={setOrganisation} />
      <RoleField id="grant-role" value={role} set={setRole} />
      <Button type="submit" size="md" disabled={!role || grant.isPending}>
        {t("grant")}
      </Button>
      <ProblemNotice problem={grant.error} />
      {grant.data && <p role="status">{t("done", { entry: grant.data.entry })}</p>}
    </Form>
  );
}
