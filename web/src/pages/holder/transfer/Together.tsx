// Several offers at once: confirmed, accepted, declined or withdrawn as one group, all or none.
import { Button } from "@carbon/react";
import { useState } from "react";
import { useCommands } from "../../../api/queries";
import { useLanguage, useTexts } from "../../../i18n/language";
import { amountText } from "../../../parts/values";
import { Refusal } from "../parts";
import type { Offer } from "../model";
import { texts } from "./texts";

// Kinds of units never add: a sum for each.
function sums(offers: readonly Offer[]): { value: string; unit: string }[] {
  const all = new Map<string, bigint>();
  for (const { units } of offers) all.set(units.unit, (all.get(units.unit) ?? 0n) + BigInt(units.value));
  return [...all].map(([unit, value]) => ({ value: String(value), unit }));
}

const ACTS = [
  { id: "confirm", command: "ConfirmOffer", text: "togetherConfirm", fits: (one: Offer) => one.confirm.allowed },
  { id: "accept", command: "AcceptOffer", text: "togetherAccept", fits: (one: Offer) => one.accept.allowed },
  { id: "decline", command: "EndOffer", text: "togetherDecline", fits: (one: Offer) => one.incoming && one.end.allowed },
  { id: "withdraw", command: "EndOffer", text: "togetherWithdraw", fits: (one: Offer) => !one.incoming && one.end.allowed },
] as const;

export function Together({ offers, done }: { offers: readonly Offer[]; done: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<(typeof ACTS)[number]["id"]>();
  const entering = useCommands();
  const act = ACTS.find((one) => one.id === asked);
  const fitting = act ? offers.filter(act.fits) : [];
  const run = () =>
    act &&
    entering.mutate(
      fitting.map((one) => ({ name: act.command, body: { offer: one.offer } })),
      {
        onSuccess: () => {
          setAsked(undefined);
          done();
        },
      },
    );
  const over = entering.data && offers.length === 0 ? entering.data : undefined;
  if (offers.length === 0 && !over) return null;
  return (
    <section className="s-section s-stack" aria-label={t("together")}>
      {over && (
        <p role="status" className="s-notice s-notice-info">
          {t("togetherDone", { count: over.count, first: over.entry, last: over.entry + over.count - 1 })}
        </p>
      )}
      {offers.length > 0 && (
        <div className="s-row" role="group" aria-label={t("together")}>
          {ACTS.map((one) => {
            const count = offers.filter(one.fits).length;
            return (
              count > 0 && (
                <Button key={one.id} size="md" kind={one.id === "confirm" || one.id === "accept" ? "primary" : "tertiary"} onClick={() => setAsked(one.id)}>
                  {t(one.text, { count })}
                </Button>
              )
            );
          })}
        </div>
      )}
      {act && fitting.length > 0 && (
        <div className="s-notice s-notice-info s-stack">
          <p>
            {t("togetherAsk", { what: t(act.text, { count: fitting.length }), units: sums(fitting).map((sum) => amountText(sum.value, sum.unit, language)).join(", ") })}
            {fitting.length < offers.length && ` ${t("togetherSome", { chosen: offers.length, count: fitting.length })}`}
          </p>
          <Refusal problem={entering.error} again={run} />
          <div className="s-row">
            <Button size="md" disabled={entering.isPending} onClick={run}>
              {t("togetherYes")}
            </Button>
            <Button size="md" kind="ghost" onClick={() => setAsked(undefined)}>
              {t("togetherNo")}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
