// The shapes of /api/v1/verifier, as its descriptions in the server have them.
import type { Amount } from "../../api/contract";
import type { Bilingual, CaseFinding, CaseReport, CaseRow, FieldFinding, Organisation, PlanDifference, RuleFinding, TraceInput, TraceStep } from "../proponent/api";

export interface ReviewRow {
  key: string;
  project: number;
  report: number;
  change: number;
  kind_words: Bilingual;
  title: string;
  proponents: Organisation[];
  period?: string;
  open: boolean;
  declared: boolean;
  since: string;
  due?: string;
  overdue: boolean;
  findings: number;
  state_words: Bilingual;
}
export interface Accreditation {
  verifier: Organisation;
  number: number;
  standard: string;
  scopes: string[];
  valid_from: string;
  valid_to: string;
  certificate?: string;
  valid: boolean;
}
export interface Visit {
  visit: number;
  visited_on: string;
  remote: boolean;
  record?: string;
  members: number[];
}
export interface Sample {
  list: number;
  period: string;
  purpose: string;
  by: Organisation;
  fixed_on: string;
  population: number;
  seed_commitment: string;
  drawn: boolean;
  seed?: string;
  strata: { list: string; size: number }[];
  sample: number[];
  seed_fits: boolean;
  drawn_again: boolean;
  own: boolean;
}
export interface Evidence {
  hash: string;
  cited_by: string[];
  at_hand: boolean;
  bytes: number;
}
export interface DataValue {
  symbol: string;
  row: string;
  activity: string;
  period: string;
  value: string;
  unit: string;
  evidence: string;
  hash?: string;
  at_hand: boolean;
}
export interface Paper {
  hash: string;
  what: Bilingual;
  on: string;
  report: number;
}
export interface Review {
  review: ReviewRow;
  readable: boolean;
  declaration_needed: boolean;
  positive_allowed: boolean;
  head: CaseRow;
  interest?: { free_of_conflict: boolean; declared_on: string; declaration?: string };
  accreditations: Accreditation[];
  plan?: string;
  data_set?: string;
  trace?: string;
  version: number;
  obstacles: FieldFinding[];
  rules: RuleFinding[];
  findings: CaseFinding[];
  visits: Visit[];
  samples: Sample[];
  papers: Paper[];
  evidence: Evidence[];
  values: DataValue[];
  report?: CaseReport;
}
export interface FigureBeside {
  methodology: string;
  vintage: string;
  baseline: Amount;
  project: Amount;
  reduction: Amount;
  own_baseline: Amount;
  own_project: Amount;
  own_reduction: Amount;
  same: boolean;
}
export interface CalculationBeside {
  activity: string;
  methodology: string;
  vintage: string;
  period: string;
  inputs: { input: TraceInput; own: string; same: boolean }[];
  steps: { step: TraceStep; own: string; same: boolean }[];
}
export interface Replay {
  same: boolean;
  differences: FieldFinding[];
  reported?: string;
  own?: string;
  figures: FigureBeside[];
  calculations: CalculationBeside[];
}
export interface Changes {
  before_version: number;
  version: number;
  plan: PlanDifference[];
  before_report: number;
  report: number;
  before_period?: string;
  period?: string;
  before_total?: Amount;
  total?: Amount;
  total_change_percent: string;
  values: { activity: string; symbol: string; row: string; definition: Bilingual; unit: string; before: string; now: string; change_percent: string }[];
}
export interface StatementMade {
  statement: string;
  plan: string;
  trace?: string;
}

// The page on which a review is done.
export function pageOf(row: { project: number; report: number; change: number }): string {
  if (row.report) return `/verification/${row.project}/reports/${row.report}`;
  if (row.change) return `/verification/${row.project}/changes/${row.change}`;
  return `/verification/${row.project}`;
}
