// One's own work on the server: begun by a request, it goes on when the page is left, and the server's own list finds it again.
import { useQuery } from "@tanstack/react-query";
import { get, list } from "./client";
import type { ListAnswer, ProblemAnswer } from "./contract";
import { Problem } from "./problem";
import { useSession } from "./session";

interface Words {
  ja: string;
  en: string;
}
// What an auditor's check found.
export interface CheckResult {
  full: boolean;
  entries: number;
  certifications: number;
  sealed: number;
  erased: number;
  snapshots: number;
  state_hash: string;
  tree_head: string;
  findings: string[];
}
export interface Job {
  id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed";
  done: number;
  // Absent until it is known.
  total?: number;
  // How it ended; before, what it is.
  ja: string;
  en: string;
  title: Words;
  login: string;
  asked: string;
  ended?: string;
  cut_off: boolean;
  project?: number;
  report: number;
  // The address of its file; "" where it has none.
  result: string;
  check?: CheckResult;
}
// GET /own/jobs/{id}: with what it gave, under the field of its kind.
export type Answered<Fields> = Job & { problem?: ProblemAnswer } & Partial<Fields>;

export function isOpen(job: Pick<Job, "state">): boolean {
  return job.state === "waiting" || job.state === "running";
}

// Where it was begun and its result is shown.
export function pageOf(job: Job): string | undefined {
  switch (job.kind) {
    case "member_check":
    case "member_list":
      return `/cases/${job.project}/members?job=${job.id}`;
    case "monitoring_check":
    case "monitoring":
      return `/cases/${job.project}/monitoring?job=${job.id}`;
    case "transfer_check":
    case "transfers":
      return `/bulk-transfers?job=${job.id}`;
    case "package":
      return `/verification/${job.project}/reports/${job.report}?job=${job.id}`;
    case "check":
    case "bundle":
      return "/audit/checks";
    case "backup":
      return "/administration/jobs";
    default:
      return undefined;
  }
}

const OPEN_EVERY = 2_000;

// The newest first. Asked for again while something of it waits or runs.
export function useOwnJobs(filter: { project?: number; limit?: number } = {}) {
  const { session } = useSession();
  return useQuery<ListAnswer<Job>, Problem>({
    queryKey: ["get", "/own/jobs", session?.organisation?.id, filter],
    queryFn: ({ signal }) => list<Job>("/own/jobs", { limit: 50, ...filter }, signal),
    enabled: session?.person !== undefined,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? OPEN_EVERY : false),
  });
}

// What is small is over at once; what is large is asked for once a second.
export function useJob<Fields = unknown>(id: string | undefined) {
  const { session } = useSession();
  return useQuery<Answered<Fields>, Problem>({
    queryKey: ["job", session?.organisation?.id, id],
    queryFn: ({ signal }) => get<Answered<Fields>>(`/own/jobs/${encodeURIComponent(id!)}`, undefined, signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isOpen(query.state.data) ? false : Math.min(1_000, 150 * 2 ** query.state.dataUpdateCount)),
  });
}

// Why it was refused, as every other refusal is shown.
export function problemOfJob(job: Answered<unknown> | undefined): Problem | undefined {
  if (job?.state !== "failed") return undefined;
  return new Problem(job.problem ?? { status: 409, code: job.cut_off ? "page.cut_off" : "page.failed", ja: job.ja, en: job.en, remedy_ja: "", remedy_en: "" });
}
