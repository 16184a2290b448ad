// The shapes of the answers that these pages read (src/service/holdings.h, account_record.h, transfers_view.h, retiring.h).
import type { Amount } from "../../api/contract";

export interface Both {
  ja: string;
  en: string;
}
export interface Brief {
  number: number;
  name: string;
}
export interface Range {
  batch: number;
  first: number | string;
  end: number | string;
}
export interface Mark {
  kind: string;
  words: Both;
  detail: string;
  from: string;
  blocks: boolean;
  number?: number;
}
export interface Line {
  id: string;
  batch: number;
  project?: number;
  project_title: string;
  methodology: string;
  vintage?: string;
  crediting_programme: string;
  credit_type: string;
  first_serial: number | string;
  last_serial: number | string;
  units: Amount;
  range: Range;
  serials: string;
  programme_code: string;
  place: string;
  unit_kind: string;
  certification?: number;
  issued_on: string;
  state: "free" | "waits_retirement" | "waits_offer";
  retirement?: number;
  offer?: number;
  marks: Mark[];
  import?: { serial: string; programme: string };
}
export interface Balance {
  unit_kind: string;
  held: Amount;
  escrowed: Amount;
  used: Amount;
}
export interface Account {
  account: number;
  holder: Brief;
  kind: string;
  status: "requested" | "open" | "refused" | "closed" | "suspended";
  department: string;
  second_person: boolean;
  second_person_above?: Amount;
  balances: Balance[];
}
export interface Agent {
  agent: Brief;
  transfers: boolean;
  retires: boolean;
  from: string;
  until: string;
  in_force: boolean;
}
export interface AccountRecord {
  account: Account;
  holder_kana: string;
  holder_corporate_number: string;
  decided?: string;
  ground: Both;
  documents_needed: boolean;
  documents?: { holder_name: string; name_kana: string; corporate_number: string; documents: string[]; filed: string };
  agents: Agent[];
  acts: string[];
  second_factor: string[];
  own: boolean;
  today: string;
  year: string;
}
export interface Sum {
  key: string;
  words: Both;
  unit_kind: string;
  free: Amount;
  waiting: Amount;
  blocked: Amount;
  lines: number;
}
export interface Movement {
  entry: number;
  date: string;
  move: string;
  words: Both;
  in: boolean;
  crediting_programme: string;
  credit_type: string;
  units: Amount;
  other?: number;
  other_holder: string;
  price?: Amount;
  agreed_on?: string;
  cost: Amount;
  balance: Amount;
}
export interface AccountBrief {
  account: number;
  holder: string;
  department: string;
}
export interface WhyNot {
  code: string;
  ja: string;
  en: string;
  remedy_ja: string;
  remedy_en: string;
  source: string;
}
export interface May {
  allowed: boolean;
  why_not?: WhyNot;
}
export interface TransferPreview {
  from: AccountBrief;
  to: AccountBrief;
  units: Amount;
  lines: Line[];
  waits_for_second: boolean;
  waits_for_transferee: boolean;
  price?: Amount;
  expires_on: string;
  // What to send: the registry's plain transfer, or an offer where somebody is waited for.
  command_name: "Transfer" | "OfferTransfer";
  command: Record<string, unknown>;
  entries: number;
}
export interface Offer {
  offer: number;
  from: AccountBrief;
  to: AccountBrief;
  incoming: boolean;
  units: Amount;
  lines: Line[];
  price_per_unit?: Amount;
  price?: Amount;
  agreed_on?: string;
  status: "waits_for_second" | "offered" | "moved" | "withdrawn" | "declined" | "lapsed";
  waits_for: "nobody" | "second_person" | "transferee";
  offered_on: string;
  expires_on: string;
  decided?: string;
  offered_by: string;
  note: string;
  confirm: May;
  accept: May;
  end: May;
}
export interface Return {
  number: number;
  from: AccountBrief;
  to: AccountBrief;
  incoming: boolean;
  entry: number;
  units: Amount;
  lines: Line[];
  status: "asked" | "returned" | "refused";
  asked: string;
  decided?: string;
  note: string;
  decide: May;
}
export interface Source {
  id: string;
  title: string;
  publisher: string;
  published: string;
  address: string;
}
export interface Purpose {
  purpose: string;
  title: Both;
  end_uses: string[];
  fiscal_year_needed: boolean;
  years_bound: boolean;
  years: string[];
  scope: string;
  place_rule: boolean;
  object_needed: boolean;
  needs: string[];
  judged: boolean;
  sources: Source[];
}
export interface Rule {
  purpose: string;
  scheme: Both;
  credit: Both;
  condition: Both;
  limit: Both;
  reason: Both;
  verdict: string;
  verdict_words: Both;
  confidence: string;
  sources: Source[];
}
export interface EligibleLine {
  line: Line;
  eligible: "yes" | "conditional" | "not_known" | "no" | "not_free";
  words: Both;
  rules: Rule[];
  why_not?: WhyNot;
}
export interface EligibleUnits {
  lines: EligibleLine[];
  lines_in_all: number;
  may: Amount;
  conditional: Amount;
  may_not: Amount;
  waiting: Amount;
  draft?: WhyNot;
}
export interface RetirePreview {
  end_use: string;
  units: Amount;
  lines: EligibleLine[];
  user: Brief;
  user_corporate_number: string;
  by_proxy: boolean;
  needs_second: boolean;
  lapses_at: string;
  second_factor: boolean;
}
export interface OwnRetirement {
  retirement: number;
  account: AccountBrief;
  end_use: string;
  status: "requested" | "confirmed" | "withdrawn" | "lapsed";
  units: Amount;
  lines: Line[];
  uses: { purpose: string; title: Both; fiscal_year?: string; report: string }[];
  user: Brief;
  by_proxy: boolean;
  offset: string;
  offset_object: string;
  place: string;
  note: string;
  requested_by: string;
  requested_at: string;
  lapses_at: string;
  decided?: string;
  needs_second: boolean;
  complete: May;
  withdraw: May;
  divide: May;
  command: string;
  divided: Amount;
  left: Amount;
  certificates: { first: number | string; last: number | string; title: string; count: number | string; each: Amount; issued_on: string }[];
}
export interface BulkResult {
  entered: boolean;
  repeated: boolean;
  fits: boolean;
  lines_in_all: number;
  refused: number;
  units: number | string;
  lines: { line: number; result: string; fits: boolean; message: string; entry?: number; units: number | string }[];
  findings: WhyNot[];
  report: string;
}
