// Where somebody's own work begins: the first page of the menu that their role opens.
import { inMenu, mayOpen, type Page } from "./area";
import type { Session } from "./api/contract";
import { areas } from "./areas";

export function ownPage(session: Session | undefined): Page | undefined {
  return areas.flatMap((area) => area.pages).find((page) => page.right !== undefined && page.right !== "signed-in" && inMenu(page) && mayOpen(page, session));
}
