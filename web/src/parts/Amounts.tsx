import type { Amount } from "../api/contract";
import { useLanguage } from "../i18n/language";
import { amountText, dateText, periodText, vintageText } from "./values";

type Given = Amount | string | number | bigint | null | undefined;

function Written({ amount, unit }: { amount: Given; unit: string }) {
  const { language } = useLanguage();
  if (amount === null || amount === undefined) return <span className="s-number">-</span>;
  const given = typeof amount === "object" ? amount : { value: String(amount), unit };
  return <span className="s-number">{amountText(given.value, given.unit, language)}</span>;
}

// Yen. Takes the API's amount, or a bare number of yen.
export function Money({ amount }: { amount: Given }) {
  return <Written amount={amount} unit="JPY" />;
}

// Tonnes of CO2. Takes the API's amount (whose unit is shown), or a bare number of t-CO2.
export function Tonnes({ amount }: { amount: Given }) {
  return <Written amount={amount} unit="t-CO2" />;
}

// An ISO day or instant, in the user's language and Japan's time.
export function DateText({ date }: { date: string | null | undefined }) {
  const { language } = useLanguage();
  if (!date) return <span>-</span>;
  return <time dateTime={date}>{dateText(date, language)}</time>;
}

export function PeriodText({ period }: { period: string | null | undefined }) {
  const { language } = useLanguage();
  return <span>{periodText(period, language)}</span>;
}
export function VintageText({ vintage }: { vintage: string }) {
  const { language } = useLanguage();
  return <span>{vintageText(vintage, language)}</span>;
}
