// Drop a receipt: the browser checks the proof itself. Nothing of it leaves the browser; only the rulebook's words come from the server, before a receipt is there.
import { Button } from "@carbon/react";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useTexts } from "../../../i18n/language";
import { forget, recall } from "../../../memory";
import { EmptyState } from "../../../parts/DataTable";
import { useGrounds } from "../../../parts/grounds";
import { Loading } from "../../../parts/Loading";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { Upload } from "../../../parts/Upload";
import { Words } from "../../../parts/Term";
import { checkReceipt, pinName, type Checked } from "../../../receipt/check";
import { Signer } from "./Signer";
import { Proved } from "./Proved";
import { texts } from "./texts";

export default function CheckReceipt() {
  const t = useTexts(texts);
  const [checked, setChecked] = useState<Checked | "checking" | "impossible">();
  const [round, setRound] = useState(0);
  const [origin, setOrigin] = useState<string>();
  // The receipt holds the rulebook's key of a purpose; its words are the reader's convenience, and missing where no server answers.
  const purposes = useGrounds("jcredit-registry/purposes");
  const take = async (file: File) => {
    setChecked("checking");
    if (!globalThis.crypto?.subtle) return setChecked("impossible");
    setChecked(await checkReceipt(new Uint8Array(await file.arrayBuffer()), (named) => (setOrigin(named), recall(pinName(named)))));
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Words words={["receipt"]} />
      <Upload key={round} name={t("file")} types={[".txt"]} size_mb_max={1} onFile={(file) => void take(file)} />
      <div aria-live="polite" className="s-section">
        {checked === undefined && (
          <EmptyState empty={{ title: t("emptyTitle"), text: t("emptyText"), action: <Link to="/retirements">{t("toRetirements")}</Link> }} />
        )}
        {checked === "checking" && <Loading text={t("checking")} />}
        {checked === "impossible" && (
          <div className="s-notice" role="alert">
            <strong>{t("tooOld")}</strong>
          </div>
        )}
        {typeof checked === "object" && !checked.holds && (
          <>
            <div className="s-notice" role="alert">
              <strong>{t("fails")}</strong>
              <p>{t(`fault_${checked.fault}`)}</p>
              {checked.line !== undefined && <p className="s-source">{t("at", { line: String(checked.line) })}</p>}
              {checked.fault === "key_pinned" && origin && (
                <Button size="sm" kind="tertiary" onClick={() => (forget(pinName(origin)), setChecked(undefined), setRound(round + 1))}>
                  {t("unpin")}
                </Button>
              )}
            </div>
            <NextStep text={t("failsNext")} steps={[{ action: t("another"), onClick: () => (setChecked(undefined), setRound(round + 1)) }]} />
          </>
        )}
        {typeof checked === "object" && checked.holds && (
          <>
            <div className="s-notice s-notice-good">
              <strong>{t("holds")}</strong>
              <p>{t("holdsText")}</p>
            </div>
            <Proved verified={checked.verified} purposes={purposes} />
            <Signer verified={checked.verified} />
            <NextStep text={t("next")} steps={[{ action: t("another"), onClick: () => (setChecked(undefined), setRound(round + 1)) }]} />
          </>
        )}
        {checked === "impossible" && <Button onClick={() => setChecked(undefined)}>{t("another")}</Button>}
      </div>
    </>
  );
}
