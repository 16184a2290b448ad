// Acts that have no page of their own: one is chosen, its form is filled in, and it says what comes next.
import { Select, SelectItem } from "@carbon/react";
import { useId, useState } from "react";
import { useTexts } from "../i18n/language";
import { actTexts } from "./actTexts";
import { CommandForm, type CommandField, type Given } from "./CommandForm";
import { NextStep } from "./NextStep";

export interface ActSpec {
  id: string;
  name: string;
  // When it is done and what follows from it.
  text: string;
  command: string;
  fixed?: Readonly<Record<string, unknown>>;
  fields: readonly CommandField[];
  hidden?: (field: string, given: Given) => boolean;
  shape?: (body: Record<string, unknown>, given: Given) => Record<string, unknown>;
  danger?: boolean;
  // Why it cannot be done by anybody at present: then there is no form.
  closed?: string;
  // What comes after it, and where one sees it.
  next: string;
  to?: { action: string; to: string };
}

// `first`: the act that is open from the beginning, of whom the page was reached for.
export function Acts({ title, lead, acts, first }: { title: string; lead: string; acts: readonly ActSpec[]; first?: string }) {
  const t = useTexts(actTexts);
  const id = useId();
  const [chosen, setChosen] = useState(first ?? "");
  const [done, setDone] = useState<{ entry: number; act: ActSpec }>();
  const act = acts.find((one) => one.id === chosen);
  if (acts.length === 0) return null;
  return (
    <section className="s-section s-stack" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{title}</h2>
      <p className="s-lead">{lead}</p>
      <div className="s-narrow">
        <Select
          id={`${id}act`}
          labelText={t("whichAct")}
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value);
            setDone(undefined);
          }}
        >
          <SelectItem value="" text={t("chooseAct")} />
          {acts.map((one) => (
            <SelectItem key={one.id} value={one.id} text={one.name} />
          ))}
        </Select>
      </div>
      {done && (
        <div role="status">
          <NextStep text={`${t("recorded", { act: done.act.name, entry: done.entry })} ${done.act.next}`} steps={[...(done.act.to ? [done.act.to] : []), { action: t("another"), onClick: () => setDone(undefined) }]} />
        </div>
      )}
      {act && !done && (
        <section className="s-stack" aria-labelledby={`${id}form`}>
          <h3 id={`${id}form`}>{act.name}</h3>
          <p className="s-prose">{act.text}</p>
          {act.closed && <p className="s-notice s-notice-info">{act.closed}</p>}
          {!act.closed && (
            <CommandForm
              key={act.id}
              command={act.command}
              fixed={act.fixed ?? {}}
              fields={act.fields}
              hidden={act.hidden}
              shape={act.shape}
              danger={act.danger}
              submit={t("record")}
              onDone={(answer) => setDone({ entry: answer.entry, act })}
            />
          )}
        </section>
      )}
    </section>
  );
}
