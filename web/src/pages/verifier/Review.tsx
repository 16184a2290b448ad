// One review: what stands in the way, the papers beside the evidence, the calculation done again, what changed, findings, visits and samples, the statement.
import { Button, Tab, TabList, TabPanel, TabPanels, Tabs, Tag } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router-dom";
import { send } from "../../api/client";
import type { Job } from "../../api/jobs";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Acts, type ActSpec } from "../../parts/Acts";
import { DateText } from "../../parts/Amounts";
import { CommandForm } from "../../parts/CommandForm";
import { useGrounds } from "../../parts/grounds";
import { Loading } from "../../parts/Loading";
import { LongWork, WorkBefore } from "../../parts/LongWork";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Words } from "../../parts/Term";
import { useWork } from "../../parts/useWork";
import { Changed } from "./Changed";
import { Findings } from "./Findings";
import type { Review as ReviewAnswer } from "./model";
import { Papers } from "./Papers";
import { Replayed } from "./Replayed";
import { Statement } from "./Statement";
import { texts } from "./texts";
import { Visits } from "./Visits";

const KEEP = "/verifier/documents";

export default function Review() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { project, report, change } = useParams();
  // Back from "Your work": where the package is made.
  const [address] = useSearchParams();
  const [tab, setTab] = useState(address.has("job") && report ? 1 : 0);
  const { data, error, isPending, refetch } = useGet<ReviewAnswer>(`/verifier/reviews/${project}`, { report, change });
  if (isPending) return <Loading />;
  if (!data) return <Missing title={t("reviewTitle")} problem={error} again={() => void refetch()} back={{ action: t("backToDesk"), to: "/verification" }} />;
  const { review } = data;
  const names = [t("tabPapers"), ...(review.report ? [t("tabFigures")] : []), t("tabChanges"), t("tabFindings"), t("tabVisits"), t("tabStatement")];
  // One for each name: Carbon counts an absent panel too, and would show the panel beside the one that was chosen.
  const panels = [
    <Papers data={data} />,
    ...(review.report ? [<Figures project={review.project} report={review.report} />] : []),
    <Changed project={review.project} report={review.report} change={review.change} />,
    <Findings data={data} />,
    <Visits data={data} keep={KEEP} />,
    <Statement data={data} />,
  ];
  const statementTab = names.length - 1;
  const findingsTab = names.indexOf(t("tabFindings"));
  return (
    <>
      <PageHead title={review.title} lead={`${say(review.kind_words, language)} · ${review.proponents.map((one) => one.name).join(t("and"))}`} />
      <Words words={["verifier", "validation", "verification", "finding", "assurance", "sample_seed"]} />
      <div className="s-row">
        <Tag type={review.open ? "blue" : "gray"}>{say(review.state_words, language) || t("readOnly")}</Tag>
        {review.due && (
          <span>
            {t("dueOn")} <DateText date={review.due} />
          </span>
        )}
        {review.overdue && <Tag type="red">{t("overdue")}</Tag>}
      </div>
      <Next data={data} toFindings={() => setTab(findingsTab)} toStatement={() => setTab(statementTab)} />
      {data.declaration_needed && <Declare data={data} />}
      {data.readable && (
        <Tabs selectedIndex={tab} onChange={({ selectedIndex }) => setTab(selectedIndex)}>
          <TabList aria-label={t("parts")}>
            {names.map((name) => (
              <Tab key={name}>{name}</Tab>
            ))}
          </TabList>
          <TabPanels>
            {panels.map((panel, i) => (
              <TabPanel key={names[i]}>{panel}</TabPanel>
            ))}
          </TabPanels>
        </Tabs>
      )}
      {!review.open && review.report > 0 && <IssuedTooMuch project={review.project} />}
    </>
  );
}

const PACKAGE = ["package"];

function Figures({ project, report }: { project: number; report: number }) {
  const t = useTexts(texts);
  const work = useWork(PACKAGE, { project, report });
  const begin = useMutation<Job, Problem>({
    mutationFn: () => send<Job>("POST", `/verifier/reviews/${project}/reports/${report}/package`, undefined, { once: true }),
    onSuccess: work.begin,
  });
  return (
    <>
      <Replayed project={project} report={report} />
      <section className="s-section s-stack">
        <div>
          <Button size="md" kind="tertiary" disabled={begin.isPending || work.open} onClick={() => begin.mutate()}>
            {t("package")}
          </Button>
        </div>
        <p className="s-source">{t("packageHelp")}</p>
        {work.job && <LongWork job={work.job} />}
        <WorkBefore job={work.open ? undefined : work.before} show={work.show} />
        <ProblemNotice problem={begin.error ?? work.problem} />
      </section>
    </>
  );
}

function Next({ data, toFindings, toStatement }: { data: ReviewAnswer; toFindings: () => void; toStatement: () => void }) {
  const t = useTexts(texts);
  const { review } = data;
  if (!review.open) return <NextStep text={t("nextDone")} steps={[{ action: t("backToDesk"), to: "/verification" }]} />;
  if (data.declaration_needed) return <NextStep text={t("nextDeclare")} />;
  const answered = data.findings.some((finding) => finding.stage === "answered");
  if (answered) return <NextStep text={t("nextAnswered")} steps={[{ action: t("tabFindings"), onClick: toFindings }]} />;
  if (!data.positive_allowed) return <NextStep text={t("nextObstacles")} steps={[{ action: t("tabFindings"), onClick: toFindings }, { action: t("tabStatement"), onClick: toStatement }]} />;
  return <NextStep text={t("nextStatement")} steps={[{ action: t("tabStatement"), onClick: toStatement }, { action: t("raise"), onClick: toFindings }]} />;
}

// The body's own word, before it begins.
function Declare({ data }: { data: ReviewAnswer }) {
  const t = useTexts(texts);
  const { project, report, change } = data.review;
  return (
    <section className="s-section">
      <h2>{t("declareTitle")}</h2>
      <p className="s-prose">{t("declareText")}</p>
      <CommandForm
        command="DeclareInterests"
        fixed={{ project, report, change }}
        fields={[
          { id: "free_of_conflict", name: t("declareQuestion"), kind: "yes_no", yes: t("declareFree"), no: t("declareConflict") },
          { id: "declaration", name: t("declareDocument"), kind: "document", keep: KEEP },
        ]}
        submit={t("declare")}
      />
    </section>
  );
}

// What was found only after the issue: whoever verified it says so, and the proponents make it good.
function IssuedTooMuch({ project }: { project: number }) {
  const t = useTexts(texts);
  const grounds = useGrounds("jcredit-registry/committee_grounds");
  const acts: ActSpec[] = [
    {
      id: "over",
      name: t("over"),
      text: t("overText"),
      command: "RecordOverIssuance",
      fixed: { project },
      fields: [
        { id: "certification", name: t("overCertification"), kind: "number", help: t("overCertificationHelp") },
        { id: "tonnes", name: t("overTonnes"), kind: "number" },
        { id: "ground", name: t("overGround"), kind: "choice", options: grounds ?? [] },
        { id: "due", name: t("overDue"), kind: "day" },
        { id: "document", name: t("overDocument"), kind: "document", keep: KEEP },
      ],
      next: t("overNext"),
    },
  ];
  return <Acts title={t("afterIssue")} lead={t("afterIssueLead")} acts={acts} />;
}
