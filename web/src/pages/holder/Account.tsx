import { Button, Checkbox, Select, SelectItem } from "@carbon/react";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText } from "../../parts/Amounts";
import { Figure } from "../../parts/Figure";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { yearNumber } from "../../parts/values";
import { SaveFile } from "../../parts/SaveFile";
import { Term } from "../../parts/Term";
import { Agents } from "./Agents";
import { Controls } from "./Controls";
import { Documents } from "./Documents";
import { DayField } from "../../parts/DayField";
import { Values, yearText } from "./parts";
import type { AccountRecord } from "./model";
import { texts } from "./texts";
import { kindText, statusText } from "./words";

export default function Account() {
  const t = useTexts(texts);
  const { account } = useParams();
  const record = useGet<AccountRecord>(`/accounts/${account}/record`);
  if (!record.data) {
    return (
      <>
        <PageHead title={t("accountTitle", { number: account ?? "" })} />
        {record.error ? <ProblemNotice problem={record.error} again={() => void record.refetch()} /> : <Loading />}
      </>
    );
  }
  return <Shown record={record.data} />;
}

function Shown({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const one = record.account;
  const number = one.account;
  const ground = say(record.ground, language);
  return (
    <>
      <PageHead
        title={t("accountTitle", { number })}
        lead={
          <>
            {one.department ? `${one.holder.name} ${one.department}` : one.holder.name} <Term word="holding_account" />
          </>
        }
      />
      <Next record={record} />
      <section className="s-section" aria-labelledby="balance">
        <h2 id="balance">{t("balance")}</h2>
        {one.balances.map((balance) => (
          <div key={balance.unit_kind}>
            <h3>{kindText(t, balance.unit_kind)}</h3>
            <Values
              rows={[
                [t("held"), <Figure key="held" name={t("held")} amount={balance.held} from={{ text: t("balanceFrom"), to: { path: `/accounts/${number}/holdings`, name: t("seeHoldings") } }} />],
                [t("waiting"), <Figure key="waiting" name={t("waiting")} amount={balance.escrowed} from={{ text: t("waitingFrom"), to: { path: `/accounts/${number}/holdings`, name: t("seeHoldings") } }} />],
                [t("used"), <Figure key="used" name={t("used")} amount={balance.used} from={{ text: t("usedFrom"), to: { path: "/my-retirements", name: t("seeRetirements") } }} />],
              ]}
            />
          </div>
        ))}
        <p className="s-row">
          <Link to={`/accounts/${number}/holdings`}>{t("seeHoldings")}</Link>
          <Link to={`/accounts/${number}/history`}>{t("seeHistory")}</Link>
          <Link to="/my-retirements">{t("seeRetirements")}</Link>
        </p>
      </section>
      {(one.status === "open" || one.status === "suspended" || one.status === "closed") && <Papers record={record} />}
      <section className="s-section" aria-labelledby="about">
        <h2 id="about">{t("account")}</h2>
        <Values
          rows={[
            [t("holder"), one.holder.name],
            [t("corporateNumber"), record.holder_corporate_number || "-"],
            [t("department"), one.department || "-"],
            [t("status"), statusText(t, one.status)],
            record.decided !== undefined && [t("decidedOn"), <DateText key="decided" date={record.decided} />],
            ground !== "" && [t("ground"), ground],
          ]}
        />
      </section>
      {one.kind === "holding" && <Controls record={record} />}
      {one.kind === "holding" && <Agents record={record} />}
      {one.kind === "holding" && <Documents record={record} />}
      {record.own && record.acts.includes("OfferTransfer") && (
        <section className="s-section" aria-labelledby="trust">
          <h2 id="trust">{t("trust")}</h2>
          <p className="s-prose">{t("trustText")}</p>
          <Link to={`/accounts/${number}/trust`}>{t("recordTrust")}</Link>
        </section>
      )}
      {record.acts.includes("CloseAccount") && <Close account={number} />}
    </>
  );
}

function Close({ account }: { account: number }) {
  const t = useTexts(texts);
  const [sure, setSure] = useState(false);
  const closing = useCommand<Record<string, unknown>>("CloseAccount");
  return (
    <section className="s-section s-stack" aria-labelledby="close">
      <h2 id="close">{t("closeAccount")}</h2>
      <p className="s-prose">{t("closeText")}</p>
      <ProblemNotice problem={closing.error} />
      <Checkbox id="close-sure" labelText={t("closeSure", { number: account })} checked={sure} onChange={(_event, state) => setSure(state.checked)} />
      <Button size="md" kind="danger--tertiary" disabled={!sure || closing.isPending} onClick={() => closing.mutate({ account })}>
        {t("closeAccount")}
      </Button>
    </section>
  );
}

function Next({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const one = record.account;
  const number = one.account;
  const has = (act: string) => record.acts.includes(act);
  if (one.status === "requested") return <NextStep text={record.documents_needed || !record.documents ? t("accountDocumentsNext") : t("accountRequestedNext")} />;
  if (one.status === "suspended") return <NextStep text={t("accountSuspendedNext")} />;
  if (one.status === "closed" || one.status === "refused") return <NextStep text={t("accountClosedNext")} />;
  const empty = one.balances.every((balance) => balance.held.value === "0");
  if (!has("OfferTransfer") && !has("ApplyRetirement")) return <NextStep text={t("accountSeeNext")} steps={[{ action: t("seeHoldings"), to: `/accounts/${number}/holdings` }]} />;
  if (empty) return <NextStep text={t("accountEmptyNext")} steps={[{ action: t("toOffers"), to: "/offers" }]} />;
  return (
    <NextStep
      text={t("accountOpenNext")}
      steps={[
        ...(has("ApplyRetirement")
          ? [
              { action: t("retire"), to: `/accounts/${number}/retire` },
              { action: t("bulkRetire"), to: "/bulk-retirements" },
            ]
          : []),
        ...(has("OfferTransfer")
          ? [
              { action: t("transfer"), to: `/accounts/${number}/transfer` },
              { action: t("bulk"), to: "/bulk-transfers" },
            ]
          : []),
      ]}
    />
  );
}

function Papers({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const base = `/accounts/${record.account.account}/papers`;
  const [on, setOn] = useState("");
  const { language } = useLanguage();
  const current = yearNumber(record.year);
  const [year, setYear] = useState(current);
  const files = (path: string, query: Record<string, string | undefined>) => (
    <div className="s-row">
      {(["pdf", "text", "json"] as const).map((format) => (
        <SaveFile key={format} path={path} query={{ ...query, format }} kind={format === "pdf" ? "tertiary" : "ghost"}>
          {t(format)}
        </SaveFile>
      ))}
    </div>
  );
  return (
    <section className="s-section" aria-labelledby="papers">
      <h2 id="papers">{t("papers")}</h2>
      <div className="s-cards">
        <div className="s-stack">
          <h3>{t("balanceCertificate")}</h3>
          <DayField id="balance-on" label={t("balanceOn")} help={t("balanceOnHelp")} value={on} change={setOn} />
          {files(`${base}/balance`, { on: on || undefined })}
        </div>
        <div className="s-stack">
          <h3>{t("yearPaper")}</h3>
          <Select id="year" labelText={t("yearOf")} value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {[0, 1, 2, 3, 4].map((back) => (
              <SelectItem key={back} value={current - back} text={yearText(`FY${current - back}`, language)} />
            ))}
          </Select>
          {files(`${base}/year`, { year: `FY${year}` })}
        </div>
        <div className="s-stack">
          <h3>{t("historyPaper")}</h3>
          {files(`${base}/history`, {})}
        </div>
      </div>
    </section>
  );
}
