// Until the first page stands, its letters are the system's own: every piece of a typeface that arrives lays the whole page out anew.
let asked = false;
export function bringTypeface(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => setTimeout(() => void import("./fonts"), 0));
}
