import { useParams } from "react-router-dom";
import { useCommand, useGet } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { Loading } from "../../../parts/Loading";
import { Missing } from "../../../parts/Missing";
import { NextStep } from "../../../parts/NextStep";
import { originTexts } from "../../../parts/originTexts";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { AccountName, Act, Lines, Reason, Values } from "../parts";
import type { Return as ReturnAnswer } from "../model";
import { texts } from "./texts";
import { returnStatus } from "./words";

export default function Return() {
  const t = useTexts(texts);
  const { number } = useParams();
  const answer = useGet<ReturnAnswer>(`/returns/${number}`);
  const title = t("returnTitle", { number: number ?? "" });
  if (answer.error) return <Missing title={title} problem={answer.error} again={() => void answer.refetch()} back={{ action: t("offersTitle"), to: "/offers" }} />;
  return (
    <>
      <PageHead title={title} />
      {!answer.data && <Loading />}
      {answer.data && <Shown one={answer.data} />}
    </>
  );
}

function Shown({ one }: { one: ReturnAnswer }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const deciding = useCommand<Record<string, unknown>>("DecideReturn");
  const decide = (consents: boolean) => deciding.mutate({ number: one.number, consents });
  const text = one.status !== "asked" ? t("returnOver") : one.incoming ? t("returnNext") : t("returnWait");
  return (
    <>
      <NextStep text={text} steps={one.status === "asked" && one.incoming ? [] : [{ action: t("offersTitle"), to: "/offers" }]} />
      {one.status === "asked" && one.incoming && (
        <section className="s-stack">
          <ProblemNotice problem={deciding.error} />
          <div className="s-row">
            <Act may={one.decide} busy={deciding.isPending} run={() => decide(true)}>
              {t("giveBack")}
            </Act>
            <Act may={{ allowed: true }} busy={deciding.isPending} kind="tertiary" run={() => decide(false)}>
              {t("keep")}
            </Act>
          </div>
          <Reason why={one.decide.why_not} />
        </section>
      )}
      <section className="s-section s-stack">
        <Values
          rows={[
            [t("status"), returnStatus(t, one.status)],
            [t("givesBack"), <AccountName key="from" account={one.from} />],
            [t("asksFor"), <AccountName key="to" account={one.to} />],
            [t("units"), <Tonnes key="units" amount={one.units} from={{ text: o("offered"), parts: one.lines.map((line) => ({ name: line.serials, value: <Tonnes amount={line.units} /> })) }} />],
            [t("mistaken"), String(one.entry)],
            [t("asked"), <DateText key="asked" date={one.asked} />],
            one.decided !== undefined && [t("decidedOn"), <DateText key="decided" date={one.decided} />],
            one.note !== "" && [t("note"), one.note],
          ]}
        />
        <Lines lines={one.lines} name={t("serialsTaken")} />
      </section>
    </>
  );
}
