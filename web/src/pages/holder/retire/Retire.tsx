import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { send } from "../../../api/client";
import { useCommand, useGet } from "../../../api/queries";
import type { Problem } from "../../../api/problem";
import { useTexts } from "../../../i18n/language";
import { Loading } from "../../../parts/Loading";
import { PageHead } from "../../../parts/PageHead";
import { Missing } from "../../../parts/Missing";
import { Steps } from "../../../parts/Steps";
import { Words } from "../../../parts/Term";
import type { AccountRecord, EligibleUnits, Purpose, RetirePreview } from "../model";
import { selectionOf } from "../transfer/PickUnits";
import { CheckStep } from "./CheckStep";
import { bodyOf, emptyDraft, keepDraft, keptDraft, type Draft } from "./draft";
import { ObjectStep } from "./ObjectStep";
import { PurposeStep } from "./PurposeStep";
import { UnitsStep } from "./UnitsStep";
import { UserStep } from "./UserStep";
import { texts as holderTexts } from "../texts";
import { texts } from "./texts";

export default function Retire() {
  const t = useTexts(texts);
  const { account = "" } = useParams();
  const purposes = useGet<{ items: Purpose[]; today: string }>("/retirement-purposes");
  const record = useGet<AccountRecord>(`/accounts/${account}/record`);
  const own = useTexts(holderTexts);
  const problem = purposes.error ?? record.error;
  if (problem) return <Missing title={t("title", { number: account })} problem={problem} again={() => void purposes.refetch()} back={{ action: own("accountsTitle"), to: "/accounts" }} />;
  return (
    <>
      <PageHead title={t("title", { number: account })} lead={t("lead")} />
      <Words words={["retirement", "retirement_notice", "shk", "second_person"]} />
      {(!purposes.data || !record.data) && <Loading />}
      {purposes.data && record.data && <Wizard account={account} record={record.data} purposes={purposes.data.items} />}
    </>
  );
}

function Wizard({ account, record, purposes }: { account: string; record: AccountRecord; purposes: readonly Purpose[] }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => keptDraft(account));
  const [step, setStep] = useState(0);
  const top = useRef<HTMLHeadingElement>(null);
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...part };
      keepDraft(account, next);
      return next;
    });
  const names = [t("stepPurpose"), t("stepUser"), t("stepObject"), t("stepUnits"), t("stepCheck")];
  const first = useRef(true);
  // A step that was reached says where one is to a screen reader, and the keyboard goes on from there.
  useEffect(() => {
    if (first.current) first.current = false;
    else top.current?.focus();
  }, [step]);

  const judging = useMutation<EligibleUnits, Problem>({ mutationFn: () => send<EligibleUnits>("POST", `/accounts/${account}/retirements/eligibility`, bodyOf(draft)) });
  const lines = (judging.data?.lines ?? []).map((one) => one.line);
  const body = () => ({ ...bodyOf(draft), selection: selectionOf(draft.picked, lines) });
  const preview = useMutation<RetirePreview, Problem>({
    mutationFn: () => send<RetirePreview>("POST", `/accounts/${account}/retirements/preview`, body()),
    onSuccess: () => setStep(4),
  });
  const applying = useCommand<Record<string, unknown>>("ApplyRetirement");
  const apply = () =>
    applying.mutate(
      { account: Number(account), ...body(), user: draft.for_other ? draft.user : record.account.holder.number },
      {
        onSuccess: (answer) => {
          keepDraft(account, emptyDraft);
          navigate(`/my-retirements/${String(answer.outcomes[0]?.retirement)}`);
        },
      },
    );
  const go = (next: number) => {
    if (next === 3) judging.mutate();
    setStep(next);
  };
  const chosen = draft.uses.map((use) => purposes.find((one) => one.purpose === use.purpose));
  return (
    <>
      <Steps names={names} current={step} go={go} />
      <section className="s-section" aria-labelledby="step">
        <h2 id="step" ref={top} tabIndex={-1}>
          {names[step]}
        </h2>
        {step === 0 && <PurposeStep draft={draft} change={change} purposes={purposes} next={() => go(1)} />}
        {step === 1 && <UserStep draft={draft} change={change} holder={record.account.holder.name} next={() => go(2)} back={() => go(0)} />}
        {step === 2 && (
          <ObjectStep draft={draft} change={change} needed={chosen.some((one) => one?.object_needed)} place={chosen.some((one) => one?.place_rule)} next={() => go(3)} back={() => go(1)} />
        )}
        {step === 3 && (
          <UnitsStep account={account} draft={draft} change={change} purposes={purposes} answer={judging.data} problem={judging.error ?? preview.error} busy={preview.isPending} next={() => preview.mutate()} back={() => go(2)} />
        )}
        {step === 4 && preview.data && (
          <CheckStep account={record.account} draft={draft} purposes={purposes} preview={preview.data} problem={applying.error} busy={applying.isPending} apply={apply} back={() => setStep(3)} />
        )}
      </section>
    </>
  );
}
