// Which units: by amount, or range by range. What comes out is the selection of a command.
import { Checkbox, RadioButton, RadioButtonGroup, Select, SelectItem, TextInput } from "@carbon/react";
import { useLanguage, useTexts } from "../../../i18n/language";
import { say } from "../../../i18n/texts";
import { LineFigure, Marks } from "../parts";
import type { Line, Sum } from "../model";
import { texts } from "./texts";

export interface Picked {
  way: "amount" | "serials";
  amount: string;
  credit_type: string;
  project: string;
  unit_kind: string;
  // By the line's id: the first and the last serial that were typed.
  ranges: Readonly<Record<string, { first: string; last: string }>>;
}
export const nothingPicked: Picked = { way: "amount", amount: "", credit_type: "", project: "", unit_kind: "tco2", ranges: {} };

export const half = (text: string) => text.normalize("NFKC").replace(/[,\s]/g, "");

export function selectionOf(picked: Picked, lines: readonly Line[]): Record<string, unknown> {
  if (picked.way === "amount") {
    const pick: Record<string, unknown> = { amount: half(picked.amount), unit_kind: picked.unit_kind };
    if (picked.credit_type) pick.credit_type = picked.credit_type;
    if (picked.project) pick.project = Number(picked.project);
    return { pick };
  }
  const ranges = Object.entries(picked.ranges).flatMap(([id, range]) => {
    const line = lines.find((one) => one.id === id);
    const first = half(range.first);
    const last = half(range.last);
    return line && /^\d+$/.test(first) && /^\d+$/.test(last) ? [{ batch: line.batch, first, end: String(BigInt(last) + 1n) }] : [];
  });
  return { ranges };
}
// What is missing before the server can be asked.
export function isPicked(picked: Picked): boolean {
  return picked.way === "amount" ? /^[1-9]\d*$/.test(half(picked.amount)) : Object.keys(picked.ranges).length > 0;
}

export function PickUnits({ picked, change, lines, types, projects, help, only }: { picked: Picked; change: (picked: Picked) => void; lines: readonly Line[]; types: readonly Sum[]; projects: readonly Sum[]; help: string; only?: "serials" }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <div className="s-stack">
      {!only && (
        <RadioButtonGroup legendText={t("how")} name="way" orientation="vertical" valueSelected={picked.way} onChange={(value) => change({ ...picked, way: value === "serials" ? "serials" : "amount" })}>
          <RadioButton id="way-amount" value="amount" labelText={t("byAmount")} />
          <RadioButton id="way-serials" value="serials" labelText={t("bySerial")} />
        </RadioButtonGroup>
      )}
      {picked.way === "amount" && (
        <div className="s-narrow s-stack">
          <TextInput id="amount" labelText={t("amount")} helperText={help} inputMode="numeric" value={picked.amount} onChange={(event) => change({ ...picked, amount: event.target.value })} />
          <Select
            id="only-type"
            labelText={`${t("only")}: ${t("type")}`}
            value={picked.credit_type ? `${picked.credit_type}/${picked.unit_kind}` : ""}
            onChange={(event) => {
              const [credit_type = "", unit_kind = "tco2"] = event.target.value.split("/");
              change({ ...picked, credit_type, unit_kind });
            }}
          >
            <SelectItem value="" text={t("anyType")} />
            {types.map((one) => (
              <SelectItem key={one.key + one.unit_kind} value={`${one.key}/${one.unit_kind}`} text={`${say(one.words, language)} (${one.free.value} ${one.free.unit})`} />
            ))}
          </Select>
          <Select id="only-project" labelText={`${t("only")}: ${t("project")}`} value={picked.project} onChange={(event) => change({ ...picked, project: event.target.value })}>
            <SelectItem value="" text={t("anyProject")} />
            {projects
              .filter((one) => one.key !== "0")
              .map((one) => (
                <SelectItem key={one.key} value={one.key} text={`${say(one.words, language)} (${one.free.value} ${one.free.unit})`} />
              ))}
          </Select>
        </div>
      )}
      {picked.way === "serials" && (
        <fieldset className="cds--fieldset">
          <legend className="cds--label">{only ? help : t("chooseLines")}</legend>
          {lines.map((line) => {
            const range = picked.ranges[line.id];
            const set = (next: { first: string; last: string } | undefined) => {
              const ranges = { ...picked.ranges };
              if (next) ranges[line.id] = next;
              else delete ranges[line.id];
              change({ ...picked, ranges });
            };
            return (
              <div key={line.id} className="s-stack">
                <Checkbox
                  id={`line-${line.id}`}
                  labelText={t(only ? "takeLine" : "useLine", { serials: line.serials })}
                  checked={range !== undefined}
                  onChange={(_event, state) => set(state.checked ? { first: String(line.first_serial), last: String(line.last_serial) } : undefined)}
                />
                <div className="s-row">
                  <LineFigure line={line} /> <Marks marks={line.marks} />
                </div>
                {range && (
                  <div className="s-row">
                    <TextInput id={`first-${line.id}`} size="sm" labelText={t("firstOfLine")} inputMode="numeric" value={range.first} onChange={(event) => set({ ...range, first: event.target.value })} />
                    <TextInput id={`last-${line.id}`} size="sm" labelText={t("lastOfLine")} inputMode="numeric" value={range.last} onChange={(event) => set({ ...range, last: event.target.value })} />
                  </div>
                )}
              </div>
            );
          })}
        </fieldset>
      )}
    </div>
  );
}
