// What the registry's officer enters on the strength of a paper; one form each.
import { useLanguage, useTexts } from "../../i18n/language";
import { Acts } from "../../parts/Acts";
import { useExpiries, useGrounds } from "../../parts/grounds";
import { Loading } from "../../parts/Loading";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { article6Acts, holderActs, methodologyActs, unitActs } from "./registerActs";
import { registerTexts } from "./registerTexts";

export default function Register() {
  const t = useTexts(registerTexts);
  const { language } = useLanguage();
  const committee = useGrounds("jcredit-registry/committee_grounds");
  const registry = useGrounds("jcredit-registry/grounds");
  const expiries = useExpiries();
  const grounds = { committee: committee ?? [], registry: registry ?? [], expiries: expiries ?? [] };
  return (
    <>
      <PageHead title={t("pageTitle")} lead={t("pageLead")} />
      <NextStep text={t("pageNext")} steps={[{ action: t("toDesk"), to: "/secretariat" }]} />
      {!committee || !registry || !expiries ? (
        <Loading />
      ) : (
        <div key={language} className="s-stack">
          <Acts title={t("units")} lead={t("unitsLead")} acts={unitActs(t, grounds)} />
          <Acts title={t("article6")} lead={t("article6Lead")} acts={article6Acts(t)} />
          <Acts title={t("holders")} lead={t("holdersLead")} acts={holderActs(t, grounds)} />
          <Acts title={t("methodologies")} lead={t("methodologiesLead")} acts={methodologyActs(t)} />
        </div>
      )}
    </>
  );
}
