import { Button, Checkbox, RadioButton, RadioButtonGroup, TextInput } from "@carbon/react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { send } from "../../../api/client";
import { useCommands, useGet } from "../../../api/queries";
import type { Problem } from "../../../api/problem";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { Money, Tonnes } from "../../../parts/Amounts";
import { Figure } from "../../../parts/Figure";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { Missing } from "../../../parts/Missing";
import { originTexts } from "../../../parts/originTexts";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Steps } from "../../../parts/Steps";
import { amountText, dateText } from "../../../parts/values";
import { Words } from "../../../parts/Term";
import { DayField } from "../../../parts/DayField";
import { AccountName, Lines, Values } from "../parts";
import type { AccountRecord, Line, Sum, TransferPreview } from "../model";
import { half, isPicked, nothingPicked, PickUnits, selectionOf } from "./PickUnits";
import { texts as holderTexts } from "../texts";
import { texts } from "./texts";

export default function Transfer() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const own = useTexts(holderTexts);
  const { account } = useParams();
  const types = useGet<{ items: Sum[] }>(`/accounts/${account}/holdings/sums`, { by: "kind" });
  const projects = useGet<{ items: Sum[] }>(`/accounts/${account}/holdings/sums`, { by: "project" });
  const held = useGet<{ items: Line[] }>(`/accounts/${account}/holdings`, { state: "free", limit: 200 });
  const record = useGet<AccountRecord>(`/accounts/${account}/record`);
  const control = record.data?.account;
  const lines = held.data?.items ?? [];
  const [step, setStep] = useState(0);
  const [to, setTo] = useState("");
  const [picked, setPicked] = useState(nothingPicked);
  const [price, setPrice] = useState("");
  const [agreed, setAgreed] = useState("");
  const [acceptance, setAcceptance] = useState(false);
  const [expires, setExpires] = useState("");
  const [note, setNote] = useState("");
  const [sure, setSure] = useState(false);
  const preview = useMutation<TransferPreview, Problem>({
    mutationFn: () =>
      send<TransferPreview>("POST", `/accounts/${account}/transfers/preview`, {
        to: Number(half(to)),
        selection: selectionOf(picked, lines),
        price_yen_per_t: half(price),
        agreed_on: agreed || undefined,
        acceptance,
        expires_on: expires || undefined,
      }),
    onSuccess: () => {
      setSure(false);
      setStep(1);
    },
  });
  const entering = useCommands();
  const enter = () =>
    preview.data && entering.mutate([{ name: preview.data.command_name, body: { ...preview.data.command, note: note || undefined } }], { onSuccess: () => setStep(2) });
  const free = (types.data?.items ?? []).map((sum) => `${say(sum.words, language)} ${amountText(sum.free.value, sum.free.unit, language)}`).join(language === "ja" ? "、" : ", ") || "0";
  const again = () => {
    setPicked(nothingPicked);
    preview.reset();
    entering.reset();
    setStep(0);
  };
  const ready = /^[1-9]\d*$/.test(half(to)) && isPicked(picked);
  const problem = held.error ?? record.error;
  if (problem) return <Missing title={t("title", { number: account ?? "" })} problem={problem} again={() => void held.refetch()} back={{ action: own("accountsTitle"), to: "/accounts" }} />;
  return (
    <>
      <PageHead title={t("title", { number: account ?? "" })} lead={t("lead")} />
      <Words words={["second_person", "escrow"]} />
      <Steps names={[t("stepWhat"), t("stepCheck"), t("stepDone")]} current={step} go={step === 1 ? setStep : undefined} />
      {step === 0 && (
        <form
          className="s-stack s-section"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) preview.mutate();
          }}
        >
          <div className="s-narrow">
            <TextInput id="to" labelText={t("to")} helperText={t("toHelp")} inputMode="numeric" value={to} onChange={(event) => setTo(event.target.value)} />
          </div>
          <PickUnits picked={picked} change={setPicked} lines={lines} types={types.data?.items ?? []} projects={projects.data?.items ?? []} help={t("amountHelp", { units: free })} />
          <div className="s-stack">
            <RadioButtonGroup legendText={t("moves")} name="moves" orientation="vertical" valueSelected={acceptance ? "offer" : "direct"} onChange={(value) => setAcceptance(value === "offer")}>
              <RadioButton id="moves-direct" value="direct" labelText={t("movesDirect")} />
              <RadioButton id="moves-offer" value="offer" labelText={t("movesOffer")} />
            </RadioButtonGroup>
            <p className="s-prose">
              {acceptance ? t("movesOfferText") : t("movesDirectText")}
              {control?.second_person &&
                ` ${control.second_person_above ? t("movesSecondAbove", { units: amountText(control.second_person_above.value, control.second_person_above.unit, language) }) : t("movesSecond")}`}
            </p>
            {(acceptance || control?.second_person) && (
              <div className="s-narrow">
                <DayField id="expires" label={t("expires")} help={t("expiresHelp")} value={expires} change={setExpires} />
              </div>
            )}
          </div>
          <fieldset className="cds--fieldset s-narrow s-stack">
            <legend className="cds--label">{t("conditions")}</legend>
            <TextInput id="price" labelText={t("price")} helperText={t("priceHelp")} inputMode="decimal" value={price} onChange={(event) => setPrice(event.target.value)} />
            <DayField id="agreed" label={t("agreedOn")} value={agreed} change={setAgreed} />
            <TextInput id="note" labelText={t("note")} helperText={t("noteHelp")} value={note} onChange={(event) => setNote(event.target.value)} />
          </fieldset>
          <ProblemNotice problem={preview.error} />
          <Button type="submit" size="md" disabled={!ready || preview.isPending}>
            {t("look")}
          </Button>
          {!ready && <p className="s-source">{t("lookNeeds")}</p>}
        </form>
      )}
      {step === 1 && preview.data && (
        <section className="s-section s-stack">
          <Values
            rows={[
              [t("from"), <AccountName key="from" account={preview.data.from} />],
              [t("toWhom"), <AccountName key="to" account={preview.data.to} />],
              [t("units"), <Figure key="units" amount={preview.data.units} from={{ text: t("unitsFrom"), parts: preview.data.lines.slice(0, 50).map((line) => ({ name: line.serials, value: amountText(line.units.value, line.units.unit, language) })) }} />],
              preview.data.price && [t("total"), <Money key="price" amount={preview.data.price} name={t("total")} from={{ text: o("priceOfOffer"), parts: [{ name: t("price"), value: <Money amount={half(price)} /> }, { name: t("units"), value: <Tonnes amount={preview.data.units} /> }] }} />],
              [
                t("then"),
                <>
                  {preview.data.waits_for_second && <p>{t("thenSecond")}</p>}
                  {preview.data.waits_for_transferee && <p>{t("thenTransferee", { date: dateText(preview.data.expires_on, language) })}</p>}
                  {!preview.data.waits_for_second && !preview.data.waits_for_transferee && <p>{t("thenMoves")}</p>}
                  {preview.data.entries > 1 && <p>{t("thenEntries", { count: preview.data.entries })}</p>}
                </>,
              ],
            ]}
          />
          <Lines lines={preview.data.lines} name={t("serialsTaken")} />
          <Checkbox id="sure" labelText={t("sure")} checked={sure} onChange={(_event, state) => setSure(state.checked)} />
          <ProblemNotice problem={entering.error} again={enter} />
          <div className="s-row">
            <Button size="md" disabled={!sure || entering.isPending} onClick={enter}>
              {t("enter")}
            </Button>
            <Button size="md" kind="ghost" onClick={() => setStep(0)}>
              {t("back")}
            </Button>
          </div>
        </section>
      )}
      {step === 2 && entering.data && <Done account={account ?? ""} plain={preview.data?.command_name === "Transfer"} entry={entering.data.entry} outcome={entering.data.outcomes[0] ?? {}} again={again} />}
    </>
  );
}

function Done({ account, plain, entry, outcome, again }: { account: string; plain: boolean; entry: number; outcome: Record<string, unknown>; again: () => void }) {
  const t = useTexts(texts);
  const offer = Number(outcome.offer);
  const steps = [
    { action: t("toAccount"), to: `/accounts/${account}` },
    { action: t("another"), onClick: again },
  ];
  if (plain || outcome.moved === true) return <NextStep text={t("moved", { entry })} steps={steps} />;
  return <NextStep text={t("waits", { offer, entry })} steps={[{ action: t("toOffer"), to: `/offers/${offer}` }, ...steps]} />;
}
