// Figures and dates as people read them. Quantities are decimal texts of any length: never turned into floating point.
import type { Language } from "../i18n/texts";

// "-1234567.50" -> "-1,234,567.50". What is no decimal number is given back as it is.
export function grouped(value: string): string {
  const parts = /^([+-]?)(\d+)(\.\d+)?$/.exec(value);
  if (!parts) return value;
  const sign = parts[1] === "-" ? "-" : "";
  return sign + parts[2]!.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (parts[3] ?? "");
}

const UNITS: Readonly<Record<string, { ja: string; en: string }>> = {
  "t-CO2": { ja: "t-CO₂", en: "t-CO₂" },
  "t-CO2e": { ja: "t-CO₂e", en: "t-CO₂e" },
  g: { ja: "g-CO₂", en: "g-CO₂" },
  "g-CO2": { ja: "g-CO₂", en: "g-CO₂" },
  JPY: { ja: "円", en: "yen" },
};
export function unitText(unit: string, language: Language): string {
  return UNITS[unit]?.[language] ?? unit;
}

export function amountText(value: string, unit: string, language: Language): string {
  if (unit === "JPY" || unit === "円") return language === "ja" ? `${grouped(value)}円` : `¥${grouped(value)}`;
  return `${grouped(value)} ${unitText(unit, language)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// An ISO day ("2026-04-01") or instant ("2026-04-01T03:20:00Z"); instants are told in Japan's time, which is fixed at +09:00.
export function dateText(iso: string, language: Language): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (day) return dayText(Number(day[1]), Number(day[2]), Number(day[3]), language);
  const time = Date.parse(iso);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(iso) || Number.isNaN(time)) return iso;
  const japan = new Date(time + 9 * 3_600_000);
  const clock = `${String(japan.getUTCHours()).padStart(2, "0")}:${String(japan.getUTCMinutes()).padStart(2, "0")}`;
  return `${dayText(japan.getUTCFullYear(), japan.getUTCMonth() + 1, japan.getUTCDate(), language)} ${clock}`;
}
function dayText(year: number, month: number, day: number, language: Language): string {
  if (month < 1 || month > 12) return `${year}-${month}-${day}`;
  return language === "ja" ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

// A period as the server writes it: "2024-08-01..2026-03-31".
export function periodText(period: string | null | undefined, language: Language): string {
  if (!period) return "-";
  const days = period.split("..");
  return days.length === 2 ? days.map((day) => day && dateText(day, language)).join(language === "ja" ? "〜" : " to ").trim() : period;
}

// What a result is of: "FY2024"; other schemes' vintages as they are written.
export function vintageText(vintage: string, language: Language): string {
  const year = /^FY(\d{4})$/.exec(vintage);
  return year ? fiscalYearText(year[1]!, language) : vintage || "-";
}

// 2026 of the server's "FY2026".
export function yearNumber(year: number | string): number {
  return Number(String(year).replace(/^FY/, ""));
}

// A fiscal year of Japan, 1 April to 31 March; the server's "FY2026", too.
export function fiscalYearText(year: number | string, language: Language): string {
  const number = yearNumber(year);
  return language === "ja" ? `${number}年度` : `FY${number}`;
}
