// Several offers or retirements at once: done as one group, all or none.
import { Button, Checkbox } from "@carbon/react";
import { useState } from "react";
import type { Amount } from "../../api/contract";
import { useCommands, type NamedCommand } from "../../api/queries";
import { useLanguage, useTexts } from "../../i18n/language";
import { amountText } from "../../parts/values";
import { ProblemNotice } from "../../parts/ProblemNotice";
import { texts } from "./texts";

export interface TogetherAct<Item> {
  id: string;
  label: (count: number) => string;
  main: boolean;
  fits: (item: Item) => boolean;
  command: (item: Item) => NamedCommand;
  // What is to be known before it is done.
  warning?: string;
}

// Kinds of units never add: a sum for each.
function sums(items: readonly { units: Amount }[]): Amount[] {
  const all = new Map<string, bigint>();
  for (const { units } of items) all.set(units.unit, (all.get(units.unit) ?? 0n) + BigInt(units.value));
  return [...all].map(([unit, value]) => ({ value: String(value), unit }));
}

export function usePicked() {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  return {
    picked,
    clear: () => setPicked(new Set()),
    set: (key: number, on: boolean) => {
      const next = new Set(picked);
      if (on) next.add(key);
      else next.delete(key);
      setPicked(next);
    },
  };
}

export function PickBox({ number, name, picked }: { number: number; name: string; picked: ReturnType<typeof usePicked> }) {
  return <Checkbox id={`pick-${number}`} labelText={name} hideLabel checked={picked.picked.has(number)} onChange={(_event, state) => picked.set(number, state.checked)} />;
}

export function Together<Item extends { units: Amount }>({ items, acts, done }: { items: readonly Item[]; acts: readonly TogetherAct<Item>[]; done: () => void }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<string>();
  const entering = useCommands();
  const act = acts.find((one) => one.id === asked);
  const fitting = act ? items.filter(act.fits) : [];
  const run = () =>
    act &&
    entering.mutate(fitting.map(act.command), {
      onSuccess: () => {
        setAsked(undefined);
        done();
      },
    });
  const over = entering.data && items.length === 0 ? entering.data : undefined;
  if (items.length === 0 && !over) return null;
  return (
    <section className="s-section s-stack" aria-label={t("together")}>
      {over && (
        <p role="status" className="s-notice s-notice-info">
          {t("togetherDone", { count: over.count, first: over.entry, last: over.entry + over.count - 1 })}
        </p>
      )}
      {items.length > 0 && (
        <div className="s-row" role="group" aria-label={t("together")}>
          {acts.map((one) => {
            const count = items.filter(one.fits).length;
            return (
              count > 0 && (
                <Button key={one.id} size="md" kind={one.main ? "primary" : "tertiary"} onClick={() => setAsked(one.id)}>
                  {one.label(count)}
                </Button>
              )
            );
          })}
          {acts.every((one) => !items.some(one.fits)) && <p>{t("togetherNothing")}</p>}
        </div>
      )}
      {act && fitting.length > 0 && (
        <div className="s-notice s-notice-info s-stack">
          <p>
            {t("togetherAsk", { what: act.label(fitting.length), units: sums(fitting).map((sum) => amountText(sum.value, sum.unit, language)).join(", ") })}
            {fitting.length < items.length && ` ${t("togetherSome", { chosen: items.length, count: fitting.length })}`}
          </p>
          {act.warning && <p>{act.warning}</p>}
          <ProblemNotice problem={entering.error} again={run} />
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
