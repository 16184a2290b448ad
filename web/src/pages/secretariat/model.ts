// The shapes of /api/v1/rounds and /api/v1/secretariat, out of openapi.json.
import type { Schema, Shape } from "../../api/schema";
import type { CaseRow, Paper, ReductionLine } from "../proponent/api";

export type Member = Schema<"service.MemberOfRound">;
export type RoundHead = Schema<"service.RoundHead">;
export type Waiting = Schema<"service.WaitingMatter">;
export type GroundChoice = Schema<"service.GroundChoice">;
export type DocketItem = Shape<"service.DocketItemView", never, { lines: ReductionLine[]; papers: Paper[] }>;
export type Round = Shape<"service.RoundView", never, { docket: DocketItem[] }>;
export type Rounds = Schema<"service.RoundsView">;
export type Completeness = Shape<"service.CompletenessView", never, { head: CaseRow; papers: Paper[] }>;
export type IssueLine = Shape<"service.IssueLineView", "vintage">;
export type IssueAccount = Shape<"service.IssueAccount", "account">;
export type Issue = Shape<"service.IssueView", "certification" | "project", { lines: IssueLine[]; accounts: IssueAccount[] }>;
export type AccountDesk = Shape<"service.AccountDeskRow", never, { account: Shape<"service.AccountView", "account"> }>;
export type Choices = Schema<"service.DeskChoices">;

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
