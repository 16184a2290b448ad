// The docket of a round: each case with its papers, recusals and quorum, decisions one by one or together, minutes and letters.
import { Button, Checkbox, Select, SelectItem, Tag, TextArea, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { command, commands, send } from "../../api/client";
import type { CommandAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText, PeriodText, Tonnes } from "../../parts/Amounts";
import { EmptyState } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { originTexts } from "../../parts/originTexts";
import { PageHead } from "../../parts/PageHead";
import { CommandForm } from "../../parts/CommandForm";
import { FileLink, SaveFile } from "../../parts/SaveFile";
import { fiscalYearText } from "../../parts/values";
import { Words } from "../../parts/Term";
import { DayField } from "../../parts/DayField";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { AnswerTag } from "../proponent/Rules";
import { decisionOf, subjectOf, type DocketItem, type Round as RoundAnswer } from "./model";
import { texts } from "./texts";

export default function Round() {
  const t = useTexts(texts);
  const { round } = useParams();
  const { data, error, isPending, refetch } = useGet<RoundAnswer>(`/rounds/${round}`);
  if (isPending) return <Loading />;
  if (!data) {
    return (
      <>
        <PageHead title={t("docket")} />
        <ProblemNotice problem={error} again={() => void refetch()} />
      </>
    );
  }
  return <Docket data={data} key={data.head.round} title={t("roundNumber", { round: data.head.round })} />;
}

function Docket({ data, title }: { data: RoundAnswer; title: string }) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<number[]>([]);
  const { head } = data;
  const decidable = data.docket.filter((item) => item.may_decide && !item.decided);
  const next = !head.open ? t("roundNextClosed") : decidable.length > 0 ? t("roundNextDecide", { count: decidable.length }) : head.undecided > 0 ? t("roundNextWait", { count: head.undecided }) : t("roundNextClose");
  return (
    <>
      <PageHead title={title} lead={head.open ? t("roundLeadOpen") : t("roundLeadClosed")} actions={<SaveFile path={`/rounds/${head.round}/minutes.pdf`}>{t("minutesDraft")}</SaveFile>} />
      <Words words={["committee", "docket", "quorum", "recusal", "certification"]} />
      <NextStep text={next} />
      <dl className="s-values">
        <dt>{t("heldOn")}</dt>
        <dd>
          <DateText date={head.held_on} />
        </dd>
        <dt>{t("membersPresent")}</dt>
        <dd>{data.members.map((one) => one.name).join(t("and"))}</dd>
        <dt>{t("quorum")}</dt>
        <dd>{t("quorumOf", { quorum: head.quorum, present: data.members.length })}</dd>
      </dl>
      <section className="s-section s-stack">
        <h2>{t("docket")}</h2>
        {data.docket.length === 0 && <EmptyState empty={{ title: t("docketNone"), text: t("docketNoneText") }} />}
        {data.docket.map((item) => (
          <Item
            key={item.item}
            data={data}
            item={item}
            chosen={chosen.includes(item.item)}
            choose={(yes) => setChosen((all) => (yes ? [...all, item.item] : all.filter((one) => one !== item.item)))}
          />
        ))}
      </section>
      {chosen.length > 0 && <Together data={data} chosen={chosen} done={() => setChosen([])} />}
      {data.secretariat && head.open && <PutOn data={data} />}
      {data.committee && head.open && <Abolish round={head.round} />}
      {data.secretariat && head.open && <Close data={data} />}
    </>
  );
}

