import { useGet } from "../api/queries";
import { useLanguage } from "../i18n/language";

interface Values {
  rows: readonly { key: readonly string[]; cells: readonly { column: string; value: string }[] }[];
}

// A credit's type: its letters with the rulebook's words for them; types of other schemes by their scheme's name and their own letters, or by `words`.
export function CreditType({ programme, type, words: own }: { programme?: string; type: string; words?: string }) {
  const { language } = useLanguage();
  const { data } = useGet<Values>("/rulebook/values", { name: "codes/credit" });
  const row = data?.rows.find((one) => one.key[0] === "credit_type" && one.key[1] === type);
  const words = row?.cells.find((cell) => cell.column === `meaning_${language}`)?.value;
  return <>{words ? `${type} ${words}` : own ? own : [programme, type].filter(Boolean).join(" ") || "-"}</>;
}
