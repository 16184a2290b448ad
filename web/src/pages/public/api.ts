// What the public routes answer (src/service/scheme_view.h, project_page.h, rulebook_view.h).
import type { FormulaNode } from "../../api/formula";
import type { Amount } from "../../api/contract";

export interface Words {
  ja: string;
  en: string;
}
export interface Organisation {
  number: number;
  name: string;
}

// GET /scheme
export interface SchemeLine {
  key: string;
  title: Words;
  projects?: number | string;
  certifications?: number | string;
  certified?: Amount;
  issued?: Amount;
  held?: Amount;
  used?: Amount;
}
export interface SchemeUnits {
  unit_kind: string;
  issued: Amount;
  held: Amount;
  waiting: Amount;
  buffer: Amount;
  retired: Amount;
  retired_for_state: Amount;
  cancelled: Amount;
  expired: Amount;
  exported: Amount;
}
export interface Scheme {
  as_known: string;
  entry?: number;
  total: SchemeLine;
  withdrawn: number;
  never_certified: number;
  units: SchemeUnits[];
  by_type: SchemeLine[];
  by_methodology: SchemeLine[];
  by_sector: SchemeLine[];
  by_prefecture: SchemeLine[];
  by_vintage: SchemeLine[];
  by_year: SchemeLine[];
  cumulative: SchemeLine[];
  uses: { end_use: EndUse; purpose: string; title: Words; uses: number; used: Amount }[];
  target?: { target: Amount; year: string; left: Amount; needed_per_year: string; source: string };
}

// GET /projects
export interface Certification {
  certification: number;
  certified_on: string;
  round: number;
  certified: Amount;
}
export interface Project {
  project: number;
  official_number: number;
  type: "normal" | "programme";
  stage: string;
  title: string;
  place: string;
  proponents: Organisation[];
  methodologies: string[];
  crediting_period?: string;
  registered_on?: string;
  expected: Amount;
  certified: Amount;
  certifications: Certification[];
}

// GET /projects/{project}/public
export interface HistoryLine {
  entry: number;
  date: string;
  command: string;
  organisation?: Organisation;
}
export interface Batch {
  batch: number;
  project?: number;
  project_title: string;
  certification?: number;
  serials: string;
  crediting_programme: string;
  credit_type: string;
  methodology: string;
  vintage?: string;
  place: string;
  issued_on: string;
  issued: Amount;
  held: Amount;
  waiting: Amount;
  buffer: Amount;
  used: Amount;
  expired: Amount;
  exported: Amount;
}
export type EndUse = "retirement" | "state_target" | "cancellation";
export interface RetirementBrief {
  retirement: number;
  end_use: EndUse;
  user: string;
  completed_on: string;
  used: Amount;
}
export interface ProjectPage {
  project: Project;
  methodologies: { number: string; version: string; title: Words }[];
  years: { fiscal_year?: string; expected: Amount; certified?: Amount }[];
  certifications: {
    certification: number;
    report: number;
    period?: string;
    certified_on: string;
    round: number;
    verifier?: Organisation;
    certified: Amount;
    lines: {
      methodology: string;
      vintage?: string;
      certified: Amount;
      baseline: string;
      project: string;
      reconstructed: boolean;
      approximate: boolean;
      low_confidence: boolean;
      declared: string[];
    }[];
  }[];
  batches: Batch[];
  retirements: RetirementBrief[];
  documents: { kind: "plan" | "validation" | "data_set" | "trace" | "verification"; of: string; date: string; hash?: string }[];
  history: HistoryLine[];
}
export interface BatchPage {
  batch: Batch;
  retirements: RetirementBrief[];
}

