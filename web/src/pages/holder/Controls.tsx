import { Button, Checkbox, TextInput } from "@carbon/react";
import { useState } from "react";
import { useCommand } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { amountText } from "../../parts/values";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { AccountRecord } from "./model";
import { texts } from "./texts";

// Whether a second person confirms what leaves the account.
export function Controls({ record }: { record: AccountRecord }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const one = record.account;
  const [open, setOpen] = useState(false);
  const [second, setSecond] = useState(one.second_person);
  const [above, setAbove] = useState(one.second_person_above?.value ?? "0");
  const setting = useCommand<Record<string, unknown>>("SetAccountControl");
  const send = () => setting.mutate({ account: one.account, second_person: second, above: Number(above.normalize("NFKC")) }, { onSuccess: () => setOpen(false) });
  const words = !one.second_person ? t("controlsOff") : one.second_person_above ? t("controlsAbove", { units: amountText(one.second_person_above.value, one.second_person_above.unit, language) }) : t("controlsOn");
  return (
    <section className="s-section s-stack" aria-labelledby="controls">
      <h2 id="controls">{t("controls")}</h2>
      <p className="s-prose">{words}</p>
      {setting.isSuccess && !open && <p role="status">{t("saved")}</p>}
      {record.acts.includes("SetAccountControl") && !open && (
        <Button size="md" kind="tertiary" onClick={() => setOpen(true)}>
          {t("setControls")}
        </Button>
      )}
      {open && (
        <form
          className="s-narrow s-stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Checkbox id="second-person" labelText={t("askSecond")} checked={second} onChange={(_event, state) => setSecond(state.checked)} />
          {second && <TextInput id="above" labelText={t("above")} helperText={t("aboveHelp")} inputMode="numeric" value={above} onChange={(event) => setAbove(event.target.value)} />}
          <ProblemNotice problem={setting.error} again={send} />
          <div className="s-row">
            <Button type="submit" size="md" disabled={setting.isPending}>
              {t("save")}
            </Button>
            <Button size="md" kind="ghost" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
