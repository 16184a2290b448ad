import { useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DateText } from "../../parts/Amounts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import type { Keys as KeysAnswer } from "./api";
import { texts } from "./texts";

// As the terminal takes them (sumi --help).
const ROTATE = "sumi --store STORE --signing-key log.key keys rotate log2.key";
const REKEY = "sumi --store STORE rekey";

export default function Keys() {
  const t = useTexts(texts);
  const { data, error, refetch } = useGet<KeysAnswer>("/administration/keys");
  if (error && !data) return <Missing title={t("keysTitle")} problem={error} again={() => void refetch()} back={{ action: t("startTitle"), to: "/administration" }} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead title={t("keysTitle")} lead={t("keysLead")} />
      <NextStep text={t("keysNext")} />
      {[...data.keys].reverse().map((key) => (
        <section key={key.number} className="s-section">
          <h2>{`${key.number} ${t(key.present ? "present" : "former")}`}</h2>
          <dl className="s-values">
            {key.fingerprint && <dt>{t("fingerprint")}</dt>}
            {key.fingerprint && (
              <dd>
                <code className="s-code">{key.fingerprint}</code>
              </dd>
            )}
            <dt>{t("publicKey")}</dt>
            <dd>
              <code className="s-code">{key.public_key}</code>
            </dd>
            <dt>{t("since")}</dt>
            <dd>{key.since ? <DateText date={key.since} /> : t("sinceStart")}</dd>
            <dt>{t("fromEntry")}</dt>
            <dd>{key.entries}</dd>
          </dl>
        </section>
      ))}
      <section className="s-section">
        <dl className="s-values">
          <dt>{t("verifierKey")}</dt>
          <dd>
            <code className="s-code">{data.verifier_key || t("signsNo")}</code>
          </dd>
          <dt>{t("keyFile")}</dt>
          <dd>
            <code className="s-code">{data.file || "-"}</code>
          </dd>
        </dl>
      </section>
      <section className="s-section">
        <h2>{t("keysAtTerminal")}</h2>
        <p className="s-prose">{t("keysAtTerminalText")}</p>
        <dl className="s-values">
          <dt>{t("rotateKey")}</dt>
          <dd>
            <code className="s-code">{ROTATE}</code>
          </dd>
          <dt>{t("rekey")}</dt>
          <dd>
            <code className="s-code">{REKEY}</code>
          </dd>
        </dl>
      </section>
    </>
  );
}
