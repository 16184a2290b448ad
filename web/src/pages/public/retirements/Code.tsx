// Where the QR code of a paper leads: "/r/sumi-demo/<store>/<entry>/<leaf>", or a code that somebody types.
import { Button, TextInput } from "@carbon/react";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router-dom";
import { useGet } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import type { PaperCode } from "../api";
import { History } from "../projects/tables";
import { RetirementRecord } from "./RetirementRecord";
import { texts } from "./texts";

export default function Code() {
  const { origin, store, entry, leaf } = useParams();
  const [asked, setAsked] = useSearchParams();
  const code = origin && store && entry && leaf ? `${origin}/${store}#${entry}:${leaf}` : (asked.get("code") ?? "").trim();
  const { data, error, isFetching } = useGet<PaperCode>(code ? "/paper-codes" : undefined, { code });
  if (data?.retirement) return <RetirementRecord number={String(data.retirement)} />;
  return <Asked key={code} code={code} data={data} problem={error} busy={isFetching} ask={(next) => setAsked({ code: next })} />;
}

interface Props {
  code: string;
  data: PaperCode | undefined;
  problem: ReturnType<typeof useGet>["error"];
  busy: boolean;
  ask: (code: string) => void;
}
function Asked({ code, data, problem, busy, ask }: Props) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState(code);
  return (
    <>
      <PageHead title={t("codeTitle")} lead={t("codeLead")} />
      <form
        className="s-narrow s-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) ask(typed.trim());
        }}
      >
        <TextInput id="paper-code" labelText={t("codeField")} helperText={t("codeHelp")} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit">{t("codeAsk")}</Button>
      </form>
      <section className="s-section" aria-live="polite">
        {busy && <Loading />}
        <ProblemNotice problem={problem} />
        {data && (
          <>
            <p className="s-prose">{t("codeFound", { entry: String(data.entry) })}</p>
            <History history={[data.line]} />
          </>
        )}
      </section>
      <NextStep text={t("codeNone")} steps={[{ action: t("checkReceipt"), to: "/check-receipt" }]} />
    </>
  );
}
