// Words of the server's enumerators, as a holder reads them.
import type { T } from "../../i18n/texts";
import type { Account } from "./model";
import type { texts } from "./texts";

type Say = T<typeof texts>;

export function statusText(t: Say, status: Account["status"]): string {
  if (status === "requested") return t("statusRequested");
  if (status === "refused") return t("statusRefused");
  if (status === "closed") return t("statusClosed");
  if (status === "suspended") return t("statusSuspended");
  return t("statusOpen");
}
export function kindText(t: Say, kind: string): string {
  if (kind === "kwh") return t("kindKwh");
  if (kind === "gj") return t("kindGj");
  if (kind === "allowance") return t("kindAllowance");
  return t("kindTco2");
}
