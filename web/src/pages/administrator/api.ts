// The shapes of /administration and of what the administrator reads of people, out of openapi.json.
import type { Schema, Shape } from "../../api/schema";
import type { Brief } from "../auditor/api";

export type Backup = Schema<"service.BackupLine">;
export type Glance = Shape<"http.Glance", "entries">;
export interface OrganisationRow {
  organisation: number;
  name: string;
  corporate_number: string;
}
export interface OrganisationDesk extends OrganisationRow {
  name_kana: string;
  names: { from: string; name: string }[];
  parent?: number;
  predecessor?: number;
  people: number;
  projects: number;
  accounts: number;
  alike: Brief[];
}
export type PersonRole = Shape<"http.PersonRole", "organisation">;
export type Person = Shape<"http.PersonView", "person", { roles: PersonRole[] }>;
export type Handover = Schema<"http.HandoverView">;
export type Invitation = Shape<"http.InvitationView", "id", { state: "open" | "over" | "accepted" | "granted" | "revoked" }>;
export type ResetRequest = Shape<"http.RequestView", "request" | "person" | "until">;
export type RightsView = Schema<"http.RightsView">;
export type PackOffer = Shape<"service.PackOffer", "hash">;
type Change = { change: "added" | "removed" | "changed" };
type Section = Shape<"service.ChangedSectionView", never, { things: Shape<"service.ChangedThingView", never, Change>[] }>;
type Touched = Shape<"service.TouchedProject", "project", { lines: Shape<"service.TouchedLine", "certification" | "vintage">[] }>;
export type PackChange = Shape<"service.PackChange", never, { pack: PackOffer; sections: Section[]; projects: Touched[] }>;
export type SecurityEvent = Schema<"http.EventView">;
export type Refused = Schema<"http.RefusalView">;
export type Mails = Schema<"service.MailsView">;
export type Keys = Schema<"http.KeysView">;
