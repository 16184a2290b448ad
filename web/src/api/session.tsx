// Who is signed in, for which organisation they act, and what they may do; for every part of the page.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useLanguage } from "../i18n/language";
import { recall, remember } from "../memory";
import * as account from "./account";
import { carry, hold, onSignedOut, release } from "./client";
import type { Session, SessionAnswer } from "./contract";
import type { Problem } from "./problem";

interface SessionState {
  // Absent until the server has answered for the first time.
  session: Session | undefined;
  problem: Problem | null;
  // After a sign-in or a second factor: takes the answer as the new session.
  take: (answer: SessionAnswer) => void;
  leave: () => Promise<void>;
  actFor: (organisation: number) => void;
}
const SessionContext = createContext<SessionState | undefined>(undefined);
const KEY = ["session"];
export const sessionQuery = { queryKey: KEY, queryFn: () => account.session(), staleTime: 60_000 };

export function withChoice(answer: SessionAnswer, chosen: number | undefined): Session {
  const organisation = answer.organisations.find((one) => one.id === chosen) ?? answer.organisations[0];
  return { ...answer, organisation, roles: organisation?.roles ?? [] };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<number | undefined>(() => Number(recall("organisation", "session")) || undefined);
  const query = useQuery<SessionAnswer, Problem>(sessionQuery);

  const session = useMemo(() => (query.data ? withChoice(query.data, chosen) : undefined), [query.data, chosen]);
  // During rendering and not in an effect: the effects of children run first, and they ask the server.
  carry(session?.csrf ?? "", session?.organisation?.id);
  if (query.isPending) hold();
  else release();

  const { suggest } = useLanguage();
  const own = query.data?.store?.language;
  useEffect(() => {
    if (own === "ja" || own === "en") suggest(own);
  }, [own, suggest]);

  useEffect(() => onSignedOut(() => void client.invalidateQueries({ queryKey: KEY })), [client]);

  const take = useCallback(
    (answer: SessionAnswer) => {
      client.setQueryData(KEY, answer);
      carry(answer.csrf, withChoice(answer, chosen).organisation?.id);
      // What was read before was read by somebody else.
      void client.invalidateQueries({ predicate: (one) => one.queryKey[0] !== KEY[0] });
    },
    [client, chosen],
  );
  const leave = useCallback(async () => {
    await account.signOut();
    client.removeQueries({ predicate: (one) => one.queryKey[0] !== KEY[0] });
    await client.invalidateQueries({ queryKey: KEY });
  }, [client]);
  const actFor = useCallback(
    (organisation: number) => {
      remember("organisation", String(organisation), "session");
      setChosen(organisation);
      carry(session?.csrf ?? "", organisation);
      void client.resetQueries({ predicate: (one) => one.queryKey[0] !== KEY[0] });
    },
    [client, session],
  );

  const value = useMemo(() => ({ session, problem: query.error, take, leave, actFor }), [session, query.error, take, leave, actFor]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error("useSession outside of SessionProvider");
  return state;
}
