// The application for registration: the rules' answers for its day, then the command that carries them.
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCommand, useGet } from "../../api/queries";
import { useTexts } from "../../i18n/language";
import { DayField } from "../../parts/DayField";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { Words } from "../../parts/Term";
import type { RuleAnswer, RuleFinding } from "./api";
import { Rules } from "./Rules";
import { texts } from "./texts";

export default function Application() {
  const t = useTexts(texts);
  const { project } = useParams();
  const [day, setDay] = useState("");
  const { data, error } = useGet<{ on: string; findings: RuleFinding[]; answers: RuleAnswer[] }>(`/proponent/cases/${project}/application`, { on: day });
  const apply = useCommand<{ project: number; answers: RuleAnswer[] }>("ApplyForRegistration", day);
  return (
    <>
      <PageHead title={t("applicationTitle")} lead={t("applicationLead")} />
      <Words words={["registration", "additionality", "two_year_rule"]} />
      <div className="s-narrow">
        <DayField id="application-day" label={t("applicationDay")} value={day || data?.on || ""} change={setDay} />
      </div>
      <ProblemNotice problem={error} />
      {!data && !error && <Loading />}
      {data && <Rules findings={data.findings} />}
      <ProblemNotice problem={apply.error} />
      {data && (
        <NextStep
          text={t(apply.isSuccess ? "applied" : "applicationText")}
          steps={
            apply.isSuccess
              ? [{ action: t("openCase"), to: `/cases/${project}` }]
              : [
                  { action: t("applyNow"), onClick: () => apply.mutate({ project: Number(project), answers: data.answers }), disabled: apply.isPending },
                  { action: t("openCase"), to: `/cases/${project}` },
                ]
          }
        />
      )}
    </>
  );
}
