// What this browser keeps for its user. Storage may be forbidden or full: then a choice lasts as long as the page.
const PREFIX = "sumi.";
const fallback = new Map<string, string>();

function storage(kind: "local" | "session"): Storage | undefined {
  try {
    return kind === "local" ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

export function recall(name: string, kind: "local" | "session" = "local"): string | undefined {
  try {
    return storage(kind)?.getItem(PREFIX + name) ?? fallback.get(kind + name);
  } catch {
    return fallback.get(kind + name);
  }
}

export function remember(name: string, value: string, kind: "local" | "session" = "local"): void {
  fallback.set(kind + name, value);
  try {
    storage(kind)?.setItem(PREFIX + name, value);
  } catch {
    // Kept in `fallback`.
  }
}

export function forget(name: string, kind: "local" | "session" = "local"): void {
  fallback.delete(kind + name);
  try {
    storage(kind)?.removeItem(PREFIX + name);
  } catch {
    // It was not there.
  }
}
