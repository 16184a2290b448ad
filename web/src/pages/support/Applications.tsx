import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText, Tonnes } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { dateText } from "../../parts/values";
import { originTexts } from "../../parts/originTexts";
import type { Help } from "./api";
import { texts } from "./texts";

export default function Applications() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const { language } = useLanguage();
  const list = useCursorList<Help>("/support/applications");
  const result = (one: Help) => {
    if (!one.decided) return t("waiting");
    const date = dateText(one.decided_on ?? "", language);
    return one.approved ? t("approved", { date }) : t("refused", { date, ground: one.ground });
  };
  return (
    <>
      <PageHead title={t("applicationsTitle")} lead={t("applicationsLead")} />
      <NextStep text={t("applicationsNext")} steps={[{ action: t("companiesTitle"), to: "/support" }]} />
      <DataTable
        name={t("applicationsTitle")}
        list={list}
        keyOf={(one) => `${one.project}${one.kind}`}
        columns={[
          { id: "case", name: t("case"), sort: "title", cell: (one) => one.title },
          { id: "kind", name: t("kind"), sort: "kind", cell: (one) => say(one.kind_words, language) },
          { id: "operators", name: t("operators"), cell: (one) => one.operators.map((o) => o.name).join(", ") },
          { id: "body", name: t("body"), sort: "body", cell: (one) => say(one.body_words, language) },
          { id: "tonnes", name: t("tonnes"), sort: "tonnes_per_year", cell: (one) => <Tonnes amount={one.tonnes_per_year} from={{ text: o("applied"), to: { path: `/projects/${one.project}`, name: one.title } }} />, end: true },
          { id: "applied", name: t("appliedOn"), sort: "applied_on", cell: (one) => <DateText date={one.applied_on} /> },
          { id: "result", name: t("result"), sort: "outcome", cell: result },
        ]}
        empty={{ title: t("applicationsNone"), text: t("applicationsNoneText") }}
      />
    </>
  );
}
