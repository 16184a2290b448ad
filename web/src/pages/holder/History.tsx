import { useParams } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { say } from "../../i18n/texts";
import { DateText, Money, Tonnes } from "../../parts/Amounts";
import { CreditType } from "../../parts/CreditType";
import { DataTable } from "../../parts/DataTable";
import { Figure } from "../../parts/Figure";
import { NextStep } from "../../parts/NextStep";
import { originTexts } from "../../parts/originTexts";
import { PageHead } from "../../parts/PageHead";
import type { Movement } from "./model";
import { texts } from "./texts";

export default function History() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const o = useTexts(originTexts);
  const { account } = useParams();
  const partsOf = (one: Movement) => [
    { name: t("entry"), value: String(one.entry) },
    { name: t("date"), value: <DateText date={one.date} /> },
    { name: t("movement"), value: say(one.words, language) },
    ...(one.other ? [{ name: t("other"), value: t("accountNamed", { number: one.other, holder: one.other_holder }) }] : []),
  ];
  const list = useCursorList<Movement>(`/accounts/${account}/movements`);
  return (
    <>
      <PageHead title={t("historyTitle")} lead={t("historyLead", { number: account ?? "" })} />
      <NextStep text={t("historyNext")} steps={[{ action: t("toAccount"), to: `/accounts/${account}` }]} />
      <DataTable
        name={t("historyTitle")}
        list={list}
        keyOf={(one) => `${one.entry}${one.credit_type}${one.move}`}
        filters={[
          { id: "from", name: t("fromDay"), kind: "day" },
          { id: "to", name: t("toDay"), kind: "day" },
          {
            id: "way",
            name: t("way"),
            kind: "choice",
            options: [
              { value: "in", name: t("wayIn") },
              { value: "out", name: t("wayOut") },
            ],
          },
        ]}
        columns={[
          { id: "date", name: t("date"), sort: "date", cell: (one) => <DateText date={one.date} /> },
          { id: "move", name: t("movement"), cell: (one) => say(one.words, language) },
          { id: "type", name: t("creditType"), cell: (one) => <CreditType programme={one.crediting_programme} type={one.credit_type} /> },
          { id: "other", name: t("other"), cell: (one) => (one.other ? t("accountNamed", { number: one.other, holder: one.other_holder }) : "-") },
          { id: "in", name: t("in"), sort: "units", end: true, cell: (one) => (one.in ? <Tonnes amount={one.units} name={t("in")} from={{ text: o("movement"), parts: partsOf(one) }} /> : "-") },
          { id: "out", name: t("out"), end: true, cell: (one) => (one.in ? "-" : <Tonnes amount={one.units} name={t("out")} from={{ text: o("movement"), parts: partsOf(one) }} />) },
          { id: "balance", name: t("balanceAfter"), end: true, cell: (one) => <Figure amount={one.balance} name={t("balanceAfter")} from={{ text: o("accountOfEntry"), parts: partsOf(one) }} /> },
          { id: "price", name: t("price"), end: true, cell: (one) => <Money amount={one.price} name={t("price")} from={{ text: o("priceOfEntry"), parts: partsOf(one) }} /> },
          { id: "cost", name: t("cost"), end: true, cell: (one) => <Figure amount={one.cost} name={t("cost")} from={{ text: t("costFrom"), parts: partsOf(one) }} /> },
        ]}
        empty={{ title: t("noMovements"), text: t("noMovementsText") }}
      />
    </>
  );
}
