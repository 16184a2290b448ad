import { Button, ProgressBar } from "@carbon/react";
import { API } from "../api/client";
import { isOpen, type Job } from "../api/jobs";
import { useLanguage, useTexts } from "../i18n/language";
import { say } from "../i18n/texts";
import { SaveFile } from "./SaveFile";
import { texts } from "./texts";
import { dateText, grouped } from "./values";

// The progress of long work on the server, and its end. It may be left: "Your work" and the page on which it was begun find it again.
export function LongWork({ job }: { job: Job }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const open = isOpen(job);
  const progress = job.state === "waiting" ? t("waiting") : job.total ? t("progressOf", { done: grouped(String(job.done)), total: grouped(String(job.total)) }) : t("working");
  return (
    <div className="s-stack s-narrow">
      <ProgressBar
        label={say(job.title, language)}
        helperText={open ? progress : `${dateText(job.ended ?? job.asked, language)} ${job.state === "failed" ? `${t("failedWork")} ` : ""}${say(job, language)}`}
        value={job.state === "done" ? 1 : job.total ? job.done / job.total : open ? undefined : 0}
        max={1}
        status={job.state === "done" ? "finished" : job.state === "failed" ? "error" : "active"}
      />
      {open && <p className="s-source">{t("mayLeave")}</p>}
      {job.state === "done" && job.result && (
        <div>
          <SaveFile path={job.result.replace(API, "")} kind="primary">
            {t("saveResult")}
          </SaveFile>
        </div>
      )}
    </div>
  );
}

// What ended before this page was opened.
export function WorkBefore({ job, show }: { job: Job | undefined; show: (id: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (!job) return null;
  return (
    <p className="s-source">
      {t("workBefore", { day: dateText(job.ended ?? job.asked, language), title: say(job.title, language) })} {say(job, language)}{" "}
      <Button size="sm" kind="ghost" onClick={() => show(job.id)}>
        {t("openResult")}
      </Button>
    </p>
  );
}
