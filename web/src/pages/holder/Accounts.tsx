import { Button } from "@carbon/react";
import { Link, useNavigate } from "react-router-dom";
import { useCursorList } from "../../api/queries";
import { useSession } from "../../api/session";
import { useTexts } from "../../i18n/language";
import { Tonnes } from "../../parts/Amounts";
import { DataTable } from "../../parts/DataTable";
import { NextStep } from "../../parts/NextStep";
import { PageHead } from "../../parts/PageHead";
import { originTexts } from "../../parts/originTexts";
import type { Account } from "./model";
import { texts } from "./texts";
import { statusText } from "./words";

export default function Accounts() {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const navigate = useNavigate();
  const { session } = useSession();
  const list = useCursorList<Account>("/accounts");
  const first = list.items.find((one) => one.status === "open");
  const mayAsk = session?.roles.includes("account_manager");
  const request = mayAsk && (
    <Button size="md" kind="tertiary" onClick={() => navigate("/account-request")}>
      {t("requestAccount")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("accountsTitle")} lead={t("accountsLead")} actions={request} />
      <NextStep text={t("accountsNext")} steps={[...(first ? [{ action: t("openAccount", { number: first.account }), to: `/accounts/${first.account}` }] : []), { action: t("toOffers"), to: "/offers" }]} />
      <DataTable
        name={t("accountsTitle")}
        list={list}
        keyOf={(one) => one.account}
        filters={[{ id: "text", name: t("searchAccounts"), kind: "text" }]}
        columns={[
          { id: "account", name: t("accountNumber"), sort: "number", cell: (one) => <Link to={`/accounts/${one.account}`}>{t("accountTitle", { number: one.account })}</Link> },
          { id: "holder", name: t("holder"), sort: "holder", cell: (one) => (one.department ? `${one.holder.name} ${one.department}` : one.holder.name) },
          { id: "status", name: t("status"), sort: "status", cell: (one) => statusText(t, one.status) },
          { id: "held", name: t("held"), end: true, cell: (one) => one.balances.map((balance) => <div key={balance.unit_kind}>{<Tonnes amount={balance.held} from={{ text: o("account"), to: { path: `/accounts/${one.account}/holdings`, name: t("holdingsTitle") } }} />}</div>) },
          { id: "waiting", name: t("waiting"), end: true, cell: (one) => one.balances.map((balance) => <div key={balance.unit_kind}>{<Tonnes amount={balance.escrowed} from={{ text: o("account"), to: { path: `/accounts/${one.account}/holdings`, name: t("holdingsTitle") } }} />}</div>) },
        ]}
        empty={{ title: t("noAccounts"), text: t("noAccountsText"), action: request }}
      />
    </>
  );
}
