import { useParams } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { SaveFile } from "../../parts/SaveFile";
import type { ReportView } from "./api";
import { Calculations, Lines } from "./Calculation";
import { texts } from "./monitoringTexts";

export default function Report() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { project, report } = useParams();
  const path = `/proponent/cases/${project}/reports/${report}`;
  const { data, error } = useGet<ReportView>(path);
  if (error) return <ProblemNotice problem={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead
        title={t("reportTitle", { report: data.report.report })}
        lead={t("reportLead", { period: data.report.period })}
        actions={
          <SaveFile kind="ghost" path={`${path}/report.pdf`}>
            {t("pdf")}
          </SaveFile>
        }
      />
      <p>
        {say(data.report.stage_words, language)} {data.report.certification && t("certified", { certification: data.report.certification })} {data.report.ground}
      </p>
      <Lines lines={data.lines} />
      {data.calculations.length > 0 ? <Calculations all={data.calculations} /> : <p className="s-section">{t("noSteps")}</p>}
      <NextStep text={say(data.report.stage_words, language)} steps={[{ action: t("backToCase"), to: `/cases/${project}` }]} />
    </>
  );
}
