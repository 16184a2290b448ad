import { Button, RadioButton, RadioButtonGroup } from "@carbon/react";
import { useTexts } from "../../../i18n/language";
import { Upload } from "../../../parts/Upload";
import { OrganisationField } from "../../../parts/OrganisationField";
import type { Draft } from "./draft";
import { texts } from "./texts";

export function UserStep({ draft, change, holder, next, back }: { draft: Draft; change: (part: Partial<Draft>) => void; holder: string; next: () => void; back: () => void }) {
  const t = useTexts(texts);
  const ready = !draft.for_other || draft.user !== undefined;
  return (
    <form
      className="s-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) next();
      }}
    >
      <RadioButtonGroup legendText={t("who")} name="who" orientation="vertical" valueSelected={draft.for_other ? "other" : "own"} onChange={(value) => change({ for_other: value === "other" })}>
        <RadioButton id="who-own" value="own" labelText={`${t("own")}: ${holder}`} />
        <RadioButton id="who-other" value="other" labelText={t("other")} />
      </RadioButtonGroup>
      {draft.for_other && (
        <div className="s-narrow s-stack">
          {draft.user_name && (
            <p>
              {t("user")}: {draft.user_name}
            </p>
          )}
          <OrganisationField id="user" label={t("user")} value={draft.user} change={(user, user_name) => change({ user, user_name })} />
          <Upload<{ hash: string }> name={t("consent")} path="/account-documents" types={[".pdf", ".png", ".jpg", ".jpeg"]} size_mb_max={64} onAnswer={(answer) => change({ consent: answer.hash })} />
          {draft.consent && <p role="status">{t("consentKept")}</p>}
        </div>
      )}
      <div className="s-row">
        <Button type="submit" size="md" disabled={!ready}>
          {t("next")}
        </Button>
        <Button size="md" kind="ghost" onClick={back}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}
