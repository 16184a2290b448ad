// The shapes of /support.
import type { Brief, Text } from "../auditor/api";
import type { Task } from "../../api/inbox";

export interface Company {
  organisation: Brief;
  delegation: number;
  from: string;
  until: string;
  cases: { project: { project: number; title: string; methodologies: string[]; certified: { value: string; unit: string } }; stage: Text; waiting: Task[] }[];
}
export interface Help {
  project: number;
  title: string;
  kind: string;
  kind_words: Text;
  body_words: Text;
  tonnes_per_year: number;
  operators: Brief[];
  methodologies: string[];
  applied_on: string;
  decided: boolean;
  approved: boolean;
  ground: string;
  decided_on?: string;
}
export interface FollowUp {
  project: number;
  official_number: number;
  title: string;
  proponents: Brief[];
  registered_on: string;
  days: number;
  follow_ups: number;
  reason?: Text;
  next_step?: Text;
  next_on?: string;
  overdue: boolean;
}
export interface Choices {
  reasons: { key: string; words: Text }[];
  next_steps: { key: string; words: Text }[];
}
export interface AreaPaper {
  title: Text;
  paragraphs: Text[];
  notes: Text[];
  facts: { label: Text; value: Text }[];
  tables: { caption: Text; head: Text[]; rows: { cells: Text[] }[] }[];
}
