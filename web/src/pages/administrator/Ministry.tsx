// What a ministry enters itself: its letters of Article 6, and methodologies that it proposes. Its papers are kept at a place of its own.
import { Acts } from "../../parts/Acts";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { useLanguage, useTexts } from "../../i18n/language";
import { article6Acts, methodologyActs } from "../secretariat/registerActs";
import { registerTexts } from "../secretariat/registerTexts";

const KEEP = "/administration/documents";

export default function Ministry() {
  const t = useTexts(registerTexts);
  const { language } = useLanguage();
  return (
    <>
      <PageHead title={t("ministryTitle")} lead={t("ministryLead")} />
      <NextStep text={t("ministryNext")} steps={[{ action: t("toProjects"), to: "/projects" }]} />
      <div key={language} className="s-stack">
        <Acts title={t("article6")} lead={t("article6Lead")} acts={article6Acts(t, KEEP)} />
        <Acts title={t("methodologies")} lead={t("methodologiesLead")} acts={methodologyActs(t, KEEP, t("proposalDone"))} />
      </div>
    </>
  );
}
