// The fields of what both a project's own people and the secretariat record of it.
import type { T } from "../../i18n/texts";
import type { CommandField } from "../../parts/CommandForm";
import { hexOf } from "../../receipt/bytes";
import type { caseActTexts } from "./caseActTexts";

type Say = T<typeof caseActTexts>;

// What was lost, and why; a day only where it is made good by whoever caused it.
export function reversalFields(t: Say): CommandField[] {
  return [
    {
      id: "kind",
      name: t("reversalKind"),
      kind: "choice",
      options: [
        { value: "natural_disturbance", name: t("natural") },
        { value: "unavoidable_conversion", name: t("unavoidable") },
        { value: "own_act", name: t("own") },
      ],
    },
    { id: "happened_on", name: t("happenedOn"), kind: "day" },
    { id: "tonnes", name: t("lost"), kind: "number" },
    { id: "due", name: t("dueOn"), kind: "day" },
  ];
}
export function reversalHidden(field: string, given: Readonly<Record<string, unknown>>): boolean {
  return field === "due" && given.kind !== "own_act";
}

// A place of its own each time: its number is made here.
export function siteFields(t: Say): CommandField[] {
  return [{ id: "address", name: t("siteAddress"), kind: "text" }];
}
export function siteShape(body: Record<string, unknown>): Record<string, unknown> {
  return { ...body, site: hexOf(crypto.getRandomValues(new Uint8Array(16))) };
}
