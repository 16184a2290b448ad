// Monitoring: what was reported and what is due; data uploaded or typed, checked first, then handed in.
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Link, useParams } from "react-router-dom";
import { upload } from "../../api/client";
import type { Answered, Job } from "../../api/jobs";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { LongWork, WorkBefore } from "../../parts/LongWork";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { originTexts } from "../../parts/originTexts";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import { Upload } from "../../parts/Upload";
import { useWork } from "../../parts/useWork";
import { DateText, PeriodText, Tonnes } from "../../parts/Amounts";
import { vintageText } from "../../parts/values";
import type { EvidenceKept, FieldFinding, MonitoringView, ReportCheck, ReportHandedIn } from "./api";
import { Calculations, Lines } from "./Calculation";
import { EVIDENCE_MB_MAX, EvidenceUpload } from "./EvidenceUpload";
import { texts } from "./monitoringTexts";
import { TypedData } from "./TypedData";

interface Answers {
  monitoring_check: ReportCheck;
  monitoring: ReportHandedIn;
}
const TABLES = [".csv", ".xlsx"];

export default function Monitoring() {
  const t = useTexts(texts);
  const { project } = useParams();
  const { data, error } = useGet<MonitoringView>(`/proponent/cases/${project}/monitoring`);
  // Kept here: the form below begins anew once its period was reported.
  const [done, setDone] = useState<ReportHandedIn>();
  if (error) return <Missing title={t("title")} problem={error} back={{ action: t("backToCase"), to: `/cases/${project}` }} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Spans view={data} />
      <HandIn key={data.next ?? ""} view={data} done={done} setDone={setDone} />
      <Reports view={data} />
    </>
  );
}

