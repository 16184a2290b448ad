import { Button, Tag, TextInput } from "@carbon/react";
import { useState } from "react";
import { useTexts } from "../../../i18n/language";
import { forget, recall, remember } from "../../../memory";
import { grouped } from "../../../parts/values";
import { hexOf } from "../../../receipt/bytes";
import { pinName } from "../../../receipt/check";
import type { Verified } from "../../../receipt/verify";
import { texts } from "./texts";

// In eight groups, which is how people compare it.
function inGroups(hex: string): string {
  return (hex.match(/.{8}/g) ?? []).join(" ");
}

export function Signer({ verified }: { verified: Verified }) {
  const t = useTexts(texts);
  const { receipt, fingerprint } = verified;
  const { checkpoint, key } = receipt;
  const [pin, setPin] = useState(() => recall(pinName(checkpoint.origin)));
  const [typed, setTyped] = useState("");
  const compared = typed.replace(/[\s:]/g, "").toLowerCase();
  return (
    <section className="s-section">
      <h2>{t("key")}</h2>
      <dl className="s-values">
        <dt>{t("origin")}</dt>
        <dd>
          <code className="s-code">{checkpoint.origin}</code>
        </dd>
        <dt>{t("size")}</dt>
        <dd>{grouped(String(checkpoint.size))}</dd>
        <dt>{t("root")}</dt>
        <dd>
          <code className="s-code">{hexOf(checkpoint.root)}</code>
        </dd>
        <dt>{t("keyName")}</dt>
        <dd>{key.name}</dd>
        <dt>{t("fingerprint")}</dt>
        <dd>
          <code className="s-code">{inGroups(fingerprint)}</code>
        </dd>
      </dl>
      <p className="s-prose">{t("whose")}</p>
      <div className="s-narrow s-stack s-no-print">
        <TextInput id="compare-fingerprint" labelText={t("compare")} value={typed} onChange={(event) => setTyped(event.target.value)} />
        {compared && (
          <p role="status">
            <Tag type={compared === fingerprint ? "green" : "red"}>{t(compared === fingerprint ? "compareSame" : "compareOther")}</Tag>
          </p>
        )}
        <p>
          <Tag type={pin === fingerprint ? "green" : "gray"}>{pin === fingerprint ? t("pinned") : pin ? t("pinnedOther", { fingerprint: pin.slice(0, 16) }) : t("notPinned")}</Tag>
        </p>
        <div className="s-row">
          {pin !== fingerprint && (
            <Button size="md" kind="tertiary" onClick={() => (remember(pinName(checkpoint.origin), fingerprint), setPin(fingerprint))}>
              {t("pin")}
            </Button>
          )}
          {pin && (
            <Button size="md" kind="ghost" onClick={() => (forget(pinName(checkpoint.origin)), setPin(undefined))}>
              {t("unpin")}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
