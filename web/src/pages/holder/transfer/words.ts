import type { T } from "../../../i18n/texts";
import type { Offer, Return } from "../model";
import type { texts } from "./texts";

type Say = T<typeof texts>;

export function offerStatus(t: Say, status: Offer["status"]): string {
  if (status === "waits_for_second") return t("statusSecond");
  if (status === "offered") return t("statusOffered");
  if (status === "moved") return t("statusMoved");
  if (status === "withdrawn") return t("statusWithdrawn");
  if (status === "declined") return t("statusDeclined");
  return t("statusLapsed");
}
export function returnStatus(t: Say, status: Return["status"]): string {
  return status === "asked" ? t("statusAsked") : status === "returned" ? t("statusReturned") : t("statusRefused");
}
export function offerTurn(offer: Offer): boolean {
  return offer.waits_for !== "nobody" && (offer.confirm.allowed || offer.accept.allowed);
}
