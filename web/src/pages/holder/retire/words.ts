import type { T } from "../../../i18n/texts";
import type { OwnRetirement } from "../model";
import type { texts } from "./texts";

type Say = T<typeof texts>;

export function kindWord(t: Say, end_use: string): string {
  return end_use === "state_target" ? t("kindState") : end_use === "cancellation" ? t("kindCancellation") : t("kindRetirement");
}
export function statusWord(t: Say, status: OwnRetirement["status"]): string {
  if (status === "confirmed") return t("statusConfirmed");
  if (status === "withdrawn") return t("statusWithdrawn");
  return status === "lapsed" ? t("statusLapsed") : t("statusRequested");
}
export const OFFSETS = ["none", "product", "service", "event", "organisation"] as const;
export function offsetWord(t: Say, offset: string): string {
  if (offset === "product") return t("offsetProduct");
  if (offset === "service") return t("offsetService");
  if (offset === "event") return t("offsetEvent");
  return offset === "organisation" ? t("offsetOrganisation") : t("offsetNone");
}
export function needWord(t: Say, need: string): string {
  return need === "report" ? t("needReport") : need === "ordinance" ? t("needOrdinance") : need === "offset_object" ? t("needObject") : need;
}
