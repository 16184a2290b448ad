import { Button } from "@carbon/react";
import { Link, useNavigate } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useSession } from "../../../api/session";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { DataTable } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { originTexts } from "../../../parts/originTexts";
import { PageHead } from "../../../parts/PageHead";
import { yearText } from "../parts";
import { texts as shared } from "../texts";
import { PickBox, Together, usePicked } from "../Together";
import type { OwnRetirement } from "../model";
import { texts } from "./texts";
import { kindWord, statusWord } from "./words";

export default function Retirements() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const list = useCursorList<OwnRetirement>("/retirement-requests");
  const s = useTexts(shared);
  const o = useTexts(originTexts);
  const { session } = useSession();
  const picked = usePicked();
  const waits = list.items.find((one) => one.status === "requested");
  return (
    <>
      <PageHead title={t("listTitle")} lead={t("listLead")} />
      <NextStep
        text={waits ? t("listNext") : t("listNone")}
        steps={[
          waits ? { action: t("oneTitle", { number: waits.retirement }), to: `/my-retirements/${waits.retirement}` } : { action: t("toAccounts"), to: "/accounts" },
          ...(session?.rights.includes("move_units") ? [{ action: s("bulkRetire"), to: "/bulk-retirements" }] : []),
        ]}
      />
      <DataTable
        name={t("listTitle")}
        list={list}
        keyOf={(one) => one.retirement}
        filters={[
          { id: "status", name: t("status"), kind: "choice", options: (["requested", "confirmed", "withdrawn", "lapsed"] as const).map((value) => ({ value, name: statusWord(t, value) })) },
          { id: "end_use", name: t("kind"), kind: "choice", options: (["retirement", "state_target", "cancellation"] as const).map((value) => ({ value, name: kindWord(t, value) })) },
        ]}
        columns={[
          { id: "pick", name: s("pick"), cell: (one) => one.status === "requested" && <PickBox number={one.retirement} name={t("pickOne", { number: one.retirement })} picked={picked} /> },
          { id: "number", name: t("number"), cell: (one) => <Link to={`/my-retirements/${one.retirement}`}>{t("oneTitle", { number: one.retirement })}</Link> },
          { id: "kind", name: t("kind"), cell: (one) => kindWord(t, one.end_use) },
          { id: "status", name: t("status"), cell: (one) => statusWord(t, one.status) },
          { id: "user", name: t("user"), cell: (one) => one.user.name },
          { id: "uses", name: t("uses"), cell: (one) => one.uses.map((use) => [say(use.title, language), use.fiscal_year && yearText(use.fiscal_year, language)].filter(Boolean).join(" ")).join(" / ") },
          { id: "requested", name: t("requestedAt"), sort: "requested_at", cell: (one) => <DateText date={one.requested_at} /> },
          { id: "decided", name: t("decidedOn"), sort: "decided", cell: (one) => <DateText date={one.decided} /> },
          { id: "units", name: t("units"), sort: "units", end: true, cell: (one) => <Tonnes amount={one.units} from={{ text: o("usedByRetirement"), to: { path: `/my-retirements/${one.retirement}`, name: t("oneTitle", { number: one.retirement }) } }} /> },
        ]}
        empty={{
          title: t("none"),
          text: t("noneText"),
          action: (
            <Button size="md" kind="tertiary" onClick={() => navigate("/accounts")}>
              {t("toAccounts")}
            </Button>
          ),
        }}
      />
      <Together
        items={list.items.filter((one) => picked.picked.has(one.retirement))}
        acts={[
          {
            id: "complete",
            label: (count) => t("togetherComplete", { count }),
            main: true,
            fits: (one) => one.complete.allowed,
            command: (one) => ({ name: one.command, body: { retirement: one.retirement } }),
            warning: t("togetherSure"),
          },
          {
            id: "withdraw",
            label: (count) => t("togetherWithdraw", { count }),
            main: false,
            fits: (one) => one.withdraw.allowed,
            command: (one) => ({ name: "WithdrawRetirement", body: { retirement: one.retirement } }),
          },
        ]}
        done={picked.clear}
      />
    </>
  );
}
