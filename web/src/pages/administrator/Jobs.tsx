import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { send } from "../../api/client";
import type { Job } from "../../api/jobs";
import type { Problem } from "../../api/problem";
import { useCursorList, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { grouped } from "../../parts/values";
import { Run, useRuns } from "../auditor/Checks";
import type { Backup } from "./api";
import { texts } from "./texts";

export default function Jobs() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { data, error } = useGet<{ folder: string; backups: Backup[] }>("/administration/backups");
  const list = useCursorList<Job>("/jobs");
  const runs = useRuns(["backup"]);
  const again = useCallback(() => {
    void client.invalidateQueries({ queryKey: ["get", "/administration/backups"] });
    void client.invalidateQueries({ queryKey: ["list", "/jobs"] });
  }, [client]);
  const begin = useMutation<Job, Problem>({
    mutationFn: () => send<Job>("POST", "/administration/backups"),
    onSuccess: (job) => {
      runs.add(job);
      again();
    },
  });
  const noFolder = data?.folder === "";
  return (
    <>
      <PageHead title={t("jobsTitle")} lead={t("jobsLead")} />
      <NextStep text={t(noFolder ? "nextBackupFolder" : "jobsNext")} steps={noFolder ? [] : [{ action: t("makeBackup"), onClick: () => begin.mutate(), disabled: begin.isPending }]} />
      <ProblemNotice problem={begin.error ?? error} />
      {runs.ids.map((id) => (
        <Run key={id} id={id} onDone={again} />
      ))}
      <section className="s-section">
        <h2>{t("backups")}</h2>
        {data?.folder && <p className="s-code">{t("backupsIn", { folder: data.folder })}</p>}
        {data?.backups.length === 0 && <p>{t("noBackups")}</p>}
        {data && data.backups.length > 0 && (
          <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("backups")}>
            <Table size="md" aria-label={t("backups")}>
              <TableHead>
                <TableRow>
                  <TableHeader>{t("name")}</TableHeader>
                  <TableHeader>{t("made")}</TableHeader>
                  <TableHeader>{t("entries")}</TableHeader>
                  <TableHeader>{t("files")}</TableHeader>
                  <TableHeader>{t("bytes")}</TableHeader>
                  <TableHeader>{t("state")}</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {data.backups.map((one) => (
                  <TableRow key={one.name}>
                    <TableCell data-label={t("name")}>{one.name}</TableCell>
                    <TableCell data-label={t("made")}>{one.whole ? <DateText date={one.made} /> : "-"}</TableCell>
                    <TableCell data-label={t("entries")}>{grouped(String(one.entries))}</TableCell>
                    <TableCell data-label={t("files")}>{grouped(String(one.files))}</TableCell>
                    <TableCell data-label={t("bytes")}>{grouped(String(one.bytes))}</TableCell>
                    <TableCell data-label={t("state")}>{t(one.whole ? "whole" : "broken")}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </section>
      <section className="s-section">
        <h2>{t("jobs")}</h2>
        <DataTable
          name={t("jobs")}
          list={list}
          keyOf={(job) => job.id}
          columns={[
            { id: "asked", name: t("asked"), sort: "asked", cell: (job) => <DateText date={job.asked} /> },
            { id: "what", name: t("what"), sort: "what", cell: (job) => say(job.title, language) },
            { id: "by", name: t("by"), sort: "by", cell: (job) => job.login },
            { id: "result", name: t("result"), cell: (job) => <span className={job.state === "failed" ? "s-error-text" : undefined}>{say(job, language)}</span> },
          ]}
          empty={{ title: t("noJobs"), text: t("noJobsText") }}
        />
      </section>
    </>
  );
}
