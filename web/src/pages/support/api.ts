// The shapes of /support, out of openapi.json.
import type { Schema, Shape } from "../../api/schema";
import type { Brief } from "../auditor/api";
import type { Project } from "../proponent/api";

export type Company = Shape<"service.AccompaniedCompany", never, { organisation: Brief; cases: Shape<"service.AccompaniedCase", never, { project: Project }>[] }>;
export type Help = Shape<"service.HelpLine", "project">;
export type FollowUp = Shape<"service.FollowUpLine", "project">;
export type Choices = Schema<"service.SupportChoices">;
export type AreaPaper = Schema<"http.AreaPaper">;
