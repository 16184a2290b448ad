import { Button, Form, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { roleWord } from "../auditor/words";
import { OrganisationField } from "../../parts/OrganisationField";
import { RoleField } from "./Person";
import type { Invitation } from "./api";
import { texts } from "./texts";

const PATH = "/people/invitations";

export default function Invitations() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const list = useCursorList<Invitation>(PATH);
  const again = () => void client.invalidateQueries({ queryKey: ["list", PATH] });
  const grant = useMutation<void, Problem, number>({ mutationFn: (id) => send("POST", `${PATH}/${id}/grant`), onSuccess: again });
  const revoke = useMutation<void, Problem, number>({ mutationFn: (id) => send("DELETE", `${PATH}/${id}`), onSuccess: again });
  return (
    <>
      <PageHead title={t("invitationsTitle")} lead={t("invitationsLead")} />
      <NextStep text={t("invitationsNext")} />
      <InviteForm again={again} />
      <ProblemNotice problem={grant.error ?? revoke.error} />
      <DataTable
        name={t("invitationsTitle")}
        list={list}
        keyOf={(one) => one.id}
        columns={[
          { id: "email", name: t("email"), sort: "email", cell: (one) => one.email },
          { id: "organisation", name: t("organisationNumber"), sort: "organisation", cell: (one) => one.organisation ?? t("store") },
          { id: "roles", name: t("roles"), cell: (one) => one.roles.map((role) => roleWord(role, language)).join(", ") },
          { id: "inviter", name: t("inviter"), sort: "inviter", cell: (one) => one.inviter },
          { id: "until", name: t("until"), sort: "until", cell: (one) => <DateText date={one.until} /> },
          { id: "state", name: t("state"), sort: "state", cell: (one) => t(one.state) },
          {
            id: "act",
            name: t("act"),
            cell: (one) => (
              <span className="s-row">
                {one.state === "accepted" && (
                  <Button size="sm" disabled={grant.isPending} onClick={() => grant.mutate(one.id)}>
                    {t("grantInvitation")}
                  </Button>
                )}
                {(one.state === "open" || one.state === "accepted") && (
                  <Button size="sm" kind="danger--ghost" disabled={revoke.isPending} onClick={() => revoke.mutate(one.id)}>
                    {t("takeBack")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        empty={{ title: t("noInvitations"), text: t("invitationsNext") }}
      />
    </>
  );
}

function InviteForm({ again }: { again: () => void }) {
  const t = useTexts(texts);
  const [email, setEmail] = useState("");
  const [organisation, setOrganisation] = useState<number>();
  const [role, setRole] = useState("");
  const invite = useMutation<Invitation, Problem>({
    mutationFn: () => send<Invitation>("POST", PATH, { email, organisation, roles: [role] }),
    onSuccess: again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Form className="s-narrow s-stack s-section" onSubmit={submit}>
      <h2>{t("invite")}</h2>
      <TextInput id="invite-email" type="email" labelText={t("email")} value={email} onChange={(event) => setEmail(event.target.value)} />
      <OrganisationField id="invite-organisation" label={t("organisationsTitle")} none={t("store")} value={organisation} change={setOrganisation} />
      <RoleField id="invite-role" value={role} set={setRole} />
      <Button type="submit" size="md" disabled={!email || !role || invite.isPending}>
        {t("invite")}
      </Button>
      <ProblemNotice problem={invite.error} />
      {invite.data && !invite.data.token && <p role="status">{t("invitationMailed", { email: invite.data.email })}</p>}
      {invite.data?.token && (
        <p role="status" className="s-code">
          {t("inviteLink", { link: `${window.location.origin}/invitation/${invite.data.token}` })}
        </p>
      )}
    </Form>
  );
}
