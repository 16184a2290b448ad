// What the public routes answer, out of openapi.json. Where the server writes a key of a list that is fixed (a stage of a document, a kind of a parameter), the file
// says text; which keys there are is said here, since the page has words for each.
import type { Schema, Shape } from "../../api/schema";

export type Words = Schema<"service.Bilingual">;
export type Organisation = Schema<"service.OrganisationBrief">;

// GET /scheme
export type SchemeLine = Schema<"service.SchemeLine">;
export type SchemeUnits = Schema<"service.SchemeUnits">;
export type Scheme = Shape<"service.SchemeView", never, { target?: Shape<"service.SchemeTarget", "year"> }>;

// GET /projects, GET /projects/{project}/public
export type Project = Shape<"service.ProjectView", "project">;
export type HistoryLine = Shape<"service.HistoryLine", "entry">;
export type Batch = Shape<"service.BatchView", "batch">;
export type EndUse = RetirementBrief["end_use"];
export type RetirementBrief = Shape<"service.RetirementBrief", "retirement">;
export type Certification = Shape<"service.CertificationView", "certification">;
type PublicDocument = Shape<"service.DocumentView", never, { kind: "plan" | "validation" | "data_set" | "trace" | "verification" }>;
export type ProjectPage = Shape<
  "service.ProjectPage",
  never,
  { project: Project; certifications: Certification[]; batches: Batch[]; retirements: RetirementBrief[]; documents: PublicDocument[]; history: HistoryLine[] }
>;
export type BatchPage = Shape<"service.BatchPage", never, { batch: Batch; retirements: RetirementBrief[] }>;

// GET /retirements, GET /retirements/{retirement}
export type RetirementLine = Shape<"http.RetirementLine", "retirement">;
export type RetirementPage = Shape<"service.RetirementPage", "retirement", { units: Shape<"service.UsedUnits", "batch">[]; history: HistoryLine[] }>;
// GET /paper-codes?code=
export type PaperCode = Shape<"service.CodeView", "entry", { line: HistoryLine }>;

// GET /search
export type Hit = Shape<"service.PublicHit", never, { kind: "project" | "batch" | "retirement" | "organisation" }>;

// GET /rulebook ...
export type MethodologyLine = Schema<"service.MethodologyLine">;
export type Rulebook = Shape<"service.RulebookView", never, { rules: Shape<"rulebook.RulesList", "manifest", { packs: Shape<"rulebook.PackLine", "hash">[] }> }>;
export type FormulaView = Schema<"service.FormulaView">;
export type SourceLine = Schema<"rulebook.SourceLine">;
export type Condition = Shape<"service.ConditionView", never, { how: "declared" | "formula" | "evidence" }>;
type Parameter = Shape<"service.ParameterView", never, { kind: "activity" | "coefficient" | "fact"; given: "plan" | "monitored" }>;
type Exceptions = Shape<"service.MethodologyExceptions", never, { registration_criterion_known: "none" | "stated" | "no_rule_data" }>;
export type Methodology = Shape<"service.MethodologyView", never, { parameters: Parameter[]; conditions: Condition[]; new_installation_cases: Condition[]; exceptions?: Exceptions }>;
export type ValueRow = Schema<"rulebook.RowLine">;
export type Values = Schema<"rulebook.RulesShow">;

// GET /open-data
export type OpenData = Schema<"http.OpenDataView">;
