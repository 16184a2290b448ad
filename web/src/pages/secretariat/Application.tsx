// Is an application complete? What is needed and what is there; then the docket, or a return for correction.
import { Button, Tag } from "@carbon/react";
import { CheckmarkFilled, ErrorFilled, Information } from "@carbon/react/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { command, send } from "../../api/client";
import type { CommandAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useCommand, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { Select, SelectItem, TextArea } from "@carbon/react";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { FileLink } from "../../parts/SaveFile";
import { Words } from "../../parts/Term";
import { DayField } from "../../parts/DayField";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Choices, Completeness } from "./model";
import { texts } from "./texts";

export default function Application() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const params = useParams();
  const report = Number(params.report ?? 0);
  const { data, error, isPending, refetch } = useGet<Completeness>(`/secretariat/cases/${params.project}/completeness`, { report: report || undefined });
  const choices = useGet<Choices>("/secretariat/choices");
  if (isPending) return <Loading text={t("checking")} />;
  if (!data) return <Missing title={t("completeness")} problem={error} again={() => void refetch()} back={{ action: t("deskTitle"), to: "/secretariat" }} />;
  const open = choices.data?.open_rounds[0];
  const waits = data.head.waiting.some((task) => task.kind === "docket" && (report ? task.number === report : task.subject === "project"));
  const returned = data.returns.some((one) => one.stage === "open");
  return (
    <>
      <PageHead title={data.head.project.title} lead={report ? t("certificationOf", { report }) : t("registrationOf")} />
      <Words words={["project_plan", "registration", "verification"]} />
      <NextStep
        text={!data.applied ? t("applicationNotApplied") : returned ? t("applicationReturned") : !data.complete ? t("applicationIncomplete") : waits ? (open ? t("applicationPut", { round: open.round }) : t("applicationOpenRound")) : t("applicationOnDocket")}
        steps={!data.applied || returned ? [{ action: t("deskTitle"), to: "/secretariat" }] : open ? [{ action: t("toDocket", { round: open.round }), to: `/rounds/${open.round}` }] : [{ action: t("openRound"), to: "/rounds" }]}
      />
      <section className="s-section">
        <h2>{t("completeness")}</h2>
        <p role="status">
          <Tag type={data.complete ? "green" : "red"}>{data.complete ? t("complete") : t("incomplete")}</Tag> {data.applied_on && t("appliedOn")} <DateText date={data.applied_on} />
        </p>
        <ul className="s-plain s-stack">
          {data.items.map((item) => (
            <li key={item.key}>
              {item.done ? <CheckmarkFilled className="s-met" aria-label={t("there")} /> : item.needed ? <ErrorFilled className="s-unmet" aria-label={t("missingItem")} /> : <Information aria-label={t("forInformation")} />} {say(item.text, language)}
              {say(item.detail, language) && <div className="s-source">{say(item.detail, language)}</div>}
            </li>
          ))}
        </ul>
      </section>
      <section className="s-section">
        <h2>{t("papers")}</h2>
        <ul className="s-list">
            {data.head.project.project !== undefined && (
              <li>
                <FileLink path={`/proponent/cases/${data.head.project.project}/plan.pdf`}>
                  {t("planPdf")}
                </FileLink>
              </li>
            )}
            {data.head.project.project !== undefined && report > 0 && (
              <li>
                <FileLink path={`/proponent/cases/${data.head.project.project}/reports/${report}/report.pdf`}>
                  {t("reportPdf")}
                </FileLink>
              </li>
            )}
          {data.papers.map((paper) => (
            <li key={paper.hash + paper.what.ja}>
              <FileLink path={`/rounds/documents/${paper.hash}`}>
                {say(paper.what, language)}
              </FileLink>{" "}
              <DateText date={paper.on} />
            </li>
          ))}
          <li>
            <Link to={`/cases/${data.head.project.project}`}>{t("toCase")}</Link>
          </li>
        </ul>
      </section>
      {data.returns.length > 0 && (
        <section className="s-section">
          <h2>{t("returns")}</h2>
          <ul className="s-list">
            {data.returns.map((one, i) => (
              <li key={i}>
                <FileLink path={`/secretariat/cases/${data.head.project.project}/returns/${report}/${i + 1}/letter.pdf`}>
                  {t("returnLetter", { number: i + 1 })}
                </FileLink>{" "}
                {t("untilDay")} <DateText date={one.deadline} /> <Tag type={one.stage === "open" ? "blue" : "gray"}>{t(one.stage === "open" ? "returnOpen" : one.stage === "answered" ? "returnAnswered" : "returnLapsed")}</Tag>
                {one.answer && (
                  <FileLink path={`/rounds/documents/${one.answer}`}>
                    {t("answer")}
                  </FileLink>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.applied && !returned && waits && open && <Put project={data.head.project.project} report={report} round={open.round} />}
      {data.applied && !returned && <Return data={data} />}
    </>
  );
}

function Put({ project, report, round }: { project: number; report: number; round: number }) {
  const t = useTexts(texts);
  const put = useCommand<Record<string, unknown>>("PutOnDocket");
  const send = () => put.mutate(report ? { round, kind: "certification", project, report } : { round, kind: "registration", project });
  return (
    <section className="s-section s-stack">
      <h2>{t("putOnTitle")}</h2>
      <ProblemNotice problem={put.error} again={send} />
      <Button size="md" disabled={put.isPending} onClick={send}>
        {t("putOnRound", { round })}
      </Button>
    </section>
  );
}

function Return({ data }: { data: Completeness }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [ground, setGround] = useState("");
  const [deadline, setDeadline] = useState("");
  const [text, setText] = useState("");
  const asked = { project: data.head.project.project, report: data.report, ground, deadline };
  const give = useMutation<CommandAnswer, Problem>({
    mutationFn: async () => {
      const kept = await send<{ hash: string }>("POST", "/secretariat/return-letters", { ...asked, text });
      return command("ReturnForCorrection", { ...asked, document: kept.hash });
    },
    onSuccess: () => void client.invalidateQueries(),
  });
  return (
    <section className="s-section s-narrow s-stack">
      <h2>{t("returnTitle")}</h2>
      <p>{t("returnText")}</p>
      <Select id="ground" labelText={t("ground")} value={ground} onChange={(event) => setGround(event.target.value)}>
        <SelectItem value="" text={t("choose")} />
        {data.grounds.map((one) => (
          <SelectItem key={one.value} value={one.value} text={say(one.title, language)} />
        ))}
      </Select>
      <DayField id="deadline" label={t("returnDeadline")} value={deadline} change={setDeadline} />
      <TextArea id="text" labelText={t("returnWords")} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      <ProblemNotice problem={give.error} again={() => give.mutate()} />
      <Button size="md" kind="tertiary" disabled={!ground || !deadline || !text || give.isPending} onClick={() => give.mutate()}>
        {t("giveBack")}
      </Button>
    </section>
  );
}
