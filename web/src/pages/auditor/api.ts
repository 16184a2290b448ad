// The shapes of /audit, out of openapi.json.
import type { Schema, Shape } from "../../api/schema";

export type Text = Schema<"service.Bilingual">;
export type Brief = Shape<"service.OrganisationBrief", "number">;
export type Line = Shape<"service.JournalLine", "entry">;
export type Adoption = Schema<"service.AdoptionView">;
// The fields of an entry are those of its command; which they are and how each is read stands in words.ts.
type Fields = { public_fields: Record<string, unknown>; party_fields: Record<string, unknown> };
export type Entry = Shape<"service.EntryView", "last", Fields & { line: Line }>;
export type Day = Shape<"service.DayView", "entry" | "state_hash", { tables: Shape<"service.TableDay", "sha256">[] }>;
export type BatchDay = Shape<"service.BatchDay", "batch">;
export type AccountDay = Shape<"service.AccountView", "account">;