function Item({ data, item, chosen, choose }: { data: RoundAnswer; item: DocketItem; chosen: boolean; choose: (yes: boolean) => void }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const { head } = data;
  return (
    <article className="s-rule s-stack" aria-label={`${item.document_number} ${item.title}`}>
      <div className="s-row">
        <strong>{item.document_number}</strong>
        <Tag type="gray">{say(item.kind_words, language)}</Tag>
        {item.decided && <Tag type={item.approved ? "green" : "red"}>{item.approved ? t("approved") : t("refused")}</Tag>}
        {item.carried && <Tag type="gray">{t("carried")}</Tag>}
        {!item.decided && !item.quorum_holds && <Tag type="red">{t("quorumLost")}</Tag>}
      </div>
      <h3>{item.title}</h3>
      <dl className="s-values">
        <dt>{t("proponents")}</dt>
        <dd>{item.proponents.map((one) => one.name).join(t("and")) || "-"}</dd>
        {item.verifier && (
          <>
            <dt>{t("verifier")}</dt>
            <dd>{item.verifier.name}</dd>
          </>
        )}
        {item.methodologies.length > 0 && (
          <>
            <dt>{t("methodology")}</dt>
            <dd>{item.methodologies.join(t("and"))}</dd>
          </>
        )}
        {item.period && (
          <>
            <dt>{t("period")}</dt>
            <dd>
              <PeriodText period={item.period} />
            </dd>
          </>
        )}
        {item.amount && (
          <>
            <dt>{item.kind === "certification" ? t("toCertify") : t("expected")}</dt>
            <dd>
              {item.lines.length > 0 ? (
                <Figure
                  amount={item.amount}
                  from={{ text: t("lineFrom"), parts: item.lines.map((line) => ({ name: `${line.methodology} ${fiscalYearText(line.vintage, language)}`, value: <Tonnes amount={line.er} /> })) }}
                />
              ) : (
                <Tonnes amount={item.amount} from={{ text: o("expectedOfPlan"), to: item.project === undefined ? undefined : { path: `/projects/${item.project}`, name: item.title } }} />
              )}
            </dd>
          </>
        )}
        {item.answers.length > 0 && (
          <>
            <dt>{t("rules")}</dt>
            <dd className="s-row">
              {item.answers.map((one) => (
                <span key={one.rule}>
                  {one.rule} <AnswerTag answer={one.answer} />
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{t("findings")}</dt>
        <dd>{t("findingsOf", { count: item.findings, open: item.findings_open })}</dd>
        <dt>{t("papers")}</dt>
        <dd>
          <ul className="s-list">
            {item.project !== undefined && (
              <li>
                <FileLink path={`/proponent/cases/${item.project}/plan.pdf`}>
                  {t("planPdf")}
                </FileLink>
              </li>
            )}
            {item.project !== undefined && item.report > 0 && (
              <li>
                <FileLink path={`/proponent/cases/${item.project}/reports/${item.report}/report.pdf`}>
                  {t("reportPdf")}
                </FileLink>
              </li>
            )}
            {item.papers.map((paper) => (
              <li key={paper.hash + paper.what.ja}>
                <FileLink path={`/rounds/documents/${paper.hash}`}>
                  {say(paper.what, language)}
                </FileLink>
              </li>
            ))}
          </ul>
        </dd>
        {item.recused.length > 0 && (
          <>
            <dt>{t("recused")}</dt>
            <dd>{item.recused.map((one) => `${one.name} (${say(one.ground_words, language)})`).join(t("and"))}</dd>
          </>
        )}
        {item.decided && (
          <>
            <dt>{t("decidedOn")}</dt>
            <dd>
              <DateText date={item.decided_on} /> {Number(item.official_number) > 0 && item.kind === "registration" && t("gaveNumber", { number: item.official_number })}
              {item.certification !== undefined && t("gaveCertification", { number: item.certification })} {!item.approved && say(item.ground_words, language)}
            </dd>
          </>
        )}
      </dl>
      {item.decided && (
        <p>
          <FileLink path={`/rounds/${head.round}/items/${item.item}/letter.pdf`}>
            {t("letter", { number: item.document_number })}
          </FileLink>
        </p>
      )}
      {item.may_decide && !item.decided && (
        <>
          <Checkbox id={`choose-${item.item}`} labelText={t("chooseTogether")} checked={chosen} onChange={(_, { checked }) => choose(checked)} />
          <Decide data={data} item={item} />
        </>
      )}
      {item.why_not && (
        <div className="s-notice s-notice-info">
          <strong>{say(item.why_not.text, language)}</strong>
          {say(item.why_not.remedy, language) && <p>{say(item.why_not.remedy, language)}</p>}
        </div>
      )}
      {head.open && !item.decided && <StepBack data={data} item={item} />}
    </article>
  );
}

function GroundSelect({ data, id, value, change, label }: { data: RoundAnswer; id: string; value: string; change: (value: string) => void; label: string }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <Select id={id} labelText={label} value={value} onChange={(event) => change(event.target.value)}>
      <SelectItem value="" text={t("choose")} />
      {data.grounds.map((one) => (
        <SelectItem key={one.value} value={one.value} text={say(one.title, language)} />
      ))}
    </Select>
  );
}

function Decide({ data, item }: { data: RoundAnswer; item: DocketItem }) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const [ground, setGround] = useState("");
  const [number, setNumber] = useState("");
  const [pack, setPack] = useState("");
  const decide = useMutation<CommandAnswer, Problem, boolean>({
    mutationFn: (approved) => command(item.command, decisionOf(data.head.round, item, approved, ground, approved ? { number, pack } : {}), day),
    onSuccess: () => void client.invalidateQueries(),
  });
  const [last, setLast] = useState(true);
  const [day, setDay] = useState(data.head.held_on);
  const act = (approved: boolean) => {
    setLast(approved);
    decide.mutate(approved);
  };
  return (
    <div className="s-stack s-narrow">
      {item.kind === "methodology" && (
        <>
          <TextInput id={`number-${item.item}`} labelText={t("methodologyNumber")} value={number} onChange={(event) => setNumber(event.target.value)} />
          <TextInput id={`pack-${item.item}`} labelText={t("packHash")} helperText={t("packHelp")} value={pack} onChange={(event) => setPack(event.target.value)} />
        </>
      )}
      <DayField id={`decided-on-${item.item}`} label={t("decisionDay")} help={t("decisionDayHelp")} value={day} change={setDay} />
      {refusing && <GroundSelect data={data} id={`ground-${item.item}`} value={ground} change={setGround} label={t("groundOfRefusal")} />}
      <ProblemNotice problem={decide.error} again={() => act(last)} />
      <div className="s-row">
        {!refusing && (
          <Button size="md" disabled={decide.isPending} onClick={() => act(true)}>
            {t("approve")}
          </Button>
        )}
        <Button size="md" kind={refusing ? "danger" : "tertiary"} disabled={decide.isPending || (refusing && !ground)} onClick={() => (refusing ? act(false) : setRefusing(true))}>
          {refusing ? t("refuseFinally") : t("refuse")}
        </Button>
        {refusing && (
          <Button size="md" kind="ghost" onClick={() => setRefusing(false)}>
            {t("back")}
          </Button>
        )}
      </div>
    </div>
  );
}

// No proposal and no docket item stands behind it: the committee decides it in a round.
function Abolish({ round }: { round: number }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <section className="s-section s-stack">
      <h2>{t("abolishTitle")}</h2>
      <p className="s-prose">{t("abolishText")}</p>
      {open ? (
        <CommandForm
          command="AbolishMethodology"
          fixed={{ round }}
          fields={[
            { id: "number", name: t("abolishNumber"), kind: "text", help: t("abolishNumberHelp") },
            { id: "from", name: t("abolishFrom"), kind: "day" },
            { id: "merged_into", name: t("abolishInto"), kind: "text", optional: true },
          ]}
          danger
          submit={t("abolish")}
        />
      ) : (
        <div>
          <Button size="md" kind="tertiary" onClick={() => setOpen(true)}>
            {t("abolishTitle")}
          </Button>
        </div>
      )}
    </section>
  );
}

// Several approvals as one group: all or none.
function Together({ data, chosen, done }: { data: RoundAnswer; chosen: number[]; done: () => void }) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const items = data.docket.filter((item) => chosen.includes(item.item) && item.may_decide && !item.decided);
  const decide = useMutation<CommandAnswer, Problem>({
    mutationFn: () => commands(items.map((item) => ({ name: item.command, body: decisionOf(data.head.round, item, true, "") })), data.head.held_on),
    onSuccess: () => {
      done();
      void client.invalidateQueries();
    },
  });
  return (
    <section className="s-section s-stack" aria-label={t("together")}>
      <h2>{t("together")}</h2>
      <p>{t("togetherText", { numbers: items.map((item) => item.document_number).join(", ") })}</p>
      <ProblemNotice problem={decide.error} again={() => decide.mutate()} />
      <Button size="md" disabled={decide.isPending || items.length === 0} onClick={() => decide.mutate()}>
        {t("approveTogether", { count: items.length })}
      </Button>
    </section>
  );
}

// Oneself, or, for the secretariat's record, a member who said so.
function StepBack({ data, item }: { data: RoundAnswer; item: DocketItem }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const here = data.members.filter((one) => !item.recused.some((gone) => gone.person === one.person));
  const people = data.secretariat ? here : here.filter((one) => one.person === data.me);
  if (people.length === 0) return null;
  if (!open) {
    return (
      <div>
        <Button size="sm" kind="ghost" onClick={() => setOpen(true)}>
          {data.secretariat ? t("recuseMember") : t("recuseMyself")}
        </Button>
      </div>
    );
  }
  return (
    <CommandForm
      command="Recuse"
      fixed={{ round: data.head.round, item: item.item }}
      fields={[
        { id: "person", name: t("member"), kind: "choice", options: people.map((one) => ({ value: one.person, name: one.name })), initial: people.length === 1 ? people[0]!.person : undefined },
        { id: "ground", name: t("groundOfRecusal"), kind: "choice", options: data.grounds.map((one) => ({ value: one.value, name: say(one.title, language) })) },
      ]}
      submit={t("recuse")}
      onDone={() => setOpen(false)}
    />
  );
}

function PutOn({ data }: { data: RoundAnswer }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<number[]>(() => data.waiting.map((_, i) => i));
  const put = useMutation<CommandAnswer, Problem>({
    mutationFn: () => commands(data.waiting.filter((_, i) => chosen.includes(i)).map((one) => ({ name: "PutOnDocket", body: { round: data.head.round, kind: one.kind, ...subjectOf(one) } }))),
    onSuccess: () => void client.invalidateQueries(),
  });
  return (
    <section className="s-section s-stack">
      <h2>{t("putOnTitle")}</h2>
      {data.waiting.length === 0 && <p>{t("waitingNone")}</p>}
      {data.waiting.map((one, i) => (
        <Checkbox
          key={`${one.kind} ${one.project} ${one.report} ${one.change} ${one.proposal}`}
          id={`put-${i}`}
          labelText={`${say(one.kind_words, language)}: ${one.title}${one.report ? ` (${t("reportNumber", { report: one.report })})` : ""}`}
          checked={chosen.includes(i)}
          onChange={(_, { checked }) => setChosen((all) => (checked ? [...all, i] : all.filter((k) => k !== i)))}
        />
      ))}
      <ProblemNotice problem={put.error} again={() => put.mutate()} />
      {data.waiting.length > 0 && (
        <Button size="md" disabled={chosen.length === 0 || put.isPending} onClick={() => put.mutate()}>
          {t("putOn", { count: chosen.length })}
        </Button>
      )}
    </section>
  );
}

// The minutes are made of the docket as it stands, kept, and named by the command that closes the round.
function Close({ data }: { data: RoundAnswer }) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const [remarks, setRemarks] = useState("");
  const { round, undecided } = data.head;
  const close = useMutation<CommandAnswer, Problem>({
    mutationFn: async () => {
      const kept = await send<{ hash: string }>("POST", `/rounds/${round}/minutes`, { remarks });
      return command("CloseRound", { round, minutes: kept.hash });
    },
    onSuccess: () => void client.invalidateQueries(),
  });
  return (
    <section className="s-section s-narrow s-stack">
      <h2>{t("closeRound")}</h2>
      {undecided > 0 && <p>{t("closeCarries", { count: undecided })}</p>}
      <TextArea id="remarks" labelText={t("remarks")} helperText={t("remarksHelp")} rows={3} value={remarks} onChange={(event) => setRemarks(event.target.value)} />
      <ProblemNotice problem={close.error} again={() => close.mutate()} />
      <div className="s-row">
        <SaveFile path={`/rounds/${round}/minutes.pdf`} query={{ remarks }}>
          {t("minutesDraft")}
        </SaveFile>
        <Button size="md" disabled={close.isPending} onClick={() => close.mutate()}>
          {t("closeRound")}
        </Button>
      </div>
    </section>
  );
}
