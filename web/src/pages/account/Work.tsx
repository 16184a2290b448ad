import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router-dom";
import { API } from "../../api/client";
import { isOpen, pageOf, useJob, useOwnJobs, type Job } from "../../api/jobs";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { LongWork } from "../../parts/LongWork";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import { texts } from "./texts";

// One's own long work, as the server has it: wherever it was begun, it is found here.
export default function Work() {
  const t = useTexts(texts);
  const own = useOwnJobs();
  const running = (own.data?.items ?? []).filter(isOpen);
  return (
    <>
      <PageHead title={t("workTitle")} lead={t("workLead")} />
      <NextStep text={running.length > 0 ? t("workNext", { count: running.length }) : t("workNextDone")} />
      <ProblemNotice problem={own.error} again={() => void own.refetch()} />
      {running.length > 0 && (
        <section className="s-section s-stack">
          <h2>{t("workRunning")}</h2>
          {running.map((job) => (
            <Running key={job.id} job={job} />
          ))}
        </section>
      )}
      <section className="s-section">
        <h2>{t("workEnded")}</h2>
        <Ended running={running.map((job) => job.id).join(" ")} />
      </section>
    </>
  );
}

function Running({ job }: { job: Job }) {
  const t = useTexts(texts);
  const { data } = useJob(job.id);
  const page = pageOf(job);
  return (
    <div className="s-stack">
      <LongWork job={data ?? job} />
      {page && (
        <Link className="cds--link" to={page}>
          {t("toPage")}
        </Link>
      )}
    </div>
  );
}

function Ended({ running }: { running: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  // What no longer runs stands in the table.
  useEffect(() => void client.invalidateQueries({ queryKey: ["list", "/own/jobs"] }), [client, running]);
  const list = useCursorList<Job>("/own/jobs", { filters: { open: false }, limit: 20 });
  return (
    <DataTable
      name={t("workEnded")}
      list={{ ...list, filters: {} }}
      keyOf={(job) => job.id}
      columns={[
        { id: "ended", name: t("workWhen"), sort: "ended", cell: (job) => <DateText date={job.ended ?? job.asked} /> },
        { id: "what", name: t("workWhat"), sort: "what", cell: (job) => say(job.title, language) },
        { id: "result", name: t("workResult"), cell: (job) => <span className={job.state === "failed" ? "s-error-text" : undefined}>{say(job, language)}</span> },
        {
          id: "open",
          name: t("act"),
          cell: (job) => {
            const page = pageOf(job);
            return (
              <span className="s-row">
                {page && (
                  <Link className="cds--link" to={page}>
                    {t("workOpen")}
                  </Link>
                )}
                {job.state === "done" && job.result && (
                  <SaveFile size="sm" kind="ghost" path={job.result.replace(API, "")}>
                    {t("workSave")}
                  </SaveFile>
                )}
              </span>
            );
          },
        },
      ]}
      empty={{ title: t("workNone"), text: t("workNoneText") }}
    />
  );
}
