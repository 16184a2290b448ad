import { Button } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { send } from "../../api/client";
import { isOpen, useJob, useOwnJobs, type CheckResult, type Job } from "../../api/jobs";
import type { Problem } from "../../api/problem";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { Dialog } from "../../parts/Dialog";
import { LongWork } from "../../parts/LongWork";
import { NextStep } from "../../parts/NextStep";
import { Notice } from "../../parts/Notice";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import { Words } from "../../parts/Term";
import { texts } from "./texts";

// The work of these kinds that runs, also when the page was left meanwhile, and what was begun here and has ended.
export function useRuns(kinds: readonly string[]): { ids: string[]; add: (job: Job) => void } {
  const client = useQueryClient();
  const own = useOwnJobs();
  const [begun, setBegun] = useState<string[]>([]);
  const running = (own.data?.items ?? []).filter((job) => kinds.includes(job.kind) && isOpen(job)).map((job) => job.id);
  useEffect(() => {
    if (running.some((id) => !begun.includes(id))) setBegun([...new Set([...begun, ...running])]);
  });
  return {
    ids: begun,
    add: (job) => {
      setBegun((all) => [...new Set([...all, job.id])]);
      void client.invalidateQueries({ queryKey: ["get", "/own/jobs"] });
    },
  };
}

export function Run({ id, onDone }: { id: string; onDone: () => void }) {
  const { data } = useJob(id);
  const done = data?.state === "done";
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  return data ? <LongWork job={data} /> : null;
}

export default function Checks() {
  const t = useTexts(texts);
  const client = useQueryClient();
  const runs = useRuns(["check", "bundle"]);
  const begin = useMutation<Job, Problem, { path: string; body: unknown }>({
    mutationFn: ({ path, body }) => send<Job>("POST", path, body),
    onSuccess: (job) => {
      runs.add(job);
      void client.invalidateQueries({ queryKey: ["list", "/jobs"] });
    },
  });
  const over = useCallback(() => void client.invalidateQueries({ queryKey: ["list", "/jobs"] }), [client]);
  const check = (full: boolean) => begin.mutate({ path: "/audit/checks", body: { full } });
  const bundle = (sealed: boolean) => begin.mutate({ path: "/audit/bundles", body: { sealed } });
  return (
    <>
      <PageHead title={t("checksTitle")} lead={t("checksLead")} />
      <Words words={["receipt"]} />
      <NextStep
        text={t("checksNext")}
        steps={[
          { action: t("beginCheck"), onClick: () => check(false), disabled: begin.isPending },
          { action: t("beginFull"), onClick: () => check(true), disabled: begin.isPending },
        ]}
      />
      <ProblemNotice problem={begin.error} />
      {runs.ids.map((id) => (
        <Run key={id} id={id} onDone={over} />
      ))}
      <section className="s-section">
        <h2>{t("checksDone")}</h2>
        <Done kind="check" />
      </section>
      <section className="s-section">
        <h2>{t("bundleTitle")}</h2>
        <p className="s-lead">{t("bundleLead")}</p>
        <div className="s-row s-no-print">
          <Button size="md" kind="tertiary" disabled={begin.isPending} onClick={() => bundle(true)}>
            {t("bundleSealed")}
          </Button>
          <Button size="md" kind="tertiary" disabled={begin.isPending} onClick={() => bundle(false)}>
            {t("bundleWithout")}
          </Button>
        </div>
        <Done kind="bundle" />
      </section>
    </>
  );
}

function Done({ kind }: { kind: "check" | "bundle" }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const list = useCursorList<Job>("/jobs", { filters: { kind } });
  const [opened, setOpened] = useState<CheckResult>();
  return (
    <>
      <DataTable
        name={t(kind === "check" ? "checksDone" : "bundlesMade")}
        list={{ ...list, filters: {} }}
        keyOf={(job) => job.id}
        columns={[
          { id: "asked", name: t("asked"), sort: "asked", cell: (job) => <DateText date={job.asked} /> },
          { id: "what", name: t("what"), sort: "what", cell: (job) => say(job.title, language) },
          { id: "by", name: t("by"), sort: "by", cell: (job) => job.login },
          {
            id: "result",
            name: t("result"),
            cell: (job) => (
              <span className="s-row">
                <span className={job.state === "failed" || (job.check?.findings.length ?? 0) > 0 ? "s-error-text" : undefined}>{say(job, language)}</span>
                {job.check && (
                  <Button size="sm" kind="ghost" onClick={() => setOpened(job.check)}>
                    {t("result")}
                  </Button>
                )}
                {job.result && (
                  <SaveFile size="sm" kind="ghost" path={job.result.replace("/api/v1", "")}>
                    {t("save")}
                  </SaveFile>
                )}
              </span>
            ),
          },
        ]}
        empty={{ title: t(kind === "check" ? "noChecks" : "noBundles"), text: t("noChecksText") }}
      />
      {opened && (
        <Dialog title={t("result")} close={() => setOpened(undefined)}>
          <Notice kind={opened.findings.length === 0 ? "good" : "bad"} title={t(opened.findings.length === 0 ? "holds" : "holdsNot")} />
          <dl className="s-values">
            <dt>{t("entriesChecked")}</dt>
            <dd>{opened.entries}</dd>
            {opened.full && <dt>{t("certificationsChecked")}</dt>}
            {opened.full && <dd>{opened.certifications}</dd>}
            <dt>{t("sealedChecked")}</dt>
            <dd>{t("ofWhich", { all: opened.sealed, some: opened.erased })}</dd>
            <dt>{t("stateHash")}</dt>
            <dd>
              <code className="s-code">{opened.state_hash}</code>
            </dd>
            <dt>{t("treeHead")}</dt>
            <dd>
              <code className="s-code">{opened.tree_head}</code>
            </dd>
          </dl>
          <h3>{t("findings")}</h3>
          {opened.findings.length === 0 ? (
            <p>{t("noFindings")}</p>
          ) : (
            <ul>
              {opened.findings.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </Dialog>
      )}
    </>
  );
}
