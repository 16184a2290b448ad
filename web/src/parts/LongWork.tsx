import { ProgressBar } from "@carbon/react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { API, get } from "../api/client";
import type { Problem } from "../api/problem";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { Loading } from "./Loading";
import { ProblemNotice } from "./ProblemNotice";
import { SaveFile } from "./SaveFile";
import { begun, ended, type Running } from "./running";
import { texts } from "./texts";

// GET /jobs/{id}
export interface Job {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  done: number;
  total?: number;
  ja?: string;
  en?: string;
  // Where the result is: a path of the API (a file) or absent.
  result?: string;
}

// The progress of long work on the server. It may be left: the header counts what is running, and the page "work in progress" leads back.
export function LongWork({ work, onDone }: { work: Running; onDone?: (job: Job) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data: job, error } = useQuery<Job, Problem>({
    queryKey: ["job", work.id],
    queryFn: ({ signal }) => get<Job>(`/jobs/${encodeURIComponent(work.id)}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.state === "done" || query.state.data?.state === "failed" ? false : 1000),
  });
  const over = job?.state === "done" || job?.state === "failed" || error?.status === 404;
  useEffect(() => {
    if (over) ended(work.id);
    else begun(work);
  }, [over, work]);
  useEffect(() => {
    if (job?.state === "done") onDone?.(job);
  }, [job, onDone]);
  if (error && !job) return <ProblemNotice problem={error} />;
  if (!job) return <Loading />;
  const helper = job.state === "waiting" ? t("waiting") : job.total ? t("progressOf", { done: job.done, total: job.total }) : say(job, language);
  return (
    <div className="s-stack s-narrow">
      <ProgressBar
        label={say(work, language)}
        helperText={job.state === "done" ? t("doneWork") : job.state === "failed" ? `${t("failedWork")} ${say(job, language)}` : helper}
        value={job.state === "done" ? 1 : job.total ? job.done / job.total : undefined}
        max={1}
        status={job.state === "done" ? "finished" : job.state === "failed" ? "error" : "active"}
      />
      {!over && <p className="s-source">{t("mayLeave")}</p>}
      {job.state === "done" && job.result && (
        <SaveFile path={job.result.replace(API, "")} kind="primary">
          {t("openResult")}
        </SaveFile>
      )}
    </div>
  );
}