// GET /retirements, GET /retirements/{retirement}
export interface RetirementLine {
  retirement: number;
  end_use: EndUse;
  completed_on: string;
  user: string;
  purposes: string[];
  used: Amount;
}
export interface RetirementPage {
  retirement: number;
  end_use: EndUse;
  completed_on: string;
  user: string;
  user_corporate_number: string;
  offset: "none" | "product" | "service" | "event" | "organisation";
  used: Amount;
  uses: { purpose: string; title: Words; fiscal_year?: string; report: string }[];
  units: {
    batch: number;
    serials: string;
    project?: number;
    project_title: string;
    place: string;
    credit_type: string;
    methodology: string;
    vintage?: string;
    used: Amount;
  }[];
  certificates: { first: number; last: number; issued_on: string; each: Amount }[];
  divided: Amount;
  entry?: number;
  code: string;
  path: string;
  history: HistoryLine[];
}
// GET /paper-codes?code=
export interface PaperCode {
  entry: number;
  retirement?: number;
  code: string;
  line: HistoryLine;
}

// GET /search
export interface Hit {
  kind: "project" | "batch" | "retirement" | "organisation";
  number: number;
  title: string;
  detail: string;
  date: string;
  units: number | string;
}

// GET /rulebook ...
export interface MethodologyLine {
  number: string;
  title: Words;
  sector: Words;
  status: string;
  edition: string;
  reconstructed: boolean;
}
export interface PackLine {
  family: string;
  kind: string;
  edition: string;
  authority: string;
  title_ja: string;
  title_en: string;
  hash: string;
  files: number;
  bytes: number;
  tables: number;
  rows: number;
}
export interface TableLine {
  name: string;
  title_ja: string;
  title_en: string;
  validity: string;
  axes: string[];
  keys: string[];
  columns: string[];
  rows: number;
  distinct_keys: number;
}
export interface Rulebook {
  rules: { manifest: string; sources: number; packs: PackLine[]; tables: TableLine[]; methodologies: string[] };
  methodologies: MethodologyLine[];
}
export interface FormulaView {
  symbol: string;
  unit: string;
  rows: string;
  text: string;
  nodes: FormulaNode[];
  title: Words;
  official: boolean;
  when: string;
  sources: string[];
}
export interface SourceLine {
  id: string;
  basis: string;
  title: string;
  publisher: string;
  published: string;
  updated: string;
  address: string;
  note: string;
}
export interface Condition {
  id: string;
  text: Words;
  how: "declared" | "formula" | "evidence";
  formula: string;
  nodes: FormulaNode[];
  evidence: Words;
  official: boolean;
  when: string;
  sources: string[];
}
export interface Methodology {
  line: MethodologyLine;
  valid_from?: string;
  valid_to?: string;
  published?: string;
  removal: boolean;
  nature: boolean;
  note: Words;
  baseline: Words;
  rounding: Words;
  choices: { name: string; title: Words; options: { value: string; title: Words }[]; table: string; default_value: string; same_as: string; when: string }[];
  parameters: {
    symbol: string;
    definition: Words;
    unit: string;
    table: string;
    kind: "activity" | "coefficient" | "fact";
    given: "plan" | "monitored";
    rows: string;
    classes: string[];
    frequency: Words;
    method: Words;
    default_lookup: string;
    minimum: string;
    maximum: string;
    when: string;
    needs_value_year: boolean;
  }[];
  formulas: FormulaView[];
  conditions: Condition[];
  new_installation_cases: Condition[];
  incidental: FormulaView[];
  exceptions?: {
    two_year_rule_exempt: boolean;
    has_certification_period: boolean;
    permanence_required: boolean;
    additionality_test_required: boolean;
    registration_criterion_known: "none" | "stated" | "no_rule_data";
    registration_criterion: Words;
  };
  sources: SourceLine[];
  pack_hash?: string;
  explained: Words;
}
export interface ValueRow {
  table: string;
  key: string[];
  valid_from: string;
  valid_to: string;
  cells: { column: string; value: string; unit: string }[];
  confidence: string;
  published?: string;
  published_assumed: boolean;
  corrected_on?: string;
  sources: string[];
  note: string;
  applies: boolean;
}
export interface Values {
  rows: ValueRow[];
  sources: SourceLine[];
}

// GET /open-data
export interface OpenData {
  entry: number;
  files: { name: string; bytes: number }[];
  zip_bytes: number;
}
