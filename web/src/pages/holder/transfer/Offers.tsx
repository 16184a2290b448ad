import { Button, Tag } from "@carbon/react";
import { Link, useNavigate } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { CommandForm } from "../../../parts/CommandForm";
import { DataTable } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { originTexts } from "../../../parts/originTexts";
import { PageHead } from "../../../parts/PageHead";
import { AccountName } from "../parts";
import { texts as shared } from "../texts";
import { PickBox, Together, usePicked, type TogetherAct } from "../Together";
import type { Offer, Return } from "../model";
import { texts } from "./texts";
import { offerStatus, offerTurn, returnStatus } from "./words";

export default function Offers() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const offers = useCursorList<Offer>("/offers", { filters: { status: "open" } });
  const returns = useCursorList<Return>("/returns");
  const s = useTexts(shared);
  const o = useTexts(originTexts);
  const picked = usePicked();
  const act = (id: string, command: string, text: "togetherConfirm" | "togetherAccept" | "togetherDecline" | "togetherWithdraw", main: boolean, fits: (one: Offer) => boolean): TogetherAct<Offer> => ({
    id,
    label: (count) => t(text, { count }),
    main,
    fits,
    command: (one) => ({ name: command, body: { offer: one.offer } }),
  });
  const acts = [
    act("confirm", "ConfirmOffer", "togetherConfirm", true, (one) => one.confirm.allowed),
    act("accept", "AcceptOffer", "togetherAccept", true, (one) => one.accept.allowed),
    act("decline", "EndOffer", "togetherDecline", false, (one) => one.incoming && one.end.allowed),
    act("withdraw", "EndOffer", "togetherWithdraw", false, (one) => !one.incoming && one.end.allowed),
  ];
  const waiting = offers.items.filter(offerTurn);
  const first = waiting[0];
  const toAccounts = (
    <Button size="md" kind="tertiary" onClick={() => navigate("/accounts")}>
      {t("toAccounts")}
    </Button>
  );
  const statuses = (["open", "offered", "waits_for_second", "moved", "withdrawn", "declined", "lapsed"] as const).map((value) => ({ value, name: value === "open" ? t("open") : offerStatus(t, value) }));
  return (
    <>
      <PageHead title={t("offersTitle")} lead={t("offersLead")} />
      <NextStep
        text={first ? t(waiting.length > 1 ? "offersNextMany" : "offersNext") : t("offersNothing")}
        steps={first ? [{ action: t("offerTitle", { number: first.offer }), to: `/offers/${first.offer}` }] : [{ action: t("toAccounts"), to: "/accounts" }]}
      />
      <section className="s-section" aria-labelledby="offers">
        <h2 id="offers">{t("offers")}</h2>
        <DataTable
          name={t("offers")}
          list={offers}
          keyOf={(one) => one.offer}
          filters={[
            { id: "status", name: t("status"), kind: "choice", options: statuses },
            {
              id: "way",
              name: t("way"),
              kind: "choice",
              options: [
                { value: "in", name: t("incoming") },
                { value: "out", name: t("outgoing") },
              ],
            },
          ]}
          columns={[
            {
              id: "pick",
              name: s("pick"),
              cell: (one) =>
                one.waits_for !== "nobody" && <PickBox number={one.offer} name={t("pickOffer", { number: one.offer })} picked={picked} />,
            },
            {
              id: "number",
              name: t("number"),
              cell: (one) => (
                <>
                  <Link to={`/offers/${one.offer}`}>{t("offerTitle", { number: one.offer })}</Link> {offerTurn(one) && <Tag size="sm" type="green">{t("yourTurn")}</Tag>}
                </>
              ),
            },
            { id: "way", name: t("way"), cell: (one) => (one.incoming ? t("incoming") : t("outgoing")) },
            { id: "from", name: t("from"), cell: (one) => <AccountName account={one.from} /> },
            { id: "to", name: t("toWhom"), cell: (one) => <AccountName account={one.to} /> },
            { id: "status", name: t("status"), cell: (one) => offerStatus(t, one.status) },
            { id: "expires", name: t("expiresOn"), sort: "expires_on", cell: (one) => <DateText date={one.expires_on} /> },
            { id: "units", name: t("units"), sort: "units", end: true, cell: (one) => <Tonnes amount={one.units} from={{ text: o("offered"), to: { path: `/offers/${one.offer}`, name: t("offerTitle", { number: one.offer }) } }} /> },
          ]}
          empty={{ title: t("noOffers"), text: t("noOffersText"), action: toAccounts }}
        />
        <Together items={offers.items.filter((one) => picked.picked.has(one.offer))} acts={acts} done={picked.clear} />
      </section>
      <section className="s-section" aria-labelledby="returns">
        <h2 id="returns">{t("returns")}</h2>
        <DataTable
          name={t("returns")}
          list={returns}
          keyOf={(one) => one.number}
          columns={[
            { id: "number", name: t("number"), cell: (one) => <Link to={`/returns/${one.number}`}>{t("returnTitle", { number: one.number })}</Link> },
            { id: "from", name: t("givesBack"), cell: (one) => <AccountName account={one.from} /> },
            { id: "to", name: t("asksFor"), cell: (one) => <AccountName account={one.to} /> },
            { id: "status", name: t("status"), cell: (one) => returnStatus(t, one.status) },
            { id: "asked", name: t("asked"), cell: (one) => <DateText date={one.asked} /> },
            { id: "units", name: t("units"), end: true, cell: (one) => <Tonnes amount={one.units} from={{ text: o("offered"), to: { path: `/returns/${one.number}`, name: t("returnTitle", { number: one.number }) } }} /> },
          ]}
          empty={{ title: t("noReturns"), text: t("noReturnsText") }}
        />
        <details className="s-section">
          <summary>{t("askReturnPlain")}</summary>
          <p className="s-prose">{t("askReturnPlainText")}</p>
          <p className="s-prose">{t("askReturnText")}</p>
          <CommandForm
            command="AskReturn"
            fixed={{}}
            fields={[
              { id: "entry", name: t("entryOf"), kind: "number", help: t("entryHelp") },
              { id: "from", name: t("askFrom"), kind: "number" },
              { id: "to", name: t("askTo"), kind: "number" },
              { id: "batch", name: t("askBatch"), kind: "number" },
              { id: "first", name: t("askFirst"), kind: "number" },
              { id: "last", name: t("askLast"), kind: "number" },
              { id: "note", name: t("note"), kind: "text", help: t("noteHelp"), optional: true },
            ]}
            shape={({ batch, first, last, ...body }) => ({ ...body, ranges: [{ batch, first, end: Number(last) + 1 }] })}
            submit={t("askReturn")}
          />
        </details>
      </section>
    </>
  );
}
