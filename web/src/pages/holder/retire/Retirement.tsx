import { Checkbox } from "@carbon/react";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { useCommand, useGet } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { DateText } from "../../../parts/Amounts";
import { Figure } from "../../../parts/Figure";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { SaveFile } from "../../../parts/SaveFile";
import { AccountName, Act, Lines, Reason, Values, yearText } from "../parts";
import type { OwnRetirement } from "../model";
import { Divide } from "./Divide";
import { texts } from "./texts";
import { kindWord, offsetWord, statusWord } from "./words";

export default function Retirement() {
  const t = useTexts(texts);
  const { retirement } = useParams();
  const answer = useGet<OwnRetirement>(`/retirement-requests/${retirement}`);
  return (
    <>
      <PageHead title={t("oneTitle", { number: retirement ?? "" })} />
      {answer.error && <ProblemNotice problem={answer.error} again={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <Loading />}
      {answer.data && <Shown one={answer.data} />}
    </>
  );
}

function nextOf(one: OwnRetirement) {
  if (one.status === "confirmed") return "nextDone" as const;
  if (one.status !== "requested") return "nextOver" as const;
  return one.complete.allowed || one.complete.why_not?.code !== "registry.second_person_needed" ? ("nextComplete" as const) : ("nextOtherPerson" as const);
}

function Shown({ one }: { one: OwnRetirement }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const toAccount = { action: t("toAccount"), to: `/accounts/${one.account.account}` };
  return (
    <>
      <NextStep text={t(nextOf(one))} steps={one.status === "requested" ? [] : one.status === "confirmed" ? [{ action: t("publicPage"), to: `/retirements/${one.retirement}` }, toAccount] : [toAccount]} />
      {one.status === "requested" && <Complete one={one} />}
      {one.status === "confirmed" && (
        <section className="s-section" aria-labelledby="papers">
          <h2 id="papers">{t("papers")}</h2>
          <div className="s-row">
            <SaveFile path={`/retirement-requests/${one.retirement}/papers/notice`} query={{ format: "pdf" }} kind="primary">
              {t("notice")}
            </SaveFile>
            <SaveFile path={`/retirement-requests/${one.retirement}/papers/notice`} query={{ format: "text" }} kind="ghost">
              {t("noticeText")}
            </SaveFile>
            {one.certificates.length > 0 && (
              <SaveFile path={`/retirement-requests/${one.retirement}/papers/certificates`} query={{ format: "pdf" }}>
                {t("certificatesPdf")}
              </SaveFile>
            )}
            <Link to={`/retirements/${one.retirement}`}>{t("publicPage")}</Link>
          </div>
        </section>
      )}
      <section className="s-section s-stack" aria-labelledby="summary">
        <h2 id="summary">{t("summary")}</h2>
        <Values
          rows={[
            [t("kind"), kindWord(t, one.end_use)],
            [t("status"), statusWord(t, one.status)],
            [t("account"), <AccountName key="account" account={one.account} />],
            [t("user"), one.user.name || "-"],
            one.by_proxy && [t("proxy"), t("yes")],
            [t("uses"), one.uses.map((use) => [say(use.title, language), use.fiscal_year && yearText(use.fiscal_year, language), use.report].filter(Boolean).join(" / ")).join("; ")],
            one.offset !== "none" && [t("offset"), [offsetWord(t, one.offset), one.offset_object].filter(Boolean).join(": ")],
            one.place !== "" && [t("place"), one.place],
            [t("units"), <Figure key="units" amount={one.units} from={{ text: t("unitsFrom"), parts: one.lines.map((line) => ({ name: line.serials, value: line.units.value })) }} />],
            [t("requestedAt"), <DateText key="asked" date={one.requested_at} />],
            one.requested_by !== "" && [t("requestedBy"), one.requested_by],
            one.status === "requested" && [t("lapsesAt"), <DateText key="lapses" date={one.lapses_at} />],
            one.decided !== undefined && [t("decidedOn"), <DateText key="decided" date={one.decided} />],
            one.note !== "" && [t("note"), one.note],
          ]}
        />
        <Lines lines={one.lines} name={t("serials")} />
      </section>
      {one.status === "confirmed" && <Divide one={one} />}
    </>
  );
}

function Complete({ one }: { one: OwnRetirement }) {
  const t = useTexts(texts);
  const [sure, setSure] = useState(false);
  const body = { retirement: one.retirement };
  const completing = useCommand<typeof body>(one.command);
  const withdrawing = useCommand<typeof body>("WithdrawRetirement");
  const busy = completing.isPending || withdrawing.isPending;
  return (
    <section className="s-stack" aria-label={t("complete")}>
      {one.complete.allowed && <Checkbox id="sure-complete" labelText={t("sureComplete")} checked={sure} onChange={(_event, state) => setSure(state.checked)} />}
      <Reason why={one.complete.why_not} />
      <ProblemNotice problem={completing.error} again={() => completing.mutate(body)} />
      <ProblemNotice problem={withdrawing.error} again={() => withdrawing.mutate(body)} />
      <div className="s-row">
        <Act may={one.complete} busy={busy || !sure} run={() => completing.mutate(body)}>
          {t("complete")}
        </Act>
        <Act may={one.withdraw} busy={busy} kind="tertiary" run={() => withdrawing.mutate(body)}>
          {t("withdraw")}
        </Act>
      </div>
    </section>
  );
}
