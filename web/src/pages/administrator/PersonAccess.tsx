import { Button, Form, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, send } from "../../api/client";
import type { ListAnswer } from "../../api/contract";
import { asProblem, type Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { roleWord } from "../auditor/words";
import type { Handover, Person } from "./api";
import { texts } from "./texts";

// What an administrator does for somebody who cannot sign in.
export function Access({ person }: { person: string }) {
  const t = useTexts(texts);
  const reset = useMutation<{ token: string; mailed: boolean }, Problem>({ mutationFn: () => send("POST", `/people/${person}/password-reset`) });
  const shut = useMutation<void, Problem>({ mutationFn: () => send("POST", `/people/${person}/shut-out`) });
  const authenticator = useMutation<unknown, Problem>({ mutationFn: () => send("POST", `/people/${person}/authenticator-reset`) });
  return (
    <section className="s-section s-stack">
      <h2>{t("access")}</h2>
      <div className="s-row">
        <Button size="md" kind="tertiary" disabled={reset.isPending} onClick={() => reset.mutate()}>
          {t("resetPassword")}
        </Button>
        <Button size="md" kind="tertiary" disabled={authenticator.isPending} onClick={() => authenticator.mutate()}>
          {t("askAuthenticator")}
        </Button>
        <Button size="md" kind="danger--tertiary" disabled={shut.isPending} onClick={() => shut.mutate()}>
          {t("shutOut")}
        </Button>
      </div>
      <ProblemNotice problem={reset.error ?? authenticator.error ?? shut.error} />
      {reset.data?.mailed && <p role="status">{t("linkMailed")}</p>}
      {reset.data?.token && (
        <p role="status" className="s-code">
          {t("resetLink", { link: `${window.location.origin}/reset/${reset.data.token}` })}
        </p>
      )}
      {authenticator.isSuccess && <p role="status">{t("askedAuthenticator")}</p>}
      {shut.isSuccess && <p role="status">{t("shutOutDone")}</p>}
    </section>
  );
}

// Who takes over what nobody else could do.
export function HandoverForm({ person }: { person: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data, error } = useGet<Handover>(`/people/${person}/handover`);
  const [successors, setSuccessors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState(false);
  if (!data) return error ? <ProblemNotice problem={error} /> : <Loading />;
  const keyOf = (one: Handover["roles"][number]) => `${one.organisation}/${one.role}`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      const body = { successors: [] as { organisation?: number; role: string; person: string }[] };
      for (const one of data.roles) {
        const login = successors[keyOf(one)];
        if (!login) continue;
        const found = await get<ListAnswer<Person>>("/people", { text: login, limit: 500 });
        const id = found.items.find((candidate) => candidate.login === login)?.person;
        body.successors.push({ organisation: one.organisation || undefined, role: one.role, person: id ?? login });
      }
      await send("POST", `/people/${person}/leave`, body);
      setDone(true);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <Form className="s-stack" onSubmit={(event) => void submit(event)}>
      <p>
        {t("openThings", {
          sessions: data.sessions,
          tokens: data.tokens,
          invitations: data.invitations,
          delegations: data.delegations_given.length + data.delegations_received.length,
          retirements: data.retirements.length,
        })}
      </p>
      {data.roles.map((one) => (
        <div key={keyOf(one)} className="s-narrow">
          <TextInput
            id={`successor-${keyOf(one)}`}
            labelText={`${one.organisation_name || t("store")} ${roleWord(one.role, language)} / ${t("successor")}`}
            helperText={one.needed ? t("successorNeeded", { why: say(one.why, language) }) : `${t("others")}: ${one.others}`}
            value={successors[keyOf(one)] ?? ""}
            onChange={(event) => setSuccessors({ ...successors, [keyOf(one)]: event.target.value })}
          />
        </div>
      ))}
      <div>
        <Button type="submit" size="md" kind="danger--tertiary" disabled={done}>
          {t("leave")}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
      {done && <p role="status">{t("left")}</p>}
    </Form>
  );
}
