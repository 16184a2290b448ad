// The work of one page: what was begun on it now, what still runs from before, or the one that the address names (?job=12). What ended before is offered, and shown when asked for.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { isOpen, problemOfJob, useJob, useOwnJobs, type Answered, type Job } from "../api/jobs";
import type { Problem } from "../api/problem";

export interface Work<Fields> {
  // Absent: nothing was begun here, or what ended before is only offered.
  job: Answered<Fields> | undefined;
  // The newest that ended before this page was opened.
  before: Job | undefined;
  // Why it was refused.
  problem: Problem | undefined;
  open: boolean;
  begin: (job: Job) => void;
  show: (id: string) => void;
  leave: () => void;
}

export function useWork<Fields>(kinds: readonly string[], of: { project?: number; report?: number } = {}, onDone?: (job: Answered<Fields>) => void): Work<Fields> {
  const client = useQueryClient();
  const [address, setAddress] = useSearchParams();
  const named = address.get("job") ?? undefined;
  const [chosen, setChosen] = useState<string>();
  const [left, setLeft] = useState(false);
  const own = useOwnJobs({ project: of.project });
  const newest = own.data?.items.find((job) => kinds.includes(job.kind) && (of.report === undefined || job.report === of.report));
  // Once seen running it stays shown when it ends.
  const running = newest && isOpen(newest) ? newest.id : undefined;
  useEffect(() => {
    if (running && !chosen && !named && !left) setChosen(running);
  }, [running, chosen, named, left]);
  const id = chosen ?? (left ? undefined : named);
  const answer = useJob<Fields>(id);
  const job = id === undefined ? undefined : answer.data;
  const told = useRef<string>(undefined);
  const done = job?.state === "done" ? job : undefined;
  // What ended while somebody looked: the page's own tables may be others now.
  const watched = useRef(new Set<string>());
  if (job && isOpen(job)) watched.current.add(job.id);
  useEffect(() => {
    if (!done || told.current === done.id || !watched.current.has(done.id)) return;
    told.current = done.id;
    void client.invalidateQueries({ queryKey: ["get"] });
    onDone?.(done);
  }, [done, client, onDone]);
  return {
    job,
    before: newest && newest.id !== id && !isOpen(newest) ? newest : undefined,
    problem: problemOfJob(job) ?? (id !== undefined && !job ? (answer.error ?? undefined) : undefined),
    open: id !== undefined && (job ? isOpen(job) : answer.isPending),
    begin: useCallback(
      (begun: Job) => {
        watched.current.add(begun.id);
        setLeft(false);
        setChosen(begun.id);
        void client.invalidateQueries({ queryKey: ["get", "/own/jobs"] });
      },
      [client],
    ),
    show: setChosen,
    leave: useCallback(() => {
      setLeft(true);
      setChosen(undefined);
      setAddress((now) => (now.delete("job"), now), { replace: true });
    }, [setAddress]),
  };
}
