// The shapes of /administration and of what the administrator reads of people.
import type { Brief, Text } from "../auditor/api";

export interface Amount {
  value: string;
  unit: string;
}
export interface Backup {
  name: string;
  made: string;
  entries: number;
  files: number;
  bytes: number;
  root?: string;
  whole: boolean;
}
export interface Glance {
  operator_name: string;
  kind: string;
  entries: number;
  organisations: number;
  grants: number;
  jobs_open: number;
  mails_waiting: number;
  packs_to_adopt: number;
  mail_enabled: boolean;
  signs: boolean;
  backups_folder: string;
  last_backup?: Backup;
}
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
export interface PersonRole {
  organisation: number;
  organisation_name: string;
  role: string;
  since?: string;
}
export interface Person {
  person: string;
  login: string;
  name: string;
  email: string;
  roles: PersonRole[];
}
export interface Handover {
  roles: { organisation: number; organisation_name: string; role: string; others: number; needed: boolean; why?: Text }[];
  delegations_given: number[];
  delegations_received: number[];
  retirements: number[];
  sessions: number;
  tokens: number;
  invitations: number;
}
export interface Invitation {
  id: number;
  email: string;
  organisation?: number;
  roles: string[];
  inviter: string;
  made: string;
  until: string;
  state: "open" | "over" | "accepted" | "granted" | "revoked";
  token: string;
}
export interface ResetRequest {
  request: number;
  person: string;
  asked_by: string;
  asked: string;
  until: string;
}
export interface RightsView {
  rights: { key: string; words: Text; roles: string[]; second_factor: boolean }[];
  commands: { command: string; roles: string[]; second_factor: boolean }[];
}
export interface PackOffer {
  family: string;
  edition: string;
  title: Text;
  authority: string;
  hash: string;
  methodology: boolean;
  uploaded: boolean;
  edition_in_force: string;
  hash_in_force?: string;
  in_force: boolean;
}
export interface PackChange {
  pack: PackOffer;
  sections: {
    name: string;
    added: number;
    removed: number;
    changed: number;
    things: { change: "added" | "removed" | "changed"; name: string; fields: { name: string; before: string; after: string }[] }[];
  }[];
  projects: {
    project: number;
    official_number: number;
    title: string;
    keeps: boolean;
    lines: { certification: number; methodology: string; vintage: string; certified: Amount; under_new?: Amount }[];
    reason: Text;
  }[];
  obstacle: Text;
}
export interface SecurityEvent {
  id: number;
  time: string;
  kind: string;
  login: string;
  by: string;
  detail: string;
}
export interface Refused {
  id: number;
  time: string;
  login: string;
  organisation?: number;
  command: string;
  refusal: string;
}
export interface Mails {
  enabled: boolean;
  sent: number;
  deferred: number;
  given_up: number;
  waiting: { id: number; kind: string; address: string; subject: string; made: string; next: string; tries: number; last_error: string }[];
}
export interface Keys {
  keys: { number: number; public_key: string; fingerprint?: string; since?: string; entries: number; present: boolean }[];
  verifier_key: string;
  file: string;
}
