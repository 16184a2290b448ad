import { Button } from "@carbon/react";
import { useTexts } from "../../i18n/language";
import { texts } from "./texts";

export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const t = useTexts(texts);
  return (
    <div className="s-narrow s-stack">
      <ul className="s-codes" aria-label={t("recoveryTitle")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="s-row">
        <Button kind="tertiary" onClick={() => window.print()}>
          {t("print")}
        </Button>
        <Button onClick={done}>{t("kept")}</Button>
      </div>
    </div>
  );
}
