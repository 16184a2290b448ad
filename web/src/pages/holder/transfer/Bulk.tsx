import { Button } from "@carbon/react";
import { useState } from "react";
import { upload } from "../../../api/client";
import type { Job } from "../../../api/jobs";
import { asProblem, type Problem } from "../../../api/problem";
import { useLanguage, useTexts } from "../../../i18n/language";
import { Loading } from "../../../parts/Loading";
import { LongWork, WorkBefore } from "../../../parts/LongWork";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { saveBlob } from "../../../parts/SaveFile";
import { Upload } from "../../../parts/Upload";
import { useWork } from "../../../parts/useWork";
import { DayField } from "../../../parts/DayField";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { Reason } from "../parts";
import type { BulkResult } from "../model";
import { texts } from "./texts";

const HEADINGS = "from,to,amount,serials,credit_type,project,price,agreed_on,acceptance,note\r\n";

export default function Bulk() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [file, setFile] = useState<File>();
  const [expires, setExpires] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const work = useWork<{ transfers: BulkResult }>(["transfer_check", "transfers"]);
  const result = work.job?.transfers;
  const busy = sending || work.open;
  const run = async (chosen: File, enter: boolean) => {
    setSending(true);
    setProblem(undefined);
    work.leave();
    try {
      work.begin(await upload<Job>("/transfers/bulk", chosen, undefined, { enter, expires_on: expires, language }));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setSending(false);
  };
  const units = String(result?.units ?? 0);
  const text = !result
    ? t("chooseFirst")
    : result.repeated
      ? t("bulkRepeated")
      : result.entered
        ? t("bulkEntered", { lines: result.lines_in_all, units })
        : result.fits
          ? t("bulkFits", { lines: result.lines_in_all, units })
          : t("bulkRefused", { lines: result.lines_in_all, refused: result.refused });
  const ready = result?.fits && !result.entered && !result.repeated && file !== undefined;
  return (
    <>
      <PageHead
        title={t("bulkTitle")}
        lead={t("bulkLead")}
        actions={
          <Button size="md" kind="tertiary" onClick={() => saveBlob(new Blob(["\ufeff", HEADINGS], { type: "text/csv" }), "transfers.csv")}>
            {t("bulkTemplate")}
          </Button>
        }
      />
      <p className="s-prose">{t("bulkColumns")}</p>
      <NextStep text={text} steps={ready ? [{ action: t("bulkEnter"), onClick: () => void run(file, true), disabled: busy }] : []} />
      <section className="s-section s-stack">
        <DayField id="bulk-expires" label={t("bulkExpires")} value={expires} change={setExpires} />
        <Upload
          name={t("bulkFile")}
          types={[".csv", ".xlsx"]}
          size_mb_max={64}
          onFile={(chosen) => {
            setFile(chosen);
            void run(chosen, false);
          }}
        />
        {sending && <Loading />}
        {work.job && <LongWork job={work.job} />}
        <WorkBefore job={busy ? undefined : work.before} show={work.show} />
        <ProblemNotice problem={problem ?? work.problem} again={file ? () => void run(file, false) : undefined} />
        {(result?.findings ?? []).map((why) => (
          <Reason key={why.code} why={why} />
        ))}
      </section>
      {result && <Report result={result} />}
    </>
  );
}

function Report({ result }: { result: BulkResult }) {
  const t = useTexts(texts);
  const word = (name: string, fits: boolean) =>
    name === "moved" ? t("resultMoved") : name === "waits_for_second" ? t("resultWaits") : name === "waits_for_transferee" ? t("resultOffered") : name === "judged" ? t("resultFits") : name === "not_judged" ? t("resultNotJudged") : fits ? t("resultFits") : t("resultRefused");
  return (
    <section className="s-section s-stack" aria-label={t("result")}>
      <Button size="md" kind="ghost" onClick={() => saveBlob(new Blob(["\ufeff", result.report], { type: "text/csv" }), "report.csv")}>
        {t("bulkReport")}
      </Button>
      <div className="s-scroll" tabIndex={0} role="region" aria-label={t("result")}>
        <table className="cds--data-table" aria-label={t("result")}>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("result")}</th>
              <th scope="col" className="s-end">
                {t("units")}
              </th>
              <th scope="col">{t("entry")}</th>
              <th scope="col">{t("message")}</th>
            </tr>
          </thead>
          <tbody>
            {result.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.line}</td>
                <td>{word(line.result, line.fits)}</td>
                <td className="s-end">{String(line.units)}</td>
                <td>{line.entry ?? "-"}</td>
                <td>{line.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
