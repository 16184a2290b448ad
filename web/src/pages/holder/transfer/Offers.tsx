import { Button, Checkbox, Tag } from "@carbon/react";
import { useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import { useCursorList } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { DateText, Tonnes } from "../../../parts/Amounts";
import { DataTable } from "../../../parts/DataTable";
import { NextStep } from "../../../parts/NextStep";
import { PageHead } from "../../../parts/PageHead";
import { AccountName } from "../parts";
import type { Offer, Return } from "../model";
import { texts } from "./texts";
import { Together } from "./Together";
import { offerStatus, offerTurn, returnStatus } from "./words";

export default function Offers() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const offers = useCursorList<Offer>("/offers", { filters: { status: "open" } });
  const returns = useCursorList<Return>("/returns");
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const pick = (offer: number, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(offer);
    else next.delete(offer);
    setPicked(next);
  };
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
              name: t("pick"),
              cell: (one) =>
                one.waits_for === "nobody" ? (
                  ""
                ) : (
                  <Checkbox id={`pick-${one.offer}`} labelText={t("pickOffer", { number: one.offer })} hideLabel checked={picked.has(one.offer)} onChange={(_event, state) => pick(one.offer, state.checked)} />
                ),
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
            { id: "units", name: t("units"), sort: "units", end: true, cell: (one) => <Tonnes amount={one.units} /> },
          ]}
          empty={{ title: t("noOffers"), text: t("noOffersText"), action: toAccounts }}
        />
        <Together offers={offers.items.filter((one) => picked.has(one.offer))} done={() => setPicked(new Set())} />
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
            { id: "units", name: t("units"), end: true, cell: (one) => <Tonnes amount={one.units} /> },
          ]}
          empty={{ title: t("noReturns"), text: t("noReturnsText") }}
        />
      </section>
    </>
  );
}
