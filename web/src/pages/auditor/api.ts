// The shapes of /audit and /jobs.
export interface Text {
  ja: string;
  en: string;
}
export interface Brief {
  number: number;
  name: string;
}
export interface Line {
  entry: number;
  time: string;
  date: string;
  command: string;
  actor?: { person: string; login: string; name: string };
  organisation?: Brief;
  delegation: number;
  group_index: number;
  group_count: number;
  adoption: number;
  projects: number[];
  accounts: number[];
}
export interface Adoption {
  adoption: number;
  family: string;
  edition: string;
  pack: string;
  manifest: string;
  effective: string;
  adopted: string;
  authority: Brief;
}
export interface Entry {
  line: Line;
  type: number;
  version: number;
  public_fields: Record<string, unknown>;
  party_fields: Record<string, unknown>;
  rules?: Adoption;
  last: number;
}
export interface Day {
  day: string;
  entry: number;
  written: string;
  state_hash: string;
  organisations: number;
  projects: number;
  registered: number;
  certifications: number;
  accounts: number;
  open_accounts: number;
  batches: number;
  balanced: boolean;
  findings: string[];
  tables: { name: string; rows: number; bytes: number; sha256: string }[];
}
interface Amount {
  value: string;
  unit: string;
}
export interface BatchDay {
  batch: number;
  project?: number;
  project_title: string;
  methodology: string;
  vintage?: string;
  came_in: Amount;
  held: Amount;
  waiting: Amount;
  buffer: Amount;
  retired: Amount;
  retired_for_state: Amount;
  cancelled: Amount;
  expired: Amount;
  exported: Amount;
  balanced: boolean;
}
export interface AccountDay {
  account: number;
  holder: Brief;
  kind: string;
  status: string;
  department: string;
  balances: { unit_kind: string; held: Amount; escrowed: Amount; used: Amount }[];
}
