import { useLanguage, useTexts } from "../../i18n/language";
import { FigureTable } from "../../parts/FigureTable";
import { fiscalYearText, unitText } from "../../parts/values";
import type { YearFigures } from "./api";
import { texts } from "./planTexts";

// What the assumed values of a plan give for each fiscal year.
export function YearTable({ years }: { years: readonly YearFigures[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const first = years[0];
  if (!first) return null;
  const columns = ["baseline", "project", "reduction"] as const;
  return (
    <FigureTable
      name={t("years")}
      head={[t("year"), ...columns.map((column) => `${t(column)} (${unitText(first[column].unit, language)})`)]}
      rows={years.map((one) => [fiscalYearText(one.fiscal_year, language), ...columns.map((column) => one[column].value)])}
    />
  );
}
