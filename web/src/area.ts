// What an area tells of its pages: routing, the side navigation, ./dev screens and the tests of every page all read this.
import type { ComponentType } from "react";
import type { Session } from "./api/contract";

export interface Page {
  // As the router has it: "/projects/:id".
  path: string;
  // The page's title, in the tab and in the navigation.
  ja: string;
  en: string;
  // Who may open it. Nothing: everyone. "signed-in": who is signed in. Otherwise the name of a right or a role of the session ("role:verifier").
  right?: string;
  // In the side navigation. Default: yes where the path has no parameter.
  menu?: boolean;
  // The page's code, fetched when it is opened: () => import("./Home"). The module's default export is the component.
  load: () => Promise<{ default: ComponentType }>;
  // For ./dev screens and the tests of every page: who opens it in the demo store (a login), and the path with its parameters filled in.
  demo?: { as?: string; path?: string };
}

export interface Area {
  id: string;
  ja: string;
  en: string;
  pages: readonly Page[];
}

// The pages of an area stand in its routes.tsx: export const holder = defineArea({ id: "holder", ja: ..., en: ..., pages: [...] }).
export function defineArea(area: Area): Area {
  return area;
}

export function inMenu(page: Page): boolean {
  return page.menu ?? !page.path.includes(":");
}

// Whether this session opens that page. What somebody may do there is the server's to say; this only spares them dead ends.
export function mayOpen(page: Page, session: Session | undefined): boolean {
  if (page.right === undefined) return true;
  if (!session?.person) return false;
  if (page.right === "signed-in") return true;
  if (page.right.startsWith("role:")) return session.roles.includes(page.right.slice("role:".length));
  return session.rights.includes(page.right);
}
