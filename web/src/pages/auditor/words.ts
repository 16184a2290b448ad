// An entry's fields in words: the same file that the receipt checker reads (web/receipt-types.mjs), written by sumi-verify.
import type { Language } from "../../i18n/texts";
import types from "../../receipt/types.json";

export type Kind = string | { enum: string } | { vector: Kind } | { optional: Kind } | { struct: [string, Kind][] };
interface EntryType {
  type: number;
  version: number;
  name: string;
  ja: string;
  en: string;
  fields: [string, "public" | "party", Kind][];
}
const TYPES = types.types as unknown as EntryType[];
const ENUMS = types.enums as unknown as Record<string, Record<string, [string, string]>>;
const WORDS = types.words as unknown as Record<string, [string, string]>;

export function fieldWord(name: string, language: Language): string {
  const words = WORDS[name];
  return words ? words[language === "ja" ? 0 : 1] : name.replaceAll("_", " ");
}
export function actWord(command: string, language: Language): string {
  return TYPES.find((one) => one.name === command)?.[language] ?? command;
}
// Every kind of act once, by its words.
export function acts(language: Language): { value: string; name: string }[] {
  const names = [...new Set(TYPES.map((one) => one.name))];
  return names.map((value) => ({ value, name: actWord(value, language) })).sort((a, b) => a.name.localeCompare(b.name, language));
}
export function kindsOf(type: number, version: number): EntryType["fields"] {
  return TYPES.find((one) => one.type === type && one.version === version)?.fields ?? [];
}
export function enumWord(name: string, value: string, language: Language): string {
  const found = Object.values(ENUMS[name] ?? {}).find(([word]) => word === value);
  return found ? (language === "ja" ? found[1] : found[0].replaceAll("_", " ")) : value;
}
export function roleWord(value: string, language: Language): string {
  return enumWord("scheme.Role", value, language);
}
export const ROLES = Object.values(ENUMS["scheme.Role"] ?? {}).map(([word]) => word);
