// The statement: written, looked at as it will be filed, signed by recording it.
import { Button, RadioButton, RadioButtonGroup, TextArea, TextInput } from "@carbon/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { command, send } from "../../api/client";
import type { CommandAnswer } from "../../api/contract";
import type { Problem } from "../../api/problem";
import { useSession } from "../../api/session";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { ActDay } from "../../parts/ActDay";
import { SaveFile } from "../../parts/SaveFile";
import { ProblemNotice } from "../../parts/ProblemNotice";
import type { Review, StatementMade } from "./model";
import { texts } from "./texts";

export function Statement({ data }: { data: Review }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { session } = useSession();
  const client = useQueryClient();
  const { project, report, change, open } = data.review;
  const [result, setResult] = useState("");
  const [conclusion, setConclusion] = useState("");
  const [signatory, setSignatory] = useState(session?.person?.name ?? "");
  const [day, setDay] = useState("");
  const positive = result === "positive";
  const asked = { project, report, change, positive, conclusion, signatory, dated: day || undefined };
  // Filed first, then recorded with its hash and, of a report, the hash of the calculation done again.
  const record = useMutation<CommandAnswer, Problem>({
    mutationFn: async () => {
      const made = await send<StatementMade>("POST", "/verifier/statement", asked);
      if (report) return command("RecordVerification", { project, report, verifier: session?.organisation?.id, positive, trace: made.trace, statement: made.statement }, day);
      if (change) return command("ValidateChange", { project, change, positive, plan: made.plan, statement: made.statement }, day);
      return command("RecordValidation", { project, positive, plan: made.plan, statement: made.statement }, day);
    },
    onSuccess: () => void client.invalidateQueries(),
  });
  if (!open) return <p className="s-section">{record.isSuccess ? t("recorded", { entry: record.data.entry }) : t("statementGiven")}</p>;
  return (
    <section className="s-section s-narrow s-stack">
      <h2>{t("statementTitle")}</h2>
      {data.obstacles.length > 0 && (
        <div className="s-notice s-notice-info">
          <strong>{t("obstacles")}</strong>
          <ul>
            {data.obstacles.map((one) => (
              <li key={one.code}>
                {say(one.text, language)} {say(one.remedy, language)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <RadioButtonGroup legendText={t("result")} name="result" valueSelected={result} onChange={(chosen) => setResult(String(chosen))}>
        <RadioButton id="result-positive" value="positive" labelText={t("positive")} disabled={!data.positive_allowed} />
        <RadioButton id="result-negative" value="negative" labelText={t("negative")} />
      </RadioButtonGroup>
      <TextArea id="conclusion" labelText={t("conclusion")} helperText={t("conclusionHelp")} rows={5} value={conclusion} onChange={(event) => setConclusion(event.target.value)} />
      <TextInput id="signatory" labelText={t("signatory")} value={signatory} onChange={(event) => setSignatory(event.target.value)} />
      <ActDay id="signed-on" day={day} change={setDay} />
      <ProblemNotice problem={record.error} again={() => record.mutate()} />
      <div className="s-row">
        <SaveFile path="/verifier/statement.pdf" query={{ ...asked, report: report || undefined, change: change || undefined }} disabled={!result}>
          {t("preview")}
        </SaveFile>
        <Button size="md" disabled={!result || !signatory || record.isPending} onClick={() => record.mutate()}>
          {record.isPending ? t("recording") : t("sign")}
        </Button>
      </div>
      <p className="s-source">{t("signHelp")}</p>
    </section>
  );
}
