// The shapes of /api/v1/proponent, as its descriptions in the server have them.
import type { Amount } from "../../api/contract";
import type { Task } from "../../api/inbox";

export interface Bilingual {
  ja: string;
  en: string;
}
export interface WordChoice {
  value: string;
  title: Bilingual;
}
export interface Given {
  id: string;
  value: string;
}
export interface Question {
  id: string;
  group: string;
  kind: "yes_no" | "day" | "partial_day" | "choice" | "quantity" | "money" | "text";
  text: Bilingual;
  help: Bilingual;
  unit: string;
  rule: string;
  options: WordChoice[];
  answer: string;
  answered: boolean;
  problem?: Bilingual;
}
export type RuleWord = "met" | "not_met" | "declared" | "not_yet_knowable" | "no_rule_data";
export interface RuleFinding {
  rule: string;
  activity: string;
  answer: RuleWord;
  reason_ja: string;
  reason_en: string;
  source: string;
  remedy_ja: string;
  remedy_en: string;
  path: string;
}
export interface RuleAnswer {
  rule: string;
  answer: RuleWord;
}
export interface YearFigures {
  fiscal_year: string;
  baseline: Amount;
  project: Amount;
  reduction: Amount;
}
export interface StartView {
  methodology: string;
  title: Bilingual;
  methodologies: WordChoice[];
  questions: Question[];
  next: string;
  findings: RuleFinding[];
  answers: RuleAnswer[];
  against: boolean;
  crediting_period?: string;
  years: YearFigures[];
  per_year?: Amount;
  total?: Amount;
  values_of?: string;
  price?: { yen_per_t: Amount; yen_per_year: Amount; category: string; basis: Bilingual };
  figures_missing?: Bilingual;
}
export interface FormField {
  key: string;
  path: string;
  kind: "text" | "long_text" | "flag" | "count" | "choice" | "group" | "list";
  heading: Bilingual;
  title: Bilingual;
  inferred: boolean;
  options: WordChoice[];
  parts: FormField[];
}
export interface FormSection {
  number: string;
  title: Bilingual;
  parts: FormField[];
}
export type PlanValue = string | number | boolean | PlanValue[] | { [key: string]: PlanValue } | undefined;
export type PlanTree = { [key: string]: PlanValue };
export interface Draft {
  draft: number;
  title: string;
  methodology: string;
  project?: number;
  handed_in: number;
  version: number;
  made: string;
  changed: string;
  plan?: PlanTree;
}
export interface FieldFinding {
  path: string;
  weight: "refuses" | "remark";
  code: string;
  title: Bilingual;
  text: Bilingual;
  remedy: Bilingual;
  source: string;
  line: number;
}
export interface DraftCheck {
  findings: FieldFinding[];
  complete: boolean;
  rules: RuleFinding[];
  answers: RuleAnswer[];
  crediting_period?: string;
  years: YearFigures[];
}
export interface DraftVersion {
  version: number;
  editor: string;
  saved: string;
  restored: number;
}
export interface PlanDifference {
  path: string;
  title: Bilingual;
  before: string;
  after: string;
}
export interface Organisation {
  number?: number;
  name: string;
}
export interface CaseRow {
  project: {
    project: number;
    official_number: number;
    type: string;
    stage: string;
    title: string;
    place: string;
    proponents: Organisation[];
    methodologies: string[];
    crediting_period?: string;
    registered_on?: string;
    expected: Amount;
    certified: Amount;
  };
  stage_words: Bilingual;
  waiting: Task[];
}
export interface Remark {
  on: string;
  by: Organisation;
  text: string;
  document?: string;
  settled: boolean;
}
export interface CaseFinding {
  finding: number;
  report: number;
  change: number;
  kind: string;
  stage: string;
  kind_words: Bilingual;
  stage_words: Bilingual;
  answer_waits: boolean;
  verifier: Organisation;
  remarks: Remark[];
}
export interface ReductionLine {
  methodology: string;
  vintage: string;
  er: number;
}
export interface CaseReport {
  report: number;
  period: string;
  stage: string;
  stage_words: Bilingual;
  total: Amount;
  submitted_on: string;
  certification?: number;
  ground: string;
}
export interface CaseView {
  head: CaseRow;
  version: number;
  proponent: boolean;
  answers: RuleAnswer[];
  timeline: { on: string; what: string; text: Bilingual; by: Organisation; report: number; version: number }[];
  findings: CaseFinding[];
  returns: { report: number; ground: string; deadline: string; stage: string; document?: string; answer?: string }[];
  reports: CaseReport[];
  papers: { hash: string; what: Bilingual; on: string; report: number }[];
  steps_done: string[];
  steps_ahead: string[];
  certification: { programme_codes: WordChoice[]; credit_types: WordChoice[] };
  verifiers: Organisation[];
}
export interface Series {
  activity: string;
  symbol: string;
  row: string;
  definition: string;
  unit: string;
  monitoring_class: string;
  frequency: string;
  expected: string;
  divisible: boolean;
}
export interface MonitoringView {
  project: number;
  programme: boolean;
  crediting_period?: string;
  spans: { period: string; state: "reported" | "gap" | "open" | "ahead"; report: number; words: Bilingual }[];
  next?: string;
  series: Series[];
  reports: CaseReport[];
}
export interface LineView {
  methodology: string;
  vintage: string;
  baseline: Amount;
  project: Amount;
  reduction: Amount;
  rounding: Bilingual;
  flags: Bilingual[];
}
export interface TraceInput {
  symbol: string;
  row: string;
  definition: Bilingual;
  value: string;
  unit: string;
  origin: string;
  monitoring_class: string;
  source: string;
  table_row: string;
  confidence: string;
}
export interface TraceStep {
  symbol: string;
  title: Bilingual;
  formulas: string[];
  value: string;
  unit: string;
  approximate: boolean;
  official: boolean;
  sources: string;
}
export interface CalculationView {
  activity: string;
  methodology: string;
  vintage: string;
  period: string;
  inputs: TraceInput[];
  steps: TraceStep[];
}
export interface ReportCheck {
  period: string;
  findings: FieldFinding[];
  complete: boolean;
  lines: LineView[];
  total: Amount;
  evidence_missing: string[];
  calculations: CalculationView[];
}
export interface ReportHandedIn {
  report: number;
  entry: number;
  repeated: boolean;
  total: Amount;
}
export interface ReportView {
  report: CaseReport;
  lines: LineView[];
  calculations: CalculationView[];
}
export interface EvidenceKept {
  hash: string;
  bytes: number;
  cited: string;
}
export interface MemberView {
  member: number;
  own: string;
  name: string;
  address: string;
  applied_on: string;
  start: string;
  period: string;
  list: string;
  status: "active" | "left" | "excluded";
  ended_on?: string;
  admitted_on: string;
  erased: boolean;
}
export interface MemberMatch {
  match: number;
  kind: string;
  kind_words: Bilingual;
  open: boolean;
  decision?: string;
  ground: string;
  member: MemberView;
  other_project: number;
  other_is_own: boolean;
  other?: MemberView;
}
export interface ListReport {
  rows: number;
  taken: number;
  repeated: boolean;
  matches: number;
  report: { line: number; own: string; good: boolean; findings: FieldFinding[] }[];
  findings: FieldFinding[];
}
export interface ShareView {
  total: Amount;
  operators: Amount;
  rule: Bilingual;
  plan: string;
  members: { member: string; share: Amount }[];
}
export interface SupportView {
  items: { project: number; title: string; kind: string; body: string; applied_on: string; decided: boolean; approved: boolean; ground: string; decided_on?: string }[];
  kinds: WordChoice[];
  bodies: WordChoice[];
}
