// What waits for the signed-in person: how much of it, told by the server when it changes (server-sent events, resumed by the browser itself).
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { link } from "./client";
import type { Schema } from "./schema";
import { useSession } from "./session";

// What is to be done, by whom and until when; `page`: where it is done.
export type Task = Schema<"service.Task">;
export interface InboxCount {
  tasks: number;
  overdue: number;
}
// Kept beside the query cache: nobody asks for it, the server tells it.
let known: InboxCount | undefined;
const hearers = new Set<() => void>();
function keep(count: InboxCount | undefined): void {
  known = count;
  for (const hear of hearers) hear();
}

// What the server says when it changed: a count for the header, and every list of tasks is asked for again.
function take(client: QueryClient, text: string): void {
  let count: InboxCount;
  try {
    count = JSON.parse(text) as InboxCount;
  } catch {
    return;
  }
  const before = known;
  keep(count);
  if (before) void client.invalidateQueries({ predicate: (one) => one.queryKey[0] === "list" && (one.queryKey[1] === "/inbox" || one.queryKey[1] === "/secretariat/tasks") });
}

// Listens while this tab is seen: a browser has only six lines to one server, and a hidden tab needs none. Once, in the frame around the pages.
export function useInboxStream(): void {
  const client = useQueryClient();
  const { session } = useSession();
  const person = session?.person?.id;
  const organisation = session?.organisation?.id;
  useEffect(() => {
    keep(undefined);
    if (person === undefined || typeof EventSource === "undefined") return;
    let stream: EventSource | undefined;
    const listen = () => {
      if (document.hidden) {
        stream?.close();
        stream = undefined;
      } else if (!stream) {
        stream = new EventSource(link("/inbox/events"));
        stream.addEventListener("inbox", (event) => take(client, (event as MessageEvent<string>).data));
      }
    };
    listen();
    document.addEventListener("visibilitychange", listen);
    return () => {
      document.removeEventListener("visibilitychange", listen);
      stream?.close();
    };
  }, [client, person, organisation]);
}

// Absent until the server has said it for the first time.
export function useInboxCount(): InboxCount | undefined {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => known,
  );
}
