// A methodology is proposed by whoever would use it.
import { Acts } from "../../parts/Acts";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { useLanguage, useTexts } from "../../i18n/language";
import { methodologyActs } from "../secretariat/registerActs";
import { registerTexts } from "../secretariat/registerTexts";

export default function Proposal() {
  const t = useTexts(registerTexts);
  const { language } = useLanguage();
  return (
    <>
      <PageHead title={t("proposalTitle")} lead={t("proposalLead")} />
      <NextStep text={t("proposalNext")} steps={[{ action: t("toRulebook"), to: "/rulebook" }]} />
      <Acts key={language} title={t("methodologies")} lead={t("methodologiesLead")} acts={methodologyActs(t, "/proponent/evidence", t("proposalDone"))} first="propose" />
    </>
  );
}
