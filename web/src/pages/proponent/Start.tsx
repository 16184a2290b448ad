// "Can this become a project?": the questions and everything that follows from the answers come from the server.
import { Button, Select, SelectItem } from "@carbon/react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router-dom";
import { send } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { recall, remember } from "../../memory";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Draft, Given, Question, StartView } from "./api";
import { QuestionField } from "./QuestionField";
import { StartResult } from "./StartResult";
import { texts } from "./startTexts";

interface Asked {
  methodology: string;
  answers: Given[];
  price_yen_per_t: string;
}
const EMPTY: Asked = { methodology: "", answers: [], price_yen_per_t: "" };

function kept(): Asked {
  try {
    const text = recall("start");
    return text ? { ...EMPTY, ...(JSON.parse(text) as Asked) } : EMPTY;
  } catch {
    return EMPTY;
  }
}

export default function Start() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>(kept);
  const [current, setCurrent] = useState<string>();
  const [later, setLater] = useState<readonly string[]>([]);
  useEffect(() => remember("start", JSON.stringify(asked)), [asked]);
  const { data, error, refetch } = useQuery<StartView, Problem>({
    queryKey: ["get", "eligibility", asked],
    queryFn: ({ signal }) => send<StartView>("POST", "/proponent/eligibility", asked, { signal }),
    placeholderData: keepPreviousData,
  });
  const begin = useMutation<Draft, Problem, boolean>({
    mutationFn: (programme) => send<Draft>("POST", "/proponent/drafts", { start: asked, programme }),
    onSuccess: (draft) => navigate(`/plans/${draft.draft}`),
  });
  const questions = data?.questions ?? [];
  const open = questions.filter((q) => !q.answered || q.problem);
  const now = questions.find((q) => q.id === current) ?? open.find((q) => !later.includes(q.id)) ?? open[0];
  const give = (id: string, value: string) => {
    setAsked((before) => ({ ...before, answers: [...before.answers.filter((a) => a.id !== id), { id, value }] }));
    setLater((ids) => ids.filter((one) => one !== id));
    setCurrent(undefined);
  };
  const mayWrite = session?.rights.includes("plan_projects") ?? false;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <ProblemNotice problem={error} again={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && (
        <div className="s-narrow">
          <Select
            id="methodology"
            labelText={t("whichMethod")}
            helperText={t("methodHelp")}
            value={asked.methodology}
            onChange={(event) => {
              setAsked({ ...EMPTY, methodology: event.target.value, price_yen_per_t: asked.price_yen_per_t });
              setLater([]);
              setCurrent(undefined);
            }}
          >
            <SelectItem value="" text={t("choose")} />
            {data.methodologies.map((m) => (
              <SelectItem key={m.value} value={m.value} text={say(m.title, language)} />
            ))}
          </Select>
        </div>
      )}
      {data && asked.methodology && (
        <div className="s-two s-section">
          <div className="s-stack">
            <p className="s-source" role="status">
              {t("progress", { done: questions.filter((q) => q.answered && !q.problem).length, all: questions.length })}
            </p>
            {now && <QuestionField key={now.id} question={now} give={(value) => give(now.id, value)} skip={() => (setLater([...later, now.id]), setCurrent(undefined))} />}
            <Answers questions={questions} open={setCurrent} />
          </div>
          <StartResult view={data} own={asked.price_yen_per_t} setOwn={(price) => setAsked((before) => ({ ...before, price_yen_per_t: price }))} />
        </div>
      )}
      <ProblemNotice problem={begin.error} />
      {data && asked.methodology && (
        <NextStep
          text={data.next ? t("nextOpen") : mayWrite ? t("nextDone") : t("nextSignIn")}
          steps={
            mayWrite
              ? [
                  { action: t("makePlan"), onClick: () => begin.mutate(false), disabled: begin.isPending },
                  { action: t("makeProgramme"), onClick: () => begin.mutate(true), disabled: begin.isPending },
                  { action: t("again"), onClick: () => setAsked(EMPTY) },
                ]
              : [
                  { action: t("signIn"), to: "/sign-in" },
                  { action: t("again"), onClick: () => setAsked(EMPTY) },
                ]
          }
        />
      )}
    </>
  );
}

// What was answered and what waits, each with a way back to its question.
function Answers({ questions, open }: { questions: readonly Question[]; open: (id: string) => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const shown = (q: Question) => {
    if (q.kind === "yes_no") return q.answer === "yes" ? t("yes") : t("no");
    const option = q.options.find((o) => o.value === q.answer);
    return option ? say(option.title, language) : [q.answer, q.unit].filter(Boolean).join(" ");
  };
  const groups = [
    { name: t("waits"), all: questions.filter((q) => !q.answered), action: t("answerNow") },
    { name: t("answered"), all: questions.filter((q) => q.answered), action: t("change") },
  ];
  return (
    <>
      {groups.map(
        (group) =>
          group.all.length > 0 && (
            <details key={group.name}>
              <summary>
                {group.name} ({group.all.length})
              </summary>
              <ul className="s-plain s-stack-small">
                {group.all.map((q) => (
                  <li key={q.id} className="s-answer">
                    <span>
                      {say(q.text, language)} {q.answered && <strong>{shown(q)}</strong>}
                    </span>
                    <Button size="sm" kind="ghost" onClick={() => open(q.id)}>
                      {group.action}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </>
  );
}
