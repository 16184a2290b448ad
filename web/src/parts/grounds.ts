// Grounds and purposes of the rulebook as choices: what is public there, by their own words.
import { useGet } from "../api/queries";
import { useLanguage } from "../i18n/language";

interface Values {
  rows: readonly { key: readonly string[]; applies: boolean; cells: readonly { column: string; value: string }[] }[];
}
export type GroundTable = "jcredit-registry/committee_grounds" | "jcredit-registry/grounds" | "jcredit-registry/purposes";

// Undefined until they are there.
export function useGrounds(table: GroundTable | undefined): { value: string; name: string }[] | undefined {
  const { language } = useLanguage();
  const { data } = useGet<Values>(table && "/rulebook/values", { name: table });
  return data?.rows.map((row) => ({ value: row.key[0]!, name: row.cells.find((cell) => cell.column === `title_${language}`)?.value || row.cells[0]?.value || row.key[0]! }));
}

// What the rulebook lets expire, and when. It may hold no such table at all, which is no fault.
export function useExpiries(): { value: string; name: string }[] | undefined {
  const name = "jcredit-registry/expiries";
  const book = useGet<{ rules: { tables: readonly { name: string }[] } }>("/rulebook");
  const there = book.data?.rules.tables.some((one) => one.name === name);
  const { data } = useGet<Values>(there ? "/rulebook/values" : undefined, { name });
  if (there === false) return [];
  return data?.rows.map((row) => ({ value: row.key[0]!, name: row.cells.map((cell) => cell.value).filter(Boolean).join(" ") || row.key[0]! }));
}
