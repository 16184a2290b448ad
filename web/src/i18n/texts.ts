// Texts live beside the page that shows them, in a file texts.ts:
//
//   export const texts = defineTexts({ found: { ja: "{count}件", en: "{count} found" } });
//   const t = useTexts(texts);   t("found", { count: 3 })
//
// A key that does not exist and a value that is missing do not compile. texts.test.ts refuses an empty text, Japanese letters in `en`, and
// names in braces that differ between the languages.
import { dateText } from "../parts/values";

export type Language = "ja" | "en";
export interface Text {
  readonly ja: string;
  readonly en: string;
}
export type TextTable = Readonly<Record<string, Text>>;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<S extends string> = { readonly [Name in Names<S>]: string | number };
type Rest<S extends string> = [Names<S>] extends [never] ? [] : [Values<S>];

export type T<Table extends TextTable> = <K extends keyof Table & string>(key: K, ...values: Rest<Table[K]["ja"]>) => string;

export function defineTexts<const Table extends TextTable>(table: Table): Table {
  return table;
}

// A value is put in as it is; numbers are grouped by threes. Names without a value stay in their braces, where a test can see them.
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? value.toLocaleString("en-US") : value;
  });
}

export function translate<Table extends TextTable>(table: Table, language: Language): T<Table> {
  return ((key: string, values?: Record<string, string | number>) => fill(table[key]![language], values)) as T<Table>;
}

// One of two sentences, as the server gives them ("ja", "en"); the other one where the wanted one is empty.
export function say(text: { ja?: string; en?: string } | undefined, language: Language): string {
  if (!text) return "";
  return readable((language === "ja" ? text.ja || text.en : text.en || text.ja) ?? "", language);
}

// A sentence of the server as people read it: its ISO days, periods and fiscal years in the language's own form, the 2 of CO2 below the line. Names of files and
// keys that have a day in them stay as they are.
export function readable(text: string, language: Language): string {
  return text
    .replace(/(?<![\w.:/-])(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?(?![\w:-])/g, (_, first: string, last?: string) => {
      if (!last) return dateText(first, language);
      return dateText(first, language) + (language === "ja" ? "〜" : " to ") + dateText(last, language);
    })
    .replace(/\bFY(\d{4})(?!\d)/g, language === "ja" ? "$1年度" : "FY$1")
    .replace(/\bJ-Credit\b/g, language === "ja" ? "J-クレジット" : "J-Credit")
    .replace(/\bt-CO2/g, "t-CO₂");
}
