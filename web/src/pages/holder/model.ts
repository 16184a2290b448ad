// The shapes of the answers that these pages read (src/service/holdings.h, account_record.h, transfers_view.h, retiring.h), out of openapi.json.
import type { Schema, Shape } from "../../api/schema";

export type Both = Schema<"service.Bilingual">;
export type Mark = Schema<"service.UnitMark">;
export type Line = Shape<"service.HoldingLine", "batch">;
export type Account = Shape<"service.AccountView", "account">;
export type AccountRecord = Shape<"service.AccountRecord", "year", { account: Account }>;
export type Sum = Schema<"service.HoldingSum">;
export type Movement = Shape<"service.MovementView", "entry">;
export type AccountBrief = Shape<"service.AccountBrief", "account">;
export type WhyNot = Schema<"service.WhyNot">;
export type May = Schema<"service.MayView">;
type Parties = { from: AccountBrief; to: AccountBrief; lines: Line[] };
// command_name and command are what to send: the registry's plain transfer, or an offer where somebody is waited for.
export type TransferPreview = Shape<"service.TransferPreview", never, Parties & { command_name: "Transfer" | "OfferTransfer"; command: Record<string, unknown> }>;
export type Offer = Shape<"service.OfferView", "offer", Parties>;
export type Return = Shape<"service.ReturnView", "number" | "entry", Parties>;
export type Purpose = Schema<"service.PurposeView">;
export type EndUse = Purpose["end_uses"][number];
export type Rule = Schema<"service.RuleView">;
export type EligibleLine = Shape<"service.EligibleLine", never, { line: Line }>;
export type EligibleUnits = Shape<"service.EligibleUnits", never, { lines: EligibleLine[] }>;
export type RetirePreview = Shape<"service.RetirePreview", never, { lines: EligibleLine[] }>;
export type OwnRetirement = Shape<"service.OwnRetirement", "retirement", { account: AccountBrief; lines: Line[] }>;
export type BulkResult = Schema<"http.BulkView">;
