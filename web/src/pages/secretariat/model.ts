// The shapes of /api/v1/rounds and /api/v1/secretariat, as their descriptions in the server have them.
import type { Amount } from "../../api/contract";
import type { Bilingual, CaseRow, FieldFinding, Organisation, ReductionLine, RuleAnswer } from "../proponent/api";
import type { Paper } from "../verifier/model";

export interface Member {
  person: string;
  name: string;
  ground: string;
  ground_words: Bilingual;
}
export interface RoundHead {
  round: number;
  held_on: string;
  quorum: number;
  open: boolean;
  closed_on?: string;
  minutes?: string;
  items: number;
  undecided: number;
}
export interface Waiting {
  kind: string;
  kind_words: Bilingual;
  project?: number;
  report: number;
  change: number;
  proposal: number;
  title: string;
  since: string;
  due?: string;
  overdue: boolean;
}
export interface GroundChoice {
  value: string;
  title: Bilingual;
}
export interface DocketItem {
  item: number;
  document_number: string;
  kind: string;
  kind_words: Bilingual;
  command: string;
  project?: number;
  report: number;
  change: number;
  proposal: number;
  title: string;
  proponents: Organisation[];
  verifier?: Organisation;
  methodologies: string[];
  period?: string;
  amount?: Amount;
  lines: ReductionLine[];
  answers: RuleAnswer[];
  findings: number;
  findings_open: number;
  papers: Paper[];
  recused: Member[];
  remaining: number;
  quorum_holds: boolean;
  decided: boolean;
  approved: boolean;
  decided_on?: string;
  ground: string;
  ground_words: Bilingual;
  official_number: number;
  certification?: number;
  carried: boolean;
  may_decide: boolean;
  why_not?: FieldFinding;
}
export interface Round {
  head: RoundHead;
  members: Member[];
  docket: DocketItem[];
  waiting: Waiting[];
  grounds: GroundChoice[];
  committee: boolean;
  secretariat: boolean;
  me: string;
}
export interface Rounds {
  items: RoundHead[];
  next_round: number;
  committee: Member[];
  waiting: Waiting[];
}
export interface Completeness {
  head: CaseRow;
  report: number;
  applied: boolean;
  applied_on?: string;
  items: { key: string; text: Bilingual; done: boolean; needed: boolean; detail: Bilingual }[];
  complete: boolean;
  returns: { report: number; ground: string; deadline: string; stage: string; document?: string; answer?: string }[];
  papers: Paper[];
  grounds: GroundChoice[];
}
export interface Issue {
  certification: number;
  project: number;
  official_number: number;
  title: string;
  report: number;
  round: number;
  certified_on: string;
  due?: string;
  overdue: boolean;
  programme_code: string;
  credit_type: string;
  lines: { line: number; methodology: string; vintage: string; certified: Amount; issued: boolean }[];
  accounts: { account: number; holder: Organisation; department: string; proponent: boolean }[];
  buffer_account?: number;
  buffer: Amount;
  obstacle?: FieldFinding;
}
export interface AccountDesk {
  account: { account: number; holder: Organisation; kind: string; status: string; department: string; second_person: boolean };
  holder_name: string;
  name_kana: string;
  corporate_number: string;
  representative: string;
  address: string;
  contact: string;
  documents: string[];
  filed_on?: string;
  name_differs: boolean;
  number_differs: boolean;
}
export interface Choices {
  grounds: GroundChoice[];
  registry_grounds: GroundChoice[];
  reasons: GroundChoice[];
  next_steps: GroundChoice[];
  support_kinds: { number: number; value: string }[];
  scopes: string[];
  verifiers: Organisation[];
  next_round: number;
  open_rounds: RoundHead[];
}

// What PutOnDocket and the decisions take of a matter.
export function subjectOf(one: { project?: number; report: number; change: number; proposal: number }): Record<string, number> {
  const body: Record<string, number> = {};
  if (one.project) body.project = one.project;
  if (one.report) body.report = one.report;
  if (one.change) body.change = one.change;
  if (one.proposal) body.proposal = one.proposal;
  return body;
}

// The body of a decision on an item: each command names its yes by its own word.
export function decisionOf(round: number, item: DocketItem, approved: boolean, ground: string, extra: Record<string, unknown> = {}): Record<string, unknown> {
  const reason = approved ? {} : { ground };
  if (item.kind === "appeal") return { project: item.project, appeal: item.change, round, granted: approved, ...reason };
  if (item.kind === "methodology") return { proposal: item.proposal, round, approved, ...reason, ...extra };
  if (item.kind === "change" || item.kind === "extension") return { project: item.project, change: item.change, round, approved, ...reason };
  if (item.kind === "certification") return { project: item.project, report: item.report, round, approved, ...reason };
  return { project: item.project, round, approved, ...reason };
}
