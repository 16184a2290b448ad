// Long work that this browser's user has begun: remembered, so that it can be left and found again.
import { useSyncExternalStore } from "react";
import { recall, remember } from "../memory";

export interface Running {
  id: string;
  ja: string;
  en: string;
  // The page on which it was begun and where its result is shown.
  page: string;
}

let known: readonly Running[] | undefined;
const listeners = new Set<() => void>();

export function running(): readonly Running[] {
  if (known) return known;
  try {
    const read: unknown = JSON.parse(recall("running") ?? "[]");
    known = Array.isArray(read) ? (read as Running[]).filter((one) => typeof one?.id === "string") : [];
  } catch {
    known = [];
  }
  return known;
}

function keep(next: readonly Running[]): void {
  known = next;
  remember("running", JSON.stringify(next));
  listeners.forEach((listener) => listener());
}
export function begun(work: Running): void {
  keep([...running().filter((one) => one.id !== work.id), work]);
}
export function ended(id: string): void {
  if (running().some((one) => one.id === id)) keep(running().filter((one) => one.id !== id));
}

export function useRunning(): readonly Running[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    running,
    running,
  );
}