function Spans({ view }: { view: MonitoringView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("spans")}</h2>
      {view.crediting_period && (
        <p>
          {t("period")} <PeriodText period={view.crediting_period} />
        </p>
      )}
      <ol className="s-plain s-spans">
        {view.spans.map((span) => (
          <li key={span.period} className={`s-span s-span-${span.state}`}>
            <strong>{say(span.words, language)}</strong> <PeriodText period={span.period} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reports({ view }: { view: MonitoringView }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("reports")}</h2>
      {view.reports.length === 0 ? (
        <p>{t("noReports")}</p>
      ) : (
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("reports")}>
          <Table size="md" aria-label={t("reports")}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("reports")}</TableHeader>
                <TableHeader>{t("days")}</TableHeader>
                <TableHeader>{t("submitted")}</TableHeader>
                <TableHeader>{t("stage")}</TableHeader>
                <TableHeader className="s-end">{t("total")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {view.reports.map((r) => (
                <TableRow key={r.report}>
                  <TableCell data-label={t("reports")}>
                    <Link to={`/cases/${view.project}/reports/${r.report}`}>{t("report", { report: r.report })}</Link>
                  </TableCell>
                  <TableCell data-label={t("days")}>
                    <PeriodText period={r.period} />
                  </TableCell>
                  <TableCell data-label={t("submitted")}>
                    <DateText date={r.submitted_on} />
                  </TableCell>
                  <TableCell data-label={t("stage")}>{say(r.stage_words, language)}</TableCell>
                  <TableCell data-label={t("total")} className="s-end">
                    <Tonnes amount={r.total} from={{ text: o("reportTotal"), to: { path: `/cases/${view.project}/reports/${r.report}`, name: t("report", { report: r.report }) } }} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
    </section>
  );
}

function HandIn({ view, done, setDone }: { view: MonitoringView; done: ReportHandedIn | undefined; setDone: (done: ReportHandedIn | undefined) => void }) {
  const t = useTexts(texts);
  const [first, last] = (view.next ?? "").split("..");
  const [from, setFrom] = useState(first ?? "");
  const [to, setTo] = useState(last ?? first ?? "");
  const [file, setFile] = useState<File>();
  const [members, setMembers] = useState<EvidenceKept>();
  const period = from && to ? `${from}..${to}` : "";
  const base = `/proponent/cases/${view.project}/monitoring`;
  const query = { period, members: members?.hash };
  const onDone = useCallback((job: Answered<Answers>) => job.monitoring && setDone(job.monitoring), [setDone]);
  const work = useWork<Answers>(["monitoring_check", "monitoring"], { project: view.project }, onDone);
  const check = useMutation<Job, Problem, File>({ mutationFn: (data) => upload<Job>(`${base}/check`, data, undefined, query), onSuccess: work.begin });
  const submit = useMutation<Job, Problem, File>({ mutationFn: (data) => upload<Job>(`${base}/submit`, data, undefined, query), onSuccess: work.begin });
  const take = (taken: File) => {
    setFile(taken);
    submit.reset();
    setDone(undefined);
    work.leave();
    check.mutate(taken);
  };
  const checked = work.job?.monitoring_check;
  const ready = checked?.complete && file;
  const busy = check.isPending || submit.isPending || work.open;
  return (
    <>
      <NextStep
        text={done ? t("nextSubmitted", { report: done.report, total: done.total.value }) : ready ? t("nextSubmit") : t(view.next ? "nextCheck" : "nextAhead")}
        steps={
          done
            ? [{ action: t("openReport"), to: `/cases/${view.project}/reports/${done.report}` }]
            : ready
              ? [{ action: t("submit"), onClick: () => submit.mutate(file), disabled: busy }]
              : [{ action: t("backToCase"), to: `/cases/${view.project}` }]
        }
      />
      <ProblemNotice problem={submit.error} />
      {work.job?.kind === "monitoring" && <LongWork job={work.job} />}
      <section className="s-section s-stack">
        <h2>{t("hand")}</h2>
        <div className="s-row">
          <DayField id="period-from" label={t("from")} value={from} change={setFrom} />
          <DayField id="period-to" label={t("to")} value={to} change={setTo} />
          {period && (
            <SaveFile kind="ghost" path={`${base}/template`} query={{ period }}>
              {t("template")}
            </SaveFile>
          )}
        </div>
        <details>
          <summary>{t("evidence")}</summary>
          <p>{t("evidenceText")}</p>
          <EvidenceUpload onKept={() => undefined} />
        </details>
        {view.programme && <EvidenceUpload name={t("uploadMembers")} onKept={setMembers} />}
        <Upload name={t("uploadData")} types={TABLES} size_mb_max={EVIDENCE_MB_MAX} onFile={take} />
        {!view.programme && period && (
          <details>
            <summary>{t("typeData")}</summary>
            <TypedData key={period} series={view.series} first={from} last={to} take={take} />
          </details>
        )}
        {(check.isPending || submit.isPending) && <Loading />}
        {work.job?.kind === "monitoring_check" && <LongWork job={work.job} />}
        <WorkBefore job={busy ? undefined : work.before} show={work.show} />
        <ProblemNotice problem={check.error ?? work.problem} again={file ? () => check.mutate(file) : undefined} />
        {checked && <CheckResult check={checked} />}
        {checked?.complete && !file && <p>{t("chooseAgain")}</p>}
        <details>
          <summary>{t("series")}</summary>
          <ul>
            {view.series.map((s) => (
              <li key={s.activity + s.symbol + s.row}>
                {s.symbol} {s.row} {s.definition} [{s.unit}] {s.monitoring_class} {s.frequency} {s.expected && `${t("expected")}: ${s.expected}`}
              </li>
            ))}
          </ul>
        </details>
      </section>
    </>
  );
}

function CheckResult({ check }: { check: ReportCheck }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const refuses = check.findings.filter((f) => f.weight === "refuses");
  const odd = check.findings.filter((f) => f.weight === "remark");
  return (
    <section className="s-stack" aria-label={t("checkTitle")}>
      <h3>{t("checkTitle")}</h3>
      <p className={check.complete ? "s-notice s-notice-good" : "s-notice"} role="status">
        {check.complete ? t("good") : t("bad", { count: refuses.length })}
      </p>
      <LineFindings findings={refuses} />
      {odd.length > 0 && (
        <details open>
          <summary>{t("odd", { count: odd.length })}</summary>
          <LineFindings findings={odd} />
        </details>
      )}
      {check.evidence_missing.length > 0 && <p className="s-notice s-notice-info">{t("missing", { count: check.evidence_missing.length })}</p>}
      {check.lines.length > 0 && (
        <>
          <Lines lines={check.lines} />
          <p>
            {t("sum")} <Tonnes amount={check.total} name={t("sum")} from={{ text: o("reportTotal"), parts: check.lines.map((line) => ({ name: `${line.methodology} ${vintageText(line.vintage, language)}`, value: <Tonnes amount={line.reduction} /> })) }} />
          </p>
        </>
      )}
      {check.calculations.length > 0 && <Calculations all={check.calculations} />}
    </section>
  );
}

export function LineFindings({ findings }: { findings: readonly FieldFinding[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <ul className="s-plain s-stack-small">
      {findings.map((f, i) => (
        <li key={f.code + i} className="s-rule">
          {f.line > 0 && <strong>{t("line", { line: f.line })} </strong>}
          {say(f.text, language)} <span className="s-source">{say(f.remedy, language)}</span>
        </li>
      ))}
    </ul>
  );
}
