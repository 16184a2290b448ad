// What is being asked for, kept in this tab so that it survives a reload.
import { recall, remember } from "../../../memory";
import type { EndUse } from "../model";
import { nothingPicked, type Picked } from "../transfer/PickUnits";

export interface Draft {
  end_use: EndUse;
  uses: readonly { purpose: string; fiscal_year: string; report: string }[];
  for_other: boolean;
  user?: number;
  user_name: string;
  consent?: string;
  offset: string;
  offset_object: string;
  place: string;
  note: string;
  picked: Picked;
}
export const emptyDraft: Draft = {
  end_use: "retirement",
  uses: [{ purpose: "", fiscal_year: "", report: "" }],
  for_other: false,
  user_name: "",
  offset: "none",
  offset_object: "",
  place: "",
  note: "",
  picked: nothingPicked,
};

const nameOf = (account: string) => `retire.${account}`;
export function keptDraft(account: string): Draft {
  try {
    const kept: unknown = JSON.parse(recall(nameOf(account), "session") ?? "null");
    return kept && typeof kept === "object" ? { ...emptyDraft, ...(kept as Partial<Draft>) } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}
export function keepDraft(account: string, draft: Draft): void {
  remember(nameOf(account), JSON.stringify(draft), "session");
}

// As the server takes it, without the units.
export function bodyOf(draft: Draft): Record<string, unknown> {
  return {
    end_use: draft.end_use,
    user: draft.for_other ? draft.user : undefined,
    uses: draft.uses.map((use) => ({ purpose: use.purpose, fiscal_year: use.fiscal_year || undefined, report: use.report })),
    consent: draft.for_other ? draft.consent : undefined,
    offset: draft.offset,
    offset_object: draft.offset === "none" ? undefined : draft.offset_object || undefined,
    place: draft.place || undefined,
    note: draft.note || undefined,
  };
}
