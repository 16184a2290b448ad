import { Link } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { DataTable } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { originTexts } from "../../../parts/originTexts";
import type { RetirementLine } from "../api";
import { texts } from "./texts";

export default function Retirements() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const list = useCursorList<RetirementLine>("/retirements", { sort: "-date" });
  return (
    <>
      <PageHead title={t("list")} lead={t("listLead")} />
      <DataTable
        name={t("list")}
        list={list}
        keyOf={(one) => one.retirement}
        columns={[
          { id: "date", name: t("completedOn"), sort: "date", cell: (one) => <DateText date={one.completed_on} /> },
          { id: "user", name: t("user"), cell: (one) => <Link to={`/retirements/${one.retirement}`}>{one.user || t("unnamed")}</Link> },
          { id: "kind", name: t("kind"), cell: (one) => t(one.end_use) },
          { id: "used", name: t("quantity"), sort: "used", end: true, cell: (one) => <Tonnes amount={one.used} from={{ text: o("usedByRetirement"), to: { path: `/retirements/${one.retirement}`, name: one.user || t("unnamed") } }} /> },
        ]}
        filters={[{ id: "text", name: t("userFilter"), kind: "text" }]}
        empty={{ title: t("empty"), text: t("emptyText") }}
      />
      <NextStep
        text={t("listNext")}
        steps={[
          { action: t("toCode"), to: "/r" },
          { action: t("toSearch"), to: "/search" },
        ]}
      />
    </>
  );
}
