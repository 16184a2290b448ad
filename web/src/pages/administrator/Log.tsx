import { Button } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { send } from "../../api/client";
import type { ListAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { actWord } from "../auditor/words";
import type { Refused, ResetRequest, SecurityEvent } from "./api";
import { eventWords } from "./events";
import { texts } from "./texts";

export default function Log() {
  const t = useTexts(texts);
  const words = useTexts(eventWords);
  const { language } = useLanguage();
  const events = useCursorList<SecurityEvent>("/security-log");
  const refusals = useCursorList<Refused>("/security-log/refusals");
  const known = (kind: string) => (kind in eventWords ? words(kind as keyof typeof eventWords) : kind);
  const person = (login: string) => (login ? <Link to={`/administration/people/${encodeURIComponent(login)}`}>{login}</Link> : "-");
  return (
    <>
      <PageHead title={t("logTitle")} lead={t("logLead")} />
      <NextStep text={t("logNext")} steps={[{ action: t("peopleTitle"), to: "/administration/people" }]} />
      <Requests />
      <DataTable
        name={t("logTitle")}
        list={events}
        keyOf={(one) => one.id}
        columns={[
          { id: "time", name: t("time"), sort: "time", cell: (one) => <DateText date={one.time} /> },
          { id: "kind", name: t("kind"), sort: "kind", cell: (one) => known(one.kind) },
          { id: "login", name: t("login"), sort: "login", cell: (one) => person(one.login) },
          { id: "by", name: t("byWhom"), sort: "by", cell: (one) => one.by || "-" },
          { id: "detail", name: t("detail"), cell: (one) => one.detail || "-" },
        ]}
        empty={{ title: t("noLog"), text: t("noLogText") }}
      />
      <section className="s-section">
        <h2>{t("refusals")}</h2>
        <p className="s-lead">{t("refusalsLead")}</p>
        <DataTable
          name={t("refusals")}
          list={refusals}
          keyOf={(one) => one.id}
          columns={[
            { id: "time", name: t("time"), sort: "time", cell: (one) => <DateText date={one.time} /> },
            { id: "login", name: t("login"), sort: "login", cell: (one) => person(one.login) },
            { id: "organisation", name: t("organisationNumber"), sort: "organisation", cell: (one) => one.organisation ?? t("store") },
            { id: "command", name: t("command"), sort: "command", cell: (one) => actWord(one.command, language) },
            { id: "refusal", name: t("refusal"), sort: "refusal", cell: (one) => <code className="s-code">{one.refusal}</code> },
          ]}
          empty={{ title: t("noLog"), text: t("noLogText") }}
        />
      </section>
    </>
  );
}

// The second administrator's part of replacing a lost authenticator.
function Requests() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGet<ListAnswer<ResetRequest>>("/authenticator-resets");
  const answer = useMutation<{ token?: string; mailed?: boolean } | undefined, Problem, { request: number; how: "approve" | "refuse" }>({
    mutationFn: ({ request, how }) => send("POST", `/authenticator-resets/${request}/${how}`),
    onSuccess: () => void refetch(),
  });
  return (
    <section className="s-section">
      <h2>{t("requests")}</h2>
      <ProblemNotice problem={error ?? answer.error} />
      {answer.data?.mailed && <p role="status">{t("linkMailed")}</p>}
      {answer.data?.token && (
        <p role="status" className="s-code">
          {t("resetLink", { link: `${window.location.origin}/reset/${answer.data.token}` })}
        </p>
      )}
      {data?.items.length === 0 && <p>{t("requestsNone")}</p>}
      {data?.items.map((one) => (
        <div key={one.request} className="s-row">
          <span className="s-code">{one.person}</span>
          <DateText date={one.until} />
          <Button size="sm" disabled={answer.isPending} onClick={() => answer.mutate({ request: one.request, how: "approve" })}>
            {t("approve")}
          </Button>
          <Button size="sm" kind="danger--ghost" disabled={answer.isPending} onClick={() => answer.mutate({ request: one.request, how: "refuse" })}>
            {t("refuse")}
          </Button>
        </div>
      ))}
    </section>
  );
}
