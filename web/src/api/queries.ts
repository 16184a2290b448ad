// TanStack Query as this page uses it: what was read is shown again at once and asked anew when it is older than half a minute.
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { command, commands, get, list, type Query } from "./client";
import type { CommandAnswer, ListAnswer } from "./contract";
import { Problem } from "./problem";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: "always",
        refetchOnWindowFocus: false,
        // What was refused is refused again; what did not arrive is asked twice more.
        retry: (count, error) => count < 2 && error instanceof Problem && error.passing,
        retryDelay: (count, error) => (error instanceof Problem && error.retryAfter ? error.retryAfter * 1000 : 500 * 2 ** count),
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

// One thing of the server: useGet<Project>("/projects/12"). With path undefined nothing is asked.
export function useGet<Answer>(path: string | undefined, query?: Query) {
  return useQuery<Answer, Problem>({
    queryKey: ["get", path, query],
    queryFn: ({ signal }) => get<Answer>(path!, query, signal),
    enabled: path !== undefined,
  });
}

// A command whose success makes everything that was read stale. const retire = useCommand("ApplyRetirement"); retire.mutate({...}).
export function useCommand<Body>(name: string, day = "") {
  const client = useQueryClient();
  return useMutation<CommandAnswer, Problem, Body>({
    mutationFn: (body) => command(name, body, day),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["get"] }).then(() => client.invalidateQueries({ queryKey: ["list"] })),
  });
}

// Several, all or none: useCommands().mutate([{ name: "AcceptOffer", body: { offer: 1 } }, ...]).
export interface NamedCommand {
  name: string;
  body: unknown;
}
export function useCommands() {
  const client = useQueryClient();
  return useMutation<CommandAnswer, Problem, readonly NamedCommand[]>({
    mutationFn: (all) => commands(all),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["get"] }).then(() => client.invalidateQueries({ queryKey: ["list"] })),
  });
}

export interface CursorList<Item> {
  items: Item[];
  total: number | undefined;
  page: number;
  limit: number;
  hasNext: boolean;
  hasPrevious: boolean;
  next: () => void;
  previous: () => void;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  filters: Query;
  setFilters: (filters: Query) => void;
  setLimit: (limit: number) => void;
  loading: boolean;
  problem: Problem | null;
  reload: () => void;
  // The list in full as a file, with the filters and the order that are shown.
  query: Query;
  path: string;
}

// A list of the server, a page at a time. Going back uses the cursors that were met on the way.
export function useCursorList<Item>(path: string, initial: { sort?: string; filters?: Query; limit?: number } = {}): CursorList<Item> {
  const [sort, setSortState] = useState(initial.sort);
  const [filters, setFilterState] = useState<Query>(initial.filters ?? {});
  const [limit, setLimitState] = useState(initial.limit ?? 50);
  const [cursors, setCursors] = useState<string[]>([]);
  const query = useMemo<Query>(() => ({ ...filters, sort }), [filters, sort]);
  const cursor = cursors[cursors.length - 1];
  const answer = useQuery<ListAnswer<Item>, Problem>({
    queryKey: ["list", path, query, limit, cursor],
    queryFn: ({ signal }) => list<Item>(path, { ...query, limit, cursor }, signal),
    placeholderData: keepPreviousData,
  });
  const following = answer.data?.next;
  const first = useCallback(() => setCursors([]), []);
  return {
    items: answer.data?.items ?? [],
    total: answer.data?.total,
    page: cursors.length + 1,
    limit,
    hasNext: following !== undefined && !answer.isPlaceholderData,
    hasPrevious: cursors.length > 0,
    next: () => following !== undefined && setCursors((all) => [...all, following]),
    previous: () => setCursors((all) => all.slice(0, -1)),
    sort,
    setSort: (next) => (setSortState(next), first()),
    filters,
    setFilters: (next) => (setFilterState(next), first()),
    setLimit: (next) => (setLimitState(next), first()),
    loading: answer.isPending || answer.isPlaceholderData,
    problem: answer.error,
    reload: () => void answer.refetch(),
    query,
    path,
  };
}
