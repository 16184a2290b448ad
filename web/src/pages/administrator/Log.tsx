import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useState, type ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { send } from "../../api/client";
import type { ListAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { texts as parts } from "../../parts/texts";
import { actWord } from "../auditor/words";
import type { Refused, ResetRequest, SecurityEvent } from "./api";
import { eventWords } from "./events";
import { texts } from "./texts";

export default function Log() {
  const t = useTexts(texts);
  const words = useTexts(eventWords);
  const { language } = useLanguage();
  const known = (kind: string) => (kind in eventWords ? words(kind as keyof typeof eventWords) : kind);
  const person = (login: string) => (login ? <Link to={`/administration/people/${encodeURIComponent(login)}`}>{login}</Link> : "-");
  return (
    <>
      <PageHead title={t("logTitle")} lead={t("logLead")} />
      <NextStep text={t("logNext")} steps={[{ action: t("peopleTitle"), to: "/administration/people" }]} />
      <Requests />
      <Pages<SecurityEvent>
        name={t("logTitle")}
        path="/security-log"
        head={[t("time"), t("kind"), t("login"), t("byWhom"), t("detail")]}
        cells={(one) => [<DateText key="t" date={one.time} />, known(one.kind), person(one.login), one.by || "-", one.detail || "-"]}
      />
      <section className="s-section">
        <h2>{t("refusals")}</h2>
        <p className="s-lead">{t("refusalsLead")}</p>
        <Pages<Refused>
          name={t("refusals")}
          path="/security-log/refusals"
          head={[t("time"), t("login"), t("organisationNumber"), t("command"), t("refusal")]}
          cells={(one) => [<DateText key="t" date={one.time} />, person(one.login), one.organisation ?? t("store"), actWord(one.command, language), <code key="r" className="s-code">{one.refusal}</code>]}
        />
      </section>
    </>
  );
}

// The log is read from its end: each page says before which row the next one goes on.
function Pages<Item extends { id: number | string }>({ name, path, head, cells }: { name: string; path: string; head: string[]; cells: (item: Item) => ReactNode[] }) {
  const t = useTexts(texts);
  const p = useTexts(parts);
  const [before, setBefore] = useState<number[]>([]);
  const { data, error } = useGet<ListAnswer<Item>>(path, { limit: 50, before: before[before.length - 1] });
  if (!data) return error ? <ProblemNotice problem={error} /> : <Loading />;
  if (data.items.length === 0 && before.length === 0) return <EmptyState empty={{ title: t("noLog"), text: t("noLogText") }} />;
  return (
    <>
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={name}>
        <Table size="sm" aria-label={name}>
          <TableHead>
            <TableRow>
              {head.map((one) => (
                <TableHeader key={one}>{one}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map((item) => (
              <TableRow key={item.id}>
                {cells(item).map((cell, i) => (
                  <TableCell key={head[i]} data-label={head[i]}>
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {(before.length > 0 || data.next) && (
        <div className="s-pager">
          <Button size="md" kind="tertiary" disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>
            {p("previous")}
          </Button>
          <Button size="md" kind="tertiary" disabled={!data.next} onClick={() => setBefore([...before, Number(data.next)])}>
            {p("next")}
          </Button>
        </div>
      )}
    </>
  );
}

// The second administrator's part of replacing a lost authenticator.
function Requests() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGet<ListAnswer<ResetRequest>>("/authenticator-resets");
  const answer = useMutation<{ token?: string } | undefined, Problem, { request: number; how: "approve" | "refuse" }>({
    mutationFn: ({ request, how }) => send("POST", `/authenticator-resets/${request}/${how}`),
    onSuccess: () => void refetch(),
  });
  return (
    <section className="s-section">
      <h2>{t("requests")}</h2>
      <ProblemNotice problem={error ?? answer.error} />
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
