// One case: what to do next, the way so far, the dialogue with the verifier, papers.
import { Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useCommand, useGet } from "../../api/queries";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { ActDay } from "../../parts/ActDay";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { originTexts } from "../../parts/originTexts";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import { Steps } from "../../parts/Steps";
import { DateText, Tonnes } from "../../parts/Amounts";
import { roleWord } from "../auditor/words";
import type { CaseView, Draft } from "./api";
import { CaseActs } from "./CaseActs";
import { Findings, Returns } from "./CaseFindings";
import { isMine, Waiting } from "./Cases";
import { texts, way } from "./texts";

export default function Case() {
  const t = useTexts(texts);
  const names = useTexts(way);
  const { language } = useLanguage();
  const { project } = useParams();
  const { data, error } = useGet<CaseView>(`/proponent/cases/${project}`);
  if (error) return <Missing title={t("caseTitle")} problem={error} back={{ action: t("casesTitle"), to: "/cases" }} />;
  if (!data) return <Loading />;
  const { head } = data;
  const steps = [...data.steps_done, ...data.steps_ahead] as (keyof typeof way)[];
  const registered = Number(head.project.official_number) > 0 || head.project.stage === "registered";
  const base = `/proponent/cases/${project}`;
  return (
    <>
      <PageHead
        title={head.project.title}
        lead={t("caseLead", { stage: say(head.stage_words, language), methodology: head.project.methodologies.join(", ") })}
        actions={
          <>
            <Link className="cds--link" to={`/cases/${project}/monitoring`}>
              {t("toMonitoring")}
            </Link>
            {head.project.type === "programme" && (
              <>
                <Link className="cds--link" to={`/cases/${project}/members`}>
                  {t("toMembers")}
                </Link>
                <Link className="cds--link" to={`/cases/${project}/shares`}>
                  {t("toShares")}
                </Link>
              </>
            )}
          </>
        }
      />
      <Next view={data} registered={registered} />
      <section className="s-section" aria-label={t("wayTitle")}>
        <h2>{t("wayTitle")}</h2>
        <Steps vertical names={steps.map((step) => names(step))} current={data.steps_done.length} />
        <h3>{t("waits")}</h3>
        <Waiting tasks={head.waiting} />
      </section>
      <Returns view={data} />
      <Findings view={data} />
      <CaseActs view={data} registered={head.project.stage === "registered"} />
      <Timeline view={data} />
      <section className="s-section">
        <h2>{t("papers")}</h2>
        <div className="s-row">
          <SaveFile path={`${base}/plan.pdf`}>{t("printPlan")}</SaveFile>
          <SaveFile path={`${base}/plan.xlsx`}>{t("planWorkbook")}</SaveFile>
        </div>
        <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("papers")}>
          <Table size="md" aria-label={t("papers")}>
            <TableHead>
              <TableRow>
                <TableHeader>{t("paper")}</TableHeader>
                <TableHeader>{t("date")}</TableHeader>
                <TableHeader>{t("hash")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.papers.map((paper, i) => (
                <TableRow key={paper.hash + i}>
                  <TableCell data-label={t("paper")}>
                    {say(paper.what, language)} {paper.report > 0 && t("reportNumber", { report: paper.report })}
                  </TableCell>
                  <TableCell data-label={t("date")}>
                    <DateText date={paper.on} />
                  </TableCell>
                  <TableCell data-label={t("hash")}>
                    <code className="s-hash">{paper.hash}</code>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </section>
    </>
  );
}

function Timeline({ view }: { view: CaseView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <section className="s-section">
      <h2>{t("timeline")}</h2>
      <div className="s-scroll s-cards-below" tabIndex={0} role="region" aria-label={t("timeline")}>
        <Table size="md" aria-label={t("timeline")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("date")}</TableHeader>
              <TableHeader>{t("what")}</TableHeader>
              <TableHeader>{t("by")}</TableHeader>
              <TableHeader>{t("of")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {view.timeline.map((step, i) => (
              <TableRow key={i}>
                <TableCell data-label={t("date")}>
                  <DateText date={step.on} />
                </TableCell>
                <TableCell data-label={t("what")}>{say(step.text, language)}</TableCell>
                <TableCell data-label={t("by")}>{step.by.name || "-"}</TableCell>
                <TableCell data-label={t("of")}>
                  {step.report > 0 ? <Link to={`/cases/${view.head.project.project}/reports/${step.report}`}>{t("reportNumber", { report: step.report })}</Link> : t("planVersion", { version: step.version })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </section>
  );
}

// What the proponent can do now, out of what the server says waits for them.
function Next({ view, registered }: { view: CaseView; registered: boolean }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const navigate = useNavigate();
  const project = view.head.project.project;
  const mine = view.head.waiting.filter((task) => isMine(task, session?.organisation?.id));
  const commands = mine.flatMap((task) => task.commands);
  const verified = view.reports.find((r) => r.stage === "verified");
  const revise = useMutation<Draft, Problem>({ mutationFn: () => send<Draft>("POST", "/proponent/drafts", { project }), onSuccess: (draft) => navigate(`/plans/${draft.draft}`) });
  const other = view.head.waiting.find((task) => !mine.includes(task));
  const reviseStep = { action: t("revise"), onClick: () => revise.mutate(), disabled: revise.isPending };
  if (commands.includes("SubmitForValidation")) return <AskValidation view={view} revise={reviseStep} />;
  if (commands.includes("ApplyForRegistration")) return <NextStep text={t("applicationText")} steps={[{ action: t("toApplication"), to: `/cases/${project}/application` }, reviseStep]} />;
  if (verified && commands.includes("ApplyForCertification")) return <ApplyCertification view={view} report={verified.report} />;
  if (mine.length > 0) {
    const first = mine[0]!;
    const plan = first.commands.includes("RevisePlan");
    return (
      <NextStep
        text={t("casesNextTask", { task: say(first, language), about: first.about })}
        steps={plan ? [reviseStep] : registered ? [{ action: t("toMonitoring"), to: `/cases/${project}/monitoring` }] : []}
      />
    );
  }
  if (other) return <NextStep text={t("othersTurn", { role: roleWord(other.role, language), task: say(other, language) })} steps={registered ? [{ action: t("toMonitoring"), to: `/cases/${project}/monitoring` }] : []} />;
  return <NextStep text={t(registered ? "caseMonitor" : "caseIdle")} steps={registered ? [{ action: t("toMonitoring"), to: `/cases/${project}/monitoring` }] : []} />;
}

function AskValidation({ view, revise }: { view: CaseView; revise: { action: string; onClick: () => void; disabled: boolean } }) {
  const t = useTexts(texts);
  const project = view.head.project.project;
  const [verifier, setVerifier] = useState("");
  const [day, setDay] = useState("");
  const ask = useCommand<{ project: number; verifier: number }>("SubmitForValidation", day);
  return (
    <>
      <NextStep text={t("askValidationText")} steps={[{ action: t("askValidation"), onClick: () => ask.mutate({ project, verifier: Number(verifier) }), disabled: !verifier || ask.isPending }, revise]} />
      <div className="s-narrow">
        <Select id="verifier" labelText={t("verifier")} value={verifier} onChange={(event) => setVerifier(event.target.value)}>
          <SelectItem value="" text={t("chooseVerifier")} />
          {view.verifiers.map((o) => (
            <SelectItem key={o.number} value={o.number ?? ""} text={o.name} />
          ))}
        </Select>
        <ActDay id="asked-on" day={day} change={setDay} />
      </div>
      <ProblemNotice problem={ask.error} />
    </>
  );
}

function ApplyCertification({ view, report }: { view: CaseView; report: number }) {
  const t = useTexts(texts);
  const from = useTexts(originTexts);
  const { language } = useLanguage();
  const codes = view.certification;
  const [code, setCode] = useState(codes.programme_codes[0]?.value ?? "");
  const [type, setType] = useState(codes.credit_types[0]?.value ?? "");
  const apply = useCommand<unknown>("ApplyForCertification");
  const row = view.reports.find((r) => r.report === report)!;
  return (
    <>
      <NextStep
        text={t("applyCertificationText", { report, total: row.total.value })}
        steps={[{ action: t("applyCertification"), onClick: () => apply.mutate({ project: view.head.project.project, report, programme_code: code, credit_type: type }), disabled: apply.isPending || !code || !type }]}
      />
      <div className="s-row">
        <Select id="programme-code" labelText={t("programmeCode")} value={code} onChange={(event) => setCode(event.target.value)}>
          {codes.programme_codes.map((o) => (
            <SelectItem key={o.value} value={o.value} text={`${o.value} ${say(o.title, language)}`} />
          ))}
        </Select>
        <Select id="credit-type" labelText={t("creditType")} value={type} onChange={(event) => setType(event.target.value)}>
          {codes.credit_types.map((o) => (
            <SelectItem key={o.value} value={o.value} text={`${o.value} ${say(o.title, language)}`} />
          ))}
        </Select>
        <span>
          <Tonnes amount={row.total} from={{ text: from("reportTotal"), to: { path: `/cases/${view.head.project.project}/reports/${row.report}`, name: t("reportNumber", { report: row.report }) } }} />
        </span>
      </div>
      <ProblemNotice problem={apply.error} />
    </>
  );
}
