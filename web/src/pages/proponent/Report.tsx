import { useParams } from "react-router-dom";
import { useGet } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { Loading } from "../../parts/Loading";
import { Missing } from "../../parts/Missing";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { SaveFile } from "../../parts/SaveFile";
import type { ReportView } from "./api";
import { Calculations, Lines } from "./Calculation";
import { periodText } from "../../parts/values";
import { texts } from "./monitoringTexts";

export default function Report() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { project, report } = useParams();
  const path = `/proponent/cases/${project}/reports/${report}`;
  const { data, error } = useGet<ReportView>(path);
  if (error) return <Missing title={t("reportTitle", { report: report ?? "" })} problem={error} back={{ action: t("backToCase"), to: `/cases/${project}` }} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHead
        title={t("reportTitle", { report: data.report.report })}
        lead={t("reportLead", { period: periodText(data.report.period, language) })}
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
