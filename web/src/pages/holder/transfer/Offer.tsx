import { Button, TextInput } from "@carbon/react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router-dom";
import { useCommand, useGet } from "../../../api/queries";
import { useTexts } from "../../../i18n/language";
import { DateText, Money, Tonnes } from "../../../parts/Amounts";
import { Figure } from "../../../parts/Figure";
import { Loading } from "../../../parts/Loading";
import { Missing } from "../../../parts/Missing";
import { NextStep } from "../../../parts/NextStep";
import { originTexts } from "../../../parts/originTexts";
import { PageHead } from "../../../parts/PageHead";
import { ProblemNotice } from "../../../parts/ProblemNotice";
import { AccountName, Act, Lines, Reason, Values } from "../parts";
import type { Offer as OfferAnswer } from "../model";
import { texts } from "./texts";
import { half } from "./PickUnits";
import { offerStatus } from "./words";

export default function Offer() {
  const t = useTexts(texts);
  const { offer } = useParams();
  const answer = useGet<OfferAnswer>(`/offers/${offer}`);
  const title = t("offerTitle", { number: offer ?? "" });
  if (answer.error) return <Missing title={title} problem={answer.error} again={() => void answer.refetch()} back={{ action: t("offersTitle"), to: "/offers" }} />;
  return (
    <>
      <PageHead title={title} />
      {!answer.data && <Loading />}
      {answer.data && <Shown offer={answer.data} />}
    </>
  );
}

function nextOf(offer: OfferAnswer) {
  if (offer.waits_for === "nobody") return "nextOver" as const;
  if (offer.confirm.allowed) return "nextConfirm" as const;
  if (offer.accept.allowed) return "nextAccept" as const;
  return offer.waits_for === "second_person" ? ("nextWaitSecond" as const) : ("nextWait" as const);
}

function Shown({ offer }: { offer: OfferAnswer }) {
  const t = useTexts(texts);
  const o = useTexts(originTexts);
  const body = { offer: offer.offer };
  const price = { text: o("priceOfOffer"), parts: [...(offer.price_per_unit ? [{ name: t("price"), value: <Money amount={offer.price_per_unit} /> }] : []), { name: t("units"), value: <Tonnes amount={offer.units} /> }] };
  const confirming = useCommand<typeof body>("ConfirmOffer");
  const accepting = useCommand<typeof body>("AcceptOffer");
  const ending = useCommand<typeof body>("EndOffer");
  const busy = confirming.isPending || accepting.isPending || ending.isPending;
  const waits = offer.waits_for !== "nobody";
  const why = offer.waits_for === "second_person" ? offer.confirm.why_not : offer.accept.why_not;
  return (
    <>
      <NextStep text={t(nextOf(offer))} steps={waits ? [] : [{ action: t("offersTitle"), to: "/offers" }]} />
      {waits && (
        <section className="s-stack">
          <ProblemNotice problem={confirming.error} again={() => confirming.mutate(body)} />
          <ProblemNotice problem={accepting.error} again={() => accepting.mutate(body)} />
          <ProblemNotice problem={ending.error} again={() => ending.mutate(body)} />
          <div className="s-row">
            <Act may={offer.confirm} busy={busy} run={() => confirming.mutate(body)}>
              {t("confirm")}
            </Act>
            <Act may={offer.accept} busy={busy} run={() => accepting.mutate(body)}>
              {t("accept")}
            </Act>
            <Act may={offer.end} busy={busy} kind="tertiary" run={() => ending.mutate(body)}>
              {offer.incoming ? t("decline") : t("withdraw")}
            </Act>
          </div>
          {!offer.confirm.allowed && !offer.accept.allowed && (offer.incoming || offer.waits_for === "second_person") && <Reason why={why} />}
        </section>
      )}
      <section className="s-section s-stack">
        <Values
          rows={[
            [t("status"), offerStatus(t, offer.status)],
            [t("from"), <AccountName key="from" account={offer.from} />],
            [t("toWhom"), <AccountName key="to" account={offer.to} />],
            [t("units"), <Figure key="units" amount={offer.units} from={{ text: t("unitsFrom"), parts: offer.lines.map((line) => ({ name: line.serials, value: line.units.value })) }} />],
            offer.price_per_unit && [t("price"), <Money key="price" amount={offer.price_per_unit} name={t("price")} from={price} />],
            offer.price && [t("total"), <Money key="total" amount={offer.price} name={t("total")} from={price} />],
            offer.agreed_on !== undefined && [t("agreedOn"), <DateText key="agreed" date={offer.agreed_on} />],
            [t("offeredOn"), <DateText key="offered" date={offer.offered_on} />],
            offer.offered_by !== "" && [t("offeredBy"), offer.offered_by],
            [t("expiresOn"), <DateText key="expires" date={offer.expires_on} />],
            offer.decided !== undefined && [t("decidedOn"), <DateText key="decided" date={offer.decided} />],
            offer.note !== "" && [t("note"), offer.note],
          ]}
        />
        <Lines lines={offer.lines} name={t("serialsTaken")} />
      </section>
      {offer.status === "moved" && !offer.incoming && <AskReturn offer={offer} />}
    </>
  );
}

function AskReturn({ offer }: { offer: OfferAnswer }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState("");
  const [note, setNote] = useState("");
  const asking = useCommand<Record<string, unknown>>("AskReturn");
  const send = () =>
    asking.mutate(
      { entry: half(entry), from: offer.to.account, to: offer.from.account, ranges: offer.lines.map((line) => line.range), note: note || undefined },
      { onSuccess: (answer) => navigate(`/returns/${String(answer.outcomes[0]?.number)}`) },
    );
  return (
    <section className="s-section" aria-labelledby="ask-return">
      <h2 id="ask-return">{t("askReturn")}</h2>
      <p className="s-prose">{t("askReturnText")}</p>
      {!open && (
        <Button size="md" kind="tertiary" onClick={() => setOpen(true)}>
          {t("askReturn")}
        </Button>
      )}
      {open && (
        <form
          className="s-narrow s-stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextInput id="entry" labelText={t("entryOf")} helperText={t("entryHelp")} inputMode="numeric" value={entry} onChange={(event) => setEntry(event.target.value)} />
          <Link to={`/accounts/${offer.from.account}/history`}>{t("entryHelp")}</Link>
          <TextInput id="return-note" labelText={t("note")} helperText={t("noteHelp")} value={note} onChange={(event) => setNote(event.target.value)} />
          <ProblemNotice problem={asking.error} again={send} />
          <Button type="submit" size="md" disabled={asking.isPending}>
            {t("askReturn")}
          </Button>
        </form>
      )}
    </section>
  );
}
