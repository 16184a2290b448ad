// The shapes of /api/v1/verifier, out of openapi.json.
import type { Schema, Shape } from "../../api/schema";
import type { CaseFinding, CaseRow, Paper } from "../proponent/api";

export type { Paper };
export type ReviewRow = Shape<"service.ReviewRow", "project">;
export type Accreditation = Schema<"service.AccreditationView">;
export type Visit = Schema<"service.VisitView">;
export type Sample = Shape<"service.SampleView", "list">;
export type Evidence = Shape<"service.EvidenceItem", "hash">;
export type DataValue = Schema<"service.DataValueView">;
export type Review = Shape<"service.ReviewView", never, { review: ReviewRow; head: CaseRow; findings: CaseFinding[]; samples: Sample[]; papers: Paper[]; evidence: Evidence[] }>;
export type FigureBeside = Shape<"service.FigureBeside", "vintage">;
export type CalculationBeside = Shape<"service.CalculationBeside", "vintage">;
export type Replay = Shape<"service.ReplayView", never, { figures: FigureBeside[]; calculations: CalculationBeside[] }>;
export type Changes = Schema<"service.ChangesView">;
export type StatementMade = Schema<"http.StatementMade">;

// The page on which a review is done.
export function pageOf(row: { project: number; report: number; change: number }): string {
  if (row.report) return `/verification/${row.project}/reports/${row.report}`;
  if (row.change) return `/verification/${row.project}/changes/${row.change}`;
  return `/verification/${row.project}`;
}
