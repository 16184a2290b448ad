// A trust (信託): recorded by its settlor together with the transfer to the trustee, as one group; or by the trustee of what lies in its account.
import { Button, Checkbox, RadioButton, RadioButtonGroup, TextArea, TextInput } from "@carbon/react";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCommands, useGet, type NamedCommand } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { DayField } from "../../../parts/DayField";
import { Loading } from "../../../parts/Loading";
import { Missing } from "../../../parts/Missing";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Upload } from "../../../parts/Upload";
import type { AccountRecord, Line } from "../model";
import { OrganisationField } from "../../../parts/OrganisationField";
import { texts as holderTexts } from "../texts";
import { half, isPicked, nothingPicked, PickUnits, selectionOf, type Picked } from "../transfer/PickUnits";
import { trustTexts } from "./texts";

export default function Trust() {
  const t = useTexts(trustTexts);
  const own = useTexts(holderTexts);
  const { account = "" } = useParams();
  const record = useGet<AccountRecord>(`/accounts/${account}/record`);
  const held = useGet<{ items: Line[] }>(`/accounts/${account}/holdings`, { state: "free", limit: 200 });
  const problem = record.error ?? held.error;
  if (problem) return <Missing title={t("title", { number: account })} problem={problem} again={() => void held.refetch()} back={{ action: own("accountsTitle"), to: "/accounts" }} />;
  return (
    <>
      <PageHead title={t("title", { number: account })} lead={t("lead")} />
      {record.data && held.data ? <Form account={Number(account)} record={record.data} lines={held.data.items} /> : <Loading />}
    </>
  );
}

function Form({ account, record, lines }: { account: number; record: AccountRecord; lines: readonly Line[] }) {
  const t = useTexts(trustTexts);
  const { language } = useLanguage();
  const [side, setSide] = useState<"trustee" | "settlor">("trustee");
  const [other, setOther] = useState<number>();
  const [to, setTo] = useState("");
  const [picked, setPicked] = useState<Picked>({ ...nothingPicked, way: "serials" });
  const [from, setFrom] = useState(record.today);
  const [terms, setTerms] = useState("");
  const [deed, setDeed] = useState<string>();
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const entering = useCommands();
  const us = record.account.holder.number;
  const moves = side === "settlor";
  const complete = other !== undefined && isPicked(picked) && from !== "" && terms.trim() !== "" && deed !== undefined && (!moves || (half(to) !== "" && sure));
  const run = () => {
    setTried(true);
    if (!complete) return;
    const { ranges } = selectionOf(picked, lines);
    const trust = { name: "RestrictUnits", body: { ranges, kind: "trust", order: deed, from, settlor: moves ? us : other, trustee: moves ? other : us, terms: terms.trim() } };
    // The units must lie with the trustee when the trust is recorded: the transfer goes first.
    const all: NamedCommand[] = moves ? [{ name: "Transfer", body: { from: account, to: Number(half(to)) || half(to), selection: { ranges } } }, trust] : [trust];
    entering.mutate(all);
  };
  if (entering.data) {
    const number = entering.data.outcomes.find((one) => one.restriction !== undefined)?.restriction;
    return (
      <div role="status">
        <NextStep text={t("done", { number: String(number), entry: entering.data.entry + entering.data.count - 1 })} steps={[{ action: t("toHoldings"), to: `/accounts/${account}/holdings` }]} />
      </div>
    );
  }
  const wrong = (path: string) => {
    const refused = entering.error?.answer.errors?.find((one) => one.path === path || one.path.endsWith(`.${path}`));
    return refused && say(refused, language);
  };
  const empty = (text: string) => tried && text.trim() === "";
  return (
    <>
      <NextStep text={t("next")} />
      <form
        className="s-section s-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <RadioButtonGroup legendText={t("side")} name="side" orientation="vertical" valueSelected={side} onChange={(value) => setSide(value === "settlor" ? "settlor" : "trustee")}>
          <RadioButton id="side-trustee" value="trustee" labelText={t("trustee")} />
          <RadioButton id="side-settlor" value="settlor" labelText={t("settlor")} />
        </RadioButtonGroup>
        <div className="s-narrow s-stack">
          <OrganisationField id="other" label={t(moves ? "otherTrustee" : "otherSettlor")} value={other} change={setOther} />
          {moves && (
            <TextInput id="to" labelText={t("to")} helperText={t("toHelp")} inputMode="numeric" value={to} invalid={empty(to) || wrong("to") !== undefined} invalidText={wrong("to") ?? t("missing")} onChange={(event) => setTo(event.target.value)} />
          )}
        </div>
        {lines.length > 0 ? <PickUnits picked={picked} change={setPicked} lines={lines} types={[]} projects={[]} help={t("units")} only="serials" /> : <p>{t("noUnits")}</p>}
        <div className="s-narrow s-stack">
          <DayField id="from" label={t("from")} help={t("fromHelp")} value={from} change={setFrom} />
          <TextArea id="terms" labelText={t("terms")} helperText={t("termsHelp")} rows={4} value={terms} invalid={empty(terms) || wrong("terms") !== undefined} invalidText={wrong("terms") ?? t("missing")} onChange={(event) => setTerms(event.target.value)} />
          <Upload<{ hash: string }> name={t("deed")} path="/account-documents" types={[".pdf", ".png", ".jpg", ".jpeg"]} size_mb_max={64} onAnswer={(answer) => setDeed(answer.hash)} />
          {deed && <p role="status">{t("deedKept")}</p>}
        </div>
        {moves && <Checkbox id="sure" labelText={t("sure")} checked={sure} onChange={(_event, state) => setSure(state.checked)} />}
        {tried && !complete && (
          <p className="s-error-text" role="alert">
            {t("missingSome")}
          </p>
        )}
        <ProblemNotice problem={entering.error} again={run} />
        <div>
          <Button type="submit" size="md" disabled={entering.isPending}>
            {t("record")}
          </Button>
        </div>
      </form>
    </>
  );
}
